//! What a terminal must not be sent as it is, made visible. Knows no file, widget or theme.
//!
//! The text itself stays with its author: only what is shown changes.

use super::width::{cluster_width, is_plain};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// The flags of England, Scotland and Wales: the tag sequences that Unicode recommends (UTS #51).
const TAGGED_FLAGS: [&str; 3] = [
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
];

/// Characters that a cluster may have; a family of four with its skins has eleven. More are a tower
/// of marks that covers other lines, or one letter wider than a screen.
const MOST: usize = 32;

/// The text as it may be shown over several lines.
///
/// Controls, bidi controls and zero-width characters appear as `⟦U+202E⟧`, a tab as `⇥`; line
/// breaks stay (`\r\n` becomes `\n`). Joiners and variation selectors stay where a script or an
/// emoji needs them; of a letter with too many marks, `⟦+9⟧` stands for the last nine. Idempotent;
/// borrowed when there is nothing to do.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    clean(text, "\n")
}

/// The text as it may be shown on one line: as [`sanitize`], with each line break as `↵`.
pub fn sanitize_line(text: &str) -> Cow<'_, str> {
    clean(text, "↵")
}

fn clean<'a>(text: &'a str, line_break: &'static str) -> Cow<'a, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut output = String::new();
    let mut copied = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        let end = at + cluster.len();
        let shown = match cluster {
            "\n" | "\r\n" => Cow::Borrowed(line_break),
            _ => show_cluster(cluster, text[end..].chars().next()),
        };
        if shown != cluster {
            output.push_str(&text[copied..at]);
            output.push_str(&shown);
            copied = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    output.push_str(&text[copied..]);
    Cow::Owned(output)
}

/// One grapheme cluster as it may be shown on a line; `next` is the character that follows it.
pub(super) fn show_cluster(cluster: &str, next: Option<char>) -> Cow<'_, str> {
    match cluster {
        "\n" | "\r\n" => Cow::Borrowed("↵"),
        "\t" => Cow::Borrowed("⇥"),
        // No width: the screen would drop it, so a reader would never know of it.
        _ if cluster_width(cluster) == 0 => Cow::Owned(cluster.chars().map(escape).collect()),
        _ if TAGGED_FLAGS.contains(&cluster) => Cow::Borrowed(cluster),
        _ if is_tower(cluster) => Cow::Owned(take_down(cluster)),
        _ if cluster.contains(is_hidden) => escape_hidden(cluster, next),
        _ => Cow::Borrowed(cluster),
    }
}

/// Whether a cluster is longer than any that somebody writes.
fn is_tower(cluster: &str) -> bool {
    cluster.len() > MOST && cluster.chars().count() > MOST
}

/// The beginning of a cluster, and how many characters more it has. Some beginnings take the first
/// character of that along, and must not be a tower again.
fn take_down(cluster: &str) -> String {
    let end = cluster.char_indices().nth(MOST - 1).map_or(0, |(at, _)| at);
    let (beginning, rest) = cluster.split_at(end);
    format!(
        "{}⟦+{}⟧",
        show_cluster(beginning, None),
        rest.chars().count()
    )
}

fn escape(c: char) -> String {
    format!("⟦U+{:04X}⟧", u32::from(c))
}

/// Escapes the characters of a cluster that do not belong where they stand, and those that an
/// escape leaves without a base.
fn escape_hidden(cluster: &str, next: Option<char>) -> Cow<'_, str> {
    let mut output = String::new();
    let mut before = None;
    let mut chars = cluster.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = chars.peek().copied();
        let joins = c == '\u{200D}' && inside.is_some_and(is_pictograph);
        let stays = match before {
            Some(base) => !is_hidden(c) || joins || belongs(base, c, inside.or(next)),
            None => !is_hidden(c) && is_visible_alone(c),
        };
        if stays {
            output.push(c);
        } else {
            output.push_str(&escape(c));
        }
        before = stays.then_some(c);
    }
    if output == cluster {
        return Cow::Borrowed(cluster);
    }
    Cow::Owned(output)
}

/// Whether a hidden character has a job between its two neighbours.
fn belongs(before: char, c: char, after: Option<char>) -> bool {
    match c {
        '\u{FE0E}' | '\u{FE0F}' => has_presentations(before),
        '\u{200C}' | '\u{200D}' => joins_letters(before) && after.is_some_and(joins_letters),
        _ => false,
    }
}

/// Control characters, line and paragraph separator, annotation marks, and the
/// `Default_Ignorable_Code_Point`s of Unicode 16, among them every bidi control.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Letters and marks of scripts whose spelling uses joiner and non-joiner: Arabic and its kin,
/// the Indic scripts, Myanmar, Khmer, Mongolian.
fn joins_letters(c: char) -> bool {
    let in_script = matches!(c,
        '\u{600}'..='\u{DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{18AF}'
        | '\u{A840}'..='\u{A87F}' | '\u{A8E0}'..='\u{A8FF}' | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{11000}'..='\u{11DFF}');
    let is_letter = c.is_alphabetic() && is_visible_alone(c);
    in_script && !is_hidden(c) && (is_letter || !stands_alone(c))
}

/// Whether `c` needs no base to be seen. A mark does; so does a Korean vowel.
fn is_visible_alone(c: char) -> bool {
    stands_alone(c) && cluster_width(c.encode_utf8(&mut [0; 4])) > 0
}

/// Whether `c` starts a cluster of its own behind a letter (marks do not).
fn stands_alone(c: char) -> bool {
    format!("a{c}").graphemes(true).count() == 2
}

/// Whether `c` is an `Extended_Pictographic`: the characters that an emoji joiner ties together.
fn is_pictograph(c: char) -> bool {
    stands_alone(c) && format!("\u{1F600}\u{200D}{c}").graphemes(true).count() == 1
}

/// Whether Unicode defines a text and an emoji form of `c`: a selector then changes its width,
/// but for the squared ideographs, which are wide in both.
fn has_presentations(c: char) -> bool {
    let plain = cluster_width(c.encode_utf8(&mut [0; 4]));
    let changes = |selector: char| cluster_width(&format!("{c}{selector}")) != plain;
    matches!(c, '\u{1F202}' | '\u{1F21A}' | '\u{1F22F}' | '\u{1F237}')
        || changes('\u{FE0E}')
        || changes('\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::super::test_texts::hard_text;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn harmless_texts_stay_borrowed() {
        for text in [
            "",
            "plain",
            "Grüezi, für 5 €",
            "two\nlines",
            "e\u{301}",
            "日本語",
            "한국어",
            "a\u{A0}b",
            "👍🏽",
            "👨‍👩‍👧‍👦",
            "🇨🇭",
            "❤️",
            "❤\u{FE0E}",
            "⌚\u{FE0E}",
            "1️⃣",
            "🏳️‍🌈",
            "🕵🏽‍♂️",
            "👁️‍🗨️",
            "🏴‍☠️",
            "🈂️",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "می‌خواهم",
            "क्‍ष",
            "ක්‍ෂ",
            "র‍্য",
            "שלום",
            "⟦U+202E⟧",
        ] {
            assert!(matches!(sanitize(text), Cow::Borrowed(_)), "{text:?}");
            assert_eq!(sanitize(text), text);
        }
    }

    #[test]
    fn hidden_characters_are_shown() {
        for (text, shown) in [
            ("a\u{1B}[31mb", "a⟦U+001B⟧[31mb"),
            ("\u{0}\u{7F}\u{9B}", "⟦U+0000⟧⟦U+007F⟧⟦U+009B⟧"),
            ("in\u{202E}voice", "in⟦U+202E⟧voice"),
            (
                "\u{2066}\u{2069}\u{61C}\u{200E}",
                "⟦U+2066⟧⟦U+2069⟧⟦U+061C⟧⟦U+200E⟧",
            ),
            ("zero\u{200B}width\u{FEFF}", "zero⟦U+200B⟧width⟦U+FEFF⟧"),
            ("soft\u{AD}hyphen", "soft⟦U+00AD⟧hyphen"),
            ("a\u{2028}b", "a⟦U+2028⟧b"),
            ("a\u{E0061}", "a⟦U+E0061⟧"),
            ("🏴\u{E0061}\u{E007F}", "🏴⟦U+E0061⟧⟦U+E007F⟧"),
            // Joiners and selectors without a job.
            ("a\u{200D}b", "a⟦U+200D⟧b"),
            ("a\u{200C}b", "a⟦U+200C⟧b"),
            ("😀\u{200D}", "😀⟦U+200D⟧"),
            ("س\u{200C}", "س⟦U+200C⟧"),
            ("س\u{200D}\u{D4E}", "س⟦U+200D⟧⟦U+0D4E⟧"),
            ("a\u{FE0F}", "a⟦U+FE0F⟧"),
            ("日\u{FE0F}", "日⟦U+FE0F⟧"),
            ("❤️\u{FE0F}", "❤️⟦U+FE0F⟧"),
            ("😀\u{200C}\u{200D}😀", "😀⟦U+200C⟧⟦U+200D⟧😀"),
            // A mark with nothing to stand on would vanish.
            ("\u{301}a", "⟦U+0301⟧a"),
            ("\u{1161}", "⟦U+1161⟧"),
            ("\u{115F}\u{1161}", "⟦U+115F⟧⟦U+1161⟧"),
            ("\u{301}\u{200D}\u{FF9E}", "⟦U+0301⟧⟦U+200D⟧⟦U+FF9E⟧"),
            ("tab\there", "tab⇥here"),
            ("lone\rreturn", "lone⟦U+000D⟧return"),
            ("CRLF\r\nline", "CRLF\nline"),
        ] {
            assert_eq!(sanitize(text), shown, "{text:?}");
        }
    }

    #[test]
    fn a_tower_of_marks_is_taken_down() {
        let marks = |count: usize| "\u{301}".repeat(count);
        let shown = sanitize(&format!("e{}!", marks(10_000))).into_owned();
        assert_eq!(shown, format!("e{}⟦+9970⟧!", marks(MOST - 2)));
        let vowels = format!("\u{1100}{}", "\u{1161}".repeat(MOST));
        assert!(sanitize(&vowels).ends_with("\u{1161}⟦+2⟧"));
        let joined = "😀\u{200D}".repeat(MOST);
        assert!(sanitize(&joined).ends_with("😀⟦+33⟧"));
        let unseen = format!("{}e", "\u{600}".repeat(MOST));
        assert_eq!(sanitize(&sanitize(&unseen)), sanitize(&unseen));
    }

    #[test]
    fn line_breaks_are_shown_on_one_line() {
        assert_eq!(sanitize_line("a\nb\r\nc"), "a↵b↵c");
        assert!(matches!(sanitize_line("one line"), Cow::Borrowed(_)));
    }

    /// What safety.md and the Unicode names forbid, spelled apart from `is_hidden`.
    fn is_dangerous(c: char) -> bool {
        (c.is_control() && c != '\n')
            || ('\u{202A}'..='\u{202E}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
            || "\u{61C}\u{200E}\u{200F}\u{200B}\u{2060}\u{FEFF}\u{180E}\u{AD}".contains(c)
    }

    proptest! {
        #[test]
        fn nothing_dangerous_or_invisible_is_left(text in hard_text()) {
            let shown = sanitize(&text);
            prop_assert!(!shown.contains(is_dangerous), "{shown:?}");
            for cluster in shown.graphemes(true).filter(|cluster| *cluster != "\n") {
                prop_assert!(cluster_width(cluster) > 0, "{cluster:?} in {shown:?}");
            }
            prop_assert!(!sanitize_line(&text).contains('\n'));
        }

        #[test]
        fn twice_is_once(text in hard_text()) {
            let once = sanitize(&text).into_owned();
            prop_assert_eq!(sanitize(&once), once.as_str());
            let line = sanitize_line(&text).into_owned();
            prop_assert_eq!(sanitize_line(&line), line.as_str());
        }

        #[test]
        fn any_character_alone_is_safe(c in any::<char>()) {
            let text = String::from(c);
            prop_assert!(!sanitize(&text).contains(is_dangerous));
        }
    }
}
