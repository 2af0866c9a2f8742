//! The keys of the screen below, made from the command table.

use super::super::flow::{self, cells};
use super::super::keys::{Entry, all_keys, joined};
use super::super::scroll;
use super::super::theme::Theme;
use super::{Stands, Window};
use crate::app::App;
use crate::app::command::{self, Scope};
use crate::app::dialog::Dialog;
use crate::i18n as w;
use crate::text::{pad_right, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns from which the groups stand side by side.
const TWO: usize = 96;

const WIDEST: u16 = 130;

const APART: usize = 3;

/// Lines of the help, and how many of them are in view, on a screen of this size: the range in
/// which `update` may scroll.
pub fn help_lines(app: &App, columns: u16, rows: u16) -> (usize, usize) {
    let area = Rect::new(0, 0, columns, rows.saturating_sub(1));
    let lines = lines(app, &super::super::theme::PLAIN, columns_in(area));
    (lines.len(), usize::from(area.height.saturating_sub(2)))
}

fn columns_in(area: Rect) -> usize {
    usize::from(Window::columns_in(area).min(WIDEST))
}

/// Draws the help from a line on.
pub(super) fn draw(app: &App, first: usize, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let lines = lines(app, theme, columns_in(area));
    let room = usize::from(area.height.saturating_sub(2)).max(1);
    let first = scroll::from(first, room, lines.len());
    let last = (first + room).min(lines.len());
    let foot = match lines.len() > room {
        true => w::dialog_lines(app.lang, first + 1, last, lines.len()),
        false => String::new(),
    };
    let window = Window {
        title: w::help_title(app.lang),
        foot,
        columns: cells(columns_in(area)),
        rows: cells(lines.len()),
        stands: Stands::InTheMiddle,
    };
    let inside = window.open(theme, area, buffer);
    flow::put(&lines[first..], inside, buffer);
    let bar = Rect {
        x: inside.right(),
        width: 1,
        ..inside
    };
    scroll::draw_bar(first, lines.len(), theme, bar, buffer);
}

/// The groups, side by side where there is room.
fn lines(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let groups = groups(app);
    let key_columns = key_columns(app, &groups).min(columns / 2);
    if columns < TWO || groups.len() < 2 {
        let each = |(at, scope): (usize, &Scope)| {
            let gap = (at > 0).then(Line::default);
            gap.into_iter()
                .chain(group(app, *scope, key_columns, theme, columns))
        };
        return groups.iter().enumerate().flat_map(each).collect();
    }
    let half = (columns - APART) / 2;
    let groups: Vec<Vec<Line>> = groups
        .iter()
        .map(|scope| group(app, *scope, key_columns, theme, half))
        .collect();
    let [left, right] = in_two(groups);
    let count = left.len().max(right.len());
    let mut left = left.into_iter();
    let mut right = right.into_iter();
    let row = |_| {
        let mut line = left.next().unwrap_or_default();
        let blank = (half + APART).saturating_sub(line.width());
        line.spans.push(Span::raw(" ".repeat(blank)));
        line.spans.extend(right.next().unwrap_or_default().spans);
        line
    };
    (0..count).map(row).collect()
}

/// The groups in two columns, the first no shorter than half of all.
fn in_two(groups: Vec<Vec<Line<'static>>>) -> [Vec<Line<'static>>; 2] {
    let all: usize = groups.iter().map(Vec::len).sum();
    let [mut left, mut right]: [Vec<Line>; 2] = Default::default();
    for group in groups {
        let column = match left.len() * 2 < all {
            true => &mut left,
            false => &mut right,
        };
        if !column.is_empty() {
            column.push(Line::default());
        }
        column.extend(group);
    }
    [left, right]
}

/// The scopes whose keys hold below the help, the one that decides first.
fn chain(app: &App) -> Vec<Scope> {
    let below = app.dialogs.iter().rev().find_map(|dialog| match dialog {
        Dialog::Field(_) => Some(Scope::Field),
        Dialog::Pick(_) => Some(Scope::Pick),
        Dialog::Vote(_) => Some(Scope::Vote),
        Dialog::Confirm(_) | Dialog::Help { .. } => None,
    });
    below.map_or_else(|| app.chain_of_screen(), |scope| scope.chain().to_vec())
}

/// Those of them that have keys.
fn groups(app: &App) -> Vec<Scope> {
    let chain = chain(app).into_iter();
    chain
        .filter(|scope| !entries(app, *scope).is_empty())
        .collect()
}

fn group(
    app: &App,
    scope: Scope,
    key_columns: usize,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let mut lines = vec![Line::styled(scope.word(app.lang), theme.heading)];
    for entry in entries(app, scope) {
        let keys = format!("{}  ", pad_right(&entry.keys, key_columns));
        lines.extend(flow::led(&keys, theme.key, entry.word, columns, theme.text));
    }
    lines
}

/// Columns of the keys, the same in all groups.
fn key_columns(app: &App, groups: &[Scope]) -> usize {
    let all = groups.iter().flat_map(|scope| entries(app, *scope));
    all.map(|entry| width(&entry.keys)).max().unwrap_or(0)
}

fn entries(app: &App, scope: Scope) -> Vec<Entry> {
    let chain = chain(app);
    let entry = |command| Entry {
        keys: keys(app, command),
        word: (command.word)(app.lang),
    };
    let all = command::only(scope).filter(|it| app.keymap.is_given(&chain, it));
    joined(all.map(entry).filter(|entry| !entry.keys.is_empty()))
}

fn keys(app: &App, command: &'static command::Command) -> String {
    all_keys(app.keymap.keys(command), command)
}
