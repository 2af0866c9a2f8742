//! What a company lends to the journeys of its folder: elements that they may refer to. Knows no
//! text; that a journey's own element of the same id wins is for the one who asks.

use std::slice::Iter;

use super::check::Neighbour;
use super::fields::Kind;
use super::model::{Company, Department, Journey, Value};
use super::place::{ElementKey, keyed};

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

/// An element that a journey may refer to.
#[derive(Debug, Clone, PartialEq)]
pub struct Known<'j, T> {
    /// Its key.
    pub key: ElementKey,
    /// It.
    pub it: &'j T,
    /// It is the journey's own; else the company lends it.
    pub is_own: bool,
}

/// The values of the journey, then those that its company lends besides.
pub fn values<'j>(journey: &'j Journey, neighbour: &'j Neighbour) -> Vec<Known<'j, Value>> {
    let lent = neighbour.company().map_or(&[][..], |it| &it.values);
    known(Kind::Value, &journey.values, lent, |it| &it.id)
}

/// The departments of the journey, then those that its company lends besides.
pub fn departments<'j>(
    journey: &'j Journey,
    neighbour: &'j Neighbour,
) -> Vec<Known<'j, Department>> {
    let lent = neighbour.company().map_or(&[][..], |it| &it.departments);
    known(Kind::Department, &journey.departments, lent, |it| &it.id)
}

fn known<'j, T>(
    kind: Kind,
    own: &'j [T],
    lent: &'j [T],
    id: impl Fn(&T) -> &str,
) -> Vec<Known<'j, T>> {
    let is_other = |it: &&T| own.iter().all(|own| id(own) != id(it));
    let lent = keyed(kind, lent.iter().filter(is_other), |it| id(it));
    let own = keyed(kind, own.iter(), |it| id(it)).into_iter();
    let with = |is_own| move |(key, it)| Known { key, it, is_own };
    own.map(with(true))
        .chain(lent.into_iter().map(with(false)))
        .collect()
}

fn list<T>(all: &[T], wanted: bool) -> Iter<'_, T> {
    if wanted { all.iter() } else { [].iter() }
}

#[cfg(test)]
#[path = "lent_tests.rs"]
mod tests;
