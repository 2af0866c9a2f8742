//! The map: stages, curve, touchpoints and what is said of each in a few words. A long journey goes
//! on in a next row, as music does; where the rows need more than a slide, the picture is higher.

use super::{BODY, Block, Picture};
use crate::exchange::chart::curve::{Column, Plot, columns, curve_of};
use crate::exchange::chart::fit::{Fitted, Font};
use crate::exchange::chart::{Frame, line, rect};
use crate::exchange::markup::Markup;
use crate::i18n::{self as w};
use crate::journey::fields::Kind;
use crate::journey::model::Touchpoint;

/// Room for the words of the lanes, and for the numbers of the curve.
const LABELS: f64 = 120.0;

/// More columns stand in a next row: their words would have no room.
const MOST: usize = 14;

/// A column is not wider, however few there are.
const WIDEST: f64 = 340.0;

/// So much of a column stays free, so that neighbours do not touch.
const APART: f64 = 9.0;

/// Between rows.
const BETWEEN: f64 = 16.0;

/// The curve is at least so high, and at most.
const CURVE: (f64, f64) = (60.0, 460.0);

/// A curve this high can be read well; for a lower one the words are made smaller first.
const ROOMY: f64 = 100.0;

/// Of words, the largest first, where a column is wide enough.
const SIZES: [f64; 4] = [17.0, 16.0, 15.0, 14.0];

/// No word is smaller.
const SMALLEST: f64 = 13.0;

/// For the signs of Moments of Truth and the numbers at the highest points.
const ABOVE: f64 = 52.0;

/// For the numbers at the lowest points.
const BELOW: f64 = 28.0;

/// Around the words of a lane.
const LANE: f64 = 10.0;

/// A text has at most so many lines in a column.
const LINES: usize = 12;

/// What a lane says of a touchpoint, and how it looks.
type Cell = fn(&Picture<'_>, &Touchpoint, f64) -> (Font, String);

/// Whether a lane says something of a touchpoint.
type Says = fn(&Touchpoint) -> bool;

/// A row: columns below the names of their stages.
struct Row<'c> {
    columns: &'c [Column<'c>],
    /// The stages with their first columns and how many they have.
    stages: Vec<(usize, usize, Fitted)>,
    lanes: Vec<(Fitted, Vec<Fitted>)>,
}

/// Draws its rows.
pub(super) fn draw(picture: &Picture<'_>) -> Vec<Block> {
    let columns = columns(picture.journey);
    let parts = rows(&columns, MOST);
    let longest = parts.iter().map(|it| it.len()).max().unwrap_or(1);
    let width = ((BODY.width - LABELS) / longest as f64).min(WIDEST);
    let laid = |size: f64| -> Vec<Row<'_>> {
        let rows = parts.iter().map(|it| Row::of(picture, it, (width, size)));
        rows.collect()
    };
    let body = picture.body().height;
    let sizes = SIZES.into_iter().filter(|size| *size <= width / 8.5);
    let roomy = sizes.map(laid).find(|it| room(it, body) >= ROOMY);
    let rows = roomy.unwrap_or_else(|| laid(SMALLEST));
    let curve = room(&rows, body).clamp(CURVE.0, CURVE.1);
    let mut y = BODY.y;
    let row = |row: &Row<'_>| {
        let block = Block::draw(y, |out| row.draw(picture, (y, width, curve), out));
        y = block.end + BETWEEN;
        block
    };
    rows.iter().map(row).collect()
}

/// What words leave of a body this high to the curve in each row.
fn room(rows: &[Row<'_>], body: f64) -> f64 {
    let words: f64 = rows.iter().map(Row::height).sum();
    let count = rows.len().max(1) as f64;
    (body - words - BETWEEN * (count - 1.0)) / count
}

/// The columns in as few rows of at most so many as they need, broken between stages where that is
/// possible, and as even as they come.
pub(super) fn rows<'c>(columns: &'c [Column<'c>], most: usize) -> Vec<&'c [Column<'c>]> {
    let stages = columns.chunk_by(|one, other| std::ptr::eq(one.stage, other.stage));
    let pieces = stages.flat_map(|it| it.chunks(it.len().div_ceil(it.len().div_ceil(most))));
    let lengths: Vec<usize> = pieces.map(<[_]>::len).collect();
    let fewest = packed(&lengths, most);
    let mut even = (1..most).map(|most| packed(&lengths, most));
    let packed = even.find(|it| it.len() == fewest.len());
    let mut rest = columns;
    let row = |length| {
        let (row, behind) = rest.split_at(length);
        rest = behind;
        row
    };
    packed.unwrap_or(fewest).into_iter().map(row).collect()
}

/// Lengths put together to at most so much, each where there is still room.
fn packed(lengths: &[usize], most: usize) -> Vec<usize> {
    let mut rows: Vec<usize> = Vec::new();
    for length in lengths {
        match rows.last_mut() {
            Some(row) if *row + length <= most => *row += length,
            _ => rows.push(*length),
        }
    }
    rows
}

impl<'c> Row<'c> {
    fn of(picture: &Picture<'_>, columns: &'c [Column<'c>], (width, size): (f64, f64)) -> Row<'c> {
        let mut at = 0;
        let stages = columns.chunk_by(|one, other| std::ptr::eq(one.stage, other.stage));
        let stages = stages.map(|it| {
            at += it.len();
            let room = width * it.len() as f64 - 14.0;
            let name = Font::bold("stage", 15.0).fit(&it[0].stage.name, room, LINES);
            (at - it.len(), it.len(), name)
        });
        let lane = |(word, cell): (&str, Cell)| {
            let font = Font::plain("lane", 12.0);
            let cells = columns.iter().map(|it| {
                let said = it.touchpoint.map(|it| cell(picture, it, size));
                let (font, text) = said.unwrap_or((font, String::new()));
                font.fit(&text, width - APART, LINES)
            });
            (font.fit(word, LABELS - 8.0, 2), cells.collect())
        };
        Row {
            columns,
            stages: stages.collect(),
            lanes: lanes(picture).into_iter().map(lane).collect(),
        }
    }

    /// Of all but the curve.
    fn height(&self) -> f64 {
        let lanes: f64 = self.lanes.iter().map(|(_, it)| height(it.iter())).sum();
        let stages = height(self.stages.iter().map(|(.., name)| name));
        stages + ABOVE + BELOW + lanes + LANE * self.lanes.len() as f64
    }

    fn draw(
        &self,
        picture: &Picture<'_>,
        (y, width, curve): (f64, f64, f64),
        out: &mut Markup,
    ) -> f64 {
        let below_stages = y + height(self.stages.iter().map(|(.., name)| name));
        let plot = Plot {
            frame: Frame {
                x: BODY.x + LABELS,
                y: below_stages + ABOVE,
                width: width * self.columns.len() as f64,
                height: curve,
            },
            columns: self.columns.len(),
            scale: picture.journey.scale,
        };
        let end = y + self.height() + curve;
        for (nth, (at, count, name)) in self.stages.iter().enumerate() {
            let band = Frame {
                x: plot.left(*at),
                y,
                width: width * *count as f64,
                height: end - y,
            };
            rect(if nth % 2 == 0 { "band" } else { "band other" }, band, out);
            name.draw((band.x + 7.0, y + 20.0), out);
        }
        plot.draw_scale(out);
        plot.draw(&curve_of(self.columns), "here", out);
        plot.draw_moments(self.columns, below_stages + 15.0, out);
        self.draw_lanes(&plot, out);
        end
    }

    fn draw_lanes(&self, plot: &Plot, out: &mut Markup) {
        let mut y = plot.frame.y + plot.frame.height + BELOW;
        let right = plot.left(self.columns.len());
        for (word, cells) in &self.lanes {
            line("grid", [BODY.x, y, right, y], out);
            word.draw((BODY.x, y + 18.0), out);
            for (at, cell) in cells.iter().enumerate() {
                cell.draw((plot.left(at) + 5.0, y + 18.0), out);
            }
            y += height(cells.iter()) + LANE;
        }
    }
}

fn height<'f>(all: impl Iterator<Item = &'f Fitted>) -> f64 {
    all.map(Fitted::height).fold(0.0, f64::max)
}

/// The lanes that say something.
fn lanes(picture: &Picture<'_>) -> Vec<(&'static str, Cell)> {
    let lang = picture.lang;
    let all: [(&str, Cell, Says); 4] = [
        ("", name, |_| true),
        (w::map_gap(lang), gap, |it| it.gap().is_some()),
        (w::field_channel(lang), channel, |it| it.channel.is_some()),
        (w::field_owner(lang), owner, |it| it.owner.is_some()),
    ];
    let says = |says: Says| {
        let mut all = picture.journey.stages.iter().flat_map(|it| &it.touchpoints);
        all.any(says)
    };
    let all = all.into_iter().filter(|(.., it)| says(*it));
    all.map(|(word, cell, _)| (word, cell)).collect()
}

fn name(_: &Picture<'_>, it: &Touchpoint, size: f64) -> (Font, String) {
    let font = match it.moment_of_truth {
        Some(_) => Font::bold("is-moment", size),
        None => Font::plain("cell", size),
    };
    (font, it.name.clone())
}

fn gap(_: &Picture<'_>, it: &Touchpoint, size: f64) -> (Font, String) {
    let (class, text) = super::gap(it);
    (Font::bold(class, size), text)
}

fn channel(picture: &Picture<'_>, it: &Touchpoint, size: f64) -> (Font, String) {
    named(picture, Kind::Channel, it.channel.as_deref(), size)
}

fn owner(picture: &Picture<'_>, it: &Touchpoint, size: f64) -> (Font, String) {
    named(picture, Kind::Department, it.owner.as_deref(), size)
}

fn named(picture: &Picture<'_>, kind: Kind, id: Option<&str>, size: f64) -> (Font, String) {
    let name = id.map(|id| picture.words.name_by_id(Some(kind), id));
    (Font::plain("quiet", size - 1.0), name.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_few_and_even_and_break_between_stages() {
        for (stages, expected) in [
            (&[][..], &[][..]),
            (&[3, 4, 5], &[12]),
            (&[5, 4, 3, 3, 4, 3, 4], &[12, 14]),
            (&[8, 8], &[8, 8]),
            (&[14, 1, 1], &[14, 2]),
            (&[30], &[10, 10, 10]),
        ] {
            let journey = crate::journey::model::Journey {
                stages: stages.iter().map(|it| stage(*it)).collect(),
                ..Default::default()
            };
            let columns = columns(&journey);
            let found: Vec<usize> = rows(&columns, MOST).iter().map(|it| it.len()).collect();
            assert_eq!(found, expected, "{stages:?}");
        }
    }

    fn stage(touchpoints: usize) -> crate::journey::model::Stage {
        crate::journey::model::Stage {
            touchpoints: vec![Touchpoint::default(); touchpoints],
            ..Default::default()
        }
    }
}
