//! The sign of a change of owner, by how it is agreed. Knows no app.

use super::theme::Theme;
use crate::journey::handovers::State;
use ratatui::style::Style;

/// One column wide, with its style.
pub(super) fn sign(state: State, theme: &Theme) -> (&'static str, Style) {
    match state {
        State::Agreed => ("✓", theme.good),
        State::Open => ("○", theme.warn),
        State::Missing => ("?", theme.warn),
        State::Broken => ("╳", theme.bad),
    }
}
