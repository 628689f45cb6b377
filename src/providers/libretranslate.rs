//! LibreTranslate, and services that speak its protocol: <https://docs.libretranslate.com>.

use std::sync::LazyLock;

use handback_core::translate::item::{Markup, Shield};
use quick_xml::escape::partial_escape;
use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::http::{self, Connection};
use super::provider::{Failure, Limits, Provider, ProviderError, Request};
use super::service::{Access, Opening, Service, Type};
use super::settings::ProviderConfig;

/// The type and how it is reached.
pub const TYPE: Type = Type::of::<Settings>("libretranslate", Access::Key("LIBRETRANSLATE_API_KEY"));

/// A LibreTranslate server has the common settings only.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {}

impl Service for Settings {
    fn markup(&self) -> Markup {
        Markup::Html(Shield::Attribute)
    }

    fn open(&self, opening: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError> {
        Ok(Box::new(LibreTranslate::new(opening.config.clone(), opening.key()?)))
    }
}

/// A LibreTranslate server.
pub struct LibreTranslate {
    service: Connection,
    config: ProviderConfig,
}

impl LibreTranslate {
    /// Servers of one's own often want no key.
    pub fn new(config: ProviderConfig, key: Option<String>) -> Self {
        let url = config.address.url.clone().unwrap_or_else(|| "https://libretranslate.com".into());
        Self { service: Connection::new("LibreTranslate", &url, key, config.timeout()), config }
    }
}

impl Provider for LibreTranslate {
    fn limits(&self) -> Limits {
        // Servers set their own; these are small enough for most.
        Limits { texts: 20, characters: 4_000, bytes: 50 * 1024, concurrency: 1 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let mut body = json!({
            "q": request.texts,
            "source": self.config.language(request.source).unwrap_or_else(|| http::language(request.source)),
            "target": self.config.language(request.target).unwrap_or_else(|| target(request.target)),
            "format": "html",
        });
        if !self.service.key().is_empty() {
            body["api_key"] = json!(self.service.key());
        }
        let answer = self.service.post("/translate", &[], &body, meaning)?;
        let texts = http::texts(&answer, "/translatedText", "");
        let texts = texts.ok_or_else(|| self.service.unexpected("`translatedText`"))?;
        Ok(texts.iter().map(|text| escape_again(text)).collect())
    }
}

/// The server takes entities for characters at last, so that `&lt;` comes back as `<`: every one that is not
/// of a tag of ours is of the text.
fn escape_again(answer: &str) -> String {
    static TAGS: LazyLock<Regex> = LazyLock::new(|| {
        let tags = r#"</?span>|</?a>|<(?:span|a)\b[^<>]*\bid=["']?\d+[^<>]*>"#;
        Regex::new(tags).expect("a pattern of ours")
    });
    let mut out = String::with_capacity(answer.len());
    let mut at = 0;
    for tag in TAGS.find_iter(answer) {
        out.push_str(&partial_escape(&answer[at..tag.start()]));
        out.push_str(tag.as_str());
        at = tag.end();
    }
    out.push_str(&partial_escape(&answer[at..]));
    out
}

/// A server that bans a client for a while says 403 too.
fn meaning(status: u16, body: &str) -> Option<Failure> {
    let lower = body.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    match status {
        403 if says(&["slow", "limit", "ban"]) => Some(Failure::Quota),
        400 if says(&["api key", "is not supported", "not available"]) => Some(Failure::Fatal),
        _ => None,
    }
}

fn target(locale: &str) -> &str {
    match (http::language(locale), locale) {
        ("zh", "zh-TW" | "zh-HK" | "zh-Hant") => "zh-Hant",
        ("zh", _) => "zh-Hans",
        ("pt", "pt-BR") => "pt-BR",
        (language, _) => language,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::settings::testing::declared;

    #[test]
    fn only_our_tags_stay_tags() {
        let answer = "a < b & <span id=\"0\" translate=\"no\">…</span> <script>x</script> <a id=\"1\">c</a>";
        let expected = "a &lt; b &amp; <span id=\"0\" translate=\"no\">…</span> \
            &lt;script&gt;x&lt;/script&gt; <a id=\"1\">c</a>";
        assert_eq!(escape_again(answer), expected);
    }

    #[test]
    fn a_server_that_wants_a_key_is_not_taken_for_a_busy_one() {
        assert_eq!(meaning(400, "Please contact the server operator to get an API key"), Some(Failure::Fatal));
        assert_eq!(meaning(403, "Too many request limits violations"), Some(Failure::Quota));
        assert_eq!(meaning(400, "Invalid request: missing q parameter"), None);
    }

    #[test]
    fn settings_are_read_and_those_of_others_are_refused() {
        let read = declared("{type: libretranslate, key_file: k}").unwrap();
        assert_eq!(format!("{:?}", read.own), "Settings");
        let error = declared("{type: libretranslate, model: m}").unwrap_err();
        let known =
            "type, engine, price, concurrency, timeout, retries, texts, characters, languages, url, key_env, key_file";
        assert_eq!(error, format!("`x`: `model` is not a setting of type `libretranslate` (known: {known})"));
    }
}
