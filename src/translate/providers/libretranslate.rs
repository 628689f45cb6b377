//! LibreTranslate, and services that speak its protocol: <https://docs.libretranslate.com>.

use serde_json::json;

use super::super::http::{self, Service};
use super::super::provider::{Failure, Limits, Markup, Provider, ProviderError, Request};
use crate::project::translation::ProviderConfig;

/// A LibreTranslate server.
pub struct LibreTranslate {
    service: Service,
    config: ProviderConfig,
}

impl LibreTranslate {
    /// Servers of one's own often want no key.
    pub fn new(config: ProviderConfig, key: Option<String>) -> Self {
        let url = config.raw.url.clone().unwrap_or_else(|| "https://libretranslate.com".into());
        Self { service: Service::new("LibreTranslate", &url, key, config.timeout()), config }
    }
}

impl Provider for LibreTranslate {
    fn limits(&self) -> Limits {
        // Servers set their own; these are small enough for most.
        Limits { texts: 20, characters: 4_000, bytes: 50 * 1024, concurrency: 1 }
    }

    fn markup(&self) -> Markup {
        Markup::Html
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
        http::texts(&answer, "/translatedText", "").ok_or_else(|| self.service.unexpected("`translatedText`"))
    }
}

/// A server that bans a client for a while says 403 too.
fn meaning(status: u16, body: &str) -> Option<Failure> {
    let lower = body.to_ascii_lowercase();
    (status == 403 && (lower.contains("slow") || lower.contains("limit") || lower.contains("ban")))
        .then_some(Failure::Quota)
}

fn target(locale: &str) -> &str {
    match (http::language(locale), locale) {
        ("zh", "zh-TW" | "zh-HK" | "zh-Hant") => "zh-Hant",
        ("zh", _) => "zh-Hans",
        ("pt", "pt-BR") => "pt-BR",
        (language, _) => language,
    }
}
