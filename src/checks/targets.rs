//! Links and images whose target differs from that of the English and leads to the same place all the same: to a heading by its
//! localized name, to a file by the path from the localized page, to what the English has in this very place.

use handback_core::catalog::notation;
use handback_core::document::{Document, heading_slug, links as core};
use handback_core::judge::Language;
use rustc_hash::{FxHashMap, FxHashSet};

use super::links::aim::{Kind, decoded, join, kind, split};
use crate::pages::links::{address, addresses};
use crate::pages::render;
use crate::project::files;
use crate::settings::locale::language;
use crate::snapshot::{LocaleView, PageView, UnitView};

/// Answers for the pages of one locale. What it takes is found out when it is first asked for.
pub struct Targets<'a> {
    locale: LocaleView<'a>,
    language: Language,
    /// Documents by what addresses of theirs may end with.
    documents: Option<FxHashMap<String, Option<usize>>>,
    /// The anchors of localized pages.
    anchors: FxHashMap<usize, FxHashSet<String>>,
    /// No answer depended on a document that was not read.
    pub is_sure: bool,
}

impl<'a> Targets<'a> {
    pub fn new(locale: LocaleView<'a>) -> Self {
        Self {
            locale,
            language: Language::of(locale.name()),
            documents: None,
            anchors: FxHashMap::default(),
            is_sure: true,
        }
    }

    /// Whether a target in the translation of a unit leads to where that of the English leads.
    pub fn are_same(&mut self, unit: UnitView<'a>, english: &str, wording: &str) -> bool {
        let places: Vec<String> = match notation::has_placeables(english) {
            // The message stands for several places, and the English of one of them has it.
            true => {
                let filled = |at: usize| {
                    let values = unit.page.values_at(at);
                    notation::fill(english, |name| values.get(name).cloned().ok_or(())).ok()
                };
                unit.page.places(unit.id).filter_map(filled).collect()
            }
            false => vec![english.to_owned()],
        };
        places.iter().any(|english| {
            english == wording
                || self.is_same_file(unit.page, english, wording)
                || self.is_localized_page(unit.page, english, wording)
                || self.is_heading(unit.page, english, wording)
        })
    }

    /// Whether paths lead to one file, from the folder of the source and from that of the page.
    fn is_same_file(&self, page: PageView<'a>, english: &str, wording: &str) -> bool {
        let is_relative = |target: &str| !target.starts_with(['/', '#']) && !target.contains(':');
        if !is_relative(english) || !is_relative(wording) {
            return false;
        }
        let snapshot = self.locale.snapshot;
        let source = snapshot.shown(&page.source().source.path);
        let output = snapshot.shown(&snapshot.config.output_path(self.locale.name(), page.name()));
        let Some(found) = join(split(&output).0, wording) else { return false };
        let expected = join(split(&source).0, english);
        expected.is_some_and(|expected| self.language.is_same_page(&expected, &found)) || self.is_own_image(&found)
    }

    /// Whether a path is that of a picture which is there, and which names the locale: `fr/add.png`, `add-fr.png`.
    fn is_own_image(&self, path: &str) -> bool {
        let locale = &self.locale.own().locale;
        let mut words =
            path.split(|c: char| !c.is_alphanumeric() && c != '-').chain(path.split(|c: char| !c.is_alphanumeric()));
        let names = [locale.folder(), locale.name.as_str(), language(&locale.name)];
        let is_named = words.any(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)));
        is_named && kind(path) == Kind::Image && files::is_there(&self.locale.snapshot.config.root.join(path))
    }

    /// Whether a path leads to the localized page of the document that the English leads to: `x.fr.md` for `x.md`.
    fn is_localized_page(&mut self, page: PageView<'a>, english: &str, wording: &str) -> bool {
        let (path, fragment) = english.split_once('#').unwrap_or((english, ""));
        let (own_path, own_fragment) = wording.split_once('#').unwrap_or((wording, ""));
        if path.is_empty() || own_path.starts_with('/') || own_path.contains(':') {
            return false;
        }
        let Some(to) = self.page_at(page, path) else { return false };
        let (snapshot, locale) = (self.locale.snapshot, self.locale.name());
        let output = |name| snapshot.shown(&snapshot.config.output_path(locale, name));
        let leads_to = join(split(&output(page.name())).0, own_path);
        if leads_to.is_none_or(|found| found != output(snapshot.page(to).name())) {
            return false;
        }
        let own_fragment = decoded(own_fragment);
        fragment == own_fragment || self.anchors(to).contains(&own_fragment)
    }

    /// Whether both lead to one page, and the localized one has a heading that is named so.
    fn is_heading(&mut self, page: PageView<'a>, english: &str, wording: &str) -> bool {
        let (Some((path, _)), Some((own_path, fragment))) = (english.split_once('#'), wording.split_once('#')) else {
            return false;
        };
        if !self.language.is_same_page(path, own_path) {
            return false;
        }
        let Some(to) = self.page_at(page, path) else { return false };
        let fragment = decoded(fragment);
        let anchors = self.anchors(to);
        anchors.contains(&fragment) || anchors.contains(&heading_slug(&fragment))
    }

    /// The document that a path leads to; of one that was not read nothing is sure.
    fn page_at(&mut self, page: PageView<'a>, path: &str) -> Option<usize> {
        let found = self.document_at(page, path)?;
        self.is_sure &= found.is_some();
        found
    }

    /// The document that a path leads to: its index, or nothing more where it was not read.
    fn document_at(&mut self, page: PageView<'a>, path: &str) -> Option<Option<usize>> {
        if path.is_empty() {
            return Some(Some(page.index));
        }
        let snapshot = self.locale.snapshot;
        let documents = self.documents.get_or_insert_with(|| {
            let read = snapshot.pages().map(|page| (page.name(), Some(page.index)));
            // Of two documents with one address that counts which was not read.
            let all = read.chain(snapshot.inputs.kept.iter().map(|name| (name, None)));
            all.flat_map(|(name, at)| addresses(snapshot.config, name).into_iter().map(move |address| (address, at)))
                .collect()
        });
        let at = |path: &str| documents.get(&address(path)).copied();
        let name = page.name();
        let stem = name.rsplit_once('.').map_or(&**name, |(stem, _)| stem);
        match path.strip_prefix('/') {
            // From the root of the site, with or without a locale.
            Some(path) => at(path).or_else(|| at(path.split_once('/')?.1)),
            None => [split(name).0, stem].iter().find_map(|folder| at(&join(folder, path)?)),
        }
    }

    fn anchors(&mut self, page: usize) -> &FxHashSet<String> {
        let locale = self.locale;
        self.anchors.entry(page).or_insert_with(|| {
            let view = locale.snapshot.page(page);
            let found = std::sync::Mutex::new(FxHashSet::default());
            render::render(locale, &[view], |page, rendered| {
                let text = rendered.text.unwrap_or_default();
                let document = Document::parse(&text, page.document().syntax, &locale.snapshot.config.parse);
                *found.lock().unwrap_or_else(std::sync::PoisonError::into_inner) =
                    core::anchors(&document).into_keys().collect();
            });
            found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
        })
    }
}
