//! Looks at the project as read and merged, and returns findings; runs nothing, prints nothing.
//!
//! [`units`] looks at translations, [`consistency`] at those of one text side by side, [`resources`] at the files they are
//! in, [`own`] at what documents have of their own, [`fluent`] at their selectors and terms, [`output`] at the localized pages, [`links`] at where they point, [`catalog`]
//! at the reference and the state, [`settings`] at what is declared for nothing. [`find`] asks all of them; [`some`] asks
//! those that need not know all documents.

pub mod catalog;
pub mod consistency;
pub mod finding;
pub mod fluent;
pub mod kept;
pub mod links;
pub mod output;
pub mod own;
pub mod places;
pub mod resources;
pub mod settings;
pub mod some;
mod targets;
pub mod terms;
pub mod units;
pub mod verdicts;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use handback_core::catalog::DocumentName;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::pages::left::Left;
use crate::project::sought::Sought;
use crate::project::transaction::Stopped;
use crate::settings::code::Code;
use crate::snapshot::counts::{self, LocaleCounts};
use crate::snapshot::turns::{Turn, Turns};
use crate::snapshot::{LocaleView, Scope, Snapshot, read};
use consistency::Texts;
use finding::Finding;
use kept::{Kept, MOST};
use links::Links;
use units::Looked;
use verdicts::Verdicts;

/// Findings with the counts that thresholds go by.
#[derive(Debug, Default)]
pub struct Found {
    pub findings: Vec<Finding>,
    pub counts: Vec<(String, LocaleCounts)>,
    pub documents: usize,
    /// Hashes of the words on which the weight of a change depended, each with how many messages have it.
    pub asked: Vec<(u64, u32)>,
    /// Files that links lead to.
    pub sought: Sought,
}

/// Says which findings are looked for.
pub type Wanted<'a> = &'a (dyn Fn(Code) -> bool + Sync);

/// Returns all findings about a project as read and merged, one turn after the other.
///
/// # Errors
/// Somebody changed a file between two turns.
pub fn find(english: &Snapshot<'_>, mut turns: Turns, scope: &Scope, wanted: Wanted<'_>) -> Result<Found, Stopped> {
    let inputs = english.inputs;
    let mut looks = Looks::new(english, wanted);
    looks.found.findings = resources::problems(&inputs.problems);
    let behind = if inputs.catalog_usable { catalog::reference(english) } else { Vec::new() };
    let has_states = inputs.catalog_usable && behind.is_empty();
    looks.found.findings.extend(behind);
    let links = Links::new(english);
    while let Some(mut turn) = turns.next(english, scope.today)? {
        turn.hand_off(scope.today);
        if has_states {
            looks.found.findings.extend(turn.locales().flat_map(catalog::states));
        }
        let locales: Vec<LocaleView<'_>> = turn.locales().filter(|locale| read::wanted(scope, locale.name())).collect();
        let of_files = |locale: LocaleView<'_>| {
            let mut findings = resources::check(locale);
            findings.extend(output::check(locale, &links));
            findings.extend(links.of_locale(locale).into_iter().filter(|finding| wanted(finding.code)));
            findings
        };
        let mut findings = Vec::new();
        looks.look(&locales, &of_files, |finding| findings.push(finding));
        looks.found.findings.append(&mut findings);
        // Where files could not be read, nobody knows what is missing.
        let known = locales.iter().filter(|locale| locale.is_known());
        looks.found.counts.extend(known.map(|locale| (locale.name().to_owned(), counts::count(*locale))));
        looks.left.add(&turn.snapshot, |name| turn.is_of(name));
    }
    let (of_links, sought) = links.finish();
    looks.found.findings.extend(of_links.into_iter().filter(|finding| wanted(finding.code)));
    looks.found.sought = sought;
    Ok(looks.finish(scope.paths.is_empty()))
}

/// What is looked at in all locales, one turn after the other.
pub struct Looks<'s> {
    english: &'s Snapshot<'s>,
    /// Nobody asks for them where there is too much to find.
    texts: OnceLock<Texts<'s>>,
    wanted: Wanted<'s>,
    words: FxHashMap<u64, u32>,
    left: Left,
    found: Found,
}

impl<'s> Looks<'s> {
    fn new(english: &'s Snapshot<'s>, wanted: Wanted<'s>) -> Self {
        let found = Found { documents: english.documents.len(), ..Found::default() };
        Self { english, texts: OnceLock::new(), wanted, words: FxHashMap::default(), left: Left::default(), found }
    }

    /// Looks at the translations of some locales, and at what else `files` finds of each, and gives `take` one finding after the
    /// other.
    fn look<'t>(
        &mut self,
        locales: &[LocaleView<'t>],
        files: &(dyn Fn(LocaleView<'t>) -> Vec<Finding> + Sync),
        mut take: impl FnMut(Finding),
    ) where
        's: 't,
    {
        let Some(first) = locales.first() else { return };
        let verdicts = Verdicts::of(first.snapshot, locales, self.wanted);
        let wanted = self.wanted;
        let texts: &Texts<'t> = self.texts.get_or_init(|| Texts::of(self.english, wanted));
        let of_locale = |locale: &LocaleView<'t>| {
            let mut looked = units::check(*locale, &verdicts, wanted);
            looked.findings.extend(consistency::check(texts, *locale, wanted));
            looked.findings.extend(fluent::check(*locale, wanted));
            looked.findings.extend(files(*locale));
            drop_consequences(&mut looked.findings);
            looked
        };
        let looked: Vec<Looked<'_>> = locales.par_iter().map(of_locale).collect();
        for looked in looked {
            looked.findings.into_iter().for_each(&mut take);
            looked.missing.findings().for_each(&mut take);
            self.words.extend(looked.asked);
        }
    }

    /// Says what concerns all locales, and if it is `whole`, what is left of pages.
    fn finish(mut self, whole: bool) -> Found {
        self.found.findings.extend(settings::check(self.english, self.wanted));
        if whole {
            self.found.findings.extend(output::left(self.english, self.left));
        }
        self.found.asked.extend(self.words);
        self.found
    }
}

/// A translation that refers to nothing cannot be used either: that is one thing to fix, not two.
pub(crate) fn drop_consequences(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| (finding.locale.clone(), finding.id.clone());
    let unknown: FxHashSet<_> = findings.iter().filter(|f| f.code == Code::UnknownPlaceable).map(key).collect();
    findings.retain(|finding| finding.code != Code::UnusableTranslation || !unknown.contains(&key(finding)));
}

impl Found {
    /// Whether it is worth keeping for the next check.
    pub fn is_handy(&self) -> bool {
        self.findings.len() <= MOST
    }
}

/// What a check would find right after a sync, for the sync to remember.
pub struct AfterSync<'s> {
    looks: Looks<'s>,
    kept: Kept,
    /// How many texts are not current.
    open: usize,
    is_much: bool,
}

impl<'s> AfterSync<'s> {
    pub fn new(english: &'s Snapshot<'s>) -> Self {
        Self { looks: Looks::new(english, &Code::is_kept), kept: Kept::default(), open: 0, is_much: false }
    }

    /// Looks at the locales of a turn, which it knows these counts of; `links` is what was found of links while their pages were
    /// written, and of the documents of `again` something was to be said then. Nothing, once there is too much to keep.
    pub fn look(
        &mut self,
        turn: &Turn<'_>,
        counts: &[(String, LocaleCounts)],
        (links, again): (Vec<Finding>, &BTreeSet<DocumentName>),
    ) {
        self.open += counts.iter().map(|(_, counts)| counts.in_units.stale + counts.in_units.missing).sum::<usize>();
        self.looks.found.findings.extend(links.into_iter().filter(|finding| Code::is_kept(finding.code)));
        self.keep();
        self.is_much |= self.open > MOST;
        if self.is_much {
            self.kept = Kept::default();
            return;
        }
        self.looks.found.counts.extend_from_slice(counts);
        let locales: Vec<LocaleView<'_>> = turn.locales().collect();
        let of_files = |locale: LocaleView<'_>| {
            let mut findings = resources::check_after_sync(locale);
            findings.extend(output::after_sync(locale, again));
            findings
        };
        self.looks.look(&locales, &of_files, |finding| self.kept.push(finding));
        self.looks.left.add(&turn.snapshot, |name| turn.is_of(name));
        self.keep();
    }

    /// Takes what was found until now where it needs little room.
    fn keep(&mut self) {
        std::mem::take(&mut self.looks.found.findings).into_iter().for_each(|finding| self.kept.push(finding));
        self.is_much |= self.kept.count() > MOST;
    }

    /// All of it, with what was found of links in the sources, and hashes of the words that were asked for ([`Found::asked`]);
    /// `None` if that is too much.
    pub fn finish(mut self, links: Vec<Finding>) -> Option<(Kept, Vec<(u64, u32)>)> {
        if self.is_much || links.len() > MOST {
            return None;
        }
        self.looks.found.findings.extend(links.into_iter().filter(|finding| Code::is_kept(finding.code)));
        let found = self.looks.finish(true);
        let mut kept = self.kept;
        found.findings.into_iter().for_each(|finding| kept.push(finding));
        (kept.counts, kept.documents) = (found.counts, found.documents);
        Some((kept, found.asked)).filter(|(kept, _)| kept.count() <= MOST)
    }
}
