//! The list of all KPIs. Knows no drawing.

use super::App;
use crate::journey::kpis;
use crate::journey::place::Place;

impl App {
    /// The KPIs of the journey, in the order of whose they are.
    pub fn kpis(&self) -> Vec<Place> {
        let groups = kpis::groups(self.journey()).into_iter();
        let all = groups.flat_map(|group| group.kpis);
        all.map(|(key, _)| Place::of(key)).collect()
    }
}
