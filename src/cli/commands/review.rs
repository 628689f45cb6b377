//! `handback review`: in the terminal, in a browser, or as a file to share.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::text::date::Date;

use crate::cli::args::{Format, Global, today};
use crate::cli::failure::Failure;
use crate::cli::filter::FilterArgs;
use crate::cli::{exit, terminal, ui};
use handback::project::write::Writer;
use handback::review::queue::Filter;
use handback::review::session::{self, Session};
use handback::review::{html, json};
use handback::settings::config::Config;

/// Work through what needs a person: stale translations first, then missing ones, then what machines wrote
///
/// In the terminal, or with `--serve` in a browser. Every decision is in the Fluent resources and the state at
/// once, and the localized documents follow.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// Locale to review; needed in the terminal if there are several. A large project opens faster with it
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    #[command(flatten)]
    filter: FilterArgs,
    /// Review in the browser, which is opened; the page is for this machine alone
    #[arg(long)]
    serve: bool,
    /// Port or address of the page; other machines reach it only if this names an address that they see (`0.0.0.0:8125`)
    #[arg(long, value_name = "[ADDRESS:]PORT", requires = "serve", default_value = "127.0.0.1:0", value_parser = listen)]
    listen: SocketAddr,
    /// Print the address of the page, and do not open it
    #[arg(long, requires = "serve")]
    no_open: bool,
    /// Write a self-contained read-only HTML report
    #[arg(long, value_name = "FILE", conflicts_with = "serve")]
    html: Option<PathBuf>,
    /// Who decides; nothing is decided without a name [default: HANDBACK_REVIEWER, else `git config user.name`]
    ///
    /// With `--serve` every browser may decide under a name of its own, and where other machines reach the page each has
    /// to give one.
    #[arg(long, value_name = "NAME")]
    reviewer: Option<String>,
    /// Date of the decisions, instead of SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<jiff::civil::Date>,
}

pub fn run(global: &Global, args: &ReviewArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let locales = locales(&config, args)?;
    let day = today(args.date)?;
    let filter = args.filter.filter(&config);
    if args.serve {
        let first = locales.first().cloned().unwrap_or_default();
        let owner = crate::cli::reviewer(args.reviewer.as_deref(), &config.root)?;
        let options = Serve { locales: args.locale.clone(), first, listen: args.listen, opens: !args.no_open };
        return serve(&config, day, owner, filter, options);
    }
    if global.format == Format::Json {
        let listed = session::look(&config, day, &args.locale, |session| listed(session, &locales, &filter))?;
        ui::json("review", &serde_json::json!({ "locales": listed }))?;
        return Ok(exit::CLEAN);
    }
    if let Some(path) = &args.html {
        let text = session::look(&config, day, &args.locale, |session| {
            let locales = places(session, &locales);
            html::format(session, &locales, &filter)
        })?;
        Writer::new(false).put(path, text.as_bytes())?;
        return Ok(exit::CLEAN);
    }
    match locales.as_slice() {
        [locale] => {
            let by = crate::cli::needed_reviewer(args.reviewer.as_deref(), &config.root)?;
            terminal::run(&config, day, by, locale, &filter)
        }
        _ => Err(Failure::new(format!(
            "say which locale: `--locale {}`",
            config.locales.iter().map(|locale| locale.name.as_str()).collect::<Vec<_>>().join("`, `--locale ")
        ))),
    }
}

/// Reads an address, or the port of one on this machine alone.
fn listen(typed: &str) -> Result<SocketAddr, String> {
    match typed.trim_start_matches(':').parse::<u16>() {
        Ok(port) => Ok(SocketAddr::from(([127, 0, 0, 1], port))),
        Err(_) => {
            typed.parse().map_err(|_| "expected a port (8125), or an address with a port (0.0.0.0:8125)".to_owned())
        }
    }
}

/// Names of the locales that were asked for; all if none was.
fn locales(config: &Config, args: &ReviewArgs) -> Result<Vec<String>, Failure> {
    for name in &args.locale {
        config.locale(name).map_err(Failure::new)?;
    }
    let wanted =
        |name: &str| args.locale.is_empty() || args.locale.iter().any(|other| other.eq_ignore_ascii_case(name));
    let names = config.locales.iter().map(|locale| locale.name.clone());
    Ok(names.filter(|name| wanted(name)).collect())
}

/// Where locales are in an open project.
fn places(session: &Session<'_>, locales: &[String]) -> Vec<usize> {
    let names = session.locales();
    locales.iter().filter_map(|name| names.iter().position(|other| other == name)).collect()
}

/// The queue of every locale, for programs.
fn listed(session: &mut Session<'_>, locales: &[String], filter: &Filter) -> Vec<serde_json::Value> {
    let mut all = Vec::new();
    for locale in places(session, locales) {
        let wanted = session.filtered(locale, filter);
        let name = session.locales()[locale].to_owned();
        let documents: Vec<String> = session.documents().into_iter().map(str::to_owned).collect();
        let queue = session.queue(locale);
        let entries: Vec<serde_json::Value> =
            wanted.into_iter().map(|index| json::entry(&queue[index], &documents)).collect();
        all.push(serde_json::json!({ "locale": name, "entries": entries }));
    }
    all
}

/// How a review is served.
#[cfg_attr(not(feature = "serve"), expect(dead_code, reason = "there is nothing to serve it with"))]
struct Serve {
    /// Locales to review; none means all.
    locales: Vec<String>,
    /// The one that is shown first.
    first: String,
    listen: SocketAddr,
    /// A browser is to be opened, if there is a screen.
    opens: bool,
}

#[cfg(feature = "serve")]
fn serve(config: &Config, day: Date, owner: Option<Reviewer>, filter: Filter, how: Serve) -> Result<u8, Failure> {
    let stop = super::translate::stop_on_interrupt();
    let Serve { locales, first, listen, opens } = how;
    let options = crate::cli::browser::Options { listen, owner, locales, first, filter, stop };
    let announce = |urls: &[String]| {
        let [url, others @ ..] = urls else { return };
        let others: String = others.iter().map(|url| format!("From other machines: {url}\n")).collect();
        let _ = std::io::Write::write_fmt(
            &mut anstream::stdout(),
            format_args!("Review at {url}\n{others}Ctrl-C ends it; every decision is written at once.\n"),
        );
        if opens && crate::cli::browser::has_screen() {
            // Whoever has no browser has the address.
            let _ = open::that_detached(url);
        }
    };
    crate::cli::browser::run(config, day, &options, &announce)?;
    Ok(exit::CLEAN)
}

#[cfg(not(feature = "serve"))]
fn serve(_: &Config, _: Date, _: Option<Reviewer>, _: Filter, _: Serve) -> Result<u8, Failure> {
    Err(Failure::new("this handback was built without `--serve`: build it with its default features"))
}
