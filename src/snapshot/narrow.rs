//! Reads only what a change can reach: some documents with their files, and what all documents share.
//!
//! The run that follows is the same as that over everything, because what it asks of other documents is given to it: how many have
//! each shared message ([`Reference::elsewhere`]), and which ids are taken ([`Elsewhere`]). Which documents are to be read besides
//! those that changed shows afterwards ([`reached`]): then they are read, too, and the run begins again.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use handback_core::catalog::ids::IdSet;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reference::Reference;
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::text::date::Date;
use handback_core::text::fingerprint::{fingerprint, short_hash};
use handback_core::translate::glossary::Glossary;
use handback_core::variables::choices::Choices;
use handback_core::variables::inline::agree::Lift;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::LocaleInput;
use super::read::{Elsewhere, Inputs, read_source};
use super::{Snapshot, records};
use crate::project::discover::Source;
use crate::project::index::{self, Index, Record, Shared};
use crate::project::seen::Seen;
use crate::project::{hash, store};
use crate::settings::config::Config;
use crate::settings::hand_off::HashForm;

/// What is to be read.
pub struct Focus<'a> {
    pub index: &'a Index,
    /// All sources that there are, by name.
    pub sources: &'a BTreeMap<DocumentName, Source>,
    /// Documents that changed, or that a change reaches; also such as are gone.
    pub inside: FxHashSet<DocumentName>,
}

/// Reads it. `seen` is given every path before it is looked at. `None`: something is not as it should be, which only a run over
/// everything can tell.
pub fn read(config: &Arc<Config>, focus: &Focus<'_>, seen: &mut dyn FnMut(&Path)) -> Option<Inputs> {
    let form = focus.index.form;
    let mut inputs = Inputs { catalog_usable: true, is_reference_known: true, hash_form: form, ..Inputs::default() };
    let inside = || focus.sources.iter().filter(|(name, _)| focus.inside.contains(*name));
    inside().for_each(|(_, source)| seen(&source.path));
    let read: Vec<_> =
        inside().collect::<Vec<_>>().into_par_iter().map(|(_, source)| read_source(config, source.clone())).collect();
    for source in read {
        let mut source = source.ok()?;
        if config.hash_form == HashForm::Auto && focus.index.form != HashForm::Auto {
            source.hash = hash::source_hash(source.text.as_bytes(), config.hash, focus.index.form);
        }
        inputs.sources.push(source);
    }
    let names = focus.sources.keys().filter(|name| !focus.inside.contains(*name));
    inputs.kept.extend(names.cloned());
    let mut keys: Vec<FileKey> = focus.inside.iter().cloned().map(FileKey::Document).collect();
    keys.push(FileKey::Shared);
    let mut errors = Vec::new();
    let mut files = store::read_some(config, &config.source_locale, &keys, seen, &inputs.held, &mut errors);
    inputs.reference = store::reference(config, &mut files, &mut inputs.problems, &mut errors);
    for locale in &config.locales {
        let mut files = store::read_some(config, &locale.name, &keys, seen, &inputs.held, &mut errors);
        let (catalog, unusable) = store::locale(config, &locale.name, &mut files, &mut inputs.problems, &mut errors);
        let glossary = Glossary::parse(&files.glossary).ok()?.of_locale(&locale.name);
        let (locale, terms) = (locale.clone(), files.terms);
        inputs.locales.push(LocaleInput { locale, catalog, terms, glossary: Some(glossary), unusable, unknown: false });
    }
    let usable =
        errors.is_empty() && inputs.problems.is_empty() && inputs.locales.iter().all(|one| one.unusable.is_empty());
    if !usable {
        return None;
    }
    inputs.reference.elsewhere = elsewhere(focus, &inputs.reference);
    let failed = Arc::new(AtomicBool::new(false));
    inputs.elsewhere = Elsewhere {
        has_documents: focus.index.outside(&focus.inside).any(|(_, record)| record.is_document),
        ids: focus.index.outside(&focus.inside).flat_map(|(_, record)| record.ids()).collect(),
        file_ids: file_ids(focus, &inputs),
        days: days(focus, &inputs),
        choices: choices(config, focus),
        untranslatable: untranslatable(focus, &inputs),
        name_ids: focus.index.outside(&focus.inside).flat_map(|(_, record)| &record.name_ids).copied().collect(),
        names: focus.index.outside(&focus.inside).flat_map(|(_, record)| &record.names).cloned().collect(),
        texts: Some(Box::new(texts_of(config, focus, Arc::clone(&failed)))),
        failed,
    };
    Some(inputs)
}

/// Hashes of id and text of the shared messages, as the reference has them; `None`: that cannot be read.
pub fn shared_messages(config: &Config) -> Option<Vec<(u64, u64)>> {
    let (mut problems, mut errors) = (Vec::new(), Vec::new());
    let mut files =
        store::read_some(config, &config.source_locale, &[FileKey::Shared], &mut |_| (), &Seen::default(), &mut errors);
    let reference = store::reference(config, &mut files, &mut problems, &mut errors);
    (errors.is_empty() && problems.is_empty()).then(|| records::shared_messages(&reference))
}

/// How many documents outside have each of the shared messages.
fn elsewhere(focus: &Focus<'_>, reference: &Reference) -> FxHashMap<Id, u32> {
    let users = focus.index.users_outside(&focus.inside);
    let shared = reference.messages.iter().filter(|(_, message)| message.home == FileKey::Shared);
    shared.filter_map(|(id, _)| Some((id.clone(), *users.get(&IdSet::hash(id))?))).collect()
}

/// Since when shared messages are in documents outside, in every locale.
fn days(focus: &Focus<'_>, inputs: &Inputs) -> Vec<FxHashMap<u64, Date>> {
    let outside: Vec<&Record> = focus.index.outside(&focus.inside).map(|(_, record)| record).collect();
    (0..inputs.locales.len()).map(|locale| index::first_days(outside.iter().copied(), locale)).collect()
}

/// Overrides of texts that nobody translates in the files that were read, as far as documents outside have these.
fn untranslatable(focus: &Focus<'_>, inputs: &Inputs) -> FxHashMap<Id, FxHashSet<u64>> {
    let files = inputs.locales.iter().flat_map(|input| input.catalog.files.values());
    let ids = files.flat_map(LocaleFile::ids).filter(|id| !inputs.reference.messages.contains_key(id));
    let foreign: FxHashMap<u64, Id> = ids.map(|id| (IdSet::hash(&id), id)).collect();
    let mut found: FxHashMap<Id, FxHashSet<u64>> = FxHashMap::default();
    let outside = focus.index.outside(&focus.inside).filter(|_| !foreign.is_empty());
    for (id, text) in outside.flat_map(|(_, record)| &record.untranslatable) {
        if let Some(id) = foreign.get(id) {
            found.entry(id.clone()).or_default().insert(*text);
        }
    }
    found
}

/// What the forms of their texts depend on, of documents outside.
fn choices(config: &Config, focus: &Focus<'_>) -> Vec<(DocumentName, Arc<Choices>)> {
    let documents = focus.index.outside(&focus.inside).filter(|(_, record)| record.is_document);
    let documents = documents.filter(|_| !config.variables.is_empty());
    documents.map(|(name, record)| (DocumentName::from(name.as_str()), Arc::clone(&record.choices))).collect()
}

fn file_ids(focus: &Focus<'_>, inputs: &Inputs) -> FxHashSet<String> {
    let is_numbered = |locale: &LocaleInput, name: &DocumentName| {
        let file = locale.catalog.files.get(&FileKey::Document(name.clone()));
        file.is_some_and(|file| file.state.document.is_some())
    };
    let has_all = inputs.sources.iter().all(|source| inputs.locales.iter().all(|one| is_numbered(one, &source.name)));
    // Only a new page is given a number.
    let outside = focus.index.outside(&focus.inside).filter(|_| !has_all);
    outside.flat_map(|(_, record)| &record.locales).filter_map(|locale| locale.file_id.clone()).collect()
}

/// Reads the texts of the messages that only documents outside have, and notes if one cannot be read.
fn texts_of(config: &Arc<Config>, focus: &Focus<'_>, failed: Arc<AtomicBool>) -> impl Fn() -> Vec<String> + use<> {
    let config = Arc::clone(config);
    let outside = focus.sources.keys().filter(|name| !focus.inside.contains(*name));
    let keys: Vec<FileKey> = outside.cloned().map(FileKey::Document).collect();
    move || {
        let texts = keys.par_iter().map(|key| {
            let (mut problems, mut errors) = (Vec::new(), Vec::new());
            let (one, none) = (std::slice::from_ref(key), &Seen::default());
            let mut files = store::read_some(&config, &config.source_locale, one, &mut |_| (), none, &mut errors);
            let reference = store::reference(&config, &mut files, &mut problems, &mut errors);
            if !errors.is_empty() || !problems.is_empty() {
                failed.store(true, Ordering::Relaxed);
            }
            reference.messages.into_values().map(|message| message.text.clone()).collect::<Vec<_>>()
        });
        texts.flatten_iter().collect()
    }
}

/// The documents outside that the changes reach: they share a text, an id or a link with what changed, and their files or pages
/// may become others.
pub fn reached(snapshot: &Snapshot<'_>, focus: &Focus<'_>, shared: &Shared) -> FxHashSet<DocumentName> {
    let asked = Asked::of(snapshot, focus.index, shared);
    let outside = focus.index.outside(&focus.inside).collect::<Vec<_>>();
    let hit = outside.into_par_iter().filter(|(_, record)| asked.hits(record));
    let mut hit: FxHashSet<DocumentName> = hit.map(|(name, _)| DocumentName::from(name.as_str())).collect();
    let choices = &snapshot.inputs.elsewhere.choices;
    hit.extend(snapshot.analysis.lifted.swayed.iter().map(|at| choices[*at].0.clone()));
    hit
}

/// What documents outside are asked for.
struct Asked {
    /// Texts that are to become shared, masks on whose values somebody else may have a say, and texts that were translated once.
    texts: FxHashSet<u64>,
    masks: FxHashSet<u64>,
    earlier: FxHashSet<u64>,
    /// Messages of the documents inside; shared ones that changed, or that only one document has now: other files may hold
    /// a translation that is of use again.
    ids: FxHashSet<u64>,
    /// Messages whose wording is one that their state does not know: states of other files may.
    edited: FxHashSet<u64>,
    /// Overrides of which it takes other documents to say what they are of.
    unsure: FxHashSet<u64>,
}

impl Asked {
    fn of(snapshot: &Snapshot<'_>, index: &Index, shared: &Shared) -> Self {
        let (new, old) = (snapshot.reference(), snapshot.last());
        let known: FxHashSet<&str> = old.messages.values().map(|message| message.text.as_str()).collect();
        let mut asked = Self {
            texts: FxHashSet::default(),
            masks: FxHashSet::default(),
            earlier: FxHashSet::default(),
            ids: changed_ids(&index.shared, shared),
            edited: edited(snapshot),
            unsure: snapshot.analysis.unsure.clone(),
        };
        let decides = snapshot.config.lift == Lift::Differing;
        for page in snapshot.pages() {
            let masks: FxHashMap<usize, u64> =
                snapshot.analysis.lifted.masks.get(page.index).into_iter().flatten().copied().collect();
            for (at, (unit, id)) in page.document().units.iter().zip(page.ids()).enumerate() {
                let text = page.english(at);
                let is_settled = id.as_ref().is_some_and(|id| new.elsewhere.contains_key(id));
                if is_settled {
                    continue;
                }
                asked.texts.insert(records::text_hash(text));
                asked.ids.extend(id.iter().map(|id| IdSet::hash(id)));
                asked.masks.extend(masks.get(&at).filter(|_| decides));
                if !unit.translatable || !known.contains(text) {
                    asked.earlier.insert(short_hash(&fingerprint(text)));
                }
            }
        }
        // Somebody may have put a translation into the file of another document.
        let files = snapshot.analysis.locales.iter().flat_map(|locale| &locale.catalog.files);
        let files = files.filter(|(key, _)| **key != FileKey::Shared).map(|(_, file)| file);
        let foreign = files.flat_map(LocaleFile::ids).filter(|id| !new.messages.contains_key(id));
        asked.ids.extend(foreign.map(|id| IdSet::hash(&id)));
        // A check shows the English of what was removed there.
        asked.ids.extend(deleted(snapshot).filter(|id| !new.messages.contains_key(*id)).map(|id| IdSet::hash(id)));
        // Structures that came from another branch may name messages that only other documents have: then these say what stood there.
        let unknown = old.documents.values().flat_map(|structure| &structure.units).map(|unit| &unit.id);
        asked.ids.extend(unknown.filter(|id| old.text(id).is_none()).map(|id| IdSet::hash(id)));
        let left = new.elsewhere.iter().filter(|(id, count)| **count == 1 && !is_used_inside(new, id));
        asked.ids.extend(left.map(|(id, _)| IdSet::hash(id)));
        asked
    }

    fn hits(&self, record: &Record) -> bool {
        index::meet(&self.texts, &record.texts)
            || index::meet(&self.masks, &record.masks)
            || index::meet(&self.earlier, &record.earlier)
            || index::meet(&self.edited, &record.held)
            || !self.unsure.is_empty() && record.untranslatable.iter().any(|(id, _)| self.unsure.contains(id))
            || (!self.ids.is_empty() && record.ids().any(|id| self.ids.contains(&id)))
    }
}

fn is_used_inside(reference: &Reference, id: &Id) -> bool {
    reference.documents.values().any(|structure| structure.places(id).next().is_some())
}

/// Messages that were removed from resources, and stand in the states still.
fn deleted<'s>(snapshot: &'s Snapshot<'_>) -> impl Iterator<Item = &'s Id> {
    snapshot.analysis.locales.iter().flat_map(|locale| &locale.changes).filter_map(|change| match change {
        Change::Deleted { id, .. } => Some(id),
        _ => None,
    })
}

/// Hashes of the messages of which wordings in files of documents were edited, or came from elsewhere.
fn edited(snapshot: &Snapshot<'_>) -> FxHashSet<u64> {
    let changes = snapshot.analysis.locales.iter().flat_map(|locale| &locale.changes);
    let edited = changes.filter_map(|change| match change {
        Change::HumanEdit { id, .. }
        | Change::Recognized { id, .. }
        | Change::Unproven { id, .. }
        | Change::Unknown { id, .. } => Some(IdSet::hash(id)),
        _ => None,
    });
    edited.collect()
}

/// Hashes of the shared messages that are others than at the last sync, in the reference or in some locale.
fn changed_ids(before: &Shared, after: &Shared) -> FxHashSet<u64> {
    let differ = |before: &[(u64, u64)], after: &[(u64, u64)]| {
        let (old, new): (FxHashSet<_>, FxHashSet<_>) =
            (before.iter().copied().collect(), after.iter().copied().collect());
        old.symmetric_difference(&new).map(|(id, _)| *id).collect::<Vec<_>>()
    };
    let mut ids: FxHashSet<u64> = differ(&before.reference, &after.reference).into_iter().collect();
    for (before, after) in before.locales.iter().zip(&after.locales) {
        ids.extend(differ(&before.translations, &after.translations));
    }
    ids
}

/// Brings the index up to what a run over its focus found.
pub fn update(index: &mut Index, records: Vec<(String, Record)>, inside: &FxHashSet<DocumentName>, shared: Shared) {
    for name in inside {
        index.records.remove(&**name);
    }
    index.records.extend(records);
    index.shared = shared;
}
