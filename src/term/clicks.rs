//! Which presses of the mouse are double clicks: only a clock can tell.

use std::time::{Duration, Instant};

use crate::app::input::{Input, Mouse, MouseKind};

/// Two presses no further apart are a double click, as desktops have it.
const SOON: Duration = Duration::from_millis(400);

/// The last single press.
#[derive(Default)]
pub(super) struct Clicks {
    last: Option<(Instant, u16, u16)>,
}

impl Clicks {
    /// The input, with a second press at the same cell named as what it is.
    pub(super) fn count(&mut self, input: Input, now: Instant) -> Input {
        let Input::Mouse(
            mouse @ Mouse {
                kind: MouseKind::Down,
                ..
            },
        ) = input
        else {
            return input;
        };
        let is_second = self.last.is_some_and(|(at, column, row)| {
            (column, row) == (mouse.column, mouse.row) && now.duration_since(at) <= SOON
        });
        self.last = (!is_second).then_some((now, mouse.column, mouse.row));
        let kind = match is_second {
            true => MouseKind::DoubleDown,
            false => MouseKind::Down,
        };
        Input::Mouse(Mouse { kind, ..mouse })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_presses_soon_at_one_cell_are_a_double_click() {
        let start = Instant::now();
        let mut clicks = Clicks::default();
        let mut press = |millis: u64, column: u16| {
            let mouse = Mouse {
                kind: MouseKind::Down,
                column,
                row: 1,
            };
            let now = start + Duration::from_millis(millis);
            match clicks.count(Input::Mouse(mouse), now) {
                Input::Mouse(mouse) => mouse.kind,
                other => panic!("{other:?}"),
            }
        };
        use MouseKind::{DoubleDown, Down};
        let presses = [(0, 1), (300, 1), (500, 1), (1000, 1), (1100, 2), (1200, 2)];
        let kinds = presses.map(|(millis, column)| press(millis, column));
        assert_eq!(kinds, [Down, DoubleDown, Down, Down, Down, DoubleDown]);
    }
}
