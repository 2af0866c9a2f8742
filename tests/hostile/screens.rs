//! Every screen, every command on it, and the dialogs that they open, drawn into a buffer.

use std::path::Path;
use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use touchline::app::changes::{Against, Showing};
use touchline::app::command::{self, Scope};
use touchline::app::conflicts::{Resolution, Sides, Texts};
use touchline::app::history::{Figures, History, PastVersion};
use touchline::app::input::Input;
use touchline::app::key::Key;
use touchline::app::memory::Memory;
use touchline::app::portfolio::News;
use touchline::app::recovery::Unsaved;
use touchline::app::start::{Begins, Group, Offer, Start};
use touchline::app::update::{self, update};
use touchline::app::{App, Screen};
use touchline::document::Document;
use touchline::exchange::portfolio::Entry;
use touchline::i18n::Lang;
use touchline::journey::portfolio::Health;
use touchline::ron_text::quote;
use touchline::view::{draw, theme};
use unicode_segmentation::UnicodeSegmentation;

use super::context;
use super::texts::{Which, broken, hostile, is_dangerous, name, shipped, small, tower};

const SIZES: [(u16, u16); 3] = [(80, 24), (200, 60), (40, 12)];

/// The program with a text in a file of a hostile name.
fn open(text: &str, lang: Lang, size: (u16, u16)) -> App {
    let document = Document::open(text.as_bytes().to_vec(), context());
    let mut app = App::new(lang, document, Some(format!("{}.ron", name()).into()));
    update(&mut app, Input::Resize(size.0, size.1));
    app
}

fn press(app: &mut App, keys: &str) {
    for key in keys.split(' ') {
        update(app, Input::Key(Key::parse(key).unwrap()));
    }
}

/// Draws, and looks at every cell.
fn look(app: &App, size: (u16, u16), what: &str) {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    let frame = terminal.draw(|frame| _ = draw(app, &theme::DARK, frame));
    let buffer = frame.unwrap().buffer;
    for (at, cell) in buffer.content().iter().enumerate() {
        let symbol = cell.symbol();
        let row = at / usize::from(size.0) * usize::from(size.0);
        let row = || -> String {
            buffer.content()[row..=at]
                .iter()
                .map(|it| it.symbol())
                .collect()
        };
        assert!(
            !symbol.contains(is_dangerous),
            "{what}: {symbol:?} in {:?}",
            row()
        );
        assert!(symbol.chars().count() <= 32, "{what}: a tower of marks");
        assert!(symbol.graphemes(true).count() <= 1, "{what}: {symbol:?}");
    }
}

/// The screen with something to show on it.
fn on(screen: Screen, text: &str, lang: Lang, size: (u16, u16)) -> App {
    let mut app = open(text, lang, size);
    match screen {
        Screen::Compare => {
            let old = hostile(&small(), Which::Words).replace("name: \"", "name: \"old ");
            app.compare_with(Against::Revision(name()), Showing::SideBySide, &old);
        }
        Screen::Conflicts => decide(&mut app),
        Screen::History => {
            app.history = Some(History::coming());
            app.take_versions(versions(text), Some(Err(name())));
        }
        Screen::Portfolio => {
            update::portfolio(&mut app, name().into());
            update::journeys(&mut app, journeys(text), false);
        }
        Screen::Start => app.offer(start()),
        Screen::Meeting => press(&mut app, "g r Enter"),
        _ => {}
    }
    app.show(screen);
    update(&mut app, Input::Resize(size.0, size.1));
    app
}

/// A merge in which everybody gave every element another name.
fn decide(app: &mut App) {
    let ours = hostile(&small(), Which::Words);
    let texts = Texts {
        base: small(),
        theirs: ours.replace("name: \"", "name: \"\u{202e}their "),
        ours,
    };
    let sides = Sides {
        title: name(),
        ours: name(),
        theirs: name(),
        of_git: true,
    };
    let (text, resolution) = Resolution::of(&texts, sides, &context()).unwrap();
    *app = open(&text, app.lang, app.size);
    app.decide(resolution);
}

fn versions(text: &str) -> Vec<PastVersion> {
    let version = |number: usize| PastVersion {
        commit: format!("{number:040}"),
        date: "2026-11-22".to_owned(),
        author: name(),
        subject: name() + &tower(),
        text: Some(Arc::from(text)),
        before: Some(Arc::from(small().as_str())),
        figures: Figures::of(&touchline::journey::read(text.to_owned(), &context())),
    };
    vec![version(1), version(2)]
}

fn journeys(text: &str) -> Vec<News> {
    let today = context().today;
    let health = Health::of(
        &touchline::journey::read(text.to_owned(), &context()),
        today,
    );
    let row = |path: String, health| {
        let file = path.clone().into();
        News::Read(file, Some(Box::new(Entry { path, health })))
    };
    vec![
        News::Files(3),
        row(name(), Ok(health)),
        row(name() + &tower(), Err(name() + &tower())),
    ]
}

fn start() -> Start {
    let offer = |group| Offer {
        group,
        label: name(),
        note: name() + &tower(),
        begins: Begins::Open(name().into()),
    };
    Start {
        folder: name(),
        offers: vec![offer(Group::Here), offer(Group::Learn), offer(Group::New)],
    }
}

/// Every command that holds on a screen, and what comes of it after some more keys.
fn every_command(screen: Screen, text: &str, lang: Lang, size: (u16, u16)) {
    for command in command::of(Scope::of(screen).chain()) {
        let what = format!("{screen:?}, {}", command.name);
        let mut app = on(screen, text, lang, size);
        press(&mut app, "Down Right");
        (command.run)(&mut app);
        // Commands run so have not been settled by an update.
        update(&mut app, Input::Resize(size.0, size.1));
        look(&app, size, &what);
        for keys in ["Enter", "a Enter"] {
            press(&mut app, keys);
            look(&app, size, &format!("{what}, {keys}"));
        }
    }
}

#[test]
fn no_command_on_any_screen_shows_a_hidden_character() {
    let text = hostile(&small(), Which::Words);
    for (at, screen) in Screen::ALL.into_iter().enumerate() {
        let lang = [Lang::En, Lang::De][at % 2];
        every_command(screen, &text, lang, [(80, 24), (160, 40)][at % 2]);
    }
}

#[test]
fn every_screen_in_both_languages_and_all_sizes() {
    let words = hostile(&shipped("hotel-stay"), Which::Words);
    let all = hostile(&shipped("insurance-claim"), Which::All);
    let company = hostile(&shipped("company"), Which::All);
    let conflict = format!("<<<<<<< \u{1b}[2J\n{words}=======\n{all}>>>>>>> \u{202e}\n");
    for text in [&words, &all, &company, &conflict, &broken()] {
        for screen in Screen::ALL {
            for (lang, size) in [
                (Lang::En, SIZES[0]),
                (Lang::De, SIZES[1]),
                (Lang::De, SIZES[2]),
            ] {
                let mut app = on(screen, text, lang, size);
                look(&app, size, &format!("{screen:?}"));
                for key in ["Down", "Right", "End", "?", "Esc", "Tab"] {
                    press(&mut app, key);
                    look(&app, size, &format!("{screen:?}, {key}"));
                }
            }
        }
    }
}

#[test]
fn what_others_say_is_shown_safely() {
    let text = hostile(&small(), Which::Words);
    for (lang, size) in [(Lang::En, SIZES[0]), (Lang::De, SIZES[1])] {
        let mut app = open(&text, lang, size);
        app.done(name() + &tower());
        look(&app, size, "a message");
        app.refuse(name());
        look(&app, size, "a refusal");
        app.tell_mistakes(&name(), vec![name(), tower()]);
        look(&app, size, "mistakes");
        press(&mut app, "Esc");
        let unsaved = Unsaved {
            base: small().into_bytes(),
            text: text.clone(),
            when: name(),
        };
        app.offer_unsaved(&unsaved);
        look(&app, size, "a recovery");
        press(&mut app, "Esc");
        let file = Path::new(&name()).to_owned();
        let map = format!(
            "Stage;Touchpoint;{}\n{};{};{}\n",
            name(),
            name(),
            tower(),
            name()
        );
        update::map_read(&mut app, &file, Ok(map.replace('"', "")));
        look(&app, size, "a map");
        press(&mut app, "u");
        look(&app, size, "the name of a map");
        press(&mut app, "Esc");
        update::map_read(&mut app, &file, Err(name()));
        look(&app, size, "no map");
        press(&mut app, "Esc");
        update(&mut app, Input::Paste(name()));
        press(&mut app, "/");
        update(&mut app, Input::Paste(name()));
        look(&app, size, "a search");
        press(&mut app, "Enter");
        look(&app, size, "what was found");
    }
}

#[test]
fn what_is_remembered_is_shown_safely() {
    let name = quote(&name());
    let memory = format!(
        "Memory(lanes: [{name}], columns: {name}, meetings: [(file: {name}, agenda: \"gaps\", \
         at: {name}, seconds: 5, planned: 5, notes: [{name}])])"
    );
    let text = hostile(&small(), Which::Words);
    let mut app = open(&text, Lang::En, SIZES[0]);
    app.recall(Memory::read(&memory));
    for keys in ["g", "r", "Down", "Enter", "Enter"] {
        press(&mut app, keys);
        look(&app, SIZES[0], keys);
    }
}
