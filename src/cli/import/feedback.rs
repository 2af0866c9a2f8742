//! Texts of people as feedback of a touchpoint: each is read by a person, who takes it or not.

use std::collections::HashSet;
use std::io::{self, BufRead};

use super::super::Session;
use super::super::output::{Line, Style};
use crate::document::edit::{Edit, Slot};
use crate::i18n;
use crate::journey::fields::Kind;
use crate::journey::model::Journey;
use crate::journey::place::{ElementKey, Place};
use crate::journey::touchpoints;
use crate::measure::survey::report::{Quote, Report};
use crate::ron_text::quote;

/// Shows the texts one by one and asks; gives the edits of those that are taken.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn choose(
    report: &Report,
    journey: &Journey,
    touchpoint: &str,
    session: &mut Session,
) -> io::Result<Vec<Edit>> {
    let environment = &session.environment;
    if !environment.stdin_is_terminal || !environment.stderr_is_terminal {
        session.note(i18n::survey_quotes_need_terminal(session.lang))?;
        return Ok(Vec::new());
    }
    let new = new_quotes(report, journey, touchpoint);
    let mut edits = Vec::new();
    for (at, it) in new.iter().enumerate() {
        let on = i18n::date(session.lang, &it.on.to_string());
        session
            .output
            .line(&Line::new().plain(&format!("{on}  «{}»", it.text)))?;
        let question = i18n::survey_take_quote(session.lang, at + 1, new.len());
        session
            .output
            .ask(&Line::new().add(Style::Strong, &question))?;
        match answer()?.as_str() {
            "y" | "yes" | "j" | "ja" => edits.push(insert(it, touchpoint)),
            "q" => return Ok(edits),
            _ => {}
        }
    }
    if report.more_quotes > 0 {
        let count = i18n::number::number(session.lang, report.more_quotes as f64, 0);
        session.note(&i18n::survey_more_quotes(session.lang, &count))?;
    }
    Ok(edits)
}

/// Texts that the touchpoint does not have yet, each once.
fn new_quotes<'r>(report: &'r Report, journey: &Journey, touchpoint: &str) -> Vec<&'r Quote> {
    let placed = touchpoints::all(journey);
    let known = placed.iter().filter(|it| it.touchpoint.id == touchpoint);
    let known = known.flat_map(|it| &it.touchpoint.feedback);
    let mut known: HashSet<(String, &str)> =
        known.map(|it| (it.on.clone(), it.text.as_str())).collect();
    let mut is_new = |it: &&'r Quote| known.insert((it.on.to_string(), &it.text));
    report.quotes.iter().filter(|it| is_new(it)).collect()
}

/// Nobody there means no.
fn answer() -> io::Result<String> {
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer)?;
    Ok(if read == 0 {
        "q".to_owned()
    } else {
        answer.trim().to_lowercase()
    })
}

fn insert(it: &Quote, touchpoint: &str) -> Edit {
    let list = Place::of(ElementKey::new(Kind::Touchpoint, touchpoint)).field("feedback");
    let item = format!(
        "(on: {}, source: Survey, text: {})",
        quote(&it.on.to_string()),
        quote(&it.text)
    );
    Edit::Insert {
        list,
        slot: Slot::Last,
        item,
    }
}
