use super::*;
use crate::journey::metric::{Better, LARGEST};
use proptest::prelude::*;

const NET_EASY: Metric = Metric::Ces {
    formula: CesFormula::NetEasy,
};
const AGREE: Metric = Metric::Ces {
    formula: CesFormula::PercentAgree,
};
const MEAN: Metric = Metric::Ces {
    formula: CesFormula::Mean,
};
const BUYERS: Metric = Metric::Repurchase {
    formula: RepurchaseFormula::Buyers,
};
const PURCHASES: Metric = Metric::Repurchase {
    formula: RepurchaseFormula::Purchases,
};
const CSAT: Metric = Metric::Csat { scale: 5, top: 2 };

fn waiting() -> Metric {
    Metric::Custom {
        name: "Waiting time".into(),
        unit: "min".into(),
        better: Better::Lower,
    }
}

/// A reading as the file writes it.
fn read(text: &str) -> Reading {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).expect(text)
}

fn of(metric: &Metric, text: &str) -> Result<Figure, Misfit> {
    figure(metric, &read(text))
}

#[test]
fn every_count_is_the_field_of_its_name() {
    for count in Count::ALL {
        let reading = read(&format!("({}: 3)", count.name()));
        let set: Vec<Count> = Count::ALL
            .into_iter()
            .filter(|other| reading.count(*other).is_some())
            .collect();
        assert_eq!((set, reading.count(count)), (vec![count], Some(3.0)));
    }
}

#[test]
fn values_and_n() {
    // Of the answers 1…7 counted 80/210/140/110/160/180/120 come the three figures of effort.
    for (metric, text, value, n) in [
        (
            Metric::Nps,
            "(promoters: 50, passives: 30, detractors: 20)",
            30.0,
            100.0,
        ),
        (
            Metric::Nps,
            "(promoters: 0, passives: 0, detractors: 1)",
            -100.0,
            1.0,
        ),
        (CSAT, "(satisfied: 29, responses: 100)", 29.0, 100.0),
        (AGREE, "(agree: 460, responses: 1000)", 46.0, 1000.0),
        (MEAN, "(mean: 4.08, sd: 1.9, n: 1000)", 4.08, 1000.0),
        (
            NET_EASY,
            "(easy: 300, neutral: 270, hard: 430)",
            -13.0,
            1000.0,
        ),
        (
            Metric::Retention,
            "(start: 200, end: 190, new: 40)",
            75.0,
            200.0,
        ),
        (Metric::Churn, "(start: 200, lost: 50)", 25.0, 200.0),
        (BUYERS, "(repeat: 212, total: 848)", 25.0, 848.0),
        (PURCHASES, "(repeat: 3, total: 4)", 75.0, 4.0),
        (waiting(), "(value: 17.5, n: 38)", 17.5, 38.0),
        (Metric::Nps, "(value: 41, n: 230)", 41.0, 230.0),
        (MEAN, "(value: 4.2, n: 230)", 4.2, 230.0),
    ] {
        let found = of(&metric, text).expect(text);
        assert_eq!((found.value, found.n), (value, Some(n)), "{text}");
    }
}

#[test]
fn intervals() {
    for (metric, text, low, high) in [
        (
            Metric::Nps,
            "(promoters: 50, passives: 30, detractors: 20)",
            14.05,
            44.20,
        ),
        (
            Metric::Nps,
            "(promoters: 0, passives: 0, detractors: 1)",
            -98.5,
            48.5,
        ),
        (
            Metric::Nps,
            "(promoters: 0, passives: 0, detractors: 1000)",
            -100.0,
            -99.287,
        ),
        (NET_EASY, "(easy: 50, neutral: 30, hard: 20)", 14.05, 44.20),
        (CSAT, "(satisfied: 81, responses: 263)", 25.53, 36.62),
        (AGREE, "(agree: 81, responses: 263)", 25.53, 36.62),
        (BUYERS, "(repeat: 81, total: 263)", 25.53, 36.62),
        (Metric::Churn, "(start: 263, lost: 81)", 25.53, 36.62),
        (
            Metric::Retention,
            "(start: 263, end: 100, new: 19)",
            25.53,
            36.62,
        ),
        (MEAN, "(mean: 4.08, sd: 1.9, n: 30)", 3.3705, 4.7895),
        (MEAN, "(mean: 6.9, sd: 0.5, n: 4)", 6.1044, 7.0),
        (waiting(), "(value: 20, sd: 4, n: 10)", 17.1386, 22.8614),
    ] {
        let found = of(&metric, text).expect(text).interval.expect(text);
        let off = (found.low - low).abs().max((found.high - high).abs());
        assert!(off < 0.006, "{text}: {found:?}");
    }
}

#[test]
fn why_there_is_no_interval() {
    for (metric, text, why) in [
        (Metric::Nps, "(value: 41, n: 230)", NoInterval::Published),
        (Metric::Churn, "(value: 41)", NoInterval::Published),
        (
            Metric::Churn,
            "(start: 10, lost: 1, census: true)",
            NoInterval::Census,
        ),
        (
            Metric::Retention,
            "(start: 10, end: 9, new: 0, census: true)",
            NoInterval::Census,
        ),
        (PURCHASES, "(repeat: 1, total: 4)", NoInterval::Purchases),
        (waiting(), "(value: 3)", NoInterval::NoSpread),
        (waiting(), "(value: 3, sd: 1)", NoInterval::NoSpread),
        (MEAN, "(mean: 3, sd: 0, n: 5)", NoInterval::NoSpread),
        (MEAN, "(mean: 3, sd: 0, n: 1)", NoInterval::TooFew),
    ] {
        let found = of(&metric, text).expect(text);
        assert_eq!((found.interval, found.sample), (Err(why), None), "{text}");
    }
}

fn out_of_range(count: Count, low: f64, high: f64) -> Misfit {
    Misfit::OutOfRange { count, low, high }
}

fn exceeds(part: Count, whole: Count) -> Misfit {
    Misfit::Exceeds { part, whole }
}

#[test]
fn counts_that_are_missing_or_too_many() {
    use Count::*;
    for (metric, text, misfit) in [
        (Metric::Nps, "()", Misfit::Missing(Promoters)),
        (
            Metric::Nps,
            "(promoters: 1, passives: 1)",
            Misfit::Missing(Detractors),
        ),
        (MEAN, "(mean: 4, n: 9)", Misfit::Missing(Sd)),
        (waiting(), "(n: 3)", Misfit::Missing(Value)),
        (Metric::Nps, "(n: 230)", Misfit::Surplus(N)),
        (
            Metric::Nps,
            "(satisfied: 1, responses: 2)",
            Misfit::Surplus(Satisfied),
        ),
        (
            CSAT,
            "(satisfied: 1, responses: 2, value: 50)",
            Misfit::Surplus(Value),
        ),
        (
            Metric::Nps,
            "(value: 41, satisfied: 2)",
            Misfit::Surplus(Satisfied),
        ),
        (Metric::Nps, "(value: 41, census: true)", Misfit::Census),
    ] {
        assert_eq!(of(&metric, text), Err(misfit), "{text}");
    }
}

#[test]
fn numbers_that_cannot_be() {
    use Count::*;
    let nps_value = out_of_range(Value, -100.0, 100.0);
    for (metric, text, misfit) in [
        (Metric::Nps, "(value: 140)", nps_value),
        (Metric::Nps, "(value: NaN)", nps_value),
        (
            Metric::Churn,
            "(start: 9, lost: -1)",
            out_of_range(Lost, 0.0, LARGEST),
        ),
        (
            Metric::Churn,
            "(start: inf, lost: 1)",
            out_of_range(Start, 0.0, LARGEST),
        ),
        (
            Metric::Churn,
            "(start: 9, lost: 1.5)",
            Misfit::NotWhole(Lost),
        ),
        (MEAN, "(mean: 8, sd: 1, n: 9)", out_of_range(Mean, 1.0, 7.0)),
        (MEAN, "(mean: 4, sd: 80, n: 9)", out_of_range(Sd, 0.0, 6.0)),
        (
            waiting(),
            "(value: 1e300)",
            out_of_range(Value, -LARGEST, LARGEST),
        ),
        (
            waiting(),
            "(value: 3, sd: -1, n: 3)",
            out_of_range(Sd, 0.0, LARGEST),
        ),
    ] {
        assert_eq!(of(&metric, text), Err(misfit), "{text}");
    }
}

#[test]
fn parts_beyond_their_whole() {
    use Count::*;
    for (metric, text, misfit) in [
        (
            CSAT,
            "(satisfied: 3, responses: 2)",
            exceeds(Satisfied, Responses),
        ),
        (AGREE, "(agree: 3, responses: 2)", exceeds(Agree, Responses)),
        (Metric::Churn, "(start: 2, lost: 3)", exceeds(Lost, Start)),
        (BUYERS, "(repeat: 3, total: 2)", exceeds(Repeat, Total)),
        (PURCHASES, "(repeat: 3, total: 2)", exceeds(Repeat, Total)),
        (
            Metric::Retention,
            "(start: 5, end: 2, new: 3)",
            exceeds(New, End),
        ),
        (
            Metric::Retention,
            "(start: 5, end: 9, new: 3)",
            Misfit::KeptExceedsStart,
        ),
    ] {
        assert_eq!(of(&metric, text), Err(misfit), "{text}");
    }
}

#[test]
fn nobody_makes_no_figure() {
    for (metric, text) in [
        (Metric::Nps, "(promoters: 0, passives: 0, detractors: 0)"),
        (Metric::Nps, "(value: 41, n: 0)"),
        (CSAT, "(satisfied: 0, responses: 0)"),
        (PURCHASES, "(repeat: 0, total: 0)"),
        (Metric::Retention, "(start: 0, end: 3, new: 3)"),
        (MEAN, "(mean: 4, sd: 1, n: 0)"),
        (waiting(), "(value: 3, n: 0)"),
    ] {
        assert_eq!(of(&metric, text), Err(Misfit::Empty), "{text}");
    }
}

fn any_metric() -> impl Strategy<Value = Metric> {
    let fixed = [
        Metric::Nps,
        CSAT,
        AGREE,
        MEAN,
        NET_EASY,
        Metric::Retention,
        Metric::Churn,
        BUYERS,
        PURCHASES,
    ];
    prop::sample::select([&fixed[..], &[waiting()]].concat())
}

proptest! {
    #[test]
    fn figures_stay_within_the_bounds_of_their_metric(
        metric in any_metric(),
        numbers in prop::array::uniform3(prop_oneof![0.0..1e3_f64, any::<f64>()]),
        whole: bool,
    ) {
        let mut counts = Counts::default();
        for (count, number) in metric.counts().iter().zip(numbers) {
            counts.set(*count, Some(if whole && count.is_whole() { number.round() } else { number }));
        }
        if let Ok(figure) = evaluate(&metric, &counts) {
            let (low, high) = metric.bounds();
            prop_assert!((low..=high).contains(&figure.value), "{figure:?}");
            if let Ok(interval) = figure.interval {
                prop_assert!(low <= interval.low && interval.low <= interval.high && interval.high <= high, "{figure:?}");
            }
        }
    }
}
