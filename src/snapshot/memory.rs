//! The translation memory of a locale: its catalog, and the files that the configuration names.

use std::borrow::Cow;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::reference::Reference;
use handback_core::catalog::state::{State, TranslationType};
use handback_core::catalog::{FileKey, Id, notation};
use handback_core::memory::pair::{self, Pair};
use handback_core::memory::{Context, Entry, Memory, Origin, po, tmx};
use handback_core::text::encoding;
use handback_core::text::fingerprint::Fingerprint;
use handback_core::text::limits::LARGEST_STORE;
use rustc_hash::{FxHashMap, FxHashSet};

use super::LocaleView;
use crate::problem::FileError;
use crate::project::{discover, files};
use crate::providers::settings::{MemoryType, TypedMemory};
use crate::settings::config::Config;
use crate::settings::globs;

/// What is remembered for a locale, and the problems of the files.
pub(crate) fn of_locale(locale: LocaleView<'_>) -> (Memory, Vec<FileError>) {
    let config = locale.snapshot.config;
    let reference = locale.snapshot.reference();
    let mut entries = of_catalog(&locale.own().catalog, reference);
    let mut errors = Vec::new();
    let texts = reference.messages.values().map(|message| message.text.as_str());
    let known: FxHashSet<&str> = texts.flat_map(notation::placeables).collect();
    for declared in &config.translate.memory {
        for path in files_of(config, declared, &mut errors) {
            let origin: Arc<str> = config.shown(&path).display().to_string().into();
            let before = entries.len();
            let mut take = |pair| entries.push(entry(with_placeables(pair, &known), &origin, declared.kind));
            if let Err(error) = of_file(locale, &path, &mut take) {
                // Nothing is taken of a file that cannot be read whole.
                entries.truncate(before);
                errors.push(error);
            }
        }
    }
    (Memory::new(entries), errors)
}

/// Every translation of a catalog whose English is known, also of texts that are stale or obsolete.
fn of_catalog(catalog: &LocaleCatalog, reference: &Reference) -> Vec<Entry> {
    let contexts = contexts(reference);
    let mut entries = Vec::new();
    for (key, file) in &catalog.files {
        let mut ids: Vec<&Id> = file.state.messages.keys().collect();
        ids.sort();
        for id in ids {
            let state = &file.state.messages[id];
            if state.is_own() {
                continue;
            }
            let Some(Pattern::Text(target)) = file.pattern(id) else { continue };
            let Some(source) = english_of(reference, key, id, state, target) else { continue };
            entries.push(Entry {
                source,
                target: target.clone(),
                kind: state.kind,
                origin: Origin::Project { id: id.clone(), home: key.clone(), obsolete: state.obsolete },
                date: Some(state.date),
                contexts: contexts_of(&contexts, key, id),
                unproven: state.source_unproven,
            });
        }
    }
    entries
}

/// The English that a translation was made from, where it is known.
fn english_of(reference: &Reference, key: &FileKey, id: &Id, state: &State, target: &str) -> Option<String> {
    if let Some(previous) = state.base() {
        return Some(previous.to_owned());
    }
    let english = reference.english(key, id, &Pattern::Text(target.to_owned()), &state.source)?;
    (english.fingerprint == state.source).then(|| english.text.into_owned())
}

type Contexts<'r> = FxHashMap<&'r Id, Vec<(FileKey, Context)>>;

/// The neighbours of every message, by document.
fn contexts(reference: &Reference) -> Contexts<'_> {
    let mut contexts: Contexts<'_> = FxHashMap::default();
    for (name, structure) in &reference.documents {
        let key = FileKey::Document(name.clone());
        let print = |id: &Id| reference.messages.get(id).map(|message| Fingerprint::from(message.fingerprint()));
        for (index, unit) in structure.units.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| print(&structure.units[before].id));
            let after = structure.units.get(index + 1).and_then(|unit| print(&unit.id));
            contexts.entry(&unit.id).or_default().push((key.clone(), Context { before, after }));
        }
    }
    contexts
}

/// An override is in one document, a shared translation in all that have the message.
fn contexts_of(contexts: &Contexts<'_>, key: &FileKey, id: &Id) -> Vec<Context> {
    let places = contexts.get(id).into_iter().flatten();
    places.filter(|(place, _)| *key == FileKey::Shared || place == key).map(|(_, context)| context.clone()).collect()
}

/// A pair of a file that was made from the project's own texts, as exports are, holds placeables as a resource does. One that
/// the project does not know is text.
fn with_placeables(pair: Pair, known: &FxHashSet<&str>) -> Pair {
    let (source, target) = (notation::from_state(&pair.source), notation::from_state(&pair.target));
    if let (Cow::Borrowed(_), Cow::Borrowed(_)) = (&source, &target) {
        return pair;
    }
    let is_known = |text: &str| notation::placeables(text).all(|expression| known.contains(expression));
    match is_known(&source) && is_known(&target) {
        true => Pair { source: source.into_owned(), target: target.into_owned(), ..pair },
        false => pair,
    }
}

fn entry(pair: Pair, origin: &Arc<str>, declared: Option<MemoryType>) -> Entry {
    Entry {
        source: pair.source,
        target: pair.target,
        kind: match declared {
            Some(MemoryType::Machine) => TranslationType::Machine,
            Some(MemoryType::Human) => TranslationType::Human,
            None => pair.kind,
        },
        origin: Origin::File(Arc::clone(origin)),
        date: pair.date,
        contexts: Vec::new(),
        unproven: false,
    }
}

/// Of a file so much is read at once.
const BUFFER: usize = 1 << 18;

/// Hands over the translations of a file into a locale; none if it is in another language.
fn of_file(locale: LocaleView<'_>, path: &Path, take: &mut dyn FnMut(Pair)) -> Result<(), FileError> {
    let (config, locale, known) = (locale.snapshot.config, locale.name(), &locale.snapshot.inputs.memory_languages);
    let shown = config.shown(path);
    let unread = |error: &std::io::Error| FileError::io(&shown, "read the translation memory", error);
    let is = |extension: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
    if is("tmx") {
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        let has = |languages: &Vec<String>| languages.iter().any(|named| pair::fit(named, locale).is_some());
        if known.get(path).is_some_and(|languages| !has(languages)) {
            return Ok(());
        }
        let file = files::open_at_most(path, LARGEST_STORE).map_err(|error| unread(&error))?;
        let languages = tmx::read(BufReader::with_capacity(BUFFER, file), (&config.source_locale, locale), take)
            .map_err(|problem| FileError::at(&shown, problem.line, problem.message))?;
        known.insert(path.to_owned(), languages);
        return Ok(());
    }
    let bytes = files::read_at_most(path, LARGEST_STORE).map_err(|error| unread(&error))?;
    if !is("po") {
        return Err(FileError::new(shown, "expected a translation memory: `.tmx` or `.po`"));
    }
    let text =
        encoding::declared(&bytes, Some("charset=")).map_err(|(line, message)| FileError::at(&shown, line, message))?;
    let po = po::read(&text).map_err(|problem| FileError::at(&shown, problem.line, problem.message))?;
    let language = po.language.clone().or_else(|| language_of_path(config, &shown));
    match language {
        Some(language) => {
            pair::fit(&language, locale).map(|_| po.pairs).into_iter().flatten().for_each(take);
            Ok(())
        }
        None => Err(FileError::new(shown, "the catalog does not say its language: expected `Language:` in its header")),
    }
}

/// A locale of the project that the file, or a folder on its way, is named after.
fn language_of_path(config: &Config, path: &Path) -> Option<String> {
    let stem = path.file_stem().into_iter();
    let folders = path.parent().into_iter().flat_map(|parent| parent.iter().rev());
    let mut names = stem.chain(folders).filter_map(|name| name.to_str());
    let named = |name: &&str| config.locales.iter().any(|locale| pair::fit(name, &locale.name).is_some());
    names.find(named).map(str::to_owned)
}

/// The files of the memory that the configuration names, and the folders that more may appear in.
pub(crate) fn files(config: &Config) -> Vec<PathBuf> {
    let of_declared = |declared: &TypedMemory| {
        let wanted = reached(&config.root, declared);
        // A new file shows in the times of its folder.
        let start = config.root.join(globs::base_of(&declared.files));
        let is_folder = |entry: &ignore::DirEntry| entry.file_type().is_some_and(|kind| kind.is_dir());
        // What cannot be listed is reported where the memory is read.
        let seen = walk(&start).flatten().filter(move |entry| is_folder(entry) || wanted(entry));
        std::iter::once(start).chain(seen.map(ignore::DirEntry::into_path)).collect::<Vec<_>>()
    };
    config.translate.memory.iter().flat_map(of_declared).collect()
}

/// The files that a glob reaches, sorted; what cannot be listed is among the errors.
fn files_of(config: &Config, declared: &TypedMemory, errors: &mut Vec<FileError>) -> Vec<PathBuf> {
    let start = config.root.join(globs::base_of(&declared.files));
    if !files::is_there(&start) {
        return Vec::new();
    }
    let wanted = reached(&config.root, declared);
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in walk(&start) {
        match entry {
            Ok(entry) if wanted(&entry) => found.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => errors.push(discover::walk_error(config, &error)),
        }
    }
    found.sort();
    found
}

/// Whether a glob reaches a file. It was checked with the configuration.
fn reached(root: &Path, declared: &TypedMemory) -> impl Fn(&ignore::DirEntry) -> bool {
    let glob = globset::Glob::new(&declared.files).ok().map(|glob| glob.compile_matcher());
    let matches = move |below: &Path| glob.as_ref().is_some_and(|glob| glob.is_match(below));
    move |entry| {
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        is_file && entry.path().strip_prefix(root).is_ok_and(&matches)
    }
}

fn walk(start: &Path) -> ignore::Walk {
    let hidden = |entry: &ignore::DirEntry| [".git", ".handback"].iter().any(|name| entry.file_name() == *name);
    ignore::WalkBuilder::new(start).standard_filters(false).filter_entry(move |e| !hidden(e)).build()
}
