//! KPIs added up over touchpoints, as lines for the board and for the page of what they are of.

use super::flow;
use super::page::Page;
use super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::place::{ElementKey, Place};
use crate::journey::rollup::{Rollups, rollups};
use ratatui::text::Line;

/// Columns that what belongs to a sum stands further in.
const INDENT: usize = 2;

/// Adds the sums of the journey and of all its stages.
pub(super) fn add_all(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let all = rollups(app.journey(), &app.document.context().neighbour);
    if all.is_empty() {
        return;
    }
    page.head(w::rollup_title(app.lang), columns, theme);
    for found in &all {
        let whose = match &found.at {
            Some(key) => app.place_in_words(&Place::of(key.clone())),
            None => w::kind_of_journey(app.lang, app.journey()).to_owned(),
        };
        page.add(flow::wrapped(&whose, columns, theme.text), None);
        page.add(
            flow::indented(sums(app, found, theme, columns - INDENT), INDENT),
            None,
        );
    }
    page.add(meaning(app, theme, columns), None);
}

/// Adds the sums of one stage; `None`: of the journey.
pub(super) fn add(
    app: &App,
    at: Option<&ElementKey>,
    theme: &Theme,
    columns: usize,
    page: &mut Page,
) {
    let all = rollups(app.journey(), &app.document.context().neighbour);
    let Some(found) = all.iter().find(|it| it.at.as_ref() == at) else {
        return;
    };
    page.head(w::rollup_title(app.lang), columns, theme);
    page.add(sums(app, found, theme, columns), None);
    page.add(meaning(app, theme, columns), None);
}

fn meaning(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    flow::wrapped(w::rollup_meaning(app.lang), columns, theme.dim)
}

fn sums(app: &App, found: &Rollups<'_>, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let lang = app.lang;
    let mut lines = Vec::new();
    for sum in &found.sums {
        let text = w::rollup_in_words(lang, sum);
        lines.extend(flow::led("∑ ", theme.label, &text, columns, theme.heading));
        for part in w::rollup_parts(lang, sum) {
            let part = flow::wrapped(&part, columns - INDENT, theme.dim);
            lines.extend(flow::indented(part, INDENT));
        }
    }
    let rest = w::rollup_rest(lang, found);
    lines.extend(
        rest.iter()
            .flat_map(|it| flow::wrapped(it, columns, theme.dim)),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::super::lists::{Printed, list_as_text};
    use super::super::screen_tests::picture;
    use super::super::test_apps::app;
    use crate::i18n::Lang;

    const LOUNGE: &str = r#"#![enable(implicit_some)]
Journey(schema: 1, title: "Lounge", stages: [Stage(id: "stay", name: "Stay", touchpoints: [
    Touchpoint(id: "bar", name: "Bar", kpis: [Kpi(id: "a", metric: Csat(scale: 5, top: 2), readings: [(from: "2026-01-01", on: "2026-03-31", satisfied: 60, responses: 80)])]),
    Touchpoint(id: "wifi", name: "Wi-Fi", kpis: [Kpi(id: "b", metric: Csat(scale: 5, top: 2), readings: [(from: "2026-01-01", on: "2026-03-31", satisfied: 30, responses: 40)])]),
    Touchpoint(id: "food", name: "Food", kpis: [Kpi(id: "c", metric: Csat(scale: 5, top: 2), readings: [(on: "2025-12-31", satisfied: 3, responses: 4)])]),
    Touchpoint(id: "staff", name: "Staff", kpis: [Kpi(id: "d", metric: Nps, readings: [(on: "2026-03-31", promoters: 5, passives: 3, detractors: 2)])]),
])])
"#;

    #[test]
    fn sums_stand_below_the_kpis_and_on_the_page_of_the_stage() {
        for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
            let board = app(LOUNGE, lang, (80, 24), "");
            let text = list_as_text(&board, Printed::Kpis, 80);
            insta::assert_snapshot!(format!("board_{tag}"), text);
            let page = app(LOUNGE, lang, (80, 40), "k k k k Tab End");
            insta::assert_snapshot!(format!("stage_{tag}"), picture(&page, (80, 40)));
        }
    }
}
