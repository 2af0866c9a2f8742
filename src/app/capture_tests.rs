//! Quick add by keys, and what the text says afterwards.

use super::tests::{SMALL, after, press};
use super::*;
use crate::app::input::Input;
use crate::app::update::update;
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::journey::model::Company;

fn names(app: &App) -> Vec<String> {
    let stages = app.journey().stages.iter();
    let name = |stage: &crate::journey::model::Stage| {
        let touchpoints = stage.touchpoints.iter().map(|it| it.name.clone());
        [format!(">{}", stage.name)]
            .into_iter()
            .chain(touchpoints)
            .collect::<Vec<_>>()
    };
    stages.flat_map(name).collect()
}

/// What quick add says of the line being typed.
fn error(app: &App) -> Option<String> {
    app.capture().and_then(|(dialog, _)| dialog.error.clone())
}

fn opened(text: &str, neighbour: Neighbour) -> App {
    let context = Context {
        neighbour,
        today: jiff::civil::date(2026, 11, 22),
    };
    App::new(
        Lang::En,
        Document::open(text.as_bytes().to_vec(), context),
        None,
    )
}

#[test]
fn a_line_is_a_touchpoint_and_the_next_comes_after_it() {
    let (app, text) = after(
        "o \"Menu board @bar #counter !-2 * they choose here\" Enter \"Order at the till @till\" Enter Esc",
    );
    let new = r#"                Touchpoint(
                    id: "menu-board",
                    name: "Menu board",
                    channel: "counter",
                    owner: "bar",
                    emotion: -2,
                    moment_of_truth: (reason: "they choose here"),
                ), // ^menu-board
                Touchpoint(
                    id: "order-at-the-till",
                    name: "Order at the till",
                    owner: "till",
                ), // ^order-at-the-till
"#;
    assert!(text.contains(new), "{text}");
    assert!(
        text.contains("channels: [\n        Channel(id: \"counter\", name: \"counter\"),"),
        "{text}"
    );
    assert_eq!(
        names(&app)[..4],
        [">Order", "Queue", "Menu board", "Order at the till"]
    );
    assert_eq!(
        app.here().map(|it| it.id).as_deref(),
        Some("order-at-the-till")
    );
    assert!(app.dialogs.is_empty());
}

#[test]
fn each_line_is_one_step_of_undo() {
    let (mut app, _) = after("o \"One @neu #neu\" Enter \"Two\" Enter Enter");
    assert_eq!(
        app.message.as_ref().map(|it| it.text.as_str()),
        Some("2 touchpoints added.")
    );
    press(&mut app, "u");
    assert_eq!(
        names(&app),
        [">Order", "Queue", "One", "Talk at the till", ">Drink"]
    );
    press(&mut app, "u");
    assert_eq!(app.document.bytes(), SMALL.as_bytes());
}

#[test]
fn an_empty_stage_gets_its_first_and_the_band_its_last() {
    for (keys, expected) in [
        (
            "End o \"Sip\" Enter \"Sup\" Enter Esc",
            vec![
                ">Order",
                "Queue",
                "Talk at the till",
                ">Drink",
                "Sip",
                "Sup",
            ],
        ),
        (
            "Up o \"Pay\" Enter \"Go\" Enter Esc",
            vec![">Order", "Queue", "Talk at the till", "Pay", "Go", ">Drink"],
        ),
        (
            "g o o \"Last\" Enter Esc",
            vec![">Order", "Queue", "Last", "Talk at the till", ">Drink"],
        ),
        (
            "g o Home o \"End\" Enter Esc",
            vec![">Order", "Queue", "Talk at the till", ">Drink", "End"],
        ),
        (
            "o \">Pay\" Enter \"Cash\" Enter Esc",
            vec![
                ">Order",
                "Queue",
                "Talk at the till",
                ">Pay",
                "Cash",
                ">Drink",
            ],
        ),
    ] {
        let (app, _) = after(keys);
        assert_eq!(names(&app), expected, "{keys}");
    }
}

#[test]
fn a_journey_without_stages_begins_with_one() {
    let mut app = opened(
        "Journey(schema: 1, title: \"A\", stages: [])",
        Neighbour::None,
    );
    press(&mut app, "o \"Arrive\" Enter \"Desk\" Enter Esc");
    assert_eq!(names(&app), [">Arrive", "Desk"]);
    let mut app = opened(
        "Journey(schema: 1, title: \"A\", stages: [])",
        Neighbour::None,
    );
    press(&mut app, "o Backspace \"Desk\" Enter");
    assert!(error(&app).is_some_and(|it| it.contains("no stage yet")));
    assert_eq!(names(&app), [""; 0]);
}

#[test]
fn names_are_found_by_id_by_name_and_by_their_beginning() {
    let company = Company {
        departments: vec![crate::journey::model::Department {
            id: "kueche".into(),
            name: "Küche und Service".into(),
            ..Default::default()
        }],
        ..Company::default()
    };
    for (typed, owner) in [
        ("@bar", "bar"),
        ("@Bar", "bar"),
        ("@ti", "till"),
        ("@\"Till\"", "till"),
        ("@Küche", "kueche"),
        ("@kuch", "kueche"),
        ("@kue", "kueche"),
        ("@\"Ti\"", "ti"),
        ("@neu", "neu"),
        ("@\"Gäste Service\"", "gaeste-service"),
    ] {
        let mut app = opened(SMALL, Neighbour::Company(Box::new(company.clone())));
        press(&mut app, "o \"New \"");
        for letter in typed.chars() {
            update(&mut app, Input::Key(Key::plain(key::Code::Char(letter))));
        }
        press(&mut app, "Enter Esc");
        let new = &app.journey().stages[0].touchpoints[1];
        assert_eq!(new.owner.as_deref(), Some(owner), "{typed}");
        let own = app.journey().departments.len();
        let is_new = matches!(owner, "ti" | "neu" | "gaeste-service");
        assert_eq!(own, if is_new { 3 } else { 2 }, "{typed}");
    }
}

#[test]
fn what_cannot_be_taken_says_why_and_stays_to_be_mended() {
    let two = SMALL.replace("name: \"Till\"", "name: \"Barbers\"");
    for (line, why) in [
        ("Queue !3", "The emotion goes from −2 to +2."),
        (
            "@bar !1",
            "A touchpoint needs a name: type it before the signs.",
        ),
        (">", "> and the name of a new stage."),
        ("!x", "A touchpoint needs a name: type it before the signs."),
        ("@", "A touchpoint needs a name: type it before the signs."),
        ("*", "A touchpoint needs a name: type it before the signs."),
        ("Queue @ba", "“ba” may be Bar or Barbers: type on, or Tab."),
    ] {
        let mut app = opened(&two, Neighbour::None);
        press(&mut app, &format!("o \"{line}\" Enter"));
        assert_eq!(error(&app).as_deref(), Some(why), "{line}");
        assert_eq!(app.document.bytes(), two.as_bytes());
        assert_eq!(app.capture().map(|(it, _)| it.field.value()), Some(line));
        press(&mut app, "Backspace");
        assert_eq!(error(&app), None, "{line}");
    }
}

#[test]
fn tab_completes_and_enter_takes_a_candidate_that_was_gone_to() {
    for (keys, expected) in [
        ("o \"Pay @t\" Tab", "Pay @till "),
        ("o \"Pay @\" Tab", "Pay @bar "),
        ("o \"Pay @\" Down Down Enter", "Pay @till "),
        ("o \"Pay @\" Down Up Down Down Down Tab", "Pay @till "),
        ("o \"@tl now\" Left Left Left Left Tab", "@till now"),
        ("o \"Pay @xyz\" Tab", "Pay @xyz"),
        ("o \"Pay\" Tab Down", "Pay"),
    ] {
        let (app, text) = after(keys);
        let line = app.capture().map(|(dialog, _)| dialog.field.value());
        assert_eq!(line, Some(expected), "{keys}");
        assert_eq!(text, SMALL);
    }
    let (app, _) = after("o \"Pay @t\" Tab \"!1\" Enter");
    assert_eq!(app.journey().stages[0].touchpoints[1].emotion, Some(1));
}

#[test]
fn a_pasted_list_is_that_many_touchpoints_in_one_step() {
    let list = "- Pay @bar !2\n2. Wait @neu\n• Sit @neu #x\n\n>Leave\n– Go !9\n";
    let expected = [
        ">Order", "Queue", "Pay", "Wait", "Sit", ">Leave", "Go !9", ">Drink",
    ];
    for keys in ["", "o"] {
        let (mut app, _) = after("Right d Left");
        press(&mut app, keys);
        update(&mut app, Input::Paste(list.into()));
        press(&mut app, "Esc");
        assert_eq!(names(&app), expected, "{keys}");
        assert_eq!(app.journey().departments.len(), 3);
        press(&mut app, "u u");
        assert_eq!(app.document.bytes(), SMALL.as_bytes());
    }
}

#[test]
fn a_paste_goes_on_from_what_was_typed_and_one_line_is_typed() {
    let (mut app, _) = after("o \"Coffee \"");
    update(&mut app, Input::Paste("to go\nmug".into()));
    assert_eq!(names(&app)[2..4], ["Coffee to go", "mug"]);
    update(&mut app, Input::Paste("Sugar\n".into()));
    assert_eq!(app.capture().map(|(it, _)| it.field.value()), Some("Sugar"));
}

#[test]
fn a_list_pasted_into_a_lane_is_that_many_texts() {
    let (mut app, _) = after("");
    app.map.row = map::Row::Lane(map::Lane::Pains);
    update(
        &mut app,
        Input::Paste("1. Cold\n2) Slow\n3. @bar is loud".into()),
    );
    let pains = &app.journey().stages[0].touchpoints[0].pains;
    assert_eq!(pains[..], ["Cold", "Slow", "@bar is loud"]);
}

#[test]
fn a_list_that_comes_key_by_key_loses_nothing() {
    let (mut app, _) = after("o");
    for number in 0..40 {
        let line = format!("Step {number} @bar\n");
        for letter in line.chars() {
            let key = match letter {
                '\n' if number % 2 == 0 => Key::parse("C-j").unwrap(),
                '\n' => Key::plain(key::Code::Enter),
                letter => Key::plain(key::Code::Char(letter)),
            };
            update(&mut app, Input::Key(key));
        }
    }
    let found = names(&app);
    let steps: Vec<&String> = found.iter().filter(|it| it.starts_with("Step")).collect();
    assert_eq!(steps.len(), 40);
    assert_eq!(found[2], "Step 0");
    assert_eq!(found[41], "Step 39");
}

#[test]
fn an_old_version_and_a_company_take_nothing() {
    let mut app = opened("Company(schema: 1, name: \"Hotel\")", Neighbour::None);
    press(&mut app, "o");
    assert!(app.dialogs.is_empty() && app.message.is_some());
}
