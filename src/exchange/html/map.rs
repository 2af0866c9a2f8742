//! The map: as a curve over all of it, as one wide table on a screen, and as a sheet a stage on paper.

use super::{Page, scrolling, texts};
use crate::exchange::chart::Frame;
use crate::exchange::chart::curve::{Column, Overview, Plot, columns, columns_of, curve_of};
use crate::exchange::markup::{Markup, px};
use crate::i18n::number::signed_whole;
use crate::i18n::{self as w};
use crate::journey::fields::Kind;
use crate::journey::model::{Evidence, Touchpoint};

/// The width of a column, as in the style sheet.
const COLUMN: f64 = 208.0;

/// The height of the curve over the columns.
const CHART: f64 = 132.0;

/// The width of the columns of a sheet together.
const SHEET: f64 = 1000.0;

/// So many touchpoints stand beside each other on a sheet of A4.
const ON_SHEET: usize = 5;

/// What stands in one cell of a lane.
type Cell = fn(&Page<'_>, &Touchpoint, &mut Markup);

/// The curve over the whole journey.
pub(super) fn curve(page: &Page<'_>, out: &mut Markup) {
    let columns = columns(page.journey);
    let felt = |it: &Column<'_>| it.touchpoint.is_some_and(|it| it.emotion.is_some());
    if !columns.iter().any(felt) {
        return;
    }
    scrolling(page, ("wide", w::html_curve(page.lang)), out, |out| {
        let parts = [("class", "overview"), ("viewBox", "0 0 1200 530")];
        let named = [
            ("role", "img"),
            ("aria-labelledby", "curve-title curve-text"),
        ];
        out.within("svg", &[&parts[..], &named[..]].concat(), |out| {
            out.element("title", &[("id", "curve-title")], w::html_curve(page.lang));
            let text = w::html_curve_text(page.lang, &in_words(page, &columns));
            out.element("desc", &[("id", "curve-text")], &text);
            overview(page, &columns, out);
        });
    });
    out.within("p", &[("class", "legend")], |out| legend(page, out));
    out.element("p", &[("class", "hidden")], w::html_curve_list(page.lang));
    out.within("ol", &[("class", "hidden")], |out| {
        for it in columns.iter().filter_map(|it| it.touchpoint) {
            page.own("li", "", &said(page, it), out);
        }
    });
}

fn overview(page: &Page<'_>, columns: &[Column<'_>], out: &mut Markup) {
    let overview = Overview {
        frame: Frame {
            x: 0.0,
            y: 0.0,
            width: 1200.0,
            height: 530.0,
        },
        columns,
        scale: page.journey.scale,
    };
    overview.draw(&[(&curve_of(columns), "here")], out);
}

/// The peaks of a curve, in words.
fn in_words(page: &Page<'_>, columns: &[Column<'_>]) -> String {
    let all = || {
        columns
            .iter()
            .filter_map(|it| it.touchpoint.filter(|it| it.emotion.is_some()))
    };
    let highest = all().rev().max_by_key(|it| it.emotion);
    let lowest = all().min_by_key(|it| it.emotion);
    let said = |it: Option<&Touchpoint>| it.map_or(String::new(), |it| said(page, it));
    w::html_peaks(page.lang, &said(highest), &said(lowest))
}

/// A touchpoint and its emotion.
fn said(page: &Page<'_>, it: &Touchpoint) -> String {
    let emotion = it.emotion.map_or("—".to_owned(), signed_whole);
    let evidence = it.evidence.unwrap_or(Evidence::Assumed);
    format!(
        "{}: {emotion} ({})",
        it.name,
        w::evidence(page.lang, evidence)
    )
}

/// What the signs of a curve mean.
fn legend(page: &Page<'_>, out: &mut Markup) {
    let evidence = |it| w::evidence(page.lang, it);
    let signs = [
        ("●", evidence(Evidence::Measured)),
        ("◐", evidence(Evidence::Observed)),
        ("○", evidence(Evidence::Assumed)),
        ("◆", w::kind_moment_of_truth(page.lang)),
    ];
    for (sign, word) in signs {
        out.within("span", &[], |out| {
            out.element("span", &[("aria-hidden", "true")], sign);
            out.text(" ");
            out.text(word);
        });
        out.text(" ");
    }
}

/// The map: one table for the screen, sheets for paper.
pub(super) fn map(page: &Page<'_>, out: &mut Markup) {
    let columns = columns(page.journey);
    if columns.is_empty() {
        return;
    }
    out.element("p", &[("class", "hint")], w::html_map_hint(page.lang));
    scrolling(page, ("map", w::scope_map(page.lang)), out, |out| {
        table(page, &columns, COLUMN * columns.len() as f64, out);
    });
    out.within("div", &[("class", "sheets")], |out| {
        for stage in &page.journey.stages {
            let columns = columns_of(stage);
            let sheets = columns.len().div_ceil(ON_SHEET);
            for sheet in columns.chunks(columns.len().div_ceil(sheets)) {
                out.within("div", &[("class", "sheet")], |out| {
                    table(page, sheet, SHEET, out)
                });
            }
        }
    });
}

/// The columns as a table, this wide where they are drawn.
fn table(page: &Page<'_>, columns: &[Column<'_>], width: f64, out: &mut Markup) {
    out.within("table", &[], |out| {
        let title = page.title();
        out.element(
            "caption",
            &[("class", "hidden"), ("lang", page.own)],
            &title,
        );
        out.within("thead", &[], |out| {
            stages(page, columns, out);
            out.within("tr", &[], |out| {
                out.element("th", &[("scope", "row")], w::kind_touchpoint(page.lang));
                for column in columns {
                    out.within("th", &[("scope", "col")], |out| head(page, column, out));
                }
            });
        });
        out.within("tbody", &[], |out| {
            chart(page, columns, width, out);
            for (word, cell) in lanes(page) {
                lane(page, columns, (word, cell), out);
            }
        });
    });
}

fn stages(page: &Page<'_>, columns: &[Column<'_>], out: &mut Markup) {
    out.within("tr", &[("class", "stages")], |out| {
        out.element("th", &[("scope", "row")], w::kind_stage(page.lang));
        for stage in columns.chunk_by(|one, other| std::ptr::eq(one.stage, other.stage)) {
            let span = stage.len().to_string();
            out.within("th", &[("scope", "colgroup"), ("colspan", &span)], |out| {
                out.within("div", &[("class", "stays")], |out| {
                    page.own("span", "", &stage[0].stage.name, out);
                    if let Some(goal) = &stage[0].stage.goal {
                        out.text(" ");
                        page.own("small", "", goal, out);
                    }
                });
            });
        }
    });
}

fn head(page: &Page<'_>, column: &Column<'_>, out: &mut Markup) {
    let Some(it) = column.touchpoint else {
        return out.element(
            "span",
            &[("class", "quiet")],
            w::map_no_touchpoint(page.lang),
        );
    };
    if it.moment_of_truth.is_some() {
        out.element("span", &[("class", "moment"), ("aria-hidden", "true")], "◆");
        out.text(" ");
    }
    page.own("span", "", &it.name, out);
    if let Some(path) = &it.path {
        let path = w::named(
            page.lang,
            w::kind_path(page.lang),
            &page.name(Kind::Path, path),
        );
        out.text(" ");
        out.element("small", &[], &path);
    }
}

/// The curve over the columns; the lane of emotion says the same in numbers.
fn chart(page: &Page<'_>, columns: &[Column<'_>], width: f64, out: &mut Markup) {
    let curve = curve_of(columns);
    let frame = Frame {
        x: 0.0,
        y: 34.0,
        width,
        height: CHART - 62.0,
    };
    let plot = Plot {
        frame,
        columns: columns.len(),
        scale: page.journey.scale,
    };
    let [across, down] = [width, CHART].map(px);
    let place = format!("0 0 {across} {down}");
    let span = columns.len().to_string();
    out.within("tr", &[("class", "chart")], |out| {
        out.element("th", &[("scope", "row")], w::html_curve(page.lang));
        out.within("td", &[("colspan", &span)], |out| {
            let drawing = [
                ("viewBox", &*place),
                ("aria-hidden", "true"),
                ("width", &across),
            ];
            out.within("svg", &drawing, |out| {
                plot.draw_scale(out);
                plot.draw(&curve, "here", out);
                plot.draw_moments(columns, 9.0, out);
            });
        });
    });
}

/// A lane that says something in one of these columns.
fn lane(page: &Page<'_>, columns: &[Column<'_>], (word, cell): (&str, Cell), out: &mut Markup) {
    let cells: Vec<Markup> = columns
        .iter()
        .map(|column| {
            let mut inner = Markup::default();
            if let Some(touchpoint) = column.touchpoint {
                cell(page, touchpoint, &mut inner);
            }
            inner
        })
        .collect();
    if cells.iter().all(Markup::is_empty) {
        return;
    }
    out.within("tr", &[], |out| {
        out.element("th", &[("scope", "row")], word);
        for inner in &cells {
            out.within("td", &[], |out| out.append(inner));
        }
    });
}

fn lanes(page: &Page<'_>) -> Vec<(&'static str, Cell)> {
    let lang = page.lang;
    vec![
        (w::field_emotion(lang), emotion),
        (w::map_gap(lang), gap),
        (w::field_importance(lang), |_, it, out| {
            if let Some(importance) = it.importance {
                out.text(&w::whole(importance));
            }
        }),
        (w::field_promise(lang), |page, it, out| {
            if let Some(promise) = &it.promise {
                page.own("q", "", promise, out);
            }
        }),
        (w::kind_moment_of_truth(lang), |page, it, out| {
            if let Some(moment) = &it.moment_of_truth {
                page.own("span", "", &moment.reason, out);
            }
        }),
        (w::field_channel(lang), |page, it, out| {
            named(page, Kind::Channel, it.channel.as_slice(), out);
        }),
        (w::field_owner(lang), |page, it, out| {
            named(page, Kind::Department, it.owner.as_slice(), out);
        }),
        (w::field_persona(lang), |page, it, out| {
            named(page, Kind::Persona, it.persona.as_slice(), out);
        }),
        (w::kinds_views(lang), views),
        (w::field_values_proved(lang), |page, it, out| {
            named(page, Kind::Value, &it.values, out);
        }),
        (w::field_actions(lang), |page, it, out| {
            listed(page, &it.actions, out)
        }),
        (w::field_thoughts(lang), |page, it, out| {
            listed(page, &it.thoughts, out)
        }),
        (w::field_quotes(lang), |page, it, out| {
            listed(page, &it.quotes, out)
        }),
        (w::field_pains(lang), |page, it, out| {
            listed(page, &it.pains, out)
        }),
        (w::field_opportunities(lang), |page, it, out| {
            listed(page, &it.opportunities, out)
        }),
        (w::field_frontstage(lang), |page, it, out| {
            listed(page, &it.frontstage, out)
        }),
        (w::field_backstage(lang), |page, it, out| {
            listed(page, &it.backstage, out)
        }),
        (w::field_support(lang), |page, it, out| {
            listed(page, &it.support, out)
        }),
        (w::kind_feedback(lang), feedback),
        (w::kinds_kpis(lang), |page, it, out| {
            super::kpis::in_list(page, &it.kpis, out)
        }),
        (w::kinds_improvements(lang), improvements),
    ]
}

fn listed(page: &Page<'_>, all: &[String], out: &mut Markup) {
    if !all.is_empty() {
        texts(page, all.iter().map(String::as_str), out);
    }
}

fn named(page: &Page<'_>, kind: Kind, ids: &[String], out: &mut Markup) {
    let names: Vec<String> = ids.iter().map(|id| page.name(kind, id)).collect();
    if !names.is_empty() {
        page.own("span", "", &names.join(", "), out);
    }
}

fn emotion(page: &Page<'_>, it: &Touchpoint, out: &mut Markup) {
    if let Some(emotion) = it.emotion {
        out.element("strong", &[], &signed_whole(emotion));
        let evidence = it.evidence.unwrap_or(Evidence::Assumed);
        out.text(" ");
        out.element("small", &[], w::evidence(page.lang, evidence));
    }
}

fn gap(page: &Page<'_>, it: &Touchpoint, out: &mut Markup) {
    if let Some(gap) = it.gap() {
        out.element("strong", &[("class", class_of(gap))], &signed_whole(gap));
        out.text(" ");
    }
    let lang = page.lang;
    let numbers = [
        (w::field_expectation(lang), it.expectation),
        (w::field_experience(lang), it.experience),
    ];
    let known = numbers
        .into_iter()
        .filter_map(|(word, it)| Some((word, it?)));
    let known: Vec<String> = known.map(|(word, it)| format!("{word} {it}")).collect();
    if !known.is_empty() {
        out.element("small", &[], &known.join(" · "));
    }
}

/// A gap by its side; the sign says the same.
pub(super) fn class_of(gap: i64) -> &'static str {
    match gap {
        ..0 => "bad",
        0 => "",
        _ => "good",
    }
}

/// How others live it.
fn views(page: &Page<'_>, it: &Touchpoint, out: &mut Markup) {
    if it.views.is_empty() {
        return;
    }
    out.within("ul", &[], |out| {
        for view in &it.views {
            let who = page.name(Kind::Persona, &view.persona);
            let emotion = view.emotion.map(signed_whole);
            let said = [Some(who), emotion].into_iter().flatten();
            out.within("li", &[("lang", page.own)], |out| {
                out.text(&said.collect::<Vec<_>>().join(": "));
                if let Some(quote) = &view.quote {
                    out.text(" ");
                    out.element("q", &[], quote);
                }
            });
        }
    });
}

fn feedback(page: &Page<'_>, it: &Touchpoint, out: &mut Markup) {
    if it.feedback.is_empty() {
        return;
    }
    out.within("ul", &[], |out| {
        for it in &it.feedback {
            let source = it.source.map(|it| format!("{it:?}"));
            let source = source.and_then(|it| Kind::Feedback.choice_word("source", &it, page.lang));
            let day = w::date(page.lang, &it.on);
            let known = [source, Some(&*day)].into_iter().flatten();
            out.within("li", &[], |out| {
                page.own("q", "", &it.text, out);
                out.text(" ");
                out.element("small", &[], &known.collect::<Vec<_>>().join(", "));
            });
        }
    });
}

fn improvements(page: &Page<'_>, it: &Touchpoint, out: &mut Markup) {
    let all = page.journey.improvements.iter();
    let here: Vec<_> = all
        .filter(|improvement| improvement.at.contains(&it.id))
        .collect();
    if here.is_empty() {
        return;
    }
    out.within("ul", &[], |out| {
        for it in here {
            out.within("li", &[], |out| {
                page.own("span", "", &it.title, out);
                out.text(" ");
                out.element("small", &[], w::improvement_state(page.lang, it.status));
            });
        }
    });
}
