//! How inline text is cut: markup, values, words, terms, looks, fingerprints; emphasis that renders. Uses no other room.

pub mod compare;
pub mod conflict;
pub mod constructs;
pub mod copied;
pub mod count;
pub mod date;
pub mod element;
pub mod emphasis;
pub mod encoding;
pub mod fingerprint;
pub mod flavor;
pub mod inflection;
pub mod limits;
pub mod looks;
pub mod markup;
pub mod meaning;
pub mod nearest;
pub mod normal;
pub mod terms;
pub mod values;
pub mod words;

/// A short text of which there are very many: up to 24 bytes of it need no place of their own.
pub type Word = compact_str::CompactString;
