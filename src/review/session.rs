//! A project held open for review. [`decide`] takes decisions, writes them, and takes them back.

mod decide;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::update::Change;
use handback_core::catalog::{FileKey, Id, notation};
use handback_core::document::{Unit, UnitKind};
use handback_core::memory::Memory;
use handback_core::render::RenderOptions;
use handback_core::render::blocks;
use handback_core::render::choose::{Choice, Chooser};
use handback_core::render::options::{OnMachine, OnStale};
use handback_core::text::date::Date;
use handback_core::translate::glossary::Entry as Term;
use handback_core::translate::inline::{self, Known, Part};
use rayon::prelude::*;
use rustc_hash::{FxHashSet, FxHasher};

use super::concordance::{self, Concordance};
use super::decision::{self, Refusal, Wording};
use super::preview::{self, Preview};
use super::proof;
use super::queue::{self, Entry, Filter, Status};
use super::similar::{self, Similar};
use crate::commands::log::{self, History};
use crate::pages::render::render_options;
use crate::pages::write as write_pages;
use crate::problem::{FileError, Problem, Problems, Weight};
use crate::project::cache;
use crate::project::lock::{self, Lock};
use crate::project::transaction::{ATTEMPTS, Stopped};
use crate::project::write::Writer;
use crate::settings::config::Config;
use crate::snapshot::counts::{self, LocaleCounts};
use crate::snapshot::judging::Judge;
use crate::snapshot::own;
use crate::snapshot::{self, LocaleView, PageView, Scope, Snapshot, write};

/// A project after the merge, with the queue of every locale.
pub struct Session<'a> {
    snapshot: Snapshot<'a>,
    /// In the order of the locales.
    desks: Vec<Desk>,
    stamps: BTreeMap<PathBuf, Stamp>,
    /// Folders of sources and of the catalog: which documents and files of the catalog lie there.
    folders: BTreeMap<PathBuf, Option<u64>>,
    /// The day of the decisions.
    today: Date,
    /// Decisions may be taken: the catalog on disk is what was read.
    writes: bool,
    /// Problems of the project's files that do not hinder a review.
    pub warnings: Problems,
}

/// What a review holds of one locale.
#[derive(Default)]
struct Desk {
    /// Made when it is first asked for.
    queue: Option<Vec<Entry>>,
    /// What was translated when the project was opened; made when it is first asked for.
    memory: OnceLock<(Memory, Vec<FileError>)>,
    /// How far the locale is; made when it is first asked for, and again after a decision.
    counts: OnceLock<LocaleCounts>,
    /// Pages to regenerate, by their places in the snapshot.
    dirty: BTreeSet<usize>,
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

impl Target {
    /// Whether both name one message of a locale, however it was seen.
    pub fn is_of(&self, other: &Self) -> bool {
        (self.locale, &self.key, &self.id) == (other.locale, &other.key, &other.id)
    }
}

/// A unit of a page in both languages.
#[derive(Debug, Clone)]
pub struct PageUnit {
    pub unit: usize,
    pub kind: UnitKind,
    pub line: u32,
    pub english: String,
    /// The translation, also a stale one, whatever readers see; English where there is none.
    pub localized: String,
    pub is_translated: bool,
    pub is_stale: bool,
    /// The message, of units that are translatable.
    pub id: Option<Id>,
}

/// Opens a project: reads it, brings its catalog up to date, and hands it to `work`.
pub fn open<T>(config: &Config, today: Date, work: impl FnOnce(&mut Session<'_>) -> T) -> Result<T, FileError> {
    open_locales(config, today, &[], work)
}

/// The same for who reviews these locales only, by name; none means all. The others are read where the English changed.
pub fn open_locales<T>(
    config: &Config,
    today: Date,
    locales: &[String],
    work: impl FnOnce(&mut Session<'_>) -> T,
) -> Result<T, FileError> {
    let lock = lock::acquire(config)?;
    with_session((config, today), &with_fallbacks(config, locales), (Some(lock), 1), work)
}

/// The same for who only looks: nothing is written, and no decision is taken.
pub fn look<T>(
    config: &Config,
    today: Date,
    locales: &[String],
    work: impl FnOnce(&mut Session<'_>) -> T,
) -> Result<T, FileError> {
    with_session((config, today), &with_fallbacks(config, locales), (None, 1), work)
}

/// Locales and those that they fall back to.
fn with_fallbacks<'c>(config: &'c Config, locales: &[String]) -> Vec<&'c str> {
    let is_wanted = |name: &str| locales.iter().any(|other| other.eq_ignore_ascii_case(name));
    let wanted = config.locales.iter().filter(|locale| is_wanted(&locale.name));
    let named = wanted.flat_map(|locale| std::iter::once(&locale.name).chain(&locale.fallbacks));
    named.map(String::as_str).collect()
}

fn with_session<T>(
    (config, today): (&Config, Date),
    only: &[&str],
    (lock, attempt): (Option<Lock>, usize),
    work: impl FnOnce(&mut Session<'_>) -> T,
) -> Result<T, FileError> {
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today };
    let mut watched: Vec<PathBuf> = Vec::new();
    let is_read = |name: &str| only.is_empty() || only.contains(&name);
    let mut inputs = snapshot::read_locales(config, &scope, is_read, &mut |path| watched.push(path.to_owned()))?;
    let as_warning = |error: &FileError| Problem { weight: Weight::Warning, ..error.into() };
    let warnings: Problems = inputs.all_errors().map(as_warning).collect();
    if !inputs.catalog_usable {
        let mut message = "fix these files first, so that nothing in them is lost:".to_owned();
        warnings.iter().for_each(|warning| message.push_str(&format!("\n  {warning}")));
        return Err(FileError::misuse(message));
    }
    let locales = inputs.take_locales();
    let snapshot = Snapshot::handed_off(config, &inputs, locales, scope.today);
    if !only.is_empty() && write::changes_reference(&snapshot) {
        return with_session((config, today), &[], (lock, attempt), work);
    }
    let writer = Writer::new(lock.is_none());
    if lock.is_some() {
        cache::forget(&config.root);
    }
    match write::write_catalogs(&snapshot, |_| true, &writer) {
        Ok(()) => {}
        Err(Stopped::Changed(_)) if attempt < ATTEMPTS => {
            return with_session((config, today), only, (lock, attempt + 1), work);
        }
        Err(stopped) => return Err(stopped.into_error(config)),
    }
    let writes = lock.is_some();
    drop(lock);
    let (folders, mut watched): (Vec<PathBuf>, Vec<PathBuf>) = watched.into_iter().partition(|path| path.is_dir());
    let folders = folders.into_iter().chain(inputs.folders.iter().cloned());
    watched.extend(writer.finish().0);
    let desks = snapshot.locales().map(|locale| Desk { dirty: behind(locale), ..Desk::default() }).collect();
    let mut session = Session {
        snapshot,
        desks,
        stamps: watched.into_par_iter().map(|path| (path.clone(), stamp(&path))).collect(),
        folders: folders.par_bridge().map(|path| (path.clone(), names_in(&path))).collect(),
        today,
        writes,
        warnings,
    };
    Ok(work(&mut session))
}

/// Pages that are behind the catalog once it is written: the merge met a change of their source, or of a
/// translation. What they say now is known only until the project is read again, so they are to be written as soon as
/// possible.
fn behind(locale: LocaleView<'_>) -> BTreeSet<usize> {
    let own = locale.own();
    let changed: FxHashSet<&Id> = own.changes.iter().map(Change::id).collect();
    let is_behind = |page: &PageView<'_>| {
        own.pages.handed_off.contains_key(page.name())
            || (!changed.is_empty() && page.ids().iter().flatten().any(|id| changed.contains(id)))
            || own.changes.iter().any(|change| change.is_of_own(&own.catalog, &page.key()))
    };
    locale.snapshot.pages().filter(is_behind).map(|page| page.index).collect()
}

fn stamp(path: &Path) -> Stamp {
    let data = std::fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}

/// A hash of the names of documents, files of the catalog and folders in a folder; `None` if it cannot be read. Other files, also
/// those that we write for a moment, come and go as they like.
fn names_in(folder: &Path) -> Option<u64> {
    const KINDS: [&str; 6] = ["md", "mdx", "markdown", "yml", "yaml", "ftl"];
    let mut names: Vec<OsString> = Vec::new();
    for entry in std::fs::read_dir(folder).ok()? {
        let entry = entry.ok()?;
        let name = entry.file_name();
        let kind = Path::new(&name).extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
        let is_kind = kind.is_some_and(|kind| KINDS.contains(&kind.as_str()));
        if !name.as_encoded_bytes().starts_with(b".") && (is_kind || entry.file_type().is_ok_and(|kind| kind.is_dir()))
        {
            names.push(name);
        }
    }
    names.sort_unstable();
    let mut hasher = FxHasher::default();
    names.hash(&mut hasher);
    Some(hasher.finish())
}

impl<'a> Session<'a> {
    pub fn config(&self) -> &'a Config {
        self.snapshot.config
    }

    /// The day of the decisions.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Names of the locales, by index.
    pub fn locales(&self) -> Vec<&str> {
        self.snapshot.locales().map(LocaleView::name).collect()
    }

    /// Names of the documents, by index.
    pub fn documents(&self) -> Vec<&str> {
        self.snapshot.pages().map(|page| &**page.name()).collect()
    }

    /// The line of its document that a unit begins in.
    pub fn line(&self, document: usize, unit: usize) -> u32 {
        self.snapshot.documents[document].units[unit].line
    }

    /// A locale of the project.
    pub fn view(&self, locale: usize) -> LocaleView<'_> {
        self.snapshot.locale(locale)
    }

    /// How far a locale is.
    pub fn counts(&self, locale: usize) -> &LocaleCounts {
        self.desks[locale].counts.get_or_init(|| counts::count(self.snapshot.locale(locale)))
    }

    /// Locales whose queues were asked for.
    pub fn looked_at(&self) -> Vec<usize> {
        (0..self.desks.len()).filter(|locale| self.desks[*locale].queue.is_some()).collect()
    }

    /// Somebody else wrote, added or removed a file of the project since it was read: open it again.
    pub fn is_outdated(&self) -> bool {
        self.stamps.par_iter().any(|(path, known)| stamp(path) != *known)
            || self.folders.par_iter().any(|(path, known)| names_in(path) != *known)
    }

    /// The queue of a locale.
    pub fn queue(&mut self, locale: usize) -> &[Entry] {
        let view = self.snapshot.locale(locale);
        self.desks[locale].queue.get_or_insert_with(|| queue::build(view))
    }

    /// Places in the queue of the entries that a filter admits.
    pub fn filtered(&mut self, locale: usize, filter: &Filter) -> Vec<usize> {
        self.queue(locale);
        let queue = self.desks[locale].queue.as_deref().unwrap_or_default();
        let sources = &self.snapshot.inputs.sources;
        let is_wanted = filter.matcher(sources);
        queue.iter().enumerate().filter(|(_, entry)| is_wanted(entry)).map(|(index, _)| index).collect()
    }

    /// An entry by name.
    pub fn entry(&mut self, locale: usize, key: &FileKey, id: &str) -> Option<&Entry> {
        self.queue(locale).iter().find(|entry| *entry.id == *id && entry.key == *key)
    }

    fn memory(&self, locale: usize) -> &(Memory, Vec<FileError>) {
        self.desks[locale].memory.get_or_init(|| snapshot::memory::of_locale(self.snapshot.locale(locale)))
    }

    /// Where words stand in all that a locale has.
    pub fn concordance(&mut self, locale: usize, words: &str) -> Concordance {
        self.queue(locale);
        let queue = self.desks[locale].queue.as_deref().unwrap_or_default();
        let (memory, errors) = self.memory(locale);
        concordance::search(queue, memory, errors.iter().map(ToString::to_string).collect(), words)
    }

    /// The terms of the glossary that stand in the English of an entry.
    pub fn terms(&self, locale: usize, entry: &Entry) -> Vec<&Term> {
        let glossary = self.snapshot.locale(locale).own().glossary.as_ref();
        glossary.map_or_else(Vec::new, |glossary| glossary.of_text(&entry.english))
    }

    /// What of the English of an entry its translation keeps as it is: placeables, code, addresses, tags, names. Each is as it is
    /// typed, and there once.
    pub fn parts(&self, locale: usize, entry: &Entry) -> Vec<String> {
        let view = self.snapshot.locale(locale);
        let page = self.snapshot.page(entry.places[0].0);
        let names = Judge::of(view).names(page, &entry.english);
        let known = Known { terms: &names, ..page.known() };
        let mut parts: Vec<String> = Vec::new();
        for part in inline::parts(&entry.english, known) {
            let Part::Keep(range, _) = part else { continue };
            let text = notation::to_state(&entry.english[range]).trim().to_owned();
            if !text.is_empty() && !parts.contains(&text) {
                parts.push(text);
            }
        }
        parts
    }

    /// The first page of an entry, with its text marked, and with another wording of it.
    pub fn preview(&self, locale: usize, entry: &Entry, wording: Option<&str>) -> Option<Preview> {
        let (document, unit) = entry.places[0];
        let wording = wording.map(|text| decision::wording(entry, text));
        let wording = match &wording {
            Some(Ok(Wording::Text(text))) => Some(text.as_str()),
            _ => None,
        };
        preview::of_page(self.snapshot.locale(locale), self.snapshot.page(document), unit, wording)
    }

    /// What was the translation of an entry, the newest first.
    pub fn history(&self, locale: usize, entry: &Entry) -> History {
        log::history(self.snapshot.locale(locale), &entry.id)
    }

    /// Translations of similar texts, for an entry without a translation that holds. Problems of the files of
    /// problems of the memory are reported by `translate`.
    pub fn similar(&self, locale: usize, entry: &Entry) -> Vec<Similar> {
        if entry.own.is_some() || !matches!(entry.status, Status::Missing | Status::Stale) {
            return Vec::new();
        }
        let view = self.snapshot.locale(locale);
        let (memory, _) = self.memory(locale);
        similar::of(memory, &view.own().catalog, entry, self.config().translate.suggest)
    }

    /// Names an entry as it is now.
    pub fn target(&self, locale: usize, entry: &Entry) -> Target {
        Target { locale, key: entry.key.clone(), id: entry.id.clone(), token: entry.token.to_string() }
    }

    /// Returns the problems of a wording for a message.
    pub fn proofread(
        &mut self,
        locale: usize,
        key: &FileKey,
        id: &str,
        text: &str,
    ) -> Result<Vec<proof::Problem>, Refusal> {
        let entry = self.entry(locale, key, id).cloned().ok_or(Refusal::Changed)?;
        Ok(self.proof_wording(locale, &entry, &decision::wording(&entry, text)?))
    }

    fn proof_wording(&self, locale: usize, entry: &Entry, wording: &Wording) -> Vec<proof::Problem> {
        let pattern = match wording {
            Wording::Text(text) => Pattern::Text(text.clone()),
            Wording::Fluent(pattern, _) => pattern.clone(),
        };
        self.proof_by(&Judge::of(self.snapshot.locale(locale)), locale, entry, &pattern)
    }

    fn proof_by(&self, judge: &Judge<'_>, locale: usize, entry: &Entry, pattern: &Pattern) -> Vec<proof::Problem> {
        match entry.own {
            Some(_) => self.proof_own(locale, entry, pattern),
            None => proof::by(judge, self.snapshot.locale(locale), entry, (&entry.english, pattern)),
        }
    }

    /// Of what a document has of its own only what would break the page is a problem.
    fn proof_own(&self, locale: usize, entry: &Entry, pattern: &Pattern) -> Vec<proof::Problem> {
        let (view, page) = (self.snapshot.locale(locale), self.snapshot.page(entry.places[0].0));
        let own = own::of_page(view, page).into_iter().find(|own| *own.id == entry.id);
        let refusal = match own.and_then(|own| own.block) {
            _ if pattern.as_str().trim().is_empty() => "there is nothing left of it: drop it instead",
            Some(block) if !blocks::fits(pattern.as_str(), &block) => {
                "it is no single block that could stand there: look at its fences"
            }
            _ => return Vec::new(),
        };
        vec![proof::Problem::refusal(refusal.to_owned())]
    }

    /// Pages wait to be regenerated.
    pub fn has_work(&self) -> bool {
        self.desks.iter().any(|desk| !desk.dirty.is_empty())
    }

    /// How many pages wait to be regenerated.
    pub fn waiting(&self) -> usize {
        self.desks.iter().map(|desk| desk.dirty.len()).sum()
    }

    /// Regenerates the pages that decisions changed; returns their problems.
    pub fn render(&mut self) -> Problems {
        if !self.has_work() {
            return Problems::default();
        }
        let Ok(_lock) = lock::acquire(self.config()) else { return Problems::default() };
        let mut problems = Problems::default();
        for (locale, desk) in self.snapshot.locales().zip(&mut self.desks) {
            let dirty = std::mem::take(&mut desk.dirty);
            let documents: Vec<PageView<'_>> = dirty.into_iter().map(|index| self.snapshot.page(index)).collect();
            problems.extend(write_pages::render_pages(locale, &documents));
        }
        problems
    }

    /// A page in both languages.
    pub fn page(&self, locale: usize, document: usize) -> Vec<PageUnit> {
        let page = self.snapshot.page(document);
        let formatters = self.snapshot.locale(locale).formatters();
        // Whoever reviews reads what a machine wrote, whatever readers see.
        let options = render_options(self.config(), self.snapshot.locale(locale).name());
        let options = RenderOptions { on_machine: OnMachine::Publish, on_stale: OnStale::Keep, ..options };
        let mut chooser = Chooser::new(page.subject(), self.snapshot.reference(), &formatters, &options);
        let unit = |(index, unit): (usize, &Unit<'_>)| {
            // What cannot be formatted is reported by the checks.
            let (localized, is_stale) = match chooser.choose(index, &mut Vec::new()) {
                Choice::Current { text, .. } => (Some(text), false),
                Choice::Stale { text, .. } => (text, true),
                Choice::Unapproved | Choice::Missing => (None, false),
            };
            PageUnit {
                unit: index,
                kind: unit.kind,
                line: unit.line,
                is_translated: localized.is_some() || !unit.translatable,
                is_stale: is_stale && localized.is_some(),
                localized: localized.unwrap_or_else(|| unit.text.to_string()),
                english: unit.text.to_string(),
                id: page.ids()[index].clone().filter(|_| unit.translatable),
            }
        };
        page.document().units.iter().enumerate().map(unit).collect()
    }
}
