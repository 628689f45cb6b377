//! What must hold for any three versions.

use proptest::prelude::*;

use super::super::Id;
use super::super::escape::Pattern;
use super::super::locale::LocaleFile;
use super::super::resource::Resource;
use super::super::state::{State, TranslationType};
use super::super::state_file::StateFile;
use super::choice::Message;
use super::{Merged, Versions, Wordings, merge};
use crate::text::date::Date;
use crate::text::fingerprint::{Fingerprint, fingerprint};

const IDS: [&str; 4] = ["a", "b", "c", "d"];
const HOME: [&str; 5] = ["a", "b", "x", "c", "d"];

/// A message of a version: its wording, whether a person answers for it, and the day.
type Wording = Option<(&'static str, bool, u8)>;

fn wording() -> impl Strategy<Value = Wording> {
    let text = prop::sample::select(vec!["eins", "zwei", "drei\nZeilen", "vier"]);
    prop::option::weighted(0.8, (text, any::<bool>(), 1u8..4))
}

/// Messages at first, and what each side makes of them; about half stay as they are.
fn histories() -> impl Strategy<Value = [[Wording; 4]; 3]> {
    let side = || prop::array::uniform4(prop::option::of(wording()));
    (prop::array::uniform4(wording()), side(), side()).prop_map(|(base, ours, theirs)| {
        let over = |side: [Option<Wording>; 4]| std::array::from_fn(|at| side[at].unwrap_or(base[at]));
        [base, over(ours), over(theirs)]
    })
}

fn file(wordings: &[Wording; 4]) -> LocaleFile {
    let mut file = LocaleFile::default();
    for (id, wording) in IDS.iter().zip(wordings) {
        let Some((text, human, day)) = wording else { continue };
        let (kind, origin) = match human {
            true => (TranslationType::Human, "human"),
            false => (TranslationType::Machine, "mt:x"),
        };
        let state = State::new(
            kind,
            origin,
            "1234567890123456",
            &fingerprint(text),
            Date::new(2026, 1, i8::try_from(*day).unwrap()).unwrap(),
        );
        file.set_text(&Id::from(*id), text, state);
    }
    let home: Vec<Id> = HOME.map(Id::from).into();
    let source = file.resource_source(&home, &home);
    LocaleFile::new(Resource::parse(source).unwrap(), file.state)
}

fn read(merged: &Merged) -> LocaleFile {
    let state = StateFile::parse(&merged.state_source()).unwrap();
    assert_eq!(state, merged.state);
    LocaleFile::new(Resource::parse(merged.resource.clone()).unwrap(), state)
}

fn text_of(file: &LocaleFile, id: &str) -> Option<String> {
    file.pattern(id).map(|pattern| pattern.as_str().to_owned())
}

/// Everything that people wrote for a message, as the text or waiting.
fn of_people(file: &LocaleFile, id: &str) -> Vec<String> {
    let state = file.state.messages.get(id);
    let own = state.filter(|state| state.kind == TranslationType::Human).and_then(|_| text_of(file, id));
    let waiting = state.into_iter().flat_map(|state| state.alternatives.iter().map(|other| other.text.clone()));
    own.into_iter().chain(waiting).collect()
}

fn check(versions: Versions<'_>, merged: &Merged, wordings: Wordings) {
    let file = read(merged);
    let sides = [versions.ours, versions.theirs];
    for id in IDS.map(Id::from) {
        let [before, mine, other] = [versions.base, versions.ours, versions.theirs].map(|file| Message::of(file, &id));
        let now = Message::of(&file, &id);
        assert_eq!(now.value.is_some(), now.state.is_some(), "{id}");
        if let Some(state) = &now.state {
            let text = text_of(&file, &id).unwrap();
            assert_eq!(state.target, fingerprint(&text), "a state goes with its wording");
            let was_so = |side: &&LocaleFile| {
                text_of(side, &id).as_deref() == Some(&*text) && side.state.messages[&id].kind == state.kind
            };
            assert!(sides.iter().any(was_so), "nothing becomes a person's by a merge: {id} {state:?}");
        }
        let kept = of_people(&file, &id);
        for (side, against) in [(&mine, &other), (&other, &mine)] {
            let Some((Pattern::Text(text), _)) = &side.value else { continue };
            let of_a_person = side.state.as_ref().is_some_and(|state| state.kind == TranslationType::Human);
            // What a person had before, and somebody replaced or removed on purpose, is history.
            let replaced = side.value == before.value
                && before.state.as_ref().is_some_and(|state| state.kind == TranslationType::Human)
                && against.value != side.value;
            let removed = side == &before && against.value.is_none();
            let untouched = side == &before;
            // git takes a resource in which somebody removed what was only approved.
            let taken_away = wordings != Wordings::Best && side.value == before.value && against.value.is_none();
            if of_a_person && !replaced && !removed && !untouched && !taken_away {
                assert!(kept.contains(text), "{id}: {text:?} of a person is lost: {kept:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn no_persons_wording_is_lost_and_no_machines_becomes_a_persons(history in histories()) {
        let [base, ours, theirs] = history.each_ref().map(file);
        let versions = Versions { base: &base, ours: &ours, theirs: &theirs };
        let merged = merge(versions, Wordings::Best).unwrap();
        check(versions, &merged, Wordings::Best);
        for wordings in [Wordings::Ours, Wordings::Theirs] {
            if let Some(merged) = merge(versions, wordings) {
                check(versions, &merged, wordings);
                let taken = if wordings == Wordings::Ours { &ours } else { &theirs };
                prop_assert_eq!(&merged.resource, taken.resource.source());
            }
        }
    }

    #[test]
    fn one_side_alone_is_that_side(history in histories()) {
        let [base, ours, _] = history.each_ref().map(file);
        for versions in [
            Versions { base: &base, ours: &ours, theirs: &base },
            Versions { base: &base, ours: &base, theirs: &ours },
            Versions { base: &base, ours: &ours, theirs: &ours },
        ] {
            let merged = merge(versions, Wordings::Best).unwrap();
            prop_assert_eq!(&merged.resource, ours.resource.source());
            prop_assert_eq!(&merged.state, &ours.state);
            prop_assert!(merged.open.is_empty());
        }
    }

    #[test]
    fn both_directions_keep_the_same(history in histories()) {
        let [base, ours, theirs] = history.each_ref().map(file);
        let forth = merge(Versions { base: &base, ours: &ours, theirs: &theirs }, Wordings::Best).unwrap();
        let back = merge(Versions { base: &base, ours: &theirs, theirs: &ours }, Wordings::Best).unwrap();
        for id in IDS {
            let sorted = |merged: &Merged| {
                let mut all = of_people(&read(merged), id);
                all.sort();
                all
            };
            prop_assert_eq!(sorted(&forth), sorted(&back));
        }
    }
}

#[test]
fn comments_terms_and_facts_come_along() {
    let read = |source: &str, yaml: &str| {
        LocaleFile::new(Resource::parse(source.into()).unwrap(), StateFile::parse(yaml).unwrap())
    };
    let state = |extra: &str| {
        let (a, b) = (fingerprint("1"), fingerprint("2"));
        format!(
            "version: 2\nmessages:\n  a:\n    {{type: MT, origin: mt:x, source: c, target: \"{a}\", date: 2026-01-01{extra}}}\n  b:\n    {{type: MT, origin: mt:x, source: c, target: \"{b}\", date: 2026-01-01}}\n  c:\n    {{missing: 2026-01-02, rejected: [x1]}}\n"
        )
    };
    let base = read("a = 1\nb = 2\n", &state(""));
    let ours = read(
        "# seen\na = 1\nb = 2\n",
        &state(", note: ours, decided: {reviewer: Zoe, date: 2026-01-03}")
            .replace("[x1]", "[x1, x2]")
            .replace("01-02", "01-03"),
    );
    let theirs = read(
        "### Head\n\n-brand = B\n\na = 1\nb = 2\n",
        &state(", note: theirs, reviewer: T, decided: {reviewer: Bob, date: 2026-01-04}").replace("x1", "x3"),
    );
    let merged = merge(Versions { base: &base, ours: &ours, theirs: &theirs }, Wordings::Best).unwrap();
    assert_eq!(merged.resource, "### Head\n\n-brand = B\n\n# @a\n# seen\na = 1\n\n# @b\nb = 2\n\n");
    let a = &merged.state.messages["a"];
    assert_eq!((a.note.as_deref(), a.reviewer.as_deref()), (Some("ours / theirs"), Some("T")));
    assert_eq!(rejected(&merged, "c"), ["x2", "x3"]);
    assert_eq!(merged.state.decided["a"].reviewer, "Bob", "the later decision");
    assert_eq!(merged.state.missing["c"], Date::constant(2026, 1, 3));
    // Where both changed what is no message, git has to ask.
    let other = read("### Another\n\na = 1\nb = 2\n", &state(""));
    assert_eq!(merge(Versions { base: &base, ours: &other, theirs: &theirs }, Wordings::Best), None);
}

/// A file whose state says one thing of a message.
fn saying(fact: &str, source: &str) -> LocaleFile {
    let line = if fact.is_empty() { String::new() } else { format!("  a: {{{fact}}}\n") };
    let yaml = format!("version: 1\nmessages:{}\n{line}", if fact.is_empty() { " {}" } else { "" });
    LocaleFile::new(Resource::parse(source.into()).unwrap(), StateFile::parse(&yaml).unwrap())
}

/// What is known of `a` besides its translation, of three versions.
fn facts(base: &str, ours: &str, theirs: &str) -> StateFile {
    let [base, ours, theirs] = [base, ours, theirs].map(|fact| saying(fact, ""));
    merge(Versions { base: &base, ours: &ours, theirs: &theirs }, Wordings::Best).unwrap().state
}

#[test]
fn a_message_is_missing_since_the_first_of_two_days_unless_one_side_says_otherwise() {
    let days = ["", "missing: 2026-01-01", "missing: 2026-01-02", "missing: 2026-01-03"];
    for (base, ours, theirs, merged) in [
        (days[1], days[2], days[3], days[2]),
        (days[1], days[3], days[2], days[2]),
        (days[2], days[2], days[3], days[3]),
        (days[2], days[3], days[2], days[3]),
        (days[0], days[0], days[3], days[3]),
        (days[3], days[0], days[3], days[0]),
        (days[3], days[3], days[0], days[0]),
        (days[1], days[0], days[3], days[3]),
        (days[1], days[3], days[0], days[3]),
    ] {
        let day = facts(base, ours, theirs).missing.get("a").map(|day| format!("missing: {day}"));
        assert_eq!(day.unwrap_or_default(), merged, "{base} {ours} {theirs}");
    }
}

#[test]
fn what_has_a_translation_is_not_missing() {
    let state = "type: MT, origin: x, source: s, target: t, date: 2026-01-02";
    let (empty, translated) = (saying("missing: 2026-01-01", ""), saying(state, "a = eins\n"));
    let noted = saying("missing: 2026-01-01, rejected: [x]", "");
    for [ours, theirs] in [[&noted, &translated], [&translated, &noted]] {
        let merged = merge(Versions { base: &empty, ours, theirs }, Wordings::Best).unwrap();
        assert!(merged.state.missing.is_empty() && merged.state.messages.contains_key("a"));
        assert_eq!(rejected(&merged, "a"), ["x"]);
        // Of a message that came in one branch and was translated in another.
        let nothing = saying("", "");
        let merged = merge(Versions { base: &nothing, ours, theirs }, Wordings::Best).unwrap();
        assert!(merged.state.missing.is_empty());
    }
}

/// Fingerprints of the wordings of a message that were rejected.
fn rejected(merged: &Merged, id: &str) -> Vec<Fingerprint> {
    merged.state.rejected[id].iter().map(|rejected| rejected.target.clone()).collect()
}

#[test]
fn a_rejected_wording_is_there_once_with_its_text() {
    let known = format!("rejected: [{}, x]", fingerprint("Foo"));
    let base = saying("missing: 2026-01-01", "");
    let (ours, theirs) = (saying(&known, ""), saying("rejected: [{text: Foo}]", ""));
    for [ours, theirs] in [[&ours, &theirs], [&theirs, &ours]] {
        let merged = merge(Versions { base: &base, ours, theirs }, Wordings::Best).unwrap();
        assert_eq!(rejected(&merged, "a"), [fingerprint("Foo").as_str(), "x"]);
        assert_eq!(merged.state.rejected["a"][0].text.as_deref(), Some("Foo"));
    }
}

#[test]
fn a_wording_that_stays_is_not_rejected() {
    let state = |more: &str| format!("type: HT, origin: x, source: s, target: t, date: 2026-01-02{more}");
    let base = saying(&state(""), "a = eins\n");
    let ours = saying(&state(", rejected: [t, u]"), "a = eins\n");
    let merged = merge(Versions { base: &base, ours: &ours, theirs: &base }, Wordings::Best).unwrap();
    assert_eq!(rejected(&merged, "a"), ["u"]);
}

#[test]
fn who_decided_last_is_known() {
    let by = |name: &str, day: u8| format!("decided: {{reviewer: {name}, date: 2026-01-0{day}}}");
    let [none, old, one, two] = [String::new(), by("Ada", 3), by("Bob", 1), by("Zoe", 2)];
    for (base, ours, theirs, merged) in [
        (&old, &one, &two, Some("Zoe")),
        (&old, &two, &one, Some("Zoe")),
        (&old, &old, &one, Some("Bob")),
        (&old, &one, &old, Some("Bob")),
        (&old, &none, &old, None),
        (&old, &old, &none, None),
        (&old, &none, &one, Some("Bob")),
    ] {
        let state = facts(base, ours, theirs);
        let name = state.decided.get("a").map(|decided| decided.reviewer.as_str());
        assert_eq!(name, merged, "{base} {ours} {theirs}");
    }
}

#[test]
fn messages_keep_their_places() {
    let [base, ours, theirs] =
        ["# @b\n\n", "# @b\n\n# @a\n\n", "# @c\n\n# @b\nb = 2\n\n"].map(|source| saying("", source));
    let merged = merge(Versions { base: &base, ours: &ours, theirs: &theirs }, Wordings::Best).unwrap();
    assert_eq!(merged.home, ["c", "b", "a"].map(Id::from));
}

#[test]
fn what_cannot_be_read_whole_is_not_merged() {
    let good = saying("", "a = 1\n");
    for bad in ["a = 1\njunk\n", "a = 1\na = 2\n"] {
        let bad = saying("", bad);
        for [base, ours, theirs] in [[&bad, &good, &good], [&good, &bad, &good], [&good, &good, &bad]] {
            assert_eq!(merge(Versions { base, ours, theirs }, Wordings::Best), None);
        }
    }
}
