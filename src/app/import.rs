//! Survey answers on their way into the journey: how the file was understood, what its columns are
//! for, and what would come in. Knows no file and no drawing.

use std::collections::HashSet;
use std::path::PathBuf;

use jiff::civil::Date;

use super::effect::{CountSurvey, Effect};
use super::{App, Screen};
use crate::i18n as w;
use crate::journey::kpis;
use crate::journey::metric::Metric;
use crate::journey::place::{ElementKey, Place};
use crate::journey::sources::{Source, Sources};
use crate::measure::survey::count::Options;
use crate::measure::survey::propose::{Proposal, Seen, Unmappable, propose, revise};
use crate::measure::survey::readings::{self, Manner};
use crate::measure::survey::report::Report;
use crate::measure::survey::table::{Beginning, Trouble};
use crate::measure::survey::wish::{Wish, Wishes};

/// Of a KPI so many readings are shown unasked, the last ones.
const SHOWN: usize = 4;

/// What was found of a survey file and beside the journey.
#[derive(Debug, Clone)]
pub struct Found {
    /// The survey file.
    pub file: PathBuf,
    /// What its beginning says.
    pub beginning: Beginning,
    /// The sources that the journey knows.
    pub sources: Sources,
    /// The name of their file.
    pub sources_file: String,
}

/// What stands in the way, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// An import that is being looked at.
#[derive(Debug)]
pub struct Import {
    /// What it comes from.
    pub found: Found,
    /// What its columns are for.
    pub proposal: Proposal,
    /// The day of all answers, where no column says it.
    pub on: Option<Date>,
    /// Readings of the same days that came from elsewhere are replaced too.
    pub replace: bool,
    /// So many percent of the file are counted, while that lasts.
    pub progress: Option<u8>,
    /// What the file came to when it was counted last.
    pub counted: Option<Result<Report, Refusal>>,
    /// What becomes of its readings.
    pub readings: readings::Import,
    /// The state of the document for which that holds.
    of_state: usize,
    /// KPIs of which all readings are shown.
    pub unfolded: HashSet<String>,
}

/// What a line of the page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Takes the readings.
    Take,
    /// A field of the source, by its name.
    Setting(&'static str),
    /// A column of scores, or a touchpoint that is named in the file.
    Column(String),
    /// Rows or answers that stay out, by their place in the report.
    Left(usize),
    /// A KPI, by its place among those that get readings.
    Kpi(usize),
    /// One of its readings.
    Reading(usize, usize),
}

/// What is asked for an import.
#[derive(Debug, Clone, PartialEq)]
pub enum Asking {
    /// The file.
    File,
    /// Which of the sources it is of, where its name fits several.
    Source(Box<Held>),
    /// What a column is for.
    For(String),
    /// The metric of a column at an element.
    Metric(String, String),
    /// The scale of a column.
    Scale(String),
    /// What means "not answered" in a column.
    Missing(String),
    /// A field of the source, by its name.
    Setting(&'static str),
}

/// A file that waits for an answer.
#[derive(Debug, Clone)]
pub struct Held(pub Found);

impl PartialEq for Held {
    fn eq(&self, other: &Held) -> bool {
        self.0.file == other.0.file
    }
}

/// The fields of a source that can be set, in their order on the page.
pub const SETTINGS: [&str; 6] = ["period", "date", "dates", "segment", "response", "overall"];

impl Found {
    /// The file by its name.
    pub fn name(&self) -> String {
        let name = self.file.file_name().unwrap_or(self.file.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// Where a column of this name stands.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.beginning.header.position(name)
    }
}

impl Import {
    /// The mapping with what the count found beside the readings.
    pub(super) fn told_source(&self) -> Source {
        match &self.counted {
            Some(Ok(report)) => report.told(&self.proposal.source),
            _ => self.proposal.source.clone(),
        }
    }

    /// What the columns are called, or the touchpoints in the file; then those that the mapping
    /// names and the file has not.
    pub fn columns(&self) -> Vec<String> {
        let header = &self.found.beginning.header;
        let source = &self.proposal.source;
        let mut names: Vec<String> = match &source.touchpoint {
            None => header.names.clone(),
            Some(column) => {
                let at = self.found.column(column);
                let profile = at.and_then(|at| self.found.beginning.profiles.get(at));
                let texts = profile.into_iter().flat_map(|it| it.texts.keys());
                texts.cloned().collect()
            }
        };
        for column in &source.columns {
            if !names.iter().any(|name| self.is_same(name, &column.name)) {
                names.push(column.name.clone());
            }
        }
        names
    }

    /// Two names are of the same column.
    fn is_same(&self, name: &str, other: &str) -> bool {
        match self.proposal.source.touchpoint {
            Some(_) => name.trim() == other.trim(),
            None => {
                let at = self.found.column(name);
                name == other || at.is_some() && at == self.found.column(other)
            }
        }
    }

    /// Which of the mapped columns has this name.
    pub fn mapped(&self, name: &str) -> Option<usize> {
        let mut columns = self.proposal.source.columns.iter();
        columns.position(|it| self.is_same(name, &it.name))
    }

    /// The page, line by line.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Take];
        rows.extend(SETTINGS.map(Row::Setting));
        rows.extend(self.columns().into_iter().map(Row::Column));
        let Some(Ok(report)) = &self.counted else {
            return rows;
        };
        rows.extend((0..report.left.len()).map(Row::Left));
        for (at, (kpi, changes)) in self.readings.by_kpi().into_iter().enumerate() {
            rows.push(Row::Kpi(at));
            let shown = self.first_shown(kpi, changes.len())..changes.len();
            rows.extend(shown.map(|reading| Row::Reading(at, reading)));
        }
        rows
    }

    /// The first reading of a KPI that is shown.
    pub fn first_shown(&self, kpi: &str, count: usize) -> usize {
        match self.unfolded.contains(kpi) {
            true => 0,
            // One alone would take as many lines as what is said of it.
            false if count <= SHOWN + 1 => 0,
            false => count - SHOWN,
        }
    }

    /// Nothing stands in the way of taking what was counted.
    pub fn is_ready(&self) -> bool {
        self.progress.is_none() && matches!(self.counted, Some(Ok(_)))
    }
}

impl App {
    /// The line of the page under the cursor.
    pub fn import_row(&self) -> Option<Row> {
        let row = self.lists.cursor(Screen::Import).row;
        self.import.as_ref()?.rows().into_iter().nth(row)
    }

    pub(super) fn import_places(&self) -> Vec<Place> {
        let count = self.import.as_ref().map_or(0, |it| it.rows().len());
        vec![Place::root(); count]
    }

    /// Shows what a file would bring, read by a source that is known, or by a guess.
    pub(super) fn begin_import(&mut self, found: Found, known: Option<&Source>) -> Vec<Effect> {
        let name = found.name();
        let sources = found.sources.sources.iter();
        let ids: Vec<&str> = sources.map(|it| it.id.as_str()).collect();
        let seen = Seen::of(&found.beginning, &name);
        let taken = |id: &str| self.document.parsed.index.shared(id).next().is_some();
        let proposal = propose(
            seen,
            self.journey(),
            &taken,
            known,
            &ids,
            &Wishes::default(),
        );
        let proposal = match proposal {
            Ok(proposal) => proposal,
            Err(why) => {
                self.refuse_mapping(&found, why);
                return Vec::new();
            }
        };
        self.import = Some(Import {
            found,
            proposal,
            on: None,
            replace: false,
            progress: None,
            counted: None,
            readings: readings::Import::default(),
            of_state: self.document.state(),
            unfolded: HashSet::new(),
        });
        self.message = None;
        self.show(Screen::Import);
        self.to_entry(0);
        self.count_import()
    }

    /// Says why a mapping cannot be.
    fn refuse_mapping(&mut self, found: &Found, why: Unmappable) {
        let columns = w::survey_names(&found.beginning.header.names);
        let (what, help) = w::survey_unmappable(self.lang, &columns, why);
        self.refuse(w::import_refused(self.lang, &what, &help));
    }

    /// Has the file counted as its mapping says.
    pub(super) fn count_import(&mut self) -> Vec<Effect> {
        let no_segment = w::survey_no_segment_of(self.journey()).to_owned();
        let Some(mut import) = self.import.take() else {
            return Vec::new();
        };
        let source = import.proposal.source.clone();
        let metrics = source.columns.iter().filter_map(|column| {
            let metric = import.proposal.metric(self.journey(), &column.kpi)?;
            Some((column.kpi.clone(), metric.clone()))
        });
        let count = CountSurvey {
            file: import.found.file.clone(),
            metrics: metrics.collect(),
            source,
            options: Options {
                on: import.on,
                no_segment,
                quotes: None,
            },
        };
        import.progress = Some(0);
        self.import = Some(import);
        vec![Effect::CountSurvey(Box::new(count))]
    }

    /// Takes what the file came to.
    pub(super) fn take_counts(&mut self, counted: Result<Report, Trouble>) {
        let lang = self.lang;
        let Some(import) = &mut self.import else {
            return;
        };
        let counted = counted.map_err(|trouble| {
            let own = w::import_help(lang, &trouble);
            let names = w::survey_names(&import.found.beginning.header.names);
            let (what, help) = w::survey_trouble(lang, &import.found.name(), &names, trouble);
            let help = own.map_or(help, str::to_owned);
            Refusal { what, help }
        });
        import.progress = None;
        import.counted = Some(counted);
        self.compare_readings();
    }

    /// What becomes of the readings in the document as it is now.
    pub(super) fn compare_readings(&mut self) {
        let Some(mut import) = self.import.take() else {
            return;
        };
        import.of_state = self.document.state();
        import.readings = match &import.counted {
            Some(Ok(report)) => {
                let source = &import.proposal.source;
                let manner = Manner {
                    source: &source.id,
                    segments: source.segment.as_deref(),
                    replace: import.replace,
                };
                readings::import(self.journey(), report, &import.proposal.new_kpis, manner)
            }
            _ => readings::Import::default(),
        };
        self.import = Some(import);
    }

    /// Keeps the page true to the document; without an import there is no page.
    pub(super) fn settle_import(&mut self) {
        let state = self.document.state();
        match &self.import {
            Some(import) if import.of_state != state => self.compare_readings(),
            None if self.behind == Screen::Import => {
                self.behind = Screen::Kpis;
                if self.screen == Screen::Import {
                    self.screen = Screen::Kpis;
                }
            }
            _ => {}
        }
    }

    /// Changes the source by hand, and what a column is for if that is said.
    ///
    /// # Errors
    /// What was said cannot be.
    pub(super) fn revise_import(
        &mut self,
        change: impl FnOnce(&mut Source),
        wish: Option<&Wish>,
    ) -> Result<Vec<Effect>, Unmappable> {
        let Some(import) = &self.import else {
            return Ok(Vec::new());
        };
        let mut before = import.proposal.clone();
        change(&mut before.source);
        let name = import.found.name();
        let seen = Seen::of(&import.found.beginning, &name);
        let taken = |id: &str| self.document.parsed.index.shared(id).next().is_some();
        let proposal = revise(seen, self.journey(), &taken, before, wish)?;
        if let Some(import) = &mut self.import {
            import.proposal = proposal;
        }
        Ok(self.count_import())
    }

    /// As [`App::revise_import`]; says why not.
    pub(super) fn revise_or_refuse(
        &mut self,
        change: impl FnOnce(&mut Source),
        wish: Option<&Wish>,
    ) -> Vec<Effect> {
        self.revise_import(change, wish).unwrap_or_else(|why| {
            let (what, help) = w::survey_unmappable(self.lang, "", why);
            self.refuse(w::import_refused(self.lang, &what, &help));
            Vec::new()
        })
    }

    /// Who carries a KPI that is there or to be made; none in it is the journey.
    pub fn import_carrier(&self, kpi: &str) -> Option<Option<ElementKey>> {
        let import = self.import.as_ref()?;
        let made = import.proposal.new_kpis.iter().find(|it| it.id == kpi);
        let known = || kpis::all(self.journey()).find(|it| it.kpi.id == kpi);
        made.map(|it| it.at.clone())
            .or_else(|| known().map(|it| it.by))
    }

    /// The metric of a KPI that is there or to be made.
    pub fn import_metric(&self, kpi: &str) -> Option<&Metric> {
        self.import.as_ref()?.proposal.metric(self.journey(), kpi)
    }

    /// A KPI by who carries it; by its id, where that is nobody.
    pub fn import_kpi(&self, kpi: &str) -> String {
        match self.import_carrier(kpi) {
            Some(Some(key)) => self.name_by_id(Some(key.kind), &key.id),
            Some(None) => w::kind_journey(self.lang).to_owned(),
            None => kpi.to_owned(),
        }
    }
}
