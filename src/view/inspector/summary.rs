//! What follows from the fields of a page: the gap of a touchpoint, the figures of a KPI, the
//! figure of a reading.

use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{figures as words, flow};
use super::no_figure::no_figure;
use crate::app::App;
use crate::i18n as w;
use crate::i18n::number;
use crate::journey::fields::Kind;
use crate::journey::figure::{Figure, figure};
use crate::journey::metric::Metric;
use crate::journey::model::{Kpi, Touchpoint};
use crate::journey::place::Place;
use crate::journey::total::{Dated, figures};
use crate::journey::verdict::{Target, verdict};
use crate::text::{pad_left, sanitize_line, width};
use ratatui::text::{Line, Span};

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
        Some(Kind::Kpi) => add_kpi(app, place, theme, columns, page),
        Some(Kind::Reading) => add_reading(app, place, theme, columns, page),
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

fn add_kpi(app: &App, place: &Place, theme: &Theme, columns: usize, page: &mut Page) {
    let Some(kpi) = app.kpi_at(place) else {
        return;
    };
    page.head(w::inspector_latest(app.lang), columns, theme);
    let without = |why: &str| {
        let text = w::no_figure(app.lang, why);
        flow::led("! ", theme.warn, &text, columns, theme.text)
    };
    let Some(metric) = &kpi.metric else {
        return page.add(without(w::no_figure_no_metric(app.lang)), None);
    };
    let dated = figures(metric, &kpi.readings);
    let Some(latest) = dated.last() else {
        return page.add(without(w::no_figure_no_reading(app.lang)), None);
    };
    let lines = match &latest.figure {
        Ok(figure) => latest_lines(app, kpi, latest, figure, metric, theme, columns),
        Err(reason) => without(&no_figure(reason, app.lang)),
    };
    page.add(lines, None);
    page.head(w::kinds_readings(app.lang), columns, theme);
    page.add(table(app, &dated, metric, theme, columns), None);
}

fn latest_lines(
    app: &App,
    kpi: &Kpi,
    latest: &Dated,
    figure: &Figure,
    metric: &Metric,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang;
    let value = words::value(figure, metric, lang);
    let value = w::inspector_on(lang, &value, &w::date(lang, &latest.on));
    let mut certainty = words::certainty_with_reason(figure, lang);
    if latest.added {
        certainty = format!("{certainty}, {}", w::inspector_added(lang));
    }
    let mut lines = flow::wrapped(&value, columns, theme.heading);
    lines.extend(flow::wrapped(&certainty, columns, theme.text));
    let judged = kpi
        .target
        .as_ref()
        .and_then(|target| verdict(figure, target, &app.today()));
    let (sign, style) = words::sign(judged, theme);
    let judged = judged.map(|it| words::verdict_on(figure, it, lang));
    let text = against(app, kpi.target.as_ref(), judged);
    lines.extend(flow::led(sign, style, &text, columns, theme.text));
    lines
}

/// The verdict in a word, and the target it is about.
fn against(app: &App, target: Option<&Target>, judged: Option<String>) -> String {
    let lang = app.lang;
    let goal = target.and_then(|it| Some((words::goal(it, lang)?, &it.by)));
    let Some((goal, by)) = goal else {
        return w::inspector_no_target(lang).to_owned();
    };
    let goal = match by.as_str() {
        "" => w::inspector_target(lang, &goal),
        by => w::inspector_target_by(lang, &goal, &w::date(lang, by)),
    };
    match judged {
        Some(verdict) => format!("{verdict}: {goal}"),
        None => goal,
    }
}

/// All readings, the latest first: date, value, and how certain it is.
fn table(
    app: &App,
    dated: &[Dated],
    metric: &Metric,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang;
    let value = |dated: &Dated| match &dated.figure {
        Ok(figure) => sanitize_line(&words::value(figure, metric, lang)).into_owned(),
        Err(_) => "—".to_owned(),
    };
    let widest = dated.iter().map(|it| width(&value(it))).max().unwrap_or(0);
    let row = |dated: &Dated| {
        let date = sanitize_line(&w::date(lang, &dated.on)).into_owned();
        let value = pad_left(&value(dated), widest);
        let rest = match &dated.figure {
            Ok(figure) => words::certainty(figure, lang),
            Err(reason) => no_figure(reason, lang),
        };
        let lead = format!("{date}  {value}  ");
        let mut lines = flow::led(&lead, theme.text, &rest, columns, theme.dim);
        if let Some(first) = lines.first_mut() {
            first.spans[0] = Span::styled(format!("{date}  "), theme.dim);
            first
                .spans
                .insert(1, Span::styled(format!("{value}  "), theme.text));
        }
        lines
    };
    dated.iter().rev().flat_map(row).collect()
}
