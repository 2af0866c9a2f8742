//! The clipboard: the system's, through the program that the system has for it; over SSH, and where
//! there is no such program, the terminal's (OSC 52). That one is for writing only: a terminal that
//! lets programs read the clipboard is rare, and rightly so.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program that answers no sooner hangs, and is ended.
const PATIENCE: Duration = Duration::from_millis(800);

/// Texts longer than any element are not asked for.
const MOST: u64 = 4 << 20;

/// The programs of a system's clipboard, with their arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clipboard {
    copy: &'static [&'static str],
    paste: &'static [&'static str],
}

const WAYLAND: Clipboard = Clipboard {
    copy: &["wl-copy", "--type", "text/plain"],
    paste: &["wl-paste", "--no-newline"],
};
const XCLIP: Clipboard = Clipboard {
    copy: &["xclip", "-selection", "clipboard"],
    paste: &["xclip", "-selection", "clipboard", "-o"],
};
const XSEL: Clipboard = Clipboard {
    copy: &["xsel", "--clipboard", "--input"],
    paste: &["xsel", "--clipboard", "--output"],
};
const MAC: Clipboard = Clipboard {
    copy: &["pbcopy"],
    paste: &["pbpaste"],
};

impl Clipboard {
    /// The clipboard of the system, given its variables and whether it has a program of a name.
    /// `None` where only the terminal's is near: over SSH, or without such a program.
    pub fn of_system(
        variable: impl Fn(&str) -> bool,
        has_program: impl Fn(&str) -> bool,
    ) -> Option<Clipboard> {
        if variable("SSH_CONNECTION") || variable("SSH_TTY") {
            return None;
        }
        let candidates = [
            (cfg!(target_os = "macos"), MAC),
            (variable("WAYLAND_DISPLAY"), WAYLAND),
            (variable("DISPLAY"), XCLIP),
            (variable("DISPLAY"), XSEL),
        ];
        let mut usable = candidates.into_iter();
        usable
            .find(|(fits, it)| *fits && has_program(it.copy[0]))
            .map(|(_, it)| it)
    }

    /// Puts a text there.
    pub(super) fn copy(self, text: &str) -> io::Result<()> {
        let mut child = start(self.copy, Stdio::piped(), Stdio::null())?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        await_end(&mut child)
    }

    /// The text there; `None` where there is none or the program does not answer.
    pub(super) fn paste(self) -> Option<String> {
        let mut child = start(self.paste, Stdio::null(), Stdio::piped()).ok()?;
        let output = child.stdout.take()?;
        // Read beside the wait: a pipe that is full would make the program wait for us.
        let reader = thread::spawn(move || {
            let mut text = Vec::new();
            output.take(MOST).read_to_end(&mut text).map(|_| text)
        });
        await_end(&mut child).ok()?;
        let text = reader.join().ok()?.ok()?;
        String::from_utf8(text).ok()
    }
}

fn start(words: &[&str], stdin: Stdio, stdout: Stdio) -> io::Result<Child> {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).stdin(stdin).stdout(stdout);
    command.stderr(Stdio::null()).spawn()
}

/// Waits for the end of a program, and makes it where it does not come.
fn await_end(child: &mut Child) -> io::Result<()> {
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            return Err(io::ErrorKind::TimedOut.into());
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// The sequence that asks a terminal to put `text` on the clipboard. No terminal answers whether
/// it did.
pub(super) fn copy_sequence(text: &str) -> String {
    format!("\x1b]52;c;{}\x1b\\", base64(text.as_bytes()))
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(quad).collect()
}

/// The four characters for up to three bytes.
fn quad(bytes: &[u8]) -> [char; 4] {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let byte = |at: usize| u32::from(bytes.get(at).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    std::array::from_fn(|at| match at > bytes.len() {
        true => '=',
        false => DIGITS[(bits >> (18 - 6 * at) & 63) as usize].into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_clipboard_is_used_where_it_is_near() {
        let all = ["wl-copy", "xclip", "xsel"];
        for (variables, programs, expected) in [
            (&["WAYLAND_DISPLAY", "DISPLAY"][..], &all[..], Some(WAYLAND)),
            (&["WAYLAND_DISPLAY", "DISPLAY"], &["xsel"], Some(XSEL)),
            (&["DISPLAY"], &all, Some(XCLIP)),
            (&["DISPLAY"], &[], None),
            (&[], &all, None),
            (&["DISPLAY", "SSH_CONNECTION"], &all, None),
            (&["WAYLAND_DISPLAY", "SSH_TTY"], &all, None),
        ] {
            let variable = |name: &str| variables.contains(&name);
            let found = Clipboard::of_system(variable, |name| programs.contains(&name));
            if !cfg!(target_os = "macos") {
                assert_eq!(found, expected, "{variables:?} {programs:?}");
            }
        }
    }

    #[test]
    fn a_program_that_hangs_or_fails_is_no_clipboard() {
        let odd = |copy, paste| Clipboard { copy, paste };
        let hangs = odd(&["sleep", "60"], &["sleep", "60"]);
        assert!(hangs.copy("a").is_err() && hangs.paste().is_none());
        let missing = odd(&["no-such-program"], &["no-such-program"]);
        assert!(missing.copy("a").is_err() && missing.paste().is_none());
        let echo = odd(&["cat"], &["echo", "-n", "Lücke"]);
        assert!(echo.copy("a").is_ok());
        assert_eq!(echo.paste().as_deref(), Some("Lücke"));
    }

    #[test]
    fn base64_is_that_of_the_rfc() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("Lücke ◆", "TMO8Y2tlIOKXhg=="),
        ];
        for (text, encoded) in vectors {
            assert_eq!(base64(text.as_bytes()), encoded, "{text}");
        }
    }

    #[test]
    fn a_text_cannot_end_the_sequence_that_carries_it() {
        let sequence = copy_sequence("a\x1b\\b\x07c");
        assert_eq!(sequence, "\x1b]52;c;YRtcYgdj\x1b\\");
    }
}
