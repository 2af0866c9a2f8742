//! How much the name of a column is like the name of a touchpoint. Knows no journey.

use crate::journey::id::slug;

/// Words of columns and questions that say nothing about what is asked.
const NOISE: &[&str] = &[
    "a",
    "an",
    "and",
    "are",
    "at",
    "be",
    "bewertung",
    "bitte",
    "csat",
    "das",
    "dem",
    "den",
    "der",
    "des",
    "did",
    "die",
    "do",
    "ein",
    "eine",
    "for",
    "from",
    "fuer",
    "how",
    "ihnen",
    "ihr",
    "ihre",
    "im",
    "in",
    "ist",
    "it",
    "its",
    "mit",
    "my",
    "note",
    "of",
    "on",
    "our",
    "please",
    "q",
    "question",
    "rate",
    "rating",
    "satisfaction",
    "satisfied",
    "score",
    "sehr",
    "sie",
    "sind",
    "the",
    "to",
    "und",
    "uns",
    "unser",
    "unsere",
    "value",
    "very",
    "von",
    "war",
    "was",
    "waren",
    "we",
    "were",
    "wie",
    "with",
    "would",
    "you",
    "your",
    "zu",
    "zufrieden",
    "zufriedenheit",
    "zum",
    "zur",
];

/// The words of a name that say something, in plain letters.
pub fn words(name: &str) -> Vec<String> {
    let spelled: String = split_humps(name);
    let slug = slug(&spelled).unwrap_or_default();
    let words = slug
        .split('-')
        .filter(|it| !it.is_empty() && !NOISE.contains(it));
    words.map(str::to_owned).collect()
}

/// `staffService` has two words.
fn split_humps(name: &str) -> String {
    let mut split = String::new();
    let mut was_small = false;
    for letter in name.chars() {
        if was_small && letter.is_uppercase() {
            split.push(' ');
        }
        was_small = letter.is_lowercase();
        split.push(letter);
    }
    split
}

/// From 0 to 100: which part of the words of one name the other has, whichever part is larger.
pub fn likeness(column: &[String], touchpoint: &[String]) -> usize {
    let joined = touchpoint.concat();
    let has = |words: &[String], word: &String| words.iter().any(|it| is_same(it, word));
    let found = column
        .iter()
        .filter(|it| has(touchpoint, it) || it.len() >= 4 && joined.contains(it.as_str()));
    let share = |found: usize, of: usize| (100 * found).checked_div(of).unwrap_or(0);
    let of_column = share(found.count(), column.len());
    let of_touchpoint = share(
        touchpoint.iter().filter(|it| has(column, it)).count(),
        touchpoint.len(),
    );
    of_column.max(of_touchpoint)
}

/// The same word, or one with another ending.
fn is_same(one: &str, other: &str) -> bool {
    let common = one
        .bytes()
        .zip(other.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    one == other || common >= 4 && common * 3 >= one.len().max(other.len()) * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_like_their_touchpoints() {
        for (column, touchpoint, expected) in [
            (
                "wifi_connectivity_rating",
                "wi-fi Connects to the Wi-Fi",
                50,
            ),
            ("staff_service_rating", "staff Is welcomed by the staff", 50),
            ("cleanliness_rating", "clean Finds the room cleaned", 0),
            ("Wie war der Empfang am Schalter?", "Empfang", 100),
            ("washrooms_rating", "Uses the washroom", 100),
            ("comfort", "Orders a drink", 0),
            ("checkInSatisfaction", "check-in", 100),
            ("", "desk", 0),
        ] {
            assert_eq!(
                likeness(&words(column), &words(touchpoint)),
                expected,
                "{column} {touchpoint}"
            );
        }
    }
}
