//! DeepL, API version 2: <https://developers.deepl.com/api-reference/translate>.

use std::collections::BTreeMap;

use handback_core::translate::item::Markup;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::http::{self, Connection};
use super::provider::{Failure, Limits, Provider, ProviderError, Request};
use super::service::{Access, Opening, Service, Type};
use super::settings::ProviderConfig;

/// The type and how it is reached.
pub const TYPE: Type = Type::of::<Settings>("deepl", Access::Key("DEEPL_AUTH_KEY"));

/// Settings of a DeepL account.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `more`, `less`, `prefer_more` or `prefer_less`.
    formality: Option<String>,
    /// Id of a glossary kept by the service, by locale.
    glossaries: Option<BTreeMap<String, String>>,
}

impl Service for Settings {
    fn markup(&self) -> Markup {
        Markup::Xml
    }

    fn open(&self, opening: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError> {
        Ok(Box::new(DeepL::new(opening.config.clone(), self.clone(), opening.needed_key()?)))
    }
}

/// A DeepL account, free or paid.
pub struct DeepL {
    service: Connection,
    config: ProviderConfig,
    settings: Settings,
}

impl DeepL {
    pub fn new(config: ProviderConfig, settings: Settings, key: String) -> Self {
        // Keys of free accounts say so.
        let host = if key.ends_with(":fx") { "https://api-free.deepl.com" } else { "https://api.deepl.com" };
        let url = config.address.url.clone().unwrap_or_else(|| host.to_owned());
        Self { service: Connection::new("DeepL", &url, Some(key), config.timeout()), config, settings }
    }
}

impl Provider for DeepL {
    fn limits(&self) -> Limits {
        // 50 texts and 128 KiB for the whole request, of which JSON takes some.
        Limits { texts: 50, characters: 60_000, bytes: 100 * 1024, concurrency: 2 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let target = self.config.language(request.target).map_or_else(|| target(request.target), str::to_owned);
        let mut body = json!({
            "text": request.texts,
            "source_lang": http::language(request.source).to_uppercase(),
            "target_lang": target,
            "tag_handling": "xml",
            "ignore_tags": ["x"],
            "outline_detection": false,
            "split_sentences": "nonewlines",
            "preserve_formatting": true,
        });
        if let Some(formality) = &self.settings.formality {
            body["formality"] = json!(formality);
        }
        if let Some(glossary) = self.settings.glossaries.as_ref().and_then(|ids| ids.get(request.target)) {
            body["glossary_id"] = json!(glossary);
        }
        let authorization = format!("DeepL-Auth-Key {}", self.service.key());
        let answer = self.service.post("/v2/translate", &[("Authorization", &authorization)], &body, meaning)?;
        http::texts(&answer, "/translations", "/text").ok_or_else(|| self.service.unexpected("`translations`"))
    }
}

fn meaning(status: u16, _: &str) -> Option<Failure> {
    // 529: too many requests at present.
    (status == 529).then_some(Failure::Passing(None))
}

/// Target languages have a variant only where DeepL tells them apart.
fn target(locale: &str) -> String {
    let upper = locale.to_uppercase();
    match http::language(locale) {
        "en" => if upper == "EN-GB" { "EN-GB" } else { "EN-US" }.into(),
        "pt" => if upper == "PT-BR" { "PT-BR" } else { "PT-PT" }.into(),
        "zh" if ["TW", "HK", "HANT", "MO"].iter().any(|traditional| upper.contains(traditional)) => "ZH-HANT".into(),
        "zh" => "ZH-HANS".into(),
        "no" | "nb" => "NB".into(),
        "es" if upper == "ES-419" => upper,
        language => language.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use crate::providers::settings::testing::declared;

    #[test]
    fn languages_are_named_as_the_service_names_them() {
        for (locale, expected) in [
            ("fr-FR", "FR"),
            ("pt-BR", "PT-BR"),
            ("pt-AO", "PT-PT"),
            ("en-AU", "EN-US"),
            ("zh-CN", "ZH-HANS"),
            ("zh-TW", "ZH-HANT"),
            ("ja", "JA"),
            ("nb-NO", "NB"),
        ] {
            assert_eq!(super::target(locale), expected);
        }
    }

    #[test]
    fn settings_are_read_and_those_of_others_are_refused() {
        let read = declared("{type: deepl, formality: more, glossaries: {fr-FR: g}}").unwrap();
        assert_eq!(
            format!("{:?}", read.own),
            r#"Settings { formality: Some("more"), glossaries: Some({"fr-FR": "g"}) }"#
        );
        let error = declared("{type: deepl, region: west}").unwrap_err();
        let known = "type, engine, price, concurrency, timeout, retries, texts, characters, languages, \
                     url, key_env, key_file, formality, glossaries";
        assert_eq!(error, format!("`x`: `region` is not a setting of type `deepl` (known: {known})"));
    }
}
