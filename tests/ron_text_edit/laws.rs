//! Laws of random edits: the result reads, means exactly the edit applied, keeps every other token
//! and comment in its order and with its owner, and can be taken back to the first byte.

use touchline::ron_text::{
    EditError, Flow, Node, NodeKind, Rules, TextEdit, Tree, apply, canonical, fragment, insert,
    insert_field, move_item, quote, remove, rename_field, rename_struct, set,
};

use crate::random::Random;
use crate::stream::{Value, own_comments, path, sorted, stream};
use crate::write::Writer;

fn rounds(normal: usize, long: usize) -> usize {
    match std::env::var_os("TOUCHLINE_LONG") {
        Some(_) => long,
        None => normal,
    }
}

// Looking at trees.

fn nodes(tree: &Tree) -> Vec<Node<'_>> {
    let mut nodes: Vec<_> = tree.root().into_iter().collect();
    let mut next = 0;
    while let Some(&node) = nodes.get(next) {
        nodes.extend(node.children());
        next += 1;
    }
    nodes
}

fn pick<'t>(
    random: &mut Random,
    tree: &'t Tree,
    wanted: impl Fn(Node<'t>) -> bool,
) -> Option<Node<'t>> {
    let mut nodes = nodes(tree);
    nodes.retain(|&node| wanted(node));
    (!nodes.is_empty()).then(|| nodes[random.below(nodes.len())])
}

fn is_list(node: Node<'_>) -> bool {
    node.open().is_some()
}

fn is_item(node: Node<'_>) -> bool {
    node.parent().is_some_and(is_list)
}

fn is_named(list: Node<'_>) -> bool {
    let first = list.children().next();
    first.is_some_and(|first| first.key().is_some())
}

/// Whether all items and the closing bracket start lines.
fn is_opened(list: Node<'_>) -> bool {
    let text = list.tree().text();
    let starts_line = |at: usize| text[..at].trim_end_matches([' ', '\t']).ends_with('\n');
    let starts = list.children().map(|item| item.item_span().start);
    list.children().next().is_some() && starts.chain(list.close()).all(starts_line)
}

/// A fragment as the only item of a document like `list`.
fn wrapped(fragment: &str, list: NodeKind) -> Tree {
    let (open, close) = match list {
        NodeKind::Map => ('{', '}'),
        _ => ('(', ')'),
    };
    let tree = Tree::read(format!(
        "#![enable(implicit_some)]{open}\n{fragment}\n{close}"
    ));
    assert_eq!(tree.error(), None, "{fragment}");
    tree
}

fn only_item(tree: &Tree) -> Node<'_> {
    tree.root().unwrap().children().next().unwrap()
}

fn new_value(random: &mut Random, count: &mut usize) -> String {
    let fragment = Writer::fragment(random, count, false);
    let tree = wrapped(&fragment, NodeKind::List);
    only_item(&tree).raw().to_owned()
}

// Random edits.

/// What an edit does to the place of the items in its container.
#[derive(Clone, Copy, PartialEq)]
enum Shift {
    Out,
    In,
    Stay,
}

/// An edit and what must come of it.
struct Edit {
    edits: Vec<TextEdit>,
    expected: Value,
    /// Tokens and comments that go and come.
    removed: String,
    inserted: String,
    /// The item that changes.
    path: Vec<usize>,
    shift: Shift,
    /// Lines may only be added, or only go.
    whole_lines: bool,
}

fn meaning(tree: &Tree) -> Value {
    Value::of(tree.root().unwrap())
}

fn random_set(random: &mut Random, tree: &Tree, count: &mut usize) -> Option<Edit> {
    let value = pick(random, tree, |node| node.kind() != NodeKind::Entry)?;
    let text = new_value(random, count);
    let mut expected = meaning(tree);
    let target = expected.at(&path(value));
    let key = target.key.take();
    *target = Value {
        key,
        ..Value::of(only_item(&wrapped(&text, NodeKind::List)))
    };
    let edits = set(value, &text);
    Some(Edit {
        expected,
        removed: value.raw().to_owned(),
        inserted: edits[0].text.clone(),
        edits,
        path: path(value),
        shift: Shift::Stay,
        whole_lines: false,
    })
}

fn random_name(random: &mut Random, tree: &Tree, count: &mut usize) -> Option<Edit> {
    *count += 1;
    let fresh = format!("Fresh{count}");
    let field = random.chance(2);
    let parens = |node: Node<'_>| is_list(node) && node.raw().ends_with(')');
    let node = pick(random, tree, |node| match field {
        true => node.key().is_some(),
        false => parens(node),
    })?;
    let mut expected = meaning(tree);
    let target = expected.at(&path(node));
    let name = if field {
        &mut target.key
    } else {
        &mut target.text
    };
    let old = name.replace(fresh.clone());
    let rename = if field { rename_field } else { rename_struct };
    Some(Edit {
        edits: rename(node, &fresh),
        expected,
        removed: old.unwrap_or_default(),
        inserted: fresh,
        path: path(node),
        shift: Shift::Stay,
        whole_lines: false,
    })
}

fn random_removal(random: &mut Random, tree: &Tree) -> Option<Edit> {
    let item = pick(random, tree, is_item)?;
    Some(removal(item))
}

fn removal(item: Node<'_>) -> Edit {
    let list = item.parent().unwrap();
    let mut expected = meaning(item.tree());
    expected.at(&path(list)).items.remove(item.index());
    Edit {
        edits: remove(item),
        expected,
        removed: fragment(item),
        inserted: String::new(),
        path: path(item),
        shift: Shift::Out,
        whole_lines: is_opened(list) && list.children().count() > 1,
    }
}

fn random_insertion(random: &mut Random, tree: &Tree, count: &mut usize) -> Option<Edit> {
    let list = pick(random, tree, is_list)?;
    let item = match random.chance(2) {
        true => copied_item(random, list)?,
        false => new_item(random, list, count),
    };
    let index = random.below(list.children().count() + 1);
    let edits = insert(list, index, &item, random.chance(2)).unwrap();
    Some(insertion(list, index, item, edits))
}

fn copied_item(random: &mut Random, list: Node<'_>) -> Option<String> {
    let same_kind = |node: Node<'_>| {
        let entry = node.kind() == NodeKind::Entry;
        is_item(node)
            && node.key().is_some() == is_named(list)
            && entry == (list.kind() == NodeKind::Map)
    };
    pick(random, list.tree(), same_kind).map(fragment)
}

fn new_item(random: &mut Random, list: Node<'_>, count: &mut usize) -> String {
    if list.kind() == NodeKind::Map {
        *count += 1;
        return format!("{count}: {}", new_value(random, count));
    }
    Writer::fragment(random, count, is_named(list))
}

fn insertion(list: Node<'_>, index: usize, item: String, edits: Vec<TextEdit>) -> Edit {
    let mut expected = meaning(list.tree());
    let items = &mut expected.at(&path(list)).items;
    let new = wrapped(&item, list.kind());
    items.insert(index, Value::of(only_item(&new)));
    let before = index
        .checked_sub(1)
        .and_then(|before| list.children().nth(before));
    Edit {
        edits,
        expected,
        removed: String::new(),
        inserted: item,
        path: [path(list), vec![index]].concat(),
        shift: Shift::In,
        whole_lines: is_opened(list) && before.is_none_or(|before| before.comma().is_some()),
    }
}

fn random_field(random: &mut Random, tree: &Tree, count: &mut usize) -> Option<Edit> {
    let record = pick(random, tree, |node| node.kind() == NodeKind::Struct)?;
    let value = new_value(random, count);
    *count += 1;
    let name = format!("new{count}");
    let mut order: Vec<_> = record.children().filter_map(Node::key).collect();
    if (1..order.len()).any(|index| order[index..].contains(&order[index - 1])) {
        return None;
    }
    let index = random.below(order.len() + 1);
    order.insert(index, &name);
    let edits = insert_field(record, &name, &value, &order).unwrap();
    Some(insertion(record, index, format!("{name}: {value}"), edits))
}

// The laws.

/// Makes one random edit and holds it against all laws; the text it gives.
fn step(random: &mut Random, text: &str, count: &mut usize) -> Option<String> {
    let tree = Tree::read(text.to_owned());
    let edit = match random.below(8) {
        0 => random_set(random, &tree, count),
        1 => random_name(random, &tree, count),
        2..4 => random_removal(random, &tree),
        4 => random_field(random, &tree, count),
        5 => random_insertion(random, &tree, count),
        _ => return random_move(random, &tree),
    }?;
    Some(checked(&tree, &edit))
}

fn checked(tree: &Tree, edit: &Edit) -> String {
    assert!(is_ascending(&edit.edits), "{:?}", edit.edits);
    let (old, new) = (tree.text(), apply(tree.text(), &edit.edits));
    let shown = format!("{:?}\n{old}\n→ {}\n{new}", edit.edits, edit.inserted);
    let result = Tree::read(new.clone());
    assert_eq!(result.error(), None, "{shown}");
    assert!(
        meaning(&result) == edit.expected,
        "another meaning: {shown}"
    );
    assert!(
        keeps_the_rest(old, &new, edit),
        "tokens or comments: {shown}"
    );
    assert!(
        !edit.whole_lines || is_whole_lines(old, &new),
        "lines: {shown}"
    );
    assert_owners(tree, &result, edit, &shown);
    new
}

/// In the order of the text, and none touches the next.
fn is_ascending(edits: &[TextEdit]) -> bool {
    let ascending = |pair: &[TextEdit]| pair[0].range.end < pair[1].range.start;
    edits.windows(2).all(ascending)
}

/// The common start and end of two sequences, not overlapping in the shorter.
fn ends<T: PartialEq>(old: &[T], new: &[T]) -> (usize, usize) {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (old[start..].iter().rev(), new[start..].iter().rev());
    (start, old.zip(new).take_while(|(a, b)| a == b).count())
}

/// Only one run of tokens and comments changed, from what is removed to what is inserted.
fn keeps_the_rest(old: &str, new: &str, edit: &Edit) -> bool {
    let (old, new) = (stream(old), stream(new));
    let (start, end) = ends(&old, &new);
    let (old, new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let (removed, inserted) = (stream(&edit.removed), stream(&edit.inserted));
    // Parts that are equal in both, or that repeat, may stand in either run.
    let left = sorted([old, &inserted].concat());
    let right = sorted([new, &removed].concat());
    left == right && old.len() <= removed.len() && new.len() <= inserted.len()
}

/// Lines were added, or lines went, and all others are what they were.
fn is_whole_lines(old: &str, new: &str) -> bool {
    let (old, new): (Vec<_>, Vec<_>) = (old.split('\n').collect(), new.split('\n').collect());
    let (start, end) = ends(&old, &new);
    start + end == old.len().min(new.len())
}

/// Every item that was there owns the comments it owned, and a new one those it came with.
fn assert_owners(old: &Tree, new: &Tree, edit: &Edit, shown: &str) {
    for item in nodes(old).into_iter().filter(|&node| is_item(node)) {
        let path = path(item);
        if edit.shift != Shift::In && path.starts_with(&edit.path) && path != edit.path {
            continue;
        }
        if let Some(item_after) = shifted(&path, edit).and_then(|path| find(new, &path)) {
            assert_eq!(
                own_comments(item),
                own_comments(item_after),
                "of {item:?}: {shown}"
            );
        }
    }
    if edit.shift == Shift::In {
        let item = find(new, &edit.path).unwrap();
        let tree = wrapped(&edit.inserted, item.parent().unwrap().kind());
        // The comment of a container that was empty now stands beside the only item.
        let alone = item.prev().is_none() && item.next().is_none();
        let expected = own_comments(only_item(&tree));
        assert!(
            alone || own_comments(item) == expected,
            "of the new item: {shown}"
        );
    }
}

/// Where the edit puts what stood at a path.
fn shifted(path: &[usize], edit: &Edit) -> Option<Vec<usize>> {
    let mut path = path.to_vec();
    let (&index, list) = edit.path.split_last().unwrap_or((&0, &[]));
    if edit.shift == Shift::Stay || edit.path.is_empty() || !path.starts_with(list) {
        return Some(path);
    }
    let step = path.get_mut(list.len());
    match (edit.shift, step) {
        (Shift::Out, Some(step)) if *step == index => return None,
        (Shift::Out, Some(step)) if *step > index => *step -= 1,
        (Shift::In, Some(step)) if *step >= index => *step += 1,
        _ => {}
    }
    Some(path)
}

fn find<'t>(tree: &'t Tree, path: &[usize]) -> Option<Node<'t>> {
    path.iter()
        .try_fold(tree.root()?, |node, &step| node.children().nth(step))
}

/// A move is a removal and an insertion; each must obey the laws.
fn random_move(random: &mut Random, tree: &Tree) -> Option<String> {
    let item = pick(random, tree, is_item)?;
    let list = pick(random, tree, is_list)?;
    let same = item.parent().map(Node::id) == Some(list.id());
    let index = random.below(list.children().count() + usize::from(!same));
    let inside = path(list).starts_with(&path(item));
    let edits = match move_item(item, list, index, random.chance(2)) {
        Ok(edits) => edits,
        Err(error) => {
            let mixed = matches!(error, EditError::BadFragment(_));
            assert!(mixed || (inside && error == EditError::Cycle), "{error:?}");
            return None;
        }
    };
    assert!(!inside);
    if same && item.index() == index {
        assert_eq!(edits, []);
        return None;
    }
    assert!(is_ascending(&edits), "{edits:?}");
    let out = removal(item);
    let rest = Tree::read(checked(tree, &out));
    let target = find(&rest, &shifted(&path(list), &out)?)?;
    let moved = apply(tree.text(), &edits);
    let back = TextEdit::between(rest.text(), &moved);
    Some(checked(
        &rest,
        &insertion(target, index, fragment(item), vec![back]),
    ))
}

#[test]
fn a_scalar_edit_changes_one_line() {
    let mut count = 0;
    for seed in 0..rounds(500, 50_000) {
        let random = &mut Random::new(seed as u64);
        let text = Writer::document(random, &mut count, false);
        let tree = Tree::read(text.clone());
        let one_line = |node: Node<'_>| {
            let item = node.kind() != NodeKind::Entry;
            item && node.children().next().is_none() && !node.raw().contains('\n')
        };
        let Some(value) = pick(random, &tree, one_line) else {
            continue;
        };
        let new = apply(&text, &set(value, &quote("another ä\n")));
        let (old, new): (Vec<_>, Vec<_>) = (text.split('\n').collect(), new.split('\n').collect());
        let changed = old.iter().zip(&new).filter(|(old, new)| old != new).count();
        assert_eq!((changed, old.len()), (1, new.len()), "{text}");
    }
}

/// One item a line, everywhere.
struct Opened;

impl Rules for Opened {
    type Shape = ();
    fn root(&self, _: Node<'_>) {}
    fn child(&self, (): (), _: Node<'_>) {}
    fn name(&self, (): (), _: Node<'_>) -> Option<&'static str> {
        None
    }
    fn flow(&self, (): (), _: Node<'_>) -> Flow {
        Flow::Open
    }
    fn anchor(&self, (): (), _: Node<'_>) -> Option<String> {
        None
    }
}

fn random_canonical_edit(
    random: &mut Random,
    tree: &Tree,
    count: &mut usize,
) -> Option<Vec<TextEdit>> {
    let item = pick(random, tree, is_item);
    let list = pick(random, tree, is_list)?;
    let index = random.below(list.children().count() + 1);
    match random.below(4) {
        0 => item.map(remove),
        1 => move_item(item?, list, index, true).ok(),
        2 => {
            let new = wrapped(&new_item(random, list, count), list.kind());
            let new = Tree::read(canonical(&new, &Opened));
            Some(insert(list, index, &fragment(only_item(&new)), true).unwrap())
        }
        _ => {
            let copy = copied_item(random, list)?;
            Some(insert(list, index, &copy, true).unwrap())
        }
    }
}

#[test]
fn edits_of_a_canonical_text_leave_it_canonical() {
    let mut count = 0;
    for seed in 0..rounds(500, 50_000) {
        let random = &mut Random::new(seed as u64);
        let first = Writer::document(random, &mut count, false);
        let mut tree = Tree::read(canonical(&Tree::read(first), &Opened));
        for _ in 0..6 {
            let Some(edits) = random_canonical_edit(random, &tree, &mut count) else {
                continue;
            };
            let new = Tree::read(apply(tree.text(), &edits));
            let (old, text) = (tree.text(), new.text());
            assert!(
                canonical(&new, &Opened) == text,
                "{edits:?}\n{old}\n→\n{text}"
            );
            tree = new;
        }
    }
}

/// A text that was cut or lost a character.
fn broken(random: &mut Random, text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = random.below(chars.len());
    match random.chance(2) {
        true => chars.truncate(at),
        false => drop(chars.remove(at)),
    }
    chars.into_iter().collect()
}

#[test]
fn edits_of_texts_with_errors_do_not_panic() {
    let mut count = 0;
    for seed in 0..rounds(300, 20_000) {
        let random = &mut Random::new(seed as u64);
        let text = Writer::document(random, &mut count, false);
        let tree = Tree::read(broken(random, &text));
        let any = |random: &mut Random| pick(random, &tree, |_| true);
        for _ in 0..20 {
            let (Some(node), Some(list)) = (any(random), any(random)) else {
                break;
            };
            let item = fragment(node);
            let inserted = insert(list, 0, &item, true).unwrap_or_default();
            let moved = move_item(node, list, 0, true).unwrap_or_default();
            for edits in [remove(node), set(node, "1"), inserted, moved] {
                apply(tree.text(), &edits);
            }
        }
    }
}

#[test]
fn random_edits_keep_all_else() {
    let mut count = 0;
    for seed in 0..rounds(700, 50_000) {
        let random = &mut Random::new(seed as u64);
        let tidy = random.chance(4);
        let first = Writer::document(random, &mut count, tidy);
        let mut text = first.clone();
        let mut undo = Vec::new();
        for _ in 0..6 {
            if let Some(new) = step(random, &text, &mut count) {
                undo.push(TextEdit::between(&text, &new).inverse(&text));
                text = new;
            }
        }
        undo.iter().rev().for_each(|edit| edit.apply_to(&mut text));
        assert_eq!(text, first);
    }
}
