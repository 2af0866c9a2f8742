//! From the start of a process to its first frame in a terminal, against a ratatui program that
//! draws one paragraph: this bench itself, started with a variable set.

use std::io::Read;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::widgets::Paragraph;

const PARAGRAPH: &str = "BARS_PARAGRAPH";
const ROUNDS: usize = 21;

/// This process is the baseline.
pub fn is_paragraph() -> bool {
    std::env::var_os(PARAGRAPH).is_some()
}

/// The baseline: one paragraph, and a key ends it.
pub fn draw_paragraph() {
    use ratatui::crossterm::event;
    let mut terminal = ratatui::init();
    terminal
        .draw(|frame| frame.render_widget(Paragraph::new("paragraph"), frame.area()))
        .unwrap();
    let _ = event::read();
    ratatui::restore();
}

/// Measures both by turns, and prints the bar for each journey that ships.
pub fn report() {
    for journey in ["hotel-stay.ron", "baerli-biber.ron"] {
        let file = format!("{}/journeys/{journey}", env!("CARGO_MANIFEST_DIR"));
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let mut paragraph = CommandBuilder::new(std::env::current_exe().unwrap());
            paragraph.env(PARAGRAPH, "1");
            let baseline = first_frame(paragraph, "paragraph");
            let mut program = CommandBuilder::new(env!("CARGO_BIN_EXE_touchline"));
            program.args(["--lang", "en", &file]);
            rounds.push((first_frame(program, "Emotion"), baseline));
        }
        super::line(&format!("start, {journey}"), &mut rounds, 2.0);
    }
}

/// Milliseconds until the text is on the terminal.
fn first_frame(mut command: CommandBuilder, text: &str) -> f64 {
    command.env("TERM", "xterm-256color");
    let size = PtySize {
        rows: 24,
        cols: 80,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut shown = Vec::new();
    let mut part = [0; 65536];
    while !contains(&shown, text.as_bytes()) {
        let count = reader.read(&mut part).unwrap();
        assert!(count > 0, "ended without its frame");
        shown.extend_from_slice(&part[..count]);
    }
    let took: Duration = start.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    took.as_secs_f64() * 1e3
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
