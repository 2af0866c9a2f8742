//! Advice on neighbours without a hand-over (A011): see [`handovers`](crate::journey::handovers).

use super::facts::{Facts, or_id};
use super::{Advice, AdviceKind, say};
use crate::journey::handovers::{Seam, on_all_paths, seams};
use crate::journey::touchpoints;

/// A011, once for a department, the next one and the touchpoint that receives.
pub(super) fn without_handover(facts: &Facts<'_>, said: &mut Vec<Advice>) {
    let pairs = on_all_paths(&touchpoints::all(facts.journey));
    let seams = seams(facts.journey, pairs).into_iter();
    for Seam { from, to, at, .. } in seams.filter(|it| it.handover.is_none()) {
        let Some((before, after)) = at.first() else {
            continue;
        };
        let name = |it: &touchpoints::Placed| or_id(&it.touchpoint.name, &it.touchpoint.id);
        let kind = AdviceKind::NoHandover {
            from: facts.department(from),
            before: name(before),
            to: facts.department(to),
            after: name(after),
        };
        say(said, &after.key, Some("owner"), kind);
    }
}
