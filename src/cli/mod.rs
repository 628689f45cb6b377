//! The command line: what was typed, one file a command, printing.

mod accept;
mod adopt;
mod args;
mod check;
mod diff;
mod exit;
mod extract;
mod init;
mod print;
mod render;
mod review;
mod schema;
mod status;
mod sync;
mod translate;
mod unify;
mod units;
mod variables;

use std::process::ExitCode;

use clap::Parser as _;
/// Parses the command line, runs the command, and maps the result to an exit code.
pub fn run() -> ExitCode {
    let cli = match args::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version come this way too, to standard output and with success.
            let code = if error.use_stderr() { exit::ERROR } else { exit::CLEAN };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    cli.global.color.apply();
    if let Some(jobs) = cli.global.jobs {
        // Fails only if a pool was built before, which nothing does.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let formats = match &cli.command {
        args::Command::Check(_) | args::Command::Diff(_) => Ok(()),
        _ => cli.global.allow(&[args::Format::Text, args::Format::Json]),
    };
    let result = formats.and_then(|()| run_command(&cli));
    match result {
        Ok(code) => ExitCode::from(code),
        Err(failure) if failure.broken_pipe => ExitCode::from(exit::CLEAN),
        Err(failure) => {
            print::error(&failure.message);
            ExitCode::from(exit::ERROR)
        }
    }
}

fn run_command(cli: &args::Cli) -> Result<u8, Failure> {
    match &cli.command {
        args::Command::Sync(args) => sync::run(&cli.global, args),
        args::Command::Translate(args) => translate::run(&cli.global, args),
        args::Command::Extract(args) => extract::run(&cli.global, args),
        args::Command::Render(args) => render::run(&cli.global, args),
        args::Command::Check(args) => check::run(&cli.global, args),
        args::Command::Review(args) => review::run(&cli.global, args),
        args::Command::Accept(args) => accept::run(&cli.global, args),
        args::Command::Diff(args) => diff::run(&cli.global, args),
        args::Command::Status(args) => status::run(&cli.global, args),
        args::Command::Adopt(args) => adopt::run(&cli.global, args),
        args::Command::Unify(args) => unify::run(&cli.global, args),
        args::Command::Units(args) => units::run(&cli.global, args),
        args::Command::Variables(args) => variables::run(&cli.global, args),
        args::Command::Init(args) => init::run(&cli.global, args),
        args::Command::Schema(args) => schema::run(args),
    }
}

/// Who decides: what was typed, else HANDBACK_REVIEWER, else whom git knows.
fn reviewer(given: Option<&str>, root: &std::path::Path) -> Option<String> {
    let from_environment = || std::env::var("HANDBACK_REVIEWER").ok().filter(|name| !name.trim().is_empty());
    given.map(str::to_owned).or_else(from_environment).or_else(|| handback::project::git::user_name(root))
}

/// Why a command could do nothing.
#[derive(Debug)]
pub struct Failure {
    message: String,
    /// The reader of our output went away, which is its right.
    broken_pipe: bool,
}

impl Failure {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), broken_pipe: false }
    }
}

impl From<handback::problem::FileError> for Failure {
    fn from(error: handback::problem::FileError) -> Self {
        Self::new(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self {
            broken_pipe: error.kind() == std::io::ErrorKind::BrokenPipe,
            message: format!("cannot write the output: {error}"),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self {
            broken_pipe: error.io_error_kind() == Some(std::io::ErrorKind::BrokenPipe),
            message: format!("cannot write the output: {error}"),
        }
    }
}
