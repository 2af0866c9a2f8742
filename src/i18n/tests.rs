//! Every text of both languages, looked at.

use super::*;

/// Texts that are the same word in both languages.
const SAME: &[&str] = &[
    "Start",
    "Portfolio",
    "normal",
    "Hotel",
    "Shop",
    "Support",
    "Onboarding",
    "Journeys in {folder}",
    "Persona",
    "Personas",
    "Moment of Truth",
    "Moments of Truth",
    "Schema",
    "Name",
    "Emotion",
    "Text",
    "Segment",
    "Neutral (4–5)",
    "Vision",
    "NPS",
    "CSAT",
    "CES",
    "Workshop",
    "UTF-8",
    "UTF-16",
    "Windows-1252",
];

fn entries() -> impl Iterator<Item = &'static Entry> {
    [
        app::ENTRIES,
        audience::ENTRIES,
        capture::ENTRIES,
        change::ENTRIES,
        changes::ENTRIES,
        cli::ENTRIES,
        files::ENTRIES,
        filter::ENTRIES,
        git::ENTRIES,
        merge::ENTRIES,
        portfolio::ENTRIES,
        priorities::ENTRIES,
        lived::ENTRIES,
        departments::ENTRIES,
        commands::ENTRIES,
        compare::ENTRIES,
        config::ENTRIES,
        conflicts::ENTRIES,
        differences::ENTRIES,
        explain::ENTRIES,
        fields::ENTRIES,
        history::ENTRIES,
        import::ENTRIES,
        import_map::ENTRIES,
        improvements::ENTRIES,
        foreign::ENTRIES,
        drivers::ENTRIES,
        export::ENTRIES,
        recovery::ENTRIES,
        rollup::ENTRIES,
        start::ENTRIES,
        strategy::ENTRIES,
        kinds::ENTRIES,
        lists::ENTRIES,
        log::ENTRIES,
        map::ENTRIES,
        meeting::ENTRIES,
        redo::ENTRIES,
        screens::ENTRIES,
        survey::ENTRIES,
    ]
    .into_iter()
    .flatten()
}

/// Says something beside its arguments.
fn has_words(text: &str) -> bool {
    let outside = text
        .split('{')
        .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    outside.flat_map(str::chars).any(char::is_alphabetic)
}

#[test]
fn what_is_equal_in_both_languages_is_agreed_on() {
    let equal: Vec<&str> = entries()
        .filter(|it| it.en == it.de && has_words(it.en) && !SAME.contains(&it.en))
        .map(|it| it.name)
        .collect();
    assert!(equal.is_empty(), "German that is English: {equal:?}");
    for word in SAME {
        assert!(
            entries().any(|it| it.en == *word && it.de == *word),
            "{word} is not needed"
        );
    }
}

#[test]
fn german_is_swiss_and_no_text_is_empty() {
    for Entry { name, en, de } in entries() {
        assert!(!en.is_empty() && !de.is_empty(), "{name}");
        assert!(!de.contains('ß'), "{name}: {de}");
        assert!(
            !de.contains('“') && !de.contains('„'),
            "{name}: Swiss quotes are « »"
        );
    }
}

#[test]
fn both_languages_use_the_same_arguments() {
    for Entry { name, en, de } in entries() {
        let arguments = |text: &str| {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|it| it.split('}').next())
                .map(str::to_owned)
                .collect();
            found.sort();
            found
        };
        assert_eq!(arguments(en), arguments(de), "{name}");
    }
}
