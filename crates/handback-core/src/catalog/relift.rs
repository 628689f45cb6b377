//! Takes translations along when a text keeps its words and changes its form: when values of the document
//! are lifted out of it (`… by Contoso` becomes `… by { $developer }`), or put back.
//!
//! Every page keeps its bytes. The wording that most documents have becomes the message; a document whose
//! own is another overrides it. A translation that does not hold the values as the English does stays the
//! document's own: it is made from the text with the values in it.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::escape::{self, Pattern};
use super::locale::{LocaleCatalog, value};
use super::reference::{Message, Values};
use super::resource::Content;
use super::state::{State, TranslationType};
use super::update::{Change, Recast, Reformed, Reforming, Update};
use super::{DocumentName, FileKey, Id, selector};
use crate::text::fingerprint::fingerprint;

/// What a document has for a message in its new form.
#[derive(Debug, Clone)]
struct Held {
    document: DocumentName,
    pattern: Pattern,
    content: Content,
    state: State,
    /// Only right for this document.
    own: bool,
    current: bool,
    /// The English of the place that it was for, and its inline values.
    plain: String,
    inline: Values,
}

/// Moves the translations of all [`Recast`] texts to their new messages, in the form that these have. Only the merge calls
/// it, before it judges what is current.
pub fn relift(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    let mut groups: BTreeMap<&Id, Vec<&Recast>> = BTreeMap::new();
    for recast in update.recasts {
        groups.entry(&recast.new).or_default().push(recast);
    }
    // What stands there is read before anything is moved: a message may come apart into several.
    let held: Vec<(&Id, Vec<Held>)> = groups
        .into_iter()
        .map(|(id, recasts)| {
            let held = recasts.iter().filter_map(|recast| held(catalog, update, recast)).collect();
            (id, one_each(update, id, held))
        })
        .collect();
    for (id, held) in held {
        match update.new.messages.get(id) {
            Some(message) => settle(catalog, id, message, held, changes),
            None => override_name(catalog, id, held, changes),
        }
    }
}

/// One wording for each document: where its places have several, a selector on the place.
fn one_each(update: &Update<'_>, id: &Id, held: Vec<Held>) -> Vec<Held> {
    let mut by_document: BTreeMap<DocumentName, Vec<Held>> = BTreeMap::new();
    for held in held {
        by_document.entry(held.document.clone()).or_default().push(held);
    }
    by_document.into_values().filter_map(|held| in_one(update, id, held)).collect()
}

fn in_one(update: &Update<'_>, id: &Id, mut held: Vec<Held>) -> Option<Held> {
    // The English of today comes first.
    held.sort_by_key(|held| !held.current);
    let first = held.first()?.clone();
    held.retain(|held| held.current == first.current);
    let is_plain = held.iter().all(|held| matches!(held.pattern, Pattern::Text(_)));
    let same = held.iter().all(|held| held.pattern == first.pattern && held.own == first.own);
    let (Some(message), false) = (update.new.messages.get(id), same || !is_plain) else { return Some(first) };
    let structure = update.new.documents.get(&first.document)?;
    let texts: Vec<Option<String>> = structure.places(id).map(|unit| structure.filled(&message.text, unit)).collect();
    let of = |text: &Option<String>| held.iter().find(|held| Some(&held.plain) == text.as_ref());
    let numbered = texts.iter().enumerate().filter_map(|(at, text)| Some(((at + 1).to_string(), of(text)?)));
    let variants = numbered.filter(|(_, held)| held.pattern != first.pattern);
    let variants = variants.map(|(number, held)| (number, held.pattern.as_str()));
    let source = selector::write("occurrence", variants, first.pattern.as_str());
    let Some(pattern) = selector::read_back(id, &source) else { return Some(first) };
    let mut state = first.state.clone();
    // It is a person's only if all of it is.
    if let Some(other) = held.iter().find(|held| held.state.kind != TranslationType::Human) {
        (state.kind, state.origin, state.reviewer) =
            (other.state.kind, other.state.origin.clone(), other.state.reviewer.clone());
    }
    state.date = held.iter().map(|held| held.state.date).max().unwrap_or(state.date);
    state.target = pattern.fingerprint();
    if first.current {
        state.source = message.fingerprint().into();
    }
    Some(Held { pattern, content: Content::Value(source), state, own: true, ..first })
}

fn held(catalog: &LocaleCatalog, update: &Update<'_>, recast: &Recast) -> Option<Held> {
    let old = update.old.messages.get(&recast.old)?;
    let own = FileKey::Document(recast.document.clone());
    let home = match &old.home {
        FileKey::Document(name) if *name == recast.document_before => own.clone(),
        home => home.clone(),
    };
    let file = [own, home, FileKey::Shared].into_iter().find_map(|key| {
        let file = catalog.files.get(&key)?;
        file.pattern(&recast.old).is_some().then_some(file)
    })?;
    let (pattern, content) = file.value_of(&recast.old)?;
    let mut state = file.state.messages.get(&recast.old)?.clone();
    let plain = &recast.plain;
    let current = !state.obsolete && (state.source == old.fingerprint() || state.source == fingerprint(plain));
    let english = update.new.text(&recast.new).unwrap_or(plain);
    let before = &update.old.documents.get(&recast.document_before)?.values_at(&recast.before);
    let inline = &recast.inline;
    let reforming = |translation, is_complex| {
        let (locale, document) = (catalog.locale.as_str(), &recast.document);
        Reforming { locale, document, translation, before, is_complex, old: &old.text, english, inline }
    };
    let pattern = match pattern {
        Pattern::Complex(source) => {
            at_its_place(update, recast, &source).map_or(Pattern::Complex(source), Pattern::Text)
        }
        pattern => pattern,
    };
    let (pattern, content, own) = match &pattern {
        // A selector is the translator's work: only its inline values get the names that they have now.
        Pattern::Complex(source) if old.text != english => {
            let (source, own) = match (update.reform)(&reforming(source, true)) {
                Reformed::Lifted(source) => (source, false),
                Reformed::Own(source) => (source, true),
            };
            let pattern = Pattern::Complex(source);
            let content = Content::Value(value(&pattern));
            (pattern, content, own)
        }
        Pattern::Complex(_) => (pattern, content, true),
        Pattern::Text(text) => {
            let (text, own) = match (update.reform)(&reforming(text, false)) {
                Reformed::Lifted(text) => (text, false),
                Reformed::Own(text) => (text, true),
            };
            let content = Content::Value(escape::encode(&text));
            (Pattern::Text(text), content, own)
        }
    };
    if !update.new.messages.contains_key(&recast.new) && pattern.as_str() == *plain && !recast.written {
        // A name that was translated by itself.
        return None;
    }
    if current {
        state.source = if own { fingerprint(plain) } else { fingerprint(english) };
    }
    state.target = pattern.fingerprint();
    let (document, plain, inline) = (recast.document.clone(), recast.plain.clone(), recast.inline.clone());
    Some(Held { document, pattern, content, state, own, current, plain, inline })
}

/// What a selector on the place says at the place of a text that has several in its document.
fn at_its_place(update: &Update<'_>, recast: &Recast, source: &str) -> Option<String> {
    let (text, structure) = (update.old.text(&recast.old)?, update.old.documents.get(&recast.document_before)?);
    let texts: Vec<Option<String>> = structure.places(&recast.old).map(|unit| structure.filled(text, unit)).collect();
    let place = texts.iter().position(|text| text.as_ref() == Some(&recast.plain))?;
    selector::at_place(source, place + 1).filter(|_| texts.len() > 1)
}

/// A text that is nothing but a value has no message; a page that has another text there overrides it.
fn override_name(catalog: &mut LocaleCatalog, id: &Id, held: Vec<Held>, changes: &mut Vec<Change>) {
    // What a machine made of it before it was known to be a name is worth nothing.
    let is_draft = |state: &State| state.kind == TranslationType::Machine && state.origin.starts_with("mt:");
    for held in held.into_iter().filter(|held| held.current && !is_draft(&held.state)) {
        let file = FileKey::Document(held.document.clone());
        put(catalog, &file, id, held, changes);
    }
}

fn settle(catalog: &mut LocaleCatalog, id: &Id, message: &Message, held: Vec<Held>, changes: &mut Vec<Change>) {
    if let FileKey::Document(_) = message.home {
        if let Some(only) = held.into_iter().next() {
            put(catalog, &message.home, id, only, changes);
        }
        return;
    }
    let shared = catalog.files.get(&message.home);
    let stands = shared.and_then(|file| {
        let state = file.state.messages.get(id).filter(|state| !state.obsolete)?;
        file.pattern(id).filter(|_| state.source == message.fingerprint())
    });
    let winner = match stands {
        Some(pattern) => Some(pattern.clone()),
        None => {
            let winner = most_frequent(&held).cloned();
            let pattern = winner.as_ref().map(|winner| winner.pattern.clone());
            match winner {
                Some(winner) => put(catalog, &message.home, id, winner, changes),
                // What stands there was made from the text with the values of some documents in it; these
                // take it along, each as its own.
                None if !held.is_empty() => {
                    catalog.file_mut(&message.home).take(id);
                }
                None => {}
            }
            pattern
        }
    };
    for held in held {
        let own = FileKey::Document(held.document.clone());
        if winner.as_ref().is_some_and(|winner| held.pattern.is_said_by(winner, &held.inline)) {
            if catalog.files.get(&own).is_some_and(|file| file.pattern(id).is_some()) {
                catalog.file_mut(&own).take(id);
            }
        } else if held.current || message.is_lifted() {
            put(catalog, &own, id, held, changes);
        }
    }
}

/// The lifted wording that most documents have; among equals a person's, then the newest.
fn most_frequent(held: &[Held]) -> Option<&Held> {
    let lifted = || held.iter().filter(|held| !held.own && held.current);
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for held in lifted() {
        *counts.entry(held.pattern.as_str()).or_default() += 1;
    }
    let rank = |held: &&Held| {
        let human = held.state.kind == TranslationType::Human;
        (counts[held.pattern.as_str()], human, held.state.date, std::cmp::Reverse(held.document.clone()))
    };
    lifted().max_by_key(rank)
}

fn put(catalog: &mut LocaleCatalog, key: &FileKey, id: &Id, held: Held, changes: &mut Vec<Change>) {
    let file = catalog.file_mut(key);
    if file.pattern(id) == Some(&held.pattern) {
        file.state.messages.insert(id.clone(), held.state);
    } else {
        file.put(id, (held.pattern, held.content, Some(held.state)));
    }
    changes.push(Change::Recast { id: id.clone(), file: key.clone() });
}
