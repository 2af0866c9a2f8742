//! Programs to draw in tests, driven by keys as a person would.

use crate::app::input::Input;
use crate::app::key::Key;
use crate::app::update::update;
use crate::app::{App, cursor::Cursor};
use crate::document::Document;
use crate::i18n::Lang;
use crate::journey::check::Neighbour;
use crate::journey::{Context, read};
use jiff::civil::date;

/// A journey with something of everything.
pub(super) const STAY: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "One night in the city hotel",
    state: AsIs,
    owner: "front-office",
    personas: [Persona(id: "miriam", name: "Miriam, auditor")],
    values: [
        Value(id: "heartfelt", name: "Heartfelt welcome"),
        Value(id: "word", name: "We keep our word"),
        Value(id: "calm", name: "Calm"),
    ],
    departments: [
        Department(id: "front-office", name: "Front office"),
        Department(id: "sales", name: "Sales and revenue"),
    ],
    channels: [
        Channel(id: "web", name: "Website"),
        Channel(id: "in-person", name: "In person"),
    ],
    stages: [
        Stage(
            id: "book",
            name: "Book",
            touchpoints: [
                Touchpoint(
                    id: "website",
                    name: "Compares rooms on the website",
                    channel: "web",
                    owner: "sales",
                    importance: 4,
                    expectation: 4,
                    emotion: 1,
                    mood: "a field of a newer program",
                    promise: "Best price, guaranteed, and check-in in two minutes",
                ),
            ],
        ),
        Stage(
            id: "arrive",
            name: "Arrive",
            touchpoints: [
                Touchpoint(
                    id: "check-in",
                    name: "Check-in at the desk",
                    channel: "in-person",
                    owner: "front-office",
                    importance: 9,
                    expectation: 5,
                    experience: 2,
                    emotion: -2,
                    evidence: Measured,
                    keeps: ["website"],
                    moment_of_truth: (reason: "First human contact; decides whether the promise holds"),
                    values: ["heartfelt", "word"],
                    actions: [
                        "Queues after 21:00",
                        "Spells her name twice, then once more because the clerk takes a call from the switchboard",
                    ],
                    kpis: [
                        Kpi(
                            id: "check-in-csat",
                            metric: Csat(scale: 5, top: 2),
                            owner: "front-office",
                            target: (at_least: 80, by: "2026-10-31"),
                            readings: [
                                (on: "2026-03-31", satisfied: 88, responses: 160),
                                (on: "2026-06-30", satisfied: 180, responses: 171),
                                (on: "2026-09-30", satisfied: 90, responses: 166),
                            ],
                        ),
                    ],
                ),
            ],
        ),
        Stage(id: "leave", name: "Leave"),
    ],
    handovers: [
        Handover(id: "late-arrivals", from: "sales", to: "front-office", at: "check-in"),
    ],
    notes: [
        Note(id: "n1", at: "check-in", text: "Do we have numbers for wrong invoices?"),
    ],
)
"#;

/// A file that a merge left behind.
pub(super) const BROKEN: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "One night in the city hotel",
    stages: [
        Stage(
            id: "book"
            name: "Book",
        ),
    ],
)
"#;

/// The program with a text, on a screen of this size, after these keys.
pub(super) fn app(text: &str, lang: Lang, size: (u16, u16), keys: &str) -> App {
    app_in(text, Neighbour::None, lang, size, keys)
}

/// As [`app`], beside a company.
pub(super) fn app_beside(
    text: &str,
    company: &str,
    lang: Lang,
    size: (u16, u16),
    keys: &str,
) -> App {
    let context = context(Neighbour::None);
    let company = read(company.to_owned(), &context).company;
    let company = company.expect("a company");
    app_in(
        text,
        Neighbour::Company(Box::new(company)),
        lang,
        size,
        keys,
    )
}

fn context(neighbour: Neighbour) -> Context {
    let today = date(2026, 11, 22);
    Context { neighbour, today }
}

fn app_in(text: &str, neighbour: Neighbour, lang: Lang, size: (u16, u16), keys: &str) -> App {
    let context = context(neighbour);
    let document = Document::<Cursor>::open(text.as_bytes().to_vec(), context);
    let mut app = App::new(lang, document, Some("journeys/hotel-stay.ron".into()));
    update(&mut app, Input::Resize(size.0, size.1));
    press(&mut app, keys);
    app
}

/// Presses keys, spelled as in the keymap; `"text"` types a text without spaces.
pub(super) fn press(app: &mut App, keys: &str) {
    for word in keys.split_whitespace() {
        match word.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
            Some(text) => _ = update(app, Input::Paste(text.to_owned())),
            None => {
                let key = Key::parse(word).unwrap_or_else(|| panic!("{word}"));
                update(app, Input::Key(key));
            }
        }
    }
}
