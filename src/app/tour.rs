//! The tour: five steps, each of them done by doing it. Watches the journey and the screen; knows
//! neither keys nor drawing.

use super::command::{self, Command};
use super::{App, Screen};
use crate::i18n as w;
use crate::journey::model::Touchpoint;
use crate::journey::place::ElementKey;
use crate::text::sanitize_line;

/// Where a person stands in the tour.
#[derive(Debug, Clone, PartialEq)]
pub struct Tour {
    /// The step that is to be done; none is left at the end.
    pub step: Option<Step>,
    /// The touchpoint to go to.
    goal: ElementKey,
    /// What had been done when the step began.
    before: Done,
}

/// A step of the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Go to a touchpoint.
    Go,
    /// Add a touchpoint.
    Add,
    /// Say what was expected, and what was experienced.
    Rate,
    /// Mark a Moment of Truth.
    Mark,
    /// See it on the board.
    Board,
}

impl Step {
    /// All steps in their order.
    pub const ALL: [Step; 5] = [Step::Go, Step::Add, Step::Rate, Step::Mark, Step::Board];

    /// Which one it is, from 1.
    pub fn number(self) -> usize {
        1 + Step::ALL.iter().position(|it| *it == self).unwrap_or(0)
    }

    fn next(self) -> Option<Step> {
        Step::ALL.get(self.number()).copied()
    }
}

/// What has been done, in numbers that grow by doing it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Done {
    touchpoints: usize,
    rated: usize,
    moments: usize,
}

impl Tour {
    /// The tour of the journey that the app has, from its first step; `None` where there is nothing
    /// to go to.
    pub fn on(app: &App) -> Option<Tour> {
        let columns = app.map.columns.iter().take(GOAL + 1);
        let goal = columns.enumerate().rfind(|(_, it)| it.touchpoint.is_some());
        let goal = app.column_element(goal?.0)?;
        Some(Tour {
            step: Some(Step::Go),
            goal,
            before: Done::of(app),
        })
    }
}

/// Columns that the goal is away from the first one, where there are so many.
const GOAL: usize = 3;

impl Done {
    fn of(app: &App) -> Done {
        let touchpoints = || app.journey().stages.iter().flat_map(|it| &it.touchpoints);
        let is_rated = |it: &&Touchpoint| it.expectation.is_some() && it.experience.is_some();
        Done {
            touchpoints: touchpoints().count(),
            rated: touchpoints().filter(is_rated).count(),
            moments: touchpoints()
                .filter(|it| it.moment_of_truth.is_some())
                .count(),
        }
    }
}

impl App {
    /// Goes on to the next step where this one was done.
    pub(super) fn settle_tour(&mut self) {
        let Some(tour) = &self.tour else { return };
        let Some(step) = tour.step else { return };
        if self.dialogs.is_empty() && self.is_done(tour, step) {
            let (step, before) = (step.next(), Done::of(self));
            if let Some(tour) = &mut self.tour {
                (tour.step, tour.before) = (step, before);
            }
        }
    }

    fn is_done(&self, tour: &Tour, step: Step) -> bool {
        let now = Done::of(self);
        match step {
            Step::Go => self.here().as_ref() == Some(&tour.goal),
            Step::Add => now.touchpoints > tour.before.touchpoints,
            Step::Rate => now.rated > tour.before.rated,
            Step::Mark => now.moments > tour.before.moments,
            Step::Board => self.behind == Screen::Moments,
        }
    }

    /// What the tour asks for now, with the keys as they are set.
    pub fn tour_words(&self) -> Option<(String, String)> {
        let tour = self.tour.as_ref()?;
        let lang = self.lang;
        let key = |name: &str| {
            let keys = command::named(name).and_then(|it| self.first_keys(it));
            keys.unwrap_or_else(|| format!(":{name}"))
        };
        let Some(step) = tour.step else {
            let text = w::tour_end(lang, &key("save"), &key("start"), &key("help"));
            return Some((w::tour_end_title(lang).to_owned(), text));
        };
        let text = match step {
            Step::Go => w::tour_go(lang, &self.goal_name(tour), &key("right"), &key("left")),
            Step::Add => w::tour_add(lang, &key("quick-add")),
            Step::Rate => w::tour_rate(lang, &key("expectation-4"), &key("experience-2")),
            Step::Mark => w::tour_mark(lang, &key("moment-of-truth")),
            Step::Board => w::tour_board(lang, &key("go-moments"), &key("undo")),
        };
        let title = match step {
            Step::Go => w::tour_go_title(lang),
            Step::Add => w::tour_add_title(lang),
            Step::Rate => w::tour_rate_title(lang),
            Step::Mark => w::tour_mark_title(lang),
            Step::Board => w::tour_board_title(lang),
        };
        let (at, count) = (step.number(), Step::ALL.len());
        Some((w::tour_title(lang, at, count, title), text))
    }

    fn goal_name(&self, tour: &Tour) -> String {
        let goal = self.touchpoint_of(&tour.goal);
        goal.map_or_else(String::new, |it| sanitize_line(&it.name).into_owned())
    }

    /// The first keys of a command, as they are shown.
    pub fn first_keys(&self, command: &'static Command) -> Option<String> {
        let keys = self.keymap.keys(command).next()?;
        Some(super::key::pretty_keys(keys))
    }
}
