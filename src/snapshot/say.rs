//! What all locales together have a say in: which text is which message, and what numbers new pages get.
//!
//! It is small beside the locales themselves, so that these need not be in memory all at a time.

use std::hash::{BuildHasher as _, BuildHasherDefault};

use handback_core::catalog::ids::IdSet;
use handback_core::catalog::reference::{Message, Reference};
use handback_core::catalog::{FileKey, Id};
use handback_core::text::fingerprint::Fingerprint;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::LocaleInput;
use super::extract::sources;
use super::read::Inputs;

/// The say of some locales.
#[derive(Debug, Default)]
pub struct Say {
    /// Messages whose translation in some locale was made from another English than today's, by that English.
    earlier: FxHashMap<Fingerprint, Vec<Id>>,
    /// Ids in resources that the reference does not have.
    unknown: FxHashSet<Id>,
    /// Hashes of those that it has, in resources and in states.
    held: FxHashSet<u64>,
    stated: FxHashSet<u64>,
    /// The numbers of pages.
    pub(super) numbers: FxHashSet<String>,
    /// Sources that pages were made from, each once for every hash that they name.
    pub(super) handed_off: Vec<HandedOff>,
    seen: FxHashSet<(FileKey, String)>,
}

/// A source that a page was made from, as the page names it.
#[derive(Debug)]
pub(super) struct HandedOff {
    pub key: FileKey,
    pub hash: String,
    pub commit: Option<String>,
}

impl Say {
    /// The say of these locales.
    pub fn of(locales: &[LocaleInput], reference: &Reference) -> Self {
        let mut say = Self::default();
        locales.iter().for_each(|locale| say.add(locale, reference));
        say
    }

    /// Adds that of another locale.
    pub fn add(&mut self, locale: &LocaleInput, reference: &Reference) {
        for (key, file) in &locale.catalog.files {
            for entry in file.resource.entries() {
                match reference.messages.contains_key(&entry.id) {
                    true => _ = self.held.insert(hash(&entry.id)),
                    false => _ = self.unknown.insert(entry.id.clone()),
                }
            }
            self.stated.extend(file.state.messages.keys().map(hash));
            let translations = file.state.messages.iter().filter(|(_, state)| !state.is_own());
            for (id, state) in translations {
                let today = reference.message(id).map(Message::fingerprint);
                let earlier = sources(state).filter(|source| state.obsolete || today != Some(source));
                for source in earlier {
                    let ids = self.earlier.entry(source).or_default();
                    // Mostly one. Whatever is there twice does no harm.
                    if !ids.iter().take(8).any(|known| known == id) {
                        ids.push(id.clone());
                    }
                }
            }
            let Some(document) = &file.state.document else { continue };
            self.numbers.insert(document.fileid.clone());
            if self.seen.insert((key.clone(), document.hash.clone())) {
                let (key, hash, commit) = (key.clone(), document.hash.clone(), document.commit.clone());
                self.handed_off.push(HandedOff { key, hash, commit });
            }
        }
    }

    /// Messages whose translation in some locale was made from another English than today's, by that English: a text that comes
    /// back finds its translation there. Of several the first by its id.
    pub(super) fn translated(&self, inputs: &Inputs, names: &FxHashSet<Id>) -> FxHashMap<Fingerprint, Id> {
        let elsewhere = &inputs.elsewhere.name_ids;
        // What a page has for a name is for that page.
        let is_name = |id: &Id| names.contains(id) || !elsewhere.is_empty() && elsewhere.contains(&IdSet::hash(id));
        let first = |(source, ids): (&Fingerprint, &Vec<Id>)| {
            let id = ids.iter().filter(|id| !is_name(id)).min()?;
            Some((source.clone(), id.clone()))
        };
        self.earlier.iter().filter_map(first).collect()
    }

    /// All ids that are in use, so that a new message gets another.
    pub(super) fn ids(&self, inputs: &Inputs) -> IdSet {
        let mut ids = IdSet::beside(inputs.elsewhere.ids.clone());
        inputs.reference.messages.keys().chain(&self.unknown).for_each(|id| _ = ids.insert(id));
        ids
    }

    /// Whether some resource has a message that a new reference does not: overrides of texts that are not translatable are
    /// among them.
    pub(super) fn goes_beyond(&self, new: &Reference, old: &Reference) -> bool {
        let is_gone = |id: &&Id| !new.messages.contains_key(*id);
        self.unknown.iter().any(|id| is_gone(&id))
            || old.messages.keys().filter(is_gone).any(|id| self.held.contains(&hash(id)))
    }

    /// Whether the state of some locale knows of a translation of a message.
    pub(super) fn knows(&self, id: &Id) -> bool {
        self.stated.contains(&hash(id))
    }
}

fn hash(id: &Id) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(&**id)
}
