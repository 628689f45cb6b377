//! Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format).

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::plain;
use crate::checks::finding::{Finding, Place};
use crate::commands::check::CheckReport;
use crate::settings::code::{Code, Level};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The whole log. `prefix` stands before paths, so that they begin at the top of the repository. Results
/// are made as they are written: there may be very many.
pub fn format<'a>(report: &'a CheckReport, prefix: &'a str) -> impl Serialize + 'a {
    let notifications: Vec<Value> = report
        .problems
        .errors()
        .map(|error| json!({ "level": "error", "message": { "text": error.to_string() } }))
        .collect();
    Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: json!({ "driver": {
                "name": "handback",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Code::all().map(rule).collect::<Vec<_>>(),
            } }),
            invocations: json!([{
                "executionSuccessful": !report.problems.has_errors(),
                "toolExecutionNotifications": notifications,
            }]),
            column_kind: "unicodeCodePoints",
            results: Results { findings: &report.findings, prefix },
        }],
    }
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Value,
    invocations: Value,
    column_kind: &'static str,
    results: Results<'a>,
}

struct Results<'a> {
    findings: &'a [Finding],
    prefix: &'a str,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.findings.iter().map(|finding| result(finding, self.prefix)))
    }
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.title() },
        "defaultConfiguration": { "level": code.default_level().unwrap_or(Level::Note).name() },
    })
}

fn result(finding: &Finding, prefix: &str) -> Value {
    let index = Code::all().position(|code| code == finding.code);
    let mut result = json!({
        "ruleId": finding.code.name(),
        "ruleIndex": index,
        "level": finding.severity.name(),
        "message": { "text": plain::with_fix(finding) },
        "partialFingerprints": { "handback/v1": super::fingerprint_of(finding) },
        "properties": properties(finding),
    });
    let main = finding.place();
    if let Some(place) = &main {
        result["locations"] = json!([location(place, prefix)]);
    }
    let others: Vec<Value> = [&finding.resource, &finding.output]
        .into_iter()
        .flatten()
        .filter(|place| Some(*place) != main.as_ref())
        .enumerate()
        .map(|(index, place)| {
            let mut location = location(place, prefix);
            location["id"] = json!(index + 1);
            location
        })
        .collect();
    if !others.is_empty() {
        result["relatedLocations"] = json!(others);
    }
    result
}

fn location(place: &Place, prefix: &str) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&format!("{prefix}{}", place.file)) } });
    if let Some(line) = place.line {
        physical["region"] = json!({ "startLine": line });
    }
    json!({ "physicalLocation": physical })
}

/// A relative path as an URI reference.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn properties(finding: &Finding) -> Value {
    let all = [
        ("locale", finding.locale.clone()),
        ("id", finding.id.clone()),
        ("document", finding.document.clone()),
        ("change", finding.change.map(|change| change.to_string())),
        ("rule", finding.rule.map(|rule| rule.to_string())),
        ("previous", finding.previous.clone()),
        ("source", finding.source.clone()),
    ];
    all.into_iter().filter_map(|(key, value)| Some((key.to_owned(), Value::from(value?)))).collect()
}
