//! Marks that come in pairs, and the one at the end.

use super::languages::Script;
use super::visible::OBJECT;
use super::{Finding, Kind, Pair};

/// Looks at the end, and for brackets and quotation marks without partners.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    findings.extend(end(pair).or_else(|| mark_twice(pair)));
    findings.extend(brackets(pair));
    findings.extend(quotes(pair));
}

/// A full stop or a comma that stands twice in a row, as it does in no language.
fn mark_twice(pair: &Pair<'_>) -> Option<Finding> {
    const TWICE: [&str; 7] = ["。。", "、、", "，，", "；；", "،،", ",,", ".."];
    let text = &pair.wording.text;
    let is_twice = |mark: &&&str| {
        let mut places = text.match_indices(**mark).map(|(at, _)| (&text[..at], &text[at + mark.len()..]));
        // Three points are an ellipsis, `..` leads up in a path, and `,,` are quotation marks for some.
        places.any(|(before, after)| {
            before.ends_with(char::is_alphabetic) && after.chars().next().is_none_or(char::is_whitespace)
                || !mark.is_ascii() && after.chars().next() != mark.chars().next()
        })
    };
    let mark = TWICE.iter().find(is_twice).filter(|mark| !pair.english.visible.text.contains(**mark))?;
    let message = format!("`{mark}`: the mark stands twice");
    Some(Finding::new(Kind::EndPunctuation, mark, message, "remove one of them"))
}

/// What a mark at the end says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Stop,
    Question,
    Exclamation,
    Colon,
    Semicolon,
    Comma,
    Ellipsis,
}

impl End {
    fn of(c: char) -> Option<Self> {
        Some(match c {
            '.' | '。' | '．' | '۔' | '।' | '።' | '｡' | '։' | '။' | '។' | '᠃' | '།' => Self::Stop,
            '?' | '？' | '؟' => Self::Question,
            '!' | '！' => Self::Exclamation,
            ':' | '：' | '︰' => Self::Colon,
            ';' | '；' | '؛' => Self::Semicolon,
            ',' | '，' | '、' | '،' => Self::Comma,
            '…' | '⋯' => Self::Ellipsis,
            _ => return None,
        })
    }

    /// With its article.
    fn one(self) -> String {
        let article = if matches!(self, Self::Exclamation | Self::Ellipsis) { "an" } else { "a" };
        format!("{article} {}", self.shown())
    }

    fn shown(self) -> &'static str {
        match self {
            Self::Stop => "full stop",
            Self::Question => "question mark",
            Self::Exclamation => "exclamation mark",
            Self::Colon => "colon",
            Self::Semicolon => "semicolon",
            Self::Comma => "comma",
            Self::Ellipsis => "ellipsis",
        }
    }
}

/// What closes behind the last mark: brackets, quotation marks.
const CLOSERS: &str = ")]}\"'”’»›“」』】）］》〉*_~";

fn end_of(text: &str) -> (Option<End>, &str) {
    let core = text.trim_end_matches(|c: char| c.is_whitespace() || CLOSERS.contains(c) || is_emoji(c));
    if core.ends_with("...") {
        return (Some(End::Ellipsis), core);
    }
    let end = core.chars().next_back().and_then(End::of);
    (end, core)
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}')
}

fn end(pair: &Pair<'_>) -> Option<Finding> {
    let language = pair.context.language;
    let ((english, english_core), (wording, core)) = (end_of(&pair.english.visible.text), end_of(&pair.wording.text));
    if english == wording || matches!(language.script(), Some(Script::Thai)) && wording.is_none() {
        return None;
    }
    // An abbreviation ends like a sentence: `etc.`, `Inc.`
    let is_short = (english == Some(End::Stop) && is_abbreviated(english_core))
        || (wording == Some(End::Stop) && is_abbreviated(core));
    let is_short = is_short && matches!((english, wording), (None | Some(End::Stop), None | Some(End::Stop)));
    let is_question = english == Some(End::Question) && wording == Some(End::Stop) && core.ends_with("か。");
    // The question, or the exclamation, is there, and another sentence comes last.
    let is_inside = matches!(english, Some(End::Question | End::Exclamation))
        && wording.is_some()
        && core.chars().filter_map(End::of).any(|mark| Some(mark) == english);
    // A sentence of some length ends with its mark, whatever the English does; in Chinese, Japanese and Korean sooner.
    let words = pair.english.visible.text.split_whitespace().count();
    let is_sentence = english.is_none() && wording == Some(End::Stop) && words > if language.is_cjk() { 5 } else { 9 };
    // `Reason for storing it?` is a phrase with a mark, which these languages leave out.
    let is_phrase =
        language.is_cjk() && english == Some(End::Question) && wording.is_none() && !asks(&pair.english.visible.text);
    // `2025. március 3.`: the day of a date, an ordinal.
    let is_ordinal = english.is_none()
        && wording == Some(End::Stop)
        && core.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
    // Written exclamations are rarer there.
    let is_calm = language.is_cjk() && english == Some(End::Exclamation) && wording == Some(End::Stop);
    // What a list follows, and what trails off, is a sentence there.
    let is_plain =
        language.is_cjk() && matches!(english, Some(End::Colon | End::Ellipsis)) && wording == Some(End::Stop);
    if is_plain || is_inside || is_sentence || is_phrase || is_ordinal || is_calm {
        return None;
    }
    let ends_in_object = core.ends_with(OBJECT) && english.is_none();
    let is_greek = language.script() == Some(Script::Greek) && core.ends_with(';') && english == Some(End::Question);
    // A list item may end as lists do in the language.
    let is_list = matches!(
        (english, wording),
        (None | Some(End::Comma | End::Stop), Some(End::Semicolon))
            | (Some(End::Semicolon), Some(End::Stop | End::Comma))
    ) && language.code() == "fr";
    if is_short || is_question || ends_in_object || is_greek || is_list {
        return None;
    }
    let (message, fix) = match (english, wording) {
        (Some(english), None) => {
            (format!("the {} at the end is missing", english.shown()), format!("end with {}", english.one()))
        }
        (None, Some(wording)) => {
            (format!("there is {} at the end that the English does not have", wording.one()), "remove it".to_owned())
        }
        (Some(english), Some(wording)) => (
            format!("the translation ends with {}, and the English with {}", wording.one(), english.one()),
            format!("end with {}", english.one()),
        ),
        (None, None) => return None,
    };
    let last = core.char_indices().nth_back(12).map_or(core, |(at, _)| &core[at..]);
    Some(Finding::new(Kind::EndPunctuation, &last.replace(OBJECT, "…"), message, fix))
}

/// Whether an English text begins like a question.
fn asks(text: &str) -> bool {
    const WORDS: [&str; 29] = [
        "are", "can", "could", "did", "do", "does", "had", "has", "have", "how", "if", "is", "may", "must", "should",
        "shall", "was", "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "will", "would", "am",
    ];
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    WORDS.contains(&first.to_lowercase().as_str())
}

/// Whether the last word is an abbreviation, as far as one can tell: `etc.`, `e.g.`, `S.A.`, `Inc.`
fn is_abbreviated(core: &str) -> bool {
    const KNOWN: [&str; 30] = [
        "r", "г", "гг", "р", "etc", "inc", "ltd", "corp", "co", "vs", "no", "nr", "usw", "bzw", "ca", "resp", "ecc",
        "ej", "ex", "др", "пр", "т", "itp", "itd", "np", "jne", "vb", "gmbh", "st", "u.s",
    ];
    let word = core.trim_end_matches('.').rsplit(|c: char| c.is_whitespace() || c == OBJECT).next().unwrap_or_default();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_lowercase();
    // A text of one short word: `nd.`, `n.`
    let is_alone = core.trim().trim_end_matches('.').chars().count() < 4;
    is_alone
        || KNOWN.contains(&word.as_str())
        || word.contains('.') && word.split('.').all(|part| part.chars().count() < 4)
}

const BRACKETS: [(char, char, char, char); 4] =
    [('(', ')', '（', '）'), ('[', ']', '［', '］'), ('{', '}', '｛', '｝'), ('【', '】', '〔', '〕')];

fn brackets(pair: &Pair<'_>) -> Option<Finding> {
    // The last two begin the bytes of wide ones.
    let may_be = |byte: u8| matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | 0xE3 | 0xEF);
    if !pair.wording.text.bytes().any(may_be) {
        return None;
    }
    for kinds in BRACKETS {
        let Some(bracket) = unpaired(&pair.wording.text, kinds) else { continue };
        if unpaired(&pair.english.visible.text, kinds).is_none() {
            let message = format!("the bracket `{bracket}` has no partner");
            return Some(Finding::new(Kind::Brackets, &bracket.to_string(), message, "write both, or none"));
        }
    }
    None
}

/// A bracket without its partner. Half and full width go together; `1)` is no bracket.
fn unpaired(text: &str, (open, close, wide_open, wide_close): (char, char, char, char)) -> Option<char> {
    let mut stack = Vec::new();
    for (at, c) in text.match_indices([open, close, wide_open, wide_close]) {
        let c = c.chars().next()?;
        let is_face = text[..at].ends_with([':', ';', '-']);
        if c == open || c == wide_open {
            if c != '(' || !is_face {
                stack.push(c);
            }
        } else if stack.pop().is_none() {
            let token = text[..at].bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
            let is_number = c == ')' && (1..4).contains(&token);
            if !is_number && !is_face {
                return Some(c);
            }
        }
    }
    stack.pop()
}

/// Quotation marks that open and close.
const QUOTES: [(char, char); 5] = [('«', '»'), ('「', '」'), ('『', '』'), ('《', '》'), ('‹', '›')];

fn quotes(pair: &Pair<'_>) -> Option<Finding> {
    let mark = unpaired_quote(&pair.wording.text).filter(|_| unpaired_quote(&pair.english.visible.text).is_none())?;
    let message = format!("the quotation mark `{mark}` has no partner");
    Some(Finding::new(Kind::Quotes, &mark.to_string(), message, "write both, or none"))
}

fn unpaired_quote(text: &str) -> Option<char> {
    // All but the straight ones begin with these bytes.
    if !text.bytes().any(|byte| matches!(byte, b'"' | 0xC2 | 0xE2 | 0xE3)) {
        return None;
    }
    let is_mark = |c: &char| {
        matches!(
            c,
            '«' | '»'
                | '「'
                | '」'
                | '『'
                | '』'
                | '《'
                | '》'
                | '‹'
                | '›'
                | '‚'
                | '‘'
                | '’'
                | '„'
                | '“'
                | '”'
                | '‟'
        )
    };
    let marks: Vec<char> = text.chars().filter(is_mark).collect();
    let count = |wanted: char| marks.iter().filter(|c| **c == wanted).count();
    for (open, close) in QUOTES.iter().copied().filter(|_| !marks.is_empty()) {
        if count(open) != count(close) {
            return Some(if count(open) > count(close) { open } else { close });
        }
    }
    let curly = ['„', '“', '”', '‟'];
    // Single ones only where the low one tells them from apostrophes.
    if count('‚') > count('‘') + count('’') {
        return Some('‚');
    }
    let total: usize = curly.iter().map(|mark| count(*mark)).sum();
    if total % 2 == 1 {
        return marks.into_iter().find(|c| curly.contains(c));
    }
    let straight = text.char_indices().filter(|(_, c)| *c == '"');
    // Inches: 15".
    let is_inch = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    // `ארה"ב`: the mark of an abbreviation.
    let is_hebrew = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{5D0}'..='\u{5EA}'));
    let is_inside = |at: usize| is_hebrew(text[..at].chars().next_back()) && is_hebrew(text[at + 1..].chars().next());
    let straight = straight.filter(|(at, _)| !is_inside(*at));
    let quotes = straight.filter(|(at, _)| !is_inch(*at) || text[..*at].contains('"')).count();
    (quotes % 2 == 1).then_some('"')
}
