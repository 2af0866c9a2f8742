//! Maps as tables: both orientations, both languages, Markdown and CSV, and that ours come back.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, TagEnd};

use super::mermaid_tests::{outline, parsed, shipped, whys, written};
use super::{Imported, MAX_BYTES, MAX_ELEMENTS, NoMap, Why, import_map, markdown};
use crate::exchange::export::Format;
use crate::exchange::markdown::escaped;
use crate::i18n::Lang;
use crate::journey::finding::Severity;
use crate::journey::model::{Journey, Scale, Touchpoint};
use crate::measure::survey::records::MAX_RECORD;

fn imported(text: &str) -> Imported {
    import_map(text, "untitled").expect("a journey")
}

fn journey(imported: &Imported) -> Journey {
    parsed(&imported.journey).journey
}

/// The only touchpoint.
fn touchpoint(text: &str) -> Touchpoint {
    let mut journey = journey(&imported(text));
    journey.stages.remove(0).touchpoints.remove(0)
}

const ACROSS: &str = "\
# Buying a lamp

| Stage | Look | Buy |
|---|:-:|---|
| Goal | Light at home | A fair price |
| **User actions** | Reads<br>- asks friends | Pays |
| Touchpoints | Website, Shop | Till |
| Emotions 😊 | 4 | 2 – tired of queues |
| Pain points | a \\| b | &lt;none&gt; |
| Responsible | Marketing | [Sales](https://x.example) |
";

#[test]
fn stages_beside_one_another_become_a_journey() {
    let imported = imported(ACROSS);
    assert_eq!(
        outline(&imported),
        "Buying a lamp\n# Look\nWebsite 1\nShop ?\n# Buy\nTill -1"
    );
    assert_eq!(whys(&imported), [(7, Why::AtTheFirst)]);
    let journey = journey(&imported);
    let [look, buy] = &*journey.stages else {
        panic!("{}", imported.journey)
    };
    assert_eq!(look.goal.as_deref(), Some("Light at home"));
    assert_eq!(look.touchpoints[0].actions, ["Reads", "asks friends"]);
    assert_eq!(look.touchpoints[0].pains, ["a | b"]);
    assert_eq!(look.touchpoints[0].owner.as_deref(), Some("marketing"));
    assert_eq!(buy.touchpoints[0].thoughts, ["tired of queues"]);
    assert_eq!(buy.touchpoints[0].pains, ["<none>"]);
    assert_eq!(buy.touchpoints[0].owner.as_deref(), Some("sales"));
}

#[test]
fn the_same_map_lies_either_way_in_markdown_and_in_csv() {
    let rows = [
        [
            "Phase",
            "Kontaktpunkt",
            "Gefühl",
            "Zuständigkeit",
            "Gedanken",
        ],
        ["Suchen", "Website", "+1", "Marketing", "Schön"],
        ["", "Telefon", "-2", "Kundendienst", ""],
        ["Kaufen", "Kasse", "0", "Verkauf", "Endlich"],
    ];
    let down: Vec<Vec<&str>> = rows.iter().map(|it| it.to_vec()).collect();
    let across: Vec<Vec<&str>> = (0..5)
        .map(|at| rows.iter().map(|it| it[at]).collect())
        .collect();
    let markdown = |rows: &[Vec<&str>]| {
        let lines = rows.iter().map(|it| format!("| {} |\n", it.join(" | ")));
        let mut lines: Vec<String> = lines.collect();
        lines.insert(1, format!("{}|\n", "|---".repeat(rows[0].len())));
        lines.concat()
    };
    let csv = |rows: &[Vec<&str>], sign: &str| {
        let lines = rows.iter().map(|it| it.join(sign) + "\r\n");
        lines.collect::<String>()
    };
    let first = imported(&markdown(&down));
    assert_eq!(
        outline(&first),
        "untitled\n# Suchen\nWebsite 1\nTelefon -2\n# Kaufen\nKasse 0"
    );
    for text in [
        markdown(&across),
        csv(&down, ","),
        csv(&across, ","),
        csv(&down, ";"),
        csv(&across, "\t"),
        format!("\u{feff}sep=;\r\n{}", csv(&down, ";")),
        markdown(&down).replace("|---|---|---|---|---|\n", "|--|\n"),
        format!("> {}", markdown(&across).replace('\n', "\n> ")),
    ] {
        let again = imported(&text);
        assert_eq!(again.journey, first.journey, "{text}");
        assert_eq!(whys(&again), [], "{text}");
    }
}

/// Its fields of texts.
fn texts(it: &Touchpoint) -> String {
    let lists = [
        &it.actions,
        &it.thoughts,
        &it.quotes,
        &it.pains,
        &it.opportunities,
    ];
    let scenes = [&it.frontstage, &it.backstage, &it.support];
    let all = lists.into_iter().chain(scenes);
    all.map(|it| it.join("+")).collect::<Vec<_>>().join("|")
}

#[test]
fn words_in_both_languages_find_their_field() {
    for heads in [
        "Touchpoint;Doing;Thinking;Says;Pain points / barriers;Opportunities;Frontstage;Behind the scenes;Systems",
        "Berührungspunkt;Handlungen;Gedanken & Fragen;Zitate;Schmerzpunkte;Chancen und Ideen;Sichtbar;Hinter den Kulissen;Unterstützung",
        "Journey steps;What they do;Customers thoughts;Quotes;Frustrations;Improvements;Employee actions;Back-stage;Support processes (IT)",
        "Schritte:;Kundenaktivitäten;Kundengedanken;O-Ton, Zitat;Probleme;Verbesserungen;Front Stage;Hinter der Bühne;Werkzeuge",
    ] {
        let it = touchpoint(&format!("{heads}\nDesk;a;b;c;d;e;f;g;h\n"));
        assert_eq!(texts(&it), "a|b|c|d|e|f|g|h", "{heads}");
    }
}

#[test]
fn emotions_are_read_as_people_write_them() {
    for (cells, expected) in [
        (["1", "3", "5"], [Some(-2), Some(0), Some(2)]),
        (["−2", "0", "+2"], [Some(-2), Some(0), Some(2)]),
        (["1", "2", "1"], [Some(1), Some(2), Some(1)]),
        (["4/5", "1/5", "2/5"], [Some(1), Some(-2), Some(-1)]),
        (["😡", "😐 fine", "🙂"], [Some(-2), Some(0), Some(1)]),
        (
            ["negativ", "Neutral", "very positive"],
            [Some(-1), Some(0), Some(2)],
        ),
        (["7", "3", "-"], [None, Some(0), None]),
        (["curious", "", "4"], [None, None, Some(1)]),
    ] {
        let rows = cells.iter().enumerate();
        let rows = rows.map(|(at, it)| format!("t{at}\t{it}\tM\n"));
        let text = format!("Touchpoint\tMood\tOwner\n{}", rows.collect::<String>());
        let journey = journey(&imported(&text));
        let emotions = journey.stages[0].touchpoints.iter().map(|it| it.emotion);
        assert_eq!(emotions.collect::<Vec<_>>(), expected, "{cells:?}");
    }
    let wide = imported("Touchpoint,Mood,Owner\na,-4,M\nb,3,M\n");
    assert_eq!(journey(&wide).scale, Scale { min: -4, max: 4 });
    assert_eq!(outline(&wide), "untitled\n# untitled\na -4\nb 3");
}

#[test]
fn what_finds_no_place_is_named_with_its_line() {
    let text = "\
# T
Welcome
<!-- a comment -->
| Feature | Price |
|---|---|
| a | b |

| Stage | Touchpoint | Persona | Importance | Kind | Metrics | Emotion | Goal |
|---|---|---|---|---|---|---|---|
| | lost | | | | | | |
| Look | Web | Ann, 40 | 9 | Ours | CTR | sad | see |
| Look | Shop | | 5 | Brand | | 11 | buy |

| Stage | Touchpoint | Emotion |
|---|---|---|
| Look | Web | 1 |
";
    let imported = imported(text);
    let expected = [
        (2, Why::Prose),
        (4, Why::AnotherTable),
        (8, Why::NoField),
        (10, Why::NoStageAbove),
        (11, Why::OfTheFirst),
        (11, Why::OddNumber),
        (11, Why::NoChoice),
        (11, Why::NoEmotion),
        (12, Why::Twice),
        (12, Why::OddScore),
        (14, Why::AnotherTable),
    ];
    assert_eq!(whys(&imported), expected);
    assert_eq!(outline(&imported), "T\n# Look\nWeb ?\nShop ?");
    let journey = journey(&imported);
    assert_eq!(journey.personas[0].name, "Ann, 40");
    assert_eq!(journey.stages[0].touchpoints[0].thoughts, ["sad"]);
    assert_eq!(journey.stages[0].touchpoints[1].importance, Some(5));
}

#[test]
fn a_row_without_a_name_goes_on_with_the_touchpoint_above_and_a_stage_alone_has_one_of_its_name() {
    let rows = "Stage,Touchpoint,Pains,Owner\nLook,Web,slow,A\n,,loud,B\nBuy,,dear,C\n";
    let imported = imported(rows);
    assert_eq!(outline(&imported), "untitled\n# Look\nWeb ?\n# Buy\nBuy ?");
    assert_eq!(whys(&imported), [(3, Why::Twice)]);
    assert_eq!(
        journey(&imported).stages[0].touchpoints[0].pains,
        ["slow", "loud"]
    );
    let stages = "| | Look | Buy |\n|-|-|-|\n| Feelings | 2 | 4 |\n| Ideas | x | |\n";
    assert_eq!(
        outline(&import_map(stages, "T").expect("a journey")),
        "T\n# Look\nLook -1\n# Buy\nBuy 1"
    );
}

#[test]
fn a_map_in_a_cell_is_a_text() {
    let table = "Stage,Touchpoint,Pains\nLook,Web,\"so:\n| Stage | Touchpoint |\n|---|---|\n| a | b |\n\"\n";
    let diagram =
        "Stage,Touchpoint,Pains\nLook,Web,\"so:\n```mermaid\njourney\nsection a\nb: 1\n```\n\"\n";
    for text in [table, diagram] {
        assert_eq!(outline(&imported(text)), "untitled\n# Look\nWeb ?");
    }
}

#[test]
fn a_bar_above_an_empty_line_is_no_table() {
    assert!(markdown::tables("|\n\n").tables.is_empty());
}

#[test]
fn what_is_no_map_is_none() {
    for text in [
        "",
        "just text",
        "| Name | Owner |\n|---|---|\n| a | b |\n",
        "a,b,c\n1,2,3\n",
        "```\n| Stage | Touchpoint | Emotion |\n|---|---|---|\n| a | b | 1 |\n```\n",
        "{}",
        "{\"Company\": {\"name\": \"x\"}}",
    ] {
        let why = import_map(text, "untitled").expect_err(text);
        assert!(matches!(why, NoMap::NoneFound), "{text}");
    }
    let why = import_map("{\"Journey\": {,}}", "untitled").expect_err("no JSON");
    let NoMap::NoJson(error) = why else {
        panic!("{why}")
    };
    assert_eq!((error.line(), error.column()), (1, 14));
}

#[test]
fn more_than_a_journey_may_hold_is_none() {
    let (open, close) = ("[".repeat(110), "]".repeat(110));
    let numbers = "0,".repeat(160_000);
    for text in [
        " ".repeat(MAX_BYTES) + "journey",
        format!("{{\"Journey\":{{\"stages\":{open}{numbers}0{close}}}}}"),
        "journey\n".to_owned() + &"a:1\n".repeat(MAX_ELEMENTS),
        "journey\n".to_owned() + &"section a\n".repeat(MAX_ELEMENTS + 1),
        "journey\na:1:".to_owned() + &"b,".repeat(MAX_ELEMENTS),
        "Stage,Touchpoint\na,b\n".to_owned() + &",b\n".repeat(MAX_ELEMENTS),
    ] {
        let why = import_map(&text, "untitled").map(|it| it.journey);
        assert!(matches!(why, Err(NoMap::TooLarge)), "{}", text.len());
    }
}

#[test]
fn a_row_that_is_too_long_is_named() {
    let long = "x".repeat(MAX_RECORD);
    let text = format!("Stage,Touchpoint\nLook,a\nLook,\"b\n{long}\"\nLook,c\n");
    let imported = imported(&text);
    assert_eq!(outline(&imported), "untitled\n# Look\na ?\nc ?");
    assert_eq!(whys(&imported), [(4, Why::TooLong)]);
}

/// Everything of touchpoints that a table says, so that two journeys can be compared.
fn said(journey: &Journey) -> Vec<String> {
    let stages = journey.stages.iter();
    let all = stages.flat_map(|stage| stage.touchpoints.iter().map(move |it| (stage, it)));
    let said = all.map(|(stage, it)| {
        let ratings = [it.importance, it.expectation, it.experience, it.emotion];
        let words = (it.kind, it.role, it.evidence, &it.promise);
        let owner = it.owner.as_deref().map(|id| {
            let mut own = journey.departments.iter().filter(|it| it.id == id);
            own.next().map_or(id, |it| &*it.name)
        });
        let moment = it.moment_of_truth.is_some();
        let texts = texts(it);
        format!(
            "{} {} {ratings:?} {words:?} {owner:?} {texts} {moment}",
            stage.name, it.name
        )
    });
    said.collect()
}

#[test]
fn our_tables_come_back_up_to_what_is_reported() {
    for ours in shipped() {
        for lang in [Lang::En, Lang::De] {
            for format in [Format::Csv, Format::Markdown] {
                let again = imported(&written(&ours, format, lang));
                let title = &ours.journey.title;
                for (again, ours) in said(&journey(&again)).iter().zip(said(&ours.journey)) {
                    assert_eq!(*again, ours, "{title} {format:?} {lang:?}");
                }
                assert_eq!(said(&journey(&again)).len(), said(&ours.journey).len());
                let reported = whys(&again);
                let reported = |why| reported.iter().any(|it| it.1 == why);
                assert!(reported(Why::NoField) && !reported(Why::NotUnderstood));
            }
        }
        let again = imported(&written(&ours, Format::Json, Lang::En));
        assert_eq!(journey(&again), ours.journey);
        assert_eq!(whys(&again), []);
    }
}

#[test]
fn inline_marks_mean_what_they_mean_to_a_parser_of_markdown() {
    for cell in [
        "**bold** and *soft* and _soft_ and __bold__",
        "snake_case_name and 2 * 3 * 4",
        "`code *stays*` and ~~gone~~",
        "a \\* b \\| c \\_d\\_",
        "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#x27; &copy",
        "[a link](https://x.example/a_b) and ![a picture](b.png \"t\")",
        "[no link] and (no link)",
        "<https://x.example>",
        "**open and *open",
        "***both*** and **bold *soft* bold**",
        "a<!-- nothing -->b",
        "🙂 Gefühl «gut» – sehr",
    ] {
        let table = format!("| h | i |\n|---|---|\n| {cell} | x |\n");
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let mut expected = String::new();
        for event in
            Parser::new_ext(&table, options).skip_while(|it| *it != Event::End(TagEnd::TableHead))
        {
            match event {
                Event::Text(text) | Event::Code(text) => expected.push_str(&text),
                Event::End(TagEnd::TableCell) => break,
                _ => {}
            }
        }
        let tables = markdown::tables(&table);
        assert_eq!(tables.tables[0].rows[1][0].text, expected, "{cell}");
    }
}

proptest! {
    /// Whatever a cell of ours says is read back.
    #[test]
    fn a_text_in_a_cell_of_ours_is_read_as_it_was(text in "[a-zé \\*_|`~<>&#@!$\\[\\]()\\\\.:;-]{0,24}") {
        let row = format!("| h | i |\n|---|---|\n| {} | x |\n", escaped(&text));
        let tables = markdown::tables(&row);
        let alone = if text.trim() == "-" { "" } else { text.trim() };
        prop_assert_eq!(&tables.tables[0].rows[1][0].text, alone);
    }

    /// Any text is a journey or none, and lines are named that it has.
    #[test]
    fn any_table_is_read_or_refused(
        rows in prop::collection::vec(prop::collection::vec("Stage|Touchpoint|Emotion|Goal|Persona|Owner|Pains|Id|[a-c]{0,3}|-?[0-9]|", 1..5), 1..6),
        is_markdown in any::<bool>(),
    ) {
        let lines: Vec<String> = rows.iter().map(|it| it.join("|")).collect();
        let rule = "-|".repeat(rows[0].len());
        let text = match is_markdown {
            true => format!("{}|\n{rule}\n{}|\n", lines[0], lines[1..].join("|\n")),
            false => lines.join("\n"),
        };
        if let Ok(imported) = import_map(&text, "untitled") {
            let findings = parsed(&imported.journey).findings;
            prop_assert!(findings.iter().all(|it| it.severity() != Severity::Error));
            let count = text.lines().count();
            prop_assert!(imported.unplaced.iter().all(|it| (1..=count).contains(&it.line)));
        }
    }
}
