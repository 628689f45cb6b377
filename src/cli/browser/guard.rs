//! Who may ask for what. Nothing that this refuses reaches the project.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answer::Answer;
use super::routes::Shared;
use super::secrets::is_same;

/// With `same-origin` no other site learns our address. `no-referrer` would make browsers send `Origin: null`
/// with our own forms, and we could no longer tell them from those of others.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Checks a request before anything else sees it, and marks every response.
pub async fn check(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let refusal = refusal(&shared, request.method(), request.uri().path(), request.headers());
    let mut response = match refusal {
        Some(reason) => Answer::refused(reason).into_response(),
        None => next.run(request).await,
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn refusal(shared: &Shared, method: &Method, path: &str, headers: &HeaderMap) -> Option<&'static str> {
    let Some(host) = text(headers, &header::HOST).filter(|host| is_own(host, shared.address)) else {
        return Some("This is not the address that the review is served at.");
    };
    if !matches!(*method, Method::GET | Method::HEAD) && !is_from_us(headers, host) {
        return Some("This came from a page of another site.");
    }
    let opens = path.strip_prefix("/open/").is_some_and(|token| is_same(token, &shared.secrets.address));
    let knows =
        cookies(headers).any(|(name, value)| name == cookie_name(shared) && is_same(value, &shared.secrets.cookie));
    (!opens && !knows).then_some(
        "Open the address that `handback review --serve` printed, by pasting it into the address bar: \
         it holds the token of this review.",
    )
}

/// The only header of this name.
fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?.to_str().ok()?;
    all.next().is_none().then_some(first)
}

/// Names are what an attacker can point at us (DNS rebinding): of them only `localhost` is ours.
fn is_own(host: &str, address: SocketAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    if port != Some(address.port()) {
        return false;
    }
    let listening = address.ip();
    if name.eq_ignore_ascii_case("localhost") {
        return listening.is_loopback() || listening.is_unspecified();
    }
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    let Ok(asked) = bare.parse::<IpAddr>() else { return false };
    asked == listening || listening.is_unspecified() || (listening.is_loopback() && asked.is_loopback())
}

/// Browsers name the site that a post comes from, and no page can change that.
fn is_from_us(headers: &HeaderMap, host: &str) -> bool {
    if headers.contains_key(header::ORIGIN) {
        return text(headers, &header::ORIGIN).and_then(|origin| origin.strip_prefix("http://")) == Some(host);
    }
    let site = text(headers, &HeaderName::from_static("sec-fetch-site"));
    matches!(site, Some("same-origin" | "none"))
}

pub fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(';')).filter_map(|cookie| cookie.trim().split_once('='))
}

/// Cookies are shared between the ports of a machine: two reviews at once need two names.
fn cookie_name(shared: &Shared) -> String {
    format!("handback-{}", shared.address.port())
}

/// What gives the cookie to a browser that knew the address.
pub fn set_cookie(shared: &Shared) -> String {
    format!("{}={}; Path=/; HttpOnly; SameSite=Strict", cookie_name(shared), shared.secrets.cookie)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_address_is_ours() {
        let local: SocketAddr = "127.0.0.1:4000".parse().unwrap();
        for host in ["127.0.0.1:4000", "localhost:4000", "LocalHost:4000", "[::1]:4000"] {
            assert!(is_own(host, local), "{host}");
        }
        for host in
            ["127.0.0.1", "127.0.0.1:4001", "evil.example:4000", "192.0.2.1:4000", "localhost.evil:4000", "", ":"]
        {
            assert!(!is_own(host, local), "{host}");
        }
        let all: SocketAddr = "0.0.0.0:80".parse().unwrap();
        assert!(is_own("192.0.2.1", all) && is_own("[2001:db8::1]:80", all) && !is_own("contoso.example", all));
        let one: SocketAddr = "192.0.2.1:4000".parse().unwrap();
        assert!(is_own("192.0.2.1:4000", one) && !is_own("localhost:4000", one) && !is_own("192.0.2.2:4000", one));
    }

    #[test]
    fn posts_come_from_our_pages() {
        let headers = |pairs: &[(&'static str, &'static str)]| {
            pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
        };
        let from_us = |pairs: &[(&'static str, &'static str)]| is_from_us(&headers(pairs), "localhost:4000");
        assert!(from_us(&[("origin", "http://localhost:4000")]));
        assert!(from_us(&[("sec-fetch-site", "same-origin")]) && from_us(&[("sec-fetch-site", "none")]));
        for origin in ["null", "http://localhost:4001", "https://localhost:4000", "http://localhost:4000.evil.example"]
        {
            assert!(!is_from_us(
                &HeaderMap::from_iter([(header::ORIGIN, HeaderValue::from_static(origin))]),
                "localhost:4000"
            ));
        }
        assert!(!from_us(&[]) && !from_us(&[("sec-fetch-site", "cross-site")]));
        assert!(!from_us(&[("origin", "null"), ("sec-fetch-site", "same-origin")]));
    }
}
