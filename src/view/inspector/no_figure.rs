//! Why readings make no figure, in words.

use crate::i18n::{self as w, Lang};
use crate::journey::total::NoFigure;

/// Why the readings of a period make no figure.
pub(super) fn no_figure(reason: &NoFigure, lang: Lang) -> String {
    let (segment, text) = match reason {
        NoFigure::Misfit { segment, misfit } => (segment, w::misfit(lang, *misfit)),
        NoFigure::Twice { segment } => (segment, w::no_figure_twice(lang).to_owned()),
        NoFigure::NotAddable { segment } => (segment, w::no_figure_not_addable(lang).to_owned()),
    };
    match segment {
        Some(segment) => format!("{segment}: {text}"),
        None => text,
    }
}
