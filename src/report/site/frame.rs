//! What all pages have around them.

use handback_core::text::date::Date;

use crate::commands::site::Site;

/// The frame of a page.
pub struct Frame {
    pub title: String,
    /// Leads to the folder of the site.
    pub root: &'static str,
    pub parts: Vec<Link>,
    pub as_of: Option<Date>,
}

/// A link that may be to the page itself.
pub struct Link {
    pub name: String,
    pub href: String,
    pub is_current: bool,
}

/// The parts that the head of a page links to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Overview,
    Documents,
    /// A locale, by its place among those of the site.
    Locale(usize),
}

impl Frame {
    pub fn new(site: &Site<'_>, title: &str, root: &'static str, part: Part) -> Self {
        let link = |name: &str, href: &str, of: Part| Link {
            name: name.to_owned(),
            href: format!("{root}{href}"),
            is_current: of == part,
        };
        let mut parts = vec![link("Overview", "index.html", Part::Overview)];
        if !site.documents.is_empty() {
            parts.push(link("Documents", "documents/1.html", Part::Documents));
        }
        let locales = site.names.iter().enumerate();
        parts.extend(
            locales.map(|(index, name)| link(name, &format!("locales/{name}/index.html"), Part::Locale(index))),
        );
        Self { title: title.to_owned(), root, parts, as_of: site.as_of }
    }
}

/// The title of a page of a list; `page` is counted from 0.
pub fn titled(what: &str, page: usize, pages: usize) -> String {
    if pages > 1 { format!("{what}, page {} of {pages}", page + 1) } else { what.to_owned() }
}

/// `for 12 days (2026-03-02)`; nothing if it is not known since when.
pub fn age(since: Option<Date>, as_of: Option<Date>) -> Option<String> {
    let since = since?;
    Some(match as_of.map(|as_of| as_of.days_since(since)) {
        Some(1) => format!("for 1 day ({since})"),
        Some(days) if days > 1 => format!("for {days} days ({since})"),
        _ => format!("since {since}"),
    })
}
