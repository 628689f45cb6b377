//! The queue of a locale: what needs a person, a page at a time.

use askama::Template;
use handback_core::text::count::counted;
use handback_core::text::date::Date;
use handback_core::text::words::{Op, Stretch};

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::request::{self, SEVERITIES, Wanted, encode};
use super::text;
use handback::review::counts::Counts;
use handback::review::many::Mass;
use handback::review::queue::{Entry, Filter, Status};
use rustc_hash::FxHashSet;

/// Entries of a page.
const MOST: usize = 30;
/// Characters of a text in the list.
const LONGEST: usize = 320;

#[derive(Template)]
#[template(path = "review/queue.html")]
struct Page<'a> {
    frame: Frame,
    wanted: &'a Wanted,
    counts: Counts,
    states: Vec<State>,
    severities: Vec<(String, bool)>,
    rows: Vec<Row>,
    /// How many messages, and wordings of single documents besides.
    total: String,
    found: usize,
    /// Messages with the words in other states: the filter leaves them out.
    left_out: Option<String>,
    masses: [(&'static str, &'static str); 4],
    pager: Pager,
}

/// A state to filter by.
struct State {
    name: &'static str,
    count: usize,
    is_wanted: bool,
}

struct Row {
    href: String,
    /// Names it in the form.
    row: String,
    id: String,
    status: &'static str,
    /// How its English changed, while stale.
    change: Option<String>,
    places: String,
    since: Option<Date>,
    english: Vec<Stretch>,
    translation: String,
    has_draft: bool,
    is_override: bool,
    own: Option<&'static str>,
    note: Option<String>,
    others: usize,
}

/// Pages of a list.
pub struct Pager {
    pub page: usize,
    pub pages: usize,
    pub previous: Option<String>,
    pub next: Option<String>,
}

impl Pager {
    /// `base` ends where `page=2` may follow.
    pub fn new(page: usize, pages: usize, base: &str) -> Self {
        let pages = pages.max(1);
        let page = page.clamp(1, pages);
        let link = |page: usize| format!("{base}page={page}");
        Self { page, pages, previous: (page > 1).then(|| link(page - 1)), next: (page < pages).then(|| link(page + 1)) }
    }

    /// What of a list is on the page.
    pub fn range(&self, len: usize, each: usize) -> std::ops::Range<usize> {
        let start = ((self.page - 1) * each).min(len);
        start..(start + each).min(len)
    }
}

pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, page: usize) -> Answer {
    let wanted = asked.wanted;
    let here = Here { title: "Review".into(), part: "queue", address: format!("queue?{}", wanted.query()) };
    let frame = Frame::new(desk, asked, &here);
    let found = desk.session.filtered(asked.locale, &wanted.filter());
    let left_out = left_out(desk, asked, found.len());
    // As `handback status` counts: each message once.
    let counts = Counts::from(&desk.session.counts(asked.locale).by_message);
    let queue = desk.session.queue(asked.locale);
    let mut by_entry = Counts::default();
    queue.iter().for_each(|entry| by_entry.add(entry.status));
    let pages = found.len().div_ceil(MOST);
    let pager = Pager::new(page, pages, &format!("/{}/queue?{}", encode(&frame.locale), wanted.query()));
    let shown = &found[pager.range(found.len(), MOST)];
    let rows = shown.iter().map(|index| row(&queue[*index], &frame.locale, wanted)).collect();
    let total = total(found.iter().map(|index| &queue[*index]));
    let by_default =
        |state: Status| wanted.states.is_empty() && state != Status::Human && !wanted.overrides && !wanted.inconsistent;
    let state = |state: Status| State {
        name: state.name(),
        count: by_entry.get(state),
        is_wanted: wanted.states.contains(&state) || by_default(state),
    };
    Answer::page(&Page {
        states: Status::ALL.into_iter().map(state).collect(),
        severities: SEVERITIES.iter().map(|one| (one.to_string(), wanted.severity == Some(*one))).collect(),
        frame,
        wanted,
        counts,
        rows,
        total,
        found: found.len(),
        left_out,
        masses: Mass::ALL.map(|mass| (mass.name(), mass.label())),
        pager,
    })
}

/// How many messages entries are of; a message may have wordings for single documents besides.
fn total<'e>(entries: impl Iterator<Item = &'e Entry>) -> String {
    let mut ids = FxHashSet::default();
    let all = entries.map(|entry| ids.insert(&entry.id)).count();
    match all - ids.len() {
        0 => counted(all, "message"),
        more => format!(
            "{} with {more} more {}",
            counted(ids.len(), "message"),
            if more == 1 { "wording" } else { "wordings" }
        ),
    }
}

/// How many messages hold the words and are left out by what else the filter asks for.
fn left_out(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, found: usize) -> Option<String> {
    let text = Some(asked.wanted.text.clone()).filter(|text| !text.is_empty())?;
    let all = Filter { text: Some(text), status: Some(Status::ALL.to_vec()), ..Filter::default() };
    let more = desk.session.filtered(asked.locale, &all).len().saturating_sub(found);
    (more > 0).then(|| {
        format!(
            "{} with these words {} left out by the filter",
            counted(more, "message"),
            if more == 1 { "is" } else { "are" }
        )
    })
}

fn row(entry: &Entry, locale: &str, wanted: &Wanted) -> Row {
    let english = match &entry.previous {
        Some(previous) => text::changes(previous, &entry.english),
        None => text::plain(&entry.english),
    };
    Row {
        href: request::address(locale, wanted, entry),
        row: request::row(entry),
        id: entry.id.to_string(),
        status: entry.status.name(),
        change: entry.change.map(|(severity, rule)| format!("{severity}: {rule}")),
        places: counted(entry.documents, "document"),
        since: entry.since(),
        english: text::cut_stretches(english, LONGEST),
        translation: text::cut(&entry.shown(), LONGEST),
        has_draft: entry.draft.is_some(),
        is_override: entry.is_override,
        own: entry.own.map(text::own),
        note: entry.remark().map(|note| text::cut(&note, LONGEST)),
        others: entry.others.len(),
    }
}
