//! Pseudo-translation: accented English, longer, in brackets. Shows what is not translated, cut off or put
//! together, before anybody translates. The locale for it is `qps-ploc`.

use handback_core::translate::item::Markup;
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
        Ok(request.texts.iter().map(|text| accented(text)).collect())
    }
}

fn accented(text: &str) -> String {
    let is_token = |word: &str| word.contains("XP") && word.ends_with('X');
    // What opens a link stays first: generators know lines of a list by that.
    let opener = text.strip_prefix("XPO").and_then(|rest| rest.find('X')).map_or(0, |len| "XPO".len() + len + 1);
    let blank = text[opener..].len() - text[opener..].trim_start_matches(' ').len();
    let (opener, text) = text.split_at(if opener == 0 { 0 } else { opener + blank });
    // Tokens stand between other marks too: `(XPH0X)`.
    let mut out = format!("{opener}⟦");
    let mut word = String::new();
    let mut is_other = false;
    for c in text.chars().chain([' ']) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        // `4pm`, `4 pm`: a number is what its reader knows it by.
        let is_of_time = ["am", "pm"].iter().any(|half| word.eq_ignore_ascii_case(half)) && ends_with_number(&out)
            || matches!(word.as_str(), "a" | "p" | "m") && is_half(&out, c);
        // `1990's`, and what is said of a token: with its `s` it stays a word of its own.
        let is_ending = word == "s" && ends_with_apostrophe(&out);
        match is_token(&word) || is_of_time || is_ending || word.starts_with(|c: char| c.is_ascii_digit()) {
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

/// Whether a letter between what was written and the next mark is one of `4 p.m.`.
fn is_half(text: &str, next: char) -> bool {
    let before = text.strip_suffix('.').and_then(|text| text.strip_suffix(['a', 'p']));
    next == '.' && (ends_with_number(text) || before.is_some_and(ends_with_number))
}

/// Whether an apostrophe behind a number or a token was the last to be written.
fn ends_with_apostrophe(text: &str) -> bool {
    let before = text.strip_suffix(['\'', '’']);
    before.is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit() || c == 'X'))
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
        assert_eq!(accented("At 4pm"), "⟦Áţ 4pm !!⟧");
        assert_eq!(accented("At 4 PM, I am"), "⟦Áţ 4 PM, Í áɱ !!!⟧");
        assert_eq!(accented("港口 XPC0X"), "⟦港口 XPC0X ƥšéúđó !!⟧");
        assert_eq!(accented("12:30"), "⟦12:30 ⟧");
        assert_eq!(accented("7.00 p.m. at XPH0X's"), "⟦7.00 p.m. áţ XPH0X's !!!!⟧");
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
