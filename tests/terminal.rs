//! The terminal room on a real terminal. The program under test is this test binary itself, which
//! becomes a small program that shows what comes in when `PROBE` is set.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::env;
use std::io::Write;
use std::process::{self, Command, Stdio};
use std::thread;

use ratatui::Frame;
use ratatui::text::Line;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Pid, Signal, kill_process};
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level;
use touchline::app::effect::Effect;
use touchline::app::input::Input;
use touchline::app::key::{Code, Key};
use touchline::term::{self, EditorError, EnterError, Program, Session};
use tty::{Setup, Tty};

/// Runs the probe, and waits for a line so that the terminal stays to be looked at.
const RUN: &str = "\"$PROBE\" probe --exact --nocapture; echo \"ended $?\"; read line";

fn probe_in(script: &str, mut setup: Setup) -> Tty {
    let probe = env::current_exe().unwrap();
    setup.env.push(("PROBE", probe.to_str().unwrap().into()));
    Tty::run(script, setup)
}

fn start() -> Tty {
    let tty = probe_in(RUN, Setup::default());
    tty.wait_for("ready");
    tty
}

fn send(tty: &Tty, signal: Signal) {
    let pid: i32 = tty.word_after("pid").parse().unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
}

fn assert_ends_clean(tty: &Tty, code: i32) {
    tty.wait_for(&format!("ended {code}"));
    tty.assert_clean();
}

#[test]
fn the_terminal_is_taken_and_given_back() {
    let mut tty = start();
    tty.wait("all modes on", |screen| {
        screen.alternate_screen()
            && screen.hide_cursor()
            && screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
            && screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Sgr
    });
    tty.wait_for_bytes("\x1b[?1004h");
    tty.press("q");
    assert_ends_clean(&tty, 0);
    tty.wait_for_bytes("\x1b[?1004l");
}

#[test]
fn keys_mouse_and_paste_come_in() {
    let mut tty = start();
    let table = [
        ("g", "key g"),
        ("G", "key G"),
        ("\x13", "key C-s"),
        ("\x1b[Z", "key S-Tab"),
        ("\x1b[1;3D", "key A-Left"),
        ("\x7f", "key Backspace"),
        ("ä", "key ä"),
        ("\x1b[<0;5;3M", "Down, column: 4, row: 2"),
        ("\x1b[<32;6;3M", "Drag, column: 5, row: 2"),
        ("\x1b[<64;1;1M", "WheelUp, column: 0, row: 0"),
        ("\x1b[200~zwei\rZeilen\x1b[201~", "Paste(\"zwei\\nZeilen\")"),
    ];
    for (bytes, shown) in table {
        tty.press(bytes);
        tty.wait_for(shown);
    }
}

#[test]
fn a_key_that_comes_with_a_resize_is_not_left_lying() {
    let mut tty = start();
    tty.press("b");
    tty.wait_for_bytes(BUSY_SEQUENCE);
    tty.press("y");
    tty.wait_for("key y");
}

#[test]
fn many_keys_at_once_are_not_left_lying() {
    let mut tty = start();
    tty.press(&format!("{}y", "ü".repeat(1500)));
    tty.wait_for("key y");
}

#[test]
fn a_panic_leaves_the_terminal_clean_and_says_what_and_where() {
    let mut tty = start();
    tty.press("p");
    assert_ends_clean(&tty, 101);
    assert!(
        tty.contents()
            .contains("PANIC the probe fell AT tests/terminal.rs:")
    );
}

#[test]
fn signals_end_the_program_in_order() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ] {
        let tty = start();
        send(&tty, signal);
        assert_ends_clean(&tty, code);
        assert!(tty.contents().contains("in order"), "{signal:?}");
    }
}

#[test]
fn a_signal_ends_a_program_that_hangs() {
    let mut tty = start();
    tty.press("h");
    tty.wait_for_bytes(HANGING);
    send(&tty, Signal::TERM);
    assert_ends_clean(&tty, 143);
    assert!(!tty.contents().contains("in order"));
}

#[test]
fn a_signal_ends_a_program_whose_terminal_reads_no_more() {
    let script = "sh -c 'echo $$ > \"$FILES/pid\"; exec \"$PROBE\" probe --exact --nocapture'; \
                  echo $? > \"$FILES/status\"; read line";
    let setup = Setup {
        size: (400, 200),
        deaf_on_entering: true,
        ..Setup::default()
    };
    let tty = probe_in(script, setup);
    tty.wait("the screen to be taken", vt100::Screen::alternate_screen);
    let pid = tty.file("pid").parse().unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), Signal::TERM).unwrap();
    assert_eq!(tty.file("status"), "143");
    tty.assert_modes_restored();
}

#[test]
fn a_program_ends_with_its_terminal() {
    // The kernel tells the outer shell only, which passes nothing on.
    let script = "trap : HUP; sh -c '\"$PROBE\" probe --exact --nocapture; \
                  echo $? > \"$FILES/status\"'";
    let mut tty = probe_in(script, Setup::default());
    tty.wait_for("ready");
    tty.close();
    assert_eq!(tty.file("status"), "129");
}

/// The shell gets the terminal when the probe stops, and gives it back after a line.
const JOB: &str = "\"$PROBE\" probe --exact --nocapture; echo in the shell; read line; \
                   fg; echo \"ended $?\"; read line";

/// The same, where the shell puts the terminal in order by itself.
const TIDIED_JOB: &str = "\"$PROBE\" probe --exact --nocapture; echo in the shell; read line; \
                          stty sane; printf '\\033[?1049l\\033[?2004l'; \
                          fg; echo \"ended $?\"; read line";

#[test]
fn ctrl_z_stops_and_fg_continues() {
    let mut tty = probe_in(JOB, Setup::default());
    tty.wait_for("ready");
    tty.press("\x1a");
    tty.wait_for("in the shell");
    tty.assert_clean();
    tty.press("\n");
    assert_comes_back(&mut tty);
}

#[test]
fn a_program_stopped_by_others_takes_the_terminal_again() {
    let mut tty = probe_in(TIDIED_JOB, Setup::default());
    tty.wait_for("ready");
    send(&tty, Signal::STOP);
    tty.wait_for("in the shell");
    tty.press("\n");
    assert_comes_back(&mut tty);
}

fn assert_comes_back(tty: &mut Tty) {
    tty.wait("the whole screen again", |screen| {
        let contents = screen.contents();
        let whole = contents.contains("ready") && !contents.contains("in the shell");
        screen.alternate_screen() && screen.bracketed_paste() && whole
    });
    // Without raw mode a key waits for the end of its line.
    tty.press("y");
    tty.wait_for("key y");
    tty.press("q");
    assert_ends_clean(tty, 0);
}

#[test]
fn ctrl_z_where_no_shell_could_continue_goes_on() {
    let mut tty = probe_in(
        "exec \"$PROBE\" probe --exact --nocapture",
        Setup::default(),
    );
    tty.wait_for("ready");
    tty.press("\x1a");
    tty.press("y");
    tty.wait_for("key y");
}

#[test]
fn the_editor_has_the_terminal_meanwhile() {
    let editor = "sh -c 'stty -g > \"$0\"; echo in the editor; read line; stty raw; echo \" $line\" >> \"$0\"'";
    let setup = Setup {
        env: vec![("PROBE_EDITOR", editor.into())],
        ..Setup::default()
    };
    let mut tty = probe_in(RUN, setup);
    tty.wait_for("ready");
    tty.press("e");
    tty.wait_for("in the editor");
    tty.assert_clean();
    tty.press("typed\n");
    tty.wait_for("typed");
    tty.wait("the whole screen again", |screen| {
        let contents = screen.contents();
        screen.alternate_screen() && contents.contains("ready") && contents.contains("edited")
    });
    tty.press("q");
    assert_ends_clean(&tty, 0);
}

#[test]
fn ctrl_c_in_the_editor_is_the_editors() {
    // One that dies of it, and one that lives on for longer than a signal leaves a program.
    let survivor = "trap \"\" INT; echo in the editor; sleep 3; echo survived > \"$0\"";
    let table = [
        ("echo in the editor; read line", "edited: Err(Failed(\"sh\""),
        (survivor, "edited: survived"),
    ];
    for (editor, edited) in table {
        let setup = Setup {
            env: vec![("PROBE_EDITOR", format!("sh -c '{editor}'"))],
            ..Setup::default()
        };
        let mut tty = probe_in(RUN, setup);
        tty.wait_for("ready");
        tty.press("e");
        tty.wait_for("in the editor");
        tty.press("\x03");
        tty.wait_for(edited);
        tty.press("q");
        assert_ends_clean(&tty, 0);
    }
}

#[test]
fn a_text_goes_to_the_clipboard() {
    let mut tty = start();
    tty.press("c");
    tty.wait_for_bytes("\x1b]52;c;TMO8Y2tl\x1b\\");
}

#[test]
fn effects_are_done_in_their_order() {
    let mut tty = start();
    tty.press("w");
    tty.wait_for("performed 1");
    // What follows a quit is not done any more.
    tty.press("W");
    assert_ends_clean(&tty, 0);
}

#[test]
fn the_program_follows_the_size_down_to_one_cell() {
    let mut tty = start();
    tty.wait_for("size 80x24");
    for (size, shown) in [((60, 10), "size 60x10"), ((200, 60), "size 200x60")] {
        tty.resize(size);
        tty.wait_for(shown);
    }
    tty.resize((1, 1));
    tty.wait("one cell", |screen| screen.contents() == "r");
    tty.resize((40, 5));
    tty.wait_for("size 40x5");
    tty.press("q");
    assert_ends_clean(&tty, 0);
}

#[test]
fn a_terminal_that_tells_no_size_does_no_harm() {
    let setup = Setup {
        size: (0, 0),
        ..Setup::default()
    };
    let mut tty = probe_in(RUN, setup);
    tty.wait("the screen to be taken", vt100::Screen::alternate_screen);
    tty.resize((80, 24));
    tty.wait_for("size 80x24");
    tty.press("q");
    assert_ends_clean(&tty, 0);
}

#[test]
fn without_a_terminal_there_is_an_error() {
    let probe = Command::new(env::current_exe().unwrap())
        .args(["probe", "--exact", "--nocapture"])
        .env("PROBE", "")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(probe.status.code(), Some(2));
    assert!(!probe.stdout.contains(&b'\x1b'));
}

/// The state that the probe hangs on, after it has sent `HANGING`.
const HANG: usize = 99;
const HANGING: &str = "\x1b]52;c;aGFuZw==\x1b\\";

/// The state on which the probe sends `BUSY_SEQUENCE` after a resize, and waits for a key without
/// reading it.
const BUSY: usize = 98;
const BUSY_SEQUENCE: &str = "\x1b]52;c;YnVzeQ==\x1b\\";

fn wait_for_key_after_resize() {
    low_level::raise(SIGWINCH).unwrap();
    let mut stdout = std::io::stdout();
    stdout.write_all(BUSY_SEQUENCE.as_bytes()).unwrap();
    stdout.flush().unwrap();
    let stdin = std::io::stdin();
    poll(&mut [PollFd::new(&stdin, PollFlags::IN)], None).unwrap();
}

/// Not a test: the program under test.
#[test]
fn probe() {
    if env::var_os("PROBE").is_none() {
        return;
    }
    term::install_panic_hook(|what, place| format!("PANIC {what} AT {place}"));
    let mut session = match Session::enter(true) {
        Ok(session) => session,
        Err(EnterError::NoTerminal) => process::exit(2),
        Err(error) => panic!("{error:?}"),
    };
    let editor = env::var("PROBE_EDITOR").unwrap_or_default();
    let end = term::run(&mut session, &mut Probe::default(), &editor, None).unwrap();
    drop(session);
    if end != term::End::Quit {
        let _ = writeln!(std::io::stdout(), "in order");
    }
    process::exit(end.exit_code());
}

/// Shows what came in last, and does something on some keys.
#[derive(Default)]
struct Probe {
    last: String,
}

impl Program for Probe {
    fn draw(&mut self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let size = format!("size {}x{}", area.width, area.height);
        let pid = format!("pid {}", process::id());
        let filler = "~".repeat(area.width.into());
        let lines = ["ready", &size, &pid, &self.last];
        let lines = lines.into_iter().chain(std::iter::repeat(filler.as_str()));
        for (line, row) in lines.zip(area.rows()) {
            frame.render_widget(Line::raw(line), row);
        }
    }

    fn input(&mut self, input: Input) -> Vec<Effect> {
        self.last = match &input {
            Input::Key(key) => format!("key {key}"),
            other => format!("{other:?}"),
        };
        match input {
            Input::Key(key) => self.key(key),
            _ => Vec::new(),
        }
    }

    fn edited(&mut self, text: Result<Vec<u8>, EditorError>) -> Vec<Effect> {
        self.last = match text {
            Ok(text) => format!("edited: {}", String::from_utf8_lossy(&text)),
            Err(error) => format!("edited: Err({error:?}"),
        };
        Vec::new()
    }

    fn clipboard(&mut self, _text: Option<String>) {}

    fn perform(&mut self, effect: Effect) -> Vec<Effect> {
        let Effect::Save { state, then, .. } = effect else {
            panic!("{effect:?} is the terminal's own");
        };
        if state == BUSY {
            wait_for_key_after_resize();
        }
        if state == HANG {
            loop {
                thread::park();
            }
        }
        self.last = format!("performed {state}");
        then
    }
}

impl Probe {
    fn key(&mut self, key: Key) -> Vec<Effect> {
        let save = |state, quits: bool| Effect::Save {
            path: None,
            bytes: Vec::new(),
            state,
            then: Vec::from(if quits { &[Effect::Quit][..] } else { &[] }),
        };
        match key.code {
            Code::Char('p') => panic!("the probe {}", "fell"),
            Code::Char('h') => vec![Effect::Copy("hang".into()), save(HANG, false)],
            Code::Char('b') => vec![save(BUSY, false)],
            Code::Char('q') => vec![Effect::Quit],
            Code::Char('z') if key.ctrl => vec![Effect::Suspend],
            Code::Char('c') => vec![Effect::Copy("Lücke".into())],
            Code::Char('e') => vec![Effect::OpenEditor {
                text: Vec::new(),
                line: 1,
            }],
            Code::Char('w') => vec![save(0, false), save(1, false)],
            Code::Char('W') => vec![save(2, true), Effect::Quit],
            _ => Vec::new(),
        }
    }
}
