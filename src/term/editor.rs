//! The user's own editor, on a private copy of a text.

use std::env;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::time::SystemTime;

use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

use super::signals;

/// Why there is no edited text. Whatever the reason, the text is as it was.
#[derive(Debug)]
pub enum EditorError {
    /// The command has a quote without its counterpart.
    Spelling,
    /// There is no such program.
    NotFound(String),
    /// The program ended with this code (none: by a signal), as editors do to say that nothing
    /// shall be taken.
    Failed(String, Option<i32>),
    /// The copy could not be written or read, or the program not started.
    Io(io::Error),
}

impl From<io::Error> for EditorError {
    fn from(error: io::Error) -> EditorError {
        EditorError::Io(error)
    }
}

/// The editor to use, given the values of `VISUAL` and `EDITOR`: the first that says something,
/// else `vi`, as git does.
pub fn editor_command(visual: Option<String>, editor: Option<String>) -> String {
    let mut named = [visual, editor].into_iter().flatten();
    named
        .find(|command| !command.trim().is_empty())
        .unwrap_or_else(|| "vi".into())
}

/// Opens the text at a line (1-based) with a command, split like a shell would and run without
/// one; waits for its end and returns what the text has become.
pub(super) fn edit(command: &str, text: &[u8], line: usize) -> Result<Vec<u8>, EditorError> {
    let folder = PrivateFolder::create()?;
    let file = folder.0.join("journey.ron");
    write_private(&file, text)?;
    let (program, arguments) = invocation(command, &file, line)?;
    run(&program, &arguments)?;
    Ok(fs::read(&file)?)
}

fn run(program: &str, arguments: &[OsString]) -> Result<(), EditorError> {
    // An editor that is killed leaves the terminal as it liked it.
    let mode = tcgetattr(io::stdin());
    let mut command = Command::new(program);
    let status = signals::while_child_runs(|| command.args(arguments).status());
    if let Ok(mode) = mode {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &mode);
    }
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(EditorError::Failed(program.into(), status.code())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(EditorError::NotFound(program.into()))
        }
        Err(error) => Err(error.into()),
    }
}

/// The program, and its arguments up to the file.
fn invocation(
    command: &str,
    file: &Path,
    line: usize,
) -> Result<(String, Vec<OsString>), EditorError> {
    let words = shell_words::split(command).map_err(|_| EditorError::Spelling)?;
    let mut words = words.into_iter();
    let program = words.next().ok_or(EditorError::Spelling)?;
    let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
    arguments.extend(place(&program, file, line));
    Ok((program, arguments))
}

/// The file, and the line in the way the editor takes it, if it is known to take one.
fn place(program: &str, file: &Path, line: usize) -> Vec<OsString> {
    let name = Path::new(program)
        .file_name()
        .and_then(|name| name.to_str());
    match name.unwrap_or_default() {
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" => {
            vec![format!("+{line}").into(), file.into()]
        }
        "hx" | "helix" => {
            let mut at = OsString::from(file);
            at.push(format!(":{line}"));
            vec![at]
        }
        _ => vec![file.into()],
    }
}

/// A folder that only the user can look into; removed with all in it when dropped.
struct PrivateFolder(PathBuf);

impl PrivateFolder {
    /// Making a folder fails where anything lies already, a link too: nobody can lay one out for
    /// us.
    fn create() -> io::Result<PrivateFolder> {
        let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
        let name = format!("touchline-{}-{}", process::id(), since.as_nanos());
        let folder = env::temp_dir().join(name);
        DirBuilder::new().mode(0o700).create(&folder)?;
        Ok(PrivateFolder(folder))
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn write_private(file: &Path, text: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    file.write_all(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_editor_that_is_named_is_used() {
        let table = [
            (Some("hx"), Some("nano"), "hx"),
            (Some(" "), Some("nano -w"), "nano -w"),
            (None, Some("nano"), "nano"),
            (None, Some(""), "vi"),
            (None, None, "vi"),
        ];
        for (visual, editor, expected) in table {
            let command = editor_command(visual.map(Into::into), editor.map(Into::into));
            assert_eq!(command, expected);
        }
    }

    #[test]
    fn commands_are_split_and_get_the_line_in_their_own_way() {
        let table: [(&str, &[&str]); 9] = [
            ("vi", &["vi", "+7", "/t/a b.ron"]),
            (
                "/usr/bin/nvim -u NONE",
                &["/usr/bin/nvim", "-u", "NONE", "+7", "/t/a b.ron"],
            ),
            ("emacs -nw", &["emacs", "-nw", "+7", "/t/a b.ron"]),
            ("hx", &["hx", "/t/a b.ron:7"]),
            ("code --wait", &["code", "--wait", "/t/a b.ron"]),
            (
                "'/o p/ed' \"x y\" a\\ b",
                &["/o p/ed", "x y", "a b", "/t/a b.ron"],
            ),
            ("ed; rm -rf x", &["ed;", "rm", "-rf", "x", "/t/a b.ron"]),
            (
                "ed $(id) `id` $HOME",
                &["ed", "$(id)", "`id`", "$HOME", "/t/a b.ron"],
            ),
            ("vim''", &["vim", "+7", "/t/a b.ron"]),
        ];
        for (command, expected) in table {
            let (program, arguments) = invocation(command, Path::new("/t/a b.ron"), 7).unwrap();
            let mut words = vec![OsString::from(program)];
            words.extend(arguments);
            assert_eq!(words, expected, "{command}");
        }
    }

    #[test]
    fn a_command_that_cannot_be_split_is_an_error() {
        for command in ["vi 'x", "vi \"x", " "] {
            let split = invocation(command, Path::new("/t"), 1);
            assert!(matches!(split, Err(EditorError::Spelling)), "{command}");
        }
    }

    #[test]
    fn the_text_comes_back_as_the_program_left_it() {
        let edited = edit("sh -c 'printf more >> \"$0\"'", b"text\n", 1).unwrap();
        assert_eq!(edited, b"text\nmore");
    }

    #[test]
    fn only_the_user_can_read_the_copy_and_it_goes_away() {
        let look = "sh -c 'stat -c %a \"$0\" \"${0%/*}\" > \"$0.new\"; echo \"$0\" >> \"$0.new\"; mv \"$0.new\" \"$0\"'";
        let seen = String::from_utf8(edit(look, b"", 1).unwrap()).unwrap();
        let lines: Vec<&str> = seen.lines().collect();
        assert_eq!(lines[..2], ["600", "700"]);
        assert!(lines[2].ends_with(".ron"));
        assert!(!Path::new(lines[2]).parent().unwrap().exists());
    }

    #[test]
    fn failures_are_told_apart() {
        let missing = edit("no-such-editor -x", b"", 1).unwrap_err();
        assert!(matches!(missing, EditorError::NotFound(name) if name == "no-such-editor"));
        let refused = edit("sh -c 'exit 3'", b"", 1).unwrap_err();
        assert!(matches!(refused, EditorError::Failed(_, Some(3))));
        let killed = edit("sh -c 'kill -9 $$'", b"", 1).unwrap_err();
        assert!(matches!(killed, EditorError::Failed(_, None)));
        let removed = edit("rm", b"", 1).unwrap_err();
        assert!(matches!(removed, EditorError::Io(_)));
    }
}
