//! Dialogs: what is asked, and with which control. Plain state; drawn by `view`, moved by
//! `update`.

use std::path::PathBuf;

use crate::sort;
use std::cmp::Reverse;

use super::edits::Asked;
use super::effect::Effect;
use super::fuzzy::Fuzzy;
use super::options::Choice;
use super::vote::Vote;
use crate::document::edit::Edit;
use crate::ron_text::quote;
use crate::text::{FieldSize, TextField};

/// A dialog on top of a screen.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// A text, a number or a date is typed.
    Field(FieldDialog),
    /// One or several of a list are chosen.
    Pick(PickDialog),
    /// A question with a few answers, each with its key.
    Confirm(ConfirmDialog),
    /// A group votes.
    Vote(Vote),
    /// The keys of the screen below.
    Help {
        /// First line shown.
        scroll: usize,
    },
}

/// A field to type in.
#[derive(Debug, Clone)]
pub struct FieldDialog {
    /// What is asked for.
    pub title: String,
    /// What may be typed, in words.
    pub hint: String,
    /// The text.
    pub field: TextField,
    /// Why the text cannot be taken.
    pub error: Option<String>,
    /// What becomes of it.
    pub asked: Asked,
}

/// A list to pick from.
#[derive(Debug, Clone)]
pub struct PickDialog {
    /// What is asked for.
    pub title: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What is typed narrows the list.
    pub filter: TextField,
    /// Index into the narrowed list.
    pub cursor: usize,
    /// Several can be chosen.
    pub several: bool,
    /// What becomes of it.
    pub asked: Asked,
}

impl PickDialog {
    /// The choices that what is typed leaves, by their index, the best first; one that is exactly
    /// that before all others.
    pub fn shown(&self) -> Vec<usize> {
        if let Some((choice, _)) = self.argument() {
            return vec![choice];
        }
        let wanted = self.filter.value().trim().to_lowercase();
        let mut fuzzy = Fuzzy::new(&wanted);
        let takes_any = self.choices.iter().any(|choice| choice.is_as_typed);
        let mut rank = |choice: &Choice| {
            if choice.is_as_typed {
                return (!wanted.is_empty()).then_some(0);
            }
            if takes_any && !begins_a_word(&choice.label, &wanted) {
                return None;
            }
            let is_exact =
                choice.label.to_lowercase() == wanted || choice.typed.contains(&wanted.as_str());
            match is_exact {
                true => Some(u32::MAX),
                false => fuzzy.score(&choice.label, &choice.also),
            }
        };
        let ranked = self.choices.iter().map(&mut rank).enumerate();
        let mut shown: Vec<(usize, u32)> =
            ranked.filter_map(|(at, rank)| Some((at, rank?))).collect();
        sort::by_key(&mut shown, |(_, rank)| Reverse(*rank));
        shown.into_iter().map(|(at, _)| at).collect()
    }

    /// The choice that what is typed names with something behind it, as `write FILE`, and that.
    pub fn argument(&self) -> Option<(usize, &str)> {
        let value = self.filter.value().trim();
        // `import map` alone is not `import FILE`.
        if self.choices.iter().any(|it| it.typed.contains(&value)) {
            return None;
        }
        let behind = |typed: &str| {
            let (word, what) = typed.rsplit_once(' ')?;
            let stands_for_something = what.bytes().all(|it| it.is_ascii_uppercase());
            if !stands_for_something {
                return None;
            }
            let argument = value.strip_prefix(word)?.strip_prefix(' ')?;
            Some((word.len(), argument.trim()))
        };
        let choices = self.choices.iter().enumerate();
        let all = choices.flat_map(|(at, choice)| choice.typed.iter().map(move |it| (at, *it)));
        let named = all.filter_map(|(at, typed)| Some((at, behind(typed)?)));
        let longest = named.max_by_key(|(_, (word, _))| *word);
        longest.map(|(at, (_, argument))| (at, argument))
    }

    /// The choice that is what is typed follows the typing.
    pub fn follow_typing(&mut self) {
        let typed = self.filter.value().trim().to_owned();
        if let Some(own) = self.choices.iter_mut().find(|it| it.is_as_typed) {
            own.value = Some(quote(&typed));
            own.label = typed;
        }
    }

    /// The choice under the cursor, by its index.
    pub fn current(&self) -> Option<usize> {
        self.shown().get(self.cursor).copied()
    }
}

/// Where any text can be taken, a choice fits only as a person would begin to type it: a name must
/// not become one that happens to have its letters.
fn begins_a_word(label: &str, typed: &str) -> bool {
    let label = label.to_lowercase();
    let mut starts = label.match_indices(typed).map(|(at, _)| &label[..at]);
    starts.any(|before| !before.ends_with(char::is_alphanumeric))
}

/// Size that the fields of dialogs are drawn in, and that their keys count with.
pub fn field_size(size: (u16, u16), multi_line: bool) -> FieldSize {
    let columns = size.0.saturating_sub(8).clamp(1, 72);
    let rows = if multi_line {
        (size.1 / 3).clamp(1, 8)
    } else {
        1
    };
    FieldSize { columns, rows }
}

/// A question.
#[derive(Debug, Clone)]
pub struct ConfirmDialog {
    /// The question.
    pub title: String,
    /// What it is about, a line each.
    pub lines: Vec<String>,
    /// The answers.
    pub answers: Vec<Answer>,
    /// First line shown.
    pub scroll: usize,
}

/// An answer and its key.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The letter that gives it.
    pub key: char,
    /// Its words.
    pub label: String,
    /// What it does.
    pub does: Does,
}

impl Answer {
    /// An answer with its key.
    pub fn new(key: char, label: &str, does: Does) -> Answer {
        Answer {
            key,
            label: label.to_owned(),
            does,
        }
    }
}

/// What an answer does.
#[derive(Debug, Clone)]
pub enum Does {
    /// Nothing: back to where one was.
    Cancel,
    /// Makes an edit.
    Edit(Edit),
    /// Saves, then leaves the file as this says.
    SaveAndLeave(Effect),
    /// Leaves the file; what is not saved is lost.
    Leave(Effect),
    /// Saves without further questions; these follow.
    Save(Vec<Effect>),
    /// Has these done.
    Effects(Vec<Effect>),
    /// Asks for another file to save to; these follow.
    SaveAs(Vec<Effect>),
    /// Asks for another file for the journey of this text, which came of a map.
    NameMap(PathBuf, String),
    /// Has this done of a meeting.
    Meeting(MeetingDoes),
}

/// What the answers of a meeting do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingDoes {
    /// Shows the minutes.
    ShowMinutes,
    /// Asks for a file for the minutes.
    WriteMinutes,
    /// Puts the minutes on the clipboard.
    CopyMinutes,
    /// Leaves the meeting, which can be come back to.
    Leave,
    /// Ends it.
    End,
}
