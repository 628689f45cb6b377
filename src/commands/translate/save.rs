//! Writes drafts as they come in.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::reference::Reference;
use handback_core::catalog::state::{Draft, Rare, Similar, State, TranslationType};
use handback_core::catalog::{FileKey, Id};
use handback_core::text::fingerprint::fingerprint;

use super::TranslateJob;
use super::tasks::{Task, Why};
use super::trail::Trail;
use crate::problem::FileError;
use crate::project::seen::Seen;
use crate::project::store::{self, Before};
use crate::project::write::Writer;
use crate::settings::config::Config;

/// A draft.
pub(super) struct Made<'a> {
    pub text: &'a str,
    pub kind: TranslationType,
    /// `memory` or `mt:<engine>`.
    pub origin: &'a str,
    pub from: From,
}

/// What a draft was made from, as far as a reader should know.
#[derive(Default)]
pub(super) struct From {
    /// It is not known whether it was made from this very text.
    pub source_unproven: bool,
    /// It is the translation of a similar text.
    pub similar: Option<Similar>,
    /// It changed more than the change of the English asked for.
    pub reworded: bool,
}

/// Takes drafts into a locale's catalog and writes it, so often that next to nothing can be lost, and so
/// seldom that writing takes little of the time.
pub(super) struct Saver<'a> {
    config: &'a Config,
    job: &'a TranslateJob,
    held: &'a Seen,
    /// States before the drafts that are not written yet.
    unsaved: BTreeMap<FileKey, Vec<Before>>,
    saved: Instant,
    /// How long the last write took.
    took: Duration,
    /// Messages that somebody edited while their drafts were made. The edits stay.
    pub edited: Vec<Id>,
    /// The same by file: what comes in for these is not taken any more.
    hands_off: BTreeSet<(FileKey, Id)>,
    /// Wordings that drafts replaced, with the documents that have them.
    pub replaced: Vec<(Id, Pattern, Vec<usize>)>,
    pub errors: Vec<FileError>,
}

impl<'a> Saver<'a> {
    pub fn new(config: &'a Config, job: &'a TranslateJob, held: &'a Seen) -> Self {
        Self {
            config,
            job,
            held,
            unsaved: BTreeMap::new(),
            saved: Instant::now(),
            took: Duration::ZERO,
            edited: Vec::new(),
            hands_off: BTreeSet::new(),
            replaced: Vec::new(),
            errors: Vec::new(),
        }
    }

    /// Takes a draft into the catalog. What a person wrote stays; the draft waits beside it.
    pub fn put(&mut self, catalog: &mut LocaleCatalog, task: &Task, made: &Made<'_>) {
        if self.hands_off.contains(&(task.key.clone(), task.id.clone())) {
            return;
        }
        let file = catalog.file_mut(&task.key);
        let old = file.state.messages.get(&task.id).cloned();
        self.unsaved.entry(task.key.clone()).or_default().push((task.id.clone(), old.clone()));
        if let (Why::StaleHuman, Some(mut state)) = (task.why, old.clone()) {
            let (text, origin) = (made.text.to_owned(), made.origin.to_owned());
            let reworded = made.from.reworded;
            state.draft = Some(Box::new(Draft { text, origin, source: task.source.clone(), reworded }));
            file.state.messages.insert(task.id.clone(), state);
            return;
        }
        let previous = old.as_ref().and_then(|state| state.previous.clone()).map(Pattern::Text);
        let replaced = file.pattern(&task.id).cloned().into_iter().chain(previous);
        self.replaced.extend(replaced.map(|pattern| (task.id.clone(), pattern, task.documents.clone())));
        let note = old.as_ref().and_then(|state| state.note.clone());
        let target = fingerprint(made.text);
        let state = State::new(made.kind, made.origin, &task.source, &target, self.job.scope.today);
        let From { source_unproven, similar, reworded } = &made.from;
        let (similar, source_unproven, reworded) = (similar.clone(), *source_unproven, *reworded);
        let state = State { source_unproven, reworded, ..state };
        let mut state = state.with(Rare { note, similar: similar.map(Box::new), ..Rare::default() });
        if let (Some(old), Some(pattern)) = (old, file.pattern(&task.id)) {
            state.keep_replaced(&old, pattern.as_str());
        }
        file.set_text(&task.id, made.text, state);
        file.state.missing.remove(&task.id);
    }

    /// Writes what is new, unless writing has taken more than a tenth of the time.
    pub fn save_in_time(&mut self, catalog: &mut LocaleCatalog, reference: &Reference, trail: &mut Trail) {
        if self.saved.elapsed() >= self.took * 10 {
            self.save(catalog, reference, trail);
        }
    }

    /// Writes what is new. A file that cannot be written is tried again the next time.
    pub fn save(&mut self, catalog: &mut LocaleCatalog, reference: &Reference, trail: &mut Trail) {
        if self.job.dry_run || self.unsaved.is_empty() {
            return;
        }
        let start = Instant::now();
        self.errors.clear();
        for (key, before) in std::mem::take(&mut self.unsaved) {
            let writer = Writer::new(false);
            match store::write_file(self.config, catalog, &key, (reference, self.held), &before, &writer) {
                Ok(edited) if edited.is_empty() => {}
                Ok(edited) => self.give_way(catalog, &key, edited, &before, (reference, &writer)),
                Err(error) => {
                    self.errors.push(error);
                    self.unsaved.insert(key, before);
                }
            }
            trail.wrote(writer.finish());
        }
        self.took = start.elapsed();
        self.saved = Instant::now();
    }

    /// Puts the states back of messages that somebody edited meanwhile: the next sync sees the edits.
    fn give_way(
        &mut self,
        catalog: &mut LocaleCatalog,
        key: &FileKey,
        edited: Vec<Id>,
        before: &[Before],
        (reference, writer): (&Reference, &Writer),
    ) {
        let states = &mut catalog.file_mut(key).state.messages;
        for id in &edited {
            self.hands_off.insert((key.clone(), id.clone()));
            match before.iter().find(|(other, _)| other == id).map(|(_, state)| state.clone()) {
                Some(Some(state)) => drop(states.insert(id.clone(), state)),
                Some(None) => drop(states.swap_remove(id)),
                None => {}
            }
        }
        self.edited.extend(edited);
        self.errors.extend(store::write_file(self.config, catalog, key, (reference, self.held), before, writer).err());
    }
}
