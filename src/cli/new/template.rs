//! The journeys that `touchline new` writes: files of their own beside this one, in both languages.

use clap::ValueEnum;

use crate::i18n::Lang;

/// A journey to start from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Template {
    /// One stage with one touchpoint, every field explained
    #[default]
    Blank,
    /// A weekend in a hotel
    Hotel,
    /// An order in an online shop
    Shop,
    /// A case at customer service
    Support,
    /// A company starts with new software
    Onboarding,
}

impl Template {
    /// The journey in this language.
    pub(in crate::cli) fn text(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Template::Blank, Lang::En) => include_str!("templates/blank.en.ron"),
            (Template::Blank, Lang::De) => include_str!("templates/blank.de.ron"),
            (Template::Hotel, Lang::En) => include_str!("templates/hotel.en.ron"),
            (Template::Hotel, Lang::De) => include_str!("templates/hotel.de.ron"),
            (Template::Shop, Lang::En) => include_str!("templates/shop.en.ron"),
            (Template::Shop, Lang::De) => include_str!("templates/shop.de.ron"),
            (Template::Support, Lang::En) => include_str!("templates/support.en.ron"),
            (Template::Support, Lang::De) => include_str!("templates/support.de.ron"),
            (Template::Onboarding, Lang::En) => include_str!("templates/onboarding.en.ron"),
            (Template::Onboarding, Lang::De) => include_str!("templates/onboarding.de.ron"),
        }
    }
}
