//! Marks that documents of others are written with: blocks of code, codes of characters. Knows no
//! map.

/// An entity code is at most so long.
const ENTITY: usize = 12;

/// Entity codes with a name.
const NAMED: [(&str, char); 11] = [
    ("amp", '&'),
    ("apos", '\''),
    ("colon", ':'),
    ("comma", ','),
    ("gt", '>'),
    ("lt", '<'),
    ("nbsp", '\u{a0}'),
    ("num", '#'),
    ("percnt", '%'),
    ("quot", '"'),
    ("semi", ';'),
];

/// A line with its number.
pub(super) type Numbered<'t> = (usize, &'t str);

/// A document by its blocks of code.
#[derive(Default)]
pub(super) struct Parts<'t> {
    /// The lines of each block.
    pub(super) code: Vec<Vec<Numbered<'t>>>,
    /// The lines in none.
    pub(super) outside: Vec<Numbered<'t>>,
}

/// The parts of a text; lines of quotations stand without their marks.
pub(super) fn parts(text: &str) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut fence: Option<&str> = None;
    for (number, line) in (1..).zip(text.lines().map(bare)) {
        match (fence, parts.code.last_mut()) {
            (Some(open), _) if closes(line, open) => fence = None,
            (Some(_), Some(block)) => block.push((number, line)),
            _ => {
                fence = opening(line);
                match fence {
                    Some(_) => parts.code.push(Vec::new()),
                    None => parts.outside.push((number, line)),
                }
            }
        }
    }
    parts
}

/// A line without the marks of the quotation that it stands in.
fn bare(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '\t']).trim_end()
}

/// The marks of a line that begins a code block.
fn opening(line: &str) -> Option<&str> {
    let marks = marks(line)?;
    let info = line.trim_start_matches(marks).trim();
    match marks.as_bytes().first()? {
        b':' => (info == "mermaid").then_some(marks),
        b'`' => (!info.contains('`')).then_some(marks),
        _ => Some(marks),
    }
}

/// A line of nothing but marks, at least as many as began the block.
fn closes(line: &str, open: &str) -> bool {
    marks(line) == Some(line) && line.starts_with(open)
}

/// The marks of code blocks that a line begins with.
fn marks(line: &str) -> Option<&str> {
    let mark = line.chars().next().filter(|c| "`~:".contains(*c))?;
    let rest = line.trim_start_matches(mark);
    let marks = line.get(..line.len() - rest.len())?;
    (marks.len() >= 3).then_some(marks)
}

/// The character of an entity code whose `#` is read, and what stands behind it. A line break that is
/// written so parts words and no lines.
pub(super) fn entity(text: &str) -> Option<(char, &str)> {
    let end = text.bytes().take(ENTITY).position(|byte| byte == b';')?;
    let (code, rest) = (&text[..end], &text[end + 1..]);
    let named = NAMED.iter().find(|(name, _)| *name == code);
    let c = match named {
        Some((_, c)) => *c,
        None => char::from_u32(number(code)?)?,
    };
    let is_break = c.is_control() && c.is_whitespace();
    Some((if is_break { ' ' } else { c }, rest))
}

/// A number, of the digits after an `x` to the base 16.
fn number(code: &str) -> Option<u32> {
    match code.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => code.parse().ok(),
    }
}
