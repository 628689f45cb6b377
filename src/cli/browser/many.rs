//! One decision about many messages: a list of what will be decided, then the decision, then what became of it.

use super::answer::Answer;
use super::desk::{Desk, List};
use super::frame::{Asked, Frame, Here};
use super::request::{self, encode, value};
use super::text;
use askama::Template;
use handback::review::counts::of_ids;
use handback::review::decision::Refusal;
use handback::review::many::{CHANGED, Mass, Sorted};
use handback::review::queue::Entry;
use handback::review::session::Target;

/// Messages of the list that are shown, and messages that are named for each reason.
const MOST: usize = 50;
const NAMED: usize = 10;
/// Characters of a text in the list.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "review/many.html")]
struct Page {
    frame: Frame,
    heading: String,
    /// What the button says; `None` once it is decided, or if nothing is to be.
    button: Option<String>,
    action: String,
    queue: String,
    rows: Vec<Row>,
    more: usize,
    left: usize,
    reasons: Vec<Reason>,
}

struct Row {
    href: String,
    id: String,
    status: &'static str,
    english: String,
    /// What would be published.
    translation: String,
}

/// Why messages are left as they are.
struct Reason {
    why: String,
    count: usize,
    named: Vec<(String, Option<String>)>,
    more: usize,
}

/// Remembers what somebody chose, and goes to the list of it.
pub fn choose(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, form: &[(String, String)]) -> Answer {
    let locale = desk.session.locales()[asked.locale].to_owned();
    let base = format!("/{}", encode(&locale));
    let back = format!("{base}/queue?{}", asked.wanted.query());
    let mut say = |notice: &str| {
        desk.memory.notices.insert(asked.by.clone(), notice.to_owned());
        Answer::Go(back.clone())
    };
    let named = value(form, "action").and_then(|name| Mass::ALL.into_iter().find(|mass| mass.name() == name));
    let Some(mass) = named else { return say("It is not clear what is to be done.") };
    let chosen: Vec<usize> = match value(form, "all") {
        Some(_) => desk.session.filtered(asked.locale, &asked.wanted.filter()),
        None => {
            let rows = form.iter().filter(|(name, _)| name == "row");
            let queue = desk.session.queue(asked.locale);
            rows.filter_map(|(_, row)| queue.iter().position(|entry| request::row(entry) == *row)).collect()
        }
    };
    if chosen.is_empty() {
        return say("Nothing was selected: select messages of the list first, or all that the filter finds.");
    }
    let targets = desk.session.targets(asked.locale, &chosen);
    let list = List { number: 0, by: asked.by.clone(), locale, mass, targets, result: None };
    let number = desk.memory.keep(list);
    Answer::Go(format!("{base}/many?{}list={number}", asked.wanted.query()))
}

/// The list that a query names, and its messages.
fn list<'m>(desk: &'m Desk<'_, '_>, asked: &Asked<'_>, query: &[(String, String)]) -> Option<(&'m List, Vec<Target>)> {
    let number: usize = value(query, "list")?.parse().ok()?;
    let locale = desk.session.locales()[asked.locale];
    let is_it = |list: &&List| list.number == number && list.by == *asked.by && list.locale == locale;
    let list = desk.memory.lists.iter().find(is_it)?;
    let targets = list.targets.iter().map(|target| Target { locale: asked.locale, ..target.clone() });
    Some((list, targets.collect()))
}

fn forgotten() -> Answer {
    Answer::not_found(
        "The list is not known any more, or it is another person's. Nothing was decided: choose again in the queue.",
    )
}

/// Shows what will be decided, or what was.
pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, query: &[(String, String)]) -> Answer {
    let Some((list, targets)) = list(desk, asked, query) else { return forgotten() };
    let (mass, result, number) = (list.mass, list.result.clone(), list.number);
    let is_done = result.is_some();
    let sorted = result.unwrap_or_else(|| sort(desk, asked.locale, mass, &targets));
    let messages = of_ids(sorted.taken.iter().map(|target| &*target.id));
    let heading = match is_done {
        true => format!("{}: {messages}", mass.done()),
        false => format!("{} {messages}?", mass.verb()),
    };
    let address = format!("many?{}list={number}", asked.wanted.query());
    let frame = Frame::new(desk, asked, &Here { title: heading.clone(), part: "many", address: address.clone() });
    let base = format!("/{}/", encode(&frame.locale));
    let shown: Vec<Target> = sorted.taken.iter().take(MOST).cloned().collect();
    let rows = shown.iter().filter_map(|target| {
        let entry = desk.session.entry(asked.locale, &target.key, &target.id)?;
        Some(row(entry, &frame.locale, asked, mass))
    });
    let rows: Vec<Row> = rows.collect();
    let reasons = sorted.reasons(NAMED).into_iter().map(|(why, count, first)| {
        let named = first.iter().map(|target| {
            let entry = desk.session.entry(asked.locale, &target.key, &target.id);
            (target.id.to_string(), entry.map(|entry| request::address(&frame.locale, asked.wanted, entry)))
        });
        let named: Vec<_> = named.collect();
        Reason { why, count, more: count - named.len(), named }
    });
    let reasons = reasons.collect();
    Answer::page(&Page {
        heading,
        button: (!is_done && !sorted.taken.is_empty()).then(|| format!("{} {messages}", mass.verb())),
        action: format!("{base}{address}"),
        queue: format!("{base}queue?{}", asked.wanted.query()),
        more: sorted.taken.len() - shown.len(),
        rows,
        left: sorted.left.len(),
        reasons,
        frame,
    })
}

/// What of a list is still as it was chosen, sorted.
fn sort(desk: &mut Desk<'_, '_>, locale: usize, mass: Mass, targets: &[Target]) -> Sorted {
    let (present, gone) = desk.session.present(locale, targets);
    let mut sorted = desk.session.sort(locale, &present, mass);
    sorted.left.extend(gone.into_iter().map(|target| (target, CHANGED.to_owned())));
    sorted
}

fn row(entry: &Entry, locale: &str, asked: &Asked<'_>, mass: Mass) -> Row {
    let english = handback_core::catalog::notation::shown(&entry.english);
    let published = mass.wording(entry).or_else(|| entry.translation.clone());
    Row {
        href: request::address(locale, asked.wanted, entry),
        id: entry.id.to_string(),
        status: entry.status.name(),
        english: text::cut(&english, LONGEST),
        translation: text::cut(&published.map_or_else(String::new, |pattern| pattern.shown()), LONGEST),
    }
}

/// Decides about a list.
pub fn take(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, query: &[(String, String)]) -> Answer {
    let Some((list, targets)) = list(desk, asked, query) else { return forgotten() };
    let (mass, number) = (list.mass, list.number);
    let address =
        format!("/{}/many?{}list={number}", encode(desk.session.locales()[asked.locale]), asked.wanted.query());
    if list_is_done(desk, number) {
        return Answer::Go(address);
    }
    let notice = match desk.session.decide_many(&targets, mass, asked.by) {
        Ok((taken, sorted)) => {
            let notice = format!("{}: {}.", mass.done(), of_ids(sorted.taken.iter().map(|target| &*target.id)));
            let is_all = sorted.left.is_empty();
            desk.memory.done.extend(taken);
            if let Some(list) = desk.memory.lists.iter_mut().find(|list| list.number == number) {
                list.result = Some(sorted);
            }
            if is_all {
                desk.memory.notices.insert(asked.by.clone(), notice);
                let queue = format!("/{}/queue?{}", encode(desk.session.locales()[asked.locale]), asked.wanted.query());
                return Answer::Go(queue);
            }
            notice
        }
        Err(Refusal::Changed) => {
            "Files of the project changed at this moment, and nothing was decided: try again.".into()
        }
        Err(refusal) => format!("Nothing was decided: {refusal}."),
    };
    desk.memory.notices.insert(asked.by.clone(), notice);
    Answer::Go(address)
}

fn list_is_done(desk: &Desk<'_, '_>, number: usize) -> bool {
    desk.memory.lists.iter().any(|list| list.number == number && list.result.is_some())
}
