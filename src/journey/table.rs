//! The rows of the field table: kinds, their fields, ranges, choices and words.

use super::fields::{Field, Identity, Kind, KindSpec, Type, Variant};
use super::figure::MOST;
use crate::i18n::{self as w, Word};

const fn optional(name: &'static str, of: Type, word: Word) -> Field {
    Field {
        name,
        of,
        required: false,
        default: None,
        word,
    }
}

const fn required(name: &'static str, of: Type, word: Word) -> Field {
    Field {
        name,
        of,
        required: true,
        default: None,
        word,
    }
}

const fn defaulted(name: &'static str, of: Type, default: &'static str, word: Word) -> Field {
    Field {
        name,
        of,
        required: false,
        default: Some(default),
        word,
    }
}

const fn choice(name: &'static str, word: Word) -> Variant {
    Variant { name, word }
}

const ID: Field = required("id", Type::Id, w::field_id);
const NAME: Field = required("name", Type::Line, w::field_name);
const KPIS: Field = optional("kpis", Type::Elements(Kind::Kpi), w::kinds_kpis);
/// A count of people, answers or purchases.
const COUNT: Type = Type::Number(0.0, MOST);
/// Any figure a metric may take.
const FIGURE: Type = Type::Number(-MOST, MOST);
const RATING: Type = Type::Whole(1, 5);

const STATES: Type = Type::Choice(&[
    choice("AsIs", w::choice_as_is),
    choice("ToBe", w::choice_to_be),
]);
const AUDIENCES: Type = Type::Choice(&[
    choice("Customers", w::choice_customers),
    choice("Employees", w::choice_employees),
    choice("Internal", w::choice_internal_audience),
]);
const PERSONA_KINDS: Type = Type::Choice(&[
    choice("Customer", w::choice_customer),
    choice("Employee", w::choice_employee),
    choice("Internal", w::choice_internal),
]);
const TOUCHPOINT_KINDS: Type = Type::Choice(&[
    choice("Brand", w::choice_brand),
    choice("Partner", w::choice_partner),
    choice("Customer", w::choice_customer_owned),
    choice("Social", w::choice_social),
]);
const ROLES: Type = Type::Choice(&[
    choice("FirstContact", w::choice_first_contact),
    choice("Advice", w::choice_advice),
    choice("Support", w::choice_support),
]);
const EVIDENCE: Type = Type::Choice(&[
    choice("Assumed", w::choice_assumed),
    choice("Observed", w::choice_observed),
    choice("Measured", w::choice_measured),
]);
const MOMENT_KINDS: Type = Type::Choice(&[
    choice("Zero", w::choice_zero),
    choice("First", w::choice_first),
    choice("Second", w::choice_second),
    choice("Ultimate", w::choice_ultimate),
]);
const SOURCES: Type = Type::Choice(&[
    choice("Survey", w::choice_survey),
    choice("Review", w::choice_review),
    choice("Direct", w::choice_direct),
]);
const HANDOVER_STATES: Type = Type::Choice(&[
    choice("Open", w::choice_open),
    choice("Agreed", w::choice_agreed),
    choice("Broken", w::choice_broken),
]);
const IMPROVEMENT_KINDS: Type = Type::Choice(&[
    choice("Training", w::choice_training),
    choice("Guideline", w::choice_guideline),
    choice("Workshop", w::choice_workshop),
    choice("Process", w::choice_process),
    choice("Product", w::choice_product),
    choice("Staffing", w::choice_staffing),
]);
const EFFORTS: Type = Type::Choice(&[
    choice("S", w::choice_small),
    choice("M", w::choice_medium),
    choice("L", w::choice_large),
]);
const IMPROVEMENT_STATES: Type = Type::Choice(&[
    choice("Plan", w::choice_plan),
    choice("Do", w::choice_do),
    choice("Check", w::choice_check),
    choice("Act", w::choice_act),
    choice("Dropped", w::choice_dropped),
]);
const NOTE_KINDS: Type = Type::Choice(&[
    choice("Question", w::choice_question),
    choice("Decision", w::choice_decision),
    choice("Todo", w::choice_todo),
    choice("Idea", w::choice_idea),
]);
const CES_FORMULAS: Type = Type::Choice(&[
    choice("PercentAgree", w::choice_percent_agree),
    choice("Mean", w::choice_mean),
    choice("NetEasy", w::choice_net_easy),
]);
const REPURCHASE_FORMULAS: Type = Type::Choice(&[
    choice("Buyers", w::choice_buyers),
    choice("Purchases", w::choice_purchases),
]);
const DIRECTIONS: Type = Type::Choice(&[
    choice("Higher", w::choice_higher),
    choice("Lower", w::choice_lower),
]);
const HOLDINGS: Type = Type::Choice(&[
    choice("Answers", w::choice_answers),
    choice("Counts", w::choice_counts),
]);
const DATE_FORMATS: Type = Type::Choice(&[
    choice("Iso", w::choice_iso),
    choice("DayMonthYear", w::choice_day_month_year),
    choice("MonthDayYear", w::choice_month_day_year),
    choice("UnixTime", w::choice_unix_time),
]);
const PERIODS: Type = Type::Choice(&[
    choice("Week", w::choice_week),
    choice("Month", w::choice_month),
    choice("Quarter", w::choice_quarter),
    choice("Year", w::choice_year),
]);
const ENCODINGS: Type = Type::Choice(&[
    choice("Utf8", w::choice_utf8),
    choice("Utf16", w::choice_utf16),
    choice("Windows1252", w::choice_windows_1252),
]);
const DECIMALS: Type = Type::Choice(&[
    choice("Point", w::choice_point),
    choice("Comma", w::choice_comma),
]);

/// The metrics, in the order in which they are offered.
pub const METRICS: &[Kind] = &[
    Kind::Nps,
    Kind::Csat,
    Kind::Ces,
    Kind::Retention,
    Kind::Churn,
    Kind::Repurchase,
    Kind::Custom,
];

/// The schema this program writes and fully reads.
pub const SCHEMA: i64 = 1;

pub(super) const KINDS: &[KindSpec] = &[
    KindSpec {
        kind: Kind::Journey,
        name: Some("Journey"),
        identity: Identity::Alone,
        word: w::kind_journey,
        fields: &[
            required("schema", Type::Whole(1, i64::MAX), w::field_schema),
            required("title", Type::Line, w::field_title),
            optional("state", STATES, w::field_state),
            optional("compares_with", Type::Line, w::field_compares_with),
            defaulted("audience", AUDIENCES, "Customers", w::field_audience),
            optional("language", Type::Line, w::field_language),
            optional("owner", Type::Loose(Kind::Department), w::field_owner),
            optional("reviewed", Type::Date, w::field_reviewed),
            defaulted(
                "scale",
                Type::Record(Kind::Scale),
                "(min: -2, max: 2)",
                w::kind_scale,
            ),
            optional("silence", Type::Codes, w::field_silence),
            optional("personas", Type::Elements(Kind::Persona), w::kinds_personas),
            optional("values", Type::Elements(Kind::Value), w::kinds_values),
            optional(
                "departments",
                Type::Elements(Kind::Department),
                w::kinds_departments,
            ),
            optional("channels", Type::Elements(Kind::Channel), w::kinds_channels),
            optional("paths", Type::Elements(Kind::Path), w::kinds_paths),
            KPIS,
            required("stages", Type::Elements(Kind::Stage), w::kinds_stages),
            optional(
                "handovers",
                Type::Elements(Kind::Handover),
                w::kinds_handovers,
            ),
            optional(
                "improvements",
                Type::Elements(Kind::Improvement),
                w::kinds_improvements,
            ),
            optional("notes", Type::Elements(Kind::Note), w::kinds_notes),
        ],
    },
    KindSpec {
        kind: Kind::Persona,
        name: Some("Persona"),
        identity: Identity::Own,
        word: w::kind_persona,
        fields: &[
            ID,
            NAME,
            optional("kind", PERSONA_KINDS, w::field_persona_kind),
            optional("goal", Type::Text, w::field_goal),
            optional("quote", Type::Text, w::field_quote),
        ],
    },
    KindSpec {
        kind: Kind::Value,
        name: Some("Value"),
        identity: Identity::Own,
        word: w::kind_value,
        fields: &[
            ID,
            NAME,
            optional("behaviour", Type::Text, w::field_behaviour),
        ],
    },
    KindSpec {
        kind: Kind::Department,
        name: Some("Department"),
        identity: Identity::Own,
        word: w::kind_department,
        fields: &[ID, NAME, KPIS],
    },
    KindSpec {
        kind: Kind::Channel,
        name: Some("Channel"),
        identity: Identity::Own,
        word: w::kind_channel,
        fields: &[ID, NAME],
    },
    KindSpec {
        kind: Kind::Path,
        name: Some("Path"),
        identity: Identity::Own,
        word: w::kind_path,
        fields: &[ID, NAME],
    },
    KindSpec {
        kind: Kind::Stage,
        name: Some("Stage"),
        identity: Identity::Shared,
        word: w::kind_stage,
        fields: &[
            ID,
            NAME,
            optional("goal", Type::Text, w::field_goal),
            KPIS,
            optional(
                "touchpoints",
                Type::Elements(Kind::Touchpoint),
                w::kinds_touchpoints,
            ),
        ],
    },
    KindSpec {
        kind: Kind::Touchpoint,
        name: Some("Touchpoint"),
        identity: Identity::Shared,
        word: w::kind_touchpoint,
        fields: &[
            ID,
            NAME,
            optional("path", Type::Reference(Kind::Path), w::field_path),
            optional("channel", Type::Reference(Kind::Channel), w::field_channel),
            optional("owner", Type::Reference(Kind::Department), w::field_owner),
            optional("kind", TOUCHPOINT_KINDS, w::field_kind),
            optional("role", ROLES, w::field_role),
            optional("persona", Type::Reference(Kind::Persona), w::field_persona),
            optional("importance", RATING, w::field_importance),
            optional("expectation", RATING, w::field_expectation),
            optional("experience", RATING, w::field_experience),
            optional("emotion", Type::OnScale, w::field_emotion),
            optional("evidence", EVIDENCE, w::field_evidence),
            optional("views", Type::Records(Kind::View), w::kinds_views),
            optional("promise", Type::Text, w::field_promise),
            optional("keeps", Type::References(Kind::Touchpoint), w::field_keeps),
            optional(
                "moment_of_truth",
                Type::Record(Kind::MomentOfTruth),
                w::kind_moment_of_truth,
            ),
            optional(
                "values",
                Type::References(Kind::Value),
                w::field_values_proved,
            ),
            optional("actions", Type::Texts, w::field_actions),
            optional("thoughts", Type::Texts, w::field_thoughts),
            optional("quotes", Type::Texts, w::field_quotes),
            optional("pains", Type::Texts, w::field_pains),
            optional("opportunities", Type::Texts, w::field_opportunities),
            optional("frontstage", Type::Texts, w::field_frontstage),
            optional("backstage", Type::Texts, w::field_backstage),
            optional("support", Type::Texts, w::field_support),
            optional("feedback", Type::Records(Kind::Feedback), w::kind_feedback),
            KPIS,
        ],
    },
    KindSpec {
        kind: Kind::View,
        name: None,
        identity: Identity::Key(&["persona"]),
        word: w::kind_view,
        fields: &[
            required("persona", Type::Reference(Kind::Persona), w::field_persona),
            optional("emotion", Type::OnScale, w::field_emotion),
            optional("expectation", RATING, w::field_expectation),
            optional("experience", RATING, w::field_experience),
            optional("evidence", EVIDENCE, w::field_evidence),
            optional("quote", Type::Text, w::field_quote),
        ],
    },
    KindSpec {
        kind: Kind::MomentOfTruth,
        name: None,
        identity: Identity::Alone,
        word: w::kind_moment_of_truth,
        fields: &[
            required("reason", Type::Text, w::field_reason),
            optional("kind", MOMENT_KINDS, w::field_kind),
        ],
    },
    KindSpec {
        kind: Kind::Feedback,
        name: None,
        identity: Identity::Key(&["on", "source", "text"]),
        word: w::kind_feedback,
        fields: &[
            required("on", Type::Date, w::field_on),
            required("source", SOURCES, w::field_source),
            required("text", Type::Text, w::field_text),
        ],
    },
    KindSpec {
        kind: Kind::Kpi,
        name: Some("Kpi"),
        identity: Identity::Shared,
        word: w::kind_kpi,
        fields: &[
            ID,
            required("metric", Type::Metric, w::kind_metric),
            optional("owner", Type::Loose(Kind::Department), w::field_owner),
            optional("segments", Type::Line, w::field_segments),
            optional("baseline", Type::Record(Kind::Reading), w::field_baseline),
            optional("target", Type::Record(Kind::Target), w::kind_target),
            optional("readings", Type::Records(Kind::Reading), w::kinds_readings),
            optional(
                "reference",
                Type::Record(Kind::Reference),
                w::kind_reference,
            ),
        ],
    },
    KindSpec {
        kind: Kind::Target,
        name: None,
        identity: Identity::Alone,
        word: w::kind_target,
        fields: &[
            optional("at_least", FIGURE, w::field_at_least),
            optional("at_most", FIGURE, w::field_at_most),
            optional("by", Type::Date, w::field_by),
        ],
    },
    KindSpec {
        kind: Kind::Reading,
        name: None,
        identity: Identity::Key(&["from", "on", "segment"]),
        word: w::kind_reading,
        fields: &[
            optional("from", Type::Date, w::field_period_start),
            required("on", Type::Date, w::field_period_end),
            optional("segment", Type::Line, w::field_segment),
            optional("promoters", COUNT, w::field_promoters),
            optional("passives", COUNT, w::field_passives),
            optional("detractors", COUNT, w::field_detractors),
            optional("satisfied", COUNT, w::field_satisfied),
            optional("responses", COUNT, w::field_responses),
            optional("agree", COUNT, w::field_agree),
            optional("mean", FIGURE, w::field_mean),
            optional("easy", COUNT, w::field_easy),
            optional("neutral", COUNT, w::field_neutral),
            optional("hard", COUNT, w::field_hard),
            optional("start", COUNT, w::field_start),
            optional("end", COUNT, w::field_end),
            optional("new", COUNT, w::field_new),
            optional("lost", COUNT, w::field_lost),
            optional("repeat", COUNT, w::field_repeat),
            optional("total", COUNT, w::field_total),
            optional("value", FIGURE, w::field_value),
            optional("sd", COUNT, w::field_sd),
            optional("n", COUNT, w::field_n),
            optional("source", Type::Line, w::field_source),
            defaulted("census", Type::Flag, "false", w::field_census),
        ],
    },
    KindSpec {
        kind: Kind::Reference,
        name: None,
        identity: Identity::Alone,
        word: w::kind_reference,
        fields: &[
            required("value", FIGURE, w::field_value),
            optional("source", Type::Line, w::field_source),
        ],
    },
    KindSpec {
        kind: Kind::Handover,
        name: Some("Handover"),
        identity: Identity::Shared,
        word: w::kind_handover,
        fields: &[
            ID,
            required("from", Type::Reference(Kind::Department), w::field_from),
            required("to", Type::Reference(Kind::Department), w::field_to),
            optional(
                "at",
                Type::Reference(Kind::Touchpoint),
                w::field_at_touchpoint,
            ),
            optional("delivers", Type::Text, w::field_delivers),
            optional("agreement", Type::Text, w::field_agreement),
            optional("within", Type::Line, w::field_within),
            optional("status", HANDOVER_STATES, w::field_status),
            KPIS,
        ],
    },
    KindSpec {
        kind: Kind::Improvement,
        name: Some("Improvement"),
        identity: Identity::Shared,
        word: w::kind_improvement,
        fields: &[
            ID,
            required("title", Type::Line, w::field_title),
            optional(
                "at",
                Type::References(Kind::Touchpoint),
                w::field_at_touchpoints,
            ),
            optional("kind", IMPROVEMENT_KINDS, w::field_kind),
            optional("values", Type::References(Kind::Value), w::kinds_values),
            optional(
                "departments",
                Type::References(Kind::Department),
                w::field_departments_taking_part,
            ),
            optional("owner", Type::Loose(Kind::Department), w::field_owner),
            optional("effort", EFFORTS, w::field_effort),
            optional("status", IMPROVEMENT_STATES, w::field_status),
            optional("started", Type::Date, w::field_started),
            optional("due", Type::Date, w::field_due),
            optional("finished", Type::Date, w::field_finished),
            optional("expects", Type::Record(Kind::Expects), w::kind_expects),
            optional("because", Type::Text, w::field_because),
        ],
    },
    KindSpec {
        kind: Kind::Expects,
        name: None,
        identity: Identity::Alone,
        word: w::kind_expects,
        fields: &[
            optional("kpi", Type::Reference(Kind::Kpi), w::kind_kpi),
            optional("change", FIGURE, w::field_change),
        ],
    },
    KindSpec {
        kind: Kind::Note,
        name: Some("Note"),
        identity: Identity::Shared,
        word: w::kind_note,
        fields: &[
            ID,
            optional("at", Type::AnyReference, w::field_about),
            optional("by", Type::Line, w::field_written_by),
            optional("on", Type::Date, w::field_on),
            optional("kind", NOTE_KINDS, w::field_kind),
            optional("owner", Type::Loose(Kind::Department), w::field_owner),
            optional("due", Type::Date, w::field_due),
            defaulted("done", Type::Flag, "false", w::field_done),
            required("text", Type::Text, w::field_text),
        ],
    },
    KindSpec {
        kind: Kind::Scale,
        name: None,
        identity: Identity::Alone,
        word: w::kind_scale,
        fields: &[
            required("min", Type::Whole(-10, 10), w::field_min),
            required("max", Type::Whole(-10, 10), w::field_max),
        ],
    },
    KindSpec {
        kind: Kind::Nps,
        name: Some("Nps"),
        identity: Identity::Alone,
        word: w::metric_nps,
        fields: &[],
    },
    KindSpec {
        kind: Kind::Csat,
        name: Some("Csat"),
        identity: Identity::Alone,
        word: w::metric_csat,
        fields: &[
            required("scale", Type::Whole(2, 11), w::field_scale_points),
            required("top", Type::Whole(1, 10), w::field_top),
        ],
    },
    KindSpec {
        kind: Kind::Ces,
        name: Some("Ces"),
        identity: Identity::Alone,
        word: w::metric_ces,
        fields: &[required("formula", CES_FORMULAS, w::field_formula)],
    },
    KindSpec {
        kind: Kind::Retention,
        name: Some("Retention"),
        identity: Identity::Alone,
        word: w::metric_retention,
        fields: &[],
    },
    KindSpec {
        kind: Kind::Churn,
        name: Some("Churn"),
        identity: Identity::Alone,
        word: w::metric_churn,
        fields: &[],
    },
    KindSpec {
        kind: Kind::Repurchase,
        name: Some("Repurchase"),
        identity: Identity::Alone,
        word: w::metric_repurchase,
        fields: &[required("formula", REPURCHASE_FORMULAS, w::field_formula)],
    },
    KindSpec {
        kind: Kind::Custom,
        name: Some("Custom"),
        identity: Identity::Alone,
        word: w::metric_custom,
        fields: &[
            required("name", Type::Line, w::field_name),
            required("unit", Type::Line, w::field_unit),
            required("better", DIRECTIONS, w::field_better),
        ],
    },
    KindSpec {
        kind: Kind::Company,
        name: Some("Company"),
        identity: Identity::Alone,
        word: w::kind_company,
        fields: &[
            required("schema", Type::Whole(1, i64::MAX), w::field_schema),
            required("name", Type::Line, w::field_company_name),
            optional("strategy", Type::Record(Kind::Strategy), w::kind_strategy),
            optional("values", Type::Elements(Kind::Value), w::kinds_values),
            optional(
                "departments",
                Type::Elements(Kind::Department),
                w::kinds_departments,
            ),
            optional("channels", Type::Elements(Kind::Channel), w::kinds_channels),
            optional("personas", Type::Elements(Kind::Persona), w::kinds_personas),
        ],
    },
    KindSpec {
        kind: Kind::Strategy,
        name: None,
        identity: Identity::Alone,
        word: w::kind_strategy,
        fields: &[
            optional("vision", Type::Text, w::field_vision),
            optional("principles", Type::Texts, w::field_principles),
            optional(
                "milestones",
                Type::Elements(Kind::Milestone),
                w::kinds_milestones,
            ),
        ],
    },
    KindSpec {
        kind: Kind::Milestone,
        name: Some("Milestone"),
        identity: Identity::Own,
        word: w::kind_milestone,
        fields: &[
            ID,
            optional("on", Type::Date, w::field_on),
            required("title", Type::Line, w::field_title),
            optional("kind", IMPROVEMENT_KINDS, w::field_kind),
            optional(
                "departments",
                Type::References(Kind::Department),
                w::field_departments_taking_part,
            ),
            optional("values", Type::References(Kind::Value), w::kinds_values),
            optional("journeys", Type::Texts, w::field_journeys),
            defaulted("done", Type::Flag, "false", w::field_done),
        ],
    },
    // Beside a journey: where its readings come from. Merged like a journey, on no screen.
    KindSpec {
        kind: Kind::Sources,
        name: Some("Sources"),
        identity: Identity::Alone,
        word: w::kinds_sources,
        fields: &[
            required("schema", Type::Whole(1, i64::MAX), w::field_schema),
            optional("sources", Type::Elements(Kind::Source), w::kinds_sources),
        ],
    },
    KindSpec {
        kind: Kind::Source,
        name: Some("Source"),
        identity: Identity::Own,
        word: w::kind_source,
        fields: &[
            ID,
            required("file", Type::Line, w::field_file),
            defaulted("holds", HOLDINGS, "Answers", w::field_holds),
            optional("date", Type::Line, w::field_date_column),
            optional("dates", DATE_FORMATS, w::field_dates),
            defaulted("period", PERIODS, "Month", w::field_period),
            optional("segment", Type::Line, w::field_segment_column),
            optional("response", Type::Line, w::field_response_column),
            optional("touchpoint", Type::Line, w::field_touchpoint_column),
            optional("score", Type::Line, w::field_score_column),
            optional("overall", Type::Line, w::field_overall_column),
            optional("until", Type::Date, w::field_until),
            optional("delimiter", Type::Line, w::field_delimiter),
            optional("encoding", ENCODINGS, w::field_encoding),
            optional("decimal", DECIMALS, w::field_decimal),
            optional("columns", Type::Records(Kind::Column), w::kinds_columns),
        ],
    },
    KindSpec {
        kind: Kind::Column,
        name: None,
        identity: Identity::Key(&["name"]),
        word: w::kind_column,
        fields: &[
            required("name", Type::Line, w::field_name),
            required("kpi", Type::Line, w::kind_kpi),
            optional("scale", Type::Record(Kind::Scale), w::field_answers_scale),
            optional("missing", Type::Line, w::field_missing),
            optional("correlation", Type::Number(-1.0, 1.0), w::field_correlation),
            optional("pairs", COUNT, w::field_pairs),
        ],
    },
];
