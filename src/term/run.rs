//! The loop, on one thread: draw, wait, take all that came in, do what it asks for. Nothing happens
//! until something comes in, be it from the terminal, from work that the program has begun, or a
//! second, while the program counts time or has a file that others may change.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use ratatui::Frame;

use super::clicks::Clicks;
use super::clipboard::Clipboard;
use super::editor::{self, EditorError};
use super::session::Session;
use super::{events, signals};
use crate::app::effect::Effect;
use crate::app::input::Input;

/// So long is waited for a key while the program works.
const PULSE: Duration = Duration::from_millis(40);

const SECOND: Duration = Duration::from_secs(1);

/// What the loop drives.
pub trait Program {
    /// Draws the whole screen.
    fn draw(&mut self, frame: &mut Frame<'_>);
    /// Takes one input; never [`Input::Ignored`].
    fn input(&mut self, input: Input) -> Vec<Effect>;
    /// Takes the text that [`Effect::OpenEditor`] asked for.
    fn edited(&mut self, text: Result<Vec<u8>, EditorError>) -> Vec<Effect>;
    /// Takes the text that [`Effect::ReadClipboard`] asked for; `None` where none can be read.
    fn clipboard(&mut self, text: Option<String>);
    /// Work that was begun has not ended: what comes of it is asked for now and then.
    fn is_working(&self) -> bool {
        false
    }
    /// Takes what has come of that work; `true` if there was something.
    fn work(&mut self) -> bool {
        false
    }
    /// There is a file that others may change.
    fn watches(&self) -> bool {
        false
    }
    /// Looks whether they did; `true` where that shows.
    fn look(&mut self) -> bool {
        false
    }
    /// Time is counted: each second is told by [`Input::Tick`].
    fn counts_time(&self) -> bool {
        false
    }
    /// The time that is counted is on the screen, which is drawn anew each second.
    fn shows_time(&self) -> bool {
        false
    }
    /// Does an effect that is not the terminal's own, such as [`Effect::Save`].
    fn perform(&mut self, effect: Effect) -> Vec<Effect>;
}

/// How the loop came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The program asked for it.
    Quit,
    /// A signal of this number asked for it. The process is ended by force two seconds after the
    /// signal, so what still has to be written down must be short.
    Signal(i32),
}

impl End {
    /// The exit code of the process: 0, or 128 and the number of the signal.
    pub fn exit_code(self) -> i32 {
        match self {
            End::Quit => 0,
            End::Signal(signal) => signals::exit_code(signal),
        }
    }
}

/// Runs the program until it quits or a signal ends it. `editor` is the command for
/// [`Effect::OpenEditor`]: see [`editor_command`](super::editor_command). Without a clipboard of the
/// system, the terminal's is used.
///
/// # Errors
/// The terminal cannot be read or written any more.
pub fn run(
    session: &mut Session,
    program: &mut impl Program,
    editor: &str,
    clipboard: Option<Clipboard>,
) -> io::Result<End> {
    let end = Loop {
        session,
        program,
        editor,
        clipboard,
        clicks: Clicks::default(),
        counted: None,
        looked: None,
    }
    .run();
    // A terminal that vanishes fails and sends a signal, in either order.
    end.or_else(|error| signals::ending().map(End::Signal).ok_or(error))
}

struct Loop<'a, P> {
    session: &'a mut Session,
    program: &'a mut P,
    editor: &'a str,
    clipboard: Option<Clipboard>,
    clicks: Clicks,
    /// Up to when the time was told, while it is counted.
    counted: Option<Instant>,
    /// When the program looked at its file last; `None` where it is to look at once.
    looked: Option<Instant>,
}

impl<P: Program> Loop<'_, P> {
    fn run(&mut self) -> io::Result<End> {
        let mut changed = true;
        loop {
            if changed {
                self.session.draw(|frame| self.program.draw(frame))?;
            }
            let inputs = match self.patience() {
                Some(time) => events::wait_for(time)?,
                None => events::wait()?,
            };
            if let Some(signal) = signals::ending() {
                return Ok(End::Signal(signal));
            }
            if signals::take_continued() {
                self.session.retake()?;
            }
            changed = self.program.is_working() && self.program.work();
            for input in inputs.into_iter().filter(|input| *input != Input::Ignored) {
                if input == Input::Focus {
                    self.looked = None;
                    continue;
                }
                changed = true;
                let input = self.clicks.count(input, Instant::now());
                if self.take(input)? == Next::Quit {
                    return Ok(End::Quit);
                }
            }
            changed |= self.tick()?;
            changed |= self.look();
        }
    }

    /// How long nothing may come in: for ever, while there is no work, no time is counted and no
    /// file is watched.
    fn patience(&self) -> Option<Duration> {
        if self.program.is_working() {
            return Some(PULSE);
        }
        let to_second = |since: Instant| SECOND.saturating_sub(since.elapsed());
        let to_tick = self.counted.map(to_second);
        let to_look = self.program.watches();
        let to_look = to_look.then(|| self.looked.map_or(Duration::ZERO, to_second));
        to_tick.into_iter().chain(to_look).min()
    }

    /// Has the program look at its file, at most once a second; `true` where that shows.
    fn look(&mut self) -> bool {
        let is_due = self.looked.is_none_or(|it| it.elapsed() >= SECOND);
        if !is_due || !self.program.watches() {
            return false;
        }
        self.looked = Some(Instant::now());
        self.program.look()
    }

    /// Tells the program the whole seconds that have passed; `true` where that shows.
    fn tick(&mut self) -> io::Result<bool> {
        if !self.program.counts_time() {
            self.counted = None;
            return Ok(false);
        }
        let counted = self.counted.get_or_insert_with(Instant::now);
        let seconds = counted.elapsed().as_secs();
        if seconds == 0 {
            return Ok(false);
        }
        *counted += Duration::from_secs(seconds);
        self.take(Input::Tick(seconds))?;
        Ok(self.program.shows_time())
    }

    /// Gives the program an input and does what it asks for, and what comes of that.
    fn take(&mut self, input: Input) -> io::Result<Next> {
        let mut effects = VecDeque::from(self.program.input(input));
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Quit => return Ok(Next::Quit),
                Effect::Suspend => self.session.released(signals::stop)?,
                Effect::Copy(text) => self.copy(&text)?,
                Effect::ReadClipboard => {
                    let text = self.clipboard.and_then(Clipboard::paste);
                    self.program.clipboard(text);
                }
                Effect::OpenEditor { text, line } => effects.extend(self.edit(&text, line)?),
                other => effects.extend(self.program.perform(other)),
            }
        }
        Ok(Next::Continue)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        match self.clipboard.map(|it| it.copy(text)) {
            Some(Ok(())) => Ok(()),
            _ => self.session.copy(text),
        }
    }

    fn edit(&mut self, text: &[u8], line: usize) -> io::Result<Vec<Effect>> {
        let work = || editor::edit(self.editor, text, line);
        let edited = self.session.released(work)?;
        Ok(self.program.edited(edited))
    }
}

#[derive(PartialEq, Eq)]
enum Next {
    Continue,
    Quit,
}
