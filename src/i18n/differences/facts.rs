//! Sentences about facts: fields, records and items without id. Figures and targets are said
//! with their verdicts, ratings with the gap.

use super::sentence::Sentence;
use super::wording::{changed_text, label, value_at};
use super::{
    Side, Versions, difference_changed, difference_gap, difference_gone, difference_is_moment,
    difference_named, difference_new, difference_no_moment, difference_period, difference_reading,
    difference_reading_part, difference_verdict, difference_view, quoted,
};
use crate::i18n::figures::{certainty, goal, value, verdict_word};
use crate::i18n::number::signed_whole;
use crate::i18n::{Lang, date, inspector_on, kpis_by, map_against};
use crate::journey::fields::{Kind, Type};
use crate::journey::figure::{Reading, figure};
use crate::journey::model::{Kpi, Touchpoint};
use crate::journey::place::Place;
use crate::journey::total;
use crate::journey::verdict::verdict;
use crate::ron_text::Node;

/// What is said of a fact that was set, changed or cleared.
pub(super) fn fact(versions: &Versions<'_>, place: &Place) -> Sentence {
    if let Some(sentence) = moment(versions, place) {
        return Sentence::plain(sentence);
    }
    let label = full_label(versions, place);
    let said = |in_words: &Side<'_>| said_at(in_words, place, versions.today);
    let (mut old, mut new) = (said(&versions.old), said(&versions.new));
    if old == new {
        // The difference is in what was left out: the source of a reading, an id.
        (old, new) = (whole(&versions.old, place), whole(&versions.new, place));
    }
    let lang = versions.lang();
    let behind = gap(versions, place).or_else(|| latest(versions, place));
    let behind = behind.unwrap_or_default();
    Sentence::plain(match (old, new) {
        (Some(old), Some(new)) if is_text(&versions.new, place) => {
            return changed_text(versions, &label, &old, &new);
        }
        (Some(old), Some(new)) => difference_changed(lang, &label, &old, &new) + &behind,
        (None, Some(new)) => {
            difference_new(lang, &label, &in_quotes(&versions.new, place, new)) + &behind
        }
        (Some(old), None) => {
            difference_gone(lang, &label, &in_quotes(&versions.old, place, old)) + &behind
        }
        (None, None) => label,
    })
}

/// A Moment of Truth that came or went as a whole.
fn moment(versions: &Versions<'_>, place: &Place) -> Option<String> {
    let lang = versions.lang();
    let is_moment = |in_words: &Side<'_>| {
        let field = in_words.parsed.field_of(place)?;
        (field.of == Type::Record(Kind::MomentOfTruth)).then_some(())
    };
    is_moment(&versions.new)?;
    let reason = |in_words: &Side<'_>| {
        let parsed = in_words.parsed;
        parsed.index.locate(&parsed.tree, place)?;
        let reason = value_at(in_words, &place.field("reason"));
        Some(quoted(lang, &reason.unwrap_or_default()))
    };
    match (reason(&versions.old), reason(&versions.new)) {
        (None, Some(reason)) => Some(difference_is_moment(lang, &reason)),
        (Some(reason), None) => Some(difference_no_moment(lang, &reason)),
        _ => None,
    }
}

/// The words of all fields and items on the way to a fact.
fn full_label(versions: &Versions<'_>, place: &Place) -> String {
    let in_words = match node_at(&versions.new, place) {
        Some(_) => &versions.new,
        None => &versions.old,
    };
    let mut places: Vec<Place> = std::iter::successors(Some(place.clone()), Place::up)
        .filter(|place| !place.steps.is_empty())
        .collect();
    places.reverse();
    let word = |(at, place): (usize, &Place)| {
        let says_list = |item: &Place| item_label(in_words, item).is_some();
        match place.last_field() {
            Some(_) if places.get(at + 1).is_some_and(says_list) => None,
            Some(_) => Some(label(in_words, place)),
            None => item_label(in_words, place),
        }
    };
    let words: Vec<String> = places.iter().enumerate().filter_map(word).collect();
    words.join(" · ")
}

/// The words of an item that say which list it is in.
fn item_label(in_words: &Side<'_>, place: &Place) -> Option<String> {
    let (lang, parsed) = (in_words.lang, in_words.parsed);
    let list = place.up().and_then(|list| parsed.field_of(&list))?;
    let node = node_at(in_words, place)?;
    match list.of {
        Type::Records(Kind::View) => {
            let persona = node.field("persona")?;
            let name = in_words.name_of(Some(Kind::Persona), persona);
            Some(difference_view(lang, &name))
        }
        Type::Records(Kind::Reading) => Some(reading_label(lang, &parsed.reading(node)?)),
        _ => None,
    }
}

fn reading_label(lang: Lang, reading: &Reading) -> String {
    let on = date(lang, &reading.on);
    let day = match &reading.from {
        Some(from) => difference_period(lang, &date(lang, from), &on),
        None => on,
    };
    match &reading.segment {
        Some(segment) => difference_reading_part(lang, &day, segment),
        None => difference_reading(lang, &day),
    }
}

fn node_at<'v>(in_words: &Side<'v>, place: &Place) -> Option<Node<'v>> {
    let parsed = in_words.parsed;
    parsed.index.locate(&parsed.tree, place)?.inner()
}

/// The kind of the record or of the item at a place.
fn record_kind(in_words: &Side<'_>, place: &Place) -> Option<Kind> {
    in_words.parsed.index.kind_at(&in_words.parsed.tree, place)
}

/// A fact in words: a reading by its figure, a target by its goal.
fn said_at(in_words: &Side<'_>, place: &Place, today: &str) -> Option<String> {
    node_at(in_words, place)?;
    let kpi = place.element.as_ref().and_then(|key| in_words.kpi(key));
    let said = match (record_kind(in_words, place), kpi) {
        (Some(Kind::Reading), Some(kpi)) => reading(in_words, place, kpi, today),
        (Some(Kind::Target), Some(kpi)) => target(in_words.lang, kpi),
        (Some(Kind::View), _) => view(in_words, place),
        _ => None,
    };
    said.or_else(|| value_at(in_words, place))
}

/// A fact with all that it says.
fn whole(in_words: &Side<'_>, place: &Place) -> Option<String> {
    let node = node_at(in_words, place)?;
    let words = value_at(in_words, place)?;
    let is_record = record_kind(in_words, place).is_some();
    Some(if is_record {
        words
    } else {
        node.raw().to_owned()
    })
}

fn reading(in_words: &Side<'_>, place: &Place, kpi: &Kpi, today: &str) -> Option<String> {
    let lang = in_words.lang;
    let reading = in_words.parsed.reading(node_at(in_words, place)?)?;
    let metric = kpi.metric.as_ref()?;
    let figure = figure(metric, &reading).ok()?;
    let said = format!(
        "{} ({})",
        value(&figure, metric, lang),
        certainty(&figure, lang)
    );
    if place.last_field().is_some() {
        return Some(inspector_on(lang, &said, &date(lang, &reading.on)));
    }
    let target = kpi.target.as_ref().filter(|_| reading.segment.is_none());
    let against = target.and_then(|target| {
        let verdict = verdict_word(verdict(&figure, target, today)?, lang);
        Some(map_against(lang, &goal(target, lang)?, verdict))
    });
    Some(said + &against.unwrap_or_default())
}

fn target(lang: Lang, kpi: &Kpi) -> Option<String> {
    let target = kpi.target.as_ref()?;
    let goal = goal(target, lang)?;
    Some(match target.by.as_str() {
        "" => goal,
        by => format!("{goal} {}", kpis_by(lang, &date(lang, by))),
    })
}

/// A view without its persona, whom the label names.
fn view(in_words: &Side<'_>, place: &Place) -> Option<String> {
    let fields = Kind::View.spec().fields.iter();
    let said = fields
        .filter(|field| field.name != "persona")
        .filter_map(|field| {
            let value = value_at(in_words, &place.field(field.name))?;
            let value = match field.of {
                Type::Text => quoted(in_words.lang, &value),
                _ => value,
            };
            Some(difference_named(
                in_words.lang,
                (field.word)(in_words.lang),
                &value,
            ))
        });
    let said: Vec<String> = said.collect();
    Some(said.join(" · ")).filter(|said| !said.is_empty())
}

/// The verdicts of the latest figure, behind a target.
fn latest(versions: &Versions<'_>, place: &Place) -> Option<String> {
    let is_target = |it: &Side<'_>| record_kind(it, place) == Some(Kind::Target);
    if !is_target(&versions.old) && !is_target(&versions.new) {
        return None;
    }
    let lang = versions.lang();
    let judged = |in_words: &Side<'_>| {
        let kpi = in_words.kpi(place.element.as_ref()?)?;
        let latest = total::latest(kpi.metric.as_ref()?, &kpi.readings)?;
        let judged = verdict(&latest.figure.ok()?, kpi.target.as_ref()?, versions.today)?;
        Some(verdict_word(judged, lang))
    };
    let words = match (judged(&versions.old), judged(&versions.new)) {
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        (_, Some(new)) => new.to_owned(),
        _ => return None,
    };
    Some(difference_verdict(lang, &words))
}

/// The gap that a new rating makes, behind it; said once, where both ratings changed.
fn gap(versions: &Versions<'_>, place: &Place) -> Option<String> {
    let key = place.element.as_ref()?;
    let of = |in_words: &Side<'_>| in_words.touchpoint(key).and_then(Touchpoint::gap);
    let (old, new) = (of(&versions.old), of(&versions.new));
    let changed = |rating: fn(&Touchpoint) -> Option<i64>| {
        let at = |in_words: &Side<'_>| in_words.touchpoint(key).and_then(rating);
        at(&versions.old) != at(&versions.new)
    };
    let says_it = match (place.steps.len(), place.last_field()?) {
        (1, "experience") => true,
        (1, "expectation") => !changed(|it| it.experience),
        _ => false,
    };
    let gap = |gap: Option<i64>| gap.map_or("?".to_owned(), signed_whole);
    let differs = says_it && old != new && (old.is_some() || new.is_some());
    differs.then(|| {
        let words = format!("{} → {}", gap(old), gap(new));
        difference_gap(versions.lang(), &words)
    })
}

/// A text, which is quoted, and whose words are compared.
fn is_text(in_words: &Side<'_>, place: &Place) -> bool {
    let parsed = in_words.parsed;
    let list = || parsed.field_of(&place.up()?);
    let of = parsed.field_of(place).or_else(list).map(|field| field.of);
    matches!(of, Some(Type::Line | Type::Text | Type::Texts))
}

fn in_quotes(in_words: &Side<'_>, place: &Place, value: String) -> String {
    match is_text(in_words, place) {
        true => quoted(in_words.lang, &value),
        false => value,
    }
}
