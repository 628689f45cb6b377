//! Whether translations are current, stale, obsolete or carried over.

use super::*;

/// One message of one document.
fn case(then: &str, today: &str) -> Case {
    let mut case = Case::default();
    case.was("a.md", "m", then).is("a.md", "m", today).has_units("a.md", &["m"]);
    case
}

fn change(id: &str, change: impl Fn(Id, FileKey) -> Change) -> Vec<Change> {
    vec![change(id.into(), key("a.md"))]
}

fn stale(id: Id, file: FileKey) -> Change {
    Change::Stale { id, file }
}

fn current(id: Id, file: FileKey) -> Change {
    Change::Current { id, file }
}

#[test]
fn what_did_not_change_stays_as_it_is() {
    let mut case = case("Save", "Save");
    let before = case.translated("a.md", "m", "Save", "Enregistrer").clone();
    case.said.english = vec!["Save"];
    assert_eq!(case.merge(), []);
    assert_eq!(case.state("a.md", "m"), &before);
    assert!(!case.catalog.files[&key("a.md")].resource_changed());
}

#[test]
fn changed_english_makes_stale_from_today_on() {
    let mut case = case("Save", "Save all");
    case.translated("a.md", "m", "Save", "Enregistrer");
    assert_eq!(case.merge(), change("m", stale));
    let state = case.state("a.md", "m").clone();
    assert_eq!((state.previous.as_deref(), state.since), (Some("Save"), Some(TODAY)));
    assert_eq!(state.source, fingerprint("Save"), "it names the English that it was made from");
    assert_eq!(case.again(), [], "once is enough");
    assert_eq!(case.state("a.md", "m"), &state);
}

#[test]
fn what_is_stale_keeps_its_day_and_its_english_when_the_english_changes_again() {
    let mut case = case("Save all", "Save everything");
    let state = case.translated("a.md", "m", "Save", "Enregistrer");
    (state.previous, state.since) = (Some("Save".into()), Some(Date::constant(2026, 1, 15)));
    let before = state.clone();
    assert_eq!(case.merge(), []);
    assert_eq!(case.state("a.md", "m"), &before);
}

#[test]
fn a_day_that_is_missing_is_today() {
    let mut case = case("Save all", "Save all");
    case.translated("a.md", "m", "Save", "Enregistrer").previous = Some("Save".into());
    assert_eq!(case.merge(), []);
    assert_eq!(case.state("a.md", "m").since, Some(TODAY));
}

#[test]
fn english_that_is_back_makes_current() {
    let mut case = case("Save all", "Save");
    let state = case.translated("a.md", "m", "Save", "Enregistrer");
    (state.previous, state.since) = (Some("Save".into()), Some(Date::constant(2026, 1, 15)));
    assert_eq!(case.merge(), change("m", current));
    let state = case.state("a.md", "m");
    assert_eq!((&state.previous, &state.since), (&None, &None));
}

#[test]
fn what_nothing_uses_is_kept_with_its_english() {
    let mut case = Case::default();
    case.was("a.md", "m", "Save").translated("a.md", "m", "Save", "Enregistrer").since =
        Some(Date::constant(2026, 1, 15));
    assert_eq!(case.merge(), change("m", |id, file| Change::Obsolete { id, file }));
    let state = case.state("a.md", "m").clone();
    assert!(state.obsolete && state.since.is_none());
    assert_eq!((state.previous.as_deref(), case.text("a.md", "m")), (Some("Save"), Some("Enregistrer")));
    assert_eq!(case.again(), []);
    assert_eq!(case.state("a.md", "m"), &state);
}

#[test]
fn what_was_carried_keeps_its_english_when_it_goes() {
    for (how, kept) in [(Carried::Cosmetic, Some("save 1")), (Carried::Mechanical, None)] {
        let mut case = Case::default();
        let state = case.was("a.md", "m", "Save 1").translated("a.md", "m", "Save 1", "Enregistrer 1");
        (state.carried, state.previous) = (Some(how), Some("save 1".into()));
        case.merge();
        let state = case.state("a.md", "m");
        // One that was worded again for the last English is right for that one alone.
        assert_eq!(state.previous.as_deref(), kept.or(Some("Save 1")));
        assert_eq!(state.carried, kept.map(|_| how));
    }
}

#[test]
fn what_is_used_again_is_revived() {
    let revived = |id, file| Change::Revived { id, file };
    let mut same = case("Save", "Save");
    let state = same.translated("a.md", "m", "Save", "Enregistrer");
    (state.obsolete, state.previous) = (true, Some("Save".into()));
    assert_eq!(same.merge(), [change("m", revived), change("m", current)].concat());
    assert!(!same.state("a.md", "m").obsolete);
    // With another English it is stale from today on, whatever day it named before.
    let mut other = case("Save all", "Save all");
    let state = other.translated("a.md", "m", "Save", "Enregistrer");
    (state.obsolete, state.previous, state.since) = (true, Some("Save".into()), Some(Date::constant(2025, 1, 1)));
    assert_eq!(other.merge(), change("m", revived));
    assert_eq!(other.state("a.md", "m").since, Some(TODAY));
}

#[test]
fn english_that_a_state_lost_is_found_again() {
    let lost = |obsolete, since: Option<Date>| {
        let mut case = case("Save all", "Save all");
        let state = case.translated("a.md", "m", "Save", "Enregistrer");
        (state.obsolete, state.since) = (obsolete, since);
        case.said.english = vec!["Save", "Save all"];
        case.merge();
        case.state("a.md", "m").previous.clone()
    };
    assert_eq!(lost(false, None).as_deref(), Some("Save"));
    assert_eq!(lost(true, None).as_deref(), Some("Save"), "also of what comes back into use");
    assert_eq!(lost(false, Some(Date::constant(2026, 1, 15))), None, "it was looked for on that day");
}

#[test]
fn what_waits_as_memory_is_not_looked_for() {
    // Another file has the message; the obsolete one lies where it was used once.
    let mut case = Case::default();
    case.stays("b.md", "m", "Save all").has_units("b.md", &["m"]);
    case.translated("b.md", "m", "Save all", "Tout enregistrer");
    case.translated("a.md", "m", "Save", "Enregistrer").obsolete = true;
    case.said.english = vec!["Save"];
    assert_eq!(case.merge(), []);
    assert_eq!(case.state("a.md", "m").previous, None);
}

#[test]
fn looks_alone_leave_a_translation_current() {
    let mut case = case("save", "Save");
    case.up_to = Some(Carried::Cosmetic);
    case.translated("a.md", "m", "save", "Enregistrer");
    let was = Some(fingerprint("Enregistrer"));
    let how = Carried::Cosmetic;
    assert_eq!(case.merge(), change("m", |id, file| Change::Carried { id, file, how, was: was.clone() }));
    let state = case.state("a.md", "m").clone();
    assert_eq!((&state.source, state.previous.as_deref()), (&fingerprint("Save"), Some("save")));
    assert_eq!((state.carried, state.date), (Some(how), Date::constant(2026, 1, 1)));
    assert_eq!(case.again(), [], "it stays so");
    // Later changes are compared with the English that it was made from, which is the one that counts.
    case.is("a.md", "m", "Open");
    assert_eq!(case.run(), change("m", stale));
    let state = case.state("a.md", "m");
    assert_eq!((&state.source, state.previous.as_deref()), (&fingerprint("save"), Some("save")));
    assert_eq!(state.carried, None);
}

#[test]
fn a_stricter_policy_takes_back_what_looks_allowed() {
    let mut case = case("Save", "Save");
    let state = case.translated("a.md", "m", "Save", "Enregistrer");
    (state.carried, state.previous) = (Some(Carried::Cosmetic), Some("save".into()));
    assert_eq!(case.merge(), change("m", stale));
    assert_eq!(case.state("a.md", "m").source, fingerprint("save"));
}

#[test]
fn numbers_are_carried_over_as_far_as_the_policy_goes() {
    let carried = |up_to| {
        let mut case = case("Page 1", "Page 2");
        case.translated("a.md", "m", "Page 1", "Feuille 1");
        case.up_to = up_to;
        case.merge();
        case
    };
    for up_to in [None, Some(Carried::Cosmetic)] {
        let case = carried(up_to);
        assert_eq!(case.text("a.md", "m"), Some("Feuille 1"), "{up_to:?}");
        assert_eq!(case.state("a.md", "m").previous.as_deref(), Some("Page 1"));
    }
    let mut case = carried(Some(Carried::Mechanical));
    assert_eq!(case.text("a.md", "m"), Some("Feuille 2"));
    let state = case.state("a.md", "m");
    assert_eq!((&state.source, &state.target), (&fingerprint("Page 2"), &fingerprint("Feuille 2")));
    assert_eq!((state.date, state.previous.as_deref()), (TODAY, Some("Page 1")));
    assert_eq!(case.again(), []);
    // Through a chain the state names the English that a person translated, until that is back.
    case.is("a.md", "m", "Page 3");
    case.run();
    assert_eq!(
        (case.text("a.md", "m"), case.state("a.md", "m").previous.as_deref()),
        (Some("Feuille 3"), Some("Page 1"))
    );
    case.again();
    case.is("a.md", "m", "Page 1");
    case.run();
    let state = case.state("a.md", "m");
    assert_eq!((case.text("a.md", "m"), &state.carried, &state.previous), (Some("Feuille 1"), &None, &None));
}

#[test]
fn looks_after_numbers_begin_at_the_last_wording() {
    let mut case = case("Page 2", "PAGE 2");
    let state = case.translated("a.md", "m", "Page 2", "Feuille 2");
    (state.carried, state.previous) = (Some(Carried::Mechanical), Some("Page 1".into()));
    case.up_to = Some(Carried::Mechanical);
    case.merge();
    let state = case.state("a.md", "m");
    assert_eq!((state.carried, state.previous.as_deref()), (Some(Carried::Cosmetic), Some("Page 2")));
}

#[test]
fn a_wording_that_carrying_leaves_alone_keeps_its_date() {
    let mut case = case("Page 1", "Page 2");
    case.translated("a.md", "m", "Page 1", "Une feuille");
    case.up_to = Some(Carried::Mechanical);
    case.merge();
    let state = case.state("a.md", "m");
    assert_eq!((state.carried, state.date), (Some(Carried::Mechanical), Date::constant(2026, 1, 1)));
    assert!(!case.catalog.files[&key("a.md")].resource_changed());
}

#[test]
fn an_override_of_a_name_lasts_as_long_as_the_name() {
    let mut case = Case::default();
    case.translated("a.md", "contoso", "Contoso", "Contoso SA");
    case.untranslatable.insert("contoso".into(), fingerprint("Contoso"));
    case.up_to = Some(Carried::Mechanical);
    assert_eq!(case.merge(), []);
    assert!(!case.state("a.md", "contoso").obsolete);
    case.untranslatable.clear();
    assert_eq!(case.run(), change("contoso", |id, file| Change::Obsolete { id, file }));
}
