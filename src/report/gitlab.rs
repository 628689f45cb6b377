//! Findings as a GitLab code quality report.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::plain;
use crate::checks::finding::Finding;
use crate::commands::check::CheckReport;
use crate::project::paths::in_repository;
use crate::settings::code::Level;
use crate::settings::config::FILE_NAME;

/// The whole report: an array, one object a finding. `prefix` makes paths begin at the repository's top.
pub fn format<'a>(report: &'a CheckReport, prefix: &'a str) -> impl Serialize + 'a {
    Entries { report, prefix }
}

struct Entries<'a> {
    report: &'a CheckReport,
    prefix: &'a str,
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let errors = self.report.problems.errors().map(|problem| error(&problem.to_string(), self.prefix));
        serializer.collect_seq(errors.chain(self.report.findings.iter().map(|finding| entry(finding, self.prefix))))
    }
}

fn error(text: &str, prefix: &str) -> Value {
    json!({
        "description": text,
        "check_name": "error",
        "fingerprint": handback_core::text::fingerprint::fingerprint(text),
        "severity": "blocker",
        "location": { "path": format!("{prefix}{FILE_NAME}"), "lines": { "begin": 1 } },
    })
}

fn entry(finding: &Finding, prefix: &str) -> Value {
    // A location is required; what has no place in the repository is about the project.
    let place = finding.at().and_then(|(file, line)| Some((in_repository(prefix, file)?, line)));
    let (path, line) = place.unwrap_or_else(|| (format!("{prefix}{FILE_NAME}"), None));
    json!({
        "description": plain::with_fix(finding),
        "check_name": finding.code.name(),
        "fingerprint": super::fingerprint_of(finding),
        "severity": match finding.severity {
            Level::Error => "major",
            Level::Warning => "minor",
            Level::Note => "info",
        },
        "location": { "path": path, "lines": { "begin": line.unwrap_or(1) } },
    })
}
