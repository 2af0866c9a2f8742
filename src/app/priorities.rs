//! What to improve first: the ranking under the cursor. Knows no drawing.

use super::App;
use crate::journey::place::Place;
use crate::journey::priorities::{Priorities, priorities};

impl App {
    /// The touchpoints by what to improve first, with the quadrants where they were chosen to
    /// meet.
    pub fn priorities(&self) -> Priorities<'_> {
        priorities(self.journey(), self.crossing)
    }

    /// The ranked touchpoints, then those that cannot be ranked.
    pub(super) fn priority_places(&self) -> Vec<Place> {
        let Priorities {
            ranked, lacking, ..
        } = self.priorities();
        let ranked = ranked.into_iter().map(|it| it.at.key);
        let all = ranked.chain(lacking.into_iter().map(|(at, _)| at.key));
        all.map(Place::of).collect()
    }
}
