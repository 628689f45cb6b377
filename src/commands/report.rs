//! What a run found and did.

use std::collections::BTreeSet;
use std::path::PathBuf;

use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::drift::assign::ReferenceChange;
use handback_core::text::date::Date;
use handback_core::text::words;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::accept::Accepted;
use super::declare::Hint;
use super::fix::Fixed;
use crate::problem::{Problem, Problems};
use crate::snapshot::counts::LocaleCounts;
use crate::snapshot::{LocaleView, Snapshot};

/// What a run found and did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// Nothing changed since the last run, so nothing was read.
    pub up_to_date: bool,
    /// How many documents were read, where those that no change reaches were not.
    #[serde(skip)]
    pub reached: Option<usize>,
    pub documents: usize,
    pub units: usize,
    pub messages: usize,
    pub shared: usize,
    pub english: EnglishChanges,
    pub locales: Vec<LocaleReport>,
    /// Wordings that were taken over from edited pages.
    #[serde(default)]
    pub taken: usize,
    pub written: Vec<PathBuf>,
    pub removed: Vec<PathBuf>,
    /// Localized pages whose source is gone.
    pub orphans: Vec<PathBuf>,
    /// Localized pages that are left although nothing of them is translated (`publish`).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub unpublished: Vec<PathBuf>,
    /// Drafts that were made before.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub drafts: Vec<LocaleDrafts>,
    /// Declarations of variables that would save messages; said at the first sync.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub hint: Option<Hint>,
    /// Translations that were repaired.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub fixed: Vec<Fixed>,
    /// Translations that were accepted.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub accepted: Vec<Accepted>,
    /// Findings are documents held back, and translations that cannot be used.
    pub problems: Problems,
    /// How many of the findings are about drafts that could not be made, and about pages.
    #[serde(skip)]
    pub of_drafts: usize,
    #[serde(skip)]
    pub of_pages: usize,
    /// The documents of these pages: the next sync looks at them again.
    #[serde(skip)]
    pub again: BTreeSet<DocumentName>,
    /// Texts that have no draft because what a machine made of them was refused.
    #[serde(skip)]
    pub refused: Vec<Refusal>,
}

impl Report {
    /// Whether the next run need only look at what changed, and again at what findings are about.
    pub fn is_settled(&self) -> bool {
        !self.problems.has_errors() && self.problems.findings() == self.of_drafts + self.of_pages
    }
}

/// What became of the messages of the reference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnglishChanges {
    pub added: usize,
    pub changed: usize,
    pub split: usize,
    /// Texts that are the same with values lifted out of them, or put back.
    pub recast: usize,
    pub removed: usize,
    pub moved: usize,
    pub renamed_documents: usize,
}

/// What became of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocaleReport {
    pub locale: String,
    pub counts: Option<LocaleCounts>,
    /// Files of the locale could not be read, so that nobody knows how far it is.
    #[serde(default)]
    pub unreadable: bool,
    /// Pages that should have been written and could not be.
    #[serde(default)]
    pub failed_pages: usize,
    pub human_edits: usize,
    /// Wordings that their states did not know, and that are on record elsewhere.
    #[serde(default)]
    pub recognized: usize,
    /// Wordings of which nobody knows who made them.
    #[serde(default)]
    pub unproven: usize,
    pub newly_stale: usize,
    /// Kept or carried over although their English changed.
    pub carried: usize,
    pub current_again: usize,
    pub newly_obsolete: usize,
    pub deleted: usize,
    pub unknown: usize,
}

impl LocaleReport {
    /// Nothing is known of the locale yet.
    pub fn new(locale: &str) -> Self {
        Self { locale: locale.to_owned(), ..Self::default() }
    }
}

/// Takes what became of the English, and of the locales of a snapshot, into a report.
pub(crate) fn summarize(snapshot: &Snapshot<'_>, report: &mut Report) {
    summarize_english(snapshot, report);
    summarize_locales(snapshot.locales(), report);
}

pub(crate) fn summarize_english(snapshot: &Snapshot<'_>, report: &mut Report) {
    let Snapshot { analysis, documents, .. } = snapshot;
    let reference = snapshot.reference();
    report.documents = documents.len();
    report.units =
        documents.iter().map(|document| document.units.iter().filter(|unit| unit.translatable).count()).sum();
    let used: FxHashSet<&Id> = analysis.extraction.unit_ids.iter().flatten().collect();
    report.messages = used.len();
    report.shared = used
        .iter()
        .filter(|id| reference.messages.get(**id).is_some_and(|message| message.home == FileKey::Shared))
        .count();
    for change in &analysis.extraction.changes {
        let english = &mut report.english;
        *match change {
            ReferenceChange::Added { .. } => &mut english.added,
            ReferenceChange::Changed { .. } => &mut english.changed,
            ReferenceChange::Split { .. } => &mut english.split,
            ReferenceChange::Removed { .. } => &mut english.removed,
            ReferenceChange::Recast { .. } => &mut english.recast,
            ReferenceChange::Moved { .. } => &mut english.moved,
            ReferenceChange::Renamed { .. } => &mut english.renamed_documents,
        } += 1;
    }
}

pub(crate) fn summarize_locales<'s>(locales: impl Iterator<Item = LocaleView<'s>>, report: &mut Report) {
    for view in locales {
        let (locale_name, unreadable) = (view.name().to_owned(), !view.is_known());
        let mut summary = LocaleReport { locale: locale_name, unreadable, ..LocaleReport::default() };
        for change in &view.own().changes {
            *match change {
                Change::HumanEdit { .. } => &mut summary.human_edits,
                Change::Recognized { .. } => &mut summary.recognized,
                Change::Unproven { .. } => &mut summary.unproven,
                Change::Stale { .. } | Change::Started { .. } => &mut summary.newly_stale,
                Change::Current { .. } => &mut summary.current_again,
                Change::Carried { .. } => &mut summary.carried,
                Change::Obsolete { .. } => &mut summary.newly_obsolete,
                Change::Deleted { .. } => &mut summary.deleted,
                Change::Unknown { .. } => &mut summary.unknown,
                Change::Moved { .. } | Change::Revived { .. } | Change::Recast { .. } => continue,
            } += 1;
        }
        report.locales.push(summary);
    }
}

/// The drafts of one locale.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct LocaleDrafts {
    pub locale: String,
    pub provider: Option<String>,
    /// Texts that had no current translation.
    pub needed: usize,
    /// Exact matches of the memory.
    pub from_memory: usize,
    /// Translations of similar texts taken as drafts.
    pub from_similar: usize,
    /// Texts for the machine, and characters as it counts them.
    pub texts: usize,
    pub characters: usize,
    /// At the configured price.
    pub cost: Option<f64>,
    /// Texts that came back whole.
    pub translated: usize,
    /// Texts that had a flaw twice, and stay without a draft.
    pub flawed: usize,
    /// Texts that were not sent: a limit, or the work ended early.
    pub left: usize,
    /// Those of them that the limit of characters left out.
    #[serde(default)]
    pub beyond_limit: usize,
    /// Translations of similar texts, for people.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub suggestions: Vec<Suggestion>,
    /// The texts that had a flaw.
    #[serde(skip)]
    pub refused: Vec<Refusal>,
}

/// A text that has no draft because what a machine made of it was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    pub locale: String,
    pub provider: String,
    pub id: Id,
    /// Where it stands first.
    pub document: DocumentName,
    pub line: u32,
    pub why: String,
    pub day: Date,
    /// Tells text, service, and what the answer is held against.
    pub key: String,
    /// A hash of the text, as the index has it.
    pub text: u64,
}

impl Refusal {
    /// Says of a text that it was not asked for, because an answer was refused today.
    pub fn of_before(&self) -> Problem {
        let Self { locale, id, document, line, why, .. } = self;
        let then = "it is left as it is, and asked for another day or by `handback translate`";
        Problem::finding(format!("{locale}: `{id}` ({document}:{line}): {why}; {then}"))
    }

    /// Says it of an answer that was refused right now.
    pub fn of_now(&self) -> Problem {
        let Self { locale, id, document, line, why, .. } = self;
        Problem::finding(format!("{locale}: `{id}` ({document}:{line}): {why}; it was left as it is"))
    }
}

/// Adds texts that were refused before today's run, and that it did not look at, to what it says of drafts.
pub(crate) fn add_refused(refused: Vec<Refusal>, report: &mut Report) {
    for refusal in &refused {
        let known = report.drafts.iter().position(|drafts| drafts.locale == refusal.locale);
        let at = known.unwrap_or_else(|| {
            let (locale, provider) = (refusal.locale.clone(), Some(refusal.provider.clone()));
            report.drafts.push(LocaleDrafts { locale, provider, ..LocaleDrafts::default() });
            report.drafts.len() - 1
        });
        report.drafts[at].needed += 1;
        report.drafts[at].flawed += 1;
        report.problems.push(refusal.of_before());
    }
    report.of_drafts += refused.len();
    report.refused.extend(refused);
}

/// A translation of a similar text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Suggestion {
    pub id: String,
    pub document: String,
    /// Similarity of the two English texts, 0 to 1.
    pub score: f64,
    pub english: String,
    /// The English that the translation was made from.
    pub english_of_translation: String,
    pub translation: String,
    /// From that English to today's, word by word.
    pub changes: Vec<words::Stretch>,
    /// Where the translation stands: a message, or a file of the memory.
    pub from: String,
}
