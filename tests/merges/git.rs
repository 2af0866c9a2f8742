//! The same merges by `git merge-file`, judged by the same oracle.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::doc::{Doc, parsed};
use crate::laws::{errors, judged};
use crate::oracle::Expected;
use crate::sides::{Sides, Texts};

#[derive(Debug, Default)]
struct Counts {
    needless: u64,
    silently_wrong: u64,
    clean: u64,
    conflicts: u64,
}

/// Merges at random, both ways, and prints who was how often right.
pub(crate) fn table(start: &str, amount: u64) {
    let folder = tempfile::tempdir().unwrap();
    let [mut git, mut ours] = [Counts::default(), Counts::default()];
    let mut merges = 0;
    for seed in 0.. {
        let mut sides = Sides::new(1_000_000 + seed);
        sides.relaid = false;
        let texts = sides.of(start);
        if is_trivial(&texts) {
            continue;
        }
        let Some(judged) = judged(&texts).unwrap_or_else(|why| panic!("seed {seed}: {why}")) else {
            continue;
        };
        let known = &errors(&texts.ours) | &errors(&texts.theirs);
        let merged = judged.merged;
        let text = merged.conflicts.is_empty().then_some(merged.text);
        ours.count(&judged.expected, text.as_deref(), &known);
        let text = by_line(folder.path(), &texts);
        git.count(&judged.expected, text.as_deref(), &known);
        merges += 1;
        if merges == amount {
            break;
        }
    }
    report(merges, &git, &ours);
    assert!(ours.silently_wrong == 0 && ours.needless * 100 <= merges);
}

/// One side changed nothing, or both the same.
fn is_trivial(texts: &Texts) -> bool {
    texts.ours == texts.base || texts.theirs == texts.base || texts.ours == texts.theirs
}

/// The text that git makes of it; `None` where it finds a conflict.
fn by_line(folder: &Path, texts: &Texts) -> Option<String> {
    for (name, text) in [
        ("base", &texts.base),
        ("ours", &texts.ours),
        ("theirs", &texts.theirs),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let merge = ["merge-file", "-p", "ours", "base", "theirs"];
    let mut git = Command::new("git");
    let output = git.args(merge).current_dir(folder).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    output.status.success().then_some(text)
}

impl Counts {
    fn count(&mut self, expected: &Expected, text: Option<&str>, known: &BTreeSet<String>) {
        match (text, expected.is_clean()) {
            (None, true) => self.needless += 1,
            (None, false) => self.conflicts += 1,
            (Some(_), false) => self.silently_wrong += 1,
            (Some(text), true) if is_right(expected, text, known) => self.clean += 1,
            (Some(_), true) => self.silently_wrong += 1,
        }
    }
}

/// The text says what must come out. What the sides leave open, the order of what only one of
/// them has, is left open here too.
fn is_right(expected: &Expected, text: &str, known: &BTreeSet<String>) -> bool {
    let doc = Doc::read(text);
    let sorted = |doc: &Doc| {
        let lists = doc.lists.clone().into_iter();
        let sorted = lists.map(|(name, mut items)| {
            items.sort();
            (name, items)
        });
        sorted.collect::<Vec<_>>()
    };
    let elements = |doc: &Doc| {
        let mut elements = doc.elements.clone();
        for element in elements.values_mut() {
            element.records.sort();
        }
        elements
    };
    !parsed(text).is_unreadable()
        && elements(&doc) == elements(&expected.doc)
        && sorted(&doc) == sorted(&expected.doc)
        && expected.decided.iter().all(|(name, order)| {
            let items = &doc.lists[name];
            let kept: Vec<&String> = items.iter().filter(|it| order.contains(it)).collect();
            kept.into_iter().eq(order)
        })
        && errors(text).is_subset(known)
}

fn report(merges: u64, git: &Counts, ours: &Counts) {
    let percent = |count: u64| 100.0 * count as f64 / merges as f64;
    println!("{merges} merges | git merge-file | by identity");
    for (name, of) in [
        (
            "needless conflict",
            (|it| it.needless) as fn(&Counts) -> u64,
        ),
        ("silently wrong", |it| it.silently_wrong),
        ("right, without conflict", |it| it.clean),
        ("conflict that must be", |it| it.conflicts),
    ] {
        let [git, ours] = [of(git), of(ours)];
        println!(
            "{name} | {git} ({:.1} %) | {ours} ({:.1} %)",
            percent(git),
            percent(ours)
        );
    }
}
