//! Departments, their hand-overs along the way that the Map shows, and what they learn and
//! measure: what the rows stand for. Knows no drawing.

use std::collections::HashSet;

use super::App;
use super::map::PathChoice;
use crate::journey::departments::{improvements, is_learning, kpis};
use crate::journey::handovers::{Seam, elsewhere, on_all_paths, on_one_way, seams};
use crate::journey::lent::{self, Known};
use crate::journey::model::{Department, Improvement, Journey, Kpi, Stage};
use crate::journey::place::{ElementKey, Place};
use crate::journey::touchpoints::{self, Placed};

/// What a row stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum DepartmentRow<'j> {
    /// A department, against the stages.
    Department(Known<'j, Department>),
    /// A change of owner on the way.
    Seam(Seam<'j>),
    /// A hand-over that stands at no change of owner there.
    Elsewhere(Seam<'j>),
    /// A training, guideline or workshop of the department of this id.
    Learning(String, ElementKey, &'j Improvement),
    /// A KPI of the department of this id.
    Kpi(String, ElementKey, &'j Kpi),
}

impl DepartmentRow<'_> {
    /// Where it stands in the file. What belongs to several departments has a row at each, and
    /// what is missing none of its own: the place says whose it is.
    pub fn place(&self) -> Place {
        let of = |key: &ElementKey, department: &str| {
            let owner = Place::of(key.clone()).field("owner");
            owner.item(vec![department.to_owned()], 0)
        };
        match self {
            DepartmentRow::Department(known) => Place::of(known.key.clone()),
            DepartmentRow::Seam(seam) | DepartmentRow::Elsewhere(seam) => {
                match (&seam.handover, seam.at.first()) {
                    (Some((key, _)), _) => Place::of(key.clone()),
                    (None, Some((_, after))) => of(&after.key, seam.from),
                    (None, None) => Place::root(),
                }
            }
            DepartmentRow::Learning(department, key, _) => of(key, department),
            DepartmentRow::Kpi(department, key, _) => of(key, department),
        }
    }
}

impl PathChoice {
    /// The changes of owner on this way; without a choice, on all of them.
    pub fn seams<'j>(&self, journey: &'j Journey) -> Vec<Seam<'j>> {
        let mut all = touchpoints::all(journey);
        let pairs = match self {
            PathChoice::All => on_all_paths(&all),
            PathChoice::Main | PathChoice::Of(_) => {
                all.retain(|it: &Placed| self.leads_through(it.touchpoint));
                on_one_way(&all)
            }
        };
        seams(journey, pairs)
    }
}

impl App {
    /// The departments, the company's own behind those of the journey.
    pub fn departments(&self) -> Vec<Known<'_, Department>> {
        lent::departments(self.journey(), &self.document.context().neighbour)
    }

    /// The journey's own departments and those of the company that own a touchpoint; then the other
    /// ones of the company.
    pub fn departments_here(&self) -> (Vec<Known<'_, Department>>, Vec<Known<'_, Department>>) {
        let all = touchpoints::all(self.journey());
        let owners = all.iter().filter_map(|it| it.touchpoint.owner.as_deref());
        let owners: HashSet<&str> = owners.collect();
        let is_here = |it: &Known<'_, Department>| it.is_own || owners.contains(it.it.id.as_str());
        self.departments().into_iter().partition(is_here)
    }

    /// All rows, from top to bottom.
    pub fn department_rows(&self) -> Vec<DepartmentRow<'_>> {
        let journey = self.journey();
        let (departments, _) = self.departments_here();
        let seams = self.map.lens.path.seams(journey);
        let elsewhere = elsewhere(journey, &seams);
        let ids = || departments.iter().map(|it| it.it.id.clone());
        let learning = ids().flat_map(|id| {
            let own = improvements(journey, &id).into_iter();
            let own = own.filter(|(_, it)| is_learning(it));
            own.map(move |(key, it)| DepartmentRow::Learning(id.clone(), key, it))
        });
        let kpis = ids().flat_map(|id| {
            let own = kpis(journey, &id).into_iter();
            own.map(move |(key, it)| DepartmentRow::Kpi(id.clone(), key, it))
        });
        let behind: Vec<DepartmentRow> = learning.chain(kpis).collect();
        let rows = departments.into_iter().map(DepartmentRow::Department);
        rows.chain(seams.into_iter().map(DepartmentRow::Seam))
            .chain(elsewhere.into_iter().map(DepartmentRow::Elsewhere))
            .chain(behind)
            .collect()
    }

    /// What the rows stand for.
    pub(super) fn department_places(&self) -> Vec<Place> {
        let rows = self.department_rows();
        rows.iter().map(DepartmentRow::place).collect()
    }

    /// What the row under the cursor stands for.
    pub fn department_row_here(&self) -> Option<DepartmentRow<'_>> {
        let here = self.entry()?;
        let mut rows = self.department_rows().into_iter();
        rows.find(|it| it.place() == here)
    }

    /// The stage under the cursor of the Map.
    pub fn stage_here(&self) -> Option<&Stage> {
        let column = self.map.columns.get(self.map.column)?;
        self.journey().stages.get(column.stage)
    }
}
