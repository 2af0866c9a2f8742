//! Days as survey tools write them, and in which way a column writes them. Knows no periods.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::journey::sources::DateFormat;

/// The day that a field names, with or without a time behind it. The clock time is as the tool
/// wrote it; Unix time is read as UTC.
pub fn day(field: &[u8], format: DateFormat) -> Option<Date> {
    let field = field.trim_ascii();
    match format {
        DateFormat::UnixTime => unix(field),
        DateFormat::Iso => iso(field),
        _ => {
            let (first, second, year, _) = parts(field)?;
            match format {
                DateFormat::DayMonthYear => Date::new(year, second, first).ok(),
                _ => Date::new(year, first, second).ok(),
            }
        }
    }
}

/// Seconds, or thousandths of them, since 1970; at least nine digits.
fn unix(field: &[u8]) -> Option<Date> {
    let whole = field.split(|byte| *byte == b'.').next().unwrap_or_default();
    let is_time = (9..=13).contains(&whole.len()) && whole.len() != 11;
    let number = is_time.then(|| digits(whole)).flatten()?;
    let seconds = if whole.len() > 10 {
        number / 1000
    } else {
        number
    };
    let time = Timestamp::from_second(seconds).ok()?;
    Some(time.to_zoned(TimeZone::UTC).date())
}

/// `2026-09-30`, `2026/09/30`, `20260930`.
fn iso(field: &[u8]) -> Option<Date> {
    if field.len() == 8
        && let Some(number) = digits(field)
    {
        let (year, rest) = (number / 10_000, number % 10_000);
        return Date::new(year as i16, (rest / 100) as i8, (rest % 100) as i8).ok();
    }
    let separator = *field.get(4)?;
    if !matches!(separator, b'-' | b'/') {
        return None;
    }
    let year = digits(field.get(..4)?)?;
    let (month, rest) = number(&field[5..])?;
    let (day, rest) = number(rest.strip_prefix(&[separator])?)?;
    let date = Date::new(year as i16, month, day).ok();
    date.filter(|_| is_time(rest))
}

/// Two numbers and the year: `30.9.2026`, `09/30/2026`, `30-09-2026`; and what stands between.
fn parts(field: &[u8]) -> Option<(i8, i8, i16, u8)> {
    let (first, rest) = number(field)?;
    let (separator, rest) = rest.split_first()?;
    if !matches!(separator, b'.' | b'/' | b'-') {
        return None;
    }
    let (second, rest) = number(rest)?;
    let rest = rest.strip_prefix(&[*separator])?;
    let year = digits(rest.get(..4)?)?;
    is_time(&rest[4..]).then_some((first, second, year as i16, *separator))
}

/// One or two digits, and what comes behind them.
fn number(field: &[u8]) -> Option<(i8, &[u8])> {
    let digit = |at: usize| field.get(at).filter(|byte| byte.is_ascii_digit());
    let first = (digit(0)? - b'0') as i8;
    match digit(1) {
        Some(second) => Some((10 * first + (second - b'0') as i8, &field[2..])),
        None => Some((first, &field[1..])),
    }
}

fn digits(field: &[u8]) -> Option<i64> {
    let add = |number: i64, byte: &u8| {
        let digit = byte.is_ascii_digit().then(|| i64::from(byte - b'0'))?;
        Some(10 * number + digit)
    };
    let is_short = (1..=13).contains(&field.len());
    is_short.then(|| field.iter().try_fold(0, add)).flatten()
}

/// Nothing, or something that may be a time.
fn is_time(rest: &[u8]) -> bool {
    match rest {
        [] => true,
        [b' ' | b'T' | b',', tail @ ..] => {
            let tail = tail.trim_ascii_start();
            tail.first().is_none_or(u8::is_ascii_digit)
        }
        _ => false,
    }
}

/// How the dates of a column are written, as far as its values say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forms {
    iso: usize,
    /// With points: the day comes first.
    pointed: usize,
    /// With another sign, and only the day can come first.
    day_first: usize,
    /// With another sign, and only the month can come first.
    month_first: usize,
    /// With another sign, and either can.
    either: usize,
    unix: usize,
    /// Values that are no dates.
    pub others: usize,
}

/// What a column of dates says of its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// All dates are written so.
    One(DateFormat),
    /// Most dates are written so, and some in another way.
    Mixed(DateFormat),
    /// Day or month may come first, and no value tells.
    Unclear,
}

impl Forms {
    /// Takes another value of the column.
    pub fn add(&mut self, field: &[u8]) {
        let field = field.trim_ascii();
        let count = match parts(field) {
            _ if field.is_empty() => return,
            _ if iso(field).is_some() => &mut self.iso,
            Some((first, second, year, separator)) => {
                let day_first = Date::new(year, second, first).is_ok();
                let month_first = separator != b'.' && Date::new(year, first, second).is_ok();
                match (day_first, month_first) {
                    (true, false) if separator == b'.' => &mut self.pointed,
                    (true, false) => &mut self.day_first,
                    (false, true) => &mut self.month_first,
                    // The third of March reads the same both ways.
                    (true, true) if first == second => return,
                    (true, true) => &mut self.either,
                    (false, false) => &mut self.others,
                }
            }
            _ if unix(field).is_some() => &mut self.unix,
            _ => &mut self.others,
        };
        *count += 1;
    }

    /// So many values are dates.
    pub fn dates(&self) -> usize {
        self.iso + self.unix + self.pointed + self.slashed()
    }

    /// So many are dates in words, and not numbers that may be times.
    pub fn written(&self) -> usize {
        self.dates() - self.unix
    }

    fn slashed(&self) -> usize {
        self.day_first + self.month_first + self.either
    }

    /// The form, where there is a date.
    pub fn form(&self) -> Option<Form> {
        let slashed = match (self.day_first, self.month_first) {
            (0, 0) => DateFormat::MonthDayYear,
            (day, month) if day > month => DateFormat::DayMonthYear,
            _ => DateFormat::MonthDayYear,
        };
        let counts = [
            (self.iso, DateFormat::Iso),
            (self.pointed, DateFormat::DayMonthYear),
            (self.slashed(), slashed),
            (self.unix, DateFormat::UnixTime),
        ];
        let (most, format) = counts.into_iter().rev().max_by_key(|(count, _)| *count)?;
        let others = self.dates() - most;
        let both_ways = self.day_first > 0 && self.month_first > 0;
        if most == 0 {
            return None;
        }
        let by_slash = most == self.slashed() && most > self.iso && most > self.pointed;
        if by_slash && self.day_first + self.month_first == 0 {
            return Some(Form::Unclear);
        }
        Some(match others > 0 || by_slash && both_ways {
            true => Form::Mixed(format),
            false => Form::One(format),
        })
    }
}

/// It is a day, only not in this format.
pub fn is_of_another_format(field: &[u8], format: DateFormat) -> bool {
    use DateFormat::{DayMonthYear, Iso, MonthDayYear, UnixTime};
    let others = [Iso, DayMonthYear, MonthDayYear, UnixTime].into_iter();
    others
        .filter(|other| *other != format)
        .any(|other| day(field, other).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateFormat::{DayMonthYear, Iso, MonthDayYear, UnixTime};
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn days_are_read_with_and_without_a_time() {
        for (text, format, expected) in [
            ("2026-09-30", Iso, Some(date(2026, 9, 30))),
            ("2026-09-30T23:59:00Z", Iso, Some(date(2026, 9, 30))),
            ("2026-09-30 08:15:00", Iso, Some(date(2026, 9, 30))),
            ("2026/9/3 8:15:00 PM GMT+1", Iso, Some(date(2026, 9, 3))),
            ("20260930", Iso, Some(date(2026, 9, 30))),
            ("2026-02-29", Iso, None),
            ("2026-09-30x", Iso, None),
            ("30.09.2026", DayMonthYear, Some(date(2026, 9, 30))),
            ("3.9.2026 08:15:00", DayMonthYear, Some(date(2026, 9, 3))),
            ("30/09/2026, 08:15", DayMonthYear, Some(date(2026, 9, 30))),
            ("09/30/2026", DayMonthYear, None),
            (
                "09/30/2026 8:15:00 PM",
                MonthDayYear,
                Some(date(2026, 9, 30)),
            ),
            ("30.09.26", DayMonthYear, None),
            ("1790000000", UnixTime, Some(date(2026, 9, 21))),
            ("1790000000123", UnixTime, Some(date(2026, 9, 21))),
            ("12345", UnixTime, None),
            ("", Iso, None),
            ("soon", Iso, None),
        ] {
            assert_eq!(day(text.as_bytes(), format), expected, "{text} {format:?}");
        }
    }

    #[test]
    fn the_column_says_how_its_dates_are_written() {
        let form = |values: &[&str]| {
            let mut forms = Forms::default();
            values.iter().for_each(|it| forms.add(it.as_bytes()));
            forms.form()
        };
        for (values, expected) in [
            (&["2026-01-02", ""][..], Some(Form::One(Iso))),
            (&["1.2.2026"], Some(Form::One(DayMonthYear))),
            (&["01/02/2026", "01/13/2026"], Some(Form::One(MonthDayYear))),
            (&["01/02/2026", "13/01/2026"], Some(Form::One(DayMonthYear))),
            (&["01/02/2026", "03/04/2026"], Some(Form::Unclear)),
            (
                &["13/01/2026", "01/13/2026", "01/14/2026"],
                Some(Form::Mixed(MonthDayYear)),
            ),
            (
                &["2026-01-02", "2026-01-03", "3.1.2026"],
                Some(Form::Mixed(Iso)),
            ),
            (&["1790000000"], Some(Form::One(UnixTime))),
            (&["5", "yes"], None),
            (&[], None),
        ] {
            assert_eq!(form(values), expected, "{values:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            year in 1970i16..2100, month in 1i8..=12, of_month in 1i8..=28, time in 0u32..3,
        ) {
            let expected = Some(date(year, month, of_month));
            let time = ["", " 10:00", "T10:00:00Z"][time as usize];
            let iso = format!("{year:04}-{month:02}-{of_month:02}{time}");
            prop_assert_eq!(day(iso.as_bytes(), Iso), expected);
            let day_first = format!("{of_month}.{month}.{year}{time}");
            prop_assert_eq!(day(day_first.as_bytes(), DayMonthYear), expected);
            let month_first = format!("{month:02}/{of_month:02}/{year}{time}");
            prop_assert_eq!(day(month_first.as_bytes(), MonthDayYear), expected);
        }

        #[test]
        fn no_bytes_hurt(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            for format in [Iso, DayMonthYear, MonthDayYear, UnixTime] {
                let _ = day(&bytes, format);
            }
            Forms::default().add(&bytes);
        }
    }
}
