//! Pictures as the pages of a PDF. Knows neither journeys nor fonts.

use krilla::Document;
use krilla::error::KrillaError;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use super::super::export::{Paper, Unprintable};

/// What a document says of itself.
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    /// The tag of its language.
    pub(super) lang: &'a str,
    pub(super) paper: Paper,
}

/// A document with a page a picture.
///
/// # Errors
/// A picture cannot be drawn.
pub(super) fn document(pictures: &[Tree], about: &About<'_>) -> Result<Vec<u8>, Unprintable> {
    let mut pdf = Document::new();
    for picture in pictures {
        page(&mut pdf, picture, about.paper)
            .ok_or_else(|| Unprintable::Drawing("a picture without size".to_owned()))?;
    }
    let said = Metadata::new()
        .title(about.title.to_owned())
        .language(about.lang.to_owned())
        .producer("touchline".to_owned());
    pdf.set_metadata(said);
    pdf.finish().map_err(|it| Unprintable::Drawing(why(it)))
}

/// In words of the library; a font says no more of itself than that.
fn why(error: KrillaError) -> String {
    match error {
        KrillaError::Font(_, why) => why,
        other => format!("{other:?}"),
    }
}

/// Adds a page that a picture fills.
fn page(pdf: &mut Document, picture: &Tree, paper: Paper) -> Option<()> {
    let (width, height) = points(paper);
    let size = Size::from_wh(width, height)?;
    let mut page = pdf.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let drawn = surface.draw_svg(picture, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn
}

/// Width and height of paper laid across, in points of 1/72 inch.
fn points(paper: Paper) -> (f32, f32) {
    match paper {
        Paper::A4 => (841.89, 595.28),
        Paper::A3 => (1190.55, 841.89),
        Paper::Slide => (960.0, 540.0),
    }
}
