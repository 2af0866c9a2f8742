//! What puts a finding right, where that is certain. Pure; knows neither words nor screen.
//!
//! Certain is: a spelling with one meaning (an anchor, a date, a number in quotes), a name or
//! reference with exactly one near enough to be meant, an id that nothing refers to. Nothing is
//! offered that would leave another error or warning, which is tried before it is offered.

use super::Document;
use super::edit::Edit;
use crate::journey::Parsed;
use crate::journey::check::{Neighbour, iso_date};
use crate::journey::fields::{Identity, Kind, METRICS, Type};
use crate::journey::finding::{Code, Finding, Severity, What};
use crate::journey::id::free_id;
use crate::journey::place::{ElementKey, Place};
use crate::journey::references::references_to;
use crate::journey::similar::only_similar;
use crate::ron_text::{Node, TextEdit, apply};
use std::collections::BTreeMap;

/// The edit that puts a finding right for certain.
pub fn fix<C: Clone>(document: &Document<C>, finding: &Finding) -> Option<Edit> {
    let edit = proposal(&document.parsed, &document.context().neighbour, finding)?;
    let after = document.after(&edit).ok()?;
    let (before, after) = (counts(&document.parsed), counts(&after));
    let of = |counts: &BTreeMap<Code, usize>, code| counts.get(&code).copied().unwrap_or(0);
    let code = finding.code();
    let is_gone = of(&after, code) < of(&before, code);
    let nothing_new = after.iter().all(|(it, count)| *count <= of(&before, *it));
    (is_gone && nothing_new).then_some(edit)
}

/// How many errors and warnings there are, by code.
fn counts(parsed: &Parsed) -> BTreeMap<Code, usize> {
    let mut counts = BTreeMap::new();
    let findings = parsed.findings.iter();
    for finding in findings.filter(|it| it.severity() != Severity::Advice) {
        *counts.entry(finding.code()).or_default() += 1;
    }
    counts
}

fn proposal(parsed: &Parsed, neighbour: &Neighbour, finding: &Finding) -> Option<Edit> {
    let place = &finding.place;
    match &finding.what {
        What::StaleAnchor { id, .. } => {
            Some(rewritten(parsed, finding.span.clone(), format!("// ^{id}")))
        }
        What::UnknownField { kind, field, .. } => renamed_field(parsed, place, *kind, field),
        What::UnknownVariant { variant, .. } => renamed_variant(parsed, place, variant),
        What::WrongName { expected, found } => renamed_struct(parsed, place, *expected, found),
        What::WrongType(of) => unquoted(parsed, place, *of),
        What::Dangling { kind, id, .. } => redirected(parsed, neighbour, place, *kind, id),
        What::DuplicateId { id, .. } => another_id(parsed, place, id),
        What::NotASlug(slug) => slugged(place, slug),
        What::NotADate(text) => iso(place, text),
        _ => None,
    }
}

/// Another spelling of a part of the text. No other edit keeps the comments around it.
fn rewritten(parsed: &Parsed, range: std::ops::Range<usize>, text: String) -> Edit {
    Edit::Whole(apply(parsed.tree.text(), &[TextEdit { range, text }]))
}

fn node<'t>(parsed: &'t Parsed, place: &Place) -> Option<Node<'t>> {
    parsed.index.locate(&parsed.tree, place)
}

/// A field that the record has already cannot be meant.
fn renamed_field(parsed: &Parsed, place: &Place, kind: Kind, field: &str) -> Option<Edit> {
    let node = node(parsed, place)?;
    let record = node.parent()?;
    let names = kind.spec().fields.iter().map(|it| it.name);
    let meant = only_similar(field, names).filter(|name| record.field(name).is_none())?;
    Some(rewritten(parsed, node.key_span()?, meant.to_owned()))
}

fn renamed_variant(parsed: &Parsed, place: &Place, variant: &str) -> Option<Edit> {
    let variants: Vec<&str> = match parsed.field_of(place)?.of {
        Type::Choice(variants) => variants.iter().map(|it| it.name).collect(),
        Type::Metric => METRICS.iter().filter_map(|it| it.spec().name).collect(),
        _ => return None,
    };
    let meant = only_similar(variant, variants.into_iter())?;
    let range = node(parsed, place)?.inner()?.name_span()?;
    Some(rewritten(parsed, range, meant.to_owned()))
}

/// Only a misspelling: a `Touchpoint` in the list of stages is more than a wrong name.
fn renamed_struct(parsed: &Parsed, place: &Place, expected: Kind, found: &str) -> Option<Edit> {
    let meant = only_similar(found, expected.spec().name.into_iter())?;
    let range = node(parsed, place)?.inner()?.name_span()?;
    Some(rewritten(parsed, range, meant.to_owned()))
}

/// A number or a flag in quotes.
fn unquoted(parsed: &Parsed, place: &Place, of: Type) -> Option<Edit> {
    let text = node(parsed, place)?.inner()?.text()?;
    let text = text.trim();
    let fits = match of {
        Type::Whole(..) | Type::OnScale => text.parse::<i64>().is_ok(),
        Type::Number(..) => text.parse::<f64>().is_ok_and(f64::is_finite),
        Type::Flag => text.parse::<bool>().is_ok(),
        _ => false,
    };
    fits.then(|| Edit::value(place.clone(), text))
}

/// The only id that is near, unless the list has it already.
fn redirected(
    parsed: &Parsed,
    neighbour: &Neighbour,
    place: &Place,
    kind: Option<Kind>,
    id: &str,
) -> Option<Edit> {
    let of_kind = |key: &ElementKey| match kind {
        Some(kind) => key.kind == kind,
        None => key.kind.spec().identity == Identity::Shared,
    };
    let own = parsed.index.elements().map(|(key, _)| key);
    let own = own.filter(|key| of_kind(key)).map(|key| key.id.as_str());
    let lent = kind.zip(neighbour.company()).into_iter();
    let lent = lent.flat_map(|(kind, company)| company.lends(kind).map(|(id, _)| id));
    let meant = only_similar(id, own.chain(lent))?;
    let siblings = node(parsed, place)?.parent()?.children();
    let is_there = siblings.filter(|it| it.key().is_none()).any(|it| {
        it.inner()
            .and_then(Node::text)
            .is_some_and(|it| it == meant)
    });
    (!is_there).then(|| Edit::text(place.clone(), meant))
}

/// The later one of two gets a free id, where no reference could mean either of them.
fn another_id(parsed: &Parsed, place: &Place, id: &str) -> Option<Edit> {
    let element = place.element.clone()?;
    if !references_to(parsed, &element).is_empty() {
        return None;
    }
    let taken = |id: &str| parsed.index.namesakes(&ElementKey::new(element.kind, id)) > 0;
    let to = free_id(element.kind, id, taken);
    Some(Edit::ChangeId { element, to })
}

/// References follow.
fn slugged(place: &Place, slug: &str) -> Option<Edit> {
    let element = place.element.clone().filter(|_| !slug.is_empty())?;
    let to = slug.to_owned();
    Some(Edit::ChangeId { element, to })
}

fn iso(place: &Place, text: &str) -> Option<Edit> {
    let iso = iso_date(text)?;
    Some(Edit::text(place.clone(), &iso))
}

#[cfg(test)]
#[path = "fix_tests.rs"]
mod tests;
