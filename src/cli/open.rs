//! `touchline [PATH]`: the screens, on a file or on an empty new journey.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::config::Configuration;
use super::conflict;
use super::input::Reader;
use super::recovery::LogPath;
use super::screens::Screens;
use super::start::start;
use super::walk;
use super::{Outcome, Session};
use crate::app::App;
use crate::app::start::empty_journey;
use crate::document::Document;
use crate::document::file::{OnDisk, ReadError};
use crate::document::recovery::left_logs;
use crate::document::save::sweep;
use crate::i18n::{self, Lang};
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::term::{self, End, EnterError};
use crate::text::sanitize;

/// Opens the screens on a file, or on an empty new journey.
///
/// # Errors
/// stdout or stderr cannot be written.
pub(super) fn open(
    path: Option<PathBuf>,
    configuration: &Configuration,
    session: &mut Session,
) -> io::Result<Outcome> {
    match path {
        Some(folder) if folder.is_dir() && !session.environment.has_screen() => {
            name_a_file(&folder, session)
        }
        Some(folder) if folder.is_dir() => show_folder(folder, configuration, session),
        Some(file) => open_file(&file, configuration, session),
        None => begin(configuration, session),
    }
}

/// Shows the journeys of a folder side by side; of a folder without any, what one can begin with.
fn show_folder(
    folder: PathBuf,
    configuration: &Configuration,
    session: &mut Session,
) -> io::Result<Outcome> {
    if walk::journeys_beside(&folder).is_err() {
        let error = i18n::start_no_folder(session.lang, &folder.to_string_lossy());
        return session.refuse(&error, i18n::file_name_a_file(session.lang));
    }
    let mut app = new_journey(session);
    app.show_folder(folder);
    run(app, None, configuration, session)
}

/// Shows what one can begin with, among it the journeys here.
fn begin(configuration: &Configuration, session: &mut Session) -> io::Result<Outcome> {
    let mut app = new_journey(session);
    match start(
        None,
        &mut Reader::new(session.environment.today),
        session.lang,
    ) {
        Ok(start) => app.offer(start),
        Err(error) => return session.refuse(&error, i18n::file_name_a_file(session.lang)),
    }
    run(app, None, configuration, session)
}

/// A folder is no journey: says which ones there are.
fn name_a_file(folder: &Path, session: &mut Session) -> io::Result<Outcome> {
    let files = walk::journeys_in(folder);
    let names: Vec<String> = files
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let what = i18n::file_is_folder(session.lang, &folder.to_string_lossy());
    let help = match names.as_slice() {
        [] => i18n::file_name_a_file(session.lang).to_owned(),
        _ => i18n::open_one_of(session.lang, &names.join(", ")),
    };
    session.complain(&what, &help)?;
    Ok(Outcome::Failed)
}

fn open_file(
    path: &Path,
    configuration: &Configuration,
    session: &mut Session,
) -> io::Result<Outcome> {
    if let Some(places) = session.environment.places() {
        sweep(path, &places);
    }
    let mut reader = Reader::new(session.environment.today);
    match reader.open(path) {
        Ok((on_disk, context)) => {
            let bytes = on_disk.content().unwrap_or_default().to_vec();
            let is_empty = bytes.trim_ascii().is_empty();
            let document = Document::open(bytes, context);
            let mut app = App::new(session.lang, document, Some(path.to_path_buf()));
            conflict::decide(&mut app);
            if is_empty {
                app.offer_journey(empty_journey(session.lang));
            }
            run(app, Some(on_disk), configuration, session)
        }
        Err(ReadError::NotFound { .. }) if is_left_unsaved(path, session) => {
            let document = Document::open(Vec::new(), reader.context_at(path));
            let app = App::new(session.lang, document, Some(path.to_path_buf()));
            run(app, OnDisk::absent(path).ok(), configuration, session)
        }
        Err(error) => {
            let (what, mut help) = i18n::read_error(session.lang, &error);
            if matches!(error, ReadError::NotFound { .. }) {
                help = i18n::file_or_new(session.lang);
            }
            session.complain(&what, help)?;
            Ok(Outcome::Failed)
        }
    }
}

/// A crash left something of the file that had not been saved.
fn is_left_unsaved(path: &Path, session: &Session) -> bool {
    let places = session.environment.places();
    places.is_some_and(|places| !left_logs(Some(path), &places).is_empty())
}

/// A journey that no file holds yet.
fn new_journey(session: &Session) -> App {
    let text = empty_journey(session.lang);
    let context = Context {
        neighbour: Neighbour::None,
        today: session.environment.today,
    };
    App::new(
        session.lang,
        Document::open(text.into_bytes(), context),
        None,
    )
}

fn run(
    mut app: App,
    on_disk: Option<OnDisk>,
    configuration: &Configuration,
    session: &mut Session,
) -> io::Result<Outcome> {
    let places = session.environment.places();
    let config = &configuration.config;
    app.look = config.look.unwrap_or_else(|| session.environment.look());
    app.keymap = config.keymap.clone();
    app.tell_mistakes(&configuration.name(), configuration.complaints(app.lang));
    let editor = session.environment.editor();
    let clipboard = session.environment.clipboard();
    let lang = session.lang;
    let mut terminal = match term::Session::enter(true) {
        Ok(terminal) => terminal,
        Err(EnterError::NoTerminal) => {
            session.complain(
                i18n::no_terminal(session.lang),
                i18n::no_terminal_help(session.lang),
            )?;
            return Ok(Outcome::Failed);
        }
        Err(EnterError::Io(error)) => return Err(error),
    };
    let mut screens = Screens::new(app, on_disk, places);
    screens.recall(session.environment.memory_file());
    screens.fall_back_on(session.environment.refuges());
    report_panics(lang, screens.log_path());
    screens.recall_sources();
    screens.read_folder(None);
    screens.offer_copy();
    screens.offer_unsaved();
    let end = term::run(&mut terminal, &mut screens, &editor, clipboard);
    match &end {
        Ok(End::Quit) => screens.left(),
        _ => screens.ended(),
    }
    drop(terminal);
    let code = end?.exit_code();
    Ok(Outcome::Ended(u8::try_from(code).unwrap_or(u8::MAX)))
}

/// A panic brings the log to the disk and says where it is.
fn report_panics(lang: Lang, log: LogPath) {
    term::install_panic_hook(move |what, place| {
        // A lock that the panic itself holds must not stop the report.
        let log = log.try_lock().ok().and_then(|it| it.clone());
        panic_report(lang, what, place, log.as_deref())
    });
}

fn panic_report(lang: Lang, what: &str, place: &str, log: Option<&Path>) -> String {
    let mut report = i18n::panicked(lang, what, place);
    if let Some(log) = log {
        // Nothing more can be done here; it is in the hands of the system.
        let _ = File::open(log).and_then(|log| log.sync_all());
        report += "\n";
        report += &i18n::recovery_kept(lang, &log.to_string_lossy());
    }
    sanitize(&report).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_says_what_where_and_which_log_and_nothing_that_a_terminal_obeys() {
        let log = Path::new("/state/1\u{1b}[2J-0.log");
        let report = panic_report(Lang::En, "fell\u{1b}[2J", "src/x.rs:1", Some(log));
        for told in ["fell", "src/x.rs:1", "/state/1", "-0.log"] {
            assert!(report.contains(told), "{report}");
        }
        assert!(!report.contains('\u{1b}'), "{report}");
        let without = panic_report(Lang::De, "fiel", "src/x.rs:1", None);
        assert!(!without.contains(".log"), "{without}");
    }
}
