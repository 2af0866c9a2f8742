//! The screens that are lists: where their cursors stand and what is marked. Plain state and
//! what follows from it; knows neither drawing nor keys.

use std::collections::{HashMap, HashSet};

use super::{App, Screen};
use crate::journey::place::{ElementKey, Place};

/// Where the cursor of a list stands: on what, and in which row for when that is gone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListCursor {
    /// Its row.
    pub row: usize,
    /// What it stands on.
    pub on: Option<Place>,
}

/// State of all lists.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lists {
    cursors: HashMap<Screen, ListCursor>,
    /// Elements that the next command takes together.
    pub marked: Vec<Place>,
    /// Rows of the outline that were opened or closed by hand.
    pub turned: HashSet<Place>,
}

impl Lists {
    /// The cursor of a screen.
    pub fn cursor(&self, screen: Screen) -> ListCursor {
        self.cursors.get(&screen).cloned().unwrap_or_default()
    }

    /// Puts the cursor of a screen somewhere.
    pub fn put(&mut self, screen: Screen, cursor: ListCursor) {
        self.cursors.insert(screen, cursor);
    }
}

impl App {
    /// What the entries of a list stand for, from top to bottom.
    pub fn entries(&self, screen: Screen) -> Vec<Place> {
        match screen {
            Screen::Outline => self.outline().into_iter().map(|row| row.place).collect(),
            Screen::Moments => self.moments(),
            Screen::Kpis => self.kpis(),
            Screen::Priorities => self.priority_places(),
            Screen::Values => self.claim_places(),
            Screen::Departments => self.department_places(),
            Screen::Improvements => self.improvement_places(),
            Screen::Strategy => self.milestone_places(),
            Screen::Findings => self.findings(),
            Screen::Notes => self.notes(),
            Screen::Compare => self.difference_places(),
            Screen::Conflicts => self.conflict_places(),
            Screen::History => self.version_places(),
            Screen::Import => self.import_places(),
            Screen::Portfolio => self.journey_places(),
            Screen::Start => self.offer_places(),
            Screen::Map | Screen::Inspector | Screen::Meeting => Vec::new(),
        }
    }

    /// What stands under the cursor of a list.
    pub fn entry(&self) -> Option<Place> {
        self.lists.cursor(self.behind).on
    }

    /// Puts the cursor of the list on this row, or on its last one.
    pub fn to_entry(&mut self, row: usize) {
        let screen = self.behind;
        let entries = self.entries(screen);
        let row = row.min(entries.len().saturating_sub(1));
        let on = entries.get(row).cloned();
        self.lists.put(screen, ListCursor { row, on });
    }

    /// Makes cursor and marks fit the document again.
    pub(super) fn settle_list(&mut self) {
        if self.behind.is_list() {
            let entries = self.entries(self.behind);
            let cursor = self.lists.cursor(self.behind);
            let row = row_of(&entries, &cursor);
            let on = entries.get(row).cloned();
            self.lists.put(self.behind, ListCursor { row, on });
        }
        let parsed = &self.document.parsed;
        let is_there = |place: &Place| parsed.index.locate(&parsed.tree, place).is_some();
        self.lists.marked.retain(is_there);
    }

    /// Elements of the list in view are marked.
    pub fn has_marks(&self) -> bool {
        self.behind.is_list() && !self.lists.marked.is_empty()
    }

    /// None are.
    pub fn has_no_marks(&self) -> bool {
        !self.has_marks()
    }

    /// The elements that a command is for: those marked, else the one under the cursor.
    pub fn targets(&self) -> Vec<ElementKey> {
        let marked = self.lists.marked.iter();
        let marked: Vec<ElementKey> = marked.filter_map(|place| place.element.clone()).collect();
        match marked.is_empty() || !self.behind.is_list() {
            true => self.here().into_iter().collect(),
            false => marked,
        }
    }
}

/// The row of what the cursor stood on; the nearest one where that is gone.
fn row_of(entries: &[Place], cursor: &ListCursor) -> usize {
    let stays = entries.get(cursor.row).is_some() && entries.get(cursor.row) == cursor.on.as_ref();
    let found = || {
        entries
            .iter()
            .position(|place| Some(place) == cursor.on.as_ref())
    };
    let row = if stays { None } else { found() };
    row.unwrap_or(cursor.row)
        .min(entries.len().saturating_sub(1))
}
