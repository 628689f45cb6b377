//! Wordings that were left where their message is no more.
//!
//! One branch moved a text to another document, and another branch worded it where it was. A merge leaves the new wording there, where
//! nothing uses it, and the former one in the new place. That is a decision between two wordings, and nobody has taken it.

use super::escape::Pattern;
use super::locale::LocaleCatalog;
use super::reference::Reference;
use super::state::{Alternative, State, TranslationType};
use super::update::{Change, Update};
use super::{FileKey, Id};

/// Lets a person's wording take the place of a machine's where its message is now, and wait for a decision beside another
/// person's.
pub(super) fn settle(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    for (from, id, to) in strays(catalog, update) {
        let Some((pattern, state)) = wording(catalog, &from, &id) else { continue };
        let Some((other, there)) = wording(catalog, &to, &id) else { continue };
        let is_known = other == pattern
            || there.alternatives.iter().any(|waiting| waiting.pattern() == pattern)
            || there.replaced.iter().any(|old| old.text == pattern.as_str());
        if is_known {
            continue;
        }
        if there.kind == TranslationType::Machine {
            let ours = catalog.file_mut(&from).take(&id);
            let theirs = catalog.file_mut(&to).take(&id);
            if let Some(message) = ours {
                catalog.file_mut(&to).put(&id, message);
                changes.push(Change::Moved { id: id.clone(), from: from.clone(), to });
            }
            if let Some(message) = theirs {
                catalog.file_mut(&from).put(&id, message);
            }
        } else if let Some(there) = catalog.file_mut(&to).state.messages.get_mut(&id) {
            there.alternatives.push(Alternative::new(&pattern, &state));
        }
    }
}

/// People's wordings in files of documents that do not have their message, and did not have it at the last sync either: with
/// the file where it is.
fn strays(catalog: &LocaleCatalog, update: &Update<'_>) -> Vec<(FileKey, Id, FileKey)> {
    let mut found = Vec::new();
    for (key, file) in &catalog.files {
        let states = file
            .state
            .messages
            .iter()
            .filter(|(_, state)| !state.obsolete && !state.is_own() && state.kind != TranslationType::Machine);
        for (id, _) in states {
            let then = match key {
                FileKey::Shared => FileKey::Shared,
                FileKey::Document(name) => FileKey::Document(update.renames.old_name(name).clone()),
            };
            let lives = lives_in(update.new, key, id).zip(lives_in(update.old, &then, id));
            if lives == Some((false, false))
                && let Some(message) = update.new.messages.get(id)
            {
                found.push((key.clone(), id.clone(), message.home.clone()));
            }
        }
    }
    found.sort();
    found
}

/// Whether a file is a place for translations of a message; `None` if there is no such message.
fn lives_in(reference: &Reference, key: &FileKey, id: &Id) -> Option<bool> {
    let message = reference.messages.get(id)?;
    // Most are at home: only of others is the document looked through.
    let uses = || {
        let structure = key.document().and_then(|name| reference.documents.get(name));
        structure.is_some_and(|structure| structure.places(id).next().is_some())
    };
    Some(message.home == *key || uses())
}

fn wording(catalog: &LocaleCatalog, key: &FileKey, id: &Id) -> Option<(Pattern, State)> {
    let file = catalog.files.get(key)?;
    Some((file.pattern(id)?.clone(), file.state.messages.get(id)?.clone()))
}
