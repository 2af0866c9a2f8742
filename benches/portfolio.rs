//! The bar of the portfolio: the first screen of a folder of 500 journeys against `ron::from_str` of
//! the same files, in the same run; and what a key waits for while the rest comes in.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may fail, and prints"
)]

#[path = "bars/journeys.rs"]
mod journeys;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use criterion::Criterion;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use touchline::app::App;
use touchline::app::input::Input;
use touchline::app::key::{Code, Key};
use touchline::app::portfolio::News;
use touchline::app::update::{self, update};
use touchline::document::{Document, file};
use touchline::exchange::portfolio::Entry;
use touchline::i18n::Lang;
use touchline::journey::model::Journey;
use touchline::journey::portfolio::Health;
use touchline::journey::read_any;
use touchline::view::{self, theme};

const JOURNEYS: usize = 500;
const BYTES: usize = 50_000;
const ROUNDS: usize = 31;
const ALLOWED: f64 = 2.0;

/// The screens that are filled.
const SCREENS: [(u16, u16); 2] = [(80, 24), (200, 60)];

/// News that come between two looks of the loop, at most: as many as are read in 40 ms.
const BATCH: usize = 25;

fn main() {
    let files = files();
    criterion(&files);
    for size in SCREENS {
        let count = view::room_for_journeys(size.0, size.1);
        report_first(&files[..count], size);
    }
    report_all(&files);
    report_keys(&files);
}

/// Journeys of one size and many titles in a folder.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("portfolio");
    fs::create_dir_all(&folder).unwrap();
    let text = journeys::of_bytes(BYTES);
    let write = |at| {
        let file = folder.join(format!("{at:03}.ron"));
        let title = format!("title: \"Journey {at}: ");
        fs::write(&file, text.replacen("title: \"", &title, 1)).unwrap();
        file
    };
    (0..JOURNEYS).map(write).collect()
}

fn criterion(files: &[PathBuf]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("portfolio-criterion");
    let mut criterion = Criterion::default()
        .output_directory(&folder)
        .without_plots()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    criterion.bench_function("one journey", |b| b.iter(|| news(&files[0])));
    criterion.bench_function("one journey, ron", |b| b.iter(|| ron(&files[..1])));
}

/// How the journey of a file stands, as the program finds it out.
fn news(file: &Path) -> News {
    let context = journeys::context();
    let on_disk = file::read(file).unwrap();
    let parsed = read_any(on_disk.content().unwrap().to_vec(), &context);
    let entry = Entry {
        path: file.file_name().unwrap().to_string_lossy().into_owned(),
        health: Ok(Health::of(&parsed, context.today)),
    };
    News::Read(file.to_owned(), Some(Box::new(entry)))
}

/// The baseline: the files as `ron` reads them.
fn ron(files: &[PathBuf]) -> Vec<Journey> {
    let read = |file| ron::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    files.iter().map(read).collect()
}

/// The program on the folder, before anything has come.
fn beginning(size: (u16, u16)) -> App {
    let document = Document::open(Vec::new(), journeys::context());
    let mut app = App::new(Lang::En, document, None);
    update(&mut app, Input::Resize(size.0, size.1));
    update::portfolio(&mut app, "maps".into());
    app
}

fn terminal(size: (u16, u16)) -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(size.0, size.1)).unwrap()
}

fn draw(app: &App, terminal: &mut Terminal<TestBackend>) {
    let frame = terminal.draw(|frame| _ = black_box(view::draw(app, &theme::DARK, frame)));
    frame.unwrap();
}

/// From nothing to a frame with journeys from top to bottom.
fn report_first(files: &[PathBuf], size: (u16, u16)) {
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let (mut app, mut terminal) = (beginning(size), terminal(size));
        let cost = timed(|| {
            let news = files.iter().map(|file| news(file)).collect();
            update::journeys(&mut app, news, false);
            draw(&app, &mut terminal);
        });
        rounds.push((cost, timed(|| ron(files))));
    }
    let name = format!(
        "first screen {}×{}, {} journeys",
        size.0,
        size.1,
        files.len()
    );
    report(&name, rounds);
}

/// All of them in batches, each with its frame.
fn report_all(files: &[PathBuf]) {
    let mut rounds = Vec::new();
    for _ in 0..3 {
        let (mut app, mut terminal) = (beginning(SCREENS[1]), terminal(SCREENS[1]));
        let cost = timed(|| {
            for batch in files.chunks(BATCH) {
                let news = batch.iter().map(|file| news(file)).collect();
                update::journeys(&mut app, news, false);
                draw(&app, &mut terminal);
            }
        });
        rounds.push((cost, timed(|| ron(files))));
    }
    report(
        &format!("all {JOURNEYS}, with a frame each {BATCH}"),
        rounds,
    );
}

/// What a key waits for on the screen's own thread: a batch that is taken, the key, and a frame.
fn report_keys(files: &[PathBuf]) {
    let (mut app, mut terminal) = (beginning(SCREENS[1]), terminal(SCREENS[1]));
    let mut worst: f64 = 0.0;
    for batch in files.chunks(BATCH) {
        let news = batch.iter().map(|file| news(file)).collect();
        worst = worst.max(timed(|| {
            update::journeys(&mut app, news, false);
            update(&mut app, Input::Key(Key::plain(Code::Down)));
            draw(&app, &mut terminal);
        }));
    }
    println!("the longest that a key waits while they come in: {worst:.2} ms");
}

/// Milliseconds that something takes, without letting go of what it makes.
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let made = black_box(work());
    let took = start.elapsed();
    drop(made);
    took.as_secs_f64() * 1e3
}

/// The round with the median of the ratios.
fn report(name: &str, mut rounds: Vec<(f64, f64)>) {
    rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
    let (cost, baseline) = rounds[rounds.len() / 2];
    let ratio = cost / baseline;
    let verdict = if ratio <= ALLOWED { "ok" } else { "MISSED" };
    println!(
        "{name}: {cost:.1} ms, ron {baseline:.1} ms, ratio {ratio:.2} of {ALLOWED} allowed: {verdict}"
    );
}
