//! The catalog on disk: reads and writes the reference and the locales of a project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use handback_core::catalog::locale::{LocaleCatalog, LocaleFile};
use handback_core::catalog::reference::{Reference, Structure};
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::StateFile;
use handback_core::catalog::{DocumentName, FileKey, Id, Problem};
use ignore::WalkBuilder;
use rayon::prelude::*;

use super::write::Writer;
use super::{discover, files, journal, paths};
use crate::problem::FileError;
use crate::settings::config::Config;

/// Files of one locale, found on disk and read.
#[derive(Debug, Default)]
pub struct Files {
    /// Resource and state (or structure) by key; either may be absent.
    pairs: BTreeMap<FileKey, (Option<String>, Option<String>)>,
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
}

/// Lists and reads the files of a locale. `seen` is told every path before it is read.
pub fn read_files(config: &Config, locale: &str, seen: &mut dyn FnMut(&Path), errors: &mut Vec<FileError>) -> Files {
    let folder = config.locale_folder(locale);
    let mut files = Files::default();
    seen(&folder);
    if !files::is_there(&folder) {
        files.folders.push(folder);
        return files;
    }
    let mut found: Vec<(PathBuf, String, bool)> = Vec::new();
    for entry in WalkBuilder::new(&folder).standard_filters(false).follow_links(true).build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                errors.push(discover::walk_error(config, &error));
                files.unlisted = true;
                continue;
            }
        };
        let path = entry.path();
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        if is_folder {
            files.folders.push(path.to_owned());
        }
        // A folder of such a name is tried too, and reported as what it is.
        if is_folder && !path.extension().is_some_and(|extension| extension == "ftl" || extension == "yaml") {
            continue;
        }
        let Ok(below) = path.strip_prefix(&folder) else { continue };
        let Some(below) = below.to_str().map(|below| below.replace('\\', "/")) else { continue };
        if let Some(stem) = below.strip_suffix(".ftl") {
            found.push((path.to_owned(), stem.to_owned(), true));
        } else if let Some(stem) = below.strip_suffix(".yaml") {
            found.push((path.to_owned(), stem.to_owned(), false));
        }
    }
    found.iter().for_each(|(path, _, _)| seen(path));
    let read: Vec<_> = found.par_iter().map(|(path, _, _)| files::read_text(path)).collect();
    for ((path, stem, is_resource), text) in found.into_iter().zip(read) {
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                errors.push(FileError::io(config.shown(&path), "read the file", &error));
                files.unreadable.extend(paths::key_of_stem(&stem));
                continue;
            }
        };
        match paths::key_of_stem(&stem) {
            Some(key) => {
                let pair = files.pairs.entry(key).or_default();
                *if is_resource { &mut pair.0 } else { &mut pair.1 } = Some(text);
            }
            None if stem == "terms" && is_resource => files.terms = text,
            None if stem == "glossary" && !is_resource => files.glossary = text,
            None => {}
        }
    }
    files
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
/// reference would take its messages for gone.
pub fn reference(
    config: &Config,
    files: &Files,
    problems: &mut Vec<ResourceProblem>,
    errors: &mut Vec<FileError>,
) -> Reference {
    let locale = &config.source_locale;
    let mut reference = Reference::default();
    let parsed: Vec<_> = files
        .pairs
        .par_iter()
        .map(|(key, (resource, structure))| {
            (key, resource.clone().map(Resource::parse), structure.as_deref().map(Structure::parse))
        })
        .collect();
    for (key, resource, structure) in parsed {
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
                reference.documents.insert(name.clone(), structure);
            }
            Some(Err(problem)) => errors.push(at(&config.shown(&config.state_path(locale, key)), &problem)),
            None => {}
        }
    }
    reference
}

/// One locale's catalog. A resource or state that cannot be read takes its file out of this run:
/// it is reported and left untouched.
pub fn locale(
    config: &Config,
    name: &str,
    files: &Files,
    problems: &mut Vec<ResourceProblem>,
    errors: &mut Vec<FileError>,
) -> (LocaleCatalog, Vec<FileKey>) {
    let mut catalog = LocaleCatalog::new(name);
    let mut unusable = files.unreadable.clone();
    let parsed: Vec<_> = files
        .pairs
        .par_iter()
        .filter(|(key, _)| !files.unreadable.contains(key))
        .map(|(key, (resource, state))| {
            let resource = resource.clone().map_or_else(|| Ok(Resource::default()), Resource::parse);
            let state = state.as_deref().map_or_else(|| Ok(StateFile::default()), StateFile::parse);
            (key, resource, state)
        })
        .collect();
    for (key, resource, state) in parsed {
        let resource_path = config.shown(&config.resource_path(name, key));
        let state_path = config.shown(&config.state_path(name, key));
        match (resource, state) {
            (Ok(resource), Ok(state)) => {
                problems.extend(ResourceProblem::of(&resource, name, key, &resource_path));
                catalog.files.insert(key.clone(), LocaleFile::new(resource, state));
            }
            (resource, state) => {
                errors.extend(resource.err().map(|problem| at(&resource_path, &problem)));
                errors.extend(state.err().map(|problem| at(&state_path, &problem)));
                unusable.push(key.clone());
            }
        }
    }
    (catalog, unusable)
}

fn at(path: &Path, problem: &Problem) -> FileError {
    FileError::at(path, problem.line, problem.message.clone())
}

/// Writes the resources and structures of the reference, and removes those of documents that are gone.
pub fn write_reference(config: &Config, old: &Reference, new: &Reference, writer: &Writer) -> Vec<FileError> {
    let locale = &config.source_locale;
    let names: Vec<&DocumentName> = new.documents.keys().collect();
    let mut errors: Vec<FileError> = names
        .par_iter()
        .flat_map_iter(|name| {
            let key = FileKey::Document((*name).clone());
            let structure = new.documents[*name].format();
            let path = config.state_path(locale, &key);
            [write_resource(config, new, &key, writer), writer.put(&path, structure.as_bytes()).map(|_| ())]
        })
        .filter_map(Result::err)
        .collect();
    errors.extend(write_resource(config, new, &FileKey::Shared, writer).err());
    for name in old.documents.keys().filter(|name| !new.documents.contains_key(*name)) {
        let key = FileKey::Document(name.clone());
        for path in [config.resource_path(locale, &key), config.state_path(locale, &key)] {
            errors.extend(writer.remove(&path).err());
        }
    }
    errors
}

fn write_resource(config: &Config, reference: &Reference, key: &FileKey, writer: &Writer) -> Result<(), FileError> {
    let path = config.resource_path(&config.source_locale, key);
    match reference.format(key) {
        Some(text) => writer.put(&path, text.as_bytes()).map(|_| ()),
        None => writer.remove(&path),
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
        return None;
    }
    let source = file.resource_source(&reference.order(key));
    match Resource::parse(source.clone()) {
        Ok(resource) => *file = LocaleFile::new(resource, std::mem::take(&mut file.state)),
        // What was read parsed, and what was added was encoded; so this would be a defect of ours.
        Err(problem) => unreachable!("a spliced resource cannot be read: {problem:?}"),
    }
    Some(source)
}

/// Writes one file of a locale and its state. If somebody edited the resource since it was read, the edit
/// stays: what it is about is not written, and returned.
pub fn write_file(
    config: &Config,
    catalog: &mut LocaleCatalog,
    key: &FileKey,
    reference: &Reference,
    writer: &Writer,
) -> Result<Vec<Id>, FileError> {
    let path = config.resource_path(&catalog.locale, key);
    let state_path = config.state_path(&catalog.locale, key);
    let file = catalog.file_mut(key);
    let edited = match std::fs::read_to_string(&path) {
        Ok(text) if text == file.resource.source() => Vec::new(),
        Ok(text) => {
            let resource = Resource::parse(text).map_err(|problem| at(&config.shown(&path), &problem))?;
            file.rebase(resource)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => file.rebase(Resource::default()),
        Err(error) => return Err(FileError::io(config.shown(&path), "read the file", &error)),
    };
    match settle_file(file, key, reference).filter(|source| !source.trim().is_empty()) {
        Some(source) if file.state.is_empty() => {
            writer.put(&path, source.as_bytes())?;
            writer.remove(&state_path)?;
        }
        Some(source) => {
            let state = file.state_source(&reference.order(key));
            journal::put_both(&config.root, (&path, &source), (&state_path, &state), writer)?;
        }
        None => {
            if file.resource.source().trim().is_empty() {
                writer.remove(&path)?;
            }
            if file.state.is_empty() {
                writer.remove(&state_path)?;
            } else {
                writer.put(&state_path, file.state_source(&reference.order(key)).as_bytes())?;
            }
        }
    }
    Ok(edited)
}

/// Writes the resources that changed, and all states that differ.
pub fn write_locale(
    config: &Config,
    catalog: &LocaleCatalog,
    changed: &[(FileKey, String)],
    reference: &Reference,
    writer: &Writer,
) -> Vec<FileError> {
    let locale = &catalog.locale;
    let mut errors: Vec<FileError> = changed
        .iter()
        .filter_map(|(key, source)| {
            let path = config.resource_path(locale, key);
            let result = if source.trim().is_empty() {
                writer.remove(&path)
            } else {
                writer.put(&path, source.as_bytes()).map(|_| ())
            };
            result.err()
        })
        .collect();
    let states: Vec<FileError> = catalog
        .files
        .par_iter()
        .filter_map(|(key, file)| {
            let path = config.state_path(locale, key);
            if file.state.is_empty() {
                return writer.remove(&path).err();
            }
            let order = if file.state.messages.is_empty() { Vec::new() } else { reference.order(key) };
            writer.put(&path, file.state_source(&order).as_bytes()).err()
        })
        .collect();
    errors.extend(states);
    errors
}
