use clap::Args;
use handback::project::config;

use super::{Failure, exit, print};

/// Print the JSON Schema of handback.yaml
#[derive(Debug, Args)]
pub struct SchemaArgs {}

pub fn run(_: &SchemaArgs) -> Result<u8, Failure> {
    print::machine(&config::schema())?;
    Ok(exit::CLEAN)
}
