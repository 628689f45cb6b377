use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;

use crate::cli::args::{Format, Global};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::merging::UNITED;
use handback::commands::merging::resolve::{Resolved, resolve};
use handback::problem::{Problem, shown};
use handback::project::paths::slashed;

/// Resolve files of the catalog that git could not merge
///
/// Works after a merge, and in the middle of a rebase, cherry-pick or stash. Messages are merged one by one: a person's
/// wording beats a machine's, and where two people worded one message differently, ours stays and theirs waits for a
/// decision in the review.
#[derive(Debug, Args)]
pub struct ResolveArgs {
    /// Files or folders of the catalog [default: all that are in conflict]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

pub fn run(global: &Global, args: &ResolveArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let resolved = resolve(&config, &args.paths)?;
    match global.format {
        Format::Json => {
            let left: Vec<_> = resolved.left.iter().map(|(path, why)| (slashed(path), why)).collect();
            let written: Vec<String> = resolved.written.iter().map(|path| slashed(path)).collect();
            let own = serde_json::json!({ "written": written, "left": left, "open": resolved.open });
            ui::json("resolve", &own)?;
        }
        _ => print(&config.shown(&config.resources), &resolved)?,
    }
    Ok(if resolved.left.is_empty() { exit::CLEAN } else { exit::FINDINGS })
}

fn print(folder: &std::path::Path, resolved: &Resolved) -> Result<(), Failure> {
    let mut out = ui::done();
    for (path, why) in &resolved.left {
        ui::error(&format!("{}: {why}", shown(path)));
    }
    for path in &resolved.written {
        writeln!(out, "  {}", shown(path))?;
    }
    writeln!(out, "Resolved {}.", ui::plural(resolved.written.len(), "file"))?;
    if resolved.derived {
        ui::problems(&[Problem::warning(UNITED)].into_iter().collect());
    }
    if !resolved.open.is_empty() {
        let count = ui::plural(resolved.open.len(), "message");
        writeln!(
            out,
            "Two people worded {count} differently: {}. `handback review` shows both.",
            resolved.open.join(", ")
        )?;
    }
    if !resolved.written.is_empty() {
        writeln!(out, "Next: `git add {}`, then `handback sync`.", shown(folder))?;
    }
    Ok(())
}
