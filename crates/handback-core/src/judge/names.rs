//! Whether a text that is the same in both languages is a name.

/// Whether words may be nothing but a name: no ordinary word in lower case among them, and at most four, or eight if
/// the name of a company's legal form ends them.
///
/// Of the texts of two words or more in 162 published documents that look like this, translators left half of those
/// with two to four words as they were, and a quarter of those with five; from six words on it was none but a list of
/// products. Of the texts with an ordinary word they left 1 in 100 (`Contoso for Outlook`). Words in lower case that
/// hold a digit, an inner dot or an inner capital (`contoso.io Corporation`, `s.r.o.`, `iContoso Pro`) belong to names:
/// 12 of 17.
pub fn is_name(words: &[&str]) -> bool {
    let is_company = words.last().is_some_and(|word| is_legal_form(word));
    let most = if is_company { 8 } else { 4 };
    let is_ordinary = |word: &&&str| {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        core.starts_with(char::is_lowercase) && !is_coined(core)
    };
    // `contoso GmbH`, `Contoso spol. s r.o.`; not `part of Contoso Ltd`.
    let ordinary: Vec<&&str> = words.iter().filter(is_ordinary).collect();
    let may_be = |word: &&&str| is_company && !OF_SENTENCES.contains(*word);
    words.len() <= most && ordinary.iter().all(may_be)
}

/// Contains a digit, `_`, an inner dot or an inner capital.
fn is_coined(core: &str) -> bool {
    let chars: Vec<char> = core.chars().collect();
    let inner = |pair: &[char]| pair[0].is_lowercase() && pair[1].is_uppercase();
    let dot = |three: &[char]| three[0].is_alphanumeric() && three[1] == '.' && three[2].is_alphanumeric();
    chars.iter().any(|c| c.is_numeric() || *c == '_') || chars.windows(2).any(inner) || chars.windows(3).any(dot)
}

/// Small words that join others in English, and are in no company's name of another language.
const OF_SENTENCES: [&str; 16] =
    ["a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "our", "the", "to", "with"];

/// Whether a word says what a company is in law: `GmbH`, `s.r.o.`, `Ltd.`.
fn is_legal_form(word: &str) -> bool {
    const FORMS: [&str; 42] = [
        "ab",
        "ag",
        "aps",
        "as",
        "asa",
        "bv",
        "co",
        "corp",
        "corporation",
        "doo",
        "eood",
        "gmbh",
        "inc",
        "kft",
        "kg",
        "kk",
        "limited",
        "llc",
        "llp",
        "ltd",
        "nv",
        "ood",
        "oo",
        "ou",
        "oy",
        "oyj",
        "plc",
        "pte",
        "pty",
        "pvt",
        "ro",
        "sa",
        "sarl",
        "sas",
        "se",
        "sl",
        "slu",
        "spa",
        "srl",
        "sro",
        "ug",
        "zoo",
    ];
    let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let marked = word.contains('.') || word.starts_with(char::is_uppercase);
    marked && FORMS.contains(&bare.to_lowercase().as_str())
}
