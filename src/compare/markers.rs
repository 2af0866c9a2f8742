//! A merged text with its conflicts as git writes them: standard markers around the lines in
//! which the two answers differ, and nothing around what is merged.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::merge::{Merged, resolved};
use super::{NoMerge, Side};

/// How the two sides are named in the markers, and how long these are.
#[derive(Debug, Clone, Copy)]
pub struct Markers<'n> {
    /// The name of our side.
    pub ours: &'n str,
    /// The name of theirs.
    pub theirs: &'n str,
    /// Characters of a marker; git's default is 7.
    pub size: usize,
}

/// The merged text with markers around its conflicts.
///
/// # Errors
/// [`NoMerge::NotAsMeant`] where an answer cannot be written, or the two answers are the same
/// text: the caller then merges by line.
pub fn with_markers(merged: &Merged, markers: Markers<'_>) -> Result<String, NoMerge> {
    let ours = resolved(merged, Side::Ours)?;
    let theirs = resolved(merged, Side::Theirs)?;
    if ours == theirs && !merged.conflicts.is_empty() {
        return Err(NoMerge::NotAsMeant);
    }
    let newline = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let (ours, theirs) = (lines(&ours), lines(&theirs));
    let mut text = String::new();
    for difference in capture_diff_slices(Algorithm::Myers, &ours, &theirs) {
        let [ours, theirs] = [
            &ours[difference.old_range()],
            &theirs[difference.new_range()],
        ];
        match difference {
            DiffOp::Equal { .. } => text.extend(ours.iter().copied()),
            _ => push_conflict(&mut text, [ours, theirs], markers, newline),
        }
    }
    Ok(text)
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn push_conflict(text: &mut String, sides: [&[&str]; 2], markers: Markers<'_>, newline: &str) {
    let [ours, theirs] = sides;
    let marker = |text: &mut String, sign: &str, name: &str| {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push_str(newline);
        }
        let space = if name.is_empty() { "" } else { " " };
        text.push_str(&format!(
            "{}{space}{name}{newline}",
            sign.repeat(markers.size)
        ));
    };
    marker(text, "<", markers.ours);
    text.extend(ours.iter().copied());
    marker(text, "=", "");
    text.extend(theirs.iter().copied());
    marker(text, ">", markers.theirs);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::merge;

    const MARKERS: Markers<'_> = Markers {
        ours: "main",
        theirs: "desk (shorter)",
        size: 7,
    };

    const BASE: &str = "Journey(\n    schema: 1,\n    title: \"T\",\n    stages: [\n        Stage(\n            id: \"a\",\n            name: \"A\",\n            goal: \"g\",\n        ), // ^a\n    ],\n)\n";

    fn conflicted(ours: &str, theirs: &str) -> String {
        let merged = merge(BASE, ours, theirs).expect("a merge");
        with_markers(&merged, MARKERS).expect("markers")
    }

    #[test]
    fn markers_stand_around_the_lines_that_differ_and_all_else_is_merged() {
        let ours = BASE.replace("\"A\"", "\"Ours\"");
        let theirs = BASE
            .replace("\"A\"", "\"Theirs\"")
            .replace("\"g\"", "\"new\"");
        let text = conflicted(&ours, &theirs);
        let block = "            name: \"Ours\",\n=======\n            name: \"Theirs\",\n>>>>>>> desk (shorter)\n            goal: \"new\",\n";
        assert!(text.contains(&format!("<<<<<<< main\n{block}")), "{text}");
        let crlf = |text: &str| text.replace('\n', "\r\n");
        assert_eq!(conflicted(&crlf(&ours), &theirs), crlf(&text));
    }

    #[test]
    fn what_one_side_removed_has_an_empty_side() {
        let stage = &BASE[BASE.find("        Stage").unwrap()..BASE.find("    ],").unwrap()];
        let ours = BASE.replace(stage, "");
        let theirs = BASE.replace("\"A\"", "\"Theirs\"");
        let text = conflicted(&ours, &theirs);
        assert!(
            text.contains("<<<<<<< main\n    stages: [],\n=======\n"),
            "{text}"
        );
        assert!(
            text.contains("        ), // ^a\n    ],\n>>>>>>> desk"),
            "{text}"
        );
    }
}
