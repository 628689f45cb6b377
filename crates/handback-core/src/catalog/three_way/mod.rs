//! Merges two versions of a catalog's files with the one that both began from, message by message.
//!
//! 1. Only one side changed a message: that side. Both made the same of it: that.
//! 2. A person beats a machine, and an edit beats a removal.
//! 3. Two people worded one message differently: ours stays, and theirs waits in the state for a decision
//!    ([`Alternative`](super::state::Alternative)).
//! 4. A state goes with its wording, never with the other side's ([`choice`]).
//!
//! What can be recomputed (reference, structure, hand-off) is united so that nothing is lost until the next sync
//! ([`derived`]). Where a file cannot be merged so, the answer is `None`, and whoever asked leaves the conflict.

mod choice;
mod derived;
mod doubled;
mod forms;
#[cfg(test)]
mod laws;
mod resource;

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::Id;
use super::layout::place;
use super::locale::LocaleFile;
use super::resource::Resource;
use super::state::{Decided, Rejected, State};
use super::state_file::{StateFile, interleave};
use crate::text::fingerprint::Fingerprint;
use choice::{Choice, Message, Side};

pub use derived::{hand_off, reference, structure};
pub use doubled::{OnRecord, first_of_each, single};

/// A resource and its state in three versions.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'v> {
    pub base: &'v LocaleFile,
    pub ours: &'v LocaleFile,
    pub theirs: &'v LocaleFile,
}

/// Where the wordings come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wordings {
    /// Message by message.
    Best,
    /// git takes the resource of our side as a whole, since the other did not change it.
    Ours,
    /// The other way around.
    Theirs,
}

/// What became of a resource and its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    pub resource: String,
    pub state: StateFile,
    /// Messages whose places are in the resource, in its order.
    pub home: Vec<Id>,
    /// Messages that two people worded differently.
    pub open: Vec<Id>,
}

impl Merged {
    /// The bytes of the state file.
    pub fn state_source(&self) -> String {
        self.state.format(&self.home, &self.home)
    }
}

/// Merges a resource and its state. `None` if something would be lost.
pub fn merge(versions: Versions<'_>, wordings: Wordings) -> Option<Merged> {
    merge_with(versions, None, wordings)
}

/// The same with messages that stood in other files where both sides began.
pub fn merge_with(versions: Versions<'_>, elsewhere: Option<&LocaleFile>, wordings: Wordings) -> Option<Merged> {
    let Versions { base, ours, theirs } = versions;
    let files = [base, ours, theirs];
    if files.iter().any(|file| !file.resource.problems.is_empty() || !file.resource.duplicates.is_empty()) {
        return None;
    }
    let mut state = StateFile::default();
    let documents = files.map(|file| file.state.document.as_ref());
    state.document = hand_off(documents[0], documents[1], documents[2]);
    let mut sides = resource::Sides::default();
    let mut open = Vec::new();
    for id in ids(files) {
        let [before, mine, other] = files.map(|file| Message::of(file, &id));
        let origin = Some(base).filter(|_| before.value.is_some()).or(elsewhere).map(|file| Message::of(file, &id));
        let is_one_wording = origin.is_some_and(|origin| forms::are_of_one(&origin, &mine, &other));
        let choice = choice::choose(&before, &mine, &other, (wordings, is_one_wording))?;
        let Choice { side, state: chosen, is_open } = choice;
        let worded = match side {
            Side::Ours => mine.value.is_some(),
            Side::Theirs => other.value.is_some(),
        };
        keep_facts(&mut state, files, &id, worded, chosen.as_ref());
        state.messages.extend(chosen.map(|chosen| (id.clone(), chosen)));
        open.extend(is_open.then(|| id.clone()));
        sides.insert(id, side);
    }
    let resource = match wordings {
        Wordings::Best => resource::merge(&base.resource, &ours.resource, &theirs.resource, &sides)?,
        Wordings::Ours => ours.resource.source().to_owned(),
        Wordings::Theirs => theirs.resource.source().to_owned(),
    };
    let home = order(&resource);
    Some(Merged { resource, state, home, open })
}

/// All messages that a version says something of.
fn ids(files: [&LocaleFile; 3]) -> BTreeSet<Id> {
    let of = |file: &LocaleFile| -> Vec<Id> {
        let StateFile { messages, missing, rejected, decided, .. } = &file.state;
        let entries = file.resource.entries().iter().map(|entry| &entry.id);
        let known = entries.chain(messages.keys()).chain(missing.keys()).chain(rejected.keys());
        known.chain(decided.keys()).cloned().collect()
    };
    files.into_iter().flat_map(of).collect()
}

/// Keeps what is known of a message besides its translation.
fn keep_facts(out: &mut StateFile, files: [&LocaleFile; 3], id: &Id, worded: bool, chosen: Option<&State>) {
    let [base, ours, theirs] = files.map(|file| file.state.missing.get(id).copied());
    let day = match (ours, theirs) {
        _ if worded => None,
        _ if ours == base => theirs,
        _ if theirs == base => ours,
        (Some(ours), Some(theirs)) => Some(ours.min(theirs)),
        _ => ours.or(theirs),
    };
    out.missing.extend(day.map(|day| (id.clone(), day)));
    let none: Vec<Rejected> = Vec::new();
    let [base, ours, theirs] = files.map(|file| file.state.rejected.get(id).unwrap_or(&none));
    let mut rejected = united(base, ours, theirs);
    // Somebody wants the very wording after all.
    rejected.retain(|rejected| chosen.is_none_or(|state| state.target != rejected.target));
    // One side may know the wording of what the other knows the fingerprint of.
    rejected.sort_by_key(|rejected| rejected.text.is_none());
    let mut seen: FxHashSet<Fingerprint> = FxHashSet::default();
    rejected.retain(|rejected| seen.insert(rejected.target.clone()));
    if !rejected.is_empty() {
        out.rejected.insert(id.clone(), rejected);
    }
    let [base, ours, theirs] = files.map(|file| file.state.decided.get(id));
    let last = match (ours, theirs) {
        _ if ours == base => theirs,
        _ if theirs == base => ours,
        _ => ours.max(theirs),
    };
    let note = last.and_then(|_| both_notes(ours, theirs, base));
    out.decided.extend(last.map(|decided| (id.clone(), Decided { note, ..decided.clone() })));
}

/// What both sides say of a text without a translation: where each says something new, one behind the other.
fn both_notes(ours: Option<&Decided>, theirs: Option<&Decided>, base: Option<&Decided>) -> Option<String> {
    let [ours, theirs, base] = [ours, theirs, base].map(|decided| decided.and_then(|decided| decided.note.clone()));
    match (ours, theirs) {
        (ours, theirs) if ours == theirs || theirs == base => ours,
        (ours, theirs) if ours == base => theirs,
        (Some(ours), Some(theirs)) => Some([ours.clone().min(theirs.clone()), ours.max(theirs)].join(" / ")),
        (ours, theirs) => ours.or(theirs),
    }
}

/// What both sides list, without what one of them took away.
fn united<T: PartialEq + Clone>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let stays = |item: &&T| !base.contains(item) || (ours.contains(item) && theirs.contains(item));
    let mut all: Vec<T> = ours.iter().filter(stays).cloned().collect();
    for item in theirs.iter().filter(stays) {
        if !all.contains(item) {
            all.push(item.clone());
        }
    }
    all
}

/// The messages of a resource with those that only keep their place.
fn order(source: &str) -> Vec<Id> {
    let places: Vec<Id> = source.lines().filter_map(place).map(Id::from).collect();
    let Ok(resource) = Resource::parse(source.to_owned()) else { return places };
    let entries: Vec<Id> = resource.entries().iter().map(|entry| entry.id.clone()).collect();
    interleave(&entries, &places).into_iter().cloned().collect()
}
