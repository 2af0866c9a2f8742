//! Departments against stages as a matrix, their hand-overs along the way, and what they learn and
//! measure.

use super::super::flow::{self, cells, split_rows};
use super::super::hit::HitMap;
use super::super::matrix::{Cell, Head, Label, Matrix, Room, foot};
use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{figures, seam};
use super::{crossings, draw_page};
use crate::app::App;
use crate::app::departments::DepartmentRow;
use crate::app::map::PathChoice;
use crate::i18n as w;
use crate::journey::departments::{Part, Share, share};
use crate::journey::fields::Kind;
use crate::journey::handovers::Seam;
use crate::journey::lent::Known;
use crate::journey::model::{Department, Improvement, ImprovementKind, Kpi, Stage};
use crate::journey::touchpoints;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// Columns for how much a department owns in all.
const NOTES: usize = 9;

/// A column of a stage: `[● 2/4]` behind a line.
const NARROWEST: usize = 8;

/// Columns that what belongs to an entry stands further in.
pub(super) const INDENT: usize = 2;

/// Draws what stands below the title.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let columns = usize::from(area.width).saturating_sub(3);
    let rows = app.department_rows();
    let matrix = matrix(app, theme, columns);
    let heads = match rows.first() {
        Some(DepartmentRow::Department(_)) => {
            matrix.heads(usize::from(area.height / 8).clamp(1, 3))
        }
        _ => Vec::new(),
    };
    let (head, area) = split_rows(area, cells(heads.len()).min(area.height / 3));
    flow::put(&flow::indented(heads, 1), head, buffer);
    let below = match app.department_row_here() {
        Some(DepartmentRow::Department(known)) => meaning(app, &known, theme, columns),
        _ => Vec::new(),
    };
    let below = foot(below, usize::from(area.height / 3), theme);
    let (body, below_area) = split_rows(area, area.height - cells(below.len()));
    flow::put(&flow::indented(below, 1), below_area, buffer);
    let page = page(app, &matrix, &rows, theme, columns);
    let mut own = HitMap::default();
    draw_page(app, theme, focused, &page, body, buffer, &mut own);
    crossings(&matrix, app.departments_here().0.len(), &own, hits);
}

pub(super) fn stage_name(stage: &Stage) -> &str {
    match stage.name.trim() {
        "" => &stage.id,
        _ => &stage.name,
    }
}

fn matrix<'t>(app: &App, theme: &'t Theme, columns: usize) -> Matrix<'t> {
    let stages = app.journey().stages.iter().enumerate();
    let heads = stages.map(|(group, stage)| Head {
        name: stage_name(stage).to_owned(),
        group,
    });
    let column = app.map.columns.get(app.map.column);
    let cursor = column.map_or(0, |it| it.stage);
    let (departments, _) = app.departments_here();
    let labels = departments
        .iter()
        .map(|it| width(department_name(it)))
        .max();
    let room = Room {
        columns,
        labels: labels.unwrap_or(0),
        notes: NOTES,
        each: NARROWEST,
    };
    Matrix::fit(theme, Vec::new(), heads.collect(), cursor, room)
}

fn page(
    app: &App,
    matrix: &Matrix<'_>,
    rows: &[DepartmentRow<'_>],
    theme: &Theme,
    columns: usize,
) -> Page {
    let mut page = Page::default();
    if app.departments().is_empty() {
        let text = w::departments_none(app.lang);
        page.add(flow::wrapped(text, columns, theme.dim), None);
    }
    let cursor = app.lists.cursor(app.behind).row;
    let mut before = None;
    for (at, row) in rows.iter().enumerate() {
        if !matches!(row, DepartmentRow::Department(_)) && is_department(before) {
            page.add(aside(app, theme, columns), None);
        }
        head(app, before, row, theme, columns, &mut page);
        let lines = match row {
            DepartmentRow::Department(known) => {
                vec![department(app, known, matrix, theme, at == cursor)]
            }
            DepartmentRow::Seam(seam) | DepartmentRow::Elsewhere(seam) => {
                let mut lines = handover(app, seam, theme, columns);
                if seam.handover.is_none() {
                    let hint = flow::wrapped(w::handover_make(app.lang), columns, theme.dim);
                    lines.extend(flow::indented(hint, INDENT));
                }
                lines
            }
            DepartmentRow::Learning(_, _, it) => improvement(app, it, theme, columns),
            DepartmentRow::Kpi(_, _, it) => kpi(app, it, theme, columns),
        };
        page.add(lines, Some(at));
        before = Some(row);
    }
    if is_department(before) {
        page.add(aside(app, theme, columns), None);
    }
    if !rows.iter().any(|it| matches!(it, DepartmentRow::Seam(_))) {
        let text = w::handovers_none(app.lang);
        page.head(&handovers_title(app), columns, theme);
        page.add(flow::wrapped(text, columns, theme.dim), None);
    }
    page
}

fn is_department(row: Option<&DepartmentRow<'_>>) -> bool {
    matches!(row, Some(DepartmentRow::Department(_)))
}

/// Departments of the company that own nothing here, in a line instead of rows of dots.
fn aside(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (_, others) = app.departments_here();
    if others.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = others.iter().map(department_name).collect();
    let text = w::departments_others_aside(app.lang, &names.join(" · "));
    flow::wrapped(&text, columns, theme.dim)
}

/// A heading where another kind of rows begins, and the name of the department where its own do.
fn head(
    app: &App,
    before: Option<&DepartmentRow<'_>>,
    row: &DepartmentRow<'_>,
    theme: &Theme,
    columns: usize,
    page: &mut Page,
) {
    let is_same =
        before.is_some_and(|it| std::mem::discriminant(it) == std::mem::discriminant(row));
    let title = match row {
        DepartmentRow::Department(_) => return,
        DepartmentRow::Seam(_) => handovers_title(app),
        DepartmentRow::Elsewhere(_) => w::handovers_elsewhere(app.lang).to_owned(),
        DepartmentRow::Learning(..) => w::departments_learning(app.lang).to_owned(),
        DepartmentRow::Kpi(..) => w::scope_kpis(app.lang).to_owned(),
    };
    if !is_same {
        page.head(&title, columns, theme);
    }
    let whose = |row: &DepartmentRow<'_>| match row {
        DepartmentRow::Learning(id, ..) | DepartmentRow::Kpi(id, ..) => Some(id.clone()),
        _ => None,
    };
    let owner = whose(row).filter(|id| !is_same || before.and_then(whose).as_ref() != Some(id));
    if let Some(id) = owner {
        let name = app.name_by_id(Some(Kind::Department), &id);
        page.add(flow::wrapped(&name, columns, theme.label), None);
    }
}

fn handovers_title(app: &App) -> String {
    match &app.map.lens.path {
        PathChoice::All => w::kinds_handovers(app.lang).to_owned(),
        PathChoice::Main => w::handovers_on(app.lang, w::path_main(app.lang)),
        PathChoice::Of(id) => w::handovers_on(app.lang, &app.name_by_id(Some(Kind::Path), id)),
    }
}

fn department(
    app: &App,
    known: &Known<'_, Department>,
    matrix: &Matrix<'_>,
    theme: &Theme,
    is_here: bool,
) -> Line<'static> {
    let shares = app.journey().stages.iter();
    let shares: Vec<Share> = shares.map(|stage| share(stage, &known.it.id)).collect();
    let owned: usize = shares.iter().map(|it| it.owned).sum();
    let all: usize = shares.iter().map(|it| it.all).sum();
    let note = match owned {
        0 => (w::departments_aside(app.lang).to_owned(), theme.warn),
        _ => (format!("{owned}/{all}"), theme.dim),
    };
    let cells: Vec<Cell> = shares.iter().map(|it| cell(it, theme)).collect();
    let label = Label {
        name: department_name(known),
        note,
    };
    matrix.row(&label, &cells, is_here)
}

fn department_name<'j>(known: &Known<'j, Department>) -> &'j str {
    match known.it.name.trim() {
        "" => &known.it.id,
        _ => &known.it.name,
    }
}

pub(super) fn sign(part: Part, theme: &Theme) -> (&'static str, Style) {
    match part {
        Part::Aside => ("·", theme.border),
        Part::Shares => ("○", theme.text),
        Part::Carries => ("●", theme.good),
        Part::Alone => ("■", theme.warn),
    }
}

fn cell(share: &Share, theme: &Theme) -> Cell {
    let (sign, style) = sign(share.part, theme);
    match share.owned {
        0 => (sign.to_owned(), style),
        owned => (format!("{sign} {owned}/{}", share.all), style),
    }
}

/// What the cell under the cursor means, and what the signs mean.
fn meaning(
    app: &App,
    known: &Known<'_, Department>,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang;
    let mut lines = vec![Line::styled("─".repeat(columns), theme.border)];
    if let Some(stage) = app.stage_here() {
        let text = in_words(app, known, stage);
        lines.extend(flow::wrapped(&text, columns, theme.text));
        let own = stage.touchpoints.iter();
        let own = own.filter(|it| it.owner.as_deref() == Some(known.it.id.as_str()));
        let names: Vec<&str> = own.map(|it| it.name.as_str()).collect();
        if !names.is_empty() {
            lines.extend(flow::wrapped(&names.join(" · "), columns, theme.dim));
        }
    }
    if !known.is_own {
        lines.extend(flow::wrapped(w::departments_lent(lang), columns, theme.dim));
    }
    let entries = [
        (Part::Alone, w::departments_legend_alone(lang)),
        (Part::Carries, w::departments_legend_carries(lang)),
        (Part::Shares, w::departments_legend_shares(lang)),
    ];
    let entries = entries.map(|(part, word)| (sign(part, theme), word));
    lines.extend(super::legend(&entries, theme, columns));
    lines
}

fn in_words(app: &App, known: &Known<'_, Department>, stage: &Stage) -> String {
    let (lang, name, at) = (app.lang, department_name(known), stage_name(stage));
    let Share { owned, all, part } = share(stage, &known.it.id);
    let text = match part {
        Part::Alone => w::departments_alone(lang, name, at, owned, all),
        Part::Carries => w::departments_carries(lang, name, at, owned, all),
        Part::Shares => w::departments_shares(lang, name, at, owned, all),
        Part::Aside if owns_nothing(app, &known.it.id) => w::departments_nowhere(lang, name),
        Part::Aside => w::departments_not_in(lang, name, at),
    };
    let others = app.departments();
    let carriers = others.iter().filter(|it| {
        let part = share(stage, &it.it.id).part;
        it.it.id != known.it.id && matches!(part, Part::Alone | Part::Carries)
    });
    let carriers: Vec<&str> = carriers.map(department_name).collect();
    let carried =
        (!carriers.is_empty()).then(|| w::departments_carried_by(lang, &carriers.join(", ")));
    let unowned = stage
        .touchpoints
        .iter()
        .filter(|it| it.owner.is_none())
        .count();
    let unowned = (unowned > 0).then(|| w::departments_unowned(lang, unowned));
    let parts: Vec<String> = [Some(text), carried, unowned]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" ")
}

fn owns_nothing(app: &App, id: &str) -> bool {
    let all = touchpoints::all(app.journey());
    all.iter()
        .all(|it| it.touchpoint.owner.as_deref() != Some(id))
}

/// From whom to whom and how it stands; where, what, and what was agreed.
pub(super) fn handover(
    app: &App,
    seam: &Seam<'_>,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang;
    let (sign, style) = seam::sign(seam.state(), theme);
    let name = |id: &str| app.name_by_id(Some(Kind::Department), id);
    let word = w::handover_state(lang, seam.state());
    let title = format!("{} → {}: {word}", name(seam.from), name(seam.to));
    let mut lines = flow::led(&format!("{sign} "), style, &title, columns, theme.heading);
    let inner = columns.saturating_sub(INDENT);
    lines.extend(flow::indented(
        flow::facts(details(app, seam, theme), inner),
        INDENT,
    ));
    lines
}

fn details(app: &App, seam: &Seam<'_>, theme: &Theme) -> Vec<(String, Style)> {
    let lang = app.lang;
    let pair = |(before, after): &(touchpoints::Placed<'_>, touchpoints::Placed<'_>)| {
        (format!("{} → {}", before.name(), after.name()), theme.text)
    };
    let mut details: Vec<(String, Style)> = seam.at.iter().map(pair).collect();
    let Some((_, it)) = &seam.handover else {
        return details;
    };
    let said = |text: &Option<String>, word: fn(w::Lang, &str) -> String| {
        let text = text.as_deref().filter(|text| !text.trim().is_empty());
        text.map(|text| (word(lang, text), theme.text))
    };
    details.extend(said(&it.delivers, w::handover_delivers));
    let agreement = said(&it.agreement, w::handover_agreement);
    let nothing = || (w::handover_no_agreement(lang).to_owned(), theme.warn);
    details.push(agreement.unwrap_or_else(nothing));
    details.extend(said(&it.within, w::handover_within));
    details
}

/// An improvement with its kind, its step and until when.
pub(super) fn improvement(
    app: &App,
    it: &Improvement,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang;
    let kind = it.kind.map(|kind| match kind {
        ImprovementKind::Training => w::choice_training(lang),
        ImprovementKind::Guideline => w::choice_guideline(lang),
        ImprovementKind::Workshop => w::choice_workshop(lang),
        ImprovementKind::Process => w::choice_process(lang),
        ImprovementKind::Product => w::choice_product(lang),
        ImprovementKind::Staffing => w::choice_staffing(lang),
    });
    let kind = kind.map(|kind| format!("{kind}: ")).unwrap_or_default();
    let title = format!("{kind}{}", it.title);
    let state = (
        w::improvement_state(app.lang, it.status).to_owned(),
        theme.dim,
    );
    let finished = it
        .finished
        .as_ref()
        .map(|day| w::improvements_finished(lang, &w::date(lang, day)));
    let due = it
        .due
        .as_ref()
        .map(|day| w::notes_due(lang, &w::date(lang, day)));
    let when = finished.or(due).map(|text| (text, theme.dim));
    let mut lines = flow::led("• ", theme.dim, &title, columns, theme.text);
    let inner = columns.saturating_sub(INDENT);
    let below = flow::facts([Some(state), when].into_iter().flatten().collect(), inner);
    lines.extend(flow::indented(below, INDENT));
    lines
}

/// A KPI in a sentence, with the sign of its verdict.
pub(super) fn kpi(app: &App, it: &Kpi, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (verdict, text) = figures::kpi(it, app.asked(it), app.lang, &app.today());
    let (sign, style) = figures::sign(verdict, theme);
    flow::led(sign, style, &text, columns, theme.text)
}
