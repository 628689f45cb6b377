//! Numbers, dates and units of measure, whatever the locale's separators, digits and order.

use super::languages::Script;
use super::{Finding, Kind, Language, Pair, durations};

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// As it stands.
    text: String,
    /// What it may mean: `1.5 million` is 1.5, and 1,500,000.
    values: Vec<f64>,
    /// Bytes of the text in which it stands.
    start: usize,
    end: usize,
}

impl Number {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where it ends in the text.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// Whether both may mean the same.
    pub(super) fn is_as_much_as(&self, other: &Self) -> bool {
        self.values.iter().any(|value| other.values.contains(value))
    }
}

/// Compares the numbers of both texts.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let language = pair.context.language;
    let (english_text, text) = (&pair.english.visible.text, &pair.wording.text);
    let english = &pair.english.numbers;
    let mut wording = numbers(text, language.decimal(), Some(language));
    hours_with_points(english_text, &mut wording);
    wording.extend(chinese_numerals(text, language));
    let before = findings.len();
    versions(pair, english, findings);
    months(pair, findings);
    if findings.len() == before {
        counts(pair, english, &wording, findings);
    }
    if findings.len() == before {
        units(english_text, text, english, &wording, findings);
    }
    if findings.len() == before {
        findings.extend(durations::check(pair, english, &wording));
    }
}

/// Where the English has times of day, `15.30` is one too.
fn hours_with_points(english: &str, wording: &mut [Number]) {
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

/// Numbers in Chinese characters: `百分之百`, `三十`.
fn chinese_numerals(text: &str, language: &Language) -> Vec<Number> {
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

/// Numbers of versions are copied with their points.
fn versions(pair: &Pair<'_>, english: &[Number], findings: &mut Vec<Finding>) {
    let text = &pair.english.visible.text;
    let is_version = |number: &&Number| {
        let before = text[..number.start].trim_end().to_lowercase();
        number.text.contains('.')
            && ["version", "release", "build", "tls", "ssl", "update"].iter().any(|word| before.ends_with(word))
    };
    if let Some(version) = english.iter().filter(is_version).find(|version| !pair.wording.text.contains(&version.text))
    {
        let message = format!("the version {} of the English is not in the translation", version.text);
        findings.push(Finding::new(
            Kind::Number,
            &version.text,
            message,
            format!("write {} as the English does", version.text),
        ));
    }
}

fn counts(pair: &Pair<'_>, english: &[Number], wording: &[Number], findings: &mut Vec<Finding>) {
    let language = pair.context.language;
    if english.is_empty() && wording.is_empty() {
        return;
    }
    let (english_text, text) = (&pair.english.visible.text, &pair.wording.text);
    let meant: Vec<Vec<f64>> = english.iter().map(|number| also_meant(english_text, number)).collect();
    let is_same =
        |one: &[f64], other: &[f64]| one.iter().any(|a| other.iter().any(|b| (a - b).abs() < 1e-9 * a.abs().max(1.0)));
    let lost: Vec<&Number> = english
        .iter()
        .zip(&meant)
        .filter(|(_, meant)| !wording.iter().any(|other| is_same(meant, &other.values)))
        .filter(|(number, _)| !stands_in(pair.source, &number.text) && !is_around_the_clock(english_text, number))
        .filter(|(number, _)| !is_roman_in(text, number))
        .map(|(number, _)| number)
        .collect();
    let (spelled, in_dates) = match wording.is_empty() {
        true => (Vec::new(), &[][..]),
        false => (spelled_out(english_text), &*pair.english.months),
    };
    let is_new = |number: &&Number| {
        if number.text.chars().any(|c| digit(c).is_none() && c.is_alphabetic()) {
            return false;
        }
        let is_known = meant.iter().any(|meant| is_same(meant, &number.values));
        let is_spelled = spelled.iter().any(|value| is_same(&[*value], &number.values));
        let is_month = in_dates.iter().any(|month| is_same(&[f64::from(*month)], &number.values));
        let is_padding = number.values == [0.0] && number.text.len() == 2;
        let is_copied = stands_in(pair.english.source, &number.text);
        // `24 時間 365 日`
        let is_always = ["24", "7", "365"].contains(&number.text.as_str())
            && english.iter().any(|number| is_around_the_clock(english_text, number));
        !is_always && !is_copied && !is_known && !is_spelled && !is_month && !is_padding
    };
    let new: Vec<&Number> = wording.iter().filter(is_new).collect();
    if let (Some(lost), Some(new)) = (lost.first(), new.first()) {
        let message = format!("`{}` is `{}` in the English", new.text, lost.text);
        let fix = format!("write {} as {} writes it", lost.text, language.locale());
        findings.push(Finding::new(Kind::Number, &new.text, message, fix));
        return;
    }
    // A small number may have become a word.
    if let Some(lost) = lost.iter().find(|lost| !may_be_a_word(lost, text, language)) {
        let message = format!("the number {} of the English is missing", lost.text);
        findings.push(Finding::new(Kind::Number, &lost.text, message, format!("write {}", lost.text)));
    } else if let Some(new) = new.first() {
        let message = format!("the English does not have the number {}", new.text);
        findings.push(Finding::new(Kind::Number, &new.text, message, "remove it, or write what the English says"));
    } else if let Some(time) = english.iter().find(|number| lost_half_of_day(english_text, text, number, wording)) {
        let message = format!("`{} PM` became `{}`: half a day earlier", time.text, time.text);
        let fix = "write the hour of a day of 24 hours, or say that it is in the afternoon";
        findings.push(Finding::new(Kind::Number, &time.text, message, fix));
    }
}

/// Whether a figure is part of something that is copied: `d’AES-256`, `l’2FA`, code.
fn stands_in(text: &str, figure: &str) -> bool {
    text.match_indices(figure).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + figure.len()..].chars().next());
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || c == '-');
        !is_digit(before) && !is_digit(after) && (joins(before) || joins(after))
    })
}

/// `24/7`, which most languages say in words.
fn is_around_the_clock(text: &str, number: &Number) -> bool {
    let (before, after) = (&text[..number.start], &text[number.end..]);
    let is_slash = |c: char| matches!(c, '/' | 'x' | '×');
    match number.text.as_str() {
        "24" => after.strip_prefix(is_slash).is_some_and(|rest| rest.starts_with('7')),
        "7" => before.strip_suffix(is_slash).is_some_and(|rest| rest.ends_with("24")),
        _ => false,
    }
}

/// Quarters, chapters and centuries in Roman numerals.
fn is_roman_in(text: &str, number: &Number) -> bool {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let value = number.text.parse::<usize>().ok().and_then(|value| value.checked_sub(1));
    let roman = value.and_then(|value| ROMAN.get(value));
    roman.is_some_and(|roman| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == *roman))
}

/// The words for 0 to 12 in English.
pub(super) const SMALL: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Whether a text, in lower case, has the word of its language for a number from 0 to 12.
pub(super) fn has_word(lower: &str, value: usize, language: &Language) -> bool {
    let words = NUMBER_WORDS.iter().find(|(code, _)| *code == language.code());
    let stems = words.and_then(|(_, words)| words.split(' ').nth(value));
    stems.is_some_and(|stems| stems.split('|').any(|stem| lower.contains(&stem.replace('~', " "))))
}

/// Whether a small number may be among the words.
fn may_be_a_word(number: &Number, text: &str, language: &Language) -> bool {
    let Some(value) = number.values.first().filter(|value| value.fract() == 0.0 && **value <= 12.0) else {
        return false;
    };
    let digits = number.text.chars().filter(char::is_ascii_digit).count();
    if digits != number.text.len() {
        return false;
    }
    // Arabic and others say one, and two, by the form of the word.
    let by_form = if language.script() == Some(Script::Arabic) { 2.0 } else { 1.0 };
    if *value <= by_form && !language.is_cjk() {
        return true;
    }
    let is_known = NUMBER_WORDS.iter().any(|(code, _)| *code == language.code());
    !is_known || has_word(&text.to_lowercase(), *value as usize, language)
}

/// How languages begin the words for 0 to 12, with other stems behind `|`, and `~` for a blank.
const NUMBER_WORDS: [(&str, &str); 16] = [
    (
        "fr",
        "zéro|aucun un deux|seconde|double|bi trois|tri|tiers quatre|quart cinq six sept|semaine huit neuf dix|déc onze douze",
    ),
    ("de", "null|kein ein|erst zwei|zwo|beid|doppel drei|dritt vier fünf sechs sieb|woche acht neun zehn elf zwölf"),
    (
        "es",
        "cero|ning un|primer dos|segund|doble|ambos|bi tres|tercer|tri cuatro|cuart cinco|quint seis|sext siete|séptim|semana ocho|octav nueve|noven diez|décim|década once doce",
    ),
    (
        "it",
        "zero|nessun un|prim due|second|doppi|entramb|bi tre|terz|tri quattro|quart cinque|quint sei|sest sette|settim otto|ottav nove|non dieci|decim undici dodici",
    ),
    (
        "pt",
        "zero|nenhum um|primeir dois|duas|segund|dobro|dupl|ambos|bi três|terceir|tri quatro|quart cinco|quint seis|sext sete|sétim|semana oito|oitav nove|non dez|décim onze doze",
    ),
    (
        "pl",
        "zero|żad jed|jedn|pierw dwa|dwie|dwó|dwu|drug|podwój|oba trzy|trze|trój cztery|czter|czwart pięć|pięci|piąt sześć|sześci|szóst siedem|siedmi|siódm|tydzień|tygod osiem|ośmi|ósm dziewięć|dziewięci|dziewiąt dziesięć|dziesięci|dziesiąt jedenaście|jedenast dwanaście|dwanast",
    ),
    (
        "ru",
        "ноль|нол|нул|ни~один один|одн|перв два|две|дву|втор|оба|обе|двойн три|трех|трёх|трем|трет|трой четыр|четвер пять|пяти|пят шест сем|недел восем|восьм девят десят одиннадцат двенадцат",
    ),
    (
        "uk",
        "нуль|жодн один|одн|перш два|дві|дво|друг|обид|обо три|трьо|трет чотир|четвер п'ят|п’ят шіст|шест сім|сем|сьом|тиж вісім|восьм дев'ят|дев’ят десят одинадцят дванадцят",
    ),
    (
        "nl",
        "nul|geen een|eén|één|eerst twee|tweed|dubbel|beid drie|derd vier vijf zes zeven|week acht negen tien elf twaalf",
    ),
    (
        "sv",
        "noll|ing en|ett|först två|andra|dubbel|båda tre|tredj fyra|fjärd fem sex|sjätt sju|veck åtta|ått nio tio elva tolv",
    ),
    ("tr", "sıfır|hiç bir|ilk iki|çift üç dört beş altı yedi|hafta sekiz dokuz on on~bir on~iki"),
    (
        "fi",
        "nolla yksi|yhd|yht|ensim kaksi|kahde|kaht|toinen|toise|molem kolme|kolma neljä viisi|viide|viit|viides kuusi|kuude|kuut seitsem|viikko|viiko kahdeksa yhdeksä kymmen yksitoista|yhdentoista kaksitoista|kahdentoista",
    ),
    (
        "ja",
        "零|ゼロ 一|１|ひと|初|単 二|２|ふた|両|倍 三|３|みっ 四|４|よっ 五|５ 六|６ 七|７|週 八|８ 九|９ 十|10 十一 十二",
    ),
    ("zh", "零 一|单|每|首 二|两|双|倍|对 三 四 五 六 七|周 八 九 十 十一 十二"),
    (
        "ko",
        "영|없 한|하나|일|첫|단일 두|둘|이중|양|2 세|셋|삼 네|넷|사 다섯|오 여섯|육 일곱|칠|주 여덟|팔 아홉|구 열|십 열하나|십일 열두|십이",
    ),
    (
        "ar",
        "صفر واحد|أول اثن|ثان|مرتين|كلا|زوج ثلاث|ثالث أربع|رابع خمس|خامس ست|سادس سبع|سابع|أسبوع ثمان|ثامن تسع|تاسع عشر أحد~عشر|إحدى~عشر اثن",
    ),
];

/// What an English number may be in a translation: an hour of the afternoon is also one of 24.
fn also_meant(text: &str, number: &Number) -> Vec<f64> {
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

fn lost_half_of_day(english: &str, text: &str, number: &Number, wording: &[Number]) -> bool {
    if half_of_day(english, number) != Some('p') || (number.values[0] - 12.0).abs() < 1e-9 {
        return false;
    }
    let hour = number.values[0];
    let has = |value: f64| wording.iter().any(|other| other.values.iter().any(|found| (found - value).abs() < 1e-9));
    let lower = text.to_lowercase();
    !has(hour + 12.0) && has(hour) && !AFTERNOON.iter().any(|mark| lower.contains(mark))
}

/// English words that say a number; some say several.
const ENGLISH_NUMBERS: [(&str, f64); 56] = [
    ("zero", 0.0),
    ("no", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("hundred", 100.0),
    ("thousand", 1000.0),
    ("million", 1e6),
    ("dozen", 12.0),
    ("once", 1.0),
    ("twice", 2.0),
    ("double", 2.0),
    ("both", 2.0),
    ("pair", 2.0),
    ("couple", 2.0),
    ("triple", 3.0),
    ("half", 2.0),
    ("half", 0.5),
    ("half", 50.0),
    ("quarter", 4.0),
    ("quarter", 3.0),
    ("first", 1.0),
    ("second", 2.0),
    ("third", 3.0),
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("single", 1.0),
    ("a", 1.0),
    ("an", 1.0),
    ("every", 1.0),
    ("each", 1.0),
    ("per", 1.0),
];

/// Numbers that the English says in words.
fn spelled_out(text: &str) -> Vec<f64> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let mut found: Vec<f64> =
        ENGLISH_NUMBERS.iter().filter(|(word, _)| words.contains(word)).map(|(_, value)| *value).collect();
    // Tens and ones: `twenty-four`, and what a day, a year or around the clock may become.
    let sums: Vec<f64> =
        found.iter().filter(|tens| **tens >= 20.0).flat_map(|tens| found.iter().map(move |ones| tens + ones)).collect();
    let products: Vec<f64> =
        found.iter().filter(|big| **big >= 100.0).flat_map(|big| found.iter().map(move |few| big * few)).collect();
    found.extend(sums);
    found.extend(products);
    for (word, values) in
        [("day", &[24.0, 1.0][..]), ("noon", &[12.0]), ("midnight", &[0.0, 24.0]), ("clock", &[24.0, 7.0, 365.0])]
    {
        if words.contains(&word) {
            found.extend(values);
        }
    }
    found
}

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
pub(super) fn month_numbers(text: &str) -> Vec<u8> {
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

/// Months of the English that are others in the translation.
fn months(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
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
    let parts: Vec<f64> = numbers(text, '.', None).iter().filter_map(|number| number.values.first().copied()).collect();
    if parts.iter().any(|value| *value > 1900.0 && *value < 2200.0) {
        found.extend(
            parts.iter().filter(|value| (1.0..=12.0).contains(*value)).map(|value| (*value as u8, String::new())),
        );
    }
    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2) {
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

/// `maaliskuussa` of `maaliskuu`.
fn is_inflected(word: &str, name: &str) -> bool {
    name.chars().count() > 5 && word.starts_with(name)
}

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
fn units(english_text: &str, text: &str, english: &[Number], wording: &[Number], findings: &mut Vec<Finding>) {
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
    for number in english.iter().filter(|number| number.values.len() > 1) {
        let is_raw = |other: &&Number| other.values.len() > 1 && other.values[0] == number.values[0];
        let scaled = &number.values[1..];
        let differs = |other: &&Number| !other.values[1..].iter().any(|value| scaled.contains(value));
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
    let signs = |text: &str| -> Vec<char> {
        text.chars().filter(|c| matches!(c, '$' | '€' | '£' | '¥' | '₩' | '₽' | '₹')).collect()
    };
    let (ours, theirs) = (signs(english_text), signs(text));
    if let Some(sign) = theirs.iter().find(|sign| !ours.contains(sign)).filter(|_| !ours.is_empty()) {
        let message = format!("the currency {sign} is {} in the English", ours[0]);
        findings.push(Finding::new(Kind::Number, &sign.to_string(), message, "write the currency of the English"));
    }
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

/// Words behind a number that multiply it.
const SCALES: [(&str, f64); 30] = [
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

/// Languages in which a billion is a million millions.
const LONG_SCALE: [&str; 9] = ["fr", "de", "da", "nb", "sv", "fi", "hu", "cs", "sk"];

/// The numbers of a text. `language`: whose conventions count besides the sign before decimals; English if there is none.
pub(super) fn numbers(text: &str, decimal: char, language: Option<&Language>) -> Vec<Number> {
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
        let behind = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']).to_lowercase();
        let adjacent = language.is_none_or(|language| !language.is_cjk());
        let scales = SCALES
            .iter()
            .filter(|(word, _)| behind.starts_with(word) && (word.len() > 2 || adjacent && ends_word(&behind, word)));
        let long = language.is_some_and(|language| LONG_SCALE.contains(&language.code()));
        let scale = |word: &str, scale: f64| if word == "billion" && long { 1e12 } else { scale };
        let scaled: Vec<f64> = scales.filter_map(|(word, by)| Some(values.first()? * scale(word, *by))).collect();
        values.extend(scaled);
        found.push(Number { text: text[start..end].to_owned(), values, start, end });
    }
    found
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
fn digit(c: char) -> Option<char> {
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
        // `1.234,5` or a version: `1.2.3`.
        _ if separators[..separators.len() - 1].iter().all(|c| c != last) => vec![with_decimals()],
        _ => vec![parts.iter().fold(0.0, |sum, part| sum * 1e3 + parse((*part).to_owned())) + 0.5],
    }
}
