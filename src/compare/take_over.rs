//! From one difference to the edit that makes a version say there what another one says. Knows
//! no words.

use super::conflict::{arrange, come, go_to};
use super::fates::spot;
use super::own::{Own, comment_text};
use super::reconcile::{piece, spots};
use super::{Difference, home, items};
use crate::document::edit::Edit;
use crate::journey::Parsed;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::{CommentSpot, fragment, value_text};

/// Why a difference is not taken over by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// It belongs into this element, which is not there: that must be taken over first.
    Without(ElementKey),
    /// Both say the same there.
    Nothing,
}

/// The edit after which `into` says what `from` says, where this difference between them is. It
/// does not matter which of the two is the older one.
///
/// # Errors
/// [`NotTaken`] where there is no such edit.
pub fn take_over(difference: &Difference, from: &Parsed, into: &Parsed) -> Result<Edit, NotTaken> {
    let take = TakeOver { from, into };
    match difference {
        Difference::Added(key) | Difference::Removed(key) => take.presence(key),
        Difference::Moved { element, .. } => take.home(element),
        Difference::Reordered { list, .. } => take.order(list),
        Difference::NewId { from, to } => take.id(from, to),
        Difference::Fact(place) => take.fact(place),
        Difference::Reworded { from, to } => take.wording(from, to),
        Difference::Comment { element, text, .. } => take.comment(element.as_ref(), text),
    }
}

struct TakeOver<'v> {
    from: &'v Parsed,
    into: &'v Parsed,
}

fn has(version: &Parsed, key: &ElementKey) -> bool {
    version.index.node(key).is_some()
}

fn is_there(version: &Parsed, place: &Place) -> bool {
    version.index.locate(&version.tree, place).is_some()
}

impl TakeOver<'_> {
    /// The element comes with all that is not elsewhere, or goes without what stays.
    fn presence(&self, key: &ElementKey) -> Result<Edit, NotTaken> {
        let item = Place::of(key.clone());
        if !has(self.from, key) {
            return self.leave(key);
        }
        let (list, before) = self.spot(key)?;
        let text = piece(self.from, &item, |inner| !has(self.into, inner));
        come(&item, &list, &before, &text, self.into).ok_or(NotTaken::Nothing)
    }

    /// The list of an element in `from`, and what stands before it there.
    fn spot(&self, key: &ElementKey) -> Result<(Place, Vec<Place>), NotTaken> {
        let (list, before) = spot(self.from, key).ok_or(NotTaken::Nothing)?;
        match list.element.as_ref().filter(|owner| !has(self.into, owner)) {
            Some(owner) => Err(NotTaken::Without(owner.clone())),
            None => Ok((list, before)),
        }
    }

    fn leave(&self, key: &ElementKey) -> Result<Edit, NotTaken> {
        let inside = self.into.index.elements().map(|(inner, _)| inner);
        let stays = inside.filter(|inner| self.is_in(inner, key) && has(self.from, inner));
        let moves = stays.filter_map(|inner| match self.home(inner) {
            Err(NotTaken::Nothing) => None,
            moved => Some(moved),
        });
        let mut edits = moves.collect::<Result<Vec<Edit>, NotTaken>>()?;
        let item = Place::of(key.clone());
        edits.push(Edit::Remove { item });
        Ok(one_or_many(edits))
    }

    /// The element stands in the other one in `into`, at any depth.
    fn is_in(&self, inner: &ElementKey, outer: &ElementKey) -> bool {
        let around = |key: &ElementKey| home(self.into, key)?.element;
        std::iter::successors(around(inner), around).any(|key| key == *outer)
    }

    fn home(&self, key: &ElementKey) -> Result<Edit, NotTaken> {
        let (list, before) = self.spot(key)?;
        go_to(key, &list, &before, self.into).ok_or(NotTaken::Nothing)
    }

    fn order(&self, list: &Place) -> Result<Edit, NotTaken> {
        arrange(list, &items(self.from, list), self.into).ok_or(NotTaken::Nothing)
    }

    fn id(&self, one: &ElementKey, other: &ElementKey) -> Result<Edit, NotTaken> {
        let (element, to) = match has(self.into, one) {
            true => (one, other),
            false => (other, one),
        };
        Ok(Edit::ChangeId {
            element: element.clone(),
            to: to.id.clone(),
        })
    }

    fn fact(&self, place: &Place) -> Result<Edit, NotTaken> {
        let said = self.from.index.locate(&self.from.tree, place);
        let Some((node, value)) = said.and_then(|node| Some((node, node.inner()?))) else {
            let item = place.clone();
            return Ok(Edit::Remove { item });
        };
        let is_new_item = place.last_field().is_none() && !is_there(self.into, place);
        match place.up().filter(|_| is_new_item) {
            Some(list) => {
                let items = items(self.from, &list).into_iter();
                let before: Vec<Place> = items.take_while(|item| item != place).collect();
                let text = fragment(node);
                come(place, &list, &before, &text, self.into).ok_or(NotTaken::Nothing)
            }
            None => Ok(Edit::value(place.clone(), value_text(value))),
        }
    }

    fn wording(&self, one: &Place, other: &Place) -> Result<Edit, NotTaken> {
        let (now, wanted) = match is_there(self.into, one) {
            true => (one, other),
            false => (other, one),
        };
        let node = self.from.index.locate(&self.from.tree, wanted);
        let value = node
            .and_then(|node| node.inner())
            .ok_or(NotTaken::Nothing)?;
        Ok(Edit::value(now.clone(), value_text(value)))
    }

    fn comment(&self, element: Option<&ElementKey>, text: &str) -> Result<Edit, NotTaken> {
        let wanted = comment_text(text);
        let own = |version| Own::of(version, element).comments;
        let is_it = |it: &&&str| comment_text(it) == wanted;
        let (theirs, ours) = (own(self.from), own(self.into));
        let [wanted, now] = [&theirs, &ours].map(|all| all.iter().filter(is_it).count());
        if let Some(comment) = ours.iter().find(is_it).filter(|_| now > wanted) {
            return Ok(Edit::Uncomment {
                element: element.cloned(),
                comment: (*comment).to_owned(),
            });
        }
        let comment = theirs.into_iter().find(|it| is_it(&it));
        let comment = comment.ok_or(NotTaken::Nothing)?;
        let spots = spots(self.from, element);
        let spot = spots.get(comment).cloned();
        let spot = spot.filter(|(at, _)| is_there(self.into, at));
        let own = element.map_or_else(Place::root, |key| Place::of(key.clone()));
        let (at, spot) = spot.unwrap_or((own, CommentSpot::Above));
        Ok(Edit::Comment {
            at,
            spot,
            comments: vec![comment.to_owned()],
        })
    }
}

fn one_or_many(mut edits: Vec<Edit>) -> Edit {
    match edits.len() {
        1 => edits.remove(0),
        _ => Edit::Many(edits),
    }
}
