//! Commands of the import of survey answers.

use super::dialogs;
use crate::app::dialog::{Dialog, PickDialog};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::import::{Asking, Found, Held, Import, Row};
use crate::app::options::Choice;
use crate::app::{App, Screen};
use crate::document::edit::Edit;
use crate::document::plan::PlanError;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::{Field, Kind};
use crate::journey::metric::Metric;
use crate::journey::model::Scale;
use crate::journey::place::ElementKey;
use crate::journey::sources::{Column, DateFormat, Period, Source};
use crate::journey::{kpis, touchpoints};
use crate::measure::survey::propose::Unmappable;
use crate::measure::survey::wish::{Wish, metric};
use crate::text::TextField;
use std::path::{Path, PathBuf};

/// The value of the choice that is for nothing; ids and names of columns in a file cannot be so.
const NONE: &str = "";

/// Shows the import that is on, else asks for the file.
pub fn show(app: &mut App) -> Vec<Effect> {
    if app.import.is_some() && app.behind != Screen::Import {
        app.show(Screen::Import);
        return Vec::new();
    }
    let folder = app.path.as_ref().and_then(|path| path.parent());
    let folder = folder.map(|it| it.join("").to_string_lossy().into_owned());
    ask_file(app, folder.unwrap_or_default(), None);
    Vec::new()
}

/// Why nothing can be imported now.
fn obstacle(app: &App) -> Option<String> {
    let lang = app.lang;
    if app.document.parsed.is_unreadable() {
        return Some(w::plan_error(lang, &PlanError::Unreadable));
    }
    if app.document.parsed.company.is_some() {
        return Some(w::only_for_journeys(lang, Screen::Import.word(lang)));
    }
    if app.viewing.is_some() {
        return Some(w::history_read_only(lang).to_owned());
    }
    let is_unsaved = app.path.is_none();
    is_unsaved.then(|| w::import_save_first(lang).to_owned())
}

fn ask_file(app: &mut App, text: String, error: Option<String>) {
    if let Some(why) = obstacle(app) {
        return app.refuse(why);
    }
    let (title, hint) = (
        w::import_file_title(app.lang),
        w::import_file_hint(app.lang),
    );
    let field = TextField::single_line(text);
    let asked = Asked::Import(Asking::File);
    dialogs::ask(app, title.to_owned(), hint.to_owned(), field, asked);
    if let Some(Dialog::Field(dialog)) = app.dialogs.last_mut() {
        dialog.error = error;
    }
}

/// Has a file read.
pub fn read(app: &mut App, file: &str) -> Vec<Effect> {
    if let Some(why) = obstacle(app) {
        app.refuse(why);
        return Vec::new();
    }
    app.tell(w::import_reading(app.lang, file));
    vec![Effect::ReadSurvey(PathBuf::from(file))]
}

/// Takes what was found of the file, or asks again with what is wrong.
pub fn found(app: &mut App, file: &Path, found: Result<Found, String>) -> Vec<Effect> {
    let found = match found {
        Ok(found) => found,
        Err(error) => {
            app.message = None;
            ask_file(app, file.to_string_lossy().into_owned(), Some(error));
            return Vec::new();
        }
    };
    if let Some(why) = obstacle(app) {
        app.refuse(why);
        return Vec::new();
    }
    let fitting = found.sources.of_file(&found.name());
    match fitting[..] {
        [] => app.begin_import(found, None),
        [one] => {
            let one = one.clone();
            app.begin_import(found, Some(&one))
        }
        ref several => {
            let choices = several.iter().map(|it| Choice::plain(&it.id, &it.id));
            let choices = choices.collect();
            let asking = Asking::Source(Box::new(Held(found)));
            pick_from(app, w::import_source_title(app.lang), choices, asking);
            Vec::new()
        }
    }
}

fn pick_from(app: &mut App, title: &str, choices: Vec<Choice>, asking: Asking) {
    let cursor = choices.iter().position(|it| it.chosen).unwrap_or(0);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: title.to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor,
        several: false,
        asked: Asked::Import(asking),
    }));
}

/// Leaves the import; nothing has changed.
pub fn leave(app: &mut App) -> Vec<Effect> {
    app.import = None;
    app.show(Screen::Kpis);
    app.done(w::import_left(app.lang));
    Vec::new()
}

/// Takes the readings: one step of undo. The mapping goes into the file of sources.
pub fn take(app: &mut App) -> Vec<Effect> {
    app.compare_readings();
    let Some(import) = &app.import else {
        return Vec::new();
    };
    if !import.is_ready() {
        let text = match &import.counted {
            Some(Err(why)) if import.progress.is_none() => {
                w::import_refused(app.lang, &why.what, &why.help)
            }
            _ => w::import_counts_still(app.lang).to_owned(),
        };
        app.refuse(text);
        return Vec::new();
    }
    let edits = import.readings.edits.clone();
    let (count, source) = (import.readings.changed(), import.told_source());
    let is_change = !edits.is_empty();
    app.show(Screen::Kpis);
    if is_change && !app.edit(&Edit::Many(edits)) {
        app.show(Screen::Import);
        return Vec::new();
    }
    app.import = None;
    app.sources.put(source.clone());
    app.done(match is_change {
        true => w::import_taken(app.lang, count),
        false => w::survey_nothing_changes(app.lang).to_owned(),
    });
    vec![Effect::WriteSources(Box::new(source))]
}

/// Takes what came of writing the mapping: the file where it stands now, if it changed.
pub fn kept(app: &mut App, kept: Result<Option<String>, String>) {
    match kept {
        Ok(None) => {}
        Ok(Some(file)) => {
            let before = app.message.take().map(|it| it.text).unwrap_or_default();
            app.done(format!("{before} {}", w::import_kept(app.lang, &file)));
        }
        Err(why) => app.refuse(w::import_not_kept(app.lang, &why)),
    }
}

/// Replaces readings from elsewhere too, or no longer.
pub fn replace(app: &mut App) -> Vec<Effect> {
    if let Some(import) = &mut app.import {
        import.replace = !import.replace;
        let text = match import.replace {
            true => w::import_replaces(app.lang),
            false => w::import_keeps(app.lang),
        };
        app.compare_readings();
        app.done(text);
    }
    Vec::new()
}

/// Changes what stands under the cursor.
pub fn change(app: &mut App) -> Vec<Effect> {
    match app.import_row() {
        Some(Row::Take) => return take(app),
        Some(Row::Setting(name)) => ask_setting(app, name),
        Some(Row::Column(name)) => ask_for(app, name),
        Some(Row::Kpi(at) | Row::Reading(at, _)) => unfold(app, at),
        Some(Row::Left(_)) => app.refuse(w::import_only_said(app.lang)),
        None => {}
    }
    Vec::new()
}

fn unfold(app: &mut App, at: usize) {
    let Some(import) = &mut app.import else {
        return;
    };
    let kpi = import.readings.by_kpi().get(at).map(|it| it.0.to_owned());
    if let Some(kpi) = kpi {
        if !import.unfolded.remove(&kpi) {
            import.unfolded.insert(kpi);
        }
        let is_it = |row: &Row| *row == Row::Kpi(at);
        let row = import.rows().iter().position(is_it);
        app.to_entry(row.unwrap_or(0));
    }
}

fn ask_setting(app: &mut App, name: &'static str) {
    let Some((import, field)) = app.import.as_ref().zip(Kind::Source.field(name)) else {
        return;
    };
    let source = &import.proposal.source;
    let now = match name {
        "period" => Some(format!("{:?}", source.period)),
        "dates" => source.dates.map(|it| format!("{it:?}")),
        "date" => source.date.clone(),
        "segment" => source.segment.clone(),
        "overall" => source.overall.clone(),
        _ => source.response.clone(),
    };
    let now = now.unwrap_or_default();
    let mut choices = setting_choices(app, import, field);
    for choice in &mut choices {
        choice.chosen = choice.value.as_deref() == Some(&now);
    }
    pick_from(app, (field.word)(app.lang), choices, Asking::Setting(name));
}

/// What a field of the source can be set to.
fn setting_choices(app: &App, import: &Import, field: &Field) -> Vec<Choice> {
    let none = |word: &str| vec![Choice::plain(word, NONE)];
    let known = app.choices(field).unwrap_or_default();
    let names = import.found.beginning.header.names.iter();
    let columns: Vec<Choice> = names.map(|it| Choice::plain(it, it)).collect();
    let day = Choice {
        is_as_typed: true,
        aside: w::import_one_day(app.lang).to_owned(),
        ..Choice::default()
    };
    match field.name {
        "period" => known,
        "dates" => [none(w::import_as_recognised(app.lang)), known].concat(),
        "date" => [columns, vec![day]].concat(),
        _ => [none(w::import_none(app.lang)), columns].concat(),
    }
}

/// The name of the column under the cursor; says so where there is none.
fn column_here(app: &mut App) -> Option<String> {
    match app.import_row() {
        Some(Row::Column(name)) => Some(name),
        _ => {
            app.refuse(w::import_no_column(app.lang));
            None
        }
    }
}

/// The mapped column under the cursor; says so where it is for nothing.
fn mapped_here(app: &mut App) -> Option<Column> {
    let name = column_here(app)?;
    let import = app.import.as_ref()?;
    let column = import.mapped(&name);
    let column = column.map(|at| import.proposal.source.columns[at].clone());
    if column.is_none() {
        app.refuse(w::import_not_mapped(app.lang));
    }
    column
}

fn ask_for(app: &mut App, name: String) {
    let none = Choice::plain(w::import_nothing(app.lang), NONE);
    let mut choices = [vec![none], known_kpis(app), carriers(app)].concat();
    let now = is_for(app, &name);
    for choice in &mut choices {
        choice.chosen = choice.value == now;
    }
    let title = w::import_for_title(app.lang, &name);
    pick_from(app, &title, choices, Asking::For(name));
}

/// The KPIs of the journey, by who carries them.
fn known_kpis(app: &App) -> Vec<Choice> {
    let known = kpis::all(app.journey()).filter_map(|it| {
        let metric = w::survey_metric(app.lang, it.kpi.metric.as_ref()?);
        let carrier = app.import_kpi(&it.kpi.id);
        Some(Choice {
            aside: it.kpi.id.clone(),
            also: vec![it.kpi.id.clone()],
            ..Choice::plain(format!("{carrier}: {metric}"), &it.kpi.id)
        })
    });
    known.collect()
}

/// What can carry a new KPI: touchpoints, stages, the journey.
fn carriers(app: &App) -> Vec<Choice> {
    let journey = app.journey();
    let choice = |kind: Kind, name: String, id: &str| Choice {
        aside: kind.word(app.lang).to_owned(),
        also: vec![id.to_owned()],
        ..Choice::plain(name, id)
    };
    let named = |kind: Kind, id: &str| choice(kind, app.name_by_id(Some(kind), id), id);
    let placed = touchpoints::all(journey).into_iter();
    let placed = placed.map(|it| named(Kind::Touchpoint, &it.touchpoint.id));
    let stages = journey.stages.iter();
    let stages = stages.map(|it| named(Kind::Stage, &it.id));
    let whole = choice(Kind::Journey, journey.title.clone(), ".");
    placed.chain(stages).chain([whole]).collect()
}

/// The value of the choice that a column is for now.
fn is_for(app: &App, name: &str) -> Option<String> {
    let import = app.import.as_ref()?;
    let Some(at) = import.mapped(name) else {
        return Some(NONE.to_owned());
    };
    let kpi = &import.proposal.source.columns[at].kpi;
    let made = import.proposal.new_kpis.iter().find(|it| it.id == *kpi);
    Some(made.map_or_else(|| kpi.clone(), |it| carrier(it.at.as_ref())))
}

/// Who carries a KPI, as a mapping names it.
fn carrier(key: Option<&ElementKey>) -> String {
    key.map_or_else(|| ".".to_owned(), |it| it.id.clone())
}

/// Leaves the column under the cursor out.
pub fn leave_out(app: &mut App) -> Vec<Effect> {
    match mapped_here(app) {
        Some(column) => set_for(app, &column.name, NONE, None),
        None => Vec::new(),
    }
}

/// Asks for the metric of the column under the cursor.
pub fn ask_metric(app: &mut App) -> Vec<Effect> {
    let Some(column) = mapped_here(app) else {
        return Vec::new();
    };
    let to = carrier(app.import_carrier(&column.kpi).flatten().as_ref());
    let now = app.import_metric(&column.kpi).cloned();
    pick_metric(app, column.name, to, now.as_ref());
    Vec::new()
}

/// The metrics that answers are mostly counted by, in words that `wish::metric` reads.
const METRICS: [&str; 9] = [
    "nps",
    "csat(5,2)",
    "csat(5,1)",
    "csat(7,2)",
    "csat(10,2)",
    "csat(2,1)",
    "ces(agree)",
    "ces(mean)",
    "ces(easy)",
];

fn pick_metric(app: &mut App, name: String, to: String, now: Option<&Metric>) {
    let lang = app.lang;
    let choice = |text: &&str| {
        let metric = metric(text)?;
        Some(Choice {
            chosen: now == Some(&metric),
            aside: (*text).to_owned(),
            ..Choice::plain(w::survey_metric(lang, &metric), *text)
        })
    };
    let mut choices: Vec<Choice> = METRICS.iter().filter_map(choice).collect();
    choices.push(Choice {
        is_as_typed: true,
        aside: w::import_metric_typed(lang).to_owned(),
        ..Choice::default()
    });
    let title = w::import_metric_title(lang, &name);
    pick_from(app, &title, choices, Asking::Metric(name, to));
}

/// Asks for the scale of the column under the cursor.
pub fn ask_scale(app: &mut App) -> Vec<Effect> {
    if let Some(column) = mapped_here(app) {
        let metric = app.import_metric(&column.kpi);
        let text = w::survey_scale_of(&column, metric);
        let title = w::import_scale_title(app.lang, &column.name);
        let hint = w::import_scale_hint(app.lang).to_owned();
        let asked = Asked::Import(Asking::Scale(column.name));
        dialogs::ask(app, title, hint, TextField::single_line(text), asked);
    }
    Vec::new()
}

/// Asks what means "not answered" in the column under the cursor.
pub fn ask_missing(app: &mut App) -> Vec<Effect> {
    if let Some(column) = mapped_here(app) {
        let title = w::import_missing_title(app.lang, &column.name);
        let hint = w::import_missing_hint(app.lang).to_owned();
        let field = TextField::single_line(column.missing.unwrap_or_default());
        let asked = Asked::Import(Asking::Missing(column.name));
        dialogs::ask(app, title, hint, field, asked);
    }
    Vec::new()
}

/// Takes what was typed.
///
/// # Errors
/// It cannot be taken.
pub fn typed(app: &mut App, asking: &Asking, text: &str) -> Result<Vec<Effect>, String> {
    let text = text.trim();
    match asking {
        Asking::File if text.is_empty() => Err(w::text_needed(app.lang).to_owned()),
        Asking::File => Ok(read(app, text)),
        Asking::Scale(name) => {
            let scale = scale(app.lang, text)?;
            Ok(set_column(app, name, |column| column.scale = scale))
        }
        Asking::Missing(name) => {
            let missing = (!text.is_empty()).then(|| text.to_owned());
            Ok(set_column(app, name, |column| column.missing = missing))
        }
        _ => Ok(Vec::new()),
    }
}

/// `1–5`; nothing is the scale of the metric.
fn scale(lang: Lang, text: &str) -> Result<Option<Scale>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let ends = text.split_once(['–', '-']);
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let scale = ends.and_then(|(min, max)| {
        let (min, max) = (number(min)?, number(max)?);
        (min < max).then_some(Scale { min, max })
    });
    scale
        .map(Some)
        .ok_or_else(|| w::import_scale_hint(lang).to_owned())
}

fn set_column(app: &mut App, name: &str, set: impl FnOnce(&mut Column)) -> Vec<Effect> {
    let change = |source: &mut Source| {
        source
            .columns
            .iter_mut()
            .find(|it| it.name == name)
            .map(set);
    };
    app.revise_or_refuse(change, None)
}

/// Takes what was picked.
pub fn picked(app: &mut App, dialog: &PickDialog, asking: &Asking) -> Vec<Effect> {
    let Some(choice) = dialog.current().map(|at| &dialog.choices[at]) else {
        return Vec::new();
    };
    // What was typed is its own label; its value is that as RON.
    let value = match choice.is_as_typed {
        true => choice.label.as_str(),
        false => choice.value.as_deref().unwrap_or_default(),
    };
    if let (Asking::Setting("date"), true) = (asking, choice.is_as_typed) {
        return set_day(app, value);
    }
    match asking {
        Asking::Metric(name, to) => match metric(value) {
            Some(metric) => {
                app.dialogs.pop();
                set_for(app, name, to, Some(metric))
            }
            None => {
                app.refuse(w::import_metric_typed(app.lang));
                Vec::new()
            }
        },
        Asking::For(name) => {
            app.dialogs.pop();
            set_for(app, name, value, None)
        }
        Asking::Setting(name) => {
            app.dialogs.pop();
            set(app, name, value)
        }
        Asking::Source(held) => {
            app.dialogs.pop();
            let found = held.0.clone();
            let known = found.sources.sources.iter().find(|it| it.id == value);
            let known = known.cloned();
            app.begin_import(found, known.as_ref())
        }
        Asking::File | Asking::Scale(_) | Asking::Missing(_) => Vec::new(),
    }
}

/// All answers are of this day.
fn set_day(app: &mut App, text: &str) -> Vec<Effect> {
    let day = dialogs::date(app, text);
    let day = day.map(|it| crate::journey::check::parse_date(&it));
    match (day, &mut app.import) {
        (Ok(day), Some(import)) => {
            import.on = day;
            app.dialogs.pop();
            app.revise_or_refuse(|source| source.date = None, None)
        }
        (Err(why), _) => {
            app.refuse(why);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Sets a field of the source.
fn set(app: &mut App, name: &str, value: &str) -> Vec<Effect> {
    const PERIODS: [Period; 4] = [Period::Week, Period::Month, Period::Quarter, Period::Year];
    const FORMATS: [DateFormat; 4] = [
        DateFormat::Iso,
        DateFormat::DayMonthYear,
        DateFormat::MonthDayYear,
        DateFormat::UnixTime,
    ];
    let some = (value != NONE).then(|| value.to_owned());
    let change = |source: &mut Source| match name {
        "period" => {
            let period = PERIODS.into_iter().find(|it| format!("{it:?}") == value);
            source.period = period.unwrap_or(source.period);
        }
        "dates" => source.dates = FORMATS.into_iter().find(|it| format!("{it:?}") == value),
        "date" => source.date = some,
        "segment" => source.segment = some,
        "overall" => source.overall = some,
        _ => source.response = some,
    };
    app.revise_or_refuse(change, None)
}

/// Says what a column is for. Where its values do not tell the metric, that is asked.
fn set_for(app: &mut App, name: &str, to: &str, metric: Option<Metric>) -> Vec<Effect> {
    if to == NONE {
        let is_other = |it: &Column| it.name != name;
        return app.revise_or_refuse(|source| source.columns.retain(is_other), None);
    }
    let wish = Wish {
        name: name.to_owned(),
        to: to.to_owned(),
        metric,
    };
    match app.revise_import(|_| {}, Some(&wish)) {
        Ok(effects) => effects,
        Err(Unmappable::NoMetric(_)) => {
            pick_metric(app, name.to_owned(), to.to_owned(), None);
            Vec::new()
        }
        Err(why) => {
            let (what, help) = w::survey_unmappable(app.lang, "", why);
            app.refuse(w::import_refused(app.lang, &what, &help));
            Vec::new()
        }
    }
}
