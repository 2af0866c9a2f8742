//! Advice: how a lead of customer experience would read the map. Facts and rules; the sentences
//! stand in `i18n`. Knows neither text nor clock: today comes in as a value.

mod facts;
mod neighbours;
mod people;
#[cfg(test)]
mod tests;
mod work;

use jiff::civil::Date;

use super::audience::of_journey;
use super::check::Neighbour;
use super::finding::Code;
use super::model::{Audience, Company, Journey};
use super::place::ElementKey;
use facts::Facts;
pub use facts::days_since;

/// Days after which a KPI without a new reading is stale.
pub const READING_DAYS: i32 = 180;
/// Days after which a map is to be reviewed again.
pub const REVIEW_DAYS: i32 = 90;

/// One piece of advice.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// The element that it is about; `None` is the journey.
    pub about: Option<ElementKey>,
    /// The field of it that is to be looked at, whether it is there or not.
    pub field: Option<&'static str>,
    /// Whose map it is.
    pub audience: Audience,
    /// What is advised, with the data that its sentence needs.
    pub kind: AdviceKind,
}

/// What is advised. A text without a name of its own is the name of the element (its id where it
/// has no name).
#[derive(Debug, Clone, PartialEq)]
pub enum AdviceKind {
    /// A Moment of Truth without a KPI.
    MomentWithoutKpi(String),
    /// A Moment of Truth none of whose KPIs has a target.
    MomentWithoutTarget(String),
    /// A Moment of Truth whose evidence is an assumption.
    MomentAssumed(String),
    /// A touchpoint that is called measured, and no KPI of it has a reading.
    MeasuredWithoutReading(String),
    /// Experience below expectation, and no improvement there.
    GapWithoutImprovement {
        /// The touchpoint's name.
        touchpoint: String,
        /// What is expected, 1–5.
        expectation: i64,
        /// What is lived, 1–5.
        experience: i64,
    },
    /// A KPI that nobody owns.
    KpiWithoutOwner(String),
    /// A KPI that nobody gave a target.
    KpiWithoutTarget(String),
    /// A KPI that was never read.
    KpiNeverRead(String),
    /// A KPI whose last reading is old.
    KpiStale {
        /// The KPI's name.
        kpi: String,
        /// Day of the last reading, `YYYY-MM-DD`.
        last: String,
        /// Days since.
        days: i32,
    },
    /// A promise that nobody can tell to be kept.
    PromiseOpen(String),
    /// A value that no touchpoint proves.
    ValueUnproved(String),
    /// Two neighbours of different owners without a hand-over between them.
    NoHandover {
        /// The department that gives.
        from: String,
        /// Its touchpoint.
        before: String,
        /// The department that receives.
        to: String,
        /// Its touchpoint.
        after: String,
    },
    /// A hand-over that does not work.
    HandoverBroken {
        /// The department that gives.
        from: String,
        /// The department that receives.
        to: String,
    },
    /// A hand-over without an agreement.
    HandoverWithoutAgreement {
        /// The department that gives.
        from: String,
        /// The department that receives.
        to: String,
    },
    /// An improvement past its due date.
    Overdue {
        /// The improvement's title.
        improvement: String,
        /// The due date, `YYYY-MM-DD`.
        due: String,
        /// Days since.
        days: i32,
    },
    /// A milestone of the company past its day.
    MilestoneOverdue {
        /// The milestone's title.
        milestone: String,
        /// Its day, `YYYY-MM-DD`.
        on: String,
        /// Days since.
        days: i32,
    },
    /// An improvement to be checked, and nothing to check it by.
    NothingToCheck {
        /// The improvement's title.
        improvement: String,
        /// The day from which a reading counts, `YYYY-MM-DD`; `None` if it names none.
        since: Option<String>,
    },
    /// A map that was never reviewed.
    NeverReviewed,
    /// A map whose last review is old.
    ReviewedLongAgo {
        /// Day of the review, `YYYY-MM-DD`.
        reviewed: String,
        /// Days since.
        days: i32,
    },
    /// A stage without touchpoints.
    EmptyStage(String),
    /// A department that owns nothing.
    IdleDepartment(String),
    /// A Moment of Truth without a reason.
    MomentWithoutReason(String),
}

impl Advice {
    /// The code that stands for it.
    pub fn code(&self) -> Code {
        match self.kind {
            AdviceKind::MomentWithoutKpi(_) => Code::A001,
            AdviceKind::MomentWithoutTarget(_) => Code::A002,
            AdviceKind::MomentAssumed(_) => Code::A003,
            AdviceKind::MeasuredWithoutReading(_) => Code::A004,
            AdviceKind::GapWithoutImprovement { .. } => Code::A005,
            AdviceKind::KpiWithoutOwner(_) => Code::A006,
            AdviceKind::KpiWithoutTarget(_) => Code::A007,
            AdviceKind::KpiNeverRead(_) | AdviceKind::KpiStale { .. } => Code::A008,
            AdviceKind::PromiseOpen(_) => Code::A009,
            AdviceKind::ValueUnproved(_) => Code::A010,
            AdviceKind::NoHandover { .. } => Code::A011,
            AdviceKind::HandoverBroken { .. } => Code::A012,
            AdviceKind::HandoverWithoutAgreement { .. } => Code::A013,
            AdviceKind::Overdue { .. } | AdviceKind::MilestoneOverdue { .. } => Code::A014,
            AdviceKind::NothingToCheck { .. } => Code::A015,
            AdviceKind::NeverReviewed | AdviceKind::ReviewedLongAgo { .. } => Code::A016,
            AdviceKind::EmptyStage(_) => Code::A017,
            AdviceKind::IdleDepartment(_) => Code::A018,
            AdviceKind::MomentWithoutReason(_) => Code::A019,
        }
    }
}

/// All advice on a journey but what it silences. Each lack is said once.
pub fn advise(journey: &Journey, neighbour: &Neighbour, today: Date) -> Vec<Advice> {
    let facts = Facts::of(journey, neighbour, today);
    let mut said = Vec::new();
    work::touchpoints(&facts, &mut said);
    work::kpis(&facts, &mut said);
    work::improvements(&facts, &mut said);
    work::map(&facts, &mut said);
    people::values(&facts, &mut said);
    people::departments(&facts, &mut said);
    people::handovers(&facts, &mut said);
    neighbours::without_handover(&facts, &mut said);
    let silent: Vec<Code> = journey
        .silence
        .iter()
        .filter_map(|code| Code::parse(code))
        .collect();
    said.retain(|advice| !silent.contains(&advice.code()));
    let audience = of_journey(journey);
    said.iter_mut().for_each(|it| it.audience = audience);
    said
}

/// All advice on a company: it is measured at its departments, and its milestones have their days;
/// the rest is lived in journeys.
pub fn advise_company(company: &Company, today: Date) -> Vec<Advice> {
    let measured = Journey {
        departments: company.departments.clone(),
        ..Journey::default()
    };
    let mut said = Vec::new();
    let facts = Facts::of(&measured, &Neighbour::None, today);
    work::kpis(&facts, &mut said);
    work::milestones(&facts, company, &mut said);
    said
}

/// Says something about an element.
fn say(said: &mut Vec<Advice>, about: &ElementKey, field: Option<&'static str>, kind: AdviceKind) {
    said.push(Advice {
        about: Some(about.clone()),
        field,
        audience: Audience::Customers,
        kind,
    });
}
