//! What became of each row of a survey: the counts that come out, and how many rows stayed out and
//! why. Bounded: of each reason the first lines are kept.

use jiff::civil::Date;

use crate::journey::figure::Reading;
use crate::journey::sources::Source;
use crate::measure::correlation::Correlation;

/// So many lines are kept of each reason.
const LINES: usize = 5;

/// So many letters of an example are kept.
const EXAMPLE: usize = 40;

/// Why a row, or one answer in it, stayed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Somebody tried the survey.
    Preview,
    /// Nobody sent it.
    Unfinished,
    /// It has another number of fields than the header.
    Ragged,
    /// It is larger than a record can be: a quote is not closed.
    TooLong,
    /// It has no date.
    NoDate,
    /// Its date is written in another way than the others.
    OtherDate,
    /// Its response was there before.
    Duplicate,
    /// It is for a touchpoint that is for no KPI.
    UnknownTouchpoint,
    /// An answer is no number.
    NotANumber,
    /// An answer is not on the scale.
    OffScale,
    /// Counts that do not fit their metric.
    Misfit,
    /// Counts that are there for this period, and do not add up over rows.
    Twice,
}

impl Reason {
    /// One answer of the row stayed out, not the row.
    pub fn is_of_answer(self) -> bool {
        matches!(self, Reason::NotANumber | Reason::OffScale)
    }
}

/// Rows, or answers, that stayed out for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Why.
    pub reason: Reason,
    /// The column, where one answer stayed out.
    pub column: Option<String>,
    /// How many.
    pub count: u64,
    /// The first lines.
    pub lines: Vec<u64>,
    /// What stood there first.
    pub example: Option<String>,
}

/// What one column with scores, or one touchpoint, came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The column or touchpoint.
    pub name: String,
    /// Its KPI.
    pub kpi: String,
    /// Answers that count.
    pub answers: u64,
    /// Rows that count and have no answer here.
    pub unanswered: u64,
}

/// The readings of one KPI, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiReadings {
    /// The KPI.
    pub kpi: String,
    /// They; none of them has its source yet.
    pub readings: Vec<Reading>,
}

/// What somebody wrote, without what leads to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The day.
    pub on: Date,
    /// The text, on one line.
    pub text: String,
}

/// What a survey came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Rows that were read.
    pub rows: u64,
    /// Rows with at least one answer that counts.
    pub counted: u64,
    /// Rows that could have counted and have no answer.
    pub silent: u64,
    /// Rows and answers that stayed out.
    pub left: Vec<Left>,
    /// What each column came to.
    pub answered: Vec<Answered>,
    /// The first and the last day on which an answer was given.
    pub days: Option<(Date, Date)>,
    /// How closely the answers of each column go together with the overall score; none where there
    /// is no such score, or it is this column.
    pub correlations: Vec<Option<Correlation>>,
    /// What comes out.
    pub readings: Vec<KpiReadings>,
    /// The first texts of the column that was asked for.
    pub quotes: Vec<Quote>,
    /// So many more there are.
    pub more_quotes: u64,
}

impl Report {
    /// Takes note of what stayed out. `at` tells columns apart; their names come later.
    pub(super) fn leave(
        left: &mut Vec<(Left, usize)>,
        reason: Reason,
        at: usize,
        line: u64,
        field: &[u8],
    ) {
        let known = left
            .iter_mut()
            .find(|(it, of)| it.reason == reason && *of == at);
        if let Some((left, _)) = known {
            left.count += 1;
            if left.lines.len() < LINES {
                left.lines.push(line);
            }
            return;
        }
        let example = super::decode::text(&field[..field.len().min(4 * EXAMPLE)]);
        let example: String = example.chars().take(EXAMPLE).collect();
        let new = Left {
            reason,
            column: None,
            count: 1,
            lines: vec![line],
            example: (!example.is_empty()).then_some(example),
        };
        left.push((new, at));
    }

    /// The source with the correlations that were found.
    pub fn told(&self, source: &Source) -> Source {
        let mut source = source.clone();
        let mut is_any = false;
        for (column, found) in source.columns.iter_mut().zip(&self.correlations) {
            // More digits would change with each answer, and mean nothing.
            column.correlation = found.map(|it| (it.r * 1e4).round() / 1e4);
            column.pairs = found.map(|it| it.n);
            is_any |= found.is_some();
        }
        let last = self.days.filter(|_| is_any).map(|(_, last)| last);
        source.until = last.map(|it| it.to_string());
        source
    }

    /// Rows that stayed out as a whole.
    pub fn rows_left(&self) -> u64 {
        let rows = self.left.iter().filter(|it| !it.reason.is_of_answer());
        rows.map(|it| it.count).sum()
    }
}
