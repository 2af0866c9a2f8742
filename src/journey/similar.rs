//! "Did you mean": the nearest of the known names.

/// Characters of the longest name that is looked at: an id has 64 at most. The time and the memory of
/// a distance grow with the lengths of both, and files may hold anything.
const LONGEST: usize = 100;

/// The known name most like the given one, if one is near enough to be meant.
pub fn similar<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = name.chars().count().max(3) / 3;
    let near = known.filter_map(|candidate| Some((distance(name, candidate, most)?, candidate)));
    let nearest = near.min_by_key(|(distance, _)| *distance);
    nearest.map(|(_, candidate)| candidate)
}

/// The known name that is meant for certain: the only one that is near, measured by the length of
/// the name, so that no two of `n1`, `n2`, `n3` are near each other.
pub fn only_similar<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = name.chars().count() / 3;
    let mut near = known.filter(|candidate| distance(name, candidate, most).is_some());
    let first = near.next()?;
    near.all(|other| other == first).then_some(first)
}

/// How far two names are apart, if that is `most` or less.
fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let [one, other] = [a, b].map(|name| name.chars().count());
    if one.max(other) > LONGEST || one.abs_diff(other) > most {
        return None;
    }
    let distance = strsim::damerau_levenshtein(&a.to_lowercase(), &b.to_lowercase());
    (distance <= most).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::{only_similar, similar};

    #[test]
    fn only_near_names_are_meant() {
        let known = ["importance", "experience", "expectation", "emotion"];
        assert_eq!(similar("importence", known.into_iter()), Some("importance"));
        assert_eq!(similar("Emotion", known.into_iter()), Some("emotion"));
        assert_eq!(similar("colour", known.into_iter()), None);
        assert_eq!(similar("x", [].into_iter()), None);
        let long = "e".repeat(100_000);
        assert_eq!(similar(&long, [long.as_str()].into_iter()), None);
    }

    #[test]
    fn what_may_mean_two_is_not_certain() {
        let known = ["front-office", "front-desk", "front-disk"];
        let only = |name| only_similar(name, known.into_iter());
        assert_eq!(only("frontoffice"), Some("front-office"));
        assert_eq!(only("front-dsk"), None);
        assert_eq!(only("kitchen"), None);
        assert_eq!(
            only_similar("app", ["apps", "apps"].into_iter()),
            Some("apps")
        );
    }
}
