//! Texts laid out in the lines of a cell: each with its sign before it, wrapped, and where the
//! cell is too small ending in `…`, or in `+2` for two texts that are not shown.

use crate::text;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;

/// The most bytes that a column of a cell's text can be made of, joined emoji included. Texts are
/// not read beyond what a cell can show.
const BYTES_PER_COLUMN: usize = 32;

/// One text of a cell.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    lead: &'static str,
    lead_style: Style,
    text: Cow<'a, str>,
    style: Style,
}

impl<'a> Item<'a> {
    /// A text by itself.
    pub(super) fn new(text: impl Into<Cow<'a, str>>, style: Style) -> Item<'a> {
        Item {
            lead: "",
            lead_style: style,
            text: text.into(),
            style,
        }
    }

    /// The text with a sign before its first line; the other lines are indented.
    pub(super) fn led_by(self, lead: &'static str, style: Style) -> Item<'a> {
        Item {
            lead,
            lead_style: style,
            ..self
        }
    }

    /// The text with this sign, unless it has one.
    pub(super) fn or_led_by(self, lead: &'static str, style: Style) -> Item<'a> {
        match self.lead {
            "" => self.led_by(lead, style),
            _ => self,
        }
    }

    /// Its text is this one.
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// At most `limit` lines of at most `width` columns. What starts a new line in the text does so
    /// here too, as long as there is more than one.
    fn lines(&self, width: usize, limit: usize) -> Vec<Line<'static>> {
        let indent = text::width(self.lead);
        let lead = if indent < width { self.lead } else { "" };
        let columns = width - text::width(lead);
        let shown = readable_part(&self.text, columns.saturating_mul(limit));
        let mut shown = text::sanitize(&shown);
        if limit == 1 && shown.contains('\n') {
            shown = Cow::Owned(shown.trim_end().replace('\n', "↵ "));
        }
        let wrapped = wrapped(&shown, columns, limit);
        let line = |(at, line): (usize, String)| {
            let before = if at == 0 {
                lead.to_owned()
            } else {
                " ".repeat(text::width(lead))
            };
            Line::from(vec![
                Span::styled(before, self.lead_style),
                Span::styled(line, self.style),
            ])
        };
        wrapped.into_iter().enumerate().map(line).collect()
    }
}

/// The text in at most `limit` lines, with a hyphen where a word must be broken: columns are narrow,
/// and German words long.
pub(super) fn wrapped(text: &str, columns: usize, limit: usize) -> Vec<String> {
    // What stands in one line is cut, not broken.
    let text = match limit {
        1 => Cow::Borrowed(text),
        _ => text::hyphenated(text, columns),
    };
    let lines = text::wrap_to(&text, columns, limit).into_iter();
    let line = |line: Cow<str>| match line.strip_suffix("-…") {
        Some(cut) => format!("{cut}…"),
        None => line.trim_end().to_owned(),
    };
    lines.map(line).collect()
}

/// As much of a text as may be needed to fill so many columns, with `…` after it when cut.
fn readable_part(text: &str, columns: usize) -> Cow<'_, str> {
    let limit = columns.saturating_mul(BYTES_PER_COLUMN);
    if text.len() <= limit {
        return Cow::Borrowed(text);
    }
    let whole_characters = (0..=limit).rev().find(|at| text.is_char_boundary(*at));
    Cow::Owned(format!("{}…", &text[..whole_characters.unwrap_or(0)]))
}

/// The items in at most `limit` lines of `width` columns.
pub(super) fn layout(items: &[Item], width: u16, limit: u16, more: Style) -> Vec<Line<'static>> {
    let (width, limit) = (usize::from(width), usize::from(limit));
    let mut lines: Vec<Line> = Vec::new();
    if width == 0 {
        return lines;
    }
    for (at, item) in items.iter().enumerate() {
        if lines.len() == limit {
            if let Some(last) = lines.last_mut() {
                say_how_many_more(last, items.len() - at, width, more);
            }
            break;
        }
        lines.extend(item.lines(width, limit - lines.len()));
    }
    lines
}

/// Puts `+2` at the end of a line, shortening its text where there is no room.
pub(super) fn say_how_many_more(line: &mut Line, hidden: usize, width: usize, style: Style) {
    let count = format!(" +{hidden}");
    let room = width.saturating_sub(text::width(&count));
    let mut left = room;
    for span in &mut line.spans {
        span.content = text::truncate(&span.content, left).into_owned().into();
        left = left.saturating_sub(text::width(&span.content));
    }
    let count = text::truncate(&count, width).into_owned();
    line.spans.push(Span::styled(count, style));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(texts: &[&str], width: u16, limit: u16) -> Vec<String> {
        let item =
            |text: &&str| Item::new((*text).to_owned(), Style::new()).led_by("• ", Style::new());
        let items: Vec<_> = texts.iter().map(item).collect();
        let lines = layout(&items, width, limit, Style::new());
        lines.iter().map(Line::to_string).collect()
    }

    #[test]
    fn each_text_has_its_sign_and_hangs_under_it() {
        let lines = shown(&["Queues after 21:00", "Waits"], 12, 9);
        assert_eq!(lines, ["• Queues", "  after", "  21:00", "• Waits"]);
    }

    #[test]
    fn a_long_word_is_broken_with_a_hyphen_and_cut_without() {
        for (limit, expected) in [
            (9, vec!["• Zahlungs-", "  erinneru-", "  ng per", "  Post"]),
            (2, vec!["• Zahlungs-", "  erinneru…"]),
            (1, vec!["• Zahlungs…"]),
        ] {
            assert_eq!(shown(&["Zahlungserinnerung per Post"], 11, limit), expected);
        }
    }

    #[test]
    fn what_does_not_fit_is_said() {
        for (width, limit, expected) in [
            (12, 1, vec!["• Queues… +2"]),
            (12, 2, vec!["• Queues", "  after… +2"]),
            (20, 1, vec!["• Queues after 2… +2"]),
            (20, 2, vec!["• Queues after 21:00", "• Waits +1"]),
            (20, 3, vec!["• Queues after 21:00", "• Waits", "• Sighs"]),
            (2, 1, vec![" …"]),
            (20, 0, vec![]),
            (0, 3, vec![]),
        ] {
            let lines = shown(&["Queues after 21:00", "Waits", "Sighs"], width, limit);
            assert_eq!(lines, expected, "{width} × {limit}");
        }
    }

    #[test]
    fn a_line_break_of_the_text_is_one_in_the_cell() {
        let text = "Queues\r\nafter\n21:00\n";
        assert_eq!(shown(&[text], 12, 9), ["• Queues", "  after", "  21:00"]);
        assert_eq!(shown(&[text], 12, 2), ["• Queues", "  after…"]);
        assert_eq!(shown(&[text], 30, 1), ["• Queues↵ after↵ 21:00"]);
        assert_eq!(shown(&[text, "Waits"], 14, 1), ["• Queues↵… +1"]);
        assert_eq!(
            shown(&["a\u{1b}[31m\nb"], 20, 9),
            ["• a⟦U+001B⟧[31m", "  b"]
        );
    }

    #[test]
    fn a_long_text_is_read_only_as_far_as_it_can_show() {
        let text = "é".repeat(1_000_000);
        assert!(readable_part(&text, 40).len() <= 40 * BYTES_PER_COLUMN + "…".len());
        assert_eq!(shown(&[&text], 6, 2), ["• éééé", "  ééé…"]);
        assert_eq!(shown(&[&"👨‍👩‍👧‍👦".repeat(99)], 8, 1), ["• 👨‍👩‍👧‍👦👨‍👩‍👧‍👦…"]);
    }
}
