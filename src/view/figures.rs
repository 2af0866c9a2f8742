//! Figures in words: value with unit, interval and n, target and verdict with its sign.

use super::sparkline::sparkline;
use super::theme::Theme;
use crate::i18n::figures::verdict_word;
pub(super) use crate::i18n::figures::{
    certainty, certainty_with_reason, goal, metric_name, name, number_with_unit, value, verdict_on,
};
use crate::i18n::{self as w, Lang};
use crate::journey::model::Kpi;
use crate::journey::total::{Dated, latest};
use crate::journey::verdict::{Change, Target, Verdict, verdict};
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

/// A KPI in one sentence, and its verdict on `today` (`YYYY-MM-DD`): name, latest figure, target,
/// and how certain it is.
pub(super) fn kpi(kpi: &Kpi, lang: Lang, today: &str) -> (Option<Verdict>, String) {
    let name = name(kpi, lang);
    let without = |why: &str| (None, format!("{name}: {why}"));
    let Some(metric) = &kpi.metric else {
        return (None, name.to_owned());
    };
    let figure = match latest(metric, &kpi.readings) {
        None => return without(w::map_no_reading(lang)),
        Some(latest) => match latest.figure {
            Err(_) => return without(w::map_misfit(lang)),
            Ok(figure) => figure,
        },
    };
    let target = kpi.target.as_ref();
    let judged = target.and_then(|it| verdict(&figure, it, today));
    let said = target
        .and_then(|it| against(it, judged, lang))
        .unwrap_or_default();
    let value = value(&figure, metric, lang);
    let text = format!("{name}: {value}{said} ({})", certainty(&figure, lang));
    (judged, text)
}

/// `, target ≥ 80: missed`; nothing where the target has no side.
fn against(target: &Target, judged: Option<Verdict>, lang: Lang) -> Option<String> {
    let word = verdict_word(judged?, lang);
    Some(w::map_against(lang, &goal(target, lang)?, word))
}
