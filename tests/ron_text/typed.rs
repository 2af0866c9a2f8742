//! Data of every shape serde knows, for texts that `ron` writes itself and reads into types.

use std::collections::BTreeMap;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::random::Random;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    title: String,
    number: Option<i64>,
    share: f64,
    small: Option<f32>,
    letter: char,
    yes: Option<bool>,
    unit: (),
    marker: Marker,
    wrapped: Option<Wrapped>,
    pair: (u8, String),
    shape: Shape,
    shapes: Vec<Shape>,
    nested: Option<Option<u16>>,
    table: BTreeMap<String, Vec<i8>>,
    ids: BTreeMap<(u8, char), Shape>,
    inner: Vec<Record>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Marker;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Wrapped(Option<u32>);

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
enum Shape {
    #[default]
    Nothing,
    Some,
    #[serde(rename = "hyphen-ated.name")]
    Renamed,
    Label(String),
    Point(f32, f32),
    Boxed(Box<Shape>),
    Square {
        side: u64,
        label: Option<String>,
    },
}

const TEXTS: [&str; 6] = [
    "",
    "plain",
    "two\nlines \"quoted\" \\",
    "ä名😀\u{202E}\0",
    "a\tb\r",
    "// ([{,:",
];

impl Record {
    pub(crate) fn random(random: &mut Random, depth: usize) -> Record {
        let text = random.pick(&TEXTS).to_owned();
        let inner = if depth == 0 { 0 } else { random.below(3) };
        Record {
            number: random.chance(2).then(|| random.below(5000) as i64 - 2500),
            share: random.below(100) as f64 / 8.0,
            small: random.chance(3).then_some(f32::NEG_INFINITY),
            letter: text.chars().next_back().unwrap_or('\''),
            yes: random.chance(2).then(|| random.chance(2)),
            wrapped: random
                .chance(2)
                .then(|| Wrapped(random.chance(2).then_some(7))),
            pair: (random.below(256) as u8, text.clone()),
            shape: Shape::random(random),
            shapes: (0..random.below(4))
                .map(|_| Shape::random(random))
                .collect(),
            nested: random.chance(2).then(|| random.chance(2).then_some(3)),
            table: BTreeMap::from([(text.clone(), vec![-1, 2])]),
            ids: BTreeMap::from([((1, 'x'), Shape::random(random))]),
            inner: (0..inner)
                .map(|_| Record::random(random, depth - 1))
                .collect(),
            title: text,
            ..Record::default()
        }
    }

    /// The record as `ron` writes it, in one of its styles.
    pub(crate) fn written(&self, random: &mut Random) -> String {
        if random.chance(4) {
            return ron::to_string(self).unwrap();
        }
        let extensions = Extensions::from_bits_truncate(random.below(8));
        let config = PrettyConfig::new()
            .struct_names(random.chance(2))
            .separate_tuple_members(random.chance(2))
            .enumerate_arrays(random.chance(2))
            .compact_arrays(random.chance(2))
            .compact_structs(random.chance(2))
            .compact_maps(random.chance(2))
            .escape_strings(random.chance(2))
            .number_suffixes(random.chance(2))
            .new_line(random.pick(&["\n", "\r\n"]).to_owned())
            .indentor(random.pick(&["    ", "\t", "", " "]).to_owned())
            .extensions(extensions);
        ron::ser::to_string_pretty(self, config).unwrap()
    }
}

impl Shape {
    fn random(random: &mut Random) -> Shape {
        match random.below(7) {
            0 => Shape::Nothing,
            1 => Shape::Some,
            2 => Shape::Renamed,
            3 => Shape::Label(random.pick(&TEXTS).to_owned()),
            4 => Shape::Point(0.5, -1e20),
            5 => Shape::Boxed(Box::new(Shape::random(random))),
            _ => Shape::Square {
                side: random.below(99) as u64,
                label: random.chance(2).then(|| random.pick(&TEXTS).to_owned()),
            },
        }
    }
}
