//! Findings as lines: sign, code and sentence.

use super::flow;
use super::theme::Theme;
use crate::app::App;
use crate::journey::finding::{Finding, Severity};
use ratatui::style::Style;
use ratatui::text::Line;

/// What a finding says.
pub(super) fn sentence(_app: &App, finding: &Finding) -> String {
    finding.code().as_str().to_owned()
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
    flow::led(sign, style, &text, columns, theme.text)
}

fn sign(severity: Severity, theme: &Theme) -> (&'static str, Style) {
    match severity {
        Severity::Error => ("✗ ", theme.bad),
        Severity::Warning => ("! ", theme.warn),
        Severity::Advice => ("· ", theme.dim),
    }
}
