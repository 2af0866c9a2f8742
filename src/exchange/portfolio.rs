//! The journeys of a folder with how each stands: as a list for people, a table for a page of a
//! forge, a spreadsheet, and for programs. Knows no file.

use serde::Serialize;

use super::csv::{self, Csv};
use super::markdown::escaped;
use crate::i18n::{self as w, Lang};
use crate::journey::portfolio::Health;
use crate::text::{sanitize_line, wrap};

/// A journey of a folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its path from where the list stands, with `/` between its parts.
    pub path: String,
    /// How it stands, or why it cannot be read.
    pub health: Result<Health, String>,
}

impl Entry {
    /// Its title; its path where it has none.
    pub fn title(&self) -> &str {
        let title = self.health.as_ref().map_or("", |it| it.title.trim());
        match title {
            "" => &self.path,
            title => title,
        }
    }
}

/// A journey as programs read it. The form is a promise: fields may come, none goes or changes.
#[derive(Debug, Serialize)]
struct Record<'e> {
    /// The path of the file.
    file: &'e str,
    /// Why it cannot be read, or null; all that follows is null or 0 then.
    error: Option<&'e str>,
    title: Option<&'e str>,
    /// `AsIs`, `ToBe` or null.
    state: Option<String>,
    /// `Customers`, `Employees` or `Internal`.
    audience: Option<String>,
    stages: usize,
    touchpoints: usize,
    /// The worst gap below zero, or null.
    worst_gap: Option<i64>,
    /// The touchpoint of the worst gap, or null.
    worst_touchpoint: Option<&'e str>,
    moments_of_truth: usize,
    moments_below_target: usize,
    improvements_open: usize,
    improvements_overdue: usize,
    /// `YYYY-MM-DD`, or null.
    reviewed: Option<&'e str>,
    /// The review is more than 90 days ago, or there was none.
    stale: bool,
    errors: usize,
    warnings: usize,
    advice: usize,
}

fn record(entry: &Entry) -> Record<'_> {
    let health = entry.health.as_ref().ok();
    let count = |of: fn(&Health) -> usize| health.map_or(0, of);
    let worst = health.and_then(|it| it.worst.as_ref());
    Record {
        file: &entry.path,
        error: entry.health.as_ref().err().map(String::as_str),
        title: health.map(|it| it.title.as_str()),
        state: health.and_then(|it| Some(format!("{:?}", it.state?))),
        audience: health.map(|it| format!("{:?}", it.audience)),
        stages: count(|it| it.stages),
        touchpoints: count(|it| it.touchpoints),
        worst_gap: worst.map(|it| it.0),
        worst_touchpoint: worst.map(|it| it.1.as_str()),
        moments_of_truth: count(|it| it.moments),
        moments_below_target: count(|it| it.moments_below),
        improvements_open: count(|it| it.open),
        improvements_overdue: count(|it| it.overdue),
        reviewed: health.and_then(|it| it.reviewed.as_deref()),
        stale: health.is_some_and(|it| it.is_stale),
        errors: count(|it| it.findings[0]),
        warnings: count(|it| it.findings[1]),
        advice: count(|it| it.findings[2]),
    }
}

/// One array, an object a journey, a line each.
pub fn json(entries: &[Entry]) -> String {
    let objects = entries.iter().map(record);
    let objects = objects.filter_map(|it| serde_json::to_string(&it).ok());
    let objects: Vec<String> = objects.map(|it| format!("\n  {it}")).collect();
    match objects.is_empty() {
        true => "[]\n".to_owned(),
        false => format!("[{}\n]\n", objects.join(",")),
    }
}

/// One row a journey, with the names of [`json`] as its head.
pub fn csv(entries: &[Entry]) -> String {
    let mut csv = Csv::new(',');
    csv.row(HEAD.map(csv::text));
    let objects = entries.iter().map(record).map(serde_json::to_value);
    for object in objects.flatten() {
        csv.row(HEAD.map(|name| value(&object[name])));
    }
    csv.text
}

/// A text that stays one; a number or a yes as it is; nothing for null.
fn value(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => csv::text(text),
        other => other.to_string(),
    }
}

/// The columns of [`csv`].
const HEAD: [&str; 18] = [
    "file",
    "error",
    "title",
    "state",
    "audience",
    "stages",
    "touchpoints",
    "worst_gap",
    "worst_touchpoint",
    "moments_of_truth",
    "moments_below_target",
    "improvements_open",
    "improvements_overdue",
    "reviewed",
    "stale",
    "errors",
    "warnings",
    "advice",
];

/// A table with links to the files, for a page that stands in their folder.
pub fn markdown(entries: &[Entry], lang: Lang) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let heads = w::portfolio_heads(lang);
    let head = row(heads.iter().map(|it| escaped(it)).collect());
    let rule = row(heads.iter().map(|_| "---".to_owned()).collect());
    let rows: String = entries.iter().map(|it| row(cells(it, lang))).collect();
    format!(
        "# {}\n\n{head}{rule}{rows}",
        escaped(w::portfolio_title(lang))
    )
}

fn cells(entry: &Entry, lang: Lang) -> Vec<String> {
    let link = format!("[{}]({})", escaped(entry.title()), address(&entry.path));
    let facts = match &entry.health {
        Err(why) => [w::portfolio_unreadable(lang, why)]
            .into_iter()
            .chain(std::iter::repeat_n(String::new(), w::PORTFOLIO_FACTS - 1))
            .collect(),
        Ok(health) => w::portfolio_facts(lang, health),
    };
    let facts = facts.iter().map(|it| escaped(it));
    [link].into_iter().chain(facts).collect()
}

/// A path in a link: what could end the link or begin a protocol stands as its bytes.
fn address(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte);
    let bytes = path.bytes().map(|byte| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    bytes.collect()
}

/// For people: the facts of each below its title, in lines of so many columns.
pub fn text(entries: &[Entry], lang: Lang, columns: usize) -> String {
    let entry = |it: &Entry| {
        let facts = match &it.health {
            Err(why) => vec![w::portfolio_unreadable(lang, why)],
            Ok(health) => w::portfolio_sentences(lang, health),
        };
        let below = facts.iter().map(|it| broken(it, columns, "  "));
        let head = [
            broken(it.title(), columns, ""),
            broken(&it.path, columns, "  "),
        ];
        head.into_iter().chain(below).collect::<String>()
    };
    let all: Vec<String> = entries.iter().map(entry).collect();
    all.join("\n")
}

/// Lines of so many columns, each behind an indent.
fn broken(text: &str, columns: usize, indent: &str) -> String {
    let text = sanitize_line(text);
    let lines = wrap(&text, columns.saturating_sub(indent.len()));
    lines
        .iter()
        .map(|it| format!("{indent}{}\n", it.trim_end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{Audience, Scale};

    fn entries() -> Vec<Entry> {
        let health = Health {
            title: "=A | <b> [x](javascript:y)".into(),
            state: None,
            audience: Audience::Customers,
            stages: 2,
            touchpoints: 5,
            emotions: vec![],
            scale: Scale::default(),
            worst: Some((-3, "Desk, at night".into())),
            moments: 3,
            moments_below: 2,
            open: 4,
            overdue: 1,
            reviewed: Some("2026-10-01".into()),
            is_stale: false,
            findings: [0, 1, 7],
        };
        vec![
            Entry {
                path: "a b/stay (1).ron".into(),
                health: Ok(health),
            },
            Entry {
                path: "broken.ron".into(),
                health: Err("a bracket is missing".into()),
            },
        ]
    }

    #[test]
    fn a_page_links_to_the_files_and_texts_stay_texts_and_people_read_it_in_their_width() {
        for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
            insta::assert_snapshot!(format!("page_{tag}"), markdown(&entries(), lang));
            insta::assert_snapshot!(format!("text_{tag}"), text(&entries(), lang, 60));
        }
    }

    #[test]
    fn programs_read_the_same_from_both() {
        let objects: Vec<serde_json::Value> =
            serde_json::from_str(&json(&entries())).expect("JSON");
        let csv = csv(&entries());
        let mut rows = ::csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(rows.headers().expect("a head"), HEAD.as_slice());
        for (row, object) in rows.records().zip(&objects) {
            let row = row.expect("a row");
            for (name, cell) in HEAD.iter().zip(&row) {
                let value = match &object[name] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), value, "{name}");
            }
        }
        assert_eq!(objects.len(), 2);
        assert_eq!(objects[0].as_object().map(|it| it.len()), Some(HEAD.len()));
        assert_eq!(json(&[]), "[]\n");
    }
}
