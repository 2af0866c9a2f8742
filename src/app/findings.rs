//! The list of findings. Knows no drawing.

use super::{App, Screen};
use crate::document::edit::Edit;
use crate::document::fix::fix;
use crate::journey::fields::Kind;
use crate::journey::finding::{Code, Finding, Severity};
use crate::journey::place::Place;
use crate::sort;

impl App {
    /// The findings, the gravest first.
    pub fn sorted_findings(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.document.parsed.findings.iter().collect();
        sort::by_key(&mut findings, |it| it.severity());
        findings
    }

    /// Where the findings are, in that order.
    pub fn findings(&self) -> Vec<Place> {
        let findings = self.sorted_findings().into_iter();
        findings.map(|it| it.place.clone()).collect()
    }

    /// The finding under the cursor of the list.
    pub fn finding_here(&self) -> Option<&Finding> {
        let row = self.lists.cursor(Screen::Findings).row;
        self.sorted_findings().into_iter().nth(row)
    }

    /// The edit that puts the finding under the cursor right, where that is certain.
    pub fn fix_here(&self) -> Option<Edit> {
        fix(&self.document, self.finding_here()?)
    }

    /// The advice on a journey under the cursor, which can be silenced.
    pub fn advice_here(&self) -> Option<Code> {
        let finding = self.finding_here()?;
        let is_journey = self.document.parsed.index.root_kind() == Some(Kind::Journey);
        let is_advice = is_journey && finding.severity() == Severity::Advice;
        is_advice.then(|| finding.code())
    }
}
