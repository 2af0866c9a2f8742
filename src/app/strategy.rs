//! The strategy of the company: its milestones as they stand today, and what they touch in the
//! journey. A journey only reads them; in company.ron itself they are edited. Knows no drawing.

use super::list::ListCursor;
use super::{App, Screen};
use crate::journey::model::{Company, Milestone};
use crate::journey::place::Place;
use crate::journey::strategy::{Step, steps, touched};
use crate::journey::touchpoints::Placed;

impl App {
    /// The company that is open, or the one beside the journey.
    pub fn company(&self) -> Option<&Company> {
        let own = self.document.parsed.company.as_ref();
        own.or_else(|| self.document.context().neighbour.company())
    }

    /// The milestones of the company: overdue, planned, done.
    pub fn milestones(&self) -> Vec<Step<'_>> {
        let today = self.document.context().today;
        let company = self.company().into_iter();
        company.flat_map(|it| steps(it, today)).collect()
    }

    /// What the entries stand for.
    pub(super) fn milestone_places(&self) -> Vec<Place> {
        let steps = self.milestones().into_iter();
        steps.map(|it| Place::of(it.key)).collect()
    }

    /// The milestone under the cursor.
    pub fn milestone_here(&self) -> Option<Step<'_>> {
        let here = self.entry()?.element?;
        self.milestones().into_iter().find(|it| it.key == here)
    }

    /// Shows the strategy with the cursor on the milestone that it stood on in another file.
    pub(super) fn show_strategy_at(&mut self, milestone: Place) {
        self.show(Screen::Strategy);
        let on = Some(milestone);
        self.lists.put(Screen::Strategy, ListCursor { row: 0, on });
        self.settle_list();
    }

    /// The touchpoints of the journey that a milestone touches.
    pub fn touched_by(&self, milestone: &Milestone) -> Vec<Placed<'_>> {
        let stem = self.path.as_ref().and_then(|it| it.file_stem());
        let stem = stem.map(|it| it.to_string_lossy());
        touched(milestone, self.journey(), stem.as_deref())
    }
}
