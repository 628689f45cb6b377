//! What a run leaves in the index: of every document what others may have in common with it.

use std::hash::{Hash as _, Hasher as _};
use std::sync::Arc;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::ids::IdSet;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reference::{Message, Reference};
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::memory::without_wrapping;
use handback_core::text::fingerprint::{fingerprint, short_hash};
use handback_core::variables::choose;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::counts::{self, Progress};
use super::judging::{dismissed, same_words};
use super::own::{self, Own};
use super::standing::Standings;
use super::{LocaleView, PageView, Snapshot, extract, selections, ties};
use crate::project::index::{OfLocale, Record, Shared, SharedOfLocale, Use};

/// The records of all files that a snapshot read, by name of the document.
pub fn of(snapshot: &Snapshot<'_>) -> Vec<(String, Record)> {
    let locales: Vec<LocaleView<'_>> = snapshot.locales().collect();
    let standings: Vec<Standings<'_>> = locales.iter().map(|locale| locale.all_standings()).collect();
    let pages: Vec<PageView<'_>> = snapshot.pages().collect();
    let selecting = selecting(&locales);
    let of_page = |page: &PageView<'_>| (page.name().to_string(), of_page(*page, &locales, &standings, &selecting));
    let mut records: Vec<(String, Record)> = pages.par_iter().map(of_page).collect();
    records.extend(left_over(snapshot));
    records
}

fn of_page(page: PageView<'_>, locales: &[LocaleView<'_>], standings: &[Standings<'_>], selecting: &[u64]) -> Record {
    let reference = page.snapshot.reference();
    let mut record = Record { is_document: true, ..Record::default() };
    let mut at: FxHashMap<&Id, usize> = FxHashMap::default();
    for unit in page.units() {
        record.units += 1;
        let place = *at.entry(unit.id).or_insert(record.uses.len());
        if place == record.uses.len() {
            let is_shared = reference.messages.get(unit.id).is_some_and(|message| message.home == FileKey::Shared);
            let words = u32::try_from(counts::count_words(&unit.unit.text)).unwrap_or(u32::MAX);
            let progress = standings.iter().map(|one| counts::progress(one, page.name(), unit.id) as u8).collect();
            let (says, worded) = (says(unit.english()), worded(standings, page.name(), unit.id));
            record.uses.push(Use {
                id: IdSet::hash(unit.id),
                is_shared,
                places: 0,
                words,
                progress,
                says,
                worded,
                selects: 0,
            });
            if !is_shared {
                record.texts.push(text_hash(unit.english()));
            }
        }
        let one = &mut record.uses[place];
        one.places += 1;
        if one.is_shared && selecting.binary_search(&one.id).is_ok() {
            one.selects = one.selects.rotate_left(1) ^ selections::seen_at(unit, locales) | 1;
        }
    }
    let masks = page.snapshot.analysis.lifted.masks.get(page.index).into_iter().flatten();
    record.masks = distinct(masks.map(|(_, mask)| *mask));
    let ties = ties::of_page(page, standings);
    (record.links, record.files, record.headings) = (ties.links, ties.files, ties.headings);
    (record.targets, record.aims, record.includes) = (ties.targets, ties.aims, ties.includes);
    add_variables(&mut record, page);
    record.untranslatable =
        extract::untranslatable(page).map(|(id, text)| (IdSet::hash(&id), short_hash(&text))).collect();
    record.names = page.snapshot.names().everywhere(page).cloned().collect();
    let key = page.key();
    add_files(&mut record, locales, &key);
    for (locale, of_locale) in locales.iter().zip(&mut record.locales) {
        let stale = own::of_page(*locale, page).iter().filter(|own| Own::is_stale(own)).count();
        of_locale.stale_blocks = u32::try_from(stale).unwrap_or(u32::MAX);
    }
    record
}

/// Hashes of the ids of the shared messages that select something in some locale.
fn selecting(locales: &[LocaleView<'_>]) -> Vec<u64> {
    let shared = locales.iter().filter_map(|locale| locale.own().catalog.files.get(&FileKey::Shared));
    distinct(shared.flat_map(selections::selecting_ids))
}

/// Adds what the variables of the project are in a document.
fn add_variables(record: &mut Record, page: PageView<'_>) {
    let Snapshot { config, analysis, .. } = page.snapshot;
    let Some(choices) = analysis.lifted.choices.get(page.index) else { return };
    let reference = page.snapshot.reference();
    let structure = reference.documents.get(page.name());
    let had = structure.map(|structure| choose::forms_had(structure, reference)).unwrap_or_default();
    record.choices = Arc::new(choices.with_had(had));
    record.name_ids = distinct(extract::name_ids(page).map(|id| IdSet::hash(&id)));
    let has = |name: &str| page.lifted().bindings.is_some_and(|all| all.get(name).is_some());
    let bound = (0..).zip(&config.variables).filter(|(_, declared)| has(&declared.name));
    record.bound = bound.map(|(at, _)| at).collect();
}

/// Adds what the files of a document hold, in every locale.
fn add_files(record: &mut Record, locales: &[LocaleView<'_>], key: &FileKey) {
    for locale in locales {
        let file = locale.own().catalog.files.get(key);
        record.held.extend(file.iter().flat_map(|file| ids_of(file)));
        record.earlier.extend(file.iter().flat_map(|file| earlier(locale, file)));
        let terms = file.map_or(0, selections::terms);
        record.uses_terms = record.uses_terms.rotate_left(1) ^ terms;
        record.has_terms |= file.is_some_and(|file| file.resource.terms().next().is_some());
        record.locales.push(OfLocale {
            unknown_english: file.map_or(0, unknown_english),
            stale_blocks: 0,
            file_id: file.and_then(|file| Some(file.state.document.as_ref()?.fileid.clone())),
            handed_off: file.and_then(|file| Some(file.state.document.as_ref()?.date)),
            lacking: file
                .iter()
                .flat_map(|file| &file.state.missing)
                .map(|(id, day)| (IdSet::hash(id), *day))
                .collect(),
        });
    }
    record.held = distinct(record.held.iter().copied());
    record.earlier = distinct(record.earlier.iter().copied());
}

/// Hash of a text as a translation memory looks for it.
pub fn text_hash(text: &str) -> u64 {
    short_hash(&without_wrapping(text))
}

/// The same of an English that a translation was made from earlier.
pub fn earlier_hash(text: &str) -> u64 {
    short_hash(&fingerprint(&without_wrapping(text)))
}

fn says(english: &str) -> u64 {
    same_words(english).map_or(0, |words| short_hash(&words))
}

/// What checks that compare wordings see of a message in a document.
fn worded(standings: &[Standings<'_>], document: &DocumentName, id: &Id) -> u64 {
    let mut hasher = FxHasher::default();
    for standings in standings {
        let standing = standings.of(document, id);
        std::mem::discriminant(&standing).hash(&mut hasher);
        if let Some(translation) = standing.translation() {
            translation.pattern.as_str().hash(&mut hasher);
            dismissed(&translation).for_each(|code| code.hash(&mut hasher));
        }
    }
    hasher.finish()
}

fn ids_of(file: &LocaleFile) -> impl Iterator<Item = u64> {
    file.resource.entries().iter().map(|entry| IdSet::hash(&entry.id))
}

/// What the English of stale and obsolete translations was: a text that comes back finds its translation there.
fn earlier<'s>(locale: &'s LocaleView<'_>, file: &'s LocaleFile) -> impl Iterator<Item = u64> + 's {
    let reference = locale.snapshot.reference();
    file.state.messages.iter().filter(|(_, state)| !state.is_own()).flat_map(move |(id, state)| {
        let today = reference.message(id).map(Message::fingerprint);
        let sources = extract::sources(state);
        let earlier = sources.filter(move |source| state.obsolete || today != Some(source));
        earlier.map(|source| short_hash(&source)).chain(state.base().map(earlier_hash))
    })
}

fn unknown_english(file: &LocaleFile) -> u32 {
    let unknown = file.state.messages.values().filter(|state| counts::is_unknown_english(state)).count();
    u32::try_from(unknown).unwrap_or(u32::MAX)
}

/// Files of documents that are gone, and keep their translations as memory.
fn left_over(snapshot: &Snapshot<'_>) -> Vec<(String, Record)> {
    let locales: Vec<LocaleView<'_>> = snapshot.locales().collect();
    let documents = &snapshot.reference().documents;
    let keys = locales.iter().flat_map(|locale| locale.own().catalog.files.keys());
    let gone = keys.filter_map(|key| key.document().filter(|name| !documents.contains_key(*name)));
    let gone: FxHashSet<_> = gone.cloned().collect();
    let record = |name: DocumentName| {
        let mut record = Record::default();
        add_files(&mut record, &locales, &FileKey::Document(name.clone()));
        (name.to_string(), record)
    };
    gone.into_iter().map(record).collect()
}

/// What documents share, as it is after the merge.
pub fn shared(snapshot: &Snapshot<'_>) -> Shared {
    let of_locale = |locale: LocaleView<'_>| {
        let Some(file) = locale.own().catalog.files.get(&FileKey::Shared) else { return SharedOfLocale::default() };
        let hash = |id: &Id| (IdSet::hash(id), wording_and_state(file, id));
        let mut translations: Vec<(u64, u64)> = file.ids().iter().map(hash).collect();
        translations.sort_unstable();
        let (selecting, uses_terms) = (selections::selecting_ids(file), selections::terms(file));
        SharedOfLocale { translations, unknown_english: unknown_english(file), selecting, uses_terms }
    };
    Shared { reference: shared_messages(snapshot.reference()), locales: snapshot.locales().map(of_locale).collect() }
}

/// Hashes of id and text of the shared messages.
pub fn shared_messages(reference: &Reference) -> Vec<(u64, u64)> {
    let messages = reference.messages.iter().filter(|(_, message)| message.home == FileKey::Shared);
    let mut hashes: Vec<(u64, u64)> =
        messages.map(|(id, message)| (IdSet::hash(id), short_hash(&message.text))).collect();
    hashes.sort_unstable();
    hashes
}

/// What pages and counts see of a translation.
fn wording_and_state(file: &LocaleFile, id: &Id) -> u64 {
    let wording = file.pattern(id).map_or("", Pattern::as_str);
    let state = file.state.messages.get(id);
    let state =
        state.map(|state| format!("{} {} {} {:?}", state.source, state.kind.name(), state.obsolete, state.since));
    short_hash(&format!("{}\n{wording}", state.unwrap_or_default()))
}

fn distinct(hashes: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut hashes: Vec<u64> = hashes.collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

impl Progress {
    pub fn to_byte(self) -> u8 {
        self as u8
    }

    /// What [`Use::progress`] holds.
    pub fn from_byte(byte: u8) -> Self {
        [Self::Human, Self::Machine, Self::Unproven, Self::Stale]
            .into_iter()
            .find(|one| *one as u8 == byte)
            .unwrap_or(Self::Missing)
    }
}
