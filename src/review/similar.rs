//! Translations of similar texts, for who words one that has none that holds.

use super::queue::Entry;
use crate::catalog::escape::Pattern;
use crate::catalog::fingerprint::fingerprint;
use crate::catalog::locale::LocaleCatalog;
use crate::memory::{self, Memory, Origin};

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

impl Similar {
    /// The similarity for people; what is not the same never reads 100 %.
    pub fn percent(&self) -> String {
        format!("{:.0} %", (self.score * 100.0).floor())
    }
}

/// What a memory has for an entry, the most similar first: neither what a person rejected there, nor what the entry
/// shows anyway. `least` is the similarity to begin from.
pub fn of(memory: &Memory, catalog: &LocaleCatalog, entry: &Entry, least: f64) -> Vec<Similar> {
    let exact = memory.exact(&entry.english, None).into_iter().map(|exact| (exact.entry, 1.0));
    // One of them may be what the entry itself said before.
    let similar = memory.fuzzy(&entry.english, least, MOST + 1).into_iter().map(|found| (found.entry, found.score));
    let rejected = catalog.rejected(&entry.id);
    let draft = entry.draft.as_ref().map(|draft| &draft.text);
    let mut found: Vec<Similar> = Vec::new();
    for (remembered, score) in exact.chain(similar) {
        let Some((target, from)) = today(catalog, remembered, entry) else { continue };
        let is_known = Some(&target) == draft || rejected.contains(&fingerprint(&target));
        let translation = Pattern::Text(target);
        if !is_known && found.iter().all(|other| other.translation != translation) {
            found.push(Similar { score, english: remembered.source.clone(), translation, from });
        }
    }
    found.truncate(MOST);
    found
}

/// What a translation says today, and where it stands: it may have been decided on since it was remembered. `None` if it
/// is gone, or is the entry's own.
fn today(catalog: &LocaleCatalog, remembered: &memory::Entry, entry: &Entry) -> Option<(String, String)> {
    match &remembered.origin {
        Origin::File(path) => Some((remembered.target.clone(), path.clone())),
        Origin::Project { id, home, .. } if *id == entry.id && *home == entry.key => None,
        Origin::Project { id, home, .. } => match catalog.files.get(home)?.pattern(id)? {
            Pattern::Text(text) => Some((text.clone(), id.to_string())),
            Pattern::Complex(_) => None,
        },
    }
}
