//! The kinds of evidence that a unit may hold, and how reliably translation keeps each.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// What kind of thing a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// An id of a heading, in any notation.
    Id,
    /// A link target or image path, whole.
    Target,
    /// Its last step, which also stays where a link becomes absolute or relative.
    TargetEnd,
    /// What is in a code span, an element of code, or a template.
    Code,
    /// A word that no language has: with digits, underscores, inner capitals or dots.
    Identifier,
    /// A whole text that needs no translator.
    Verbatim,
    /// A number, however a locale groups its digits.
    Number,
    /// A tag, shortcode or component, by name.
    Tag,
    /// A line of code between units.
    Line,
    /// What is between units, by name: an include, a directive.
    Directive,
    /// A whole text that is the same although it could be translated: a name, for the most part.
    SameText,
    /// The beginning of a word: names, and words that two languages share.
    Word,
}

impl Class {
    /// Evidence that no translator has a reason to change.
    pub fn is_hard(self) -> bool {
        !matches!(self, Self::Word | Self::Tag | Self::SameText)
    }

    /// How likely a translation keeps it. `same_script` says whether both languages are written in Latin letters:
    /// then most shared words are no names, and often have another translation.
    pub fn kept(self, same_script: bool) -> f64 {
        match self {
            Self::Id | Self::Target | Self::TargetEnd | Self::Verbatim => 0.97,
            Self::Code => 0.95,
            Self::Identifier | Self::Line | Self::Directive => 0.9,
            Self::Number => 0.85,
            Self::Tag | Self::SameText => 0.8,
            Self::Word if same_script => 0.45,
            Self::Word => 0.75,
        }
    }
}

/// A piece of evidence, by its class and a hash of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Token {
    pub class: Class,
    hash: u64,
}

impl Token {
    pub fn new(class: Class, text: &str) -> Self {
        Self { class, hash: hash_of(text) }
    }
}

/// A hash that is the same on every machine and in every run.
pub fn hash_of(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}
