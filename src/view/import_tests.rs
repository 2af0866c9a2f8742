//! The import of survey answers as pictures in text, and on screens of any size.

use super::screen_tests::{DESK, PROJECTOR, THEMES, assert_contrast, drawn, picture};
use super::test_apps::{app, press};
use super::theme::DARK;
use crate::app::App;
use crate::app::import_tests::{answer, found};
use crate::app::update;
use crate::i18n::Lang;
use std::fmt::Write;

const LOUNGE: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "An hour in the lounge",
    stages: [
        Stage(id: "arrive", name: "Arrive", touchpoints: [
            Touchpoint(id: "staff", name: "Welcome by the staff at the door", kpis: [
                Kpi(id: "staff-csat", metric: Csat(scale: 5, top: 2), readings: [
                    (from: "2026-01-01", on: "2026-01-31", satisfied: 9, responses: 12, source: "lounge"),
                    (from: "2026-02-01", on: "2026-02-28", satisfied: 30, responses: 50),
                ]),
            ]),
            Touchpoint(id: "wifi", name: "Wifi"),
        ]),
    ],
)
"#;

/// Ratings of half a year, with what goes wrong in such files.
fn ratings() -> String {
    let mut text = "date,airport,overall,staff,wifi\n".to_owned();
    for day in 1..=90 {
        let (month, of_month) = (1 + day % 6, 1 + day % 28);
        let overall = if day % 12 == 0 { 9 } else { 4 };
        let (staff, wifi) = (1 + day % 5, day % 6);
        let line = writeln!(
            text,
            "2026-0{month}-{of_month:02},Zürich,{overall},{staff},{wifi}"
        );
        line.expect("a line");
    }
    text + "soon,Genf,4,5,5\n2026-03-01,Genf,4,7,5\n2026-03-01,Genf\n2026-03-02,Genf,4,gut,5\n"
}

/// The program that looks at these ratings, after these keys.
fn looking(lang: Lang, size: (u16, u16), keys: &str) -> App {
    let mut app = app(LOUNGE, lang, size, "");
    let (file, text) = ("lounge-2026.csv", ratings());
    let effects = update::survey_found(&mut app, file.as_ref(), Ok(found(file, &text, "")));
    answer(&mut app, effects, &text);
    press(&mut app, keys);
    app
}

fn pictures(name: &str, size: (u16, u16), keys: &str) {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        let app = looking(lang, size, keys);
        let name = format!("{name}_{}x{}_{tag}", size.0, size.1);
        insta::assert_snapshot!(name, picture(&app, size));
    }
}

#[test]
fn import() {
    pictures("import", PROJECTOR, "");
    pictures("import", DESK, "");
}

#[test]
fn columns_and_what_stays_out() {
    pictures("import_columns", PROJECTOR, "PageDown Down Down Down");
}

#[test]
fn readings() {
    pictures("import_readings", PROJECTOR, "End");
}

#[test]
fn what_a_column_is_for() {
    pictures("import_for", PROJECTOR, "PageDown Enter");
}

#[test]
fn counting_and_what_stands_in_the_way() {
    let mut app = looking(Lang::De, PROJECTOR, "");
    // Nobody answers what is asked for here.
    press(&mut app, "Down Enter \"Jahr\" Enter Home");
    update::survey_counting(&mut app, 43);
    insta::assert_snapshot!("import_counting", picture(&app, PROJECTOR));
    let trouble = crate::measure::survey::table::Trouble::UnclearDates("date".into());
    update::survey_counted(&mut app, Err(trouble));
    insta::assert_snapshot!("import_refused", picture(&app, PROJECTOR));
}

#[test]
fn it_fits_any_screen_and_has_contrast() {
    for size in [(1, 1), (9, 4), (30, 10), (115, 30), (116, 30), (300, 90)] {
        for keys in ["", "PageDown", "End", "End Enter", "PageDown Enter"] {
            let app = looking(Lang::De, size, keys);
            for (area, target) in drawn(&app, size, &DARK).hits.iter() {
                assert!(
                    area.right() <= size.0 && area.bottom() <= size.1,
                    "{target:?}"
                );
            }
        }
    }
    for (name, theme, least) in THEMES {
        let app = looking(Lang::En, DESK, "Down");
        assert_contrast(&app, &format!("{name}, import"), theme, least);
    }
}

#[test]
fn a_click_selects_a_column() {
    let mut app = looking(Lang::En, DESK, "");
    let rows = app.import.as_ref().expect("an import").rows();
    let hits = drawn(&app, DESK, &DARK).hits;
    let wifi = crate::app::import::Row::Column("wifi".into());
    let at = rows.iter().position(|it| *it == wifi).expect("a column");
    let is_it = |target: &super::Target| *target == super::Target::Entry(at);
    assert!(hits.iter().any(|(_, target)| is_it(target)));
    update::click(&mut app, update::Click::Entry(at));
    assert_eq!(app.import_row(), Some(wifi));
    update::wheel(&mut app, false);
    assert_ne!(app.lists.cursor(crate::app::Screen::Import).row, at);
}
