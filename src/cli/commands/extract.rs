use clap::Args;

use super::sync;
use crate::cli::args::{Global, ScopeArgs};
use crate::cli::failure::Failure;
use handback::commands::sync::{self as run, Job};

/// Bring the Fluent resources up to the English documents; write no localized document
#[derive(Debug, Args)]
pub struct ExtractArgs {
    #[command(flatten)]
    scope: ScopeArgs,
}

pub fn run(global: &Global, args: &ExtractArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let job = Job { render: None, dry_run: args.scope.dry_run, count: false, ..Job::sync(args.scope.resolve()?) };
    let report = run::run(&config, &job, None)?;
    sync::show(global, "extract", &report, args.scope.dry_run)
}
