//! Identifiers: what among the words of a text is copied as it stands. The judge looks for them in a translation, and a machine
//! does not get them.

use std::ops::Range;

use super::values::{Piece, ValueKind};

/// The identifiers in a piece of a text, in order.
pub fn identifiers(text: &str, piece: &Piece) -> Vec<Range<usize>> {
    match piece {
        Piece::Value(ValueKind::Identifier, range) => without_stars(text, range.clone()),
        Piece::Prose(range) => words_of(text, range.clone()),
        Piece::Value(..) => Vec::new(),
    }
}

/// `*level1*__,`: marks of emphasis are no part of an identifier.
fn without_stars(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let value = &text[range.clone()];
    if !value.contains('*') {
        return Some(range).filter(|_| !is_worded(value)).into_iter().collect();
    }
    let mut found = Vec::new();
    let mut at = range.start;
    for part in value.split('*') {
        let core = core_of(part);
        let core = at + core.start..at + core.end;
        let name = &text[core.clone()];
        if name.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '_')) && !is_worded(name) {
            found.push(core);
        }
        at += part.len() + 1;
    }
    found
}

/// What of a word is between the first and the last letter or digit.
fn core_of(word: &str) -> Range<usize> {
    let start = word.find(|c: char| c.is_ascii_alphanumeric()).unwrap_or(word.len());
    let end = word.rfind(|c: char| c.is_ascii_alphanumeric()).map_or(start, |at| at + 1);
    start.min(end)..end
}

/// `3rd-party`, `24x7`, `5G`: words that begin with a figure. `third-party2` is no word.
fn is_worded(value: &str) -> bool {
    let starts = value.starts_with(|c: char| c.is_ascii_digit());
    if is_missing_blank(value) {
        return true;
    }
    // `PSD2` is `DSP2` in French: short names of laws and the like are translated.
    let letters = value.bytes().take_while(u8::is_ascii_uppercase).count();
    if (2..5).contains(&letters) && value.len() == letters + 1 && value.ends_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let dotted = value.split('.').filter(|part| !part.is_empty()).all(|part| part.len() == 1);
    // `Q1`, `H2`: parts of a year.
    (starts && !value.contains('_') && value.len() < 20 && !is_hexadecimal(value)) || dotted || value.len() < 3
}

/// `restrictions.Passwords`: the end of a sentence, and the next one.
fn is_missing_blank(value: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word[1..].bytes().all(|b| b.is_ascii_lowercase());
    value.split_once('.').is_some_and(|(before, after)| {
        let ends = before.len() > 2 && before.bytes().all(|b| b.is_ascii_lowercase());
        ends && after.starts_with(|c: char| c.is_ascii_uppercase()) && is_word(after)
    })
}

/// `4f1c-…`, as GUIDs are.
fn is_hexadecimal(value: &str) -> bool {
    value.len() >= 8 && value.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
}

/// Words of prose that are none: `maxRetryCount`, `C:\Logs`.
fn words_of(text: &str, prose: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = prose.start;
    for word in text[prose].split(char::is_whitespace) {
        let core = core_of(word);
        if is_camel(&word[core.clone()]) || is_path(&word[core.clone()]) {
            found.push(at + core.start..at + core.end);
        }
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn is_camel(word: &str) -> bool {
    let bytes = word.as_bytes();
    let turns = bytes.windows(2).filter(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase()).count();
    word.len() > 4 && bytes[0].is_ascii_lowercase() && turns > 0 && bytes.iter().all(u8::is_ascii_alphanumeric)
}

fn is_path(word: &str) -> bool {
    word.is_ascii() && word.contains('\\') && word.split('\\').filter(|part| part.len() > 1).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::values::pieces;

    #[test]
    fn identifiers_are_found_without_the_marks_around_them() {
        let shown = |text: &'static str| -> Vec<&str> {
            pieces(text).iter().flat_map(|piece| identifiers(text, piece)).map(|range| &text[range]).collect()
        };
        assert_eq!(shown("Set *tideLevel* or __harbor_name__ here"), ["tideLevel", "harbor_name"]);
        assert_eq!(shown("**quay** __*level1*__, *level2*"), ["level1", "level2"]);
        assert_eq!(shown("(see\u{a0}tideLevel) 3rd-party é tideLog"), ["tideLevel", "tideLog"]);
        assert_eq!(shown("A 24x7 tide in C:\\Tides\\Log"), ["C:\\Tides\\Log"]);
    }
}
