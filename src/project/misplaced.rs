//! A catalog that is there, but not where it is looked for: left out by a sparse checkout, in a folder whose name differs in its
//! letters' case, or in the folder that was configured before. None of it is gone.

use std::path::{Path, PathBuf};

use handback_core::catalog::FileKey;
use ignore::WalkBuilder;

use super::{files, paths};
use crate::problem::FileError;
use crate::settings::config::Config;

/// So many files of a folder are looked at to see whether it is a catalog.
const LOOKED_AT: usize = 500;

/// Of what a sparse checkout leaves out, the files of a locale or of the reference, by key; `None`: terms, or a glossary.
pub fn left_out(config: &Config, locale: &str, skipped: &[PathBuf]) -> Vec<(Option<FileKey>, PathBuf)> {
    let folder = absolute(&config.locale_folder(locale));
    let of = |path: &PathBuf| {
        let below = absolute(path).strip_prefix(&folder).ok()?.to_owned();
        let is_ours = matches!(path.extension()?.to_str()?, "ftl" | "yaml");
        let stem = paths::slashed(&below.with_extension(""));
        let stem = stem.strip_suffix(paths::PAGE).unwrap_or(&stem);
        (is_ours && !files::is_there(path)).then(|| (paths::key_of_stem(stem), path.clone()))
    };
    skipped.iter().filter_map(of).collect()
}

/// Says that a file is needed.
pub fn needed(config: &Config, path: &Path) -> FileError {
    let shown = config.shown(path);
    let folder = paths::slashed(shown.parent().unwrap_or(&shown));
    let message =
        format!("the sparse checkout leaves this file out: `git sparse-checkout add {folder}` brings it here");
    FileError::new(shown, message)
}

/// Says where the files of a locale are, if its folder is not there and another one has its name but for the case of its letters, or
/// `_` in place of `-`. Systems disagree on whether these are two.
pub fn other_case(config: &Config, locale: &str) -> Option<FileError> {
    let folder = config.locale_folder(locale);
    let (parent, name) = (folder.parent()?, folder.file_name()?.to_str()?);
    let is_of_another =
        |other: &str| config.locales.iter().any(|known| config.locale_folder(&known.name).ends_with(other));
    let is_like = |other: &str| other.replace('_', "-").eq_ignore_ascii_case(name) && !is_of_another(other);
    let mut entries = std::fs::read_dir(parent).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let other = entries.find(|other| is_like(other) && is_catalog(&parent.join(other), "messages:"))?;
    let (old, new) = (paths::slashed(&config.shown(&parent.join(other))), paths::slashed(&config.shown(&folder)));
    let message = format!("the translations of {locale} are expected in {new}: `git mv {old} {new}` puts them there");
    Some(FileError::new(old, message))
}

/// Says where the catalog is, if the folder of resources is not there and another folder of the project has one: `resources` was
/// changed, and the files were not moved.
pub fn moved(config: &Config) -> Option<FileError> {
    if files::is_there(&config.resources) {
        return None;
    }
    let entries = std::fs::read_dir(&config.root).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let is_another = |path: &PathBuf| {
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        !is_hidden && is_catalog(&path.join(&config.source_locale), "units:")
    };
    let old = paths::slashed(&config.shown(&entries.into_iter().find(is_another)?));
    let new = paths::slashed(&config.shown(&config.resources));
    let message = format!(
        "the catalog of the project is here, and handback.yaml expects it in {new} (`resources`): `git mv {old} {new}` moves \
         it; to begin without it, make the folder {new}"
    );
    Some(FileError::new(old, message))
}

/// Whether a folder holds states, or structures, of a catalog: YAML files with a line that begins so.
fn is_catalog(folder: &Path, begin: &str) -> bool {
    let files = WalkBuilder::new(folder).standard_filters(false).build().filter_map(Result::ok).take(LOOKED_AT);
    let mut files = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "yaml"));
    files.any(|entry| {
        let text = files::read_text(entry.path()).unwrap_or_default();
        text.starts_with("version:") && text.lines().any(|line| line.starts_with(begin))
    })
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
