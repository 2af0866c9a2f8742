//! Improvements one below the other: by their state in the PDCA cycle, as an agenda, and by what
//! they came to.

use super::super::figures;
use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::improvements::{Standing, Worth};
use crate::journey::model::Improvement;
use crate::journey::verdict::Change;
use ratatui::style::Style;
use ratatui::text::Line;

/// Columns that what belongs to a title stands further in.
const INDENT: usize = 2;

/// Adds what is to be talked about, then all of them by state, then what worked.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    if app.journey().improvements.is_empty() {
        let text = w::improvements_none(app.lang);
        return page.add(flow::wrapped(text, columns, theme.dim), None);
    }
    add_agenda(app, theme, columns, page);
    add_states(app, theme, columns, page);
    if !app.what_worked().is_empty() {
        page.head(w::improvements_what_worked(app.lang), columns, theme);
        add_worths(app, theme, columns, page);
    }
}

/// Whether an improvement is one of a group of the agenda.
type IsOf = fn(&Standing<'_>) -> bool;

/// What a review begins with: what is late, what nobody has measured, and what can be decided.
fn add_agenda(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let all: Vec<Standing> = app.improvement_board().into_iter().flatten().collect();
    let groups: [(&str, IsOf); 3] = [
        (w::improvements_overdue(app.lang), |it| it.is_overdue),
        (w::improvements_to_measure(app.lang), |it| it.is_unmeasured),
        (w::improvements_to_decide(app.lang), |it| it.is_to_decide()),
    ];
    page.head(w::improvements_agenda(app.lang), columns, theme);
    let mut is_quiet = true;
    for (word, is_of) in groups {
        let of_group = all.iter().filter(|it| is_of(it));
        let titles: Vec<&str> = of_group.map(|it| it.improvement.title.as_str()).collect();
        if titles.is_empty() {
            continue;
        }
        is_quiet = false;
        let word = format!("{word}: {}", titles.len());
        page.add(flow::wrapped(&word, columns, theme.warn), None);
        for title in titles {
            let lines = flow::led(
                "• ",
                theme.dim,
                title,
                columns - columns.min(INDENT),
                theme.text,
            );
            page.add(flow::indented(lines, INDENT), None);
        }
    }
    if is_quiet {
        let text = w::improvements_agenda_none(app.lang);
        page.add(flow::wrapped(text, columns, theme.dim), None);
    }
}

/// Adds all by state, each with what is known of it.
pub(super) fn add_states(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let mut before = None;
    for (row, it) in app.improvement_board().iter().flatten().enumerate() {
        let state = it.improvement.status;
        if before != Some(state) {
            page.head(&state_with_count(app, state), columns, theme);
            before = Some(state);
        }
        let mut lines = title(it, theme, columns);
        let below = known(app, it, theme, columns.saturating_sub(INDENT));
        lines.extend(flow::indented(below, INDENT));
        page.add(lines, Some(row));
    }
}

/// `Plan: 3`.
pub(super) fn state_with_count(
    app: &App,
    state: Option<crate::journey::model::ImprovementStatus>,
) -> String {
    let all = app.journey().improvements.iter();
    let count = all.filter(|it| it.status == state).count();
    format!("{}: {count}", w::improvement_state(app.lang, state))
}

/// Adds the finished ones by kind, each with its effect.
pub(super) fn add_worths(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let mut row = 0;
    for worth in app.what_worked() {
        page.add(kind(app, &worth, theme, columns), None);
        for it in &worth.finished {
            let inner = columns.saturating_sub(INDENT);
            let mut lines = worked(it, theme, inner);
            let below = effect(app, it, theme, inner.saturating_sub(INDENT));
            lines.extend(flow::indented(below, INDENT));
            page.add(flow::indented(lines, INDENT), Some(row));
            row += 1;
        }
    }
    let text = w::improvements_gains(app.lang);
    page.add(vec![Line::default()], None);
    page.add(flow::wrapped(text, columns, theme.dim), None);
}

/// `Training: 2 better · 1 cannot tell`.
fn kind(app: &App, worth: &Worth<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let changes = [
        Some(Change::Better),
        Some(Change::CannotTell),
        None,
        Some(Change::Worse),
    ];
    let counted = changes.into_iter().filter_map(|change| {
        let count = worth.count(change);
        let word = change.map_or(w::improvements_not_measured(app.lang), |it| {
            w::change(app.lang, it)
        });
        (count > 0).then(|| format!("{count} {word}"))
    });
    let counted: Vec<String> = counted.collect();
    let word = w::improvement_kind(app.lang, worth.kind);
    let text = format!("{word}: {}", counted.join(" · "));
    flow::wrapped(&text, columns, theme.label)
}

/// The title behind the sign of what it came to.
fn worked(it: &Standing<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (sign, style) = match it.change() {
        Some(change) => figures::change_sign(change, theme),
        None => ("· ", theme.dim),
    };
    flow::led(sign, style, &it.improvement.title, columns, theme.heading)
}

fn title(it: &Standing<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (sign, style) = match it.is_overdue || it.is_unmeasured {
        true => ("! ", theme.warn),
        false => ("• ", theme.dim),
    };
    flow::led(sign, style, &it.improvement.title, columns, theme.heading)
}

/// All that is known of an improvement: its days and people, then its effect.
pub(super) fn known(
    app: &App,
    it: &Standing<'_>,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let owner = it.improvement.owner.as_ref();
    let owner = owner.map(|id| (app.name_by_id(Some(Kind::Department), id), theme.dim));
    let facts = urgent(app, it, theme).into_iter().chain(owner).collect();
    let mut lines = flow::facts(facts, columns);
    lines.extend(effect(app, it, theme, columns));
    lines
}

/// What is late or missing, and until when.
pub(super) fn urgent(app: &App, it: &Standing<'_>, theme: &Theme) -> Vec<(String, Style)> {
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
    let all = [due, unmeasured, finished];
    all.into_iter().flatten().collect()
}

fn effect(app: &App, it: &Standing<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let effect = it.effect.as_ref();
    let text = effect.map(|effect| w::effect(app.lang, effect, app.asked(effect.kpi)));
    let lines = text.map(|text| flow::wrapped(&text, columns, theme.text));
    lines.unwrap_or_default()
}

/// What it is for and who takes part, for the improvement under the cursor.
pub(super) fn purpose(
    app: &App,
    it: &Improvement,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang;
    let names = |kind, ids: &[String]| {
        let names = ids.iter().map(|id| app.name_by_id(kind, id));
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| names.join(" · "))
    };
    let at = names(Some(Kind::Touchpoint), &it.at);
    let values = names(Some(Kind::Value), &it.values);
    let part = names(Some(Kind::Department), &it.departments);
    let kind = it
        .kind
        .map(|kind| w::improvement_kind(lang, Some(kind)).to_owned());
    let effort = it
        .effort
        .map(|it| w::improvements_effort(lang, &format!("{it:?}")));
    let facts = [
        kind,
        effort,
        at.map(|it| w::improvements_at(lang, &it)),
        values.map(|it| w::improvements_for_values(lang, &it)),
        part.map(|it| w::improvements_taking_part(lang, &it)),
        it.because
            .as_ref()
            .map(|it| w::improvements_because(lang, it)),
    ];
    let facts = facts.into_iter().flatten().map(|it| (it, theme.dim));
    flow::facts(facts.collect(), columns)
}
