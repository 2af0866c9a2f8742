//! THE table of commands: name, words, keys, where each holds, and what it runs. Help, footer,
//! palette and documentation are made from it. Knows no drawing.

mod capture;
mod compare;
mod conflicts;
mod departments;
mod dialogs;
mod element;
mod filter;
mod findings;
mod history;
mod import;
mod improvements;
mod inspector;
mod kpis;
mod list;
mod map;
mod meeting;
mod moments;
mod notes;
mod outline;
mod portfolio;
mod priorities;
mod repeat;
mod screens;
mod search;
mod start;
mod strategy;
mod touchpoint;
mod values;

use super::{App, Screen};
use crate::app::effect::Effect;
use crate::app::repeat::{Again, Deed};
use crate::i18n::{self as w, Lang, Word};

/// Where a command's keys hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On the map.
    Map,
    /// On the outline.
    Outline,
    /// On the board of Moments of Truth.
    Moments,
    /// On the list of KPIs.
    Kpis,
    /// On what to improve first.
    Priorities,
    /// On values and promises.
    Values,
    /// On departments and hand-overs.
    Departments,
    /// On the board of improvements.
    Improvements,
    /// On the strategy.
    Strategy,
    /// On the list of findings.
    Findings,
    /// On the list of notes.
    Notes,
    /// On the document beside another version or file.
    Compare,
    /// On the conflicts of a merge.
    Conflicts,
    /// On the history of the file.
    History,
    /// On what a survey would bring.
    Import,
    /// On the journeys of a folder.
    Portfolio,
    /// On the page one begins from.
    Start,
    /// During the tour, before all others.
    Tour,
    /// In a meeting.
    Meeting,
    /// While a group votes.
    Vote,
    /// In the inspector.
    Inspector,
    /// On every screen that is a list.
    Lists,
    /// On the element under the cursor, wherever there is one.
    Elements,
    /// On the touchpoint under the cursor, where there may be one.
    Touchpoints,
    /// On every screen.
    Screens,
    /// While a search is on, before all others.
    Search,
    /// While the Map is filtered, before its own.
    Filter,
    /// While lines of quick add are typed.
    Capture,
    /// While a text is typed.
    Field,
    /// While something is picked from a list.
    Pick,
    /// While a text is read: help, questions.
    Reader,
}

impl Scope {
    /// Its word, as a heading of the help.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Scope::Map => w::scope_map(lang),
            Scope::Outline => w::scope_outline(lang),
            Scope::Moments => w::scope_moments(lang),
            Scope::Kpis => w::scope_kpis(lang),
            Scope::Priorities => w::scope_priorities(lang),
            Scope::Values => w::scope_values(lang),
            Scope::Departments => w::scope_departments(lang),
            Scope::Improvements => w::scope_improvements(lang),
            Scope::Strategy => w::scope_strategy(lang),
            Scope::Findings => w::scope_findings(lang),
            Scope::Notes => w::scope_notes(lang),
            Scope::Compare => w::scope_compare(lang),
            Scope::Conflicts => w::scope_conflicts(lang),
            Scope::History => w::scope_history(lang),
            Scope::Import => w::scope_import(lang),
            Scope::Portfolio => w::scope_portfolio(lang),
            Scope::Start => w::scope_start(lang),
            Scope::Tour => w::scope_tour(lang),
            Scope::Meeting => w::scope_meeting(lang),
            Scope::Vote => w::scope_vote(lang),
            Scope::Inspector => w::scope_inspector(lang),
            Scope::Lists => w::scope_lists(lang),
            Scope::Elements => w::scope_elements(lang),
            Scope::Touchpoints => w::scope_touchpoints(lang),
            Scope::Screens => w::scope_screens(lang),
            Scope::Search => w::scope_search(lang),
            Scope::Filter => w::scope_filter(lang),
            Scope::Capture => w::scope_capture(lang),
            Scope::Field => w::scope_field(lang),
            Scope::Pick => w::scope_pick(lang),
            Scope::Reader => w::scope_reader(lang),
        }
    }

    /// The scope of a screen's own keys.
    pub fn of(screen: Screen) -> Scope {
        match screen {
            Screen::Map => Scope::Map,
            Screen::Inspector => Scope::Inspector,
            Screen::Outline => Scope::Outline,
            Screen::Moments => Scope::Moments,
            Screen::Kpis => Scope::Kpis,
            Screen::Priorities => Scope::Priorities,
            Screen::Values => Scope::Values,
            Screen::Departments => Scope::Departments,
            Screen::Improvements => Scope::Improvements,
            Screen::Strategy => Scope::Strategy,
            Screen::Findings => Scope::Findings,
            Screen::Notes => Scope::Notes,
            Screen::Compare => Scope::Compare,
            Screen::Conflicts => Scope::Conflicts,
            Screen::History => Scope::History,
            Screen::Import => Scope::Import,
            Screen::Portfolio => Scope::Portfolio,
            Screen::Start => Scope::Start,
            Screen::Meeting => Scope::Meeting,
        }
    }

    /// The scopes whose keys hold here, the one that decides first.
    pub fn chain(self) -> &'static [Scope] {
        use Scope as S;
        match self {
            S::Map => &[S::Map, S::Elements, S::Touchpoints, S::Screens],
            S::Outline => &[
                S::Outline,
                S::Lists,
                S::Elements,
                S::Touchpoints,
                S::Screens,
            ],
            S::Moments => &[
                S::Moments,
                S::Lists,
                S::Elements,
                S::Touchpoints,
                S::Screens,
            ],
            S::Priorities => &[
                S::Priorities,
                S::Lists,
                S::Elements,
                S::Touchpoints,
                S::Screens,
            ],
            S::Values => &[S::Values, S::Lists, S::Touchpoints, S::Screens],
            S::Departments => &[S::Departments, S::Lists, S::Screens],
            S::Strategy => &[S::Strategy, S::Lists, S::Screens],
            S::Kpis => &[S::Kpis, S::Lists, S::Elements, S::Screens],
            S::Improvements => &[S::Improvements, S::Lists, S::Elements, S::Screens],
            S::Findings => &[S::Findings, S::Lists, S::Screens],
            S::Notes => &[S::Notes, S::Lists, S::Elements, S::Screens],
            S::Compare => &[S::Compare, S::Lists, S::Screens],
            S::Conflicts => &[S::Conflicts, S::Lists, S::Screens],
            S::History => &[S::History, S::Lists, S::Screens],
            S::Import => &[S::Import, S::Lists, S::Screens],
            S::Portfolio => &[S::Portfolio, S::Lists, S::Screens],
            S::Start => &[S::Start, S::Lists, S::Screens],
            S::Tour => &[S::Tour],
            S::Meeting => &[S::Meeting, S::Touchpoints, S::Screens],
            S::Vote => &[S::Vote],
            S::Inspector => &[S::Inspector, S::Screens],
            S::Lists => &[S::Lists],
            S::Elements => &[S::Elements],
            S::Touchpoints => &[S::Touchpoints],
            S::Screens => &[S::Screens],
            S::Search => &[S::Search],
            S::Filter => &[S::Filter],
            S::Capture => &[S::Capture, S::Field],
            S::Field => &[S::Field],
            S::Pick => &[S::Pick],
            S::Reader => &[S::Reader],
        }
    }
}

/// One command.
pub struct Command {
    /// Its name, for the configuration of keys.
    pub name: &'static str,
    /// What it does, in a few words.
    pub word: Word,
    /// Its keys; several keys with spaces between them are pressed one after the other.
    pub keys: &'static [&'static str],
    /// Words that run it when they are typed into the palette, as `:q`.
    pub typed: &'static [&'static str],
    /// Where the keys hold.
    pub scope: Scope,
    /// Stands in the footer of its scope with this short word.
    pub footer: Option<Word>,
    /// Whether the footer offers it here; its key is taken anyway, and says why not.
    pub is_offered: fn(&App) -> bool,
    /// It only moves the cursor: not what one looks for in the palette or a menu.
    pub is_motion: bool,
    /// Whether the last-change command repeats it.
    pub again: Again,
    /// Does it.
    pub run: fn(&mut App) -> Vec<Effect>,
}

const fn command(
    scope: Scope,
    name: &'static str,
    keys: &'static [&'static str],
    word: Word,
    run: fn(&mut App) -> Vec<Effect>,
) -> Command {
    Command {
        name,
        word,
        keys,
        typed: &[],
        scope,
        footer: None,
        is_offered: |_| true,
        is_motion: false,
        again: Again::No,
        run,
    }
}

impl Command {
    const fn in_footer(mut self, word: Word) -> Command {
        self.footer = Some(word);
        self
    }

    const fn motion(mut self) -> Command {
        self.is_motion = true;
        self
    }

    /// It can be repeated as it is.
    const fn repeated(mut self) -> Command {
        self.again = Again::Same;
        self
    }

    /// It can be repeated as what it means where the cursor stands.
    const fn repeated_as(mut self, deed: fn(&App) -> Option<Deed>) -> Command {
        self.again = Again::As(deed);
        self
    }

    const fn typed(mut self, words: &'static [&'static str]) -> Command {
        self.typed = words;
        self
    }

    /// Its words; of several that differ in a number alone, with that number.
    pub fn title(&self, lang: Lang) -> String {
        let word = (self.word)(lang);
        let number = self.name.rsplit_once('-').map(|(_, last)| last);
        match number.filter(|it| it.parse::<u8>().is_ok()) {
            Some(number) => format!("{word} {number}"),
            None => word.to_owned(),
        }
    }

    const fn offered_if(mut self, is_offered: fn(&App) -> bool) -> Command {
        self.is_offered = is_offered;
        self
    }
}

static TABLES: &[&[Command]] = &[
    map::MAP,
    outline::OUTLINE,
    moments::MOMENTS,
    kpis::KPIS,
    priorities::PRIORITIES,
    values::VALUES,
    departments::DEPARTMENTS,
    improvements::IMPROVEMENTS,
    strategy::STRATEGY,
    findings::FINDINGS,
    notes::NOTES,
    compare::COMPARE,
    conflicts::CONFLICTS,
    history::HISTORY,
    import::IMPORT,
    portfolio::PORTFOLIO,
    start::START,
    meeting::MEETING,
    meeting::VOTE,
    inspector::INSPECTOR,
    list::LIST,
    element::ELEMENT,
    touchpoint::TOUCHPOINT,
    repeat::REPEAT,
    screens::SCREENS,
    search::SEARCH,
    filter::FILTER,
    capture::CAPTURE,
    dialogs::DIALOGS,
];

/// All commands, in the order of help.
pub fn all() -> impl Iterator<Item = &'static Command> {
    TABLES.iter().copied().flatten()
}

/// The command of this name.
pub fn named(name: &str) -> Option<&'static Command> {
    all().find(|command| command.name == name)
}

/// The commands of one scope alone.
pub fn only(scope: Scope) -> impl Iterator<Item = &'static Command> {
    all().filter(move |command| command.scope == scope)
}

/// The commands of several scopes, those of the first one first.
pub fn of(chain: &[Scope]) -> impl Iterator<Item = &'static Command> {
    chain.iter().copied().flat_map(only)
}
