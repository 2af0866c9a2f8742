//! Values and promises against touchpoints: where a value is proved, where a promise is said and
//! where it is kept, and whether people live there what they expect. Knows no words.

use super::model::Touchpoint;
use super::touchpoints::Placed;

/// How something that is proved or kept at a touchpoint is lived there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// As expected, or better.
    Good,
    /// Worse than expected.
    Short,
    /// Expectation or experience is missing: nobody can tell.
    Unrated,
}

impl Proof {
    /// By the gap of a touchpoint.
    pub fn of(touchpoint: &Touchpoint) -> Proof {
        match touchpoint.gap() {
            Some(..0) => Proof::Short,
            Some(0..) => Proof::Good,
            None => Proof::Unrated,
        }
    }
}

/// What a touchpoint is to a value or a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Nothing.
    Nowhere,
    /// The promise is said here.
    Said,
    /// The value is proved here, the promise kept.
    Proved(Proof),
}

/// A value or a promise: a row of the matrix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Claim<'j> {
    /// The value of this id.
    Value(&'j str),
    /// The promise that is said at this touchpoint.
    Promise(&'j Touchpoint),
}

impl Claim<'_> {
    /// What a touchpoint is to it. One that says a promise and names itself as keeping it keeps
    /// it, too.
    pub fn at(&self, touchpoint: &Touchpoint) -> Stands {
        let (list, id) = match self {
            Claim::Value(id) => (&touchpoint.values, *id),
            Claim::Promise(said) => (&touchpoint.keeps, said.id.as_str()),
        };
        match self {
            _ if list.iter().any(|it| it == id) => Stands::Proved(Proof::of(touchpoint)),
            Claim::Promise(said) if said.id == touchpoint.id => Stands::Said,
            _ => Stands::Nowhere,
        }
    }

    /// The field of a touchpoint that lists it, with the id that stands there.
    pub fn field(&self) -> (&'static str, &str) {
        match self {
            Claim::Value(id) => ("values", id),
            Claim::Promise(said) => ("keeps", &said.id),
        }
    }
}

/// The touchpoints that say a promise.
pub fn promises<'a, 'j>(all: &'a [Placed<'j>]) -> impl Iterator<Item = &'a Placed<'j>> {
    let is_said = |it: &&Placed| {
        let promise = it.touchpoint.promise.as_deref();
        promise.is_some_and(|text| !text.trim().is_empty())
    };
    all.iter().filter(is_said)
}

/// The touchpoints that prove a value or keep a promise.
pub fn proved<'a, 'j>(claim: Claim<'_>, all: &'a [Placed<'j>]) -> Vec<&'a Placed<'j>> {
    let proves = |it: &&Placed| matches!(claim.at(it.touchpoint), Stands::Proved(_));
    all.iter().filter(proves).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{Journey, Stage};
    use crate::journey::touchpoints;

    fn touchpoint(id: &str, gap: Option<i64>) -> Touchpoint {
        Touchpoint {
            id: id.into(),
            expectation: Some(3),
            experience: gap.map(|gap| 3 + gap),
            ..Touchpoint::default()
        }
    }

    #[test]
    fn a_value_is_proved_where_it_is_listed_and_as_well_as_the_gap_says() {
        for (values, gap, expected) in [
            (vec![], Some(0), Stands::Nowhere),
            (vec!["other"], Some(0), Stands::Nowhere),
            (vec!["calm"], Some(0), Stands::Proved(Proof::Good)),
            (vec!["other", "calm"], Some(2), Stands::Proved(Proof::Good)),
            (vec!["calm"], Some(-1), Stands::Proved(Proof::Short)),
            (vec!["calm"], None, Stands::Proved(Proof::Unrated)),
        ] {
            let touchpoint = Touchpoint {
                values: values.into_iter().map(str::to_owned).collect(),
                ..touchpoint("a", gap)
            };
            assert_eq!(Claim::Value("calm").at(&touchpoint), expected, "{gap:?}");
        }
    }

    #[test]
    fn a_promise_is_said_at_one_place_and_kept_where_it_is_listed() {
        let said = touchpoint("website", Some(0));
        for (id, keeps, gap, expected) in [
            ("website", vec![], Some(0), Stands::Said),
            (
                "website",
                vec!["website"],
                Some(1),
                Stands::Proved(Proof::Good),
            ),
            (
                "desk",
                vec!["website"],
                Some(-2),
                Stands::Proved(Proof::Short),
            ),
            ("desk", vec!["desk"], Some(-2), Stands::Nowhere),
        ] {
            let at = Touchpoint {
                keeps: keeps.into_iter().map(str::to_owned).collect(),
                ..touchpoint(id, gap)
            };
            assert_eq!(Claim::Promise(&said).at(&at), expected, "{id}");
        }
    }

    #[test]
    fn only_what_says_something_is_a_promise() {
        let with = |id: &str, promise: Option<&str>| Touchpoint {
            promise: promise.map(str::to_owned),
            values: vec!["calm".into()],
            ..touchpoint(id, None)
        };
        let touchpoints = vec![
            with("a", None),
            with("b", Some(" ")),
            with("c", Some("Soon")),
        ];
        let journey = Journey {
            stages: vec![Stage {
                touchpoints,
                ..Stage::default()
            }],
            ..Journey::default()
        };
        let all = touchpoints::all(&journey);
        let said: Vec<&str> = promises(&all).map(|it| it.key.id.as_str()).collect();
        assert_eq!(said, ["c"]);
        assert_eq!(proved(Claim::Value("calm"), &all).len(), 3);
        assert!(proved(Claim::Value("bold"), &all).is_empty());
    }
}
