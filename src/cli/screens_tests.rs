//! Random keys, texts, mouse events and sizes on random journeys: nothing panics, text and model
//! always agree, and undo of all gives back the bytes.

use std::collections::VecDeque;
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::super::input::Reader;
use super::*;
use crate::app::command;
use crate::app::input::Mouse;
use crate::app::key::{Code, Key};
use crate::app::start::{Begins, Offer, empty_journey};
use crate::i18n::Lang;
use crate::journey::{Context, read_bytes};

/// Journeys of every size and state: good, hand-made, empty, broken.
const TEXTS: [&str; 5] = [
    include_str!("new/templates/shop.de.ron"),
    include_str!("new/templates/blank.en.ron"),
    include_str!("../../journeys/company.ron"),
    "Journey(schema: 1, title: \"Ä 👩‍👩‍👧 日本\", compares_with: \"twin\", stages: [Stage(id: \"a\", name: \"A\", touchpoints: [Touchpoint(id: \"b\", name: \"B\", importance: 6, mood: 1), Touchpoint(id: \"b\", name: \"B\")]), Stage(id: \"c\", name: \"C\")])",
    "",
];

/// The twin that the hand-made one names.
const TWIN: &str = "Journey(schema: 1, title: \"Twin\", compares_with: \"journey\", stages: [Stage(id: \"c\", name: \"C\", touchpoints: [Touchpoint(id: \"b\", name: \"Other\", emotion: 2), Touchpoint(id: \"x\", name: \"X\")])])";

/// Survey answers beside them: some fit, some do not.
const ANSWERS: &str =
    "date,b,seg,A\n2026-01-05,5,x,9\n2026-02-05,0,\"y\nz\",10\nno,4,x,1\n2026-03-01,3\n";

/// The keys that name them.
const IMPORT: &str = "Esc Esc g I C-u a n s w e r s . c s v Enter";

#[derive(Debug, Clone)]
enum Action {
    /// The keys of the nth command.
    Command(usize),
    /// Keys one after the other, with blanks between them.
    Keys(&'static str),
    Type(char),
    Press(Code),
    Paste(String),
    Mouse(MouseKind, u16, u16),
    Resize(u16, u16),
    Tick(u64),
    /// Others do something to the file, and the program looks so many times.
    Others(Deed, usize),
}

/// What others do to a file.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Nothing,
    Remove,
    Empty,
    Half,
    Reword,
    Other,
}

fn action() -> impl Strategy<Value = Action> {
    let mouse = prop::sample::select(vec![
        MouseKind::Down,
        MouseKind::DoubleDown,
        MouseKind::Drag,
        MouseKind::Up,
        MouseKind::WheelUp,
        MouseKind::WheelDown,
        MouseKind::ZoomIn,
        MouseKind::ZoomOut,
    ]);
    let code = prop::sample::select(vec![
        Code::Enter,
        Code::Esc,
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::Backspace,
        Code::Tab,
    ]);
    let text = prop::sample::select(vec![
        "one\n- two\n• drei",
        "Touchpoint(id: \"x\", name: \"X\", channel: \"nowhere\")",
        "30.09.2026",
        "> Phase\n1. Ä @neu #web !2 * warum\n2. B @\"a b\" !99",
        "\u{1b}[2J\u{202e}",
    ]);
    let deed = prop::sample::select(vec![
        Deed::Nothing,
        Deed::Remove,
        Deed::Empty,
        Deed::Half,
        Deed::Reword,
        Deed::Reword,
        Deed::Other,
    ]);
    prop_oneof![
        3 => (deed, 1..4usize).prop_map(|(deed, looks)| Action::Others(deed, looks)),
        8 => any::<prop::sample::Index>().prop_map(|at| Action::Command(at.index(command::all().count()))),
        // A comparison takes several keys to come to.
        1 => prop::sample::select(vec![
            "g v Enter",
            "g v Enter Down t T",
            "g V t Down t",
            "g e End Enter",
            "g y End o Enter",
            "g a Down",
            "g a s Down Down Enter End Enter",
            "g a f o Esc / t w i n Enter Enter",
            IMPORT,
            IMPORT,
        ]).prop_map(Action::Keys),
        4 => code.prop_map(Action::Press),
        2 => prop::sample::select(vec!['a', 'Z', '3', '-', 'ö', '"', '\\', '日', ' ', '@', '#', '!', '*', '>']).prop_map(Action::Type),
        1 => text.prop_map(|text| Action::Paste(text.to_owned())),
        3 => (mouse, 0..220u16, 0..70u16).prop_map(|(kind, x, y)| Action::Mouse(kind, x, y)),
        1 => any::<u64>().prop_map(Action::Tick),
        1 => (1..220u16, 1..70u16).prop_map(|(columns, rows)| Action::Resize(columns, rows)),
    ]
}

fn inputs(action: &Action) -> Vec<Input> {
    match action {
        Action::Command(at) => {
            let command = command::all().nth(*at);
            let keys = command
                .and_then(|it| it.keys.first())
                .copied()
                .unwrap_or("Esc");
            pressed(keys)
        }
        Action::Keys(keys) => pressed(keys),
        Action::Type(letter) => vec![Input::Key(Key::plain(Code::Char(*letter)))],
        Action::Press(code) => vec![Input::Key(Key::plain(*code))],
        Action::Paste(text) => vec![Input::Paste(text.clone())],
        Action::Mouse(kind, column, row) => vec![Input::Mouse(Mouse {
            kind: *kind,
            column: *column,
            row: *row,
        })],
        Action::Resize(columns, rows) => vec![Input::Resize(*columns, *rows)],
        Action::Tick(seconds) => vec![Input::Tick(*seconds)],
        Action::Others(..) => Vec::new(),
    }
}

fn pressed(keys: &str) -> Vec<Input> {
    let keys = keys.split(' ').filter_map(Key::parse);
    keys.map(Input::Key).collect()
}

/// The program in a folder of its own, with what the terminal would hold.
struct Bench {
    screens: Screens,
    terminal: Terminal<TestBackend>,
    folder: tempfile::TempDir,
    clipboard: Option<String>,
    edits: usize,
    /// What the documents held when they were begun.
    begun: Vec<Vec<u8>>,
}

impl Bench {
    fn new(text: &str, lang: Lang) -> Bench {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journey.ron");
        fs::write(&path, text).expect("a file");
        fs::write(folder.path().join("twin.ron"), TWIN).expect("a file");
        fs::write(folder.path().join("answers.csv"), ANSWERS).expect("a file");
        let (on_disk, context) = Reader::new(jiff::civil::date(2026, 11, 22))
            .open(&path)
            .expect("a journey");
        let document = Document::open(text.as_bytes().to_vec(), context);
        let places = Places {
            recovery_folder: folder.path().join("recovery"),
        };
        let app = App::new(lang, document, Some(path));
        Bench {
            screens: Screens::new(app, Some(on_disk), Some(places)),
            terminal: Terminal::new(TestBackend::new(80, 24)).expect("a terminal"),
            folder,
            clipboard: None,
            edits: 0,
            begun: vec![text.as_bytes().to_vec()],
        }
    }

    fn take(&mut self, input: Input) {
        if let Input::Resize(columns, rows) = input {
            self.terminal.backend_mut().resize(columns, rows);
        }
        let mut effects = VecDeque::from(self.screens.input(input));
        while let Some(effect) = effects.pop_front() {
            effects.extend(self.answer(effect));
        }
        let draw = self.terminal.draw(|frame| self.screens.draw(frame));
        draw.expect("a frame");
    }

    fn answer(&mut self, effect: Effect) -> Vec<Effect> {
        match effect {
            Effect::Quit | Effect::Suspend => Vec::new(),
            Effect::Copy(text) => {
                self.clipboard = Some(text);
                Vec::new()
            }
            Effect::ReadClipboard => {
                self.screens.clipboard(self.clipboard.clone());
                Vec::new()
            }
            Effect::OpenEditor { text, .. } => self.screens.edited(Ok(self.edited(&text))),
            Effect::Save {
                path,
                bytes,
                state,
                then,
            } => {
                let here = |path: PathBuf| self.folder.path().join(path.file_name()?).into();
                let path = path.and_then(here);
                self.screens.perform(Effect::Save {
                    path,
                    bytes,
                    state,
                    then,
                })
            }
            Effect::WriteNew { path, bytes } => {
                let name = path.file_name().unwrap_or_default();
                let path = self.folder.path().join(name);
                self.screens.perform(Effect::WriteNew { path, bytes })
            }
            Effect::ReadSurvey(path) => {
                let name = path.file_name().unwrap_or_default();
                let path = self.folder.path().join(name);
                self.waited(Effect::ReadSurvey(path))
            }
            Effect::CountSurvey(count) => self.waited(Effect::CountSurvey(count)),
            Effect::Start(_) => {
                let folder = Some(self.folder.path().to_owned());
                let effects = self.screens.perform(Effect::Start(folder));
                self.begun.extend(begun_by(&self.screens.app));
                effects
            }
            Effect::Portfolio(_) => {
                let folder = self.folder.path().to_owned();
                let effects = self.waited(Effect::Portfolio(folder));
                self.begun.extend(begun_by(&self.screens.app));
                effects
            }
            Effect::Open(path) => {
                self.begun.extend(fs::read(&path).ok());
                self.screens.perform(Effect::Open(path))
            }
            other => self.screens.perform(other),
        }
    }

    /// What comes of work on a thread has come.
    fn waited(&mut self, effect: Effect) -> Vec<Effect> {
        let effects = self.screens.perform(effect);
        while self.screens.is_working() {
            self.screens.work();
            std::thread::yield_now();
        }
        effects
    }

    fn others(&mut self, deed: Deed, looks: usize) {
        let path = self.folder.path().join("journey.ron");
        let now = fs::read_to_string(&path).unwrap_or_default();
        let write = |text: &str| fs::write(&path, text).expect("a file");
        match deed {
            Deed::Nothing => {}
            Deed::Remove => _ = fs::remove_file(&path),
            Deed::Empty => write(""),
            Deed::Half => write(now.get(..now.len() / 2).unwrap_or_default()),
            Deed::Reword => write(&now.replacen("name: \"", "name: \"x", 1)),
            Deed::Other => write(TEXTS[0]),
        }
        for _ in 0..looks {
            self.screens.look();
        }
        let draw = self.terminal.draw(|frame| self.screens.draw(frame));
        draw.expect("a frame");
    }

    /// What a person may do in an editor: nothing, cut a line, break everything.
    fn edited(&self, text: &[u8]) -> Vec<u8> {
        let text = String::from_utf8_lossy(text);
        let lines: Vec<&str> = text.lines().collect();
        let cut = lines.len() / 2;
        match self.edits % 3 {
            0 => text.into_owned().into_bytes(),
            1 => {
                let left = lines.iter().enumerate().filter(|(at, _)| *at != cut);
                let left: Vec<&str> = left.map(|(_, line)| *line).collect();
                left.join("\n").into_bytes()
            }
            _ => b"Journey(".to_vec(),
        }
    }

    fn agrees(&self) -> Result<(), TestCaseError> {
        let document = &self.screens.app.document;
        let context: &Context = document.context();
        let again = read_bytes(document.bytes(), context);
        prop_assert_eq!(&again.journey, &document.parsed.journey);
        prop_assert_eq!(again.findings.len(), document.parsed.findings.len());
        Ok(())
    }
}

/// The texts that the page one begins from can begin with.
fn begun_by(app: &App) -> Vec<Vec<u8>> {
    let offers = app.start.iter().flat_map(|start| &start.offers);
    let text = |offer: &Offer| match &offer.begins {
        Begins::Journey(text) | Begins::Example(text) | Begins::Tour(text) => {
            Some(text.clone().into_bytes())
        }
        Begins::Open(_) | Begins::Portfolio(_) | Begins::Folder => None,
    };
    let nothing = empty_journey(app.lang).into_bytes();
    offers.filter_map(text).chain([nothing]).collect()
}

#[test]
fn a_survey_is_read_and_counted_on_a_thread_and_its_mapping_kept() {
    let text = "Journey(schema: 1, title: \"T\", stages: [Stage(id: \"s\", name: \"S\", touchpoints: [Touchpoint(id: \"b\", name: \"B\")])])";
    let mut bench = Bench::new(text, Lang::En);
    let keys = |bench: &mut Bench, keys: &str| {
        pressed(keys).into_iter().for_each(|key| bench.take(key));
    };
    let read = |bench: &Bench, name: &str| fs::read_to_string(bench.folder.path().join(name));
    keys(&mut bench, IMPORT);
    let import = bench.screens.app.import.as_ref().expect("an import");
    assert!(import.is_ready(), "{:?}", import.counted);
    assert_eq!(import.readings.changed(), 1, "0 is no answer");
    keys(&mut bench, "t");
    let sources = read(&bench, "journey.sources.ron").expect("the mapping");
    assert!(
        sources.contains("(name: \"b\", kpi: \"b-csat\""),
        "{sources}"
    );
    assert_eq!(
        read(&bench, "journey.ron").expect("the journey"),
        text,
        "not saved yet"
    );
    keys(&mut bench, "C-s");
    let saved = read(&bench, "journey.ron").expect("the journey");
    assert!(saved.contains("on: \"2026-01-31\""), "{saved}");
    keys(&mut bench, IMPORT);
    let import = bench.screens.app.import.as_ref().expect("an import");
    assert_eq!(import.readings.changed(), 0, "twice is once");
    // A file of sources with errors is not written over.
    let broken = "Sources(schema: 1, sources: [Source(";
    fs::write(bench.folder.path().join("journey.sources.ron"), broken).expect("a file");
    keys(&mut bench, "t");
    assert_eq!(read(&bench, "journey.sources.ron").expect("it"), broken);
    keys(&mut bench, IMPORT);
    let Some(Dialog::Field(dialog)) = bench.screens.app.dialogs.last() else {
        panic!("it is asked again");
    };
    let error = dialog.error.clone().unwrap_or_default();
    assert!(
        error.starts_with("journey.sources.ron has errors"),
        "{error}"
    );
}

fn cases() -> ProptestConfig {
    let long = std::env::var_os("TOUCHLINE_LONG").is_some();
    ProptestConfig::with_cases(if long { 1500 } else { 24 })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_input_breaks_anything(
        text in 0..TEXTS.len(),
        cut in prop::option::of(any::<prop::sample::Index>()),
        lang in prop::sample::select(vec![Lang::En, Lang::De]),
        meets: bool,
        actions in prop::collection::vec(action(), 1..60),
    ) {
        let mut text = TEXTS[text].to_owned();
        if let Some(cut) = cut.filter(|_| !text.is_empty()) {
            let mut lines: Vec<&str> = text.lines().collect();
            lines.remove(cut.index(lines.len()));
            text = lines.join("\n");
        }
        let mut bench = Bench::new(&text, lang);
        if meets {
            for key in [Code::F(5), Code::Enter] {
                bench.take(Input::Key(Key::plain(key)));
            }
        }
        for action in &actions {
            bench.edits += 1;
            if let Action::Others(deed, looks) = action {
                bench.others(*deed, *looks);
            }
            for input in inputs(action) {
                bench.take(input);
            }
            bench.agrees()?;
        }
        let document = &mut bench.screens.app.document;
        while document.undo().is_some() {}
        prop_assert!(bench.begun.contains(&document.bytes()));
    }
}
