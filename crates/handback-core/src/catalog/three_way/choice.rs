//! Which side's wording of a message stays.

use super::super::Id;
use super::super::escape::Pattern;
use super::super::locale::LocaleFile;
use super::super::state::{Alternative, State, TranslationType};
use super::{Wordings, united};
use crate::text::date::Date;

/// A side of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
}

/// A message in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its wording, and what stands below it in the entry.
    pub value: Option<(Pattern, String)>,
    pub state: Option<State>,
}

/// Which side a message is taken from, and the state that it gets.
#[derive(Debug)]
pub struct Choice {
    pub side: Side,
    pub state: Option<State>,
    /// Another person's wording waits.
    pub is_open: bool,
}

impl Message {
    pub fn of(file: &LocaleFile, id: &Id) -> Self {
        let value = file.resource.get(id).map(|entry| {
            let source = || Pattern::Complex(file.resource.entry_source(entry).to_owned());
            (entry.pattern.clone().unwrap_or_else(source), file.resource.attributes(entry).to_owned())
        });
        Self { value, state: file.state.messages.get(id).cloned() }
    }

    /// Whether a person answers for the wording: wrote or approved it, or it is not known that a machine did.
    fn is_persons(&self) -> bool {
        let Some((pattern, _)) = &self.value else { return false };
        let known = self.state.as_ref().filter(|state| pattern.is_wording(&state.target));
        known.is_none_or(|state| state.kind != TranslationType::Machine)
    }

    /// The wording with what its own state says, for a decision later.
    fn alternative(&self) -> Option<Alternative> {
        let (pattern, _) = self.value.as_ref()?;
        let state = self
            .state
            .clone()
            .unwrap_or_else(|| State::new(TranslationType::Human, "human", "", &pattern.fingerprint(), Date::UNKNOWN));
        Some(Alternative::new(pattern, &state))
    }
}

/// Decides on a message; `None` if a person's wording could not be kept.
pub fn choose(base: &Message, ours: &Message, theirs: &Message, wordings: Wordings) -> Option<Choice> {
    let side = match wordings {
        Wordings::Best => best(base, ours, theirs),
        Wordings::Ours => Side::Ours,
        Wordings::Theirs => Side::Theirs,
    };
    let (winner, loser) = match side {
        Side::Ours => (ours, theirs),
        Side::Theirs => (theirs, ours),
    };
    let mut state = match winner.value == loser.value {
        true => combined(base.state.as_ref(), winner.state.as_ref(), loser.state.as_ref()),
        false => winner.state.clone(),
    };
    let is_settled = loser == base || winner == loser || loser.value == winner.value;
    let was_persons_before = loser.value == base.value && base.is_persons();
    // git takes the resource in which somebody removed what the other side only approved: there is nothing to choose.
    let is_removed = wordings != Wordings::Best && winner.value.is_none() && loser.value == base.value;
    let is_open = !is_settled && loser.is_persons() && !was_persons_before && !is_removed;
    let of = |message: &Message| message.state.as_ref().map(|state| state.alternatives.clone()).unwrap_or_default();
    let mut alternatives = united(&of(base), &of(ours), &of(theirs));
    if is_open {
        let lost = loser.alternative()?;
        if !alternatives.iter().any(|other| other.text == lost.text) {
            alternatives.push(lost);
        }
        // There is no state that it could wait in.
        winner.value.as_ref()?;
        state.as_ref()?;
    }
    alternatives.retain(|other| winner.value.as_ref().is_none_or(|(pattern, _)| *pattern != other.pattern()));
    if let Some(state) = &mut state {
        state.alternatives = alternatives;
    }
    Some(Choice { side, state, is_open })
}

fn best(base: &Message, ours: &Message, theirs: &Message) -> Side {
    if ours == theirs || theirs == base {
        return Side::Ours;
    }
    if ours == base {
        return Side::Theirs;
    }
    if ours.value == theirs.value {
        return Side::Ours;
    }
    match (&ours.value, &theirs.value) {
        (None, _) => return Side::Theirs,
        (_, None) => return Side::Ours,
        _ => {}
    }
    let date = |message: &Message| message.state.as_ref().map(|state| state.date);
    match (ours.is_persons(), theirs.is_persons()) {
        (true, false) => Side::Ours,
        (false, true) => Side::Theirs,
        // Of a wording that stands and one that replaces it, the new one is what somebody wants.
        (true, true) if base.is_persons() && ours.value == base.value => Side::Theirs,
        (true, true) => Side::Ours,
        (false, false) if ours.value == base.value => Side::Theirs,
        (false, false) if theirs.value == base.value => Side::Ours,
        (false, false) if date(theirs) > date(ours) => Side::Theirs,
        (false, false) => Side::Ours,
    }
}

/// One state of two for the same wording.
fn combined(base: Option<&State>, winner: Option<&State>, loser: Option<&State>) -> Option<State> {
    let (one, two) = match (winner, loser) {
        (Some(one), Some(two)) if one == two => return Some(one.clone()),
        (Some(one), Some(two)) => (one, two),
        (one, two) => return one.or(two).cloned(),
    };
    if base == Some(one) {
        return Some(two.clone());
    }
    if base == Some(two) {
        return Some(one.clone());
    }
    let rank = |state: &State| (state.kind != TranslationType::Machine, state.date);
    let (strong, weak) = if rank(two) > rank(one) { (two, one) } else { (one, two) };
    let mut state = strong.clone();
    state.obsolete = one.obsolete && two.obsolete;
    if !state.obsolete && strong.obsolete {
        (state.since, state.previous) = (weak.since, weak.previous.clone());
    }
    state.note = notes(base.and_then(|base| base.note.as_ref()), strong.note.as_ref(), weak.note.as_ref());
    if state.reviewer.is_none() && state.kind == weak.kind {
        state.reviewer.clone_from(&weak.reviewer);
    }
    if state.source == weak.source && state.draft.is_none() {
        state.draft.clone_from(&weak.draft);
    }
    Some(state)
}

/// What people noted on both sides.
fn notes(base: Option<&String>, one: Option<&String>, two: Option<&String>) -> Option<String> {
    match (one, two) {
        _ if one == two || two == base => one.cloned(),
        _ if one == base => two.cloned(),
        (Some(one), Some(two)) => Some(format!("{one} / {two}")),
        (one, two) => one.or(two).cloned(),
    }
}
