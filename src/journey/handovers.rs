//! Hand-overs along a way through a journey: each change of owner, and how it is agreed. Knows no
//! words and no screen.
//!
//! A path is what a customer lives who takes it: the touchpoints of the main line (those without
//! path) and its own, in the order of the file. Where one of two neighbours has no owner nobody
//! hands over. A hand-over covers a pair if it leads from the first owner to the second and is
//! `at` one of the two touchpoints or names none; the other direction, and one at another
//! touchpoint, do not.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::fields::Kind;
use super::model::{Handover, HandoverStatus, Journey};
use super::place::{ElementKey, keyed};
use super::touchpoints::Placed;

/// Two touchpoints that follow one another.
pub type Pair<'j> = (Placed<'j>, Placed<'j>);

/// How a change of owner is agreed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Both sides have agreed.
    Agreed,
    /// There is a hand-over, and nothing is agreed yet.
    Open,
    /// The owner changes, and no hand-over says so.
    Missing,
    /// What was agreed is not kept.
    Broken,
}

impl State {
    /// All of them, the best first.
    pub const ALL: [State; 4] = [State::Agreed, State::Open, State::Missing, State::Broken];

    /// That of a hand-over, which is open until it says otherwise.
    pub fn of(handover: &Handover) -> State {
        match handover.status {
            Some(HandoverStatus::Agreed) => State::Agreed,
            Some(HandoverStatus::Broken) => State::Broken,
            Some(HandoverStatus::Open) | None => State::Open,
        }
    }
}

/// A change of owner and its hand-over.
#[derive(Debug, Clone, PartialEq)]
pub struct Seam<'j> {
    /// The department that hands over, by its id.
    pub from: &'j str,
    /// The one that takes over.
    pub to: &'j str,
    /// Where the owner changes: one place, or several that one hand-over covers; none where the
    /// hand-over stands at no change of owner on this way.
    pub at: Vec<Pair<'j>>,
    /// The hand-over, where there is one.
    pub handover: Option<(ElementKey, &'j Handover)>,
}

impl Seam<'_> {
    /// How it is agreed.
    pub fn state(&self) -> State {
        let handover = self.handover.as_ref();
        handover.map_or(State::Missing, |(_, it)| State::of(it))
    }
}

/// The neighbours of all paths, each pair once. Every path follows the main line, so one walk
/// finds them: `aside` holds where each path has left it since its last touchpoint.
pub fn on_all_paths<'j>(touchpoints: &[Placed<'j>]) -> Vec<Pair<'j>> {
    let mut pairs = Vec::new();
    let mut main: Option<&Placed<'j>> = None;
    let mut aside: BTreeMap<&str, &Placed<'j>> = BTreeMap::new();
    let mut join = |before: &Placed<'j>, here: &Placed<'j>| {
        pairs.push((before.clone(), here.clone()));
    };
    for here in touchpoints {
        match here.touchpoint.path.as_deref() {
            None => {
                let from_paths = std::mem::take(&mut aside).into_values();
                let before = main.replace(here).into_iter().chain(from_paths);
                before.for_each(|before| join(before, here));
            }
            Some(path) => {
                if let Some(before) = aside.insert(path, here).or(main) {
                    join(before, here);
                }
            }
        }
    }
    pairs
}

/// The neighbours on one way, whose touchpoints these are.
pub fn on_one_way<'j>(touchpoints: &[Placed<'j>]) -> Vec<Pair<'j>> {
    let pairs = touchpoints.iter().zip(touchpoints.iter().skip(1));
    pairs
        .map(|(before, after)| (before.clone(), after.clone()))
        .collect()
}

/// The changes of owner between neighbours, in their order. What one hand-over covers is one; of
/// what none covers, a department and the touchpoint that receives are one.
pub fn seams<'j>(journey: &'j Journey, pairs: Vec<Pair<'j>>) -> Vec<Seam<'j>> {
    let known = Known::of(journey);
    let mut seams: Vec<Seam> = Vec::new();
    let mut places: HashMap<(&str, ElementKey), usize> = HashMap::new();
    for pair in pairs {
        let Some((from, to)) = change(&pair) else {
            continue;
        };
        let handover = known.between(from, to, &pair);
        let one = match &handover {
            Some((key, _)) => ("", key.clone()),
            None => (from, pair.1.key.clone()),
        };
        let at = *places.entry(one).or_insert(seams.len());
        match seams.get_mut(at) {
            Some(seam) => seam.at.push(pair),
            None => seams.push(Seam {
                from,
                to,
                at: vec![pair],
                handover,
            }),
        }
    }
    seams
}

/// The hand-overs that stand at none of these changes of owner, in the order of the file.
pub fn elsewhere<'j>(journey: &'j Journey, seams: &[Seam<'j>]) -> Vec<Seam<'j>> {
    let named = seams.iter().filter_map(|it| it.handover.as_ref());
    let named: HashSet<&ElementKey> = named.map(|(key, _)| key).collect();
    let others = keyed(Kind::Handover, journey.handovers.iter(), |it| &it.id).into_iter();
    let others = others.filter(|(key, _)| !named.contains(key));
    others
        .map(|(key, it)| Seam {
            from: &it.from,
            to: &it.to,
            at: Vec::new(),
            handover: Some((key, it)),
        })
        .collect()
}

/// The two owners, where they differ.
fn change<'j>((before, after): &Pair<'j>) -> Option<(&'j str, &'j str)> {
    let owner = |it: &Placed<'j>| it.touchpoint.owner.as_deref();
    let owners = owner(before).zip(owner(after));
    owners.filter(|(from, to)| from != to)
}

/// From, to and touchpoint of a hand-over.
type Ends<'j> = (&'j str, &'j str, Option<&'j str>);

/// All hand-overs, to be found by their ends.
struct Known<'j>(HashMap<Ends<'j>, (ElementKey, &'j Handover)>);

impl<'j> Known<'j> {
    fn of(journey: &'j Journey) -> Known<'j> {
        let mut known = HashMap::new();
        for (key, it) in keyed(Kind::Handover, journey.handovers.iter(), |it| &it.id) {
            let ends = (it.from.as_str(), it.to.as_str(), it.at.as_deref());
            known.entry(ends).or_insert((key, it));
        }
        Known(known)
    }

    /// The one at the touchpoint that receives, else at the other one, else at none.
    fn between(
        &self,
        from: &'j str,
        to: &'j str,
        (before, after): &Pair<'j>,
    ) -> Option<(ElementKey, &'j Handover)> {
        let [before, after] = [before, after].map(|it| Some(it.touchpoint.id.as_str()));
        let mut at = [after, before, None].into_iter();
        at.find_map(|at| self.0.get(&(from, to, at)).cloned())
    }
}

#[cfg(test)]
#[path = "handovers_tests.rs"]
mod tests;
