//! Sequences of random edits, with every law after every edit and the way back at the end.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use touchline::app::App;
use touchline::document::Document;
use touchline::document::edit::Edit;
use touchline::document::plan::PlanError;
use touchline::i18n::Lang;
use touchline::journey::shape::canonical;
use touchline::journey::{Parsed, read};
use touchline::ron_text::{EditError, TextEdit};

use crate::edits::{Made, Source, Way};
use crate::files::File;
use crate::laws::{check, context};
use crate::random::Random;

/// How many sequences to run.
pub(crate) fn rounds(normal: usize) -> usize {
    if is_long() { normal * 10 } else { normal }
}

pub(crate) fn is_long() -> bool {
    std::env::var_os("TOUCHLINE_LONG").is_some()
}

pub(crate) struct Run<'f> {
    file: &'f File,
    made: BTreeMap<Way, usize>,
    refused: BTreeMap<(Way, String), usize>,
}

impl<'f> Run<'f> {
    pub(crate) fn new(file: &'f File) -> Run<'f> {
        let tree = read(file.text.clone(), &context()).tree;
        assert_eq!(
            canonical(&tree) == file.text,
            file.canonical,
            "{}",
            file.name
        );
        Run {
            file,
            made: BTreeMap::new(),
            refused: BTreeMap::new(),
        }
    }

    /// Bytes above which nothing more comes in, so that long sequences stay quick.
    fn limit(&self) -> usize {
        self.file.text.len() * 3 / 2 + 8_000
    }

    /// Edits, and undo and redo of all of them; the text at the end.
    pub(crate) fn sequence(&mut self, seed: u64, amount: usize, ways: &[Way]) -> String {
        let document = Document::open(self.file.text.clone().into_bytes(), context());
        let mut state = State {
            app: App::new(Lang::En, document, None),
            texts: vec![self.file.text.clone()],
            seed,
            random: Random::new(seed),
            count: 0,
        };
        for _ in 0..amount {
            self.step(&mut state, ways);
        }
        there_and_back(&mut state.app, &state.texts);
        state.texts.swap_remove(state.texts.len() - 1)
    }

    /// One edit, or several that are one step.
    fn step(&mut self, state: &mut State, ways: &[Way]) {
        let large = state
            .texts
            .last()
            .is_some_and(|text| text.len() > self.limit());
        let way = match state.random.chance(4) {
            true => Way::Set,
            false => ways[state.random.below(ways.len())],
        };
        match way {
            Way::Insert | Way::Duplicate if large => {}
            Way::Many => self.several(state),
            way => _ = self.random_edit(state, way),
        }
    }

    /// Edits one by one, and the same ones as one step: the texts must be the same.
    fn several(&mut self, state: &mut State) {
        let start = state.texts.len();
        let ways = [Way::Set, Way::Clear, Way::Remove, Way::Move, Way::ChangeId];
        let mut edits = Vec::new();
        for _ in 0..3 {
            let way = ways[state.random.below(ways.len())];
            edits.extend(self.random_edit(state, way));
        }
        let text = state.text();
        while state.texts.len() > start {
            state.app.document.undo().unwrap();
            state.texts.pop();
        }
        apply(&mut state.app, &Edit::Many(edits)).unwrap();
        assert!(state.text() == text, "not the same as one step");
        state.note();
    }

    /// Makes an edit under all laws, if chance finds one and it is not refused.
    fn random_edit(&mut self, state: &mut State, way: Way) -> Option<Edit> {
        let mut source = Source {
            random: &mut state.random,
            count: &mut state.count,
        };
        let made = source.edit(&state.app, way)?;
        let before = read(state.text(), &context());
        if let Err(error) = apply(&mut state.app, &made.edit) {
            self.refuse(&before, &made, &error, state.seed);
            return None;
        }
        *self.made.entry(way).or_default() += 1;
        let after = &state.app.document.parsed;
        let laws = || check(self.file, &before, after, &made);
        if let Err(panic) = catch_unwind(AssertUnwindSafe(laws)) {
            eprintln!("{}, seed {}: {:?}", self.file.name, state.seed, made.edit);
            eprintln!("{}", shown(before.tree.text(), after.tree.text()));
            std::panic::resume_unwind(panic);
        }
        state.note();
        Some(made.edit)
    }

    /// Refused may be only what would lose a comment.
    fn refuse(&mut self, before: &Parsed, made: &Made, error: &PlanError, seed: u64) {
        let legitimate = matches!(error, PlanError::Text(EditError::LosesComment));
        assert!(
            legitimate,
            "{}, seed {seed}: {:?}: {error:?}\n{}",
            self.file.name,
            made.edit,
            before.tree.text()
        );
        let why = format!("{error:?}");
        *self.refused.entry((made.way, why)).or_default() += 1;
    }

    /// Refusals are rare.
    pub(crate) fn report(&self) {
        let made: usize = self.made.values().sum();
        let refused: usize = self.refused.values().sum();
        println!(
            "{}: {made} edits {:?}, refused {:?}",
            self.file.name, self.made, self.refused
        );
        assert!(
            refused * 50 <= made,
            "{}: {refused} of {made} refused",
            self.file.name
        );
    }
}

/// A program in the middle of a sequence.
struct State {
    app: App,
    /// The texts of all steps, the first one included.
    texts: Vec<String>,
    seed: u64,
    random: Random,
    count: usize,
}

impl State {
    fn text(&self) -> String {
        self.app.document.parsed.tree.text().to_owned()
    }

    /// Takes note of the text, if it is another one: an edit that changes nothing is no step.
    fn note(&mut self) {
        let text = self.text();
        if self.texts.last() != Some(&text) {
            self.texts.push(text);
        }
    }
}

fn apply(app: &mut App, edit: &Edit) -> Result<(), PlanError> {
    let cursor = app.cursor();
    app.document.apply(edit, cursor.clone(), cursor)
}

/// The changed lines of two texts.
fn shown(old: &str, new: &str) -> String {
    let change = TextEdit::between(old, new);
    let start = old[..change.range.start].rfind('\n').map_or(0, |at| at + 1);
    let back = old.len() - change.range.end;
    let end = |text: &str| {
        let from = text.len() - back;
        text[from..].find('\n').map_or(text.len(), |at| from + at)
    };
    format!("- {}\n+ {}", &old[start..end(old)], &new[start..end(new)])
}

fn there_and_back(app: &mut App, texts: &[String]) {
    let text = |app: &App| app.document.parsed.tree.text().to_owned();
    for expected in texts.iter().rev().skip(1) {
        assert!(app.document.undo().is_some());
        assert!(text(app) == *expected, "undo");
    }
    assert!(app.document.undo().is_none() && !app.document.is_dirty());
    for expected in texts.iter().skip(1) {
        assert!(app.document.redo().is_some());
        assert!(text(app) == *expected, "redo");
    }
    assert!(app.document.redo().is_none());
}
