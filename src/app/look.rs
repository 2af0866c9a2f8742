//! The looks that the screens can have. Knows no colour.

use crate::i18n::{self as w, Lang};

/// A look of the screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// Light on dark.
    #[default]
    Dark,
    /// Dark on light, for projectors in bright rooms.
    Light,
    /// White and strong colours on black.
    Contrast,
    /// The sixteen colours that every terminal has.
    Sixteen,
    /// No colours.
    Mono,
}

impl Look {
    /// All looks.
    pub const ALL: [Look; 5] = [
        Look::Dark,
        Look::Light,
        Look::Contrast,
        Look::Sixteen,
        Look::Mono,
    ];

    /// Its name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Look::Dark => "dark",
            Look::Light => "light",
            Look::Contrast => "contrast",
            Look::Sixteen => "16",
            Look::Mono => "mono",
        }
    }

    /// The look of this name.
    pub fn named(name: &str) -> Option<Look> {
        Look::ALL.into_iter().find(|look| look.name() == name)
    }

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Look::Dark => w::look_dark(lang),
            Look::Light => w::look_light(lang),
            Look::Contrast => w::look_contrast(lang),
            Look::Sixteen => w::look_sixteen(lang),
            Look::Mono => w::look_mono(lang),
        }
    }

    /// The look that a terminal asks for, given its variables: none of its colours where they are
    /// not wanted, sixteen where it has no more, and light where it says that its ground is.
    pub fn of_terminal(variable: impl Fn(&str) -> Option<String>) -> Look {
        let term = variable("TERM").unwrap_or_default();
        let has_more = variable("COLORTERM").is_some()
            || ["256color", "direct", "kitty", "ghostty", "alacritty"]
                .iter()
                .any(|it| term.contains(it));
        let ground = variable("COLORFGBG").unwrap_or_default();
        let ground = ground
            .rsplit(';')
            .next()
            .and_then(|it| it.parse::<u8>().ok());
        match ground {
            _ if variable("NO_COLOR").is_some() || term == "dumb" => Look::Mono,
            _ if !has_more => Look::Sixteen,
            Some(7 | 9..=15) => Look::Light,
            _ => Look::Dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_says_which_look_it_can_show() {
        for (variables, expected) in [
            (&[("TERM", "xterm-256color")][..], Look::Dark),
            (&[("TERM", "xterm")], Look::Sixteen),
            (&[("TERM", "linux")], Look::Sixteen),
            (&[("TERM", "xterm"), ("COLORTERM", "truecolor")], Look::Dark),
            (&[("TERM", "dumb")], Look::Mono),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], Look::Mono),
            (
                &[("TERM", "xterm-256color"), ("COLORFGBG", "0;15")],
                Look::Light,
            ),
            (
                &[("TERM", "rxvt-256color"), ("COLORFGBG", "15;default;0")],
                Look::Dark,
            ),
        ] {
            let find = |name: &str| {
                let mut hits = variables.iter().filter(|(key, _)| *key == name);
                hits.next().map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(Look::of_terminal(find), expected, "{variables:?}");
        }
    }

    #[test]
    fn every_look_is_found_by_its_name() {
        for look in Look::ALL {
            assert_eq!(Look::named(look.name()), Some(look));
        }
        assert_eq!(Look::named("blue"), None);
    }
}
