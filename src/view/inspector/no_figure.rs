//! Why readings make no figure, in words.

use crate::i18n::number;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::Kind;
use crate::journey::figure::Misfit;
use crate::journey::metric::Count;
use crate::journey::total::NoFigure;

/// Why the readings of a period make no figure.
pub(super) fn no_figure(reason: &NoFigure, lang: Lang) -> String {
    let (segment, text) = match reason {
        NoFigure::Misfit { segment, misfit } => (segment, why(misfit, lang)),
        NoFigure::Twice { segment } => (segment, w::no_figure_twice(lang).to_owned()),
        NoFigure::NotAddable { segment } => (segment, w::no_figure_not_addable(lang).to_owned()),
    };
    match segment {
        Some(segment) => w::no_figure_in(lang, segment, &text),
        None => text,
    }
}

/// Why the numbers of a reading do not fit its metric.
pub(super) fn why(misfit: &Misfit, lang: Lang) -> String {
    let name = |count: Count| word(count, lang);
    match *misfit {
        Misfit::Missing(count) => w::no_figure_missing(lang, name(count)),
        Misfit::Surplus(count) => w::no_figure_surplus(lang, name(count)),
        Misfit::NotWhole(count) => w::no_figure_not_whole(lang, name(count)),
        Misfit::OutOfRange { count, low, high } => {
            let (low, high) = (number::figure(lang, low), number::figure(lang, high));
            w::no_figure_out_of_range(lang, name(count), &low, &high)
        }
        Misfit::Exceeds { part, whole } => w::no_figure_exceeds(lang, name(part), name(whole)),
        Misfit::KeptExceedsStart => w::no_figure_kept(lang).to_owned(),
        Misfit::Empty => w::no_figure_empty(lang).to_owned(),
        Misfit::Census => w::no_figure_census(lang).to_owned(),
    }
}

/// What the field of a count is called.
fn word(count: Count, lang: Lang) -> &'static str {
    let field = Kind::Reading.field(count.name());
    field.map_or(count.name(), |field| (field.word)(lang))
}
