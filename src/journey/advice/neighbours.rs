//! Advice on neighbours without a hand-over (A011).
//!
//! A path is what a customer lives who takes it: the touchpoints of the main line (those without
//! path) and its own, in the order of the file. Neighbours are two that follow one another on at
//! least one path. Where one of them has no owner nobody hands over. A hand-over covers a pair if
//! it leads from the first owner to the second and is `at` one of the two touchpoints or names
//! none; the other direction, and one at another touchpoint, do not.

use std::collections::{BTreeMap, HashSet};

use super::facts::{Facts, or_id};
use super::{Advice, AdviceKind, say};
use crate::journey::model::Touchpoint;
use crate::journey::place::ElementKey;

type Stop<'j> = (&'j ElementKey, &'j Touchpoint);

/// A011, once for a department, the next one and the touchpoint that receives.
pub(super) fn without_handover(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    let handovers: HashSet<(&str, &str, Option<&str>)> = facts
        .journey
        .handovers
        .iter()
        .map(|it| (&*it.from, &*it.to, it.at.as_deref()))
        .collect();
    let mut reported = HashSet::new();
    for ((_, before), (key, after)) in neighbours(facts) {
        let Some((from, to)) = before.owner.as_deref().zip(after.owner.as_deref()) else {
            continue;
        };
        let ends = [None, Some(before.id.as_str()), Some(after.id.as_str())];
        let covered = ends
            .into_iter()
            .any(|at| handovers.contains(&(from, to, at)));
        if from != to && !covered && reported.insert((from, key)) {
            let kind = AdviceKind::NoHandover {
                from: facts.department(from),
                before: or_id(&before.name, &before.id),
                to: facts.department(to),
                after: or_id(&after.name, &after.id),
            };
            say(said, key, Some("owner"), kind);
        }
    }
}

/// The neighbours of all paths, each pair once. Every path follows the main line, so one walk
/// finds them: `aside` holds where each path has left it since its last touchpoint.
fn neighbours<'f>(facts: &'f Facts<'_>) -> Vec<(Stop<'f>, Stop<'f>)> {
    let mut pairs = Vec::new();
    let mut main: Option<Stop<'f>> = None;
    let mut aside: BTreeMap<&str, Stop<'f>> = BTreeMap::new();
    for (key, touchpoint) in &facts.touchpoints {
        let here: Stop<'f> = (key, *touchpoint);
        match touchpoint.path.as_deref() {
            None => {
                let before = main.replace(here).into_iter();
                let from_paths = std::mem::take(&mut aside).into_values();
                pairs.extend(before.chain(from_paths).map(|before| (before, here)));
            }
            Some(path) => {
                let before = aside.insert(path, here).or(main);
                pairs.extend(before.map(|before| (before, here)));
            }
        }
    }
    pairs
}
