//! Values, promises, departments and hand-overs with keys: what is toggled, made and opened, and
//! where the cursor stands afterwards.

use super::tests::{open, press};
use super::update::{self, Click};
use super::*;
use crate::document::Document;
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::journey::handovers::{Seam, State};
use crate::journey::model::{Company, Department, Value};

const INN: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Inn",
    values: [
        Value(id: "calm", name: "Calm"),
        Value(id: "word", name: "Our word"),
    ],
    departments: [
        Department(id: "bar", name: "Bar"),
        Department(id: "desk", name: "Desk"),
    ],
    paths: [
        Path(id: "phone", name: "By phone"),
    ],
    stages: [
        Stage(
            id: "book",
            name: "Book",
            touchpoints: [
                Touchpoint(id: "site", name: "Site", owner: "bar", promise: "Soon"),
                Touchpoint(id: "call", name: "Call", path: "phone", owner: "desk"),
            ],
        ), // ^book
        Stage(
            id: "stay",
            name: "Stay",
            touchpoints: [
                Touchpoint(
                    id: "arrive",
                    name: "Arrive",
                    owner: "desk",
                    values: ["word", "odd"], // checked in May
                ), // ^arrive
            ],
        ), // ^stay
    ],
    handovers: [
        Handover(id: "list", from: "bar", to: "desk", at: "arrive", status: Agreed),
    ],
)
"#;

fn text(app: &App) -> String {
    app.document.parsed.tree.text().to_owned()
}

fn here(app: &App) -> (usize, Option<String>) {
    let row = app.lists.cursor(app.behind).row;
    (row, app.here().map(|it| it.id))
}

#[test]
fn enter_leads_to_the_touchpoint_and_back_to_the_same_cell() {
    let mut app = open(INN);
    press(&mut app, "g V Right Right Down");
    assert_eq!(here(&app), (1, Some("arrive".into())));
    press(&mut app, "Enter");
    assert_eq!(app.screen, Screen::Inspector);
    assert_eq!(app.page().0.element.as_ref().unwrap().id, "arrive");
    press(&mut app, "Esc");
    assert_eq!(
        (app.screen, here(&app)),
        (Screen::Values, (1, Some("arrive".into())))
    );
    press(&mut app, "Enter g V");
    assert_eq!(
        (app.screen, here(&app)),
        (Screen::Values, (1, Some("arrive".into())))
    );
    press(&mut app, "g m");
    assert_eq!(here(&app).1.as_deref(), Some("arrive"));
}

#[test]
fn one_key_proves_a_value_or_takes_that_back_and_leaves_the_rest() {
    let mut app = open(INN);
    press(&mut app, "g V Right Right t");
    assert!(text(&app).contains(r#"values: ["word", "odd", "calm"], // checked in May"#));
    assert_eq!(here(&app), (0, Some("arrive".into())));
    press(&mut app, "Down t");
    assert!(text(&app).contains(r#"values: ["odd", "calm"], // checked in May"#));
    press(&mut app, "u u");
    assert_eq!(text(&app), INN);
    press(&mut app, "Home Left Left t t");
    assert!(!text(&app).contains("site\", name: \"Site\", owner: \"bar\", values"));
}

#[test]
fn one_key_keeps_a_promise_but_not_where_it_is_given() {
    let mut app = open(INN);
    press(&mut app, "g V End t");
    assert_eq!(text(&app), INN);
    assert!(app.was_refused());
    press(&mut app, "] t");
    assert!(text(&app).contains(r#"keeps: ["site"],"#), "{}", text(&app));
    press(&mut app, "t");
    assert!(!text(&app).contains("keeps"));
}

#[test]
fn a_value_of_the_company_can_be_proved_too() {
    let lent = |id: &str, name: &str| Value {
        id: id.into(),
        name: name.into(),
        ..Value::default()
    };
    let company = Company {
        values: vec![lent("calm", "Not this one"), lent("fair", "Fair")],
        departments: vec![Department {
            id: "idle".into(),
            name: "Idle".into(),
            ..Department::default()
        }],
        ..Company::default()
    };
    let context = Context {
        neighbour: Neighbour::Company(Box::new(company)),
        today: jiff::civil::date(2026, 11, 22),
    };
    let mut app = App::new(Lang::En, Document::open(INN.into(), context), None);
    press(&mut app, "g V Right Right Down Down t");
    assert!(text(&app).contains(r#"values: ["word", "odd", "fair"],"#));
    assert_eq!(app.departments_here().1.len(), 1, "it owns nothing here");
}

#[test]
fn a_missing_handover_is_made_with_what_is_known_in_one_step() {
    let mut app = open(&INN.replace("at: \"arrive\"", "at: \"call\""));
    let before = text(&app);
    press(&mut app, "g e Down Down Down");
    let Some(departments::DepartmentRow::Seam(seam)) = app.department_row_here() else {
        panic!("{:?}", app.entry());
    };
    assert_eq!(seam.state(), State::Missing);
    press(&mut app, "Enter");
    let made = app.journey().handovers[1].clone();
    assert_eq!(
        (&*made.id, &*made.from, &*made.to, made.at.as_deref()),
        ("bar-desk", "bar", "desk", Some("arrive"))
    );
    assert_eq!(app.screen, Screen::Inspector);
    assert_eq!(app.page().0.element.as_ref().unwrap().id, "bar-desk");
    press(&mut app, "g e");
    assert_eq!(here(&app), (3, Some("bar-desk".into())));
    press(&mut app, "u");
    assert_eq!(text(&app), before);
}

#[test]
fn handovers_are_those_of_the_way_that_the_map_shows() {
    let mut app = open(INN);
    let seams = |app: &App| {
        let rows = app.department_rows().into_iter();
        let seams = rows.filter_map(|row| match row {
            departments::DepartmentRow::Seam(seam) => Some(seam),
            _ => None,
        });
        let at = |seam: Seam<'_>| {
            let (before, after) = &seam.at[0];
            format!("{}>{} {:?}", before.key.id, after.key.id, seam.state())
        };
        seams.map(at).collect::<Vec<_>>()
    };
    assert_eq!(seams(&app), ["site>call Missing", "site>arrive Agreed"]);
    app.map.lens.path = map::PathChoice::Main;
    assert_eq!(seams(&app), ["site>arrive Agreed"]);
    app.map.lens.path = map::PathChoice::Of("phone".into());
    assert_eq!(seams(&app), ["site>call Missing"]);
    app.settle();
    press(&mut app, "g e Down Down o");
    assert_eq!(app.screen, Screen::Map);
    assert_eq!(here(&app).1.as_deref(), Some("call"));
    assert_eq!(app.map.row, map::Row::Lane(map::Lane::Owner));
}

#[test]
fn a_click_goes_to_the_crossing_of_row_and_column() {
    let mut app = open(INN);
    press(&mut app, "g V");
    update::click(&mut app, Click::Crossing(1, 2));
    assert_eq!(here(&app), (1, Some("arrive".into())));
    press(&mut app, "g e");
    update::click(&mut app, Click::Crossing(1, 0));
    assert_eq!((here(&app).0, app.map.column), (1, 0));
    update::click(&mut app, Click::Crossing(0, 1));
    assert_eq!(
        (here(&app).0, app.map.column),
        (0, 2),
        "the first column of its stage"
    );
    update::double_click(&mut app, Click::Crossing(0, 1));
    assert_eq!(app.screen, Screen::Inspector);
}

#[test]
fn nothing_to_show_is_no_harm() {
    for text in ["Journey(schema: 1, title: \"T\", stages: [])", "Journey("] {
        let mut app = open(text);
        press(
            &mut app,
            "g V t Enter Right ] Down g e Enter o Left Down End",
        );
        assert!(app.document.parsed.tree.text().starts_with(text));
    }
}
