//! Each code on files: the smallest that gives it, at which place, and one that nearly does.

use std::path::PathBuf;

use jiff::civil::{Date, date};
use touchline::i18n::explain::explain;
use touchline::i18n::{Lang, finding, hint};
use touchline::journey::check::Neighbour;
use touchline::journey::finding::{Code, Finding};
use touchline::journey::{Context, Parsed, read_bytes};
use touchline::ron_text::{MAX_BYTES, MAX_DEPTH};

const TODAY: Date = date(2026, 11, 22);

/// Code, line and column, and the text under the mark.
const EXPECTED: &[(&str, &str, &str)] = &[
    ("E001", "13:30", ""),
    ("E002", "15:1", "<<<<<<<"),
    ("E005", "13:49", ""),
    ("E006", "3:1", "Config("),
    ("E101", "15:33", r#""4""#),
    ("E102", "14:38", "("),
    ("E103", "16:21", r#"id: "check-in""#),
    ("E104", "15:21", "emotion"),
    ("E105", "14:33", "6"),
    ("E106", "17:30", r#""wed""#),
    ("E107", "19:52", "at_most: 90"),
    ("E108", "12:25", r#""Check-in""#),
    ("W001", "14:21", "importence"),
    ("W002", "14:31", "Mesured"),
    ("W003", "14:20", "// ^website"),
    (
        "W004",
        "21:33",
        r#"(on: "2026-09-30", satisfied: 190, responses: 166)"#,
    ),
    ("W005", "22:18", r#""2027-02-29""#),
    ("W006", "21:29", "readings: ["),
    ("W007", "3:13", "2"),
    ("W008", "17:21", r#"name: "Invoice""#),
    ("W009", "6:15", r#""A03""#),
    (
        "A001",
        "14:21",
        r#"moment_of_truth: (reason: "First human contact")"#,
    ),
    (
        "A002",
        "14:21",
        r#"moment_of_truth: (reason: "First human contact")"#,
    ),
    ("A003", "14:21", "evidence: Assumed"),
    ("A004", "14:21", "evidence: Measured"),
    ("A005", "15:21", "experience: 2"),
    ("A006", "15:25", "Kpi("),
    ("A007", "15:25", "Kpi("),
    ("A008", "20:29", "readings: ["),
    ("A009", "14:21", r#"promise: "Check-in in two minutes""#),
    ("A010", "9:13", r#"name: "We keep our word""#),
    ("A011", "23:21", r#"owner: "front-office""#),
    ("A012", "28:13", "status: Broken"),
    ("A013", "23:9", "Handover("),
    ("A014", "23:13", r#"due: "2026-11-21""#),
    ("A015", "33:13", "status: Check"),
    ("A016", "5:5", r#"reviewed: "2026-08-23""#),
    ("A017", "19:13", r#"name: "Recommend""#),
    ("A018", "7:40", r#"name: "Housekeeping""#),
    ("A019", "14:21", r#"moment_of_truth: (reason: " ")"#),
];

fn read(bytes: Vec<u8>) -> Parsed {
    let context = Context {
        neighbour: Neighbour::None,
        today: TODAY,
    };
    read_bytes(bytes, &context)
}

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/findings")
        .join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn clean() -> String {
    String::from_utf8(fixture("A001-near.ron")).expect("UTF-8")
}

/// A journey with a field of its own that holds this many brackets inside one another.
fn nested(depth: usize) -> Vec<u8> {
    let lists = "[".repeat(depth) + &"]".repeat(depth);
    clean()
        .replace("schema: 1,", &format!("schema: 1, remark: {lists},"))
        .into_bytes()
}

/// A clean journey of this many bytes.
fn large(bytes: usize) -> Vec<u8> {
    let mut text = clean().into_bytes();
    text.resize(bytes, b'\n');
    text
}

/// What a finding says: code, `line:column`, marked text.
fn said(parsed: &Parsed, finding: &Finding) -> (String, String, String) {
    let at = parsed.tree.position(finding.span.start);
    let marked = parsed.tree.text()[finding.span.clone()].to_owned();
    (
        finding.code().as_str().to_owned(),
        format!("{}:{}", at.line, at.column),
        marked,
    )
}

fn findings(bytes: Vec<u8>) -> Vec<(String, String, String)> {
    let parsed = read(bytes);
    parsed
        .findings
        .iter()
        .map(|finding| said(&parsed, finding))
        .collect()
}

#[test]
fn each_file_gives_its_code_at_its_place_and_nothing_else() {
    for (code, place, marked) in EXPECTED {
        let expected = vec![(code.to_string(), place.to_string(), marked.to_string())];
        assert_eq!(
            findings(fixture(&format!("{code}.ron"))),
            expected,
            "{code}"
        );
    }
}

#[test]
fn what_nearly_gives_a_code_gives_nothing() {
    for (code, ..) in EXPECTED {
        assert_eq!(findings(fixture(&format!("{code}-near.ron"))), [], "{code}");
    }
}

/// The codes that a file gives, the fixture of a code after this replacement.
fn codes_with(name: &str, from: &str, to: &str) -> Vec<String> {
    let text = String::from_utf8(fixture(name)).expect("UTF-8");
    assert!(text.contains(from), "{name}: {from}");
    let found = findings(text.replace(from, to).into_bytes());
    found.into_iter().map(|(code, ..)| code).collect()
}

#[test]
fn what_cannot_be_read_is_not_called_missing() {
    let day = r#"reviewed: "2026-08-23""#;
    assert_eq!(
        codes_with("A016.ron", day, r#"reviewed: "23.8.2026""#),
        ["W005"]
    );
    assert_eq!(
        codes_with("A001-near.ron", r#"owner: "Ana""#, "owner: 7"),
        ["E101"]
    );
    assert_eq!(
        codes_with("W004.ron", "satisfied: 190", "satisfied: -1"),
        ["E105"]
    );
    assert_eq!(
        codes_with("W004.ron", "satisfied: 190", r#"satisfied: "90""#),
        ["E101"]
    );
}

#[test]
fn a_second_id_names_the_line_of_the_first() {
    let parsed = read(fixture("E103.ron"));
    let sentence = finding(Lang::En, &parsed.findings[0].what);
    assert_eq!(
        sentence,
        "The id `check-in` is taken: line 12 has it already."
    );
}

#[test]
fn of_very_many_references_to_nothing_the_first_get_a_suggestion() {
    let touchpoint = |n: usize| format!(r#"(id: "t{n}", name: "{n}", channel: "wed"),"#);
    let all: String = (0..101).map(touchpoint).collect();
    let text = format!(
        r#"(schema: 1, title: "T", channels: [(id: "web", name: "Web")],
        stages: [(id: "s", name: "S", touchpoints: [{all}])])"#
    );
    let parsed = read(text.into_bytes());
    let dangling = parsed
        .findings
        .iter()
        .filter(|finding| finding.code() == Code::E106);
    let meant =
        dangling.map(|it| hint(Lang::En, &it.what).is_some_and(|hint| hint.contains("web")));
    assert!(meant.eq((0..101).map(|n| n < 100)));
}

#[test]
fn advice_is_silenced_by_the_journey() {
    let title = r#"title: "Arriving in the city hotel","#;
    let silent = format!("{title} silence: [\"A005\"],");
    assert_eq!(codes_with("A005.ron", title, &silent), [""; 0]);
}

#[test]
fn only_codes_of_advice_are_taken_in_silence() {
    for (code, similar) in [
        ("A03", Some("A003")),
        ("W001", None),
        ("E106", None),
        ("", None),
    ] {
        let text = String::from_utf8(fixture("W009.ron")).expect("UTF-8");
        let parsed = read(text.replace("A03", code).into_bytes());
        let found: Vec<_> = parsed.findings.iter().map(|it| it.code()).collect();
        assert_eq!(found, [Code::W009], "{code}");
        let hint = hint(Lang::En, &parsed.findings[0].what).expect("a hint");
        match similar {
            Some(similar) => assert_eq!(hint, format!("Did you mean `{similar}`?")),
            None => assert!(hint.starts_with("Only advice"), "{code}: {hint}"),
        }
    }
    assert_eq!(codes_with("W009.ron", r#""A03""#, "3"), ["E101"]);
}

#[test]
fn every_code_has_its_files() {
    let built = [Code::E003, Code::E004].map(Code::as_str);
    let stored = EXPECTED.iter().map(|(code, ..)| *code);
    let mut all: Vec<&str> = stored.chain(built).collect();
    all.sort_unstable();
    let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(all, codes);
}

#[test]
fn brackets_may_be_nested_up_to_the_limit() {
    let codes = |depth| findings(nested(depth)).into_iter().map(|(code, ..)| code);
    assert!(codes(MAX_DEPTH - 1).eq(["W001"]));
    assert!(codes(MAX_DEPTH).eq(["E003"]));
}

#[test]
fn only_a_file_over_64_mib_is_too_large() {
    assert_eq!(findings(large(1 << 20)), []);
    let found = read(large(MAX_BYTES + 1)).findings;
    assert_eq!(
        (found[0].code(), found.len(), found[0].span.clone()),
        (Code::E004, 1, 0..0)
    );
}

#[test]
fn what_is_said_names_no_placeholder_and_differs_by_language() {
    for (code, ..) in EXPECTED {
        let parsed = read(fixture(&format!("{code}.ron")));
        let what = &parsed.findings[0].what;
        assert_ne!(finding(Lang::En, what), finding(Lang::De, what), "{code}");
        assert_ne!(hint(Lang::En, what), None, "{code}");
        assert_ne!(
            explain(Lang::En, what.code()),
            explain(Lang::De, what.code())
        );
    }
}
