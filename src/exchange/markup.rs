//! HTML and SVG as they are written: well-formed, and a text stays a text. Whatever comes from a file
//! goes through [`Markup::text`] or an attribute here. Knows no journey.

use crate::text::sanitize;

/// Names and values; one with an empty value is left out.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// Elements that stand within a line: no line break behind them.
const WITHIN_LINES: [&str; 9] = [
    "a", "del", "ins", "q", "small", "span", "strong", "text", "title",
];

/// Markup that is being written.
#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Behind words of ours, such as the document type.
    pub(super) fn behind(start: &'static str) -> Markup {
        Markup(start.to_owned())
    }

    /// An element, and what is written in it.
    pub(super) fn within(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Markup),
    ) {
        self.open(name, attributes);
        self.0.push('>');
        inner(self);
        self.close(name);
    }

    /// An element with a text.
    pub(super) fn element(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.0.push('>');
        self.text(text);
        self.close(name);
    }

    /// An element without anything in it.
    pub(super) fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.0.push_str("/>\n");
    }

    /// A text as text.
    pub(super) fn text(&mut self, text: &str) {
        for c in sanitize(text).chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // No document of XML may hold them.
                '\u{FFFE}' | '\u{FFFF}' => self.0.push_str("⟦U+FFFE⟧"),
                _ => self.0.push(c),
            }
        }
    }

    /// Words of ours that are to stand as they are, such as a style sheet.
    pub(super) fn ours(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// What was written elsewhere.
    pub(super) fn append(&mut self, other: &Markup) {
        self.0.push_str(&other.0);
    }

    /// Nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The document.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
    }

    fn close(&mut self, name: &'static str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        if !WITHIN_LINES.contains(&name) {
            self.0.push('\n');
        }
    }
}

/// A length in a drawing: at most one decimal.
pub(super) fn px(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0" } else { text }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_text_wherever_it_stands() {
        let hostile = "</style><script>alert('1')</script>\" onload=\"x\u{202e}]]>&amp;";
        let mut out = Markup::default();
        out.element("p", &[("title", hostile), ("class", "")], hostile);
        let escaped = "&lt;/style&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x⟦U+202E⟧]]&gt;&amp;amp;";
        assert_eq!(
            out.finish(),
            format!("<p title=\"{escaped}\">{escaped}</p>\n")
        );
    }

    #[test]
    fn lengths_have_the_decimal_they_need() {
        for (value, text) in [(1.0, "1"), (1.25, "1.2"), (-0.01, "0"), (-3.5, "-3.5")] {
            assert_eq!(px(value), text);
        }
    }
}
