use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::cli::args::{Format, Global};
use crate::cli::failure::Failure;
use crate::cli::{Cli, exit, ui};

/// Print the script with which a shell completes commands and options
///
/// For bash: `handback completions bash > ~/.local/share/bash-completion/completions/handback`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// Shell that reads the script
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub fn run(global: &Global, args: &CompletionsArgs) -> Result<u8, Failure> {
    global.allow(&[Format::Text])?;
    // The generator panics if a write fails, as into a pipe that nobody reads any more.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), NAME, &mut script);
    ui::stream(|out| out.write_all(&script))?;
    Ok(exit::CLEAN)
}

/// What is typed to run the program.
const NAME: &str = "handback";
