//! What the program tells the shell when it ends.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything asked for was done.
    Done,
    /// Some of the input could not be read, or a check found something.
    Unread,
    /// The command line asks for something there is not.
    Usage,
    /// Nothing could be done.
    Failed,
}

/// Every code with its meaning, for the help and the documentation.
pub const CODES: &[(u8, &str)] = &[
    (0, "everything was read, or the check found nothing"),
    (
        1,
        "something could not be read (the rest was), or the check found a problem",
    ),
    (2, "the command line is not understood"),
    (
        3,
        "nothing could be done: the model, the lexicon folder or the output failed",
    ),
];

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Unread => 1,
            Exit::Usage => 2,
            Exit::Failed => 3,
        })
    }
}
