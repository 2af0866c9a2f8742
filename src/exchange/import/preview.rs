//! What a map that was read would become, in words: the same on the command line and on screens.
//! Knows neither.

use super::{Imported, Unplaced};
use crate::i18n::{self as w, Lang};
use crate::journey::model::{Journey, Touchpoint};
use crate::text::{sanitize_line, truncate};

/// Of a line that was not understood so many columns are shown.
const SHOWN: usize = 60;

/// A line of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its text.
    pub text: String,
    /// It begins something.
    pub is_head: bool,
}

impl Said {
    fn head(text: &str) -> Said {
        let text = text.to_owned();
        Said {
            text,
            is_head: true,
        }
    }

    fn plain(text: String) -> Said {
        Said {
            text,
            is_head: false,
        }
    }
}

/// What would be written, and what not. `journey` is that of `imported`.
pub fn preview(imported: &Imported, journey: &Journey, lang: Lang) -> Vec<Said> {
    let touchpoints = journey.stages.iter().map(|it| it.touchpoints.len()).sum();
    let (stages, personas) = (journey.stages.len(), journey.personas.len());
    let counts = w::import_map_counts(lang, stages, touchpoints, personas);
    let mut lines = vec![Said::head(&journey.title), Said::plain(counts)];
    for stage in &journey.stages {
        lines.push(Said::head(&format!("  {}", stage.name)));
        lines.extend(stage.touchpoints.iter().map(one));
    }
    lines.push(Said::plain(String::new()));
    lines.push(match imported.unplaced.is_empty() {
        true => Said::plain(w::import_map_all_placed(lang).to_owned()),
        false => Said::head(w::import_map_unplaced(lang)),
    });
    let line = |it: &Unplaced| Said::plain(format!("  {}", unplaced(it, lang)));
    lines.extend(imported.unplaced.iter().map(line));
    lines
}

/// A touchpoint with its emotion.
fn one(touchpoint: &Touchpoint) -> Said {
    let emotion = touchpoint.emotion.map(w::signed_whole);
    let emotion = emotion.unwrap_or_else(|| "  ".to_owned());
    Said::plain(format!("    {emotion:>2}  {}", touchpoint.name))
}

/// A line of which not everything found a place.
pub fn unplaced(unplaced: &Unplaced, lang: Lang) -> String {
    let text = sanitize_line(&unplaced.text);
    let text = truncate(&text, SHOWN);
    let why = w::import_map_why(lang, unplaced.why);
    match unplaced.line {
        0 => format!("{text} · {why}"),
        line => w::import_map_line(lang, line, &text, why),
    }
}
