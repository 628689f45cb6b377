//! Steps 3 and 4: documents to the new reference, and every locale brought up to it.

use handback_core::catalog::block;
use handback_core::catalog::ids::{self, IdSet};
use handback_core::catalog::merge::merge;
use handback_core::catalog::reference::Reference;
use handback_core::catalog::state::{Carried, State};
use handback_core::catalog::update::{Carrying, Policy, Reforming, Update};
use handback_core::catalog::{DocumentName, Id};
use handback_core::document::{Document, Unit, UnitKind};
use handback_core::drift::assign::{DocumentUnits, Extraction, Known, Name, UnitText, assign};
use handback_core::drift::carry::Vocabulary;
use handback_core::render;
use handback_core::text::date::Date;
use handback_core::text::element::has_untranslated;
use handback_core::text::fingerprint::{Fingerprint, fingerprint, short_hash};
use handback_core::variables::choose::Lifted;
use handback_core::variables::forms::is_written;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::read::{Inputs, SourceText};
use super::reform::reform;
use super::say::Say;
use super::{LocaleAnalysis, LocaleInput, PageView, describe, missing};
use crate::project::evidence::Records;
use crate::project::store;
use crate::settings::config::{CarryLevel, Config};

/// What step 3 comes to.
pub(super) struct Extracted {
    pub extraction: Extraction,
    pub ids: UnitIds,
    /// Texts that nobody translates, by the id that a locale's own wording has.
    pub untranslatable: FxHashMap<Id, Fingerprint>,
}

/// Step 3: every unit finds its message. `say` is that of all locales.
pub(super) fn extract(
    config: &Config,
    inputs: &Inputs,
    documents: &[Document<'_>],
    lifted: &Lifted,
    say: &Say,
) -> Extracted {
    let units = translatable_units(inputs, documents, lifted);
    let names: FxHashSet<Id> =
        units.iter().flat_map(|document| &document.names).map(|name| ids::natural(name.plain)).collect();
    let translated = say.translated(inputs, &names);
    // Of each document its translatable units.
    let places: Vec<Vec<usize>> = documents.iter().map(translatable_at).collect();
    let describe = |document: usize, unit: usize, shared: bool| {
        describe::comment(config, inputs, documents, lifted, (document, places[document][unit], shared))
    };
    let known = Known {
        old: &inputs.reference,
        kept: &inputs.kept,
        translated: &translated,
        ids: say.ids(inputs),
        describe: &describe,
    };
    let extraction = assign(&units, known);
    drop(units);
    let overridable = say.goes_beyond(&extraction.reference, &inputs.reference);
    let earlier = Earlier { old: &inputs.reference, new: &extraction.reference, translated: &translated };
    let earlier = earlier.ids(documents, say);
    let (ids, untranslatable) = unit_ids(documents, lifted, &extraction, (overridable, &earlier));
    Extracted { extraction, ids, untranslatable }
}

/// What step 4 brings locales up to.
pub(super) struct Merging<'m> {
    pub config: &'m Config,
    pub inputs: &'m Inputs,
    pub documents: &'m [Document<'m>],
    pub lifted: &'m Lifted,
    /// What the locales were brought up to before.
    pub old: &'m Reference,
    pub extraction: &'m Extraction,
    pub ids: &'m [Vec<Option<Id>>],
    pub untranslatable: &'m FxHashMap<Id, Fingerprint>,
    pub today: Date,
}

impl Merging<'_> {
    /// Step 4: brings locales up to the new reference; writes nothing. Those that they fall back to are among them.
    pub fn bring_up(&self, locales: Vec<LocaleInput>) -> Vec<LocaleAnalysis> {
        let mut locales: Vec<LocaleAnalysis> = locales.into_iter().map(LocaleAnalysis::from).collect();
        let blocks = blocks(&locales, self);
        merge_all(&mut locales, self, &blocks);
        missing::note(&mut locales, self.old, self.extraction, self.today);
        locales
    }
}

type Blocks = FxHashMap<DocumentName, Vec<block::English>>;

/// The blocks of code of the documents for which some locale has its own.
fn blocks(locales: &[LocaleAnalysis], merging: &Merging<'_>) -> Blocks {
    let Merging { inputs, documents, ids, extraction, .. } = *merging;
    let files = locales.iter().flat_map(|locale| &locale.catalog.files);
    // A state that was lost may be on record.
    let has_own = files.filter(|(_, file)| {
        file.state.messages.values().any(|state| state.block.is_some())
            || file.resource.entries().iter().any(|entry| entry.id.starts_with(block::PREFIX))
    });
    let mut wanted: FxHashSet<DocumentName> = has_own.filter_map(|(key, _)| key.document().cloned()).collect();
    let renamed = extraction.renames.iter().filter(|(from, _)| wanted.contains(from)).map(|(_, to)| to.clone());
    wanted.extend(renamed.collect::<Vec<_>>());
    let all = inputs.sources.iter().zip(documents).zip(ids);
    let wanted = all.filter(|((source, _), _)| wanted.contains(&source.name));
    let of = |((source, document), ids): ((&SourceText, &Document<'_>), &Vec<Option<Id>>)| {
        let english = render::blocks::blocks(document, ids).into_iter().map(|block| block.english).collect();
        (source.name.clone(), english)
    };
    wanted.map(of).collect()
}

/// Brings every locale up to the new reference.
fn merge_all(locales: &mut [LocaleAnalysis], merging: &Merging<'_>, blocks: &Blocks) {
    let Merging { config, inputs, lifted, old, extraction, untranslatable, today, .. } = *merging;
    let vocabulary = Vocabulary::with(&extraction.reference, inputs.elsewhere.texts.as_deref());
    let decide = |carrying: &Carrying<'_>| vocabulary.decide(carrying);
    let policy = Policy { up_to: carry_level(config.carry), decide: &decide };
    let index: FxHashMap<&DocumentName, usize> =
        inputs.sources.iter().enumerate().map(|(index, source)| (&source.name, index)).collect();
    let reform = |reforming: &Reforming<'_>| {
        let bindings = index.get(reforming.document).and_then(|index| lifted.of(*index).bindings);
        reform(reforming, bindings)
    };
    locales.par_iter_mut().for_each(|locale| {
        let name = locale.locale.name.clone();
        let records = Records::new(config, &name);
        let update = Update {
            old,
            new: &extraction.reference,
            links: &extraction.links,
            recasts: &extraction.recasts,
            reform: &reform,
            renames: &extraction.renames,
            untranslatable,
            blocks,
            policy: &policy,
            evidence: &records,
            today,
        };
        locale.changes = merge(&mut locale.catalog, &update);
        locale.resources = store::settle(&mut locale.catalog, &extraction.reference);
    });
}

fn translatable_at(document: &Document<'_>) -> Vec<usize> {
    document.units.iter().enumerate().filter(|(_, unit)| unit.translatable).map(|(at, _)| at).collect()
}

fn carry_level(configured: CarryLevel) -> Option<Carried> {
    match configured {
        CarryLevel::Cosmetic => Some(Carried::Cosmetic),
        CarryLevel::Mechanical => Some(Carried::Mechanical),
        CarryLevel::None => None,
    }
}

fn translatable_units<'a>(
    inputs: &'a Inputs,
    documents: &'a [Document<'_>],
    lifted: &'a Lifted,
) -> Vec<DocumentUnits<'a>> {
    let of_document = |(index, (source, document)): (usize, (&SourceText, &'a Document<'_>))| {
        let texts = lifted.of(index);
        let units = || document.units.iter().enumerate();
        let unit_text = |(at, unit): (usize, &'a Unit<'_>)| UnitText {
            kind: unit.kind_and_column().into(),
            text: texts.text(at, &unit.text),
            plain: &unit.text,
            inline: texts.inline(at),
        };
        DocumentUnits {
            name: source.name.clone(),
            hash: source.hash.clone(),
            values: lifted.values.get(index).cloned().unwrap_or_default(),
            units: units().filter(|(_, unit)| unit.translatable).map(unit_text).collect(),
            names: units()
                .filter(|(_, unit)| !unit.translatable)
                .filter_map(|(at, unit)| Some(Name { plain: &unit.text, written: is_written(texts.form(at)?) }))
                .collect(),
        }
    };
    inputs.sources.iter().zip(documents).enumerate().map(of_document).collect()
}

/// The English texts that a translation is right for, by fingerprint: of one that was carried for its looks there are two.
pub(super) fn sources(state: &State) -> impl Iterator<Item = Fingerprint> {
    let base = state.base().filter(|_| state.carried.is_some()).map(fingerprint);
    std::iter::once(state.source.clone()).chain(base)
}

/// Adds the texts of documents outside of which the files that were read have overrides; returns hashes of the ids of those
/// of which that is not certain: several texts have one id, or the override is of another text.
pub(super) fn add_untranslatable_elsewhere(
    untranslatable: &mut FxHashMap<Id, Fingerprint>,
    locales: &[LocaleInput],
    inputs: &Inputs,
) -> FxHashSet<u64> {
    let hash = |source: &Fingerprint| short_hash(source);
    let states = |id: &Id| {
        let files = locales.iter().flat_map(|input| input.catalog.files.values());
        let states = files.filter_map(|file| file.state.messages.get(id));
        states.map(|state| state.source.clone()).collect::<Vec<_>>()
    };
    let mut unsure = FxHashSet::default();
    for (id, texts) in &inputs.elsewhere.untranslatable {
        let inside = untranslatable.get(id).map(hash);
        let known = states(id).into_iter().find(|source| texts.contains(&hash(source)));
        match (inside, known) {
            (Some(inside), _) if texts.len() == 1 && texts.contains(&inside) => {}
            (None, Some(source)) if texts.len() == 1 => drop(untranslatable.insert(id.clone(), source)),
            _ => drop(unsure.insert(IdSet::hash(id))),
        }
    }
    unsure
}

/// The texts of a document that nobody translates, each with the id that a locale's own wording has.
pub(super) fn untranslatable<'s>(page: PageView<'s>) -> impl Iterator<Item = (Id, Fingerprint)> + 's {
    let units = page.document().units.iter().enumerate().filter(|(_, unit)| !unit.translatable);
    units.map(move |(at, unit)| {
        let known = page.snapshot.analysis.ids[page.index].get(at).cloned().flatten();
        (known.unwrap_or_else(|| ids::natural(&unit.text)), fingerprint(&unit.text))
    })
}

/// The ids that translations of the names of a document have.
pub(super) fn name_ids<'s>(page: PageView<'s>) -> impl Iterator<Item = Id> + 's {
    let (units, lifted) = (page.document().units.iter().enumerate(), page.lifted());
    let names = units.filter(move |(at, unit)| !unit.translatable && lifted.form(*at).is_some());
    names.map(|(_, unit)| ids::natural(&unit.text))
}

/// Messages of texts that were translatable once, and are left alone now.
struct Earlier<'a> {
    old: &'a Reference,
    new: &'a Reference,
    /// Messages by an English that some translation was made from.
    translated: &'a FxHashMap<Fingerprint, Id>,
}

impl Earlier<'_> {
    /// The messages that some locale translates, by the fingerprint of their text: pages keep these translations,
    /// which are overrides now.
    fn ids(&self, documents: &[Document<'_>], say: &Say) -> FxHashMap<Fingerprint, Id> {
        let mut wanted: FxHashMap<Fingerprint, Option<Id>> = FxHashMap::default();
        let is_left_alone =
            |unit: &&Unit<'_>| !unit.translatable && (unit.kind == UnitKind::Html || has_untranslated(&unit.text));
        for unit in documents.iter().flat_map(|document| &document.units).filter(is_left_alone) {
            let source = fingerprint(&unit.text);
            let id = self.translated.get(&source).cloned();
            wanted.insert(source, id);
        }
        if wanted.is_empty() {
            return FxHashMap::default();
        }
        for (id, message) in &self.old.messages {
            if let Some(place @ None) = wanted.get_mut(message.fingerprint())
                && say.knows(id)
            {
                *place = Some(id.clone());
            }
        }
        let known = wanted.into_iter().filter_map(|(source, id)| Some((source, id?)));
        known.filter(|(_, id)| !self.new.messages.contains_key(id)).collect()
    }
}

pub(super) type UnitIds = Vec<Vec<Option<Id>>>;

fn unit_ids(
    documents: &[Document<'_>],
    lifted: &Lifted,
    extraction: &Extraction,
    (overridable, earlier): (bool, &FxHashMap<Fingerprint, Id>),
) -> (UnitIds, FxHashMap<Id, Fingerprint>) {
    let mut untranslatable = FxHashMap::default();
    let ids = documents
        .iter()
        .zip(&extraction.unit_ids)
        .enumerate()
        .map(|(index, (document, ids))| {
            let mut ids = ids.iter();
            let texts = lifted.of(index);
            document
                .units
                .iter()
                .enumerate()
                .map(|(at, unit)| match unit.translatable {
                    true => ids.next().cloned(),
                    false if overridable || texts.form(at).is_some() => {
                        let source = fingerprint(&unit.text);
                        let known = earlier.get(&source).filter(|_| texts.form(at).is_none());
                        let id = known.cloned().unwrap_or_else(|| ids::natural(&unit.text));
                        untranslatable.insert(id.clone(), source);
                        Some(id)
                    }
                    false => None,
                })
                .collect()
        })
        .collect();
    (ids, untranslatable)
}
