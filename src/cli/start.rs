//! What the page one begins from offers: journeys of a folder, and those that come with the
//! program.

use std::io;
use std::path::{Path, PathBuf};

use super::input::{COMPANY, Reader};
use super::new::Template;
use super::walk;
use crate::app::start::{Begins, Group, Offer, Start, empty_journey};
use crate::document::Document;
use crate::i18n::{self as w, Lang};

/// The folder below a folder in which its journeys are kept.
const JOURNEYS: &str = "journeys";

/// What one can begin with: the journeys of a folder, else of the one that the program runs in.
///
/// # Errors
/// In words, why the folder cannot be read.
pub(super) fn start(
    folder: Option<&Path>,
    reader: &mut Reader,
    lang: Lang,
) -> Result<Start, String> {
    let here = folder.unwrap_or(Path::new("."));
    let journeys = journeys(here);
    let named = folder.map(|it| it.to_string_lossy().into_owned());
    let journeys =
        journeys.map_err(|_| w::start_no_folder(lang, named.as_deref().unwrap_or(".")))?;
    // A company is opened from its journeys.
    let journeys = journeys.into_iter().filter(|path| !path.ends_with(COMPANY));
    let journeys: Vec<PathBuf> = journeys.collect();
    let mut offers: Vec<Offer> = portfolio(here, &journeys, lang).into_iter().collect();
    offers.extend(journeys.into_iter().map(|path| journey(path, reader)));
    offers.extend(learn(lang));
    offers.extend(new(lang));
    offers.push(offer(
        Group::Elsewhere,
        (w::start_folder(lang), w::start_folder_note(lang)),
        Begins::Folder,
    ));
    Ok(Start {
        folder: named.unwrap_or_else(|| w::start_this_folder(lang).to_owned()),
        offers,
    })
}

/// The journeys of a folder and of its `journeys`.
fn journeys(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let own = walk::journeys_beside(folder)?;
    let below = walk::journeys_beside(&folder.join(JOURNEYS)).unwrap_or_default();
    Ok([below, own].concat())
}

/// All of them side by side: those of the folder that holds all of them.
fn portfolio(here: &Path, journeys: &[PathBuf], lang: Lang) -> Option<Offer> {
    let below = here.join(JOURNEYS);
    let is_below = journeys.iter().all(|it| it.starts_with(&below));
    let folder = if is_below { &below } else { here };
    let folder = folder.strip_prefix(".").unwrap_or(folder);
    let folder = match folder.as_os_str().is_empty() {
        true => here,
        false => folder,
    };
    let words = (w::start_portfolio(lang), w::start_portfolio_note(lang));
    let begins = Begins::Portfolio(folder.to_owned());
    (!journeys.is_empty()).then(|| offer(Group::Here, words, begins))
}

fn journey(path: PathBuf, reader: &mut Reader) -> Offer {
    let shown = path.strip_prefix(".").unwrap_or(&path);
    let name = shown.to_string_lossy().into_owned();
    Offer {
        group: Group::Here,
        label: title(&path, reader).unwrap_or_else(|| name.clone()),
        note: name,
        begins: Begins::Open(path),
    }
}

/// The title of a journey, where it can be read.
fn title(path: &Path, reader: &mut Reader) -> Option<String> {
    let (on_disk, context) = reader.open(path).ok()?;
    let document: Document<()> = Document::open(on_disk.content()?.to_vec(), context);
    Some(document.parsed.journey.title).filter(|title| !title.trim().is_empty())
}

fn offer(group: Group, (label, note): (&str, &str), begins: Begins) -> Offer {
    Offer {
        group,
        label: label.to_owned(),
        note: note.to_owned(),
        begins,
    }
}

fn learn(lang: Lang) -> [Offer; 2] {
    let tour = Begins::Tour(Template::Hotel.text(lang).to_owned());
    let example = Begins::Example(example(lang).to_owned());
    [
        offer(
            Group::Learn,
            (w::start_tour(lang), w::start_tour_note(lang)),
            tour,
        ),
        offer(
            Group::Learn,
            (w::start_example(lang), w::start_example_note(lang)),
            example,
        ),
    ]
}

/// A journey of several people over a year, in this language.
fn example(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../journeys/hotel-stay.ron"),
        Lang::De => include_str!("../../journeys/baerli-biber.ron"),
    }
}

fn new(lang: Lang) -> Vec<Offer> {
    let templates = [
        (
            Template::Blank,
            (w::start_blank(lang), w::start_blank_note(lang)),
        ),
        (
            Template::Hotel,
            (w::start_hotel(lang), w::start_hotel_note(lang)),
        ),
        (
            Template::Shop,
            (w::start_shop(lang), w::start_shop_note(lang)),
        ),
        (
            Template::Support,
            (w::start_support(lang), w::start_support_note(lang)),
        ),
        (
            Template::Onboarding,
            (w::start_onboarding(lang), w::start_onboarding_note(lang)),
        ),
    ];
    let of_template = |(template, words): (Template, _)| {
        let begins = Begins::Journey(template.text(lang).to_owned());
        offer(Group::New, words, begins)
    };
    let empty = (w::start_empty(lang), w::start_empty_note(lang));
    let empty = offer(Group::New, empty, Begins::Example(empty_journey(lang)));
    templates
        .into_iter()
        .map(of_template)
        .chain([empty])
        .collect()
}
