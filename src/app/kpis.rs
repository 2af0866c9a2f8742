//! The list of all KPIs. Knows no drawing.

use super::App;
use crate::i18n as w;
use crate::journey::audience::{self, Asked, nps_side_by_side, of_journey};
use crate::journey::kpis;
use crate::journey::model::{Audience, Journey, Kpi};
use crate::journey::place::Place;

impl App {
    /// The KPIs of the journey, in the order of whose they are.
    pub fn kpis(&self) -> Vec<Place> {
        let groups = kpis::groups(self.journey()).into_iter();
        let all = groups.flat_map(|group| group.kpis);
        all.map(|(key, _)| Place::of(key)).collect()
    }

    /// Those whose map it is, in a sentence.
    pub fn people(&self) -> &'static str {
        w::people(self.lang, of_journey(self.journey()))
    }

    /// Who is asked for a KPI of the journey.
    pub fn asked(&self, kpi: &Kpi) -> Audience {
        audience::asked(kpi, self.journey(), &self.document.context().neighbour)
    }

    /// The journey that stands beside this one, where it is of other people.
    pub fn other_journey(&self) -> Option<&Journey> {
        let other = &self.compared.as_ref()?.old.journey;
        (of_journey(other) != of_journey(self.journey())).then_some(other)
    }

    /// The NPS of customers, employees and internal customers, where several of them were asked:
    /// in this journey, and in the one of other people that it is compared with.
    pub fn nps_side_by_side(&self) -> Vec<Asked<'_>> {
        let neighbour = &self.document.context().neighbour;
        let journeys = [Some(self.journey()), self.other_journey()];
        let journeys: Vec<_> = journeys
            .into_iter()
            .flatten()
            .map(|it| (it, neighbour))
            .collect();
        nps_side_by_side(&journeys)
    }
}
