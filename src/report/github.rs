//! Findings as GitHub workflow commands: annotations beside the lines of a pull request.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::plain;
use crate::checks::finding::Finding;
use crate::commands::check::CheckReport;
use crate::settings::code::Level;

/// One command a line. Problems of one text in several locales are one annotation: GitHub shows
/// ten of a kind.
pub fn format(report: &CheckReport, prefix: &str) -> String {
    let mut groups: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        let key = (std::cmp::Reverse(finding.severity), finding.code, group_place(finding), finding.id.clone());
        groups.entry(key).or_default().push(finding);
    }
    let mut out = String::new();
    for error in report.problems.errors() {
        let _ = writeln!(out, "::error title=handback::{}", data(&error.to_string()));
    }
    for findings in groups.values() {
        out.push_str(&annotation(findings, prefix));
    }
    out
}

/// Findings about one text share its place in the source; others stand for themselves.
fn group_place(finding: &Finding) -> Option<(String, Option<u32>)> {
    finding.place().map(|place| (place.file, place.line))
}

fn annotation(findings: &[&Finding], prefix: &str) -> String {
    let first = findings[0];
    let command = match first.severity {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let locales: Vec<&str> = findings.iter().filter_map(|finding| finding.locale.as_deref()).collect();
    let mut properties = String::new();
    if let Some(place) = first.place() {
        let _ = write!(properties, "file={}", property(&format!("{prefix}{}", place.file)));
        if let Some(line) = place.line {
            let _ = write!(properties, ",line={line}");
        }
        properties.push(',');
    }
    let title = match locales.len() {
        0 => first.code.title().to_owned(),
        _ => format!("{} ({})", first.code.title(), locales.join(", ")),
    };
    let text = match findings.len() {
        1 => plain::with_fix(first),
        _ => {
            let source = first.source.as_deref().map(|source| plain::excerpt(source, 80)).unwrap_or_default();
            let source = source + &plain::was(first);
            let lines: Vec<String> = findings.iter().map(|f| format!("{}. Fix: {}.", f.message, f.fix)).collect();
            format!("{source} {}\n{}", first.id.as_deref().unwrap_or(""), lines.join("\n"))
        }
    };
    format!("::{command} {properties}title={}::{}\n", property(&title), data(&text))
}

/// Escapes the message of a command, as the runner's toolkit does.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
