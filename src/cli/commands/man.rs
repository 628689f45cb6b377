use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, CommandFactory as _};

use crate::cli::args::{Format, Global};
use crate::cli::failure::Failure;
use crate::cli::{Cli, exit, ui};
use handback::project::write::Writer;

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
    if args.folder.exists() && !args.folder.is_dir() {
        return Err(Failure::new(format!("{folder}: cannot write manual pages: this is no folder")));
    }
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let commands = program.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    let writer = Writer::new(false);
    for command in std::iter::once(program.clone()).chain(commands) {
        let page = clap_mangen::Man::new(command);
        let mut text = Vec::new();
        page.render(&mut text)
            .map_err(|error| Failure::new(format!("{folder}: cannot write manual pages: {error}")))?;
        writer.put(&args.folder.join(page.get_filename()), &text)?;
    }
    let mut out = ui::done();
    writeln!(out, "Wrote manual pages to {folder}: `man -l {}` shows one.", args.folder.join("handback.1").display())?;
    Ok(exit::CLEAN)
}
