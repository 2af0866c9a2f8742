//! What is printed: the same bytes each time, all stages on pages, no picture that no machine can
//! hold. That texts stay texts is asked of readers of PDF in `tests/print.rs`.

use super::*;
use crate::exchange::export::{Paper, Sheet, Stages};
use crate::journey::check::Neighbour;
use crate::journey::{Context, Parsed, read};
use jiff::civil::date;
use resvg::tiny_skia::Pixmap;

const HOTEL: &str = include_str!("../../../journeys/hotel-stay.ron");

fn parsed(text: &str) -> Parsed {
    let neighbour = Neighbour::None;
    let today = date(2026, 11, 23);
    read(text.to_owned(), &Context { neighbour, today })
}

fn exported<'e>(parsed: &'e Parsed, paper: Paper, stages: Stages<'e>) -> Exported<'e> {
    Exported {
        parsed,
        neighbour: &Neighbour::None,
        twin: None,
        lang: Lang::De,
        today: date(2026, 11, 23),
        is_watched: false,
        sheet: Sheet { paper, stages },
    }
}

/// A journey of stages with so many touchpoints each.
fn long(stages: usize, touchpoints: usize) -> Parsed {
    let touchpoint = |stage: usize, at: usize| {
        format!("Touchpoint(id: \"t{stage}-{at}\", name: \"Step {stage}/{at}\", emotion: 1),")
    };
    let stage = |stage: usize| {
        let all: String = (0..touchpoints).map(|at| touchpoint(stage, at)).collect();
        format!("Stage(id: \"s{stage}\", name: \"S\", touchpoints: [{all}]),")
    };
    let stages: String = (0..stages).map(stage).collect();
    parsed(&format!(
        "#![enable(implicit_some)]\nJourney(schema: 1, title: \"Long\", stages: [{stages}])"
    ))
}

fn pages_in(pdf: &[u8]) -> usize {
    String::from_utf8_lossy(pdf)
        .matches("/Type /Page\n")
        .count()
}

#[test]
fn the_same_journey_gives_the_same_bytes() {
    let hotel = parsed(HOTEL);
    let given = || exported(&hotel, Paper::A4, Stages::Each);
    assert_eq!(pdf(&given(), Part::Map), pdf(&given(), Part::Map));
    assert_eq!(png(&given(), Part::Map), png(&given(), Part::Map));
}

#[test]
fn a_journey_has_the_pages_it_needs_and_a_stage_its_own() {
    let (hotel, long) = (parsed(HOTEL), long(20, 15));
    for (journey, part, paper, stages, expected) in [
        (&hotel, Part::Map, Paper::A4, Stages::All, 1),
        (&hotel, Part::Map, Paper::A3, Stages::Each, 6),
        (&hotel, Part::Curve, Paper::Slide, Stages::One("book"), 1),
        (&hotel, Part::Priorities, Paper::A4, Stages::All, 1),
        (&long, Part::Map, Paper::A4, Stages::All, 10),
        (&long, Part::Curve, Paper::A4, Stages::All, 10),
        (&parsed(""), Part::Map, Paper::A4, Stages::All, 1),
        (&parsed(""), Part::Moments, Paper::A4, Stages::Each, 1),
    ] {
        let made = pdf(&exported(journey, paper, stages), part).expect("a document");
        assert_eq!(pages_in(&made.bytes), expected, "{part:?} {stages:?}");
    }
}

#[test]
fn a_picture_has_the_shape_of_its_paper() {
    let hotel = parsed(HOTEL);
    for (paper, size) in [(Paper::Slide, (3200, 1800)), (Paper::A4, (3200, 2262))] {
        let made = png(&exported(&hotel, paper, Stages::All), Part::Map).expect("a picture");
        let map = Pixmap::decode_png(&made.bytes).expect("a picture");
        assert_eq!((map.width(), map.height()), size);
    }
}

#[test]
fn a_picture_that_no_machine_can_hold_is_refused() {
    let made = png(
        &exported(&long(400, 15), Paper::Slide, Stages::All),
        Part::Map,
    );
    assert!(
        matches!(made, Err(Unprintable::TooLarge(1600, _))),
        "{made:?}"
    );
}

#[test]
fn letters_without_a_sign_are_named() {
    let journey = parsed("Journey(schema: 1, title: \"Zürich 東京 – Bärli…\", stages: [])");
    let made = pdf(&exported(&journey, Paper::A4, Stages::All), Part::Map).expect("a document");
    let last = made.left_out.last().expect("a sentence");
    assert!(last.contains("für 京 東:"), "{last}");
    let hotel = parsed(HOTEL);
    let made = pdf(&exported(&hotel, Paper::A4, Stages::All), Part::Map).expect("a document");
    assert_eq!(made.left_out.len(), 1);
}
