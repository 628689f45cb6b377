//! What becomes of wordings that their states do not know.

use super::super::super::state::Draft;
use super::*;

const MACHINE: TranslationType = TranslationType::Machine;
const HUMAN: TranslationType = TranslationType::Human;

/// A document `a.md` with the message `m`, `Save`, and another that is translated.
fn case() -> Case {
    let mut case = Case::default();
    case.stays("a.md", "m", "Save").stays("a.md", "n", "Open").has_units("a.md", &["m", "n"]);
    case.translated("a.md", "n", "Open", "Ouvrir");
    case
}

fn kind_and_source(case: &mut Case, file: &str, id: &str) -> (TranslationType, Fingerprint) {
    case.merge();
    let state = case.state(file, id);
    (state.kind, state.source.clone())
}

#[test]
fn a_person_translated_the_english_of_the_last_sync() {
    let mut case = case();
    case.is("a.md", "m", "Save all").typed("a.md", "m", "Enregistrer");
    assert_eq!(kind_and_source(&mut case, "a.md", "m"), (HUMAN, fingerprint("Save")));
}

#[test]
fn a_person_translated_the_text_that_stands_in_the_document() {
    let mut case = Case::default();
    case.stays("", "by", "By <$app>").has_units("a.md", &["by"]).app("a.md", "Contoso", "Contoso");
    case.typed("a.md", "by", "De Contoso");
    assert_eq!(kind_and_source(&mut case, "a.md", "by"), (HUMAN, fingerprint("By Contoso")));
    // With the value lifted out it is a translation of the message; so is any at its home.
    let mut case = Case::default();
    case.stays("", "by", "By <$app>").has_units("a.md", &["by"]).app("a.md", "Contoso", "Contoso");
    case.typed("a.md", "by", "De <$app>");
    assert_eq!(kind_and_source(&mut case, "a.md", "by").1, fingerprint(&lifted("By <$app>")));
    let mut case = Case::default();
    case.stays("a.md", "by", "By <$app>").has_units("a.md", &["by"]).app("a.md", "Contoso", "Contoso");
    case.typed("a.md", "by", "De nous");
    assert_eq!(kind_and_source(&mut case, "a.md", "by").1, fingerprint(&lifted("By <$app>")));
}

#[test]
fn a_message_that_no_document_has_is_asked_about_once_one_has_it() {
    let mut case = case();
    case.typed("a.md", "later", "Plus tard").recorded("later", "Later", "Plus tard");
    assert_eq!(case.merge(), [Change::Unknown { id: "later".into(), file: key("a.md") }]);
    assert!(!case.catalog.files[&key("a.md")].state.messages.contains_key("later"));
    case.is("a.md", "later", "Later");
    case.run();
    assert_eq!(case.state("a.md", "later").kind, MACHINE);
}

#[test]
fn a_new_wording_on_record_is_no_persons() {
    let mut case = case();
    case.typed("a.md", "m", "Enregistrer").recorded("m", "Save", "Enregistrer");
    assert_eq!(case.merge(), [Change::Recognized { id: "m".into(), file: key("a.md"), was: None }]);
    assert_eq!(case.state("a.md", "m").kind, MACHINE);
}

#[test]
fn a_record_of_another_id_counts_if_it_is_of_the_same_english() {
    // English of the last sync.
    let mut last = case();
    last.is("a.md", "m", "Save all").typed("a.md", "m", "Enregistrer").recorded("z", "Save", "Enregistrer");
    // English of today.
    let mut today = case();
    today.is("a.md", "m", "Save all").typed("a.md", "m", "Enregistrer").recorded("z", "Save all", "Enregistrer");
    // English of the wording that the state knows.
    let mut known = case();
    known.translated("a.md", "m", "Store", "Stocker");
    known.files.get_mut(&key("a.md")).unwrap().0 = "m = Enregistrer\nn = Ouvrir\n".into();
    known.recorded("z", "Store", "Enregistrer");
    for mut case in [last, today, known] {
        case.merge();
        assert_eq!(case.state("a.md", "m").kind, MACHINE, "{:?}", case.said.records);
    }
    // The message itself, where the document has its own text.
    let mut own = Case::default();
    own.was("", "by", "By <$app>").is("", "by", "From <$app>").has_units("a.md", &["by"]);
    own.app("a.md", "Contoso", "Contoso").typed("a.md", "by", "De nous").recorded("z", "By <$app>", "De nous");
    assert_eq!(kind_and_source(&mut own, "a.md", "by").0, MACHINE);
    // A text that has no message.
    let mut name = case();
    name.untranslatable.insert("contoso".into(), fingerprint("Contoso"));
    name.typed("a.md", "contoso", "Contoso SA").recorded("z", "Contoso", "Contoso SA");
    assert_eq!(kind_and_source(&mut name, "a.md", "contoso").0, MACHINE);
}

#[test]
fn the_state_that_stayed_in_another_file_knows_its_wording() {
    let with_state_of = |text: &str| {
        let mut case = Case::default();
        case.stays("", "m", "Save").has_units("a.md", &["m"]).typed("", "m", "Enregistrer");
        let state = case.translated("b.md", "m", "Save", text);
        (state.kind, state.origin, state.obsolete) = (MACHINE, "mt:x".into(), true);
        assert_eq!(case.merge().len(), 1, "nothing comes back that was never gone");
        case.state("", "m").kind
    };
    assert_eq!((with_state_of("Enregistrer"), with_state_of("Sauvegarder")), (MACHINE, HUMAN));
}

#[test]
fn a_proposal_for_other_english_does_not_come_back_with_a_record() {
    let mut case = case();
    let draft = Draft { text: "x".into(), origin: "mt:x".into(), source: "s".into(), reworded: false };
    case.stays("a.md", "m", "Save all").typed("a.md", "m", "Enregistrer");
    case.recorded("m", "Save", "Enregistrer").draft = Some(Box::new(draft));
    case.merge();
    assert_eq!((case.state("a.md", "m").since, &case.state("a.md", "m").draft), (Some(TODAY), &None));
}

#[test]
fn memory_that_is_typed_over_is_asked_about() {
    let mut case = Case::default();
    case.translated("a.md", "m", "Save", "Enregistrer").obsolete = true;
    case.files.get_mut(&key("a.md")).unwrap().0 = "m = Sauvegarder\n".into();
    assert_eq!(kind_and_source(&mut case, "a.md", "m"), (HUMAN, fingerprint("Save")));
    case.recorded("m", "Store", "Sauvegarder");
    assert_eq!(kind_and_source(&mut case, "a.md", "m"), (MACHINE, fingerprint("Store")));
}

#[test]
fn only_wordings_without_a_record_make_a_crowd() {
    let ids = ["p", "q", "r", "s", "t"];
    let crowd = |on_record: usize| {
        let mut case = Case::default();
        case.said.witness = Witness { in_git: true, complete: false };
        case.has_units("a.md", &ids);
        for (at, id) in ids.into_iter().enumerate() {
            case.stays("a.md", id, &format!("English {id}")).typed("a.md", id, id);
            if at < on_record {
                case.recorded(id, &format!("English {id}"), id);
            }
        }
        kind_and_source(&mut case, "a.md", "t").0
    };
    assert_eq!((crowd(0), crowd(4)), (TranslationType::Unproven, HUMAN));
}

/// A person's wording of `m`, with a note and one that it replaced, is typed over.
fn typed_over() -> Case {
    let mut case = case();
    let state = case.translated("a.md", "m", "Save", "Enregistrer");
    state.note = Some("formal".into());
    let old = State::new(HUMAN, "human", "s", "t", Date::constant(2025, 1, 1));
    state.keep_replaced(&old, "Stocker");
    case.files.get_mut(&key("a.md")).unwrap().0 = "m = Sauvegarder\nn = Ouvrir\n".into();
    case.said.wording = Some("Enregistrer");
    case
}

fn replaced(case: &Case) -> Vec<&str> {
    case.state("a.md", "m").replaced.iter().map(|old| old.text.as_str()).collect()
}

#[test]
fn the_next_person_sees_the_note_of_the_one_before() {
    let mut case = typed_over();
    let was = Some(fingerprint("Enregistrer"));
    assert_eq!(case.merge(), [Change::HumanEdit { id: "m".into(), file: key("a.md"), was }]);
    assert_eq!(case.state("a.md", "m").note.as_deref(), Some("formal"));
    assert_eq!(replaced(&case), ["Stocker"], "people replace their wordings as they like");
}

#[test]
fn what_a_machine_or_a_record_took_the_place_of_is_kept() {
    let mut machine = typed_over();
    machine.said.author = Some(Author { name: "bot".into(), kind: MACHINE, reviewed: true });
    let mut recorded = typed_over();
    recorded.recorded("m", "Save", "Sauvegarder");
    for mut case in [machine, recorded] {
        case.merge();
        assert_eq!((case.state("a.md", "m").kind, case.state("a.md", "m").note.as_deref()), (MACHINE, None));
        assert_eq!(replaced(&case), ["Enregistrer", "Stocker"]);
    }
    let mut unproven = typed_over();
    unproven.recorded("m", "Save", "Sauvegarder");
    unproven.files.get_mut(&key("a.md")).unwrap().1.get_mut("m").unwrap().kind = MACHINE;
    unproven.merge();
    assert_eq!(replaced(&unproven), ["Stocker"], "a machine's wording is not kept");
}

#[test]
fn what_is_gone_was_removed_only_if_all_could_be_read() {
    let without = |source: &str| {
        let mut case = case();
        case.translated("a.md", "m", "Save", "Enregistrer");
        case.files.get_mut(&key("a.md")).unwrap().0 = source.into();
        let changes = case.merge();
        let was = Some(fingerprint("Enregistrer"));
        let deleted = changes.contains(&Change::Deleted { id: "m".into(), file: key("a.md"), was });
        assert_eq!(deleted, !case.catalog.files[&key("a.md")].state.messages.contains_key("m"));
        deleted
    };
    assert!(without("n = Ouvrir\n"));
    assert!(without("n = Ouvrir\nm =\n    .title = x\n"), "no value is no translation");
    assert!(!without("n = Ouvrir\nm Enregistrer\n"), "it may be what cannot be read");
    assert!(!without("n = Ouvrir\nn = Ouvre\n"), "or what was doubled by mistake");
}
