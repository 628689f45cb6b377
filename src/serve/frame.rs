//! What all pages of the review have: where one is, locales, search, undo, what is to be said.

use super::desk::Desk;
use super::request::{Wanted, encode};
use crate::review::queue::Status;

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
    /// What is searched for.
    pub text: String,
    /// What is wanted, for forms.
    pub query: String,
    /// What can be undone.
    pub undo: Option<&'static str>,
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
}

impl Frame {
    pub fn new(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, here: &Here<'_>) -> Self {
        let names = desk.session.locales();
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
            source: desk.session.config().source_locale.clone(),
            locales: names.iter().enumerate().map(link).collect(),
            pages: [part("Queue", "queue"), part("Documents", "documents")],
            token: asked.token.to_owned(),
            text: asked.wanted.text.clone(),
            query: asked.wanted.query(),
            undo: desk.memory.done.last().map(|done| done.what),
            notice: desk.memory.notice.take(),
            problems: desk.session.warnings.iter().take(5).chain(&desk.memory.problems).cloned().collect(),
            locale,
        }
    }
}

/// How many messages, or units, are in each state.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts([usize; 4]);

/// A part of a bar, in hundredths of its length.
pub struct Segment {
    pub state: &'static str,
    pub count: usize,
    pub from: String,
    pub width: String,
}

impl Counts {
    pub fn add(&mut self, status: Status) {
        self.0[status as usize] += 1;
    }

    pub fn extend(&mut self, others: &Self) {
        self.0.iter_mut().zip(others.0).for_each(|(own, other)| *own += other);
    }

    pub fn get(&self, status: Status) -> usize {
        self.0[status as usize]
    }

    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Share of what is current, in whole hundredths: never 100 before all is.
    pub fn current(&self) -> usize {
        let current = self.get(Status::Machine) + self.get(Status::Human);
        (current * 100).checked_div(self.total()).unwrap_or(100)
    }

    /// The bar from what is best to what is worst.
    pub fn segments(&self) -> Vec<Segment> {
        let total = self.total().max(1) as f64;
        let mut from = 0.0;
        let order = [Status::Human, Status::Machine, Status::Stale, Status::Missing];
        let segment = |status: Status| {
            let width = self.get(status) as f64 * 100.0 / total;
            let start = from;
            from += width;
            let (from, width) = (format!("{start:.2}"), format!("{width:.2}"));
            Segment { state: status.name(), count: self.get(status), from, width }
        };
        order.into_iter().map(segment).collect()
    }

    /// The bar in words.
    pub fn words(&self) -> String {
        let parts = self.segments().into_iter().map(|part| format!("{} {}", part.count, part.state));
        parts.collect::<Vec<_>>().join(", ")
    }
}
