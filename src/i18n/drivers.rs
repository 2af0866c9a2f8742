//! Words of derived importance: correlations of touchpoints with an overall score.

use super::{Lang, number, texts};
use crate::journey::drivers::{Driver, Drivers};
use crate::journey::sources::Source;
use crate::measure::correlation::Correlation;
use crate::measure::survey::report::Report;

texts! {
    drivers_title(): "Importance derived from answers", "Aus Antworten abgeleitete Wichtigkeit";
    drivers_meaning(overall: &str): "Correlation of the score here with “{overall}” by the same people (−1 to 1, 95 % interval). It shows what goes together, not what causes what.", "Korrelation der Bewertung hier mit «{overall}» derselben Personen (−1 bis 1, 95-%-Intervall). Sie zeigt, was zusammengeht, nicht, was wodurch kommt.";
    drivers_with(overall: &str): "Correlation with “{overall}”, which is no cause", "Korrelation mit «{overall}», die keine Ursache ist";
    drivers_until(date: &str): "Answers up to {date}.", "Antworten bis {date}.";
    drivers_between(low: &str, high: &str): "{low} to {high}", "{low} bis {high}";
    drivers_cannot_tell(): "cannot tell", "nicht entscheidbar";
    drivers_stated(importance: &str): "stated {importance}", "angegeben {importance}";
    drivers_not_stated(): "none stated", "keine angegeben";
}

/// `0.62 (0.59 to 0.65, n 2,130)`; where chance explains it, that.
pub fn correlation(lang: Lang, found: &Correlation) -> String {
    let two = |value: f64| number::number(lang, value, 2);
    let n = number::figure(lang, found.n);
    let certainty = match found.interval() {
        Some(it) => format!(
            "{}, n {n}",
            drivers_between(lang, &two(it.low), &two(it.high))
        ),
        None => format!("n {n}"),
    };
    let text = format!("{} ({certainty})", two(found.r));
    match found.is_shown() {
        true => text,
        false => format!("{text}, {}", drivers_cannot_tell(lang)),
    }
}

/// What a survey that was counted says of the columns, a line each; nothing without overall score.
pub fn drivers_found(lang: Lang, source: &Source, report: &Report) -> Vec<String> {
    let Some(overall) = &source.overall else {
        return Vec::new();
    };
    let pairs = source.columns.iter().zip(&report.correlations);
    let found = pairs.filter_map(|(column, found)| {
        let found = found.as_ref()?;
        Some(format!("{}: {}", column.name, correlation(lang, found)))
    });
    let mut lines: Vec<String> = found.collect();
    if !lines.is_empty() {
        lines.insert(0, drivers_with(lang, overall));
    }
    lines
}

/// A touchpoint with its derived and its stated importance.
pub fn driver(lang: Lang, driver: &Driver<'_>) -> String {
    let stated = match driver.touchpoint.importance {
        Some(importance) => drivers_stated(lang, &number::whole(importance)),
        None => drivers_not_stated(lang).to_owned(),
    };
    let derived = correlation(lang, &driver.correlation);
    format!("{}: {derived}; {stated}", driver.touchpoint.name)
}

/// What the numbers are, and until when people answered.
pub fn drivers_in_words(lang: Lang, drivers: &Drivers<'_>) -> String {
    let meaning = drivers_meaning(lang, drivers.overall);
    match drivers.until {
        Some(day) => format!(
            "{meaning} {}",
            drivers_until(lang, &number::date(lang, day))
        ),
        None => meaning,
    }
}
