//! Two orders of the same kind of things, side by side. Knows no journey.

use std::collections::HashSet;
use std::hash::Hash;

use super::order;

/// A thing in one common order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aligned<T> {
    /// The thing.
    pub item: T,
    /// It is in the left order.
    pub left: bool,
    /// It is in the right order.
    pub right: bool,
    /// It is in both, but not in the same place among the others.
    pub displaced: bool,
}

/// The things of both in the order of the right one; what the left one alone has stands behind
/// what it stood behind there.
pub fn aligned<T: Eq + Hash + Clone>(left: &[T], right: &[T]) -> Vec<Aligned<T>> {
    let in_left: HashSet<&T> = left.iter().collect();
    let in_right: HashSet<&T> = right.iter().collect();
    let common: Vec<&T> = right.iter().filter(|it| in_left.contains(it)).collect();
    let stay = order::stay(left, right);
    let merged = order::with_new(&common, left, right).into_iter();
    merged
        .map(|item| {
            let (left, right) = (in_left.contains(&item), in_right.contains(&item));
            Aligned {
                displaced: left && right && !stay.contains(&item),
                item,
                left,
                right,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `+` only right, `-` only left, `>` in both and displaced.
    fn signs(left: &str, right: &str) -> String {
        let [left, right] = [left, right].map(|text| text.chars().collect::<Vec<_>>());
        let sign = |it: Aligned<char>| match (it.left, it.right, it.displaced) {
            (false, _, _) => format!("+{}", it.item),
            (_, false, _) => format!("-{}", it.item),
            (_, _, true) => format!(">{}", it.item),
            _ => it.item.to_string(),
        };
        aligned(&left, &right).into_iter().map(sign).collect()
    }

    #[test]
    fn each_thing_stands_once_in_the_order_of_the_right() {
        for (left, right, expected) in [
            ("", "", ""),
            ("abc", "abc", "abc"),
            ("abc", "axbc", "a+xbc"),
            ("abc", "ac", "a-bc"),
            ("xabc", "abc", "-xabc"),
            ("abcx", "abc", "abc-x"),
            ("abc", "adc", "a-b+dc"),
            ("abcd", "dabc", ">dabc"),
            ("abxcd", "dabc", ">dab-xc"),
            ("abc", "", "-a-b-c"),
            ("", "abc", "+a+b+c"),
        ] {
            assert_eq!(signs(left, right), expected, "{left} | {right}");
        }
    }
}
