//! Whether a translation may be kept, or carried over, when its English changes.

use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use intl_pluralrules::{PluralRuleType, PluralRules};
use rustc_hash::{FxHashMap, FxHashSet};
use unic_langid::LanguageIdentifier;
use unicode_segmentation::UnicodeSegmentation as _;

use super::severity::{self, Rule, Severity, Swap, Verdict};
use crate::catalog::escape::Pattern;
use crate::catalog::reference::Reference;
use crate::catalog::state::Carried;
use crate::catalog::update::{CarriedOver, Carrying};
use crate::text::fingerprint::short_hash;
use crate::text::values::{Piece, ValueKind, pieces};

/// The words of today's English, counted when they are first needed: a word that other texts use is no misspelling.
pub struct Vocabulary<'r> {
    reference: &'r Reference,
    elsewhere: Option<&'r Elsewhere>,
    words: OnceLock<Words<'r>>,
    asked: Mutex<FxHashMap<u64, u32>>,
}

/// A word that so many messages have stands in others than the two that a verdict is about.
pub const MANY: u32 = 3;

/// Returns the texts of messages that are not in the reference because their documents were not read.
pub type Elsewhere = dyn Fn() -> Vec<String> + Send + Sync;

#[derive(Debug)]
struct Words<'r> {
    /// In how many messages each word stands, in lower case.
    counts: FxHashMap<String, usize>,
    texts: FxHashSet<&'r str>,
}

impl<'r> Vocabulary<'r> {
    pub fn new(reference: &'r Reference) -> Self {
        Self::with(reference, None)
    }

    /// Knows where the other texts are.
    pub fn with(reference: &'r Reference, elsewhere: Option<&'r Elsewhere>) -> Self {
        Self { reference, elsewhere, words: OnceLock::new(), asked: Mutex::default() }
    }

    /// What became of an English text, whatever its translations.
    pub fn classify(&self, previous: &str, english: &str) -> Verdict {
        severity::classify(previous, english, &|word| self.stands_elsewhere(word, [previous, english]))
    }

    /// Judges the change as it affects one translation: see [`judge`].
    pub fn verdict(&self, carrying: &Carrying<'_>) -> (Verdict, Option<String>) {
        let target = match carrying.target {
            Pattern::Text(text) => Some(text.as_str()),
            Pattern::Complex(_) => None,
        };
        let verdict = self.classify(carrying.previous, carrying.english);
        judge(&verdict, carrying.previous, carrying.english, target, carrying.locale)
    }

    /// Whether and how a translation outlives a change, for the merge.
    pub fn decide(&self, carrying: &Carrying<'_>) -> Option<CarriedOver> {
        let (verdict, text) = self.verdict(carrying);
        match verdict.severity {
            Severity::Cosmetic => Some(CarriedOver { how: Carried::Cosmetic, text: None }),
            Severity::Mechanical => Some(CarriedOver { how: Carried::Mechanical, text }),
            Severity::Substantive => None,
        }
    }

    /// The words on which a verdict depended, by their hash as [`word_hashes`] makes it, each with the number of messages that
    /// have it. While no text gains or loses one of them, or [`MANY`] have it anyway, all verdicts stay as they are.
    pub fn asked(self) -> FxHashMap<u64, u32> {
        self.asked.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a word (in lower case) is in a message besides these texts.
    fn stands_elsewhere(&self, word: &str, besides: [&str; 2]) -> bool {
        let words = self.words.get_or_init(|| Words::of(self.reference, self.elsewhere));
        let here = besides.iter().filter(|text| words.texts.contains(**text) && words_of(text).contains(word)).count();
        let count = words.counts.get(word).copied().unwrap_or(0);
        let asked = &mut self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.insert(short_hash(word), u32::try_from(count).unwrap_or(u32::MAX));
        count > here
    }
}

impl<'r> Words<'r> {
    fn of(reference: &'r Reference, elsewhere: Option<&Elsewhere>) -> Self {
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        let others = elsewhere.map(|texts| texts()).unwrap_or_default();
        let texts = reference.messages.values().map(|message| &message.text).chain(&others);
        for word in texts.flat_map(|text| words_of(text)) {
            *counts.entry(word).or_default() += 1;
        }
        Self { counts, texts: reference.messages.values().map(|message| message.text.as_str()).collect() }
    }
}

/// Hashes of the words of a text, in lower case.
pub fn word_hashes(text: &str) -> FxHashSet<u64> {
    words_of(text).iter().map(|word| short_hash(word)).collect()
}

fn words_of(text: &str) -> FxHashSet<String> {
    text.unicode_words().map(str::to_lowercase).collect()
}

/// The change as it bears on one translation: a mechanical change that cannot be carried over to it is
/// substantive. With the wording that the translation would have, if its severity is at most mechanical.
///
/// `target` is the translation's text, `None` if it has selectors.
pub fn judge(verdict: &Verdict, old: &str, new: &str, target: Option<&str>, locale: &str) -> (Verdict, Option<String>) {
    match verdict.severity {
        Severity::Substantive => (verdict.clone(), None),
        Severity::Cosmetic => (verdict.clone(), target.map(str::to_owned)),
        Severity::Mechanical => match target.ok_or(Rule::Selectors).and_then(|target| {
            let texts = Texts { old, new, target, locale };
            carried_over(&verdict.swaps, &texts)
        }) {
            Ok(text) => (verdict.clone(), Some(text)),
            Err(rule) => (Verdict::substantive(rule), None),
        },
    }
}

struct Texts<'t> {
    old: &'t str,
    new: &'t str,
    target: &'t str,
    locale: &'t str,
}

/// The translation with new values for old, where that is beyond doubt.
fn carried_over(swaps: &[Swap], texts: &Texts<'_>) -> Result<String, Rule> {
    let mut replacements: FxHashMap<&str, &str> = FxHashMap::default();
    for swap in swaps {
        let (old, mut new) = (&texts.old[swap.old.clone()], &texts.new[swap.new.clone()]);
        if swap.kind == ValueKind::Number && is_same_number(old, new) {
            // Only written in another way, which is for the language to say.
            new = old;
        }
        if *replacements.entry(old).or_insert(new) != new {
            return Err(Rule::AmbiguousValue);
        }
        if swap.kind == ValueKind::Number {
            check_number(old, new, texts.locale)?;
        }
    }
    let found = values_of(texts.target);
    for old in replacements.keys() {
        let changed = swaps.iter().filter(|swap| &texts.old[swap.old.clone()] == *old).count();
        let in_english = count(&values_of(texts.old), texts.old, old);
        if in_english != changed {
            return Err(Rule::AmbiguousValue);
        }
        if count(&found, texts.target, old) != in_english {
            // A link that only became absolute leads where the translation's own leads.
            if is_made_absolute(old, replacements[old]) && count(&found, texts.target, replacements[old]) == 0 {
                continue;
            }
            return Err(Rule::ValueNotInTranslation);
        }
    }
    let mut out = String::with_capacity(texts.target.len());
    let mut at = 0;
    for range in found {
        let Some(new) = replacements.get(&texts.target[range.clone()]) else { continue };
        if is_part_of_a_number(texts.target, &range) {
            return Err(Rule::ValueNotInTranslation);
        }
        out.push_str(&texts.target[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&texts.target[at..]);
    Ok(out)
}

/// Whether an address is a relative one with a host before it.
fn is_made_absolute(old: &str, new: &str) -> bool {
    let path = old.trim_start_matches("../").trim_start_matches("./").trim_start_matches('/');
    let is_absolute = |address: &str| address.contains("://");
    !path.is_empty() && !is_absolute(old) && is_absolute(new) && new.ends_with(path) && new.len() > path.len()
}

fn values_of(text: &str) -> Vec<Range<usize>> {
    let value = |piece| match piece {
        Piece::Value(_, range) => Some(range),
        Piece::Prose(_) => None,
    };
    pieces(text).into_iter().filter_map(value).collect()
}

fn count(values: &[Range<usize>], text: &str, value: &str) -> usize {
    values.iter().filter(|range| &text[(*range).clone()] == value).count()
}

/// `25000` and `25,000`.
fn is_same_number(old: &str, new: &str) -> bool {
    let grouped =
        |number: &str| number.split(',').skip(1).all(|group| group.split('.').next().map_or(0, str::len) == 3);
    grouped(old) && grouped(new) && old.replace(',', "") == new.replace(',', "")
}

/// `5 000`, `5万`, `5 ½`: in other languages numbers go on where English ones end.
fn is_part_of_a_number(text: &str, range: &Range<usize>) -> bool {
    let blank = |c: &char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let numeral = |c: char| c.is_ascii_digit() || "½⅓¼⅔¾〇零一二三四五六七八九十百千万億兆两兩億".contains(c);
    if !text[range.clone()].bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')) {
        return false;
    }
    let after = text[range.end..].replace("&nbsp;", " ");
    let before = text[..range.start].replace("&nbsp;", " ");
    let groups = |digits: usize| digits == 3;
    let next = after.chars().find(|c| !blank(c));
    let digits_after = after.trim_start_matches(|c| blank(&c)).chars().take_while(char::is_ascii_digit).count();
    let digits_before = before.trim_end_matches(|c| blank(&c)).chars().rev().take_while(char::is_ascii_digit).count();
    let blank_after = after.chars().next().is_some_and(|c| blank(&c));
    let blank_before = before.chars().next_back().is_some_and(|c| blank(&c));
    let here = range.len();
    (blank_after && groups(digits_after) && here <= 3)
        || (blank_before && groups(here) && (1..=3).contains(&digits_before))
        || next.is_some_and(|c| !c.is_ascii_digit() && numeral(c))
        || before.chars().next_back().is_some_and(numeral)
}

/// A number goes over as it stands only if it is written with the same marks, which locales write
/// differently, and asks for the same plural form.
fn check_number(old: &str, new: &str, locale: &str) -> Result<(), Rule> {
    let marks = |number: &str| number.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    if marks(old) != marks(new) {
        return Err(Rule::ValueNotInTranslation);
    }
    match (plural_form(old, locale), plural_form(new, locale)) {
        (Some(old), Some(new)) if old != new => Err(Rule::Plural),
        _ => Ok(()),
    }
}

fn plural_form(number: &str, locale: &str) -> Option<intl_pluralrules::PluralCategory> {
    let locale: LanguageIdentifier = locale.parse().ok()?;
    let language = LanguageIdentifier::from_parts(locale.language, None, None, &[]);
    let number = number.replace(',', "");
    let number = number.trim_start_matches(['-', '+', '−']);
    PluralRules::create(language, PluralRuleType::CARDINAL).ok()?.select(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drift::severity::classify;

    fn carry(old: &str, new: &str, target: &str, locale: &str) -> Result<String, Rule> {
        let (verdict, text) = judge(&classify(old, new, &|_| false), old, new, Some(target), locale);
        text.ok_or(verdict.rule)
    }

    #[test]
    fn values_go_over() {
        assert_eq!(
            carry("Kept 30 days.", "Kept 90 days.", "Conservé 30 jours.", "fr-FR"),
            Ok("Conservé 90 jours.".into())
        );
        assert_eq!(carry("a 1 b 2", "a 2 b 3", "x 2 y 1", "ja-JP"), Ok("x 3 y 2".into()));
        assert_eq!(carry("Kept 30 days", "Kept 60 days", "30日間保存", "ja-JP"), Ok("60日間保存".into()));
        assert_eq!(carry("[a](/x) b", "[a](/y) b", "b [é](/x)", "fr-FR"), Ok("b [é](/y)".into()));
        assert_eq!(carry("A, b", "A b", "É, b", "fr-FR"), Ok("É, b".into()));
        assert_eq!(carry("25000 users", "25,000 users", "25000 usagers", "fr-FR"), Ok("25000 usagers".into()));
    }

    #[test]
    fn doubtful_ones_do_not() {
        use Rule::*;
        assert_eq!(carry("Kept 30 days", "Kept 90 days", "Gardé trente jours", "fr-FR"), Err(ValueNotInTranslation));
        assert_eq!(carry("In 9 of 2019", "In 8 of 2019", "En 2019", "fr-FR"), Err(ValueNotInTranslation));
        assert_eq!(carry("30 or 30", "30 or 90", "30 ou 30", "fr-FR"), Err(AmbiguousValue));
        assert_eq!(carry("after 2 tries", "after 5 tries", "2 próby", "pl-PL"), Err(Plural));
        assert_eq!(carry("has 900 users", "has 1,000 users", "a 900 usagers", "fr-FR"), Err(ValueNotInTranslation));
        for target in ["Gardez les 5 000", "Gardez 5\u{a0}000", "Gardez 5&nbsp;000", "5万", "五十5", "5 ½"] {
            assert_eq!(carry("Keep 5 files", "Keep 6 files", target, "fr-FR"), Err(ValueNotInTranslation), "{target}");
        }
        assert_eq!(carry("Use 2 GB", "Use 2.5 GB", "Nutzen Sie 2 GB", "de-DE"), Err(ValueNotInTranslation));
        assert_eq!(carry("Use 1.5 units", "Use 2.5 units", "1.5 unité", "fr-FR"), Err(Plural));
        let verdict = classify("a 1", "a 2", &|_| false);
        assert_eq!(judge(&verdict, "a 1", "a 2", None, "fr-FR").0.rule, Selectors);
    }
}
