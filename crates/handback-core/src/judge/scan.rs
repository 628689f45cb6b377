//! Characters that no text has.

use super::{Finding, Kind, Pair};

/// Control characters, replacement characters and overrides of direction that the English does not have.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let is_garbled = |c: char| {
        let is_control = c.is_control() && !matches!(c, '\n' | '\t');
        is_control || matches!(c, char::REPLACEMENT_CHARACTER | '\u{202A}'..='\u{202E}')
    };
    let Some(c) = pair.source.chars().find(|c| is_garbled(*c) && !pair.english.source.contains(*c)) else { return };
    let shown = format!("U+{:04X}", c as u32);
    findings.push(Finding::new(
        Kind::Garbled,
        &shown,
        format!("the translation holds the character {shown}, which is no text"),
        "remove it; was the file written in another encoding than UTF-8?",
    ));
}
