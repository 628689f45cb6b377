use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;

use crate::cli::args::{Format, Global, ScopeArgs, ShardArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, trust, ui};
use handback::commands::report::LocaleDrafts;
use handback::commands::translate::{self, TranslateJob, TranslateReport, World};

/// Draft what is missing or stale: from the translation memory, then by machine translation
///
/// Drafts are marked MT with their engine. What a person wrote is never overwritten: where that is stale, the
/// draft waits beside it. Results are written as they come in: an interrupted run goes on where it ended.
#[derive(Debug, Args)]
pub struct TranslateArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    shard: ShardArgs,
    /// Send no more characters than this
    #[arg(long, value_name = "N")]
    max_chars: Option<usize>,
    /// Use this provider instead of those that the configuration says
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,
    /// Take translations of similar texts as drafts, from this similarity on, such as 0.9
    #[arg(long, value_name = "0…1", value_parser = similarity)]
    fuzzy: Option<f64>,
    /// Translate again what this engine translated, never what a person did
    #[arg(long, value_name = "mt:ENGINE", value_parser = origin)]
    retranslate: Option<String>,
    /// Run the programs and send the keys that the configuration names, as after `handback trust`
    #[arg(long)]
    trust: bool,
}

fn similarity(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|value| (0.5..=1.0).contains(value)).ok_or_else(|| "expected 0.5 to 1".into())
}

fn origin(text: &str) -> Result<String, String> {
    match text.strip_prefix("mt:") {
        Some(engine) if !engine.is_empty() => Ok(text.to_owned()),
        _ => Err("expected `mt:` and an engine, as `origin` of the state has it".into()),
    }
}

pub fn run(global: &Global, args: &TranslateArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let job = TranslateJob {
        scope: args.shard.of(args.scope.resolve()?),
        dry_run: args.scope.dry_run,
        max_characters: args.max_chars,
        provider: args.provider.clone(),
        fuzzy: args.fuzzy,
        again: args.retranslate.clone(),
        suggest: true,
        asks_again: true,
    };
    let bar = ui::Bar::new();
    let stop = stop_on_interrupt();
    let world = World {
        environment: &environment,
        trusted: trust::is_trusted(&config, args.trust),
        stop: &stop,
        progress: Some(&bar),
    };
    let report = translate::translate(&config, &job, &world);
    bar.finish();
    let report = report?;
    match global.format {
        Format::Json => ui::json("translate", &ui::Run { dry_run: args.scope.dry_run, report: &report })?,
        _ => {
            ui::problems(&report.problems);
            text(&report, args.scope.dry_run)?;
        }
    }
    Ok(exit::of(&report.problems))
}

/// Keys of services; the library reads no environment itself.
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A flag that Ctrl-C sets: what is on its way is taken in, then the run ends. A second Ctrl-C ends it at
/// once, which loses no more than that.
pub fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    // Without a handler the system's own ends the run, and nothing written is lost either.
    let _ = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
    stop
}

fn text(report: &TranslateReport, dry_run: bool) -> Result<(), Failure> {
    let mut out = ui::done();
    for locale in &report.locales {
        write_locale(&mut out, locale, dry_run)?;
    }
    if dry_run && report.locales.len() > 1 {
        let texts: usize = report.locales.iter().map(|locale| locale.texts).sum();
        let characters: usize = report.locales.iter().map(|locale| locale.characters).sum();
        let costs: Vec<f64> = report.locales.iter().filter_map(|locale| locale.cost).collect();
        let cost = if costs.is_empty() { String::new() } else { format!(", {:.2}", costs.iter().sum::<f64>()) };
        writeln!(out, "In all: {}, {}{cost}", ui::plural(texts, "message"), ui::plural(characters, "character"))?;
    }
    let is_without_service = |locale: &LocaleDrafts| locale.left > 0 && locale.provider.is_none();
    if report.locales.iter().any(is_without_service) {
        writeln!(
            out,
            "No service translates what is left: name one under `translate` in handback.yaml, or export the texts for \
             translators with `handback export`."
        )?;
    }
    let drafted = report.locales.iter().any(|l| l.translated + l.from_memory + l.from_similar > 0);
    if drafted && !dry_run {
        writeln!(out, "Next: `handback sync` regenerates the documents.")?;
    }
    Ok(())
}

/// What became, or would become, of a locale's texts.
pub fn write_locale(out: &mut dyn std::io::Write, locale: &LocaleDrafts, dry_run: bool) -> Result<(), Failure> {
    if locale.needed == 0 {
        writeln!(out, "{}: nothing to translate", locale.locale)?;
        return Ok(());
    }
    let provider = locale.provider.as_deref().unwrap_or("no provider");
    let mut parts = Vec::new();
    let mut part = |count: usize, what: &str| {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    };
    part(locale.from_memory, "from memory");
    part(locale.from_similar, "from similar texts");
    if dry_run {
        part(locale.texts, &format!("for {provider}"));
    } else {
        part(locale.translated, &format!("by {provider}"));
        part(locale.flawed, "not translated whole");
    }
    part(locale.left, "left");
    let verb = if dry_run { "would be drafted" } else { "to draft" };
    write!(out, "{}: {} {verb}: {}", locale.locale, ui::plural(locale.needed, "message"), parts.join(", "))?;
    if locale.characters > 0 {
        let cost = locale.cost.map_or_else(String::new, |cost| format!(", {cost:.2}"));
        write!(out, " ({}{cost})", ui::plural(locale.characters, "character"))?;
    }
    if locale.beyond_limit > 0 {
        write!(out, "; {} beyond the limit of characters", locale.beyond_limit)?;
    }
    writeln!(out)?;
    if !locale.suggestions.is_empty() {
        let count = locale.suggestions.len();
        writeln!(out, "    {count} with a translation of a similar text (`--format json` shows them)")?;
    }
    Ok(())
}
