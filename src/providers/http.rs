//! Requests to translation services: JSON over HTTP, and what their failures mean.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;
use ureq::http::{HeaderMap, Response};
use ureq::{Agent, Body};

use super::provider::{Failure, ProviderError};

/// A connection to a service.
pub struct Connection {
    agent: Agent,
    /// For messages: `DeepL`.
    name: &'static str,
    url: String,
    /// Never shown.
    key: Option<String>,
}

/// What an unsuccessful status means to a service; `None`: what it means everywhere.
pub type Meaning = fn(status: u16, body: &str) -> Option<Failure>;

/// Longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 50 * 1024 * 1024;

impl Connection {
    /// A service at an address; nothing is sent yet. Addresses were checked with the configuration: plain
    /// `http` only on this machine.
    pub fn new(name: &'static str, url: &str, key: Option<String>, timeout: Duration) -> Self {
        let local = url.starts_with("http://");
        let mut config = Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            .https_only(!local)
            // A redirect could lead the key anywhere.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("handback/", env!("CARGO_PKG_VERSION")));
        if local {
            config = config.proxy(None);
        }
        Self { agent: config.build().new_agent(), name, url: url.trim_end_matches('/').to_owned(), key }
    }

    /// The key, where the service needs one.
    pub fn key(&self) -> &str {
        self.key.as_deref().unwrap_or("")
    }

    /// Posts a JSON body to a path below the address, and reads a JSON answer.
    pub fn post(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
        meaning: Meaning,
    ) -> Result<Value, ProviderError> {
        let mut request = self.agent.post(format!("{}{path}", self.url)).header("Accept", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send_json(body).map_err(|error| self.unreachable(&error))?;
        self.answer(response, meaning)
    }

    /// Gets a JSON answer from a path below the address.
    pub fn get(&self, path: &str, query: &[(&str, &str)], meaning: Meaning) -> Result<Value, ProviderError> {
        let mut request = self.agent.get(format!("{}{path}", self.url)).header("Accept", "application/json");
        for (name, value) in query {
            request = request.query(*name, *value);
        }
        let response = request.call().map_err(|error| self.unreachable(&error))?;
        self.answer(response, meaning)
    }

    /// Posts a form to a path below the address, and reads a JSON answer.
    pub fn post_form(&self, path: &str, form: &BTreeMap<&str, &str>, meaning: Meaning) -> Result<Value, ProviderError> {
        let request = self.agent.post(format!("{}{path}", self.url)).header("Accept", "application/json");
        let fields = form.iter().map(|(name, value)| (*name, *value));
        let response = request.send_form(fields).map_err(|error| self.unreachable(&error))?;
        self.answer(response, meaning)
    }

    fn answer(&self, mut response: Response<Body>, meaning: Meaning) -> Result<Value, ProviderError> {
        let status = response.status().as_u16();
        let text = response.body_mut().with_config().limit(LONGEST_ANSWER).read_to_string();
        if !(200..300).contains(&status) {
            return Err(self.failure(&response, &text.unwrap_or_default(), meaning));
        }
        let text = text.map_err(|error| self.unreachable(&error))?;
        serde_json::from_str(&text)
            .map_err(|error| self.error(Failure::Passing(None), format!("the answer is not whole JSON: {error}")))
    }

    /// An answer that is not what the service documents.
    pub fn unexpected(&self, wanted: &str) -> ProviderError {
        self.error(Failure::Content, format!("the answer has no {wanted}"))
    }

    /// An error in the name of the service.
    pub fn error(&self, kind: Failure, message: impl AsRef<str>) -> ProviderError {
        ProviderError::new(kind, self.without_key(&format!("{}: {}", self.name, message.as_ref())))
    }

    fn without_key(&self, text: &str) -> String {
        match &self.key {
            // A shorter one would be found in any word.
            Some(key) if key.len() > 5 => text.replace(key.as_str(), "…"),
            _ => text.to_owned(),
        }
    }

    fn unreachable(&self, error: &ureq::Error) -> ProviderError {
        use ureq::Error as E;
        let kind = match error {
            E::BadUri(_) | E::Tls(_) | E::Rustls(_) | E::RequireHttpsOnly(_) | E::Http(_) | E::InvalidProxyUrl => {
                Failure::Fatal
            }
            E::BodyExceedsLimit(_) => Failure::Content,
            _ => Failure::Passing(None),
        };
        self.error(kind, format!("{error} ({})", self.url))
    }

    fn failure<B>(&self, response: &Response<B>, body: &str, meaning: Meaning) -> ProviderError {
        let status = response.status().as_u16();
        let usual = match status {
            300..=399 | 401 | 403 | 404 | 405 => Failure::Fatal,
            402 | 456 => Failure::Quota,
            429 | 503 => Failure::Busy(None),
            408 | 425 | 500..=599 => Failure::Passing(None),
            _ => Failure::Content,
        };
        let kind = match meaning(status, body).unwrap_or(usual) {
            Failure::Passing(None) => Failure::Passing(retry_after(response.headers())),
            Failure::Busy(None) => Failure::Busy(retry_after(response.headers())),
            kind => kind,
        };
        let said = match status {
            // Some services repeat the key, or a part of it.
            401 | 403 => String::new(),
            _ => said(body).map_or_else(String::new, |said| format!(": {said}")),
        };
        let hint = match (kind, status) {
            (Failure::Quota, _) => "; the quota is used up: run again when there is more",
            (_, 401 | 403) => "; is the key right, and may it be used here?",
            (_, 300..=399) => "; the service moved: give its new address by `url`",
            (_, 404 | 405) => "; is `url` right?",
            _ => "",
        };
        self.error(kind, format!("status {}{said}{hint}", response.status()))
    }
}

/// `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get("retry-after")?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let date = jiff::fmt::rfc2822::parse(value).ok()?.timestamp();
    let left = date.duration_since(jiff::Timestamp::now());
    Some(Duration::try_from(left).unwrap_or(Duration::ZERO))
}

/// What an error body says, as services write it, short.
fn said(body: &str) -> Option<String> {
    let json: Value = serde_json::from_str(body).ok()?;
    let error = json.get("error").unwrap_or(&json);
    let named = ["explanation", "message", "detail", "title"].map(|name| error.get(name));
    let message = named.into_iter().chain([json.get("message"), Some(error)]).flatten().find_map(Value::as_str)?;
    let line: String = message.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect();
    Some(line)
}

/// Texts of an answer, found in each element of an array by a pointer.
pub fn texts(answer: &Value, array: &str, text: &str) -> Option<Vec<String>> {
    let elements = answer.pointer(array)?.as_array()?;
    elements.iter().map(|element| Some(element.pointer(text)?.as_str()?.to_owned())).collect()
}

/// The language of a locale: `fr` of `fr-FR`.
pub fn language(locale: &str) -> &str {
    locale.split('-').next().unwrap_or(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let after = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("retry-after", value.parse().unwrap());
            retry_after(&headers)
        };
        assert_eq!(after("7"), Some(Duration::from_secs(7)));
        assert_eq!(after("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert!(after("Fri, 21 Oct 2095 07:28:00 GMT").unwrap() > Duration::from_secs(3600));
        assert_eq!(after("soon"), None);
    }

    #[test]
    fn error_bodies_are_read() {
        assert_eq!(said("{\"message\": \"a\\nb\"}").as_deref(), Some("a b"));
        assert_eq!(said("{\"error\": {\"code\": 400036, \"message\": \"bad\"}}").as_deref(), Some("bad"));
        assert_eq!(said("{\"error\": \"bad\"}").as_deref(), Some("bad"));
        assert_eq!(said("{\"message\": \"Bad\", \"explanation\": \"no pair\"}").as_deref(), Some("no pair"));
        assert_eq!(said("{\"title\": \"Bad\", \"detail\": \"no text\"}").as_deref(), Some("no text"));
        assert_eq!(said("<html>"), None);
    }

    #[test]
    fn keys_are_never_shown() {
        let service = Connection::new("X", "https://x.example", Some("secret-1".into()), Duration::from_secs(1));
        assert_eq!(service.error(Failure::Fatal, "the key secret-1 is bad").message, "X: the key … is bad");
    }
}
