//! Words for those whose map it is, and for what they are asked.

use super::{Lang, kinds, texts};
use crate::journey::audience::of_journey;
use crate::journey::model::{Audience, Journey};

texts! {
    people_customers(): "customers", "Kundinnen und Kunden";
    people_employees(): "employees", "Mitarbeitende";
    people_internal(): "internal customers", "interne Kundinnen und Kunden";
    journey_of_employees(): "Employee journey", "Employee Journey";
    journey_of_internal(): "Internal journey", "Interne Journey";

    enps(): "eNPS", "Mitarbeitenden-NPS";
    staff_retention(): "Staff retention", "Personalbindung";
    staff_turnover(): "Staff turnover", "Fluktuation";
    nps_beside(): "NPS side by side", "NPS nebeneinander";
    nps_beside_meaning(): "Different people were asked: the figures stand beside one another and are never added.", "Gefragt wurden verschiedene Menschen: Die Ergebnisse stehen nebeneinander und werden nie addiert.";
}

/// Those whose map it is, in a sentence; in German in the plural.
pub fn people(lang: Lang, audience: Audience) -> &'static str {
    match audience {
        Audience::Customers => people_customers(lang),
        Audience::Employees => people_employees(lang),
        Audience::Internal => people_internal(lang),
    }
}

/// Those whose map it is, as a heading.
pub fn audience(lang: Lang, audience: Audience) -> &'static str {
    match audience {
        Audience::Customers => kinds::choice_customers(lang),
        Audience::Employees => kinds::choice_employees(lang),
        Audience::Internal => kinds::choice_internal_audience(lang),
    }
}

/// Whose map it is, where it is not of customers, as most are.
pub fn other_audience(lang: Lang, journey: &Journey) -> Option<&'static str> {
    let whose = of_journey(journey);
    (whose != Audience::Customers).then(|| audience(lang, whose))
}

/// The title of a journey, with whose it is where it is not of customers.
pub fn title_with_audience(lang: Lang, journey: &Journey) -> String {
    match other_audience(lang, journey) {
        Some(whose) => format!("{} · {whose}", journey.title),
        None => journey.title.clone(),
    }
}

/// What a journey is called by whose it is.
pub fn kind_of_journey(lang: Lang, journey: &Journey) -> &'static str {
    match of_journey(journey) {
        Audience::Customers => kinds::kind_journey(lang),
        Audience::Employees => journey_of_employees(lang),
        Audience::Internal => journey_of_internal(lang),
    }
}
