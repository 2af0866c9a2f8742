//! The one function that changes the app: an input goes to the dialog on top, else through the
//! keymap to a command. Does no input or output: what must happen outside comes back as effects.

use std::path::{Path, PathBuf};

use super::changes::{Against, Showing};
use super::command::{Command, Scope};
use super::conflicts::{Resolution, Sides, Texts};
use super::cursor::Cursor;
use super::dialog::Dialog;
use super::effect::{Effect, NotSaved, Unwritten};
use super::foreign::{FileState, Found};
use super::history::{History, PastVersion};
use super::import::Found as FoundSurvey;
use super::input::Input;
use super::key::{Code, Key, pretty_keys};
use super::keymap::Lookup;
use super::map::Row;
use super::portfolio::News;
use super::recovery::Unsaved;
use super::start::Start;
use super::{App, Screen, run};
use crate::compare::{NoMerge, Version};
use crate::document::Document;
use crate::document::edit::Edit;
use crate::document::plan::PlanError;
use crate::i18n;
use crate::journey::check::Neighbour;
use crate::journey::model::ImprovementStatus;
use crate::measure::survey::report::Report;
use crate::measure::survey::table::Trouble;

/// Takes one input.
pub fn update(app: &mut App, input: Input) -> Vec<Effect> {
    let effects = match input {
        Input::Key(key) => press(app, key),
        Input::Paste(text) => paste(app, &text),
        Input::Resize(columns, rows) => {
            resize(app, (columns, rows));
            Vec::new()
        }
        // Time alone moves no cursor and changes no text.
        Input::Tick(seconds) => {
            app.tick(seconds);
            return Vec::new();
        }
        Input::Mouse(_) | Input::Focus | Input::Ignored => Vec::new(),
    };
    app.settle();
    app.remembering(effects)
}

impl App {
    /// Where keys go now.
    pub fn scope(&self) -> Scope {
        match (self.dialogs.last(), self.screen) {
            (Some(Dialog::Field(_)), _) if self.capture().is_some() => Scope::Capture,
            (Some(Dialog::Field(_)), _) => Scope::Field,
            (Some(Dialog::Pick(_)), _) => Scope::Pick,
            (Some(Dialog::Confirm(_) | Dialog::Help { .. }), _) => Scope::Reader,
            (Some(Dialog::Vote(_)), _) => Scope::Vote,
            (None, screen) => Scope::of(screen),
        }
    }

    /// The scopes whose keys hold now, the one that decides first.
    pub fn chain(&self) -> Vec<Scope> {
        match self.dialogs.is_empty() {
            true => self.chain_of_screen(),
            false => self.scope().chain().to_vec(),
        }
    }

    /// The scopes whose keys hold on the screen, below all dialogs.
    pub fn chain_of_screen(&self) -> Vec<Scope> {
        let tour = self.tour.as_ref().map(|_| Scope::Tour);
        let search = self.search.as_ref().map(|_| Scope::Search);
        let shows_filter = matches!(self.screen, Screen::Map | Screen::Moments);
        let is_filtered = shows_filter && self.is_filtered();
        let filter = is_filtered.then_some(Scope::Filter);
        let screen = Scope::of(self.screen).chain().iter().copied();
        let leading = search.into_iter().chain(tour).chain(filter);
        leading.chain(screen).collect()
    }
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    if run::dialogs::answers(app, key) {
        return run::dialogs::answer(app, key);
    }
    app.message = None;
    app.drag = None;
    let menu = std::mem::take(&mut app.menu);
    if menu && key == Key::plain(Code::Esc) {
        return Vec::new();
    }
    app.pending.push(key);
    match app.keymap.lookup(&app.chain(), &app.pending) {
        Lookup::Command(command) => {
            app.pending.clear();
            give(app, command)
        }
        Lookup::Prefix => Vec::new(),
        Lookup::Nothing => {
            means_nothing(app, key);
            Vec::new()
        }
    }
}

/// Gives a command.
pub fn give(app: &mut App, command: &'static Command) -> Vec<Effect> {
    if needs_journey(app, command.scope) {
        app.refuse(i18n::plan_error(app.lang, &PlanError::Unreadable));
        return Vec::new();
    }
    if app.dialogs.is_empty() {
        app.begin_change(command);
    }
    (command.run)(app)
}

fn spelled(keys: &[Key]) -> String {
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    pretty_keys(&keys.join(" "))
}

/// A key that no command has: typed, one step back in a sequence of keys, or refused.
fn means_nothing(app: &mut App, key: Key) {
    let mut pressed = std::mem::take(&mut app.pending);
    match (pressed.len(), key.code) {
        (1, _) => run::dialogs::type_key(app, key),
        (_, Code::Esc) => {}
        (count, Code::Backspace) => {
            pressed.truncate(count - 2);
            app.menu = pressed.is_empty();
            app.pending = pressed;
        }
        _ => app.refuse(i18n::unknown_keys(app.lang, &spelled(&pressed))),
    }
}

/// The keys of journeys mean nothing on a file that cannot be read.
pub(super) fn needs_journey(app: &App, scope: Scope) -> bool {
    let anywhere = [
        Scope::Screens,
        Scope::Search,
        Scope::Portfolio,
        Scope::Start,
        Scope::Tour,
        Scope::Capture,
        Scope::Vote,
        Scope::Field,
        Scope::Pick,
        Scope::Reader,
    ];
    !anywhere.contains(&scope) && app.document.parsed.is_unreadable()
}

fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    app.pending.clear();
    app.menu = false;
    match app.dialogs.is_empty() {
        true if app.document.parsed.is_unreadable() => {}
        true => run::paste::typed(app, text),
        false if app.capture().is_some() => run::capture::paste(app, text),
        false => run::dialogs::type_text(app, text),
    }
    Vec::new()
}

/// Takes what a look at the file found; `rests` where the look before found the same, and `base` is
/// what was last read. `true` where the document has it now.
pub fn looked(app: &mut App, base: &[u8], found: Found, rests: bool) -> bool {
    let taken = app.take_look(base, found, rests);
    app.settle();
    taken
}

/// Takes what the folder of the file offers now.
pub fn beside(app: &mut App, neighbour: Neighbour) {
    app.document.set_neighbour(neighbour);
    app.settle();
}

/// Asks what is to become of what stands in the file, where something is not saved; `base` is what
/// was last read.
pub fn reread_beside(app: &mut App, base: &[u8], theirs: &[u8]) {
    if theirs == base {
        return app.done(i18n::reread_same(app.lang));
    }
    match String::from_utf8(theirs.to_vec()) {
        Ok(theirs) => app.ask_about(base, theirs),
        Err(_) => app.refuse(i18n::reread_no_text(app.lang)),
    }
}

/// Says what came of merging what stands in the file; `None` where that cannot be.
pub fn merged(app: &mut App, met: Option<Met>) {
    match met {
        Some(Met::Merged) => app.done(i18n::reread_merged(app.lang)),
        Some(Met::Conflicts) => {}
        None => app.refuse(i18n::foreign_unreadable(app.lang, &app.file_name())),
    }
    app.settle();
}

/// The file was gone when it was to be saved: asks whether to write it anew.
pub fn vanished(app: &mut App, then: Vec<Effect>) {
    let text = i18n::foreign_gone(app.lang, &app.file_name());
    app.drift(FileState::Gone, text);
    run::screens::save_then(app, then);
}

/// The versions of the file come in anew.
pub fn begin_history(app: &mut App) {
    app.history = Some(History::coming());
}

/// Takes what stands in the file now: one step of undo, which gives back what was not saved.
/// `true` where that can be.
pub fn reread(app: &mut App, bytes: Result<Vec<u8>, String>) -> bool {
    let was_dirty = app.document.is_dirty();
    let taken = match bytes.map(String::from_utf8) {
        Ok(Ok(text)) => app.edit(&Edit::Whole(text)),
        Ok(Err(_)) => {
            app.refuse(i18n::reread_no_text(app.lang));
            false
        }
        Err(error) => {
            app.refuse(error);
            false
        }
    };
    if taken {
        app.document.mark_foreign();
        app.stands_on_disk();
        app.end_deciding();
        app.done(match was_dirty {
            true => i18n::reread_over(app.lang),
            false => i18n::reread(app.lang),
        });
    }
    app.settle();
    taken
}

/// Brings what others wrote to the file since it was last read into the document: one step of
/// undo. `base` is what was last read. Conflicts are shown to be decided.
///
/// # Errors
/// The two cannot be merged by id.
pub fn meet(app: &mut App, base: &[u8], theirs: &[u8]) -> Result<Met, NoMerge> {
    let sides = app.foreign_sides();
    let met = merge_in(app, base, theirs, sides)?;
    app.document.mark_foreign();
    app.document.set_adrift(false);
    app.file_state = FileState::AsRead;
    if app.document.bytes() == theirs {
        app.stands_on_disk();
    }
    if met == Met::Conflicts {
        app.refuse(i18n::foreign_conflicts(app.lang));
    }
    Ok(met)
}

/// Merges another text into the document, one step of undo. `base` is what both came from.
///
/// # Errors
/// The two cannot be merged by id.
pub(super) fn merge_in(
    app: &mut App,
    base: &[u8],
    theirs: &[u8],
    sides: Sides,
) -> Result<Met, NoMerge> {
    let text = |bytes: &[u8], version| {
        let text = std::str::from_utf8(bytes);
        text.map(str::to_owned)
            .map_err(|_| NoMerge::Unreadable(version))
    };
    let texts = Texts {
        base: text(base, Version::Base)?,
        ours: text(&app.document.bytes(), Version::Ours)?,
        theirs: text(theirs, Version::Theirs)?,
    };
    let (text, resolution) = Resolution::of(&texts, sides, app.document.context())?;
    if !app.edit(&Edit::Whole(text)) {
        return Err(NoMerge::NotAsMeant);
    }
    if resolution.conflicts.is_empty() {
        return Ok(Met::Merged);
    }
    app.decide(resolution);
    Ok(Met::Conflicts)
}

/// Takes what a crash left unsaved into the document; `false` where that cannot be.
pub fn recovered(app: &mut App, unsaved: &Unsaved) -> bool {
    // What was said before the question is answered is past.
    app.message = None;
    let before = app.document.bytes();
    let recovered = app.recover(unsaved);
    if recovered && app.message.is_none() {
        app.done(match app.document.bytes() == before {
            true => i18n::recovery_nothing(app.lang),
            false => i18n::recovery_done(app.lang),
        });
    }
    app.settle();
    recovered
}

/// Puts the text of a merge into the document, one step of undo, and shows its conflicts.
pub fn begin(app: &mut App, text: String, resolution: Resolution) {
    if app.edit(&Edit::Whole(text)) {
        app.decide(resolution);
    }
    app.settle();
}

/// How a change from outside went together with the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// All is merged.
    Merged,
    /// A person must decide.
    Conflicts,
}

/// Asks what to compare with, the twin of this path among it if it can be read.
pub fn twin(app: &mut App, path: PathBuf, text: Option<Vec<u8>>) {
    let text = text.and_then(|it| String::from_utf8(it).ok());
    run::compare::ask(app, text.map(|text| (path, text)));
}

/// Shows what differs from another version or file, or says why that cannot be read.
pub fn compared(app: &mut App, against: Against, showing: Showing, text: Result<Vec<u8>, String>) {
    match text.map(String::from_utf8) {
        Ok(Ok(text)) => app.compare_with(against, showing, &text),
        Ok(Err(_)) => app.not_compared(i18n::reread_no_text(app.lang)),
        Err(error) => app.not_compared(error),
    }
}

/// Takes versions of the file that came in; `done` where no more will, with why not if it failed.
pub fn versions(app: &mut App, versions: Vec<PastVersion>, done: Option<Result<(), String>>) {
    app.take_versions(versions, done);
}

/// Shows what one can begin with, or says why the folder cannot be read.
pub fn started(app: &mut App, start: Result<Start, String>) {
    match start {
        Ok(start) => {
            app.begin_nothing();
            app.offer(start);
        }
        Err(error) => app.refuse(error),
    }
    app.settle();
}

/// Shows the journeys of a folder, which come in by [`journeys`], instead of the document.
pub fn portfolio(app: &mut App, folder: PathBuf) {
    app.show_folder(folder);
    app.settle();
}

/// Takes journeys of the folder that came in; all is there where it is `done`.
pub fn journeys(app: &mut App, news: Vec<News>, done: bool) {
    app.take_journeys(news, done);
}

/// Takes what came of writing the minutes; where there is such a file already, asks for another
/// name. What was remembered of a meeting goes with it.
pub fn written(app: &mut App, path: &Path, written: Result<(), Unwritten>) -> Vec<Effect> {
    run::meeting::written(app, path, written);
    app.settle();
    app.remembering(Vec::new())
}

/// Takes what came of giving the journey out; where there is such a file already, asks.
pub fn given_out(app: &mut App, path: &Path, written: Result<(), Unwritten>) {
    run::export::written(app, path, written);
    app.settle();
}

/// Takes the text of a map, or why it cannot be read.
pub fn map_read(app: &mut App, file: &Path, text: Result<String, String>) {
    run::import_map::came(app, file, text);
    app.settle();
}

/// Takes what came of writing the journey of a map, and goes there.
pub fn map_written(
    app: &mut App,
    path: &Path,
    text: String,
    written: Result<(), Unwritten>,
) -> Vec<Effect> {
    let effects = run::import_map::written(app, path, text, written);
    app.settle();
    effects
}

/// Takes what was found of a survey file, or why it cannot be imported.
pub fn survey_found(app: &mut App, file: &Path, found: Result<FoundSurvey, String>) -> Vec<Effect> {
    let effects = run::import::found(app, file, found);
    app.settle();
    effects
}

/// So many percent of the survey file are counted.
pub fn survey_counting(app: &mut App, percent: u8) {
    if let Some(import) = &mut app.import {
        import.progress = Some(percent);
    }
}

/// Takes what a survey file came to.
pub fn survey_counted(app: &mut App, counted: Result<Report, Trouble>) {
    app.take_counts(counted);
    app.settle();
}

/// Takes what came of keeping a source: in which file it stands now, if that changed.
pub fn source_kept(app: &mut App, kept: Result<Option<String>, String>) {
    run::import::kept(app, kept);
}

/// git took the file as resolved, or said why not.
pub fn staged(app: &mut App, staged: Result<String, String>) {
    match staged {
        Ok(path) => app.done(i18n::staged(app.lang, &path)),
        Err(error) => app.refuse(error),
    }
}

/// Takes another file's document instead of the one that was open, which the way back leads to.
pub fn opened(app: &mut App, path: PathBuf, document: Result<Document<Cursor>, String>) {
    match document {
        Ok(document) => {
            let from = app.path.replace(path);
            let at = (app.behind, app.entry());
            app.start_with(document);
            app.came_from = from.filter(|_| app.document.parsed.company.is_some());
            if let (Screen::Strategy, Some(milestone)) = at {
                app.show_strategy_at(milestone);
            }
        }
        Err(error) => app.refuse(error),
    }
    app.settle();
}

/// Takes what stands on the clipboard, if that can be read.
pub fn clipboard(app: &mut App, text: Option<&str>) {
    run::paste::from_clipboard(app, text);
    app.settle();
}

/// What stands where the mouse is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// A cell of the map.
    Cell(usize, Row),
    /// The band of a stage, by its index.
    Stage(usize),
    /// The word of a row of a lane.
    Label(Row),
    /// A column of the map, where the whole journey stands in small.
    Column(usize),
    /// A row of the inspector.
    Row(usize),
    /// An entry of a list screen.
    Entry(usize),
    /// Where a column of a matrix crosses an entry: both by their index.
    Crossing(usize, usize),
    /// A state of the board of improvements, where no card stands.
    State(ImprovementStatus),
    /// A choice of the list on top, by its place in the narrowed list.
    Choice(usize),
    /// The answer with this key.
    Answer(char),
}

/// Takes a click.
pub fn click(app: &mut App, on: Click) -> Vec<Effect> {
    app.message = None;
    app.pending.clear();
    app.menu = false;
    let effects = run::mouse::click(app, on);
    app.settle();
    app.remembering(effects)
}

/// Takes a double click, whose first click was taken already.
pub fn double_click(app: &mut App, on: Click) -> Vec<Effect> {
    let effects = run::mouse::double_click(app, on);
    app.settle();
    app.remembering(effects)
}

/// The pointer moved with the button held; it is over this now. At an edge it shows what is
/// beyond: later or earlier.
pub fn drag(app: &mut App, over: Option<Click>, beyond: Option<bool>) {
    if !app.dialogs.is_empty() {
        return;
    }
    run::mouse::drag(app, over);
    if let Some(later) = beyond.filter(|_| app.drag.is_some()) {
        run::mouse::scroll(app, later);
    }
}

/// The button came up over this.
pub fn drop(app: &mut App, over: Option<Click>) {
    run::mouse::drop(app, over);
    app.settle();
}

/// Takes a turn of the wheel.
pub fn wheel(app: &mut App, down: bool) -> Vec<Effect> {
    if app.drag.is_some() && app.dialogs.is_empty() {
        run::mouse::scroll(app, down);
        return Vec::new();
    }
    let code = if down { Code::Down } else { Code::Up };
    update(app, Input::Key(Key::plain(code)))
}

/// Takes a turn of the wheel with Ctrl held: the Map comes nearer where the pointer is, or goes
/// further away.
pub fn zoom(app: &mut App, over: Option<Click>, closer: bool) {
    let is_map = app.screen == Screen::Map && app.dialogs.is_empty();
    if !is_map || needs_journey(app, Scope::Map) {
        return;
    }
    if let Some(Click::Cell(column, _) | Click::Column(column)) = over {
        app.map.column = column;
    }
    app.map.zoom = match closer {
        true => app.map.zoom.closer(),
        false => app.map.zoom.further(),
    };
    app.settle();
}

/// The screen has this many columns and rows.
pub fn resize(app: &mut App, size: (u16, u16)) {
    app.size = size;
}

/// Scrolls the map to where the drawing wants it: its first column and first lane.
pub fn scroll(app: &mut App, wanted: impl FnOnce(&App) -> (usize, usize)) {
    (app.map.first_column, app.map.first_lane) = wanted(app);
}

/// The help has so many lines, and shows so many of them at once.
pub fn limit_help(app: &mut App, (lines, shown): (usize, usize)) {
    if let Some(Dialog::Help { scroll }) = app.dialogs.last_mut() {
        *scroll = (*scroll).min(lines.saturating_sub(shown));
    }
}

/// The inspector's page has so many lines that are not in view behind its last row.
pub fn limit_inspector(app: &mut App, below: usize) {
    app.inspector.below = app.inspector.below.min(below);
}

/// Takes the text of the user's editor: one step of undo.
pub fn edited(app: &mut App, text: Result<Vec<u8>, String>) {
    app.message = None;
    match text.map(String::from_utf8) {
        Ok(Ok(text)) if text.as_bytes() == app.document.bytes() => {}
        Ok(Ok(text)) => _ = app.edit(&Edit::Whole(text)),
        Ok(Err(_)) => app.refuse(i18n::editor_no_text(app.lang)),
        Err(error) => app.refuse(error),
    }
    app.settle();
}

/// Takes what came of saving a state of the document; where it failed under a name that was asked
/// for, asks again, and else offers another place.
pub fn saved(
    app: &mut App,
    saved: Result<PathBuf, NotSaved>,
    asked: Option<PathBuf>,
    state: usize,
    then: Vec<Effect>,
) -> Vec<Effect> {
    match saved {
        Ok(path) => {
            app.document.saved(state);
            app.file_state = FileState::AsRead;
            app.tell_saved(&path);
            app.path = Some(path);
            run::conflicts::saved(app, then)
        }
        Err(refused) => {
            match asked {
                Some(path) => run::screens::ask_again(app, &path, refused.why, then),
                None => app.offer_elsewhere(refused, then),
            }
            Vec::new()
        }
    }
}
