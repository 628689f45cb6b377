//! Characters that no text has, and those that nobody sees.

use std::ops::Range;

use super::{Finding, Kind, Pair, mojibake};

/// Control characters, replacement characters and overrides of direction that the English does not have.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let is_garbled = |c: char| {
        let is_control = c.is_control() && !matches!(c, '\n' | '\t');
        is_control || matches!(c, char::REPLACEMENT_CHARACTER | '\u{202A}'..='\u{202E}')
    };
    let Some(c) = pair.source.chars().find(|c| is_garbled(*c) && !pair.english.source.contains(*c)) else {
        findings.extend(wrong_encoding(pair).or_else(|| invisible(pair)).or_else(|| look_alike(pair)));
        return;
    };
    let shown = format!("U+{:04X}", c as u32);
    findings.push(Finding::new(
        Kind::Garbled,
        &shown,
        format!("the translation holds the character {shown}, which is no text"),
        "remove it; was the file written in another encoding than UTF-8?",
    ));
}

/// A mark that nobody sees, and that ends words for search and for line ends. Of languages that write no blanks between words it says
/// where these end.
fn invisible(pair: &Pair<'_>) -> Option<Finding> {
    let language = pair.context.language;
    let is_of_words =
        |c: char| c == '\u{200B}' && (language.data().is_none() || language.is_unspaced() || language.is_cjk());
    let is_invisible = |c: &char| matches!(c, '\u{200B}' | '\u{FEFF}') && !is_of_words(*c);
    let c = pair.source.chars().find(|c| is_invisible(c) && !pair.english.source.contains(*c))?;
    let shown = format!("U+{:04X}", c as u32);
    let message = format!("the translation holds the invisible character {shown}");
    Some(Finding::new(Kind::Garbled, &shown, message, "remove it").mild())
}

/// A word with a letter of another script that looks like one of its own: it is not found by a search.
fn look_alike(pair: &Pair<'_>) -> Option<Finding> {
    const CYRILLIC: &str = "асеорхуіѕјАВЕКМНОРСТХІЅЈ";
    const LATIN: &str = "aceopxyisjABEKMHOPCTXISJ";
    let is_cyrillic = |c: char| ('\u{400}'..='\u{52F}').contains(&c);
    // Most texts have no such letter.
    if !pair.wording.text.chars().any(is_cyrillic) {
        return None;
    }
    let mut words = pair.wording.text.split(|c: char| !c.is_alphabetic());
    let word = words.find(|word| {
        let (foreign, own): (Vec<char>, Vec<char>) = word.chars().partition(|c| is_cyrillic(*c));
        let is_latin = own.iter().all(|c| *c < '\u{250}');
        let (few, many, alike) =
            if foreign.len() < own.len() { (&foreign, &own, CYRILLIC) } else { (&own, &foreign, LATIN) };
        is_latin && !few.is_empty() && many.len() > 2 && few.len() < 3 && few.iter().all(|c| alike.contains(*c))
    })?;
    let is_mixed = |word: &str| word.chars().any(is_cyrillic) && word.chars().any(|c| c.is_ascii_alphabetic());
    let mut english = pair.english.source.split(|c: char| !c.is_alphabetic());
    // Where a word of the English is so, the letter came with it.
    if english.any(is_mixed) {
        return None;
    }
    let message = format!("`{word}` holds letters of two scripts, which look alike");
    Some(Finding::new(Kind::Garbled, word, message, "type the word again").mild())
}

/// Where the word begins that a place is in. What is before it may be a blank of several bytes.
fn word_start(text: &str, at: usize) -> usize {
    let before = &text[..at];
    before.len() - before.rsplit(char::is_whitespace).next().unwrap_or(before).len()
}

/// A letter that an encoding did not have: `autenticaci?n`. Addresses have such marks too.
fn question_mark(text: &str) -> Option<Range<usize>> {
    let is_address = |at: usize| text[word_start(text, at)..at].contains(['/', '.', '=', '&', '<', '(', '`', '{']);
    let is_lost = |at: usize| {
        text[..at].ends_with(char::is_lowercase) && text[at + 1..].starts_with(char::is_lowercase) && !is_address(at)
    };
    text.match_indices('?').map(|(at, _)| at).find(|at| is_lost(*at)).map(|at| at..at + 1)
}

/// Letters that were read in another encoding, and are not so in the English.
fn wrong_encoding(pair: &Pair<'_>) -> Option<Finding> {
    let place = mojibake::find(pair.source, pair.context.language.script()).or_else(|| question_mark(pair.source))?;
    if pair.english.source.contains(&pair.source[place.clone()]) {
        return None;
    }
    let start = word_start(pair.source, place.start);
    let end = pair.source[place.end..].find(char::is_whitespace).map_or(pair.source.len(), |at| place.end + at);
    let words = &pair.source[start..end.max(place.end)];
    let message = format!("`{words}` was read in another encoding than it was written in");
    // A person may know better.
    Some(Finding::new(Kind::Garbled, words, message, "write the text again in UTF-8").mild())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_behind_blanks_of_any_width() {
        for (text, word) in
            [("un\u{a0}mot?clé", "mot"), ("un\u{3000}mot?clé", "mot"), ("mot?clé", "mot"), ("a mot?clé", "mot")]
        {
            let at = text.find('?').unwrap_or_default();
            assert_eq!(&text[word_start(text, at)..at], word, "{text}");
        }
    }

    #[test]
    fn a_lost_letter_is_found_behind_a_blank_of_two_bytes() {
        assert_eq!(question_mark("la\u{a0}donn?e"), Some(8..9));
        assert_eq!(question_mark("voir\u{a0}https://a.example/b?c=d"), None);
    }
}
