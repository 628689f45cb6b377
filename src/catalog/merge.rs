//! Brings a locale up to a new reference: kept, stale, missing, moved, obsolete.
//!
//! A pure function of the old reference, the new one, and the locale's files. Nothing is dropped: a
//! translation that no document uses any more stays where it is, marked obsolete, with its English.

use rustc_hash::FxHashMap;

use super::fingerprint::fingerprint;
use super::locale::LocaleCatalog;
use super::reference::Reference;
use super::state::{Date, State, TranslationType};
use super::{DocumentName, FileKey, Id};

/// What happened to a translation, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A person wrote or edited it in the resource.
    HumanEdit {
        id: Id,
        file: FileKey,
    },
    /// A person removed it from the resource.
    Deleted {
        id: Id,
        file: FileKey,
    },
    /// The resource holds a message that no reference knows.
    Unknown {
        id: Id,
        file: FileKey,
    },
    Moved {
        id: Id,
        from: FileKey,
        to: FileKey,
    },
    /// A new message starts from the translation of another.
    Started {
        id: Id,
        from: Id,
    },
    /// Its English changed.
    Stale {
        id: Id,
        file: FileKey,
    },
    /// Its English is again what it was made from.
    Current {
        id: Id,
        file: FileKey,
    },
    Obsolete {
        id: Id,
        file: FileKey,
    },
    /// An obsolete translation is in use again.
    Revived {
        id: Id,
        file: FileKey,
    },
}

/// A new message whose translations start from those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub new: Id,
    pub old: Id,
    /// The English that the old translations were made from, as of the last sync.
    pub old_text: String,
    /// The document in which the pair was found.
    pub document: DocumentName,
}

/// What a merge goes by.
pub struct Update<'a> {
    pub old: &'a Reference,
    pub new: &'a Reference,
    pub links: &'a [Link],
    pub renames: &'a [(DocumentName, DocumentName)],
    /// Fingerprints of texts that are not translatable, by the id under which a locale may override them.
    pub untranslatable: &'a FxHashMap<Id, String>,
    pub today: &'a Date,
}

/// Brings `catalog` up to `update.new`. Nothing is written; files that changed know it.
pub fn merge(catalog: &mut LocaleCatalog, update: &Update<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    notice_edits(catalog, update, &mut changes);
    follow_renames(catalog, update);
    move_home(catalog, update, &mut changes);
    start_linked(catalog, update, &mut changes);
    judge(catalog, update, &mut changes);
    changes
}

/// Compares every translation with its fingerprint: what differs, a person edited.
fn notice_edits(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    for (key, file) in &mut catalog.files {
        for entry in file.resource.entries() {
            let Some(pattern) = &entry.pattern else { continue };
            let target = fingerprint(pattern.as_str());
            let seen = file.state.messages.get_mut(&entry.id);
            if seen.as_ref().is_some_and(|state| state.target == target) {
                continue;
            }
            // The person saw the English of the last sync, not what it is becoming now.
            let english = [update.old, update.new].into_iter().find_map(|reference| reference.messages.get(&entry.id));
            let english = english
                .map(super::reference::Message::fingerprint)
                .or_else(|| update.untranslatable.get(&entry.id).map(String::as_str));
            let Some(source) = english.map(str::to_owned).or_else(|| seen.as_ref().map(|state| state.source.clone()))
            else {
                changes.push(Change::Unknown { id: entry.id.clone(), file: key.clone() });
                continue;
            };
            let (note, reviewer) = seen.map_or((None, None), |state| (state.note.take(), None));
            let state = State {
                kind: TranslationType::Human,
                origin: "human".into(),
                source,
                target,
                date: update.today.clone(),
                reviewer,
                note,
                previous: None,
                obsolete: false,
            };
            file.state.messages.insert(entry.id.clone(), state);
            changes.push(Change::HumanEdit { id: entry.id.clone(), file: key.clone() });
        }
        let resource = &file.resource;
        if !resource.problems.is_empty() {
            // A message that cannot be read is not a message that was removed.
            continue;
        }
        let mut deleted: Vec<Id> = file
            .state
            .messages
            .keys()
            .filter(|id| resource.get(id).is_none_or(|entry| entry.pattern.is_none()))
            .cloned()
            .collect();
        deleted.sort();
        for id in deleted {
            file.state.messages.remove(&id);
            changes.push(Change::Deleted { id, file: key.clone() });
        }
    }
}

/// A renamed document takes its resource, state and hand-off metadata along.
fn follow_renames(catalog: &mut LocaleCatalog, update: &Update<'_>) {
    for (from, to) in update.renames {
        let from = FileKey::Document(from.clone());
        let to = FileKey::Document(to.clone());
        if !catalog.files.contains_key(&from) {
            continue;
        }
        if !catalog.files.contains_key(&to) {
            let whole = std::mem::take(catalog.file_mut(&from));
            catalog.files.insert(to, whole.relocated());
            catalog.file_mut(&from).relocate();
            continue;
        }
        let file = catalog.file_mut(&from);
        let document = file.state.document.take();
        let moved: Vec<_> =
            file.ids().into_iter().filter_map(|id| file.take(&id).map(|message| (id, message))).collect();
        let target = catalog.file_mut(&to);
        target.state.document = target.state.document.take().or(document);
        for (id, message) in moved {
            if target.pattern(&id).is_none() {
                target.put(&id, message);
            }
        }
    }
}

fn uses(reference: &Reference, document: &DocumentName, id: &str) -> bool {
    reference.documents.get(document).is_some_and(|structure| structure.units.iter().any(|unit| &*unit.id == id))
}

/// Moves translations to the file where the reference now has their message.
fn move_home(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    let mut moves = Vec::new();
    for (key, file) in &catalog.files {
        for id in file.ids() {
            let Some(home) = update.new.messages.get(&id).map(|message| &message.home).filter(|home| *home != key)
            else {
                continue;
            };
            let overrides = match key {
                FileKey::Document(name) if *home == FileKey::Shared => {
                    let was_shared = update.old.messages.get(&id).is_none_or(|message| message.home == FileKey::Shared);
                    was_shared && uses(update.new, name, &id)
                }
                _ => false,
            };
            if !overrides {
                moves.push((id, key.clone(), home.clone()));
            }
        }
    }
    for (id, from, to) in moves {
        let there = catalog.files.get(&to).filter(|file| file.pattern(&id).is_some());
        let usable = |state: Option<&State>| {
            state.is_none_or(|state| !state.obsolete || Some(state.source.as_str()) == english(update, &id))
        };
        if there.is_some_and(|file| usable(file.state.messages.get(&id))) {
            continue;
        }
        // An obsolete one that stands in the way changes places: neither is lost.
        let displaced = catalog.file_mut(&to).take(&id);
        if let Some(message) = catalog.file_mut(&from).take(&id) {
            catalog.file_mut(&to).put(&id, message);
            changes.push(Change::Moved { id: id.clone(), from: from.clone(), to });
        }
        if let Some(message) = displaced {
            catalog.file_mut(&from).put(&id, message);
        }
    }
}

fn english<'u>(update: &'u Update<'_>, id: &str) -> Option<&'u str> {
    update.new.messages.get(id).map(super::reference::Message::fingerprint)
}

/// Gives linked new messages the translation of the message that they came from; it is stale.
fn start_linked(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    for link in update.links {
        let Some(home) = update.new.messages.get(&link.new).map(|message| message.home.clone()) else { continue };
        if catalog.files.get(&home).is_some_and(|file| file.pattern(&link.new).is_some()) {
            continue;
        }
        // The document's own override first; else the message where it stood, or wherever it lives now.
        let own = Some(FileKey::Document(link.document.clone()));
        let home_in = |reference: &Reference| reference.messages.get(&link.old).map(|message| message.home.clone());
        let places = [own, home_in(update.old), home_in(update.new), Some(FileKey::Shared)];
        let found = places.into_iter().flatten().find_map(|key| {
            let file = catalog.files.get(&key)?;
            Some((file.value_of(&link.old)?, file.state.messages.get(&link.old)?.clone()))
        });
        let Some(((pattern, content), mut state)) = found else { continue };
        let made_from_old = state.source == fingerprint(&link.old_text);
        state.previous = state.previous.or_else(|| made_from_old.then(|| link.old_text.clone()));
        state.obsolete = false;
        catalog.file_mut(&home).put(&link.new, (pattern, content, Some(state)));
        changes.push(Change::Started { id: link.new.clone(), from: link.old.clone() });
    }
}

/// Compares every translation's source with the English of today.
fn judge(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    for (key, file) in &mut catalog.files {
        let mut ids: Vec<Id> = file.state.messages.keys().cloned().collect();
        ids.sort();
        for id in ids {
            let english = english_in(update, key, &id);
            let state = file.state.messages.get_mut(&id).expect("listed above");
            let before = update.old.messages.get(&id).filter(|message| message.fingerprint() == state.source);
            let remembered = || before.map(|message| message.text.clone());
            match english {
                None if !state.obsolete => {
                    state.obsolete = true;
                    state.previous = state.previous.take().or_else(remembered);
                    changes.push(Change::Obsolete { id, file: key.clone() });
                }
                None => {}
                Some(english) => {
                    if std::mem::take(&mut state.obsolete) {
                        changes.push(Change::Revived { id: id.clone(), file: key.clone() });
                    }
                    let stale = state.source != english;
                    if stale && before.is_some() {
                        changes.push(Change::Stale { id, file: key.clone() });
                        state.previous = state.previous.take().or_else(remembered);
                    } else if !stale && state.previous.take().is_some() {
                        changes.push(Change::Current { id, file: key.clone() });
                    }
                }
            }
        }
    }
}

/// Fingerprint of the English that a file's message translates today; `None` if nothing uses it.
fn english_in<'u>(update: &'u Update<'_>, key: &FileKey, id: &Id) -> Option<&'u str> {
    if let Some(message) = update.new.messages.get(id) {
        let used = message.home == *key
            || match key {
                FileKey::Document(name) => message.home == FileKey::Shared && uses(update.new, name, id),
                FileKey::Shared => false,
            };
        return used.then(|| message.fingerprint());
    }
    update.untranslatable.get(id).map(String::as_str)
}
