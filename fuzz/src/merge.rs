//! Three texts into one: the laws of a merge, and whatever a person may decide.

use touchline::compare::{
    Markers, Merged, Side, differences, merge as merge_by_id, resolved, sides, take_over,
    with_markers,
};
use touchline::journey::finding::What;
use touchline::journey::read;

use super::context;
use super::supply::three_texts;

const MARKERS: Markers<'static> = Markers {
    ours: "ours",
    theirs: "theirs",
    size: 7,
};

/// Base, ours and theirs.
pub fn merge(bytes: &[u8]) {
    let Some([base, ours, theirs]) = three_texts(bytes) else {
        return;
    };
    identities(base, ours);
    let merged = merge_by_id(base, ours, theirs);
    // Where two of the three are the same nobody reads them.
    let is_read = base != ours && base != theirs && ours != theirs;
    if let Some(merged) = merged.as_ref().ok().filter(|_| is_read) {
        assert_eq!(read(merged.text.clone(), &context()).tree.error(), None);
        decide(merged);
        let swapped = merge_by_id(base, theirs, ours);
        // Either side may refuse where the other finds words for it: then lines are merged.
        let is_clean = |merged: &Merged| merged.conflicts.is_empty();
        let is_alike = swapped.map_or(true, |it| is_clean(&it) == is_clean(merged));
        let are_sound = || [base, ours, theirs].into_iter().all(has_its_elements);
        assert!(is_alike || !are_sound(), "the side matters");
    }
    sides(ours);
    compared(ours, theirs);
}

/// What stands in its lists is what belongs there. Where it is not, a name that is none of ours is
/// kept on the one side, and nobody misses it on the other.
fn has_its_elements(text: &str) -> bool {
    let findings = read(text.to_owned(), &context()).findings;
    let is_other = |it: &What| matches!(it, What::WrongName { .. } | What::WrongType(_));
    !findings.iter().any(|it| is_other(&it.what))
}

fn identities(a: &str, b: &str) {
    for [base, ours, theirs] in [[a, a, b], [a, b, a], [a, b, b]] {
        let merged = merge_by_id(base, ours, theirs);
        assert!(merged.is_ok_and(|it| it.text == b && it.conflicts.is_empty()));
    }
}

/// Every answer to a conflict can be asked for.
fn decide(merged: &Merged) {
    let _ = with_markers(merged, MARKERS);
    for side in [Side::Ours, Side::Theirs] {
        let _ = resolved(merged, side);
        let now = read(merged.text.clone(), &context());
        for conflict in &merged.conflicts {
            let _ = conflict.take(side, &now);
        }
    }
}

/// Whatever differs can be told and taken over, or it is said why not.
fn compared(old: &str, new: &str) {
    let [old, new] = [old, new].map(|text| read(text.to_owned(), &context()));
    for difference in differences(&old, &new) {
        let _ = take_over(&difference, &old, &new);
        let _ = take_over(&difference, &new, &old);
    }
}
