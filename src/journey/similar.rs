//! "Did you mean": the nearest of the known names.

/// The known name most like the given one, if one is near enough to be meant.
pub fn similar<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = |candidate: &&str| distance(name, candidate) <= name.chars().count().max(3) / 3;
    known
        .filter(near)
        .min_by_key(|candidate| distance(name, candidate))
}

/// The known name that is meant for certain: the only one that is near, measured by the length of
/// the name, so that no two of `n1`, `n2`, `n3` are near each other.
pub fn only_similar<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = name.chars().count() / 3;
    let mut near = known.filter(|candidate| distance(name, candidate) <= most);
    let first = near.next()?;
    near.all(|other| other == first).then_some(first)
}

fn distance(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(&a.to_lowercase(), &b.to_lowercase())
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
