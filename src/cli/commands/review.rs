//! `handback review`: in the terminal, in a browser, or as a file to share.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use handback_core::catalog::reviewer::Reviewer;
use handback_core::drift::severity::Severity;
use handback_core::text::date::Date;

use crate::cli::args::{Format, Global, today};
use crate::cli::failure::Failure;
use crate::cli::{exit, terminal, ui};
use handback::project::write::Writer;
use handback::review::queue::{Filter, Status};
use handback::review::session::{self, Session};
use handback::review::{html, json};
use handback::settings::config::Config;

/// Work through what needs a person: stale translations first, then missing ones, then what machines wrote
///
/// In the terminal, or with `--serve` in a browser. Every decision is in the Fluent resources and the state at
/// once, and the localized documents follow.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// Locale to review; needed in the terminal if there are several
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Only texts of documents whose name holds this
    #[arg(long, value_name = "PATH")]
    path: Option<String>,
    /// Only texts in this state; may be given several times [default: all but human]
    #[arg(long, value_enum, value_name = "STATE")]
    state: Vec<State>,
    /// Only stale texts whose English changed in this way
    #[arg(long, value_enum, value_name = "CHANGE")]
    severity: Option<Change>,
    /// Only texts that hold these words, in English or in translation
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// Only wordings of single documents beside the shared one
    #[arg(long)]
    overrides: bool,
    /// Only texts with several translations
    #[arg(long)]
    inconsistent: bool,
    /// Open a page in the browser instead; it is for this machine alone
    #[arg(long)]
    serve: bool,
    /// Address of the page; other machines reach it only if this names one that they see
    #[arg(long, value_name = "ADDRESS:PORT", requires = "serve", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum State {
    Stale,
    Missing,
    Unproven,
    Machine,
    Human,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Change {
    Cosmetic,
    Mechanical,
    Substantive,
}

pub fn run(global: &Global, args: &ReviewArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let locales = locales(&config, args)?;
    let day = today(args.date)?;
    let filter = filter(args);
    if args.serve {
        let first = locales.first().copied().unwrap_or(0);
        let owner = crate::cli::reviewer(args.reviewer.as_deref(), &config.root)?;
        return serve(&config, day, owner, (first, filter), args.listen);
    }
    if global.format == Format::Json {
        let listed = session::look(&config, day, |session| listed(session, &locales, &filter))?;
        ui::json("review", &serde_json::json!({ "locales": listed }))?;
        return Ok(exit::CLEAN);
    }
    if let Some(path) = &args.html {
        let text = session::look(&config, day, |session| html::format(session, &locales, &filter))?;
        Writer::new(false).put(path, text.as_bytes())?;
        return Ok(exit::CLEAN);
    }
    match locales.as_slice() {
        [locale] => {
            let by = crate::cli::needed_reviewer(args.reviewer.as_deref(), &config.root)?;
            terminal::run(&config, day, by, *locale, &filter)
        }
        _ => Err(Failure::new(format!(
            "say which locale: `--locale {}`",
            config.locales.iter().map(|locale| locale.name.as_str()).collect::<Vec<_>>().join("`, `--locale ")
        ))),
    }
}

/// Indices of the locales that were asked for; all if none was.
fn locales(config: &Config, args: &ReviewArgs) -> Result<Vec<usize>, Failure> {
    for name in &args.locale {
        config.locale(name).map_err(Failure::new)?;
    }
    let wanted =
        |name: &str| args.locale.is_empty() || args.locale.iter().any(|other| other.eq_ignore_ascii_case(name));
    let names = config.locales.iter().enumerate();
    Ok(names.filter(|(_, locale)| wanted(&locale.name)).map(|(index, _)| index).collect())
}

fn filter(args: &ReviewArgs) -> Filter {
    let status = |state: &State| match state {
        State::Stale => Status::Stale,
        State::Missing => Status::Missing,
        State::Unproven => Status::Unproven,
        State::Machine => Status::Machine,
        State::Human => Status::Human,
    };
    Filter {
        path: args.path.clone(),
        status: (!args.state.is_empty()).then(|| args.state.iter().map(status).collect()),
        severity: args.severity.map(|change| match change {
            Change::Cosmetic => Severity::Cosmetic,
            Change::Mechanical => Severity::Mechanical,
            Change::Substantive => Severity::Substantive,
        }),
        text: args.text.clone(),
        overrides: args.overrides,
        inconsistent: args.inconsistent,
    }
}

/// The queue of every locale, for programs.
fn listed(session: &mut Session<'_>, locales: &[usize], filter: &Filter) -> Vec<serde_json::Value> {
    let mut all = Vec::new();
    for locale in locales {
        let wanted = session.filtered(*locale, filter);
        let name = session.locales()[*locale].to_owned();
        let documents: Vec<String> = session.documents().into_iter().map(str::to_owned).collect();
        let queue = session.queue(*locale);
        let entries: Vec<serde_json::Value> =
            wanted.into_iter().map(|index| json::entry(&queue[index], &documents)).collect();
        all.push(serde_json::json!({ "locale": name, "entries": entries }));
    }
    all
}

#[cfg(feature = "serve")]
fn serve(
    config: &Config,
    day: Date,
    owner: Option<Reviewer>,
    (locale, filter): (usize, Filter),
    listen: SocketAddr,
) -> Result<u8, Failure> {
    let stop = super::translate::stop_on_interrupt();
    let options = crate::cli::browser::Options { listen, owner, locale, filter, stop };
    let announce = |url: &str| {
        let _ = std::io::Write::write_fmt(
            &mut anstream::stdout(),
            format_args!("Review at {url}\nCtrl-C ends it; every decision is written at once.\n"),
        );
    };
    crate::cli::browser::run(config, day, &options, &announce)?;
    Ok(exit::CLEAN)
}

#[cfg(not(feature = "serve"))]
fn serve(_: &Config, _: &str, _: Option<Reviewer>, _: (usize, Filter), _: SocketAddr) -> Result<u8, Failure> {
    Err(Failure::new("this handback was built without `--serve`: build it with its default features"))
}
