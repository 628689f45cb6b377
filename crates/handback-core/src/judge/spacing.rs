//! Blanks too many, too few, or in the wrong place.

use std::borrow::Cow;

use super::languages::Script;
use super::visible::OBJECT;
use super::{Finding, Kind, Pair};

/// Looks at the blanks of a translation.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let found = edges(pair)
        .or_else(|| doubled(pair))
        .or_else(|| around_marks(pair))
        .or_else(|| missing(pair))
        .or_else(|| between_characters(pair));
    findings.extend(found);
}

fn finding(words: &str, message: String, fix: &str) -> Finding {
    Finding::new(Kind::Spaces, words, message, fix)
}

/// Blanks at the edges that the English does not have.
fn edges(pair: &Pair<'_>) -> Option<Finding> {
    let (english, wording) = (pair.english.source, pair.source);
    let starts = wording.starts_with(char::is_whitespace) && !english.starts_with(char::is_whitespace);
    // What is behind the text of a cell is padding, which an adopted page may have had.
    let is_cell = pair.context.unit == "cell";
    let ends = wording.ends_with(char::is_whitespace) && !english.ends_with(char::is_whitespace) && !is_cell;
    let place = if starts { "begins" } else { "ends" };
    (starts || ends).then(|| finding(" ", format!("the translation {place} with a blank"), "remove it"))
}

fn doubled(pair: &Pair<'_>) -> Option<Finding> {
    let text = &pair.wording.text;
    let is_blank = |c: char| matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}');
    // Blanks at the end are another matter.
    let text = text.trim_end();
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_blank(c) && before.is_some_and(is_blank) {
            if pair.english.visible.text.contains("  ") {
                return None;
            }
            let words = around(text, at);
            return Some(finding(&words, format!("two blanks in a row: `{words}`"), "leave one of them"));
        }
        before = Some(c);
    }
    None
}

/// Blanks between Chinese characters, or Japanese ones. Words in katakana may have one between them.
fn between_characters(pair: &Pair<'_>) -> Option<Finding> {
    let script = pair.context.language.script()?;
    // Beside the marks of emphasis a blank is usual.
    let text = pair.source;
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}');
    let is_hiragana = |c: char| matches!(c, '\u{3041}'..='\u{309F}');
    let between = |at: usize| {
        let (Some(one), Some(two)) = (text[..at].chars().next_back(), text[at + 1..].chars().next()) else {
            return false;
        };
        match script {
            Script::Chinese => is_han(one) && is_han(two),
            Script::Japanese => {
                let is_either = |c: char| is_han(c) || is_hiragana(c);
                is_either(one) && is_either(two) && (is_hiragana(one) || is_hiragana(two))
            }
            _ => false,
        }
    };
    // A name in such characters stands apart.
    if pair.english.visible.text.contains(is_han) {
        return None;
    }
    let at = text.match_indices(' ').map(|(at, _)| at).find(|at| between(*at))?;
    let words = around(text, at);
    Some(finding(&words, format!("a blank inside a sentence: `{words}`"), "remove the blank"))
}

/// The words around a place.
fn around(text: &str, at: usize) -> String {
    let is_blank = char::is_whitespace;
    let (before, after) = (&text[..at], &text[at..]);
    let start =
        before.trim_end().rfind(is_blank).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let rest = after.trim_start();
    let end = at + (after.len() - rest.len()) + rest.find(is_blank).unwrap_or(rest.len());
    text[start..end].replace(OBJECT, "…")
}

/// Blanks before a mark that ends something, or behind one that begins something.
fn around_marks(pair: &Pair<'_>) -> Option<Finding> {
    let (text, language) = (&pair.wording.text, pair.context.language);
    // Both are about blanks.
    for (at, two) in text.char_indices().skip(1) {
        let Some(one) = text[..at].chars().next_back().filter(|one| is_blank(*one) || is_blank(two)) else { continue };
        let next = text[at + two.len_utf8()..].chars().next();
        let is_closing = match two {
            ',' | ')' | ']' | '、' | '。' | '，' | '،' | '؛' | '؟' => true,
            '.' => next.is_none_or(char::is_whitespace) || begins_sentence(&text[at + 1..]),
            '?' | '!' | ';' | ':' => language.code() != "fr" && next.is_none_or(char::is_whitespace),
            _ => false,
        };
        let is_opening = matches!(one, '(' | '[');
        let has = |pattern: &str| pair.english.visible.text.contains(pattern);
        // Code may have blanks around it in Chinese, Japanese and Korean, before a mark too.
        let is_around_code = language.is_cjk() && text[..at].trim_end_matches(is_blank).ends_with(OBJECT);
        if is_blank(one)
            && is_closing
            && !is_around_code
            && at > 1
            && !has(&format!("{one}{two}"))
            && !is_emoticon(two, next)
        {
            let words = around(text, at);
            return Some(finding(&words, format!("a blank before `{two}`: `{words}`"), "remove the blank"));
        }
        if is_opening && is_blank(two) && !has(&format!("{one}{two}")) {
            let words = around(text, at);
            return Some(finding(&words, format!("a blank behind `{one}`: `{words}`"), "remove the blank"));
        }
    }
    None
}

/// A capital with small letters behind it, unlike `.NET`.
fn begins_sentence(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{3000}')
}

/// `:)`, `.NET`, `...`
fn is_emoticon(mark: char, next: Option<char>) -> bool {
    matches!(mark, ':' | ';') && next.is_some_and(|c| matches!(c, ')' | '(' | '-'))
}

/// No blank behind a mark: `fin.Début`, `un,deux`.
fn missing(pair: &Pair<'_>) -> Option<Finding> {
    if pair.context.language.is_unspaced() {
        return None;
    }
    let source = without_targets(pair);
    let is_mark = |byte: u8| matches!(byte, b'.' | b'?' | b'!' | b',' | b';' | b':' | 0xD8);
    let bytes = source.as_bytes();
    // Nearly all marks have a blank behind them. 0xD8 begins the bytes of Arabic ones.
    if !bytes.windows(2).any(|two| is_mark(two[0]) && !two[1].is_ascii_whitespace()) {
        return None;
    }
    let chars: Vec<char> = source.chars().collect();
    for (at, window) in chars.windows(3).enumerate() {
        let [before, mark, after] = *window else { continue };
        let is_mark = match mark {
            '.' | '?' | '!' | '؟' => {
                (before.is_lowercase() || is_caseless(before)) && (after.is_uppercase() || is_caseless(after))
            }
            ',' | ';' | '،' => before.is_alphabetic() && after.is_alphabetic(),
            ':' => before.is_lowercase() && after.is_uppercase(),
            _ => false,
        };
        if !is_mark || mark == ';' && is_short_form(&chars, at, pair.english.source) {
            continue;
        }
        let start = chars[..at + 1].iter().rposition(|c| c.is_whitespace()).map_or(0, |at| at + 1);
        let end = chars[at + 1..].iter().position(|c| c.is_whitespace()).map_or(chars.len(), |found| at + 1 + found);
        let words: String = chars[start..end].iter().collect();
        if pair.english.source.contains(words.trim_matches(|c: char| !c.is_alphanumeric())) || is_known_form(&words) {
            continue;
        }
        return Some(finding(&words, format!("no blank behind `{mark}`: `{words}`"), "put a blank there"));
    }
    None
}

/// `TL;DR`, as languages have it in letters of their own where the English has it: capitals, or letters without case.
fn is_short_form(chars: &[char], before: usize, english: &str) -> bool {
    let is_one = |one: char, other: char| one.is_alphabetic() && other.is_alphabetic();
    let is_capital = |c: Option<&char>| c.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    let known: Vec<char> = english.chars().collect();
    is_capital(chars.get(before))
        && is_capital(chars.get(before + 2))
        && known.windows(3).any(|three| three[1] == ';' && is_one(three[0], three[2]) && three[0].is_uppercase())
}

/// Arabic and its like: letters without case, in words apart.
fn is_caseless(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{5D0}'..='\u{5EA}' | '\u{AC00}'..='\u{D7A3}' | '\u{900}'..='\u{97F}')
        && c.is_alphabetic()
}

/// `z.B.`, `S.A.`, addresses and file names.
fn is_known_form(word: &str) -> bool {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = core.split('.').collect();
    let is_abbreviation = parts.iter().all(|part| part.chars().count() < 3);
    is_abbreviation || word.contains(['@', '/', '\\', '_', '=', '<', '>']) || word.starts_with("http")
}

/// The text with placeholders for code, targets and addresses, so that a blank that is missing is seen at their edges.
fn without_targets<'p>(pair: &'p Pair<'_>) -> Cow<'p, str> {
    let text = &pair.wording.text;
    if text.contains(OBJECT) {
        // An identifier may be two words with a full stop between: `fin.Debut`.
        let mut out = text.replace(OBJECT, " ");
        for token in pair.source.split_whitespace() {
            let is_words = token.matches('.').count() == 1
                && token.split('.').all(|part| part.chars().filter(|c| c.is_alphabetic()).count() > 2)
                && !token.contains(['`', '(', '<', '/', '@', '_']);
            if is_words {
                out.push(' ');
                out.push_str(token);
            }
        }
        return out.into();
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::is_short_form;

    #[test]
    fn a_short_form_is_one_where_the_english_has_one() {
        let is_one = |text: &str, english: &str| {
            let chars: Vec<char> = text.chars().collect();
            let mark = chars.iter().position(|c| *c == ';').unwrap();
            is_short_form(&chars, mark - 1, english)
        };
        assert!(is_one("TL;PL : lisez", "TL;DR: read"));
        assert!(is_one("אמ;לק קראו", "TL;DR read"));
        assert!(!is_one("un;deux", "TL;DR: one; two"));
        assert!(!is_one("Un;Deux", "One; two"));
    }
}
