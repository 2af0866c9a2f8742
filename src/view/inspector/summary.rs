//! What follows from the fields of a page: the gap of a touchpoint, the figure of a reading; a KPI
//! has a module of its own.

use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{figures as words, flow, rollup};
use super::kpi;
use crate::app::App;
use crate::i18n as w;
use crate::i18n::number;
use crate::journey::fields::Kind;
use crate::journey::figure::figure;
use crate::journey::model::Touchpoint;
use crate::journey::place::Place;
use ratatui::text::Line;

/// The headline above the rows: whether a touchpoint is a Moment of Truth, and its gap.
pub(super) fn headline(
    app: &App,
    place: &Place,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let Some(touchpoint) = touchpoint_at(app, place) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if touchpoint.moment_of_truth.is_some() {
        let word = w::kind_moment_of_truth(app.lang);
        lines.extend(flow::led("◆ ", theme.moment, word, columns, theme.moment));
    }
    lines.extend(gap(app, touchpoint, theme, columns));
    lines.push(Line::default());
    lines
}

fn gap(app: &App, touchpoint: &Touchpoint, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let numbers = touchpoint.experience.zip(touchpoint.expectation);
    let (Some(gap), Some((experience, expectation))) = (touchpoint.gap(), numbers) else {
        return flow::wrapped(w::inspector_no_gap(app.lang), columns, theme.dim);
    };
    let style = match gap {
        ..0 => theme.bad,
        0 => theme.text,
        _ => theme.good,
    };
    let (experience, expectation) = (w::whole(experience), w::whole(expectation));
    let text = w::inspector_gap(
        app.lang,
        &number::signed_whole(gap),
        &experience,
        &expectation,
    );
    flow::wrapped(&text, columns, style)
}

fn touchpoint_at<'a>(app: &'a App, place: &Place) -> Option<&'a Touchpoint> {
    let key = place.element.as_ref().filter(|_| place.steps.is_empty())?;
    app.touchpoint_of(key)
}

/// Adds what stands below the rows of a KPI or a reading.
pub(super) fn add(app: &App, place: &Place, theme: &Theme, columns: usize, page: &mut Page) {
    let parsed = &app.document.parsed;
    match parsed.index.kind_at(&parsed.tree, place) {
        Some(Kind::Kpi) => kpi::add(app, place, theme, columns, page),
        Some(Kind::Reading) => add_reading(app, place, theme, columns, page),
        Some(Kind::Journey) => rollup::add(app, None, theme, columns, page),
        Some(Kind::Stage) => rollup::add(app, place.element.as_ref(), theme, columns, page),
        _ => {}
    }
}

fn add_reading(app: &App, place: &Place, theme: &Theme, columns: usize, page: &mut Page) {
    let Some((metric, reading)) = app.reading_at(place) else {
        return;
    };
    page.head(w::inspector_figure(app.lang), columns, theme);
    let lines = match figure(&metric, &reading) {
        Ok(figure) => {
            let value = words::value(&figure, &metric, app.lang);
            let text = format!(
                "{value}   {}",
                words::certainty_with_reason(&figure, app.lang)
            );
            flow::wrapped(&text, columns, theme.text)
        }
        Err(misfit) => {
            let text = w::no_figure(app.lang, &w::misfit(app.lang, misfit));
            flow::led("! ", theme.warn, &text, columns, theme.text)
        }
    };
    page.add(lines, None);
}
