//! The queue of a locale: what needs a person, a page at a time.

use askama::Template;
use handback_core::catalog::Id;
use handback_core::text::count::{are, counted};
use handback_core::text::date::Date;
use handback_core::text::words::{Op, Stretch};

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::opening::Origin;
use super::request::{self, SEVERITIES, Wanted, encode};
use super::text;
use handback::report::pager::Pager;
use handback::review::beginning::Beginning;
use handback::review::counts::{Counts, of_ids};
use handback::review::many::Mass;
use handback::review::queue::{Entry, Filter, Status};
use handback::review::session::Session;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// Entries of a page.
pub const MOST: usize = 30;
/// Characters of a text in the list.
const LONGEST: usize = 320;

#[derive(Template)]
#[template(path = "review/queue.html")]
struct Page<'a> {
    frame: Frame,
    wanted: &'a Wanted,
    list: Listing,
    states: Vec<State>,
    severities: Vec<(String, bool)>,
    /// Messages with the words in other states: the filter leaves them out.
    left_out: Option<String>,
    masses: [(&'static str, &'static str); 4],
    pager: Pager,
    /// The project is still being read: where the list comes from, and its address.
    kept: Option<(Origin, String)>,
}

/// What of a page is the queue's own.
#[derive(Clone, Serialize, Deserialize)]
pub struct Listing {
    counts: Counts,
    /// Messages by the states that wordings of them are in, whatever the filter.
    by_state: Counts,
    rows: Vec<Row>,
    /// How many messages, and wordings of single documents besides.
    total: String,
    found: usize,
}

/// A state to filter by.
struct State {
    name: &'static str,
    count: usize,
    is_wanted: bool,
}

#[derive(Clone, Serialize, Deserialize)]
struct Row {
    href: String,
    /// Names it in the form.
    row: String,
    id: String,
    status: Status,
    /// How its English changed, while stale.
    change: Option<String>,
    places: String,
    since: Option<Date>,
    english: Vec<Stretch>,
    translation: String,
    has_draft: bool,
    is_override: bool,
    own: Option<String>,
    note: Option<String>,
    others: usize,
}

pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, page: usize) -> Answer {
    let wanted = asked.wanted;
    let here = Here { title: "Review".into(), part: "queue", address: format!("queue?{}", wanted.query()) };
    let frame = Frame::new(desk, asked, &here);
    let found = desk.session.filtered(asked.locale, &wanted.filter());
    let left_out = left_out(desk, asked, &found);
    let pager = pager(page, found.len(), &frame, wanted);
    let list = listing(desk.session, asked.locale, wanted, (&found, &pager));
    Answer::page(&Page { left_out, ..Page::new(frame, wanted, list, pager) })
}

/// The list before the project is open. `here`: its address.
pub fn show_kept(list: Listing, frame: Frame, wanted: &Wanted, origin: Origin, here: String) -> Answer {
    let pager = pager(1, list.found, &frame, wanted);
    Answer::page(&Page { kept: Some((origin, here)), ..Page::new(frame, wanted, list, pager) })
}

/// The first page of a queue, without a filter.
pub fn first(session: &mut Session<'_>, locale: usize) -> Listing {
    let wanted = Wanted::default();
    let found = session.filtered(locale, &wanted.filter());
    listing(session, locale, &wanted, (&found, &Pager::new(1, 1, |_| String::new())))
}

/// The same before the project is read.
pub fn begun(begun: &Beginning, locale: &str) -> Listing {
    let counts = &begun.counts;
    let found = (counts.total() - counts.human).max(begun.entries.len());
    let rows = begun.entries.iter().map(|entry| row(entry, locale, &Wanted::default())).collect();
    let counts = Counts::from(counts);
    Listing { counts, by_state: counts, rows, total: counted(found, "message"), found }
}

fn pager(page: usize, found: usize, frame: &Frame, wanted: &Wanted) -> Pager {
    Pager::new(page, found.div_ceil(MOST), |page| {
        format!("/{}/queue?{}page={page}", encode(&frame.locale), wanted.query())
    })
}

/// What is on a page of what a filter found.
fn listing(session: &mut Session<'_>, locale: usize, wanted: &Wanted, (found, pager): (&[usize], &Pager)) -> Listing {
    // As `handback status` counts: each message once.
    let counts = Counts::from(&session.counts(locale).by_message);
    let name = session.locales()[locale].to_owned();
    let queue = session.queue(locale);
    let mut by_state = Counts::default();
    // A message that has several wordings in one state is one; only with overrides there are any.
    let several: FxHashSet<&Id> = queue.iter().filter(|entry| entry.is_override).map(|entry| &entry.id).collect();
    let mut known = FxHashSet::default();
    let first = queue.iter().filter(|entry| !several.contains(&entry.id) || known.insert((&entry.id, entry.status)));
    first.for_each(|entry| by_state.add(entry.status));
    let shown = &found[pager.range(found.len(), MOST)];
    let rows = shown.iter().map(|index| row(&queue[*index], &name, wanted)).collect();
    let total = of_ids(found.iter().map(|index| &*queue[*index].id));
    Listing { counts, by_state, rows, total, found: found.len() }
}

impl<'a> Page<'a> {
    fn new(frame: Frame, wanted: &'a Wanted, list: Listing, pager: Pager) -> Self {
        let by_default = |state: Status| {
            wanted.states.is_empty() && state != Status::Human && !wanted.overrides && !wanted.inconsistent
        };
        let state = |state: Status| State {
            name: state.name(),
            count: list.by_state.get(state),
            is_wanted: wanted.states.contains(&state) || by_default(state),
        };
        Self {
            states: Status::ALL.into_iter().map(state).collect(),
            severities: SEVERITIES.iter().map(|one| (one.to_string(), wanted.severity == Some(*one))).collect(),
            frame,
            wanted,
            list,
            left_out: None,
            masses: Mass::ALL.map(|mass| (mass.name(), mass.label())),
            pager,
            kept: None,
        }
    }
}

/// How many messages hold the words and are left out by what else the filter asks for.
fn left_out(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, found: &[usize]) -> Option<String> {
    let text = Some(asked.wanted.text.clone()).filter(|text| !text.is_empty())?;
    let all = Filter { text: Some(text), status: Some(Status::ALL.to_vec()), ..Filter::default() };
    let shown: FxHashSet<usize> = found.iter().copied().collect();
    let mut more = desk.session.filtered(asked.locale, &all);
    more.retain(|index| !shown.contains(index));
    let queue = desk.session.queue(asked.locale);
    let messages = of_ids(more.iter().map(|index| &*queue[*index].id));
    (!more.is_empty()).then(|| format!("{messages} with these words {} left out by the filter", are(more.len())))
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
        status: entry.status,
        change: entry.change.map(|(severity, rule)| format!("{severity}: {rule}")),
        places: counted(entry.documents, "document"),
        since: entry.since(),
        english: text::cut_stretches(english, LONGEST),
        translation: text::cut(&entry.shown(), LONGEST),
        has_draft: entry.draft.is_some(),
        is_override: entry.is_override,
        own: entry.own.map(|own| text::own(own).to_owned()),
        note: entry.remark().map(|note| text::cut(&note, LONGEST)),
        others: entry.others.len(),
    }
}
