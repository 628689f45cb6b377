//! English that was left in a translation, and words that stand twice.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::languages::{Script, is_common};
use super::visible::OBJECT;
use super::{Finding, Kind, Language, Pair, names};

/// Looks for English; returns true if the translation is nothing else.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) -> bool {
    if pair.context.language.code() == "en" {
        return false;
    }
    let wording = list(&pair.wording.text);
    if is_untranslated(pair, &wording) {
        let message = "the translation is the English";
        findings.push(Finding::new(Kind::Untranslated, pair.source, message, "translate it, or remove the message"));
        return true;
    }
    if let Some(words) = left_over(pair, &wording) {
        let message = format!("some of the English was left: `{words}`");
        findings.push(Finding::new(Kind::PartlyUntranslated, &words, message, "translate these words"));
    }
    false
}

fn is_untranslated(pair: &Pair<'_>, wording: &[Word<'_>]) -> bool {
    let english = &pair.english.words;
    let is_same = english.len() == wording.len() && english.iter().zip(wording).all(|(one, two)| *one == two.lower);
    // In another script English is seen at once.
    let is_foreign = pair.context.language.script().is_some_and(|script| script != Script::Latin);
    if !is_same && !is_foreign {
        return false;
    }
    let mut without_names = pair.wording.text.clone();
    for name in pair.context.names {
        without_names = without_names.replace(&name.text, " ");
    }
    let own = list(&without_names);
    if is_same {
        let words: Vec<&str> = without_names.split_whitespace().filter(|word| !word.contains(OBJECT)).collect();
        return own.len() > 1 && !names::is_name(&words) && !is_product(&words) && !is_list_of_names(&words);
    }
    own.iter().all(|word| word.text.is_ascii())
        && own.iter().filter(|word| is_ordinary(word.text)).count() > 1
        && wording.iter().all(|word| english.iter().any(|other| *other == word.lower))
}

/// `Contoso Cloud for Outlook`, `Skills by Fabrikam`: a name of a product with that of another.
fn is_product(words: &[&str]) -> bool {
    let ordinary: Vec<&&str> = words.iter().filter(|word| word.starts_with(char::is_lowercase)).collect();
    !ordinary.is_empty() && words.len() < 9 && ordinary.iter().all(|word| ["for", "by"].contains(*word))
}

/// `SOC 2 Type II, ISO 27001, PCI DSS`: several names, each with a figure or an abbreviation.
fn is_list_of_names(words: &[&str]) -> bool {
    let is_coded = |word: &&&str| word.chars().filter(|c| c.is_uppercase() || c.is_numeric()).count() > 1;
    let segments = words.split_inclusive(|word| word.ends_with([',', ';']));
    let is_name = |segment: &[&str]| segment.iter().filter(is_coded).count() > 0 && names::is_name(segment);
    words.iter().any(|word| word.ends_with([',', ';'])) && segments.into_iter().all(is_name)
}

fn is_ordinary(word: &str) -> bool {
    word.chars().count() > 1 && word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase)
}

/// Small words that names and titles have too: `Jira Cloud for Excel`, `Skills by Contoso`, `Outlook on the web`.
fn joins_names(word: &str) -> bool {
    ["for", "by", "of", "and", "the", "with", "in", "on", "to", "at", "from", "web"].contains(&word)
}

/// A word of a text.
pub(super) struct Word<'t> {
    text: &'t str,
    /// In lower case, as words are compared.
    pub(super) lower: Cow<'t, str>,
    start: usize,
    /// Nothing but blanks stands between it and the word before.
    follows: bool,
}

/// The words of a text: letters and digits, with the marks inside them.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_alphanumeric())?;
        let follows = text[at..start].bytes().all(|byte| byte == b' ');
        let is_word = |c: char| c.is_alphanumeric() || is_combining(c) || matches!(c, '-' | '\'' | '’' | '_');
        let end = start + text[start..].find(|c| !is_word(c)).unwrap_or(text.len() - start);
        at = end;
        let word = text[start..end].trim_end_matches(['-', '\'', '’', '_']);
        Some(Word { text: word, lower: lower(word), start, follows })
    })
}

fn list(text: &str) -> Vec<Word<'_>> {
    words(text).collect()
}

/// A word in lower case.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { word.into() } else { word.to_lowercase().into() }
}

/// Signs that stand on or around letters: Arabic vowels, Thai and Indic signs.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{963}' | '\u{E31}'..='\u{E4E}' | '\u{200C}' | '\u{200D}')
}

/// Whether a word is one of English's commonest, and none of the language's own.
fn is_english_only(word: &str, language: &Language) -> bool {
    const EVERYWHERE: [&str; 9] = ["in", "on", "as", "at", "if", "an", "it", "or", "be"];
    is_common(word, "en") && !EVERYWHERE.contains(&word) && !is_common(word, language.code())
}

/// A run of English words that is in the English just so, and is no name, label or quotation.
fn left_over(pair: &Pair<'_>, own: &[Word<'_>]) -> Option<String> {
    let english = &pair.english.words;
    let known: FxHashSet<&str> = english.iter().map(String::as_str).collect();
    let mut from = 0;
    while from < own.len() {
        let len = if known.contains(&*own[from].lower) { run_len(&own[from..], english) } else { 0 };
        let run = &own[from..from + len];
        from += len.max(1);
        if is_left_over(run, pair.context.language) && !is_set_apart(pair, run) {
            let last = run.last()?;
            return Some(pair.wording.text[run[0].start..last.start + last.text.len()].to_owned());
        }
    }
    None
}

/// How many words from the first on are in the English in the same order.
fn run_len(own: &[Word<'_>], english: &[String]) -> usize {
    let len = |start: usize| {
        let pairs = own.iter().zip(&english[start..]).enumerate();
        pairs.take_while(|(at, (own, english))| (*at == 0 || own.follows) && own.lower == **english).count()
    };
    (0..english.len()).map(len).max().unwrap_or(0)
}

fn is_left_over(run: &[Word<'_>], language: &Language) -> bool {
    let is_telling = |word: &&Word<'_>| is_ordinary(word.text) && !joins_names(word.text);
    if run.iter().filter(is_telling).count() == 0 {
        return false;
    }
    let ordinary = run.iter().filter(|word| is_ordinary(word.text) && word.text.is_ascii()).count();
    let english_only = run.iter().filter(|word| is_english_only(&word.lower, language)).count();
    match language.script() {
        Some(Script::Latin) | None => run.len() > 2 && ordinary > 1 && (english_only > 0 || ordinary > 4),
        Some(_) => ordinary > 1 && (run.len() > 2 && english_only > 0 || ordinary > 2),
    }
}

/// In emphasis or between quotation marks: a label of a program, a title.
fn is_set_apart(pair: &Pair<'_>, run: &[Word<'_>]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let text = &pair.wording.text;
    let (start, end) = (first.start, last.start + last.text.len());
    let covers = |range: &std::ops::Range<usize>| range.start <= start && end <= range.end;
    let is_whole = |range: &std::ops::Range<usize>| range.len() + 4 >= text.len();
    let before = text[..start].chars().rev().find(|c| !c.is_whitespace());
    let after = text[end..].chars().find(|c| !c.is_whitespace() && !matches!(c, '.' | ',' | '…'));
    let is_quote = |c: Option<char>| c.is_some_and(|c| "\"“”„«»‚‘’「」『』《》'".contains(c));
    // What follows its translation in brackets is what readers look for elsewhere.
    let is_in_brackets = matches!((before, after), (Some('(' | '（'), Some(')' | '）')))
        && start > 0
        && run.len() < pair.english.words.len();
    pair.wording.emphasized.iter().any(|range| covers(range) && !is_whole(range))
        || is_quote(before) && is_quote(after)
        || is_in_brackets
}

/// Languages that say a word twice to say more do so with short words; a long one is inflected.
const REDUPLICATED: usize = 7;

/// Words that stand twice in a row.
pub fn check_doubled(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let language = pair.context.language;
    let allowed = language.data().map_or("", |data| data.doubled);
    let doubled = match language.is_unspaced() {
        true => doubled_particle(&pair.wording.text, language),
        false => doubled_word(&pair.wording.text),
    };
    let Some(word) = doubled else {
        findings.extend(doubled_phrase(pair));
        return;
    };
    let lower = word.to_lowercase();
    if language.code() == "cs" && lower == "se" && is_vocalized(&pair.wording.text) {
        return;
    }
    if language.code() == "de" && is_relative(&lower) && !follows_a_break(&pair.wording.text, &lower) {
        let shown = format!("{word} {word}");
        let message = format!("`{shown}`: the word stands twice");
        findings.push(Finding::new(Kind::DoubledWord, &shown, message, "remove one of them"));
        return;
    }
    let is_allowed = allowed.split_whitespace().any(|known| known == lower)
        || allowed == "*" && !is_common(&lower, language.code()) && lower.chars().count() <= REDUPLICATED
        || doubled_word(&pair.english.visible.text).is_some_and(|english| english.eq_ignore_ascii_case(&word));
    if !is_allowed {
        let shown = if language.is_unspaced() { format!("{word}{word}") } else { format!("{word} {word}") };
        let message = format!("`{shown}`: the word stands twice");
        findings.push(Finding::new(Kind::DoubledWord, &shown, message, "remove one of them"));
    }
}

/// Several words that stand twice in a row, as where something was pasted again: `open the door open the door`.
fn doubled_phrase(pair: &Pair<'_>) -> Option<Finding> {
    if pair.context.language.is_unspaced() {
        return None;
    }
    let phrase = phrase_twice(&pair.wording.text).filter(|_| phrase_twice(&pair.english.visible.text).is_none())?;
    // `von Contoso Cloud von Contoso Cloud Mail`: names of which one begins like the other.
    let is_of_english =
        |word: &Word<'_>| word.text.chars().count() < 4 || pair.english.words.iter().any(|other| *other == word.lower);
    if words(&phrase).all(|word| is_of_english(&word)) {
        return None;
    }
    let message = format!("`{phrase}`: these words stand twice in a row");
    Some(Finding::new(Kind::DoubledWord, &phrase, message, "remove one of them"))
}

/// Three words or more that stand twice with nothing between them.
fn phrase_twice(text: &str) -> Option<String> {
    const MOST: usize = 12;
    let words = list(text);
    let is_again = |at: usize, len: usize| {
        let (one, two) = (&words[at..at + len], &words[at + len..at + 2 * len]);
        one.iter().zip(two).all(|(one, two)| one.lower == two.lower)
            && two.iter().chain(&one[1..]).all(|word| word.follows)
            && one.iter().filter(|word| word.text.chars().all(char::is_alphabetic)).count() > 2
    };
    let places = (0..words.len()).flat_map(|at| (3..=MOST.min((words.len() - at) / 2)).map(move |len| (at, len)));
    let (at, len) = places.into_iter().find(|(at, len)| is_again(*at, *len))?;
    let last = &words[at + len - 1];
    Some(text[words[at].start..last.start + last.text.len()].to_owned())
}

/// German words that stand twice where a clause begins with one: `Kunden, die die Daten lesen`.
fn is_relative(word: &str) -> bool {
    matches!(word, "die" | "der" | "das")
}

/// Whether a clause may begin where a word stands twice: behind a comma or another mark, at the start, or behind a small word.
fn follows_a_break(text: &str, word: &str) -> bool {
    const SMALL: [&str; 22] = [
        "und", "oder", "sowie", "aber", "für", "auf", "an", "in", "mit", "von", "zu", "bei", "als", "wie", "aus",
        "durch", "gegen", "ohne", "über", "um", "nach", "unter",
    ];
    let lower = text.to_lowercase();
    let doubled = format!("{word} {word} ");
    lower.match_indices(&doubled).all(|(at, _)| {
        let before = lower[..at].trim_end();
        before.is_empty()
            || before.ends_with(|c: char| !c.is_alphanumeric())
            || SMALL.contains(&before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
    })
}

/// `se se zásadami`: the second is a preposition, which is so only before some sounds.
fn is_vocalized(text: &str) -> bool {
    let lower = text.to_lowercase();
    let behind = lower.find("se se ").map(|at| &lower[at + "se se ".len()..]);
    behind.is_some_and(|rest| rest.starts_with(['s', 'z', 'š', 'ž', 'm', 'v', 'č', 'd']))
}

fn doubled_word(text: &str) -> Option<String> {
    let mut last: Option<Cow<'_, str>> = None;
    for word in words(text) {
        let is_number = |text: &str| text.len() > 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_letter = |c: char| c.is_alphabetic() || is_combining(c) || matches!(c, '’' | '\'');
        let is_word = |text: &str| text.chars().all(is_letter) || is_number(text);
        if word.follows && last.as_ref() == Some(&word.lower) && is_word(&word.lower) {
            return Some(word.text.to_owned());
        }
        last = Some(word.lower).filter(|_| !text[word.start + word.text.len()..].starts_with(OBJECT));
    }
    None
}

/// Particles that never stand twice. `の` does in words (`ものの`), `は` in others; these do not.
fn doubled_particle(text: &str, language: &Language) -> Option<String> {
    const JAPANESE: [&str; 8] = ["をを", "がが", "にに", "ですです", "ますます。", "からから", "またはまたは", "のの"];
    const CHINESE: [&str; 14] = [
        "的的",
        "了了",
        "是是",
        "和和",
        "在在",
        "请请",
        "您您",
        "可以可以",
        "需要需要",
        "必须必须",
        "您的您的",
        "我们我们",
        "如果如果",
        "以及以及",
    ];
    const FINE: [&str; 6] = ["目的的", "ものの", "のので", "现在在", "現在在", "存在在"];
    let known: &[&str] = match language.script() {
        Some(Script::Japanese) => &JAPANESE,
        Some(Script::Chinese) => &CHINESE,
        _ => return None,
    };
    let found = known.iter().find_map(|doubled| text.find(doubled).map(|at| (at, *doubled)));
    if let Some((at, doubled)) = found {
        let around = &text[text[..at].char_indices().next_back().map_or(0, |(at, _)| at)..];
        let is_fine = FINE.iter().any(|fine| around.starts_with(fine) || text[at..].starts_with(fine));
        let half = doubled.chars().count() / 2;
        return (!is_fine).then(|| doubled.chars().take(half).collect());
    }
    repeated(text)
}

/// A run of four characters or more that stands twice with nothing between: `設定を開く設定を開く`.
fn repeated(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let is_word = |c: &char| c.is_alphabetic() && *c >= '\u{2E80}';
    for len in 3..=12 {
        for at in 0..chars.len().saturating_sub(2 * len - 1) {
            let (one, two) = (&chars[at..at + len], &chars[at + len..at + 2 * len]);
            // `文件的文件`: what one thing has of another.
            if one == two && one.iter().all(is_word) && one[0] != '的' {
                return Some(one.iter().collect());
            }
        }
    }
    None
}
