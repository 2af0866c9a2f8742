//! Advice on what is measured and improved: touchpoints, KPIs, improvements, the map itself.

use std::collections::{HashMap, HashSet};

use super::facts::{Facts, kpi_name, or_id};
use super::{Advice, AdviceKind, READING_DAYS, REVIEW_DAYS, say};
use crate::journey::check::parse_date;
use crate::journey::fields::Kind;
use crate::journey::figure::Reading;
use crate::journey::kpis::{Carried, last_day};
use crate::journey::model::{
    Audience, Company, Evidence, Improvement, ImprovementStatus, Kpi, MomentOfTruth, State,
    Touchpoint,
};
use crate::journey::place::{ElementKey, keyed};
use crate::journey::strategy::{Standing, steps};

/// A001 to A005 and A009.
pub(super) fn touchpoints(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    let touchpoints = || facts.touchpoints.iter().map(|(_, touchpoint)| *touchpoint);
    let kept: HashSet<&str> = touchpoints()
        .flat_map(|it| &it.keeps)
        .map(String::as_str)
        .collect();
    for (key, touchpoint) in &facts.touchpoints {
        if let Some(moment) = &touchpoint.moment_of_truth {
            reason(key, touchpoint, moment, said);
            moment_of_truth(key, touchpoint, said);
            // What is still to come can only be assumed.
            if facts.journey.state != Some(State::ToBe) {
                assumed(key, touchpoint, said);
            }
        }
        measured(key, touchpoint, said);
        if !facts.improved.contains(touchpoint.id.as_str()) {
            gap(key, touchpoint, said);
        }
        if !kept.contains(touchpoint.id.as_str()) {
            promise(key, touchpoint, said);
        }
    }
}

fn name(touchpoint: &Touchpoint) -> String {
    or_id(&touchpoint.name, &touchpoint.id)
}

fn reason(
    key: &ElementKey,
    touchpoint: &Touchpoint,
    moment: &MomentOfTruth,
    said: &mut Vec<Advice>,
) {
    if moment.reason.trim().is_empty() {
        let kind = AdviceKind::MomentWithoutReason(name(touchpoint));
        say(said, key, Some("moment_of_truth"), kind);
    }
}

fn moment_of_truth(key: &ElementKey, touchpoint: &Touchpoint, said: &mut Vec<Advice>) {
    let at_moment = Some("moment_of_truth");
    if touchpoint.kpis.is_empty() {
        say(
            said,
            key,
            at_moment,
            AdviceKind::MomentWithoutKpi(name(touchpoint)),
        );
    } else if lacks_targets(touchpoint) {
        say(
            said,
            key,
            at_moment,
            AdviceKind::MomentWithoutTarget(name(touchpoint)),
        );
    }
}

fn assumed(key: &ElementKey, touchpoint: &Touchpoint, said: &mut Vec<Advice>) {
    if touchpoint.evidence == Some(Evidence::Assumed) {
        say(
            said,
            key,
            Some("evidence"),
            AdviceKind::MomentAssumed(name(touchpoint)),
        );
    }
}

/// No KPI of the touchpoint has a target.
fn lacks_targets(touchpoint: &Touchpoint) -> bool {
    touchpoint.kpis.iter().all(|kpi| kpi.target.is_none())
}

fn measured(key: &ElementKey, touchpoint: &Touchpoint, said: &mut Vec<Advice>) {
    let is_read = touchpoint
        .kpis
        .iter()
        .any(|kpi| readings(kpi).next().is_some());
    if touchpoint.evidence == Some(Evidence::Measured) && !is_read {
        say(
            said,
            key,
            Some("evidence"),
            AdviceKind::MeasuredWithoutReading(name(touchpoint)),
        );
    }
}

fn gap(key: &ElementKey, touchpoint: &Touchpoint, said: &mut Vec<Advice>) {
    let pair = touchpoint.expectation.zip(touchpoint.experience);
    let Some((expectation, experience)) = pair.filter(|(wanted, lived)| lived < wanted) else {
        return;
    };
    let touchpoint = name(touchpoint);
    let kind = AdviceKind::GapWithoutImprovement {
        touchpoint,
        expectation,
        experience,
    };
    say(said, key, Some("experience"), kind);
}

fn promise(key: &ElementKey, touchpoint: &Touchpoint, said: &mut Vec<Advice>) {
    if touchpoint.promise.is_some() && touchpoint.experience.is_none() {
        say(
            said,
            key,
            Some("promise"),
            AdviceKind::PromiseOpen(name(touchpoint)),
        );
    }
}

/// All readings of a KPI; its baseline is one.
fn readings(kpi: &Kpi) -> impl Iterator<Item = &Reading> {
    kpi.readings.iter().chain(&kpi.baseline)
}

/// A006 to A008.
pub(super) fn kpis(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    let touchpoints = facts.touchpoints.iter().map(|(_, touchpoint)| *touchpoint);
    let lacking = touchpoints.filter(|it| it.moment_of_truth.is_some() && lacks_targets(it));
    let lacking: HashSet<&str> = lacking.map(|it| it.id.as_str()).collect();
    for (key, Carried { kpi, by }) in &facts.kpis {
        if kpi.owner.is_none() && carried_by(by, Kind::Department).is_none() {
            say(
                said,
                key,
                Some("owner"),
                AdviceKind::KpiWithoutOwner(kpi_name(kpi)),
            );
        }
        // Where no KPI of a Moment of Truth has a target, the moment says so.
        let said_there = carried_by(by, Kind::Touchpoint).is_some_and(|id| lacking.contains(id));
        if kpi.target.is_none() && !said_there {
            say(
                said,
                key,
                Some("target"),
                AdviceKind::KpiWithoutTarget(kpi_name(kpi)),
            );
        }
        if let Some(kind) = stale(facts, kpi) {
            say(said, key, Some("readings"), kind);
        }
    }
}

/// The id of the element that carries a KPI, if it is of this kind.
fn carried_by(by: &Option<ElementKey>, kind: Kind) -> Option<&str> {
    by.as_ref()
        .filter(|key| key.kind == kind)
        .map(|key| key.id.as_str())
}

fn stale(facts: &Facts<'_>, kpi: &Kpi) -> Option<AdviceKind> {
    let name = kpi_name(kpi);
    let Some(last) = last_day(kpi) else {
        return Some(AdviceKind::KpiNeverRead(name));
    };
    let days = (facts.today - last).get_days();
    (days > READING_DAYS).then(|| AdviceKind::KpiStale {
        kpi: name,
        last: last.to_string(),
        days,
    })
}

/// A014 and A015.
pub(super) fn improvements(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    let last_readings = last_readings(facts);
    let improvements = facts.journey.improvements.iter();
    for (key, improvement) in keyed(Kind::Improvement, improvements, |it| &it.id) {
        if let Some(kind) = overdue(facts, improvement) {
            say(said, &key, Some("due"), kind);
        }
        if let Some(kind) = nothing_to_check(&last_readings, improvement) {
            say(said, &key, Some("status"), kind);
        }
    }
}

fn title(improvement: &Improvement) -> String {
    or_id(&improvement.title, &improvement.id)
}

fn overdue(facts: &Facts<'_>, improvement: &Improvement) -> Option<AdviceKind> {
    use ImprovementStatus::{Act, Dropped};
    let closed = matches!(improvement.status, Some(Act | Dropped));
    let due = improvement.due.as_ref()?;
    let days = facts.days_since(due)?;
    let open = !closed && improvement.finished.is_none();
    (open && days > 0).then(|| {
        let (improvement, due) = (title(improvement), due.clone());
        AdviceKind::Overdue {
            improvement,
            due,
            days,
        }
    })
}

/// A014 of a company.
pub(super) fn milestones(facts: &Facts<'_>, company: &Company, said: &mut Vec<Advice>) {
    for step in steps(company, facts.today) {
        let it = step.milestone;
        let days = it.on.as_ref().and_then(|on| facts.days_since(on));
        let (Standing::Overdue, Some(on), Some(days)) = (step.standing, &it.on, days) else {
            continue;
        };
        let (milestone, on) = (or_id(&it.title, &it.id), on.clone());
        let kind = AdviceKind::MilestoneOverdue {
            milestone,
            on,
            days,
        };
        say(said, &step.key, Some("on"), kind);
    }
}

/// The days of the last readings by the id of the KPI, and of the touchpoint that carries it (one
/// namespace). ISO dates sort as texts. What has KPIs but no reading is there with an empty day.
fn last_readings<'f>(facts: &'f Facts<'_>) -> HashMap<&'f str, &'f str> {
    let mut last: HashMap<&str, &str> = HashMap::new();
    for (_, Carried { kpi, by }) in &facts.kpis {
        let days = kpi.readings.iter().map(|reading| reading.on.as_str());
        let day = days
            .filter(|day| parse_date(day).is_some())
            .max()
            .unwrap_or_default();
        let touchpoint = carried_by(by, Kind::Touchpoint);
        for id in touchpoint.into_iter().chain([kpi.id.as_str()]) {
            let known = last.entry(id).or_default();
            *known = day.max(known);
        }
    }
    last
}

/// Before it is finished nothing can have worked, so a reading counts after that day: after the
/// start where no end is named, and any where neither is.
fn nothing_to_check(last: &HashMap<&str, &str>, it: &Improvement) -> Option<AdviceKind> {
    if it.status != Some(ImprovementStatus::Check) {
        return None;
    }
    let last_of = |id: &String| last.get(id.as_str()).copied();
    let expected = it.expects.as_ref().and_then(|expects| expects.kpi.as_ref());
    let of_kpi = expected.and_then(last_of);
    let read = of_kpi
        .or_else(|| it.at.iter().filter_map(last_of).max())
        .unwrap_or_default();
    let since = it.finished.clone().or_else(|| it.started.clone());
    (read <= since.as_deref().unwrap_or_default()).then(|| AdviceKind::NothingToCheck {
        improvement: title(it),
        since,
    })
}

/// A016 and A017.
pub(super) fn map(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    if let Some(kind) = unreviewed(facts) {
        said.push(Advice {
            about: None,
            field: Some("reviewed"),
            audience: Audience::Customers,
            kind,
        });
    }
    for (key, stage) in keyed(Kind::Stage, facts.journey.stages.iter(), |it| &it.id) {
        if stage.touchpoints.is_empty() {
            say(
                said,
                &key,
                Some("touchpoints"),
                AdviceKind::EmptyStage(or_id(&stage.name, &stage.id)),
            );
        }
    }
}

fn unreviewed(facts: &Facts<'_>) -> Option<AdviceKind> {
    let reviewed = facts.journey.reviewed.clone().unwrap_or_default();
    match facts.days_since(&reviewed) {
        None => Some(AdviceKind::NeverReviewed),
        Some(days) if days > REVIEW_DAYS => Some(AdviceKind::ReviewedLongAgo { reviewed, days }),
        Some(_) => None,
    }
}
