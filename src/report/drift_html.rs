//! Drift as one HTML file that needs no other.

use askama::Template;
use handback_core::text::count::counted;
use handback_core::text::words::{self, Op, Stretch};

use crate::commands::diff::came::Came;
use crate::commands::diff::{Drift, PageDiff};

#[derive(Template)]
#[template(path = "drift.html")]
struct Page<'a> {
    title: String,
    drift: &'a Drift,
    pages: &'a [PageDiff],
}

impl Page<'_> {
    /// From what a translation was to what it is.
    fn changes(&self, came: &&Came) -> Vec<Stretch> {
        words::diff(came.previous.as_deref().unwrap_or_default(), &came.translation)
    }
}

/// Texts that changed.
pub fn format(drift: &Drift) -> String {
    let title = format!("Translations: {}", drift.headline());
    // Writing to a string cannot fail.
    Page { title, drift, pages: &[] }.render().unwrap_or_default()
}

/// Pages that a sync would change.
pub fn pages(pages: &[PageDiff]) -> String {
    let title = match pages.len() {
        0 => "No page would change".to_owned(),
        count => format!("{} would change", counted(count, "page")),
    };
    Page { title, drift: &Drift::default(), pages }.render().unwrap_or_default()
}
