//! Where pages point: links, anchors, images and addresses, in the source and in every locale.
//!
//! 1. [`Links::new`] looks at the sources. Their faults are reported once, under the source locale.
//! 2. [`Links::look`] is given every page as it is rendered. Most destinations stand in the source too, and are known;
//!    what only the page has is looked up from the place of the page.
//! 3. [`Links::of_locale`] makes findings, and asks what needs all pages of a locale: anchors that translations take away.
//!    [`Links::finish`] says what concerns all locales.
//!
//! Addresses on other hosts are only read, never asked for.

pub(super) mod aim;
mod findings;
mod folders;
mod gather;
mod lines;
mod locales;
mod of_locale;
mod of_sources;
mod source;
mod words;
mod world;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashSet;

use super::finding::Finding;
use crate::project::sought::Sought;
use crate::snapshot::{LocaleView, PageView, Snapshot};
use findings::OfAll;
use gather::Gathered;
use source::{SourcePage, Verdict};
use world::World;

/// What is known of the links of a project.
pub struct Links<'s> {
    snapshot: &'s Snapshot<'s>,
    world: World<'s>,
    /// Languages that an address may name by themselves.
    languages: Vec<String>,
    /// In the order of the documents.
    sources: Vec<SourcePage<'s>>,
    /// Files that sources name in other letters than they are written in.
    misspelt: FxHashSet<String>,
    /// In the order of the configured locales.
    gathered: Vec<Mutex<Gathered>>,
    /// What is to be said of all locales that were looked at.
    of_all: Mutex<OfAll>,
}

impl<'s> Links<'s> {
    /// Looks at the sources.
    pub fn new(snapshot: &'s Snapshot<'s>) -> Self {
        let world = World::new(snapshot);
        let languages = locales::languages(snapshot.config);
        let sources = source::look(snapshot, &world, &languages);
        let misspelt = sources.iter().flat_map(SourcePage::misspelt).map(str::to_owned).collect();
        let gathered = snapshot.config.locales.iter().map(|_| Mutex::default()).collect();
        Self { snapshot, world, languages, sources, misspelt, gathered, of_all: Mutex::default() }
    }

    /// Looks at a page as it is rendered in a locale.
    pub fn look(&self, locale: LocaleView<'_>, page: PageView<'_>, text: &str) {
        let found = gather::look(self, locale, page, text);
        if !found.is_empty() {
            self.gathered[locale.place()].lock().unwrap_or_else(PoisonError::into_inner).take(found);
        }
    }

    /// The files beside the sources, but for documents, that pages of a locale name as if they lay beside them, each by its path
    /// there and beside the source. Pages that are somebody else's have what they need.
    pub fn files_of(&self, locale: LocaleView<'_>) -> Vec<(String, String)> {
        let gathered = self.gathered[locale.place()].lock().unwrap_or_else(PoisonError::into_inner);
        let is_one =
            |((at, _), uses): &(&(String, String), &gather::Uses)| uses.is_ours && aim::kind(at) != aim::Kind::Document;
        gathered.files.iter().filter(is_one).map(|(file, _)| file.clone()).collect()
    }

    /// Whether some of these pages lead to a page that is written in other letters, or lies beside the sources alone: what is said of
    /// that counts all pages that do.
    pub fn are_shared(&self, pages: &FxHashSet<String>) -> bool {
        let is_one = |page: usize| pages.contains(&**self.snapshot.page(page).name());
        let is_page = |path: &str| !matches!(aim::kind(path), aim::Kind::Image | aim::Kind::Other);
        let is_shared = |verdict: &Verdict| match verdict {
            Verdict::Wrong(fault) => fault.is_misspelt(),
            Verdict::File { path, .. } => is_page(path),
            _ => false,
        };
        let mut sources = self.sources.iter().enumerate().filter(|(page, _)| is_one(*page));
        let in_locale = |gathered: &Mutex<Gathered>| {
            let gathered = gathered.lock().unwrap_or_else(PoisonError::into_inner);
            gathered.files.keys().any(|(at, _)| is_page(at))
                || gathered.wrong.iter().any(|(used, fault)| is_one(used.page) && fault.is_misspelt())
        };
        !pages.is_empty()
            && (sources.any(|(_, source)| source.mentions.iter().any(|(_, verdict)| is_shared(verdict)))
                || self.gathered.iter().any(in_locale))
    }

    /// Looks at folders again where files were written since.
    pub fn forget_folders(&self, written: &[PathBuf]) {
        self.world.folders.forget(written.iter().map(PathBuf::as_path));
    }

    /// What is found of a locale whose pages were all shown.
    pub fn of_locale(&self, locale: LocaleView<'_>) -> Vec<Finding> {
        let mut gathered = self.gathered[locale.place()].lock().unwrap_or_else(PoisonError::into_inner);
        let gathered = std::mem::take(&mut *gathered);
        findings::of_locale(self, locale, gathered)
    }

    /// What is found of the sources, and of all locales together that were looked at; and every file that findings, and the
    /// pages, depend on.
    pub fn finish(self) -> (Vec<Finding>, Sought) {
        let findings = findings::of_all(&self);
        let mut sought = self.world.folders.sought();
        sought.extend(self.snapshot.sought());
        (findings, sought)
    }
}
