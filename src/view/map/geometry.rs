//! Where the parts of the Map stand: plain integer arithmetic, no journey, no text, no style.
//!
//! Columns share the width without a rest and without overlapping; lanes are stacked from the
//! first one shown until the rows are used up.

use crate::app::map::Widths;
use std::cell::OnceCell;
use std::ops::Range;

/// A column narrower than this tears its words apart.
const NARROW: u16 = 15;
/// Columns may be this much narrower than their texts like, where all of them are in view then.
const SNUG: u16 = 16;
/// Cells at the left of a column that hold no text: the line between stages, and the cursor's bar.
pub(super) const MARGIN: u16 = 2;
/// With the whole journey on the screen, a column narrower than this has no line at its left.
const LINED: u16 = 3;
/// With the whole journey on the screen, names stand over columns of at least this width.
pub(super) const NAMED: usize = 11;

/// How wide a column may be, where the screen allows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Width {
    least: u16,
    /// So that a short journey stays together.
    most: u16,
}

impl Width {
    /// What was chosen; `needed` is how wide the texts like it.
    pub(super) fn of(widths: Widths, needed: u16) -> Width {
        let (least, most) = match widths {
            Widths::Narrow => (NARROW, 20),
            Widths::Normal => (21, 30),
            Widths::Wide => (31, 56),
            Widths::Automatic => (needed.clamp(NARROW, 30), 40),
        };
        Width { least, most }
    }

    /// How many of `total` columns stand in so much room.
    fn count(self, widths: Widths, room: u16, total: usize) -> usize {
        let fits = match widths {
            Widths::Automatic if total <= usize::from(room / SNUG) => total,
            // A little less or more than the texts like, whatever is nearer.
            Widths::Automatic => usize::from((room + self.least / 2) / self.least),
            _ => usize::from(room / self.least),
        };
        fits.max(1).min(total)
    }
}

/// The columns beside the fixed first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Width of the fixed first column.
    pub(super) labels: u16,
    /// Index of the first column shown.
    pub(super) first: usize,
    /// How many are shown.
    pub(super) count: usize,
    /// Width that they share.
    pub(super) width: u16,
    /// How many there are.
    pub(super) total: usize,
    /// Cells at the left of a column for the line between stages.
    pub(super) line: u16,
    /// Cells before the text of a column, those for the line included.
    pub(super) margin: u16,
}

impl Columns {
    /// As many of `total` columns as fit in `width`, from `first` on or a little before it, so
    /// that no place is wasted at the right end. `longest` is the width of the longest label,
    /// `needed` how wide the texts like their columns.
    pub(super) fn fit(
        width: u16,
        longest: u16,
        (widths, needed): (Widths, u16),
        total: usize,
        first: usize,
    ) -> Columns {
        let share = if width < 48 {
            width / 3
        } else {
            (width / 6 + 4).max(16)
        };
        let labels = (longest + 2).min(share).min(width);
        let free = width - labels;
        let column = Width::of(widths, needed);
        let count = column.count(widths, free, total);
        let widest = u16::try_from(count).map_or(u16::MAX, |it| it.saturating_mul(column.most));
        Columns {
            labels,
            first: first.min(total - count),
            count,
            width: free.min(widest),
            total,
            line: 1,
            margin: MARGIN,
        }
    }

    /// All columns in the room of these, beside a first one that is as wide. There may be more of
    /// them than cells.
    pub(super) fn whole(&self, width: u16) -> Columns {
        let width = width.saturating_sub(self.labels);
        let each = usize::from(width) / self.total.max(1);
        let line = u16::from(each >= usize::from(LINED));
        Columns {
            first: 0,
            count: self.total,
            width,
            line,
            // A name keeps clear of the cursor's bar.
            margin: if each >= NAMED { MARGIN } else { line },
            ..self.clone()
        }
    }

    /// The columns shown, those together that stand in the same cell.
    pub(super) fn groups(&self) -> Vec<Range<usize>> {
        let mut groups: Vec<Range<usize>> = Vec::new();
        for column in self.shown() {
            match groups.last_mut() {
                Some(group) if self.left(group.start) == self.left(column) => {
                    group.end = column + 1;
                }
                _ => groups.push(column..column + 1),
            }
        }
        groups
    }

    /// Indices of the columns shown.
    pub(super) fn shown(&self) -> Range<usize> {
        self.first..self.first + self.count
    }

    /// Left edge of a column, counted from the right edge of the fixed one; negative at the left
    /// of the screen.
    pub(super) fn left(&self, column: usize) -> i64 {
        let place = column as i64 - self.first as i64;
        (place * i64::from(self.width)).div_euclid(self.count.max(1) as i64)
    }

    /// Left edge and width of columns that are shown.
    pub(super) fn span(&self, columns: Range<usize>) -> (u16, u16) {
        let [left, right] = [columns.start, columns.end].map(|column| {
            u16::try_from(self.left(column))
                .unwrap_or(0)
                .min(self.width)
        });
        (self.labels + left, right.saturating_sub(left))
    }

    /// The smallest scroll that shows the column.
    pub(super) fn follow(&mut self, column: usize) {
        let column = column.min(self.total.saturating_sub(1));
        let lowest = (column + 1).saturating_sub(self.count);
        self.first = self.first.clamp(lowest.min(column), column);
    }
}

/// How many rows the parts of the Map may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    /// Rows for the names of the touchpoints.
    pub(super) names: u16,
    /// Rows of a lane of texts.
    pub(super) texts: u16,
    /// Rows of the curve.
    pub(super) curve: u16,
    /// One row for each rating, instead of all in one.
    pub(super) ratings: bool,
    /// Rows between lanes, for a line.
    pub(super) gap: u16,
}

impl Limits {
    /// Nothing is cut.
    pub(super) const NONE: Limits = Limits {
        names: u16::MAX,
        texts: u16::MAX,
        curve: 7,
        ratings: true,
        gap: 1,
    };

    /// What suits a screen of this height.
    pub(super) fn of_screen(height: u16) -> Limits {
        Limits {
            names: (height / 10).clamp(1, 3),
            texts: ((height + 2) / 7).clamp(1, 12),
            curve: (height / 4).clamp(1, 10) | 1,
            ratings: height >= 18,
            gap: u16::from(height >= 40),
        }
    }
}

/// How many rows the parts may take with the whole journey on the screen: a row for each lane, lines
/// between them where there is room for both, and the rest for the curve.
impl Limits {
    pub(super) fn of_whole(rows: u16, names: u16, lanes: u16) -> Limits {
        let heads = 2 + names;
        let gap = u16::from(rows >= heads + 2 * lanes + 11);
        let left = rows.saturating_sub(heads + lanes * (1 + gap));
        // Of the five steps from −2 to +2, each has a row.
        let least = (rows / 4).max(5).min(rows / 3).max(1);
        Limits {
            names,
            texts: 1,
            curve: left.clamp(least, (rows / 2).max(least)),
            ratings: false,
            gap,
        }
    }
}

/// The rows of one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// First row, counted from the top of the first lane.
    pub(super) top: u16,
    /// Rows there are.
    pub(super) height: u16,
    /// Rows the lane asked for are all there.
    pub(super) whole: bool,
}

/// Lanes under each other in `rows`, the last one as tall as is left. Where not all of them fit,
/// the last row stays free for a mark that says so. Asks for no height below the screen.
pub(super) fn stack(rows: u16, gap: u16, wanted: impl Iterator<Item = u16>) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut top = 0;
    for height in wanted {
        let fits = rows - top;
        slots.push(Slot {
            top,
            height: height.min(fits),
            whole: height <= fits,
        });
        if fits <= height.saturating_add(gap) {
            top = rows;
        } else {
            top += height + gap;
        }
        if height > fits || (fits == 0) {
            break;
        }
    }
    make_room_for_mark(rows, &mut slots);
    slots
}

/// Frees the last row where the last lane is cut, or none of it is left.
fn make_room_for_mark(rows: u16, slots: &mut Vec<Slot>) {
    if slots.last().is_none_or(|last| last.whole) {
        return;
    }
    let end = rows.saturating_sub(1);
    for slot in slots.iter_mut() {
        let fits = end.saturating_sub(slot.top);
        slot.whole &= slot.height <= fits;
        slot.height = slot.height.min(fits);
    }
    slots.retain(|slot| slot.height > 0);
}

/// The smallest scroll from `first` that shows all of lane `cursor`, or its top where it is taller
/// than the screen. Scrolls back where rows would stay empty below the last lane.
///
/// To know how tall a lane is costs as much as to draw it: asks for no lane that does not matter.
pub(super) fn follow_lane(
    first: usize,
    cursor: Option<usize>,
    rows: u16,
    gap: u16,
    heights: &Heights,
) -> usize {
    let mut first = first.min(heights.count().saturating_sub(1));
    while first > 0 && heights.shows_end(first - 1, rows, gap) {
        first -= 1;
    }
    let Some(cursor) = cursor.filter(|lane| *lane < heights.count()) else {
        return first;
    };
    first = first.min(cursor);
    while first < cursor && !heights.shows(first, cursor, rows, gap) {
        first += 1;
    }
    first
}

/// How tall the lanes are, found out when first asked.
pub(super) struct Heights<'a> {
    known: Vec<OnceCell<u16>>,
    height: &'a dyn Fn(usize) -> u16,
}

impl<'a> Heights<'a> {
    /// Of so many lanes.
    pub(super) fn new(count: usize, height: &'a dyn Fn(usize) -> u16) -> Heights<'a> {
        Heights {
            known: vec![OnceCell::new(); count],
            height,
        }
    }

    fn count(&self) -> usize {
        self.known.len()
    }

    fn from(&self, first: usize) -> impl Iterator<Item = u16> {
        let lanes = self.known.iter().enumerate().skip(first);
        lanes.map(|(lane, known)| *known.get_or_init(|| (self.height)(lane)))
    }

    fn shows_end(&self, first: usize, rows: u16, gap: u16) -> bool {
        let slots = stack(rows, gap, self.from(first));
        slots.len() == self.count() - first && slots.iter().all(|slot| slot.whole)
    }

    fn shows(&self, first: usize, lane: usize, rows: u16, gap: u16) -> bool {
        let with_gaps = self
            .from(first)
            .map(|it| usize::from(it) + usize::from(gap));
        let up_to_lane: usize = with_gaps.take(lane - first + 1).sum();
        // With a row to spare for the mark of more, it does not matter what follows.
        let has_room = up_to_lane < usize::from(rows) + usize::from(gap);
        has_room || {
            let slots = stack(rows, gap, self.from(first));
            slots.get(lane - first).is_some_and(|slot| slot.whole)
        }
    }
}

/// Rows of a chart of `steps` steps so that each step takes equally many, at most `limit`.
pub(super) fn chart_rows(steps: u64, limit: u16) -> u16 {
    let whole = u64::from(limit.saturating_sub(1)) / steps.max(1) * steps;
    if whole == 0 { limit } else { whole as u16 + 1 }
}

/// The row of a value, 0 at the top for `max`; values outside stand at the edge.
pub(in crate::view) fn chart_row(value: i64, min: i64, max: i64, rows: u16) -> u16 {
    let last = i128::from(rows.saturating_sub(1));
    let span = (i128::from(max) - i128::from(min)).max(1);
    let down = i128::from(max) - i128::from(value.clamp(min, max.max(min)));
    ((2 * down * last + span) / (2 * span)).clamp(0, last) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    fn heights(slots: &[Slot]) -> Vec<(u16, u16, bool)> {
        slots
            .iter()
            .map(|slot| (slot.top, slot.height, slot.whole))
            .collect()
    }

    fn fit(width: u16, total: usize, first: usize) -> Columns {
        Columns::fit(width, 19, (Widths::Automatic, 21), total, first)
    }

    #[test]
    fn columns_are_as_wide_as_was_chosen() {
        use Widths::{Automatic, Narrow, Normal, Wide};
        for (widths, needed, width, total, count, shared) in [
            (Narrow, 30, 80, 20, 4, 63),
            (Normal, 30, 80, 20, 3, 63),
            (Wide, 1, 80, 20, 2, 63),
            (Narrow, 30, 200, 20, 11, 179),
            (Normal, 30, 200, 20, 8, 179),
            (Wide, 1, 200, 20, 5, 179),
            (Narrow, 30, 200, 3, 3, 60),
            (Normal, 30, 200, 3, 3, 90),
            (Wide, 1, 200, 3, 3, 168),
            // Short texts let more columns stand beside each other, and long ones fewer.
            (Automatic, 5, 80, 20, 4, 63),
            (Automatic, 20, 80, 20, 3, 63),
            (Automatic, 99, 80, 20, 2, 63),
            // A little narrower, and all is in view.
            (Automatic, 24, 135, 7, 7, 114),
            (Automatic, 24, 135, 8, 5, 114),
            (Automatic, 24, 200, 1, 1, 40),
        ] {
            let columns = Columns::fit(width, 19, (widths, needed), total, 0);
            let what = (columns.count, columns.width);
            assert_eq!(what, (count, shared), "{widths:?}, {width} × {total}");
        }
    }

    #[test]
    fn so_many_columns_fit() {
        for (width, total, labels, count) in [
            (80, 20, 17, 3),
            (120, 20, 21, 5),
            (200, 20, 21, 9),
            (200, 3, 21, 3),
            (500, 1000, 21, 23),
            (20, 20, 6, 1),
            (1, 20, 0, 1),
            (0, 20, 0, 1),
            (80, 0, 17, 0),
        ] {
            let columns = fit(width, total, 0);
            assert_eq!(
                (columns.labels, columns.count),
                (labels, count),
                "{width} × {total}"
            );
        }
    }

    #[test]
    fn columns_share_the_width_without_rest_or_overlap() {
        for width in 0..=500 {
            for total in [1, 2, 7, 1000] {
                let columns = fit(width, total, total / 2);
                let mut right = columns.labels;
                for column in columns.shown() {
                    let (left, width) = columns.span(column..column + 1);
                    assert_eq!(left, right);
                    right = left + width;
                }
                assert_eq!(right, columns.labels + columns.width);
                assert!(right <= width && columns.shown().end <= total);
            }
        }
    }

    #[test]
    fn neighbours_beyond_the_edges_have_a_place_too() {
        let columns = fit(80, 20, 5);
        assert_eq!(columns.left(4), -21);
        assert_eq!(columns.left(5), 0);
        assert_eq!(columns.left(8), i64::from(columns.width));
    }

    #[test]
    fn the_columns_scroll_no_more_than_needed() {
        for (first, cursor, expected) in [
            (0, 2, 0),
            (0, 3, 1),
            (5, 4, 4),
            (5, 6, 5),
            (5, 19, 17),
            (5, 99, 17),
        ] {
            let mut columns = fit(80, 20, first);
            columns.follow(cursor);
            assert_eq!(columns.first, expected, "from {first} to {cursor}");
        }
    }

    #[test]
    fn a_place_beyond_the_end_shows_the_end() {
        assert_eq!(fit(80, 20, 99).first, 17);
        assert_eq!(fit(80, 2, 1).first, 0);
    }

    #[test]
    fn lanes_are_stacked_until_the_rows_are_used_up() {
        let all = |rows, gap, wanted: &[u16]| heights(&stack(rows, gap, wanted.iter().copied()));
        assert_eq!(
            all(6, 0, &[2, 3, 1]),
            [(0, 2, true), (2, 3, true), (5, 1, true)]
        );
        assert_eq!(
            all(8, 1, &[2, 3, 1]),
            [(0, 2, true), (3, 3, true), (7, 1, true)]
        );
        assert_eq!(all(5, 0, &[2, 3]), [(0, 2, true), (2, 3, true)]);
        assert_eq!(all(5, 0, &[2, 4]), [(0, 2, true), (2, 2, false)]);
        assert_eq!(all(5, 0, &[2, 3, 1]), [(0, 2, true), (2, 2, false)]);
        assert_eq!(all(3, 0, &[2, 3]), [(0, 2, true)]);
        assert_eq!(all(1, 0, &[2]), []);
        assert_eq!(all(0, 0, &[2]), []);
    }

    #[test]
    fn no_height_below_the_screen_is_asked_for() {
        let mut asked = 0;
        let wanted = (0..1000).map(|_| {
            asked += 1;
            3
        });
        stack(10, 0, wanted);
        assert!(asked <= 5, "{asked}");
    }

    #[test]
    fn the_lane_of_the_cursor_is_whole_wherever_it_can_be() {
        let lanes = [6, 4, 3, 2, 1, 1, 3, 3, 9, 1, 3];
        let height = |lane: usize| lanes[lane];
        for rows in 0..50 {
            for gap in 0..2 {
                for cursor in 0..lanes.len() {
                    for first in 0..12 {
                        let heights = Heights::new(lanes.len(), &height);
                        let first = follow_lane(first, Some(cursor), rows, gap, &heights);
                        let slots = stack(rows, gap, lanes[first..].iter().copied());
                        let whole = slots.get(cursor - first).is_some_and(|slot| slot.whole);
                        assert!(
                            whole || first == cursor,
                            "{rows} rows, {cursor} from {first}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_lanes_scroll_no_more_than_needed() {
        let follow = |first, cursor, rows, count| {
            follow_lane(first, cursor, rows, 0, &Heights::new(count, &|_| 3))
        };
        assert_eq!(follow(0, Some(2), 10, 10), 0);
        assert_eq!(follow(0, Some(3), 10, 10), 1);
        assert_eq!(follow(5, Some(4), 10, 10), 4);
        assert_eq!(follow(0, Some(9), 10, 10), 7);
        assert_eq!(follow(9, None, 10, 10), 7);
        assert_eq!(follow(9, None, 99, 10), 0);
        assert_eq!(follow(3, Some(0), 10, 0), 0);
    }

    #[test]
    fn lanes_that_do_not_matter_are_not_asked_for() {
        let asked = RefCell::new(Vec::new());
        let height = |lane| {
            asked.borrow_mut().push(lane);
            3
        };
        follow_lane(0, Some(2), 20, 0, &Heights::new(10, &height));
        assert_eq!(asked.take(), [0, 1, 2]);
        follow_lane(0, Some(0), 20, 0, &Heights::new(10, &height));
        assert!(asked.take().is_empty());
    }

    #[test]
    fn each_step_of_a_scale_takes_equally_many_rows() {
        for (steps, limit, rows) in [
            (4, 5, 5),
            (4, 11, 9),
            (6, 11, 7),
            (10, 11, 11),
            (10, 5, 5),
            (0, 5, 5),
            (u64::MAX, 5, 5),
            (4, 1, 1),
        ] {
            assert_eq!(chart_rows(steps, limit), rows, "{steps} steps in {limit}");
        }
    }

    #[test]
    fn values_stand_on_their_row_and_strays_at_the_edge() {
        let rows = |value| chart_row(value, -2, 2, 5);
        assert_eq!([2, 1, 0, -1, -2].map(rows), [0, 1, 2, 3, 4]);
        assert_eq!([99, -99].map(rows), [0, 4]);
        assert_eq!(chart_row(3, 3, 3, 5), 0);
        assert_eq!(chart_row(0, 5, -5, 5), 0);
        assert_eq!(chart_row(i64::MIN, i64::MIN, i64::MAX, 5), 4);
        assert_eq!(chart_row(0, -2, 2, 0), 0);
    }
}
