//! Signs before numbers, and measures behind them: below zero, more and less, degrees, lengths, frequencies.

use super::Number;
use crate::judge::{Finding, Kind};

/// Units by what they measure, each with the signs that are written for it. Words for them are not judged.
const FAMILIES: [&[&[&str]]; 6] = [
    &[&["°C", "℃"], &["°F", "℉"]],
    &[&["mm", "мм"], &["cm", "см"], &["km", "км"], &["ft"], &["mi"]],
    &[&["Hz", "Гц"], &["kHz", "кГц"], &["MHz", "МГц"], &["GHz", "ГГц"]],
    &[&["ns", "нс"], &["µs", "μs", "мкс"], &["ms", "мс"], &["s", "с"], &["min", "мин"], &["h", "ч"]],
    &[&["Kbps", "kbps", "kbit/s", "кбит/с"], &["Mbps", "Mbit/s", "Мбит/с"], &["Gbps", "Gbit/s", "Гбит/с"]],
    &[&["mg", "мг"], &["kg", "кг"], &["lb", "lbs"], &["oz"]],
];

/// What languages say for minus.
const MINUS: [&str; 18] = [
    "minus",
    "moins",
    "menos",
    "meno",
    "miinus",
    "mínusz",
    "minús",
    "мінус",
    "минус",
    "eksi",
    "マイナス",
    "零下",
    "氷点下",
    "负",
    "負",
    "영하",
    "ناقص",
    "سالب",
];

/// A number whose sign or measure is not that of the English.
pub(super) fn check(english_text: &str, text: &str, english: &[Number], wording: &[Number]) -> Option<Finding> {
    english.iter().find_map(|number| {
        let same: Vec<&Number> = wording.iter().filter(|other| other.is_as_much_as(number)).collect();
        below_zero(english_text, text, number, &same)
            .or_else(|| direction(english_text, text, number, &same))
            .or_else(|| measure(english_text, text, number, &same))
    })
}

const DASHES: [char; 8] = ['-', '−', '–', '‐', '\u{2011}', '－', '﹣', '—'];

/// `-5` that became 5.
fn below_zero(english_text: &str, text: &str, number: &Number, same: &[&Number]) -> Option<Finding> {
    let before = english_text[..number.start].strip_suffix(['-', '−'])?;
    if !before.is_empty() && !before.ends_with([' ', '(', '\u{a0}', '\n']) {
        return None;
    }
    // `3 - 5`, `values of -1` beside others: a dash before the number may be a range as well.
    let says_minus = |other: &&&Number| text[..other.start].trim_end().ends_with(DASHES);
    let lower = text.to_lowercase();
    if same.is_empty() || same.iter().any(|other| says_minus(&other)) || MINUS.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let message = format!("the minus sign of -{} is missing", number.text);
    Some(Finding::new(Kind::Number, &number.text, message, format!("write -{}", number.text)))
}

/// `> 5` that became `< 5`.
fn direction(english_text: &str, text: &str, number: &Number, same: &[&Number]) -> Option<Finding> {
    let sign = sign_before(english_text, number)?;
    let signs: Vec<char> = same.iter().filter_map(|other| sign_before(text, other)).collect();
    let other = signs.first().filter(|_| !signs.contains(&sign))?;
    let message = format!("`{other}` before {} is `{sign}` in the English", number.text);
    Some(Finding::new(Kind::Number, &number.text, message, format!("write `{sign}` before {}", number.text)))
}

/// Whether something is less or more than the number: `<`, also of `<=` and `≤`, or `>`.
fn sign_before(text: &str, number: &Number) -> Option<char> {
    let before = text[..number.start].trim_end().trim_end_matches('=');
    let before = before.strip_suffix(';').map_or(before, |rest| rest);
    let ends = |ends: [&str; 4]| ends.iter().any(|end| before.ends_with(end));
    match (ends(["<", "≤", "&lt", "＜"]), ends([">", "≥", "&gt", "＞"])) {
        (true, false) => Some('<'),
        // An arrow, and the end of a tag, compare nothing.
        (false, true) if !before.ends_with("->") && !before.ends_with("=>") => Some('>'),
        _ => None,
    }
}

/// `5 °C` that became `5 °F`.
fn measure(english_text: &str, text: &str, number: &Number, same: &[&Number]) -> Option<Finding> {
    let (family, unit) = unit_behind(&english_text[number.end..])?;
    let units: Vec<(usize, usize)> = same.iter().filter_map(|other| unit_behind(&text[other.end..])).collect();
    let (_, other) = units.iter().find(|(other, _)| *other == family).filter(|_| !units.contains(&(family, unit)))?;
    let shown = |unit: usize| FAMILIES[family][unit][0];
    let (value, unit, other) = (&number.text, shown(unit), shown(*other));
    let message = format!("{value} {unit} of the English became {value} {other}");
    Some(Finding::new(Kind::Number, value, message, format!("write {value} {unit}")))
}

/// The family and the place in it of the unit behind a number.
fn unit_behind(behind: &str) -> Option<(usize, usize)> {
    let behind = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
    let is = |sign: &&str| behind.strip_prefix(*sign).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    // `Mbit/s` begins with no other sign, but `°C` does: the longest counts.
    let units = FAMILIES
        .iter()
        .enumerate()
        .flat_map(|(family, units)| units.iter().enumerate().map(move |(unit, signs)| (family, unit, *signs)));
    let found = units.filter_map(|(family, unit, signs)| {
        signs.iter().filter(|sign| is(sign)).map(|sign| sign.len()).max().map(|len| (len, family, unit))
    });
    found.max().map(|(_, family, unit)| (family, unit))
}

#[cfg(test)]
mod tests {
    use super::super::numbers;
    use super::*;

    fn found(english: &str, wording: &str) -> Option<String> {
        let (ours, theirs) = (numbers(english, '.', None), numbers(wording, ',', None));
        check(english, wording, &ours, &theirs).map(|finding| finding.message)
    }

    #[test]
    fn signs_and_measures_are_those_of_the_english() {
        for (english, wording, message) in [
            ("Down to -20 °C", "Bis 20 °C", "the minus sign of -20 is missing"),
            ("Boils at 90 °C", "Siedet bei 90 °F", "90 °C of the English became 90 °F"),
            ("within 50 ms", "en 50 s", "50 ms of the English became 50 s"),
            ("at 2.4 GHz", "à 2,4 MHz", "2.4 GHz of the English became 2.4 MHz"),
            ("if x > 7", "wenn x < 7", "`<` before 7 is `>` in the English"),
            ("if x >= 7", "wenn x ≤ 7", "`<` before 7 is `>` in the English"),
        ] {
            assert_eq!(found(english, wording).as_deref(), Some(message), "{english} / {wording}");
        }
    }

    #[test]
    fn what_is_written_otherwise_is_the_same() {
        for (english, wording) in [
            ("Down to -20 °C", "Bis minus 20 °C"),
            ("Down to -20 °C", "最低 −20 ℃"),
            ("pages 3-5", "Seiten 3 bis 5"),
            ("a - 5 of them", "a: 5 davon"),
            ("within 50 ms", "en 50 millisecondes"),
            ("50 s", "50 с"),
            ("if x > 7", "wenn x größer als 7 ist"),
            ("A > B, then 7", "A < B, dann 7"),
            ("Menu -> 7", "Menü < 7"),
        ] {
            assert_eq!(found(english, wording), None, "{english} / {wording}");
        }
    }
}
