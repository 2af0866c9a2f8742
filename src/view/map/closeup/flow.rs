//! Blocks of rows in columns, one below the other and then on in the next column, so that the
//! tallest column is as low as can be: plain integer arithmetic.

/// Where a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) column: u16,
    /// Its first row.
    pub(super) top: usize,
}

/// The places of blocks of these heights, and the height of the tallest column.
pub(super) fn flow(heights: &[usize], columns: u16, gap: usize) -> (Vec<Place>, usize) {
    let tallest = heights.iter().copied().max().unwrap_or(0);
    let all: usize = heights.iter().map(|it| it + gap).sum();
    let mut limit = tallest.max(all.saturating_sub(gap) / usize::from(columns.max(1)));
    loop {
        let places = within(heights, gap, limit);
        if places
            .last()
            .is_none_or(|last| last.column < columns.max(1))
        {
            return (places, limit);
        }
        limit += 1;
    }
}

fn within(heights: &[usize], gap: usize, limit: usize) -> Vec<Place> {
    let mut next = Place { column: 0, top: 0 };
    let place = |height: &usize| {
        if next.top > 0 && next.top + height > limit {
            next = Place {
                column: next.column + 1,
                top: 0,
            };
        }
        let place = next;
        next.top += height + gap;
        place
    };
    heights.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_low_as_can_be_and_keep_the_order() {
        for (heights, columns, gap, expected, height) in [
            (&[2, 1, 3][..], 1, 0, vec![(0, 0), (0, 2), (0, 3)], 6),
            (&[2, 1, 3], 2, 0, vec![(0, 0), (0, 2), (1, 0)], 3),
            (&[2, 1, 3], 2, 1, vec![(0, 0), (0, 3), (1, 0)], 4),
            (&[1, 1, 1, 1], 3, 0, vec![(0, 0), (0, 1), (1, 0), (1, 1)], 2),
            (&[9], 3, 1, vec![(0, 0)], 9),
            (&[], 2, 1, vec![], 0),
        ] {
            let (places, tallest) = flow(heights, columns, gap);
            let places: Vec<_> = places.iter().map(|it| (it.column, it.top)).collect();
            assert_eq!((places, tallest), (expected, height), "{heights:?}");
        }
    }
}
