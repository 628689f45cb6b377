//! What becomes of the texts that came back to a locale. Nothing is changed here.

use std::collections::BTreeMap;

use handback_core::catalog::escape::{self, Pattern};
use handback_core::catalog::leaves::Leaves;
use handback_core::catalog::notation;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::state::{Carried, State};
use handback_core::exchange::Incoming;
use handback_core::exchange::decide::{Back, Now, Translation, Verdict, decide};
use handback_core::exchange::unicode::{has_lost_characters, is_rewritten};
use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use rustc_hash::FxHashMap;

use crate::review::decision::{self, Wording};
use crate::review::queue::{Entry, Status};
use crate::review::session::Session;

/// Says who translated a text.
pub type Who<'w> = &'w dyn Fn(&Incoming) -> Option<Reviewer>;

/// What is to be done about a message.
#[derive(Debug, Clone)]
pub struct Planned {
    pub verdict: Verdict,
    /// The wording as it is to be, as a person would type it in the review, and as a pattern.
    pub wording: String,
    pub pattern: Pattern,
    /// The text that it came with; of several variants the first that counts.
    pub text: Incoming,
    /// The English that it was made from, where the file has it unharmed.
    pub english: Option<String>,
}

/// Why a text is not taken.
#[derive(Debug, Clone)]
pub struct NotTaken {
    pub text: Incoming,
    pub why: String,
}

/// What becomes of the texts of one message.
#[derive(Debug, Default)]
pub struct Outcome {
    pub planned: Option<Planned>,
    pub refused: Vec<NotTaken>,
    /// What is worth a word.
    pub remarks: Vec<(u32, String)>,
    /// Where a translation was taken out. Some tools do so with all that is not approved, so these are counted.
    pub emptied: Vec<u32>,
}

/// Texts by message, and by the document that has a wording of its own.
type Groups = BTreeMap<(String, Option<String>), Vec<Incoming>>;

/// The texts of a locale by message and variant. Of a text that came back twice, one is left, unless two people worded it.
pub fn grouped(texts: Vec<Incoming>) -> (Groups, Vec<NotTaken>) {
    let mut groups = Groups::new();
    let mut twice: Vec<NotTaken> = Vec::new();
    let changed = |text: &Incoming| !text.ticket.is_unchanged(text.target.as_deref());
    for text in texts {
        let key = (text.ticket.id.to_string(), text.ticket.document.as_ref().map(ToString::to_string));
        let group = groups.entry(key).or_default();
        let Some(other) = group.iter_mut().find(|other| other.ticket.variant == text.ticket.variant) else {
            group.push(text);
            continue;
        };
        if changed(&text) && changed(other) && text.target != other.target {
            let why = not_alike(&text, other);
            twice.push(NotTaken { text, why });
        } else if changed(&text) && !changed(other) || text.approved && !other.approved && !changed(other) {
            *other = text;
        }
    }
    // Neither of two is taken.
    for not_taken in twice.clone() {
        let ticket = &not_taken.text.ticket;
        let key = (ticket.id.to_string(), ticket.document.as_ref().map(ToString::to_string));
        let Some(group) = groups.get_mut(&key) else { continue };
        if let Some(at) = group.iter().position(|other| other.ticket.variant == ticket.variant) {
            let text = group.remove(at);
            let why = not_alike(&text, &not_taken.text);
            twice.push(NotTaken { text, why });
        }
    }
    groups.retain(|_, texts| !texts.is_empty());
    (groups, twice)
}

fn not_alike(text: &Incoming, other: &Incoming) -> String {
    let place = match text.file == other.file {
        true => format!("see line {}", other.line),
        false => format!("see line {} of the other file", other.line),
    };
    format!("the text came back twice, and not alike: {place}; leave one")
}

/// The entries of a queue by their messages.
pub struct Entries<'e>(FxHashMap<&'e str, Vec<&'e Entry>>);

impl<'e> Entries<'e> {
    pub fn of(queue: &'e [Entry]) -> Self {
        let mut by_id: FxHashMap<&str, Vec<&Entry>> = FxHashMap::default();
        for entry in queue.iter().filter(|entry| entry.own.is_none()) {
            by_id.entry(&*entry.id).or_default().push(entry);
        }
        Self(by_id)
    }

    /// The entry that texts belong to: the wording of one document if the ticket names it, else the shared one.
    pub fn get(&self, id: &str, document: Option<&str>) -> Option<&'e Entry> {
        let is_meant = |entry: &&&Entry| {
            let own = entry.key.document().filter(|_| entry.is_override);
            own.map(|name| &**name) == document
        };
        self.0.get(id)?.iter().find(is_meant).copied()
    }
}

/// Whether a text brings a note that is not kept yet.
pub fn is_note_news(entry: &Entry, text: &Incoming) -> bool {
    let known = entry.note.as_deref();
    text.note.as_deref().is_some_and(|note| known.is_none_or(|known| !known.contains(note)))
}

/// The line of the first text that is work which the project does not have.
pub fn first_open(session: &mut Session<'_>, texts: &[Incoming]) -> Option<u32> {
    let locales: Vec<String> = session.locales().into_iter().map(str::to_owned).collect();
    for (locale, name) in locales.iter().enumerate() {
        let of_locale = texts.iter().filter(|text| text.ticket.locale == *name);
        let (groups, twice) = grouped(of_locale.cloned().collect());
        if let Some(text) = twice.first() {
            return Some(text.text.line);
        }
        let entries = Entries::of(session.queue(locale));
        for ((id, document), texts) in groups {
            let entry = entries.get(&id, document.as_deref());
            let is_changed =
                |text: &&Incoming| !text.ticket.is_unchanged(text.target.as_deref()) && text.target.is_some();
            let open = match entry {
                None => texts.iter().find(is_changed).map(|text| text.line),
                Some(entry) => {
                    let outcome = of_message(entry, &texts, &|_| None);
                    let planned = outcome.planned.map(|planned| planned.text.line);
                    let can_note = entry.state.is_some();
                    let noted = texts.iter().find(|text| can_note && is_note_news(entry, text)).map(|text| text.line);
                    planned.or(outcome.refused.first().map(|refused| refused.text.line)).or(noted)
                }
            };
            if open.is_some() {
                return open;
            }
        }
    }
    None
}

/// What becomes of the texts of a message; `who` says who translated a text.
pub fn of_message(entry: &Entry, texts: &[Incoming], who: Who<'_>) -> Outcome {
    match &entry.translation {
        Some(Pattern::Complex(source)) if texts.iter().any(|text| text.ticket.variant.is_some()) => {
            of_variants(entry, source, texts, who)
        }
        _ => of_text(entry, texts, who),
    }
}

/// Why a text is not taken in which a tool wrote `?` for what it could not.
const LOST: &str = "characters were lost: `?` is in their place; have the tool save the file as UTF-8";

fn of_text(entry: &Entry, texts: &[Incoming], who: Who<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for text in texts {
        if text.ticket.variant.is_some() {
            if !text.ticket.is_unchanged(text.target.as_deref()) && text.target.is_some() {
                outcome.refuse(text, "the translation has no variants any more: translate the whole text");
            }
            continue;
        }
        let current = entry.translation.as_ref().and_then(|pattern| match pattern {
            Pattern::Text(text) => Some(notation::to_state(text).into_owned()),
            Pattern::Complex(_) => None,
        });
        let print = current.as_deref().map(fingerprint).or(entry.translation.as_ref().map(Pattern::fingerprint));
        let target = unwrapped(text, current.as_deref());
        let verdict = decide(&back(text, target.as_deref()), &now(entry, print, who(text)));
        let Some(target) = target.filter(|_| !verdict.is_idle()) else {
            outcome.note(text, verdict);
            continue;
        };
        if has_lost_characters(current.as_deref(), &entry.english, &target) {
            outcome.refuse(text, LOST);
            continue;
        }
        // What was Fluent is typed as Fluent.
        let wording = match entry.is_fluent() {
            true => decision::typed(&escape::encode(&notation::from_state(target.trim_matches(['\n', ' ', '\t'])))),
            false => target,
        };
        let pattern = match decision::wording(entry, &wording) {
            Ok(Wording::Text(text)) => Pattern::Text(text),
            Ok(Wording::Fluent(pattern, _)) => pattern,
            Err(refusal) => {
                outcome.refuse(text, &refusal.to_string());
                continue;
            }
        };
        outcome.plan(entry, text, verdict, (wording, pattern));
    }
    outcome
}

/// A wording with selectors changes as a whole.
fn of_variants(entry: &Entry, source: &str, texts: &[Incoming], who: Who<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let Some(leaves) = Leaves::of(source) else { return outcome };
    let mut changes: Vec<(usize, String)> = Vec::new();
    let mut verdicts: Vec<(Verdict, &Incoming)> = Vec::new();
    for text in texts {
        let keys = text.ticket.variant.as_deref();
        let at = leaves.texts.iter().position(|leaf| Some(leaf.keys.as_str()) == keys);
        let Some(at) = at else {
            if !text.ticket.is_unchanged(text.target.as_deref()) && text.target.is_some() {
                let keys = keys.unwrap_or_default();
                outcome.refuse(text, &format!("the translation has no variant `{keys}` any more"));
            }
            continue;
        };
        let current = leaves.shown(&notation::to_state(&leaves.texts[at].text));
        let target = unwrapped(text, Some(&current));
        let verdict = decide(&back(text, target.as_deref()), &now(entry, Some(fingerprint(&current)), who(text)));
        match verdict {
            Verdict::Edit | Verdict::Keep | Verdict::Conflict
                if target
                    .as_deref()
                    .is_some_and(|target| has_lost_characters(Some(&current), &entry.english, target)) =>
            {
                outcome.refuse(text, LOST);
            }
            Verdict::Edit | Verdict::Keep | Verdict::Conflict => {
                changes.extend(target.map(|target| (at, leaves.read(target.trim_matches(['\n', ' ', '\t'])))));
                verdicts.push((verdict, text));
            }
            Verdict::Approve | Verdict::ApproveStale => verdicts.push((verdict, text)),
            _ => outcome.note(text, verdict),
        }
    }
    let worded = verdicts.iter().filter(|(verdict, _)| !matches!(verdict, Verdict::Approve | Verdict::ApproveStale));
    // What waits for a person outweighs what could be taken at once.
    let worst = worded.min_by_key(|(verdict, _)| *verdict == Verdict::Edit);
    let Some((verdict, text)) = worst.or(verdicts.first()).copied() else { return outcome };
    if changes.is_empty() {
        if verdicts.len() < leaves.texts.len() {
            outcome
                .remarks
                .push((text.line, format!("`{}` is approved in some of its variants only: nothing changed", entry.id)));
            return outcome;
        }
        let pattern = Pattern::Complex(source.to_owned());
        outcome.plan(entry, text, verdict, (source.to_owned(), pattern));
        return outcome;
    }
    match leaves.with(&changes) {
        Some((pattern, _)) => outcome.plan(entry, text, verdict, (decision::typed(pattern.as_str()), pattern)),
        None => outcome.refuse(text, "the variants cannot be written as Fluent"),
    }
    outcome
}

/// What stands in the place of the translation; where a tool only wrapped it or wrote its characters in another form, as it was.
fn unwrapped(text: &Incoming, current: Option<&str>) -> Option<String> {
    let target = text.target.clone()?;
    let exported = current.filter(|current| text.ticket.is_unchanged(Some(current)));
    match exported.filter(|exported| is_rewritten(exported, &target)) {
        Some(exported) => Some(exported.to_owned()),
        None => Some(target),
    }
}

fn back<'t>(text: &'t Incoming, target: Option<&str>) -> Back<'t> {
    // A fingerprint outlives the text that it is of.
    let wording = target.map(fingerprint);
    let changed = wording != text.ticket.target;
    Back {
        source: &text.ticket.source,
        exported: text.ticket.target.as_deref(),
        wording,
        changed,
        approved: text.approved,
    }
}

fn now(entry: &Entry, translation: Option<Fingerprint>, who: Option<Reviewer>) -> Now {
    let print = |text: &str| fingerprint(&notation::to_state(text));
    let state = entry.state.as_ref();
    let replaced = state.into_iter().flat_map(|state| state.replaced.iter().map(|old| print(&old.text)));
    let waiting = state.into_iter().flat_map(|state| state.alternatives.iter().map(|other| print(&other.text)));
    let is_there = entry.status != Status::Missing;
    Now {
        english: entry.source.clone(),
        translation: translation.zip(state).filter(|_| is_there).map(|(wording, state)| Translation {
            wording,
            source: state.source.clone(),
            carried_from: carried_from(state),
            kind: state.kind,
            awaits_approval: state.awaits_approval(),
            is_theirs: who.is_some_and(|who| state.reviewer.as_deref() == Some(who.name())),
        }),
        draft: entry.draft.as_ref().filter(|_| !entry.is_open()).map(|draft| print(&draft.text)),
        known: replaced.chain(waiting).collect(),
    }
}

/// The English of which the translation outlived a change of looks.
fn carried_from(state: &State) -> Option<Fingerprint> {
    let previous = state.previous.as_deref().filter(|_| state.carried == Some(Carried::Cosmetic));
    previous.map(fingerprint)
}

/// The English as the file has it, if it is what went out.
enum English {
    Whole(String),
    Changed,
    Absent,
}

impl English {
    fn of(entry: &Entry, text: &Incoming) -> Self {
        let Some(english) = &text.english else { return Self::Absent };
        let read = notation::from_state(english);
        if fingerprint(&read) == text.ticket.source {
            return Self::Whole(read.into_owned());
        }
        let today = notation::to_state(&entry.english);
        match entry.source == text.ticket.source && is_rewritten(&today, english) {
            true => Self::Whole(entry.english.clone()),
            false => Self::Changed,
        }
    }
}

impl Outcome {
    fn refuse(&mut self, text: &Incoming, why: &str) {
        self.refused.push(NotTaken { text: text.clone(), why: why.to_owned() });
    }

    /// Says what a verdict means that changes nothing.
    fn note(&mut self, text: &Incoming, verdict: Verdict) {
        let said = match verdict {
            Verdict::Emptied => return self.emptied.push(text.line),
            Verdict::Superseded => {
                let name = text.ticket.name();
                format!("`{name}` has another translation by now: the approval is of the one before")
            }
            _ => return,
        };
        self.remarks.push((text.line, said));
    }

    fn plan(&mut self, entry: &Entry, text: &Incoming, verdict: Verdict, (wording, pattern): (String, Pattern)) {
        if verdict.is_idle() {
            return self.note(text, verdict);
        }
        let is_known = |other: &handback_core::catalog::state::Alternative| other.pattern() == pattern;
        let waits = entry.state.iter().flat_map(|state| &state.alternatives).any(is_known);
        if waits && matches!(verdict, Verdict::Keep | Verdict::Conflict) {
            return;
        }
        let english = match English::of(entry, text) {
            English::Whole(english) => Some(english),
            English::Absent => (entry.source == text.ticket.source).then(|| entry.english.clone()),
            English::Changed if matches!(verdict, Verdict::Approve | Verdict::ApproveStale | Verdict::AcceptDraft) => {
                None
            }
            English::Changed => {
                let why = "the English beside it is not what was exported: a spreadsheet may have “corrected” both \
                           (numbers, dates), or a tool lost codes; put it right, with the English as it is here";
                return self.refuse(text, why);
            }
        };
        self.planned = Some(Planned { verdict, wording, pattern, text: text.clone(), english });
    }
}
