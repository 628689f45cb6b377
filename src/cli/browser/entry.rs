//! One message: what it says, what became of its English, where it stands, and what may be decided.

use askama::Template;
use axum::http::StatusCode;
use handback_core::catalog::FileKey;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation::{shown, to_state};
use handback_core::catalog::state::TranslationType;
use handback_core::memory::percent;
use handback_core::text::words::{Op, Stretch};
use handback_core::translate::glossary;

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::request::{self, encode};
use super::text;
use handback::review::decision;
use handback::review::proof::Problem;
use handback::review::queue::{Entry, Status};
use handback::review::session::{PageUnit, Session};
use handback::review::similar::Similar;

/// Documents that are named of a message, and those of them that are seen at once.
const DOCUMENTS: usize = 20;
const SEEN: usize = 6;
/// What is offered to be put into a translation.
const CHIPS: usize = 24;
/// Characters of a text that only stands nearby.
const NEARBY: usize = 600;

/// What somebody sent that was not taken: nothing of it is lost.
#[derive(Default)]
pub struct Kept {
    pub text: Option<String>,
    pub note: Option<String>,
    /// Why it was not taken.
    pub refusal: Option<String>,
    /// Somebody else changed the message meanwhile.
    pub has_changed: bool,
}

#[derive(Template)]
#[template(path = "review/entry.html")]
struct Page {
    frame: Frame,
    way: Way,
    id: String,
    href: String,
    proof: String,
    preview: String,
    history: String,
    seen: String,
    status: &'static str,
    change: Option<String>,
    previous: Option<String>,
    english: Vec<Stretch>,
    /// The English as it is edited, to begin from.
    source_text: String,
    translation: Option<String>,
    is_fluent: bool,
    is_override: bool,
    /// What it is instead of a translation.
    own: Option<&'static str>,
    draft: Option<Draft>,
    terms: Vec<Term>,
    /// What is put into the translation by a button, as it is typed.
    chips: Vec<Chip>,
    similar: Vec<Alike>,
    others: Vec<String>,
    facts: Vec<(&'static str, String)>,
    note: String,
    text: String,
    rows: usize,
    problems: Vec<Problem>,
    /// From the translation as it is to what was typed.
    conflict: Option<Vec<Stretch>>,
    refusal: Option<String>,
    can: Can,
    documents: Vec<Document>,
    /// Documents that are not seen at once.
    others_of: Vec<Document>,
    more_documents: usize,
    context: Vec<Nearby>,
}

/// Ways from here.
struct Way {
    place: String,
    queue: String,
    previous: Option<String>,
    next: Option<String>,
}

/// What may be decided.
struct Can {
    approve: bool,
    reject: bool,
    comment: bool,
}

struct Draft {
    text: String,
    /// From the translation as it is.
    changes: Vec<Stretch>,
    origin: String,
}

/// A translation of a similar text.
struct Alike {
    percent: String,
    from: String,
    /// From its English to the entry's.
    changes: Vec<Stretch>,
    translation: String,
    /// As it is edited, to begin from.
    text: String,
}

/// A term of the glossary.
struct Term {
    term: String,
    /// What it is called; the term itself where it is not translated.
    translation: Option<String>,
    is_kept: bool,
    notes: Vec<String>,
    forbidden: Vec<String>,
}

/// Something to put into the translation.
struct Chip {
    text: String,
    /// Alt and this digit put it in, too.
    key: Option<usize>,
}

struct Document {
    name: String,
    href: String,
    lines: String,
}

/// A text of the same page.
struct Nearby {
    english: String,
    localized: String,
    is_translated: bool,
    is_stale: bool,
    is_this: bool,
}

pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, at: usize, kept: Kept) -> Answer {
    let entry = desk.session.queue(asked.locale)[at].clone();
    let here = Here { title: entry.id.to_string(), part: "entry", address: same_elsewhere(&entry) };
    let frame = Frame::new(desk, asked, &here);
    let session = &mut *desk.session;
    let text = kept.text.unwrap_or_else(|| decision::editable(&entry, entry.translation.as_ref()));
    let problems = proofread(session, asked.locale, &entry, &text);
    let mut documents = documents(session, &entry, &frame.locale);
    let href = request::address(&frame.locale, asked.wanted, &entry);
    let status = if kept.refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let page = Page {
        way: way(session, asked, at, &frame.locale),
        id: entry.id.to_string(),
        proof: href.replacen("/entry?", "/proof?", 1),
        history: href.replacen("/entry?", "/history?", 1),
        preview: href.replacen("/entry?", "/preview?", 1),
        href,
        seen: entry.token.to_string(),
        status: entry.status.name(),
        change: entry.change.map(|(severity, rule)| format!("{severity}: {rule}")),
        previous: entry.previous.as_deref().map(|text| shown(text).into_owned()),
        english: english(&entry),
        source_text: to_state(&entry.english).into_owned(),
        translation: entry.translation.as_ref().map(|pattern| said(&entry, pattern)),
        is_fluent: entry.is_fluent(),
        is_override: entry.is_override,
        own: entry.own.map(text::own),
        draft: draft(&entry),
        chips: chips(session, asked.locale, &entry),
        terms: session.terms(asked.locale, &entry).into_iter().map(term).collect(),
        similar: session.similar(asked.locale, &entry).iter().map(|similar| alike(&entry, similar)).collect(),
        others: entry.others.clone(),
        facts: facts(&entry),
        note: kept.note.or_else(|| entry.note.clone()).unwrap_or_default(),
        rows: text.lines().map(|line| line.chars().count() / 70 + 1).sum::<usize>().clamp(3, 14),
        problems,
        conflict: kept.has_changed.then(|| text::changes(&entry.shown(), &text)),
        refusal: kept.refusal,
        can: can(&entry),
        more_documents: entry.documents.saturating_sub(documents.len()),
        others_of: documents.split_off(documents.len().min(SEEN)),
        documents,
        context: context(session, asked.locale, &entry),
        text,
        frame,
    };
    Answer::with(status, &page)
}

/// A translation as it is read: Fluent without the margin that it has in its file.
fn said(entry: &Entry, pattern: &Pattern) -> String {
    if entry.is_fluent() { decision::editable(entry, Some(pattern)) } else { pattern.shown() }
}

/// Where one is among the entries that are wanted.
fn way(session: &mut Session<'_>, asked: &Asked<'_>, at: usize, locale: &str) -> Way {
    let found = session.filtered(asked.locale, &asked.wanted.filter());
    let after = found.partition_point(|index| *index <= at);
    let before = found.partition_point(|index| *index < at);
    let queue = session.queue(asked.locale);
    let address = |index: &usize| request::address(locale, asked.wanted, &queue[*index]);
    Way {
        place: match before < after {
            true => format!("{} of {}", before + 1, found.len()),
            false => format!("not in the list of {}", found.len()),
        },
        queue: format!("/{}/queue?{}", encode(locale), asked.wanted.query()),
        previous: before.checked_sub(1).map(|index| address(&found[index])),
        next: found.get(after).map(address),
    }
}

/// How the entry of the same message is called in another locale.
fn same_elsewhere(entry: &Entry) -> String {
    let url = request::address("", &request::Wanted::default(), entry);
    url.trim_start_matches('/').to_owned()
}

fn english(entry: &Entry) -> Vec<Stretch> {
    match &entry.previous {
        Some(previous) => text::changes(previous, &entry.english),
        None => text::plain(&entry.english),
    }
}

/// Problems of a wording, also of one that cannot be read. Nothing was typed yet: there are none.
pub fn proofread(session: &mut Session<'_>, locale: usize, entry: &Entry, text: &str) -> Vec<Problem> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    match session.proofread(locale, &entry.key, &entry.id, text) {
        Ok(problems) => problems,
        Err(refusal) => vec![Problem::refusal(refusal.to_string())],
    }
}

fn draft(entry: &Entry) -> Option<Draft> {
    let draft = entry.draft.as_ref()?;
    Some(Draft {
        text: to_state(&draft.text).into_owned(),
        changes: text::changes(&entry.shown(), &draft.text),
        origin: draft.origin.clone(),
    })
}

fn term(entry: &glossary::Entry) -> Term {
    let is_kept = entry.do_not_translate;
    Term {
        term: entry.term.clone(),
        translation: entry.translation.clone().or_else(|| is_kept.then(|| entry.term.clone())),
        is_kept,
        notes: [&entry.part_of_speech, &entry.definition, &entry.note].into_iter().flatten().cloned().collect(),
        forbidden: entry.forbidden.clone(),
    }
}

/// What stays as it is in a translation, then what the terms are called, each once.
fn chips(session: &Session<'_>, locale: usize, entry: &Entry) -> Vec<Chip> {
    let mut texts = session.parts(locale, entry);
    for term in session.terms(locale, entry) {
        let text = term.translation.clone().or_else(|| term.do_not_translate.then(|| term.term.clone()));
        texts.extend(text.filter(|text| !texts.contains(text)));
    }
    texts.truncate(CHIPS);
    let chip = |(index, text): (usize, String)| Chip { text, key: Some(index + 1).filter(|key| *key < 10) };
    texts.into_iter().enumerate().map(chip).collect()
}

fn alike(entry: &Entry, similar: &Similar) -> Alike {
    Alike {
        percent: percent(similar.score),
        from: similar.from.clone(),
        changes: text::changes(&similar.english, &entry.english),
        translation: similar.translation.shown(),
        text: decision::editable(entry, Some(&similar.translation)),
    }
}

/// The same conditions as [`decision::apply`] has, so that no button leads to a refusal.
fn can(entry: &Entry) -> Can {
    let state = entry.state.as_ref().filter(|_| entry.status != Status::Missing);
    Can {
        approve: state.is_some(),
        reject: entry.draft.is_some()
            || entry.own.is_some()
            || state.is_some_and(|state| state.kind != TranslationType::Human),
        comment: entry.own.is_none() || entry.state.is_some(),
    }
}

/// What is known of the translation.
fn facts(entry: &Entry) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let file = match &entry.key {
        FileKey::Shared => "shared".to_owned(),
        FileKey::Document(name) => name.to_string(),
    };
    if let Some(state) = &entry.state {
        facts.push(("Origin", state.origin.to_string()));
        facts.push(("Type", format!("{} of {}", state.kind.name(), state.date)));
        facts.extend(state.reviewer.as_ref().map(|reviewer| ("Reviewer", reviewer.to_string())));
        facts.extend(state.since.map(|since| ("Stale since", since.to_string())));
    }
    facts.extend(entry.remark().map(|note| ("Note", note)));
    facts.push(("File", file));
    facts
}

/// Where the message stands: documents in order, each with its lines.
fn documents(session: &Session<'_>, entry: &Entry, locale: &str) -> Vec<Document> {
    let names = session.documents();
    let mut documents: Vec<Document> = Vec::new();
    let mut last = None;
    for place in &entry.places {
        let line = session.line(place.0, place.1).to_string();
        if last == Some(place.0) {
            let lines = &mut documents.last_mut().expect("the last document").lines;
            lines.push_str(", ");
            lines.push_str(&line);
            continue;
        }
        if documents.len() == DOCUMENTS {
            break;
        }
        last = Some(place.0);
        let name = names[place.0];
        let href = format!("/{}/document?name={}&unit={}#u{}", encode(locale), encode(name), place.1, place.1);
        documents.push(Document { name: name.to_owned(), href, lines: line });
    }
    documents
}

/// What stands before and after it in its first document.
fn context(session: &Session<'_>, locale: usize, entry: &Entry) -> Vec<Nearby> {
    const AROUND: usize = 2;
    let (document, unit) = entry.places[0];
    let units = session.page(locale, document);
    let Some(at) = units.iter().position(|other| other.unit == unit) else { return Vec::new() };
    let near = &units[at.saturating_sub(AROUND)..(at + AROUND + 1).min(units.len())];
    let nearby = |other: &PageUnit| Nearby {
        english: text::cut(&other.english, NEARBY),
        localized: text::cut(&other.localized, NEARBY),
        is_translated: other.is_translated,
        is_stale: other.is_stale,
        is_this: other.unit == unit,
    };
    near.iter().map(nearby).collect()
}
