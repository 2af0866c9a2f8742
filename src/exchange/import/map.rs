//! Tables as a journey: which stage and touchpoint a cell speaks of, and what it says of them. Knows
//! neither Markdown nor CSV.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::cells::{Cell, Heading, Tables};
use super::draft::{Draft, Stage, Touchpoint};
use super::grid::{Grid, Head, grid};
use super::words::{Feeling, Lane, feeling, names_several, number, variant};
use super::{Imported, NoMap, Unplaced, Why, unplaced};
use crate::journey::fields::{Field, Type};

/// What marks the name of a Moment of Truth.
const MOMENT: char = '◆';

/// Our scale of emotion ends here, on both sides of 0.
const END: i64 = 2;

/// Another scale may go so far.
const FURTHEST: i64 = 5;

/// The journey of these tables.
///
/// # Errors
/// None of them is a map, or it is too large.
pub(super) fn read(tables: &Tables, untitled: &str) -> Result<Imported, NoMap> {
    let grids: Vec<Option<Grid<'_>>> = tables.tables.iter().map(grid).collect();
    let scale = Scale::of(grids.iter().flatten());
    let mut map = Map::default();
    for (table, grid) in tables.tables.iter().zip(&grids) {
        let heading = table.heading.as_ref();
        match grid {
            Some(grid) if map.goes_on(grid, heading) => map.take(grid, heading, scale),
            _ => map
                .unplaced
                .extend(table.rows.first().map(|it| another(it))),
        }
    }
    if map.draft.stages.is_empty() {
        return Err(NoMap::NoneFound);
    }
    let prose = tables.prose.as_ref();
    map.unplaced.extend(prose.map(|it| leave(it, Why::Prose)));
    let too_long = tables.too_long.iter();
    map.unplaced
        .extend(too_long.map(|line| unplaced((*line, "…"), Why::TooLong)));
    map.unplaced.sort_by_key(|it| it.line);
    map.draft.title.clone_from(&tables.title);
    map.draft.scale = scale.end();
    Ok(Imported {
        journey: map.draft.text(untitled)?,
        unplaced: map.unplaced,
    })
}

/// A table that is no part of the map, by its head.
fn another(head: &[Cell]) -> Unplaced {
    let texts: Vec<&str> = head.iter().map(|it| &*it.text).collect();
    let line = head.first().map_or(0, |it| it.line);
    unplaced((line, &texts.join(" | ")), Why::AnotherTable)
}

fn leave(cell: &Cell, why: Why) -> Unplaced {
    unplaced((cell.line, &cell.text), why)
}

/// A journey that grows.
#[derive(Default)]
struct Map {
    draft: Draft,
    unplaced: Vec<Unplaced>,
    /// How the first table lay, and whether it named its stages.
    shape: Option<(bool, bool)>,
    /// The stages that were named in the map, by name.
    named: HashMap<String, usize>,
    /// The stage that rows speak of.
    at: usize,
    /// The line of the heading that it is called after.
    below: Option<usize>,
}

impl Map {
    /// A table of the shape of the first; it names no stage that is there already, or it is the map
    /// of somebody else.
    fn goes_on(&mut self, grid: &Grid<'_>, heading: Option<&Heading>) -> bool {
        let stages = grid.column(Lane::Stage);
        let shape = (grid.is_across, stages.is_some());
        let is_again = |cell: &Cell| self.named.contains_key(&one_line(&cell.text));
        let is_another = match stages {
            Some(at) => grid.records.iter().any(|it| is_again(it[at])),
            None => heading.is_none() && !self.draft.stages.is_empty(),
        };
        *self.shape.get_or_insert(shape) == shape && !is_another
    }

    fn take(&mut self, grid: &Grid<'_>, heading: Option<&Heading>, scale: Scale) {
        self.columns_without_place(grid);
        self.unplaced
            .extend(first_persona(grid).map(|it| leave(it, Why::OfTheFirst)));
        if grid.column(Lane::Stage).is_none() {
            self.stage_of_heading(heading);
        }
        for cells in &grid.records {
            self.record(grid, cells, scale);
        }
    }

    /// Columns with texts and without a lane, or with one that a table cannot say.
    fn columns_without_place(&mut self, grid: &Grid<'_>) {
        for (at, head) in grid.heads.iter().enumerate() {
            let has_place = match head.lane {
                Some(Lane::Of(field)) => is_read(field),
                lane => lane.is_some(),
            };
            let mut cells = grid.records.iter().map(|it| it[at]);
            let said = cells.find(|it| !it.text.is_empty()).filter(|_| !has_place);
            let named = Some(head.cell).filter(|it| !it.text.is_empty()).or(said);
            let left = said.and(named).map(|it| leave(it, Why::NoField));
            self.unplaced.extend(left);
        }
    }

    /// The stage that a heading names, for a table that names none.
    fn stage_of_heading(&mut self, heading: Option<&Heading>) {
        let line = heading.map(|it| it.line);
        if self.draft.stages.is_empty() || self.below != line {
            self.draft.stages.push(Stage {
                name: heading.map(|it| it.text.clone()).unwrap_or_default(),
                goal: heading.and_then(|it| it.goal.clone()),
                ..Stage::default()
            });
            self.at = self.draft.stages.len() - 1;
        }
        self.below = line;
    }

    /// A row of the map.
    fn record(&mut self, grid: &Grid<'_>, cells: &[&Cell], scale: Scale) {
        let row = Row::of(grid, cells);
        let Some(first) = row.said.first() else {
            return;
        };
        let named = row.stage().map(|it| one_line(&it.text));
        let begins = named.is_some_and(|it| self.go_to(&it));
        match self.draft.stages.get_mut(self.at) {
            Some(stage) => self.unplaced.extend(taken(stage, &row, begins, scale)),
            None => self.unplaced.push(leave(first.1, Why::NoStageAbove)),
        }
    }

    /// Goes to the stage of a name, and says whether it began there.
    fn go_to(&mut self, name: &str) -> bool {
        let stages = &mut self.draft.stages;
        let there = self.named.get(name).copied();
        self.at = there.unwrap_or(stages.len());
        if there.is_none() {
            self.named.insert(name.to_owned(), self.at);
            let name = name.to_owned();
            stages.push(Stage {
                name,
                ..Stage::default()
            });
        }
        there.is_none()
    }
}

/// Takes a row into its stage; gives what found no place there.
fn taken(stage: &mut Stage, row: &Row<'_, '_>, begins: bool, scale: Scale) -> Vec<Unplaced> {
    let mut left = Vec::new();
    if let Some(goal) = row.goal() {
        let own = stage.goal.get_or_insert_with(|| goal.text.clone());
        let differs = *own != goal.text;
        left.extend(differs.then(|| leave(goal, Why::Twice)));
    }
    let before = stage.touchpoints.len();
    let names = row.touchpoints(&stage.name, begins || before == 0);
    let several = row.cell_of_several(&names);
    left.extend(several.map(|it| leave(it, Why::AtTheFirst)));
    stage
        .touchpoints
        .extend(names.iter().map(|it| touchpoint(it)));
    // Without a name the row goes on with the touchpoint above it.
    let at = before.min(stage.touchpoints.len().saturating_sub(1));
    let Some(touchpoint) = stage.touchpoints.get_mut(at) else {
        return left;
    };
    for fact in row.facts() {
        let why = say(touchpoint, &fact, scale).err();
        left.extend(why.map(|why| leave(fact.cell, why)));
    }
    left
}

/// The first persona of a table, where some rows name none.
fn first_persona<'g>(grid: &'g Grid<'_>) -> Option<&'g Cell> {
    let at = grid.position(|it| it.field().is_some_and(|it| it.name == "persona"))?;
    let says = |cells: &&Vec<&Cell>| cells.iter().any(|it| !it.text.is_empty());
    let mut cells = grid.records.iter().filter(says).map(|it| it[at]);
    let first = cells.clone().find(|it| !it.text.is_empty())?;
    cells.any(|it| it.text.is_empty()).then_some(first)
}

/// What one row says.
struct Row<'g, 't> {
    /// The cells that say something, each with its head.
    said: Vec<(&'g Head<'t>, &'g Cell)>,
}

impl<'g, 't> Row<'g, 't> {
    fn of(grid: &'g Grid<'t>, cells: &[&'g Cell]) -> Row<'g, 't> {
        let all = grid.heads.iter().zip(cells.iter().copied());
        let said = all.filter(|(_, cell)| !cell.text.is_empty()).collect();
        Row { said }
    }

    fn cell(&self, is_meant: impl Fn(&Head<'_>) -> bool) -> Option<(&'g Head<'t>, &'g Cell)> {
        self.said.iter().copied().find(|(head, _)| is_meant(head))
    }

    fn stage(&self) -> Option<&'g Cell> {
        self.cell(|it| it.lane == Some(Lane::Stage)).map(|it| it.1)
    }

    fn goal(&self) -> Option<&'g Cell> {
        self.cell(|it| it.lane == Some(Lane::Goal)).map(|it| it.1)
    }

    fn name(&self) -> Option<(&'g Head<'t>, &'g Cell)> {
        self.cell(|it| it.is_touchpoint())
    }

    /// What it says of touchpoints.
    fn facts(&self) -> impl Iterator<Item = Fact<'g>> {
        let said = self.said.iter().filter(|(head, _)| !head.is_touchpoint());
        let fact = |(head, cell): &(&Head<'_>, &'g Cell)| {
            let field = head.field().filter(|it| is_read(it))?;
            let names_several = names_several(&head.cell.text);
            Some(Fact {
                field,
                cell,
                names_several,
            })
        };
        said.filter_map(fact)
    }

    /// The names of its touchpoints. What begins a stage without any speaks of one that is called
    /// like the stage.
    fn touchpoints(&self, stage: &str, begins: bool) -> Vec<String> {
        match self.name() {
            Some((head, cell)) => items(&cell.text, names_several(&head.cell.text)),
            None if begins && self.facts().next().is_some() => vec![stage.to_owned()],
            None => Vec::new(),
        }
    }

    /// The cell that names several touchpoints, where the row says more of them than that.
    fn cell_of_several(&self, names: &[String]) -> Option<&'g Cell> {
        let (_, cell) = self.name()?;
        (names.len() > 1 && self.facts().next().is_some()).then_some(cell)
    }
}

/// What a cell says of a touchpoint.
struct Fact<'g> {
    field: &'static Field,
    cell: &'g Cell,
    /// Between commas.
    names_several: bool,
}

/// A touchpoint of a name, which may be marked.
fn touchpoint(name: &str) -> Touchpoint {
    let marked = name.strip_prefix(MOMENT).map(str::trim);
    let marked = marked.filter(|it| !it.is_empty());
    let mut touchpoint = Touchpoint {
        name: marked.unwrap_or(name).to_owned(),
        ..Touchpoint::default()
    };
    if marked.is_some() {
        let fields = &mut touchpoint.fields;
        fields.insert("moment_of_truth".to_owned(), json!({ "reason": "" }));
    }
    touchpoint
}

/// A field that a table can say.
fn is_read(field: &Field) -> bool {
    match field.of {
        Type::References(_) | Type::Records(_) | Type::Elements(_) => false,
        Type::Record(_) => field.name == "moment_of_truth",
        _ => true,
    }
}

/// Sets a field of a touchpoint.
fn say(touchpoint: &mut Touchpoint, fact: &Fact<'_>, scale: Scale) -> Result<(), Why> {
    let (field, text) = (fact.field, &*fact.cell.text);
    match field.of {
        Type::Id => {
            touchpoint.id.get_or_insert_with(|| text.to_owned());
        }
        Type::Reference(_) if field.name == "persona" => {
            touchpoint.personas.extend(items(text, fact.names_several));
        }
        Type::Reference(_) => return name(touchpoint, field, one_line(text)),
        Type::OnScale => return feel(touchpoint, text, scale),
        Type::Texts => add(touchpoint, field.name, text),
        _ => return set(touchpoint, field, value(field, text)?),
    }
    Ok(())
}

/// Refers to something by its name.
fn name(touchpoint: &mut Touchpoint, field: &Field, name: String) -> Result<(), Why> {
    if touchpoint.named.iter().any(|it| it.0 == field.name) {
        return Err(Why::Twice);
    }
    touchpoint.named.push((field.name, name));
    Ok(())
}

/// Adds to a field of texts.
fn add(touchpoint: &mut Touchpoint, field: &str, text: &str) {
    let new = items(text, false).into_iter().map(Value::String);
    let new: Vec<Value> = new.collect();
    if new.is_empty() {
        return;
    }
    let all = touchpoint.fields.entry(field).or_insert_with(|| json!([]));
    if let Some(all) = all.as_array_mut() {
        all.extend(new);
    }
}

/// A field that has one value.
fn set(touchpoint: &mut Touchpoint, field: &Field, value: Value) -> Result<(), Why> {
    let is_marked = field.name == "moment_of_truth";
    if touchpoint.fields.contains_key(field.name) && !is_marked {
        return Err(Why::Twice);
    }
    touchpoint.fields.insert(field.name.to_owned(), value);
    Ok(())
}

/// What a text says for a field of one value.
fn value(field: &Field, text: &str) -> Result<Value, Why> {
    match field.of {
        Type::Whole(from, to) => {
            let number = number(text).filter(|it| (from..=to).contains(it));
            number.map(Value::from).ok_or(Why::OddNumber)
        }
        Type::Choice(_) => variant(field, text).map(Value::from).ok_or(Why::NoChoice),
        Type::Record(_) => Ok(json!({ "reason": reason(text) })),
        _ => Ok(Value::from(text)),
    }
}

/// Why it is a Moment of Truth; nothing where a cell only says that it is one.
fn reason(text: &str) -> &str {
    let is_mark = !text.contains(char::is_whitespace) && text.chars().count() <= 4;
    if is_mark { "" } else { text }
}

/// Sets the emotion; what is said in words is a thought.
fn feel(touchpoint: &mut Touchpoint, text: &str, scale: Scale) -> Result<(), Why> {
    let (feeling, rest) = feeling(text);
    let emotion = feeling.map(|it| scale.ours(it));
    touchpoint.emotion = touchpoint.emotion.or(emotion.flatten());
    add(touchpoint, "thoughts", &rest);
    match emotion {
        Some(Some(_)) => Ok(()),
        Some(None) => Err(Why::OddScore),
        None => Err(Why::NoEmotion),
    }
}

/// What the numbers of a table stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    /// From −n to n.
    Ours(i64),
    /// From 1 to 5.
    Stars,
}

impl Scale {
    /// Numbers from 1 to 5 are stars where one is over 2 and none below 1.
    fn of<'g>(grids: impl Iterator<Item = &'g Grid<'g>>) -> Scale {
        let cells = grids.flat_map(|grid| {
            let at = grid.position(|it| it.field().is_some_and(|it| it.of == Type::OnScale));
            at.into_iter()
                .flat_map(|at| grid.records.iter().map(move |it| it[at]))
        });
        let numbers = cells.filter_map(|it| match feeling(&it.text).0 {
            Some(Feeling::Number(number)) => Some(number),
            _ => None,
        });
        let numbers: Vec<i64> = numbers.collect();
        let most = numbers.iter().copied().max().unwrap_or_default();
        let least = numbers.iter().copied().min().unwrap_or_default();
        match least >= 1 && most > END {
            true => Scale::Stars,
            false => Scale::Ours(most.max(least.saturating_neg()).clamp(END, FURTHEST)),
        }
    }

    /// Where the scale of the journey ends, if that is not our usual one.
    fn end(self) -> Option<i64> {
        match self {
            Scale::Ours(end) => Some(end).filter(|it| *it != END),
            Scale::Stars => None,
        }
    }

    /// On our scale.
    fn ours(self, feeling: Feeling) -> Option<i64> {
        match (feeling, self) {
            (Feeling::Ours(value), _) => Some(value),
            (Feeling::Number(it), Scale::Stars) => (1..=FURTHEST).contains(&it).then(|| it - 3),
            (Feeling::Number(it), Scale::Ours(end)) => (-end..=end).contains(&it).then_some(it),
        }
    }
}

/// The texts of a cell, one a line; a line of several names them between commas.
fn items(text: &str, has_commas: bool) -> Vec<String> {
    let lines = text.lines().flat_map(|it| match has_commas {
        true => it.split([',', ';']).map(unlisted).collect(),
        false => vec![unlisted(it)],
    });
    lines
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// An item of a list without its sign; a sign alone stays.
fn unlisted(item: &str) -> &str {
    let item = item.trim();
    let signs = ["- ", "* ", "•", "·"];
    let bare = signs.iter().find_map(|sign| item.strip_prefix(sign));
    bare.map(str::trim)
        .filter(|it| !it.is_empty())
        .unwrap_or(item)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
