//! `handback review --serve`: review in the browser.
//!
//! 1. [`guard`] lets in who has the token of this run, asks for our own address, and posts from our own pages.
//!    [`visitor`] knows the name that each of them decides under.
//! 2. [`routes`] turns a request into work for the desk, and its answer into a response.
//! 3. [`desk`] is one thread that owns the open project: it does one piece of work after the other, opens the
//!    project again when somebody else wrote a file, and regenerates pages while nobody waits.
//! 4. [`queue`], [`entry`], [`decide`], [`documents`] and [`document`] make pages, all through templates that
//!    escape by default; [`request`] reads what was asked for, [`frame`] is what all pages have.
//!
//! Everything works by plain links and forms; the one small script adds keys and the check while typing.

mod answer;
mod decide;
mod desk;
mod document;
mod documents;
mod entry;
mod frame;
mod guard;
mod queue;
mod request;
mod routes;
mod secrets;
mod text;
mod visitor;

use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use handback::problem::FileError;
use handback::review::queue::Filter;
use handback::settings::config::Config;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::text::date::Date;

/// How the page is served.
#[derive(Debug, Clone)]
pub struct Options {
    pub listen: SocketAddr,
    /// Who started the review.
    pub owner: Option<Reviewer>,
    /// Index of the locale that is shown first.
    pub locale: usize,
    /// What the first page shows.
    pub filter: Filter,
    /// Set when the server is to end.
    pub stop: Arc<AtomicBool>,
}

/// How often the wish to end is looked for.
const TICK: Duration = Duration::from_millis(100);

/// How long requests that are under way may take once the server is to end.
const GRACE: Duration = Duration::from_millis(500);

/// Serves until the process is stopped. `announce` is called with the address and its token, once it can be reached.
pub fn run(config: &Config, today: Date, options: &Options, announce: &dyn Fn(&str)) -> Result<(), FileError> {
    let failed = |doing: &str, error: &dyn std::fmt::Display| FileError::misuse(format!("cannot {doing}: {error}"));
    let listen = options.listen;
    let listener = TcpListener::bind(listen).map_err(|error| failed(&format!("listen on {listen}"), &error))?;
    let address = listener.local_addr().map_err(|error| failed("listen", &error))?;
    let secrets = secrets::Secrets::new().map_err(|error| failed("make a token", &error))?;
    let (sender, jobs) = mpsc::channel();
    thread::scope(|scope| {
        let (ready, opened) = mpsc::channel();
        let project = desk::Project { config, today, locale: options.locale };
        scope.spawn(move || desk::work(&project, &jobs, &ready));
        // The desk says that the project is open, or why it cannot be.
        opened.recv().unwrap_or_else(|_| Err(FileError::misuse("the project could not be opened")))?;
        let locale = config.locales.get(options.locale).map_or("", |locale| locale.name.as_str());
        let query = request::Wanted::from(&options.filter).query();
        let first = format!("/{}/queue{}{query}", request::encode(locale), if query.is_empty() { "" } else { "?" });
        let url = format!("http://{address}/open/{}", secrets.address);
        // Where other machines get in, nobody is taken for the owner.
        let owner = options.owner.clone().filter(|_| address.ip().is_loopback());
        let shared = Arc::new(routes::Shared { address, secrets, owner, first, jobs: sender });
        serve(listener, shared, &options.stop, &|| announce(&url)).map_err(|error| failed("serve", &error))
    })
}

/// The server's own thread; its senders end with it, and the desk with them.
fn serve(
    listener: TcpListener,
    shared: Arc<routes::Shared>,
    stop: &Arc<AtomicBool>,
    ready: &dyn Fn(),
) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        ready();
        let server = axum::serve(listener, routes::router(shared)).with_graceful_shutdown(until(Arc::clone(stop)));
        let mut late = std::pin::pin!(async {
            until(Arc::clone(stop)).await;
            tokio::time::sleep(GRACE).await;
        });
        let mut served = std::pin::pin!(server.into_future());
        std::future::poll_fn(|context| match served.as_mut().poll(context) {
            std::task::Poll::Ready(result) => std::task::Poll::Ready(result),
            std::task::Poll::Pending => late.as_mut().poll(context).map(Ok),
        })
        .await
    })
}

async fn until(stop: Arc<AtomicBool>) {
    while !stop.load(Ordering::Relaxed) {
        tokio::time::sleep(TICK).await;
    }
}
