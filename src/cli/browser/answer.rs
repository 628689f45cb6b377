//! What goes back to the browser.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};

/// A response, as the desk makes it.
#[derive(Debug)]
pub enum Answer {
    Page(StatusCode, String),
    Json(String),
    /// See another page; a post never answers with a page of its own when it was taken.
    Go(String),
}

#[derive(Template)]
#[template(path = "review/message.html")]
struct Message<'a> {
    title: &'a str,
    text: &'a str,
    /// What somebody typed, and must not lose.
    typed: Option<&'a str>,
    /// Who reads it was let in, and gets our style too.
    is_inside: bool,
}

impl Answer {
    pub fn page(page: &impl Template) -> Self {
        Self::with(StatusCode::OK, page)
    }

    pub fn with(status: StatusCode, page: &impl Template) -> Self {
        match page.render() {
            Ok(text) => Self::Page(status, text),
            Err(_) => Self::Page(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made.".into()),
        }
    }

    /// A page that only says something.
    pub fn message(status: StatusCode, title: &str, text: &str) -> Self {
        Self::with(status, &Message { title, text, typed: None, is_inside: true })
    }

    /// The same for somebody who is not let in.
    pub fn refused(text: &str) -> Self {
        let title = "Not allowed";
        Self::with(StatusCode::FORBIDDEN, &Message { title, text, typed: None, is_inside: false })
    }

    pub fn not_found(what: &str) -> Self {
        Self::message(StatusCode::NOT_FOUND, "Not found", what)
    }

    /// What somebody typed for a message that is no longer there.
    pub fn gone(typed: Option<&str>) -> Self {
        let text = "This message is not in the project, or no longer: its English was changed or removed.";
        Self::with(StatusCode::NOT_FOUND, &Message { title: "The message is gone", text, typed, is_inside: true })
    }

    /// The project cannot be read as it is.
    pub fn trouble(text: &str, typed: Option<&str>) -> Self {
        let title = "The project cannot be opened";
        Self::with(StatusCode::SERVICE_UNAVAILABLE, &Message { title, text, typed, is_inside: true })
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let of_type = |name: &'static str| [(header::CONTENT_TYPE, HeaderValue::from_static(name))];
        match self {
            Self::Page(status, text) => (status, of_type("text/html; charset=utf-8"), text).into_response(),
            Self::Json(text) => (of_type("application/json"), text).into_response(),
            Self::Go(to) => match HeaderValue::from_str(&to) {
                Ok(to) => (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response(),
                Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            },
        }
    }
}
