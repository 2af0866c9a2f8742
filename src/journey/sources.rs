//! Where the readings of a journey come from: the file `*.sources.ron` beside it, as plain data.
//! Knows no survey: what its names mean is for the import to say.

use serde::{Deserialize, Serialize};

use super::fields::Kind;
use super::model::Scale;
use super::place::{ElementKey, Place};
use super::{Parsed, structure, typed};
use crate::ron_text::Tree;

/// Makes an enum of unit variants that reads and writes by name.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $first:ident $(, $variant:ident)* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each is the variant of that name in the file format")]
        pub enum $name { #[default] $first, $($variant),* }
    )+};
}

choices! {
    /// What a row of a file is.
    Holds { Answers, Counts }
    /// How dates are written.
    DateFormat { Iso, DayMonthYear, MonthDayYear, UnixTime }
    /// How long a reading is.
    Period { Month, Week, Quarter, Year }
    /// How letters are written.
    Encoding { Utf8, Utf16, Windows1252 }
    /// What stands before the decimals.
    Decimal { Point, Comma }
}

/// All sources of a journey.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sources {
    /// The schema of the file.
    pub schema: u32,
    /// They, in the order of the file.
    pub sources: Vec<Source>,
}

impl Sources {
    /// Takes a source instead of the one with its id, or as another one.
    pub fn put(&mut self, source: Source) {
        match self.sources.iter_mut().find(|it| it.id == source.id) {
            Some(known) => *known = source,
            None => self.sources.push(source),
        }
    }

    /// Those whose files have names like this one.
    pub fn of_file(&self, name: &str) -> Vec<&Source> {
        let all = self.sources.iter();
        all.filter(|it| matches(&it.file, name)).collect()
    }
}

/// One source: a survey of which a file comes now and then, and what its columns mean.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Its id; the readings that come from it carry it as their `source`.
    pub id: String,
    /// The name of its files; `*` stands for anything.
    pub file: String,
    /// What a row is.
    pub holds: Holds,
    /// The column of the date.
    pub date: Option<String>,
    /// How dates are written, where that is not to be recognised.
    pub dates: Option<DateFormat>,
    /// How long a reading is.
    pub period: Period,
    /// The column that says to which segment a row belongs.
    pub segment: Option<String>,
    /// The column whose values tell one response from another.
    pub response: Option<String>,
    /// The column that names the touchpoint of a row.
    pub touchpoint: Option<String>,
    /// The column of the score, where another one names the touchpoint.
    pub score: Option<String>,
    /// The column of the overall score that those of the touchpoints are held against.
    pub overall: Option<String>,
    /// The last day of the answers of which the columns have correlations.
    pub until: Option<String>,
    /// What stands between two fields, where that is not to be recognised.
    pub delimiter: Option<String>,
    /// How letters are written, where that is not to be recognised.
    pub encoding: Option<Encoding>,
    /// What stands before decimals, where that is not to be recognised.
    pub decimal: Option<Decimal>,
    /// Columns with scores, or what the column of touchpoints may say, and their KPIs.
    pub columns: Vec<Column>,
}

/// One column with scores, or one touchpoint by its name in the file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The KPI that it measures.
    pub kpi: String,
    /// The lowest and the highest answer, where it is not the scale of the KPI's metric.
    pub scale: Option<Scale>,
    /// Values that mean "not answered", between semicolons.
    pub missing: Option<String>,
    /// How closely its answers go together with the overall score: Pearson's r, −1–1.
    pub correlation: Option<f64>,
    /// Who answered both.
    pub pairs: Option<f64>,
}

impl Source {
    /// Where it stands in its file.
    pub fn place(&self) -> Place {
        Place::of(ElementKey::new(Kind::Source, &self.id))
    }
}

/// Reads a file of sources. What cannot be read is absent, and in the findings.
pub fn read_sources(text: String) -> (Parsed, Sources) {
    let parsed = structure(Tree::read(text));
    let root = parsed.index.root().map(|root| parsed.tree.node(root));
    let root = root.filter(|_| parsed.index.root_kind() == Some(Kind::Sources));
    let sources = root.and_then(|root| typed::typed(root, &parsed.unfit));
    (parsed, sources.unwrap_or_default())
}

/// A name fits a pattern in which `*` stands for anything, ASCII letters in either case.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_ascii_lowercase(), name.to_ascii_lowercase());
    let mut parts = pattern.split('*');
    let Some(mut rest) = name.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, name, expected) in [
            ("lounge-*.csv", "lounge-2026-03.csv", true),
            ("lounge-*.csv", "Lounge-.CSV", true),
            ("lounge-*.csv", "lounge.csv", false),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c", false),
            ("ab*ba", "aba", false),
            ("*", "", true),
            ("plain.csv", "plain.csv", true),
            ("plain.csv", "plain.csv2", false),
            ("", "x", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn sources_are_read_as_far_as_they_can_be() {
        let text = "Sources(schema: 1, sources: [Source(id: \"a\", file: \"a.csv\", period: Quarter, \
                    holds: 3, columns: [(name: \"q1\", kpi: \"nps\", scale: (min: 0, max: 10))])])";
        let (parsed, sources) = read_sources(text.to_owned());
        assert_eq!(parsed.findings.len(), 1, "{:?}", parsed.findings);
        let source = &sources.sources[0];
        assert_eq!(
            (source.period, source.holds),
            (Period::Quarter, Holds::Answers)
        );
        assert_eq!(source.columns[0].scale, Some(Scale { min: 0, max: 10 }));
    }
}
