//! The program itself: a journey, and whatever a person presses. No key crashes it, and no screen
//! shows a byte of the file that a terminal would act on.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use touchline::app::App;
use touchline::app::effect::Effect;
use touchline::app::input::Input;
use touchline::app::key::{Code, Key};
use touchline::app::update::{clipboard, update};
use touchline::document::Document;
use touchline::i18n::Lang;
use touchline::view::{draw, theme};

use super::context;
use super::supply::{Supply, part};

/// Keys pressed at most: each of them may read the text again.
const KEYS: usize = 12;

const SIZES: [(u16, u16); 5] = [(80, 24), (40, 12), (20, 5), (120, 30), (1, 1)];

const NAMED: [Code; 15] = [
    Code::Enter,
    Code::Esc,
    Code::Tab,
    Code::Backspace,
    Code::Delete,
    Code::Left,
    Code::Right,
    Code::Up,
    Code::Down,
    Code::Home,
    Code::End,
    Code::PageUp,
    Code::PageDown,
    Code::Insert,
    Code::F(1),
];

/// A text, a zero byte, a size with a language, and keys.
pub fn screens(bytes: &[u8]) {
    let (text, rest) = part(bytes);
    let mut supply = Supply(rest);
    let chosen = supply.byte().unwrap_or(0);
    let size = SIZES[usize::from(chosen) / 2 % SIZES.len()];
    let lang = [Lang::En, Lang::De][usize::from(chosen) % 2];
    let document = Document::open(text.to_vec(), context());
    let mut app = App::new(lang, document, Some("a\u{1b}[2J.ron".into()));
    update(&mut app, Input::Resize(size.0, size.1));
    for _ in 0..KEYS {
        let Some(byte) = supply.byte() else { break };
        let effects = update(&mut app, input(byte, &mut supply));
        if effects.contains(&Effect::ReadClipboard) {
            clipboard(&mut app, supply.text().as_deref());
        }
    }
    drawn(&app, size);
}

/// Letters are themselves; below them Ctrl, above them what has no letter.
fn input(byte: u8, supply: &mut Supply<'_>) -> Input {
    let key = match byte {
        b' '..=b'~' => Key::plain(Code::Char(char::from(byte))),
        0..b' ' => Key {
            ctrl: true,
            ..Key::plain(Code::Char(char::from(byte | 0x60)))
        },
        0xF0.. => return Input::Paste(supply.text().unwrap_or_default()),
        _ => Key {
            alt: byte & 0x40 != 0,
            shift: byte & 0x20 != 0,
            ..Key::plain(NAMED[usize::from(byte) % NAMED.len()])
        },
    };
    Input::Key(key)
}

fn drawn(app: &App, (columns, rows): (u16, u16)) {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
    let frame = terminal.draw(|frame| _ = draw(app, &theme::DARK, frame));
    for cell in frame.expect("a frame").buffer.content() {
        assert!(
            !cell.symbol().contains(super::is_dangerous),
            "{:?}",
            cell.symbol()
        );
    }
}
