//! THE field table: every field of every element, once.
//!
//! Reading, findings, inspector, `fmt`, edits and their words read this table; there is no
//! second list. The order here is the order in which fields are written. Knows no text and no
//! screen.

use super::table::KINDS;
pub use super::table::{METRICS, SCHEMA};
use crate::i18n::Word;

/// A kind of element or record that the format knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(
    missing_docs,
    reason = "each is the element of that name in the file format"
)]
pub enum Kind {
    Journey,
    Persona,
    Value,
    Department,
    Channel,
    Path,
    Stage,
    Touchpoint,
    View,
    MomentOfTruth,
    Feedback,
    Kpi,
    Target,
    Reading,
    Reference,
    Handover,
    Improvement,
    Expects,
    Note,
    Scale,
    Nps,
    Csat,
    Ces,
    Retention,
    Churn,
    Repurchase,
    Custom,
    Company,
    Strategy,
    Milestone,
    Sources,
    Source,
    Column,
}

/// How an element or record is told from its siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// By its id, unique in the shared namespace of the file.
    Shared,
    /// By its id, unique in its own list.
    Own,
    /// By these fields; equal keys are told apart by occurrence.
    Key(&'static [&'static str]),
    /// It stands alone in its field.
    Alone,
}

/// What the table says of one kind.
pub struct KindSpec {
    /// The kind itself.
    pub kind: Kind,
    /// The struct name in the file; `None` for records that are written without a name.
    pub name: Option<&'static str>,
    /// How one is told from another.
    pub identity: Identity,
    /// Its fields in the order in which they are written.
    pub fields: &'static [Field],
    /// Its word on screen.
    pub word: Word,
}

/// One field of one kind.
#[derive(Debug)]
pub struct Field {
    /// The name in the file.
    pub name: &'static str,
    /// What may stand there.
    pub of: Type,
    /// Must be there.
    pub required: bool,
    /// The value that an absent field means, as written in RON; it is never written.
    pub default: Option<&'static str>,
    /// Its word on screen.
    pub word: Word,
}

/// What may stand in a field. Says range, control and meaning of lists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Type {
    /// A slug of the shared namespace or of its list.
    Id,
    /// A text of one line.
    Line,
    /// A text of several lines.
    Text,
    /// Texts, one a line; order is the author's, equal texts form a multiset.
    Texts,
    /// `"YYYY-MM-DD"`.
    Date,
    /// `true` or `false`.
    Flag,
    /// A whole number from the first to the second, both included.
    Whole(i64, i64),
    /// Any finite number from the first to the second, both included.
    Number(f64, f64),
    /// A whole number on the journey's scale of emotion.
    OnScale,
    /// One of these variants.
    Choice(&'static [Variant]),
    /// Codes of advice.
    Codes,
    /// The id of one element.
    Reference(Kind),
    /// Ids of elements; a set in the author's order.
    References(Kind),
    /// The id of any element of the shared namespace.
    AnyReference,
    /// Free text in which an id of this kind counts as a reference (an owner: person or
    /// department).
    Loose(Kind),
    /// A metric with its parameters.
    Metric,
    /// One record.
    Record(Kind),
    /// Records without id, told apart by key.
    Records(Kind),
    /// Elements with id, in the author's order.
    Elements(Kind),
}

/// One choice of a field.
#[derive(Debug)]
pub struct Variant {
    /// The variant in the file.
    pub name: &'static str,
    /// Its word on screen.
    pub word: Word,
}

impl PartialEq for Variant {
    fn eq(&self, other: &Variant) -> bool {
        self.name == other.name
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Field) -> bool {
        self.name == other.name && self.of == other.of
    }
}

impl Kind {
    /// What the table says of this kind.
    pub fn spec(self) -> &'static KindSpec {
        &KINDS[self as usize]
    }

    /// The field of this name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.spec().fields.iter().find(|field| field.name == name)
    }

    /// Its word on screen.
    pub fn word(self, lang: crate::i18n::Lang) -> &'static str {
        (self.spec().word)(lang)
    }

    /// The word of a variant of a field of this kind.
    pub fn choice_word(
        self,
        field: &str,
        variant: &str,
        lang: crate::i18n::Lang,
    ) -> Option<&'static str> {
        let Type::Choice(variants) = self.field(field)?.of else {
            return None;
        };
        let found = variants.iter().find(|it| it.name == variant)?;
        Some((found.word)(lang))
    }

    /// Has an id.
    pub fn has_id(self) -> bool {
        matches!(self.spec().identity, Identity::Shared | Identity::Own)
    }

    /// The kind of the keyed records in a list of this field name.
    pub fn of_records(list: &str) -> Option<Kind> {
        let fields = KINDS.iter().flat_map(|spec| spec.fields);
        fields
            .filter(|field| field.name == list)
            .find_map(|field| match field.of {
                Type::Records(kind) => Some(kind),
                _ => None,
            })
    }

    /// The kind written with this struct name.
    pub fn named(name: &str) -> Option<Kind> {
        KINDS
            .iter()
            .find(|spec| spec.name == Some(name))
            .map(|spec| spec.kind)
    }
}

impl Field {
    /// The kind of the records or elements that stand in this field.
    pub fn holds(&self) -> Option<Kind> {
        match self.of {
            Type::Record(kind) | Type::Records(kind) | Type::Elements(kind) => Some(kind),
            _ => None,
        }
    }

    /// Holds a list.
    pub fn is_list(&self) -> bool {
        matches!(
            self.of,
            Type::Texts | Type::Codes | Type::References(_) | Type::Records(_) | Type::Elements(_)
        )
    }
}

/// All kinds, in the order of the format's table.
pub fn kinds() -> impl Iterator<Item = &'static KindSpec> {
    KINDS.iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_kinds() {
        for (index, spec) in kinds().enumerate() {
            assert_eq!(spec.kind as usize, index, "{:?}", spec.kind);
        }
    }

    #[test]
    fn every_field_name_is_unique_in_its_kind_and_every_element_starts_with_its_id() {
        for spec in kinds() {
            for (index, field) in spec.fields.iter().enumerate() {
                assert!(
                    spec.fields[..index]
                        .iter()
                        .all(|other| other.name != field.name)
                );
            }
            assert_eq!(
                spec.kind.has_id(),
                spec.fields.first().is_some_and(|f| f.name == "id")
            );
        }
    }
}
