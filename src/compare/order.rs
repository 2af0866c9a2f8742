//! Orders of lists: three-way on every pairwise "before". Knows no journey.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// Two sides put the same items into orders that cannot both be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cycle;

/// Merges the orders of a list. `ours` and `theirs` hold what stays of the list on each side;
/// `base` may hold more. What only one side has goes after its nearest predecessor that both
/// have; at the same place ours comes first.
///
/// # Errors
/// [`Cycle`] where what both have cannot be ordered.
pub(super) fn merge<T: Eq + Hash + Clone>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
) -> Result<Vec<T>, Cycle> {
    let in_ours: HashSet<&T> = ours.iter().collect();
    let in_theirs: HashSet<&T> = theirs.iter().collect();
    let one: Vec<&T> = ours
        .iter()
        .filter(|item| in_theirs.contains(item))
        .collect();
    let other: Vec<&T> = theirs
        .iter()
        .filter(|item| in_ours.contains(item))
        .collect();
    let common = common_order(base, &one, &other)?;
    Ok(with_new(&common, ours, theirs))
}

/// Our order of what both have, with all the rest: the provisional answer to a [`Cycle`].
pub(super) fn ours_first<T: Eq + Hash + Clone>(ours: &[T], theirs: &[T]) -> Vec<T> {
    let in_theirs: HashSet<&T> = theirs.iter().collect();
    let common: Vec<&T> = ours
        .iter()
        .filter(|item| in_theirs.contains(item))
        .collect();
    with_new(&common, ours, theirs)
}

/// The common items in `order`, each followed by what only one side has behind it.
pub(super) fn with_new<T: Eq + Hash + Clone>(order: &[&T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let common: HashSet<&T> = order.iter().copied().collect();
    let mut ours = runs(ours, &common);
    let mut theirs = runs(theirs, &common);
    let anchors = std::iter::once(None).chain(order.iter().map(|item| Some(*item)));
    let mut merged = Vec::new();
    for anchor in anchors {
        merged.extend(anchor.cloned());
        merged.extend(ours.remove(&anchor).into_iter().flatten().cloned());
        merged.extend(theirs.remove(&anchor).into_iter().flatten().cloned());
    }
    merged
}

/// What follows each common item, up to the next one.
fn runs<'a, T: Eq + Hash>(
    items: &'a [T],
    common: &HashSet<&'a T>,
) -> HashMap<Option<&'a T>, Vec<&'a T>> {
    let mut runs: HashMap<Option<&T>, Vec<&T>> = HashMap::new();
    let mut anchor = None;
    for item in items {
        match common.contains(item) {
            true => anchor = Some(item),
            false => runs.entry(anchor).or_default().push(item),
        }
    }
    runs
}

fn common_order<'a, T: Eq + Hash>(
    base: &[T],
    ours: &[&'a T],
    theirs: &[&'a T],
) -> Result<Vec<&'a T>, Cycle> {
    if ours == theirs {
        return Ok(ours.to_vec());
    }
    let common: HashSet<&T> = ours.iter().copied().collect();
    let base: Vec<&T> = base.iter().filter(|item| common.contains(item)).collect();
    if base.len() == common.len() {
        if base == ours {
            return Ok(theirs.to_vec());
        }
        if base == theirs {
            return Ok(ours.to_vec());
        }
    }
    by_pairs(&base, ours, theirs)
}

/// A relation in which each pair has one order is an order if and only if the numbers of items
/// before each are all different.
fn by_pairs<'a, T: Eq + Hash>(
    base: &[&T],
    ours: &[&'a T],
    theirs: &[&'a T],
) -> Result<Vec<&'a T>, Cycle> {
    let [base, at_theirs] = [base, theirs].map(positions);
    let count = ours.len();
    let mut before = vec![0; count];
    for (i, x) in ours.iter().enumerate() {
        for (j, y) in ours.iter().enumerate().skip(i + 1) {
            let in_theirs = at_theirs.get(x) < at_theirs.get(y);
            let in_base = base.get(x).zip(base.get(y)).map(|(x, y)| x < y);
            let x_first = match (in_base, in_theirs) {
                (Some(true), theirs) => theirs,
                (_, true) => true,
                (Some(false), false) => true,
                (None, false) => return Err(Cycle),
            };
            before[if x_first { j } else { i }] += 1;
        }
    }
    let mut order: Vec<Option<&T>> = vec![None; count];
    for (item, rank) in ours.iter().zip(before) {
        order[rank] = Some(item);
    }
    order.into_iter().collect::<Option<_>>().ok_or(Cycle)
}

fn positions<'a, T: Eq + Hash>(items: &[&'a T]) -> HashMap<&'a T, usize> {
    items
        .iter()
        .enumerate()
        .map(|(at, item)| (*item, at))
        .collect()
}

/// The items that may stay where they are when `from` becomes `to`: a longest common
/// subsequence. Both hold each item once; items of one only are left out.
pub(super) fn stay<T: Eq + Hash + Clone>(from: &[T], to: &[T]) -> HashSet<T> {
    let at: HashMap<&T, usize> = to.iter().enumerate().map(|(at, item)| (item, at)).collect();
    let targets: Vec<usize> = from
        .iter()
        .filter_map(|item| at.get(item).copied())
        .collect();
    longest_ascent(&targets)
        .into_iter()
        .map(|at| to[at].clone())
        .collect()
}

/// A longest ascending subsequence of distinct numbers (patience sorting).
fn longest_ascent(numbers: &[usize]) -> Vec<usize> {
    let mut tops: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let pile = tops.partition_point(|top| numbers[*top] < *number);
        previous.push(pile.checked_sub(1).map(|pile| tops[pile]));
        match tops.get_mut(pile) {
            Some(top) => *top = at,
            None => tops.push(at),
        }
    }
    let mut ascent: Vec<usize> = std::iter::successors(tops.last().copied(), |at| previous[*at])
        .map(|at| numbers[at])
        .collect();
    ascent.reverse();
    ascent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(base: &str, ours: &str, theirs: &str) -> Option<String> {
        let [base, ours, theirs] =
            [base, ours, theirs].map(|text| text.chars().collect::<Vec<_>>());
        let one = merge(&base, &ours, &theirs).map(String::from_iter).ok();
        let other = merge(&base, &theirs, &ours).ok();
        assert_eq!(
            one.is_some(),
            other.is_some(),
            "clean does not depend on the side"
        );
        one
    }

    #[test]
    fn orders_merge_pair_by_pair() {
        for (base, ours, theirs, expected) in [
            ("abcd", "bacd", "abdc", Some("badc")),
            ("abc", "acb", "bac", None),
            ("abc", "bac", "acb", None),
            ("abc", "cab", "cab", Some("cab")),
            ("abc", "abc", "cab", Some("cab")),
            // New ones after their nearest surviving predecessor, ours first.
            ("ab", "axb", "ayb", Some("axyb")),
            ("ab", "axb", "b", Some("xb")),
            ("abc", "axbc", "cab", Some("caxb")),
            ("", "x", "y", Some("xy")),
            ("a", "ax", "ay", Some("axy")),
            // Both have them, and nothing says which order is the older one.
            ("", "xy", "yx", None),
            ("", "xy", "xy", Some("xy")),
            ("abc", "abc", "ac", Some("abc")),
        ] {
            let stays = |side: &str| -> String {
                let gone = |item: &char| {
                    base.contains(*item) && !(ours.contains(*item) && theirs.contains(*item))
                };
                side.chars()
                    .filter(|item| !gone(item) || expected == Some("abc"))
                    .collect()
            };
            let result = merged(base, &stays(ours), &stays(theirs));
            assert_eq!(result.as_deref(), expected, "{base} {ours} {theirs}");
        }
    }

    #[test]
    fn as_many_as_can_stay_where_they_are() {
        let stays = |from: &str, to: &str| -> String {
            let [from, to] = [from, to].map(|text| text.chars().collect::<Vec<_>>());
            let stay = stay(&from, &to);
            to.iter().filter(|item| stay.contains(item)).collect()
        };
        for (from, to, expected) in [
            ("abcd", "abcd", "abcd"),
            ("abcd", "dabc", "abc"),
            ("abcd", "xbyad", "ad"),
            ("", "ab", ""),
            ("dcba", "abcd", "a"),
        ] {
            assert_eq!(stays(from, to).len(), expected.len(), "{from} {to}");
        }
    }
}
