//! KPIs by whose they are: figure with interval and n, target and verdict, course and last change.

use super::{Page, heads, scrolling};
use crate::exchange::chart::{Frame, sparkline};
use crate::exchange::markup::Markup;
use crate::i18n::{self as w, figures as words};
use crate::journey::audience::{nps_side_by_side, of_journey};
use crate::journey::change::compare;
use crate::journey::fields::Kind;
use crate::journey::kpis::{Group, groups};
use crate::journey::metric::Metric;
use crate::journey::model::Kpi;
use crate::journey::place::{ElementKey, Place};
use crate::journey::total::{Dated, figures};
use crate::journey::verdict::{Change, Target, Verdict, verdict};

/// All KPIs.
pub(super) fn kpis(page: &Page<'_>, out: &mut Markup) {
    let groups = groups(page.journey);
    if groups.is_empty() {
        return;
    }
    let lang = page.lang;
    scrolling(page, ("wide", w::scope_kpis(lang)), out, |out| {
        out.within("table", &[("class", "kpis")], |out| {
            let words = [
                w::kind_kpi(lang),
                w::inspector_figure(lang),
                w::kind_target(lang),
                w::kpis_verdict(lang),
                w::kpis_trend(lang),
                w::field_owner(lang),
            ];
            heads(&words, out);
            for it in &groups {
                out.within("tbody", &[], |out| group(page, it, out));
            }
        });
    });
    side_by_side(page, out);
}

/// The NPS of those who were asked apart, each with its verdict.
fn side_by_side(page: &Page<'_>, out: &mut Markup) {
    let neighbour = page.exported.neighbour;
    let twin = page.exported.twin.map(|it| &it.journey);
    let twin = twin.filter(|it| of_journey(it) != of_journey(page.journey));
    let journeys = [Some(page.journey), twin].into_iter().flatten();
    let journeys: Vec<_> = journeys.map(|it| (it, neighbour)).collect();
    let all = nps_side_by_side(&journeys);
    if all.is_empty() {
        return;
    }
    let lang = page.lang;
    out.element("h3", &[], w::nps_beside(lang));
    out.within("ul", &[("class", "signs")], |out| {
        for it in all {
            let whose = match (it.journey, twin) {
                (1.., Some(twin)) => twin.title.clone(),
                _ => whose(page, it.by.as_ref()),
            };
            let (judged, text) = words::kpi(it.kpi, it.audience, lang, &page.today);
            let text = format!("{} · {whose} · {text}", w::audience(lang, it.audience));
            signed(judged, &text, out);
        }
    });
    out.element("p", &[], w::nps_beside_meaning(lang));
}

/// Whose KPIs they are.
fn whose(page: &Page<'_>, by: Option<&ElementKey>) -> String {
    match by {
        Some(key) => page.words.place(&Place::of(key.clone())),
        None => w::kind_of_journey(page.lang, page.journey).to_owned(),
    }
}

/// A sentence behind the sign of its verdict.
fn signed(judged: Option<Verdict>, text: &str, out: &mut Markup) {
    let (class, sign) = sign(judged);
    out.within("li", &[], |out| {
        out.element("span", &[("class", class), ("aria-hidden", "true")], sign);
        out.text(" ");
        out.text(text);
    });
}

fn group(page: &Page<'_>, group: &Group<'_>, out: &mut Markup) {
    let whose = whose(page, group.by.as_ref());
    out.within("tr", &[("class", "group")], |out| {
        out.element("th", &[("colspan", "6"), ("scope", "rowgroup")], &whose);
    });
    for (_, kpi) in &group.kpis {
        out.within("tr", &[], |out| row(page, kpi, out));
    }
}

fn row(page: &Page<'_>, kpi: &Kpi, out: &mut Markup) {
    let lang = page.lang;
    let metric = kpi.metric.as_ref();
    let dated = metric.map_or(Vec::new(), |it| figures(it, &kpi.readings));
    out.within("th", &[("scope", "row")], |out| {
        let is_own = matches!(metric, Some(Metric::Custom { .. }));
        let language = if is_own { page.own } else { "" };
        out.element(
            "span",
            &[("lang", language)],
            words::name(kpi, page.words.asked(kpi), lang),
        );
        if let Some(metric) = metric {
            out.text(" ");
            out.element("small", &[], &w::formula(lang, metric));
        }
    });
    out.within("td", &[("class", "figure")], |out| {
        figure(page, kpi, &dated, out)
    });
    out.within("td", &[], |out| target(page, kpi.target.as_ref(), out));
    out.within("td", &[], |out| {
        if let Some(judged) = judged(page, kpi, &dated) {
            verdict_sign(page, judged, out);
        }
    });
    out.within("td", &[], |out| course(page, kpi, &dated, out));
    let owner = kpi.owner.as_ref().map(|id| page.name(Kind::Department, id));
    page.own("td", "", &owner.unwrap_or_default(), out);
}

fn figure(page: &Page<'_>, kpi: &Kpi, dated: &[Dated], out: &mut Markup) {
    let lang = page.lang;
    let Some(metric) = &kpi.metric else {
        return out.element("small", &[], w::no_figure_no_metric(lang));
    };
    match dated.last().map(|it| (&it.figure, &it.on)) {
        None => out.element("small", &[], w::map_no_reading(lang)),
        Some((Err(_), _)) => out.element("small", &[], w::map_misfit(lang)),
        Some((Ok(figure), on)) => {
            out.element("strong", &[], &words::value(figure, metric, lang));
            out.text(" ");
            out.element("small", &[], &words::certainty(figure, lang));
            out.text(" ");
            out.element("small", &[("class", "day")], &w::date(lang, on));
        }
    }
}

fn target(page: &Page<'_>, target: Option<&Target>, out: &mut Markup) {
    let lang = page.lang;
    let goal = target.and_then(|it| Some((it, words::goal(it, lang)?)));
    let Some((target, goal)) = goal else {
        return out.element("small", &[], w::kpis_no_target(lang));
    };
    out.text(&goal);
    if !target.by.is_empty() {
        out.text(" ");
        out.element(
            "small",
            &[("class", "day")],
            &w::kpis_by(lang, &w::date(lang, &target.by)),
        );
    }
}

/// The latest figure against the target.
pub(super) fn judged(page: &Page<'_>, kpi: &Kpi, dated: &[Dated]) -> Option<Verdict> {
    let figure = dated.last()?.figure.as_ref().ok()?;
    verdict(figure, kpi.target.as_ref()?, &page.today)
}

/// A verdict: a sign, a word and a colour.
fn verdict_sign(page: &Page<'_>, verdict: Verdict, out: &mut Markup) {
    let (class, sign) = sign(Some(verdict));
    out.within("span", &[("class", class)], |out| {
        out.element("span", &[("aria-hidden", "true")], sign);
        out.text(" ");
        out.text(words::verdict_word(verdict, page.lang));
    });
}

fn sign(verdict: Option<Verdict>) -> (&'static str, &'static str) {
    match verdict {
        None => ("verdict", "•"),
        Some(Verdict::Reached) => ("verdict good", "✓"),
        Some(Verdict::Missed) => ("verdict bad", "✗"),
        Some(Verdict::NotYet) => ("verdict warn", "◔"),
        Some(Verdict::CannotTell) => ("verdict warn", "?"),
    }
}

/// The figures as a line, and what may be said of the last against the one before.
fn course(page: &Page<'_>, kpi: &Kpi, dated: &[Dated], out: &mut Markup) {
    let Some(metric) = &kpi.metric else {
        return;
    };
    let known = || {
        dated
            .iter()
            .filter_map(|it| Some((&it.on, it.figure.as_ref().ok()?)))
    };
    let values: Vec<f64> = known().map(|(_, figure)| figure.value).collect();
    if values.len() > 1 {
        let said = |(on, figure): (&String, _)| {
            let value = words::value(figure, metric, page.lang);
            format!("{}: {value}", w::date(page.lang, on))
        };
        let said: Vec<String> = known().map(said).collect();
        let drawing = [
            ("class", "sparkline"),
            ("viewBox", "0 0 120 32"),
            ("role", "img"),
            ("aria-label", &said.join("; ")),
        ];
        let target = kpi
            .target
            .as_ref()
            .and_then(|it| it.at_least.xor(it.at_most));
        let frame = Frame {
            x: 4.0,
            y: 4.0,
            width: 112.0,
            height: 24.0,
        };
        out.within("svg", &drawing, |out| {
            sparkline::draw(&values, target, frame, out)
        });
    }
    if let [.., before, after] = dated
        && let Some(found) = compare(metric, &kpi.readings, before, after)
    {
        let sign = match found.change {
            Change::Better => "▲ ",
            Change::Worse => "▼ ",
            Change::CannotTell => "? ",
        };
        out.within("small", &[], |out| {
            out.element("span", &[("aria-hidden", "true")], sign);
            out.text(&w::change_in_short(page.lang, metric, &found));
        });
    }
}

/// KPIs in a sentence each.
pub(super) fn in_list(page: &Page<'_>, kpis: &[Kpi], out: &mut Markup) {
    if kpis.is_empty() {
        return;
    }
    out.within("ul", &[("class", "signs")], |out| {
        for kpi in kpis {
            let (judged, text) = words::kpi(kpi, page.words.asked(kpi), page.lang, &page.today);
            signed(judged, &text, out);
        }
    });
}
