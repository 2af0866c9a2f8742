//! How a journey stands among others: what is worst, what is below its target, what is open and late,
//! what nobody has looked at for long. Knows neither words nor folders.

use jiff::civil::Date;

use super::Parsed;
use super::advice::{REVIEW_DAYS, days_since};
use super::audience::of_journey;
use super::finding::Severity;
use super::improvements::{Standing, board, is_open};
use super::model::{Audience, Journey, Kpi, Scale, State};
use super::moments;
use super::total::latest;
use super::touchpoints;
use super::verdict::{Verdict, verdict};

/// How one journey stands on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Health {
    /// Its title.
    pub title: String,
    /// Whether it shows what is, or what is to be.
    pub state: Option<State>,
    /// Whose map it is.
    pub audience: Audience,
    /// Its stages.
    pub stages: usize,
    /// Its touchpoints.
    pub touchpoints: usize,
    /// The emotions along the way; none where none is known.
    pub emotions: Vec<Option<i64>>,
    /// The scale of the emotions.
    pub scale: Scale,
    /// The worst gap below zero, and the touchpoint's name.
    pub worst: Option<(i64, String)>,
    /// Its Moments of Truth.
    pub moments: usize,
    /// Those with a KPI whose figure is surely on the bad side of its target.
    pub moments_below: usize,
    /// Improvements that are neither adopted nor dropped.
    pub open: usize,
    /// Those of them past their due date.
    pub overdue: usize,
    /// The day of its last review, as in the file.
    pub reviewed: Option<String>,
    /// That is more than 90 days ago, or there was none.
    pub is_stale: bool,
    /// What `check` finds: errors, warnings and advice.
    pub findings: [usize; 3],
}

impl Health {
    /// Of a journey as it was read, on a day.
    pub fn of(parsed: &Parsed, today: Date) -> Health {
        let journey = &parsed.journey;
        let improvements = || journey.improvements.iter();
        let of_severity = |severity| {
            let all = parsed.findings.iter();
            all.filter(|it| it.severity() == severity).count()
        };
        let moments = moments::board(journey);
        let moments = || moments.judged.iter().chain(&moments.unjudged);
        let all = touchpoints::all(journey);
        Health {
            title: journey.title.clone(),
            state: journey.state,
            audience: of_journey(journey),
            stages: journey.stages.len(),
            touchpoints: all.len(),
            emotions: all.iter().map(|it| it.touchpoint.emotion).collect(),
            scale: journey.scale,
            worst: worst(journey),
            moments: moments().count(),
            moments_below: moments()
                .filter(|it| it.touchpoint.kpis.iter().any(|it| is_below(it, today)))
                .count(),
            open: improvements().filter(|it| is_open(it)).count(),
            overdue: overdue(journey, today),
            reviewed: journey.reviewed.clone(),
            is_stale: is_stale(journey, today),
            findings: [Severity::Error, Severity::Warning, Severity::Advice].map(of_severity),
        }
    }
}

fn worst(journey: &Journey) -> Option<(i64, String)> {
    let all = touchpoints::all(journey).into_iter();
    let gaps = all.filter_map(|it| Some((it.touchpoint.gap()?, it.name().to_owned())));
    let below = gaps.filter(|(gap, _)| *gap < 0);
    below.min_by_key(|(gap, _)| *gap)
}

/// The whole interval is on the bad side, whether the day of the target has passed or not.
fn is_below(kpi: &Kpi, today: Date) -> bool {
    let judged = || {
        let dated = latest(kpi.metric.as_ref()?, &kpi.readings)?;
        verdict(
            dated.figure.as_ref().ok()?,
            kpi.target.as_ref()?,
            &today.to_string(),
        )
    };
    matches!(judged(), Some(Verdict::Missed | Verdict::NotYet))
}

fn overdue(journey: &Journey, today: Date) -> usize {
    let all = board(journey, today).into_iter().flatten();
    all.filter(|it: &Standing| it.is_overdue).count()
}

fn is_stale(journey: &Journey, today: Date) -> bool {
    let days = journey.reviewed.as_deref();
    let days = days.and_then(|it| days_since(it, today));
    days.is_none_or(|it| it > REVIEW_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::check::Neighbour;
    use crate::journey::{Context, read};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn health(text: &str) -> Health {
        let context = Context {
            neighbour: Neighbour::None,
            today: TODAY,
        };
        Health::of(&read(text.to_owned(), &context), TODAY)
    }

    #[test]
    fn what_is_worst_below_open_late_and_old_is_counted() {
        let health = health(include_str!("../../journeys/hotel-stay.ron"));
        assert_eq!((health.stages, health.touchpoints), (6, 20));
        assert_eq!(health.worst, Some((-3, "Check-in at the desk".to_owned())));
        assert_eq!((health.moments, health.moments_below), (6, 3));
        assert_eq!((health.open, health.overdue), (6, 1));
        assert_eq!(
            (health.reviewed.as_deref(), health.is_stale),
            (Some("2026-10-01"), false)
        );
        assert_eq!(health.emotions.len(), 20);
    }

    #[test]
    fn an_empty_journey_has_nothing_but_its_age() {
        let health = health("Journey(schema: 1, title: \"T\", stages: [])");
        assert_eq!((health.worst, health.moments, health.open), (None, 0, 0));
        assert!(health.is_stale);
    }

    #[test]
    fn a_review_is_old_after_ninety_days() {
        for (reviewed, is_stale) in [
            ("2026-11-22", false),
            ("2026-08-24", false),
            ("2026-08-23", true),
            ("2027-01-01", false),
            ("soon", true),
        ] {
            let text =
                format!("Journey(schema: 1, title: \"T\", reviewed: \"{reviewed}\", stages: [])");
            assert_eq!(health(&text).is_stale, is_stale, "{reviewed}");
        }
    }

    #[test]
    fn no_gap_below_zero_is_no_worst_one() {
        let text = "Journey(schema: 1, title: \"T\", stages: [Stage(id: \"s\", name: \"S\", touchpoints: [\
            Touchpoint(id: \"a\", name: \"A\", expectation: 3, experience: 4, emotion: 1), \
            Touchpoint(id: \"b\", name: \"B\", expectation: 3, experience: 3)])])";
        let health = health(text);
        assert_eq!((health.worst, health.emotions), (None, vec![Some(1), None]));
    }
}
