//! A finding for people: the sentence, the place, the line with a mark under it, a suggestion.

use std::io;
use std::ops::Range;

use super::excerpt::{Excerpt, excerpt};
use super::{Counts, Found};
use crate::cli::input::Source;
use crate::cli::output::{Line, Style};
use crate::cli::{Outcome, Session};
use crate::i18n::{self, Lang, findings};
use crate::journey::finding::Severity;

/// The byte order mark, which is no part of the first line.
const BOM: char = '\u{FEFF}';

/// The finding in lines of text, of which the line of the file takes at most `columns` columns.
pub(in crate::cli) fn lines(found: &Found<'_>, lang: Lang, columns: usize) -> Vec<Line> {
    let number = found.start.line.to_string();
    let gutter = " ".repeat(number.len());
    let mut lines = vec![headline(found, lang), place(found, &gutter)];
    lines.extend(marked_line(found, &number, columns));
    if let Some(hint) = &found.hint {
        let frame = format!("{gutter} = ");
        let label = format!("{}: ", i18n::cli_help(lang));
        lines.push(
            Line::new()
                .add(Style::Frame, &frame)
                .add(Style::Strong, &label)
                .plain(hint),
        );
    }
    lines
}

fn headline(found: &Found<'_>, lang: Lang) -> Line {
    let severity = found.finding.severity();
    let label = format!(
        "{}[{}]",
        findings::severity(lang, severity),
        found.finding.code().as_str()
    );
    Line::new()
        .add(style(severity), &label)
        .add(Style::Strong, &format!(": {}", found.message))
}

fn place(found: &Found<'_>, gutter: &str) -> Line {
    let place = format!(
        "{}:{}:{}",
        found.source.name, found.start.line, found.start.column
    );
    Line::new()
        .add(Style::Frame, &format!("{gutter}--> "))
        .plain(&place)
}

/// The line and its mark; nothing where there is nothing to be seen.
fn marked_line(found: &Found<'_>, number: &str, columns: usize) -> Vec<Line> {
    let line = found.source.parsed.tree.line(found.start.line);
    if line.trim().is_empty() {
        return Vec::new();
    }
    let gutter = " ".repeat(number.len());
    let room = columns.saturating_sub(number.len() + 3).max(20);
    let Excerpt { text, indent, mark } = excerpt(line, marked_bytes(found, line), room);
    let (blank, mark) = (" ".repeat(indent), "^".repeat(mark));
    let empty = format!("{gutter} |");
    let style = style(found.finding.severity());
    vec![
        Line::new().add(Style::Frame, &empty),
        Line::new()
            .add(Style::Frame, &format!("{number} | "))
            .plain(&text),
        Line::new()
            .add(Style::Frame, &empty)
            .plain(&format!(" {blank}"))
            .add(style, &mark),
    ]
}

/// The bytes of the line that the finding is about; to its end where it is about more lines.
fn marked_bytes(found: &Found<'_>, line: &str) -> Range<usize> {
    let text = found.source.parsed.tree.text();
    let span = &found.finding.span;
    let before = text.get(..span.start).unwrap_or(text);
    let line_start = match before.rfind('\n') {
        Some(lf) => lf + 1,
        None => text
            .strip_prefix(BOM)
            .map_or(0, |rest| text.len() - rest.len()),
    };
    span.start.saturating_sub(line_start)..span.end.saturating_sub(line_start).min(line.len())
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => Style::Error,
        Severity::Warning => Style::Warning,
        Severity::Advice => Style::Advice,
    }
}

/// Says on stderr why a file cannot be read.
///
/// # Errors
/// stdout cannot be written.
pub(in crate::cli) fn unreadable(source: &Source, session: &mut Session) -> io::Result<Outcome> {
    let mut findings = source.parsed.findings.iter();
    if let Some(first) = findings.find(|finding| finding.code().is_unreadable()) {
        let found = Found::new(source, first, session.lang);
        let lines = lines(&found, session.lang, session.columns_of_lines());
        lines
            .iter()
            .try_for_each(|line| session.output.note(line))?;
    }
    Ok(Outcome::Found)
}

/// What was found in all, on one line.
pub(in crate::cli) fn summary(counts: Counts, files: usize, lang: Lang) -> Line {
    let parts: Vec<String> = [
        (
            counts.errors,
            i18n::cli_one_error(lang),
            i18n::cli_errors as fn(Lang, usize) -> String,
        ),
        (
            counts.warnings,
            i18n::cli_one_warning(lang),
            i18n::cli_warnings,
        ),
        (counts.advice, i18n::cli_one_advice(lang), i18n::cli_advices),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| {
        if count == 1 {
            one.to_owned()
        } else {
            many(lang, count)
        }
    })
    .collect();
    let files = match files {
        1 => i18n::cli_in_one_file(lang).to_owned(),
        _ => i18n::cli_in_files(lang, files),
    };
    let found = match parts.is_empty() {
        true => i18n::cli_no_findings(lang).to_owned(),
        false => parts.join(", "),
    };
    Line::new().plain(&format!("{found} {files}"))
}
