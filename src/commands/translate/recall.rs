//! What the translation memory has for a text.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation;
use handback_core::catalog::state::Similar;
use handback_core::catalog::update::Carrying;
use handback_core::drift::carry::Vocabulary;
use handback_core::drift::severity::Rule;
use handback_core::judge::Language;
use handback_core::judge::machine::verify;
use handback_core::memory::{Entry, Exact, Match, Memory, Origin, whole_percent};
use handback_core::text::fingerprint::fingerprint;
use handback_core::text::terms::{Term, occurrences};
use handback_core::text::values::{Piece, pieces};
use handback_core::text::{meaning, words};
use handback_core::translate::inline::Known;
use handback_core::variables::lift;
use unicode_segmentation::UnicodeSegmentation as _;

use super::tasks::{Task, Why};
use crate::commands::report::Suggestion;
use crate::providers::engine::Text;
use crate::snapshot::LocaleView;

/// What is asked of the memory besides the very text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wishes {
    /// From which similarity on the translation of another text is taken as a draft.
    pub fuzzy: Option<f64>,
    /// From which similarity on it is suggested.
    pub suggest: Option<f64>,
}

/// What the memory has.
#[derive(Debug)]
pub(super) enum Recalled {
    /// The translation of the very text.
    Exact {
        text: String,
        entry: Entry,
    },
    /// The translation of a similar text, fit for a draft.
    Similar {
        text: String,
        similar: Similar,
    },
    /// One for people to look at.
    Suggested(Box<Suggestion>),
    Nothing,
}

/// Documents whose values are tried in a text.
const MOST_DOCUMENTS: usize = 50;

/// How many similar texts are looked at for a draft.
const LOOKED_AT: usize = 3;

/// A locale's memory, with what decides whether a translation fits.
pub(super) struct Recall<'a> {
    pub memory: Memory,
    pub locale: LocaleView<'a>,
    pub vocabulary: Vocabulary<'a>,
    pub wishes: Wishes,
    /// How the locale writes.
    pub language: Language,
}

impl Recall<'_> {
    /// Whether a translation has the links, code, numbers and placeables of the English.
    fn is_whole(&self, translation: &str, task: &Task, text: &Text) -> bool {
        let known = Known { terms: &text.terms, labels: &text.labels, constructs: Some(&text.constructs) };
        verify(&task.english, translation, &text.protected, known, &self.language).is_ok()
    }

    /// What the memory has for a text.
    pub fn look_up(&self, task: &Task, text: &Text) -> Recalled {
        // What is asked for again is not to come back from where it was.
        if task.why == Why::Again {
            return Recalled::Nothing;
        }
        if let Some((target, entry)) = self.exact(task, text).or_else(|| self.written_out(task, text)) {
            return Recalled::Exact { text: target, entry };
        }
        let least = [self.wishes.fuzzy, self.wishes.suggest].into_iter().flatten().reduce(f64::min);
        let similar = least.map_or_else(Vec::new, |least| self.memory.fuzzy(&task.english, least, LOOKED_AT));
        for found in similar.iter().filter(|found| self.wishes.fuzzy.is_some_and(|fuzzy| found.score >= fuzzy)) {
            if let Some(text) = self.draft(found.entry, task, text) {
                let (score, english) = (whole_percent(found.score), found.entry.source.clone());
                return Recalled::Similar { text, similar: Similar { score, english } };
            }
        }
        let Some(found) = similar.first() else { return Recalled::Nothing };
        match self.wishes.suggest.is_some_and(|suggest| found.score >= suggest) {
            true => {
                Recalled::Suggested(Box::new(suggestion(found, task, self.locale.snapshot.page(task.document).name())))
            }
            false => Recalled::Nothing,
        }
    }

    /// Whether a wording is the stale translation of the text. A tool that pairs texts by their ids has it beside today's English,
    /// from which nobody made it.
    fn is_stale_one(&self, wording: &str, task: &Task) -> bool {
        let file = self.locale.own().catalog.files.get(&task.key);
        let stale = file.and_then(|file| file.pattern(&task.id));
        matches!(stale, Some(Pattern::Text(stale)) if stale == wording)
    }

    /// The translation of the text as its message has it.
    fn exact(&self, task: &Task, text: &Text) -> Option<(String, Entry)> {
        let found = self.memory.exact(&task.english, Some(&task.context));
        let fits = |exact: &Exact<'_>| {
            if text.rejected.contains(&fingerprint(&exact.entry.target)) {
                return false;
            }
            // What another tool made is looked at like what a machine makes.
            matches!(exact.entry.origin, Origin::Project { .. })
                || (!self.is_stale_one(&exact.entry.target, task) && self.is_whole(&exact.entry.target, task, text))
        };
        found.into_iter().find(fits).map(|exact| (exact.entry.target.clone(), exact.entry.clone()))
    }

    /// The translation of the text as it is in its document, with the values lifted out of it.
    fn written_out(&self, task: &Task, text: &Text) -> Option<(String, Entry)> {
        if !notation::has_placeables(&task.english) {
            return None;
        }
        task.documents.iter().take(MOST_DOCUMENTS).find_map(|document| self.written_out_in(*document, task, text))
    }

    fn written_out_in(&self, document: usize, task: &Task, text: &Text) -> Option<(String, Entry)> {
        let page = self.locale.snapshot.page(document);
        let bindings = page.lifted().bindings?;
        page.places(&task.id).find_map(|place| {
            let plain = &page.document().units[place].text;
            let inline = page.lifted().inline(place);
            self.memory.exact(plain, None).into_iter().find_map(|exact| {
                let lifted = lift::lift(&exact.entry.target, &task.english, bindings, inline, self.locale.name())?;
                let rejected = text.rejected.contains(&fingerprint(&lifted)) || self.is_stale_one(&lifted, task);
                (!rejected && self.is_whole(&lifted, task, text)).then(|| (lifted, exact.entry.clone()))
            })
        })
    }

    /// The draft that the translation of a similar text makes, if it makes one: new values are put in where
    /// that is beyond doubt; a difference that turns the meaning round, or a value that would be wrong, rules
    /// it out.
    fn draft(&self, found: &Entry, task: &Task, text: &Text) -> Option<String> {
        let target = Pattern::Text(found.target.clone());
        let (locale, previous) = (self.locale.name(), found.source.as_str());
        let carrying = Carrying { locale, previous, english: &task.english, target: &target };
        let draft = match self.vocabulary.verdict(&carrying) {
            (_, Some(carried)) => carried,
            (verdict, None) if matches!(verdict.rule, Rule::Words) && says_much_the_same(previous, &task.english) => {
                found.target.clone()
            }
            _ => return None,
        };
        let as_often = |term: &Term| occurrences(&draft, term).len() >= occurrences(&task.english, term).len();
        if !text.terms.iter().all(as_often) {
            return None;
        }
        let rejected = text.rejected.contains(&fingerprint(&draft));
        (!rejected && self.is_whole(&draft, task, text)).then_some(draft)
    }
}

/// Whether two texts differ in nothing but plain words: not in values, names, numbers in words, or in one of two
/// opposites.
fn says_much_the_same(old: &str, new: &str) -> bool {
    let values = |text: &str| -> Vec<String> {
        let value = |piece| match piece {
            Piece::Value(_, range) => Some(text[range].to_owned()),
            Piece::Prose(_) => None,
        };
        let mut found: Vec<String> = pieces(text).into_iter().filter_map(value).collect();
        found.sort();
        found
    };
    let changes = words::diff(old, new);
    let changed = changes.iter().filter(|stretch| stretch.op != words::Op::Equal);
    let is_telling = |word: &str| word.starts_with(char::is_uppercase) || meaning::is_telling(&word.to_lowercase());
    values(old) == values(new) && !changed.flat_map(|stretch| stretch.text.unicode_words()).any(is_telling)
}

fn suggestion(found: &Match<'_>, task: &Task, document: &str) -> Suggestion {
    let (english, was) = (notation::shown(&task.english), notation::shown(&found.entry.source));
    Suggestion {
        id: task.id.to_string(),
        document: document.to_owned(),
        score: (found.score * 1000.0).round() / 1000.0,
        changes: words::diff(&was, &english),
        english: english.into_owned(),
        english_of_translation: was.into_owned(),
        translation: notation::shown(&found.entry.target).into_owned(),
        from: found.entry.origin.to_string(),
    }
}
