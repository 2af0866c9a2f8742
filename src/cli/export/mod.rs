//! `touchline export`: a journey in a format of others. Reads and writes; what is written is made
//! in [`crate::exchange`].

mod opener;
mod watch;

use std::io;
use std::path::Path;

use super::arguments::ExportArguments;
use super::input::{Reader, Source};
use super::report::human;
use super::show::tell_of_errors;
use super::walk::Input;
use super::write::write;
use super::{Outcome, Session};
use crate::document::file::{self, OnDisk, ReadError};
use crate::exchange::export::{Export, Exported, Format, Paper, Sheet, Stages, export as exported};
use crate::i18n::{self, Lang};
use crate::journey::fields::Kind;

/// What tells a spreadsheet that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes the file.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn export(arguments: &ExportArguments, session: &mut Session) -> io::Result<Outcome> {
    let Some(format) = format(arguments) else {
        let output = arguments.output.to_string_lossy();
        let what = i18n::export_no_format(session.lang, &output);
        return session.refuse(&what, &instead(&output, session.lang));
    };
    if let Err(why) = is_of_pictures(arguments, format, session.lang) {
        let help = i18n::export_formats(session.lang, &Format::endings());
        return session.refuse(why, &help);
    }
    let streams = (is_stream(&arguments.file), is_stream(&arguments.output));
    if arguments.watch && streams.0 || (arguments.watch || arguments.open) && streams.1 {
        let what = i18n::export_no_stream(session.lang);
        return session.refuse(what, i18n::export_name_files(session.lang));
    }
    let task = Task { arguments, format };
    match arguments.watch {
        true => watch::watch(&task, session),
        false => task.write(false, session),
    }
}

/// What leads to the format that was meant.
fn instead(output: &str, lang: Lang) -> String {
    match output.to_ascii_lowercase().rsplit_once('.') {
        Some((_, "pdf" | "png")) => i18n::export_not_printing(lang).to_owned(),
        _ => i18n::export_formats(lang, &Format::endings()),
    }
}

/// What was asked of paper and stages goes with this format, or what to say.
fn is_of_pictures(
    arguments: &ExportArguments,
    format: Format,
    lang: Lang,
) -> Result<(), &'static str> {
    let is_asked = arguments.paper.is_some() || arguments.stage.is_some();
    match () {
        () if arguments.per_stage && !format.is_paged() => Err(i18n::export_only_pages(lang)),
        () if is_asked && !format.is_picture() => Err(i18n::export_only_pictures(lang)),
        () => Ok(()),
    }
}

/// stdin or stdout.
fn is_stream(file: &Path) -> bool {
    file == Path::new("-")
}

/// What was asked for.
struct Task<'a> {
    arguments: &'a ExportArguments,
    format: Format,
}

impl Task<'_> {
    /// Writes the file, says what is not in it, and opens it where that is wanted.
    fn write(&self, is_watched: bool, session: &mut Session) -> io::Result<Outcome> {
        let (source, made) = match self.make(is_watched, session)? {
            Ok(made) => made,
            Err(outcome) => return Ok(outcome),
        };
        for text in &made.left_out {
            session.note(text)?;
        }
        let output = &self.arguments.output;
        let written = give(output, &made, session)?;
        let told = written.max(tell_of_errors(&source, session)?);
        match self.arguments.open && written == Outcome::Fine {
            true => Ok(told.max(opener::open(output, session)?)),
            false => Ok(told),
        }
    }

    /// The journey in the format; an outcome where it cannot be read, and that was said.
    fn make(
        &self,
        is_watched: bool,
        session: &mut Session,
    ) -> io::Result<Result<(Source, Export), Outcome>> {
        let today = self.arguments.day.today;
        let today = today.unwrap_or(session.environment.today);
        let mut reader = Reader::new(today);
        let source = match journey(&mut reader, &self.arguments.file, session)? {
            Ok(source) => source,
            Err(outcome) => return Ok(Err(outcome)),
        };
        let twin = match &self.arguments.with {
            None => None,
            Some(path) => match journey(&mut reader, path, session)? {
                Ok(twin) => Some(twin),
                Err(outcome) => return Ok(Err(outcome)),
            },
        };
        if let Some(outcome) = self.lacks_stage(&source, session)? {
            return Ok(Err(outcome));
        }
        let made = exported(
            self.format,
            Exported {
                parsed: &source.parsed,
                neighbour: &source.neighbour,
                twin: twin.as_ref().map(|it| &it.parsed),
                lang: session.lang,
                today,
                is_watched,
                sheet: self.sheet(),
            },
        );
        match made {
            Ok(made) => Ok(Ok((source, made))),
            Err(why) => {
                let (what, help) = i18n::unprintable(session.lang, &why);
                session.refuse(&what, help).map(Err)
            }
        }
    }

    /// Says that the stage which was named is not there.
    fn lacks_stage(&self, source: &Source, session: &mut Session) -> io::Result<Option<Outcome>> {
        let stages = || source.parsed.journey.stages.iter();
        let Some(id) = &self.arguments.stage else {
            return Ok(None);
        };
        if stages().any(|it| it.id == *id) {
            return Ok(None);
        }
        let ids: Vec<&str> = stages().map(|it| it.id.as_str()).collect();
        let help = i18n::export_stages(session.lang, &ids.join(", "));
        let what = i18n::export_no_stage(session.lang, id);
        session.refuse(&what, &help).map(Some)
    }

    fn sheet(&self) -> Sheet<'_> {
        let arguments = self.arguments;
        let stages = match &arguments.stage {
            Some(id) => Stages::One(id),
            None if arguments.per_stage => Stages::Each,
            None => Stages::All,
        };
        let usual = self.format.paper();
        Sheet {
            paper: arguments.paper.map_or(usual, Paper::from),
            stages,
        }
    }
}

/// That which was named, else that of the file.
fn format(arguments: &ExportArguments) -> Option<Format> {
    let name = arguments.output.file_name().and_then(|it| it.to_str());
    let named = arguments.format.as_deref().or(name);
    named.and_then(Format::of_name)
}

/// A journey that can be read; what it is instead was said.
fn journey(
    reader: &mut Reader,
    path: &Path,
    session: &mut Session,
) -> io::Result<Result<Source, Outcome>> {
    let source = match reader.read(Ok(Input::of(path)), session)? {
        Ok(source) => source,
        Err(outcome) => return Ok(Err(outcome)),
    };
    if source.parsed.is_unreadable() {
        return human::unreadable(&source, session).map(Err);
    }
    if source.parsed.index.root_kind() != Some(Kind::Journey) {
        let what = i18n::survey_is_no_journey(session.lang, &source.name);
        let help = i18n::cli_name_a_journey(session.lang);
        return session.refuse(&what, help).map(Err);
    }
    Ok(Ok(source))
}

fn give(output: &Path, made: &Export, session: &mut Session) -> io::Result<Outcome> {
    if is_stream(output) {
        // The mark is for spreadsheets, which open files.
        let bytes = made.bytes.strip_prefix(BYTE_ORDER_MARK);
        session.output.file(bytes.unwrap_or(&made.bytes))?;
        return Ok(Outcome::Fine);
    }
    let on_disk = match file::read(output) {
        Err(ReadError::NotFound { .. }) => OnDisk::absent(output),
        other => other,
    };
    match on_disk {
        Ok(on_disk) => write(&on_disk, &made.bytes, session),
        Err(error) => {
            let (what, help) = i18n::read_error(session.lang, &error);
            session.refuse(&what, help)
        }
    }
}
