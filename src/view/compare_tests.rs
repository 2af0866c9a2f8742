//! The comparison as pictures in text, and what a click on its chart hits.

use super::Target;
use super::screen_tests::{DESK, PROJECTOR, THEMES, assert_contrast, drawn, picture};
use super::test_apps::{STAY, app, press};
use super::theme::DARK;
use crate::app::changes::{Against, Showing};
use crate::app::{App, Screen, update};
use crate::i18n::Lang;

/// The same journey as it is to be: one touchpoint new, one gone, one moved, and better numbers.
fn to_be() -> String {
    let kiosk = "Touchpoint(id: \"kiosk\", name: \"Takes the key at the kiosk\", emotion: 2), ";
    let text = STAY
        .replace("state: AsIs", "state: ToBe")
        .replace("One night in the city hotel", "One night, and no queue")
        .replace("emotion: -2,", "emotion: 1,")
        .replace("experience: 2,", "experience: 4,")
        .replace("\"Queues after 21:00\",", "\"Has a key already\",")
        .replace("satisfied: 90, responses: 166", "satisfied: 150, responses: 166")
        .replace(
            "Stage(id: \"leave\", name: \"Leave\"),",
            "Stage(id: \"leave\", name: \"Leave\", touchpoints: [Touchpoint(id: \"bill\", name: \"The bill\", emotion: 0)]),",
        );
    let at = text
        .find("                Touchpoint(\n                    id: \"check-in\"")
        .expect("it");
    format!("{}{kiosk}{}", &text[..at], &text[at..])
}

fn comparing(text: &str, with: &str, against: Against, lang: Lang, size: (u16, u16)) -> App {
    let mut app = app(text, lang, size, "Right");
    let other = Ok(with.as_bytes().to_vec());
    update::compared(&mut app, against, Showing::SideBySide, other);
    app
}

fn twin() -> Against {
    Against::File("journeys/hotel-stay-to-be.ron".into())
}

#[test]
fn as_is_and_to_be() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        for size in [PROJECTOR, DESK] {
            let app = comparing(STAY, &to_be(), twin(), lang, size);
            let name = format!("compare_{}x{}_{tag}", size.0, size.1);
            insta::assert_snapshot!(name, picture(&app, size));
        }
    }
}

#[test]
fn two_revisions_with_one_sort_alone() {
    let against = Against::Revision("main~3".to_owned());
    let mut app = comparing(&to_be(), STAY, against, Lang::De, PROJECTOR);
    press(&mut app, "f End");
    insta::assert_snapshot!("compare_revision_80x24_de", picture(&app, PROJECTOR));
}

#[test]
fn without_a_comparison_or_a_difference_the_screen_says_so() {
    let alike = comparing(STAY, STAY, twin(), Lang::En, PROJECTOR);
    let alike = picture(&alike, PROJECTOR);
    assert!(alike.contains("The two say the same."), "{alike}");
    let mut none = comparing(STAY, STAY, twin(), Lang::De, PROJECTOR);
    press(&mut none, "g d");
    let none = picture(&none, PROJECTOR);
    assert!(none.contains("Noch wird nichts verglichen"), "{none}");
}

#[test]
fn a_click_on_a_column_selects_what_differs_there() {
    let size = PROJECTOR;
    let mut app = comparing(STAY, &to_be(), twin(), Lang::En, size);
    let hits = drawn(&app, size, &DARK).hits;
    let columns: Vec<usize> = hits
        .iter()
        .filter_map(|(area, target)| match target {
            Target::Entry(entry) if area.height > 3 && area.y < 8 => Some(*entry),
            _ => None,
        })
        .collect();
    assert_eq!(columns.len(), 3, "the website is as it was: {columns:?}");
    let mut seen = Vec::new();
    for entry in columns {
        update::click(&mut app, update::Click::Entry(entry));
        seen.push(app.touchpoint_compared().expect("a touchpoint").id);
    }
    assert_eq!(seen, ["kiosk", "check-in", "bill"]);
    assert_eq!(app.screen, Screen::Compare);
}

#[test]
fn it_fits_any_screen() {
    let mut app = comparing(&to_be(), STAY, twin(), Lang::De, PROJECTOR);
    press(&mut app, "End");
    for columns in (1..90).step_by(7).chain([139, 140, 300]) {
        for rows in (1..40).step_by(3).chain([60, 100]) {
            let drawn = drawn(&app, (columns, rows), &DARK);
            let area = drawn.buffer.area;
            let mut hits = drawn.hits.iter();
            assert!(
                hits.all(|(hit, _)| area.intersection(*hit) == *hit),
                "{area}"
            );
        }
    }
}

#[test]
fn its_text_has_contrast_in_all_themes() {
    for (name, theme, least) in THEMES {
        let app = comparing(STAY, &to_be(), twin(), Lang::De, DESK);
        assert_contrast(&app, name, theme, least);
    }
}

#[test]
fn a_header_counts_no_differences_that_there_are_none_of() {
    let against = Against::Revision("HEAD".to_owned());
    let mut app = comparing(STAY, STAY, against.clone(), Lang::En, DESK);
    press(&mut app, "g m");
    assert!(!picture(&app, DESK).contains("HEAD"));
    let other = Ok(STAY.as_bytes().to_vec());
    update::compared(&mut app, against, Showing::Marks, other);
    assert!(picture(&app, DESK).contains("HEAD: 0"), "marks are on");
}

/// A journey of so many touchpoints, all felt so.
fn many(count: usize, emotion: i64) -> String {
    let touchpoint =
        |at: usize| format!("Touchpoint(id: \"t{at}\", name: \"T{at}\", emotion: {emotion})");
    let all: Vec<String> = (0..count).map(touchpoint).collect();
    format!(
        "Journey(schema: 1, title: \"M\", stages: [Stage(id: \"s\", name: \"S\", touchpoints: [{}])])",
        all.join(", ")
    )
}

#[test]
fn the_chart_says_how_many_touchpoints_are_beyond_its_edges() {
    let mut app = comparing(&many(60, 1), &many(60, -1), twin(), Lang::En, PROJECTOR);
    let says = |app: &App, words: &str| {
        let picture = picture(app, PROJECTOR);
        assert!(picture.contains(words), "{words}: {picture}");
    };
    says(&app, " 38 › ");
    for _ in 0..30 {
        press(&mut app, "n");
    }
    says(&app, " ‹ 20  18 › ");
    press(&mut app, "End");
    says(&app, " ‹ 38 ");
}

#[test]
fn many_touchpoints_are_shown_in_part_with_the_selected_one() {
    let mut app = comparing(&many(60, 1), &many(60, -1), twin(), Lang::En, PROJECTOR);
    for row in 0..60 {
        let hits = drawn(&app, PROJECTOR, &DARK).hits;
        let in_chart = |(area, target): &(ratatui::layout::Rect, Target)| {
            area.height > 3 && *target == Target::Entry(row)
        };
        assert!(hits.iter().any(in_chart), "{row}");
        press(&mut app, "n");
    }
}
