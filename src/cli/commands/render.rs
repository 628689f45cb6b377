use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::sync;
use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::bilingual;
use handback::commands::sync::{self as run, Job};
use handback::pages::RenderTo;
use handback::report::bilingual as report;

/// Write the localized documents from the English and the Fluent resources as they are; change no resource
///
/// With `--locale` of the source locale and `--out`, the sources themselves are rebuilt from skeleton and
/// units: the same bytes.
#[derive(Debug, Args)]
pub struct RenderArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    /// Folder to write to instead of the configured output: DIR/PATH, or DIR/LOCALE/PATH for several locales
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write pages that hold both languages: each text with its English behind it, as Microsoft's side-by-side pages; with
    /// `--format html` as pages to read, in two columns
    #[arg(long, requires = "out")]
    side_by_side: bool,
}

pub fn run(global: &Global, args: &RenderArgs) -> Result<u8, Failure> {
    let html = args.side_by_side && global.format == Format::Html;
    global.allow(if args.side_by_side {
        &[Format::Text, Format::Json, Format::Html]
    } else {
        &[Format::Text, Format::Json]
    })?;
    let config = global.config()?;
    let mut scope = args.scope.resolve()?;
    let is_source = |name: &String| name.eq_ignore_ascii_case(&config.source_locale);
    if scope.locales.iter().any(is_source) {
        if scope.locales.len() > 1 {
            return Err(Failure::new("the source locale is rendered alone: name no other locale with it"));
        }
        let Some(out) = &args.out else {
            return Err(Failure::new(
                "rendering the source locale needs `--out DIR`, so that no source is overwritten",
            ));
        };
        scope.locales.clear();
        let report = run::render_source(&config, &scope, out, args.scope.dry_run)?;
        return sync::show(global, "render", &report, args.scope.dry_run);
    }
    if let Some(out) = args.out.as_ref().filter(|_| html) {
        let written =
            bilingual::write(&config, &scope, out, args.scope.dry_run, &|locale, page| report::html(locale, page))?;
        ui::problems(&written.problems);
        writeln!(
            ui::done(),
            "Wrote {} of {}.",
            ui::plural(written.changed, "file"),
            ui::plural(written.pages, "page")
        )?;
        return Ok(exit::of(&written.problems));
    }
    let to = match (&args.out, args.side_by_side) {
        (None, _) => RenderTo::Output,
        (Some(out), false) => RenderTo::Folder(out.clone()),
        (Some(out), true) => RenderTo::SideBySide(out.clone()),
    };
    let job = Job { write_catalogs: false, render: Some(to), dry_run: args.scope.dry_run, ..Job::sync(scope) };
    let bar = ui::Bar::new();
    let report = run::run(&config, &job, Some(&bar));
    bar.finish();
    sync::show(global, "render", &report?, args.scope.dry_run)
}
