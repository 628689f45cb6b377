//! Months, by name or number.

use std::ops::Range;

use super::Number;
use super::parse::numbers;
use crate::judge::{Finding, Kind, Language, Pair};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The months that an English text names: beside a number, or if the word is nothing else.
pub(in crate::judge) fn month_numbers(text: &str) -> Vec<u8> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(month) = month(word) else { continue };
        let is_beside = is_number(at.checked_sub(1)) || is_number(Some(at + 1));
        let is_certain = word.starts_with(char::is_uppercase)
            && !["may", "march", "august"].iter().any(|other| word.eq_ignore_ascii_case(other))
            && word.len() > 4;
        if is_beside || is_certain {
            found.push(month);
        }
    }
    found
}

/// The month, from 1, that an English word may name: `October`, `Oct`.
fn month(word: &str) -> Option<u8> {
    let first = word.bytes().next()?.to_ascii_lowercase();
    let is_abbreviated = word.len() == 3 && word.starts_with(char::is_uppercase);
    let names = |month: &&str| {
        month.as_bytes()[0] == first && (month.eq_ignore_ascii_case(word) || is_abbreviated && starts_with(month, word))
    };
    MONTHS.iter().position(names).map(|month| month as u8 + 1)
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// Whether a number is the month of an English date in figures, `03/04/2025` or `2025-03-04`, and the translation names it.
pub(super) fn is_named_in(english: &str, number: &Number, text: &str, language: &Language) -> bool {
    let month = number.values.first().filter(|value| (1.0..=12.0).contains(*value) && number.text.len() < 3);
    let Some(month) = month else { return false };
    let (before, after) = (&english[..number.start], &english[number.end..]);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let digits_before = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_first = || {
        let Some(day) = after.strip_prefix('/') else { return false };
        let len = digits(day);
        (1..3).contains(&len) && day[len..].strip_prefix('/').is_some_and(|year| matches!(digits(year), 2 | 4))
    };
    let is_second = || {
        let year = before.strip_suffix('-').is_some_and(|before| digits_before(before) == 4);
        year && after.strip_prefix('-').is_some_and(|day| digits(day) == 2)
    };
    (is_first() || is_second()) && months_of(text, language).iter().any(|(other, _)| f64::from(*other) == *month)
}

/// Months of the English that are others in the translation.
pub(super) fn months(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let wanted = &pair.english.months;
    if wanted.is_empty() {
        return;
    }
    let found = months_of(&pair.wording.text, pair.context.language);
    let lost = wanted.iter().find(|month| !found.iter().any(|(other, _)| other == *month));
    let new = found.iter().find(|(month, word)| !word.is_empty() && !wanted.contains(month));
    if let (Some(lost), Some((_, word))) = (lost, new) {
        let name = MONTHS[usize::from(*lost) - 1];
        let name = format!("{}{}", name[..1].to_uppercase(), &name[1..]);
        let message = format!("`{word}` is {name} in the English");
        findings.push(Finding::new(Kind::Number, word, message, format!("write the date with {name}")));
    }
}

/// The months that a translation names, with the words for them.
fn months_of(text: &str, language: &Language) -> Vec<(u8, String)> {
    let mut found = Vec::new();
    if language.is_cjk() {
        for number in numbers(text, '.', None) {
            let behind = text[number.end..].trim_start();
            let month = number.values.first().filter(|value| (1.0..=12.0).contains(*value) && value.fract() == 0.0);
            if let Some(month) = month.filter(|_| behind.starts_with(['月', '월'])) {
                found.push((*month as u8, format!("{}{}", number.text, &behind[..3])));
            }
        }
        return found;
    }
    let lower = text.to_lowercase();
    // Numbers of months in dates of figures: `30.04.2025`.
    let all = numbers(text, '.', None);
    let dates: Vec<(u8, Range<usize>)> = dates(text, language);
    found.extend(dates.iter().map(|(month, range)| (*month, text[range.clone()].to_owned())));
    let is_outside = |number: &&Number| !dates.iter().any(|(_, range)| range.contains(&number.start));
    let parts: Vec<f64> = all.iter().filter(is_outside).filter_map(|number| number.values.first().copied()).collect();
    if parts.iter().any(|value| *value > 1900.0 && *value < 2200.0) {
        found.extend(
            parts.iter().filter(|value| (1.0..=12.0).contains(*value)).map(|value| (*value as u8, String::new())),
        );
    }
    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2) {
        let word = without_prefix(word, language);
        let named = language
            .months()
            .iter()
            .filter(|(name, _)| name == word || word.chars().count() > 4 && is_inflected(word, name));
        let months: Vec<u8> = named.map(|(_, month)| *month).collect();
        if let Some(month) = months.first().filter(|month| months.iter().all(|other| other == *month)) {
            found.push((*month, word.to_owned()));
        }
    }
    found
}

/// `במרץ`: the preposition is written together with the month.
fn without_prefix<'w>(word: &'w str, language: &Language) -> &'w str {
    let is_month = |word: &str| language.months().iter().any(|(name, _)| name == word);
    let rest = word.strip_prefix(['ב', 'ל', 'מ', 'ה', 'ו']).filter(|_| language.code() == "he" && !is_month(word));
    rest.filter(|rest| is_month(rest)).unwrap_or(word)
}

/// Dates in figures that say for certain which part is the month, with where they stand: `30.04.2025` everywhere, `30/04/2025` where
/// nobody writes the month first.
fn dates(text: &str, language: &Language) -> Vec<(u8, Range<usize>)> {
    const DAY_FIRST: [&str; 7] = ["fr", "es", "it", "pt", "vi", "el", "ro"];
    const MONTH_FIRST: [&str; 3] = ["es-US", "es-PR", "es-PA"];
    let is_day_first = DAY_FIRST.contains(&language.code()) && !MONTH_FIRST.contains(&language.locale());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let len =
            text[start..].find(|c: char| !c.is_ascii_digit() && c != '.' && c != '/').unwrap_or(text.len() - start);
        at = start + len;
        let date = text[start..at].trim_end_matches(['.', '/']);
        let separator = if date.contains('.') { '.' } else { '/' };
        let parts: Vec<&str> = date.split(separator).collect();
        let [day, month, year] = parts.as_slice() else { continue };
        let is_date = (1..3).contains(&day.len()) && (1..3).contains(&month.len()) && year.len() == 4;
        let month = month.parse().ok().filter(|month| (1..=12).contains(month));
        if let Some(month) = month.filter(|_| is_date && (separator == '.' || is_day_first)) {
            found.push((month, start..start + date.len()));
        }
    }
    found
}

/// `maaliskuussa` of `maaliskuu`.
fn is_inflected(word: &str, name: &str) -> bool {
    name.chars().count() > 5 && word.starts_with(name)
}
