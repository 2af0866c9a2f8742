//! What crossterm reports, as the program's own [`Input`].

use std::io;
use std::time::Duration;

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};
use rustix::io::ioctl_fionread;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

use crate::app::input::{Input, Mouse, MouseKind};
use crate::app::key::{Code, Key};

/// Waits for something to come in, and returns it with all that has come in by then.
pub(super) fn wait() -> io::Result<Vec<Input>> {
    let mut inputs = vec![next()?];
    while event::poll(Duration::ZERO)? {
        inputs.push(next()?);
    }
    if has_more() {
        announce_keys();
    }
    Ok(inputs)
}

/// Keys wait in the kernel that crossterm 0.29 does not know of: it reads 1,024 bytes at a time, and
/// of what was left by then it would hear with the next key only.
fn has_more() -> bool {
    ioctl_fionread(io::stdin()).is_ok_and(|waiting| waiting > 0)
}

/// As [`wait`], but no longer than this: nothing may have come in.
pub(super) fn wait_for(time: Duration) -> io::Result<Vec<Input>> {
    match event::poll(time)? {
        true => wait(),
        false => Ok(Vec::new()),
    }
}

fn next() -> io::Result<Input> {
    let event = event::read()?;
    if let Event::Resize(..) = event {
        announce_keys();
    }
    Ok(input(event))
}

/// Has the kernel announce again the keys that wait to be read: crossterm 0.29 listens to news
/// only, and forgets those of the keys when a resize comes with them, until the next key. Setting
/// the terminal's modes, to what they are, makes news.
fn announce_keys() {
    let stdin = io::stdin();
    if let Ok(modes) = tcgetattr(&stdin) {
        let _ = tcsetattr(&stdin, OptionalActions::Now, &modes);
    }
}

fn input(event: Event) -> Input {
    match event {
        Event::Key(event) => key(event).map_or(Input::Ignored, Input::Key),
        Event::Paste(text) => Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n")),
        Event::Resize(columns, rows) => Input::Resize(columns, rows),
        Event::Mouse(event) => mouse(event).map_or(Input::Ignored, Input::Mouse),
        Event::FocusGained => Input::Focus,
        Event::FocusLost => Input::Ignored,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let foreign = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(foreign) {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    let shift = held(KeyModifiers::SHIFT);
    match event.code {
        KeyCode::Char(letter) => character(letter, ctrl, alt, shift),
        KeyCode::BackTab => Some(Key {
            code: Code::Tab,
            ctrl,
            alt,
            shift: true,
        }),
        other => Some(Key {
            code: named(other)?,
            ctrl,
            alt,
            shift,
        }),
    }
}

fn character(letter: char, ctrl: bool, alt: bool, shift: bool) -> Option<Key> {
    // AltGr arrives as Ctrl and Alt together on some terminals.
    let alt_gr = ctrl && alt && !letter.is_ascii_alphanumeric() && letter != ' ';
    let (ctrl, alt) = (ctrl && !alt_gr, alt && !alt_gr);
    // The byte of Ctrl-H is what some terminals send for Backspace, others for Ctrl-Backspace.
    let (code, ctrl) = match letter {
        'h' if ctrl => (Code::Backspace, false),
        _ if letter.is_control() => return None,
        _ => (Code::Char(cased(letter, shift)), ctrl),
    };
    Some(Key {
        code,
        ctrl,
        alt,
        shift: false,
    })
}

/// The capital of a letter under Shift, if it is a single one.
fn cased(letter: char, shift: bool) -> char {
    let mut capital = letter.to_uppercase();
    match (shift, capital.next(), capital.next()) {
        (true, Some(capital), None) => capital,
        _ => letter,
    }
}

fn named(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let has_ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Down,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Up,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::ScrollUp if has_ctrl => MouseKind::ZoomIn,
        MouseEventKind::ScrollDown if has_ctrl => MouseKind::ZoomOut,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse {
        kind,
        column: event.column,
        row: event.row,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: KeyModifiers = KeyModifiers::NONE;
    const CTRL: KeyModifiers = KeyModifiers::CONTROL;
    const ALT: KeyModifiers = KeyModifiers::ALT;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const ALT_GR: KeyModifiers = CTRL.union(ALT);

    fn spelled(code: KeyCode, modifiers: KeyModifiers) -> String {
        match input(Event::Key(KeyEvent::new(code, modifiers))) {
            Input::Key(key) => key.to_string(),
            Input::Ignored => String::new(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn letters_and_their_modifiers() {
        let table = [
            ('g', NONE, "g"),
            ('G', SHIFT, "G"),
            ('g', SHIFT, "G"),
            ('G', NONE, "G"),
            ('ä', SHIFT, "Ä"),
            ('ß', SHIFT, "ß"),
            ('?', SHIFT, "?"),
            (' ', NONE, "Space"),
            (' ', SHIFT, "Space"),
            (' ', CTRL, "C-Space"),
            ('s', CTRL, "C-s"),
            ('s', CTRL | SHIFT, "C-S"),
            ('x', ALT, "A-x"),
            ('x', ALT_GR, "C-A-x"),
            (' ', ALT_GR, "C-A-Space"),
            ('@', ALT_GR, "@"),
            ('€', ALT_GR, "€"),
            ('ł', ALT_GR, "ł"),
            ('h', CTRL, "Backspace"),
            ('h', ALT_GR, "A-Backspace"),
            ('h', ALT, "A-h"),
            ('\u{85}', NONE, ""),
            ('q', KeyModifiers::SUPER, ""),
            ('q', KeyModifiers::META | CTRL, ""),
        ];
        for (letter, modifiers, expected) in table {
            let got = spelled(KeyCode::Char(letter), modifiers);
            assert_eq!(got, expected, "{letter:?} {modifiers:?}");
        }
    }

    #[test]
    fn named_keys_keep_their_modifiers() {
        let table = [
            (KeyCode::Enter, NONE, "Enter"),
            (KeyCode::Enter, ALT, "A-Enter"),
            (KeyCode::Esc, NONE, "Esc"),
            (KeyCode::Tab, NONE, "Tab"),
            (KeyCode::BackTab, SHIFT, "S-Tab"),
            (KeyCode::BackTab, NONE, "S-Tab"),
            (KeyCode::Backspace, NONE, "Backspace"),
            (KeyCode::Backspace, CTRL, "C-Backspace"),
            (KeyCode::Delete, NONE, "Delete"),
            (KeyCode::Insert, NONE, "Insert"),
            (KeyCode::Left, ALT, "A-Left"),
            (KeyCode::Right, SHIFT, "S-Right"),
            (KeyCode::Up, CTRL, "C-Up"),
            (KeyCode::Down, NONE, "Down"),
            (KeyCode::Home, NONE, "Home"),
            (KeyCode::End, NONE, "End"),
            (KeyCode::PageUp, NONE, "PageUp"),
            (KeyCode::PageDown, NONE, "PageDown"),
            (KeyCode::F(12), NONE, "F12"),
            (KeyCode::Null, NONE, ""),
            (KeyCode::CapsLock, NONE, ""),
            (KeyCode::KeypadBegin, NONE, ""),
        ];
        for (code, modifiers, expected) in table {
            assert_eq!(spelled(code, modifiers), expected, "{code} {modifiers:?}");
        }
    }

    #[test]
    fn a_key_counts_when_it_goes_down_or_repeats() {
        let kinds = [
            (KeyEventKind::Press, true),
            (KeyEventKind::Repeat, true),
            (KeyEventKind::Release, false),
        ];
        for (kind, counts) in kinds {
            let event = KeyEvent::new_with_kind(KeyCode::Char('x'), NONE, kind);
            assert_eq!(key(event).is_some(), counts, "{kind:?}");
        }
    }

    #[test]
    fn the_left_button_and_the_wheel_count() {
        let left = MouseButton::Left;
        let table = [
            (MouseEventKind::Down(left), NONE, Some(MouseKind::Down)),
            (MouseEventKind::Up(left), NONE, Some(MouseKind::Up)),
            (MouseEventKind::Drag(left), CTRL, Some(MouseKind::Drag)),
            (MouseEventKind::ScrollUp, NONE, Some(MouseKind::WheelUp)),
            (MouseEventKind::ScrollDown, ALT, Some(MouseKind::WheelDown)),
            (MouseEventKind::ScrollUp, CTRL, Some(MouseKind::ZoomIn)),
            (MouseEventKind::ScrollDown, CTRL, Some(MouseKind::ZoomOut)),
            (MouseEventKind::Down(MouseButton::Right), NONE, None),
            (MouseEventKind::Drag(MouseButton::Middle), NONE, None),
            (MouseEventKind::Moved, CTRL, None),
        ];
        for (event_kind, modifiers, kind) in table {
            let event = Event::Mouse(MouseEvent {
                kind: event_kind,
                column: 7,
                row: 3,
                modifiers,
            });
            let at = |kind| Mouse {
                kind,
                column: 7,
                row: 3,
            };
            let expected = kind.map_or(Input::Ignored, |kind| Input::Mouse(at(kind)));
            assert_eq!(input(event), expected, "{event_kind:?}");
        }
    }

    #[test]
    fn the_rest_of_the_events() {
        let pasted = Event::Paste("a\rb\r\nc\nd".into());
        assert_eq!(input(pasted), Input::Paste("a\nb\nc\nd".into()));
        assert_eq!(input(Event::Resize(1, 2)), Input::Resize(1, 2));
        assert_eq!(input(Event::FocusGained), Input::Focus);
        assert_eq!(input(Event::FocusLost), Input::Ignored);
    }
}
