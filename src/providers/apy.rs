//! Apertium behind its web service, apertium-apy: <https://wiki.apertium.org/wiki/Apertium-apy>.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::apertium;
use super::http::Connection;
use super::provider::{Failure, Limits, Provider, ProviderError, Request};
use super::settings::ProviderConfig;

/// An apertium-apy server.
pub struct Apy {
    service: Connection,
    config: ProviderConfig,
    /// By pair.
    ways: Mutex<BTreeMap<String, Vec<String>>>,
}

impl Apy {
    pub fn new(config: ProviderConfig, url: &str) -> Self {
        let service = Connection::new("apertium-apy", url, None, config.timeout());
        Self { service, config, ways: Mutex::default() }
    }

    /// The languages on the way from one to another, which may have no pair of their own.
    fn way(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let language = |locale: &str| apertium::language(&self.config, locale);
        let pair = format!("{}|{}", language(request.source), language(request.target));
        let mut ways = self.ways.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(way) = ways.get(&pair) {
            return Ok(way.clone());
        }
        // Without a text the service only names the way. It would also go it, but then unknown words are marked.
        let fatal = |status, _: &str| (status == 400).then_some(Failure::Fatal);
        let answer = self.service.get("/translateChain", &[("langpairs", &pair)], fatal)?;
        let chain = answer.pointer("/responseData/translationChain").and_then(Value::as_array);
        let chain = chain.ok_or_else(|| self.service.unexpected("`responseData.translationChain`"))?;
        let way: Vec<String> = chain.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        ways.insert(pair, way.clone());
        Ok(way)
    }

    fn hop(&self, pair: &str, text: &str) -> Result<String, ProviderError> {
        let form = BTreeMap::from([("langpair", pair), ("q", text), ("markUnknown", "no"), ("format", "txt")]);
        let answer = self.service.post_form("/translate", &form, |_, _| None)?;
        let text = answer.pointer("/responseData/translatedText").and_then(Value::as_str);
        text.map(str::to_owned).ok_or_else(|| self.service.unexpected("`responseData.translatedText`"))
    }
}

impl Provider for Apy {
    fn limits(&self) -> Limits {
        // A request has one text.
        Limits { texts: 1, characters: 20_000, bytes: 100 * 1024, concurrency: 2 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let way = self.way(request)?;
        let translate =
            |text: &String| way.windows(2).try_fold(text.clone(), |text, pair| self.hop(&pair.join("|"), &text));
        request.texts.iter().map(translate).collect()
    }
}
