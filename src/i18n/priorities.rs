//! Words of what to improve first: the quadrants of importance and performance (Martilla and
//! James 1977) and the ranking.

use super::{Lang, number, texts};
use crate::journey::priorities::{Crosshair, Crossing, Lack, Quadrant};

texts! {
    scope_priorities(): "Priorities", "Prioritäten";
    cmd_go_priorities(): "to the priorities", "zu den Prioritäten";
    cmd_crosshair(): "quadrants at the middle, or at the means", "Quadranten an Skalenmitte oder Mittelwert";
    foot_crosshair(): "crosshair", "Fadenkreuz";

    priorities_title(): "What to improve first", "Was zuerst zu verbessern ist";
    priorities_quadrants(): "Importance and performance (4 and 5 are high)", "Wichtigkeit und Leistung (4 und 5 sind hoch)";
    priorities_improve(): "Concentrate here", "Hier ansetzen";
    priorities_keep(): "Keep up the good work", "Weiter so";
    priorities_later(): "Low priority", "Nachrangig";
    priorities_enough(): "Possible overkill", "Vielleicht zu viel";
    priorities_improve_means(): "important, not good", "wichtig, nicht gut";
    priorities_keep_means(): "important and good", "wichtig und gut";
    priorities_later_means(): "less important, not good", "weniger wichtig, nicht gut";
    priorities_enough_means(): "less important, good", "weniger wichtig, gut";
    priorities_middle(importance: &str, experience: &str):
        "middle of the scale: importance {importance}, experience {experience}; above is high",
        "Skalenmitte: Wichtigkeit {importance}, Erlebnis {experience}; darüber ist hoch";
    priorities_means(count: usize, importance: &str, experience: &str):
        "means of {count}: importance {importance}, experience {experience}; above is high",
        "Mittelwerte von {count}: Wichtigkeit {importance}, Erlebnis {experience}; darüber ist hoch";
    priorities_ranking(): "Importance × max(0, expectation − experience)", "Wichtigkeit × max(0, Erwartung − Erlebnis)";
    priorities_ranking_short(): "Importance × what is missing", "Wichtigkeit × was fehlt";
    priorities_lacking(): "Cannot be ranked: numbers are missing", "Nicht einzuordnen: Zahlen fehlen";
    priorities_lacks(what: &str): "without {what}", "ohne {what}";
    priorities_none(): "No touchpoint yet.", "Noch kein Berührungspunkt.";
    priorities_none_ranked():
        "Nothing to draw yet: i, e and x with 1 to 5 set importance, expectation and experience.",
        "Noch nichts zu zeichnen: i, e und x mit 1 bis 5 setzen Wichtigkeit, Erwartung und Erlebnis.";
}

/// The name of a quadrant of importance and performance.
pub fn quadrant_name(lang: Lang, quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Improve => priorities_improve(lang),
        Quadrant::Keep => priorities_keep(lang),
        Quadrant::Later => priorities_later(lang),
        Quadrant::Enough => priorities_enough(lang),
    }
}

/// A quadrant by its name, and what it means.
pub fn quadrant(lang: Lang, quadrant: Quadrant) -> String {
    let means = match quadrant {
        Quadrant::Improve => priorities_improve_means(lang),
        Quadrant::Keep => priorities_keep_means(lang),
        Quadrant::Later => priorities_later_means(lang),
        Quadrant::Enough => priorities_enough_means(lang),
    };
    format!("{}: {means}", quadrant_name(lang, quadrant))
}

/// Where the quadrants of so many touchpoints meet.
pub fn crosshair(lang: Lang, crossing: Crossing, at: Crosshair, count: usize) -> String {
    let [importance, experience] =
        [at.importance, at.experience].map(|value| number::plain(lang, value));
    match crossing {
        Crossing::Middle => priorities_middle(lang, &importance, &experience),
        Crossing::Means => priorities_means(lang, count, &importance, &experience),
    }
}

/// The numbers that a touchpoint lacks.
pub fn lacks(lang: Lang, lacks: &[Lack]) -> String {
    let word = |lack: &Lack| match lack {
        Lack::Importance => super::field_importance(lang),
        Lack::Expectation => super::field_expectation(lang),
        Lack::Experience => super::field_experience(lang),
    };
    let words: Vec<String> = lacks
        .iter()
        .map(word)
        .map(|it| in_sentence(lang, it))
        .collect();
    priorities_lacks(lang, &words.join(", "))
}

/// A noun as it stands within a sentence.
fn in_sentence(lang: Lang, noun: &str) -> String {
    match lang {
        Lang::En => noun.to_lowercase(),
        Lang::De => noun.to_owned(),
    }
}
