//! What is typed and pasted: the grammar of quick add, elements on the clipboard, lists.

use touchline::app::App;
use touchline::app::capture::line::{completing, lines_of, parts, read};
use touchline::app::clip::Clip;
use touchline::app::input::Input;
use touchline::app::key::Key;
use touchline::app::update::{clipboard, update};
use touchline::document::Document;
use touchline::i18n::Lang;

use super::context;

/// A journey that takes what is pasted.
const INTO: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Coffee",
    departments: [Department(id: "bar", name: "Bar"), Department(id: "barista", name: "Barista")],
    stages: [
        Stage(id: "order", name: "Order", touchpoints: [Touchpoint(id: "queue", name: "Queue")]),
    ],
)
"#;

/// A text that is typed and pasted; the first byte says where.
pub fn capture(bytes: &[u8]) {
    let (chosen, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    lines_of(text).into_iter().for_each(line);
    if let Some(clip) = Clip::read(text) {
        let again = Clip::read(&clip.text());
        assert_eq!(again.map(|it| it.items.len()), Some(clip.items.len()));
    }
    let keys: [&[&str]; 3] = [&[], &["o"], &["i"]];
    pasted(text, keys[usize::from(*chosen) % keys.len()]);
}

fn line(line: &str) {
    let parts = parts(line);
    let ends = parts.iter().map(|part| part.span.end);
    let starts = parts.iter().map(|part| part.span.start);
    assert!(
        std::iter::once(0)
            .chain(ends)
            .eq(starts.chain([line.len()]))
    );
    read(line);
    for (at, _) in line.char_indices().take(64) {
        completing(line, at);
    }
}

/// Pasted, taken, and undone again.
fn pasted(text: &str, keys: &[&str]) {
    let document = Document::open(INTO.as_bytes().to_vec(), context());
    let mut app = App::new(Lang::En, document, None);
    let press = |app: &mut App, key: &str| {
        update(app, Input::Key(Key::parse(key).expect("a key")));
    };
    keys.iter().for_each(|key| press(&mut app, key));
    update(&mut app, Input::Paste(text.to_owned()));
    clipboard(&mut app, Some(text));
    press(&mut app, "Enter");
    assert!(!app.document.parsed.is_unreadable());
    while app.document.undo().is_some() {}
    assert_eq!(app.document.parsed.tree.text(), INTO);
}
