//! One of two versions, with what is looked up in it again and again.

use std::collections::HashMap;
use std::ops::Deref;

use crate::i18n::InWords;
use crate::journey::fields::Kind;
use crate::journey::kpis;
use crate::journey::model::{Kpi, Touchpoint};
use crate::journey::place::ElementKey;

/// A version; its values in words, its KPIs and touchpoints by id.
pub(super) struct Side<'v> {
    in_words: InWords<'v>,
    kpis: HashMap<&'v str, &'v Kpi>,
    touchpoints: HashMap<&'v str, &'v Touchpoint>,
}

impl<'v> Side<'v> {
    pub(super) fn new(in_words: InWords<'v>) -> Side<'v> {
        let journey = &in_words.parsed.journey;
        let touchpoints = journey.stages.iter().flat_map(|stage| &stage.touchpoints);
        Side {
            in_words,
            kpis: kpis::all(journey).map(|it| (&*it.kpi.id, it.kpi)).collect(),
            touchpoints: touchpoints.map(|it| (&*it.id, it)).collect(),
        }
    }

    /// The KPI of this key.
    pub(super) fn kpi(&self, key: &ElementKey) -> Option<&'v Kpi> {
        let kpi = self.kpis.get(key.id.as_str());
        kpi.copied().filter(|_| key.kind == Kind::Kpi)
    }

    /// The touchpoint of this key.
    pub(super) fn touchpoint(&self, key: &ElementKey) -> Option<&'v Touchpoint> {
        let touchpoint = self.touchpoints.get(key.id.as_str());
        touchpoint.copied().filter(|_| key.kind == Kind::Touchpoint)
    }
}

impl<'v> Deref for Side<'v> {
    type Target = InWords<'v>;

    fn deref(&self) -> &InWords<'v> {
        &self.in_words
    }
}
