//! The font that ships: DejaVu, which has the letters of Europe and the signs of the pictures. Fonts
//! of the system are left alone, since with them a file would differ from machine to machine.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use resvg::usvg::fontdb::Database;
use ttf_parser::Face;

const FACES: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/DejaVuSans.ttf"),
    include_bytes!("../../../assets/fonts/DejaVuSans-Bold.ttf"),
    include_bytes!("../../../assets/fonts/DejaVuSerif-Bold.ttf"),
];

/// So many letters are named.
const NAMED: usize = 20;

/// The fonts that texts may be in.
pub(super) fn shipped() -> Arc<Database> {
    static SHIPPED: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut fonts = Database::new();
        for face in FACES {
            fonts.load_font_data(face.to_vec());
        }
        fonts.set_sans_serif_family("DejaVu Sans");
        fonts.set_serif_family("DejaVu Serif");
        Arc::new(fonts)
    };
    Arc::clone(SHIPPED.get_or_init(load))
}

/// The letters of a text that no font has, each once, the first of them.
pub(super) fn lacking(text: &str) -> String {
    let faces: Vec<Face<'_>> = FACES.iter().flat_map(|it| Face::parse(it, 0)).collect();
    let has = |c: char| faces.iter().any(|it| it.glyph_index(c).is_some());
    let letters: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    let lacking = letters.into_iter().filter(|c| !has(*c)).take(NAMED);
    lacking.map(String::from).collect::<Vec<_>>().join(" ")
}
