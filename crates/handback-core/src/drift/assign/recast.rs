//! Texts that keep their words and change their form: values of the document are lifted out of them, or no
//! longer.

use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Assigner, DocumentUnits, ReferenceChange};
use crate::catalog::reference::Values;
use crate::catalog::update::Recast;
use crate::catalog::{DocumentName, Id, ids};

/// Messages of a document at the last sync with the inline values of their place, by the text as it stood there.
pub(super) type SameTexts = FxHashMap<String, (Id, Values)>;

impl<'a> Assigner<'a> {
    /// For each document the messages that its texts had at the last sync, by the text as it stood there, with the inline
    /// values of its place; empty where no form can have changed.
    pub(super) fn same_texts(&self) -> Vec<SameTexts> {
        let old = self.known.old;
        let of_document = |document: &DocumentUnits<'a>| {
            let Some(structure) = self.structure(&document.name) else { return FxHashMap::default() };
            let has_inline = structure.units.iter().any(|unit| !unit.values.is_empty())
                || document.units.iter().any(|unit| !unit.inline.is_empty());
            let has_values = has_inline || !structure.values.is_empty() || !document.values.is_empty();
            let units = structure.units.iter().filter(|_| has_values);
            let mut same = FxHashMap::default();
            for unit in units {
                let text = old.text(&unit.id).and_then(|text| structure.filled(text, unit));
                if let Some(text) = text {
                    same.entry(text).or_insert_with(|| (unit.id.clone(), unit.values.clone()));
                }
            }
            same
        };
        self.documents.iter().map(of_document).collect()
    }

    /// Lets a text in a new form have the message that it had in its old form.
    pub(super) fn recast(
        &mut self,
        matched: &[Vec<Option<Id>>],
        used: &FxHashSet<Id>,
        same: &[SameTexts],
        mut taken: FxHashSet<Id>,
    ) -> FxHashSet<Id> {
        let mut votes: IndexMap<(&'a str, Id), usize> = IndexMap::new();
        for ((document, ids), same) in self.documents.iter().zip(matched).zip(same) {
            for (unit, _) in document.units.iter().zip(ids).filter(|(_, id)| id.is_none()) {
                if let Some((old, _)) = same.get(unit.plain) {
                    *votes.entry((unit.text, old.clone())).or_default() += 1;
                }
            }
        }
        let mut votes: Vec<((&str, Id), usize)> = votes.into_iter().collect();
        votes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for ((text, old), _) in votes {
            if !self.decided.contains_key(text) && !used.contains(&old) && taken.insert(old.clone()) {
                self.extraction.changes.push(ReferenceChange::Recast { id: old.clone() });
                self.decided.insert(text, old);
            }
        }
        taken
    }

    /// Writes down which texts have another message than before, or their message another form.
    pub(super) fn note_recasts(&mut self, same: &[SameTexts]) {
        let old = self.known.old;
        let mut seen: FxHashSet<(&DocumentName, &Id, Id, &str)> = FxHashSet::default();
        let mut recasts = Vec::new();
        for (index, (document, same)) in self.documents.iter().zip(same).enumerate() {
            let units = document.units.iter().zip(&self.extraction.unit_ids[index]);
            let units = units.map(|(unit, id)| (unit.plain, unit.text, id.clone(), unit.inline.clone(), false));
            let names = document.names.iter().filter(|name| self.was_text(document, name.plain, same));
            let names =
                names.map(|name| (name.plain, name.plain, ids::natural(name.plain), Values::new(), name.written));
            for (plain, text, id, inline, written) in units.chain(names) {
                let Some((before, values)) = same.get(plain) else { continue };
                let changed = *before != id || old.text(before) != Some(text);
                if changed && seen.insert((&document.name, before, id.clone(), plain)) {
                    let document_before = self.extraction.renames.old_name(&document.name).clone();
                    let (document, plain) = (document.name.clone(), plain.to_owned());
                    let (old, new, before) = (before.clone(), id, values.clone());
                    recasts.push(Recast { document, document_before, old, new, plain, before, inline, written });
                }
            }
        }
        self.extraction.recasts = recasts;
    }

    /// Whether a text that is a name now had its message at the last sync: it stood there as a text more
    /// often than it does now.
    fn was_text(&self, document: &DocumentUnits<'a>, plain: &str, same: &SameTexts) -> bool {
        let (Some((id, _)), Some(structure)) = (same.get(plain), self.structure(&document.name)) else { return false };
        let before = structure.units.iter().filter(|unit| unit.id == *id).count();
        before > document.units.iter().filter(|unit| unit.plain == plain).count()
    }
}
