//! A file as its facts, one a line with its path, for diffs by line: `git diff` shows whose line
//! it is. Field names are those of the file, so the lines are the same in every language.
//!
//! Walks the text, so unknown fields and foreign files are shown too; the field table only says
//! which lists hold texts.

use std::borrow::Cow;

use super::fields::{Kind, Type};
use crate::ron_text::{Node, NodeKind, Tree, leading_comments, trailing_comment};

/// The facts of a file in its order; `None` where it cannot be read, for then nothing may be left
/// out of sight.
pub fn facts(tree: &Tree) -> Option<String> {
    let root = tree.root().filter(|_| tree.error().is_none())?;
    let mut facts = Facts {
        tree,
        lines: String::new(),
    };
    facts.fields(root.inner()?, "");
    Some(facts.lines)
}

struct Facts<'t> {
    tree: &'t Tree,
    lines: String,
}

impl Facts<'_> {
    /// A line: the path to an element, and what is said there.
    fn line(&mut self, path: &str, fact: &str) {
        if !path.is_empty() {
            self.lines.extend([path, " · "]);
        }
        self.lines.extend([fact, "\n"]);
    }

    fn fields(&mut self, owner: Node<'_>, path: &str) {
        let kind = owner.name().and_then(Kind::named);
        for field in owner.children() {
            let name = field.key().unwrap_or_default();
            self.comments(field, path);
            let Some(value) = field.inner() else {
                self.line(path, &format!("{name} = None"));
                continue;
            };
            let is_texts = kind
                .and_then(|kind| kind.field(name))
                .is_some_and(|field| field.of == Type::Texts);
            if value.kind() == NodeKind::List && (is_texts || holds_structs(value)) {
                self.items(value, name, path);
            } else {
                self.line(path, &format!("{name} = {}", said(value)));
            }
        }
    }

    /// The items of a list that are facts of their own.
    fn items(&mut self, list: Node<'_>, name: &str, path: &str) {
        for item in list.children() {
            let value = item.inner().unwrap_or(item);
            match value.field("id") {
                Some(_) => {
                    let path = below(path, &title(value, name));
                    self.comments(item, &path);
                    self.fields(value, &path);
                }
                None => {
                    self.comments(item, path);
                    self.line(path, &format!("{name} = {}", said(value)));
                }
            }
        }
    }

    /// The comments that belong to an item; anchors only repeat its id.
    fn comments(&mut self, item: Node<'_>, path: &str) {
        let ranges = leading_comments(item).into_iter();
        for range in ranges.chain(trailing_comment(item)) {
            let comment = one_line(&self.tree.text()[range]).into_owned();
            if !comment.starts_with("// ^") {
                self.line(path, &comment);
            }
        }
    }
}

fn holds_structs(list: Node<'_>) -> bool {
    let first = list.children().next().and_then(Node::inner);
    first.is_some_and(|it| it.kind() == NodeKind::Struct)
}

fn below(path: &str, step: &str) -> String {
    match path.is_empty() {
        true => step.to_owned(),
        false => format!("{path} › {step}"),
    }
}

/// What an element is called. Stages and touchpoints are the journey itself, so their names
/// alone say where one is.
fn title(element: Node<'_>, list: &str) -> String {
    let of = |field| element.field(field)?.inner()?.text();
    let title = of("name").or_else(|| of("title")).or_else(|| of("id"));
    let title = one_line(&title.unwrap_or_default()).into_owned();
    match element.name() {
        Some("Stage" | "Touchpoint") => title,
        kind => format!("{} {title}", kind.unwrap_or(list)),
    }
}

/// A value on one line.
fn said(value: Node<'_>) -> String {
    match value.kind() {
        NodeKind::String | NodeKind::RawString => {
            let text = value.text();
            one_line(text.as_deref().unwrap_or(value.raw())).into_owned()
        }
        NodeKind::Integer | NodeKind::Float => value.raw().replacen('-', "−", 1),
        NodeKind::List => joined(value, |item| said(item.inner().unwrap_or(item))),
        NodeKind::Struct if value.name().is_none() => joined(value, |field| {
            let value = field.inner().map_or_else(|| "None".to_owned(), said);
            format!("{} {value}", field.key().unwrap_or_default())
        }),
        _ => one_line(value.raw()).into_owned(),
    }
}

fn joined<'t>(container: Node<'t>, said: impl Fn(Node<'t>) -> String) -> String {
    container
        .children()
        .map(said)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A text of several lines on one, with the breaks in view.
fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    Cow::Owned(lines.join(" ⏎ "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        facts(&Tree::read(text.to_owned()))
    }

    #[test]
    fn each_fact_is_a_line_with_its_path_in_the_order_of_the_file() {
        let text = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Stay",
    personas: [Persona(id: "anna", name: "Anna")],
    stages: [
        Stage(
            id: "arrive",
            name: "Arrive",
            touchpoints: [
                // By the lift.
                Touchpoint(
                    id: "desk",
                    name: "Check-in",
                    emotion: -2, // as seen
                    values: ["calm", "warm"],
                    moment_of_truth: (reason: "First\nface", kind: First),
                    pains: [
                        "Waiting",
                        "No seat",
                    ],
                    unheard_of: 7,
                    kpis: [
                        Kpi(id: "nps", metric: Nps, readings: [(on: "2026-01-31", promoters: 5)]),
                    ],
                ), // ^desk
            ],
        ),
    ],
)
"#;
        let expected = "schema = 1
title = Stay
Persona Anna · id = anna
Persona Anna · name = Anna
Arrive · id = arrive
Arrive · name = Arrive
Arrive › Check-in · // By the lift.
Arrive › Check-in · id = desk
Arrive › Check-in · name = Check-in
Arrive › Check-in · // as seen
Arrive › Check-in · emotion = −2
Arrive › Check-in · values = calm, warm
Arrive › Check-in · moment_of_truth = reason First ⏎ face, kind First
Arrive › Check-in · pains = Waiting
Arrive › Check-in · pains = No seat
Arrive › Check-in · unheard_of = 7
Arrive › Check-in › Kpi nps · id = nps
Arrive › Check-in › Kpi nps · metric = Nps
Arrive › Check-in › Kpi nps · readings = on 2026-01-31, promoters 5
";
        assert_eq!(of(text).as_deref(), Some(expected));
    }

    #[test]
    fn company_and_foreign_files_have_facts_and_broken_ones_none() {
        let company = r#"Company(name: "Inn", channels: [Channel(id: "web", name: "Web")])"#;
        let expected = "name = Inn\nChannel Web · id = web\nChannel Web · name = Web\n";
        assert_eq!(of(company).as_deref(), Some(expected));
        let sources = r#"Sources(files: [(name: "a.csv", rows: 3)], seen: {"a": 1})"#;
        let expected = "files = name a.csv, rows 3\nseen = {\"a\": 1}\n";
        assert_eq!(of(sources).as_deref(), Some(expected));
        assert_eq!(of("Journey(title: "), None);
        assert_eq!(of("<<<<<<< ours\n"), None);
    }
}
