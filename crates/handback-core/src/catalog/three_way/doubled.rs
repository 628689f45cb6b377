//! What stands twice after somebody took both sides of a conflict.

use std::ops::Range;

use super::super::Id;
use super::super::escape::Pattern;
use super::super::resource::Resource;
use super::super::state::{Alternative, State, TranslationType};
use super::super::state_file::{self, StateFile};
use super::{Merged, order};

/// What is on record of a wording of a message that no state beside it knows.
pub type OnRecord<'r> = &'r dyn Fn(&Id, &str) -> Option<State>;

/// A resource and its state with every message once: of two wordings a person's stays, and another person's waits.
/// `None` if nothing stands twice, or a file cannot be read.
pub fn single(source: &str, yaml: &str, on_record: OnRecord<'_>) -> Option<Merged> {
    let resource = Resource::parse(source.to_owned()).ok().filter(|resource| resource.problems.is_empty())?;
    let (mut state, doubled) = match yaml.is_empty() {
        true => (StateFile::default(), Vec::new()),
        false => state_file::parse_doubled(yaml).ok()?,
    };
    let mut ids: Vec<Id> = resource.doubles().map(|(entry, _)| entry.id.clone()).collect();
    ids.extend(doubled.iter().map(|(id, _)| id.clone()));
    ids.sort();
    ids.dedup();
    if ids.is_empty() {
        return None;
    }
    let (mut cut, mut open): (Vec<Range<usize>>, Vec<Id>) = (Vec::new(), Vec::new());
    for id in ids {
        let mut states: Vec<(Id, State)> =
            state.messages.swap_remove(&id).map(|state| (id.clone(), state)).into_iter().collect();
        states.extend(doubled.iter().cloned());
        let mut wordings = wordings(&resource, &id, &states, on_record);
        // First what a state knows as a person's, then what none knows, and else as they stand.
        wordings.sort_by_key(|wording| (!wording.is_persons(), wording.state.is_none()));
        let mut wordings = wordings.into_iter();
        let Some(first) = wordings.next() else { continue };
        let own = || states.iter().filter(|(other, _)| *other == id).map(|(_, state)| state);
        let mut chosen = first.state.or_else(|| own().next().cloned());
        for other in wordings {
            if other.is_persons() && other.pattern != first.pattern {
                let unknown = || chosen.clone().map(|state| State { reviewer: None, ..state });
                let known = other.state.or_else(unknown)?;
                chosen.as_mut()?.alternatives.push(Alternative::new(&other.pattern, &known));
                open.push(id.clone());
            }
            cut.push(other.span);
        }
        if let Some(chosen) = &mut chosen {
            own().for_each(|state| keep_waiting(chosen, state, &first.pattern));
        }
        state.messages.extend(chosen.map(|chosen| (id, chosen)));
    }
    let out = without(source, cut);
    let home = order(&out);
    Some(Merged { resource: out, state, home, open })
}

/// Keeps what another state of the message holds of people: wordings that wait, and those that others took the place of.
fn keep_waiting(chosen: &mut State, other: &State, wording: &Pattern) {
    for waiting in other.alternatives.iter().filter(|waiting| waiting.pattern() != *wording) {
        if !chosen.alternatives.iter().any(|known| known.text == waiting.text) {
            chosen.alternatives.push(waiting.clone());
        }
    }
    for old in other.replaced.iter().filter(|old| old.text != wording.as_str()) {
        if !chosen.replaced.contains(old) {
            chosen.replaced.push(old.clone());
        }
    }
}

/// A reference in which every message stands once: of several the first. `None` if none stands twice, or it cannot be read.
pub fn first_of_each(source: &str) -> Option<String> {
    let resource = Resource::parse(source.to_owned()).ok().filter(|resource| resource.problems.is_empty())?;
    let cut: Vec<Range<usize>> = resource.doubles().map(|(_, span)| span).collect();
    (!cut.is_empty()).then(|| without(source, cut))
}

fn without(source: &str, mut cut: Vec<Range<usize>>) -> String {
    cut.sort_by_key(|span| span.start);
    let mut out = String::with_capacity(source.len());
    let mut from = 0;
    for span in cut {
        out.push_str(&source[from..span.start]);
        from = span.end;
    }
    out.push_str(&source[from..]);
    out
}

/// One of the wordings that a message has.
struct Wording {
    pattern: Pattern,
    span: Range<usize>,
    state: Option<State>,
}

impl Wording {
    fn is_persons(&self) -> bool {
        self.state.as_ref().is_none_or(|state| state.kind != TranslationType::Machine)
    }
}

/// The wordings of a message, each with the state that knows it: one of the message, what is on record, or else one that
/// stands below another id, as happens where two conflicts lay close together.
fn wordings(resource: &Resource, id: &Id, states: &[(Id, State)], on_record: OnRecord<'_>) -> Vec<Wording> {
    let first = resource.get(id).map(|entry| (entry, resource.span(entry)));
    let all = first.into_iter().chain(resource.doubles().filter(|(entry, _)| entry.id == *id));
    all.filter_map(|(entry, span)| {
        let pattern = entry.pattern.clone()?;
        let of = |is_own: bool| {
            let known = states.iter().filter(move |(other, _)| (other == id) == is_own).map(|(_, state)| state);
            let known = known.filter(|state| pattern.is_wording(&state.target));
            known.min_by_key(|state| state.kind == TranslationType::Machine).cloned()
        };
        let record = || {
            let wording = pattern.fingerprint();
            on_record(id, &wording).map(|state| State { target: wording, ..state })
        };
        let state = of(true).or_else(record).or_else(|| of(false));
        Some(Wording { pattern, span, state })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::Date;
    use crate::text::fingerprint::fingerprint;

    fn line(kind: &str, text: &str, who: &str) -> String {
        let target = fingerprint(text);
        format!(
            "  a:\n    {{type: {kind}, origin: x, source: s1, target: \"{target}\", date: 2026-01-01, reviewer: {who}}}\n\n"
        )
    }

    fn state(messages: &[String]) -> String {
        format!("version: 2\nmessages:\n\n{}# end\n", messages.concat())
    }

    #[test]
    fn a_persons_wording_stays_with_its_state() {
        let yaml = state(&[line("MT", "Machine", "m"), line("HT", "Mensch", "Ada")]);
        for source in ["a = Machine\n\na = Mensch\n", "a = Mensch\n\na = Machine\n"] {
            let merged = single(source, &yaml, &|_, _| None).unwrap();
            assert_eq!(merged.resource.trim(), "a = Mensch");
            assert_eq!(merged.state.messages["a"].reviewer.as_deref(), Some("Ada"));
            assert!(merged.open.is_empty());
        }
        // The state alone stands twice: the one that knows the wording.
        let merged = single("a = Machine\n", &yaml, &|_, _| None).unwrap();
        assert_eq!(merged.state.messages["a"].kind, TranslationType::Machine);
    }

    #[test]
    fn what_either_state_keeps_of_people_stays() {
        let keeps = |line: String, kept: &str| line.replace(", reviewer", &format!(", {kept}, reviewer"));
        let one = keeps(line("HT", "Eins", "Ada"), "replaced: [{text: Drei, date: 2026-01-01}]");
        let two = keeps(
            line("HT", "Zwei", "Bob"),
            "alternatives: [{text: Vier, origin: human, source: s1, date: 2026-01-01}], replaced: [{text: Eins, date: 2026-01-01}, {text: Acht, date: 2026-01-01}]",
        );
        let merged = single("a = Eins\n", &state(&[one, two]), &|_, _| None).unwrap();
        let state = &merged.state.messages["a"];
        assert_eq!(state.reviewer.as_deref(), Some("Ada"));
        assert_eq!(state.replaced.iter().map(|old| old.text.as_str()).collect::<Vec<_>>(), ["Drei", "Acht"]);
        assert_eq!(state.alternatives.iter().map(|other| other.text.as_str()).collect::<Vec<_>>(), ["Vier"]);
    }

    #[test]
    fn of_a_doubled_reference_the_first_stays() {
        assert_eq!(first_of_each("# x\na = 1\n\nb = 2\na = 3\n").as_deref(), Some("# x\na = 1\n\nb = 2\n"));
        assert_eq!(first_of_each("a = 1\n\nb = 2\n"), None);
    }

    #[test]
    fn states_below_one_id_go_to_their_wordings() {
        let one = line("HT", "Eins", "Ada");
        let two = line("HT", "Zwei", "Bob").replace("  a:\n", "");
        let yaml = state(&[one.trim_end().to_owned() + "\n", two]);
        let problem = StateFile::parse(&yaml).unwrap_err();
        assert!(problem.message.contains("stands twice, on lines 4 and 6"), "{}", problem.message);
        let merged = single("a = Eins\na = Zwei\n", &yaml, &|_, _| None).unwrap();
        assert_eq!(merged.open, ["a".into()]);
        assert_eq!(merged.state.messages["a"].alternatives[0].reviewer.as_deref(), Some("Bob"));
    }

    #[test]
    fn a_record_tells_a_machine_s_wording_from_a_second_person_s() {
        let yaml = state(&[line("HT", "Mensch", "Ada")]);
        let record = |kind| State::new(kind, "mt:x", "s1", &fingerprint("Machine"), Date::constant(2026, 1, 1));
        let of = |kind| {
            let on_record = move |_: &Id, wording: &str| (wording == fingerprint("Machine")).then(|| record(kind));
            single("a = Machine\n\na = Mensch\n", &yaml, &on_record).unwrap()
        };
        assert!(of(TranslationType::Machine).open.is_empty());
        assert_eq!(of(TranslationType::Human).open, ["a".into()]);
    }

    #[test]
    fn the_wording_of_a_second_person_waits() {
        let yaml = state(&[line("HT", "Eins", "Ada"), line("HT", "Zwei", "Bob")]);
        let merged = single("# note\na = Eins\n\na = Zwei\nb = x\n", &yaml, &|_, _| None).unwrap();
        assert_eq!(merged.resource, "# note\na = Eins\n\nb = x\n");
        assert_eq!(merged.open, ["a".into()]);
        let waiting = &merged.state.messages["a"].alternatives[0];
        assert_eq!((waiting.text.as_str(), waiting.reviewer.as_deref()), ("Zwei", Some("Bob")));
        assert_eq!(single("a = Eins\n", &state(&[line("HT", "Eins", "Ada")]), &|_, _| None), None);
    }

    #[test]
    fn of_two_states_for_one_wording_a_persons_counts() {
        for kinds in [["MT", "HT"], ["HT", "MT"]] {
            let merged =
                single("a = Eins\n", &state(&kinds.map(|kind| line(kind, "Eins", "Ada"))), &|_, _| None).unwrap();
            assert_eq!(merged.state.messages["a"].kind, TranslationType::Human);
        }
    }

    #[test]
    fn nobody_is_named_for_a_wording_that_no_state_knows() {
        let merged = single("a = Eins\n\na = Zwei\n", &state(&[line("HT", "Eins", "Ada")]), &|_, _| None).unwrap();
        let waiting = &merged.state.messages["a"].alternatives[0];
        assert_eq!((waiting.text.as_str(), &waiting.reviewer), ("Zwei", &None));
    }
}
