//! Derived importance, below what to improve first.

use super::flow;
use super::page::Page;
use super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::drivers::drivers;

/// Adds what the surveys of the journey say.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    for found in drivers(app.journey(), &app.sources) {
        page.head(w::drivers_title(app.lang), columns, theme);
        for it in &found.of {
            let (sign, style) = match it.correlation.is_shown() {
                true => ("• ", theme.text),
                false => ("? ", theme.dim),
            };
            let text = w::driver(app.lang, it);
            page.add(flow::led(sign, style, &text, columns, style), None);
        }
        let meaning = w::drivers_in_words(app.lang, &found);
        page.add(flow::wrapped(&meaning, columns, theme.dim), None);
    }
}

#[cfg(test)]
mod tests {
    use super::super::lists::{Printed, list_as_text};
    use super::super::screen_tests::picture;
    use super::super::test_apps::app;
    use crate::i18n::Lang;
    use crate::journey::sources::read_sources;

    const LOUNGE: &str = r#"#![enable(implicit_some)]
Journey(schema: 1, title: "Lounge", stages: [Stage(id: "stay", name: "Stay", touchpoints: [
    Touchpoint(id: "bar", name: "Bar", importance: 2, expectation: 4, experience: 3, kpis: [Kpi(id: "bar-csat", metric: Csat(scale: 5, top: 2))]),
    Touchpoint(id: "staff", name: "Staff", importance: 5, expectation: 5, experience: 2, kpis: [Kpi(id: "staff-csat", metric: Csat(scale: 5, top: 2))]),
    Touchpoint(id: "wifi", name: "Wi-Fi", kpis: [Kpi(id: "wifi-csat", metric: Csat(scale: 5, top: 2))]),
])])
"#;

    const SOURCES: &str = r#"#![enable(implicit_some)]
Sources(schema: 1, sources: [Source(id: "lounge", file: "*.csv", overall: "overall", until: "2026-06-30", columns: [
    (name: "bar", kpi: "bar-csat", correlation: 0.05, pairs: 120),
    (name: "staff", kpi: "staff-csat", correlation: 0.61, pairs: 118),
    (name: "wifi", kpi: "wifi-csat", correlation: 0.9, pairs: 6),
])])
"#;

    #[test]
    fn derived_importance_stands_below_the_ranking_and_is_no_cause() {
        for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
            let mut app = app(LOUNGE, lang, (80, 24), "g p");
            app.sources = read_sources(SOURCES.to_owned()).1;
            insta::assert_snapshot!(format!("screen_{tag}"), picture(&app, (80, 24)));
            let text = list_as_text(&app, Printed::Priorities, 80);
            insta::assert_snapshot!(format!("text_{tag}"), text);
        }
    }
}
