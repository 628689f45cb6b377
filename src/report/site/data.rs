//! What the pages say, for programs: `status.json`.

use serde_json::{Map, Value, json};

use super::documents;
use crate::commands::site::history::Gap;
use crate::commands::site::{Locale, Site};

/// The form of all JSON files of a site.
pub const VERSION: u32 = 1;

/// How far all locales are, and were. `pages`: how many files list the documents.
pub fn status(site: &Site<'_>, pages: usize) -> String {
    let about = |(name, locale): (&&str, &Locale)| {
        let about = json!({
            "counts": locale.counts,
            "stale_for": locale.stale,
            "missing_for": locale.missing,
            "makers": locale.makers,
        });
        ((*name).to_owned(), about)
    };
    let locales: Map<String, Value> = site.names.iter().zip(&site.locales).map(about).collect();
    let points = site.past.points.iter().map(|point| {
        let names = site.names.iter().map(|name| (*name).to_owned());
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
        "documents": site.documents.len(),
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
