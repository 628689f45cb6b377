//! Units of time that became others: 14 days are no 14 months.

use super::{Number, spelled};
use crate::judge::{Finding, Kind, Language, Pair};

/// A unit of time, by its place in the lists of words.
pub(super) type Unit = usize;

pub(super) const ENGLISH: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];

/// More letters than any of the words below has.
const LONGEST: usize = 20;

/// How words for seconds, minutes, hours, days, weeks, months and years begin, by language. A word with a full stop is
/// whole.
const WORDS: [(&str, [&str; 7]); 36] = [
    (
        "el",
        [
            "δευτερόλεπτ|δευτερολέπτ",
            "λεπτ",
            "ώρα|ώρες|ωρών",
            "ημέρ|ημερ|μέρα|μέρες|μερών",
            "εβδομάδ",
            "μήν|μην",
            "έτος|έτη|ετών|έτους|χρόνο|χρόνια|χρόνος",
        ],
    ),
    ("bg", ["секунд", "минут", "час", "ден.|дни.|дена.|дневн", "седмиц", "месец", "годин"]),
    ("hr", ["sekund", "minut", "sat.|sata.|sati.|satn", "dan.|dana.|dani.|danu.|dnevn", "tjed", "mjesec", "godin"]),
    (
        "sr",
        [
            "sekund|секунд",
            "minut|минут",
            "sat.|sata.|sati.|сат.|сата.|сати.",
            "dan.|dana.|dani.|дан.|дана.",
            "nedelj|sedmic|недељ|седмиц",
            "mesec|месец",
            "godin|годин",
        ],
    ),
    (
        "sl",
        [
            "sekund",
            "minut",
            "ur.|ura.|ure.|uri.|uro.|urah",
            "dan.|dni.|dneva.|dnevi.|dnevn|dneh",
            "tedn|teden",
            "mesec",
            "let.|leta.|leto.|letn",
        ],
    ),
    ("ca", ["segon", "minut", "hora|hores", "dia.|dies.|diari", "setman", "mes.|mesos.|mensual", "any.|anys.|anual"]),
    ("hi", ["सेकंड|सेकेंड", "मिनट", "घंट|घण्ट", "दिन", "सप्ताह|हफ़्त|हफ्त", "महीन|माह|मास", "वर्ष|साल"]),
    ("lt", ["sekund", "minu", "valand", "dien|par", "savait", "mėnes", "met"]),
    ("lv", ["sekun", "minū", "stund", "dien", "nedēļ", "mēne", "gad"]),
    ("et", ["sekun", "minut", "tund|tunni", "päev|ööpäev", "nädal", "kuu.|kuud.|kuus.|kuune", "aasta"]),
    ("th", ["วินาที", "นาที", "ชั่วโมง", "วัน", "สัปดาห์", "เดือน", "ปี"]),
    ("fr", ["second", "minut", "heure", "jour", "semain", "mois", "an.|ans.|année|annu"]),
    ("de", ["sekund", "minut|minüt", "stund|stünd", "tag|täg", "woch|wöch", "monat", "jahr|jähr"]),
    ("es", ["segund", "minut", "hora", "día|dias.", "seman", "mes.|meses|mensual", "año|anual"]),
    ("it", ["second", "minut", "ora.|ore.|orari", "giorn", "settiman", "mes.|mese.|mesi.|mensil", "ann"]),
    ("pt", ["segund", "minut", "hora", "dia", "seman", "mês.|meses|mensa", "ano.|anos.|anual"]),
    ("nl", ["second", "minu", "uur|uren", "dag", "week|weken", "maand", "jaar|jaren|jarig"]),
    ("pl", ["sekund", "minut", "godz", "dni|dzie|dób|dob", "tygod|tydz", "miesi", "rok|lat.|lata.|latach|letni"]),
    ("cs", ["sekund", "minut", "hodin", "dn|den.", "týd", "měsí", "rok|let.|leta"]),
    ("sk", ["sekund", "minút", "hodin|hodín", "dn|deň.", "týžd", "mesiac", "rok"]),
    ("ru", ["секунд", "минут", "час", "дн|день.|сут", "недел", "месяц", "год|лет."]),
    ("uk", ["секунд", "хвилин", "годин", "дн|день.|діб|доб", "тижн|тижд", "місяц", "рок|рік|річн"]),
    ("sv", ["sekund", "minut", "tim", "dag|dygn", "veck", "månad", "år"]),
    ("da", ["sekund", "minut", "time", "dag|døgn", "uge", "måned", "år"]),
    ("nb", ["sekund", "minutt", "time", "dag|døgn", "uke", "måned", "år"]),
    ("fi", ["sekun", "minuut", "tun", "päiv|vuorokau", "viik", "kuukau", "vuosi|vuode|vuott|vuoti"]),
    ("tr", ["saniye", "dakika", "saat", "gün", "hafta", "ay.|aylık|ayda|aydan|aya.|ayı", "yıl"]),
    ("hu", ["másodperc", "perc", "ór", "nap", "hét|heti|hetes|hetet", "hónap|havi|havon", "év"]),
    ("ro", ["secund", "minut", "oră|ore.|orele", "zi.|zile|zi-", "săptăm", "lun", "an.|ani.|anu"]),
    ("vi", ["giây", "phút", "giờ", "ngày", "tuần", "tháng", "năm"]),
    ("id", ["detik", "menit", "jam", "hari", "minggu", "bulan", "tahun"]),
    ("ja", ["秒", "分", "時間", "日", "週", "か月|ヶ月|カ月|ヵ月|箇月|月", "年"]),
    ("zh", ["秒", "分", "小时|小時|个小时|個小時", "天|日|个工作日|個工作天", "周|週|个星期", "个月|個月", "年"]),
    ("ko", ["초", "분", "시간", "일", "주", "개월|달", "년"]),
    ("ar", ["ثاني|ثوان", "دقيق|دقائق", "ساع", "يوم|أيام", "أسبوع|أسابيع", "شهر|أشهر|شهور", "سنة|سنوات|عام|أعوام"]),
    ("he", ["שניות|שנייה|שניה", "דק", "שע", "יום|ימים|ימי", "שבוע", "חודש", "שנה|שנים|שנת"]),
];

/// Looks at the units behind numbers of the same value.
pub(super) fn check(pair: &Pair<'_>, english: &[Number], wording: &[Number]) -> Option<Finding> {
    let words = words(pair.context.language)?;
    let (english_text, text) = (&pair.english.visible.text, &pair.wording.text);
    if !ENGLISH.iter().any(|unit| english_text.contains(unit)) {
        return None;
    }
    let lower = text.to_lowercase();
    for number in english {
        let Some(unit) = english_unit(&english_text[number.end()..]) else { continue };
        let same: Vec<&Number> = wording.iter().filter(|other| other.is_as_much_as(number)).collect();
        let units: Vec<Option<Unit>> = same.iter().map(|other| unit_behind(&text[other.end()..], words)).collect();
        let other = units.iter().flatten().find(|other| **other != unit);
        // Where the order of words differs, the unit is somewhere else, and the other is in the English as well.
        let is_in_english = |other: &&Unit| english_text.to_lowercase().contains(ENGLISH[**other]);
        let is_said = units.contains(&Some(unit))
            || other.is_none_or(|other| is_in_english(&other)) && has_unit(&lower, words[unit]);
        if let Some(other) = other.filter(|_| !is_said) {
            return Some(finding(number.text(), unit, *other));
        }
    }
    in_words(pair, &lower, words)
}

/// `six weeks`: numbers that are words on both sides.
fn in_words(pair: &Pair<'_>, lower: &str, words: &[&str; 7]) -> Option<Finding> {
    let english = &pair.english.lower;
    for (value, word) in spelled::SMALL.iter().enumerate().skip(2) {
        let mut places = english.match_indices(word).map(|(at, _)| at);
        let Some(at) = places.find(|at| english[at + word.len()..].starts_with(' ')) else { continue };
        let is_word = !english[..at].ends_with(char::is_alphanumeric);
        let Some(unit) = english_unit(&english[at + word.len()..]).filter(|_| is_word) else { continue };
        if !spelled::has_word(lower, value, pair.context.language) || has_unit(lower, words[unit]) {
            continue;
        }
        let is_other = |other: &Unit| {
            *other != unit
                && names_unit(lower, words[*other], pair.context.language)
                && !english.contains(ENGLISH[*other])
        };
        // Seconds are ordinals too.
        if let Some(other) = (1..ENGLISH.len()).find(is_other) {
            return Some(finding(word, unit, other));
        }
    }
    None
}

fn finding(number: &str, unit: Unit, other: Unit) -> Finding {
    let (unit, other) = (ENGLISH[unit], ENGLISH[other]);
    let message = format!("{number} {unit}s of the English became {number} {other}s");
    Finding::new(Kind::Number, number, message, format!("write {number} {unit}s"))
}

pub(super) fn words(language: &Language) -> Option<&'static [&'static str; 7]> {
    let code = language.data().map_or(language.code(), |data| data.code);
    WORDS.iter().find(|(known, _)| *known == code).map(|(_, words)| words)
}

/// The unit behind a number: `14 days`, `14-day`, `14 business days`.
pub(super) fn english_unit(behind: &str) -> Option<Unit> {
    let behind = behind.trim_start_matches([' ', '\u{a0}', '-', '\n']);
    let mut words = behind.split(|c: char| !c.is_ascii_alphabetic()).map(str::to_lowercase);
    let first = words.next()?;
    let named = |word: &str| ENGLISH.iter().position(|unit| word.trim_end_matches('s') == *unit);
    let is_adjective = ["business", "working", "calendar", "full", "consecutive"].contains(&first.as_str());
    named(&first).or_else(|| named(&words.next()?).filter(|_| is_adjective))
}

fn unit_behind(behind: &str, words: &[&str; 7]) -> Option<Unit> {
    let behind = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '\n']);
    let behind = behind.chars().take(LONGEST).collect::<String>().to_lowercase();
    // `24 de ore`
    let behind = behind.strip_prefix("de ").unwrap_or(&behind);
    let len = |stems: &str| stems.split('|').filter(|stem| begins(behind, stem)).map(str::len).max();
    let known = words.iter().enumerate().filter_map(|(unit, stems)| Some((len(stems)?, unit)));
    known.max().map(|(_, unit)| unit)
}

fn begins(text: &str, stem: &str) -> bool {
    match stem.strip_suffix('.') {
        Some(whole) => text.strip_prefix(whole).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)),
        None => text.starts_with(stem),
    }
}

/// Whether a word of the text begins like the unit.
pub(super) fn names_unit(lower: &str, stems: &str, language: &Language) -> bool {
    if language.is_unspaced() {
        return has_unit(lower, stems);
    }
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| stems.split('|').any(|stem| begins(word, stem)))
}

/// Whether the unit may be somewhere in the text: compounds have it inside.
pub(super) fn has_unit(lower: &str, stems: &str) -> bool {
    stems.split('|').any(|stem| match stem.strip_suffix('.') {
        Some(whole) => lower.split(|c: char| !c.is_alphabetic()).any(|word| word == whole),
        None => lower.contains(stem),
    })
}
