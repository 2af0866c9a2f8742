//! Writes random RON with every construct of the grammar, whitespace and comments anywhere.

use crate::random::Random;

/// A document, mostly valid; now and then it holds what `ron` rejects, such as `300u8`.
pub(crate) fn document(random: &mut Random) -> String {
    let mut writer = Writer {
        random,
        out: String::new(),
        implicit_some: false,
    };
    writer.trivia();
    writer.attributes();
    writer.value(4);
    writer.trivia();
    if writer.random.chance(8) {
        writer.out.push_str("// the end");
    }
    writer.out
}

struct Writer<'r> {
    random: &'r mut Random,
    out: String,
    implicit_some: bool,
}

const BLANKS: [&str; 13] = [
    " ", "\n", "\r\n", "\t", "    ", "\u{0B}", "\u{0C}", "\u{85}", "\u{200E}", "\u{200F}",
    "\u{2028}", "\u{2029}", "\r",
];
const COMMENTS: [&str; 9] = [
    "// note\n",
    "// \"quote, (bracket\r\n",
    "//\n",
    "/**/",
    "/* block */",
    "/* a /* nested */ b */",
    "/* \" ' ) ] } , : \n */",
    "/*/ tricky */",
    "/***/",
];
const IDENTS: [&str; 17] = [
    "a",
    "id",
    "Name",
    "_",
    "_x9",
    "ünïcode",
    "名前",
    "r",
    "b",
    "br",
    "Someone",
    "nonE",
    "infinity",
    "r#type",
    "r#a.b-c+d",
    "r#9",
    "true_",
];
const KEY_ONLY: [&str; 6] = ["true", "false", "inf", "NaN", "None", "Some"];
const STRINGS: [&str; 12] = [
    r#""""#,
    r#""plain""#,
    r#""\n\r\t\0\\\"\'""#,
    r#""\x41\x00\u{e4}\u{10FFFF}\u{0}""#,
    r#""\xC3\xA4\xF0\x9F\x98\x80""#,
    "\"two\nlines\"",
    "\"con\\\n   tinued\\\r\n\t\"",
    "\"äöü 名前 😀\"",
    r#""// no comment /*""#,
    r#""([{""#,
    "\"\u{0}\u{1B}\u{202E}\"",
    r#""'""#,
];
const RAW: [&str; 7] = [
    r#"r"""#,
    r##"r#""#"##,
    r###"r##"a"#b"##"###,
    r#"r"\""#,
    "r\"\n\"",
    r##"r#"""#"##,
    r####"r###"" "# "##"###"####,
];
const BYTES: [&str; 11] = [
    r#"b"""#,
    r#"b"\x00\xFF""#,
    r#"b"\u{e4}ä""#,
    r##"br#"""#"##,
    r#"br"\""#,
    "b\"a\\\n b\"",
    "b'a'",
    r"b'\xFF'",
    r"b'\''",
    "b'''",
    r"b'\\'",
];
const CHARS: [&str; 10] = [
    "'a'",
    "'''",
    r"'\''",
    r"'\n'",
    "'ä'",
    "'\n'",
    r"'\x7F'",
    r"'\u{1F600}'",
    "'\"'",
    r"'\\'",
];
const DIGITS: [&str; 10] = [
    "0",
    "1",
    "7",
    "42",
    "255",
    "256",
    "1_000",
    "9__9_",
    "007",
    "18446744073709551616",
];
const SUFFIXES: [&str; 9] = ["", "", "", "i8", "u8", "i64", "u64", "f32", "f64"];
const FLOATS: [&str; 24] = [
    "1.0", ".5", "5.", "1e3", "1E-3", "1.e2", "1_0.0_1", "1e_5", "1e+_5", "1e+5", "1.5f32", "1f64",
    "inf", "NaN", "inff32", "NaNf64", "-inf", "+NaN", "-inff64", "1e400", "0.1", "1._5", ".", "1e",
];
const RADIX: [&str; 8] = [
    "0xFF", "0xff_u8", "0o17", "0b1_0", "0x_1", "0b12", "0xe5", "0x1f32",
];

impl Writer<'_> {
    fn push(&mut self, from: &[&str]) {
        let text = self.random.pick(from);
        self.out.push_str(text);
    }

    fn trivia(&mut self) {
        while self.random.chance(3) {
            let from: &[&str] = if self.random.chance(4) {
                &COMMENTS
            } else {
                &BLANKS
            };
            self.push(from);
        }
    }

    fn spaced(&mut self, token: &str) {
        self.trivia();
        self.out.push_str(token);
        self.trivia();
    }

    fn attributes(&mut self) {
        while self.random.chance(4) {
            for token in ["#", "!", "["] {
                self.spaced(token);
            }
            if self.random.chance(4) {
                self.push(&["type", "schema"]);
                self.spaced("=");
                self.push(&[r#""a""#, r##"r#"b"#"##]);
            } else {
                self.enable();
            }
            self.spaced("]");
        }
    }

    fn enable(&mut self) {
        self.out.push_str("enable");
        self.spaced("(");
        for _ in 0..=self.random.below(2) {
            let name = self.random.pick(&[
                "implicit_some",
                "unwrap_newtypes",
                "unwrap_variant_newtypes",
                "explicit_struct_names",
                "r#implicit_some",
            ]);
            self.implicit_some |= name.ends_with("implicit_some");
            self.out.push_str(name);
            self.spaced(",");
        }
        self.spaced(")");
    }

    fn value(&mut self, depth: usize) {
        if depth == 0 {
            return self.scalar();
        }
        match self.random.below(14) {
            0 => self.structure(depth),
            1 => self.tuple(depth),
            2 => self.list(depth),
            3 => self.map(depth),
            4 => self.some(depth),
            5 => self.named(depth),
            _ => self.scalar(),
        }
    }

    fn scalar(&mut self) {
        match self.random.below(12) {
            0 => self.push(&["true", "false"]),
            1 => self.push(&["None", "()", "( )", "Unit()"]),
            2 => self.push(&IDENTS),
            3 | 4 => self.push(&STRINGS),
            5 => self.push(&RAW),
            6 => self.push(&BYTES),
            7 => self.push(&CHARS),
            8 if self.random.chance(2) => self.range(),
            _ => self.number(),
        }
    }

    fn number(&mut self) {
        match self.random.below(4) {
            0 => self.push(&FLOATS),
            1 => {
                self.push(&["", "-", "+"]);
                self.push(&RADIX);
            }
            _ => {
                self.push(&["", "", "", "-", "+"]);
                self.push(&DIGITS);
                self.push(&SUFFIXES);
            }
        }
    }

    fn range(&mut self) {
        if self.random.chance(2) {
            self.number();
        }
        self.push(&["..", "..="]);
        if self.random.chance(2) {
            self.number();
        }
    }

    fn named(&mut self, depth: usize) {
        self.push(&IDENTS);
        self.trivia();
        match self.random.below(2) {
            0 => self.structure(depth),
            _ => self.tuple(depth),
        }
    }

    fn some(&mut self, depth: usize) {
        self.out.push_str("Some");
        if self.implicit_some && self.random.chance(3) {
            self.out.push(' ');
            return self.value(depth - 1);
        }
        self.spaced("(");
        self.value(depth - 1);
        self.push(&["", "", ","]);
        self.spaced(")");
    }

    fn structure(&mut self, depth: usize) {
        self.items("(", ")", |writer| {
            let from: &[&str] = if writer.random.chance(8) {
                &KEY_ONLY
            } else {
                &IDENTS
            };
            writer.push(from);
            writer.spaced(":");
            writer.value(depth - 1);
        });
    }

    fn tuple(&mut self, depth: usize) {
        self.items("(", ")", |writer| writer.value(depth - 1));
    }

    fn list(&mut self, depth: usize) {
        self.items("[", "]", |writer| writer.value(depth - 1));
    }

    fn map(&mut self, depth: usize) {
        self.items("{", "}", |writer| {
            writer.value(depth - 1);
            writer.spaced(":");
            writer.value(depth - 1);
        });
    }

    fn items(&mut self, open: &str, close: &str, mut item: impl FnMut(&mut Self)) {
        self.spaced(open);
        let count = self.random.below(4);
        for index in 0..count {
            item(self);
            if index + 1 < count || self.random.chance(2) {
                self.spaced(",");
            }
        }
        // A comment directly before the bracket, too.
        self.trivia();
        self.out.push_str(close);
    }
}

/// One or two changes of bytes: delete, insert, swap, duplicate, take over from `other`, or trivia
/// put somewhere.
pub(crate) fn mutate(random: &mut Random, text: &str, other: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(2) {
        mutate_once(random, &mut bytes, other.as_bytes());
    }
    bytes
}

const INSERTS: &[u8] = b"()[]{},:\"'\\/*#!._+-0159abexiru =\n\r\t<>SN\xC2\x85\xE2\x80\xA8";

fn mutate_once(random: &mut Random, bytes: &mut Vec<u8>, other: &[u8]) {
    let at = random.below(bytes.len() + 1);
    let end = (at + random.below(6)).min(bytes.len());
    match random.below(7) {
        0 => drop(bytes.drain(at..end)),
        1 => bytes.insert(at, INSERTS[random.below(INSERTS.len())]),
        2 if at < bytes.len() => bytes[at] = INSERTS[random.below(INSERTS.len())],
        3 if at < bytes.len() => {
            let with = random.below(bytes.len());
            bytes.swap(at, with);
        }
        4 => {
            let span = bytes[at..end].to_vec();
            bytes.splice(at..at, span);
        }
        5 => {
            let trivia = random.pick(&[" ", "\n", "/**/", "//\n", "\u{85}", ","]);
            bytes.splice(at..at, trivia.bytes());
        }
        _ => {
            let from = random.below(other.len() + 1);
            let to = (from + random.below(12)).min(other.len());
            bytes.splice(at..end, other[from..to].iter().copied());
        }
    }
}
