//! The command line of Rapporteur: a door, and nothing but a door.
//!
//! [`args`] declares every command and option once; help, man page, completions and `docs/command-line.md` come from it.

use std::{ffi::OsString, io::Write, process::ExitCode};

pub mod args;
pub mod board;
mod check;
pub mod docs;
mod exit;
mod folder;
mod inputs;
mod read;
mod syntax;
pub mod train;

use args::{Args, Command};
use clap::{CommandFactory, Parser};
pub use exit::{CODES, Exit};

/// Reading makes many small things and lets them go; this allocator does that quicker than that of most systems.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs the program with its arguments (its own name first).
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    // A fault in one report becomes a problem of its record; the words of the fault are in the problem.
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            let asked = !error.use_stderr();
            // Help that nobody can read is no failure of ours.
            let _ = error.print();
            return if asked { Exit::Done } else { Exit::Usage }.into();
        }
    };
    args.color.set();
    let done = std::panic::catch_unwind(|| obey(&args));
    let exit = match done {
        Ok(Ok(exit)) => exit,
        Ok(Err(error)) if is_closed_pipe(&error) => Exit::Done,
        Ok(Err(error)) => {
            let _ = writeln!(anstream::stderr(), "rapporteur: {error:#}");
            Exit::Failed
        }
        Err(_) => {
            let _ = writeln!(
                anstream::stderr(),
                "rapporteur: a fault of the program. Run it again with RUST_BACKTRACE=1 and send what it prints to the maintainers"
            );
            Exit::Failed
        }
    };
    exit.into()
}

fn obey(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Command::Read(options) => read::read(options),
        Command::Syntax(options) => syntax::syntax(options),
        Command::Check(options) => check::check(options),
        Command::Train(options) => {
            let way = train::Way {
                quick: options.quick,
                helper: options.helper.clone(),
            };
            train::train(&options.data, &options.work, &options.out, &way)?;
            Ok(Exit::Done)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "rapporteur", &mut script);
            std::io::stdout().write_all(&script)?;
            Ok(Exit::Done)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page)?;
            std::io::stdout().write_all(&page)?;
            Ok(Exit::Done)
        }
    }
}

/// Whoever read our output has seen enough (`rapporteur … | head`).
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
