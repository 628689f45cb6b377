use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::text::words::Op;

use crate::cli::args::{Format, Global, today};
use crate::cli::commands::diff;
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::problem::shown;
use handback::review::exchange::import::{self, Change, ImportReport, Order, What};

/// Take texts back that `handback export` wrote, and a translator worked on
///
/// Every text is compared with what was exported and with what is there by now. What was changed is that person's; what was
/// approved is reviewed; what is as it was stays. Where the English moved on meanwhile, the translation is kept as one of the
/// English before. What would break a page is refused, and written to a file beside this one that can be corrected and
/// imported again.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Files to import
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Who translated [default: the author that the file names]
    #[arg(long, value_name = "NAME")]
    translator: Option<String>,
    /// Show what would change, word by word, without writing anything
    #[arg(long)]
    dry_run: bool,
    /// Date for what changes in this run, instead of SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<jiff::civil::Date>,
}

pub fn run(global: &Global, args: &ImportArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let bad = || Failure::new("--translator is not a name: one line of 1 to 80 characters is");
    let translator = args.translator.as_deref().map(|name| Reviewer::new(name).ok_or_else(bad)).transpose()?;
    let order = Order { files: args.files.clone(), translator, today: today(args.date)?, dry_run: args.dry_run };
    let report = import::run(&config, &order)?;
    match global.format {
        Format::Json => ui::json("import", &ui::Run { dry_run: args.dry_run, report: &report })?,
        _ => {
            ui::problems(&report.problems);
            text(&report, args.dry_run)?;
        }
    }
    Ok(exit::of(&report.problems))
}

fn text(report: &ImportReport, dry_run: bool) -> Result<(), Failure> {
    if report.problems.has_errors() {
        return Ok(());
    }
    let mut out = ui::done();
    let color = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
    for change in report.changes.iter().filter(|_| dry_run) {
        one(&mut out, change, color)?;
    }
    let verb = if dry_run { "Would import" } else { "Imported" };
    writeln!(out, "{verb} {}: {}.", ui::plural(report.texts, "message"), import::summary(report))?;
    for file in &report.refused_files {
        let path = shown(file);
        writeln!(out, "Refused texts are in {path}: correct them there, and run `handback import {path}`.")?;
    }
    Ok(())
}

fn one(out: &mut dyn std::io::Write, change: &Change, color: bool) -> Result<(), Failure> {
    let what = match change.what {
        What::Translated => "translated",
        What::Approved => "approved",
        What::Earlier => "of an earlier English",
        What::Conflict => "another person was there",
        What::Noted => "noted",
    };
    let (bold, dim) = (ui::BOLD, ui::DIM);
    let (place, by) = (format!("{}:{}", shown(&change.file), change.line), ui::harmless(&change.by));
    writeln!(out, "{bold}{}{bold:#}  {}  {what}, {by}  {dim}{place}{dim:#}", change.id, change.locale)?;
    if let Some(note) = &change.note {
        diff::plain(out, "  # ", note)?;
        writeln!(out)?;
        return Ok(());
    }
    match (change.before.is_empty(), change.before == change.after) {
        (true, _) => diff::plain(out, "  + ", &change.after)?,
        (false, true) => diff::plain(out, "    ", &change.after)?,
        (false, false) => {
            diff::marked(out, "  - ", &change.diff, Op::Delete, color)?;
            diff::marked(out, "  + ", &change.diff, Op::Insert, color)?;
        }
    }
    writeln!(out)?;
    Ok(())
}
