//! Large letters of blocks, for names that are read from the back of a room. Knows no journey and
//! no style: a text in, lines of characters out, or nothing where a letter has no such form.

use font8x8::legacy::{BASIC_LEGACY, LATIN_LEGACY};
use unicode_normalization::UnicodeNormalization;

/// Dots of a letter from top to bottom.
const HEIGHT: usize = 8;

/// Dots between two letters, and between two words.
const BETWEEN: usize = 1;
const GAP: usize = 5;

/// How large letters are. A cell has two dots across and two down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// Four rows.
    Large,
    /// Eight rows.
    Huge,
    /// Sixteen rows.
    Giant,
}

impl Size {
    /// Times that the dots of a letter are doubled.
    fn doublings(self) -> u32 {
        match self {
            Size::Large => 0,
            Size::Huge => 1,
            Size::Giant => 2,
        }
    }

    /// Rows of a line.
    pub(super) fn rows(self) -> usize {
        (HEIGHT / 2) << self.doublings()
    }
}

/// Signs of the screens, in dots as the letters have them: the lowest bit is the left one.
const OWN: [(char, [u8; 8]); 7] = [
    ('◆', [0x00, 0x08, 0x1c, 0x3e, 0x7f, 0x3e, 0x1c, 0x08]),
    ('✓', [0x00, 0x40, 0x60, 0x31, 0x1b, 0x0e, 0x04, 0x00]),
    ('✗', [0x00, 0x63, 0x36, 0x1c, 0x1c, 0x36, 0x63, 0x00]),
    ('◔', [0x00, 0x3c, 0x76, 0x71, 0x71, 0x41, 0x42, 0x3c]),
    ('•', [0x00, 0x00, 0x00, 0x0e, 0x0e, 0x0e, 0x00, 0x00]),
    ('≥', [0x03, 0x0c, 0x30, 0x0c, 0x03, 0x00, 0x3f, 0x00]),
    ('≤', [0x30, 0x0c, 0x03, 0x0c, 0x30, 0x00, 0x3f, 0x00]),
];

/// Dots that are set, row by row; all rows are equally long.
#[derive(Clone)]
struct Dots(Vec<Vec<bool>>);

/// A text in lines of letters of this size, each no wider than this; a list of rows for each line.
/// `None` where a letter has no such form, or a word has no room.
pub(super) fn lines(text: &str, size: Size, columns: usize) -> Option<Vec<Vec<String>>> {
    let words = words(text)?;
    let room = (columns * 2) >> size.doublings();
    let mut lines: Vec<Dots> = Vec::new();
    for word in words {
        if word.width() > room {
            return None;
        }
        match lines.last_mut() {
            Some(line) if line.width() + GAP + word.width() <= room => line.join(&word, GAP),
            _ => lines.push(word),
        }
    }
    let larger = |line: Dots| (0..size.doublings()).fold(line, |line, _| line.doubled());
    Some(lines.into_iter().map(|line| larger(line).rows()).collect())
}

fn words(text: &str) -> Option<Vec<Dots>> {
    let text: String = text.nfc().collect();
    text.split_whitespace().map(word).collect()
}

fn word(text: &str) -> Option<Dots> {
    let mut word = Dots(vec![Vec::new(); HEIGHT]);
    for letter in text.chars().flat_map(plainer) {
        word.join(&letter_of(letter)?, BETWEEN);
    }
    Some(word)
}

/// Signs of typesetting as those that the letters have.
fn plainer(c: char) -> impl Iterator<Item = char> {
    let (plain, count) = match c {
        '–' | '—' | '−' | '‐' | '\u{2011}' => ('-', 1),
        '‘' | '’' | '‚' | '′' => ('\'', 1),
        '“' | '”' | '„' | '″' => ('"', 1),
        '‹' => ('<', 1),
        '›' => ('>', 1),
        '…' => ('.', 3),
        other => (other, 1),
    };
    std::iter::repeat_n(plain, count)
}

/// A letter without the blank dots at its sides.
fn letter_of(letter: char) -> Option<Dots> {
    let code = letter as usize;
    let own = OWN.iter().find(|(own, _)| *own == letter);
    let bits = match (own, code) {
        (Some((_, bits)), _) => bits,
        (None, 0x21..=0x7e) => BASIC_LEGACY.get(code)?,
        (None, 0xa1..=0xff) => LATIN_LEGACY.get(code - 0xa0)?,
        _ => return None,
    };
    let used = bits.iter().fold(0, |all, row| all | row);
    if used == 0 {
        return None;
    }
    let dots = used.trailing_zeros()..u8::BITS - used.leading_zeros();
    let row = |row: &u8| dots.clone().map(|dot| row >> dot & 1 == 1).collect();
    Some(Dots(bits.iter().map(row).collect()))
}

impl Dots {
    fn width(&self) -> usize {
        self.0.first().map_or(0, Vec::len)
    }

    /// Sets other dots behind these, this far apart.
    fn join(&mut self, other: &Dots, apart: usize) {
        let apart = if self.width() == 0 { 0 } else { apart };
        for (row, more) in self.0.iter_mut().zip(&other.0) {
            row.resize(row.len() + apart, false);
            row.extend(more);
        }
    }

    fn at(&self, x: usize, y: usize) -> bool {
        self.0.get(y).and_then(|row| row.get(x)) == Some(&true)
    }

    /// The dots twice as large, their corners cut where two neighbours agree (Scale2x).
    fn doubled(&self) -> Dots {
        let dot = |x: usize, y: usize| {
            let (left, right) = (x > 0 && self.at(x - 1, y), self.at(x + 1, y));
            let (up, down) = (y > 0 && self.at(x, y - 1), self.at(x, y + 1));
            let own = self.at(x, y);
            let corner = |one: bool, two: bool, others: [bool; 2]| match one == two
                && others.iter().all(|other| *other != one)
            {
                true => one,
                false => own,
            };
            [
                [
                    corner(left, up, [down, right]),
                    corner(up, right, [left, down]),
                ],
                [
                    corner(left, down, [up, right]),
                    corner(down, right, [left, up]),
                ],
            ]
        };
        let row = |y: usize| {
            let dots: Vec<[[bool; 2]; 2]> = (0..self.width()).map(|x| dot(x, y)).collect();
            [0, 1].map(|half| dots.iter().flat_map(|it| it[half]).collect::<Vec<bool>>())
        };
        Dots((0..self.0.len()).flat_map(row).collect())
    }

    /// Four dots to a character.
    fn rows(&self) -> Vec<String> {
        let cell = |x: usize, y: usize| {
            let bits = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| self.at(x + dx, y + dy));
            let number = bits
                .iter()
                .rev()
                .fold(0, |sum, bit| sum * 2 + usize::from(*bit));
            QUADRANTS[number]
        };
        let row = |y: usize| (0..self.width()).step_by(2).map(|x| cell(x, y)).collect();
        (0..self.0.len()).step_by(2).map(row).collect()
    }
}

/// Characters by their dots: 1 for the top left one, 2 for the top right, 4 and 8 below.
const QUADRANTS: [char; 16] = [
    ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
];

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, size: Size, columns: usize) -> Vec<String> {
        lines(text, size, columns).expect("letters").concat()
    }

    #[test]
    fn letters_have_their_shape_and_umlauts_their_dots() {
        insta::assert_snapshot!(
            drawn("Äpfel für ◆ „Größe“ – 5 ≥ 4 ✓ ✗", Size::Large, 90).join("\n")
        );
        insta::assert_snapshot!(drawn("Räk", Size::Huge, 60).join("\n"));
    }

    #[test]
    fn combined_and_single_letters_are_the_same() {
        assert_eq!(
            drawn("ä", Size::Large, 9),
            drawn("a\u{308}", Size::Large, 9)
        );
    }

    #[test]
    fn words_go_to_the_next_line_and_never_over_the_edge() {
        for columns in 30..60 {
            let lines = lines("Check-in at the desk", Size::Large, columns).expect("letters");
            let widest = lines.iter().flatten().map(|row| row.chars().count()).max();
            assert!(widest <= Some(columns), "{columns}");
            assert!(lines.iter().all(|line| line.len() == Size::Large.rows()));
        }
        assert!(lines("Check-in at the desk", Size::Large, 20).is_none());
        assert_eq!(lines("", Size::Large, 9), Some(Vec::new()));
    }

    #[test]
    fn a_text_with_one_other_letter_has_none() {
        for text in ["日本", "Łódź", "a\u{200d}b", "👩", "\u{1b}", "⟦U+202E⟧"] {
            assert_eq!(lines(text, Size::Large, 200), None, "{text}");
        }
    }
}
