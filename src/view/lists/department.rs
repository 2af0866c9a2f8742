//! One department: what it carries, what it owes to others and is owed, what it improves, learns
//! and measures.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use super::departments::{INDENT, handover, improvement, kpi, sign, stage_name};
use crate::app::App;
use crate::i18n as w;
use crate::journey::departments::{Part, improvements, is_learning, kpis, owes, share};
use crate::journey::handovers::{Seam, elsewhere};
use crate::journey::model::Stage;
use ratatui::text::Line;

/// Adds all of it, by the id of the department.
pub(super) fn add(app: &App, department: &str, theme: &Theme, columns: usize, page: &mut Page) {
    let lang = app.lang;
    let nothing = |word: &str| vec![flow::wrapped(word, columns, theme.dim)];
    let mut section = |title: &str, mut entries: Vec<Vec<Line<'static>>>, none: &str| {
        if entries.is_empty() {
            entries = nothing(none);
        }
        page.head(title, columns, theme);
        entries.into_iter().for_each(|lines| page.add(lines, None));
    };
    let none = w::department_nothing(lang);
    let stages = app.journey().stages.iter();
    let carried = stages.filter_map(|stage| carries(app, stage, department, theme, columns));
    let nowhere = w::department_carries_nothing(lang);
    section(w::department_carries(lang), carried.collect(), nowhere);

    let mut seams = app.map.lens.path.seams(app.journey());
    seams.extend(elsewhere(app.journey(), &seams));
    let (owed_by, owed_to) = owes(&seams, department);
    let lines = |seams: Vec<&Seam<'_>>| {
        let all = seams.into_iter();
        all.map(|it| handover(app, it, theme, columns)).collect()
    };
    section(w::department_owes(lang), lines(owed_by), none);
    section(w::department_is_owed(lang), lines(owed_to), none);

    let all = improvements(app.journey(), department).into_iter();
    let (learning, others): (Vec<_>, Vec<_>) = all.partition(|(_, it)| is_learning(it));
    let lines = |all: Vec<(_, _)>| {
        let all = all.into_iter();
        all.map(|(_, it)| improvement(app, it, theme, columns))
            .collect()
    };
    section(w::kinds_improvements(lang), lines(others), none);
    section(w::departments_learning(lang), lines(learning), none);

    let all = kpis(app.journey(), department).into_iter();
    let lines = all.map(|(_, it)| kpi(app, it, theme, columns)).collect();
    section(w::scope_kpis(lang), lines, none);
}

/// What it owns in a stage: `● Arrive: 3 of 4`, and the touchpoints below it.
fn carries(
    app: &App,
    stage: &Stage,
    department: &str,
    theme: &Theme,
    columns: usize,
) -> Option<Vec<Line<'static>>> {
    let lang = app.lang;
    let share = share(stage, department);
    let word = match share.part {
        Part::Aside => return None,
        Part::Shares => w::departments_legend_shares(lang),
        Part::Carries => w::departments_legend_carries(lang),
        Part::Alone => w::departments_legend_alone(lang),
    };
    let (sign, style) = sign(share.part, theme);
    let count = w::department_of(lang, share.owned, share.all);
    let title = format!("{}: {count} · {word}", stage_name(stage));
    let mut lines = flow::led(&format!("{sign} "), style, &title, columns, theme.heading);
    let own = stage.touchpoints.iter();
    let own = own.filter(|it| it.owner.as_deref() == Some(department));
    let names: Vec<&str> = own.map(|it| it.name.as_str()).collect();
    let inner = columns.saturating_sub(INDENT);
    let below = flow::wrapped(&names.join(" · "), inner, theme.text);
    lines.extend(flow::indented(below, INDENT));
    Some(lines)
}
