//! What a lane says about one touchpoint, as lines of a cell.

use super::items::{Item, layout};
use super::sheet::Sheet;
use super::{curve, kpis, ratings, seams};
use crate::app::map::Lane;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::Kind;
use crate::journey::model::{
    Feedback, Improvement, ImprovementStatus, MomentOfTruth, Note, NoteKind, Source, Touchpoint,
};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;
use std::collections::HashMap;

/// The lines of a cell, at most `limit`; a dot where there is nothing.
pub(super) fn lines(sheet: &Sheet, lane: Lane, column: usize, limit: u16) -> Vec<Line<'static>> {
    let Some(touchpoint) = sheet.touchpoint(column) else {
        return Vec::new();
    };
    let lines = match lane {
        Lane::Emotion => curve::in_one_line(sheet, column, touchpoint),
        Lane::Ratings => ratings::lines(sheet, column, touchpoint, limit),
        _ => {
            let mut items = items(sheet, lane, touchpoint);
            if let Some(field) = lane.field() {
                mark_errors(sheet, column, field, &mut items);
            }
            layout(&items, sheet.text_width(column), limit, sheet.theme.dim)
        }
    };
    let lines = match lane {
        Lane::Kpis => with_kpis(sheet, column, touchpoint, limit, lines),
        _ => lines,
    };
    let lines = match lane {
        Lane::Owner => with_seam(sheet, column, limit, lines),
        _ => lines,
    };
    if lines.is_empty() {
        vec![nothing(sheet)]
    } else {
        lines
    }
}

/// The KPIs under what is wrong with them.
fn with_kpis(
    sheet: &Sheet,
    column: usize,
    at: &Touchpoint,
    limit: u16,
    mut wrong: Vec<Line<'static>>,
) -> Vec<Line<'static>> {
    let columns = usize::from(sheet.text_width(column));
    let left = usize::from(limit).saturating_sub(wrong.len());
    wrong.extend(kpis::lines(sheet, at, columns, left));
    wrong
}

/// How the hand-over to the owner is agreed under its name, where there is a line for it.
fn with_seam(
    sheet: &Sheet,
    column: usize,
    limit: u16,
    mut owner: Vec<Line<'static>>,
) -> Vec<Line<'static>> {
    if owner.len() < usize::from(limit) {
        owner.extend(seams::in_words(sheet, column));
    }
    owner
}

/// What stands in an empty cell.
pub(super) fn nothing(sheet: &Sheet) -> Line<'static> {
    Line::from(Span::styled("·", sheet.theme.border))
}

/// Puts what is wrong before the other items.
fn mark_errors<'a>(sheet: &'a Sheet<'a>, column: usize, field: &'a str, items: &mut Vec<Item<'a>>) {
    let theme = sheet.theme;
    for error in sheet.errors_in(column, field) {
        // An id that leads nowhere is shown as it is.
        items.retain(|item| !item.is(error.said));
        let item = Item::new(error.said, theme.bad).led_by("✗ ", theme.bad);
        items.insert(0, item);
    }
}

fn items<'a>(sheet: &Sheet<'a>, lane: Lane, at: &'a Touchpoint) -> Vec<Item<'a>> {
    let theme = sheet.theme;
    match lane {
        Lane::Emotion | Lane::Ratings | Lane::Kpis => Vec::new(),
        Lane::Promise => one(at.promise.as_deref(), theme.text),
        Lane::MomentOfTruth => at
            .moment_of_truth
            .iter()
            .map(|it| moment(sheet, it))
            .collect(),
        Lane::Channel => one(
            at.channel.as_deref().map(|id| channel(sheet, id)),
            theme.text,
        ),
        Lane::Owner => one(
            at.owner.as_deref().map(|id| department(sheet, id)),
            theme.text,
        ),
        Lane::Actions => bullets(&at.actions, theme.text, theme.dim),
        Lane::Thoughts => bullets(&at.thoughts, theme.text, theme.dim),
        Lane::Quotes => quotes(sheet, &at.quotes),
        Lane::Pains => bullets(&at.pains, theme.text, theme.bad),
        Lane::Opportunities => bullets(&at.opportunities, theme.text, theme.good),
        Lane::Frontstage => bullets(&at.frontstage, theme.text, theme.dim),
        Lane::Backstage => bullets(&at.backstage, theme.text, theme.dim),
        Lane::Support => bullets(&at.support, theme.text, theme.dim),
        Lane::Values => values(sheet, at),
        Lane::Feedback => at.feedback.iter().map(|it| feedback(sheet, it)).collect(),
        Lane::Improvements => improvements(sheet, at),
        Lane::Notes => notes(sheet, at),
    }
}

fn one(text: Option<&str>, style: Style) -> Vec<Item<'_>> {
    text.map(|text| Item::new(text, style))
        .into_iter()
        .collect()
}

fn bullets(texts: &[String], style: Style, bullet: Style) -> Vec<Item<'_>> {
    let items = texts.iter().map(|text| Item::new(text.as_str(), style));
    items.map(|item| item.led_by("• ", bullet)).collect()
}

fn moment<'a>(sheet: &Sheet, it: &'a MomentOfTruth) -> Item<'a> {
    Item::new(it.reason.as_str(), sheet.theme.text).led_by("◆ ", sheet.theme.moment)
}

/// The name of a channel.
pub(super) fn channel<'a>(sheet: &Sheet<'a>, id: &'a str) -> &'a str {
    let own = &sheet.content.journey.channels;
    let own = own.iter().find(|it| it.id == id).map(|it| &*it.name);
    own.unwrap_or_else(|| lent(sheet, Kind::Channel, id))
}

/// The name of a department.
pub(super) fn department<'a>(sheet: &Sheet<'a>, id: &'a str) -> &'a str {
    let own = &sheet.content.journey.departments;
    let own = own.iter().find(|it| it.id == id).map(|it| &*it.name);
    own.unwrap_or_else(|| lent(sheet, Kind::Department, id))
}

fn value<'a>(sheet: &Sheet<'a>, id: &'a str) -> &'a str {
    let own = &sheet.content.journey.values;
    let own = own.iter().find(|it| it.id == id).map(|it| &*it.name);
    own.unwrap_or_else(|| lent(sheet, Kind::Value, id))
}

/// The name of what is not the journey's own; a person is called as written.
fn lent<'a>(sheet: &Sheet<'a>, kind: Kind, id: &'a str) -> &'a str {
    sheet.content.neighbour.name(kind, id).unwrap_or(id)
}

fn values<'a>(sheet: &Sheet<'a>, at: &'a Touchpoint) -> Vec<Item<'a>> {
    let item = |id: &'a String| {
        Item::new(value(sheet, id), sheet.theme.text).led_by("• ", sheet.theme.dim)
    };
    at.values.iter().map(item).collect()
}

fn quotes<'a>(sheet: &Sheet, texts: &'a [String]) -> Vec<Item<'a>> {
    let lang = sheet.content_lang();
    texts
        .iter()
        .map(|text| Item::new(quoted(text, lang), sheet.theme.quote))
        .collect()
}

/// A text in the quotation marks of its language, unless it brings its own.
fn quoted(text: &str, lang: Lang) -> Cow<'_, str> {
    if text.starts_with(['"', '“', '„', '«', '»', '‹', '‘', '\'']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(match lang {
        Lang::En => format!("“{text}”"),
        Lang::De => format!("«{text}»"),
    })
}

fn feedback<'a>(sheet: &Sheet, it: &'a Feedback) -> Item<'a> {
    let said = quoted(&it.text, sheet.content_lang());
    let source = match it.source {
        Some(Source::Survey) => w::choice_survey(sheet.lang()),
        Some(Source::Review) => w::choice_review(sheet.lang()),
        Some(Source::Direct) => w::choice_direct(sheet.lang()),
        None => return Item::new(said, sheet.theme.quote),
    };
    Item::new(format!("{source}: {said}"), sheet.theme.quote)
}

fn improvements<'a>(sheet: &Sheet<'a>, at: &Touchpoint) -> Vec<Item<'a>> {
    let all = sheet.content.journey.improvements.iter();
    all.filter(|it| it.at.contains(&at.id))
        .map(|it| improvement(sheet, it))
        .collect()
}

/// Signs by the ids of touchpoints.
pub(super) type Signs<'a> = HashMap<&'a str, (&'static str, Style)>;

/// The sign of the first improvement at each touchpoint that was not dropped.
pub(super) fn improvement_signs<'a>(sheet: &Sheet<'a>) -> Signs<'a> {
    let all = sheet.content.journey.improvements.iter();
    let left = all.filter(|it| it.status != Some(ImprovementStatus::Dropped));
    let mut signs = Signs::new();
    for (improvement, at) in left.flat_map(|it| it.at.iter().map(move |at| (it, at))) {
        let sign = (sign_of(improvement.status), sheet.theme.good);
        signs.entry(at.as_str()).or_insert(sign);
    }
    signs
}

/// Its place in the PDCA cycle, as a circle that fills.
pub(super) fn sign_of(status: Option<ImprovementStatus>) -> &'static str {
    match status {
        None => "○ ",
        Some(ImprovementStatus::Plan) => "◔ ",
        Some(ImprovementStatus::Do) => "◑ ",
        Some(ImprovementStatus::Check) => "◕ ",
        Some(ImprovementStatus::Act) => "● ",
        Some(ImprovementStatus::Dropped) => "✗ ",
    }
}

/// The title with its sign and its place in the cycle.
fn improvement<'a>(sheet: &Sheet<'a>, it: &'a Improvement) -> Item<'a> {
    let theme = sheet.theme;
    let (word, style): (w::Word, _) = match it.status {
        None => {
            return Item::new(it.title.as_str(), theme.text).led_by(sign_of(None), theme.dim);
        }
        Some(ImprovementStatus::Plan) => (w::choice_plan, theme.text),
        Some(ImprovementStatus::Do) => (w::choice_do, theme.text),
        Some(ImprovementStatus::Check) => (w::choice_check, theme.text),
        Some(ImprovementStatus::Act) => (w::choice_act, theme.text),
        Some(ImprovementStatus::Dropped) => (w::choice_dropped, theme.dim),
    };
    let title = format!("{} ·\u{A0}{}", it.title, word(sheet.lang()));
    Item::new(title, style).led_by(sign_of(it.status), theme.good)
}

fn notes<'a>(sheet: &Sheet<'a>, at: &Touchpoint) -> Vec<Item<'a>> {
    let all = sheet.content.journey.notes.iter();
    let here = all.filter(|it| it.at.as_deref() == Some(&at.id));
    here.map(|it| note(sheet, it)).collect()
}

/// The sign of the first note on each touchpoint, of one that is not done where there is one.
pub(super) fn note_signs<'a>(sheet: &Sheet<'a>) -> Signs<'a> {
    let notes = &sheet.content.journey.notes;
    let open = notes.iter().filter(|it| !it.done);
    let mut signs = Signs::new();
    for note in open.chain(notes.iter().filter(|it| it.done)) {
        if let Some(at) = &note.at {
            let sign = (sign_of_note(note), sheet.theme.warn);
            signs.entry(at.as_str()).or_insert(sign);
        }
    }
    signs
}

fn sign_of_note(it: &Note) -> &'static str {
    match it.kind {
        None => "• ",
        Some(NoteKind::Question) => "? ",
        Some(NoteKind::Decision) => "! ",
        Some(NoteKind::Todo) if it.done => "☑ ",
        Some(NoteKind::Todo) => "☐ ",
        Some(NoteKind::Idea) => "✦ ",
    }
}

fn note<'a>(sheet: &Sheet, it: &'a Note) -> Item<'a> {
    let style = if it.done {
        sheet.theme.dim
    } else {
        sheet.theme.text
    };
    Item::new(it.text.as_str(), style).led_by(sign_of_note(it), sheet.theme.warn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_those_of_the_language_and_never_double() {
        assert_eq!(quoted("Grüezi", Lang::De), "«Grüezi»");
        assert_eq!(quoted("Hello", Lang::En), "“Hello”");
        assert_eq!(quoted("«Salü»", Lang::De), "«Salü»");
    }
}
