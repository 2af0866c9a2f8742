//! Journeys to draw in tests: one that has something of everything, and random ones.

use crate::journey::figure::Reading;
use crate::journey::metric::Metric;
use crate::journey::model::{
    Channel, Department, Evidence, Feedback, Improvement, ImprovementStatus, Journey, Kpi,
    MomentOfTruth, Note, NoteKind, Scale, Source, Stage, Touchpoint, Value,
};
use crate::journey::verdict::Target;
use proptest::prelude::*;

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// A journey of four stages, one of them empty, and five touchpoints.
pub(super) fn stay() -> Journey {
    Journey {
        title: "One night in the city hotel".into(),
        channels: vec![Channel {
            id: "web".into(),
            name: "Website".into(),
        }],
        departments: vec![Department {
            id: "front-office".into(),
            name: "Front office".into(),
            ..Department::default()
        }],
        values: vec![Value {
            id: "word".into(),
            name: "We keep our word".into(),
            ..Value::default()
        }],
        stages: vec![
            stage("Book", vec![website(), hard_to_show()]),
            stage("Arrive", vec![check_in(), lift()]),
            stage("Stay", Vec::new()),
            stage("Leave", vec![invoice()]),
        ],
        improvements: vec![Improvement {
            title: "Second clerk from 20:30 to 23:00".into(),
            at: texts(&["check-in"]),
            status: Some(ImprovementStatus::Check),
            ..Improvement::default()
        }],
        notes: vec![Note {
            at: Some("invoice".into()),
            kind: Some(NoteKind::Question),
            text: "Do we have numbers for wrong invoices?".into(),
            ..Note::default()
        }],
        ..Journey::default()
    }
}

fn stage(name: &str, touchpoints: Vec<Touchpoint>) -> Stage {
    Stage {
        id: name.to_lowercase(),
        name: name.into(),
        touchpoints,
        ..Stage::default()
    }
}

fn website() -> Touchpoint {
    Touchpoint {
        id: "website".into(),
        name: "Compares rooms on the website".into(),
        channel: Some("web".into()),
        owner: Some("sales".into()),
        importance: Some(4),
        expectation: Some(4),
        experience: Some(4),
        emotion: Some(1),
        evidence: Some(Evidence::Observed),
        promise: Some("Best price, guaranteed, and check-in in two minutes".into()),
        values: texts(&["word", "gone"]),
        actions: texts(&["Filters by price", "Reads the three latest reviews"]),
        thoughts: texts(&["Is breakfast in the price or not?"]),
        ..Touchpoint::default()
    }
}

/// Wide, joined and combining characters, controls, and a long text.
fn hard_to_show() -> Touchpoint {
    Touchpoint {
        id: "hard".into(),
        name: "予約する 👨‍👩‍👧‍👦 e\u{301}\u{301} ok".into(),
        experience: Some(3),
        promise: Some("日本語の約束、二行に折り返す必要がある".into()),
        quotes: texts(&["👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "\u{1b}[31mred\u{202e}"]),
        pains: vec!["Waits ".repeat(40)],
        ..Touchpoint::default()
    }
}

fn check_in() -> Touchpoint {
    Touchpoint {
        id: "check-in".into(),
        name: "Check-in at the desk".into(),
        owner: Some("front-office".into()),
        importance: Some(5),
        expectation: Some(5),
        experience: Some(2),
        emotion: Some(-2),
        evidence: Some(Evidence::Measured),
        moment_of_truth: Some(MomentOfTruth {
            reason: "First human contact; decides whether the promise of the website holds".into(),
            kind: None,
        }),
        quotes: texts(&["I could have slept in that queue."]),
        pains: texts(&[
            "One clerk for two flights",
            "Deposit without warning",
            "No chair",
            "No water",
        ]),
        opportunities: texts(&["Key on the phone"]),
        feedback: vec![Feedback {
            on: "2026-09-14".into(),
            source: Some(Source::Review),
            text: "Friendly, but 25 minutes is a joke.".into(),
        }],
        kpis: vec![csat(90.0, 166.0), csat(166.0, 166.0)],
        ..Touchpoint::default()
    }
}

fn csat(satisfied: f64, responses: f64) -> Kpi {
    Kpi {
        id: "csat".into(),
        metric: Some(Metric::Csat { scale: 5, top: 2 }),
        target: Some(Target {
            at_least: Some(80.0),
            by: "2026-03-31".into(),
            ..Target::default()
        }),
        readings: vec![Reading {
            on: "2026-09-30".into(),
            satisfied: Some(satisfied),
            responses: Some(responses),
            ..Reading::default()
        }],
        ..Kpi::default()
    }
}

fn lift() -> Touchpoint {
    Touchpoint {
        id: "lift".into(),
        name: "Takes the lift".into(),
        emotion: Some(0),
        evidence: Some(Evidence::Measured),
        ..Touchpoint::default()
    }
}

fn invoice() -> Touchpoint {
    Touchpoint {
        id: "invoice".into(),
        name: "Invoice by e-mail".into(),
        expectation: Some(2),
        experience: Some(3),
        emotion: Some(2),
        ..Touchpoint::default()
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z ]{1,60}",
        "\\PC{0,30}",
        any::<String>(),
        Just("予約する👨‍👩‍👧‍👦".repeat(20)),
    ]
}

fn any_number() -> impl Strategy<Value = Option<i64>> {
    proptest::option::of(prop_oneof![-3..6i64, any::<i64>()])
}

prop_compose! {
    fn any_touchpoint()(
        names in proptest::collection::vec(any_text(), 3),
        numbers in proptest::collection::vec(any_number(), 4),
        texts in proptest::collection::vec(any_text(), 0..4),
        counts in (any::<f64>(), any::<f64>()),
        evidence in proptest::option::of(prop_oneof![Just(Evidence::Assumed), Just(Evidence::Measured)]),
        moment in any::<bool>(),
    ) -> Touchpoint {
        Touchpoint {
            id: names[0].clone(),
            name: names[1].clone(),
            owner: Some(names[2].clone()),
            importance: numbers[0],
            // The reader leaves out ratings beyond 1 to 5.
            expectation: numbers[1].map(|it| it.clamp(1, 5)),
            experience: numbers[2].map(|it| it.clamp(1, 5)),
            emotion: numbers[3],
            evidence,
            moment_of_truth: moment.then(MomentOfTruth::default),
            quotes: texts.clone(),
            pains: texts,
            kpis: vec![csat(counts.0, counts.1)],
            ..Touchpoint::default()
        }
    }
}

prop_compose! {
    /// Journeys of any content, on any scale.
    pub(super) fn any_journey()(
        stages in proptest::collection::vec(proptest::collection::vec(any_touchpoint(), 0..4), 0..4),
        names in proptest::collection::vec(any_text(), 4),
        scale in prop_oneof![Just((-2, 2)), (any::<i64>(), any::<i64>()), Just((3, 3))],
    ) -> Journey {
        let stages = stages.into_iter().zip(&names).map(|(touchpoints, name)| stage(name, touchpoints));
        Journey {
            title: names[0].clone(),
            scale: Scale { min: scale.0, max: scale.1 },
            stages: stages.collect(),
            ..Journey::default()
        }
    }
}
