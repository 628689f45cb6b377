//! What a run leaves in the index: of every document what others may have in common with it.

use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher as _};
use std::sync::Arc;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::ids::IdSet;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reference::{Message, Reference};
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::document::UnitKind;
use handback_core::memory::without_wrapping;
use handback_core::text::fingerprint::{fingerprint, short_hash};
use handback_core::variables::choose;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};

use super::counts::{self, Progress};
use super::judging::{dismissed, same_words};
use super::own::{self, Own};
use super::standing::Standings;
use super::{LocaleView, PageView, Snapshot, extract, selections, ties};
use crate::project::index::{OfLocale, Record, Shared, SharedOfLocale, Use};

/// The records of all files that a snapshot read, by name of the document.
pub fn of(snapshot: &Snapshot<'_>) -> Vec<(String, Record)> {
    let mut records = Records::of(snapshot);
    snapshot.locales().for_each(|locale| records.add(locale));
    records.finish()
}

/// Records that are made one locale after the other.
pub struct Records {
    /// In the order of the documents.
    pages: Vec<OfPage>,
    /// Files of documents that are gone, and keep their translations as memory.
    gone: BTreeMap<DocumentName, Record>,
    /// How many locales were added.
    locales: usize,
}

struct OfPage {
    name: String,
    record: Record,
    /// Which of its messages each unit has.
    uses: Vec<u32>,
}

impl Records {
    /// Begins with what the English has.
    pub fn of(english: &Snapshot<'_>) -> Self {
        let pages: Vec<PageView<'_>> = english.pages().collect();
        let pages = pages.par_iter().map(|page| OfPage::of(*page)).collect();
        Self { pages, gone: BTreeMap::new(), locales: 0 }
    }

    /// Adds the next locale, in the order of the configuration.
    pub fn add(&mut self, locale: LocaleView<'_>) {
        let standings = locale.all_standings();
        let selecting = selecting(locale);
        self.pages.par_iter_mut().enumerate().for_each(|(index, page)| {
            page.add(locale.snapshot.page(index), locale, &standings, &selecting);
        });
        let documents = &locale.snapshot.reference().documents;
        let files = locale.own().catalog.files.iter();
        let files = files.filter_map(|(key, file)| Some((key.document()?, file)));
        for (name, file) in files.filter(|(name, _)| !documents.contains_key(*name)) {
            let record = self.gone.entry(name.clone()).or_default();
            record.locales.resize_with(self.locales, OfLocale::default);
            add_file(record, locale, Some(file));
        }
        self.locales += 1;
    }

    pub fn finish(self) -> Vec<(String, Record)> {
        let Self { pages, gone, locales } = self;
        let mut records: Vec<_> = pages.into_iter().map(|page| (page.name, page.record)).collect();
        records.extend(gone.into_iter().map(|(name, mut record)| {
            record.locales.resize_with(locales, OfLocale::default);
            (name.to_string(), record)
        }));
        records
    }
}

impl OfPage {
    fn of(page: PageView<'_>) -> Self {
        let reference = page.snapshot.reference();
        let mut record = Record { is_document: true, ..Record::default() };
        let (mut at, mut uses): (FxHashMap<&Id, u32>, Vec<u32>) = Default::default();
        for unit in page.units() {
            record.units += 1;
            let place = *at.entry(unit.id).or_insert(record.uses.len() as u32);
            uses.push(place);
            if place as usize == record.uses.len() {
                let is_shared = reference.messages.get(unit.id).is_some_and(|message| message.home == FileKey::Shared);
                let words = u32::try_from(counts::count_words(&unit.unit.text)).unwrap_or(u32::MAX);
                let (id, says) = (IdSet::hash(unit.id), says(unit.english()));
                record.uses.push(Use { id, is_shared, words, says, ..Use::default() });
                if !is_shared {
                    record.texts.push(text_hash(unit.english()));
                }
            }
            record.uses[place as usize].places += 1;
        }
        let masks = page.snapshot.analysis.lifted.masks.get(page.index).into_iter().flatten();
        record.masks = distinct(masks.map(|(_, mask)| *mask));
        ties::add_source(&mut record, page);
        add_variables(&mut record, page);
        record.untranslatable =
            extract::untranslatable(page).map(|(id, text)| (IdSet::hash(&id), short_hash(&text))).collect();
        record.names = page.snapshot.names().everywhere(page).cloned().collect();
        Self { name: page.name().to_string(), record, uses }
    }

    fn add(&mut self, page: PageView<'_>, locale: LocaleView<'_>, standings: &Standings<'_>, selecting: &[u64]) {
        let Self { record, uses, .. } = self;
        let mut next = 0;
        // What selectors see in the places of each message that they are in.
        let mut seen: FxHashMap<u32, u64> = FxHashMap::default();
        let (reference, mut waits) = (page.snapshot.reference(), false);
        for (unit, place) in page.units().zip(uses) {
            let one = &mut record.uses[*place as usize];
            // Messages are numbered in the order in which they come.
            if *place == next {
                next += 1;
                let standing = standings.as_read(page.name(), unit.id);
                record.progress.push(counts::progress_of(standing) as u8);
                let message = reference.messages.get(unit.id).filter(|_| unit.unit.kind != UnitKind::Code);
                waits |= message.is_some_and(|message| standing.wants_draft(message));
                one.worded = one.worded.rotate_left(9) ^ worded(standings, page.name(), unit.id);
            }
            if one.is_shared && selecting.binary_search(&one.id).is_ok() {
                let seen = seen.entry(*place).or_default();
                *seen = seen.rotate_left(1) ^ selections::seen_at(unit, locale) | 1;
            }
        }
        for (place, seen) in seen {
            let one = &mut record.uses[place as usize];
            one.selects = one.selects.rotate_left(5) ^ seen | 1;
        }
        ties::add_locale(record, page, locale, standings);
        let stale = own::of_page(locale, page).iter().filter(|own| Own::is_stale(own)).count();
        add_file(record, locale, locale.own().catalog.files.get(&page.key()));
        if let Some(of_locale) = record.locales.last_mut() {
            (of_locale.stale_blocks, of_locale.waits) = (u32::try_from(stale).unwrap_or(u32::MAX), waits);
        }
    }
}

/// Hashes of the ids of the shared messages that select something in a locale.
fn selecting(locale: LocaleView<'_>) -> Vec<u64> {
    locale.own().catalog.files.get(&FileKey::Shared).map(selections::selecting_ids).unwrap_or_default()
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

/// Adds what the file of a document holds in the next locale.
fn add_file(record: &mut Record, locale: LocaleView<'_>, file: Option<&LocaleFile>) {
    if let Some(file) = file {
        record.held.extend(ids_of(file));
        record.held = distinct(record.held.drain(..));
        record.earlier.extend(earlier(locale, file));
        record.earlier = distinct(record.earlier.drain(..));
    }
    let terms = file.map_or(0, selections::terms);
    record.uses_terms = record.uses_terms.rotate_left(1) ^ terms;
    record.has_terms |= file.is_some_and(|file| file.resource.terms().next().is_some());
    record.locales.push(OfLocale {
        unknown_english: file.map_or(0, unknown_english),
        stale_blocks: 0,
        waits: false,
        file_id: file.and_then(|file| Some(file.state.document.as_ref()?.fileid.clone())),
        handed_off: file.and_then(|file| Some(file.state.document.as_ref()?.date)),
        lacking: file.iter().flat_map(|file| &file.state.missing).map(|(id, day)| (IdSet::hash(id), *day)).collect(),
    });
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

/// What checks that compare wordings see of a message in a document of a locale.
fn worded(standings: &Standings<'_>, document: &DocumentName, id: &Id) -> u64 {
    let mut hasher = FxHasher::default();
    let standing = standings.of(document, id);
    std::mem::discriminant(&standing).hash(&mut hasher);
    if let Some(translation) = standing.translation() {
        translation.pattern.as_str().hash(&mut hasher);
        dismissed(&translation).for_each(|code| code.hash(&mut hasher));
    }
    hasher.finish()
}

fn ids_of(file: &LocaleFile) -> impl Iterator<Item = u64> {
    file.resource.entries().iter().map(|entry| IdSet::hash(&entry.id))
}

/// What the English of stale and obsolete translations was: a text that comes back finds its translation there.
fn earlier<'s>(locale: LocaleView<'s>, file: &'s LocaleFile) -> impl Iterator<Item = u64> + 's {
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

/// What documents share, as it is after the merge.
pub fn shared(snapshot: &Snapshot<'_>) -> Shared {
    let reference = shared_messages(snapshot.reference());
    Shared { reference, locales: snapshot.locales().map(shared_of).collect() }
}

/// What documents share in a locale.
pub fn shared_of(locale: LocaleView<'_>) -> SharedOfLocale {
    let Some(file) = locale.own().catalog.files.get(&FileKey::Shared) else { return SharedOfLocale::default() };
    let hash = |id: &Id| (IdSet::hash(id), wording_and_state(file, id));
    let mut translations: Vec<(u64, u64)> = file.ids().iter().map(hash).collect();
    translations.sort_unstable();
    let (selecting, uses_terms) = (selections::selecting_ids(file), selections::terms(file));
    SharedOfLocale { translations, unknown_english: unknown_english(file), selecting, uses_terms }
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
