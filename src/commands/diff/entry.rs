//! What changed, by message: the English before and after, and what it means for each locale.

use std::collections::BTreeMap;

use handback_core::drift::severity::{Rule, Severity};
use handback_core::text::count::counted;
use handback_core::text::date::Date;
use handback_core::text::words::{self, Stretch};
use serde::Serialize;

use crate::checks::finding::Finding;
use crate::settings::code::Code;

/// What became of an English text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Changed,
    /// It was not there before.
    New,
    Removed,
    /// It has no translation, and no other text is known to have been in its place.
    Untranslated,
}

/// One text, however many documents it is in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    pub kind: Kind,
    /// The message; `None` for a text that is gone.
    pub id: Option<String>,
    /// How much the change weighs, in the locale where it weighs most.
    pub change: Option<Severity>,
    pub rule: Option<Rule>,
    pub previous: Option<String>,
    pub source: Option<String>,
    /// From `previous` to `source`.
    pub diff: Vec<Stretch>,
    pub documents: Vec<Occurrence>,
    pub locales: Vec<LocaleSide>,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Occurrence {
    pub document: String,
    pub file: String,
    pub line: Option<u32>,
}

/// How far a locale is with a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LocaleSide {
    pub locale: String,
    /// `stale`, `missing`, `carried` or `current`.
    pub state: &'static str,
    pub translation: Option<String>,
    pub since: Option<Date>,
    pub age_days: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Severity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
}

/// Groups findings about texts (stale, missing, carried) by message, the heaviest change first, then
/// what is in most documents.
pub fn of_findings(findings: &[Finding]) -> Vec<Entry> {
    let mut groups: BTreeMap<(&str, Option<&str>), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let Some(id) = finding.id.as_deref() else { continue };
        groups.entry((id, finding.previous.as_deref())).or_default().push(finding);
    }
    // A locale without a translation belongs to the change that others have gone through.
    let changed: BTreeMap<&str, Option<&str>> =
        groups.keys().filter(|(_, previous)| previous.is_some()).map(|(id, previous)| (*id, *previous)).collect();
    let mut merged: BTreeMap<(&str, Option<&str>), Vec<&Finding>> = BTreeMap::new();
    for ((id, previous), group) in groups {
        let previous = previous.or_else(|| changed.get(id).copied().flatten());
        merged.entry((id, previous)).or_default().extend(group);
    }
    let mut entries: Vec<Entry> = merged.into_iter().map(|((id, old), group)| entry(id, old, &group)).collect();
    sort(&mut entries);
    entries
}

/// `2 texts changed, 3 new`; `no drift`.
pub fn headline(entries: &[Entry]) -> String {
    let count = |kind: Kind| entries.iter().filter(|entry| entry.kind == kind).count();
    let changed = match count(Kind::Changed) {
        0 => None,
        count => Some(format!("{} changed", counted(count, "text"))),
    };
    let others = [(Kind::New, "new"), (Kind::Removed, "removed"), (Kind::Untranslated, "untranslated")];
    let others = others.into_iter().filter(|(kind, _)| count(*kind) > 0);
    let parts: Vec<String> =
        changed.into_iter().chain(others.map(|(kind, name)| format!("{} {name}", count(kind)))).collect();
    if parts.is_empty() { "no drift".to_owned() } else { parts.join(", ") }
}

/// The order in which a person wants to see entries.
pub fn sort(entries: &mut [Entry]) {
    entries.sort_by(|a, b| {
        let key = |entry: &Entry| {
            (
                entry.kind,
                std::cmp::Reverse(entry.change),
                std::cmp::Reverse(entry.documents.len()),
                entry.documents.first().cloned(),
            )
        };
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
}

fn entry(id: &str, previous: Option<&str>, findings: &[&Finding]) -> Entry {
    let source = findings.iter().find_map(|finding| finding.source.as_deref());
    let heaviest = findings.iter().filter_map(|finding| Some((finding.change?, finding.rule))).max_by_key(|(c, _)| *c);
    let mut documents: Vec<Occurrence> = findings.iter().filter_map(|finding| occurrence(finding)).collect();
    documents.sort();
    documents.dedup();
    let mut locales: Vec<LocaleSide> = findings.iter().filter_map(|finding| side(finding)).collect();
    locales.sort();
    locales.dedup();
    Entry {
        kind: if previous.is_some() { Kind::Changed } else { Kind::Untranslated },
        id: Some(id.to_owned()),
        change: heaviest.map(|(change, _)| change),
        rule: heaviest.and_then(|(_, rule)| rule),
        previous: previous.map(str::to_owned),
        source: source.map(str::to_owned),
        diff: previous.zip(source).map(|(old, new)| words::diff(old, new)).unwrap_or_default(),
        documents,
        locales,
    }
}

fn occurrence(finding: &Finding) -> Option<Occurrence> {
    Some(Occurrence { document: finding.document.clone()?, file: finding.file.clone()?, line: finding.line })
}

fn side(finding: &Finding) -> Option<LocaleSide> {
    let state = match finding.code {
        Code::Stale => "stale",
        Code::Missing => "missing",
        Code::Carried => "carried",
        _ => return None,
    };
    Some(LocaleSide {
        locale: finding.locale.clone()?,
        state,
        translation: finding.translation.clone(),
        since: finding.since,
        age_days: finding.age_days,
        change: finding.change,
        rule: finding.rule,
    })
}

impl Entry {
    /// The first place, and `, in 300 documents` if there are more.
    pub fn place_and_count(&self) -> (String, String) {
        let first = self.documents.first().map_or_else(String::new, |place| match place.line {
            Some(line) => format!("{}:{line}", place.file),
            None => place.file.clone(),
        });
        match self.documents.len() {
            0 | 1 => (first, String::new()),
            count => (first, format!(", in {count} documents")),
        }
    }

    /// The same in one.
    pub fn places(&self) -> String {
        let (first, more) = self.place_and_count();
        first + &more
    }

    /// `substantive (words)`, `new`, `removed`.
    pub fn weight(&self) -> String {
        match (self.kind, self.change, self.rule) {
            (Kind::Removed, ..) => "removed".to_owned(),
            (Kind::New, ..) => "new".to_owned(),
            (Kind::Untranslated, ..) => "untranslated".to_owned(),
            (_, Some(change), Some(rule)) => format!("{change} ({rule})"),
            (_, Some(change), None) => change.to_string(),
            _ => "changed".to_owned(),
        }
    }
}

impl LocaleSide {
    /// `stale for 12 days`.
    pub fn words(&self) -> String {
        match self.age_days {
            Some(days) if days > 0 => {
                format!("{} for {}", self.state, counted(usize::try_from(days).unwrap_or(usize::MAX), "day"))
            }
            _ => self.state.to_owned(),
        }
    }
}
