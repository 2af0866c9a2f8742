//! What must hold after every edit.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use touchline::document::edit::Edit;
use touchline::journey::Parsed;
use touchline::journey::check::Neighbour;
use touchline::journey::fields::Kind;
use touchline::journey::finding::Severity;
use touchline::journey::place::{ElementKey, Place};
use touchline::journey::shape::canonical;
use touchline::ron_text::{Node, NodeKind, Tree, fragment};

use crate::edits::{Made, Way};
use crate::files::File;
use crate::model;
use crate::text::{Bag, all_unknown, anchors, bag, comments, dense, unknown, without};

/// Panics unless all laws hold between the two states of a file.
pub(crate) fn check(file: &File, before: &Parsed, after: &Parsed, made: &Made) {
    assert_eq!(after.tree.error(), None);
    assert!(!after.is_unreadable());
    model::assert_as_meant(before, after, made);
    assert_comments(before, after, made);
    assert_unknown(before, after, made);
    assert_file(file, before, after);
    assert_findings(before, after, made);
    if file.canonical {
        assert!(
            canonical(&after.tree) == after.tree.text(),
            "no longer canonical"
        );
    } else {
        assert_elsewhere(before, after, &made.edit);
        assert_elements(before, after, made);
        assert_one_line(before, after, &made.edit);
        assert_style(before, after);
    }
}

fn node<'t>(parsed: &'t Parsed, place: &Place) -> Option<Node<'t>> {
    parsed.index.locate(&parsed.tree, place)
}

/// The edit takes this away with all that is in it.
fn removed(before: &Parsed, edit: &Edit) -> String {
    match edit {
        Edit::Remove { item: place } | Edit::Set { place, value: None } => {
            node(before, place).map(fragment).unwrap_or_default()
        }
        Edit::Set {
            place,
            value: Some(value),
        } => match node(before, place).and_then(Node::inner) {
            Some(list) if list.kind() == NodeKind::List => gone(list, value),
            Some(old) => old.raw().to_owned(),
            None => String::new(),
        },
        _ => String::new(),
    }
}

/// Items of a list that are not in its new value; where texts repeat, all.
fn gone(list: Node<'_>, value: &str) -> String {
    let new = Tree::read(value.to_owned());
    let texts =
        |list: Node<'_>| -> Vec<String> { list.children().map(|it| dense(it.raw())).collect() };
    let (old, new) = (texts(list), new.root().map(texts).unwrap_or_default());
    let once = |texts: &[String]| texts.iter().collect::<BTreeSet<_>>().len() == texts.len();
    if !once(&old) || !once(&new) {
        return list.raw().to_owned();
    }
    let gone = list.children().filter(|it| !new.contains(&dense(it.raw())));
    gone.map(fragment).collect::<Vec<_>>().join("\n")
}

fn assert_comments(before: &Parsed, after: &Parsed, made: &Made) {
    let more = match &made.edit {
        Edit::Insert { item, .. } => comments(item),
        _ => Bag::new(),
    };
    let less = comments(&removed(before, &made.edit));
    let expected = without(comments(before.tree.text()), less, more);
    let found = comments(after.tree.text());
    let difference = without(expected, found, Bag::new());
    assert!(difference.is_empty(), "comments: {difference:?}");
}

fn assert_unknown(before: &Parsed, after: &Parsed, made: &Made) {
    let goes = match &made.edit {
        Edit::Remove { item: place } | Edit::Set { place, .. } => node(before, place),
        _ => None,
    };
    let kind = |node: Node<'_>| {
        let place = before.index.place(node.inner()?);
        before.index.kind_at(&before.tree, &place)
    };
    // A list or record as a whole, or one item of a list.
    let inside = |node: Node<'_>| match node.inner().map(Node::kind) {
        Some(NodeKind::List) => node
            .inner()
            .into_iter()
            .flat_map(Node::children)
            .map(|item| unknown(item, kind(item)))
            .fold(Bag::new(), |all, more| without(all, Bag::new(), more)),
        _ => unknown(node, kind(node)),
    };
    let less = goes.map(inside).unwrap_or_default();
    let mut missing = without(all_unknown(before), less, Bag::new());
    missing = without(missing, all_unknown(after), Bag::new());
    missing.retain(|_, count| *count > 0);
    assert!(missing.is_empty(), "unknown fields: {missing:?}");
}

/// Line endings, byte order mark, last line, anchors or none.
fn assert_file(file: &File, before: &Parsed, after: &Parsed) {
    let (old, new) = (before.tree.text(), after.tree.text());
    assert_eq!(
        old.starts_with('\u{FEFF}'),
        new.starts_with('\u{FEFF}'),
        "byte order mark"
    );
    assert_eq!(old.ends_with('\n'), new.ends_with('\n'), "final newline");
    let mixed = |text: &str| {
        let crlf = text.matches("\r\n").count();
        crlf > 0 && crlf < text.matches('\n').count()
    };
    let windows = file.text.contains("\r\n");
    assert!(!windows || !mixed(new), "line endings");
    assert!(windows || !new.contains('\r'), "line endings");
    assert!(anchors(old) > 0 || anchors(new) == 0, "anchors came in");
}

fn errors(parsed: &Parsed) -> Bag {
    let errors = parsed.findings.iter();
    let errors = errors.filter(|it| it.severity() == Severity::Error);
    bag(errors.map(|it| it.code().as_str().to_owned()))
}

/// Valid edits bring no error, and no stale anchor.
fn assert_findings(before: &Parsed, after: &Parsed, made: &Made) {
    let stale = |parsed: &Parsed| {
        let codes = parsed.findings.iter().map(|it| it.code().as_str());
        codes.filter(|code| *code == "W003").count()
    };
    assert!(stale(after) <= stale(before), "a stale anchor");
    if matches!(made.way, Way::Remove | Way::Clear) {
        return;
    }
    let mut new = without(errors(after), errors(before), Bag::new());
    // A copy has the errors of its original.
    let copied = made.way == Way::Duplicate;
    new.retain(|code, count| *count > 0 && !(copied && errors(before).contains_key(code)));
    assert!(new.is_empty(), "new errors {new:?}");
}

/// The bytes outside of what the edit touches are what they were.
fn assert_elsewhere(before: &Parsed, after: &Parsed, edit: &Edit) {
    let Some(range) = touched(before, edit) else {
        return;
    };
    let (old, new) = (before.tree.text(), after.tree.text());
    assert!(
        new.starts_with(&old[..range.start]),
        "bytes before the edit"
    );
    assert!(new.ends_with(&old[range.end..]), "bytes behind the edit");
}

/// The value that is set, else the record or list that changes; `None` for changes in several
/// places.
fn touched(before: &Parsed, edit: &Edit) -> Option<Range<usize>> {
    match edit {
        Edit::Set {
            place,
            value: Some(_),
        } if !writes_default(before, edit) => {
            Some(match node(before, place).and_then(Node::inner) {
                Some(value) => value.span(),
                None => nearest(before, place).span(),
            })
        }
        Edit::Set { place, .. } | Edit::Remove { item: place } => {
            let mut goes = node(before, place)?;
            while goes.parent().is_some_and(|it| it.children().count() == 1) {
                goes = goes.parent()?;
            }
            Some(goes.parent()?.span())
        }
        Edit::Insert { list, .. } => Some(nearest(before, list).span()),
        _ => None,
    }
}

fn writes_default(before: &Parsed, edit: &Edit) -> bool {
    let Edit::Set {
        place,
        value: Some(value),
    } = edit
    else {
        return false;
    };
    let field = place.table_field(before.index.root_kind().unwrap());
    field.is_some_and(|(_, field)| field.default == Some(value))
}

fn nearest<'t>(parsed: &'t Parsed, place: &Place) -> Node<'t> {
    let above = std::iter::successors(Some(place.clone()), Place::up);
    let mut nodes = above.filter_map(|place| node(parsed, &place)?.inner());
    nodes.next().unwrap()
}

/// Elements that the edit does not touch keep their bytes; those that move, their tokens.
fn assert_elements(before: &Parsed, after: &Parsed, made: &Made) {
    if matches!(made.edit, Edit::ChangeId { .. }) {
        return assert_references_alone(before, after);
    }
    let touched: Vec<Range<usize>> = touched_nodes(before, &made.edit);
    let (old, new) = (elements(before), elements(after));
    let moved = matches!(made.edit, Edit::Move { .. });
    for (key, node) in old {
        let span = node.span();
        let holds = |range: &Range<usize>| span.start <= range.start && range.end <= span.end;
        let gone = |range: &Range<usize>| range.start <= span.start && span.end <= range.end;
        if touched.iter().any(holds) || !moved && touched.iter().any(gone) {
            continue;
        }
        let now = new.get(&key).unwrap_or_else(|| panic!("{key:?} is gone"));
        match touched.iter().any(gone) {
            true => assert_eq!(dense(node.raw()), dense(now.raw()), "{key:?}"),
            false => assert_eq!(node.raw(), now.raw(), "{key:?}"),
        }
    }
}

fn touched_nodes(before: &Parsed, edit: &Edit) -> Vec<Range<usize>> {
    match edit {
        Edit::Set { place, .. } | Edit::Remove { item: place } => {
            vec![nearest(before, place).span()]
        }
        Edit::Insert { list, .. } => vec![nearest(before, list).span()],
        Edit::Move { item, list, .. } => {
            vec![nearest(before, item).span(), nearest(before, list).span()]
        }
        _ => Vec::new(),
    }
}

type Key = (Kind, String);

fn elements(parsed: &Parsed) -> BTreeMap<Key, Node<'_>> {
    let name = |key: &ElementKey| (key.kind, key.id.clone());
    let elements = parsed.index.elements();
    elements
        .map(|(key, node)| (name(key), parsed.tree.node(node)))
        .collect()
}

/// A new id changes words in lines, and no line else.
fn assert_references_alone(before: &Parsed, after: &Parsed) {
    let words = |text: &str| text.split(['"', '\n']).count();
    let (old, new) = (before.tree.text(), after.tree.text());
    assert_eq!(words(old), words(new), "more than ids changed");
}

/// A value on one line that becomes another one on one line changes that line alone.
fn assert_one_line(before: &Parsed, after: &Parsed, edit: &Edit) {
    let Edit::Set {
        place,
        value: Some(value),
    } = edit
    else {
        return;
    };
    let old = node(before, place).and_then(Node::inner);
    let one_line = old.is_some_and(|old| !old.raw().contains('\n') && is_scalar(old));
    if !one_line || writes_default(before, edit) || value.starts_with(['[', '(']) {
        return;
    }
    let lines = |parsed: &Parsed| parsed.tree.text().split('\n').map(str::to_owned).collect();
    let (old, new): (Vec<String>, Vec<String>) = (lines(before), lines(after));
    assert_eq!(old.len(), new.len(), "lines");
    let changed = old.iter().zip(&new).filter(|(old, new)| old != new).count();
    assert!(changed <= 1, "{changed} lines");
}

fn is_scalar(node: Node<'_>) -> bool {
    node.children().next().is_none()
}

/// Where `Some(…)` is written it is written around what an edit brings in, too.
fn assert_style(before: &Parsed, after: &Parsed) {
    let style = |node: Node<'_>| node.name() == Some("Some");
    if before.tree.has_extension("implicit_some") || !nodes(before).into_iter().any(style) {
        return;
    }
    let (old, new) = (bare(before), bare(after));
    let mut more = without(new, old, Bag::new());
    more.retain(|_, count| *count > 0);
    assert!(more.is_empty(), "without Some: {more:?}");
}

/// Optional fields whose value is not within `Some(…)`.
fn bare(parsed: &Parsed) -> Bag {
    let mut found = Vec::new();
    for node in nodes(parsed) {
        let place = parsed.index.place(node);
        let field = parsed
            .index
            .root_kind()
            .and_then(|root| place.table_field(root));
        let optional = field
            .filter(|(_, field)| !field.required && !field.is_list() && field.default.is_none());
        let is_some = node.name() == Some("Some") || node.name() == Some("None");
        let within = node.parent().is_some_and(|it| it.name() == Some("Some"));
        if let (Some((_, field)), false, false) = (optional, is_some, within) {
            found.push(field.name.to_owned());
        }
    }
    bag(found)
}

fn nodes(parsed: &Parsed) -> Vec<Node<'_>> {
    let mut nodes: Vec<_> = parsed.tree.root().into_iter().collect();
    let mut next = 0;
    while let Some(&node) = nodes.get(next) {
        nodes.extend(node.children());
        next += 1;
    }
    nodes
}

/// What files are read with.
pub(crate) fn context() -> touchline::journey::Context {
    touchline::journey::Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}
