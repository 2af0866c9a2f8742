//! What a company lends to the journeys of its folder: elements that they may refer to. Knows no
//! text; that a journey's own element of the same id wins is for the one who asks.

use std::slice::Iter;

use super::check::Neighbour;
use super::fields::Kind;
use super::model::Company;

/// The kinds that a journey may refer to in its company.
pub const LENT: [Kind; 4] = [Kind::Value, Kind::Department, Kind::Channel, Kind::Persona];

impl Company {
    /// Ids and names of its elements of a kind, in the order of the file.
    pub fn lends(&self, kind: Kind) -> impl Iterator<Item = (&str, &str)> {
        let values = list(&self.values, kind == Kind::Value).map(|it| (&*it.id, &*it.name));
        let departments =
            list(&self.departments, kind == Kind::Department).map(|it| (&*it.id, &*it.name));
        let channels = list(&self.channels, kind == Kind::Channel).map(|it| (&*it.id, &*it.name));
        let personas = list(&self.personas, kind == Kind::Persona).map(|it| (&*it.id, &*it.name));
        values.chain(departments).chain(channels).chain(personas)
    }
}

impl Neighbour {
    /// The company, where there is one.
    pub fn company(&self) -> Option<&Company> {
        match self {
            Neighbour::Company(company) => Some(company),
            Neighbour::Unknown | Neighbour::None => None,
        }
    }

    /// The name of an element of the company; its id where it has no name.
    pub fn name<'n>(&'n self, kind: Kind, id: &'n str) -> Option<&'n str> {
        let mut lent = self.company()?.lends(kind);
        let (_, name) = lent.find(|(lent, _)| *lent == id)?;
        Some(if name.is_empty() { id } else { name })
    }
}

fn list<T>(all: &[T], wanted: bool) -> Iter<'_, T> {
    if wanted { all.iter() } else { [].iter() }
}

#[cfg(test)]
#[path = "lent_tests.rs"]
mod tests;
