//! Where words stand in a text, in whatever form a language puts them: `locataire` in `locataires`, `Mandant` in
//! `Hauptmandanten`, `مستأجر` in `وللمستأجرين`.
//!
//! No dictionary: a [`Profile`] says how a language forms words, and words are compared letter by letter. It is meant
//! for looking whether a wanted word is there, so it rather finds too much than too little; forms that do not share a
//! stem (broken plurals, `Naam` and `namen`) have to be listed by whoever asks.

mod fold;
mod profile;

use std::ops::Range;

use fold::{Word, words};
pub use profile::Profile;

/// How much of a word may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Any form, and as a part of a compound.
    Wide,
    /// The word itself with an ending: what has to be this word and no relative of it.
    Narrow,
}

/// Where `wanted` (a word or several) stands in `text`, by bytes.
pub fn occurrences(text: &str, wanted: &str, profile: &Profile, reach: Reach) -> Vec<Range<usize>> {
    if wanted.chars().any(is_unspaced) {
        return without_blanks(text, wanted);
    }
    let (words, wanted) = (words(text), words(wanted));
    let Some(last) = wanted.len().checked_sub(1) else { return Vec::new() };
    let stands = |window: &&[Word]| {
        let mut pairs = window.iter().zip(&wanted).enumerate();
        pairs.all(|(at, (word, wanted))| profile.is_form(&word.letters, &wanted.letters, reach, at < last))
    };
    let ranges = |window: &[Word]| window[0].range.start..window[last].range.end;
    words.windows(wanted.len()).filter(stands).map(ranges).collect()
}

/// Whether words in this script are written without blanks between them, or with endings that belong to no word.
fn is_unspaced(c: char) -> bool {
    c >= '\u{2E80}' || matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Where the same characters stand, whatever blanks and middle dots there are between them.
fn without_blanks(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '・' | '･' | '\u{200B}');
    let letters = |text: &str| -> Vec<(usize, char)> {
        let all = text.char_indices().filter(|(_, c)| !is_blank(*c));
        all.map(|(at, c)| (at, c.to_lowercase().next().unwrap_or(c))).collect()
    };
    let (text, wanted) = (letters(text), letters(wanted));
    if wanted.is_empty() {
        return Vec::new();
    }
    let same = |window: &&[(usize, char)]| window.iter().zip(&wanted).all(|(one, other)| one.1 == other.1);
    let range = |window: &[(usize, char)]| {
        let (last, c) = window[window.len() - 1];
        window[0].0..last + c.len_utf8()
    };
    text.windows(wanted.len()).filter(same).map(range).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn scripts_without_blanks_are_searched_as_they_stand() {
        let profile = Profile::of("ja-JP");
        let found = |text: &str, wanted: &str| {
            let found = occurrences(text, wanted, &profile, Reach::Wide);
            found.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("このテナントのユーザー", "テナント"), ["テナント"]);
        assert_eq!(found("Azure テナントとAzureテナント", "azureテナント"), ["Azure テナント", "Azureテナント"]);
        assert_eq!(found("사용자 계정을 추가", "사용자계정"), ["사용자 계정"]);
        assert_eq!(found("ผู้เช่ารายนี้", "ผู้เช่า"), ["ผู้เช่า"]);
        assert!(found("このユーザー", "テナント").is_empty());
    }

    proptest! {
        #[test]
        fn words_stand_in_themselves(
            before in "[a-zé .]{0,6}", word in "[a-zäüéßñşğıабвгдجمعת]{1,9}( [a-zäab]{1,6})?", after in "[ .][a-z ]{0,6}",
            locale in "(de|fr|ru|tr|ar|fi|he|xx|hu|el|ja)",
        ) {
            let text = format!("{before} {word}{after}");
            for reach in [Reach::Wide, Reach::Narrow] {
                let found = occurrences(&text, &word, &Profile::of(&locale), reach);
                prop_assert!(found.iter().any(|range| text[range.clone()] == word), "{:?} {:?}", text, found);
            }
        }

        #[test]
        fn ranges_are_of_the_text(text in "\\PC{0,20}", wanted in "\\PC{0,4}", locale in "(de|ar|he|hu|zh|hi)") {
            for range in occurrences(&text, &wanted, &Profile::of(&locale), Reach::Wide) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
