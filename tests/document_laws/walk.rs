//! A long random walk of edits, undo, redo and saves: each state comes back as it was, and undo of
//! all is the first bytes, redo of all the last.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use touchline::app::App;
use touchline::document::Document;
use touchline::document::file::{OnDisk, read};
use touchline::document::save::{Places, save};
use touchline::i18n::Lang;

use crate::edits::{Source, Way};
use crate::laws::context;
use crate::random::Random;

const WAYS: [Way; 8] = [
    Way::Set,
    Way::SetItem,
    Way::Clear,
    Way::Insert,
    Way::Remove,
    Way::Move,
    Way::Duplicate,
    Way::ChangeId,
];

/// A document on its way, and the states that undo and redo must lead to.
pub(crate) struct Walk {
    app: App,
    random: Random,
    count: usize,
    /// Bytes above which nothing more comes in, so that the walk stays quick.
    limit: usize,
    /// The digest of each state that can be reached, the first one included.
    states: Vec<u64>,
    at: usize,
    /// The state that the file has; `None` where no undo or redo leads to it.
    saved: Option<usize>,
    on_disk: OnDisk,
    places: Places,
    /// Edits, undos, redos and saves so far.
    pub(crate) made: [usize; 4],
}

impl Walk {
    pub(crate) fn begin(folder: &std::path::Path, text: &str, seed: u64) -> Walk {
        let file = folder.join("walk.ron");
        std::fs::write(&file, text).unwrap();
        let document = Document::open(text.as_bytes().to_vec(), context());
        Walk {
            app: App::new(Lang::En, document, None),
            random: Random::new(seed),
            count: 0,
            limit: text.len() * 3 / 2,
            states: vec![digest(text.as_bytes())],
            at: 0,
            saved: Some(0),
            on_disk: read(&file).unwrap(),
            places: Places {
                recovery_folder: folder.join("recovery"),
            },
            made: [0; 4],
        }
    }

    /// One step, after which everything must agree.
    pub(crate) fn step(&mut self) {
        match self.random.below(20) {
            0..=3 => self.undo(),
            4..=6 => self.redo(),
            7..=9 => self.save(),
            _ => self.edit(),
        }
        assert_eq!(digest(&self.app.document.bytes()), self.states[self.at]);
        let is_saved = self.saved == Some(self.at);
        assert_eq!(self.app.document.is_dirty(), !is_saved);
    }

    /// Undoes all and does all again.
    pub(crate) fn end(mut self, first: &str) {
        while self.at + 1 < self.states.len() {
            assert!(self.app.document.redo().is_some());
            self.at += 1;
        }
        let last = self.app.document.bytes();
        assert_eq!(digest(&last), self.states[self.at]);
        for state in self.states[..self.at].iter().rev() {
            assert!(self.app.document.undo().is_some());
            assert_eq!(digest(&self.app.document.bytes()), *state);
        }
        assert!(self.app.document.undo().is_none());
        assert!(self.app.document.bytes() == first.as_bytes());
        while self.app.document.redo().is_some() {}
        assert!(self.app.document.bytes() == last);
    }

    fn edit(&mut self) {
        let is_large = self.app.document.bytes().len() > self.limit;
        let way = WAYS[self.random.below(WAYS.len())];
        if is_large && matches!(way, Way::Insert | Way::Duplicate) {
            return;
        }
        let mut source = Source {
            random: &mut self.random,
            count: &mut self.count,
        };
        let Some(made) = source.edit(&self.app, way) else {
            return;
        };
        let cursor = self.app.cursor();
        let applied = self.app.document.apply(&made.edit, cursor.clone(), cursor);
        let state = digest(&self.app.document.bytes());
        if applied.is_err() || state == self.states[self.at] {
            return;
        }
        self.saved = self.saved.filter(|saved| *saved <= self.at);
        self.states.truncate(self.at + 1);
        self.states.push(state);
        self.at += 1;
        self.made[0] += 1;
    }

    fn undo(&mut self) {
        for _ in 0..=self.random.below(3) {
            assert_eq!(self.app.document.undo().is_some(), self.at > 0);
            self.at = self.at.saturating_sub(1);
            self.made[1] += 1;
        }
    }

    fn redo(&mut self) {
        for _ in 0..=self.random.below(3) {
            let is_there = self.at + 1 < self.states.len();
            assert_eq!(self.app.document.redo().is_some(), is_there);
            self.at += usize::from(is_there);
            self.made[2] += 1;
        }
    }

    fn save(&mut self) {
        let document = &mut self.app.document;
        self.on_disk = save(&self.on_disk, &document.bytes(), &self.places).unwrap();
        let state = document.state();
        document.saved(state);
        self.saved = Some(self.at);
        self.made[3] += 1;
    }
}

fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
