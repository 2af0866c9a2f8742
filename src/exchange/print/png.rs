//! A picture in dots. Knows neither journeys nor fonts.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use super::super::export::Unprintable;

/// Dots a unit of the picture: a slide is 3200 by 1800.
const DENSE: f32 = 2.0;

/// A picture of more dots takes more memory than a machine may have: 400 MB.
const MOST: u64 = 100_000_000;

/// The picture, with as many dots as there can be.
///
/// # Errors
/// Even with few dots it is too large.
pub(super) fn picture(tree: &Tree) -> Result<Vec<u8>, Unprintable> {
    let dots = |dense: f32| {
        let size = tree.size();
        [size.width(), size.height()].map(|it| (it * dense).ceil() as u32)
    };
    let fits = |dense: &f32| dots(*dense).into_iter().map(u64::from).product::<u64>() <= MOST;
    let dense = [DENSE, 1.0].into_iter().find(fits).unwrap_or(1.0);
    let [width, height] = dots(dense);
    let too_large = Unprintable::TooLarge(width, height);
    let map = Pixmap::new(width, height).filter(|_| fits(&dense));
    let mut map = map.ok_or(too_large)?;
    resvg::render(tree, Transform::from_scale(dense, dense), &mut map.as_mut());
    map.encode_png()
        .map_err(|it| Unprintable::Drawing(it.to_string()))
}
