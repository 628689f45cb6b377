//! English words whose change is never a slip of the pen, whatever they look like.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// Words that turn a statement round.
const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "nothing",
    "nobody",
    "nowhere",
    "neither",
    "nor",
    "without",
    "cannot",
    "dont",
    "doesnt",
    "didnt",
    "isnt",
    "arent",
    "wasnt",
    "werent",
    "wont",
    "cant",
    "hasnt",
    "havent",
    "shouldnt",
    "mustnt",
    "except",
    "unless",
    "excluding",
    "lack",
    "lacks",
    "lacking",
    "fail",
    "fails",
    "failed",
    "non",
];

/// Words that say how binding a statement is.
const MODALS: &[&str] = &[
    "must", "may", "might", "can", "could", "should", "shall", "will", "would", "ought", "need", "needs", "required",
    "optional",
];

/// What a questionnaire is answered with.
const ANSWERS: &[&str] =
    &["yes", "no", "n/a", "na", "n.a.", "not applicable", "none", "true", "false", "partially", "partly", "unknown"];

/// Units of measure, as they stand behind numbers.
const UNITS: &[&str] = &[
    "ms",
    "s",
    "sec",
    "secs",
    "second",
    "seconds",
    "min",
    "mins",
    "minute",
    "minutes",
    "h",
    "hr",
    "hrs",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "quarter",
    "quarters",
    "year",
    "years",
    "daily",
    "weekly",
    "biweekly",
    "monthly",
    "quarterly",
    "annual",
    "annually",
    "yearly",
    "hourly",
    "b",
    "bit",
    "bits",
    "byte",
    "bytes",
    "kb",
    "mb",
    "gb",
    "tb",
    "pb",
    "kib",
    "mib",
    "gib",
    "tib",
    "kbit",
    "mbit",
    "gbit",
    "kbps",
    "mbps",
    "gbps",
    "mm",
    "cm",
    "m",
    "km",
    "mile",
    "miles",
    "g",
    "kg",
    "lb",
    "lbs",
    "percent",
    "px",
    "hz",
    "khz",
    "mhz",
    "ghz",
    "usd",
    "eur",
    "gbp",
    "dollar",
    "dollars",
    "euro",
    "euros",
];

/// Marks that only part, join or set off words; every other mark stands for something.
const PUNCTUATION: &[char] = &[
    '.', ',', ';', ':', '!', '?', '\'', '"', '(', ')', '[', ']', '{', '}', '-', '_', '¿', '¡', '•', '…', '‘', '’', '‚',
    '“', '”', '„', '«', '»', '‹', '›', '–', '—', '、', '。', '「', '」', '『', '』', '（', '）', '，', '：', '；',
    '！', '？', '・', '®', '™', '©',
];

/// Pairs of words that look alike and mean different things, besides those of `look-alikes.txt`.
const CONFUSABLE: &[(&str, &str)] = &[
    ("martial", "marital"),
    ("diary", "dairy"),
    ("unclear", "nuclear"),
    ("united", "untied"),
    ("prescribe", "proscribe"),
    ("prescribed", "proscribed"),
    ("public", "pubic"),
    ("statue", "statute"),
    ("status", "statue"),
    ("local", "locale"),
    ("leased", "released"),
    ("lease", "release"),
    ("moral", "morale"),
    ("stationary", "stationery"),
    ("insured", "ensured"),
    ("detection", "detention"),
    ("retain", "return"),
    ("retention", "detention"),
    ("interstate", "intrastate"),
    ("internet", "intranet"),
    ("proposed", "purposed"),
    ("perimeter", "parameter"),
    ("hosted", "posted"),
    ("server", "sever"),
    ("servers", "severs"),
    ("severe", "server"),
    ("system", "systemic"),
    ("physical", "physician"),
    ("then", "than"),
    ("affect", "effect"),
    ("allow", "allot"),
    ("minor", "miner"),
    ("least", "lease"),
    ("eighteen", "eighty"),
    ("thirteen", "thirty"),
    ("fourteen", "forty"),
    ("fifteen", "fifty"),
    ("sixteen", "sixty"),
    ("seventeen", "seventy"),
    ("nineteen", "ninety"),
    ("symmetric", "asymmetric"),
    ("upload", "unload"),
    ("untrusted", "entrusted"),
    ("patients", "patents"),
    ("private", "pirate"),
    ("provide", "provider"),
    ("customer", "custom"),
    ("regular", "irregular"),
    ("single", "signal"),
    ("singed", "signed"),
    ("sighed", "signed"),
    ("trusted", "rusted"),
    ("unsigned", "assigned"),
    ("deleted", "delegated"),
    ("delegate", "delete"),
    ("revoke", "invoke"),
];

/// Words for numbers, months, days, and halves of opposites: a text in which one of them was exchanged says something
/// else, however much it looks the same.
const TELLING: &str = "one two three four five six seven eight nine ten hundred thousand first third january february \
    march april june july august september october november december monday tuesday wednesday thursday friday saturday \
    sunday on off enable enabled enables disable disabled disables before after more less most least fewer minimum \
    maximum include includes included exclude excludes excluded allow allows allowed deny denies denied open opens opened \
    close closes closed only all any every some always active inactive public private internal external start stop begin \
    end increase decrease higher lower above below inside outside within accept reject accepts rejects add remove adds \
    removes added removed read write send receive in out up down left right with";

/// Words that a slip of the pen could make of another: where one of them stood, it was meant.
const LOOK_ALIKES: &str = include_str!("look-alikes.txt");

/// Words that say the opposite when they stand before another.
const NEGATING_PREFIXES: &[&str] = &["un", "in", "im", "il", "ir", "dis", "non", "de", "mis", "anti", "a"];

/// Words in capitals that are another word without.
const CAPITAL_WORDS: &[&str] = &["us", "it", "who", "aids"];

fn listed(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// `not`, `never`, `doesn't`. Words are given in lower case.
pub fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || listed(NEGATIONS, word)
}

/// One word is the other with `un-`, `in-`, `non-` before it.
pub fn is_negated_pair(old: &str, new: &str) -> bool {
    let (short, long) = if old.len() < new.len() { (old, new) } else { (new, old) };
    short.len() > 2 && NEGATING_PREFIXES.iter().any(|prefix| long.strip_prefix(prefix) == Some(short))
}

pub fn is_modal(word: &str) -> bool {
    listed(MODALS, word)
}

/// `Yes`, `No`, `N/A` as a whole text, in lower case and without marks around.
pub fn is_answer(text: &str) -> bool {
    listed(ANSWERS, text)
}

/// A unit of measure, in any case.
pub fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(word))
}

/// The name of a month, in full or by its first letters; it has a capital.
pub fn is_month(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Sept",
    ];
    MONTHS.iter().any(|month| word == *month || (word.len() == 3 && month.starts_with(word)))
}

/// A mark that stands for a word.
pub fn is_symbol(mark: char) -> bool {
    !mark.is_alphanumeric() && !mark.is_whitespace() && !mark.is_control() && !PUNCTUATION.contains(&mark)
}

/// A word (in lower case) that is another in capitals: bits and bytes, milli and mega, single letters.
pub fn depends_on_case(lower: &str) -> bool {
    const UNITS: &[&str] = &["kb", "mb", "gb", "tb", "pb", "kbps", "mbps", "gbps", "mw", "mhz", "ma", "mv"];
    let one_letter = lower.chars().count() == 1 && lower != "a" && lower != "i";
    one_letter || UNITS.contains(&lower)
}

/// Percent and currency.
pub fn is_unit_symbol(mark: &str) -> bool {
    ["%", "‰", "$", "€", "£", "¥", "°"].contains(&mark)
}

/// Two words that a slip of the pen could make of each other, though both are right.
pub fn are_confusable(old: &str, new: &str) -> bool {
    CONFUSABLE.iter().any(|(a, b)| (*a == old && *b == new) || (*a == new && *b == old))
}

/// A common word, in lower case, that is one slip of the pen away from another: not likely a misspelling.
pub fn is_look_alike(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| LOOK_ALIKES.lines().filter(|line| !line.starts_with('#')).collect()).contains(word)
}

/// `US` is not `us`.
pub fn changes_with_case(lower: &str) -> bool {
    listed(CAPITAL_WORDS, lower)
}

/// Whether a word (in lower case) says what no synonym says as well, so that replacing it changes the meaning.
pub fn is_telling(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    bears_meaning(word) || WORDS.get_or_init(|| TELLING.split_whitespace().collect()).contains(word)
}

/// Whether a word (in lower case) must never be taken for a misspelling of another: negations, modal verbs, answers, units.
pub fn bears_meaning(word: &str) -> bool {
    is_negation(word) || is_modal(word) || is_answer(word) || is_unit(word)
}
