use clap::Args;
use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::checks::finding::Finding;
use handback::commands::check::{self, CheckJob, CheckReport};
use handback::problem::Problems;
use handback::project::git;
use handback::report::{github, gitlab, junit, plain, sarif};
use handback::settings::code::{Code, Level};

/// Find what is wrong, and fail if it matters: stale and missing translations, broken resources, pages
/// that are out of date or edited by hand
///
/// Writes nothing. Exit code 1 if a finding is an error: one whose code is in `--fail-on`, unless the
/// locale's thresholds in the configuration tolerate it. Formats: text, json, sarif, github, gitlab, junit.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Documents or folders of the sources [default: all]
    #[arg(value_name = "PATH")]
    paths: Vec<std::path::PathBuf>,
    /// Locale to check; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Codes that make the check fail, such as `stale,missing,machine` [default: `fail_on` of the
    /// configuration, else all that are errors]
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = Code::parse)]
    fail_on: Option<Vec<Code>>,
    /// Look only at what changed since this git revision, committed or not
    #[arg(long, value_name = "REV")]
    changed_since: Option<String>,
    /// Compute ages as of this date, instead of SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

pub fn run(global: &Global, args: &CheckArgs) -> Result<u8, Failure> {
    global.allow(&[Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Gitlab, Format::Junit])?;
    let config = global.config()?;
    let scope = ScopeArgs::of(&args.paths, &args.locale, args.date).resolve()?;
    let job = CheckJob { scope, fail_on: args.fail_on.clone(), changed_since: args.changed_since.clone() };
    let report = check::check(&config, &job)?;
    let prefix = || git::prefix(&config.root).unwrap_or_default();
    match global.format {
        Format::Json => ui::json("check", &Listing { findings: &report.findings, problems: &report.problems })?,
        Format::Sarif => ui::machine(&sarif::format(&report, &prefix()))?,
        Format::Gitlab => ui::machine(&gitlab::format(&report, &prefix()))?,
        Format::Github => ui::raw(&ui::harmless(&github::format(&report, &prefix())))?,
        Format::Junit => ui::raw(&junit::format(&report)?)?,
        _ => text(&mut anstream::stdout().lock(), &report)?,
    }
    ui::problems(&report.problems);
    Ok(exit::of(&report.problems).max(if report.fails() { exit::FINDINGS } else { exit::CLEAN }))
}

#[derive(Serialize)]
struct Listing<'a> {
    findings: &'a [Finding],
    problems: &'a Problems,
}

/// Findings by locale and code; what stands in several documents is one line, with the first of them.
fn text(out: &mut dyn std::io::Write, report: &CheckReport) -> Result<(), Failure> {
    let mut groups: IndexMap<_, Vec<&Finding>> = IndexMap::new();
    for (index, finding) in report.findings.iter().enumerate() {
        // What is about no message stands for itself.
        let alone = finding.id.is_none().then_some(index);
        let key = (finding.code, &finding.locale, &finding.id, &finding.previous, finding.severity, alone);
        groups.entry(key).or_default().push(finding);
    }
    for group in groups.values() {
        one(out, group[0], group.len())?;
    }
    let count = |level: Level| report.findings.iter().filter(|finding| finding.severity == level).count();
    let (errors, warnings) = (count(Level::Error), count(Level::Warning));
    let (documents, locales) = (ui::plural(report.documents, "document"), ui::plural(report.locales.len(), "locale"));
    match (errors, warnings) {
        (0, 0) if report.problems.has_errors() => {
            writeln!(out, "Not known: not everything could be read, see the errors. {documents}, {locales}.")?;
        }
        (0, 0) => writeln!(out, "{}Clean{:#}: {documents}, {locales}.", ui::GREEN, ui::GREEN)?,
        _ => writeln!(
            out,
            "{}, {} in {documents}, {locales}.",
            ui::plural(errors, "error"),
            ui::plural(warnings, "warning")
        )?,
    }
    Ok(())
}

fn one(out: &mut dyn std::io::Write, finding: &Finding, documents: usize) -> Result<(), Failure> {
    let style = match finding.severity {
        Level::Error => ui::RED,
        Level::Warning => ui::YELLOW,
        Level::Note => ui::CYAN,
    };
    let (bold, dim) = (ui::BOLD, ui::DIM);
    let place = finding.place().map_or_else(String::new, |place| match place.line {
        Some(line) => format!("{}:{line}: ", place.file),
        None => format!("{}: ", place.file),
    });
    let many = if documents > 1 { format!(" (in {documents} documents)") } else { String::new() };
    let age = finding
        .age_days
        .filter(|days| *days > 0)
        .map_or_else(String::new, |days| format!(", for {}", ui::plural(usize::try_from(days).unwrap_or(0), "day")));
    writeln!(
        out,
        "{bold}{}{bold:#}{style}{}{style:#}[{}]: {}{age}{many}",
        ui::harmless(&place),
        finding.severity.name(),
        finding.code,
        ui::harmless(&plain::sentence(finding))
    )?;
    writeln!(out, "    {dim}fix: {}{dim:#}", ui::harmless(&finding.fix))?;
    Ok(())
}
