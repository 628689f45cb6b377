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

/// Decides on a message; `None` if a person's wording could not be kept. `is_one_wording`: the sides differ only in which values
/// they have lifted out, so that nobody has to decide.
pub fn choose(
    base: &Message,
    ours: &Message,
    theirs: &Message,
    (wordings, is_one_wording): (Wordings, bool),
) -> Option<Choice> {
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
    let was_persons_before = loser.value == base.value && base.is_persons();
    // git takes the resource in which somebody removed what the other side only approved: there is nothing to choose.
    let is_removed = wordings != Wordings::Best && winner.value.is_none() && loser.value == base.value;
    let is_open =
        loser.value != winner.value && loser.is_persons() && !was_persons_before && !is_removed && !is_one_wording;
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
    let of = |message: &Message| message.state.as_ref().map(|state| state.replaced.clone()).unwrap_or_default();
    let mut replaced = united(&of(base), &of(ours), &of(theirs));
    replaced.retain(|old| winner.value.as_ref().is_none_or(|(pattern, _)| pattern.as_str() != old.text));
    if let Some(state) = &mut state {
        (state.alternatives, state.replaced) = (alternatives, replaced);
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
    state.dropped = one.dropped && two.dropped;
    if !state.obsolete && strong.obsolete {
        (state.since, state.previous) = (weak.since, weak.previous.clone());
    }
    state.note = notes(base.and_then(|base| base.note.as_ref()), strong.note.as_ref(), weak.note.as_ref());
    if state.reviewer.is_none() && state.kind == weak.kind {
        state.reviewer.clone_from(&weak.reviewer);
    }
    let new = weak.dismissed.iter().filter(|one| !strong.dismissed.contains(one));
    state.dismissed.extend(new.cloned());
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

#[cfg(test)]
mod tests {
    use super::super::super::state::Draft;
    use super::*;

    const MACHINE: TranslationType = TranslationType::Machine;
    const HUMAN: TranslationType = TranslationType::Human;
    const NOTHING: Message = Message { value: None, state: None };

    fn message(kind: TranslationType, text: &str, date: Date) -> Message {
        let pattern = Pattern::Text(text.into());
        let state = State::new(kind, "x", "source", &pattern.fingerprint(), date);
        Message { value: Some((pattern, String::new())), state: Some(state) }
    }

    fn changed(message: &Message, change: impl Fn(&mut State)) -> Message {
        let mut message = message.clone();
        change(message.state.as_mut().unwrap());
        message
    }

    #[test]
    fn an_edit_beats_a_removal() {
        for kind in [MACHINE, HUMAN] {
            let base = message(kind, "eins", Date::constant(2026, 1, 1));
            for edit in
                [message(kind, "zwei", Date::constant(2026, 1, 2)), changed(&base, |state| state.obsolete = true)]
            {
                assert_eq!(best(&base, &edit, &NOTHING), Side::Ours);
                assert_eq!(best(&base, &NOTHING, &edit), Side::Theirs);
            }
        }
    }

    #[test]
    fn of_two_people_ours_stays_unless_theirs_replaced_what_stands() {
        let base = message(HUMAN, "eins", Date::constant(2026, 1, 1));
        let (ours, theirs) =
            (message(HUMAN, "zwei", Date::constant(2026, 1, 2)), message(HUMAN, "drei", Date::constant(2026, 1, 3)));
        assert_eq!(best(&base, &ours, &theirs), Side::Ours);
        assert_eq!(best(&message(MACHINE, "eins", Date::constant(2026, 1, 1)), &ours, &theirs), Side::Ours);
        let noted = changed(&base, |state| state.note = Some("x".into()));
        assert_eq!(best(&base, &noted, &theirs), Side::Theirs);
        // Approved here, worded again there: two people who disagree.
        let machine = message(MACHINE, "eins", Date::constant(2026, 1, 1));
        assert_eq!(best(&machine, &base, &theirs), Side::Ours);
    }

    #[test]
    fn of_two_drafts_the_changed_one_stays_else_the_newer() {
        let base = message(MACHINE, "eins", Date::constant(2026, 1, 5));
        let stale = changed(&base, |state| state.since = Some(Date::constant(2026, 1, 6)));
        let draft = message(MACHINE, "zwei", Date::constant(2026, 1, 2));
        assert_eq!(best(&base, &stale, &draft), Side::Theirs);
        assert_eq!(best(&base, &draft, &stale), Side::Ours);
        let (same, newer) = (
            message(MACHINE, "drei", Date::constant(2026, 1, 2)),
            message(MACHINE, "drei", Date::constant(2026, 1, 3)),
        );
        assert_eq!(best(&base, &draft, &newer), Side::Theirs);
        assert_eq!((best(&base, &draft, &same), best(&base, &newer, &draft)), (Side::Ours, Side::Ours));
    }

    #[test]
    fn a_wording_waits_once_beside_those_that_wait_already() {
        let base = message(MACHINE, "eins", Date::constant(2026, 1, 1));
        let waiting = |text: &str| message(HUMAN, text, Date::constant(2026, 1, 2)).alternative().unwrap();
        for (already, all) in [("vier", vec!["vier", "drei"]), ("drei", vec!["drei"]), ("zwei", vec!["drei"])] {
            let ours = message(HUMAN, "zwei", Date::constant(2026, 1, 2));
            let ours = changed(&ours, |state| state.alternatives.push(waiting(already)));
            let choice =
                choose(&base, &ours, &message(HUMAN, "drei", Date::constant(2026, 1, 2)), (Wordings::Best, false))
                    .unwrap();
            let texts: Vec<String> =
                choice.state.unwrap().alternatives.iter().map(|other| other.text.clone()).collect();
            assert!(choice.is_open && texts == all, "{texts:?}");
        }
    }

    #[test]
    fn where_git_took_a_side_the_other_persons_wording_waits() {
        let base = message(HUMAN, "eins", Date::constant(2026, 1, 1));
        let [ours, theirs] = ["zwei", "drei"].map(|text| message(HUMAN, text, Date::constant(2026, 1, 2)));
        for (wordings, waits) in [(Wordings::Ours, "drei"), (Wordings::Theirs, "zwei")] {
            let choice = choose(&base, &ours, &theirs, (wordings, false)).unwrap();
            assert_eq!(choice.state.unwrap().alternatives[0].text, waits);
        }
        // What stood before, and what a machine made, is history.
        let draft = message(MACHINE, "vier", Date::constant(2026, 1, 2));
        for theirs in [&base, &changed(&base, |state| state.note = Some("x".into())), &draft] {
            assert!(!choose(&base, &ours, theirs, (Wordings::Ours, false)).unwrap().is_open);
        }
    }

    /// Both states of one wording, merged: in either direction the same.
    fn both(base: &State, one: &State, two: &State) -> State {
        let [forth, back] = [(one, two), (two, one)].map(|(one, two)| combined(Some(base), Some(one), Some(two)));
        assert_eq!(forth, back);
        forth.unwrap()
    }

    fn with(base: &State, change: impl Fn(&mut State)) -> State {
        let mut state = base.clone();
        change(&mut state);
        state
    }

    #[test]
    fn of_two_states_a_persons_counts_then_the_later() {
        let base = State::new(MACHINE, "x", "s", "t", Date::constant(2026, 1, 1));
        let approved = with(&base, |state| (state.kind, state.reviewer) = (HUMAN, Some("Kim".into())));
        let later = with(&base, |state| state.date = Date::constant(2026, 1, 3));
        assert_eq!(both(&base, &approved, &later), approved);
        let earlier = with(&base, |state| state.date = Date::constant(2026, 1, 2));
        assert_eq!(both(&base, &later, &earlier), later);
        assert_eq!(both(&base, &base, &approved), approved, "one side alone");
        assert_eq!(both(&base, &later, &later), later);
        assert_eq!(combined(None, None, Some(&later)), Some(later.clone()));
        assert_eq!(combined(None, Some(&later), None), Some(later));
    }

    #[test]
    fn what_one_side_uses_is_in_use() {
        let base = State::new(MACHINE, "x", "s", "t", Date::constant(2026, 1, 1));
        let memory = with(&base, |state| {
            (state.date, state.obsolete, state.previous) = (Date::constant(2026, 1, 3), true, Some("English".into()));
        });
        let stale = with(&base, |state| {
            (state.since, state.previous) = (Some(Date::constant(2026, 1, 2)), Some("Before".into()));
        });
        let state = both(&base, &memory, &stale);
        assert_eq!((state.obsolete, state.since, &state.previous), (false, stale.since, &stale.previous));
        let gone = with(&memory, |state| state.date = Date::constant(2026, 1, 2));
        assert_eq!(both(&base, &memory, &gone), memory, "on both sides it is memory");
        let newer = with(&stale, |state| state.date = Date::constant(2026, 1, 4));
        assert_eq!(both(&base, &newer, &memory).previous.as_deref(), Some("Before"));
    }

    #[test]
    fn who_approved_and_what_is_proposed_comes_along_where_it_fits() {
        let base = State::new(HUMAN, "human", "s", "t", Date::constant(2026, 1, 1));
        let draft = Box::new(Draft { text: "x".into(), origin: "mt:x".into(), source: "s2".into(), reworded: false });
        let proposed = with(&base, |state| {
            (state.reviewer, state.draft) = (Some("Kim".into()), Some(draft.clone()));
        });
        let later = with(&base, |state| state.date = Date::constant(2026, 1, 3));
        let state = both(&base, &proposed, &later);
        assert_eq!((state.reviewer.as_deref(), &state.draft), (Some("Kim"), &Some(draft.clone())));
        // What the stronger state says itself counts, and nothing is taken from one about something else.
        let other = Box::new(Draft { text: "y".into(), ..*draft });
        let own = with(&later, |state| (state.reviewer, state.draft) = (Some("Lee".into()), Some(other.clone())));
        let state = both(&base, &proposed, &own);
        assert_eq!((state.reviewer.as_deref(), &state.draft), (Some("Lee"), &Some(other)));
        let elsewhere = with(&proposed, |state| (state.kind, state.source) = (MACHINE, "s1".into()));
        let state = both(&base, &elsewhere, &later);
        assert_eq!((&state.reviewer, &state.draft), (&None, &None));
    }

    #[test]
    fn notes_of_both_sides_stay() {
        let [old, one, two] = ["old", "one", "two"].map(str::to_owned);
        let (old, one, two) = (Some(&old), Some(&one), Some(&two));
        for (base, ours, theirs, all) in [
            (old, one, two, Some("one / two")),
            (old, one, old, Some("one")),
            (old, old, two, Some("two")),
            (old, one, one, Some("one")),
            (old, None, old, None),
            (old, old, None, None),
            (old, one, None, Some("one")),
            (old, None, two, Some("two")),
            (None, one, None, Some("one")),
        ] {
            assert_eq!(notes(base, ours, theirs).as_deref(), all, "{base:?} {ours:?} {theirs:?}");
        }
    }
}
