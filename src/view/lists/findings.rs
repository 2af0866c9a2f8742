//! The findings by severity, each with its place in words.

use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{findings, flow};
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::journey::finding::{Finding, Severity};
use ratatui::text::Line;

/// Columns that what belongs to a finding stands further in.
const INDENT: usize = 2;

/// Lines longer than this are hard to read.
const WIDEST: usize = 110;

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let columns = columns.min(WIDEST);
    let findings = app.sorted_findings();
    if findings.is_empty() {
        let text = w::findings_none(app.lang);
        return page.add(flow::led("✓ ", theme.good, text, columns, theme.text), None);
    }
    let mut group: Option<Severity> = None;
    for (at, finding) in findings.iter().enumerate() {
        let severity = finding.severity();
        if group.replace(severity) != Some(severity) {
            let count = findings.iter().filter(|it| it.severity() == severity);
            let word = w::findings_of(app.lang, severity, count.count());
            page.head(&word, columns, theme);
        }
        page.add(lines(app, finding, at, theme, columns), Some(at));
    }
}

fn lines(
    app: &App,
    finding: &Finding,
    at: usize,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let mut lines = findings::lines(app, finding, theme, columns);
    let inner = columns.saturating_sub(INDENT);
    let place = app.place_in_words(&finding.place);
    let below = flow::led("→ ", theme.dim, &place, inner, theme.dim);
    lines.extend(flow::indented(below, INDENT));
    let is_here = at == app.lists.cursor(Screen::Findings).row;
    if is_here && app.fix_here().is_some() {
        let word = w::findings_fixable(app.lang);
        let fix = flow::led("✓ ", theme.good, word, inner, theme.good);
        lines.extend(flow::indented(fix, INDENT));
    }
    lines
}
