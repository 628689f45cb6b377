//! Addresses, and what they lead to.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Router, middleware};
use handback_core::catalog::reviewer::Reviewer;
use tokio::sync::{oneshot, watch};

use super::answer::Answer;
use super::desk::{Desk, Job};
use super::entry::{self, Kept};
use super::frame::Asked;
use super::opening;
use super::request::{self, Pairs, Posted, Wanted, value};
use super::secrets::Secrets;
use super::visitor::{self, Visitor};
use super::{decide, document, documents, guard, history, many, preview, queue, search};

/// The largest form that is read.
const LARGEST: usize = 1024 * 1024;

/// How long a request for the opening waits.
const LONG: Duration = Duration::from_secs(20);

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
    pub early: Early,
    pub jobs: Sender<Job>,
}

/// What is known before the project is open.
pub struct Early {
    pub lists: opening::Early,
    /// Names of the locales that are reviewed, and that of the sources.
    pub names: Vec<String>,
    pub source: String,
    /// Whether the project is open, or cannot be opened: whoever asks the desk is answered.
    pub opened: watch::Receiver<bool>,
    /// Until then nobody is shown anything else.
    pub soon: Instant,
}

impl Early {
    /// Waits until the project is open, at most so long.
    async fn is_open_within(&self, time: Duration) -> bool {
        let mut opened = self.opened.clone();
        let open = tokio::time::timeout(time, opened.wait_for(|open| *open)).await;
        open.is_ok()
    }
}

type Root = State<Arc<Shared>>;
type Asks = Query<Pairs>;

pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(first))
        .route("/open/{token}", get(open))
        .route("/review.css", get(|| asset("text/css; charset=utf-8", STYLE)))
        .route("/review.js", get(|| asset("text/javascript; charset=utf-8", SCRIPT)))
        .route("/opened", get(wait_for_opening))
        .route("/name", get(visitor::ask).post(visitor::name))
        .route("/{locale}/queue", get(show_queue))
        .route(
            "/{locale}/entry",
            of_entry(|desk, asked, at| entry::show(desk, asked, at, Kept::default())).merge(sent(true, decide::decide)),
        )
        .route("/{locale}/proof", sent(false, decide::proof))
        .route(
            "/{locale}/preview",
            sent(false, |desk, asked, query, form| {
                at_entry(desk, asked, query, |desk, at| preview::show(desk, asked, at, form))
            }),
        )
        .route("/{locale}/history", of_entry(history::show))
        .route("/{locale}/many", page(many::show).merge(sent(true, take_many)))
        .route("/{locale}/search", page(|desk, asked, query| search::show(desk, asked, request::page(query))))
        .route("/{locale}/undo", sent(true, |desk, asked, _, _| decide::undo(desk, asked)))
        .route("/{locale}/documents", page(|desk, asked, query| documents::show(desk, asked, request::page(query))))
        .route("/{locale}/document", page(show_document))
        .fallback(|| async { Answer::not_found("There is no such page.") })
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), guard::check))
        .with_state(shared)
}

type Fields = [(String, String)];

/// A page of a locale; `show` gets the query.
fn page(show: fn(&mut Desk<'_, '_>, &Asked<'_>, &Fields) -> Answer) -> MethodRouter<Arc<Shared>> {
    get(move |State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks| {
        shared.ask_of((visitor, locale), false, (query, None), show)
    })
}

/// A page of the message that a query names.
fn of_entry(show: fn(&mut Desk<'_, '_>, &Asked<'_>, usize) -> Answer) -> MethodRouter<Arc<Shared>> {
    get(move |State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks| {
        shared.ask_of((visitor, locale), false, (query, None), move |desk, asked, query| {
            at_entry(desk, asked, query, |desk, at| show(desk, asked, at))
        })
    })
}

/// What becomes of a form that was sent; `take` gets the query and the form.
fn sent(
    decides: bool,
    take: fn(&mut Desk<'_, '_>, &Asked<'_>, &Fields, &Fields) -> Answer,
) -> MethodRouter<Arc<Shared>> {
    let handler = move |State(shared): Root,
                        visitor: Visitor,
                        Path(locale): Path<String>,
                        Query(query): Asks,
                        Posted(form): Posted| {
        let typed = decides.then(|| value(&form, "text").or_else(|| value(&form, "note"))).flatten().map(str::to_owned);
        shared.ask_of((visitor, locale), decides, (query, typed), move |desk, asked, query| {
            take(desk, asked, query, &form)
        })
    };
    post(handler)
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

    /// A queue before the project is open.
    fn show_early(&self, locale: usize, by: &Reviewer, address: &str, query: &Fields) -> Answer {
        let wanted = Wanted::read(query);
        let asked = Asked { locale, wanted: &wanted, token: &self.secrets.form, by, address };
        let Early { lists, names, source, .. } = &self.early;
        lists.show(opening::frame(names, source, &asked), &asked, request::page(query))
    }

    /// The same for a locale of the project, by what a query wants. Who has no name is asked for it first.
    async fn ask_of(
        self: Arc<Self>,
        (visitor, locale): (Visitor, String),
        decides: bool,
        (query, typed): (Pairs, Option<String>),
        work: impl FnOnce(&mut Desk<'_, '_>, &Asked<'_>, &Fields) -> Answer + Send + 'static,
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

/// For the script of a page that is shown before the project is open: answers once it is, or says that it takes longer.
async fn wait_for_opening(State(shared): Root) -> StatusCode {
    match shared.early.is_open_within(LONG).await {
        true => StatusCode::NO_CONTENT,
        false => StatusCode::ACCEPTED,
    }
}

/// The guard saw that the token is right.
async fn open(State(shared): Root) -> Response {
    let cookie = [(header::SET_COOKIE, guard::set_cookie(&shared))];
    (cookie, Answer::Go(shared.first.clone())).into_response()
}

async fn show_queue(State(shared): Root, visitor: Visitor, Path(locale): Path<String>, Query(query): Asks) -> Answer {
    let soon = shared.early.soon.saturating_duration_since(Instant::now());
    if let Some(by) = visitor.name.clone()
        && let Some(at) = shared.early.names.iter().position(|name| *name == locale)
        && !shared.early.is_open_within(soon).await
    {
        let page = move || shared.show_early(at, &by, &visitor.address, &query);
        // Some files may have to be read for it.
        return tokio::task::spawn_blocking(page).await.unwrap_or_else(|_| Answer::not_found("There is no such page."));
    }
    shared
        .ask_of((visitor, locale), false, (query, None), |desk, asked, query| {
            queue::show(desk, asked, request::page(query))
        })
        .await
}

/// What is shown of the message that a query names.
fn at_entry<'d, 's>(
    desk: &mut Desk<'d, 's>,
    asked: &Asked<'_>,
    query: &Fields,
    show: impl FnOnce(&mut Desk<'d, 's>, usize) -> Answer,
) -> Answer {
    match request::find(desk.session, asked.locale, query) {
        Some(at) => show(desk, at),
        None => Answer::gone(None),
    }
}

/// Chooses messages, or decides about those that were chosen.
fn take_many(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, query: &Fields, form: &Fields) -> Answer {
    match value(form, "decide") {
        Some(_) => many::take(desk, asked, query),
        None => many::choose(desk, asked, form),
    }
}

fn show_document(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, query: &Fields) -> Answer {
    let unit = value(query, "unit").and_then(|unit| unit.parse().ok());
    document::show(desk, asked, value(query, "name").unwrap_or_default(), unit, request::page(query))
}
