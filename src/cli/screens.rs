//! The program that the run loop drives: the app, its theme, and the file behind the document.
//! Saving happens here; everything else is `update` and `view`.

use std::path::{Path, PathBuf};

use ratatui::Frame;

use jiff::civil::Date;

use super::elsewhere::remedy;
use super::foreign::Watch;
use super::history::Coming;
use super::import::{self, News, SourcesFile, sources_beside};
use super::input::Reader;
use super::memory;
use super::portfolio;
use super::recovery::{LogPath, Recovery};
use super::start::start;
use crate::app::changes::{Against, Showing};
use crate::app::dialog::Dialog;
use crate::app::effect::{Effect, NotSaved, Remedy, Unwritten};
use crate::app::foreign::FileState;
use crate::app::input::{Input, Mouse, MouseKind};
use crate::app::update::{Click, Met};
use crate::app::{App, Screen, update};
use crate::document::Document;
use crate::document::file::{self, OnDisk, ReadError};
use crate::document::save::{Places, SaveError, left_copies, save, sweep};
use crate::git::Repository;
use crate::i18n::{self, Lang};
use crate::journey::sources::Source;
use crate::term::{EditorError, Program};
use crate::view::theme::Theme;
use crate::view::{self, HitMap, Target, map};

/// The screens on one document.
pub(super) struct Screens {
    pub(super) app: App,
    pub(super) on_disk: Option<OnDisk>,
    /// What was seen of that file.
    pub(super) watch: Watch,
    places: Option<Places>,
    /// Where a file may go whose own place fails, the best first.
    refuges: Vec<PathBuf>,
    /// The file that remembers; `None` where nothing is to be remembered.
    memory: Option<PathBuf>,
    pub(super) today: Date,
    hits: HitMap,
    recovery: Recovery,
    /// Versions of the file that are on their way.
    coming: Option<Coming>,
    /// A survey file that is being read.
    survey: Option<import::Coming>,
    /// Journeys of the folder that was shown last; a journey that is opened meanwhile does not stop
    /// them.
    journeys: Option<portfolio::Coming>,
}

impl Screens {
    pub(super) fn new(app: App, on_disk: Option<OnDisk>, places: Option<Places>) -> Screens {
        Screens {
            today: app.document.context().today,
            app,
            on_disk,
            watch: Watch::default(),
            recovery: Recovery::new(places.clone()),
            places,
            refuges: Vec::new(),
            memory: None,
            hits: HitMap::default(),
            coming: None,
            survey: None,
            journeys: None,
        }
    }

    /// Takes up what the file remembers, and keeps it up to date from now on.
    pub(super) fn recall(&mut self, file: Option<PathBuf>) {
        if let Some(file) = &file {
            self.app.recall(memory::read(file));
        }
        self.memory = file;
    }

    /// Proposes these folders from now on where a save fails.
    pub(super) fn fall_back_on(&mut self, refuges: Vec<PathBuf>) {
        self.refuges = refuges;
    }

    /// Tells the screens which file it is by its whole path.
    fn name_file(&mut self) {
        let real = self.on_disk.as_ref().map(|it| it.real().to_path_buf());
        self.app.real = real;
    }

    /// Offers what crashes left of this file, or of journeys without file.
    pub(super) fn offer_unsaved(&mut self) {
        let path = self.on_disk.as_ref().map(OnDisk::path);
        self.recovery.look(&mut self.app, path);
    }

    /// Where the recovery log under way is.
    pub(super) fn log_path(&self) -> LogPath {
        self.recovery.log_path()
    }

    /// The program was left by a person, who said what is to become of what is not saved.
    pub(super) fn left(&mut self) {
        self.recovery.forget();
    }

    /// The program ends whatever anybody wants: what is not saved stays in the log.
    pub(super) fn ended(&self) {
        self.recovery.sync();
    }

    /// Writes down what has become of the document.
    fn follow(&mut self) {
        let base = self.on_disk.as_ref().and_then(OnDisk::content);
        // A file that lost its text holds nothing that a recovery could start from.
        let base = base.filter(|_| !self.app.document.is_adrift());
        self.recovery
            .follow(&mut self.app, base.unwrap_or_default());
    }

    fn point(&mut self, mouse: Mouse) -> Vec<Effect> {
        let Mouse { kind, column, row } = mouse;
        let hit = self.hits.at(column, row);
        match (kind, hit) {
            (MouseKind::Down, Some(target)) => update::click(&mut self.app, click(target)),
            (MouseKind::DoubleDown, Some(target)) => {
                update::double_click(&mut self.app, click(target))
            }
            (MouseKind::Drag, target) => {
                let beyond = self.hits.edge(column, row);
                update::drag(&mut self.app, target.map(click), beyond);
                Vec::new()
            }
            (MouseKind::Up, target) => {
                update::drop(&mut self.app, target.map(click));
                Vec::new()
            }
            (MouseKind::WheelDown, _) => update::wheel(&mut self.app, true),
            (MouseKind::WheelUp, _) => update::wheel(&mut self.app, false),
            (MouseKind::ZoomIn, target) => {
                update::zoom(&mut self.app, target.map(click), true);
                Vec::new()
            }
            (MouseKind::ZoomOut, target) => {
                update::zoom(&mut self.app, target.map(click), false);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Merges what others wrote to the file since it was last read into the document. `None` where
    /// the two cannot be merged by id, or nothing can be read.
    pub(super) fn meet(&mut self) -> Option<Met> {
        let known = self.on_disk.as_ref()?;
        let disk = file::read(known.path()).ok()?;
        let base = known.content().unwrap_or_default();
        let met = update::meet(&mut self.app, base, disk.content()?).ok()?;
        self.on_disk = Some(disk);
        Some(met)
    }

    /// Saves; what others wrote to the file meanwhile is merged in first.
    fn save_merged(
        &mut self,
        path: Option<PathBuf>,
        bytes: &[u8],
        state: usize,
        then: Vec<Effect>,
    ) -> Vec<Effect> {
        let saved = self.save(path.clone(), bytes);
        let remedy = saved.as_ref().err().map(|it| &it.remedy);
        if path.is_none() && remedy == Some(&Remedy::WriteAnew) {
            update::vanished(&mut self.app, then);
            return Vec::new();
        }
        if path.is_some() || remedy != Some(&Remedy::Merge) {
            return update::saved(&mut self.app, saved, path, state, then);
        }
        match self.meet() {
            Some(Met::Conflicts) => Vec::new(),
            Some(Met::Merged) => {
                let (bytes, state) = (self.app.document.bytes(), self.app.document.state());
                let saved = self.save(None, &bytes);
                let lang = self.app.lang;
                let told = saved
                    .as_ref()
                    .ok()
                    .map(|path| i18n::foreign_merged(lang, &path.to_string_lossy()));
                let effects = update::saved(&mut self.app, saved, None, state, then);
                told.into_iter().for_each(|text| self.app.done(text));
                effects
            }
            None => update::saved(&mut self.app, saved, path, state, then),
        }
    }

    /// Opens another file; this one stays where that cannot be read.
    fn open(&mut self, path: PathBuf) {
        let lang = self.app.lang;
        (self.coming, self.survey) = (None, None);
        if let Some(places) = &self.places {
            sweep(&path, places);
        }
        let opened = Reader::new(self.today).open(&path);
        let document = opened.map(|(on_disk, context)| {
            let bytes = on_disk.content().unwrap_or_default().to_vec();
            self.on_disk = Some(on_disk);
            self.watch = Watch::default();
            Document::open(bytes, context)
        });
        let document = document.map_err(|error| i18n::read_error(lang, &error).0);
        let is_opened = document.is_ok();
        update::opened(&mut self.app, path, document);
        if is_opened {
            self.recall_sources();
            self.offer_copy();
            self.offer_unsaved();
        }
    }

    /// Leaves the file for what else one can begin with.
    pub(super) fn begin_anew(&mut self, folder: Option<&Path>) {
        let start = start(folder, &mut Reader::new(self.today), self.app.lang);
        if start.is_ok() {
            (self.coming, self.survey, self.on_disk) = (None, None, None);
        }
        update::started(&mut self.app, start);
    }

    /// Leaves the file for the journeys of a folder.
    fn show_folder(&mut self, folder: PathBuf) {
        let left = self.app.path.clone();
        (self.coming, self.survey, self.on_disk) = (None, None, None);
        update::portfolio(&mut self.app, folder);
        self.read_folder(left);
    }

    /// The journeys of the portfolio come in by and by, the one that was left before all others.
    pub(super) fn read_folder(&mut self, left: Option<PathBuf>) {
        let folder = self.app.portfolio.as_ref().filter(|it| it.is_loading);
        self.journeys =
            folder.map(|it| portfolio::Coming::of(&it.folder, left, self.today, self.app.lang));
    }

    /// Takes what has come of the folder; `true` if there was something. A folder without journeys
    /// leads to what one can begin with.
    fn take_journeys(&mut self) -> bool {
        let journeys = self.journeys.as_mut().filter(|it| it.is_reading());
        let Some(journeys) = journeys else {
            return false;
        };
        let (columns, rows) = self.app.size;
        let (news, has_more) = journeys.take(view::room_for_journeys(columns, rows));
        let portfolio = self.app.portfolio.as_ref();
        let is_end = !has_more && portfolio.is_some_and(|it| it.is_loading);
        let is_something = is_end || !news.is_empty();
        if is_something {
            update::journeys(&mut self.app, news, !has_more);
        }
        if let Some(folder) = self.app.empty_folder() {
            self.begin_anew(Some(&folder));
        }
        is_something
    }

    /// The journeys of a folder are on the screen.
    fn shows_folder(&self) -> bool {
        self.app.behind == Screen::Portfolio && self.journeys.is_some()
    }

    /// Offers the copy that an interrupted save of this file has left.
    pub(super) fn offer_copy(&mut self) {
        if let (Some(on_disk), Some(places)) = (&self.on_disk, &self.places) {
            let copies = left_copies(on_disk.path(), places);
            self.app
                .offer_copy(copies.last().map(|copy| copy.content()));
        }
    }

    fn save(&mut self, path: Option<PathBuf>, bytes: &[u8]) -> Result<PathBuf, NotSaved> {
        let lang = self.app.lang;
        let places = self
            .places
            .as_ref()
            .ok_or_else(|| only_said(i18n::no_home(lang).to_owned()))?;
        let target = self
            .target(path)
            .map_err(|error| only_said(not_there(lang, error)))?;
        match save(&target, bytes, places) {
            Ok(on_disk) => {
                let path = on_disk.path().to_path_buf();
                self.on_disk = Some(on_disk);
                self.recovery.saved();
                Ok(path)
            }
            Err(error) => Err(self.refused(error, target.path())),
        }
    }

    /// The file to write: the opened one, or another that must not be there yet.
    fn target(&self, path: Option<PathBuf>) -> Result<OnDisk, ReadError> {
        match (path, &self.on_disk) {
            // That it is gone was said, and the answer was to write it anew.
            (None, Some(on_disk)) if self.app.file_state == FileState::Gone => {
                OnDisk::absent(on_disk.path())
            }
            (Some(path), Some(on_disk)) if path == on_disk.path() => Ok(on_disk.clone()),
            (Some(path), _) => OnDisk::absent(&path),
            (None, Some(on_disk)) => Ok(on_disk.clone()),
            (None, None) => OnDisk::absent(Path::new("")),
        }
    }

    /// Writes a file beside the journey, which must not be there yet.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
        let lang = self.app.lang;
        let target = OnDisk::absent(path).map_err(|error| only_because(not_there(lang, error)))?;
        self.write_to(&target, bytes)
    }

    /// Writes a file instead of the one that is there.
    fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
        let target = match file::read(path) {
            Err(ReadError::NotFound { .. }) => OnDisk::absent(path),
            other => other,
        };
        let lang = self.app.lang;
        let target = target.map_err(|error| only_because(not_there(lang, error)))?;
        self.write_to(&target, bytes)
    }

    fn write_to(&self, target: &OnDisk, bytes: &[u8]) -> Result<(), Unwritten> {
        let lang = self.app.lang;
        let places = self.places.as_ref();
        let places = places.ok_or_else(|| only_because(i18n::no_home(lang).to_owned()))?;
        let written = save(target, bytes, places).map(|_| ());
        written.map_err(|error| {
            let (what, help) = i18n::save_error(lang, &error);
            Unwritten {
                why: i18n::save_refused(lang, &what, help),
                is_there: matches!(error, SaveError::Appeared { .. }),
            }
        })
    }

    fn refused(&mut self, error: SaveError, path: &Path) -> NotSaved {
        let remedy = remedy(&error, path, &self.refuges);
        let (what, help) = i18n::save_error_on_screen(self.app.lang, &error);
        if let SaveError::Unsynced { now, .. } = error {
            self.on_disk = Some(*now);
        }
        let why = i18n::save_refused(self.app.lang, &what, &help);
        NotSaved { why, remedy }
    }

    /// Reads what the document is to be compared with.
    fn compare(&mut self, against: Against, showing: Showing) {
        let content = match &against {
            Against::Revision(revision) => self.content_in(revision),
            Against::File(path) => {
                let read = file::read(path).map_err(|it| i18n::read_error(self.app.lang, &it).0);
                read.map(|on_disk| on_disk.content().unwrap_or_default().to_vec())
            }
        };
        update::compared(&mut self.app, against, showing, content);
    }

    /// The file as it stands in a revision.
    fn content_in(&self, revision: &str) -> Result<Vec<u8>, String> {
        let lang = self.app.lang;
        let path = self.app.path.clone().unwrap_or_default();
        let content = Repository::around(&path).and_then(|repository| {
            let commit = repository.resolve(revision)?;
            repository.content(&commit, &repository.path_of(&path)?)
        });
        match content {
            Ok(Some(content)) => Ok(content),
            Ok(None) => Err(i18n::changes_not_there(lang, revision)),
            Err(error) => {
                let (what, help) = i18n::git_error(lang, &error);
                Err(i18n::save_refused(lang, &what, help))
            }
        }
    }

    /// Tells git that the file is as it should be.
    fn stage(&mut self) {
        let lang = self.app.lang;
        let path = self.app.path.clone().unwrap_or_default();
        let staged = Repository::around(&path).and_then(|it| it.stage(&it.path_of(&path)?));
        let staged = staged.map(|()| path.to_string_lossy().into_owned());
        let staged = staged.map_err(|error| {
            let (what, help) = i18n::git_error(lang, &error);
            i18n::save_refused(lang, &what, help)
        });
        update::staged(&mut self.app, staged);
    }
}

fn only_said(why: String) -> NotSaved {
    let remedy = Remedy::None;
    NotSaved { why, remedy }
}

/// The text of a map, or why there is none.
fn map_text(file: &Path, lang: Lang) -> Result<String, String> {
    let sentence = |(what, help): (String, &str)| format!("{what}: {help}");
    let read = file::read(file).map_err(|error| sentence(i18n::read_error(lang, &error)))?;
    let bytes = read.content().unwrap_or_default().to_vec();
    String::from_utf8(bytes).map_err(|_| {
        let what = i18n::import_map_not_utf8(lang, &file.to_string_lossy());
        sentence((what, i18n::import_map_save_as_utf8(lang)))
    })
}

fn only_because(why: String) -> Unwritten {
    Unwritten {
        why,
        is_there: false,
    }
}

/// Why a file cannot be written where it is to be: most often its folder is missing.
fn not_there(lang: Lang, error: ReadError) -> String {
    let (what, help) = match error {
        ReadError::NotFound { path } => i18n::save_error(lang, &SaveError::FolderMissing { path }),
        error => i18n::read_error(lang, &error),
    };
    i18n::save_refused(lang, &what, help)
}

/// What stands at a place of the screen, as `update` takes it.
fn click(target: Target) -> Click {
    match target {
        Target::Map(map::Target::Cell { column, row }) => Click::Cell(column, row),
        Target::Map(map::Target::Stage(stage)) => Click::Stage(stage),
        Target::Map(map::Target::Label(row)) => Click::Label(row),
        Target::Map(map::Target::Column(column)) => Click::Column(column),
        Target::Row(row) => Click::Row(row),
        Target::Entry(entry) => Click::Entry(entry),
        Target::Crossing(entry, column) => Click::Crossing(entry, column),
        Target::State(state) => Click::State(state),
        Target::Choice(choice) => Click::Choice(choice),
        Target::Answer(key) => Click::Answer(key),
    }
}

impl Program for Screens {
    fn draw(&mut self, frame: &mut Frame<'_>) {
        let size = (frame.area().width, frame.area().height);
        update::resize(&mut self.app, size);
        // The first frame of a folder has journeys on it.
        if self.journeys.as_ref().is_some_and(|it| it.is_new()) {
            self.take_journeys();
        }
        update::scroll(&mut self.app, |app| view::follow(app, size));
        // Both ranges cost a page to lay out: they are asked for only where one has scrolled.
        if matches!(self.app.dialogs.last(), Some(Dialog::Help { scroll: 1.. })) {
            let help = view::help_lines(&self.app, size.0, size.1);
            update::limit_help(&mut self.app, help);
        }
        if self.app.inspector.below > 0 {
            let below = view::below(&self.app, size);
            update::limit_inspector(&mut self.app, below);
        }
        self.hits = view::draw(&self.app, Theme::of(self.app.look), frame);
    }

    fn input(&mut self, input: Input) -> Vec<Effect> {
        self.name_file();
        let effects = match input {
            Input::Mouse(mouse) => self.point(mouse),
            input => update::update(&mut self.app, input),
        };
        self.follow();
        effects
    }

    fn edited(&mut self, text: Result<Vec<u8>, EditorError>) -> Vec<Effect> {
        let lang = self.app.lang;
        let text = text.map_err(|error| i18n::editor_error(lang, &error));
        update::edited(&mut self.app, text);
        self.follow();
        Vec::new()
    }

    fn clipboard(&mut self, text: Option<String>) {
        update::clipboard(&mut self.app, text.as_deref());
        self.follow();
    }

    fn watches(&self) -> bool {
        self.on_disk.is_some() || self.shows_folder()
    }

    fn look(&mut self) -> bool {
        if self.shows_folder() {
            self.journeys.iter_mut().for_each(portfolio::Coming::look);
        }
        let shows = self.look_around();
        if shows {
            self.follow();
        }
        shows
    }

    fn counts_time(&self) -> bool {
        self.app.counts_time()
    }

    fn shows_time(&self) -> bool {
        self.app.shows_time()
    }

    fn is_working(&self) -> bool {
        let journeys = self.journeys.as_ref();
        let reads_folder = journeys.is_some_and(portfolio::Coming::is_reading);
        self.coming.is_some() || self.survey.is_some() || reads_folder
    }

    fn work(&mut self) -> bool {
        let has_survey = self.take_survey() | self.take_journeys();
        let Some(came) = self.coming.as_ref().map(Coming::take) else {
            return has_survey;
        };
        if came.done.is_some() {
            self.coming = None;
        }
        let is_something = came.done.is_some() || !came.versions.is_empty();
        update::versions(&mut self.app, came.versions, came.done);
        is_something || has_survey
    }

    fn perform(&mut self, effect: Effect) -> Vec<Effect> {
        let effects = match effect {
            Effect::Save {
                path,
                bytes,
                state,
                then,
            } => self.save_merged(path, &bytes, state, then),
            Effect::WriteNew { path, bytes } => {
                let written = self.write_new(&path, &bytes);
                update::written(&mut self.app, &path, written)
            }
            Effect::WriteMap { path, text } => {
                let written = self.write_new(&path, text.as_bytes());
                update::map_written(&mut self.app, &path, text, written)
            }
            other => {
                self.carry_out(other);
                Vec::new()
            }
        };
        self.follow();
        effects
    }
}

impl Screens {
    /// Does what nothing follows from but a message.
    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::ReadHistory => self.read_history(),
            Effect::Compare(against, showing) => self.compare(against, showing),
            Effect::ReadTwin(path) => self.read_twin(path),
            Effect::ReadSurvey(file) => self.read_survey(file),
            Effect::ReadMap(file) => {
                let text = map_text(&file, self.app.lang);
                update::map_read(&mut self.app, &file, text);
            }
            Effect::CountSurvey(count) => self.survey = Some(import::Coming::counts(*count)),
            Effect::WriteSources(source) => self.keep_source(&source),
            Effect::GiveOut {
                path,
                bytes,
                replaces,
            } => {
                let written = match replaces {
                    true => self.replace(&path, &bytes),
                    false => self.write_new(&path, &bytes),
                };
                update::given_out(&mut self.app, &path, written);
            }
            Effect::Stage => self.stage(),
            Effect::Reload => self.reload(),
            Effect::MergeFile => self.merge_file(),
            Effect::TakeFile => self.take_file(),
            Effect::Start(folder) => self.begin_anew(folder.as_deref()),
            Effect::Portfolio(folder) => self.show_folder(folder),
            Effect::Remember(text) => self.remember(&text),
            Effect::Recover => self.recovery.recover(&mut self.app),
            Effect::LeaveUnsaved => self.recovery.leave(&mut self.app),
            Effect::DiscardUnsaved => self.recovery.discard(&mut self.app),
            Effect::Open(path) => self.open(path),
            _ => {}
        }
    }

    /// The versions come in by and by.
    pub(super) fn read_history(&mut self) {
        let path = self.app.path.clone().unwrap_or_default();
        self.coming = Some(Coming::of(&path, self.today, self.app.lang));
    }

    /// The beginning of a survey file comes in by and by.
    fn read_survey(&mut self, file: PathBuf) {
        let journey = self.app.path.clone().unwrap_or_default();
        self.survey = Some(import::Coming::beginning(file, journey, self.app.lang));
    }

    /// Takes what has come of a survey file; `true` if there was something.
    fn take_survey(&mut self) -> bool {
        let Some(survey) = self.survey.take() else {
            return false;
        };
        let (news, has_more) = survey.take();
        let is_something = !news.is_empty();
        // Counts of an import that was left are for nobody.
        let is_left = self.app.import.is_none();
        let is_unwanted = |it: &News| is_left && !matches!(it, News::Found(..));
        if has_more && !news.iter().any(is_unwanted) {
            self.survey = Some(survey);
        }
        for news in news {
            let effects = match news {
                News::Found(file, found) => update::survey_found(&mut self.app, &file, *found),
                News::Percent(percent) => {
                    update::survey_counting(&mut self.app, percent);
                    Vec::new()
                }
                News::Counted(counted) => {
                    update::survey_counted(&mut self.app, counted);
                    Vec::new()
                }
            };
            effects.into_iter().for_each(|it| self.carry_out(it));
        }
        is_something
    }

    /// What the file of sources beside the journey says; nothing where it cannot be read.
    pub(super) fn recall_sources(&mut self) {
        let path = self.app.path.as_deref();
        self.app.sources = path.map(sources_beside).unwrap_or_default();
    }

    /// Keeps a source in the file beside the journey.
    fn keep_source(&mut self, source: &Source) {
        let kept = self.written_source(source);
        update::source_kept(&mut self.app, kept);
    }

    /// The name of the file of sources, if what it says had to be changed.
    fn written_source(&self, source: &Source) -> Result<Option<String>, String> {
        let lang = self.app.lang;
        let refused = |(what, help): (String, &str)| i18n::import_refused(lang, &what, help);
        let journey = self.app.path.clone().unwrap_or_default();
        let file = SourcesFile::beside(&journey);
        let file = file.map_err(|error| refused(i18n::read_error(lang, &error)))?;
        let text = file
            .with(source)
            .map_err(|error| i18n::plan_error(lang, &error))?;
        let Some(text) = text else { return Ok(None) };
        let places = self.places.as_ref();
        let places = places.ok_or_else(|| i18n::no_home(lang).to_owned())?;
        let saved = save(&file.on_disk, text.as_bytes(), places);
        saved.map_err(|error| refused(i18n::save_error(lang, &error)))?;
        Ok(Some(file.name()))
    }

    fn read_twin(&mut self, path: PathBuf) {
        let read = file::read(&path).ok();
        let content = read.and_then(|it| it.content().map(<[u8]>::to_vec));
        update::twin(&mut self.app, path, content);
    }

    fn remember(&self, text: &str) {
        if let (Some(file), Some(places)) = (&self.memory, &self.places) {
            memory::write(file, text, places);
        }
    }
}

#[cfg(test)]
#[path = "screens_tests.rs"]
mod tests;
