//! A change of a KPI as sentences: by how much, whether chance explains it, and what the mix of
//! those who answered has to do with it.

use super::{Lang, number, texts};
use crate::journey::change::{Comparison, MixShift};
use crate::journey::metric::{Metric, Unit};
use crate::measure::difference::{Difference, FEW};

texts! {
    change_since(date: &str, change: &str, by: &str): "Since {date}: {change}, {by}", "Seit {date}: {change}, {by}";
    change_answers(before: &str, after: &str): "n {before} and {after}", "n {before} und {after}";
    change_points(by: &str): "{by} points", "{by} Punkte";
    change_beyond_chance(p: &str): "more than chance (p {p})", "mehr als Zufall (p {p})";
    change_may_be_chance(p: &str): "may still be chance (p {p})", "kann noch Zufall sein (p {p})";
    change_too_few(few: &str): "fewer than {few} answers prove nothing", "weniger als {few} Antworten beweisen nichts";
    change_untested(): "no interval, so no test", "kein Intervall, also kein Test";
    change_needed(n: &str): "About {n} answers each time would show a difference of this size.", "Etwa {n} Antworten je Mal würden einen Unterschied dieser Grösse zeigen.";
    change_mix(shift: &str, by: &str, change: &str): "The mix of those who answered moved by {shift} %; with the mix held still: {change}, {by}.", "Die Zusammensetzung der Antwortenden hat sich um {shift} % verschoben; bei gleicher Zusammensetzung: {change}, {by}.";
    change_mix_mark(): "the mix tells another story", "die Zusammensetzung erzählt anderes";
    change_mix_misleads(): "The two tell different stories: trust the one with the mix held still.", "Die beiden erzählen Verschiedenes: Verlässlich ist der Wert bei gleicher Zusammensetzung.";
}

/// `Since 2026-06-30: better, +9 points, n 166 and 171, more than chance (p = 0.01)`, and how many
/// answers would tell where they do not.
pub fn change_in_words(lang: Lang, metric: &Metric, since: &str, found: &Comparison) -> String {
    let word = super::change(lang, found.change);
    let date = number::date(lang, since);
    let by = amount(lang, metric, found.by);
    let mut parts = vec![change_since(lang, &date, word, &by)];
    if let [Some(before), Some(after)] = found.n {
        let [before, after] = [before, after].map(|n| number::figure(lang, n));
        parts.push(change_answers(lang, &before, &after));
    }
    parts.push(chance(lang, found.difference.as_ref()));
    let sentence = parts.join(", ") + ".";
    match needed(lang, found) {
        Some(needed) => format!("{sentence} {needed}"),
        None => sentence,
    }
}

/// `better, +9 points`, and where the mix of those who answered tells another story, that.
pub fn change_in_short(lang: Lang, metric: &Metric, found: &Comparison) -> String {
    let word = super::change(lang, found.change);
    let by = amount(lang, metric, found.by);
    match found.is_misleading() {
        true => format!("{word}, {by} ({})", change_mix_mark(lang)),
        false => format!("{word}, {by}"),
    }
}

/// What is left of a change when the mix is held still.
pub fn mix_in_words(lang: Lang, metric: &Metric, mix: &MixShift) -> String {
    let shift = number::figure(lang, 100.0 * mix.shift);
    let by = amount(lang, metric, mix.by);
    change_mix(lang, &shift, &by, super::change(lang, mix.change))
}

/// A difference with its sign and unit. One between shares is counted in points, not in percent.
fn amount(lang: Lang, metric: &Metric, by: f64) -> String {
    let by = number::signed(lang, by, 1);
    let by = by.strip_suffix(".0").map_or(by.clone(), str::to_owned);
    match metric.unit() {
        Unit::Points | Unit::Percent => change_points(lang, &by),
        Unit::Mean => by,
        Unit::Custom(unit) => format!("{by} {unit}"),
    }
}

fn chance(lang: Lang, difference: Option<&Difference>) -> String {
    let Some(found) = difference else {
        return change_untested(lang).to_owned();
    };
    if found.too_few {
        return change_too_few(lang, &number::figure(lang, FEW));
    }
    let p = match found.p {
        ..0.001 => format!("< {}", number::number(lang, 0.001, 3)),
        // Rounded, these would read as the border itself.
        0.045..0.05 => format!("< {}", number::number(lang, 0.05, 2)),
        0.05..0.055 => format!("> {}", number::number(lang, 0.05, 2)),
        p => format!("= {}", number::number(lang, p, 2)),
    };
    match found.is_significant() {
        true => change_beyond_chance(lang, &p),
        false => change_may_be_chance(lang, &p),
    }
}

fn needed(lang: Lang, found: &Comparison) -> Option<String> {
    let difference = found.difference.as_ref()?;
    let n = difference.needed.filter(|_| !difference.is_significant())?;
    Some(change_needed(lang, &number::figure(lang, rounded_up(n))))
}

/// Two digits are all that such an estimate is worth.
fn rounded_up(n: f64) -> f64 {
    let step = 10_f64.powf((n.log10() - 1.0).floor().max(0.0));
    (n / step).ceil() * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::verdict::Change;

    fn found(p: f64, needed: f64, by: f64) -> Comparison {
        let difference = Difference {
            p,
            too_few: false,
            needed: Some(needed),
        };
        Comparison {
            change: Change::CannotTell,
            by,
            n: [Some(166.0), Some(171.0)],
            difference: Some(difference),
            mix: None,
        }
    }

    #[test]
    fn a_change_is_one_sentence() {
        let words =
            |lang, found: &Comparison| change_in_words(lang, &Metric::Nps, "2026-06-30", found);
        assert_eq!(
            words(Lang::En, &found(0.18, 1281.0, 9.0)),
            "Since 2026-06-30: cannot tell, +9 points, n 166 and 171, may still be chance (p = 0.18). \
             About 1,300 answers each time would show a difference of this size."
        );
        let better = Comparison {
            change: Change::Better,
            ..found(0.0004, 100.0, -9.26)
        };
        assert_eq!(
            words(Lang::De, &better),
            "Seit 30.06.2026: besser, −9.3 Punkte, n 166 und 171, mehr als Zufall (p < 0.001)."
        );
        let untested = Comparison {
            n: [None, Some(171.0)],
            difference: None,
            ..better
        };
        assert_eq!(
            words(Lang::En, &untested),
            "Since 2026-06-30: better, −9.3 points, no interval, so no test."
        );
    }

    #[test]
    fn p_never_reads_as_the_border_it_is_not() {
        let words = |p| chance(Lang::En, found(p, 1.0, 1.0).difference.as_ref());
        assert_eq!(words(0.0496), "more than chance (p < 0.05)");
        assert_eq!(words(0.05), "may still be chance (p > 0.05)");
    }

    #[test]
    fn a_handful_of_answers_is_called_that() {
        let few = Difference {
            p: 0.0001,
            too_few: true,
            needed: None,
        };
        let words = chance(Lang::De, Some(&few));
        assert_eq!(words, "weniger als 10 Antworten beweisen nichts");
    }

    #[test]
    fn estimates_are_rounded_up_to_two_digits() {
        for (n, expected) in [(10.0, 10.0), (385.0, 390.0), (1281.0, 1300.0), (99.0, 99.0)] {
            assert_eq!(rounded_up(n), expected);
        }
    }
}
