//! The sources as git has them, asked only once a page needs it.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::project::git;
use crate::project::history::{self, Commit, History};
use crate::project::objects::{Object, Objects, is_commit};
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
    pub fn new(pages: &Path, views: &[PageView<'_>]) -> Self {
        let mut trees: Vec<Tree> = Vec::new();
        let mut by_folder: FxHashMap<PathBuf, usize> = FxHashMap::default();
        let mut places = FxHashMap::default();
        for view in views {
            let folder = folder_of(&view.source().source.path, view.name());
            let number = *by_folder.entry(folder.clone()).or_insert_with(|| {
                trees.push(Tree { folder, documents: Vec::new(), names: Vec::new(), histories: OnceLock::new() });
                trees.len() - 1
            });
            let tree = &mut trees[number];
            places.insert(view.index, (number, tree.documents.len()));
            tree.documents.push(view.index);
            tree.names.push(view.name().to_string());
        }
        let page_names = trees.iter().flat_map(|tree| tree.names.iter().cloned()).collect();
        Self { trees, places, pages: pages.to_owned(), page_names, page_commits: OnceLock::new() }
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
