//! Drawings of a journey in SVG, as parts of a page or of a picture. Their colours come from the
//! style sheet around them, by class. Knows no file.

pub(super) mod curve;
pub(super) mod fit;
pub(super) mod quadrants;
pub(super) mod sparkline;

use super::markup::{Attributes, Markup, px};

/// Where something stands in a drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A line from one point to another.
pub(super) fn line(class: &str, [x1, y1, x2, y2]: [f64; 4], out: &mut Markup) {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(px);
    let places: Attributes<'_> = &[
        ("class", class),
        ("x1", &x1),
        ("y1", &y1),
        ("x2", &x2),
        ("y2", &y2),
    ];
    out.empty("line", places);
}

/// A rectangle.
pub(super) fn rect(class: &str, frame: Frame, out: &mut Markup) {
    let Frame {
        x,
        y,
        width,
        height,
    } = frame;
    let [x, y, width, height] = [x, y, width, height].map(px);
    let places: Attributes<'_> = &[
        ("class", class),
        ("x", &x),
        ("y", &y),
        ("width", &width),
        ("height", &height),
    ];
    out.empty("rect", places);
}

/// A circle.
fn circle(class: &str, (x, y): (f64, f64), radius: f64, out: &mut Markup) {
    let [x, y, radius] = [x, y, radius].map(px);
    let places: Attributes<'_> = &[("class", class), ("cx", &x), ("cy", &y), ("r", &radius)];
    out.empty("circle", places);
}

/// A text; the class says its size and where it is anchored.
pub(super) fn label(class: &str, (x, y): (f64, f64), text: &str, out: &mut Markup) {
    let [x, y] = [x, y].map(px);
    out.element("text", &[("class", class), ("x", &x), ("y", &y)], text);
    out.ours("\n");
}

/// A line of any form.
fn path(class: &str, d: &str, out: &mut Markup) {
    out.empty("path", &[("class", class), ("d", d)]);
}

/// The sign of a Moment of Truth.
pub(super) fn diamond((x, y): (f64, f64), radius: f64, out: &mut Markup) {
    let [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius].map(px);
    let [x, y] = [x, y].map(px);
    path(
        "moment",
        &format!("M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z"),
        out,
    );
}
