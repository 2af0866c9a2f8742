//! The Map as a whole: what it looks like, what a click hits, and that nothing makes it fail.

use super::test_journeys::{any_journey, stay};
use super::*;
use crate::app::map::columns;
use crate::app::map::{Lens, PathChoice, Rating, Widths, Zoom};
use crate::journey::model::{Channel, Company, Department, Evidence, Persona, Value, View};
use crate::journey::{self, Context};
use crate::text::width;
use proptest::prelude::*;

const TODAY: &str = "2026-11-22";

fn drawn(
    journey: &Journey,
    state: &MapState,
    lang: Lang,
    theme: &Theme,
    size: (u16, u16),
) -> (Buffer, Vec<Hit>) {
    let columns = columns(journey, &state.lens.path);
    let content = Content {
        journey,
        neighbour: &Neighbour::None,
        errors: &Errors::default(),
        changes: None,
        columns: &columns,
        lens: &state.lens,
        lang,
        today: TODAY,
    };
    let view = MapView {
        content,
        state,
        theme,
        focused: true,
        landing: None,
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let hits = draw(&view, buffer.area, &mut buffer);
    (buffer, hits)
}

fn shown(state: &MapState, lang: Lang, size: (u16, u16)) -> String {
    let (buffer, _) = drawn(&stay(), state, lang, &theme::MONO, size);
    super::text::lines(&buffer).join("\n")
}

fn scrolled(state: MapState, size: (u16, u16)) -> MapState {
    let journey = stay();
    let columns = columns(&journey, &state.lens.path);
    let content = Content {
        journey: &journey,
        neighbour: &Neighbour::None,
        errors: &Errors::default(),
        changes: None,
        columns: &columns,
        lens: &state.lens,
        lang: Lang::En,
        today: TODAY,
    };
    let (first_column, first_lane) = follow(content, &state, Size::new(size.0, size.1));
    MapState {
        first_column,
        first_lane,
        ..state
    }
}

/// Every zoom and width, on both screens and in both languages.
#[test]
fn zooms_and_widths() {
    let state = |zoom, widths| MapState {
        column: 2,
        row: Row::Lane(Lane::Channel),
        zoom,
        widths,
        ..MapState::default()
    };
    for (name, state) in [
        ("journey", state(Zoom::Journey, Widths::Automatic)),
        ("touchpoint", state(Zoom::Touchpoint, Widths::Automatic)),
        ("narrow", state(Zoom::Touchpoints, Widths::Narrow)),
        ("wide", state(Zoom::Touchpoints, Widths::Wide)),
    ] {
        for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
            for size in [(80, 24), (200, 60)] {
                let name = format!("{name}_{}x{}_{tag}", size.0, size.1);
                insta::assert_snapshot!(name, shown(&scrolled(state.clone(), size), lang, size));
            }
        }
    }
}

#[test]
fn a_long_journey_stands_on_one_screen() {
    let state = MapState {
        column: 150,
        zoom: Zoom::Journey,
        ..MapState::default()
    };
    let (buffer, hits) = drawn(&long(300), &state, Lang::En, &theme::MONO, (80, 24));
    insta::assert_snapshot!(super::text::lines(&buffer).join("\n"));
    let row = Row::Lane(Lane::Owner);
    let columns = hits.iter().filter_map(|hit| match hit.target {
        Target::Cell { column, row: at } if at == row => Some((hit.area, column)),
        _ => None,
    });
    let columns: Vec<(Rect, usize)> = columns.collect();
    assert_eq!(columns.len(), 63, "one for each cell");
    assert!(columns.iter().all(|(area, _)| area.width == 1));
    assert!(
        columns.iter().any(|(_, column)| *column == 150),
        "the cursor's"
    );
    assert_eq!((columns[0].1, columns[62].1), (0, 296));
}

#[test]
fn of_touchpoints_in_one_cell_the_worst_shows() {
    let mut journey = long(300);
    let gap_at = |journey: &Journey, x: usize| {
        let state = MapState {
            zoom: Zoom::Journey,
            ..MapState::default()
        };
        let (buffer, _) = drawn(journey, &state, Lang::En, &theme::MONO, (80, 24));
        let lines = super::text::lines(&buffer);
        let gap = lines.iter().find(|line| line.starts_with(" Gap")).unwrap();
        gap.chars().nth(17 + x).unwrap()
    };
    for touchpoint in &mut journey.stages[0].touchpoints {
        touchpoint.experience = Some(3);
    }
    assert_eq!(gap_at(&journey, 0), '=');
    journey.stages[0].touchpoints[3].experience = Some(1);
    assert_eq!(gap_at(&journey, 0), '▒');
    journey.stages[0].touchpoints[2].experience = Some(5);
    assert_eq!(gap_at(&journey, 0), '▒');
}

#[test]
fn the_whole_journey_and_one_touchpoint_can_be_clicked() {
    let state = |zoom| MapState {
        column: 2,
        zoom,
        ..MapState::default()
    };
    let (buffer, hits) = drawn(
        &stay(),
        &state(Zoom::Journey),
        Lang::En,
        &theme::MONO,
        (80, 24),
    );
    let owner = Row::Lane(Lane::Owner);
    let at = |column| text_at(&buffer, &hits, Target::Cell { column, row: owner });
    assert_eq!([at(0), at(1), at(2)], ["sales", "·", "FO ────"]);
    assert_eq!(text_at(&buffer, &hits, Target::Stage(1)), "2 Arrive");
    let (buffer, hits) = drawn(
        &stay(),
        &state(Zoom::Touchpoint),
        Lang::En,
        &theme::MONO,
        (80, 24),
    );
    let cell = |row| text_at(&buffer, &hits, Target::Cell { column: 2, row });
    assert_eq!(cell(Row::Name), "▌        ◆ Check-in at the desk");
    assert_eq!(cell(owner), "Front office");
    assert_eq!(cell(Row::Rating(Rating::Experience)), "●●○○○ 2");
    assert_eq!(
        cell(Row::Lane(Lane::Backstage)),
        "Backstage",
        "it says nothing"
    );
    let ways = hits.iter().filter(|hit| hit.target == Target::Column(3));
    assert_eq!(ways.count(), 2, "the curve and the neighbour");
}

#[test]
fn a_stage_without_touchpoints_has_a_page_too() {
    let state = MapState {
        column: 4,
        zoom: Zoom::Touchpoint,
        ..MapState::default()
    };
    let shown = shown(&state, Lang::En, (80, 24));
    assert!(shown.contains("no touchpoint yet"), "{shown}");
    assert!(shown.contains("3 Stay · 5 of 6"), "{shown}");
}

#[test]
fn on_a_projector_in_english() {
    insta::assert_snapshot!(shown(&MapState::default(), Lang::En, (80, 24)));
}

#[test]
fn on_a_projector_in_german() {
    insta::assert_snapshot!(shown(&MapState::default(), Lang::De, (80, 24)));
}

#[test]
fn the_curves_of_two_personas() {
    let personas = ["miriam".to_owned(), "night".to_owned()];
    let lens = Lens {
        personas: personas.into(),
        ..Lens::default()
    };
    let state = MapState {
        lens,
        ..MapState::default()
    };
    let mut journey = stay();
    let persona = |id: &str, name: &str| Persona {
        id: id.into(),
        name: name.into(),
        ..Persona::default()
    };
    journey.personas = vec![
        persona("miriam", "Miriam, auditor"),
        persona("night", "Night desk"),
    ];
    for (at, stage) in journey.stages.iter_mut().enumerate() {
        for touchpoint in stage.touchpoints.iter_mut().take(1) {
            touchpoint.views.push(View {
                persona: "night".into(),
                emotion: Some(at as i64 - 1),
                evidence: Some(Evidence::Observed),
                ..View::default()
            });
        }
    }
    let (buffer, _) = drawn(&journey, &state, Lang::En, &theme::MONO, (140, 24));
    insta::assert_snapshot!(super::text::lines(&buffer).join("\n"));
}

#[test]
fn on_a_large_screen_in_english() {
    insta::assert_snapshot!(shown(&MapState::default(), Lang::En, (200, 60)));
}

#[test]
fn on_a_large_screen_in_german() {
    insta::assert_snapshot!(shown(&MapState::default(), Lang::De, (200, 60)));
}

#[test]
fn scrolled_to_the_last_cell() {
    let state = MapState {
        column: 5,
        row: Row::Lane(Lane::Notes),
        folded: vec![Lane::Pains, Lane::Kpis],
        hidden: vec![Lane::Values],
        ..MapState::default()
    };
    let size = (80, 24);
    insta::assert_snapshot!(shown(&scrolled(state, size), Lang::En, size));
}

#[test]
fn with_everything_folded() {
    let state = MapState {
        folded: Lane::ALL.to_vec(),
        ..MapState::default()
    };
    insta::assert_snapshot!(shown(&state, Lang::En, (80, 24)));
}

#[test]
fn as_text() {
    insta::assert_snapshot!(map_as_text(&stay(), &Neighbour::None, Lang::En, 80, TODAY));
}

#[test]
fn as_narrow_text() {
    insta::assert_snapshot!(map_as_text(&stay(), &Neighbour::None, Lang::De, 24, TODAY));
}

#[test]
fn what_the_company_lends_is_called_by_its_name_and_own_names_win() {
    let mut journey = stay();
    let touchpoint = &mut journey.stages[0].touchpoints[0];
    touchpoint.channel = Some("lent-channel".into());
    touchpoint.owner = Some("lent-department".into());
    touchpoint.values = vec!["lent-value".into(), "nobodys".into()];
    journey.stages[0].touchpoints[1].owner = Some("own".into());
    journey.departments.push(Department {
        id: "own".into(),
        name: "Our own".into(),
        ..Department::default()
    });
    let neighbour = Neighbour::Company(Box::new(lender()));
    let text = map_as_text(&journey, &neighbour, Lang::En, 120, TODAY);
    for name in [
        "Lent channel",
        "Lent department",
        "Lent value",
        "nobodys",
        "Our own",
    ] {
        assert!(text.contains(name), "{name}: {text}");
    }
    for other in ["lent-", "Hidden"] {
        assert!(!text.contains(other), "{other}: {text}");
    }
}

fn lender() -> Company {
    let department = |id: &str, name: &str| Department {
        id: id.into(),
        name: name.into(),
        ..Department::default()
    };
    Company {
        values: vec![Value {
            id: "lent-value".into(),
            name: "Lent value".into(),
            ..Value::default()
        }],
        departments: vec![
            department("lent-department", "Lent department"),
            department("own", "Hidden"),
        ],
        channels: vec![Channel {
            id: "lent-channel".into(),
            name: "Lent channel".into(),
        }],
        ..Company::default()
    }
}

#[test]
fn text_cuts_nothing_and_leaves_out_what_nobody_filled() {
    let text = map_as_text(&stay(), &Neighbour::None, Lang::En, 60, TODAY);
    assert_eq!(text.matches("Waits").count(), 40);
    assert!(!text.contains('…'));
    assert!(!text.contains("Backstage"));
    assert!(
        text.lines()
            .all(|line| width(line) <= 60 && !line.ends_with(' '))
    );
}

#[test]
fn a_journey_without_stages_says_so_and_what_to_do() {
    for (lang, words) in [
        (Lang::En, "No stage yet: a adds one"),
        (Lang::De, "Noch keine Phase: a fügt eine ein"),
    ] {
        let journey = Journey::default();
        let (buffer, hits) = drawn(&journey, &MapState::default(), lang, &theme::DARK, (40, 2));
        assert_eq!(super::text::lines(&buffer), [words, ""]);
        assert_eq!(hits, []);
        let text = map_as_text(&journey, &Neighbour::None, lang, 40, TODAY);
        assert!(!text.contains(':'), "no key on paper: {text}");
    }
}

#[test]
fn the_cursor_shows_in_every_theme() {
    for theme in [&theme::DARK, &theme::LIGHT, &theme::MONO] {
        for row in [Row::Stage, Row::Name, Row::Lane(Lane::Channel)] {
            let state = MapState {
                row,
                ..MapState::default()
            };
            let (with, hits) = drawn(&stay(), &state, Lang::En, theme, (80, 24));
            let target = match row {
                Row::Stage => Target::Stage(0),
                row => Target::Cell { column: 0, row },
            };
            let cell = hits.iter().find(|hit| hit.target == target).unwrap().area;
            assert_eq!(with[cell.as_position()].symbol(), "▌");
            let inside = (cell.right() - 1, cell.y);
            let elsewhere = MapState {
                row: Row::Lane(Lane::Owner),
                ..MapState::default()
            };
            let (without, _) = drawn(&stay(), &elsewhere, Lang::En, theme, (80, 24));
            assert_ne!(with[inside].style(), without[inside].style(), "{row:?}");
        }
    }
}

#[test]
fn the_whole_band_of_a_stage_shows_its_name_while_scrolled() {
    let state = MapState {
        first_column: 1,
        column: 3,
        ..MapState::default()
    };
    let shown = shown(&state, Lang::En, (80, 24));
    let mut lines = shown.lines();
    let position = lines.next().unwrap();
    assert!(position.starts_with(" 4 of 6 "), "{position}");
    let stages = ["1 Book", "2 Arrive", "3 Stay", "4 Leave"];
    assert!(stages.iter().all(|it| position.contains(it)), "{position}");
    let bands = lines.next().unwrap();
    assert!(
        bands.contains("1 Book") && bands.contains("2 Arrive"),
        "{bands}"
    );
}

/// The line of the position on a screen of this width, and what a click on it hits.
fn position(journey: &Journey, state: &MapState, width: u16) -> (String, Vec<(Rect, usize)>) {
    let (buffer, hits) = drawn(journey, state, Lang::En, &theme::PLAIN, (width, 24));
    let columns = hits.iter().filter_map(|hit| match hit.target {
        Target::Column(column) => Some((hit.area, column)),
        _ => None,
    });
    (super::text::lines(&buffer)[0].clone(), columns.collect())
}

#[test]
fn the_position_shows_window_cursor_and_moments_and_leads_there() {
    let state = MapState {
        widths: Widths::Normal,
        first_column: 2,
        column: 4,
        ..MapState::default()
    };
    let (line, hits) = position(&stay(), &state, 80);
    assert_eq!(
        line,
        " 5 of 6           1 Book ─────────────│━━━━◆ 2 Arrive ━━━━━▌ 3 Stay  │ 4 Leave ─"
    );
    let columns: Vec<usize> = hits.iter().map(|(_, column)| *column).collect();
    assert_eq!(columns, [0, 1, 2, 3, 4, 5]);
    let (area, _) = hits[2];
    assert_eq!((area.x, area.width, area.height), (38, 10, 1));
}

#[test]
fn the_position_is_not_said_where_all_is_in_view() {
    let (line, hits) = position(&stay(), &MapState::default(), 200);
    assert!(line.contains("1 Book ") && hits.is_empty(), "{line}");
    let (_, hits) = drawn(
        &stay(),
        &MapState::default(),
        Lang::En,
        &theme::PLAIN,
        (80, 5),
    );
    assert!(!hits.iter().any(|it| matches!(it.target, Target::Column(_))));
}

/// A journey of so many touchpoints, in stages of ten.
fn long(count: usize) -> Journey {
    let touchpoint = |at: usize| crate::journey::model::Touchpoint {
        id: at.to_string(),
        name: format!("Touchpoint {at}"),
        emotion: Some(at as i64 % 5 - 2),
        expectation: Some(3),
        experience: Some(at as i64 % 4 + 1),
        moment_of_truth: (at % 9 == 4).then(Default::default),
        ..Default::default()
    };
    let stage = |at: usize| crate::journey::model::Stage {
        id: format!("s{at}"),
        name: format!("Stage {at}"),
        touchpoints: (10 * at..count.min(10 * at + 10)).map(touchpoint).collect(),
        ..Default::default()
    };
    Journey {
        stages: (0..count.div_ceil(10)).map(stage).collect(),
        ..Journey::default()
    }
}

#[test]
fn each_stage_of_a_long_journey_has_its_name_or_the_beginning_of_it() {
    let line = |width| position(&long(60), &MapState::default(), width).0;
    let wide = line(150);
    assert!(
        wide.contains("│──────◆ 2 Stage 1 ───│────◆ 3 Stage 2 ─────│"),
        "{wide}"
    );
    let narrow = line(80);
    assert!(narrow.contains("◆Stag…│──◆Stage 1│─◆Stage 2│"), "{narrow}");
    for width in 80..150 {
        let line = line(width);
        assert_eq!(line.matches("Sta").count(), 6, "{line}");
    }
}

#[test]
fn the_position_of_a_very_long_journey_leads_as_near_as_its_cells_do() {
    let state = MapState {
        column: 150,
        ..MapState::default()
    };
    let (line, hits) = position(&long(300), &state, 80);
    assert!(line.starts_with(" 151 of 300 "), "{line}");
    assert_eq!(hits.len(), 63, "one for each cell");
    assert!(hits.windows(2).all(|it| it[0].0.right() == it[1].0.x));
    assert_eq!((hits[0].1, hits[62].1), (0, 296));
}

#[test]
fn evidence_shows_in_sign_and_stroke() {
    let mut journey = stay();
    let mut drawn_with = |evidence: [Option<Evidence>; 2]| {
        let touchpoints = journey.stages[1].touchpoints.iter_mut();
        for (touchpoint, evidence) in touchpoints.zip(evidence) {
            touchpoint.evidence = evidence;
        }
        let state = MapState {
            widths: Widths::Normal,
            first_column: 2,
            ..MapState::default()
        };
        let (buffer, _) = drawn(&journey, &state, Lang::En, &theme::PLAIN, (80, 24));
        let rows = super::text::lines(&buffer)[4..10].join("\n");
        let dots = rows.chars().filter(|sign| ('⠀'..'⣿').contains(sign));
        let set: u32 = dots.map(|sign| (sign as u32 & 0xFF).count_ones()).sum();
        let signs = ['●', '◐', '○'].map(|sign| rows.matches(sign).count() - 1);
        (signs, set)
    };
    // The legend has one of each; of the columns in view, the two of one stage have an emotion.
    let (measured, solid) = drawn_with([Some(Evidence::Measured); 2]);
    let (observed, dashed) = drawn_with([Some(Evidence::Observed); 2]);
    let (assumed, dotted) = drawn_with([Some(Evidence::Assumed); 2]);
    let (unsaid_sign, unsaid) = drawn_with([None; 2]);
    assert_eq!(
        [measured, observed, assumed, unsaid_sign],
        [[2, 0, 0], [0, 2, 0], [0, 0, 2], [0, 0, 2]]
    );
    assert!(
        solid > dashed && dashed > dotted,
        "{solid} {dashed} {dotted}"
    );
    assert_eq!(dotted, unsaid);
    let mut mixed = |one, other| drawn_with([Some(one), Some(other)]).1;
    let weaker = [
        mixed(Evidence::Measured, Evidence::Assumed),
        mixed(Evidence::Assumed, Evidence::Observed),
        mixed(Evidence::Observed, Evidence::Measured),
    ];
    assert_eq!(weaker, [dotted, dotted, dashed], "the weaker end decides");
}

#[test]
fn a_click_hits_what_is_drawn_there() {
    let (buffer, hits) = drawn(
        &stay(),
        &MapState::default(),
        Lang::En,
        &theme::DARK,
        (80, 24),
    );
    let at = |target: Target| hits.iter().find(|hit| hit.target == target).unwrap().area;
    let text = |area: Rect| -> String {
        let cells = (area.left()..area.right()).map(|x| buffer[(x, area.y)].symbol());
        cells.collect::<String>().trim().to_owned()
    };
    assert_eq!(text(at(Target::Stage(0))), "1 Book");
    assert_eq!(text(at(Target::Label(Row::Lane(Lane::Channel)))), "Channel");
    let row = Row::Lane(Lane::Channel);
    assert_eq!(text(at(Target::Cell { column: 0, row })), "Website");
}

/// What stands at a hit, in its first line.
fn text_at(buffer: &Buffer, hits: &[Hit], target: Target) -> String {
    let area = hits.iter().find(|hit| hit.target == target).unwrap().area;
    let row = Rect { height: 1, ..area };
    let cells = row.positions().map(|at| buffer[at].symbol());
    cells.collect::<String>().trim().to_owned()
}

#[test]
fn each_rating_is_a_row_of_its_own_and_the_gap_is_none() {
    let row = Row::Rating(Rating::Expectation);
    let (column, state) = (
        0,
        MapState {
            row,
            ..MapState::default()
        },
    );
    let (buffer, hits) = drawn(&stay(), &state, Lang::En, &theme::MONO, (80, 24));
    let text = |target| text_at(&buffer, &hits, target);
    for (rating, word, dots) in [
        (Rating::Importance, "Importance", "●●●●○ 4"),
        (Rating::Expectation, "Expectation", "▌●●●●○ 4"),
        (Rating::Experience, "Experience", "●●●●○ 4"),
    ] {
        let row = Row::Rating(rating);
        assert_eq!(text(Target::Label(row)), word);
        assert_eq!(text(Target::Cell { column, row }), dots);
    }
    let gap = super::text::lines(&buffer)
        .iter()
        .position(|line| line.starts_with(" Gap"));
    let gap = gap.unwrap() as u16;
    let is_hit = |hit: &Hit| (hit.area.top()..hit.area.bottom()).contains(&gap);
    assert!(!hits.iter().any(is_hit));
}

#[test]
fn in_one_line_the_ratings_show_the_one_under_the_cursor() {
    let shown = |row: Row, lane: Row| {
        let folded = vec![Lane::Ratings];
        let state = MapState {
            row,
            folded,
            ..MapState::default()
        };
        let (buffer, hits) = drawn(&stay(), &state, Lang::De, &theme::MONO, (80, 24));
        let cell = Target::Cell {
            column: 0,
            row: lane,
        };
        [Target::Label(lane), cell].map(|target| text_at(&buffer, &hits, target))
    };
    let experience = Row::Rating(Rating::Experience);
    assert_eq!(shown(Row::Name, experience), ["▸Lücke", "= 0  4 → 4"]);
    let importance = Row::Rating(Rating::Importance);
    assert_eq!(shown(importance, importance), ["▸Wichtigkeit", "▌●●●●○ 4"]);
}

/// A journey as text, with an error of every kind of cell.
const WRONG: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Errors",
    stages: [
        Stage(id: "first", name: "Fine", touchpoints: [
            Touchpoint(id: "twin", name: "The first twin", importance: 3),
        ]),
        Stage(id: "second", name: "Wrong", touchpoints: [
            Touchpoint(
                id: "twin",
                name: "The second twin",
                importance: 6,
                expectation: "very high, said the whole workshop",
                emotion: 7,
                promise: 12,
                moment_of_truth: (kind: First),
                channel: "nowhere",
                pains: ["Waits", 5],
                kpis: [Kpi(id: "k", metric: Nps, target: (by: "2026-12-31"))],
            ),
            Touchpoint(id: "good", name: "Nothing wrong"),
        ]),
    ],
)
"#;

fn with_errors(state: &MapState, size: (u16, u16)) -> Vec<String> {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let parsed = journey::read(WRONG.to_owned(), &context);
    let columns = columns(&parsed.journey, &state.lens.path);
    let content = Content {
        journey: &parsed.journey,
        neighbour: &Neighbour::None,
        errors: &Errors::of(&parsed),
        changes: None,
        columns: &columns,
        lens: &state.lens,
        lang: Lang::En,
        today: TODAY,
    };
    let (theme, focused) = (&theme::MONO, true);
    let view = MapView {
        content,
        state,
        theme,
        focused,
        landing: None,
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    draw(&view, buffer.area, &mut buffer);
    super::text::lines(&buffer)
}

#[test]
fn errors_stand_in_their_cells_and_before_the_names_around_them() {
    let lines = with_errors(&MapState::default(), (80, 60)).join("\n");
    insta::assert_snapshot!(lines);
}

#[test]
fn errors_show_in_folded_lanes_too() {
    let state = MapState {
        folded: Lane::ALL.to_vec(),
        ..MapState::default()
    };
    insta::assert_snapshot!(with_errors(&state, (80, 24)).join("\n"));
}

#[test]
fn errors_are_drawn_in_every_size() {
    for width in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89] {
        for height in [1, 2, 3, 5, 8, 13, 21, 34] {
            with_errors(&MapState::default(), (width, height));
        }
    }
}

#[test]
fn every_size_is_drawn() {
    for width in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 500] {
        for height in [1, 2, 3, 4, 5, 8, 13, 21, 34, 55, 89, 144, 200] {
            let size = (width, height);
            let (buffer, hits) = drawn(&stay(), &MapState::default(), Lang::En, &theme::DARK, size);
            let inside = |hit: &Hit| hit.area.intersection(buffer.area) == hit.area;
            assert!(hits.iter().all(inside), "{size:?}");
        }
    }
}

/// Wide characters, joined emoji and combining marks move nothing: lines between columns stand
/// in the same place in every row, as a terminal counts places.
#[test]
fn hard_texts_do_not_shift_columns() {
    let text = shown(&MapState::default(), Lang::En, (80, 24));
    let places = |line: &str| -> Vec<usize> {
        let before = line.match_indices('│').map(|(at, _)| width(&line[..at]));
        before.collect()
    };
    let rows: Vec<_> = text
        .lines()
        .skip(1)
        .map(places)
        .filter(|it| it.len() == 2)
        .collect();
    assert!(rows.len() > 15, "{rows:?}");
    assert!(rows.iter().all(|row| *row == rows[0]), "{text}");
}

fn any_view() -> impl Strategy<Value = (Zoom, Widths)> {
    let zoom = prop::sample::select(vec![Zoom::Journey, Zoom::Touchpoints, Zoom::Touchpoint]);
    (zoom, prop::sample::select(Widths::ALL.to_vec()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_makes_the_map_fail(
        journey in any_journey(),
        size in (1..130u16, 1..70u16),
        place in (0..9usize, 0..30usize, 0..23usize),
        folded in proptest::collection::vec(0..19usize, 0..4),
        hidden in proptest::collection::vec(0..19usize, 0..19),
        (zoom, widths) in any_view(),
    ) {
        let lanes = |picked: Vec<usize>| picked.into_iter().map(|at| Lane::ALL[at]).collect();
        let state = MapState {
            column: place.0,
            row: MapState::default().rows()[place.2],
            first_column: place.1,
            first_lane: place.1,
            folded: lanes(folded),
            hidden: lanes(hidden),
            zoom,
            widths,
            ..MapState::default()
        };
        let (buffer, hits) = drawn(&journey, &state, Lang::De, &theme::DARK, size);
        for (at, hit) in hits.iter().enumerate() {
            prop_assert_eq!(hit.area.intersection(buffer.area), hit.area);
            let apart = |other: &Hit| !other.area.intersects(hit.area);
            prop_assert!(hits[at + 1..].iter().all(apart), "{:?}", hit);
        }
    }

    #[test]
    fn the_cursor_is_in_view_after_following_it(
        journey in any_journey(),
        size in (24..130u16, 10..70u16),
        place in (0..9usize, 0..30usize, 0..23usize),
        folded in any::<bool>(),
        (zoom, widths) in any_view(),
    ) {
        let columns = columns(&journey, &PathChoice::All);
        prop_assume!(!columns.is_empty());
        let column = place.0 % columns.len();
        let has_lanes = columns[column].touchpoint.is_some() || zoom != Zoom::Touchpoint;
        let row = MapState::default().rows()[if has_lanes { place.2 } else { place.2 % 2 }];
        let folded = if folded { Lane::ALL.to_vec() } else { Vec::new() };
        let mut state = MapState { column, row, first_column: place.1, first_lane: place.1, folded, zoom, widths, ..MapState::default() };
        let content = Content { journey: &journey, neighbour: &Neighbour::None, errors: &Errors::default(), changes: None, columns: &columns, lens: &state.lens, lang: Lang::En, today: TODAY };
        (state.first_column, state.first_lane) = follow(content, &state, Size::new(size.0, size.1));
        let (_, hits) = drawn(&journey, &state, Lang::En, &theme::DARK, size);
        let target = match row {
            Row::Stage => Target::Stage(columns[column].stage),
            row => Target::Cell { column, row },
        };
        prop_assert!(hits.iter().any(|hit| hit.target == target));
    }

    #[test]
    fn any_journey_fits_its_width_as_text(journey in any_journey(), columns in 20..120u16) {
        let text = map_as_text(&journey, &Neighbour::None, Lang::De, columns, TODAY);
        for line in text.lines() {
            prop_assert!(width(line) <= usize::from(columns), "{}", line);
        }
    }
}

/// A journey of two touchpoints that were felt so.
fn felt(emotions: [i64; 2]) -> Journey {
    let mut journey = long(2);
    let touchpoints = journey.stages[0].touchpoints.iter_mut();
    for (touchpoint, emotion) in touchpoints.zip(emotions) {
        *touchpoint = crate::journey::model::Touchpoint {
            id: touchpoint.id.clone(),
            emotion: Some(emotion),
            ..Default::default()
        };
    }
    journey
}

#[test]
fn a_value_never_stands_in_the_row_of_another_without_its_number() {
    for (zoom, height) in [Zoom::Journey, Zoom::Touchpoint]
        .into_iter()
        .flat_map(|zoom| (8..40).map(move |height| (zoom, height)))
    {
        let state = MapState {
            zoom,
            ..MapState::default()
        };
        for low in -2..2 {
            let journey = felt([low, low + 1]);
            let (buffer, _) = drawn(&journey, &state, Lang::En, &theme::PLAIN, (40, height));
            let lines = super::text::lines(&buffer);
            let signs = lines.iter().map(|it| it.matches('○').count()).max();
            assert!(signs < Some(2), "{zoom:?} in {height}: {lines:#?}");
        }
    }
}

#[test]
fn the_whole_journey_says_its_gaps_in_one_way_and_what_its_codes_mean() {
    let mut journey = long(30);
    let owners = ["Front office", "Housekeeping", "Sales and revenue"];
    for (at, touchpoint) in journey
        .stages
        .iter_mut()
        .flat_map(|it| &mut it.touchpoints)
        .enumerate()
    {
        touchpoint.owner = Some(owners[at % 3].to_owned());
    }
    let state = MapState {
        zoom: Zoom::Journey,
        silent: vec![Lane::Quotes, Lane::Pains],
        ..MapState::default()
    };
    let shown = |width| {
        let (buffer, _) = drawn(&journey, &state, Lang::En, &theme::PLAIN, (width, 40));
        super::text::lines(&buffer)
    };
    let lane = |lines: &[String], word: &str| {
        let line = lines.iter().find(|line| line.contains(word));
        line.unwrap_or_else(|| panic!("no {word} in {lines:#?}"))
            .clone()
    };
    let wide = shown(120);
    let gaps = lane(&wide, " Gap ");
    assert!(
        gaps.contains("−2") && gaps.contains("+1") && !gaps.contains(['░', '▒', '▲']),
        "{gaps}"
    );
    let narrow = shown(60);
    let gaps = lane(&narrow, " Gap ");
    assert!(
        gaps.contains("▲▒▒░ =▲") && !gaps.contains(['−', '+']),
        "{gaps}"
    );
    assert!(
        narrow.contains(&" Gap  = 0  ░ −1  ▒ −2  ▓ −3  █ −4  ▲ > 0".to_owned()),
        "{narrow:#?}"
    );
    for lines in [wide, narrow] {
        assert!(
            lines
                .last()
                .is_some_and(|it| it == " Nothing yet  Quotes · Pains"),
            "{lines:#?}"
        );
        let legend = lines.iter().rfind(|line| line.contains("Owner")).unwrap();
        let owner = lane(&lines, "Owner");
        for name in owners {
            let code = legend
                .split("  ")
                .find_map(|it| it.strip_suffix(&format!(" {name}")))
                .unwrap();
            assert_eq!(owner.matches(code).count(), 10, "{code}: {owner}");
        }
    }
}
