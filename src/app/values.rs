//! Values and promises against touchpoints: what the rows stand for. The column is that of the
//! Map. Knows no drawing.

use super::App;
use crate::journey::lent::{self, Known};
use crate::journey::lived::{Claim, promises};
use crate::journey::model::Value;
use crate::journey::place::Place;
use crate::journey::touchpoints::{self, Placed};

/// What a row stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum ClaimRow<'j> {
    /// A value of the company.
    Value(Known<'j, Value>),
    /// A promise, by the touchpoint that says it.
    Promise(Placed<'j>),
}

impl<'j> ClaimRow<'j> {
    /// It, for touchpoints to stand to.
    pub fn claim(&self) -> Claim<'j> {
        match self {
            ClaimRow::Value(known) => Claim::Value(&known.it.id),
            ClaimRow::Promise(at) => Claim::Promise(at.touchpoint),
        }
    }

    /// Where it stands in the file.
    pub fn place(&self) -> Place {
        match self {
            ClaimRow::Value(known) => Place::of(known.key.clone()),
            ClaimRow::Promise(at) => Place::of(at.key.clone()).field("promise"),
        }
    }
}

impl App {
    /// The values, the company's own behind those of the journey, then the promises.
    pub fn claims(&self) -> Vec<ClaimRow<'_>> {
        let values = lent::values(self.journey(), &self.document.context().neighbour);
        let all = touchpoints::all(self.journey());
        let promises = promises(&all).cloned().map(ClaimRow::Promise);
        let values = values.into_iter().map(ClaimRow::Value);
        values.chain(promises).collect()
    }

    /// What the rows stand for.
    pub(super) fn claim_places(&self) -> Vec<Place> {
        self.claims().iter().map(ClaimRow::place).collect()
    }

    /// What the row under the cursor stands for.
    pub fn claim_here(&self) -> Option<ClaimRow<'_>> {
        let here = self.entry()?;
        self.claims().into_iter().find(|it| it.place() == here)
    }
}
