//! Findings as people and programs read them: the words, the place, the forms of output.

mod excerpt;
pub(super) mod github;
pub(super) mod human;
pub(super) mod json;

use super::input::Source;
use crate::i18n::{Lang, findings};
use crate::journey::finding::{Finding, Severity};
use crate::ron_text::Position;

/// A finding with its words and its place as people count it.
pub(super) struct Found<'a> {
    source: &'a Source,
    finding: &'a Finding,
    start: Position,
    /// Behind the last character.
    end: Position,
    message: String,
    hint: Option<String>,
}

impl<'a> Found<'a> {
    /// Puts a finding of this source into words.
    pub(super) fn new(source: &'a Source, finding: &'a Finding, lang: Lang) -> Found<'a> {
        let tree = &source.parsed.tree;
        Found {
            source,
            finding,
            start: tree.position(finding.span.start),
            end: tree.position(finding.span.end),
            message: findings::finding(lang, &finding.what),
            hint: findings::hint(lang, &finding.what),
        }
    }
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) advice: usize,
}

impl Counts {
    /// Nothing was found.
    pub(super) fn is_zero(&self) -> bool {
        self.errors + self.warnings + self.advice == 0
    }

    /// Counts one more.
    pub(super) fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Advice => self.advice += 1,
        }
    }
}
