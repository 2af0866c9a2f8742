//! The words of all findings: for each a sentence that says what is wrong, and a hint at what to
//! do. Names and texts of the file come in them as they are; who prints them makes them safe.

#![allow(
    unreachable_pub,
    reason = "`texts!` makes functions that could be public"
)]

mod advice;
mod errors;
mod syntax;
#[cfg(test)]
mod tests;
mod warnings;

use super::{Lang, texts};
use crate::journey::fields::Field;
use crate::journey::finding::{Severity, What};

pub use warnings::misfit;

texts! {
    severity_error(): "error", "Fehler";
    severity_warning(): "warning", "Warnung";
    severity_advice(): "advice", "Hinweis";
    did_you_mean(name: &str): "Did you mean `{name}`?", "Meinten Sie `{name}`?";
}

/// The word of a severity.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => severity_error(lang),
        Severity::Warning => severity_warning(lang),
        Severity::Advice => severity_advice(lang),
    }
}

/// What is wrong, in one or two sentences.
pub fn finding(lang: Lang, what: &What) -> String {
    shortened(say(lang, what).0)
}

/// What to do about it, where there is more to say than the finding does.
pub fn hint(lang: Lang, what: &What) -> Option<String> {
    say(lang, what).1.map(shortened)
}

/// Characters of a sentence, at most: what it repeats of a file may be as long as the file.
const LONGEST: usize = 1000;

/// The beginning and the end of a sentence that is too long.
fn shortened(sentence: String) -> String {
    if sentence.len() <= LONGEST {
        return sentence;
    }
    let mut ends = sentence.char_indices().map(|(at, _)| at);
    let (beginning, rest) = (ends.nth(LONGEST * 3 / 4), ends.nth_back(LONGEST / 4));
    match beginning.zip(rest) {
        Some((beginning, rest)) => format!("{}…{}", &sentence[..beginning], &sentence[rest..]),
        None => sentence,
    }
}

/// A field by its word on the screens and its name in the file.
fn named_field(lang: Lang, field: &Field) -> String {
    let word = (field.word)(lang);
    let word = word.split(" (").next().unwrap_or(word);
    format!("{word} (`{}`)", field.name)
}

/// Finding and hint.
type Said = (String, Option<String>);

fn say(lang: Lang, what: &What) -> Said {
    match what {
        What::Syntax(kind) => syntax::say(lang, kind),
        What::Advice(advice) => advice::say(lang, advice),
        _ => errors::say(lang, what)
            .or_else(|| warnings::say(lang, what))
            .unwrap_or_default(),
    }
}

/// A finding with a hint.
fn said(finding: impl Into<String>, hint: impl Into<String>) -> Said {
    (finding.into(), Some(hint.into()))
}

/// The nearest known name, else what else to do.
fn meant(lang: Lang, similar: Option<&str>, otherwise: impl Into<String>) -> String {
    similar.map_or_else(|| otherwise.into(), |name| did_you_mean(lang, name))
}
