//! Every word a person reads, in English and German (Swiss spelling).
//!
//! One macro makes one plain function per text, with both languages side by side, so the
//! compiler holds them complete. Knows no screen and no file: data in, words out.

mod app;
mod audience;
mod capture;
mod change;
mod changes;
mod cli;
mod commands;
mod compare;
mod config;
mod conflicts;
mod departments;
pub mod differences;
mod drivers;
pub mod explain;
mod export;
mod fields;
pub mod figures;
mod files;
mod filter;
pub mod findings;
mod foreign;
mod git;
mod history;
mod import;
mod import_map;
mod improvements;
mod kinds;
mod lists;
mod lived;
mod log;
mod map;
mod meeting;
mod merge;
pub mod number;
mod portfolio;
mod priorities;
mod recovery;
mod redo;
mod rollup;
mod screens;
mod start;
mod strategy;
mod survey;
mod survey_preview;
mod values;

pub use app::*;
pub use audience::*;
pub use capture::*;
pub use change::*;
pub use changes::*;
pub use cli::*;
pub use commands::*;
pub use compare::*;
pub use config::*;
pub use conflicts::*;
pub use departments::*;
pub use drivers::*;
pub use export::*;
pub use fields::*;
pub use files::*;
pub use filter::*;
pub use findings::{finding, hint, misfit};
pub use foreign::*;
pub use git::*;
pub use history::*;
pub use import::*;
pub use import_map::*;
pub use improvements::*;
pub use kinds::*;
pub use lists::*;
pub use lived::*;
pub use log::*;
pub use map::*;
pub use meeting::*;
pub use merge::*;
pub use number::{date, plain as plain_number, signed_whole, whole};
pub use portfolio::*;
pub use priorities::*;
pub use recovery::*;
pub use redo::*;
pub use rollup::*;
pub use screens::*;
pub use start::*;
pub use strategy::*;
pub use survey::*;
pub use survey_preview::*;
pub use values::InWords;

/// The language of the screens and messages; a map's content keeps its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// German, Swiss spelling.
    De,
}

impl Lang {
    /// The language of a locale such as `de_CH.UTF-8` or a tag such as `de`; English if unknown.
    pub fn from_tag(tag: &str) -> Lang {
        match tag.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("de") => Lang::De,
            _ => Lang::En,
        }
    }
}

/// A text in both languages, chosen late: `word(lang)`.
pub type Word = fn(Lang) -> &'static str;

/// One text as it stands in the source, for the test that looks at all of them.
pub struct Entry {
    /// The function's name.
    pub name: &'static str,
    /// English text or template.
    pub en: &'static str,
    /// German text or template.
    pub de: &'static str,
}

/// Makes `fn name(lang, args…) -> …` from `name(args…): "English", "German";` and lists all
/// texts of the module in `ENTRIES`.
macro_rules! texts {
    (@one $name:ident () $en:literal $de:literal) => {
        #[doc = concat!("“", $en, "”")]
        pub fn $name(lang: $crate::i18n::Lang) -> &'static str {
            match lang {
                $crate::i18n::Lang::En => $en,
                $crate::i18n::Lang::De => $de,
            }
        }
    };
    (@one $name:ident ($($arg:ident: $kind:ty),+) $en:literal $de:literal) => {
        #[doc = concat!("“", $en, "”")]
        pub fn $name(lang: $crate::i18n::Lang, $($arg: $kind),+) -> String {
            match lang {
                $crate::i18n::Lang::En => format!($en),
                $crate::i18n::Lang::De => format!($de),
            }
        }
    };
    ($($name:ident ($($arg:ident: $kind:ty),*): $en:literal, $de:literal;)*) => {
        $( $crate::i18n::texts!(@one $name ($($arg: $kind),*) $en $de); )*
        #[cfg(test)]
        /// All texts of this module.
        pub(crate) const ENTRIES: &[$crate::i18n::Entry] = &[
            $( $crate::i18n::Entry { name: stringify!($name), en: $en, de: $de } ),*
        ];
    };
}
pub(crate) use texts;

/// The title of a finding's page: its code and what it says.
pub fn finding_title(lang: Lang, code: crate::journey::finding::Code) -> String {
    let page = explain::explain(lang, code);
    page.lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
