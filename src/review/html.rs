//! The queue of a review as one HTML file that needs no other: to attach to a pull request, or to share.

use askama::Template;
use handback_core::catalog::notation::shown;
use handback_core::text::date::Date;
use handback_core::text::words::{self, Op, Stretch};

use super::counts::Counts;
use super::queue::{Entry, Filter, Status};
use super::session::Session;

/// Entries of a locale that a file holds; beyond that nobody reads it, and no mail takes it.
const MOST: usize = 1000;

#[derive(Template)]
#[template(path = "review_report.html")]
struct Page {
    today: Date,
    locales: Vec<Locale>,
}

/// A locale with its chart and its entries.
struct Locale {
    name: String,
    counts: Counts,
    entries: Vec<Shown>,
    left: usize,
}

/// An entry as people read it.
struct Shown {
    id: String,
    status: &'static str,
    change: String,
    places: String,
    english: Vec<Stretch>,
    translation: String,
    draft: Option<String>,
    notes: Vec<String>,
}

/// The entries of some locales, and how far each locale is.
pub fn format(session: &mut Session<'_>, locales: &[usize], filter: &Filter) -> String {
    let locales = locales.iter().map(|locale| of_locale(session, *locale, filter)).collect();
    // Writing to a string cannot fail.
    Page { today: session.today(), locales }.render().unwrap_or_default()
}

fn of_locale(session: &mut Session<'_>, locale: usize, filter: &Filter) -> Locale {
    let counts = Counts::from(&session.counts(locale).by_message);
    let name = session.locales()[locale].to_owned();
    let documents: Vec<String> = session.documents().into_iter().map(str::to_owned).collect();
    let wanted = session.filtered(locale, filter);
    let queue = session.queue(locale);
    Locale {
        name,
        counts,
        entries: wanted.iter().take(MOST).map(|index| entry(&queue[*index], &documents)).collect(),
        left: wanted.len().saturating_sub(MOST),
    }
}

fn entry(entry: &Entry, documents: &[String]) -> Shown {
    let english = shown(&entry.english);
    let state = entry.state.as_ref();
    let mut notes = Vec::new();
    notes.extend(state.map(|state| format!("{} · {} · {}", state.kind.name(), state.origin, state.date)));
    notes.extend(entry.remark());
    notes.extend(entry.others.iter().map(|other| format!("elsewhere: {other}")));
    Shown {
        id: entry.id.to_string(),
        status: entry.status.name(),
        change: entry.change.map_or_else(String::new, |(severity, rule)| format!("{severity} change ({rule})")),
        places: places(entry, documents),
        english: match entry.previous.as_ref().filter(|_| entry.status == Status::Stale) {
            Some(previous) => words::diff(&shown(previous), &english),
            None => vec![Stretch { op: Op::Equal, text: english.into_owned() }],
        },
        translation: entry.shown(),
        draft: entry.draft.as_ref().map(|draft| shown(&draft.text).into_owned()),
        notes,
    }
}

fn places(entry: &Entry, documents: &[String]) -> String {
    let first = &documents[entry.places[0].0];
    match entry.documents {
        0 | 1 => first.clone(),
        count => format!("{first} and {} more", count - 1),
    }
}
