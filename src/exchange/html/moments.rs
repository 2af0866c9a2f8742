//! Moments of Truth, the worst first: what is promised, expected and lived, and what the KPIs say.

use super::map::class_of;
use super::{Page, kpis, texts};
use crate::exchange::markup::Markup;
use crate::i18n::number::signed_whole;
use crate::i18n::{self as w};
use crate::journey::fields::Kind;
use crate::journey::model::Touchpoint;
use crate::journey::moments::{board, kept};
use crate::journey::touchpoints::Placed;

/// The board.
pub(super) fn moments(page: &Page<'_>, out: &mut Markup) {
    let board = board(page.journey);
    let all: Vec<&Placed<'_>> = board.judged.iter().chain(&board.unjudged).collect();
    if all.is_empty() {
        return;
    }
    out.within("div", &[("class", "cards broad")], |out| {
        for it in all {
            out.within("article", &[("class", "card moment-card")], |out| {
                moment(page, it, out)
            });
        }
    });
}

fn moment(page: &Page<'_>, it: &Placed<'_>, out: &mut Markup) {
    let (lang, touchpoint) = (page.lang, it.touchpoint);
    out.within("h3", &[], |out| {
        out.element("span", &[("class", "moment"), ("aria-hidden", "true")], "◆");
        out.text(" ");
        page.own("span", "", it.name(), out);
    });
    let stage = w::moments_at_stage(lang, &it.stage.name);
    out.element("p", &[("class", "quiet")], &stage);
    numbers(page, touchpoint, out);
    out.within("dl", &[("class", "told")], |out| {
        let promises = promises(page, touchpoint);
        fact(w::field_promise(lang), !promises.is_empty(), out, |out| {
            texts(page, promises.iter().map(String::as_str), out);
        });
        let reason = touchpoint
            .moment_of_truth
            .as_ref()
            .map_or("", |it| &it.reason);
        fact(w::field_reason(lang), !reason.is_empty(), out, |out| {
            page.own("span", "", reason, out);
        });
        let values = touchpoint.values.iter();
        let values: Vec<String> = values.map(|id| page.name(Kind::Value, id)).collect();
        fact(
            w::field_values_proved(lang),
            !values.is_empty(),
            out,
            |out| {
                page.own("span", "", &values.join(", "), out);
            },
        );
        fact(
            w::kinds_kpis(lang),
            !touchpoint.kpis.is_empty(),
            out,
            |out| {
                kpis::in_list(page, &touchpoint.kpis, out);
            },
        );
    });
}

/// A word and what is to be said to it; a dash where there is nothing.
fn fact(word: &str, is_there: bool, out: &mut Markup, inner: impl FnOnce(&mut Markup)) {
    out.element("dt", &[], word);
    match is_there {
        true => out.within("dd", &[], inner),
        false => out.element("dd", &[("class", "quiet")], "—"),
    }
}

/// The gap, large, and what it comes from.
fn numbers(page: &Page<'_>, it: &Touchpoint, out: &mut Markup) {
    let lang = page.lang;
    let number = |it: Option<i64>| it.map_or("—".to_owned(), w::whole);
    let gap = it.gap().map_or("—".to_owned(), signed_whole);
    let class = format!("large {}", it.gap().map_or("", class_of));
    let numbers = [
        (w::map_gap(lang), gap, class.trim_end()),
        (w::field_expectation(lang), number(it.expectation), ""),
        (w::field_experience(lang), number(it.experience), ""),
        (w::field_importance(lang), number(it.importance), ""),
        (
            w::field_emotion(lang),
            it.emotion.map_or("—".to_owned(), signed_whole),
            "",
        ),
    ];
    out.within("dl", &[("class", "numbers")], |out| {
        for (word, number, class) in numbers {
            out.within("div", &[("class", class)], |out| {
                out.element("dt", &[], word);
                out.element("dd", &[], &number);
            });
        }
    });
}

/// What is said here, and what is said elsewhere and proved here.
fn promises(page: &Page<'_>, it: &Touchpoint) -> Vec<String> {
    let kept = kept(page.journey, it).into_iter();
    let kept = kept.map(|(promise, said)| w::moments_kept(page.lang, promise, &said.name));
    it.promise.iter().cloned().chain(kept).collect()
}
