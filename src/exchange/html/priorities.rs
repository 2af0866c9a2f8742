//! What to improve first: the quadrants, and the ranking with its arithmetic.

use super::{Page, heads, scrolling, texts};
use crate::exchange::chart::{Frame, quadrants};
use crate::exchange::markup::Markup;
use crate::i18n::{self as w};
use crate::journey::priorities::{Crossing, Priorities, Ranked, priorities as of};

/// Quadrants and ranking.
pub(super) fn priorities(page: &Page<'_>, out: &mut Markup) {
    let priorities = of(page.journey, Crossing::Middle);
    if !priorities.ranked.is_empty() {
        out.within("div", &[("class", "beside")], |out| {
            drawn(page, &priorities, out);
            scrolling(page, ("wide", w::priorities_title(page.lang)), out, |out| {
                ranking(page, &priorities.ranked, out);
            });
        });
    }
    if !priorities.lacking.is_empty() {
        out.element("h3", &[], w::priorities_lacking(page.lang));
        let lacking = priorities.lacking.iter();
        let said =
            lacking.map(|(it, lacks)| format!("{}: {}", it.name(), w::lacks(page.lang, lacks)));
        let said: Vec<String> = said.collect();
        texts(page, said.iter().map(String::as_str), out);
    }
}

fn drawn(page: &Page<'_>, priorities: &Priorities<'_>, out: &mut Markup) {
    let lang = page.lang;
    let drawing = [
        ("class", "quadrants"),
        ("viewBox", "0 0 640 520"),
        ("role", "img"),
        ("aria-labelledby", "quadrants-title quadrants-text"),
    ];
    out.within("figure", &[], |out| {
        out.within("svg", &drawing, |out| {
            let title = w::priorities_quadrants(lang);
            out.element("title", &[("id", "quadrants-title")], title);
            let text = w::html_quadrants_text(lang);
            out.element("desc", &[("id", "quadrants-text")], text);
            let frame = Frame {
                x: 0.0,
                y: 1.0,
                width: 639.0,
                height: 518.0,
            };
            quadrants::draw(priorities, frame, lang, out);
        });
        let count = priorities.ranked.len();
        let text = w::crosshair(lang, Crossing::Middle, priorities.crosshair, count);
        out.element("figcaption", &[], &text);
    });
}

fn ranking(page: &Page<'_>, ranked: &[Ranked<'_>], out: &mut Markup) {
    let lang = page.lang;
    out.within("table", &[("class", "ranking")], |out| {
        let words = [
            "#",
            w::kind_touchpoint(lang),
            w::priorities_ranking(lang),
            w::html_quadrant(lang),
        ];
        heads(&words, out);
        out.within("tbody", &[], |out| {
            for (at, it) in ranked.iter().enumerate() {
                out.within("tr", &[], |out| {
                    out.element("td", &[("class", "number")], &(at + 1).to_string());
                    let name = [("scope", "row"), ("lang", page.own)];
                    out.element("th", &name, it.at.name());
                    out.element("td", &[("class", "figure")], &arithmetic(it));
                    out.element("td", &[], w::quadrant_name(lang, it.quadrant));
                });
            }
        });
    });
}

/// `3 × max(0, 3 − 5) = 0`
fn arithmetic(it: &Ranked<'_>) -> String {
    let (importance, score) = (it.importance, it.score());
    format!(
        "{importance} × max(0, {} − {}) = {score}",
        it.expectation, it.experience
    )
}
