//! The project as read and merged, in one value, and what looks at a part of it.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use handback_core::catalog::reference::{Reference, Values};
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::document::{Document, Unit};
use handback_core::drift::assign::Extraction;
use handback_core::render;
use handback_core::render::format::Formatters;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use handback_core::translate::inline::Known;
use handback_core::variables::choose::LiftedDocument;
use rustc_hash::{FxHashMap, FxHashSet};

use super::extract::{Extracted, Merging};
use super::judging;
use super::names::Names;
use super::read::{Inputs, Scope, SourceText, wanted};
use super::say::Say;
use super::standing::{self, Standings};
use super::{Analysis, LocaleAnalysis, LocaleInput, extract, hand_off, missing, parse, publish};
use crate::problem::Problem;
use crate::project::paths;
use crate::project::sought::Sought;
use crate::project::written::WrittenPages;
use crate::settings::config::Config;
use crate::settings::locale::Locale;

/// The project as read and merged: what a run would write, and nothing of it written yet.
pub struct Snapshot<'a> {
    pub config: &'a Config,
    /// What was read, without the locales, which are in the analysis.
    pub inputs: &'a Inputs,
    /// In the order of the sources.
    pub documents: Arc<Vec<Document<'a>>>,
    pub analysis: Analysis,
    common: Arc<Common>,
}

/// What does not depend on locales, and is found out when somebody asks for it.
#[derive(Default)]
struct Common {
    names: OnceLock<Names>,
    /// Labels of link reference definitions, by document.
    labels: Vec<OnceLock<Arc<[String]>>>,
    /// Where each message of a document stands.
    places: Vec<OnceLock<FxHashMap<Id, Vec<usize>>>>,
    written: OnceLock<WrittenPages>,
    /// Files that localized pages depend on: whether they are there.
    sought: Mutex<Sought>,
    /// The numbers that pages have.
    numbers: Mutex<FxHashSet<String>>,
}

impl Common {
    fn of(documents: &[Document<'_>], numbers: FxHashSet<String>) -> Self {
        let labels = documents.iter().map(|_| OnceLock::new()).collect();
        let places = documents.iter().map(|_| OnceLock::new()).collect();
        Self { labels, places, numbers: numbers.into(), ..Self::default() }
    }
}

/// A merge of all locales that is written.
pub struct Written {
    /// The reference, which nothing distinguishes from that of the last sync any more.
    english: Extraction,
    /// What became of each locale.
    changes: FxHashMap<String, Vec<Change>>,
}

impl Written {
    /// Of this English, and of no locale yet.
    pub fn new(english: &Snapshot<'_>) -> Self {
        let english = Extraction { reference: english.reference().clone(), ..Extraction::default() };
        Self { english, changes: FxHashMap::default() }
    }

    pub fn add(&mut self, locale: LocaleView<'_>) {
        self.changes.insert(locale.name().to_owned(), locale.own().changes.clone());
    }
}

impl<'a> Snapshot<'a> {
    /// Notes that a page depends on whether a file is there.
    pub fn note_look(&self, file: &Path) {
        if let (Some(folder), Some(name)) = (file.parent(), file.file_name()) {
            let mut sought = self.common.sought.lock().unwrap_or_else(PoisonError::into_inner);
            sought.note(folder, &name.to_string_lossy());
        }
    }

    /// The files that pages depend on, as far as they are rendered.
    pub fn sought(&self) -> Sought {
        self.common.sought.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Steps 2 to 4: parses, extracts and merges what was read.
    pub fn of(config: &'a Config, inputs: &'a Inputs, locales: Vec<LocaleInput>, today: Date) -> Self {
        let mut english = Self::english(config, inputs, Say::of(&locales, &inputs.reference));
        english.look_elsewhere(&locales);
        english.with(locales, today)
    }

    /// Steps 2 and 3: the English without any locale. `say` is that of all.
    pub fn english(config: &'a Config, inputs: &'a Inputs, say: Say) -> Self {
        let (documents, lifted) = parse(config, inputs);
        let Extracted { extraction, ids, untranslatable } = extract::extract(config, inputs, &documents, &lifted, &say);
        let analysis = Analysis {
            extraction: Arc::new(extraction),
            ids: Arc::new(ids),
            untranslatable: Arc::new(untranslatable),
            lifted: Arc::new(lifted),
            ..Analysis::default()
        };
        let common = Common::of(&documents, say.numbers);
        Self { config, inputs, documents: Arc::new(documents), analysis, common: Arc::new(common) }
    }

    /// Takes in what is known of documents outside of which the files that were read have overrides.
    fn look_elsewhere(&mut self, locales: &[LocaleInput]) {
        if !self.inputs.elsewhere.untranslatable.is_empty() {
            let untranslatable = Arc::make_mut(&mut self.analysis.untranslatable);
            self.analysis.unsure = extract::add_untranslatable_elsewhere(untranslatable, locales, self.inputs);
        }
    }

    /// Step 4: the same English with these locales, and those that they fall back to, brought up to it.
    pub fn with(&self, locales: Vec<LocaleInput>, today: Date) -> Self {
        self.merged((&self.inputs.reference, &self.analysis.extraction), locales, today)
    }

    /// The same with locales that were brought up to it, written, and read again. Only what came since is new to them.
    pub fn with_written(&self, written: &Written, locales: Vec<LocaleInput>, today: Date) -> Self {
        let mut snapshot = self.merged((&written.english.reference, &written.english), locales, today);
        for locale in &mut snapshot.analysis.locales {
            let before = written.changes.get(&locale.locale.name).cloned().unwrap_or_default();
            locale.changes.splice(0..0, before);
        }
        snapshot
    }

    fn merged(&self, (old, extraction): (&Reference, &Extraction), locales: Vec<LocaleInput>, today: Date) -> Self {
        let Analysis { ids, untranslatable, lifted, .. } = &self.analysis;
        let (config, inputs, documents) = (self.config, self.inputs, &*self.documents);
        let merging = Merging { config, inputs, documents, lifted, old, extraction, ids, untranslatable, today };
        let mut snapshot = self.with_locales(merging.bring_up(locales));
        snapshot.settle_published();
        snapshot
    }

    /// The same English, which is not copied, with these locales.
    fn with_locales(&self, locales: Vec<LocaleAnalysis>) -> Self {
        let Analysis { extraction, ids, untranslatable, lifted, unsure, .. } = &self.analysis;
        let (extraction, ids, lifted) = (extraction.clone(), ids.clone(), lifted.clone());
        let (untranslatable, unsure) = (untranslatable.clone(), unsure.clone());
        let analysis = Analysis { extraction, ids, untranslatable, locales, unsure, lifted };
        let (documents, common) = (self.documents.clone(), self.common.clone());
        Self { config: self.config, inputs: self.inputs, documents, analysis, common }
    }

    /// Finds out which documents have no page in each locale.
    pub(crate) fn settle_published(&mut self) {
        for index in 0..self.analysis.locales.len() {
            let unpublished = publish::unpublished(self.locale(index));
            self.analysis.locales[index].pages.unpublished = unpublished;
        }
    }

    /// The same with the metadata that pages would be handed off with, as a check sees it.
    pub fn handed_off(config: &'a Config, inputs: &'a Inputs, locales: Vec<LocaleInput>, today: Date) -> Self {
        let mut snapshot = Self::of(config, inputs, locales, today);
        snapshot.hand_off(|_| true, today, false);
        snapshot
    }

    /// Gives every published document of the wanted locales its hand-off metadata; returns warnings. With `prune`, pages of
    /// others are to be removed, and are forgotten.
    pub fn hand_off(&mut self, wanted: impl Fn(&str) -> bool, today: Date, prune: bool) -> Vec<Problem> {
        self.settle_published();
        let Self { config, inputs, analysis, common, .. } = self;
        let written = || common.written.get_or_init(|| WrittenPages::read(&config.root));
        let run = hand_off::Run { config, today, prune, written: &written };
        let mut taken = common.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        hand_off::hand_off(&run, inputs, &mut analysis.locales, &mut taken, wanted)
    }

    /// The numbers that pages have, as far as they are known by now.
    pub(crate) fn numbers(&self) -> FxHashSet<String> {
        self.common.numbers.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The same English, which knows nothing of pages yet but these numbers: what was written and given before may be on disk.
    pub(crate) fn begun_again(&self, numbers: FxHashSet<String>) -> Self {
        Self { common: Arc::new(Common::of(&self.documents, numbers)), ..self.with_locales(Vec::new()) }
    }

    /// Forgets since when something lacked a translation that has one by now.
    pub(crate) fn drop_found(&mut self) {
        let Analysis { locales, extraction, .. } = &mut self.analysis;
        missing::drop_found(locales, &extraction.reference);
    }

    /// The reference as it is after the merge.
    pub fn reference(&self) -> &Reference {
        &self.analysis.extraction.reference
    }

    /// The reference of the last sync.
    pub fn last(&self) -> &'a Reference {
        &self.inputs.reference
    }

    pub fn locales(&self) -> impl Iterator<Item = LocaleView<'_>> {
        (0..self.analysis.locales.len()).map(|index| self.locale(index))
    }

    /// The locales that a scope names.
    pub fn locales_in<'s>(&'s self, scope: &'s Scope) -> impl Iterator<Item = LocaleView<'s>> {
        self.locales().filter(|locale| wanted(scope, locale.name()))
    }

    pub fn locale(&self, index: usize) -> LocaleView<'_> {
        LocaleView { snapshot: self, index }
    }

    /// The documents in scope.
    pub fn pages(&self) -> impl Iterator<Item = PageView<'_>> {
        (0..self.documents.len()).map(|index| self.page(index))
    }

    pub fn page(&self, index: usize) -> PageView<'_> {
        PageView { snapshot: self, index }
    }

    /// The names of all documents, the same in every locale.
    pub fn names(&self) -> &Names {
        self.common.names.get_or_init(|| Names::of(self))
    }

    /// What this checkout wrote as pages, read once.
    pub fn written(&self) -> &WrittenPages {
        self.common.written.get_or_init(|| WrittenPages::read(&self.config.root))
    }

    /// A path as reports name it: below the project, with `/`.
    pub fn shown(&self, path: &Path) -> String {
        paths::slashed(&self.config.shown(path))
    }
}

/// A locale of a snapshot.
#[derive(Clone, Copy)]
pub struct LocaleView<'s> {
    pub snapshot: &'s Snapshot<'s>,
    pub index: usize,
}

impl<'s> LocaleView<'s> {
    pub fn name(self) -> &'s str {
        &self.own().locale.name
    }

    /// Its place in the configuration.
    pub fn place(self) -> usize {
        let is_this = |locale: &Locale| locale.name == self.name();
        self.snapshot.config.locales.iter().position(is_this).unwrap_or_default()
    }

    /// The locale after the merge.
    pub fn own(self) -> &'s LocaleAnalysis {
        &self.snapshot.analysis.locales[self.index]
    }

    /// The documents that have a page in the locale.
    pub fn published(self) -> impl Iterator<Item = PageView<'s>> {
        self.snapshot.pages().filter(move |page| self.is_published(*page))
    }

    pub fn is_published(self, page: PageView<'_>) -> bool {
        !self.own().pages.unpublished.contains(page.name())
    }

    /// Answers how far the locale is with messages.
    pub fn standings(self) -> Standings<'s> {
        Standings::new(&self.snapshot.analysis.locales, self.index, self.snapshot.reference())
    }

    /// The same, for whoever asks about all documents.
    pub fn all_standings(self) -> Standings<'s> {
        Standings::of_all(&self.snapshot.analysis.locales, self.index, self.snapshot.reference())
    }

    /// The locale and those that it falls back to.
    pub fn chain(self) -> Vec<&'s LocaleAnalysis> {
        standing::chain(&self.snapshot.analysis.locales, self.index)
    }

    /// What formats the translations of the locale, and of those that it falls back to.
    pub fn formatters(self) -> Vec<Formatters<'s>> {
        self.chain().into_iter().map(|locale| Formatters::new(&locale.catalog, &locale.terms)).collect()
    }

    /// Whether a file of the locale, or of one that it falls back to, could not be used.
    pub fn is_unusable(self, key: &FileKey) -> bool {
        self.chain().iter().any(|locale| locale.unknown || locale.unusable.contains(key))
    }

    /// A message of a page whose wording cannot be read in the locale, or where it falls back to: nobody knows what the
    /// page would say there.
    pub fn unreadable_in(self, page: PageView<'s>) -> Option<&'s Id> {
        let chain = self.chain();
        if !chain.iter().any(|locale| locale.had_unreadable) {
            return None;
        }
        let own = page.key();
        let is_unreadable = |id: &Id| {
            let home = self.snapshot.reference().messages.get(id).map(|message| &message.home);
            let keys = [Some(&own), home];
            let files = || {
                chain.iter().flat_map(|locale| keys.iter().flatten().filter_map(|key| locale.catalog.files.get(*key)))
            };
            files().any(|file| file.resource.is_unreadable(id)) && !files().any(|file| file.pattern(id).is_some())
        };
        page.units().map(|unit| unit.id).find(|id| is_unreadable(id))
    }

    /// Whether all of the locale could be read: else nobody knows how far it is.
    pub fn is_known(self) -> bool {
        self.chain().iter().all(|locale| !locale.unknown && locale.unusable.is_empty())
    }
}

/// A document of a snapshot.
#[derive(Clone, Copy)]
pub struct PageView<'s> {
    pub snapshot: &'s Snapshot<'s>,
    pub index: usize,
}

impl<'s> PageView<'s> {
    /// Whether the page is for this run to write and to judge, and not for another part of it.
    pub fn is_owned(self) -> bool {
        self.snapshot.inputs.shard.is_none_or(|shard| shard.owns(self.name()))
    }

    pub fn name(self) -> &'s DocumentName {
        &self.source().name
    }

    /// The files of locales that are for this document alone.
    pub fn key(self) -> FileKey {
        FileKey::Document(self.name().clone())
    }

    pub fn source(self) -> &'s SourceText {
        &self.snapshot.inputs.sources[self.index]
    }

    pub fn document(self) -> &'s Document<'s> {
        &self.snapshot.documents[self.index]
    }

    /// The message of each unit, also of those that are not translatable.
    pub fn ids(self) -> &'s [Option<Id>] {
        &self.snapshot.analysis.ids[self.index]
    }

    /// What the document's values are, and its texts without them.
    pub fn lifted(self) -> LiftedDocument<'s> {
        self.snapshot.analysis.lifted.of(self.index)
    }

    /// The values of the document, by placeable.
    pub fn values(self) -> Option<&'s Values> {
        self.snapshot.analysis.lifted.values.get(self.index)
    }

    /// The translatable units that have a message, in order.
    pub fn units(self) -> impl Iterator<Item = UnitView<'s>> {
        let units = self.document().units.iter().zip(self.ids()).enumerate();
        units
            .filter(|(_, (unit, _))| unit.translatable)
            .filter_map(move |(at, (unit, id))| Some(UnitView { page: self, at, unit, id: id.as_ref()? }))
    }

    /// What the placeables of a unit stand for: values of the document, and those of its place.
    pub fn values_at(self, unit: usize) -> Values {
        let mut values = self.values().cloned().unwrap_or_default();
        let inline = self.lifted().inline(unit).iter();
        values.extend(inline.map(|(expression, text)| (expression.clone(), text.clone())));
        values
    }

    /// The units of a message, also of one that is not translatable.
    pub fn places(self, id: &Id) -> impl Iterator<Item = usize> + use<'s> {
        let places = self.snapshot.common.places[self.index].get_or_init(|| {
            let mut places: FxHashMap<Id, Vec<usize>> = FxHashMap::default();
            for (at, id) in self.ids().iter().enumerate().filter_map(|(at, id)| Some((at, id.as_ref()?))) {
                places.entry(id.clone()).or_default().push(at);
            }
            places
        });
        places.get(id).into_iter().flatten().copied()
    }

    /// Labels of its link reference definitions: `[label]` in its texts is a link.
    pub fn labels(self) -> &'s Arc<[String]> {
        let labels = &self.snapshot.common.labels[self.index];
        labels.get_or_init(|| judging::labels(self.document()).into_iter().collect())
    }

    /// What helps to cut the texts of the document.
    pub fn known(self) -> Known<'s> {
        Known { terms: &[], labels: self.labels(), constructs: Some(&self.document().constructs) }
    }

    /// The English of a unit as its message has it.
    pub fn english(self, at: usize) -> &'s str {
        self.lifted().text(at, &self.document().units[at].text)
    }

    /// The document as rendering takes it.
    pub fn subject(self) -> render::Subject<'s> {
        render::Subject { name: self.name(), document: self.document(), ids: self.ids(), lifted: self.lifted() }
    }
}

/// A translatable unit of a document, and its message.
#[derive(Clone, Copy)]
pub struct UnitView<'s> {
    pub page: PageView<'s>,
    /// Its place among all units of the document.
    pub at: usize,
    pub unit: &'s Unit<'s>,
    pub id: &'s Id,
}

impl<'s> UnitView<'s> {
    /// The text as its message has it.
    pub fn english(self) -> &'s str {
        self.page.lifted().text(self.at, &self.unit.text)
    }

    /// The text with the values of the document in it: where the message stands with the text of this fingerprint, else here.
    pub fn written_out(self, wanted: &str) -> &'s str {
        let document = self.page.document();
        let mut texts = self.page.places(self.id).map(|at| &*document.units[at].text);
        texts.find(|text| fingerprint(text) == wanted).unwrap_or(&self.unit.text)
    }
}
