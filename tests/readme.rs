//! The README says what the program does.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;

use touchline::i18n::Lang;
use touchline::view::key_table;

const START: &str = "test --test readme` writes it -->\n";
const END: &str = "<!-- end of keys -->";

#[test]
fn its_table_of_keys_is_the_command_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(START).expect("where the keys start");
    let (_, after) = rest.split_once(END).expect("where the keys end");
    let wanted = format!("{before}{START}\n{}\n{END}{after}", key_table(Lang::En));
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let now = std::fs::read_to_string(&path).unwrap();
    assert!(
        now == wanted,
        "keys have changed: UPDATE_README=1 cargo test --test readme"
    );
}
