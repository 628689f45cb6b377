//! Azure Translator, version 3.0 and the request form of 2026-06-06:
//! <https://learn.microsoft.com/azure/ai-services/translator/>.

use handback_core::translate::item::{Markup, Shield};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::http::{self, Connection};
use super::provider::{Failure, Limits, Provider, ProviderError, Request};
use super::service::{Access, Opening, Service, Type};
use super::settings::ProviderConfig;

/// The type and how it is reached.
pub const TYPE: Type = Type::of::<Settings>("azure", Access::Key("AZURE_TRANSLATOR_KEY"));

/// Settings of an Azure Translator resource.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Region of the resource, unless it is global.
    region: Option<String>,
    /// `3.0` or `2026-06-06`. Default: 3.0.
    // YAML reads the version as a number where it has no quotes.
    #[schemars(extend("type" = ["string", "number", "null"]))]
    api_version: Option<String>,
    /// Category of a custom model, or deployment of a language model.
    model: Option<String>,
}

impl Service for Settings {
    fn check(&self) -> Result<(), String> {
        match self.api_version.as_deref() {
            None | Some(VERSION_3 | VERSION_2026) => Ok(()),
            Some(version) => {
                Err(format!("`api_version` is `{version}`: expected \"{VERSION_3}\" or \"{VERSION_2026}\""))
            }
        }
    }

    fn markup(&self) -> Markup {
        Markup::Html(Shield::Class)
    }

    fn open(&self, opening: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError> {
        Ok(Box::new(Azure::new(opening.config.clone(), self.clone(), opening.needed_key()?)))
    }
}

/// An Azure Translator resource.
pub struct Azure {
    service: Connection,
    config: ProviderConfig,
    settings: Settings,
}

const VERSION_3: &str = "3.0";
const VERSION_2026: &str = "2026-06-06";

impl Azure {
    pub fn new(config: ProviderConfig, settings: Settings, key: String) -> Self {
        let url = config.address.url.clone().unwrap_or_else(|| "https://api.cognitive.microsofttranslator.com".into());
        Self { service: Connection::new("Azure Translator", &url, Some(key), config.timeout()), config, settings }
    }

    fn version(&self) -> &str {
        self.settings.api_version.as_deref().unwrap_or(VERSION_3)
    }

    /// Version 3 says in the address what is to be done, and has nothing but texts in the body.
    fn version_3(&self, request: &Request<'_>, from: &str, to: &str) -> (String, Value) {
        let model = self.settings.model.as_ref().map_or_else(String::new, |model| format!("&category={model}"));
        let path = format!("/translate?api-version={VERSION_3}&from={from}&to={to}&textType=html{model}");
        (path, request.texts.iter().map(|text| json!({ "Text": text })).collect())
    }

    fn version_2026(&self, request: &Request<'_>, from: &str, to: &str) -> (String, Value) {
        let mut target = json!({ "language": to });
        if let Some(model) = &self.settings.model {
            target["deploymentName"] = json!(model);
        }
        let input = |text: &String| json!({ "text": text, "language": from, "textType": "Html", "targets": [target] });
        let inputs: Vec<Value> = request.texts.iter().map(input).collect();
        (format!("/translate?api-version={}", self.version()), json!({ "inputs": inputs }))
    }
}

impl Provider for Azure {
    fn limits(&self) -> Limits {
        // 1,000 texts and 50,000 characters; short requests answer sooner and lose less.
        Limits { texts: 100, characters: 25_000, bytes: 200 * 1024, concurrency: 2 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let from = self.config.language(request.source).unwrap_or_else(|| http::language(request.source));
        let to = self.config.language(request.target).map_or_else(|| target(request.target), str::to_owned);
        let is_3 = self.version() == VERSION_3;
        let (path, body) = match is_3 {
            true => self.version_3(request, from, &to),
            false => self.version_2026(request, from, &to),
        };
        let mut headers = vec![("Ocp-Apim-Subscription-Key", self.service.key())];
        headers.extend(self.settings.region.as_deref().map(|region| ("Ocp-Apim-Subscription-Region", region)));
        let answer = self.service.post(&path, &headers, &body, meaning)?;
        let array = if is_3 { "" } else { "/value" };
        http::texts(&answer, array, "/translations/0/text").ok_or_else(|| self.service.unexpected("`translations`"))
    }
}

/// 403 with one of these codes is a quota that is used up; 429001 and its like are limits of the moment.
fn meaning(status: u16, body: &str) -> Option<Failure> {
    let quota = status == 403 && (body.contains("403001") || body.to_ascii_lowercase().contains("quota"));
    quota.then_some(Failure::Quota)
}

/// Chinese is distinguished by script, Portuguese and French by country where it matters.
fn target(locale: &str) -> String {
    let upper = locale.to_uppercase();
    match http::language(locale) {
        "zh" if ["TW", "HK", "HANT", "MO"].iter().any(|traditional| upper.contains(traditional)) => "zh-Hant".into(),
        "zh" => "zh-Hans".into(),
        "pt" if upper == "PT-PT" => "pt-pt".into(),
        "fr" if upper == "FR-CA" => "fr-ca".into(),
        "no" => "nb".into(),
        "sr" if upper.contains("CYRL") => "sr-Cyrl".into(),
        "sr" => "sr-Latn".into(),
        language => language.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::providers::settings::testing::declared;

    #[test]
    fn languages_are_named_as_the_service_names_them() {
        for (locale, expected) in
            [("fr-FR", "fr"), ("fr-CA", "fr-ca"), ("pt-BR", "pt"), ("zh-TW", "zh-Hant"), ("zh-CN", "zh-Hans")]
        {
            assert_eq!(super::target(locale), expected);
        }
    }

    #[test]
    fn settings_are_read_and_those_of_others_are_refused() {
        let read = declared("{type: azure, region: west, api_version: 2026-06-06, model: m}").unwrap();
        assert_eq!(
            format!("{:?}", read.own),
            r#"Settings { region: Some("west"), api_version: Some("2026-06-06"), model: Some("m") }"#
        );
        let error = declared("{type: azure, formality: more}").unwrap_err();
        let known = "type, engine, price, concurrency, timeout, retries, texts, characters, languages, \
                     url, key_env, key_file, region, api_version, model";
        assert_eq!(error, format!("`x`: `formality` is not a setting of type `azure` (known: {known})"));
        assert_eq!(
            declared("{type: azure, api_version: 4}").unwrap_err(),
            r#"`x`: `api_version` is `4`: expected "3.0" or "2026-06-06""#
        );
    }
}
