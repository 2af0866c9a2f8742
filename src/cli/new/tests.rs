//! The templates themselves: what they hold, and that nothing can be said against them.

use clap::ValueEnum;
use jiff::civil::date;

use super::Template;
use crate::i18n::Lang;
use crate::journey::check::Neighbour;
use crate::journey::finding::Code;
use crate::journey::model::Journey;
use crate::journey::shape::canonical;
use crate::journey::{Context, Parsed, read};

/// Where the guide to the file begins, and where it ends.
const GUIDE: [(Lang, &str, &str); 2] = [
    (
        Lang::En,
        "// How to edit this file",
        "puts the layout in order.\n",
    ),
    (
        Lang::De,
        "// So bearbeiten Sie diese Datei",
        "bringt die Darstellung in Ordnung.\n",
    ),
];

fn templates() -> impl Iterator<Item = (Template, Lang, &'static str)> {
    let in_both = |it: &Template| [(*it, Lang::En), (*it, Lang::De)];
    let all = Template::value_variants().iter().flat_map(in_both);
    all.map(|(template, lang)| (template, lang, template.text(lang)))
}

fn parsed(text: &str) -> Parsed {
    let context = Context {
        neighbour: Neighbour::None,
        today: date(2026, 11, 22),
    };
    read(text.to_owned(), &context)
}

/// A draft lacks what only its author can give: a review, evidence and readings.
#[test]
fn nothing_is_said_of_a_template_but_that_it_is_a_draft() {
    for (template, lang, text) in templates() {
        for finding in parsed(text).findings {
            let code = finding.code();
            let is_draft = matches!(code, Code::A003 | Code::A008 | Code::A016);
            assert!(is_draft, "{template:?} {lang:?}: {code:?}");
        }
    }
}

#[test]
fn templates_are_canonical() {
    for (template, lang, text) in templates() {
        assert_eq!(canonical(&parsed(text).tree), text, "{template:?} {lang:?}");
    }
}

#[test]
fn every_template_starts_with_the_guide_of_its_language() {
    for (template, lang, text) in templates() {
        let guide_of = |text: &'static str| {
            let (_, first, last) = GUIDE.into_iter().find(|(it, ..)| *it == lang)?;
            let end = text.find(last)? + last.len();
            text.get(text.find(first)?..end)
        };
        let guide = guide_of(text).expect("a guide");
        assert_eq!(
            Some(guide),
            guide_of(Template::Blank.text(lang)),
            "{template:?}"
        );
        assert!(text.contains(&format!("{guide}Journey(\n")), "{template:?}");
    }
}

#[test]
fn german_templates_are_german_and_swiss() {
    for (template, lang, text) in templates() {
        let tag = parsed(text).journey.language;
        assert_eq!(
            tag.map(|tag| Lang::from_tag(&tag)),
            Some(lang),
            "{template:?}"
        );
        let foreign: &[char] = match lang {
            Lang::De => &['ß', '„', '“', '”'],
            Lang::En => &['«', '»'],
        };
        assert!(!text.contains(foreign), "{template:?} {lang:?}");
    }
}

#[test]
fn a_trade_comes_with_everything_a_map_is_made_of() {
    for (template, lang, text) in templates().filter(|(it, ..)| *it != Template::Blank) {
        let journey: Journey = parsed(text).journey;
        let touchpoints: Vec<_> = journey
            .stages
            .iter()
            .flat_map(|it| &it.touchpoints)
            .collect();
        let moments: Vec<_> = touchpoints
            .iter()
            .filter(|it| it.moment_of_truth.is_some())
            .collect();
        let what = format!("{template:?} {lang:?}");
        assert!((4..=5).contains(&journey.stages.len()), "{what}");
        assert!((8..=12).contains(&touchpoints.len()), "{what}");
        assert!((2..=3).contains(&moments.len()), "{what}");
        assert!(
            moments
                .iter()
                .all(|it| it.kpis.iter().any(|kpi| kpi.target.is_some())),
            "{what}"
        );
        assert!(touchpoints.iter().any(|it| it.promise.is_some()), "{what}");
        assert!(touchpoints.iter().any(|it| !it.keeps.is_empty()), "{what}");
        assert!(touchpoints.iter().any(|it| !it.views.is_empty()), "{what}");
        assert!(
            !journey.handovers.is_empty() && !journey.improvements.is_empty(),
            "{what}"
        );
    }
}
