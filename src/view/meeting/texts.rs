//! What is said of an item of the agenda, each part in the sizes that it can have.

use super::letters::{self, Size};
use super::numbers;
use super::parts::{AS_ROOM_ALLOWS, Part};
use crate::app::App;
use crate::i18n as w;
use crate::i18n::number::signed_whole;
use crate::journey::model::{Kpi, Stage, Touchpoint};
use crate::text::{sanitize_line, truncate, width};
use crate::view::figures;
use crate::view::flow;
use crate::view::theme::Theme;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Lines of large letters that a text may take.
const MOST_LINES: usize = 3;

/// The parts of a touchpoint, from top to bottom.
pub(super) fn touchpoint(
    app: &App,
    touchpoint: &Touchpoint,
    theme: &Theme,
    columns: usize,
) -> Vec<Part> {
    let (lang, it) = (app.lang, touchpoint);
    let mut parts = vec![name(&it.name, theme, columns)];
    if let Some(moment) = &it.moment_of_truth {
        let sizes = said("◆ ", &moment.reason, theme.moment, theme.text, columns);
        parts.push(Part { rank: 2, sizes });
    }
    parts.push(Part {
        rank: 1,
        sizes: numbers::sizes(app, it, theme, columns),
    });
    if let Some(promise) = &it.promise {
        let sizes = labelled(
            w::field_promise(lang),
            std::slice::from_ref(promise),
            theme.text,
            theme,
            columns,
        );
        parts.push(Part { rank: 3, sizes });
    }
    parts.extend(kpis(app, &it.kpis, theme, columns));
    for (rank, label, texts, style) in [
        (
            AS_ROOM_ALLOWS,
            w::field_quotes(lang),
            &it.quotes,
            theme.quote,
        ),
        (
            AS_ROOM_ALLOWS + 1,
            w::field_pains(lang),
            &it.pains,
            theme.text,
        ),
    ] {
        if !texts.is_empty() {
            let sizes = labelled(label, texts, style, theme, columns);
            parts.push(Part { rank, sizes });
        }
    }
    parts
}

/// The parts of a stage.
pub(super) fn stage(app: &App, stage: &Stage, theme: &Theme, columns: usize) -> Vec<Part> {
    let mut parts = vec![name(&stage.name, theme, columns)];
    if let Some(goal) = &stage.goal {
        let goals = std::slice::from_ref(goal);
        let sizes = labelled(w::field_goal(app.lang), goals, theme.text, theme, columns);
        parts.push(Part { rank: 1, sizes });
    }
    if !stage.touchpoints.is_empty() {
        parts.push(touchpoints(app, stage, theme, columns));
    }
    parts.extend(kpis(app, &stage.kpis, theme, columns));
    parts
}

/// The name in the largest letters of all; without letters for it, wide apart.
fn name(name: &str, theme: &Theme, columns: usize) -> Part {
    let safe = sanitize_line(name.trim());
    let mut sizes: Vec<Vec<Line>> = [Size::Giant, Size::Huge, Size::Large]
        .into_iter()
        .filter_map(|size| large(&safe, size, 2, theme.heading, columns))
        .collect();
    let bold = theme.heading.add_modifier(Modifier::BOLD);
    let wide = wide_apart(&safe);
    if width(&wide) <= columns {
        sizes.push(vec![Line::styled(wide, bold)]);
    }
    sizes.push(flow::wrapped(name.trim(), columns, bold));
    Part { rank: 0, sizes }
}

/// A blank after each letter.
fn wide_apart(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let letters: Vec<String> = word.chars().map(String::from).collect();
        letters.join(" ")
    });
    words.collect::<Vec<_>>().join("   ")
}

/// A text in large letters, if it has such, in at most so many lines.
fn large(
    text: &str,
    size: Size,
    most: usize,
    style: Style,
    columns: usize,
) -> Option<Vec<Line<'static>>> {
    let lines = letters::lines(text, size, columns)?;
    let rows = lines.into_iter().take(most + 1).collect::<Vec<_>>();
    (1..=most).contains(&rows.len()).then(|| {
        let rows = rows.into_iter().flatten();
        rows.map(|row| Line::styled(row, style)).collect()
    })
}

/// A text behind a sign: in large letters, or in lines.
fn said(
    sign: &str,
    text: &str,
    sign_style: Style,
    style: Style,
    columns: usize,
) -> Vec<Vec<Line<'static>>> {
    let whole = format!("{sign}{}", sanitize_line(text));
    let large = large(&whole, Size::Large, MOST_LINES, sign_style, columns);
    let plain = flow::led(sign, sign_style, text, columns, style);
    let cut = in_one_line(sign, sign_style, text, "", columns, style);
    large.into_iter().chain([plain, cut]).collect()
}

/// A text behind a sign in one line, which ends in … where the text goes on; Enter shows the whole.
fn in_one_line(
    sign: &str,
    sign_style: Style,
    text: &str,
    more: &str,
    columns: usize,
    style: Style,
) -> Vec<Line<'static>> {
    let room = columns.saturating_sub(width(sign) + width(more)).max(1);
    let text = sanitize_line(text);
    let text = truncate(&text, room).into_owned();
    vec![Line::from(vec![
        Span::styled(sign.to_owned(), sign_style),
        Span::styled(text, style),
        Span::styled(more.to_owned(), style),
    ])]
}

/// Texts below a label in large letters, or behind it in lines; at the smallest the first one alone,
/// with how many there are.
fn labelled(
    label: &str,
    texts: &[String],
    style: Style,
    theme: &Theme,
    columns: usize,
) -> Vec<Vec<Line<'static>>> {
    let letters: Option<Vec<Vec<Line>>> = texts
        .iter()
        .map(|text| {
            large(
                &sanitize_line(text),
                Size::Large,
                MOST_LINES,
                style,
                columns,
            )
        })
        .collect();
    let below = letters.map(|texts| {
        let head = Line::styled(label.to_owned(), theme.label);
        [head]
            .into_iter()
            .chain(texts.into_iter().flatten())
            .collect()
    });
    // Quotes lean; their label stands.
    let upright = theme.label.remove_modifier(Modifier::ITALIC);
    let sign = format!("{label}  ");
    let indent = " ".repeat(width(&sign));
    let each = texts.iter().enumerate().map(|(at, text)| {
        let sign = if at == 0 { &sign } else { &indent };
        flow::led(sign, upright, text, columns, style)
    });
    let plain: Vec<Line> = each.flatten().collect();
    let more = match texts.len() {
        0 | 1 => String::new(),
        several => format!(" (+{})", several - 1),
    };
    let first = texts.first().map_or("", String::as_str);
    let first = in_one_line(&sign, upright, first, &more, columns, style);
    below.into_iter().chain([plain, first]).collect()
}

/// The KPIs, each with its verdict.
fn kpis(app: &App, kpis: &[Kpi], theme: &Theme, columns: usize) -> Option<Part> {
    let today = app.today();
    let mut sizes: [Vec<Line>; 2] = [Vec::new(), Vec::new()];
    for kpi in kpis {
        let (verdict, text) = figures::kpi(kpi, app.asked(kpi), app.lang, &today);
        let (sign, style) = figures::sign(verdict, theme);
        let plain = flow::led(sign, style, &text, columns, theme.text);
        let whole = format!("{sign}{}", sanitize_line(&text));
        let large = large(&whole, Size::Large, MOST_LINES, style, columns);
        sizes[0].extend(large.unwrap_or_else(|| plain.clone()));
        sizes[1].extend(plain);
    }
    (!kpis.is_empty()).then(|| Part {
        rank: 4,
        sizes: sizes.into(),
    })
}

/// The touchpoints of a stage: name, emotion, gap.
fn touchpoints(app: &App, stage: &Stage, theme: &Theme, columns: usize) -> Part {
    let mut sizes: [Vec<Line>; 2] = [Vec::new(), Vec::new()];
    for it in &stage.touchpoints {
        let (sign, sign_style) = match it.moment_of_truth.is_some() {
            true => ("◆ ", theme.moment),
            false => ("• ", theme.dim),
        };
        let gap = it
            .gap()
            .map(|gap| w::meeting_gap(app.lang, &signed_whole(gap)));
        let emotion = it.emotion.map(signed_whole);
        let emotion = emotion.map(|it| w::meeting_emotion(app.lang, &it));
        let facts = emotion.into_iter().chain(gap);
        let facts: String = facts.map(|fact| format!(" · {fact}")).collect();
        let text = format!("{}{facts}", it.name.trim());
        let style = match it.gap() {
            Some(gap) if gap < 0 => theme.bad,
            _ => theme.text,
        };
        let plain = flow::led(sign, sign_style, &text, columns, style);
        let whole = format!("{sign}{}", sanitize_line(&text));
        let large = large(&whole, Size::Large, 2, style, columns);
        sizes[0].extend(large.unwrap_or_else(|| plain.clone()));
        sizes[1].extend(plain);
    }
    Part {
        rank: 2,
        sizes: sizes.into(),
    }
}
