//! A map that was read, before it is the text of a journey. Knows no format of others.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::super::json::journey_text;
use crate::journey::fields::Kind;
use crate::journey::id::{free_id, slug};

/// A slug is cut here, so that a number has room behind it.
const BASE: usize = 48;

/// The map.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<String>,
    pub(super) stages: Vec<Stage>,
}

/// A stage; one without a name gets that of the map.
#[derive(Debug, Default)]
pub(super) struct Stage {
    pub(super) name: String,
    pub(super) touchpoints: Vec<Touchpoint>,
}

/// A touchpoint.
#[derive(Debug, Default)]
pub(super) struct Touchpoint {
    pub(super) name: String,
    pub(super) emotion: Option<i64>,
    /// Names of personas; each feels the same.
    pub(super) personas: Vec<String>,
}

impl Draft {
    /// The text of the journey.
    pub(super) fn text(&self, untitled: &str) -> Option<String> {
        let title = self.title.as_deref().unwrap_or(untitled);
        let mut ids = Ids::default();
        let personas = self.personas(&mut ids);
        let stages = self.stages.iter();
        let stages: Vec<Value> = stages
            .map(|it| stage(it, title, &personas, &mut ids))
            .collect();
        let mut journey = Map::new();
        journey.insert("schema".to_owned(), json!(1));
        journey.insert("title".to_owned(), json!(title));
        if !personas.list.is_empty() {
            journey.insert("personas".to_owned(), json!(personas.list));
        }
        journey.insert("stages".to_owned(), json!(stages));
        let (text, _) = journey_text(&json!({ "Journey": journey }))?;
        Some(text)
    }

    /// Those who act, each once, in the order in which they come.
    fn personas<'d>(&'d self, ids: &mut Ids) -> Personas<'d> {
        let mut personas = Personas::default();
        let touchpoints = self.stages.iter().flat_map(|it| &it.touchpoints);
        for name in touchpoints.flat_map(|it| &it.personas) {
            if !personas.ids.contains_key(name.as_str()) {
                let id = ids.of(Kind::Persona, name);
                personas.list.push(json!({ "id": id, "name": name }));
                personas.ids.insert(name, id);
            }
        }
        personas
    }
}

/// The personas of a map.
#[derive(Default)]
struct Personas<'d> {
    list: Vec<Value>,
    /// By name.
    ids: HashMap<&'d str, String>,
}

fn stage(stage: &Stage, title: &str, personas: &Personas<'_>, ids: &mut Ids) -> Value {
    let name: &str = match stage.name.is_empty() {
        true => title,
        false => &stage.name,
    };
    let id = ids.of(Kind::Stage, name);
    let touchpoints = stage.touchpoints.iter();
    let touchpoints: Vec<Value> = touchpoints
        .map(|it| touchpoint(it, personas, ids))
        .collect();
    json!({ "id": id, "name": name, "touchpoints": touchpoints })
}

/// The first persona of the map need not be named; the second one of a touchpoint has a view.
fn touchpoint(touchpoint: &Touchpoint, personas: &Personas<'_>, ids: &mut Ids) -> Value {
    let mut fields = Map::new();
    let mut set = |field: &str, value: Value| fields.insert(field.to_owned(), value);
    set("id", json!(ids.of(Kind::Touchpoint, &touchpoint.name)));
    set("name", json!(touchpoint.name));
    let mut seen = HashSet::new();
    let known = touchpoint.personas.iter();
    let known = known.filter_map(|name| personas.ids.get(name.as_str()));
    let mut who = known.filter(|id| seen.insert(*id));
    if let Some(own) = who.next()
        && personas.list.first().is_some_and(|it| it["id"] != **own)
    {
        set("persona", json!(own));
    }
    if let Some(emotion) = touchpoint.emotion {
        set("emotion", json!(emotion));
    }
    let view = |id: &String| match touchpoint.emotion {
        Some(emotion) => json!({ "persona": id, "emotion": emotion }),
        None => json!({ "persona": id }),
    };
    let views: Vec<Value> = who.map(view).collect();
    if !views.is_empty() {
        set("views", json!(views));
    }
    Value::Object(fields)
}

/// Free ids. However often a name comes, the next number is known.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    count: HashMap<String, usize>,
}

impl Ids {
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
