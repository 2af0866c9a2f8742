//! The page one begins from: journeys at hand, a tour, templates, another folder. What it offers
//! comes in from outside; knows no file.

use std::path::PathBuf;

use super::cursor::Cursor;
use super::tour::Tour;
use super::{App, Screen};
use crate::document::Document;
use crate::i18n::{self as w, Lang};
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::journey::place::Place;
use crate::ron_text::quote;

/// The page one begins from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Start {
    /// The folder whose journeys stand here, as a person would name it.
    pub folder: String,
    /// What can be begun, from top to bottom.
    pub offers: Vec<Offer>,
}

/// One thing to begin with.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The heading under which it stands.
    pub group: Group,
    /// What it is.
    pub label: String,
    /// A few more words.
    pub note: String,
    /// What it begins.
    pub begins: Begins,
}

/// Offers that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Journeys of the folder.
    Here,
    /// For who is new.
    Learn,
    /// Journeys to begin.
    New,
    /// What is not here.
    Elsewhere,
}

/// What an offer begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Begins {
    /// Opens a file.
    Open(PathBuf),
    /// Shows the journeys of a folder side by side.
    Portfolio(PathBuf),
    /// A journey of this text, which no file holds yet.
    Journey(String),
    /// A journey of this text to look at; nothing is lost when it is left.
    Example(String),
    /// The tour, on a journey of this text.
    Tour(String),
    /// Asks for a folder.
    Folder,
}

/// The text of a journey of nothing but a title.
pub fn empty_journey(lang: Lang) -> String {
    let title = quote(w::new_journey(lang));
    format!(
        "#![enable(implicit_some)]\nJourney(\n    schema: 1,\n    title: {title},\n    stages: [],\n)\n"
    )
}

impl App {
    /// Shows the page one begins from, with an empty journey behind it.
    pub fn offer(&mut self, start: Start) {
        self.message = None;
        self.start = Some(start);
        self.show(Screen::Start);
        self.to_entry(0);
    }

    /// The offer under the cursor.
    pub fn offer_here(&self) -> Option<&Offer> {
        let row = self.lists.cursor(Screen::Start).row;
        self.start.as_ref()?.offers.get(row)
    }

    pub(super) fn offer_places(&self) -> Vec<Place> {
        let count = self.start.as_ref().map_or(0, |it| it.offers.len());
        vec![Place::root(); count]
    }

    /// Begins a journey that no file holds yet.
    pub fn begin_journey(&mut self, text: String) {
        let document = Document::unsaved(text, self.alone());
        self.begin_with(document);
    }

    /// Shows a journey that is not worth a question when it is left unchanged.
    pub fn show_example(&mut self, text: String) {
        let document = Document::open(text.into_bytes(), self.alone());
        self.begin_with(document);
    }

    /// Begins an empty journey, not worth a question either.
    pub(super) fn begin_nothing(&mut self) {
        self.show_example(empty_journey(self.lang));
    }

    /// Begins the tour on a journey.
    pub fn begin_tour(&mut self, text: String) {
        self.show_example(text);
        self.tour = Tour::on(self);
    }

    fn begin_with(&mut self, document: Document<Cursor>) {
        self.path = None;
        self.start_with(document);
    }

    /// No file, and so no neighbour that lends anything.
    fn alone(&self) -> Context {
        Context {
            neighbour: Neighbour::None,
            today: self.document.context().today,
        }
    }
}
