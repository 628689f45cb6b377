//! Entries of a review for programs.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation::shown;
use handback_core::text::words;
use serde_json::{Value, json};

use super::queue::Entry;
use crate::snapshot::own::Kind;

/// An entry; `documents` are the names of all documents.
pub fn entry(entry: &Entry, documents: &[String]) -> Value {
    let mut names: Vec<&str> = entry.places.iter().map(|(document, _)| documents[*document].as_str()).collect();
    names.dedup();
    let english = shown(&entry.english);
    let changes = entry.previous.as_ref().map(|previous| words::diff(&shown(previous), &english));
    let state = entry.state.as_ref();
    json!({
        "id": &*entry.id,
        "state": entry.status,
        "document": entry.key.document(),
        "english": Some(&english).filter(|_| entry.own != Some(Kind::Addition)),
        "previous": entry.previous.as_deref().map(shown),
        "changes": changes,
        "change": entry.change.map(|(severity, _)| severity),
        "rule": entry.change.map(|(_, rule)| rule),
        "translation": entry.translation.as_ref().map(Pattern::shown),
        "draft": entry.draft.as_ref().map(|draft| json!({ "text": shown(&draft.text), "origin": draft.origin })),
        "origin": state.map(|state| state.origin.as_str()),
        "note": entry.remark(),
        "reviewer": state.and_then(|state| state.reviewer.as_deref()),
        "since": entry.since(),
        "override": entry.is_override,
        "own": entry.own.map(Kind::name),
        "others": entry.others,
        "documents": names,
    })
}
