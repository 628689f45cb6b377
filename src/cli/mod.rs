//! The command line: what was typed, one file a command in `commands/`, printing, and the two faces of the
//! review.

mod args;
#[cfg(feature = "serve")]
mod browser;
mod commands;
mod exit;
mod failure;
mod filter;
mod terminal;
mod trust;
mod ui;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use args::Global;
use failure::Failure;
use handback_core::catalog::reviewer::Reviewer;

/// Parses the command line, runs the command, and maps the result to an exit code.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version come this way too, to standard output and with success.
            let code = if error.use_stderr() { exit::ERROR } else { exit::CLEAN };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    cli.global.color.apply();
    ui::set_detail(cli.global.detail());
    if let Err(failure) = cli.global.enter() {
        ui::error(&failure.message);
        return ExitCode::from(exit::ERROR);
    }
    if let Some(jobs) = cli.global.jobs {
        // Fails only if a pool was built before, which nothing does.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let formats = match &cli.command {
        Command::Check(_) | Command::Diff(_) | Command::Export(_) | Command::Analyze(_) | Command::Render(_) => Ok(()),
        _ => cli.global.allow(&[args::Format::Text, args::Format::Json]),
    };
    let result = formats.and_then(|()| run_command(&cli));
    match result {
        Ok(code) => ExitCode::from(code),
        Err(failure) if failure.broken_pipe => ExitCode::from(exit::CLEAN),
        Err(failure) => {
            ui::error(&failure.message);
            ExitCode::from(exit::ERROR)
        }
    }
}

fn run_command(cli: &Cli) -> Result<u8, Failure> {
    match &cli.command {
        Command::Sync(args) => commands::sync::run(&cli.global, args),
        Command::Translate(args) => commands::translate::run(&cli.global, args),
        Command::Extract(args) => commands::extract::run(&cli.global, args),
        Command::Render(args) => commands::render::run(&cli.global, args),
        Command::Check(args) => commands::check::run(&cli.global, args),
        Command::Review(args) => commands::review::run(&cli.global, args),
        Command::Accept(args) => commands::accept::run(&cli.global, args),
        Command::Export(args) => commands::export::run(&cli.global, args),
        Command::Import(args) => commands::import::run(&cli.global, args),
        Command::Diff(args) => commands::diff::run(&cli.global, args),
        Command::Analyze(args) => commands::analyze::run(&cli.global, args),
        Command::Status(args) => commands::status::run(&cli.global, args),
        Command::Site(args) => commands::site::run(&cli.global, args),
        Command::Log(args) => commands::log::run(&cli.global, args),
        Command::Adopt(args) => commands::adopt::run(&cli.global, args),
        Command::Unify(args) => commands::unify::run(&cli.global, args),
        Command::Units(args) => commands::units::run(&cli.global, args),
        Command::Variables(args) => commands::variables::run(&cli.global, args),
        Command::MergeDriver(args) => commands::merge_driver::run(&cli.global, args),
        Command::Resolve(args) => commands::resolve::run(&cli.global, args),
        Command::Init(args) => commands::init::run(&cli.global, args),
        Command::Trust(args) => commands::trust::run(&cli.global, args),
        Command::Schema(args) => commands::schema::run(args),
        Command::Completions(args) => commands::completions::run(&cli.global, args),
        Command::Man(args) => commands::man::run(&cli.global, args),
    }
}

/// Who decides: what was typed, else HANDBACK_REVIEWER, else whom git knows; `None` if nobody said.
fn reviewer(given: Option<&str>, root: &std::path::Path) -> Result<Option<Reviewer>, Failure> {
    let from_environment = || std::env::var("HANDBACK_REVIEWER").ok().filter(|name| !name.trim().is_empty());
    let from_git = || handback::project::git::user_name(root).map(|name| ("git config user.name", name));
    let named = given.map(|name| ("--reviewer", name.to_owned()));
    let named = named.or_else(|| from_environment().map(|name| ("HANDBACK_REVIEWER", name))).or_else(from_git);
    let read = |(from, name): (&str, String)| {
        let bad = || Failure::new(format!("{from} is not a name: one line of 1 to 80 characters is"));
        Reviewer::new(&name).ok_or_else(bad)
    };
    named.map(read).transpose()
}

/// The same for a command that decides: it goes no further without a name.
fn needed_reviewer(given: Option<&str>, root: &std::path::Path) -> Result<Reviewer, Failure> {
    let missing = "nobody is named who decides: say `--reviewer NAME`, set HANDBACK_REVIEWER, or set \
                   `git config user.name`";
    reviewer(given, root)?.ok_or_else(|| Failure::new(missing))
}

/// Documentation localization with Project Fluent: extract, track, diff and regenerate, byte for byte.
///
/// Exit codes: 0 clean, 1 findings, 2 usage error or invalid input; 3 from `sync --exit-code` that wrote files.
#[derive(Debug, Parser)]
#[command(version = env!("HANDBACK_VERSION"), max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Sync(commands::sync::SyncArgs),
    Translate(commands::translate::TranslateArgs),
    Extract(commands::extract::ExtractArgs),
    Render(commands::render::RenderArgs),
    Diff(commands::diff::DiffArgs),
    Check(commands::check::CheckArgs),
    Review(commands::review::ReviewArgs),
    Accept(commands::accept::AcceptArgs),
    Export(commands::export::ExportArgs),
    Import(commands::import::ImportArgs),
    Analyze(commands::analyze::AnalyzeArgs),
    Status(commands::status::StatusArgs),
    Site(commands::site::SiteArgs),
    Log(commands::log::LogArgs),
    Adopt(commands::adopt::AdoptArgs),
    Unify(commands::unify::UnifyArgs),
    Units(commands::units::UnitsArgs),
    Variables(commands::variables::VariablesArgs),
    MergeDriver(commands::merge_driver::MergeDriverArgs),
    Resolve(commands::resolve::ResolveArgs),
    Init(commands::init::InitArgs),
    Trust(commands::trust::TrustArgs),
    Schema(commands::schema::SchemaArgs),
    Completions(commands::completions::CompletionsArgs),
    Man(commands::man::ManArgs),
}
