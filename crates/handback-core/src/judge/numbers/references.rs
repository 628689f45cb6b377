//! Numbers that name a thing instead of counting: `TS 23.090`, `45 CFR 164.312`, `section 4.125`. They are copied, whatever sign a
//! locale has before decimals.

use super::Number;
use super::durations::english_unit;

/// What stands before the number of a part.
const PARTS: [&str; 20] = [
    "annex",
    "appendix",
    "article",
    "chapter",
    "clause",
    "control",
    "figure",
    "item",
    "paragraph",
    "part",
    "point",
    "regulation",
    "release",
    "requirement",
    "rule",
    "section",
    "see",
    "standard",
    "step",
    "table",
];

/// What stands between the numbers of two: `TS 23.090 and 23.140`.
const AND: [&str; 3] = ["and", "or", "to"];

/// Money is no name, though its codes are written like abbreviations.
const CURRENCIES: [&str; 14] =
    ["AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "INR", "JPY", "MXN", "NOK", "SEK", "USD"];

/// Whether a number with a point, the one of this place among those of an English text, names something.
pub(super) fn is_reference(text: &str, numbers: &[Number], at: usize) -> bool {
    let number = &numbers[at];
    if !number.text.contains('.') || is_measured(text, number) {
        return false;
    }
    let before = text[..number.start].trim_end_matches([' ', '\u{a0}', '(']);
    if before.ends_with(['§', '#']) {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    if AND.contains(&word) || before.ends_with(',') {
        // The parts of a date stand at one place: none is before another.
        let between = |other: &Number| text.get(other.end..number.start);
        let joined = |other: &Number| between(other).is_some_and(|between| between.trim_matches([' ', ',']).len() <= 3);
        return at > 0 && joined(&numbers[at - 1]) && is_reference(text, numbers, at - 1);
    }
    let lower = word.to_lowercase();
    let is_abbreviation = word.chars().filter(char::is_ascii_uppercase).count() > 1 && word == word.to_uppercase();
    PARTS.contains(&lower.trim_end_matches('s'))
        || PARTS.contains(&lower.as_str())
        || is_abbreviation && !CURRENCIES.contains(&word)
}

/// Whether a unit stands behind it: then it counts.
fn is_measured(text: &str, number: &Number) -> bool {
    let behind = text[number.end..].trim_start_matches([' ', '\u{a0}', '-']);
    let word = behind.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_lowercase();
    let is_bytes = matches!(word.trim_end_matches('s'), "kb" | "mb" | "gb" | "tb" | "kib" | "mib" | "gib" | "tib");
    is_bytes
        || behind.starts_with('%')
        || word == "percent"
        || english_unit(behind).is_some()
        || number.values.len() > 1
}
