//! Texts that stay in their room whatever font a viewer has: broken into lines for a wide one, and
//! drawn together where a line of wide letters would still be too long.

use crate::exchange::markup::{Markup, px};
use crate::text::{cluster_width, hyphenated, width, wrap_to};
use unicode_segmentation::UnicodeSegmentation;

/// How a text looks, and how wide that makes it.
#[derive(Debug, Clone, Copy)]
pub(in crate::exchange) struct Font {
    /// Its class in the style sheet.
    class: &'static str,
    size: f64,
    /// Its letters, measured by those of a plain font.
    wide: f64,
}

/// A usual letter of DejaVu, which is wide, as part of the size.
const LETTER: f64 = 0.58;

/// Between the base lines of a text, as part of the size.
const LEADING: f64 = 1.3;

/// Drawing a line together by less than this would be for letters that only may be so wide.
const SLACK: f64 = 1.06;

impl Font {
    /// A text as it is usual.
    pub(in crate::exchange) fn plain(class: &'static str, size: f64) -> Font {
        let wide = 1.0;
        Font { class, size, wide }
    }

    /// A bold text.
    pub(in crate::exchange) fn bold(class: &'static str, size: f64) -> Font {
        let wide = 1.1;
        Font { class, size, wide }
    }

    /// A title: as large as it may be and as one line allows, else smaller on two.
    pub(in crate::exchange) fn title(class: &'static str, text: &str, length: f64) -> Fitted {
        let wide = 1.18;
        let size = |size| Font { class, size, wide };
        let one = length / (width(text.trim()).max(1) as f64 * LETTER * wide);
        match one {
            28.0.. => size(one.min(34.0)).fit(text, length, 1),
            _ => size(23.0).fit(text, length, 2),
        }
    }

    /// A text of the journey in lines of this length, at most so many; the last ends in `…` where
    /// there would be more.
    pub(in crate::exchange) fn fit(self, text: &str, length: f64, most: usize) -> Fitted {
        let columns = (length / (self.size * LETTER * self.wide)).max(1.0) as usize;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = hyphenated(&text, columns);
        let lines = wrap_to(&text, columns, most).into_iter();
        Fitted {
            font: self,
            length,
            lines: lines
                .filter(|it| !it.is_empty())
                .map(|it| it.into_owned())
                .collect(),
        }
    }

    /// A line as wide as it may come out.
    fn width(self, line: &str) -> f64 {
        let letters: f64 = line.graphemes(true).map(letter).sum();
        letters * self.size * self.wide
    }
}

/// How wide a letter of the plain font may be, as part of its size.
fn letter(cluster: &str) -> f64 {
    let first = cluster.chars().next().unwrap_or(' ');
    match first {
        'i' | 'j' | 'l' | 'I' | '\'' | '.' | ',' | ':' | ';' | '!' | '|' => 0.34,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | '&' => 1.0,
        'A'..='Z' | 'À'..='Þ' | '+' | '=' | '<' | '>' | '−' | '≤' | '≥' | '→' => 0.82,
        '!'..='\u{52F}' => 0.64,
        _ => 1.0_f64.max(0.65 * cluster_width(cluster) as f64),
    }
}

/// A text in lines.
pub(in crate::exchange) struct Fitted {
    font: Font,
    length: f64,
    lines: Vec<String>,
}

impl Fitted {
    /// How large its letters are.
    pub(in crate::exchange) fn size(&self) -> f64 {
        self.font.size
    }

    /// From the base line of its first line to that of what may follow.
    pub(in crate::exchange) fn height(&self) -> f64 {
        self.lines.len() as f64 * self.font.size * LEADING
    }

    /// Draws it, from the base line of its first line.
    pub(in crate::exchange) fn draw(&self, (x, y): (f64, f64), out: &mut Markup) {
        for (row, line) in self.lines.iter().enumerate() {
            let y = y + self.font.size * LEADING * row as f64;
            let [x, y] = [x, y].map(px);
            self.draw_line(line, [("x", &x), ("y", &y)], out);
        }
    }

    /// Draws its first line so that it rises to its end, which is here.
    pub(in crate::exchange) fn draw_rising(&self, (x, y): (f64, f64), out: &mut Markup) {
        let [x, y] = [x, y].map(px);
        let turn = format!("translate({x} {y}) rotate(-55)");
        if let Some(line) = self.lines.first() {
            self.draw_line(line, [("transform", &turn), ("", "")], out);
        }
    }

    fn draw_line(&self, line: &str, place: [(&'static str, &str); 2], out: &mut Markup) {
        let is_long = self.font.width(line) > self.length * SLACK;
        let (length, adjust) = match is_long {
            true => (px(self.length), "spacingAndGlyphs"),
            false => (String::new(), ""),
        };
        let look = [
            ("class", self.font.class),
            ("font-size", &*px(self.font.size)),
        ];
        let wide = [("textLength", &*length), ("lengthAdjust", adjust)];
        out.element("text", &[look, place, wide].concat(), line);
        out.ours("\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn font() -> Font {
        Font::plain("cell", 10.0)
    }

    #[test]
    fn a_line_ends_where_its_room_does() {
        let fitted = font().fit("Kundenbetreuung\nam  Ort", 60.0, 9);
        assert_eq!(fitted.lines, ["Kundenbet-", "reuung am", "Ort"]);
        assert_eq!(fitted.height(), 39.0);
        assert_eq!(font().fit("one two three", 60.0, 1).lines, ["one two…"]);
        assert_eq!(font().fit("wide", 0.0, 9).lines.len(), 4);
    }

    #[test]
    fn only_wide_letters_are_drawn_together() {
        for (text, is_together) in [
            ("minnesota!", false),
            ("MMMWWWMMMW", true),
            ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", false),
            ("Wien, Wil", false),
        ] {
            let mut out = Markup::default();
            font().fit(text, 60.0, 1).draw((0.0, 0.0), &mut out);
            assert_eq!(out.finish().contains("textLength"), is_together, "{text}");
        }
    }
}
