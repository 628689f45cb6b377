//! What an update of a locale is made from, and what became of each message: the types of [`super::merge`]
//! and [`super::relift`].

use rustc_hash::FxHashMap;

use super::block::English;
use super::escape::Pattern;
use super::evidence::Evidence;
use super::locale::{LocaleCatalog, LocaleFile};
use super::reference::{Reference, Values};
use super::renames::Renames;
use super::state::{Carried, State};
use super::{DocumentName, FileKey, Id};
use crate::text::date::Date;
use crate::text::fingerprint::Fingerprint;

/// What happened to a translation, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A person wrote or edited it in the resource. `was`: fingerprint of the translation before.
    HumanEdit {
        id: Id,
        file: FileKey,
        was: Option<Fingerprint>,
    },
    /// Its state did not know the wording, but another record did: it keeps what is known of it.
    Recognized {
        id: Id,
        file: FileKey,
        was: Option<Fingerprint>,
    },
    /// It is not known who wrote it.
    Unproven {
        id: Id,
        file: FileKey,
        was: Option<Fingerprint>,
    },
    /// A person removed it from the resource.
    Deleted {
        id: Id,
        file: FileKey,
        was: Option<Fingerprint>,
    },
    /// The resource holds a message that no reference knows.
    Unknown {
        id: Id,
        file: FileKey,
    },
    Moved {
        id: Id,
        from: FileKey,
        to: FileKey,
    },
    /// Its English is the same in another form.
    Recast {
        id: Id,
        file: FileKey,
    },
    /// A new message starts from the translation of another.
    Started {
        id: Id,
        from: Id,
    },
    /// Its English changed.
    Stale {
        id: Id,
        file: FileKey,
    },
    /// Its English changed in a way that leaves it right, or that could be carried over.
    Carried {
        id: Id,
        file: FileKey,
        how: Carried,
        was: Option<Fingerprint>,
    },
    /// Its English is again what it was made from.
    Current {
        id: Id,
        file: FileKey,
    },
    Obsolete {
        id: Id,
        file: FileKey,
    },
    /// An obsolete translation is in use again.
    Revived {
        id: Id,
        file: FileKey,
    },
}

impl Change {
    /// Whether it is about what the document of a file has of its own.
    pub fn is_of_own(&self, catalog: &LocaleCatalog, key: &FileKey) -> bool {
        let state = |file: &LocaleFile| file.state.messages.get(self.id()).is_some_and(State::is_own);
        catalog.files.get(key).is_some_and(state)
    }

    /// The message that it is about.
    pub fn id(&self) -> &Id {
        match self {
            Self::HumanEdit { id, .. }
            | Self::Recognized { id, .. }
            | Self::Unproven { id, .. }
            | Self::Deleted { id, .. }
            | Self::Unknown { id, .. }
            | Self::Moved { id, .. }
            | Self::Recast { id, .. }
            | Self::Started { id, .. }
            | Self::Stale { id, .. }
            | Self::Carried { id, .. }
            | Self::Current { id, .. }
            | Self::Obsolete { id, .. }
            | Self::Revived { id, .. } => id,
        }
    }
}

/// A new message whose translations start from those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub new: Id,
    pub old: Id,
    /// The English that the old translations were made from, as of the last sync.
    pub old_text: String,
    /// The document in which the pair was found.
    pub document: DocumentName,
}

/// A text with the same words as before, which belongs to another message now, or has other values lifted out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recast {
    pub document: DocumentName,
    /// The document's name at the last sync.
    pub document_before: DocumentName,
    pub old: Id,
    pub new: Id,
    /// The text as it is in the document, and the inline values that its form had lifted at the last sync, and has now.
    pub plain: String,
    pub before: Values,
    pub inline: Values,
    /// The text has no message any more, and holds a date or a number, which the locale writes itself.
    pub written: bool,
}

/// A translation whose English changed.
#[derive(Debug, Clone, Copy)]
pub struct Carrying<'a> {
    pub locale: &'a str,
    /// The English that the translation was made from.
    pub previous: &'a str,
    pub english: &'a str,
    pub target: &'a Pattern,
}

/// How a translation stays current, and its new wording if that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedOver {
    pub how: Carried,
    pub text: Option<String>,
}

/// Which translations outlive a change of their English.
pub struct Policy<'a> {
    /// How far translations are kept at all; `None`: every change makes stale.
    pub up_to: Option<Carried>,
    /// Decides on a change; asked only if something may be kept.
    pub decide: &'a (dyn Fn(&Carrying<'_>) -> Option<CarriedOver> + Sync + 'a),
}

/// All that [`super::merge::merge`] needs besides the catalog. The caller makes one for each locale.
pub struct Update<'a> {
    pub old: &'a Reference,
    pub new: &'a Reference,
    pub links: &'a [Link],
    pub recasts: &'a [Recast],
    /// Puts a translation into the new form of its English.
    pub reform: &'a (dyn Fn(&Reforming<'_>) -> Reformed + Sync + 'a),
    pub renames: &'a Renames,
    /// Fingerprints of texts that are not translatable, by the id under which a locale may override them.
    pub untranslatable: &'a FxHashMap<Id, Fingerprint>,
    /// The blocks of code of documents for which some locale has its own.
    pub blocks: &'a FxHashMap<DocumentName, Vec<English>>,
    pub policy: &'a Policy<'a>,
    /// What is known of wordings that their states do not know.
    pub evidence: &'a dyn Evidence,
    pub today: Date,
}

/// A translation that is to be put into another form.
#[derive(Debug, Clone, Copy)]
pub struct Reforming<'a> {
    pub locale: &'a str,
    pub document: &'a DocumentName,
    pub translation: &'a str,
    /// What its placeables stood for in the English.
    pub before: &'a Values,
    /// The translation is Fluent source, with selectors or terms.
    pub is_complex: bool,
    /// The form that the English had.
    pub old: &'a str,
    /// The new form of the English, and the inline values that it has lifted.
    pub english: &'a str,
    pub inline: &'a Values,
}

/// A translation in the new form of its English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reformed {
    /// With placeables for the values: right for every document.
    Lifted(String),
    /// With the values of this document in it.
    Own(String),
}
