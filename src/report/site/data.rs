//! What the pages say, for programs: `status.json`.

use serde_json::{Map, Value, json};

use super::{Summary, documents};
use crate::commands::site::Site;
use crate::commands::site::history::Gap;

/// The form of all JSON files of a site.
pub const VERSION: u32 = 1;

/// How far all locales are, and were. `pages`: how many files list the documents.
pub fn status(site: &Site<'_>, summaries: &[Summary], pages: usize) -> String {
    let locales: Map<String, Value> = summaries
        .iter()
        .enumerate()
        .map(|(index, summary)| {
            let about = json!({
                "counts": site.counts[index],
                "stale_for": summary.stale,
                "missing_for": summary.missing,
                "makers": summary.makers,
            });
            (site.locales[index].name().to_owned(), about)
        })
        .collect();
    let points = site.past.points.iter().map(|point| {
        let names = site.locales.iter().map(|locale| locale.name().to_owned());
        let counts: Map<String, Value> = names.zip(point.counts.iter().map(|counts| json!(counts))).collect();
        json!({ "date": point.date, "locales": counts })
    });
    let gap = site.past.gap.map(|gap| match gap {
        Gap::NotCommitted => "not committed",
        Gap::Shallow => "shallow clone",
        Gap::Unreadable(_) => "unreadable files",
    });
    shown(&json!({
        "version": VERSION,
        "as_of": site.as_of,
        "documents": site.snapshot.documents.len(),
        "locales": locales,
        "history": { "points": points.collect::<Vec<_>>(), "gap": gap },
        "document_lists": (0..pages).map(documents::data_name).collect::<Vec<_>>(),
    }))
}

/// JSON with a line for each value, so that a change is a small one in git.
pub fn shown(value: &Value) -> String {
    // A value of strings and numbers always has a form.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
