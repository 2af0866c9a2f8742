//! Every touchpoint of a journey and the stage it stands in.

use super::fields::Kind;
use super::model::{Journey, Stage, Touchpoint};
use super::place::{ElementKey, keyed};

/// A touchpoint where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<'j> {
    /// Its key.
    pub key: ElementKey,
    /// Its stage.
    pub stage: &'j Stage,
    /// It.
    pub touchpoint: &'j Touchpoint,
}

impl<'j> Placed<'j> {
    /// Its name; its id where it has none.
    pub fn name(&self) -> &'j str {
        match self.touchpoint.name.trim() {
            "" => &self.touchpoint.id,
            _ => &self.touchpoint.name,
        }
    }
}

/// All touchpoints, in the order of the journey.
pub fn all(journey: &Journey) -> Vec<Placed<'_>> {
    let stages = journey.stages.iter();
    let pairs = stages.flat_map(|stage| stage.touchpoints.iter().map(move |it| (stage, it)));
    let keyed = keyed(Kind::Touchpoint, pairs, |(_, it)| &it.id).into_iter();
    keyed
        .map(|(key, (stage, touchpoint))| Placed {
            key,
            stage,
            touchpoint,
        })
        .collect()
}
