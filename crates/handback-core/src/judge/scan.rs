//! Characters that no text has.

use std::ops::Range;

use super::{Finding, Kind, Pair, mojibake};

/// Control characters, replacement characters and overrides of direction that the English does not have.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let is_garbled = |c: char| {
        let is_control = c.is_control() && !matches!(c, '\n' | '\t');
        is_control || matches!(c, char::REPLACEMENT_CHARACTER | '\u{202A}'..='\u{202E}')
    };
    let Some(c) = pair.source.chars().find(|c| is_garbled(*c) && !pair.english.source.contains(*c)) else {
        findings.extend(wrong_encoding(pair));
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

/// A letter that an encoding did not have: `autenticaci?n`. Addresses have such marks too.
fn question_mark(text: &str) -> Option<Range<usize>> {
    let is_address = |at: usize| {
        let start = text[..at].rfind(char::is_whitespace).map_or(0, |at| at + 1);
        text[start..at].contains(['/', '.', '=', '&', '<', '(', '`', '{'])
    };
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
    let start = pair.source[..place.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = pair.source[place.end..].find(char::is_whitespace).map_or(pair.source.len(), |at| place.end + at);
    let words = &pair.source[start..end.max(place.end)];
    let message = format!("`{words}` was read in another encoding than it was written in");
    // A person may know better.
    Some(Finding::new(Kind::Garbled, words, message, "write the text again in UTF-8").mild())
}
