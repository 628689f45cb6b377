//! Destinations of the sources, and their faults.

use std::sync::OnceLock;

use handback_core::document::Document;
use handback_core::document::links::{self, Live, Mention};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::aim::{Aim, Kind, Place, aim, kind, split};
use super::locales::is_at_home;
use super::world::{From, How, Lies, Missing, Page, World};
use crate::settings::locale::Locale;
use crate::snapshot::{PageView, Snapshot};

/// What is known of a destination of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Right, and so in every locale; or nobody knows.
    Fine,
    Wrong(Fault),
    /// A page; in a locale it is there too, but perhaps without the anchor.
    Anchor(usize, String),
    /// A file that is no document of the project, by its path, and the destination from the page.
    File {
        path: String,
        target: String,
    },
    /// An address that names the source locale.
    Locale(String),
}

/// A fault of a destination.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    Missing(Missing),
    Anchor {
        page: usize,
        fragment: String,
    },
    /// The locale that an address names.
    Locale(String),
}

impl Fault {
    /// Whether it is there in other letters.
    pub fn is_misspelt(&self) -> bool {
        matches!(self, Self::Missing(Missing { how: How::Misspelt(_), .. }))
    }
}

/// A source with its destinations.
pub struct SourcePage<'s> {
    pub document: &'s Document<'s>,
    pub mentions: Vec<(Mention<'s>, Verdict)>,
    /// Documents that it includes.
    pub includes: Includes,
    /// Documents that include it.
    pub included_by: Vec<usize>,
    /// Destinations that reach a reader.
    live: OnceLock<FxHashSet<&'s str>>,
    /// The first mention of every destination.
    places: OnceLock<FxHashMap<&'s str, usize>>,
}

impl<'s> SourcePage<'s> {
    /// The verdict on a destination, if the source has it, and its place. Most translations keep destinations in order, so
    /// it is looked for from a place on first.
    pub fn verdict(&self, target: &str, from: usize) -> Option<(usize, &Verdict)> {
        const NEAR: usize = 8;
        let near = (from..self.mentions.len().min(from + NEAR)).find(|at| self.mentions[*at].0.target == target);
        let at = near.or_else(|| self.places().get(target).copied())?;
        Some((at, &self.mentions[at].1))
    }

    fn places(&self) -> &FxHashMap<&'s str, usize> {
        let places = self.mentions.iter().enumerate().rev().map(|(at, (mention, _))| (mention.target, at));
        self.places.get_or_init(|| places.collect())
    }

    /// Whether a destination reaches a reader.
    pub fn is_live(&self, target: &str) -> bool {
        let targets = || {
            let live = Live::of(self.document.source, self.document.syntax, &self.document.constructs);
            let mentions = self.mentions.iter().map(|(mention, _)| *mention);
            mentions.filter(|mention| live.has(*mention)).map(|mention| mention.target).collect()
        };
        self.live.get_or_init(targets).contains(target)
    }

    /// Its destinations that have a fault.
    pub fn faults(&self) -> impl Iterator<Item = (Mention<'_>, &Fault)> {
        self.mentions.iter().filter_map(|(mention, verdict)| match verdict {
            Verdict::Wrong(fault) => Some((*mention, fault)),
            _ => None,
        })
    }

    /// Files that it names in other letters than they are written in.
    pub fn misspelt(&self) -> impl Iterator<Item = &str> {
        self.faults().filter_map(|(_, fault)| match fault {
            Fault::Missing(Missing { how: How::Misspelt(written), .. }) => Some(written.as_str()),
            _ => None,
        })
    }
}

/// Documents that a source includes.
#[derive(Debug, Clone, Default)]
pub struct Includes {
    pub known: Vec<usize>,
    /// Another one was not read, or is not there.
    pub others: bool,
}

/// Looks at all sources.
pub fn look<'s>(snapshot: &'s Snapshot<'s>, world: &World<'s>, languages: &[String]) -> Vec<SourcePage<'s>> {
    let pages: Vec<PageView<'s>> = snapshot.pages().collect();
    let includes: Vec<Includes> = pages.par_iter().map(|page| includes(*page, world)).collect();
    let mut included_by = vec![Vec::new(); pages.len()];
    for (page, includes) in includes.iter().enumerate() {
        includes.known.iter().for_each(|included| included_by[*included].push(page));
    }
    let home = Locale { name: snapshot.config.source_locale.clone(), ..Locale::default() };
    let looker = Looker { snapshot, world, languages, home };
    let mut sources: Vec<SourcePage<'s>> = pages
        .par_iter()
        .zip(includes)
        .zip(included_by)
        .map(|((page, includes), included_by)| {
            let mentions = looker.mentions(*page, &included_by);
            let (live, places) = (OnceLock::new(), OnceLock::new());
            SourcePage { document: page.document(), mentions, includes, included_by, live, places }
        })
        .collect();
    let wrong: Vec<Vec<(usize, Fault)>> =
        (0..sources.len()).into_par_iter().map(|page| wrong_anchors(world, &sources, page)).collect();
    for (page, wrong) in wrong.into_iter().enumerate() {
        wrong.into_iter().for_each(|(at, fault)| sources[page].mentions[at].1 = Verdict::Wrong(fault));
    }
    sources.par_iter_mut().for_each(bury_the_dead);
    sources
}

fn includes(page: PageView<'_>, world: &World<'_>) -> Includes {
    let shown = world.shown(page.index);
    let folder = split(&shown).0;
    let mut found = Includes::default();
    for target in links::includes(page.document().source) {
        let lies = match aim(target, &[]) {
            Aim::Place(place) if place.from_above => world.find_above(folder, &place.path),
            Aim::Place(place) => world.find(From::Source(folder), &place.path),
            _ => Lies::Unknown,
        };
        match lies {
            Lies::Page(Page::Known(index)) => found.known.push(index),
            _ => found.others = true,
        }
    }
    found.known.sort_unstable();
    found.known.dedup();
    found
}

struct Looker<'a, 's> {
    snapshot: &'s Snapshot<'s>,
    world: &'a World<'s>,
    languages: &'a [String],
    home: Locale,
}

impl<'s> Looker<'_, 's> {
    fn mentions(&self, page: PageView<'s>, included_by: &[usize]) -> Vec<(Mention<'s>, Verdict)> {
        let document = page.document();
        let shown = self.world.shown(page.index);
        let folder = split(&shown).0;
        let mut known: FxHashMap<&str, Verdict> = FxHashMap::default();
        let mut verdict = |target: &'s str| {
            known.entry(target).or_insert_with(|| self.verdict(page, folder, target, included_by)).clone()
        };
        let mentions = links::mentions(document.source, document.syntax);
        mentions.into_iter().map(|mention| (mention, verdict(mention.target))).collect()
    }

    fn verdict(&self, page: PageView<'_>, folder: &str, target: &str, included_by: &[usize]) -> Verdict {
        let place = match aim(target, self.languages) {
            Aim::Elsewhere => return Verdict::Fine,
            Aim::Locale(locale) if is_at_home(&locale, &self.home) => return Verdict::Locale(locale),
            Aim::Locale(locale) => return Verdict::Wrong(Fault::Locale(locale)),
            Aim::Place(place) => place,
        };
        if place.path.is_empty() {
            return anchor(Page::Known(page.index), place.fragment);
        }
        if place.from_above {
            return match self.world.find_above(folder, &place.path) {
                Lies::Page(page) => anchor(page, place.fragment),
                Lies::Not(missing) => Verdict::Wrong(Fault::Missing(missing)),
                Lies::File(_) | Lies::Unknown => Verdict::Fine,
            };
        }
        match self.world.find(From::Source(folder), &place.path) {
            Lies::Page(found) => self.page(page, found, place),
            Lies::File(path) => Verdict::File { path, target: place.path },
            Lies::Unknown => Verdict::Fine,
            // What a page includes may be written for the folder of that page.
            Lies::Not(_) if self.is_right_where_included(included_by, &place) => Verdict::Fine,
            Lies::Not(Missing { how: How::Absent, .. })
                if self.world.is_right_from_address(page.index, &place.path) =>
            {
                Verdict::Fine
            }
            Lies::Not(missing) => Verdict::Wrong(Fault::Missing(missing)),
        }
    }

    /// A page of the project is a page of every locale, if the output is laid out as the sources are.
    fn page(&self, page: PageView<'_>, found: Page, place: Place) -> Verdict {
        let folder = split(page.name()).0;
        let in_output = self.world.find(From::Output { folder, on_disk: "" }, &place.path);
        match (found, in_output) {
            (Page::Known(known), Lies::Not(_)) => Verdict::File { path: self.world.shown(known), target: place.path },
            _ => anchor(found, place.fragment),
        }
    }

    fn is_right_where_included(&self, included_by: &[usize], place: &Place) -> bool {
        included_by.iter().any(|includer| {
            let page = self.snapshot.page(*includer);
            let shown = self.world.shown(page.index);
            !matches!(self.world.find(From::Source(split(&shown).0), &place.path), Lies::Not(_))
        })
    }
}

fn anchor(page: Page, fragment: Option<String>) -> Verdict {
    match (page, fragment) {
        (Page::Known(page), Some(fragment)) => Verdict::Anchor(page, fragment),
        _ => Verdict::Fine,
    }
}

/// Anchors that no page of the source gives, by the place of the destination.
fn wrong_anchors(world: &World<'_>, sources: &[SourcePage<'_>], page: usize) -> Vec<(usize, Fault)> {
    let anchors = sources[page].mentions.iter().enumerate().filter_map(|(at, (_, verdict))| match verdict {
        Verdict::Anchor(page, fragment) => Some((at, *page, fragment)),
        _ => None,
    });
    let missing = anchors.filter(|(_, page, fragment)| gives(world, sources, *page, fragment) == Gives::No);
    missing.map(|(at, page, fragment)| (at, Fault::Anchor { page, fragment: fragment.clone() })).collect()
}

/// Whether a page gives an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gives {
    No,
    /// In the source; a translation may take it away.
    Source,
    /// In every locale, or nobody knows.
    Everywhere,
}

/// Whether a page of the source gives an anchor, by itself or by what it includes.
pub fn gives(world: &World<'_>, sources: &[SourcePage<'_>], page: usize, fragment: &str) -> Gives {
    let mut best = Gives::No;
    let mut is_open = world.may_be_included_elsewhere(page);
    for part in parts(sources, page) {
        let Some(anchors) = world.anchors(part) else { return Gives::Everywhere };
        is_open |= anchors.may_be_more || sources[part].includes.others;
        best = best.max(match anchors.source.get(fragment) {
            Some(true) => Gives::Everywhere,
            _ if anchors.rendered.contains(fragment) && anchors.source.contains_key(fragment) => Gives::Everywhere,
            Some(false) => Gives::Source,
            None => Gives::No,
        });
    }
    if best == Gives::No && is_open { Gives::Everywhere } else { best }
}

/// The documents that a reader of a page may have before him: what it includes and, if it is included itself, the pages
/// that do so, with all that these include.
pub fn parts(sources: &[SourcePage<'_>], page: usize) -> FxHashSet<usize> {
    let mut parts = FxHashSet::default();
    let mut open: Vec<usize> = sources[page].included_by.iter().copied().chain([page]).collect();
    while let Some(part) = open.pop() {
        if parts.insert(part) {
            open.extend(&sources[part].includes.known);
        }
    }
    parts
}

/// A fault in code, or in a comment, is nobody's concern. What is reported once for many pages is looked at only then.
fn bury_the_dead(source: &mut SourcePage<'_>) {
    let is_concern = |verdict: &Verdict| match verdict {
        Verdict::Wrong(Fault::Missing(missing)) => !is_shared(missing),
        Verdict::Wrong(_) | Verdict::Locale(_) => true,
        _ => false,
    };
    if !source.mentions.iter().any(|(_, verdict)| is_concern(verdict)) {
        return;
    }
    let live = Live::of(source.document.source, source.document.syntax, &source.document.constructs);
    for (mention, verdict) in &mut source.mentions {
        if is_concern(verdict) && !live.has(*mention) {
            *verdict = Verdict::Fine;
        }
    }
}

/// Whether one change fixes a fault on all pages: an image that is not there, a file that is written in other letters.
pub fn is_shared(missing: &Missing) -> bool {
    kind(&missing.path) == Kind::Image || matches!(missing.how, How::Misspelt(_))
}
