//! The state of translations, kept in YAML beside the Fluent resources: one line a message, so that
//! differences and merges are line by line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Id, Problem, notation};
use crate::text::fingerprint::Fingerprint;

/// The version of the state format that this program reads and writes.
pub const VERSION: u32 = 1;

/// The note of an adopted translation whose English could not be found.
pub const UNPROVEN: &str = "freshness unproven: the English that the page was made from was not found";

/// A calendar date as `YYYY-MM-DD`.
pub type Date = String;

/// Machine or human translation: the values of `ms.translationtype`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum TranslationType {
    #[serde(rename = "MT")]
    Machine,
    #[serde(rename = "HT")]
    Human,
}

impl State {
    /// What is known of a translation that was made for the English of `source`, and of nothing before it.
    pub fn new(kind: TranslationType, origin: &str, source: &str, target: &str, date: &str) -> Self {
        Self {
            kind,
            origin: origin.to_owned(),
            source: source.to_owned(),
            target: target.to_owned(),
            date: date.to_owned(),
            reviewer: None,
            note: None,
            carried: None,
            since: None,
            previous: None,
            draft: None,
            obsolete: false,
        }
    }

    /// The English that the present wording was made for, where it is not that of `source`.
    pub fn base(&self) -> Option<&str> {
        // What was carried over mechanically was worded anew for the English of `source`.
        self.previous.as_deref().filter(|_| self.carried != Some(Carried::Mechanical))
    }

    /// Marks the translation as made from the English with this fingerprint.
    pub fn made_from(&mut self, english: &str) {
        english.clone_into(&mut self.source);
        self.carried = None;
        self.since = None;
        self.previous = None;
        self.draft = None;
    }
}

impl TranslationType {
    pub fn name(self) -> &'static str {
        match self {
            Self::Machine => "MT",
            Self::Human => "HT",
        }
    }
}

/// How a translation was kept although its English changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Carried {
    /// The change was one of looks: the translation is as it was.
    Cosmetic,
    /// Values changed, and were put into the translation.
    Mechanical,
}

impl Carried {
    pub fn name(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Mechanical => "mechanical",
        }
    }
}

/// What is known of one translation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    #[serde(rename = "type")]
    pub kind: TranslationType,
    /// `import`, `memory`, `mt:<engine>` or `human`.
    pub origin: String,
    /// Fingerprint of the English that it was made from. Current means: equal to today's.
    pub source: Fingerprint,
    /// Fingerprint of the translation itself. A difference means that a person edited the resource.
    pub target: Fingerprint,
    /// When the translation last changed.
    pub date: Date,
    pub reviewer: Option<String>,
    pub note: Option<String>,
    /// While current although its English changed: how it was kept.
    pub carried: Option<Carried>,
    /// While stale: the day since which it is.
    pub since: Option<Date>,
    /// While stale, obsolete or carried: the English that the translation was made from.
    #[serde(default, deserialize_with = "english")]
    pub previous: Option<String>,
    /// While a person's translation is stale: what a machine proposes for the new English. Never published.
    pub draft: Option<Draft>,
    /// No document uses the message any more; it still serves as translation memory.
    #[serde(default)]
    pub obsolete: bool,
}

/// A proposal that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    #[serde(deserialize_with = "text")]
    pub text: String,
    /// `memory` or `mt:<engine>`.
    pub origin: String,
    /// Fingerprint of the English that it was made from.
    pub source: Fingerprint,
}

fn english<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.map(with_placeables))
}

fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(with_placeables)
}

fn with_placeables(text: String) -> String {
    match notation::from_state(&text) {
        std::borrow::Cow::Borrowed(_) => text,
        std::borrow::Cow::Owned(read) => read,
    }
}

/// The hand-off metadata of a document in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOff {
    /// `ms.openlocfilehash`: hash of the English file in CRLF form.
    pub hash: String,
    /// `ms.sourcegitcommit`, where git knew one.
    pub commit: Option<String>,
    /// `ms.lasthandoff`.
    pub date: Date,
    /// `ms.locfileid`: unique per document and locale.
    pub fileid: String,
}

/// One state file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StateFile {
    /// Absent in the state of shared messages.
    pub document: Option<HandOff>,
    pub messages: FxHashMap<Id, State>,
    /// Messages without a translation, with the day since which there is none, where that is not the day
    /// of the hand-off.
    pub missing: BTreeMap<Id, Date>,
    /// Fingerprints of translations that a person rejected: no machine and no memory offers them again.
    pub rejected: BTreeMap<Id, Vec<Fingerprint>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[expect(dead_code, reason = "checked before the typed read")]
    version: u32,
    document: Option<HandOff>,
    #[serde(default)]
    messages: FxHashMap<Box<str>, State>,
    #[serde(default)]
    missing: BTreeMap<Box<str>, Date>,
    #[serde(default)]
    rejected: BTreeMap<Box<str>, Vec<Fingerprint>>,
}

impl StateFile {
    /// Reads a state file.
    pub fn parse(yaml: &str) -> Result<Self, Problem> {
        check_version(yaml, VERSION)?;
        let raw: Raw = serde_yaml::from_str(yaml).map_err(|error| yaml_problem(&error))?;
        let messages = raw.messages.into_iter().map(|(id, state)| (Id::from(id), state)).collect();
        let missing = raw.missing.into_iter().map(|(id, day)| (Id::from(id), day)).collect();
        let rejected = raw.rejected.into_iter().map(|(id, prints)| (Id::from(id), prints)).collect();
        Ok(Self { document: raw.document, messages, missing, rejected })
    }

    /// Writes the file with messages in the given order; those not named follow, sorted by id.
    pub fn format(&self, order: impl IntoIterator<Item = Id>) -> String {
        let mut out = format!("version: {VERSION}\n");
        if let Some(document) = &self.document {
            out.push_str("document:\n");
            let _ = writeln!(out, "  hash: {}", scalar(&document.hash));
            if let Some(commit) = &document.commit {
                let _ = writeln!(out, "  commit: {}", scalar(commit));
            }
            let _ = writeln!(out, "  date: {}", scalar(&document.date));
            let _ = writeln!(out, "  fileid: {}", scalar(&document.fileid));
        }
        if !self.messages.is_empty() {
            out.push_str("messages:\n");
            let mut written = rustc_hash::FxHashSet::default();
            for id in order {
                if let Some(state) = self.messages.get(&id)
                    && written.insert(id.clone())
                {
                    push_line(&mut out, &id, state);
                }
            }
            let mut rest: Vec<_> = self.messages.iter().filter(|(id, _)| !written.contains(*id)).collect();
            rest.sort_by_key(|(id, _)| (*id).clone());
            rest.into_iter().for_each(|(id, state)| push_line(&mut out, id, state));
        }
        if !self.missing.is_empty() {
            out.push_str("missing:\n");
            for (id, day) in &self.missing {
                let _ = writeln!(out, "  {}: {}", scalar(id), scalar(day));
            }
        }
        if !self.rejected.is_empty() {
            out.push_str("rejected:\n");
            for (id, prints) in &self.rejected {
                let prints: Vec<String> = prints.iter().map(|print| scalar(print)).collect();
                let _ = writeln!(out, "  {}: [{}]", scalar(id), prints.join(", "));
            }
        }
        out
    }

    /// Says of a message what another state says of it.
    pub fn take_over(&mut self, id: &Id, other: &Self) {
        put_or_remove(&mut self.missing, id, other.missing.get(id));
        put_or_remove(&mut self.rejected, id, other.rejected.get(id));
        match other.messages.get(id) {
            Some(state) => drop(self.messages.insert(id.clone(), state.clone())),
            None => drop(self.messages.remove(id)),
        }
    }

    /// True if there is nothing to write down.
    pub fn is_empty(&self) -> bool {
        self.document.is_none() && self.messages.is_empty() && self.missing.is_empty() && self.rejected.is_empty()
    }
}

fn put_or_remove<T: Clone>(map: &mut BTreeMap<Id, T>, id: &Id, value: Option<&T>) {
    match value {
        Some(value) => drop(map.insert(id.clone(), value.clone())),
        None => drop(map.remove(id)),
    }
}

/// The lines of a state file that tell of messages: number, id, and what they say. For places and
/// comparisons only; [`StateFile::parse`] is what reads the file.
pub fn message_lines(yaml: &str) -> impl Iterator<Item = (u32, &str, &str)> {
    yaml.lines().zip(1..).filter_map(|(line, number)| {
        let (id, state) = line.strip_prefix("  ")?.split_once(": {")?;
        Some((number, id.trim_matches('"'), state))
    })
}

fn push_line(out: &mut String, id: &str, state: &State) {
    let _ = write!(
        out,
        "  {}: {{type: {}, origin: {}, source: {}, target: {}, date: {}",
        scalar(id),
        state.kind.name(),
        scalar(&state.origin),
        scalar(&state.source),
        scalar(&state.target),
        scalar(&state.date),
    );
    let carried = state.carried.map(|carried| carried.name().to_owned());
    let previous = state.previous.as_deref().map(|text| notation::to_state(text).into_owned());
    let optional = [
        ("reviewer", &state.reviewer),
        ("note", &state.note),
        ("carried", &carried),
        ("since", &state.since),
        ("previous", &previous),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            let _ = write!(out, ", {key}: {}", scalar(value));
        }
    }
    if let Some(draft) = &state.draft {
        let text = scalar(&notation::to_state(&draft.text));
        let _ = write!(
            out,
            ", draft: {{text: {text}, origin: {}, source: {}}}",
            scalar(&draft.origin),
            scalar(&draft.source)
        );
    }
    if state.obsolete {
        out.push_str(", obsolete: true");
    }
    out.push_str("}\n");
}

/// A string as a YAML scalar that fits into `{…}`: plain where no reader takes it for something else.
pub fn scalar(text: &str) -> String {
    let safe = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':' | b'/'))
        && !text.ends_with(':')
        && !looks_like_a_number(text)
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(text));
    // JSON strings are YAML scalars; serializing a string cannot fail.
    if safe { text.to_owned() } else { serde_json::to_string(text).unwrap_or_default() }
}

fn looks_like_a_number(text: &str) -> bool {
    let date = text.len() == 10 && text.as_bytes()[4] == b'-';
    !date && (text.parse::<f64>().is_ok() || text.starts_with("0x") || text.starts_with("0o"))
}

/// Refuses files of another version before their content is looked at.
pub fn check_version(yaml: &str, expected: u32) -> Result<(), Problem> {
    if let Some(line) = yaml.lines().position(|line| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")) {
        return Err(Problem {
            line: line as u32 + 1,
            message: "holds the marks of a merge conflict: resolve it first".into(),
        });
    }
    let line = yaml.lines().position(|line| line.starts_with("version:"));
    let found = line.and_then(|line| yaml.lines().nth(line)).map(|line| line["version:".len()..].trim());
    match found {
        Some(version) if version == expected.to_string() => Ok(()),
        Some(version) => Err(Problem {
            line: line.unwrap_or(0) as u32 + 1,
            message: format!(
                "version {version} of this file format is unknown; this handback reads version {expected}: use the handback that wrote it, or a newer one"
            ),
        }),
        None => Err(Problem { line: 1, message: format!("expected `version: {expected}` at the top") }),
    }
}

/// A YAML error with its line.
pub fn yaml_problem(error: &serde_yaml::Error) -> Problem {
    let line = error.location().map_or(1, |location| location.line() as u32);
    Problem { line, message: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(previous: Option<&str>) -> State {
        State {
            kind: TranslationType::Human,
            origin: "human".into(),
            source: "1234567890123456".into(),
            target: "12e4567890123456".into(),
            date: "2026-11-23".into(),
            reviewer: None,
            note: Some("one: {two}, # three".into()),
            carried: previous.map(|_| Carried::Mechanical),
            since: previous.map(|_| "2026-11-24".to_owned()),
            previous: previous.map(str::to_owned),
            draft: previous.map(|text| Draft { text: text.into(), origin: "mt:x".into(), source: "12e4".into() }),
            obsolete: previous.is_some(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let document =
            HandOff { hash: "5e21".into(), commit: None, date: "2026-11-23".into(), fileid: "64880201".into() };
        let mut file = StateFile { document: Some(document), ..StateFile::default() };
        for id in ["yes", "no", "null", "a", "n-1"] {
            file.messages.insert(id.into(), state(Some("old \"text\"\nwith\u{2028}lines \u{1}")));
            file.missing.insert(format!("{id}-2").into(), "2026-11-22".into());
            file.missing.insert(id.into(), "2026-11-21".into());
            file.rejected.insert(id.into(), vec!["12e4567890123456".into(), "1234567890123456".into()]);
        }
        let yaml = file.format(["no".into(), "yes".into()]);
        assert_eq!(StateFile::parse(&yaml), Ok(file.clone()));
        assert_eq!(file.format(["no".into(), "yes".into()]), yaml);
        assert!(yaml.find("\"no\":").unwrap() < yaml.find("\"yes\":").unwrap());
        let generic: serde_yaml::Value = serde_yaml::from_str(&yaml).unwrap();
        assert!(generic["messages"]["a"]["source"].is_string() && generic["messages"]["a"]["target"].is_string());
    }

    #[test]
    fn other_versions_are_refused() {
        let problem = StateFile::parse("# c\nversion: 2\nfuture: yes\n").unwrap_err();
        assert_eq!(problem.line, 2);
        assert!(problem.message.contains("version 2") && problem.message.contains("reads version 1"));
        assert!(StateFile::parse("messages:\n").is_err());
        assert!(StateFile::parse("version: 1\nunknown: 1\n").unwrap_err().message.contains("unknown"));
    }
}
