//! The minutes of a meeting, which others put on web pages: text stays text.

use touchline::exchange::minutes::{MeetingHeld, minutes as written};
use touchline::i18n::{InWords, Lang};
use touchline::journey::check::Neighbour;
use touchline::journey::read;

use super::context;
use super::supply::three_texts;

/// A journey before the meeting, after it, and the name of its file and of who was there.
pub fn minutes(bytes: &[u8]) {
    let Some([begun, now, file]) = three_texts(bytes) else {
        return;
    };
    let [begun, now] = [begun, now].map(|text| read(text.to_owned(), &context()));
    for lang in [Lang::En, Lang::De] {
        let in_words = |parsed| InWords {
            parsed,
            neighbour: &Neighbour::None,
            lang,
        };
        let text = written(&MeetingHeld {
            begun: in_words(&begun),
            now: in_words(&now),
            notes_before: &begun.journey.notes.iter().map(|it| it.id.clone()).collect(),
            today: "2026-11-22",
            file: Some(file.to_owned()),
            participants: &[file.to_owned(), file.to_owned()],
            agenda: "All",
            come_to: 3,
            seconds: 60,
        });
        is_plain(&text);
    }
}

fn is_plain(text: &str) {
    for line in text.lines() {
        assert!(!line.contains(super::is_dangerous), "{line:?}");
        let opens = line.match_indices('<').any(|(at, _)| is_tag(line, at));
        assert!(!opens, "markup in {line:?}");
        let begins = ["# ", "## ", "### ", "- ", "  - ", "  "];
        let plain = line.is_empty() || line.starts_with(char::is_alphabetic);
        assert!(
            plain || begins.iter().any(|it| line.starts_with(it)),
            "{line:?}"
        );
    }
}

/// A tag begins here: no backslash takes its meaning from the sign.
fn is_tag(line: &str, at: usize) -> bool {
    let behind = line[at + 1..].chars().next();
    let opens = behind.is_some_and(|it| it.is_ascii_alphabetic() || "/!?".contains(it));
    let before = line[..at].len() - line[..at].trim_end_matches('\\').len();
    opens && before.is_multiple_of(2)
}
