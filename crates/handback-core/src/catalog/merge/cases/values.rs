//! Messages that have values of their documents lifted out.

use super::*;

/// Documents `a.md` and `b.md` share `By <$app>`; the values of `b.md` do not change.
fn shared(then: &str, today: &str) -> Case {
    let mut case = Case::default();
    case.stays("", "by", "By <$app>").has_units("a.md", &["by"]).has_units("b.md", &["by"]);
    case.app("a.md", then, today).app("b.md", "Northwind", "Northwind");
    case.translated("", "by", "By <$app>", "Par <$app>");
    case
}

/// In `a.md` the message had no values lifted out until now.
fn newly_lifted(then: &str, today: &str) -> Case {
    let mut case = shared(then, today);
    case.was("a.md", "by", &format!("By {then}"));
    case
}

#[test]
fn a_documents_own_wording_is_measured_against_its_own_text() {
    let mut case = shared("Contoso", "Contoso");
    case.translated("a.md", "by", "By Contoso", "De Contoso");
    assert_eq!(case.merge(), []);
    assert!(!case.state("a.md", "by").obsolete && case.state("a.md", "by").previous.is_none());
}

#[test]
fn another_value_makes_a_documents_own_wording_stale() {
    let mut case = shared("Contoso", "Fabrikam");
    case.translated("a.md", "by", "By Contoso", "De Contoso");
    assert_eq!(case.merge(), [Change::Stale { id: "by".into(), file: key("a.md") }]);
    let state = case.state("a.md", "by");
    assert_eq!((state.previous.as_deref(), state.since), (Some("By Contoso"), Some(TODAY)));
    assert_eq!(case.text("", "by"), Some(&*lifted("Par <$app>")));
}

#[test]
fn what_was_made_for_the_value_of_today_is_not_looked_for() {
    let mut case = shared("Contoso", "Fabrikam");
    case.translated("a.md", "by", "By Fabrikam", "De Fabrikam");
    case.said.english = vec!["By Fabrikam"];
    assert_eq!(case.merge(), []);
}

/// The message moves from `a.md` to the shared file, and has its values lifted out.
fn moving() -> Case {
    let mut case = newly_lifted("Contoso", "Contoso");
    case.files.clear();
    case
}

#[test]
fn a_wording_with_values_in_it_stays_in_its_document() {
    let stays = |mut case: Case| {
        let changes = case.merge();
        assert!(case.catalog.files.get(&key("")).is_none_or(|file| file.pattern("by").is_none()), "{changes:?}");
        assert!(case.text("a.md", "by").is_some());
    };
    let mut plain = moving();
    plain.translated("a.md", "by", "By Contoso", "De Contoso");
    stays(plain);
    // Also one of other values than today's, and one with a selector that was made from this text.
    let mut older = moving();
    older.translated("a.md", "by", "By Fabrikam", "De Fabrikam").since = Some(Date::constant(2026, 1, 15));
    stays(older);
    let mut selector = moving();
    selector.selected("a.md", "by", "By Contoso", "De Contoso");
    stays(selector);
}

#[test]
fn a_wording_without_values_of_its_document_serves_all() {
    let moves = |mut case: Case| {
        let moved = Change::Moved { id: "by".into(), from: key("a.md"), to: key("") };
        assert!(case.merge().contains(&moved));
    };
    let mut lifted = moving();
    lifted.translated("a.md", "by", "By <$app>", "Par <$app>");
    moves(lifted);
    let mut current = moving();
    current.selected("a.md", "by", "By <$app>", "Par");
    moves(current);
    let mut of_another = moving();
    of_another.selected("a.md", "by", "By nobody", "Par").since = Some(Date::constant(2026, 1, 15));
    moves(of_another);
}

#[test]
fn a_wording_goes_with_a_message_that_one_other_document_has_now() {
    let mut case = Case::default();
    case.was("a.md", "by", "By <$app>").is("b.md", "by", "By <$app>").has_units("b.md", &["by"]);
    case.app("a.md", "Contoso", "Contoso").app("b.md", "Northwind", "Northwind");
    case.translated("a.md", "by", "By Contoso", "De Contoso");
    case.merge();
    assert_eq!((case.text("a.md", "by"), case.text("b.md", "by")), (None, Some("De Contoso")));
}

/// The free id that an own wording goes to.
fn put_aside() -> String {
    format!("by-{}", &fingerprint("De Contoso")[..4])
}

#[test]
fn a_wording_of_values_that_changed_gives_way_to_one_for_all() {
    let mut case = newly_lifted("Contoso", "Fabrikam");
    let state = case.translated("a.md", "by", "By Contoso", "De Contoso");
    state.since = Some(Date::constant(2026, 1, 15));
    let obsolete = Change::Obsolete { id: put_aside().into(), file: key("a.md") };
    assert_eq!(case.merge(), [obsolete]);
    assert_eq!((case.text("a.md", "by"), case.text("a.md", &put_aside())), (None, Some("De Contoso")));
    let state = case.state("a.md", &put_aside());
    assert!(state.obsolete && state.since.is_none() && state.previous.as_deref() == Some("By Contoso"));
}

#[test]
fn a_documents_own_wording_does_not_give_way_without_a_reason() {
    let stays = |mut case: Case| {
        case.translated("a.md", "by", "By Contoso", "De Contoso");
        case.merge();
        assert_eq!(case.text("a.md", "by"), Some("De Contoso"));
    };
    // The value is the same; the message was lifted before; nothing current is there for all.
    stays(newly_lifted("Contoso", "Contoso"));
    stays(shared("Contoso", "Fabrikam"));
    let shared_state = |change: &dyn Fn(&mut State)| {
        let mut case = newly_lifted("Contoso", "Fabrikam");
        let states = &mut case.files.get_mut(&key("")).unwrap().1;
        change(states.get_mut("by").unwrap());
        case
    };
    stays(shared_state(&|state| state.obsolete = true));
    stays(shared_state(&|state| {
        (state.source, state.since) = (fingerprint("Else"), Some(Date::constant(2026, 1, 15)));
    }));
}

#[test]
fn an_override_with_a_placeable_does_not_give_way() {
    let mut case = newly_lifted("Contoso", "Fabrikam");
    case.translated("a.md", "by", "By <$app>", "De <$app>");
    case.merge();
    assert_eq!(case.text("a.md", "by"), Some(&*lifted("De <$app>")));
}

#[test]
fn memory_does_not_give_way() {
    let mut case = newly_lifted("Contoso", "Fabrikam");
    case.translated("a.md", "by", "By Contoso", "De Contoso").obsolete = true;
    case.merge();
    assert_eq!(case.text("a.md", "by"), Some("De Contoso"));
}

/// `old` becomes `new` under another id, both shared; `wording` is the translation of `old`.
fn linked(old: &str, new: &str, made_from: &str, wording: &str) -> Case {
    let mut case = Case::default();
    case.was("", "m", old).is("", "n", new).has_units("a.md", &["n"]).app("a.md", "Contoso", "Contoso");
    case.translated("", "m", made_from, wording);
    case.link("m", "n", "a.md");
    case.merge();
    case
}

#[test]
fn a_linked_wording_with_values_belongs_to_its_document() {
    let case = linked("By Contoso", "From <$app>", "By Contoso", "De Contoso");
    assert_eq!((case.text("a.md", "n"), case.text("", "n")), (Some("De Contoso"), None));
    let case = linked("By <$app>", "From <$app>", "By <$app>", "De <$app>");
    assert_eq!((case.text("", "n"), case.text("a.md", "n")), (Some(&*lifted("De <$app>")), None));
    let case = linked("By it", "From it", "By it", "De lui");
    assert_eq!((case.text("", "n"), case.text("a.md", "n")), (Some("De lui"), None));
}

#[test]
fn a_linked_wording_gets_the_values_that_its_message_has_no_more() {
    let case = linked("By <$app>", "From Contoso", "By <$app>", "De <$app>");
    assert_eq!(case.text("", "n"), Some("De Contoso"));
    let state = case.state("", "n");
    assert_eq!((state.previous.as_deref(), &state.target), (Some("By Contoso"), &fingerprint("De Contoso")));
    // One that has none in it stays as it is, with the English that it was made from.
    let case = linked("By <$app>", "From Contoso", "By <$app>", "De nous");
    assert_eq!(
        (case.text("", "n"), case.state("", "n").previous.clone()),
        (Some("De nous"), Some(lifted("By <$app>")))
    );
}
