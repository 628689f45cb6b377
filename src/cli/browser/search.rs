//! Where words stand in all that a locale has.

use askama::Template;
use handback_core::catalog::notation::shown;
use handback_core::text::count::counted;

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::request::{self, encode};
use super::text;
use handback::report::pager::Pager;
use handback::review::concordance::{Remembered, marked};
use handback::review::queue::Entry;

/// Hits of a page.
const MOST: usize = 50;
/// Characters of a text.
const LONGEST: usize = 600;

type Pieces = Vec<(bool, String)>;

#[derive(Template)]
#[template(path = "review/search.html")]
struct Page<'a> {
    frame: Frame,
    words: &'a str,
    heading: String,
    /// What was searched.
    extent: String,
    /// What could not be.
    unread: Vec<String>,
    rows: Vec<Row>,
    remembered: Vec<Old>,
    pager: Pager,
}

struct Row {
    href: String,
    id: String,
    status: &'static str,
    has_draft: bool,
    english: Pieces,
    translation: Pieces,
    /// The words are in neither text of today: where they are.
    elsewhere: Vec<(&'static str, Pieces)>,
}

struct Old {
    english: Pieces,
    translation: Pieces,
    from: String,
    what: &'static str,
}

pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, page: usize) -> Answer {
    let words = asked.wanted.text.as_str();
    let query = if words.is_empty() { String::new() } else { format!("text={}&", encode(words)) };
    let here = Here { title: "Search".into(), part: "search", address: format!("search?{query}") };
    let frame = Frame::new(desk, asked, &here);
    let found = desk.session.concordance(asked.locale, words);
    let (entries, memory) = (found.entries.len(), found.remembered.len());
    let pages = (entries + memory).div_ceil(MOST);
    let pager = Pager::new(page, pages, |page| format!("/{}/search?{query}page={page}", encode(&frame.locale)));
    let range = pager.range(entries + memory, MOST);
    let queue = desk.session.queue(asked.locale);
    let here = &found.entries[range.start.min(entries)..range.end.min(entries)];
    let rows = here.iter().map(|at| row(&queue[*at], &frame.locale, asked, words)).collect();
    let old = &found.remembered[range.start.saturating_sub(entries)..range.end.saturating_sub(entries)];
    let heading = match words {
        "" => "Search all texts".to_owned(),
        _ => format!(
            "{} with “{words}”{}",
            counted(entries, "message"),
            match memory {
                0 => String::new(),
                many => format!(", and {} of the translation memory", counted(many, "text")),
            }
        ),
    };
    let (messages, texts) = found.searched;
    let extent = format!(
        "Searched: {} in every state, in both languages, with earlier English, drafts and comments; {} of the translation memory.",
        counted(messages, "message"),
        counted(texts, "text")
    );
    let remembered = old.iter().map(|old| remembered(old, words)).collect();
    Answer::page(&Page { words, heading, extent, unread: found.unread, rows, remembered, pager, frame })
}

fn pieces(text: &str, words: &str) -> Pieces {
    marked(&text::cut(&shown(text), LONGEST), words)
}

fn row(entry: &Entry, locale: &str, asked: &Asked<'_>, words: &str) -> Row {
    let is_hit = |pieces: &Pieces| pieces.iter().any(|(is_hit, _)| *is_hit);
    let (english, translation) = (pieces(&entry.english, words), pieces(&entry.shown(), words));
    let others = [
        ("English before", entry.previous.as_deref()),
        ("Draft", entry.draft.as_ref().map(|draft| draft.text.as_str())),
        ("Comment", entry.note.as_deref()),
    ];
    let others = others.into_iter().filter_map(|(name, text)| Some((name, pieces(text?, words))));
    Row {
        href: request::address(locale, asked.wanted, entry),
        id: entry.id.to_string(),
        status: entry.status.name(),
        has_draft: entry.draft.is_some(),
        english,
        translation,
        elsewhere: others.filter(|(_, pieces)| is_hit(pieces)).collect(),
    }
}

fn remembered(old: &Remembered, words: &str) -> Old {
    Old {
        english: pieces(&old.english, words),
        translation: pieces(&old.translation, words),
        from: old.from.clone(),
        what: if old.is_obsolete { "text is gone" } else { "memory file" },
    }
}
