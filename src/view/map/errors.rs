//! The errors of a file by the stage and the touchpoint that they are in, so that the Map can mark
//! them. Looked for once a frame, in the findings alone: knows no column and no cell.

use crate::journey::Parsed;
use crate::journey::fields::Kind;
use crate::journey::finding::{Finding, Severity, What};
use crate::journey::place::{ElementKey, Step};
use crate::text;
use ratatui::style::Style;
use ratatui::text::Span;
use std::collections::HashMap;

/// The errors of a file.
#[derive(Debug, Default)]
pub struct Errors<'a> {
    inside: HashMap<(Kind, &'a str), Vec<Error<'a>>>,
}

/// An error in a stage or touchpoint.
#[derive(Debug)]
pub(super) struct Error<'a> {
    /// Which of the elements with this id.
    nth: usize,
    /// The element's field that it is in; `None` for the element itself.
    pub(super) field: Option<&'a str>,
    /// The value as it stands in the text; where no value is wrong, the code.
    pub(super) said: &'a str,
}

impl Error<'_> {
    /// What is wrong in one line of at most `width` columns.
    pub(super) fn mark(&self, width: usize, style: Style) -> Span<'static> {
        let said = format!("✗ {}", text::sanitize_line(self.said));
        Span::styled(text::truncate(&said, width).into_owned(), style)
    }
}

impl<'a> Errors<'a> {
    /// The errors of what was read.
    pub fn of(parsed: &'a Parsed) -> Errors<'a> {
        let mut inside: HashMap<_, Vec<_>> = HashMap::new();
        let errors = parsed.findings.iter();
        for finding in errors.filter(|it| it.severity() == Severity::Error) {
            for (owner, field) in owners(parsed, finding) {
                let (nth, said) = (owner.nth, said(finding, parsed.tree.text()));
                let errors = inside.entry((owner.kind, owner.id.as_str())).or_default();
                errors.push(Error { nth, field, said });
            }
        }
        Errors { inside }
    }

    /// The errors in an element; `nth` says which of those with its id it is, and is asked only
    /// where there are several.
    pub(super) fn at<'s>(
        &'s self,
        kind: Kind,
        id: &'s str,
        nth: impl FnOnce() -> usize,
    ) -> impl Iterator<Item = &'s Error<'s>> {
        // Asked for each cell, and most files have none.
        let found = match self.inside.is_empty() {
            true => None,
            false => self.inside.get(&(kind, id)),
        };
        let errors = found.map_or(&[][..], Vec::as_slice);
        // The second of one id is itself an error.
        let is_one_of_several = errors.iter().any(|error| error.nth > 0);
        let nth = if is_one_of_several { nth() } else { 0 };
        errors.iter().filter(move |error| error.nth == nth)
    }
}

/// The touchpoint and the stage around a finding, each with its field that leads there.
fn owners<'a>(
    parsed: &'a Parsed,
    finding: &'a Finding,
) -> impl Iterator<Item = (&'a ElementKey, Option<&'a str>)> {
    let element = finding.place.element.as_ref();
    let node = element.and_then(|it| Some(parsed.tree.node(parsed.index.node(it)?)));
    let mut field = finding.place.steps.first().and_then(|step| match step {
        Step::Field(name) => Some(name.as_str()),
        Step::Item { .. } => None,
    });
    let up = std::iter::successors(node, |node| node.parent());
    up.filter_map(move |node| {
        let key = parsed.index.key(node.id());
        let owner = key.filter(|it| matches!(it.kind, Kind::Touchpoint | Kind::Stage));
        let found = owner.map(|owner| (owner, field));
        field = node.key().or(field);
        found
    })
}

fn said<'a>(finding: &Finding, text: &'a str) -> &'a str {
    let raw = text.get(finding.span.clone()).unwrap_or_default();
    match finding.what {
        What::WrongType(_) | What::OutOfRange { .. } => raw.lines().next().unwrap_or_default(),
        What::Dangling { .. } => raw.trim_matches('"'),
        _ => finding.code().as_str(),
    }
}
