//! Sentences about elements as a whole: come, gone, moved, put in another order; about texts and
//! comments.

use super::sentence::{Piece, Sentence, marked};
use super::{
    Side, Versions, difference_added, difference_after, difference_changed, difference_comment,
    difference_first, difference_gone, difference_moved, difference_named, difference_new,
    difference_new_id, difference_order, difference_removed, difference_removed_with,
    difference_reworded, quoted,
};
use crate::compare::comment_text;
use crate::i18n::figures::metric_name;
use crate::i18n::{Lang, named};
use crate::journey::Parsed;
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::place::{ElementKey, Place, Step};
use crate::ron_text::Node;
use crate::text::{truncate, width};

/// Columns of a text that stands for something else: a note by its words, an item of an order.
const NAME_COLUMNS: usize = 60;

/// Texts of fewer columns are said as they were and as they are.
const MARKED_COLUMNS: usize = 40;

/// What an element is called, now or before.
pub(super) fn name(versions: &Versions<'_>, key: &ElementKey) -> String {
    let in_words = version_of(versions, key);
    if let Some(metric) = in_words.kpi(key).and_then(|kpi| kpi.metric.as_ref()) {
        return metric_name(metric, in_words.lang).to_owned();
    }
    let node = in_words.parsed.index.node(key);
    let name = node.map(|id| in_words.label_of(in_words.parsed.tree.node(id)));
    let name = name.filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| key.id.clone());
    match key.kind {
        Kind::Note => truncate(&name, NAME_COLUMNS).into_owned(),
        _ => name,
    }
}

/// The version that has the element: the new one, if both have it.
fn version_of<'s, 'v>(versions: &'s Versions<'v>, key: &ElementKey) -> &'s Side<'v> {
    match versions.new.parsed.index.node(key) {
        Some(_) => &versions.new,
        None => &versions.old,
    }
}

pub(super) fn added(versions: &Versions<'_>, key: &ElementKey, says_name: bool) -> String {
    let lang = versions.lang();
    let what = difference_added(lang, key.kind.word(lang));
    let what = with_name(versions, key, what, says_name);
    let mut facts = summary(&versions.new, key, |_| true);
    facts.insert(0, what);
    facts.join(" · ")
}

pub(super) fn removed(versions: &Versions<'_>, key: &ElementKey, says_name: bool) -> String {
    let lang = versions.lang();
    let what = difference_removed(lang, key.kind.word(lang));
    let what = with_name(versions, key, what, says_name);
    let is_gone = |inner: &ElementKey| versions.new.parsed.index.node(inner).is_none();
    let gone = inside(versions.old.parsed, key).into_iter().filter(is_gone);
    let gone: Vec<String> = gone
        .map(|inner| quoted(lang, &name(versions, &inner)))
        .collect();
    let what = match gone.is_empty() {
        true => what,
        false => format!(
            "{what}, {}",
            difference_removed_with(lang, &gone.join(", "))
        ),
    };
    // What was in it may be elsewhere now.
    let stays = |field: &Field| !matches!(field.of, Type::Elements(_));
    let mut facts = summary(&versions.old, key, stays);
    facts.insert(0, what);
    facts.join(" · ")
}

/// The elements directly in an element.
fn inside(parsed: &Parsed, key: &ElementKey) -> Vec<ElementKey> {
    let node = parsed.index.node(key).map(|id| parsed.tree.node(id));
    let fields = key.kind.spec().fields.iter();
    let lists = fields.filter(|field| matches!(field.of, Type::Elements(_)));
    let lists = lists.filter_map(|field| node?.field(field.name)?.inner());
    let items = lists.flat_map(Node::children);
    let key = |item: Node<'_>| parsed.index.key(item.inner()?.id()).cloned();
    items.filter_map(key).collect()
}

fn with_name(versions: &Versions<'_>, key: &ElementKey, what: String, says_name: bool) -> String {
    match says_name {
        true => difference_named(versions.lang(), &what, &name(versions, key)),
        false => what,
    }
}

/// What an element says in short: numbers, choices, references and dates, and what is in it.
fn summary(in_words: &Side<'_>, key: &ElementKey, wanted: impl Fn(&Field) -> bool) -> Vec<String> {
    let parsed = in_words.parsed;
    let node = parsed.index.node(key).map(|id| parsed.tree.node(id));
    // A hand-over is named by its ends.
    let is_in_name =
        |field: &Field| key.kind == Kind::Handover && ["from", "to"].contains(&field.name);
    let fields = key.kind.spec().fields.iter();
    let fields = fields.filter(|field| wanted(field) && !is_in_name(field));
    let fact = |field: &'static Field| {
        let value = node?.field(field.name)?.inner()?;
        Some((field, value))
    };
    fields
        .filter_map(fact)
        .filter_map(|(field, value)| in_short(in_words, field, value))
        .collect()
}

fn in_short(in_words: &Side<'_>, field: &'static Field, value: Node<'_>) -> Option<String> {
    let word = (field.word)(in_words.lang);
    match field.of {
        Type::Record(Kind::MomentOfTruth) => Some(word.to_owned()),
        Type::Whole(..)
        | Type::OnScale
        | Type::Choice(_)
        | Type::Reference(_)
        | Type::Loose(_)
        | Type::AnyReference
        | Type::Date
        | Type::Flag => Some(difference_named(
            in_words.lang,
            word,
            &in_words.value(field, value),
        )),
        Type::Elements(_) | Type::References(_) => {
            let names = in_words.value(field, value).replace('\n', ", ");
            let said = difference_named(in_words.lang, word, &names);
            Some(said).filter(|_| !names.is_empty())
        }
        _ => None,
    }
}

pub(super) fn moved(versions: &Versions<'_>, from: &Place) -> String {
    let lang = versions.lang();
    let place = match &from.element {
        Some(key) => named(
            lang,
            &in_sentence(lang, key.kind.word(lang)),
            &name(versions, key),
        ),
        None => in_sentence(lang, Kind::Journey.word(lang)),
    };
    difference_moved(lang, &place)
}

/// A noun as it stands within a sentence; an abbreviation keeps its capitals.
fn in_sentence(lang: Lang, noun: &str) -> String {
    let is_word = noun.chars().nth(1).is_some_and(char::is_lowercase);
    match lang {
        Lang::En if is_word => noun.to_lowercase(),
        _ => noun.to_owned(),
    }
}

pub(super) fn new_id(versions: &Versions<'_>, from: &ElementKey, to: &ElementKey) -> String {
    difference_new_id(versions.lang(), &from.id, &to.id)
}

pub(super) fn reordered(versions: &Versions<'_>, list: &Place, items: &[Place]) -> String {
    let lang = versions.lang();
    let siblings = siblings(&versions.new, list);
    let said = |item: &Place| {
        let at = siblings.iter().position(|sibling| sibling == item)?;
        let item = item_name(versions, item);
        Some(match at.checked_sub(1) {
            None => difference_first(lang, &item),
            Some(before) => difference_after(lang, &item, &item_name(versions, &siblings[before])),
        })
    };
    let said: Vec<String> = items.iter().filter_map(said).collect();
    difference_order(lang, &label(&versions.new, list), &said.join("; "))
}

fn siblings(in_words: &Side<'_>, list: &Place) -> Vec<Place> {
    let parsed = in_words.parsed;
    let node = parsed
        .index
        .locate(&parsed.tree, list)
        .and_then(Node::inner);
    let items = node.into_iter().flat_map(Node::children);
    let place = |item: Node<'_>| parsed.index.place(item.inner().unwrap_or(item));
    items.map(place).collect()
}

fn item_name(versions: &Versions<'_>, item: &Place) -> String {
    let lang = versions.lang();
    let text = match (&item.element, item.steps.as_slice()) {
        (Some(key), []) => name(versions, key),
        _ => value_at(&versions.new, item).unwrap_or_default(),
    };
    quoted(lang, &truncate(&text, NAME_COLUMNS))
}

/// The word of the field that a place ends in.
pub(super) fn label(in_words: &Side<'_>, place: &Place) -> String {
    let word = in_words.parsed.field_of(place).map(|field| field.word);
    word.map_or_else(
        || super::difference_unknown(in_words.lang, place.last_field().unwrap_or_default()),
        |word| word(in_words.lang).to_owned(),
    )
}

/// What stands at a place, in words; `None` where nothing does.
pub(super) fn value_at(in_words: &Side<'_>, place: &Place) -> Option<String> {
    let parsed = in_words.parsed;
    let node = parsed.index.locate(&parsed.tree, place)?;
    let value = node.inner()?;
    if parsed.is_unfit(node.id()) || parsed.is_unfit(value.id()) {
        return Some(value.raw().to_owned());
    }
    let list = || match place.steps.last() {
        Some(Step::Item { .. }) => parsed.field_of(&place.up()?),
        _ => None,
    };
    let words = match (parsed.field_of(place), list().map(|field| field.of)) {
        (Some(field), _) => in_words.value(field, value).replace('\n', ", "),
        (None, Some(Type::References(kind))) => in_words.name_of(Some(kind), value),
        (None, Some(Type::Texts | Type::Codes)) => value.text()?.into_owned(),
        (None, Some(_)) => in_words.record_line(value),
        (None, None) => value.raw().to_owned(),
    };
    Some(words)
}

/// A text in which words changed. Of a short one both are soon read.
pub(super) fn changed_text(versions: &Versions<'_>, label: &str, old: &str, new: &str) -> Sentence {
    let lang = versions.lang();
    let is_short = width(old).max(width(new)) < MARKED_COLUMNS;
    let Some(marks) = marked(old, new).filter(|_| !is_short) else {
        let (old, new) = (quoted(lang, old), quoted(lang, new));
        return Sentence::plain(difference_changed(lang, label, &old, &new));
    };
    let quotes = quoted(lang, "\0");
    let (open, close) = quotes.split_once('\0').unwrap_or_default();
    let mut pieces = vec![Piece::Plain(format!(
        "{}{open}",
        difference_reworded(lang, label)
    ))];
    pieces.extend(marks);
    pieces.push(Piece::Plain(close.to_owned()));
    Sentence(pieces)
}

pub(super) fn reworded(versions: &Versions<'_>, from: &Place, to: &Place) -> Sentence {
    let label = to.up().map(|list| label(&versions.new, &list));
    let (old, new) = (value_at(&versions.old, from), value_at(&versions.new, to));
    changed_text(
        versions,
        &label.unwrap_or_default(),
        &old.unwrap_or_default(),
        &new.unwrap_or_default(),
    )
}

pub(super) fn comment(versions: &Versions<'_>, text: &str, is_new: bool) -> Sentence {
    let lang = versions.lang();
    let label = difference_comment(lang);
    let text = quoted(lang, &comment_text(text));
    Sentence::plain(match is_new {
        true => difference_new(lang, label, &text),
        false => difference_gone(lang, label, &text),
    })
}
