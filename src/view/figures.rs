//! Figures in words: value with unit, interval and n, target and verdict with its sign.

use super::sparkline::sparkline;
use super::theme::Theme;
pub(super) use crate::i18n::figures::{
    certainty, certainty_with_reason, goal, kpi, name, number_with_unit, value, verdict_on,
};
use crate::journey::total::Dated;
use crate::journey::verdict::{Change, Verdict};
use ratatui::style::Style;

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

/// A sign for a change, with its style.
pub(super) fn change_sign(change: Change, theme: &Theme) -> (&'static str, Style) {
    match change {
        Change::Better => ("▲ ", theme.good),
        Change::Worse => ("▼ ", theme.bad),
        Change::CannotTell => ("? ", theme.warn),
    }
}

/// The course of a KPI over its last readings.
pub(super) fn trend(dated: &[Dated], most: usize) -> Option<String> {
    let values = dated.iter().filter_map(|it| it.figure.as_ref().ok());
    let values: Vec<f64> = values.map(|it| it.value).collect();
    sparkline(&values, most)
}
