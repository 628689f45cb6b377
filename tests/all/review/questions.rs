//! Comments on texts without a translation.

use super::*;

fn question(project: &Project) -> Option<String> {
    open(project, |session| entry(session, "a-text").note)
}

#[test]
fn one_can_ask_about_what_one_cannot_translate() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "A text.\n\nAnother text.\n");
    project.sync();
    let before = catalog(&project);
    open(&project, |session| decide(session, "a-text", &Decision::Comment("Which  text?".into())).unwrap());
    assert_eq!(question(&project).as_deref(), Some("Which text?"));
    insta::assert_snapshot!(project.read("locales/fr-FR/a.yaml"), @r#"
    version: 6
    messages:

      # a-text
      a-text:
        {decided: {reviewer: Ada, date: 2026-02-02, note: "Which text?"}}

    # end
    "#);
    assert_settled(&project);
    let listed = queue(&project, &["--state", "missing"]);
    assert_eq!((&listed[0]["note"], &listed[1]["note"]), (&"Which text?".into(), &Value::Null));
    let outcome = project.run(&["log", "a-text"]);
    insta::assert_snapshot!(outcome.out, @"
    fr-FR
      2026-02-02  question, by Ada
        note Which text?
    ");
    open(&project, |session| decide(session, "a-text", &Decision::Comment(String::new())).unwrap());
    assert_eq!(catalog(&project), before, "an empty one takes it away");
}

#[test]
fn a_question_stays_until_a_person_translates_and_goes_with_the_translation() {
    let project = Project::new(&format!("{CONFIG}translate: {{provider: pseudo}}\n"));
    project.write("source-docs/a.md", "A text.\n");
    project.run(&["sync", "--no-mt", "--date", DAY]);
    open(&project, |session| decide(session, "a-text", &Decision::Comment("Which text?".into())).unwrap());
    project.sync();
    open(&project, |session| {
        let draft = entry(session, "a-text");
        assert_eq!((draft.status, draft.remark().as_deref()), (Status::Machine, Some("Which text?")));
        decide(session, "a-text", &Decision::Approve).unwrap();
        assert_eq!(entry(session, "a-text").remark().as_deref(), Some("Which text?"));
    });
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.contains("note: \"Which text?\", decided: {reviewer: Ada, date: 2026-02-02}"), "{state}");
    assert_settled(&project);
}

#[test]
fn a_note_on_a_wording_that_is_rejected_stays_with_the_text() {
    let project = drafted("");
    open(&project, |session| {
        decide(session, WHERE, &Decision::Comment("odd".into())).unwrap();
        let taken = decide(session, WHERE, &Decision::Reject).unwrap();
        let gone = entry(session, WHERE);
        assert_eq!((gone.status, gone.note.as_deref()), (Status::Missing, Some("odd")));
        session.undo(&taken).unwrap();
        assert_eq!(entry(session, WHERE).note.as_deref(), Some("odd"));
    });
    assert_settled(&project);
}
