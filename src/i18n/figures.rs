//! Figures in words: value with unit, interval and n, target and verdict. Knows no screen.

use super::{self as w, Lang, number};
use crate::journey::figure::Figure;
use crate::journey::metric::{Metric, Unit};
use crate::journey::model::{Audience, Kpi};
use crate::journey::total::latest;
use crate::journey::verdict::{Target, Verdict, verdict};

/// The value with its unit. Blanks within it do not break over lines.
pub fn value(figure: &Figure, metric: &Metric, lang: Lang) -> String {
    number_with_unit(figure.value, metric, lang)
}

/// As [`value`], of a number alone.
pub fn number_with_unit(value: f64, metric: &Metric, lang: Lang) -> String {
    let number = number::figure(lang, value);
    match metric.unit() {
        Unit::Points if value > 0.0 => format!("+{number}"),
        Unit::Points | Unit::Mean => number,
        Unit::Percent => format!("{number}\u{A0}%"),
        Unit::Custom(unit) => format!("{number}\u{A0}{unit}"),
    }
}

/// Interval and n: `46.6–61.6, n 166`.
pub fn certainty(figure: &Figure, lang: Lang) -> String {
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

/// Interval and n, and why there is no interval where there is none.
pub fn certainty_with_reason(figure: &Figure, lang: Lang) -> String {
    let certainty = certainty(figure, lang);
    match figure.interval {
        Ok(_) => certainty,
        Err(reason) => format!("{certainty}: {}", super::no_interval_because(lang, reason)),
    }
}

/// The side and number of a target: `≥ 80`; nothing where it has no side, or two.
pub fn goal(target: &Target, lang: Lang) -> Option<String> {
    match (target.at_least, target.at_most) {
        (Some(goal), None) => Some(format!("≥\u{A0}{}", number::figure(lang, goal))),
        (None, Some(goal)) => Some(format!("≤\u{A0}{}", number::figure(lang, goal))),
        _ => None,
    }
}

/// A verdict in a word.
pub fn verdict_word(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Reached => w::map_reached(lang),
        Verdict::Missed => w::map_missed(lang),
        Verdict::NotYet => w::map_not_yet(lang),
        Verdict::CannotTell => w::map_cannot_tell(lang),
    }
}

/// A verdict in words, marked where the value alone decides.
pub fn verdict_on(figure: &Figure, verdict: Verdict, lang: Lang) -> String {
    let word = verdict_word(verdict, lang);
    match figure.interval {
        Ok(_) => word.to_owned(),
        Err(_) => format!(
            "{word}, {}",
            super::map_no_interval(lang).replace(' ', "\u{A0}")
        ),
    }
}

/// What a KPI is called, by who was asked: its metric, or the name of its own one; its id where it
/// has none.
pub fn name(kpi: &Kpi, asked: Audience, lang: Lang) -> &str {
    let metric = kpi.metric.as_ref();
    metric.map_or(&kpi.id, |metric| metric_name_of(metric, asked, lang))
}

/// What a metric is called, in short, by who was asked.
pub fn metric_name_of(metric: &Metric, asked: Audience, lang: Lang) -> &str {
    match (asked, metric) {
        (Audience::Employees, Metric::Nps) => w::enps(lang),
        (Audience::Employees, Metric::Retention) => w::staff_retention(lang),
        (Audience::Employees, Metric::Churn) => w::staff_turnover(lang),
        _ => metric_name(metric, lang),
    }
}

/// What a metric is called, in short.
pub fn metric_name(metric: &Metric, lang: Lang) -> &str {
    match metric {
        Metric::Nps => w::map_nps(lang),
        Metric::Csat { .. } => w::map_csat(lang),
        Metric::Ces { .. } => w::map_ces(lang),
        Metric::Retention => w::metric_retention(lang),
        Metric::Churn => w::metric_churn(lang),
        Metric::Repurchase { .. } => w::metric_repurchase(lang),
        Metric::Custom { name, .. } => name,
    }
}

/// A KPI in one sentence, and its verdict on `today` (`YYYY-MM-DD`): name, latest figure, target,
/// and how certain it is.
pub fn kpi(kpi: &Kpi, asked: Audience, lang: Lang, today: &str) -> (Option<Verdict>, String) {
    let name = name(kpi, asked, lang);
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
