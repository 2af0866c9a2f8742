//! Figures, intervals and tests against values computed with other programs: SciPy 1.x
//! (`scipy.stats.norm`, `t`, `chi2`, `ttest_ind_from_stats`) and statsmodels
//! (`proportion_confint(method="wilson")`); net shares from answers written out as −1, 0 and 1 with
//! their three added answers, and a weighted mean and variance of NumPy.
#![allow(clippy::unwrap_used)]

use touchline::journey::figure::{Figure, Reading, figure};
use touchline::journey::metric::{CesFormula, Metric, RepurchaseFormula};
use touchline::measure::correlation::Pairs;
use touchline::measure::interval::{Mean, Net, Share};

const CSAT: Metric = Metric::Csat { scale: 5, top: 2 };

fn assert_figure(metric: &Metric, reading: &Reading, [value, low, high]: [f64; 3]) {
    let Figure {
        value: found,
        interval,
        ..
    } = figure(metric, reading).unwrap();
    let interval = interval.unwrap();
    for (found, expected) in [(found, value), (interval.low, low), (interval.high, high)] {
        let off = (found - expected).abs();
        assert!(off < 1e-4, "{reading:?}: {found} is not {expected}");
    }
}

fn some(count: u32) -> Option<f64> {
    Some(f64::from(count))
}

#[test]
fn shares_with_wilsons_interval() {
    for (hits, n, expected) in [
        (1, 2, [50.0, 9.4531, 90.5469]),
        (7, 9, [77.7778, 45.2589, 93.6775]),
        (13, 20, [65.0, 43.2854, 81.8808]),
        (50, 50, [100.0, 92.8652, 100.0]),
        (0, 5, [0.0, 0.0, 43.4482]),
        (46, 100, [46.0, 36.5608, 55.7351]),
        (333, 1_000, [33.3, 30.4478, 36.28]),
        (999, 1_000, [99.9, 99.4357, 99.9823]),
        (1, 10_000, [0.01, 0.0018, 0.0566]),
        (123_456, 250_000, [49.3824, 49.1864, 49.5784]),
    ] {
        let satisfied = Reading {
            satisfied: some(hits),
            responses: some(n),
            ..Reading::default()
        };
        assert_figure(&CSAT, &satisfied, expected);
        let agree = Reading {
            agree: some(hits),
            responses: some(n),
            ..Reading::default()
        };
        let formula = CesFormula::PercentAgree;
        assert_figure(&Metric::Ces { formula }, &agree, expected);
        let lost = Reading {
            start: some(n),
            lost: some(hits),
            ..Reading::default()
        };
        assert_figure(&Metric::Churn, &lost, expected);
        let kept = Reading {
            start: some(n),
            end: some(hits + 7),
            new: some(7),
            ..Reading::default()
        };
        assert_figure(&Metric::Retention, &kept, expected);
        let again = Reading {
            repeat: some(hits),
            total: some(n),
            ..Reading::default()
        };
        let formula = RepurchaseFormula::Buyers;
        assert_figure(&Metric::Repurchase { formula }, &again, expected);
    }
}

#[test]
fn net_shares_with_the_adjusted_wald_interval() {
    for ((plus, between, minus), expected) in [
        ((50, 30, 20), [30.0, 14.0511, 44.2013]),
        ((1, 0, 0), [100.0, -48.4986, 98.4986]),
        ((0, 1, 0), [0.0, -60.0114, 60.0114]),
        ((0, 0, 1), [-100.0, -98.4986, 48.4986]),
        ((12, 5, 3), [45.0, 8.4311, 69.8297]),
        ((166, 80, 54), [37.3333, 28.2828, 45.6446]),
        ((200, 700, 100), [10.0, 6.6336, 13.3066]),
        ((0, 40, 60), [-60.0, -68.0571, -48.4478]),
        ((4_000, 3_000, 3_000), [10.0, 8.3692, 11.6248]),
        ((33, 33, 34), [-1.0, -16.7189, 14.7771]),
    ] {
        let nps = Reading {
            promoters: some(plus),
            passives: some(between),
            detractors: some(minus),
            ..Reading::default()
        };
        assert_figure(&Metric::Nps, &nps, expected);
        let ces = Reading {
            easy: some(plus),
            neutral: some(between),
            hard: some(minus),
            ..Reading::default()
        };
        let formula = CesFormula::NetEasy;
        assert_figure(&Metric::Ces { formula }, &ces, expected);
    }
}

#[test]
fn means_with_students_interval() {
    for (mean, sd, n, expected) in [
        (4.08, 1.9, 1_000, [4.08, 3.9621, 4.1979]),
        (3.0, 0.5, 7, [3.0, 2.5376, 3.4624]),
        (6.5, 0.9, 31, [6.5, 6.1699, 6.8301]),
        (2.25, 1.1, 101, [2.25, 2.0328, 2.4672]),
        (4.0, 1.5, 250, [4.0, 3.8132, 4.1868]),
    ] {
        let reading = Reading {
            mean: Some(mean),
            sd: Some(sd),
            n: some(n),
            ..Reading::default()
        };
        let formula = CesFormula::Mean;
        assert_figure(&Metric::Ces { formula }, &reading, expected);
    }
}

/// The answers 1…7 of format.md, counted 80/210/140/110/160/180/120, in all three formulas.
#[test]
fn one_survey_three_efforts() {
    let counts: [f64; 7] = [80.0, 210.0, 140.0, 110.0, 160.0, 180.0, 120.0];
    let n: f64 = counts.iter().sum();
    let answers = || (1..=7).map(f64::from).zip(counts);
    let mean = answers().map(|(answer, count)| answer * count).sum::<f64>() / n;
    let squares: f64 = answers()
        .map(|(answer, count)| count * (answer - mean).powi(2))
        .sum();
    let value = |formula, reading: Reading| figure(&Metric::Ces { formula }, &reading).unwrap();
    let found = value(
        CesFormula::Mean,
        Reading {
            mean: Some(mean),
            sd: Some((squares / (n - 1.0)).sqrt()),
            n: Some(n),
            ..Reading::default()
        },
    );
    assert_eq!(found.value, 4.08);
    let found = value(
        CesFormula::PercentAgree,
        Reading {
            agree: Some(160.0 + 180.0 + 120.0),
            responses: Some(n),
            ..Reading::default()
        },
    );
    assert_eq!(found.value, 46.0);
    let found = value(
        CesFormula::NetEasy,
        Reading {
            easy: Some(180.0 + 120.0),
            neutral: Some(110.0 + 160.0),
            hard: Some(80.0 + 210.0 + 140.0),
            ..Reading::default()
        },
    );
    assert_eq!(found.value, -13.0);
}

fn near(found: f64, expected: f64, tolerance: f64) {
    let off = (found - expected).abs();
    assert!(off < tolerance, "{found} is not {expected}");
}

#[test]
fn two_shares_by_the_n_minus_1_test() {
    for (hits, n, other_hits, other_n, p) in [
        (11, 12, 5, 12, 0.0110),
        (50, 100, 60, 100, 0.1563),
        (460, 1_000, 500, 1_000, 0.0735),
        (9, 10, 2, 10, 0.0022),
        (30, 200, 45, 210, 0.0928),
        (999, 1_000, 990, 1_000, 0.0065),
        (12, 15, 12, 15, 1.0),
        (1, 30, 9, 31, 0.0072),
    ] {
        let share = |hits: u32, n: u32| Share {
            hits: f64::from(hits),
            n: f64::from(n),
        };
        let found = share(hits, n).difference(&share(other_hits, other_n));
        near(found.p, p, 1e-4);
    }
}

#[test]
fn two_net_shares_by_z_on_adjusted_values() {
    for (one, two, p) in [
        ((83, 51, 32), (92, 51, 28), 0.4224),
        ((60, 30, 10), (30, 30, 40), 0.0),
        ((10, 5, 5), (15, 3, 2), 0.1206),
        ((500, 300, 200), (530, 290, 180), 0.1491),
        ((7, 2, 3), (3, 4, 5), 0.1761),
        ((100, 100, 100), (120, 90, 90), 0.1385),
    ] {
        let net = |(plus, between, minus): (u32, u32, u32)| Net {
            plus: f64::from(plus),
            minus: f64::from(minus),
            n: f64::from(plus + between + minus),
        };
        near(net(one).difference(&net(two)).p, p, 1e-4);
    }
}

/// Degrees of freedom are rounded down, so p may be a little larger than SciPy's, never smaller.
#[test]
fn two_means_by_welchs_test() {
    for (one, two, p) in [
        ((5.0, 1.0, 15.0), (4.2, 0.8, 15.0), 0.0226),
        ((4.1, 1.9, 300.0), (4.5, 1.8, 280.0), 0.0095),
        ((6.0, 0.5, 12.0), (5.5, 1.5, 40.0), 0.0778),
        ((3.3, 1.2, 25.0), (3.3, 1.2, 25.0), 1.0),
        ((5.5, 1.1, 1_000.0), (5.4, 1.2, 900.0), 0.0594),
    ] {
        let mean = |(mean, sd, n)| Mean { mean, sd, n };
        let found = mean(one).difference(&mean(two)).p;
        near(found, p, 3e-4);
        assert!(found > p - 1e-4);
    }
}

/// `scipy.stats.pearsonr(xs, ys)` and its `confidence_interval()`.
#[test]
fn correlations_with_fishers_interval() {
    let twenty: Vec<f64> = (1..=20).map(f64::from).collect();
    for (xs, ys, [r, low, high]) in [
        (
            vec![2.0, 3.0, 4.0, 5.0, 6.0],
            vec![5.0, 7.0, 6.0, 6.0, 10.0],
            [0.739_795, -0.410_221, 0.981_464],
        ),
        (
            vec![1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 4.0, 3.0, 2.0, 1.0, 2.0, 4.0],
            vec![2.0, 1.0, 4.0, 3.0, 5.0, 4.0, 4.0, 2.0, 3.0, 1.0, 3.0, 5.0],
            [0.792_486, 0.400_931, 0.939_221],
        ),
        (
            twenty,
            vec![
                3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0, 8.0, 9.0, 7.0, 9.0, 3.0,
                2.0, 3.0, 8.0, 4.0,
            ],
            [0.288_266, -0.176_809, 0.648_112],
        ),
    ] {
        let mut pairs = Pairs::default();
        xs.iter().zip(&ys).for_each(|(x, y)| pairs.add(*x, *y));
        let found = pairs.correlation().unwrap();
        let interval = found.interval().unwrap();
        for (found, expected) in [(found.r, r), (interval.low, low), (interval.high, high)] {
            assert!(
                (found - expected).abs() < 1e-5,
                "{xs:?}: {found} is not {expected}"
            );
        }
    }
}
