//! Deleting: what is referenced asks first, and takes its references along.

use crate::app::App;
use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does};
use crate::document::edit::Edit;
use crate::i18n as w;
use crate::journey::place::Place;
use crate::journey::references::references_into;
use crate::ron_text::Node;

/// Removes what stands at a place; asks where something refers to it.
pub fn remove(app: &mut App, place: &Place) {
    let references: Vec<Place> = match (&place.element, place.steps.is_empty()) {
        (Some(element), true) => {
            let parsed = &app.document.parsed;
            references_into(parsed, element)
                .into_iter()
                .map(|it| parsed.index.place(it))
                .collect()
        }
        _ => Vec::new(),
    };
    let edit = Edit::Remove {
        item: place.clone(),
    };
    match references.is_empty() {
        true => _ = app.edit(&edit),
        false => ask(app, place, &references, edit),
    }
}

fn ask(app: &mut App, place: &Place, references: &[Place], removal: Edit) {
    let lang = app.lang;
    let mut lines: Vec<String> = references.iter().map(|it| app.place_in_words(it)).collect();
    lines.dedup();
    let mut edits: Vec<Edit> = Vec::new();
    for reference in references {
        let edit = Edit::Remove {
            item: cleared(app, reference),
        };
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }
    edits.reverse();
    edits.push(removal);
    let answer = |label: &str, key: char, does: Does| Answer {
        key,
        label: label.to_owned(),
        does,
    };
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: w::referenced_title(lang, &app.place_in_words(place)),
        lines,
        answers: vec![
            answer(w::cancel(lang), 'c', Does::Cancel),
            answer(
                w::clear_references(lang),
                w::clear_references_key(lang),
                Does::Edit(Edit::Many(edits)),
            ),
        ],
        scroll: 0,
    }));
}

/// What goes with a reference: itself, or the record or element that cannot be without it.
fn cleared(app: &App, reference: &Place) -> Place {
    let required = app.field_of(reference).is_some_and(|field| field.required);
    match reference.up().filter(|_| required) {
        Some(owner) => owner,
        None => reference.clone(),
    }
}

impl App {
    /// A place in words: the element's name, then the fields on the way.
    pub fn place_in_words(&self, place: &Place) -> String {
        let parsed = &self.document.parsed;
        let mut words = Vec::new();
        let element = place
            .element
            .as_ref()
            .and_then(|key| Some((key, parsed.index.node(key)?)));
        match element {
            Some((key, node)) => {
                let name = self.label_of(parsed.tree.node(node));
                words.push(w::named(self.lang, key.kind.word(self.lang), &name));
            }
            None => words.push(self.journey().title.clone()),
        }
        for end in 1..=place.steps.len() {
            let part = Place {
                element: place.element.clone(),
                steps: place.steps[..end].to_vec(),
            };
            match (self.field_of(&part), part.last_field()) {
                (Some(field), _) => words.push((field.word)(self.lang).to_owned()),
                (None, Some(name)) => words.push(name.to_owned()),
                (None, None) => words.extend(self.item_in_words(&part)),
            }
        }
        words.join(" › ")
    }

    fn item_in_words(&self, item: &Place) -> Option<String> {
        let parsed = &self.document.parsed;
        let node = parsed
            .index
            .locate(&parsed.tree, item)
            .and_then(Node::inner)?;
        Some(
            node.text()
                .map_or_else(|| self.record_line(node), |text| text.into_owned()),
        )
    }
}
