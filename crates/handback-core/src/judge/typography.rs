//! How locales write: quotation marks, the blanks of French, the opening marks of Spanish, the marks of Chinese, Japanese
//! and Arabic.

use super::languages::Script;
use super::{Finding, Kind, Pair};

/// Looks at what a locale writes otherwise.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let language = pair.context.language;
    findings.extend(quotes(pair));
    match (language.code(), language.script()) {
        ("fr", _) => findings.extend(french(pair)),
        ("de", _) if matches!(language.locale(), "de-CH" | "de-LI") => findings.extend(swiss(pair)),
        ("es", _) => findings.extend(spanish(pair)),
        (_, Some(Script::Japanese)) => {
            findings.extend(half_width(pair, ",.;").or_else(|| mixed_brackets(pair)).or_else(|| half_width_kana(pair)));
        }
        (_, Some(Script::Chinese)) => {
            findings.extend(half_width(pair, ",.;:?!").or_else(|| mixed_brackets(pair)));
        }
        (_, Some(Script::Hangul)) => findings.extend(korean(pair)),
        (_, Some(Script::Arabic)) => findings.extend(arabic(pair)),
        _ => {}
    }
}

fn finding(words: &str, message: String, fix: String) -> Finding {
    Finding::new(Kind::Typography, words, message, fix)
}

/// Quotation marks of another language. Those of a quotation inside another are free.
fn quotes(pair: &Pair<'_>) -> Option<Finding> {
    let quotes = pair.context.language.quotes();
    let &(open, close) = quotes.first()?;
    let text = &pair.wording.text;
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        let may_be_quote = !c.is_ascii_alphanumeric() && c != ' ';
        let is_right = may_be_quote && quotes.iter().any(|(open, close)| c == *open || c == *close);
        if is_right && c != '"' {
            let opens = quotes.iter().any(|(open, _)| c == *open)
                && !(depth > 0 && quotes.iter().any(|(_, close)| c == *close));
            depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
            continue;
        }
        let is_inch = c == '"' && text[..at].ends_with(|c: char| c.is_ascii_digit()) && text.matches('"').count() == 1;
        if depth > 0 || is_right || is_inch || !matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「') {
            continue;
        }
        let words: String = text[at..].chars().take(16).collect();
        let message = format!("`{c}` is not a quotation mark of {}", pair.context.language.locale());
        return Some(finding(words.trim(), message, format!("write {open}…{close}")));
    }
    None
}

/// French writes a blank before double marks and inside its quotation marks. Canada writes none before `;`, `!` and `?`.
fn french(pair: &Pair<'_>) -> Option<Finding> {
    let is_canadian = pair.context.language.locale() == "fr-CA";
    let marks: &[char] = if is_canadian { &[':', '»'] } else { &[':', ';', '!', '?', '»'] };
    let strict = pair.context.house.no_break_spaces;
    let is_space = |c: char| match strict {
        true => matches!(c, '\u{a0}' | '\u{202f}'),
        false => c.is_whitespace(),
    };
    if !pair.wording.text.contains([':', ';', '!', '?', '«', '»']) {
        return None;
    }
    let chars: Vec<char> = pair.wording.text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        if *c == '«' {
            if chars.get(at + 1).is_some_and(|next| !is_space(*next)) {
                return Some(finding("«", "French writes a blank behind `«`".into(), blank(strict, "behind")));
            }
            continue;
        }
        let Some(before) = at.checked_sub(1).map(|before| chars[before]).filter(|_| marks.contains(c)) else {
            continue;
        };
        let ends =
            chars.get(at + 1).is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '»' | '"' | ',' | '.'));
        let is_glued = !is_space(before) && !marks.contains(&before) && !matches!(before, '(' | '!' | '?' | ':');
        if is_glued && (ends || *c == '»') {
            let start = at.saturating_sub(12);
            let words: String = chars[start..=at].iter().collect();
            return Some(finding(words.trim(), format!("French writes a blank before `{c}`"), blank(strict, "before")));
        }
    }
    None
}

fn blank(strict: bool, place: &str) -> String {
    let kind = if strict { "a no-break space" } else { "a blank, best a no-break space," };
    format!("put {kind} {place} it")
}

/// Spanish opens questions and exclamations.
fn spanish(pair: &Pair<'_>) -> Option<Finding> {
    let text = &pair.wording.text;
    for (open, close) in [('¿', '?'), ('¡', '!')] {
        let count = |wanted: char| text.chars().filter(|c| *c == wanted).count();
        if count(close) > 0 && count(open) == 0 {
            let message = format!("Spanish opens with `{open}` what ends with `{close}`");
            return Some(finding(
                &close.to_string(),
                message,
                format!("put `{open}` where the question or exclamation begins"),
            ));
        }
    }
    None
}

/// Half-width marks behind Chinese or Japanese characters.
fn half_width(pair: &Pair<'_>, marks: &str) -> Option<Finding> {
    let chars: Vec<char> = pair.wording.text.chars().collect();
    let is_wide = |c: &char| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '」' | '』' | '）' | '”');
    for (at, c) in chars.iter().enumerate().filter(|(_, c)| marks.contains(**c)) {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(at + 1);
        let ends = after.is_none_or(|after| after.is_whitespace() || is_wide(after) || matches!(after, ')' | '"'));
        if before.as_ref().is_some_and(is_wide) && ends {
            let full = match c {
                ',' if marks.len() == 3 => '、',
                ',' => '，',
                '.' => '。',
                ';' => '；',
                ':' => '：',
                '?' => '？',
                _ => '！',
            };
            let start = at.saturating_sub(6);
            let words: String = chars[start..=at].iter().collect();
            return Some(finding(&words, format!("`{c}` is half width"), format!("write `{full}`")));
        }
    }
    None
}

/// Katakana of half the width, which old programs write.
fn half_width_kana(pair: &Pair<'_>) -> Option<Finding> {
    let is_half = |c: char| matches!(c, '\u{FF66}'..='\u{FF9F}');
    let words: String = pair.wording.text.chars().skip_while(|c| !is_half(*c)).take_while(|c| is_half(*c)).collect();
    let is_new = !words.is_empty() && !pair.english.visible.text.contains(&words);
    is_new.then(|| finding(&words, format!("`{words}` is half width"), "write it in full width".to_owned()))
}

/// Swiss German has no `ß`.
fn swiss(pair: &Pair<'_>) -> Option<Finding> {
    let mut words = pair.wording.text.split_whitespace();
    let word = words.find(|word| word.contains('ß') && !pair.english.visible.text.contains(word))?;
    let message = format!("`{word}`: {} writes no `ß`", pair.context.language.locale());
    Some(finding(word, message, format!("write {}", word.replace('ß', "ss"))))
}

/// A bracket of full width with a partner of half.
fn mixed_brackets(pair: &Pair<'_>) -> Option<Finding> {
    let text = &pair.wording.text;
    let mut open = Vec::new();
    for (at, c) in text.match_indices(['(', ')', '（', '）']) {
        match c {
            "(" | "（" => open.push((at, c)),
            _ => {
                let Some((start, partner)) = open.pop() else { continue };
                if (partner == "(") != (c == ")") {
                    let words = &text[start..at + c.len()];
                    let message = format!("`{partner}` is closed by `{c}` of another width");
                    return Some(finding(words, message, "write both in the same width".to_owned()));
                }
            }
        }
    }
    None
}

/// Marks of Chinese and Japanese in Korean.
fn korean(pair: &Pair<'_>) -> Option<Finding> {
    let (mark, half) = [('，', ','), ('、', ','), ('。', '.'), ('：', ':'), ('？', '?')]
        .into_iter()
        .find(|(mark, _)| pair.wording.text.contains(*mark) && !pair.english.visible.text.contains(*mark))?;
    Some(finding(&mark.to_string(), format!("`{mark}` is not a mark of Korean"), format!("write `{half}`")))
}

/// Latin marks behind Arabic letters.
fn arabic(pair: &Pair<'_>) -> Option<Finding> {
    let chars: Vec<char> = pair.wording.text.chars().collect();
    let is_letter = |c: char| matches!(c, '\u{600}'..='\u{6FF}') && c.is_alphabetic();
    for (at, c) in chars.iter().enumerate() {
        let full = match c {
            ',' => '،',
            ';' => '؛',
            '?' => '؟',
            _ => continue,
        };
        if at > 0 && is_letter(chars[at - 1]) {
            return Some(finding(&c.to_string(), format!("`{c}` is not a mark of Arabic"), format!("write `{full}`")));
        }
    }
    None
}
