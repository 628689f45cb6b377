use std::path::PathBuf;

use clap::Args;
use handback_core::memory::band::Band;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::analyze::{self, Analysis, AnalyzeJob, OfLocale, Tally, Work};
use handback::report::leverage;

/// Say how much work a locale is, by how much of it was translated before, and what it costs
///
/// Every text is in one band: repeated, in the memory with the same texts around it, in the memory, similar to one that is
/// (95–99 %, 85–94 %, 75–84 %, 50–74 %), new, or a machine's draft that a person is to edit. With `--since` only what the English
/// changed since a revision: what a change costs before it is ordered. `rates` in the configuration turns words into money.
#[derive(Debug, Args)]
pub struct AnalyzeArgs {
    /// Documents or folders of the sources [default: all]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Locale to analyze; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Only texts that are new, or changed, since this branch left a git revision
    #[arg(long, value_name = "REVISION")]
    since: Option<String>,
}

pub fn run(global: &Global, args: &AnalyzeArgs) -> Result<u8, Failure> {
    global.allow(&[Format::Text, Format::Json, Format::Csv])?;
    let config = global.config()?;
    let scope = ScopeArgs::of(&args.paths, &args.locale, None).resolve()?;
    let analysis = analyze::analyze(&config, &AnalyzeJob { scope, since: args.since.clone() })?;
    ui::problems(&analysis.problems);
    match global.format {
        Format::Json => ui::json("analyze", &analysis)?,
        Format::Csv => ui::raw(&leverage::csv(&analysis))?,
        _ => text(&analysis)?,
    }
    Ok(exit::of(&analysis.problems))
}

fn text(analysis: &Analysis) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    for locale in &analysis.locales {
        one(&mut out, analysis, locale)?;
    }
    Ok(())
}

fn one(out: &mut dyn std::io::Write, analysis: &Analysis, locale: &OfLocale) -> Result<(), Failure> {
    let (bold, dim) = (ui::BOLD, ui::DIM);
    writeln!(out, "{bold}{:<18}{bold:#}{:>8}{:>12}", locale.locale, "units", analysis.counted)?;
    let row = |out: &mut dyn std::io::Write, name: &str, tally: Tally| {
        writeln!(out, "  {name:<16}{:>8}{:>12}", tally.texts, tally.counted(analysis.counted))
    };
    for band in Band::ALL.into_iter().filter(|band| locale.work.of(*band).texts > 0) {
        row(out, band.name(), locale.work.of(band))?;
    }
    row(out, "total", locale.work.total())?;
    let stale = &locale.stale;
    let parts = [
        ("carried", stale.carried),
        ("cosmetic", stale.cosmetic),
        ("mechanical", stale.mechanical),
        ("substantive", stale.substantive),
    ];
    let some: Vec<String> = parts
        .iter()
        .filter(|(_, tally)| tally.texts > 0)
        .map(|(name, tally)| {
            format!("{} {name} ({} {})", tally.texts, tally.counted(analysis.counted), analysis.counted)
        })
        .collect();
    if !some.is_empty() {
        writeln!(out, "  {dim}English changed: {}{dim:#}", some.join(", "))?;
    }
    for engine in &locale.engines {
        let edited = match engine.edited {
            0 => String::new(),
            edited => format!(", {edited} edited ({} % of their words)", engine.changed),
        };
        writeln!(out, "  {dim}drafts of {}: {} approved as they were{edited}{dim:#}", engine.engine, engine.approved)?;
    }
    if let Some(cost) = cost(analysis, &locale.work) {
        writeln!(out, "  cost: {bold}{cost}{bold:#}")?;
    }
    writeln!(out)?;
    Ok(())
}

fn cost(analysis: &Analysis, work: &Work) -> Option<String> {
    Some(format!("{} {:.2}", analysis.currency, work.cost?).trim().to_owned())
}
