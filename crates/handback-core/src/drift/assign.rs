//! Gives every translatable unit its message: by its text, as the changed form of a message whose text
//! went away, as the return of an obsolete message, or new.
//!
//! 1. A text that the reference knows keeps its message, wherever it stands now.
//! 2. A text that some stale or obsolete translation was made from returns to that message.
//! 3. A text that is in its document as before, but in another form (with values lifted out, or no
//!    longer), brings its message along: a form inherits the message of most documents.
//! 4. In each document the other units are paired with what was in their place ([`pairing`]).
//! 5. A message whose old text no document holds any more is inherited by the new text that most
//!    documents paired with it. Other texts that came from it are new messages *linked* to it: their
//!    translations start from the old one, stale.
//! 6. A text that is left and is much like one that went away elsewhere is that one, moved.
//! 7. What is left is new.

mod recast;
mod renames;

use recast::SameTexts;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::pairing::{self, Side};
use crate::catalog::ids::IdSet;
use crate::catalog::reference::{Message, Reference, Structure, StructureUnit, Values};
use crate::catalog::renames::Renames;
use crate::catalog::update::{Link, Recast};
use crate::catalog::{DocumentName, FileKey, Id, notation};
use crate::text::Word;
use crate::text::fingerprint::{Fingerprint, fingerprint};

/// The translatable units of a document, in order.
#[derive(Debug, Clone)]
pub struct DocumentUnits<'a> {
    pub name: DocumentName,
    /// Hash of the source bytes.
    pub hash: String,
    /// What its placeables stand for.
    pub values: Values,
    pub units: Vec<UnitText<'a>>,
    /// Texts that are nothing but values: they have no message.
    pub names: Vec<Name<'a>>,
}

/// A text that is nothing but values, such as a product name as a heading: it needs no translator.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    pub plain: &'a str,
    /// It holds a date or a number, which the locale writes in its own way.
    pub written: bool,
}

/// A translatable unit.
#[derive(Debug, Clone)]
pub struct UnitText<'a> {
    /// Kind, and the column of a cell: `cell:1`.
    pub kind: Word,
    /// As its message has it: with values of the document lifted out.
    pub text: &'a str,
    /// As the document has it.
    pub plain: &'a str,
    /// The inline values that are lifted out of it.
    pub inline: &'a Values,
}

/// What the extraction starts from besides the documents.
pub struct Known<'a> {
    pub old: &'a Reference,
    /// Documents outside the scope of this run: they stay as they were.
    pub kept: &'a FxHashSet<DocumentName>,
    /// Messages with a stale or obsolete translation, by the fingerprint of the English it was made from.
    pub translated: &'a FxHashMap<Fingerprint, Id>,
    /// Every id in the project, obsolete ones too.
    pub ids: IdSet,
    /// The comment for a new message: given document index, unit index, and whether it is shared.
    pub describe: &'a (dyn Fn(usize, usize, bool) -> String + Sync),
}

/// A decision about a message of the reference, with what explains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferenceChange {
    Added {
        id: Id,
    },
    /// The English changed and the message lives on.
    Changed {
        id: Id,
        old: String,
    },
    /// The English is the same, and is in another form: with values lifted out, or no longer.
    Recast {
        id: Id,
    },
    /// A new message for documents in which a shared text changed.
    Split {
        id: Id,
        from: Id,
    },
    Removed {
        id: Id,
    },
    Moved {
        id: Id,
        from: FileKey,
        to: FileKey,
    },
    Renamed {
        from: DocumentName,
        to: DocumentName,
    },
}

/// The new reference and how it came to be.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    pub reference: Reference,
    /// For each document in scope, the message of each translatable unit.
    pub unit_ids: Vec<Vec<Id>>,
    pub links: Vec<Link>,
    /// Texts that have another message, or form, than before although they did not change.
    pub recasts: Vec<Recast>,
    pub renames: Renames,
    pub changes: Vec<ReferenceChange>,
}

/// Builds the new reference. `documents` must be sorted by name.
pub fn assign(documents: &[DocumentUnits<'_>], known: Known<'_>) -> Extraction {
    let mut assigner = Assigner { documents, known, extraction: Extraction::default(), decided: FxHashMap::default() };
    let by_text = assigner.by_text();
    let matched: Vec<Vec<Option<Id>>> = documents
        .iter()
        .map(|document| document.units.iter().map(|unit| by_text.get(unit.text).cloned()).collect())
        .collect();
    let used = assigner.used(&matched);
    let returned = assigner.return_texts(&matched, &used);
    assigner.find_renames(&matched);
    let same = assigner.same_texts();
    let taken = assigner.recast(&matched, &used, &same, returned);
    let proposals = assigner.proposals(&matched, &same);
    let mut taken = assigner.inherit(proposals, &used, taken);
    assigner.follow_moves(&matched, &used, &mut taken);
    assigner.name_the_rest(&matched);
    assigner.finish(&matched, &same)
}

struct Assigner<'a> {
    documents: &'a [DocumentUnits<'a>],
    known: Known<'a>,
    extraction: Extraction,
    /// Ids of texts that the old reference does not know.
    decided: FxHashMap<&'a str, Id>,
}

/// How often and how well a new text was paired with an old message.
struct Proposal<'a> {
    text: &'a str,
    old: Id,
    document: DocumentName,
    votes: usize,
    score: f32,
    order: usize,
}

impl<'a> Assigner<'a> {
    /// Messages by text; where several have one text, the shared one, then the smallest id.
    fn by_text(&self) -> FxHashMap<&'a str, Id> {
        let old = self.known.old;
        let mut found: FxHashMap<&'a str, Id> = FxHashMap::default();
        let rank = |id: &Id| (old.messages[id].home != FileKey::Shared, id.clone());
        for (id, message) in &old.messages {
            let kept = found.entry(message.text.as_str()).or_insert_with(|| id.clone());
            if rank(id) < rank(kept) {
                *kept = id.clone();
            }
        }
        found
    }

    /// Messages whose text some document still holds.
    fn used(&self, matched: &[Vec<Option<Id>>]) -> FxHashSet<Id> {
        let mut used: FxHashSet<Id> = matched.iter().flatten().flatten().cloned().collect();
        for name in self.known.kept {
            if let Some(structure) = self.known.old.documents.get(name) {
                used.extend(structure.units.iter().map(|unit| unit.id.clone()));
            }
        }
        used.extend(self.known.old.elsewhere.keys().cloned());
        used
    }

    /// The structure of a document at the last sync, under the name that it had then.
    fn structure(&self, document: &DocumentName) -> Option<&'a Structure> {
        self.known.old.structure(self.extraction.renames.old_name(document))
    }

    /// Pairs the unknown units of every document with the message that was in their place.
    fn proposals(&self, matched: &[Vec<Option<Id>>], same: &[SameTexts]) -> Vec<Proposal<'a>> {
        let old = self.known.old;
        let mut found: FxHashMap<(&'a str, Id), Proposal<'a>> = FxHashMap::default();
        for (index, document) in self.documents.iter().enumerate() {
            if matched[index].iter().all(Option::is_some) {
                continue;
            }
            let Some(structure) = self.structure(&document.name) else { continue };
            // With their values in them, texts are alike whether or not these are lifted out.
            let filled: Vec<Cow<'_, str>> =
                structure.units.iter().map(|unit| as_it_stood(old, structure, unit)).collect();
            let units = structure.units.iter().zip(&filled);
            let mut before: Vec<Side<'_>> =
                units.map(|(unit, text)| Side::new(Some(&*unit.id), &unit.kind, text)).collect();
            let mut after: Vec<Side<'_>> = document
                .units
                .iter()
                .zip(&matched[index])
                // A text in another form is no other text.
                .map(|(unit, id)| {
                    Side::new(
                        id.as_deref().or(same[index].get(unit.plain).map(|(id, _)| &**id)),
                        &unit.kind,
                        unit.plain,
                    )
                })
                .collect();
            Side::place(&mut before);
            Side::place(&mut after);
            for pair in pairing::pair(&before, &after) {
                let text = document.units[pair.new].text;
                let id = structure.units[pair.old].id.clone();
                let order = found.len();
                let proposal = found.entry((text, id.clone())).or_insert(Proposal {
                    text,
                    old: id,
                    document: document.name.clone(),
                    votes: 0,
                    score: pair.score,
                    order,
                });
                proposal.votes += 1;
            }
        }
        let mut proposals: Vec<Proposal<'a>> = found.into_values().collect();
        proposals.sort_by(|a, b| b.votes.cmp(&a.votes).then(b.score.total_cmp(&a.score)).then(a.order.cmp(&b.order)));
        proposals
    }

    /// Lets messages whose text is gone live on in the text that most documents paired with them.
    /// Returns the messages that live on so.
    fn inherit(
        &mut self,
        proposals: Vec<Proposal<'a>>,
        used: &FxHashSet<Id>,
        mut taken: FxHashSet<Id>,
    ) -> FxHashSet<Id> {
        let mut linked = Vec::new();
        for proposal in proposals {
            if self.decided.contains_key(proposal.text) {
                continue;
            }
            if !used.contains(&proposal.old) && taken.insert(proposal.old.clone()) {
                let old = self.known.old.text(&proposal.old).unwrap_or("").to_owned();
                self.extraction.changes.push(ReferenceChange::Changed { id: proposal.old.clone(), old });
                self.decided.insert(proposal.text, proposal.old);
            } else {
                linked.push(proposal);
            }
        }
        for proposal in linked {
            if self.decided.contains_key(proposal.text) {
                continue;
            }
            let new = self.known.ids.assign(proposal.text);
            let old_text = self.known.old.text(&proposal.old).unwrap_or("").to_owned();
            self.extraction.changes.push(ReferenceChange::Split { id: new.clone(), from: proposal.old.clone() });
            self.extraction.links.push(Link {
                new: new.clone(),
                old: proposal.old,
                old_text,
                document: proposal.document,
            });
            self.decided.insert(proposal.text, new);
        }
        taken
    }

    /// Finds texts that moved to another document and were reworded on the way.
    fn follow_moves(&mut self, matched: &[Vec<Option<Id>>], used: &FxHashSet<Id>, taken: &mut FxHashSet<Id>) {
        let old = self.known.old;
        let mut gone: Vec<&Id> = old.messages.keys().filter(|id| !used.contains(*id) && !taken.contains(*id)).collect();
        let mut seen = FxHashSet::default();
        let news: Vec<&'a str> = self
            .documents
            .iter()
            .zip(matched)
            .flat_map(|(document, ids)| document.units.iter().zip(ids))
            .filter(|(unit, id)| id.is_none() && !self.decided.contains_key(unit.text) && seen.insert(unit.text))
            .map(|(unit, _)| unit.text)
            .collect();
        if gone.is_empty() || news.is_empty() {
            return;
        }
        gone.sort();
        let texts: Vec<&str> = gone.iter().map(|id| old.text(id).unwrap_or("")).collect();
        for pair in pairing::anywhere(&texts, &news) {
            let id = gone[pair.old].clone();
            let change = ReferenceChange::Changed { id: id.clone(), old: texts[pair.old].to_owned() };
            self.extraction.changes.push(change);
            self.decided.insert(news[pair.new], id.clone());
            taken.insert(id);
        }
    }

    /// Lets a text that went away and came back have the message that still holds its translation.
    fn return_texts(&mut self, matched: &[Vec<Option<Id>>], used: &FxHashSet<Id>) -> FxHashSet<Id> {
        let mut returned = FxHashSet::default();
        if self.known.translated.is_empty() {
            return returned;
        }
        let documents = self.documents;
        for (document, ids) in documents.iter().zip(matched) {
            for (unit, _) in document.units.iter().zip(ids).filter(|(_, id)| id.is_none()) {
                let Some(id) = self.known.translated.get(&fingerprint(unit.text)) else { continue };
                if used.contains(id) || self.decided.contains_key(unit.text) || !returned.insert(id.clone()) {
                    continue;
                }
                let change = match self.known.old.text(id) {
                    Some(old) => ReferenceChange::Changed { id: id.clone(), old: old.to_owned() },
                    None => ReferenceChange::Added { id: id.clone() },
                };
                self.extraction.changes.push(change);
                self.decided.insert(unit.text, id.clone());
            }
        }
        returned
    }

    fn name_the_rest(&mut self, matched: &[Vec<Option<Id>>]) {
        let documents = self.documents;
        for (document, ids) in documents.iter().zip(matched) {
            for (unit, id) in document.units.iter().zip(ids) {
                if id.is_none() && !self.decided.contains_key(unit.text) {
                    let id = self.known.ids.assign(unit.text);
                    self.extraction.changes.push(ReferenceChange::Added { id: id.clone() });
                    self.decided.insert(unit.text, id);
                }
            }
        }
    }

    /// Writes down structures and messages, each message in its home.
    fn finish(mut self, matched: &[Vec<Option<Id>>], same: &[SameTexts]) -> Extraction {
        let mut usage: FxHashMap<Id, Usage<'a>> = FxHashMap::default();
        let mut structures = BTreeMap::new();
        for (index, document) in self.documents.iter().enumerate() {
            let mut ids = Vec::with_capacity(document.units.len());
            for (at, (unit, id)) in document.units.iter().zip(&matched[index]).enumerate() {
                let id = id.clone().unwrap_or_else(|| self.decided[unit.text].clone());
                usage.entry(id.clone()).or_default().add(&document.name, Some((index, at, unit.text)));
                ids.push(id);
            }
            let units = document
                .units
                .iter()
                .zip(&ids)
                .map(|(unit, id)| StructureUnit {
                    kind: unit.kind.clone(),
                    id: id.clone(),
                    values: unit.inline.clone(),
                })
                .collect();
            let structure = Structure { hash: document.hash.clone(), values: document.values.clone(), units };
            let known = self.known.old.documents.get(&document.name).filter(|known| ***known == structure);
            let structure = known.map_or_else(|| Arc::new(structure), Arc::clone);
            structures.insert(document.name.clone(), structure);
            self.extraction.unit_ids.push(ids);
        }
        self.note_recasts(same);
        for name in self.known.kept {
            let Some(structure) = self.known.old.documents.get(name) else { continue };
            for unit in &structure.units {
                usage.entry(unit.id.clone()).or_default().add(name, None);
            }
            structures.insert(name.clone(), structure.clone());
        }
        for (id, count) in &self.known.old.elsewhere {
            usage.entry(id.clone()).or_default().elsewhere = *count;
        }
        self.extraction.reference.documents = structures;
        self.extraction.reference.elsewhere = self.known.old.elsewhere.clone();
        let mut usage: Vec<(Id, Usage<'a>)> = usage.into_iter().collect();
        usage.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        self.extraction.reference.messages.reserve(usage.len());
        for (id, usage) in usage {
            self.add_message(id, &usage);
        }
        let reference = &self.extraction.reference;
        let mut removed: Vec<&Id> =
            self.known.old.messages.keys().filter(|id| !reference.messages.contains_key(*id)).collect();
        removed.sort();
        self.extraction.changes.extend(removed.into_iter().map(|id| ReferenceChange::Removed { id: id.clone() }));
        self.extraction
    }

    fn add_message(&mut self, id: Id, usage: &Usage<'a>) {
        let old = self.known.old.messages.get(&id);
        let home = match (&usage.last, usage.documents + usage.elsewhere) {
            (Some(name), 1) => FileKey::Document(name.clone()),
            // Nobody said which document has it alone.
            (None, 1) => old.map_or(FileKey::Shared, |message| message.home.clone()),
            _ => FileKey::Shared,
        };
        let text = usage.first.map(|(_, _, text)| text).or_else(|| old.map(|message| message.text.as_str()));
        let Some(text) = text else { return };
        let same = old.filter(|message| message.text == text && message.home == home);
        // A comment that is still true is not written again: no churn when other documents come.
        if let Some(message) = same.filter(|message| !message.comment.is_empty()) {
            self.extraction.reference.messages.insert(id, Arc::clone(message));
            return;
        }
        let comment = match usage.first {
            Some((document, unit, _)) => (self.known.describe)(document, unit, home == FileKey::Shared),
            None => old.map(|message| message.comment.clone()).unwrap_or_default(),
        };
        if let Some(message) = old.filter(|message| message.home != home) {
            let (from, to) = (message.home.clone(), home.clone());
            self.extraction.changes.push(ReferenceChange::Moved { id: id.clone(), from, to });
        }
        self.extraction.reference.messages.insert(id, Arc::new(Message::new(text, comment, home)));
    }
}

/// The text of a unit as it was in its document at the last sync.
fn as_it_stood<'r>(old: &'r Reference, structure: &Structure, unit: &StructureUnit) -> Cow<'r, str> {
    let text = old.text(&unit.id).unwrap_or("");
    if !notation::has_placeables(text) {
        return text.into();
    }
    structure.filled(text, unit).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Where a message stands.
#[derive(Default)]
struct Usage<'a> {
    /// How many of the documents that were read or kept have it, and the last of them that was met.
    documents: u32,
    last: Option<DocumentName>,
    /// How many documents have it that were not read.
    elsewhere: u32,
    /// Document, unit and text of its first place in this run's scope.
    first: Option<(usize, usize, &'a str)>,
}

impl<'a> Usage<'a> {
    /// Notes a place; those of one document come one after the other.
    fn add(&mut self, document: &DocumentName, place: Option<(usize, usize, &'a str)>) {
        if self.last.as_ref() != Some(document) {
            self.documents += 1;
            self.last = Some(document.clone());
        }
        self.first = self.first.or(place);
    }
}
