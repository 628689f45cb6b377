//! Findings as GitHub workflow commands: annotations beside the lines of a pull request.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::plain;
use crate::checks::finding::Finding;
use crate::commands::check::CheckReport;
use crate::problem::escaped;
use crate::project::paths::in_repository;
use crate::settings::code::Level;

/// Most annotations; GitHub shows ten of a kind beside the lines, and the rest in the log of the step.
const MOST: usize = 1000;

/// One command a line. Problems of one text in several locales are one annotation, the heaviest first; of very many
/// the last line says how many there are.
pub fn format(report: &CheckReport, prefix: &str) -> String {
    let mut out = String::new();
    for error in report.problems.errors() {
        let _ = writeln!(out, "::error title=handback::{}", data(&escaped(&error.to_string())));
    }
    let mut findings: Vec<&Finding> = report.findings.iter().collect();
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
    let groups = || findings.chunk_by(|a, b| key(a) == key(b));
    for findings in groups().take(MOST) {
        out.push_str(&annotation(findings, prefix));
    }
    let left = groups().count().saturating_sub(MOST);
    if left > 0 {
        let _ = writeln!(out, "::notice title=handback::{left} more: `handback check --max 0` shows all.");
    }
    out
}

/// Findings about one text share its place in the source; others stand for themselves.
fn key(finding: &Finding) -> impl Ord + '_ {
    (Reverse(finding.severity), finding.code, finding.at(), &finding.id)
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
    let place = first.at().and_then(|(file, line)| Some((in_repository(prefix, file)?, line)));
    if let Some((file, line)) = place {
        let _ = write!(properties, "file={}", property(&file));
        if let Some(line) = line {
            let _ = write!(properties, ",line={line}");
        }
        properties.push(',');
    }
    let title = match locales.len() {
        0 => first.code.title().to_owned(),
        _ => format!("{} ({})", first.code.title(), locales.join(", ")),
    };
    format!("::{command} {properties}title={}::{}\n", property(&title), data(&text(findings)))
}

/// What the annotation says; its line ends are its own.
fn text(findings: &[&Finding]) -> String {
    let first = findings[0];
    if findings.len() == 1 {
        return escaped(&plain::with_fix(first)).into_owned();
    }
    let source = first.source.as_deref().map(|source| plain::excerpt(source, 80)).unwrap_or_default();
    let head = format!("{source}{} {}", plain::was(first), first.id.as_deref().unwrap_or(""));
    let lines = findings.iter().map(|finding| format!("{}. Fix: {}.", finding.message, finding.fix));
    let lines: Vec<String> = std::iter::once(head).chain(lines).map(|line| escaped(&line).into_owned()).collect();
    lines.join("\n")
}

/// Escapes the message of a command, as the runner's toolkit does; and what other runners take for a command.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    plain::harmless(&text).into_owned()
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(&escaped(text)).replace(':', "%3A").replace(',', "%2C")
}
