//! Where somebody is in the queue, and what they decided.

use std::collections::{BTreeMap, BTreeSet};

use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::{FileKey, Id};

use handback::problem::Problems;
use handback::review::decision::Decision;
use handback::review::queue::{Entry, Filter};
use handback::review::session::{Session, Target};
use handback::review::undo::Taken;

/// A message of the locale, whatever becomes of it.
pub type Name = (FileKey, Id);

/// The way through the queue. It stays while the project is opened again.
pub struct Walk {
    /// The locale by name, and its place in the project that is open now.
    pub locale_name: String,
    pub locale: usize,
    pub filter: Filter,
    /// Who decides.
    pub by: Reviewer,
    /// Messages in the order in which they are shown, which no decision changes.
    order: Vec<Name>,
    at: usize,
    progress: Progress,
    pub undo: Vec<Done>,
    /// A decision that waits for the project to be read again.
    pub pending: Option<(Target, Decision, Kind)>,
    pub shown: Shown,
    /// Problems of regenerated pages, shown at the end.
    pub problems: Problems,
}

/// What was done with messages so far.
#[derive(Default)]
struct Progress {
    decided: BTreeMap<Name, Kind>,
    commented: usize,
    skipped: BTreeSet<Name>,
}

/// What the next screen shows besides its message.
#[derive(Default)]
pub struct Shown {
    pub message: Option<Message>,
    pub scroll: usize,
    /// What somebody typed that could not be taken.
    pub typed: Option<(Name, String)>,
    /// Long texts are shown in full.
    pub unfolded: bool,
}

/// A decision that can be taken back.
pub struct Done {
    pub taken: Taken,
    pub kind: Kind,
    /// Its messages, and how each counted before.
    pub messages: Vec<(Name, Option<Kind>)>,
}

/// What was decided, as the summary counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Approved,
    Edited,
    Rejected,
    Commented,
}

/// Something to tell.
pub enum Message {
    Good(String),
    Bad(String),
}

/// Numbers for the summary.
pub struct Counts {
    pub approved: usize,
    pub edited: usize,
    pub rejected: usize,
    pub commented: usize,
    pub skipped: usize,
    pub left: usize,
}

impl Walk {
    pub fn new(locale: &str, filter: Filter, by: Reviewer) -> Self {
        Self {
            locale_name: locale.to_owned(),
            locale: 0,
            filter,
            by,
            order: Vec::new(),
            at: 0,
            progress: Progress::default(),
            undo: Vec::new(),
            pending: None,
            shown: Shown::default(),
            problems: Problems::default(),
        }
    }

    /// Takes the queue of a project that was just read: what is gone goes, what is new comes last, and the place
    /// in it stays.
    pub fn enter(&mut self, session: &mut Session<'_>) {
        let known = session.locales().iter().position(|name| *name == self.locale_name);
        self.locale = known.unwrap_or_default();
        let wanted = session.filtered(self.locale, &self.filter);
        let queue = session.queue(self.locale);
        let name = |entry: &Entry| (entry.key.clone(), entry.id.clone());
        let all: BTreeSet<Name> = queue.iter().map(name).collect();
        let here = self.order.get(self.at).cloned();
        let gone_before = self.order.iter().take(self.at).filter(|name| !all.contains(name)).count();
        self.order.retain(|name| all.contains(name));
        let known: BTreeSet<Name> = self.order.iter().cloned().collect();
        self.order.extend(wanted.into_iter().map(|index| name(&queue[index])).filter(|name| !known.contains(name)));
        let same = here.and_then(|here| self.order.iter().position(|name| *name == here));
        self.at = same.unwrap_or(self.at - gone_before).min(self.order.len());
    }

    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Place in the queue, from 0; its length behind the last one.
    pub fn at(&self) -> usize {
        self.at
    }

    pub fn name(&self) -> Option<&Name> {
        self.order.get(self.at)
    }

    pub fn go(&mut self, to: usize) {
        self.at = to.min(self.order.len());
        self.shown.scroll = 0;
        self.shown.unfolded = false;
    }

    /// The messages in the order in which they are shown.
    pub fn names(&self) -> &[Name] {
        &self.order
    }

    /// Goes to a message, also to one that was not among those that are shown.
    pub fn visit(&mut self, name: &Name) {
        if !self.order.contains(name) {
            self.order.insert(self.at, name.clone());
        }
        self.go_to(name);
    }

    pub fn go_to(&mut self, name: &Name) {
        if let Some(at) = self.order.iter().position(|other| other == name) {
            self.go(at);
        }
    }

    pub fn skip(&mut self) {
        if let Some(name) = self.order.get(self.at) {
            self.progress.skipped.insert(name.clone());
        }
        self.go(self.at + 1);
    }

    /// Counts a decision, which can be taken back.
    pub fn decided(&mut self, taken: Taken, kind: Kind) {
        let names: Vec<Name> = taken.targets().map(|target| (target.key.clone(), target.id.clone())).collect();
        let count = |name: Name| {
            let before = self.progress.decided.get(&name).copied();
            match kind {
                Kind::Commented => self.progress.commented += 1,
                _ => drop(self.progress.decided.insert(name.clone(), kind)),
            }
            (name, before)
        };
        let messages = names.into_iter().map(count).collect();
        self.undo.push(Done { taken, kind, messages });
    }

    /// Counts a decision that was taken back.
    pub fn undone(&mut self, done: &Done) {
        for (name, before) in &done.messages {
            match (done.kind, before) {
                (Kind::Commented, _) => self.progress.commented = self.progress.commented.saturating_sub(1),
                (_, Some(before)) => drop(self.progress.decided.insert(name.clone(), *before)),
                (_, None) => drop(self.progress.decided.remove(name)),
            }
        }
    }

    pub fn done(&self) -> usize {
        self.progress.decided.len()
    }

    /// Notes the problems of pages that were regenerated.
    pub fn note(&mut self, problems: Problems) {
        self.problems.extend_new(problems);
    }

    pub fn counts(&self) -> Counts {
        let count = |kind: Kind| self.progress.decided.values().filter(|decided| **decided == kind).count();
        let skipped = self.progress.skipped.iter().filter(|name| !self.progress.decided.contains_key(name)).count();
        // What was found by a search and decided is not among them.
        let is_left = |name: &&Name| !self.progress.decided.contains_key(name) && !self.progress.skipped.contains(name);
        Counts {
            approved: count(Kind::Approved),
            edited: count(Kind::Edited),
            rejected: count(Kind::Rejected),
            commented: self.progress.commented,
            skipped,
            left: self.order.iter().filter(is_left).count(),
        }
    }
}
