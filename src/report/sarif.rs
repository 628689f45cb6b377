//! Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), as GitHub's code scanning takes it.

use std::cmp::Reverse;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{plain, rules};
use crate::checks::finding::{Finding, Place};
use crate::commands::check::CheckReport;
use crate::project::paths::{in_address, in_repository};
use crate::settings::code::{Code, Level};
use crate::settings::config::FILE_NAME;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Most results of a run: GitHub refuses a log with more.
pub const MOST: usize = 25_000;
/// The longest text of a property, in characters: GitHub refuses logs of more than 10 MB, packed.
const LONGEST: usize = 500;
/// What paths are relative to.
const BASE: &str = "%SRCROOT%";

/// The whole log. `prefix` stands before paths, so that they begin at the top of the repository. Results are made as
/// they are written. There are at most [`MOST`], the heaviest; the log says how many it leaves out.
pub fn format<'a>(report: &'a CheckReport, prefix: &'a str) -> impl Serialize + 'a {
    Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: json!({ "driver": driver() }),
            invocations: json!([{
                "executionSuccessful": !report.problems.has_errors(),
                "toolExecutionNotifications": notifications(report),
            }]),
            original_uri_base_ids: json!({ BASE: {
                "description": { "text": "The top of the repository, or of the project where there is none." }
            } }),
            column_kind: "unicodeCodePoints",
            results: Results { findings: kept(&report.findings), prefix },
        }],
    }
}

/// How many findings a log leaves out, for want of room.
pub fn left_out(report: &CheckReport) -> usize {
    report.findings.len().saturating_sub(MOST)
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
    original_uri_base_ids: Value,
    column_kind: &'static str,
    results: Results<'a>,
}

struct Results<'a> {
    findings: Vec<&'a Finding>,
    prefix: &'a str,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.findings.iter().map(|finding| result(finding, self.prefix)))
    }
}

/// The heaviest findings, in their order.
fn kept(findings: &[Finding]) -> Vec<&Finding> {
    let mut kept: Vec<(usize, &Finding)> = findings.iter().enumerate().collect();
    if kept.len() > MOST {
        kept.sort_by_key(|(_, finding)| Reverse(finding.severity));
        kept.truncate(MOST);
        kept.sort_unstable_by_key(|(index, _)| *index);
    }
    kept.into_iter().map(|(_, finding)| finding).collect()
}

fn driver() -> Value {
    json!({
        "name": "handback",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": information_uri(),
        "rules": Code::all().map(rule).collect::<Vec<_>>(),
        "notifications": [
            { "id": UNREADABLE, "shortDescription": { "text": "Something could not be read." } },
            { "id": LEFT_OUT, "shortDescription": { "text": "There are more findings than a log may hold." } },
        ],
    })
}

/// Where to read about this program: its home, if its package names one, else the words of the package themselves.
fn information_uri() -> String {
    let home = [env!("CARGO_PKG_HOMEPAGE"), env!("CARGO_PKG_REPOSITORY")].into_iter().find(|home| !home.is_empty());
    home.map_or_else(|| format!("data:text/plain,{}", in_address(env!("CARGO_PKG_DESCRIPTION"))), ToOwned::to_owned)
}

const UNREADABLE: &str = "unreadable";
const LEFT_OUT: &str = "left-out";

fn notifications(report: &CheckReport) -> Vec<Value> {
    let notification = |level: &str, descriptor: &str, text: String| json!({ "level": level, "message": { "text": text }, "descriptor": { "id": descriptor } });
    let errors = report.problems.errors().map(|error| notification("error", UNREADABLE, error.to_string()));
    let left = Some(left_out(report)).filter(|left| *left > 0).map(|left| {
        let text = format!("{left} findings are left out, the lightest: a log holds at most {MOST} results.");
        notification("warning", LEFT_OUT, text)
    });
    errors.chain(left).collect()
}

fn rule(code: Code) -> Value {
    let level = code.default_level().unwrap_or(Level::Note);
    let explanation = rules::explanation(code);
    let next = rules::next(code);
    let (text, markdown) = match next {
        "" => (explanation.clone(), explanation.clone()),
        _ => (format!("{explanation} Next: {next}."), format!("{explanation}\n\nNext: `{next}`.")),
    };
    json!({
        "id": code.name(),
        "name": rules::name(code),
        "shortDescription": { "text": code.title() },
        "fullDescription": { "text": explanation },
        "help": { "text": text, "markdown": markdown },
        "defaultConfiguration": { "level": level.name() },
        "properties": {
            "tags": ["localization", rules::subject(code)],
            "precision": rules::precision(code),
            "problem.severity": match level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Note => "recommendation",
            },
        },
    })
}

fn result(finding: &Finding, prefix: &str) -> Value {
    let index = Code::all().position(|code| code == finding.code);
    let fingerprint = super::fingerprint_of(finding);
    // GitHub looks at this one, and would take what several locales lack of one line for the same.
    let of_line = format!("{fingerprint}:1");
    // What has no place in the repository is about the project.
    let main = finding.place();
    let at = main.as_ref().and_then(|place| location(place, prefix));
    let at = at.or_else(|| location(&Place { file: FILE_NAME.into(), line: None }, prefix));
    let mut result = json!({
        "ruleId": finding.code.name(),
        "ruleIndex": index,
        "level": finding.severity.name(),
        "message": { "text": plain::with_fix(finding) },
        "locations": [at],
        "partialFingerprints": { "handback/v1": fingerprint, "primaryLocationLineHash": of_line },
        "properties": properties(finding),
    });
    let others: Vec<Value> = [&finding.resource, &finding.output]
        .into_iter()
        .flatten()
        .filter(|place| Some(*place) != main.as_ref())
        .filter_map(|place| location(place, prefix))
        .enumerate()
        .map(|(index, mut location)| {
            location["id"] = json!(index + 1);
            location
        })
        .collect();
    if !others.is_empty() {
        result["relatedLocations"] = json!(others);
    }
    result
}

/// GitHub shows nothing that has no line: what is about a whole file is at its first.
fn location(place: &Place, prefix: &str) -> Option<Value> {
    let path = in_repository(prefix, &place.file)?;
    Some(json!({ "physicalLocation": {
        "artifactLocation": { "uri": in_address(&path), "uriBaseId": BASE },
        "region": { "startLine": place.line.unwrap_or(1).max(1) },
    } }))
}

fn properties(finding: &Finding) -> Value {
    let cut = |text: &str| match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    };
    let all = [
        ("locale", finding.locale.as_deref().map(str::to_owned)),
        ("id", finding.id.as_deref().map(str::to_owned)),
        ("document", finding.document.as_deref().map(str::to_owned)),
        ("change", finding.change.map(|change| change.to_string())),
        ("rule", finding.rule.map(|rule| rule.to_string())),
        ("previous", finding.previous.as_deref().map(cut)),
        ("source", finding.source.as_deref().map(cut)),
    ];
    all.into_iter().filter_map(|(key, value)| Some((key.to_owned(), Value::from(value?)))).collect()
}
