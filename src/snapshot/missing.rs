//! Since when messages are in documents without a translation.
//!
//! As a rule a page lacks a translation since it was handed off, and its state holds nothing more. Where
//! that is not so, the state names the day: the page was handed off again since, or the text came or its
//! translation went between two hand-offs.

use std::collections::BTreeMap;

use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reference::{Reference, Structure};
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::drift::assign::Extraction;
use handback_core::text::date::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::LocaleAnalysis;
use super::standing::{Standing, Standings};

/// Messages without a translation, by document, each with the day since which it lacks one there.
pub type Missing = FxHashMap<DocumentName, Vec<(Id, Date)>>;

/// Finds out for every locale since when it lacks what it lacks, and brings its states up to that.
pub(super) fn note(locales: &mut [LocaleAnalysis], old: &Reference, extraction: &Extraction, today: Date) {
    for index in 0..locales.len() {
        let own = &locales[index];
        let standings = Standings::of_all(locales, index, &extraction.reference);
        let removed = own.changes.iter().filter_map(|change| match change {
            Change::Deleted { id, file, .. } => Some((file, id)),
            _ => None,
        });
        let recasts = extraction.recasts.iter();
        let recasts = recasts.map(|recast| ((&recast.document, &recast.new), &recast.old)).collect();
        let days = Days { standings, removed: removed.collect(), old, extraction, recasts, today };
        let shared = days.shared();
        let missing = days.missing(&shared);
        let locale = &mut locales[index];
        locale.missing = missing;
        for (key, file) in &mut locale.catalog.files {
            match key {
                FileKey::Shared => file.state.missing.clone_from(&shared),
                FileKey::Document(name) => settle(file, locale.missing.get(name)),
            }
        }
    }
}

/// Forgets what has a translation by now: drafts came in.
pub(super) fn drop_found(locales: &mut [LocaleAnalysis], reference: &Reference) {
    for index in 0..locales.len() {
        let standings = Standings::of_all(locales, index, reference);
        let lacks = |document: &DocumentName, id: &Id| matches!(standings.as_read(document, id), Standing::Missing);
        let lacking = |(name, days): (&DocumentName, &Vec<(Id, Date)>)| {
            let left: Vec<_> = days.iter().filter(|(id, _)| lacks(name, id)).cloned().collect();
            (!left.is_empty()).then(|| (name.clone(), left))
        };
        let left: Missing = locales[index].missing.iter().filter_map(lacking).collect();
        let locale = &mut locales[index];
        locale.missing = left;
        for (key, file) in &mut locale.catalog.files {
            if let FileKey::Document(name) = key {
                settle(file, locale.missing.get(name));
            }
        }
    }
}

/// Has a document's state name the days that its hand-off does not tell.
pub(super) fn settle(file: &mut LocaleFile, missing: Option<&Vec<(Id, Date)>>) {
    let known = file.state.document.as_ref().map(|document| document.date);
    let apart = missing.into_iter().flatten().filter(|(_, day)| known.is_some_and(|known| known != *day));
    file.state.missing = apart.cloned().collect();
}

/// What the days of one locale follow from.
struct Days<'a> {
    standings: Standings<'a>,
    /// Messages that a person removed from a resource since the last run.
    removed: FxHashSet<(&'a FileKey, &'a Id)>,
    old: &'a Reference,
    extraction: &'a Extraction,
    /// The message that a text of a document had before, by the one that it has in another form.
    recasts: FxHashMap<(&'a DocumentName, &'a Id), &'a Id>,
    today: Date,
}

impl<'a> Days<'a> {
    /// Shared messages whose shared translation was removed, with the day of that.
    fn shared(&self) -> BTreeMap<Id, Date> {
        let Some(file) = self.standings.own().files.get(&FileKey::Shared) else { return BTreeMap::new() };
        let known = file.state.missing.iter().map(|(id, day)| (id.clone(), *day));
        let removed = self.removed.iter().filter(|(key, _)| **key == FileKey::Shared);
        let removed = removed.map(|(_, id)| ((*id).clone(), self.today));
        let messages = &self.extraction.reference.messages;
        let lacks = |id: &Id| {
            messages.get(id).is_some_and(|message| message.home == FileKey::Shared) && file.pattern(id).is_none()
        };
        known.chain(removed).filter(|(id, _)| lacks(id)).collect()
    }

    /// The rest, which `shared` does not tell.
    fn missing(&self, shared: &BTreeMap<Id, Date>) -> Missing {
        let mut missing = Missing::default();
        let mut lost = None;
        for (name, structure) in &self.extraction.reference.documents {
            let lacking: Vec<&Id> =
                structure.ids().filter(|id| !shared.contains_key(*id) && self.lacks(name, id)).collect();
            if lacking.is_empty() {
                continue;
            }
            let before: FxHashSet<&Id> =
                self.old.structure(self.old_name(name)).into_iter().flat_map(Structure::ids).collect();
            let key = FileKey::Document(name.clone());
            let days = lacking.into_iter().map(|id| {
                // The same words under another message.
                let then = *self.recasts.get(&(name, id)).unwrap_or(&id);
                let day = match self.day_in(name, then) {
                    _ if self.removed.contains(&(&key, id)) => self.today,
                    Some(day) if before.contains(then) => day,
                    // What came from another document brings its day along.
                    _ => lost.get_or_insert_with(|| self.lost()).get(id).copied().unwrap_or(self.today),
                };
                (id.clone(), day)
            });
            missing.insert(name.clone(), days.collect());
        }
        missing
    }

    fn lacks(&self, document: &DocumentName, id: &Id) -> bool {
        matches!(self.standings.as_read(document, id), Standing::Missing)
    }

    /// The day that the state of a document names or implies, as of the last run.
    fn day_in(&self, document: &DocumentName, id: &Id) -> Option<Date> {
        let files = &self.standings.own().files;
        let state = &files.get(&FileKey::Document(document.clone()))?.state;
        let removed = || files.get(&FileKey::Shared)?.state.missing.get(id).copied();
        state.missing.get(id).copied().or_else(removed).or_else(|| Some(state.document.as_ref()?.date))
    }

    fn old_name<'n>(&'n self, document: &'n DocumentName) -> &'n DocumentName {
        self.extraction.renames.old_name(document)
    }

    /// Messages that documents held at the last run and hold no more, with the first of their days.
    fn lost(&self) -> FxHashMap<&'a Id, Date> {
        let mut lost: FxHashMap<&Id, Date> = FxHashMap::default();
        for (old_name, structure) in &self.old.documents {
            let name = self.extraction.renames.new_name(old_name);
            let now: FxHashSet<&Id> =
                self.extraction.reference.structure(name).into_iter().flat_map(Structure::ids).collect();
            for id in structure.ids().filter(|id| !now.contains(id)) {
                let Some(day) = self.day_in(name, id) else { continue };
                let known = lost.entry(id).or_insert(day);
                *known = day.min(*known);
            }
        }
        lost
    }
}
