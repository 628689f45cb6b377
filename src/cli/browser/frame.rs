//! What all pages of the review have: where one is, locales, search, undo, what is to be said.

use super::desk::Desk;
use super::request::{Wanted, encode};
use super::visitor;
use handback_core::catalog::reviewer::Reviewer;

/// A place to go to.
pub struct Link {
    pub name: String,
    pub href: String,
    pub is_current: bool,
}

pub struct Frame {
    pub title: String,
    pub locale: String,
    /// Language of the English.
    pub source: String,
    pub locales: Vec<Link>,
    pub pages: [Link; 2],
    /// Goes into every form.
    pub token: String,
    /// Who decides, and where that is changed.
    pub by: String,
    pub rename: String,
    /// What is searched for.
    pub text: String,
    /// What is wanted, for forms.
    pub query: String,
    /// What they can undo: the last decision of their own.
    pub undo: Option<String>,
    pub notice: Option<String>,
    pub problems: Vec<String>,
}

/// Which page it is, and how it is called for another locale.
pub struct Here<'a> {
    pub title: String,
    /// `queue` or `documents`.
    pub part: &'a str,
    /// What stands behind the locale.
    pub address: String,
}

/// Who looks at what.
pub struct Asked<'a> {
    pub locale: usize,
    pub wanted: &'a Wanted,
    pub token: &'a str,
    pub by: &'a Reviewer,
    /// The address that was asked for.
    pub address: &'a str,
}

impl Frame {
    pub fn new(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, here: &Here<'_>) -> Self {
        let warnings = desk.session.warnings.iter().take(5).map(ToString::to_string);
        Self {
            undo: desk.memory.last_of(asked.by).map(|taken| format!("{}: {}", taken.what, taken.about())),
            notice: desk.memory.notices.remove(asked.by),
            problems: warnings.chain(desk.memory.problems.iter().cloned()).collect(),
            ..Self::early(&desk.session.locales(), &desk.session.config().source_locale, asked, here)
        }
    }

    /// The frame before the project is open; `names` are those of its locales.
    pub fn early(names: &[impl AsRef<str>], source: &str, asked: &Asked<'_>, here: &Here<'_>) -> Self {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        let locale = names[asked.locale].to_owned();
        let link = |(index, name): (usize, &&str)| Link {
            name: (*name).to_owned(),
            href: format!("/{}/{}", encode(name), here.address),
            is_current: index == asked.locale,
        };
        let part = |name: &str, part: &str| Link {
            name: name.to_owned(),
            href: format!("/{}/{part}", encode(&locale)),
            is_current: here.part == part,
        };
        Self {
            title: format!("{} · {locale}", here.title),
            source: source.to_owned(),
            locales: names.iter().enumerate().map(link).collect(),
            pages: [part("Queue", "queue"), part("Documents", "documents")],
            token: asked.token.to_owned(),
            by: asked.by.to_string(),
            rename: visitor::form_address(asked.address),
            text: asked.wanted.text.clone(),
            query: asked.wanted.query(),
            undo: None,
            notice: None,
            problems: Vec::new(),
            locale,
        }
    }
}
