//! Periods of readings: their first and their last day, and how aggregated tables write them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::dates::day;
use crate::journey::sources::{DateFormat, Period};

impl Period {
    /// The first day of the period that holds this day. Weeks begin on Monday.
    pub fn first(self, day: Date) -> Date {
        match self {
            Period::Week => {
                let back = day.weekday().since(Weekday::Monday);
                day.saturating_sub(i64::from(back).days())
            }
            Period::Month => day.first_of_month(),
            Period::Quarter => date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1),
            Period::Year => day.first_of_year(),
        }
    }

    /// The last day of the period that begins on this day.
    pub fn last(self, first: Date) -> Date {
        match self {
            Period::Week => first.saturating_add(6.days()),
            Period::Month => first.last_of_month(),
            Period::Quarter => first.saturating_add(2.months()).last_of_month(),
            Period::Year => first.last_of_year(),
        }
    }

    fn is_longer_than(self, other: Period) -> bool {
        let rank = |period| match period {
            Period::Week => 0,
            Period::Month => 1,
            Period::Quarter => 2,
            Period::Year => 3,
        };
        rank(self) > rank(other)
    }
}

/// A day in a period that a table of counts names: a day of it, `2026-03`, `2026-Q1`, `2026-W05` or
/// `2026`; and how long that is.
pub fn named(field: &[u8], format: DateFormat) -> Option<(Date, Option<Period>)> {
    let text = std::str::from_utf8(field).ok()?.trim();
    if let Some(day) = day(text.as_bytes(), format) {
        return Some((day, None));
    }
    let year: i16 = text.get(..4)?.parse().ok().filter(|year| *year >= 1000)?;
    let rest = text[4..]
        .trim_start_matches(['-', ' ', '/'])
        .to_ascii_lowercase();
    let number = |text: &str| text.parse::<i8>().ok();
    let (day, period) = match rest.split_at_checked(1) {
        None => (Date::new(year, 1, 1).ok()?, Period::Year),
        Some(("q", tail)) => {
            let quarter = number(tail).filter(|it| (1..=4).contains(it))?;
            (Date::new(year, 3 * quarter - 2, 1).ok()?, Period::Quarter)
        }
        Some(("w", tail)) => {
            let week = jiff::civil::ISOWeekDate::new(year, number(tail)?, Weekday::Monday).ok()?;
            (week.date(), Period::Week)
        }
        Some(_) => (Date::new(year, number(&rest)?, 1).ok()?, Period::Month),
    };
    Some((day, Some(period)))
}

/// As [`named`], where it is no longer than this period.
pub fn within(field: &[u8], format: DateFormat, period: Period) -> Option<Date> {
    let (day, of) = named(field, format)?;
    (!of.is_some_and(|of| of.is_longer_than(period))).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateFormat::Iso;

    #[test]
    fn periods_have_a_first_and_a_last_day() {
        for (period, day, first, last) in [
            (
                Period::Week,
                date(2026, 1, 1),
                date(2025, 12, 29),
                date(2026, 1, 4),
            ),
            (
                Period::Week,
                date(2026, 1, 5),
                date(2026, 1, 5),
                date(2026, 1, 11),
            ),
            (
                Period::Month,
                date(2024, 2, 29),
                date(2024, 2, 1),
                date(2024, 2, 29),
            ),
            (
                Period::Quarter,
                date(2026, 6, 30),
                date(2026, 4, 1),
                date(2026, 6, 30),
            ),
            (
                Period::Quarter,
                date(2026, 12, 1),
                date(2026, 10, 1),
                date(2026, 12, 31),
            ),
            (
                Period::Year,
                date(2026, 6, 30),
                date(2026, 1, 1),
                date(2026, 12, 31),
            ),
        ] {
            assert_eq!(period.first(day), first, "{period:?} {day}");
            assert_eq!(period.last(first), last, "{period:?} {day}");
        }
    }

    #[test]
    fn tables_of_counts_name_their_periods() {
        for (text, period, expected) in [
            ("2026-Q1", Period::Quarter, Some(date(2026, 1, 1))),
            ("2026 q4", Period::Quarter, Some(date(2026, 10, 1))),
            ("2026-03", Period::Month, Some(date(2026, 3, 1))),
            ("2026-03", Period::Quarter, Some(date(2026, 3, 1))),
            ("2026-Q1", Period::Month, None),
            ("2026", Period::Year, Some(date(2026, 1, 1))),
            ("2026-W01", Period::Week, Some(date(2025, 12, 29))),
            ("2026-03-17", Period::Month, Some(date(2026, 3, 17))),
            ("2026-Q5", Period::Quarter, None),
            ("2026-13", Period::Month, None),
            ("März", Period::Month, None),
        ] {
            assert_eq!(within(text.as_bytes(), Iso, period), expected, "{text}");
        }
    }
}
