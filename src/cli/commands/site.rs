use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::cli::args::{Format, Global, named_day};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::site::{Reader, SiteJob};
use handback::report::site as pages;

/// Write a site for the team: how far every locale is, what there is to do, who did what, and how it came along
///
/// A folder of pages that need no server, no script and no network: for any static hosting, or to open as files. Beside the
/// pages lie `status.json`, `documents/*.json`, and badges for each locale (SVG, and JSON for shields.io). The folder is new, empty, or holds a
/// site already; what others put there is not written over. The same project makes the same bytes.
#[derive(Debug, Args)]
pub struct SiteArgs {
    /// Folder to write to
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Locale to show; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Look back at this many points in time, at most: the last commit of each day, week, month, quarter or year; 0 shows no
    /// history
    #[arg(long, value_name = "N", default_value_t = 24)]
    history: usize,
    /// Compute ages as of this date, instead of SOURCE_DATE_EPOCH or the last day that the project names
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<jiff::civil::Date>,
}

pub fn run(global: &Global, args: &SiteArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let job = SiteJob { locales: args.locale.clone(), date: named_day(args.date)?, points: args.history };
    let (written, gap, problems) = pages::write(Reader::new(&config, &job)?, &args.folder)?;
    ui::problems(&problems);
    if let Some(gap) = &gap {
        ui::warning(gap);
    }
    match global.format {
        Format::Json => ui::json(
            "site",
            &json!({
                "pages": written.pages, "written": written.written, "removed": written.removed, "problems": problems,
            }),
        )?,
        _ => {
            let mut out = ui::done();
            let index = args.folder.join("index.html");
            match (written.written.len(), written.removed.len()) {
                (0, 0) => writeln!(out, "Every file of the site was up to date.")?,
                (count, 0) => writeln!(out, "Wrote {}.", ui::plural(count, "file"))?,
                (count, gone) => writeln!(out, "Wrote {}, removed {gone}.", ui::plural(count, "file"))?,
            }
            writeln!(out, "{}: open {}", ui::plural(written.pages, "page"), ui::harmless(&index.to_string_lossy()))?;
        }
    }
    Ok(exit::of(&problems))
}
