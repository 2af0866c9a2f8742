//! The lists as pictures in text, and printed.

use super::test_journey::{BUSY, CAFE, EMPTY, HOUSE};
use super::{Printed, list_as_text};
use crate::app::look::Look;
use crate::i18n::Lang;
use crate::journey::improvements::CYCLE;
use crate::text::width;
use crate::view::hit::Target;
use crate::view::map::map_as_text;
use crate::view::screen_tests::{drawn, picture};
use crate::view::test_apps::{STAY, app, app_beside};
use crate::view::theme::Theme;
use ratatui::style::{Modifier, Style};

const PROJECTOR: (u16, u16) = (80, 24);
const DESK: (u16, u16) = (200, 60);
const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::De, "de")];

/// Pictures in both languages and sizes.
fn pictures(name: &str, keys: &str) {
    for (lang, tag) in LANGS {
        for size in [PROJECTOR, DESK] {
            let app = app(CAFE, lang, size, keys);
            let name = format!("{name}_{}x{}_{tag}", size.0, size.1);
            insta::assert_snapshot!(name, picture(&app, size));
        }
    }
}

#[test]
fn moments() {
    pictures("moments", "g t");
    pictures("candidates", "g t End");
}

#[test]
fn values_and_promises() {
    pictures("values", "g V ] Right Down");
    pictures("promise", "g V ] End");
}

#[test]
fn departments() {
    pictures("departments", "g e ] Down");
    pictures("handover", "g e Down Down Down");
}

/// The café with improvements in each state.
fn busy() -> String {
    CAFE.replace("    improvements: [", BUSY)
}

#[test]
fn improvements() {
    for (lang, tag) in LANGS {
        for size in [PROJECTOR, DESK, (40, 24)] {
            for (name, keys) in [
                ("improvements", "g b Right Right"),
                ("what_worked", "g b w Down"),
            ] {
                let app = app(&busy(), lang, size, keys);
                let name = format!("{name}_{}x{}_{tag}", size.0, size.1);
                insta::assert_snapshot!(name, picture(&app, size));
            }
        }
        let app = app(&busy(), lang, PROJECTOR, "");
        let text = list_as_text(&app, Printed::Improvements, 80);
        insta::assert_snapshot!(format!("printed_busy_{tag}"), text);
    }
}

#[test]
fn a_click_on_the_board_hits_a_card_or_its_column() {
    let app = app(&busy(), Lang::En, PROJECTOR, "g b");
    let hits = drawn(&app, PROJECTOR, &crate::view::theme::DARK).hits;
    let states = [5, 25, 45, 65].map(|x| hits.at(x, 2).unwrap());
    assert_eq!(states, CYCLE.map(Target::State));
    let cards = [5, 25, 45, 65].map(|x| hits.at(x, 3).unwrap());
    assert_eq!(cards, [0, 2, 3, 5].map(Target::Entry));
}

#[test]
fn strategy() {
    for (lang, tag) in LANGS {
        for size in [PROJECTOR, DESK] {
            let app = app_beside(CAFE, HOUSE, lang, size, "g y Down");
            let name = format!("strategy_{}x{}_{tag}", size.0, size.1);
            insta::assert_snapshot!(name, picture(&app, size));
        }
        let of_company = app(HOUSE, lang, PROJECTOR, "g y End");
        let name = format!("strategy_of_company_80x24_{tag}");
        insta::assert_snapshot!(name, picture(&of_company, PROJECTOR));
        let printed = app_beside(CAFE, HOUSE, lang, PROJECTOR, "");
        for columns in [80, 120] {
            let text = list_as_text(&printed, Printed::Strategy, columns);
            insta::assert_snapshot!(format!("printed_strategy_{columns}_{tag}"), text);
        }
    }
}

#[test]
fn kpis() {
    pictures("kpis", "g k");
    pictures("last_kpi", "g k End");
}

/// The café as its staff live it, with an NPS of the guests beside their own.
fn of_staff() -> String {
    let audience = r#"audience: Employees,
    personas: [Persona(id: "guest", name: "Guest", kind: Customer)],
    reviewed"#;
    let guests = r#"persona: "guest",
                    kpis: [
                        Kpi(
                            id: "guests",
                            metric: Nps,
                            target: (at_least: 20, by: "2026-12-31"),
                            readings: [(on: "2026-09-30", promoters: 38, passives: 19, detractors: 7)],
                        ), // ^guests
                    ],
                    role: FirstContact"#;
    CAFE.replacen("reviewed", audience, 1)
        .replacen("role: FirstContact", guests, 1)
}

#[test]
fn the_nps_of_customers_stands_beside_that_of_employees() {
    for (lang, tag) in LANGS {
        let app = app(&of_staff(), lang, PROJECTOR, "g k");
        insta::assert_snapshot!(format!("staff_80x24_{tag}"), picture(&app, PROJECTOR));
        let text = list_as_text(&app, Printed::Kpis, 80);
        insta::assert_snapshot!(format!("printed_kpis_of_staff_80_{tag}"), text);
    }
    let customers = list_as_text(&app(CAFE, Lang::En, PROJECTOR, ""), Printed::Kpis, 80);
    assert!(!customers.contains("side by side") && !customers.contains("eNPS"));
}

#[test]
fn whose_map_it_is_is_said_wherever_its_title_stands() {
    let text = of_staff().replacen("kpi: \"coffee-csat\"", "kpi: \"nps\"", 1);
    for (lang, whose, nps) in [
        (Lang::En, "Employees", "eNPS"),
        (Lang::De, "Mitarbeitende", "Mitarbeitenden-NPS"),
    ] {
        let map = picture(&app(&text, lang, DESK, ""), DESK);
        let header = map.lines().next().unwrap_or_default();
        assert!(header.contains(&format!("   {whose}")), "{header}");
        let meeting = picture(&app(&text, lang, PROJECTOR, "g M Enter"), PROJECTOR);
        assert!(meeting.contains(&format!(" · {whose} · ")), "{meeting}");
        let app = app(&text, lang, PROJECTOR, "");
        let (journey, context) = (app.journey(), app.document.context());
        let map = map_as_text(journey, &context.neighbour, lang, 80, "2026-11-22");
        let title = format!("Breakfast in the museum café · {whose}\n");
        assert!(map.starts_with(&title), "{map}");
        let improvements = list_as_text(&app, Printed::Improvements, 80);
        assert!(
            improvements.starts_with(&title) && improvements.contains(&format!("  {nps}: ")),
            "{improvements}"
        );
    }
    let customers = picture(&app(CAFE, Lang::En, DESK, ""), DESK);
    assert!(
        !customers.contains("Customers"),
        "the usual goes without saying"
    );
}

#[test]
fn the_nps_of_the_map_it_is_compared_with_stands_beside_too() {
    use crate::app::changes::{Against, Compared, Showing};
    let staff = CAFE.replacen("reviewed", "audience: Employees,\n    reviewed", 1);
    let mut app = app(&staff, Lang::En, PROJECTOR, "");
    let context = app.document.context().clone();
    let compare = |old: &str| {
        let old = crate::journey::read(old.to_owned(), &context);
        Some(Compared::with(
            Against::File("guests.ron".into()),
            old,
            Showing::SideBySide,
        ))
    };
    app.compared = compare(&staff);
    assert_eq!(app.nps_side_by_side(), []);
    app.compared = compare(&CAFE.replacen("Breakfast in", "Guests of", 1));
    let text = list_as_text(&app, Printed::Kpis, 80);
    assert!(
        text.contains("Customers · Guests of the museum café\n  NPS: ")
            && text.contains("Employees · Employee journey\n  eNPS: "),
        "{text}"
    );
}

#[test]
fn findings() {
    pictures("findings", "g f");
    pictures("fixable_finding", "g f Home Down");
}

#[test]
fn notes() {
    pictures("notes", "g n Home Down Down");
}

#[test]
fn lists_without_entries_say_what_to_do() {
    for (keys, en, de) in [
        (
            "g t",
            "m on a touchpoint marks one",
            "m auf einem Berührungspunkt",
        ),
        ("g k", "a adds one", "a fügt der Journey eine hinzu"),
        ("g f", "Nothing to report", "Nichts zu melden"),
        ("g n", "a writes one", "a schreibt eine"),
        ("g b", "a adds one", "a fügt eine hinzu"),
        ("g b w", "w leads back", "w führt zurück"),
        ("g y", "Company(", "keine. Legen Sie dort eine an"),
    ] {
        for ((lang, _), expected) in LANGS.into_iter().zip([en, de]) {
            let picture = picture(&app(EMPTY, lang, PROJECTOR, keys), PROJECTOR);
            assert!(picture.contains(expected), "{picture}");
        }
    }
    let unmarked = STAY.replace(
        "moment_of_truth: (reason: \"First human contact; decides whether the promise holds\"),",
        "",
    );
    let picture = picture(&app(&unmarked, Lang::En, PROJECTOR, "g t"), PROJECTOR);
    assert!(picture.contains("a takes a suggestion"), "{picture}");
}

#[test]
fn printed() {
    for (what, name) in [
        (Printed::Moments, "moments"),
        (Printed::Kpis, "kpis"),
        (Printed::Priorities, "priorities"),
        (Printed::Improvements, "improvements"),
    ] {
        for (lang, tag) in LANGS {
            let app = app(CAFE, lang, PROJECTOR, "");
            for columns in [80, 120] {
                let text = list_as_text(&app, what, columns);
                insta::assert_snapshot!(format!("printed_{name}_{columns}_{tag}"), text);
            }
        }
    }
}

#[test]
fn what_is_printed_keeps_to_its_width_and_loses_no_word() {
    let app = app(CAFE, Lang::De, PROJECTOR, "");
    for what in [
        Printed::Moments,
        Printed::Kpis,
        Printed::Priorities,
        Printed::Improvements,
    ] {
        let words = |columns| {
            let text = list_as_text(&app, what, columns);
            let words = text.replace(['─', '\n'], " ");
            let mut words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            words.sort();
            (text, words)
        };
        let (_, all) = words(99);
        for columns in [40, 60, 80] {
            let (text, words) = words(columns);
            let widest = text.lines().map(width).max();
            assert!(widest <= Some(usize::from(columns)), "{text}");
            assert_eq!(words, all, "{columns}");
        }
    }
}

#[test]
fn an_empty_journey_prints_what_is_missing() {
    let app = app(EMPTY, Lang::En, PROJECTOR, "");
    for (what, expected) in [
        (Printed::Moments, "No Moment of Truth yet"),
        (Printed::Kpis, "No KPI yet"),
        (Printed::Priorities, "No touchpoint yet."),
        (Printed::Improvements, "No improvement yet."),
    ] {
        let text = list_as_text(&app, what, 80);
        assert!(
            text.starts_with("New\n") && text.contains(expected),
            "{text}"
        );
    }
}

#[test]
fn no_control_character_of_a_file_is_printed() {
    let text = CAFE
        .replace("We keep our word", "We\\u{1b}[31m keep")
        .replace("museum café", "\\u{202e}café");
    let app = app(&text, Lang::En, PROJECTOR, "");
    for what in [Printed::Moments, Printed::Kpis] {
        let text = list_as_text(&app, what, 80);
        assert!(
            text.contains("⟦U+202E⟧") && !text.contains(['\u{1b}', '\u{202e}']),
            "{text}"
        );
    }
}

/// The style of the first letter of a text on the screen.
fn style_of(keys: &str, look: Look, text: &str) -> Style {
    let app = app(CAFE, Lang::En, PROJECTOR, keys);
    let buffer = drawn(&app, PROJECTOR, Theme::of(look)).buffer;
    let found = buffer.area.positions().find(|at| {
        let rest = (at.x..PROJECTOR.0).map(|x| buffer[(x, at.y)].symbol());
        rest.collect::<String>().starts_with(text)
    });
    buffer[found.expect(text)].style()
}

#[test]
fn in_every_look_a_finding_stands_out_from_its_advice() {
    for look in [
        Look::Dark,
        Look::Light,
        Look::Contrast,
        Look::Sixteen,
        Look::Mono,
    ] {
        let sentence = style_of("g f End", look, "A00");
        assert!(sentence.add_modifier.contains(Modifier::BOLD), "{look:?}");
    }
}

#[test]
fn marks_look_as_in_the_title_that_counts_them() {
    let look = Look::Dark;
    let title = style_of("g o v", look, "▪ 1");
    let mark = style_of("g o v", look, "▪  ");
    assert_eq!(mark.fg, title.fg);
}

/// A name that both changed, and a touchpoint that one side removed and the other rated anew.
#[test]
fn conflicts() {
    use crate::app::conflicts::{Resolution, Sides, Texts};
    let changed = |from: &str, to: &str, text: &str| {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        changed
    };
    let leave = "                Touchpoint(id: \"leave\", name: \"Leaves through the museum\", emotion: 2),\n";
    let ours = changed("The first coffee", "Coffee in two minutes", CAFE);
    let ours = changed(leave, "", &ours);
    let theirs = changed("The first coffee", "Coffee, with a glass of water", CAFE);
    let theirs = changed("emotion: 2),\n", "emotion: -1),\n", &theirs);
    let texts = Texts {
        base: CAFE.to_owned(),
        ours,
        theirs,
    };
    for (lang, tag) in LANGS {
        for size in [PROJECTOR, DESK] {
            let mut app = app(CAFE, lang, size, "");
            let sides = Sides {
                title: "Merge".to_owned(),
                ours: "main: Shorten the queue".to_owned(),
                theirs: "guests: Ask forty guests what they remember of their arrival".to_owned(),
                of_git: true,
            };
            let resolution = Resolution::of(&texts, sides, app.document.context());
            let (text, resolution) = resolution.expect("a merge");
            crate::app::update::begin(&mut app, text, resolution);
            let name = format!("conflicts_{}x{}_{tag}", size.0, size.1);
            insta::assert_snapshot!(name, picture(&app, size));
        }
    }
}
