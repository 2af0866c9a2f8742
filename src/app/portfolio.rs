//! The journeys of a folder side by side: each with how it stands, sorted and filtered. They come in
//! one after the other while the screen is in use. Knows no file: what was read comes in.

use std::path::{Path, PathBuf};

use super::list::ListCursor;
use super::search::Wanted;
use super::{App, Screen};
use crate::exchange::portfolio::Entry;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};
use crate::journey::portfolio::Health;
use crate::sort;

/// The journeys of a folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Portfolio {
    /// The folder, as the person named it.
    pub folder: PathBuf,
    /// How many files there are to read, once that is known.
    pub files: Option<usize>,
    /// How many of them were read.
    pub read: usize,
    /// More may come.
    pub is_loading: bool,
    /// What they are sorted by.
    pub order: Order,
    /// What they are filtered by, beside the text.
    pub need: Option<Need>,
    /// What their title or path holds; empty where that does not matter.
    pub text: String,
    /// Those that were read, in the order of their paths.
    rows: Vec<Row>,
    /// Those in view, by their index, from top to bottom.
    shown: Vec<usize>,
    /// The file that the cursor is to stand on, once it is there.
    wanted: Option<PathBuf>,
}

/// A journey of the folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its file.
    pub file: PathBuf,
    /// How it stands.
    pub entry: Entry,
    /// It was not read again yet.
    is_old: bool,
}

/// What came of reading a folder.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// So many files are to be read.
    Files(usize),
    /// A file was read; it may be no journey.
    Read(PathBuf, Option<Box<Entry>>),
}

/// What journeys are sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Their paths.
    #[default]
    Path,
    /// Their titles.
    Title,
    /// The worst gap, the worst first.
    Gap,
    /// Moments of Truth below target, most first.
    Below,
    /// Improvements overdue, most first; then open ones.
    Overdue,
    /// The last review, the oldest first.
    Review,
    /// What `check` finds: errors, then warnings.
    Findings,
}

impl Order {
    /// All of them.
    pub const ALL: [Order; 7] = [
        Order::Path,
        Order::Title,
        Order::Gap,
        Order::Below,
        Order::Overdue,
        Order::Review,
        Order::Findings,
    ];

    /// What comes first: the lower number, then the text. What cannot be read needs a look first,
    /// where one looks for what needs one.
    fn rank(self, entry: &Entry) -> (i64, String) {
        let nothing = String::new();
        let health = match (&entry.health, self) {
            (_, Order::Path) => return (0, nothing),
            (_, Order::Title) => return (0, Wanted::new("").folded(entry.title())),
            (Err(_), _) => return (i64::MIN, nothing),
            (Ok(health), _) => health,
        };
        let most = |counts: &[usize]| {
            let all = counts.iter().fold(0, |all, it| all * 10_000 + *it as i64);
            (-all, String::new())
        };
        match self {
            Order::Path | Order::Title => (0, nothing),
            Order::Gap => (health.worst.as_ref().map_or(0, |it| it.0), nothing),
            Order::Below => most(&[health.moments_below]),
            Order::Overdue => most(&[health.overdue, health.open]),
            Order::Review => (0, health.reviewed.clone().unwrap_or_default()),
            Order::Findings => most(&health.findings),
        }
    }
}

/// What a journey is in need of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A gap below zero.
    Gap,
    /// A Moment of Truth below its target.
    Below,
    /// An improvement that is overdue.
    Overdue,
    /// A review.
    Review,
    /// Putting right: errors or warnings.
    Findings,
}

impl Need {
    fn is_of(self, entry: &Entry) -> bool {
        let Ok(health) = &entry.health else {
            return self == Need::Findings;
        };
        match self {
            Need::Gap => health.worst.is_some(),
            Need::Below => health.moments_below > 0,
            Need::Overdue => health.overdue > 0,
            Need::Review => health.is_stale,
            Need::Findings => health.findings[0] + health.findings[1] > 0,
        }
    }
}

impl Portfolio {
    /// A folder whose journeys are all to come.
    pub fn of(folder: PathBuf) -> Portfolio {
        Portfolio {
            folder,
            is_loading: true,
            ..Portfolio::default()
        }
    }

    /// As it is, while all are read again.
    fn anew(mut self) -> Portfolio {
        (self.files, self.read, self.is_loading) = (None, 0, true);
        self.rows.iter_mut().for_each(|row| row.is_old = true);
        self
    }

    /// The journeys in view, from top to bottom.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Row> {
        self.shown.iter().map(|at| &self.rows[*at])
    }

    /// How many journeys were read, in view or not.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// How many of them need this.
    pub fn in_need(&self, need: Need) -> usize {
        let rows = self.rows.iter();
        rows.filter(|row| need.is_of(&row.entry)).count()
    }

    /// Some may be out of view.
    pub fn is_filtered(&self) -> bool {
        self.need.is_some() || !self.text.is_empty()
    }

    /// Takes what was read; all is there where it is `done`.
    fn take(&mut self, news: Vec<News>, done: bool) {
        for news in news {
            match news {
                News::Files(count) => self.files = Some(count),
                News::Read(file, entry) => self.put(file, entry.map(|it| *it)),
            }
        }
        if done {
            self.is_loading = false;
            self.rows.retain(|row| !row.is_old);
        }
        self.settle();
    }

    fn put(&mut self, file: PathBuf, entry: Option<Entry>) {
        self.read += 1;
        let at = self.rows.binary_search_by(|row| row.file.cmp(&file));
        let row = entry.map(|entry| Row {
            file,
            entry,
            is_old: false,
        });
        match (at, row) {
            (Ok(at), Some(row)) => self.rows[at] = row,
            (Err(at), Some(row)) => self.rows.insert(at, row),
            (Ok(at), None) => drop(self.rows.remove(at)),
            (Err(_), None) => {}
        }
    }

    /// Sorts and filters anew.
    fn settle(&mut self) {
        let wanted = Wanted::new(&self.text);
        let has_text = |entry: &Entry| wanted.is_in(entry.title()) || wanted.is_in(&entry.path);
        let fits = |entry: &Entry| {
            let is_found = self.text.is_empty() || has_text(entry);
            is_found && self.need.is_none_or(|need| need.is_of(entry))
        };
        let all = 0..self.rows.len();
        let mut shown: Vec<usize> = all.filter(|at| fits(&self.rows[*at].entry)).collect();
        let ranks: Vec<(i64, String)> = self
            .rows
            .iter()
            .map(|it| self.order.rank(&it.entry))
            .collect();
        sort::by(&mut shown, |one, other| ranks[*one].cmp(&ranks[*other]));
        self.shown = shown;
    }
}

/// What a list takes a file for.
fn place(file: &Path) -> Place {
    Place::of(ElementKey::new(Kind::Journey, file.to_string_lossy()))
}

impl App {
    /// Leaves the document for the journeys of a folder; the cursor stays on the file that is left.
    pub fn show_folder(&mut self, folder: PathBuf) {
        let left = self.path.clone();
        self.begin_nothing();
        let mut portfolio = match self.portfolio.take() {
            Some(known) if known.folder == folder => known.anew(),
            _ => Portfolio::of(folder),
        };
        portfolio.wanted = left.or(portfolio.wanted);
        self.portfolio = Some(portfolio);
        self.show(Screen::Portfolio);
        self.find_wanted();
    }

    /// Takes what was read of the folder; all is there where it is `done`.
    pub(super) fn take_journeys(&mut self, news: Vec<News>, done: bool) {
        let Some(portfolio) = &mut self.portfolio else {
            return;
        };
        portfolio.take(news, done);
        self.settle_list();
        self.find_wanted();
    }

    /// Changes what is sorted or filtered by; the cursor stays on its journey.
    pub(super) fn arrange(&mut self, change: impl FnOnce(&mut Portfolio)) {
        if let Some(portfolio) = &mut self.portfolio {
            change(portfolio);
            portfolio.settle();
        }
        self.settle_list();
    }

    /// The folder in view, where all of it was read and there is no journey.
    pub fn empty_folder(&self) -> Option<PathBuf> {
        let portfolio = self.portfolio.as_ref();
        let empty = portfolio.filter(|it| !it.is_loading && it.count() == 0)?;
        let is_in_view = self.behind == Screen::Portfolio && self.dialogs.is_empty();
        is_in_view.then(|| empty.folder.clone())
    }

    fn find_wanted(&mut self) {
        let Some(portfolio) = self.portfolio.as_mut() else {
            return;
        };
        let Some(wanted) = &portfolio.wanted else {
            return;
        };
        let row = portfolio.shown().position(|row| row.file == *wanted);
        if let Some(row) = row.filter(|_| self.behind == Screen::Portfolio) {
            let on = portfolio.wanted.take().map(|file| place(&file));
            self.lists.put(Screen::Portfolio, ListCursor { row, on });
        }
    }

    /// The journey under the cursor of the folder.
    pub fn journey_here(&self) -> Option<&Row> {
        let row = self.lists.cursor(Screen::Portfolio).row;
        self.portfolio.as_ref()?.shown().nth(row)
    }

    /// How the journey under the cursor stands, if it can be read.
    pub fn health_here(&self) -> Option<&Health> {
        self.journey_here()?.entry.health.as_ref().ok()
    }

    pub(super) fn journey_places(&self) -> Vec<Place> {
        let portfolio = self.portfolio.iter();
        let shown = portfolio.flat_map(Portfolio::shown);
        shown.map(|row| place(&row.file)).collect()
    }
}
