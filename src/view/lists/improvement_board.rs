//! The board of improvements: the four states of the PDCA cycle side by side, with a card each, and
//! below them all about the one under the cursor.

use super::super::figures;
use super::super::flow::{self, cells, split_rows};
use super::super::hit::{HitMap, Target};
use super::super::matrix::foot;
use super::super::page::{Page, PageCursor};
use super::super::theme::Theme;
use super::{draw_page, improvements};
use crate::app::improvements::Showing;
use crate::app::{App, Over};
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::improvements::{CYCLE, Standing};
use crate::journey::model::ImprovementStatus;
use crate::text::wrap_to;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A column that a word of a title fits into; where there is no room for four, the states stand one
/// below the other.
const NARROWEST: u16 = 15;

/// Lines of a title on its card; the whole stands below the board.
const TITLE: usize = 3;

/// Draws what stands below the title of the screen.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let columns = usize::from(area.width).saturating_sub(3);
    let is_board = app.is_on_board() && area.width >= NARROWEST * 4;
    if !is_board {
        let page = page(app, theme, columns);
        return draw_page(app, theme, focused, &page, area, buffer, hits);
    }
    let below = foot(
        details(app, theme, columns),
        usize::from(area.height / 3),
        theme,
    );
    let (body, below_area) = split_rows(area, area.height - cells(below.len()));
    flow::put(&flow::indented(below, 1), below_area, buffer);
    let board = app.improvement_board();
    let mut first = 0;
    for (at, cards) in board.iter().enumerate() {
        let column = Column {
            app,
            theme,
            focused,
            state: CYCLE[at],
            cards,
            first,
        };
        column.draw(column_area(body, at), buffer, hits);
        first += cards.len();
    }
}

/// What there is one below the other: on a narrow screen, of what worked, and of nothing.
fn page(app: &App, theme: &Theme, columns: usize) -> Page {
    let mut page = Page::default();
    let none = match app.improvements {
        Showing::Board if app.journey().improvements.is_empty() => {
            Some(w::improvements_none_yet(app.lang))
        }
        Showing::WhatWorked if app.what_worked().is_empty() => {
            Some(w::improvements_none_finished(app.lang))
        }
        _ => None,
    };
    match (none, app.improvements) {
        (Some(text), _) => page.add(flow::wrapped(text, columns, theme.dim), None),
        (None, Showing::Board) => improvements::add_states(app, theme, columns, &mut page),
        (None, Showing::WhatWorked) => improvements::add_worths(app, theme, columns, &mut page),
    }
    page
}

/// A quarter of the board, with a column between two.
fn column_area(area: Rect, at: usize) -> Rect {
    let each = (area.width - 3) / 4;
    let x = area.x + (each + 1) * cells(at);
    let width = match at {
        3 => area.right() - x,
        _ => each,
    };
    Rect { x, width, ..area }
}

/// A state with its cards.
struct Column<'c> {
    app: &'c App,
    theme: &'c Theme,
    focused: bool,
    state: ImprovementStatus,
    cards: &'c [Standing<'c>],
    /// The row of its first card on the whole board.
    first: usize,
}

impl Column<'_> {
    fn draw(&self, area: Rect, buffer: &mut Buffer, hits: &mut HitMap) {
        let (head, body) = split_rows(area, 1);
        self.draw_head(head, buffer);
        let page = self.page(usize::from(body.width).saturating_sub(2));
        let row = self.app.lists.cursor(self.app.behind).row;
        let own = self.first..self.first + self.cards.len();
        let row = Some(row).filter(|row| own.contains(row));
        let cursor = PageCursor {
            row: row.filter(|_| self.focused),
            first: row.map_or(0, |row| page.first_line(row, usize::from(body.height))),
        };
        let mut cards = HitMap::default();
        page.draw(&cursor, self.theme, body, buffer, &mut cards, Target::Entry);
        self.hit(area, &cards, hits);
        self.draw_rule(area, buffer);
    }

    /// `Plan: 3`; under the pointer with a card in hand, as what it would go to.
    fn draw_head(&self, head: Rect, buffer: &mut Buffer) {
        let over = self.app.drag.as_ref().and_then(|it| it.over.as_ref());
        let is_goal = over == Some(&Over::State(self.state));
        let (sign, style) = match is_goal {
            true => ("▼", self.theme.selection),
            false => (" ", self.theme.label),
        };
        let word = improvements::state_with_count(self.app, Some(self.state));
        let line = Line::from(vec![Span::styled(sign, style), Span::styled(word, style)]);
        flow::put(&[line], head, buffer);
    }

    fn draw_rule(&self, area: Rect, buffer: &mut Buffer) {
        if self.state == ImprovementStatus::Act {
            return;
        }
        for y in area.top()..area.bottom() {
            if let Some(cell) = buffer.cell_mut((area.right(), y)) {
                cell.set_char('│').set_style(self.theme.border);
            }
        }
    }

    fn page(&self, columns: usize) -> Page {
        let mut page = Page::default();
        if self.cards.is_empty() {
            let text = w::improvements_nothing_here(self.app.lang);
            page.add(flow::wrapped(text, columns, self.theme.dim), None);
        }
        let mut before = Some(self.state);
        for (at, it) in self.cards.iter().enumerate() {
            let state = it.improvement.status;
            if state != before {
                let word = improvements::state_with_count(self.app, state);
                page.head(&word, columns, self.theme);
                before = state;
            } else if at > 0 {
                page.add(vec![Line::default()], None);
            }
            page.add(self.card(it, columns), Some(self.first + at));
        }
        page
    }

    fn card(&self, it: &Standing<'_>, columns: usize) -> Vec<Line<'static>> {
        let (app, theme) = (self.app, self.theme);
        let title = crate::text::sanitize_line(&it.improvement.title);
        let title = wrap_to(&title, columns, TITLE).into_iter();
        let mut lines: Vec<Line> = title
            .map(|it| Line::styled(it.into_owned(), theme.heading))
            .collect();
        let owner = it.improvement.owner.as_ref();
        let owner = owner.map(|id| (app.name_by_id(Some(Kind::Department), id), theme.dim));
        let facts = improvements::urgent(app, it, theme)
            .into_iter()
            .chain(owner);
        lines.extend(flow::facts(facts.collect(), columns));
        let effect = it.effect.as_ref();
        if let Some((effect, found)) = effect.and_then(|it| Some((it, it.found.as_ref()?))) {
            let (sign, style) = figures::change_sign(found.change, theme);
            let change = w::change_in_short(app.lang, effect.metric, found);
            lines.extend(flow::led(sign, style, &change, columns, style));
        }
        lines
    }

    /// Its cards, and the rest of the column.
    fn hit(&self, area: Rect, cards: &HitMap, hits: &mut HitMap) {
        for row in area.rows() {
            match cards.at(row.x, row.y) {
                Some(card) => hits.push(row, card),
                None => hits.push(row, Target::State(self.state)),
            }
        }
    }
}

/// All about the card under the cursor: its card may not have room for it.
fn details(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let Some(here) = app.standing_here() else {
        return Vec::new();
    };
    let rule = Line::styled("─".repeat(columns), theme.border);
    let mut lines = vec![rule];
    lines.extend(flow::wrapped(
        &here.improvement.title,
        columns,
        theme.heading,
    ));
    lines.extend(improvements::known(app, &here, theme, columns));
    if here.effect.is_none() {
        let text = w::improvements_no_effect(app.lang);
        lines.extend(flow::wrapped(text, columns, theme.warn));
    }
    lines.extend(improvements::purpose(app, here.improvement, theme, columns));
    lines
}
