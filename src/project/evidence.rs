//! Brings the records of wordings that their states do not know: from the ledger and from git.
//!
//! Everything is read when it is first asked for, and once a run: an ordinary sync asks for nothing.

mod seen;

use std::sync::{Mutex, OnceLock, PoisonError};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::evidence::{Author, Evidence, Record, Witness};
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::TranslationType;
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::files;
use super::ledger::Ledger;
use super::paths::resource_stem;
use super::versions::{self, Blame, Tree, Version};
use crate::settings::config::Config;

/// How many commits of the states are searched.
const MOST_STATES: usize = 500;
/// How many commits of a resource, or of the reference, are searched.
const MOST_RESOURCES: usize = 300;
/// How many versions are read at a time.
const AT_A_TIME: usize = 64;

/// A resource, and who committed its lines.
type Blamed = (Resource, Vec<Option<Blame>>);

/// The records of one locale.
pub struct Records<'a> {
    config: &'a Config,
    locale: &'a str,
    ledger: OnceLock<Ledger>,
    trees: OnceLock<Vec<Tree>>,
    /// What the states at these commits know, by wording.
    states: OnceLock<FxHashMap<Fingerprint, Vec<Record>>>,
    shallow: OnceLock<bool>,
    /// Resources as git has them, and who wrote the lines of those that lie here.
    in_git: Mutex<FxHashMap<FileKey, Vec<Resource>>>,
    blames: Mutex<FxHashMap<FileKey, Blamed>>,
    at_commits: seen::AtCommits,
}

impl<'a> Records<'a> {
    pub fn new(config: &'a Config, locale: &'a str) -> Self {
        Self {
            config,
            locale,
            ledger: OnceLock::new(),
            trees: OnceLock::new(),
            states: OnceLock::new(),
            shallow: OnceLock::new(),
            in_git: Mutex::default(),
            blames: Mutex::default(),
            at_commits: seen::AtCommits::default(),
        }
    }

    fn folder(&self) -> std::path::PathBuf {
        self.config.locale_folder(self.locale)
    }

    fn ledger(&self) -> &Ledger {
        self.ledger.get_or_init(|| Ledger::read(&self.config.root, self.locale))
    }

    /// HEAD first.
    fn trees(&self) -> &[Tree] {
        self.trees.get_or_init(|| versions::trees(&self.folder()))
    }

    fn states(&self) -> &FxHashMap<Fingerprint, Vec<Record>> {
        self.states.get_or_init(|| {
            let files = self.trees().iter().flat_map(|tree| &tree.files);
            let states = files.filter(|(path, _)| is_state(path));
            let mut seen = FxHashSet::default();
            let states = states.filter(|(_, blob)| seen.insert((*blob).clone()));
            let states: Vec<Version> =
                states.map(|(path, blob)| Version { path: path.clone(), blob: blob.clone() }).collect();
            self.records_in(&states, |_| true)
        })
    }

    /// What versions of states know of wordings that are wanted.
    fn records_in(
        &self,
        states: &[Version],
        wanted: impl Fn(&str) -> bool + Sync,
    ) -> FxHashMap<Fingerprint, Vec<Record>> {
        let texts = versions::texts(&self.folder(), states);
        let read: Vec<Vec<Record>> = texts
            .par_iter()
            .filter_map(|(_, text)| StateFile::parse(text).ok())
            .map(|file| {
                let states = file.messages.into_iter().filter(|(_, state)| wanted(&state.target));
                states.map(|(id, state)| Record { id, state }).collect()
            })
            .collect();
        let mut records: FxHashMap<Fingerprint, Vec<Record>> = FxHashMap::default();
        for record in read.into_iter().flatten() {
            let known = records.entry(record.state.target.clone()).or_default();
            if !known.contains(&record) {
                known.push(record);
            }
        }
        records
    }

    /// Whether git has a wording: in HEAD, in the index, or because it put the file here.
    fn is_in_git(&self, file: &FileKey, id: &Id, wording: &str) -> bool {
        self.text_in_git(file, id, wording).is_some()
    }

    /// The text of a wording that git has so.
    fn text_in_git(&self, file: &FileKey, id: &Id, wording: &str) -> Option<String> {
        if self.trees().is_empty() {
            return None;
        }
        let mut in_git = self.in_git.lock().unwrap_or_else(PoisonError::into_inner);
        let resources = in_git.entry(file.clone()).or_insert_with(|| {
            let texts = versions::known_texts(&self.folder(), &format!("{}.ftl", resource_stem(file)));
            texts.into_iter().filter_map(|text| Resource::parse(text).ok()).collect()
        });
        let patterns = resources.iter().filter_map(|resource| resource.get(id)?.pattern.as_ref());
        let mut patterns = patterns.into_iter().filter(|pattern| pattern.is_wording(wording));
        patterns.next().map(|pattern| pattern.as_str().to_owned())
    }

    /// HEAD says what the state of a file was: its state, or that there was nothing to have a state.
    fn head_knows(&self, file: &FileKey) -> bool {
        let Some(head) = self.trees().first() else { return false };
        let stem = resource_stem(file);
        head.files.contains_key(&format!("{stem}.yaml"))
            || (!head.files.contains_key(&format!("{stem}.ftl")) && head.files.keys().any(|path| is_state(path)))
    }

    fn blame_of(&self, file: &FileKey) -> Option<Blamed> {
        let text = files::read_text(&self.config.resource_path(self.locale, file)).ok()?;
        let blame = versions::blame(&self.folder(), &format!("{}.ftl", resource_stem(file)));
        Some((Resource::parse(text).ok()?, blame))
    }

    /// Who last committed a line of a message; `None` if one is not committed yet: whoever runs this is editing it.
    fn committed(&self, file: &FileKey, id: &Id) -> Option<Blame> {
        let mut blames = self.blames.lock().unwrap_or_else(PoisonError::into_inner);
        if !blames.contains_key(file) {
            blames.insert(file.clone(), self.blame_of(file)?);
        }
        let (resource, lines) = blames.get(file)?;
        let range = resource.lines(id)?;
        let lines = lines.get(range.start as usize - 1..(range.end as usize - 1).min(lines.len()))?;
        let lines: Option<Vec<&Blame>> = lines.iter().map(Option::as_ref).collect();
        lines?.into_iter().max_by_key(|blame| blame.time).cloned()
    }

    /// What versions of resources hold, the newest first, until `look` has found what it looks for.
    fn search(&self, locale: &str, path: &str, mut look: impl FnMut(&Resource) -> bool) {
        let folder = self.config.locale_folder(locale);
        let mut found = versions::of_path(&folder, path, MOST_RESOURCES);
        found.retain(|version| version.path.ends_with(".ftl"));
        for some in found.chunks(AT_A_TIME) {
            let texts = versions::texts(&folder, some);
            let resources: Vec<Resource> =
                texts.into_par_iter().filter_map(|(_, text)| Resource::parse(text).ok()).collect();
            if resources.iter().any(&mut look) {
                return;
            }
        }
    }
}

fn is_state(path: &str) -> bool {
    path.ends_with(".yaml") && path != "glossary.yaml"
}

impl Evidence for Records<'_> {
    fn records(&self, id: &Id, wording: &str) -> Vec<Record> {
        let mut records = self.ledger().records(wording);
        // A colleague's approval of the same wording is in git, and only there.
        let approved = |record: &Record| record.id == *id && record.state.kind == TranslationType::Human;
        if !records.iter().any(approved) {
            records.extend(self.states().get(wording).into_iter().flatten().cloned());
        }
        records
    }

    fn history(&self, wordings: &[Fingerprint]) -> FxHashMap<Fingerprint, Vec<Record>> {
        if self.trees().is_empty() {
            return FxHashMap::default();
        }
        let wanted: FxHashSet<&str> = wordings.iter().map(Fingerprint::as_str).collect();
        let mut found = versions::about(&self.folder(), wordings, MOST_STATES);
        found.retain(|version| is_state(&version.path));
        self.records_in(&found, |wording| wanted.contains(wording))
    }

    fn witness(&self, file: &FileKey, id: &Id, wording: &str) -> Witness {
        let in_git = self.is_in_git(file, id, wording);
        let complete = match in_git {
            true => !*self.shallow.get_or_init(|| versions::is_shallow(&self.folder())),
            false => self.ledger().complete || self.head_knows(file),
        };
        Witness { in_git, complete }
    }

    fn author(&self, file: &FileKey, id: &Id) -> Option<Author> {
        if self.config.authors.is_empty() {
            return None;
        }
        let newest = self.committed(file, id)?;
        let rule = self.config.authors.iter().find(|rule| rule.admits(&newest.name, &newest.mail))?;
        Some(Author { name: newest.name.clone(), kind: rule.kind, reviewed: rule.reviewed })
    }

    fn seen(&self, file: &FileKey, id: &Id, today: &str, documents: &[&DocumentName]) -> Option<String> {
        self.english_at_commit(file, id, today, documents)
    }

    fn wording(&self, file: &FileKey, id: &Id, wording: &str) -> Option<String> {
        if self.trees().is_empty() {
            return None;
        }
        let mut found = None;
        self.search(self.locale, &format!("{}.ftl", resource_stem(file)), |resource| {
            let pattern = resource.get(id).and_then(|entry| entry.pattern.as_ref());
            found = pattern.filter(|pattern| pattern.is_wording(wording)).map(|pattern| pattern.as_str().to_owned());
            found.is_some()
        });
        found
    }

    fn draft(&self, file: &FileKey, id: &Id, wording: &str) -> Option<String> {
        self.ledger().text(wording).or_else(|| self.text_in_git(file, id, wording))
    }

    fn english(&self, sources: &[Fingerprint]) -> FxHashMap<Fingerprint, String> {
        let mut wanted: FxHashSet<&str> = sources.iter().map(Fingerprint::as_str).collect();
        let mut found = FxHashMap::default();
        if self.trees().is_empty() {
            return found;
        }
        self.search(&self.config.source_locale, ".", |resource| {
            for pattern in resource.entries().iter().filter_map(|entry| entry.pattern.as_ref()) {
                let Pattern::Text(text) = pattern else { continue };
                let print = fingerprint(text);
                if wanted.remove(print.as_str()) {
                    found.insert(print, text.clone());
                }
            }
            wanted.is_empty()
        });
        found
    }
}
