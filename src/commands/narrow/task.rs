//! What changed since the last sync, and which documents that concerns.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use handback_core::catalog::ids::IdSet;
use handback_core::catalog::{DocumentName, FileKey};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::commands::remembered::{self, By, Drafts, Findings, Remembered, settings_of};
use crate::commands::report::Report;
use crate::commands::sync::Messages;
use crate::problem::Problem;
use crate::project::cache::{self, Last, Looked, Watch};
use crate::project::discover::{self, Met, Source};
use crate::project::index::{Index, Record};
use crate::project::{files, git, paths};
use crate::settings::config::{Config, FILE_NAME};
use crate::settings::locale::Locale;
use crate::settings::output;
use crate::snapshot::narrow::{self, Focus};
use crate::snapshot::read::{self, Inputs, Scope};

/// More documents than these, and than one in so many of all, are as well read with all others.
const FEW: usize = 48;
const ONE_IN: usize = 6;

/// What is to be done.
pub(super) struct Task {
    pub remembered: Remembered,
    pub index: Index,
    /// Paths that are not as they were, and how they were before they were looked into.
    changed: Vec<PathBuf>,
    pub before: Watch,
    pub sources: BTreeMap<DocumentName, Source>,
    /// What was left out of the sources and is worth a word.
    pub notes: Vec<Problem>,
    pub inside: FxHashSet<DocumentName>,
}

impl Task {
    /// What changed since the last sync; `None` if that is not certain.
    pub fn find(config: &Config, settings: &str, looked: Option<Looked>) -> Option<Self> {
        let Looked { last, changed, .. } = Looked::or_again(looked, &config.root, settings)?;
        let remembered = Remembered::read(last.summary(), &config.root)?;
        let index = Index::read(&config.root, settings)?;
        if remembered.index != Some(index.tag) {
            return None;
        }
        let mut before = Watch::default();
        before.before_reading(changed.iter().map(PathBuf::as_path));
        let mut folders = Watch::default();
        let discovery = discover::discover(config, &mut |met| {
            if let Met::Folder(path) = met {
                folders.before_reading([path]);
            }
        });
        before.extend_with_unknown(&folders, &last, &config.root);
        let is_odd = !discovery.errors.is_empty()
            || discovery.fatal.is_some()
            || !discovery.refused.is_empty()
            || !discovery.hidden.is_empty();
        if is_odd {
            return None;
        }
        let sources: BTreeMap<DocumentName, Source> =
            discovery.sources.into_iter().map(|source| (source.name.clone(), source)).collect();
        let (notes, inside) = (discovery.notes, FxHashSet::default());
        let mut task = Self { remembered, index, changed, before, sources, notes, inside };
        task.look_at_sources(config)?;
        task.look_at_paths(config, &last)?;
        task.look_at_shared_messages(config, &last)?;
        // What the last sync looked at is let go of: of a large project it takes much room.
        Some(task)
    }

    /// Restricts the run to a scope: its documents are read, and nothing else may have changed; else `None`.
    pub fn keep_to(&mut self, config: &Config, scope: &Scope) -> Option<()> {
        if scope.paths.is_empty() {
            return Some(());
        }
        let is_wanted = read::wanted_paths(config, scope, &self.sources.values().collect::<Vec<_>>()).ok()?;
        let wanted = self.sources.values().filter(|source| is_wanted(&source.path));
        let wanted: FxHashSet<DocumentName> = wanted.map(|source| source.name.clone()).collect();
        let is_all = self.inside.iter().all(|name| wanted.contains(name));
        self.inside = wanted;
        is_all.then_some(())
    }

    /// Adds a document for each message that a step is about; `None` if one may be gone.
    pub fn take_in(&mut self, messages: &Messages) -> Option<()> {
        let touched = messages.touched.iter().map(|(id, _)| IdSet::hash(id));
        let known = messages.known.iter().map(|id| IdSet::hash(id));
        let asked: FxHashSet<u64> = touched.chain(known).collect();
        let mut users: FxHashMap<u64, &str> = FxHashMap::default();
        for (name, record) in self.index.documents().filter(|(name, _)| !self.inside.contains(name.as_str())) {
            for one in record.uses.iter().filter(|one| asked.contains(&one.id)) {
                users.entry(one.id).or_insert(name);
            }
        }
        if !messages.known.iter().all(|id| users.contains_key(&IdSet::hash(id))) {
            return None;
        }
        let mut found = Vec::new();
        for (id, document) in &messages.touched {
            let user = document.clone().or_else(|| users.get(&IdSet::hash(id)).map(|name| DocumentName::from(*name)));
            found.push(user.filter(|name| self.sources.contains_key(name))?);
        }
        self.inside.extend(found);
        Some(())
    }

    /// Other documents of whose pages the last sync had something to say.
    pub fn again(&self) -> impl Iterator<Item = DocumentName> {
        let names = self.remembered.again.iter().map(|name| DocumentName::from(name.as_str()));
        names.filter(|name| self.sources.contains_key(name) && !self.inside.contains(name))
    }

    /// Documents that came, went or changed; `None` if one may only be out of sight.
    fn look_at_sources(&mut self, config: &Config) -> Option<()> {
        let changed: FxHashSet<&Path> = self.changed.iter().map(PathBuf::as_path).collect();
        let known = |name: &DocumentName| self.index.records.get(&**name).is_some_and(|record| record.is_document);
        let new = self.sources.iter().filter(|(name, source)| !known(name) || changed.contains(source.path.as_path()));
        let new: Vec<DocumentName> = new.map(|(name, _)| name.clone()).collect();
        let gone = self.index.documents().map(|(name, _)| DocumentName::from(name.as_str()));
        let gone: Vec<DocumentName> = gone.filter(|name| !self.sources.contains_key(name)).collect();
        // What a sparse checkout leaves out is not gone.
        if !gone.is_empty() && !git::skipped(&config.root).is_empty() {
            return None;
        }
        self.inside.extend(new.into_iter().chain(gone));
        Some(())
    }

    /// Files of the catalog and pages that changed; `None` if nobody can say whose they are.
    fn look_at_paths(&mut self, config: &Config, last: &Last) -> Option<()> {
        let sources: FxHashSet<&Path> = self.sources.values().map(|source| source.path.as_path()).collect();
        let is_other = |path: &&PathBuf| !sources.contains(path.as_path()) && **path != config.root.join(FILE_NAME);
        let changed: Vec<PathBuf> = self.changed.iter().filter(is_other).cloned().collect();
        let pages = Pages::of(config);
        let mut found = Vec::new();
        for path in &changed {
            // A link to nowhere, say a disk that is not mounted: what lay there is not gone.
            if files::is_there(path) && std::fs::metadata(path).is_err() {
                return None;
            }
            if path.starts_with(&config.resources) {
                // What a sparse checkout leaves out is not gone.
                if !files::is_there(path) && git::may_be_sparse(&config.root) {
                    return None;
                }
                self.look_at_catalog((config, last), path, &mut found)?;
            } else if let Some(name) = pages.document(config, path) {
                found.push(name);
            } else if path.is_dir() || self.is_source_that_went(config, path) {
                // New documents are found anyway; folders of pages hold nothing else.
            } else {
                return None;
            }
        }
        self.inside.extend(found);
        Some(())
    }

    fn is_source_that_went(&self, config: &Config, path: &Path) -> bool {
        !files::is_there(path)
            && config.trees.iter().any(|tree| tree.bases().any(|base| path.starts_with(config.root.join(base))))
    }

    /// A path in the folders of locales: a file of a document, or a folder that may hold new ones.
    fn look_at_catalog(
        &mut self,
        (config, last): (&Config, &Last),
        path: &Path,
        found: &mut Vec<DocumentName>,
    ) -> Option<()> {
        if !path.is_dir() {
            found.extend(self.document_of(config, path)?);
            return Some(());
        }
        is_mere_folder(path)?;
        let known = last.in_folder(&config.root, path);
        for entry in std::fs::read_dir(path).ok()? {
            let entry = entry.ok()?.path();
            if known.contains(&entry) {
                continue;
            }
            // The folder of another locale.
            if path == config.resources {
                return None;
            }
            self.look_at_new(config, &entry, found)?;
        }
        Some(())
    }

    /// What came into the folders of locales.
    fn look_at_new(&mut self, config: &Config, path: &Path, found: &mut Vec<DocumentName>) -> Option<()> {
        if !path.is_dir() {
            found.extend(self.document_of(config, path)?);
            return Some(());
        }
        is_mere_folder(path)?;
        self.before.before_reading([path]);
        std::fs::read_dir(path).ok()?.try_for_each(|entry| self.look_at_new(config, &entry.ok()?.path(), found))
    }

    /// The document that a file of a locale, or of the reference, is of; `Some(None)` for the shared ones and for what is no
    /// file of the catalog, `None` for files that all documents depend on.
    fn document_of(&self, config: &Config, path: &Path) -> Option<Option<DocumentName>> {
        let below = path.strip_prefix(&config.resources).ok()?.to_str()?.replace('\\', "/");
        let (_, file) = below.split_once('/').unwrap_or((&below, ""));
        let Some(stem) = file.strip_suffix(".ftl").or_else(|| file.strip_suffix(".yaml")) else { return Some(None) };
        let stem = if file.ends_with(".yaml") { stem.strip_suffix(paths::PAGE).unwrap_or(stem) } else { stem };
        match paths::key_of_stem(stem)? {
            FileKey::Shared => Some(None),
            FileKey::Document(name) => Some(Some(name)),
        }
    }

    /// Documents that use shared messages of which the reference does not say what it said at the last sync: somebody switched to
    /// another branch, or synced a part.
    fn look_at_shared_messages(&mut self, config: &Config, last: &Last) -> Option<()> {
        let path = config.resource_path(&config.source_locale, &FileKey::Shared);
        // It is read whatever happens: what came while the lock was waited for must not pass for what was there.
        if !self.changed.contains(&path) && last.holds(&config.root, &path) {
            return Some(());
        }
        let now: FxHashSet<(u64, u64)> = narrow::shared_messages(config)?.into_iter().collect();
        let then: FxHashSet<(u64, u64)> = self.index.shared.reference.iter().copied().collect();
        let differ: FxHashSet<u64> = now.symmetric_difference(&then).map(|(id, _)| *id).collect();
        let uses = |record: &Record| record.uses.iter().any(|one| differ.contains(&one.id));
        let users = self.index.records.iter().filter(|(_, record)| uses(record));
        self.inside.extend(users.map(|(name, _)| DocumentName::from(name.as_str())));
        Some(())
    }

    /// Whether files that links may lead to are those of the last sync.
    pub fn has_files_as_they_were(&self, config: &Config) -> bool {
        self.changed.iter().all(|path| self.index.has_folder_as_it_was(config, path))
    }

    /// Whether the reference is the one that the last sync left.
    pub fn has_reference_as_it_was(&self, config: &Config) -> bool {
        let reference = config.resources.join(&config.source_locale);
        !self.changed.iter().any(|path| path.starts_with(&reference))
    }

    /// What is to be read.
    pub fn focus(&self) -> Focus<'_> {
        Focus { index: &self.index, sources: &self.sources, inside: self.inside.clone() }
    }

    pub fn is_inside(&self, name: &str) -> bool {
        self.inside.contains(name)
    }

    /// So much is reached that a run over everything costs about the same.
    pub fn is_much(&self) -> bool {
        self.inside.len() > FEW && self.inside.len() > self.sources.len() / ONE_IN
    }

    /// Pages without a source: those of before that are still there, new ones, and such as came back from another branch to
    /// documents that are gone.
    pub fn orphans(&self, config: &Config, new: &[PathBuf]) -> Vec<PathBuf> {
        let pages = Pages::of(config);
        let is_current =
            |path: &Path| pages.document(config, path).is_some_and(|name| self.sources.contains_key(&name));
        let before = self.remembered.report.orphans.iter().filter(|path| path.is_file() && !is_current(path));
        let gone = self.index.records.iter().filter(|(_, record)| !record.is_document);
        let gone: Vec<DocumentName> = gone.map(|(name, _)| DocumentName::from(name.as_str())).collect();
        let back =
            config.locales.iter().flat_map(|locale| gone.iter().map(|name| config.output_path(&locale.name, name)));
        let back = back.filter(|path| path.is_file() && !is_current(path));
        let mut orphans: Vec<PathBuf> = before.chain(new).cloned().chain(back).collect();
        orphans.sort();
        orphans.dedup();
        orphans
    }

    /// Leaves what the next run needs.
    pub fn leave(
        self,
        config: &Config,
        (mut watch, drafts): (Watch, Drafts),
        report: &Report,
        inputs: &Inputs,
        pages: Vec<PathBuf>,
        findings: Option<Findings>,
    ) {
        let Self { mut index, .. } = self;
        index.tag = cache::new_tag();
        index.write(&config.root);
        let tag = index.tag;
        // Writing pages changes the times of folders that links were looked up in.
        let touched: BTreeSet<&Path> =
            report.written.iter().chain(&report.removed).filter_map(|path| path.parent()).collect();
        for folder in touched {
            watch.before_proving(folder, || index.knows_folder_as_it_is(config, folder));
        }
        // The stamps of a large project need the room.
        drop(index);
        let results = remembered::results(config, report, inputs, pages);
        let Some(summary) = remembered::summary(config, report, findings, (drafts, By::Sync), Some(tag)) else {
            return;
        };
        let settings = settings_of(config, true);
        if let Some(last) = Last::read(&config.root, &settings) {
            last.remember(config, &settings, &summary, watch, &results);
        }
    }
}

/// Nothing if a folder lies in the place of a file of the catalog, which is then not read.
fn is_mere_folder(path: &Path) -> Option<()> {
    path.extension().is_none_or(|extension| extension != "ftl" && extension != "yaml").then_some(())
}

/// Finds the document that a path is a page of.
struct Pages<'c>(Vec<(&'c str, &'c str, output::Pages)>);

impl<'c> Pages<'c> {
    fn of(config: &'c Config) -> Self {
        let of_locale = |locale: &'c Locale| {
            config.pages_of(locale).into_iter().map(|(prefix, pages)| (locale.name.as_str(), prefix, pages))
        };
        Self(config.locales.iter().flat_map(of_locale).collect())
    }

    fn document(&self, config: &Config, path: &Path) -> Option<DocumentName> {
        let below = path.strip_prefix(&config.root).ok()?.to_str()?.replace('\\', "/");
        self.0.iter().find_map(|(locale, prefix, pages)| {
            let name = DocumentName::from(format!("{prefix}{}", pages.document(&below)?));
            (config.output_path(locale, &name) == path).then_some(name)
        })
    }
}
