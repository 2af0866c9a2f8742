//! A meeting: what is gone through, where the group stands, how long it takes. Plain state and what
//! follows from it; the time comes in as seconds. Knows neither drawing nor keys.

use crate::sort;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::memory::{named, number};
use super::{App, Screen};
use crate::exchange::minutes::{self, MeetingHeld};
use crate::i18n::{self as w, InWords, Lang};
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, keyed};
use crate::journey::read;
use crate::journey::touchpoints;
use crate::ron_text::{Node, quote};

/// What a meeting goes through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Agenda {
    /// All touchpoints that the map shows.
    #[default]
    Touchpoints,
    /// The Moments of Truth.
    Moments,
    /// The touchpoints with a negative gap, the worst first.
    Gaps,
    /// The stages.
    Stages,
}

impl Agenda {
    /// All agendas.
    pub const ALL: [Agenda; 4] = [
        Agenda::Touchpoints,
        Agenda::Moments,
        Agenda::Gaps,
        Agenda::Stages,
    ];

    /// Its name for the program.
    pub fn name(self) -> &'static str {
        match self {
            Agenda::Touchpoints => "touchpoints",
            Agenda::Moments => "moments",
            Agenda::Gaps => "gaps",
            Agenda::Stages => "stages",
        }
    }

    /// The agenda of this name.
    pub fn named(name: &str) -> Option<Agenda> {
        Agenda::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Agenda::Touchpoints => w::agenda_touchpoints(lang),
            Agenda::Moments => w::agenda_moments(lang),
            Agenda::Gaps => w::agenda_gaps(lang),
            Agenda::Stages => w::agenda_stages(lang),
        }
    }

    /// The elements change with the journey; those of the others stay as they were chosen, so that
    /// what the group repairs does not vanish under its hands.
    fn is_live(self) -> bool {
        matches!(self, Agenda::Touchpoints | Agenda::Stages)
    }
}

/// So many meetings that were not ended are remembered.
const KEPT: usize = 20;

/// So many bytes of the texts that they began with are remembered, the newest first. A journey of
/// 300 touchpoints has 300 KB.
const MOST_BEGUN: usize = 1 << 20;

/// What the program knows of meetings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Meetings {
    /// The one that goes on.
    pub now: Option<Meeting>,
    /// The agenda that was chosen last.
    pub agenda: Agenda,
    /// Minutes planned for each item, as they were set last.
    pub planned: Option<u32>,
    /// The field that was voted on last.
    pub voted_on: Option<&'static str>,
    /// Those that were not ended when their files were left, the newest first.
    pub kept: Vec<KeptMeeting>,
}

/// A meeting that goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// What it goes through.
    pub agenda: Agenda,
    /// All that it went through, in that order.
    agendas: Vec<Agenda>,
    /// The elements when the agenda was chosen.
    chosen: Vec<ElementKey>,
    /// Where it stands, and at which place of the agenda for when that is gone.
    at: (Option<ElementKey>, usize),
    /// The names of those who take part.
    pub participants: Vec<String>,
    /// Seconds that it has lasted.
    pub seconds: u64,
    /// Seconds spent on each element that it has come to.
    spent: HashMap<ElementKey, u64>,
    /// The clock was stopped by hand.
    pub is_paused: bool,
    /// The group has left for now: the clock stands.
    is_away: bool,
    /// The text of the journey when it began.
    begun: Arc<str>,
    /// Ids of the notes that were there before it began.
    notes_before: HashSet<String>,
    /// The screen that it was begun from.
    pub from: Screen,
}

/// What is remembered of a meeting that was not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptMeeting {
    /// The file by its whole path.
    pub file: String,
    /// What it goes through.
    pub agenda: Agenda,
    /// All that it went through, in that order.
    pub agendas: Vec<Agenda>,
    /// The id of the element that it stands at.
    pub at: String,
    /// The ids of the elements that it has come to.
    pub come_to: Vec<String>,
    /// The names of those who take part.
    pub participants: Vec<String>,
    /// Seconds that it has lasted, in whole minutes.
    pub seconds: u64,
    /// Minutes planned for each item.
    pub planned: Option<u32>,
    /// Ids of the notes that were taken.
    pub notes: Vec<String>,
    /// The text of the journey when it began. Where that was too large, the minutes tell what
    /// changes from the next program on; the notes are known by their ids.
    pub begun: Option<Arc<str>>,
}

impl KeptMeeting {
    /// Reads one.
    pub fn read(field: Node<'_>) -> Option<KeptMeeting> {
        let root = field.inner()?;
        let text = |name| Some(root.field(name)?.inner()?.text()?.into_owned());
        Some(KeptMeeting {
            file: text("file")?,
            agenda: Agenda::named(&text("agenda")?)?,
            agendas: named(root.field("agendas"), Agenda::named),
            at: text("at")?,
            come_to: texts(root.field("come_to")),
            participants: texts(root.field("participants")),
            seconds: number(root.field("seconds"))?,
            planned: number(root.field("planned")),
            notes: texts(root.field("notes")),
            begun: text("begun").map(Arc::from),
        })
    }

    /// It as a text.
    pub fn text(&self) -> String {
        let agendas = self.agendas.iter().map(|it| it.name());
        let parts = [
            ("file", Some(quote(&self.file))),
            ("agenda", Some(quote(self.agenda.name()))),
            ("agendas", Some(list(agendas))),
            ("at", Some(quote(&self.at))),
            ("come_to", Some(list(&self.come_to))),
            ("participants", Some(list(&self.participants))),
            ("seconds", Some(self.seconds.to_string())),
            ("planned", self.planned.map(|it| it.to_string())),
            ("notes", Some(list(&self.notes))),
            ("begun", self.begun.as_ref().map(|it| quote(it))),
        ];
        let part = |(name, value): (&str, Option<String>)| Some(format!("{name}: {}", value?));
        let parts: Vec<String> = parts.into_iter().filter_map(part).collect();
        format!("({})", parts.join(", "))
    }
}

/// The texts of a list.
fn texts(field: Option<Node<'_>>) -> Vec<String> {
    let items = field.and_then(Node::inner).into_iter();
    let text = |item: Node<'_>| Some(item.inner()?.text()?.into_owned());
    items.flat_map(Node::children).filter_map(text).collect()
}

/// Texts as a list.
fn list(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let texts = texts.into_iter().map(|it| quote(it.as_ref()));
    let texts: Vec<String> = texts.collect();
    format!("[{}]", texts.join(", "))
}

/// Meetings with as many of the texts that they began with as there is room for.
fn within_bounds(mut meetings: Vec<KeptMeeting>) -> Vec<KeptMeeting> {
    let mut room = MOST_BEGUN;
    for meeting in &mut meetings {
        meeting.begun.take_if(|it| it.len() > room);
        room -= meeting.begun.as_ref().map_or(0, |it| it.len());
    }
    meetings
}

impl Meeting {
    /// Goes on as what was remembered of it, with the elements that it had come to.
    fn take_up(&mut self, kept: &KeptMeeting, come_to: Vec<ElementKey>) {
        self.seconds = kept.seconds;
        self.participants = kept.participants.clone();
        if kept.agendas.contains(&self.agenda) {
            self.agendas = kept.agendas.clone();
        }
        let come_to = come_to.into_iter().chain(self.at.0.clone());
        self.spent = come_to.map(|element| (element, 0)).collect();
    }
}

impl App {
    /// What an agenda goes through now.
    pub fn agenda_items(&self, agenda: Agenda) -> Vec<ElementKey> {
        let journey = self.journey();
        if agenda == Agenda::Stages {
            let stages = keyed(Kind::Stage, journey.stages.iter(), |it| &it.id);
            return stages.into_iter().map(|(key, _)| key).collect();
        }
        let mut all = touchpoints::all(journey);
        all.retain(|it| match agenda {
            Agenda::Moments => it.touchpoint.moment_of_truth.is_some(),
            Agenda::Gaps => it.touchpoint.gap().is_some_and(|gap| gap < 0),
            _ => self.map.lens.path.shows(it.touchpoint),
        });
        if agenda == Agenda::Gaps {
            sort::by_key(&mut all, |it| it.touchpoint.gap());
        }
        all.into_iter().map(|it| it.key).collect()
    }

    /// What the meeting goes through.
    pub fn meeting_items(&self) -> Vec<ElementKey> {
        let Some(meeting) = &self.meetings.now else {
            return Vec::new();
        };
        if meeting.agenda.is_live() {
            return self.agenda_items(meeting.agenda);
        }
        let index = &self.document.parsed.index;
        let chosen = meeting.chosen.iter();
        let there = chosen.filter(|key| index.node(key).is_some());
        there.cloned().collect()
    }

    /// The element that the meeting stands at.
    pub fn meeting_item(&self) -> Option<ElementKey> {
        let at = self.meetings.now.as_ref()?.at.0.clone()?;
        Some(at).filter(|it| self.document.parsed.index.node(it).is_some())
    }

    /// The place of that element in the agenda.
    pub fn meeting_position(&self) -> usize {
        self.meetings.now.as_ref().map_or(0, |it| it.at.1)
    }

    /// Begins a meeting, or gives the one that goes on another agenda.
    pub(super) fn begin_meeting(&mut self, agenda: Agenda) {
        let chosen = self.agenda_items(agenda);
        let here = self.here();
        let at = chosen.iter().position(|it| Some(it) == here.as_ref());
        self.meetings.agenda = agenda;
        let mut meeting = match self.meetings.now.take() {
            Some(meeting) => meeting,
            None => {
                self.meetings.planned = None;
                self.new_meeting()
            }
        };
        (meeting.agenda, meeting.chosen) = (agenda, chosen);
        if !meeting.agendas.contains(&agenda) {
            meeting.agendas.push(agenda);
        }
        self.meetings.now = Some(meeting);
        self.go_to_position(at.unwrap_or(0));
        self.come_to_meeting();
    }

    fn new_meeting(&self) -> Meeting {
        Meeting {
            agenda: Agenda::default(),
            agendas: Vec::new(),
            chosen: Vec::new(),
            at: (None, 0),
            participants: Vec::new(),
            seconds: 0,
            spent: HashMap::new(),
            is_paused: false,
            is_away: false,
            begun: self.document.parsed.tree.text().into(),
            notes_before: self.note_ids().map(str::to_owned).collect(),
            from: self.behind,
        }
    }

    fn note_ids(&self) -> impl Iterator<Item = &str> {
        self.journey().notes.iter().map(|note| note.id.as_str())
    }

    /// Goes on with the meeting of this file that was not ended, where the program was left, and
    /// returns what is known of it; `None` where there is none.
    pub(super) fn resume_meeting(&mut self) -> Option<KeptMeeting> {
        let file = self.meeting_file();
        let mut all = self.meetings.kept.iter();
        let kept = all.find(|it| Some(&it.file) == file.as_ref())?.clone();
        if self.agenda_items(kept.agenda).is_empty() {
            return None;
        }
        self.begin_meeting(kept.agenda);
        let items = self.meeting_items();
        if let Some(position) = items.iter().position(|it| it.id == kept.at) {
            self.go_to_position(position);
        }
        self.meetings.planned = kept.planned;
        let come_to = self.come_to(&kept);
        let begun = kept
            .begun
            .clone()
            .map(|text| (text.clone(), self.notes_of(&text)));
        if let Some(meeting) = &mut self.meetings.now {
            meeting.take_up(&kept, come_to);
            match begun {
                Some(begun) => (meeting.begun, meeting.notes_before) = begun,
                None => meeting.notes_before.retain(|id| !kept.notes.contains(id)),
            }
        }
        Some(kept)
    }

    /// Ids of the notes in a text of the journey.
    fn notes_of(&self, text: &str) -> HashSet<String> {
        let then = read(text.to_owned(), self.document.context()).journey;
        then.notes.into_iter().map(|note| note.id).collect()
    }

    /// The elements that a meeting had come to.
    fn come_to(&self, kept: &KeptMeeting) -> Vec<ElementKey> {
        let agendas = kept.agendas.iter();
        let items = agendas.flat_map(|agenda| self.agenda_items(*agenda));
        items.filter(|it| kept.come_to.contains(&it.id)).collect()
    }

    /// The file of the journey, as meetings are remembered by it: of two journeys whose files have
    /// the same name, each has its own.
    fn meeting_file(&self) -> Option<String> {
        let file = self.real.as_ref().or(self.path.as_ref())?;
        Some(file.to_string_lossy().into_owned())
    }

    /// What is to be remembered of the meeting that goes on, and of those that were left before.
    pub(super) fn kept_meetings(&self) -> Vec<KeptMeeting> {
        let Some(now) = self.kept_meeting() else {
            return self.meetings.kept.clone();
        };
        let others = self.meetings.kept.iter().filter(|it| it.file != now.file);
        let others: Vec<KeptMeeting> = others.take(KEPT - 1).cloned().collect();
        within_bounds([vec![now], others].concat())
    }

    fn kept_meeting(&self) -> Option<KeptMeeting> {
        let meeting = self.meetings.now.as_ref()?;
        let taken = self
            .note_ids()
            .filter(|id| !meeting.notes_before.contains(*id));
        let come_to: BTreeSet<&str> = meeting.spent.keys().map(|it| it.id.as_str()).collect();
        Some(KeptMeeting {
            file: self.meeting_file()?,
            planned: self.meetings.planned,
            agenda: meeting.agenda,
            agendas: meeting.agendas.clone(),
            at: meeting.at.0.as_ref()?.id.clone(),
            come_to: come_to.into_iter().map(str::to_owned).collect(),
            participants: meeting.participants.clone(),
            seconds: meeting.seconds / 60 * 60,
            notes: taken.map(str::to_owned).collect(),
            begun: Some(meeting.begun.clone()),
        })
    }

    /// Shows the meeting that goes on; its clock counts.
    pub(super) fn come_to_meeting(&mut self) {
        if let Some(meeting) = &mut self.meetings.now {
            meeting.is_away = false;
        }
        self.show(Screen::Meeting);
    }

    /// Leaves the meeting for now, for the screen that it was begun from; its clock stands.
    pub(super) fn leave_meeting(&mut self) {
        if let Some(meeting) = &mut self.meetings.now {
            meeting.is_away = true;
            let from = meeting.from;
            self.show(from);
        }
    }

    /// Ends the meeting.
    pub(super) fn end_meeting(&mut self) {
        self.leave_meeting();
        let file = self.meeting_file();
        let kept = &mut self.meetings.kept;
        kept.retain(|it| Some(&it.file) != file.as_ref());
        self.meetings.now = None;
    }

    /// Goes to a place of the agenda, or to its last one.
    pub(super) fn go_to_position(&mut self, position: usize) {
        let items = self.meeting_items();
        let position = position.min(items.len().saturating_sub(1));
        let item = items.get(position).cloned();
        if let Some(meeting) = &mut self.meetings.now {
            if let Some(item) = &item {
                meeting.spent.entry(item.clone()).or_insert(0);
            }
            meeting.at = (item, position);
        }
    }

    /// Goes to this element, where the agenda has it.
    pub(super) fn go_to_item(&mut self, item: &ElementKey) {
        let items = self.meeting_items();
        if let Some(position) = items.iter().position(|it| it == item) {
            self.go_to_position(position);
        }
    }

    /// Makes the meeting fit the document again.
    pub(super) fn settle_meeting(&mut self) {
        let is_shown = [self.screen, self.behind].contains(&Screen::Meeting);
        if !is_shown {
            return;
        }
        let Some(meeting) = &self.meetings.now else {
            self.behind = Screen::Map;
            if self.screen == Screen::Meeting {
                self.screen = Screen::Map;
            }
            return;
        };
        // A file that cannot be read for the moment has no elements at all.
        if self.document.parsed.is_unreadable() {
            return;
        }
        let (at, position) = meeting.at.clone();
        let items = self.meeting_items();
        let found = items.iter().position(|it| Some(it) == at.as_ref());
        self.go_to_position(found.unwrap_or(position));
    }

    /// So many seconds have passed.
    pub(super) fn tick(&mut self, seconds: u64) {
        let counts = self.counts_time();
        if let Some(meeting) = self.meetings.now.as_mut().filter(|_| counts) {
            meeting.seconds = meeting.seconds.saturating_add(seconds);
            if let Some(item) = meeting.at.0.clone() {
                let spent = meeting.spent.entry(item).or_insert(0);
                *spent = spent.saturating_add(seconds);
            }
        }
    }

    /// A clock counts, and wants to be told of each second.
    pub fn counts_time(&self) -> bool {
        let meeting = self.meetings.now.as_ref();
        meeting.is_some_and(|it| !it.is_paused && !it.is_away)
    }

    /// A clock is on the screen.
    pub fn shows_time(&self) -> bool {
        self.counts_time() && [self.screen, self.behind].contains(&Screen::Meeting)
    }

    /// Seconds spent on the element that the meeting stands at.
    pub fn spent(&self) -> u64 {
        let meeting = self.meetings.now.as_ref();
        let spent = meeting.and_then(|it| it.spent.get(it.at.0.as_ref()?));
        spent.copied().unwrap_or(0)
    }

    /// The clock of the element that the meeting stands at begins anew.
    pub(super) fn reset_spent(&mut self) {
        if let Some(meeting) = &mut self.meetings.now
            && let Some(item) = meeting.at.0.clone()
        {
            meeting.spent.insert(item, 0);
        }
    }

    /// Something was changed or noted since the meeting began.
    pub(super) fn has_minutes(&self) -> bool {
        let Some(meeting) = &self.meetings.now else {
            return false;
        };
        let is_new = |id: &str| !meeting.notes_before.contains(id);
        *meeting.begun != *self.document.parsed.tree.text() || self.note_ids().any(is_new)
    }

    /// The minutes of the meeting that goes on, in Markdown.
    pub fn minutes(&self) -> Option<String> {
        let meeting = self.meetings.now.as_ref()?;
        let begun = read(meeting.begun.to_string(), self.document.context());
        let agendas: Vec<&str> = meeting
            .agendas
            .iter()
            .map(|it| it.word(self.lang))
            .collect();
        let words = |parsed| InWords {
            parsed,
            neighbour: &self.document.context().neighbour,
            lang: self.lang,
        };
        let file = self.path.as_ref().and_then(|path| path.file_name());
        Some(minutes::minutes(&MeetingHeld {
            begun: words(&begun),
            now: words(&self.document.parsed),
            notes_before: &meeting.notes_before,
            today: &self.today(),
            file: file.map(|it| it.to_string_lossy().into_owned()),
            participants: &meeting.participants,
            agenda: &agendas.join("; "),
            come_to: meeting.spent.len(),
            seconds: meeting.seconds,
        }))
    }
}
