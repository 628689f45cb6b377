//! The sources as git has them, asked only once a page needs it.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::project::git;
use crate::project::history::{self, Commit, History};
use crate::project::objects::{Object, Objects, is_commit};
use crate::project::paths::slashed;
use crate::settings::tree::tree_of;
use crate::snapshot::PageView;

/// The folders that sources lie in, and that of the pages.
pub struct Trees {
    trees: Vec<Tree>,
    /// By document: its folder, and which file it is of it.
    places: FxHashMap<usize, (usize, usize)>,
    pages: PathBuf,
    page_names: Vec<String>,
    page_commits: OnceLock<Vec<Option<Commit>>>,
}

/// A folder that sources lie in.
struct Tree {
    folder: PathBuf,
    /// Documents and their names below the folder.
    documents: Vec<usize>,
    names: Vec<String>,
    histories: OnceLock<Vec<History>>,
}

/// A text that git has, under the id of its blob.
pub struct Text {
    pub blob: String,
    pub text: String,
}

impl Trees {
    /// `pages`: documents, and where their localized pages lie.
    pub fn new(pages: &[(PageView<'_>, PathBuf)]) -> Self {
        let mut trees: Vec<Tree> = Vec::new();
        let mut by_folder: FxHashMap<PathBuf, usize> = FxHashMap::default();
        let mut places = FxHashMap::default();
        let common = common_folder(pages.iter().map(|(_, path)| path.as_path()));
        let mut page_names: Vec<Vec<String>> = Vec::new();
        for (view, page) in pages {
            let path = &view.source().source.path;
            let folder = folder_of(path, tree_of(&view.snapshot.config.trees, view.name()).1);
            let number = *by_folder.entry(folder.clone()).or_insert_with(|| {
                trees.push(Tree { folder, documents: Vec::new(), names: Vec::new(), histories: OnceLock::new() });
                page_names.push(Vec::new());
                trees.len() - 1
            });
            let tree = &mut trees[number];
            places.insert(view.index, (number, tree.documents.len()));
            tree.documents.push(view.index);
            tree.names.push(name_below(&tree.folder, path));
            page_names[number].push(name_below(&common, page));
        }
        let page_names = page_names.into_iter().flatten().collect();
        Self { trees, places, pages: common, page_names, page_commits: OnceLock::new() }
    }

    /// A document among the sources.
    pub fn at(&self, document: usize) -> At<'_> {
        let (tree, file) = self.places[&document];
        At { trees: self, tree, file }
    }

    pub fn is_shallow(&self) -> bool {
        self.trees.iter().any(|tree| git::is_shallow(&tree.folder))
    }
}

/// The folder that all files lie in.
fn common_folder<'p>(mut paths: impl Iterator<Item = &'p Path>) -> PathBuf {
    let mut common = paths.next().and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
    for path in paths {
        while !path.starts_with(&common) {
            common.pop();
        }
    }
    if common.as_os_str().is_empty() { PathBuf::from(".") } else { common }
}

fn name_below(folder: &Path, path: &Path) -> String {
    slashed(path.strip_prefix(folder).unwrap_or(path))
}

/// The folder that a source is named from.
fn folder_of(path: &Path, name: &str) -> PathBuf {
    let mut folder = path;
    for _ in name.split('/') {
        folder = folder.parent().unwrap_or(folder);
    }
    if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() }
}

/// A document among the sources.
#[derive(Clone, Copy)]
pub struct At<'t> {
    trees: &'t Trees,
    tree: usize,
    file: usize,
}

impl<'t> At<'t> {
    fn tree(&self) -> &'t Tree {
        &self.trees.trees[self.tree]
    }

    /// All versions of the document.
    pub fn history(&self) -> &'t History {
        let tree = self.tree();
        let names = || tree.names.iter().map(String::as_str).collect::<Vec<_>>();
        &tree.histories.get_or_init(|| history::histories(&tree.folder, &names()))[self.file]
    }

    /// The commit that last changed the document's page, and its time.
    pub fn page_commit(&self) -> Option<(&'t str, i64)> {
        let before: usize = self.trees.trees[..self.tree].iter().map(|tree| tree.names.len()).sum();
        let names = || self.trees.page_names.iter().map(String::as_str).collect::<Vec<_>>();
        let commits = self.trees.page_commits.get_or_init(|| history::last_commits(&self.trees.pages, &names()));
        commits[before + self.file].as_ref().map(|(commit, time)| (&**commit, *time))
    }
}

/// What one thread reads with.
#[derive(Default)]
pub struct Session {
    /// One git for each folder of sources.
    open: FxHashMap<usize, Option<Objects>>,
}

impl Session {
    fn objects(&mut self, at: &At<'_>) -> Option<&mut Objects> {
        self.open.entry(at.tree).or_insert_with(|| Objects::open(&at.tree().folder)).as_mut()
    }

    /// A document as it was at a commit, under whichever name it had then.
    pub fn file_at(&mut self, at: &At<'_>, commit: &str) -> Option<Text> {
        let objects = self.objects(at).filter(|_| is_commit(commit))?;
        if let Some(object) = objects.file(&format!("{commit}:./{}", at.tree().names[at.file])) {
            return text_of(object);
        }
        if !objects.has_commit(commit) {
            return None;
        }
        let earlier = at.history().names.iter().skip(1);
        earlier.filter_map(|name| objects.file(&format!("{commit}:{name}"))).find_map(text_of)
    }

    /// The text of a blob.
    pub fn blob(&mut self, at: &At<'_>, blob: &str) -> Option<String> {
        Some(text_of(self.objects(at)?.file(blob)?)?.text)
    }
}

fn text_of(object: Object) -> Option<Text> {
    Some(Text { blob: object.id, text: String::from_utf8(object.bytes).ok()? })
}
