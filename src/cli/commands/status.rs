use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::report::Report;
use handback::commands::sync::{self, Job};
use handback::project::write::Writer;
use handback::report::badge;

/// Show how far each locale is: documents, units, words; human, machine, stale, missing
///
/// Counts are of messages, each text once; `in_units` of the JSON counts every place.
#[derive(Debug, Args)]
pub struct StatusArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    /// Write a badge for each locale, `DIR/fr-FR.svg`
    #[arg(long, value_name = "DIR", num_args = 0..=1, require_equals = true, default_missing_value = "badges")]
    badge: Option<PathBuf>,
}

pub fn run(global: &Global, args: &StatusArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let job = Job { write_catalogs: false, render: None, dry_run: true, ..Job::sync(args.scope.resolve()?) };
    let report = sync::run(&config, &job, None)?;
    ui::problems(&report.problems);
    if let Some(folder) = &args.badge {
        write_badges(folder, &report, args.scope.dry_run)?;
    }
    match global.format {
        Format::Json => {
            let locales: serde_json::Map<String, serde_json::Value> = report
                .locales
                .iter()
                .map(|locale| Ok((locale.locale.clone(), serde_json::to_value(&locale.counts)?)))
                .collect::<Result<_, serde_json::Error>>()?;
            ui::json("status", &json!({ "locales": locales, "problems": report.problems }))?;
        }
        _ => {
            let mut out = anstream::stdout().lock();
            let width = report.locales.iter().map(|locale| locale.locale.len()).max().unwrap_or(0);
            if let Some(counts) = report.locales.first().and_then(|locale| locale.counts.as_ref()) {
                writeln!(
                    out,
                    "{}, {}, {}, {}",
                    ui::plural(counts.documents, "document"),
                    ui::plural(counts.units, "unit"),
                    ui::plural(counts.words, "word"),
                    ui::plural(counts.messages, "message")
                )?;
            }
            for locale in &report.locales {
                if let Some(counts) = &locale.counts {
                    ui::locale_line(&mut out, &locale.locale, width, counts)?;
                }
                if locale.unreadable {
                    writeln!(out, "{:width$}  not known: files of it could not be read", locale.locale)?;
                }
            }
        }
    }
    Ok(exit::of(&report.problems))
}

fn write_badges(folder: &Path, report: &Report, dry_run: bool) -> Result<(), Failure> {
    let writer = Writer::new(dry_run);
    for locale in &report.locales {
        if let Some(counts) = &locale.counts {
            writer
                .put(&folder.join(format!("{}.svg", locale.locale)), badge::svg(&locale.locale, counts).as_bytes())?;
        }
    }
    Ok(())
}
