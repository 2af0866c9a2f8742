//! The Moments of Truth as cards, the worst first: gap, promise and KPIs of each.

use super::{BODY, Block, Picture, gap};
use crate::exchange::chart::fit::{Fitted, Font};
use crate::exchange::chart::{Frame, diamond, label, rect};
use crate::exchange::markup::Markup;
use crate::i18n::{self as w, figures};
use crate::journey::model::Touchpoint;
use crate::journey::moments::{board, kept};
use crate::journey::touchpoints::Placed;

/// Between cards.
const SPACE: f64 = 20.0;

/// Between the edge of a card and its words.
const WITHIN: f64 = 20.0;

/// From the base line of a card's name to that of its numbers.
const NUMBERS: f64 = 46.0;

/// Above a word that says what follows.
const APART: f64 = 30.0;

/// A text has at most so many lines.
const LINES: usize = 8;

/// A Moment of Truth, its words broken into lines.
struct Card<'c> {
    touchpoint: &'c Touchpoint,
    name: Fitted,
    told: Vec<(&'static str, Fitted)>,
}

/// All Moments of Truth, the worst first.
pub(super) fn all<'j>(picture: &Picture<'j>) -> Vec<Placed<'j>> {
    let board = board(picture.journey);
    board.judged.into_iter().chain(board.unjudged).collect()
}

/// Draws the rows of the board.
pub(super) fn draw(picture: &Picture<'_>) -> Vec<Block> {
    let all = all(picture);
    let columns: usize = match all.len() {
        0..=2 | 4 => 2,
        3 | 5..=9 => 3,
        _ => 4,
    };
    let width = (BODY.width + SPACE) / columns as f64 - SPACE;
    let cards: Vec<Card<'_>> = all.iter().map(|it| Card::of(picture, it, width)).collect();
    let mut y = BODY.y;
    let row = |row: &[Card<'_>]| {
        let height = row.iter().map(Card::height).fold(0.0, f64::max);
        let frame = |at: usize| Frame {
            x: BODY.x + (width + SPACE) * at as f64,
            y,
            width,
            height,
        };
        let block = Block::draw(y, |out| {
            let cards = row.iter().enumerate();
            cards.for_each(|(at, card)| card.draw(picture, frame(at), out));
            y + height
        });
        y += height + SPACE;
        block
    };
    cards.chunks(columns).map(row).collect()
}

impl<'c> Card<'c> {
    fn of(picture: &Picture<'_>, it: &Placed<'c>, width: f64) -> Card<'c> {
        let inner = width - 2.0 * WITHIN;
        let touchpoint = it.touchpoint;
        let told = [
            (w::field_promise(picture.lang), promise(picture, touchpoint)),
            (w::kinds_kpis(picture.lang), kpis(picture, touchpoint)),
        ];
        let told = told.into_iter().filter(|(_, text)| !text.is_empty());
        let fit = |text: &str| Font::plain("entry", 15.0).fit(text, inner, LINES);
        Card {
            touchpoint,
            name: Font::bold("card-name", 17.0).fit(it.name(), inner - 24.0, LINES),
            told: told.map(|(word, text)| (word, fit(&text))).collect(),
        }
    }

    fn height(&self) -> f64 {
        let told: f64 = self.told.iter().map(|(_, it)| it.height() + APART).sum();
        15.0 + self.name.height() + NUMBERS + told + WITHIN
    }

    fn draw(&self, picture: &Picture<'_>, frame: Frame, out: &mut Markup) {
        rect("card", frame, out);
        let left = frame.x + WITHIN;
        diamond((left + 7.0, frame.y + 31.0), 8.0, out);
        self.name.draw((left + 24.0, frame.y + 37.0), out);
        let mut y = frame.y + 15.0 + self.name.height() + NUMBERS;
        numbers(picture, self.touchpoint, (left, y), out);
        for (word, text) in &self.told {
            label("small", (left, y + APART - 2.0), word, out);
            text.draw((left, y + APART + 18.0), out);
            y += text.height() + APART;
        }
    }
}

/// What is said here, else what is said elsewhere and proved here.
fn promise(picture: &Picture<'_>, it: &Touchpoint) -> String {
    let own = it.promise.clone();
    let kept = || {
        let kept = kept(picture.journey, it);
        let (promise, said) = kept.first()?;
        Some(w::moments_kept(picture.lang, promise, &said.name))
    };
    own.or_else(kept).unwrap_or_default()
}

fn kpis(picture: &Picture<'_>, it: &Touchpoint) -> String {
    let said = it.kpis.iter();
    let said =
        said.map(|kpi| figures::kpi(kpi, picture.words.asked(kpi), picture.lang, &picture.today).1);
    said.collect::<Vec<_>>().join(" · ")
}

/// The gap, large, and what it comes from.
fn numbers(picture: &Picture<'_>, it: &Touchpoint, (x, y): (f64, f64), out: &mut Markup) {
    let lang = picture.lang;
    let (class, gap) = gap(it);
    label(&format!("gap {class}"), (x, y), &gap, out);
    let number = |it: Option<i64>| it.map_or("—".to_owned(), w::whole);
    let numbers = [
        (w::field_expectation(lang), it.expectation),
        (w::field_experience(lang), it.experience),
    ];
    for (at, (word, it)) in numbers.into_iter().enumerate() {
        let text = format!("{word} {}", number(it));
        label("small", (x + 74.0, y - 16.0 + 18.0 * at as f64), &text, out);
    }
}
