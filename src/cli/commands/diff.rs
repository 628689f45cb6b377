use std::io::Write as _;

use clap::Args;
use handback_core::drift::severity::Severity;
use handback_core::text::words::{self, Op, Stretch};
use jiff::civil::Date;
use serde_json::json;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::diff::came::Came;
use handback::commands::diff::entry::{Entry, Kind};
use handback::commands::diff::{self, DiffJob, Drift, PageDiff};
use handback::problem::Problems;
use handback::report::{drift_html, drift_markdown};

/// Show what went stale and why: the English word by word, the old translation beside it
///
/// One entry a message, however many documents it is in, the heaviest change first. Formats: text,
/// json, markdown (fit for a comment on a pull request), html.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// Documents or folders of the sources [default: all]
    #[arg(value_name = "PATH")]
    paths: Vec<std::path::PathBuf>,
    /// Locale to look at; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Show what the English says now and did not where this branch left a git revision, and which translations came since
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Also show texts without a translation
    #[arg(long)]
    missing: bool,
    /// Also show translations that were kept although their English changed a little
    #[arg(long)]
    carried: bool,
    /// Show what a sync would change in the localized pages, line by line
    #[arg(long, conflicts_with_all = ["since", "missing", "carried"])]
    output_docs: bool,
    /// End with 1 if there is anything to show
    #[arg(long)]
    exit_code: bool,
    /// Compute ages as of this date, instead of SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

pub fn run(global: &Global, args: &DiffArgs) -> Result<u8, Failure> {
    global.allow(&[Format::Text, Format::Json, Format::Markdown, Format::Html])?;
    let config = global.config()?;
    let scope = ScopeArgs::of(&args.paths, &args.locale, args.date).resolve()?;
    let (empty, problems) = if args.output_docs {
        let (pages, problems) = diff::pages(&config, &scope)?;
        show_pages(global, &pages, &problems)?;
        (pages.is_empty(), problems)
    } else {
        let job = DiffJob { scope, since: args.since.clone(), missing: args.missing, carried: args.carried };
        let drift = diff::drift(&config, &job)?;
        show(global, &drift)?;
        (drift.is_empty(), drift.problems)
    };
    ui::problems(&problems);
    Ok(exit::of(&problems).max(if args.exit_code && !empty { exit::FINDINGS } else { exit::CLEAN }))
}

fn show(global: &Global, drift: &Drift) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    match global.format {
        Format::Json => ui::json("diff", drift)?,
        Format::Markdown => write!(out, "{}", drift_markdown::format(drift))?,
        Format::Html => write!(out, "{}", drift_html::format(drift))?,
        _ => text(&mut out, drift)?,
    }
    Ok(())
}

fn show_pages(global: &Global, pages: &[PageDiff], problems: &Problems) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    match global.format {
        Format::Json => ui::json("diff", &json!({ "pages": pages, "problems": problems }))?,
        Format::Markdown => write!(out, "{}", drift_markdown::pages(pages))?,
        Format::Html => write!(out, "{}", drift_html::pages(pages))?,
        _ => {
            for page in pages {
                for line in page.diff.split_inclusive('\n') {
                    let style = match line.as_bytes().first() {
                        _ if line.starts_with("--- ") || line.starts_with("+++ ") => ui::BOLD,
                        Some(b'-') => ui::RED,
                        Some(b'+') => ui::GREEN,
                        Some(b'@') => ui::CYAN,
                        _ => anstyle::Style::new(),
                    };
                    let bare = line.strip_suffix('\n').unwrap_or(line);
                    writeln!(out, "{style}{}{style:#}", ui::harmless(bare))?;
                }
            }
        }
    }
    Ok(())
}

fn text(out: &mut dyn std::io::Write, drift: &Drift) -> Result<(), Failure> {
    let color = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
    for entry in &drift.entries {
        one(out, entry, color)?;
    }
    for came in &drift.came {
        translation(out, came, color)?;
    }
    if drift.is_empty() {
        writeln!(out, "{}No drift.{:#}", ui::GREEN, ui::GREEN)?;
    }
    let places: usize = drift.entries.iter().map(|entry| entry.documents.len()).sum();
    if !drift.entries.is_empty() {
        writeln!(out, "{} in {}.", ui::plural(drift.entries.len(), "message"), ui::plural(places, "place"))?;
    }
    if !drift.came.is_empty() {
        writeln!(out, "{} came.", ui::plural(drift.came.len(), "translation"))?;
    }
    if drift.entries.iter().any(|entry| entry.locales.iter().any(|side| side.state == "stale")) {
        writeln!(
            out,
            "Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`."
        )?;
    }
    if drift.missing > 0 {
        writeln!(out, "{} missing: `--missing` shows them.", ui::plural(drift.missing, "translation"))?;
    }
    if drift.carried > 0 {
        let count = ui::plural(drift.carried, "translation");
        writeln!(out, "{count} kept although the English changed a little: `--carried` shows them.")?;
    }
    Ok(())
}

fn one(out: &mut dyn std::io::Write, entry: &Entry, color: bool) -> Result<(), Failure> {
    let (bold, dim) = (ui::BOLD, ui::DIM);
    let style = match (entry.kind, entry.change) {
        (Kind::New | Kind::Untranslated, _) => ui::CYAN,
        (_, Some(Severity::Substantive)) => ui::RED,
        (_, Some(Severity::Mechanical)) => ui::YELLOW,
        _ => ui::DIM,
    };
    let id = entry.id.as_deref().unwrap_or("(no message)");
    writeln!(
        out,
        "{bold}{id}{bold:#}  {style}{}{style:#}  {dim}{}{dim:#}",
        entry.weight(),
        ui::harmless(&entry.places())
    )?;
    match (&entry.previous, &entry.source) {
        (Some(_), Some(_)) => {
            marked(out, "  - ", &entry.diff, Op::Delete, color)?;
            marked(out, "  + ", &entry.diff, Op::Insert, color)?;
        }
        (None, Some(source)) => plain(out, "  + ", source)?,
        (Some(previous), None) => plain(out, "  - ", previous)?,
        (None, None) => {}
    }
    for side in &entry.locales {
        let head = format!("    {}  {}", side.locale, side.words());
        match &side.translation {
            Some(translation) => plain(out, &format!("{head}: "), translation)?,
            None => writeln!(out, "{head}")?,
        }
    }
    writeln!(out)?;
    Ok(())
}

/// A translation that came: its English, and what it says now beside what it said before.
fn translation(out: &mut dyn std::io::Write, came: &Came, color: bool) -> Result<(), Failure> {
    let (bold, dim, cyan) = (ui::BOLD, ui::DIM, ui::CYAN);
    writeln!(
        out,
        "{bold}{}{bold:#}  {cyan}{}{cyan:#}  {dim}{}{dim:#}",
        came.id,
        came.maker(),
        ui::harmless(&came.place())
    )?;
    plain(out, "    English: ", &came.source)?;
    match &came.previous {
        Some(previous) => {
            let diff = words::diff(previous, &came.translation);
            marked(out, "  - ", &diff, Op::Delete, color)?;
            marked(out, "  + ", &diff, Op::Insert, color)?;
        }
        None => plain(out, "  + ", &came.translation)?,
    }
    writeln!(out)?;
    Ok(())
}

/// One of the two texts, with the words that are only in it marked: by color, or by `[-` and `{+`.
pub fn marked(
    out: &mut dyn std::io::Write,
    head: &str,
    diff: &[Stretch],
    side: Op,
    color: bool,
) -> Result<(), Failure> {
    let style = if side == Op::Delete { ui::OLD } else { ui::NEW };
    let (open, close) = if side == Op::Delete { ("[-", "-]") } else { ("{+", "+}") };
    let mut text = String::new();
    for stretch in diff.iter().filter(|stretch| stretch.op == Op::Equal || stretch.op == side) {
        let shown = ui::harmless(&stretch.text);
        text.push_str(&match stretch.op {
            Op::Equal => shown,
            _ if color => format!("{style}{shown}{style:#}"),
            _ => format!("{open}{shown}{close}"),
        });
    }
    writeln!(out, "{head}{}", text.replace('\n', "\n    "))?;
    Ok(())
}

pub fn plain(out: &mut dyn std::io::Write, head: &str, text: &str) -> Result<(), Failure> {
    writeln!(out, "{head}{}", ui::harmless(text).replace('\n', "\n    "))?;
    Ok(())
}
