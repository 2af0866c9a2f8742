//! The journey as the program reasons about it: plain data, filled from the tree.
//!
//! Values that do not fit the field table are absent here (the tree still has them), so a
//! journey with mistakes is a journey. Knows no text, no spans and no screen.

use serde::{Deserialize, Serialize};

use super::figure::Reading;
use super::metric::Metric;
use super::verdict::Target;

/// Makes an enum of unit variants that reads and writes by name.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each is the variant of that name in the file format")]
        pub enum $name { $($variant),+ }
    )+};
}

choices! {
    /// The map shows what is, or what shall be.
    State { AsIs, ToBe }
    /// Whose journey it is.
    Audience { Customers, Employees, Internal }
    /// What a persona is to the company.
    PersonaKind { Customer, Employee, Internal }
    /// Who owns the touchpoint (owned, partner, customer, social).
    TouchpointKind { Brand, Partner, Customer, Social }
    /// The part a touchpoint plays.
    Role { FirstContact, Advice, Support }
    /// What a touchpoint's numbers rest on.
    Evidence { Assumed, Observed, Measured }
    /// Zero, First, Second or Ultimate Moment of Truth.
    MomentKind { Zero, First, Second, Ultimate }
    /// Where feedback came from.
    Source { Survey, Review, Direct }
    /// State of the agreement at a hand-over.
    HandoverStatus { Open, Agreed, Broken }
    /// The lever of an improvement.
    ImprovementKind { Training, Guideline, Workshop, Process, Product, Staffing }
    /// Rough effort of an improvement.
    Effort { S, M, L }
    /// Place of an improvement in the PDCA cycle, or dropped.
    ImprovementStatus { Plan, Do, Check, Act, Dropped }
    /// What a note is.
    NoteKind { Question, Decision, Todo, Idea }
}

/// The whole map.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Journey {
    pub schema: u32,
    pub title: String,
    pub state: Option<State>,
    pub compares_with: Option<String>,
    pub audience: Option<Audience>,
    pub language: Option<String>,
    pub owner: Option<String>,
    pub reviewed: Option<String>,
    pub scale: Scale,
    pub silence: Vec<String>,
    pub personas: Vec<Persona>,
    pub values: Vec<Value>,
    pub departments: Vec<Department>,
    pub channels: Vec<Channel>,
    pub paths: Vec<Path>,
    pub kpis: Vec<Kpi>,
    pub stages: Vec<Stage>,
    pub handovers: Vec<Handover>,
    pub improvements: Vec<Improvement>,
    pub notes: Vec<Note>,
}

/// The scale of emotion, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scale {
    /// Lowest emotion.
    pub min: i64,
    /// Highest emotion.
    pub max: i64,
}

impl Default for Scale {
    fn default() -> Scale {
        Scale { min: -2, max: 2 }
    }
}

impl Scale {
    /// Neither good nor bad: 0 where the scale has it between its ends.
    pub fn middle(self) -> i64 {
        if self.min < 0 && self.max > 0 {
            return 0;
        }
        ((i128::from(self.min) + i128::from(self.max)) / 2) as i64
    }
}

/// A person the journey is told of.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Persona {
    pub id: String,
    pub name: String,
    pub kind: Option<PersonaKind>,
    pub goal: Option<String>,
    pub quote: Option<String>,
}

/// A value of the company.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Value {
    pub id: String,
    pub name: String,
    pub behaviour: Option<String>,
}

/// A department.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Department {
    pub id: String,
    pub name: String,
    pub kpis: Vec<Kpi>,
}

/// A channel.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Channel {
    pub id: String,
    pub name: String,
}

/// A path beside the main line.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Path {
    pub id: String,
    pub name: String,
}

/// A stage of the journey.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Stage {
    pub id: String,
    pub name: String,
    pub goal: Option<String>,
    pub kpis: Vec<Kpi>,
    pub touchpoints: Vec<Touchpoint>,
}

/// A touchpoint.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Touchpoint {
    pub id: String,
    pub name: String,
    pub path: Option<String>,
    pub channel: Option<String>,
    pub owner: Option<String>,
    pub kind: Option<TouchpointKind>,
    pub role: Option<Role>,
    pub persona: Option<String>,
    pub importance: Option<i64>,
    pub expectation: Option<i64>,
    pub experience: Option<i64>,
    pub emotion: Option<i64>,
    pub evidence: Option<Evidence>,
    pub views: Vec<View>,
    pub promise: Option<String>,
    pub keeps: Vec<String>,
    pub moment_of_truth: Option<MomentOfTruth>,
    pub values: Vec<String>,
    pub actions: Vec<String>,
    pub thoughts: Vec<String>,
    pub quotes: Vec<String>,
    pub pains: Vec<String>,
    pub opportunities: Vec<String>,
    pub frontstage: Vec<String>,
    pub backstage: Vec<String>,
    pub support: Vec<String>,
    pub feedback: Vec<Feedback>,
    pub kpis: Vec<Kpi>,
}

impl Touchpoint {
    /// The gap: experience − expectation, −4 to 4 (SERVQUAL, Parasuraman et al. 1988).
    pub fn gap(&self) -> Option<i64> {
        Some(self.experience? - self.expectation?)
    }

    /// The emotion of a persona here and what it rests on: the plain fields speak for the
    /// touchpoint's persona, else for the `first` of the map; for others their view does.
    pub fn felt_by(&self, persona: &str, first: Option<&str>) -> Option<(i64, Evidence)> {
        let plain = self.persona.as_deref().or(first) == Some(persona);
        let view = self.views.iter().find(|view| view.persona == persona);
        let (emotion, evidence) = match (plain, view) {
            (true, _) => (self.emotion?, self.evidence),
            (false, view) => (view?.emotion?, view?.evidence),
        };
        Some((emotion, evidence.unwrap_or(Evidence::Assumed)))
    }
}

/// How another persona lives a touchpoint.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct View {
    pub persona: String,
    pub emotion: Option<i64>,
    pub expectation: Option<i64>,
    pub experience: Option<i64>,
    pub evidence: Option<Evidence>,
    pub quote: Option<String>,
}

/// Why a touchpoint is a Moment of Truth.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct MomentOfTruth {
    pub reason: String,
    pub kind: Option<MomentKind>,
}

/// What somebody said at a touchpoint.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Feedback {
    pub on: String,
    pub source: Option<Source>,
    pub text: String,
}

/// A key performance indicator with its target and readings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Kpi {
    pub id: String,
    pub metric: Option<Metric>,
    pub owner: Option<String>,
    pub segments: Option<String>,
    pub baseline: Option<Reading>,
    pub target: Option<Target>,
    pub readings: Vec<Reading>,
    pub reference: Option<Reference>,
}

/// A published figure to compare with.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Reference {
    pub value: f64,
    pub source: Option<String>,
}

/// What one department owes the next.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Handover {
    pub id: String,
    pub from: String,
    pub to: String,
    pub at: Option<String>,
    pub delivers: Option<String>,
    pub agreement: Option<String>,
    pub within: Option<String>,
    pub status: Option<HandoverStatus>,
    pub kpis: Vec<Kpi>,
}

/// A measure of continuous improvement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Improvement {
    pub id: String,
    pub title: String,
    pub at: Vec<String>,
    pub kind: Option<ImprovementKind>,
    pub values: Vec<String>,
    pub departments: Vec<String>,
    pub owner: Option<String>,
    pub effort: Option<Effort>,
    pub status: Option<ImprovementStatus>,
    pub started: Option<String>,
    pub due: Option<String>,
    pub finished: Option<String>,
    pub expects: Option<Expects>,
    pub because: Option<String>,
}

/// The effect an improvement is expected to have, in the unit of the KPI.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Expects {
    pub kpi: Option<String>,
    pub change: Option<f64>,
}

/// A note on any element of the shared namespace.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Note {
    pub id: String,
    pub at: Option<String>,
    pub by: Option<String>,
    pub on: Option<String>,
    pub kind: Option<NoteKind>,
    pub owner: Option<String>,
    pub due: Option<String>,
    pub done: bool,
    pub text: String,
}

/// What the journeys of a folder share (`company.ron`).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Company {
    pub schema: u32,
    pub name: String,
    pub strategy: Option<Strategy>,
    pub values: Vec<Value>,
    pub departments: Vec<Department>,
    pub channels: Vec<Channel>,
    pub personas: Vec<Persona>,
}

/// Where the company wants to go.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Strategy {
    pub vision: Option<String>,
    pub principles: Vec<String>,
    pub milestones: Vec<Milestone>,
}

/// A step of the strategy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "fields are those of the file format; the field table says more"
)]
pub struct Milestone {
    pub id: String,
    pub on: Option<String>,
    pub title: String,
    pub kind: Option<ImprovementKind>,
    pub departments: Vec<String>,
    pub values: Vec<String>,
    pub journeys: Vec<String>,
    pub done: bool,
}
