//! Brings a locale up to a new reference: kept, stale, missing, moved, obsolete.
//!
//! A pure function of the old reference, the new one, and the locale's files. Nothing is dropped: a
//! translation that no document uses any more stays where it is, marked obsolete, with its English.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::escape::{self, Pattern};
use super::locale::{LocaleCatalog, LocaleFile};
use super::reference::{English, Message, Reference, Values};
use super::resource::Content;
use super::state::{Carried, State};
use super::update::{CarriedOver, Carrying, Change, Link, Reformed, Reforming, Update};
use super::{DocumentName, FileKey, Id, addition, block, edits, notation, relift, strays};
use crate::text::date::Date;
use crate::text::fingerprint::{Fingerprint, fingerprint};

/// Brings the translations of one locale up to `update.new`, and returns what became of them. Every sync calls it once for each
/// locale. It writes no file: the catalog notes which of its files changed. It drops no translation.
pub fn merge(catalog: &mut LocaleCatalog, update: &Update<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    edits::notice(catalog, update, &mut changes);
    follow_renames(catalog, update);
    relift::relift(catalog, update, &mut changes);
    move_home(catalog, update, &mut changes);
    start_linked(catalog, update, &mut changes);
    give_way(catalog, update, &mut changes);
    strays::settle(catalog, update, &mut changes);
    recall_english(catalog, update);
    addition::follow(catalog, update, &mut changes);
    block::follow(catalog, update, &mut changes);
    judge(catalog, update, &mut changes);
    changes
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
        let missing = std::mem::take(&mut file.state.missing);
        let moved: Vec<_> =
            file.ids().into_iter().filter_map(|id| file.take(&id).map(|message| (id, message))).collect();
        let target = catalog.file_mut(&to);
        target.state.document = target.state.document.take().or(document);
        missing.into_iter().for_each(|(id, day)| {
            target.state.missing.entry(id).or_insert(day);
        });
        for (id, message) in moved {
            if target.pattern(&id).is_none() {
                target.put(&id, message);
            }
        }
    }
}

/// Whether a translation has the values of its document in it where its message has them lifted out: it is
/// right for no other document.
fn is_own(reference: &Reference, document: &DocumentName, id: &Id, file: &LocaleFile) -> bool {
    let (Some(message), Some(state)) = (reference.messages.get(id), file.state.messages.get(id)) else { return false };
    if !message.is_lifted() || state.source == message.fingerprint() {
        return false;
    }
    file.pattern(id).is_some_and(Pattern::is_plain) || reference.text_like(document, id, &state.source).is_some()
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
                    is_own(update.new, name, &id, file) || (was_shared && uses(update.new, name, &id))
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
        // An obsolete one that is in the way changes places: neither is lost.
        let value = catalog.file_mut(&to).value_of(&id);
        let displaced = catalog.file_mut(&to).take(&id);
        if let Some(message) = catalog.file_mut(&from).take(&id) {
            catalog.file_mut(&to).put(&id, message);
            changes.push(Change::Moved { id: id.clone(), from: from.clone(), to });
        }
        let Some((pattern, content, state)) = displaced else { continue };
        // Under its own id it would become an override where the document has the message.
        let in_use = matches!(&from, FileKey::Document(name) if uses(update.new, name, &id));
        match value.filter(|_| in_use) {
            Some((pattern, content)) => {
                let free = free_id(catalog, update, &id, &pattern);
                catalog.file_mut(&from).put(&free, (pattern, content, state));
            }
            None => catalog.file_mut(&from).put(&id, (pattern, content, state)),
        }
    }
}

/// An id for an obsolete translation whose own is in use.
fn free_id(catalog: &LocaleCatalog, update: &Update<'_>, id: &Id, pattern: &Pattern) -> Id {
    let hash = fingerprint(pattern.as_str());
    let taken = |candidate: &Id| {
        update.new.messages.contains_key(candidate)
            || catalog.files.values().any(|file| file.pattern(candidate).is_some())
    };
    let candidates = (4..=hash.len()).map(|len| Id::from(format!("{id}-{}", &hash[..len])));
    let numbered = (2u32..).map(|number| Id::from(format!("{id}-{hash}-{number}")));
    candidates.chain(numbered).find(|candidate| !taken(candidate)).expect("one of endlessly many ids is free")
}

fn english<'u>(update: &'u Update<'_>, id: &str) -> Option<&'u str> {
    update.new.message(id).map(Message::fingerprint)
}

/// Gives linked new messages the translation of the message that they came from; it is stale.
fn start_linked(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    for link in update.links {
        let Some(message) = update.new.messages.get(&link.new) else { continue };
        let mut home = message.home.clone();
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
        let base = state.base().map(str::to_owned);
        state.previous = base.or_else(|| made_from_old.then(|| link.old_text.clone()));
        let (pattern, content) = with_values(update, link, &catalog.locale, (pattern, content), &mut state);
        // With the values of one document in it, a wording is that document's.
        if message.is_lifted() && pattern.is_plain() {
            home = FileKey::Document(link.document.clone());
        }
        state.carried = state.carried.filter(|how| *how == Carried::Cosmetic);
        state.since = Some(update.today);
        state.obsolete = false;
        catalog.file_mut(&home).put(&link.new, (pattern, content, Some(state)));
        changes.push(Change::Started { id: link.new.clone(), from: link.old.clone() });
    }
}

/// A translation for a new message that has no values lifted out, from one that had: with the values of the
/// document in it, and in its old English.
fn with_values(
    update: &Update<'_>,
    link: &Link,
    locale: &str,
    (pattern, content): (Pattern, Content),
    state: &mut State,
) -> (Pattern, Content) {
    let english = update.new.text(&link.new).filter(|text| !notation::has_placeables(text));
    let structure = update.old.documents.get(&link.document);
    let (Some(english), Some(structure), Pattern::Text(text)) = (english, structure, &pattern) else {
        return (pattern, content);
    };
    if !notation::has_placeables(text) {
        return (pattern, content);
    }
    let (none, inline) = (Values::new(), structure.places(&link.old).next().map(|unit| &unit.values));
    let inline = inline.unwrap_or(&none);
    let before = &structure.values_at(inline);
    let reforming = Reforming {
        locale,
        document: &link.document,
        translation: text,
        before,
        is_complex: false,
        old: &link.old_text,
        english,
        inline: &none,
    };
    let (Reformed::Lifted(text) | Reformed::Own(text)) = (update.reform)(&reforming);
    let with_values = |previous: String| structure.filled_with(&previous, inline).unwrap_or(previous);
    state.previous = state.previous.take().map(with_values);
    state.target = fingerprint(&text);
    let content = Content::Value(escape::encode(&text));
    (Pattern::Text(text), content)
}

/// A translation that was made for one document, whose text turned out to be that of a form while its values
/// changed, is no override: it gives way to a current translation of the form, and is kept as memory.
fn give_way(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    let Some(shared) = catalog.files.get(&FileKey::Shared) else { return };
    let mut ways = Vec::new();
    for (key, file) in &catalog.files {
        let FileKey::Document(name) = key else { continue };
        for (id, state) in file.state.messages.iter().filter(|(_, state)| !state.obsolete) {
            let Some(message) = update.new.messages.get(id) else { continue };
            let newly = message.is_lifted() && !update.old.message(id).is_some_and(Message::is_lifted);
            let serves = |state: &State| !state.obsolete && state.source == message.fingerprint();
            if newly
                && is_own(update.new, name, id, file)
                && own_text(update.new, key, id, &state.source).is_none()
                && shared.state.messages.get(id).is_some_and(serves)
            {
                ways.push((key.clone(), id.clone()));
            }
        }
    }
    ways.sort();
    for (key, id) in ways {
        let file = catalog.file_mut(&key);
        let value = file.value_of(&id);
        let (Some((pattern, content)), Some((_, _, Some(mut state)))) = (value, file.take(&id)) else { continue };
        state.previous = base(&state, update, &key, &id);
        (state.obsolete, state.since, state.carried) = (true, None, None);
        let free = free_id(catalog, update, &id, &pattern);
        catalog.file_mut(&key).put(&free, (pattern, content, Some(state)));
        changes.push(Change::Obsolete { id: free, file: key });
    }
}

/// Finds the English of stale translations that do not say what they were made from: their states come from a
/// merge, or from before they had that. Those that name the day since which they are stale were looked for before.
fn recall_english(catalog: &mut LocaleCatalog, update: &Update<'_>) {
    let mut lost: Vec<(FileKey, Id, Fingerprint)> = Vec::new();
    for (key, file) in &catalog.files {
        for (id, state) in file.state.messages.iter().filter(|(_, state)| state.previous.is_none()) {
            let stale = update.new.messages.get(id).is_some_and(|message| message.fingerprint() != state.source);
            let of_document = || own_text(update.new, key, id, &state.source).is_some();
            // Memory waits, unless a document uses it again.
            let waits = || state.obsolete && english_in(update, key, id, file).is_none();
            let unknown = stale && state.since.is_none() && !of_document() && !waits();
            if unknown && base(state, update, key, id).is_none() {
                lost.push((key.clone(), id.clone(), state.source.clone()));
            }
        }
    }
    if lost.is_empty() {
        return;
    }
    let sources: BTreeSet<Fingerprint> = lost.iter().map(|(.., source)| source.clone()).collect();
    let found = update.evidence.english(&sources.into_iter().collect::<Vec<_>>());
    for (key, id, source) in lost {
        if let Some(state) = catalog.file_mut(&key).state.messages.get_mut(&id) {
            state.previous = found.get(&source).cloned();
        }
    }
}

/// Compares every translation's source with the English of today.
fn judge(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    let locale = catalog.locale.clone();
    for (key, file) in &mut catalog.files {
        let translations = file.state.messages.iter().filter(|(_, state)| !state.is_own());
        let mut ids: Vec<Id> = translations.map(|(id, _)| id.clone()).collect();
        ids.sort();
        for id in ids {
            match english_in(update, key, &id, file) {
                None => retire(file, update, key, &id, changes),
                Some(english) => {
                    let translatable = update.new.messages.contains_key(&id);
                    let place = Place { locale: &locale, key, id: &id, english, translatable };
                    compare(file, update, &place, changes);
                }
            }
        }
    }
}

/// Where a translation stands, and its English of today.
#[derive(Debug)]
struct Place<'a> {
    locale: &'a str,
    key: &'a FileKey,
    id: &'a Id,
    english: English<'a>,
    translatable: bool,
}

/// Nothing uses the message any more: its translation stays as memory, with its English.
fn retire(file: &mut LocaleFile, update: &Update<'_>, key: &FileKey, id: &Id, changes: &mut Vec<Change>) {
    let Some(state) = file.state.messages.get_mut(id) else { return };
    if std::mem::replace(&mut state.obsolete, true) {
        return;
    }
    // One that was carried for its looks is right for both texts, and keeps both.
    if state.carried != Some(Carried::Cosmetic) {
        state.previous = base(state, update, key, id);
        state.carried = None;
    }
    state.since = None;
    changes.push(Change::Obsolete { id: id.clone(), file: key.clone() });
}

/// The English that the present wording of a translation was made for, if it is known.
fn base(state: &State, update: &Update<'_>, key: &FileKey, id: &Id) -> Option<String> {
    let last = || update.old.messages.get(id).filter(|message| message.fingerprint() == state.source);
    let known = state.base().map(str::to_owned).or_else(|| last().map(|message| message.text.clone()));
    known.or_else(|| own_text(update.old, key, id, &state.source).map(Cow::into_owned))
}

/// The text of a lifted message with a fingerprint, with the values of the document that the file belongs to.
fn own_text<'r>(reference: &'r Reference, key: &FileKey, id: &'r Id, wanted: &str) -> Option<Cow<'r, str>> {
    let FileKey::Document(name) = key else { return None };
    reference.messages.get(id).filter(|message| message.is_lifted())?;
    reference.text_like(name, id, wanted)
}

fn compare(file: &mut LocaleFile, update: &Update<'_>, place: &Place<'_>, changes: &mut Vec<Change>) {
    let (id, key) = (place.id.clone(), place.key.clone());
    let Some(mut state) = file.state.messages.get(&id).cloned() else { return };
    let revived = std::mem::take(&mut state.obsolete);
    if revived {
        changes.push(Change::Revived { id: id.clone(), file: key.clone() });
    }
    let english = &*place.english.fingerprint;
    let as_of_today = state.source == english;
    let base = base(&state, update, &key, &id);
    let made_from_today = base.as_deref().map_or(as_of_today, |text| fingerprint(text) == english);
    let kept = as_of_today
        && match state.carried {
            None => false,
            Some(Carried::Cosmetic) => !made_from_today && update.policy.up_to.is_some(),
            Some(Carried::Mechanical) => true,
        };
    if kept {
        file.state.messages.insert(id, state);
        return;
    }
    if made_from_today {
        if state.previous.is_some() || state.carried.is_some() {
            changes.push(Change::Current { id: id.clone(), file: key });
        }
        state.made_from(english);
        file.state.messages.insert(id, state);
        return;
    }
    match carried_over(file, update, place, base.as_deref()) {
        Some(over) => {
            let was = Some(state.target.clone());
            changes.push(Change::Carried { id: id.clone(), file: key, how: over.how, was });
            keep(file, &id, state, base, english, over, update.today);
        }
        None => {
            let was_current = update.old.messages.get(&id).is_some_and(|old| old.fingerprint() == state.source)
                || own_text(update.old, &key, &id, &state.source).is_some();
            if was_current {
                changes.push(Change::Stale { id: id.clone(), file: key });
            }
            if was_current || revived || state.since.is_none() {
                state.since = Some(update.today);
            }
            file.state.messages.insert(id, stale(state, base));
        }
    }
}

fn carried_over(
    file: &LocaleFile,
    update: &Update<'_>,
    place: &Place<'_>,
    previous: Option<&str>,
) -> Option<CarriedOver> {
    update.policy.up_to?;
    let carrying = Carrying {
        locale: place.locale,
        previous: previous?,
        english: Some(&*place.english.text).filter(|_| place.translatable)?,
        target: file.pattern(place.id)?,
    };
    (update.policy.decide)(&carrying).filter(|over| Some(over.how) <= update.policy.up_to)
}

/// What is not current is not carried either: it names the English that it was really made from.
fn stale(mut state: State, base: Option<String>) -> State {
    if state.carried.take() == Some(Carried::Cosmetic)
        && let Some(base) = &base
    {
        state.source = fingerprint(base);
    }
    state.previous = base;
    state
}

/// Keeps a translation as current, worded again if need be.
fn keep(
    file: &mut LocaleFile,
    id: &Id,
    mut state: State,
    previous: Option<String>,
    english: &str,
    over: CarriedOver,
    today: Date,
) {
    // Through a chain of mechanical changes the state names the English that a person translated; when that
    // is back, so is the person's wording.
    let again = (state.carried, over.how) == (Some(Carried::Mechanical), Carried::Mechanical);
    let worded_for = state.previous.take().filter(|_| again).or(previous);
    let is_back = worded_for.as_deref().is_some_and(|text| fingerprint(text) == english);
    state.made_from(english);
    if !is_back {
        state.carried = Some(over.how);
        state.previous = worded_for;
    }
    match over.text.filter(|text| file.pattern(id).is_none_or(|pattern| pattern.as_str() != text)) {
        Some(text) => {
            state.target = fingerprint(&text);
            state.date = today;
            file.set_text(id, &text, state);
        }
        None => {
            file.state.messages.insert(id.clone(), state);
        }
    }
}

/// The English that a file's message translates today; `None` if nothing uses it.
fn english_in<'u>(update: &'u Update<'_>, key: &FileKey, id: &'u Id, file: &LocaleFile) -> Option<English<'u>> {
    let Some(message) = update.new.messages.get(id) else {
        let fingerprint = update.untranslatable.get(id)?.as_str();
        return Some(English { fingerprint: fingerprint.into(), text: "".into() });
    };
    let used = message.home == *key
        || match key {
            FileKey::Document(name) => message.home == FileKey::Shared && uses(update.new, name, id),
            FileKey::Shared => false,
        };
    if !used {
        return None;
    }
    // One that cannot be read keeps its state.
    let unread = Pattern::Text(String::new());
    let (pattern, state) = (file.pattern(id).unwrap_or(&unread), file.state.messages.get(id)?);
    update.new.english(key, id, pattern, &state.source)
}

#[cfg(test)]
mod cases;
