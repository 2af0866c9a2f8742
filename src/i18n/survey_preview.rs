//! What a survey came to, in sentences: for the command line and for the screen. Knows neither.

use super::survey::*;
use super::{Lang, Word, date, figures, number};
use crate::journey::figure::{Reading, figure};
use crate::journey::metric::Metric;
use crate::journey::sources::{Column, Source};
use crate::measure::survey::propose::Remark;
use crate::measure::survey::readings::{Change, Fate};
use crate::measure::survey::report::{Left, Report};
use crate::measure::survey::table::Odd;

/// So many columns are named in a message.
const NAMED: usize = 12;

/// Of so many readings it is said that they rest on fewer answers than before.
const SHOWN: usize = 4;

fn count(lang: Lang, count: u64) -> String {
    number::number(lang, count as f64, 0)
}

/// The first of these names, for a message.
pub fn survey_names(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let more = if names.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Period, segments and responses of a source.
pub fn survey_how(lang: Lang, source: &Source) -> String {
    let period = survey_period(lang, source.period);
    let how = match &source.date {
        Some(column) => survey_by(lang, period, column),
        None => survey_on(lang, period),
    };
    let segments = source.segment.as_ref().map(|it| survey_segments(lang, it));
    let responses = source
        .response
        .as_ref()
        .map(|it| survey_responses(lang, it));
    let how: Vec<String> = [Some(how), segments, responses]
        .into_iter()
        .flatten()
        .collect();
    how.join(" · ")
}

/// The scale of a column: its own, else the one that its metric asks on.
pub fn survey_scale_of(column: &Column, metric: Option<&Metric>) -> String {
    if let Some(scale) = column.scale {
        return format!("{}–{}", scale.min, scale.max);
    }
    match metric {
        Some(Metric::Nps) => "0–10".to_owned(),
        Some(Metric::Csat { scale, .. }) => format!("1–{scale}"),
        Some(Metric::Ces { .. }) => "1–7".to_owned(),
        _ => String::new(),
    }
}

/// How many rows there are, how many of them count, and from when to when.
pub fn survey_counted(lang: Lang, report: &Report) -> String {
    let mut parts = vec![survey_rows(
        lang,
        &count(lang, report.rows),
        &count(lang, report.counted),
    )];
    if report.silent > 0 {
        parts.push(survey_silent(lang, &count(lang, report.silent)));
    }
    if let Some((from, on)) = report.days {
        let day = |day: jiff::civil::Date| date(lang, &day.to_string());
        parts.push(survey_days(lang, &day(from), &day(on)));
    }
    parts.join(" · ")
}

/// Why rows or answers stayed out, with an example and their lines.
pub fn survey_left(lang: Lang, left: &Left) -> String {
    let column = left.column.as_ref();
    let column = column.map(|it| format!("{it}: ")).unwrap_or_default();
    let example = left.example.as_ref();
    let example = example.map(|it| format!(" («{it}»)")).unwrap_or_default();
    let numbers: Vec<String> = left.lines.iter().map(|line| count(lang, *line)).collect();
    let numbers = numbers.join(", ");
    let place = match left.count {
        1 => survey_line(lang, &numbers),
        count if count > left.lines.len() as u64 => survey_lines_and_more(lang, &numbers),
        _ => survey_lines(lang, &numbers),
    };
    let reason = survey_reason(lang, left.reason);
    format!("{column}{reason}{example}, {place}")
}

/// The days of a reading.
pub fn survey_days_of(lang: Lang, reading: &Reading) -> String {
    let on = date(lang, &reading.on);
    match &reading.from {
        Some(from) => format!("{} – {on}", date(lang, from)),
        None => on,
    }
}

/// Figure, interval and n of a reading.
pub fn survey_said(lang: Lang, reading: &Reading, metric: Option<&Metric>) -> String {
    let figure = metric.and_then(|metric| Some((metric, figure(metric, reading).ok()?)));
    let said = figure.map(|(metric, figure)| {
        let value = figures::value(&figure, metric, lang);
        format!("{value} ({})", figures::certainty(&figure, lang))
    });
    said.unwrap_or_else(|| "–".to_owned())
}

/// What becomes of a reading.
pub fn survey_fate(lang: Lang, fate: &Fate, metric: Option<&Metric>) -> String {
    match fate {
        Fate::New => survey_fate_new(lang).to_owned(),
        Fate::Same => survey_fate_same(lang).to_owned(),
        Fate::Goes => survey_fate_goes(lang).to_owned(),
        Fate::Replaces(old) => survey_fate_replaces(lang, &survey_said(lang, old, metric)),
        Fate::Kept(old) => {
            let by = old.source.as_deref().unwrap_or(survey_by_hand(lang));
            survey_fate_kept(lang, by)
        }
    }
}

/// What makes one doubt an import.
pub struct Doubtful<'d> {
    /// The file by its name.
    pub file: &'d str,
    /// What is odd about it.
    pub odd: Odd,
    /// What a person should know of the mapping.
    pub remarks: &'d [Remark],
    /// What it came to; none where it could not be counted.
    pub report: Option<&'d Report>,
    /// What becomes of its readings.
    pub changes: &'d [Change],
    /// Today, as in the file.
    pub today: &'d str,
    /// Says that readings stay out, and how to take them.
    pub kept: fn(Lang, usize) -> String,
}

impl Doubtful<'_> {
    /// All of it, a sentence each.
    pub fn warnings(&self, lang: Lang) -> Vec<String> {
        let mut all = self.of_file(lang);
        let remarks = self.remarks.iter();
        all.extend(remarks.filter_map(|it| survey_remark(lang, it)));
        let zeros = self.remarks.iter().filter_map(|it| match it {
            Remark::ZeroIsMissing { column, count: of } => {
                Some(format!("{column} ({})", count(lang, *of as u64)))
            }
            _ => None,
        });
        let zeros: Vec<String> = zeros.collect();
        if !zeros.is_empty() {
            all.push(survey_zero(lang, &survey_names(&zeros)));
        }
        let unmapped = self.remarks.iter().filter_map(|it| match it {
            Remark::Unmapped(column) => Some(column.clone()),
            _ => None,
        });
        let unmapped: Vec<String> = unmapped.collect();
        if !unmapped.is_empty() {
            all.push(survey_unmapped(lang, &survey_names(&unmapped)));
        }
        all.extend(self.of_readings(lang));
        all
    }

    fn of_file(&self, lang: Lang) -> Vec<String> {
        let odd = [
            (self.odd.mojibake, survey_mojibake as Word),
            (self.odd.nul, survey_nul),
            (self.odd.windows, survey_windows),
        ];
        let odd = odd.into_iter().filter(|it| it.0);
        let mut all: Vec<String> = odd.map(|it| it.1(lang).to_owned()).collect();
        if self.report.is_some_and(|it| it.rows == 0) {
            all.push(survey_no_rows(lang, self.file));
        }
        all
    }

    /// Fewer answers than before, a period that is not over, readings that stay out.
    fn of_readings(&self, lang: Lang) -> Vec<String> {
        let fewer: Vec<String> = self
            .changes
            .iter()
            .filter_map(|it| fewer(lang, it))
            .collect();
        let more = fewer.len().saturating_sub(SHOWN);
        let mut doubts: Vec<String> = fewer.into_iter().take(SHOWN).collect();
        if more > 0 {
            doubts.push(super::log_more(lang, more));
        }
        let is_open = |it: &&Change| {
            it.reading.on.as_str() >= self.today && !matches!(it.fate, Fate::Goes | Fate::Kept(_))
        };
        if let Some(open) = self.changes.iter().find(is_open) {
            let on = date(lang, &open.reading.on);
            doubts.push(survey_not_over(lang, &open.kpi, &on));
        }
        let is_kept = |it: &&Change| matches!(it.fate, Fate::Kept(_));
        let kept = self.changes.iter().filter(is_kept).count();
        if kept > 0 {
            doubts.push((self.kept)(lang, kept));
        }
        doubts
    }
}

fn fewer(lang: Lang, change: &Change) -> Option<String> {
    let Fate::Replaces(old) = &change.fate else {
        return None;
    };
    let (new, old) = (answers(&change.reading)?, answers(old)?);
    let number = |n: f64| number::number(lang, n, 0);
    (new < old).then(|| survey_fewer(lang, &change.kpi, &number(new), &number(old)))
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
