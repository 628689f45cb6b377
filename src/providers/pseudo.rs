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
    for c in text.chars().chain([' ']) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        // `4pm`: a number is what its reader knows it by.
        match is_token(&word) || word.starts_with(|c: char| c.is_ascii_digit()) {
            true => out.push_str(&word),
            false => out.extend(word.chars().map(accent)),
        }
        word.clear();
        out.push(c);
    }
    // The last blank stays: nothing may touch an address.
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    out.push_str(&"!".repeat(letters.div_ceil(3)));
    out.push('⟧');
    out
}

/// A letter that people still read.
fn accent(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀčđéƒğĥíĵķĺɱñóƥʠřšţúṽŵẋýžÁƁČĐÉƑĞĤÍĴĶĹṀÑÓƤɊŘŠŢÚṼŴẊÝŽ";
    PLAIN.chars().position(|plain| plain == c).and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(c)
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
