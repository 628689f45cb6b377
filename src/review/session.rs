//! A project held open for review.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::SystemTime;

use handback_core::catalog::update::Change;
use handback_core::catalog::{FileKey, Id, notation};
use handback_core::document::{Document, Unit, UnitKind};
use handback_core::memory::Memory;
use handback_core::render::choose::{Choice, Chooser};
use rustc_hash::FxHashSet;

use super::decision::{self, Before, By, Decision, Refusal, Wording};
use super::patch::Patch;
use super::proof::{self, Against, Problem};
use super::queue::{self, Entry, Filter, Status, View};
use super::similar::{self, Similar};
use crate::commands::translate::tasks;
use crate::pages::render::render_options;
use crate::pages::write as write_pages;
use crate::problem::FileError;
use crate::project::lock::{self, Lock};
use crate::project::write::Writer;
use crate::project::{cache, store};
use crate::settings::config::Config;
use crate::snapshot::counts::{self, LocaleCounts};
use crate::snapshot::subject::Subject;
use crate::snapshot::{self, Analysis, Inputs, Names, Scope, extract, write};

/// A project after the merge, with the queue of every locale.
pub struct Session<'a> {
    config: &'a Config,
    inputs: &'a Inputs,
    documents: &'a [Document<'a>],
    analysis: Analysis,
    names: Names,
    /// By locale; made when it is first asked for.
    queues: Vec<Option<Vec<Entry>>>,
    /// What was translated when the project was opened, by locale; made when it is first asked for.
    memories: Vec<OnceLock<Memory>>,
    /// Pages to regenerate, by locale.
    dirty: Vec<BTreeSet<usize>>,
    stamps: Vec<(PathBuf, Stamp)>,
    by: By,
    /// Decisions may be taken: the catalog on disk is what was read.
    writes: bool,
    /// What is wrong with the project's files, but does not hinder a review.
    pub warnings: Vec<String>,
}

type Stamp = Option<(SystemTime, u64)>;

/// Names a message of a locale, as its reader saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub locale: usize,
    pub key: FileKey,
    pub id: Id,
    pub token: String,
}

/// A decision that was taken, with all that is needed to take it back.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The message as it is now.
    pub target: Target,
    before: Before,
    patch: Patch,
}

/// A unit of a page in both languages.
#[derive(Debug, Clone)]
pub struct PageUnit {
    pub unit: usize,
    pub kind: UnitKind,
    pub line: u32,
    pub english: String,
    /// What the page says: English where there is no current translation.
    pub localized: String,
    pub is_translated: bool,
    /// The message, of units that are translatable.
    pub id: Option<Id>,
}

/// Opens a project: reads it, brings its catalog up to date, and hands it to `work`.
pub fn open<T>(config: &Config, today: &str, by: By, work: impl FnOnce(&mut Session<'_>) -> T) -> Result<T, FileError> {
    let lock = lock::acquire(&config.root)?;
    with_session(config, today, by, Some(lock), work)
}

/// The same for who only looks: nothing is written, and no decision is taken.
pub fn look<T>(config: &Config, today: &str, by: By, work: impl FnOnce(&mut Session<'_>) -> T) -> Result<T, FileError> {
    with_session(config, today, by, None, work)
}

fn with_session<T>(
    config: &Config,
    today: &str,
    by: By,
    lock: Option<Lock>,
    work: impl FnOnce(&mut Session<'_>) -> T,
) -> Result<T, FileError> {
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), today: today.to_owned() };
    let mut watched: Vec<PathBuf> = Vec::new();
    let mut inputs = snapshot::read(config, &scope, &mut |path| watched.push(path.to_owned()))?;
    let warnings: Vec<String> = inputs.all_errors().collect();
    if !inputs.catalog_usable {
        let mut message = "fix these files first, so that nothing in them is lost:".to_owned();
        warnings.iter().for_each(|warning| message.push_str(&format!("\n  {warning}")));
        return Err(FileError::new("", message));
    }
    let mut locales = std::mem::take(&mut inputs.locales);
    let (documents, lifted) = snapshot::parse(config, &inputs);
    let mut analysis = extract::analyse(config, &mut locales, &inputs.read_only(), &documents, lifted, &scope.today);
    snapshot::hand_off(config, &inputs.sources, &mut analysis.locales, |_| true, &scope.today);
    let writer = Writer::new(lock.is_none());
    if lock.is_some() {
        cache::forget(&config.root);
    }
    let errors = write::write_catalogs(config, &inputs.reference, &analysis, |_| true, &writer);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let writes = lock.is_some();
    drop(lock);
    watched.retain(|path| !path.is_dir());
    watched.extend(writer.finish().0);
    watched.sort();
    watched.dedup();
    let count = analysis.locales.len();
    let dirty = (0..count).map(|locale| behind(&inputs, &analysis, locale)).collect();
    let mut session = Session {
        config,
        inputs: &inputs,
        documents: &documents,
        names: Names::of(&documents, &analysis),
        analysis,
        queues: vec![None; count],
        memories: (0..count).map(|_| OnceLock::new()).collect(),
        dirty,
        stamps: watched.into_iter().map(|path| (path.clone(), stamp(&path))).collect(),
        by,
        writes,
        warnings,
    };
    Ok(work(&mut session))
}

/// Pages that are behind the catalog once it is written: the merge met a change of their source, or of a
/// translation. What they say now is known only until the project is read again, so they are to be written as soon as
/// possible.
fn behind(inputs: &Inputs, analysis: &Analysis, locale: usize) -> BTreeSet<usize> {
    let own = &analysis.locales[locale];
    let changed: FxHashSet<&Id> = own.changes.iter().map(Change::id).collect();
    let is_behind = |document: usize| {
        own.handed_off.contains_key(&inputs.sources[document].name)
            || (!changed.is_empty() && analysis.ids[document].iter().flatten().any(|id| changed.contains(id)))
    };
    (0..inputs.sources.len()).filter(|document| is_behind(*document)).collect()
}

fn stamp(path: &std::path::Path) -> Stamp {
    let data = std::fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}

impl<'a> Session<'a> {
    pub fn config(&self) -> &'a Config {
        self.config
    }

    /// The day of the decisions.
    pub fn today(&self) -> &str {
        &self.by.today
    }

    /// Names of the locales, by index.
    pub fn locales(&self) -> Vec<&str> {
        self.analysis.locales.iter().map(|locale| locale.locale.name.as_str()).collect()
    }

    /// Names of the documents, by index.
    pub fn documents(&self) -> Vec<&str> {
        self.inputs.sources.iter().map(|source| &*source.name).collect()
    }

    /// The line of its document that a unit begins in.
    pub fn line(&self, document: usize, unit: usize) -> u32 {
        self.documents[document].units[unit].line
    }

    /// How far a locale is.
    pub fn counts(&self, locale: usize) -> LocaleCounts {
        counts::count(&self.inputs.sources, self.documents, &self.analysis, locale)
    }

    /// Somebody else wrote a file of the project since it was read: open it anew.
    pub fn is_outdated(&self) -> bool {
        self.stamps.iter().any(|(path, known)| stamp(path) != *known)
    }

    fn view(&self) -> View<'_> {
        View { sources: &self.inputs.sources, documents: self.documents, analysis: &self.analysis }
    }

    /// The queue of a locale.
    pub fn queue(&mut self, locale: usize) -> &[Entry] {
        if self.queues[locale].is_none() {
            self.queues[locale] = Some(queue::build(self.view(), locale));
        }
        self.queues[locale].as_deref().unwrap_or_default()
    }

    /// Places in the queue of the entries that a filter admits.
    pub fn filtered(&mut self, locale: usize, filter: &Filter) -> Vec<usize> {
        self.queue(locale);
        let queue = self.queues[locale].as_deref().unwrap_or_default();
        let sources = &self.inputs.sources;
        queue.iter().enumerate().filter(|(_, entry)| filter.admits(entry, sources)).map(|(index, _)| index).collect()
    }

    /// An entry by name.
    pub fn entry(&mut self, locale: usize, key: &FileKey, id: &str) -> Option<&Entry> {
        self.queue(locale).iter().find(|entry| *entry.id == *id && entry.key == *key)
    }

    /// Translations of similar texts, for an entry without a translation that holds. What is wrong with the files of
    /// the memory is told by `translate`.
    pub fn similar(&self, locale: usize, entry: &Entry) -> Vec<Similar> {
        if !matches!(entry.status, Status::Missing | Status::Stale) {
            return Vec::new();
        }
        let memory =
            self.memories[locale].get_or_init(|| snapshot::memory::of_locale(self.config, &self.analysis, locale).0);
        similar::of(memory, &self.analysis.locales[locale].catalog, entry, self.config.translate.suggest)
    }

    /// Names an entry as it is now.
    pub fn target(&self, locale: usize, entry: &Entry) -> Target {
        Target { locale, key: entry.key.clone(), id: entry.id.clone(), token: entry.token.clone() }
    }

    /// What is wrong with a wording for a message.
    pub fn proofread(&mut self, locale: usize, key: &FileKey, id: &str, text: &str) -> Result<Vec<Problem>, Refusal> {
        let entry = self.entry(locale, key, id).cloned().ok_or(Refusal::Changed)?;
        Ok(self.proof_wording(locale, &entry, &decision::wording(&entry, text)?))
    }

    fn proof_wording(&self, locale: usize, entry: &Entry, wording: &Wording) -> Vec<Problem> {
        match wording {
            Wording::Text(text) => self.proof(locale, entry, text),
            Wording::Fluent(_, content) => {
                let declared = self.config.variables.iter().map(|declared| declared.name.as_str());
                let known: Vec<&str> = declared.chain(notation::CONTEXT).collect();
                proof::read_fluent(content, &entry.english, &known)
            }
        }
    }

    fn proof(&self, locale: usize, entry: &Entry, text: &str) -> Vec<Problem> {
        let document = entry.places[0].0;
        let labels: Vec<String> = tasks::labels(&self.documents[document]).into_iter().collect();
        let names = self.names.in_text(document, &entry.english);
        let own = &self.analysis.locales[locale];
        let against = Against {
            english: &entry.english,
            locale: &own.locale.name,
            labels: &labels,
            names: &names,
            glossary: own.glossary.as_ref(),
        };
        proof::read(text, &against)
    }

    /// Takes a decision and writes it, if the message is still as its reader saw it.
    pub fn decide(&mut self, target: &Target, decision: &Decision) -> Result<Taken, Refusal> {
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
        let by = self.by.clone();
        self.change(target, |file| decision::apply(file, &entry, decision, &by))
    }

    /// Takes a decision back, if nothing happened to the message since.
    pub fn undo(&mut self, taken: &Taken) -> Result<Taken, Refusal> {
        let target = &taken.target;
        let entry = self.entry(target.locale, &target.key, &target.id);
        entry.filter(|entry| entry.token == target.token).ok_or(Refusal::Changed)?;
        let before = taken.before.clone();
        self.change(target, |file| {
            before.restore(file, &target.id);
            // Where the file did not change since, every byte of it comes back.
            let whole = taken.patch.undo(file.resource.source());
            file.set_whole(whole);
            Ok(())
        })
    }

    /// Changes a message in memory and on disk, or neither.
    fn change(
        &mut self,
        target: &Target,
        change: impl FnOnce(&mut handback_core::catalog::locale::LocaleFile) -> Result<(), Refusal>,
    ) -> Result<Taken, Refusal> {
        let files = |error: FileError| Refusal::Files(error.to_string());
        if !self.writes {
            return Err(Refusal::Impossible("the project was opened only to look at it".into()));
        }
        let _lock = lock::acquire(&self.config.root).map_err(files)?;
        if self.is_outdated() {
            return Err(Refusal::Changed);
        }
        let Analysis { locales, extraction, .. } = &mut self.analysis;
        let catalog = &mut locales[target.locale].catalog;
        let file = catalog.file_mut(&target.key);
        let before = Before::of(file, &target.id);
        let source = file.resource.source().to_owned();
        change(file)?;
        let writer = Writer::new(false);
        match store::write_file(self.config, catalog, &target.key, &extraction.reference, &writer) {
            Ok(edited) if edited.is_empty() => {}
            // Somebody edited the message in this very moment. The edit stays, and the next sync sees it by the
            // state being what it was.
            Ok(_) => {
                before.restore_state(catalog.file_mut(&target.key), &target.id);
                store::write_file(self.config, catalog, &target.key, &extraction.reference, &writer).map_err(files)?;
                return Err(Refusal::Changed);
            }
            Err(error) => {
                before.restore(catalog.file_mut(&target.key), &target.id);
                return Err(files(error));
            }
        }
        cache::forget(&self.config.root);
        let file = catalog.file_mut(&target.key);
        let patch = Patch::between(&source, file.resource.source());
        let now = file.pattern(&target.id).cloned();
        if let Some(was) = before.pattern().filter(|was| now.as_ref() != Some(was)) {
            locales[target.locale].replaced.push((target.id.clone(), was.clone()));
        }
        self.note_written(target.locale, &target.key);
        let token = self.refresh(target);
        Ok(Taken { target: Target { token, ..target.clone() }, before, patch })
    }

    fn note_written(&mut self, locale: usize, key: &FileKey) {
        let name = &self.analysis.locales[locale].locale.name;
        for path in [self.config.resource_path(name, key), self.config.state_path(name, key)] {
            let now = stamp(&path);
            match self.stamps.iter_mut().find(|(known, _)| *known == path) {
                Some((_, known)) => *known = now,
                None => self.stamps.push((path, now)),
            }
        }
    }

    /// Brings the entry of a message up to date, and notes the pages that it stands in.
    fn refresh(&mut self, target: &Target) -> String {
        let Some(queue) = self.queues[target.locale].take() else { return String::new() };
        let mut queue = queue;
        let mut token = String::new();
        if let Some(at) = queue.iter().position(|entry| entry.id == target.id && entry.key == target.key) {
            self.dirty[target.locale].extend(queue[at].places.iter().map(|(document, _)| *document));
            if let Some(entry) = queue::refreshed(self.view(), target.locale, &queue[at]) {
                token.clone_from(&entry.token);
                queue[at] = entry;
            }
        }
        self.queues[target.locale] = Some(queue);
        token
    }

    /// Pages wait to be regenerated.
    pub fn has_work(&self) -> bool {
        self.dirty.iter().any(|documents| !documents.is_empty())
    }

    /// How many pages wait to be regenerated.
    pub fn waiting(&self) -> usize {
        self.dirty.iter().map(BTreeSet::len).sum()
    }

    /// Regenerates the pages that decisions changed; returns what is wrong with them.
    pub fn render(&mut self) -> Vec<String> {
        if !self.has_work() {
            return Vec::new();
        }
        let Ok(_lock) = lock::acquire(&self.config.root) else { return Vec::new() };
        let mut problems = Vec::new();
        for locale in 0..self.dirty.len() {
            let documents: Vec<usize> = std::mem::take(&mut self.dirty[locale]).into_iter().collect();
            let subject = Subject::new(self.config, self.inputs, self.documents, &self.analysis);
            problems.extend(write_pages::render_pages(&subject, locale, &documents));
        }
        problems
    }

    /// A page in both languages, as rendering has it; stale translations do not stand in it.
    pub fn page(&self, locale: usize, document: usize) -> Vec<PageUnit> {
        let reference = &self.analysis.extraction.reference;
        let name = &self.inputs.sources[document].name;
        let subject = self.analysis.subject(document, name, &self.documents[document]);
        let formatters = self.analysis.formatters(locale);
        let options = render_options(self.config);
        let mut chooser = Chooser::new(subject, reference, &formatters, &options);
        let unit = |(index, unit): (usize, &Unit<'_>)| {
            // What cannot be formatted is told by the checks.
            let localized = match chooser.choose(index, &mut Vec::new()) {
                Choice::Current { text, .. } => Some(text),
                Choice::Stale { .. } | Choice::Missing => None,
            };
            PageUnit {
                unit: index,
                kind: unit.kind,
                line: unit.line,
                is_translated: localized.is_some() || !unit.translatable,
                localized: localized.unwrap_or_else(|| unit.text.to_string()),
                english: unit.text.to_string(),
                id: self.analysis.ids[document][index].clone().filter(|_| unit.translatable),
            }
        };
        self.documents[document].units.iter().enumerate().map(unit).collect()
    }
}
