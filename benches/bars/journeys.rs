//! Journeys of a wanted size: the shipped hotel journey, its stages with all that hangs on them
//! once, twice, a hundred times, under ids and names of their own. In canonical form, without
//! error or warning.

use touchline::journey::check::Neighbour;
use touchline::journey::fields::{Identity, Kind};
use touchline::journey::shape::canonical;
use touchline::journey::{Context, Parsed, read};
use touchline::ron_text::{Node, TextEdit, Tree, apply, quote};

const HOTEL: &str = include_str!("../../journeys/hotel-stay.ron");
/// The lists that grow.
const LISTS: [&str; 4] = ["stages", "handovers", "improvements", "notes"];

/// What the journeys are read with.
pub fn context() -> Context {
    Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}

/// A journey of at least so many bytes, as near as whole copies come.
pub fn of_bytes(bytes: usize) -> String {
    let one = of_copies(2).len() - HOTEL.len();
    of_copies(1 + (bytes.saturating_sub(HOTEL.len())).div_ceil(one))
}

fn of_copies(copies: usize) -> String {
    let hotel = read(HOTEL.to_owned(), &context());
    let lists = || LISTS.iter().filter_map(|name| list(&hotel.tree, name));
    let more = lists().map(|list| TextEdit {
        range: list.span().end - 1..list.span().end - 1,
        text: (2..=copies).map(|copy| items(&hotel, list, copy)).collect(),
    });
    canonical(&Tree::read(apply(HOTEL, &more.collect::<Vec<_>>())))
}

fn list<'t>(tree: &'t Tree, name: &str) -> Option<Node<'t>> {
    tree.root()?.field(name)?.inner()
}

/// The items of a list under ids and names of their own.
fn items(hotel: &Parsed, list: Node<'_>, copy: usize) -> String {
    let renamed = |text: &str, by: char| quote(&format!("{text}{by}{copy}"));
    let within = |node: &Node<'_>| {
        list.span().start <= node.span().start && node.span().end <= list.span().end
    };
    let retype = |node: Node<'_>, by: char| {
        let value = node.inner().filter(within)?;
        Some(TextEdit {
            range: value.span(),
            text: renamed(&value.text()?, by),
        })
    };
    let grows = |id: &str| {
        hotel.index.shared(id).any(|(_, node)| {
            let node = hotel.tree.node(node);
            LISTS
                .iter()
                .filter_map(|name| self::list(&hotel.tree, name))
                .any(|list| list.span().contains(&node.span().start))
        })
    };
    let shared = hotel
        .index
        .elements()
        .filter(|(key, _)| key.kind.spec().identity == Identity::Shared);
    let elements = shared.flat_map(|(key, node)| {
        let node = hotel.tree.node(node);
        let name = ["name", "title"]
            .into_iter()
            .find_map(|name| node.field(name))
            .filter(|_| key.kind != Kind::Kpi);
        [
            node.field("id").and_then(|id| retype(id, '-')),
            name.and_then(|name| retype(name, ' ')),
        ]
    });
    let references = hotel
        .index
        .references()
        .map(|(node, _)| hotel.tree.node(node));
    let references = references
        .filter(|node| node.text().is_some_and(|id| grows(&id)))
        .map(|node| retype(node, '-'));
    let mut edits: Vec<TextEdit> = elements.chain(references).flatten().collect();
    edits.sort_by_key(|edit| edit.range.start);
    let (start, end) = (list.span().start + 1, list.span().end - 1);
    for edit in &mut edits {
        edit.range = edit.range.start - start..edit.range.end - start;
    }
    apply(&hotel.tree.text()[start..end], &edits)
}
