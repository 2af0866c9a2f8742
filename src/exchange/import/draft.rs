//! A map that was read, before it is the text of a journey. Knows no format of others.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::super::json::{NoJourney, journey_text};
use super::MAX_ELEMENTS;
use crate::journey::fields::Kind;
use crate::journey::id::{free_id, is_slug, slug};

/// A slug is cut here, so that a number has room behind it.
const BASE: usize = 48;

/// The map.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<String>,
    /// The end of its scale of emotion, where that is not 2; the other end is as far from 0.
    pub(super) scale: Option<i64>,
    pub(super) stages: Vec<Stage>,
}

/// A stage; one without a name gets that of the map.
#[derive(Debug, Default)]
pub(super) struct Stage {
    pub(super) name: String,
    pub(super) goal: Option<String>,
    pub(super) touchpoints: Vec<Touchpoint>,
}

/// A touchpoint.
#[derive(Debug, Default)]
pub(super) struct Touchpoint {
    /// Its id, if the map has one; another touchpoint may have taken it.
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) emotion: Option<i64>,
    /// Names of personas; each feels the same.
    pub(super) personas: Vec<String>,
    /// Fields with the names of what they refer to.
    pub(super) named: Vec<(&'static str, String)>,
    /// Fields as the file has them.
    pub(super) fields: Map<String, Value>,
}

/// What touchpoints refer to by name: the kind, its list in the journey, the field.
const REFERRED: [(Kind, &str, &str); 4] = [
    (Kind::Persona, "personas", "persona"),
    (Kind::Department, "departments", "owner"),
    (Kind::Channel, "channels", "channel"),
    (Kind::Path, "paths", "path"),
];

impl Draft {
    /// The text of the journey.
    ///
    /// # Errors
    /// It would be too large.
    pub(super) fn text(&self, untitled: &str) -> Result<String, NoJourney> {
        if self.elements() > MAX_ELEMENTS {
            return Err(NoJourney::TooLarge);
        }
        let title = self.title.as_deref().filter(|it| !it.is_empty());
        let title = title.unwrap_or(untitled);
        let own = self.touchpoints().filter_map(|it| it.id.clone());
        let mut ids = Ids::keeping(own);
        let mut journey = Map::new();
        journey.insert("schema".to_owned(), json!(1));
        journey.insert("title".to_owned(), json!(title));
        if let Some(end) = self.scale {
            journey.insert("scale".to_owned(), json!({ "min": -end, "max": end }));
        }
        let referred = REFERRED.map(|(kind, list, field)| {
            let elements = self.referred(kind, field, &mut ids);
            if !elements.list.is_empty() {
                journey.insert(list.to_owned(), json!(elements.list));
            }
            elements
        });
        let stages = self.stages.iter();
        let stages: Vec<Value> = stages
            .map(|it| stage(it, title, &referred, &mut ids))
            .collect();
        journey.insert("stages".to_owned(), json!(stages));
        let (text, _) = journey_text(&json!({ "Journey": journey }))?;
        Ok(text)
    }

    fn elements(&self) -> usize {
        let acting = self.touchpoints().map(|it| 1 + it.personas.len());
        self.stages.len() + acting.sum::<usize>()
    }

    fn touchpoints(&self) -> impl Iterator<Item = &Touchpoint> {
        self.stages.iter().flat_map(|it| &it.touchpoints)
    }

    /// What touchpoints refer to in a field, each once, in the order in which they come.
    fn referred<'d>(&'d self, kind: Kind, field: &str, ids: &mut Ids) -> Elements<'d> {
        let mut elements = Elements::default();
        for name in self.touchpoints().flat_map(|it| it.refers(field)) {
            if !elements.ids.contains_key(name.as_str()) {
                let id = ids.of(kind, name);
                elements.list.push(json!({ "id": id, "name": name }));
                elements.ids.insert(name, id);
            }
        }
        elements
    }
}

impl Touchpoint {
    /// The names that it refers to in a field.
    fn refers(&self, field: &str) -> impl Iterator<Item = &String> {
        let personas = self.personas.iter().filter(move |_| field == "persona");
        let named = self.named.iter();
        personas.chain(named.filter_map(move |(of, name)| (*of == field).then_some(name)))
    }
}

/// Elements that touchpoints refer to.
#[derive(Default)]
struct Elements<'d> {
    list: Vec<Value>,
    /// By name.
    ids: HashMap<&'d str, String>,
}

/// Those of [`REFERRED`].
type Referred<'d> = [Elements<'d>; REFERRED.len()];

fn stage(stage: &Stage, title: &str, referred: &Referred<'_>, ids: &mut Ids) -> Value {
    let name: &str = match stage.name.is_empty() {
        true => title,
        false => &stage.name,
    };
    let id = ids.of(Kind::Stage, name);
    let touchpoints = stage.touchpoints.iter();
    let touchpoints: Vec<Value> = touchpoints
        .map(|it| touchpoint(it, referred, ids))
        .collect();
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(id));
    fields.insert("name".to_owned(), json!(name));
    if let Some(goal) = &stage.goal {
        fields.insert("goal".to_owned(), json!(goal));
    }
    fields.insert("touchpoints".to_owned(), json!(touchpoints));
    Value::Object(fields)
}

fn touchpoint(touchpoint: &Touchpoint, referred: &Referred<'_>, ids: &mut Ids) -> Value {
    let mut fields = touchpoint.fields.clone();
    let id = ids.own(touchpoint.id.as_ref(), Kind::Touchpoint, &touchpoint.name);
    fields.insert("id".to_owned(), json!(id));
    fields.insert("name".to_owned(), json!(touchpoint.name));
    if let Some(emotion) = touchpoint.emotion {
        fields.insert("emotion".to_owned(), json!(emotion));
    }
    let [personas, others @ ..] = referred;
    for (elements, (_, _, field)) in others.iter().zip(&REFERRED[1..]) {
        let id = touchpoint.refers(field).next();
        if let Some(id) = id.and_then(|name| elements.ids.get(name.as_str())) {
            fields.insert((*field).to_owned(), json!(id));
        }
    }
    acting(touchpoint, personas, &mut fields);
    Value::Object(fields)
}

/// Who acts. The first persona of the map need not be named; the second one of a touchpoint has a
/// view.
fn acting(touchpoint: &Touchpoint, personas: &Elements<'_>, fields: &mut Map<String, Value>) {
    let mut seen = HashSet::new();
    let known = touchpoint.personas.iter();
    let known = known.filter_map(|name| personas.ids.get(name.as_str()));
    let mut who = known.filter(|id| seen.insert(*id));
    if let Some(own) = who.next()
        && personas.list.first().is_some_and(|it| it["id"] != **own)
    {
        fields.insert("persona".to_owned(), json!(own));
    }
    let view = |id: &String| match touchpoint.emotion {
        Some(emotion) => json!({ "persona": id, "emotion": emotion }),
        None => json!({ "persona": id }),
    };
    let views: Vec<Value> = who.map(view).collect();
    if !views.is_empty() {
        fields.insert("views".to_owned(), json!(views));
    }
}

/// Free ids. However often a name comes, the next number is known.
struct Ids {
    taken: HashSet<String>,
    /// Ids that the map has, and nobody asked for yet.
    kept: HashSet<String>,
    count: HashMap<String, usize>,
}

impl Ids {
    /// None of these is given to others.
    fn keeping(own: impl Iterator<Item = String>) -> Ids {
        let kept: HashSet<String> = own.filter(|it| is_slug(it)).collect();
        Ids {
            taken: kept.clone(),
            kept,
            count: HashMap::new(),
        }
    }

    /// This id for the first who asks for it; else one of the name.
    fn own(&mut self, id: Option<&String>, kind: Kind, name: &str) -> String {
        match id.and_then(|it| self.kept.take(it)) {
            Some(id) => id,
            None => self.of(kind, name),
        }
    }

    fn of(&mut self, kind: Kind, name: &str) -> String {
        let word = || kind.spec().name.unwrap_or_default().to_ascii_lowercase();
        let mut base = slug(name).unwrap_or_else(word);
        base.truncate(BASE);
        let count = self.count.entry(base.clone()).or_default();
        *count += 1;
        let id = match *count {
            1 => free_id(kind, name, |id| self.taken.contains(id)),
            more => free_id(kind, &format!("{base}-{more}"), |id| {
                self.taken.contains(id)
            }),
        };
        self.taken.insert(id.clone());
        id
    }
}
