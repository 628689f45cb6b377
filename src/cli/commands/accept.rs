use std::io::Write as _;
use std::sync::Arc;

use clap::Args;
use handback_core::drift::severity::Severity;
use jiff::civil::Date;

use super::accept_many::{self, Order};
use crate::cli::args::{Format, Global, ScopeArgs, today};
use crate::cli::failure::Failure;
use crate::cli::filter::FilterArgs;
use crate::cli::{exit, ui};
use handback::commands::accept::{Accept, Keep};
use handback::commands::dismiss;
use handback::commands::report::Report;
use handback::commands::sync::{self, Job};
use handback::review::accepting::Accepting;
use handback::review::many::Mass;
use handback::settings::code::Code;

/// Decide about translations: that they are still right, or about all that a filter finds at once
///
/// `--still-valid` with ids, `--all-cosmetic` and `--all-mechanical` make translations current although their English changed;
/// the type of a translation (MT or HT) stays. `--approve`, `--still-valid`, `--draft` and `--reject` decide, as a review does,
/// about every message of a locale that the filter finds. What two people worded differently and what would break a page is left,
/// and named. The localized documents are written at once.
#[derive(Debug, Args)]
pub struct AcceptArgs {
    /// Messages whose translations are still right, or have a finding that is no fault
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Translations are right as they are for today's English, too: of these messages, or of all that the filter finds
    #[arg(long)]
    still_valid: bool,
    /// Approve the translations that the filter finds: they count as a person's from then on
    #[arg(long, group = "mass", conflicts_with = "still_valid")]
    approve: bool,
    /// Let the drafts that the filter finds take the place of stale translations
    #[arg(long, group = "mass", conflicts_with = "still_valid")]
    draft: bool,
    /// Reject the machines' wordings that the filter finds: they are not offered again
    #[arg(long, group = "mass", conflicts_with = "still_valid")]
    reject: bool,
    /// Take your last decision back, about one message or about many; in a review, too
    #[arg(long, group = "mass", conflicts_with_all = ["ids", "still_valid", "dry_run"])]
    undo: bool,
    #[command(flatten)]
    filter: FilterArgs,
    /// Findings with this code are no faults in these messages. They are back when the English or the translation changes
    #[arg(long, value_name = "CODE", value_parser = Code::parse, requires = "ids", conflicts_with = "still_valid")]
    finding: Vec<Code>,
    /// Accept translations whose English changed in looks only
    #[arg(long, conflicts_with = "mass")]
    all_cosmetic: bool,
    /// Accept translations whose English changed only in values (numbers, dates, links); the new values are put
    /// into them
    #[arg(long, conflicts_with = "mass")]
    all_mechanical: bool,
    /// Locale in which they are right; may be given several times [default: all; needed with a filter]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Who says so; nothing is accepted without a name [default: HANDBACK_REVIEWER, else `git config user.name`]
    #[arg(long, value_name = "NAME")]
    reviewer: Option<String>,
    /// Show what would be written without writing it
    #[arg(long)]
    dry_run: bool,
    /// Date for what changes in this run, instead of SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

pub fn run(global: &Global, args: &AcceptArgs) -> Result<u8, Failure> {
    if args.undo {
        let config = global.config()?;
        let by = crate::cli::needed_reviewer(args.reviewer.as_deref(), &config.root)?;
        return accept_many::undo(global, (&config, today(args.date)?), &by);
    }
    if let Some(mass) = mass(args) {
        let config = global.config()?;
        let by = crate::cli::needed_reviewer(args.reviewer.as_deref(), &config.root)?;
        let order = Order { mass, ids: &args.ids, filter: args.filter.filter(&config), dry_run: args.dry_run };
        return accept_many::run(global, (&config, today(args.date)?), &order, &args.locale, &by);
    }
    if !args.filter.is_empty() {
        return Err(Failure::new(
            "say what is to be done with what the filter finds: `--approve`, `--still-valid`, `--draft` or `--reject`",
        ));
    }
    if !args.ids.is_empty() && !args.still_valid && args.finding.is_empty() {
        return Err(Failure::new(
            "say of these messages what is right: `--still-valid`, or `--finding CODE` for a finding that is no fault",
        ));
    }
    if let Some(code) = args.finding.iter().find(|code| !dismiss::can_be_dismissed(**code)) {
        return Err(Failure::new(format!("`{code}` cannot be dismissed: only findings about texts can")));
    }
    if args.ids.is_empty() && !args.all_cosmetic && !args.all_mechanical {
        return Err(Failure::new(
            "nothing to accept: name messages and say `--still-valid`, say `--all-cosmetic` or `--all-mechanical`, or decide \
             about what a filter finds: `--approve`, `--draft` or `--reject`",
        ));
    }
    let config = global.config()?;
    let mut all = Vec::new();
    all.extend(args.all_cosmetic.then_some(Severity::Cosmetic));
    all.extend(args.all_mechanical.then_some(Severity::Mechanical));
    let reviewer = crate::cli::needed_reviewer(args.reviewer.as_deref(), &config.root)?;
    let what = if args.finding.is_empty() { Mass::StillValid.done() } else { "No fault" };
    let keep: Option<Arc<dyn Keep>> = Some(Arc::new(Accepting::new(&reviewer, what, accept_many::name_of_command())));
    let job = Job {
        dry_run: args.dry_run,
        count: false,
        accept: Some(Accept { ids: args.ids.clone(), all, findings: args.finding.clone(), reviewer, keep }),
        ..Job::sync(ScopeArgs::of(&[], &args.locale, args.date).resolve()?)
    };
    let report = sync::run(&config, &job, None)?;
    match global.format {
        Format::Json => ui::json("accept", &ui::Run { dry_run: args.dry_run, report: &report })?,
        _ => {
            ui::problems(&report.problems);
            text(&report, args.dry_run, !args.finding.is_empty())?;
        }
    }
    Ok(exit::of(&report.problems))
}

/// What is to be decided about all that the filter finds.
fn mass(args: &AcceptArgs) -> Option<Mass> {
    match args {
        AcceptArgs { approve: true, .. } => Some(Mass::Approve),
        AcceptArgs { draft: true, .. } => Some(Mass::AcceptDraft),
        AcceptArgs { reject: true, .. } => Some(Mass::Reject),
        AcceptArgs { still_valid: true, ids, .. } if ids.is_empty() => Some(Mass::StillValid),
        _ => None,
    }
}

fn text(report: &Report, dry_run: bool, is_finding: bool) -> Result<(), Failure> {
    let mut out = ui::done();
    for accepted in &report.accepted {
        let place = accepted.document.as_deref().map_or_else(String::new, |document| format!(" in {document}"));
        writeln!(out, "{}  {}{}", accepted.locale, accepted.id, ui::harmless(&place))?;
    }
    let count = report.accepted.len();
    let verb = if dry_run { "Would accept" } else { "Accepted" };
    match count {
        0 if !report.problems.has_errors() && is_finding => {
            writeln!(out, "Nothing to accept: no current translation of these messages has such a finding.")?;
        }
        0 if !report.problems.has_errors() => writeln!(out, "Nothing to accept: no such translation is stale.")?,
        0 => {}
        _ => writeln!(out, "{verb} {}; {}.", ui::plural(count, "translation"), files(report, dry_run))?,
    }
    if count > 0 && !dry_run {
        writeln!(out, "{}", accept_many::TO_UNDO)?;
    }
    Ok(())
}

fn files(report: &Report, dry_run: bool) -> String {
    let verb = if dry_run { "would write" } else { "wrote" };
    format!("{verb} {}", ui::plural(report.written.len(), "file"))
}
