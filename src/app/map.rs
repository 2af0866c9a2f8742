//! Where the cursor of the Map stands and what of the map is shown. Plain state: knows neither
//! drawing nor keys.

use super::filter::Filter;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::{Kind, Type};
use crate::journey::model::{Journey, Touchpoint};

/// State of the Map screen.
#[derive(Debug, Clone, PartialEq)]
pub struct MapState {
    /// The columns, made anew whenever the journey changes.
    pub columns: Vec<Column>,
    /// Column under the cursor, an index into `columns`.
    pub column: usize,
    /// Row under the cursor.
    pub row: Row,
    /// First column drawn beside the fixed first one.
    pub first_column: usize,
    /// First lane drawn under the fixed heads, an index into the shown lanes.
    pub first_lane: usize,
    /// The lanes in the order in which they are drawn, hidden ones included.
    pub order: Vec<Lane>,
    /// Lanes shown as one line.
    pub folded: Vec<Lane>,
    /// Lanes not shown.
    pub hidden: Vec<Lane>,
    /// With the whole journey on the screen, the lanes that say nothing anywhere, made anew with
    /// the columns.
    pub silent: Vec<Lane>,
    /// How wide the columns are.
    pub widths: Widths,
    /// How near one is.
    pub zoom: Zoom,
    /// Whose curves and which way are shown.
    pub lens: Lens,
    /// What touchpoints must be to be shown.
    pub filter: Filter,
}

/// How near one is to the journey.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Zoom {
    /// All of it on one screen.
    Journey,
    /// Some touchpoints beside each other.
    #[default]
    Touchpoints,
    /// One touchpoint with everything.
    Touchpoint,
}

impl Zoom {
    /// One step nearer.
    pub fn closer(self) -> Zoom {
        match self {
            Zoom::Journey => Zoom::Touchpoints,
            Zoom::Touchpoints | Zoom::Touchpoint => Zoom::Touchpoint,
        }
    }

    /// One step back.
    pub fn further(self) -> Zoom {
        match self {
            Zoom::Touchpoint => Zoom::Touchpoints,
            Zoom::Touchpoints | Zoom::Journey => Zoom::Journey,
        }
    }
}

/// How wide the columns of the Map are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Widths {
    /// As suits what stands in them and the screen.
    #[default]
    Automatic,
    /// Many beside each other.
    Narrow,
    /// As most texts need them.
    Normal,
    /// For long texts.
    Wide,
}

impl Widths {
    /// All of them.
    pub const ALL: [Widths; 4] = [
        Widths::Automatic,
        Widths::Narrow,
        Widths::Normal,
        Widths::Wide,
    ];

    /// Its name, where it is remembered.
    pub fn name(self) -> &'static str {
        match self {
            Widths::Automatic => "automatic",
            Widths::Narrow => "narrow",
            Widths::Normal => "normal",
            Widths::Wide => "wide",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Widths> {
        Widths::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Widths::Automatic => w::widths_automatic(lang),
            Widths::Narrow => w::widths_narrow(lang),
            Widths::Normal => w::widths_normal(lang),
            Widths::Wide => w::widths_wide(lang),
        }
    }

    /// The next narrower one.
    pub fn narrower(self) -> Widths {
        match self {
            Widths::Wide => Widths::Normal,
            Widths::Automatic | Widths::Normal | Widths::Narrow => Widths::Narrow,
        }
    }

    /// The next wider one.
    pub fn wider(self) -> Widths {
        match self {
            Widths::Narrow => Widths::Normal,
            Widths::Automatic | Widths::Normal | Widths::Wide => Widths::Wide,
        }
    }
}

/// Whose curves and which way through the journey the Map shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lens {
    /// Ids of the personas, each with its curve; without any, one curve of the plain fields.
    pub personas: Vec<String>,
    /// The way.
    pub path: PathChoice,
}

/// A way through a journey.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum PathChoice {
    /// All touchpoints, with the line through those of the main line.
    #[default]
    All,
    /// The main line alone.
    Main,
    /// The main line and the touchpoints of the path of this id.
    Of(String),
}

impl PathChoice {
    /// The touchpoint stands in the Map.
    pub fn shows(&self, touchpoint: &Touchpoint) -> bool {
        *self == PathChoice::All || self.leads_through(touchpoint)
    }

    /// The line leads through the touchpoint.
    pub fn leads_through(&self, touchpoint: &Touchpoint) -> bool {
        match (&touchpoint.path, self) {
            (None, _) => true,
            (Some(path), PathChoice::Of(chosen)) => path == chosen,
            (Some(_), PathChoice::All | PathChoice::Main) => false,
        }
    }
}

impl Default for MapState {
    fn default() -> MapState {
        MapState {
            columns: Vec::new(),
            column: 0,
            row: Row::Name,
            first_column: 0,
            first_lane: 0,
            order: Lane::ALL.to_vec(),
            folded: Vec::new(),
            hidden: Vec::new(),
            silent: Vec::new(),
            widths: Widths::default(),
            zoom: Zoom::default(),
            lens: Lens::default(),
            filter: Filter::default(),
        }
    }
}

impl MapState {
    /// The lanes that are drawn, from top to bottom.
    pub fn lanes(&self) -> impl Iterator<Item = Lane> {
        let lanes = self.order.iter().copied();
        lanes.filter(|lane| !self.hidden.contains(lane) && !self.leaves_out(*lane))
    }

    /// The lanes that are left out because they say nothing, from top to bottom.
    pub fn left_out(&self) -> impl Iterator<Item = Lane> {
        let lanes = self.order.iter().copied();
        lanes.filter(|lane| !self.hidden.contains(lane) && self.leaves_out(*lane))
    }

    /// The lane of the cursor stays until it is left.
    fn leaves_out(&self, lane: Lane) -> bool {
        self.silent.contains(&lane) && self.row.lane() != Some(lane)
    }

    /// The rows that the cursor can stand on, from top to bottom.
    pub fn rows(&self) -> Vec<Row> {
        [Row::Stage, Row::Name]
            .into_iter()
            .chain(self.lanes().flat_map(Lane::rows))
            .collect()
    }

    /// Folds a lane, or unfolds it.
    pub fn toggle_fold(&mut self, lane: Lane) {
        match self.folded.iter().position(|it| *it == lane) {
            Some(at) => _ = self.folded.remove(at),
            None => self.folded.push(lane),
        }
    }

    /// Moves a lane past the next one that is drawn.
    pub fn shift_lane(&mut self, lane: Lane, down: bool) {
        let lanes: Vec<Lane> = self.lanes().collect();
        let at = lanes.iter().position(|it| *it == lane);
        let to = at.and_then(|at| {
            if down {
                at.checked_add(1)
            } else {
                at.checked_sub(1)
            }
        });
        let Some(other) = to.and_then(|to| lanes.get(to)) else {
            return;
        };
        let place = |wanted: Lane| self.order.iter().position(|it| *it == wanted);
        if let (Some(one), Some(two)) = (place(lane), place(*other)) {
            self.order.swap(one, two);
        }
    }
}

/// One row of the Map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Row {
    /// The band of stages.
    Stage,
    /// The names of the touchpoints.
    #[default]
    Name,
    /// One of the ratings, in their lane.
    Rating(Rating),
    /// One of the other lanes.
    Lane(Lane),
}

impl Row {
    /// The lane that the row is in.
    pub fn lane(self) -> Option<Lane> {
        match self {
            Row::Lane(lane) => Some(lane),
            Row::Rating(_) => Some(Lane::Ratings),
            Row::Stage | Row::Name => None,
        }
    }

    /// The field that the row shows and Enter edits; `None` where the journey's lists hold it.
    pub fn field(self) -> Option<&'static str> {
        match self {
            Row::Stage | Row::Name => Some("name"),
            Row::Rating(rating) => Some(rating.field()),
            Row::Lane(lane) => lane.field(),
        }
    }
}

/// A number of 1 to 5 that a person gives a touchpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(
    missing_docs,
    reason = "each is the field of that name in the field table"
)]
pub enum Rating {
    Importance,
    Expectation,
    Experience,
}

impl Rating {
    /// All ratings, from top to bottom.
    pub const ALL: [Rating; 3] = [Rating::Importance, Rating::Expectation, Rating::Experience];

    /// The touchpoint's field that holds it.
    pub fn field(self) -> &'static str {
        match self {
            Rating::Importance => "importance",
            Rating::Expectation => "expectation",
            Rating::Experience => "experience",
        }
    }

    /// What the touchpoint has there.
    pub fn of(self, touchpoint: &Touchpoint) -> Option<i64> {
        match self {
            Rating::Importance => touchpoint.importance,
            Rating::Expectation => touchpoint.expectation,
            Rating::Experience => touchpoint.experience,
        }
    }
}

/// A lane of the Map, in the order in which they are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(
    missing_docs,
    reason = "each is the field of that name in the field table"
)]
pub enum Lane {
    /// The curve, with ◆ above each Moment of Truth.
    Emotion,
    /// Importance, expectation, experience and the gap between the last two.
    Ratings,
    Promise,
    MomentOfTruth,
    Channel,
    Owner,
    Actions,
    Thoughts,
    Quotes,
    Pains,
    Opportunities,
    Frontstage,
    Backstage,
    Support,
    Values,
    Feedback,
    Kpis,
    /// Improvements at the touchpoint, from the journey's list.
    Improvements,
    /// Notes on the touchpoint, from the journey's list.
    Notes,
}

impl Lane {
    /// All lanes in drawing order.
    pub const ALL: &'static [Lane] = &[
        Lane::Emotion,
        Lane::Ratings,
        Lane::Promise,
        Lane::MomentOfTruth,
        Lane::Channel,
        Lane::Owner,
        Lane::Actions,
        Lane::Thoughts,
        Lane::Quotes,
        Lane::Pains,
        Lane::Opportunities,
        Lane::Frontstage,
        Lane::Backstage,
        Lane::Support,
        Lane::Values,
        Lane::Feedback,
        Lane::Kpis,
        Lane::Improvements,
        Lane::Notes,
    ];

    /// The one field of the touchpoint that the lane shows; `None` for several, and where the
    /// journey's lists hold it.
    pub fn field(self) -> Option<&'static str> {
        Some(match self {
            Lane::Emotion => "emotion",
            Lane::Promise => "promise",
            Lane::MomentOfTruth => "moment_of_truth",
            Lane::Channel => "channel",
            Lane::Owner => "owner",
            Lane::Actions => "actions",
            Lane::Thoughts => "thoughts",
            Lane::Quotes => "quotes",
            Lane::Pains => "pains",
            Lane::Opportunities => "opportunities",
            Lane::Frontstage => "frontstage",
            Lane::Backstage => "backstage",
            Lane::Support => "support",
            Lane::Values => "values",
            Lane::Feedback => "feedback",
            Lane::Kpis => "kpis",
            Lane::Ratings | Lane::Improvements | Lane::Notes => return None,
        })
    }
}

impl Lane {
    /// Its name, where it is remembered: that of its field, where it shows one.
    pub fn name(self) -> &'static str {
        match self {
            Lane::Ratings => "ratings",
            Lane::Improvements => "improvements",
            Lane::Notes => "notes",
            _ => self.field().unwrap_or_default(),
        }
    }

    /// The lane of this name.
    pub fn named(name: &str) -> Option<Lane> {
        Lane::ALL.iter().copied().find(|lane| lane.name() == name)
    }

    /// The rows that the cursor can stand on in it. The gap is none: it follows from the ratings.
    pub fn rows(self) -> Vec<Row> {
        match self {
            Lane::Ratings => Rating::ALL.map(Row::Rating).into(),
            _ => vec![Row::Lane(self)],
        }
    }

    /// Says something about a touchpoint.
    pub fn says(self, journey: &Journey, at: &Touchpoint) -> bool {
        match self {
            Lane::Emotion => at.emotion.is_some(),
            Lane::Ratings => Rating::ALL.iter().any(|rating| rating.of(at).is_some()),
            Lane::Promise => at.promise.is_some(),
            Lane::MomentOfTruth => at.moment_of_truth.is_some(),
            Lane::Channel => at.channel.is_some(),
            Lane::Owner => at.owner.is_some(),
            Lane::Actions => !at.actions.is_empty(),
            Lane::Thoughts => !at.thoughts.is_empty(),
            Lane::Quotes => !at.quotes.is_empty(),
            Lane::Pains => !at.pains.is_empty(),
            Lane::Opportunities => !at.opportunities.is_empty(),
            Lane::Frontstage => !at.frontstage.is_empty(),
            Lane::Backstage => !at.backstage.is_empty(),
            Lane::Support => !at.support.is_empty(),
            Lane::Values => !at.values.is_empty(),
            Lane::Feedback => !at.feedback.is_empty(),
            Lane::Kpis => !at.kpis.is_empty(),
            Lane::Improvements => journey.improvements.iter().any(|it| it.at.contains(&at.id)),
            Lane::Notes => journey
                .notes
                .iter()
                .any(|it| it.at.as_ref() == Some(&at.id)),
        }
    }

    /// Says something about any touchpoint.
    pub fn says_anywhere(self, journey: &Journey) -> bool {
        match self {
            Lane::Improvements => journey.improvements.iter().any(|it| !it.at.is_empty()),
            Lane::Notes => journey.notes.iter().any(|it| it.at.is_some()),
            _ => {
                let mut all = journey.stages.iter().flat_map(|it| &it.touchpoints);
                all.any(|at| self.says(journey, at))
            }
        }
    }

    /// Holds several texts, records or elements.
    pub fn is_list(self) -> bool {
        let field = self.field().and_then(|name| Kind::Touchpoint.field(name));
        field.is_some_and(|field| field.is_list() && !matches!(field.of, Type::References(_)))
    }
}

/// A column of the Map: a touchpoint, or a stage that has none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Index of the stage in the journey.
    pub stage: usize,
    /// Index of the touchpoint in the stage.
    pub touchpoint: Option<usize>,
}

/// The columns of a journey from left to right, as a way through it shows them.
pub fn columns(journey: &Journey, path: &PathChoice) -> Vec<Column> {
    let stages = journey.stages.iter().enumerate();
    let of_stage = |(stage, it): (usize, &crate::journey::model::Stage)| {
        let empty = it.touchpoints.is_empty().then_some(Column {
            stage,
            touchpoint: None,
        });
        let touchpoints = it.touchpoints.iter().enumerate();
        let shown = touchpoints.filter(|(_, it)| path.shows(it));
        let full = shown.map(move |(at, _)| Column {
            stage,
            touchpoint: Some(at),
        });
        empty.into_iter().chain(full).collect::<Vec<_>>()
    };
    stages.flat_map(of_stage).collect()
}
