//! Pictures for print: PDF and PNG out of the SVG of [`super::svg`], with the font that ships, so that
//! the same journey gives the same bytes on every machine. Knows nothing of what a picture shows.

mod font;
mod pdf;
mod png;
#[cfg(test)]
mod tests;

use resvg::usvg::{Options, Tree};

use super::export::{Export, Exported, Part, Unprintable};
use super::html::{own, tag};
use super::svg::{keeps, pages, svg};
use crate::i18n::{self as w, Lang};

/// This part of a journey on pages of paper; texts stay texts.
///
/// # Errors
/// The libraries that draw refuse.
pub(super) fn pdf(exported: &Exported<'_>, part: Part) -> Result<Export, Unprintable> {
    let pages = pages(exported, part);
    let trees = pages.iter().map(|it| tree(it));
    let trees = trees.collect::<Result<Vec<_>, _>>()?;
    let journey = &exported.parsed.journey;
    let about = pdf::About {
        title: &journey.title,
        lang: match own(journey.language.as_deref(), exported.lang) {
            "" => tag(exported.lang),
            own => own,
        },
        paper: exported.sheet.paper,
    };
    let bytes = pdf::document(&trees, &about)?;
    Ok(made(bytes, &pages.concat(), part, exported.lang))
}

/// This part of a journey in dots.
///
/// # Errors
/// It is too large for that, or the libraries that draw refuse.
pub(super) fn png(exported: &Exported<'_>, part: Part) -> Result<Export, Unprintable> {
    let picture = String::from_utf8(svg(exported, part).bytes).unwrap_or_default();
    let bytes = png::picture(&tree(&picture)?)?;
    Ok(made(bytes, &picture, part, exported.lang))
}

fn tree(svg: &str) -> Result<Tree, Unprintable> {
    let options = Options {
        fontdb: font::shipped(),
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|it| Unprintable::Drawing(it.to_string()))
}

/// What came of it, and what of the text has no letter in the font.
fn made(bytes: Vec<u8>, texts: &str, part: Part, lang: Lang) -> Export {
    let lacking = font::lacking(texts);
    let lacking = (!lacking.is_empty()).then(|| w::export_letters_lack(lang, &lacking));
    let left_out = [keeps(part, lang).to_owned()].into_iter().chain(lacking);
    Export {
        bytes,
        left_out: left_out.collect(),
    }
}
