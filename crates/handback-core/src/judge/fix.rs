//! Repairs that are safe: blanks, quotation marks, marks of a script, emphasis. Nothing but these characters changes, and
//! never inside code, links, tags or placeables.

use std::ops::Range;

use super::languages::Script;
use super::{Context, English, Finding, Kind, Language, judge_text};
use crate::text::emphasis;
use crate::translate::inline::{self, Part};

/// What can be repaired.
pub const KINDS: [Kind; 3] = [Kind::Spaces, Kind::Typography, Kind::LiteralEmphasis];

/// A wording without what is safe to repair in it; `None` if nothing is. The judge has fewer complaints of the result, and
/// none that is new.
pub fn fixed(english: &str, wording: &str, context: &Context<'_>) -> Option<String> {
    let mut best = wording.to_owned();
    let english = &English::new(english, context.known());
    let mut complaints = judge_text(english, wording, context);
    let steps: [fn(&str, &Context<'_>) -> Option<String>; 5] = [blanks, quotes, french, marks_of_script, emphasized];
    for step in steps {
        if !complaints.iter().any(|finding| KINDS.contains(&finding.kind)) {
            break;
        }
        let Some(candidate) = step(&best, context).filter(|candidate| *candidate != best) else { continue };
        let left = judge_text(english, &candidate, context);
        if is_better(&complaints, &left) {
            (best, complaints) = (candidate, left);
        }
    }
    (best != wording).then_some(best)
}

/// Fewer complaints, and each of those that are left was there before.
pub(super) fn is_better(before: &[Finding], after: &[Finding]) -> bool {
    let known = |finding: &&Finding| before.iter().any(|other| other.kind == finding.kind);
    after.len() <= before.len() && after != before && after.iter().all(|finding| known(&finding))
}

/// Where words stand: no code, no link targets, no tags, no placeables.
fn words(text: &str, context: &Context<'_>) -> Vec<Range<usize>> {
    let constructs = context.constructs.find(text);
    let ranges = inline::parts(text, context.known()).into_iter().filter_map(|part| match part {
        Part::Text(range) => Some(range),
        _ => None,
    });
    let is_free =
        |range: &Range<usize>| !constructs.iter().any(|other| other.start < range.end && range.start < other.end);
    ranges.filter(is_free).collect()
}

/// Puts characters of words right, one by one. `right` is given what stands before and behind in the whole text.
fn replaced(
    text: &str,
    context: &Context<'_>,
    mut right: impl FnMut(&str, char, &str) -> Option<String>,
) -> Option<String> {
    let words = words(text, context);
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let is_word = words.iter().any(|range| range.start <= at && end <= range.end);
        match is_word.then(|| right(&text[..at], c, &text[end..])).flatten() {
            Some(new) => out.push_str(&new),
            None => out.push(c),
        }
    }
    (out != text).then_some(out)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

/// Blanks at the edges, doubled ones, and those before marks that close.
fn blanks(text: &str, context: &Context<'_>) -> Option<String> {
    let is_french = context.language.code() == "fr";
    let out = replaced(text, context, |before, c, after| {
        if !is_blank(c) {
            return None;
        }
        let next = after.chars().next();
        let is_edge = before.trim().is_empty() || after.trim().is_empty();
        let is_doubled = next.is_some_and(is_blank);
        let closes = match next {
            Some(',' | ')' | ']' | '、' | '。' | '，' | '،' | '؛' | '؟') => true,
            Some('.') => after[1..].chars().next().is_none_or(char::is_whitespace),
            Some('?' | '!' | ';' | ':') => !is_french && after[1..].chars().next().is_none_or(char::is_whitespace),
            _ => false,
        };
        let opens = before.ends_with(['(', '[']);
        (is_edge || is_doubled || closes || opens).then(String::new)
    });
    out.filter(|out| !out.trim().is_empty())
}

/// Straight and foreign quotation marks in pairs, as the locale writes them.
fn quotes(text: &str, context: &Context<'_>) -> Option<String> {
    let quotes = context.language.quotes();
    let &(open, close) = quotes.first()?;
    let foreign =
        |c: char| matches!(c, '"' | '“' | '”' | '„') && !quotes.iter().any(|(one, other)| c == *one || c == *other);
    let words = words(text, context);
    let places: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| foreign(*c) && words.iter().any(|range| range.contains(at)))
        .map(|(at, _)| at)
        .collect();
    if places.is_empty() || !places.len().is_multiple_of(2) {
        return None;
    }
    let is_french = context.language.code() == "fr";
    let mut index = 0;
    replaced(text, context, |before, _, after| {
        if !places.contains(&before.len()) {
            return None;
        }
        let opens = index % 2 == 0;
        index += 1;
        Some(match (opens, is_french) {
            (true, true) if !after.starts_with(is_blank) => format!("{open}\u{a0}"),
            (false, true) if !before.ends_with(is_blank) => format!("\u{a0}{close}"),
            (true, _) => open.to_string(),
            (false, _) => close.to_string(),
        })
    })
}

/// The blanks of French, as no-break spaces.
fn french(text: &str, context: &Context<'_>) -> Option<String> {
    if context.language.code() != "fr" {
        return None;
    }
    let is_canadian = context.language.locale() == "fr-CA";
    let strict = context.house.no_break_spaces;
    replaced(text, context, |before, c, after| {
        let space = if matches!(c, ':' | '»') { '\u{a0}' } else { '\u{202f}' };
        let ends = after
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '»' | '.' | ',' | '*' | '<'));
        let glued = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '»' | '’' | '*' | '`'));
        match c {
            '«' if !after.starts_with(char::is_whitespace) => Some("«\u{a0}".into()),
            ';' | '!' | '?' if !is_canadian && ends && glued => Some(format!("{space}{c}")),
            ':' if ends && glued => Some(format!("{space}{c}")),
            '»' if !before.ends_with(char::is_whitespace) => Some(format!("{space}{c}")),
            // A blank that may break, where the house wants none.
            ' ' if strict && before.ends_with('«') => Some("\u{a0}".into()),
            ' ' if strict && after.starts_with([';', '!', '?']) => Some("\u{202f}".into()),
            ' ' if strict && after.starts_with([':', '»']) => Some("\u{a0}".into()),
            _ => None,
        }
    })
}

/// Marks of another script behind Chinese, Japanese and Arabic letters.
fn marks_of_script(text: &str, context: &Context<'_>) -> Option<String> {
    let language: &Language = context.language;
    let script = language.script()?;
    let table: &[(char, char)] = match script {
        Script::Japanese => &[(',', '、'), ('.', '。'), (';', '；')],
        Script::Chinese => &[(',', '，'), ('.', '。'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！')],
        Script::Arabic => &[(',', '،'), (';', '؛'), ('?', '؟')],
        Script::Hangul => &[('，', ','), ('、', ','), ('。', '.'), ('：', ':'), ('？', '?')],
        _ => return None,
    };
    let is_own = |c: char| match script {
        Script::Arabic => matches!(c, '\u{600}'..='\u{6FF}') && c.is_alphabetic(),
        Script::Hangul => matches!(c, '\u{AC00}'..='\u{D7A3}'),
        _ => matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '」' | '』' | '）' | '”'),
    };
    replaced(text, context, |before, c, after| {
        let (_, right) = table.iter().find(|(wrong, _)| *wrong == c)?;
        let ends = after.chars().next().is_none_or(|next| !next.is_ascii_alphanumeric());
        (before.ends_with(is_own) && ends).then(|| right.to_string())
    })
}

/// Emphasis that Markdown shows as literal marks.
fn emphasized(text: &str, _: &Context<'_>) -> Option<String> {
    emphasis::repaired(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::House;

    fn fix(locale: &str, english: &str, wording: &str) -> Option<String> {
        let (language, house) = (Language::of(locale), House::default());
        fixed(english, wording, &Context::new(&language, &house))
    }

    #[test]
    fn what_is_safe_is_repaired() {
        let fixed =
            |locale, english, wording, right: &str| assert_eq!(fix(locale, english, wording).as_deref(), Some(right));
        fixed("fr-FR", "Is it ready? Read it.", "Est-ce prêt?  Lisez-le .", "Est-ce prêt\u{202f}? Lisez-le.");
        fixed("fr-FR", "Select \"Next\" here.", "Choisissez \"Suivant\" ici.", "Choisissez «\u{a0}Suivant\u{a0}» ici.");
        fixed("de-DE", "Select \"Next\" here.", "Hier \"Weiter\" auswählen.", "Hier „Weiter“ auswählen.");
        fixed("zh-CN", "Save, and then close.", "保存,然后关闭.", "保存，然后关闭。");
        fixed("ar-SA", "Ready, or not?", "جاهز, أم لا?", "جاهز، أم لا؟");
        fixed("ja-JP", "Select **Save** here.", "**「保存」**をクリックします", "「**保存**」をクリックします");
    }

    #[test]
    fn what_is_not_sure_stays() {
        for (locale, english, wording) in [
            ("fr-FR", "Use `a  b` here.", "Utilisez `a  b` ici."),
            ("fr-FR", "It is 15\" wide.", "Sa largeur est de 15\"."),
            ("de-DE", "A \"b\" and \"c\"", "Ein \"b\" und \"c"),
            ("fr-FR", "See [x](a?b:c).", "Voir [x](a?b:c)."),
        ] {
            assert_eq!(fix(locale, english, wording), None, "{wording}");
        }
    }
}
