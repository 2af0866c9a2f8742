//! A comparison for people: sections and their elements as headings, sentences below them.

use std::ops::Range;

use super::{Compared, names, remark};
use crate::cli::output::{Line, Style};
use crate::i18n::Lang;
use crate::i18n::differences::{Piece, Section, Sentence, Subject};
use crate::text::{sanitize_line, wrap};

/// Columns by which each level stands further in.
const STEP: usize = 2;

/// Fewer columns than this are not filled: words would fall apart.
const LEAST: usize = 20;

pub(super) fn lines(compared: &Compared<'_>, lang: Lang, columns: usize) -> Vec<Line> {
    let mut lines = vec![
        Line::new().add(Style::Strong, &compared.title),
        Line::new().plain(&names(compared.pair)),
    ];
    let remark = remark(compared, lang).map(Sentence::plain);
    lines.extend(remark.iter().flat_map(|it| sentence(it, STEP, columns)));
    for it in &compared.sections {
        lines.push(Line::new());
        lines.extend(section(it, columns));
    }
    lines
}

fn section(section: &Section, columns: usize) -> Vec<Line> {
    let mut lines = vec![Line::new().add(Style::Frame, &section.heading)];
    lines.extend(section.subjects.iter().flat_map(|it| subject(it, columns)));
    lines
}

fn subject(subject: &Subject, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut depth = STEP;
    if subject.element.is_some() {
        for part in wrap(&sanitize_line(&subject.name), room(depth, columns)) {
            let line = Line::new().plain(&" ".repeat(depth));
            lines.push(line.add(Style::Strong, part.trim_end()));
        }
        depth += STEP;
    }
    let told = subject.told.iter();
    lines.extend(told.flat_map(|it| sentence(&it.sentence, depth, columns)));
    lines
}

fn room(depth: usize, columns: usize) -> usize {
    columns.saturating_sub(depth).max(LEAST)
}

/// A sentence over as many lines as it needs, the first of which stands a little further out.
fn sentence(sentence: &Sentence, depth: usize, columns: usize) -> Vec<Line> {
    let (text, marks) = marked(sentence);
    let mut lines = Vec::new();
    let mut from = 0;
    for part in wrap(&text, room(depth + STEP, columns)) {
        let at = text[from..].find(part).map_or(from, |at| from + at);
        let indent = if lines.is_empty() {
            depth
        } else {
            depth + STEP
        };
        let line = Line::new().plain(&" ".repeat(indent));
        lines.push(styled(line, &text, at..at + part.trim_end().len(), &marks));
        from = at + part.len();
    }
    lines
}

/// The safe text of a sentence, and where words of one version alone stand in it.
fn marked(sentence: &Sentence) -> (String, Vec<(Range<usize>, Style)>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    for piece in &sentence.0 {
        let start = text.len();
        let (open, words, close, style) = match piece {
            Piece::Plain(words) => ("", words, "", None),
            Piece::Gone(words) => ("[-", words, "-]", Some(Style::Gone)),
            Piece::Come(words) => ("{+", words, "+}", Some(Style::Come)),
        };
        text.extend([open, &sanitize_line(words), close]);
        marks.extend(style.map(|style| (start..text.len(), style)));
    }
    (text, marks)
}

fn styled(mut line: Line, text: &str, part: Range<usize>, marks: &[(Range<usize>, Style)]) -> Line {
    let mut from = part.start;
    for (mark, style) in marks {
        let mark = mark.start.max(part.start)..mark.end.min(part.end);
        if mark.start < mark.end {
            line = line.plain(&text[from..mark.start]);
            line = line.add(*style, &text[mark.clone()]);
            from = mark.end;
        }
    }
    line.plain(&text[from..part.end])
}
