use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::args::Global;
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::merging::{UNITED, driver};
use handback::problem::Problem;
use handback::project::merging;
use handback::project::write::Writer;
use handback::settings::config::Config;

/// Merge one file of the catalog, when git asks for it
///
/// git runs this itself once it is set up: `handback init --git`. It writes what it made of three versions over ours
/// and ends with 0; with 1 it leaves git's ordinary conflict in the file.
#[derive(Debug, Args)]
pub struct MergeDriverArgs {
    /// Where both sides began (%O)
    base: PathBuf,
    /// Ours, which is written over (%A)
    ours: PathBuf,
    /// Theirs (%B)
    theirs: PathBuf,
    /// The file that is merged (%P)
    path: PathBuf,
    /// What git calls the other side (%Y)
    label: Option<String>,
}

pub fn run(global: &Global, args: &MergeDriverArgs) -> Result<u8, Failure> {
    let top = std::env::current_dir()?;
    if let Some(text) = merged(global, args, &top) {
        Writer::new(false).put(&args.ours, text.as_bytes())?;
        return Ok(exit::CLEAN);
    }
    match merging::merge_lines(&top, [&args.ours, &args.base, &args.theirs]) {
        true => Ok(exit::CLEAN),
        false => Ok(exit::FINDINGS),
    }
}

/// What the three versions make together; `None` for anything that is not as expected: git knows what to do then.
fn merged(global: &Global, args: &MergeDriverArgs, top: &Path) -> Option<String> {
    let file = top.join(&args.path);
    let config = global.config.clone().or_else(|| Config::find(file.parent()?))?;
    let config = Config::read(&config).ok()?;
    let read = |path: &PathBuf| std::fs::read_to_string(path).ok();
    let own = [read(&args.base)?, read(&args.ours)?, read(&args.theirs)?];
    let text = driver::merge(&config, top, &args.path, &own, args.label.as_deref())?;
    if driver::is_derived(&config, top, &args.path) {
        let problem = Problem::warning(UNITED).at(&args.path, None);
        ui::problems(&[problem].into_iter().collect());
    }
    Some(text)
}
