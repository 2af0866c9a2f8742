//! What must hold for any bytes: one function a fuzz target, which panics where it does not.
//!
//! libFuzzer calls them through `fuzz_targets/`; `tests/corpus.rs` of the program calls them with
//! every file of `corpus/`, so that a plain `cargo test` notices when something once mended breaks
//! again. Inputs of several parts are parted by zero bytes.

mod capture;
mod edits;
mod fmt;
mod map;
mod merge;
mod minutes;
mod read;
mod recovery;
mod sanitize;
mod screens;
mod settings;
mod supply;
mod survey;

pub use capture::capture;
pub use edits::edits;
pub use fmt::fmt;
pub use map::map;
pub use merge::merge;
pub use minutes::minutes;
pub use read::read;
pub use recovery::recovery;
pub use sanitize::sanitize;
pub use screens::screens;
pub use settings::settings;
pub use survey::survey;

use touchline::journey::Context;
use touchline::journey::check::Neighbour;

/// A target: its name, and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 12] = [
    ("capture", capture),
    ("edits", edits),
    ("fmt", fmt),
    ("map", map),
    ("merge", merge),
    ("minutes", minutes),
    ("read", read),
    ("recovery", recovery),
    ("sanitize", sanitize),
    ("screens", screens),
    ("settings", settings),
    ("survey", survey),
];

/// What files are read with.
fn context() -> Context {
    Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}

/// What safety.md forbids on a terminal, spelled apart from the code under test.
fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        || "\u{61C}\u{200E}\u{200F}\u{200B}\u{2060}\u{FEFF}\u{180E}\u{AD}".contains(c)
}
