//! Random RON as people lay it out: opened or on one line, several items a line, brackets on the
//! last item's line, tabs, no trailing commas, CRLF; and comments wherever they may stand. Every
//! scalar, field and comment is another, so that none can be taken for one that was lost.

use crate::random::Random;

/// How a container is laid out.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    OneLine,
    Opened,
    Several,
    /// The closing bracket stands on the last item's line.
    Hugged,
    /// Anything RON allows.
    Wild,
}

const LAYOUTS: [&Layout; 6] = [
    &Layout::OneLine,
    &Layout::Opened,
    &Layout::Opened,
    &Layout::Several,
    &Layout::Hugged,
    &Layout::Wild,
];

pub(crate) struct Writer<'r> {
    random: &'r mut Random,
    text: String,
    newline: &'static str,
    unit: &'static str,
    /// Only [`Layout::Opened`] with trailing commas, comments only where `fmt` leaves them.
    tidy: bool,
    count: &'r mut usize,
}

impl<'r> Writer<'r> {
    /// A document; `count` numbers its parts and goes on.
    pub(crate) fn document(random: &'r mut Random, count: &'r mut usize, tidy: bool) -> String {
        let newline = random.pick(&["\n", "\n", "\r\n"]);
        let unit = random.pick(&["    ", "  ", "\t"]);
        let mut writer = Writer {
            random,
            text: String::new(),
            newline,
            unit,
            tidy,
            count,
        };
        if writer.random.chance(5) {
            writer.text.push('\u{FEFF}');
        }
        writer.text.push_str("#![enable(implicit_some)]");
        writer.text.push_str(newline);
        if writer.random.chance(2) {
            writer.comment_line("");
        }
        writer.container(0, "", None);
        if writer.random.chance(2) {
            writer.text.push_str(newline);
        }
        writer.text
    }

    /// One list item as [`touchline::ron_text::insert`] takes it; `named` makes it a field.
    pub(crate) fn fragment(random: &'r mut Random, count: &'r mut usize, named: bool) -> String {
        let mut writer = Writer {
            random,
            text: String::new(),
            newline: "\n",
            unit: "    ",
            tidy: true,
            count,
        };
        if writer.random.chance(3) {
            writer.comment_line("");
        }
        if named {
            let key = writer.next("f");
            writer.text += &format!("{key}: ");
        }
        writer.value(3, "", None);
        if writer.random.chance(3) {
            let comment = writer.line_comment();
            writer.text += &format!(" {comment}");
        }
        writer.text
    }

    fn next(&mut self, prefix: &str) -> String {
        *self.count += 1;
        format!("{prefix}{}", self.count)
    }

    fn comment_line(&mut self, indent: &str) {
        let comment = self.line_comment();
        self.text += &format!("{comment}{}{indent}", self.newline);
    }

    /// Some cannot become block comments.
    fn line_comment(&mut self) -> String {
        let end = ["", "", "", " */", " /*", "/", " 'x' \""][self.random.below(7)];
        let start = ["// c", "//c", "/// c"][self.random.below(3)];
        self.next(start) + end
    }

    fn block(&mut self) {
        let inside = if self.random.chance(4) { "\n x" } else { "" };
        let comment = self.next("c");
        self.text += &format!("/* {comment}{inside} */");
    }

    fn value(&mut self, depth: usize, indent: &str, around: Option<Layout>) {
        if depth < 4 && self.random.below(5) < 2 {
            return self.container(depth, indent, around);
        }
        let scalar = match self.random.below(9) {
            0..3 => self.next(""),
            8 => self.next("b\"s\\\"") + "\"",
            3 => self.next("-1."),
            4 => self.next("Name"),
            5 if around != Some(Layout::OneLine) => {
                let word = self.next("r#\"s");
                format!("{word}\n  // no \" comment\"#")
            }
            _ => self.next("\"s, /* // \\\\") + "\"",
        };
        let some = ["", "", "", "Some "][self.random.below(4)];
        self.text += &format!("{some}{scalar}");
    }

    fn container(&mut self, depth: usize, indent: &str, around: Option<Layout>) {
        let layout = match around {
            Some(Layout::OneLine) => Layout::OneLine,
            _ if self.tidy => Layout::Opened,
            _ => *self.random.pick(&LAYOUTS),
        };
        let (open, close, named) = match self.random.below(6) {
            0..2 => ("[", "]", false),
            2 => ("(", ")", false),
            3 => ("{", "}", false),
            _ => ("(", ")", true),
        };
        if open == "(" && self.random.chance(2) {
            let name = self.next("Name");
            self.text += &name;
        }
        self.text.push_str(open);
        let inner = format!("{indent}{}", self.unit);
        let len = self.random.below(5);
        self.opening(layout, len);
        for index in 0..len {
            self.before_item(layout, &inner, index);
            self.item(depth, &inner, layout, named, open == "{");
            self.behind_item(layout, index + 1 == len);
        }
        self.closing(layout, indent, &inner, len);
        self.text.push_str(close);
    }

    fn item(&mut self, depth: usize, indent: &str, layout: Layout, named: bool, entry: bool) {
        let part = |writer: &mut Self| match layout {
            Layout::Wild => writer.wild(),
            _ => writer.text.push(' '),
        };
        if named || entry {
            let key = self.next(if named { "f" } else { "" });
            self.text += &key;
            if layout == Layout::Wild {
                part(self);
            }
            self.text.push(':');
            part(self);
        }
        self.value(depth + 1, indent, Some(layout));
    }

    /// Whatever may stand between two tokens.
    fn wild(&mut self) {
        for _ in 0..self.random.below(4) {
            match self.random.below(8) {
                0 => self.comment_line(""),
                1 => self.block(),
                2 => self.text.push_str(self.newline),
                3 => self
                    .text
                    .push_str(self.random.pick(&["\t", "\r", "\u{b}", "\u{2028}"])),
                _ => self.text.push(' '),
            }
        }
    }

    fn opening(&mut self, layout: Layout, len: usize) {
        match layout {
            Layout::OneLine if len == 0 && self.random.chance(3) => self.block(),
            Layout::Opened if len > 0 && !self.tidy && self.random.chance(8) => {
                let comment = self.line_comment();
                self.text += &format!(" {comment}");
            }
            _ => {}
        }
    }

    fn before_item(&mut self, layout: Layout, indent: &str, index: usize) {
        let line = format!("{}{indent}", self.newline);
        match layout {
            Layout::OneLine if index > 0 => self.text.push(' '),
            Layout::Several if index > 0 && self.random.chance(2) => self.text.push(' '),
            Layout::OneLine => {}
            Layout::Wild => return self.wild(),
            _ => {
                if index > 0 && self.random.chance(6) {
                    self.text.push_str(self.newline);
                }
                self.text += &line;
                self.comments_above(indent);
            }
        }
        if !self.tidy && self.random.chance(8) {
            self.block();
            self.text.push(' ');
        }
    }

    fn comments_above(&mut self, indent: &str) {
        if self.random.chance(8) {
            self.comment_line("");
            self.text += &format!("{}{indent}", self.newline);
        }
        if self.random.chance(5) {
            self.comment_line(indent);
        }
    }

    fn behind_item(&mut self, layout: Layout, last: bool) {
        match layout {
            Layout::Wild => self.wild(),
            _ if !self.tidy && self.random.chance(9) => self.block(),
            _ => {}
        }
        let comma = match layout {
            _ if !last || self.tidy => true,
            Layout::OneLine => self.random.chance(8),
            _ => self.random.chance(2),
        };
        if comma {
            self.text.push(',');
        }
        let comment = self.random.chance(5);
        match layout {
            Layout::Opened | Layout::Several if comment && layout != Layout::OneLine => {
                let end = if layout == Layout::Several {
                    self.newline
                } else {
                    ""
                };
                let comment = self.line_comment();
                self.text += &format!(" {comment}{end}");
            }
            _ => {}
        }
    }

    fn closing(&mut self, layout: Layout, indent: &str, inner: &str, len: usize) {
        let spread = matches!(layout, Layout::Opened | Layout::Several) && len > 0;
        if spread && !self.tidy && self.random.chance(8) {
            self.text += &format!("{}{inner}", self.newline);
            let comment = self.line_comment();
            self.text += &comment;
        }
        if layout == Layout::Wild {
            self.wild();
        }
        if spread {
            self.text += &format!("{}{indent}", self.newline);
        }
    }
}
