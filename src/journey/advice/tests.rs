//! Each rule of advice with what triggers it and what nearly does. Today is 22 November 2026.

use super::*;
use crate::journey::fields::Kind;
use crate::journey::model::{Company, Department, Value};
use Code::*;

const GOOD_KPI: &str = r#"kpis: [(id: "k", metric: Nps, owner: "ana", target: (at_least: 1),
    readings: [(on: "2026-11-01")])]"#;

/// A reviewed journey of one stage with one touchpoint `t`, with these fields more.
fn journey(touchpoint: &str, more: &str) -> Journey {
    let reviewed = if more.contains("reviewed:") {
        ""
    } else {
        r#"reviewed: "2026-11-22","#
    };
    let stages = match more.contains("stages:") {
        true => String::new(),
        false => format!(r#"stages: [(id: "s", touchpoints: [(id: "t", {touchpoint})])],"#),
    };
    let text = format!("#![enable(implicit_some)] (schema: 1, {reviewed} {stages} {more})");
    ron::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn advice(journey: &Journey) -> Vec<Advice> {
    advise(journey, &Neighbour::None, jiff::civil::date(2026, 11, 22))
}

fn codes(touchpoint: &str, more: &str) -> Vec<Code> {
    advice(&journey(touchpoint, more))
        .iter()
        .map(Advice::code)
        .collect()
}

fn holds(rows: &[(&str, &str, &[Code])]) {
    for (touchpoint, more, expected) in rows {
        assert_eq!(codes(touchpoint, more), *expected, "{touchpoint} {more}");
    }
}

#[test]
fn moments_of_truth_are_measured() {
    let moment = r#"moment_of_truth: (reason: "r"), "#;
    let with = |rest: &str| codes(&format!("{moment}{rest}"), "");
    assert_eq!(with(""), [A001]);
    assert_eq!(codes("moment_of_truth: (reason: \" \")", ""), [A019, A001]);
    assert_eq!(codes("", ""), []);
    assert_eq!(with(GOOD_KPI), []);
    let no_target = r#"(id: "n", metric: Nps, owner: "ana", readings: [(on: "2026-11-01")])"#;
    let two = GOOD_KPI.replacen('[', &format!("[{no_target}, "), 1);
    assert_eq!(
        with(&format!("kpis: [{no_target}]")),
        [A002],
        "the KPI is not named as well"
    );
    assert_eq!(with(&two), [A007], "one of two has a target");
    assert_eq!(
        codes(&format!("kpis: [{no_target}]"), ""),
        [A007],
        "no moment"
    );
    assert_eq!(with(&format!("evidence: Assumed, {GOOD_KPI}")), [A003]);
    assert_eq!(with(&format!("evidence: Observed, {GOOD_KPI}")), []);
    assert_eq!(codes("evidence: Assumed", ""), []);
}

#[test]
fn a_moment_of_truth_may_rest_on_an_assumption_where_it_is_still_to_come() {
    let assumed = format!(r#"moment_of_truth: (reason: "r"), evidence: Assumed, {GOOD_KPI}"#);
    holds(&[
        (&assumed, "", &[A003]),
        (&assumed, "state: AsIs", &[A003]),
        (&assumed, "state: ToBe", &[]),
    ]);
}

#[test]
fn measured_needs_a_reading_at_the_touchpoint() {
    let survey = r#"feedback: [(on: "2026-11-01", source: Survey, text: "t")]"#;
    let elsewhere = GOOD_KPI;
    let baseline = r#"kpis: [(id: "k", metric: Nps, owner: "a", target: (at_least: 1),
        baseline: (on: "2026-11-01"))]"#;
    holds(&[
        ("evidence: Measured", "", &[A004]),
        (&format!("evidence: Measured, {survey}"), "", &[A004]),
        ("evidence: Measured", elsewhere, &[A004]),
        (&format!("evidence: Measured, {GOOD_KPI}"), "", &[]),
        (&format!("evidence: Measured, {baseline}"), "", &[]),
        ("evidence: Observed", "", &[]),
    ]);
}

#[test]
fn a_gap_needs_an_improvement() {
    let gap = "expectation: 4, experience: 3";
    let improve = |status: &str, at: &str| {
        format!(r#"improvements: [(id: "i", title: "T", at: ["{at}"], status: {status})]"#)
    };
    holds(&[
        (gap, "", &[A005]),
        (gap, &improve("Dropped", "t"), &[A005]),
        (gap, &improve("Plan", "other"), &[A005]),
        (gap, &improve("Plan", "t"), &[]),
        (gap, &improve("Act", "t"), &[]),
        ("expectation: 4, experience: 4", "", &[]),
        ("expectation: 4", "", &[]),
        ("experience: 1", "", &[]),
    ]);
}

#[test]
fn a_kpi_has_owner_target_and_a_recent_reading() {
    let kpi = |fields: &str| format!(r#"kpis: [(id: "k", metric: Nps, {fields})]"#);
    let rest = r#"target: (at_most: 1), readings: [(on: "2026-11-01")]"#;
    let on = |day: &str| {
        kpi(&format!(
            r#"owner: "a", target: (at_least: 1), readings: [(on: "{day}")]"#
        ))
    };
    let baseline = r#"owner: "a", target: (at_least: 1), baseline: (on: "2026-11-01")"#;
    holds(&[
        ("", &kpi(rest), &[A006]),
        (&kpi(rest), "", &[A006]),
        (
            "",
            &format!(r#"departments: [(id: "d", name: "D", {})]"#, kpi(rest)),
            &[],
        ),
        (
            "",
            &kpi(r#"owner: "a", readings: [(on: "2026-11-01")]"#),
            &[A007],
        ),
        ("", &kpi(r#"owner: "a", target: (at_least: 1)"#), &[A008]),
        ("", &kpi(baseline), &[]),
        ("", &on("2026-05-26"), &[]),
        ("", &on("2026-05-25"), &[A008]),
        ("", &on("2027-01-01"), &[]),
        ("", &on("soon"), &[A008]),
    ]);
}

#[test]
fn kpis_are_found_wherever_they_hang() {
    let kpi = |id: &str| {
        format!(r#"kpis: [(id: "{id}", metric: Nps, owner: "a", target: (at_least: 1))]"#)
    };
    let (at_journey, at_stage, at_touchpoint) = (kpi("j"), kpi("s"), kpi("t"));
    let (at_department, at_handover) = (kpi("d"), kpi("h"));
    let more = format!(
        r#"{at_journey}, departments: [(id: "de", {at_department})],
        stages: [(id: "st", {at_stage}, touchpoints: [(id: "to", {at_touchpoint})])],
        handovers: [(id: "ha", from: "x", to: "y", agreement: "z", {at_handover})]"#
    );
    let advice = advice(&journey("", &more));
    let ids: Vec<&str> = advice
        .iter()
        .filter_map(|it| Some(it.about.as_ref()?.id.as_str()))
        .collect();
    assert_eq!(ids, ["j", "d", "s", "t", "h"]);
    assert!(
        advice
            .iter()
            .all(|it| it.code() == A008 && it.field == Some("readings"))
    );
}

#[test]
fn a_promise_is_kept_or_lived() {
    let keeper =
        r#"stages: [(id: "s", touchpoints: [(id: "t", promise: "p"), (id: "u", keeps: ["t"])])]"#;
    let other = keeper.replace(r#"["t"]"#, r#"["x"]"#);
    holds(&[
        (r#"promise: "p""#, "", &[A009]),
        ("", &other, &[A009]),
        ("", keeper, &[]),
        (r#"promise: "p", experience: 3"#, "", &[]),
        ("", "", &[]),
    ]);
}

#[test]
fn values_are_proved() {
    let value = r#"values: [(id: "v", name: "V")]"#;
    holds(&[("", value, &[A010]), (r#"values: ["v"]"#, value, &[])]);
}

#[test]
fn names_are_inherited_and_advice_is_on_own_elements_alone() {
    let value = |id: &str| Value {
        id: id.into(),
        name: id.into(),
        ..Value::default()
    };
    let department = |id: &str, name: &str| Department {
        id: id.into(),
        name: name.into(),
        ..Department::default()
    };
    let company = Company {
        values: vec![value("proved"), value("not"), value("own")],
        departments: vec![
            department("a", "Inherited"),
            department("b", "Hidden"),
            department("idle", "Idle"),
        ],
        ..Company::default()
    };
    let journey = journey(
        r#"values: ["proved"]"#,
        r#"values: [(id: "own", name: "Own")], departments: [(id: "b", name: "Own B")],
        handovers: [(id: "h", from: "a", to: "b")]"#,
    );
    let neighbour = Neighbour::Company(Box::new(company));
    let advice = advise(&journey, &neighbour, jiff::civil::date(2026, 11, 22));
    let handover = AdviceKind::HandoverWithoutAgreement {
        from: "Inherited".into(),
        to: "Own B".into(),
    };
    let kinds: Vec<_> = advice
        .into_iter()
        .map(|it| (it.about.is_some(), it.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            (true, AdviceKind::ValueUnproved("Own".into())),
            (true, handover),
        ]
    );
}

#[test]
fn advice_knows_whose_map_it_is() {
    for (field, audience) in [
        ("", Audience::Customers),
        ("audience: Employees,", Audience::Employees),
        ("audience: Internal,", Audience::Internal),
    ] {
        let journey = journey(
            "",
            &format!("{field} reviewed: \"2020-01-01\", stages: [(id: \"s\")]"),
        );
        let advice = advice(&journey);
        assert_eq!(advice.len(), 2, "{advice:?}");
        assert!(
            advice.iter().all(|it| it.audience == audience),
            "{advice:?}"
        );
    }
}

/// Pairs of touchpoints between which a hand-over is missed; one letter each, `path` after it.
fn missed(touchpoints: &[(&str, Option<&str>, Option<&str>)], handovers: &str) -> Vec<String> {
    let one = |(id, path, owner): &(&str, Option<&str>, Option<&str>)| {
        let path = path.map_or_else(String::new, |path| format!(r#"path: "{path}","#));
        let owner = owner.map_or_else(String::new, |owner| format!(r#"owner: "{owner}","#));
        format!(r#"(id: "{id}", {path} {owner})"#)
    };
    let list: Vec<String> = touchpoints.iter().map(one).collect();
    let (front, back) = list.split_at(list.len() / 2);
    let more = format!(
        r#"stages: [(id: "s", touchpoints: [{}]), (id: "z", touchpoints: [{}])], {handovers}"#,
        front.join(","),
        back.join(",")
    );
    let pair = |advice: Advice| match advice.kind {
        AdviceKind::NoHandover { before, after, .. } => Some(before + &after),
        _ => None,
    };
    advice(&journey("", &more))
        .into_iter()
        .filter_map(pair)
        .collect()
}

#[test]
fn neighbours_follow_each_path() {
    let main = [
        ("a", None, Some("x")),
        ("b", None, Some("y")),
        ("c", None, Some("y")),
    ];
    assert_eq!(
        missed(&main, ""),
        ["ab"],
        "across a stage, and only where the owner changes"
    );
    let aside = [
        ("a", None, Some("x")),
        ("p", Some("1"), Some("y")),
        ("q", Some("2"), Some("z")),
        ("r", Some("1"), Some("y")),
        ("b", None, Some("w")),
        ("c", None, Some("w")),
    ];
    assert_eq!(missed(&aside, ""), ["ap", "aq", "ab", "rb", "qb"]);
    let first = [
        ("p", Some("1"), Some("x")),
        ("a", None, Some("y")),
        ("b", None, Some("y")),
    ];
    assert_eq!(missed(&first, ""), ["pa"]);
    let nobody = [
        ("a", None, Some("x")),
        ("b", None, None),
        ("c", None, Some("y")),
    ];
    assert_eq!(missed(&nobody, ""), [""; 0]);
    let twice = [
        ("a", None, Some("x")),
        ("p", Some("1"), Some("x")),
        ("b", None, Some("y")),
    ];
    assert_eq!(missed(&twice, ""), ["ab"], "one hand-over serves both");
}

#[test]
fn a_handover_covers_its_direction_and_its_touchpoints() {
    let pair = [
        ("a", None, Some("x")),
        ("b", None, Some("y")),
        ("c", None, Some("y")),
    ];
    let handover = |fields: &str| {
        missed(
            &pair,
            &format!(r#"handovers: [(id: "h", agreement: "g", {fields})]"#),
        )
        .len()
    };
    assert_eq!(handover(r#"from: "x", to: "y""#), 0);
    assert_eq!(handover(r#"from: "x", to: "y", at: "b""#), 0);
    assert_eq!(handover(r#"from: "x", to: "y", at: "a""#), 0);
    assert_eq!(handover(r#"from: "x", to: "y", at: "c""#), 1);
    assert_eq!(handover(r#"from: "y", to: "x", at: "b""#), 1);
    assert_eq!(handover(r#"from: "x", to: "z", at: "b""#), 1);
}

#[test]
fn handovers_are_agreed_and_hold() {
    let with = |fields: &str| format!(r#"handovers: [(id: "h", from: "x", to: "y", {fields})]"#);
    holds(&[
        ("", &with(r#"agreement: "a", status: Broken"#), &[A012]),
        ("", &with(r#"agreement: "a", status: Open"#), &[]),
        ("", &with("status: Agreed"), &[A013]),
        ("", &with(r#"agreement: " ""#), &[A013]),
        ("", &with("status: Broken"), &[A012, A013]),
    ]);
}

#[test]
fn improvements_end_by_their_due_date() {
    let with = |fields: &str| format!(r#"improvements: [(id: "i", title: "T", {fields})]"#);
    holds(&[
        ("", &with(r#"due: "2026-11-21", status: Plan"#), &[A014]),
        ("", &with(r#"due: "2026-11-21", status: Do"#), &[A014]),
        ("", &with(r#"due: "2026-11-21""#), &[A014]),
        ("", &with(r#"due: "2026-11-22", status: Do"#), &[]),
        ("", &with(r#"due: "2026-11-21", status: Act"#), &[]),
        ("", &with(r#"due: "2026-11-21", status: Dropped"#), &[]),
        (
            "",
            &with(r#"due: "2026-11-21", finished: "2026-11-20", status: Do"#),
            &[],
        ),
        ("", &with("status: Do"), &[]),
    ]);
}

#[test]
fn a_check_needs_a_reading_after_the_end() {
    let with =
        |fields: &str| format!(r#"improvements: [(id: "i", title: "T", status: Check, {fields})]"#);
    let elsewhere = |fields: &str| format!("{GOOD_KPI}, {}", with(fields));
    holds(&[
        ("", &with(r#"finished: "2026-10-31""#), &[A015]),
        (GOOD_KPI, &with(r#"at: ["t"], finished: "2026-10-31""#), &[]),
        (
            GOOD_KPI,
            &with(r#"at: ["t"], finished: "2026-11-01""#),
            &[A015],
        ),
        (
            GOOD_KPI,
            &with(r#"at: ["u"], finished: "2026-10-31""#),
            &[A015],
        ),
        ("", &elsewhere(r#"finished: "2026-10-31""#), &[A015]),
        (
            "",
            &elsewhere(r#"finished: "2026-10-31", expects: (kpi: "k")"#),
            &[],
        ),
        (
            "",
            &elsewhere(r#"finished: "2026-11-01", expects: (kpi: "k")"#),
            &[A015],
        ),
        (
            GOOD_KPI,
            &with(r#"at: ["t"], finished: "2026-10-31", expects: (kpi: "x")"#),
            &[],
        ),
        (
            GOOD_KPI,
            &with(r#"at: ["t"], started: "2026-11-02""#),
            &[A015],
        ),
        (GOOD_KPI, &with(r#"at: ["t"]"#), &[]),
        (
            GOOD_KPI,
            &with(r#"at: ["t"], finished: "2026-11-01""#).replace("Check", "Act"),
            &[],
        ),
    ]);
}

#[test]
fn maps_are_reviewed_and_stages_have_touchpoints() {
    holds(&[
        ("", r#"reviewed: "2026-08-24""#, &[]),
        ("", r#"reviewed: "2026-08-23""#, &[A016]),
        ("", r#"reviewed: "soon""#, &[A016]),
        ("", r#"stages: [(id: "s")]"#, &[A017]),
        ("", "stages: []", &[]),
    ]);
    let never = Journey {
        schema: 1,
        ..Journey::default()
    };
    assert_eq!(advice(&never)[0].kind, AdviceKind::NeverReviewed);
}

#[test]
fn departments_own_something() {
    let with = |more: &str| format!(r#"departments: [(id: "d", name: "D")], {more}"#);
    let kpi = GOOD_KPI.replace("ana", "d");
    holds(&[
        ("", &with(""), &[A018]),
        (
            "",
            &with(r#"improvements: [(id: "i", title: "T", departments: ["d"])]"#),
            &[A018],
        ),
        (r#"owner: "d""#, &with(""), &[]),
        ("", &with(&kpi), &[]),
        ("", &with(r#"owner: "d""#), &[]),
        (
            "",
            &with(r#"improvements: [(id: "i", title: "T", owner: "d")]"#),
            &[],
        ),
        (
            "",
            &with(r#"handovers: [(id: "h", from: "d", to: "x", agreement: "a")]"#),
            &[],
        ),
        (
            "",
            &with(r#"handovers: [(id: "h", from: "x", to: "d", agreement: "a")]"#),
            &[],
        ),
    ]);
}

#[test]
fn silenced_codes_are_not_given() {
    let more = r#"silence: ["a005", "A016", "E103"], reviewed: "2020-01-01""#;
    holds(&[(
        "expectation: 4, experience: 3, evidence: Measured",
        more,
        &[A004],
    )]);
}

#[test]
fn elements_that_share_an_id_are_told_apart() {
    let more = r#"stages: [(id: "s"), (id: "s")]"#;
    let about: Vec<_> = advice(&journey("", more))
        .into_iter()
        .filter_map(|it| it.about)
        .collect();
    let stage = |nth| ElementKey {
        kind: Kind::Stage,
        id: "s".into(),
        nth,
    };
    assert_eq!(about, [stage(0), stage(1)]);
}
