//! Whole screens as pictures in text, and screens of any size in any state.

use super::test_apps::{BROKEN, STAY, app, press};
use super::theme::tests::{SIXTEENS, contrast};
use super::theme::{CONTRAST, DARK, LIGHT, MONO, PLAIN, SIXTEEN};
use super::{HitMap, Target, draw};
use crate::app::App;
use crate::document::plan::PlanError;
use crate::i18n::Lang;
use crate::text::width;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

pub(super) const PROJECTOR: (u16, u16) = (80, 24);
pub(super) const DESK: (u16, u16) = (200, 60);

/// To the page of the second touchpoint, of its KPI, of that one's last reading.
const TOUCHPOINT: &str = "Right Tab";
const KPI: &str = "Right Tab End Enter Enter";
const READING: &str = "Right Tab End Enter Enter Down Down Down Down Down Down Enter Down Enter";

/// A frame: its cells, the cursor, and what a click hits.
pub(super) struct Drawn {
    pub(super) buffer: Buffer,
    cursor: Option<Position>,
    pub(super) hits: HitMap,
}

pub(super) fn drawn(app: &App, size: (u16, u16), theme: &super::theme::Theme) -> Drawn {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
    let mut hits = HitMap::default();
    let frame = terminal.draw(|frame| hits = draw(app, theme, frame));
    let buffer = frame.expect("a frame").buffer.clone();
    let shown = terminal.backend().cursor_visible();
    let cursor = shown.then(|| terminal.get_cursor_position().expect("a cursor"));
    Drawn {
        buffer,
        cursor,
        hits,
    }
}

/// The screen as lines of text; the cursor of the terminal is named below.
pub(super) fn picture(app: &App, size: (u16, u16)) -> String {
    let Drawn { buffer, cursor, .. } = drawn(app, size, &PLAIN);
    let row = |y: u16| {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += width(symbol).max(1) as u16;
        }
        line.trim_end().to_owned()
    };
    let mut lines: Vec<String> = (0..buffer.area.height).map(row).collect();
    lines.extend(cursor.map(|at| format!("cursor: column {}, row {}", at.x, at.y)));
    lines.join("\n")
}

/// A picture in each language.
pub(super) fn pictures(name: &str, text: &str, size: (u16, u16), keys: &str) {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        let app = app(text, lang, size, keys);
        let name = format!("{name}_{}x{}_{tag}", size.0, size.1);
        insta::assert_snapshot!(name, picture(&app, size));
    }
}

#[test]
fn map() {
    pictures("map", STAY, PROJECTOR, "Right");
    pictures("map", STAY, DESK, "Right");
}

#[test]
fn a_change_of_owner_is_marked_in_words_or_with_a_legend() {
    let shown = |text: &str, keys: &str| picture(&app(text, Lang::En, DESK, keys), DESK);
    for (status, sign, word) in [
        ("", "○", "open"),
        (", status: Agreed", "✓", "agreed"),
        (", status: Broken", "╳", "broken"),
    ] {
        let text = STAY.replace("at: \"check-in\"),", &format!("at: \"check-in\"{status}),"));
        let near = shown(&text, "");
        assert!(near.contains(&format!("{sign} Front office")), "{near}");
        assert!(near.contains(&format!("hand-over {word}")), "{near}");
        let whole = shown(&text, "z -");
        assert!(whole.contains(&format!("{sign} Front office")), "{whole}");
        assert!(whole.contains(&format!("{sign} {word}")), "{whole}");
    }
    let missing = shown(
        &STAY.replace("to: \"front-office\", at", "to: \"sales\", at"),
        "z -",
    );
    assert!(missing.contains("? missing"), "{missing}");
}

#[test]
fn a_tiny_footer_offers_the_way_out_and_not_to_delete() {
    for (lang, keys, expected) in [
        (Lang::En, "", " q quit      ? help"),
        (Lang::De, "", " q beenden  ? Hilfe"),
        (Lang::De, "g o", " q beenden  ? Hilfe"),
    ] {
        let size = (20, 6);
        let shown = picture(&app(STAY, lang, size, keys), size);
        assert_eq!(shown.lines().last(), Some(expected));
    }
    for columns in 10..42 {
        let size = (columns, 6);
        let shown = picture(&app(STAY, Lang::De, size, "+"), size);
        let shown = shown.lines().last().unwrap_or_default().to_owned();
        assert!(
            !shown.contains("löschen") || shown.contains("speichern"),
            "{shown}"
        );
    }
}

#[test]
fn touchpoint() {
    pictures("touchpoint", STAY, PROJECTOR, TOUCHPOINT);
    pictures("touchpoint", STAY, DESK, TOUCHPOINT);
}

#[test]
fn unknown_field() {
    pictures("unknown_field", STAY, PROJECTOR, "Tab End");
}

#[test]
fn kpi() {
    pictures("kpi", STAY, PROJECTOR, KPI);
    pictures("kpi", STAY, DESK, KPI);
}

#[test]
fn reading() {
    pictures("reading", STAY, PROJECTOR, READING);
    pictures("reading", STAY, DESK, READING);
}

#[test]
fn list_of_texts() {
    pictures(
        "list_of_texts",
        STAY,
        PROJECTOR,
        "Right Tab PageDown Down Down Down Down Down Down Down Down Enter Down",
    );
}

#[test]
fn field() {
    pictures(
        "field",
        STAY,
        PROJECTOR,
        "Right Tab Down Enter C-a Delete Enter",
    );
    pictures("field", STAY, DESK, "Right Tab Down Enter C-a Delete Enter");
}

#[test]
fn field_of_several_lines() {
    pictures("field_of_several_lines", STAY, PROJECTOR, "Right m");
}

#[test]
fn pick_one() {
    pictures(
        "pick_one",
        STAY,
        PROJECTOR,
        "Right Tab Down Down Down Down Enter Down",
    );
}

#[test]
fn pick_several() {
    pictures(
        "pick_several",
        STAY,
        PROJECTOR,
        "Right Tab PageDown Down Down Down Down Down Down Down Enter \"e\" Space",
    );
    pictures(
        "pick_several",
        STAY,
        DESK,
        "Right Tab PageDown Down Down Down Down Down Down Down Enter \"e\" Space",
    );
}

#[test]
fn confirm() {
    pictures("confirm", STAY, PROJECTOR, "Right d");
    pictures("confirm", STAY, DESK, "Right d");
}

#[test]
fn quit() {
    pictures("quit", STAY, PROJECTOR, "Right + q");
}

#[test]
fn help() {
    pictures("help", STAY, PROJECTOR, "? Down");
    pictures("help", STAY, DESK, "? Down");
}

#[test]
fn unreadable() {
    pictures("unreadable", BROKEN, PROJECTOR, "");
    pictures("unreadable", BROKEN, DESK, "");
}

#[test]
fn message() {
    pictures("message", STAY, PROJECTOR, "Right u");
}

#[test]
fn pending() {
    pictures("pending", STAY, PROJECTOR, "e");
}

#[test]
fn long_pending() {
    pictures("long_pending", STAY, PROJECTOR, "z");
}

#[test]
fn the_row_under_the_cursor_is_marked_without_colours_too() {
    let app = app(STAY, Lang::En, PROJECTOR, TOUCHPOINT);
    let Drawn { buffer, hits, .. } = drawn(&app, PROJECTOR, &MONO);
    let (area, _) = hits
        .iter()
        .find(|(_, target)| *target == Target::Row(0))
        .expect("a row");
    let cell = &buffer[(area.x + 5, area.y)];
    assert!(cell.modifier.contains(ratatui::style::Modifier::REVERSED));
    assert_eq!(buffer[(area.x, area.y)].symbol(), "▌");
}

#[test]
fn clicks_hit_rows_choices_and_answers() {
    let row = app(STAY, Lang::En, PROJECTOR, TOUCHPOINT);
    let hits = drawn(&row, PROJECTOR, &DARK).hits;
    assert_eq!(hits.at(10, 5), Some(Target::Row(0)));
    let pick = app(
        STAY,
        Lang::En,
        PROJECTOR,
        "Right Tab Down Down Down Down Enter",
    );
    let hits = drawn(&pick, PROJECTOR, &DARK).hits;
    let targets: Vec<Target> = hits.iter().map(|(_, target)| *target).collect();
    assert_eq!(targets, [0, 1, 2].map(Target::Choice));
    let quit = app(STAY, Lang::En, PROJECTOR, "Right + q");
    let hits = drawn(&quit, PROJECTOR, &DARK).hits;
    let targets: Vec<Target> = hits.iter().map(|(_, target)| *target).collect();
    assert_eq!(targets, ['s', 'd', 'c'].map(Target::Answer));
}

#[test]
fn a_long_message_takes_the_lines_it_needs() {
    let mut app = app(STAY, Lang::De, PROJECTOR, "");
    let message = crate::i18n::plan_error(Lang::De, &PlanError::NotAsMeant);
    app.refuse(message.clone());
    let picture = picture(&app, PROJECTOR);
    let foot: Vec<&str> = picture.lines().skip(22).map(str::trim).collect();
    assert_eq!(foot.join(" "), format!("! {message}"));
}

#[test]
fn help_can_be_reached_from_every_screen() {
    for keys in ["", "Tab"] {
        for columns in [20, 40, 80, 200] {
            let size = (columns, 24);
            let app = app(STAY, Lang::De, size, keys);
            let picture = picture(&app, size);
            assert!(picture.ends_with("? Hilfe"), "{picture}");
        }
    }
}

#[test]
fn what_the_menu_covers_cannot_be_clicked() {
    let app = app(
        STAY,
        Lang::De,
        PROJECTOR,
        "Down Down Down Down Down Down Down Down z",
    );
    let Drawn { buffer, hits, .. } = drawn(&app, PROJECTOR, &PLAIN);
    let foot = (0..24)
        .find(|y| buffer[(2, *y)].symbol() == "z")
        .expect("a menu");
    assert!(foot < 22, "{foot}");
    for (area, target) in hits.iter() {
        assert!(area.bottom() <= foot, "{target:?}");
    }
}

#[test]
fn no_control_character_of_a_file_reaches_the_screen() {
    let text = STAY.replace("One night", "One\\u{1b}[31m night\\u{202e}");
    let app = app(&text, Lang::En, DESK, "g j");
    let picture = picture(&app, DESK);
    assert!(
        picture.contains("One⟦U+001B⟧[31m night⟦U+202E⟧"),
        "{picture}"
    );
    assert!(!picture.contains('\u{1b}'));
}

#[test]
fn a_value_that_does_not_fit_is_shown_as_it_stands() {
    let app = app(STAY, Lang::En, PROJECTOR, TOUCHPOINT);
    let picture = picture(&app, (80, 60));
    let line = picture
        .lines()
        .position(|line| line.starts_with(" Importance"));
    let lines: Vec<&str> = picture.lines().skip(line.expect("a row")).take(2).collect();
    assert!(lines[0].ends_with("! 9"), "{}", lines[0]);
    assert!(lines[1].trim().starts_with("✗ E105"), "{}", lines[1]);
}

/// The header and the footer of a screen of a projector.
fn rims(text: &str, keys: &str) -> (String, String) {
    let picture = picture(&app(text, Lang::De, PROJECTOR, keys), PROJECTOR);
    let line = |line: Option<&str>| line.unwrap_or_default().to_owned();
    (line(picture.lines().next()), line(picture.lines().last()))
}

#[test]
fn the_footer_offers_what_does_something_here() {
    let (_, foot) = rims(STAY, "");
    assert!(
        foot.contains("m Moment of Truth") && foot.contains("d löschen"),
        "{foot}"
    );
    let (_, foot) = rims(STAY, "Up");
    assert!(
        !foot.contains("m Moment") && foot.contains("d löschen"),
        "{foot}"
    );
    let (_, foot) = rims("Journey(schema: 1, title: \"A\", stages: [])", "");
    assert!(
        !foot.contains("m Moment") && !foot.contains("d löschen"),
        "{foot}"
    );
    let (_, foot) = rims(STAY, "g o v");
    for hint in [
        "d löschen",
        "v markieren",
        "M Phase",
        "f Feld",
        "J verschieben",
    ] {
        assert!(foot.contains(hint), "{hint}: {foot}");
    }
    assert!(foot.contains("Esc aufheben"), "{foot}");
}

#[test]
fn the_file_stays_in_the_header_and_the_title_gives_way() {
    let long = STAY.replace(
        "One night in the city hotel",
        &"Eine sehr lange Überschrift ".repeat(5),
    );
    let (head, _) = rims(&long, "Right +");
    assert!(
        head.contains("… ") && head.contains("● nicht gespeichert"),
        "{head}"
    );
    assert!(head.contains("hotel-stay.ron"), "{head}");
    let app = app(STAY, Lang::En, DESK, "Right +");
    let head = picture(&app, DESK);
    assert!(head.contains("As-is   Ctrl-S save"), "{head}");
}

#[test]
fn a_verdict_of_the_value_alone_says_so_and_why() {
    let kpi = |reading: &str| {
        format!(
            "Journey(schema: 1, title: \"A\", stages: [], kpis: [Kpi(id: \"k\", metric: Churn, \
             target: (at_most: 45), readings: [(on: \"2026-10-31\", {reading})])])"
        )
    };
    for (lang, reading, verdict, why) in [
        (
            Lang::En,
            "value: 41",
            "✓ reached, no\u{a0}interval: ",
            "published without its counts",
        ),
        (
            Lang::De,
            "start: 200, lost: 11, census: true",
            "✓ erreicht, ohne\u{a0}Intervall: ",
            "alle wurden gezählt",
        ),
    ] {
        let board = picture(&app(&kpi(reading), lang, PROJECTOR, "g k"), PROJECTOR);
        assert!(board.contains("✓ "), "{board}");
        let page = picture(&app(&kpi(reading), lang, PROJECTOR, "g k Enter"), PROJECTOR);
        assert!(page.contains(verdict) && page.contains(why), "{page}");
    }
}

#[test]
fn a_long_value_is_wrapped_and_never_cut() {
    let long = "word ".repeat(400);
    let text = STAY.replace("Best price, guaranteed", &long);
    let app = app(&text, Lang::En, PROJECTOR, "Tab");
    let picture = picture(&app, (60, 200));
    assert_eq!(picture.matches("word").count(), 400);
}

/// Keys that lead anywhere, typed texts among them.
fn any_keys() -> impl Strategy<Value = String> {
    let keys = prop::sample::select(vec![
        "Left",
        "Right",
        "Up",
        "Down",
        "Enter",
        "Esc",
        "Tab",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "a",
        "A",
        "s",
        "d",
        "D",
        "y",
        "p",
        "J",
        "K",
        "m",
        "+",
        "-",
        "e",
        "1",
        "5",
        "z",
        "f",
        "h",
        "n",
        "g",
        "i",
        "j",
        "u",
        "C-r",
        "C-s",
        "?",
        "q",
        "F5",
        "v",
        "E",
        "Space",
        ":",
        "/",
        "N",
        "Backspace",
        "Delete",
        "S-Left",
        "C-a",
        "\"日本👨‍👩‍👧\"",
        "\"x\u{202e}y\"",
        "\"2026-10-01\"",
    ]);
    prop::collection::vec(keys, 0..40).prop_map(|keys| keys.join(" "))
}

fn any_text() -> impl Strategy<Value = String> {
    let mangled = (0..STAY.len(), "\\PC{0,3}").prop_map(|(at, junk)| {
        let at = (0..=at).rev().find(|at| STAY.is_char_boundary(*at));
        let (before, after) = STAY.split_at(at.unwrap_or(0));
        format!("{before}{junk}{after}")
    });
    let fixed = [
        "",
        "Journey(schema: 1)",
        BROKEN,
        "Company(schema: 1, name: \"Hotel\")",
    ];
    prop_oneof![
        4 => Just(STAY.to_owned()),
        1 => prop::sample::select(fixed.map(str::to_owned).to_vec()),
        1 => mangled,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_state_fits_any_screen(
        text in any_text(),
        keys in any_keys(),
        size in prop_oneof![(1u16..24, 1u16..12), (1u16..500, 1u16..200)],
        german: bool,
    ) {
        let lang = if german { Lang::De } else { Lang::En };
        let app = app(&text, lang, size, &keys);
        let Drawn { buffer, cursor, hits } = drawn(&app, size, &DARK);
        for (area, target) in hits.iter() {
            prop_assert_eq!(area.intersection(buffer.area), *area, "{:?}", target);
        }
        for (at, (area, target)) in hits.iter().enumerate() {
            let apart = |(other, _): &(_, _)| !area.intersects(*other);
            prop_assert!(hits.iter().skip(at + 1).all(apart), "{:?}", target);
        }
        prop_assert!(cursor.is_none_or(|at| buffer.area.contains(at)));
    }
}

#[test]
fn the_smallest_screens_have_the_cursor_and_a_text() {
    for size in [(1, 1), (3, 2), (20, 5)] {
        let mut app = app(STAY, Lang::De, size, "Tab Down Enter");
        press(&mut app, "\"Wort\"");
        assert!(drawn(&app, size, &DARK).cursor.is_some(), "{size:?}");
    }
    let app = app(STAY, Lang::De, (20, 5), "Tab Down Enter");
    let picture = picture(&app, (20, 5));
    assert!(picture.contains("Name\nthe website"), "{picture}");
}

#[test]
fn outline() {
    pictures("outline", STAY, PROJECTOR, "g o Down Down v Down");
    pictures("outline", STAY, DESK, "g o Down Down v Down");
}

/// Keys that lead to every screen and dialog.
const EVERYWHERE: [&str; 17] = [
    "Right",
    TOUCHPOINT,
    KPI,
    READING,
    "g o v v",
    "g t",
    "g k",
    "g p",
    "g f",
    "g n",
    "g c",
    ": \"check\"",
    "Space",
    "?",
    "Right Tab Down Enter C-a Delete Enter",
    "F5 Enter Right",
    "F5 Enter v Enter - 1 0",
];

/// Themes with colours, and the contrast that text has in them at least.
pub(super) const THEMES: [(&str, &super::theme::Theme, f64); 4] = [
    ("dark", &DARK, 4.5),
    ("light", &LIGHT, 4.5),
    ("contrast", &CONTRAST, 7.0),
    ("16", &SIXTEEN, 4.5),
];

pub(super) fn assert_contrast(app: &App, what: &str, theme: &super::theme::Theme, least: f64) {
    let Drawn { buffer, .. } = drawn(app, DESK, theme);
    for cell in buffer.content() {
        if !cell.symbol().chars().any(char::is_alphanumeric) {
            continue;
        }
        for sixteen in &SIXTEENS {
            let found = contrast(Some(cell.fg), Some(cell.bg), sixteen);
            assert!(found >= least, "{what}: {} has {found:.2}", cell.symbol());
        }
    }
}

#[test]
fn all_text_on_all_screens_has_contrast_in_all_themes() {
    for (name, theme, least) in THEMES {
        for keys in EVERYWHERE {
            let app = app(STAY, Lang::De, DESK, keys);
            assert_contrast(&app, &format!("{name}, {keys}"), theme, least);
        }
    }
}
