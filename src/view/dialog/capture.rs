//! Quick add: the line, what it means, and the names that complete it. Stands at the foot, so that
//! what comes in is seen above it.

use super::super::flow::{self, cells};
use super::super::hit::{HitMap, Target};
use super::super::theme::Theme;
use super::field::draw_field;
use super::{Stands, Window};
use crate::app::App;
use crate::app::capture::{Capture, Meaning, Named, NewTouchpoint};
use crate::app::dialog::{FieldDialog, field_size};
use crate::app::options::Choice;
use crate::i18n as w;
use crate::text::{pad_right, sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Rows for what the line means, which stay free while it means little: nothing jumps.
const MEANING: u16 = 2;

/// Rows for the names that fit, or for what can be typed.
const BELOW: u16 = 4;

/// Draws the dialog; returns the cell of the cursor.
pub(super) fn draw(
    app: &App,
    (dialog, capture): (&FieldDialog, &Capture),
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) -> Option<Position> {
    let size = field_size(app.size, false);
    let window = Window {
        title: &dialog.title,
        foot: match capture.added {
            0 => String::new(),
            added => format!("+{added}"),
        },
        columns: size.columns,
        rows: 1 + MEANING + BELOW,
        stands: Stands::AtTheFoot,
    };
    let inside = window.open(theme, area, buffer);
    let (field, rest) = flow::split_rows(inside, 1);
    let columns = usize::from(inside.width);
    let candidates = app.candidates().map_or_else(Vec::new, |(_, found)| found);
    let least = cells(candidates.len()).min(2);
    let mut lines = means(app, dialog, theme, columns);
    let wanted = cells(lines.len()).max(MEANING);
    let (meaning, below) = flow::split_rows(rest, wanted.min(rest.height.saturating_sub(least)));
    let shown = usize::from(meaning.height);
    if let Some(last) = shown.checked_sub(1).filter(|_| lines.len() > shown) {
        lines[last] = Line::styled("…", theme.dim);
    }
    flow::put(&lines, meaning, buffer);
    match candidates.is_empty() {
        true => flow::put(&help(app, theme, columns, below.height), below, buffer),
        false => draw_candidates(&candidates, capture.candidate, theme, below, buffer, hits),
    }
    let field = Rect {
        width: field.width.min(size.columns),
        ..field
    };
    draw_field(&dialog.field.view(size), theme, field, buffer)
}

/// What can be typed and pasted, as much of it as there is room for.
fn help(app: &App, theme: &Theme, columns: usize, rows: u16) -> Vec<Line<'static>> {
    let signs = w::capture_grammar(app.lang).split("  ");
    let signs = signs.map(|sign| (sign.to_owned(), theme.dim));
    let signs = flow::facts(signs.collect(), columns);
    let list = flow::wrapped(w::capture_list(app.lang), columns, theme.dim);
    let both = [signs.clone(), list].concat();
    let mut versions = [both, signs].into_iter();
    let fits = |lines: &Vec<Line>| cells(lines.len()) <= rows;
    versions.find(fits).unwrap_or_default()
}

/// What the line means, or why it cannot be taken.
fn means(app: &App, dialog: &FieldDialog, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let refused = |why: &str| flow::led("! ", theme.bad, why, columns, theme.text);
    match (&dialog.error, app.captured()) {
        (Some(error), _) => refused(error),
        (None, Meaning::Empty) => Vec::new(),
        (None, Meaning::Refused(why)) => flow::led("… ", theme.warn, &why, columns, theme.dim),
        (None, Meaning::Stage(name)) => {
            let text = w::capture_new_stage(app.lang, &name);
            flow::led("→ ", theme.key, &text, columns, theme.text)
        }
        (None, Meaning::Touchpoint(new)) => flow::facts(facts(app, &new, theme), columns),
    }
}

/// The parts of a touchpoint that is to be.
fn facts(app: &App, new: &NewTouchpoint, theme: &Theme) -> Vec<(String, ratatui::style::Style)> {
    let lang = app.lang;
    let named = |field: &str, named: &Named| match &named.id {
        Some(_) => (format!("{field}: {}", named.name), theme.text),
        None => {
            let name = w::capture_new_name(lang, &named.name);
            (format!("{field}: {name}"), theme.warn)
        }
    };
    let emotion = |it: i64| {
        let middle = app.journey().scale.middle();
        let style = match it.cmp(&middle) {
            std::cmp::Ordering::Less => theme.bad,
            std::cmp::Ordering::Equal => theme.text,
            std::cmp::Ordering::Greater => theme.good,
        };
        let number = w::signed_whole(it);
        (format!("{} {number}", w::field_emotion(lang)), style)
    };
    let moment = |reason: &String| match reason.as_str() {
        "" => (w::capture_why_open(lang).to_owned(), theme.moment),
        reason => (w::capture_why(lang, reason), theme.moment),
    };
    let parts = [
        Some((format!("→ {}", new.name), theme.heading)),
        new.owner.as_ref().map(|it| named(w::field_owner(lang), it)),
        new.channel
            .as_ref()
            .map(|it| named(w::kind_channel(lang), it)),
        new.emotion.map(emotion),
        new.reason.as_ref().map(moment),
    ];
    parts.into_iter().flatten().collect()
}

fn draw_candidates(
    candidates: &[Choice],
    gone_to: Option<usize>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let labels = candidates.iter().map(|it| width(&sanitize_line(&it.label)));
    let widest = labels.max().unwrap_or(0).min(usize::from(area.width) / 2);
    for (row, (at, choice)) in area.rows().zip(candidates.iter().enumerate()) {
        let label = sanitize_line(&choice.label);
        let label = pad_right(&truncate(&label, widest), widest);
        let line = Line::from(vec![
            Span::styled(format!("  {label}   "), theme.text),
            Span::styled(sanitize_line(&choice.aside).into_owned(), theme.label),
        ]);
        buffer.set_line(row.x, row.y, &line, row.width);
        hits.push(row, Target::Choice(at));
        if gone_to == Some(at) {
            buffer.set_style(row, theme.cursor);
            buffer.set_stringn(row.x, row.y, "▌", cells(1).into(), theme.cursor_bar);
        }
    }
}
