//! Short codes for names that do not fit: a few letters, another for each name, the same wherever
//! the name stands. Plain texts: knows no journey.

use std::collections::HashSet;

/// The most letters of a code.
pub(super) const LETTERS: usize = 3;

/// A code of at most `most` letters for each of the names, in their order.
pub(super) fn codes(names: &[String], most: usize) -> Vec<String> {
    let mut taken = HashSet::new();
    let code = |name: &String| {
        let free = candidates(name, most).find(|code| taken.insert(code.clone()));
        free.unwrap_or_else(|| "?".to_owned())
    };
    names.iter().map(code).collect()
}

/// What may stand for a name, the best first: its initials, its first letters, its first letter
/// with a later one, any of its letters, a number.
fn candidates(name: &str, most: usize) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let initials: String = words.iter().filter_map(|it| it.chars().next()).collect();
    let letters: Vec<char> = words.concat().chars().collect();
    let first: String = letters.iter().take(1).collect();
    let later = letters.clone().into_iter().skip(1);
    let pairs = later.map(move |it| format!("{first}{it}"));
    let several = (words.len() > 1).then_some(initials);
    let start: String = letters.iter().take(most.min(2)).collect();
    let single = letters.into_iter().map(String::from);
    let numbers = (1..100).map(|it| it.to_string());
    let texts = several
        .into_iter()
        .chain([start])
        .chain(pairs)
        .chain(single);
    let codes = texts.map(move |it| it.to_uppercase().chars().take(most).collect());
    let codes = codes.chain(numbers);
    codes.filter(move |code: &String| (1..=most).contains(&code.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str], most: usize) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|it| (*it).to_owned()).collect();
        codes(&names, most)
    }

    #[test]
    fn each_name_has_a_code_of_its_own() {
        let names = ["In person", "In the room", "Website", "WhatsApp", "E-mail"];
        assert_eq!(of(&names, 3), ["IP", "ITR", "WE", "WH", "EM"]);
        assert_eq!(of(&names, 2), ["IP", "IT", "WE", "WH", "EM"]);
        assert_eq!(of(&names, 1), ["I", "N", "W", "H", "E"]);
    }

    #[test]
    fn names_alike_and_names_without_letters_have_one_too() {
        assert_eq!(
            of(&["Aa", "Aa", "…", "…", ""], 1),
            ["A", "1", "2", "3", "4"]
        );
        assert_eq!(of(&["客服 中心", "客服"], 2), ["客中", "客服"]);
    }
}
