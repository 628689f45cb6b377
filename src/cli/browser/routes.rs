//! Addresses, and what they lead to.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use handback_core::catalog::reviewer::Reviewer;
use tokio::sync::oneshot;

use super::answer::Answer;
use super::desk::{Desk, Job};
use super::entry::{self, Kept};
use super::frame::Asked;
use super::request::{self, Pairs, Posted, Wanted, value};
use super::secrets::Secrets;
use super::visitor::{self, Visitor};
use super::{decide, document, documents, guard, history, many, preview, queue, search};

/// The largest form that is read.
const LARGEST: usize = 1024 * 1024;

const STYLE: &str = include_str!("../../../templates/review/review.css");
const SCRIPT: &str = include_str!("../../../templates/review/review.js");

/// What all requests have in common.
pub struct Shared {
    pub address: SocketAddr,
    pub secrets: Secrets,
    /// Whom a visitor without a name is taken for.
    pub owner: Option<Reviewer>,
    /// Address of the page that is shown first.
    pub first: String,
    pub jobs: Sender<Job>,
}

type Root = State<Arc<Shared>>;
type Asks = Query<Pairs>;

pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(first))
        .route("/open/{token}", get(open))
        .route("/review.css", get(|| asset("text/css; charset=utf-8", STYLE)))
        .route("/review.js", get(|| asset("text/javascript; charset=utf-8", SCRIPT)))
        .route("/name", get(visitor::ask).post(visitor::name))
        .route("/{locale}/queue", get(show_queue))
        .route("/{locale}/entry", get(show_entry).post(take_decision))
        .route("/{locale}/proof", post(proofread))
        .route("/{locale}/preview", post(show_preview))
        .route("/{locale}/history", get(show_history))
        .route("/{locale}/many", get(show_many).post(take_many))
        .route("/{locale}/search", get(show_search))
        .route("/{locale}/undo", post(undo))
        .route("/{locale}/documents", get(show_documents))
        .route("/{locale}/document", get(show_document))
        .fallback(|| async { Answer::not_found("There is no such page.") })
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), guard::check))
        .with_state(shared)
}

impl Shared {
    /// Has something done at the desk. `typed` is shown again where the project cannot be opened.
    async fn ask(
        &self,
        decides: bool,
        typed: Option<String>,
        work: impl FnOnce(&mut Desk<'_, '_>) -> Answer + Send + 'static,
    ) -> Answer {
        let (sender, receiver) = oneshot::channel();
        let job = Job::new(decides, move |desk| {
            let answer = match desk {
                Ok(mut desk) => work(&mut desk),
                Err(error) => Answer::trouble(&error.to_string(), typed.as_deref()),
            };
            // Who asked may have gone away.
            let _ = sender.send(answer);
        });
        let sent = self.jobs.send(job).is_ok();
        let answer = if sent { receiver.await.ok() } else { None };
        answer.unwrap_or_else(|| {
            let text = "This could not be done. What was decided before is written.";
            Answer::message(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong", text)
        })
    }

    /// The same for a locale of the project, by what a query wants. Who has no name is asked for it first.
    async fn ask_of(
        self: Arc<Self>,
        (visitor, locale): (Visitor, String),
        decides: bool,
        (query, typed): (Pairs, Option<String>),
        work: impl FnOnce(&mut Desk<'_, '_>, &Asked<'_>, &[(String, String)]) -> Answer + Send + 'static,
    ) -> Answer {
        let Some(by) = visitor.name else {
            return visitor::form_instead(&self, &visitor.address, decides, typed.as_deref());
        };
        let token = self.secrets.form.clone();
        self.ask(decides, typed, move |desk| {
            let Some(index) = desk.session.locales().iter().position(|name| *name == locale) else {
                return Answer::not_found("The project has no such locale, or this review leaves it out.");
            };
            let wanted = Wanted::read(&query);
            let asked = Asked { locale: index, wanted: &wanted, token: &token, by: &by, address: &visitor.address };
            work(desk, &asked, &query)
        })
        .await
    }
}

async fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

async fn first(State(shared): Root) -> Answer {
    Answer::Go(shared.first.clone())
}

/// The guard saw that the token is right.
async fn open(State(shared): Root) -> Response {
    let cookie = [(header::SET_COOKIE, guard::set_cookie(&shared))];
    (cookie, Answer::Go(shared.first.clone())).into_response()
}

async fn show_queue(State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), |desk, asked, query| {
            queue::show(desk, asked, request::page(query))
        })
        .await
}

/// What is shown of the message that a query names.
fn of_entry<'d, 's>(
    desk: &mut Desk<'d, 's>,
    asked: &Asked<'_>,
    query: &[(String, String)],
    show: impl FnOnce(&mut Desk<'d, 's>, usize) -> Answer,
) -> Answer {
    match request::find(desk.session, asked.locale, query) {
        Some(at) => show(desk, at),
        None => Answer::gone(None),
    }
}

async fn show_entry(State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), |desk, asked, query| {
            of_entry(desk, asked, query, |desk, at| entry::show(desk, asked, at, Kept::default()))
        })
        .await
}

async fn take_decision(
    State(shared): Root,
    visitor: Visitor,
    Path(locale): Path<String>,
    Query(query): Asks,
    Posted(form): Posted,
) -> Answer {
    let typed = value(&form, "text").or_else(|| value(&form, "note")).map(str::to_owned);
    shared
        .ask_of((visitor, locale), true, (query, typed), move |desk, asked, query| {
            decide::decide(desk, asked, query, &form)
        })
        .await
}

async fn proofread(
    State(shared): Root,
    visitor: Visitor,
    Path(locale): Path<String>,
    Query(query): Asks,
    Posted(form): Posted,
) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), move |desk, asked, query| {
            decide::proof(desk, asked, query, &form)
        })
        .await
}

async fn show_preview(
    State(shared): Root,
    visitor: Visitor,
    Path(locale): Path<String>,
    Query(query): Asks,
    Posted(form): Posted,
) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), move |desk, asked, query| {
            of_entry(desk, asked, query, |desk, at| preview::show(desk, asked, at, &form))
        })
        .await
}

async fn show_history(State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), |desk, asked, query| {
            of_entry(desk, asked, query, |desk, at| history::show(desk, asked, at))
        })
        .await
}

async fn show_many(State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks) -> Answer {
    shared.ask_of((visitor, locale), false, (query, None), many::show).await
}

/// Chooses messages, or decides about those that were chosen.
async fn take_many(
    State(shared): Root,
    visitor: Visitor,
    Path(locale): Path<String>,
    Query(query): Asks,
    Posted(form): Posted,
) -> Answer {
    shared
        .ask_of((visitor, locale), true, (query, None), move |desk, asked, query| match value(&form, "decide") {
            Some(_) => many::take(desk, asked, query),
            None => many::choose(desk, asked, &form),
        })
        .await
}

async fn show_search(State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), |desk, asked, query| {
            search::show(desk, asked, request::page(query))
        })
        .await
}

async fn undo(
    State(shared): Root,
    visitor: Visitor,
    Path(locale): Path<String>,
    Query(query): Asks,
    Posted(_): Posted,
) -> Answer {
    shared.ask_of((visitor, locale), true, (query, None), |desk, asked, _| decide::undo(desk, asked)).await
}

async fn show_documents(
    State(shared): Root,
    visitor: Visitor,
    Path(locale): Path<String>,
    Query(query): Asks,
) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), |desk, asked, query| {
            documents::show(desk, asked, request::page(query))
        })
        .await
}

async fn show_document(
    State(shared): Root,
    visitor: Visitor,
    Path(locale): Path<String>,
    Query(query): Asks,
) -> Answer {
    shared
        .ask_of((visitor, locale), false, (query, None), |desk, asked, query| {
            let unit = value(query, "unit").and_then(|unit| unit.parse().ok());
            document::show(desk, asked, value(query, "name").unwrap_or_default(), unit, request::page(query))
        })
        .await
}
