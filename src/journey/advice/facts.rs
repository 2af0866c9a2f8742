//! What several rules of advice ask of a journey, gathered once. Knows no rule.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::journey::check::{Neighbour, parse_date};
use crate::journey::fields::Kind;
use crate::journey::kpis::{self, Carried};
use crate::journey::metric::Metric;
use crate::journey::model::{Company, Improvement, ImprovementStatus, Journey, Kpi, Touchpoint};
use crate::journey::place::{ElementKey, keyed};

/// A journey with the names that its company lends, and today.
pub(super) struct Facts<'j> {
    pub(super) journey: &'j Journey,
    pub(super) today: Date,
    /// All touchpoints, in the order of the file.
    pub(super) touchpoints: Vec<(ElementKey, &'j Touchpoint)>,
    /// All KPIs of the file.
    pub(super) kpis: Vec<(ElementKey, Carried<'j>)>,
    /// Touchpoints at which something is being done, or was.
    pub(super) improved: HashSet<&'j str>,
    departments: HashMap<&'j str, &'j str>,
}

impl<'j> Facts<'j> {
    pub(super) fn of(journey: &'j Journey, neighbour: &'j Neighbour, today: Date) -> Facts<'j> {
        let touchpoints = journey.stages.iter().flat_map(|stage| &stage.touchpoints);
        let active = |it: &&Improvement| it.status != Some(ImprovementStatus::Dropped);
        let improved = journey
            .improvements
            .iter()
            .filter(active)
            .flat_map(|it| &it.at);
        Facts {
            journey,
            today,
            touchpoints: keyed(Kind::Touchpoint, touchpoints, |it| &it.id),
            kpis: keyed(Kind::Kpi, kpis::all(journey), |it| &it.kpi.id),
            improved: improved.map(String::as_str).collect(),
            departments: departments(journey, neighbour.company()),
        }
    }

    /// The name of a department, its id where it has none.
    pub(super) fn department(&self, id: &str) -> String {
        or_id(self.departments.get(id).copied().unwrap_or_default(), id)
    }

    /// Days from a day to today; less than 0 where it is still to come, `None` where it is none.
    pub(super) fn days_since(&self, day: &str) -> Option<i32> {
        days_since(day, self.today)
    }
}

/// Days from a day until today; none where the text is no day.
pub fn days_since(day: &str, today: Date) -> Option<i32> {
    parse_date(day).map(|day| (today - day).get_days())
}

/// A name, or the id where there is none.
pub(super) fn or_id(name: &str, id: &str) -> String {
    if name.trim().is_empty() { id } else { name }.to_owned()
}

/// What a KPI is called: the name of its own metric, else its id.
pub(super) fn kpi_name(kpi: &Kpi) -> String {
    match &kpi.metric {
        Some(Metric::Custom { name, .. }) => or_id(name, &kpi.id),
        _ => kpi.id.clone(),
    }
}

/// Names by id; the journey's own win over the company's.
fn departments<'j>(
    journey: &'j Journey,
    company: Option<&'j Company>,
) -> HashMap<&'j str, &'j str> {
    let inherited = company.into_iter().flat_map(|company| &company.departments);
    let all = inherited.chain(&journey.departments);
    all.map(|department| (department.id.as_str(), department.name.as_str()))
        .collect()
}
