use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::settings::config;

/// Print the JSON Schema of handback.yaml
#[derive(Debug, Args)]
pub struct SchemaArgs {}

pub fn run(_: &SchemaArgs) -> Result<u8, Failure> {
    ui::machine(&config::schema())?;
    Ok(exit::CLEAN)
}
