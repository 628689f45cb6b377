//! The summary of a step of a GitHub workflow: the file that the runner names in the environment.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use handback::commands::check::CheckReport;
use handback::report::step_summary::{MOST, format};

use crate::cli::ui;

/// Appends to the summary, if there is one. A summary that cannot be written changes no result.
pub fn append(report: &CheckReport) {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return };
    if let Err(error) = append_to(Path::new(&path), report) {
        ui::warning(&format!("cannot write the summary of the step, {}: {error}", path.to_string_lossy()));
    }
}

/// What steps before wrote stays, and counts.
fn append_to(path: &Path, report: &CheckReport) -> std::io::Result<()> {
    let written = fs::metadata(path).map_or(0, |metadata| usize::try_from(metadata.len()).unwrap_or(MOST));
    let text = format(report, MOST.saturating_sub(written));
    OpenOptions::new().append(true).create(true).open(path)?.write_all(text.as_bytes())
}
