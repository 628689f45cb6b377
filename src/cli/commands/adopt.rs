use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use handback_core::catalog::state::TranslationType;
use jiff::civil::Date;

use crate::cli::args::{Format, Global, today};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::adopt::decide::{AdoptOptions, Prefer};
use handback::commands::adopt::{self, AdoptJob, AdoptReport};
use handback::problem::shown;
use handback::project::paths::RESCUED_FOLDER;
use handback::snapshot::Scope;

/// Take over existing localized documents: fill the Fluent resources and the state from them
///
/// Every page is aligned with the English that it was made from: the one with its `ms.openlocfilehash`, at the commit
/// that it names, or in its comments; else, unproven, the one around its time that it fits best. Regenerating then gives the adopted
/// bytes; every line that does not is reported. Work of people in the resources stays.
#[derive(Debug, Args)]
pub struct AdoptArgs {
    /// Folder of the localized pages, laid out as the sources are [default: where `output` has them]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Documents or folders of the sources to adopt pages for [default: all]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Locale of the pages
    #[arg(long, value_name = "LOCALE")]
    locale: String,
    /// Folder of older English sources, for pages that were made from them
    #[arg(long, value_name = "DIR")]
    source_at: Option<PathBuf>,
    /// Which of several translations of one text becomes the shared one
    #[arg(long, value_enum, default_value_t)]
    prefer: PreferArg,
    /// Overwrite translations that people wrote in the resources
    #[arg(long)]
    force: bool,
    /// Who made the translations of pages that do not say it in `ms.translationtype` [default: human]
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    kind: Option<KindArg>,
    /// Show what would be adopted without writing anything
    #[arg(long)]
    dry_run: bool,
    /// Date for translations whose page names none
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum PreferArg {
    #[default]
    Frequent,
    Newest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum KindArg {
    Human,
    Machine,
}

pub fn run(global: &Global, args: &AdoptArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let prefer = if args.prefer == PreferArg::Newest { Prefer::Newest } else { Prefer::Frequent };
    let kind = args.kind.map(|kind| match kind {
        KindArg::Human => TranslationType::Human,
        KindArg::Machine => TranslationType::Machine,
    });
    let job = AdoptJob {
        scope: Scope { paths: args.paths.clone(), locales: Vec::new(), shard: None, today: today(args.date)? },
        locale: args.locale.clone(),
        folder: args.folder.clone(),
        source_at: args.source_at.clone(),
        options: AdoptOptions { prefer, force: args.force, kind },
        dry_run: args.dry_run,
    };
    let report = adopt::run_with(&config, &job, &ui::progress("pages read"))?;
    match global.format {
        Format::Json => ui::json("adopt", &ui::Run { dry_run: args.dry_run, report: &report })?,
        _ => text(&report, args)?,
    }
    Ok(exit::of(&report.problems))
}

fn text(report: &AdoptReport, args: &AdoptArgs) -> Result<(), Failure> {
    ui::problems(&report.problems);
    let mut out = ui::done();
    writeln!(
        out,
        "{}: {} made from today's English, {} from an earlier one, {} from one that was not found",
        ui::plural(report.pages, "page"),
        report.made_from_today,
        report.made_from_earlier,
        report.unproven
    )?;
    let presumed = report.english.iter().filter(|english| !english.proven && !english.is_todays).count();
    if presumed > 0 {
        let are = if presumed == 1 { "1 of these fits" } else { &format!("{presumed} of these fit") };
        writeln!(out, "{are} an earlier English best: what changed since is stale")?;
    }
    writeln!(
        out,
        "{} of {} translated ({})",
        report.aligned,
        ui::plural(report.units, "unit"),
        ui::percent(report.aligned, report.units)
    )?;
    taken(&mut out, report)?;
    groups(&mut out, report)?;
    still_english(&mut out, report, &args.locale)?;
    deviations(&mut out, report)?;
    own_entries(&mut out, report)?;
    let verb = if args.dry_run { "Would write" } else { "Wrote" };
    ui::files(&mut out, &format!("{verb} {}", ui::plural(report.written.len(), "file")), &report.written)?;
    if !args.dry_run {
        changed_pages(&mut out, report, args.folder.is_none())?;
        writeln!(out, "Next: `handback sync` regenerates the pages.")?;
    }
    Ok(())
}

/// Says what became of the texts that were taken.
fn taken(out: &mut dyn std::io::Write, report: &AdoptReport) -> Result<(), Failure> {
    let adopted = &report.adopted;
    writeln!(
        out,
        "{}, {}, {} with a selector; {} of an earlier English (stale)",
        ui::plural(adopted.messages, "message"),
        ui::plural(adopted.overrides, "override"),
        adopted.selectors,
        adopted.stale
    )?;
    if adopted.additions > 0 {
        writeln!(
            out,
            "{} that the English does not have, kept in the document's resource",
            ui::plural(adopted.additions, "block")
        )?;
    }
    if adopted.blocks > 0 {
        writeln!(
            out,
            "{} of code in another form than the English, kept as the locale's own",
            ui::plural(adopted.blocks, "block")
        )?;
    }
    if !adopted.kept_human.is_empty() {
        writeln!(
            out,
            "Kept {} in the resources that people made (`--force` overwrites them).",
            ui::plural(adopted.kept_human.len(), "translation")
        )?;
    }
    Ok(())
}

/// So many documents are named in a line.
const NAMED: usize = 5;

/// Names, each with how many there are of something, the first few of them.
fn named<'n>(counts: impl ExactSizeIterator<Item = (String, &'n usize)>, what: &str) -> String {
    let more = counts.len().saturating_sub(NAMED);
    let mut list: Vec<String> =
        counts.take(NAMED).map(|(name, count)| format!("{name} ({})", ui::plural(*count, what))).collect();
    if more > 0 {
        list.push(format!("{more} more"));
    }
    ui::harmless(&list.join(", "))
}

/// Says which texts nobody translated, although the pages are adopted as the work of people.
fn still_english(out: &mut dyn std::io::Write, report: &AdoptReport, locale: &str) -> Result<(), Failure> {
    let found = &report.still_english;
    if found.is_empty() {
        return Ok(());
    }
    let count: usize = found.values().sum();
    writeln!(
        out,
        "{} still in English on {}, and counted as made by people: {}. `handback check --locale {locale}` names each as \
         `untranslated`.",
        if count == 1 { "1 text is".to_owned() } else { format!("{count} texts are") },
        if found.len() == 1 { "its page" } else { "their pages" },
        named(found.iter().map(|(name, count)| (name.clone(), count)), "text")
    )?;
    Ok(())
}

/// Says which pages come out otherwise: where a sync writes them, it changes them, and keeps what they were.
fn changed_pages(out: &mut dyn std::io::Write, report: &AdoptReport, lie_in_output: bool) -> Result<(), Failure> {
    let mut lines: BTreeMap<&Path, usize> = BTreeMap::new();
    for deviation in &report.deviations {
        *lines.entry(&deviation.page).or_default() += 1;
    }
    if lines.is_empty() {
        return Ok(());
    }
    let list = named(lines.iter().map(|(page, count)| (shown(page), count)), "line");
    let pages = ui::plural(lines.len(), "page");
    if lie_in_output {
        writeln!(
            out,
            "The next sync changes {pages}, and keeps a copy of each in {RESCUED_FOLDER}/: {list}. What is to stay of them belongs \
             in the English, or in the page after the sync."
        )?;
    } else {
        writeln!(out, "The next sync writes {pages} otherwise: {list}.")?;
    }
    if report.english.iter().any(|english| !english.is_todays) {
        writeln!(out, "It also brings pages that were made from an earlier English up to date.")?;
    }
    Ok(())
}

/// Texts with several translations, the most scattered first.
fn groups(out: &mut dyn std::io::Write, report: &AdoptReport) -> Result<(), Failure> {
    let mut groups: Vec<_> = report.adopted.groups.iter().collect();
    if groups.is_empty() {
        return Ok(());
    }
    groups.sort_by_key(|group| {
        std::cmp::Reverse(group.translations.iter().skip(1).map(|(_, count)| count).sum::<usize>())
    });
    writeln!(
        out,
        "{} several translations; the first of each is the message, the others override it:",
        if groups.len() == 1 { "1 text has".into() } else { format!("{} texts have", groups.len()) }
    )?;
    for group in groups.iter().take(10) {
        let list: Vec<String> =
            group.translations.iter().take(4).map(|(text, count)| format!("“{}” ({count})", shortened(text))).collect();
        writeln!(
            out,
            "  {} {}: {}",
            group.id,
            ui::harmless(&shortened(&group.source)),
            ui::harmless(&list.join(", "))
        )?;
    }
    if groups.len() > 10 {
        writeln!(out, "  and {} more (`--format json` lists all)", groups.len() - 10)?;
    }
    Ok(())
}

fn deviations(out: &mut dyn std::io::Write, report: &AdoptReport) -> Result<(), Failure> {
    let comparable = report.english.iter().filter(|english| english.is_todays).count();
    // Of pages that were made from an earlier English there is nothing to compare.
    if comparable > 0 {
        writeln!(out, "{} of {} regenerate to their very bytes.", report.identical, ui::plural(comparable, "page"))?;
    }
    for deviation in report.deviations.iter().take(20) {
        writeln!(
            out,
            "  {}:{}: {:?} becomes {:?}",
            shown(&deviation.page),
            deviation.line,
            shortened(&deviation.adopted),
            shortened(&deviation.regenerated)
        )?;
    }
    if report.deviations.len() > 20 {
        writeln!(out, "  and {}", ui::plural(report.deviations.len() - 20, "more line"))?;
    }
    Ok(())
}

/// Front matter that becomes that of the English, the most frequent first.
fn own_entries(out: &mut dyn std::io::Write, report: &AdoptReport) -> Result<(), Failure> {
    let mut keys: Vec<(&String, &usize)> = report.front_matter.iter().collect();
    keys.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    if keys.is_empty() {
        return Ok(());
    }
    let shown = keys.iter().take(8).map(|(key, count)| format!("`{key}` ({})", ui::plural(**count, "page")));
    let shown: Vec<String> = shown.collect();
    let more = if keys.len() > 8 { format!(" and {} more", keys.len() - 8) } else { String::new() };
    let keep: Vec<&str> = keys.iter().take(8).map(|(key, _)| key.as_str()).collect();
    writeln!(
        out,
        "Pages have front matter of their own: {}{more}. It becomes that of the English; to keep it, add it \
         to `keep` in `front_matter` of handback.yaml (`front_matter: {{keep: [{}]}}`) and adopt again.",
        ui::harmless(&shown.join(", ")),
        ui::harmless(&keep.join(", "))
    )?;
    Ok(())
}

fn shortened(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(48) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
