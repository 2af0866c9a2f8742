//! The emotion curve: a smooth line through the touchpoints of the main line. What the numbers rest
//! on shows in the form of dots and strokes.

use super::fit::Font;
use super::{Frame, circle, diamond, label, line, path, rect};
use crate::exchange::markup::{Markup, px};
use crate::i18n::number::signed_whole;
use crate::journey::curve::slopes;
use crate::journey::model::{Evidence, Journey, Scale, Stage, Touchpoint};
use crate::text::wrap_to;

/// Columns of a stage without touchpoints: one, which stays empty.
pub(in crate::exchange) struct Column<'j> {
    /// The stage; columns of the same one stand beside each other.
    pub(in crate::exchange) stage: &'j Stage,
    /// The touchpoint.
    pub(in crate::exchange) touchpoint: Option<&'j Touchpoint>,
}

/// The columns of a map.
pub(in crate::exchange) fn columns(journey: &Journey) -> Vec<Column<'_>> {
    let of_stage = |stage| columns_of(stage);
    journey.stages.iter().flat_map(of_stage).collect()
}

/// The columns of a stage.
pub(in crate::exchange) fn columns_of(stage: &Stage) -> Vec<Column<'_>> {
    let touchpoints = stage.touchpoints.iter().map(Some);
    let empty = stage.touchpoints.is_empty().then_some(None);
    let all = touchpoints.chain(empty);
    all.map(|touchpoint| Column { stage, touchpoint }).collect()
}

/// A touchpoint with an emotion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::exchange) struct Point {
    /// The column it stands in.
    pub(in crate::exchange) column: usize,
    /// Its emotion.
    pub(in crate::exchange) emotion: i64,
    /// What that rests on.
    pub(in crate::exchange) evidence: Evidence,
}

/// A curve: runs of points; between two runs something is unknown. Points on other paths stand alone.
#[derive(Debug, Default, PartialEq)]
pub(in crate::exchange) struct Curve {
    runs: Vec<Vec<Point>>,
    beside: Vec<Point>,
}

/// The curve through touchpoints, each with its column and whether the line may lead through it.
pub(in crate::exchange) fn curve<'j>(
    touchpoints: impl Iterator<Item = (usize, &'j Touchpoint, bool)>,
) -> Curve {
    let mut curve = Curve::default();
    let mut is_open = false;
    for (column, touchpoint, in_order) in touchpoints {
        let point = touchpoint.emotion.map(|emotion| Point {
            column,
            emotion,
            evidence: touchpoint.evidence.unwrap_or(Evidence::Assumed),
        });
        let is_on_line = in_order && touchpoint.path.is_none();
        match (point, is_on_line, curve.runs.last_mut()) {
            (Some(point), false, _) => curve.beside.push(point),
            (Some(point), true, Some(run)) if is_open => run.push(point),
            (Some(point), true, _) => curve.runs.push(vec![point]),
            (None, ..) => {}
        }
        if is_on_line {
            is_open = point.is_some();
        }
    }
    curve
}

/// The curve of a map.
pub(in crate::exchange) fn curve_of(columns: &[Column<'_>]) -> Curve {
    let touchpoints = columns.iter().enumerate();
    curve(touchpoints.filter_map(|(at, it)| Some((at, it.touchpoint?, true))))
}

/// Where a curve is drawn.
#[derive(Debug, Clone, Copy)]
pub(in crate::exchange) struct Plot {
    /// From the highest emotion to the lowest, the columns beside each other.
    pub(in crate::exchange) frame: Frame,
    /// How many columns there are.
    pub(in crate::exchange) columns: usize,
    /// The ends of emotion.
    pub(in crate::exchange) scale: Scale,
}

impl Plot {
    /// The middle of a column.
    pub(in crate::exchange) fn x(&self, column: usize) -> f64 {
        self.left(column) + self.width() / 2.0
    }

    /// The left end of a column.
    pub(in crate::exchange) fn left(&self, column: usize) -> f64 {
        self.frame.x + self.width() * column as f64
    }

    /// Of a column.
    pub(in crate::exchange) fn width(&self) -> f64 {
        self.frame.width / self.columns.max(1) as f64
    }

    fn y(&self, emotion: i64) -> f64 {
        let (min, max) = (self.scale.min as f64, self.scale.max as f64);
        let part = match max - min {
            span if span > 0.0 => ((emotion as f64 - min) / span).clamp(0.0, 1.0),
            _ => 0.5,
        };
        self.frame.y + self.frame.height * (1.0 - part)
    }

    fn place(&self, point: &Point) -> (f64, f64) {
        (self.x(point.column), self.y(point.emotion))
    }

    /// The middle of the scale and its ends, with their numbers.
    pub(in crate::exchange) fn draw_scale(&self, out: &mut Markup) {
        let Scale { min, max } = self.scale;
        let middle = self.scale.middle();
        for emotion in [max, middle, min] {
            let class = if emotion == middle { "axis" } else { "grid" };
            let (y, right) = (self.y(emotion), self.frame.x + self.frame.width);
            line(class, [self.frame.x, y, right, y], out);
            let text = signed_whole(emotion);
            label("tick", (self.frame.x - 8.0, y + 4.0), &text, out);
        }
    }

    /// A curve with its dots; `class` says whose it is.
    pub(in crate::exchange) fn draw(&self, curve: &Curve, class: &'static str, out: &mut Markup) {
        out.within("g", &[("class", class)], |out| {
            let places = |run: &[Point]| run.iter().map(|it| self.place(it)).collect::<Vec<_>>();
            let runs: Vec<_> = curve.runs.iter().map(|run| (run, places(run))).collect();
            for (_, places) in &runs {
                self.draw_area(places, out);
            }
            for (run, places) in &runs {
                draw_line(run, places, out);
            }
            for point in curve.runs.iter().flatten().chain(&curve.beside) {
                self.draw_point(point, out);
            }
        });
    }

    fn draw_area(&self, places: &[(f64, f64)], out: &mut Markup) {
        let ([first, ..], [.., last]) = (places, places) else {
            return;
        };
        let middle = px(self.y(self.scale.middle()));
        let [left, right] = [first.0, last.0].map(px);
        let spans: String = spans(places).concat();
        let start = px(first.1);
        path(
            "area",
            &format!("M{left} {middle}L{left} {start}{spans}L{right} {middle}Z"),
            out,
        );
    }

    fn draw_point(&self, point: &Point, out: &mut Markup) {
        let (x, y) = self.place(point);
        let class = match point.evidence {
            Evidence::Measured => "dot measured",
            Evidence::Observed | Evidence::Assumed => "dot",
        };
        circle(class, (x, y), DOT, out);
        if point.evidence == Evidence::Observed {
            half((x, y), out);
        }
        let is_high = point.emotion >= self.scale.middle();
        let y = if is_high { y - 11.0 } else { y + 21.0 };
        label("value", (x, y), &signed_whole(point.emotion), out);
    }

    /// The signs of Moments of Truth, on one line.
    pub(in crate::exchange) fn draw_moments(
        &self,
        columns: &[Column<'_>],
        y: f64,
        out: &mut Markup,
    ) {
        for (at, column) in columns.iter().enumerate() {
            if column
                .touchpoint
                .is_some_and(|it| it.moment_of_truth.is_some())
            {
                diamond((self.x(at), y), 7.0, out);
            }
        }
    }
}

/// Of a dot.
const DOT: f64 = 5.5;

/// The left half of a dot: observed stands between assumed and measured.
fn half((x, y): (f64, f64), out: &mut Markup) {
    let [top, bottom, x, radius] = [y - DOT, y + DOT, x, DOT].map(px);
    path(
        "half",
        &format!("M{x} {top}A{radius} {radius} 0 0 0 {x} {bottom}Z"),
        out,
    );
}

/// The stretches of a line as curves of Bézier, each to its end.
fn spans(places: &[(f64, f64)]) -> Vec<String> {
    let slopes = slopes(places);
    let ends = places.windows(2).zip(slopes.windows(2));
    let span = |(ends, slopes): (&[(f64, f64)], &[f64])| {
        let ((x1, y1), (x2, y2)) = (ends[0], ends[1]);
        let third = (x2 - x1) / 3.0;
        let [a, b] = [y1 + slopes[0] * third, y2 - slopes[1] * third].map(px);
        let [from, to, x2, y2] = [x1 + third, x2 - third, x2, y2].map(px);
        format!("C{from} {a} {to} {b} {x2} {y2}")
    };
    ends.map(span).collect()
}

/// A line, in pieces that rest on the same: the weaker of the evidence at the ends.
fn draw_line(run: &[Point], places: &[(f64, f64)], out: &mut Markup) {
    let mut pieces: Vec<(Evidence, String)> = Vec::new();
    for (at, span) in spans(places).into_iter().enumerate() {
        let evidence = run[at].evidence.min(run[at + 1].evidence);
        match pieces.last_mut() {
            Some((of, piece)) if *of == evidence => piece.push_str(&span),
            _ => {
                let [x, y] = [places[at].0, places[at].1].map(px);
                pieces.push((evidence, format!("M{x} {y}{span}")));
            }
        }
    }
    for (evidence, piece) in pieces {
        let class = match evidence {
            Evidence::Measured => "line",
            Evidence::Observed => "line dashed",
            Evidence::Assumed => "line dotted",
        };
        path(class, &piece, out);
    }
}

/// More columns than this have no room for their names, but for those of Moments of Truth.
const NAMED: usize = 48;

/// A curve with all that tells where its points stand: stages above, touchpoints below.
pub(in crate::exchange) struct Overview<'o> {
    /// All of it.
    pub(in crate::exchange) frame: Frame,
    /// The columns.
    pub(in crate::exchange) columns: &'o [Column<'o>],
    /// The ends of emotion.
    pub(in crate::exchange) scale: Scale,
}

impl Overview<'_> {
    /// Room for the scale, the stages, and the names of the touchpoints.
    const LEFT: f64 = 84.0;
    const TOP: f64 = 92.0;
    const BOTTOM: f64 = 196.0;

    /// Where its curves are drawn.
    pub(in crate::exchange) fn plot(&self) -> Plot {
        let Frame {
            x,
            y,
            width,
            height,
        } = self.frame;
        Plot {
            frame: Frame {
                x: x + Self::LEFT,
                y: y + Self::TOP,
                width: width - Self::LEFT,
                height: height - Self::TOP - Self::BOTTOM,
            },
            columns: self.columns.len(),
            scale: self.scale,
        }
    }

    /// Draws it, and these curves in it; the last one is seen whole.
    pub(in crate::exchange) fn draw(&self, curves: &[(&Curve, &'static str)], out: &mut Markup) {
        let plot = self.plot();
        self.draw_stages(&plot, out);
        plot.draw_scale(out);
        for (curve, class) in curves {
            plot.draw(curve, class, out);
        }
        plot.draw_moments(self.columns, self.frame.y + 62.0, out);
        self.draw_names(&plot, out);
    }

    fn draw_stages(&self, plot: &Plot, out: &mut Markup) {
        let mut at = 0;
        for (nth, stage) in self.stages().enumerate() {
            let band = Frame {
                x: plot.left(at),
                y: self.frame.y,
                width: plot.width() * stage.len() as f64,
                height: self.frame.height - Self::BOTTOM + 26.0,
            };
            rect(if nth % 2 == 0 { "band" } else { "band other" }, band, out);
            let columns = ((band.width - 14.0) / 8.8).max(1.0) as usize;
            let name = stage[0].stage.name.replace('\n', " ");
            for (row, words) in wrap_to(&name, columns, 2).iter().enumerate() {
                let y = self.frame.y + 21.0 + 17.0 * row as f64;
                label("stage", (band.x + 10.0, y), words, out);
            }
            at += stage.len();
        }
    }

    fn stages(&self) -> impl Iterator<Item = &[Column<'_>]> {
        self.columns
            .chunk_by(|one, other| std::ptr::eq(one.stage, other.stage))
    }

    fn draw_names(&self, plot: &Plot, out: &mut Markup) {
        let y = plot.frame.y + plot.frame.height + 40.0;
        for (at, column) in self.columns.iter().enumerate() {
            let Some(touchpoint) = column.touchpoint else {
                continue;
            };
            let is_moment = touchpoint.moment_of_truth.is_some();
            if self.columns.len() > NAMED && !is_moment {
                continue;
            }
            let font = match is_moment {
                true => Font::bold("name is-moment", NAME),
                false => Font::plain("name", NAME),
            };
            let name = font.fit(&touchpoint.name, Self::BOTTOM - 26.0, 1);
            name.draw_rising((plot.x(at) + 4.0, y), out);
        }
    }
}

/// The letters of a name below a curve.
const NAME: f64 = 12.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn touchpoint(emotion: Option<i64>, path: Option<&str>) -> Touchpoint {
        Touchpoint {
            emotion,
            path: path.map(str::to_owned),
            ..Touchpoint::default()
        }
    }

    #[test]
    fn what_is_unknown_parts_the_line_and_another_path_does_not() {
        let all = [
            touchpoint(Some(1), None),
            touchpoint(Some(2), Some("app")),
            touchpoint(Some(0), None),
            touchpoint(None, None),
            touchpoint(Some(-1), None),
        ];
        let found = curve(all.iter().enumerate().map(|(at, it)| (at, it, true)));
        let columns = |points: &[Point]| points.iter().map(|it| it.column).collect::<Vec<_>>();
        let runs: Vec<_> = found.runs.iter().map(|run| columns(run)).collect();
        assert_eq!(
            (runs, columns(&found.beside)),
            (vec![vec![0, 2], vec![4]], vec![1])
        );
    }

    #[test]
    fn a_stretch_rests_on_the_weaker_of_its_ends() {
        let point = |column, evidence| Point {
            column,
            emotion: 0,
            evidence,
        };
        use Evidence::{Assumed, Measured, Observed};
        let run = [Measured, Measured, Observed, Assumed].map(|it| point(0, it));
        let places = [(0.0, 0.0), (3.0, 3.0), (6.0, 0.0), (9.0, 0.0)];
        let mut out = Markup::default();
        draw_line(&run, &places, &mut out);
        let text = out.finish();
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                "<path class=\"line\" d=\"M0 0C1 1 2 3 3 3\"/>",
                "<path class=\"line dashed\" d=\"M3 3C4 3 5 0 6 0\"/>",
                "<path class=\"line dotted\" d=\"M6 0C7 0 8 0 9 0\"/>",
            ]
        );
    }
}
