//! Titles of links, translated as texts of their own: within a sentence a machine would take them for a part of it.

use std::sync::Arc;

use handback_core::translate::inline::Known;
use handback_core::translate::protect::Protected;
use handback_core::translate::titles::{titles, with_titles};
use rustc_hash::FxHashMap;

use super::engine::{Outcome, Text};
use super::hints::Hints;

/// The titles in texts, each of them once.
#[derive(Debug, Default)]
pub struct Titles {
    texts: Vec<Text>,
    /// Which text is that of a title.
    index: FxHashMap<String, usize>,
    translations: Vec<Option<String>>,
}

impl Titles {
    pub fn of(texts: &[Text]) -> Self {
        let mut all = Self::default();
        for text in texts {
            for title in titles(&text.source, text.known()) {
                let title = &text.source[title];
                if !all.index.contains_key(title) {
                    all.index.insert(title.to_owned(), all.texts.len());
                    all.texts.push(text_of(title, text));
                }
            }
        }
        all.translations = vec![None; all.texts.len()];
        all
    }

    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// Takes what became of a title. One that has no translation stays as it is.
    pub fn take(&mut self, index: usize, outcome: Outcome) {
        self.translations[index] = outcome.ok();
    }

    /// The translation of a text with those of its titles.
    pub fn put_into(&self, text: &Text, outcome: Outcome) -> Outcome {
        let translated = |title: &str| self.translations[*self.index.get(title)?].as_deref();
        let other = |translation: String| with_titles(&translation, text.known(), translated);
        if self.texts.is_empty() { outcome } else { outcome.map(other) }
    }
}

/// A title as a text of its own.
fn text_of(title: &str, within: &Text) -> Text {
    let known = Known { labels: &[], ..within.known() };
    Text {
        source: title.to_owned(),
        protected: Protected::new(title, known, None),
        terms: within.terms.clone(),
        labels: Arc::default(),
        constructs: within.constructs.clone(),
        rejected: Vec::new(),
        hints: Hints::default(),
    }
}
