//! Text that was read as another encoding: `donnÃ©es`, `ÐŸÐ¾Ð»Ñ–Ñ‚Ð¸ÐºÐ°`, `Øèôðîâàíèå`.
//!
//! The bytes of such a text, written as Windows-1252 has them, are UTF-8 again. Some of the pairs that look so are right,
//! mostly a capital before a closing mark: `« CAFÉ »`, `„FPÖ“`.

use std::ops::Range;

use super::languages::Script;
use crate::text::encoding::HIGH;

/// Marks that stand behind a capital letter in texts that are right.
const BEHIND_CAPITALS: &str = "‘’“”‚„…–—™®©°»«‹›•·\u{a0}ª²³¹";

/// The first place of a text that was read as another encoding. `script` is that of the
/// language: what the text was is written in it, or in Latin letters.
pub fn find(text: &str, script: Option<Script>) -> Option<Range<usize>> {
    // Every such place begins with a letter of Latin-1, or with one of two Cyrillic ones.
    if !text.bytes().any(|byte| matches!(byte, 0xC3 | 0xD0)) || !has_neighbors(text) {
        return None;
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    if let Some(range) = accented(&chars).filter(|_| script == Some(Script::Cyrillic)).or_else(|| cyrillic(&chars)) {
        return Some(range);
    }
    let mut at = 0;
    let mut last_end = None;
    while at < chars.len() {
        let Some(len) = sequence(&chars[at..], script) else {
            at += 1;
            continue;
        };
        let range = chars[at].0..chars.get(at + len).map_or(text.len(), |(at, _)| *at);
        let follows = last_end == Some(range.start);
        if follows || len > 2 || is_plain(&chars, at, len) {
            return Some(range);
        }
        last_end = Some(range.end);
        at += len;
    }
    None
}

/// Whether two characters beyond ASCII stand side by side: in most languages of Latin letters they rarely do.
fn has_neighbors(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| matches!(pair[0], 0x80..=0xBF) && pair[1] >= 0xC0)
}

/// Accented letters in a row, as Cyrillic becomes when it is read as Latin-1. No text in Cyrillic has four.
fn accented(chars: &[(usize, char)]) -> Option<Range<usize>> {
    let is_letter = |c: char| matches!(c, 'À'..='ÿ') && c.is_alphabetic();
    let run = chars.windows(5).find(|run| run[..4].iter().all(|(_, c)| is_letter(*c)))?;
    Some(run[0].0..run[4].0)
}

/// Cyrillic that was read as Windows-1251: `СѓСЃС‚Р°РЅ`. Every other letter is one of two, and what is between has none of
/// the usual letters.
fn cyrillic(chars: &[(usize, char)]) -> Option<Range<usize>> {
    let is_pair = |pair: &[(usize, char)]| {
        matches!(pair[0].1, 'Р' | 'С') && !matches!(pair[1].1, 'А'..='я' | ' ') && !pair[1].1.is_ascii()
    };
    let run = chars.windows(7).find(|run| run[..6].chunks(2).all(is_pair))?;
    Some(run[0].0..run[6].0)
}

/// Whether the two characters can be nothing else.
fn is_plain(chars: &[(usize, char)], at: usize, len: usize) -> bool {
    let before = at.checked_sub(1).map(|before| chars[before].1);
    let after = chars.get(at + len).map(|(_, c)| *c);
    let is_inside = before.is_some_and(char::is_lowercase) || after.is_some_and(char::is_lowercase);
    is_inside || !BEHIND_CAPITALS.contains(chars[at + 1].1)
}

/// How many characters from the first on are the bytes of one character of the script.
fn sequence(chars: &[(usize, char)], script: Option<Script>) -> Option<usize> {
    let len = match chars.first()?.1 {
        '\u{C2}'..='\u{DF}' => 2,
        '\u{E0}'..='\u{EF}' => 3,
        _ => return None,
    };
    let bytes: Vec<u8> = chars.get(..len)?.iter().map(|(_, c)| byte(*c)).collect::<Option<_>>()?;
    let decoded = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    is_written(decoded, script).then_some(len)
}

fn byte(c: char) -> Option<u8> {
    if let Some(at) = HIGH.iter().position(|high| *high == c) {
        return Some(0x80 + at as u8);
    }
    u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80)
}

/// `Úž` begins Czech words, and would be Arabic: only the script of the language counts, besides Latin letters and marks.
fn is_written(c: char, script: Option<Script>) -> bool {
    match c {
        '\u{A0}'..='\u{17F}'
        | 'Ơ'
        | 'ơ'
        | 'Ư'
        | 'ư'
        | 'Ș'..='ț'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2010}'..='\u{20BF}' => true,
        '\u{370}'..='\u{3FF}' => script == Some(Script::Greek),
        '\u{400}'..='\u{52F}' => script == Some(Script::Cyrillic),
        '\u{5D0}'..='\u{5EA}' => script == Some(Script::Hebrew),
        '\u{600}'..='\u{6FF}' => script == Some(Script::Arabic),
        '\u{900}'..='\u{97F}' => script == Some(Script::Devanagari),
        '\u{E00}'..='\u{E7F}' => script == Some(Script::Thai),
        '\u{AC00}'..='\u{D7A3}' => script == Some(Script::Hangul),
        '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}' => {
            matches!(script, Some(Script::Japanese | Script::Chinese | Script::Hangul))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_were_read_in_another_encoding_are_seen() {
        use Script::{Arabic, Cyrillic, Japanese, Latin};
        for (script, text) in [
            (Latin, "Vos donnÃ©es sont chiffrÃ©es."),
            (Latin, "L'accessibilitÃ\u{a0} e la sicurezza"),
            (Latin, "Uwierzytelnianie dwuskÅ‚adnikowe"),
            (Cyrillic, "ÐŸÐ¾Ð»Ñ–Ñ‚Ð¸ÐºÐ°"),
            (Japanese, "ãƒ‡ãƒ¼ã‚¿"),
            (Arabic, "Ø³ÙŠØ§Ø³Ø©"),
            (Latin, "Câ€™est"),
            (Latin, "Kontakt pro ochranu ÃºdajÅ¯"),
            (Cyrillic, "Øèôðîâàíèå âêëþ÷åíî"),
            (Cyrillic, "о нарушениях в СѓСЃС‚Р°РЅРѕРІР»РµРЅРЅС‹Р№ срок"),
        ] {
            assert!(find(text, Some(script)).is_some(), "{text}");
        }
    }

    #[test]
    fn capitals_before_marks_are_right() {
        for text in [
            "« CAFÉ » et « THÉ »",
            "“CAFÉ” et “THÉ”",
            "„FPÖ“ und „ÖVP“",
            "Úžasné Éclair",
            "ŘÉŠŢ ÁƤÍš",
            "NESTLÉ® et CAFÉ™",
            "à côté de l’été…",
            "PÅ… och å",
            "Straße – Größe",
            "SOCIÉTÉ² : 5 €",
            "ТАСС» и «СССР»",
        ] {
            assert_eq!(find(text, Some(Script::Latin)), None, "{text}");
        }
        assert_eq!(find("Ŭšé thé Çôñţôšô ţôôļ, Úšé", None), None, "accents as pseudo-translations have them");
    }
}
