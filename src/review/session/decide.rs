//! Decisions about an open project: taken, written, and taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use handback_core::catalog::FileKey;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reviewer::Reviewer;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{Desk, Session, Target, names_in, stamp};
use crate::problem::FileError;
use crate::project::transaction::Stopped;
use crate::project::write::Writer;
use crate::project::{cache, decisions, lock, store};
use crate::review::before::Before;
use crate::review::decision::{self, By, Decision, Refusal};
use crate::review::many::{self, Mass, Sorted};
use crate::review::patch::Patch;
use crate::review::queue::{self, Entry};
use crate::review::undo::Taken;
use crate::snapshot::Analysis;
use crate::snapshot::judging::Judge;

/// What is to be remembered of a change.
#[derive(Clone, Copy)]
enum Note<'n> {
    /// Who decided what, and in which command, if it was one about several locales.
    Keep(&'n Reviewer, &'n str, Option<&'n str>),
    /// It takes this decision back.
    Undo(&'n Taken),
}

/// What became of messages in memory.
#[derive(Default)]
struct Changed {
    /// By their places among the targets.
    befores: Vec<(usize, Before)>,
    refused: Vec<(usize, Refusal)>,
    /// What the resources held.
    sources: BTreeMap<FileKey, String>,
}

impl Session<'_> {
    /// Decisions that were taken before the project was opened and may be taken back, the oldest first.
    pub fn earlier_decisions(&self) -> Vec<Taken> {
        let lines = decisions::read(self.config());
        lines.iter().filter_map(|line| Taken::of_line(line, &self.locales())).collect()
    }

    /// Takes a person's decision and writes it, if the message is still as they saw it.
    pub fn decide(&mut self, target: &Target, decision: &Decision, by: &Reviewer) -> Result<Taken, Refusal> {
        let entry = self.entry(target.locale, &target.key, &target.id).cloned();
        let entry = entry.filter(|entry| entry.token == target.token).ok_or(Refusal::Changed)?;
        if let Decision::Edit(text) = decision {
            let problems = self.proof_wording(target.locale, &entry, &decision::wording(&entry, text)?);
            let refused = problems.into_iter().filter(|problem| problem.refused);
            let messages: Vec<String> = refused.map(|problem| problem.message).collect();
            if !messages.is_empty() {
                return Err(Refusal::Broken(messages.join("; ")));
            }
        }
        let who = By { reviewer: by, today: self.today };
        let note = Note::Keep(by, decision.done(), None);
        let only = std::slice::from_ref(target);
        let (taken, refused) =
            self.change_many(only, &[], note, |file, _| decision::apply(file, &entry, decision, who))?;
        match refused.into_iter().next() {
            None => Ok(taken),
            Some((_, refusal)) => Err(refusal),
        }
    }

    /// Names entries, by their places in the queue, as they are now.
    pub fn targets(&mut self, locale: usize, entries: &[usize]) -> Vec<Target> {
        self.queue(locale);
        let queue = self.desks[locale].queue.as_deref().unwrap_or_default();
        entries.iter().map(|at| self.target(locale, &queue[*at])).collect()
    }

    /// The places in the queue of messages that are as their reader saw them, and the messages that are not.
    pub fn present(&mut self, locale: usize, targets: &[Target]) -> (Vec<usize>, Vec<Target>) {
        let places = self.places(locale);
        let queue = self.desks[locale].queue.as_deref().unwrap_or_default();
        let (mut present, mut gone) = (Vec::new(), Vec::new());
        for target in targets {
            let at = places.get(&(target.key.clone(), target.id.clone()));
            match at.filter(|at| queue[**at].token == target.token) {
                Some(at) => present.push(*at),
                None => gone.push(target.clone()),
            }
        }
        (present, gone)
    }

    /// Sorts entries, by their places in the queue, into those that a decision takes and those that it leaves. Nothing is
    /// decided yet.
    pub fn sort(&mut self, locale: usize, entries: &[usize], mass: Mass) -> Sorted {
        self.queue(locale);
        let queue = self.desks[locale].queue.as_deref().unwrap_or_default();
        let judge = Judge::of(self.snapshot.locale(locale));
        let judged = entries.par_iter().map(|index| {
            let entry = &queue[*index];
            let why = mass.why_not(entry).map(str::to_owned).or_else(|| self.refusal(&judge, locale, entry, mass));
            (self.target(locale, entry), why)
        });
        let judged: Vec<(Target, Option<String>)> = judged.collect();
        let mut sorted = Sorted::default();
        for (target, why) in judged {
            match why {
                None => sorted.taken.push(target),
                Some(why) => sorted.left.push((target, why)),
            }
        }
        sorted
    }

    /// Why the judge refuses what would be published.
    fn refusal(&self, judge: &Judge<'_>, locale: usize, entry: &Entry, mass: Mass) -> Option<String> {
        let problems = self.proof_by(judge, locale, entry, &mass.wording(entry)?);
        problems.into_iter().find(|problem| problem.refused).map(|problem| problem.message)
    }

    /// Takes one decision about many messages of a locale, in one transaction. What is no longer as its reader saw it is
    /// left, and so is what cannot be decided; where nothing is left of it, nothing was taken.
    pub fn decide_many(
        &mut self,
        targets: &[Target],
        mass: Mass,
        by: &Reviewer,
    ) -> Result<(Option<Taken>, Sorted), Refusal> {
        self.decide_many_in(targets, mass, by, None)
    }

    /// The same as a part of a command, which has a name.
    pub fn decide_many_in(
        &mut self,
        targets: &[Target],
        mass: Mass,
        by: &Reviewer,
        command: Option<&str>,
    ) -> Result<(Option<Taken>, Sorted), Refusal> {
        let Some(locale) = targets.first().map(|target| target.locale) else { return Ok((None, Sorted::default())) };
        let (present, changed) = self.present(locale, targets);
        let queue = self.desks[locale].queue.as_deref().unwrap_or_default();
        let entries: FxHashMap<(FileKey, _), Entry> =
            present.iter().map(|at| ((queue[*at].key.clone(), queue[*at].id.clone()), queue[*at].clone())).collect();
        let mut sorted = self.sort(locale, &present, mass);
        sorted.left.extend(changed.into_iter().map(|target| (target, many::CHANGED.to_owned())));
        let chosen = std::mem::take(&mut sorted.taken);
        if chosen.is_empty() {
            return Ok((None, sorted));
        }
        let (who, decision) = (By { reviewer: by, today: self.today }, mass.decision());
        let (taken, refused) =
            self.change_many(&chosen, &[], Note::Keep(by, mass.done(), command), |file, target| {
                let entry = &entries[&(target.key.clone(), target.id.clone())];
                decision::apply(file, entry, &decision, who)
            })?;
        sorted.left.extend(refused.into_iter().map(|(at, refusal)| (chosen[at].clone(), refusal.to_string())));
        sorted.taken = taken.targets().cloned().collect();
        Ok(((!taken.messages.is_empty()).then_some(taken), sorted))
    }

    /// The place of the locale that a decision was about; `None` if this review leaves it out.
    pub fn locale_of(&self, taken: &Taken) -> Option<usize> {
        self.locales().iter().position(|name| *name == taken.locale)
    }

    /// Takes a decision back; returns the messages to which something happened since, which stay as they are.
    pub fn undo(&mut self, taken: &Taken) -> Result<Vec<Target>, Refusal> {
        if self.is_outdated() {
            return Err(Refusal::Changed);
        }
        let gone = || Refusal::Impossible(format!("this review leaves {} out", taken.locale));
        let locale = self.locale_of(taken).ok_or_else(gone)?;
        let targets: Vec<Target> = taken.targets().map(|target| Target { locale, ..target.clone() }).collect();
        let (_, changed) = self.present(locale, &targets);
        let befores = taken.messages.iter().map(|(_, before)| before);
        let same: Vec<(&Target, &Before)> =
            targets.iter().zip(befores).filter(|(target, _)| !changed.contains(target)).collect();
        if same.is_empty() {
            self.forget(taken);
            return Err(Refusal::Changed);
        }
        let kept: Vec<&FileKey> = changed.iter().map(|target| &target.key).collect();
        let files: Vec<(FileKey, Patch)> =
            taken.files.iter().filter(|(key, _)| !kept.contains(&key)).cloned().collect();
        let chosen: Vec<Target> = same.iter().map(|(target, _)| (*target).clone()).collect();
        let mut befores = same.iter().map(|(_, before)| (*before).clone());
        self.change_many(&chosen, &files, Note::Undo(taken), |file, target| {
            if let Some(before) = befores.next() {
                before.restore(file, &target.id);
            }
            Ok(())
        })?;
        Ok(changed)
    }

    /// Forgets a decision that cannot be taken back any more.
    fn forget(&self, taken: &Taken) {
        if let (Some(line), Ok(_lock)) = (&taken.line, lock::acquire(self.config())) {
            decisions::remove(self.config(), line);
        }
    }

    /// Where the entries of a locale are in its queue.
    fn places(&mut self, locale: usize) -> FxHashMap<(FileKey, handback_core::catalog::Id), usize> {
        let queue = self.queue(locale).iter().enumerate();
        queue.map(|(index, entry)| ((entry.key.clone(), entry.id.clone()), index)).collect()
    }

    /// Changes messages of a locale in memory and on disk, or none. Those that the change refuses are left; the files of `whole`
    /// get back the bytes that they had.
    fn change_many(
        &mut self,
        targets: &[Target],
        whole: &[(FileKey, Patch)],
        note: Note<'_>,
        mut change: impl FnMut(&mut LocaleFile, &Target) -> Result<(), Refusal>,
    ) -> Result<(Taken, Vec<(usize, Refusal)>), Refusal> {
        let _lock = self.for_writing()?;
        let config = self.config();
        let catalog = &mut self.snapshot.analysis.locales[targets[0].locale].catalog;
        let mut changed = Changed::default();
        for (at, target) in targets.iter().enumerate() {
            let file = catalog.file_mut(&target.key);
            let source = || file.resource.source().to_owned();
            changed.sources.entry(target.key.clone()).or_insert_with(source);
            let before = Before::of(file, &target.id);
            match change(file, target) {
                Ok(()) => changed.befores.push((at, before)),
                Err(refusal) => {
                    before.restore(file, &target.id);
                    changed.refused.push((at, refusal));
                }
            }
        }
        for (key, patch) in whole {
            let file = catalog.file_mut(key);
            let source = patch.undo(file.resource.source());
            file.set_whole(source);
        }
        if changed.befores.is_empty() {
            return Ok((self.taken(targets, &changed, note), changed.refused));
        }
        match self.write_many(targets, &changed, note) {
            Ok(taken) => {
                self.after(targets, &changed);
                self.drop_undone(note);
                Ok((taken, changed.refused))
            }
            Err(stopped) => {
                let catalog = &mut self.snapshot.analysis.locales[targets[0].locale].catalog;
                for (at, before) in changed.befores {
                    before.restore(catalog.file_mut(&targets[at].key), &targets[at].id);
                }
                Err(match stopped {
                    Stopped::Changed(_) => Refusal::Changed,
                    stopped => files(&stopped.into_error(config)),
                })
            }
        }
    }

    /// Writes what became of messages in memory, and before that what takes it back: whoever is interrupted in between finds a
    /// decision that was not taken, and never one that cannot be taken back.
    fn write_many(&mut self, targets: &[Target], changed: &Changed, note: Note<'_>) -> Result<Taken, Stopped> {
        let (config, inputs, locale) = (self.config(), self.snapshot.inputs, targets[0].locale);
        let keys: Vec<FileKey> = changed.sources.keys().cloned().collect();
        let Analysis { locales, extraction, .. } = &self.snapshot.analysis;
        let known = (&extraction.reference, &inputs.held);
        let (plan, settled) = store::plan_files(config, &locales[locale].catalog, &keys, known)?;
        let before = self.swap(locale, settled);
        let taken = self.taken(targets, changed, note);
        self.keep(&taken);
        let written = plan.commit(config, &Writer::new(false));
        if written.is_err() {
            self.swap(locale, before);
        }
        // What is noted already is completed by the next run.
        if matches!(written, Err(Stopped::Changed(_) | Stopped::Failed(_))) {
            self.drop(&taken);
        }
        written.map(|()| taken)
    }

    /// Puts files of a locale in the place of those in memory, and returns these.
    fn swap(&mut self, locale: usize, files: Vec<(FileKey, LocaleFile)>) -> Vec<(FileKey, LocaleFile)> {
        let catalog = &mut self.snapshot.analysis.locales[locale].catalog;
        let swap = |(key, file): (FileKey, LocaleFile)| Some((key.clone(), catalog.files.insert(key, file)?));
        files.into_iter().filter_map(swap).collect()
    }

    /// The lock, if the catalog on disk is still what was read.
    fn for_writing(&self) -> Result<lock::Lock, Refusal> {
        if !self.writes {
            return Err(Refusal::Impossible("the project was opened only to look at it".into()));
        }
        let lock = lock::acquire(self.config()).map_err(|error| files(&error))?;
        if self.is_outdated() {
            return Err(Refusal::Changed);
        }
        Ok(lock)
    }

    /// Notes what was written: for the pages, and for who reads the queue. The lock is held.
    fn after(&mut self, targets: &[Target], changed: &Changed) {
        let locale = targets[0].locale;
        cache::forget(&self.config().root);
        let own = &mut self.snapshot.analysis.locales[locale];
        for (at, before) in &changed.befores {
            let target = &targets[*at];
            let now: Option<Pattern> = own.catalog.file_mut(&target.key).pattern(&target.id).cloned();
            if let Some(was) = before.pattern().filter(|was| now.as_ref() != Some(was)) {
                own.pages.replaced.push((target.id.clone(), was.clone()));
            }
        }
        for key in changed.sources.keys() {
            self.note_written(locale, key);
        }
        self.note_new_files(locale, changed.sources.keys());
        let about: Vec<&Target> = changed.befores.iter().map(|(at, _)| &targets[*at]).collect();
        self.refresh(locale, &about);
    }

    /// What it takes to take back what became of messages in memory.
    fn taken(&mut self, targets: &[Target], changed: &Changed, note: Note<'_>) -> Taken {
        let locale = targets[0].locale;
        let about: Vec<&Target> = changed.befores.iter().map(|(at, _)| &targets[*at]).collect();
        let tokens = self.tokens(locale, &about);
        let catalog = &mut self.snapshot.analysis.locales[locale].catalog;
        let patch = |(key, source): (&FileKey, &String)| {
            (key.clone(), Patch::between(source, catalog.file_mut(key).resource.source()))
        };
        let files = changed.sources.iter().map(patch).collect();
        let messages = changed.befores.iter().zip(tokens);
        let messages = messages.map(|((at, before), token)| (Target { token, ..targets[*at].clone() }, before.clone()));
        let messages = messages.collect();
        let (by, what, command, is_kept) = match note {
            Note::Keep(by, what, command) => (by.clone(), what.to_owned(), command.map(str::to_owned), true),
            Note::Undo(taken) => (taken.by.clone(), taken.what.clone(), None, false),
        };
        let name = self.snapshot.locale(locale).name().to_owned();
        let mut taken = Taken { by, what, locale: name, messages, files, command, line: None };
        taken.line = taken.to_line().filter(|_| is_kept && !taken.messages.is_empty());
        taken
    }

    /// Keeps what takes a decision back, also for whoever starts the program again. The lock is held.
    fn keep(&self, taken: &Taken) {
        taken.line.iter().for_each(|line| decisions::add(self.config(), line));
    }

    /// Forgets a decision that was not written after all.
    fn drop(&self, taken: &Taken) {
        taken.line.iter().for_each(|line| decisions::remove(self.config(), line));
    }

    /// Forgets the decision that was taken back.
    fn drop_undone(&self, note: Note<'_>) {
        if let Note::Undo(taken) = note {
            self.drop(taken);
        }
    }

    /// A file that was written may be the first of its message's document.
    fn note_new_files<'k>(&mut self, locale: usize, keys: impl Iterator<Item = &'k FileKey>) {
        let (config, name) = (self.config(), self.snapshot.locale(locale).name());
        let folder = |key: &FileKey| config.resource_path(name, key).parent().map(Path::to_owned);
        let folders: BTreeSet<PathBuf> = keys.filter_map(folder).collect();
        for (folder, names) in self.folders.iter_mut().filter(|(folder, _)| folders.contains(*folder)) {
            *names = names_in(folder);
        }
    }

    fn note_written(&mut self, locale: usize, key: &FileKey) {
        let (config, name) = (self.config(), self.snapshot.locale(locale).name());
        for path in [config.resource_path(name, key), config.state_path(name, key)] {
            let now = stamp(&path);
            self.stamps.insert(path, now);
        }
    }

    /// Brings the entries of messages up to date, and notes the pages that they are in.
    fn refresh(&mut self, locale: usize, targets: &[&Target]) {
        let places = self.places_of(locale, targets);
        // Other locales may fall back to this one.
        self.desks.iter_mut().for_each(|desk| desk.counts = OnceLock::new());
        let Desk { queue, dirty, .. } = &mut self.desks[locale];
        let refresher = queue::Refresher::new(self.snapshot.locale(locale));
        for at in places.into_iter().flatten() {
            let Some(known) = queue.as_mut().and_then(|queue| queue.get_mut(at)) else { continue };
            dirty.extend(known.places.iter().map(|(document, _)| *document));
            if let Some(entry) = refresher.refreshed(known) {
                *known = entry;
            }
        }
    }

    /// The tokens that the entries of messages have now.
    fn tokens(&mut self, locale: usize, targets: &[&Target]) -> Vec<String> {
        let places = self.places_of(locale, targets);
        let queue = self.desks[locale].queue.as_deref().unwrap_or_default();
        let refresher = queue::Refresher::new(self.snapshot.locale(locale));
        let token = |at: Option<usize>| refresher.refreshed(queue.get(at?)?).map(|entry| entry.token.to_string());
        places.into_iter().map(|at| token(at).unwrap_or_default()).collect()
    }

    /// Where the entries of messages are in the queue.
    fn places_of(&mut self, locale: usize, targets: &[&Target]) -> Vec<Option<usize>> {
        if let [one] = targets {
            return vec![self.queue(locale).iter().position(|entry| entry.id == one.id && entry.key == one.key)];
        }
        let places = self.places(locale);
        targets.iter().map(|target| places.get(&(target.key.clone(), target.id.clone())).copied()).collect()
    }
}

fn files(error: &FileError) -> Refusal {
    Refusal::Files(error.to_string())
}
