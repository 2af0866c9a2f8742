//! The bars of speed, each a ratio against a baseline measured in the same run: `ron::from_str` of
//! the same model, an empty ratatui frame, a ratatui program that draws one paragraph.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may fail, and prints"
)]

mod journeys;
mod start;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::Criterion;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use touchline::app::App;
use touchline::app::input::Input;
use touchline::app::key::{Code, Key};
use touchline::app::map::Zoom;
use touchline::app::update::{scroll, update};
use touchline::document::Document;
use touchline::i18n::Lang;
use touchline::journey::model::Journey;
use touchline::journey::read;
use touchline::ron_text::Tree;
use touchline::view::{self, theme};

const FRAMES: [(&str, usize); 3] = [("50 KB", 50_000), ("100 KB", 100_000), ("1 MB", 1_000_000)];
const SIZES: [(&str, usize); 2] = [("100 KB", 100_000), ("1 MB", 1_000_000)];

fn main() {
    if start::is_paragraph() {
        return start::draw_paragraph();
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bars");
    let mut criterion = Criterion::default()
        .output_directory(&folder)
        .without_plots()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    for (name, bytes) in SIZES {
        measure_text(&mut criterion, name, &journeys::of_bytes(bytes));
    }
    measure_frames(&mut criterion);
    report();
    start::report();
    open_and_edit_ten_megabytes();
}

fn measure_text(criterion: &mut Criterion, size: &str, text: &str) {
    let context = journeys::context();
    criterion.bench_function(&format!("ron {size}"), |b| {
        b.iter(|| ron::from_str::<Journey>(black_box(text)).unwrap());
    });
    criterion.bench_function(&format!("tree {size}"), |b| {
        b.iter_with_large_drop(|| Tree::read(text.to_owned()));
    });
    criterion.bench_function(&format!("load {size}"), |b| {
        b.iter_with_large_drop(|| read(text.to_owned(), &context));
    });
    let mut app = app(text);
    let mut terminal = terminal();
    draw(&mut app, &mut terminal);
    let keys = ['+', '-'].map(|key| Key::plain(Code::Char(key)));
    let mut at = 0;
    criterion.bench_function(&format!("edit {size}"), |b| {
        b.iter(|| {
            at += 1;
            update(&mut app, Input::Key(keys[at % 2]));
            draw(&mut app, &mut terminal);
        });
    });
}

/// Frames of a small and of a large journey, and of nothing.
fn measure_frames(criterion: &mut Criterion) {
    let mut empty = terminal();
    criterion.bench_function("empty frame", |b| {
        b.iter(|| empty.draw(|_| {}).map(|_| ()).unwrap())
    });
    for (name, bytes) in FRAMES {
        let mut app = app(&journeys::of_bytes(bytes));
        let mut terminal = terminal();
        criterion.bench_function(&format!("frame {name}"), |b| {
            b.iter(|| draw(&mut app, &mut terminal))
        });
    }
}

fn app(text: &str) -> App {
    let document = Document::open(text.as_bytes().to_vec(), journeys::context());
    let mut app = App::new(Lang::En, document, None);
    for _ in 0..3 {
        update(&mut app, Input::Key(Key::plain(Code::Right)));
    }
    app
}

fn terminal() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(200, 60)).unwrap()
}

/// A whole frame as the program draws it.
fn draw(app: &mut App, terminal: &mut Terminal<TestBackend>) {
    app.size = (200, 60);
    scroll(app, |app| view::follow(app, (200, 60)));
    terminal
        .draw(|frame| _ = black_box(view::draw(app, &theme::DARK, frame)))
        .unwrap();
}

/// Rounds of the table. A machine that slows down for a while slows down both sides of a round.
const ROUNDS: usize = 31;

/// Each bar as the median of its ratios over rounds that time both sides one after the other.
fn report() {
    println!(
        "\n{:<34} {:>9} {:>9} {:>8} {:>8}",
        "bar", "ms", "baseline", "ratio", "allowed"
    );
    for (size, bytes) in SIZES {
        report_text(size, &journeys::of_bytes(bytes));
    }
    for (size, bytes) in FRAMES {
        let text = journeys::of_bytes(bytes);
        report_frame(
            &format!("dense frame 200×60, {size}"),
            &text,
            Zoom::Touchpoints,
        );
        report_frame(&format!("one touchpoint, {size}"), &text, Zoom::Touchpoint);
        report_frame(&format!("whole journey, {size}"), &text, Zoom::Journey);
    }
}

fn report_text(size: &str, text: &str) {
    let context = journeys::context();
    let (mut app, mut terminal) = (app(text), terminal());
    draw(&mut app, &mut terminal);
    let keys = ['+', '-'].map(|key| Key::plain(Code::Char(key)));
    let [mut reading, mut load, mut edit] = [const { Vec::new() }; 3];
    for round in 0..ROUNDS {
        let ron = || timed(|| ron::from_str::<Journey>(black_box(text)).unwrap());
        reading.push((timed(|| Tree::read(text.to_owned())), ron()));
        load.push((timed(|| read(text.to_owned(), &context)), ron()));
        let key = Input::Key(keys[round % 2]);
        let edited = timed(|| {
            update(&mut app, key);
            draw(&mut app, &mut terminal);
        });
        let frame = timed(|| draw(&mut app, &mut terminal));
        edit.push((edited, 2.0 * ron() + frame));
    }
    line(&format!("reading, {size}"), &mut reading, 0.35);
    line(&format!("load with findings, {size}"), &mut load, 1.5);
    line(&format!("edit to next frame, {size}"), &mut edit, 1.0);
}

fn report_frame(name: &str, text: &str, zoom: Zoom) {
    let (mut app, mut dense, mut empty) = (app(text), terminal(), terminal());
    app.map.zoom = zoom;
    let mut frames = Vec::new();
    for _ in 0..10 * ROUNDS {
        let cost = timed(|| draw(&mut app, &mut dense));
        let nothing = timed(|| empty.draw(|_| {}).map(|_| ()).unwrap());
        frames.push((cost, 3.0 * nothing + 0.5));
    }
    line(name, &mut frames, 1.0);
}

/// Milliseconds that something takes, without letting go of what it makes.
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let made = black_box(work());
    let took = start.elapsed();
    drop(made);
    took.as_secs_f64() * 1e3
}

/// One line of the table: the round with the median of the ratios.
pub fn line(name: &str, rounds: &mut [(f64, f64)], allowed: f64) {
    rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
    let (cost, baseline) = rounds[rounds.len() / 2];
    let ratio = cost / baseline;
    let verdict = if ratio <= allowed { "ok" } else { "MISSED" };
    println!("{name:<34} {cost:>9.3} {baseline:>9.3} {ratio:>8.2} {allowed:>8.2}  {verdict}");
}

fn open_and_edit_ten_megabytes() {
    let text = journeys::of_bytes(10_000_000);
    let start = std::time::Instant::now();
    let mut app = app(&text);
    let opened = start.elapsed();
    update(&mut app, Input::Key(Key::plain(Code::Char('+'))));
    let edited = start.elapsed() - opened;
    assert!(app.document.is_dirty());
    println!("10 MB: opened in {opened:.0?}, edited in {edited:.0?}");
}
