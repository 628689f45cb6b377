//! `handback accept`: a translation is still right although its English changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reference::Reference;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::state::{Carried, State};
use handback_core::catalog::update::{Carrying, Change};
use handback_core::catalog::{FileKey, Id};
use handback_core::drift::carry::Vocabulary;
use handback_core::drift::severity::Severity;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use handback_core::text::nearest::did_you_mean;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::dismiss;
use crate::problem::FileError;
use crate::project::store;
use crate::settings::code::Code;
use crate::settings::config::Config;
use crate::snapshot::{Analysis, Snapshot, own};

/// What to accept.
#[derive(Debug, Clone)]
pub struct Accept {
    /// Messages whose translations are right as they are.
    pub ids: Vec<String>,
    /// All translations whose English changed in this way. Of a mechanical change the new values are put
    /// into the translation.
    pub all: Vec<Severity>,
    /// Findings about the named messages that are no faults; then nothing else is accepted.
    pub findings: Vec<Code>,
    /// Who says so.
    pub reviewer: Reviewer,
    /// Who keeps what takes it back.
    pub keep: Option<Arc<dyn Keep>>,
}

/// Files of the locales, by the places of these, as they were before anything was accepted.
pub type Files = Vec<BTreeMap<FileKey, LocaleFile>>;

/// Keeps what takes acceptances back; the review does, which lies above. It is kept before the catalog is written: whoever is
/// interrupted in between finds what was not accepted, and never what cannot be taken back.
pub trait Keep: std::fmt::Debug + Send + Sync {
    /// This was accepted in memory; it may be called again, where files were changed while the run worked.
    fn accepted(&self, snapshot: &Snapshot<'_>, before: &Files, accepted: &[Accepted]);

    /// The catalog is about to be written. The project's lock is held.
    fn writing(&self, config: &Config);

    /// It was not written after all.
    fn unwritten(&self, config: &Config);
}

/// A translation that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Accepted {
    pub locale: String,
    pub id: String,
    /// The document that the translation is an override in, or the only one of.
    pub document: Option<String>,
}

/// Ids that are in no locale and no reference, with the nearest that is.
pub fn unknown_ids(accept: &Accept, snapshot: &Snapshot<'_>) -> Vec<FileError> {
    let known = &snapshot.reference().messages;
    let files = snapshot.analysis.locales.iter().flat_map(|locale| locale.catalog.files.values());
    let own: FxHashSet<&str> = files
        .flat_map(|file| &file.state.messages)
        .filter(|(_, state)| state.block.is_some())
        .map(|(id, _)| &**id)
        .collect();
    let complain = |id: &String| {
        let hint = did_you_mean(id, known.keys().map(|known| &**known));
        FileError::misuse(format!("there is no message `{id}`{hint}"))
    };
    let is_known = |id: &str| known.contains_key(id) || own.contains(id);
    accept.ids.iter().filter(|id| !is_known(id)).map(complain).collect()
}

/// Accepts translations in the locales that are wanted, or finds no fault in them, in memory; says which.
pub fn apply(
    accept: &Accept,
    snapshot: &mut Snapshot<'_>,
    wanted: impl Fn(&str) -> bool,
    today: Date,
) -> Vec<Accepted> {
    let files = |snapshot: &Snapshot<'_>| snapshot.locales().map(|locale| locale.own().catalog.files.clone()).collect();
    let before: Option<Files> = accept.keep.as_ref().map(|_| files(snapshot));
    let accepted = match accept.findings.is_empty() {
        true => accept_all(accept, snapshot, wanted, today),
        false => dismiss::apply(accept, snapshot, wanted, today),
    };
    if let Some((keep, before)) = accept.keep.as_ref().zip(before) {
        keep.accepted(snapshot, &before, &accepted);
    }
    accepted
}

fn accept_all(
    accept: &Accept,
    snapshot: &mut Snapshot<'_>,
    wanted: impl Fn(&str) -> bool,
    today: Date,
) -> Vec<Accepted> {
    let blocks = stale_blocks(snapshot);
    let Analysis { extraction, locales, .. } = &mut snapshot.analysis;
    let reference = &extraction.reference;
    let vocabulary = Vocabulary::new(reference);
    let named: FxHashSet<&str> = accept.ids.iter().map(String::as_str).collect();
    let mut accepted = Vec::new();
    for locale in locales.iter_mut().filter(|locale| wanted(&locale.locale.name)) {
        let name = &locale.locale.name;
        for (key, file) in &mut locale.catalog.files {
            let mut ids: Vec<Id> = file.state.messages.keys().cloned().collect();
            ids.sort();
            for id in ids {
                let is_named = named.contains(&*id);
                let block = blocks.get(&(name.clone(), key.clone(), id.clone()));
                let is_own = file.state.messages.get(&id).is_some_and(State::is_own);
                let change = match is_own {
                    true => accept_own(accept, is_named, block, file.state.messages.get_mut(&id)).map(|()| None),
                    false => accept_text(accept, is_named, (reference, &vocabulary), (name, key, &id), file, today),
                };
                let Some(change) = change else { continue };
                locale.changes.extend(change);
                let document = key.document().map(ToString::to_string);
                accepted.push(Accepted { locale: name.clone(), id: id.to_string(), document });
            }
        }
        let written = store::settle(&mut locale.catalog, reference);
        locale.resources.retain(|(key, _)| !written.iter().any(|(other, _)| other == key));
        locale.resources.extend(written);
    }
    accepted
}

/// Accepts a block of a locale's own for what the English says today, if that is meant; `None` if not.
fn accept_own(accept: &Accept, is_named: bool, english: Option<&String>, state: Option<&mut State>) -> Option<()> {
    let is_meant = is_named || accept.all.contains(&Severity::Substantive);
    let (english, state) = english.filter(|_| is_meant).zip(state)?;
    state.made_from(&fingerprint(english));
    state.previous = Some(english.clone());
    state.source_unproven = false;
    state.reviewer = Some(accept.reviewer.name().into());
    Some(())
}

/// Accepts the translation of a text, if that is open and meant, with the change if it got another wording; `None` if not.
fn accept_text(
    accept: &Accept,
    is_named: bool,
    (reference, vocabulary): (&Reference, &Vocabulary<'_>),
    (locale, key, id): (&str, &FileKey, &Id),
    file: &mut LocaleFile,
    today: Date,
) -> Option<Option<Change>> {
    let (state, target) = (file.state.messages.get(id)?, file.pattern(id)?);
    let english = reference.english(key, id, target, &state.source)?;
    if state.obsolete || !is_open(state, &english.fingerprint) {
        return None;
    }
    let wording = match is_named {
        true => Wording::AsItIs,
        false => by_severity(accept, vocabulary, locale, state, &english.text, target)?,
    };
    let mut state = state.clone();
    state.made_from(&english.fingerprint);
    state.source_unproven = false;
    state.reviewer = Some(accept.reviewer.name().into());
    Some(match wording {
        Wording::New(text) => {
            let was = Some(std::mem::replace(&mut state.target, fingerprint(&text)));
            state.date = today;
            file.set_text(id, &text, state);
            Some(Change::Carried { id: id.clone(), file: key.clone(), how: Carried::Mechanical, was })
        }
        Wording::AsItIs => {
            file.state.messages.insert(id.clone(), state);
            None
        }
    })
}

/// What today's English says where locales have code of their own that is stale, or of which nobody knows whether it is.
fn stale_blocks(snapshot: &Snapshot<'_>) -> FxHashMap<(String, FileKey, Id), String> {
    let pages = snapshot.locales().flat_map(|locale| snapshot.pages().map(move |page| (locale, page)));
    let mut blocks = FxHashMap::default();
    for (locale, page) in pages {
        let own = own::of_page(locale, page).into_iter().filter(|own| own.block.is_some());
        for own in own.filter(|own| own.is_stale() || own.state.source_unproven) {
            blocks.insert((locale.name().to_owned(), page.key(), own.id.clone()), own.english().to_owned());
        }
    }
    blocks
}

/// Something about the translation is for a person to decide.
fn is_open(state: &State, english: &str) -> bool {
    state.source != english || state.carried.is_some() || state.source_unproven
}

/// How a translation reads once it is accepted.
#[derive(Debug, PartialEq, Eq)]
enum Wording {
    AsItIs,
    New(String),
}

/// The wording of a translation whose change is of a kind that is accepted as a whole.
fn by_severity(
    accept: &Accept,
    vocabulary: &Vocabulary<'_>,
    locale: &str,
    state: &State,
    english: &str,
    target: &Pattern,
) -> Option<Wording> {
    if let Some(carried) = state.carried {
        let severity = match carried {
            Carried::Cosmetic => Severity::Cosmetic,
            Carried::Mechanical => Severity::Mechanical,
        };
        return accept.all.contains(&severity).then_some(Wording::AsItIs);
    }
    let carrying = Carrying { locale, previous: state.base()?, english, target };
    let (verdict, text) = vocabulary.verdict(&carrying);
    let wording = match verdict.severity {
        Severity::Mechanical => text.map_or(Wording::AsItIs, Wording::New),
        _ => Wording::AsItIs,
    };
    accept.all.contains(&verdict.severity).then_some(wording)
}

#[cfg(test)]
mod tests {
    use handback_core::catalog::reference::Reference;
    use handback_core::catalog::state::{Rare, TranslationType};

    use super::*;

    fn state(previous: Option<&str>) -> State {
        let state = State::new(TranslationType::Human, "human", "then", "target", Date::constant(2026, 1, 31));
        state.with(Rare { previous: previous.map(str::to_owned), ..Rare::default() })
    }

    #[test]
    fn what_is_stale_carried_or_unproven_is_open() {
        assert!(!is_open(&state(None), "then"));
        assert!(is_open(&state(None), "now"));
        assert!(is_open(&State { carried: Some(Carried::Cosmetic), ..state(None) }, "then"));
        assert!(is_open(&State { source_unproven: true, ..state(None) }, "then"));
    }

    #[test]
    fn changes_are_accepted_by_their_severity() {
        use Severity::{Cosmetic, Mechanical, Substantive};
        let reference = Reference::default();
        let vocabulary = Vocabulary::new(&reference);
        let wording = |all: &[Severity], state: &State, english: &str, target: &str| {
            let reviewer = Reviewer::new("A. Reviewer").unwrap();
            let accept = Accept { ids: Vec::new(), all: all.to_vec(), findings: Vec::new(), reviewer, keep: None };
            by_severity(&accept, &vocabulary, "fr-FR", state, english, &Pattern::Text(target.to_owned()))
        };
        let stale = state(Some("Kept 30 days"));
        let new = Some(Wording::New("Conservé 90 jours".into()));
        assert_eq!(wording(&[Mechanical], &stale, "Kept 90 days", "Conservé 30 jours"), new);
        assert_eq!(wording(&[Cosmetic, Substantive], &stale, "Kept 90 days", "Conservé 30 jours"), None);
        assert_eq!(wording(&[Substantive], &stale, "Never kept", "Conservé 30 jours"), Some(Wording::AsItIs));
        assert_eq!(wording(&[Cosmetic], &stale, "Kept 30 days.", "Conservé 30 jours"), Some(Wording::AsItIs));
        assert_eq!(wording(&[Cosmetic, Mechanical, Substantive], &state(None), "Kept 90 days", "Conservé"), None);
        let carried = State { carried: Some(Carried::Mechanical), ..state(Some("Kept 30 days")) };
        assert_eq!(wording(&[Mechanical], &carried, "Kept 90 days", "Conservé 90 jours"), Some(Wording::AsItIs));
        assert_eq!(wording(&[Cosmetic], &carried, "Kept 90 days", "Conservé 90 jours"), None);
    }
}
