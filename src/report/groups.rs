//! Findings by message, over documents and locales; how many there are by code and locale.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::rules;
use crate::checks::finding::{Finding, Text};
use crate::settings::code::Code;

/// What is in several documents or locales is one entry.
pub struct Entry<'r> {
    pub first: &'r Finding,
    pub locales: BTreeSet<&'r str>,
    pub documents: BTreeSet<&'r str>,
}

/// The entries of each code, in the order of their first findings.
pub struct Groups<'r> {
    /// At most as many of a code as were asked for.
    pub entries: Vec<Entry<'r>>,
    /// How many entries a code has, in the order in which they were met.
    pub totals: IndexMap<Code, usize>,
}

/// Groups findings and keeps at most `max` entries of each code. Of those beyond, only a hash is kept: there may be
/// very many.
pub fn group<'r>(findings: impl Iterator<Item = &'r Finding>, max: usize) -> Groups<'r> {
    let mut kept: FxHashMap<u64, usize> = FxHashMap::default();
    let mut beyond: FxHashSet<u64> = FxHashSet::default();
    let mut groups = Groups { entries: Vec::new(), totals: IndexMap::new() };
    for (index, finding) in findings.enumerate() {
        let key = key(finding, index);
        if let Some(at) = kept.get(&key) {
            groups.entries[*at].add(finding);
        } else if !beyond.contains(&key) {
            let total = groups.totals.entry(finding.code).or_default();
            *total += 1;
            if *total > max {
                beyond.insert(key);
                continue;
            }
            kept.insert(key, groups.entries.len());
            let mut entry = Entry { first: finding, locales: BTreeSet::new(), documents: BTreeSet::new() };
            entry.add(finding);
            groups.entries.push(entry);
        }
    }
    groups
}

/// What is one entry has one key.
fn key(finding: &Finding, index: usize) -> u64 {
    // What is missing in several locales is missing in the same way; a problem is one of that locale.
    let of_locale = (finding.code != Code::Missing).then_some((&finding.locale, &finding.message));
    let common = (finding.code, of_locale, finding.severity);
    let hasher = FxBuildHasher;
    match &finding.id {
        Some(id) => hasher.hash_one((common, id, &finding.previous, &finding.words)),
        // One run settles all of these.
        None if rules::next(finding.code) == "handback sync" => hasher.hash_one(common),
        // What else is about no message stands for itself.
        None => hasher.hash_one((common, index)),
    }
}

impl<'r> Entry<'r> {
    fn add(&mut self, finding: &'r Finding) {
        self.locales.extend(finding.locale.as_deref());
        self.documents.extend(finding.document.as_deref());
    }
}

/// How many messages have a finding, by code and locale. What is about no message counts for itself.
pub struct Table<'r> {
    /// Empty: of no locale.
    pub locales: Vec<&'r str>,
    /// A count for each of the locales.
    pub rows: Vec<(Code, Vec<usize>)>,
}

/// Counts findings.
pub fn table(findings: &[Finding]) -> Table<'_> {
    let mut seen: FxHashSet<u64> = FxHashSet::default();
    let mut counts: BTreeMap<Code, BTreeMap<&str, usize>> = BTreeMap::new();
    for finding in findings {
        let locale = finding.locale.as_deref().unwrap_or("");
        let is_new = |id: &Text| seen.insert(FxBuildHasher.hash_one((finding.code, locale, id)));
        if finding.id.as_ref().is_none_or(is_new) {
            *counts.entry(finding.code).or_default().entry(locale).or_default() += 1;
        }
    }
    let locales: BTreeSet<&str> = counts.values().flat_map(BTreeMap::keys).copied().collect();
    let locales: Vec<&str> = locales.into_iter().collect();
    let row = |of: &BTreeMap<&str, usize>| locales.iter().map(|name| of.get(name).copied().unwrap_or(0)).collect();
    let rows = counts.iter().map(|(code, of)| (*code, row(of))).collect();
    Table { locales, rows }
}
