//! From a place of the document to where it stands on a screen.

use super::map::{Lane, Row};
use super::{App, Screen};
use crate::journey::fields::Kind;
use crate::journey::place::{Place, Step};

impl App {
    /// Goes to a place: on the map where it is a cell of it, else to its row in the inspector.
    pub fn reveal(&mut self, place: &Place) {
        if let Some(element) = &place.element {
            self.bring_into_view(element);
        }
        let column = place.element.as_ref().and_then(|it| self.column_of(it));
        let kind = place.element.as_ref().map(|it| it.kind);
        if let (Some(column), Some(Kind::Stage | Kind::Touchpoint)) = (column, kind) {
            if let Some(row) = map_row(kind, place) {
                self.show(Screen::Map);
                self.map.column = column;
                return self.show_row(row);
            }
            self.map.column = column;
        }
        self.screen = Screen::Inspector;
        self.inspector.pages = self.way_to(place);
    }

    pub(super) fn show_row(&mut self, row: Row) {
        if let Some(lane) = row.lane() {
            self.map.hidden.retain(|it| *it != lane);
        }
        self.map.row = row;
    }

    /// The pages of the inspector that lead to a place, each with its cursor on the way.
    fn way_to(&self, place: &Place) -> Vec<(Place, usize)> {
        let start = Place {
            element: place.element.clone(),
            steps: Vec::new(),
        };
        let mut pages = Vec::new();
        let mut page = Some(start);
        while let Some(at) = page.take() {
            let rows = self.rows(&at);
            let on_way = rows.iter().position(|row| {
                row.place.element == place.element && place.steps.starts_with(&row.place.steps)
            });
            let next = on_way.map(|row| &rows[row]);
            page = next
                .filter(|row| row.opens && row.place.steps.len() < place.steps.len())
                .map(|row| row.place.clone());
            pages.push((at, on_way.unwrap_or(0)));
        }
        pages
    }
}

/// The row of the map that shows this part of a stage or touchpoint, if one does.
fn map_row(kind: Option<Kind>, place: &Place) -> Option<Row> {
    let field = match place.steps.first() {
        None => "name",
        Some(Step::Field(field)) => field,
        Some(Step::Item { .. }) => return None,
    };
    match (kind, field) {
        (Some(Kind::Stage), "name") => Some(Row::Stage),
        (_, "name") => Some(Row::Name),
        (Some(Kind::Touchpoint), _) => {
            let mut rows = Lane::ALL.iter().flat_map(|lane| lane.rows());
            rows.find(|row| row.field() == Some(field))
        }
        _ => None,
    }
}
