use std::io::Write as _;

use clap::Args;
use serde::Serialize;

use crate::cli::args::{Format, Global};
use crate::cli::failure::Failure;
use crate::cli::{exit, trust, ui};
use handback::providers::trust::demands;

/// Agree to what handback.yaml asks for: programs that it runs, keys that it sends to addresses of its choice
///
/// A configuration comes with the documents, from whoever may change these. `sync` and `translate` do what it asks for only
/// after this command, which remembers it on this machine, or with `--trust` or the variable HANDBACK_TRUST, for CI. If the
/// configuration asks for something else later, this is asked again.
#[derive(Debug, Args)]
pub struct TrustArgs {
    /// Show what it asks for, and agree to nothing
    #[arg(long)]
    dry_run: bool,
    /// Agree to nothing any more
    #[arg(long, conflicts_with = "dry_run")]
    withdraw: bool,
}

#[derive(Serialize)]
struct Listing<'a> {
    demands: &'a [String],
    trusted: bool,
}

pub fn run(global: &Global, args: &TrustArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let demands = demands(&config.translate);
    match (args.withdraw, args.dry_run || demands.is_empty()) {
        (true, _) => drop(trust::withdraw(&config)?),
        (false, true) => {}
        (false, false) => drop(trust::agree(&config)?),
    }
    let trusted = trust::is_trusted(&config, false);
    if global.format == Format::Json {
        ui::json("trust", &Listing { demands: &demands, trusted })?;
        return Ok(exit::CLEAN);
    }
    let mut out = anstream::stdout().lock();
    for demand in &demands {
        writeln!(out, "{}", ui::harmless(demand))?;
    }
    let said = match (demands.is_empty(), args.withdraw, args.dry_run) {
        (true, false, _) => "The configuration asks for nothing that needs trust.",
        (_, true, _) => "Nothing of it is trusted any more.",
        (false, false, true) if !trusted => "This is not trusted yet.",
        (false, false, _) => "This is trusted on this machine.",
    };
    writeln!(out, "{said}")?;
    Ok(exit::CLEAN)
}
