//! Three texts → one text and conflicts. What this module decides is made true in the text by
//! edits on ours, so that its comments, layout and line endings stay.

use crate::sort;
use std::collections::HashSet;

use super::conflict::{About, Conflict};
use super::differences::is_written_alike;
use super::fates::{Fates, spot};
use super::reconcile::Target;
use super::wanted::{self, Wanted, order_conflict};
use super::{NoMerge, Side, Version, Versions, children, home, items, of_each, order};
use crate::document::plan::draft_all;
use crate::journey::fields::Kind;
use crate::journey::finding::{Code, Severity, What};
use crate::journey::place::{ElementKey, Place};
use crate::journey::shape::canonical;
use crate::journey::{Parsed, structure};
use crate::ron_text::{NodeId, Tree};

/// The outcome of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Our text with their changes; at conflicts what loses nothing, ours first.
    pub text: String,
    /// What a person must decide.
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    fn clean(text: &str) -> Merged {
        Merged {
            text: text.to_owned(),
            conflicts: Vec::new(),
        }
    }
}

/// Merges two texts that come from `base`; from an empty one every element is added by both.
///
/// # Errors
/// Any [`NoMerge`]: nothing is merged, and the caller may merge by line.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Result<Merged, NoMerge> {
    if ours == theirs || base == theirs {
        return Ok(Merged::clean(ours));
    }
    if base == ours {
        return Ok(Merged::clean(theirs));
    }
    let [base, ours, theirs] = read_all(base, ours, theirs)?;
    let versions = Versions {
        base: &base,
        ours: &ours,
        theirs: &theirs,
    };
    let kinds = versions.all().map(|version| version.index.root_kind());
    if kinds != [kinds[0]; 3] {
        return Err(NoMerge::DifferentKinds);
    }
    merge_read(&versions)
}

/// The texts, read at the same time. A base that was not there has our root with nothing in it.
fn read_all(base: &str, ours: &str, theirs: &str) -> Result<[Parsed; 3], NoMerge> {
    std::thread::scope(|scope| {
        let is_new = base.trim().is_empty();
        let base = (!is_new).then(|| scope.spawn(|| read(base, Version::Base)));
        let theirs = scope.spawn(|| read(theirs, Version::Theirs));
        let ours = read(ours, Version::Ours)?;
        let base = match (base, ours.index.root_kind()) {
            (Some(base), _) => base.join(),
            (None, kind) => Ok(read(&root_of(kind), Version::Base)),
        };
        let base = base.unwrap_or(Err(NoMerge::Unreadable(Version::Base)))?;
        let theirs = theirs.join();
        let theirs = theirs.unwrap_or(Err(NoMerge::Unreadable(Version::Theirs)))?;
        Ok([base, ours, theirs])
    })
}

fn root_of(kind: Option<Kind>) -> String {
    kind.map_or_else(String::new, |kind| format!("{kind:?}()"))
}

/// The elements of this text can be told apart.
///
/// # Errors
/// Why not; as if it were ours.
pub fn can_be_merged(text: &str) -> Result<(), NoMerge> {
    read(text, Version::Ours).map(|_| ())
}

fn read(text: &str, version: Version) -> Result<Parsed, NoMerge> {
    let parsed = structure(Tree::read(text.to_owned()));
    let has = |fits: fn(&What) -> bool| parsed.findings.iter().any(|it| fits(&it.what));
    let twofold = has(|what| matches!(what, What::DuplicateField(_)));
    if parsed.is_unreadable() || parsed.index.root_kind().is_none() || twofold {
        return Err(NoMerge::Unreadable(version));
    }
    let nameless = parsed.index.elements().any(|(key, _)| key.id.is_empty());
    match nameless || has(|what| matches!(what, What::DuplicateId { .. })) {
        true => Err(NoMerge::UnclearIds(version)),
        false => Ok(parsed),
    }
}

fn merge_read(versions: &Versions<'_>) -> Result<Merged, NoMerge> {
    let mut fates = Fates::of(versions);
    let mut conflicts = std::mem::take(&mut fates.conflicts);
    let lists = lists(versions, &fates, &mut conflicts);
    let wanted = all_wanted(versions, &fates, &mut conflicts);
    let target = Target {
        versions,
        fates: &fates,
        lists,
        wanted,
    };
    let reached = target.reach()?;
    let now = reached.as_ref().unwrap_or(versions.ours);
    conflicts.extend(new_errors(versions, now));
    let text = laid_out(versions.ours, now);
    sort(&mut conflicts, now);
    Ok(Merged { text, conflicts })
}

/// The lists of elements in which theirs changed something, with what they are to hold.
fn lists(
    versions: &Versions<'_>,
    fates: &Fates,
    conflicts: &mut Vec<Conflict>,
) -> Vec<(Place, Vec<Place>)> {
    let theirs = versions.theirs;
    let owners = theirs.index.elements().map(|(key, _)| Some(key));
    let mut found = Vec::new();
    for owner in [None].into_iter().chain(owners) {
        for (list, items_of_theirs) in children(theirs, owner) {
            let items_of_theirs: Vec<Place> = items_of_theirs.into_iter().map(Place::of).collect();
            let before = items(versions.base, &list);
            let comes = |item: &Place| {
                item.element
                    .as_ref()
                    .is_some_and(|key| fates.come.contains(key))
            };
            if before != items_of_theirs || items_of_theirs.iter().any(comes) {
                found.push(merged_list(
                    versions,
                    fates,
                    list,
                    &items_of_theirs,
                    conflicts,
                ));
            }
        }
    }
    found
}

fn merged_list(
    versions: &Versions<'_>,
    fates: &Fates,
    list: Place,
    theirs: &[Place],
    conflicts: &mut Vec<Conflict>,
) -> (Place, Vec<Place>) {
    let belongs = |item: &&Place| {
        let Some(key) = &item.element else {
            return false;
        };
        match fates.moved.get(key) {
            Some(home) => *home == list,
            None if fates.come.contains(key) => home(versions.theirs, key).as_ref() == Some(&list),
            None => !fates.go.contains(key) && home(versions.ours, key).as_ref() == Some(&list),
        }
    };
    let base = items(versions.base, &list);
    let ours = items(versions.ours, &list);
    let [ours, theirs] = [&ours[..], theirs]
        .map(|side| side.iter().filter(belongs).cloned().collect::<Vec<Place>>());
    let merged = order::merge(&base, &ours, &theirs).unwrap_or_else(|_| {
        conflicts.push(order_conflict(list.clone(), ours.clone(), theirs.clone()));
        order::ours_first(&ours, &theirs)
    });
    (list, merged)
}

/// What those elements are to say that theirs changed and both have, the journey itself included.
fn all_wanted<'v>(
    versions: &Versions<'v>,
    fates: &Fates,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Wanted<'v>> {
    let is_due = |key: &ElementKey, node: NodeId| {
        let is_ours = versions.ours.index.node(key).is_some() && !fates.come.contains(key);
        let before = versions.base.index.node(key);
        let changed = before.is_none_or(|before| {
            let [before, now] = [
                versions.base.tree.node(before),
                versions.theirs.tree.node(node),
            ];
            !is_written_alike(before, now)
        });
        is_ours && changed
    };
    let changed = versions.theirs.index.elements();
    let changed = changed.filter(|(key, node)| is_due(key, *node));
    let mut due: Vec<Option<&ElementKey>> = vec![None];
    due.extend(changed.map(|(key, _)| Some(key)));
    let merged = of_each(&due, |element| {
        let mut conflicts = Vec::new();
        let wanted = wanted::merge(versions, *element, &mut conflicts);
        (wanted, conflicts)
    });
    let with_conflicts = |(wanted, found)| {
        conflicts.extend::<Vec<Conflict>>(found);
        wanted
    };
    merged.into_iter().map(with_conflicts).collect()
}

/// Errors that neither side had: the two changes do not go together.
fn new_errors(versions: &Versions<'_>, now: &Parsed) -> Vec<Conflict> {
    let errors = |version: &Parsed| -> HashSet<(Code, Place)> {
        let errors = version.findings.iter();
        let errors = errors.filter(|finding| finding.code().severity() == Severity::Error);
        errors.map(|it| (it.code(), it.place.clone())).collect()
    };
    let found = errors(now);
    if found.is_empty() {
        return Vec::new();
    }
    let known: HashSet<_> = [versions.ours, versions.theirs]
        .into_iter()
        .flat_map(errors)
        .collect();
    let new = found.difference(&known);
    new.flat_map(|(_, place)| match &place.element {
        Some(element) if place.steps.is_empty() => twins(versions, now, element),
        _ => vec![Conflict::fact(place.clone(), versions.all())],
    })
    .collect()
}

/// Elements of two kinds to which the two sides gave the same id: each is on one side alone.
fn twins(versions: &Versions<'_>, now: &Parsed, element: &ElementKey) -> Vec<Conflict> {
    let all: Vec<&ElementKey> = now.index.shared(&element.id).map(|(key, _)| key).collect();
    let has = |side: Side, key: &ElementKey| versions.side(side).index.node(key).is_some();
    let conflict = |key: &&ElementKey| {
        let gone = if has(Side::Ours, key) {
            Side::Theirs
        } else {
            Side::Ours
        };
        let others = all.iter().filter(|other| *other != key);
        let about = About::Presence {
            item: Place::of((*key).clone()),
            list: spot(versions.side(gone.other()), key),
            gone,
            because: others.map(|other| Place::of((*other).clone())).collect(),
        };
        Conflict::presence(about, versions.all())
    };
    all.iter().map(conflict).collect()
}

/// Ours was in canonical form, so the result is.
fn laid_out(ours: &Parsed, now: &Parsed) -> String {
    let text = now.tree.text();
    let form = canonical(&now.tree);
    match form != text && canonical(&ours.tree) == ours.tree.text() {
        true => form,
        false => text.to_owned(),
    }
}

/// Conflicts in the order of the text.
fn sort(conflicts: &mut [Conflict], now: &Parsed) {
    let start = |conflict: &Conflict| {
        let node = now.index.locate(&now.tree, &conflict.about.place());
        node.map_or(usize::MAX, |node| node.item_span().start)
    };
    sort::by_key(conflicts, start);
}

/// The merged text with one side's answer to every conflict.
///
/// # Errors
/// [`NoMerge::NotAsMeant`] where an answer cannot be written.
pub fn resolved(merged: &Merged, side: Side) -> Result<String, NoMerge> {
    let mut now = structure(Tree::read(merged.text.clone()));
    let removes = |conflict: &&Conflict| match &conflict.about {
        About::Presence { gone, .. } => *gone == side,
        _ => false,
    };
    // What goes may hold what an answer moves elsewhere.
    let (last, first): (Vec<&Conflict>, Vec<_>) = merged.conflicts.iter().partition(removes);
    for conflict in first.into_iter().chain(last) {
        if let Some(edit) = conflict.take(side, &now) {
            now = draft_all(now, &[edit]).map_err(|_| NoMerge::NotAsMeant)?;
        }
    }
    Ok(now.tree.text().to_owned())
}
