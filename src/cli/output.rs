//! The only printer: stdout for results, stderr for the rest. Nothing that a file, a path or an
//! error says reaches a terminal but sanitized.

use std::io::{self, Write};

use super::arguments::ColorWhen;
use super::environment::Environment;
use super::progress::Progress;
use crate::exchange::json::with_escapes;
use crate::text::{sanitize, sanitize_line};

/// How a part of a line looks where colours are wanted; what it says never depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Error,
    Warning,
    Advice,
    /// Line numbers and arrows.
    Frame,
    Strong,
    /// Words of an old version alone.
    Gone,
    /// Words of a new version alone.
    Come,
}

impl Style {
    /// The SGR parameters of the colour; bold, but for words within a text.
    fn sgr(self) -> &'static str {
        match self {
            Style::Error => "1;31",
            Style::Warning => "1;33",
            Style::Advice => "1;36",
            Style::Frame => "1;34",
            Style::Strong => "1",
            Style::Gone => "31",
            Style::Come => "32",
        }
    }
}

/// One line for people: sanitized parts, each with its style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    parts: Vec<(Option<Style>, String)>,
}

impl Line {
    /// An empty line.
    pub(super) fn new() -> Line {
        Line::default()
    }

    /// The line with a part in this style behind it.
    pub(super) fn add(mut self, style: Style, text: &str) -> Line {
        self.parts
            .push((Some(style), sanitize_line(text).into_owned()));
        self
    }

    /// The line with a part without style behind it.
    pub(super) fn plain(mut self, text: &str) -> Line {
        self.parts.push((None, sanitize_line(text).into_owned()));
        self
    }

    /// The line as it is sent, without its end.
    pub(super) fn render(&self, colored: bool) -> String {
        let part = |(style, text): &(Option<Style>, String)| match style {
            Some(style) if colored => format!("\x1b[{}m{text}\x1b[0m", style.sgr()),
            _ => text.clone(),
        };
        self.parts.iter().map(part).collect()
    }
}

/// So many bytes of results are sent at a time.
const BLOCK: usize = 8 * 1024;

/// stdout and stderr.
pub(super) struct Output {
    /// How far the work is; out of the way of whatever is sent.
    pub(super) progress: Progress,
    /// Results that were not sent yet.
    results: Vec<u8>,
    stdout_is_terminal: bool,
    colored_stdout: bool,
    colored_stderr: bool,
}

impl Output {
    /// The output of this process.
    pub(super) fn new(when: ColorWhen, environment: &Environment) -> Output {
        let colored = |is_terminal: bool| match when {
            ColorWhen::Auto => is_terminal && !environment.no_color,
            ColorWhen::Always => true,
            ColorWhen::Never => false,
        };
        Output {
            progress: Progress::none(),
            results: Vec::new(),
            stdout_is_terminal: environment.stdout_is_terminal,
            colored_stdout: colored(environment.stdout_is_terminal),
            colored_stderr: colored(environment.stderr_is_terminal),
        }
    }

    /// A line of the result.
    pub(super) fn line(&mut self, line: &Line) -> io::Result<()> {
        self.result(format!("{}\n", line.render(self.colored_stdout)).as_bytes())
    }

    /// A text of several lines that is the result.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.result(sanitize(text).as_bytes())
    }

    /// A part of JSON, in which hidden characters stand as escapes: safe to show, and still the
    /// same value.
    pub(super) fn json(&mut self, json: &str) -> io::Result<()> {
        self.result(with_escapes(json).as_bytes())
    }

    /// The bytes of a file that is the result, as they are unless a terminal would act on them.
    pub(super) fn file(&mut self, content: &[u8]) -> io::Result<()> {
        match self.stdout_is_terminal {
            true => self.text(&String::from_utf8_lossy(content)),
            false => self.result(content),
        }
    }

    fn result(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.results.extend_from_slice(bytes);
        match self.results.len() {
            0..BLOCK => Ok(()),
            _ => self.send_lines(),
        }
    }

    /// Shows what there is so far, where more takes its time.
    pub(super) fn send(&mut self) -> io::Result<()> {
        self.send_lines()?;
        io::stdout().flush()
    }

    /// Sends the results up to the last whole line: on a terminal the bar or a note comes next, and
    /// each of them needs a line of its own.
    fn send_lines(&mut self) -> io::Result<()> {
        let end = self.results.iter().rposition(|byte| *byte == b'\n');
        let rest = self.results.split_off(end.map_or(0, |end| end + 1));
        let lines = std::mem::replace(&mut self.results, rest);
        self.progress.aside(|| io::stdout().write_all(&lines))
    }

    /// A line on stderr, behind all lines of the results so far. A stderr that is gone is not
    /// missed.
    ///
    /// # Errors
    /// Only those of stdout.
    pub(super) fn note(&mut self, line: &Line) -> io::Result<()> {
        self.send_lines()?;
        let line = line.render(self.colored_stderr);
        let _ = self.progress.aside(|| writeln!(io::stderr(), "{line}"));
        Ok(())
    }

    /// A question on stderr, behind all lines of the results so far; the answer goes beside it.
    ///
    /// # Errors
    /// Only those of stdout.
    pub(super) fn ask(&mut self, question: &Line) -> io::Result<()> {
        self.send_lines()?;
        let _ = write!(io::stderr(), "{} ", question.render(self.colored_stderr));
        Ok(())
    }

    /// The work is done: sends what is left.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.progress = Progress::none();
        let mut stdout = io::stdout();
        stdout.write_all(&self.results)?;
        self.results.clear();
        stdout.flush()
    }

    /// A text on stderr, before or after there is an output.
    pub(super) fn say_to_stderr(text: &str) {
        let _ = writeln!(io::stderr(), "{}", sanitize(text).trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_stand_around_sanitized_parts() {
        let line = Line::new()
            .add(Style::Error, "error")
            .plain(": a\u{1b}[2Jb\nc");
        assert_eq!(line.render(false), "error: a⟦U+001B⟧[2Jb↵c");
        assert_eq!(line.render(true), "\x1b[1;31merror\x1b[0m: a⟦U+001B⟧[2Jb↵c");
    }
}
