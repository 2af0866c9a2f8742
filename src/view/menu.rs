//! The menu of next keys (which-key): what may be pressed now, or after the keys pressed so far, in
//! columns over the lower part of the screen.

use super::flow::{self, cells};
use super::keys::{Entry, joined, pretty_keys};
use super::theme::Theme;
use crate::app::App;
use crate::app::keymap::Next;
use crate::i18n as w;
use crate::text::{pad_right, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns between two entries.
const APART: usize = 3;

/// Columns that an entry is not made narrower than.
const NARROWEST: usize = 24;

/// Columns that keys stand in; longer ones push their words.
const KEYS: usize = 5;

/// It is asked for, or a sequence of keys has begun.
pub(super) fn is_open(app: &App) -> bool {
    app.menu || !app.pending.is_empty()
}

/// Draws the menu at the foot of the screen and returns what it covers.
pub(super) fn draw(app: &App, theme: &Theme, screen: Rect, buffer: &mut Buffer) -> Rect {
    let columns = usize::from(screen.width).saturating_sub(2);
    let most = usize::from(screen.height).saturating_sub(2).max(1);
    let lines = lines(app, theme, columns, most);
    let height = cells(lines.len() + 1).min(screen.height);
    let area = Rect {
        y: screen.bottom() - height,
        height,
        ..screen
    };
    super::clear(area, theme, buffer);
    buffer.set_style(area, theme.stripe);
    let (head, body) = flow::split_rows(area, u16::from(area.height > 1));
    draw_head(app, theme, head, buffer);
    let inside = Rect {
        x: body.x + body.width.min(1),
        width: body.width.saturating_sub(2),
        ..body
    };
    flow::put(&lines, inside, buffer);
    area
}

/// A line with what was pressed, and how to leave.
fn draw_head(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    for cell in area.positions() {
        buffer[cell].set_symbol("─").set_style(theme.border);
    }
    let title = Line::styled(format!(" {} ", title(app)), theme.heading);
    let mut ways = vec![("Esc", w::menu_close(app.lang))];
    if !app.pending.is_empty() {
        ways.push(("Backspace", w::menu_back(app.lang)));
    }
    let way = |(key, word): (&'static str, &'static str)| {
        [
            Span::styled(format!(" {key} "), theme.key),
            Span::styled(format!("{word} "), theme.key_text),
        ]
    };
    let ways = Line::from_iter(ways.into_iter().flat_map(way));
    let right = area.right().saturating_sub(cells(ways.width()) + 1);
    buffer.set_line(
        area.x + area.width.min(1),
        area.y,
        &title,
        area.width.saturating_sub(1),
    );
    if area.x + cells(title.width()) + 2 < right {
        buffer.set_line(right, area.y, &ways, area.right() - right);
    }
}

fn title(app: &App) -> String {
    let Some((last, before)) = app.pending.split_last() else {
        return w::menu_title(app.lang).to_owned();
    };
    let pressed: Vec<String> = app.pending.iter().map(ToString::to_string).collect();
    let next = app.keymap.next(&app.chain(), before).into_iter();
    let word = next
        .filter(|it| it.key == last.to_string())
        .map(|it| word(app, &it))
        .next();
    format!(
        "{} … {}",
        pretty_keys(&pressed.join(" ")),
        word.unwrap_or_default()
    )
}

/// The entries in columns: as wide as the widest where that fits, else cut.
fn lines(app: &App, theme: &Theme, columns: usize, most: usize) -> Vec<Line<'static>> {
    let groups = groups(app);
    let all = groups.iter().flat_map(|(_, entries)| entries);
    let widest = all.map(|it| width(&keys(it)) + width(it.word)).max();
    let wide = (columns + APART) / (widest.unwrap_or(0) + APART).max(1);
    let most_columns = ((columns + APART) / (NARROWEST + APART)).max(1);
    let mut counts = wide.max(1)..=most_columns;
    let count = counts.find(|count| rows_for(&groups, *count) <= most);
    let count = count.unwrap_or(most_columns.max(wide));
    let own = ((columns + APART) / count).saturating_sub(APART);
    let rows = rows_for(&groups, count);
    let columns = in_columns(&groups, rows).into_iter();
    let columns: Vec<Vec<Line>> = columns
        .map(|column| column.into_iter().map(|it| line(&it, theme, own)).collect())
        .collect();
    let mut lines: Vec<Line> = (0..rows).map(|row| beside(&columns, row, own)).collect();
    if rows > most {
        lines.truncate(most.saturating_sub(1));
        lines.push(Line::from(Span::styled(w::menu_cut(app.lang), theme.dim)));
    }
    lines
}

/// A row of all columns.
fn beside(columns: &[Vec<Line<'static>>], row: usize, own: usize) -> Line<'static> {
    let mut line = Line::default();
    for (at, column) in columns.iter().enumerate() {
        let blank = (at * (own + APART)).saturating_sub(line.width());
        line.spans.push(Span::raw(" ".repeat(blank)));
        line.spans
            .extend(column.get(row).cloned().unwrap_or_default().spans);
    }
    line
}

/// What stands in a column.
enum Item<'a> {
    Gap,
    Heading(&'static str),
    Entry(&'a Entry),
}

type Group = (Option<&'static str>, Vec<Entry>);

/// What may be pressed, by the scope that the keys hold in; without headings where keys were
/// pressed already.
fn groups(app: &App) -> Vec<Group> {
    let chain = app.chain();
    let next = app.keymap.next(&chain, &app.pending);
    let entry = |next: &Next| Entry {
        keys: match next.is_prefix {
            true => format!("{} …", pretty_keys(&next.key)),
            false => pretty_keys(&next.key),
        },
        word: word(app, next),
    };
    if !app.pending.is_empty() {
        return vec![(None, joined(next.iter().map(entry)))];
    }
    let group = |scope| {
        let own = next.iter().filter(|it| it.commands[0].scope == scope);
        let entries = joined(once_each(own).map(entry));
        Some((Some(scope.word(app.lang)), entries)).filter(|(_, entries)| !entries.is_empty())
    };
    chain.into_iter().filter_map(group).collect()
}

/// Of several keys of one command the first, without those that move the cursor, which everybody
/// tries, and that of the menu itself. Esc closes the menu, whatever it does without.
fn once_each<'n>(next: impl Iterator<Item = &'n Next>) -> impl Iterator<Item = &'n Next> {
    let mut seen = Vec::new();
    let here =
        |it: &&Next| it.is_prefix || !it.commands[0].is_motion && it.commands[0].name != "menu";
    next.filter(|it| it.key != "Esc")
        .filter(here)
        .filter(move |it| {
            let name = it.commands[0].name;
            let is_new = it.is_prefix || !seen.contains(&name);
            seen.push(name);
            is_new
        })
}

/// What a key does, or what its sequences are about.
fn word(app: &App, next: &Next) -> &'static str {
    let mut words = next.commands.iter().map(|it| (it.word)(app.lang));
    let first = words.next().unwrap_or_default();
    match next.key.as_str() {
        _ if words.all(|word| word == first) => first,
        "g" => w::menu_go(app.lang),
        "z" => w::menu_map(app.lang),
        "f" => w::menu_filter(app.lang),
        _ => w::menu_more(app.lang),
    }
}

/// The fewest rows with which so many columns hold all groups.
fn rows_for(groups: &[Group], columns: usize) -> usize {
    let fits = |rows: &usize| in_columns(groups, *rows).len() <= columns;
    let all = groups.iter().map(|(_, entries)| entries.len() + 2).sum();
    (1..all).find(fits).unwrap_or(all)
}

/// The groups one below the other, over as many columns as they need; a heading stands with its
/// first entry.
fn in_columns(groups: &[Group], rows: usize) -> Vec<Vec<Item<'_>>> {
    let mut columns: Vec<Vec<Item>> = vec![Vec::new()];
    for (heading, entries) in groups {
        let left = rows.saturating_sub(columns.last().map_or(0, Vec::len));
        let is_fresh = columns.last().is_some_and(Vec::is_empty);
        if heading.is_some() && !is_fresh {
            match left < 3 {
                true => columns.push(Vec::new()),
                false => add(&mut columns, rows, Item::Gap),
            }
        }
        if let Some(heading) = heading {
            add(&mut columns, rows, Item::Heading(heading));
        }
        for entry in entries {
            add(&mut columns, rows, Item::Entry(entry));
        }
    }
    columns
}

fn add<'a>(columns: &mut Vec<Vec<Item<'a>>>, rows: usize, item: Item<'a>) {
    match columns.last_mut() {
        Some(column) if column.len() < rows => column.push(item),
        _ => columns.push(vec![item]),
    }
}

fn line(item: &Item<'_>, theme: &Theme, columns: usize) -> Line<'static> {
    match item {
        Item::Gap => Line::default(),
        Item::Heading(word) => {
            let word = truncate(word, columns).into_owned();
            Line::from(Span::styled(word, theme.heading))
        }
        Item::Entry(entry) => {
            let keys = keys(entry);
            let room = columns.saturating_sub(width(&keys));
            let word = truncate(entry.word, room).into_owned();
            Line::from(vec![
                Span::styled(keys, theme.key),
                Span::styled(word, theme.text),
            ])
        }
    }
}

fn keys(entry: &Entry) -> String {
    let columns = KEYS.max(width(&entry.keys));
    format!("{} ", pad_right(&entry.keys, columns))
}
