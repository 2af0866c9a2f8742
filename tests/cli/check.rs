//! `touchline check`.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::home::{GOOD, Home, Ran, TODAY, with_advice, with_error, with_warning};
use serde_json::Value;

#[test]
fn a_good_file_is_quiet() {
    let ran = Home::with("a.ron", GOOD).check(&["a.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    assert_eq!(ran.err, "no findings in 1 file\n");
}

#[test]
fn findings_are_shown_with_place_and_mark() {
    let home = Home::with("b.ron", with_error());
    home.write("a.ron", with_warning());
    let ran = home.check(&["b.ron", "a.ron"]);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.out, @r#"
    error[E105]: The number is outside its range.
      --> b.ron:14:33
       |
    14 |                     importance: 9,
       |                                 ^
       = help: Allowed is 1 to 5.

    warning[W001]: Customer journey: the field `colour` is unknown. It stays in the file and means nothing to touchline.
     --> a.ron:5:5
      |
    5 |     colour: "red",
      |     ^^^^^^
      = help: If it is a remark, make it a comment (`// …`) or a note.
    "#);
    assert_eq!(ran.err, "1 error, 1 warning in 2 files\n");
}

#[test]
fn german_is_spoken_when_the_locale_or_the_argument_says_so() {
    let home = Home::with("b.ron", with_error());
    let german = home.check(&["b.ron", "--lang", "de"]);
    insta::assert_snapshot!(german.out, @r#"
    Fehler[E105]: Die Zahl liegt ausserhalb des erlaubten Bereichs.
      --> b.ron:14:33
       |
    14 |                     importance: 9,
       |                                 ^
       = Hilfe: Erlaubt ist 1 bis 5.
    "#);
    assert_eq!(german.err, "1 Fehler in 1 Datei\n");
    let mut command = home.command(&["check", "b.ron"]);
    command.args(TODAY).env("LANG", "de_CH.UTF-8");
    assert_eq!(super::home::ran(&mut command).out, german.out);
    command.env("LC_ALL", "C");
    assert_ne!(super::home::ran(&mut command).out, german.out);
}

#[test]
fn deny_says_from_which_severity_on_it_is_an_offence() {
    let home = Home::with("warning.ron", with_warning());
    home.write("advice.ron", with_advice());
    home.write("error.ron", with_error());
    for (file, deny, code) in [
        ("advice.ron", None, 0),
        ("advice.ron", Some("warning"), 0),
        ("advice.ron", Some("advice"), 1),
        ("warning.ron", None, 0),
        ("warning.ron", Some("warning"), 1),
        ("warning.ron", Some("advice"), 1),
        ("error.ron", None, 1),
        ("error.ron", Some("warning"), 1),
    ] {
        let mut arguments = vec![file];
        arguments.extend(deny.iter().flat_map(|it| ["--deny", it]));
        assert_eq!(home.check(&arguments).code, Some(code), "{file} {deny:?}");
    }
}

#[test]
fn json_is_one_array_in_every_case() {
    let home = Home::with("b.ron", with_error());
    home.write("good.ron", GOOD);
    home.write("w.ron", with_warning());
    assert_eq!(home.check(&["good.ron", "--format", "json"]).out, "[]\n");
    let ran = home.check(&["b.ron", "w.ron", "missing.ron", "--format", "json"]);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found.as_array().map(Vec::len), Some(2), "{}", ran.out);
    insta::assert_snapshot!(serde_json::to_string_pretty(&found[0]).unwrap(), @r#"
    {
      "code": "E105",
      "column": 33,
      "end_column": 34,
      "end_line": 14,
      "file": "b.ron",
      "hint": "Allowed is 1 to 5.",
      "line": 14,
      "message": "The number is outside its range.",
      "place": {
        "field": "importance",
        "id": "desk",
        "kind": "Touchpoint"
      },
      "severity": "error"
    }
    "#);
    assert_eq!(ran.code, Some(2), "missing.ron");
    assert!(
        !ran.err.contains("in 2 files"),
        "no summary for programs: {}",
        ran.err
    );
}

#[test]
fn json_names_items_by_their_key() {
    let views = "views: [(persona: \"boss\", emotion: 7)],\n                    importance";
    let home = Home::with("a.ron", GOOD.replace("importance", views));
    let ran = home.check(&["a.ron", "--format", "json"]);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    let emotion = found
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["code"] == "E105")
        .unwrap();
    let place =
        serde_json::json!({"kind": "Touchpoint", "id": "desk", "field": "views[boss].emotion"});
    assert_eq!(emotion["place"], place);
}

#[test]
fn github_gets_one_command_a_finding() {
    let home = Home::with("a,b.ron", with_error());
    let ran = home.check(&["a,b.ron", "--format", "github"]);
    insta::assert_snapshot!(ran.out, @r#"
    ::error file=a%2Cb.ron,line=14,col=33,endColumn=34,title=E105::The number is outside its range.%0AAllowed is 1 to 5.
    "#);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    home.write("w.ron", with_warning());
    assert!(
        home.check(&["w.ron", "--format", "github"])
            .out
            .starts_with("::warning file=w.ron,")
    );
    home.write("i.ron", with_advice());
    assert!(
        home.check(&["i.ron", "--format", "github"])
            .out
            .starts_with("::notice file=i.ron,")
    );
}

#[test]
fn a_code_is_explained() {
    let home = Home::new();
    let ran = home.run(&["check", "--explain", "e103"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.out.starts_with("E103: ") && ran.out.ends_with('\n'),
        "{}",
        ran.out
    );
    let german = home.run(&["check", "--explain", "E103", "--lang", "de"]);
    assert_ne!(german.out, ran.out);
    let ran = home.run(&["check", "--explain", "E130"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("did you mean E103?"), "{}", ran.err);
    assert_eq!(
        home.run(&["check", "--explain", "E103", "a.ron"]).code,
        Some(2)
    );
    assert_eq!(home.run(&["check"]).code, Some(2));
}

#[test]
fn a_folder_is_all_its_journeys_in_order() {
    let home = Home::with("maps/b/z.ron", with_error());
    for name in ["maps/b.ron", "maps/a/x.ron", "maps/Ä.ron"] {
        home.write(name, with_error());
    }
    for left_out in [
        "maps/survey.sources.ron",
        "maps/.hidden.ron",
        "maps/.git/x.ron",
        "maps/x.txt",
    ] {
        home.write(left_out, "broken(");
    }
    home.write("maps/game.ron", "Level(name: \"1\")");
    symlink("..", home.path("maps/a/loop")).unwrap();
    let ran = home.check(&["maps"]);
    let files: Vec<&str> = ran
        .out
        .lines()
        .filter(|line| line.contains("-->"))
        .collect();
    assert_eq!(
        files,
        [
            "  --> maps/a/x.ron:14:33",
            "  --> maps/b/z.ron:14:33",
            "  --> maps/b.ron:14:33",
            "  --> maps/Ä.ron:14:33",
        ]
    );
    assert_eq!(
        ran.err,
        "note: maps/game.ron is skipped: neither a Journey nor a Company\n4 errors in 4 files\n"
    );
    let named = home.check(&["maps/game.ron"]);
    assert!(named.out.starts_with("error[E006]"), "{}", named.out);
    assert_eq!(named.code, Some(1));
}

#[test]
fn an_empty_folder_is_told_of() {
    let home = Home::new();
    fs::create_dir(home.path("")).unwrap();
    let ran = home.check(&["."]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(ran.err, "note: no *.ron files there\n");
}

#[test]
fn references_are_looked_up_in_the_company_beside_the_file() {
    let owned = GOOD.replace(
        "importance",
        "owner: \"front\",\n                    importance",
    );
    let company =
        r#"Company(schema: 1, name: "Inn", departments: [Department(id: "front", name: "Front")])"#;
    let home = Home::with("a.ron", &owned);
    assert!(home.check(&["a.ron"]).out.starts_with("error[E106]"));
    home.write("company.ron", company);
    let ran = home.check(&["a.ron"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    home.write("company.ron", "Company(");
    let ran = home.check(&["a.ron"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(
        ran.err
            .starts_with("note: company.ron cannot be read as a company"),
        "{}",
        ran.err
    );
    assert_eq!(
        home.check(&["."]).code,
        Some(1),
        "the company itself is checked too"
    );
    assert_eq!(
        home.pipe(owned, &["check", "-"]).code,
        Some(0),
        "stdin has no folder"
    );
}

/// The first line of the report on these bytes, and the place.
fn first_of(bytes: &[u8]) -> (Ran, String) {
    let home = Home::with("a.ron", bytes);
    let ran = home.check(&["a.ron"]);
    let piped = home.pipe(bytes, &["check", "--today", "2026-11-22", "-"]);
    assert_eq!(piped.out, ran.out.replace("a.ron", "<stdin>"));
    assert_eq!(piped.code, ran.code);
    let head: String = ran.out.chars().take(11).collect();
    let place = ran
        .out
        .split("a.ron:")
        .nth(1)
        .and_then(|it| it.lines().next());
    let first = format!("{head} {}", place.unwrap_or_default());
    (ran, first)
}

#[test]
fn every_sort_of_bytes_gets_an_answer() {
    let conflict = GOOD
        .replace("    title", "<<<<<<< ours\n    title")
        .replace(
            "    reviewed",
            "=======\n    title: \"b\",\n>>>>>>> theirs\n    reviewed",
        );
    for (bytes, expected) in [
        (&b""[..], "error[E005] 1:1"),
        (b"\n\n", "error[E005] 3:1"),
        (b"\xEF\xBB\xBF", "error[E005] 1:1"),
        (b"Journey(\n    title: \"\xFF\"", "error[E001] 2:13"),
        (&[b'['; 200], "error[E003] 1:129"),
        (conflict.as_bytes(), "error[E002] 4:1"),
        (b"Journey(title: \"a)", "error[E005] 1:16"),
    ] {
        let (ran, first) = first_of(bytes);
        assert_eq!(first, expected, "{}", ran.out);
        assert_eq!(ran.code, Some(1));
    }
}

#[test]
fn byte_order_mark_and_carriage_returns_move_no_mark() {
    let windows = format!("\u{FEFF}{}", with_error().replace('\n', "\r\n"));
    let (ran, _) = first_of(windows.as_bytes());
    let plain = Home::with("a.ron", with_error()).check(&["a.ron"]);
    assert_eq!(ran.out, plain.out);
    let (ran, _) = first_of("\u{FEFF}Jurney(a: 1)".as_bytes());
    assert!(
        ran.out.contains("1 | Jurney(a: 1)\n  | ^^^^"),
        "{}",
        ran.out
    );
}

#[test]
fn the_largest_files_get_an_answer() {
    let home = Home::with("zeros.ron", vec![0; 64 << 20]);
    assert!(
        home.check_in_512_mib("zeros.ron")
            .out
            .starts_with("error[E005]")
    );
    let larger = fs::OpenOptions::new()
        .append(true)
        .open(home.path("zeros.ron"))
        .unwrap();
    larger.set_len((64 << 20) + 1).unwrap();
    let ran = home.check_in_512_mib("zeros.ron");
    assert!(
        ran.out.starts_with("error[E004]") && ran.out.contains("zeros.ron:1:1"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn what_cannot_be_opened_is_named_and_the_rest_is_checked() {
    let home = Home::with("b.ron", with_error());
    let ran = home.check(&["missing.ron", "b.ron"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.starts_with("error[E105]"), "{}", ran.out);
    insta::assert_snapshot!(ran.err, @r#"
    error: missing.ron does not exist
      = help: check how the path is written
    1 error in 1 file
    "#);
    let ran = home.check(&["missing.ron", "--lang", "de"]);
    insta::assert_snapshot!(ran.err, @r#"
    Fehler: missing.ron gibt es nicht
      = Hilfe: prüfen Sie, wie der Pfad geschrieben ist
    "#);
    let ran = home.check(&["/dev/null"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("/dev/null is a device or socket"),
        "{}",
        ran.err
    );
}

#[test]
fn a_file_or_folder_that_may_not_be_read_is_named() {
    let home = Home::with("maps/shut/a.ron", GOOD);
    home.write("maps/b.ron", GOOD);
    fs::set_permissions(home.path("maps/b.ron"), fs::Permissions::from_mode(0o000)).unwrap();
    fs::set_permissions(home.path("maps/shut"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(home.path("maps/b.ron")).is_ok() {
        eprintln!("NOT TESTED: this user may read everything");
        return;
    }
    let ran = home.check(&["maps"]);
    fs::set_permissions(home.path("maps/shut"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("maps/b.ron may not be read"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("maps/shut may not be read"), "{}", ran.err);
}
