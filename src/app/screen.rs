//! The screens there are. Knows no drawing.

use crate::i18n::{self as w, Lang};

/// Which screen has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Stages, touchpoints and the curve of emotion.
    Map,
    /// The whole file as a tree.
    Outline,
    /// The board of Moments of Truth.
    Moments,
    /// All KPIs.
    Kpis,
    /// What to improve first.
    Priorities,
    /// Values and promises against touchpoints.
    Values,
    /// Departments against stages, and their hand-overs.
    Departments,
    /// Improvements by their state, and what worked.
    Improvements,
    /// Milestones of the company.
    Strategy,
    /// What `check` says.
    Findings,
    /// The notes.
    Notes,
    /// The document beside another version or file.
    Compare,
    /// The conflicts of a merge, while there are some to decide.
    Conflicts,
    /// The versions of the file in git.
    History,
    /// What a survey would bring, while one is looked at.
    Import,
    /// The journeys of a folder, while none of them is open.
    Portfolio,
    /// What one can begin with, until something was begun.
    Start,
    /// A meeting in large type, while one goes on.
    Meeting,
    /// Everything about one element: alone on small terminals, beside another screen on large
    /// ones.
    Inspector,
}

impl Screen {
    /// All screens, in the order in which one goes through them.
    pub const ALL: [Screen; 19] = [
        Screen::Map,
        Screen::Inspector,
        Screen::Outline,
        Screen::Moments,
        Screen::Kpis,
        Screen::Priorities,
        Screen::Values,
        Screen::Departments,
        Screen::Improvements,
        Screen::Strategy,
        Screen::Findings,
        Screen::Notes,
        Screen::Compare,
        Screen::Conflicts,
        Screen::History,
        Screen::Import,
        Screen::Portfolio,
        Screen::Start,
        Screen::Meeting,
    ];

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Screen::Map => w::scope_map(lang),
            Screen::Outline => w::scope_outline(lang),
            Screen::Moments => w::scope_moments(lang),
            Screen::Kpis => w::scope_kpis(lang),
            Screen::Priorities => w::scope_priorities(lang),
            Screen::Values => w::scope_values(lang),
            Screen::Departments => w::scope_departments(lang),
            Screen::Improvements => w::scope_improvements(lang),
            Screen::Strategy => w::scope_strategy(lang),
            Screen::Findings => w::scope_findings(lang),
            Screen::Notes => w::scope_notes(lang),
            Screen::Compare => w::scope_compare(lang),
            Screen::Conflicts => w::scope_conflicts(lang),
            Screen::History => w::scope_history(lang),
            Screen::Import => w::scope_import(lang),
            Screen::Portfolio => w::scope_portfolio(lang),
            Screen::Start => w::scope_start(lang),
            Screen::Meeting => w::scope_meeting(lang),
            Screen::Inspector => w::scope_inspector(lang),
        }
    }

    /// It shows companies too.
    pub fn is_for_companies(self) -> bool {
        matches!(
            self,
            Screen::Outline
                | Screen::Strategy
                | Screen::Findings
                | Screen::Inspector
                | Screen::Conflicts
                | Screen::History
                | Screen::Portfolio
                | Screen::Start
        )
    }

    /// It shows no journey, but leads to some.
    pub fn is_before_journeys(self) -> bool {
        matches!(self, Screen::Portfolio | Screen::Start)
    }

    /// Its entries can be dragged: to another place in the file, on a board to another state.
    pub fn can_drag(self) -> bool {
        !matches!(
            self,
            Screen::Priorities
                | Screen::Values
                | Screen::Departments
                | Screen::Strategy
                | Screen::Compare
        )
    }

    /// It is a list, whose entries stand one below the other.
    pub fn is_list(self) -> bool {
        !matches!(self, Screen::Map | Screen::Inspector | Screen::Meeting)
    }
}
