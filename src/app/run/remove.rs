//! Deleting: what is referenced asks first, and takes its references along.

use crate::app::App;
use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does};
use crate::document::edit::Edit;
use crate::i18n as w;
use crate::journey::Parsed;
use crate::journey::place::Place;
use crate::journey::references::references_into;
use crate::ron_text::Node;

/// Removes what stands at a place; asks where something refers to it.
pub fn remove(app: &mut App, place: &Place) {
    remove_all(app, std::slice::from_ref(place));
}

/// Removes what stands at several places, as one step; asks where something refers to it.
pub fn remove_all(app: &mut App, places: &[Place]) {
    let references = references_from_outside(app, places);
    let removal = |place: &Place| Edit::Remove {
        item: place.clone(),
    };
    let removals: Vec<Edit> = outermost(app, places).into_iter().map(removal).collect();
    match (removals.as_slice(), references.is_empty()) {
        ([], _) => {}
        ([one], true) => _ = app.edit(one),
        (_, true) => _ = app.edit(&Edit::Many(removals)),
        (_, false) => ask(app, places, &references, removals),
    }
}

/// Places without those that go along with another of them.
fn outermost<'p>(app: &App, places: &'p [Place]) -> Vec<&'p Place> {
    let parsed = &app.document.parsed;
    let span = |place: &Place| Some(parsed.index.locate(&parsed.tree, place)?.span());
    let spans: Vec<_> = places.iter().filter_map(span).collect();
    let inside = |place: &&Place| {
        span(place).is_some_and(|own| {
            let around = |it: &std::ops::Range<usize>| it.start < own.start && own.end < it.end;
            spans.iter().any(around)
        })
    };
    places.iter().filter(|place| !inside(place)).collect()
}

/// The references to the elements at these places that do not go along with them.
fn references_from_outside(app: &App, places: &[Place]) -> Vec<Place> {
    let parsed = &app.document.parsed;
    let span = |place: &Place| Some(parsed.index.locate(&parsed.tree, place)?.span());
    let going: Vec<_> = places.iter().filter_map(span).collect();
    let elements = places.iter().filter(|place| place.steps.is_empty());
    let keys = elements.filter_map(|place| place.element.as_ref());
    let references = keys.flat_map(|key| references_into(parsed, key));
    let stays = |node: &Node<'_>| {
        let at = node.span().start;
        !going.iter().any(|range| range.contains(&at))
    };
    references
        .filter(stays)
        .map(|it| parsed.index.place(it))
        .collect()
}

fn ask(app: &mut App, places: &[Place], references: &[Place], removals: Vec<Edit>) {
    let lang = app.lang;
    let mut lines: Vec<String> = references.iter().map(|it| app.place_in_words(it)).collect();
    lines.dedup();
    let mut edits: Vec<Edit> = Vec::new();
    for reference in references {
        let edit = Edit::Remove {
            item: goes_along(&app.document.parsed, reference),
        };
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }
    edits.reverse();
    edits.extend(removals);
    let answer = |label: &str, key: char, does: Does| Answer {
        key,
        label: label.to_owned(),
        does,
    };
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: referenced_title(app, places),
        lines,
        answers: vec![
            answer(w::cancel(lang), w::cancel_key(lang), Does::Cancel),
            answer(
                w::clear_references(lang),
                w::clear_references_key(lang),
                Does::Edit(Edit::Many(edits)),
            ),
        ],
        scroll: 0,
    }));
}

fn referenced_title(app: &App, places: &[Place]) -> String {
    match places {
        [one] => w::referenced_title(app.lang, &app.place_in_words(one)),
        several => w::several_referenced_title(app.lang, several.len()),
    }
}

/// What goes with a reference: itself, or the record or element that cannot be without it.
pub fn goes_along(parsed: &Parsed, reference: &Place) -> Place {
    let required = parsed
        .field_of(reference)
        .is_some_and(|field| field.required);
    match reference.up().filter(|_| required) {
        Some(owner) => owner,
        None => reference.clone(),
    }
}

impl App {
    /// A place in words: the element's name, then the fields on the way.
    pub fn place_in_words(&self, place: &Place) -> String {
        self.in_words().place(place)
    }
}
