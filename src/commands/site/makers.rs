//! Who made the translations of a locale, by what their states say.

use std::collections::BTreeMap;

use handback_core::catalog::state::{AUTHOR, State, TranslationType};
use handback_core::text::date::Date;
use serde::Serialize;

use crate::snapshot::LocaleView;

/// What kind of maker it is; people come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Somebody who wrote or approved.
    Person,
    /// People whom no state names.
    People,
    /// A machine, or the memory that it was taken from.
    Machine,
    /// Nobody knows.
    Unknown,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::People => "people",
            Self::Machine => "machine, nobody approved",
            Self::Unknown => "it is not known who",
        }
    }
}

/// Somebody, or something, that translations come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Maker {
    pub kind: Kind,
    /// A person's name, or where the translations come from: `mt:deepl`, `import`.
    pub name: String,
    /// How many translations in use are theirs. One that a document overrides counts of its own.
    pub translations: usize,
    /// When the last of them was made or approved.
    pub last: Date,
}

/// The makers of a locale, people by name first. It is a list of credits and no ranking.
pub fn makers(locale: LocaleView<'_>) -> Vec<Maker> {
    let states = locale.own().catalog.files.values().flat_map(|file| file.state.messages.values());
    let mut all: BTreeMap<(Kind, &str), (usize, Date)> = BTreeMap::new();
    for state in states.filter(|state| !state.obsolete) {
        let known = all.entry(maker(state)).or_insert((0, state.date));
        *known = (known.0 + 1, known.1.max(state.date));
    }
    let of = |((kind, name), (translations, last)): ((Kind, &str), (usize, Date))| Maker {
        kind,
        name: name.to_owned(),
        translations,
        last,
    };
    all.into_iter().map(of).collect()
}

fn maker(state: &State) -> (Kind, &str) {
    if let Some(name) = &state.reviewer {
        return (Kind::Person, name);
    }
    match state.kind {
        TranslationType::Human => match state.origin.strip_prefix(AUTHOR) {
            Some(name) => (Kind::Person, name),
            None => (Kind::People, &state.origin),
        },
        TranslationType::Machine => (Kind::Machine, &state.origin),
        TranslationType::Unproven => (Kind::Unknown, &state.origin),
    }
}
