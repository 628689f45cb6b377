//! Step 5, the part that thinks: which texts need a draft, and what is known of them.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use handback_core::catalog::reference::Values;
use handback_core::catalog::state::{State, TranslationType};
use handback_core::catalog::{FileKey, Id};
use handback_core::document::Document;
use handback_core::memory::Context;
use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use handback_core::text::terms::{Term, normal_label};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::snapshot::names::{Names, is_unmistakable};
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{Analysis, LocaleAnalysis, SourceText};

/// A text that needs a draft in a locale.
#[derive(Debug, Clone)]
pub struct Task {
    pub key: FileKey,
    pub id: Id,
    /// The English that the draft is made from, and its fingerprint.
    pub english: String,
    pub source: Fingerprint,
    /// Where it first stands: index of the document, line.
    pub document: usize,
    pub line: u32,
    /// All documents that get the translation.
    pub documents: Vec<usize>,
    pub why: Why,
    /// Names of the documents that it stands in.
    pub names: Vec<Term>,
    /// Its neighbours where it first stands.
    pub context: Context,
}

/// Why a text needs a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Missing,
    /// The machine's translation is of an earlier English.
    Stale,
    /// A person's translation is of an earlier English: the draft waits beside it.
    StaleHuman,
    /// An engine's translation is to be made anew.
    Again,
}

/// Texts that need a draft in a locale: those of most documents first, then as they stand in documents. What a
/// machine made whose origin is `again` is made anew, though it is current. `names` are found when there are any.
pub fn tasks(
    sources: &[SourceText],
    documents: &[Document<'_>],
    analysis: &Analysis,
    names: &OnceLock<Names>,
    locale: usize,
    again: Option<&str>,
) -> Vec<Task> {
    let mut planner = Planner {
        sources,
        documents,
        analysis,
        names,
        locale: &analysis.locales[locale],
        standings: analysis.standings(locale),
        again,
        tasks: Vec::new(),
        places: FxHashMap::default(),
    };
    for (index, document) in documents.iter().enumerate() {
        planner.document(index, document);
    }
    let mut tasks = planner.tasks;
    tasks.sort_by_key(|task| std::cmp::Reverse(task.documents.len()));
    tasks
}

struct Planner<'a> {
    sources: &'a [SourceText],
    documents: &'a [Document<'a>],
    analysis: &'a Analysis,
    names: &'a OnceLock<Names>,
    locale: &'a LocaleAnalysis,
    standings: Standings<'a>,
    again: Option<&'a str>,
    tasks: Vec<Task>,
    /// Where in `tasks` a message of a file is.
    places: FxHashMap<(FileKey, Id), usize>,
}

impl<'a> Planner<'a> {
    fn names(&self) -> &'a Names {
        self.names.get_or_init(|| Names::of(self.documents, self.analysis))
    }

    fn document(&mut self, index: usize, document: &Document<'_>) {
        let own = FileKey::Document(self.sources[index].name.clone());
        if self.locale.unusable.contains(&own) || self.locale.unusable.contains(&FileKey::Shared) {
            return;
        }
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        let analysis = self.analysis;
        let units = document.units.iter().zip(&analysis.ids[index]).enumerate();
        for (at, (unit, id)) in units.filter(|(_, (unit, _))| unit.translatable) {
            let Some(id) = id.as_ref().filter(|id| seen.insert(id)) else { continue };
            let Some((key, why)) = self.reason(index, &own, id) else { continue };
            let place = (key.clone(), id.clone());
            if let Some(task) = self.places.get(&place) {
                let names = self.names().in_text(index, analysis.english(index, at, &unit.text));
                let task = &mut self.tasks[*task];
                task.documents.push(index);
                // What may be an ordinary word is a name only if it is one in all of them.
                task.names.retain(|name| is_unmistakable(&name.text) || names.contains(name));
                let new = names.into_iter().filter(|name| is_unmistakable(&name.text));
                let new: Vec<Term> = new.filter(|name| !task.names.contains(name)).collect();
                task.names.extend(new);
                continue;
            }
            let english = analysis.english(index, at, &unit.text).to_owned();
            self.places.insert(place, self.tasks.len());
            self.tasks.push(Task {
                key,
                id: id.clone(),
                source: fingerprint(&english),
                document: index,
                line: unit.line,
                documents: vec![index],
                why,
                names: self.names().in_text(index, &english),
                context: self.context(index, at),
                english,
            });
        }
    }

    /// Why a message needs a draft in a document, and the file that the draft goes to.
    fn reason(&self, index: usize, own: &FileKey, id: &Id) -> Option<(FileKey, Why)> {
        let reference = &self.analysis.extraction.reference;
        let name = &self.sources[index].name;
        let message = reference.messages.get(id)?;
        let has_own = self.locale.catalog.files.get(own).is_some_and(|file| file.pattern(id).is_some());
        let key = if has_own { own.clone() } else { message.home.clone() };
        let why = match self.standings.as_read(name, id) {
            Standing::Current(translation) => {
                let state = translation.state?;
                let again = self.again == Some(state.origin.as_str()) && state.kind == TranslationType::Machine;
                return again.then_some((key, Why::Again));
            }
            Standing::FromFallback(..) => return None,
            Standing::Stale(0, translation) if translation.kind() == TranslationType::Human => {
                let draft = translation.state.and_then(|state: &State| state.draft.as_ref());
                let fresh = draft.is_some_and(|draft| draft.source == message.fingerprint());
                return (!fresh).then_some((key, Why::StaleHuman));
            }
            Standing::Stale(0, _) => Why::Stale,
            Standing::Stale(..) | Standing::Missing | Standing::Unreadable => Why::Missing,
        };
        Some((key, why))
    }

    fn context(&self, index: usize, at: usize) -> Context {
        let units = &self.documents[index].units;
        let english = |at: usize| fingerprint(self.analysis.english(index, at, &units[at].text));
        let translatable = |at: &usize| units[*at].translatable;
        Context {
            before: (0..at).rev().find(translatable).map(english),
            after: (at + 1..units.len()).find(translatable).map(english),
        }
    }
}

/// Labels of the link reference definitions of a document: `[label]` in its texts is a link.
pub fn labels(document: &Document<'_>) -> BTreeSet<String> {
    if !document.source.contains("]:") {
        return BTreeSet::new();
    }
    let parser = pulldown_cmark::Parser::new_ext(document.source, pulldown_cmark::Options::ENABLE_FOOTNOTES);
    parser.reference_definitions().iter().map(|(label, _)| normal_label(label)).collect()
}

/// Labels that all documents of a text have, and those that only some have: there `[label]` is a link in some
/// places and text in others.
pub fn labels_of(labels: &[BTreeSet<String>], task: &Task) -> (Vec<String>, Vec<String>) {
    let mut sets = task.documents.iter().map(|document| &labels[*document]);
    let first = sets.next().cloned().unwrap_or_default();
    let (all, any) = sets.fold((first.clone(), first), |(all, any), labels| {
        (all.intersection(labels).cloned().collect::<BTreeSet<_>>(), any.union(labels).cloned().collect())
    });
    let some = any.difference(&all).cloned().collect();
    (all.into_iter().collect(), some)
}

/// What the placeables of a text stand for in the document where it first stands.
pub fn values<'a>(analysis: &'a Analysis, task: &Task) -> Option<&'a Values> {
    analysis.lifted.values.get(task.document)
}
