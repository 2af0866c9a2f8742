//! What is typed against texts that it may mean, as fuzzy as people type. Knows no list and no
//! screen.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What was typed. Plain letters match those with accents too; the case does not matter.
pub struct Fuzzy {
    words: Pattern,
    whole_words: Pattern,
    matcher: Matcher,
    letters: Vec<char>,
}

impl Fuzzy {
    /// For what is typed; nothing typed matches everything.
    pub fn new(typed: &str) -> Fuzzy {
        let words = |kind| Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
        Fuzzy {
            words: words(AtomKind::Fuzzy),
            whole_words: words(AtomKind::Substring),
            matcher: Matcher::new(Config::DEFAULT),
            letters: Vec::new(),
        }
    }

    /// How well a text has every word that is typed, more is better; a word that one of the
    /// other texts has without a gap counts too. `None` where a word is in none of them.
    pub fn score(&mut self, text: &str, also: &[String]) -> Option<u32> {
        let (matcher, letters) = (&mut self.matcher, &mut self.letters);
        let mut sum = 0;
        for (word, whole) in self.words.atoms.iter().zip(&self.whole_words.atoms) {
            let own = word.score(Utf32Str::new(text, letters), matcher);
            let other = also
                .iter()
                .filter_map(|text| whole.score(Utf32Str::new(text, letters), matcher));
            sum += u32::from(other.chain(own).max()?);
        }
        Some(sum)
    }

    /// The letters of a text that what is typed matches, counted in grapheme clusters.
    pub fn matched(&mut self, text: &str) -> Vec<usize> {
        let (matcher, letters) = (&mut self.matcher, &mut self.letters);
        let mut found = Vec::new();
        for word in &self.words.atoms {
            word.indices(Utf32Str::new(text, letters), matcher, &mut found);
        }
        found.into_iter().map(|at| at as usize).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_may_be_left_out_and_plain_ones_stand_for_accents() {
        for (typed, text) in [
            ("", "Desk"),
            ("dsk", "Check-in at the desk"),
            ("DESK in", "Check-in at the desk"),
            ("zuruck", "einen Schritt zurück"),
            ("abendmenu", "Abend-Menü"),
        ] {
            assert!(Fuzzy::new(typed).score(text, &[]).is_some(), "{typed}");
        }
        for (typed, text) in [("dks", "desk"), ("désk", "desk"), ("desk x", "desk")] {
            assert!(Fuzzy::new(typed).score(text, &[]).is_none(), "{typed}");
        }
    }

    #[test]
    fn each_word_may_be_in_another_text_and_a_whole_word_is_better() {
        let also = ["KPI".to_owned(), "improvement".to_owned()];
        let mut typed = Fuzzy::new("kpi dsk");
        assert!(typed.score("Check-in at the desk", &also).is_some());
        assert!(Fuzzy::new("move").score("Desk", &also).is_none());
        let mut typed = Fuzzy::new("desk");
        assert!(typed.score("the desk", &[]) > typed.score("the decent spa kit", &[]));
    }

    #[test]
    fn matched_letters_are_counted_as_people_see_them() {
        assert_eq!(Fuzzy::new("b").matched("e\u{301}👨‍👩‍👧b"), [2]);
    }
}
