//! Finds source documents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use handback_core::catalog::DocumentName;
use handback_core::document::Syntax;
use handback_core::text::limits::LARGEST_DOCUMENT;
use ignore::{DirEntry, WalkBuilder};

use super::{files, foreign, unread};
use crate::problem::{self, FileError, Problem, is_bad_name};
use crate::settings::config::Config;
use crate::settings::globs::{Globs, base_of};
use crate::settings::output::Pages;
use crate::settings::tree::{Tree, tree_of};

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
    /// What was left out and is worth a word.
    pub notes: Vec<Problem>,
}

/// What a walk comes by.
#[derive(Debug, Clone, Copy)]
pub enum Met<'p> {
    Folder(&'p Path),
    Document(&'p Path),
}

impl<'p> Met<'p> {
    pub fn path(self) -> &'p Path {
        match self {
            Self::Folder(path) | Self::Document(path) => path,
        }
    }
}

/// Walks the folders that the source globs start in. `seen` is given every folder and document as it is
/// found, before anything is read from it.
pub fn discover(config: &Config, seen: &mut dyn FnMut(Met<'_>)) -> Discovery {
    let pages = config.trees.iter().filter(|tree| tree.output.is_suffix());
    let pages = pages.flat_map(|tree| config.locales.iter().map(|locale| tree.output.pages_of(locale))).collect();
    let mut walk = Walk {
        config,
        pages,
        found: BTreeMap::new(),
        unread: unread::Unread::default(),
        discovery: Discovery::default(),
        seen,
    };
    for (number, tree) in config.trees.iter().enumerate() {
        let mut bases: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
        for glob in &tree.globs {
            bases.entry(base_of(glob)).or_default().push(glob.clone());
        }
        for (base, globs) in bases {
            let wanted = Globs::new(&globs);
            walk.folder(&config.root.join(&base), &Wanted { tree, number, base, globs: &globs, wanted });
        }
    }
    let Walk { mut found, mut discovery, unread, .. } = walk;
    discovery.notes.extend(foreign::leave_out(config, &mut found));
    discovery.notes.extend(unread.note());
    let mut found: BTreeMap<DocumentName, Source> =
        found.into_iter().map(|(name, found)| (name, found.source)).collect();
    refuse_case_clashes(config, &mut found, &mut discovery);
    if found.is_empty() && discovery.refused.is_empty() && discovery.fatal.is_none() {
        discovery.fatal = Some(reaches_nothing(config, &discovery.notes));
    }
    discovery.sources = found.into_values().collect();
    discovery.errors.sort_by(|a, b| a.path.cmp(&b.path));
    discovery
}

/// Says that the globs match no document.
fn reaches_nothing(config: &Config, notes: &[Problem]) -> FileError {
    let all: Vec<&str> = config.trees.iter().flat_map(|tree| &tree.globs).map(String::as_str).collect();
    let matches = if all.len() == 1 { "matches" } else { "match" };
    let folder = all.iter().find(|glob| config.root.join(glob).is_dir());
    let hint = folder.map_or_else(String::new, |folder| {
        format!(": for everything below the folder write `{}/**`", folder.trim_end_matches('/'))
    });
    let notes: String = notes.iter().map(|note| format!("; {note}")).collect();
    let globs = all.join("`, `");
    let message = format!("`sources` reaches no document: `{globs}` {matches} no Markdown or YAML file{hint}{notes}");
    FileError::new(crate::settings::config::FILE_NAME, message)
}

/// A source that was found.
pub(super) struct Found {
    pub source: Source,
    /// Where the glob starts that found it, below the project.
    pub base: PathBuf,
    /// The number of its tree.
    pub tree: usize,
}

/// What is looked for in a folder.
struct Wanted<'a> {
    tree: &'a Tree,
    number: usize,
    base: PathBuf,
    globs: &'a [String],
    wanted: Globs,
}

/// A walk through the folders that globs start in, and what it has found so far.
struct Walk<'a> {
    config: &'a Config,
    /// What finds localized pages that lie beside their English.
    pages: Vec<Pages>,
    found: BTreeMap<DocumentName, Found>,
    unread: unread::Unread,
    discovery: Discovery,
    seen: &'a mut dyn FnMut(Met<'_>),
}

impl Walk<'_> {
    /// Looks at everything below one folder.
    fn folder(&mut self, start: &Path, wanted: &Wanted<'_>) {
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
                (self.seen)(Met::Folder(path));
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
    fn entry(&mut self, start: &Path, wanted: &Wanted<'_>, entry: &DirEntry) {
        let path = entry.path();
        let Some(shown) = relative(&self.config.root, path) else { return };
        if !wanted.wanted.is_match(&shown) || wanted.tree.is_excluded(&shown) || is_folder(entry) {
            return;
        }
        if owner(&self.config.trees, &shown) != Some(wanted.number) {
            return;
        }
        if self.pages.iter().any(|pages| pages.document(&shown).is_some()) {
            return;
        }
        // MDX is no Markdown: another flavor would take its syntax for text.
        let is_unknown = shown.ends_with(".mdx") && !self.config.parse.constructs.flavor.knows_mdx();
        let Some(syntax) = Syntax::of_path(&shown).filter(|_| !is_unknown) else {
            return self.unread.add(&shown, wanted.globs);
        };
        let Some(below) = relative(start, path) else { return };
        let name: DocumentName = wanted.tree.name_of(&below, &self.config.source_locale).into();
        if is_bad_name(&shown) {
            return self.refuse(&shown, name, BAD_NAME);
        }
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            let message = "not an ordinary file (a pipe, a socket or a device): put a document in its place";
            return self.refuse(&shown, name, message);
        }
        (self.seen)(Met::Document(path));
        self.take(&shown, wanted, Source { name, path: path.to_owned(), syntax });
    }

    /// Takes a source whose name is its own.
    fn take(&mut self, shown: &str, wanted: &Wanted<'_>, source: Source) {
        let trees = &self.config.trees;
        let name = source.name.clone();
        let (owner, _) = tree_of(trees, &name);
        if owner.prefix != wanted.tree.prefix {
            let tree = owner.prefix.trim_end_matches('/');
            let message = format!(
                "its name `{name}` begins as those of the tree `{tree}` do: give that tree another `name` in handback.yaml"
            );
            return self.refuse(shown, name, message);
        }
        match self.found.get(&name) {
            Some(other) if other.source.path != source.path => {
                let other = problem::shown(&self.config.shown(&other.source.path));
                let way = match trees.len() {
                    1 => "let the globs start in one folder",
                    _ => "let the globs start in one folder, or give one of the trees another `name`",
                };
                self.refuse(shown, name.clone(), format!("has the same name `{name}` as {other}: {way}"));
            }
            _ => {
                self.found.insert(name, Found { source, base: wanted.base.clone(), tree: wanted.number });
            }
        }
    }

    fn refuse(&mut self, shown: &str, name: DocumentName, message: impl Into<String>) {
        self.discovery.errors.push(FileError::new(shown, message));
        self.discovery.refused.push(name);
    }
}

/// The number of the tree that a file is of, where several reach it: the one that begins nearest to it, else the first.
fn owner(trees: &[Tree], path: &str) -> Option<usize> {
    let near =
        |tree: &Tree| tree.bases().filter(|base| Path::new(path).starts_with(base)).map(|b| b.iter().count()).max();
    match trees {
        [_] => Some(0),
        trees => {
            let wanting = trees.iter().enumerate().filter(|(_, tree)| tree.wants(path));
            wanting.max_by_key(|(at, tree)| (near(tree), std::cmp::Reverse(*at))).map(|(at, _)| at)
        }
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

/// The resources and the output are never sources, also where a glob would reach them. Where pages lie beside their
/// English, their names tell.
fn generated_folders(config: &Config, start: &Path) -> Vec<PathBuf> {
    let trees = || config.trees.iter().filter(|tree| !tree.output.is_suffix());
    let outputs = trees().flat_map(|tree| config.locales.iter().map(|locale| tree.output.folder(locale)));
    let whole = trees().map(|tree| tree.output.common_folder());
    let outputs = outputs.chain(whole).map(|folder| config.root.join(folder));
    outputs.chain([config.resources.clone()]).filter(|folder| !start.starts_with(folder)).collect()
}

/// `path` below `base` with `/`; `None` if it is not valid Unicode or not below.
pub(super) fn relative(base: &Path, path: &Path) -> Option<String> {
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
    let is_hidden = |place: &PathBuf| hidden.iter().any(|hidden| config.root.join(place).starts_with(hidden));
    !hidden.is_empty() && places(config, name).any(|place| is_hidden(&place))
}

/// Where a document may lie, by its name; from the folder of the project.
pub fn places<'c>(config: &'c Config, name: &'c str) -> impl Iterator<Item = PathBuf> + 'c {
    let (tree, inner) = tree_of(&config.trees, name);
    tree.bases().map(move |base| base.join(inner))
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
    let bytes = files::read_at_most(&source.path, LARGEST_DOCUMENT)
        .map_err(|error| FileError::io(&shown, "read the document", &error))?;
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
