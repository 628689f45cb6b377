//! Who decides: each browser under a name of its own.

use std::convert::Infallible;
use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, OriginalUri, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use handback_core::catalog::reviewer::Reviewer;
use percent_encoding::percent_decode_str;

use super::answer::Answer;
use super::guard;
use super::request::{Pairs, Posted, encode, value};
use super::routes::Shared;

/// The longest address of a page to go back to.
const LONGEST: usize = 4_000;

/// A browser that was let in.
pub struct Visitor {
    /// The name it gave, else the owner's where that is the default.
    pub name: Option<Reviewer>,
    /// The page it asks for.
    pub address: String,
}

impl FromRequestParts<Arc<Shared>> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, Infallible> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
        let address = uri.path_and_query().map_or("/", |address| address.as_str()).to_owned();
        Ok(Self { name: given(&parts.headers, shared).or_else(|| shared.owner.clone()), address })
    }
}

/// The name that a cookie holds. Anybody could have set it, so it is read as if it was typed just now.
fn given(headers: &HeaderMap, shared: &Shared) -> Option<Reviewer> {
    let name = cookie_name(shared);
    let (_, value) = guard::cookies(headers).find(|(other, _)| *other == name)?;
    Reviewer::new(&percent_decode_str(value).decode_utf8().ok()?)
}

/// Cookies are shared between the ports of a machine, as is that of [`guard`].
fn cookie_name(shared: &Shared) -> String {
    format!("handback-name-{}", shared.address.port())
}

#[derive(Template)]
#[template(path = "review/name.html")]
struct Form<'a> {
    token: &'a str,
    /// The name so far.
    name: &'a str,
    /// Where to go on.
    to: &'a str,
    refusal: Option<&'a str>,
    /// A wording that was not taken, and must not be lost.
    typed: Option<&'a str>,
}

/// The address of the form; it leads back to `to`.
pub fn form_address(to: &str) -> String {
    format!("/name?to={}", encode(to))
}

/// What somebody without a name sees in place of a page, or of the result of a decision.
pub fn form_instead(shared: &Shared, to: &str, decides: bool, typed: Option<&str>) -> Answer {
    let refused = "Nothing was decided: say first who decides.";
    let (status, refusal) = if decides { (StatusCode::FORBIDDEN, Some(refused)) } else { (StatusCode::OK, None) };
    Answer::with(status, &Form { token: &shared.secrets.form, name: "", to: page_of(to), refusal, typed })
}

/// The form, for a new name.
pub async fn ask(State(shared): State<Arc<Shared>>, visitor: Visitor, Query(query): Query<Pairs>) -> Answer {
    let to = own_page(value(&query, "to"));
    let name = visitor.name.as_ref().map_or("", Reviewer::name);
    Answer::page(&Form { token: &shared.secrets.form, name, to, refusal: None, typed: None })
}

/// Takes a name, and goes back to where it was asked for.
pub async fn name(State(shared): State<Arc<Shared>>, Posted(form): Posted) -> Response {
    let to = own_page(value(&form, "to"));
    let typed = value(&form, "name").unwrap_or_default();
    let Some(name) = Reviewer::new(typed) else {
        let refusal = Some("A name has 1 to 80 characters.");
        let form = Form { token: &shared.secrets.form, name: typed, to, refusal, typed: None };
        return Answer::with(StatusCode::BAD_REQUEST, &form).into_response();
    };
    let cookie = format!("{}={}; Path=/; HttpOnly; SameSite=Strict", cookie_name(&shared), encode(name.name()));
    ([(header::SET_COOKIE, cookie)], Answer::Go(to.to_owned())).into_response()
}

/// An address of ours to go back to: a form must not lead to another site.
fn own_page(to: Option<&str>) -> &str {
    let is_plain = |to: &&str| to.len() <= LONGEST && to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    to.filter(|to| to.starts_with('/') && !to.starts_with("//")).filter(is_plain).unwrap_or("/")
}

/// The page that a form was sent from, by the address that it went to.
fn page_of(address: &str) -> &str {
    let path = address.split('?').next().unwrap_or_default();
    if path.ends_with("/undo") { "/" } else { address }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_leads_to_our_own_pages_only() {
        for own in ["/", "/fr-FR/queue?text=%3Cb%3E&", "/fr-FR/entry?id=a&in=b/c.md"] {
            assert_eq!(own_page(Some(own)), own);
        }
        let long = format!("/{}", "x".repeat(LONGEST));
        for foreign in ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a\r\nb", "/é", &long] {
            assert_eq!(own_page(Some(foreign)), "/", "{foreign:?}");
        }
        assert_eq!(own_page(None), "/");
        assert_eq!(
            [page_of("/fr-FR/undo?state=stale&"), page_of("/fr-FR/entry?id=undo")],
            ["/", "/fr-FR/entry?id=undo"]
        );
    }
}
