//! The rows of a page in two columns: what it is, and its value, wrapped and never cut.

use super::super::theme::Theme;
use super::super::{findings, flow};
use crate::app::App;
use crate::app::inspector::{InspectorRow, RowOf};
use crate::i18n::{self as w, Lang};
use crate::journey::finding::Finding;
use crate::text::{sanitize_line, width, wrap};
use ratatui::text::{Line, Span};

/// The widest column of labels.
const LABEL: usize = 22;

/// The narrowest column of values; below it the label stands above its value.
const VALUE: usize = 16;

const APART: usize = 2;

/// Where labels and values stand on a page.
pub(super) struct Layout {
    /// Columns of the labels; 0 where they stand above their values or there are none.
    label: usize,
    /// Columns before a value.
    indent: usize,
    value: usize,
    lang: Lang,
}

impl Layout {
    /// The columns for these rows. At the right two stay free, for `›`.
    pub(super) fn new(rows: &[InspectorRow], columns: usize, lang: Lang) -> Layout {
        let columns = columns.saturating_sub(2);
        let widest = rows.iter().map(|row| width(&sanitize_line(&row.label)));
        let label = widest.max().unwrap_or(0).min(LABEL).min(columns * 2 / 5);
        let (label, indent) = match (label, columns.saturating_sub(label + APART)) {
            (0, _) => (0, 0),
            (_, value) if value < VALUE => (0, APART),
            (label, _) => (label, label + APART),
        };
        let value = columns.saturating_sub(indent).max(1);
        Layout {
            label,
            indent,
            value,
            lang,
        }
    }

    /// A row as lines.
    pub(super) fn lines(&self, row: &InspectorRow, theme: &Theme) -> Vec<Line<'static>> {
        let mut values = self.value_lines(row, theme);
        if row.opens {
            self.add_arrow(&mut values[0], theme);
        }
        let above = self.label == 0 && !row.label.is_empty();
        let columns = if above {
            self.indent + self.value
        } else {
            self.label.max(1)
        };
        let safe = sanitize_line(&row.label);
        let mut labels = wrap(&safe, columns);
        if above {
            values.splice(0..0, labels.iter().map(|_| Line::default()));
        }
        labels.resize(labels.len().max(values.len()), "");
        values.resize(labels.len(), Line::default());
        let numbered = labels.into_iter().zip(values);
        numbered
            .map(|(label, value)| self.joined(label, value, theme))
            .collect()
    }

    fn joined(&self, label: &str, value: Line<'static>, theme: &Theme) -> Line<'static> {
        let blank = self.indent.saturating_sub(width(label));
        let mut line = Line::from(vec![
            Span::styled(label.to_owned(), theme.label),
            Span::raw(" ".repeat(blank)),
        ]);
        line.spans.extend(flow::styled_spans(value));
        line
    }

    fn add_arrow(&self, line: &mut Line<'static>, theme: &Theme) {
        let spans = flow::styled_spans(std::mem::take(line));
        line.spans = spans;
        let blank = (self.value + 1).saturating_sub(line.width());
        line.spans.push(Span::raw(" ".repeat(blank)));
        line.spans.push(Span::styled("›", theme.dim));
    }

    /// The value, at least one line.
    fn value_lines(&self, row: &InspectorRow, theme: &Theme) -> Vec<Line<'static>> {
        let columns = self.value;
        match &row.of {
            _ if row.missing => {
                let word = w::inspector_required(self.lang);
                flow::led("! ", theme.bad, word, columns, theme.bad)
            }
            RowOf::Unknown => {
                let text = format!("{} · {}", row.value, w::inspector_unknown(self.lang));
                flow::wrapped(&text, columns, theme.dim)
            }
            _ if row.value.is_empty() => vec![Line::styled("—", theme.dim)],
            _ if row.raw => flow::led("! ", theme.bad, &row.value, columns, theme.warn),
            RowOf::Field(field) if field.is_list() => {
                let items = row.value.lines();
                items
                    .flat_map(|item| flow::led("• ", theme.dim, item, columns, theme.text))
                    .collect()
            }
            RowOf::Item => flow::led("• ", theme.dim, &row.value, columns, theme.text),
            RowOf::Field(_) => flow::wrapped(&row.value, columns, theme.text),
        }
    }

    /// What stood there in another version, below the value.
    pub(super) fn was(&self, was: Option<String>, theme: &Theme) -> Vec<Line<'static>> {
        let lines = was
            .into_iter()
            .flat_map(|was| flow::led("± ", theme.key, &was, self.value, theme.dim));
        lines.map(|line| self.joined("", line, theme)).collect()
    }

    /// What is wrong with a value, below it.
    pub(super) fn indented(
        &self,
        theme: &Theme,
        findings: Vec<&Finding>,
        app: &App,
    ) -> Vec<Line<'static>> {
        let lines = findings
            .into_iter()
            .flat_map(|finding| findings::lines(app, finding, theme, self.value));
        lines.map(|line| self.joined("", line, theme)).collect()
    }
}
