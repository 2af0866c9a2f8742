//! The panic hook. Released builds abort on panic, so no destructor runs: the hook does it all.

use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};

use super::session;

/// From now on a panic gives the terminal back first, and then prints `report(what, place)` to
/// stderr, and a backtrace if `RUST_BACKTRACE` asks for one. The words and their safety on a
/// screen are the report's.
pub fn install_panic_hook(report: impl Fn(&str, &str) -> String + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |info| {
        session::leave();
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let mut lines = report(what(info.payload()), &place);
        let backtrace = Backtrace::capture();
        if backtrace.status() == BacktraceStatus::Captured {
            lines += &format!("\n{backtrace}");
        }
        // `eprintln!` would panic again on a closed stderr.
        let _ = writeln!(io::stderr(), "{lines}");
    }));
}

/// The message of a panic; a payload that is no text has none.
fn what(payload: &(dyn Any + Send)) -> &str {
    let fixed = payload.downcast_ref::<&str>().copied();
    fixed
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or_default()
}
