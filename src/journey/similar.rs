//! "Did you mean": the nearest of the known names.

/// The known name most like the given one, if one is near enough to be meant.
pub fn similar<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = |candidate: &&str| distance(name, candidate) <= name.chars().count().max(3) / 3;
    known
        .filter(near)
        .min_by_key(|candidate| distance(name, candidate))
}

fn distance(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(&a.to_lowercase(), &b.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn only_near_names_are_meant() {
        let known = ["importance", "experience", "expectation", "emotion"];
        assert_eq!(similar("importence", known.into_iter()), Some("importance"));
        assert_eq!(similar("Emotion", known.into_iter()), Some("emotion"));
        assert_eq!(similar("colour", known.into_iter()), None);
        assert_eq!(similar("x", [].into_iter()), None);
    }
}
