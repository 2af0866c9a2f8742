//! What a reader must be told of a file: the codes, their severities and their data. The words
//! stand in `i18n`. Knows no screen.

use std::ops::Range;

use super::advice::Advice;
use super::fields::{Field, Kind, Type};
use super::figure::Misfit;
use super::place::Place;
use super::total::Disagreement;
use crate::ron_text::SyntaxErrorKind;

/// How bad a finding is. The order is from worst to mildest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file, or a field, cannot be read as meant.
    Error,
    /// Something is probably not as meant; everything is kept.
    Warning,
    /// How a lead of customer experience would read the map.
    Advice,
}

/// One finding: what, and where in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What was found.
    pub what: What,
    /// Bytes of the text that it is about.
    pub span: Range<usize>,
    /// The element or field that it is about; the root where the file is unreadable.
    pub place: Place,
}

impl Finding {
    /// Its code.
    pub fn code(&self) -> Code {
        self.what.code()
    }

    /// Its severity.
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }
}

/// What was found, with the data that its sentence needs.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The text is no RON, or beyond the limits.
    Syntax(SyntaxErrorKind),
    /// RON, but neither a journey nor a company; with the name of what stands there.
    NotAJourney(Option<String>),
    /// A value of another type than its field holds.
    WrongType(Type),
    /// A struct of another name than its list holds.
    WrongName {
        /// What belongs there.
        expected: Kind,
        /// What stands there.
        found: String,
    },
    /// A required field is missing.
    Missing {
        /// Where it is missing.
        kind: Kind,
        /// The field.
        field: &'static Field,
    },
    /// A target without `at_least` and `at_most`.
    NoDirection,
    /// Both `at_least` and `at_most`.
    BothDirections,
    /// An id that an earlier element has.
    DuplicateId {
        /// The id.
        id: String,
        /// Line of the first, 1-based.
        first_line: usize,
    },
    /// A field or map key that stands there twice.
    DuplicateField(String),
    /// A number outside its range.
    OutOfRange {
        /// Lowest allowed.
        low: f64,
        /// Highest allowed.
        high: f64,
    },
    /// The scale's lowest value is not below its highest.
    EmptyScale,
    /// A reference to nothing.
    Dangling {
        /// What is looked for; `None` for any element of the shared namespace.
        kind: Option<Kind>,
        /// The id that nothing has.
        id: String,
        /// The most similar id there is.
        similar: Option<String>,
    },
    /// An id that is no slug, with the slug it could be.
    NotASlug(String),
    /// A field that the table does not have.
    UnknownField {
        /// Where it stands.
        kind: Kind,
        /// Its name.
        field: String,
        /// The most similar field there is.
        similar: Option<&'static str>,
    },
    /// A variant that the table does not have.
    UnknownVariant {
        /// Its name.
        variant: String,
        /// The most similar variant there is.
        similar: Option<&'static str>,
    },
    /// An anchor that names another element than the one that closes.
    StaleAnchor {
        /// What the anchor says.
        anchor: String,
        /// The element's id.
        id: String,
    },
    /// A reading whose counts do not fit its metric.
    CountsMisfit(Misfit),
    /// A date that is none.
    NotADate(String),
    /// Segments that contradict the total of their date.
    PartsContradict {
        /// The date.
        on: String,
        /// In what, and by how much.
        odd: Disagreement,
    },
    /// A schema newer than this program's.
    NewerSchema(i64),
    /// Two elements of one kind with the same name.
    SameName {
        /// Their kind.
        kind: Kind,
        /// Their name.
        name: String,
        /// Line of the first, 1-based.
        first_line: usize,
    },
    /// A code in `silence` that silences nothing.
    NoAdviceCode {
        /// What stands there.
        code: String,
        /// The most similar code of advice; `None` where it is the code of something else.
        similar: Option<&'static str>,
    },
    /// Advice on the map's content.
    Advice(Advice),
}

/// Makes `Code` with its stable spelling.
macro_rules! codes {
    ($($name:ident),+ $(,)?) => {
        /// The stable code of a kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "`--explain` has a page for each")]
        pub enum Code { $($name),+ }

        impl Code {
            /// All codes, in the order of their spelling within a severity.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// Its spelling, as in `E103`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => stringify!($name)),+ }
            }
        }
    };
}

codes! {
    E001, E002, E003, E004, E005, E006,
    E101, E102, E103, E104, E105, E106, E107, E108,
    W001, W002, W003, W004, W005, W006, W007, W008, W009,
    A001, A002, A003, A004, A005, A006, A007, A008, A009, A010, A011, A012, A013, A014, A015,
    A016, A017, A018, A019,
}

impl Code {
    /// The code with this spelling, in either case.
    pub fn parse(text: &str) -> Option<Code> {
        Code::ALL
            .iter()
            .copied()
            .find(|code| code.as_str().eq_ignore_ascii_case(text))
    }

    /// The severity that its letter says.
    pub fn severity(self) -> Severity {
        match self.as_str().as_bytes()[0] {
            b'E' => Severity::Error,
            b'W' => Severity::Warning,
            _ => Severity::Advice,
        }
    }

    /// The file cannot be read at all, and opens read-only.
    pub fn is_unreadable(self) -> bool {
        self < Code::E101
    }
}

impl What {
    /// The code that stands for it.
    pub fn code(&self) -> Code {
        match self {
            What::Syntax(kind) => syntax_code(kind),
            What::NotAJourney(_) => Code::E006,
            What::WrongType(_) | What::WrongName { .. } => Code::E101,
            What::Missing { .. } | What::NoDirection => Code::E102,
            What::DuplicateId { .. } => Code::E103,
            What::DuplicateField(_) => Code::E104,
            What::OutOfRange { .. } | What::EmptyScale => Code::E105,
            What::Dangling { .. } => Code::E106,
            What::BothDirections => Code::E107,
            What::NotASlug(_) => Code::E108,
            What::UnknownField { .. } => Code::W001,
            What::UnknownVariant { .. } => Code::W002,
            What::StaleAnchor { .. } => Code::W003,
            What::CountsMisfit(_) => Code::W004,
            What::NotADate(_) => Code::W005,
            What::PartsContradict { .. } => Code::W006,
            What::NewerSchema(_) => Code::W007,
            What::SameName { .. } => Code::W008,
            What::NoAdviceCode { .. } => Code::W009,
            What::Advice(advice) => advice.code(),
        }
    }
}

fn syntax_code(kind: &SyntaxErrorKind) -> Code {
    match kind {
        SyntaxErrorKind::NotUtf8 => Code::E001,
        SyntaxErrorKind::ConflictMarker => Code::E002,
        SyntaxErrorKind::TooDeep => Code::E003,
        SyntaxErrorKind::TooLarge | SyntaxErrorKind::TooManyValues => Code::E004,
        _ => Code::E005,
    }
}
