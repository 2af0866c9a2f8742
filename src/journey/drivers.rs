//! What drives the overall score, as far as a survey says: how closely the score of each touchpoint
//! goes together with it. Knows no survey: the correlations stand in the file of sources.

use super::model::{Journey, Touchpoint};
use super::sources::{Column, Source, Sources};
use super::touchpoints;
use crate::measure::correlation::Correlation;
use crate::sort;

/// A touchpoint and how its score goes together with the overall one.
#[derive(Debug, Clone, PartialEq)]
pub struct Driver<'j> {
    /// The touchpoint.
    pub touchpoint: &'j Touchpoint,
    /// Its correlation with the overall score.
    pub correlation: Correlation,
}

/// What one survey says.
#[derive(Debug, Clone, PartialEq)]
pub struct Drivers<'j> {
    /// The column of the overall score.
    pub overall: &'j str,
    /// The last day of the answers.
    pub until: Option<&'j str>,
    /// Touchpoints, that with the closest correlation first; those that chance explains behind.
    pub of: Vec<Driver<'j>>,
}

/// What the surveys of a journey say, one after the other.
pub fn drivers<'j>(journey: &'j Journey, sources: &'j Sources) -> Vec<Drivers<'j>> {
    let all = sources.sources.iter().filter_map(|it| of(journey, it));
    all.filter(|it| !it.of.is_empty()).collect()
}

fn of<'j>(journey: &'j Journey, source: &'j Source) -> Option<Drivers<'j>> {
    let overall = source.overall.as_deref()?;
    let touchpoints = touchpoints::all(journey).into_iter();
    let found = touchpoints.filter_map(|it| driver(it.touchpoint, source));
    let mut of: Vec<Driver> = found.collect();
    sort::by(&mut of, |a, b| {
        let closer = b.correlation.r.total_cmp(&a.correlation.r);
        let shown = |it: &Driver| it.correlation.is_shown();
        shown(b).cmp(&shown(a)).then(closer)
    });
    Some(Drivers {
        overall,
        until: source.until.as_deref(),
        of,
    })
}

/// The question at this touchpoint that most people answered.
fn driver<'j>(touchpoint: &'j Touchpoint, source: &Source) -> Option<Driver<'j>> {
    let is_here = |column: &&Column| touchpoint.kpis.iter().any(|kpi| kpi.id == column.kpi);
    let columns = source.columns.iter().filter(is_here);
    let found = columns.filter_map(|it| {
        Some(Correlation {
            r: it.correlation?,
            n: it.pairs?,
        })
    });
    let correlation = found.max_by(|a, b| a.n.total_cmp(&b.n))?;
    Some(Driver {
        touchpoint,
        correlation,
    })
}

#[cfg(test)]
mod tests {
    use super::super::model::{Kpi, Stage};
    use super::*;

    #[test]
    fn the_closest_comes_first_and_each_touchpoint_once() {
        let touchpoint = |id: &str, kpis: &[&str]| Touchpoint {
            id: id.into(),
            kpis: kpis
                .iter()
                .map(|id| Kpi {
                    id: (*id).into(),
                    ..Kpi::default()
                })
                .collect(),
            ..Touchpoint::default()
        };
        let journey = Journey {
            stages: vec![Stage {
                touchpoints: vec![
                    touchpoint("bar", &["bar-csat"]),
                    touchpoint("staff", &["staff-csat", "staff-ces"]),
                    touchpoint("wifi", &["wifi-csat"]),
                ],
                ..Stage::default()
            }],
            ..Journey::default()
        };
        let column = |kpi: &str, correlation, pairs| Column {
            name: kpi.into(),
            kpi: kpi.into(),
            correlation,
            pairs,
            ..Column::default()
        };
        let source = Source {
            overall: Some("all".into()),
            columns: vec![
                column("bar-csat", Some(0.2), Some(90.0)),
                column("staff-csat", Some(0.6), Some(100.0)),
                column("staff-ces", Some(0.9), Some(4.0)),
                column("wifi-csat", None, None),
            ],
            ..Source::default()
        };
        let sources = Sources {
            schema: 1,
            sources: vec![source, Source::default()],
        };
        let found = drivers(&journey, &sources);
        let [found] = &found[..] else {
            panic!("{found:?}")
        };
        let said: Vec<(&str, f64)> = found
            .of
            .iter()
            .map(|it| (it.touchpoint.id.as_str(), it.correlation.r))
            .collect();
        assert_eq!(said, [("staff", 0.6), ("bar", 0.2)]);
    }
}
