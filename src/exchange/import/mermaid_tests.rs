//! Mermaid diagrams: what is read of them, what is reported, and that ours come back.

use jiff::civil::date;

use super::{Imported, Why, import_map};
use crate::exchange::export::{Exported, Format, export};
use crate::i18n::Lang;
use crate::journey::check::Neighbour;
use crate::journey::finding::Severity;
use crate::journey::shape::canonical;
use crate::journey::{Context, Parsed, read};

pub(super) fn parsed(text: &str) -> Parsed {
    let context = Context {
        neighbour: Neighbour::None,
        today: date(2026, 11, 22),
    };
    read(text.to_owned(), &context)
}

fn imported(text: &str) -> Imported {
    import_map(text, "untitled").expect("a journey")
}

/// Title, stages and touchpoints on a line each: `name emotion persona+personas of views`.
pub(super) fn outline(imported: &Imported) -> String {
    let parsed = parsed(&imported.journey);
    let errors = parsed.findings.iter();
    let mut errors = errors.filter(|it| it.severity() != Severity::Advice);
    let error = errors.next();
    assert!(error.is_none(), "{error:?} in {}", imported.journey);
    assert_eq!(canonical(&parsed.tree), imported.journey);
    let mut lines = vec![parsed.journey.title];
    for stage in &parsed.journey.stages {
        lines.push(format!("# {}", stage.name));
        for it in &stage.touchpoints {
            let emotion = it.emotion.map_or("?".to_owned(), |it| it.to_string());
            let views = it.views.iter().map(|view| format!("+{}", view.persona));
            let views: String = views.collect();
            let persona = it.persona.as_deref().unwrap_or_default();
            lines.push(
                format!("{} {emotion} {persona}{views}", it.name)
                    .trim_end()
                    .to_owned(),
            );
        }
    }
    lines.join("\n")
}

pub(super) fn whys(imported: &Imported) -> Vec<(usize, Why)> {
    let unplaced = imported.unplaced.iter();
    unplaced.map(|it| (it.line, it.why)).collect()
}

#[test]
fn a_diagram_becomes_stages_touchpoints_emotions_and_personas() {
    let imported = imported(
        "journey\n    title My day\n    section Go to work\n      Make tea: 5: Me\n      Do work : 1 : Me, Cat\n    section Go home\n      Sit: 3: Cat\n      Sleep: 4\n",
    );
    assert_eq!(
        outline(&imported),
        "My day\n# Go to work\nMake tea 2\nDo work -2 +cat\n# Go home\nSit 0 cat\nSleep 1"
    );
    assert!(imported.unplaced.is_empty(), "{:?}", imported.unplaced);
}

#[test]
fn what_people_write_around_it_is_read_over() {
    for text in [
        "\u{feff}\n\n  JOURNEY  \nTITLE T\nSection A: B\nX: 4\n",
        "---\nconfig: {}\ntitle: \"T\"\n---\n%% note\n%%{init: {\n  'theme': 'dark'\n}}%%\njourney %% here\nsection A: B:\n%% more\n# and more\nX: 4 %% good\n",
        "# Head\n\n```js\njourney\n```\n\n```mermaid\ngraph TD\n```\n```mermaid\njourney\ntitle T\nsection A: B\nX:4\n```\nEnd: 3: Me\n",
        "> 1. quoted\n>    ~~~~ {.mermaid}\n>    journey\n>    title T\n>    section A: B\n>    X: 4\n>    ~~~~\n",
        "::: note\n:::\n::: mermaid\r\njourney\r\ntitle T\r\nsection A: B\r\nX: 4\r\n:::\r\n",
    ] {
        let imported = imported(text);
        assert_eq!(outline(&imported), "T\n# A: B\nX 1", "{text}");
        assert!(imported.unplaced.is_empty(), "{:?}", imported.unplaced);
    }
}

#[test]
fn odd_lines_are_there_or_named() {
    for (line, there, why) in [
        ("X: 0: Me", "\nX ?", &[Why::OddScore][..]),
        ("X: 7", "\nX ?", &[Why::OddScore]),
        ("X: 3.5", "\nX ?", &[Why::OddScore]),
        ("X: -1", "\nX ?", &[Why::OddScore]),
        ("X: Me", "\nX ?", &[Why::OddScore]),
        ("X: : Me", "\nX ?", &[Why::NoScore]),
        ("X", "\nX ?", &[Why::NoScore]),
        ("X: 5: Me: 3", "\nX 2", &[Why::TooMuch]),
        (
            "At 10:30: 4: Me",
            "\nAt 10 ?",
            &[Why::OddScore, Why::TooMuch],
        ),
        (": 5: Me", "", &[Why::NotUnderstood]),
        ("<br>: 5: Me", "", &[Why::NotUnderstood]),
        ("title again", "", &[Why::NotUnderstood]),
        ("accTitle: For ears", "", &[Why::Description]),
        ("accDescr {", "", &[Why::Description]),
        ("🚀 Go<br/>on #35;1: 5: , Me,,Me", "\n🚀 Go on #1 2", &[]),
        (
            "Tell #quot;a#58;b#quot; #nothing; #12: 3",
            "\nTell \"a:b\" #nothing; #12 0",
            &[],
        ),
        ("Call#10;us#x9;now: 3", "\nCall us now 0", &[]),
        ("title: 3", "\ntitle 0", &[]),
    ] {
        let imported = imported(&format!("journey\ntitle T\nsection S\n{line}\n"));
        assert_eq!(outline(&imported), format!("T\n# S{there}"), "{line}");
        let expected: Vec<_> = why.iter().map(|why| (4, *why)).collect();
        assert_eq!(whys(&imported), expected, "{line}");
    }
}

#[test]
fn nothing_is_dropped_in_silence() {
    let imported = imported(
        "```\njourney\nEarly: 5\naccDescr {\n two: 3\n}\nsection S\nLate: 5\n```\n```\njourney\nsection Other\n```\n",
    );
    assert_eq!(
        outline(&imported),
        "untitled\n# untitled\nEarly 2\n# S\nLate 2"
    );
    let described = [4, 5, 6].map(|line| (line, Why::Description));
    let all = [&[(3, Why::NoStage)][..], &described, &[(11, Why::Another)]].concat();
    assert_eq!(whys(&imported), all);
}

#[test]
fn a_text_without_a_journey_holds_none() {
    for text in [
        "",
        "journey",
        "journey\ntitle T\n",
        "graph TD\njourney\nX: 3\n",
        "My journey\nX: 3\n",
        "---\njourney\nX: 3\n",
        "%%{\njourney\nX: 3\n",
        "```mermaid\nsequenceDiagram\n```\njourney\nX: 3\n",
    ] {
        assert!(import_map(text, "untitled").is_err(), "{text}");
    }
}

/// Slow where the same name is looked for again and again.
#[test]
fn many_equal_names_have_ids_of_their_own() {
    let long = "very ".repeat(30);
    let lines = format!("{long}: 3\n旅: 3\na: 3\na-2: 3\n").repeat(3000);
    let imported = imported(&format!("journey\nsection a\n{lines}"));
    let parsed = parsed(&imported.journey);
    assert_eq!(parsed.journey.stages[0].touchpoints.len(), 12000);
    let is_error = |severity| severity == Severity::Error;
    assert!(!parsed.findings.iter().any(|it| is_error(it.severity())));
}

#[test]
fn what_we_gave_out_comes_back() {
    for shipped in shipped() {
        let first = written(&shipped, Format::Mermaid, Lang::En);
        let imported = imported(&first);
        assert!(imported.unplaced.is_empty(), "{:?}", imported.unplaced);
        assert_eq!(given_out(&imported.journey), first);
    }
}

#[test]
fn names_that_look_like_mermaid_come_back() {
    let names = [
        "title: 3",
        "a; b #58; c",
        "%%{init}%%",
        "Section two",
        "```",
        "~~~~",
        "> x",
        "<br>",
        "#",
    ];
    let touchpoints: String = names
        .iter()
        .enumerate()
        .map(|(at, name)| format!("Touchpoint(id: \"t{at}\", name: \"{name}\", emotion: 1),"))
        .collect();
    let text = format!(
        "#![enable(implicit_some)]\nJourney(schema: 1, title: \"%%{{\", stages: [Stage(id: \"s\", name: \"a: b\", touchpoints: [{touchpoints}])])\n"
    );
    let back = parsed(&imported(&given_out(&text)).journey).journey;
    assert_eq!((&*back.title, &*back.stages[0].name), ("%%{", "a: b"));
    let again: Vec<&str> = back.stages[0]
        .touchpoints
        .iter()
        .map(|it| &*it.name)
        .collect();
    assert_eq!(again, names);
}

fn given_out(text: &str) -> String {
    written(&parsed(text), Format::Mermaid, Lang::En)
}

/// What the program writes of a journey.
pub(super) fn written(parsed: &Parsed, format: Format, lang: Lang) -> String {
    let exported = Exported {
        parsed,
        neighbour: &Neighbour::None,
        twin: None,
        lang,
        today: date(2026, 11, 22),
        is_watched: false,
        sheet: Default::default(),
    };
    let export = export(format, exported).expect("text");
    String::from_utf8(export.bytes).expect("UTF-8")
}

/// The journeys that ship.
pub(super) fn shipped() -> Vec<Parsed> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let files = std::fs::read_dir(folder).expect("the folder");
    let text = |entry: std::io::Result<std::fs::DirEntry>| {
        std::fs::read_to_string(entry.expect("an entry").path()).expect("a file")
    };
    let texts = files.map(text).filter(|it| it.contains("\nJourney("));
    let journeys: Vec<Parsed> = texts.map(|it| parsed(&it)).collect();
    assert!(journeys.len() >= 3, "{}", journeys.len());
    journeys
}
