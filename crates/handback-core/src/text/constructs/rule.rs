//! Constructs that a project declares: a regular expression, and what it means.

use std::ops::Range;

use regex::Regex;

/// What a declared construct is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A value among the words: kept by machines, compared by checks.
    Value,
    /// A whole line that is no text.
    Line,
    /// Everything from a line to the one that ends it is no text.
    Block,
    /// A line, and the one that ends it, are no text; what stands between is Markdown, even between fences.
    Container,
}

/// A construct that a project declares.
#[derive(Debug, Clone)]
pub struct Rule {
    pub pattern: Regex,
    pub meaning: Meaning,
    /// The line that ends a block or container.
    pub until: Option<Regex>,
}

/// The group of a pattern that holds words for readers.
const WORDS: &str = "words";

impl Rule {
    /// Where it is in a text.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        self.pattern.find_iter(text).map(|found| found.range()).collect()
    }

    /// Whether a text is one such construct.
    pub fn is_whole(&self, text: &str) -> bool {
        self.pattern.find(text).is_some_and(|found| found.range() == (0..text.len()))
    }

    /// Where words for readers stand in such a construct.
    pub fn words(&self, construct: &str) -> Vec<Range<usize>> {
        let words = self.pattern.captures(construct).and_then(|found| Some(found.name(WORDS)?.range()));
        words.filter(|range| !range.is_empty()).into_iter().collect()
    }
}
