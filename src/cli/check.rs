use clap::Args;
use handback::checks::finding::{Code, Finding, Level};
use handback::checks::{self, CheckJob, CheckReport};
use handback::project::git;
use handback::report::{github, gitlab, junit, plain, sarif};
use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;

use super::args::{Format, Global, ScopeArgs, today};
use super::{Failure, print};

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
    let _ = today(args.date)?;
    let job = CheckJob { scope, fail_on: args.fail_on.clone(), changed_since: args.changed_since.clone() };
    let report = checks::check(&config, &job)?;
    let prefix = || git::prefix(&config.root).unwrap_or_default();
    match global.format {
        Format::Json => print::json("check", &Listing { findings: &report.findings, errors: &report.errors })?,
        Format::Sarif => print::machine(&sarif::format(&report, &prefix()))?,
        Format::Gitlab => print::machine(&gitlab::format(&report, &prefix()))?,
        Format::Github => print::raw(&print::harmless(&github::format(&report, &prefix())))?,
        Format::Junit => print::raw(&junit::format(&report)?)?,
        _ => text(&mut anstream::stdout().lock(), &report)?,
    }
    report.errors.iter().for_each(|error| print::error(error));
    Ok(report.exit_code())
}

#[derive(Serialize)]
struct Listing<'a> {
    findings: &'a [Finding],
    errors: &'a [String],
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
    let (documents, locales) =
        (print::plural(report.documents, "document"), print::plural(report.locales.len(), "locale"));
    match (errors, warnings) {
        (0, 0) => writeln!(out, "{}Clean{:#}: {documents}, {locales}.", print::GREEN, print::GREEN)?,
        _ => writeln!(
            out,
            "{}, {} in {documents}, {locales}.",
            print::plural(errors, "error"),
            print::plural(warnings, "warning")
        )?,
    }
    Ok(())
}

fn one(out: &mut dyn std::io::Write, finding: &Finding, documents: usize) -> Result<(), Failure> {
    let style = match finding.severity {
        Level::Error => print::RED,
        Level::Warning => print::YELLOW,
        Level::Note => print::CYAN,
    };
    let (bold, dim) = (print::BOLD, print::DIM);
    let place = finding.place().map_or_else(String::new, |place| match place.line {
        Some(line) => format!("{}:{line}: ", place.file),
        None => format!("{}: ", place.file),
    });
    let many = if documents > 1 { format!(" (in {documents} documents)") } else { String::new() };
    let age = finding
        .age_days
        .filter(|days| *days > 0)
        .map_or_else(String::new, |days| format!(", for {}", print::plural(usize::try_from(days).unwrap_or(0), "day")));
    writeln!(
        out,
        "{bold}{}{bold:#}{style}{}{style:#}[{}]: {}{age}{many}",
        print::harmless(&place),
        finding.severity.name(),
        finding.code,
        print::harmless(&plain::sentence(finding))
    )?;
    writeln!(out, "    {dim}fix: {}{dim:#}", print::harmless(&finding.fix))?;
    Ok(())
}
