//! A KPI in a cell: figure, target and verdict with its sign, interval and n.

use super::items::Item;
use super::sheet::Sheet;
use crate::i18n::{self as w, Lang};
use crate::journey::metric::Metric;
use crate::journey::model::Kpi;
use crate::journey::total::figures;
use crate::journey::verdict::{Target, Verdict, verdict};
use crate::view::figures as words;

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
    let (sign, style) = words::sign(judged, theme);
    let value = words::value(&figure, metric, lang);
    let text = format!(
        "{name}: {value}{said} ({})",
        words::certainty(&figure, lang)
    );
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

/// `, target ≥ 80: missed`; nothing where the target has no side.
fn against(target: &Target, judged: Option<Verdict>, lang: Lang) -> Option<String> {
    let word = words::verdict_word(judged?, lang);
    Some(w::map_against(lang, &words::goal(target, lang)?, word))
}
