//! The journeys of a folder for the portfolio: found and read on a thread of their own, so that the
//! screen stays in use.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::folder::{entry, path_in};
use super::input::Reader;
use super::walk::{self, Input};
use crate::app::portfolio::News;
use crate::document::file::ReadError;
use crate::exchange::portfolio::Entry;
use crate::i18n::{self, Lang};

/// So long the first frame waits for the journeys that have room on it.
const PATIENCE: Duration = Duration::from_millis(100);

/// The company of a folder: opened from its journeys.
const COMPANY: &str = "company.ron";

/// Journeys on their way.
pub(super) struct Coming {
    news: Receiver<News>,
    is_new: bool,
}

impl Coming {
    /// Begins to read the journeys of a folder; the one that was left, if it is there, first.
    pub(super) fn of(folder: &Path, left: Option<PathBuf>, today: Date, lang: Lang) -> Coming {
        let (sender, news) = channel();
        let reading = Reading {
            folder: folder.to_owned(),
            reader: Reader::new(today),
            today,
            lang,
        };
        // Nobody waits any more where the other end is gone.
        thread::spawn(move || reading.tell(left.as_deref(), &sender));
        Coming { news, is_new: true }
    }

    /// Nothing was taken yet.
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Takes what has come, and whether more may. The first time, waits a little for so many
    /// journeys.
    pub(super) fn take(&mut self, count: usize) -> (Vec<News>, bool) {
        let mut news = Vec::new();
        if std::mem::take(&mut self.is_new) && !self.wait(count, &mut news) {
            return (news, false);
        }
        loop {
            match self.news.try_recv() {
                Ok(more) => news.push(more),
                Err(TryRecvError::Empty) => return (news, true),
                Err(TryRecvError::Disconnected) => return (news, false),
            }
        }
    }

    /// `false` where no more will come.
    fn wait(&self, count: usize, news: &mut Vec<News>) -> bool {
        let end = Instant::now() + PATIENCE;
        while news.len() <= count {
            let left = end.saturating_duration_since(Instant::now());
            match self.news.recv_timeout(left) {
                Ok(more) => news.push(more),
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        true
    }
}

/// What the thread reads with.
struct Reading {
    folder: PathBuf,
    reader: Reader,
    today: Date,
    lang: Lang,
}

impl Reading {
    /// Tells of all files one by one, as long as somebody listens.
    fn tell(mut self, left: Option<&Path>, sender: &Sender<News>) -> Option<()> {
        let mut inputs = Vec::new();
        walk::walk(&self.folder, &mut inputs);
        inputs.retain(|it| !path_of(it).ends_with(COMPANY));
        let at = inputs.iter().position(|it| Some(path_of(it)) == left);
        if let Some(at) = at {
            inputs[..=at].rotate_right(1);
        }
        sender.send(News::Files(inputs.len())).ok()?;
        for input in inputs {
            let file = path_of(&input).to_owned();
            let entry = self.read(input, &file);
            sender.send(News::Read(file, entry)).ok()?;
        }
        Some(())
    }

    /// How the journey of a file stands; nothing where it is no journey.
    fn read(&mut self, input: Result<Input, ReadError>, file: &Path) -> Option<Entry> {
        match input.and_then(|input| self.reader.source(&input)) {
            Ok(source) if source.is_foreign() => None,
            Ok(source) => entry(&self.folder, &source, self.today, self.lang),
            Err(error) => Some(Entry {
                path: path_in(&self.folder, file),
                health: Err(i18n::read_error(self.lang, &error).0),
            }),
        }
    }
}

fn path_of(input: &Result<Input, ReadError>) -> &Path {
    match input {
        Ok(Input::File { path, .. }) => path,
        Ok(Input::Stdin) => Path::new(""),
        Err(error) => error.path(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const JOURNEY: &str = "Journey(schema: 1, title: \"T\", stages: [])";

    fn read(folder: &Path, left: Option<PathBuf>) -> Vec<News> {
        let today = jiff::civil::date(2026, 11, 22);
        let mut coming = Coming::of(folder, left, today, Lang::En);
        let mut all = Vec::new();
        loop {
            let (news, has_more) = coming.take(3);
            all.extend(news);
            if !has_more {
                return all;
            }
        }
    }

    #[test]
    fn files_come_in_their_order_the_one_that_was_left_first_and_no_company() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("b")).expect("a folder");
        for (name, text) in [
            ("a.ron", JOURNEY),
            ("b/company.ron", "Company(schema: 1, name: \"C\")"),
            ("b/torn.ron", "Journey("),
            ("c.ron", JOURNEY),
            ("config.ron", "Config(a: 1)"),
            ("c.sources.ron", "Sources()"),
        ] {
            fs::write(path(name), text).expect("a file");
        }
        let told = |left: Option<PathBuf>| -> Vec<String> {
            let news = read(folder.path(), left).into_iter();
            let word = |news| match news {
                News::Files(count) => count.to_string(),
                News::Read(_, None) => "none".to_owned(),
                News::Read(_, Some(entry)) => format!("{} {}", entry.path, entry.health.is_ok()),
            };
            news.map(word).collect()
        };
        let all = ["4", "a.ron true", "b/torn.ron false", "c.ron true", "none"];
        assert_eq!(told(None), all);
        let left = ["4", "c.ron true", "a.ron true", "b/torn.ron false", "none"];
        assert_eq!(told(Some(path("c.ron"))), left);
        assert_eq!(told(Some(path("b/company.ron"))), all);
    }

    #[test]
    fn a_folder_that_is_gone_is_a_row_that_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let news = read(&folder.path().join("gone"), None);
        let [News::Files(1), News::Read(_, Some(entry))] = &news[..] else {
            panic!("{news:?}");
        };
        assert!(entry.health.is_err());
    }
}
