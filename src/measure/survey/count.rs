//! From the rows of a survey to counts by KPI, period and segment, in one pass.
//!
//! Memory grows with the readings that come out, not with the rows; but where responses are told
//! apart by an id, eight bytes of each are kept (a hash: of a million responses two fall together
//! with a chance of 1 to 37 million).

use crate::sort;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;

use jiff::civil::Date;

use super::dates::{Form, day, is_of_another_format};
use super::decode::text;
use super::header::{Tool, Void, void};
use super::numbers::is_no_answer;
use super::period::within;
use super::records::Record;
use super::redact::redact;
use super::report::{Answered, KpiReadings, Left, Quote, Reason, Report};
use super::sums::Sums;
use super::table::{Table, Trouble};
use super::target::{Answer, Tally, Target};
use crate::journey::figure::Reading;
use crate::journey::metric::{Better, Metric};
use crate::journey::sources::{Column, DateFormat, Decimal, Holds, Source};
use crate::measure::correlation::Pairs;

/// A column with more different values does not name segments.
const MAX_SEGMENTS: usize = 200;

/// So many texts of people are kept: somebody reads each of them.
const MAX_QUOTES: usize = 200;

/// So many letters of a text are kept.
const QUOTE: usize = 500;

/// So many periods and segments together are counted.
const MAX_CELLS: usize = 50_000;

/// What a count needs to know beside its source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// The day of all answers, where no column says it.
    pub on: Option<Date>,
    /// The segment of rows whose column of segments is empty.
    pub no_segment: String,
    /// The column with texts of people, where they are asked for.
    pub quotes: Option<String>,
}

/// Counts the rows of one or several files of a source.
pub struct Counter<'s> {
    source: &'s Source,
    options: Options,
    targets: Vec<Target>,
    /// Which target a column, or a touchpoint named in the file, is for.
    names: Vec<usize>,
    cells: HashMap<(Date, u32), usize>,
    tallies: Vec<Vec<Tally>>,
    sums: Vec<Vec<Sums>>,
    segments: HashMap<Vec<u8>, u32>,
    responses: HashSet<u64>,
    drivers: Option<Drivers>,
    unanswered: Vec<u64>,
    left: Vec<(Left, usize)>,
    days: Option<(Date, Date)>,
    report: Report,
}

/// The answers of those who also gave an overall score.
struct Drivers {
    overall: Target,
    /// As numbers, one a target.
    scores: Vec<Option<Target>>,
    pairs: Vec<Pairs>,
}

impl Drivers {
    /// None where the source names no overall score.
    fn of(
        source: &Source,
        metric_of: &dyn Fn(&str) -> Option<Metric>,
        targets: &[Target],
    ) -> Option<Drivers> {
        let name = source
            .overall
            .as_ref()
            .filter(|_| source.holds == Holds::Answers)?;
        let mapped = source.columns.iter().find(|it| it.name == *name);
        let own = Column::default();
        let column = mapped.unwrap_or(&own);
        let metric = mapped.and_then(|it| metric_of(&it.kpi)).unwrap_or(ANY);
        let score = |target: &Target| {
            let column = source.columns.iter().find(|it| it.kpi == target.kpi)?;
            let is_other = column.name != *name;
            Target::numbers(column, &target.metric).filter(|_| is_other)
        };
        Some(Drivers {
            overall: Target::numbers(column, &metric)?,
            scores: targets.iter().map(score).collect(),
            pairs: vec![Pairs::default(); targets.len()],
        })
    }

    fn set_decimal(&mut self, decimal: Decimal) {
        let scores = self.scores.iter_mut().flatten();
        scores.for_each(|it| it.set_decimal(decimal));
        self.overall.set_decimal(decimal);
    }

    fn add(&mut self, target: usize, score: &[u8], overall: &[u8]) {
        let Answer::Value(overall) = self.overall.answer(overall) else {
            return;
        };
        let score = self.scores[target].as_ref().map(|it| it.answer(score));
        if let Some(Answer::Value(score)) = score {
            self.pairs[target].add(score, overall);
        }
    }
}

/// A number on no scale.
const ANY: Metric = Metric::Custom {
    name: String::new(),
    unit: String::new(),
    better: Better::Higher,
};

/// Where the columns of one file are.
struct Places {
    overall: Option<usize>,
    width: usize,
    tool: Tool,
    date: Option<(usize, DateFormat)>,
    segment: Option<usize>,
    response: Option<usize>,
    quote: Option<usize>,
    status: Option<usize>,
    finished: Option<usize>,
    touchpoint: Option<usize>,
    score: Option<usize>,
    scores: Vec<usize>,
    counts: Vec<(usize, crate::journey::metric::Count)>,
}

/// The day that was read last, and what it came to: rows of one day often stand together.
#[derive(Default)]
struct Memory {
    date: Vec<u8>,
    day: Option<(Date, Date)>,
    cell: Option<((Date, u32), usize)>,
    segment: Option<(Vec<u8>, u32)>,
}

impl<'s> Counter<'s> {
    /// A counter for a source, with the metrics of its KPIs.
    ///
    /// # Errors
    /// A KPI is not there, or not made of answers.
    pub fn new(
        source: &'s Source,
        metric_of: &dyn Fn(&str) -> Option<Metric>,
        options: Options,
    ) -> Result<Counter<'s>, Trouble> {
        let (mut targets, mut names): (Vec<Target>, Vec<usize>) = (Vec::new(), Vec::new());
        for column in &source.columns {
            let metric =
                metric_of(&column.kpi).ok_or_else(|| Trouble::NoKpi(column.kpi.clone()))?;
            let is_same = |it: &Target| it.kpi == column.kpi;
            let known = targets.iter().position(is_same);
            if known.is_some() && source.touchpoint.is_none() {
                return Err(Trouble::KpiTwice(column.kpi.clone()));
            }
            names.push(known.unwrap_or(targets.len()));
            if known.is_none() {
                let target = match source.holds {
                    Holds::Answers => Target::new(column, &metric),
                    Holds::Counts => Some(Target::of_counts(column, &metric)),
                };
                targets.push(target.ok_or_else(|| Trouble::NotOfAnswers(column.kpi.clone()))?);
            }
        }
        if targets.is_empty() {
            return Err(Trouble::NothingMapped);
        }
        Ok(Counter {
            drivers: Drivers::of(source, metric_of, &targets),
            unanswered: vec![0; names.len()],
            source,
            options,
            targets,
            names,
            cells: HashMap::new(),
            tallies: Vec::new(),
            sums: Vec::new(),
            segments: HashMap::new(),
            responses: HashSet::new(),
            left: Vec::new(),
            days: None,
            report: Report::default(),
        })
    }

    /// Counts another file.
    ///
    /// # Errors
    /// It cannot be read, lacks a column, or would give more than anybody can use.
    pub fn count<R: Read>(&mut self, mut table: Table<R>) -> Result<(), Trouble> {
        let places = self.places(&table)?;
        for target in &mut self.targets {
            target.set_decimal(table.beginning.decimal);
        }
        if let Some(drivers) = &mut self.drivers {
            drivers.set_decimal(table.beginning.decimal);
        }
        let by_name: HashMap<Vec<u8>, usize> = match places.touchpoint {
            Some(_) => {
                let names = self.source.columns.iter().enumerate();
                names
                    .map(|(at, it)| (it.name.trim().as_bytes().to_vec(), at))
                    .collect()
            }
            None => HashMap::new(),
        };
        let (mut record, mut memory) = (Record::default(), Memory::default());
        while table.records.read(&mut record)? {
            self.report.rows += 1;
            let Some(cell) = self.place(&record, &places, &mut memory)? else {
                continue;
            };
            match (self.source.holds, places.touchpoint) {
                (Holds::Counts, Some(touchpoint)) => {
                    self.sum(
                        &record,
                        cell,
                        touchpoint,
                        &places,
                        &by_name,
                        table.beginning.decimal,
                    );
                }
                (_, Some(touchpoint)) => self.score(&record, cell, touchpoint, &places, &by_name),
                (_, None) => self.answers(&record, cell, &places),
            }
        }
        Ok(())
    }

    fn places<R: Read>(&self, table: &Table<R>) -> Result<Places, Trouble> {
        let source = self.source;
        let header = &table.beginning.header;
        let find = |name: &String| {
            let at = header.position(name);
            at.ok_or_else(|| Trouble::NoColumn(name.clone()))
        };
        let date = source.date.as_ref().map(find).transpose()?;
        let date = match date {
            Some(at) => Some((at, self.format(table, at)?)),
            None if self.options.on.is_some() => None,
            None => return Err(Trouble::NoDates),
        };
        let touchpoint = source.touchpoint.as_ref().map(find).transpose()?;
        let scores = source.columns.iter().filter(|_| touchpoint.is_none());
        if source.holds == Holds::Counts && touchpoint.is_none() {
            return Err(Trouble::NoColumn("touchpoint".to_owned()));
        }
        let score = match (source.holds, touchpoint) {
            (Holds::Answers, Some(_)) => {
                Some(find(source.score.as_ref().unwrap_or(&"score".to_owned()))?)
            }
            _ => None,
        };
        let known = header.known();
        Ok(Places {
            overall: source.overall.as_ref().map(find).transpose()?,
            width: header.names.len(),
            tool: header.tool,
            date,
            segment: source.segment.as_ref().map(find).transpose()?,
            response: source.response.as_ref().map(find).transpose()?,
            quote: self.options.quotes.as_ref().map(find).transpose()?,
            status: known.status,
            finished: known.finished,
            touchpoint,
            score,
            scores: scores.map(|it| find(&it.name)).collect::<Result<_, _>>()?,
            counts: super::sums::columns(header),
        })
    }

    fn format<R: Read>(&self, table: &Table<R>, at: usize) -> Result<DateFormat, Trouble> {
        if let Some(format) = self.source.dates {
            return Ok(format);
        }
        match table
            .beginning
            .profiles
            .get(at)
            .and_then(|it| it.dates.form())
        {
            Some(Form::One(format) | Form::Mixed(format)) => Ok(format),
            Some(Form::Unclear) => Err(Trouble::UnclearDates(
                table.beginning.header.names[at].clone(),
            )),
            None => Ok(DateFormat::Iso),
        }
    }

    fn leave(&mut self, reason: Reason, at: usize, record: &Record, field: &[u8]) {
        Report::leave(&mut self.left, reason, at, record.line(), field);
    }

    /// The period and segment of a row that counts.
    fn place(
        &mut self,
        record: &Record,
        places: &Places,
        memory: &mut Memory,
    ) -> Result<Option<usize>, Trouble> {
        if let Some(reason) = self.void(record, places) {
            self.leave(reason, 0, record, b"");
            return Ok(None);
        }
        let Some((day, first)) = self.day(record, places, memory) else {
            return Ok(None);
        };
        if self.is_known(record, places) {
            self.leave(Reason::Duplicate, 0, record, b"");
            return Ok(None);
        }
        let (earliest, latest) = self.days.unwrap_or((day, day));
        self.days = Some((earliest.min(day), latest.max(day)));
        if let Some(at) = places.quote {
            self.quote(day, record.get(at).unwrap_or_default());
        }
        let segment = match places.segment {
            None => 0,
            Some(at) => self.segment(record.get(at).unwrap_or_default().trim_ascii(), memory)?,
        };
        self.cell((first, segment), memory).map(Some)
    }

    fn quote(&mut self, on: Date, field: &[u8]) {
        let text = text(field);
        if is_no_answer(&text) {
            return;
        }
        if self.report.quotes.len() == MAX_QUOTES {
            self.report.more_quotes += 1;
            return;
        }
        let text = redact(&text).chars().take(QUOTE).collect();
        self.report.quotes.push(Quote { on, text });
    }

    fn void(&self, record: &Record, places: &Places) -> Option<Reason> {
        if record.is_too_long() {
            return Some(Reason::TooLong);
        }
        let surplus = |at: usize| record.get(at).is_some_and(|it| !it.trim_ascii().is_empty());
        let len = record.len();
        if len < places.width || len > places.width && (places.width..len).any(surplus) {
            return Some(Reason::Ragged);
        }
        let field = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default();
        match void(places.tool, field(places.status), field(places.finished))? {
            Void::Preview => Some(Reason::Preview),
            Void::Unfinished => Some(Reason::Unfinished),
        }
    }

    /// The day of a row and the first day of its period.
    fn day(
        &mut self,
        record: &Record,
        places: &Places,
        memory: &mut Memory,
    ) -> Option<(Date, Date)> {
        let Some((at, format)) = places.date else {
            return self
                .options
                .on
                .map(|day| (day, self.source.period.first(day)));
        };
        let field = record.get(at).unwrap_or_default();
        if field == memory.date && memory.day.is_some() {
            return memory.day;
        }
        let day = match self.source.holds {
            Holds::Answers => day(field, format),
            Holds::Counts => within(field, format, self.source.period),
        };
        let Some(day) = day else {
            let is_other = is_of_another_format(field, format);
            let reason = if is_other {
                Reason::OtherDate
            } else {
                Reason::NoDate
            };
            self.leave(reason, 0, record, field);
            return None;
        };
        memory.date.clear();
        memory.date.extend_from_slice(field);
        memory.day = Some((day, self.source.period.first(day)));
        memory.day
    }

    /// The response was counted before. One without id is told from all others.
    fn is_known(&mut self, record: &Record, places: &Places) -> bool {
        let id = places
            .response
            .and_then(|at| record.get(at))
            .unwrap_or_default();
        let id = id.trim_ascii();
        if id.is_empty() {
            return false;
        }
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        // In a table of scores, a response has one row for each touchpoint.
        places.touchpoint.map(|at| record.get(at)).hash(&mut hasher);
        !self.responses.insert(hasher.finish())
    }

    fn segment(&mut self, field: &[u8], memory: &mut Memory) -> Result<u32, Trouble> {
        if let Some((last, at)) = &memory.segment
            && last == field
        {
            return Ok(*at);
        }
        let at = match self.segments.get(field) {
            Some(at) => *at,
            None if self.segments.len() >= MAX_SEGMENTS => {
                let column = self.source.segment.clone();
                return Err(Trouble::TooManySegments(column.unwrap_or_default()));
            }
            None => {
                let at = self.segments.len() as u32;
                self.segments.insert(field.to_vec(), at);
                at
            }
        };
        memory.segment = Some((field.to_vec(), at));
        Ok(at)
    }

    fn cell(&mut self, key: (Date, u32), memory: &mut Memory) -> Result<usize, Trouble> {
        if let Some((last, cell)) = memory.cell
            && last == key
        {
            return Ok(cell);
        }
        let cell = match self.cells.get(&key) {
            Some(cell) => *cell,
            None if self.cells.len() >= MAX_CELLS => return Err(Trouble::TooManyReadings),
            None => {
                self.tallies
                    .push(vec![Tally::default(); self.targets.len()]);
                self.sums.push(vec![Sums::default(); self.targets.len()]);
                self.cells.insert(key, self.cells.len());
                self.cells.len() - 1
            }
        };
        memory.cell = Some((key, cell));
        Ok(cell)
    }

    /// One column a KPI.
    fn answers(&mut self, record: &Record, cell: usize, places: &Places) {
        let overall = places.overall.and_then(|at| record.get(at));
        let mut has_answer = false;
        for (at, column) in places.scores.iter().enumerate() {
            let field = record.get(*column).unwrap_or_default();
            let answer = self.targets[at].answer(field);
            if self.tallies[cell][at].add(answer) {
                has_answer = true;
            } else {
                self.no_answer(record, at, answer, field);
            }
            if let (Some(drivers), Some(overall)) = (&mut self.drivers, overall) {
                drivers.add(at, field, overall);
            }
        }
        self.close(has_answer);
    }

    fn no_answer(&mut self, record: &Record, at: usize, answer: Answer, field: &[u8]) {
        match answer {
            Answer::OffScale => self.leave(Reason::OffScale, at + 1, record, field),
            Answer::NotANumber => self.leave(Reason::NotANumber, at + 1, record, field),
            _ => self.unanswered[at] += 1,
        }
    }

    fn close(&mut self, has_answer: bool) {
        match has_answer {
            true => self.report.counted += 1,
            false => self.report.silent += 1,
        }
    }

    /// One row a touchpoint and its score.
    fn score(
        &mut self,
        record: &Record,
        cell: usize,
        touchpoint: usize,
        places: &Places,
        by_name: &HashMap<Vec<u8>, usize>,
    ) {
        let name = record.get(touchpoint).unwrap_or_default().trim_ascii();
        let Some(at) = by_name.get(name).copied() else {
            return self.leave(Reason::UnknownTouchpoint, 0, record, name);
        };
        let field = places
            .score
            .and_then(|it| record.get(it))
            .unwrap_or_default();
        let target = self.names[at];
        let answer = self.targets[target].answer(field);
        let counts = self.tallies[cell][target].add(answer);
        if !counts {
            self.no_answer(record, at, answer, field);
        }
        let overall = places.overall.and_then(|at| record.get(at));
        if let (Some(drivers), Some(overall)) = (&mut self.drivers, overall) {
            drivers.add(target, field, overall);
        }
        self.close(counts);
    }

    /// One row a touchpoint and its counts.
    fn sum(
        &mut self,
        record: &Record,
        cell: usize,
        touchpoint: usize,
        places: &Places,
        by_name: &HashMap<Vec<u8>, usize>,
        decimal: crate::journey::sources::Decimal,
    ) {
        let name = record.get(touchpoint).unwrap_or_default().trim_ascii();
        let Some(at) = by_name.get(name).copied() else {
            return self.leave(Reason::UnknownTouchpoint, 0, record, name);
        };
        let target = self.names[at];
        let metric = &self.targets[target].metric;
        let row = super::sums::row(record, &places.counts, metric, decimal);
        let added = row.and_then(|row| self.sums[cell][target].add(metric, &row));
        match added {
            Ok(()) => self.close(true),
            Err(reason) => self.leave(reason, 0, record, name),
        }
    }

    /// What all of it came to.
    pub fn report(mut self) -> Report {
        let mut report = std::mem::take(&mut self.report);
        let names = self.source.columns.iter().map(|it| it.name.clone());
        let names: Vec<String> = names.collect();
        let of_column = |(left, at): (Left, usize)| Left {
            column: at.checked_sub(1).map(|at| names[at].clone()),
            ..left
        };
        report.left = std::mem::take(&mut self.left)
            .into_iter()
            .map(of_column)
            .collect();
        let order = |it: &Left| (it.reason, it.column.clone());
        sort::by_key(&mut report.left, order);
        report.days = self.days;
        let pairs = |target: &usize| self.drivers.as_ref()?.pairs[*target].correlation();
        report.correlations = self.names.iter().map(pairs).collect();
        let cells = self.sorted_cells();
        let targets = self.targets.iter().enumerate();
        report.readings = targets
            .map(|(at, target)| KpiReadings {
                kpi: target.kpi.clone(),
                readings: cells
                    .iter()
                    .filter_map(|cell| self.reading(cell, at))
                    .collect(),
            })
            .collect();
        let columns = self.source.columns.iter().enumerate();
        report.answered = columns
            .map(|(at, column)| Answered {
                name: column.name.clone(),
                kpi: column.kpi.clone(),
                answers: (0..cells.len())
                    .map(|cell| self.weight(cell, self.names[at]))
                    .sum(),
                unanswered: self.unanswered[at],
            })
            .collect();
        report
    }

    /// Periods with their segments, in their order.
    fn sorted_cells(&self) -> Vec<(Date, Option<String>, usize)> {
        let named = |(name, at): (&Vec<u8>, &u32)| match text(name) {
            name if name.is_empty() => (*at, self.options.no_segment.clone()),
            name => (*at, name),
        };
        let segments: HashMap<u32, String> = self.segments.iter().map(named).collect();
        let cells = self.cells.iter();
        let mut cells: Vec<_> = cells
            .map(|((first, segment), cell)| (*first, segments.get(segment).cloned(), *cell))
            .collect();
        cells.sort();
        cells
    }

    /// So many answers, or rows of counts, that a cell holds for a target.
    fn weight(&self, cell: usize, target: usize) -> u64 {
        match self.source.holds {
            Holds::Answers => self.tallies[cell][target].answers(),
            Holds::Counts => self.sums[cell][target].rows,
        }
    }

    fn reading(
        &self,
        (first, segment, cell): &(Date, Option<String>, usize),
        target: usize,
    ) -> Option<Reading> {
        if self.weight(*cell, target) == 0 {
            return None;
        }
        let mut reading = Reading {
            from: Some(first.to_string()),
            on: self.source.period.last(*first).to_string(),
            segment: segment.clone(),
            ..Reading::default()
        };
        let metric = &self.targets[target].metric;
        match self.source.holds {
            Holds::Answers => self.tallies[*cell][target].fill(metric, &mut reading),
            Holds::Counts => self.sums[*cell][target].fill(metric, &mut reading),
        }
        Some(reading)
    }
}
