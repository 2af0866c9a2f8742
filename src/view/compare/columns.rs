//! Where the columns of touchpoints stand beside each other: integers alone, no journey.

use super::super::flow::cells;
use super::super::scroll;
use std::ops::Range;

/// The narrowest column: a number with its sign, and a blank.
const NARROW: u16 = 3;

/// The widest, so that a short journey stays together.
const WIDE: u16 = 26;

/// The columns in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) first: usize,
    pub(super) count: usize,
    /// Width that they share.
    pub(super) width: u16,
}

impl Columns {
    /// As many of `total` columns as fit, the selected one among them.
    pub(super) fn fit(width: u16, total: usize, selected: Option<usize>) -> Columns {
        let count = usize::from((width / NARROW).max(1)).min(total);
        let selected = selected.unwrap_or(0);
        let widest = cells(count).saturating_mul(WIDE);
        Columns {
            first: scroll::around(selected..selected + 1, count, total),
            count,
            width: width.min(widest),
        }
    }

    /// Indexes of the columns in view.
    pub(super) fn shown(&self) -> Range<usize> {
        self.first..self.first + self.count
    }

    /// Left edge of a column, counted from the first in view; negative before it.
    pub(super) fn left(&self, column: usize) -> i64 {
        let at = column as i64 - self.first as i64;
        (at * i64::from(self.width)).div_euclid(self.count.max(1) as i64)
    }

    /// The cell in the middle of a column.
    pub(super) fn middle(&self, column: usize) -> i64 {
        (self.left(column) + self.left(column + 1) - 1).div_euclid(2)
    }

    /// Left edge and width of columns in view.
    pub(super) fn span(&self, columns: Range<usize>) -> (u16, u16) {
        let edge = |column| {
            u16::try_from(self.left(column))
                .unwrap_or(0)
                .min(self.width)
        };
        let (left, right) = (edge(columns.start), edge(columns.end));
        (left, right.saturating_sub(left))
    }

    /// Width of the narrowest column in view.
    pub(super) fn narrowest(&self) -> u16 {
        self.width / cells(self.count.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_width_without_rest_and_the_selected_one_is_in_view() {
        for (width, total, selected) in [
            (69, 40, 0),
            (69, 40, 39),
            (69, 40, 17),
            (69, 4, 3),
            (2, 9, 5),
        ] {
            let columns = Columns::fit(width, total, Some(selected));
            let shown = columns.shown();
            assert!(
                shown.contains(&selected),
                "{selected} of {total} in {width}"
            );
            assert!(shown.end <= total);
            let mut x = 0;
            for column in shown {
                let (left, own) = columns.span(column..column + 1);
                assert_eq!(left, x);
                x += own;
            }
            assert_eq!(x, columns.width);
        }
    }

    #[test]
    fn nothing_to_show_takes_no_room() {
        let columns = Columns::fit(69, 0, None);
        assert_eq!((columns.shown(), columns.width), (0..0, 0));
    }

    #[test]
    fn what_lies_before_the_first_column_has_a_place_too() {
        let columns = Columns::fit(30, 40, Some(39));
        assert!(columns.left(columns.first - 1) < 0);
        assert!(columns.middle(columns.first) >= 0);
    }
}
