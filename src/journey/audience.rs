//! Who is asked: whose map it is, and for whom a touchpoint speaks instead. Knows no words.

use crate::sort;

use super::check::Neighbour;
use super::kpis;
use super::metric::Metric;
use super::model::{Audience, Journey, Kpi, Persona, PersonaKind, Touchpoint};
use super::place::ElementKey;

/// Whose map it is.
pub fn of_journey(journey: &Journey) -> Audience {
    journey.audience.unwrap_or(Audience::Customers)
}

/// Who is asked at a touchpoint: what the persona is that it speaks for, else whose map it is.
pub fn at(touchpoint: &Touchpoint, journey: &Journey, neighbour: &Neighbour) -> Audience {
    let lent = neighbour.company().map_or(&[][..], |it| &it.personas);
    let mut personas = journey.personas.iter().chain(lent);
    let id = touchpoint.persona.as_ref();
    let persona = id.and_then(|id| personas.find(|it: &&Persona| it.id == *id));
    match persona.and_then(|it| it.kind) {
        Some(PersonaKind::Customer) => Audience::Customers,
        Some(PersonaKind::Employee) => Audience::Employees,
        Some(PersonaKind::Internal) => Audience::Internal,
        None => of_journey(journey),
    }
}

/// Who is asked for a KPI of the journey.
pub fn asked(kpi: &Kpi, journey: &Journey, neighbour: &Neighbour) -> Audience {
    let mut touchpoints = journey.stages.iter().flat_map(|it| &it.touchpoints);
    let carrier = touchpoints.find(|at| at.kpis.iter().any(|it| it.id == kpi.id));
    carrier.map_or(of_journey(journey), |it| at(it, journey, neighbour))
}

/// An NPS, and who was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<'j> {
    /// Who was asked.
    pub audience: Audience,
    /// The journey that it stands in, by its place among those looked at.
    pub journey: usize,
    /// What carries it; `None` is the journey itself.
    pub by: Option<ElementKey>,
    /// The KPI.
    pub kpi: &'j Kpi,
}

/// The NPS of customers, of employees and of internal customers in these journeys, in this order;
/// none where only one group was asked.
pub fn nps_side_by_side<'j>(journeys: &[(&'j Journey, &Neighbour)]) -> Vec<Asked<'j>> {
    let of = |(nth, (journey, neighbour)): (usize, &(&'j Journey, &Neighbour))| {
        let (journey, neighbour): (&'j Journey, &Neighbour) = (journey, neighbour);
        let nps = kpis::all(journey).filter(|it| it.kpi.metric == Some(Metric::Nps));
        let asked = nps.map(|it| Asked {
            audience: asked(it.kpi, journey, neighbour),
            journey: nth,
            by: it.by,
            kpi: it.kpi,
        });
        asked.collect::<Vec<_>>()
    };
    let mut all: Vec<Asked> = journeys.iter().enumerate().flat_map(of).collect();
    sort::by_key(&mut all, |it| it.audience);
    let is_one = all.windows(2).all(|two| two[0].audience == two[1].audience);
    if is_one { Vec::new() } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{Company, Stage};

    fn persona(id: &str, kind: Option<PersonaKind>) -> Persona {
        Persona {
            id: id.into(),
            kind,
            ..Persona::default()
        }
    }

    fn nps(id: &str) -> Kpi {
        Kpi {
            id: id.into(),
            metric: Some(Metric::Nps),
            ..Kpi::default()
        }
    }

    /// A map with an NPS of its own, and one at a touchpoint that speaks for a persona.
    fn journey(audience: Option<Audience>, speaks_for: Option<&str>) -> Journey {
        let touchpoint = Touchpoint {
            persona: speaks_for.map(str::to_owned),
            kpis: vec![nps("there")],
            ..Touchpoint::default()
        };
        let stage = Stage {
            touchpoints: vec![touchpoint],
            ..Stage::default()
        };
        Journey {
            audience,
            personas: vec![
                persona("anna", Some(PersonaKind::Customer)),
                persona("ben", Some(PersonaKind::Employee)),
                persona("odd", None),
            ],
            kpis: vec![nps("own")],
            stages: vec![stage],
            ..Journey::default()
        }
    }

    #[test]
    fn a_touchpoint_asks_whom_it_speaks_for_else_whom_the_map_is_of() {
        use Audience::{Customers, Employees, Internal};
        let company = Company {
            personas: vec![
                persona("irene", Some(PersonaKind::Internal)),
                persona("anna", Some(PersonaKind::Internal)),
            ],
            ..Company::default()
        };
        let neighbour = Neighbour::Company(Box::new(company));
        for (audience, speaks_for, own, there) in [
            (None, None, Customers, Customers),
            (Some(Employees), None, Employees, Employees),
            (Some(Employees), Some("anna"), Employees, Customers),
            (None, Some("ben"), Customers, Employees),
            (None, Some("irene"), Customers, Internal),
            (Some(Internal), Some("odd"), Internal, Internal),
            (Some(Internal), Some("nobody"), Internal, Internal),
        ] {
            let journey = journey(audience, speaks_for);
            let asked = ["own", "there"].map(|id| asked(&nps(id), &journey, &neighbour));
            assert_eq!(asked, [own, there], "{audience:?} {speaks_for:?}");
        }
    }

    #[test]
    fn an_nps_stands_beside_another_where_two_groups_were_asked() {
        let none = &Neighbour::None;
        let ids = |journeys: &[&Journey]| {
            let sides: Vec<_> = journeys.iter().map(|it| (*it, none)).collect();
            let found = nps_side_by_side(&sides).into_iter();
            let found = found.map(|it| (it.audience, it.journey, it.kpi.id.clone()));
            found.collect::<Vec<_>>()
        };
        use Audience::{Customers, Employees};
        let staff = journey(Some(Employees), Some("anna"));
        let expected = [
            (Customers, 0, "there".to_owned()),
            (Employees, 0, "own".to_owned()),
        ];
        assert_eq!(ids(&[&staff]), expected);
        let guests = journey(None, None);
        assert_eq!(ids(&[&guests]), []);
        let staff = journey(Some(Employees), None);
        let audiences: Vec<_> = ids(&[&staff, &guests]);
        let audiences: Vec<_> = audiences.iter().map(|it| (it.0, it.1)).collect();
        let expected = [
            (Customers, 1),
            (Customers, 1),
            (Employees, 0),
            (Employees, 0),
        ];
        assert_eq!(audiences, expected);
        let mut without = guests.clone();
        without.kpis[0].metric = Some(Metric::Churn);
        without.stages.clear();
        assert_eq!(ids(&[&without, &staff]), [], "no NPS of customers");
    }
}
