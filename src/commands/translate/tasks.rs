//! Step 5, the part that thinks: which texts need a draft, and what is known of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use handback_core::catalog::state::TranslationType;
use handback_core::catalog::{FileKey, Id};
use handback_core::document::UnitKind;
use handback_core::memory::Context;
use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use handback_core::text::terms::Term;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::snapshot::names::is_unmistakable;
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{LocaleView, PageView, UnitView};

/// A text that needs a draft in a locale.
#[derive(Debug, Clone)]
pub struct Task {
    pub key: FileKey,
    pub id: Id,
    /// The English that the draft is made from, and its fingerprint.
    pub english: String,
    pub source: Fingerprint,
    /// Where it first stands: the document by its place in the snapshot, and the line.
    pub document: usize,
    pub line: u32,
    /// All documents that get the translation.
    pub documents: Vec<usize>,
    pub why: Why,
    /// Names of the documents that it is in.
    pub names: Vec<Term>,
    /// Its neighbours where it first stands.
    pub context: Context,
}

impl Task {
    /// Notes that the text is in another document too, where it has these names in it.
    fn add_document(&mut self, document: usize, names: Vec<Term>) {
        self.documents.push(document);
        // What may be an ordinary word is a name only if it is one in all of them.
        self.names.retain(|name| is_unmistakable(&name.text) || names.contains(name));
        let new = names.into_iter().filter(|name| is_unmistakable(&name.text));
        let new: Vec<Term> = new.filter(|name| !self.names.contains(name)).collect();
        self.names.extend(new);
    }
}

/// Why a text needs a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Missing,
    /// The machine's translation is of an earlier English.
    Stale,
    /// The translation of a person, or of nobody knows whom, is of an earlier English: the draft waits beside it.
    StaleHuman,
    /// An engine's translation is to be made again.
    Again,
}

/// Texts that need a draft in a locale: those of most documents first, then as they are in documents. What a
/// machine made whose origin is `again` is made again, though it is current.
pub fn tasks(locale: LocaleView<'_>, again: Option<&str>) -> Vec<Task> {
    let mut planner =
        Planner { locale, standings: locale.all_standings(), again, tasks: Vec::new(), places: FxHashMap::default() };
    locale.snapshot.pages().for_each(|page| planner.page(page));
    let mut tasks = planner.tasks;
    tasks.sort_by_key(|task| std::cmp::Reverse(task.documents.len()));
    tasks
}

struct Planner<'a> {
    locale: LocaleView<'a>,
    standings: Standings<'a>,
    again: Option<&'a str>,
    tasks: Vec<Task>,
    /// Where in `tasks` a message of a file is.
    places: FxHashMap<(FileKey, Id), usize>,
}

impl Planner<'_> {
    fn page(&mut self, page: PageView<'_>) {
        let own = page.key();
        if self.locale.is_unusable(&own) || self.locale.is_unusable(&FileKey::Shared) {
            return;
        }
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        // Of whole code a machine would change what is none of its business.
        let units = page.units().filter(|unit| unit.unit.kind != UnitKind::Code);
        for unit in units.filter(|unit| seen.insert(unit.id)) {
            let Some((key, why)) = self.reason(unit, &own) else { continue };
            let place = (key.clone(), unit.id.clone());
            let names = page.snapshot.names().in_text(page, unit.english());
            if let Some(task) = self.places.get(&place) {
                self.tasks[*task].add_document(page.index, names);
                continue;
            }
            self.places.insert(place, self.tasks.len());
            self.tasks.push(Task {
                key,
                id: unit.id.clone(),
                source: fingerprint(unit.english()),
                document: page.index,
                line: unit.unit.line,
                documents: vec![page.index],
                why,
                names,
                context: context(unit),
                english: unit.english().to_owned(),
            });
        }
    }

    /// Why a message needs a draft in a document, and the file that the draft goes to.
    fn reason(&self, unit: UnitView<'_>, own: &FileKey) -> Option<(FileKey, Why)> {
        let id = unit.id;
        let message = self.locale.snapshot.reference().messages.get(id)?;
        let files = &self.locale.own().catalog.files;
        // A slip of the pen hides a translation; a draft would take its place.
        let is_unreadable = |key: &FileKey| files.get(key).is_some_and(|file| file.resource.is_unreadable(id));
        if is_unreadable(own) || is_unreadable(&message.home) {
            return None;
        }
        let has_own = files.get(own).is_some_and(|file| file.pattern(id).is_some());
        let key = if has_own { own.clone() } else { message.home.clone() };
        let why = match self.standings.as_read(unit.page.name(), id) {
            Standing::Current(translation) => {
                let state = translation.state?;
                let again = self.again == Some(state.origin.as_str()) && state.kind == TranslationType::Machine;
                return again.then_some((key, Why::Again));
            }
            standing if !standing.wants_draft(message) => return None,
            Standing::Stale(0, translation) if translation.kind().is_kept_from_machines() => Why::StaleHuman,
            Standing::Stale(0, _) => Why::Stale,
            _ => Why::Missing,
        };
        Some((key, why))
    }
}

/// The texts before and after a unit.
pub fn context(unit: UnitView<'_>) -> Context {
    let (page, units) = (unit.page, &unit.page.document().units);
    let english = |at: usize| fingerprint(page.english(at));
    let translatable = |at: &usize| units[*at].translatable;
    Context {
        before: (0..unit.at).rev().find(translatable).map(english),
        after: (unit.at + 1..units.len()).find(translatable).map(english),
    }
}

/// Labels in order.
pub type Labels = Arc<[String]>;

/// Labels that all documents of a text have, and those that only some have: there `[label]` is a link in some
/// places and text in others.
pub fn labels_of(labels: &[Labels]) -> (Labels, Labels) {
    let Some((first, more)) = labels.split_first() else { return Default::default() };
    if more.is_empty() {
        return (first.clone(), Labels::default());
    }
    let first: BTreeSet<String> = first.iter().cloned().collect();
    let (all, any) = more.iter().fold((first.clone(), first), |(all, any), labels| {
        let labels: BTreeSet<String> = labels.iter().cloned().collect();
        (all.intersection(&labels).cloned().collect::<BTreeSet<_>>(), any.union(&labels).cloned().collect())
    });
    let some = any.difference(&all).cloned().collect();
    (all.into_iter().collect(), some)
}
