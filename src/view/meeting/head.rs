//! The top of the meeting: the stage, where in the agenda one is, what comes next, and the time.

use super::Item;
use super::letters::{self, Size};
use crate::app::App;
use crate::i18n as w;
use crate::text::{sanitize_line, truncate, width};
use crate::view::theme::Theme;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From so many columns and rows on, stage and clock stand in large letters.
const LARGE: (u16, u16) = (120, 40);

/// From so many rows on, a blank line stands below.
const AIRY: u16 = 22;

/// Columns between two parts of a line.
const APART: usize = 3;

/// Columns that what is gone through keeps beside the clock; with less, the clock goes.
const LEAST: usize = 20;

/// The lines of the head.
pub(super) fn lines(app: &App, item: &Item<'_>, theme: &Theme, area: Rect) -> Vec<Line<'static>> {
    let columns = usize::from(area.width);
    let stage = match item {
        Item::Touchpoint(stage, _) => sanitize_line(stage.name.trim()).into_owned(),
        Item::Stage(_) => w::kind_stage(app.lang).to_owned(),
    };
    let clock = Clock::of(app, theme);
    let is_large = area.width >= LARGE.0 && area.height >= LARGE.1;
    let large = is_large.then(|| large(&stage, &clock, theme, columns));
    let mut lines = match large.flatten() {
        Some(lines) => lines,
        None => {
            let name = format!(" {stage} ");
            let rest = columns.saturating_sub(width(&clock.spent) + APART);
            let name = truncate(&name, rest).into_owned();
            let left = Span::styled(name, theme.bands[0]);
            let right = Span::styled(clock.spent.clone(), clock.style);
            vec![apart(vec![left], vec![right], columns)]
        }
    };
    lines.push(below(app, &clock, theme, columns));
    lines.extend((area.height >= AIRY).then(Line::default));
    lines
}

/// Two parts, the right one at the end of the line.
fn apart(left: Vec<Span<'static>>, right: Vec<Span<'static>>, columns: usize) -> Line<'static> {
    let own: usize = left.iter().chain(&right).map(Span::width).sum();
    let mut line = left;
    line.push(Span::raw(" ".repeat(columns.saturating_sub(own))));
    line.extend(right);
    Line::from(line)
}

/// Stage and clock in large letters.
fn large(stage: &str, clock: &Clock, theme: &Theme, columns: usize) -> Option<Vec<Line<'static>>> {
    let right = letters::lines(&clock.spent, Size::Large, columns)?;
    let right = right.first().filter(|_| right.len() == 1)?;
    let own = right.first().map_or(0, |row| width(row));
    let room = columns.checked_sub(own + APART)?;
    let left = letters::lines(stage, Size::Large, room)?;
    let left = left.first().filter(|_| left.len() == 1)?;
    let row = |(left, right): (&String, &String)| {
        let left = Span::styled(left.clone(), theme.label);
        let right = Span::styled(right.clone(), clock.style);
        apart(vec![left], vec![right], columns)
    };
    Some(left.iter().zip(right).map(row).collect())
}

/// `3 of 17 · Moments of Truth · next: …`, and the time in total where there is room.
fn below(app: &App, clock: &Clock, theme: &Theme, columns: usize) -> Line<'static> {
    let lang = app.lang;
    let items = app.meeting_items();
    let at = app.meeting_position();
    let progress = w::meeting_at(lang, at + 1, items.len());
    let agenda = app.meetings.now.as_ref().map(|it| it.agenda.word(lang));
    let parsed = &app.document.parsed;
    let next = items.get(at + 1).and_then(|key| parsed.index.node(key));
    let next = next.map(|node| app.label_of(parsed.tree.node(node)));
    let next = match next {
        Some(name) => w::meeting_next_is(lang, &sanitize_line(&name)),
        None => w::meeting_last(lang).to_owned(),
    };
    let mut total = clock.total.clone();
    if app.document.is_dirty() {
        total = format!("● {}   {total}", w::unsaved(lang));
    }
    let whose = w::other_audience(lang, app.journey());
    let words = [whose, agenda, Some(&next)].into_iter().flatten();
    let words: String = words.map(|it| format!(" · {it}")).collect();
    let room = columns.saturating_sub(width(&progress));
    let beside = room.saturating_sub(width(&total) + APART);
    let (words, right) = match width(&words) <= beside || beside >= LEAST {
        true => (truncate(&words, beside).into_owned(), total),
        false => (truncate(&words, room).into_owned(), String::new()),
    };
    let left = vec![
        Span::styled(progress, theme.heading),
        Span::styled(words, theme.dim),
    ];
    apart(left, vec![Span::styled(right, theme.dim)], columns)
}

/// The time spent on the item, and in total.
struct Clock {
    spent: String,
    style: Style,
    total: String,
}

impl Clock {
    fn of(app: &App, theme: &Theme) -> Clock {
        let lang = app.lang;
        let spent = app.spent();
        let planned = app.meetings.planned.map(|minutes| u64::from(minutes) * 60);
        let is_over = planned.is_some_and(|planned| spent > planned);
        let shown = match planned {
            Some(planned) => w::meeting_of(lang, &time(spent), &time(planned)),
            None => time(spent),
        };
        let meeting = app.meetings.now.as_ref();
        let is_paused = meeting.is_some_and(|it| it.is_paused);
        let total = w::meeting_total(lang, &time(meeting.map_or(0, |it| it.seconds)));
        Clock {
            spent: if is_over { format!("! {shown}") } else { shown },
            style: if is_over { theme.bad } else { theme.text },
            total: match is_paused {
                true => format!("{} · {total}", w::meeting_paused(lang)),
                false => total,
            },
        }
    }
}

/// `4:07`, `1:02:03`
fn time(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
