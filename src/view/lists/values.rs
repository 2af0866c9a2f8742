//! Values and promises against touchpoints: as a matrix on screen, and as a list in text.

use super::super::flow::{self, cells, split_rows};
use super::super::hit::HitMap;
use super::super::matrix::{Cell, Head, Label, Matrix, Room, foot};
use super::super::page::Page;
use super::super::theme::Theme;
use super::{crossings, draw_page};
use crate::app::App;
use crate::app::values::ClaimRow;
use crate::i18n::{self as w, Lang};
use crate::journey::lived::{Claim, Proof, Stands, proved};
use crate::journey::model::Touchpoint;
use crate::journey::touchpoints::{self, Placed};
use crate::text::{sanitize, width, wrap_to};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// Columns for how many touchpoints prove a value.
const NOTES: usize = 10;

/// A column narrower than this tears the names of touchpoints apart.
const NARROWEST: usize = 9;

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
    let claims = app.claims();
    if claims.is_empty() || app.map.columns.is_empty() {
        let (head, rest) = split_rows(area, 1);
        let why = match claims.is_empty() {
            true => format!("{} {}", w::values_none(app.lang), w::values_how(app.lang)),
            false => w::values_no_column(app.lang).to_owned(),
        };
        let room = Rect {
            height: head.height + rest.height,
            ..head
        };
        let lines = flow::wrapped(&why, columns, theme.dim);
        return flow::put(&flow::indented(lines, 1), room, buffer);
    }
    let matrix = matrix(app, &claims, theme, columns);
    let heads = matrix.heads(usize::from(area.height / 7).clamp(1, 4));
    let (head, area) = split_rows(area, cells(heads.len()).min(area.height / 3));
    flow::put(&flow::indented(heads, 1), head, buffer);
    let below = foot(
        meaning(app, theme, columns),
        usize::from(area.height / 2),
        theme,
    );
    let (body, below_area) = split_rows(area, area.height - cells(below.len()));
    flow::put(&flow::indented(below, 1), below_area, buffer);
    let page = page(app, &matrix, &claims, theme, columns);
    let mut own = HitMap::default();
    draw_page(app, theme, focused, &page, body, buffer, &mut own);
    crossings(&matrix, claims.len(), &own, hits);
}

fn matrix<'t>(app: &App, claims: &[ClaimRow<'_>], theme: &'t Theme, columns: usize) -> Matrix<'t> {
    let stages = &app.journey().stages;
    let called = |name: &str, id: &str| if name.trim().is_empty() { id } else { name }.to_owned();
    let groups = stages.iter().map(|it| called(&it.name, &it.id)).collect();
    let heads = app.map.columns.iter().map(|column| {
        let at = touchpoint_at(app, column.stage, column.touchpoint);
        let name = at.map(|it| called(&it.name, &it.id));
        Head {
            name: name.unwrap_or_else(|| w::map_no_touchpoint(app.lang).to_owned()),
            group: column.stage,
        }
    });
    let labels = claims.iter().map(|row| width(name(row))).max();
    let room = Room {
        columns,
        labels: labels.unwrap_or(0),
        notes: NOTES,
        each: NARROWEST,
    };
    Matrix::fit(theme, groups, heads.collect(), app.map.column, room)
}

fn touchpoint_at(app: &App, stage: usize, at: Option<usize>) -> Option<&Touchpoint> {
    app.journey().stages.get(stage)?.touchpoints.get(at?)
}

fn page(
    app: &App,
    matrix: &Matrix<'_>,
    claims: &[ClaimRow<'_>],
    theme: &Theme,
    columns: usize,
) -> Page {
    let mut page = Page::default();
    let all = touchpoints::all(app.journey());
    let cursor = app.lists.cursor(app.behind).row;
    for (at, row) in claims.iter().enumerate() {
        let is_promise = matches!(row, ClaimRow::Promise(_));
        let is_behind_values = at > 0 && matches!(claims[at - 1], ClaimRow::Value(_));
        if is_promise && (at == 0 || is_behind_values) {
            page.head(w::values_promises(app.lang), columns, theme);
        }
        let label = Label {
            name: name(row),
            note: note(app.lang, proved(row.claim(), &all).len(), theme),
        };
        let line = matrix.row(&label, &signs(app, row.claim(), theme), at == cursor);
        page.add(vec![line], Some(at));
    }
    page
}

/// A value by its name, a promise by that of the touchpoint that says it.
fn name<'j>(row: &ClaimRow<'j>) -> &'j str {
    match row {
        ClaimRow::Promise(at) => at.name(),
        ClaimRow::Value(known) if known.it.name.trim().is_empty() => &known.it.id,
        ClaimRow::Value(known) => &known.it.name,
    }
}

fn note(lang: Lang, count: usize, theme: &Theme) -> Cell {
    match count {
        0 => (w::values_nowhere(lang).to_owned(), theme.warn),
        _ => (count.to_string(), theme.dim),
    }
}

fn signs(app: &App, claim: Claim<'_>, theme: &Theme) -> Vec<Cell> {
    let columns = app.map.columns.iter();
    let cell = columns.map(|column| {
        let at = touchpoint_at(app, column.stage, column.touchpoint);
        let (sign, style) = at.map_or((" ", theme.dim), |at| sign(claim.at(at), theme));
        (sign.to_owned(), style)
    });
    cell.collect()
}

fn sign(stands: Stands, theme: &Theme) -> (&'static str, Style) {
    match stands {
        Stands::Nowhere => ("·", theme.border),
        Stands::Said => ("»", theme.key),
        Stands::Proved(Proof::Good) => ("●", theme.good),
        Stands::Proved(Proof::Short) => ("▼", theme.bad),
        Stands::Proved(Proof::Unrated) => ("○", theme.warn),
    }
}

/// Lines for what is said of a value or a promise.
const ABOUT: usize = 3;

/// What the cell under the cursor means, and what the signs mean.
fn meaning(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let lang = app.lang;
    let mut lines = vec![Line::styled("─".repeat(columns), theme.border)];
    let claim = app.claim_here();
    match app.touchpoint() {
        Some(at) => {
            lines.extend(flow::facts(touchpoint_in_words(at, lang, theme), columns));
            if let Some(row) = &claim {
                let text = in_words(row, row.claim().at(at), lang);
                lines.extend(flow::wrapped(&text, columns, theme.text));
            }
        }
        None => lines.push(Line::styled(w::map_no_touchpoint(lang), theme.dim)),
    }
    if let Some(row) = &claim {
        let about = sanitize(&about(app, row)).into_owned();
        let about = wrap_to(&about, columns, ABOUT).into_iter();
        let about = about.filter(|line| !line.is_empty());
        lines.extend(about.map(|line| Line::styled(line.into_owned(), theme.dim)));
    }
    lines.extend(legend(lang, theme, columns));
    lines
}

fn touchpoint_in_words(at: &Touchpoint, lang: Lang, theme: &Theme) -> Vec<(String, Style)> {
    let name = match at.name.trim() {
        "" => at.id.clone(),
        _ => at.name.clone(),
    };
    let gap = match (at.gap(), at.experience, at.expectation) {
        (Some(gap), Some(experience), Some(expectation)) => w::inspector_gap(
            lang,
            &w::signed_whole(gap),
            &experience.to_string(),
            &expectation.to_string(),
        ),
        _ => w::inspector_no_gap(lang).to_owned(),
    };
    vec![(name, theme.heading), (gap, theme.dim)]
}

fn in_words(row: &ClaimRow<'_>, stands: Stands, lang: Lang) -> String {
    let name = name(row);
    match (row, stands) {
        (ClaimRow::Value(_), Stands::Proved(Proof::Good)) => w::values_good(lang, name),
        (ClaimRow::Value(_), Stands::Proved(Proof::Short)) => w::values_short(lang, name),
        (ClaimRow::Value(_), Stands::Proved(Proof::Unrated)) => w::values_unrated(lang, name),
        (ClaimRow::Value(_), _) => w::values_not_here(lang, name),
        (ClaimRow::Promise(_), Stands::Proved(Proof::Good)) => w::promise_good(lang).to_owned(),
        (ClaimRow::Promise(_), Stands::Proved(Proof::Short)) => w::promise_short(lang).to_owned(),
        (ClaimRow::Promise(_), Stands::Proved(Proof::Unrated)) => {
            w::promise_unrated(lang).to_owned()
        }
        (ClaimRow::Promise(_), Stands::Said) => w::promise_said(lang).to_owned(),
        (ClaimRow::Promise(_), Stands::Nowhere) => w::promise_not_here(lang).to_owned(),
    }
}

/// What a promise says and where it is kept; what one sees when a value is lived.
fn about(app: &App, row: &ClaimRow<'_>) -> String {
    let lang = app.lang;
    let all = touchpoints::all(app.journey());
    let places = proved(row.claim(), &all);
    match row {
        ClaimRow::Promise(at) => {
            let text = at.touchpoint.promise.as_deref().unwrap_or_default();
            let kept = match places.is_empty() {
                true => w::promise_kept_nowhere(lang).to_owned(),
                false => w::promise_kept_at(lang, &with_gaps(&places, lang)),
            };
            format!("{kept} · {}", w::promise_text(lang, at.name(), text))
        }
        ClaimRow::Value(known) => {
            let behaviour = known.it.behaviour.as_deref();
            let behaviour = behaviour.map(|text| w::values_behaviour(lang, text));
            let unproved = places
                .is_empty()
                .then(|| w::values_unproved(lang).to_owned());
            let parts: Vec<String> = unproved.into_iter().chain(behaviour).collect();
            parts.join(" ")
        }
    }
}

/// `Check-in (gap −3), Lounge (gap 0)`.
fn with_gaps(places: &[&Placed<'_>], lang: Lang) -> String {
    let one = |it: &&Placed| {
        let gap = it.touchpoint.gap().map_or_else(
            || w::values_gap_unknown(lang).to_owned(),
            |gap| w::values_gap(lang, &w::signed_whole(gap)),
        );
        format!("{} ({gap})", it.name())
    };
    let all: Vec<String> = places.iter().map(one).collect();
    all.join(", ")
}

fn legend(lang: Lang, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let entries = [
        (Stands::Proved(Proof::Good), w::values_legend_good(lang)),
        (Stands::Proved(Proof::Short), w::values_legend_short(lang)),
        (
            Stands::Proved(Proof::Unrated),
            w::values_legend_unrated(lang),
        ),
        (Stands::Said, w::values_legend_said(lang)),
    ];
    let entries = entries.map(|(stands, word)| (sign(stands, theme), word));
    super::legend(&entries, theme, columns)
}

/// Adds values and promises as a list, each with where it is proved or kept.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let lang = app.lang;
    let claims = app.claims();
    if claims.is_empty() {
        return page.add(
            flow::wrapped(w::values_none(lang), columns, theme.dim),
            None,
        );
    }
    let (values, promises): (Vec<_>, Vec<_>) = claims
        .iter()
        .partition(|row| matches!(row, ClaimRow::Value(_)));
    for (head, rows) in [
        (w::kinds_values(lang), values),
        (w::values_promises(lang), promises),
    ] {
        if !rows.is_empty() {
            page.head(head, columns, theme);
        }
        for row in rows {
            page.add(entry(app, row, theme, columns), None);
        }
    }
}

/// A value or a promise, and below it each touchpoint that proves or keeps it.
fn entry(app: &App, row: &ClaimRow<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let lang = app.lang;
    let title = match row {
        ClaimRow::Value(_) => name(row).to_owned(),
        ClaimRow::Promise(at) => {
            let text = at.touchpoint.promise.as_deref().unwrap_or_default();
            w::promise_text(lang, at.name(), text)
        }
    };
    let all = touchpoints::all(app.journey());
    let places = proved(row.claim(), &all);
    let mut lines = flow::led("• ", theme.dim, &title, columns, theme.heading);
    if places.is_empty() {
        let nowhere = match row {
            ClaimRow::Value(_) => w::values_unproved(lang),
            ClaimRow::Promise(_) => w::promise_kept_nowhere(lang),
        };
        let inner = columns.saturating_sub(2);
        lines.extend(flow::indented(flow::wrapped(nowhere, inner, theme.warn), 2));
    }
    for at in places {
        let (sign, style) = sign(row.claim().at(at.touchpoint), theme);
        let text = with_gaps(&[at], lang);
        let inner = columns.saturating_sub(2);
        let below = flow::led(&format!("{sign} "), style, &text, inner, theme.text);
        lines.extend(flow::indented(below, 2));
    }
    lines
}
