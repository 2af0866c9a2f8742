//! From the counts of a survey to edits of the journey. What this source said before about the
//! same days is replaced; what stands there from elsewhere is not, unless that is asked for.

use crate::sort;
use jiff::civil::Date;

use super::propose::NewKpi;
use super::report::Report;
use crate::document::edit::{Edit, Slot};
use crate::journey::check::parse_date;
use crate::journey::fields::{Field, Kind};
use crate::journey::figure::Reading;
use crate::journey::kpis;
use crate::journey::metric::{Count, Metric};
use crate::journey::model::{Journey, Kpi};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::quote;

/// What becomes of one reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It comes.
    New,
    /// It comes in the place of this one.
    Replaces(Reading),
    /// It is there already.
    Same,
    /// It stays out: this one is there from elsewhere, of the same days.
    Kept(Reading),
    /// It goes: the days are covered by what comes.
    Goes,
}

/// One reading of a KPI and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The KPI.
    pub kpi: String,
    /// The reading.
    pub reading: Reading,
    /// What becomes of it.
    pub fate: Fate,
}

/// What an import does to a journey.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    /// Reading by reading, in the order of the mapping.
    pub changes: Vec<Change>,
    /// The edits; empty where nothing changes.
    pub edits: Vec<Edit>,
}

impl Import {
    /// The changes of each KPI, the oldest first, in the order of the mapping.
    pub fn by_kpi(&self) -> Vec<(&str, Vec<&Change>)> {
        let mut groups: Vec<(&str, Vec<&Change>)> = Vec::new();
        for change in &self.changes {
            match groups.iter_mut().find(|(kpi, _)| *kpi == change.kpi) {
                Some((_, changes)) => changes.push(change),
                None => groups.push((&change.kpi, vec![change])),
            }
        }
        for (_, changes) in &mut groups {
            sort::by(changes, |one, other| one.reading.on.cmp(&other.reading.on));
        }
        groups
    }

    /// So many readings are other ones afterwards.
    pub fn changed(&self) -> usize {
        let is_change = |it: &&Change| !matches!(it.fate, Fate::Same | Fate::Kept(_));
        self.changes.iter().filter(is_change).count()
    }
}

/// How an import is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Manner<'m> {
    /// The id of the source.
    pub source: &'m str,
    /// The dimension that the segments cut, where there are some.
    pub segments: Option<&'m str>,
    /// Readings from elsewhere are replaced too.
    pub replace: bool,
}

/// The edits that bring the readings of a report into a journey.
pub fn import(
    journey: &Journey,
    report: &Report,
    new_kpis: &[NewKpi],
    manner: Manner<'_>,
) -> Import {
    let covered: Vec<_> = report
        .readings
        .iter()
        .flat_map(|it| &it.readings)
        .filter_map(days)
        .collect();
    let mut import = Import {
        changes: Vec::new(),
        edits: Vec::new(),
    };
    for of in &report.readings {
        let new: Vec<Reading> = of
            .readings
            .iter()
            .map(|it| from_source(it, manner.source))
            .collect();
        let known = kpis::all(journey).find(|it| it.kpi.id == of.kpi);
        let new_kpi = new_kpis.iter().find(|it| it.id == of.kpi);
        match (known, new_kpi) {
            (Some(known), _) => old_kpi(known.kpi, new, &covered, manner, &mut import),
            (None, Some(kpi)) => make_kpi(kpi, new, manner, &mut import),
            (None, None) => {}
        }
    }
    import
}

fn from_source(reading: &Reading, source: &str) -> Reading {
    Reading {
        source: Some(source.to_owned()),
        ..reading.clone()
    }
}

fn make_kpi(kpi: &NewKpi, readings: Vec<Reading>, manner: Manner<'_>, import: &mut Import) {
    if readings.is_empty() {
        return;
    }
    let owner = kpi.at.clone().map_or_else(Place::root, Place::of);
    let segments = manner
        .segments
        .map(|it| format!(", segments: {}", quote(it)))
        .unwrap_or_default();
    let texts: Vec<String> = readings.iter().map(reading_text).collect();
    let item = format!(
        "Kpi(id: {}, metric: {}{segments}, readings: [{}])",
        quote(&kpi.id),
        metric_text(&kpi.metric),
        texts.join(", ")
    );
    import.edits.push(Edit::Insert {
        list: owner.field("kpis"),
        slot: Slot::Last,
        item,
    });
    let new = |reading| Change {
        kpi: kpi.id.clone(),
        reading,
        fate: Fate::New,
    };
    import.changes.extend(readings.into_iter().map(new));
}

fn old_kpi(
    kpi: &Kpi,
    new: Vec<Reading>,
    covered: &[(Date, Date)],
    manner: Manner<'_>,
    import: &mut Import,
) {
    let mut list = Readings::of(kpi);
    let mut plan = Plan::default();
    for reading in new {
        let fate = plan.take(&list, &reading, manner);
        let kpi = kpi.id.clone();
        import.changes.push(Change { kpi, reading, fate });
    }
    let is_covered = |it: &Reading| {
        is_from(it, manner) && covered.iter().any(|period| overlaps(days(it), *period))
    };
    for at in list.positions(is_covered) {
        if !plan.stays.contains(&at) {
            plan.goes.push(at);
            let reading = kpi.readings[at].clone();
            let (kpi, fate) = (kpi.id.clone(), Fate::Goes);
            import.changes.push(Change { kpi, reading, fate });
        }
    }
    let edits_before = import.edits.len();
    plan.carry_out(&mut list, &mut import.edits);
    let is_changed = import.edits.len() > edits_before;
    if let Some(segments) = manner
        .segments
        .filter(|_| is_changed && kpi.segments.is_none())
    {
        let place = list.kpi.field("segments");
        import.edits.push(Edit::text(place, segments));
    }
}

fn is_from(reading: &Reading, manner: Manner<'_>) -> bool {
    reading.source.as_deref() == Some(manner.source)
}

/// What is to become of the readings of one KPI.
#[derive(Default)]
struct Plan {
    /// New ones.
    come: Vec<Reading>,
    /// Those that get other counts.
    sets: Vec<(usize, Reading)>,
    /// Those that go.
    goes: Vec<usize>,
    /// Those that stay, with whatever counts.
    stays: Vec<usize>,
}

impl Plan {
    /// Takes another reading that the survey came to.
    fn take(&mut self, list: &Readings<'_>, new: &Reading, manner: Manner<'_>) -> Fate {
        let ours = |it: &Reading| is_from(it, manner);
        let rivals = list.positions(|it| !ours(it) && is_rival(it, new));
        let rival = rivals.first().map(|at| list.all[*at].clone());
        if let Some(rival) = rival.clone().filter(|_| !manner.replace) {
            // What this source said of these days stays as well.
            let own = list.positions(|it| ours(it) && is_rival(it, new));
            self.stays.extend(own);
            return Fate::Kept(rival);
        }
        self.goes.extend(rivals);
        let same = list.positions(|it| ours(it) && key(it) == key(new));
        self.stays.extend(same.first());
        match same.first() {
            Some(at) if is_equal(&list.all[*at], new) => Fate::Same,
            Some(at) => {
                self.sets.push((*at, new.clone()));
                Fate::Replaces(list.all[*at].clone())
            }
            None => {
                self.come.push(new.clone());
                rival.map_or(Fate::New, Fate::Replaces)
            }
        }
    }

    fn carry_out(self, list: &mut Readings<'_>, edits: &mut Vec<Edit>) {
        for (at, reading) in &self.sets {
            list.set(*at, reading, edits);
        }
        list.remove(self.goes, edits);
        list.insert(self.come, edits);
    }
}

/// The readings of a KPI, by their places in the text.
struct Readings<'k> {
    kpi: Place,
    all: &'k [Reading],
    /// Those that are still there.
    there: Vec<bool>,
}

impl<'k> Readings<'k> {
    fn of(kpi: &'k Kpi) -> Readings<'k> {
        Readings {
            kpi: Place::of(ElementKey::new(Kind::Kpi, &kpi.id)),
            all: &kpi.readings,
            there: vec![true; kpi.readings.len()],
        }
    }

    fn positions(&self, is: impl Fn(&Reading) -> bool) -> Vec<usize> {
        (0..self.all.len())
            .filter(|at| is(&self.all[*at]))
            .collect()
    }

    fn list(&self) -> Place {
        self.kpi.field("readings")
    }

    /// Where a reading stands among those that are there.
    fn place(&self, at: usize) -> Place {
        let same =
            |before: &usize| self.there[*before] && key(&self.all[*before]) == key(&self.all[at]);
        self.list()
            .item(key(&self.all[at]), (0..at).filter(same).count())
    }

    /// Only what differs is set, so that comments in a reading stay.
    fn set(&self, at: usize, new: &Reading, edits: &mut Vec<Edit>) {
        let place = self.place(at);
        for count in Count::ALL {
            let number = new.count(count);
            if number != self.all[at].count(count) {
                let value = number.map(number_text);
                edits.push(Edit::Set {
                    place: place.field(count.name()),
                    value,
                });
            }
        }
        if self.all[at].census {
            edits.push(Edit::clear(place.field("census")));
        }
    }

    fn remove(&mut self, mut gone: Vec<usize>, edits: &mut Vec<Edit>) {
        gone.sort_unstable();
        gone.dedup();
        for at in gone.into_iter().rev() {
            edits.push(Edit::Remove {
                item: self.place(at),
            });
            self.there[at] = false;
        }
    }

    /// New readings go behind those that end before them.
    fn insert(&self, mut come: Vec<Reading>, edits: &mut Vec<Edit>) {
        sort::by_key(&mut come, order);
        if !self.there.contains(&true) && !come.is_empty() {
            let texts: Vec<String> = come.iter().map(reading_text).collect();
            return edits.push(Edit::value(self.list(), format!("[{}]", texts.join(", "))));
        }
        let mut last: Option<Reading> = None;
        for reading in come {
            let is_before =
                |at: &usize| self.there[*at] && order(&self.all[*at]) <= order(&reading);
            let before = (0..self.all.len()).rfind(is_before);
            // The one that came just now is nearer, unless an old one stands between the two.
            let between = last
                .as_ref()
                .filter(|last| before.is_none_or(|at| order(&self.all[at]) <= order(last)));
            let slot = match (between, before) {
                (Some(last), _) => Slot::After(self.list().item(key(last), 0)),
                (None, Some(at)) => Slot::After(self.place(at)),
                (None, None) => Slot::First,
            };
            edits.push(Edit::Insert {
                list: self.list(),
                slot,
                item: reading_text(&reading),
            });
            last = Some(reading);
        }
    }
}

fn order(reading: &Reading) -> (String, String, String) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    (
        reading.on.clone(),
        text(&reading.from),
        text(&reading.segment),
    )
}

fn key(reading: &Reading) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        text(&reading.from),
        reading.on.clone(),
        text(&reading.segment),
    ]
}

/// The days that a reading is of; one without a start, as people write them, is of its last day.
fn days(reading: &Reading) -> Option<(Date, Date)> {
    let on = parse_date(&reading.on)?;
    let from = reading.from.as_deref().and_then(parse_date).unwrap_or(on);
    Some((from, on))
}

fn overlaps(one: Option<(Date, Date)>, other: (Date, Date)) -> bool {
    one.is_some_and(|(from, on)| from <= other.1 && other.0 <= on)
}

/// Both speak of the same people on the same days: counted both, they would be counted twice.
fn is_rival(one: &Reading, other: &Reading) -> bool {
    let same = one.segment == other.segment || one.segment.is_none() || other.segment.is_none();
    same && days(other).is_some_and(|days_of| overlaps(days(one), days_of))
}

fn is_equal(one: &Reading, other: &Reading) -> bool {
    Count::ALL
        .into_iter()
        .all(|count| one.count(count) == other.count(count))
        && !one.census
}

/// A reading as the file writes it.
pub fn reading_text(reading: &Reading) -> String {
    let parts: Vec<String> = Kind::Reading
        .spec()
        .fields
        .iter()
        .filter_map(|it| part(reading, it))
        .collect();
    format!("({})", parts.join(", "))
}

fn part(reading: &Reading, field: &Field) -> Option<String> {
    let value = match field.name {
        "from" => quote(reading.from.as_ref()?),
        "on" => quote(&reading.on),
        "segment" => quote(reading.segment.as_ref()?),
        "source" => quote(reading.source.as_ref()?),
        name => {
            let count = Count::ALL.into_iter().find(|it| it.name() == name)?;
            number_text(reading.count(count)?)
        }
    };
    Some(format!("{}: {value}", field.name))
}

fn number_text(number: f64) -> String {
    format!("{number}")
}

/// A metric as the file writes it.
pub fn metric_text(metric: &Metric) -> String {
    match metric {
        Metric::Nps => "Nps".to_owned(),
        Metric::Csat { scale, top } => format!("Csat(scale: {scale}, top: {top})"),
        Metric::Ces { formula } => format!("Ces(formula: {formula:?})"),
        Metric::Retention => "Retention".to_owned(),
        Metric::Churn => "Churn".to_owned(),
        Metric::Repurchase { formula } => format!("Repurchase(formula: {formula:?})"),
        Metric::Custom { name, unit, better } => {
            format!(
                "Custom(name: {}, unit: {}, better: {better:?})",
                quote(name),
                quote(unit)
            )
        }
    }
}
