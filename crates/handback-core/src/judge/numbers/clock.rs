//! Times of day, and around the clock.

use super::Number;

/// Where the English has times of day, `15.30` is one too.
pub(super) fn hours_with_points(english: &str, wording: &mut [Number]) {
    let is_time = |at: usize| {
        let (before, after) = (&english[..at], &english[at + 1..]);
        before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
    };
    if !english.match_indices(':').any(|(at, _)| is_time(at)) {
        return;
    }
    for number in wording {
        let Some((hours, minutes)) = number.text.split_once('.') else { continue };
        if hours.len() < 3 && minutes.len() == 2 {
            number.values.extend([hours, minutes].iter().filter_map(|part| part.parse::<f64>().ok()));
        }
    }
}

/// `24/7`, which most languages say in words.
pub(super) fn is_around_the_clock(text: &str, number: &Number) -> bool {
    let (before, after) = (&text[..number.start], &text[number.end..]);
    let is_slash = |c: char| matches!(c, '/' | 'x' | '×');
    match number.text.as_str() {
        "24" => after.strip_prefix(is_slash).is_some_and(|rest| rest.starts_with('7')),
        "7" => before.strip_suffix(is_slash).is_some_and(|rest| rest.ends_with("24")),
        _ => false,
    }
}

/// What an English number may be in a translation: an hour of the afternoon is also one of 24.
pub(super) fn also_meant(text: &str, number: &Number) -> Vec<f64> {
    let mut values = number.values.clone();
    if let Some(half) = half_of_day(text, number) {
        let hour = number.values[0];
        match half {
            'p' if hour < 12.0 => values.push(hour + 12.0),
            'a' if (hour - 12.0).abs() < 1e-9 => values.push(0.0),
            _ => {}
        }
    }
    values
}

/// `a` or `p` behind an hour, or behind its minutes.
fn half_of_day(text: &str, number: &Number) -> Option<char> {
    if number.values.first().is_none_or(|value| value.fract() != 0.0 || *value > 12.0) {
        return None;
    }
    if text[..number.start].ends_with(':') {
        return None;
    }
    let mut rest = &text[number.end..];
    if let Some(minutes) = rest.strip_prefix(':') {
        rest = minutes.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).to_lowercase();
    let half = rest.chars().next().filter(|c| matches!(c, 'a' | 'p'))?;
    let behind = rest[1..].strip_prefix('.').unwrap_or(&rest[1..]);
    let after = behind.strip_prefix('m')?;
    (!after.starts_with(char::is_alphanumeric)).then_some(half)
}

/// How languages say that an hour is in the afternoon.
const AFTERNOON: [&str; 33] = [
    "pm",
    "p.m",
    "p. m",
    "午後",
    "下午",
    "晚上",
    "傍晚",
    "中午",
    "오후",
    "저녁",
    "مساء",
    "ظهر",
    " م",
    "вечера",
    "дня",
    "после полудня",
    "soir",
    "après-midi",
    "pomeriggio",
    "sera",
    "tarde",
    "noche",
    "noite",
    "nachmittag",
    "abend",
    "południu",
    "wieczor",
    "iltapäiv",
    "illalla",
    "öğleden sonra",
    "akşam",
    "บ่าย",
    "middag",
];

pub(super) fn lost_half_of_day(english: &str, text: &str, number: &Number, wording: &[Number]) -> bool {
    if half_of_day(english, number) != Some('p') || (number.values[0] - 12.0).abs() < 1e-9 {
        return false;
    }
    let hour = number.values[0];
    let has = |value: f64| wording.iter().any(|other| other.values.iter().any(|found| (found - value).abs() < 1e-9));
    let lower = text.to_lowercase();
    !has(hour + 12.0) && has(hour) && !AFTERNOON.iter().any(|mark| lower.contains(mark))
}
