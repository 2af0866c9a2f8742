//! Which parts of a page are shown, and how large: the most important one grows first. Knows no
//! journey.

use crate::sort;
use ratatui::text::Line;

/// Blank lines between two parts at most.
const MOST_APART: usize = 3;

/// Parts of this rank and above are said as room allows.
pub(super) const AS_ROOM_ALLOWS: u8 = 5;

/// A part of the page.
pub(super) struct Part {
    /// Smaller is more important.
    pub(super) rank: u8,
    /// Its lines at each size that it can have, the largest first; at least one.
    pub(super) sizes: Vec<Vec<Line<'static>>>,
}

impl Part {
    fn rows(&self, size: usize) -> usize {
        self.sizes.get(size).map_or(0, Vec::len)
    }

    fn smallest(&self) -> usize {
        self.sizes.len().saturating_sub(1)
    }
}

/// The lines of the parts, in their order. Where not all have room, the least important go, and a
/// last line says how many.
pub(super) fn fit(
    mut parts: Vec<Part>,
    room: usize,
    more: impl Fn(usize) -> Vec<Line<'static>>,
) -> Vec<Line<'static>> {
    parts.retain(|part| !part.sizes.is_empty());
    make_way(&mut parts, room);
    let gone = leave_out(&mut parts, room);
    let last = if gone > 0 { more(gone) } else { Vec::new() };
    let room = room.saturating_sub(last.len());
    let mut sizes: Vec<usize> = parts.iter().map(Part::smallest).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    sort::by_key(&mut order, |at| parts[*at].rank);
    let rows = |sizes: &[usize]| -> usize {
        let each = parts.iter().zip(sizes);
        each.map(|(part, size)| part.rows(*size)).sum()
    };
    let gaps = parts.len().saturating_sub(1);
    for (nth, at) in order.into_iter().enumerate() {
        // After the most important part the blank lines come, then the others grow.
        let kept = if nth == 0 || rows(&sizes) + gaps > room {
            0
        } else {
            gaps
        };
        let most = if nth == 0 { most_of_first(room) } else { room };
        let fits = |size: &usize| {
            let mut tried = sizes.clone();
            tried[at] = *size;
            parts[at].rows(*size) <= most && rows(&tried) + kept <= room
        };
        sizes[at] = (0..sizes[at]).find(fits).unwrap_or(sizes[at]);
    }
    let mut spare = room.saturating_sub(rows(&sizes));
    let apart = spare.checked_div(gaps).unwrap_or(0).clamp(1, MOST_APART);
    let mut lines: Vec<Line> = Vec::new();
    for (mut part, size) in parts.into_iter().zip(sizes) {
        if !lines.is_empty() {
            let blank = apart.min(spare);
            lines.extend(vec![Line::default(); blank]);
            spare -= blank;
        }
        lines.append(&mut part.sizes[size]);
    }
    lines.extend(last);
    lines
}

/// Rows that the most important part may take: half, and two lines of large letters even on a small
/// screen, as long as some rows are left.
fn most_of_first(room: usize) -> usize {
    (room / 2).max(room.saturating_sub(3).min(8))
}

/// Takes out what is said as room allows, as long as the most important part is larger for it.
fn make_way(parts: &mut Vec<Part>, room: usize) {
    let first = parts.iter().min_by_key(|part| part.rank);
    let largest = first.and_then(|first| {
        let rows = (0..first.sizes.len()).map(|size| first.rows(size));
        rows.filter(|rows| *rows <= most_of_first(room)).max()
    });
    let Some(largest) = largest else { return };
    loop {
        let others = parts.iter().filter(|part| part.rank > 0);
        let rows: usize = others.map(|part| part.rows(part.smallest())).sum();
        let least = (0..parts.len()).max_by_key(|at| parts[*at].rank);
        match least.filter(|at| parts[*at].rank >= AS_ROOM_ALLOWS) {
            Some(least) if largest + rows > room => _ = parts.remove(least),
            _ => return,
        }
    }
}

/// Takes out the least important parts until the others have room, and says how many.
fn leave_out(parts: &mut Vec<Part>, room: usize) -> usize {
    let mut gone = 0;
    loop {
        let rows: usize = parts.iter().map(|part| part.rows(part.smallest())).sum();
        if rows + usize::from(gone > 0) <= room || parts.len() < 2 {
            return gone;
        }
        let least = (0..parts.len()).max_by_key(|at| parts[*at].rank);
        parts.remove(least.unwrap_or(0));
        gone += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(rank: u8, name: &str, rows: &[usize]) -> Part {
        let size = |rows: &usize| vec![Line::raw(format!("{name}{rows}")); *rows];
        Part {
            rank,
            sizes: rows.iter().map(size).collect(),
        }
    }

    fn fitted(room: usize) -> String {
        let parts = vec![
            part(1, "a", &[4, 1]),
            part(0, "b", &[8, 4, 1]),
            part(2, "c", &[4, 2, 1]),
        ];
        let lines = fit(parts, room, |gone| vec![Line::raw(format!("+{gone}"))]);
        let mut lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        lines.dedup();
        lines.join(" ")
    }

    #[test]
    fn what_is_said_as_room_allows_makes_way_for_the_most_important() {
        let parts = || {
            let spare = part(AS_ROOM_ALLOWS, "c", &[3]);
            vec![part(0, "a", &[7, 1]), part(1, "b", &[1]), spare]
        };
        for (room, expected) in [(5, "a1 b1 c3"), (10, "a7 b1"), (11, "a7 b1 c3")] {
            let lines = fit(parts(), room, |gone| vec![Line::raw(format!("+{gone}"))]);
            let mut lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            lines.retain(|line| !line.is_empty());
            lines.dedup();
            assert_eq!(lines.join(" "), expected, "{room}");
        }
    }

    #[test]
    fn the_most_important_grows_first_then_come_gaps_then_the_others() {
        for (room, expected) in [
            (0, "b1 +2"),
            (2, "b1 +2"),
            (3, "a1 b1 c1"),
            (4, "a1 b1 c2"),
            (8, "a1  b4  c1"),
            (12, "a1  b8  c1"),
            (13, "a1  b8  c2"),
            (16, "a4  b8  c2"),
            (18, "a4  b8  c4"),
        ] {
            assert_eq!(fitted(room), expected, "{room}");
        }
    }
}
