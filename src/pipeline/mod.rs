//! The seven steps, in order:
//!
//! 1. **read**: sources, reference and locales ([`crate::project`], [`crate::store`]);
//! 2. **parse**: bytes to [`Document`]s;
//! 3. **extract**: every unit finds its message ([`crate::drift::assign`]);
//! 4. **merge**: each locale is brought up to the new reference ([`crate::catalog::merge`]);
//! 5. **translate**: what is missing or stale gets a draft ([`drafts`], [`crate::run::translate`]);
//! 6. **render**: documents and catalogue to localised bytes ([`crate::render`]);
//! 7. **write**: only what changed, each file atomically.
//!
//! [`analyse`] does the steps that only think; [`write_catalogs`] and [`render`] follow it.

mod describe;
pub mod drafts;
mod hand_off;
mod missing;
mod names;
mod read;
mod reform;
pub mod standing;

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

pub use hand_off::hand_off;
pub use names::Names;
pub use read::{Inputs, LocaleInput, ReadOnly, Scope, SourceText, read};
use standing::Standings;

use crate::catalog::escape::Pattern;
use crate::catalog::glossary::Glossary;
use crate::catalog::ids::{self, IdSet};
use crate::catalog::locale::LocaleCatalog;
use crate::catalog::reference::Reference;
use crate::catalog::state::{Carried, Date};
use crate::catalog::update::{Carrying, Change, Policy, Reforming, Update};
use crate::catalog::{DocumentName, FileKey, Id, merge};
use crate::document::{Document, Unit};
use crate::drift::assign::{self, DocumentUnits, Extraction, Known, Name, UnitText};
use crate::drift::carry::Vocabulary;
use crate::problem::FileError;
use crate::project::config::{CarryLevel, Config, Locale};
use crate::project::write::Writer;
use crate::render::format::Formatters;
use crate::render::{RenderOptions, Rendered, Subject};
use crate::store;
use crate::text::fingerprint::fingerprint;
use crate::variables::choose::{self, Lifted};
use crate::variables::forms::is_written;
/// Step 2: parses all documents, and lifts the values of their variables out of their texts.
pub fn parse<'s>(config: &Config, inputs: &'s Inputs) -> (Vec<Document<'s>>, Lifted) {
    let mut documents = parse_documents(config, inputs);
    let names: Vec<&DocumentName> = inputs.sources.iter().map(|source| &source.name).collect();
    let known = choose::Known {
        names: &names,
        source_locale: &config.source_locale,
        variables: &config.variables,
        reference: &inputs.reference,
        kept: &inputs.kept,
    };
    let lifted = choose::lift(&mut documents, known);
    (documents, lifted)
}

/// Parses all documents, with their values where they stand.
pub fn parse_documents<'s>(config: &Config, inputs: &'s Inputs) -> Vec<Document<'s>> {
    let parse = |source: &'s SourceText| Document::parse(&source.text, source.source.syntax, &config.parse);
    inputs.sources.par_iter().map(parse).collect()
}

/// What steps 3 and 4 found.
#[derive(Debug, Default)]
pub struct Analysis {
    pub extraction: Extraction,
    /// For each document in scope, the message of each unit, also of those that are not translatable.
    pub ids: Vec<Vec<Option<Id>>>,
    /// Locales that were asked for, brought up to the new reference.
    pub locales: Vec<LocaleAnalysis>,
    /// The variables of the documents in scope, and their texts with the values lifted.
    pub lifted: Lifted,
}

impl Analysis {
    /// A document in scope with what its units are called.
    pub fn subject<'a>(&'a self, index: usize, name: &'a DocumentName, document: &'a Document<'a>) -> Subject<'a> {
        Subject { name, document, ids: &self.ids[index], lifted: self.lifted.of(index) }
    }

    /// What formats the translations of a locale, and of those that it falls back to.
    pub fn formatters(&self, locale: usize) -> Vec<Formatters<'_>> {
        self.chain(locale).into_iter().map(|locale| Formatters::new(&locale.catalog, &locale.terms)).collect()
    }

    /// A locale and those that it falls back to.
    pub fn chain(&self, locale: usize) -> Vec<&LocaleAnalysis> {
        standing::chain(&self.locales, locale)
    }

    /// What tells how messages stand in a locale.
    pub fn standings(&self, locale: usize) -> Standings<'_> {
        Standings::new(&self.locales, locale, &self.extraction.reference)
    }

    /// The English of a unit as its message has it.
    pub fn english<'a>(&'a self, document: usize, unit: usize, plain: &'a str) -> &'a str {
        self.lifted.of(document).text(unit, plain)
    }
}

/// A locale after the merge.
#[derive(Debug)]
pub struct LocaleAnalysis {
    pub locale: Locale,
    pub catalog: LocaleCatalog,
    pub terms: String,
    pub glossary: Option<Glossary>,
    /// Files that could not be used; the pages that need them are left alone.
    pub unusable: Vec<FileKey>,
    pub changes: Vec<Change>,
    /// Resources that changed, with what they will hold.
    pub resources: Vec<(FileKey, String)>,
    /// Documents whose pages are handed off anew, and whether they are for the first time: else the last
    /// page was made from another source.
    pub handed_off: FxHashMap<DocumentName, bool>,
    /// Wordings that decisions of a review replaced: pages may hold them still.
    pub replaced: Vec<(Id, Pattern)>,
    /// What has no translation here, nor where the locale falls back to.
    pub missing: missing::Missing,
}

/// Steps 3 and 4: extracts and merges. Takes the locales out of `inputs`; writes nothing.
pub fn analyse(
    config: &Config,
    inputs: &mut Vec<LocaleInput>,
    read: &ReadOnly<'_>,
    documents: &[Document<'_>],
    lifted: Lifted,
    today: &Date,
) -> Analysis {
    let units = translatable_units(read, documents, &lifted);
    let names: FxHashSet<Id> =
        units.iter().flat_map(|document| &document.names).map(|name| ids::natural(name.plain)).collect();
    let translated = translated_texts(inputs, read.reference, &names);
    let describe = |document: usize, unit: usize, shared: bool| {
        describe::comment(config, read, documents, &lifted, (document, unit, shared))
    };
    let known = Known {
        old: read.reference,
        kept: read.kept,
        translated: &translated,
        ids: ids_in_use(inputs, read.reference),
        describe: &describe,
    };
    let extraction = assign::assign(&units, known);
    drop(units);
    let overridable = inputs.iter().any(|input| has_unknown_ids(&input.catalog, &extraction.reference));
    let (ids, untranslatable) = unit_ids(documents, &lifted, &extraction, overridable);
    let mut locales: Vec<LocaleAnalysis> = std::mem::take(inputs)
        .into_iter()
        .map(|input| LocaleAnalysis {
            locale: input.locale,
            catalog: input.catalog,
            terms: input.terms,
            glossary: input.glossary,
            unusable: input.unusable,
            changes: Vec::new(),
            resources: Vec::new(),
            handed_off: FxHashMap::default(),
            replaced: Vec::new(),
            missing: missing::Missing::default(),
        })
        .collect();
    let vocabulary = Vocabulary::new(&extraction.reference);
    let decide = |carrying: &Carrying<'_>| vocabulary.decide(carrying);
    let policy = Policy { up_to: carry_level(config.carry), decide: &decide };
    let index: FxHashMap<&DocumentName, usize> =
        read.sources.iter().enumerate().map(|(index, source)| (&source.name, index)).collect();
    let reform = |reforming: &Reforming<'_>| {
        let bindings = index.get(reforming.document).and_then(|index| lifted.of(*index).bindings);
        reform::reform(reforming, bindings)
    };
    locales.par_iter_mut().for_each(|locale| {
        let update = Update {
            old: read.reference,
            new: &extraction.reference,
            links: &extraction.links,
            recasts: &extraction.recasts,
            reform: &reform,
            renames: &extraction.renames,
            untranslatable: &untranslatable,
            policy: &policy,
            today,
        };
        locale.changes = merge::merge(&mut locale.catalog, &update);
        locale.resources = store::settle(&mut locale.catalog, &extraction.reference);
    });
    missing::note(&mut locales, read.reference, &extraction, today);
    Analysis { extraction, ids, locales, lifted }
}

fn carry_level(configured: CarryLevel) -> Option<Carried> {
    match configured {
        CarryLevel::Cosmetic => Some(Carried::Cosmetic),
        CarryLevel::Mechanical => Some(Carried::Mechanical),
        CarryLevel::None => None,
    }
}

fn translatable_units<'a>(
    read: &ReadOnly<'a>,
    documents: &'a [Document<'_>],
    lifted: &'a Lifted,
) -> Vec<DocumentUnits<'a>> {
    let of_document = |(index, (source, document)): (usize, (&SourceText, &'a Document<'_>))| {
        let texts = lifted.of(index);
        let units = || document.units.iter().enumerate();
        let unit_text = |(at, unit): (usize, &'a Unit<'_>)| UnitText {
            kind: unit.kind_and_column(),
            text: texts.text(at, &unit.text),
            plain: &unit.text,
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
    read.sources.iter().zip(documents).enumerate().map(of_document).collect()
}

/// Messages whose translation in some locale was made from another English than today's, by that
/// English: a text that comes back finds its translation there.
fn translated_texts(inputs: &[LocaleInput], reference: &Reference, names: &FxHashSet<Id>) -> FxHashMap<String, Id> {
    let mut found: FxHashMap<String, Id> = FxHashMap::default();
    for file in inputs.iter().flat_map(|input| input.catalog.files.values()) {
        // What a page has for a name is for that page.
        for (id, state) in file.state.messages.iter().filter(|(id, _)| !names.contains(*id)) {
            let today = reference.messages.get(id).map(super::catalog::reference::Message::fingerprint);
            // One that was carried for its looks is right for two texts.
            let base = state.base().filter(|_| state.carried.is_some()).map(fingerprint);
            for source in [Some(&state.source), base.as_ref()].into_iter().flatten() {
                if state.obsolete || today != Some(source) {
                    let kept = found.entry(source.clone()).or_insert_with(|| id.clone());
                    if id < kept {
                        *kept = id.clone();
                    }
                }
            }
        }
    }
    found
}

fn ids_in_use(inputs: &[LocaleInput], reference: &Reference) -> IdSet {
    let mut ids = IdSet::default();
    reference.messages.keys().for_each(|id| {
        ids.insert(id);
    });
    for file in inputs.iter().flat_map(|input| input.catalog.files.values()) {
        file.resource.entries().iter().for_each(|entry| {
            ids.insert(&entry.id);
        });
    }
    ids
}

/// Whether a locale holds messages that the reference does not: overrides of texts that are not
/// translatable are among them.
fn has_unknown_ids(catalog: &LocaleCatalog, reference: &Reference) -> bool {
    catalog
        .files
        .values()
        .any(|file| file.resource.entries().iter().any(|entry| !reference.messages.contains_key(&entry.id)))
}

type UnitIds = Vec<Vec<Option<Id>>>;

fn unit_ids(
    documents: &[Document<'_>],
    lifted: &Lifted,
    extraction: &Extraction,
    overridable: bool,
) -> (UnitIds, FxHashMap<Id, String>) {
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
                        let id = ids::natural(&unit.text);
                        untranslatable.insert(id.clone(), fingerprint(&unit.text));
                        Some(id)
                    }
                    false => None,
                })
                .collect()
        })
        .collect();
    (ids, untranslatable)
}

/// Step 7 for the catalogue. Locales go first: they keep the old English of what became stale, which
/// would be lost if a run ended after the reference was written. For that reason locales that are not
/// wanted are left alone only if the reference stays as it is.
pub fn write_catalogs(
    config: &Config,
    old: &Reference,
    analysis: &Analysis,
    wanted: impl Fn(&str) -> bool,
    writer: &Writer,
) -> Vec<FileError> {
    let new = &analysis.extraction.reference;
    let unwanted = analysis.locales.iter().any(|locale| !wanted(&locale.locale.name));
    let all = unwanted && reference_changes(config, old, new);
    let mut errors: Vec<FileError> = analysis
        .locales
        .iter()
        .filter(|locale| all || wanted(&locale.locale.name))
        .flat_map(|locale| store::write_locale(config, &locale.catalog, &locale.resources, new, writer))
        .collect();
    if errors.is_empty() {
        errors.extend(store::write_reference(config, old, new, writer));
    }
    errors
}

fn reference_changes(config: &Config, old: &Reference, new: &Reference) -> bool {
    let writer = Writer::new(true);
    let errors = store::write_reference(config, old, new, &writer);
    let (written, removed) = writer.finish();
    !(errors.is_empty() && written.is_empty() && removed.is_empty())
}

/// Step 6 for one locale: renders every document in scope.
pub fn render_all(
    config: &Config,
    read: &ReadOnly<'_>,
    documents: &[Document<'_>],
    analysis: &Analysis,
    locale: usize,
    take: impl Fn(usize, Rendered) + Sync,
) {
    let all: Vec<usize> = (0..documents.len()).collect();
    render(config, read, (documents, &all), analysis, locale, take);
}

/// Step 6 for one locale: renders the chosen ones of the documents in scope, and hands each to `take`.
pub fn render(
    config: &Config,
    read: &ReadOnly<'_>,
    (documents, chosen): (&[Document<'_>], &[usize]),
    analysis: &Analysis,
    locale: usize,
    take: impl Fn(usize, Rendered) + Sync,
) {
    let options = render_options(config);
    let own = &analysis.locales[locale];
    let formatters = analysis.formatters(locale);
    let without_shared = own.unusable.contains(&FileKey::Shared);
    chosen.par_iter().for_each(|index| {
        let (index, document) = (*index, &documents[*index]);
        let name = &read.sources[index].name;
        if without_shared || own.unusable.contains(&FileKey::Document(name.clone())) {
            return;
        }
        let subject = analysis.subject(index, name, document);
        let file = own.catalog.files.get(&FileKey::Document(name.clone()));
        let hand_off = file.and_then(|file| file.state.document.as_ref());
        take(index, crate::render::render(subject, &analysis.extraction.reference, &formatters, hand_off, &options));
    });
}

/// How the configuration wants documents rendered.
pub fn render_options(config: &Config) -> RenderOptions {
    RenderOptions {
        anchors: config.anchors,
        metadata: config.metadata,
        newline: config.newline,
        on_stale: config.on_stale,
        on_missing: config.on_missing,
    }
}

/// Documents of a locale whose source is gone but whose localised page may still lie there.
pub fn orphans(config: &Config, old: &Reference, analysis: &Analysis) -> Vec<PathBuf> {
    let new = &analysis.extraction.reference.documents;
    let mut names: FxHashSet<Arc<str>> =
        old.documents.keys().filter(|name| !new.contains_key(*name)).cloned().collect();
    for locale in &analysis.locales {
        for key in locale.catalog.files.keys() {
            if let FileKey::Document(name) = key
                && !new.contains_key(name)
            {
                names.insert(name.clone());
            }
        }
    }
    let mut paths: Vec<PathBuf> = analysis
        .locales
        .iter()
        .flat_map(|locale| names.iter().map(|name| config.output_path(&locale.locale.name, name)))
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
}
