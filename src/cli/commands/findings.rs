//! Findings as text: by message, over documents and locales, with a table at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use handback::checks::finding::Finding;
use handback::commands::check::CheckReport;
use handback::report::plain;
use handback::settings::code::{Code, Level};
use indexmap::IndexMap;

use crate::cli::failure::Failure;
use crate::cli::ui;

/// How much is shown.
#[derive(Debug, Clone, Copy)]
pub struct Show {
    /// Most entries per code; 0: all.
    pub max: usize,
    /// Only the table.
    pub summary: bool,
    /// Only errors, and no table.
    pub quiet: bool,
}

/// What is in several documents or locales is one entry.
struct Entry<'r> {
    first: &'r Finding,
    locales: BTreeSet<&'r str>,
    documents: BTreeSet<&'r str>,
}

/// Writes all findings, the table, and the last line.
pub fn write(out: &mut dyn Write, report: &CheckReport, show: &Show) -> Result<(), Failure> {
    let entries = entries(&report.findings);
    if !show.summary {
        let mut shown: BTreeMap<Code, usize> = BTreeMap::new();
        let mut left: IndexMap<Code, usize> = IndexMap::new();
        for entry in entries.iter().filter(|entry| !show.quiet || entry.first.severity == Level::Error) {
            let count = shown.entry(entry.first.code).or_default();
            *count += 1;
            match show.max > 0 && *count > show.max {
                true => *left.entry(entry.first.code).or_default() += 1,
                false => one(out, entry)?,
            }
        }
        for (code, count) in left {
            writeln!(out, "… and {count} more `{code}`: `handback check --code {code} --max 0` shows all")?;
        }
    }
    if !show.quiet && (entries.len() > show.max.max(1) || show.summary) {
        table(out, report)?;
    }
    last_line(out, report)
}

fn entries(findings: &[Finding]) -> Vec<Entry<'_>> {
    let mut groups: IndexMap<_, Entry<'_>> = IndexMap::new();
    for (index, finding) in findings.iter().enumerate() {
        // What is about no message stands for itself.
        let alone = finding.id.is_none().then_some(index);
        // What is missing in several locales is missing in the same way; a problem is one of that locale.
        let locale = (finding.code != Code::Missing).then_some(&finding.locale);
        let key = (finding.code, locale, &finding.id, &finding.previous, finding.severity, &finding.words, alone);
        let entry = groups.entry(key).or_insert_with(|| Entry {
            first: finding,
            locales: BTreeSet::new(),
            documents: BTreeSet::new(),
        });
        entry.locales.extend(finding.locale.as_deref());
        entry.documents.extend(finding.document.as_deref());
    }
    groups.into_values().collect()
}

fn one(out: &mut dyn Write, entry: &Entry<'_>) -> Result<(), Failure> {
    let finding = entry.first;
    let style = style(finding.severity);
    let (bold, dim) = (ui::BOLD, ui::DIM);
    let place = finding.place().map_or_else(String::new, |place| match place.line {
        Some(line) => format!("{}:{line}: ", place.file),
        None => format!("{}: ", place.file),
    });
    let documents = entry.documents.len();
    let many = if documents > 1 { format!(" (in {documents} documents)") } else { String::new() };
    let others: Vec<&str> =
        entry.locales.iter().copied().filter(|name| finding.locale.as_deref() != Some(name)).collect();
    let also = if others.is_empty() { String::new() } else { format!("; also in {}", others.join(", ")) };
    let age = finding
        .age_days
        .filter(|days| *days > 0)
        .map_or_else(String::new, |days| format!(", for {}", ui::plural(usize::try_from(days).unwrap_or(0), "day")));
    writeln!(
        out,
        "{bold}{}{bold:#}{style}{}{style:#}[{}]: {}{age}{also}{many}",
        ui::harmless(&place),
        finding.severity.name(),
        finding.code,
        ui::harmless(&plain::sentence(finding))
    )?;
    writeln!(out, "    {dim}fix: {}{dim:#}", ui::harmless(&finding.fix))?;
    Ok(())
}

fn style(level: Level) -> anstyle::Style {
    match level {
        Level::Error => ui::RED,
        Level::Warning => ui::YELLOW,
        Level::Note => ui::CYAN,
    }
}

/// How many messages have a finding, by code and locale, and what to type next.
fn table(out: &mut dyn Write, report: &CheckReport) -> Result<(), Failure> {
    let mut counts: BTreeMap<Code, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    let mut alone: BTreeMap<(Code, &str), usize> = BTreeMap::new();
    for finding in &report.findings {
        let locale = finding.locale.as_deref().unwrap_or("");
        let messages = counts.entry(finding.code).or_default().entry(locale).or_default();
        match finding.id.as_deref() {
            Some(id) => drop(messages.insert(id)),
            None => *alone.entry((finding.code, locale)).or_default() += 1,
        }
    }
    let mut locales: Vec<&str> = counts.values().flat_map(BTreeMap::keys).copied().collect();
    locales.sort_unstable();
    locales.dedup();
    let width = counts.keys().map(|code| code.name().len()).max().unwrap_or(0);
    write!(out, "\n{:width$}", "")?;
    for locale in &locales {
        write!(out, "  {:>6}", if locale.is_empty() { "-" } else { locale })?;
    }
    writeln!(out)?;
    for (code, by_locale) in &counts {
        write!(out, "{:width$}", code.name())?;
        for locale in &locales {
            let messages = by_locale.get(locale).map_or(0, BTreeSet::len);
            let count = messages + alone.get(&(*code, *locale)).copied().unwrap_or(0);
            match count {
                0 => write!(out, "  {:>w$}", "·", w = locale.len().max(6))?,
                count => write!(out, "  {count:>w$}", w = locale.len().max(6))?,
            }
        }
        writeln!(out, "  {}{}{:#}", ui::DIM, next(*code), ui::DIM)?;
    }
    Ok(())
}

/// What to type about findings of a code.
fn next(code: Code) -> &'static str {
    match code {
        Code::Missing => "handback translate, or handback review --state missing",
        Code::Stale => "handback diff",
        Code::Machine | Code::UnknownAuthor | Code::OpenDecision => "handback review",
        Code::Carried | Code::Unproven => "handback accept",
        Code::Spaces | Code::Typography | Code::LiteralEmphasis => "handback check --fix",
        Code::ObsoleteReference | Code::StateOutOfDate | Code::OutputOutOfDate | Code::StateWithoutMessage => {
            "handback sync"
        }
        Code::HandEditedOutput => "handback sync --take-edits",
        Code::OrphanedOutput => "handback sync --prune",
        _ => "",
    }
}

fn last_line(out: &mut dyn Write, report: &CheckReport) -> Result<(), Failure> {
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
