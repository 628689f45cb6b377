//! Destinations of a page in a locale that are not known to be right.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use handback_core::document::links::{self, Live, Mention};

use super::Links;
use super::aim::{Aim, aim, join, split};
use super::lines::Lines;
use super::locales::is_at_home;
use super::source::{Fault, Gives, Verdict, gives};
use super::world::{From, How, Lies, Missing, Page};
use crate::snapshot::{LocaleView, PageView};

/// A destination, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub page: usize,
    /// Line in the localized page.
    pub line: u32,
    pub target: String,
    /// The source has it too.
    pub in_source: bool,
}

/// How often something is used, and where first.
#[derive(Debug, Clone)]
pub struct Uses {
    pub first: Use,
    pub pages: usize,
    /// Whether one of the pages is not somebody else's.
    pub is_ours: bool,
}

impl Uses {
    fn add(&mut self, other: Self) {
        self.pages += other.pages;
        self.is_ours |= other.is_ours;
        if other.first < self.first {
            self.first = other.first;
        }
    }
}

/// What was found in pages of one locale.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Wrong in the locale alone.
    pub wrong: Vec<(Use, Fault)>,
    /// Anchors that only the localized page can tell of.
    pub anchors: Vec<(Use, usize, String)>,
    /// Files that lie beside the sources, by their path in the output and beside the source.
    pub files: BTreeMap<(String, String), Uses>,
    /// Addresses of the source that name a locale which is not this one, by page.
    pub addresses: BTreeSet<(usize, String)>,
}

impl Gathered {
    pub fn is_empty(&self) -> bool {
        self.wrong.is_empty() && self.anchors.is_empty() && self.files.is_empty() && self.addresses.is_empty()
    }

    pub fn take(&mut self, other: Self) {
        self.wrong.extend(other.wrong);
        self.anchors.extend(other.anchors);
        self.addresses.extend(other.addresses);
        for (file, uses) in other.files {
            match self.files.entry(file) {
                Entry::Occupied(mut known) => known.get_mut().add(uses),
                Entry::Vacant(new) => drop(new.insert(uses)),
            }
        }
    }
}

/// Looks at a page as it is rendered.
pub fn look(links: &Links<'_>, locale: LocaleView<'_>, page: PageView<'_>, text: &str) -> Gathered {
    let mut looker =
        Looker { links, locale, page, text, live: None, lines: None, folder: None, found: Gathered::default() };
    let mut next = 0;
    for mention in links::mentions(text, page.document().syntax) {
        match links.sources[page.index].verdict(mention.target, next) {
            Some((at, verdict)) => {
                next = at + 1;
                looker.known(mention, verdict);
            }
            None => looker.own(mention),
        }
    }
    looker.found
}

struct Looker<'a, 's> {
    links: &'a Links<'s>,
    locale: LocaleView<'a>,
    page: PageView<'a>,
    text: &'a str,
    live: Option<Live>,
    lines: Option<Lines>,
    /// The folder of the page on disk.
    folder: Option<String>,
    found: Gathered,
}

impl Looker<'_, '_> {
    /// A destination that the source has too.
    fn known(&mut self, mention: Mention<'_>, verdict: &Verdict) {
        match verdict {
            Verdict::Fine | Verdict::Wrong(_) => {}
            Verdict::Anchor(page, fragment) => self.anchor(mention, *page, fragment, true),
            Verdict::File { path, target } => self.file(mention, path, target, true),
            Verdict::Locale(named) => {
                if !is_at_home(named, &self.locale.own().locale) && !self.stays_by_rule(mention.target) {
                    self.found.addresses.insert((self.page.index, mention.target.to_owned()));
                }
            }
        }
    }

    /// A destination that only the translation has.
    fn own(&mut self, mention: Mention<'_>) {
        let fault = match aim(mention.target, &self.links.languages) {
            Aim::Elsewhere => return,
            Aim::Locale(named) if is_at_home(&named, &self.locale.own().locale) => return,
            Aim::Locale(_) if self.stays_by_rule(mention.target) => return,
            Aim::Locale(named) => Fault::Locale(named),
            Aim::Place(place) => {
                let here = Page::Known(self.page.index);
                let lies =
                    if place.path.is_empty() { Lies::Page(here) } else { self.find(&place.path, place.from_above) };
                match (lies, place.fragment) {
                    (Lies::Page(Page::Known(page)), Some(fragment)) => {
                        return self.anchor(mention, page, &fragment, false);
                    }
                    (Lies::Not(_), _) if self.links.world.is_right_from_address(self.page.index, &place.path) => return,
                    (Lies::Not(missing), _) => match self.beside_source(&place.path) {
                        Lies::File(path) => return self.file(mention, &path, &place.path, false),
                        Lies::Not(there @ Missing { how: How::Misspelt(_), .. }) => Fault::Missing(there),
                        _ => Fault::Missing(missing),
                    },
                    _ => return,
                }
            }
        };
        // The source has the same in letters of its own.
        let is_known = matches!(&fault, Fault::Missing(Missing { how: How::Misspelt(written), .. })
            if self.links.misspelt.contains(written));
        if !is_known && self.is_live(mention) {
            let used = self.used(mention, false);
            self.found.wrong.push((used, fault));
        }
    }

    /// Whether a rule of `links` leads such targets into the locale, and left this one where the locale has nothing.
    fn stays_by_rule(&self, target: &str) -> bool {
        self.locale.snapshot.config.links.iter().any(|rule| rule.leads(target))
    }

    fn find(&mut self, path: &str, from_above: bool) -> Lies {
        if from_above {
            let shown = self.links.world.shown(self.page.index);
            return self.links.world.find_above(split(&shown).0, path);
        }
        let on_disk = self.folder();
        self.links.world.find(From::Output { folder: split(self.page.name()).0, on_disk: &on_disk }, path)
    }

    /// What lies at the place beside the source.
    fn beside_source(&self, path: &str) -> Lies {
        let shown = self.links.world.shown(self.page.index);
        self.links.world.find(From::Source(split(&shown).0), path)
    }

    fn folder(&mut self) -> String {
        let (locale, page) = (self.locale, self.page);
        let folder = || {
            let shown = locale.snapshot.shown(&locale.snapshot.config.output_path(locale.name(), page.name()));
            split(&shown).0.to_owned()
        };
        self.folder.get_or_insert_with(folder).clone()
    }

    fn anchor(&mut self, mention: Mention<'_>, page: usize, fragment: &str, in_source: bool) {
        if gives(&self.links.world, &self.links.sources, page, fragment) != Gives::Everywhere && self.is_live(mention) {
            let used = self.used(mention, in_source);
            self.found.anchors.push((used, page, fragment.to_owned()));
        }
    }

    fn file(&mut self, mention: Mention<'_>, path: &str, target: &str, in_source: bool) {
        if let Some(at) = join(&self.folder(), target) {
            let uses = self.uses(mention, in_source);
            self.found.files.entry((at, path.to_owned())).or_insert(uses);
        }
    }

    fn is_live(&mut self, mention: Mention<'_>) -> bool {
        let document = self.page.document();
        self.live.get_or_insert_with(|| Live::of(self.text, document.syntax, &document.constructs)).has(mention)
    }

    fn used(&mut self, mention: Mention<'_>, in_source: bool) -> Use {
        let line = self.lines.get_or_insert_with(|| Lines::of(self.text)).at(mention.at);
        Use { page: self.page.index, line, target: mention.target.to_owned(), in_source }
    }

    fn uses(&mut self, mention: Mention<'_>, in_source: bool) -> Uses {
        let is_ours = !self.locale.own().pages.foreign.contains(self.page.name());
        Uses { first: self.used(mention, in_source), pages: 1, is_ours }
    }
}
