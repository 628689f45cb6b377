//! The judge of translations ([`handback_core::judge`]) with what a project knows: names, glossary, labels, rules.
//!
//! Checks, the review and imports all judge through it, so that a wording is judged alike at every door.

use std::collections::BTreeSet;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::Translation;
use handback_core::catalog::notation;
use handback_core::catalog::state::State;
use handback_core::document::Document;
use handback_core::judge::{self, Context, English, Finding, House, Language};
use handback_core::text::terms::{Term, normal_label};
use handback_core::variables::inline::mask::mask;

use super::{LocaleView, PageView, UnitView};

/// Who made pseudo-translations, in states.
const ORIGIN_OF_PSEUDO: &str = "mt:pseudo";

/// What judges translations of one locale.
pub struct Judge<'s> {
    locale: LocaleView<'s>,
    language: Language,
    house: House,
    variables: Vec<&'s str>,
}

impl<'s> Judge<'s> {
    /// The judge of a locale.
    pub fn of(locale: LocaleView<'s>) -> Self {
        let config = locale.snapshot.config;
        let declared = config.variables.iter().map(|declared| declared.name.as_str());
        Self {
            locale,
            language: Language::of(locale.name()),
            house: config.checks.house(locale.name()),
            variables: declared.chain(notation::CONTEXT).collect(),
        }
    }

    /// The English that a current translation of a unit is compared with: with the values of the document lifted out, or
    /// in it, as the translation was made from it.
    pub fn english<'u>(&self, unit: UnitView<'u>, translation: &Translation<'_>) -> &'u str {
        let message = self.locale.snapshot.reference().messages.get(unit.id);
        let source = translation.state.map(|state| state.source.as_str());
        let is_lifted = message.is_none_or(|message| source.is_none_or(|source| source == message.fingerprint()));
        // One that names a value is compared with the English that does.
        let names_value = match translation.pattern {
            Pattern::Text(text) => notation::has_placeables(text),
            Pattern::Complex(source) => notation::placeables(unit.english()).any(|value| source.contains(value)),
        };
        if is_lifted || names_value { unit.english() } else { unit.written_out(source.unwrap_or_default()) }
    }

    /// The names that are in the English of a unit.
    pub fn names(&self, page: PageView<'_>, english: &str) -> Vec<Term> {
        self.locale.snapshot.names().in_text(page, english)
    }

    /// Judges a wording for a unit. `english` is what it is compared with; see [`Self::names`].
    pub fn judge(&self, unit: UnitView<'_>, english: &str, wording: &Pattern, names: &[Term]) -> Vec<Finding> {
        judge::judge(&English::new(english, unit.page.known()), wording, &self.context(unit, names))
    }

    /// Judges a translation by an English that was looked at, with the labels of the document, for all its translations.
    pub fn judge_by(
        &self,
        unit: UnitView<'_>,
        english: &English<'_>,
        translation: &Translation<'_>,
        names: &[Term],
    ) -> Vec<Finding> {
        let is_pseudo = translation.state.is_some_and(|state| state.origin == ORIGIN_OF_PSEUDO);
        judge::judge(english, translation.pattern, &Context { is_pseudo, ..self.context(unit, names) })
    }

    /// A wording without what is safe to repair in it; `None` if nothing is.
    pub fn fixed(&self, unit: UnitView<'_>, english: &str, wording: &Pattern) -> Option<Pattern> {
        let names = self.names(unit.page, english);
        let context = self.context(unit, &names);
        match wording {
            Pattern::Text(text) => judge::fix::fixed(english, text, &context).map(Pattern::Text),
            Pattern::Complex(source) => judge::fix_variants::fixed(english, source, &context).map(Pattern::Complex),
        }
    }

    fn context<'c>(&'c self, unit: UnitView<'c>, names: &'c [Term]) -> Context<'c> {
        Context {
            language: &self.language,
            is_pseudo: false,
            labels: unit.page.labels(),
            constructs: &unit.page.document().constructs,
            names,
            glossary: self.locale.own().glossary.as_ref(),
            house: &self.house,
            unit: unit.unit.kind.name(),
            variables: &self.variables,
        }
    }
}

/// The codes of findings that a person dismissed for this very English and wording.
pub fn dismissed<'t>(translation: &Translation<'t>) -> impl Iterator<Item = &'t str> {
    let pattern = translation.pattern;
    let all = translation.state.into_iter().flat_map(State::dismissals);
    all.filter(|one| pattern.is_wording(&one.target)).map(|one| one.code.as_str())
}

/// Labels of the link reference definitions of a document: `[label]` in its texts is a link.
pub fn labels(document: &Document<'_>) -> BTreeSet<String> {
    if !document.labels.is_empty() {
        return document.labels.iter().map(|label| normal_label(label)).collect();
    }
    if !document.source.contains("]:") {
        return BTreeSet::new();
    }
    let parser = pulldown_cmark::Parser::new_ext(document.source, pulldown_cmark::Options::ENABLE_FOOTNOTES);
    parser.reference_definitions().iter().map(|(label, _)| normal_label(label)).collect()
}

/// What a text says, for comparing it with others; `None` without a word. Where its links lead, and what its code is, is
/// no wording.
pub fn same_words(text: &str) -> Option<String> {
    let masked = mask(text);
    let text = masked.as_ref().map_or(text, |masked| &masked.mask);
    let inner = text.trim_matches(|c: char| !c.is_alphanumeric() && c != notation::OPEN && c != notation::CLOSE);
    if !inner.contains(char::is_alphabetic) {
        return None;
    }
    let mut said = String::with_capacity(inner.len());
    for word in inner.split_whitespace() {
        if !said.is_empty() {
            said.push(' ');
        }
        match word.is_ascii() {
            true => said.extend(word.chars().map(|c| c.to_ascii_lowercase())),
            false => said.push_str(&word.to_lowercase()),
        }
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn texts_say_the_same_whatever_stands_around_the_words() {
        assert_eq!(same_words("**Privacy  policy:**"), same_words("Privacy Policy"));
        assert_ne!(same_words("Privacy policy"), same_words("Privacy policies"));
        assert_eq!(same_words("[Terms](a.md)"), same_words("[Terms](\u{FDD0}$link\u{FDD1})"));
        assert_eq!(same_words("1,500 – 2,000"), None);
    }
}
