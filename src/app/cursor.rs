//! Where a person stands in a journey: by element, so that it outlives edits, undo and reload.

use super::list::ListCursor;
use super::map::{Lane, Row, Zoom};
use super::{App, Screen};
use crate::journey::fields::Kind;
use crate::journey::finding::Severity;
use crate::journey::place::{ElementKey, Place};

/// A place in the screens, by element.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    /// Which screen has the keys.
    pub screen: Screen,
    /// Which screen stands behind the inspector.
    pub behind: Screen,
    /// Where the cursor of the list there stands.
    pub list: ListCursor,
    /// The touchpoint, or the stage of an empty column.
    pub element: Option<ElementKey>,
    /// Row of the map.
    pub row: Row,
    /// Column of the map, for when the element is gone.
    pub column: usize,
    /// Pages of the inspector, outermost first.
    pub pages: Vec<(Place, usize)>,
}

impl Cursor {
    /// The same place, with this element under it.
    pub fn on(mut self, element: ElementKey) -> Cursor {
        self.list.on = Some(Place::of(element.clone()));
        self.element = Some(element);
        self
    }
}

impl App {
    /// Where the cursor stands.
    pub fn cursor(&self) -> Cursor {
        Cursor {
            screen: self.screen,
            behind: self.behind,
            list: self.lists.cursor(self.behind),
            element: match self.behind {
                Screen::Meeting => self.meeting_item(),
                _ => self.column_element(self.map.column),
            },
            row: self.map.row,
            column: self.map.column,
            pages: self.inspector.pages.clone(),
        }
    }

    /// Goes to a place; where its element is gone, to the nearest column.
    pub fn go(&mut self, to: &Cursor) {
        (self.screen, self.behind) = (to.screen, to.behind);
        self.lists.put(to.behind, to.list.clone());
        self.map.row = to.row;
        self.map.columns = self.shown_columns();
        let found = to
            .element
            .as_ref()
            .and_then(|element| self.column_of(element));
        self.map.column = found.unwrap_or(to.column);
        if let Some(item) = to.element.as_ref().filter(|_| to.behind == Screen::Meeting) {
            self.go_to_item(item);
        }
        self.inspector.pages = to.pages.clone();
        self.inspector.below = 0;
        self.settle();
    }

    /// Makes the state fit the document again: cursor on a column, pages that exist.
    pub fn settle(&mut self) {
        self.map.columns = self.shown_columns();
        self.map.silent = self.silent_lanes();
        self.map.column = self
            .map
            .column
            .min(self.map.columns.len().saturating_sub(1));
        self.settle_meeting();
        self.settle_changes();
        self.settle_compare();
        self.settle_import();
        self.settle_list();
        self.settle_history();
        self.settle_inspector();
        self.settle_search();
        self.settle_tour();
        self.settle_repeat();
    }

    /// The lanes that the whole journey needs no row for. The curve is its frame; and what is wrong
    /// may stand in any lane.
    fn silent_lanes(&self) -> Vec<Lane> {
        let mut findings = self.document.parsed.findings.iter();
        let is_wrong = findings.any(|it| it.severity() == Severity::Error);
        if self.map.zoom != Zoom::Journey || is_wrong {
            return Vec::new();
        }
        let all = Lane::ALL.iter().copied().filter(|it| *it != Lane::Emotion);
        all.filter(|it| !it.says_anywhere(self.journey())).collect()
    }

    /// The element of a column: its touchpoint, else its stage.
    pub fn column_element(&self, column: usize) -> Option<ElementKey> {
        let at = *self.map.columns.get(column)?;
        let stage = self.stage_key(at.stage)?;
        match at.touchpoint {
            None => Some(stage),
            Some(touchpoint) => self.touchpoint_key(at.stage, touchpoint),
        }
    }

    /// The stage at this index.
    pub fn stage_key(&self, stage: usize) -> Option<ElementKey> {
        self.nth_key(Kind::Stage, stage)
    }

    /// The touchpoint at this index of this stage.
    pub fn touchpoint_key(&self, stage: usize, touchpoint: usize) -> Option<ElementKey> {
        let before: usize = self
            .journey()
            .stages
            .iter()
            .take(stage)
            .map(|stage| stage.touchpoints.len())
            .sum();
        self.nth_key(Kind::Touchpoint, before + touchpoint)
    }

    /// Elements of the tree stand in the order of the model.
    fn nth_key(&self, kind: Kind, nth: usize) -> Option<ElementKey> {
        let mut of_kind = self
            .document
            .parsed
            .index
            .elements()
            .filter(|(key, _)| key.kind == kind);
        of_kind.nth(nth).map(|(key, _)| key.clone())
    }

    /// The column that shows an element: a touchpoint's own, a stage's first.
    pub fn column_of(&self, element: &ElementKey) -> Option<usize> {
        let of_kind = self
            .document
            .parsed
            .index
            .elements()
            .filter(|(key, _)| key.kind == element.kind);
        let nth = of_kind.map(|(key, _)| key).position(|key| key == element)?;
        let columns = &self.map.columns;
        match element.kind {
            Kind::Stage => columns.iter().position(|column| column.stage == nth),
            Kind::Touchpoint => {
                let stages = self.journey().stages.iter().enumerate();
                let mut all = stages.flat_map(|(stage, it)| {
                    (0..it.touchpoints.len()).map(move |at| (stage, Some(at)))
                });
                let wanted = all.nth(nth)?;
                columns
                    .iter()
                    .position(|column| (column.stage, column.touchpoint) == wanted)
            }
            _ => None,
        }
    }
}
