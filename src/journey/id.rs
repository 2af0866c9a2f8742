//! Ids: slugs made from names, and the next free one. Knows no tree.

use unicode_normalization::UnicodeNormalization;

use super::fields::Kind;

/// Longest id, in characters.
pub const MAX_ID: usize = 64;

/// A slug: `[a-z0-9][a-z0-9-]{0,63}`.
pub fn is_slug(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = id.as_bytes();
    bytes.len() <= MAX_ID
        && bytes.first().is_some_and(|first| plain(*first))
        && bytes.iter().all(|byte| plain(*byte) || *byte == b'-')
}

/// The slug of a name: ä→ae, ö→oe, ü→ue, ß→ss, accents dropped, anything else a hyphen.
/// `None` where no letter or digit of the Latin script remains.
pub fn slug(name: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in name.nfc().flat_map(char::to_lowercase) {
        let plain = plain_letters(letter);
        if plain.is_empty() && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&plain);
    }
    slug.truncate(MAX_ID);
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

/// ASCII letters for one letter, empty where there are none.
fn plain_letters(letter: char) -> String {
    let spelled = match letter {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => return letter.nfd().filter(char::is_ascii_alphanumeric).collect(),
    };
    spelled.to_owned()
}

/// A free id for an element of this kind and name: its slug, else kind and number
/// (`touchpoint-3`); numbered on where it is taken.
pub fn free_id(kind: Kind, name: &str, taken: impl Fn(&str) -> bool) -> String {
    let word = kind.spec().name.unwrap_or("item").to_ascii_lowercase();
    match slug(name) {
        Some(base) if !taken(&base) => base,
        Some(base) => numbered(&base, 2, taken),
        None => numbered(&word, 1, taken),
    }
}

fn numbered(base: &str, first: usize, taken: impl Fn(&str) -> bool) -> String {
    let with = |number: usize| {
        let tail = format!("-{number}");
        let room = base.len().min(MAX_ID - tail.len());
        format!("{}{tail}", base[..room].trim_end_matches('-'))
    };
    let mut number = first;
    while taken(&with(number)) {
        number += 1;
    }
    with(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_follow_the_format() {
        let cases = [
            ("Check-in at the desk", Some("check-in-at-the-desk")),
            ("Öffnungszeiten prüfen", Some("oeffnungszeiten-pruefen")),
            ("Grosse Straße", Some("grosse-strasse")),
            ("Déjà vu, façade", Some("deja-vu-facade")),
            ("O\u{308}l", Some("oel")),
            ("  —  ", None),
            ("受付", None),
            ("24/7 Service!", Some("24-7-service")),
            ("ÅRSMØTE", Some("arsmote")),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name).as_deref(), expected, "{name}");
            assert!(slug(name).is_none_or(|slug| is_slug(&slug)));
        }
        assert_eq!(
            slug(&"ab ".repeat(60)).map(|s| s.len()),
            Some(MAX_ID - 1 + 1)
        );
    }

    #[test]
    fn a_taken_id_is_numbered_on() {
        let taken = |id: &str| ["desk", "desk-2", "touchpoint-1"].contains(&id);
        assert_eq!(free_id(Kind::Touchpoint, "Desk", taken), "desk-3");
        assert_eq!(free_id(Kind::Touchpoint, "受付", taken), "touchpoint-2");
        let long = "a".repeat(64);
        let next = free_id(Kind::Stage, &long, |id| id == long);
        assert!(is_slug(&next) && next.ends_with("-2"));
    }
}
