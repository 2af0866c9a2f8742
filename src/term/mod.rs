//! The terminal: entering and leaving it cleanly, its keys and mouse, the signals it sends, the
//! editor and clipboard behind it, and the loop that drives a [`Program`]. Only this room names
//! crossterm. It knows no journey, and no word a person reads: errors are values for others to
//! word.

mod clicks;
mod clipboard;
mod editor;
mod events;
mod panic;
mod run;
mod session;
mod signals;

pub use clipboard::Clipboard;
pub use editor::{EditorError, editor_command};
pub use panic::install_panic_hook;
pub use run::{End, Program, run};
pub use session::{EnterError, Session};
