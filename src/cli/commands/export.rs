use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use handback_core::exchange::Format as FileFormat;

use crate::cli::args::{Format, Global, today};
use crate::cli::failure::Failure;
use crate::cli::filter::FilterArgs;
use crate::cli::{exit, ui};
use handback::problem::shown;
use handback::review::exchange::export::{self, ExportReport, Order};

/// Write texts for translators: XLIFF, PO or CSV with context, or a memory of what is approved (TMX)
///
/// `handback import` takes the files back. Say which format: `--format xliff2`, `xliff1` (XLIFF 1.2), `po`, `csv` or `tmx`.
/// Without `--state`, a memory (TMX) holds what people translated, other files what needs a person.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// Locale to export, a file for each; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Folder to write the files to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    filter: FilterArgs,
    /// Write a file for each document
    #[arg(long)]
    split: bool,
    /// Put the English in the place of missing translations (XLIFF), for tools that only show what is there, such as OmegaT 3
    #[arg(long)]
    fill: bool,
    /// Show what would be written without writing it
    #[arg(long)]
    dry_run: bool,
    /// Date of today, instead of SOURCE_DATE_EPOCH or the clock
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<jiff::civil::Date>,
}

pub fn run(global: &Global, args: &ExportArgs) -> Result<u8, Failure> {
    let format = match global.format {
        Format::Xliff2 => FileFormat::Xliff2,
        Format::Xliff1 => FileFormat::Xliff1,
        Format::Po => FileFormat::Po,
        Format::Csv => FileFormat::Csv,
        Format::Tmx => FileFormat::Tmx,
        _ => return Err(Failure::new("say in which format: `--format xliff2`, `xliff1`, `po`, `csv` or `tmx`")),
    };
    let config = global.config()?;
    for name in &args.locale {
        config.locale(name).map_err(Failure::new)?;
    }
    let is_wanted = |name: &str| args.locale.is_empty() || args.locale.iter().any(|l| l.eq_ignore_ascii_case(name));
    let locales = config.locales.iter().enumerate().filter(|(_, locale)| is_wanted(&locale.name));
    let order = Order {
        locales: locales.map(|(index, _)| index).collect(),
        format,
        filter: args.filter.filter(&config),
        folder: args.out.clone(),
        split: args.split,
        fill: args.fill,
        dry_run: args.dry_run,
    };
    let report = export::run(&config, today(args.date)?, &order)?;
    ui::problems(&report.problems);
    text(&report, args.dry_run)?;
    Ok(exit::of(&report.problems))
}

fn text(report: &ExportReport, dry_run: bool) -> Result<(), Failure> {
    let mut out = ui::done();
    let verb = if dry_run { "Would write" } else { "Wrote" };
    for file in &report.files {
        let texts = ui::plural(file.texts, "message");
        writeln!(out, "{verb} {}: {texts} of {}.", shown(&file.file), file.locale)?;
    }
    if report.files.is_empty() {
        writeln!(out, "Nothing to export: no message is in such a state.")?;
    }
    Ok(())
}
