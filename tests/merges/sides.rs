//! Three versions of a journey: a random base, and two sides with random edits of it.

use touchline::app::App;
use touchline::document::Document;
use touchline::document::edit::{Edit, Slot};
use touchline::document::plan::draft_all;
use touchline::i18n::Lang;
use touchline::journey::check::Neighbour;
use touchline::journey::comments::own_comments;
use touchline::journey::fields::Kind;
use touchline::journey::place::{ElementKey, Place};
use touchline::journey::{Context, Parsed};
use touchline::ron_text::{CommentSpot, Node};

use crate::doc::{Doc, parsed};
use crate::edits::{Source, Way};
use crate::random::Random;

/// The texts of a merge.
#[derive(Clone)]
pub(crate) struct Texts {
    pub(crate) base: String,
    pub(crate) ours: String,
    pub(crate) theirs: String,
}

/// Where random texts come from.
pub(crate) struct Sides {
    pub(crate) random: Random,
    count: usize,
    /// Sides may be laid out anew: indentation, line ends.
    pub(crate) relaid: bool,
}

/// What people do most often, and most of all in the same places.
const COMMON: [Way; 8] = [
    Way::Set,
    Way::Set,
    Way::Set,
    Way::SetItem,
    Way::Insert,
    Way::Insert,
    Way::Remove,
    Way::Move,
];
const LANES: [&str; 3] = ["pains", "actions", "thoughts"];
const FIELDS: [(&str, &[&str]); 5] = [
    ("emotion", &["-1", "0", "1", "2"]),
    ("importance", &["1", "3", "5"]),
    ("name", &["\"Renamed\"", "\"Other\""]),
    (
        "moment_of_truth",
        &["(reason: \"Now or never\")", "(reason: \"Trust\")"],
    ),
    ("vendor", &["(x: 1)", "[\"unknown\"]"]),
];

impl Sides {
    pub(crate) fn new(seed: u64) -> Sides {
        Sides {
            random: Random::new(seed),
            count: 0,
            relaid: true,
        }
    }

    /// A base made from this text, and two sides of it.
    pub(crate) fn of(&mut self, start: &str) -> Texts {
        let amount = self.random.below(6);
        let base = self.edited(start, amount);
        let common = match self.random.chance(4) {
            true => self.edited(&base, 1),
            false => base.clone(),
        };
        let count = self.count;
        let amount = 1 + self.random.below(5);
        let ours = self.edited(&common, amount);
        // Both sides may choose the same new ids.
        if self.random.chance(4) {
            self.count = count;
        }
        let amount = 1 + self.random.below(5);
        let theirs = self.edited(&common, amount);
        let [ours, theirs] = [ours, theirs].map(|text| match self.relaid {
            true => self.laid_out(text),
            false => text,
        });
        Texts { base, ours, theirs }
    }

    fn edited(&mut self, text: &str, amount: usize) -> String {
        let mut text = text.to_owned();
        for _ in 0..amount {
            if let Some(new) = self.edit(&text) {
                text = new;
            }
        }
        text
    }

    /// The text after one edit; `None` where chance chose something that cannot be.
    fn edit(&mut self, text: &str) -> Option<String> {
        let version = parsed(text);
        let edits = match self.random.below(16) {
            0..6 => return self.table_edit(text),
            6 | 7 => self.comment(&version)?,
            8 => self.uncomment(&version)?,
            9 => self.split(&version)?,
            10 => self.join(&version)?,
            11 => self.swap(&version)?,
            12 => self.lane(&version)?,
            _ => self.field(&version)?,
        };
        let after = draft_all(version, &edits).ok()?;
        (!after.is_unreadable()).then(|| after.tree.text().to_owned())
    }

    /// An edit of any kind, made from the field table.
    fn table_edit(&mut self, text: &str) -> Option<String> {
        let context = Context {
            neighbour: Neighbour::None,
            today: jiff::civil::date(2026, 11, 22),
        };
        let document = Document::open(text.as_bytes().to_vec(), context);
        let mut app = App::new(Lang::En, document, None);
        let way = match self.random.chance(2) {
            true => COMMON[self.random.below(COMMON.len())],
            false => Way::ALL[self.random.below(Way::ALL.len())],
        };
        let mut source = Source {
            random: &mut self.random,
            count: &mut self.count,
        };
        let made = source.edit(&app, way)?;
        let cursor = app.cursor();
        app.document
            .apply(&made.edit, cursor.clone(), cursor)
            .ok()?;
        Some(app.document.parsed.tree.text().to_owned())
    }

    fn element(&mut self, version: &Parsed, kind: Option<Kind>) -> Option<ElementKey> {
        let fits = |key: &&ElementKey| kind.is_none_or(|kind| key.kind == kind);
        let keys: Vec<&ElementKey> = version
            .index
            .elements()
            .map(|(key, _)| key)
            .filter(fits)
            .collect();
        (!keys.is_empty()).then(|| keys[self.random.below(keys.len())].clone())
    }

    fn word(&mut self) -> usize {
        self.random.below(1000)
    }

    fn comment(&mut self, version: &Parsed) -> Option<Vec<Edit>> {
        let element = self.element(version, None)?;
        let node = version.tree.node(version.index.node(&element)?);
        let fields: Vec<&str> = node.children().filter_map(Node::key).collect();
        let mut at = Place::of(element);
        if !fields.is_empty() && self.random.chance(2) {
            at = at.field(self.random.pick(&fields));
        }
        let spots = [CommentSpot::Above, CommentSpot::Behind];
        let spot = spots[self.random.below(2)];
        let comments = vec![format!("// said {}", self.random.below(6))];
        Some(vec![Edit::Comment { at, spot, comments }])
    }

    /// A comment goes, or is reworded.
    fn uncomment(&mut self, version: &Parsed) -> Option<Vec<Edit>> {
        let elements = version.index.elements().map(|(key, _)| key);
        let mut all = Vec::new();
        for element in elements {
            let own = own_comments(&version.tree, &version.index, Some(element));
            all.extend(own.into_iter().map(|range| (element.clone(), range)));
        }
        if all.is_empty() {
            return None;
        }
        let (element, range) = all.swap_remove(self.random.below(all.len()));
        let gone = Edit::Uncomment {
            element: Some(element.clone()),
            comment: version.tree.text()[range].to_owned(),
        };
        let new = Edit::Comment {
            at: Place::of(element),
            spot: CommentSpot::Above,
            comments: vec![format!("// reworded {}", self.word())],
        };
        Some(match self.random.chance(2) {
            true => vec![gone, new],
            false => vec![gone],
        })
    }

    fn touchpoints(version: &Parsed, stage: &ElementKey) -> Vec<Place> {
        let list = Place::of(stage.clone()).field("touchpoints");
        let node = version.index.locate(&version.tree, &list);
        let items = node
            .and_then(Node::inner)
            .into_iter()
            .flat_map(Node::children);
        items
            .filter_map(|item| version.index.key(item.id()))
            .cloned()
            .map(Place::of)
            .collect()
    }

    /// The second half of a stage becomes a stage of its own.
    fn split(&mut self, version: &Parsed) -> Option<Vec<Edit>> {
        let stage = self.element(version, Some(Kind::Stage))?;
        let touchpoints = Sides::touchpoints(version, &stage);
        self.count += 1;
        let id = format!("made-{}", self.count);
        let made = Edit::Insert {
            list: Place::root().field("stages"),
            slot: Slot::After(Place::of(stage)),
            item: format!("Stage(\n    id: \"{id}\",\n    name: \"Half\",\n) // ^{id}"),
        };
        let list = Place::of(ElementKey::new(Kind::Stage, id)).field("touchpoints");
        let half = touchpoints[touchpoints.len() / 2..].iter();
        let moves = half.map(|item| Edit::Move {
            item: item.clone(),
            list: list.clone(),
            slot: Slot::Last,
        });
        Some([made].into_iter().chain(moves).collect())
    }

    /// The touchpoints of a stage go to another, and the stage goes.
    fn join(&mut self, version: &Parsed) -> Option<Vec<Edit>> {
        let from = self.element(version, Some(Kind::Stage))?;
        let to = self.element(version, Some(Kind::Stage))?;
        if from == to {
            return None;
        }
        let list = Place::of(to).field("touchpoints");
        let touchpoints = Sides::touchpoints(version, &from).into_iter();
        let moves = touchpoints.map(|item| Edit::Move {
            item,
            list: list.clone(),
            slot: Slot::Last,
        });
        let gone = Edit::Remove {
            item: Place::of(from),
        };
        Some(moves.chain([gone]).collect())
    }

    /// A touchpoint goes behind the one after it.
    fn swap(&mut self, version: &Parsed) -> Option<Vec<Edit>> {
        let stage = self.element(version, Some(Kind::Stage))?;
        let touchpoints = Sides::touchpoints(version, &stage);
        let at = self.random.below(touchpoints.len().max(1));
        let next = touchpoints.get(at + 1)?.clone();
        Some(vec![Edit::Move {
            item: touchpoints[at].clone(),
            list: Place::of(stage).field("touchpoints"),
            slot: Slot::After(next),
        }])
    }

    /// A text comes to a lane, is reworded, moves or goes.
    fn lane(&mut self, version: &Parsed) -> Option<Vec<Edit>> {
        let touchpoint = self.element(version, Some(Kind::Touchpoint))?;
        let list = Place::of(touchpoint).field(self.random.pick(&LANES));
        let node = version.index.locate(&version.tree, &list);
        let items: Vec<Place> = node
            .and_then(Node::inner)
            .into_iter()
            .flat_map(Node::children)
            .map(|item| version.index.place(item))
            .collect();
        let text = format!("\"text {}\"", self.random.below(8));
        let item = match items.is_empty() {
            true => None,
            false => Some(items[self.random.below(items.len())].clone()),
        };
        Some(vec![match (self.random.below(4), item) {
            (0, Some(item)) => Edit::value(item, text),
            (1, Some(item)) => Edit::Remove { item },
            (2, Some(item)) => Edit::Move {
                item,
                list,
                slot: Slot::First,
            },
            _ => Edit::Insert {
                list,
                slot: Slot::Last,
                item: text,
            },
        }])
    }

    /// One of a few fields gets one of a few values: both sides meet here.
    fn field(&mut self, version: &Parsed) -> Option<Vec<Edit>> {
        let touchpoint = self.element(version, Some(Kind::Touchpoint))?;
        let (field, values) = FIELDS[self.random.below(FIELDS.len())];
        let value = self.random.pick(values);
        Some(vec![Edit::value(Place::of(touchpoint).field(field), value)])
    }

    /// Now and then in another layout that says the same.
    fn laid_out(&mut self, text: String) -> String {
        let new = match self.random.below(12) {
            0 => text.replace("    ", "  "),
            1 => text.replace('\n', "\r\n"),
            2 => text.trim_end().to_owned(),
            _ => return text,
        };
        match Doc::read(&new) == Doc::read(&text) {
            true => new,
            false => text,
        }
    }
}
