//! The history screen with versions that come in: what is told, shown, compared, brought back.

use super::effect::Effect;
use super::history::{Chart, Figures, PastVersion};
use super::tests::{SMALL, press};
use super::update;
use super::*;
use crate::journey::check::Neighbour;
use crate::journey::{Context, read};

fn context() -> Context {
    Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}

fn version(commit: &str, before: Option<&str>, text: &str) -> PastVersion {
    PastVersion {
        commit: commit.to_owned(),
        date: "2026-01-02".to_owned(),
        author: "Ann".to_owned(),
        subject: format!("About {commit}"),
        text: Some(text.into()),
        before: before.map(Into::into),
        figures: Figures::of(&read(text.to_owned(), &context())),
    }
}

/// Three versions: the first, with another emotion, without the stage at the end.
fn texts() -> [String; 3] {
    let rated = SMALL.replace("emotion: 0", "emotion: 2");
    let stage = "        Stage(\n            id: \"drink\",\n            name: \"Drink\",\n        ), // ^drink\n";
    let shorter = rated.replace(stage, "");
    assert_ne!(shorter, rated);
    [SMALL.to_owned(), rated, shorter]
}

fn app() -> App {
    let [first, rated, shorter] = texts();
    let document = Document::open(shorter.clone().into_bytes(), context());
    let mut app = App::new(Lang::En, document, Some("coffee.ron".into()));
    assert_eq!(press(&mut app, "g h"), [Effect::ReadHistory]);
    update::versions(&mut app, vec![version("c3", Some(&rated), &shorter)], None);
    assert!(app.history.as_ref().is_some_and(|it| it.loading));
    let rest = vec![
        version("c2", Some(&first), &rated),
        version("c1", None, &first),
    ];
    update::versions(&mut app, rest, Some(Ok(())));
    app
}

fn told(app: &App) -> Vec<String> {
    let history = app.history.as_ref().expect("a history");
    let subjects = history.told().iter().flat_map(|section| &section.subjects);
    let told = subjects.flat_map(|subject| &subject.told);
    told.map(|told| told.sentence.to_string()).collect()
}

fn text(app: &App) -> String {
    app.document.parsed.tree.text().to_owned()
}

#[test]
fn each_version_tells_what_changed_since_the_one_before() {
    let mut app = app();
    assert_eq!(told(&app).len(), 1, "{:?}", told(&app));
    press(&mut app, "Down");
    assert_eq!(told(&app), ["Emotion: 0 → 2"]);
    press(&mut app, "Down");
    assert_eq!(told(&app), [] as [&str; 0]);
    press(&mut app, "v Home");
    assert_eq!(
        told(&app).len(),
        2,
        "against the marked one: {:?}",
        told(&app)
    );
}

#[test]
fn the_curve_goes_over_all_versions_and_kpis_can_be_chosen() {
    let mut app = app();
    let curve = |app: &App| app.history.as_ref().expect("a history").curve();
    assert_eq!(curve(&app), [Some(0.0), Some(2.0), Some(2.0)]);
    press(&mut app, "c");
    assert_eq!(
        app.history.as_ref().map(|it| it.chart.clone()),
        Some(Chart::Emotion)
    );
    let kpi = SMALL.replace(
        "    stages:",
        "    kpis: [Kpi(id: \"k\", metric: Nps, readings: [(on: \"2026-01-01\", promoters: 6, passives: 2, detractors: 2)])],\n    stages:",
    );
    update::versions(&mut app, vec![version("c0", None, &kpi)], None);
    if let Some(history) = &mut app.history {
        history.versions.reverse();
    }
    press(&mut app, "c");
    assert_eq!(curve(&app), [None, None, None, Some(40.0)]);
}

#[test]
fn an_old_version_is_only_read_and_the_journey_waits_as_it_was() {
    let mut app = app();
    press(&mut app, "g m - g h");
    update::versions(
        &mut app,
        texts()
            .iter()
            .map(|text| version("c", None, text))
            .collect(),
        Some(Ok(())),
    );
    let mine = text(&app);
    press(&mut app, "Home Enter");
    assert_eq!((text(&app), app.screen), (SMALL.to_owned(), Screen::Map));
    press(&mut app, "+");
    assert_eq!(text(&app), SMALL, "nothing can be changed");
    assert!(press(&mut app, "C-s").is_empty());
    assert!(press(&mut app, "q").is_empty());
    assert_eq!((text(&app), app.screen), (mine.clone(), Screen::History));
    press(&mut app, "u");
    assert_ne!(text(&app), mine, "undo is still there");
}

#[test]
fn what_was_lost_is_brought_back_as_one_step() {
    let mut app = app();
    press(&mut app, "End b");
    let Some(dialog::Dialog::Pick(dialog)) = app.dialogs.last() else {
        panic!("a list to pick from")
    };
    let labels: Vec<&str> = dialog.choices.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["Touchpoint “Queue” › Emotion: 0", "Stage “Drink”"]);
    press(&mut app, "Down Enter");
    let expected = SMALL.replace("emotion: 0", "emotion: 2");
    assert_eq!(text(&app), expected);
    press(&mut app, "u");
    assert_eq!(text(&app), texts()[2]);
}

#[test]
fn without_versions_the_screen_says_why() {
    let document = Document::open(SMALL.as_bytes().to_vec(), context());
    let mut app = App::new(Lang::En, document, Some("coffee.ron".into()));
    press(&mut app, "g h");
    update::versions(&mut app, Vec::new(), Some(Err("no git".to_owned())));
    let why = app.history.as_ref().and_then(|it| it.why_not.clone());
    assert_eq!(why.as_deref(), Some("no git"));
    assert!(press(&mut app, "Enter").is_empty() && press(&mut app, "b").is_empty());
}
