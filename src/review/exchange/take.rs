//! Takes what came back into a file of the catalog, as the review takes a decision.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::state::{Alternative, Rare, State, TranslationType};
use handback_core::exchange::Incoming;
use handback_core::exchange::decide::Verdict;
use handback_core::text::date::Date;

use super::compare::Planned;
use crate::review::decision::{self, By, Decision, Refusal};
use crate::review::queue::Entry;

/// Does what was planned for a message.
pub fn take(
    file: &mut LocaleFile,
    entry: &Entry,
    planned: &Planned,
    who: &Reviewer,
    today: Date,
) -> Result<(), Refusal> {
    let by = By { reviewer: who, today };
    match planned.verdict {
        Verdict::Edit => {
            decision::apply(file, entry, &Decision::Edit(planned.wording.clone()), by)?;
            keep_waiting(file, entry);
        }
        Verdict::Approve => {
            let waiting = entry.state.as_ref().map(|state| state.alternatives.clone()).unwrap_or_default();
            decision::apply(file, entry, &Decision::Approve, by)?;
            if let Some(state) = file.state.messages.get_mut(&entry.id) {
                state.alternatives = waiting;
            }
        }
        Verdict::AcceptDraft => decision::apply(file, entry, &Decision::AcceptDraft, by)?,
        Verdict::ApproveStale => {
            let state = state_of(file, entry)?;
            (state.kind, state.reviewer, state.date) = (TranslationType::Human, Some(who.name().into()), today);
        }
        Verdict::Start => start(file, entry, planned, who, today),
        Verdict::Keep | Verdict::Conflict => {
            state_of(file, entry)?.alternatives.push(alternative(planned, who, today));
        }
        Verdict::Nothing | Verdict::Emptied | Verdict::Superseded => {}
    }
    Ok(())
}

/// Keeps what a translator noted with the translation, or with the text that waits for one, beside what was noted before; says
/// what it was. `None` if there is nothing to keep it with.
pub fn note(file: &mut LocaleFile, entry: &Entry, text: &Incoming, who: &Reviewer, today: Date) -> Option<String> {
    let note = text.note.clone()?;
    let on_wording = file.state.messages.get(&entry.id);
    if on_wording.is_none() && entry.own.is_some() {
        return None;
    }
    let on_text = || file.state.decided.get(&entry.id)?.note.clone();
    let before = on_wording.map_or_else(on_text, |state| state.note.clone());
    let all = match before {
        Some(before) if before.contains(&note) => before,
        Some(before) => format!("{before} / {note}"),
        None => note.clone(),
    };
    let by = By { reviewer: who, today };
    decision::apply(file, entry, &Decision::Comment(all), by).ok().map(|()| note)
}

fn state_of<'f>(file: &'f mut LocaleFile, entry: &Entry) -> Result<&'f mut State, Refusal> {
    let lost = || {
        Refusal::Impossible("nothing is known of the translation that it belongs beside: `handback sync` first".into())
    };
    file.state.messages.get_mut(&entry.id).ok_or_else(lost)
}

/// Wordings of other people that wait for a decision are not decided on by a translator who did not see them.
fn keep_waiting(file: &mut LocaleFile, entry: &Entry) {
    let pattern = file.pattern(&entry.id).cloned();
    let waiting = entry.state.iter().flat_map(|state| state.alternatives.iter().cloned());
    let others = waiting.filter(|other| Some(other.pattern()) != pattern).collect();
    if let Some(state) = file.state.messages.get_mut(&entry.id) {
        state.alternatives = others;
    }
}

/// The first translation of a text, of an English that is no longer there.
fn start(file: &mut LocaleFile, entry: &Entry, planned: &Planned, who: &Reviewer, today: Date) {
    let print = planned.pattern.fingerprint();
    let state = State::new(TranslationType::Human, "human", &planned.text.ticket.source, &print, today);
    let state = State { reviewer: Some(who.name().into()), since: Some(today), source_unproven: false, ..state };
    let state = state.with(Rare { previous: planned.english.clone(), ..Rare::default() });
    file.set_pattern(&entry.id, planned.pattern.clone(), state);
    file.state.missing.remove(&entry.id);
}

fn alternative(planned: &Planned, who: &Reviewer, today: Date) -> Alternative {
    Alternative {
        text: planned.pattern.as_str().to_owned(),
        fluent: matches!(planned.pattern, Pattern::Complex(_)),
        origin: "human".into(),
        source: planned.text.ticket.source.clone(),
        date: today,
        reviewer: Some(who.name().into()),
        english: planned.english.clone(),
    }
}
