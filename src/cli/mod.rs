//! The command line: one file a subcommand. Reads the environment and prints; what it prints is
//! made elsewhere.
//!
//! Results go to stdout, everything else to stderr.

mod arguments;
mod check;
mod check_merge;
mod completions;
mod config;
mod conflict;
mod diff;
mod elsewhere;
mod environment;
mod export;
mod fmt;
mod folder;
mod foreign;
mod git;
mod history;
mod import;
mod input;
mod log;
mod man;
mod memory;
mod merge;
mod new;
mod open;
mod output;
mod past;
mod portfolio;
mod progress;
mod recovery;
mod report;
mod screens;
mod show;
mod start;
mod textconv;
mod walk;
mod write;

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

use clap::error::ErrorKind as Misuse;
use clap::{CommandFactory, Parser};

use crate::document::file::ReadError;
use crate::i18n::findings::severity_error;
use crate::i18n::{self, Lang};
use arguments::{Arguments, Command};
use config::Configuration;
use environment::Environment;
use output::{Line, Output, Style};
use progress::Progress;
use walk::Input;

/// Columns of a line of a file in a message, where stdout is no terminal.
const LINE_COLUMNS: u16 = 120;

/// How a run ended; of several files the worst counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing is wrong: exit code 0.
    Fine,
    /// An error in a file, or what `--deny` or `--check` ask for: exit code 1.
    Found,
    /// Wrong use, or a file that could not be opened or written: exit code 2.
    Failed,
    /// The screens came to their end with this exit code.
    Ended(u8),
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Found => 1,
            Outcome::Failed => 2,
            Outcome::Ended(code) => code,
        })
    }
}

/// What every subcommand works with.
struct Session {
    lang: Lang,
    environment: Environment,
    output: Output,
}

impl Session {
    /// Columns that a line of a file may take in a message.
    fn columns_of_lines(&self) -> usize {
        self.environment.columns.unwrap_or(LINE_COLUMNS).into()
    }

    /// Shows from now on how far the work on these inputs is, once it lasts.
    fn show_progress(&mut self, inputs: &[Result<Input, ReadError>]) {
        let reads_stdin = inputs.iter().any(|input| matches!(input, Ok(Input::Stdin)));
        if progress::is_wanted(&self.environment, reads_stdin) {
            self.output.progress = Progress::start(inputs.len());
        }
    }

    /// Says on stderr what went wrong, and what to do about it.
    fn complain(&mut self, what: &str, help: &str) -> io::Result<()> {
        let label = format!("{}: ", severity_error(self.lang));
        let what = Line::new().add(Style::Error, &label).plain(what);
        let help = Line::new().plain(&format!("  = {}: {help}", i18n::cli_help(self.lang)));
        self.output.note(&what)?;
        self.output.note(&help)
    }

    /// Complains, and ends with it.
    fn refuse(&mut self, what: &str, help: &str) -> io::Result<Outcome> {
        self.complain(what, help)?;
        Ok(Outcome::Failed)
    }

    /// Says on stderr what a person may want to know.
    fn note(&mut self, text: &str) -> io::Result<()> {
        let label = format!("{}: ", i18n::cli_note(self.lang));
        self.output
            .note(&Line::new().add(Style::Strong, &label).plain(text))
    }
}

/// Runs the program with the arguments of its process, its own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    match parse(arguments) {
        Ok(arguments) => with_session(arguments),
        Err(error) => say_usage(&error),
    }
}

fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
    let arguments = Arguments::try_parse_from(arguments)?;
    if arguments.path.is_some() && arguments.command.is_some() {
        let text = "the argument '[PATH]' cannot be used with a subcommand";
        return Err(Arguments::command().error(Misuse::ArgumentConflict, text));
    }
    Ok(arguments)
}

/// Help and version as clap prints them. Its errors repeat arguments, which may hold anything.
fn say_usage(error: &clap::Error) -> Outcome {
    if error.use_stderr() {
        Output::say_to_stderr(&error.render().to_string());
        return Outcome::Failed;
    }
    outcome(error.print().map(|()| Outcome::Fine), Lang::En)
}

fn with_session(arguments: Arguments) -> Outcome {
    let environment = Environment::read();
    let file = arguments.config.clone();
    let configuration = Configuration::read(file, environment.config_file());
    let lang = configuration.config.lang.unwrap_or(environment.lang);
    let lang = arguments.lang.map_or(lang, Lang::from);
    let output = Output::new(arguments.color, &environment);
    let mut session = Session {
        lang,
        environment,
        output,
    };
    let result = dispatch(arguments, &configuration, &mut session);
    let sent = session.output.end();
    outcome(result.and_then(|outcome| sent.map(|()| outcome)), lang)
}

fn dispatch(
    arguments: Arguments,
    configuration: &Configuration,
    session: &mut Session,
) -> io::Result<Outcome> {
    match arguments.command {
        None => open::open(arguments.path, configuration, session),
        Some(Command::New(arguments)) => new::new(&arguments, session),
        Some(Command::Check(arguments)) => check::check(&arguments, session),
        Some(Command::Fmt(arguments)) => fmt::fmt(&arguments, session),
        Some(Command::Show(arguments)) => show::show(&arguments, session),
        Some(Command::Log(arguments)) => log::log(&arguments, session),
        Some(Command::Merge(arguments)) => merge::merge(&arguments, session),
        Some(Command::Import(command)) => import::import(&command, session),
        Some(Command::Export(arguments)) => export::export(&arguments, session),
        Some(Command::Git(command)) => git::git(&command, session),
        Some(Command::Textconv(arguments)) => textconv::textconv(&arguments, session),
        Some(Command::Diff(arguments)) => diff::diff(&arguments, session),
        Some(Command::Config(arguments)) => config::config(&arguments, configuration, session),
        Some(Command::Completions { shell }) => completions::completions(shell, session),
        Some(Command::Man) => man::man(session),
    }
}

/// The reader of a pipe that has seen enough (`| head`) is no error of ours.
fn outcome(result: io::Result<Outcome>, lang: Lang) -> Outcome {
    match result {
        Ok(outcome) => outcome,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Fine,
        Err(error) => {
            Output::say_to_stderr(&i18n::cli_no_output(lang, &error.to_string()));
            Outcome::Failed
        }
    }
}
