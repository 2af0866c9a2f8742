//! The parts that are lists: the journey at a glance, improvements by state, hand-overs, and which
//! value is proved in which stage.

use super::map::class_of;
use super::{Page, heads, kpis, scrolling};
use crate::exchange::markup::Markup;
use crate::i18n::number::signed_whole;
use crate::i18n::{self as w};
use crate::journey::fields::Kind;
use crate::journey::improvements::{Standing, by_state, is_open};
use crate::journey::kpis::all;
use crate::journey::model::{Handover, HandoverStatus, Stage, Value};
use crate::journey::total::figures;
use crate::journey::touchpoints;
use crate::journey::verdict::Verdict;

/// What the journey comes to, in numbers.
pub(super) fn glance(page: &Page<'_>, out: &mut Markup) {
    let (lang, journey) = (page.lang, page.journey);
    let touchpoints = touchpoints::all(journey);
    let moments = touchpoints
        .iter()
        .filter(|it| it.touchpoint.moment_of_truth.is_some());
    let worst = touchpoints
        .iter()
        .filter_map(|it| Some((it.touchpoint.gap()?, it.name())));
    let worst = worst
        .min_by_key(|(gap, _)| *gap)
        .filter(|(gap, _)| *gap < 0);
    let stages = w::html_in_stages(lang, journey.stages.len());
    out.within("dl", &[("class", "tiles")], |out| {
        tile(
            w::kinds_touchpoints(lang),
            "",
            &touchpoints.len().to_string(),
            &stages,
            out,
        );
        tile(
            w::scope_moments(lang),
            "",
            &moments.count().to_string(),
            "",
            out,
        );
        if let Some((gap, name)) = worst {
            tile(
                w::html_largest_gap(lang),
                class_of(gap),
                &signed_whole(gap),
                name,
                out,
            );
        }
        targets(page, out);
        improved(page, out);
    });
}

fn tile(word: &str, class: &str, number: &str, said: &str, out: &mut Markup) {
    out.within("div", &[], |out| {
        out.element("dt", &[], word);
        out.within("dd", &[], |out| {
            out.element("strong", &[("class", class)], number);
            if !said.is_empty() {
                out.text(" ");
                out.element("span", &[], said);
            }
        });
    });
}

fn targets(page: &Page<'_>, out: &mut Markup) {
    let judged = all(page.journey).filter_map(|it| {
        let dated = figures(it.kpi.metric.as_ref()?, &it.kpi.readings);
        kpis::judged(page, it.kpi, &dated)
    });
    let judged: Vec<Verdict> = judged.collect();
    if judged.is_empty() {
        return;
    }
    let reached = judged.iter().filter(|it| **it == Verdict::Reached).count();
    let said = w::html_of_targets(page.lang, judged.len());
    tile(
        w::html_reached(page.lang),
        "",
        &reached.to_string(),
        &said,
        out,
    );
}

fn improved(page: &Page<'_>, out: &mut Markup) {
    let states = by_state(page.journey, page.exported.today);
    let all = states.iter().flat_map(|(_, all)| all);
    let open: Vec<&Standing<'_>> = all.filter(|it| is_open(it.improvement)).collect();
    if page.journey.improvements.is_empty() {
        return;
    }
    let late = open.iter().filter(|it| it.is_overdue).count();
    let said = if late > 0 {
        w::html_overdue(page.lang, late)
    } else {
        String::new()
    };
    tile(
        w::html_improvements_open(page.lang),
        "",
        &open.len().to_string(),
        &said,
        out,
    );
}

/// Improvements in columns by their state.
pub(super) fn improvements(page: &Page<'_>, out: &mut Markup) {
    let states = by_state(page.journey, page.exported.today);
    if states.is_empty() {
        return;
    }
    out.within("div", &[("class", "board")], |out| {
        for (state, all) in &states {
            out.within("div", &[("class", "state")], |out| {
                let word = w::improvement_state(page.lang, *state);
                out.element("h3", &[], &format!("{word}: {}", all.len()));
                for it in all {
                    out.within("article", &[("class", "card")], |out| {
                        improvement(page, it, out)
                    });
                }
            });
        }
    });
}

fn improvement(page: &Page<'_>, it: &Standing<'_>, out: &mut Markup) {
    let lang = page.lang;
    page.own("h4", "", &it.improvement.title, out);
    let at = it
        .improvement
        .at
        .iter()
        .map(|id| page.name(Kind::Touchpoint, id));
    let at: Vec<String> = at.collect();
    if !at.is_empty() {
        page.own("p", "quiet", &at.join(" · "), out);
    }
    let day = |day: &Option<String>| day.as_ref().map(|day| w::date(lang, day));
    let finished = day(&it.improvement.finished).map(|it| w::improvements_finished(lang, &it));
    let due = day(&it.improvement.due).filter(|_| finished.is_none());
    let due = due.map(|due| match it.is_overdue {
        true => format!("! {}", w::notes_overdue(lang, &due)),
        false => w::notes_due(lang, &due),
    });
    let owner = it.improvement.owner.as_ref();
    let owner = owner.map(|id| page.name(Kind::Department, id));
    let known: Vec<String> = [owner, due, finished].into_iter().flatten().collect();
    let class = if it.is_overdue { "bad" } else { "" };
    if !known.is_empty() {
        out.element("p", &[("class", class)], &known.join(" · "));
    }
    if it.is_unmeasured {
        let text = format!("! {}", w::improvements_unmeasured(lang));
        out.element("p", &[("class", "warn")], &text);
    }
    if let Some(effect) = &it.effect {
        out.element(
            "p",
            &[],
            &w::effect(lang, effect, page.words.asked(effect.kpi)),
        );
    }
}

/// Who owes what to whom.
pub(super) fn handovers(page: &Page<'_>, out: &mut Markup) {
    if page.journey.handovers.is_empty() {
        return;
    }
    let lang = page.lang;
    scrolling(page, ("wide", w::kinds_handovers(lang)), out, |out| {
        out.within("table", &[("class", "handovers")], |out| {
            let words = [
                w::kind_handover(lang),
                w::field_at_touchpoint(lang),
                w::field_delivers(lang),
                w::field_agreement(lang),
                w::field_within(lang),
                w::field_status(lang),
            ];
            heads(&words, out);
            out.within("tbody", &[], |out| {
                for it in &page.journey.handovers {
                    out.within("tr", &[], |out| handover(page, it, out));
                }
            });
        });
    });
}

fn handover(page: &Page<'_>, it: &Handover, out: &mut Markup) {
    let department = |id: &str| page.name(Kind::Department, id);
    let label = format!("{} → {}", department(&it.from), department(&it.to));
    out.element("th", &[("scope", "row"), ("lang", page.own)], &label);
    let at = it.at.as_ref().map(|id| page.name(Kind::Touchpoint, id));
    let texts = [
        at,
        it.delivers.clone(),
        it.agreement.clone(),
        it.within.clone(),
    ];
    for text in texts {
        page.own("td", "", text.as_deref().unwrap_or("—"), out);
    }
    let (class, sign) = match it.status {
        Some(HandoverStatus::Agreed) => ("verdict good", "✓ "),
        Some(HandoverStatus::Broken) => ("verdict bad", "✗ "),
        Some(HandoverStatus::Open) => ("verdict warn", "◔ "),
        None => ("", ""),
    };
    let word = it.status.map(|it| format!("{it:?}"));
    let word = word.and_then(|it| Kind::Handover.choice_word("status", &it, page.lang));
    out.within("td", &[], |out| {
        out.within("span", &[("class", class)], |out| {
            out.element("span", &[("aria-hidden", "true")], sign);
            out.text(word.unwrap_or("—"));
        });
    });
}

/// Which value is proved in which stage, and with which gap.
pub(super) fn values(page: &Page<'_>, out: &mut Markup) {
    let values = values_of(page);
    if values.is_empty() || page.journey.stages.is_empty() {
        return;
    }
    scrolling(page, ("wide", w::kinds_values(page.lang)), out, |out| {
        out.within("table", &[("class", "values")], |out| {
            let stages = page.journey.stages.iter().map(|it| &*it.name);
            let words: Vec<&str> = [w::kind_value(page.lang)]
                .into_iter()
                .chain(stages)
                .collect();
            heads(&words, out);
            out.within("tbody", &[], |out| {
                for (id, name, behaviour) in values {
                    out.within("tr", &[], |out| {
                        out.within("th", &[("scope", "row")], |out| {
                            page.own("span", "", name, out);
                            if let Some(behaviour) = behaviour {
                                out.text(" ");
                                page.own("small", "", behaviour, out);
                            }
                        });
                        for stage in &page.journey.stages {
                            out.within("td", &[], |out| proved(page, id, stage, out));
                        }
                    });
                }
            });
        });
    });
}

/// Id, name and behaviour of the journey's values; of those that the company lends, the ones that
/// are proved, and all where the journey has none of its own.
fn values_of<'p>(page: &'p Page<'_>) -> Vec<(&'p str, &'p str, Option<&'p str>)> {
    let own = &page.journey.values;
    let company = page.exported.neighbour.company();
    let lent = company.map_or(&[][..], |it| &it.values).iter();
    let touchpoints = page.journey.stages.iter().flat_map(|it| &it.touchpoints);
    let proved: Vec<&String> = touchpoints.flat_map(|it| &it.values).collect();
    let counts = |it: &&Value| own.is_empty() || proved.contains(&&it.id);
    let lent = lent.filter(|it| counts(it) && own.iter().all(|own| own.id != it.id));
    let all = own.iter().chain(lent);
    all.map(|it| {
        let name = if it.name.is_empty() { &it.id } else { &it.name };
        (&*it.id, &**name, it.behaviour.as_deref())
    })
    .collect()
}

fn proved(page: &Page<'_>, value: &str, stage: &Stage, out: &mut Markup) {
    let proves = stage
        .touchpoints
        .iter()
        .filter(|it| it.values.iter().any(|id| id == value));
    let proves: Vec<_> = proves.collect();
    if proves.is_empty() {
        return out.element("span", &[("class", "quiet")], "—");
    }
    out.within("ul", &[], |out| {
        for it in proves {
            out.within("li", &[], |out| {
                page.own("span", "", &it.name, out);
                if let Some(gap) = it.gap() {
                    let text = w::meeting_gap(page.lang, &signed_whole(gap));
                    out.text(" ");
                    out.element("small", &[("class", class_of(gap))], &text);
                }
            });
        }
    });
}
