//! Apertium behind its web service, apertium-apy: <https://wiki.apertium.org/wiki/Apertium-apy>.

use std::collections::BTreeMap;

use super::super::http::Service;
use super::super::provider::{Limits, Markup, Provider, ProviderError, Request};
use super::apertium;
use crate::project::translation::ProviderConfig;

/// An apertium-apy server.
pub struct Apy {
    service: Service,
    config: ProviderConfig,
}

impl Apy {
    pub fn new(config: ProviderConfig, url: &str) -> Self {
        Self { service: Service::new("apertium-apy", url, None, config.timeout()), config }
    }
}

impl Provider for Apy {
    fn limits(&self) -> Limits {
        // A request has one text.
        Limits { texts: 1, characters: 20_000, bytes: 100 * 1024, concurrency: 2 }
    }

    fn markup(&self) -> Markup {
        Markup::Tokens
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let language = |locale: &str| apertium::language(&self.config, locale);
        let pair = format!("{}|{}", language(request.source), language(request.target));
        let translate = |text: &String| {
            let form = BTreeMap::from([("langpair", pair.as_str()), ("q", text), ("markUnknown", "no")]);
            let answer = self.service.post_form("/translate", &form, |_, _| None)?;
            let text = answer.pointer("/responseData/translatedText").and_then(serde_json::Value::as_str);
            text.map(str::to_owned).ok_or_else(|| self.service.unexpected("`responseData.translatedText`"))
        };
        request.texts.iter().map(translate).collect()
    }
}
