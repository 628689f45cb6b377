//! Translations of similar texts, for who words one that has none that holds.

use std::cell::LazyCell;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::memory::{self, Memory, Origin};
use handback_core::text::fingerprint::fingerprint;

use super::queue::Entry;

/// So many are worth reading.
const MOST: usize = 3;

/// A translation of the very text or of a similar one.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// Similarity of the two English texts, 0 to 1.
    pub score: f64,
    /// The English that it was made from.
    pub english: String,
    pub translation: Pattern,
    /// The message that it belongs to, or the file that it was found in.
    pub from: String,
}

/// What a memory has for an entry, the most similar first, from the similarity `least` on: nothing that a person rejected
/// there, and for a stale translation only what was made from an English closer to today's than its own.
pub fn of(memory: &Memory, catalog: &LocaleCatalog, entry: &Entry, least: f64) -> Vec<Similar> {
    let exact = memory.exact(&entry.english, None).into_iter().map(|exact| (exact.entry, 1.0));
    let similar = memory.fuzzy(&entry.english, least, MOST).into_iter().map(|found| (found.entry, found.score));
    let is_closer = |remembered: &memory::Entry| entry.previous.as_ref() != Some(&remembered.source);
    // All files are asked, and only where there is something to ask for.
    let rejected = LazyCell::new(|| catalog.rejected(&entry.id));
    let is_rejected = |target: &str| rejected.iter().any(|rejected| rejected.target == fingerprint(target));
    let draft = entry.draft.as_ref().map(|draft| &draft.text);
    let mut found: Vec<Similar> = Vec::new();
    for (remembered, score) in exact.chain(similar).take_while(|(remembered, _)| is_closer(remembered)) {
        let Some(target) = today(catalog, remembered) else { continue };
        let is_known = Some(&target) == draft || is_rejected(&target);
        let translation = Pattern::Text(target);
        if !is_known && found.iter().all(|other| other.translation != translation) {
            let from = remembered.origin.to_string();
            found.push(Similar { score, english: remembered.source.clone(), translation, from });
        }
    }
    found.truncate(MOST);
    found
}

/// What a translation says today: it may have been decided on since it was remembered. `None` if it is gone.
fn today(catalog: &LocaleCatalog, remembered: &memory::Entry) -> Option<String> {
    match &remembered.origin {
        Origin::File(_) => Some(remembered.target.clone()),
        Origin::Project { id, home, .. } => match catalog.files.get(home)?.pattern(id)? {
            Pattern::Text(text) => Some(text.clone()),
            Pattern::Complex(_) => None,
        },
    }
}
