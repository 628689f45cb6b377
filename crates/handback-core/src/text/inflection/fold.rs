//! Words as they are compared: in lower case, without accents and vowel marks.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone)]
pub struct Word {
    /// Where it stands, by bytes.
    pub range: Range<usize>,
    /// As it is compared.
    pub letters: Vec<char>,
}

/// The words of a text. Hyphens, apostrophes and colons end one: `l’application`, `Azure-Mandant`, `API:n`.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut end = None;
    for (at, c) in text.char_indices() {
        let belongs = c.is_alphanumeric() || (is_mark(c) && end == Some(at));
        if !belongs {
            continue;
        }
        if end != Some(at) {
            words.push(Word { range: at..at, letters: Vec::new() });
        }
        let next = at + c.len_utf8();
        if let Some(word) = words.last_mut() {
            word.range.end = next;
            word.letters.extend(c.to_lowercase().filter(|c| !is_dropped(*c)).map(base));
        }
        end = Some(next);
    }
    words.retain(|word| !word.letters.is_empty());
    words
}

/// Accents, vowel marks and joiners, which stand inside of words.
fn is_mark(c: char) -> bool {
    is_dropped(c) || matches!(c, '\u{900}'..='\u{963}' | '\u{970}'..='\u{DFF}')
}

fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{640}'
            | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{200C}' | '\u{200D}'
    )
}

/// A letter without what inflection changes on it: `ä` in `Zugänge`, the stress of Greek, the forms of alif.
fn base(c: char) -> char {
    const BASES: [(char, &str); 24] = [
        ('a', "áàâäãåāăą"),
        ('c', "çćč"),
        ('d', "ďđ"),
        ('e', "éèêëēėęě"),
        ('g', "ğģ"),
        ('i', "íìîïīįı"),
        ('k', "ķ"),
        ('l', "łļľ"),
        ('n', "ñńňņ"),
        ('o', "óòôöõőø"),
        ('r', "řŕ"),
        ('s', "śšşș"),
        ('t', "ťţț"),
        ('u', "úùûüūůűų"),
        ('y', "ýÿ"),
        ('z', "źžż"),
        ('е', "ё"),
        ('α', "ά"),
        ('ε', "έ"),
        ('η', "ή"),
        ('ι', "ίϊΐ"),
        ('ο', "ό"),
        ('υ', "ύϋΰ"),
        ('ω', "ώ"),
    ];
    match c {
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        c if c.is_ascii() => c,
        c => BASES.iter().find(|(_, forms)| forms.contains(c)).map_or(c, |(base, _)| *base),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        let folded =
            |text: &str| -> Vec<String> { words(text).into_iter().map(|w| w.letters.iter().collect()).collect() };
        assert_eq!(folded("L’Élève d'Azure-Mandant, API:n"), ["l", "eleve", "d", "azure", "mandant", "api", "n"]);
        assert_eq!(folded("re\u{301}fe\u{301}rence Be\u{AD}nutzer"), ["reference", "benutzer"]);
        assert_eq!(folded("İstek ΡΌΛΟΣ مُسْتَأْجِر किरायेदार"), ["istek", "ρολοσ", "مستاجر", "किरायेदार"]);
        let range = words("a été").pop().unwrap().range;
        assert_eq!(range, 2..7);
    }
}
