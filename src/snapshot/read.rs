//! Step 1: reads sources and catalog.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use handback_core::catalog::reference::Reference;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::drift::carry;
use handback_core::text::conflict;
use handback_core::text::date::Date;
use handback_core::variables::choices::Choices;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::locale_input::{self, LocaleInput, Met};
use super::{flavor_hint, hash_form};
use crate::problem::{FileError, Problem};
use crate::project::discover::{self, Source};
use crate::project::paths::slashed;
use crate::project::seen::Seen;
use crate::project::store::{self, ResourceProblem};
use crate::project::{git, hash, journal, misplaced};
use crate::settings::config::Config;
use crate::settings::hand_off::HashForm;
use crate::settings::locale;
use crate::settings::shard::Shard;

/// What a run is to look at.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Documents or folders, as the user named them; empty means everything.
    pub paths: Vec<PathBuf>,
    /// Locales to work on; empty means all.
    pub locales: Vec<String>,
    /// One of several parts of the documents, where others do the rest; `None` means all.
    pub shard: Option<Shard>,
    pub today: Date,
}

impl Scope {
    /// Whether a document is for this run to write or to judge.
    pub fn owns(&self, document: &str) -> bool {
        self.shard.is_none_or(|shard| shard.owns(document))
    }

    /// The same for a file of the catalog, which is drafted by one part only, so that its messages stand as one run would have
    /// put them. Those that documents share are spread by locales.
    pub fn owns_file(&self, locale: &str, key: &FileKey) -> bool {
        key.document().map_or_else(|| self.owns(&format!("{locale}/shared")), |name| self.owns(name))
    }

    /// Whether what is of no document is for this run.
    pub fn owns_the_rest(&self) -> bool {
        self.shard.is_none_or(Shard::is_first)
    }
}

/// A source document that was read.
#[derive(Debug)]
pub struct SourceText {
    pub name: DocumentName,
    pub source: Source,
    pub text: String,
    /// `ms.openlocfilehash` of the source.
    pub hash: String,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The part of the documents that the run is for.
    pub shard: Option<Shard>,
    /// Documents in scope, sorted by name.
    pub sources: Vec<SourceText>,
    /// Documents that are there but outside the scope, or could not be read.
    pub kept: FxHashSet<DocumentName>,
    pub reference: Reference,
    pub locales: Vec<LocaleInput>,
    pub errors: Vec<FileError>,
    /// What was left out of the sources and is worth a word.
    pub notes: Vec<Problem>,
    /// Junk and duplicate messages in resources that could be read otherwise.
    pub problems: Vec<ResourceProblem>,
    /// False if a part of the catalog could not be read: then none of it may be written.
    pub catalog_usable: bool,
    /// All of the reference could be read: else nobody knows what the locales hold.
    pub(super) is_reference_known: bool,
    pub folders: Vec<PathBuf>,
    /// Files that a sparse checkout leaves out.
    pub skipped: Vec<PathBuf>,
    /// What the files of the catalog held.
    pub held: Seen,
    /// What is known of files that were not read.
    pub elsewhere: Elsewhere,
    /// The form in which the sources were hashed.
    pub hash_form: HashForm,
    /// The languages of files of the memory that were read for some locale: a large one is read for those that it has.
    pub memory_languages: Mutex<FxHashMap<PathBuf, Vec<String>>>,
}

/// What is known of the files of other documents where only some are read.
#[derive(Default)]
pub struct Elsewhere {
    /// There are documents among them.
    pub has_documents: bool,
    /// [Hashes](handback_core::catalog::ids::IdSet::hash) of all ids in them.
    pub ids: FxHashSet<u64>,
    /// The numbers of their pages.
    pub file_ids: FxHashSet<String>,
    /// Since when shared messages are in them without a translation, if they have none: by locale, and hash of the id.
    pub days: Vec<FxHashMap<u64, Date>>,
    /// Names of theirs that are names wherever they stand.
    pub names: Vec<String>,
    /// What the forms of their texts depend on, where variables are declared.
    pub choices: Vec<(DocumentName, Arc<Choices>)>,
    /// Hashes of the ids of their names.
    pub name_ids: FxHashSet<u64>,
    /// Messages in the files that were read of which they have a text that nobody translates, with hashes of the fingerprints of
    /// these texts.
    pub untranslatable: FxHashMap<Id, FxHashSet<u64>>,
    /// Reads the texts of the messages that are their own.
    pub texts: Option<Box<carry::Elsewhere>>,
    /// Some of these could not be read: what was decided without them is not certain.
    pub failed: Arc<AtomicBool>,
}

impl Elsewhere {
    /// Whether something was asked of the other documents that they could not answer.
    pub fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }
}

impl std::fmt::Debug for Elsewhere {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Elsewhere").field("ids", &self.ids.len()).finish_non_exhaustive()
    }
}

impl Inputs {
    /// Whether only what a change can reach was read, and an index knows the rest.
    pub fn is_narrow(&self) -> bool {
        self.elsewhere.texts.is_some()
    }

    /// Whether a document was read.
    pub(super) fn has_source(&self, name: &DocumentName) -> bool {
        self.sources.binary_search_by(|source| source.name.cmp(name)).is_ok()
    }

    /// Notes what was met while a locale was read. What goes to `late` is to be reported last.
    pub(super) fn note(&mut self, met: Met, late: &mut Vec<FileError>) {
        self.folders.extend(met.folders);
        self.problems.extend(met.problems);
        self.errors.extend(met.glossary);
        late.extend(met.errors);
        self.catalog_usable &= met.is_usable;
    }

    /// The locales, for a snapshot to bring up to the sources.
    pub fn take_locales(&mut self) -> Vec<LocaleInput> {
        std::mem::take(&mut self.locales)
    }

    /// All problems of what was read.
    pub fn all_errors(&self) -> impl Iterator<Item = &FileError> {
        self.errors.iter().chain(self.problems.iter().map(|problem| &problem.error))
    }
}

/// Step 1: reads sources and catalog. `seen` is given every path before it is looked at.
///
/// # Errors
/// The sources cannot be found; or an interrupted run left the catalog half written, which the next one completes.
pub fn read(config: &Config, scope: &Scope, seen: &mut dyn FnMut(&Path)) -> Result<Inputs, FileError> {
    read_locales(config, scope, |_| true, seen)
}

/// The same of some locales only, by name. Where the English changed, that is not enough to write anything: translations of the
/// other locales have a say in which text becomes which message.
///
/// # Errors
/// As [`read`].
pub fn read_locales(
    config: &Config,
    scope: &Scope,
    is_read: impl Fn(&str) -> bool,
    seen: &mut dyn FnMut(&Path),
) -> Result<Inputs, FileError> {
    let (mut inputs, mut fatal) = read_english(config, scope, seen)?;
    for locale in config.locales.iter().filter(|locale| is_read(&locale.name)) {
        let (read, met) = locale_input::read(config, &inputs, locale, seen);
        inputs.note(met, &mut fatal);
        inputs.locales.push(read);
    }
    inputs.errors.extend(fatal);
    hash_form::settle(config, &mut inputs, None);
    Ok(inputs)
}

/// Reads sources and reference; returns problems that are to be reported after those of the locales, too.
pub(super) fn read_english(
    config: &Config,
    scope: &Scope,
    seen: &mut dyn FnMut(&Path),
) -> Result<(Inputs, Vec<FileError>), FileError> {
    journal::pending(config)?;
    let skipped = if git::may_be_sparse(&config.root) { git::skipped(&config.root) } else { Vec::new() };
    let mut inputs = Inputs { catalog_usable: true, shard: scope.shard, skipped, ..Inputs::default() };
    let mut discovery = discover::discover(config, &mut |met| seen(met.path()));
    if let Some(fatal) = discovery.fatal.take() {
        return Err(fatal);
    }
    let wanted = wanted_paths(config, scope, &discovery.sources.iter().collect::<Vec<_>>())?;
    inputs.errors.extend(discovery.errors);
    inputs.notes = discovery.notes;
    inputs.kept.extend(discovery.refused);
    let hidden = discovery.hidden;
    let (chosen, others): (Vec<Source>, Vec<Source>) =
        discovery.sources.into_iter().partition(|source| wanted(&source.path));
    inputs.kept.extend(others.into_iter().map(|source| source.name));
    let read: Vec<Result<SourceText, (DocumentName, FileError)>> =
        chosen.into_par_iter().map(|source| read_source(config, source)).collect();
    for result in read {
        match result {
            Ok(source) => inputs.sources.push(source),
            Err((name, error)) => {
                inputs.kept.insert(name);
                inputs.errors.push(error);
            }
        }
    }
    inputs.notes.extend(flavor_hint::note(config, &inputs.sources));
    let mut fatal = Vec::new();
    let mut files = store::read_files(config, &config.source_locale, seen, &inputs.held, &mut fatal);
    inputs.folders.extend(files.folders.iter().cloned());
    let before = fatal.len();
    inputs.reference = store::reference(config, &mut files, &mut inputs.problems, &mut fatal);
    fatal.extend(misplaced::moved(config));
    keep_what_git_left_out(config, &mut inputs, &mut fatal);
    inputs.is_reference_known = files.readable() && fatal.len() == before;
    inputs.catalog_usable &= inputs.is_reference_known && inputs.problems.is_empty();
    keep_what_is_away(config, scope, hidden, &mut inputs);
    Ok((inputs, fatal))
}

/// The same of further locales for what was read before, if nothing hinders that the reference is known. Problems are noted there.
pub fn read_more(config: &Config, inputs: &mut Inputs, is_read: impl Fn(&str) -> bool) -> Vec<LocaleInput> {
    let mut fatal = Vec::new();
    let wanted = config.locales.iter().filter(|locale| is_read(&locale.name));
    let mut read = Vec::new();
    for locale in wanted {
        let (locale, met) = locale_input::read(config, inputs, locale, &mut |_| ());
        inputs.note(met, &mut fatal);
        read.push(locale);
    }
    inputs.errors.extend(fatal);
    read
}

/// Documents of which a sparse checkout leaves out the reference, too, stay as they were; where only the reference is out of sight,
/// that is an error.
fn keep_what_git_left_out(config: &Config, inputs: &mut Inputs, errors: &mut Vec<FileError>) {
    for (key, path) in misplaced::left_out(config, &config.source_locale, &inputs.skipped) {
        match key.as_ref().and_then(FileKey::document) {
            Some(name) if !inputs.has_source(name) => {
                inputs.kept.insert(name.clone());
            }
            _ => errors.push(misplaced::needed(config, &path)),
        }
    }
}

/// Notes the documents that are not gone although no source was read: what lies in a `hidden` place, what a sparse checkout
/// leaves out, and what is outside the scope.
fn keep_what_is_away(config: &Config, scope: &Scope, mut hidden: Vec<PathBuf>, inputs: &mut Inputs) {
    let present: FxHashSet<&DocumentName> = inputs.sources.iter().map(|source| &source.name).collect();
    let known = inputs.reference.documents.keys();
    let away: Vec<&DocumentName> =
        known.filter(|name| !present.contains(name) && !inputs.kept.contains(*name)).collect();
    if away.is_empty() {
        return;
    }
    hidden.extend(git::skipped(&config.root));
    // A document outside the scope stays as it was, also if its file is gone.
    let is_kept = |name: &&DocumentName| !scope.paths.is_empty() || discover::may_lie_below(config, name, &hidden);
    let kept: Vec<DocumentName> = away.into_iter().filter(is_kept).cloned().collect();
    inputs.kept.extend(kept);
}

/// A test whether a source is in scope. Paths may be given from the working folder or the project.
pub(crate) fn wanted_paths(
    config: &Config,
    scope: &Scope,
    sources: &[&Source],
) -> Result<impl Fn(&Path) -> bool + use<>, FileError> {
    let root = std::path::absolute(&config.root).unwrap_or_else(|_| config.root.clone());
    let mut wanted = Vec::new();
    for path in &scope.paths {
        let from_here = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let from_root = root.join(path);
        let matches = |candidate: &PathBuf| sources.iter().any(|source| absolute(&source.path).starts_with(candidate));
        // Reports name documents as they are called in every locale, without the folder of the sources.
        let named = slashed(path);
        let named = named.trim_start_matches("./").trim_end_matches('/');
        let is_named = |source: &&&Source| {
            let rest = source.name.strip_prefix(named);
            !named.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        match [from_here, from_root].into_iter().find(matches) {
            Some(found) => wanted.push(found),
            None => {
                let before = wanted.len();
                wanted.extend(sources.iter().filter(is_named).map(|source| absolute(&source.path)));
                if wanted.len() == before {
                    return Err(FileError::new(path, no_source(config, named, sources)));
                }
            }
        }
    }
    Ok(move |path: &Path| wanted.is_empty() || wanted.iter().any(|prefix| absolute(path).starts_with(prefix)))
}

/// Says that a path leads to no source, and to which one it is nearest.
fn no_source(config: &Config, named: &str, sources: &[&Source]) -> String {
    let alike = sources.iter().map(|source| {
        let path = slashed(&config.shown(&source.path));
        // Reports name documents without the folder of the sources; and whoever names the file alone means it, wherever it lies.
        let names = [path.as_str(), &*source.name, path.rsplit('/').next().unwrap_or_default()];
        let of = |known: &str| strsim::normalized_damerau_levenshtein(named, known);
        let likeness = names.into_iter().map(of).fold(0.0, f64::max);
        (likeness, path)
    });
    let nearest = alike.max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = nearest.filter(|(likeness, _)| *likeness > 0.6).map(|(_, path)| format!(": did you mean `{path}`?"));
    let hint = hint.unwrap_or_else(|| ": expected a document or folder that `sources` in handback.yaml reaches".into());
    format!("no source document lies there{hint}")
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

pub(super) fn read_source(config: &Config, source: Source) -> Result<SourceText, (DocumentName, FileError)> {
    let text = discover::read(config, &source).map_err(|error| (source.name.clone(), error))?;
    if let Some(line) = conflict::first_in_document(&text) {
        let message = "git left the marks of a conflict here (`<<<<<<<`, `=======`, `>>>>>>>`): expected one of the two sides; \
                       choose in an editor, then run the command again";
        return Err((source.name.clone(), FileError::at(config.shown(&source.path), line as u32, message)));
    }
    let hash = hash::source_hash(text.as_bytes(), config.hash, config.hash_form);
    Ok(SourceText { name: source.name.clone(), source, text, hash })
}

pub(crate) fn check_locales(config: &Config, scope: &Scope) -> Result<(), FileError> {
    for name in &scope.locales {
        let locale = &config.locale(name).map_err(FileError::misuse)?.name;
        if !wanted(scope, locale) {
            return Err(FileError::misuse(format!("`{name}` is the folder of locale `{locale}`: name it so")));
        }
    }
    Ok(())
}

pub(crate) fn wanted(scope: &Scope, locale: &str) -> bool {
    let is_called =
        |name: &String| name.eq_ignore_ascii_case(locale) || locale::canonical(name).as_deref() == Ok(locale);
    scope.locales.is_empty() || scope.locales.iter().any(is_called)
}
