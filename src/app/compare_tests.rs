//! The comparison with keys: with what, which way round, and what is taken over.

use super::changes::{Against, Showing};
use super::compare::Sort;
use super::effect::Effect;
use super::tests::press;
use super::update;
use super::*;
use crate::i18n::differences::Told;
use crate::journey::Context;
use crate::journey::check::Neighbour;

const AS_IS: &str = r#"#![enable(implicit_some)]
// The file of today.
Journey(
    schema: 1,
    title: "Coffee today",
    state: AsIs,
    compares_with: "coffee-to-be",
    stages: [
        Stage(id: "order", name: "Order", touchpoints: [
            Touchpoint(id: "queue", name: "Queue", expectation: 4, experience: 2, emotion: -1, pains: ["Slow", "Loud"]),
            Touchpoint(id: "till", name: "Till", emotion: 0),
        ]),
        Stage(id: "drink", name: "Drink", touchpoints: [
            Touchpoint(id: "cup", name: "Cup", emotion: 1),
        ]),
    ],
)
"#;

const TO_BE: &str = r#"#![enable(implicit_some)]
// The file of tomorrow.
Journey(
    schema: 1,
    title: "Coffee tomorrow",
    state: ToBe,
    compares_with: "coffee",
    stages: [
        Stage(id: "order", name: "Order", touchpoints: [
            Touchpoint(id: "app", name: "Orders in the app", emotion: 1),
            Touchpoint(id: "queue", name: "Queue", expectation: 4, experience: 4, emotion: 1, pains: ["Loud"]),
        ]),
        Stage(id: "sit", name: "Sit", touchpoints: [
            Touchpoint(id: "cup", name: "Cup", emotion: 2),
        ]),
    ],
)
"#;

fn open(text: &str, path: Option<&str>) -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let document = Document::open(text.as_bytes().to_vec(), context);
    App::new(Lang::En, document, path.map(Into::into))
}

fn compared(text: &str, with: &str, against: Against) -> App {
    let mut app = open(text, Some("journeys/coffee.ron"));
    let other = Ok(with.as_bytes().to_vec());
    update::compared(&mut app, against, Showing::SideBySide, other);
    app
}

fn twin() -> Against {
    Against::File("journeys/coffee-to-be.ron".into())
}

fn shown(app: &App) -> Vec<String> {
    let compared = app.compared.as_ref().expect("a comparison");
    let line = |(subject, told): (_, &Told)| -> String {
        let subject: &crate::i18n::differences::Subject = subject;
        format!("{}: {}", subject.name, told.sentence)
    };
    compared.shown().map(line).collect()
}

fn names(app: &App) -> Vec<(String, bool)> {
    let sides = app.sides().expect("two sides");
    sides.map(|side| (side.name, side.is_document)).into()
}

fn here(app: &App) -> Option<String> {
    let (_, told) = app.difference_here()?;
    Some(told.sentence.to_string())
}

fn message(app: &App) -> String {
    let message = app.message.as_ref();
    message.map(|it| it.text.clone()).unwrap_or_default()
}

#[test]
fn one_is_asked_what_to_compare_with_and_the_twin_comes_first() {
    let mut app = open(AS_IS, Some("journeys/coffee.ron"));
    let path = std::path::PathBuf::from("journeys/coffee-to-be.ron");
    assert_eq!(press(&mut app, "g v"), [Effect::ReadTwin(path.clone())]);
    update::twin(&mut app, path, Some(TO_BE.as_bytes().to_vec()));
    let Some(Dialog::Pick(pick)) = app.dialogs.last() else {
        panic!("a list to pick from");
    };
    let labels: Vec<&str> = pick.choices.iter().map(|it| it.label.as_str()).collect();
    let twin_title = "The twin: Coffee tomorrow";
    assert_eq!(
        labels,
        [
            twin_title,
            "The last commit",
            "Another revision …",
            "Another file …"
        ]
    );
    assert_eq!(
        press(&mut app, "Enter"),
        [Effect::Compare(twin(), Showing::SideBySide)]
    );
    let other = Ok(TO_BE.as_bytes().to_vec());
    update::compared(&mut app, twin(), Showing::SideBySide, other);
    assert_eq!(app.screen, Screen::Compare);
    press(&mut app, "g m g v");
    assert_eq!(app.screen, Screen::Compare, "the comparison is still on");
    assert!(
        matches!(press(&mut app, "g v")[..], [Effect::ReadTwin(_)]),
        "another one"
    );
}

#[test]
fn the_other_ways_lead_to_a_revision_or_a_file() {
    for (keys, expected) in [
        ("Enter", Against::Revision("HEAD".to_owned())),
        (
            "Down Enter C-u \"v1\" Enter",
            Against::Revision("v1".to_owned()),
        ),
        (
            "Down Down Enter \"x.ron\" Enter",
            Against::File("journeys/x.ron".into()),
        ),
    ] {
        let mut app = open(AS_IS, Some("journeys/coffee.ron"));
        press(&mut app, "g v");
        update::twin(&mut app, "gone.ron".into(), None);
        let effects = press(&mut app, keys);
        assert_eq!(
            effects,
            [Effect::Compare(expected, Showing::SideBySide)],
            "{keys}"
        );
    }
    let mut app = open(AS_IS, None);
    press(&mut app, "g v");
    let Some(Dialog::Pick(pick)) = app.dialogs.last() else {
        panic!("a list to pick from");
    };
    assert_eq!(
        pick.choices.len(),
        1,
        "git knows nothing of what has no file"
    );
}

#[test]
fn only_a_file_beside_it_is_a_twin() {
    for (name, expected) in [
        ("coffee-to-be", Some("journeys/coffee-to-be.ron")),
        ("coffee-to-be.ron", Some("journeys/coffee-to-be.ron")),
        ("v2.1", Some("journeys/v2.1.ron")),
        ("../secrets", None),
        ("/etc/passwd", None),
        ("a/b", None),
        ("..", None),
        ("", None),
    ] {
        let text = AS_IS.replace("\"coffee-to-be\"", &format!("\"{name}\""));
        let app = open(&text, Some("journeys/coffee.ron"));
        assert_eq!(app.twin(), expected.map(Into::into), "{name}");
    }
}

#[test]
fn today_stands_at_the_left_whichever_file_is_open() {
    let expected = [
        "Orders in the app: Touchpoint added · Emotion: 1",
        "Queue: Experience: 2 → 4 (gap −2 → 0)",
        "Queue: Emotion: −1 → 1",
        "Queue: Pains, removed: “Slow”",
        "Till: Touchpoint removed · Emotion: 0",
        ": Stage removed",
        ": Stage added · Touchpoints: Cup",
        "Cup: Moved here from stage “Drink”",
        "Cup: Emotion: 1 → 2",
    ];
    let from_today = compared(AS_IS, TO_BE, twin());
    let from_tomorrow = compared(TO_BE, AS_IS, Against::File("coffee.ron".into()));
    assert_eq!(shown(&from_today), shown(&from_tomorrow));
    assert_eq!(shown(&from_today), expected);
    assert_eq!(
        names(&from_today),
        [("As-is".to_owned(), true), ("To-be".to_owned(), false)]
    );
    assert_eq!(
        names(&from_tomorrow),
        [("As-is".to_owned(), false), ("To-be".to_owned(), true)]
    );
}

#[test]
fn of_a_revision_the_older_one_stands_at_the_left() {
    let app = compared(TO_BE, AS_IS, Against::Revision("HEAD".to_owned()));
    assert_eq!(names(&app)[0], ("As-is".to_owned(), false));
    let told = shown(&app).join("\n");
    assert!(
        told.contains("Coffee tomorrow"),
        "the title is a change too: {told}"
    );
}

#[test]
fn what_is_taken_over_is_no_difference_any_more_and_undo_brings_it_back() {
    for (text, with) in [(AS_IS, TO_BE), (TO_BE, AS_IS)] {
        let mut app = compared(text, with, twin());
        let before = shown(&app);
        let bytes = app.document.bytes();
        let at = before
            .iter()
            .position(|it| it.contains("Experience"))
            .expect("it differs");
        app.to_entry(at);
        press(&mut app, "t");
        let mut expected = before.clone();
        expected.remove(at);
        // The gap is said with the number that changed last.
        let plain = |all: &[String]| -> Vec<String> {
            all.iter()
                .map(|it| it.split(" (gap").next().unwrap_or_default().to_owned())
                .collect()
        };
        assert_eq!(plain(&shown(&app)), plain(&expected));
        assert_eq!(app.lists.cursor(Screen::Compare).row, at, "on to the next");
        assert!(message(&app).contains("As in"), "{}", message(&app));
        press(&mut app, "u");
        assert_eq!((app.document.bytes(), shown(&app)), (bytes, before));
        assert_eq!(app.lists.cursor(Screen::Compare).row, at);
    }
}

#[test]
fn all_of_an_element_is_taken_over_in_one_step() {
    let mut app = compared(AS_IS, TO_BE, twin());
    let bytes = app.document.bytes();
    let count = shown(&app).len();
    let at = shown(&app)
        .iter()
        .position(|it| it.starts_with("Queue"))
        .expect("it differs");
    app.to_entry(at);
    press(&mut app, "T");
    assert_eq!(shown(&app).len(), count - 3, "{:#?}", shown(&app));
    assert!(!shown(&app).iter().any(|it| it.starts_with("Queue")));
    press(&mut app, "u");
    assert_eq!(app.document.bytes(), bytes);
}

#[test]
fn taken_to_the_end_nothing_is_left() {
    for (text, with) in [(AS_IS, TO_BE), (TO_BE, AS_IS)] {
        let mut app = compared(text, with, twin());
        for _ in 0..40 {
            press(&mut app, "Home");
            for _ in 0..shown(&app).len() {
                let before = app.document.bytes();
                press(&mut app, "t");
                if app.document.bytes() != before {
                    break;
                }
                press(&mut app, "n");
            }
        }
        assert_eq!(shown(&app), [""; 0]);
        assert_eq!(
            app.journey().title,
            open(text, None).journey().title,
            "the file is its own"
        );
    }
}

#[test]
fn what_belongs_into_a_stage_that_is_not_there_says_so() {
    let mut app = compared(AS_IS, TO_BE, twin());
    let at = shown(&app)
        .iter()
        .position(|it| it.contains("Moved"))
        .expect("it moved");
    app.to_entry(at);
    press(&mut app, "t");
    assert!(message(&app).contains("“Sit”"), "{}", message(&app));
}

#[test]
fn one_sort_can_be_shown_alone() {
    let mut app = compared(AS_IS, TO_BE, twin());
    let all = shown(&app).len();
    let mut seen = 0;
    for sort in Sort::ALL {
        press(&mut app, "f");
        let compared = app.compared.as_ref().expect("a comparison");
        assert_eq!(compared.only, Some(sort));
        assert_eq!(shown(&app).len(), compared.count(sort), "{sort:?}");
        seen += shown(&app).len();
    }
    press(&mut app, "f");
    assert_eq!((shown(&app).len(), seen), (all, all));
}

#[test]
fn a_difference_is_gone_to_on_the_map_where_it_is_there() {
    let mut app = compared(AS_IS, TO_BE, twin());
    app.to_entry(
        shown(&app)
            .iter()
            .position(|it| it.contains("Emotion: −1"))
            .expect("it differs"),
    );
    press(&mut app, "Enter");
    assert_eq!(app.screen, Screen::Map);
    assert_eq!(app.here().map(|it| it.id).as_deref(), Some("queue"));
    press(&mut app, "g v Home");
    app.to_entry(
        shown(&app)
            .iter()
            .position(|it| it.starts_with("Orders"))
            .expect("it is new"),
    );
    press(&mut app, "Enter");
    assert_eq!(app.screen, Screen::Compare);
    assert!(message(&app).contains("“To-be” alone"), "{}", message(&app));
}

#[test]
fn the_cursor_starts_at_what_one_looked_at() {
    let mut app = open(AS_IS, Some("journeys/coffee.ron"));
    press(&mut app, "End");
    let other = Ok(TO_BE.as_bytes().to_vec());
    update::compared(&mut app, twin(), Showing::SideBySide, other);
    assert_eq!(
        app.touchpoint_compared().map(|it| it.id).as_deref(),
        Some("cup")
    );
    assert!(here(&app).is_some());
}

#[test]
fn what_cannot_be_compared_says_so() {
    for other in ["Journey(", "Company(schema: 1, name: \"C\")", ""] {
        let mut app = open(AS_IS, Some("journeys/coffee.ron"));
        let bytes = Ok(other.as_bytes().to_vec());
        update::compared(&mut app, twin(), Showing::SideBySide, bytes);
        assert!(app.compared.is_none(), "{other}");
        assert!(
            message(&app).contains("coffee-to-be.ron"),
            "{}",
            message(&app)
        );
    }
}

#[test]
fn both_orders_become_one_and_say_what_each_touchpoint_is() {
    let app = compared(AS_IS, TO_BE, twin());
    let columns = app.beside_columns();
    let said: Vec<String> = columns
        .iter()
        .map(|it| {
            let signs: String = it.sorts.iter().map(|sort| sort.sign()).collect();
            format!("{signs} {}", it.key.id)
        })
        .collect();
    assert_eq!(said, ["+ app", "~ queue", "− till", "»~ cup"]);
}

#[test]
fn both_texts_of_a_difference_are_shown_in_full() {
    let app = compared(AS_IS, TO_BE, twin());
    let said = |part: &str| {
        let compared = app.compared.as_ref().expect("a comparison");
        let mut shown = compared.shown();
        let told = shown.find(|(_, told)| told.sentence.to_string().contains(part));
        app.said(&told.expect("a difference").1.difference)
    };
    let emotion = said("Emotion: −1");
    assert_eq!(
        (emotion.left, emotion.right),
        (vec!["−1".to_owned()], vec!["1".to_owned()])
    );
    let added = said("Touchpoint added");
    assert!(added.left.is_empty());
    assert!(
        added.right.contains(&"Name: Orders in the app".to_owned()),
        "{:?}",
        added.right
    );
    let moved = said("Moved");
    let stages = ["Stage “Drink”", "Stage “Sit”"].map(|it| vec![it.to_owned()]);
    assert_eq!([moved.left, moved.right], stages);
}

#[test]
fn what_a_list_refers_to_is_called_by_its_name() {
    let with = AS_IS.replace("emotion: -1,", "emotion: -1, keeps: [\"till\"],");
    let app = compared(&with, AS_IS, Against::Revision("HEAD".to_owned()));
    let (_, told) = app.difference_here().expect("a difference");
    let said = app.said(&told.difference);
    assert_eq!((said.left.len(), said.right), (0, vec!["Till".to_owned()]));
}

#[test]
fn of_two_files_comments_and_evidence_stand_aside_until_they_are_asked_for() {
    let measured = AS_IS.replace(
        "emotion: -1,",
        "emotion: -1, evidence: Measured, /* twice */",
    );
    let mut app = compared(&measured, TO_BE, twin());
    let plain = shown(&compared(AS_IS, TO_BE, twin()));
    assert_eq!(shown(&app), plain);
    let changed = |app: &App| app.compared.as_ref().map(|it| it.count(Sort::Changed));
    let without = changed(&app);
    let queue = |app: &mut App| {
        let at = shown(app).iter().position(|it| it.starts_with("Queue"));
        app.to_entry(at.expect("it differs"));
    };
    queue(&mut app);
    press(&mut app, "T");
    let text = String::from_utf8(app.document.bytes()).expect("text");
    assert!(
        text.contains("Measured") && text.contains("/* twice */"),
        "{text}"
    );
    press(&mut app, "u a");
    assert_eq!(shown(&app).len(), plain.len() + 2, "{:#?}", shown(&app));
    assert_eq!(changed(&app), without.map(|it| it + 2));
    press(&mut app, "a");
    assert_eq!(shown(&app), plain);
    let revision = compared(&measured, AS_IS, Against::Revision("HEAD".to_owned()));
    assert_eq!(
        shown(&revision).len(),
        2,
        "what changed in a file is all of it"
    );
}

#[test]
fn the_last_choice_is_kept_and_another_is_offered() {
    let revision = Against::Revision("v1".to_owned());
    let mut app = compared(TO_BE, AS_IS, revision.clone());
    press(&mut app, "g m g d");
    assert!(app.compared.is_none());
    let again = [Effect::Compare(revision.clone(), Showing::SideBySide)];
    assert_eq!(press(&mut app, "g v"), again);
    let other = || Ok(AS_IS.as_bytes().to_vec());
    update::compared(&mut app, revision, Showing::SideBySide, other());
    press(&mut app, "g v");
    update::twin(
        &mut app,
        "coffee.ron".into(),
        Some(AS_IS.as_bytes().to_vec()),
    );
    assert_eq!(press(&mut app, "Enter"), again, "it stands first");
    press(&mut app, "g v");
    update::twin(
        &mut app,
        "coffee.ron".into(),
        Some(AS_IS.as_bytes().to_vec()),
    );
    let twin = Against::File("coffee.ron".into());
    let effects = press(&mut app, "Down Enter");
    assert_eq!(
        effects,
        [Effect::Compare(twin.clone(), Showing::SideBySide)]
    );
    update::compared(&mut app, twin, Showing::SideBySide, Err("gone".to_owned()));
    press(&mut app, "g d");
    assert!(
        matches!(press(&mut app, "g v")[..], [Effect::ReadTwin(_)]),
        "it failed"
    );
}
