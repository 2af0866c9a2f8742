//! What an import would do, in lines: the mapping, the readings, and what stays out. Pure.

use std::collections::BTreeMap;

use super::super::output::{Line, Style};
use crate::i18n::{self, Lang, figures, number};
use crate::journey::figure::{Reading, figure};
use crate::journey::kpis;
use crate::journey::metric::Metric;
use crate::journey::model::Journey;
use crate::measure::survey::propose::Proposal;
use crate::measure::survey::readings::{Change, Fate};
use crate::measure::survey::report::{Left, Report};
use crate::text::{sanitize_line, truncate, width};

/// Of a KPI so many readings are shown, the last ones.
const SHOWN: usize = 4;

/// A column of a table is at most so wide.
const CELL: usize = 32;

/// All that is shown.
pub(super) struct Preview<'p> {
    pub(super) proposal: &'p Proposal,
    pub(super) report: &'p Report,
    pub(super) changes: &'p [Change],
    pub(super) journey: &'p Journey,
    pub(super) sources: &'p str,
    pub(super) lang: Lang,
    pub(super) columns: usize,
}

/// The whole preview.
pub(super) fn lines(preview: &Preview<'_>) -> Vec<Line> {
    let mut lines = mapping(preview);
    lines.push(Line::new());
    lines.extend(rows(preview));
    lines.extend(left(preview));
    lines.push(Line::new());
    lines.extend(readings(preview));
    lines
}

impl Preview<'_> {
    fn count(&self, count: u64) -> String {
        number::number(self.lang, count as f64, 0)
    }

    fn metric(&self, kpi: &str) -> Option<&Metric> {
        let made = self.proposal.new_kpis.iter().find(|it| it.id == kpi);
        let known = || {
            kpis::all(self.journey)
                .find(|it| it.kpi.id == kpi)?
                .kpi
                .metric
                .as_ref()
        };
        made.map(|it| &it.metric).or_else(known)
    }

    /// The KPI, and whether it is to be made.
    fn kpi(&self, id: &str) -> String {
        match self.proposal.new_kpis.iter().any(|it| it.id == id) {
            true => format!("{id} ({})", i18n::survey_new(self.lang)),
            false => id.to_owned(),
        }
    }
}

fn mapping(preview: &Preview<'_>) -> Vec<Line> {
    let (lang, source) = (preview.lang, &preview.proposal.source);
    let title = i18n::survey_mapping(lang, &source.id, preview.sources);
    let mut lines = vec![Line::new().add(Style::Strong, &title)];
    let period = i18n::survey_period(lang, source.period);
    let how = match &source.date {
        Some(column) => i18n::survey_by(lang, period, column),
        None => i18n::survey_on(lang, period),
    };
    let segments = source
        .segment
        .as_ref()
        .map(|it| i18n::survey_segments(lang, it));
    let responses = source
        .response
        .as_ref()
        .map(|it| i18n::survey_responses(lang, it));
    let how: Vec<String> = [Some(how), segments, responses]
        .into_iter()
        .flatten()
        .collect();
    lines.push(Line::new().plain(&format!("  {}", how.join(" · "))));
    let answered = &preview.report.answered;
    let mut table = vec![i18n::survey_headings(lang).map(str::to_owned).to_vec()];
    for (column, answered) in source.columns.iter().zip(answered) {
        let metric = preview.metric(&column.kpi);
        let scale = column.scale.map(|it| format!("{}–{}", it.min, it.max));
        table.push(vec![
            column.name.clone(),
            preview.kpi(&column.kpi),
            metric
                .map(|it| i18n::survey_metric(lang, it))
                .unwrap_or_default(),
            scale
                .or_else(|| metric.and_then(scale_of))
                .unwrap_or_default(),
            column.missing.clone().unwrap_or_default(),
            preview.count(answered.answers),
        ]);
    }
    lines.extend(in_columns(&table, preview.columns));
    lines
}

/// The scale that a metric asks on.
fn scale_of(metric: &Metric) -> Option<String> {
    match metric {
        Metric::Nps => Some("0–10".to_owned()),
        Metric::Csat { scale, .. } => Some(format!("1–{scale}")),
        Metric::Ces { .. } => Some("1–7".to_owned()),
        _ => None,
    }
}

/// Rows under each other; the last column is of numbers, and a column in which nothing stands is
/// left out.
fn in_columns(table: &[Vec<String>], room: usize) -> Vec<Line> {
    let count = table.first().map_or(0, Vec::len);
    let is_used = |at: &usize| table.iter().skip(1).any(|row| !row[*at].is_empty());
    let used: Vec<usize> = (0..count).filter(is_used).collect();
    let cell = |row: &Vec<String>, at: usize| {
        truncate(&sanitize_line(&row[at]), CELL.min(room)).into_owned()
    };
    let wide = |at: usize| {
        table
            .iter()
            .map(|row| width(&cell(row, at)))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = used.iter().map(|at| wide(*at)).collect();
    let line = |row: &Vec<String>| {
        let mut text = String::new();
        for (at, wide) in used.iter().zip(&widths) {
            let cell = cell(row, *at);
            let blank = " ".repeat(wide.saturating_sub(width(&cell)));
            match *at + 1 == count {
                true => text += &format!("  {blank}{cell}"),
                false => text += &format!("  {cell}{blank}"),
            }
        }
        text.trim_end().to_owned()
    };
    let mut lines = table.iter().map(line);
    let head = lines
        .next()
        .map(|head| Line::new().add(Style::Frame, &head));
    head.into_iter()
        .chain(lines.map(|it| Line::new().plain(&it)))
        .collect()
}

fn rows(preview: &Preview<'_>) -> Vec<Line> {
    let (lang, report) = (preview.lang, preview.report);
    let mut parts = vec![i18n::survey_rows(
        lang,
        &preview.count(report.rows),
        &preview.count(report.counted),
    )];
    if report.silent > 0 {
        parts.push(i18n::survey_silent(lang, &preview.count(report.silent)));
    }
    if let Some((from, on)) = report.days {
        let date = |day: jiff::civil::Date| i18n::date(lang, &day.to_string());
        parts.push(i18n::survey_days(lang, &date(from), &date(on)));
    }
    vec![Line::new().plain(&parts.join(" · "))]
}

fn left(preview: &Preview<'_>) -> Vec<Line> {
    let (lang, report) = (preview.lang, preview.report);
    let (answers, rows): (Vec<&Left>, Vec<&Left>) =
        report.left.iter().partition(|it| it.reason.is_of_answer());
    let mut lines = Vec::new();
    if !rows.is_empty() {
        let title = i18n::survey_left_rows(lang, &preview.count(report.rows_left()));
        lines.push(Line::new().add(Style::Strong, &title));
        lines.extend(rows.iter().map(|it| one_left(it, preview)));
    }
    if !answers.is_empty() {
        lines.push(Line::new().add(Style::Strong, i18n::survey_left_answers(lang)));
        lines.extend(answers.iter().map(|it| one_left(it, preview)));
    }
    lines
}

fn one_left(left: &Left, preview: &Preview<'_>) -> Line {
    let lang = preview.lang;
    let column = left
        .column
        .as_ref()
        .map(|it| format!("{it}: "))
        .unwrap_or_default();
    let example = left
        .example
        .as_ref()
        .map(|it| format!(" («{it}»)"))
        .unwrap_or_default();
    let numbers: Vec<String> = left.lines.iter().map(|line| preview.count(*line)).collect();
    let numbers = numbers.join(", ");
    let place = match left.count {
        1 => i18n::survey_line(lang, &numbers),
        count if count > left.lines.len() as u64 => i18n::survey_lines_and_more(lang, &numbers),
        _ => i18n::survey_lines(lang, &numbers),
    };
    let reason = i18n::survey_reason(lang, left.reason);
    let count = preview.count(left.count);
    Line::new().plain(&format!("  {count:>6}  {column}{reason}{example}, {place}"))
}

fn readings(preview: &Preview<'_>) -> Vec<Line> {
    let lang = preview.lang;
    let mut by_kpi: BTreeMap<usize, Vec<&Change>> = BTreeMap::new();
    for change in preview.changes {
        let at = preview
            .report
            .readings
            .iter()
            .position(|it| it.kpi == change.kpi);
        by_kpi
            .entry(at.unwrap_or(usize::MAX))
            .or_default()
            .push(change);
    }
    let mut lines = vec![Line::new().add(Style::Strong, i18n::survey_readings(lang))];
    for mut changes in by_kpi.into_values() {
        changes.sort_by(|one, other| one.reading.on.cmp(&other.reading.on));
        let Some(first) = changes.first() else {
            continue;
        };
        lines.push(
            Line::new()
                .plain("  ")
                .add(Style::Strong, &preview.kpi(&first.kpi)),
        );
        let hidden = changes.len().saturating_sub(SHOWN + 1);
        let hidden = if hidden > 0 { hidden + 1 } else { 0 };
        if hidden > 0 {
            lines.push(Line::new().plain(&format!("    {}", i18n::survey_earlier(lang, hidden))));
        }
        lines.extend(changes[hidden..].iter().map(|it| one_reading(it, preview)));
    }
    lines
}

fn one_reading(change: &Change, preview: &Preview<'_>) -> Line {
    let lang = preview.lang;
    let reading = &change.reading;
    let days = days(reading, lang);
    let segment = reading
        .segment
        .as_ref()
        .map(|it| format!("  {it}"))
        .unwrap_or_default();
    let said = said(reading, preview.metric(&change.kpi), lang);
    let fate = match &change.fate {
        Fate::New => i18n::survey_fate_new(lang).to_owned(),
        Fate::Same => i18n::survey_fate_same(lang).to_owned(),
        Fate::Goes => i18n::survey_fate_goes(lang).to_owned(),
        Fate::Replaces(old) => {
            i18n::survey_fate_replaces(lang, &self::said(old, preview.metric(&change.kpi), lang))
        }
        Fate::Kept(old) => {
            let by = old.source.as_deref().unwrap_or(i18n::survey_by_hand(lang));
            i18n::survey_fate_kept(lang, by)
        }
    };
    Line::new().plain(&format!("    {days}{segment}  {said}  · {fate}").replace('\u{A0}', " "))
}

fn days(reading: &Reading, lang: Lang) -> String {
    let on = i18n::date(lang, &reading.on);
    match &reading.from {
        Some(from) => format!("{} – {on}", i18n::date(lang, from)),
        None => on,
    }
}

/// Figure, interval and n.
fn said(reading: &Reading, metric: Option<&Metric>, lang: Lang) -> String {
    let figure = metric.and_then(|metric| Some((metric, figure(metric, reading).ok()?)));
    let said = figure.map(|(metric, figure)| {
        let value = figures::value(&figure, metric, lang);
        format!("{value} ({})", figures::certainty(&figure, lang))
    });
    said.unwrap_or_else(|| "–".to_owned())
}

/// What makes one doubt an import: fewer answers than before, a period that is not over, readings
/// that stay out.
pub(super) fn doubts(changes: &[Change], today: &str, lang: Lang) -> Vec<String> {
    let mut fewer = Vec::new();
    for change in changes {
        let number = |n: f64| number::number(lang, n, 0);
        if let Fate::Replaces(old) = &change.fate
            && let (Some(new), Some(old)) = (answers(&change.reading), answers(old))
            && new < old
        {
            fewer.push(i18n::survey_fewer(
                lang,
                &change.kpi,
                &number(new),
                &number(old),
            ));
        }
    }
    let more = fewer.len().saturating_sub(SHOWN);
    let mut doubts: Vec<String> = fewer.into_iter().take(SHOWN).collect();
    if more > 0 {
        doubts.push(i18n::log_more(lang, more));
    }
    let is_open = |it: &&Change| {
        it.reading.on.as_str() >= today && !matches!(it.fate, Fate::Goes | Fate::Kept(_))
    };
    if let Some(open) = changes.iter().find(is_open) {
        let on = i18n::date(lang, &open.reading.on);
        doubts.push(i18n::survey_not_over(lang, &open.kpi, &on));
    }
    let kept = changes
        .iter()
        .filter(|it| matches!(it.fate, Fate::Kept(_)))
        .count();
    if kept > 0 {
        doubts.push(i18n::survey_kept(lang, kept));
    }
    doubts
}

/// So many answers a reading rests on.
fn answers(reading: &Reading) -> Option<f64> {
    let sum = |parts: [Option<f64>; 3]| parts.into_iter().sum::<Option<f64>>();
    reading
        .n
        .or(reading.responses)
        .or_else(|| sum([reading.promoters, reading.passives, reading.detractors]))
        .or_else(|| sum([reading.easy, reading.neutral, reading.hard]))
}
