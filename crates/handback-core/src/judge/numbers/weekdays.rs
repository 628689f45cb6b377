//! Days of the week.

use super::{Finding, Kind};
use crate::judge::{Language, Pair};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Days of the English that are others in the translation.
pub(super) fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let words = pair.english.visible.text.split(|c: char| !c.is_alphanumeric());
    let day = |word: &str| DAYS.iter().position(|day| word.trim_end_matches('s') == *day).map(|day| day as u8 + 1);
    let wanted: Vec<u8> = words.filter_map(day).collect();
    if wanted.is_empty() {
        return;
    }
    let found = days_of(&pair.wording.text, pair.context.language);
    let lost = wanted.iter().find(|day| !found.iter().any(|(other, _)| other == *day));
    let new = found.iter().find(|(day, _)| !wanted.contains(day));
    if let (Some(lost), Some((_, word))) = (lost, new) {
        let name = DAYS[usize::from(*lost) - 1];
        let message = format!("`{word}` is {name} in the English");
        findings.push(Finding::new(Kind::Number, word, message, format!("write the day that {name} is")));
    }
}

/// The days that a translation names, from Monday, with the words for them.
fn days_of<'l>(text: &str, language: &'l Language) -> Vec<(u8, &'l str)> {
    let lower = text.to_lowercase();
    let is_named = |name: &str| match language.is_cjk() || language.is_unspaced() {
        true => lower.contains(name),
        false => lower.match_indices(name).any(|(at, _)| {
            let before = lower[..at].chars().next_back();
            // Endings follow, and articles and prefixes go before in Arabic and Hebrew.
            before.is_none_or(|c| !c.is_alphabetic() || !c.is_ascii() && c > '\u{590}')
        }),
    };
    language.weekdays().iter().filter(|(name, _)| is_named(name)).map(|(name, day)| (*day, name.as_str())).collect()
}
