//! Advice on values and departments: what is lived by whom, and how it is handed on.

use std::collections::HashSet;

use super::facts::{Facts, or_id};
use super::{Advice, AdviceKind, say};
use crate::journey::fields::Kind;
use crate::journey::model::{Handover, HandoverStatus};
use crate::journey::place::keyed;

/// A010. Values of the company may be proved in another journey, so only the journey's own are
/// looked at.
pub(super) fn values(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    let touchpoints = facts.touchpoints.iter().map(|(_, touchpoint)| *touchpoint);
    let mut known: HashSet<&str> = touchpoints
        .flat_map(|it| &it.values)
        .map(String::as_str)
        .collect();
    for (key, value) in keyed(Kind::Value, facts.journey.values.iter(), |it| &it.id) {
        if known.insert(&value.id) {
            let name = or_id(&value.name, &value.id);
            say(said, &key, None, AdviceKind::ValueUnproved(name));
        }
    }
}

/// A018. Departments of the company may own something in another journey, so only the journey's
/// own are looked at.
pub(super) fn departments(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    let owners = owners(facts);
    for (key, it) in keyed(Kind::Department, facts.journey.departments.iter(), |it| {
        &it.id
    }) {
        if it.kpis.is_empty() && !owners.contains(it.id.as_str()) {
            say(
                said,
                &key,
                None,
                AdviceKind::IdleDepartment(or_id(&it.name, &it.id)),
            );
        }
    }
}

/// Who owns a touchpoint, a KPI, an improvement or the journey, or stands at a hand-over.
fn owners<'j>(facts: &Facts<'j>) -> HashSet<&'j str> {
    let journey = facts.journey;
    let touchpoints = facts
        .touchpoints
        .iter()
        .filter_map(|(_, it)| it.owner.as_deref());
    let kpis = facts
        .kpis
        .iter()
        .filter_map(|(_, it)| it.kpi.owner.as_deref());
    let improvements = journey
        .improvements
        .iter()
        .filter_map(|it| it.owner.as_deref());
    let handovers = journey
        .handovers
        .iter()
        .flat_map(|it| [it.from.as_str(), it.to.as_str()]);
    let single = touchpoints
        .chain(kpis)
        .chain(improvements)
        .chain(journey.owner.as_deref());
    single.chain(handovers).collect()
}

/// A012 and A013.
pub(super) fn handovers(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    for (key, it) in keyed(Kind::Handover, facts.journey.handovers.iter(), |it| &it.id) {
        let (from, to) = (facts.department(&it.from), facts.department(&it.to));
        if it.status == Some(HandoverStatus::Broken) {
            let (from, to) = (from.clone(), to.clone());
            say(
                said,
                &key,
                Some("status"),
                AdviceKind::HandoverBroken { from, to },
            );
        }
        if !has_agreement(it) {
            say(
                said,
                &key,
                Some("agreement"),
                AdviceKind::HandoverWithoutAgreement { from, to },
            );
        }
    }
}

fn has_agreement(handover: &Handover) -> bool {
    handover
        .agreement
        .as_ref()
        .is_some_and(|text| !text.trim().is_empty())
}
