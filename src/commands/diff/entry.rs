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

/// `2 messages changed, 3 new`; `no drift`.
pub fn headline(entries: &[Entry]) -> String {
    let count = |kind: Kind| entries.iter().filter(|entry| entry.kind == kind).count();
    let changed = match count(Kind::Changed) {
        0 => None,
        count => Some(format!("{} changed", counted(count, "message"))),
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
    Some(Occurrence {
        document: finding.document.as_deref()?.to_owned(),
        file: finding.file.as_deref()?.to_owned(),
        line: finding.line,
    })
}

fn side(finding: &Finding) -> Option<LocaleSide> {
    let state = match finding.code {
        Code::Stale => "stale",
        Code::Missing => "missing",
        Code::Carried => "carried",
        _ => return None,
    };
    Some(LocaleSide {
        locale: finding.locale.as_deref()?.to_owned(),
        state,
        translation: finding.translation.as_deref().map(str::to_owned),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(code: Code, locale: &str, document: &str, previous: Option<&str>) -> Finding {
        let mut finding = Finding::new(code, "", "");
        finding.id = Some("greeting".into());
        finding.locale = Some(locale.into());
        (finding.document, finding.file) = (Some(document.into()), Some(format!("docs/{document}").into()));
        (finding.line, finding.source) = (Some(3), Some("Good evening".into()));
        finding.previous = previous.map(Into::into);
        finding
    }

    fn plain(kind: Kind, id: &str, change: Option<Severity>, documents: &[&str]) -> Entry {
        let place = |name: &&str| Occurrence { document: (*name).into(), file: (*name).into(), line: None };
        Entry {
            kind,
            id: Some(id.into()),
            change,
            rule: None,
            previous: None,
            source: None,
            diff: Vec::new(),
            documents: documents.iter().map(place).collect(),
            locales: Vec::new(),
        }
    }

    #[test]
    fn findings_about_one_change_are_one_entry() {
        let mut cosmetic = finding(Code::Stale, "fr-FR", "b.md", Some("Good morning"));
        (cosmetic.change, cosmetic.rule) = (Some(Severity::Cosmetic), Some(Rule::Punctuation));
        let mut heavy = finding(Code::Stale, "fr-FR", "a.md", Some("Good morning"));
        (heavy.change, heavy.rule) = (Some(Severity::Substantive), Some(Rule::Words));
        heavy.age_days = Some(12);
        let missing = finding(Code::Missing, "de-DE", "a.md", None);
        let entries = of_findings(&[cosmetic, heavy, missing]);
        let [entry] = &entries[..] else { panic!("{entries:#?}") };
        assert_eq!((entry.kind, entry.weight().as_str()), (Kind::Changed, "substantive (words)"));
        assert_eq!((entry.previous.as_deref(), entry.source.as_deref()), (Some("Good morning"), Some("Good evening")));
        assert_eq!(entry.places(), "docs/a.md:3, in 2 documents");
        let sides: Vec<(&str, String)> = entry.locales.iter().map(|side| (&*side.locale, side.words())).collect();
        let side = |locale, words: &str| (locale, words.to_owned());
        assert_eq!(sides, [side("de-DE", "missing"), side("fr-FR", "stale"), side("fr-FR", "stale for 12 days")]);
        assert_eq!(headline(&entries), "1 message changed");
    }

    #[test]
    fn a_text_that_never_had_a_translation_is_an_entry_of_its_own() {
        let entries = of_findings(&[finding(Code::Missing, "de-DE", "a.md", None)]);
        assert_eq!((entries.len(), entries[0].kind), (1, Kind::Untranslated));
        assert_eq!((entries[0].weight().as_str(), headline(&entries).as_str()), ("untranslated", "1 untranslated"));
        assert_eq!(headline(&[]), "no drift");
    }

    #[test]
    fn what_weighs_most_and_is_in_most_documents_comes_first() {
        use Severity::{Cosmetic, Substantive};
        let mut entries = [
            plain(Kind::Untranslated, "f", None, &["a", "b", "c"]),
            plain(Kind::Removed, "e", None, &["a"]),
            plain(Kind::New, "d", None, &["a"]),
            plain(Kind::Changed, "c", Some(Cosmetic), &["a", "b", "c"]),
            plain(Kind::Changed, "b", Some(Substantive), &["a"]),
            plain(Kind::Changed, "a", Some(Substantive), &["b", "c"]),
        ];
        sort(&mut entries);
        let ids: String = entries.iter().filter_map(|entry| entry.id.as_deref()).collect();
        assert_eq!(ids, "abcdef");
        assert_eq!(headline(&entries), "3 messages changed, 1 new, 1 removed, 1 untranslated");
    }
}
