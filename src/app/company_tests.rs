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
            Milestone(id: "shop", on: "2027-01-01", title: "A second shop", departments: ["hr"]),
            Milestone(id: "queue", on: "2026-10-01", title: "A shorter queue", departments: ["till"]),
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

fn milestone(app: &App) -> Option<String> {
    app.milestone_here().map(|it| it.key.id)
}

#[test]
fn a_company_is_edited_on_its_strategy() {
    let mut app = company();
    press(&mut app, "g y");
    assert_eq!(
        (app.screen, milestone(&app)),
        (Screen::Strategy, Some("queue".into())),
        "what is overdue comes first"
    );
    let text = |app: &App| app.document.parsed.tree.text().to_owned();
    press(&mut app, "t");
    assert!(text(&app).contains("departments: [\"till\"], done: true"));
    assert_eq!(milestone(&app).as_deref(), Some("queue"), "it is kept");
    press(&mut app, "t u u a \"Fair beans\" Enter");
    assert!(text(&app).contains("id: \"fair-beans\""), "{}", text(&app));
    assert_eq!(milestone(&app).as_deref(), Some("fair-beans"));
    press(&mut app, "d u Enter");
    assert_eq!(app.screen, Screen::Inspector);
    assert_eq!(app.page().0.element.as_ref().unwrap().id, "fair-beans");
    press(&mut app, "Esc o");
    assert!(app.was_refused(), "a company has no touchpoints");
    press(&mut app, "u");
    assert_eq!(text(&app), COMPANY);
}

#[test]
fn a_company_without_strategy_gets_its_first_milestone() {
    let bare = "Company(schema: 1, name: \"C\")\n";
    let document = Document::open(bare.as_bytes().to_vec(), context(Neighbour::None));
    let mut app = App::new(Lang::En, document, Some("shop/company.ron".into()));
    press(&mut app, "g y t d Enter");
    assert_eq!(app.document.parsed.tree.text(), bare);
    press(&mut app, "g y a \"First\" Enter");
    assert_eq!(milestone(&app).as_deref(), Some("first"));
    assert!(app.document.parsed.findings.is_empty());
}

#[test]
fn a_journey_reads_the_strategy_and_goes_to_what_a_milestone_touches() {
    let mut app = journey();
    press(&mut app, "g y t a d");
    assert!(app.was_refused());
    assert_eq!(app.document.parsed.tree.text(), SMALL);
    let touched: Vec<String> = app
        .touched_by(app.milestone_here().unwrap().milestone)
        .into_iter()
        .map(|it| it.key.id)
        .collect();
    assert_eq!(touched, ["queue"]);
    press(&mut app, "o");
    assert_eq!(app.screen, Screen::Map);
    assert_eq!(app.touchpoint().unwrap().id, "queue");
    press(&mut app, "g y End o");
    assert!(app.was_refused(), "nobody of that department owns anything");
}

#[test]
fn of_several_touchpoints_one_is_chosen() {
    let mut app = journey();
    let text = SMALL.replace("id: \"till-talk\",", "id: \"till-talk\", owner: \"till\",");
    assert_ne!(text, SMALL);
    app.edit(&Edit::Whole(text));
    press(&mut app, "g y o");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Pick(_))));
    press(&mut app, "Down Enter");
    assert_eq!(app.touchpoint().unwrap().id, "till-talk");
}

#[test]
fn from_the_strategy_one_goes_to_the_milestone_in_the_company_and_back() {
    let mut app = journey();
    let opens = press(&mut app, "g y Down Enter");
    assert_eq!(opens, [Effect::Open("shop/company.ron".into())]);
    let document = Document::open(COMPANY.as_bytes().to_vec(), context(Neighbour::None));
    update::opened(&mut app, "shop/company.ron".into(), Ok(document));
    assert_eq!(
        (app.screen, milestone(&app)),
        (Screen::Strategy, Some("shop".into()))
    );
    let back = press(&mut app, "Esc");
    assert_eq!(back, [Effect::Open("shop/coffee.ron".into())]);
    let document = journey().document;
    update::opened(&mut app, "shop/coffee.ron".into(), Ok(document));
    assert_eq!(
        (app.screen, milestone(&app)),
        (Screen::Strategy, Some("shop".into()))
    );
    press(&mut app, "Esc");
    assert_eq!(app.screen, Screen::Map);
}
