//! Named styles. Every part of a screen asks for a role, never for a colour.
//!
//! Colours are those of the 256-colour palette above the first 16, which terminals leave alone,
//! on a background of our own, so that the contrast is the same everywhere.

use crate::app::look::Look;
use ratatui::style::{Color, Modifier, Style};

/// One style for each role on screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// The whole screen.
    pub base: Style,
    /// Every second lane.
    pub stripe: Style,
    /// What people wrote.
    pub text: Style,
    /// Said in passing: counts, hints, units.
    pub dim: Style,
    /// Lines between parts, and the dots of empty cells.
    pub border: Style,
    /// Names of touchpoints, titles.
    pub heading: Style,
    /// Names of lanes and fields.
    pub label: Style,
    /// Stages, turn by turn.
    pub bands: [Style; 2],
    /// What fills the rest of a band.
    pub band_fill: char,
    /// The cell, band or entry under the cursor.
    pub cursor: Style,
    /// The bar at the left of the cursor.
    pub cursor_bar: Style,
    /// The cursor while another part of the screen has the keys, and what is selected.
    pub selection: Style,
    /// What a search has found, besides its line.
    pub found: Style,
    /// Moments of Truth.
    pub moment: Style,
    /// Better than expected, reached.
    pub good: Style,
    /// Worse than expected, missed.
    pub bad: Style,
    /// Needs a look.
    pub warn: Style,
    /// The emotion curve.
    pub curve: Style,
    /// The curves of a second and a third persona.
    pub others: [Style; 2],
    /// The curve where it rests on assumptions.
    pub curve_assumed: Style,
    /// Numbers and the middle line of a chart.
    pub axis: Style,
    /// What customers say.
    pub quote: Style,
    /// Keys in the footer and in help.
    pub key: Style,
    /// What those keys do.
    pub key_text: Style,
    /// Messages of failure.
    pub error: Style,
}

impl Theme {
    /// The styles of a look.
    pub fn of(look: Look) -> &'static Theme {
        match look {
            Look::Dark => &DARK,
            Look::Light => &LIGHT,
            Look::Contrast => &CONTRAST,
            Look::Sixteen => &SIXTEEN,
            Look::Mono => &MONO,
        }
    }
}

const PLAIN_STYLE: Style = Style::new();
/// Not as dim as a line it may be drawn over.
const BRIGHT: Style = Style::new().remove_modifier(Modifier::DIM);
const RESET: Style = Style::new().fg(Color::Reset).bg(Color::Reset);

const fn fg(index: u8) -> Style {
    Style::new().fg(Color::Indexed(index))
}

const fn on(bg: u8, fg: u8) -> Style {
    Style::new().fg(Color::Indexed(fg)).bg(Color::Indexed(bg))
}

/// Light on dark.
pub static DARK: Theme = Theme {
    base: on(234, 252),
    stripe: Style::new().bg(Color::Indexed(235)),
    text: fg(252),
    dim: fg(247),
    border: fg(239),
    heading: fg(231).add_modifier(Modifier::BOLD),
    label: fg(110),
    bands: [
        on(24, 231).add_modifier(Modifier::BOLD),
        on(60, 231).add_modifier(Modifier::BOLD),
    ],
    band_fill: ' ',
    cursor: on(153, 16),
    cursor_bar: on(153, 24),
    selection: on(239, 231),
    found: on(220, 16).add_modifier(Modifier::BOLD),
    moment: fg(220).add_modifier(Modifier::BOLD),
    good: fg(114),
    bad: fg(210),
    warn: fg(221),
    curve: fg(80),
    others: [fg(215), fg(183)],
    curve_assumed: fg(247),
    axis: fg(247),
    quote: fg(187).add_modifier(Modifier::ITALIC),
    key: fg(220).add_modifier(Modifier::BOLD),
    key_text: fg(250),
    error: on(88, 231).add_modifier(Modifier::BOLD),
};

/// Dark on light.
pub static LIGHT: Theme = Theme {
    base: on(231, 235),
    stripe: Style::new().bg(Color::Indexed(255)),
    text: fg(235),
    dim: fg(240),
    border: fg(249),
    heading: fg(16).add_modifier(Modifier::BOLD),
    label: fg(24),
    bands: [
        on(24, 231).add_modifier(Modifier::BOLD),
        on(60, 231).add_modifier(Modifier::BOLD),
    ],
    band_fill: ' ',
    cursor: on(236, 231),
    cursor_bar: on(236, 220),
    selection: on(252, 16),
    found: on(220, 16).add_modifier(Modifier::BOLD),
    moment: fg(94).add_modifier(Modifier::BOLD),
    good: fg(22),
    bad: fg(124),
    warn: fg(94),
    curve: fg(25),
    others: [fg(125), fg(55)],
    curve_assumed: fg(241),
    axis: fg(241),
    quote: fg(58).add_modifier(Modifier::ITALIC),
    key: fg(88).add_modifier(Modifier::BOLD),
    key_text: fg(238),
    error: on(124, 231).add_modifier(Modifier::BOLD),
};

/// White and strong colours on black: at least 7:1 (WCAG 2.2, level AAA).
pub static CONTRAST: Theme = Theme {
    base: on(16, 231),
    stripe: Style::new().bg(Color::Indexed(232)),
    text: fg(231),
    dim: fg(252),
    border: fg(244),
    heading: fg(231).add_modifier(Modifier::BOLD),
    label: fg(159),
    bands: [
        on(231, 16).add_modifier(Modifier::BOLD),
        on(159, 16).add_modifier(Modifier::BOLD),
    ],
    band_fill: ' ',
    cursor: on(226, 16).add_modifier(Modifier::BOLD),
    cursor_bar: on(226, 16),
    selection: on(238, 231).add_modifier(Modifier::UNDERLINED),
    found: on(219, 16).add_modifier(Modifier::BOLD),
    moment: fg(226).add_modifier(Modifier::BOLD),
    good: fg(120),
    bad: fg(217).add_modifier(Modifier::BOLD),
    warn: fg(228),
    curve: fg(123),
    others: [fg(215), fg(219)],
    curve_assumed: fg(252),
    axis: fg(252),
    quote: fg(230).add_modifier(Modifier::ITALIC),
    key: fg(226).add_modifier(Modifier::BOLD),
    key_text: fg(231),
    error: on(224, 16).add_modifier(Modifier::BOLD),
};

/// The sixteen colours that every terminal has, on its black.
pub static SIXTEEN: Theme = Theme {
    base: on(0, 7),
    stripe: PLAIN_STYLE,
    text: fg(7),
    dim: fg(7),
    border: fg(8),
    heading: fg(15).add_modifier(Modifier::BOLD),
    label: fg(14),
    bands: [
        on(4, 15).add_modifier(Modifier::BOLD),
        on(6, 0).add_modifier(Modifier::BOLD),
    ],
    band_fill: ' ',
    cursor: on(7, 0),
    cursor_bar: on(7, 0),
    selection: on(4, 15),
    found: on(11, 0).add_modifier(Modifier::BOLD),
    moment: fg(11).add_modifier(Modifier::BOLD),
    good: fg(10),
    bad: fg(9).add_modifier(Modifier::BOLD),
    warn: fg(11),
    curve: fg(14),
    others: [fg(13), fg(10)],
    curve_assumed: fg(7),
    axis: fg(7),
    quote: fg(15).add_modifier(Modifier::ITALIC),
    key: fg(11).add_modifier(Modifier::BOLD),
    key_text: fg(7),
    error: on(1, 15).add_modifier(Modifier::BOLD),
};

/// The terminal's own two colours and modifiers only, for `NO_COLOR`. Reversed is the cursor alone.
pub static MONO: Theme = Theme {
    base: RESET,
    stripe: PLAIN_STYLE,
    text: BRIGHT,
    dim: BRIGHT,
    border: PLAIN_STYLE.add_modifier(Modifier::DIM),
    heading: BRIGHT.add_modifier(Modifier::BOLD),
    label: BRIGHT.add_modifier(Modifier::BOLD),
    bands: [
        BRIGHT
            .add_modifier(Modifier::UNDERLINED)
            .add_modifier(Modifier::BOLD),
        BRIGHT.add_modifier(Modifier::UNDERLINED),
    ],
    band_fill: ' ',
    cursor: BRIGHT.add_modifier(Modifier::REVERSED),
    cursor_bar: BRIGHT,
    selection: BRIGHT.add_modifier(Modifier::UNDERLINED),
    found: BRIGHT.add_modifier(Modifier::BOLD),
    moment: BRIGHT.add_modifier(Modifier::BOLD),
    good: BRIGHT,
    bad: BRIGHT.add_modifier(Modifier::BOLD),
    warn: BRIGHT.add_modifier(Modifier::BOLD),
    curve: BRIGHT,
    others: [BRIGHT, BRIGHT],
    curve_assumed: BRIGHT,
    axis: PLAIN_STYLE.add_modifier(Modifier::DIM),
    quote: BRIGHT.add_modifier(Modifier::ITALIC),
    key: BRIGHT.add_modifier(Modifier::BOLD),
    key_text: BRIGHT,
    error: BRIGHT
        .add_modifier(Modifier::REVERSED)
        .add_modifier(Modifier::BOLD),
};

/// No style at all, for text on stdout: bands show as lines.
pub static PLAIN: Theme = Theme {
    base: PLAIN_STYLE,
    stripe: PLAIN_STYLE,
    text: PLAIN_STYLE,
    dim: PLAIN_STYLE,
    border: PLAIN_STYLE,
    heading: PLAIN_STYLE,
    label: PLAIN_STYLE,
    bands: [PLAIN_STYLE; 2],
    band_fill: '━',
    cursor: PLAIN_STYLE,
    cursor_bar: PLAIN_STYLE,
    selection: PLAIN_STYLE,
    found: PLAIN_STYLE,
    moment: PLAIN_STYLE,
    good: PLAIN_STYLE,
    bad: PLAIN_STYLE,
    warn: PLAIN_STYLE,
    curve: PLAIN_STYLE,
    others: [PLAIN_STYLE; 2],
    curve_assumed: PLAIN_STYLE,
    axis: PLAIN_STYLE,
    quote: PLAIN_STYLE,
    key: PLAIN_STYLE,
    key_text: PLAIN_STYLE,
    error: PLAIN_STYLE,
};

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    impl Theme {
        /// Styles of text that stands on the base and on every second lane.
        fn on_base(&self) -> Vec<(&'static str, Style)> {
            vec![
                ("text", self.text),
                ("dim", self.dim),
                ("heading", self.heading),
                ("label", self.label),
                ("moment", self.moment),
                ("good", self.good),
                ("bad", self.bad),
                ("warn", self.warn),
                ("curve", self.curve),
                ("second curve", self.others[0]),
                ("third curve", self.others[1]),
                ("curve_assumed", self.curve_assumed),
                ("axis", self.axis),
                ("quote", self.quote),
                ("key", self.key),
                ("key_text", self.key_text),
            ]
        }

        /// Styles with a background of their own.
        fn filled(&self) -> Vec<(&'static str, Style)> {
            vec![
                ("band 1", self.bands[0]),
                ("band 2", self.bands[1]),
                ("cursor", self.cursor),
                ("cursor bar", self.cursor_bar),
                ("selection", self.selection),
                ("found", self.found),
                ("error", self.error),
            ]
        }
    }

    /// The first sixteen colours, as xterm and as the console of a PC have them.
    pub(in crate::view) const SIXTEENS: [[u32; 16]; 2] = [
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ];

    /// Red, green and blue: of the fixed palette above the first sixteen, and of those.
    fn rgb(color: Option<Color>, sixteen: &[u32; 16]) -> [f64; 3] {
        let Some(Color::Indexed(index)) = color else {
            panic!("not a colour of the palette: {color:?}");
        };
        let level = |step: u8| match step {
            0 => 0.0,
            _ => 55.0 + 40.0 * f64::from(step),
        };
        match index {
            0..16 => {
                let [_, r, g, b] = sixteen[usize::from(index)].to_be_bytes();
                [r, g, b].map(f64::from)
            }
            232.. => [8.0 + 10.0 * f64::from(index - 232); 3],
            _ => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(level),
        }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(rgb: [f64; 3]) -> f64 {
        let [r, g, b] = rgb.map(|channel| {
            let c = channel / 255.0;
            match c <= 0.04045 {
                true => c / 12.92,
                false => ((c + 0.055) / 1.055).powf(2.4),
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    pub(in crate::view) fn contrast(
        a: Option<Color>,
        b: Option<Color>,
        sixteen: &[u32; 16],
    ) -> f64 {
        let [a, b] = [a, b].map(|color| luminance(rgb(color, sixteen)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// All pairs of colours that text is seen in.
    fn pairs(theme: &Theme) -> Vec<(&'static str, Option<Color>, Option<Color>)> {
        let grounds = [theme.base.bg, theme.stripe.bg.or(theme.base.bg)];
        let on_base = theme.on_base().into_iter();
        let on_base = on_base.flat_map(|(role, style)| grounds.map(|bg| (role, style.fg, bg)));
        let filled = theme.filled().into_iter();
        on_base
            .chain(filled.map(|(role, style)| (role, style.fg, style.bg)))
            .collect()
    }

    #[test]
    fn all_text_can_be_read_on_a_projector() {
        let least = [
            (&DARK, 4.5),
            (&LIGHT, 4.5),
            (&CONTRAST, 7.0),
            (&SIXTEEN, 4.5),
        ];
        for (at, (theme, least)) in least.into_iter().enumerate() {
            for (role, fg, bg) in pairs(theme) {
                for sixteen in &SIXTEENS {
                    let contrast = contrast(fg, bg, sixteen);
                    assert!(contrast >= least, "theme {at}, {role}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn without_colours_there_are_no_colours() {
        let styles = MONO.on_base().into_iter().chain(MONO.filled());
        for (role, style) in styles.chain([("base", MONO.base), ("border", MONO.border)]) {
            let plain = [None, Some(Color::Reset)];
            assert!(
                plain.contains(&style.fg) && plain.contains(&style.bg),
                "{role}"
            );
        }
    }
}
