//! Marks of what changed against another version, and the values that stood there.

use super::changes::{Against, Mark, Showing};
use super::effect::Effect;
use super::tests::{SMALL, press};
use super::update;
use super::*;
use crate::journey::Context;
use crate::journey::check::Neighbour;

fn app() -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let document = Document::open(SMALL.as_bytes().to_vec(), context);
    let mut app = App::new(Lang::En, document, Some("coffee.ron".into()));
    assert_eq!(
        press(&mut app, "g d"),
        [Effect::Compare(revision("HEAD"), Showing::Marks)]
    );
    update::compared(
        &mut app,
        revision("HEAD"),
        Showing::Marks,
        Ok(SMALL.as_bytes().to_vec()),
    );
    app
}

fn revision(name: &str) -> Against {
    Against::Revision(name.to_owned())
}

fn key(id: &str) -> ElementKey {
    ElementKey::new(Kind::Touchpoint, id)
}

fn mark(app: &App, id: &str) -> Option<Mark> {
    app.compared
        .as_ref()
        .expect("a comparison")
        .mark_of(&key(id))
}

#[test]
fn marks_follow_each_edit_and_undo() {
    let mut app = app();
    assert_eq!(mark(&app, "queue"), None);
    press(&mut app, "+");
    assert_eq!(mark(&app, "queue"), Some(Mark::Changed));
    let compared = app.compared.as_ref().expect("a comparison");
    assert!(compared.is_changed(&key("queue"), "emotion"));
    assert!(!compared.is_changed(&key("queue"), "name"));
    let emotion = Place::of(key("queue")).field("emotion");
    assert_eq!(app.was(&emotion).as_deref(), Some("HEAD: 0"));
    press(&mut app, "u");
    assert_eq!(mark(&app, "queue"), None);
    assert_eq!(app.was(&emotion), None);
}

#[test]
fn new_and_moved_touchpoints_have_their_own_sign() {
    let mut app = app();
    press(&mut app, "a \"Pick up\" Enter");
    assert_eq!(mark(&app, "pick-up"), Some(Mark::New));
    let name = Place::of(key("pick-up")).field("name");
    assert_eq!(app.was(&name), None, "what is new was nothing before");
    press(&mut app, "Home J J");
    let moved = ["queue", "pick-up", "till-talk"].map(|id| mark(&app, id));
    assert!(moved.contains(&Some(Mark::Moved)), "{moved:?}");
}

#[test]
fn a_kpi_of_a_touchpoint_is_a_change_in_it_and_in_its_lane() {
    let mut app = app();
    let kpis = Place::of(key("queue")).field("kpis");
    let edit = Edit::value(kpis, "[Kpi(id: \"wait\", metric: Nps)]");
    assert!(app.edit(&edit));
    assert_eq!(mark(&app, "queue"), Some(Mark::Changed));
    let compared = app.compared.as_ref().expect("a comparison");
    assert!(compared.is_changed(&key("queue"), "kpis"));
}

#[test]
fn the_marks_go_with_the_key_that_brought_them_and_another_revision_can_be_named() {
    let mut app = app();
    assert!(press(&mut app, "g d").is_empty());
    assert!(app.compared.is_none());
    let effects = press(&mut app, "g D C-u \"main~2\" Enter");
    assert_eq!(
        effects,
        [Effect::Compare(revision("main~2"), Showing::Marks)]
    );
    update::compared(
        &mut app,
        revision("main~2"),
        Showing::Marks,
        Err("no such commit".to_owned()),
    );
    assert!(app.compared.is_none());
}
