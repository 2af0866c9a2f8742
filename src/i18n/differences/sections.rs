//! Which section and which element a difference belongs to.

use super::facts::fact;
use super::order::in_order;
use super::sentence::Sentence;
use super::wording::{added, comment, moved, name, new_id, removed, reordered, reworded};
use super::{Section, Subject, Told, Versions};
use crate::compare::{Difference, home};
use crate::i18n::moments_at_stage;
use crate::journey::Parsed;
use crate::journey::fields::{Kind, Type};
use crate::journey::place::ElementKey;
use crate::sort;

/// What a section is about, in the order in which sections come.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    File,
    /// A list that comes before the stages in a file.
    Before(Kind),
    /// The stage at this place of the order of both versions.
    Stage(usize),
    /// A list that comes behind them.
    Behind(Kind),
}

pub(super) fn sections(versions: &Versions<'_>, differences: &[Difference]) -> Vec<Section> {
    let stages = stages(versions);
    let mut found: Vec<(About, Section)> = Vec::new();
    for difference in differences {
        let chain = chain(versions, difference);
        let about = about(&chain, &stages, difference);
        let at = found.iter().position(|(other, _)| *other == about);
        let at = at.unwrap_or_else(|| {
            let section = section(versions, &about, &stages);
            found.push((about, section));
            found.len() - 1
        });
        let (about, section) = &mut found[at];
        let depth = usize::from(matches!(about, About::Stage(_)));
        let told = Told {
            difference: difference.clone(),
            sentence: told(versions, difference, &chain, depth + 1),
        };
        subject(versions, section, chain.get(depth)).told.push(told);
    }
    sort::by(&mut found, |(one, _), (other, _)| one.cmp(other));
    let mut sections: Vec<Section> = found.into_iter().map(|(_, section)| section).collect();
    let subjects = sections.iter_mut().flat_map(|it| &mut it.subjects);
    subjects.for_each(|subject| in_order(versions, &mut subject.told));
    sections
}

pub(super) fn sentence(versions: &Versions<'_>, difference: &Difference) -> Sentence {
    let chain = chain(versions, difference);
    told(versions, difference, &chain, chain.len())
}

/// The stages of both versions; what is gone stands behind what it stood behind.
fn stages(versions: &Versions<'_>) -> Vec<ElementKey> {
    let of = |parsed: &Parsed| {
        let keys = parsed.index.elements().map(|(key, _)| key.clone());
        keys.filter(|key| key.kind == Kind::Stage)
            .collect::<Vec<_>>()
    };
    let mut stages = of(versions.new.parsed);
    let mut at = 0;
    for key in of(versions.old.parsed) {
        match stages.iter().position(|stage| *stage == key) {
            Some(position) => at = position + 1,
            None => {
                stages.insert(at, key);
                at += 1;
            }
        }
    }
    stages
}

/// The element that a difference is in, below all that it is in, the outermost first.
fn chain(versions: &Versions<'_>, difference: &Difference) -> Vec<ElementKey> {
    let element = match difference {
        Difference::Added(key) | Difference::Removed(key) => Some(key),
        Difference::Moved { element, .. } => Some(element),
        Difference::NewId { to, .. } => Some(to),
        Difference::Reordered { list: place, .. }
        | Difference::Fact(place)
        | Difference::Reworded { to: place, .. } => place.element.as_ref(),
        Difference::Comment { element, .. } => element.as_ref(),
    };
    let there = |key: &ElementKey| versions.new.parsed.index.node(key).is_some();
    let version = match element {
        Some(key) if !there(key) => versions.old.parsed,
        _ => versions.new.parsed,
    };
    let around = |key: &ElementKey| home(version, key)?.element;
    let mut chain: Vec<ElementKey> = std::iter::successors(element.cloned(), around).collect();
    chain.reverse();
    chain
}

fn about(chain: &[ElementKey], stages: &[ElementKey], difference: &Difference) -> About {
    let list = |kind: Kind| match kind {
        Kind::Handover | Kind::Improvement | Kind::Note => About::Behind(kind),
        _ => About::Before(kind),
    };
    match (chain.first(), difference) {
        (Some(key), _) if key.kind == Kind::Stage => {
            let at = stages.iter().position(|stage| stage == key);
            About::Stage(at.unwrap_or(stages.len()))
        }
        (Some(key), _) => list(key.kind),
        (None, Difference::Reordered { items, .. }) => {
            let item = items.first().and_then(|item| item.element.as_ref());
            let kind = item.map(|item| item.kind);
            let kind = kind.filter(|kind| *kind != Kind::Stage);
            kind.map_or(About::File, list)
        }
        (None, _) => About::File,
    }
}

fn section(versions: &Versions<'_>, about: &About, stages: &[ElementKey]) -> Section {
    let lang = versions.lang();
    let stage = match about {
        About::Stage(at) => stages.get(*at).cloned(),
        _ => None,
    };
    let root = versions.new.parsed.index.root_kind();
    let heading = match about {
        About::File => root.unwrap_or(Kind::Journey).word(lang).to_owned(),
        About::Before(kind) | About::Behind(kind) => list_word(*kind, versions),
        About::Stage(_) => {
            let name = stage.as_ref().map(|stage| name(versions, stage));
            moments_at_stage(lang, &name.unwrap_or_default())
        }
    };
    Section {
        heading,
        stage,
        subjects: Vec::new(),
    }
}

/// The word of the list that holds elements of this kind.
fn list_word(kind: Kind, versions: &Versions<'_>) -> String {
    let roots = [Kind::Journey, Kind::Company, Kind::Strategy];
    let mut fields = roots.into_iter().flat_map(|root| root.spec().fields);
    let field = fields.find(|field| field.of == Type::Elements(kind));
    let word = field.map_or(kind.spec().word, |field| field.word);
    word(versions.lang()).to_owned()
}

fn subject<'s>(
    versions: &Versions<'_>,
    section: &'s mut Section,
    element: Option<&ElementKey>,
) -> &'s mut Subject {
    let subjects = &mut section.subjects;
    let at = subjects
        .iter()
        .position(|subject| subject.element.as_ref() == element);
    let at = at.unwrap_or_else(|| {
        // What is said of the section itself stands before its elements.
        let at = if element.is_none() { 0 } else { subjects.len() };
        let subject = Subject {
            element: element.cloned(),
            name: element.map_or(String::new(), |key| name(versions, key)),
            told: Vec::new(),
        };
        subjects.insert(at, subject);
        at
    });
    &mut subjects[at]
}

/// The sentence, with the names of the elements in between before it. `depth` of them need none.
fn told(
    versions: &Versions<'_>,
    difference: &Difference,
    chain: &[ElementKey],
    depth: usize,
) -> Sentence {
    let inner = chain.get(depth..).unwrap_or_default();
    let named = inner.last();
    let sentence = match difference {
        Difference::Added(key) => Sentence::plain(added(versions, key, named.is_some())),
        Difference::Removed(key) => Sentence::plain(removed(versions, key, named.is_some())),
        Difference::Moved { from, .. } => Sentence::plain(moved(versions, from)),
        Difference::NewId { from, to } => Sentence::plain(new_id(versions, from, to)),
        Difference::Reordered { list, items } => Sentence::plain(reordered(versions, list, items)),
        Difference::Fact(place) => fact(versions, place),
        Difference::Reworded { from, to } => reworded(versions, from, to),
        Difference::Comment { text, is_new, .. } => comment(versions, text, *is_new),
    };
    let says_name = matches!(difference, Difference::Added(_) | Difference::Removed(_));
    let count = inner.len().saturating_sub(usize::from(says_name));
    let names = inner[..count]
        .iter()
        .map(|key| format!("{} · ", name(versions, key)));
    sentence.after(names.collect())
}
