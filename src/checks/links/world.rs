//! What there is in a project: its documents, in the source and in a locale, and files beside them.

use std::path::Path;
use std::sync::OnceLock;

use handback_core::document::{Syntax, links};
use handback_core::render;
use handback_core::text::flavor::Flavor;
use rustc_hash::{FxHashMap, FxHashSet};

use super::aim::{Kind, join, kind, split};
use super::folders::{Folders, Presence};
use crate::settings::globs;
use crate::settings::output::Pages;
use crate::settings::tree::tree_of;
use crate::snapshot::{PageView, Snapshot};

/// A document of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Page {
    /// By its index in the snapshot.
    Known(usize),
    /// It is there, and was not read in this run.
    Unread,
}

/// What lies at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lies {
    Page(Page),
    /// A file that is no document, by its path.
    File(String),
    /// Something that only the site generator, or nobody, knows.
    Unknown,
    Not(Missing),
}

/// What is not there, as it was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Missing {
    pub path: String,
    pub how: How,
}

/// How something is not there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// It lies there in other letters.
    Misspelt(String),
    Absent,
}

/// Documents by path, and in small letters.
struct Space {
    documents: FxHashMap<String, Page>,
    folded: FxHashMap<String, String>,
}

impl Space {
    fn new(documents: FxHashMap<String, Page>) -> Self {
        let folded = documents.keys().map(|path| (path.to_lowercase(), path.clone())).collect();
        Self { documents, folded }
    }
}

/// What sites take for the page of a path without a file name.
const INDEXES: &[&str] = &[".md", "/index.md", "/README.md", "/_index.md", ".markdown"];

/// A place to look from.
#[derive(Clone, Copy)]
pub enum From<'a> {
    /// The folder of a source.
    Source(&'a str),
    /// The folder of a document, and that of its page on disk.
    Output { folder: &'a str, on_disk: &'a str },
}

/// A document's anchors.
pub struct Anchors {
    /// Of the source, with whether no translation changes them.
    pub source: FxHashMap<String, bool>,
    /// That rendering adds.
    pub rendered: FxHashSet<String>,
    /// The site generator may give others.
    pub may_be_more: bool,
}

/// What there is in a project.
pub struct World<'s> {
    snapshot: &'s Snapshot<'s>,
    pub folders: Folders,
    sources: Space,
    names: Space,
    /// What finds the documents of localized pages, and what the names of these begin with.
    outputs: Vec<(&'s str, Pages)>,
    anchors: Vec<OnceLock<Anchors>>,
}

impl<'s> World<'s> {
    pub fn new(snapshot: &'s Snapshot<'s>) -> Self {
        let pages = || snapshot.pages().map(|page| (page, Page::Known(page.index)));
        let sources = pages().map(|(page, known)| (snapshot.shown(&page.source().source.path), known)).collect();
        let kept = snapshot.inputs.kept.iter().map(|name| (name.to_string(), Page::Unread));
        let names = kept.chain(pages().map(|(page, known)| (page.name().to_string(), known))).collect();
        Self {
            snapshot,
            folders: Folders::new(&snapshot.config.root),
            sources: Space::new(sources),
            names: Space::new(names),
            outputs: snapshot.config.locales.iter().flat_map(|locale| snapshot.config.pages_of(locale)).collect(),
            anchors: snapshot.pages().map(|_| OnceLock::new()).collect(),
        }
    }

    /// What lies at a path, seen from a place.
    pub fn find(&self, from: From<'_>, path: &str) -> Lies {
        let (folder, space) = match from {
            From::Source(folder) => (folder, &self.sources),
            From::Output { folder, .. } => (folder, &self.names),
        };
        let joined = join(folder, path);
        let at = |path: &str| space.documents.get(path).copied();
        if let Some(page) = joined.as_deref().and_then(at) {
            return Lies::Page(page);
        }
        // What leads out of a locale's folder may lie beside it.
        let on_disk = match from {
            From::Source(_) => joined.clone(),
            From::Output { on_disk, .. } => join(on_disk, path),
        };
        let Some(on_disk) = on_disk else { return Lies::Unknown };
        if matches!(from, From::Output { .. }) && self.is_page_of_some_locale(&on_disk) {
            return Lies::Page(Page::Unread);
        }
        match kind(path) {
            Kind::Bare => {
                let joined = joined.unwrap_or_default();
                let page = INDEXES.iter().find_map(|end| at(format!("{joined}{end}").trim_start_matches('/')));
                page.map_or(Lies::Unknown, Lies::Page)
            }
            Kind::Html => {
                let page = joined.as_deref().and_then(|path| at(&format!("{}.md", path.rsplit_once('.')?.0)));
                page.map_or(Lies::Unknown, Lies::Page)
            }
            _ => match joined.and_then(|path| space.folded.get(&path.to_lowercase())) {
                Some(written) => {
                    let how = How::Misspelt(self.source_of(space, written));
                    Lies::Not(Missing { path: on_disk, how })
                }
                None => self.on_disk(on_disk, matches!(from, From::Source(_))),
            },
        }
    }

    /// The path of the source of a document.
    fn source_of(&self, space: &Space, written: &str) -> String {
        match space.documents.get(written) {
            Some(Page::Known(page)) => self.shown(*page),
            _ => written.to_owned(),
        }
    }

    /// Pages of other locales may be yet to be written.
    fn is_page_of_some_locale(&self, path: &str) -> bool {
        self.outputs.iter().any(|(prefix, pages)| {
            let name = pages.document(path).map(|inner| format!("{prefix}{inner}"));
            name.is_some_and(|name| self.names.documents.contains_key(&name))
        })
    }

    fn on_disk(&self, path: String, is_source: bool) -> Lies {
        let how = match self.folders.look(&path) {
            Presence::There if is_source && globs::reach(self.snapshot.config, Path::new(&path)) => {
                return Lies::Page(Page::Unread);
            }
            Presence::There => return Lies::File(path),
            Presence::Unknown => return Lies::Unknown,
            Presence::Misspelt(written) => How::Misspelt(written),
            Presence::Absent => How::Absent,
        };
        Lies::Not(Missing { path, how })
    }

    /// What lies at a path from the folder of DocFX's configuration, which may be any above that of a page.
    pub fn find_above(&self, folder: &str, path: &str) -> Lies {
        // To other sites it is a name of their own, if any.
        if self.snapshot.config.parse.constructs.flavor != Flavor::Docfx {
            return Lies::Unknown;
        }
        let mut above = Some(folder);
        let mut last = Lies::Unknown;
        while let Some(folder) = above {
            last = self.find(From::Source(folder), path);
            if !matches!(last, Lies::Not(_)) {
                return last;
            }
            above = (!folder.is_empty()).then(|| split(folder).0);
        }
        last
    }

    /// Whether a path is right from the address of a page, or nobody knows: most sites serve `a/b.md` as `a/b/`, and leave
    /// paths to the browser.
    pub fn is_right_from_address(&self, page: usize, path: &str) -> bool {
        let flavor = self.snapshot.config.parse.constructs.flavor;
        if matches!(flavor, Flavor::Docfx | Flavor::Gfm | Flavor::Mdbook) {
            return false;
        }
        let shown = self.shown(page);
        let address = shown.rsplit_once('.').map_or(shown.as_str(), |(stem, _)| stem);
        !matches!(self.find(From::Source(address), path), Lies::Not(_)) || self.is_right_from_root(page, path)
    }

    /// Whether a path is right from the folder that the documents of a page's tree, or of its version, lie in: Docusaurus looks
    /// there, too.
    fn is_right_from_root(&self, page: usize, path: &str) -> bool {
        let config = self.snapshot.config;
        if config.parse.constructs.flavor != Flavor::Docusaurus || path.starts_with('.') {
            return false;
        }
        let shown = self.shown(page);
        let (tree, _) = tree_of(&config.trees, self.snapshot.page(page).name());
        let is_base = |folder: &str| tree.bases().any(|base| Path::new(folder).starts_with(base));
        let mut folder = split(&shown).0;
        while is_base(folder) {
            if !matches!(self.find(From::Source(folder), path), Lies::Not(_)) {
                return true;
            }
            let Some((above, _)) = folder.rsplit_once('/') else { break };
            folder = above;
        }
        false
    }

    /// The anchors of a document; `None`: nobody knows them.
    pub fn anchors(&self, page: usize) -> Option<&Anchors> {
        let view = self.snapshot.page(page);
        if view.document().syntax == Syntax::Yaml {
            return None;
        }
        Some(self.anchors[page].get_or_init(|| anchors_of(self.snapshot, view)))
    }

    /// Whether a document looks like one that is only included, and not all documents were read.
    pub fn may_be_included_elsewhere(&self, page: usize) -> bool {
        let document = self.snapshot.page(page).document();
        let is_page = document.front_matter.is_some() || document.headings.iter().any(|heading| heading.level == 1);
        // Where the others are known, those that include it were read.
        !is_page && !self.snapshot.inputs.kept.is_empty() && !self.snapshot.inputs.is_narrow()
    }

    /// The path of a source as reports name it.
    pub fn shown(&self, page: usize) -> String {
        self.snapshot.shown(&self.snapshot.page(page).source().source.path)
    }
}

fn anchors_of(snapshot: &Snapshot<'_>, page: PageView<'_>) -> Anchors {
    let rendered = render::anchors::anchors(page.subject(), snapshot.config.anchors);
    Anchors {
        source: links::anchors(page.document()),
        rendered: rendered.into_iter().map(|(_, anchor)| anchor.into_owned()).collect(),
        may_be_more: links::has_templates(page.document().source),
    }
}
