//! The board of improvements and what worked: what its cards and rows stand for. Knows no drawing.

use super::App;
use crate::journey::improvements::{self, Standing, Worth, column};
use crate::journey::place::Place;

/// What the screen of improvements shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Showing {
    /// All by their state.
    #[default]
    Board,
    /// Those that are finished, by kind and effect.
    WhatWorked,
}

impl App {
    /// The columns of the board.
    pub fn improvement_board(&self) -> [Vec<Standing<'_>>; 4] {
        improvements::board(self.journey(), self.document.context().today)
    }

    /// The finished improvements by kind.
    pub fn what_worked(&self) -> Vec<Worth<'_>> {
        improvements::what_works(self.journey(), self.document.context().today)
    }

    /// What the screen shows now, in the order of its rows.
    fn standings(&self) -> Vec<Standing<'_>> {
        match self.improvements {
            Showing::Board => self.improvement_board().into_iter().flatten().collect(),
            Showing::WhatWorked => {
                let worths = self.what_worked().into_iter();
                worths.flat_map(|it| it.finished).collect()
            }
        }
    }

    /// What the rows stand for.
    pub(super) fn improvement_places(&self) -> Vec<Place> {
        let rows = self.standings().into_iter();
        rows.map(|it| Place::of(it.key)).collect()
    }

    /// The improvement under the cursor.
    pub fn standing_here(&self) -> Option<Standing<'_>> {
        let row = self.lists.cursor(super::Screen::Improvements).row;
        self.standings().into_iter().nth(row)
    }

    /// The card under the cursor of the board: its column, and its place in it from the top.
    pub fn card_here(&self) -> Option<(usize, usize)> {
        let here = self.standing_here()?;
        let at = column(here.improvement.status);
        let cards = self.improvement_board();
        let row = cards[at].iter().position(|it| it.key == here.key)?;
        Some((at, row))
    }
}
