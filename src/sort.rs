//! Sorting, once for all types. Knows no journey.
//!
//! The library's stable sort is compiled anew for each type and each key that it is used with: 6 KB
//! apiece, which is a twentieth of the program. Lists here are short; they share one sort of their
//! indices.

use std::cmp::Ordering;

/// Sorts by a key; equal items keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by a comparison; equal items keep their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort(&mut order, &|one, other| {
        compare(&items[one], &items[other])
    });
    bring(items, &mut order);
}

/// The one sort.
#[inline(never)]
fn sort(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|one, other| compare(*one, *other));
}

/// Brings each item to where its index stands in the order, cycle by cycle.
fn bring<T>(items: &mut [T], order: &mut [usize]) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(items in prop::collection::vec((0u8..6, 0u8..=255), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|it| it.0);
            let mut found = items.clone();
            by_key(&mut found, |it| it.0);
            prop_assert_eq!(&found, &expected);
            expected.sort_by_key(|it| std::cmp::Reverse(it.1));
            by(&mut found, |one, other| other.1.cmp(&one.1));
            prop_assert_eq!(found, expected);
        }
    }
}
