//! A survey file for the screens: read on a thread of its own, so that the screen stays in use. A
//! reading that nobody waits for any more ends by itself.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use super::input::{Answers, open_file};
use super::sources_file::SourcesFile;
use crate::app::effect::CountSurvey;
use crate::app::import::Found;
use crate::document::file::{FileKind, ReadError};
use crate::i18n::{self, Lang};
use crate::measure::survey::count::Counter;
use crate::measure::survey::report::Report;
use crate::measure::survey::table::{Given, Table, Trouble};

/// A survey file on its way.
pub(in crate::cli) struct Coming {
    news: Receiver<News>,
}

/// What comes of it.
pub(in crate::cli) enum News {
    /// What its beginning says, or why it cannot be imported.
    Found(PathBuf, Box<Result<Found, String>>),
    /// So many percent are counted.
    Percent(u8),
    /// What it came to.
    Counted(Result<Report, Trouble>),
}

impl Coming {
    /// Begins to read the beginning of a file, for a journey.
    pub(in crate::cli) fn beginning(file: PathBuf, journey: PathBuf, lang: Lang) -> Coming {
        Coming::of(move |news| {
            let found = found(&file, &journey, lang);
            _ = news.send(News::Found(file, Box::new(found)));
        })
    }

    /// Begins to count a file.
    pub(in crate::cli) fn counts(count: CountSurvey) -> Coming {
        Coming::of(move |news| {
            let report = counted(&count, &news);
            _ = news.send(News::Counted(report));
        })
    }

    fn of(work: impl FnOnce(Sender<News>) + Send + 'static) -> Coming {
        let (sender, news) = channel();
        thread::spawn(move || work(sender));
        Coming { news }
    }

    /// What has come since it was asked last, and whether more will.
    pub(in crate::cli) fn take(&self) -> (Vec<News>, bool) {
        let mut all = Vec::new();
        loop {
            match self.news.try_recv() {
                Ok(news) => all.push(news),
                Err(TryRecvError::Empty) => return (all, true),
                Err(TryRecvError::Disconnected) => return (all, false),
            }
        }
    }
}

fn found(file: &Path, journey: &Path, lang: Lang) -> Result<Found, String> {
    let refused = |(what, help): (String, &str)| i18n::import_refused(lang, &what, help);
    let sources = SourcesFile::beside(journey);
    let sources = sources.map_err(|error| refused(i18n::read_error(lang, &error)))?;
    let sources_file = sources.name();
    if sources.has_errors {
        let what = i18n::survey_bad_sources(lang, &sources_file);
        return Err(refused((what, i18n::cli_run_check(lang))));
    }
    let answers = open(file).map_err(|error| refused(i18n::read_error(lang, &error)))?;
    let name = file.to_string_lossy();
    let table = Table::open(answers.input, sources.given(file));
    let table = table.and_then(|it| match it.beginning.has_values() {
        true => Ok(it),
        false => Err(Trouble::NoRows),
    });
    let table = table.map_err(|trouble| {
        let (what, help) = i18n::survey_trouble(lang, &name, "", trouble);
        i18n::import_refused(lang, &what, &help)
    })?;
    Ok(Found {
        file: file.to_owned(),
        beginning: table.beginning,
        sources: sources.sources,
        sources_file,
    })
}

/// A file that has an end: nobody could stop waiting for a pipe.
fn open(path: &Path) -> Result<Answers, ReadError> {
    let is_endless = |it: fs::Metadata| !it.is_file() && !it.is_dir();
    if fs::metadata(path).is_ok_and(is_endless) {
        return Err(ReadError::NotRegular {
            path: path.to_owned(),
            kind: FileKind::Other,
        });
    }
    open_file(path, path.to_string_lossy().into_owned())
}

fn counted(count: &CountSurvey, news: &Sender<News>) -> Result<Report, Trouble> {
    let answers = open(&count.file).map_err(|error| match error {
        ReadError::Io { source, .. } => source,
        _ => io::ErrorKind::NotFound.into(),
    })?;
    let metrics = count.metrics.iter();
    let metric_of = |id: &str| {
        let metric = metrics.clone().find(|(kpi, _)| kpi == id);
        metric.map(|(_, metric)| metric.clone())
    };
    let mut counter = Counter::new(&count.source, &metric_of, count.options.clone())?;
    let watched = Watched {
        answers,
        news,
        read: 0,
        percent: 0,
    };
    counter.count(Table::open(watched, Given::by(&count.source))?)?;
    Ok(counter.report())
}

/// A file whose reading is told, percent by percent.
struct Watched<'n> {
    answers: Answers,
    news: &'n Sender<News>,
    read: u64,
    percent: u8,
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.answers.input.read(into)?;
        self.read += read as u64;
        let bytes = self.answers.bytes.unwrap_or(0).max(1);
        let percent = (self.read.saturating_mul(100) / bytes).min(99) as u8;
        if percent > self.percent {
            self.percent = percent;
            let told = self.news.send(News::Percent(percent));
            told.map_err(|_| io::Error::other("nobody waits for it"))?;
        }
        Ok(read)
    }
}
