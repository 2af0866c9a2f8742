//! A journey, and edits of it: the text is always one, and every step goes back and forth.

use touchline::document::Document;
use touchline::document::edit::{Edit, Slot};
use touchline::journey::Parsed;
use touchline::journey::place::{ElementKey, Place};
use touchline::ron_text::CommentSpot;

use super::context;
use super::read::nodes;
use super::supply::{Supply, part};

/// Steps taken at most: each reads the whole text again.
const STEPS: usize = 12;

const FIELDS: [&str; 24] = [
    "id",
    "name",
    "title",
    "stages",
    "touchpoints",
    "kpis",
    "pains",
    "emotion",
    "owner",
    "views",
    "moment_of_truth",
    "reason",
    "target",
    "at_least",
    "readings",
    "on",
    "metric",
    "notes",
    "text",
    "scale",
    "departments",
    "values",
    "schema",
    "unknown",
];

/// Values and items, good and bad.
const VALUES: [&str; 28] = [
    "\"a\"",
    "\"\"",
    "\"two\\nlines\"",
    "r#\"raw \"x\" \"#",
    "5",
    "-2",
    "1e400",
    "99999999999999999999",
    "true",
    "None",
    "Some(3)",
    "Some(\"x\")",
    "Nps",
    "Csat(scale: 5, top: 2)",
    "[]",
    "[\"a\", \"b\"]",
    "[\n    \"a\", // one\n    \"b\",\n]",
    "(reason: \"r\")",
    "(at_least: 80, by: \"2026-10-31\")",
    "(on: \"2026-03-31\", satisfied: 8, responses: 16)",
    "Stage(id: \"s9\", name: \"S\")",
    "Touchpoint(id: \"t9\", name: \"T\")",
    "// above\nTouchpoint(id: \"t8\", name: \"T\") // behind",
    "Kpi(id: \"k9\", metric: Nps)",
    "Note(id: \"n9\", text: \"n\")",
    ")",
    "\"open",
    "1 // c",
];

const COMMENTS: [&str; 6] = ["// c", "/* c */", "// ^t1", "c", "// a\nb", "/* open"];

/// A text, a zero byte, and edits.
pub fn edits(bytes: &[u8]) {
    let (text, rest) = part(bytes);
    let mut document = Document::open(text.to_vec(), context());
    let mut supply = Supply(rest);
    for _ in 0..STEPS {
        let Some(edit) = edit(&document.parsed, &mut supply, true) else {
            break;
        };
        step(&mut document, &edit);
    }
    there_and_back(&mut document, text);
}

fn step(document: &mut Document<()>, edit: &Edit) {
    let before = document.bytes();
    match document.apply(edit, (), ()) {
        Ok(()) if is_whole(edit) => {}
        Ok(()) => {
            let is_good = document.bytes() == before || !document.parsed.is_unreadable();
            assert!(is_good, "{edit:?}");
        }
        Err(_) => assert!(
            document.bytes() == before,
            "a refused edit changed the text"
        ),
    }
}

/// The whole text may be anything.
fn is_whole(edit: &Edit) -> bool {
    match edit {
        Edit::Whole(_) => true,
        Edit::Many(edits) => edits.iter().any(is_whole),
        _ => false,
    }
}

fn there_and_back(document: &mut Document<()>, first: &[u8]) {
    let last = document.bytes();
    while document.undo().is_some() {}
    assert!(document.bytes() == first, "undo of all");
    assert!(!document.is_dirty());
    while document.redo().is_some() {}
    assert!(document.bytes() == last, "redo of all");
}

fn edit(parsed: &Parsed, supply: &mut Supply<'_>, may_nest: bool) -> Option<Edit> {
    Some(match supply.byte()? % 12 {
        0..=2 => Edit::Set {
            place: field(parsed, supply)?,
            value: Some(value(supply)?),
        },
        3 => Edit::Set {
            place: place(parsed, supply)?,
            value: Some(value(supply)?),
        },
        4 => Edit::clear(place(parsed, supply)?),
        5 => Edit::Insert {
            list: field(parsed, supply)?,
            slot: slot(parsed, supply)?,
            item: value(supply)?,
        },
        6 => Edit::Remove {
            item: place(parsed, supply)?,
        },
        7 => Edit::Move {
            item: place(parsed, supply)?,
            list: field(parsed, supply)?,
            slot: slot(parsed, supply)?,
        },
        8 => Edit::ChangeId {
            element: element(parsed, supply)?,
            to: id(supply)?,
        },
        9 => Edit::Comment {
            at: place(parsed, supply)?,
            spot: *supply.pick(&[
                CommentSpot::Above,
                CommentSpot::Behind,
                CommentSpot::Header,
                CommentSpot::End,
            ])?,
            comments: vec![comment(supply)?],
        },
        10 => Edit::Uncomment {
            element: element(parsed, supply),
            comment: comment(supply)?,
        },
        _ if may_nest => Edit::Many((0..2).filter_map(|_| edit(parsed, supply, false)).collect()),
        _ => Edit::Whole(supply.text()?),
    })
}

/// Where some node stands.
fn place(parsed: &Parsed, supply: &mut Supply<'_>) -> Option<Place> {
    let nodes = nodes(parsed);
    Some(match nodes.is_empty() {
        true => Place::root(),
        false => parsed.index.place(*supply.pick(&nodes)?),
    })
}

/// A field of it, there or not.
fn field(parsed: &Parsed, supply: &mut Supply<'_>) -> Option<Place> {
    Some(place(parsed, supply)?.field(supply.pick(&FIELDS)?))
}

fn slot(parsed: &Parsed, supply: &mut Supply<'_>) -> Option<Slot> {
    Some(match supply.byte()? % 3 {
        0 => Slot::First,
        1 => Slot::Last,
        _ => Slot::After(place(parsed, supply)?),
    })
}

fn element(parsed: &Parsed, supply: &mut Supply<'_>) -> Option<ElementKey> {
    let keys: Vec<_> = parsed
        .index
        .elements()
        .map(|(key, _)| key.clone())
        .collect();
    supply.pick(&keys).cloned()
}

/// A value of the table, or one of the fuzzer's own.
fn value(supply: &mut Supply<'_>) -> Option<String> {
    match supply.byte()? {
        at @ 0..224 => Some(VALUES[usize::from(at) % VALUES.len()].to_owned()),
        _ => supply.text(),
    }
}

fn id(supply: &mut Supply<'_>) -> Option<String> {
    match supply.byte()? {
        at @ 0..224 => Some(format!("id-{at}")),
        _ => supply.text(),
    }
}

fn comment(supply: &mut Supply<'_>) -> Option<String> {
    match supply.byte()? {
        at @ 0..224 => Some(COMMENTS[usize::from(at) % COMMENTS.len()].to_owned()),
        _ => supply.text(),
    }
}
