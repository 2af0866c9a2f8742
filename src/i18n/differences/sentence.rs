//! A sentence whose changed words are marked, and the words in which two texts differ.

use similar::{DiffTag, DiffableStr};

use crate::text::diff;

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of both versions, or of the program.
    Plain(String),
    /// Words of the old version alone.
    Gone(String),
    /// Words of the new version alone.
    Come(String),
}

/// What is said of a difference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence(pub Vec<Piece>);

/// Of texts that share less than this there is more to read in the marks than in both texts.
const ALIKE: f64 = 0.6;

impl Sentence {
    /// A sentence without marks.
    pub fn plain(text: impl Into<String>) -> Sentence {
        Sentence(vec![Piece::Plain(text.into())])
    }

    /// The sentence with these words before it.
    pub(super) fn after(mut self, words: String) -> Sentence {
        if !words.is_empty() {
            self.0.insert(0, Piece::Plain(words));
        }
        self
    }
}

/// As text: `[-gone-]` and `{+come+}`, as `git diff --word-diff` writes them.
impl std::fmt::Display for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Plain(text) => f.write_str(text),
            Piece::Gone(text) => write!(f, "[-{text}-]"),
            Piece::Come(text) => write!(f, "{{+{text}+}}"),
        })
    }
}

/// The second text with the words marked that the first does not have, and the other way round;
/// `None` where the two have little in common.
pub(super) fn marked(old: &str, new: &str) -> Option<Vec<Piece>> {
    let [gone, come] = [old, new].map(DiffableStr::tokenize_words);
    let mut marks = Marks::default();
    for part in diff(&gone, &come) {
        let [gone, come] = [&gone[part.old_range()], &come[part.new_range()]].map(<[_]>::concat);
        match part.tag() {
            DiffTag::Equal => marks.same(&gone),
            _ => marks.changed(&gone, &come),
        }
    }
    marks.close();
    let kept: usize = marks.pieces.iter().map(kept_letters).sum();
    let all = letters(old) + letters(new);
    (2.0 * kept as f64 >= ALIKE * all as f64).then_some(marks.pieces)
}

fn kept_letters(piece: &Piece) -> usize {
    match piece {
        Piece::Plain(text) => letters(text),
        Piece::Gone(_) | Piece::Come(_) => 0,
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Changes that only a blank parts are one.
#[derive(Default)]
struct Marks {
    pieces: Vec<Piece>,
    gone: String,
    come: String,
    /// Behind the open change.
    blank: String,
}

impl Marks {
    fn same(&mut self, text: &str) {
        let is_open = !self.gone.is_empty() || !self.come.is_empty();
        if is_open && text.trim().is_empty() {
            self.blank.push_str(text);
            return;
        }
        self.close();
        self.plain(text);
    }

    fn changed(&mut self, gone: &str, come: &str) {
        let blank = std::mem::take(&mut self.blank);
        for (text, more) in [(&mut self.gone, gone), (&mut self.come, come)] {
            text.push_str(&blank);
            text.push_str(more);
        }
    }

    /// Ends the open change. Blanks around both of its sides stay outside.
    fn close(&mut self) {
        let [gone, come] = [&mut self.gone, &mut self.come].map(std::mem::take);
        let behind = std::mem::take(&mut self.blank);
        let is_both = gone.starts_with(' ') && come.starts_with(' ');
        let (gone, come) = match is_both {
            true => {
                self.plain(" ");
                (gone[1..].to_owned(), come[1..].to_owned())
            }
            false => (gone, come),
        };
        let (gone, come, blank) = match (gone.strip_suffix(' '), come.strip_suffix(' ')) {
            (Some(gone), Some(come)) => (gone.to_owned(), come.to_owned(), " "),
            _ => (gone, come, ""),
        };
        let pieces = [Piece::Gone(gone), Piece::Come(come)];
        let says =
            |piece: &Piece| !matches!(piece, Piece::Gone(it) | Piece::Come(it) if it.is_empty());
        self.pieces.extend(pieces.into_iter().filter(says));
        self.plain(&format!("{blank}{behind}"));
    }

    fn plain(&mut self, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Plain(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Plain(text.to_owned())),
        }
    }
}
