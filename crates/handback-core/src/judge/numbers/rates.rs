//! How often something is: an hour is no minute, also where no number stands before it.

use super::durations::{ENGLISH, Unit, has_unit, names_unit, words};
use crate::judge::{Finding, Kind, Pair};

/// Adverbs and adjectives of units, besides the unit's own word.
const ALSO: [(&str, Unit); 6] =
    [("hourly", 2), ("daily", 3), ("weekly", 4), ("monthly", 5), ("yearly", 6), ("annually", 6)];

/// How languages without blanks between words say how often: minute, hour, day, week, month, year. Their signs for units are in
/// other words, too.
const UNSPACED: [(&str, [&str; 6]); 3] = [
    (
        "ja",
        [
            "毎分|分ごと|分あたり|1 分につき",
            "毎時|時間ごと|時間あたり",
            "毎日|日ごと|日あたり",
            "毎週|週ごと|週あたり",
            "毎月|か月ごと|月ごと|月あたり",
            "毎年|年ごと|年あたり",
        ],
    ),
    (
        "zh",
        [
            "每分钟|每分鐘",
            "每小时|每小時|每个小时|每個小時",
            "每天|每日",
            "每周|每週|每星期",
            "每月|每个月|每個月",
            "每年",
        ],
    ),
    (
        "ko",
        [
            "분당|매분|분마다",
            "시간당|매시간|시간마다",
            "하루에|일당|매일|날마다",
            "주당|매주|주마다",
            "월당|매월|매달|달마다",
            "연당|매년|해마다",
        ],
    ),
];

/// Where the English names one unit of time, and the translation another in its place.
pub(super) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let unit = only_unit(&pair.english.words)?;
    let lower = pair.wording.text.to_lowercase();
    let language = pair.context.language;
    let other = match UNSPACED.iter().find(|(code, _)| *code == language.code()) {
        Some((_, rates)) => {
            let says = |unit: Unit| rates[unit - 1].split('|').any(|rate| lower.contains(rate));
            (1..ENGLISH.len()).find(|other| *other != unit && says(*other)).filter(|_| !says(unit))?
        }
        None if language.is_cjk() || language.is_unspaced() => return None,
        None => {
            let words = words(language)?;
            if has_unit(&lower, words[unit]) {
                return None;
            }
            let others =
                (1..ENGLISH.len()).filter(|other| *other != unit && names_unit(&lower, words[*other], language));
            let [other] = others.collect::<Vec<_>>()[..] else { return None };
            other
        }
    };
    if may_be_as_long(unit, other, &lower) {
        return None;
    }
    let (unit, other) = (ENGLISH[unit], ENGLISH[other]);
    let message = format!("the {unit} of the English became a {other}");
    Some(Finding::new(Kind::Number, unit, message, format!("write the word for {unit}")))
}

/// The unit that an English text names, if it is one, and says how often: `an hour`, `per hour`, `every hour`, `hourly`. Seconds are
/// ordinals, too.
fn only_unit(words: &[String]) -> Option<Unit> {
    const BEFORE: [&str; 5] = ["a", "an", "per", "every", "each"];
    let unit_of = |word: &str| ENGLISH.iter().position(|unit| word == *unit || word.strip_suffix('s') == Some(unit));
    let also = |word: &str| ALSO.iter().find(|(also, _)| *also == word).map(|(_, unit)| *unit);
    let named = words.iter().filter_map(|word| unit_of(word).or_else(|| also(word)));
    let [unit] = named.collect::<Vec<_>>()[..] else { return None };
    let is_rate = words.iter().any(|word| also(word).is_some())
        || words.windows(2).any(|pair| unit_of(&pair[1]).is_some() && BEFORE.contains(&pair[0].as_str()));
    (unit > 0 && is_rate).then_some(unit)
}

/// A day is 24 hours, a week seven days or for some eight, a year twelve months.
fn may_be_as_long(unit: Unit, other: Unit, lower: &str) -> bool {
    let figures: Vec<&str> = lower.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let said = |numbers: &[&str]| numbers.iter().any(|number| figures.contains(number));
    let named = |word: &&str| lower.contains(*word);
    match (unit, other) {
        (1, 0) | (2, 1) => said(&["60"]),
        (3, 2) => said(&["24"]),
        (4, 3) => said(&["7", "8"]) || ["huit", "sept", "sieben", "acht", "siete", "ocho", "otto"].iter().any(named),
        (5, 3) => said(&["28", "30", "31"]),
        (6, 5) => said(&["12"]),
        (6, 3 | 4) => said(&["365", "366", "52"]),
        _ => false,
    }
}
