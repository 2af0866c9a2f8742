//! The strategy of the company: its vision, the milestones by how they stand, with what they
//! touch, and its principles.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::model::{Company, Milestone};
use crate::journey::strategy::{Standing, Step};
use ratatui::style::Style;
use ratatui::text::Line;

/// From so many columns on, what is known of a milestone stands beside it.
const WIDE: usize = 100;

/// Columns of that.
const RIGHT: usize = 60;

/// Columns that what belongs to a milestone stands further in.
const INDENT: usize = 2;

/// What a company.ron begins with.
const BEGINNING: &str = "Company(\n    schema: 1,\n    name: \"…\",\n)";

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let Some(company) = app.company() else {
        let text = w::strategy_no_company(app.lang);
        page.add(flow::wrapped(text, columns, theme.dim), None);
        let beginning = flow::wrapped(BEGINNING, columns.saturating_sub(INDENT), theme.text);
        page.add(vec![Line::default()], None);
        return page.add(flow::indented(beginning, INDENT), None);
    };
    let strategy = company.strategy.as_ref();
    if let Some(vision) = strategy.and_then(|it| it.vision.as_deref()) {
        let label = format!("{}: ", w::field_vision(app.lang));
        page.add(
            flow::led(&label, theme.dim, vision, columns, theme.heading),
            None,
        );
    }
    milestones(app, company, theme, columns, page);
    let principles = strategy.map_or(&[][..], |it| &it.principles);
    if !principles.is_empty() {
        page.head(w::field_principles(app.lang), columns, theme);
    }
    for principle in principles {
        page.add(
            flow::led("• ", theme.dim, principle, columns, theme.text),
            None,
        );
    }
}

fn milestones(app: &App, company: &Company, theme: &Theme, columns: usize, page: &mut Page) {
    let steps = app.milestones();
    if steps.is_empty() {
        let how = match app.document.parsed.company {
            Some(_) => w::strategy_how_there(app.lang),
            None => w::strategy_how_here(app.lang),
        };
        page.head(w::kinds_milestones(app.lang), columns, theme);
        let text = format!("{} {how}", w::strategy_no_milestone(app.lang));
        return page.add(flow::wrapped(&text, columns, theme.dim), None);
    }
    let mut before = None;
    for (at, step) in steps.iter().enumerate() {
        if before != Some(step.standing) {
            let count = steps
                .iter()
                .filter(|it| it.standing == step.standing)
                .count();
            page.head(
                &w::strategy_head(app.lang, step.standing, count),
                columns,
                theme,
            );
        }
        before = Some(step.standing);
        page.add(lines(app, company, step, theme, columns), Some(at));
    }
}

fn lines(
    app: &App,
    company: &Company,
    step: &Step<'_>,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let (sign, sign_style, style) = match step.standing {
        Standing::Overdue => ("! ", theme.bad, theme.text),
        Standing::Planned => ("○ ", theme.key, theme.text),
        Standing::Done => ("✓ ", theme.dim, theme.dim),
    };
    let title = |columns| flow::led(sign, sign_style, &step.milestone.title, columns, style);
    let known = |columns| flow::facts(known(app, company, step, theme), columns);
    let touched = |columns| match step.standing {
        Standing::Done => Vec::new(),
        _ => touches(app, step.milestone, theme, columns),
    };
    if columns >= WIDE {
        let left = columns - RIGHT - flow::GAP;
        let mut block = title(left);
        block.extend(flow::indented(touched(left - INDENT), INDENT));
        return flow::columns(vec![(block, left), (known(RIGHT), RIGHT)]);
    }
    let inner = columns.saturating_sub(INDENT);
    let mut lines = title(columns);
    lines.extend(flow::indented(known(inner), INDENT));
    lines.extend(flow::indented(touched(inner), INDENT));
    lines
}

/// Until when, of which kind, by whom, for which values and in which journeys.
fn known(app: &App, company: &Company, step: &Step<'_>, theme: &Theme) -> Vec<(String, Style)> {
    let lang = app.lang;
    let it = step.milestone;
    let kind = it.kind.map(|kind| format!("{kind:?}"));
    let kind = kind.and_then(|kind| Kind::Milestone.choice_word("kind", &kind, lang));
    let names = |kind, ids: &[String]| {
        let names: Vec<&str> = ids.iter().map(|id| name(company, kind, id)).collect();
        (!names.is_empty()).then(|| names.join(" · "))
    };
    let departments = names(Kind::Department, &it.departments);
    let values = names(Kind::Value, &it.values).map(|all| w::strategy_values(lang, &all));
    let journeys = (!it.journeys.is_empty()).then(|| it.journeys.join(" · "));
    let journeys = journeys.map(|all| w::strategy_journeys(lang, &all));
    let rest = [kind.map(str::to_owned), departments, values, journeys];
    let rest = rest.into_iter().flatten().map(|text| (text, theme.dim));
    std::iter::once(when(app, step, theme))
        .chain(rest)
        .collect()
}

fn when(app: &App, step: &Step<'_>, theme: &Theme) -> (String, Style) {
    let lang = app.lang;
    let Some(day) = &step.milestone.on else {
        return (w::strategy_undated(lang).to_owned(), theme.dim);
    };
    let day = w::date(lang, day);
    match step.standing {
        Standing::Overdue => (w::notes_overdue(lang, &day), theme.bad),
        Standing::Planned => (w::strategy_by(lang, &day), theme.text),
        Standing::Done => (day, theme.dim),
    }
}

/// The name of an element of the company; its id where there is none.
fn name<'c>(company: &'c Company, kind: Kind, id: &'c str) -> &'c str {
    let found = company.lends(kind).find(|(of, _)| *of == id);
    found.map_or(id, |(_, name)| if name.is_empty() { id } else { name })
}

/// The touchpoints of the journey that it touches.
fn touches(app: &App, it: &Milestone, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let touched = app.touched_by(it);
    if touched.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = touched.iter().map(|it| it.name()).collect();
    let text = w::strategy_touches(app.lang, &names.join(" · "));
    flow::wrapped(&text, columns, theme.text)
}
