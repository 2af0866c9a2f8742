//! From our text to the merged one: the edits that are still missing, as long as there are some.
//! That none is missing in the end is the proof that the text says what was merged.

use std::collections::{HashMap, HashSet};

use super::conflict::moves;
use super::fates::Fates;
use super::own::{Own, Way, place_of, same, surplus};
use super::wanted::Wanted;
use super::{NoMerge, Versions, items, of_each};
use crate::document::edit::{Edit, Slot};
use crate::document::plan::{draft_all, draft_clear};
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place, Step};
use crate::journey::{Parsed, structure};
use crate::ron_text::{self, CommentSpot, Tree, fragment, quote, value_text};

/// So many times at least the text is looked at: each round does all that is ready to be done.
const ROUNDS: usize = 40;

/// What the merged text is to say.
pub(super) struct Target<'v> {
    pub(super) versions: &'v Versions<'v>,
    pub(super) fates: &'v Fates,
    /// Lists of elements that differ from ours, with their items.
    pub(super) lists: Vec<(Place, Vec<Place>)>,
    /// What elements are to say that differ from ours.
    pub(super) wanted: Vec<Wanted<'v>>,
}

impl Target<'_> {
    /// Our text, made to say what was merged; `None` where it does so already.
    pub(super) fn reach(&self) -> Result<Option<Parsed>, NoMerge> {
        let mut now: Option<Parsed> = None;
        let mut rounds = None;
        loop {
            let text = now.as_ref().unwrap_or(self.versions.ours);
            let edits = self.missing(text);
            if edits.is_empty() {
                return Ok(now);
            }
            // What waits for something else takes a round of its own.
            let rounds = rounds.get_or_insert(ROUNDS + 2 * edits.len());
            *rounds = rounds.checked_sub(1).ok_or(NoMerge::NotAsMeant)?;
            let next = advance(text, &edits)?;
            let is_same = next.tree.text() == text.tree.text();
            if is_same && only_moves_comments(&edits) {
                return Ok(now);
            }
            if next.is_unreadable() || is_same {
                return Err(NoMerge::NotAsMeant);
            }
            now = Some(next);
        }
    }

    /// The edits that are missing, those first that others wait for; comments when all else is
    /// there.
    fn missing(&self, now: &Parsed) -> Vec<Edit> {
        let mut edits = Vec::new();
        for level in 0..3 {
            edits.extend(self.elements(now, level));
        }
        // What goes may still hold what is to stay.
        if edits.is_empty() {
            edits = self.removals(now);
        }
        // Which comments are missing shows when all elements are where they belong.
        let with_comments = edits.is_empty();
        let is_ours = std::ptr::eq(now, self.versions.ours);
        let said = of_each(&self.wanted, |wanted| {
            let read = (!is_ours).then(|| Own::of(now, wanted.element.as_ref()));
            let current = read.as_ref().unwrap_or(&wanted.ours);
            let say = Say {
                versions: self.versions,
                wanted,
                current,
            };
            let said = say.missing();
            match said.is_empty() && with_comments {
                true => self.comments(now, wanted, current),
                false => said,
            }
        });
        edits.extend(said.into_iter().flatten());
        edits
    }

    // Elements.

    fn elements(&self, now: &Parsed, level: usize) -> Vec<Edit> {
        let lists = self.lists.iter().filter(|(list, _)| depth(list) == level);
        lists
            .flat_map(|(list, target)| self.list(now, list, target))
            .collect()
    }

    fn list(&self, now: &Parsed, list: &Place, target: &[Place]) -> Vec<Edit> {
        let current = items(now, list);
        let stay = super::order::stay(&current, target);
        let mut slot = Slot::First;
        let mut edits = Vec::new();
        for item in target {
            let list = list.clone();
            let is_there = now.index.locate(&now.tree, item).is_some();
            match (stay.contains(item), is_there) {
                (true, _) => {}
                (false, true) => edits.push(Edit::Move {
                    item: item.clone(),
                    list,
                    slot,
                }),
                (false, false) => edits.push(Edit::Insert {
                    list,
                    slot,
                    item: piece(self.versions.theirs, item, |key| {
                        self.fates.come.contains(key)
                    }),
                }),
            }
            slot = Slot::After(item.clone());
        }
        edits
    }

    fn removals(&self, now: &Parsed) -> Vec<Edit> {
        let goes = |key: &ElementKey| self.fates.go.contains(key);
        let outermost = |key: &&ElementKey| {
            let around = super::home(now, key).and_then(|list| list.element);
            goes(key) && around.is_none_or(|around| !goes(&around))
        };
        let keys = now.index.elements().map(|(key, _)| key).filter(outermost);
        keys.map(|key| Edit::Remove {
            item: Place::of(key.clone()),
        })
        .collect()
    }

    fn comments(&self, now: &Parsed, wanted: &Wanted<'_>, current: &Own<'_>) -> Vec<Edit> {
        let element = wanted.element.clone();
        let too_many = surplus(&current.comments, &wanted.comments);
        let gone = too_many.into_iter().map(|comment| Edit::Uncomment {
            element: element.clone(),
            comment: comment.to_owned(),
        });
        let mut edits: Vec<Edit> = gone.collect();
        let missing = surplus(&wanted.comments, &current.comments);
        edits.extend(self.come(now, wanted, missing));
        edits
    }

    /// Comments of theirs (or of ours whose item is gone) at the spot where they stood.
    fn come(&self, now: &Parsed, wanted: &Wanted<'_>, missing: Vec<&str>) -> Vec<Edit> {
        if missing.is_empty() {
            return Vec::new();
        }
        let element = wanted.element.as_ref();
        let spots =
            [self.versions.theirs, self.versions.ours].map(|version| spots(version, element));
        let mut edits: Vec<Edit> = Vec::new();
        for comment in missing {
            let spot = spots.iter().find_map(|spots| spots.get(comment));
            let (at, spot) = spot
                .filter(|(at, _)| now.index.locate(&now.tree, at).is_some())
                .cloned()
                .unwrap_or_else(|| (place_of(element, &[]), CommentSpot::Above));
            let comment = comment.to_owned();
            match edits.last_mut() {
                Some(Edit::Comment {
                    at: last,
                    spot: other,
                    comments,
                }) if *last == at && *other == spot && spot != CommentSpot::Behind => {
                    comments.push(comment);
                }
                _ => edits.push(Edit::Comment {
                    at,
                    spot,
                    comments: vec![comment],
                }),
            }
        }
        edits
    }
}

/// The text of an element, without the elements in it that do not come with it.
pub(super) fn piece(version: &Parsed, item: &Place, comes: impl Fn(&ElementKey) -> bool) -> String {
    let foreign = foreign(version, item, comes);
    let cut = match foreign.is_empty() {
        true => None,
        false => {
            let whole = structure(Tree::read(version.tree.text().to_owned()));
            draft_all(whole, &foreign).ok()
        }
    };
    let from = cut.as_ref().unwrap_or(version);
    let node = from.index.locate(&from.tree, item);
    node.map(fragment).unwrap_or_default()
}

/// Takes out the elements in this one that do not come with it.
fn foreign(version: &Parsed, item: &Place, comes: impl Fn(&ElementKey) -> bool) -> Vec<Edit> {
    let Some(whole) = version
        .index
        .locate(&version.tree, item)
        .map(|it| it.span())
    else {
        return Vec::new();
    };
    let mut covered = whole.start;
    let mut found = Vec::new();
    for (key, node) in version.index.elements() {
        let span = version.tree.node(node).span();
        let inside = whole.start < span.start && span.end <= whole.end;
        if inside && span.start >= covered && !comes(key) {
            covered = span.end;
            found.push(Edit::Remove {
                item: Place::of(key.clone()),
            });
        }
    }
    found
}

/// The text after as many of the edits as can be made at once, or after the first.
fn advance(now: &Parsed, edits: &[Edit]) -> Result<Parsed, NoMerge> {
    let one = || {
        let again = structure(Tree::read(now.tree.text().to_owned()));
        draft_all(again, &edits[..1]).map_err(|_| NoMerge::NotAsMeant)
    };
    draft_clear(now, edits).map_or_else(one, Ok)
}

/// As many comments come as go. On a line of its own items, a comment at the end of a list is read
/// as one behind the last item: none is lost when it stays there.
fn only_moves_comments(edits: &[Edit]) -> bool {
    let mut balance = 0;
    for edit in edits {
        match edit {
            Edit::Comment { comments, .. } => balance += comments.len() as isize,
            Edit::Uncomment { .. } => balance -= 1,
            _ => return false,
        }
    }
    balance == 0
}

/// How deep a list of elements lies: inner ones wait for the outer ones.
fn depth(list: &Place) -> usize {
    match list.element.as_ref().map(|element| element.kind) {
        None => 0,
        Some(Kind::Touchpoint) => 2,
        Some(_) => 1,
    }
}

/// Where the comments of an element stand, by their text.
pub(super) fn spots<'v>(
    version: &'v Parsed,
    element: Option<&ElementKey>,
) -> HashMap<&'v str, (Place, CommentSpot)> {
    let (tree, index) = (&version.tree, &version.index);
    let mut spots = HashMap::new();
    let node = element.map_or_else(|| index.root(), |key| index.node(key));
    let Some(node) = node.map(|id| tree.node(id)) else {
        return spots;
    };
    let own: HashSet<usize> = super::own::comment_starts(version, element);
    let mut add = |ranges: Vec<std::ops::Range<usize>>, at: &Place, spot| {
        for range in ranges
            .into_iter()
            .filter(|range| own.contains(&range.start))
        {
            let text = &tree.text()[range];
            spots.entry(text).or_insert_with(|| (at.clone(), spot));
        }
    };
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        let place = index.place(node);
        add(ron_text::leading_comments(node), &place, CommentSpot::Above);
        add(
            ron_text::trailing_comment(node).into_iter().collect(),
            &place,
            CommentSpot::Behind,
        );
        add(ron_text::headers(node), &place, CommentSpot::Header);
        if let Some(inner) = node.inner() {
            add(ron_text::end_comments(inner), &place, CommentSpot::End);
            open.extend(inner.children());
        }
    }
    spots
}

fn is_field(way: &Way) -> bool {
    matches!(way.last(), Some(Step::Field(_)))
}

/// One element on its way to what it is to say.
struct Say<'s, 'v> {
    versions: &'s Versions<'v>,
    wanted: &'s Wanted<'v>,
    current: &'s Own<'s>,
}

impl Say<'_, '_> {
    fn missing(&self) -> Vec<Edit> {
        let steps: [&dyn Fn() -> Vec<Edit>; 4] = [
            &|| self.rewordings(),
            &|| self.records(),
            &|| self.facts(),
            &|| self.lists(),
        ];
        let edits = steps.iter().map(|step| step());
        edits
            .into_iter()
            .find(|edits| !edits.is_empty())
            .unwrap_or_default()
    }

    fn place(&self, way: &Way) -> Place {
        place_of(self.wanted.element.as_ref(), way)
    }

    /// Texts that theirs reworded and ours did not touch change where they stand.
    fn rewordings(&self) -> Vec<Edit> {
        let is_due = |(from, to): &&(Way, Way)| {
            let [from, to] = [from, to].map(|way| (self.current.fact(way), self.wanted.has(way)));
            matches!((from, to), ((Some(_), false), (None, true)))
        };
        let pairs = self.wanted.reworded.iter().filter(is_due);
        pairs
            .filter_map(|(from, to)| {
                let text = self.wanted.fact(to)?.text()?;
                Some(Edit::value(self.place(from), quote(&text)))
            })
            .collect()
    }

    /// Whole records come with their first fact, and go.
    fn records(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        for way in &self.current.records {
            if !self.wanted.records.contains(way) {
                edits.push(Edit::Remove {
                    item: self.place(way),
                });
            }
        }
        let theirs = self.versions.theirs;
        for way in &self.wanted.records {
            if is_field(way) && !self.current.records.contains(way) {
                let place = self.place(way);
                let node = theirs.index.locate(&theirs.tree, &place);
                let value = node.and_then(|node| node.inner()).map(value_text);
                edits.push(Edit::value(place, value.unwrap_or_else(|| "()".to_owned())));
            }
        }
        edits
    }

    fn facts(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (way, node) in &self.wanted.facts {
            let in_new_item = self.in_new_item(way);
            match self.current.fact(way) {
                Some(there) if same(there, *node) => {}
                None if in_new_item || !is_field(way) => {}
                _ => edits.push(Edit::value(self.place(way), value_text(*node))),
            }
        }
        let superfluous = self.current.facts().map(|(way, _)| way);
        let superfluous =
            superfluous.filter(|way| is_field(way) && self.wanted.fact(way).is_none());
        edits.extend(superfluous.map(|way| Edit::Remove {
            item: self.place(way),
        }));
        edits
    }

    /// The fact comes with an item that is not there yet.
    fn in_new_item(&self, way: &Way) -> bool {
        let outer = |record: &&Way| way.len() > record.len() && way.starts_with(record);
        let record = self.wanted.records.iter().find(outer);
        record.is_some_and(|record| !self.current.records.contains(record))
    }

    fn lists(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (list, target) in &self.wanted.lists {
            edits.extend(self.list(list, target));
        }
        for (_, items) in &self.current.lists {
            let gone = items.iter().filter(|way| !self.wanted.has(way));
            let gone: Vec<Edit> = gone
                .map(|way| Edit::Remove {
                    item: self.place(way),
                })
                .collect();
            // The last of equal texts first: the others keep their number.
            edits.extend(gone.into_iter().rev());
        }
        edits
    }

    fn list(&self, list: &Way, target: &[Way]) -> Vec<Edit> {
        let place = self.place(list);
        let current = self.current.lists.iter().find(|(way, _)| way == list);
        let current: &[Way] = current.map_or(&[], |(_, items)| items);
        if current.is_empty() {
            return vec![Edit::value(place, self.whole(target))];
        }
        let mut slot = Slot::First;
        let mut edits = Vec::new();
        for way in target {
            if !current.contains(way) {
                edits.push(Edit::Insert {
                    list: place.clone(),
                    slot,
                    item: self.piece(way),
                });
            }
            slot = Slot::After(self.place(way));
        }
        if edits.is_empty() {
            let places = |ways: &[Way]| ways.iter().map(|way| self.place(way)).collect::<Vec<_>>();
            edits = moves(&place, &places(current), &places(target));
        }
        edits
    }

    /// A list that is not there yet, without the comments in it.
    fn whole(&self, target: &[Way]) -> String {
        let value = |way: &Way| {
            let place = self.place(way);
            let [_, ours, theirs] = self.versions.all();
            let node = |version: &'_ Parsed| {
                let node = version.index.locate(&version.tree, &place)?.inner()?;
                Some(value_text(node))
            };
            node(theirs).or_else(|| node(ours))
        };
        let items: Vec<String> = target.iter().filter_map(value).collect();
        format!("[\n{}\n]", items.join(",\n"))
    }

    /// The text of an item of theirs, or of ours where only ours has it.
    fn piece(&self, way: &Way) -> String {
        let place = self.place(way);
        let [_, ours, theirs] = self.versions.all();
        let node = |version: &'_ Parsed| version.index.locate(&version.tree, &place).map(fragment);
        node(theirs).or_else(|| node(ours)).unwrap_or_default()
    }
}
