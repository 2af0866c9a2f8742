//! A map as a Mermaid `journey` diagram: title, stages, touchpoints, emotion as a score of 1–5, and
//! who acts. The rest of a map has no place there.
//!
//! Whatever Mermaid would read as its own stands as an entity code (`#58;` for a colon).

use super::export::{Export, Exported};
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::model::{Scale, Touchpoint};
use crate::text::sanitize;

/// The middle of Mermaid's scores.
const MIDDLE: i64 = 3;

/// Words that begin a line of another kind.
const WORDS: [&str; 5] = ["title", "section", "acctitle", "accdescr", "journey"];

/// The diagram, and which touchpoints have no emotion that it could show.
pub(super) fn mermaid(exported: &Exported<'_>) -> Export {
    let journey = &exported.parsed.journey;
    let mut text = format!("journey\n    title {}\n", escaped(&journey.title));
    let mut unrated = Vec::new();
    for stage in &journey.stages {
        text.push_str(&format!("    section {}\n", escaped(&stage.name)));
        for touchpoint in &stage.touchpoints {
            let name = escaped(&touchpoint.name);
            let score = touchpoint.emotion.map(|it| score(it, journey.scale));
            if score.is_none() {
                unrated.push(touchpoint.name.as_str());
            }
            let score = score.unwrap_or(MIDDLE);
            let actors = actors(exported, touchpoint).join(", ");
            let actors = if actors.is_empty() {
                actors
            } else {
                format!(": {actors}")
            };
            text.push_str(&format!("      {}: {score}{actors}\n", unkeyed(&name)));
        }
    }
    let mut left_out = vec![w::export_mermaid_keeps(exported.lang).to_owned()];
    if !unrated.is_empty() {
        left_out.push(w::export_unrated(exported.lang, &unrated.join(", ")));
    }
    Export {
        bytes: text.into_bytes(),
        left_out,
    }
}

/// An emotion between the ends of its scale, between 1 and 5; halves away from the middle.
fn score(emotion: i64, scale: Scale) -> i64 {
    let (min, max) = (scale.min as f64, scale.max as f64);
    if max <= min {
        return MIDDLE;
    }
    let part = ((emotion as f64 - min) / (max - min)).clamp(0.0, 1.0);
    MIDDLE + (4.0 * part - 2.0).round() as i64
}

/// Who acts: the persona of the touchpoint, else that of the map.
fn actors(exported: &Exported<'_>, touchpoint: &Touchpoint) -> Vec<String> {
    let first = exported.parsed.journey.personas.first();
    let own = touchpoint
        .persona
        .as_deref()
        .or(first.map(|it| it.id.as_str()));
    let others = touchpoint.views.iter().map(|view| view.persona.as_str());
    let name = |id| exported.in_words().name_by_id(Some(Kind::Persona), id);
    let all = own.into_iter().chain(others).filter(|id| !id.is_empty());
    all.map(|id| escaped(&name(id)).replace(',', "#44;"))
        .collect()
}

/// A text as text.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in sanitize(text).trim().chars() {
        match c {
            '\n' => escaped.push(' '),
            ':' | ';' | '#' | '%' | '<' | '>' | '&' | '"' | '`' | '~' | '{' | '}' | '\\' => {
                escaped.push_str(&format!("#{};", u32::from(c)));
            }
            _ => escaped.push(c),
        }
    }
    match escaped.is_empty() {
        true => "…".to_owned(),
        false => escaped,
    }
}

/// A name that does not begin as a line of another kind does.
fn unkeyed(name: &str) -> String {
    let lower = name.to_lowercase();
    let first = name
        .chars()
        .next()
        .filter(|_| WORDS.iter().any(|it| lower.starts_with(it)));
    match first {
        Some(first) => format!("#{};{}", u32::from(first), &name[first.len_utf8()..]),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emotions_are_mapped_to_one_to_five() {
        let scale = |min, max| Scale { min, max };
        for (emotion, on, expected) in [
            (-2, scale(-2, 2), 1),
            (0, scale(-2, 2), 3),
            (2, scale(-2, 2), 5),
            (1, scale(-2, 2), 4),
            (9, scale(-2, 2), 5),
            (3, scale(0, 10), 2),
            (5, scale(0, 10), 3),
            (7, scale(0, 10), 4),
            (1, scale(1, 1), 3),
        ] {
            assert_eq!(score(emotion, on), expected, "{emotion} on {on:?}");
        }
    }

    #[test]
    fn nothing_of_a_name_is_read_by_mermaid() {
        for (text, expected) in [
            ("Desk", "Desk"),
            ("18:30; now", "18#58;30#59; now"),
            (
                "%%{init: {}}%%",
                "#37;#37;#123;init#58; #123;#125;#125;#37;#37;",
            ),
            ("two\nlines", "two lines"),
            ("<b>", "#60;b#62;"),
            ("~~~ no fence", "#126;#126;#126; no fence"),
            ("", "…"),
        ] {
            assert_eq!(escaped(text), expected);
        }
        assert_eq!(unkeyed("Section two"), "#83;ection two");
        assert_eq!(unkeyed("Dissection"), "Dissection");
    }
}
