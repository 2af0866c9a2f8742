//! Quick add: what a typed line means in this journey, what completes it, and the one edit that
//! takes it. Knows neither drawing nor keys.

pub mod line;

use super::App;
use super::dialog::{Dialog, FieldDialog};
use super::edits::{Asked, element_with, insertion};
use super::fuzzy::Fuzzy;
use super::options::Choice;
use super::search::Wanted;
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::quote;
use crate::sort;
use line::{Draft, Handle, Line, PartOf};
use std::cmp::Reverse;

/// Candidates that complete a name, at most.
const CANDIDATES: usize = 4;

/// Where quick add stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Capture {
    /// The stage that the next touchpoint goes to; none where the journey has none yet.
    pub stage: Option<ElementKey>,
    /// The touchpoint that it goes behind; none for the end of the stage.
    pub after: Option<ElementKey>,
    /// The candidate that was gone to.
    pub candidate: Option<usize>,
    /// So many were added.
    pub added: usize,
}

/// What a line means.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Nothing.
    Empty,
    /// A new stage.
    Stage(String),
    /// A new touchpoint.
    Touchpoint(NewTouchpoint),
    /// It cannot be taken, for this reason.
    Refused(String),
}

/// A touchpoint that is to be.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTouchpoint {
    /// Its name.
    pub name: String,
    /// Its owner.
    pub owner: Option<Named>,
    /// Its channel.
    pub channel: Option<Named>,
    /// Its emotion.
    pub emotion: Option<i64>,
    /// Why it is a Moment of Truth.
    pub reason: Option<String>,
}

/// An element that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id; none where there is no such element yet.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
}

impl App {
    /// Quick add, where it is open.
    pub fn capture(&self) -> Option<(&FieldDialog, &Capture)> {
        match self.dialogs.last()? {
            Dialog::Field(dialog) => match &dialog.asked {
                Asked::Capture(capture) => Some((dialog, capture)),
                _ => None,
            },
            _ => None,
        }
    }

    /// What the line being typed means.
    pub fn captured(&self) -> Meaning {
        self.capture().map_or(Meaning::Empty, |(dialog, _)| {
            self.meaning(dialog.field.value())
        })
    }

    /// What a line means here.
    pub fn meaning(&self, text: &str) -> Meaning {
        let draft = match line::read(text) {
            Line::Empty => return Meaning::Empty,
            Line::Stage(name) if name.is_empty() => {
                return Meaning::Refused(w::capture_stage_unnamed(self.lang).to_owned());
            }
            Line::Stage(name) => return Meaning::Stage(name),
            Line::Touchpoint(draft) => draft,
        };
        match self.understood(draft) {
            Ok(touchpoint) => Meaning::Touchpoint(touchpoint),
            Err(why) => Meaning::Refused(why),
        }
    }

    fn understood(&self, draft: Draft) -> Result<NewTouchpoint, String> {
        let named = |kind, handle: Option<Handle>| handle.map(|it| self.named_by(kind, &it));
        let owner = named(Kind::Department, draft.owner).transpose()?;
        let channel = named(Kind::Channel, draft.channel).transpose()?;
        let scale = self.journey().scale;
        if draft
            .emotion
            .is_some_and(|it| it < scale.min || it > scale.max)
        {
            let (low, high) = (w::signed_whole(scale.min), w::signed_whole(scale.max));
            return Err(w::capture_off_scale(self.lang, &low, &high));
        }
        if draft.name.is_empty() {
            return Err(w::capture_unnamed(self.lang).to_owned());
        }
        Ok(NewTouchpoint {
            name: draft.name,
            owner,
            channel,
            emotion: draft.emotion,
            reason: draft.reason,
        })
    }

    /// The element of a kind that is meant: the one of this id or name, else the only one that
    /// begins so, else a new one.
    fn named_by(&self, kind: Kind, handle: &Handle) -> Result<Named, String> {
        let wanted = Wanted::new(&handle.text);
        let all: Vec<(String, String)> = self
            .elements_of(Some(kind))
            .into_iter()
            .filter_map(id_and_name)
            .collect();
        let known = |(id, name): &(String, String)| Named {
            id: Some(id.clone()),
            name: name.clone(),
        };
        let is_it = |text: &str| wanted.folded(text) == wanted.text();
        let begins = |text: &str| wanted.folded(text).starts_with(wanted.text());
        if let Some(found) = all.iter().find(|(id, name)| is_it(id) || is_it(name)) {
            return Ok(known(found));
        }
        let near = all.iter().filter(|(id, name)| begins(id) || begins(name));
        match near.filter(|_| !handle.is_whole).collect::<Vec<_>>()[..] {
            [] => Ok(Named {
                id: None,
                name: handle.text.clone(),
            }),
            [one] => Ok(known(one)),
            [one, other, ..] => Err(w::capture_unclear(
                self.lang,
                &handle.text,
                &one.1,
                &other.1,
            )),
        }
    }

    /// What may complete the name at the cursor, the best first, with the bytes that it replaces.
    pub fn candidates(&self) -> Option<(std::ops::Range<usize>, Vec<Choice>)> {
        let (dialog, _) = self.capture()?;
        let field = &dialog.field;
        let (of, span, typed) = line::completing(field.value(), field.cursor())?;
        let kind = match of {
            PartOf::Owner => Kind::Department,
            _ => Kind::Channel,
        };
        let mut fuzzy = Fuzzy::new(typed);
        let mut ranked: Vec<(u32, Choice)> = Vec::new();
        for mut choice in self.elements_of(Some(kind)) {
            let id = choice.value.take().unwrap_or_default();
            let id = id.trim_matches('"');
            let own = fuzzy.score(&choice.label, &[]);
            if let Some(score) = own.max(fuzzy.score(id, &[])) {
                choice.aside = id.to_owned();
                ranked.push((score, choice));
            }
        }
        sort::by_key(&mut ranked, |(score, _)| Reverse(*score));
        let best = ranked.into_iter().map(|(_, choice)| choice);
        Some((span, best.take(CANDIDATES).collect()))
    }

    /// The edit that takes lines, one after the other, and where quick add stands after them.
    /// What cannot be understood in a line of several stays as it is written, in its name.
    pub fn capturing(&self, from: &Capture, lines: &[Meaning]) -> Option<(Edit, Capture)> {
        let mut taking = Taking {
            app: self,
            edits: Vec::new(),
            ids: Vec::new(),
            made: Vec::new(),
            now: from.clone(),
        };
        for meaning in lines {
            taking.take(meaning)?;
        }
        Some((Edit::Many(taking.edits), taking.now))
    }
}

fn id_and_name(choice: Choice) -> Option<(String, String)> {
    let id = choice.value?;
    Some((id.trim_matches('"').to_owned(), choice.label))
}

impl NewTouchpoint {
    /// A touchpoint of a name alone.
    pub fn named(name: &str) -> NewTouchpoint {
        NewTouchpoint {
            name: name.to_owned(),
            owner: None,
            channel: None,
            emotion: None,
            reason: None,
        }
    }
}

/// Lines on their way into one edit.
struct Taking<'a> {
    app: &'a App,
    edits: Vec<Edit>,
    /// Ids that the edit gives away.
    ids: Vec<String>,
    /// What the edit makes besides: kind, name and id.
    made: Vec<(Kind, String, String)>,
    now: Capture,
}

impl Taking<'_> {
    /// `None` where there is no stage to take a touchpoint.
    fn take(&mut self, meaning: &Meaning) -> Option<()> {
        match meaning {
            Meaning::Stage(name) => self.stage(name),
            Meaning::Touchpoint(touchpoint) => self.touchpoint(touchpoint)?,
            Meaning::Empty | Meaning::Refused(_) => {}
        }
        Some(())
    }

    fn new_id(&mut self, kind: Kind, name: &str) -> String {
        let id = self.app.new_id_beside(kind, name, &self.ids);
        self.ids.push(id.clone());
        id
    }

    fn stage(&mut self, name: &str) {
        let id = self.new_id(Kind::Stage, name);
        let slot = match self.now.stage.take() {
            Some(stage) => Slot::After(Place::of(stage)),
            None => Slot::Last,
        };
        let item = element_with(Kind::Stage, &[("id", quote(&id)), ("name", quote(name))]);
        let list = Place::root().field("stages");
        self.edits.push(insertion(list, slot, item));
        self.now.stage = Some(ElementKey::new(Kind::Stage, id));
        self.now.after = None;
    }

    fn touchpoint(&mut self, new: &NewTouchpoint) -> Option<()> {
        let list = Place::of(self.now.stage.clone()?).field("touchpoints");
        let id = self.new_id(Kind::Touchpoint, &new.name);
        let mut fields = vec![("id", quote(&id)), ("name", quote(&new.name))];
        if let Some(channel) = &new.channel {
            fields.push(("channel", quote(&self.id_of(Kind::Channel, channel))));
        }
        if let Some(owner) = &new.owner {
            fields.push(("owner", quote(&self.id_of(Kind::Department, owner))));
        }
        fields.extend(new.emotion.map(|it| ("emotion", it.to_string())));
        let moment = |reason: &String| ("moment_of_truth", format!("(reason: {})", quote(reason)));
        fields.extend(new.reason.as_ref().map(moment));
        let slot = match self.now.after.take() {
            Some(before) => Slot::After(Place::of(before)),
            None => Slot::Last,
        };
        let item = element_with(Kind::Touchpoint, &fields);
        self.edits.push(insertion(list, slot, item));
        self.now.after = Some(ElementKey::new(Kind::Touchpoint, id));
        self.now.added += 1;
        Some(())
    }

    /// The id of what is named; one that is not there yet is made.
    fn id_of(&mut self, kind: Kind, named: &Named) -> String {
        if let Some(id) = &named.id {
            return id.clone();
        }
        let wanted = Wanted::new(&named.name);
        let is_it = |(of, name, _): &&(Kind, String, String)| {
            *of == kind && wanted.folded(name) == wanted.text()
        };
        if let Some((_, _, id)) = self.made.iter().find(is_it) {
            return id.clone();
        }
        let id = self.new_id(kind, &named.name);
        let fields = [("id", quote(&id)), ("name", quote(&named.name))];
        let list = Place::root().field(match kind {
            Kind::Channel => "channels",
            _ => "departments",
        });
        let item = element_with(kind, &fields);
        self.edits.push(insertion(list, Slot::Last, item));
        self.made.push((kind, named.name.clone(), id.clone()));
        id
    }
}
