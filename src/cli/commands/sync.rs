use std::io::Write as _;

use clap::Args;

use super::translate;
use crate::cli::args::{Format, Global, ScopeArgs, ShardArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, trust, ui};
use handback::commands::report::{LocaleReport, Report};
use handback::commands::sync::{self, Job};
use handback::commands::translate::{TranslateJob, World};

/// Bring everything up to date: extract, merge every locale, regenerate the localized documents
///
/// Writes only what changed. Human edits of the Fluent resources are noticed and kept; what no document
/// uses any more is kept as obsolete.
#[derive(Debug, Args)]
pub struct SyncArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    shard: ShardArgs,
    /// Remove localized pages whose source is gone, or of which nothing is translated (`publish`)
    #[arg(long)]
    prune: bool,
    /// Take over what people changed in the localized pages: exactly the units that differ, as a person's
    #[arg(long)]
    take_edits: bool,
    /// Skip machine translation and translation memory
    #[arg(long)]
    no_mt: bool,
    /// End with 3 if files were written or removed, and nothing else is wrong: for hooks that stop a commit then
    #[arg(long)]
    exit_code: bool,
    /// Run the programs and send the keys that the configuration names, as after `handback trust`
    #[arg(long)]
    trust: bool,
}

pub fn run(global: &Global, args: &SyncArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let job = Job {
        dry_run: args.scope.dry_run,
        prune: args.prune,
        take_edits: args.take_edits,
        ..Job::sync(args.shard.of(args.scope.resolve()?))
    };
    let bar = ui::Bar::new();
    let drafts = TranslateJob {
        scope: job.scope.clone(),
        dry_run: false,
        max_characters: None,
        provider: None,
        fuzzy: None,
        again: None,
        suggest: false,
        asks_again: false,
    };
    let wants_drafts = config.translate.is_configured() && !args.no_mt && !args.scope.dry_run;
    let report = if wants_drafts {
        let stop = translate::stop_on_interrupt();
        let world = World {
            environment: &translate::environment,
            trusted: trust::is_trusted(&config, args.trust),
            stop: &stop,
            progress: Some(&bar),
        };
        sync::sync(&config, &job, Some((&drafts, &world)), Some(&bar))
    } else {
        sync::sync(&config, &job, None, Some(&bar))
    };
    bar.finish();
    let report = report?;
    let code = show(global, "sync", &report, args.scope.dry_run)?;
    let changed = !report.written.is_empty() || !report.removed.is_empty();
    Ok(if args.exit_code && changed && code == exit::CLEAN { exit::WRITTEN } else { code })
}

/// Prints what a run did. Shared by the commands that write.
pub fn show(global: &Global, command: &str, report: &Report, dry_run: bool) -> Result<u8, Failure> {
    match global.format {
        Format::Json => ui::json(command, &ui::Run { dry_run, report })?,
        _ => {
            ui::problems(&report.problems);
            text(report, dry_run)?;
        }
    }
    Ok(exit::of(&report.problems))
}

fn text(report: &Report, dry_run: bool) -> Result<(), Failure> {
    let mut out = ui::done();
    writeln!(
        out,
        "{}, {} in {} ({} shared by several documents)",
        ui::plural(report.documents, "document"),
        ui::plural(report.units, "unit"),
        ui::plural(report.messages, "message"),
        report.shared
    )?;
    if report.up_to_date {
        writeln!(out, "Nothing changed since the last sync.")?;
    } else {
        english(&mut out, report)?;
    }
    for drafts in report.drafts.iter().filter(|drafts| drafts.needed > 0) {
        translate::write_locale(&mut out, drafts, dry_run)?;
    }
    let width = report.locales.iter().map(|locale| locale.locale.len()).max().unwrap_or(0);
    for locale in &report.locales {
        if let Some(counts) = &locale.counts {
            ui::locale_line(&mut out, &locale.locale, width, counts)?;
        }
        if locale.unreadable {
            writeln!(out, "{:width$}  not known: files of it could not be read", locale.locale)?;
        }
        if locale.failed_pages > 0 {
            let pages = ui::plural(locale.failed_pages, "page");
            writeln!(out, "{:width$}  {pages} could not be written, and do not show this: see the errors", "")?;
        }
        changes(&mut out, locale)?;
    }
    if report.taken > 0 {
        let verb = if dry_run { "would be taken" } else { "taken" };
        writeln!(out, "{} {verb} over from edited pages (now human).", ui::plural(report.taken, "wording"))?;
    }
    let verb = if dry_run { "Would write" } else { "Wrote" };
    match report.written.len() {
        0 if report.up_to_date => {}
        0 if report.problems.has_errors() => writeln!(out, "No file was written: see the errors.")?,
        0 => writeln!(out, "Every file was up to date.")?,
        count if dry_run => {
            ui::paths(&mut out, &format!("{verb} {}:", ui::plural(count, "file")), &report.written, 40)?;
        }
        count => ui::files(&mut out, &format!("{verb} {}", ui::plural(count, "file")), &report.written)?,
    }
    let verb = if dry_run { "Would remove" } else { "Removed" };
    ui::paths(&mut out, &format!("{verb}:"), &report.removed, 20)?;
    ui::paths(
        &mut out,
        "Pages that no document has any more (`handback sync --prune` removes them):",
        &report.orphans,
        20,
    )?;
    let heading =
        "Pages of which nothing is translated (`handback sync --prune` removes those that are as handback wrote them):";
    ui::paths(&mut out, heading, &report.unpublished, 20)?;
    if let Some(hint) = &report.hint {
        let variables = ui::plural(hint.variables, "variable");
        writeln!(
            out,
            "The documents differ in values such as names: {variables} would save about {} % of the messages. \
             `handback variables --suggest` shows them, `--write` declares them.",
            hint.percent
        )?;
    }
    next(&mut out, report)
}

fn english(out: &mut dyn std::io::Write, report: &Report) -> Result<(), Failure> {
    let english = &report.english;
    let parts: Vec<String> = [
        (english.added, "new"),
        (english.changed, "changed"),
        (english.split, "changed in some documents only"),
        (english.recast, "the same with values lifted out or put back"),
        (english.removed, "gone"),
        (english.moved, "moved between files"),
    ]
    .iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect();
    if !parts.is_empty() {
        writeln!(out, "English messages: {}.", parts.join(", "))?;
    }
    if english.renamed_documents > 0 {
        writeln!(
            out,
            "{} renamed; translations and hand-off metadata follow.",
            ui::plural(english.renamed_documents, "document")
        )?;
    }
    Ok(())
}

fn changes(out: &mut dyn std::io::Write, locale: &LocaleReport) -> Result<(), Failure> {
    let parts: Vec<String> = [
        (locale.human_edits, "edited by hand (now human)"),
        (locale.recognized, "known from elsewhere"),
        (locale.unproven, "of unknown origin (now unproven)"),
        (locale.newly_stale, "became stale"),
        (locale.carried, "kept although the English changed a little"),
        (locale.current_again, "current again"),
        (locale.newly_obsolete, "became obsolete (kept)"),
        (locale.deleted, "removed by hand"),
        (locale.unknown, "unknown to the reference (left alone)"),
    ]
    .iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect();
    if !parts.is_empty() {
        writeln!(out, "    {}: {}", locale.locale, parts.join(", "))?;
    }
    Ok(())
}

/// What is next, for whom.
fn next(out: &mut dyn std::io::Write, report: &Report) -> Result<(), Failure> {
    for locale in &report.locales {
        let Some(counts) = &locale.counts else { continue };
        let by = &counts.by_message;
        let mut work = Vec::new();
        if by.stale > 0 {
            work.push(format!("{} to bring up to date", ui::plural(by.stale, "stale message")));
        }
        if by.missing > 0 {
            work.push(format!("{} to translate", ui::plural(by.missing, "message")));
        }
        if by.unproven > 0 {
            work.push(format!("{} of unknown origin to approve", ui::plural(by.unproven, "translation")));
        }
        if by.machine > 0 {
            work.push(format!("{} to approve", ui::plural(by.machine, "machine translation")));
        }
        if !work.is_empty() {
            let locale = &locale.locale;
            writeln!(out, "Next for {locale} translators: {} (`handback review --locale {locale}`).", work.join(", "))?;
        }
    }
    if report.locales.is_empty() && report.documents > 0 {
        writeln!(
            out,
            "There is no locale yet: name some under `locales` in handback.yaml, such as `locales: [fr-FR]`."
        )?;
    }
    Ok(())
}
