//! `ron_text` against `ron`, the judge of the grammar: whatever `ron` accepts is accepted, and
//! reading any bytes gives back the bytes.
//!
//! Thousands of texts in the normal run; `TOUCHLINE_LONG=1` reads hundreds of thousands.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod generate;
mod judge;
mod random;
mod typed;

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use touchline::ron_text::Tree;

use generate::{document, mutate};
use judge::{compare, parts_stand_alone, ron_accepts};
use random::Random;
use typed::Record;

fn rounds(normal: usize, long: usize) -> usize {
    match std::env::var_os("TOUCHLINE_LONG") {
        Some(_) => long,
        None => normal,
    }
}

/// The texts of a folder of hard files, with their names.
fn fixtures(folder: &str) -> Vec<(String, String)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/ron")
        .join(folder);
    let files = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut texts: Vec<_> = files
        .map(|path| {
            (
                path.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .collect();
    texts.sort();
    texts
}

/// How many texts there were, and how many of them each side accepts.
#[derive(Default, Debug)]
struct Tally {
    texts: usize,
    theirs: usize,
    ours: usize,
}

impl Tally {
    fn compare(&mut self, text: &str) {
        let (theirs, ours) = compare(text);
        self.texts += 1;
        self.theirs += usize::from(theirs);
        self.ours += usize::from(ours);
    }

    /// Changes of `text`; those that are no longer UTF-8 must still come back as they are.
    fn compare_mutants(&mut self, random: &mut Random, text: &str, other: &str, count: usize) {
        for _ in 0..count {
            match String::from_utf8(mutate(random, text, other)) {
                Ok(mutant) => self.compare(&mutant),
                Err(error) => {
                    let bytes = error.into_bytes();
                    assert_eq!(Tree::read_bytes(bytes.clone()).to_bytes(), bytes);
                }
            }
        }
    }

    /// `ron` accepts enough of the texts for the comparison to mean something, and of what is
    /// accepted here it rejects little.
    fn assert_telling(&self, accepted_percent: usize, beyond_ron_percent: usize) {
        let percent = |part: usize| part * 100 / self.texts;
        assert!(percent(self.theirs) >= accepted_percent, "{self:?}");
        assert!(
            percent(self.ours - self.theirs) <= beyond_ron_percent,
            "{self:?}"
        );
    }
}

#[test]
fn valid_files_are_read_as_ron_reads_them() {
    for (path, text) in fixtures("valid") {
        for text in [text.replace('\n', "\r\n"), text] {
            assert_eq!(compare(&text), (true, true), "{path}");
            parts_stand_alone(&text);
        }
    }
}

#[test]
fn invalid_files_are_rejected() {
    for (path, text) in fixtures("invalid") {
        assert_eq!(compare(&text), (false, false), "{path}");
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    for (path, text) in fixtures("valid") {
        let tree = Tree::read(format!("\u{FEFF}{text}"));
        assert_eq!(tree.error(), None, "{path}");
    }
}

#[test]
fn mutants_of_the_files() {
    let mut random = Random::new(1);
    let mut tally = Tally::default();
    let files = [fixtures("valid"), fixtures("invalid")].concat();
    let each = rounds(30, 1500);
    for (_, text) in &files {
        let (_, other) = &files[random.below(files.len())];
        tally.compare_mutants(&mut random, text, other, each);
    }
    // Most of the files are invalid, and stay so.
    tally.assert_telling(5, 3);
}

#[test]
fn generated_documents_and_their_mutants() {
    let mut originals = Tally::default();
    let mut mutants = Tally::default();
    let mut other = String::from("()");
    for seed in 0..rounds(3000, 60_000) {
        let mut random = Random::new(seed as u64);
        let text = document(&mut random);
        originals.compare(&text);
        parts_stand_alone(&text);
        mutants.compare_mutants(&mut random, &text, &other, 4);
        other = text;
    }
    originals.assert_telling(70, 8);
    mutants.assert_telling(25, 8);
}

#[test]
fn what_ron_writes_and_its_mutants() {
    let mut mutants = Tally::default();
    let mut other = String::from("()");
    for seed in 0..rounds(150, 10_000) {
        let mut random = Random::new(seed as u64);
        let text = Record::random(&mut random, 1).written(&mut random);
        assert!(ron_accepts(&text), "{text}");
        assert_eq!(compare(&text), (true, true));
        mutants.compare_mutants(&mut random, &text, &other, 4);
        other = text;
    }
    mutants.assert_telling(20, 3);
}

/// `ron` counts calls, not brackets: its 128 are 64 lists, but 128 times `Some(`.
#[test]
fn nesting_that_ron_accepts_is_accepted() {
    let shapes = [
        ("[", "]"),
        ("(", ",)"),
        ("{1:", "}"),
        ("(a:", ")"),
        ("Some(", ")"),
        ("Link(", ")"),
        ("Field(of:Wrap(Some(", ")))"),
        ("Some ", ""),
    ];
    let mut accepted = 0;
    for extensions in [
        "",
        "#![enable(implicit_some)]",
        "#![enable(unwrap_newtypes, unwrap_variant_newtypes)]",
    ] {
        for (open, close) in shapes {
            for inside in ["1", "()", "[]", "None", "End"] {
                for depth in [1, 2, 30, 31, 32, 42, 43, 62, 63, 64, 65, 126, 127, 128, 129] {
                    let text = format!(
                        "{extensions}{}{inside}{}",
                        open.repeat(depth),
                        close.repeat(depth)
                    );
                    accepted += usize::from(compare(&text).0);
                }
            }
        }
    }
    assert!(accepted > 300, "{accepted}");
}

/// Tokens and scraps of them, glued together without sense.
fn token_soup() -> impl Strategy<Value = String> {
    let tokens = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "'",
        "\\",
        "/",
        "//",
        "/*",
        "*/",
        "#",
        "#![enable(",
        "implicit_some",
        ")]",
        "r#",
        "r\"",
        "\"#",
        "br",
        "b'",
        "Some",
        "None",
        "true",
        "inf",
        "a",
        "ä",
        "1",
        "0x",
        ".",
        "..",
        "=",
        "-",
        "+",
        "_",
        "e5",
        "u8",
        "f32",
        "\\u{",
        "\\x",
        "\n",
        "\r\n",
        " ",
        "\t",
        "\u{FEFF}",
        "\u{2028}",
        "<<<<<<< a\n",
        "\n=======\n",
        "\n>>>>>>> b\n",
        "\u{0}",
    ]);
    prop::collection::vec(tokens, 0..40).prop_map(|tokens| tokens.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(2000, 50_000) as u32))]

    #[test]
    fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(Tree::read_bytes(bytes.clone()).to_bytes(), bytes);
    }

    #[test]
    fn any_tokens_are_read_as_ron_reads_them(text in token_soup()) {
        compare(&text);
    }
}
