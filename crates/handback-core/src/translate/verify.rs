//! What may be wrong with what a machine gave back. A translation with a flaw is never written.

use super::inline::{self, Known, Part};
use super::item::Flaw;
use super::protect::Protected;

/// Looks at a translation that was put together from what a machine gave back.
pub fn verify(source: &str, translation: &str, protected: &Protected, known: Known<'_>) -> Result<(), Flaw> {
    let garbled = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, char::REPLACEMENT_CHARACTER | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if translation.contains(|c| garbled(c) && !source.contains(c)) {
        return Err(Flaw::Garbled);
    }
    let (lost, new) = compare_markup(source, translation, known);
    if let Some(part) = lost.first().or_else(|| new.first()) {
        return Err(Flaw::Markup(crate::catalog::notation::shown(part).into_owned()));
    }
    let words = protected.words();
    let translated = Protected::new(translation, known, None).words();
    if !translated.chars().any(char::is_alphanumeric) {
        return Err(Flaw::Empty);
    }
    let (len, translated_len) = (words.chars().count(), translated.chars().count());
    if translated_len > 3 * len + 40 {
        return Err(Flaw::TooLong);
    }
    if len >= 40 && translated_len < len / 8 {
        return Err(Flaw::TooShort);
    }
    if is_unchanged(&words, &translated) {
        return Err(Flaw::Unchanged);
    }
    lost_number(&words, &translated).map_or(Ok(()), |number| Err(Flaw::Number(number)))
}

/// Markup of the English that a translation lacks, and markup that it has beyond that.
pub fn compare_markup(source: &str, translation: &str, known: Known<'_>) -> (Vec<String>, Vec<String>) {
    let labels_only = Known { terms: &[], labels: known.labels };
    let mut lost = marks(source, labels_only);
    let mut new = marks_of(translation, labels_only);
    new.retain(|mark| {
        let found = lost.iter().position(|other| other == mark);
        found.map(|at| lost.remove(at)).is_none()
    });
    (lost, new)
}

/// The markup of an English text, with references to labels as they have to stand in a translation.
fn marks(text: &str, known: Known<'_>) -> Vec<String> {
    let parts = inline::parts(text, known);
    let label = |pair: usize, end: usize| {
        let open = parts.iter().find(|part| matches!(part, Part::Open(_, other) if *other == pair));
        open.map_or("", |open| &text[open.range().end..end])
    };
    let mark = |part: &Part| match part {
        Part::Close(range, pair) if matches!(&text[range.clone()], "]" | "][]") => {
            Some(format!("][{}]", label(*pair, range.start)))
        }
        part => mark_of(text, part),
    };
    parts.iter().filter_map(mark).collect()
}

fn marks_of(text: &str, known: Known<'_>) -> Vec<String> {
    inline::parts(text, known).iter().filter_map(|part| mark_of(text, part)).collect()
}

/// Markup, as opposed to words that happen to look like a value.
fn mark_of(text: &str, part: &Part) -> Option<String> {
    let slice = &text[part.range().clone()];
    let is_address = || slice.contains("://") || slice.contains('@') || slice.starts_with("www.");
    let starts = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '%' | '+' | '-');
    let is_word = || !is_address() && slice.starts_with(starts);
    match part {
        Part::Text(_) => opened_tag(slice),
        Part::Keep(..) if is_word() || slice.trim().is_empty() => None,
        // In other scripts the marks of a sentence touch an address.
        Part::Keep(..) if is_address() && slice.starts_with(starts) => {
            let address = |c: char| c.is_ascii_graphic();
            Some(slice.split(|c| !address(c)).next().unwrap_or(slice).trim_end_matches(['.', ',', ';', ':']).to_owned())
        }
        _ => Some(slice.to_owned()),
    }
}

/// What begins like a tag and is none, because nothing closes it.
fn opened_tag(text: &str) -> Option<String> {
    let begins =
        |at: &usize| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    let at = text.match_indices('<').map(|(at, _)| at).find(begins)?;
    Some(text[at..].split_whitespace().next().unwrap_or("<").to_owned())
}

/// Names are the same in every language, and so is many a single word; a sentence is not.
pub fn is_unchanged(words: &str, translated: &str) -> bool {
    let list = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (source, target) = (list(words), list(translated));
    let is_ordinary = |word: &String| word.starts_with(char::is_lowercase);
    source == target && ((source.len() > 1 && source.iter().any(is_ordinary)) || source.len() > 4)
}

/// A number that the translation lacks, whatever its separators.
pub fn lost_number(source: &str, translation: &str) -> Option<String> {
    let mut there = numbers(translation);
    let mut lost = numbers(source);
    lost.retain(|number| {
        let found = there.iter().position(|other| other == number);
        found.map(|at| there.swap_remove(at)).is_none()
    });
    // A single digit may have become a word, but not another number.
    let is_told = |number: &String| number.len() > 1 || !there.is_empty();
    lost.into_iter().find(is_told)
}

/// Runs of digits; separators of thousands and decimals between digits belong to a number.
fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut number = String::new();
    for (at, c) in chars.iter().enumerate() {
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        let separator = matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}' | ' ' | '’' | '\'');
        let three = || (1..4).all(|next| digit(chars.get(at + next))) && !digit(chars.get(at + 4));
        if c.is_ascii_digit() {
            number.push(*c);
            continue;
        }
        let goes_on = separator && three() || matches!(c, ',' | '.') && digit(chars.get(at + 1));
        if !number.is_empty() && !goes_on {
            found.push(std::mem::take(&mut number));
        }
    }
    if !number.is_empty() {
        found.push(number);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translate::item::Flaw;

    fn check(source: &str, translation: &str) -> Result<(), Flaw> {
        let known = Known::default();
        verify(source, translation, &Protected::new(source, known, None), known)
    }

    #[test]
    fn good_translations_pass() {
        for (source, translation) in [
            ("See [the docs](x.md) first.", "Voir d’abord [la documentation](x.md)."),
            ("Kept for 1,000 days or 30.5 hours", "Conservé 1 000 jours ou 30,5 heures"),
            ("Type", "Type"),
            ("Microsoft Teams", "Microsoft Teams"),
            ("On 12/09/2021", "Le 09/12/2021"),
            ("Needs **User.Read** rights", "Exige les droits **User.Read**"),
            ("Contact information", "Informations de contact"),
            ("Does it store data?", "データを保存しますか?"),
            ("a **bold** word", "**太字** の言葉"),
            ("See https://contoso.com/a, or write to a@b.com", "https://contoso.com/a。または a@b.com。"),
        ] {
            assert_eq!(check(source, translation), Ok(()), "{source}");
        }
    }

    #[test]
    fn flaws_are_found() {
        let flaw = |source: &str, translation: &str| check(source, translation).unwrap_err();
        assert!(matches!(flaw("plain text", "texte <script>alert(1)</script>"), Flaw::Markup(_)));
        assert!(matches!(flaw("plain text", "un **texte** simple"), Flaw::Markup(_)));
        assert!(matches!(flaw("a **bold.** word", "**太字。**言葉"), Flaw::Markup(_)));
        assert!(matches!(flaw("plain text", "un `texte`"), Flaw::Markup(_)));
        assert!(matches!(flaw("plain text", "un [texte](http://x.com)"), Flaw::Markup(_)));
        assert_eq!(flaw("plain text", " "), Flaw::Empty);
        assert_eq!(flaw("plain text", "texte \u{FFFD}"), Flaw::Garbled);
        assert_eq!(flaw("plain text", "texte \u{1b}[31m"), Flaw::Garbled);
        assert_eq!(flaw("Does it store data?", "Does it store data?"), Flaw::Unchanged);
        assert_eq!(flaw("Kept for 30 days", "Conservé trente jours"), Flaw::Number("30".into()));
        assert_eq!(flaw("Keeps 5 copies", "Garde 6 copies"), Flaw::Number("5".into()));
        assert_eq!(check("Keeps 5 copies", "Garde cinq copies"), Ok(()));
        assert!(matches!(flaw("plain text", "texte www.evil.com"), Flaw::Markup(_)));
        assert_eq!(flaw("Yes", &"Voici la traduction que vous avez demandée : ".repeat(2)), Flaw::TooLong);
        assert_eq!(flaw(&"a long sentence ".repeat(9), "court"), Flaw::TooShort);
    }
}
