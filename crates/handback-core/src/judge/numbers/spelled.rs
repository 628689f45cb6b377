//! Numbers that are words.

use super::Number;
use crate::judge::languages::Script;
use crate::judge::{Finding, Kind, Language, Pair};

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
pub(super) fn may_be_a_word(number: &Number, text: &str, language: &Language) -> bool {
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

/// A small number that is a word on both sides, and not the same: `ten` that became twelve.
pub(super) fn swapped(pair: &Pair<'_>, wording: &[Number], findings: &mut Vec<Finding>) {
    let language = pair.context.language;
    let Some((_, table)) = NUMBER_WORDS.iter().find(|(code, _)| *code == language.code()) else { return };
    let words: Vec<&str> =
        pair.english.lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_there = |value: usize| words.contains(&SMALL[value]);
    let values: Vec<usize> = (2..SMALL.len()).filter(|value| is_there(*value)).collect();
    // One number, and nothing else that could be another.
    let [value] = values.as_slice() else { return };
    let lower = pair.wording.text.to_lowercase();
    let is_alone = pair.english.numbers.is_empty() && wording.is_empty() && !language.is_unspaced();
    if !is_alone || words.iter().filter(|word| says_a_number(word)).count() > 1 || has_word(&lower, *value, language) {
        return;
    }
    let own: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let names = |other: usize| -> Option<&str> {
        let stems = table.split(' ').nth(other)?;
        let is_of = |word: &&&str| {
            stems.split('|').any(|stem| stem.chars().count() > 3 && word.starts_with(stem) || **word == stem)
        };
        own.iter().find(is_of).copied()
    };
    if let Some(word) = (3..SMALL.len()).filter(|other| other != value).find_map(names) {
        let message = format!("`{word}` is `{}` in the English", SMALL[*value]);
        findings.push(Finding::new(Kind::Number, word, message, format!("write the word for {}", SMALL[*value])));
    }
}

fn says_a_number(word: &str) -> bool {
    !matches!(word, "no" | "a" | "an" | "every" | "each" | "per" | "once" | "one" | "single" | "first")
        && ENGLISH_NUMBERS.iter().any(|(known, _)| *known == word)
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
        "ноль|нол|нул|ни~один один|одн|перв два|две|дву|пар|втор|оба|обе|двойн три|трех|трёх|трем|трет|трой четыр|четвер пять|пяти|пят шест сем|недел восем|восьм девят десят одиннадцат двенадцат",
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
    ("zh", "零 一|单|單|每|首 二|两|兩|双|雙|倍|对|對 三 四 五 六 七|周|週 八 九 十 十一 十二"),
    (
        "ko",
        "영|없 한|하나|일|첫|단일 두|둘|이중|양|2 세|셋|삼 네|넷|사 다섯|오 여섯|육 일곱|칠|주 여덟|팔 아홉|구 열|십 열하나|십일 열두|십이",
    ),
    (
        "ar",
        "صفر واحد|أول اثن|ثان|مرتين|كلا|زوج ثلاث|ثالث أربع|رابع خمس|خامس ست|سادس سبع|سابع|أسبوع ثمان|ثامن تسع|تاسع عشر أحد~عشر|إحدى~عشر اثن",
    ),
];

/// English words that say a number; some say several.
const ENGLISH_NUMBERS: [(&str, f64); 57] = [
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
    ("couple", 3.0),
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
pub(super) fn spelled_out(text: &str) -> Vec<f64> {
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
