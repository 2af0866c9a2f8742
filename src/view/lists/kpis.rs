//! All KPIs by whose they are: figure with interval and n, target with verdict, course over time,
//! last reading, owner. In columns where there is room, else in a few lines each.

use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{figures as words, flow, rollup};
use crate::app::App;
use crate::i18n as w;
use crate::journey::advice::READING_DAYS;
use crate::journey::change::compare;
use crate::journey::fields::Kind;
use crate::journey::figure::Figure;
use crate::journey::kpis::{groups, last_day};
use crate::journey::model::Kpi;
use crate::journey::place::{ElementKey, Place};
use crate::journey::total::{Dated, figures};
use crate::journey::verdict::{Verdict, verdict};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From so many columns on, KPIs stand in columns.
const WIDE: usize = 120;

/// Columns that what belongs to a name stands further in.
const INDENT: usize = 2;

/// Readings that the course shows at most.
const READINGS: usize = 8;

/// Adds the heads of the columns, and the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    page.add(heads(app, theme, columns), None);
    add_rows(app, theme, columns, page);
}

/// Adds the entries.
pub(super) fn add_rows(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let groups = groups(app.journey());
    if groups.is_empty() {
        let text = w::kpis_none(app.lang);
        return page.add(flow::wrapped(text, columns, theme.dim), None);
    }
    let mut at = 0;
    for group in groups {
        page.head(&whose(app, group.by.as_ref()), columns, theme);
        for (_, kpi) in group.kpis {
            let words = Words::of(app, kpi, theme);
            let lines = match columns >= WIDE {
                true => words.in_columns(theme, columns),
                false => words.in_lines(theme, columns),
            };
            page.add(lines, Some(at));
            at += 1;
        }
    }
    add_side_by_side(app, theme, columns, page);
    rollup::add_all(app, theme, columns, page);
}

/// The NPS of those who were asked apart, each with its verdict.
fn add_side_by_side(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let all = app.nps_side_by_side();
    if all.is_empty() {
        return;
    }
    let lang = app.lang;
    page.head(w::nps_beside(lang), columns, theme);
    for it in all {
        let whose = match (it.journey, app.other_journey()) {
            (1.., Some(other)) => other.title.clone(),
            _ => whose(app, it.by.as_ref()),
        };
        let title = format!("{} · {whose}", w::audience(lang, it.audience));
        let (judged, text) = words::kpi(it.kpi, it.audience, lang, &app.today());
        let (sign, style) = words::sign(judged, theme);
        let mut lines = flow::led(sign, style, &title, columns, theme.heading);
        let below = flow::wrapped(&text, columns.saturating_sub(INDENT), theme.text);
        lines.extend(flow::indented(below, INDENT));
        page.add(lines, None);
    }
    page.add(
        flow::wrapped(w::nps_beside_meaning(lang), columns, theme.dim),
        None,
    );
}

/// The heads of the columns, where the entries stand in columns.
pub(super) fn heads(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    if columns < WIDE || groups(app.journey()).is_empty() {
        return Vec::new();
    }
    let lang = app.lang;
    let words = [
        w::kind_kpi(lang),
        w::inspector_figure(lang),
        w::kind_target(lang),
        w::kpis_verdict(lang),
        w::kpis_trend(lang),
        w::kpis_last_reading(lang),
        w::field_owner(lang),
    ];
    let head = |(word, width)| (flow::wrapped(word, width, theme.dim), width);
    flow::columns(words.into_iter().zip(widths(columns)).map(head).collect())
}

/// Of name, figure, target, verdict, trend, last reading and owner; name and owner share what the
/// others leave.
fn widths(columns: usize) -> [usize; 7] {
    let others = [23, 14, 16, 20, 11];
    let [figure, target, verdict, trend, last] = others;
    let rest = columns.saturating_sub(others.iter().sum::<usize>() + 6 * flow::GAP);
    let owner = rest * 2 / 5;
    [rest - owner, figure, target, verdict, trend, last, owner]
}

/// Whose KPIs they are.
fn whose(app: &App, by: Option<&ElementKey>) -> String {
    match by {
        Some(key) => app.place_in_words(&Place::of(key.clone())),
        None => w::kind_of_journey(app.lang, app.journey()).to_owned(),
    }
}

/// A KPI in words, each with its style.
struct Words {
    sign: (&'static str, Style),
    name: String,
    formula: String,
    figure: Result<(String, String), String>,
    goal: (String, Style),
    by: Option<String>,
    verdict: Option<String>,
    trend: Option<String>,
    /// Of the last figure against the one before.
    change: Option<(&'static str, Style, String)>,
    last: Option<String>,
    last_in_text: Option<String>,
    stale: Option<String>,
    owner: Option<String>,
}

impl Words {
    fn of(app: &App, kpi: &Kpi, theme: &Theme) -> Words {
        let lang = app.lang;
        let dated = kpi.metric.as_ref().map(|it| figures(it, &kpi.readings));
        let dated = dated.unwrap_or_default();
        let judged = judged(app, kpi, dated.last());
        let target = kpi.target.as_ref();
        let goal = target.and_then(|it| words::goal(it, lang));
        let date = |day: &str| w::date(lang, day);
        let by = target.filter(|it| goal.is_some() && !it.by.is_empty());
        let last = last_day(kpi).map(|day| date(&day.to_string()));
        Words {
            sign: words::sign(judged, theme),
            name: words::name(kpi, app.asked(kpi), lang).to_owned(),
            formula: kpi
                .metric
                .as_ref()
                .map_or(String::new(), |it| w::formula(lang, it)),
            figure: latest(app, kpi, dated.last()),
            goal: match goal {
                Some(goal) => (goal, theme.text),
                None => (w::kpis_no_target(lang).to_owned(), theme.dim),
            },
            by: by.map(|it| w::kpis_by(lang, &date(&it.by))),
            verdict: judged
                .and_then(|it| Some(words::verdict_on(latest_figure(dated.last())?, it, lang))),
            trend: words::trend(&dated, READINGS),
            change: changed(app, kpi, &dated, theme),
            last_in_text: last.as_ref().map(|day| w::kpis_last_on(lang, day)),
            last,
            stale: stale(app, kpi),
            owner: kpi
                .owner
                .as_ref()
                .map(|id| app.name_by_id(Some(Kind::Department), id)),
        }
    }

    fn in_columns(&self, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
        let [name, figure, target, verdict, trend, last, owner] = widths(columns);
        flow::columns(vec![
            (self.name_lines(theme, name), name),
            (self.figure_lines(theme, figure), figure),
            (self.target_lines(theme, target), target),
            (self.verdict_lines(verdict), verdict),
            (self.course_lines(theme, trend), trend),
            (self.last_lines(theme, last), last),
            (lines(&self.owner, owner, theme.text), owner),
        ])
    }

    fn name_lines(&self, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
        let mut lines = flow::wrapped(&self.name, columns, theme.heading);
        lines.extend(flow::wrapped(&self.formula, columns, theme.dim));
        lines
    }

    fn figure_lines(&self, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
        match &self.figure {
            Ok((value, certainty)) => {
                let mut lines = flow::wrapped(value, columns, theme.heading);
                lines.extend(flow::wrapped(certainty, columns, theme.dim));
                lines
            }
            Err(why) => flow::wrapped(why, columns, theme.dim),
        }
    }

    fn target_lines(&self, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
        let mut found = flow::wrapped(&self.goal.0, columns, self.goal.1);
        found.extend(lines(&self.by, columns, theme.dim));
        found
    }

    fn verdict_lines(&self, columns: usize) -> Vec<Line<'static>> {
        let (sign, style) = self.sign;
        let word = self.verdict.iter();
        word.flat_map(|it| flow::led(sign, style, it, columns, style))
            .collect()
    }

    fn course_lines(&self, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
        let mut found = lines(&self.trend, columns, theme.text);
        let change = self.change.iter();
        found.extend(
            change.flat_map(|(sign, style, it)| flow::led(sign, *style, it, columns, *style)),
        );
        found
    }

    fn last_lines(&self, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
        let mut found = lines(&self.last, columns, theme.text);
        found.extend(lines(&self.stale, columns, theme.warn));
        found
    }

    fn in_lines(&self, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
        let (sign, style) = self.sign;
        let head = [
            Some((self.name.clone(), theme.heading)),
            (!self.formula.is_empty()).then(|| (self.formula.clone(), theme.dim)),
        ];
        let inner = columns.saturating_sub(INDENT);
        let mut lines = flow::facts(head.into_iter().flatten().collect(), inner);
        lines.extend(flow::facts(self.measured(theme), inner));
        lines.extend(flow::facts(self.kept(theme), inner));
        let mut lines = flow::indented(lines, INDENT);
        if let Some(first) = lines.first_mut() {
            first.spans[0] = Span::styled(sign, style);
        }
        lines
    }

    /// Figure, course and target with verdict.
    fn measured(&self, theme: &Theme) -> Vec<(String, Style)> {
        let figure = match &self.figure {
            Ok((value, certainty)) => (format!("{value} ({certainty})"), theme.text),
            Err(why) => (why.clone(), theme.dim),
        };
        let by = self.by.iter().map(String::as_str);
        let goal: Vec<&str> = [self.goal.0.as_str()].into_iter().chain(by).collect();
        let goal = match &self.verdict {
            Some(verdict) => (format!("{verdict}: {}", goal.join(" ")), self.sign.1),
            None => (goal.join(" "), theme.dim),
        };
        let trend = self.trend.clone().map(|it| (it, theme.text));
        let change = self.change.as_ref();
        let change = change.map(|(sign, style, it)| (format!("{sign}{it}"), *style));
        [Some(figure), trend, change, Some(goal)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// When it was read last, and who looks after it.
    fn kept(&self, theme: &Theme) -> Vec<(String, Style)> {
        let last = self.last_in_text.clone().map(|it| (it, theme.dim));
        let stale = self.stale.clone().map(|it| (it, theme.warn));
        let owner = self.owner.clone().map(|it| (it, theme.dim));
        [last, stale, owner].into_iter().flatten().collect()
    }
}

fn lines(text: &Option<String>, columns: usize, style: Style) -> Vec<Line<'static>> {
    let text = text.iter();
    text.flat_map(|it| flow::wrapped(it, columns, style))
        .collect()
}

fn latest_figure(latest: Option<&Dated>) -> Option<&Figure> {
    latest?.figure.as_ref().ok()
}

fn judged(app: &App, kpi: &Kpi, latest: Option<&Dated>) -> Option<Verdict> {
    verdict(latest_figure(latest)?, kpi.target.as_ref()?, &app.today())
}

/// What may be said of the last figure against the one before.
fn changed(
    app: &App,
    kpi: &Kpi,
    dated: &[Dated],
    theme: &Theme,
) -> Option<(&'static str, Style, String)> {
    let [.., before, after] = dated else {
        return None;
    };
    let metric = kpi.metric.as_ref()?;
    let found = compare(metric, &kpi.readings, before, after)?;
    let (sign, style) = words::change_sign(found.change, theme);
    Some((sign, style, w::change_in_short(app.lang, metric, &found)))
}

/// Value and certainty of the latest figure, or why there is none.
fn latest(app: &App, kpi: &Kpi, latest: Option<&Dated>) -> Result<(String, String), String> {
    let lang = app.lang;
    let Some(metric) = &kpi.metric else {
        return Err(w::no_figure_no_metric(lang).to_owned());
    };
    match latest.map(|it| &it.figure) {
        None => Err(w::map_no_reading(lang).to_owned()),
        Some(Err(_)) => Err(w::map_misfit(lang).to_owned()),
        Some(Ok(figure)) => Ok((
            words::value(figure, metric, lang),
            words::certainty(figure, lang),
        )),
    }
}

/// How old the last reading is, where it is too old.
fn stale(app: &App, kpi: &Kpi) -> Option<String> {
    let days = (app.document.context().today - last_day(kpi)?).get_days();
    (days > READING_DAYS).then(|| format!("! {}", w::kpis_stale(app.lang, days)))
}
