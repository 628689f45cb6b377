//! Pseudo-translation: accented English, longer, in brackets. Shows what is not translated, cut off or put
//! together, before anybody translates. The locale for it is `qps-ploc`.

use std::borrow::Cow;
use std::sync::LazyLock;

use handback_core::translate::item::Markup;
use handback_core::variables::locale;
use regex::{Captures, Regex};
use schemars::JsonSchema;
use serde::Deserialize;

use super::provider::{Limits, Provider, ProviderError, Request};
use super::service::{Access, Opening, Service, Type};

/// The type and how it is reached.
pub const TYPE: Type = Type::of::<Settings>("pseudo", Access::Local);

/// Accented English, for tests of the whole chain, has the common settings only.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {}

impl Service for Settings {
    fn markup(&self) -> Markup {
        Markup::Tokens
    }

    fn open(&self, _: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError> {
        Ok(Box::new(Pseudo))
    }
}

/// Accents every letter outside protected pieces, adds 30 percent, and puts brackets around.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pseudo;

impl Provider for Pseudo {
    fn limits(&self) -> Limits {
        Limits { texts: 1000, characters: usize::MAX, bytes: usize::MAX, concurrency: 1 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        Ok(request.texts.iter().map(|text| accented(&with_numbers(text, request.target))).collect())
    }
}

/// A text with its numbers as a locale writes them, where they would be others there: `10,000` is ten in French.
fn with_numbers<'t>(text: &'t str, locale: &str) -> Cow<'t, str> {
    static DOUBTFUL: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[\w.,:/]*[0-9][.,][0-9]{3}[\w.,:/]*").ok());
    let Some(doubtful) = DOUBTFUL.as_ref() else { return text.into() };
    let written = |found: &Captures<'_>| {
        let number = found[0].trim_end_matches(['.', ',', ':']);
        let is_figures = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'/'));
        let parts = |part| as_written_in(locale, part).unwrap_or_else(|| str::to_owned(part));
        // `1/10,000` is two of them.
        let localized = match is_figures {
            true => number.split('/').map(parts).collect::<Vec<_>>().join("/"),
            false => number.to_owned(),
        };
        localized + &found[0][number.len()..]
    };
    doubtful.replace_all(text, written)
}

/// `10,000`, `1,500.25` or `25.181` in a locale; `None` if it is no such number.
fn as_written_in(locale: &str, number: &str) -> Option<String> {
    let (whole, _) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',');
    let is_grouped =
        groups.next().is_some_and(|first| (1..4).contains(&first.len())) && groups.all(|group| group.len() == 3);
    locale::figures(locale, &number.replace(',', ""), whole.contains(',')).filter(|_| is_grouped)
}

fn accented(text: &str) -> String {
    let is_token = |word: &str| word.contains("XP") && word.ends_with('X');
    // What opens links and emphasis stays first: generators know lines of a list by that.
    let mut opened = text;
    while let Some(len) = opened.strip_prefix("XPO").and_then(|rest| rest.find('X')) {
        opened = opened["XPO".len() + len + 1..].trim_start_matches(' ');
    }
    let (opener, text) = text.split_at(text.len() - opened.len());
    // Tokens stand between other marks too: `(XPH0X)`.
    let mut out = format!("{opener}⟦");
    let mut word = String::new();
    let mut is_other = false;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        let is_of_time = is_of_time(&word, &out, &text[at..]);
        match is_token(&word) || is_of_time || word.starts_with(|c: char| c.is_ascii_digit()) {
            true => out.push_str(&word),
            false => out.extend(word.chars().map(|c| accent(c).inspect(|_| is_other = true).unwrap_or(c))),
        }
        word.clear();
        out.push(c);
    }
    // The last blank stays: nothing may touch an address.
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // Letters of other scripts have no accents: without a word more, it would be the text itself.
    if letters > 0 && !is_other {
        out.push_str("ƥšéúđó ");
    }
    out.push_str(&"!".repeat(letters.div_ceil(3)));
    out.push('⟧');
    out
}

/// Whether a word is half of a day behind a number, which its reader knows it by: `4pm`, `4 pm`, `4 P.M.`
fn is_of_time(word: &str, before: &str, behind: &str) -> bool {
    let is = |half: &str| word.eq_ignore_ascii_case(half);
    let begins = (is("a") || is("p")) && behind.get(..2).is_some_and(|next| next.eq_ignore_ascii_case(".m"));
    let first = ["a.", "A.", "p.", "P."].iter().find_map(|first| before.strip_suffix(first)).filter(|_| is("m"));
    (is("am") || is("pm") || begins) && ends_with_number(before) || first.is_some_and(ends_with_number)
}

/// Whether a number and a blank were the last to be written.
fn ends_with_number(text: &str) -> bool {
    text.strip_suffix([' ', '\u{a0}']).is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit()))
}

/// A letter that people still read, in place of one that may have an accent.
fn accent(c: char) -> Option<char> {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀčđéƒğĥíĵķĺɱñóƥʠřšţúṽŵẋýžÁƁČĐÉƑĞĤÍĴĶĹṀÑÓƤɊŘŠŢÚṼŴẊÝŽ";
    PLAIN.chars().position(|plain| plain == c).and_then(|at| ACCENTED.chars().nth(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::settings::testing::declared;

    #[test]
    fn words_are_accented_and_tokens_are_not() {
        assert_eq!(accented("See (XPH0X), XPO1X ok XPC1X."), "⟦Šéé (XPH0X), XPO1X óķ XPC1X. !!!!!!⟧");
        assert_eq!(accented("XPO0X ok XPC0X (b)."), "XPO0X ⟦óķ XPC0X (ƀ). !!!⟧");
        assert_eq!(accented("XPO0X XPO1X ok XPC1X XPC0X b"), "XPO0X XPO1X ⟦óķ XPC1X XPC0X ƀ !!!!⟧");
        assert_eq!(accented("At 4pm"), "⟦Áţ 4pm !!⟧");
        assert_eq!(accented("At 4 PM, I am"), "⟦Áţ 4 PM, Í áɱ !!!⟧");
        assert_eq!(accented("港口 XPC0X"), "⟦港口 XPC0X ƥšéúđó !!⟧");
        assert_eq!(accented("12:30"), "⟦12:30 ⟧");
        assert_eq!(accented("By 9 P.M. go"), "⟦Ɓý 9 P.M. ğó !!⟧");
        assert_eq!(accented("7.00 p.m. at XPH0X's"), "⟦7.00 p.m. áţ XPH0X'š !!!⟧");
    }

    #[test]
    fn numbers_are_written_as_the_locale_writes_them() {
        for (text, locale, expected) in [
            ("Pay $10,000, or 1,500.25.", "de-DE", "Pay $10.000, or 1.500,25."),
            ("It takes 25.181 seconds.", "fr-FR", "It takes 25,181 seconds."),
            ("0 to 65,535", "fr-FR", "0 to 65\u{202f}535"),
            ("10,000 of 1,5", "qps-ploc", "10,000 of 1,5"),
            ("1/10,000's", "fr-FR", "1/10\u{202f}000's"),
            ("At 10.0.19041, x1,024 and 12,34,567", "de-DE", "At 10.0.19041, x1,024 and 12,34,567"),
        ] {
            assert_eq!(with_numbers(text, locale), expected);
        }
    }

    #[test]
    fn settings_are_read_and_those_of_others_are_refused() {
        let read = declared("{type: pseudo, texts: 1}").unwrap();
        assert_eq!(format!("{:?}", read.own), "Settings");
        let error = declared(r#"{type: pseudo, url: "https://x.example"}"#).unwrap_err();
        let known = "type, engine, price, concurrency, timeout, retries, texts, characters, languages";
        assert_eq!(error, format!("`x`: `url` is not a setting of type `pseudo` (known: {known})"));
    }
}
