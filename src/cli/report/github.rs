//! A finding as a workflow command of GitHub Actions, which shows it at its line.
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use super::Found;
use crate::cli::output::Line;
use crate::journey::finding::Severity;

/// The finding as one command on one line.
pub(in crate::cli) fn command(found: &Found<'_>) -> Line {
    let message = match &found.hint {
        Some(hint) => format!("{}\n{hint}", found.message),
        None => found.message.clone(),
    };
    annotation(
        found.finding.severity(),
        &found.source.name,
        &span(found),
        found.finding.code().as_str(),
        &message,
    )
}

/// A message at lines of a file; the title is one of our own words.
pub(in crate::cli) fn annotation(
    severity: Severity,
    file: &str,
    span: &str,
    title: &str,
    text: &str,
) -> Line {
    let level = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let (file, text) = (property(file), data(text));
    Line::new().plain(&format!(
        "::{level} file={file},{span},title={title}::{text}"
    ))
}

/// GitHub takes columns only of a place on one line.
fn span(found: &Found<'_>) -> String {
    let (start, end) = (found.start, found.end);
    match start.line == end.line {
        true => format!(
            "line={},col={},endColumn={}",
            start.line, start.column, end.column
        ),
        false => format!("line={},endLine={}", start.line, end.line),
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_are_made_of_is_escaped() {
        assert_eq!(property("a,b:c%0A\r\nd"), "a%2Cb%3Ac%250A%0D%0Ad");
        assert_eq!(data("50 %: a, b\n::error::x"), "50 %25: a, b%0A::error::x");
    }
}
