//! A KPI in a cell: figure, target and verdict with its sign, interval and n.

use super::items::Item;
use super::sheet::Sheet;
use crate::i18n::number;
use crate::i18n::{self as w, Lang};
use crate::journey::figure::Figure;
use crate::journey::metric::{Metric, Unit};
use crate::journey::model::Kpi;
use crate::journey::total::figures;
use crate::journey::verdict::{Target, Verdict, verdict};
use ratatui::style::Style;

/// One KPI on today's readings.
pub(super) fn item<'a>(sheet: &Sheet<'a>, kpi: &'a Kpi) -> Item<'a> {
    let (theme, lang) = (sheet.theme, sheet.lang());
    let Some(metric) = &kpi.metric else {
        return Item::new(kpi.id.as_str(), theme.text).led_by("• ", theme.dim);
    };
    let name = name(metric, lang);
    let without =
        |why: &str| Item::new(format!("{name}: {why}"), theme.text).led_by("• ", theme.dim);
    let figure = match figures(metric, &kpi.readings).pop() {
        None => return without(w::map_no_reading(lang)),
        Some(latest) => match latest.figure {
            Err(_) => return without(w::map_misfit(lang)),
            Ok(figure) => figure,
        },
    };
    let target = kpi.target.as_ref();
    let judged = target.and_then(|it| verdict(&figure, it, sheet.content.today));
    let said = target
        .and_then(|it| against(it, judged, lang))
        .unwrap_or_default();
    let (sign, style) = sign(sheet, judged);
    let value = value(&figure, metric, lang);
    let text = format!("{name}: {value}{said} ({})", certainty(&figure, lang));
    Item::new(text, theme.text).led_by(sign, style)
}

fn name(metric: &Metric, lang: Lang) -> &str {
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

/// The value with its unit. Blanks within a part do not break over lines.
fn value(figure: &Figure, metric: &Metric, lang: Lang) -> String {
    let number = number::figure(lang, figure.value);
    match metric.unit() {
        Unit::Points if figure.value > 0.0 => format!("+{number}"),
        Unit::Points | Unit::Mean => number,
        Unit::Percent => format!("{number}\u{A0}%"),
        Unit::Custom(unit) => format!("{number}\u{A0}{unit}"),
    }
}

/// Interval and n: `46.6–61.6, n 166`.
fn certainty(figure: &Figure, lang: Lang) -> String {
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

/// `, target ≥ 80: missed`; nothing where the target has no side.
fn against(target: &Target, judged: Option<Verdict>, lang: Lang) -> Option<String> {
    let goal = match (target.at_least, target.at_most) {
        (Some(goal), None) => format!("≥\u{A0}{}", number::figure(lang, goal)),
        (None, Some(goal)) => format!("≤\u{A0}{}", number::figure(lang, goal)),
        _ => return None,
    };
    let word = match judged? {
        Verdict::Reached => w::map_reached(lang),
        Verdict::Missed => w::map_missed(lang),
        Verdict::NotYet => w::map_not_yet(lang),
        Verdict::CannotTell => w::map_cannot_tell(lang),
    };
    Some(w::map_against(lang, &goal, word))
}

fn sign(sheet: &Sheet, judged: Option<Verdict>) -> (&'static str, Style) {
    match judged {
        None => ("• ", sheet.theme.dim),
        Some(Verdict::Reached) => ("✓ ", sheet.theme.good),
        Some(Verdict::Missed) => ("✗ ", sheet.theme.bad),
        Some(Verdict::NotYet) => ("◔ ", sheet.theme.warn),
        Some(Verdict::CannotTell) => ("? ", sheet.theme.warn),
    }
}
