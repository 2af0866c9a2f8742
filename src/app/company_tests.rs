//! A company, and a journey that it lends elements to.

use super::effect::Effect;
use super::outline::OutlineOf;
use super::tests::{SMALL, press};
use super::*;
use crate::journey::check::Neighbour;
use crate::journey::{Context, read_bytes};

const COMPANY: &str = r#"#![enable(implicit_some)]
Company(
    schema: 1,
    name: "Coffee & Co",
    strategy: (
        vision: "A cup for everybody",
        milestones: [
            Milestone(id: "shop", on: "2027-01-01", title: "A second shop"),
        ],
    ),
    departments: [
        Department(id: "till", name: "The till of all"),
        Department(id: "hr", name: "People"),
    ],
)
"#;

fn context(neighbour: Neighbour) -> Context {
    let today = jiff::civil::date(2026, 11, 22);
    Context { neighbour, today }
}

fn company() -> App {
    let document = Document::open(COMPANY.as_bytes().to_vec(), context(Neighbour::None));
    App::new(Lang::En, document, Some("shop/company.ron".into()))
}

fn journey() -> App {
    let read = read_bytes(COMPANY.as_bytes().to_vec(), &context(Neighbour::None));
    let neighbour = Neighbour::Company(Box::new(read.company.unwrap()));
    let document = Document::open(SMALL.as_bytes().to_vec(), context(neighbour));
    App::new(Lang::En, document, Some("shop/coffee.ron".into()))
}

#[test]
fn a_company_opens_on_its_outline_and_is_edited_there_and_in_the_inspector() {
    let mut app = company();
    assert_eq!(app.screen, Screen::Outline);
    press(&mut app, "a \"A third shop\" Enter");
    press(&mut app, "g j Down Enter C-a \"Tea\" Enter");
    let text = app.document.parsed.tree.text();
    assert!(
        text.contains("id: \"a-third-shop\"") && text.contains("name: \"Tea\""),
        "{text}"
    );
    press(&mut app, "g m");
    assert_eq!(app.message.as_ref().map(|it| it.tone), Some(Tone::Refused));
    press(&mut app, "Tab Tab Tab");
    assert!(app.screen.is_for_companies());
    press(&mut app, "u u");
    assert_eq!(app.document.parsed.tree.text(), COMPANY);
}

#[test]
fn what_the_company_lends_is_seen_and_not_edited_and_enter_opens_the_company() {
    let mut app = journey();
    press(&mut app, "g o Home Down Down Right");
    let lent = app
        .outline()
        .into_iter()
        .filter(|row| matches!(row.of, OutlineOf::Lent(_)));
    let ids: Vec<String> = lent.filter_map(|row| Some(row.place.element?.id)).collect();
    assert_eq!(ids, ["hr"], "the journey's own till wins");
    press(&mut app, "Down Down Down d a r +");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
    let company = Effect::Open("shop/company.ron".into());
    assert_eq!(press(&mut app, "Enter"), vec![company.clone()]);
    press(&mut app, "g m + g u");
    assert!(
        matches!(app.dialogs.last(), Some(Dialog::Confirm(_))),
        "unsaved changes ask first"
    );
    let effects = press(&mut app, "s");
    assert!(matches!(&effects[..], [Effect::Save { then, .. }] if *then == [company]));
}

#[test]
fn from_the_company_esc_leads_back_to_its_journey() {
    let mut app = journey();
    app.look = Look::Light;
    let document = Document::open(COMPANY.as_bytes().to_vec(), context(Neighbour::None));
    update::opened(&mut app, "shop/company.ron".into(), Ok(document));
    assert_eq!((app.screen, app.look), (Screen::Outline, Look::Light));
    let back = press(&mut app, "Esc");
    assert_eq!(back, [Effect::Open("shop/coffee.ron".into())]);
    update::opened(&mut app, "shop/gone.ron".into(), Err("gone".into()));
    assert_eq!(
        app.path,
        Some("shop/company.ron".into()),
        "what cannot be opened changes nothing"
    );
}
