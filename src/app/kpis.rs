//! The list of all KPIs. Knows no drawing.

use super::App;
use crate::journey::fields::Kind;
use crate::journey::kpis;
use crate::journey::place::{ElementKey, Place};

impl App {
    /// The KPIs of the journey, in the order of whose they are.
    pub fn kpis(&self) -> Vec<Place> {
        let key = |id: &str| ElementKey::new(Kind::Kpi, id);
        kpis::all(self.journey())
            .map(|it| Place::of(key(&it.kpi.id)))
            .collect()
    }
}
