//! What to improve first: the quadrants, and the first of the ranking.

use super::{BODY, Block, Picture};
use crate::exchange::chart::fit::Font;
use crate::exchange::chart::{Frame, label, line, quadrants};
use crate::exchange::markup::Markup;
use crate::i18n::{self as w};
use crate::journey::priorities::{Crossing, Ranked, priorities};

/// So many lines of the ranking have room.
const LINES: usize = 16;

/// From one line of the ranking to the next.
const LINE: f64 = 40.0;

/// Draws them.
pub(super) fn draw(picture: &Picture<'_>) -> Block {
    Block::draw(BODY.y, |out| both(picture, out))
}

fn both(picture: &Picture<'_>, out: &mut Markup) -> f64 {
    let lang = picture.lang;
    let priorities = priorities(picture.journey, Crossing::Middle);
    let field = Frame {
        width: 840.0,
        ..picture.body()
    };
    quadrants::draw(&priorities, field, lang, out);
    let left = BODY.x + 900.0;
    let head = w::priorities_ranking(lang);
    label("head", (left, BODY.y + 16.0), head, out);
    let ranked = &priorities.ranked;
    let y = |row: usize| BODY.y + LINE * (row + 1) as f64 + 10.0;
    for (at, it) in ranked.iter().take(LINES).enumerate() {
        entry(at, it, (left, y(at)), out);
    }
    let rest = ranked.len().saturating_sub(LINES);
    let lacking = priorities.lacking.len();
    let rest = (rest > 0).then(|| w::svg_more(lang, rest));
    let lacking = (lacking > 0).then(|| w::svg_lacking(lang, lacking));
    let said: Vec<String> = rest.into_iter().chain(lacking).collect();
    let row = ranked.len().min(LINES);
    label("head", (left, y(row)), &said.join(" · "), out);
    BODY.y + picture.body().height
}

/// `1 Check-in at the desk 5 × max(0, 5 − 2) = 15`
fn entry(at: usize, it: &Ranked<'_>, (x, y): (f64, f64), out: &mut Markup) {
    let right = BODY.x + BODY.width;
    line("grid", [x, y + 13.0, right, y + 13.0], out);
    label("tick", (x + 24.0, y), &(at + 1).to_string(), out);
    let name = Font::plain("entry", 15.0).fit(it.at.name(), 340.0, 1);
    name.draw((x + 36.0, y), out);
    label("sum", (right, y), &sum(it), out);
}

/// `5 × max(0, 5 − 2) = 15`
pub(super) fn sum(it: &Ranked<'_>) -> String {
    let (importance, score) = (it.importance, it.score());
    format!(
        "{importance} × max(0, {} − {}) = {score}",
        it.expectation, it.experience
    )
}
