//! A journey as a document of Markdown that reads well in a pull request: the curve as text, a table
//! a stage, and what follows from the map. No text of the journey is markup, nor calls anybody.

use super::curve_text;
use super::export::{Export, Exported};
use super::markdown::escaped;
use crate::i18n::{self as w, InWords, Lang, figures as words};
use crate::journey::fields::{Field, Kind};
use crate::journey::improvements::{Standing, by_state};
use crate::journey::kpis::{Group, groups};
use crate::journey::model::{Handover, Journey, Kpi, Stage};
use crate::journey::moments::{board, kept};
use crate::journey::place::Place;
use crate::journey::total::figures;
use crate::journey::touchpoints::{self, Placed};
use crate::journey::verdict::verdict;
use crate::ron_text::Node;

/// What is said elsewhere in the document, or is for programs.
const ELSEWHERE: [&str; 4] = ["id", "name", "moment_of_truth", "kpis"];

/// Touchpoints of a stage beside one another in a table: more are not read without scrolling.
const BESIDE: usize = 5;

/// What a document is made of.
struct Document<'e> {
    exported: &'e Exported<'e>,
    journey: &'e Journey,
    words: InWords<'e>,
    lang: Lang,
    today: String,
}

/// The journey as a document.
pub(super) fn markdown(exported: &Exported<'_>) -> Export {
    let document = Document {
        exported,
        journey: &exported.parsed.journey,
        words: exported.in_words(),
        lang: exported.lang,
        today: exported.today.to_string(),
    };
    let parts = [
        document.head(),
        document.curve(),
        document.stages(),
        document.moments(),
        document.kpis(),
        document.improvements(),
        document.handovers(),
        document.foot(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    Export {
        bytes: parts.join("\n").into_bytes(),
        left_out: vec![w::export_markdown_keeps(exported.lang).to_owned()],
    }
}

/// Rows of cells below a head; nothing where there are no rows.
fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = row(heads.iter().map(|it| cell(it)).collect());
    let rule = row(heads.iter().map(|_| "---".to_owned()).collect());
    let rows = rows.iter();
    let rows = rows.map(|cells| row(cells.iter().map(|it| cell(it)).collect()));
    head + &rule + &rows.collect::<String>()
}

/// A text in a cell, its lines below each other.
fn cell(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.map(escaped).collect::<Vec<_>>().join("<br>")
}

/// A text on one line, behind the sign of a heading or as a paragraph that begins with a word of ours.
fn line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A heading and what stands below it; nothing where that is nothing.
fn part(heading: &str, body: String) -> String {
    match body.is_empty() {
        true => body,
        false => format!("## {heading}\n\n{body}"),
    }
}

/// A number, or that there is none.
fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "—".to_owned())
}

impl<'e> Document<'e> {
    fn head(&self) -> String {
        let (lang, journey) = (self.lang, self.journey);
        let title = match journey.title.trim() {
            "" => w::kind_journey(lang),
            title => title,
        };
        let word = |field: &str, variant: Option<String>| {
            Kind::Journey.choice_word(field, &variant?, lang)
        };
        let state = word("state", journey.state.map(|it| format!("{it:?}")));
        let audience = word("audience", journey.audience.map(|it| format!("{it:?}")));
        let owner = journey.owner.as_deref();
        let owner = owner.map(|it| format!("{}: {}", w::field_owner(lang), self.department(it)));
        let reviewed = journey.reviewed.as_deref().map(|it| w::date(lang, it));
        let reviewed = reviewed.map(|it| format!("{}: {it}", w::field_reviewed(lang)));
        let kinds = [Some(w::kind_of_journey(lang, journey)), state, audience];
        let kinds = kinds.into_iter().flatten().map(str::to_owned);
        let facts: Vec<String> = kinds.chain(owner).chain(reviewed).collect();
        format!("# {}\n\n{}\n", line(title), line(&facts.join(" · ")))
    }

    fn department(&self, id: &str) -> String {
        self.words.name_by_id(Some(Kind::Department), id)
    }

    /// The curve, as text stands in a block of code.
    fn curve(&self) -> String {
        let lines = curve_text::lines(self.journey);
        if lines.is_empty() {
            return String::new();
        }
        let evidence = |it| w::evidence(self.lang, it);
        let signs = curve_text::SIGNS.map(|(it, sign)| format!("{sign} {}", evidence(it)));
        let moment = format!("◆ {}", w::kind_moment_of_truth(self.lang));
        let legend: Vec<String> = signs.into_iter().chain([moment]).collect();
        let body = format!(
            "```text\n{}\n```\n\n{}\n",
            lines.join("\n"),
            legend.join(" · ")
        );
        part(w::html_curve(self.lang), body)
    }

    fn stages(&self) -> String {
        let all = touchpoints::all(self.journey);
        let stages = self.journey.stages.iter().map(|stage| {
            let here = all.iter().filter(|it| std::ptr::eq(it.stage, stage));
            self.stage(stage, &here.collect::<Vec<_>>())
        });
        let stages: Vec<String> = stages.collect();
        part(w::scope_map(self.lang), stages.join("\n"))
    }

    fn stage(&self, stage: &Stage, all: &[&Placed<'_>]) -> String {
        let goal = stage.goal.as_deref().filter(|it| !it.trim().is_empty());
        let goal = goal.map(|it| format!("{}: {it}", w::field_goal(self.lang)));
        let goal = goal.map(|it| format!("{}\n\n", line(&it)));
        let tables: Vec<String> = match all {
            [] => vec![format!("{}\n", w::map_no_touchpoint(self.lang))],
            _ => all.chunks(BESIDE).map(|it| self.touchpoints(it)).collect(),
        };
        let name = line(&stage.name);
        let tables = tables.join("\n");
        format!("### {name}\n\n{}{tables}", goal.unwrap_or_default())
    }

    /// Touchpoints beside one another, as on the Map: a row a field that one of them has. Where none
    /// has any, their names.
    fn touchpoints(&self, all: &[&Placed<'_>]) -> String {
        let names: Vec<String> = all.iter().map(|it| marked(it)).collect();
        let first = [w::kind_touchpoint(self.lang)].into_iter();
        let heads: Vec<&str> = first.chain(names.iter().map(String::as_str)).collect();
        let fields = Kind::Touchpoint.spec().fields.iter();
        let fields = fields.filter(|it| !ELSEWHERE.contains(&it.name));
        let rows = fields.filter_map(|field| {
            let values: Vec<String> = all.iter().map(|it| self.value(field, it)).collect();
            let word = (field.word)(self.lang).to_owned();
            let says = values.iter().any(|it| !it.is_empty());
            says.then(|| [word].into_iter().chain(values).collect())
        });
        match rows.collect::<Vec<Vec<String>>>().as_slice() {
            [] => names.iter().map(|it| format!("- {}\n", line(it))).collect(),
            rows => table(&heads, rows),
        }
    }

    /// A field of a touchpoint in words; nothing where it is not set.
    fn value(&self, field: &Field, of: &Placed<'_>) -> String {
        let parsed = self.exported.parsed;
        let node = parsed.index.node(&of.key).map(|it| parsed.tree.node(it));
        let value = node.and_then(Node::inner);
        let value = value.and_then(|it| it.field(field.name)?.inner());
        value.map_or(String::new(), |it| self.words.value(field, it))
    }

    /// The Moments of Truth, the worst first.
    fn moments(&self) -> String {
        let lang = self.lang;
        let board = board(self.journey);
        let all = board.judged.iter().chain(&board.unjudged);
        let rows: Vec<Vec<String>> = all.map(|it| self.moment(it)).collect();
        let heads = [
            w::kind_touchpoint(lang),
            w::map_gap(lang),
            w::field_expectation(lang),
            w::field_experience(lang),
            w::field_promise(lang),
            w::field_reason(lang),
            w::kinds_kpis(lang),
        ];
        part(w::scope_moments(lang), table(&heads, &rows))
    }

    fn moment(&self, it: &Placed<'_>) -> Vec<String> {
        let touchpoint = it.touchpoint;
        let kept = kept(self.journey, touchpoint).into_iter();
        let kept = kept.map(|(promise, said)| w::moments_kept(self.lang, promise, &said.name));
        let promises: Vec<String> = touchpoint.promise.iter().cloned().chain(kept).collect();
        let reason = touchpoint
            .moment_of_truth
            .as_ref()
            .map(|it| it.reason.clone());
        let kpis = touchpoint.kpis.iter();
        let kpis = kpis.map(|it| words::kpi(it, self.words.asked(it), self.lang, &self.today).1);
        vec![
            marked(it),
            or_dash(touchpoint.gap().map(w::signed_whole)),
            or_dash(touchpoint.expectation.map(w::whole)),
            or_dash(touchpoint.experience.map(w::whole)),
            promises.join("\n"),
            reason.unwrap_or_default(),
            kpis.collect::<Vec<_>>().join("\n"),
        ]
    }

    fn kpis(&self) -> String {
        let lang = self.lang;
        let groups = groups(self.journey);
        let rows = groups.iter().flat_map(|group| {
            let whose = self.whose(group);
            let kpis = group.kpis.iter();
            kpis.map(move |(_, kpi)| self.kpi(&whose, kpi))
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let heads = [
            w::kind_kpi(lang),
            w::markdown_of(lang),
            w::inspector_figure(lang),
            w::kind_target(lang),
            w::kpis_verdict(lang),
            w::field_owner(lang),
        ];
        part(w::scope_kpis(lang), table(&heads, &rows))
    }

    fn whose(&self, group: &Group<'_>) -> String {
        match &group.by {
            Some(key) => self.words.place(&Place::of(key.clone())),
            None => w::kind_of_journey(self.lang, self.journey).to_owned(),
        }
    }

    fn kpi(&self, whose: &str, kpi: &Kpi) -> Vec<String> {
        let lang = self.lang;
        let metric = kpi.metric.as_ref();
        let dated = metric.and_then(|it| figures(it, &kpi.readings).pop());
        let figure = match (metric, &dated) {
            (None, _) => w::no_figure_no_metric(lang).to_owned(),
            (_, None) => w::map_no_reading(lang).to_owned(),
            (Some(metric), Some(dated)) => match &dated.figure {
                Err(_) => w::map_misfit(lang).to_owned(),
                Ok(it) => {
                    let (value, certainty) =
                        (words::value(it, metric, lang), words::certainty(it, lang));
                    format!("{value} ({certainty}), {}", w::date(lang, &dated.on))
                }
            },
        };
        let target = kpi.target.as_ref();
        let goal = target.and_then(|it| words::goal(it, lang)).map(|goal| {
            let by = target.filter(|it| !it.by.is_empty());
            let by = by.map(|it| w::kpis_by(lang, &w::date(lang, &it.by)));
            [Some(goal), by]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        });
        let judged = dated.as_ref().and_then(|it| it.figure.as_ref().ok());
        let judged = judged.and_then(|it| verdict(it, target?, &self.today));
        vec![
            words::name(kpi, self.words.asked(kpi), lang).to_owned(),
            whose.to_owned(),
            figure,
            goal.unwrap_or_else(|| w::kpis_no_target(lang).to_owned()),
            judged.map_or(String::new(), |it| words::verdict_word(it, lang).to_owned()),
            kpi.owner
                .as_deref()
                .map_or(String::new(), |it| self.department(it)),
        ]
    }

    fn improvements(&self) -> String {
        let lang = self.lang;
        let states = by_state(self.journey, self.exported.today);
        let rows = states.iter().flat_map(|(state, all)| {
            let word = w::improvement_state(lang, *state);
            all.iter().map(move |it| self.improvement(word, it))
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let heads = [
            w::kind_improvement(lang),
            w::field_status(lang),
            w::field_at_touchpoint(lang),
            w::field_owner(lang),
            w::field_due(lang),
            w::markdown_effect(lang),
        ];
        part(w::kinds_improvements(lang), table(&heads, &rows))
    }

    fn improvement(&self, state: &str, it: &Standing<'_>) -> Vec<String> {
        let (lang, improvement) = (self.lang, it.improvement);
        let name = |kind, id: &str| self.words.name_by_id(Some(kind), id);
        let at = improvement.at.iter().map(|id| name(Kind::Touchpoint, id));
        let finished = improvement.finished.as_ref();
        let due = improvement.due.as_ref();
        let day = match (finished, due) {
            (Some(day), _) => w::improvements_finished(lang, &w::date(lang, day)),
            (None, Some(day)) if it.is_overdue => w::notes_overdue(lang, &w::date(lang, day)),
            (None, Some(day)) => w::date(lang, day),
            (None, None) => String::new(),
        };
        let effect = it
            .effect
            .as_ref()
            .map(|it| w::effect(lang, it, self.words.asked(it.kpi)));
        let unmeasured = it
            .is_unmeasured
            .then(|| w::improvements_unmeasured(lang).to_owned());
        let effect: Vec<String> = effect.into_iter().chain(unmeasured).collect();
        vec![
            improvement.title.clone(),
            state.to_owned(),
            at.collect::<Vec<_>>().join("\n"),
            improvement
                .owner
                .as_deref()
                .map_or(String::new(), |it| self.department(it)),
            day,
            effect.join("\n"),
        ]
    }

    fn handovers(&self) -> String {
        let lang = self.lang;
        let all = self.journey.handovers.iter();
        let rows: Vec<Vec<String>> = all.map(|it| self.handover(it)).collect();
        let heads = [
            w::kind_handover(lang),
            w::field_at_touchpoint(lang),
            w::field_delivers(lang),
            w::field_agreement(lang),
            w::field_within(lang),
            w::field_status(lang),
        ];
        part(w::kinds_handovers(lang), table(&heads, &rows))
    }

    fn handover(&self, it: &Handover) -> Vec<String> {
        let at = it.at.as_ref();
        let at = at.map(|id| self.words.name_by_id(Some(Kind::Touchpoint), id));
        let status = it.status.map(|it| format!("{it:?}"));
        let status = status.and_then(|it| Kind::Handover.choice_word("status", &it, self.lang));
        let from_to = format!(
            "{} → {}",
            self.department(&it.from),
            self.department(&it.to)
        );
        let said =
            [&it.delivers, &it.agreement, &it.within].map(|it| it.clone().unwrap_or_default());
        let [delivers, agreement, within] = said;
        let status = status.unwrap_or_default().to_owned();
        vec![
            from_to,
            at.unwrap_or_default(),
            delivers,
            agreement,
            within,
            status,
        ]
    }

    fn foot(&self) -> String {
        let day = w::date(self.lang, &self.today);
        format!("{}\n", w::html_made(self.lang, &day))
    }
}

/// The name of a touchpoint, and whether it is a Moment of Truth.
fn marked(it: &Placed<'_>) -> String {
    match it.touchpoint.moment_of_truth {
        Some(_) => format!("◆ {}", it.name()),
        None => it.name().to_owned(),
    }
}

#[cfg(test)]
#[path = "markdown_map_tests.rs"]
mod tests;
