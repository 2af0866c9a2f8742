//! State of the program and how it changes: keys become commands, commands become edits, and
//! whatever must happen outside becomes an effect. Pure: no terminal, no files, no clock.

pub mod capture;
#[cfg(test)]
mod capture_tests;
pub mod changes;
#[cfg(test)]
mod changes_tests;
pub mod clip;
#[cfg(test)]
mod clip_tests;
pub mod command;
#[cfg(test)]
mod company_tests;
pub mod compare;
#[cfg(test)]
mod compare_tests;
pub mod config;
#[cfg(test)]
mod config_tests;
pub mod conflicts;
#[cfg(test)]
mod conflicts_tests;
pub mod cursor;
pub mod departments;
pub mod dialog;
pub mod edits;
pub mod effect;
mod elsewhere;
#[cfg(test)]
mod elsewhere_tests;
#[cfg(test)]
mod export_tests;
pub mod filter;
#[cfg(test)]
mod filter_tests;
pub mod findings;
pub mod foreign;
#[cfg(test)]
mod foreign_tests;
pub mod fuzzy;
pub mod history;
#[cfg(test)]
mod history_tests;
pub mod import;
#[cfg(test)]
mod import_map_tests;
#[cfg(test)]
pub(crate) mod import_tests;
pub mod improvements;
#[cfg(test)]
mod improvements_tests;
pub mod input;
pub mod inspector;
pub mod key;
pub mod keymap;
pub mod kpis;
#[cfg(test)]
mod lens_tests;
pub mod list;
#[cfg(test)]
mod list_tests;
#[cfg(test)]
mod lived_tests;
pub mod look;
pub mod map;
pub mod meeting;
#[cfg(test)]
mod meeting_tests;
pub mod memory;
pub mod moments;
#[cfg(test)]
mod mouse_tests;
pub mod notes;
pub mod options;
pub mod outline;
#[cfg(test)]
mod outline_tests;
pub mod palette;
#[cfg(test)]
mod palette_tests;
pub mod portfolio;
#[cfg(test)]
mod portfolio_tests;
mod priorities;
#[cfg(test)]
mod priorities_tests;
pub mod recovery;
#[cfg(test)]
mod recovery_tests;
pub mod repeat;
#[cfg(test)]
mod repeat_tests;
mod reveal;
mod run;
pub mod screen;
pub mod search;
#[cfg(test)]
mod search_tests;
pub mod start;
#[cfg(test)]
mod start_tests;
pub mod strategy;
#[cfg(test)]
mod tests;
pub mod tour;
pub mod update;
pub mod values;
pub mod vote;
#[cfg(test)]
mod zoom_tests;

use std::path::PathBuf;

use crate::document::Document;
use crate::document::edit::Edit;
use crate::i18n::{self, Lang};
use crate::journey::fields::Kind;
use crate::journey::model::{ImprovementStatus, Journey, Touchpoint};
use crate::journey::place::{ElementKey, Place};
use crate::journey::priorities::Crossing;
use crate::journey::sources::Sources;
use conflicts::Resolution;
use cursor::Cursor;
use dialog::{Answer, ConfirmDialog, Dialog, Does};
use inspector::Inspector;
use key::Key;
use keymap::Keymap;
use list::Lists;
use look::Look;
use map::MapState;
pub use screen::Screen;
use search::Search;

/// How a message at the foot of the screen is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something cannot be done.
    Refused,
    /// Something is going on.
    Going,
}

/// A message at the foot of the screen, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

/// What the pointer is over with something in its hand.
#[derive(Debug, Clone, PartialEq)]
pub enum Over {
    /// Another place of the journey.
    Place(Place),
    /// A state of the board of improvements.
    State(ImprovementStatus),
}

/// An element in the hand of the mouse.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    /// The element.
    pub element: ElementKey,
    /// What the pointer is over, if that is something else.
    pub over: Option<Over>,
    /// The pointer has moved since the button went down.
    pub moved: bool,
}

/// The whole state of the program.
pub struct App {
    /// Language of the screens.
    pub lang: Lang,
    /// The document under edit.
    pub document: Document<Cursor>,
    /// The file, as the person named it; `None` for a new journey.
    pub path: Option<PathBuf>,
    /// The file by its whole path, behind all links; `None` where that is not known.
    pub real: Option<PathBuf>,
    /// How the file stands against what was last read or saved of it.
    pub file_state: foreign::FileState,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Which screen has the keys.
    pub screen: Screen,
    /// The screen that the inspector was opened from, and stands beside on a wide terminal; the
    /// one that has the keys, if that is not the inspector.
    pub behind: Screen,
    /// How the screens look.
    pub look: Look,
    /// Which keys are which commands.
    pub keymap: Keymap,
    /// State of the lists.
    pub lists: Lists,
    /// State of the map.
    pub map: MapState,
    /// What was remembered last.
    remembered: memory::Memory,
    /// State of the inspector.
    pub inspector: Inspector,
    /// Dialogs, the last one on top.
    pub dialogs: Vec<Dialog>,
    /// The message at the foot.
    pub message: Option<Message>,
    /// Keys of a sequence that is not complete yet.
    pub pending: Vec<Key>,
    /// The keys that can be pressed are shown.
    pub menu: bool,
    /// The search that is on.
    pub search: Option<Search>,
    /// The elements that were copied last.
    pub clip: Option<clip::Clip>,
    /// The journey that its company was opened from.
    pub came_from: Option<PathBuf>,
    /// The last change, which can be made again.
    pub repeat: repeat::Repeat,
    /// The text that was copied last, where it was no element.
    pub clip_text: Option<String>,
    /// What the mouse drags.
    pub drag: Option<Drag>,
    /// What the screen of improvements shows.
    pub improvements: improvements::Showing,
    /// Another version of the file, whose differences the screens mark.
    pub compared: Option<changes::Compared>,
    /// What it was compared with last, side by side: the choice is kept when that ends.
    pub compared_last: Option<changes::Against>,
    /// The versions of the file, once they were asked for.
    pub history: Option<history::History>,
    /// What a survey would bring, while it is looked at.
    pub import: Option<import::Import>,
    /// An old version stands on the screens.
    pub viewing: Option<history::Viewing>,
    /// Where the readings come from, as the file beside the journey says.
    pub sources: Sources,
    /// Where the quadrants of the priorities meet.
    pub crossing: Crossing,
    /// The merge that is being decided.
    pub resolution: Option<Resolution>,
    /// The journeys of a folder, once they were looked at.
    pub portfolio: Option<portfolio::Portfolio>,
    /// The page one begins from, until something was begun.
    pub start: Option<start::Start>,
    /// The tour, while it lasts.
    pub tour: Option<tour::Tour>,
    /// Meetings: the one that goes on, and what was chosen for the last one.
    pub meetings: meeting::Meetings,
}

impl App {
    /// The program with a document, before its first key.
    pub fn new(lang: Lang, document: Document<Cursor>, path: Option<PathBuf>) -> App {
        let mut app = App {
            lang,
            document,
            path,
            real: None,
            file_state: foreign::FileState::default(),
            size: (80, 24),
            screen: Screen::Map,
            behind: Screen::Map,
            look: Look::default(),
            keymap: Keymap::default(),
            lists: Lists::default(),
            map: MapState::default(),
            remembered: memory::Memory::default(),
            inspector: Inspector::default(),
            dialogs: Vec::new(),
            message: None,
            pending: Vec::new(),
            menu: false,
            search: None,
            clip: None,
            came_from: None,
            repeat: repeat::Repeat::default(),
            clip_text: None,
            drag: None,
            improvements: improvements::Showing::default(),
            compared: None,
            compared_last: None,
            history: None,
            import: None,
            viewing: None,
            sources: Sources::default(),
            crossing: Crossing::default(),
            resolution: None,
            portfolio: None,
            start: None,
            tour: None,
            meetings: meeting::Meetings::default(),
        };
        app.start();
        app
    }

    /// Starts over with another document; what the person chose for the screens stays.
    fn start_with(&mut self, document: Document<Cursor>) {
        let chosen = (self.look, self.size, self.keymap.clone(), self.clip.take());
        let (memory, portfolio) = (self.memory(), self.portfolio.take());
        *self = App::new(self.lang, document, self.path.take());
        self.portfolio = portfolio;
        (self.look, self.size, self.keymap, self.clip) = chosen;
        self.recall(memory);
    }

    /// The first screen: a company has no map.
    fn start(&mut self) {
        if self.document.parsed.company.is_some() {
            (self.screen, self.behind) = (Screen::Outline, Screen::Outline);
        }
        self.settle();
    }

    /// The journey as it is now.
    pub fn journey(&self) -> &Journey {
        &self.document.parsed.journey
    }

    /// Today, as in the file.
    pub fn today(&self) -> String {
        self.document.context().today.to_string()
    }

    /// The touchpoint under the cursor of the map.
    pub fn touchpoint(&self) -> Option<&Touchpoint> {
        let column = *self.map.columns.get(self.map.column)?;
        let stage = self.journey().stages.get(column.stage)?;
        stage.touchpoints.get(column.touchpoint?)
    }

    /// The touchpoint of this key.
    pub fn touchpoint_of(&self, key: &ElementKey) -> Option<&Touchpoint> {
        let index = &self.document.parsed.index;
        let keys = index.elements().map(|(key, _)| key);
        let mut touchpoints = keys.filter(|key| key.kind == Kind::Touchpoint);
        // Elements of the tree stand in the order of the model.
        let nth = touchpoints.position(|it| it == key)?;
        let stages = self.journey().stages.iter();
        stages.flat_map(|stage| &stage.touchpoints).nth(nth)
    }

    /// The element under the cursor of the screen that has the keys, or stands behind the
    /// inspector.
    pub fn here(&self) -> Option<ElementKey> {
        match self.behind {
            Screen::Map | Screen::Inspector => self.map_element(),
            Screen::Values => self.column_element(self.map.column),
            Screen::Meeting => self.meeting_item(),
            _ => {
                let index = &self.document.parsed.index;
                self.entry()?.element.filter(|it| index.node(it).is_some())
            }
        }
    }

    /// What the inspector shows for where the cursor stands.
    fn here_place(&self) -> Place {
        match self.behind {
            Screen::Map | Screen::Inspector => {
                self.map_element().map_or_else(Place::root, Place::of)
            }
            Screen::Values => self.here().map_or_else(Place::root, Place::of),
            Screen::Meeting => self.meeting_item().map_or_else(Place::root, Place::of),
            _ => {
                let entry = self.entry().unwrap_or_default();
                let is_own = entry.element.is_none() || self.here() == entry.element;
                match is_own {
                    true => self.page_around(entry),
                    false => Place::root(),
                }
            }
        }
    }

    /// Shows a screen, with its cursor on what it stood on before where that is there too.
    pub fn show(&mut self, screen: Screen) {
        if self.document.parsed.company.is_some() && !screen.is_for_companies() {
            return self.refuse(i18n::only_for_journeys(self.lang, screen.word(self.lang)));
        }
        if screen != Screen::Inspector && screen != self.behind {
            let here = self.here();
            self.lists.marked.clear();
            self.behind = screen;
            self.settle_compare();
            self.settle_list();
            if let Some(here) = here {
                self.find(&here);
            }
        }
        self.screen = screen;
    }

    /// Puts the cursor of the screen on an element, where it shows it.
    pub(in crate::app) fn find(&mut self, element: &ElementKey) {
        // A meeting stays where it stands.
        if self.behind == Screen::Meeting {
            return;
        }
        if self.behind == Screen::Map {
            self.map.column = self.column_of(element).unwrap_or(self.map.column);
            return;
        }
        if matches!(self.behind, Screen::Values | Screen::Departments) {
            self.map.column = self.column_of(element).unwrap_or(self.map.column);
        }
        if self.is_of_no_rank(element) {
            return;
        }
        let place = Place::of(element.clone());
        let is_it = |it: &Place| match self.behind {
            // Differences stand in an element.
            Screen::Compare => it.element == place.element,
            _ => *it == place,
        };
        let row = self.entries(self.behind).iter().position(is_it);
        if let Some(row) = row {
            self.to_entry(row);
        }
    }

    /// A board that begins with the worst is not entered at its suggestions, nor at what lacks
    /// numbers.
    fn is_of_no_rank(&self, element: &ElementKey) -> bool {
        match self.behind {
            Screen::Moments => {
                let touchpoint = self.touchpoint_of(element);
                touchpoint.is_none_or(|it| it.moment_of_truth.is_none())
            }
            Screen::Priorities => {
                let priorities = self.priorities();
                !priorities.ranked.iter().any(|it| it.at.key == *element)
            }
            _ => false,
        }
    }

    /// Says that something was done.
    pub fn done(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            tone: Tone::Done,
            text: text.into(),
        });
    }

    /// Says what is going on.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            tone: Tone::Going,
            text: text.into(),
        });
    }

    /// The last thing that was said is that something cannot be done.
    fn was_refused(&self) -> bool {
        self.message.as_ref().map(|it| it.tone) == Some(Tone::Refused)
    }

    /// Says that something cannot be done.
    pub fn refuse(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            tone: Tone::Refused,
            text: text.into(),
        });
    }

    /// Makes an edit and says what came of it. The cursor stays on its element.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        let before = self.cursor();
        self.edit_and_go(edit, before)
    }

    /// Makes an edit after which the cursor stands elsewhere.
    pub fn edit_and_go(&mut self, edit: &Edit, after: Cursor) -> bool {
        if self.viewing.is_some() {
            self.refuse(i18n::history_read_only(self.lang));
            return false;
        }
        let before = self.cursor();
        let known = self.known_under_filter();
        match self.document.apply(edit, before, after.clone()) {
            Ok(()) => {
                self.keep_new(known);
                self.go(&after);
                self.tell_gone(&after);
                true
            }
            Err(error) => {
                self.refuse(i18n::plan_error(self.lang, &error));
                false
            }
        }
    }

    /// Says what was wrong in the configuration, once.
    pub fn tell_mistakes(&mut self, file: &str, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        self.dialogs.push(Dialog::Confirm(ConfirmDialog {
            title: i18n::config_title(self.lang, file),
            lines,
            answers: vec![Answer {
                key: i18n::config_continue_key(self.lang),
                label: i18n::config_continue(self.lang).to_owned(),
                does: Does::Cancel,
            }],
            scroll: 0,
        }));
    }

    /// Asks whether to begin a journey in a file that is empty.
    pub fn offer_journey(&mut self, text: String) {
        let lang = self.lang;
        let answer = Answer::new;
        self.dialogs.push(Dialog::Confirm(ConfirmDialog {
            title: i18n::empty_file_title(lang).to_owned(),
            lines: vec![i18n::empty_file_text(lang).to_owned()],
            answers: vec![
                answer(
                    'b',
                    i18n::empty_file_begin(lang),
                    Does::Edit(Edit::Whole(text)),
                ),
                answer('l', i18n::empty_file_leave(lang), Does::Cancel),
            ],
            scroll: 0,
        }));
    }

    /// Asks whether to take the copy that an interrupted save has left.
    pub fn offer_copy(&mut self, copy: Option<&[u8]>) {
        let text = copy.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
        let Some(text) = text else { return };
        let answer = Answer::new;
        let take = Does::Edit(Edit::Whole(text));
        self.dialogs.push(Dialog::Confirm(ConfirmDialog {
            title: i18n::copy_title(self.lang).to_owned(),
            lines: vec![i18n::copy_text(self.lang).to_owned()],
            answers: vec![
                answer(
                    i18n::copy_take_key(self.lang),
                    i18n::copy_take(self.lang),
                    take,
                ),
                answer(
                    i18n::copy_leave_key(self.lang),
                    i18n::copy_leave(self.lang),
                    Does::Cancel,
                ),
            ],
            scroll: 0,
        }));
    }
}
