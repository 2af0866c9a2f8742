//! Findings as lines: sign, code and sentence.

use super::flow;
use super::theme::Theme;
use crate::app::App;
use crate::i18n;
use crate::journey::finding::{Finding, Severity};
use ratatui::style::Style;
use ratatui::text::Line;

/// Code and sentence of a finding.
pub(super) fn sentence(app: &App, finding: &Finding) -> String {
    let sentence = i18n::finding(app.lang, &finding.what);
    format!("{} {sentence}", finding.code().as_str())
}

/// What to do about a finding, below its sentence.
pub(super) fn hint(
    app: &App,
    finding: &Finding,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    match i18n::hint(app.lang, &finding.what) {
        Some(hint) => flow::led("  ", theme.dim, &hint, columns, theme.dim),
        None => Vec::new(),
    }
}

/// A finding over as many lines as it needs.
pub(super) fn lines(
    app: &App,
    finding: &Finding,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let (sign, style) = sign(finding.severity(), theme);
    let text = sentence(app, finding);
    let mut lines = flow::led(sign, style, &text, columns, theme.heading);
    lines.extend(hint(app, finding, theme, columns));
    lines
}

fn sign(severity: Severity, theme: &Theme) -> (&'static str, Style) {
    match severity {
        Severity::Error => ("✗ ", theme.bad),
        Severity::Warning => ("! ", theme.warn),
        Severity::Advice => ("· ", theme.dim),
    }
}
