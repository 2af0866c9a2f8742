//! A first mapping of a survey: what its header and values say, what a person said, and which
//! touchpoints and KPIs the journey has. Every guess is in the mapping, so that a person sees it.

use crate::sort;
use std::collections::HashSet;

use super::dates::Form;
use super::header::Header;
use super::period;
use super::profile::Profile;
use super::sums;
use super::table::Beginning;
use super::wish::{Wish, Wishes};
use super::words::{likeness, words};
use crate::journey::fields::Kind;
use crate::journey::id::{free_id, slug};
use crate::journey::kpis::{Carried, all as all_kpis};
use crate::journey::metric::{CesFormula, Metric};
use crate::journey::model::{Journey, Kpi, Scale};
use crate::journey::place::ElementKey;
use crate::journey::sources::{Column, DateFormat, Decimal, Holds, Source};
use crate::journey::touchpoints;

/// What the name of an overall score has in it.
const OVERALL: [&str; 5] = ["overall", "gesamt", "recommend", "weiterempf", "nps"];

/// From here on two names mean the same.
const ALIKE: usize = 50;

/// A file, as far as its beginning says.
#[derive(Clone, Copy)]
pub struct Seen<'t> {
    /// Its header.
    pub header: &'t Header,
    /// Its columns.
    pub profiles: &'t [Profile],
    /// Stands before decimals.
    pub decimal: Decimal,
    /// Its name.
    pub file: &'t str,
}

impl<'t> Seen<'t> {
    /// A file of this name, by its beginning.
    pub fn of(beginning: &'t Beginning, file: &'t str) -> Seen<'t> {
        Seen {
            header: &beginning.header,
            profiles: &beginning.profiles,
            decimal: beginning.decimal,
            file,
        }
    }
}

/// A KPI that is to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewKpi {
    /// Its id.
    pub id: String,
    /// Its metric.
    pub metric: Metric,
    /// The stage or touchpoint that carries it; none: the journey.
    pub at: Option<ElementKey>,
}

/// What a person should know of a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Two scales in one column.
    MixedScale {
        /// The column.
        column: String,
        /// Answers up to 5.
        low: usize,
        /// Answers from 6 to 10.
        high: usize,
        /// It is counted all the same.
        is_mapped: bool,
    },
    /// 0 is taken as "not answered".
    ZeroIsMissing {
        /// The column.
        column: String,
        /// So many zeros.
        count: usize,
    },
    /// Dates in two formats in one column.
    TwoDateFormats(String),
    /// A name of a column that stands there twice.
    DoubledColumn(String),
    /// A column has scores and is for no KPI.
    Unmapped(String),
}

/// A mapping, and what it needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The mapping.
    pub source: Source,
    /// KPIs that it needs and that are to be made.
    pub new_kpis: Vec<NewKpi>,
    /// What a person should know.
    pub remarks: Vec<Remark>,
}

impl Proposal {
    /// The metric of a KPI that is in the journey or to be made.
    pub fn metric<'p>(&'p self, journey: &'p Journey, kpi: &str) -> Option<&'p Metric> {
        let made = self.new_kpis.iter().find(|it| it.id == kpi);
        let known = || {
            all_kpis(journey)
                .find(|it| it.kpi.id == kpi)?
                .kpi
                .metric
                .as_ref()
        };
        made.map(|it| &it.metric).or_else(known)
    }
}

/// Why what a person said cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmappable {
    /// No column has this name.
    NoColumn(String),
    /// Neither KPI, touchpoint nor stage has this id.
    NoElement(String),
    /// The KPI has another metric.
    OtherMetric(String),
    /// The values of the column do not say which metric.
    NoMetric(String),
    /// The source has no id that can be one.
    NoId(String),
}

/// The mapping of a file: the known one with what was said changed, else a new one.
///
/// # Errors
/// What was said cannot be.
pub fn propose(
    seen: Seen<'_>,
    journey: &Journey,
    taken: &dyn Fn(&str) -> bool,
    known: Option<&Source>,
    ids: &[&str],
    wishes: &Wishes,
) -> Result<Proposal, Unmappable> {
    let mut proposer = Proposer {
        seen,
        journey,
        taken,
        new_kpis: Vec::new(),
        remarks: Vec::new(),
    };
    let source = proposer.source(known, ids, wishes)?;
    proposer.remark(&source);
    Ok(Proposal {
        source,
        new_kpis: proposer.new_kpis,
        remarks: proposer.remarks,
    })
}

/// A mapping that a person has changed: what a column is for, or anything before this. The KPIs
/// that it makes are those that it still needs.
///
/// # Errors
/// What was said cannot be.
pub fn revise(
    seen: Seen<'_>,
    journey: &Journey,
    taken: &dyn Fn(&str) -> bool,
    before: Proposal,
    wish: Option<&Wish>,
) -> Result<Proposal, Unmappable> {
    let mut source = before.source;
    let mut proposer = Proposer {
        seen,
        journey,
        taken,
        new_kpis: before.new_kpis,
        remarks: Vec::new(),
    };
    if let Some(wish) = wish {
        let column = proposer.column(wish, &source, &Wishes::default())?;
        match source.columns.iter_mut().find(|it| it.name == column.name) {
            // What means "not answered" is a matter of the file.
            Some(known) => {
                let missing = known.missing.take().or(column.missing);
                *known = Column { missing, ..column };
            }
            None => source.columns.push(column),
        }
    }
    let is_needed = |it: &NewKpi| source.columns.iter().any(|column| column.kpi == it.id);
    proposer.new_kpis.retain(is_needed);
    proposer.remark(&source);
    Ok(Proposal {
        source,
        new_kpis: proposer.new_kpis,
        remarks: proposer.remarks,
    })
}

struct Proposer<'t> {
    seen: Seen<'t>,
    journey: &'t Journey,
    taken: &'t dyn Fn(&str) -> bool,
    new_kpis: Vec<NewKpi>,
    remarks: Vec<Remark>,
}

impl Proposer<'_> {
    fn source(
        &mut self,
        known: Option<&Source>,
        ids: &[&str],
        wishes: &Wishes,
    ) -> Result<Source, Unmappable> {
        let mut source = match known {
            Some(known) => known.clone(),
            None => self.new_source(ids, wishes)?,
        };
        self.heed(&mut source, wishes)?;
        if known.is_none() {
            self.recognise(&mut source, wishes);
        }
        if wishes.map.is_empty() && source.columns.is_empty() {
            source.columns = self.guess(&source, wishes);
        }
        for wish in &wishes.map {
            let column = self.column(wish, &source, wishes)?;
            match source.columns.iter_mut().find(|it| it.name == column.name) {
                Some(known) => *known = column,
                None => source.columns.push(column),
            }
        }
        Ok(source)
    }

    fn new_source(&self, ids: &[&str], wishes: &Wishes) -> Result<Source, Unmappable> {
        // One word: it stands in every reading, and these are to stay on one line.
        let mut words = self.seen.file.split(|it: char| !it.is_alphabetic());
        let name = words.find(|it| it.chars().count() > 2);
        let name = name.unwrap_or(self.seen.file);
        let id = match &wishes.source {
            Some(id) => slug(id)
                .filter(|it| it == id)
                .ok_or_else(|| Unmappable::NoId(id.clone()))?,
            None => free_id(Kind::Source, name, |id| ids.contains(&id)),
        };
        Ok(Source {
            id,
            file: pattern(self.seen.file),
            ..Source::default()
        })
    }

    /// What was said goes into the mapping; columns by their names in the file.
    fn heed(&self, source: &mut Source, wishes: &Wishes) -> Result<(), Unmappable> {
        let pairs = [
            (&mut source.date, &wishes.date),
            (&mut source.segment, &wishes.segment),
            (&mut source.response, &wishes.response),
            (&mut source.touchpoint, &wishes.touchpoint),
            (&mut source.score, &wishes.score),
            (&mut source.overall, &wishes.overall),
        ];
        for (field, wish) in pairs {
            if let Some(name) = wish {
                *field = Some(self.name(name)?);
            }
        }
        source.holds = wishes.holds.unwrap_or(source.holds);
        source.dates = wishes.dates.or(source.dates);
        source.period = wishes.period.unwrap_or(source.period);
        source.delimiter = wishes.delimiter.clone().or(source.delimiter.take());
        source.encoding = wishes.encoding.or(source.encoding);
        source.decimal = wishes.decimal.or(source.decimal);
        Ok(())
    }

    fn name(&self, name: &str) -> Result<String, Unmappable> {
        let at = self.seen.header.position(name);
        let at = at.ok_or_else(|| Unmappable::NoColumn(name.to_owned()))?;
        Ok(self.seen.header.names[at].clone())
    }

    /// A column of scores whose name says that it is of the whole; of two scales none.
    fn overall(&self) -> Option<usize> {
        let is_overall = |name: &String| {
            let name = name.to_lowercase();
            OVERALL.iter().any(|word| name.contains(word))
        };
        let columns = self.seen.header.names.iter().zip(self.seen.profiles);
        let mut columns =
            columns.map(|(name, it)| is_overall(name) && it.is_scores() && it.mixed().is_none());
        columns.position(|it| it)
    }

    /// What the file itself says, where nobody did.
    fn recognise(&self, source: &mut Source, wishes: &Wishes) {
        let header = self.seen.header;
        let known = header.known();
        let name = |at: usize| header.names[at].clone();
        let find = |names: &[&str]| names.iter().find_map(|it| header.position(it)).map(name);
        let counts: Vec<_> = sums::columns(header)
            .into_iter()
            .map(|(_, count)| count)
            .collect();
        let touchpoint = find(&["touchpoint", "Berührungspunkt", "Beruehrungspunkt", "kpi"]);
        if wishes.holds.is_none() && touchpoint.is_some() && sums::metric_of(&counts).is_some() {
            source.holds = Holds::Counts;
        }
        let score = find(&["score", "rating", "Bewertung", "answer", "Antwort"]);
        if source.holds == Holds::Counts || score.is_some() || wishes.score.is_some() {
            source.touchpoint = source.touchpoint.take().or(touchpoint);
        }
        if source.holds == Holds::Answers && source.touchpoint.is_some() {
            source.score = source.score.take().or(score);
        }
        source.overall = source.overall.take().or_else(|| self.overall().map(name));
        source.response = source
            .response
            .take()
            .or(known.response.map(name))
            .or_else(|| {
                find(&[
                    "response_id",
                    "response id",
                    "responseid",
                    "respondent id",
                    "antwort-id",
                    "antwort_id",
                ])
            });
        if source.date.is_none() && !wishes.has_day {
            source.date = known
                .date
                .or_else(|| self.date_column(source.holds))
                .map(name);
        }
        let date = source.date.as_ref().and_then(|it| header.position(it));
        let profile = date.map(|at| &self.seen.profiles[at]);
        if let Some(Form::One(format) | Form::Mixed(format)) =
            profile.and_then(|it| it.dates.form())
            && format != DateFormat::Iso
        {
            // A later file may have no day that tells.
            source.dates = source.dates.or(Some(format));
        }
        let named = profile.and_then(|it| it.texts.keys().next());
        let named = named.and_then(|it| period::named(it.as_bytes(), DateFormat::Iso));
        if let (Holds::Counts, None, Some((_, Some(period)))) = (source.holds, wishes.period, named)
        {
            source.period = period;
        }
        if self.seen.decimal == Decimal::Comma {
            source.decimal = source.decimal.or(Some(Decimal::Comma));
        }
    }

    /// The column of the date: one that is called so, else the first with dates.
    fn date_column(&self, holds: Holds) -> Option<usize> {
        const NAMES: &[&str] = &[
            "date",
            "datum",
            "timestamp",
            "zeitstempel",
            "submitted",
            "submitted at",
            "created",
            "created_at",
            "completed",
            "completed at",
            "period",
            "periode",
            "month",
            "monat",
            "quarter",
            "quartal",
        ];
        let header = self.seen.header;
        let has_dates = |at: &usize| {
            let profile = &self.seen.profiles[*at];
            let is_named =
                |text: &String| period::named(text.as_bytes(), DateFormat::Iso).is_some();
            profile.dates.form().is_some()
                || holds == Holds::Counts && profile.texts.keys().any(is_named)
        };
        let named = NAMES
            .iter()
            .filter_map(|it| header.position(it))
            .find(has_dates);
        named.or_else(|| self.seen.profiles.iter().position(Profile::is_dates))
    }

    /// Which columns, or touchpoints named in the file, are for which KPI.
    fn guess(&mut self, source: &Source, wishes: &Wishes) -> Vec<Column> {
        let names = self.candidates(source);
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        let placed = touchpoints::all(self.journey);
        for (at, (_, text)) in names.iter().enumerate() {
            let of_column = words(text);
            for (touchpoint, it) in placed.iter().enumerate() {
                let like = likeness(
                    &of_column,
                    &words(&format!("{} {}", it.touchpoint.id, it.name())),
                );
                pairs.push((like, at, touchpoint));
            }
        }
        pairs.retain(|(like, ..)| *like >= ALIKE);
        let is_tie = |one: &(usize, usize, usize)| {
            pairs
                .iter()
                .any(|other| other.0 == one.0 && other.1 == one.1 && other.2 != one.2)
        };
        let mut clear: Vec<_> = pairs.iter().filter(|it| !is_tie(it)).copied().collect();
        sort::by_key(&mut clear, |(like, at, _)| (usize::MAX - like, *at));
        let (mut used, mut columns) = (HashSet::new(), Vec::new());
        for (_, at, touchpoint) in clear {
            if used.contains(&(0, at)) || used.contains(&(1, touchpoint)) {
                continue;
            }
            let wish = Wish {
                name: names[at].0.clone(),
                to: placed[touchpoint].touchpoint.id.clone(),
                metric: None,
            };
            if let Ok(column) = self.column(&wish, source, wishes) {
                used.extend([(0, at), (1, touchpoint)]);
                columns.push((at, column));
            }
        }
        for (at, (name, _)) in names.iter().enumerate() {
            if !used.contains(&(0, at))
                && let Some(column) = self.known_or_overall(name, source, wishes)
            {
                columns.push((at, column));
            }
        }
        sort::by_key(&mut columns, |(at, _)| *at);
        columns.into_iter().map(|(_, column)| column).collect()
    }

    /// A name that is the id of a KPI, or asks whether people recommend us.
    fn known_or_overall(&mut self, name: &str, source: &Source, wishes: &Wishes) -> Option<Column> {
        const RECOMMEND: &[&str] = &[
            "nps",
            "recommend",
            "recommended",
            "empfehlen",
            "weiterempfehlen",
        ];
        let to = |to: &str, metric| Wish {
            name: name.to_owned(),
            to: to.to_owned(),
            metric,
        };
        if self.kpi(name).is_some() {
            return self.column(&to(name, None), source, wishes).ok();
        }
        let profile = self.profile(name, source)?;
        let asks = self.question(name);
        let is_recommended = words(&asks)
            .iter()
            .any(|it| RECOMMEND.contains(&it.as_str()));
        let is_wide = profile.is_scores() && profile.mixed().is_none() && profile.highest() > 7;
        let wish = to(".", Some(Metric::Nps));
        (is_recommended && is_wide).then(|| self.column(&wish, source, wishes).ok())?
    }

    /// Names that may be for a KPI, with the words they are known by.
    fn candidates(&self, source: &Source) -> Vec<(String, String)> {
        let header = self.seen.header;
        if let Some(touchpoint) = &source.touchpoint {
            let at = header.position(touchpoint);
            let texts = at
                .map(|at| &self.seen.profiles[at].texts)
                .into_iter()
                .flatten();
            return texts
                .map(|(text, _)| (text.clone(), text.clone()))
                .collect();
        }
        let others = [&source.date, &source.segment, &source.response].map(Option::as_deref);
        let names = header.names.iter().zip(self.seen.profiles);
        let scores = names.filter(|(name, it)| {
            it.is_scores()
                && !header.is_doubled(name)
                && it.highest() > 1
                && it.mixed().is_none()
                && !others.contains(&Some(name.as_str()))
        });
        scores
            .map(|(name, _)| (name.clone(), self.question(name)))
            .collect()
    }

    /// The name of a column and its question.
    fn question(&self, name: &str) -> String {
        let at = self.seen.header.position(name);
        let question = at.and_then(|at| self.seen.header.questions.get(at));
        format!("{name} {}", question.map_or("", String::as_str))
    }

    fn profile(&self, name: &str, source: &Source) -> Option<&Profile> {
        let column = match source.touchpoint {
            Some(_) => source.score.as_deref()?,
            None => name,
        };
        self.seen.profiles.get(self.seen.header.position(column)?)
    }

    fn kpi(&self, id: &str) -> Option<&Kpi> {
        all_kpis(self.journey)
            .find(|it| it.kpi.id == id)
            .map(|it| it.kpi)
    }

    /// One column with its KPI, which may have to be made.
    fn column(
        &mut self,
        wish: &Wish,
        source: &Source,
        wishes: &Wishes,
    ) -> Result<Column, Unmappable> {
        let name = match source.touchpoint {
            Some(_) => wish.name.clone(),
            None => self.name(&wish.name)?,
        };
        let profile = self.profile(&name, source).cloned().unwrap_or_default();
        let (kpi, metric) = self.kpi_of(wish, &name, &profile, source)?;
        let missing = wishes
            .missing
            .clone()
            .or_else(|| zero_is_missing(&profile, &metric));
        let missing = missing.filter(|_| source.holds == Holds::Answers);
        let scale = zero_based(&profile, &metric, missing.as_deref());
        Ok(Column {
            name,
            kpi,
            scale,
            missing,
            ..Column::default()
        })
    }

    fn kpi_of(
        &mut self,
        wish: &Wish,
        name: &str,
        profile: &Profile,
        source: &Source,
    ) -> Result<(String, Metric), Unmappable> {
        if let Some(kpi) = self.kpi(&wish.to) {
            let metric = kpi
                .metric
                .clone()
                .ok_or_else(|| Unmappable::OtherMetric(wish.to.clone()))?;
            return match &wish.metric {
                Some(wanted) if *wanted != metric => Err(Unmappable::OtherMetric(wish.to.clone())),
                _ => Ok((wish.to.clone(), metric)),
            };
        }
        let at = self.element(&wish.to)?;
        if let (None, Some(kpi)) = (&wish.metric, self.only_kpi(at.as_ref(), profile, source)) {
            return Ok(kpi);
        }
        let guessed = match source.holds {
            Holds::Counts => {
                let counts: Vec<_> = sums::columns(self.seen.header)
                    .into_iter()
                    .map(|(_, it)| it)
                    .collect();
                sums::metric_of(&counts)
            }
            Holds::Answers => guess_metric(&self.question(name), profile),
        };
        let metric = wish.metric.clone().or(guessed);
        let metric = metric.ok_or_else(|| Unmappable::NoMetric(name.to_owned()))?;
        let mut carried = all_kpis(self.journey).filter(|Carried { by, .. }| *by == at);
        if let Some(same) = carried.find(|it| it.kpi.metric.as_ref() == Some(&metric)) {
            return Ok((same.kpi.id.clone(), metric));
        }
        let made = self
            .new_kpis
            .iter()
            .find(|it| it.at == at && it.metric == metric);
        if let Some(made) = made {
            return Ok((made.id.clone(), metric));
        }
        let id = self.new_id(at.as_ref(), &metric);
        self.new_kpis.push(NewKpi {
            id: id.clone(),
            metric: metric.clone(),
            at,
        });
        Ok((id, metric))
    }

    /// The one KPI that the element has for answers on such a scale.
    fn only_kpi(
        &self,
        at: Option<&ElementKey>,
        profile: &Profile,
        source: &Source,
    ) -> Option<(String, Metric)> {
        let carried = all_kpis(self.journey).filter(|it| it.by.as_ref() == at);
        let fitting: Vec<_> = carried
            .filter_map(|it| Some((it.kpi.id.clone(), it.kpi.metric.clone()?)))
            .filter(|(_, metric)| source.holds == Holds::Counts || fits(profile, metric))
            .collect();
        match &fitting[..] {
            [one] => Some(one.clone()),
            _ => None,
        }
    }

    fn new_id(&self, at: Option<&ElementKey>, metric: &Metric) -> String {
        let kind = match metric {
            Metric::Nps => "nps",
            Metric::Csat { .. } => "csat",
            Metric::Ces { .. } => "ces",
            Metric::Retention => "retention",
            Metric::Churn => "churn",
            Metric::Repurchase { .. } => "repurchase",
            Metric::Custom { name, .. } => name,
        };
        let name = at.map_or(kind.to_owned(), |at| format!("{}-{kind}", at.id));
        let is_new = |id: &str| self.new_kpis.iter().any(|it| it.id == id);
        free_id(Kind::Kpi, &name, |id| (self.taken)(id) || is_new(id))
    }

    /// A touchpoint or stage by its id; `.` is the journey.
    fn element(&self, id: &str) -> Result<Option<ElementKey>, Unmappable> {
        if id == "." {
            return Ok(None);
        }
        let touchpoints = touchpoints::all(self.journey);
        if touchpoints.iter().any(|it| it.touchpoint.id == id) {
            return Ok(Some(ElementKey::new(Kind::Touchpoint, id)));
        }
        match self.journey.stages.iter().any(|it| it.id == id) {
            true => Ok(Some(ElementKey::new(Kind::Stage, id))),
            false => Err(Unmappable::NoElement(id.to_owned())),
        }
    }

    fn remark(&mut self, source: &Source) {
        for name in &self.seen.header.doubled {
            self.remarks.push(Remark::DoubledColumn(name.clone()));
        }
        let mapped = |name: &String| source.columns.iter().find(|it| it.name == *name);
        let score = source.touchpoint.as_ref().and(source.score.as_ref());
        for (column, profile) in self.seen.header.names.iter().zip(self.seen.profiles) {
            let column = column.clone();
            let is_mapped = mapped(&column).is_some() || score == Some(&column);
            if let Some(mixed) = profile.mixed() {
                let (low, high) = (mixed.low, mixed.high);
                self.remarks.push(Remark::MixedScale {
                    column,
                    low,
                    high,
                    is_mapped,
                });
                continue;
            }
            let zeros = profile.points[0];
            let missing = mapped(&column).and_then(|it| it.missing.as_deref());
            if zeros > 0 && missing.is_some_and(|it| it.split(';').any(|it| it.trim() == "0")) {
                self.remarks.push(Remark::ZeroIsMissing {
                    column,
                    count: zeros,
                });
            } else if !is_mapped
                && score.is_none()
                && profile.is_scores()
                && profile.highest() > 1
                && source.holds == Holds::Answers
                && ![&source.date, &source.segment, &source.response]
                    .contains(&&Some(column.clone()))
            {
                self.remarks.push(Remark::Unmapped(column));
            }
        }
        let date = source
            .date
            .as_ref()
            .and_then(|it| self.seen.header.position(it));
        if let Some(at) = date
            && let Some(Form::Mixed(_)) = self.seen.profiles[at].dates.form()
        {
            self.remarks
                .push(Remark::TwoDateFormats(self.seen.header.names[at].clone()));
        }
    }
}

/// Digits of a name change from month to month.
fn pattern(file: &str) -> String {
    let mut pattern = String::new();
    for letter in file.chars() {
        if !letter.is_ascii_digit() {
            pattern.push(letter);
        } else if !pattern.ends_with('*') {
            pattern.push('*');
        }
    }
    while let Some(at) = pattern
        .find("*-*")
        .or_else(|| pattern.find("*_*"))
        .or_else(|| pattern.find("*.*"))
    {
        // The point before the ending stays.
        if pattern[at..].starts_with("*.*") && !pattern[at + 2..].contains('.') {
            break;
        }
        pattern.replace_range(at..at + 3, "*");
    }
    pattern
}

/// The metric that values on such a scale are mostly counted by.
fn guess_metric(question: &str, profile: &Profile) -> Option<Metric> {
    const EFFORT: &[&str] = &["effort", "easy", "ease", "aufwand", "einfach", "leicht"];
    const RECOMMEND: &[&str] = &[
        "nps",
        "recommend",
        "recommended",
        "empfehlen",
        "weiterempfehlen",
    ];
    let words = words(question);
    let asks = |any: &[&str]| words.iter().any(|it| any.contains(&it.as_str()));
    let csat = |scale, top| Some(Metric::Csat { scale, top });
    match profile.highest() {
        _ if !profile.is_scores() || profile.mixed().is_some() => None,
        0 | 1 => None,
        2..=5 => csat(5, 2),
        6..=7 if asks(EFFORT) => Some(Metric::Ces {
            formula: CesFormula::PercentAgree,
        }),
        6..=7 => csat(7, 2),
        _ if profile.points[0] > 0 || asks(RECOMMEND) => Some(Metric::Nps),
        _ => csat(10, 2),
    }
}

/// Four of five answers are on the scale of the metric, and its upper half is used.
fn fits(profile: &Profile, metric: &Metric) -> bool {
    let highest = match metric {
        Metric::Nps => 10,
        Metric::Csat { scale, .. } => usize::from(*scale).min(10),
        Metric::Ces { .. } => 7,
        _ => return false,
    };
    let on_scale: usize = profile.points[..=highest].iter().sum();
    let upper: usize = profile.points[highest.div_ceil(2)..=highest].iter().sum();
    on_scale * 5 >= profile.values * 4 && upper > 0
}

/// On a scale that begins at 1, 0 can only mean "not answered". Where nobody chose the highest
/// point, the scale may begin at 0: see [`zero_based`].
fn zero_is_missing(profile: &Profile, metric: &Metric) -> Option<String> {
    let begins_at_one = match metric {
        Metric::Csat { scale, .. } => profile
            .points
            .get(usize::from(*scale))
            .is_some_and(|it| *it > 0),
        Metric::Ces { .. } => true,
        _ => false,
    };
    (begins_at_one && profile.points[0] > 0).then(|| "0".to_owned())
}

/// The scale of a question that begins at 0 where its metric begins at 1: yes or no as 1 and 0.
fn zero_based(profile: &Profile, metric: &Metric, missing: Option<&str>) -> Option<Scale> {
    let Metric::Csat { scale, .. } = metric else {
        return None;
    };
    let max = i64::from(*scale) - 1;
    let fits = profile.points[0] > 0 && missing.is_none() && profile.highest() as i64 <= max;
    fits.then_some(Scale { min: 0, max })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pattern_of_a_file_leaves_its_digits_open() {
        for (file, expected) in [
            ("lounge-2026-03.csv", "lounge-*.csv"),
            ("lounge-ratings.csv", "lounge-ratings.csv"),
            ("2026_Q1_nps.tsv", "*_Q*_nps.tsv"),
            ("export 20260301.csv", "export *.csv"),
            ("a.2026.03.csv", "a.*.csv"),
        ] {
            assert_eq!(pattern(file), expected);
        }
    }

    fn profile(counts: &[(usize, usize)]) -> Profile {
        let mut profile = Profile::default();
        for (value, times) in counts {
            (0..*times).for_each(|_| profile.add(&value.to_string()));
        }
        profile
    }

    #[test]
    fn scales_are_guessed_with_what_zero_means_on_them() {
        let csat = |scale, top| Some(Metric::Csat { scale, top });
        for (question, values, metric, missing) in [
            ("desk", &[(1, 3), (5, 9), (0, 2)][..], csat(5, 2), Some("0")),
            ("desk", &[(1, 3), (5, 9)], csat(5, 2), None),
            (
                "effort",
                &[(7, 3), (0, 1)],
                Some(Metric::Ces {
                    formula: CesFormula::PercentAgree,
                }),
                Some("0"),
            ),
            ("desk", &[(7, 3)], csat(7, 2), None),
            ("desk", &[(0, 3), (10, 9), (8, 9)], Some(Metric::Nps), None),
            (
                "would you recommend us",
                &[(1, 3), (10, 9), (8, 9)],
                Some(Metric::Nps),
                None,
            ),
            ("desk", &[(1, 3), (10, 9), (8, 9)], csat(10, 2), None),
            ("desk", &[(3, 90), (10, 9)], None, None),
            ("yes or no", &[(0, 3), (1, 9)], None, None),
        ] {
            let profile = profile(values);
            assert_eq!(
                guess_metric(question, &profile),
                metric,
                "{question} {values:?}"
            );
            let found = metric.and_then(|it| zero_is_missing(&profile, &it));
            assert_eq!(found.as_deref(), missing, "{question} {values:?}");
        }
        let yes = profile(&[(0, 3), (1, 9)]);
        let share = Metric::Csat { scale: 2, top: 1 };
        assert_eq!(
            zero_based(&yes, &share, None),
            Some(Scale { min: 0, max: 1 })
        );
    }
}
