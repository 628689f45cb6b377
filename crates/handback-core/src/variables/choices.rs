//! What the choice of forms depends on in one document, as hashes: with it the choice is made as well without the document.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::forms::Looked;
use crate::text::fingerprint::short_hash;

/// The texts of a document, and what they could become.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// The lifted forms that it had at the last sync, their inline values hidden. Sorted.
    had: Vec<u64>,
    /// The texts that could have other forms, in the order of the document.
    units: Vec<Unit>,
    /// The forms of all of these, one after the other.
    forms: Vec<u64>,
    /// The other texts, their inline values hidden. Sorted. See [`ORDINARY`].
    texts: Vec<u64>,
    /// Ordinary texts that are not among these as they stand.
    ordinary: Vec<u64>,
    /// Texts that are nothing but values, and no names where another document has them as an ordinary text; with whether
    /// they are names.
    values: Vec<(u64, bool)>,
}

/// A text that could have other forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Unit {
    /// Its inline values hidden.
    text: u64,
    /// How many forms it could have besides.
    forms: u16,
    /// Which of them it has.
    chosen: Option<u16>,
}

/// Marks a text in [`Choices::texts`] that stands so in the document, and is translated as any other.
const ORDINARY: u64 = 1;

/// Whether a text of a document is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A text like any other.
    Ordinary,
    /// Nothing but values; with whether it is a name.
    Value(bool),
    /// Not translatable, or a name whatever others say.
    Other,
}

/// The hash of a text, without the bit that [`ORDINARY`] is.
pub(super) fn hash(text: &str) -> u64 {
    short_hash(text) & !ORDINARY
}

impl Choices {
    /// Of a document that was looked at. Which forms it has is not chosen yet.
    pub(super) fn of(looked: &Looked<'_>) -> Self {
        let mut had: Vec<u64> = looked.had.iter().map(|form| hash(form)).collect();
        had.sort_unstable();
        let mut choices = Self { had, ..Self::default() };
        for (text, candidates) in looked.units() {
            if candidates.forms.is_empty() {
                choices.texts.push(hash(text));
                continue;
            }
            let forms = u16::try_from(candidates.forms.len()).unwrap_or(u16::MAX);
            choices.units.push(Unit { text: hash(text), forms, chosen: None });
            choices.forms.extend(candidates.forms.iter().take(usize::from(forms)).map(|(form, _)| hash(form)));
        }
        choices
    }

    /// The same of a document that has other lifted forms by now; their hashes are sorted.
    #[must_use]
    pub fn with_had(&self, had: Vec<u64>) -> Self {
        Self { had, ..self.clone() }
    }

    /// Notes what was chosen, and what its texts are to others.
    pub(super) fn settle(&mut self, chosen: &[Option<u16>], looked: &Looked<'_>, roles: &[Role]) {
        for (unit, chosen) in self.units.iter_mut().zip(chosen) {
            unit.chosen = *chosen;
        }
        let has_forms = looked.candidates.iter().map(|candidates| !candidates.forms.is_empty());
        let stands = looked.masks.iter().zip(has_forms).map(|(masked, has_forms)| masked.is_none() && !has_forms);
        let mut ordinary = FxHashSet::default();
        for ((text, role), stands) in looked.texts.iter().zip(roles).zip(stands) {
            match role {
                Role::Ordinary if stands => drop(ordinary.insert(hash(text))),
                Role::Ordinary => self.ordinary.push(hash(text)),
                Role::Value(is_name) => self.values.push((hash(text), *is_name)),
                Role::Other => {}
            }
        }
        for text in self.texts.iter_mut().filter(|text| ordinary.contains(*text)) {
            *text |= ORDINARY;
        }
        for hashes in [&mut self.texts, &mut self.ordinary] {
            hashes.sort_unstable();
            hashes.dedup();
        }
    }

    fn units(&self) -> impl Iterator<Item = (Unit, &[u64])> {
        let mut rest = self.forms.as_slice();
        self.units.iter().map(move |unit| {
            let (forms, others) = rest.split_at(usize::from(unit.forms).min(rest.len()));
            rest = others;
            (*unit, forms)
        })
    }

    /// All that it has, or could have.
    fn all(&self) -> impl Iterator<Item = u64> {
        let texts = self.texts.iter().map(|text| text & !ORDINARY);
        self.units.iter().map(|unit| unit.text).chain(self.forms.iter().copied()).chain(texts)
    }

    fn ordinary(&self) -> impl Iterator<Item = u64> {
        let texts = self.texts.iter().filter(|text| *text & ORDINARY != 0).map(|text| text & !ORDINARY);
        texts.chain(self.ordinary.iter().copied())
    }

    fn has(&self, form: u64) -> bool {
        self.had.binary_search(&form).is_ok()
    }
}

/// How many documents could have each form, of those that some text could have.
struct Counts(FxHashMap<u64, u32>);

impl Counts {
    fn of<'c>(all: impl Iterator<Item = &'c Choices> + Clone) -> Self {
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        for choices in all.clone() {
            counts.extend(choices.units.iter().map(|unit| (unit.text, 0)));
            counts.extend(choices.forms.iter().map(|form| (*form, 0)));
        }
        let mut seen: FxHashSet<u64> = FxHashSet::default();
        for choices in all {
            seen.clear();
            for form in choices.all() {
                if let Some(count) = counts.get_mut(&form).filter(|_| seen.insert(form)) {
                    *count += 1;
                }
            }
        }
        Self(counts)
    }

    /// The form for a text, of those that are allowed; `None` for the plain text.
    fn best(&self, choices: &Choices, text: u64, forms: &[u64], allowed: &dyn Fn(u64) -> bool) -> Option<u16> {
        let count = |form: u64| self.0.get(&form).copied().unwrap_or(0);
        let (mut best, mut weight) = (None, (count(text), false));
        for (at, form) in forms.iter().enumerate().filter(|(_, form)| allowed(**form)) {
            let had = choices.has(*form);
            let candidate = if had { (count(*form) * 2, true) } else { (count(*form), false) };
            // Among equals the one with least lifted, which comes first.
            if candidate > weight && (had || candidate.0 > 1) {
                (best, weight) = (u16::try_from(at).ok(), candidate);
            }
        }
        best
    }

    fn best_of_all(&self, choices: &Choices, allowed: &dyn Fn(u64) -> bool) -> Vec<Option<u16>> {
        choices.units().map(|(unit, forms)| self.best(choices, unit.text, forms, allowed)).collect()
    }
}

/// For every document which of the forms of each text it is to have, in the order of [`Choices::units`]. `kept` have what they
/// have.
pub(super) fn choose(documents: &[&Choices], kept: &[Choices]) -> Vec<Vec<Option<u16>>> {
    use rayon::prelude::*;

    let counts = Counts::of(documents.iter().copied().chain(kept));
    let all = |allowed: &(dyn Fn(&Choices, u64) -> bool + Sync)| -> Vec<Vec<Option<u16>>> {
        let of = |choices: &&Choices| counts.best_of_all(choices, &|form| allowed(choices, form));
        documents.par_iter().map(of).collect()
    };
    let mut users: FxHashMap<u64, u32> = FxHashMap::default();
    let first = all(&|_, _| true);
    let mut own: FxHashSet<u64> = FxHashSet::default();
    let mut note = |forms: &mut dyn Iterator<Item = u64>| {
        own.clear();
        own.extend(forms);
        own.iter().for_each(|form| *users.entry(*form).or_default() += 1);
    };
    for (choices, first) in documents.iter().zip(&first) {
        let chosen = choices.units().zip(first).filter_map(|((_, forms), at)| forms.get(usize::from((*at)?)).copied());
        note(&mut chosen.into_iter());
    }
    kept.iter().for_each(|choices| note(&mut choices.units.iter().map(|unit| unit.text)));
    // A form that one document chose, because the others preferred another one, is no gain.
    all(&|choices, form| users.get(&form).is_some_and(|users| *users > 1) || choices.has(form))
}

/// Those of some texts that are ordinary texts of one of the documents.
pub(super) fn ordinary_among<'c>(
    texts: &FxHashSet<u64>,
    documents: impl Iterator<Item = &'c Choices>,
) -> FxHashSet<u64> {
    if texts.is_empty() {
        return FxHashSet::default();
    }
    documents.flat_map(Choices::ordinary).filter(|text| texts.contains(text)).collect()
}

/// Which of the documents outside a run do not have what they would have now: other forms were chosen for their texts, or what
/// was a name is an ordinary text of a document, or the other way round. `inside` are the documents of the run.
pub(super) fn swayed(outside: &[&Choices], chosen: &[Vec<Option<u16>>], inside: &[Choices]) -> Vec<usize> {
    let values = outside.iter().flat_map(|choices| &choices.values).map(|(text, _)| *text).collect();
    let ordinary = ordinary_among(&values, outside.iter().copied().chain(inside));
    let is_swayed = |(choices, chosen): (&&Choices, &Vec<Option<u16>>)| {
        let chooses = choices.units.iter().zip(chosen).any(|(unit, chosen)| unit.chosen != *chosen);
        chooses || choices.values.iter().any(|(text, is_name)| *is_name == ordinary.contains(text))
    };
    let all = outside.iter().zip(chosen).enumerate();
    all.filter(|(_, document)| is_swayed(*document)).map(|(at, _)| at).collect()
}
