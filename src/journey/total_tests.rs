use super::*;
use crate::journey::figure::NoInterval;
use crate::journey::metric::{Better, RepurchaseFormula};
use proptest::prelude::*;

const EFFORT: Metric = Metric::Ces {
    formula: CesFormula::Mean,
};

fn waiting() -> Metric {
    Metric::Custom {
        name: "Waiting time".into(),
        unit: "min".into(),
        better: Better::Lower,
    }
}

/// Readings as the file writes them, in parentheses without `#![enable]`.
fn read(texts: &[&str]) -> Vec<Reading> {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    texts
        .iter()
        .map(|text| options.from_str(text).expect(text))
        .collect()
}

fn only(metric: &Metric, texts: &[&str]) -> Dated {
    let mut found = figures(metric, &read(texts));
    assert_eq!(found.len(), 1, "{texts:?}");
    found.remove(0)
}

fn value(dated: &Dated) -> f64 {
    dated.figure.as_ref().expect("a figure").value
}

#[test]
fn one_figure_a_period_oldest_first_and_what_is_no_date_before_all() {
    let found = figures(
        &Metric::Churn,
        &read(&[
            "(on: \"2026-09-30\", start: 10, lost: 3)",
            "(on: \"someday\", start: 10, lost: 9)",
            "(from: \"2026-04-01\", on: \"2026-06-30\", start: 10, lost: 2)",
            "(on: \"2026-06-30\", start: 10, lost: 1)",
        ]),
    );
    assert_eq!(
        found.iter().map(value).collect::<Vec<_>>(),
        [90.0, 10.0, 20.0, 30.0]
    );
    assert!(
        found
            .iter()
            .all(|dated| !dated.added && dated.disagreement.is_none())
    );
}

#[test]
fn parts_are_added_where_there_is_no_total() {
    let found = only(
        &Metric::Nps,
        &[
            "(on: \"2026-09-30\", segment: \"new\", promoters: 30, passives: 10, detractors: 20)",
            "(on: \"2026-09-30\", segment: \"old\", promoters: 20, passives: 20, detractors: 0)",
        ],
    );
    let whole = figure(
        &Metric::Nps,
        &read(&["(promoters: 50, passives: 30, detractors: 20)"])[0],
    );
    assert!(found.added);
    assert_eq!(found.figure.expect("a sum"), whole.expect("a figure"));
}

#[test]
fn parts_are_never_added_to_the_total() {
    let found = only(
        &Metric::Csat { scale: 5, top: 2 },
        &[
            "(satisfied: 8, responses: 10)",
            "(segment: \"a\", satisfied: 8, responses: 10)",
        ],
    );
    assert_eq!(found.figure.expect("a figure").n, Some(10.0));
    assert_eq!((found.added, found.disagreement), (false, None));
}

#[test]
fn a_total_that_its_parts_contradict() {
    let parts = [
        "(segment: \"a\", satisfied: 3, responses: 5)",
        "(segment: \"b\", satisfied: 4, responses: 5)",
    ];
    for (total, expected) in [
        ("(satisfied: 7, responses: 10)", None),
        (
            "(satisfied: 8, responses: 10)",
            Some((Count::Satisfied, 8.0, 7.0)),
        ),
        (
            "(satisfied: 7, responses: 11)",
            Some((Count::Responses, 11.0, 10.0)),
        ),
        ("(value: 70)", None),
        ("(value: 71.5, n: 10)", Some((Count::Value, 71.5, 70.0))),
        ("(value: 70, n: 12)", Some((Count::N, 12.0, 10.0))),
    ] {
        let found = only(
            &Metric::Csat { scale: 5, top: 2 },
            &[parts[0], total, parts[1]],
        );
        let expected = expected.map(|(count, total, parts)| Disagreement {
            count,
            total,
            parts,
        });
        assert_eq!(found.disagreement, expected, "{total}");
        assert!(found.figure.is_ok() && !found.added);
    }
}

#[test]
fn a_published_part_alone_can_contradict_a_counted_total() {
    let part = "(segment: \"a\", value: 60, n: 10)";
    let found = only(&Metric::Churn, &["(start: 10, lost: 7)", part]);
    let (count, total, parts) = (Count::Value, 70.0, 60.0);
    assert_eq!(
        found.disagreement,
        Some(Disagreement {
            count,
            total,
            parts
        })
    );
}

#[test]
fn means_are_weighted_and_their_spread_is_that_of_all_answers() {
    // Answers 1 2 3 and 5 7: all five have mean 3.6 and sd √5.8.
    let found = only(
        &EFFORT,
        &[
            "(segment: \"a\", mean: 2, sd: 1, n: 3)",
            "(segment: \"b\", mean: 6, sd: 1.4142135623730951, n: 2)",
        ],
    );
    let whole = figure(
        &EFFORT,
        &read(&["(mean: 3.6, sd: 2.408318915758459, n: 5)"])[0],
    )
    .expect("a figure");
    let (found, wanted) = (
        found.figure.expect("a figure"),
        whole.interval.expect("an interval"),
    );
    let interval = found.interval.expect("an interval");
    assert!((found.value - 3.6).abs() < 1e-12 && found.n == Some(5.0));
    assert!((interval.low - wanted.low).abs() < 1e-9 && (interval.high - wanted.high).abs() < 1e-9);
}

#[test]
fn rounding_of_means_is_no_contradiction() {
    let parts = [
        "(segment: \"a\", mean: 2, sd: 1, n: 3)",
        "(segment: \"b\", mean: 6, sd: 1, n: 4)",
    ];
    for (total, contradicts) in [
        ("(mean: 4.3, sd: 2, n: 7)", false),
        ("(mean: 4.29, sd: 2, n: 7)", false),
        ("(mean: 4, sd: 2, n: 7)", true),
        ("(mean: 4.29, sd: 2, n: 8)", true),
    ] {
        let found = only(&EFFORT, &[parts[0], parts[1], total]);
        assert_eq!(found.disagreement.is_some(), contradicts, "{total}");
    }
}

#[test]
fn own_metrics_without_spread_still_add_up_by_n() {
    let found = only(
        &waiting(),
        &[
            "(segment: \"a\", value: 10, n: 30, sd: 2)",
            "(segment: \"b\", value: 20, n: 10)",
        ],
    );
    let figure = found.figure.expect("a figure");
    assert_eq!((figure.value, figure.n), (12.5, Some(40.0)));
    assert_eq!(figure.interval, Err(NoInterval::NoSpread));
}

#[test]
fn one_answer_needs_no_spread_to_be_added() {
    let a = "(segment: \"a\", value: 10, n: 30, sd: 2)";
    let found = only(&waiting(), &[a, "(segment: \"b\", value: 11, n: 1)"]);
    assert!(found.figure.expect("a figure").interval.is_ok());
}

#[test]
fn why_parts_make_no_figure() {
    let segment = |name: &str| Some(name.to_owned());
    let a = "(segment: \"a\", start: 10, lost: 1)";
    for (parts, expected) in [
        (
            [a, "(segment: \"a\", start: 12, lost: 1)"],
            NoFigure::Twice {
                segment: segment("a"),
            },
        ),
        (
            ["(start: 9, lost: 1)", "(start: 9, lost: 1)"],
            NoFigure::Twice { segment: None },
        ),
        (
            [a, "(segment: \"b\", value: 12, n: 9)"],
            NoFigure::NotAddable {
                segment: segment("b"),
            },
        ),
        (
            [a, "(segment: \"b\", start: 12)"],
            NoFigure::Misfit {
                segment: segment("b"),
                misfit: Misfit::Missing(Count::Lost),
            },
        ),
    ] {
        assert_eq!(
            only(&Metric::Churn, &parts).figure,
            Err(expected),
            "{parts:?}"
        );
    }
    let found = only(
        &waiting(),
        &[
            "(segment: \"a\", value: 1)",
            "(segment: \"b\", value: 2, n: 3)",
        ],
    );
    assert_eq!(
        found.figure,
        Err(NoFigure::NotAddable {
            segment: segment("a")
        })
    );
}

#[test]
fn a_part_alone_is_the_sum_and_an_empty_part_adds_nothing() {
    let metric = Metric::Repurchase {
        formula: RepurchaseFormula::Buyers,
    };
    let found = only(
        &metric,
        &[
            "(segment: \"a\", value: 12, n: 9)",
            "(segment: \"b\", repeat: 0, total: 0)",
        ],
    );
    assert_eq!((value(&found), found.added), (12.0, true));
    let found = only(&metric, &["(segment: \"b\", repeat: 0, total: 0)"]);
    assert_eq!(
        found.figure,
        Err(NoFigure::Misfit {
            segment: None,
            misfit: Misfit::Empty
        })
    );
}

#[test]
fn everybody_was_counted_only_where_that_is_so_in_each_part() {
    let a = "(segment: \"a\", start: 10, lost: 1, census: true)";
    let interval = |b| {
        only(&Metric::Churn, &[a, b])
            .figure
            .expect("a figure")
            .interval
    };
    assert_eq!(
        interval("(segment: \"b\", start: 10, lost: 1, census: true)"),
        Err(NoInterval::Census)
    );
    assert!(interval("(segment: \"b\", start: 10, lost: 1)").is_ok());
}

proptest! {
    #[test]
    fn equal_means_stay_what_they_are(mean in 1.0..=7.0_f64, n in prop::collection::vec(1..500_u32, 2..6)) {
        let part = |(place, n): (usize, &u32)| Reading {
            segment: Some(place.to_string()), mean: Some(mean), sd: Some(0.0), n: Some(f64::from(*n)), ..Reading::default()
        };
        let parts: Vec<Reading> = n.iter().enumerate().map(part).collect();
        let figure = figures(&EFFORT, &parts).remove(0).figure.expect("a figure");
        prop_assert_eq!((figure.value, figure.interval), (mean, Err(NoInterval::NoSpread)));
    }
}
