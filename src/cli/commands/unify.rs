use std::io::Write as _;

use clap::Args;

use crate::cli::args::{Format, Global, today};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::unify::unify;
use handback::snapshot::Scope;

/// Drop overrides of shared messages, so that every document uses the shared translation
///
/// Without an id, all overrides that an adoption made; an override that a person wrote goes only if its
/// message is named.
#[derive(Debug, Args)]
pub struct UnifyArgs {
    /// Messages to unify [default: all that were adopted]
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Locale to work on; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Show what would be dropped without writing anything
    #[arg(long)]
    dry_run: bool,
}

pub fn run(global: &Global, args: &UnifyArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let scope = Scope { paths: Vec::new(), locales: args.locale.clone(), shard: None, today: today(None)? };
    let report = unify(&config, &scope, &args.ids, args.dry_run)?;
    match global.format {
        Format::Json => {
            ui::json("unify", &ui::Run { dry_run: args.dry_run, report: &report })?;
        }
        _ => {
            ui::problems(&report.problems);
            let mut out = ui::done();
            for dropped in &report.dropped {
                writeln!(
                    out,
                    "{} {}: {} {}“{}”{:#}",
                    dropped.locale,
                    dropped.document,
                    dropped.id,
                    ui::DIM,
                    ui::harmless(&dropped.text),
                    ui::DIM
                )?;
            }
            let verb = if args.dry_run { "Would drop" } else { "Dropped" };
            writeln!(out, "{verb} {}.", ui::plural(report.dropped.len(), "override"))?;
        }
    }
    Ok(exit::of(&report.problems))
}
