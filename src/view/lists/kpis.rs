//! All KPIs.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    for (at, place) in app.kpis().iter().enumerate() {
        let text = app.place_in_words(place);
        page.add(flow::wrapped(&text, columns, theme.text), Some(at));
    }
}
