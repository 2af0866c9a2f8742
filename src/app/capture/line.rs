//! The grammar of a line of quick add: `Check-in at the desk @front-office #in-person !-2 * why`.
//! Signs count at the beginning of a word only, and a backslash before one makes it a letter.
//! Pure: knows no journey, so what a name stands for is for others to say.

use std::ops::Range;

/// A part of a line. The parts of a line have every byte of it, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its bytes.
    pub span: Range<usize>,
    /// What it is.
    pub of: PartOf,
}

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOf {
    /// Between words.
    Space,
    /// The sign of a list.
    Bullet,
    /// A word of the name, or of the reason behind the star.
    Word,
    /// `@front-office`, `@"Front office"`.
    Owner,
    /// `#in-person`.
    Channel,
    /// `!-2`.
    Emotion,
    /// `*`: a Moment of Truth.
    Star,
    /// `>` and the name of a new stage: the whole line.
    Stage,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Empty,
    /// A new stage of this name.
    Stage(String),
    /// A new touchpoint.
    Touchpoint(Draft),
}

/// A touchpoint as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// Who owns it.
    pub owner: Option<Handle>,
    /// Its channel.
    pub channel: Option<Handle>,
    /// Its emotion, which may lie outside of the scale.
    pub emotion: Option<i64>,
    /// It is a Moment of Truth, for this reason; empty where none is given yet.
    pub reason: Option<String>,
}

/// What names an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handle {
    /// The id or the name, or its beginning.
    pub text: String,
    /// It stood in quotes: the whole name.
    pub is_whole: bool,
}

/// Signs that lists in other programs begin with.
const BULLETS: [&str; 4] = ["- ", "* ", "• ", "– "];

/// How long the sign of a list is that a line begins with, with what is blank around it.
pub fn bullet(line: &str) -> usize {
    let rest = line.trim_start();
    let found = BULLETS.iter().find_map(|sign| rest.strip_prefix(sign));
    found.map_or(0, |text| line.len() - text.trim_start().len())
}

/// How long the number of a list is that a line begins with, `1.` or `1)`, with what is blank
/// around it.
fn number(line: &str) -> usize {
    let rest = line.trim_start();
    let text = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_numbered = text.len() < rest.len();
    let behind = text.strip_prefix(['.', ')']).filter(|_| is_numbered);
    let behind = behind.filter(|text| text.starts_with(char::is_whitespace));
    behind.map_or(0, |text| line.len() - text.trim_start().len())
}

/// The lines of a text that say something, without the signs of a list. Numbers are such signs in a
/// text of several lines: a lone "1. January" is a text.
pub fn lines_of(text: &str) -> Vec<&str> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_list = lines.clone().count() > 1;
    let bare = |line| {
        let text: &str = &line[bullet(line)..];
        let number = if is_list { number(text) } else { 0 };
        text[number..].trim()
    };
    lines.map(bare).filter(|line| !line.is_empty()).collect()
}

/// The parts of a line.
pub fn parts(line: &str) -> Vec<Part> {
    let mut cut = Cut {
        line,
        parts: Vec::new(),
    };
    cut.off(bullet(line), PartOf::Bullet);
    cut.off(blank(cut.rest()), PartOf::Space);
    if cut.rest().starts_with('>') {
        cut.off(cut.rest().len(), PartOf::Stage);
    }
    while !cut.rest().is_empty() {
        cut.off(blank(cut.rest()), PartOf::Space);
        let length = word_length(cut.rest());
        let of = sign_of(&cut.rest()[..length]);
        // A second owner cannot be meant: it stays a word of the name.
        let is_first = cut.parts.iter().all(|part| part.of != of);
        cut.off(length, if is_first { of } else { PartOf::Word });
    }
    cut.parts
}

/// A line on its way into parts.
struct Cut<'l> {
    line: &'l str,
    parts: Vec<Part>,
}

impl<'l> Cut<'l> {
    fn end(&self) -> usize {
        self.parts.last().map_or(0, |part| part.span.end)
    }

    fn rest(&self) -> &'l str {
        &self.line[self.end()..]
    }

    /// Cuts so many bytes off, if any.
    fn off(&mut self, length: usize, of: PartOf) {
        let start = self.end();
        if length > 0 {
            let span = start..start + length;
            self.parts.push(Part { span, of });
        }
    }
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The length of the word that a text begins with: up to what is blank, or to the quote that
/// closes a name.
fn word_length(text: &str) -> usize {
    let plain = text.find(char::is_whitespace).unwrap_or(text.len());
    match text
        .strip_prefix(['@', '#'])
        .and_then(|it| it.strip_prefix('"'))
    {
        None => plain,
        Some(quoted) => match quoted.find('"') {
            Some(end) => end + 3,
            None => text.len(),
        },
    }
}

fn sign_of(word: &str) -> PartOf {
    let names = |rest: &str| {
        let first = rest.chars().next();
        first.is_some_and(|it| it.is_alphanumeric() || it == '"')
    };
    match word.chars().next() {
        Some('@') if names(&word[1..]) => PartOf::Owner,
        Some('#') if names(&word[1..]) => PartOf::Channel,
        Some('!') if emotion(word).is_some() => PartOf::Emotion,
        Some('*') if word == "*" => PartOf::Star,
        _ => PartOf::Word,
    }
}

/// What is read past where it stands behind a sign.
const TRAILING: [char; 2] = [',', ';'];

fn emotion(word: &str) -> Option<i64> {
    let number = word.strip_prefix('!')?.trim_end_matches(TRAILING);
    let number = number.replace('−', "-");
    let digits = number.trim_start_matches(['-', '+']);
    let is_number = number.len() - digits.len() <= 1
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    let end = if number.starts_with('-') {
        i64::MIN
    } else {
        i64::MAX
    };
    // A number beyond all numbers is as far off the scale as one can be.
    is_number.then(|| number.parse().unwrap_or(end))
}

/// A word without the backslash that keeps its sign a letter.
fn unescaped(word: &str) -> &str {
    let rest = word.strip_prefix('\\');
    rest.filter(|it| it.starts_with(|letter: char| letter.is_ascii_punctuation()))
        .unwrap_or(word)
}

/// A word that begins with a sign is no name by itself: `@`, `!x`, `-`.
fn is_sign(word: &str) -> bool {
    let is_bullet = BULLETS.iter().any(|sign| sign.trim_end() == word);
    is_bullet || word.starts_with(['@', '#', '!', '*', '>'])
}

fn handle(word: &str) -> Handle {
    let text = word[1..].trim_end_matches(TRAILING);
    let quoted = text.strip_prefix('"');
    Handle {
        text: quoted
            .unwrap_or(text)
            .trim_end_matches('"')
            .trim()
            .to_owned(),
        is_whole: quoted.is_some(),
    }
}

/// Reads a line.
pub fn read(line: &str) -> Line {
    let mut draft = Draft::default();
    let mut words = Vec::new();
    let (mut said, mut is_named) = (false, false);
    for Part { span, of } in parts(line) {
        let word = &line[span];
        said |= of != PartOf::Space && of != PartOf::Bullet;
        match of {
            PartOf::Space | PartOf::Bullet => {}
            PartOf::Stage => return Line::Stage(word[1..].trim().to_owned()),
            PartOf::Word => {
                is_named |= draft.reason.is_none() && !is_sign(word);
                words.push(unescaped(word));
            }
            PartOf::Owner => draft.owner = Some(handle(word)),
            PartOf::Channel => draft.channel = Some(handle(word)),
            PartOf::Emotion => draft.emotion = emotion(word),
            PartOf::Star => {
                draft.name = std::mem::take(&mut words).join(" ");
                draft.reason = Some(String::new());
            }
        }
    }
    let rest = words.join(" ");
    match &mut draft.reason {
        Some(reason) => *reason = rest,
        None => draft.name = rest,
    }
    if !is_named {
        draft.name.clear();
    }
    match said {
        true => Line::Touchpoint(draft),
        false => Line::Empty,
    }
}

/// The name being typed at the cursor: what it names, its bytes, and what of it is typed so far.
pub fn completing(line: &str, cursor: usize) -> Option<(PartOf, Range<usize>, &str)> {
    let parts = parts(line);
    let here = |it: &&Part| it.span.start < cursor && cursor <= it.span.end;
    let part = parts.iter().find(here)?;
    let of = match (&line[part.span.clone()], part.of) {
        ("@", PartOf::Word) => PartOf::Owner,
        ("#", PartOf::Word) => PartOf::Channel,
        (_, of @ (PartOf::Owner | PartOf::Channel)) => of,
        _ => return None,
    };
    let typed = line.get(part.span.start + 1..cursor)?;
    Some((of, part.span.clone(), typed.trim_start_matches('"')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A line in words: name, owner, channel, emotion, reason.
    fn said(line: &str) -> String {
        let draft = match read(line) {
            Line::Empty => return "nothing".to_owned(),
            Line::Stage(name) => return format!("stage {name}"),
            Line::Touchpoint(draft) => draft,
        };
        let handle = |sign: char, handle: Option<Handle>| {
            let quote = |it: &Handle| if it.is_whole { "=" } else { "" };
            handle.map(|it| format!("{sign}{}{}", quote(&it), it.text))
        };
        let parts = [
            Some(draft.name),
            handle('@', draft.owner),
            handle('#', draft.channel),
            draft.emotion.map(|it| format!("!{it}")),
            draft.reason.map(|it| format!("* {it}")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("|")
    }

    #[test]
    fn lines_say() {
        for (line, expected) in [
            ("", "nothing"),
            ("   ", "nothing"),
            ("Check-in", "Check-in"),
            ("  Check-in   at the desk ", "Check-in at the desk"),
            (
                "Check-in at the desk @front-office #in-person !-2 *",
                "Check-in at the desk|@front-office|#in-person|!-2|* ",
            ),
            (
                "@bar Check-in !2 at the desk",
                "Check-in at the desk|@bar|!2",
            ),
            ("Wait !+1", "Wait|!1"),
            ("Wait !−2,", "Wait|!-2"),
            ("Wait !0", "Wait|!0"),
            ("Wait !99999999999999999999", "Wait|!9223372036854775807"),
            (
                "Wait * they decide here @bar",
                "Wait|@bar|* they decide here",
            ),
            ("Küche öffnet @Küche #Tür", "Küche öffnet|@Küche|#Tür"),
            ("Call @front-office, #phone;", "Call|@front-office|#phone"),
            // Signs inside of words are letters.
            (
                "Mail to a@b.ch in C# 5* Wow! 1!2",
                "Mail to a@b.ch in C# 5* Wow! 1!2",
            ),
            ("a @ b # c ! d !x !- ** *a", "a @ b # c ! d !x !- ** *a"),
            // A backslash keeps a sign a letter.
            (r"Post \@home \#1 \!2 \*", "Post @home #1 !2 *"),
            (r"\>Stage \\@a C:\x", r">Stage \@a C:\x"),
            // Names of several words.
            (
                "Call @\"Guest relations\" now",
                "Call now|@=Guest relations",
            ),
            ("Call @\"Guest rel", "Call|@=Guest rel"),
            // The first of a kind counts.
            ("Call @a @b !1 !2", "Call @b !2|@a|!1"),
            ("Call * one * two", "Call|* one * two"),
            // Signs of a list.
            ("- Call", "Call"),
            (" * Call *", "Call|* "),
            ("• Call", "Call"),
            ("1. Call", "1. Call"),
            (r"\- Call", "- Call"),
            // Stages.
            (">Arrive", "stage Arrive"),
            ("> Arrive @all #of it", "stage Arrive @all #of it"),
            (">", "stage "),
            ("a > b", "a > b"),
            ("@bar", "|@bar"),
            // Signs alone are no name.
            ("!x", ""),
            ("@ # ! **", ""),
            ("-", ""),
            ("!x * why", "|* why"),
            (r"\!x", "!x"),
            ("!x y", "!x y"),
        ] {
            assert_eq!(said(line), expected, "{line}");
        }
    }

    #[test]
    fn a_list_is_its_lines_without_their_signs() {
        for (text, expected) in [
            ("a\n\n  b  \r\nc", &["a", "b", "c"][..]),
            ("- a\n* b\n• c\n– d", &["a", "b", "c", "d"]),
            ("1. a\n2) b\n10. c", &["a", "b", "c"]),
            ("1. January", &["1. January"]),
            (
                "First\n- 2. Second\n* c\n4. Vierter",
                &["First", "Second", "c", "Vierter"],
            ),
            ("\n1. January\n", &["1. January"]),
            ("2.5 km\n3.5 km", &["2.5 km", "3.5 km"]),
            ("-\n*\n", &["-", "*"]),
        ] {
            assert_eq!(lines_of(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_is_completed_where_the_cursor_stands_in_it() {
        for (line, expected) in [
            ("Call @|", Some((PartOf::Owner, "@", ""))),
            ("Call @fr|", Some((PartOf::Owner, "@fr", "fr"))),
            ("Call @f|r now", Some((PartOf::Owner, "@fr", "f"))),
            ("#in|", Some((PartOf::Channel, "#in", "in"))),
            ("@\"Fr of|", Some((PartOf::Owner, "@\"Fr of", "Fr of"))),
            ("Call |@fr", None),
            ("Call @fr |", None),
            ("a@b|", None),
            (">@b|", None),
            ("|", None),
        ] {
            let cursor = line.find('|').expect("a cursor");
            let line = line.replace('|', "");
            let found = completing(&line, cursor);
            let found = found.map(|(of, span, typed)| (of, &line[span], typed));
            assert_eq!(found, expected, "{line}");
        }
    }

    proptest! {
        #[test]
        fn every_letter_stands_in_exactly_one_part(
            line in r#"([-*•>@#!"\\ 0-9a-cäÖ日\u{301}]|\PC){0,40}"#,
            cursor in any::<prop::sample::Index>(),
        ) {
            let mut end = 0;
            for part in parts(&line) {
                prop_assert_eq!(part.span.start, end);
                prop_assert!(part.span.end > end && line.is_char_boundary(part.span.end));
                end = part.span.end;
            }
            prop_assert_eq!(end, line.len());
            read(&line);
            lines_of(&line);
            completing(&line, cursor.index(line.len() + 1));
        }
    }
}
