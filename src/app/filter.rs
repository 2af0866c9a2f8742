//! Which touchpoints the Map and the board of Moments of Truth show: those that fit everything that is filtered by. What is added
//! meanwhile stays in view. Knows neither drawing nor keys.

use super::App;
use super::cursor::Cursor;
use super::map::{Column, PathChoice, columns};
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::model::{Evidence, Journey, Touchpoint};
use crate::journey::place::{ElementKey, Place};
use crate::journey::touchpoints::{self, Placed};

/// What touchpoints must be to stand in the Map. The way through the journey is the lens's.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Moments of Truth.
    pub moments: bool,
    /// Those that are lived worse than expected.
    pub negative_gap: bool,
    /// Those whose numbers are assumed.
    pub assumed: bool,
    /// Those of this owner, by id.
    pub owner: Option<String>,
    /// Those on this channel, by id.
    pub channel: Option<String>,
    /// Those that this persona lives, by id.
    pub persona: Option<String>,
    /// Touchpoints that came while the filter was on and do not fit it.
    pub kept: Vec<ElementKey>,
}

impl Filter {
    /// Something is filtered by.
    pub fn is_on(&self) -> bool {
        *self
            != Filter {
                kept: self.kept.clone(),
                ..Filter::default()
            }
    }

    /// A touchpoint fits; `first` is the persona of the map, for whom a touchpoint speaks that
    /// names none.
    pub fn fits(&self, touchpoint: &Touchpoint, first: Option<&str>) -> bool {
        let is =
            |wanted: &Option<String>, value: &Option<String>| wanted.is_none() || wanted == value;
        let lives = |persona: &String| {
            touchpoint.persona.as_deref().or(first) == Some(persona)
                || touchpoint.views.iter().any(|view| view.persona == *persona)
        };
        (!self.moments || touchpoint.moment_of_truth.is_some())
            && (!self.negative_gap || touchpoint.gap().is_some_and(|gap| gap < 0))
            && (!self.assumed || is_assumed(touchpoint))
            && is(&self.owner, &touchpoint.owner)
            && is(&self.channel, &touchpoint.channel)
            && self.persona.as_ref().is_none_or(lives)
    }
}

/// Its numbers rest on nothing more than an assumption; where nothing is said that is so too.
fn is_assumed(touchpoint: &Touchpoint) -> bool {
    touchpoint.evidence.unwrap_or(Evidence::Assumed) == Evidence::Assumed
}

/// The line leads through a touchpoint between two columns that is not shown.
pub fn leaves_out(journey: &Journey, path: &PathChoice, from: Column, to: Column) -> bool {
    let at = |column: Column| (column.stage, column.touchpoint.unwrap_or(0));
    let is_between = |place: (usize, usize)| at(from) < place && place < at(to);
    let stages = journey.stages.iter().enumerate();
    let mut near = stages
        .skip(from.stage)
        .take_while(|(stage, _)| *stage <= to.stage);
    near.any(|(stage, it)| {
        let mut touchpoints = it.touchpoints.iter().enumerate();
        touchpoints.any(|(nth, it)| is_between((stage, nth)) && path.leads_through(it))
    })
}

impl App {
    /// The columns of the Map: what the way shows and the filter leaves.
    pub fn shown_columns(&self) -> Vec<Column> {
        let all = columns(self.journey(), &self.map.lens.path);
        if !self.map.filter.is_on() {
            return all;
        }
        let fitting = self.fitting();
        let is_shown = |column: &Column| {
            let touchpoint = column.touchpoint;
            touchpoint.is_some_and(|at| fitting.contains(&(column.stage, at)))
        };
        all.into_iter().filter(is_shown).collect()
    }

    /// The touchpoints that the filter leaves, by stage and place in it.
    fn fitting(&self) -> std::collections::HashSet<(usize, usize)> {
        let all = touchpoints::all(self.journey()).into_iter();
        let stages = self.journey().stages.iter().enumerate();
        let places =
            stages.flat_map(|(stage, it)| (0..it.touchpoints.len()).map(move |at| (stage, at)));
        let fitting = all.zip(places).filter(|(it, _)| self.is_shown(it));
        fitting.map(|(_, place)| place).collect()
    }

    /// A touchpoint stands on the way and fits the filter, or is kept in view.
    pub(super) fn is_shown(&self, it: &Placed<'_>) -> bool {
        let filter = &self.map.filter;
        let first = self.journey().personas.first().map(|it| it.id.as_str());
        let fits = filter.fits(it.touchpoint, first) || filter.kept.contains(&it.key);
        fits && self.map.lens.path.shows(it.touchpoint)
    }

    /// Some touchpoints are left out by the filter or the chosen way.
    pub fn is_filtered(&self) -> bool {
        self.map.filter.is_on() || self.map.lens.path != PathChoice::All
    }

    /// The filter leaves nothing of a journey that has something.
    pub fn is_filtered_empty(&self) -> bool {
        self.is_filtered() && self.map.columns.is_empty() && self.touchpoint_count() > 0
    }

    /// How many touchpoints the journey has.
    pub fn touchpoint_count(&self) -> usize {
        let stages = self.journey().stages.iter();
        stages.map(|stage| stage.touchpoints.len()).sum()
    }

    /// How many of them the Map shows.
    pub fn shown_count(&self) -> usize {
        let columns = self.map.columns.iter();
        columns.filter(|column| column.touchpoint.is_some()).count()
    }

    /// What is filtered by, in words.
    pub fn filter_words(&self) -> Vec<String> {
        let (lang, filter) = (self.lang, &self.map.filter);
        let named = |word: &str, kind, id: &Option<String>| {
            let name = self.name_of(kind, id.as_deref()?);
            Some(w::filter_named(word, &name))
        };
        let plain = |on: bool, word: &str| on.then(|| word.to_owned());
        let path = match &self.map.lens.path {
            PathChoice::All => None,
            PathChoice::Main => Some(w::path_main(lang).to_owned()),
            PathChoice::Of(id) => named(w::kind_path(lang), Kind::Path, &Some(id.clone())),
        };
        let words = [
            plain(filter.moments, &w::filter_moments(lang)),
            plain(filter.negative_gap, w::filter_negative_gap(lang)),
            named(w::field_owner(lang), Kind::Department, &filter.owner),
            named(w::field_channel(lang), Kind::Channel, &filter.channel),
            named(w::kind_persona(lang), Kind::Persona, &filter.persona),
            path,
            plain(filter.assumed, w::choice_assumed(lang)),
        ];
        words.into_iter().flatten().collect()
    }

    /// The name of an element of the journey or its company; its id where it has none.
    fn name_of(&self, kind: Kind, id: &str) -> String {
        let value = crate::ron_text::quote(id);
        let mut all = self.elements_of(Some(kind)).into_iter();
        let found = all.find(|it| it.value.as_deref() == Some(&*value));
        found.map_or_else(|| id.to_owned(), |it| it.label)
    }

    /// Filters anew; the cursor stays on its touchpoint, else goes to the next one that is shown.
    pub fn filter_by(&mut self, change: impl FnOnce(&mut App)) {
        let here = self.map.columns.get(self.map.column).copied();
        self.map.filter.kept.clear();
        change(self);
        self.map.columns = self.shown_columns();
        let at = |column: &Column| (column.stage, column.touchpoint);
        let is_behind = |column: &Column| here.is_some_and(|here| at(column) >= at(&here));
        let next = self.map.columns.iter().position(is_behind);
        self.map.column = next.unwrap_or(usize::MAX);
        self.settle();
    }

    /// Shows all touchpoints again.
    pub fn clear_filter(&mut self) {
        self.filter_by(|app| {
            app.map.filter = Filter::default();
            app.map.lens.path = PathChoice::All;
        });
    }

    /// Shows all touchpoints again where this one is not in view, and says so.
    pub(super) fn bring_into_view(&mut self, element: &ElementKey) {
        let is_there = self.document.parsed.index.node(element).is_some();
        let of_map = matches!(element.kind, Kind::Stage | Kind::Touchpoint);
        if of_map && is_there && self.is_filtered() && self.column_of(element).is_none() {
            self.clear_filter();
            let name = self.place_in_words(&Place::of(element.clone()));
            self.done(w::filter_cleared_for(self.lang, &name));
        }
    }

    /// The touchpoints there are, while a filter is on.
    pub(super) fn known_under_filter(&self) -> Option<Vec<ElementKey>> {
        let all = touchpoints::all(self.journey()).into_iter();
        self.map
            .filter
            .is_on()
            .then(|| all.map(|it| it.key).collect())
    }

    /// Keeps touchpoints in view that have just come and do not fit the filter.
    pub(super) fn keep_new(&mut self, known: Option<Vec<ElementKey>>) {
        let Some(known) = known else { return };
        let first = self.journey().personas.first().map(|it| it.id.as_str());
        let all = touchpoints::all(self.journey()).into_iter();
        let new = all.filter(|it| !known.contains(&it.key));
        let unfit = new.filter(|it| !self.map.filter.fits(it.touchpoint, first));
        let unfit: Vec<ElementKey> = unfit.map(|it| it.key).collect();
        self.map.filter.kept.extend(unfit);
    }

    /// Says that the touchpoint under the cursor has left the view with what was changed.
    pub(super) fn tell_gone(&mut self, at: &Cursor) {
        let Some(element) = at.element.as_ref().filter(|_| self.map.filter.is_on()) else {
            return;
        };
        let is_there = self.document.parsed.index.node(element).is_some();
        if is_there && element.kind == Kind::Touchpoint && self.column_of(element).is_none() {
            let name = self.place_in_words(&Place::of(element.clone()));
            self.done(w::filter_gone(self.lang, &name));
        }
    }

    /// How many touchpoints are in view that do not fit.
    pub fn kept_count(&self) -> usize {
        let first = self.journey().personas.first().map(|it| it.id.as_str());
        let stages = &self.journey().stages;
        let columns = self.map.columns.iter();
        let shown = columns.filter_map(|it| stages.get(it.stage)?.touchpoints.get(it.touchpoint?));
        shown.filter(|it| !self.map.filter.fits(it, first)).count()
    }
}
