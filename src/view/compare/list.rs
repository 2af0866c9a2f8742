//! The differences as sentences, by stage and element. The one under the cursor shows in full what
//! both say.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use super::sort_style;
use crate::app::compare::{Said, Sort};
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::i18n::differences::{Section, Told};
use crate::text::{sanitize_line, truncate};
use ratatui::text::{Line, Span};

/// Columns that what both say stands further in than its sentence.
const INDENT: usize = 6;

/// The list.
pub(super) fn page(app: &App, theme: &Theme, columns: usize) -> Page {
    let mut page = Page::default();
    let Some(compared) = &app.compared else {
        return page;
    };
    let mut at = 0;
    for section in compared.sections() {
        let shown = |told: &&Told| compared.shows(told);
        if section
            .subjects
            .iter()
            .all(|it| !it.told.iter().any(|told| shown(&told)))
        {
            continue;
        }
        heading(section, theme, columns, &mut page);
        for subject in &section.subjects {
            let told: Vec<&Told> = subject.told.iter().filter(shown).collect();
            if !subject.name.is_empty() && !told.is_empty() {
                let name = flow::wrapped(&subject.name, columns.saturating_sub(1), theme.heading);
                page.add(flow::indented(name, 1), None);
            }
            for told in told {
                page.add(entry(app, told, at, theme, columns), Some(at));
                at += 1;
            }
        }
    }
    if at == 0 && compared.count_evidence() == 0 {
        page.add(
            flow::wrapped(w::compare_alike(app.lang), columns, theme.dim),
            None,
        );
    }
    page
}

fn heading(section: &Section, theme: &Theme, columns: usize, page: &mut Page) {
    page.head(&section.heading, columns, theme);
}

/// One difference: on one line, and whole under the cursor.
fn entry(app: &App, told: &Told, at: usize, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let sort = Sort::of(&told.difference);
    let sign = format!("  {} ", sort.sign());
    let text = told.sentence.to_string();
    if app.lists.cursor(Screen::Compare).row != at {
        let text = sanitize_line(&text).into_owned();
        let room = columns.saturating_sub(4);
        return vec![Line::from(vec![
            Span::styled(sign, sort_style(sort, theme)),
            Span::styled(truncate(&text, room).into_owned(), theme.text),
        ])];
    }
    let mut lines = flow::led(&sign, sort_style(sort, theme), &text, columns, theme.text);
    lines.extend(said(app, &app.said(&told.difference), theme, columns));
    lines
}

/// What the left one says, then what the right one does.
fn said(app: &App, said: &Said, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let sides = app.sides().into_iter().flatten();
    let columns = columns.saturating_sub(INDENT);
    let mut lines = Vec::new();
    for (side, texts) in sides.zip([&said.left, &said.right]) {
        let lead = w::compare_said(app.lang, &sanitize_line(&side.name));
        let nothing = ["—".to_owned()];
        let texts = if texts.is_empty() {
            &nothing[..]
        } else {
            texts
        };
        for (row, text) in texts.iter().enumerate() {
            let lead = match row {
                0 => lead.clone(),
                _ => " ".repeat(crate::text::width(&lead)),
            };
            let style = super::style(&side, theme);
            lines.extend(flow::led(&lead, style, text, columns, theme.text));
        }
    }
    flow::indented(lines, INDENT)
}
