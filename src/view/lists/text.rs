//! Lists as plain text, whole: the same lines as on screen, without styles.

use super::super::page::Page;
use super::super::{flow, theme};
use super::{department, improvements, kpis, moments, priorities, strategy, values};
use crate::app::App;
use crate::i18n as w;
use crate::journey::fields::Kind;

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// The board of Moments of Truth.
    Moments,
    /// All KPIs.
    Kpis,
    /// What to improve first.
    Priorities,
    /// The improvements by state.
    Improvements,
    /// Values and promises, with where they are proved and kept.
    Values,
    /// The strategy of the company and its milestones.
    Strategy,
}

/// A list in lines of `width` columns, below the title of the journey.
pub fn list_as_text(app: &App, what: Printed, width: u16) -> String {
    let theme = &theme::PLAIN;
    let columns = usize::from(width.max(1));
    let mut page = Page::default();
    let (title, add) = match what {
        Printed::Moments => (w::scope_moments(app.lang), moments::add as fn(_, _, _, _)),
        Printed::Kpis => (w::scope_kpis(app.lang), kpis::add as _),
        Printed::Priorities => (w::priorities_title(app.lang), priorities::add as _),
        Printed::Improvements => (w::kinds_improvements(app.lang), improvements::add as _),
        Printed::Values => (w::values_title(app.lang), values::add as _),
        Printed::Strategy => (w::scope_strategy(app.lang), strategy::add as _),
    };
    add(app, theme, columns, &mut page);
    below_title(app, title, columns, page)
}

/// All that one department, by its id, has to do with the journey, in lines of `width` columns.
pub fn department_as_text(app: &App, department: &str, width: u16) -> String {
    let columns = usize::from(width.max(1));
    let mut page = Page::default();
    department::add(app, department, &theme::PLAIN, columns, &mut page);
    let title = app.name_by_id(Some(Kind::Department), department);
    below_title(app, &title, columns, page)
}

fn below_title(app: &App, title: &str, columns: usize, page: Page) -> String {
    let theme = &theme::PLAIN;
    let company = app.document.parsed.company.as_ref();
    let name = match company {
        Some(company) => company.name.clone(),
        None => w::title_with_audience(app.lang, app.journey()),
    };
    let journey = flow::wrapped(&name, columns, theme.heading);
    let title = flow::wrapped(title, columns, theme.label);
    let blank = std::iter::once(ratatui::text::Line::default());
    let head = journey.into_iter().chain(title).chain(blank);
    let lines = head.chain(page.lines.into_iter().map(|(_, line)| line));
    let plain = |line: ratatui::text::Line| {
        let text = line.to_string().replace('\u{A0}', " ");
        format!("{}\n", text.trim_end())
    };
    lines.map(plain).collect()
}
