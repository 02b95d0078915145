//! `docs/command-line.md`, from the declaration of the commands.

use clap::CommandFactory;

use crate::{CODES, args::Args};

/// The page. Its lines are broken as the help is at 100 columns, whatever the terminal.
pub fn command_line() -> String {
    let mut page = String::from(
        "# The command line\n\n\
         Written by `cargo xtask docs` from the declaration of the commands (`crates/rapporteur-cli/src/args.rs`).\n",
    );
    let mut command = Args::command().term_width(100);
    command.build();
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .filter(|name| name != "help")
        .collect();
    page.push_str(&section("rapporteur", &mut command));
    for name in names {
        if let Some(sub) = command.find_subcommand_mut(&name) {
            page.push_str(&section(&format!("rapporteur {name}"), sub));
        }
    }
    page.push_str("\n## Exit codes\n\n| code | means |\n|---|---|\n");
    for (code, means) in CODES {
        page.push_str(&format!("| {code} | {means} |\n"));
    }
    page
}

fn section(title: &str, command: &mut clap::Command) -> String {
    let help = command
        .clone()
        .term_width(100)
        .render_long_help()
        .to_string();
    let lines: Vec<&str> = help.trim_end().lines().map(str::trim_end).collect();
    format!("\n## {title}\n\n```text\n{}\n```\n", lines.join("\n"))
}
