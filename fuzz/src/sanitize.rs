//! What may be shown: no hidden character, no cluster without or beyond all width.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use touchline::text::{self, cluster_width, pad_right, truncate, width, wrap};
use unicode_segmentation::UnicodeSegmentation;

use super::is_dangerous;

/// A text as it is shown in any width; the first byte chooses one.
pub fn sanitize(bytes: &[u8]) {
    let (columns, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let raw = String::from_utf8_lossy(rest);
    let shown = text::sanitize(&raw);
    for cluster in shown.graphemes(true).filter(|cluster| *cluster != "\n") {
        assert!(!cluster.contains(is_dangerous), "{cluster:?}");
        assert!((1..=64).contains(&cluster_width(cluster)), "{cluster:?}");
        assert!(cluster.chars().count() <= 40, "a tower of marks");
    }
    assert_eq!(text::sanitize(&shown), shown);
    let line = text::sanitize_line(&raw);
    assert!(!line.contains('\n'));
    assert_eq!(text::sanitize_line(&line), line);
    fits(&shown, &line, usize::from(*columns));
}

fn fits(shown: &str, line: &str, columns: usize) {
    let columns = columns % 100 + 1;
    assert!(width(&truncate(line, columns)) <= columns);
    assert_eq!(width(&pad_right(line, columns)), columns);
    for part in wrap(shown, columns) {
        let too_wide = part.graphemes(true).count() > 1 && width(part) > columns;
        assert!(!too_wide, "{part:?} in {columns}");
    }
    drawn(&truncate(line, columns), columns as u16);
}

/// A screen's cells hold the text and nothing else.
fn drawn(line: &str, columns: u16) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 1));
    let (end, _) = buffer.set_stringn(0, 0, line, usize::from(columns), Style::default());
    assert_eq!(usize::from(end), width(line), "{line:?}");
    for cell in buffer.content() {
        assert!(!cell.symbol().contains(is_dangerous));
    }
}
