//! The conflicts of a merge: what stood there before, what each side says, and what was chosen.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;
use crate::app::conflicts::{Answered, Resolution};
use crate::compare::Side;
use crate::i18n as w;
use crate::text::width;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns that the words of the sides stand further in.
const INDENT: usize = 4;

/// With fewer columns beside the name of a side, what it says stands below the name.
const NARROW: usize = 24;

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let Some(resolution) = &app.resolution else {
        return page.add(
            flow::wrapped(w::conflicts_none(app.lang), columns, theme.dim),
            None,
        );
    };
    page.head(&resolution.sides.title, columns, theme);
    page.add(named_sides(app, resolution, theme, columns), None);
    page.add(progress(app, resolution, theme, columns), None);
    for at in 0..resolution.conflicts.len() {
        page.add(vec![Line::default()], None);
        page.add(lines(app, resolution, at, theme, columns), Some(at));
    }
}

/// What git calls the two sides: said once, for they are the same in every conflict.
fn named_sides(
    app: &App,
    resolution: &Resolution,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let sides = [
        (w::conflict_ours(app.lang), &resolution.sides.ours),
        (w::conflict_theirs(app.lang), &resolution.sides.theirs),
    ];
    let names = sides.iter().map(|(word, _)| width(word)).max();
    let names = names.unwrap_or_default();
    let room = columns.saturating_sub(names + flow::GAP);
    let line = |(word, called): &(&str, &String)| {
        let blocks = vec![
            (flow::wrapped(word, names, theme.label), names),
            (flow::wrapped(called, room, theme.text), room),
        ];
        flow::columns(blocks)
    };
    sides.iter().flat_map(line).collect()
}

/// How many are answered, as a number and as a bar.
fn progress(
    app: &App,
    resolution: &Resolution,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let count = resolution.conflicts.len();
    let done = count - resolution.open(&app.document.parsed);
    let text = w::conflicts_progress(app.lang, done, count);
    let room = columns.saturating_sub(width(&text) + 2).min(30);
    let full = done * room / count.max(1);
    vec![Line::from(vec![
        Span::styled("━".repeat(full), theme.good),
        Span::styled("─".repeat(room - full), theme.border),
        Span::styled(format!("  {text}"), theme.text),
    ])]
}

fn lines(
    app: &App,
    resolution: &Resolution,
    at: usize,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let answered = resolution.answered(at, &app.document.parsed);
    let (sign, style) = match answered {
        Answered::Open => ("○ ", theme.key),
        _ => ("✓ ", theme.good),
    };
    let mut lines = flow::led(sign, style, &app.conflict_title(at), columns, theme.heading);
    let inner = columns.saturating_sub(INDENT);
    for reason in app.conflict_reasons(at) {
        let reason = flow::wrapped(&reason, inner, theme.dim);
        lines.extend(flow::indented(reason, INDENT));
    }
    let sides = sides(app, resolution, at);
    let names = sides.iter().map(|(_, name, _)| width(name)).max();
    for (own, name, says) in &sides {
        let style = match own {
            None => theme.dim,
            Some(own) if answered == Answered::Side(*own) => theme.heading,
            Some(_) => theme.text,
        };
        lines.extend(side(
            name,
            says,
            inner,
            names.unwrap_or_default(),
            [theme.label, style],
        ));
    }
    lines.extend(answer(app, answered, inner, theme));
    lines
}

/// Base, ours and theirs with their names and what each says; nothing of a base that says nothing.
fn sides(app: &App, resolution: &Resolution, at: usize) -> Vec<(Option<Side>, String, String)> {
    let [base, ours, theirs] = app.conflict_in_words(at);
    let missing = match resolution.conflicts[at].base {
        Some(_) => w::conflict_gone(app.lang),
        None => w::conflict_nothing(app.lang),
    };
    let named = |own, says: Option<String>| {
        let says = says.unwrap_or_else(|| missing.to_owned());
        (Some(own), word(app, own).to_owned(), says)
    };
    let before = base.map(|base| (None, w::conflict_base(app.lang).to_owned(), base));
    let sides = [named(Side::Ours, ours), named(Side::Theirs, theirs)];
    before.into_iter().chain(sides).collect()
}

/// What a side says beside the name of the side, or below it where that leaves too little room.
fn side(
    name: &str,
    says: &str,
    columns: usize,
    names: usize,
    styles: [Style; 2],
) -> Vec<Line<'static>> {
    let [label, style] = styles;
    let room = columns.saturating_sub(names + flow::GAP);
    if room < NARROW {
        let head = flow::wrapped(name, columns, label);
        let text = flow::wrapped(says, columns.saturating_sub(INDENT), style);
        return flow::indented([head, flow::indented(text, INDENT)].concat(), INDENT);
    }
    let blocks = vec![
        (flow::wrapped(name, names, label), names),
        (flow::wrapped(says, room, style), room),
    ];
    flow::indented(flow::columns(blocks), INDENT)
}

fn word(app: &App, side: Side) -> &'static str {
    match side {
        Side::Ours => w::conflict_ours(app.lang),
        Side::Theirs => w::conflict_theirs(app.lang),
    }
}

fn answer(app: &App, answered: Answered, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
    let (text, style) = match answered {
        Answered::Open => (format!("○ {}", w::conflict_open(app.lang)), theme.key),
        Answered::Side(Side::Ours) => (chosen(w::conflict_took_ours(app.lang)), theme.good),
        Answered::Side(Side::Theirs) => (chosen(w::conflict_took_theirs(app.lang)), theme.good),
        Answered::Own => (chosen(w::conflict_own_words(app.lang)), theme.good),
        Answered::AsItStands => (chosen(w::conflict_as_it_stands(app.lang)), theme.good),
    };
    flow::indented(flow::wrapped(&text, columns, style), INDENT)
}

fn chosen(word: &str) -> String {
    format!("✓ {word}")
}
