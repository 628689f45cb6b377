//! The catalog on disk: reads and writes the reference and the locales of a project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use handback_core::catalog::layout::lacks_places;
use handback_core::catalog::locale::{LocaleCatalog, LocaleFile};
use handback_core::catalog::reference::{Reference, Structure};
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::{HandOff, State};
use handback_core::catalog::state_file::{StateFile, is_old};
use handback_core::catalog::yaml::without_mark;
use handback_core::catalog::{DocumentName, FileKey, Id, Problem};
use ignore::WalkBuilder;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::seen::{Print, Seen};
use super::transaction::{ATTEMPTS, Plan, Stopped};
use super::write::Writer;
use super::{discover, files, ledger, paths, recovery};
use crate::problem::{FileError, is_bad_name};
use crate::settings::config::Config;

/// Files of one locale, found on disk and read.
#[derive(Debug, Default)]
pub struct Files {
    /// Resource and state (or structure) by key; either may be absent.
    pairs: BTreeMap<FileKey, (Option<String>, Option<String>)>,
    /// Hand-offs by key.
    pages: BTreeMap<FileKey, String>,
    /// Files that are there but cannot be read.
    unreadable: Vec<FileKey>,
    /// A folder could not be listed: nobody knows what there is.
    pub unlisted: bool,
    /// The source of `terms.ftl`, or empty.
    pub terms: String,
    /// The source of `glossary.yaml`, or empty.
    pub glossary: String,
    /// Every folder looked into.
    pub folders: Vec<PathBuf>,
}

impl Files {
    /// True if every folder could be listed, and every file read.
    pub fn readable(&self) -> bool {
        self.unreadable.is_empty() && !self.unlisted
    }

    /// True if nothing was found.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.pages.is_empty()
    }

    /// How long they are together, in bytes.
    pub fn size(&self) -> u64 {
        let pairs = self.pairs.values().flat_map(|(resource, state)| [resource, state]).flatten();
        pairs.chain(self.pages.values()).map(|text| text.len() as u64).sum()
    }

    /// Lists a folder and all below it. What could not be looked into is noted, so that its files do not count as gone.
    fn list(&mut self, config: &Config, folder: &Path, errors: &mut Vec<FileError>) -> Vec<Found> {
        let mut found = Vec::new();
        for entry in WalkBuilder::new(folder).standard_filters(false).follow_links(true).build() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    errors.push(discover::walk_error(config, &error));
                    self.unlisted = true;
                    continue;
                }
            };
            let path = entry.path();
            if entry.file_type().is_some_and(|kind| kind.is_dir()) {
                self.folders.push(path.to_owned());
            }
            // An empty folder of such a name is tried too, and reported as what it is. One that holds something is that of a folder
            // of documents: `11.yaml/page.md`.
            let is_folder = || entry.file_type().is_some_and(|kind| kind.is_dir());
            let Some(one) = Found::of(path, folder) else { continue };
            if is_folder() && std::fs::read_dir(path).is_ok_and(|mut inner| inner.next().is_some()) {
                continue;
            }
            if is_bad_name(&one.stem) {
                errors.push(FileError::new(config.shown(path), discover::BAD_NAME));
                self.unlisted = true;
                continue;
            }
            found.push(one);
        }
        found
    }

    /// Puts the text of a file where its name says it belongs.
    fn put(&mut self, found: &Found, text: String) {
        let page = found.stem.strip_suffix(paths::PAGE).filter(|_| !found.is_resource).and_then(paths::key_of_stem);
        if let Some(key) = page {
            self.pages.insert(key, text);
        } else if let Some(key) = paths::key_of_stem(&found.stem) {
            let pair = self.pairs.entry(key).or_default();
            *if found.is_resource { &mut pair.0 } else { &mut pair.1 } = Some(text);
        } else if found.stem == "terms" && found.is_resource {
            self.terms = without_mark(&text).to_owned();
        } else if found.stem == "glossary" && !found.is_resource {
            self.glossary = text;
        }
    }
}

/// Lists and reads the files of a locale. `seen` is given every path before it is read; what the files hold is noted
/// in `held`.
pub fn read_files(
    config: &Config,
    locale: &str,
    seen: &mut dyn FnMut(&Path),
    held: &Seen,
    errors: &mut Vec<FileError>,
) -> Files {
    let folder = config.locale_folder(locale);
    let mut files = Files::default();
    seen(&folder);
    if !files::is_there(&folder) {
        files.folders.push(folder);
        return files;
    }
    let found = files.list(config, &folder, errors);
    found.iter().for_each(|found| seen(&found.path));
    let read = |found: &Found| {
        let text = files::read_text(&found.path)?;
        held.note(&found.path, Some(Print::of(text.as_bytes())));
        Ok::<_, std::io::Error>(text)
    };
    let texts: Vec<_> = found.par_iter().map(read).collect();
    for (found, text) in found.iter().zip(texts) {
        match text {
            Ok(text) => files.put(found, text),
            Err(error) => {
                errors.push(FileError::io(config.shown(&found.path), "read the file", &error));
                let stem = found.stem.strip_suffix(paths::PAGE).unwrap_or(&found.stem);
                files.unreadable.extend(paths::key_of_stem(stem));
            }
        }
    }
    files
}

/// Reads the files of some documents of a locale, and those that all share, without looking for others.
pub fn read_some(
    config: &Config,
    locale: &str,
    keys: &[FileKey],
    seen: &mut dyn FnMut(&Path),
    held: &Seen,
    errors: &mut Vec<FileError>,
) -> Files {
    let mut files = Files::default();
    let folder = config.locale_folder(locale);
    let of_key = |key: &FileKey| {
        let page = config.page_path(locale, key);
        [Some(config.resource_path(locale, key)), Some(config.state_path(locale, key)), page]
    };
    let all = ["terms.ftl", "glossary.yaml"].map(|name| folder.join(name));
    let paths: Vec<PathBuf> = keys.iter().flat_map(of_key).flatten().chain(all).collect();
    let found: Vec<Found> = paths.iter().filter_map(|path| Found::of(path, &folder)).collect();
    found.iter().for_each(|found| seen(&found.path));
    let texts: Vec<_> = found.par_iter().map(|found| files::read_text(&found.path)).collect();
    for (found, text) in found.iter().zip(texts) {
        match text {
            Ok(text) => {
                held.note(&found.path, Some(Print::of(text.as_bytes())));
                files.put(found, text);
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => errors.push(FileError::io(config.shown(&found.path), "read the file", &error)),
        }
    }
    files
}

/// A Fluent or YAML file in the folder of a locale.
struct Found {
    path: PathBuf,
    /// The path below the folder, with `/` and without the ending.
    stem: String,
    is_resource: bool,
}

impl Found {
    /// `None` if the file is neither Fluent nor YAML, or its name is not Unicode.
    fn of(path: &Path, folder: &Path) -> Option<Self> {
        let below = path.strip_prefix(folder).ok()?.to_str()?.replace('\\', "/");
        let resource = below.strip_suffix(".ftl");
        let stem = resource.or_else(|| below.strip_suffix(".yaml"))?.to_owned();
        Some(Self { path: path.to_owned(), stem, is_resource: resource.is_some() })
    }
}

/// A place in a resource that is not a message, or not one of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceProblem {
    pub locale: String,
    pub key: FileKey,
    /// The same id stands above; else the place is not valid Fluent.
    pub duplicate: bool,
    pub error: FileError,
}

impl ResourceProblem {
    fn of(resource: &Resource, locale: &str, key: &FileKey, path: &Path) -> impl Iterator<Item = Self> {
        let all = resource.problems.iter().map(|problem| (false, problem));
        all.chain(resource.duplicates.iter().map(|problem| (true, problem))).map(move |(duplicate, problem)| Self {
            locale: locale.to_owned(),
            key: key.clone(),
            duplicate,
            error: at(path, problem),
        })
    }
}

/// The reference of the last sync. Any error here is fatal for a sync: going on without a part of the
/// reference would take its messages for gone. The texts are taken out of the files, each as it is read.
pub fn reference(
    config: &Config,
    files: &mut Files,
    problems: &mut Vec<ResourceProblem>,
    errors: &mut Vec<FileError>,
) -> Reference {
    let locale = &config.source_locale;
    let mut reference = Reference::default();
    let parsed: Vec<_> = std::mem::take(&mut files.pairs)
        .into_par_iter()
        .map(|(key, (resource, structure))| {
            // What a loss of power left empty is made again.
            let structure = structure.filter(|text| !text.is_empty());
            (key, resource.map(Resource::parse), structure.map(|text| Structure::parse(&text)))
        })
        .collect();
    for (key, resource, structure) in parsed {
        let key = &key;
        let resource_path = config.shown(&config.resource_path(locale, key));
        match resource {
            Some(Ok(resource)) => {
                problems.extend(ResourceProblem::of(&resource, locale, key, &resource_path));
                reference.add_resource(key, &resource);
            }
            Some(Err(problem)) => errors.push(at(&resource_path, &problem)),
            None => {}
        }
        let FileKey::Document(name) = key else { continue };
        match structure {
            Some(Ok(structure)) => {
                reference.documents.insert(name.clone(), Arc::new(structure));
            }
            Some(Err(problem)) => errors.push(at(&config.shown(&config.state_path(locale, key)), &problem)),
            None => {}
        }
    }
    reference.share_ids();
    reference
}

/// One locale's catalog. A resource or state that cannot be read takes its file out of this run:
/// it is reported and left untouched. The texts are taken out of the files, each as it is read.
pub fn locale(
    config: &Config,
    name: &str,
    files: &mut Files,
    problems: &mut Vec<ResourceProblem>,
    errors: &mut Vec<FileError>,
) -> (LocaleCatalog, Vec<FileKey>) {
    let mut catalog = LocaleCatalog::new(name);
    let mut unusable = files.unreadable.clone();
    let mut pairs = std::mem::take(&mut files.pairs);
    files.pages.keys().for_each(|key| _ = pairs.entry(key.clone()).or_default());
    let parsed: Vec<_> = pairs
        .into_par_iter()
        .filter(|(key, _)| !files.unreadable.contains(key))
        .map(|(key, (resource, state))| {
            let old = state.as_deref().is_some_and(is_old);
            let stateless = resource.is_some() && state.is_none();
            let state = state.map_or_else(|| Ok(StateFile::default()), |text| StateFile::parse(&text));
            let page = files.pages.get(&key).map(|page| HandOff::parse(page)).transpose();
            let is_empty = resource.as_deref() == Some("");
            let text = resource.filter(|text| !is_blank(&key, text));
            let parsed = text.map_or_else(|| Ok(Resource::default()), Resource::parse);
            let parsed = parsed.and_then(|parsed| match &state {
                Ok(state) if is_empty && !state.messages.is_empty() => Err(emptied(config, name, &key)),
                _ => Ok(parsed),
            });
            (key, parsed, state, page, (old, stateless))
        })
        .collect();
    for (key, resource, state, page, (old, stateless)) in parsed {
        let key = &key;
        let resource_path = config.shown(&config.resource_path(name, key));
        let state_path = config.shown(&config.state_path(name, key));
        match (resource, state, page) {
            (Ok(resource), Ok(mut state), Ok(page)) => {
                problems.extend(ResourceProblem::of(&resource, name, key, &resource_path));
                state.document = page.or(state.document);
                let mut file = LocaleFile::new(resource, state);
                file.stateless = stateless;
                if old {
                    file.renew();
                }
                catalog.files.insert(key.clone(), file);
            }
            (resource, state, page) => {
                let page_path = config.page_path(name, key).unwrap_or_default();
                errors.extend(page.err().map(|problem| at(&config.shown(&page_path), &problem)));
                errors.extend(resource.err().map(|problem| at(&resource_path, &problem)));
                errors.extend(state.err().map(|problem| at(&state_path, &problem)));
                unusable.push(key.clone());
            }
        }
    }
    (catalog, unusable)
}

/// A resource of no bytes beside a state that knows messages: nobody empties a file like that, but a loss of power does.
fn emptied(config: &Config, locale: &str, key: &FileKey) -> Problem {
    let (resource, state) = (config.resource_path(locale, key), config.state_path(locale, key));
    let (resource, state) = (config.shown(&resource), config.shown(&state));
    let (resource, state) = (paths::slashed(&resource), paths::slashed(&state));
    let message = format!(
        "the file is empty, but {state} knows of translations in it: `git checkout -- {resource}` brings them back; delete \
         both files to start over"
    );
    Problem { line: 1, message }
}

/// What a resource holds while there is no translation in it. It lies beside its state from the first, so that
/// git takes both or none.
fn blank(key: &FileKey) -> String {
    match key {
        FileKey::Shared => "### Translations of texts that several documents share\n".into(),
        FileKey::Document(name) => {
            let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            format!("### Translations of {name}\n")
        }
    }
}

/// The resource holds no translation, and nothing that a person wrote.
fn is_blank(key: &FileKey, text: &str) -> bool {
    text.trim_end() == blank(key).trim_end()
}

fn at(path: &Path, problem: &Problem) -> FileError {
    FileError::at(path, problem.line, problem.message.clone())
}

/// Plans the resources and structures of the reference, and that those go whose documents are gone.
pub fn write_reference(config: &Config, old: &Reference, new: &Reference, plan: &Plan<'_>) {
    let locale = &config.source_locale;
    let names: Vec<&DocumentName> = new.documents.keys().collect();
    names.par_iter().for_each(|name| {
        let key = FileKey::Document((*name).clone());
        write_resource(config, new, &key, plan);
        plan.put_derived(config.state_path(locale, &key), new.documents[*name].format());
    });
    write_resource(config, new, &FileKey::Shared, plan);
    for name in old.documents.keys().filter(|name| !new.documents.contains_key(*name)) {
        let key = FileKey::Document(name.clone());
        plan.remove_derived(config.resource_path(locale, &key));
        plan.remove_derived(config.state_path(locale, &key));
    }
}

fn write_resource(config: &Config, reference: &Reference, key: &FileKey, plan: &Plan<'_>) {
    let path = config.resource_path(&config.source_locale, key);
    match reference.format(key) {
        Some(text) => plan.put_derived(path, text),
        None => plan.remove_derived(path),
    }
}

/// Brings the in-memory resources of a locale to what will be written, so that all that follows sees
/// the same bytes as the next run.
pub fn settle(catalog: &mut LocaleCatalog, reference: &Reference) -> Vec<(FileKey, String)> {
    let files = catalog.files.iter_mut();
    files.filter_map(|(key, file)| settle_file(file, key, reference).map(|source| (key.clone(), source))).collect()
}

/// The same for one file.
fn settle_file(file: &mut LocaleFile, key: &FileKey, reference: &Reference) -> Option<String> {
    if !file.resource_changed() {
        if !lacks_places(&file.resource, &reference.at_home(key)) {
            return None;
        }
        file.renew();
    }
    let source = file.resource_source(&reference.order(key), &reference.at_home(key));
    *file = LocaleFile::new(Resource::spliced(source.clone()), std::mem::take(&mut file.state));
    Some(source)
}

/// A message that is to be written, and its state before.
pub type Before = (Id, Option<State>);

/// Writes one file of a locale and its state. If somebody edited either since it was read, the edit stays: the
/// messages that it is about are not written, and returned. `before` are all messages whose states changed.
///
/// # Errors
/// A file that cannot be read or written, or that changes again and again; what was to be written is still to be
/// written.
pub fn write_file(
    config: &Config,
    catalog: &mut LocaleCatalog,
    key: &FileKey,
    (reference, seen): (&Reference, &Seen),
    before: &[Before],
    writer: &Writer,
) -> Result<Vec<Id>, FileError> {
    let locale = catalog.locale.clone();
    // Before the resource: what is not on record would pass for a person's.
    if !writer.is_dry() {
        let old = files::read_text(&config.state_path(&locale, key)).ok();
        catalog.file_mut(key);
        ledger::note(
            (&config.root, &config.locale_folder(&catalog.locale)),
            catalog,
            std::iter::once((old, &catalog.files[key])),
        )?;
    }
    let file = catalog.file_mut(key);
    let mut edited = Vec::new();
    let mut last = None;
    // What this very run noted before and could not finish.
    recovery::finish(config)?;
    for _ in 0..ATTEMPTS {
        let overtaken = rebase_resource(config, &locale, key, file, seen)?;
        put_back(file, &overtaken, before);
        edited.extend(overtaken);
        let plan = Plan::new(seen);
        let mut settled = file.clone();
        let source = settle_file(&mut settled, key, reference);
        plan_file(config, &locale, (key, &settled), source.as_deref(), reference, &plan);
        match plan.commit(config, writer) {
            Ok(()) => {
                *file = settled;
                edited.sort();
                edited.dedup();
                return Ok(edited);
            }
            Err(Stopped::Changed(path)) => {
                edited.extend(rebase_state(config, &locale, key, file, (seen, before))?);
                last = Some(path);
            }
            Err(Stopped::Failed(error)) => return Err(error),
            Err(Stopped::Noted(error)) => {
                *file = settled;
                return Err(error);
            }
        }
    }
    Err(Stopped::Changed(last.unwrap_or_default()).into_error(config))
}

/// Plans to write files of a locale and their states as one transaction, and returns the files as they are then. The project's lock
/// is held until the plan is carried out.
///
/// # Errors
/// What is to be written cannot be noted, or what an interrupted run left cannot be completed.
pub fn plan_files<'s>(
    config: &Config,
    catalog: &LocaleCatalog,
    keys: &[FileKey],
    (reference, seen): (&Reference, &'s Seen),
) -> Result<(Plan<'s>, Vec<(FileKey, LocaleFile)>), Stopped> {
    let locale = catalog.locale.clone();
    // Before the resources: what is not on record would pass for a person's.
    note_states(config, catalog, &keys.iter().filter(|key| catalog.files.contains_key(*key)).collect::<Vec<_>>())?;
    recovery::finish(config)?;
    let plan = Plan::new(seen);
    let settle = |key: &FileKey| {
        let mut file = catalog.files.get(key)?.clone();
        let source = settle_file(&mut file, key, reference);
        plan_file(config, &locale, (key, &file), source.as_deref(), reference, &plan);
        Some((key.clone(), file))
    };
    let settled = keys.par_iter().filter_map(settle).collect();
    Ok((plan, settled))
}

/// Of messages that somebody edited the state stays what it was: the next sync sees the edits by that.
fn put_back(file: &mut LocaleFile, edited: &[Id], before: &[Before]) {
    for id in edited {
        match before.iter().find(|(other, _)| other == id) {
            Some((_, Some(state))) => drop(file.state.messages.insert(id.clone(), state.clone())),
            Some((_, None)) => drop(file.state.messages.swap_remove(id)),
            None => {}
        }
    }
}

/// Reads a file of the catalog; `None` if it is not there.
fn text_if_there(config: &Config, path: &Path) -> Result<Option<String>, FileError> {
    match files::read_text(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError::io(config.shown(path), "read the file", &error)),
    }
}

/// Takes the resource for what it is on disk; returns the messages that somebody edited.
fn rebase_resource(
    config: &Config,
    locale: &str,
    key: &FileKey,
    file: &mut LocaleFile,
    seen: &Seen,
) -> Result<Vec<Id>, FileError> {
    let path = config.resource_path(locale, key);
    let text = text_if_there(config, &path)?;
    seen.note(&path, text.as_deref().map(|text| Print::of(text.as_bytes())));
    let text = text.filter(|text| !is_blank(key, text)).unwrap_or_default();
    if text == file.resource.source() {
        return Ok(Vec::new());
    }
    let resource = Resource::parse(text).map_err(|problem| at(&config.shown(&path), &problem))?;
    Ok(file.rebase(resource))
}

/// Takes the state for what it is on disk, but for the messages that are to be written; returns those of them that
/// somebody changed there.
fn rebase_state(
    config: &Config,
    locale: &str,
    key: &FileKey,
    file: &mut LocaleFile,
    (seen, before): (&Seen, &[Before]),
) -> Result<Vec<Id>, FileError> {
    let path = config.state_path(locale, key);
    let text = text_if_there(config, &path)?;
    let print = text.as_deref().map(|text| Print::of(text.as_bytes()));
    if print == seen.get(&path) {
        return Ok(Vec::new());
    }
    let theirs = text.as_deref().map_or_else(|| Ok(StateFile::default()), StateFile::parse);
    let theirs = theirs.map_err(|problem| at(&config.shown(&path), &problem))?;
    seen.note(&path, print);
    let ours = std::mem::replace(&mut file.state, theirs);
    let mut edited = Vec::new();
    let mut known = FxHashSet::default();
    for (id, was) in before.iter().filter(|(id, _)| known.insert(id.clone())) {
        if file.state.messages.get(id) == was.as_ref() {
            file.state.take_over(id, &ours);
        } else {
            file.forget(id);
            edited.push(id.clone());
        }
    }
    Ok(edited)
}

/// Puts the states of a locale that are about to change on record. To be called before any resource is written.
///
/// # Errors
/// The ledger cannot be written.
pub fn note_states(config: &Config, catalog: &LocaleCatalog, changed: &[&FileKey]) -> Result<(), FileError> {
    let states = changed.iter().map(|key| {
        let old = files::read_text(&config.state_path(&catalog.locale, key)).ok();
        (old, &catalog.files[*key])
    });
    ledger::note((&config.root, &config.locale_folder(&catalog.locale)), catalog, states)
}

/// Plans the resources of a locale that changed, and all states and hand-offs that differ; returns the files whose
/// states do.
pub fn write_locale<'c>(
    config: &Config,
    catalog: &'c LocaleCatalog,
    changed: &[(FileKey, String)],
    reference: &Reference,
    plan: &Plan<'_>,
) -> Vec<&'c FileKey> {
    let changed: FxHashMap<&FileKey, &str> = changed.iter().map(|(key, source)| (key, source.as_str())).collect();
    let files = catalog.files.par_iter();
    let planned = files.map(|(key, file)| {
        (key, plan_file(config, &catalog.locale, (key, file), changed.get(key).copied(), reference, plan))
    });
    planned.filter(|(_, differs)| *differs).map(|(key, _)| key).collect()
}

/// Plans a resource, if it changed, and its state; returns whether the state says something new.
fn plan_file(
    config: &Config,
    locale: &str,
    (key, file): (&FileKey, &LocaleFile),
    changed: Option<&str>,
    reference: &Reference,
    plan: &Plan<'_>,
) -> bool {
    match (config.page_path(locale, key), &file.state.document) {
        (Some(path), Some(hand_off)) => plan.put(path, hand_off.format()),
        (Some(path), None) => plan.remove(path),
        (None, _) => {}
    }
    let path = config.resource_path(locale, key);
    let is_stateless = file.state.is_empty();
    match changed {
        Some(source) if !source.trim().is_empty() => plan.put(path, source.to_owned()),
        Some(_) if is_stateless => plan.remove(path),
        Some(_) => plan.put(path, blank(key)),
        None if !file.resource.source().trim().is_empty() => {}
        None if is_stateless && plan.seen().holds(&path, blank(key).as_bytes()) => plan.remove(path),
        None if !is_stateless && !plan.seen().has(&path) => plan.put(path, blank(key)),
        None => {}
    }
    let path = config.state_path(locale, key);
    // Without its state, a resource with messages would pass for one whose state was lost.
    let says_nothing = is_stateless && (file.ids().is_empty() || !plan.seen().has(&path));
    if says_nothing {
        plan.remove(path);
        return false;
    }
    plan.put_new(path, file.state_source(&reference.order(key), &reference.at_home(key)))
}

#[cfg(test)]
mod tests {
    use handback_core::catalog::state::TranslationType;
    use handback_core::text::date::Date;

    use super::*;

    const STATE: &str = "version: 2\nmessages:\n\n  # a\n  a:\n    {type: HT, origin: human, source: b, target: c, date: 2026-11-23}\n\n# end\n";

    /// A project with these files in the folder of fr-FR.
    fn project(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Config) {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("locales: [fr-FR]\n", folder.path()).unwrap();
        for (name, bytes) in files {
            let path = config.locale_folder("fr-FR").join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        (folder, config)
    }

    fn read(config: &Config) -> (Files, Vec<FileError>) {
        let mut errors = Vec::new();
        let files = read_files(config, "fr-FR", &mut |_| (), &Seen::default(), &mut errors);
        (files, errors)
    }

    fn guide() -> FileKey {
        FileKey::Document("guide.md".into())
    }

    #[test]
    fn the_name_of_a_file_says_what_it_holds() {
        let (_folder, config) = project(&[
            ("shared.ftl", b"a = A\n"),
            ("guide.ftl", b"b = B\n"),
            ("guide.yaml", b"version: 2\n"),
            ("guide.page.yaml", b"page"),
            ("more/toc.yml.ftl", b"c = C\n"),
            ("terms.ftl", b"\xef\xbb\xbf-app = App\n"),
            ("glossary.yaml", b"version: 1\n"),
            ("notes.txt", b"\xff"),
            // A folder of documents may have such a name.
            ("11.yaml/page.ftl", b"d = D\n"),
        ]);
        let (files, errors) = read(&config);
        assert!(errors.is_empty() && files.readable(), "{errors:?}");
        let pair = |resource: &str, state: Option<&str>| (Some(resource.to_owned()), state.map(str::to_owned));
        let expected = [
            (FileKey::Shared, pair("a = A\n", None)),
            (guide(), pair("b = B\n", Some("version: 2\n"))),
            (FileKey::Document("more/toc.yml".into()), pair("c = C\n", None)),
            (FileKey::Document("11.yaml/page.md".into()), pair("d = D\n", None)),
        ];
        assert_eq!(files.pairs, BTreeMap::from(expected));
        assert_eq!(files.pages, BTreeMap::from([(guide(), "page".to_owned())]));
        assert_eq!((files.terms.as_str(), files.glossary.as_str()), ("-app = App\n", "version: 1\n"));
    }

    #[test]
    fn a_locale_without_a_folder_has_no_files_and_is_no_error() {
        let (_folder, config) = project(&[]);
        let (files, errors) = read(&config);
        assert!(files.readable() && files.pairs.is_empty() && errors.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_not_taken_for_what_is_not_there() {
        let (_folder, config) = project(&[("guide.ftl", b"\xff"), ("other.ftl", b"a = A\n")]);
        let (mut files, errors) = read(&config);
        assert!(!files.readable() && errors.len() == 1 && errors[0].path.ends_with("guide.ftl"), "{errors:?}");
        let (catalog, unusable) = locale(&config, "fr-FR", &mut files, &mut Vec::new(), &mut Vec::new());
        assert_eq!(unusable, [guide()]);
        assert_eq!(catalog.files.keys().collect::<Vec<_>>(), [&FileKey::Document("other.md".into())]);
    }

    #[test]
    fn a_broken_state_takes_its_resource_out_of_the_run() {
        let broken = STATE.replace("2026-11-23", "2026-11-31");
        let (_folder, config) = project(&[("guide.ftl", b"a = A\n"), ("guide.yaml", broken.as_bytes())]);
        let (mut files, _) = read(&config);
        let mut errors = Vec::new();
        let (catalog, unusable) = locale(&config, "fr-FR", &mut files, &mut Vec::new(), &mut errors);
        assert!(catalog.files.is_empty() && unusable == [guide()]);
        assert!(errors[0].message.contains("`2026-11-31` is not a day") && errors[0].line == Some(6), "{errors:?}");
    }

    #[test]
    fn an_emptied_resource_is_an_error_only_beside_a_state_that_knows_of_translations() {
        for (state, is_fine) in [(STATE, false), ("version: 2\n", true)] {
            let (_folder, config) = project(&[("guide.ftl", b""), ("guide.yaml", state.as_bytes())]);
            let (mut files, _) = read(&config);
            let mut errors = Vec::new();
            let (catalog, unusable) = locale(&config, "fr-FR", &mut files, &mut Vec::new(), &mut errors);
            assert_eq!((catalog.files.len(), unusable.len()), if is_fine { (1, 0) } else { (0, 1) });
            assert_eq!(errors.iter().any(|error| error.message.starts_with("the file is empty")), !is_fine);
        }
    }

    #[test]
    fn a_resource_without_translations_counts_as_blank_until_somebody_writes_into_it() {
        let key = FileKey::Document("a\nb.md".into());
        assert_eq!(blank(&key), "### Translations of a b.md\n");
        assert!(is_blank(&key, &blank(&key)) && is_blank(&key, "### Translations of a b.md\r\n"));
        assert!(
            !is_blank(&key, "### Translations of a b.md\n\n# a note\n") && !is_blank(&FileKey::Shared, &blank(&key))
        );
    }

    #[test]
    fn states_of_edited_messages_stay_what_they_were() {
        let state = |day| State::new(TranslationType::Machine, "mt:x", "s", "t", Date::constant(2026, 1, day));
        let ids = ["changed", "new", "unknown", "other"].map(Id::from);
        let mut file = LocaleFile::default();
        for id in &ids {
            file.state.messages.insert(id.clone(), state(2));
        }
        let before = [(ids[0].clone(), Some(state(1))), (ids[1].clone(), None), (ids[3].clone(), Some(state(1)))];
        put_back(&mut file, &ids[..3], &before);
        let days = ids.map(|id| file.state.messages.get(&id).map(|state| state.date.day()));
        assert_eq!(days, [Some(1), None, Some(2), Some(2)]);
    }
}
