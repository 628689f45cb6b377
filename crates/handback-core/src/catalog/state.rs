//! What is known of translations: who made each, from which English, when. [`super::state_file`] reads and writes it.

use std::ops::{Deref, DerefMut};

use serde::Deserialize;

use super::addition::Place;
use super::block::Block;
use super::escape::Pattern;
use super::notation;
use crate::text::date::{Date, DateOrText};
use crate::text::fingerprint::Fingerprint;
use crate::text::{Word, words};

/// Who made a translation. Machine and human are the values of `ms.translationtype`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum TranslationType {
    #[serde(rename = "MT")]
    Machine,
    #[serde(rename = "HT")]
    Human,
    /// It is not known who made it: its state was lost. No machine overwrites it, and it is not published as human.
    #[serde(rename = "unproven")]
    Unproven,
}

/// The start of `origin` in translations by people whose work another person has to approve; their name follows.
pub const AUTHOR: &str = "author:";

/// How many replaced wordings the state of a message keeps.
const MOST_REPLACED: usize = 5;

impl State {
    /// Whether a machine wrote it, though a person may have approved it.
    pub fn is_drafted(&self) -> bool {
        self.kind != TranslationType::Unproven && self.origin.starts_with("mt:")
    }

    /// What is known of a translation that was made for the English of `source`, and of nothing before it.
    pub fn new(kind: TranslationType, origin: &str, source: &str, target: &str, date: Date) -> Self {
        Self {
            kind,
            origin: origin.into(),
            source: source.into(),
            target: target.into(),
            date,
            reviewer: None,
            source_unproven: false,
            reworded: false,
            carried: None,
            since: None,
            obsolete: false,
            dropped: false,
            rare: Room::default(),
        }
    }

    /// The same with what is known of few translations.
    pub fn with(self, rare: Rare) -> Self {
        let rare = Room((rare != NOTHING).then(|| Box::new(rare)));
        Self { rare, ..self }
    }

    /// What a reader should know of the translation: the note of a person, else where the wording comes from.
    pub fn remark(&self) -> Option<String> {
        if let Some(other) = self.alternatives.first() {
            let who = other.reviewer.as_deref().unwrap_or("another person");
            let text = notation::shown(&other.text);
            let date = other.date;
            return Some(match &other.english {
                Some(english) if other.source != self.source || self.previous.is_some() => {
                    format!("{who} translated an earlier English, “{}” ({date}): {text}", notation::shown(english))
                }
                Some(_) => format!("{who} worded it differently in a file that was imported ({date}): {text}"),
                None => format!("{who} worded it differently in a branch that was merged ({date}): {text}"),
            });
        }
        if let Some(note) = &self.note {
            return Some(note.clone());
        }
        if self.reworded || self.draft.as_ref().is_some_and(|draft| draft.reworded) {
            return Some("reworded: the machine changed more than the change of the English asked for".to_owned());
        }
        if self.source_unproven {
            return Some("freshness unproven: the English that the page was made from was not found".to_owned());
        }
        let similar = self.similar.as_ref()?;
        Some(format!("translation of a similar text ({} %): {}", similar.score, notation::shown(&similar.english)))
    }

    /// A person wrote it whose work is to be approved by another: see `authors` in the configuration.
    pub fn awaits_approval(&self) -> bool {
        self.kind == TranslationType::Human && self.reviewer.is_none() && self.origin.starts_with(AUTHOR)
    }

    /// Keeps the wording of a person that another takes the place of, the newest first.
    pub fn keep_replaced(&mut self, old: &Self, text: &str) {
        if self.replaced != old.replaced {
            self.replaced.clone_from(&old.replaced);
        }
        if old.kind == TranslationType::Human && old.target != self.target {
            let (text, reviewer, date) = (text.to_owned(), old.reviewer.clone(), old.date.into());
            self.replaced.insert(0, Replaced { text, reviewer, date });
            self.replaced.truncate(MOST_REPLACED);
        }
    }

    /// Whether it is what a document of the locale has beyond its English, or in place of a block of it: no translation of a text.
    pub fn is_own(&self) -> bool {
        self.addition.is_some() || self.block.is_some()
    }

    /// Takes over from the state of another wording of the same message where that stands.
    pub fn stand_as(&mut self, other: &Self) {
        if self.is_own() || other.is_own() {
            self.addition.clone_from(&other.addition);
            self.block.clone_from(&other.block);
        }
    }

    /// The dismissals that hold for this English and this wording.
    pub fn dismissals(&self) -> impl Iterator<Item = &Dismissed> {
        self.dismissed.iter().filter(|dismissed| dismissed.source == self.source && dismissed.target == self.target)
    }

    /// The English that the present wording was made for, where it is not that of `source`.
    pub fn base(&self) -> Option<&str> {
        // What was carried over mechanically was worded again for the English of `source`.
        self.previous.as_deref().filter(|_| self.carried != Some(Carried::Mechanical))
    }

    /// Marks the translation as made from the English with this fingerprint.
    pub fn made_from(&mut self, english: &str) {
        self.source = english.into();
        self.carried = None;
        self.since = None;
        if let Some(rare) = &mut self.rare.0 {
            (rare.previous, rare.draft) = (None, None);
        }
    }
}

impl TranslationType {
    pub fn name(self) -> &'static str {
        match self {
            Self::Machine => "MT",
            Self::Human => "HT",
            Self::Unproven => "unproven",
        }
    }

    /// Whether a machine or the memory may only propose something beside it.
    pub fn is_kept_from_machines(self) -> bool {
        self != Self::Machine
    }
}

/// How a translation was kept although its English changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Carried {
    /// The change was one of looks: the translation is as it was.
    Cosmetic,
    /// Values changed, and were put into the translation.
    Mechanical,
}

impl Carried {
    pub fn name(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Mechanical => "mechanical",
        }
    }
}

/// What is known of one translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub kind: TranslationType,
    /// `import`, `memory`, `mt:<engine>` or `human`.
    pub origin: Word,
    /// Fingerprint of the English that it was made from. Current means: equal to today's.
    pub source: Fingerprint,
    /// Fingerprint of the translation itself. A difference means that a person edited the resource.
    pub target: Fingerprint,
    /// When the translation last changed.
    pub date: Date,
    pub reviewer: Option<Word>,
    /// The English that it was made from could not be found; `source` is a guess.
    pub source_unproven: bool,
    /// Of a machine's, made from an earlier translation: it changed more than the change of the English asked for.
    pub reworded: bool,
    /// While current although its English changed: how it was kept.
    pub carried: Option<Carried>,
    /// While stale: the day since which it is.
    pub since: Option<Date>,
    /// No document uses the message any more; it still serves as translation memory.
    pub obsolete: bool,
    /// A person dropped what the document has of its own: it stays obsolete.
    pub dropped: bool,
    /// What is known of few: its fields are read and set as if they were the state's.
    pub rare: Room,
}

/// What is known of few translations. There are as many states as messages in all locales, and most need no room for this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rare {
    /// What a person noted on the translation.
    pub note: Option<String>,
    /// For a draft that came from the translation of a similar text.
    pub similar: Option<Box<Similar>>,
    /// Of a person's that began as a machine's draft: whose, and how much of it they changed.
    pub edited: Option<Box<Edited>>,
    /// While stale, obsolete or carried: the English that the translation was made from.
    pub previous: Option<String>,
    /// While a person's translation is stale: what a machine proposes for the new English. Never published.
    pub draft: Option<Box<Draft>>,
    /// What other people wrote for the same message in branches that were merged: a person has to choose.
    pub alternatives: Vec<Alternative>,
    /// Wordings of people that others took the place of, the newest first.
    pub replaced: Vec<Replaced>,
    /// Findings of the judge that a person dismissed. Each holds for one English and one wording only.
    pub dismissed: Vec<Dismissed>,
    /// It is no translation: the document has it beyond its English, in this place.
    pub addition: Option<Box<Place>>,
    /// It is no translation of a text: it stands for this block of the English.
    pub block: Option<Box<Block>>,
}

static NOTHING: Rare = Rare {
    note: None,
    similar: None,
    edited: None,
    previous: None,
    draft: None,
    alternatives: Vec::new(),
    replaced: Vec::new(),
    dismissed: Vec::new(),
    addition: None,
    block: None,
};

impl Default for Rare {
    fn default() -> Self {
        NOTHING.clone()
    }
}

impl Deref for State {
    type Target = Rare;

    fn deref(&self) -> &Rare {
        self.rare.look()
    }
}

impl DerefMut for State {
    /// Makes room for it: where there may be nothing to change, look first.
    fn deref_mut(&mut self) -> &mut Rare {
        self.rare.0.get_or_insert_default()
    }
}

/// Room for a [`Rare`], taken when it is first written to.
#[derive(Debug, Clone, Default)]
pub struct Room(Option<Box<Rare>>);

impl Room {
    fn look(&self) -> &Rare {
        self.0.as_deref().unwrap_or(&NOTHING)
    }
}

impl PartialEq for Room {
    fn eq(&self, other: &Self) -> bool {
        self.look() == other.look()
    }
}

impl Eq for Room {}

/// Where a draft comes from that was made from the translation of a similar text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Similar {
    /// How similar the texts are, in percent.
    pub score: u8,
    /// The English of the similar text.
    #[serde(deserialize_with = "text")]
    pub english: String,
}

/// A machine's draft that a person edited.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edited {
    /// The origin of the draft, such as `mt:apertium`.
    pub from: String,
    /// How many of the words changed, in percent.
    pub percent: u8,
}

impl Edited {
    /// What became of a draft, if a machine made it.
    pub fn of(origin: &str, draft: &str, wording: &str) -> Option<Self> {
        origin
            .starts_with("mt:")
            .then(|| Self { from: origin.to_owned(), percent: words::percent_changed(draft, wording) })
    }
}

/// A wording of a person that waits beside another person's for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The text, or the source of the pattern if `fluent` is set.
    #[serde(deserialize_with = "text")]
    pub text: String,
    /// The wording has selectors or terms.
    #[serde(default)]
    pub fluent: bool,
    pub origin: Word,
    /// Fingerprint of the English that it was made from.
    pub source: Fingerprint,
    pub date: Date,
    pub reviewer: Option<Word>,
    /// That English, if it came in with the wording.
    #[serde(default, deserialize_with = "optional_text")]
    pub english: Option<String>,
}

impl Alternative {
    /// A wording with what its state says.
    pub fn new(pattern: &Pattern, state: &State) -> Self {
        Self {
            text: pattern.as_str().to_owned(),
            fluent: !matches!(pattern, Pattern::Text(_)),
            origin: state.origin.clone(),
            source: state.source.clone(),
            date: state.date,
            reviewer: state.reviewer.clone(),
            english: None,
        }
    }

    /// The wording as a translation.
    pub fn pattern(&self) -> Pattern {
        match self.fluent {
            true => Pattern::Complex(self.text.clone()),
            false => Pattern::Text(self.text.clone()),
        }
    }
}

/// A person's wording that a draft, an adoption or a merge took the place of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replaced {
    #[serde(deserialize_with = "text")]
    pub text: String,
    pub reviewer: Option<Word>,
    /// When it was made or approved.
    pub date: DateOrText,
}

/// A translation that a person rejected.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "RawRejected")]
pub struct Rejected {
    pub target: Fingerprint,
    /// The wording, for those who are to find another; programs for versions before 6 kept its fingerprint only.
    pub text: Option<String>,
}

impl Rejected {
    /// A wording that is known; one of Fluent by its fingerprint only.
    pub fn of(pattern: &Pattern) -> Self {
        let text = match pattern {
            Pattern::Text(text) => Some(text.clone()),
            Pattern::Complex(_) => None,
        };
        Self { target: pattern.fingerprint(), text }
    }
}

/// Either of the two forms that a state file may have.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawRejected {
    Print(Fingerprint),
    Wording(RawWording),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWording {
    #[serde(deserialize_with = "text")]
    text: String,
}

impl From<RawRejected> for Rejected {
    fn from(raw: RawRejected) -> Self {
        match raw {
            RawRejected::Print(target) => Self { target, text: None },
            RawRejected::Wording(RawWording { text }) => Self::of(&Pattern::Text(text)),
        }
    }
}

/// A finding that is no fault, as a person decided: it counts until the English or the translation changes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dismissed {
    /// The code of the finding, such as `typography`.
    pub code: String,
    /// Fingerprints of the English and of the translation that were looked at.
    pub source: Fingerprint,
    pub target: Fingerprint,
    pub date: Date,
    pub reviewer: String,
}

/// A proposal that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    #[serde(deserialize_with = "text")]
    pub text: String,
    /// `memory` or `mt:<engine>`.
    pub origin: String,
    /// Fingerprint of the English that it was made from.
    pub source: Fingerprint,
    /// See [`State::reworded`].
    #[serde(default)]
    pub reworded: bool,
}

fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(with_placeables)
}

fn optional_text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map(with_placeables))
}

pub(super) fn with_placeables(text: String) -> String {
    match notation::from_state(&text) {
        std::borrow::Cow::Borrowed(_) => text,
        std::borrow::Cow::Owned(read) => read,
    }
}

/// Who last rejected a wording of a message or commented on it, and when. Approvals are in [`State`] instead.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// Before the name, so that the later of two is the greater.
    pub date: Date,
    pub reviewer: String,
    /// What they ask or say of a text that has no translation; of a translation it is in its [`State`].
    #[serde(default)]
    pub note: Option<String>,
}

/// The hand-off metadata of a document in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOff {
    /// `ms.openlocfilehash`: hash of the English file in CRLF form.
    pub hash: String,
    /// `ms.sourcegitcommit`, where git knew one.
    pub commit: Option<String>,
    /// `ms.lasthandoff`.
    pub date: Date,
    /// `ms.locfileid`: unique per document and locale.
    pub fileid: String,
    /// What the page has in its front matter of its own, in the order of the page.
    #[serde(default)]
    pub front_matter: Vec<KeptEntry>,
    /// What the page writes in another way than its English, and means the same.
    #[serde(default)]
    pub spelling: Vec<Spelled>,
    /// The keys of the page's front matter in its order, if that is not the order of its English.
    #[serde(default)]
    pub order: Vec<String>,
}

impl HandOff {
    /// The hand-off of a page that has nothing of its own, from a source that git does not know.
    pub fn new(hash: impl Into<String>, date: Date, fileid: impl Into<String>) -> Self {
        let (front_matter, spelling, order) = (Vec::new(), Vec::new(), Vec::new());
        Self { hash: hash.into(), commit: None, date, fileid: fileid.into(), front_matter, spelling, order }
    }
}

/// Where a page has another spelling than its English: marks of lists, blanks in tables, empty lines, quotes of YAML.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spelled {
    /// What stands between two texts of the English, with LF.
    #[serde(default)]
    pub english: Option<String>,
    /// A key of the front matter, whose values the page quotes in its own way.
    #[serde(default)]
    pub key: Option<String>,
    /// What the page has there.
    pub page: String,
    /// The places; none if it holds wherever the English has that.
    #[serde(default)]
    pub at: Vec<String>,
}

/// An entry of the front matter that belongs to the localized page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptEntry {
    /// Its key, of the top level.
    pub key: String,
    /// The key of the entry before it; none for the first.
    #[serde(default)]
    pub after: Option<String>,
    /// As it is written, with LF; empty where the page has none although its English does.
    pub text: String,
}
