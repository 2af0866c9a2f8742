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
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::Criterion;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use touchline::app::App;
use touchline::app::input::Input;
use touchline::app::key::{Code, Key};
use touchline::app::update::{scroll, update};
use touchline::document::Document;
use touchline::i18n::Lang;
use touchline::journey::model::Journey;
use touchline::journey::read;
use touchline::ron_text::Tree;
use touchline::view::{self, theme};

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
    let median = |name: &str| median(&folder, name);
    report(&median);
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
    for (name, bytes) in [("50 KB", 50_000), ("100 KB", 100_000), ("1 MB", 1_000_000)] {
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

/// Criterion's median, in milliseconds.
fn median(folder: &Path, name: &str) -> f64 {
    let file: PathBuf = folder.join(name).join("new/estimates.json");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file:?}: {e}"));
    let estimates: serde_json::Value = serde_json::from_str(&text).unwrap();
    estimates["median"]["point_estimate"].as_f64().unwrap() / 1e6
}

fn report(median: &impl Fn(&str) -> f64) {
    println!(
        "\n{:<34} {:>9} {:>9} {:>8} {:>8}",
        "bar", "ms", "baseline", "ratio", "allowed"
    );
    let frame = median("frame 100 KB");
    for (size, _) in SIZES {
        let ron = median(&format!("ron {size}"));
        line(
            &format!("reading, {size}"),
            median(&format!("tree {size}")),
            ron,
            0.35,
        );
        line(
            &format!("load with findings, {size}"),
            median(&format!("load {size}")),
            ron,
            1.5,
        );
        line(
            &format!("edit to next frame, {size}"),
            median(&format!("edit {size}")),
            2.0 * ron + frame,
            1.0,
        );
    }
    let allowed = 3.0 * median("empty frame") + 0.5;
    for size in ["50 KB", "100 KB", "1 MB"] {
        line(
            &format!("dense frame 200×60, {size}"),
            median(&format!("frame {size}")),
            allowed,
            1.0,
        );
    }
}

/// One line of the table.
pub fn line(name: &str, cost: f64, baseline: f64, allowed: f64) {
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
