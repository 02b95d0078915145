//! Every command and option, declared once.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use rapporteur::Date;

/// Reads reports about a negotiation and keeps its record: who met whom, who put what on the table, where each party
/// stands, as of when, according to whom. Every line rests on words of the report, and nothing is strengthened.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, arg_required_else_help = true, after_long_help = CODES)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Colour: on a terminal, always or never (NO_COLOR is honoured)
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
}

const CODES: &str = "\
Exit codes:
  0  everything was read, or the check found nothing
  1  something could not be read (the rest was), or the check found a problem
  2  the command line is not understood
  3  nothing could be done: the model, the lexicon folder or the output failed";

const READ_EXAMPLES: &str = "\
Examples:
  rapporteur read report.txt                          the board of a report
  rapporteur read reports/ --format jsonl > out.jsonl a record a line, for every report of a folder
  curl -s https://… | rapporteur read - --outlet 'The Harbor Courier' --published 2031-03-04
  rapporteur read report.txt --format json | jq '.positions[]'
  rapporteur read report.txt --show statements        what one stage of the reading made of it

Files are plain text, HTML or JSON Lines, in any encoding. A line of JSON Lines is one report:
  {\"id\": \"a1\", \"text\": \"…\", \"title\": \"…\", \"published\": \"2031-03-04\", \"outlet\": \"…\"}
Of a folder, files ending in .txt, .md, .html, .htm and .jsonl are read, in the order of their names.";

const SYNTAX_EXAMPLES: &str = "\
Examples:
  rapporteur syntax report.txt       words, tags, trees and names of a text, as CoNLL-U
  rapporteur syntax test.conllu      the given words, tagged and parsed anew";

const CHECK_EXAMPLES: &str = "\
Examples:
  rapporteur check lexicon/    are the files well formed, do their examples hold
  rapporteur check cases/      are the cases read as they say
  rapporteur check cases/ --lexicon mine/    the same, with your own actors, aliases and topics";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read reports: a board, a record, or what one stage made of them
    #[command(after_help = READ_EXAMPLES)]
    Read(Read),
    /// Print words, tags, trees and names as CoNLL-U
    #[command(after_help = SYNTAX_EXAMPLES)]
    Syntax(Syntax),
    /// Check cases and lexicon files of a folder
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Train the model of words from treebanks (hours; it can be interrupted and goes on)
    Train(Train),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Options of `read`.
#[derive(Debug, clap::Args)]
pub struct Read {
    /// Files or folders; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Date of publication, where the report does not say (like 2031-03-04)
    #[arg(long, value_name = "DATE", value_parser = Date::new)]
    pub published: Option<Date>,
    /// Outlet, where the report does not say
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Print what one stage of the reading made, a JSON value a line
    #[arg(long, value_name = "STAGE", conflicts_with = "width")]
    pub show: Option<String>,
    /// Threads; 0 is one a core. The output is the same for any number
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub threads: usize,
    /// A folder with your own actors, aliases and topics
    #[arg(long, value_name = "DIR")]
    pub lexicon: Option<PathBuf>,
    /// A model that `rapporteur train` wrote
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
    /// Columns of the board; by default those of the terminal, or 100 in a pipe
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub width: Option<u16>,
    /// No progress and no warnings; errors are still told
    #[arg(long, short)]
    pub quiet: bool,
}

/// Options of `syntax`.
#[derive(Debug, clap::Args)]
pub struct Syntax {
    /// A CoNLL-U file (.conllu), or a text; `-` is standard input, read as text
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A model that `rapporteur train` wrote
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// A folder of cases (.md) or lexicon files (.txt), or one file
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// A folder with your own actors, aliases and topics, checked too; the cases are read with it
    #[arg(long, value_name = "DIR")]
    pub lexicon: Option<PathBuf>,
    /// List the known misses too
    #[arg(long)]
    pub misses: bool,
}

/// Options of `train`.
#[derive(Debug, clap::Args)]
pub struct Train {
    /// The folder of treebanks, names and lists
    #[arg(value_name = "DATA")]
    pub data: PathBuf,
    /// Where the weights go
    #[arg(long, default_value = "en.safetensors", value_name = "FILE")]
    pub out: PathBuf,
    /// Where the steps are kept, to go on after an interruption
    #[arg(long, default_value = "rapporteur-training", value_name = "DIR")]
    pub work: PathBuf,
    /// A model that is there already and helps to label the unlabelled text
    #[arg(long, value_name = "FILE")]
    pub helper: Option<PathBuf>,
    /// Go through all steps with little of everything, to see in seconds that they run; the model is of no use
    #[arg(long)]
    pub quick: bool,
}

/// What `read` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The board, for people
    Board,
    /// The board as Markdown
    Markdown,
    /// The record, indented; several reports give one object after another
    Json,
    /// One record a line
    Jsonl,
    /// The event-data view: one coded act a line
    Plover,
    /// The event-data view as PETRARCH rows
    Petrarch,
}

/// When to colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    pub(crate) fn set(self) {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}
