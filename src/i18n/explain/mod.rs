//! A page for every code: what it means, why it matters, an example, and what to do.

use super::{Lang, texts};
use crate::journey::finding::{Code, Severity};

/// Both pages of a code; a code without pages does not compile.
macro_rules! pages {
    ($($code:ident),+ $(,)?) => {
        fn page(lang: Lang, code: Code) -> &'static str {
            match (lang, code) {
                $(
                    (Lang::En, Code::$code) => {
                        include_str!(concat!("en/", stringify!($code), ".txt"))
                    }
                    (Lang::De, Code::$code) => {
                        include_str!(concat!("de/", stringify!($code), ".txt"))
                    }
                )+
            }
        }
    };
}

pages! {
    E001, E002, E003, E004, E005, E006,
    E101, E102, E103, E104, E105, E106, E107, E108,
    W001, W002, W003, W004, W005, W006, W007, W008, W009,
    A001, A002, A003, A004, A005, A006, A007, A008, A009, A010, A011, A012, A013, A014, A015,
    A016, A017, A018, A019,
}

texts! {
    how_to_silence(code: &str):
        "\nTo silence it for one journey:\n    silence: [\"{code}\"],\n",
        "\nSo unterdrücken Sie den Hinweis für eine Customer Journey:\n    silence: [\"{code}\"],\n";
}

/// The page of a code: plain text of at most 78 columns, with a final newline.
pub fn explain(lang: Lang, code: Code) -> String {
    let page = page(lang, code);
    match code.severity() {
        Severity::Advice => format!("{page}{}", how_to_silence(lang, code.as_str())),
        Severity::Error | Severity::Warning => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_page_in_both_languages() {
        for code in Code::ALL {
            let pages = [Lang::En, Lang::De].map(|lang| explain(lang, *code));
            assert_ne!(pages[0], pages[1]);
            for page in pages {
                let lines: Vec<&str> = page.lines().collect();
                assert!(
                    lines[0].starts_with(&format!("{}: ", code.as_str())),
                    "{}",
                    lines[0]
                );
                assert!(
                    (8..=26).contains(&lines.len()),
                    "{code:?}: {} lines",
                    lines.len()
                );
                assert!(
                    lines.iter().all(|line| line.chars().count() <= 78),
                    "{code:?}"
                );
                assert!(page.ends_with('\n') && !page.ends_with("\n\n"), "{code:?}");
            }
        }
    }

    #[test]
    fn german_pages_have_swiss_spelling_and_quotes() {
        for code in Code::ALL {
            let page = explain(Lang::De, *code);
            assert!(!page.contains(['ß', '„', '“', '”']), "{code:?}");
        }
    }

    #[test]
    fn only_advice_can_be_silenced() {
        for code in Code::ALL {
            let silence = format!("silence: [\"{}\"]", code.as_str());
            let can_be = code.severity() == Severity::Advice;
            assert_eq!(
                explain(Lang::De, *code).contains(&silence),
                can_be,
                "{code:?}"
            );
        }
    }
}
