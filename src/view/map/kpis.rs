//! KPIs in a cell: figure, course over time and verdict with its sign, then target and interval, as
//! much of it as there is room for.

use super::items::{say_how_many_more, wrapped};
use super::sheet::Sheet;
use crate::i18n as w;
use crate::journey::model::{Kpi, Touchpoint};
use crate::journey::total::{Dated, figures};
use crate::journey::verdict::{Verdict, verdict};
use crate::text;
use crate::view::{figures as words, flow};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns of the sign, and of what stands under it.
const SIGN: usize = 2;
/// Columns between two facts.
const APART: usize = 2;
/// Readings that the course shows at most.
const READINGS: usize = 6;
/// A name is not cut to less than this.
const NAME: usize = 4;

/// The KPIs of a touchpoint in at most `limit` lines of so many columns. Each has its share of
/// them; what does not fit in it is left to the inspector.
pub(super) fn lines(
    sheet: &Sheet,
    at: &Touchpoint,
    columns: usize,
    limit: usize,
) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = Vec::new();
    for (nth, kpi) in at.kpis.iter().enumerate() {
        let left = at.kpis.len() - nth;
        if lines.len() == limit {
            if let Some(last) = lines.last_mut() {
                say_how_many_more(last, left, columns, sheet.theme.dim);
            }
            break;
        }
        let share = ((limit - lines.len()) / left).max(1);
        lines.extend(Facts::of(sheet, kpi).lines(sheet, columns, share));
    }
    lines
}

/// The verdict on a KPI today; none without target or figure.
pub(super) fn judged(sheet: &Sheet, kpi: &Kpi, latest: Option<&Dated>) -> Option<Verdict> {
    let figure = latest?.figure.as_ref().ok()?;
    verdict(figure, kpi.target.as_ref()?, sheet.content.today)
}

/// A KPI in words: what it is called, and the facts behind, the most telling first.
struct Facts {
    sign: (&'static str, Style),
    name: String,
    facts: Vec<(String, Style)>,
}

impl Facts {
    fn of(sheet: &Sheet, kpi: &Kpi) -> Facts {
        let (lang, theme) = (sheet.lang(), sheet.theme);
        let dated = kpi.metric.as_ref().map(|it| figures(it, &kpi.readings));
        let dated = dated.unwrap_or_default();
        let judged = judged(sheet, kpi, dated.last());
        let sign = words::sign(judged, theme);
        let mut facts = Vec::new();
        match dated.last().map(|it| &it.figure).zip(kpi.metric.as_ref()) {
            None if kpi.metric.is_none() => {}
            None => facts.push((w::map_no_reading(lang).to_owned(), theme.dim)),
            Some((Err(_), _)) => facts.push((w::map_misfit(lang).to_owned(), theme.dim)),
            Some((Ok(figure), metric)) => {
                // A unit of one's own may be any text.
                let value = words::value(figure, metric, lang);
                facts.push((text::sanitize_line(&value).into_owned(), theme.heading));
                facts.extend(words::trend(&dated, READINGS).map(|it| (it, theme.axis)));
                let word = judged.map(|it| w::figures::verdict_word(it, lang).to_owned());
                facts.extend(word.map(|it| (it, sign.1)));
                let goal = kpi.target.as_ref().and_then(|it| words::goal(it, lang));
                facts.extend(goal.map(|it| (it, theme.text)));
                facts.push((words::certainty(figure, lang), theme.dim));
            }
        }
        Facts {
            sign,
            name: words::name(kpi, sheet.asked(kpi), lang).to_owned(),
            facts,
        }
    }

    fn lines(self, sheet: &Sheet, columns: usize, limit: usize) -> Vec<Line<'static>> {
        let inner = columns.saturating_sub(SIGN);
        let mut lines = self.name_lines(sheet, inner, limit);
        for (fact, style) in self.facts {
            let left = limit.saturating_sub(lines.len());
            match lines.last_mut() {
                Some(line) if line.width() + APART + text::width(&fact) <= inner => {
                    line.push_span(Span::raw(" ".repeat(APART)));
                    line.push_span(Span::styled(fact, style));
                }
                // What comes after is less telling.
                _ if left == 0 => break,
                _ => lines.extend(cut(&fact, inner, left, style)),
            }
        }
        let mut lines = flow::indented(lines, SIGN.min(columns));
        if let Some(first) = lines.first_mut().filter(|_| columns > SIGN) {
            first.spans[0] = Span::styled(self.sign.0, self.sign.1);
        }
        lines
    }

    /// The name, cut so that the figure has its place in the same line or in the next.
    fn name_lines(&self, sheet: &Sheet, inner: usize, limit: usize) -> Vec<Line<'static>> {
        let figure = self
            .facts
            .first()
            .map_or(0, |(fact, _)| text::width(fact) + APART);
        let style = sheet.theme.text;
        match limit {
            1 => cut(
                &self.name,
                inner.saturating_sub(figure).max(NAME).min(inner),
                1,
                style,
            ),
            _ => cut(&self.name, inner, limit - 1, style),
        }
    }
}

fn cut(text: &str, columns: usize, limit: usize, style: Style) -> Vec<Line<'static>> {
    let text = text::sanitize_line(text);
    let lines = wrapped(&text, columns, limit).into_iter();
    lines
        .map(|line| Line::from(Span::styled(line, style)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::Content;
    use super::super::test_journeys::stay;
    use super::*;
    use crate::app::map::{Lens, PathChoice, Widths, columns};
    use crate::i18n::Lang;
    use crate::journey::check::Neighbour;
    use crate::journey::figure::Reading;
    use crate::journey::metric::{Better, Metric};
    use crate::view::map::Errors;
    use crate::view::theme;
    use ratatui::layout::Size;

    fn csat(name: Option<&str>) -> Kpi {
        let mut kpi = stay().stages[1].touchpoints[0].kpis[0].clone();
        let before = |on: &str, satisfied| Reading {
            on: on.into(),
            satisfied: Some(satisfied),
            responses: Some(100.0),
            ..Reading::default()
        };
        kpi.readings.insert(0, before("2026-03-31", 20.0));
        kpi.readings.insert(1, before("2026-06-30", 40.0));
        if let Some(name) = name {
            kpi.metric = Some(Metric::Custom {
                name: name.into(),
                unit: "\u{1b}[1m".into(),
                better: Better::Higher,
            });
            kpi.readings = vec![Reading {
                on: "2026-03-31".into(),
                value: Some(7.0),
                ..Reading::default()
            }];
        }
        kpi
    }

    fn shown(kpis: Vec<Kpi>, width: usize, limit: usize) -> Vec<String> {
        let journey = stay();
        let (errors, lens) = (Errors::default(), Lens::default());
        let columns = columns(&journey, &PathChoice::All);
        let sheet = Sheet::new(
            Content {
                journey: &journey,
                neighbour: &Neighbour::None,
                errors: &errors,
                changes: None,
                columns: &columns,
                lens: &lens,
                lang: Lang::En,
                today: "2026-11-22",
            },
            &theme::PLAIN,
            Size::new(80, 24),
            Widths::Automatic,
            0,
        );
        let at = Touchpoint {
            kpis,
            ..Touchpoint::default()
        };
        let lines = lines(&sheet, &at, width, limit);
        lines.iter().map(Line::to_string).collect()
    }

    #[test]
    fn as_much_as_fits_is_said_the_most_telling_first() {
        for (width, limit, expected) in [
            (20, 1, vec!["✗ CSAT  54.2\u{A0}%  ▁▅█"]),
            (14, 1, vec!["✗ CSAT  54.2\u{A0}%"]),
            (13, 1, vec!["✗ CSAT"]),
            (13, 2, vec!["✗ CSAT", "  54.2\u{A0}%  ▁▅█"]),
            (
                20,
                2,
                vec!["✗ CSAT  54.2\u{A0}%  ▁▅█", "  missed  ≥\u{A0}80"],
            ),
            (
                20,
                3,
                vec![
                    "✗ CSAT  54.2\u{A0}%  ▁▅█",
                    "  missed  ≥\u{A0}80",
                    "  46.6–61.6, n\u{A0}166",
                ],
            ),
            (
                60,
                3,
                vec!["✗ CSAT  54.2\u{A0}%  ▁▅█  missed  ≥\u{A0}80  46.6–61.6, n\u{A0}166"],
            ),
        ] {
            assert_eq!(
                shown(vec![csat(None)], width, limit),
                expected,
                "{width} × {limit}"
            );
        }
    }

    #[test]
    fn several_share_the_lines_and_the_rest_is_counted() {
        let three = || vec![csat(None); 3];
        assert_eq!(shown(three(), 14, 3), ["✗ CSAT  54.2\u{A0}%"; 3]);
        assert_eq!(
            shown(three(), 18, 2),
            ["✗ CSAT  54.2\u{A0}%", "✗ CSAT  54.2\u{A0}% +1"]
        );
    }

    #[test]
    fn long_names_leave_room_for_the_figure_and_nothing_is_shown_as_it_is() {
        let kpi = csat(Some("Answered within a minute"));
        let lines = shown(vec![kpi.clone()], 30, 1);
        assert_eq!(lines, ["✗ Answered…  7\u{A0}⟦U+001B⟧[1m"]);
        let lines = shown(vec![kpi], 14, 9).join("\n");
        assert!(
            !lines.contains('\u{1b}') && lines.contains("✗ Answered"),
            "{lines}"
        );
    }
}
