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
}

/// What was found by looking at everything.
#[derive(Debug, Default)]
pub struct All {
    pub kept: Kept,
    /// Hashes of the words on which the weight of a change depended, each with how many messages have it.
    pub asked: Vec<(u64, u32)>,
    /// Files that links lead to.
    pub sought: Sought,
}

/// Says which findings are looked for.
pub type Wanted<'a> = &'a (dyn Fn(Code) -> bool + Sync);

/// Returns all findings about a project as read and merged, one turn after the other.
///
/// `of_turn` sees each of them, too.
///
/// # Errors
/// Somebody changed a file between two turns.
pub fn find(
    english: &Snapshot<'_>,
    mut turns: Turns,
    scope: &Scope,
    wanted: Wanted<'_>,
    of_turn: &mut dyn FnMut(&Turn<'_>),
) -> Result<All, Stopped> {
    let inputs = english.inputs;
    let mut looks = Looks::new(english, wanted);
    looks.kept.extend(resources::problems(&inputs.problems));
    let behind = if inputs.catalog_usable { catalog::reference(english) } else { Vec::new() };
    let has_states = inputs.catalog_usable && behind.is_empty();
    looks.kept.extend(behind);
    let links = Links::new(english);
    while let Some(mut turn) = turns.next(english, scope.today)? {
        turn.hand_off(scope.today);
        if has_states {
            looks.kept.extend(turn.locales().flat_map(catalog::states));
        }
        let locales: Vec<LocaleView<'_>> = turn.locales().filter(|locale| read::wanted(scope, locale.name())).collect();
        let of_files = |locale: LocaleView<'_>| {
            let mut findings = resources::check(locale);
            findings.extend(output::check(locale, &links));
            findings.extend(links.of_locale(locale).into_iter().filter(|finding| wanted(finding.code)));
            findings
        };
        looks.look(&locales, &of_files);
        // Where files could not be read, nobody knows what is missing.
        let known = locales.iter().filter(|locale| locale.is_known());
        looks.kept.counts.extend(known.map(|locale| (locale.name().to_owned(), counts::count(*locale))));
        looks.left.add(&turn.snapshot, |name| turn.is_of(name));
        of_turn(&turn);
    }
    let (of_links, sought) = links.finish();
    looks.kept.extend(of_links.into_iter().filter(|finding| wanted(finding.code)));
    let (kept, asked) = looks.finish(scope.paths.is_empty());
    Ok(All { kept, asked, sought })
}

/// What is looked at in all locales, one turn after the other. What is found is kept in little room: there may be millions.
pub struct Looks<'s> {
    english: &'s Snapshot<'s>,
    /// Nobody asks for them where there is too much to find.
    texts: OnceLock<Texts<'s>>,
    wanted: Wanted<'s>,
    words: FxHashMap<u64, u32>,
    left: Left,
    kept: Kept,
}

impl<'s> Looks<'s> {
    fn new(english: &'s Snapshot<'s>, wanted: Wanted<'s>) -> Self {
        let kept = Kept::new(english.documents.len());
        Self { english, texts: OnceLock::new(), wanted, words: FxHashMap::default(), left: Left::default(), kept }
    }

    /// Looks at the translations of some locales, and at what else `files` finds of each.
    fn look<'t>(&mut self, locales: &[LocaleView<'t>], files: &(dyn Fn(LocaleView<'t>) -> Vec<Finding> + Sync))
    where
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
            self.kept.extend(looked.findings);
            self.kept.extend(looked.missing.findings());
            self.words.extend(looked.asked);
        }
    }

    /// Says what concerns all locales, and if it is `whole`, what is left of pages. Returns all that was found, with hashes of the
    /// words that were asked for ([`All::asked`]).
    fn finish(mut self, whole: bool) -> (Kept, Vec<(u64, u32)>) {
        self.kept.extend(settings::check(self.english, self.wanted));
        if whole {
            self.kept.extend(output::left(self.english, self.left));
        }
        (self.kept, self.words.into_iter().collect())
    }
}

/// A translation that refers to nothing cannot be used either: that is one thing to fix, not two.
pub(crate) fn drop_consequences(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| (finding.locale.clone(), finding.id.clone());
    let unknown: FxHashSet<_> = findings.iter().filter(|f| f.code == Code::UnknownPlaceable).map(key).collect();
    findings.retain(|finding| finding.code != Code::UnusableTranslation || !unknown.contains(&key(finding)));
}

/// What a check would find right after a sync, for the sync to remember.
pub struct AfterSync<'s> {
    looks: Looks<'s>,
    /// How many texts are not current.
    open: usize,
    is_much: bool,
}

impl<'s> AfterSync<'s> {
    pub fn new(english: &'s Snapshot<'s>) -> Self {
        Self { looks: Looks::new(english, &Code::is_kept), open: 0, is_much: false }
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
        self.is_much |= self.open > MOST || self.looks.kept.count() > MOST;
        if self.is_much {
            self.looks.kept = Kept::default();
            return;
        }
        self.looks.kept.extend(links.into_iter().filter(|finding| Code::is_kept(finding.code)));
        self.looks.kept.counts.extend_from_slice(counts);
        let locales: Vec<LocaleView<'_>> = turn.locales().collect();
        let of_files = |locale: LocaleView<'_>| {
            let mut findings = resources::check_after_sync(locale);
            findings.extend(output::after_sync(locale, again));
            findings
        };
        self.looks.look(&locales, &of_files);
        self.looks.left.add(&turn.snapshot, |name| turn.is_of(name));
    }

    /// All of it, with what was found of links in the sources; `None` if that is too much.
    pub fn finish(mut self, (links, sought): (Vec<Finding>, Sought)) -> Option<All> {
        self.looks.kept.extend(links.into_iter().filter(|finding| Code::is_kept(finding.code)));
        let (kept, asked) = self.looks.finish(true);
        (!self.is_much && kept.is_handy()).then_some(All { kept, asked, sought })
    }
}
