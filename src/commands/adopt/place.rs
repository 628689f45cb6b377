//! Where the localized page of a document lies that is to be adopted.

use std::path::{Path, PathBuf};

use handback_core::document::Syntax;
use rustc_hash::FxHashSet;

use super::AdoptJob;
use crate::problem::FileError;
use crate::project::paths::RESCUED_FOLDER;
use crate::project::{discover, files};
use crate::settings::config::Config;
use crate::settings::locale::Locale;
use crate::settings::tree::{normal, tree_of};
use crate::snapshot::{Inputs, PageView};

/// The place of every page of a locale.
pub struct Places<'a> {
    config: &'a Config,
    locale: &'a Locale,
    /// The folder that was named.
    folder: Option<&'a Path>,
    /// Some tree has its pages in just that folder.
    is_output: bool,
}

impl<'a> Places<'a> {
    pub fn new(config: &'a Config, job: &'a AdoptJob, locale: &'a Locale) -> Self {
        let folder = job.folder.as_deref();
        let is = |folder: &Path| config.trees.iter().any(|tree| same(&output_folder(config, locale, tree), folder));
        Self { config, locale, folder, is_output: folder.is_some_and(is) }
    }

    /// Where the page of a document lies, if there is one: in the folder that was named, laid out as the sources are or
    /// as `output` says; without a folder where a sync writes it.
    pub fn page(&self, view: PageView<'_>) -> Option<PathBuf> {
        self.of(view.name(), Some(&view.source().source.path))
    }

    fn of(&self, name: &str, source: Option<&Path>) -> Option<PathBuf> {
        let (tree, inner) = tree_of(&self.config.trees, name);
        let written = || self.config.root.join(tree.output.path(self.locale, inner));
        let Some(folder) = self.folder else { return Some(written()) };
        let own = output_folder(self.config, self.locale, tree);
        let below = written().strip_prefix(&own).map(Path::to_owned).unwrap_or_default();
        if same(&own, folder) {
            return Some(folder.join(below));
        }
        // The folder of another tree holds nothing of this one.
        if self.is_output {
            return Some(written()).filter(|path| absolute(path).starts_with(absolute(folder)));
        }
        let named = folder.join(name);
        if !tree.output.is_suffix() {
            return Some(named);
        }
        let beside = folder.join(below);
        let is_english = source.is_some_and(|source| same(source, &named));
        Some(if is_english || files::is_there(&beside) { beside } else { named })
    }

    /// Pages that lie where no source has its translation, and folders that cannot be listed.
    pub fn strays(&self, inputs: &Inputs) -> Vec<FileError> {
        let sources = || inputs.sources.iter().map(|source| (&*source.name, Some(source.source.path.as_path())));
        let all = || sources().chain(inputs.kept.iter().map(|name| (&**name, None)));
        let known: FxHashSet<PathBuf> =
            all().filter_map(|(name, source)| self.of(name, source).as_deref().map(absolute)).collect();
        let english: FxHashSet<PathBuf> = sources().filter_map(|(_, source)| source.map(absolute)).collect();
        let beside: Vec<_> = self.config.trees.iter().filter(|tree| tree.output.is_suffix()).collect();
        let beside: Vec<_> = beside.iter().map(|tree| tree.output.pages_of(self.locale)).collect();
        let folders = self.folders();
        let walks = folders.iter().flat_map(|folder| self.walk(folder));
        let mut strays: Vec<FileError> = walks
            .filter_map(|entry| {
                let entry = match entry {
                    Ok(entry) => entry,
                    Err(error) => return Some(discover::walk_error(self.config, &error)),
                };
                let path = entry.path();
                if !entry.file_type().is_some_and(|kind| kind.is_file()) || !self.is_document(path) {
                    return None;
                }
                let shown = self.config.shown(path);
                // Where pages lie beside their English, so do those of other locales.
                let is_page = || {
                    let shown = crate::project::paths::slashed(&shown);
                    beside.iter().any(|pages| pages.document(&shown).is_some())
                };
                if !beside.is_empty() && !is_page() || english.contains(&absolute(path)) {
                    return None;
                }
                let why = "no source document has this path: nothing was adopted from it";
                (!known.contains(&absolute(path))).then(|| FileError::new(shown, why))
            })
            .collect();
        strays.sort_by(|a, b| a.path.cmp(&b.path));
        strays.dedup();
        strays
    }

    /// Goes through a folder, but not through copies that handback made of pages.
    fn walk(&self, folder: &Path) -> ignore::Walk {
        let copies = self.config.root.join(RESCUED_FOLDER);
        let mut walk = ignore::WalkBuilder::new(folder);
        walk.standard_filters(false).filter_entry(move |entry| entry.depth() == 0 || entry.path() != copies).build()
    }

    fn is_document(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| Syntax::of_path(path).is_some())
    }

    /// The folders that pages are looked for in.
    fn folders(&self) -> Vec<PathBuf> {
        if let Some(folder) = self.folder {
            return vec![folder.to_owned()];
        }
        let mut folders: Vec<PathBuf> =
            self.config.trees.iter().map(|tree| output_folder(self.config, self.locale, tree)).collect();
        folders.retain(|folder| folder.is_dir());
        folders.sort();
        folders.dedup();
        folders
    }
}

fn output_folder(config: &Config, locale: &Locale, tree: &crate::settings::tree::Tree) -> PathBuf {
    config.root.join(tree.output.folder(locale))
}

fn same(a: &Path, b: &Path) -> bool {
    absolute(a) == absolute(b)
}

fn absolute(path: &Path) -> PathBuf {
    normal(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}
