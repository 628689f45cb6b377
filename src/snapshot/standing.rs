//! How far a locale is with a message of a document, with the locales that it falls back to in view.

use handback_core::catalog::locale::{FilesOf, LocaleCatalog, LocaleFile, Translation};
use handback_core::catalog::reference::{Message, Reference};
use handback_core::catalog::state::State;
use handback_core::catalog::{DocumentName, FileKey};
use rustc_hash::FxHashMap;

use super::LocaleAnalysis;

/// How far a locale is with a message of a document.
#[derive(Debug, Clone, Copy)]
pub enum Standing<'c> {
    /// The locale has a translation of today's English.
    Current(Translation<'c>),
    /// A fallback locale has one: the first of the chain that does, counted from 1.
    FromFallback(usize, Translation<'c>),
    /// There are only translations of an earlier English: the first in the chain, which is 0 for the locale's own.
    Stale(usize, Translation<'c>),
    Missing,
    /// The translation may be in a file that cannot be read, which is reported as such.
    Unreadable,
}

impl<'c> Standing<'c> {
    /// The translation that stands there, be it of today's English or not.
    pub fn translation(self) -> Option<Translation<'c>> {
        match self {
            Self::Current(translation) | Self::FromFallback(_, translation) | Self::Stale(_, translation) => {
                Some(translation)
            }
            Self::Missing | Self::Unreadable => None,
        }
    }

    /// Whether a machine is to make a draft of a message, if there is one. Beside what a person translated from an earlier English
    /// one waits.
    pub fn wants_draft(self, message: &Message) -> bool {
        match self {
            Self::Current(_) | Self::FromFallback(..) => false,
            Self::Stale(0, translation) if translation.kind().is_kept_from_machines() => {
                let draft = translation.state.and_then(|state: &State| state.draft.as_ref());
                draft.is_none_or(|draft| draft.source != message.fingerprint())
            }
            Self::Stale(..) | Self::Missing | Self::Unreadable => true,
        }
    }
}

/// Answers how far a locale is with messages.
pub struct Standings<'a> {
    reference: &'a Reference,
    /// The locale and those that it falls back to.
    chain: Vec<&'a LocaleCatalog>,
    /// Files of these that could not be read.
    unusable: Vec<&'a FileKey>,
    /// Of one of these nobody knows what it holds.
    unknown: bool,
    /// The files of documents in each of the chain, for whoever asks about all documents; else they are looked for.
    files: Vec<FxHashMap<&'a DocumentName, &'a LocaleFile>>,
}

impl<'a> Standings<'a> {
    pub fn new(locales: &'a [LocaleAnalysis], locale: usize, reference: &'a Reference) -> Self {
        let chain = chain(locales, locale);
        Self {
            reference,
            unusable: chain.iter().flat_map(|locale| &locale.unusable).collect(),
            unknown: chain.iter().any(|locale| locale.unknown),
            chain: chain.into_iter().map(|locale| &locale.catalog).collect(),
            files: Vec::new(),
        }
    }

    /// The same for whoever asks about all documents, more than once.
    pub fn of_all(locales: &'a [LocaleAnalysis], locale: usize, reference: &'a Reference) -> Self {
        let mut standings = Self::new(locales, locale, reference);
        let of = |catalog: &&'a LocaleCatalog| {
            catalog.files.iter().filter_map(|(key, file)| Some((key.document()?, file))).collect()
        };
        standings.files = standings.chain.iter().map(of).collect();
        standings
    }

    /// The catalog of the locale itself.
    pub fn own(&self) -> &'a LocaleCatalog {
        self.chain[0]
    }

    /// How a message of a document stands.
    pub fn of<'c>(&self, document: &DocumentName, id: &'c str) -> Standing<'c>
    where
        'a: 'c,
    {
        if self.is_unreadable(document, id) { Standing::Unreadable } else { self.as_read(document, id) }
    }

    /// The same as far as files could be read, so never [`Standing::Unreadable`].
    pub fn as_read<'c>(&self, document: &DocumentName, id: &'c str) -> Standing<'c>
    where
        'a: 'c,
    {
        let mut standing = Standing::Missing;
        for (link, catalog) in self.chain.iter().copied().enumerate() {
            match self.files_of(link, catalog, document).lookup(self.reference, document, id) {
                Some(translation) if translation.current && link == 0 => return Standing::Current(translation),
                Some(translation) if translation.current => return Standing::FromFallback(link, translation),
                Some(translation) if matches!(standing, Standing::Missing) => {
                    standing = Standing::Stale(link, translation);
                }
                _ => {}
            }
        }
        standing
    }

    /// The files of a document in one of the chain.
    fn files_of(&self, link: usize, catalog: &'a LocaleCatalog, document: &DocumentName) -> FilesOf<'a> {
        let Some(files) = self.files.get(link) else { return catalog.files_of(document) };
        FilesOf { own: files.get(document).copied(), shared: catalog.files.get(&FileKey::Shared) }
    }

    fn is_unreadable(&self, document: &DocumentName, id: &str) -> bool {
        let cannot_be_read = |key: &FileKey| self.unusable.contains(&key);
        if self.unknown {
            return true;
        }
        !self.unusable.is_empty()
            && (cannot_be_read(&FileKey::Document(document.clone()))
                || (self.reference.messages.get(id).is_some_and(|message| message.home == FileKey::Shared)
                    && cannot_be_read(&FileKey::Shared)))
    }
}

/// A locale and those that it falls back to.
pub(super) fn chain(locales: &[LocaleAnalysis], locale: usize) -> Vec<&LocaleAnalysis> {
    let own = &locales[locale];
    let fallbacks = own.locale.fallbacks.iter();
    let named = fallbacks.filter_map(|name| locales.iter().find(|other| other.locale.name == *name));
    std::iter::once(own).chain(named).collect()
}
