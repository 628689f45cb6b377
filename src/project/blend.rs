//! A resource and its state, message by message, where a run wanted to change them and somebody else did.

use std::collections::{BTreeMap, BTreeSet};

use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::resource::{Content, Resource};
use handback_core::catalog::state::State;
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::{Id, Problem};
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

/// A resource and its state, as text; `None`: not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pair {
    pub resource: Option<String>,
    pub state: Option<String>,
}

/// The same, read.
struct Parsed {
    resource: Resource,
    state: StateFile,
}

impl Parsed {
    fn of(pair: &Pair) -> Result<Self, Problem> {
        let resource = Resource::parse(pair.resource.clone().unwrap_or_default())?;
        let state = pair.state.as_deref().map_or_else(|| Ok(StateFile::default()), StateFile::parse)?;
        Ok(Self { resource, state })
    }

    fn entry(&self, id: &str) -> Option<String> {
        let entry = self.resource.get(id)?;
        Some(self.resource.entry_source(entry).replace("\r\n", "\n").trim_end().to_owned())
    }

    fn ids(&self) -> impl Iterator<Item = &Id> {
        self.resource.entries().iter().map(|entry| &entry.id).chain(self.state.messages.keys())
    }
}

/// What a pair held when a run read it, what the run was to write, and what it holds now.
pub(super) struct Sides {
    old: Parsed,
    new: Parsed,
    now: Parsed,
}

impl Sides {
    /// # Errors
    /// One of the texts cannot be read: then nothing can be said of the pair.
    pub fn of(old: &Pair, new: &Pair, now: &Pair) -> Result<Self, Problem> {
        Ok(Self { old: Parsed::of(old)?, new: Parsed::of(new)?, now: Parsed::of(now)? })
    }

    /// Messages that the run gave to other files, or dropped.
    pub fn given(&self) -> Vec<Id> {
        let gone = |id: &&Id| self.old.resource.get(id).is_some() && self.new.resource.get(id).is_none();
        let mut ids: Vec<Id> =
            self.old.resource.entries().iter().map(|entry| &entry.id).filter(gone).cloned().collect();
        ids.sort();
        ids
    }

    /// The run put the message in here.
    pub fn receives(&self, id: &str) -> bool {
        self.new.resource.get(id).is_some() && self.old.resource.get(id).is_none()
    }

    /// What the pair is to hold: what the run wanted of every message that is as the run knew it, all else as it is now.
    /// Messages that the run took out stay, but for those that `may_go`.
    pub fn blended(&self, may_go: &dyn Fn(&Id) -> bool) -> Pair {
        let mut set: FxHashMap<Id, Content> = FxHashMap::default();
        let mut removed: FxHashSet<Id> = FxHashSet::default();
        let mut state = self.now.state.clone();
        let ids: BTreeSet<&Id> = self.old.ids().chain(self.new.ids()).collect();
        for id in ids {
            if !self.is_known(id) {
                continue;
            }
            match self.new.entry(id) {
                None if self.now.resource.get(id).is_some() => {
                    if !may_go(id) {
                        continue;
                    }
                    removed.insert(id.clone());
                }
                Some(entry) if self.now.entry(id).as_ref() != Some(&entry) => {
                    set.insert(id.clone(), Content::Entry(entry + "\n"));
                }
                _ => {}
            }
            put(&mut state.messages, id, self.new.state.messages.get(id));
        }
        self.blend_rest(&mut state);
        let order: Vec<Id> = self.new.resource.entries().iter().map(|entry| entry.id.clone()).collect();
        let resource = match set.is_empty() && removed.is_empty() {
            true => self.now.resource.source().to_owned(),
            false => self.now.resource.splice(&set, &removed, &order),
        };
        Self::written(resource, state, &order)
    }

    fn written(resource: String, state: StateFile, order: &[Id]) -> Pair {
        let is_empty = state.is_empty();
        let parsed = Resource::parse(resource.clone()).unwrap_or_default();
        // Places of messages without a translation come back with the next sync.
        let yaml = LocaleFile::new(parsed, state).state_source(order, &[]);
        Pair { resource: (!resource.trim().is_empty()).then_some(resource), state: (!is_empty).then_some(yaml) }
    }

    /// Wording and state are each what the run read or what it was to write: nobody else changed the message.
    fn is_known(&self, id: &Id) -> bool {
        let (entry, state) = (self.now.entry(id), self.now.state.messages.get(id));
        let of = |side: &Parsed| (side.entry(id), side.state.messages.get(id).cloned());
        let ((old_entry, old_state), (new_entry, new_state)) = (of(&self.old), of(&self.new));
        (entry == old_entry || entry == new_entry) && (state == old_state.as_ref() || state == new_state.as_ref())
    }

    /// What a state says besides messages.
    fn blend_rest(&self, state: &mut StateFile) {
        let (old, new) = (&self.old.state, &self.new.state);
        if state.document == old.document {
            state.document.clone_from(&new.document);
        }
        blend_map(&mut state.missing, &old.missing, &new.missing);
        blend_map(&mut state.rejected, &old.rejected, &new.rejected);
        blend_map(&mut state.decided, &old.decided, &new.decided);
    }
}

fn put(messages: &mut IndexMap<Id, State, FxBuildHasher>, id: &Id, state: Option<&State>) {
    match state {
        Some(state) => messages.insert(id.clone(), state.clone()),
        None => messages.swap_remove(id),
    };
}

fn blend_map<T: Clone + PartialEq>(now: &mut BTreeMap<Id, T>, old: &BTreeMap<Id, T>, new: &BTreeMap<Id, T>) {
    let ids: BTreeSet<&Id> = old.keys().chain(new.keys()).collect();
    for id in ids {
        if now.get(id) == old.get(id) {
            match new.get(id) {
                Some(value) => now.insert(id.clone(), value.clone()),
                None => now.remove(id),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(kind: &str, target: &str, more: &str) -> String {
        format!("{{type: {kind}, origin: x, source: s, target: {target}, date: 2026-01-31{more}}}")
    }

    fn pair(messages: &[(&str, &str, String)]) -> Pair {
        let lines = |line: &dyn Fn(&(&str, &str, String)) -> String| messages.iter().map(line).collect::<String>();
        let resource = lines(&|(id, text, _)| format!("{id} = {text}\n"));
        let state = format!("version: 2\nmessages:\n{}", lines(&|(id, _, state)| format!("  {id}: {state}\n")));
        let order: Vec<Id> = messages.iter().map(|(id, ..)| (*id).into()).collect();
        Pair { resource: Some(resource), state: Some(StateFile::parse(&state).unwrap().format(&order, &[])) }
    }

    fn blended(old: &Pair, new: &Pair, now: &Pair, go: bool) -> Pair {
        Sides::of(old, new, now).unwrap().blended(&|_| go)
    }

    #[test]
    fn an_edit_of_one_message_leaves_the_run_the_others() {
        let old = pair(&[("a", "A", state("MT", "a", "")), ("b", "B", state("MT", "b", ""))]);
        let new = pair(&[
            ("a", "A2", state("MT", "a2", "")),
            ("b", "B2", state("MT", "b2", "")),
            ("c", "C", state("MT", "c", "")),
        ]);
        let now = pair(&[("a", "Edited", state("MT", "a", "")), ("b", "B", state("MT", "b", ""))]);
        let expected = pair(&[
            ("a", "Edited", state("MT", "a", "")),
            ("b", "B2", state("MT", "b2", "")),
            ("c", "C", state("MT", "c", "")),
        ]);
        assert_eq!(blended(&old, &new, &now, false), expected);
        assert_eq!(blended(&old, &new, &expected, false), expected, "doing it again changes nothing");
        let half = Pair { resource: expected.resource.clone(), ..now };
        assert_eq!(blended(&old, &new, &half, false), expected, "nor does it matter where it ended the first time");
    }

    #[test]
    fn an_edit_of_one_message_leaves_the_approval_of_another() {
        let old = pair(&[("a", "A", state("MT", "a", "")), ("b", "B", state("MT", "b", ""))]);
        let new = pair(&[("a", "A", state("MT", "a", "")), ("b", "B", state("HT", "b", ", reviewer: Kim"))]);
        let now = Pair { resource: Some("a = Edited\r\nb = B  \r\n\r\n".into()), ..old.clone() };
        let blended = blended(&old, &new, &now, false);
        assert_eq!(blended, Pair { resource: now.resource, state: new.state });
    }

    #[test]
    fn an_approval_is_not_undone() {
        let old = pair(&[("a", "A", state("MT", "a", ""))]);
        let new = pair(&[("a", "A2", state("MT", "a2", ""))]);
        let now = pair(&[("a", "A2", state("HT", "a2", ", reviewer: Kim"))]);
        assert_eq!(blended(&old, &new, &now, false), now);
    }

    #[test]
    fn what_goes_stays_until_it_may_go() {
        let old = pair(&[("a", "A", state("HT", "a", "")), ("b", "B", state("HT", "b", ""))]);
        let new = pair(&[("b", "B", state("HT", "b", ""))]);
        assert_eq!(blended(&old, &new, &old, false), old);
        assert_eq!(blended(&old, &new, &old, true), new);
        let sides = Sides::of(&old, &new, &old).unwrap();
        assert_eq!(sides.given().iter().map(|id| &**id).collect::<Vec<_>>(), ["a"]);
        let sides = Sides::of(&new, &old, &new).unwrap();
        assert!(sides.receives("a") && !sides.receives("b"));
    }
    #[test]
    fn a_state_goes_after_its_wording() {
        let old = pair(&[("a", "A", state("HT", "a", ""))]);
        let new = pair(&[("b", "B", state("MT", "b", ""))]);
        // The resource was in place already, and somebody wrote into it.
        let now = Pair { resource: Some("# by hand\n".into()), ..old.clone() };
        let blended = blended(&old, &new, &now, false);
        assert_eq!(blended.resource.as_deref(), Some("# by hand\nb = B\n"));
        assert_eq!(blended.state, new.state);
    }

    #[test]
    fn line_ends_and_spacing_are_no_edit() {
        let old = pair(&[("a", "A", state("MT", "a", "")), ("b", "B", state("MT", "b", ""))]);
        let new = pair(&[("a", "A2", state("MT", "a2", "")), ("b", "B", state("MT", "b", ""))]);
        let now = Pair { resource: Some("a = A\r\n\r\nb = B\r\n".into()), ..old.clone() };
        let blended = blended(&old, &new, &now, false);
        assert_eq!(blended.resource.as_deref(), Some("a = A2\r\n\r\nb = B\r\n"));
        assert_eq!(blended.state, new.state);
    }

    #[test]
    fn a_pair_that_says_nothing_is_no_files() {
        let old = pair(&[("a", "A", state("HT", "a", ""))]);
        let none = Pair { resource: None, state: None };
        assert_eq!(blended(&old, &none, &old, true), none);
        assert_eq!(blended(&none, &old, &none, false), old);
    }

    #[test]
    fn what_a_state_says_besides_is_the_runs_unless_others_changed_it() {
        let of = |facts: &[&str]| {
            let lines: String = facts.iter().map(|fact| format!("  {fact}\n")).collect();
            Pair { resource: None, state: Some(format!("version: 2\nmessages:\n{lines}")) }
        };
        let facts = |day: u8| {
            let id = ["missing: 2026-01-0DAY", "rejected: [xDAY]", "decided: {reviewer: Kim, date: 2026-01-0DAY}"];
            let lines = id.iter().enumerate().map(|(at, fact)| format!("m{at}: {{{fact}}}"));
            lines.map(|line| line.replace("DAY", &day.to_string())).collect::<Vec<_>>()
        };
        let lines = |days: &[u8]| days.iter().map(|day| facts(*day)).collect::<Vec<_>>();
        let all = lines(&[1, 2, 3]);
        let facts_in_turn = all[0].iter().zip(&all[1]).zip(&all[2]);
        for ((old, new), other) in facts_in_turn {
            let [old, new, other] = [old, new, other].map(|line| of(&[line]));
            let none = Pair { resource: None, state: Some("version: 2\nmessages: {}\n".into()) };
            let state = |old: &Pair, new: &Pair, now: &Pair| {
                blended(old, new, now, false).state.map(|yaml| StateFile::parse(&yaml).unwrap())
            };
            let read = |pair: &Pair| Some(StateFile::parse(pair.state.as_deref().unwrap()).unwrap());
            assert_eq!(state(&old, &new, &old), read(&new));
            assert_eq!(state(&old, &new, &other), read(&other));
            assert_eq!(state(&none, &new, &none), read(&new));
            assert_eq!(state(&old, &none, &old), None);
            assert_eq!(state(&old, &none, &other), read(&other));
        }
    }

    #[test]
    fn a_hand_off_is_the_runs_unless_others_made_one() {
        let of = |hash: &str| {
            let yaml = format!("version: 1\ndocument: {{hash: {hash}, date: 2026-01-31, fileid: f}}\nmessages: {{}}\n");
            Pair { resource: None, state: Some(yaml) }
        };
        let hash = |old: &str, new: &str, now: &str| {
            let sides = Sides::of(&of(old), &of(new), &of(now)).unwrap();
            let mut state = sides.now.state.clone();
            sides.blend_rest(&mut state);
            state.document.unwrap().hash
        };
        assert_eq!((hash("a", "b", "a"), hash("a", "b", "c")), ("b".to_owned(), "c".to_owned()));
    }
}
