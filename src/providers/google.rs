//! Google Cloud Translation, version 3: <https://cloud.google.com/translate/docs/reference/rest/v3>.

use std::collections::BTreeMap;

use handback_core::translate::item::{Markup, Shield};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::http::{self, Connection};
use super::provider::{Failure, Limits, Provider, ProviderError, Request};
use super::service::{Access, Opening, Service, Type};
use super::settings::ProviderConfig;

/// The type and how it is reached.
pub const TYPE: Type = Type::of::<Settings>("google", Access::Key("GOOGLE_ACCESS_TOKEN"));

/// Settings of a Google Cloud project.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The project that is charged.
    // Projects have a name and a number.
    #[schemars(extend("type" = ["string", "integer"]))]
    project: String,
    /// Location. Default: global.
    location: Option<String>,
    /// Resource name or id of a model.
    model: Option<String>,
    /// Id of a glossary kept by the service, by locale.
    glossaries: Option<BTreeMap<String, String>>,
}

impl Service for Settings {
    fn markup(&self) -> Markup {
        Markup::Html(Shield::Attribute)
    }

    fn open(&self, opening: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError> {
        Ok(Box::new(Google::new(opening.config.clone(), self.clone(), opening.needed_key()?)))
    }
}

/// A Google Cloud project.
pub struct Google {
    service: Connection,
    config: ProviderConfig,
    settings: Settings,
}

impl Google {
    /// `token` is an OAuth access token, as `gcloud auth print-access-token` prints it.
    pub fn new(config: ProviderConfig, settings: Settings, token: String) -> Self {
        let url = config.address.url.clone().unwrap_or_else(|| "https://translation.googleapis.com".into());
        Self {
            service: Connection::new("Google Cloud Translation", &url, Some(token), config.timeout()),
            config,
            settings,
        }
    }

    /// The resource name of a model or glossary that is given by its id.
    fn resource(&self, parent: &str, kind: &str, id: &str) -> String {
        if id.starts_with("projects/") { id.to_owned() } else { format!("{parent}/{kind}/{id}") }
    }
}

impl Provider for Google {
    fn limits(&self) -> Limits {
        // 1,024 texts and 30,000 code points; fewer than 5,000 are recommended.
        Limits { texts: 100, characters: 5_000, bytes: 100 * 1024, concurrency: 2 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let Settings { project, location, model, glossaries } = &self.settings;
        let location = location.as_deref().unwrap_or("global");
        let parent = format!("projects/{project}/locations/{location}");
        let mut body = json!({
            "contents": request.texts,
            "mimeType": "text/html",
            "sourceLanguageCode": self.config.language(request.source).unwrap_or(request.source),
            "targetLanguageCode": self.config.language(request.target).unwrap_or_else(|| target(request.target)),
        });
        if let Some(model) = model {
            body["model"] = json!(self.resource(&parent, "models", model));
        }
        let glossary = glossaries.as_ref().and_then(|ids| ids.get(request.target));
        if let Some(id) = glossary {
            body["glossaryConfig"] = json!({ "glossary": self.resource(&parent, "glossaries", id) });
        }
        let authorization = format!("Bearer {}", self.service.key());
        let headers = [("Authorization", authorization.as_str()), ("x-goog-user-project", project.as_str())];
        let answer = self.service.post(&format!("/v3/{parent}:translateText"), &headers, &body, meaning)?;
        let array = if glossary.is_some() { "/glossaryTranslations" } else { "/translations" };
        http::texts(&answer, array, "/translatedText").ok_or_else(|| self.service.unexpected("`translations`"))
    }
}

/// A daily limit is a quota that is used up; those of a minute pass.
fn meaning(status: u16, body: &str) -> Option<Failure> {
    let lower = body.to_ascii_lowercase();
    let daily = lower.contains("per day") || lower.contains("perday") || lower.contains("daily limit");
    (matches!(status, 403 | 429) && daily).then_some(Failure::Quota)
}

/// Countries only where the service tells them apart.
fn target(locale: &str) -> &str {
    match http::language(locale) {
        "zh" | "pt" | "fr" if ["zh-CN", "zh-TW", "pt-BR", "pt-PT", "fr-CA"].contains(&locale) => locale,
        language => language,
    }
}

#[cfg(test)]
mod tests {
    use crate::providers::settings::testing::declared;

    #[test]
    fn settings_are_read_and_those_of_others_are_refused() {
        let read = declared("{type: google, project: 12, location: eu, model: m, glossaries: {fr-FR: g}}").unwrap();
        assert_eq!(
            format!("{:?}", read.own),
            r#"Settings { project: "12", location: Some("eu"), model: Some("m"), glossaries: Some({"fr-FR": "g"}) }"#
        );
        let error = declared("{type: google, project: p, region: west}").unwrap_err();
        let known = "type, engine, price, concurrency, timeout, retries, texts, characters, languages, \
                     url, key_env, key_file, project, location, model, glossaries";
        assert_eq!(error, format!("`x`: `region` is not a setting of type `google` (known: {known})"));
        assert_eq!(declared("{type: google}").unwrap_err(), "`x`: type `google` needs `project`");
    }
}
