//! `handback review --serve`: review in the browser.
//!
//! 1. [`guard`] lets in who has the token of this run, asks for our own address, and posts from our own pages.
//!    [`visitor`] knows the name that each of them decides under.
//! 2. [`routes`] turns a request into work for the desk, and its answer into a response.
//! 3. [`desk`] is one thread that owns the open project: it does one piece of work after the other, opens the
//!    project again when somebody else wrote a file, and regenerates pages while nobody waits.
//! 4. [`queue`], [`search`], [`entry`], [`history`], [`decide`], [`many`], [`documents`] and [`document`] make pages, all
//!    through templates that escape by default; [`request`] reads what was asked for, [`frame`] is what all pages have.
//! 5. [`opening`] shows the list of last time, or its beginning, while a large project is being read.
//! 6. [`preview`] makes HTML of a page; nothing in it runs, and nothing is loaded for it.
//!
//! Everything but the preview works by plain links and forms; the one small script adds keys, the preview, and the check
//! while typing.

mod answer;
mod decide;
mod desk;
mod document;
mod documents;
mod entry;
mod frame;
mod guard;
mod history;
mod many;
mod opening;
mod preview;
mod queue;
mod request;
mod routes;
mod search;
mod secrets;
mod text;
mod visitor;

use std::io::IsTerminal as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use handback::problem::FileError;
use handback::review::queue::Filter;
use handback::settings::config::Config;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::text::date::Date;
use tokio::sync::watch;

/// How the page is served.
#[derive(Debug, Clone)]
pub struct Options {
    pub listen: SocketAddr,
    /// Who started the review.
    pub owner: Option<Reviewer>,
    /// Locales that are reviewed; none means all.
    pub locales: Vec<String>,
    /// The one that is shown first.
    pub first: String,
    /// What the first page shows.
    pub filter: Filter,
    /// Set when the server is to end.
    pub stop: Arc<AtomicBool>,
}

/// How often the wish to end is looked for.
const TICK: Duration = Duration::from_millis(100);

/// How long a project may take to open before somebody is shown something else: most are open by then.
const SOON: Duration = Duration::from_millis(40);

/// How long the address waits for it: a project that cannot be opened at all should not open a browser.
const AT_ONCE: Duration = Duration::from_millis(15);

/// How long requests that are under way may take once the server is to end.
const GRACE: Duration = Duration::from_millis(500);

/// Whether there is a screen that a browser can be opened on, and somebody before it.
pub fn has_screen() -> bool {
    let has = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_desktop = cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].map(has).contains(&true);
    is_desktop && std::io::stdout().is_terminal() && !has("SSH_CONNECTION")
}

/// Addresses at which a page can be reached, first that for this machine.
fn reachable(listening: SocketAddr) -> Vec<SocketAddr> {
    if !listening.ip().is_unspecified() {
        return vec![listening];
    }
    let (own, any, far): (IpAddr, &str, &str) = match listening {
        SocketAddr::V4(_) => (Ipv4Addr::LOCALHOST.into(), "0.0.0.0:0", "192.0.2.1:9"),
        SocketAddr::V6(_) => (Ipv6Addr::LOCALHOST.into(), "[::]:0", "[2001:db8::1]:9"),
    };
    // Nothing is sent: the system only says which address of this machine leads to others.
    let others = UdpSocket::bind(any).and_then(|socket| socket.connect(far).and_then(|()| socket.local_addr()));
    let others = others.ok().map(|address| address.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified());
    std::iter::once(own).chain(others).map(|ip| SocketAddr::new(ip, listening.port())).collect()
}

/// Serves until the process is stopped. `announce` is called with addresses with the token, first that for this machine, once
/// they can be reached.
pub fn run(config: &Config, today: Date, options: &Options, announce: &dyn Fn(&[String])) -> Result<(), FileError> {
    let failed = |doing: &str, error: &dyn std::fmt::Display| FileError::misuse(format!("cannot {doing}: {error}"));
    let listen = options.listen;
    let listener = TcpListener::bind(listen).map_err(|error| failed(&format!("listen on {listen}"), &error))?;
    let address = listener.local_addr().map_err(|error| failed("listen", &error))?;
    let secrets = secrets::Secrets::new().map_err(|error| failed("make a token", &error))?;
    let soon = Instant::now() + SOON;
    let early = opening::Early::new(config, today, &options.first);
    let (sender, jobs) = mpsc::channel();
    thread::scope(|scope| {
        let (tell, result) = mpsc::channel();
        let (open, opened) = watch::channel(false);
        let project = desk::Project { config, today, locales: &options.locales, first: &options.first };
        let stop = &options.stop;
        let ready = move |result: Result<(), FileError>| {
            // Whoever looks is still answered: with what hinders.
            if result.is_err() {
                stop.store(true, Ordering::Relaxed);
            }
            let _ = tell.send(result);
            open.send_replace(true);
        };
        scope.spawn(move || desk::work(&project, &jobs, &ready));
        match result.recv_timeout(AT_ONCE) {
            Ok(opened) => opened?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(FileError::misuse("the project could not be opened")),
        }
        let locale = options.first.as_str();
        let query = request::Wanted::from(&options.filter).query();
        let first = format!("/{}/queue{}{query}", request::encode(locale), if query.is_empty() { "" } else { "?" });
        let url = |address: SocketAddr| format!("http://{address}/open/{}", secrets.address);
        let urls: Vec<String> = reachable(address).into_iter().map(url).collect();
        // Where other machines get in, nobody is taken for the owner.
        let owner = options.owner.clone().filter(|_| address.ip().is_loopback());
        let names = reviewed(config, &options.locales);
        let early = routes::Early { lists: early, names, source: config.source_locale.clone(), opened, soon };
        let shared = Arc::new(routes::Shared { address, secrets, owner, first, early, jobs: sender });
        serve(listener, shared, &options.stop, &|| announce(&urls)).map_err(|error| failed("serve", &error))?;
        // Why it ended, if not because somebody wanted it to.
        result.try_recv().unwrap_or(Ok(()))
    })
}

/// Names of the locales that are reviewed.
fn reviewed(config: &Config, wanted: &[String]) -> Vec<String> {
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|other| other.eq_ignore_ascii_case(name));
    let names = config.locales.iter().map(|locale| locale.name.clone());
    names.filter(|name| is_wanted(name)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_that_are_printed_can_be_reached() {
        let one: SocketAddr = "192.0.2.1:80".parse().unwrap();
        assert_eq!(reachable(one), [one]);
        for (all, own) in [("0.0.0.0:8125", "127.0.0.1:8125"), ("[::]:8125", "[::1]:8125")] {
            let addresses = reachable(all.parse().unwrap());
            assert_eq!(addresses[0].to_string(), own);
            assert!(addresses.iter().all(|address| !address.ip().is_unspecified() && address.port() == 8125));
        }
    }
}
