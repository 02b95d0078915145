//! `rapporteur`: reports in, boards and records out.

use std::process::ExitCode;

fn main() -> ExitCode {
    rapporteur_cli::run(std::env::args_os())
}
