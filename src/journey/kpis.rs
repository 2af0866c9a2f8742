//! Every KPI of a journey and whose it is. Knows no metric.

use jiff::civil::Date;

use super::check::parse_date;
use super::fields::Kind;
use super::model::{Journey, Kpi};
use super::place::{ElementKey, keyed};

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

/// The KPIs of one element, or of the journey itself.
pub struct Group<'j> {
    /// Whose they are; `None` is the journey itself.
    pub by: Option<ElementKey>,
    /// They, in the order of the file.
    pub kpis: Vec<(ElementKey, &'j Kpi)>,
}

/// All KPIs, by whose they are.
pub fn groups(journey: &Journey) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for (key, Carried { kpi, by }) in keyed(Kind::Kpi, all(journey), |it| &it.kpi.id) {
        match groups.last_mut() {
            Some(group) if group.by == by => group.kpis.push((key, kpi)),
            _ => groups.push(Group {
                by,
                kpis: vec![(key, kpi)],
            }),
        }
    }
    groups
}

/// The day of a KPI's last reading; its baseline is one.
pub fn last_day(kpi: &Kpi) -> Option<Date> {
    let readings = kpi.readings.iter().chain(&kpi.baseline);
    readings.filter_map(|it| parse_date(&it.on)).max()
}
