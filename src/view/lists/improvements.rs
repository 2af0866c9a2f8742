//! Improvements by their state in the PDCA cycle: what is overdue or not measured first, and the
//! KPI that each aims at, before and after.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::improvements::{Standing, by_state};
use ratatui::style::Style;
use ratatui::text::Line;

/// Columns that what belongs to a title stands further in.
const INDENT: usize = 2;

/// Adds them.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let states = by_state(app.journey(), app.document.context().today);
    if states.is_empty() {
        let text = w::improvements_none(app.lang);
        return page.add(flow::wrapped(text, columns, theme.dim), None);
    }
    for (state, standing) in states {
        let word = format!(
            "{}: {}",
            w::improvement_state(app.lang, state),
            standing.len()
        );
        page.head(&word, columns, theme);
        for it in &standing {
            page.add(lines(app, it, theme, columns), None);
        }
    }
}

fn lines(app: &App, it: &Standing<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (sign, style) = match it.is_overdue || it.is_unmeasured {
        true => ("! ", theme.warn),
        false => ("• ", theme.dim),
    };
    let inner = columns.saturating_sub(INDENT);
    let title = &it.improvement.title;
    let mut lines = flow::led(sign, style, title, columns, theme.heading);
    let mut below = flow::facts(known(app, it, theme), inner);
    if let Some(effect) = &it.effect {
        below.extend(flow::wrapped(
            &w::effect(app.lang, effect),
            inner,
            theme.text,
        ));
    }
    lines.extend(flow::indented(below, INDENT));
    lines
}

/// What is late or missing, until when, and who looks after it.
fn known(app: &App, it: &Standing<'_>, theme: &Theme) -> Vec<(String, Style)> {
    let lang = app.lang;
    let date = |day: &Option<String>| day.as_ref().map(|day| w::date(lang, day));
    let finished = date(&it.improvement.finished);
    let due = date(&it.improvement.due).filter(|_| finished.is_none());
    let due = due.map(|due| match it.is_overdue {
        true => (w::notes_overdue(lang, &due), theme.bad),
        false => (w::notes_due(lang, &due), theme.dim),
    });
    let finished = finished.map(|day| (w::improvements_finished(lang, &day), theme.dim));
    let unmeasured = w::improvements_unmeasured(lang).to_owned();
    let unmeasured = it.is_unmeasured.then_some((unmeasured, theme.warn));
    let owner = it.improvement.owner.as_ref();
    let owner = owner.map(|id| (app.name_by_id(Some(Kind::Department), id), theme.dim));
    let all = [due, unmeasured, finished, owner];
    all.into_iter().flatten().collect()
}
