//! The table of journeys: which facts have room, and each journey as a row of them.

use super::super::flow;
use super::super::theme::Theme;
use super::{curve, detail};
use crate::app::App;
use crate::exchange::portfolio::Entry;
use crate::i18n::{self as w, Lang};
use crate::journey::advice::days_since;
use crate::journey::portfolio::Health;
use crate::text::{sanitize_line, truncate, width, wrap_to};
use jiff::civil::Date;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From so many columns on a row has two lines, and the names of its touchpoint and file.
const WIDE: usize = 137;

/// Columns that a title has at least, before facts give way.
const TITLE: usize = 16;

/// What stands beside the title.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fact {
    Gap,
    Curve,
    Below,
    Late,
    Review,
    Findings,
}

/// The facts from left to right.
const FACTS: [Fact; 6] = [
    Fact::Curve,
    Fact::Gap,
    Fact::Below,
    Fact::Late,
    Fact::Review,
    Fact::Findings,
];

/// The facts in the order in which they give way.
const LEAST: [Fact; 6] = [
    Fact::Curve,
    Fact::Findings,
    Fact::Review,
    Fact::Late,
    Fact::Below,
    Fact::Gap,
];

/// Lines of a row on a screen of so many columns.
pub(super) fn rows(columns: usize) -> usize {
    if columns >= WIDE { 2 } else { 1 }
}

/// The table on a screen of so many columns.
pub(super) struct Table<'a> {
    pub(super) theme: &'a Theme,
    lang: Lang,
    today: Date,
    columns: usize,
    is_wide: bool,
    /// Columns of the title.
    title: usize,
    facts: Vec<Fact>,
}

impl<'a> Table<'a> {
    pub(super) fn of(app: &App, theme: &'a Theme, columns: usize) -> Table<'a> {
        let mut table = Table {
            theme,
            lang: app.lang,
            today: app.document.context().today,
            columns,
            is_wide: rows(columns) > 1,
            title: 0,
            facts: FACTS.to_vec(),
        };
        for least in LEAST {
            if table.room() >= TITLE {
                break;
            }
            table.facts.retain(|it| *it != least);
        }
        table.title = table.room();
        table
    }

    /// Columns that the facts leave.
    fn room(&self) -> usize {
        let facts = self.facts.iter();
        let taken: usize = facts.map(|it| self.columns_of(*it) + flow::GAP).sum();
        self.columns.saturating_sub(taken)
    }

    /// Lines of a row.
    pub(super) fn rows(&self) -> usize {
        rows(self.columns)
    }

    fn columns_of(&self, fact: Fact) -> usize {
        let least = match (fact, self.is_wide) {
            (Fact::Gap, true) => self.columns / 5,
            (Fact::Gap, false) => 4,
            (Fact::Curve, true) => self.columns / 6,
            (Fact::Curve, false) => (self.columns / 8).max(10),
            (Fact::Below | Fact::Late, _) => 5,
            (Fact::Review, true) => 20,
            (Fact::Review, false) => 7,
            (Fact::Findings, _) => 7,
        };
        width(self.head(fact)).max(least)
    }

    fn head(&self, fact: Fact) -> &'static str {
        let lang = self.lang;
        match (fact, self.is_wide) {
            (Fact::Curve, _) => w::portfolio_head_curve(lang),
            (Fact::Gap, true) => w::portfolio_worst(lang),
            (Fact::Gap, false) => w::portfolio_head_gap(lang),
            (Fact::Below, true) => w::portfolio_head_below_target(lang),
            (Fact::Below, false) => w::portfolio_head_below(lang),
            (Fact::Late, true) => w::portfolio_head_overdue(lang),
            (Fact::Late, false) => w::portfolio_head_late(lang),
            (Fact::Review, true) => w::portfolio_reviewed(lang),
            (Fact::Review, false) => w::portfolio_head_review(lang),
            (Fact::Findings, _) => w::portfolio_head_findings(lang),
        }
    }

    /// The names of the facts.
    pub(super) fn heads(&self) -> Vec<Line<'static>> {
        let title = self.line(w::portfolio_head_journey(self.lang), self.theme.label);
        let mut blocks = vec![(vec![title], self.title)];
        for fact in &self.facts {
            let head = Span::styled(self.head(*fact), self.theme.label);
            blocks.push((vec![Line::from(head)], self.columns_of(*fact)));
        }
        flow::columns(blocks)
    }

    /// A journey.
    pub(super) fn row(&self, entry: &Entry) -> Vec<Line<'static>> {
        let mut blocks = vec![(self.title(entry), self.title)];
        match &entry.health {
            Err(why) => blocks.push(self.unreadable(why)),
            Ok(health) => {
                let facts = self.facts.iter();
                blocks.extend(facts.map(|it| (self.fact(*it, health), self.columns_of(*it))));
            }
        }
        flow::columns(blocks)
    }

    fn line(&self, text: &str, style: Style) -> Line<'static> {
        let text = truncate(&sanitize_line(text), self.title).into_owned();
        Line::from(Span::styled(text, style))
    }

    /// Title, and what kind of journey it is: below it where there is room.
    fn title(&self, entry: &Entry) -> Vec<Line<'static>> {
        if self.is_wide {
            let origin = detail::origin(entry, self.lang);
            let below = origin.map(|it| self.line(&it, self.theme.dim));
            let title = self.line(entry.title(), self.theme.heading);
            return [title].into_iter().chain(below).collect();
        }
        let health = entry.health.as_ref().ok();
        // Most maps show what is.
        let marks = health.map_or_else(Vec::new, |it| detail::marks(it, self.lang));
        let marks = marks.iter().filter(|it| **it != w::choice_as_is(self.lang));
        let marks: String = marks.map(|it| format!(" · {it}")).collect();
        let room = self.title.saturating_sub(width(&marks));
        let title = sanitize_line(entry.title());
        // Marks that leave too little of the title stand below the table alone.
        if room < TITLE.min(width(&title)) {
            return vec![self.line(&title, self.theme.heading)];
        }
        vec![Line::from(vec![
            Span::styled(truncate(&title, room).into_owned(), self.theme.heading),
            Span::styled(marks, self.theme.dim),
        ])]
    }

    fn unreadable(&self, why: &str) -> (Vec<Line<'static>>, usize) {
        let columns = self.columns.saturating_sub(self.title + flow::GAP);
        let text = format!("✗ {why}");
        let text = sanitize_line(&text);
        let lines = wrap_to(&text, columns, self.rows()).into_iter();
        let style = self.theme.bad;
        let lines = lines.map(|it| Line::styled(it.into_owned(), style));
        (lines.collect(), columns)
    }

    fn fact(&self, fact: Fact, health: &Health) -> Vec<Line<'static>> {
        let columns = self.columns_of(fact);
        let (text, style) = match fact {
            Fact::Curve => return self.curve(health, columns),
            Fact::Gap => self.gap(health),
            Fact::Below => self.part(health.moments_below, health.moments, self.theme.bad),
            Fact::Late => self.part(health.overdue, health.open, self.theme.warn),
            Fact::Review => self.review(health),
            Fact::Findings => self.findings(health),
        };
        let text = sanitize_line(&text);
        let lines = wrap_to(&text, columns, self.rows()).into_iter();
        let lines = lines.map(|it| Line::from(Span::styled(it.into_owned(), style)));
        lines.collect()
    }

    fn curve(&self, health: &Health, columns: usize) -> Vec<Line<'static>> {
        let lines = match self.is_wide {
            true => curve::line(health, columns, self.rows()),
            false => vec![curve::blocks(health, columns)],
        };
        let style = self.theme.curve;
        let line = |text| Line::from(Span::styled(text, style));
        lines.into_iter().map(line).collect()
    }

    /// The worst gap, with its touchpoint where there is room.
    fn gap(&self, health: &Health) -> (String, Style) {
        let Some((gap, name)) = &health.worst else {
            return ("–".to_owned(), self.theme.dim);
        };
        let gap = w::signed_whole(*gap);
        match self.is_wide {
            true => (format!("{gap}  {name}"), self.theme.bad),
            false => (gap, self.theme.bad),
        }
    }

    /// So many of so many.
    fn part(&self, count: usize, all: usize, style: Style) -> (String, Style) {
        match (count, all) {
            (_, 0) => ("–".to_owned(), self.theme.dim),
            (0, _) => (format!("{count}/{all}"), self.theme.text),
            _ => (format!("{count}/{all}"), style),
        }
    }

    /// How long ago the last review was; stale ones have a sign.
    fn review(&self, health: &Health) -> (String, Style) {
        let date = health.reviewed.as_deref();
        let days = date.and_then(|it| days_since(it, self.today));
        let text = match (days, date) {
            (None, None) => w::portfolio_never(self.lang).to_owned(),
            (None, Some(date)) => date.to_owned(),
            (Some(days), Some(date)) if self.is_wide => {
                w::portfolio_days_since(self.lang, &w::date(self.lang, date), days)
            }
            (Some(days), _) => w::portfolio_days(self.lang, days),
        };
        match health.is_stale {
            true => (format!("! {text}"), self.theme.warn),
            false => (text, self.theme.text),
        }
    }

    /// Errors and warnings; advice where there is nothing worse.
    fn findings(&self, health: &Health) -> (String, Style) {
        let [errors, warnings, advice] = health.findings;
        match (errors, warnings, advice) {
            (0, 0, 0) => ("–".to_owned(), self.theme.dim),
            (0, 0, _) => (format!("·{advice}"), self.theme.dim),
            (0, _, _) => (format!("!{warnings}"), self.theme.warn),
            (_, 0, _) => (format!("✗{errors}"), self.theme.bad),
            _ => (format!("✗{errors} !{warnings}"), self.theme.bad),
        }
    }
}
