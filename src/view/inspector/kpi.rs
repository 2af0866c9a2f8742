//! What stands below the rows of a KPI: the latest figure against its target, the course over time
//! with what may be said of the last change, and all readings.

use super::super::kpi_chart::{self, Chart, Point};
use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{figures as words, flow};
use super::no_figure::no_figure;
use crate::app::App;
use crate::i18n::{self as w, Lang};
use crate::journey::change::{self, Comparison};
use crate::journey::figure::{Figure, figure};
use crate::journey::metric::Metric;
use crate::journey::model::Kpi;
use crate::journey::place::Place;
use crate::journey::total::{Dated, figures};
use crate::journey::verdict::{Target, verdict};
use crate::text::{pad_left, sanitize_line, width};
use jiff::civil::Date;
use ratatui::text::{Line, Span};

/// Adds it to the page.
pub(super) fn add(app: &App, place: &Place, theme: &Theme, columns: usize, page: &mut Page) {
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
    page.add(way(kpi, metric, latest, app.lang, columns, theme), None);
    add_course(app, kpi, metric, &dated, theme, columns, page);
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

/// How far the way from the baseline to the target is done.
fn way(
    kpi: &Kpi,
    metric: &Metric,
    latest: &Dated,
    lang: Lang,
    columns: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let ends = || {
        let target = kpi.target.as_ref()?;
        let baseline = figure(metric, kpi.baseline.as_ref()?).ok()?;
        let goal = target.at_least.or(target.at_most)?;
        let values = [baseline.value, latest.figure.as_ref().ok()?.value, goal];
        let words = [
            safe(&words::value(&baseline, metric, lang)),
            words::goal(target, lang)?,
        ];
        kpi_chart::gauge(values, words, columns, theme)
    };
    ends().into_iter().collect()
}

/// The figures over time, and what may be said of the last change.
fn add_course(
    app: &App,
    kpi: &Kpi,
    metric: &Metric,
    dated: &[Dated],
    theme: &Theme,
    columns: usize,
    page: &mut Page,
) {
    let sound: Vec<&Dated> = dated.iter().filter(|it| it.figure.is_ok()).collect();
    let [.., before, after] = sound.as_slice() else {
        return;
    };
    page.head(w::kpis_trend(app.lang), columns, theme);
    page.add(chart(app, kpi, metric, &sound, theme, columns), None);
    if let Some(found) = change::compare(metric, &kpi.readings, before, after) {
        page.add(
            change_lines(app.lang, metric, &before.on, &found, theme, columns),
            None,
        );
    }
}

fn chart(
    app: &App,
    kpi: &Kpi,
    metric: &Metric,
    sound: &[&Dated],
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let days: Option<Vec<Date>> = sound.iter().map(|it| it.on.parse().ok()).collect();
    let point = |(at, it): (usize, &&Dated)| {
        let figure = it.figure.as_ref().ok()?;
        // Where a date is none, the figures stand side by side.
        let day = days
            .as_ref()
            .map_or(at as i64, |days| i64::from((days[at] - days[0]).get_days()));
        Some(Point {
            day,
            value: figure.value,
            interval: figure.interval.ok(),
        })
    };
    let points: Vec<Point> = sound.iter().enumerate().filter_map(point).collect();
    let target = kpi.target.as_ref();
    let goal = target.and_then(|it| words::goal(it, app.lang));
    let date =
        |it: Option<&&Dated>| it.map_or(String::new(), |it| safe(&w::date(app.lang, &it.on)));
    let chart = Chart {
        points: &points,
        target: target
            .filter(|_| goal.is_some())
            .and_then(|it| it.at_least.or(it.at_most)),
        label: &|value| safe(&words::number_with_unit(value, metric, app.lang)),
        goal: goal.unwrap_or_default(),
        days: [date(sound.first()), date(sound.last())],
    };
    chart.lines(columns, theme)
}

fn change_lines(
    lang: Lang,
    metric: &Metric,
    since: &str,
    found: &Comparison,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let (sign, style) = words::change_sign(found.change, theme);
    let text = w::change_in_words(lang, metric, since, found);
    let mut lines = flow::led(sign, style, &text, columns, theme.text);
    if let Some(mix) = &found.mix {
        let text = w::mix_in_words(lang, metric, mix);
        lines.extend(flow::led("  ", theme.dim, &text, columns, theme.dim));
    }
    if found.is_misleading() {
        let text = w::change_mix_misleads(lang);
        lines.extend(flow::led("! ", theme.warn, text, columns, theme.warn));
    }
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
        Ok(figure) => safe(&words::value(figure, metric, lang)),
        Err(_) => "—".to_owned(),
    };
    let widest = dated.iter().map(|it| width(&value(it))).max().unwrap_or(0);
    let row = |dated: &Dated| {
        let date = safe(&w::date(lang, &dated.on));
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

/// A unit of one's own, or a day, may be any text.
fn safe(text: &str) -> String {
    sanitize_line(text).into_owned()
}
