use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, CommandFactory as _};

use crate::cli::args::{Format, Global};
use crate::cli::failure::Failure;
use crate::cli::{Cli, exit, ui};

/// Write manual pages: `DIR/handback.1`, and one for each command
#[derive(Debug, Args)]
pub struct ManArgs {
    /// Folder that they are written to
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub fn run(global: &Global, args: &ManArgs) -> Result<u8, Failure> {
    global.allow(&[Format::Text])?;
    let folder = args.folder.display();
    let failed = |error: std::io::Error| Failure::new(format!("{folder}: cannot write manual pages: {error}"));
    std::fs::create_dir_all(&args.folder).map_err(failed)?;
    clap_mangen::generate_to(Cli::command(), &args.folder).map_err(failed)?;
    let mut out = ui::done();
    writeln!(out, "Wrote manual pages to {folder}: `man -l {}` shows one.", args.folder.join("handback.1").display())?;
    Ok(exit::CLEAN)
}
