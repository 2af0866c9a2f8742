//! The page one begins from, and the tour, as pictures.

use super::screen_tests::{DESK, PROJECTOR, picture};
use super::test_apps::{STAY, app};
use crate::app::App;
use crate::app::start::{Begins, Group, Offer, Start};
use crate::i18n::{self as w, Lang};

fn offers(lang: Lang, journeys: usize) -> Start {
    let offer = |group, label: &str, note: &str, begins| Offer {
        group,
        label: label.to_owned(),
        note: note.to_owned(),
        begins,
    };
    let journey = |at: usize| {
        let label = format!("Firmengeschenke: {at}00 Bärli-Biber mit Logo bis zum Samichlaus");
        let note = format!("journeys/baerli-biber-{at}.ron");
        offer(
            Group::Here,
            &label,
            &note,
            Begins::Open(note.clone().into()),
        )
    };
    let text = || STAY.to_owned();
    let mut offers: Vec<Offer> = (0..journeys).map(journey).collect();
    offers.extend([
        offer(
            Group::Learn,
            w::start_tour(lang),
            w::start_tour_note(lang),
            Begins::Tour(text()),
        ),
        offer(
            Group::Learn,
            w::start_example(lang),
            w::start_example_note(lang),
            Begins::Example(text()),
        ),
        offer(
            Group::New,
            w::start_blank(lang),
            w::start_blank_note(lang),
            Begins::Journey(text()),
        ),
        offer(
            Group::Elsewhere,
            w::start_folder(lang),
            w::start_folder_note(lang),
            Begins::Folder,
        ),
    ]);
    Start {
        folder: w::start_this_folder(lang).to_owned(),
        offers,
    }
}

fn start(lang: Lang, size: (u16, u16), journeys: usize) -> App {
    let mut app = app(STAY, lang, size, "");
    app.offer(offers(lang, journeys));
    app
}

#[test]
fn start_page() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        for size in [PROJECTOR, DESK] {
            let name = format!("start_{}x{}_{tag}", size.0, size.1);
            insta::assert_snapshot!(name, picture(&start(lang, size, 0), size));
        }
        let name = format!("start_with_journeys_80x24_{tag}");
        insta::assert_snapshot!(name, picture(&start(lang, PROJECTOR, 14), PROJECTOR));
    }
}

#[test]
fn tour_step() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        let mut app = app(STAY, lang, PROJECTOR, "");
        app.begin_tour(STAY.to_owned());
        let name = format!("tour_80x24_{tag}");
        insta::assert_snapshot!(name, picture(&app, PROJECTOR));
    }
}

#[test]
fn the_start_page_and_the_tour_fit_any_screen() {
    for columns in (1..90).step_by(7) {
        for rows in 1..30 {
            picture(&start(Lang::De, (columns, rows), 3), (columns, rows));
            let mut app = app(STAY, Lang::De, (columns, rows), "");
            app.begin_tour(STAY.to_owned());
            picture(&app, (columns, rows));
        }
    }
}
