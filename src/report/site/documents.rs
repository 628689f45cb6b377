//! All documents in all locales, over several pages.

use askama::Template;
use handback_core::catalog::DocumentName;
use serde_json::{Map, Value, json};

use super::bar::{class, percent};
use super::data;
use super::frame::{Frame, Link, Part, titled};
use crate::commands::site::Site;
use crate::project::paths::slashed;
use crate::report::pager::Pager;

/// A page has so many cells, or few rows of very many locales.
const CELLS: usize = 2000;

#[derive(Template)]
#[template(path = "site/documents.html")]
struct Page<'a> {
    frame: Frame,
    pager: Pager,
    locales: Vec<&'a str>,
    rows: Vec<Row<'a>>,
    /// All pages, by the first document of each.
    index: Vec<Link>,
}

/// A document.
struct Row<'a> {
    name: &'a str,
    href: Option<String>,
    cells: Vec<Cell>,
}

/// A document in a locale.
struct Cell {
    class: &'static str,
    text: String,
    /// What is not current.
    open: String,
    href: Option<String>,
}

/// How many documents a page has.
pub fn rows(locales: usize) -> usize {
    (CELLS / locales.max(1)).clamp(20, 200)
}

/// The file with the data of a page, counted from 0.
pub fn data_name(page: usize) -> String {
    format!("documents/{}.json", page + 1)
}

/// A page of the list.
pub struct Listed<'a> {
    pub site: &'a Site<'a>,
    pub rows: usize,
    /// Counted from 0.
    pub page: usize,
    pub pages: usize,
}

impl Listed<'_> {
    fn documents(&self) -> std::ops::Range<usize> {
        let start = self.page * self.rows;
        start..(start + self.rows).min(self.site.documents.len())
    }

    pub fn html(&self) -> String {
        let site = self.site;
        let name = |page: usize| format!("{page}.html");
        let title = titled("Documents", self.page, self.pages);
        let first = |page: usize| Link {
            name: site.documents[page * self.rows].name.clone(),
            href: name(page + 1),
            is_current: page == self.page,
        };
        let page = Page {
            frame: Frame::new(site, &title, "../", Part::Documents),
            pager: Pager::new(self.page + 1, self.pages, name),
            locales: site.names.clone(),
            rows: self.documents().map(|document| self.row(document)).collect(),
            index: (0..self.pages).map(first).collect(),
        };
        page.render().unwrap_or_default()
    }

    fn row(&self, document: usize) -> Row<'_> {
        let site = self.site;
        let about = &site.documents[document];
        Row {
            name: &about.name,
            href: self.address(&about.file),
            cells: (0..site.locales.len()).map(|locale| self.cell(document, locale)).collect(),
        }
    }

    fn cell(&self, document: usize, locale: usize) -> Cell {
        let about = &self.site.locales[locale];
        let is_published = !about.unpublished.contains(&document);
        let href = self.address(&self.output(document, locale)).filter(|_| is_published);
        let Some(counts) = about.documents[document] else {
            return Cell { class: "unknown", text: "unknown".into(), open: String::new(), href };
        };
        let open = [(counts.stale, "stale"), (counts.missing, "missing")];
        let open: Vec<String> =
            open.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        let text = if is_published { format!("{} %", percent(&counts)) } else { "no page".to_owned() };
        let class = if is_published { class(&counts) } else { "unpublished" };
        Cell { class, text, open: open.join(", "), href }
    }

    /// The page of a document in a locale.
    fn output(&self, document: usize, locale: usize) -> String {
        let Site { config, documents, names, .. } = self.site;
        let name = DocumentName::from(documents[document].name.as_str());
        slashed(&config.shown(&config.output_path(names[locale], &name)))
    }

    fn address(&self, file: &str) -> Option<String> {
        self.site.forge.as_ref()?.address(file, None)
    }

    /// The same for programs.
    pub fn json(&self) -> String {
        let site = self.site;
        let document = |index: usize| {
            let about = |(locale, name): (usize, &&str)| {
                let known = &site.locales[locale];
                let about = json!({
                    "page": self.output(index, locale),
                    "published": !known.unpublished.contains(&index),
                    "counts": known.documents[index],
                });
                ((*name).to_owned(), about)
            };
            let locales: Map<String, Value> = site.names.iter().enumerate().map(about).collect();
            let document = &site.documents[index];
            json!({ "name": document.name, "file": document.file, "locales": locales })
        };
        data::shown(
            &json!({ "version": data::VERSION, "documents": self.documents().map(document).collect::<Vec<_>>() }),
        )
    }
}
