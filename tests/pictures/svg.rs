//! The screen of a terminal as a picture. Lines, blocks and Braille are drawn as shapes, so that
//! they join whatever font a reader has; all else is text.

use std::fmt::Write;

use vt100::{Cell, Color, Screen};

/// Pixels of a cell.
const WIDE: f32 = 9.0;
const HIGH: f32 = 18.0;

/// Where text stands in a cell.
const BASELINE: f32 = 13.5;

/// Pixels around the screen.
const EDGE: f32 = 10.0;

/// The colours of a terminal that the program leaves alone.
const GROUND: u32 = 0x1c_1c_1c;
const TEXT: u32 = 0xd0_d0_d0;

/// The picture of a screen.
pub(crate) fn svg(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let (width, height) = (
        f32::from(columns) * WIDE + 2.0 * EDGE,
        f32::from(rows) * HIGH + 2.0 * EDGE,
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"15\">\n<style>rect{{shape-rendering:crispEdges}}</style>\n<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        hex(GROUND)
    );
    for row in 0..rows {
        draw_row(screen, row, &mut svg);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Cells next to each other that look alike.
struct Run {
    column: u16,
    columns: u16,
    look: Look,
    text: String,
}

#[derive(Clone, Copy, PartialEq)]
struct Look {
    text: u32,
    ground: u32,
    bold: bool,
    italic: bool,
    underline: bool,
}

impl Look {
    fn of(cell: &Cell) -> Look {
        let (text, ground) = (rgb(cell.fgcolor(), TEXT), rgb(cell.bgcolor(), GROUND));
        let (text, ground) = match cell.inverse() {
            true => (ground, text),
            false => (text, ground),
        };
        Look {
            text: if cell.dim() { mix(text, ground) } else { text },
            ground,
            bold: cell.bold(),
            italic: cell.italic(),
            underline: cell.underline(),
        }
    }
}

fn draw_row(screen: &Screen, row: u16, svg: &mut String) {
    let y = EDGE + f32::from(row) * HIGH;
    let runs = runs(screen, row);
    for ground in runs.chunk_by(|one, next| one.look.ground == next.look.ground) {
        if ground[0].look.ground != GROUND {
            let columns: u16 = ground.iter().map(|run| run.columns).sum();
            let x = x_of(ground[0].column);
            rect(
                svg,
                (x, y),
                (f32::from(columns) * WIDE, HIGH),
                ground[0].look.ground,
            );
        }
    }
    for run in &runs {
        draw_run(run, y, svg);
    }
}

/// The cells of a row, each shape a run of its own.
fn runs(screen: &Screen, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..screen.size().1.get() {
        let Some(cell) = screen.cell(row, column) else {
            continue;
        };
        if cell.is_wide_continuation() {
            continue;
        }
        let text = if cell.has_contents() {
            cell.contents()
        } else {
            " "
        };
        let look = Look::of(cell);
        let columns = if cell.is_wide() { 2 } else { 1 };
        match runs.last_mut() {
            Some(last) if last.look == look && is_plain(text) && is_plain(&last.text) => {
                last.text.push_str(text);
                last.columns += columns;
            }
            _ => runs.push(Run {
                column,
                columns,
                look,
                text: text.to_owned(),
            }),
        }
    }
    runs
}

/// Letters that every font of one width has.
fn is_plain(text: &str) -> bool {
    text.chars()
        .all(|it| it < '\u{250}' || ('\u{2010}'..'\u{2027}').contains(&it))
}

fn draw_run(run: &Run, y: f32, svg: &mut String) {
    let first = run.text.chars().next().unwrap_or(' ');
    let x = x_of(run.column);
    match first {
        '\u{2800}'..='\u{28ff}' => braille(svg, (x, y), first, run.look.text),
        _ if shape(svg, (x, y), first, run.look.text) => {}
        _ if run.text.trim().is_empty() && !run.look.underline => {}
        _ => words(svg, run, (x, y)),
    }
}

fn x_of(column: u16) -> f32 {
    EDGE + f32::from(column) * WIDE
}

/// Each stretch of text stands where its cells are, whatever the letters before it take.
fn words(svg: &mut String, run: &Run, (x, y): (f32, f32)) {
    if !is_plain(&run.text) || run.look.underline {
        return text(svg, run, &run.text, (x, y), run.columns);
    }
    let mut column = 0;
    for stretch in run.text.split("  ") {
        let letters = stretch.trim_start();
        let end = column + stretch.chars().count() as u16;
        let columns = letters.chars().count() as u16;
        if columns > 0 {
            let x = x + f32::from(end - columns) * WIDE;
            text(svg, run, letters, (x, y), columns);
        }
        column = end + 2;
    }
}

fn text(svg: &mut String, run: &Run, text: &str, (x, y): (f32, f32), columns: u16) {
    let marks = [
        (run.look.bold, " font-weight=\"bold\""),
        (run.look.italic, " font-style=\"italic\""),
        (run.look.underline, " text-decoration=\"underline\""),
    ];
    let style: String = marks
        .iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, mark)| *mark)
        .collect();
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace(' ', "\u{a0}");
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{}\" fill=\"{}\"{style}>{text}</text>",
        y + BASELINE,
        f32::from(columns) * WIDE,
        hex(run.look.text)
    );
}

fn rect(svg: &mut String, (x, y): (f32, f32), (width, height): (f32, f32), colour: u32) {
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        hex(colour)
    );
}

/// Dots of a Braille cell, bit by bit: column and row.
const DOTS: [(f32, f32); 8] = [
    (0.0, 0.0),
    (0.0, 1.0),
    (0.0, 2.0),
    (1.0, 0.0),
    (1.0, 1.0),
    (1.0, 2.0),
    (0.0, 3.0),
    (1.0, 3.0),
];

fn braille(svg: &mut String, (x, y): (f32, f32), sign: char, colour: u32) {
    let bits = sign as u32 - 0x2800;
    let mut path = String::new();
    for (bit, (across, down)) in DOTS.iter().enumerate() {
        if bits & (1 << bit) != 0 {
            let (x, y) = (
                x + WIDE * (0.25 + 0.5 * across),
                y + HIGH * (0.125 + 0.25 * down),
            );
            let _ = write!(path, "M{x} {y}h0");
        }
    }
    let _ = writeln!(
        svg,
        "<path d=\"{path}\" stroke=\"{}\" stroke-width=\"2.6\" stroke-linecap=\"round\"/>",
        hex(colour)
    );
}

/// Draws a line or a block; `false` for what is neither.
fn shape(svg: &mut String, (x, y): (f32, f32), sign: char, colour: u32) -> bool {
    let (middle, centre) = (y + HIGH / 2.0, x + WIDE / 2.0);
    let eighths = |block: char| (block as u32 - 0x2580) as f32 / 8.0;
    match sign {
        '─' => rect(svg, (x, middle - 0.5), (WIDE, 1.0), colour),
        '╌' => rect(
            svg,
            (x + WIDE * 0.2, middle - 0.5),
            (WIDE * 0.6, 1.0),
            colour,
        ),
        '━' => rect(svg, (x, middle - 1.0), (WIDE, 2.0), colour),
        '│' => rect(svg, (centre - 0.5, y), (1.0, HIGH), colour),
        '┃' => rect(svg, (centre - 1.0, y), (2.0, HIGH), colour),
        '┼' | '├' | '┤' | '┬' | '┴' | '┌' | '┐' | '└' | '┘' | '╭' | '╮' | '╰' | '╯' =>
        {
            corner(svg, (x, y), sign, colour);
        }
        '█' => rect(svg, (x, y), (WIDE, HIGH), colour),
        '▀' => rect(svg, (x, y), (WIDE, HIGH / 2.0), colour),
        '▁'..='▇' => {
            let height = HIGH * eighths(sign);
            rect(svg, (x, y + HIGH - height), (WIDE, height), colour);
        }
        '▉'..='▏' => {
            let width = WIDE * (0x2590 - sign as u32) as f32 / 8.0;
            rect(svg, (x, y), (width, HIGH), colour);
        }
        '▐' => rect(svg, (centre, y), (WIDE / 2.0, HIGH), colour),
        '▖'..='▟' => quadrants(svg, (x, y), sign, colour),
        _ => return false,
    }
    true
}

fn corner(svg: &mut String, (x, y): (f32, f32), sign: char, colour: u32) {
    let (middle, centre) = (y + HIGH / 2.0, x + WIDE / 2.0);
    let to = |signs: &str| signs.contains(sign);
    if to("┼├┬┴┌└╭╰") {
        rect(svg, (centre, middle - 0.5), (WIDE / 2.0, 1.0), colour);
    }
    if to("┼┤┬┴┐┘╮╯") {
        rect(svg, (x, middle - 0.5), (WIDE / 2.0, 1.0), colour);
    }
    if to("┼├┤┬┌┐╭╮") {
        rect(svg, (centre - 0.5, middle), (1.0, HIGH / 2.0), colour);
    }
    if to("┼├┤┴└┘╰╯") {
        rect(svg, (centre - 0.5, y), (1.0, HIGH / 2.0), colour);
    }
}

/// The quarters of each sign from ▖ on: upper left, upper right, lower left, lower right.
const QUARTERS: [u8; 10] = [
    0b0010, 0b0001, 0b1000, 0b1011, 0b1001, 0b1110, 0b1101, 0b0100, 0b0110, 0b0111,
];

fn quadrants(svg: &mut String, (x, y): (f32, f32), sign: char, colour: u32) {
    let quarters = QUARTERS[(sign as u32 - '▖' as u32) as usize];
    for (bit, (across, down)) in [
        (3, (0.0, 0.0)),
        (2, (0.5, 0.0)),
        (1, (0.0, 0.5)),
        (0, (0.5, 0.5)),
    ] {
        if quarters & (1 << bit) != 0 {
            let at = (x + WIDE * across, y + HIGH * down);
            rect(svg, at, (WIDE / 2.0, HIGH / 2.0), colour);
        }
    }
}

fn hex(colour: u32) -> String {
    format!("#{colour:06x}")
}

/// Halfway between two colours.
fn mix(one: u32, other: u32) -> u32 {
    let half = |shift: u32| (((one >> shift) & 0xff) + ((other >> shift) & 0xff)) / 2;
    half(16) << 16 | half(8) << 8 | half(0)
}

/// The first sixteen colours as xterm has them.
const SIXTEEN: [u32; 16] = [
    0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xe5_e5_e5,
    0x7f_7f_7f, 0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff, 0xff_ff_ff,
];

fn rgb(colour: Color, default: u32) -> u32 {
    match colour {
        Color::Default => default,
        Color::Rgb(red, green, blue) => u32::from_be_bytes([0, red, green, blue]),
        Color::Idx(index) => indexed(u32::from(index)),
    }
}

/// A colour of the palette of 256: sixteen, a cube of 6 × 6 × 6, and greys.
fn indexed(index: u32) -> u32 {
    let level = |step: u32| if step == 0 { 0 } else { 55 + 40 * step };
    match index {
        0..=15 => SIXTEEN[index as usize],
        16..=231 => {
            let cube = index - 16;
            level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
        }
        _ => (8 + 10 * (index - 232)) * 0x01_01_01,
    }
}
