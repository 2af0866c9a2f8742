//! The files that are edited.

/// A file and what must stay true of it.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) canonical: bool,
}

/// Files in `tests/fixtures/documents`.
pub(crate) const BY_HAND: [&str; 5] = ["rich", "tabs", "packed", "one-line", "some"];

impl File {
    pub(crate) fn new(name: &str, text: &str, canonical: bool) -> File {
        File {
            name: name.to_owned(),
            text: text.to_owned(),
            canonical,
        }
    }
}

/// A journey of the project.
pub(crate) fn journey(name: &str) -> String {
    read(&format!("journeys/{name}.ron"))
}

/// A fixture.
pub(crate) fn by_hand(name: &str) -> String {
    read(&format!("tests/fixtures/documents/{name}.ron"))
}

/// The same file with CRLF, a byte order mark and no final newline.
pub(crate) fn windows(text: &str) -> String {
    let lines = text.trim_end_matches('\n').replace('\n', "\r\n");
    format!("\u{FEFF}{lines}")
}

fn read(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).unwrap();
    text.replace("\r\n", "\n")
}
