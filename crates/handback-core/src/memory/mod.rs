//! Translation memory: what was translated before, found by its English.
//!
//! - [`Memory::exact`]: the very text, best first.
//! - [`Memory::fuzzy`]: similar texts with a score, by an index of [`trigrams`].
//! - [`job`]: the same among texts that are to be translated together.

pub mod band;
pub mod job;
pub mod pair;
pub mod po;
pub mod tmx;
mod trigrams;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, OnceLock};

use rapidfuzz::distance::levenshtein::{self, Args, BatchComparator};
use rustc_hash::FxHasher;

use crate::catalog::state::TranslationType;
use crate::catalog::{FileKey, Id};
use crate::text::date::Date;
use crate::text::fingerprint::Fingerprint;
use trigrams::Trigrams;

/// A text with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub source: String,
    pub target: String,
    pub kind: TranslationType,
    pub origin: Origin,
    /// When it last changed, where that is known.
    pub date: Option<Date>,
    /// The places where it stands.
    pub contexts: Vec<Context>,
    /// It is not known whether it was made from this very text: see [`crate::catalog::state::State::source_unproven`].
    pub unproven: bool,
}

/// Where a translation was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A message of the project, in the file where its translation stands.
    Project { id: Id, home: FileKey, obsolete: bool },
    /// A file that the configuration names.
    File(Arc<str>),
}

impl fmt::Display for Origin {
    /// The message's id, or the path of the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Project { id, .. } => write!(f, "{id}"),
            Self::File(path) => f.write_str(path),
        }
    }
}

/// How similar two texts are, 0 to 1: see [`Match::score`].
pub fn similarity(one: &str, other: &str) -> f64 {
    levenshtein::normalized_similarity(one.chars(), other.chars())
}

/// A similarity (0 to 1) as text, such as `87 %`. Rounded down, so that only equal texts have 100 %.
pub fn percent(score: f64) -> String {
    format!("{} %", whole_percent(score))
}

/// A similarity (0 to 1) as whole percent, rounded down.
pub fn whole_percent(score: f64) -> u8 {
    (score * 100.0).floor().clamp(0.0, 100.0) as u8
}

/// The texts before and after a text, by fingerprint; none at the ends of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    pub before: Option<Fingerprint>,
    pub after: Option<Fingerprint>,
}

/// A translation of the very text.
#[derive(Debug, Clone, Copy)]
pub struct Exact<'m> {
    pub entry: &'m Entry,
    /// It stands between the same texts.
    pub in_context: bool,
}

/// A translation of a similar text.
#[derive(Debug, Clone, Copy)]
pub struct Match<'m> {
    pub entry: &'m Entry,
    /// Similarity of the two source texts, 0 to 1: one less the edits for each character of the longer one.
    pub score: f64,
}

/// The translation memory of one locale: all entries, and indexes to find them by text. Entries never change; the index for
/// similar texts is built when it is first needed.
#[derive(Debug, Default)]
pub struct Memory {
    entries: Vec<Entry>,
    /// Hash of the text without wrapping, and place of the entry, in order. A map of the texts would hold all of them twice.
    by_source: Vec<(u64, u32)>,
    trigrams: OnceLock<Trigrams>,
}

impl Memory {
    pub fn new(entries: Vec<Entry>) -> Self {
        let hash = |(entry, place): (&Entry, u32)| (hash_of(&without_wrapping(&entry.source)), place);
        let mut by_source: Vec<(u64, u32)> = entries.iter().zip(0..).map(hash).collect();
        by_source.sort_unstable();
        Self { entries, by_source, trigrams: OnceLock::new() }
    }

    /// The entries of a text that is not wrapped, in the order in which they were read.
    fn of_source<'m, 't>(&'m self, text: &'t str) -> impl Iterator<Item = &'m Entry> + use<'m, 't> {
        let hash = hash_of(text);
        let start = self.by_source.partition_point(|(other, _)| *other < hash);
        let same = self.by_source[start..].iter().take_while(move |(other, _)| *other == hash);
        let entries = same.map(|(_, place)| &self.entries[*place as usize]);
        entries.filter(move |entry| without_wrapping(&entry.source) == text)
    }

    fn trigrams(&self) -> &Trigrams {
        self.trigrams.get_or_init(|| {
            // One place for each text, however many translations it has.
            let is_first = |(at, (hash, place)): &(usize, &(u64, u32))| {
                let text = without_wrapping(&self.entries[*place as usize].source);
                let before = self.by_source[..*at].iter().rev().take_while(|(other, _)| other == hash);
                before.into_iter().all(|(_, other)| without_wrapping(&self.entries[*other as usize].source) != text)
            };
            let firsts = self.by_source.iter().enumerate().filter(is_first);
            let mut places: Vec<usize> = firsts.map(|(_, (_, place))| *place as usize).collect();
            places.sort_unstable();
            Trigrams::of_memory(places.into_iter().map(|place| (place, self.entries[place].source.as_str())))
        })
    }

    /// All that is remembered, in the order in which it was read.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Translations of this very text, the best first: in the same context, a person's before a machine's,
    /// what is in use before what is obsolete or comes from a file, the newest.
    pub fn exact<'m>(&'m self, text: &str, context: Option<&Context>) -> Vec<Exact<'m>> {
        let mut found: Vec<Exact<'m>> = self
            .of_source(&without_wrapping(text))
            .map(|entry| Exact { entry, in_context: context.is_some_and(|context| entry.contexts.contains(context)) })
            .collect();
        // What is equal in all of this stays in the order in which it was read, which is always the same.
        found.sort_by(|a, b| {
            let rank = |exact: &Exact<'_>| {
                let entry = exact.entry;
                (entry.unproven, !exact.in_context, entry.kind != TranslationType::Human, entry.rank())
            };
            rank(a).cmp(&rank(b)).then_with(|| b.entry.date.cmp(&a.entry.date))
        });
        found
    }

    /// Translations of texts that are at least so similar, at most `limit`, the most similar first. The very
    /// text is not among them. Nothing is overlooked: the index only leaves out what cannot be similar enough. In a memory of
    /// hundreds of thousands of texts it looks where rare runs of characters stand, and one in many may be overlooked.
    pub fn fuzzy(&self, text: &str, least: f64, limit: usize) -> Vec<Match<'_>> {
        let trigrams = self.trigrams();
        let scorer = BatchComparator::new(text.chars());
        // The worst of the best so far is on top.
        let mut best: BinaryHeap<Reverse<(Score, Reverse<usize>)>> = BinaryHeap::new();
        let mut cutoff = least;
        trigrams.candidates(text, least, &mut |index, bound| {
            let full = best.len() >= limit;
            if limit == 0 || bound < cutoff || (full && bound <= cutoff) {
                return cutoff;
            }
            let entry = &self.entries[index];
            let args = Args::default().score_cutoff(cutoff);
            let score = scorer.normalized_similarity_with_args(entry.source.chars(), &args);
            if let Some(score) = score.filter(|_| entry.source != text) {
                best.push(Reverse((Score(score), Reverse(index))));
                if best.len() > limit {
                    best.pop();
                }
                if let Some(Reverse((worst, _))) = best.peek().filter(|_| best.len() == limit) {
                    cutoff = worst.0;
                }
            }
            cutoff
        });
        let mut found: Vec<(Score, Reverse<usize>)> = best.into_iter().map(|Reverse(found)| found).collect();
        found.sort_unstable_by_key(|found| Reverse(*found));
        let of_text = |(score, Reverse(index)): (Score, Reverse<usize>)| {
            let exact = self.exact(&self.entries[index].source, None);
            exact.first().map(|exact| Match { entry: exact.entry, score: score.0 })
        };
        found.into_iter().filter_map(of_text).collect()
    }
}

fn hash_of(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A text without the line ends of its file, which mean no more than a blank; those that mean a line break stay.
pub fn without_wrapping(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') || text.contains("  \n") || text.contains("\\\n") || text.contains("\n\n") {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

impl Entry {
    /// What is in use goes before the rest.
    fn rank(&self) -> u8 {
        match &self.origin {
            Origin::Project { obsolete: false, .. } => 0,
            Origin::Project { .. } => 1,
            Origin::File(_) => 2,
        }
    }
}

/// A similarity, which is never "not a number".
#[derive(Debug, Clone, Copy, PartialEq)]
struct Score(f64);

impl Eq for Score {}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(source: &str, target: &str) -> Entry {
        Entry {
            source: source.into(),
            target: target.into(),
            kind: TranslationType::Machine,
            origin: Origin::Project { id: "x".into(), home: FileKey::Shared, obsolete: false },
            date: Some(Date::constant(2026, 1, 1)),
            contexts: Vec::new(),
            unproven: false,
        }
    }

    fn memory(sources: &[&str]) -> Memory {
        Memory::new(sources.iter().map(|source| entry(source, source)).collect())
    }

    #[test]
    fn the_best_of_several_exact_matches_comes_first() {
        let context = Context { before: Some("1".into()), after: None };
        let mut entries =
            vec![entry("N/A", "file"), entry("N/A", "old"), entry("N/A", "obsolete"), entry("N/A", "new")];
        entries[0].origin = Origin::File("a.tmx".into());
        entries[1].contexts.push(context.clone());
        entries[2].origin = Origin::Project { id: "x".into(), home: FileKey::Shared, obsolete: true };
        entries[3].date = Some(Date::constant(2026, 2, 1));
        let best = |entries: &[Entry], context: Option<&Context>| -> Vec<String> {
            let memory = Memory::new(entries.to_vec());
            memory.exact("N/A", context).iter().map(|exact| exact.entry.target.clone()).collect()
        };
        assert_eq!(best(&entries, None), ["new", "old", "obsolete", "file"]);
        assert_eq!(best(&entries, Some(&context)), ["old", "new", "obsolete", "file"]);
        entries[0].kind = TranslationType::Human;
        assert_eq!(best(&entries, None)[0], "file");
        assert!(best(&entries, Some(&Context::default())).len() == 4 && memory(&[]).exact("x", None).is_empty());
    }

    #[test]
    fn similar_texts_are_found_with_their_score() {
        let memory =
            memory(&["Is the app HIPAA compliant?", "Is the app GDPR compliant?", "Where is data kept?", "ab"]);
        let found = |text: &str, least: f64, limit: usize| -> Vec<(String, u32)> {
            let found = memory.fuzzy(text, least, limit);
            found.iter().map(|m| (m.entry.source.clone(), (m.score * 100.0).round() as u32)).collect()
        };
        assert_eq!(found("Is the app GDPR compliant", 0.9, 5), [("Is the app GDPR compliant?".into(), 96)]);
        assert_eq!(found("Is the app GDPR compliant", 0.5, 5).len(), 2);
        assert_eq!(found("Is the app GDPR compliant", 0.5, 1).len(), 1);
        assert!(found("Is the app GDPR compliant?", 0.95, 5).is_empty(), "the very text is no similar one");
        assert_eq!(found("ac", 0.5, 5), [("ab".into(), 50)]);
        assert!(found("", 0.5, 5).is_empty() && found("ab", 0.0, 0).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_overlooked(
            texts in proptest::collection::vec("[ab é]{0,12}", 0..30),
            query in "[ab é]{0,12}",
            least in 0.3_f64..1.0,
        ) {
            let sources: Vec<&str> = texts.iter().map(String::as_str).collect();
            let memory = memory(&sources);
            let mut expected: Vec<f64> = texts
                .iter()
                .filter(|text| **text != query)
                .collect::<std::collections::BTreeSet<_>>()
                .into_iter()
                .map(|text| levenshtein::normalized_similarity(query.chars(), text.chars()))
                .filter(|score| *score >= least)
                .collect();
            expected.sort_by(|a, b| b.total_cmp(a));
            expected.truncate(4);
            let found: Vec<f64> = memory.fuzzy(&query, least, 4).iter().map(|m| m.score).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
