//! Every KPI of a journey and whose it is. Knows no metric.

use super::fields::Kind;
use super::model::{Journey, Kpi};
use super::place::ElementKey;

/// A KPI and the element that carries it.
pub struct Carried<'j> {
    /// The KPI.
    pub kpi: &'j Kpi,
    /// Department, stage, touchpoint or hand-over; `None` is the journey itself.
    pub by: Option<ElementKey>,
}

/// All KPIs: of the journey, its departments, stages, touchpoints and hand-overs.
pub fn all(journey: &Journey) -> impl Iterator<Item = Carried<'_>> {
    let own = journey.kpis.iter().map(|kpi| Carried { kpi, by: None });
    let departments = journey.departments.iter();
    let stages = journey.stages.iter();
    let touchpoints = journey.stages.iter().flat_map(|stage| &stage.touchpoints);
    let handovers = journey.handovers.iter();
    own.chain(departments.flat_map(move |it| carried(&it.kpis, Kind::Department, &it.id)))
        .chain(stages.flat_map(move |it| carried(&it.kpis, Kind::Stage, &it.id)))
        .chain(touchpoints.flat_map(move |it| carried(&it.kpis, Kind::Touchpoint, &it.id)))
        .chain(handovers.flat_map(move |it| carried(&it.kpis, Kind::Handover, &it.id)))
}

fn carried<'j>(kpis: &'j [Kpi], kind: Kind, id: &'j str) -> impl Iterator<Item = Carried<'j>> {
    kpis.iter().map(move |kpi| Carried {
        kpi,
        by: Some(ElementKey::new(kind, id)),
    })
}
