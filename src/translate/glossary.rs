//! The glossary of a locale: `locales/<locale>/glossary.yaml`.

/// A term and what it is called in the locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub term: String,
    /// `None`: the term is not translated.
    pub translation: Option<String>,
    /// Whether case matters: `API` is not `api`.
    pub case_sensitive: bool,
    /// `noun`, `verb`…, for people.
    pub part_of_speech: Option<String>,
    /// Translations that are wrong.
    pub forbidden: Vec<String>,
}
