//! A Mermaid `journey` diagram, alone or in a code block of Markdown: `title`, `section`, and lines
//! of `name: score: actor, actor`. What Mermaid itself refuses (a line without score, a colon in the
//! name of a section) is read where it can only mean one thing.

use super::draft::{Draft, Stage, Touchpoint};
use super::marks::{Numbered, Parts, entity, parts};
use super::{Imported, NoMap, Unplaced, Why, unplaced};

/// What has the middle of our scale.
const MIDDLE: i64 = 3;

/// Mermaid's scores.
const SCORES: std::ops::RangeInclusive<i64> = 1..=5;

/// The first diagram of a text that has a stage or a touchpoint.
///
/// # Errors
/// There is none, or it is too large.
pub(super) fn read(text: &str, untitled: &str) -> Result<Imported, NoMap> {
    let Parts { code, outside } = parts(text);
    let blocks = match code.is_empty() {
        true => vec![outside],
        false => code,
    };
    let diagrams = blocks.into_iter().filter_map(diagram);
    let mut diagrams = diagrams.filter(|it| !it.draft.stages.is_empty());
    let mut first = diagrams.next().ok_or(NoMap::NoneFound)?;
    let others = diagrams.map(|it| unplaced(it.head, Why::Another));
    first.unplaced.extend(others);
    Ok(Imported {
        journey: first.draft.text(untitled)?,
        unplaced: first.unplaced,
    })
}

/// A diagram and what is not in it.
struct Diagram<'t> {
    head: Numbered<'t>,
    draft: Draft,
    unplaced: Vec<Unplaced>,
    /// Within a description of several lines.
    is_described: bool,
}

/// The diagram of a block, if it is a journey.
fn diagram(block: Vec<Numbered<'_>>) -> Option<Diagram<'_>> {
    let mut lines = block.into_iter();
    let (head, title) = head(&mut lines)?;
    let mut diagram = Diagram {
        head,
        draft: Draft::default(),
        unplaced: Vec::new(),
        is_described: false,
    };
    for line in lines {
        diagram.take(line);
    }
    diagram.draft.title = diagram.draft.title.or(title);
    Some(diagram)
}

/// The line `journey`, and the title of the front matter before it.
fn head<'t>(
    lines: &mut impl Iterator<Item = Numbered<'t>>,
) -> Option<(Numbered<'t>, Option<String>)> {
    let mut title = None;
    while let Some((number, line)) = lines.next() {
        let text = uncommented(line);
        if line == "---" {
            title = front_matter(lines).or(title);
        } else if line.starts_with("%%{") && !line.contains("}%%") {
            lines.by_ref().find(|(_, line)| line.contains("}%%"))?;
        } else if text.eq_ignore_ascii_case("journey") {
            return Some(((number, line), title));
        } else if !text.is_empty() {
            return None;
        }
    }
    None
}

/// Reads to the end of the front matter; gives its title.
fn front_matter<'t>(lines: &mut impl Iterator<Item = Numbered<'t>>) -> Option<String> {
    let mut title = None;
    for (_, line) in lines.take_while(|(_, line)| *line != "---") {
        if let Some(text) = line.strip_prefix("title:") {
            title = Some(text.trim().trim_matches(['"', '\'']).to_owned());
        }
    }
    title.filter(|it| !it.is_empty())
}

/// A line without its comment.
fn uncommented(line: &str) -> &str {
    let comment = line.find("%%").unwrap_or(line.len());
    line[..comment].trim()
}

impl Diagram<'_> {
    /// Takes in one line.
    fn take(&mut self, line: Numbered<'_>) {
        let text = uncommented(line.1);
        if self.is_described {
            self.is_described = !text.contains('}');
            self.unplaced.push(unplaced(line, Why::Description));
        } else if is_description(text) {
            self.is_described = text.contains('{') && !text.contains('}');
            self.unplaced.push(unplaced(line, Why::Description));
        } else if let Some(title) = after(text, "title").filter(|_| self.draft.title.is_none()) {
            self.draft.title = Some(plain(title));
        } else if let Some(name) = after(text, "section") {
            let name = plain(name.trim_end_matches(':'));
            self.draft.stages.push(Stage {
                name,
                ..Stage::default()
            });
        } else if !text.is_empty() && !is_hash_comment(text) {
            self.task(line, text);
        }
    }

    /// `name: score: actor, actor`.
    fn task(&mut self, line: Numbered<'_>, text: &str) {
        let mut parts = text.split(':');
        let mut next = || parts.next().map(str::trim).unwrap_or_default();
        let (name, score, actors) = (plain(next()), next(), next());
        let is_too_much = parts.next().is_some();
        let mut report = |why| self.unplaced.push(unplaced(line, why));
        if name.is_empty() || after(text, "title").is_some() {
            return report(Why::NotUnderstood);
        }
        if self.draft.stages.is_empty() {
            report(Why::NoStage);
            self.draft.stages.push(Stage::default());
        }
        let emotion = score.parse::<i64>().ok().filter(|it| SCORES.contains(it));
        match (emotion, score) {
            (Some(_), _) => {}
            (None, "") => report(Why::NoScore),
            (None, _) => report(Why::OddScore),
        }
        if is_too_much {
            report(Why::TooMuch);
        }
        let actors = actors.split(',').map(plain);
        let touchpoint = Touchpoint {
            name,
            emotion: emotion.map(|it| it - MIDDLE),
            personas: actors.filter(|it| !it.is_empty()).collect(),
            ..Touchpoint::default()
        };
        if let Some(stage) = self.draft.stages.last_mut() {
            stage.touchpoints.push(touchpoint);
        }
    }
}

/// What stands behind a word, if the line begins with it.
fn after<'t>(line: &'t str, word: &str) -> Option<&'t str> {
    let begins = line.get(..word.len())?.eq_ignore_ascii_case(word);
    let rest = line.get(word.len()..)?;
    (begins && rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

fn is_description(line: &str) -> bool {
    ["accTitle", "accDescr"].iter().any(|word| {
        let begins = line.get(..word.len());
        let rest = line.get(word.len()..).unwrap_or_default().trim_start();
        begins.is_some_and(|it| it.eq_ignore_ascii_case(word)) && rest.starts_with([':', '{'])
    })
}

/// A comment, and no entity code.
fn is_hash_comment(line: &str) -> bool {
    line.strip_prefix('#')
        .is_some_and(|rest| entity(rest).is_none())
}

/// A text as it is shown: entity codes and line breaks of HTML in plain.
fn plain(text: &str) -> String {
    let text = ["<br>", "<br/>", "<br />"]
        .iter()
        .fold(text.trim().to_owned(), |text, mark| text.replace(mark, " "));
    let mut plain = String::new();
    let mut rest = &*text;
    while let Some((before, behind)) = rest.split_once('#') {
        let (c, behind) = entity(behind).unwrap_or(('#', behind));
        plain.push_str(before);
        plain.push(c);
        rest = behind;
    }
    (plain + rest).trim().to_owned()
}
