//! The findings.

use super::super::findings;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    for (at, finding) in app.sorted_findings().into_iter().enumerate() {
        page.add(findings::lines(app, finding, theme, columns), Some(at));
    }
}
