//! The numbers of a text, whatever its separators, digits and words for thousands.

use super::Number;
use crate::judge::Language;
use crate::judge::languages::Script;

/// Numbers in Chinese characters: `百分之百`, `三十`.
pub(super) fn chinese_numerals(text: &str, language: &Language) -> Vec<Number> {
    if !matches!(language.script(), Some(Script::Chinese | Script::Japanese)) {
        return Vec::new();
    }
    const DIGITS: &str = "〇一二三四五六七八九";
    let value = |c: char| DIGITS.chars().position(|digit| digit == c).map(|value| value as f64);
    let scale = |c: char| {
        [('十', 10.0), ('百', 100.0), ('千', 1000.0)].iter().find(|(other, _)| *other == c).map(|(_, scale)| *scale)
    };
    let mut found = Vec::new();
    let (mut sum, mut last, mut start) = (0.0, None, None);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if let Some(value) = value(c) {
            last = Some(value);
            start = start.or(Some(at));
        } else if let Some(scale) = scale(c) {
            sum += last.take().unwrap_or(1.0) * scale;
            start = start.or(Some(at));
        } else if let Some(from) = start.take() {
            let value = sum + last.take().unwrap_or(0.0);
            sum = 0.0;
            found.push(Number { text: text[from..at].to_owned(), values: vec![value], start: from, end: at });
        }
    }
    found
}

/// Quarters, chapters and centuries in Roman numerals.
pub(super) fn is_roman_in(text: &str, number: &Number) -> bool {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let value = number.text.parse::<usize>().ok().and_then(|value| value.checked_sub(1));
    let roman = value.and_then(|value| ROMAN.get(value));
    roman.is_some_and(|roman| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == *roman))
}

/// Words behind a number that multiply it.
const SCALES: [(&str, f64); 50] = [
    ("千万", 1e7),
    ("千萬", 1e7),
    ("천만", 1e7),
    ("십만", 1e5),
    ("mille milliard", 1e12),
    ("millón", 1e6),
    ("millones", 1e6),
    ("milhão", 1e6),
    ("milhões", 1e6),
    ("milione", 1e6),
    ("milioni", 1e6),
    ("miljon", 1e6),
    ("miljoen", 1e6),
    ("milion", 1e6),
    ("milyon", 1e6),
    ("milyar", 1e9),
    ("мільйон", 1e6),
    ("мільярд", 1e9),
    ("مليون", 1e6),
    ("مليار", 1e9),
    ("miljard", 1e9),
    ("milliárd", 1e9),
    ("mil millones", 1e9),
    ("mil milhões", 1e9),
    ("billón", 1e12),
    ("billones", 1e12),
    ("biljoen", 1e12),
    ("bilião", 1e12),
    ("bilhão", 1e9),
    ("bilhões", 1e9),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("k", 1e3),
    ("万", 1e4),
    ("萬", 1e4),
    ("만", 1e4),
    ("億", 1e8),
    ("亿", 1e8),
    ("억", 1e8),
    ("千", 1e3),
    ("천", 1e3),
    ("milliard", 1e9),
    ("miliard", 1e9),
    ("миллиард", 1e9),
    ("миллион", 1e6),
    ("mil", 1e3),
    ("тыс", 1e3),
    ("百万", 1e6),
];

/// How many letters the longest of them has.
const LONGEST_SCALE: usize = 14;

/// Languages in which a billion is a million millions.
const LONG_SCALE: [&str; 9] = ["fr", "de", "da", "nb", "sv", "fi", "hu", "cs", "sk"];

/// The numbers of a text. `language`: whose conventions count besides the sign before decimals; English if there is none.
pub(in crate::judge) fn numbers(text: &str, decimal: char, language: Option<&Language>) -> Vec<Number> {
    let mut found = Vec::new();
    if !text.chars().any(|c| digit(c).is_some()) {
        return found;
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while at < chars.len() {
        if digit(chars[at].1).is_none() {
            at += 1;
            continue;
        }
        let first = at;
        let mut plain = String::new();
        while at < chars.len() {
            let c = chars[at].1;
            if let Some(digit) = digit(c) {
                plain.push(digit);
            } else if joins(&chars, at, first) {
                plain.push(separator(c));
            } else {
                break;
            }
            at += 1;
        }
        let fraction =
            chars.get(at).and_then(|(_, c)| fraction(*c)).filter(|_| plain.bytes().all(|b| b.is_ascii_digit()));
        if let Some(fraction) = fraction {
            plain.push(decimal);
            plain.push_str(fraction);
            at += 1;
        }
        let (start, end) = (chars[first].0, chars.get(at).map_or(text.len(), |(at, _)| *at));
        if is_date(&plain) {
            let parts = plain.split('.').filter_map(|part| part.parse().ok());
            found.extend(parts.map(|value| Number {
                text: text[start..end].to_owned(),
                values: vec![value],
                start,
                end,
            }));
            continue;
        }
        let mut values = meanings(&plain, decimal);
        let behind = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let behind = behind.chars().take(LONGEST_SCALE + 1).collect::<String>().to_lowercase();
        let adjacent = language.is_none_or(|language| !language.is_cjk());
        let scales = SCALES
            .iter()
            .filter(|(word, _)| behind.starts_with(word) && (word.len() > 2 || adjacent && ends_word(&behind, word)));
        let long = language.is_some_and(|language| LONG_SCALE.contains(&language.code()));
        let scale = |word: &str, scale: f64| if word == "billion" && long { 1e12 } else { scale };
        // `mil` is a thousand, and the beginning of `milliard`.
        let longest = scales.max_by_key(|(word, _)| word.len());
        values.extend(longest.and_then(|(word, by)| Some(values.first()? * scale(word, *by))));
        found.push(Number { text: text[start..end].to_owned(), values, start, end });
    }
    found
}

/// What stands behind the point where a text has a fraction as one sign: `1½`.
fn fraction(c: char) -> Option<&'static str> {
    match c {
        '½' => Some("5"),
        '¼' => Some("25"),
        '¾' => Some("75"),
        _ => None,
    }
}

/// `30.04.2025`.
fn is_date(plain: &str) -> bool {
    let parts: Vec<&str> = plain.split('.').collect();
    matches!(parts.as_slice(), [day, month, year] if day.len() < 3 && month.len() < 3 && year.len() == 4)
}

fn ends_word(text: &str, word: &str) -> bool {
    text[word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

/// A digit of any script, as ASCII has it.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    const ZEROS: [u32; 5] = [0x660, 0x6F0, 0x966, 0xE50, 0xFF10];
    let code = c as u32;
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

fn separator(c: char) -> char {
    match c {
        ',' | '，' => ',',
        '.' | '．' => '.',
        '٫' => '٫',
        _ => ' ',
    }
}

/// Whether a character between digits belongs to the number.
fn joins(chars: &[(usize, char)], at: usize, first: usize) -> bool {
    let is_digit = |at: usize| chars.get(at).is_some_and(|(_, c)| digit(*c).is_some());
    let three = (1..4).all(|next| is_digit(at + next)) && !is_digit(at + 4);
    match chars[at].1 {
        ',' | '.' | '，' | '．' | '٫' => is_digit(at + 1),
        '\u{a0}' | '\u{202f}' | ' ' | '’' | '\'' | '٬' => {
            let before =
                at - chars[..at].iter().rposition(|(_, c)| digit(*c).is_none()).map_or(first, |at| at + 1).max(first);
            three && (1..4).contains(&before)
        }
        _ => false,
    }
}

/// What digits with separators may mean.
/// Three digits at the end, and two in each group before them.
fn in_lakhs(parts: &[&str]) -> bool {
    let [first, between @ .., last] = parts else { return false };
    !between.is_empty()
        && last.len() == 3
        && between.iter().all(|part| part.len() == 2)
        && (1..3).contains(&first.len())
}

fn meanings(plain: &str, decimal: char) -> Vec<f64> {
    let parts: Vec<&str> = plain.split([',', '.', ' ', '٫']).collect();
    let separators: Vec<char> = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let parse = |text: String| text.parse::<f64>().unwrap_or(f64::MAX);
    let Some(last) = separators.last() else { return vec![parse(plain.to_owned())] };
    let in_threes = parts[1..].iter().all(|part| part.len() == 3) && parts[0].len() < 4 && !parts[0].starts_with('0');
    let joined = || parse(parts.concat());
    let with_decimals = || {
        let (whole, fraction) = parts.split_at(parts.len() - 1);
        parse(format!("{}.{}", whole.concat(), fraction[0]))
    };
    let is_decimal = *last == decimal || *last == '٫';
    match separators.len() {
        1 if in_threes && !is_decimal => vec![joined()],
        1 => vec![with_decimals()],
        _ if in_threes && separators.iter().all(|c| c == last) => vec![joined()],
        // `12,34,567`, as India writes it.
        _ if in_lakhs(&parts) && separators.iter().all(|c| c == last) => vec![joined()],
        // `1.234,5` or a version: `1.2.3`.
        _ if separators[..separators.len() - 1].iter().all(|c| c != last) => vec![with_decimals()],
        _ => vec![parts.iter().fold(0.0, |sum, part| sum * 1e3 + parse((*part).to_owned())) + 0.5],
    }
}
