//! A bar on stderr for work that lasts over a second. Knows of the work how many steps it has and
//! what the present one is called.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::environment::Environment;
use crate::text::{sanitize_line, truncate};

/// Work that ends sooner shows nothing.
const DELAY: Duration = Duration::from_secs(1);

/// From one turn of the wheel to the next: one step may be long, and the program lives.
const BEAT: Duration = Duration::from_millis(100);

/// Columns of a name: with the bar and two numbers of five digits it fits into 80.
const NAME_COLUMNS: usize = 40;

/// A bar, or none; it goes with its value.
pub(super) struct Progress {
    bar: ProgressBar,
    steps_begun: u64,
    /// The thread that draws, and what ends it when it is dropped.
    beat: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// No bar.
    pub(super) fn none() -> Progress {
        Progress {
            bar: ProgressBar::hidden(),
            steps_begun: 0,
            beat: None,
        }
    }

    /// A bar for so many steps, once they last.
    pub(super) fn start(steps: usize) -> Progress {
        let hidden = ProgressDrawTarget::hidden();
        let bar = ProgressBar::with_draw_target(Some(steps as u64), hidden);
        bar.set_style(style(steps));
        let (running, ended) = mpsc::channel();
        let drawn = bar.clone();
        // Where no thread can be had there is no bar, and the work goes on.
        let thread = thread::Builder::new().spawn(move || beat(&drawn, &ended));
        Progress {
            bar,
            steps_begun: 0,
            beat: thread.ok().map(|thread| (running, thread)),
        }
    }

    /// The next step begins.
    pub(super) fn next(&mut self, name: &str) {
        self.bar.set_position(self.steps_begun);
        self.steps_begun += 1;
        let name = sanitize_line(name);
        self.bar
            .set_message(truncate(&name, NAME_COLUMNS).into_owned());
    }

    /// Prints whole lines while the bar is out of the way.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((running, thread)) = self.beat.take() {
            drop(running);
            // A panic there has said so already.
            let _ = thread.join();
        }
        self.bar.finish_and_clear();
    }
}

/// Somebody can see a bar, and nobody types what is read.
pub(super) fn is_wanted(environment: &Environment, reads_stdin: bool) -> bool {
    let is_seen = environment.stderr_is_terminal && !environment.is_dumb;
    is_seen && !(reads_stdin && environment.stdin_is_terminal)
}

/// The wheel and the name; with several steps also how many are done.
fn style(steps: usize) -> ProgressStyle {
    let template = match steps {
        1 => "{spinner} {msg}",
        _ => "{spinner} {bar:22} {pos}/{len} {msg}",
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Draws from the end of the delay until the work ends.
fn beat(bar: &ProgressBar, ended: &Receiver<()>) {
    let mut wait = DELAY;
    while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(wait) {
        if bar.is_hidden() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.tick();
        wait = BEAT;
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_bar_is_for_somebody_who_watches_and_does_not_type() {
        let environment = |stderr, stdin, dumb| Environment {
            lang: Lang::En,
            today: date(2026, 11, 22),
            no_color: false,
            is_dumb: dumb,
            stdin_is_terminal: stdin,
            stdout_is_terminal: true,
            stderr_is_terminal: stderr,
            columns: None,
        };
        for (stderr, stdin, dumb, reads_stdin, wanted) in [
            (true, true, false, false, true),
            (true, false, false, true, true),
            (true, true, false, true, false),
            (true, true, true, false, false),
            (false, true, false, false, false),
        ] {
            let environment = environment(stderr, stdin, dumb);
            assert_eq!(is_wanted(&environment, reads_stdin), wanted);
        }
    }
}
