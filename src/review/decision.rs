//! What a person may say of an entry.

use handback_core::catalog::escape::{self, Pattern};
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::notation;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::state::{Decided, Edited, Rare, Rejected, State, TranslationType};
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;

use super::queue::{Entry, Status};
use crate::snapshot::own::Kind;

/// A decision about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The translation is right; if it was stale, for today's English too.
    Approve,
    /// It is to read so: text as people see it, or Fluent where it has selectors.
    Edit(String),
    /// The draft, or another person's wording that waits beside it, takes the place of the translation.
    AcceptDraft,
    /// The translation is not to be used. The text is remembered, so that no machine offers it again. What a document has of
    /// its own is no longer published, and kept.
    Reject,
    /// A note on the translation, or a question about a text that has none; an empty one takes it away.
    Comment(String),
}

impl Decision {
    /// What was done, in a word, for who may take it back.
    pub fn done(&self) -> &'static str {
        match self {
            Self::Approve => "Approved",
            Self::Edit(_) => "Saved",
            Self::AcceptDraft => "Draft accepted",
            Self::Reject => "Rejected",
            Self::Comment(_) => "Noted",
        }
    }
}

/// Who decides, and when. No decision is taken without a name.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    pub reviewer: &'a Reviewer,
    pub today: Date,
}

/// Why a decision was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the message changed meanwhile: look at it again")]
    Changed,
    #[error("{0}")]
    Impossible(String),
    /// Problems of the wording.
    #[error("{0}")]
    Broken(String),
    /// The project's files.
    #[error("{0}")]
    Files(String),
}

/// Takes a decision into a file of the catalog. The wording of an edit was proofread before.
pub fn apply(file: &mut LocaleFile, entry: &Entry, decision: &Decision, by: By<'_>) -> Result<(), Refusal> {
    match decision {
        Decision::Approve => approve(file, entry, by),
        Decision::Edit(text) => {
            edit(file, entry, text, by)?;
            answer(file, entry);
            Ok(())
        }
        Decision::AcceptDraft => {
            let draft = entry.draft.as_ref().ok_or_else(|| impossible("there is no draft for today's English"))?;
            let state = human(entry, &draft.source, &fingerprint(&draft.text), &draft.origin, by);
            let Some(other) = entry.alternative() else {
                file.set_text(&entry.id, &draft.text, state);
                answer(file, entry);
                return Ok(());
            };
            let later = entry.state.iter().flat_map(|state| state.alternatives.iter().skip(1).cloned());
            let mut state = state;
            state.alternatives = later.collect();
            // It was made from an earlier English, and is stale.
            if let Some(english) = other.english.as_ref().filter(|_| other.source != entry.source) {
                (state.previous, state.since) = (Some(english.clone()), Some(by.today));
            }
            match other.pattern() {
                Pattern::Text(text) => file.set_text(&entry.id, &text, state),
                pattern => {
                    let content = format!("\n    {}", pattern.as_str().replace('\n', "\n    "));
                    file.set_value(&entry.id, pattern, content, state);
                }
            }
            Ok(())
        }
        Decision::Reject => {
            let noted = noted(file, entry, by);
            reject(file, entry, by)?;
            sign(file, entry, by);
            // What somebody noted on a wording that goes is kept with the text.
            if let Some(decided) = file.state.decided.get_mut(&entry.id)
                && !file.state.messages.contains_key(&entry.id)
            {
                decided.note = noted;
            }
            Ok(())
        }
        Decision::Comment(note) => {
            comment(file, entry, note, by);
            Ok(())
        }
    }
}

/// Keeps a note with the translation; where there is none, with the text that waits for one.
fn comment(file: &mut LocaleFile, entry: &Entry, note: &str, by: By<'_>) {
    let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
    let note = (!note.is_empty()).then_some(note);
    let is_empty = note.is_none();
    let waiting = match file.state.messages.get_mut(&entry.id) {
        Some(state) => {
            state.note = note;
            None
        }
        None => note,
    };
    if is_empty && !file.state.rejected.contains_key(&entry.id) {
        // Nothing is left to answer for.
        file.state.decided.remove(&entry.id);
    } else {
        sign(file, entry, by);
        if let Some(decided) = file.state.decided.get_mut(&entry.id) {
            decided.note = waiting;
        }
    }
}

/// What is noted on a message, with the name of who noted it where another person signs now.
fn noted(file: &LocaleFile, entry: &Entry, by: By<'_>) -> Option<String> {
    let decided = file.state.decided.get(&entry.id);
    let on_wording = file.state.messages.get(&entry.id).and_then(|state| state.note.clone());
    let note = on_wording.or_else(|| decided?.note.clone())?;
    let other = decided.map(|decided| decided.reviewer.as_str()).filter(|name| *name != by.reviewer.name());
    Some(match other {
        Some(name) => format!("{name}: {note}"),
        None => note,
    })
}

/// What was asked of a text without a translation goes to the translation that it has now.
fn answer(file: &mut LocaleFile, entry: &Entry) {
    let asked = file.state.decided.get_mut(&entry.id).and_then(|decided| decided.note.take());
    let (Some(asked), Some(state)) = (asked, file.state.messages.get_mut(&entry.id)) else { return };
    state.note.get_or_insert(asked);
}

/// Notes who decided what the translation itself does not tell.
fn sign(file: &mut LocaleFile, entry: &Entry, by: By<'_>) {
    let note = file.state.decided.get(&entry.id).and_then(|decided| decided.note.clone());
    let decided = Decided { date: by.today, reviewer: by.reviewer.to_string(), note };
    file.state.decided.insert(entry.id.clone(), decided);
}

fn impossible(message: &str) -> Refusal {
    Refusal::Impossible(message.to_owned())
}

fn approve(file: &mut LocaleFile, entry: &Entry, by: By<'_>) -> Result<(), Refusal> {
    let state = file.state.messages.get_mut(&entry.id).filter(|_| entry.status != Status::Missing);
    let state = state.ok_or_else(|| impossible("there is no translation to approve"))?;
    state.made_from(&entry.source);
    // Of code the state alone has the English.
    if entry.own == Some(Kind::Block) {
        state.previous = Some(entry.english.clone());
    }
    state.kind = TranslationType::Human;
    state.reviewer = Some(by.reviewer.name().into());
    state.date = by.today;
    state.source_unproven = false;
    if state.similar.is_some() || !state.alternatives.is_empty() {
        state.similar = None;
        state.alternatives.clear();
    }
    answer(file, entry);
    Ok(())
}

/// The state of a wording with a fingerprint that a person decided on, for the English with this fingerprint.
fn human(entry: &Entry, source: &str, target: &str, origin: &str, by: By<'_>) -> State {
    let note = entry.state.as_ref().and_then(|state| state.note.clone());
    let state = State::new(TranslationType::Human, origin, source, target, by.today);
    let state = State { reviewer: Some(by.reviewer.name().into()), ..state };
    let mut state = state.with(Rare { note, ..Rare::default() });
    if let (Some(old), Some(text)) = (&entry.state, &entry.translation) {
        state.keep_replaced(old, text.as_str());
    }
    if let (Some(own), Some(old)) = (entry.own, &entry.state) {
        state.stand_as(old);
        state.previous = match own {
            Kind::Block if source == entry.source => Some(entry.english.clone()),
            Kind::Block if source == old.source => old.previous.clone(),
            _ => None,
        };
    }
    state
}

fn edit(file: &mut LocaleFile, entry: &Entry, text: &str, by: By<'_>) -> Result<(), Refusal> {
    match wording(entry, text)? {
        Wording::Text(text) => {
            let state = of_edit(entry, &fingerprint(&text), &text, by);
            file.set_text(&entry.id, &text, state);
        }
        Wording::Fluent(pattern, content) => {
            let state = of_edit(entry, &pattern.fingerprint(), pattern.as_str(), by);
            file.set_value(&entry.id, pattern, content, state);
        }
    }
    file.state.missing.remove(&entry.id);
    Ok(())
}

/// The state of a wording that a person wrote in the review.
fn of_edit(entry: &Entry, target: &str, text: &str, by: By<'_>) -> State {
    let mut state = human(entry, &entry.source, target, "human", by);
    if let Some(edited) = edited(entry, text) {
        state.edited = Some(edited);
    }
    state
}

/// How far a person changed what a machine had drafted: the draft beside a stale translation, else the translation. Of what was
/// edited before, it stays what it was.
fn edited(entry: &Entry, text: &str) -> Option<Box<Edited>> {
    let old = entry.state.as_ref()?;
    if let Some(draft) = entry.draft.as_ref().filter(|_| !entry.is_open()) {
        return Edited::of(&draft.origin, &draft.text, text).map(Box::new);
    }
    match (entry.status, &entry.translation) {
        (Status::Machine | Status::Human, Some(draft)) if old.edited.is_none() && old.is_drafted() => {
            Edited::of(&old.origin, draft.as_str(), text).map(Box::new)
        }
        (Status::Human, _) => old.edited.clone(),
        _ => None,
    }
}

/// What somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wording {
    Text(String),
    /// A pattern with selectors or terms, and its source behind `id =`.
    Fluent(Pattern, String),
}

/// Reads what somebody typed: text as people see it, with `{ $app }` for placeables; or Fluent, if it has
/// selectors or the translation had.
pub fn wording(entry: &Entry, text: &str) -> Result<Wording, Refusal> {
    let text = text.replace("\r\n", "\n");
    if entry.own.is_some() && !entry.is_fluent() {
        // What a line begins with may make code of it.
        return Ok(Wording::Text(notation::from_state(text.trim_end().trim_start_matches('\n')).into_owned()));
    }
    let text = text.trim_matches(['\n', ' ', '\t']);
    if !(entry.is_fluent() || has_selector(text)) {
        return Ok(Wording::Text(notation::from_state(text).into_owned()));
    }
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
    let content = format!("\n{}", lines.join("\n"));
    let resource = Resource::parse(format!("{} ={content}\n", entry.id)).map_err(|p| Refusal::Broken(p.message))?;
    if let Some(problem) = resource.problems.first() {
        return Err(Refusal::Broken(problem.message.clone()));
    }
    match resource.entries() {
        [one] => match &one.pattern {
            Some(Pattern::Text(text)) => Ok(Wording::Text(text.clone())),
            Some(pattern) => Ok(Wording::Fluent(pattern.clone(), content)),
            None => Err(Refusal::Broken("the translation is empty".into())),
        },
        _ => Err(Refusal::Broken("expected one Fluent pattern".into())),
    }
}

/// Whether a text holds the head of a selector, such as `{ $kind ->` or `{ NUMBER($users) ->`, with a default below
/// it. Arrows, stars and braces alone are text.
fn has_selector(text: &str) -> bool {
    let is_head = |at: usize| {
        let before = &text[..at];
        let inside = before.rfind('{').map(|open| before[open + 1..].trim());
        inside.is_some_and(|head| head.starts_with('$') || head.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    text.contains("*[") && text.match_indices("->").any(|(at, _)| is_head(at))
}

/// What somebody gets to edit; [`wording`] reads it back.
pub fn editable(entry: &Entry, text: Option<&Pattern>) -> String {
    match text {
        None => String::new(),
        Some(Pattern::Text(text)) if !entry.is_fluent() => notation::to_state(text).into_owned(),
        Some(Pattern::Text(text)) => typed(&escape::encode(text)),
        Some(Pattern::Complex(source)) => typed(source),
    }
}

/// Fluent as somebody types it: its lines begin where the first does.
pub fn typed(source: &str) -> String {
    source.trim().replace("\n    ", "\n")
}

fn reject(file: &mut LocaleFile, entry: &Entry, by: By<'_>) -> Result<(), Refusal> {
    if let Some(state) = file.state.messages.get_mut(&entry.id).filter(|_| entry.is_open()) {
        // A person's wording: it is decided against, and may be offered again.
        state.alternatives.remove(0);
        return Ok(());
    }
    if entry.own.is_some() {
        let state = file.state.messages.get_mut(&entry.id).ok_or_else(|| impossible("it is gone"))?;
        (state.obsolete, state.dropped, state.since) = (true, true, None);
        return Ok(());
    }
    // Of a person's translation only the machine's draft beside it can be rejected.
    let wording = match (&entry.draft, entry.status, &entry.state) {
        (Some(draft), ..) => Rejected::of(&Pattern::Text(draft.text.clone())),
        (None, Status::Missing, _) | (None, _, None) => return Err(impossible("there is no translation to reject")),
        (None, _, Some(state)) if state.kind == TranslationType::Human => {
            return Err(impossible("a person wrote this translation: edit it instead"));
        }
        (None, _, Some(state)) => {
            let known = entry.translation.as_ref().map(Rejected::of).filter(|known| known.target == state.target);
            known.unwrap_or_else(|| Rejected { target: state.target.clone(), text: None })
        }
    };
    let rejected = file.state.rejected.entry(entry.id.clone()).or_default();
    rejected.retain(|known| known.target != wording.target);
    rejected.push(wording);
    if entry.draft.is_some() {
        if let Some(state) = file.state.messages.get_mut(&entry.id) {
            state.draft = None;
        }
        return Ok(());
    }
    let _ = file.take(&entry.id);
    file.state.messages.swap_remove(&entry.id);
    file.state.missing.insert(entry.id.clone(), by.today);
    Ok(())
}
