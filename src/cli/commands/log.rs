use std::io::Write as _;

use clap::Args;
use serde_json::json;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::log::{self, Entry, History};

/// Show who made the translations of a message, when, and from which English
///
/// The newest comes first: the state of today, wordings of people that others took the place of, and what the states
/// in the git history say.
#[derive(Debug, Args)]
pub struct LogArgs {
    /// The message
    #[arg(value_name = "ID")]
    id: String,
    /// Locale to look at; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
}

pub fn run(global: &Global, args: &LogArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let scope = ScopeArgs::of(&[], &args.locale, None).resolve()?;
    let histories = log::log(&config, &scope, &args.id)?;
    match global.format {
        Format::Json => ui::json("log", &json!({ "id": args.id, "locales": histories }))?,
        _ => text(&histories)?,
    }
    Ok(exit::CLEAN)
}

fn text(histories: &[History]) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let bold = ui::BOLD;
    for history in histories {
        writeln!(out, "{bold}{}{bold:#}", history.locale)?;
        if history.entries.is_empty() {
            writeln!(out, "  no translation, now or before")?;
        }
        for entry in &history.entries {
            write_entry(&mut out, entry)?;
        }
    }
    Ok(())
}

fn write_entry(out: &mut dyn std::io::Write, entry: &Entry) -> Result<(), Failure> {
    let (style, dim) = (color(entry.kind), ui::DIM);
    let mut about = vec![format!("{style}{}{style:#}", entry.kind)];
    about.extend(entry.origin.as_deref().map(ui::harmless));
    let by = if entry.kind == "question" { "by" } else { "approved by" };
    about.extend(entry.reviewer.as_deref().map(|name| format!("{by} {}", ui::harmless(name))));
    about.extend(entry.replaced.then(|| "replaced since".to_owned()));
    let commit = match (&entry.commit, &entry.author) {
        (Some(commit), Some(author)) => {
            let short = commit.get(..10).unwrap_or(commit);
            format!("  {dim}{short} {}{dim:#}", ui::harmless(author))
        }
        _ => String::new(),
    };
    writeln!(out, "  {}  {}{commit}", entry.date, about.join(", "))?;
    for (name, text) in [("text", &entry.text), ("from", &entry.english), ("note", &entry.note)] {
        if let Some(text) = text {
            writeln!(out, "    {dim}{name}{dim:#} {}", ui::harmless(text))?;
        }
    }
    Ok(())
}

fn color(kind: &str) -> anstyle::Style {
    match kind {
        "HT" => ui::GREEN,
        "MT" => ui::CYAN,
        _ => ui::YELLOW,
    }
}
