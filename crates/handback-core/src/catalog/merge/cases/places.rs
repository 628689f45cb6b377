//! In which file translations stand.

use super::super::super::state::HandOff;
use super::*;

fn moved(id: &str, from: &str, to: &str) -> Change {
    Change::Moved { id: id.into(), from: key(from), to: key(to) }
}

#[test]
fn a_translation_follows_its_message() {
    let mut case = Case::default();
    case.was("a.md", "m", "Save").is("", "m", "Save").has_units("a.md", &["m"]).has_units("b.md", &["m"]);
    case.translated("a.md", "m", "Save", "Enregistrer");
    assert_eq!(case.merge(), [moved("m", "a.md", "")]);
    assert_eq!((case.text("", "m"), case.text("a.md", "m")), (Some("Enregistrer"), None));
    assert!(!case.catalog.files[&key("a.md")].state.messages.contains_key("m"), "its state goes along");
    assert_eq!(case.again(), []);
}

#[test]
fn a_stale_translation_follows_too() {
    let mut case = Case::default();
    case.was("a.md", "m", "Save").is("", "m", "Save").has_units("a.md", &["m"]).has_units("b.md", &["m"]);
    case.translated("a.md", "m", "Save it", "L’enregistrer").since = Some(Date::constant(2026, 1, 15));
    assert_eq!(case.merge(), [moved("m", "a.md", "")]);
}

#[test]
fn an_override_stays_while_its_document_uses_the_message() {
    let mut case = Case::default();
    case.stays("", "m", "Save").has_units("a.md", &["m"]).has_units("b.md", &["m", "n"]);
    case.translated("", "m", "Save", "Enregistrer");
    case.translated("a.md", "m", "Save", "Sauvegarder");
    assert_eq!(case.merge(), []);
    assert_eq!((case.text("", "m"), case.text("a.md", "m")), (Some("Enregistrer"), Some("Sauvegarder")));
}

#[test]
fn an_override_of_a_new_shared_message_stays() {
    let mut case = Case::default();
    case.is("", "m", "Save").has_units("a.md", &["m"]);
    case.translated("a.md", "m", "Save", "Sauvegarder");
    assert_eq!(case.merge(), []);
}

#[test]
fn what_lies_in_a_document_without_the_message_serves_all_or_is_memory() {
    let mut case = Case::default();
    case.stays("", "m", "Save").has_units("a.md", &["n"]);
    case.translated("a.md", "m", "Save", "Sauvegarder");
    assert_eq!(case.merge(), [moved("m", "a.md", "")]);
    // Where a translation stands already it is memory.
    let mut case = Case::default();
    case.stays("", "m", "Save").has_units("a.md", &["n"]);
    case.translated("a.md", "m", "Save", "Sauvegarder");
    case.translated("", "m", "Save", "Enregistrer");
    assert_eq!(case.merge(), [Change::Obsolete { id: "m".into(), file: key("a.md") }]);
    assert_eq!(case.text("", "m"), Some("Enregistrer"));
}

/// A message that becomes shared where an obsolete translation, made from `english`, is in the way.
fn in_the_way(english: &str, uses: &[&str]) -> Case {
    let mut case = Case::default();
    case.was("a.md", "m", "Save").is("", "m", "Save").has_units("a.md", uses);
    case.translated("a.md", "m", "Save", "Enregistrer");
    let state = case.translated("", "m", english, "Vieux");
    (state.obsolete, state.previous) = (true, Some(english.into()));
    case
}

#[test]
fn an_obsolete_one_in_the_way_changes_places() {
    let mut case = in_the_way("Store", &["n"]);
    assert_eq!(case.merge(), [moved("m", "a.md", "")]);
    assert_eq!((case.text("", "m"), case.text("a.md", "m")), (Some("Enregistrer"), Some("Vieux")));
    assert!(case.state("a.md", "m").obsolete && !case.state("", "m").obsolete);
}

#[test]
fn an_obsolete_one_of_todays_english_serves_again() {
    let mut case = in_the_way("Save", &["n"]);
    case.merge();
    assert_eq!((case.text("", "m"), case.text("a.md", "m")), (Some("Vieux"), Some("Enregistrer")));
    assert!(case.state("a.md", "m").obsolete && !case.state("", "m").obsolete);
}

#[test]
fn a_wording_without_a_state_is_not_put_aside() {
    let mut case = in_the_way("Store", &["n"]);
    // No message that is known then or now: nothing is asked about it, and it gets no state.
    case.files.get_mut(&key("")).unwrap().1.clear();
    case.merge();
    assert_eq!(case.text("", "m"), Some("Vieux"));
}

#[test]
fn an_obsolete_one_does_not_become_an_override() {
    let hash = fingerprint("Vieux");
    let free = |length: usize| format!("m-{}", &hash[..length]);
    let mut case = in_the_way("Store", &["m"]);
    case.merge();
    assert_eq!((case.text("a.md", "m"), case.text("a.md", &free(4))), (None, Some("Vieux")));
    assert!(case.state("a.md", &free(4)).obsolete);
    // Neither a message nor a translation has its id.
    let mut case = in_the_way("Store", &["m"]);
    case.stays("b.md", &free(4), "Other").has_units("b.md", &[&free(4)]);
    case.translated("c.md", &free(5), "Gone", "Parti").obsolete = true;
    case.merge();
    assert_eq!(case.text("a.md", &free(6)), Some("Vieux"));
}

fn hand_off(hash: &str) -> HandOff {
    HandOff::new(hash, Date::constant(2026, 1, 1), hash)
}

/// `a.md` becomes `b.md`.
fn renamed() -> Case {
    let mut case = Case::default();
    case.was("a.md", "m", "Save").is("b.md", "m", "Save").has_units("b.md", &["m"]);
    case.translated("a.md", "m", "Save", "Enregistrer");
    case.renames = Renames::new(vec![("a.md".into(), "b.md".into())]);
    case
}

#[test]
fn a_renamed_document_takes_its_files_along() {
    let mut case = renamed();
    assert_eq!(case.merge(), []);
    assert_eq!((case.text("b.md", "m"), case.text("a.md", "m")), (Some("Enregistrer"), None));
    let changed = |name: &str| case.catalog.files[&key(name)].resource_changed();
    assert!(changed("a.md") && changed("b.md"), "both are written");
}

#[test]
fn a_renamed_document_without_files_leaves_those_of_its_new_name() {
    let mut case = renamed();
    let file = case.files.remove(&key("a.md")).unwrap();
    case.files.insert(key("b.md"), file);
    assert_eq!(case.merge(), []);
    assert_eq!(case.text("b.md", "m"), Some("Enregistrer"));
    assert!(!case.catalog.files.contains_key(&key("a.md")));
}

#[test]
fn a_document_that_is_renamed_onto_files_joins_them() {
    let mut case = renamed();
    case.stays("b.md", "n", "Open").has_units("b.md", &["n"]).was("a.md", "o", "Close").is("b.md", "o", "Close");
    case.translated("a.md", "n", "Open", "Ouvrir (a)");
    case.translated("b.md", "n", "Open", "Ouvrir");
    case.translated("a.md", "o", "Close", "Fermer");
    case.merge();
    let texts = ["m", "n", "o"].map(|id| case.text("b.md", id));
    assert_eq!(texts, [Some("Enregistrer"), Some("Ouvrir"), Some("Fermer")], "what stands there stays");
}

#[test]
fn hand_off_and_days_go_along() {
    let joined = |there: Option<HandOff>| {
        let mut catalog = LocaleCatalog::new("fr-FR");
        let file = catalog.file_mut(&key("a.md"));
        file.state.document = Some(hand_off("a"));
        file.state.missing.extend([("m".into(), Date::constant(2026, 1, 1)), ("n".into(), Date::constant(2026, 1, 1))]);
        let file = catalog.file_mut(&key("b.md"));
        file.state.document = there;
        file.state.missing.insert("n".into(), Date::constant(2026, 1, 2));
        let renames = Renames::new(vec![("a.md".into(), "b.md".into())]);
        let reference = Reference::default();
        let update = Update {
            old: &reference,
            new: &reference,
            links: &[],
            recasts: &[],
            reform: &|reforming| Reformed::Own(reforming.translation.to_owned()),
            renames: &renames,
            untranslatable: &FxHashMap::default(),
            blocks: &FxHashMap::default(),
            policy: &Policy { up_to: None, decide: &decide },
            evidence: &Said::default(),
            today: TODAY,
        };
        follow_renames(&mut catalog, &update);
        let state = catalog.files[&key("b.md")].state.clone();
        (state.document, state.missing["m"], state.missing["n"])
    };
    let days = (Date::constant(2026, 1, 1), Date::constant(2026, 1, 2));
    assert_eq!(joined(None), (Some(hand_off("a")), days.0, days.1));
    assert_eq!(joined(Some(hand_off("b"))), (Some(hand_off("b")), days.0, days.1));
}

#[test]
fn a_new_message_starts_from_the_one_that_it_came_from() {
    let linked = |change: &dyn Fn(&mut State)| {
        let mut case = Case::default();
        case.was("a.md", "m", "Save it").is("a.md", "n", "Save them").has_units("a.md", &["n"]);
        change(case.translated("a.md", "m", "Save it", "Enregistrer"));
        case.link("m", "n", "a.md");
        let changes = case.merge();
        assert_eq!(changes[0], Change::Started { id: "n".into(), from: "m".into() });
        assert_eq!(case.text("a.md", "n"), Some("Enregistrer"));
        let state = case.state("a.md", "n").clone();
        assert_eq!((state.since, state.obsolete), (Some(TODAY), false));
        state
    };
    let state = linked(&|_| {});
    assert_eq!((state.previous.as_deref(), &state.source), (Some("Save it"), &fingerprint("Save it")));
    // What was stale before names the English that it was made from.
    let older = |state: &mut State| (state.source, state.previous) = (fingerprint("Store"), Some("Store".into()));
    assert_eq!(linked(&older).previous.as_deref(), Some("Store"));
    assert_eq!(linked(&|state| state.source = fingerprint("Store")).previous, None, "it is not known");
    // So does what was carried for its looks; what was worded again was worded for the last English.
    let carried = |how| move |state: &mut State| (state.carried, state.previous) = (Some(how), Some("SAVE IT".into()));
    let state = linked(&carried(Carried::Cosmetic));
    assert_eq!((state.previous.as_deref(), &state.source), (Some("SAVE IT"), &fingerprint("SAVE IT")));
    let state = linked(&carried(Carried::Mechanical));
    assert_eq!((state.previous.as_deref(), state.carried), (Some("Save it"), None));
}

#[test]
fn a_link_leaves_alone_what_stands_there() {
    let mut case = Case::default();
    case.was("a.md", "m", "Save it").is("a.md", "n", "Save them").has_units("a.md", &["n"]);
    case.translated("a.md", "m", "Save it", "Enregistrer");
    case.translated("a.md", "n", "Save them", "Les enregistrer");
    case.link("m", "n", "a.md");
    assert_eq!(case.merge(), [Change::Obsolete { id: "m".into(), file: key("a.md") }]);
    assert_eq!(case.text("a.md", "n"), Some("Les enregistrer"));
}
