//! What an import would do, in lines: the mapping, the readings, and what stays out. Pure.

use super::super::output::{Line, Style};
use crate::i18n::{self, Lang, number};
use crate::journey::metric::Metric;
use crate::journey::model::Journey;
use crate::measure::survey::propose::Proposal;
use crate::measure::survey::readings::{Change, Import};
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
    pub(super) import: &'p Import,
    pub(super) journey: &'p Journey,
    pub(super) sources: &'p str,
    pub(super) lang: Lang,
    pub(super) columns: usize,
}

/// The whole preview.
pub(super) fn lines(preview: &Preview<'_>) -> Vec<Line> {
    let mut lines = mapping(preview);
    lines.push(Line::new());
    let rows = i18n::survey_counted(preview.lang, preview.report);
    lines.push(Line::new().plain(&rows));
    lines.extend(left(preview));
    lines.push(Line::new());
    lines.extend(readings(preview));
    let drivers = i18n::drivers_found(preview.lang, &preview.proposal.source, preview.report);
    for (at, text) in drivers.iter().enumerate() {
        lines.push(match at {
            0 => Line::new().add(Style::Strong, text),
            _ => Line::new().plain(&format!("  {text}")),
        });
    }
    lines
}

impl Preview<'_> {
    fn count(&self, count: u64) -> String {
        number::number(self.lang, count as f64, 0)
    }

    fn metric(&self, kpi: &str) -> Option<&Metric> {
        self.proposal.metric(self.journey, kpi)
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
    let how = i18n::survey_how(lang, source);
    lines.push(Line::new().plain(&format!("  {how}")));
    let answered = &preview.report.answered;
    let mut table = vec![i18n::survey_headings(lang).map(str::to_owned).to_vec()];
    for (column, answered) in source.columns.iter().zip(answered) {
        let metric = preview.metric(&column.kpi);
        table.push(vec![
            column.name.clone(),
            preview.kpi(&column.kpi),
            metric
                .map(|it| i18n::survey_metric(lang, it))
                .unwrap_or_default(),
            i18n::survey_scale_of(column, metric),
            column.missing.clone().unwrap_or_default(),
            preview.count(answered.answers),
        ]);
    }
    lines.extend(in_columns(&table, preview.columns));
    lines
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
    let count = preview.count(left.count);
    let why = i18n::survey_left(preview.lang, left);
    Line::new().plain(&format!("  {count:>6}  {why}"))
}

fn readings(preview: &Preview<'_>) -> Vec<Line> {
    let lang = preview.lang;
    let mut lines = vec![Line::new().add(Style::Strong, i18n::survey_readings(lang))];
    for (kpi, changes) in preview.import.by_kpi() {
        lines.push(
            Line::new()
                .plain("  ")
                .add(Style::Strong, &preview.kpi(kpi)),
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
    let (lang, reading) = (preview.lang, &change.reading);
    let metric = preview.metric(&change.kpi);
    let days = i18n::survey_days_of(lang, reading);
    let segment = reading.segment.as_ref();
    let segment = segment.map(|it| format!("  {it}")).unwrap_or_default();
    let said = i18n::survey_said(lang, reading, metric);
    let fate = i18n::survey_fate(lang, &change.fate, metric);
    Line::new().plain(&format!("    {days}{segment}  {said}  · {fate}").replace('\u{A0}', " "))
}
