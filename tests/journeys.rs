//! The journeys that ship, and the company they stand beside: read alike by `ron` and by us,
//! canonical, without error or warning, and a use of everything that the format can say.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use touchline::journey::check::Neighbour;
use touchline::journey::fields::{Field, Kind, METRICS, Type, kinds};
use touchline::journey::finding::{Code, Severity};
use touchline::journey::model::{Company, Journey, State};
use touchline::journey::shape::canonical;
use touchline::journey::{Context, Parsed, read};
use touchline::ron_text::{Node, Tree};

fn context(neighbour: Neighbour) -> Context {
    Context {
        neighbour,
        today: jiff::civil::date(2026, 11, 22),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys")
}

fn text_of(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

fn company() -> Company {
    let parsed = read(text_of("company.ron"), &context(Neighbour::None));
    parsed.company.unwrap()
}

/// A file of the folder, read as the program reads it.
fn read_shipped(name: &str) -> Parsed {
    let neighbour = match name {
        "company.ron" => Neighbour::None,
        _ => Neighbour::Company(Box::new(company())),
    };
    read(text_of(name), &context(neighbour))
}

fn shipped() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let all = [
        "baerli-biber.ron",
        "company.ron",
        "einarbeitung-pflege.ron",
        "hotel-stay.ron",
        "insurance-claim-to-be.ron",
        "insurance-claim.ron",
    ];
    assert_eq!(names, all);
    names
}

fn journeys() -> Vec<(String, Journey)> {
    let names = shipped().into_iter().filter(|name| name != "company.ron");
    names
        .map(|name| {
            let journey = read_shipped(&name).journey;
            (name, journey)
        })
        .collect()
}

#[test]
fn ron_and_the_tree_give_the_same() {
    for (name, journey) in journeys() {
        let by_ron: Journey =
            ron::from_str(&text_of(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(journey, by_ron, "{name}");
    }
    let by_ron: Company = ron::from_str(&text_of("company.ron")).unwrap();
    assert_eq!(company(), by_ron);
}

#[test]
fn they_have_no_error_and_no_warning() {
    for name in shipped() {
        let parsed = read_shipped(&name);
        let mut bad = parsed.findings.iter();
        let bad = bad.find(|it| it.severity() != Severity::Advice);
        assert!(bad.is_none(), "{name}: {bad:#?}");
    }
}

/// What each map has to tell, and no more: whoever adds advice to the program or changes a map
/// looks at the others here.
#[test]
fn their_advice_is_their_story() {
    use Code::*;
    let told: [(&str, &[Code]); 6] = [
        ("baerli-biber.ron", &[A001, A003, A005, A012, A013, A014]),
        ("company.ron", &[]),
        ("einarbeitung-pflege.ron", &[A012, A013]),
        (
            "hotel-stay.ron",
            &[A001, A003, A005, A010, A011, A012, A013, A014],
        ),
        ("insurance-claim-to-be.ron", &[]),
        ("insurance-claim.ron", &[A003, A005, A011, A012, A013]),
    ];
    for (name, codes) in told {
        let parsed = read_shipped(name);
        let mut given: Vec<Code> = parsed.findings.iter().map(|it| it.code()).collect();
        given.sort();
        given.dedup();
        assert_eq!(given, codes, "{name}");
    }
}

#[test]
fn the_company_beside_them_changes_nothing_for_other_companies() {
    for name in [
        "baerli-biber.ron",
        "einarbeitung-pflege.ron",
        "hotel-stay.ron",
    ] {
        let alone = read(text_of(name), &context(Neighbour::None));
        assert_eq!(read_shipped(name).findings, alone.findings, "{name}");
    }
}

#[test]
fn the_insurance_journeys_live_on_what_their_company_lends() {
    for name in ["insurance-claim.ron", "insurance-claim-to-be.ron"] {
        let journey = read_shipped(name).journey;
        assert!(
            journey.departments.is_empty()
                && journey.channels.is_empty()
                && journey.values.is_empty()
        );
        let alone = read(text_of(name), &context(Neighbour::None));
        let missing: HashSet<Code> = alone.findings.iter().map(|it| it.code()).collect();
        assert!(missing.contains(&Code::E106), "{name}");
    }
}

#[test]
fn they_are_canonical() {
    for name in shipped() {
        let text = text_of(&name);
        let canonical = canonical(&Tree::read(text.clone()));
        for (line, (is, should)) in text.lines().zip(canonical.lines()).enumerate() {
            assert_eq!(is, should, "{name}:{}", line + 1);
        }
        assert_eq!(text, canonical);
    }
}

#[test]
fn each_field_metric_and_choice_of_the_format_is_used_somewhere() {
    let mut used = Used::default();
    for name in shipped() {
        let parsed = read_shipped(&name);
        let root = parsed.tree.root().unwrap();
        used.record(root, parsed.index.root_kind().unwrap());
    }
    // Sources are what readings come from: files beside journeys, of which none ships.
    let of_journeys = |kind: &Kind| !matches!(kind, Kind::Sources | Kind::Source | Kind::Column);
    for spec in kinds().filter(|spec| of_journeys(&spec.kind)) {
        for field in spec.fields {
            let name = (spec.kind, field.name);
            assert!(used.fields.contains(&name), "{name:?}");
            // No map of internal customers ships: what employees live is told.
            for variant in
                variants(field).filter(|it| (field.name, *it) != ("audience", "Internal"))
            {
                let choice = (spec.kind, field.name, variant.to_owned());
                assert!(used.choices.contains(&choice), "{choice:?}");
            }
        }
    }
    for metric in METRICS {
        assert!(used.metrics.contains(metric), "{metric:?}");
    }
}

fn variants(field: &Field) -> impl Iterator<Item = &'static str> {
    let variants = match field.of {
        Type::Choice(variants) => variants,
        _ => &[],
    };
    variants.iter().map(|variant| variant.name)
}

/// What the files make use of.
#[derive(Default)]
struct Used {
    fields: HashSet<(Kind, &'static str)>,
    choices: HashSet<(Kind, &'static str, String)>,
    metrics: HashSet<Kind>,
}

impl Used {
    fn record(&mut self, node: Node<'_>, kind: Kind) {
        for child in node.children() {
            let field = kind.field(child.key().unwrap()).unwrap();
            self.fields.insert((kind, field.name));
            self.value(child.inner().unwrap(), kind, field);
        }
    }

    fn value(&mut self, node: Node<'_>, kind: Kind, field: &'static Field) {
        match field.of {
            Type::Record(inner) => self.record(node, inner),
            Type::Records(inner) | Type::Elements(inner) => {
                for item in node.children() {
                    self.record(item.inner().unwrap(), inner);
                }
            }
            Type::Metric => {
                let metric = Kind::named(node.name().unwrap()).unwrap();
                self.metrics.insert(metric);
                self.record(node, metric);
            }
            Type::Choice(_) => {
                let variant = node.name().unwrap().to_owned();
                self.choices.insert((kind, field.name, variant));
            }
            _ => {}
        }
    }
}

#[test]
fn twins_name_each_other_and_can_be_laid_side_by_side() {
    let journeys = journeys();
    for (name, journey) in &journeys {
        let Some(twin) = &journey.compares_with else {
            continue;
        };
        let (_, twin) = journeys
            .iter()
            .find(|(name, _)| name.strip_suffix(".ron") == Some(twin))
            .unwrap();
        assert_eq!(twin.compares_with.as_deref(), name.strip_suffix(".ron"));
        assert_ne!(journey.state, twin.state);
    }
    let [now, then] = [State::AsIs, State::ToBe].map(|state| {
        let mut twins = journeys.iter().map(|(_, journey)| journey);
        twins
            .find(|it| it.compares_with.is_some() && it.state == Some(state))
            .unwrap()
    });
    let (now, then) = (touchpoints(now), touchpoints(then));
    let stays: Vec<_> = now
        .iter()
        .filter(|(id, _)| then.contains_key(*id))
        .collect();
    assert!(stays.len() >= 18, "{stays:?} stay");
    assert!(now.len() > stays.len(), "some are gone");
    assert!(then.len() > stays.len(), "some are new");
    let moved = stays.iter().filter(|(id, stage)| then[*id] != **stage);
    assert!(moved.count() >= 2, "some are in another stage");
}

/// The stages of touchpoints by their ids.
fn touchpoints(journey: &Journey) -> HashMap<&str, &str> {
    let stages = journey.stages.iter();
    let pairs = stages.flat_map(|stage| stage.touchpoints.iter().map(|it| (&*it.id, &*stage.id)));
    pairs.collect()
}

#[test]
fn a_part_that_nobody_knows_costs_nothing_of_the_rest() {
    let parts = [
        "{\"a\": 1}",
        "Odd",
        "Odd(1, 'x')",
        "(1, b\"x\")",
        "None",
        "1..2",
        "()",
    ];
    for part in parts {
        let text = format!(
            "Journey(odd: {part}, schema: 1, title: \"T\", stages: [Stage(id: \"a\", name: \"A\", odd: {part})])"
        );
        let journey = read(text, &context(Neighbour::None)).journey;
        assert_eq!(
            (journey.title.as_str(), journey.stages.len()),
            ("T", 1),
            "{part}"
        );
    }
}
