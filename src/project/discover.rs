//! Finds source documents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::GlobSet;
use handback_core::catalog::DocumentName;
use handback_core::document::Syntax;
use ignore::{DirEntry, WalkBuilder};

use super::files;
use crate::problem::{self, FileError, is_bad_name};
use crate::settings::config::Config;
use crate::settings::globs::{base_of, glob_set};

/// A source document on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub name: DocumentName,
    pub path: PathBuf,
    pub syntax: Syntax,
}

/// What was found: sources sorted by name, and problems.
#[derive(Debug, Default)]
pub struct Discovery {
    pub sources: Vec<Source>,
    pub errors: Vec<FileError>,
    /// The configuration reaches nothing where it says documents are. Going on would take every document
    /// for removed.
    pub fatal: Option<FileError>,
    /// Names of documents that are there but cannot be used.
    pub refused: Vec<DocumentName>,
    /// Folders that could not be looked into, and links that lead nowhere: documents may lie there.
    pub hidden: Vec<PathBuf>,
}

/// Walks the folders that the source globs start in. `seen` is given every folder and document as it is
/// found, before anything is read from it.
pub fn discover(config: &Config, seen: &mut dyn FnMut(&Path)) -> Discovery {
    let mut bases: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for glob in &config.globs {
        bases.entry(base_of(glob)).or_default().push(glob.clone());
    }
    let excludes = glob_set(&config.excludes);
    let mut walk = Walk { config, excludes, found: BTreeMap::new(), discovery: Discovery::default(), seen };
    for (base, globs) in bases {
        walk.folder(&config.root.join(base), &glob_set(&globs));
    }
    let Walk { mut found, mut discovery, .. } = walk;
    refuse_case_clashes(config, &mut found, &mut discovery);
    if found.is_empty() && discovery.refused.is_empty() && discovery.fatal.is_none() {
        let globs = config.globs.join("`, `");
        let matches = if config.globs.len() == 1 { "matches" } else { "match" };
        let folder = config.globs.iter().find(|glob| config.root.join(glob).is_dir());
        let hint = folder.map_or_else(String::new, |folder| {
            format!(": for everything below the folder write `{}/**`", folder.trim_end_matches('/'))
        });
        let message = format!("`sources` reaches no document: `{globs}` {matches} no Markdown or YAML file{hint}");
        discovery.fatal = Some(FileError::new(crate::settings::config::FILE_NAME, message));
    }
    discovery.sources = found.into_values().collect();
    discovery.errors.sort_by(|a, b| a.path.cmp(&b.path));
    discovery
}

/// A walk through the folders that globs start in, and what it has found so far.
struct Walk<'a> {
    config: &'a Config,
    excludes: GlobSet,
    found: BTreeMap<DocumentName, Source>,
    discovery: Discovery,
    seen: &'a mut dyn FnMut(&Path),
}

impl Walk<'_> {
    /// Looks at everything below one folder.
    fn folder(&mut self, start: &Path, wanted: &GlobSet) {
        if !start.is_dir() {
            let message = "no such folder: `sources` in handback.yaml names it";
            self.discovery.fatal = Some(FileError::new(self.config.shown(start), message));
            return;
        }
        let mut outside: Vec<PathBuf> = Vec::new();
        for entry in walker(self.config, start) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let error = walk_error(self.config, &error);
                    self.discovery.hidden.push(self.config.root.join(&error.path));
                    self.discovery.errors.push(error);
                    continue;
                }
            };
            let path = entry.path();
            if is_folder(&entry) {
                (self.seen)(path);
            }
            if outside.iter().any(|link| path.starts_with(link)) {
                continue;
            }
            if leads_out(self.config, &entry) {
                outside.push(path.to_owned());
                let message =
                    "a link that leads out of the project: put a copy in its place, or set `outside_links: true`";
                self.discovery.errors.push(FileError::new(self.config.shown(path), message));
                self.discovery.hidden.push(path.to_owned());
                continue;
            }
            self.entry(start, wanted, &entry);
        }
    }

    /// Takes an entry for a source if the globs want it, or says why it cannot be one.
    fn entry(&mut self, start: &Path, wanted: &GlobSet, entry: &DirEntry) {
        let path = entry.path();
        let Some(shown) = relative(&self.config.root, path) else { return };
        if !wanted.is_match(&shown) || self.excludes.is_match(&shown) {
            return;
        }
        let Some(syntax) = Syntax::of_path(&shown) else { return };
        let Some(name) = relative(start, path) else { return };
        let name: DocumentName = name.into();
        if is_bad_name(&shown) {
            return self.refuse(&shown, name, BAD_NAME);
        }
        if is_folder(entry) {
            return self.refuse(&shown, name, "expected a document, found a folder of that name");
        }
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            let message = "not an ordinary file (a pipe, a socket or a device): put a document in its place";
            return self.refuse(&shown, name, message);
        }
        (self.seen)(path);
        match self.found.get(&name) {
            Some(other) if other.path != path => {
                let other = problem::shown(&self.config.shown(&other.path));
                let message = format!("has the same name `{name}` as {other}: let the globs start in one folder");
                self.refuse(&shown, name, message);
            }
            _ => {
                self.found.insert(name.clone(), Source { name, path: path.to_owned(), syntax });
            }
        }
    }

    fn refuse(&mut self, shown: &str, name: DocumentName, message: impl Into<String>) {
        self.discovery.errors.push(FileError::new(shown, message));
        self.discovery.refused.push(name);
    }
}

/// Every entry below a folder, links followed, without what handback and git keep for themselves.
fn walker(config: &Config, start: &Path) -> ignore::Walk {
    let skipped = generated_folders(config, start);
    WalkBuilder::new(start)
        .standard_filters(false)
        .follow_links(true)
        .filter_entry(move |entry| {
            !skipped.iter().any(|folder| folder == entry.path())
                && entry.file_name() != ".git"
                && entry.file_name() != ".handback"
                && entry.file_name() != super::paths::RESCUED_FOLDER
        })
        .build()
}

fn is_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_dir())
}

/// Whether an entry lies, by way of a link, outside of the project: whoever may change the documents could have any file of
/// the machine published so.
fn leads_out(config: &Config, entry: &DirEntry) -> bool {
    if config.outside_links || !entry.path_is_symlink() {
        return false;
    }
    let inside = |root: PathBuf| std::fs::canonicalize(entry.path()).is_ok_and(|path| path.starts_with(root));
    !std::fs::canonicalize(&config.root).is_ok_and(inside)
}

/// The resources and the output are never sources, also where a glob would reach them.
fn generated_folders(config: &Config, start: &Path) -> Vec<PathBuf> {
    let before_path = config.output.split("{path}").next().unwrap_or_default();
    let outputs = config.locales.iter().map(|locale| config.root.join(before_path.replace("{locale}", &locale.name)));
    let whole = config.root.join(base_of(&config.output.replace("{locale}", "*").replace("{path}", "*")));
    outputs.chain([whole, config.resources.clone()]).filter(|folder| !start.starts_with(folder)).collect()
}

/// `path` below `base` with `/`; `None` if it is not valid Unicode or not below.
fn relative(base: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(base).ok()?;
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Why a file of such a name is refused.
pub(super) const BAD_NAME: &str = "its name holds a line end or another control character: rename the file";

/// What could not be looked into, and why.
pub(crate) fn walk_error(config: &Config, error: &ignore::Error) -> FileError {
    let mut path = PathBuf::new();
    let mut inner = error;
    loop {
        match inner {
            ignore::Error::WithPath { path: at, err } => {
                path.clone_from(at);
                inner = err;
            }
            ignore::Error::WithDepth { err, .. } => inner = err,
            ignore::Error::Loop { ancestor, child } => {
                let message =
                    format!("symbolic link leads back to {}: remove it", problem::shown(&config.shown(ancestor)));
                return FileError::new(config.shown(child), message);
            }
            other => {
                let why = match other.io_error() {
                    Some(_) if path.is_symlink() && !path.exists() => {
                        "the symbolic link leads nowhere: remove it, or bring back what it names".to_owned()
                    }
                    // Its own words name the path once more.
                    Some(error) => error.kind().to_string(),
                    None => other.to_string(),
                };
                return FileError::new(config.shown(&path), format!("cannot be looked into: {why}"));
            }
        }
    }
}

/// Whether a document would lie in a place that could not be looked into.
pub fn may_lie_below(config: &Config, name: &DocumentName, hidden: &[PathBuf]) -> bool {
    let mut places = config.globs.iter().map(|glob| config.root.join(base_of(glob)).join(&**name));
    !hidden.is_empty() && places.any(|place| hidden.iter().any(|hidden| place.starts_with(hidden)))
}

/// Names that differ only in case would be one file on many systems.
fn refuse_case_clashes(config: &Config, found: &mut BTreeMap<DocumentName, Source>, discovery: &mut Discovery) {
    let mut by_lower: BTreeMap<String, Vec<DocumentName>> = BTreeMap::new();
    for name in found.keys() {
        by_lower.entry(name.to_lowercase()).or_default().push(name.clone());
    }
    for names in by_lower.into_values().filter(|names| names.len() > 1) {
        let paths: Vec<String> = names.iter().map(|name| problem::shown(&config.shown(&found[name].path))).collect();
        discovery.errors.push(FileError::new(
            &paths[0],
            format!("differs only in case from {}: rename one; both are left alone", paths[1..].join(", ")),
        ));
        for name in names {
            found.remove(&name);
            discovery.refused.push(name);
        }
    }
}

/// Reads a document as UTF-8.
pub fn read(config: &Config, source: &Source) -> Result<String, FileError> {
    let shown = config.shown(&source.path);
    let bytes = files::read(&source.path).map_err(|error| FileError::io(&shown, "read the document", &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = 1 + memchr::memchr_iter(b'\n', &error.as_bytes()[..at]).count() as u32;
        FileError::at(shown, line, format!("not UTF-8 at byte {at}: save the document as UTF-8"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::globs::base_of;

    #[test]
    fn globs_start_in_their_literal_folder() {
        assert_eq!(base_of("source-docs/**/*.md"), Path::new("source-docs"));
        assert_eq!(base_of("docs/en/a.md"), Path::new("docs/en"));
        assert_eq!(base_of("*.md"), Path::new(""));
    }
}
