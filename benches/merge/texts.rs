//! Three versions of a journey of 5,000 touchpoints, by what the sides did to it.

/// What is merged.
pub struct Case {
    pub name: &'static str,
    pub base: String,
    pub ours: String,
    pub theirs: String,
}

const STAGES: usize = 100;
const PER_STAGE: usize = 50;

/// A touchpoint as somebody would write it.
#[derive(Clone)]
struct Touchpoint {
    id: String,
    name: String,
    emotion: i64,
    importance: i64,
}

type Journey = Vec<Vec<Touchpoint>>;

/// The cases, from one field to both sides all over the file.
pub fn cases() -> [Case; 4] {
    [
        case("one field on each side", &|side, journey| {
            journey[40 + side][7].emotion = 2;
        }),
        case(
            "neighbouring fields, 1,000 touchpoints",
            &|side, journey| {
                for touchpoint in every(journey, 5) {
                    match side {
                        0 => touchpoint.emotion = 2,
                        _ => touchpoint.importance = 1,
                    }
                }
            },
        ),
        case("neighbouring fields, all touchpoints", &|side, journey| {
            for touchpoint in every(journey, 1) {
                match side {
                    0 => touchpoint.emotion = 2,
                    _ => touchpoint.importance = 1,
                }
            }
        }),
        case(
            "40 inserts, moves, removals on each side",
            &|side, journey| {
                for stage in (side..STAGES - 2).step_by(2).take(40) {
                    let mut new = journey[stage][3].clone();
                    new.id = format!("new-{side}-{stage}");
                    journey[stage].insert(11, new);
                    journey[stage].remove(20);
                    let moved = journey[stage].remove(30);
                    journey[stage + 2].insert(5, moved);
                    journey[stage].swap(40, 41);
                }
            },
        ),
    ]
}

fn every(journey: &mut Journey, step: usize) -> impl Iterator<Item = &mut Touchpoint> {
    journey.iter_mut().flatten().step_by(step)
}

fn case(name: &'static str, change: &dyn Fn(usize, &mut Journey)) -> Case {
    let base = journey();
    let [ours, theirs] = [0, 1].map(|side| {
        let mut journey = base.clone();
        change(side, &mut journey);
        written(&journey)
    });
    Case {
        name,
        base: written(&base),
        ours,
        theirs,
    }
}

fn journey() -> Journey {
    let touchpoint = |number: usize| Touchpoint {
        id: format!("touchpoint-{number}"),
        name: format!("Touchpoint number {number}"),
        emotion: number as i64 % 3 - 1,
        importance: 2 + number as i64 % 4,
    };
    let stage = |stage: usize| {
        let numbers = stage * PER_STAGE..(stage + 1) * PER_STAGE;
        numbers.map(touchpoint).collect()
    };
    (0..STAGES).map(stage).collect()
}

fn written(journey: &Journey) -> String {
    let stages: String = journey.iter().enumerate().map(stage).collect();
    format!(
        "#![enable(implicit_some)]\nJourney(\n    schema: 1,\n    title: \"Large\",\n    departments: [\n        Department(id: \"desk\", name: \"Desk\"),\n    ],\n    channels: [\n        Channel(id: \"counter\", name: \"Counter\"),\n    ],\n    stages: [\n{stages}    ],\n)\n"
    )
}

fn stage((number, touchpoints): (usize, &Vec<Touchpoint>)) -> String {
    let touchpoints: String = touchpoints.iter().map(text).collect();
    format!(
        "        Stage(\n            id: \"stage-{number}\",\n            name: \"Stage {number}\",\n            touchpoints: [\n{touchpoints}            ],\n        ), // ^stage-{number}\n"
    )
}

fn text(touchpoint: &Touchpoint) -> String {
    let Touchpoint {
        id,
        name,
        emotion,
        importance,
    } = touchpoint;
    let fields = [
        format!("id: \"{id}\""),
        format!("name: \"{name}\""),
        "channel: \"counter\"".to_owned(),
        "owner: \"desk\"".to_owned(),
        format!("importance: {importance}"),
        "experience: 3".to_owned(),
        format!("emotion: {emotion}"),
        "evidence: Observed".to_owned(),
    ];
    let fields: String = fields
        .iter()
        .map(|field| format!("                    {field},\n"))
        .collect();
    let lanes = "                    actions: [\n                        \"Waits at the counter\",\n                        \"Asks for the form\",\n                    ],\n                    pains: [\n                        \"Nobody says how long it takes\",\n                    ],\n";
    format!("                Touchpoint(\n{fields}{lanes}                ), // ^{id}\n")
}
