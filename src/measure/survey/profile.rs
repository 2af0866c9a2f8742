//! What the values of a column look like at the beginning of a file. Knows no KPI.

use std::collections::BTreeMap;

use super::dates::Forms;
use super::numbers::{has_decimal_comma, is_no_answer, number};
use crate::journey::sources::Decimal;

/// So many different texts of a column are remembered.
const TEXTS: usize = 60;

/// A column, as far as its first values say.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// Values that are not empty and do not say "no answer".
    pub values: usize,
    /// Whole numbers from 0 to 10, by number.
    pub points: [usize; 11],
    /// Other numbers.
    pub other_numbers: usize,
    /// Numbers with a decimal comma.
    decimal_commas: usize,
    /// Numbers with a decimal point.
    decimal_points: usize,
    /// Dates, by their form.
    pub dates: Forms,
    /// Different texts with how often they stand there; the first ones.
    pub texts: BTreeMap<String, usize>,
    /// There are more.
    pub has_more_texts: bool,
}

/// Two scales in one column: most answers up to 5, and some up to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mixed {
    /// Answers from 0 to 5.
    pub low: usize,
    /// Answers from 6 to 10.
    pub high: usize,
}

impl Profile {
    /// Takes another value.
    pub fn add(&mut self, text: &str) {
        if is_no_answer(text) {
            return;
        }
        let text = text.trim();
        self.values += 1;
        self.dates.add(text.as_bytes());
        let has_comma = has_decimal_comma(text);
        let decimal = if has_comma {
            Decimal::Comma
        } else {
            Decimal::Point
        };
        match number(text, decimal) {
            Some(number) if (0.0..=10.0).contains(&number) && number.fract() == 0.0 => {
                self.points[number as usize] += 1;
            }
            Some(_) => self.other_numbers += 1,
            None => {}
        }
        self.decimal_commas += usize::from(has_comma);
        self.decimal_points +=
            usize::from(!has_comma && text.contains('.') && number(text, decimal).is_some());
        self.remember(text);
    }

    fn remember(&mut self, text: &str) {
        if let Some(count) = self.texts.get_mut(text) {
            *count += 1;
        } else if self.texts.len() < TEXTS {
            self.texts.insert(text.to_owned(), 1);
        } else {
            self.has_more_texts = true;
        }
    }

    /// Values that are numbers.
    pub fn numbers(&self) -> usize {
        self.points.iter().sum::<usize>() + self.other_numbers
    }

    /// Holds scores: nearly all of its values are whole numbers from 0 to 10.
    pub fn is_scores(&self) -> bool {
        let points: usize = self.points.iter().sum();
        self.values > 0 && points * 10 >= self.values * 9 && self.dates.written() == 0
    }

    /// Holds dates: most of its values are.
    pub fn is_dates(&self) -> bool {
        self.values > 0 && self.dates.written() * 2 > self.values
    }

    /// The highest score.
    pub fn highest(&self) -> usize {
        self.points
            .iter()
            .rposition(|count| *count > 0)
            .unwrap_or(0)
    }

    /// Most answers are of 0–5 and some of 6–10: hardly the same question. Who may choose from 0
    /// to 10 chooses 6 and more in most cases.
    pub fn mixed(&self) -> Option<Mixed> {
        let low: usize = self.points[..=5].iter().sum();
        let high: usize = self.points[6..].iter().sum();
        let is_odd = self.is_scores() && self.highest() > 7 && high > 0 && high * 4 < low;
        is_odd.then_some(Mixed { low, high })
    }

    /// It writes decimals with this sign.
    pub fn decimal(&self) -> Option<Decimal> {
        match (self.decimal_commas, self.decimal_points) {
            (0, 0) => None,
            (commas, points) if commas > points => Some(Decimal::Comma),
            _ => Some(Decimal::Point),
        }
    }

    /// So many values stand there more than once on average that they name groups.
    pub fn is_groups(&self) -> bool {
        !self.has_more_texts && self.texts.len() > 1 && self.texts.len() * 3 <= self.values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(values: &[(&str, usize)]) -> Profile {
        let mut profile = Profile::default();
        for (text, times) in values {
            (0..*times).for_each(|_| profile.add(text));
        }
        profile
    }

    #[test]
    fn two_scales_in_one_column_are_noticed() {
        let one = profile(&[("4.0", 60), ("5.0", 50), ("3", 40), ("9.0", 8), ("", 4)]);
        assert_eq!(one.mixed(), Some(Mixed { low: 150, high: 8 }));
        assert_eq!((one.values, one.highest()), (158, 9));
        for values in [
            &[("9", 50), ("10", 40), ("3", 20), ("0", 9)][..],
            &[("4", 60), ("5", 50)],
            &[("1", 10), ("7", 5), ("6", 1)],
            &[("2026-01-02", 10)],
        ] {
            assert_eq!(profile(values).mixed(), None, "{values:?}");
        }
    }

    #[test]
    fn columns_are_told_apart() {
        assert!(profile(&[("4", 5), ("N/A", 9)]).is_scores());
        assert!(!profile(&[("4", 5), ("fine", 5)]).is_scores());
        assert!(profile(&[("2026-01-02", 5), ("", 2)]).is_dates());
        assert!(!profile(&[("1790000000", 5)]).is_dates());
        assert!(profile(&[("gold", 5), ("silver", 5)]).is_groups());
        assert!(!profile(&[("a", 1), ("b", 1)]).is_groups());
        assert_eq!(
            profile(&[("4,5", 3), ("4", 9)]).decimal(),
            Some(Decimal::Comma)
        );
        assert_eq!(profile(&[("4.5", 3)]).decimal(), Some(Decimal::Point));
        assert_eq!(profile(&[("4", 3)]).decimal(), None);
    }
}
