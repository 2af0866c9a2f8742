//! From what a person wants to the `Edit` that does it: new elements with their ids, copies with
//! theirs, what a dialog was asked for. Changes nothing itself.

use crate::sort;
use std::collections::HashMap;

use super::App;
use super::changes::Showing;
use super::compare::With;
use super::effect::Effect;
use super::palette::Goal;
use crate::document::edit::{Edit, Slot};
use crate::journey::fields::{Kind, Type};
use crate::journey::id::free_id;
use crate::journey::model::NoteKind;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::{self, Node, TextEdit, Tree, quote};

/// What becomes of the answer of a dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// The field at this place.
    Field(Place),
    /// The same field of several elements: the first one's place, then the others'.
    Fields(Place, Vec<Place>),
    /// Which field of these elements is to be set.
    FieldOf(Vec<ElementKey>),
    /// The stage that these touchpoints go to.
    MoveTo(Vec<ElementKey>),
    /// The id of this element.
    Id(ElementKey),
    /// The name of a new element for this list.
    NewElement {
        /// Its kind.
        kind: Kind,
        /// The list.
        list: Place,
        /// Where in the list.
        slot: Slot,
    },
    /// A new text for this list.
    NewText {
        /// The list.
        list: Place,
        /// Where in the list.
        slot: Slot,
    },
    /// A new record for this list; what is asked is the first of its required fields.
    NewRecord {
        /// Its kind.
        kind: Kind,
        /// The list.
        list: Place,
        /// Where in the list.
        slot: Slot,
    },
    /// A note on this element.
    Note {
        /// What it is about.
        about: ElementKey,
        /// What kind of note.
        kind: Option<NoteKind>,
    },
    /// What a new note is about.
    NoteAbout,
    /// The title of an improvement.
    Improvement(Need),
    /// Which of these pains and feedbacks of a touchpoint an improvement answers.
    Cause(ElementKey, Vec<String>),
    /// How the screens are to look.
    Look,
    /// What to bring back from an old version: the edit of each choice.
    BringBack(Vec<Edit>),
    /// The revision that the document is compared with, and how that is shown.
    Revision(Showing),
    /// The file that the document is compared with.
    OtherFile,
    /// What the document is compared with: what each of the choices is.
    CompareWith(Vec<With>),
    /// The personas whose curves the map shows.
    Personas,
    /// The way through the journey that the map shows.
    Path,
    /// The name of another file to save to, and what follows.
    SaveAs(Vec<Effect>),
    /// What is to be done about this element.
    TodoText(ElementKey),
    /// Who does it.
    TodoOwner(Box<Todo>),
    /// Until when.
    TodoDue(Box<Todo>),
    /// What a meeting goes through.
    Agenda,
    /// Minutes planned for each item of a meeting.
    Planned,
    /// Who takes part in a meeting.
    Participants,
    /// Which number of this touchpoint is voted on.
    VoteOn(ElementKey),
    /// The name of the file for the minutes.
    Minutes,
    /// The file that the journey is given out to.
    Export,
    /// A folder whose journeys are to be shown.
    Folder,
    /// What the journeys of a folder are sorted by.
    PortfolioOrder,
    /// What their title or path is to hold.
    PortfolioText,
    /// The map that a journey is to be made of.
    Map,
    /// The file for the journey of this text, which came of a map.
    MapName(String),
    /// Something of an import of survey answers.
    Import(super::import::Asking),
    /// What to do, or where to go: what each of the choices is.
    Palette(Vec<Goal>),
    /// What to search for, and where the search began.
    Search(Box<super::search::Origin>),
    /// The owner, channel or persona that the Map is filtered by.
    Filter(Kind),
    /// Lines of quick add, and where it stands.
    Capture(super::capture::Capture),
}

/// What a new improvement is for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Need {
    /// The touchpoint.
    pub at: Option<ElementKey>,
    /// The pain or feedback that it answers.
    pub because: Option<String>,
}

/// A to-do that is being asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Todo {
    /// What it is about.
    pub about: ElementKey,
    /// What is to be done.
    pub text: String,
    /// Who does it: a department by its id, or any name.
    pub owner: Option<String>,
}

/// A note to be added.
#[derive(Debug, Clone)]
pub struct NewNote<'n> {
    /// What it is about.
    pub about: &'n ElementKey,
    /// What kind of note.
    pub kind: Option<NoteKind>,
    /// Who is to do it: a department by its id, or any name.
    pub owner: Option<&'n str>,
    /// Until when, `YYYY-MM-DD`.
    pub due: Option<&'n str>,
    /// What it says.
    pub text: &'n str,
}

impl<'n> NewNote<'n> {
    /// A note of no kind.
    pub fn on(about: &'n ElementKey, text: &'n str) -> NewNote<'n> {
        NewNote {
            about,
            kind: None,
            owner: None,
            due: None,
            text,
        }
    }
}

impl App {
    /// The edit that adds a note at the end of the list, with its id, which is made from a name.
    pub fn new_note(&self, name: &str, note: &NewNote<'_>) -> (Edit, String) {
        let id = self.new_id(Kind::Note, name);
        let kind = note.kind.map(|kind| ("kind", format!("{kind:?}")));
        let quoted = |field, value: Option<&str>| value.map(|value| (field, quote(value)));
        let fields = [
            quoted("id", Some(&id)),
            quoted("at", Some(&note.about.id)),
            quoted("on", Some(&self.today())),
            kind,
            quoted("owner", note.owner),
            quoted("due", note.due),
            quoted("text", Some(note.text)),
        ];
        let fields = fields.into_iter().flatten();
        let fields: Vec<String> = fields.map(|(field, it)| format!("{field}: {it}")).collect();
        let item = format!("Note({})", fields.join(", "));
        let list = Place::root().field("notes");
        (insertion(list, Slot::Last, item), id)
    }

    /// An id for a new element of this kind and name.
    pub fn new_id(&self, kind: Kind, name: &str) -> String {
        self.new_id_beside(kind, name, &[])
    }

    /// An id that is none of those `beside` either.
    pub fn new_id_beside(&self, kind: Kind, name: &str, beside: &[String]) -> String {
        let index = &self.document.parsed.index;
        let taken = |id: &str| {
            index.namesakes(&ElementKey::new(kind, id)) > 0 || beside.iter().any(|it| it == id)
        };
        free_id(kind, name, taken)
    }

    /// A new element of this kind and name, and its id.
    pub fn new_element(&self, kind: Kind, name: &str) -> (String, String) {
        let id = self.new_id(kind, name);
        let struct_name = kind.spec().name.unwrap_or_default();
        let named = kind
            .spec()
            .fields
            .iter()
            .find(|it| it.required && matches!(it.of, Type::Line | Type::Text));
        let rest = match named {
            Some(field) => format!(", {}: {}", field.name, quote(name)),
            None => String::new(),
        };
        (format!("{struct_name}(id: {}{rest})", quote(&id)), id)
    }

    /// A copy of an element to stand right after it: new ids throughout, inner references to
    /// the copies, and a name that is told from the first. With the copy's id.
    pub fn copy_of(&self, element: &ElementKey) -> Option<(String, String)> {
        let parsed = &self.document.parsed;
        let node = parsed.tree.node(parsed.index.node(element)?);
        self.with_new_ids(element.kind, &ron_text::fragment(node), &mut Vec::new())
    }

    /// A text of an element with new ids throughout, and the id of the element itself. The new
    /// ids differ from those `taken` already, and join them.
    pub fn with_new_ids(
        &self,
        kind: Kind,
        text: &str,
        taken: &mut Vec<String>,
    ) -> Option<(String, String)> {
        let tree = Tree::read(text.to_owned());
        let root = tree.root().filter(|_| tree.error().is_none())?;
        let mut ids = HashMap::new();
        for (node, inner) in elements_in(root, kind) {
            let Some(old) = node.field("id").and_then(Node::inner).and_then(Node::text) else {
                continue;
            };
            let new = self.new_id_beside(inner, &old, taken);
            taken.push(new.clone());
            ids.insert(old.into_owned(), new);
        }
        let own = root
            .field("id")
            .and_then(Node::inner)
            .and_then(Node::text)?;
        let id = ids.get(own.as_ref())?.clone();
        let mut changes = remapped(root, kind, &ids);
        let copies = elements_in(root, kind).into_iter();
        changes.extend(copies.filter_map(|(copy, kind)| self.told_apart(copy, kind)));
        sort::by_key(&mut changes, |change| change.range.start);
        let copy = ron_text::apply(text, &changes);
        Some((anchors_follow(&copy, &ids), id))
    }

    /// Another name for a copy, where its own is taken: "Desk" becomes "Desk 2".
    fn told_apart(&self, copy: Node<'_>, kind: Kind) -> Option<TextEdit> {
        let field = copy
            .field("name")
            .or_else(|| copy.field("title"))?
            .inner()?;
        let name = field.text()?.into_owned();
        let parsed = &self.document.parsed;
        let of_kind = parsed.index.elements().filter(|(key, _)| key.kind == kind);
        let names: Vec<String> = of_kind
            .map(|(_, node)| self.label_of(parsed.tree.node(node)))
            .collect();
        if !names.contains(&name) {
            return None;
        }
        let free = (2..)
            .map(|number| format!("{name} {number}"))
            .find(|it| !names.contains(it))?;
        Some(TextEdit {
            range: field.span(),
            text: quote(&free),
        })
    }
}

/// The elements with an id in a fragment, the outermost first.
fn elements_in(node: Node<'_>, kind: Kind) -> Vec<(Node<'_>, Kind)> {
    let mut found = if kind.has_id() {
        vec![(node, kind)]
    } else {
        Vec::new()
    };
    for child in node.children() {
        let field = child.key().and_then(|key| kind.field(key));
        let Some((field, value)) = field.zip(child.inner()) else {
            continue;
        };
        match field.of {
            Type::Elements(inner) | Type::Records(inner) => {
                let items = value.children().filter_map(Node::inner);
                found.extend(items.flat_map(|item| elements_in(item, inner)));
            }
            _ => {}
        }
    }
    found
}

/// The text edits that give every id of a fragment its new one, and inner references with it.
fn remapped(node: Node<'_>, kind: Kind, ids: &HashMap<String, String>) -> Vec<TextEdit> {
    let mut changes = Vec::new();
    let mut renew = |value: Node<'_>| {
        let new = value.text().and_then(|old| ids.get(old.as_ref()));
        changes.extend(new.map(|new| TextEdit {
            range: value.span(),
            text: quote(new),
        }));
    };
    let mut inner_changes = Vec::new();
    for child in node.children() {
        let field = child.key().and_then(|key| kind.field(key));
        let Some((field, value)) = field.zip(child.inner()) else {
            continue;
        };
        match field.of {
            Type::Id | Type::Reference(Kind::Touchpoint | Kind::Kpi) | Type::AnyReference => {
                renew(value)
            }
            Type::References(Kind::Touchpoint | Kind::Kpi) => {
                value
                    .children()
                    .filter_map(Node::inner)
                    .for_each(&mut renew);
            }
            Type::Elements(inner) | Type::Records(inner) => {
                let items = value.children().filter_map(Node::inner);
                inner_changes.extend(items.flat_map(|item| remapped(item, inner, ids)));
            }
            Type::Record(inner) => inner_changes.extend(remapped(value, inner, ids)),
            _ => {}
        }
    }
    changes.extend(inner_changes);
    changes
}

/// Anchors name the new ids.
fn anchors_follow(text: &str, ids: &HashMap<String, String>) -> String {
    let line = |line: &str| {
        let anchor = line
            .rsplit_once("// ^")
            .filter(|(head, _)| head.trim_end().ends_with([')', ',']));
        let new = anchor.and_then(|(head, old)| Some((head, ids.get(old.trim_end())?)));
        new.map_or_else(|| line.to_owned(), |(head, new)| format!("{head}// ^{new}"))
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// A record for a list, with the first of its required fields.
pub fn new_record(kind: Kind, value: &str) -> String {
    let mut fields = Vec::new();
    for field in kind.spec().fields.iter().filter(|field| field.required) {
        let text = match (fields.is_empty(), field.of) {
            (true, Type::Choice(_)) => value.to_owned(),
            (true, _) => quote(value),
            (false, Type::Choice(variants)) => variants.first().map_or("", |it| it.name).to_owned(),
            (false, _) => quote(""),
        };
        fields.push(format!("{}: {text}", field.name));
    }
    format!("({})", fields.join(", "))
}

/// A new element of this kind with these fields, in the order of the field table.
pub fn element_with(kind: Kind, fields: &[(&str, String)]) -> String {
    let fields = fields
        .iter()
        .map(|(name, value)| format!("{name}: {value}"));
    let fields: Vec<String> = fields.collect();
    format!(
        "{}({})",
        kind.spec().name.unwrap_or_default(),
        fields.join(", ")
    )
}

/// An edit that inserts.
pub fn insertion(list: Place, slot: Slot, item: String) -> Edit {
    Edit::Insert { list, slot, item }
}
