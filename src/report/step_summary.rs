//! Findings as the summary of a step of a GitHub workflow: Markdown.

use std::fmt::Write as _;

use handback_core::text::count::counted;

use super::groups::{self, Entry};
use super::{plain, rules};
use crate::commands::check::CheckReport;
use crate::settings::code::Level;

/// Most bytes of the summaries of a step; GitHub shows none of a larger one.
pub const MOST: usize = 1024 * 1024;
/// Entries of each code that are looked at, and all that are shown.
const SHOWN: (usize, usize) = (10, 30);
/// The longest text of a cell, in characters.
const LONGEST: usize = 300;

/// The summary, at most `room` bytes: how many findings by code and locale, and the heaviest.
pub fn format(report: &CheckReport, room: usize) -> String {
    let mut out = format!("## handback check\n\n{}\n", headline(report));
    let mut parts = Vec::new();
    if report.problems.has_errors() {
        parts.push(errors(report));
    }
    if !report.findings.is_empty() {
        parts.extend([table(report), worst(report)]);
    }
    for part in parts {
        if out.len() + part.len() > room {
            out.push_str("\nThe rest does not fit here.\n");
            break;
        }
        out.push_str(&part);
    }
    // A part that does not fit in the little room of a step that wrote much is left out as a whole.
    if out.len() > room { String::new() } else { out }
}

fn headline(report: &CheckReport) -> String {
    let count = |level: Level| report.findings.iter().filter(|finding| finding.severity == level).count();
    let (errors, warnings, notes) = (count(Level::Error), count(Level::Warning), count(Level::Note));
    let documents = format!("{}, {}", counted(report.documents, "document"), counted(report.locales.len(), "locale"));
    match report.findings.is_empty() {
        true if report.problems.has_errors() => format!("Not known: not everything could be read. {documents}."),
        true => format!("Clean: {documents}."),
        false => {
            let counts = [(errors, "error"), (warnings, "warning"), (notes, "note")].map(|(n, noun)| counted(n, noun));
            format!("{} in {documents}.", counts.join(", "))
        }
    }
}

fn errors(report: &CheckReport) -> String {
    let mut out = String::from("\n| not read |\n|---|\n");
    for error in report.problems.errors().take(SHOWN.1) {
        let _ = writeln!(out, "| {} |", cell(&error.to_string()));
    }
    out
}

fn table(report: &CheckReport) -> String {
    let table = groups::table(&report.findings);
    let heads: Vec<String> =
        table.locales.iter().map(|name| if name.is_empty() { "-".to_owned() } else { cell(name) }).collect();
    let mut out = format!("\n| messages | {} | next |\n|---|{}---|\n", heads.join(" | "), "--:|".repeat(heads.len()));
    for (code, counts) in table.rows {
        let counts: Vec<String> =
            counts.iter().map(|count| if *count == 0 { "·".to_owned() } else { count.to_string() }).collect();
        let next = match rules::next(code) {
            "" => String::new(),
            next => cell(next),
        };
        let _ = writeln!(out, "| {} | {} | {next} |", cell(code.name()), counts.join(" | "));
    }
    out
}

/// The heaviest entries, of every code some.
fn worst(report: &CheckReport) -> String {
    let groups = groups::group(report.findings.iter(), SHOWN.0);
    let mut entries: Vec<&Entry<'_>> = groups.entries.iter().collect();
    entries.sort_by_key(|entry| {
        (
            std::cmp::Reverse((entry.first.severity, entry.documents.len() * entry.locales.len().max(1))),
            entry.first.code,
        )
    });
    let total: usize = groups.totals.values().sum();
    let mut out = String::from("\n| | problem | where | what to do |\n|---|---|---|---|\n");
    for entry in entries.iter().take(SHOWN.1) {
        out.push_str(&row(entry));
    }
    if total > entries.len().min(SHOWN.1) {
        let _ = writeln!(out, "\nThe heaviest of {total}: `handback check --max 0` shows all.");
    }
    out
}

fn row(entry: &Entry<'_>) -> String {
    let finding = entry.first;
    let place = plain::place(finding);
    let mut place = cell(place.trim_end_matches(": "));
    if entry.documents.len() > 1 {
        let _ = write!(place, " (in {})", counted(entry.documents.len(), "document"));
    }
    if entry.locales.len() > 1 {
        let names: Vec<&str> = entry.locales.iter().copied().collect();
        let _ = write!(place, ", {}", cell(&names.join(", ")));
    }
    let level = finding.severity.name();
    format!(
        "| {level} {} | {} | {place} | {} |\n",
        cell(finding.code.name()),
        cell(&plain::sentence(finding)),
        cell(&finding.fix)
    )
}

/// A text as code in a cell of a table. All that could be markup, a mention or the end of the cell is a reference to its
/// character.
fn cell(text: &str) -> String {
    let mut out = String::from("<code>");
    for (at, c) in plain::harmless(text).chars().enumerate() {
        if at == LONGEST {
            out.push('…');
            break;
        }
        match c {
            c if c.is_ascii_punctuation() && !matches!(c, '-' | ',' | '/') => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out + "</code>"
}
