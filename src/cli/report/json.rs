//! Findings for programs. The form is a promise: fields may come, none goes or changes.

use serde::Serialize;

use super::Found;
use crate::journey::finding::Severity;
use crate::journey::place::{Place, Step};

/// One finding. `check --format json` prints one array of these, in the order of the files and of
/// their text; `[]` when there is nothing to say.
#[derive(Debug, Serialize)]
struct Record<'a> {
    /// The path as given, `<stdin>` for `-`; bytes that are not UTF-8 are replaced by U+FFFD.
    file: &'a str,
    /// Such as `E103`; `touchline check --explain E103` says more.
    code: &'static str,
    /// `error`, `warning` or `advice`.
    severity: Severity,
    /// Line of the first character, from 1.
    line: usize,
    /// Column of the first character, from 1, in characters.
    column: usize,
    /// Line of the end.
    end_line: usize,
    /// Column behind the last character; equal to `column` on the same line where something is
    /// missing.
    end_column: usize,
    /// What is wrong, in the language of `--lang`.
    message: &'a str,
    /// What to do about it, or null.
    hint: Option<&'a str>,
    /// What it is about.
    place: Where<'a>,
}

/// An element, or a field in it. All null: the file as a whole.
#[derive(Debug, Default, Serialize)]
pub(in crate::cli) struct Where<'a> {
    /// The kind of the nearest element with an id, as `Touchpoint`; null: the root.
    pub(in crate::cli) kind: Option<&'static str>,
    /// Its id.
    pub(in crate::cli) id: Option<&'a str>,
    /// The way from there, as `readings[,2026-03-31,].n` with the key of an item in brackets (and
    /// `#2` behind it for the second item of this key); null: the element itself.
    pub(in crate::cli) field: Option<String>,
}

/// The finding as one JSON object on one line.
///
/// # Errors
/// None that is known: texts and numbers can always be written.
pub(in crate::cli) fn object(found: &Found<'_>) -> serde_json::Result<String> {
    serde_json::to_string(&Record {
        file: &found.source.name,
        code: found.finding.code().as_str(),
        severity: found.finding.severity(),
        line: found.start.line,
        column: found.start.column,
        end_line: found.end.line,
        end_column: found.end.column,
        message: &found.message,
        hint: found.hint.as_deref(),
        place: place(&found.finding.place),
    })
}

/// A place as programs read it.
pub(in crate::cli) fn place(place: &Place) -> Where<'_> {
    let element = place.element.as_ref();
    let steps: String = place.steps.iter().map(step).collect();
    let field = steps.strip_prefix('.').unwrap_or(&steps);
    Where {
        kind: element.and_then(|element| element.kind.spec().name),
        id: element.map(|element| element.id.as_str()),
        field: Some(field.to_owned()).filter(|field| !field.is_empty()),
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Field(name) => format!(".{name}"),
        Step::Item { key, nth: 0 } => format!("[{}]", key.join(",")),
        Step::Item { key, nth } => format!("[{}]#{}", key.join(","), nth + 1),
    }
}
