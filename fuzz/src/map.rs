//! Maps of others: what is read of them is a sound journey, and what we write of it comes back.

use touchline::exchange::export::{Exported, Format, Part, export};
use touchline::exchange::import::{Imported, import_map};
use touchline::i18n::Lang;
use touchline::journey::check::Neighbour;
use touchline::journey::finding::Severity;
use touchline::journey::model::Journey;
use touchline::journey::shape::canonical;
use touchline::journey::{Parsed, read};

use super::context;

/// The formats, of which each input tries one.
const FORMATS: [Format; 8] = [
    Format::Csv,
    Format::Markdown,
    Format::Mermaid,
    Format::Json,
    Format::Facts,
    Format::Html,
    Format::Svg(Part::Map),
    Format::Svg(Part::Moments),
];

/// A Mermaid diagram, tables of Markdown, CSV, or JSON.
pub fn map(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(imported) = import_map(text, "map") else {
        return;
    };
    let parsed = read(imported.journey.clone(), &context());
    assert_eq!(canonical(&parsed.tree), imported.journey, "a file of ours");
    // Whoever writes JSON says what stands in it.
    if !text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('{')
    {
        is_sound(&parsed, &imported, text);
        comes_back(&parsed, FORMATS[bytes.len() % FORMATS.len()]);
    }
}

fn is_sound(parsed: &Parsed, imported: &Imported, text: &str) {
    let mut findings = parsed.findings.iter();
    assert!(findings.all(|it| it.severity() != Severity::Error));
    assert!(count(&parsed.journey) + parsed.journey.stages.len() > 0);
    let lines = 1..=text.lines().count();
    assert!(imported.unplaced.iter().all(|it| lines.contains(&it.line)));
}

/// With as many touchpoints; a page or a picture is safe to look at. A document lists touchpoints
/// that say nothing, and one that is called like a field is taken for it: that is only read.
fn comes_back(parsed: &Parsed, format: Format) {
    let exported = Exported {
        parsed,
        neighbour: &Neighbour::None,
        twin: None,
        lang: Lang::De,
        today: context().today,
        is_watched: false,
        sheet: Default::default(),
    };
    let made = export(format, exported).expect("no format needs fonts");
    let text = String::from_utf8(made.bytes).expect("UTF-8");
    let here = count(&parsed.journey);
    let again = import_map(&text, "map");
    match format {
        Format::Json => {
            let again = again.expect("a journey").journey;
            assert_eq!(read(again, &context()).journey, parsed.journey);
        }
        Format::Csv | Format::Mermaid if here > 0 && !has_dashes(&parsed.journey) => {
            let again = again.expect("a journey").journey;
            assert_eq!(count(&read(again, &context()).journey), here, "{text}");
        }
        Format::Html | Format::Svg(_) => {
            let dangerous = |c| c != '\n' && super::is_dangerous(c);
            assert!(!text.contains(dangerous) && !text.contains("<script"));
        }
        _ => {}
    }
}

fn count(journey: &Journey) -> usize {
    journey.stages.iter().map(|it| it.touchpoints.len()).sum()
}

/// A stage or a touchpoint is called by a dash alone: to a reader of tables there is none.
fn has_dashes(journey: &Journey) -> bool {
    let is_dash = |name: &str| ["-", "–", "—"].contains(&name.trim());
    let mut stages = journey.stages.iter();
    stages.any(|it| is_dash(&it.name) || it.touchpoints.iter().any(|it| is_dash(&it.name)))
}
