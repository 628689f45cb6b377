use std::io::{BufWriter, Write};
use std::path::Path;

use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

use super::findings::{self, Show};
use super::step_summary;
use crate::cli::args::{Format, Global, ScopeArgs, ShardArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::checks::finding::Finding;
use handback::commands::check::{self, CheckJob, CheckReport};
use handback::commands::fix::Fixed;
use handback::commands::report::Report;
use handback::commands::sync::{self, Job};
use handback::problem::Problems;
use handback::project::git;
use handback::report::{github, gitlab, junit, plain, sarif};
use handback::settings::code::Code;
use handback::settings::config::Config;
use handback::snapshot::Scope;

/// Find problems, and fail if they matter: stale and missing translations, broken resources, pages
/// that are out of date or edited by hand
///
/// Writes nothing but notes for the next check, below `.handback`. Exit code 1 if a finding is an error: one whose code is
/// in `--fail-on`, unless the locale's thresholds in the configuration tolerate it. Formats: text, json, sarif, github,
/// gitlab, junit. With `github`, the summary of the step gets a table too, where GITHUB_STEP_SUMMARY names its file.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Documents or folders of the sources [default: all]
    #[arg(value_name = "PATH")]
    paths: Vec<std::path::PathBuf>,
    /// Locale to check; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    #[command(flatten)]
    shard: ShardArgs,
    /// Codes that make the check fail, such as `stale,missing,machine` [default: `fail_on` of the
    /// configuration, else all that are errors]
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = Code::parse)]
    fail_on: Option<Vec<Code>>,
    /// Look only at what changed since this git revision, committed or not
    #[arg(long, value_name = "REV")]
    changed_since: Option<String>,
    /// Show only findings with these codes, such as `number,spaces`
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = Code::parse)]
    code: Vec<Code>,
    /// Most entries shown per code; 0 for all [default: as many as fit a screen, at most 10]
    #[arg(long, value_name = "N")]
    max: Option<usize>,
    /// Show only how many findings there are, by code and locale
    #[arg(long, conflicts_with = "quiet")]
    summary: bool,
    /// First repair what is safe to repair in current translations: blanks, quotation marks, typography, emphasis that
    /// does not render. Writes resources, states and pages; who made a translation stays as it was
    #[arg(long, conflicts_with = "changed_since")]
    fix: bool,
    /// With `--fix`: show what would be repaired without writing it
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Compute ages as of this date, instead of SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

pub fn run(global: &Global, args: &CheckArgs) -> Result<u8, Failure> {
    global.allow(&[Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Gitlab, Format::Junit])?;
    let config = global.config()?;
    let scope = args.shard.of(ScopeArgs::of(&args.paths, &args.locale, args.date).resolve()?);
    let repaired = if args.fix { repair(&config, &scope, args.dry_run)? } else { Report::default() };
    let job = CheckJob { scope, fail_on: args.fail_on.clone(), changed_since: args.changed_since.clone() };
    let mut report = check::check(&config, &job)?;
    report.problems.extend_new(repaired.problems);
    if !args.code.is_empty() {
        report.findings.retain(|finding| args.code.contains(&finding.code));
    }
    print(global, args, &report, &repaired.fixed, &config.root)?;
    ui::problems(&report.problems);
    Ok(exit::of(&report.problems).max(if report.fails() { exit::FINDINGS } else { exit::CLEAN }))
}

fn print(global: &Global, args: &CheckArgs, report: &CheckReport, fixed: &[Fixed], root: &Path) -> Result<(), Failure> {
    // Where other programs read paths, they begin at the top of the repository.
    let prefix = || git::prefix(root).unwrap_or_default();
    match global.format {
        Format::Json => ui::json("check", &Listing { fixed, findings: &report.findings, problems: &report.problems }),
        Format::Sarif => {
            let left = sarif::left_out(report);
            if left > 0 {
                let all = "`--format json` has all";
                ui::warning(&format!("the log leaves out {left} findings of more than {}: {all}", sarif::MOST));
            }
            ui::machine(&sarif::format(report, &prefix()))
        }
        Format::Gitlab => ui::machine(&gitlab::format(report, &prefix())),
        Format::Github => {
            step_summary::append(report);
            ui::raw(&github::format(report, &prefix()))
        }
        Format::Junit => ui::stream(|out| junit::write(out, report)),
        _ => {
            let mut out = BufWriter::new(anstream::stdout().lock());
            fixes(&mut out, fixed, args.dry_run)?;
            let show = Show { max: args.max, summary: args.summary, quiet: global.quiet };
            findings::write(&mut out, report, &show)?;
            Ok(out.flush()?)
        }
    }
}

#[derive(Serialize)]
struct Listing<'a> {
    #[serde(skip_serializing_if = "<[Fixed]>::is_empty")]
    fixed: &'a [Fixed],
    findings: &'a [Finding],
    problems: &'a Problems,
}

/// Repairs what is safe, and writes it.
fn repair(config: &Config, scope: &Scope, dry_run: bool) -> Result<Report, Failure> {
    let job = Job { dry_run, count: false, fix: true, ..Job::sync(scope.clone()) };
    Ok(sync::run(config, &job, None)?)
}

/// What was repaired, as it was and as it is.
fn fixes(out: &mut dyn Write, fixed: &[Fixed], dry_run: bool) -> Result<(), Failure> {
    for one in fixed {
        writeln!(out, "{}{}{:#}{}", ui::BOLD, plain::place_of(&one.file, one.line), ui::BOLD, one.id)?;
        for (sign, style, text) in [('-', ui::RED, &one.before), ('+', ui::GREEN, &one.after)] {
            // One line of a text is one line here.
            for line in visible(text).lines() {
                writeln!(out, "    {style}{sign} {}{style:#}", plain::harmless(line))?;
            }
        }
    }
    if !fixed.is_empty() {
        let verb = if dry_run { "Would repair" } else { "Repaired" };
        writeln!(out, "{verb} {}.", ui::plural(fixed.len(), "translation"))?;
    }
    Ok(())
}

/// No-break spaces as one can see them.
fn visible(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], "⍽")
}
