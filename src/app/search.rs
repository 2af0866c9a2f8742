//! The search over all texts of the file: names, promises, quotes, notes, everything but ids and
//! what is chosen from a list. Knows neither drawing nor keys.

use crate::sort;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::cursor::Cursor;
use super::map::{MapState, Row};
use super::{App, Screen};
use crate::journey::fields::Type;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::Node;

/// A search that is on.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// What is searched for.
    pub text: String,
    /// Where it stands, in the order of the file.
    pub hits: Vec<Place>,
    /// The hit that was gone to last, an index into `hits`.
    pub at: usize,
}

/// Where a person stood when a search was asked for: there, Esc in its dialog leads back.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    cursor: Cursor,
    map: MapState,
    search: Option<Search>,
}

impl App {
    /// Where the person stands now.
    pub fn search_origin(&self) -> Origin {
        Origin {
            cursor: self.cursor(),
            map: self.map.clone(),
            search: self.search.clone(),
        }
    }

    /// Back to where a search was asked for, with the search that was on then.
    pub fn return_to(&mut self, origin: &Origin) {
        self.map = origin.map.clone();
        self.search = origin.search.clone();
        self.go(&origin.cursor);
    }

    /// A search from where the cursor stands on; `None` where there is no hit.
    pub fn search_from_here(&self, text: &str) -> Option<Search> {
        let here = self.offset_of_cursor();
        let hits = self.find_all(text);
        let first = hits.iter().position(|(offset, _)| *offset >= here);
        (!hits.is_empty()).then(|| Search {
            text: text.to_owned(),
            hits: hits.into_iter().map(|(_, place)| place).collect(),
            at: first.unwrap_or(0),
        })
    }

    /// Makes the hits fit the document again; the one that was gone to stays it where it is left.
    pub(super) fn settle_search(&mut self) {
        let Some(mut search) = self.search.take() else {
            return;
        };
        let hits = self.find_all(&search.text).into_iter();
        let hits: Vec<Place> = hits.map(|(_, place)| place).collect();
        let last = search.hits.get(search.at);
        let same = hits.iter().position(|place| Some(place) == last);
        search.at = same.unwrap_or(search.at).min(hits.len().saturating_sub(1));
        search.hits = hits;
        self.search = Some(search);
    }

    /// Every place whose text has this one, with its offset.
    fn find_all(&self, text: &str) -> Vec<(usize, Place)> {
        let parsed = &self.document.parsed;
        let wanted = Wanted::new(text);
        let mut hits = Vec::new();
        let mut left: Vec<Node<'_>> = parsed.tree.root().into_iter().collect();
        while let Some(node) = left.pop() {
            left.extend(node.children());
            if node.text().is_some_and(|text| wanted.is_in(&text)) {
                let place = parsed.index.place(node);
                if self.is_read(&place, node) {
                    hits.push((node.span().start, place));
                }
            }
        }
        sort::by_key(&mut hits, |(offset, _)| *offset);
        hits
    }

    /// What stands at this place is read as it is, and is no id.
    fn is_read(&self, place: &Place, node: Node<'_>) -> bool {
        let of_item = || self.field_of(&place.up()?);
        let field = self.field_of(place).or_else(of_item);
        match field.map(|field| field.of) {
            None | Some(Type::Line | Type::Text | Type::Texts | Type::Metric) => true,
            Some(Type::Loose(kind)) => {
                let id = node.text().unwrap_or_default();
                let index = &self.document.parsed.index;
                index.node(&ElementKey::new(kind, id)).is_none()
            }
            Some(_) => false,
        }
    }

    /// Where in the text the cursor stands.
    fn offset_of_cursor(&self) -> usize {
        let parsed = &self.document.parsed;
        let offset = |place: &Place| {
            let node = parsed.index.locate(&parsed.tree, place)?;
            Some(node.item_span().start)
        };
        let place = self.place_of_cursor();
        let element = Place {
            element: place.element.clone(),
            steps: Vec::new(),
        };
        offset(&place).or_else(|| offset(&element)).unwrap_or(0)
    }

    fn place_of_cursor(&self) -> Place {
        if self.screen == Screen::Inspector {
            let (page, row) = self.page();
            let row = self.rows(page).into_iter().nth(row);
            return row.map_or_else(|| page.clone(), |row| row.place);
        }
        let here = self.here().map_or_else(Place::root, Place::of);
        match (self.screen, self.map.row) {
            (Screen::Map, Row::Lane(lane)) => match lane.field() {
                Some(field) => here.field(field),
                None => here,
            },
            _ => here,
        }
    }
}

/// A text to be found. Its case does not matter, nor do accents where it has none itself.
pub struct Wanted {
    folded: String,
    with_accents: bool,
}

impl Wanted {
    /// This text, as it was typed.
    pub fn new(text: &str) -> Wanted {
        let with_accents = text.nfd().any(is_combining_mark);
        Wanted {
            folded: folded(text, with_accents),
            with_accents,
        }
    }

    /// What to look for in texts that are [`folded`](Wanted::folded).
    pub fn text(&self) -> &str {
        &self.folded
    }

    /// A text without what does not matter.
    pub fn folded(&self, text: &str) -> String {
        folded(text, self.with_accents)
    }

    /// A text holds it.
    pub fn is_in(&self, text: &str) -> bool {
        self.folded(text).contains(&self.folded)
    }
}

fn folded(text: &str, with_accents: bool) -> String {
    text.nfd()
        .filter(|letter| with_accents || !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}
