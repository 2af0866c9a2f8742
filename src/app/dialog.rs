//! Dialogs: what is asked, and with which control. Plain state; drawn by `view`, moved by
//! `update`.

use super::edits::Asked;
use super::options::Choice;
use crate::document::edit::Edit;
use crate::text::TextField;

/// A dialog on top of a screen.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// A text, a number or a date is typed.
    Field(FieldDialog),
    /// One or several of a list are chosen.
    Pick(PickDialog),
    /// A question with a few answers, each with its key.
    Confirm(ConfirmDialog),
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
    /// The choices that what is typed leaves, by their index.
    pub fn shown(&self) -> Vec<usize> {
        let wanted = self.filter.value().to_lowercase();
        let fits = |choice: &Choice| choice.label.to_lowercase().contains(&wanted);
        (0..self.choices.len())
            .filter(|at| fits(&self.choices[*at]))
            .collect()
    }

    /// The choice under the cursor, by its index.
    pub fn current(&self) -> Option<usize> {
        self.shown().get(self.cursor).copied()
    }
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

/// What an answer does.
#[derive(Debug, Clone)]
pub enum Does {
    /// Nothing: back to where one was.
    Cancel,
    /// Makes an edit.
    Edit(Edit),
    /// Saves, then ends the program.
    SaveAndQuit,
    /// Ends the program; what is not saved is lost.
    Quit,
    /// Asks for another file to save to.
    SaveAs,
}
