//! As-is and to-be side by side: both curves in one chart, and what differs in sentences.

use super::{Page, scrolling};
use crate::compare::{Aligned, Difference, aligned, differences};
use crate::exchange::chart::Frame;
use crate::exchange::chart::curve::{Column, Overview, curve};
use crate::exchange::markup::Markup;
use crate::i18n::differences::{Piece, Sentence, Versions};
use crate::i18n::{self as w, InWords};
use crate::journey::Parsed;
use crate::journey::fields::Kind;
use crate::journey::model::{Journey, Stage, State, Touchpoint};
use crate::journey::place::{ElementKey, Place};

/// The comparison with the twin, where there is one.
pub(super) fn compare(page: &Page<'_>, out: &mut Markup) {
    let Some([old, new]) = sides(page) else {
        return;
    };
    names(page, [old, new], out);
    scrolling(page, ("wide", w::scope_compare(page.lang)), out, |out| {
        let drawing = [
            ("class", "overview"),
            ("viewBox", "0 0 1200 530"),
            ("role", "img"),
            ("aria-label", w::html_two_curves(page.lang)),
        ];
        out.within("svg", &drawing, |out| curves(page, [old, new], out));
    });
}

/// Both maps, the one to be last.
fn sides<'p>(page: &'p Page<'_>) -> Option<[&'p Parsed; 2]> {
    let (parsed, twin) = (page.exported.parsed, page.exported.twin?);
    Some(match parsed.journey.state {
        Some(State::ToBe) => [twin, parsed],
        _ => [parsed, twin],
    })
}

fn is_of_note(difference: &Difference) -> bool {
    let of = |place: &Place| place.element.as_ref().is_some_and(is_note);
    match difference {
        Difference::Added(key) | Difference::Removed(key) => is_note(key),
        Difference::Moved { element, .. } => is_note(element),
        Difference::NewId { to, .. } => is_note(to),
        Difference::Fact(place) => of(place),
        Difference::Reworded { to, .. } => of(to),
        Difference::Reordered { items, .. } => items.iter().all(of),
        Difference::Comment { .. } => true,
    }
}

fn is_note(key: &ElementKey) -> bool {
    key.kind == Kind::Note
}

fn names(page: &Page<'_>, sides: [&Parsed; 2], out: &mut Markup) {
    out.within("ul", &[("class", "sides")], |out| {
        for (side, class) in sides.iter().zip(["side there", "side here"]) {
            out.within("li", &[("class", class)], |out| {
                let state = side.journey.state.map(|it| format!("{it:?}"));
                let word = |it: String| Kind::Journey.choice_word("state", &it, page.lang);
                let state = state.and_then(word);
                out.element("strong", &[], state.unwrap_or_default());
                out.text(" ");
                page.own("span", "", &side.journey.title, out);
            });
        }
    });
}

/// The id of a touchpoint says which it is.
fn touchpoints(journey: &Journey) -> Vec<(&Stage, &Touchpoint)> {
    let stages = journey.stages.iter();
    let all = stages.flat_map(|stage| stage.touchpoints.iter().map(move |it| (stage, it)));
    all.collect()
}

fn curves(page: &Page<'_>, [old, new]: [&Parsed; 2], out: &mut Markup) {
    let [left, right] = [old, new].map(|it| touchpoints(&it.journey));
    let ids = |side: &[(&Stage, &Touchpoint)]| -> Vec<String> {
        side.iter().map(|(_, it)| it.id.clone()).collect()
    };
    let order = aligned(&ids(&left), &ids(&right));
    let find = |side: &[(&'_ Stage, &'_ Touchpoint)], it: &Aligned<String>| {
        side.iter().position(|(_, other)| other.id == it.item)
    };
    let mut columns: Vec<Column<'_>> = Vec::new();
    for it in &order {
        let (stage, touchpoint) = match (find(&right, it), find(&left, it)) {
            (Some(at), _) => right[at],
            (None, Some(at)) => (stage_of(left[at].0, &columns, new), left[at].1),
            (None, None) => continue,
        };
        columns.push(Column {
            stage,
            touchpoint: Some(touchpoint),
        });
    }
    let of = |side: &[(&'_ Stage, &'_ Touchpoint)], is_left: bool| {
        let all = order.iter().enumerate();
        curve(all.filter_map(|(at, it)| {
            let touchpoint = side[find(side, it)?].1;
            Some((at, touchpoint, !(is_left && it.displaced)))
        }))
    };
    let (before, after) = (of(&left, true), of(&right, false));
    let overview = Overview {
        frame: Frame {
            x: 0.0,
            y: 0.0,
            width: 1200.0,
            height: 530.0,
        },
        columns: &columns,
        scale: page.journey.scale,
    };
    overview.draw(&[(&before, "there"), (&after, "here")], out);
}

/// The stages are those of the new one: what it no longer has stands in the stage of this id, else in
/// that of the touchpoint before.
fn stage_of<'s>(stage: &'s Stage, before: &[Column<'s>], new: &'s Parsed) -> &'s Stage {
    let same = new.journey.stages.iter().find(|it| it.id == stage.id);
    same.or(before.last().map(|it| it.stage)).unwrap_or(stage)
}

/// What differs, section by section; what is left out of the page stays out here too.
pub(super) fn told(page: &Page<'_>, out: &mut Markup) {
    let Some([old, new]) = sides(page) else {
        return;
    };
    let mut found = differences(old, new);
    found.retain(|it| !is_of_note(it));
    if found.is_empty() {
        return out.element("p", &[], w::compare_alike(page.lang));
    }
    let [before, after] = [old, new].map(|parsed| InWords {
        parsed,
        ..page.words
    });
    for section in Versions::new(before, after, &page.today).sections(&found) {
        let count = section.subjects.iter().map(|it| it.told.len()).sum();
        out.within("details", &[("open", "open")], |out| {
            let summary = w::diff_changes(page.lang, &section.heading, count);
            out.element("summary", &[], &summary);
            for subject in &section.subjects {
                if !subject.name.is_empty() {
                    out.element("h3", &[], subject.name.trim());
                }
                out.within("ul", &[], |out| {
                    for told in &subject.told {
                        out.within("li", &[], |out| sentence(&told.sentence, out));
                    }
                });
            }
        });
    }
}

fn sentence(sentence: &Sentence, out: &mut Markup) {
    for piece in &sentence.0 {
        match piece {
            Piece::Plain(text) => out.text(text),
            Piece::Gone(text) => out.element("del", &[], text),
            Piece::Come(text) => out.element("ins", &[], text),
        }
    }
}
