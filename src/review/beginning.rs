//! The beginning of a queue, for who would wait while a large project is read: what the last sync left in the index says which
//! documents to look at, and only these are read.
//!
//! How many messages are in each state is as it was at that sync; the entries are as they are now. Which changes weigh most can
//! be told of the documents that were read alone, so the order is not final. Nothing is written.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::SystemTime;

use handback_core::catalog::DocumentName;
use handback_core::document::Syntax;
use handback_core::text::date::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::queue::{self, Entry};
use crate::commands::remembered::settings_of;
use crate::project::discover::Source;
use crate::project::index::{Index, Record};
use crate::settings::config::Config;
use crate::settings::tree::tree_of;
use crate::snapshot::counts::{Counts, Progress};
use crate::snapshot::narrow::{self, Focus};
use crate::snapshot::{Inputs, Snapshot};

/// What there is to show before a project is read.
pub struct Beginning {
    /// As the last sync counted.
    pub counts: Counts,
    /// Entries that need a person, the most urgent first.
    pub entries: Vec<Entry>,
}

/// When the last sync left what a beginning is made from; `None` if there is nothing.
pub fn left_at(config: &Config) -> Option<SystemTime> {
    Index::written_at(&config.root)
}

/// The beginning of the queue of a locale, of at most so many entries; `None` if the last sync left nothing that says so, or what
/// it says cannot be read.
pub fn of_locale(config: &Config, today: Date, locale: &str, most: usize) -> Option<Beginning> {
    let at = config.locales.iter().position(|own| own.name == locale)?;
    let index = Index::read(&config.root, &settings_of(config, true))?;
    let (counts, inside) = urgent(&index, at, most);
    let inside = inside.into_iter().filter_map(|name| source(config, name));
    let sources: BTreeMap<DocumentName, Source> = inside.map(|source| (source.name.clone(), source)).collect();
    let inside: FxHashSet<DocumentName> = sources.keys().cloned().collect();
    let focus = Focus { index: &index, sources: &sources, inside };
    let config = Arc::new(config.clone());
    let inputs = narrow::read(&config, &focus, &mut |_| ())?;
    drop(index);
    let entries = entries(&config, inputs, (today, at))?;
    Some(Beginning { counts, entries: entries.into_iter().take(most).collect() })
}

fn entries(config: &Config, mut inputs: Inputs, (today, locale): (Date, usize)) -> Option<Vec<Entry>> {
    let locales = inputs.take_locales();
    let snapshot = Snapshot::of(config, &inputs, locales, today);
    let mut entries = queue::build(snapshot.locale(locale));
    entries.retain(|entry| entry.needs_a_person() || entry.is_open());
    (!inputs.elsewhere.has_failed()).then_some(entries)
}

/// How far a message is in a locale, as far as the index knows.
struct Known {
    progress: Progress,
    documents: u32,
    /// The first document that it is in, by its place.
    first: usize,
}

/// How many messages are in each state, and the documents in which those begin that come first in the queue.
fn urgent(index: &Index, locale: usize, most: usize) -> (Counts, Vec<&str>) {
    let documents: Vec<(&String, &Record)> = index.documents().collect();
    let mut known: FxHashMap<u64, Known> = FxHashMap::default();
    for (at, (_, record)) in documents.iter().enumerate() {
        for (one, mut progress) in record.uses() {
            let Some(progress) = progress.nth(locale).map(Progress::from_byte) else { continue };
            let known = known.entry(one.id).or_insert(Known { progress, documents: 0, first: at });
            known.progress = known.progress.max(progress);
            known.documents += 1;
        }
    }
    let mut counts = Counts::default();
    known.values().for_each(|known| counts.add(known.progress));
    let mut urgent: Vec<(u8, Reverse<u32>, usize)> = known
        .into_values()
        .filter_map(|known| Some((rank(known.progress)?, Reverse(known.documents), known.first)))
        .collect();
    urgent.sort_unstable();
    urgent.truncate(most);
    let mut names: Vec<&str> = urgent.into_iter().map(|(.., at)| documents[at].0.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    (counts, names)
}

/// What comes first in the queue; `None` for what needs nobody.
fn rank(progress: Progress) -> Option<u8> {
    match progress {
        Progress::Stale => Some(0),
        Progress::Missing => Some(1),
        Progress::Unproven => Some(2),
        Progress::Machine => Some(3),
        Progress::Human => None,
    }
}

/// The source of a document, if it lies where its name says.
fn source(config: &Config, name: &str) -> Option<Source> {
    let (tree, inner) = tree_of(&config.trees, name);
    let mut paths = tree.bases().map(|base| config.root.join(base).join(inner));
    let path = paths.find(|path| path.is_file())?;
    Some(Source { name: name.into(), syntax: Syntax::of_path(name)?, path })
}
