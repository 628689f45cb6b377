//! What was the translation of a message: who made it, when, and from which English.

use askama::Template;

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::request;
use super::text;
use handback::commands::log;

#[derive(Template)]
#[template(path = "review/history.html")]
struct Page {
    frame: Frame,
    id: String,
    href: String,
    entries: Vec<Entry>,
}

struct Entry {
    date: String,
    /// `HT`, `MT`, `unproven` or `question`.
    kind: &'static str,
    /// Who and how.
    about: Vec<String>,
    text: Option<String>,
    english: Option<String>,
    note: Option<String>,
}

pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, at: usize) -> Answer {
    let entry = desk.session.queue(asked.locale)[at].clone();
    let address = request::address("", &request::Wanted::default(), &entry).replacen("/entry?", "/history?", 1);
    let address = address.trim_start_matches('/').to_owned();
    let frame = Frame::new(desk, asked, &Here { title: format!("History of {}", entry.id), part: "entry", address });
    let history = desk.session.history(asked.locale, &entry);
    let href = request::address(&frame.locale, asked.wanted, &entry);
    let entries = history.entries.iter().map(of_log).collect();
    Answer::page(&Page { id: entry.id.to_string(), href, entries, frame })
}

fn of_log(entry: &log::Entry) -> Entry {
    let mut about: Vec<String> = Vec::new();
    about.extend(entry.origin.as_ref().map(ToString::to_string));
    about.extend(entry.reviewer.as_ref().map(|name| match entry.kind {
        "question" => format!("asked by {name}"),
        _ => format!("approved by {name}"),
    }));
    about.extend(entry.author.as_ref().map(|author| {
        let commit = entry.commit.as_deref().unwrap_or_default();
        format!("committed by {author} ({})", text::cut(commit, 10).trim_end_matches('…'))
    }));
    about.extend(entry.replaced.then(|| "replaced since".to_owned()));
    Entry {
        date: entry.date.to_string(),
        kind: entry.kind,
        about,
        text: entry.text.clone(),
        english: entry.english.clone(),
        note: entry.note.clone(),
    }
}
