//! The binary: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    touchline::cli::run(std::env::args_os()).into()
}
