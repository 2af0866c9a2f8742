//! The board of Moments of Truth: what is promised, what is expected and lived, which values are
//! proved, what the KPIs say; below, what could be one, and why.

use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{figures, flow};
use crate::app::App;
use crate::i18n::number::signed_whole;
use crate::i18n::{self as w};
use crate::journey::fields::Kind;
use crate::journey::model::Touchpoint;
use crate::journey::moments::{Board, Candidate, kept};
use crate::journey::touchpoints::Placed;
use crate::text::width;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From so many columns on, the numbers stand beside the texts.
const WIDE: usize = 100;

/// Columns of the numbers then.
const LEFT: usize = 44;

/// Columns that what belongs to a name stands further in.
const INDENT: usize = 2;

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let Board {
        judged,
        unjudged,
        candidates,
    } = app.board();
    if judged.is_empty() && unjudged.is_empty() {
        let text = match candidates.is_empty() {
            _ if app.is_filtered() => w::filter_nothing(app.lang, &app.filter_words().join(" · ")),
            true => w::moments_none(app.lang).to_owned(),
            false => w::moments_none_but_suggested(app.lang).to_owned(),
        };
        page.add(flow::wrapped(&text, columns, theme.dim), None);
    }
    let mut at = 0;
    for it in &judged {
        entry(moment(app, it, theme, columns), page, &mut at);
    }
    if !unjudged.is_empty() {
        page.head(w::moments_unjudged(app.lang), columns, theme);
    }
    for it in &unjudged {
        entry(moment(app, it, theme, columns), page, &mut at);
    }
    if !candidates.is_empty() {
        page.head(w::moments_candidates(app.lang), columns, theme);
    }
    for it in &candidates {
        entry(candidate(app, it, theme, columns), page, &mut at);
    }
}

/// Adds an entry, apart from one right above it.
fn entry(lines: Vec<Line<'static>>, page: &mut Page, at: &mut usize) {
    if page.lines.last().is_some_and(|(row, _)| row.is_some()) {
        page.add(vec![Line::default()], None);
    }
    page.add(lines, Some(*at));
    *at += 1;
}

fn moment(app: &App, it: &Placed<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let left = |columns| {
        let mut lines = flow::led("◆ ", theme.moment, it.name(), columns, theme.heading);
        lines.extend(flow::indented(
            numbers(app, it, theme, columns - INDENT),
            INDENT,
        ));
        lines
    };
    let right = |columns| told(app, it.touchpoint, theme, columns);
    split(left, right, columns)
}

fn candidate(app: &App, it: &Candidate<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let left = |columns| {
        let mut lines = flow::led("◇ ", theme.moment, it.at.name(), columns, theme.heading);
        let stage = w::moments_at_stage(app.lang, &it.at.stage.name);
        let stage = flow::wrapped(&stage, columns - INDENT, theme.dim);
        lines.extend(flow::indented(stage, INDENT));
        lines
    };
    let reasons = |columns| {
        let reasons = it.reasons.iter().map(|it| w::reason(app.lang, *it));
        let line = |text: String| flow::led("• ", theme.dim, &text, columns, theme.text);
        reasons.flat_map(line).collect()
    };
    split(left, reasons, columns)
}

/// Two blocks side by side where there is room, else one below the other.
fn split(
    left: impl Fn(usize) -> Vec<Line<'static>>,
    right: impl Fn(usize) -> Vec<Line<'static>>,
    columns: usize,
) -> Vec<Line<'static>> {
    if columns >= WIDE {
        let rest = columns - LEFT - flow::GAP;
        return flow::columns(vec![(left(LEFT), LEFT), (right(rest), rest)]);
    }
    let columns = columns.max(INDENT + 1);
    let mut lines = left(columns);
    lines.extend(flow::indented(right(columns - INDENT), INDENT));
    lines
}

/// Gap, and what stands beside it.
fn numbers(app: &App, it: &Placed<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let lang = app.lang;
    let touchpoint = it.touchpoint;
    let mut lines = gap(app, touchpoint, theme, columns);
    let number = |word: &str, number: Option<i64>| {
        let number = number.map_or_else(|| "—".to_owned(), signed_whole);
        format!("{word} {number}")
    };
    let evidence = touchpoint.evidence.map(|it| w::evidence(lang, it));
    let importance = touchpoint.importance.map_or("—".to_owned(), w::whole);
    let facts = [
        Some(format!("{} {importance}", w::field_importance(lang))),
        Some(number(w::field_emotion(lang), touchpoint.emotion)),
        evidence.map(str::to_owned),
        Some(w::moments_at_stage(lang, &it.stage.name)),
    ];
    let facts = facts.into_iter().flatten().map(|it| (it, theme.dim));
    lines.extend(flow::facts(facts.collect(), columns));
    lines
}

fn gap(app: &App, it: &Touchpoint, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let numbers = it.experience.zip(it.expectation);
    let (Some(gap), Some((experience, expectation))) = (it.gap(), numbers) else {
        return flow::wrapped(w::inspector_no_gap(app.lang), columns, theme.warn);
    };
    let (experience, expectation) = (w::whole(experience), w::whole(expectation));
    let text = w::inspector_gap(app.lang, &signed_whole(gap), &experience, &expectation);
    flow::wrapped(&text, columns, gap_style(gap, theme))
}

fn gap_style(gap: i64, theme: &Theme) -> Style {
    match gap {
        ..0 => theme.bad,
        0 => theme.text,
        _ => theme.good,
    }
}

/// A text behind a sign.
type Item = (&'static str, Style, String);

/// Promise, reason, values and KPIs, each behind its word.
fn told(app: &App, it: &Touchpoint, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let lang = app.lang;
    let values = it.values.iter();
    let values: Vec<String> = values
        .map(|id| app.name_by_id(Some(Kind::Value), id))
        .collect();
    let reason = it.moment_of_truth.iter().map(|it| it.reason.clone());
    let texts = |texts: Vec<String>| texts.into_iter().map(|it| ("", theme.text, it)).collect();
    let today = app.today();
    let kpi = |kpi| {
        let (judged, text) = figures::kpi(kpi, app.asked(kpi), lang, &today);
        let (sign, style) = figures::sign(judged, theme);
        (sign, style, text)
    };
    let rows: [(&str, Vec<Item>); 4] = [
        (w::field_promise(lang), texts(promises(app, it))),
        (w::field_reason(lang), texts(reason.collect())),
        (w::field_values_proved(lang), texts(vec![values.join(", ")])),
        (w::kinds_kpis(lang), it.kpis.iter().map(kpi).collect()),
    ];
    let label = rows.iter().map(|(word, _)| width(word)).max().unwrap_or(0);
    let room = columns.saturating_sub(label + flow::GAP);
    let mut lines = Vec::new();
    for (word, texts) in rows {
        let mut block: Vec<Line> = texts
            .iter()
            .filter(|(.., text)| !text.is_empty())
            .flat_map(|(sign, style, text)| flow::led(sign, *style, text, room, theme.text))
            .collect();
        if block.is_empty() {
            block.push(Line::styled("—", theme.dim));
        }
        let word = vec![Line::from(Span::styled(word, theme.label))];
        lines.extend(flow::columns(vec![(word, label), (block, room)]));
    }
    lines
}

/// What is said here, and what is said elsewhere and proved here.
fn promises(app: &App, it: &Touchpoint) -> Vec<String> {
    let kept = kept(app.journey(), it).into_iter();
    let kept = kept.map(|(promise, said)| w::moments_kept(app.lang, promise, &said.name));
    it.promise.iter().cloned().chain(kept).collect()
}
