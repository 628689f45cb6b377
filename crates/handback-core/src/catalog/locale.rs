//! One locale's Fluent resources with their state.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::escape::{self, Pattern};
use super::ids::IdSet;
use super::reference::Reference;
use super::resource::{Content, Resource};
use super::state::{Rejected, State, TranslationType};
use super::state_file::StateFile;
use super::{DocumentName, FileKey, Id, layout};
use crate::text::date::Date;
use crate::text::fingerprint::fingerprint;

/// The translations of one locale.
#[derive(Debug, Clone, Default)]
pub struct LocaleCatalog {
    pub locale: String,
    pub files: BTreeMap<FileKey, LocaleFile>,
}

/// A resource and its state, with the changes that are to be written.
#[derive(Debug, Clone, Default)]
pub struct LocaleFile {
    pub resource: Resource,
    pub state: StateFile,
    /// There is no state file beside the resource.
    pub stateless: bool,
    /// Messages set, moved here, or changed, over what the resource holds.
    set: FxHashMap<Id, (Pattern, Content)>,
    /// Messages that moved away.
    removed: FxHashSet<Id>,
    /// The whole file came from another place, or went to one.
    moved: bool,
    /// The bytes that the resource is to have, where a change is taken back.
    whole: Option<String>,
}

/// A translation that rendering may use.
#[derive(Debug, Clone, Copy)]
pub struct Translation<'c> {
    pub id: &'c str,
    pub pattern: &'c Pattern,
    pub state: Option<&'c State>,
    /// Made from the English text that stands there now.
    pub current: bool,
}

impl LocaleFile {
    /// A file as it was read. Of a message that stands twice, the wording counts that its state knows as a person's.
    pub fn new(mut resource: Resource, state: StateFile) -> Self {
        let doubled: Vec<Id> = resource.doubles().map(|(entry, _)| entry.id.clone()).collect();
        for id in doubled {
            let Some(state) = state.messages.get(&id) else { continue };
            let known = |pattern: &Pattern| pattern.is_wording(&state.target);
            match state.kind {
                TranslationType::Human => resource.prefer(&id, known),
                // What the state does not know, a person wrote.
                _ => resource.prefer(&id, |pattern| !known(pattern)),
            }
        }
        Self { resource, state, ..Self::default() }
    }

    /// Has the file written again in the layout of today, although nothing in it changed.
    pub fn renew(&mut self) {
        self.moved = true;
    }

    /// The value of a message, as it will be after writing.
    pub fn pattern(&self, id: &str) -> Option<&Pattern> {
        if let Some((pattern, _)) = self.set.get(id) {
            return Some(pattern);
        }
        if self.removed.contains(id) {
            return None;
        }
        self.resource.get(id).and_then(|entry| entry.pattern.as_ref())
    }

    /// Ids of all messages with a value, in no particular order for those not yet written.
    pub fn ids(&self) -> Vec<Id> {
        let mut ids: Vec<Id> = self
            .resource
            .entries()
            .iter()
            .filter(|entry| entry.pattern.is_some() && !self.removed.contains(&entry.id))
            .map(|entry| entry.id.clone())
            .collect();
        let mut new: Vec<Id> = self.set.keys().filter(|id| self.resource.get(id).is_none()).cloned().collect();
        new.sort();
        ids.extend(new);
        ids
    }

    /// Sets a translation with its state.
    pub fn set_text(&mut self, id: &Id, text: &str, state: State) {
        self.set_pattern(id, Pattern::Text(text.to_owned()), state);
    }

    /// Sets a translation, which may have selectors, with its state.
    pub fn set_pattern(&mut self, id: &Id, pattern: Pattern, state: State) {
        let content = value(&pattern);
        self.set_value(id, pattern, content, state);
    }

    /// Sets a translation given as Fluent source, which may have selectors and terms, with its state.
    pub fn set_value(&mut self, id: &Id, pattern: Pattern, content: String, state: State) {
        self.removed.remove(id);
        self.set.insert(id.clone(), (pattern, Content::Value(content)));
        self.state.messages.insert(id.clone(), state);
    }

    /// Takes the resource for what it is on disk by now, and says which changes that are still to be written it
    /// has overtaken: those of messages that are not what they were. These are forgotten.
    pub fn rebase(&mut self, resource: Resource) -> Vec<Id> {
        let value = |resource: &Resource, id: &Id| resource.get(id).and_then(|entry| entry.pattern.clone());
        let both = self.resource.entries().iter().chain(resource.entries()).map(|entry| entry.id.clone());
        let overtaken = |id: &Id| value(&self.resource, id) != value(&resource, id);
        let mut overtaken: Vec<Id> = both.filter(|id| overtaken(id)).collect();
        overtaken.sort();
        overtaken.dedup();
        for id in &overtaken {
            self.set.remove(id);
        }
        self.resource = resource;
        self.whole = None;
        overtaken
    }

    /// Forgets the changes of a message that are not written yet.
    pub fn forget(&mut self, id: &str) {
        self.set.remove(id);
        self.removed.remove(id);
        self.whole = None;
    }

    /// Takes a message out, with the bytes it is written in, so that another file can take it in.
    pub fn take(&mut self, id: &Id) -> Option<(Pattern, Content, Option<State>)> {
        let pattern = self.pattern(id)?.clone();
        let content = self.content(id)?;
        self.set.remove(id);
        if self.resource.get(id).is_some() {
            self.removed.insert(id.clone());
        }
        Some((pattern, content, self.state.messages.swap_remove(id)))
    }

    /// Puts a message in as it was taken out of another file.
    pub fn put(&mut self, id: &Id, (pattern, content, state): (Pattern, Content, Option<State>)) {
        self.removed.remove(id);
        self.set.insert(id.clone(), (pattern, content));
        if let Some(state) = state {
            self.state.messages.insert(id.clone(), state);
        }
    }

    /// The value of a message, and the bytes that it is written in, its comment included.
    pub fn written(&self, id: &Id) -> Option<(Pattern, Content)> {
        Some((self.pattern(id)?.clone(), self.content(id)?))
    }

    fn content(&self, id: &Id) -> Option<Content> {
        if let Some((_, content)) = self.set.get(id) {
            return Some(content.clone());
        }
        self.resource.get(id).map(|entry| Content::Entry(self.resource.entry_source(entry).replace("\r\n", "\n")))
    }

    /// A copy of a message's value under another id.
    pub fn value_of(&self, id: &Id) -> Option<(Pattern, Content)> {
        let pattern = self.pattern(id)?.clone();
        let content = Content::Value(value(&pattern));
        Some((pattern, content))
    }

    /// Says what bytes the resource is to have. They must be what the changes make of it but for spacing and order.
    pub fn set_whole(&mut self, source: Option<String>) {
        self.whole = source;
    }

    /// True if the resource has to be written.
    pub fn resource_changed(&self) -> bool {
        self.whole.is_some() || self.moved || !self.set.is_empty() || !self.removed.is_empty()
    }

    /// Returns the file for another name; all of it counts as changed, so that it is written there.
    pub fn relocated(mut self) -> Self {
        self.moved = true;
        self
    }

    /// Notes that the file went to another place, so that writing removes what is left in this one.
    pub fn relocate(&mut self) {
        self.moved = true;
    }

    /// The bytes of the resource after all changes. Messages of `home` without a translation keep their place.
    pub fn resource_source(&self, order: &[Id], home: &[Id]) -> String {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let set = self.set.iter().map(|(id, (_, content))| (id.clone(), content.clone())).collect();
        layout::lay_out(self.resource.splice(&set, &self.removed, order), home)
    }

    /// The bytes of the state file, messages as they are in the resource.
    pub fn state_source(&self, order: &[Id], home: &[Id]) -> String {
        let mut ids: Vec<Id> = self.resource.entries().iter().map(|entry| entry.id.clone()).collect();
        if ids.is_empty() {
            ids = order.to_vec();
        }
        self.state.format(&merge_order(&ids, order, &self.set), home)
    }
}

/// The order in which a resource will stand after splicing: existing entries, new ones behind the
/// message that precedes them in the reference order.
fn merge_order(existing: &[Id], order: &[Id], set: &FxHashMap<Id, (Pattern, Content)>) -> Vec<Id> {
    let known: FxHashSet<&Id> = existing.iter().collect();
    let mut after: FxHashMap<Option<&Id>, Vec<&Id>> = FxHashMap::default();
    let mut last = None;
    for id in order {
        if known.contains(id) {
            last = Some(id);
        } else if set.contains_key(id) {
            after.entry(last).or_default().push(id);
        }
    }
    let mut out: Vec<Id> = after.remove(&None).unwrap_or_default().into_iter().cloned().collect();
    for id in existing {
        out.push(id.clone());
        out.extend(after.remove(&Some(id)).unwrap_or_default().into_iter().cloned());
    }
    out
}

impl LocaleCatalog {
    pub fn new(locale: &str) -> Self {
        Self { locale: locale.to_owned(), files: BTreeMap::new() }
    }

    /// The file for `key`, made if it is not there.
    pub fn file_mut(&mut self, key: &FileKey) -> &mut LocaleFile {
        if !self.files.contains_key(key) {
            self.files.insert(key.clone(), LocaleFile::default());
        }
        self.files.get_mut(key).expect("inserted above")
    }

    /// The files in which a document finds its translations.
    pub fn files_of(&self, document: &DocumentName) -> FilesOf<'_> {
        let own = self.files.get(&FileKey::Document(document.clone()));
        FilesOf { own, shared: self.files.get(&FileKey::Shared) }
    }

    /// The translation that a document uses for a message: see [`FilesOf::lookup`].
    pub fn lookup<'c>(
        &'c self,
        reference: &Reference,
        document: &DocumentName,
        id: &'c str,
    ) -> Option<Translation<'c>> {
        self.files_of(document).lookup(reference, document, id)
    }

    /// Translations of a message that a person rejected, in whichever file it stood then.
    pub fn rejected(&self, id: &str) -> Vec<&Rejected> {
        self.files.values().filter_map(|file| file.state.rejected.get(id)).flatten().collect()
    }

    /// The same of all messages.
    pub fn all_rejected(&self) -> FxHashMap<Id, Vec<Rejected>> {
        let mut all: FxHashMap<Id, Vec<Rejected>> = FxHashMap::default();
        for (id, wordings) in self.files.values().flat_map(|file| &file.state.rejected) {
            all.entry(id.clone()).or_default().extend(wordings.iter().cloned());
        }
        all
    }

    /// Since when messages are in documents, as far as it matters for those without a translation: the
    /// first of the days that documents name. `elsewhere` has those of documents that were not read, for shared messages
    /// by the hashes of their ids.
    pub fn missing_since<'c>(
        &'c self,
        reference: &'c Reference,
        elsewhere: Option<&FxHashMap<u64, Date>>,
    ) -> FxHashMap<&'c Id, Date> {
        let mut days: FxHashMap<&Id, Date> = FxHashMap::default();
        for (name, structure) in &reference.documents {
            let Some(file) = self.files.get(&FileKey::Document(name.clone())) else { continue };
            let Some(handed_off) = file.state.document.as_ref().map(|document| document.date) else { continue };
            for id in structure.ids() {
                let day = file.state.missing.get(id).copied().unwrap_or(handed_off);
                let known = days.entry(id).or_insert(day);
                *known = day.min(*known);
            }
        }
        for (id, message) in reference.messages.iter().filter(|_| elsewhere.is_some()) {
            let other =
                elsewhere.filter(|_| message.home == FileKey::Shared).and_then(|days| days.get(&IdSet::hash(id)));
            if let Some(other) = other {
                let known = days.entry(id).or_insert(*other);
                *known = (*other).min(*known);
            }
        }
        // Where a shared translation was removed, that is the day for all documents.
        let shared = self.files.get(&FileKey::Shared).into_iter().flat_map(|file| &file.state.missing);
        days.extend(shared.map(|(id, day)| (id, *day)));
        days
    }
}

/// The files in which a document finds its translations.
#[derive(Debug, Clone, Copy)]
pub struct FilesOf<'c> {
    /// That of the document itself.
    pub own: Option<&'c LocaleFile>,
    /// That of messages which documents share.
    pub shared: Option<&'c LocaleFile>,
}

impl<'c> FilesOf<'c> {
    /// The translation that a document uses for a message: its own override, else the shared one. It is current if every
    /// place of the message in the document has a translation of its English.
    pub fn lookup(self, reference: &Reference, document: &DocumentName, id: &'c str) -> Option<Translation<'c>> {
        self.look_up(reference, document, id, None)
    }

    /// The same at a place of the message with this English: an override with the inline values of another place in it is
    /// none there.
    pub fn lookup_at(
        self,
        reference: &Reference,
        document: &DocumentName,
        id: &'c str,
        place: &str,
    ) -> Option<Translation<'c>> {
        self.look_up(reference, document, id, Some(place))
    }

    fn look_up(
        self,
        reference: &Reference,
        document: &DocumentName,
        id: &'c str,
        place: Option<&str>,
    ) -> Option<Translation<'c>> {
        // Where nothing is translated there is no need to know the message.
        let has = |file: Option<&LocaleFile>| file.is_some_and(|file| file.pattern(id).is_some());
        if !has(self.own) && !has(self.shared) {
            return None;
        }
        let message = reference.messages.get(id)?;
        let shared = || find(self.shared?, id, message.fingerprint());
        let Some(mut own) = self.own.and_then(|file| find(file, id, message.fingerprint())) else { return shared() };
        if own.current || !message.is_lifted() {
            return Some(own);
        }
        let is_obsolete = own.state.is_none_or(|state| state.obsolete);
        let made_from = own.source().filter(|_| !is_obsolete).unwrap_or_default();
        let is_from = |text: &str| fingerprint(text) == made_from;
        if reference.text_like(document, id, made_from).is_some() {
            match place {
                Some(text) if is_from(text) => own.current = true,
                Some(_) => return shared(),
                None => {
                    let everywhere = reference.texts_in(document, id).all(|text| is_from(&text));
                    own.current = everywhere || shared().is_some_and(|shared| shared.current);
                }
            }
            return Some(own);
        }
        if own.kind().is_kept_from_machines() {
            return Some(own);
        }
        // Made from other values of the document: the one for all values is as good as a machine's.
        shared().filter(|shared| shared.current).or(Some(own))
    }

    /// The translation of a text that is not translatable, from the fingerprint of the text.
    pub fn lookup_untranslatable(self, english: &str, id: &'c str) -> Option<Translation<'c>> {
        [self.own, self.shared].into_iter().flatten().find_map(|file| find(file, id, english))
    }
}

fn find<'c>(file: &'c LocaleFile, id: &'c str, english: &str) -> Option<Translation<'c>> {
    let pattern = file.pattern(id)?;
    let state = file.state.messages.get(id);
    let current = state.is_some_and(|state| !state.obsolete && state.source == english);
    Some(Translation { id, pattern, state, current })
}

impl Translation<'_> {
    /// Fingerprint of the English that it was made from.
    fn source(&self) -> Option<&str> {
        self.state.map(|state| state.source.as_str())
    }

    /// Machine unless a person wrote or approved it.
    pub fn kind(&self) -> TranslationType {
        self.state.map_or(TranslationType::Machine, |state| state.kind)
    }
}

/// What stands behind `id =` in a resource.
pub(super) fn value(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Text(text) => escape::encode(text),
        // Lines of a pattern that was read are indented as in a resource.
        Pattern::Complex(source) if source.lines().skip(1).all(|line| line.is_empty() || line.starts_with("    ")) => {
            format!("\n    {source}")
        }
        Pattern::Complex(source) => format!("\n    {}", source.replace('\n', "\n    ")),
    }
}
