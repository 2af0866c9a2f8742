//! The list of findings. Knows no drawing.

use super::App;
use crate::journey::finding::Finding;
use crate::journey::place::Place;

impl App {
    /// The findings, the gravest first.
    pub fn sorted_findings(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.document.parsed.findings.iter().collect();
        findings.sort_by_key(|it| it.severity());
        findings
    }

    /// Where the findings are, in that order.
    pub fn findings(&self) -> Vec<Place> {
        let findings = self.sorted_findings().into_iter();
        findings.map(|it| it.place.clone()).collect()
    }
}
