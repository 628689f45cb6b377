//! Notices what was edited in the resources of a locale, and finds out by whom: see [`super::evidence`].

use std::borrow::Cow;
use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::escape::Pattern;
use super::evidence::{self, Circumstances, Record, Verdict, Witness};
use super::locale::{LocaleCatalog, LocaleFile};
use super::reference::{Reference, StructureUnit};
use super::state::{AUTHOR, Edited, Rare, State, TranslationType};
use super::update::{Change, Update};
use super::{DocumentName, FileKey, Id, addition, block};
use crate::text::fingerprint::{Fingerprint, fingerprint};
use crate::text::normal;

/// A wording that is not the one that its state knows.
struct Suspect {
    key: FileKey,
    id: Id,
    wording: Fingerprint,
    /// What the state knows of the message's other wording.
    recorded: Option<State>,
    /// Fingerprint of the English that a person saw who wrote it; `None`: no document has the message.
    seen: Option<Fingerprint>,
    records: Vec<Record>,
    /// Known while there are no records.
    witness: Option<Witness>,
}

/// Compares every wording with the fingerprint in its state. Where they differ somebody edited the resource: the state then
/// says who, from which English and when, and a change is noted. The wordings themselves are never changed.
pub(super) fn notice(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    let mut suspects = suspects(catalog, update);
    suspects.retain(|suspect| !take_respelled(catalog, update, suspect));
    if !suspects.is_empty() {
        ask(catalog, update, &mut suspects);
    }
    let crowded = crowded(catalog, &suspects);
    let mut by_file: FxHashMap<FileKey, Vec<Suspect>> = FxHashMap::default();
    for suspect in suspects {
        by_file.entry(suspect.key.clone()).or_default().push(suspect);
    }
    for (key, file) in &mut catalog.files {
        for suspect in by_file.remove(key).unwrap_or_default() {
            settle(file, update, suspect, crowded.contains(key), changes);
        }
        notice_deleted(key, file, changes);
    }
}

fn suspects(catalog: &LocaleCatalog, update: &Update<'_>) -> Vec<Suspect> {
    let mut suspects = Vec::new();
    for (key, file) in &catalog.files {
        for entry in file.resource.entries() {
            let Some(pattern) = &entry.pattern else { continue };
            let recorded = file.state.messages.get(&entry.id);
            if recorded.is_some_and(|state| pattern.is_wording(&state.target)) {
                continue;
            }
            // The person saw the English of the last sync, not what it is becoming now.
            let references = [update.old, update.new].into_iter();
            let seen = references.filter_map(|reference| seen_english(reference, key, &entry.id, pattern)).next();
            let block = recorded.and_then(|state| state.block.as_ref()).map(|block| block.english.clone());
            let seen = block.or(seen).or_else(|| update.untranslatable.get(&entry.id).cloned());
            suspects.push(Suspect {
                key: key.clone(),
                id: entry.id.clone(),
                wording: pattern.fingerprint(),
                recorded: recorded.cloned(),
                seen,
                records: Vec::new(),
                witness: None,
            });
        }
    }
    suspects
}

/// Gives a state the fingerprint that its wording has today: one of an earlier version counted how selectors are laid
/// out, and a tool may have changed that since, or the form of Unicode that all of the text is in.
fn take_respelled(catalog: &mut LocaleCatalog, update: &Update<'_>, suspect: &Suspect) -> bool {
    let Suspect { key, id, wording, recorded: Some(recorded), .. } = suspect else { return false };
    let Some(file) = catalog.files.get_mut(key) else { return false };
    let Some(pattern) = file.resource.get(id).and_then(|entry| entry.pattern.as_ref()) else { return false };
    let known = || update.evidence.wording(key, id, &recorded.target);
    let is_same = is_in_other_form(pattern, &recorded.target)
        || matches!(pattern, Pattern::Complex(_))
            && known().is_some_and(|text| Pattern::Complex(text).fingerprint() == *wording);
    if is_same && let Some(state) = file.state.messages.get_mut(id) {
        let was = std::mem::replace(&mut state.target, wording.clone());
        if !state.dismissed.is_empty() {
            let of_it = state.dismissed.iter_mut().filter(|dismissed| dismissed.target == was);
            of_it.for_each(|dismissed| dismissed.target.clone_from(wording));
        }
    }
    is_same
}

/// Whether a wording is known by its fingerprint in the other form of Unicode.
fn is_in_other_form(pattern: &Pattern, known: &str) -> bool {
    let other = match pattern {
        Pattern::Text(text) => normal::other_form(text).map(Pattern::Text),
        Pattern::Complex(source) => normal::other_form(source).map(Pattern::Complex),
    };
    other.is_some_and(|other| other.is_wording(known))
}

/// Fingerprint of the English that a person translated: the message's; or, for a document's own wording of
/// a message that has values lifted out, the text with these values, if the wording has them in it.
fn seen_english(reference: &Reference, key: &FileKey, id: &Id, pattern: &Pattern) -> Option<Fingerprint> {
    let message = reference.messages.get(id)?;
    let own = Some(key).filter(|_| pattern.is_plain() && message.home != *key && message.is_lifted());
    let own = own.and_then(FileKey::document).and_then(|name| seen_text(reference, name, id, pattern));
    Some(own.map_or_else(|| message.fingerprint().into(), |text| fingerprint(&text)))
}

/// The text of a message in a document, with its values in it: at the place whose inline values a wording has, else where
/// it stands first.
fn seen_text<'r>(
    reference: &'r Reference,
    document: &DocumentName,
    id: &'r Id,
    wording: &Pattern,
) -> Option<Cow<'r, str>> {
    let (structure, text) = (reference.documents.get(document)?, reference.text(id)?);
    let has_values = |unit: &&StructureUnit| unit.values.values().all(|value| wording.as_str().contains(value));
    let place = structure.places(id).find(has_values).and_then(|unit| structure.filled(text, unit));
    place.map(Cow::Owned).or_else(|| reference.text_in(document, id))
}

/// How many documents with a shared text are looked into.
const MOST_DOCUMENTS: usize = 16;

/// The English that somebody saw who committed a wording from a branch on which the English had not changed yet. `seen` is what
/// today's would be.
fn seen_in_commit(update: &Update<'_>, key: &FileKey, id: &Id, seen: &str) -> Option<String> {
    let known = [update.old, update.new].into_iter().filter_map(|reference| reference.messages.get(id));
    let today = known.into_iter().find(|message| message.fingerprint() == seen)?;
    let of_message = |name: &&DocumentName| {
        let documents = [update.old, update.new].map(|reference| reference.documents.get(*name));
        documents.into_iter().flatten().any(|structure| structure.places(id).next().is_some())
    };
    let documents: Vec<&DocumentName> = match key {
        FileKey::Document(name) => vec![name],
        FileKey::Shared => update.new.documents.keys().filter(of_message).take(MOST_DOCUMENTS).collect(),
    };
    update.evidence.seen(key, id, &today.text, &documents)
}

impl Suspect {
    /// Whether somebody wants to know. A message that no document has, beside a state that was read, is asked about
    /// once a document has it.
    fn matters(&self, catalog: &LocaleCatalog) -> bool {
        self.seen.is_some()
            || self.recorded.is_some()
            || catalog.files.get(&self.key).is_some_and(|file| file.stateless)
    }

    /// A message that no text of the English is behind, and of which no state says where it stands.
    fn is_lost_place(&self) -> bool {
        let is_own = [addition::PREFIX, block::PREFIX].iter().any(|prefix| self.id.starts_with(prefix));
        is_own && self.seen.is_none() && self.recorded.is_none()
    }

    /// Whether a record speaks of this message, and not of another that happens to have the same translation.
    fn is_spoken_of(&self, record: &Record, update: &Update<'_>) -> bool {
        // What does not say where it stands makes nothing of it.
        if self.is_lost_place() && !record.state.is_own() {
            return false;
        }
        let source = &record.state.source;
        let english = |reference: &Reference| {
            reference.messages.get(&self.id).is_some_and(|message| message.fingerprint() == source)
        };
        record.id == self.id
            || self.seen.as_ref() == Some(source)
            || self.recorded.as_ref().is_some_and(|state| state.source == *source)
            || english(update.old)
            || english(update.new)
    }
}

/// The states of the messages of suspects, in all files: looked for once, since there may be many of both.
fn states_of<'c>(catalog: &'c LocaleCatalog, suspects: &[Suspect]) -> FxHashMap<Id, Vec<(&'c FileKey, &'c State)>> {
    let mut states: FxHashMap<Id, Vec<_>> = suspects.iter().map(|one| (one.id.clone(), Vec::new())).collect();
    for (key, file) in &catalog.files {
        for (id, state) in &file.state.messages {
            if let Some(known) = states.get_mut(id) {
                known.push((key, state));
            }
        }
    }
    states
}

/// Collects what is on record: in the locale's other states, then where it is cheap, then in the history.
fn ask(catalog: &LocaleCatalog, update: &Update<'_>, suspects: &mut [Suspect]) {
    let evidence = update.evidence;
    let known = states_of(catalog, suspects);
    for suspect in suspects.iter_mut().filter(|suspect| suspect.matters(catalog)) {
        let states = known.get(&suspect.id).into_iter().flatten().filter(|(key, _)| **key != suspect.key);
        let same = states.filter(|(_, state)| state.target == suspect.wording);
        suspect.records = same.map(|(_, state)| Record { id: suspect.id.clone(), state: (*state).clone() }).collect();
        if suspect.records.is_empty() {
            let mut records = evidence.records(&suspect.id, &suspect.wording);
            records.retain(|record| suspect.is_spoken_of(record, update));
            suspect.records = records;
        }
        if suspect.records.is_empty() {
            suspect.witness = Some(evidence.witness(&suspect.key, &suspect.id, &suspect.wording));
        }
    }
    let stateless = |suspect: &Suspect| catalog.files.get(&suspect.key).is_some_and(|file| file.stateless);
    let unclear = |suspect: &&mut Suspect| suspect.witness.is_some_and(|found| found.in_git || stateless(suspect));
    let mut unclear: Vec<&mut Suspect> = suspects.iter_mut().filter(unclear).collect();
    if unclear.is_empty() {
        return;
    }
    let wordings: BTreeSet<Fingerprint> = unclear.iter().map(|suspect| suspect.wording.clone()).collect();
    let found = evidence.history(&wordings.into_iter().collect::<Vec<_>>());
    for suspect in &mut unclear {
        let records = found.get(&suspect.wording).into_iter().flatten();
        suspect.records = records.filter(|record| suspect.is_spoken_of(record, update)).cloned().collect();
    }
}

/// Files in which so many wordings are without a record that one person will hardly have written all of them.
fn crowded(catalog: &LocaleCatalog, suspects: &[Suspect]) -> FxHashSet<FileKey> {
    let mut counts: FxHashMap<&FileKey, usize> = FxHashMap::default();
    let is_unrecorded =
        |suspect: &&Suspect| suspect.records.is_empty() && (suspect.seen.is_some() || suspect.recorded.is_some());
    for suspect in suspects.iter().filter(is_unrecorded) {
        *counts.entry(&suspect.key).or_default() += 1;
    }
    let all = |key: &FileKey| catalog.files.get(key).map_or(0, |file| file.resource.entries().len());
    counts.into_iter().filter(|(key, count)| evidence::is_crowd(*count, all(key))).map(|(key, _)| key.clone()).collect()
}

fn settle(file: &mut LocaleFile, update: &Update<'_>, suspect: Suspect, crowd: bool, changes: &mut Vec<Change>) {
    let Suspect { key, id, wording, recorded, seen, records, witness } = suspect;
    let circumstances = Circumstances {
        replaces: recorded.is_some(),
        stateless: file.stateless,
        crowd,
        witness: witness.unwrap_or(Witness { in_git: false, complete: true }),
    };
    let was = recorded.as_ref().map(|state| state.target.clone());
    let state = match evidence::verdict(&records, &circumstances) {
        Verdict::Known(mut state) => {
            state.obsolete = false;
            if state.draft.is_some() {
                state.draft = None;
            }
            *state
        }
        found => {
            let of_commit = seen.as_deref().filter(|_| circumstances.witness.in_git);
            let of_commit = of_commit.and_then(|seen| seen_in_commit(update, &key, &id, seen));
            let seen = of_commit.as_deref().map(fingerprint).or(seen);
            let Some(source) = seen.or_else(|| recorded.as_ref().map(|state| state.source.clone())) else {
                changes.push(Change::Unknown { id, file: key });
                return;
            };
            let new = |kind, origin: &str| {
                let state = State::new(kind, origin, &source, &wording, update.today);
                state.with(Rare { previous: of_commit.clone(), ..Rare::default() })
            };
            // Who committed the wording is known where the whole history is, and the configuration may know them.
            let is_decided = || circumstances.witness.complete && update.evidence.author(&key, &id).is_some();
            match found {
                Verdict::Unproven if !is_decided() => new(TranslationType::Unproven, "unknown"),
                _ => of_person(update, &key, &id, new),
            }
        }
    };
    let (note, mut state) = (recorded.as_ref().and_then(|old| old.note.clone()), state);
    if let Some(old) = &recorded {
        state.stand_as(old);
    }
    // What waits for a decision goes on waiting.
    if let Some(old) = recorded.as_ref().filter(|old| state.alternatives.is_empty() && !old.alternatives.is_empty()) {
        state.alternatives.clone_from(&old.alternatives);
    }
    match (records.is_empty(), &recorded) {
        // The next person's edit; whoever reads it sees the former note.
        (true, Some(old)) if state.kind == TranslationType::Human => {
            (state.note, state.replaced) = (note, old.replaced.clone());
            let now = file.pattern(&id).map(Pattern::as_str).unwrap_or_default();
            let is_of_today = old.source == state.source;
            let draft = || is_of_today.then(|| update.evidence.draft(&key, &id, &old.target)).flatten();
            state.edited = edited(old, now, draft);
        }
        (_, Some(old)) => keep_replaced(&mut state, old, update, &key, &id),
        (_, None) => {}
    }
    let change = (id.clone(), key, was);
    changes.push(match (records.is_empty(), state.kind) {
        (false, _) | (true, TranslationType::Machine) => {
            Change::Recognized { id: change.0, file: change.1, was: change.2 }
        }
        (true, TranslationType::Unproven) => Change::Unproven { id: change.0, file: change.1, was: change.2 },
        (true, _) => Change::HumanEdit { id: change.0, file: change.1, was: change.2 },
    });
    file.state.messages.insert(id, state);
}

/// The state of an edit; the configuration may know its author.
fn of_person(update: &Update<'_>, key: &FileKey, id: &Id, new: impl Fn(TranslationType, &str) -> State) -> State {
    match update.evidence.author(key, id) {
        Some(author) if author.kind == TranslationType::Machine => {
            new(TranslationType::Machine, &format!("mt:{}", author.name))
        }
        Some(author) if !author.reviewed => new(TranslationType::Human, &format!("{AUTHOR}{}", author.name)),
        _ => new(TranslationType::Human, "human"),
    }
}

/// How far a person changed what a machine had drafted, if its draft can still be found. Of what was edited before, it stays
/// what it was.
fn edited(old: &State, now: &str, draft: impl FnOnce() -> Option<String>) -> Option<Box<Edited>> {
    if old.kind == TranslationType::Human && old.edited.is_some() {
        return old.edited.clone();
    }
    match old.is_drafted() {
        true => Edited::of(&old.origin, &draft()?, now).map(Box::new),
        false => None,
    }
}

/// A person's wording that something else took the place of stays in the state, if its text can still be found.
fn keep_replaced(state: &mut State, old: &State, update: &Update<'_>, key: &FileKey, id: &Id) {
    if old.kind != TranslationType::Human {
        state.replaced.clone_from(&old.replaced);
    } else if let Some(text) = update.evidence.wording(key, id, &old.target) {
        state.keep_replaced(old, &text);
    }
}

/// What is gone from a resource that was read as a whole, a person removed.
fn notice_deleted(key: &FileKey, file: &mut LocaleFile, changes: &mut Vec<Change>) {
    let resource = &file.resource;
    if !resource.problems.is_empty() || !resource.duplicates.is_empty() {
        // A message that cannot be read is not a message that was removed.
        return;
    }
    let gone = |id: &&Id| resource.get(id).is_none_or(|entry| entry.pattern.is_none());
    let mut deleted: Vec<Id> = file.state.messages.keys().filter(gone).cloned().collect();
    deleted.sort();
    for id in deleted {
        let was = file.state.messages.swap_remove(&id).map(|state| state.target);
        changes.push(Change::Deleted { id, file: key.clone(), was });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::evidence::{Author, Evidence};
    use super::super::reference::Message;
    use super::super::renames::Renames;
    use super::super::resource::Resource;
    use super::super::state::Dismissed;
    use super::super::state_file::StateFile;
    use super::super::update::{CarriedOver, Carrying, Policy, Reformed, Reforming};
    use super::*;
    use crate::text::date::Date;

    /// Records as a test says them.
    #[derive(Default)]
    struct Said {
        records: Vec<Record>,
        history: Vec<Record>,
        witness: Option<Witness>,
        author: Option<Author>,
        text: Option<&'static str>,
        /// The English in the commit that brought a wording.
        seen: Option<&'static str>,
    }

    impl Evidence for Said {
        fn records(&self, _: &Id, wording: &str) -> Vec<Record> {
            self.records.iter().filter(|record| record.state.target == wording).cloned().collect()
        }

        fn history(&self, wordings: &[Fingerprint]) -> FxHashMap<Fingerprint, Vec<Record>> {
            let known = |wording: &Fingerprint| {
                self.history.iter().filter(|record| record.state.target == *wording).cloned().collect()
            };
            wordings.iter().map(|wording| (wording.clone(), known(wording))).collect()
        }

        fn witness(&self, _: &FileKey, _: &Id, _: &str) -> Witness {
            self.witness.unwrap_or(Witness { in_git: false, complete: true })
        }

        fn author(&self, _: &FileKey, _: &Id) -> Option<Author> {
            self.author.clone()
        }

        fn seen(&self, _: &FileKey, _: &Id, _: &str, _: &[&DocumentName]) -> Option<String> {
            self.seen.map(str::to_owned)
        }

        fn wording(&self, _: &FileKey, _: &Id, _: &str) -> Option<String> {
            self.text.map(str::to_owned)
        }

        fn draft(&self, _: &FileKey, _: &Id, _: &str) -> Option<String> {
            self.text.map(str::to_owned)
        }

        fn english(&self, _: &[Fingerprint]) -> FxHashMap<Fingerprint, String> {
            FxHashMap::default()
        }
    }

    fn state(kind: TranslationType, english: &str, text: &str) -> State {
        State::new(kind, "x", &fingerprint(english), &fingerprint(text), Date::constant(2026, 1, 1))
    }

    fn record(id: &str, kind: TranslationType, english: &str, text: &str) -> Record {
        Record { id: id.into(), state: state(kind, english, text) }
    }

    /// The state of `a` after a look at `ftl`, where the states were `known`.
    fn noticed(ftl: &str, known: &[(&str, State)], evidence: &Said) -> State {
        let mut reference = Reference::default();
        for id in ["a", "b", "c", "d", "e"] {
            let english = format!("English {id}");
            reference.messages.insert(id.into(), Arc::new(Message::new(&english, String::new(), FileKey::Shared)));
        }
        let mut states = StateFile::default();
        states.messages.extend(known.iter().map(|(id, state)| (Id::from(*id), state.clone())));
        let mut file = LocaleFile::new(Resource::parse(ftl.to_owned()).unwrap(), states);
        file.stateless = known.is_empty();
        let mut catalog = LocaleCatalog::new("fr-FR");
        catalog.files.insert(FileKey::Shared, file);
        let decide = |_: &Carrying<'_>| None::<CarriedOver>;
        let update = Update {
            old: &reference,
            new: &reference,
            links: &[],
            recasts: &[],
            reform: &|reforming: &Reforming<'_>| Reformed::Own(reforming.translation.to_owned()),
            renames: &Renames::default(),
            untranslatable: &FxHashMap::default(),
            blocks: &FxHashMap::default(),
            policy: &Policy { up_to: None, decide: &decide },
            evidence,
            today: Date::constant(2026, 2, 1),
        };
        notice(&mut catalog, &update, &mut Vec::new());
        catalog.files[&FileKey::Shared].state.messages["a"].clone()
    }

    const MACHINE: TranslationType = TranslationType::Machine;
    const HUMAN: TranslationType = TranslationType::Human;
    const FIVE: &str = "a = A\nb = B\nc = C\nd = D\ne = E\n";

    #[test]
    fn a_wording_that_a_tool_wrote_in_the_other_form_of_unicode_is_the_same() {
        let known = [("a", state(MACHINE, "English a", "Caf\u{e9} ouvert"))];
        let found = noticed("a = Cafe\u{301} ouvert\n", &known, &Said::default());
        assert_eq!((found.kind, found.target), (MACHINE, fingerprint("Cafe\u{301} ouvert")));
        assert_eq!(noticed("a = Cafe\u{301} clos\n", &known, &Said::default()).kind, HUMAN);
    }

    #[test]
    fn a_state_of_an_earlier_version_knows_what_a_tool_spelled_otherwise() {
        let before = "Un { $row ->\n    [x] A\n   *[y] B\n}";
        let mut earlier = state(MACHINE, "English a", before);
        let (source, target) = (earlier.source.clone(), earlier.target.clone());
        let (date, reviewer) = (Date::constant(2026, 1, 1), "Ada".into());
        earlier.dismissed.push(Dismissed { code: "spacing".into(), source, target, date, reviewer });
        let known = [("a", earlier)];
        let said = Said { text: Some(before), ..Said::default() };
        let found = noticed("a = { $row ->\n [x] Un A\n *[y] Un B\n }\n", &known, &said);
        assert_eq!((found.kind, &found.target), (MACHINE, &Pattern::Complex(before.into()).fingerprint()));
        assert_eq!(found.dismissals().count(), 1);
        assert_eq!(noticed("a = { $row ->\n [x] Un A\n *[y] Un C\n }\n", &known, &said).kind, HUMAN);
    }

    #[test]
    fn an_edit_over_a_known_wording_is_a_persons() {
        let known = [("a", state(MACHINE, "English a", "old"))];
        let found = noticed("a = A\n", &known, &Said::default());
        assert_eq!((found.kind, found.origin.as_str(), found.source), (HUMAN, "human", fingerprint("English a")));
    }

    #[test]
    fn a_commit_says_which_english_its_author_saw() {
        let known = [("a", state(HUMAN, "English before", "old"))];
        let committed = Witness { in_git: true, complete: true };
        let on_a_branch = Said { witness: Some(committed), seen: Some("English before"), ..Said::default() };
        let found = noticed("a = A\n", &known, &on_a_branch);
        assert_eq!(
            (&found.source, found.previous.as_deref()),
            (&fingerprint("English before"), Some("English before"))
        );
        for said in [Said { seen: None, ..on_a_branch }, Said { seen: Some("English before"), ..Said::default() }] {
            let found = noticed("a = A\n", &known, &said);
            assert_eq!((&found.source, &found.previous), (&fingerprint("English a"), &None));
        }
    }

    #[test]
    fn how_far_a_draft_was_changed_is_known_if_the_draft_is() {
        let drafted = |kind, english| State { origin: "mt:x".into(), ..state(kind, english, "one two") };
        let known = Said { text: Some("one two"), ..Said::default() };
        let share = |old: State, said: &Said| {
            noticed("a = one too\n", &[("a", old)], said).edited.as_ref().map(|edited| edited.percent)
        };
        assert_eq!(share(drafted(MACHINE, "English a"), &known), Some(50));
        assert_eq!(share(drafted(HUMAN, "English a"), &known), Some(50), "approved, then corrected");
        assert_eq!(share(drafted(MACHINE, "English before"), &known), None, "the English has a part in it");
        assert_eq!(share(drafted(MACHINE, "English a"), &Said::default()), None);
        assert_eq!(share(state(HUMAN, "English a", "one two"), &known), None, "no machine had a part in it");
        let edited = Some(Box::new(Edited { from: "mt:x".into(), percent: 7 }));
        let before = state(HUMAN, "English a", "one two").with(Rare { edited, ..Rare::default() });
        assert_eq!(share(before, &known), Some(7), "it stays what it was");
    }

    #[test]
    fn a_wording_on_record_keeps_its_provenance() {
        let known = [("a", state(HUMAN, "English a", "old"))];
        let on_record =
            Said { records: vec![record("a", MACHINE, "English before", "A")], text: Some("old"), ..Said::default() };
        let found = noticed("a = A\n", &known, &on_record);
        assert_eq!((found.kind, &found.source), (MACHINE, &fingerprint("English before")));
        assert_eq!(found.replaced[0].text, "old", "the person's wording is not lost");
    }

    #[test]
    fn the_same_words_for_another_message_say_nothing() {
        let known = [("a", state(MACHINE, "English a", "old"))];
        let of_other = Said { records: vec![record("z", MACHINE, "Something else", "A")], ..Said::default() };
        assert_eq!(noticed("a = A\n", &known, &of_other).kind, HUMAN);
        let renamed = Said { records: vec![record("z", MACHINE, "English a", "A")], ..Said::default() };
        assert_eq!(noticed("a = A\n", &known, &renamed).kind, MACHINE, "the same English under another id");
    }

    #[test]
    fn history_is_asked_only_about_what_git_has_or_has_no_state() {
        let known = [("a", state(HUMAN, "English a", "old"))];
        let past = |in_git| Said {
            history: vec![record("a", MACHINE, "English a", "A")],
            witness: Some(Witness { in_git, complete: true }),
            ..Said::default()
        };
        assert_eq!(noticed("a = A\n", &known, &past(true)).kind, MACHINE);
        assert_eq!(noticed("a = A\n", &known, &past(false)).kind, HUMAN);
        assert_eq!(noticed("a = A\n", &[], &past(false)).kind, MACHINE);
    }

    #[test]
    fn many_wordings_without_any_record_are_unproven() {
        let nothing = Said { witness: Some(Witness { in_git: true, complete: false }), ..Said::default() };
        let one = [("b", state(MACHINE, "English b", "B"))];
        assert_eq!(noticed(FIVE, &one, &nothing).kind, TranslationType::Unproven);
        assert_eq!(noticed("a = A\nb = B\n", &one, &nothing).kind, HUMAN, "one is no crowd");
        assert_eq!(noticed("a = A\n", &[], &nothing).kind, TranslationType::Unproven, "no state at all");
    }

    #[test]
    fn many_new_texts_that_git_has_without_a_state_are_unproven() {
        let committed = Witness { in_git: true, complete: true };
        let nothing = Said { witness: Some(committed), ..Said::default() };
        assert_eq!(noticed(FIVE, &[], &nothing).kind, TranslationType::Unproven);
        assert_eq!(noticed("a = A\nb = B\n", &[], &nothing).kind, HUMAN, "a translator commits a few");
        let known = ["a", "b", "c", "d", "e"].map(|id| (id, state(MACHINE, "English", "old")));
        assert_eq!(noticed(FIVE, &known, &nothing).kind, HUMAN, "edits of known wordings, also of many");
        assert_eq!(noticed(FIVE, &known[1..2], &nothing).kind, HUMAN, "the file has a state");
        let translator = Some(Author { name: "W".into(), kind: HUMAN, reviewed: true });
        let by = |complete| Said {
            witness: Some(Witness { complete, ..committed }),
            author: translator.clone(),
            ..Said::default()
        };
        assert_eq!(noticed(FIVE, &[], &by(true)).kind, HUMAN, "the configuration knows the author");
        assert_eq!(noticed(FIVE, &[], &by(false)).kind, TranslationType::Unproven, "the history is cut off");
    }

    #[test]
    fn an_author_counts_as_the_configuration_says() {
        let by = |kind, reviewed| Said { author: Some(Author { name: "W".into(), kind, reviewed }), ..Said::default() };
        let known = [("a", state(MACHINE, "English a", "old"))];
        let found = noticed("a = A\n", &known, &by(HUMAN, false));
        assert!(found.awaits_approval() && found.kind == HUMAN);
        assert!(!noticed("a = A\n", &known, &by(HUMAN, true)).awaits_approval());
        assert_eq!(noticed("a = A\n", &known, &by(MACHINE, true)).origin, "mt:W");
    }
}
