//! What holds for every merge.

use std::collections::BTreeSet;
use std::ops::Range;

use touchline::compare::{About, Conflict, Merged, NoMerge, Side, merge, resolved};
use touchline::journey::finding::Severity;
use touchline::journey::shape::canonical;
use touchline::ron_text::Tree;

use crate::doc::{Doc, Key, ListName, Way, key, parsed, way};
use crate::oracle::{Expected, Three, within};
use crate::sides::Texts;

/// What a merge was to be, and how it came out.
pub(crate) struct Judged {
    pub(crate) expected: Expected,
    pub(crate) merged: Merged,
}

/// Merges, and judges every law but those on identities. `None` where ids are unclear.
pub(crate) fn judged(texts: &Texts) -> Result<Option<Judged>, String> {
    let Texts { base, ours, theirs } = texts;
    let merged = match merge(base, ours, theirs) {
        Ok(merged) => merged,
        Err(NoMerge::UnclearIds(_)) => return Ok(None),
        Err(error) => return Err(format!("{error:?}")),
    };
    let docs = [base, ours, theirs].map(|text| Doc::read(text));
    let three = Three {
        base: &docs[0],
        ours: &docs[1],
        theirs: &docs[2],
    };
    let expected = three.expected();
    let result = Doc::read(&merged.text);
    conflicts(&expected, &merged, texts)?;
    says(&expected, &result)?;
    keeps(&expected, &docs, &result)?;
    layout(texts, &merged)?;
    if merged.conflicts.is_empty() {
        let known = &errors(ours) | &errors(theirs);
        let new: Vec<String> = errors(&merged.text).difference(&known).cloned().collect();
        if !new.is_empty() {
            return Err(format!("new errors: {new:?}"));
        }
    }
    other_way_round(texts, &merged)?;
    for side in [Side::Ours, Side::Theirs] {
        answers(&merged, side)?;
    }
    Ok(Some(Judged { expected, merged }))
}

/// merge(b, x, x) = x, merge(b, b, x) = x, merge(b, x, b) = x.
pub(crate) fn identities(texts: &Texts) -> Result<(), String> {
    let (base, one) = (&texts.base, &texts.theirs);
    for (b, o, t) in [(base, one, one), (base, base, one), (base, one, base)] {
        let merged = merge(b, o, t).map_err(|error| format!("identity: {error:?}"))?;
        if merged.text != *one || !merged.conflicts.is_empty() {
            return Err("an identity".to_owned());
        }
    }
    Ok(())
}

/// What the conflicts name is what the rules say, no more and no less.
fn conflicts(expected: &Expected, merged: &Merged, texts: &Texts) -> Result<(), String> {
    let mut elements: BTreeSet<Key> = BTreeSet::new();
    let mut facts: BTreeSet<(Key, Way)> = BTreeSet::new();
    let mut orders: BTreeSet<ListName> = BTreeSet::new();
    let result = Doc::read(&merged.text);
    let [ours, theirs] = [&texts.ours, &texts.theirs].map(|text| Doc::read(text));
    for conflict in &merged.conflicts {
        let place = conflict.about.place();
        let element = key(place.element.as_ref());
        match &conflict.about {
            About::Fact(_) => _ = facts.insert((element, way(&place))),
            About::Presence { list: Some(_), .. } | About::Home { .. }
                if place.steps.is_empty() =>
            {
                for doc in [&result, &ours, &theirs] {
                    elements.extend(within(doc, &element));
                }
            }
            About::Presence { .. } | About::Home { .. } => {
                _ = facts.insert((element, way(&place)));
            }
            About::Order { .. } => _ = orders.insert((element, way(&place))),
        }
    }
    let unnamed: Vec<_> = expected.elements.difference(&elements).collect();
    if !unnamed.is_empty() {
        return Err(format!("not named: {unnamed:?}"));
    }
    let unnamed: Vec<_> = expected.facts.difference(&facts).collect();
    if !unnamed.is_empty() {
        return Err(format!("not named: {unnamed:?}"));
    }
    let unnamed: Vec<_> = expected.orders.difference(&orders).collect();
    if !unnamed.is_empty() {
        return Err(format!("order not named: {unnamed:?}"));
    }
    if !expected.ids.is_empty() && merged.conflicts.is_empty() {
        return Err(format!("not named: {:?}", expected.ids));
    }
    match expected.is_clean() && !merged.conflicts.is_empty() {
        true => Err(format!("needless: {:?}", abouts(merged))),
        false => Ok(()),
    }
}

fn abouts(merged: &Merged) -> Vec<&About> {
    merged.conflicts.iter().map(|it| &it.about).collect()
}

/// The result says what was expected, wherever no conflict about elements makes it a guess.
fn says(expected: &Expected, result: &Doc) -> Result<(), String> {
    let is_claimed = |key: &Key| expected.elements.contains(key);
    for (key, wanted) in &expected.doc.elements {
        let Some(found) = result.elements.get(key) else {
            return Err(format!("{key} is not there"));
        };
        if is_claimed(key) {
            continue;
        }
        if found.home != wanted.home {
            return Err(format!("{key} stands in {:?}", found.home));
        }
        if found.facts != wanted.facts {
            return Err(format!(
                "{key} says\n{:#?}\ninstead of\n{:#?}",
                found.facts, wanted.facts
            ));
        }
        if found.comments != wanted.comments {
            return Err(format!(
                "{key} has the comments {:?} instead of {:?}",
                found.comments, wanted.comments
            ));
        }
    }
    for key in result.elements.keys() {
        if !expected.doc.elements.contains_key(key) && !is_claimed(key) {
            return Err(format!("{key} is there"));
        }
    }
    for (name, wanted) in &expected.doc.lists {
        let found = result.lists.get(name);
        let is_sure = !expected.orders.contains(name)
            && !is_claimed(&name.0)
            && !wanted.iter().any(is_claimed)
            && !found.into_iter().flatten().any(is_claimed);
        if is_sure && found != Some(wanted) {
            return Err(format!("{name:?} is\n{found:?}\ninstead of\n{wanted:?}"));
        }
    }
    Ok(())
}

/// What is claimed by one side is there until a person decided.
fn keeps(expected: &Expected, docs: &[Doc; 3], result: &Doc) -> Result<(), String> {
    for key in &expected.elements {
        if !result.elements.contains_key(key) {
            let sides = docs.iter().map(|doc| doc.elements.contains_key(key));
            let there: Vec<bool> = sides.collect();
            if there == [true, true, false] || there == [true, false, true] {
                continue; // Removed by one, inside of what the other moved it out of.
            }
            return Err(format!("{key} is lost, {there:?}"));
        }
    }
    Ok(())
}

/// Ours' lines that no change touches stay, and a canonical text stays canonical.
fn layout(texts: &Texts, merged: &Merged) -> Result<(), String> {
    let form = |text: &str| canonical(&Tree::read(text.to_owned())) == text;
    if texts.ours == texts.base {
        return Ok(()); // The result is theirs, byte by byte.
    }
    if form(&texts.ours) && !form(&merged.text) {
        return Err("no longer canonical".to_owned());
    }
    if texts.ours.contains("\r\n") && merged.text.replace("\r\n", "").contains('\n') {
        return Err("another line end".to_owned());
    }
    if !texts.ours.ends_with('\n') && merged.text.ends_with('\n') {
        return Err("another last line".to_owned());
    }
    if form(&texts.ours) {
        return Ok(()); // A canonical layout follows from what it says.
    }
    untouched(texts, merged)
}

/// The smallest elements that theirs left alone keep their bytes.
fn untouched(texts: &Texts, merged: &Merged) -> Result<(), String> {
    let [base, ours, theirs, now] =
        [&texts.base, &texts.ours, &texts.theirs, &merged.text].map(|text| parsed(text));
    let docs = [&texts.base, &texts.theirs].map(|text| Doc::read(text));
    let [mine, result] = [&texts.ours, &merged.text].map(|text| Doc::read(text));
    for (element, node) in ours.index.elements() {
        let name = key(Some(element));
        let [old, new] = [&docs[0], &docs[1]].map(|doc| doc.elements.get(&name));
        let is_leaf = |range: &Range<usize>| {
            let mut others = ours.index.elements();
            !others.any(|(_, other)| {
                let span = ours.tree.node(other).span();
                other != node && range.start <= span.start && span.end <= range.end
            })
        };
        let span = ours.tree.node(node).span();
        let both = base.index.node(element).is_some() && theirs.index.node(element).is_some();
        let lists = |doc: &Doc| -> Vec<_> {
            let own = doc.lists.iter().filter(|(list, _)| list.0 == name);
            own.map(|(list, items)| (list.clone(), items.clone()))
                .collect()
        };
        let is_same =
            old == new && lists(&docs[0]) == lists(&docs[1]) && lists(&mine) == lists(&result);
        if !both || !is_same || !is_leaf(&span) {
            continue;
        }
        let Some(found) = now.index.node(element) else {
            continue;
        };
        let dense = |text: &str| {
            let lines = text.lines().map(str::trim_start);
            lines.collect::<Vec<_>>().join("\n")
        };
        let found = dense(now.tree.node(found).raw());
        if found != dense(ours.tree.node(node).raw()) {
            return Err(format!("{name} is written anew:\n{found}"));
        }
    }
    Ok(())
}

/// Clean or conflicting, and about what, does not depend on the side.
fn other_way_round(texts: &Texts, merged: &Merged) -> Result<(), String> {
    let back = merge(&texts.base, &texts.theirs, &texts.ours)
        .map_err(|error| format!("the other way round: {error:?}"))?;
    let places = |merged: &Merged| -> BTreeSet<(Key, Way)> {
        let places = merged.conflicts.iter().map(|it| it.about.place());
        places
            .map(|at| (key(at.element.as_ref()), way(&at)))
            .collect()
    };
    match places(merged) == places(&back) {
        true => Ok(()),
        false => Err(format!(
            "the other way round: {:?} against {:?}",
            places(merged),
            places(&back)
        )),
    }
}

/// The text with one side's answers can be read, and says what the side said at the conflicts.
fn answers(merged: &Merged, side: Side) -> Result<(), String> {
    let text = resolved(merged, side)
        .map_err(|error| format!("{side:?}: {error:?} {:#?}", abouts(merged)))?;
    let now = parsed(&text);
    if now.is_unreadable() {
        return Err(format!("{side:?} answered cannot be read"));
    }
    let doc = Doc::read(&text);
    for conflict in &merged.conflicts {
        let wrong = match &conflict.about {
            About::Presence { item, gone, .. } if item.steps.is_empty() => {
                let is_there = doc.elements.contains_key(&key(item.element.as_ref()));
                is_there == (*gone == side) && !is_inside_another(merged, conflict)
            }
            About::Home { element, .. } => {
                let list = match (&conflict.about, side) {
                    (About::Home { ours, .. }, Side::Ours) => &ours.0,
                    (About::Home { theirs, .. }, _) => &theirs.0,
                    _ => unreachable!(),
                };
                let home = (key(list.element.as_ref()), way(list));
                let found = doc.elements.get(&key(Some(element)));
                found.is_some_and(|found| found.home.as_ref() != Some(&home))
            }
            About::Fact(place) => {
                let said = match side {
                    Side::Ours => &conflict.ours,
                    Side::Theirs => &conflict.theirs,
                };
                let found = now.index.locate(&now.tree, place);
                let found = found.and_then(|node| node.inner());
                let owner = place.element.as_ref();
                let is_owner_there = owner.is_none_or(|key| now.index.node(key).is_some());
                is_owner_there && found.is_some() != said.is_some()
            }
            _ => false,
        };
        if wrong {
            return Err(format!(
                "{side:?} does not say {:?}\n{text}",
                conflict.about
            ));
        }
    }
    Ok(())
}

fn is_inside_another(merged: &Merged, conflict: &Conflict) -> bool {
    merged.conflicts.iter().any(|other| {
        let because: &[_] = match &other.about {
            About::Presence { because, .. } => because,
            _ => &[],
        };
        other.about != conflict.about && because.contains(&conflict.about.place())
    }) || merged.conflicts.len() > 1
}

/// Errors of a text, and where.
pub(crate) fn errors(text: &str) -> BTreeSet<String> {
    let findings = parsed(text).findings;
    let errors = findings
        .iter()
        .filter(|it| it.code().severity() == Severity::Error);
    errors
        .map(|it| {
            format!(
                "{:?} {} {}",
                it.code(),
                key(it.place.element.as_ref()),
                way(&it.place)
            )
        })
        .collect()
}
