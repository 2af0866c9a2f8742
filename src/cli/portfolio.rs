//! The journeys of a folder for the portfolio: found and read on a thread of their own, so that the
//! screen stays in use. The thread stays, and is asked now and then what others have changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::folder::{entry, path_in};
use super::input::{COMPANY, Reader};
use super::walk::{self, Input};
use crate::app::portfolio::News;
use crate::document::file::{ReadError, Stamp};
use crate::exchange::portfolio::Entry;
use crate::i18n::{self, Lang};

/// So long the first frame waits for the journeys that have room on it.
const PATIENCE: Duration = Duration::from_millis(100);

/// Journeys on their way; once they are there, those that others change.
pub(super) struct Coming {
    asks: Sender<()>,
    told: Receiver<Told>,
    is_new: bool,
    is_reading: bool,
}

/// What the thread tells.
enum Told {
    News(News),
    /// The folder was read to its end.
    All,
}

impl Coming {
    /// Begins to read the journeys of a folder; the one that was left, if it is there, first.
    pub(super) fn of(folder: &Path, left: Option<PathBuf>, today: Date, lang: Lang) -> Coming {
        let (asks, asked) = channel();
        let (sender, told) = channel();
        let mut reading = Reading {
            folder: folder.to_owned(),
            today,
            lang,
            seen: BTreeMap::new(),
        };
        // Nobody waits any more where the other end is gone.
        thread::spawn(move || {
            let mut has_listener = reading.tell(left.as_deref(), &sender).is_some();
            while has_listener && asked.recv().is_ok() {
                has_listener = reading.tell(None, &sender).is_some();
            }
        });
        Coming {
            asks,
            told,
            is_new: true,
            is_reading: true,
        }
    }

    /// Nothing was taken yet.
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// More may come without being asked for.
    pub(super) fn is_reading(&self) -> bool {
        self.is_reading
    }

    /// Asks for what has changed since the folder was read.
    pub(super) fn look(&mut self) {
        if !self.is_reading {
            self.is_reading = self.asks.send(()).is_ok();
        }
    }

    /// Takes what has come, and whether more may. The first time, waits a little for so many
    /// journeys.
    pub(super) fn take(&mut self, count: usize) -> (Vec<News>, bool) {
        let mut news = Vec::new();
        if std::mem::take(&mut self.is_new) {
            self.wait(count, &mut news);
        }
        while self.is_reading {
            match self.told.try_recv() {
                Ok(told) => self.hear(told, &mut news),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => self.is_reading = false,
            }
        }
        (news, self.is_reading)
    }

    fn wait(&mut self, count: usize, news: &mut Vec<News>) {
        let end = Instant::now() + PATIENCE;
        // The first of the news says how many files there are.
        while self.is_reading && news.len() <= count {
            let left = end.saturating_duration_since(Instant::now());
            match self.told.recv_timeout(left) {
                Ok(told) => self.hear(told, news),
                Err(RecvTimeoutError::Timeout) => return,
                Err(RecvTimeoutError::Disconnected) => self.is_reading = false,
            }
        }
    }

    fn hear(&mut self, told: Told, news: &mut Vec<News>) {
        match told {
            Told::News(more) => news.push(more),
            Told::All => self.is_reading = false,
        }
    }
}

/// What a row rests on: its file, and the company beside it.
type Stamps = [Option<Stamp>; 2];

/// What the thread reads with.
struct Reading {
    folder: PathBuf,
    today: Date,
    lang: Lang,
    /// The files that were told of.
    seen: BTreeMap<PathBuf, Stamps>,
}

impl Reading {
    /// Tells of all files that were not told of as they are now, as long as somebody listens.
    fn tell(&mut self, left: Option<&Path>, sender: &Sender<Told>) -> Option<()> {
        let news = |news| sender.send(Told::News(news)).ok();
        let inputs = self.inputs(left);
        let mut before = std::mem::take(&mut self.seen);
        if before.is_empty() {
            news(News::Files(inputs.len()))?;
        }
        let mut reader = Reader::new(self.today);
        let mut company = (PathBuf::new(), None);
        for input in inputs {
            let file = path_of(&input).to_owned();
            // Taken before the bytes are read: what is written meanwhile is seen the next time.
            company = company_of(&file, company);
            let stamps = [Stamp::at(&file), company.1];
            if before.remove(&file) != Some(stamps) {
                let entry = self.read(&mut reader, input).map(Box::new);
                news(News::Read(file.clone(), entry))?;
            }
            self.seen.insert(file, stamps);
        }
        for gone in before.into_keys() {
            news(News::Read(gone, None))?;
        }
        sender.send(Told::All).ok()
    }

    /// The files of the folder, the one that was left first. A company is opened from its journeys.
    fn inputs(&self, left: Option<&Path>) -> Vec<Result<Input, ReadError>> {
        let mut inputs = Vec::new();
        walk::walk(&self.folder, &mut inputs);
        inputs.retain(|it| !path_of(it).ends_with(COMPANY));
        let at = inputs.iter().position(|it| Some(path_of(it)) == left);
        if let Some(at) = at {
            inputs[..=at].rotate_right(1);
        }
        inputs
    }

    /// How the journey of a file stands; nothing where it is no journey.
    fn read(&self, reader: &mut Reader, input: Result<Input, ReadError>) -> Option<Entry> {
        match input.and_then(|input| reader.source(&input)) {
            Ok(source) if source.is_foreign() => None,
            Ok(source) => entry(&self.folder, &source, self.today, self.lang),
            Err(error) => Some(Entry {
                path: path_in(&self.folder, error.path()),
                health: Err(self.why(&error)),
            }),
        }
    }

    /// The row names the file already.
    fn why(&self, error: &ReadError) -> String {
        match error {
            ReadError::Io { source, .. } => source.to_string(),
            error => i18n::read_error(self.lang, error).0,
        }
    }
}

/// The company beside a file and its stamp; most files have that of the file before.
fn company_of(file: &Path, known: (PathBuf, Option<Stamp>)) -> (PathBuf, Option<Stamp>) {
    let company = Reader::company_beside(file);
    if company == known.0 {
        return known;
    }
    let stamp = Stamp::at(&company);
    (company, stamp)
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
        all(&mut begin(folder, left))
    }

    fn begin(folder: &Path, left: Option<PathBuf>) -> Coming {
        let today = jiff::civil::date(2026, 11, 22);
        Coming::of(folder, left, today, Lang::En)
    }

    fn all(coming: &mut Coming) -> Vec<News> {
        let mut all = Vec::new();
        while coming.is_reading() {
            all.extend(coming.take(3).0);
        }
        all
    }

    /// What is told, in short: a number of files, a file that is none, or a row and whether it can
    /// be read.
    fn words(news: Vec<News>) -> Vec<String> {
        let word = |news| match news {
            News::Files(count) => count.to_string(),
            News::Read(_, None) => "none".to_owned(),
            News::Read(_, Some(entry)) => format!("{} {}", entry.path, entry.health.is_ok()),
        };
        news.into_iter().map(word).collect()
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
        let told = |left: Option<PathBuf>| words(read(folder.path(), left));
        let all = ["4", "a.ron true", "b/torn.ron false", "c.ron true", "none"];
        assert_eq!(told(None), all);
        let left = ["4", "c.ron true", "a.ron true", "b/torn.ron false", "none"];
        assert_eq!(told(Some(path("c.ron"))), left);
        assert_eq!(told(Some(path("b/company.ron"))), all);
    }

    #[test]
    fn a_look_tells_what_others_have_changed_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        let write = |name: &str, text: &str| fs::write(path(name), text).expect("a file");
        for name in ["a.ron", "b.ron", "c.ron"] {
            write(name, JOURNEY);
        }
        let mut coming = begin(folder.path(), None);
        assert_eq!(all(&mut coming).len(), 4);
        let mut look = || {
            coming.look();
            words(all(&mut coming))
        };
        assert!(look().is_empty());
        write("b.ron", "Journey(");
        write("d.ron", JOURNEY);
        assert_eq!(look(), ["b.ron false", "d.ron true"]);
        fs::remove_file(path("a.ron")).expect("no file");
        assert_eq!(look(), ["none"]);
        write("company.ron", "Company(schema: 1, name: \"C\")");
        assert_eq!(look(), ["b.ron false", "c.ron true", "d.ron true"]);
        assert!(look().is_empty());
    }

    #[test]
    fn a_folder_that_is_gone_is_a_row_that_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let news = read(&folder.path().join("gone"), None);
        let [News::Files(1), News::Read(_, Some(entry))] = &news[..] else {
            panic!("{news:?}");
        };
        assert!(entry.path.ends_with("/gone") && entry.health.is_err());
    }
}
