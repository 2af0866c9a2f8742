//! The arguments of `touchline import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::journey::check::parse_date;
use crate::journey::sources::{DateFormat, Decimal, Encoding, Holds, Period};
use crate::measure::survey::table::delimiter;
use crate::measure::survey::wish::{Wish, Wishes, wish};

/// What is mapped how.
const SURVEY_HELP: &str = "\
touchline import survey answers.csv --into stay.ron
    matches columns with touchpoints by their names, shows the mapping, asks
touchline import survey answers.csv --into stay.ron --period quarter \\
    --map 'Q1=desk:csat(5,2)' --map 'Q2=.:nps' --missing 0 --segment Gender
    says it by hand: Q1 is for a CSAT at the touchpoint desk, Q2 for the NPS of the journey
touchline import survey answers-2026-04.csv --into stay.ron --yes
    next month: the mapping is in stay.sources.ron, and the file name fits its pattern

A file of counts has the columns date (a day, 2026-03, 2026-Q1), touchpoint, and those of the
metric, such as promoters, passives, detractors.

Exit codes: 0 written, or nothing to write; 1 there is something to write and nobody agreed;
2 wrong use, or a file that cannot be read or written.";

/// What is read, and what it ends with.
const MAP_HELP: &str = "\
touchline import map journey.mmd -o stay.ron
    a Mermaid journey diagram; scores from 1 to 5 become the emotion, actors become personas
touchline import map README.md -o stay.ron --yes
    the first such diagram, else the tables with stages or touchpoints as rows or as columns
touchline import map plan.csv -o stay.ron
    such a table from a spreadsheet; its heads are English or German words for fields
touchline import map stay.json -o stay.ron
    what touchline export wrote
touchline import map journey.mmd -o -
    the journey on stdout

Each line that was not understood, or not wholly taken over, is listed with its number.

Exit codes: 0 written; 1 no journey is in the file, or nobody agreed to write; 2 wrong use, or a
file that cannot be read or written.";

#[derive(Debug, Args)]
#[command(after_help = MAP_HELP)]
pub(in crate::cli) struct MapArguments {
    /// The map: Mermaid, Markdown, CSV or JSON; - for stdin
    pub(super) file: PathBuf,

    /// The journey to write, which must not be there yet; without an ending it gets .ron; - for
    /// stdout
    #[arg(short, long, value_name = "JOURNEY")]
    pub(super) output: PathBuf,

    /// Write without asking
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
#[command(after_help = SURVEY_HELP)]
pub(in crate::cli) struct SurveyArguments {
    /// The answers: CSV or TSV files of one survey, or - for stdin
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,

    /// The journey that the readings come into
    #[arg(long, value_name = "JOURNEY")]
    pub(super) into: PathBuf,

    /// What a column is for: COLUMN=KPI, or COLUMN=TOUCHPOINT:METRIC with nps, csat(5,2),
    /// ces(agree|mean|easy); . is the journey. With --touchpoint, COLUMN is a name in that column
    #[arg(long = "map", value_name = "COLUMN=KPI", value_parser = wish)]
    map: Vec<Wish>,

    /// The column with the date
    #[arg(long, value_name = "COLUMN")]
    date: Option<String>,

    /// How dates are written [default: as the column proves]
    #[arg(long, value_enum, value_name = "FORMAT")]
    dates: Option<Dates>,

    /// A day of the period that all answers are of, where no column has dates
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with_all = ["date", "dates"])]
    pub(super) on: Option<Date>,

    /// How long a reading is [default: month]
    #[arg(long, value_enum)]
    period: Option<PeriodName>,

    /// The column with the segment
    #[arg(long, value_name = "COLUMN")]
    segment: Option<String>,

    /// The column with the response id: each response counts once
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,

    /// The column that names the touchpoint of a row, where there is one column of scores
    #[arg(long, value_name = "COLUMN")]
    touchpoint: Option<String>,

    /// That column of scores
    #[arg(long, value_name = "COLUMN")]
    score: Option<String>,

    /// The column with the overall score: how closely the touchpoints go together with it is kept
    #[arg(long, value_name = "COLUMN")]
    overall: Option<String>,

    /// The rows are counts that somebody made before
    #[arg(long)]
    counts: bool,

    /// Values that mean "not answered", such as '0; 99'
    #[arg(long, value_name = "VALUES")]
    missing: Option<String>,

    /// What stands between two fields: one character, or tab [default: recognised]
    #[arg(long, value_name = "CHARACTER", value_parser = one_character)]
    delimiter: Option<String>,

    /// How letters are written [default: recognised]
    #[arg(long, value_enum)]
    encoding: Option<EncodingName>,

    /// What stands before decimals [default: recognised]
    #[arg(long, value_enum)]
    decimal: Option<DecimalName>,

    /// The source in the file of sources [default: the one whose pattern the file name fits]
    #[arg(long, value_name = "ID")]
    pub(super) source: Option<String>,

    /// Take texts of people as feedback, COLUMN=TOUCHPOINT: each is shown without e-mail addresses
    /// and phone numbers, and taken only when you say so; on a terminal
    #[arg(long, value_name = "COLUMN=TOUCHPOINT", value_parser = texts)]
    pub(super) feedback: Option<(String, String)>,

    /// Also replace readings of the same days that came from elsewhere
    #[arg(long)]
    pub(super) replace: bool,

    /// Write without asking
    #[arg(long)]
    pub(super) yes: bool,
}

impl SurveyArguments {
    /// What was said of the survey.
    pub(super) fn wishes(&self) -> Wishes {
        Wishes {
            source: self.source.clone(),
            holds: self.counts.then_some(Holds::Counts),
            date: self.date.clone(),
            dates: self.dates.map(DateFormat::from),
            has_day: self.on.is_some(),
            period: self.period.map(Period::from),
            segment: self.segment.clone(),
            response: self.id.clone(),
            touchpoint: self.touchpoint.clone(),
            score: self.score.clone(),
            overall: self.overall.clone(),
            missing: self.missing.clone(),
            delimiter: self.delimiter.clone(),
            encoding: self.encoding.map(Encoding::from),
            decimal: self.decimal.map(Decimal::from),
            map: self.map.clone(),
        }
    }
}

/// An enum of the command line for one of the file format.
macro_rules! names {
    ($($name:ident as $of:ident { $($variant:ident = $meaning:ident),+ $(,)? })+) => {$(
        #[derive(Debug, Clone, Copy, ValueEnum)]
        enum $name { $($variant),+ }

        impl From<$name> for $of {
            fn from(name: $name) -> $of {
                match name { $($name::$variant => $of::$meaning),+ }
            }
        }
    )+};
}

names! {
    Dates as DateFormat { Iso = Iso, DayMonth = DayMonthYear, MonthDay = MonthDayYear, Unix = UnixTime }
    PeriodName as Period { Week = Week, Month = Month, Quarter = Quarter, Year = Year }
    EncodingName as Encoding { Utf8 = Utf8, Utf16 = Utf16, Windows1252 = Windows1252 }
    DecimalName as Decimal { Point = Point, Comma = Comma }
}

fn day(text: &str) -> Result<Date, &'static str> {
    parse_date(text).ok_or("not a date; write it as YYYY-MM-DD")
}

fn one_character(text: &str) -> Result<String, &'static str> {
    delimiter(text)
        .map(|_| text.to_owned())
        .ok_or("one ASCII character, or tab")
}

fn texts(text: &str) -> Result<(String, String), &'static str> {
    let (column, touchpoint) = text
        .rsplit_once('=')
        .ok_or("write it as COLUMN=TOUCHPOINT")?;
    Ok((column.trim().to_owned(), touchpoint.trim().to_owned()))
}
