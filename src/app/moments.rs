//! The board of Moments of Truth. Knows no drawing.

use super::App;
use crate::i18n::Lang;
use crate::journey::moments::{Board, Reason, board};
use crate::journey::place::Place;

impl App {
    /// The board, with what the filter leaves of it.
    pub fn board(&self) -> Board<'_> {
        let mut board = board(self.journey());
        if self.is_filtered() {
            board.judged.retain(|it| self.is_shown(it));
            board.unjudged.retain(|it| self.is_shown(it));
            board.candidates.retain(|it| self.is_shown(&it.at));
        }
        board
    }

    /// How many entries the board has without a filter.
    pub fn moments_in_all(&self) -> usize {
        let board = board(self.journey());
        board.judged.len() + board.unjudged.len() + board.candidates.len()
    }

    /// The Moments of Truth, the one with the worst gap first, those without a gap behind; then
    /// the touchpoints that could be some.
    pub fn moments(&self) -> Vec<Place> {
        let board = self.board();
        let marked = board.judged.into_iter().chain(board.unjudged);
        let candidates = board.candidates.into_iter().map(|it| it.at);
        let all = marked.chain(candidates);
        all.map(|it| Place::of(it.key)).collect()
    }

    /// Why the touchpoint under the cursor could be a Moment of Truth; `None` where it is one.
    pub fn reasons_here(&self) -> Option<Vec<Reason>> {
        let here = self.here()?;
        let mut candidates = self.board().candidates.into_iter();
        candidates.find(|it| it.at.key == here).map(|it| it.reasons)
    }

    /// The language in which the journey is written; that of the screens where it names none.
    pub fn content_lang(&self) -> Lang {
        let tag = self.journey().language.as_deref();
        tag.map_or(self.lang, Lang::from_tag)
    }
}
