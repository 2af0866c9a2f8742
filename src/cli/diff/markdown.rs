//! A comparison as Markdown, for a comment on a pull request.

use super::{Compared, names, remark};
use crate::exchange::markdown::{COMMENT, escaped, subject};
use crate::i18n::differences::Section;
use crate::i18n::{self, Lang};

/// A section with more differences than this is folded.
const FOLDED: usize = 8;

pub(super) fn text(compared: &Compared<'_>, lang: Lang) -> String {
    let mut text = format!("### {}\n\n", escaped(&compared.title));
    text += &format!("{}\n", escaped(&names(compared.pair)));
    if let Some(remark) = remark(compared, lang) {
        text += &format!("\n{}\n", escaped(&remark));
    }
    text.extend(compared.sections.iter().map(|it| section(it, lang)));
    text
}

fn section(section: &Section, lang: Lang) -> String {
    let heading = escaped(&section.heading);
    let list: String = section
        .subjects
        .iter()
        .map(|it| subject(it, &COMMENT))
        .collect();
    let count = section.subjects.iter().map(|it| it.told.len()).sum();
    if count <= FOLDED {
        return format!("\n**{heading}**\n\n{list}");
    }
    let summary = i18n::diff_changes(lang, &heading, count);
    format!("\n<details>\n<summary>{summary}</summary>\n\n{list}\n</details>\n")
}
