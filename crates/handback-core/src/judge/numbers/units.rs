//! Units of measure: bytes, per cent, currencies, scales.

use rustc_hash::FxHashSet;

use super::Number;
use crate::judge::{Finding, Kind};

/// Units of bytes, by what languages write for them.
const BYTES: [(char, &[&str]); 4] = [
    ('k', &["kb", "kib", "ko", "кб", "كيلوبايت", "キロバイト"]),
    ('m', &["mb", "mib", "mo", "мб", "ميغابايت", "ميجابايت", "メガバイト", "兆字节"]),
    ('g', &["gb", "gib", "go", "гб", "غيغابايت", "جيجابايت", "ギガバイト"]),
    ('t', &["tb", "tib", "to", "тб", "تيرابايت", "テラバイト"]),
];

/// How languages say per cent.
const PER_CENT: [&str; 20] = [
    "%",
    "٪",
    "％",
    "pour cent",
    "prozent",
    "por ciento",
    "per cento",
    "por cento",
    "процент",
    "procent",
    "yüzde",
    "prosentti",
    "prosentin",
    "パーセント",
    "퍼센트",
    "百分",
    "بالمائة",
    "بالمئة",
    "في المائة",
    "في المئة",
];

/// Units that became others: megabytes, per cent, currencies.
pub(super) fn units(
    english_text: &str,
    text: &str,
    english: &[Number],
    wording: &[Number],
    findings: &mut Vec<Finding>,
) {
    for number in english {
        let Some(unit) = bytes_unit(english_text, number) else { continue };
        let same = wording.iter().filter(|other| other.values.iter().any(|value| number.values.contains(value)));
        let found: Vec<(char, &Number)> = same.filter_map(|other| Some((bytes_unit(text, other)?, other))).collect();
        if let Some((_, other)) = found.first().filter(|_| !found.iter().any(|(other, _)| *other == unit)) {
            let message = format!("the unit behind {} is not that of the English", other.text);
            findings.push(Finding::new(Kind::Number, &other.text, message, "write the unit of the English"));
            return;
        }
    }
    // What each number may mean besides itself: `10 million` and `10k` may stand in one text.
    let known: FxHashSet<(u64, u64)> = english
        .iter()
        .flat_map(|number| number.values.iter().skip(1).map(|value| (number.values[0].to_bits(), value.to_bits())))
        .collect();
    for number in english.iter().filter(|number| number.values.len() > 1) {
        let is_raw = |other: &&Number| other.values.len() > 1 && other.values[0] == number.values[0];
        let raw = number.values[0].to_bits();
        let differs = |other: &&Number| !other.values[1..].iter().any(|value| known.contains(&(raw, value.to_bits())));
        if let Some(other) = wording.iter().filter(is_raw).find(differs) {
            let message = format!("the {} of the English became another scale", number.text);
            findings.push(Finding::new(Kind::Number, &other.text, message, "write as many as the English says"));
            return;
        }
    }
    let is_percent = |number: &&Number| english_text[number.end..].trim_start().starts_with('%');
    let says_percent = || {
        let lower = text.to_lowercase();
        PER_CENT.iter().any(|word| lower.contains(word))
    };
    if let Some(number) = english.iter().find(is_percent).filter(|_| !says_percent()) {
        let message = format!("the per cent sign of {}% is missing", number.text);
        findings.push(Finding::new(Kind::Number, &number.text, message, "write the per cent sign"));
        return;
    }
    if let [ours] = currencies(english_text).as_slice()
        && let [theirs] = currencies(text).as_slice()
        && ours != theirs
    {
        let message = format!("{theirs}s are {ours}s in the English");
        findings.push(Finding::new(Kind::Number, theirs, message, "write the currency of the English"));
        return;
    }
    let signs = |text: &str| -> Vec<char> {
        text.chars().filter(|c| matches!(c, '$' | '€' | '£' | '¥' | '₩' | '₽' | '₹')).collect()
    };
    let (ours, theirs) = (signs(english_text), signs(text));
    if let Some(sign) = theirs.iter().find(|sign| !ours.contains(sign)).filter(|_| !ours.is_empty()) {
        let message = format!("the currency {sign} is {} in the English", ours[0]);
        findings.push(Finding::new(Kind::Number, &sign.to_string(), message, "write the currency of the English"));
    }
}

/// A currency, with the words for it, and what else stands for it.
type Currency = (&'static str, &'static [&'static str], &'static [&'static str]);

const CURRENCIES: [Currency; 2] = [
    (
        "euro",
        &["eur", "euro", "euros", "euron", "euroa", "eura", "евро", "євро", "يورو"],
        &["€", "ユーロ", "欧元", "歐元", "유로"],
    ),
    (
        "dollar",
        &[
            "usd",
            "dollar",
            "dollars",
            "dólar",
            "dólares",
            "dolar",
            "dolary",
            "dolarów",
            "dollari",
            "dollaro",
            "доллар",
            "доллара",
            "долларов",
            "долар",
            "долара",
            "доларів",
            "دولار",
            "دولارًا",
        ],
        &["$", "ドル", "美元", "달러"],
    ),
];

/// Currencies that a text names by a word, a sign or a code: each once.
fn currencies(text: &str) -> Vec<&'static str> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    let is_named = |(_, of_words, signs): &&Currency| {
        words.iter().any(|word| of_words.contains(word)) || signs.iter().any(|sign| lower.contains(sign))
    };
    CURRENCIES.iter().filter(is_named).map(|(name, ..)| *name).collect()
}

fn bytes_unit(text: &str, number: &Number) -> Option<char> {
    let behind = text[number.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
    let end = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
    let word = behind[..end].to_lowercase();
    let names = |(_, names): &&(char, &[&str])| {
        names.iter().any(|name| word == *name || name.len() > 4 && word.starts_with(name))
    };
    BYTES.iter().find(names).map(|(unit, _)| *unit)
}

#[cfg(test)]
mod tests {
    use super::super::numbers;
    use super::*;

    fn found(english: &str, wording: &str) -> usize {
        let (ours, theirs) = (numbers(english, '.', None), numbers(wording, ',', None));
        let mut findings = Vec::new();
        units(english, wording, &ours, &theirs, &mut findings);
        findings.len()
    }

    #[test]
    fn a_scale_is_that_of_some_number_of_the_english() {
        assert_eq!(found("10 million rows", "10 milliard"), 1);
        assert_eq!(found("10 million rows, 10k of them new", "10 \u{271}\u{ed}\u{13a}, 10k"), 0);
    }
}
