//! A KPI in a cell: figure, target and verdict with its sign, interval and n.

use super::items::Item;
use super::sheet::Sheet;
use crate::journey::model::Kpi;
use crate::view::figures as words;

/// One KPI on today's readings.
pub(super) fn item<'a>(sheet: &Sheet<'a>, kpi: &'a Kpi) -> Item<'a> {
    let (judged, text) = words::kpi(kpi, sheet.lang(), sheet.content.today);
    let (sign, style) = words::sign(judged, sheet.theme);
    Item::new(text, sheet.theme.text).led_by(sign, style)
}
