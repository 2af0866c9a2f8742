//! The board of Moments of Truth. Knows no drawing.

use super::App;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};

impl App {
    /// The Moments of Truth, the one with the worst gap first; those without a gap stand behind.
    pub fn moments(&self) -> Vec<Place> {
        let touchpoints = self.journey().stages.iter().flat_map(|it| &it.touchpoints);
        let mut moments: Vec<_> = touchpoints
            .filter(|it| it.moment_of_truth.is_some())
            .collect();
        moments.sort_by_key(|it| (it.gap().is_none(), it.gap()));
        let place = |id: &String| Place::of(ElementKey::new(Kind::Touchpoint, id));
        moments.iter().map(|it| place(&it.id)).collect()
    }
}
