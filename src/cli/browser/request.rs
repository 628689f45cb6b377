//! What a request asks for.

use std::sync::Arc;

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Request};
use handback_core::catalog::FileKey;
use handback_core::drift::severity::Severity;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::answer::Answer;
use super::routes::Shared;
use super::secrets::is_same;
use handback::review::queue::{Entry, Filter, Status};
use handback::review::session::Session;

pub type Pairs = Vec<(String, String)>;

/// A value of a query or a form; empty is as good as none.
pub fn value<'p>(pairs: &'p [(String, String)], name: &str) -> Option<&'p str> {
    pairs.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str())
}

/// A form of ours: one without its token is refused.
pub struct Posted(pub Pairs);

impl FromRequest<Arc<Shared>> for Posted {
    type Rejection = Answer;

    async fn from_request(request: Request, shared: &Arc<Shared>) -> Result<Self, Answer> {
        let Form(pairs) = Form::<Pairs>::from_request(request, shared).await.map_err(|rejection| unread(&rejection))?;
        let given = value(&pairs, "token").unwrap_or_default();
        if is_same(given, &shared.secrets.form) {
            return Ok(Self(pairs));
        }
        let text = "The form is not one of this review. Load the page again.";
        Err(Answer::refused(text))
    }
}

fn unread(rejection: &FormRejection) -> Answer {
    Answer::message(rejection.status(), "The form could not be read", &rejection.body_text())
}

/// Which entries are shown: the filter of the queue as an address says it.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub states: Vec<Status>,
    pub severity: Option<Severity>,
    pub path: String,
    pub text: String,
    pub overrides: bool,
    pub inconsistent: bool,
}

impl From<&Filter> for Wanted {
    fn from(filter: &Filter) -> Self {
        Self {
            states: filter.status.clone().unwrap_or_default(),
            severity: filter.severity,
            path: filter.path.clone().unwrap_or_default(),
            text: filter.text.clone().unwrap_or_default(),
            overrides: filter.overrides,
            inconsistent: filter.inconsistent,
        }
    }
}

pub const SEVERITIES: [Severity; 3] = [Severity::Substantive, Severity::Mechanical, Severity::Cosmetic];

impl Wanted {
    pub fn read(pairs: &[(String, String)]) -> Self {
        let is_on = |name: &str| value(pairs, name).is_some();
        let states = Status::ALL.into_iter();
        let severity = value(pairs, "severity");
        Self {
            states: states.filter(|state| pairs.iter().any(|(k, v)| k == "state" && v == state.name())).collect(),
            severity: SEVERITIES.into_iter().find(|known| severity == Some(&known.to_string())),
            path: value(pairs, "path").unwrap_or_default().to_owned(),
            text: value(pairs, "text").unwrap_or_default().trim().to_owned(),
            overrides: is_on("overrides"),
            inconsistent: is_on("inconsistent"),
        }
    }

    pub fn filter(&self) -> Filter {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Filter {
            path: some(&self.path),
            status: (!self.states.is_empty()).then(|| self.states.clone()),
            severity: self.severity,
            text: some(&self.text),
            overrides: self.overrides,
            inconsistent: self.inconsistent,
        }
    }

    /// The same as a query: empty, or with an `&` behind it, so that more may follow.
    pub fn query(&self) -> String {
        let mut query = String::new();
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                query.push_str(&format!("{name}={}&", encode(value)));
            }
        };
        self.states.iter().for_each(|state| add("state", state.name()));
        add("severity", &self.severity.map_or_else(String::new, |severity| severity.to_string()));
        add("path", &self.path);
        add("text", &self.text);
        add("overrides", if self.overrides { "1" } else { "" });
        add("inconsistent", if self.inconsistent { "1" } else { "" });
        query
    }
}

/// A number of a page, from 1.
pub fn page(pairs: &[(String, String)]) -> usize {
    value(pairs, "page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
}

/// Where in the queue the message is that a query names; by its id alone where the file is another.
pub fn find(session: &mut Session<'_>, locale: usize, pairs: &[(String, String)]) -> Option<usize> {
    let id = value(pairs, "id")?;
    let key = value(pairs, "in").map_or(FileKey::Shared, |name| FileKey::Document(name.into()));
    let queue = session.queue(locale);
    let exact = queue.iter().position(|entry| *entry.id == *id && entry.key == key);
    exact.or_else(|| queue.iter().position(|entry| *entry.id == *id))
}

/// The address of an entry; what is wanted stays with it.
pub fn address(locale: &str, wanted: &Wanted, entry: &Entry) -> String {
    let mut url = format!("/{}/entry?{}id={}", encode(locale), wanted.query(), encode(&entry.id));
    if let FileKey::Document(name) = &entry.key {
        url.push_str(&format!("&in={}", encode(name)));
    }
    url
}

/// An entry as a row of a form names it.
pub fn row(entry: &Entry) -> String {
    match &entry.key {
        FileKey::Shared => entry.id.to_string(),
        // No id holds a slash.
        FileKey::Document(name) => format!("{}/{name}", entry.id),
    }
}

/// A text as part of an address.
pub fn encode(text: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');
    utf8_percent_encode(text, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_goes_into_an_address_and_comes_back() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let given =
            [pair("state", "stale"), pair("state", "human"), pair("text", "a&b é"), pair("severity", "cosmetic")];
        let wanted = Wanted::read(&given);
        assert_eq!(wanted.query(), "state=stale&state=human&severity=cosmetic&text=a%26b%20%C3%A9&");
        assert_eq!(Wanted::from(&wanted.filter()).query(), wanted.query());
        assert_eq!(Wanted::read(&[pair("state", "odd"), pair("overrides", "")]).query(), "");
        assert_eq!(page(&[pair("page", "0")]), 1);
    }
}
