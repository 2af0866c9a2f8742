//! Figures in words: value with unit, interval and n, target and verdict with its sign.

use super::theme::Theme;
use crate::i18n::number;
use crate::i18n::{self as w, Lang};
use crate::journey::figure::Figure;
use crate::journey::metric::{Metric, Unit};
use crate::journey::verdict::{Target, Verdict};
use ratatui::style::Style;

/// The value with its unit. Blanks within it do not break over lines.
pub(super) fn value(figure: &Figure, metric: &Metric, lang: Lang) -> String {
    let number = number::figure(lang, figure.value);
    match metric.unit() {
        Unit::Points if figure.value > 0.0 => format!("+{number}"),
        Unit::Points | Unit::Mean => number,
        Unit::Percent => format!("{number}\u{A0}%"),
        Unit::Custom(unit) => format!("{number}\u{A0}{unit}"),
    }
}

/// Interval and n: `46.6–61.6, n 166`.
pub(super) fn certainty(figure: &Figure, lang: Lang) -> String {
    let number = |value| number::figure(lang, value);
    let interval = match figure.interval {
        Err(_) => w::map_no_interval(lang).replace(' ', "\u{A0}"),
        Ok(it) if it.low < 0.0 => w::map_range(lang, &number(it.low), &number(it.high)),
        Ok(it) => format!("{}–{}", number(it.low), number(it.high)),
    };
    let n = figure
        .n
        .map_or(String::new(), |n| format!(", n\u{A0}{}", number(n)));
    format!("{interval}{n}")
}

/// The side and number of a target: `≥ 80`; nothing where it has no side, or two.
pub(super) fn goal(target: &Target, lang: Lang) -> Option<String> {
    match (target.at_least, target.at_most) {
        (Some(goal), None) => Some(format!("≥\u{A0}{}", number::figure(lang, goal))),
        (None, Some(goal)) => Some(format!("≤\u{A0}{}", number::figure(lang, goal))),
        _ => None,
    }
}

/// A verdict in a word.
pub(super) fn verdict_word(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Reached => w::map_reached(lang),
        Verdict::Missed => w::map_missed(lang),
        Verdict::NotYet => w::map_not_yet(lang),
        Verdict::CannotTell => w::map_cannot_tell(lang),
    }
}

/// A sign for a verdict, with its style; a dot where there is none.
pub(super) fn sign(verdict: Option<Verdict>, theme: &Theme) -> (&'static str, Style) {
    match verdict {
        None => ("• ", theme.dim),
        Some(Verdict::Reached) => ("✓ ", theme.good),
        Some(Verdict::Missed) => ("✗ ", theme.bad),
        Some(Verdict::NotYet) => ("◔ ", theme.warn),
        Some(Verdict::CannotTell) => ("? ", theme.warn),
    }
}
