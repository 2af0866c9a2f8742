//! Recovery logs, sound and damaged: read as far as they are sound, and nothing made up.

use touchline::document::recovery::record::{Record, beginning, encode, replay};
use touchline::ron_text::TextEdit;

use super::supply::{Supply, part};

/// As bytes, and as the records of a log that is cut off and has a bit turned over.
pub fn recovery(bytes: &[u8]) {
    replay(bytes);
    let (base, rest) = part(bytes);
    let mut supply = Supply(rest);
    let (Some(cut), Some(flip)) = (supply.byte(), supply.byte()) else {
        return;
    };
    let mut log = beginning(&[Record::File(b"/a".to_vec()), Record::Base(base.to_vec())]);
    let mut states = vec![String::from_utf8(base.to_vec()).ok()];
    while let Some(record) = record(&mut supply) {
        let now = states.last().cloned().flatten();
        states.push(after(now, &record));
        log.extend(encode(&record));
        if let (Some(replayed), Some(Some(text))) = (replay(&log), states.last()) {
            let found = replayed
                .text
                .unwrap_or_else(|| String::from_utf8_lossy(base).into());
            assert_eq!(found, *text);
        }
    }
    let at = usize::from(flip) * log.len() / 256;
    log[at] ^= 1 << (flip % 8);
    log.truncate(log.len() - usize::from(cut) * log.len() / 256);
    if let Some(text) = replay(&log).and_then(|it| it.text) {
        assert!(states.contains(&Some(text)), "a text that never was");
    }
}

fn record(supply: &mut Supply<'_>) -> Option<Record> {
    Some(match supply.byte()? % 4 {
        0 => Record::Whole(supply.text()?),
        1 => Record::Holds(supply.text()?.into_bytes()),
        _ => {
            let (start, length) = (usize::from(supply.byte()?), usize::from(supply.byte()?));
            Record::Edit(TextEdit {
                range: start..start + length % 16,
                text: supply.text()?,
            })
        }
    })
}

/// The text after a record; `None` where the record does not fit.
fn after(now: Option<String>, record: &Record) -> Option<String> {
    match record {
        Record::Whole(text) => Some(text.clone()),
        Record::Edit(edit) => {
            let mut text = now?;
            text.get(edit.range.clone())?;
            edit.apply_to(&mut text);
            Some(text)
        }
        _ => now,
    }
}
