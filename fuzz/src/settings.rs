//! What a person configured, and what the program remembers: junk is left out, and named.

use touchline::app::config;
use touchline::app::memory::Memory;
use touchline::i18n::{Lang, config_mistake};
use touchline::ron_text::Tree;

/// A text as either of the two.
pub fn settings(bytes: &[u8]) {
    let tree = Tree::read_bytes(bytes.to_vec());
    let (_, mistakes) = config::read(&tree);
    for mistake in mistakes {
        assert!(tree.text().get(mistake.span.clone()).is_some());
        tree.position(mistake.span.start);
        for lang in [Lang::En, Lang::De] {
            assert!(!config_mistake(lang, &mistake.wrong).0.is_empty());
        }
    }
    let memory = Memory::read(tree.text());
    assert_eq!(Memory::read(&memory.text()), memory);
}
