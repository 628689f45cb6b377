//! A locale as read.

use std::path::{Path, PathBuf};

use handback_core::catalog::FileKey;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::translate::glossary::Glossary;

use super::Inputs;
use crate::problem::FileError;
use crate::project::misplaced;
use crate::project::seen::Seen;
use crate::project::store::{self, ResourceProblem};
use crate::settings::config::Config;
use crate::settings::locale::Locale;

/// A locale as read.
#[derive(Debug)]
pub struct LocaleInput {
    pub locale: Locale,
    pub catalog: LocaleCatalog,
    pub terms: String,
    /// `None` if the file cannot be read: then no machine may translate.
    pub glossary: Option<Glossary>,
    /// Files that could not be used; the pages that need them are left alone.
    pub unusable: Vec<FileKey>,
    /// Nobody knows what the locale holds: a folder of it, or the reference, could not be read.
    pub unknown: bool,
}

/// What was met while a locale was read.
#[derive(Debug, Default)]
pub(super) struct Met {
    pub folders: Vec<PathBuf>,
    pub problems: Vec<ResourceProblem>,
    pub glossary: Option<FileError>,
    pub errors: Vec<FileError>,
    /// Nothing hinders that the catalog is written.
    pub is_usable: bool,
    /// How long its files are together, in bytes.
    pub size: u64,
}

/// Reads what a locale has. `seen` is given every path before it is looked at.
pub(super) fn read(
    config: &Config,
    inputs: &Inputs,
    locale: &Locale,
    seen: &mut dyn FnMut(&Path),
) -> (LocaleInput, Met) {
    read_noting(config, inputs, locale, (seen, &inputs.held))
}

/// The same, and notes elsewhere what the files held.
pub(super) fn read_noting(
    config: &Config,
    inputs: &Inputs,
    locale: &Locale,
    (seen, held): (&mut dyn FnMut(&Path), &Seen),
) -> (LocaleInput, Met) {
    let mut met = Met::default();
    let mut files = store::read_files(config, &locale.name, seen, held, &mut met.errors);
    met.size = files.size();
    met.folders.extend(files.folders.iter().cloned());
    let is_empty = files.is_empty();
    let (catalog, mut unusable) = store::locale(config, &locale.name, &mut files, &mut met.problems, &mut met.errors);
    // What belongs to documents that are out of sight themselves is not needed.
    let is_needed = |key: &Option<FileKey>| {
        let name = key.as_ref().and_then(FileKey::document);
        name.is_none_or(|name| inputs.has_source(name))
    };
    let left_out = misplaced::left_out(config, &locale.name, &inputs.skipped);
    for (key, path) in left_out.into_iter().filter(|(key, _)| is_needed(key)) {
        met.errors.push(misplaced::needed(config, &path));
        unusable.extend(key);
    }
    let elsewhere = if is_empty { misplaced::other_case(config, &locale.name) } else { None };
    let unlisted = files.unlisted || elsewhere.is_some();
    met.errors.extend(elsewhere);
    met.is_usable = unusable.is_empty() && !unlisted;
    let glossary = Glossary::parse(&files.glossary).map_err(|problem| {
        let path = config.shown(&config.glossary_path(&locale.name));
        met.glossary = Some(FileError::at(path, problem.line, problem.message));
    });
    let glossary = glossary.ok().map(|glossary| glossary.of_locale(&locale.name));
    let (locale, unknown) = (locale.clone(), unlisted || !inputs.is_reference_known);
    (LocaleInput { locale, catalog, terms: files.terms, glossary, unusable, unknown }, met)
}
