//! Finds the documents that have another name than at the last sync.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Assigner, ReferenceChange};
use crate::catalog::reference::{Reference, Structure};
use crate::catalog::renames::Renames;
use crate::catalog::{DocumentName, FileKey, Id};

/// Of more pairs of documents with the same source only names decide.
const MOST_PAIRS: usize = 100_000;

/// A document that is not there any more.
struct Gone<'a> {
    name: &'a DocumentName,
    ids: FxHashSet<&'a Id>,
    /// How many of its messages are its own.
    owned: usize,
}

impl<'a> Gone<'a> {
    fn of(old: &'a Reference, name: &'a DocumentName, structure: &'a Structure) -> Self {
        let ids: FxHashSet<&Id> = structure.units.iter().map(|unit| &unit.id).collect();
        let owned = ids.iter().filter(|id| is_owned(old, id)).count();
        Self { name, ids, owned }
    }
}

/// A pair of documents that may be one; the greater the likelier.
struct Candidate<'a> {
    same_source: bool,
    /// Messages that only the vanished document had, and all of those that both have.
    own: usize,
    common: usize,
    /// Steps of their paths, from the end, that are the same.
    steps: usize,
    old: &'a DocumentName,
    new: &'a DocumentName,
}

impl Assigner<'_> {
    /// A new document that has the source of a vanished one, or at least half of what it held, is that document.
    ///
    /// Only pairs with the same source, or with a message that was the vanished document's own, are looked at, so that the
    /// cost is that of the documents and not of their pairs.
    pub(super) fn find_renames(&mut self, matched: &[Vec<Option<Id>>]) {
        let old = self.known.old;
        let present: FxHashSet<&DocumentName> = self.documents.iter().map(|document| &document.name).collect();
        let is_gone = |name: &DocumentName| !present.contains(name) && !self.known.kept.contains(name);
        let gone: Vec<Gone<'_>> = old
            .documents
            .iter()
            .filter(|(name, _)| is_gone(name))
            .map(|(name, structure)| Gone::of(old, name, structure))
            .collect();
        if gone.is_empty() {
            return;
        }
        let is_new = |at: &usize| !old.documents.contains_key(&self.documents[*at].name);
        let new: Vec<usize> = (0..self.documents.len()).filter(is_new).collect();
        let mut candidates = self.with_the_same_source(&gone, &new, matched);
        candidates.extend(self.with_own_messages(&gone, &new, matched));
        candidates.sort_by(|a, b| {
            let weight = |one: &Candidate<'_>| (one.same_source, one.own, one.common, one.steps);
            weight(b).cmp(&weight(a)).then_with(|| (a.old, a.new).cmp(&(b.old, b.new)))
        });
        let (mut from, mut to) = (FxHashSet::default(), FxHashSet::default());
        let mut pairs = Vec::new();
        for candidate in candidates {
            if !from.contains(candidate.old) && to.insert(candidate.new) {
                from.insert(candidate.old);
                pairs.push((candidate.old.clone(), candidate.new.clone()));
            }
        }
        let changes = pairs.iter().cloned().map(|(from, to)| ReferenceChange::Renamed { from, to });
        self.extraction.changes.extend(changes);
        self.extraction.renames = Renames::new(pairs);
    }

    fn with_the_same_source<'c>(
        &'c self,
        gone: &[Gone<'c>],
        new: &[usize],
        matched: &[Vec<Option<Id>>],
    ) -> Vec<Candidate<'c>> {
        let mut groups: FxHashMap<&str, (Vec<&Gone<'c>>, Vec<usize>)> = FxHashMap::default();
        for gone in gone {
            groups.entry(&self.known.old.documents[gone.name].hash).or_default().0.push(gone);
        }
        for at in new {
            if let Some((_, new)) = groups.get_mut(self.documents[*at].hash.as_str()) {
                new.push(*at);
            }
        }
        let mut candidates = Vec::new();
        for (gone, new) in groups.into_values() {
            let pair = |gone: &Gone<'c>, at: usize| self.candidate(gone, at, &matched[at], true);
            if gone.len() * new.len() <= MOST_PAIRS {
                candidates.extend(gone.iter().flat_map(|gone| new.iter().map(move |at| pair(gone, *at))));
            } else {
                candidates.extend(gone.iter().zip(&new).map(|(gone, at)| pair(gone, *at)));
            }
        }
        candidates
    }

    fn with_own_messages<'c>(
        &'c self,
        gone: &[Gone<'c>],
        new: &[usize],
        matched: &[Vec<Option<Id>>],
    ) -> Vec<Candidate<'c>> {
        let old = self.known.old;
        let mut holders: FxHashMap<&Id, Vec<usize>> = FxHashMap::default();
        for (at, gone) in gone.iter().enumerate() {
            let own = gone.ids.iter().filter(|id| is_owned(old, id));
            own.for_each(|id| holders.entry(id).or_default().push(at));
        }
        let mut candidates = Vec::new();
        for at in new {
            let ids = matched[*at].iter().flatten();
            let found: FxHashSet<usize> = ids.filter_map(|id| holders.get(id)).flatten().copied().collect();
            for gone in found.into_iter().map(|at| &gone[at]) {
                let one = self.candidate(gone, *at, &matched[*at], false);
                // Pages of one form share their template: what counts is the document's own text.
                if one.common * 2 >= gone.ids.len() && one.own * 2 >= gone.owned {
                    candidates.push(one);
                }
            }
        }
        candidates
    }

    fn candidate<'c>(
        &'c self,
        gone: &Gone<'c>,
        new: usize,
        matched: &[Option<Id>],
        same_source: bool,
    ) -> Candidate<'c> {
        let ids: FxHashSet<&Id> = matched.iter().flatten().filter(|id| gone.ids.contains(id)).collect();
        let own = ids.iter().filter(|id| is_owned(self.known.old, id)).count();
        let (old, new) = (gone.name, &self.documents[new].name);
        let steps = old.rsplit('/').zip(new.rsplit('/')).take_while(|(a, b)| a == b).count();
        Candidate { same_source, own, common: ids.len(), steps, old, new }
    }
}

fn is_owned(old: &Reference, id: &Id) -> bool {
    old.messages.get(id).is_some_and(|message| message.home != FileKey::Shared)
}
