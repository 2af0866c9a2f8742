//! The words of findings: complete, in both languages, with everything the finding knows.

use super::*;
use crate::i18n::Entry;
use crate::journey::advice::{Advice, AdviceKind};
use crate::journey::fields::{Kind, kinds};
use crate::journey::figure::Misfit;
use crate::journey::metric::Count;
use crate::journey::model::Audience;
use crate::journey::total::Disagreement;
use crate::ron_text::SyntaxErrorKind;
use Lang::{De, En};

fn entries() -> impl Iterator<Item = &'static Entry> {
    [
        super::ENTRIES,
        advice::ENTRIES,
        errors::ENTRIES,
        syntax::ENTRIES,
        warnings::ENTRIES,
    ]
    .into_iter()
    .flatten()
}

/// The arguments that a template names.
fn arguments(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> = template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn both_languages_say_the_same_in_their_own_spelling() {
    for Entry { name, en, de } in entries() {
        assert_eq!(arguments(en), arguments(de), "{name}");
        assert_ne!(en, de, "{name}");
        assert!(
            !de.contains(['ß', '“', '”', '„']),
            "{name}: Swiss spelling and quotes"
        );
        assert!(!en.contains(['«', '»']), "{name}: English quotes");
    }
}

fn advice_of(kind: AdviceKind) -> What {
    What::Advice(Advice {
        about: None,
        field: None,
        audience: Audience::Customers,
        kind,
    })
}

fn text() -> String {
    "x".to_owned()
}

fn errors_and_warnings() -> Vec<What> {
    let target = Kind::Kpi.field("target").expect("a field");
    let odd = Disagreement {
        count: Count::Responses,
        total: 1234.0,
        parts: 1200.5,
    };
    let some = Some(text());
    vec![
        What::Syntax(SyntaxErrorKind::Empty),
        What::NotAJourney(None),
        What::NotAJourney(some.clone()),
        What::WrongName {
            expected: Kind::Stage,
            found: text(),
        },
        What::WrongName {
            expected: Kind::Target,
            found: text(),
        },
        What::Missing {
            kind: Kind::Kpi,
            field: target,
        },
        What::NoDirection,
        What::BothDirections,
        What::DuplicateId {
            id: text(),
            first_line: 7,
        },
        What::DuplicateField(text()),
        What::OutOfRange {
            low: 1.0,
            high: 5.0,
        },
        What::EmptyScale,
        What::Dangling {
            kind: None,
            id: text(),
            similar: None,
        },
        What::Dangling {
            kind: Some(Kind::Path),
            id: text(),
            similar: some,
        },
        What::NotASlug(text()),
        What::UnknownField {
            kind: Kind::Stage,
            field: text(),
            similar: Some("goal"),
        },
        What::UnknownVariant {
            variant: text(),
            similar: None,
        },
        What::StaleAnchor {
            anchor: text(),
            id: text(),
        },
        What::CountsMisfit(Misfit::Empty),
        What::NotADate(text()),
        What::PartsContradict {
            on: "2026-09-30".to_owned(),
            odd,
        },
        What::NewerSchema(2),
        What::NoAdviceCode {
            code: text(),
            similar: None,
        },
        What::SameName {
            kind: Kind::Stage,
            name: text(),
            first_line: 7,
        },
        advice_of(AdviceKind::NeverReviewed),
    ]
}

#[test]
fn every_finding_has_a_sentence_and_a_hint() {
    for what in errors_and_warnings() {
        for lang in [En, De] {
            assert!(finding(lang, &what).ends_with('.'), "{what:?}");
            assert!(
                hint(lang, &what).is_some_and(|hint| hint.ends_with(['.', '?'])),
                "{what:?}"
            );
        }
    }
    assert_eq!(hint(En, &What::NotASlug(String::new())), None);
}

#[test]
fn every_field_of_the_table_can_be_wrong_or_missing() {
    for field in kinds().flat_map(|spec| spec.fields) {
        let kind = Kind::Journey;
        for what in [What::WrongType(field.of), What::Missing { kind, field }] {
            assert!(finding(De, &what).ends_with('.'), "{what:?}");
            assert!(hint(De, &what).is_some());
        }
    }
}

#[test]
fn numbers_and_dates_are_written_as_the_language_does() {
    let odd = Disagreement {
        count: Count::Responses,
        total: 1234.0,
        parts: 1200.5,
    };
    let what = What::PartsContradict {
        on: "2026-09-30".to_owned(),
        odd,
    };
    assert_eq!(
        finding(En, &what),
        "The segments of 2026-09-30 do not make the total: Responses (`responses`) is 1,200.5 in their sum and \
         1,234 in the total."
    );
    assert_eq!(
        finding(De, &what),
        "Die Segmente vom 30.09.2026 ergeben das Total nicht: Antworten (`responses`) ist in der Summe \
         1’200.5, im Total 1’234."
    );
    let gap = AdviceKind::Overdue {
        improvement: text(),
        due: "2026-11-21".to_owned(),
        days: 1,
    };
    assert_eq!(
        finding(De, &advice_of(gap)),
        "Die Massnahme «x» war vor 1 Tag fällig, am 21.11.2026."
    );
}

#[test]
fn hints_know_what_is_near() {
    let meant = |similar| What::UnknownVariant {
        variant: "Mesured".to_owned(),
        similar,
    };
    assert_eq!(
        hint(En, &meant(Some("Measured"))).as_deref(),
        Some("Did you mean `Measured`?")
    );
    let not_a_date = |text: &str| hint(De, &What::NotADate(text.to_owned())).unwrap_or_default();
    assert_eq!(not_a_date("3.9.2026"), "Meinten Sie `2026-09-03`?");
    for other in ["31.2.2026", "9.2026", "2026-02-30", "1.2.3.4", "a.b.c", ""] {
        assert!(!not_a_date(other).contains("Meinten"), "{other}");
    }
}

#[test]
fn ranges_without_end_are_said_so() {
    let hint = |low, high| hint(En, &What::OutOfRange { low, high }).unwrap_or_default();
    assert_eq!(hint(1.0, 5.0), "Allowed is 1 to 5.");
    assert_eq!(hint(-2.0, 2.0), "Allowed is −2 to 2.");
    assert_eq!(hint(1.0, i64::MAX as f64), "Allowed is 1 or more.");
    let sd = Misfit::OutOfRange {
        count: Count::N,
        low: 0.0,
        high: 9.0e15,
    };
    assert_eq!(misfit(En, sd), "n (`n`) is outside its range (0 or more)");
}

#[test]
fn a_character_that_cannot_be_seen_is_named() {
    let found = |found| {
        finding(
            En,
            &What::Syntax(SyntaxErrorKind::UnexpectedCharacter(found)),
        )
    };
    assert_eq!(found('\u{a0}'), "`U+00A0` cannot stand here.");
    assert_eq!(found('\u{1b}'), "`U+001B` cannot stand here.");
    assert_eq!(found('\u{202e}'), "`U+202E` cannot stand here.");
    assert_eq!(found('“'), "`“` cannot stand here.");
}

#[test]
fn a_sentence_is_not_as_long_as_the_file() {
    let long = What::NotAJourney(Some("ü".repeat(1 << 20)));
    let said = finding(En, &long);
    assert!(
        said.chars().count() < 1100 && said.contains("ü…ü"),
        "{said}"
    );
    assert!(said.ends_with("stands here."), "{said}");
}

#[test]
fn a_hint_speaks_of_those_whose_map_it_is() {
    for (audience, en, de) in [
        (
            Audience::Customers,
            "Watch five customers",
            "(Kundinnen und Kunden)",
        ),
        (
            Audience::Employees,
            "Watch five employees",
            "(Mitarbeitende)",
        ),
        (
            Audience::Internal,
            "Watch five internal customers",
            "(interne Kundinnen und Kunden)",
        ),
    ] {
        let what = What::Advice(Advice {
            about: None,
            field: None,
            audience,
            kind: AdviceKind::MomentAssumed(text()),
        });
        for (lang, expected) in [(En, en), (De, de)] {
            let hint = hint(lang, &what).unwrap_or_default();
            assert!(hint.contains(expected), "{hint}");
        }
    }
}
