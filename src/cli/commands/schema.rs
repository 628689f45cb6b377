use std::io::Write as _;

use clap::Args;

use crate::cli::exit;
use crate::cli::failure::Failure;
use handback::settings::config;

/// Print the JSON Schema of handback.yaml
#[derive(Debug, Args)]
pub struct SchemaArgs {}

pub fn run(_: &SchemaArgs) -> Result<u8, Failure> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &config::schema())?;
    writeln!(out)?;
    Ok(exit::CLEAN)
}
