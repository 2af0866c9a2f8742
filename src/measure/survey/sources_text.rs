//! A source as text, and the edits from what a file of sources says to what it shall say. Comments
//! in it stay, as in a journey.

use crate::document::edit::{Edit, Slot};
use crate::document::plan::{PlanError, draft_all};
use crate::journey::fields::Kind;
use crate::journey::place::Place;
use crate::journey::shape::canonical;
use crate::journey::sources::{Column, Holds, Period, Source, Sources};
use crate::journey::structure;
use crate::ron_text::{Tree, quote};

/// What a new file of sources says.
pub fn new_file(source: &Source) -> String {
    let text = format!(
        "#![enable(implicit_some)]\nSources(schema: 1, sources: [{}])\n",
        source_text(source)
    );
    canonical(&Tree::read(text))
}

/// The text of a file of sources that says what this source shall be; none where it says so
/// already.
///
/// # Errors
/// The text cannot be changed so.
pub fn changed_file(
    text: &str,
    known: &Sources,
    source: &Source,
) -> Result<Option<String>, PlanError> {
    let edits = edits(known, source);
    if edits.is_empty() {
        return Ok(None);
    }
    let before = structure(Tree::read(text.to_owned()));
    if before.is_unreadable() {
        return Err(PlanError::Unreadable);
    }
    let was_canonical = canonical(&before.tree) == text;
    let after = draft_all(before, &edits)?;
    Ok(Some(match was_canonical {
        true => canonical(&after.tree),
        false => after.tree.text().to_owned(),
    }))
}

fn edits(known: &Sources, source: &Source) -> Vec<Edit> {
    let Some(old) = known.sources.iter().find(|it| it.id == source.id) else {
        let list = Place::root().field("sources");
        return vec![Edit::Insert {
            list,
            slot: Slot::Last,
            item: source_text(source),
        }];
    };
    let place = source.place();
    let pairs = fields(old).into_iter().zip(fields(source));
    let differ = pairs.filter(|(old, new)| old != new).map(|(_, new)| new);
    let mut edits: Vec<Edit> = differ
        .map(|(name, value)| Edit::Set {
            place: place.field(name),
            value,
        })
        .collect();
    column_edits(old, source, &mut edits);
    edits
}

fn column_edits(old: &Source, new: &Source, edits: &mut Vec<Edit>) {
    let list = new.place().field("columns");
    if old.columns.is_empty() && !new.columns.is_empty() {
        return edits.push(Edit::value(list, columns_text(&new.columns)));
    }
    let stays = |column: &&Column| new.columns.iter().any(|it| it.name == column.name);
    let gone = old.columns.iter().filter(|it| !stays(it));
    edits.extend(gone.map(|column| Edit::Remove {
        item: list.item(vec![column.name.clone()], 0),
    }));
    for column in &new.columns {
        let item = list.item(vec![column.name.clone()], 0);
        match old.columns.iter().find(|it| it.name == column.name) {
            Some(known) => {
                let pairs = column_fields(known).into_iter().zip(column_fields(column));
                let differ = pairs.filter(|(old, new)| old != new);
                edits.extend(differ.map(|(_, (name, value))| Edit::Set {
                    place: item.field(name),
                    value,
                }));
            }
            None => edits.push(Edit::Insert {
                list: list.clone(),
                slot: Slot::Last,
                item: column_text(column),
            }),
        }
    }
}

fn source_text(source: &Source) -> String {
    let mut parts = parts(fields(source));
    if !source.columns.is_empty() {
        parts.push(format!("columns: {}", columns_text(&source.columns)));
    }
    format!("Source({})", parts.join(", "))
}

fn columns_text(columns: &[Column]) -> String {
    let columns: Vec<String> = columns.iter().map(column_text).collect();
    format!("[{}]", columns.join(", "))
}

fn column_text(column: &Column) -> String {
    format!("({})", parts(column_fields(column)).join(", "))
}

type Fields = Vec<(&'static str, Option<String>)>;

fn parts(fields: Fields) -> Vec<String> {
    let part = |(name, value): (_, Option<String>)| Some(format!("{name}: {}", value?));
    fields.into_iter().filter_map(part).collect()
}

/// The fields of a source but its columns, in the order of the field table.
fn fields(source: &Source) -> Fields {
    let text = |text: &Option<String>| text.as_deref().map(quote);
    let all = Kind::Source
        .spec()
        .fields
        .iter()
        .filter(|it| it.name != "columns");
    all.map(|field| {
        let value = match field.name {
            "id" => Some(quote(&source.id)),
            "file" => Some(quote(&source.file)),
            "holds" => (source.holds != Holds::Answers).then(|| format!("{:?}", source.holds)),
            "date" => text(&source.date),
            "dates" => source.dates.map(|it| format!("{it:?}")),
            "period" => (source.period != Period::Month).then(|| format!("{:?}", source.period)),
            "segment" => text(&source.segment),
            "response" => text(&source.response),
            "touchpoint" => text(&source.touchpoint),
            "score" => text(&source.score),
            "overall" => text(&source.overall),
            "until" => text(&source.until),
            "delimiter" => text(&source.delimiter),
            "encoding" => source.encoding.map(|it| format!("{it:?}")),
            "decimal" => source.decimal.map(|it| format!("{it:?}")),
            _ => None,
        };
        (field.name, value)
    })
    .collect()
}

fn column_fields(column: &Column) -> Fields {
    let scale = column
        .scale
        .map(|it| format!("(min: {}, max: {})", it.min, it.max));
    vec![
        ("name", Some(quote(&column.name))),
        ("kpi", Some(quote(&column.kpi))),
        ("scale", scale),
        ("missing", column.missing.as_deref().map(quote)),
        ("correlation", column.correlation.map(|it| it.to_string())),
        ("pairs", column.pairs.map(|it| it.to_string())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::Scale;
    use crate::journey::sources::{DateFormat, Decimal, Encoding, read_sources};

    fn full() -> Source {
        Source {
            id: "lounge".into(),
            file: "lounge-*.csv".into(),
            holds: Holds::Counts,
            date: Some("date".into()),
            dates: Some(DateFormat::DayMonthYear),
            period: Period::Quarter,
            segment: Some("type \"x\"".into()),
            response: Some("id".into()),
            touchpoint: Some("tp".into()),
            score: Some("score".into()),
            overall: Some("all".into()),
            until: Some("2026-03-31".into()),
            delimiter: Some(";".into()),
            encoding: Some(Encoding::Windows1252),
            decimal: Some(Decimal::Comma),
            columns: vec![
                Column {
                    name: "staff".into(),
                    kpi: "staff-csat".into(),
                    scale: Some(Scale { min: 0, max: 4 }),
                    missing: Some("0; 9".into()),
                    correlation: Some(0.6123),
                    pairs: Some(120.0),
                },
                Column {
                    name: "bar".into(),
                    kpi: "bar-csat".into(),
                    ..Column::default()
                },
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_and_every_field_is_written() {
        let text = new_file(&full());
        insta::assert_snapshot!(text);
        let (parsed, sources) = read_sources(text.clone());
        assert_eq!(parsed.findings, []);
        assert_eq!(sources.sources, [full()]);
        for field in Kind::Source
            .spec()
            .fields
            .iter()
            .chain(Kind::Column.spec().fields)
        {
            assert!(
                text.contains(&format!("{}: ", field.name)),
                "{}",
                field.name
            );
        }
        assert_eq!(changed_file(&text, &sources, &full()), Ok(None));
    }

    #[test]
    fn only_what_differs_changes_and_comments_stay() {
        let text = new_file(&full()).replace(
            "    period:",
            "    // As the board meets.\n            period:",
        );
        let (_, sources) = read_sources(text.clone());
        let mut source = full();
        source.period = Period::Year;
        source.columns[0].missing = None;
        source.columns.remove(1);
        source.columns.push(Column {
            name: "new".into(),
            kpi: "nps".into(),
            ..Column::default()
        });
        let after = changed_file(&text, &sources, &source).unwrap().unwrap();
        assert!(
            after.contains("// As the board meets.\n            period: Year,"),
            "{after}"
        );
        assert_eq!(read_sources(after.clone()).1.sources, [source.clone()]);
        let other = Source {
            id: "b".into(),
            file: "b.csv".into(),
            ..Source::default()
        };
        let (_, sources) = read_sources(after.clone());
        let both = changed_file(&after, &sources, &other).unwrap().unwrap();
        assert_eq!(read_sources(both).1.sources, [source, other]);
    }
}
