//! What a survey would bring into the journey: how the file was understood, what its columns are
//! for, what stays out, and the readings.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;
use crate::app::import::{Import, Row, SETTINGS};
use crate::i18n::{self as w, Doubtful, Lang, number};
use crate::journey::fields::Kind;
use crate::journey::sources::{Column, Decimal};
use crate::measure::survey::dates::Form;
use crate::measure::survey::decode::Letters;
use crate::measure::survey::readings::{Change, Fate};
use crate::measure::survey::report::Report;
use crate::text::width;
use ratatui::style::Style;
use ratatui::text::Line;

/// From so many columns on, what a column is for stands in columns.
const WIDE: usize = 116;

/// Columns that what belongs to a name stands further in.
const INDENT: usize = 2;

/// Columns that the name of a setting or column has at most.
const NAME: usize = 40;

/// Columns of scale, values that mean "not answered", and answers.
const NUMBERS: [usize; 3] = [7, 13, 9];

/// Adds the page.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let Some(import) = &app.import else { return };
    let words = Words {
        app,
        import,
        groups: import.readings.by_kpi(),
        theme,
        columns,
    };
    page.add(words.file(), None);
    let (mut has_columns, mut has_left, mut has_readings) = (false, false, false);
    for (at, row) in import.rows().iter().enumerate() {
        let is_first = |seen: &mut bool| !std::mem::replace(seen, true);
        match row {
            Row::Setting(name) if *name == SETTINGS[0] => {
                let source = &import.proposal.source.id;
                let title = w::import_mapping(app.lang, source, &import.found.sources_file);
                page.head(&title, columns, theme);
            }
            Row::Column(_) if is_first(&mut has_columns) => {
                page.head(&words.columns_title(), columns, theme);
                page.add(words.heads(), None);
            }
            Row::Left(_) if is_first(&mut has_left) => {
                page.head(w::survey_stays_out(app.lang), columns, theme);
            }
            Row::Kpi(_) if is_first(&mut has_readings) => {
                page.head(w::survey_readings(app.lang), columns, theme);
            }
            _ => {}
        }
        page.add(words.row(row), Some(at));
        if *row == Row::Take {
            page.add(words.warnings(), None);
        }
    }
    add_drivers(&words, page);
}

/// Adds how closely the columns go together with the overall score.
fn add_drivers(words: &Words<'_>, page: &mut Page) {
    let Some(report) = words.report() else { return };
    let source = &words.import.proposal.source;
    let mut found = w::drivers_found(words.lang(), source, report).into_iter();
    if let Some(title) = found.next() {
        page.head(&title, words.columns, words.theme);
    }
    found.for_each(|it| page.add(words.wrapped(&it, words.theme.text), None));
}

struct Words<'a> {
    app: &'a App,
    import: &'a Import,
    /// The readings by KPI.
    groups: Vec<(&'a str, Vec<&'a Change>)>,
    theme: &'a Theme,
    columns: usize,
}

impl Words<'_> {
    fn lang(&self) -> Lang {
        self.app.lang
    }

    fn count(&self, count: u64) -> String {
        number::number(self.lang(), count as f64, 0)
    }

    fn report(&self) -> Option<&Report> {
        self.import.counted.as_ref()?.as_ref().ok()
    }

    fn wrapped(&self, text: &str, style: Style) -> Vec<Line<'static>> {
        flow::wrapped(text, self.columns, style)
    }

    /// What was recognised of the file, and how many rows it has.
    fn file(&self) -> Vec<Line<'static>> {
        let (lang, beginning) = (self.lang(), &self.import.found.beginning);
        let letters = match beginning.letters {
            Letters::Utf8 => w::choice_utf8(lang),
            Letters::Utf16Le | Letters::Utf16Be => w::choice_utf16(lang),
            Letters::Windows1252 => w::choice_windows_1252(lang),
        };
        let by = w::import_delimiter(lang, beginning.delimiter);
        let mut parts = vec![
            w::import_tool(lang, beginning.header.tool).to_owned(),
            w::import_delimited(lang, &by),
            letters.to_owned(),
        ];
        if beginning.decimal == Decimal::Comma {
            parts.push(w::import_decimal(lang, w::import_comma(lang)));
        }
        let text = format!("{}: {}", self.import.found.name(), parts.join(" · "));
        let mut lines = self.wrapped(&text, self.theme.text);
        if let Some(report) = self.report() {
            lines.extend(self.wrapped(&w::survey_counted(lang, report), self.theme.dim));
        }
        lines
    }

    fn row(&self, row: &Row) -> Vec<Line<'static>> {
        match row {
            Row::Take => self.take(),
            Row::Setting(name) => self.setting(name),
            Row::Column(name) => self.column(name),
            Row::Left(at) => self.left(*at),
            Row::Kpi(at) => self.kpi(*at),
            Row::Reading(kpi, at) => self.reading(*kpi, *at),
        }
    }

    /// What Enter brings, how far the count is, or what stands in its way.
    fn take(&self) -> Vec<Line<'static>> {
        let (lang, theme) = (self.lang(), self.theme);
        let led = |sign: &str, style, text: &str| {
            flow::led(sign, style, text, self.columns, theme.heading)
        };
        match (&self.import.counted, self.import.progress) {
            (_, Some(percent)) => led("→ ", theme.key, &w::import_counting(lang, percent)),
            (Some(Err(why)), _) => {
                let text = w::import_refused(lang, &why.what, &why.help);
                led("✗ ", theme.bad, &text)
            }
            _ => {
                let text = match self.import.readings.changed() {
                    0 => w::import_take_none(lang).to_owned(),
                    1 => w::import_take_one(lang).to_owned(),
                    count => w::import_take_many(lang, &self.count(count as u64)),
                };
                led("▸ ", theme.key, &text)
            }
        }
    }

    fn warnings(&self) -> Vec<Line<'static>> {
        let import = self.import;
        let doubtful = Doubtful {
            file: &import.found.name(),
            odd: import.found.beginning.odd,
            remarks: &import.proposal.remarks,
            report: self.report(),
            changes: &import.readings.changes,
            today: &self.app.today(),
            kept: w::import_kept_out,
        };
        let lines = doubtful
            .warnings(self.lang())
            .into_iter()
            .flat_map(|it| flow::led("! ", self.theme.warn, &it, self.columns, self.theme.text));
        lines.collect()
    }

    fn setting(&self, name: &str) -> Vec<Line<'static>> {
        let lang = self.lang();
        let word = |name: &str| Kind::Source.field(name).map_or("", |it| (it.word)(lang));
        let wide = SETTINGS.map(|it| width(word(it))).into_iter().max();
        let wide = wide.unwrap_or(0).min(NAME);
        let (value, style) = match self.value(name) {
            Some(value) => (value, self.theme.text),
            None => (w::import_none(lang).to_owned(), self.theme.dim),
        };
        self.pair(word(name), wide, self.theme.label, &value, style)
    }

    /// A name, and beside it a text over as many lines as it needs.
    fn pair(
        &self,
        name: &str,
        wide: usize,
        name_style: Style,
        text: &str,
        style: Style,
    ) -> Vec<Line<'static>> {
        let room = self.columns.saturating_sub(wide + flow::GAP).max(1);
        flow::columns(vec![
            (flow::wrapped(name, wide, name_style), wide),
            (flow::wrapped(text, room, style), room),
        ])
    }

    fn value(&self, name: &str) -> Option<String> {
        let (lang, source) = (self.lang(), &self.import.proposal.source);
        match name {
            "period" => Some(w::survey_period(lang, source.period).to_owned()),
            "date" => source.date.clone().or_else(|| {
                let on = self.import.on?.to_string();
                Some(w::import_all_on(lang, &w::date(lang, &on)))
            }),
            "dates" => Some(match (source.dates, self.form()) {
                (Some(format), _) => w::survey_dates(lang, format).to_owned(),
                (None, Some(Form::One(format) | Form::Mixed(format))) => {
                    w::import_recognised(lang, w::survey_dates(lang, format))
                }
                (None, _) => w::import_not_recognised(lang).to_owned(),
            }),
            "segment" => source.segment.clone(),
            "overall" => source.overall.clone(),
            _ => source.response.clone(),
        }
    }

    /// How the dates of the file are written, as far as they say.
    fn form(&self) -> Option<Form> {
        let found = &self.import.found;
        let at = found.column(self.import.proposal.source.date.as_ref()?)?;
        found.beginning.profiles.get(at)?.dates.form()
    }

    fn columns_title(&self) -> String {
        let source = &self.import.proposal.source;
        match (&source.touchpoint, &source.score) {
            (Some(touchpoint), score) => {
                let score = score.as_deref().unwrap_or("score");
                w::import_touchpoints(self.lang(), touchpoint, score)
            }
            _ => w::import_columns(self.lang()).to_owned(),
        }
    }

    /// Widths of name, carrier, metric, scale, missing and answers.
    fn widths(&self) -> [usize; 6] {
        let [scale, missing, answers] = NUMBERS;
        let others = NUMBERS.iter().sum::<usize>() + 5 * flow::GAP;
        let rest = self.columns.saturating_sub(others);
        let third = rest / 3;
        [third, rest - 2 * third, third, scale, missing, answers]
    }

    fn heads(&self) -> Vec<Line<'static>> {
        if self.columns < WIDE {
            return Vec::new();
        }
        let heads = w::survey_headings(self.lang())
            .into_iter()
            .zip(self.widths());
        let head = |(word, wide)| (flow::wrapped(word, wide, self.theme.dim), wide);
        flow::columns(heads.map(head).collect())
    }

    fn column(&self, name: &str) -> Vec<Line<'static>> {
        let source = &self.import.proposal.source;
        match self.import.mapped(name) {
            Some(at) => self.mapped(&source.columns[at]),
            None => self.out(name),
        }
    }

    /// A column that is for no KPI: what else it is for.
    fn out(&self, name: &str) -> Vec<Line<'static>> {
        let (lang, source) = (self.lang(), &self.import.proposal.source);
        let is = |column: &Option<String>| {
            let of = column.as_ref().filter(|_| source.touchpoint.is_none());
            of.is_some_and(|it| self.import.found.column(it) == self.import.found.column(name))
        };
        let word = match () {
            () if is(&source.date) => w::import_is_date(lang),
            () if is(&source.segment) => w::import_is_segment(lang),
            () if is(&source.response) => w::import_is_response(lang),
            () if is(&source.overall) => w::import_is_overall(lang),
            () => w::import_is_out(lang),
        };
        if self.columns >= WIDE {
            let widths = self.widths();
            return self.pair(name, widths[0], self.theme.dim, word, self.theme.dim);
        }
        let text = format!("{name}: {word}");
        self.wrapped(&text, self.theme.dim)
    }

    /// A column with its KPI: in columns where there is room, else in two lines.
    fn mapped(&self, column: &Column) -> Vec<Line<'static>> {
        let metric = self.app.import_metric(&column.kpi);
        let scale = w::survey_scale_of(column, metric);
        let metric = metric.map_or(String::new(), |it| w::survey_metric(self.lang(), it));
        match self.columns >= WIDE {
            true => self.in_columns(column, metric, scale),
            false => self.in_lines(column, metric, scale),
        }
    }

    /// Who carries the KPI of a column, and whether it is to be made.
    fn carrier(&self, column: &Column) -> String {
        let carrier = self.app.import_kpi(&column.kpi);
        let mut made = self.import.proposal.new_kpis.iter();
        match made.any(|it| it.id == column.kpi) {
            true => format!("{carrier} ({})", w::survey_new(self.lang())),
            false => carrier,
        }
    }

    /// So many answers a column has, once it is counted.
    fn answers(&self, column: &Column) -> Option<String> {
        let mut answered = self.report()?.answered.iter();
        let answered = answered.find(|it| it.name == column.name)?;
        Some(self.count(answered.answers))
    }

    fn in_columns(&self, column: &Column, metric: String, scale: String) -> Vec<Line<'static>> {
        let answers = self.answers(column).unwrap_or_default();
        let answers = format!("{answers:>wide$}", wide = NUMBERS[2]);
        let missing = column.missing.clone().unwrap_or_default();
        let others = [self.carrier(column), metric, scale, missing, answers];
        let cells = others.map(|it| (it, self.theme.text)).into_iter();
        let name = (column.name.clone(), self.theme.heading);
        let cells = std::iter::once(name).chain(cells).zip(self.widths());
        let cell = |((text, style), wide): ((String, Style), usize)| {
            (flow::wrapped(&text, wide, style), wide)
        };
        flow::columns(cells.map(cell).collect())
    }

    fn in_lines(&self, column: &Column, metric: String, scale: String) -> Vec<Line<'static>> {
        let (lang, theme) = (self.lang(), self.theme);
        let missing = column.missing.as_ref();
        let missing = missing.map(|it| w::import_missing(lang, it));
        let facts = [Some(metric), Some(scale), missing].into_iter().flatten();
        let facts = facts.filter(|it| !it.is_empty());
        let mut facts: Vec<_> = facts.map(|it| (it, theme.text)).collect();
        let answers = self.answers(column);
        facts.extend(answers.map(|it| (w::import_answers(lang, &it), theme.dim)));
        let name = format!("{} → {}", column.name, self.carrier(column));
        let mut lines = self.wrapped(&name, theme.heading);
        let room = self.columns.saturating_sub(INDENT);
        lines.extend(flow::indented(flow::facts(facts, room), INDENT));
        lines
    }

    fn left(&self, at: usize) -> Vec<Line<'static>> {
        let Some(left) = self.report().and_then(|it| it.left.get(at)) else {
            return Vec::new();
        };
        let count = format!("{:>6}  ", self.count(left.count));
        let text = w::survey_left(self.lang(), left);
        flow::led(
            &count,
            self.theme.warn,
            &text,
            self.columns,
            self.theme.text,
        )
    }

    fn kpi(&self, at: usize) -> Vec<Line<'static>> {
        let Some((kpi, changes)) = self.groups.get(at) else {
            return Vec::new();
        };
        let lang = self.lang();
        let hidden = self.import.first_shown(kpi, changes.len());
        let metric = self.app.import_metric(kpi);
        let metric = metric.map_or(String::new(), |it| w::survey_metric(lang, it));
        let count = w::import_readings_of(lang, &self.count(changes.len() as u64));
        let text = format!("{}: {metric} · {count}", self.app.import_kpi(kpi));
        let mut lines = self.wrapped(&text, self.theme.heading);
        if hidden > 0 {
            let earlier = self.wrapped(&w::import_earlier(lang, hidden), self.theme.dim);
            lines.extend(flow::indented(earlier, INDENT));
        }
        lines
    }

    fn reading(&self, kpi: usize, at: usize) -> Vec<Line<'static>> {
        let change = self
            .groups
            .get(kpi)
            .and_then(|(_, changes)| changes.get(at));
        let Some(change) = change else {
            return Vec::new();
        };
        let room = self.columns.saturating_sub(INDENT);
        flow::indented(flow::facts(self.facts(change), room), INDENT)
    }

    fn facts(&self, change: &Change) -> Vec<(String, Style)> {
        let (lang, theme) = (self.lang(), self.theme);
        let metric = self.app.import_metric(&change.kpi);
        let reading = &change.reading;
        let style = match change.fate {
            Fate::New | Fate::Replaces(_) => theme.good,
            Fate::Same => theme.dim,
            Fate::Kept(_) | Fate::Goes => theme.warn,
        };
        let mut facts = vec![(w::survey_days_of(lang, reading), theme.label)];
        facts.extend(reading.segment.clone().map(|it| (it, theme.text)));
        facts.push((w::survey_said(lang, reading, metric), theme.text));
        facts.push((w::survey_fate(lang, &change.fate, metric), style));
        facts
    }
}
