//! State files as YAML holds them, before it is clear that they make sense.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};

use super::notation;
use super::state::{
    Alternative, Carried, Decided, Dismissed, Draft, Edited, HandOff, Rare, Rejected, Replaced, Similar, State,
    TranslationType, with_placeables,
};
use crate::text::Word;
use crate::text::date::Date;
use crate::text::fingerprint::Fingerprint;

/// What version 1 wrote as a note where the English could not be found.
const UNPROVEN: &str = "freshness unproven: the English that the page was made from was not found";
/// How version 1 began the note of a draft from a similar text; score and English follow.
const SIMILAR: &str = "translation of a similar text (";

/// A state file of version 1 or 2.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFile {
    #[expect(dead_code, reason = "checked before the typed read")]
    version: u32,
    /// Version 1 only, as `missing` and `rejected`.
    pub document: Option<HandOff>,
    #[serde(default, deserialize_with = "all")]
    pub messages: RawMessages,
    #[serde(default)]
    pub missing: BTreeMap<Box<str>, Date>,
    #[serde(default)]
    pub rejected: BTreeMap<Box<str>, Vec<Rejected>>,
}

/// Messages in the order of a file; some may be there twice.
pub(super) type RawMessages = Vec<(Box<str>, RawMessage)>;

/// What a file says of a message.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMessage {
    #[serde(rename = "type")]
    kind: Option<TranslationType>,
    origin: Option<Word>,
    source: Option<Fingerprint>,
    target: Option<Fingerprint>,
    date: Option<Date>,
    reviewer: Option<Word>,
    note: Option<String>,
    #[serde(default)]
    source_unproven: bool,
    similar: Option<Similar>,
    edited: Option<Edited>,
    #[serde(default)]
    reworded: bool,
    carried: Option<Carried>,
    since: Option<Date>,
    previous: Option<String>,
    draft: Option<Draft>,
    #[serde(default)]
    alternatives: Vec<Alternative>,
    #[serde(default)]
    replaced: Vec<Replaced>,
    #[serde(default)]
    dismissed: Vec<Dismissed>,
    #[serde(default)]
    obsolete: bool,
    addition: Option<String>,
    block: Option<String>,
    #[serde(default)]
    dropped: bool,
    missing: Option<Date>,
    #[serde(default)]
    rejected: Vec<Rejected>,
    decided: Option<Decided>,
}

/// A message that makes sense.
pub(super) struct Read {
    pub state: Option<State>,
    pub missing: Option<Date>,
    pub rejected: Vec<Rejected>,
    pub decided: Option<Decided>,
}

impl RawMessage {
    pub fn read(self) -> Result<Read, String> {
        let Some(kind) = self.kind else {
            return match self.missing.is_some() || !self.rejected.is_empty() || self.decided.is_some() {
                true if self.target.is_none() => {
                    Ok(Read { state: None, missing: self.missing, rejected: self.rejected, decided: self.decided })
                }
                _ => Err("missing field `type`".to_owned()),
            };
        };
        let missing = |name: &str| format!("missing field `{name}`");
        let need = |field: Option<Word>, name: &str| field.ok_or_else(|| missing(name));
        let rare = Rare {
            note: self.note,
            similar: self.similar.map(Box::new),
            edited: self.edited.map(Box::new),
            previous: self.previous.map(with_placeables),
            draft: self.draft.map(Box::new),
            alternatives: self.alternatives,
            replaced: self.replaced,
            dismissed: self.dismissed,
            addition: self.addition.map(|place| place.parse().map(Box::new)).transpose()?,
            block: self.block.map(|block| block.parse().map(Box::new)).transpose()?,
        };
        let state = State {
            reviewer: self.reviewer,
            source_unproven: self.source_unproven,
            reworded: self.reworded,
            carried: self.carried,
            since: self.since,
            obsolete: self.obsolete,
            dropped: self.dropped,
            ..State::new(
                kind,
                &need(self.origin, "origin")?,
                &need(self.source, "source")?,
                &need(self.target, "target")?,
                self.date.ok_or_else(|| missing("date"))?,
            )
        };
        let mut state = state.with(rare);
        take_facts_from_note(&mut state);
        Ok(Read { state: Some(state), missing: self.missing, rejected: self.rejected, decided: self.decided })
    }
}

/// Version 1 wrote two facts as notes.
fn take_facts_from_note(state: &mut State) {
    let Some(note) = state.note.as_deref() else { return };
    if note == UNPROVEN {
        (state.source_unproven, state.note) = (true, None);
    } else if let Some((score, english)) = note.strip_prefix(SIMILAR).and_then(|rest| rest.split_once(" %): "))
        && let Ok(score) = score.parse()
    {
        let english = notation::from_state(english).into_owned();
        (state.similar, state.note) = (Some(Box::new(Similar { score, english })), None);
    }
}

/// All entries of a map, also those whose key was there before.
fn all<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<(Box<str>, RawMessage)>, D::Error> {
    struct All;
    impl<'de> Visitor<'de> for All {
        type Value = Vec<(Box<str>, RawMessage)>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("messages by id")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = map.next_entry()? {
                entries.push(entry);
            }
            Ok(entries)
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Vec::new())
        }
    }
    deserializer.deserialize_any(All)
}
