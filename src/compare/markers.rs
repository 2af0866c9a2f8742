//! A merged text with its conflicts as git writes them: standard markers around the lines in
//! which the two answers differ, and nothing around what is merged.

use std::ops::Range;

use similar::DiffOp;

use super::merge::{Merged, resolved};
use super::{NoMerge, Side};
use crate::text::diff;

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
    Ok(conflicted(&ours, &theirs, markers))
}

/// Two texts as one, with markers around the lines in which they differ.
pub fn conflicted(ours: &str, theirs: &str, markers: Markers<'_>) -> String {
    let newline = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let (ours, theirs) = (lines(ours), lines(theirs));
    let mut text = String::new();
    let mut done = 0;
    for difference in diff(&ours, &theirs) {
        let (old, new) = (difference.old_range(), difference.new_range());
        let up = match difference {
            DiffOp::Equal { .. } => continue,
            DiffOp::Insert { .. } => slides(&theirs, &new, old.start - done),
            DiffOp::Delete { .. } => slides(&ours, &old, old.start - done),
            DiffOp::Replace { .. } => 0,
        };
        let [old, new] = [old, new].map(|range| range.start - up..range.end - up);
        text.extend(ours[done..old.start].iter().copied());
        done = old.end;
        push_conflict(&mut text, [&ours[old], &theirs[new]], markers, newline);
    }
    text.extend(ours[done..].iter().copied());
    text
}

/// So many lines, at most `room`, a block that only one side has can stand higher and mean the
/// same: it is to begin where an element opens, and end where it closes.
fn slides(lines: &[&str], block: &Range<usize>, room: usize) -> usize {
    let closes = |line: &str| line.trim_start().starts_with([')', ']']);
    let can = |up: &usize| {
        let (above, last) = (lines[block.start - 1 - up], lines[block.end - 1 - up]);
        above == last && !closes(last)
    };
    (0..room).take_while(can).count()
}

/// The two sides of a text with conflict markers of git's usual size; `None` where it has none.
pub fn sides(text: &str) -> Option<[String; 2]> {
    let mut sides = [String::new(), String::new()];
    let mut part = Part::Both;
    let mut is_marked = false;
    for line in text.split_inclusive('\n') {
        match (part, line.get(..7)) {
            (Part::Both, Some("<<<<<<<")) => part = Part::Ours,
            (Part::Ours, Some("|||||||")) => part = Part::Base,
            (Part::Ours | Part::Base, Some("=======")) => part = Part::Theirs,
            (Part::Theirs, Some(">>>>>>>")) => {
                part = Part::Both;
                is_marked = true;
            }
            (Part::Both, _) => sides.iter_mut().for_each(|side| side.push_str(line)),
            (Part::Ours, _) => sides[0].push_str(line),
            (Part::Theirs, _) => sides[1].push_str(line),
            (Part::Base, _) => {}
        }
    }
    (is_marked && part == Part::Both).then_some(sides)
}

/// Whose lines come, in a text with markers.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Both,
    Ours,
    Base,
    Theirs,
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

    fn merged(ours: &str, theirs: &str) -> String {
        let merged = merge(BASE, ours, theirs).expect("a merge");
        with_markers(&merged, MARKERS).expect("markers")
    }

    #[test]
    fn markers_stand_around_the_lines_that_differ_and_all_else_is_merged() {
        let ours = BASE.replace("\"A\"", "\"Ours\"");
        let theirs = BASE
            .replace("\"A\"", "\"Theirs\"")
            .replace("\"g\"", "\"new\"");
        let text = merged(&ours, &theirs);
        let block = "            name: \"Ours\",\n=======\n            name: \"Theirs\",\n>>>>>>> desk (shorter)\n            goal: \"new\",\n";
        assert!(text.contains(&format!("<<<<<<< main\n{block}")), "{text}");
        let crlf = |text: &str| text.replace('\n', "\r\n");
        assert_eq!(merged(&crlf(&ours), &theirs), crlf(&text));
    }

    #[test]
    fn a_block_begins_where_an_element_opens() {
        let list = |names: &[&str]| -> String {
            let item = |name: &&str| format!("    Stage(\n        id: \"{name}\",\n    ),\n");
            format!("[\n{}]\n", names.iter().map(item).collect::<String>())
        };
        let text = conflicted(&list(&["a", "b", "c"]), &list(&["a", "c"]), MARKERS);
        let block = "<<<<<<< main\n    Stage(\n        id: \"b\",\n    ),\n=======\n";
        assert!(text.contains(block), "{text}");
        let sides = sides(&text).expect("two sides");
        assert_eq!(sides, [list(&["a", "b", "c"]), list(&["a", "c"])]);
    }

    #[test]
    fn a_text_with_markers_has_two_sides() {
        let (ours, theirs) = (
            BASE.replace("\"A\"", "\"O\""),
            BASE.replace("\"A\"", "\"T\""),
        );
        let text = merged(&ours, &theirs);
        assert_eq!(sides(&text), Some([ours.clone(), theirs.clone()]));
        let with_base = text.replace("=======\n", "||||||| base\nold\n=======\n");
        assert_eq!(sides(&with_base), Some([ours, theirs]));
        assert_eq!(sides(BASE), None);
        assert_eq!(sides("<<<<<<< a\nx\n"), None);
    }

    #[test]
    fn what_one_side_removed_has_an_empty_side() {
        let stage = &BASE[BASE.find("        Stage").unwrap()..BASE.find("    ],").unwrap()];
        let ours = BASE.replace(stage, "");
        let theirs = BASE.replace("\"A\"", "\"Theirs\"");
        let text = merged(&ours, &theirs);
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
