//! Words of KPIs that were added up over touchpoints.

use super::{Lang, figures, number, texts};
use crate::journey::rollup::{Part, Rollup, Rollups, Why};

texts! {
    rollup_title(): "Added up over touchpoints", "Über Berührungspunkte zusammengezählt";
    rollup_meaning(): "Answers to the same question in the same period, added. No interval: one person may have answered at several touchpoints.", "Antworten auf dieselbe Frage im selben Zeitraum, zusammengezählt. Kein Intervall: Eine Person kann an mehreren Berührungspunkten geantwortet haben.";
    rollup_of(of: usize, names: &str): "{of} touchpoints: {names}", "{of} Berührungspunkte: {names}";
    rollup_left_out(names: &str): "not in it: {names}", "nicht dabei: {names}";
    rollup_other_period(): "no reading of this period", "kein Messwert dieses Zeitraums";
    rollup_no_counts(): "no counts that add up", "keine Anzahlen, die sich zusammenzählen lassen";
    rollup_alone(names: &str): "not added, for their formula stands alone or counts people: {names}", "nicht zusammengezählt, weil ihre Formel allein steht oder Personen zählt: {names}";
}

/// `CSAT 81.2 %, n 1,204, 2026-03-01 – 2026-03-31`.
pub fn rollup_in_words(lang: Lang, sum: &Rollup<'_>) -> String {
    let day = |day: &str| number::date(lang, day);
    let period = match sum.from {
        Some(from) => format!("{} – {}", day(from), day(sum.on)),
        None => day(sum.on),
    };
    let name = figures::metric_name_of(sum.metric, sum.asked, lang);
    let value = figures::number_with_unit(sum.value, sum.metric, lang);
    let n = number::figure(lang, sum.n);
    format!("{name} {value}, n {n}, {period}")
}

/// What was added, and what was not and why.
pub fn rollup_parts(lang: Lang, sum: &Rollup<'_>) -> Vec<String> {
    let mut lines = vec![rollup_of(lang, sum.of.len(), &names(&sum.of))];
    if !sum.left_out.is_empty() {
        let why = |(part, why): &(Part<'_>, Why)| {
            let why = match why {
                Why::OtherPeriod => rollup_other_period(lang),
                Why::NoCounts => rollup_no_counts(lang),
            };
            format!("{} ({why})", part.touchpoint.name)
        };
        let left: Vec<String> = sum.left_out.iter().map(why).collect();
        lines.push(rollup_left_out(lang, &left.join(", ")));
    }
    lines
}

/// The KPIs that add up with no other; none where all do.
pub fn rollup_rest(lang: Lang, rollups: &Rollups<'_>) -> Option<String> {
    let rest = &rollups.alone;
    (!rest.is_empty()).then(|| {
        let name = |it: &Part<'_>| {
            format!(
                "{} ({})",
                it.touchpoint.name,
                figures::name(it.kpi, it.asked, lang)
            )
        };
        rollup_alone(lang, &rest.iter().map(name).collect::<Vec<_>>().join(", "))
    })
}

fn names(parts: &[Part<'_>]) -> String {
    let names: Vec<&str> = parts.iter().map(|it| it.touchpoint.name.as_str()).collect();
    names.join(", ")
}
