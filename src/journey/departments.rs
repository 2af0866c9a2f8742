//! Departments against stages: who carries a stage, where one stands alone, who stands aside; and
//! all that one department has to do with a journey. Knows no words.

use std::collections::HashMap;

use super::fields::Kind;
use super::handovers::Seam;
use super::kpis;
use super::model::{Improvement, ImprovementKind, Journey, Kpi, Stage};
use super::place::{ElementKey, keyed};

/// What a department does in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It owns no touchpoint there.
    Aside,
    /// It owns some, and another one owns more.
    Shares,
    /// No other one owns more, and some own others.
    Carries,
    /// It is the only one that owns any.
    Alone,
}

/// How much of a stage a department owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Touchpoints that it owns.
    pub owned: usize,
    /// Touchpoints of the stage.
    pub all: usize,
    /// What it does there.
    pub part: Part,
}

/// How much of a stage a department owns, by its id.
pub fn share(stage: &Stage, department: &str) -> Share {
    let mut owned: HashMap<&str, usize> = HashMap::new();
    for owner in stage
        .touchpoints
        .iter()
        .filter_map(|it| it.owner.as_deref())
    {
        *owned.entry(owner).or_default() += 1;
    }
    let own = owned.get(department).copied().unwrap_or(0);
    let most = owned.values().copied().max().unwrap_or(0);
    let part = match own {
        0 => Part::Aside,
        _ if owned.len() == 1 => Part::Alone,
        _ if own == most => Part::Carries,
        _ => Part::Shares,
    };
    Share {
        owned: own,
        all: stage.touchpoints.len(),
        part,
    }
}

/// An improvement through which people learn: a training, a guideline, a workshop.
pub fn is_learning(improvement: &Improvement) -> bool {
    use ImprovementKind::{Guideline, Training, Workshop};
    matches!(improvement.kind, Some(Training | Guideline | Workshop))
}

/// The improvements that a department looks after or takes part in.
pub fn improvements<'j>(
    journey: &'j Journey,
    department: &str,
) -> Vec<(ElementKey, &'j Improvement)> {
    let takes_part = |it: &Improvement| {
        it.owner.as_deref() == Some(department) || it.departments.iter().any(|it| it == department)
    };
    let all = keyed(Kind::Improvement, journey.improvements.iter(), |it| &it.id).into_iter();
    all.filter(|(_, it)| takes_part(it)).collect()
}

/// The KPIs that a department carries or owns.
pub fn kpis<'j>(journey: &'j Journey, department: &str) -> Vec<(ElementKey, &'j Kpi)> {
    let carrier = ElementKey::new(Kind::Department, department);
    let all = keyed(Kind::Kpi, kpis::all(journey), |it| &it.kpi.id).into_iter();
    all.filter(|(_, it)| {
        it.by.as_ref() == Some(&carrier) || it.kpi.owner.as_deref() == Some(department)
    })
    .map(|(key, it)| (key, it.kpi))
    .collect()
}

/// The hand-overs that a department owes to others, and those that it is owed.
pub fn owes<'s, 'j>(
    seams: &'s [Seam<'j>],
    department: &str,
) -> (Vec<&'s Seam<'j>>, Vec<&'s Seam<'j>>) {
    let from = seams.iter().filter(|it| it.from == department).collect();
    let to = seams.iter().filter(|it| it.to == department).collect();
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{Department, Touchpoint};

    fn stage(owners: &[Option<&str>]) -> Stage {
        let touchpoint = |owner: &Option<&str>| Touchpoint {
            owner: owner.map(str::to_owned),
            ..Touchpoint::default()
        };
        Stage {
            touchpoints: owners.iter().map(touchpoint).collect(),
            ..Stage::default()
        }
    }

    #[test]
    fn who_owns_the_most_carries_and_who_owns_alone_stands_alone() {
        let (a, b, c) = (Some("a"), Some("b"), Some("c"));
        for (owners, owned, part) in [
            (vec![], 0, Part::Aside),
            (vec![b, None], 0, Part::Aside),
            (vec![a], 1, Part::Alone),
            (vec![a, None, a], 2, Part::Alone),
            (vec![a, b, a], 2, Part::Carries),
            (vec![a, b], 1, Part::Carries),
            (vec![a, b, b, c], 1, Part::Shares),
        ] {
            let share = share(&stage(&owners), "a");
            let expected = Share {
                owned,
                all: owners.len(),
                part,
            };
            assert_eq!(share, expected, "{owners:?}");
        }
    }

    fn ids<T>(found: Vec<(ElementKey, T)>) -> Vec<String> {
        found.into_iter().map(|(key, _)| key.id).collect()
    }

    #[test]
    fn an_improvement_belongs_to_who_owns_it_and_who_takes_part() {
        let improvement = |id: &str, owner: &str, others: &[&str]| Improvement {
            id: id.into(),
            owner: Some(owner.into()),
            departments: others.iter().map(|it| (*it).into()).collect(),
            kind: Some(ImprovementKind::Training),
            ..Improvement::default()
        };
        let journey = Journey {
            improvements: vec![
                improvement("own", "a", &[]),
                improvement("part", "b", &["c", "a"]),
                improvement("other", "b", &["c"]),
            ],
            ..Journey::default()
        };
        assert_eq!(ids(improvements(&journey, "a")), ["own", "part"]);
        assert!(is_learning(&journey.improvements[0]));
        let process = Improvement {
            kind: Some(ImprovementKind::Process),
            ..Improvement::default()
        };
        assert!(!is_learning(&process) && !is_learning(&Improvement::default()));
    }

    #[test]
    fn a_kpi_belongs_to_who_carries_it_and_who_owns_it() {
        let kpi = |id: &str, owner: Option<&str>| Kpi {
            id: id.into(),
            owner: owner.map(str::to_owned),
            ..Kpi::default()
        };
        let department = |id: &str, kpis| Department {
            id: id.into(),
            kpis,
            ..Department::default()
        };
        let journey = Journey {
            kpis: vec![kpi("nps", Some("a")), kpi("csat", Some("b"))],
            departments: vec![
                department("a", vec![kpi("carried", None)]),
                department("b", vec![kpi("other", None)]),
            ],
            ..Journey::default()
        };
        assert_eq!(ids(kpis(&journey, "a")), ["nps", "carried"]);
    }

    #[test]
    fn who_hands_over_owes_and_who_takes_over_is_owed() {
        let seam = |from, to| Seam {
            from,
            to,
            at: Vec::new(),
            handover: None,
        };
        let seams = [seam("a", "b"), seam("b", "a"), seam("b", "c")];
        let (owed_by, owed_to) = owes(&seams, "a");
        assert_eq!(owed_by, [&seams[0]]);
        assert_eq!(owed_to, [&seams[1]]);
    }
}
