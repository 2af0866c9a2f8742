//! The versions of the file: what each said, what changed, and curves over them. The versions
//! come in one after the other, the newest first, while the screen is in use. Knows no git.

use crate::sort;
use std::collections::HashMap;
use std::sync::Arc;

use super::cursor::Cursor;
use super::dialog::{Dialog, PickDialog};
use super::edits::Asked;
use super::options::Choice;
use super::{App, Screen};
use crate::compare::{Difference, differences, take_over};
use crate::document::Document;
use crate::document::edit::Edit;
use crate::i18n::differences::Section;
use crate::i18n::{self as w, InWords};
use crate::journey::check::Neighbour;
use crate::journey::place::{ElementKey, Place};
use crate::journey::{Context, Parsed, read};
use crate::text::TextField;

/// A version of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct PastVersion {
    /// Its commit in a few digits.
    pub commit: String,
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// Who wrote it.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
    /// What the file held; `None` where it was gone or is no text.
    pub text: Option<Arc<str>>,
    /// What it held before this commit; `None` where it was not there.
    pub before: Option<Arc<str>>,
    /// The figures that the chart draws.
    pub figures: Figures,
}

/// What a version measures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// The mean of all emotions.
    pub emotion: Option<f64>,
    /// The latest figure of each KPI, by its id, with the KPI's name.
    pub kpis: HashMap<String, (String, f64)>,
}

/// What the chart draws.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Chart {
    /// The mean emotion.
    #[default]
    Emotion,
    /// The KPI of this id.
    Kpi(String),
}

/// The history of a file.
#[derive(Default)]
pub struct History {
    /// The versions, the newest first.
    pub versions: Vec<PastVersion>,
    /// More may come.
    pub loading: bool,
    /// Why there is none.
    pub why_not: Option<String>,
    /// The version that others are compared with.
    pub marked: Option<usize>,
    /// What the chart draws.
    pub chart: Chart,
    /// What is told of the version under the cursor, and for which pair.
    told: Option<(Pair, Vec<Section>)>,
}

/// A version by its index, and the one that it is compared with, if not what was before it.
type Pair = (Option<usize>, usize);

/// An old version that stands on the screens; the document waits.
pub struct Viewing {
    /// What it is called.
    pub name: String,
    document: Document<Cursor>,
    cursor: Cursor,
}

impl Figures {
    /// What a journey measures.
    pub fn of(parsed: &Parsed) -> Figures {
        let journey = &parsed.journey;
        let touchpoints = journey.stages.iter().flat_map(|stage| &stage.touchpoints);
        let emotions: Vec<f64> = touchpoints
            .filter_map(|it| it.emotion)
            .map(|emotion| emotion as f64)
            .collect();
        let mean = emotions.iter().sum::<f64>() / emotions.len() as f64;
        let kpis = crate::journey::kpis::all(journey).filter_map(|carried| {
            let kpi = carried.kpi;
            let metric = kpi.metric.as_ref()?;
            let dated = crate::journey::total::figures(metric, &kpi.readings);
            let latest = dated.into_iter().rev().find_map(|it| it.figure.ok())?;
            let key = ElementKey::new(crate::journey::fields::Kind::Kpi, kpi.id.as_str());
            let node = parsed.tree.node(parsed.index.node(&key)?);
            let words = InWords {
                parsed,
                neighbour: &Neighbour::Unknown,
                lang: w::Lang::En,
            };
            Some((kpi.id.clone(), (words.label_of(node), latest.value)))
        });
        Figures {
            emotion: (!emotions.is_empty()).then_some(mean),
            kpis: kpis.collect(),
        }
    }
}

impl History {
    /// No version yet, and all are to come.
    pub fn coming() -> History {
        History {
            loading: true,
            ..History::default()
        }
    }

    /// The values that the chart draws, the oldest first; `None` where a version has none.
    pub fn curve(&self) -> Vec<Option<f64>> {
        let value = |version: &PastVersion| match &self.chart {
            Chart::Emotion => version.figures.emotion,
            Chart::Kpi(id) => version.figures.kpis.get(id).map(|(_, value)| *value),
        };
        self.versions.iter().rev().map(value).collect()
    }

    /// The name of the KPI that the chart draws.
    pub fn chart_kpi(&self) -> Option<&str> {
        let Chart::Kpi(id) = &self.chart else {
            return None;
        };
        let mut versions = self.versions.iter();
        versions.find_map(|version| Some(version.figures.kpis.get(id)?.0.as_str()))
    }

    /// What changed in the version under the cursor.
    pub fn told(&self) -> &[Section] {
        self.told.as_ref().map_or(&[], |(_, told)| told)
    }

    /// The KPIs that the newest version has, by their order of name.
    fn kpis(&self) -> Vec<String> {
        let newest = self.versions.first();
        let mut kpis: Vec<_> = newest.into_iter().flat_map(|it| &it.figures.kpis).collect();
        sort::by_key(&mut kpis, |(id, (name, _))| (name.clone(), (*id).clone()));
        kpis.into_iter().map(|(id, _)| id.clone()).collect()
    }
}

impl App {
    /// The version under the cursor of the list, by its index.
    pub fn version_here(&self) -> Option<usize> {
        let row = self.lists.cursor(Screen::History).row;
        (row < self.history.as_ref()?.versions.len()).then_some(row)
    }

    pub(super) fn version_places(&self) -> Vec<Place> {
        let count = self.history.as_ref().map_or(0, |it| it.versions.len());
        vec![Place::root(); count]
    }

    /// Takes versions that came in; `done` where no more will.
    pub fn take_versions(&mut self, versions: Vec<PastVersion>, done: Option<Result<(), String>>) {
        let Some(history) = &mut self.history else {
            return;
        };
        history.versions.extend(versions);
        if let Some(ended) = done {
            history.loading = false;
            history.why_not = ended.err();
        }
        self.settle();
    }

    /// Tells anew what changed, where the cursor stands on another version.
    pub(super) fn settle_history(&mut self) {
        if self.behind != Screen::History {
            return;
        }
        let Some(here) = self.version_here() else {
            return;
        };
        let Some(mut history) = self.history.take() else {
            return;
        };
        let marked = history.marked.filter(|marked| *marked != here);
        let pair = (marked, here);
        if history.told.as_ref().map(|(told, _)| *told) != Some(pair) {
            let told = self.sections_of(&history, pair);
            history.told = Some((pair, told));
        }
        self.history = Some(history);
    }

    fn sections_of(&self, history: &History, (marked, here): Pair) -> Vec<Section> {
        let here_text = history.versions[here].text.as_deref();
        let other = match marked {
            Some(marked) => history.versions[marked].text.as_deref(),
            None => history.versions[here].before.as_deref(),
        };
        // Of two versions the older one comes first, whichever was marked.
        let (old, new) = match marked.is_some_and(|marked| marked < here) {
            true => (here_text, other),
            false => (other, here_text),
        };
        let past = |text: Option<&str>| self.past(text?);
        let Some((old, new)) = past(old).zip(past(new)) else {
            return Vec::new();
        };
        self.sections(&old, &new, &differences(&old, &new))
    }

    /// A text read as a version of the journey; `None` where it cannot be.
    pub(super) fn past(&self, text: &str) -> Option<Parsed> {
        let context = Context {
            neighbour: Neighbour::Unknown,
            today: self.document.context().today,
        };
        let parsed = read(text.to_owned(), &context);
        (!parsed.is_unreadable()).then_some(parsed)
    }

    /// Shows the version under the cursor on all screens; the document waits.
    pub(super) fn view_version(&mut self) {
        let Some((history, at)) = self.history.as_ref().zip(self.version_here()) else {
            return;
        };
        let version = history.versions[at].clone();
        let Some(text) = version.text else {
            return self.refuse(w::history_no_text(self.lang));
        };
        if self.viewing.is_none() {
            let document = Document::open(Vec::new(), self.document.context().clone());
            self.viewing = Some(Viewing {
                name: String::new(),
                cursor: self.cursor(),
                document: std::mem::replace(&mut self.document, document),
            });
        }
        let context = self.document.context().clone();
        self.document = Document::open(text.as_bytes().to_vec(), context);
        let name = format!("{} {}", w::date(self.lang, &version.date), version.commit);
        self.tell(w::history_viewing(self.lang, &name));
        if let Some(viewing) = &mut self.viewing {
            viewing.name = name;
        }
        self.show(Screen::Map);
    }

    /// Back to the document, as it was left; `false` where it stands there already.
    pub(super) fn leave_version(&mut self) -> bool {
        let Some(viewing) = self.viewing.take() else {
            return false;
        };
        self.document = viewing.document;
        self.go(&viewing.cursor);
        true
    }

    /// Asks what to bring back from the version under the cursor.
    pub(super) fn ask_to_bring_back(&mut self) {
        let version = self.version_here().zip(self.history.as_ref());
        let text = version.and_then(|(at, history)| history.versions[at].text.clone());
        let Some(old) = text.and_then(|text| self.past(&text)) else {
            return self.refuse(w::history_no_text(self.lang));
        };
        let (choices, edits): (Vec<Choice>, Vec<Edit>) = self.lost(&old).into_iter().unzip();
        if choices.is_empty() {
            return self.refuse(w::history_nothing_lost(self.lang));
        }
        self.dialogs.push(Dialog::Pick(PickDialog {
            title: w::history_bring_back_title(self.lang).to_owned(),
            choices,
            filter: TextField::single_line(""),
            cursor: 0,
            several: false,
            asked: Asked::BringBack(edits),
        }));
    }

    /// What an old version says and the document does not, each with the edit that brings it back.
    fn lost(&self, old: &Parsed) -> Vec<(Choice, Edit)> {
        let now = &self.document.parsed;
        let words = |parsed| InWords {
            parsed,
            neighbour: &self.document.context().neighbour,
            lang: self.lang,
        };
        let (was, is) = (words(old), words(now));
        let lost = |difference: &Difference| {
            let (place, edit) = brought_back(difference, old, now)?;
            let node = old.index.locate(&old.tree, &place)?;
            let label = match (&edit, place.last_field()) {
                (Edit::Set { .. }, Some(_)) => {
                    let value = node.inner().zip(old.field_of(&place));
                    let value = value.map(|(node, field)| was.value(field, node));
                    format!("{}: {}", is.place(&place), value.unwrap_or_default())
                }
                _ => was.place(&place),
            };
            let label = label.replace('\n', " · ");
            Some((Choice::plain(label, String::new()), edit))
        };
        differences(old, now).iter().filter_map(lost).collect()
    }

    /// Draws another curve over the versions.
    pub(super) fn next_chart(&mut self) {
        let Some(history) = &mut self.history else {
            return;
        };
        let kpis = history.kpis();
        history.chart = match &history.chart {
            Chart::Emotion => kpis.first().cloned().map_or(Chart::Emotion, Chart::Kpi),
            Chart::Kpi(id) => {
                let at = kpis.iter().position(|other| other == id);
                let next = at.and_then(|at| kpis.get(at + 1));
                next.cloned().map_or(Chart::Emotion, Chart::Kpi)
            }
        };
    }
}

/// The place in the old version that a difference took away or changed, and the edit that gives
/// it back to the present one.
fn brought_back(difference: &Difference, old: &Parsed, now: &Parsed) -> Option<(Place, Edit)> {
    let place = match difference {
        Difference::Removed(key) => Place::of(key.clone()),
        Difference::Fact(place) | Difference::Reworded { from: place, .. } => place.clone(),
        _ => return None,
    };
    old.index.locate(&old.tree, &place)?;
    Some((place, take_over(difference, old, now).ok()?))
}
