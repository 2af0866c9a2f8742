//! A table as a map: which way it lies, and what each of its columns says. Knows no journey.

use super::cells::{Cell, Table};
use super::words::{Lane, lane};
use crate::journey::fields::Field;

/// A map has at most so many rows or columns where it lies across.
const ACROSS: usize = 1000;

/// A map with a record for each stage or touchpoint.
pub(super) struct Grid<'t> {
    pub(super) heads: Vec<Head<'t>>,
    /// As many cells as heads.
    pub(super) records: Vec<Vec<&'t Cell>>,
    /// Its stages or touchpoints stand beside one another.
    pub(super) is_across: bool,
}

/// What stands above a column.
pub(super) struct Head<'t> {
    pub(super) cell: &'t Cell,
    pub(super) lane: Option<Lane>,
}

/// The map in a table, if it is one.
pub(super) fn grid(table: &Table) -> Option<Grid<'_>> {
    let (first, rest) = table.rows.split_first()?;
    let side: Vec<&Cell> = rest.iter().filter_map(|row| row.first()).collect();
    let above = heads(first.iter().skip(1));
    let beside = heads(side.iter().copied());
    let share = |heads: &[Head<'_>]| match heads.len() {
        0 => 0,
        all => 1000 * known(heads) / all,
    };
    let corner = first.first()?;
    match share(&above) >= share(&beside) {
        true => down(first, rest),
        false => across(corner, first, rest, beside, table.heading.is_some()),
    }
}

fn heads<'t>(cells: impl Iterator<Item = &'t Cell>) -> Vec<Head<'t>> {
    let head = |cell: &'t Cell| Head {
        cell,
        lane: lane(&cell.text),
    };
    cells.map(head).collect()
}

/// How many of these name a lane.
fn known(heads: &[Head<'_>]) -> usize {
    heads.iter().filter(|it| it.lane.is_some()).count()
}

/// A row for each stage or touchpoint: one column says which.
fn down<'t>(first: &'t [Cell], rest: &'t [Vec<Cell>]) -> Option<Grid<'t>> {
    let heads = settled(heads(first.iter()));
    let says_which = heads.iter().any(Head::says_which);
    let width = heads.len();
    let record = |row: &'t Vec<Cell>| cells(row.iter().map(Some), width);
    (says_which && known(&heads) >= 2).then(|| Grid {
        heads,
        records: rest.iter().map(record).collect(),
        is_across: false,
    })
}

/// A column for each stage or touchpoint, the row above says which. A corner that says nothing
/// stands for stages; but a single column speaks of the stage in the heading.
fn across<'t>(
    corner: &'t Cell,
    first: &'t [Cell],
    rest: &'t [Vec<Cell>],
    beside: Vec<Head<'t>>,
    has_heading: bool,
) -> Option<Grid<'t>> {
    let named = lane(&corner.text);
    let enough = if named.is_some() { 1 } else { 2 };
    if known(&beside) < enough || rest.len() > ACROSS || first.len() > ACROSS {
        return None;
    }
    let is_about_heading = named.is_none() && has_heading && first.len() == 2;
    let stage = Some(Lane::Stage).filter(|_| !is_about_heading);
    let head = Head {
        cell: corner,
        lane: named.filter(|it| *it != Lane::Goal).or(stage),
    };
    let heads = settled([head].into_iter().chain(beside).collect());
    let width = heads.len();
    let rows = || [first].into_iter().chain(rest.iter().map(Vec::as_slice));
    let record = |at: usize| cells(rows().map(|row| row.get(at)), width);
    Some(Grid {
        records: (1..first.len()).map(record).collect(),
        heads,
        is_across: true,
    })
}

/// So many cells; those that are not there are empty.
fn cells<'t>(cells: impl Iterator<Item = Option<&'t Cell>>, width: usize) -> Vec<&'t Cell> {
    const NONE: &Cell = &Cell {
        line: 0,
        text: String::new(),
    };
    let cells = cells.map(|it| it.unwrap_or(NONE));
    cells.chain(std::iter::repeat(NONE)).take(width).collect()
}

/// Steps are touchpoints, or what is done at them where the map has touchpoints too. A lane that
/// comes again says nothing.
fn settled(mut heads: Vec<Head<'_>>) -> Vec<Head<'_>> {
    let step = match heads.iter().any(Head::is_touchpoint) {
        true => lane("actions"),
        false => lane("touchpoint"),
    };
    for at in 0..heads.len() {
        let own = heads[at].lane;
        let own = if own == Some(Lane::Step) { step } else { own };
        let before = &heads[..at];
        let is_new = |lane: &Lane| before.iter().all(|it| it.lane != Some(*lane));
        let settled = own.filter(|it| is_new(it) || it.takes_more());
        heads[at].lane = settled;
    }
    heads
}

impl Grid<'_> {
    /// Which column says this.
    pub(super) fn column(&self, lane: Lane) -> Option<usize> {
        self.position(|it| it.lane == Some(lane))
    }

    /// The first column of such a head.
    pub(super) fn position(&self, is_meant: impl Fn(&Head<'_>) -> bool) -> Option<usize> {
        self.heads.iter().position(is_meant)
    }
}

impl Head<'_> {
    /// Its cells name touchpoints.
    pub(super) fn is_touchpoint(&self) -> bool {
        self.field().is_some_and(|it| it.name == "name")
    }

    /// Tells that the table is a map. A name may be that of anything.
    fn says_which(&self) -> bool {
        let is_any = self.cell.text.trim().eq_ignore_ascii_case("name");
        self.lane == Some(Lane::Stage) || (self.is_touchpoint() && !is_any)
    }

    /// The field of touchpoints that its column is for.
    pub(super) fn field(&self) -> Option<&'static Field> {
        match self.lane? {
            Lane::Of(field) => Some(field),
            _ => None,
        }
    }
}

impl Lane {
    /// Two columns of it make one list.
    fn takes_more(self) -> bool {
        matches!(self, Lane::Of(field) if field.is_list())
    }
}
