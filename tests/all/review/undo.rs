//! Decisions that are taken back, and those that somebody else overtook.

use super::*;

#[test]
fn undo_restores_every_byte() {
    let project = stale();
    // As no program would write it: a comment, a value on lines of its own, an attribute, blank lines.
    let resource = project.read("locales/fr-FR/shared.ftl");
    let odd = resource.replace(
        &format!("{WHERE} = Où sont les données ?\n"),
        &format!("\n# For legal.\n{WHERE} =\n      Où sont\n      les données ?\n    .title = T\n\n"),
    );
    assert_ne!(odd, resource);
    for text in [odd.clone(), odd.replace('\n', "\r\n")] {
        project.write("locales/fr-FR/shared.ftl", &text);
        project.run(&["sync", "--date", DAY]);
        // The hand edit made it current; make it stale again.
        for name in ["a", "b"] {
            let was = project.read(&format!("source-docs/{name}.md"));
            project.write(&format!("source-docs/{name}.md"), &was.replace("all data", "all the data"));
        }
        project.sync();
        let before = catalog(&project);
        open(&project, |session| {
            let mut done = Vec::new();
            for (id, decision) in [
                (WHERE, Decision::Comment("note".into())),
                (WHERE, Decision::Edit("Où sont toutes les données ?".into())),
                ("data", Decision::Reject),
                ("data", Decision::Edit("Données".into())),
                ("only-a-says-this", Decision::Reject),
                (WHERE, Decision::Approve),
            ] {
                done.push(decide(session, id, &decision).unwrap());
            }
            assert_eq!(project.read("locales/fr-FR/a.ftl"), "### Translations of a.md\n", "nothing is left in it");
            for taken in done.iter().rev() {
                session.undo(taken).unwrap();
            }
            // What was taken back cannot be taken back again.
            assert!(matches!(session.undo(&done[5]), Err(Refusal::Changed)));
        });
        let show = |files: Vec<(String, Vec<u8>)>| -> Vec<String> {
            files.into_iter().map(|(name, bytes)| format!("{name} {}", String::from_utf8_lossy(&bytes))).collect()
        };
        assert_eq!(show(catalog(&project)), show(before));
        assert_settled(&project);
    }
}

#[test]
fn the_first_translation_of_a_file_leaves_no_trace_when_taken_back() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "A text.\n");
    project.sync();
    open(&project, |_| ());
    let before = catalog(&project);
    open(&project, |session| {
        let taken = edit(session, "a-text", "Un texte.").unwrap();
        assert!(project.read("locales/fr-FR/a.ftl").contains("a-text = Un texte."));
        session.undo(&taken).unwrap();
    });
    assert_eq!(catalog(&project), before);
}

#[test]
fn what_changed_meanwhile_is_not_overwritten() {
    let project = drafted("");
    open(&project, |session| {
        let seen = entry(session, WHERE);
        let target = session.target(0, &seen);
        // Another person's decision in the same session.
        decide(session, WHERE, &Decision::Comment("look".into())).unwrap();
        assert_eq!(session.decide(&target, &Decision::Approve, &ada()).unwrap_err(), Refusal::Changed);
        // A hand edit of the file.
        assert!(!session.is_outdated());
        project.edit("locales/fr-FR/shared.ftl", "⟦Ŵĥéřé íš ţĥé đáţá ķéƥţ? !!!!!!⟧", "De ma main.");
        assert!(session.is_outdated());
        let state = project.read("locales/fr-FR/shared.yaml");
        assert_eq!(edit(session, WHERE, "Où ?").unwrap_err(), Refusal::Changed);
        assert_eq!(project.read("locales/fr-FR/shared.yaml"), state);
    });
    assert!(project.read("locales/fr-FR/shared.ftl").contains("= De ma main."));
    open(&project, |session| {
        let now = entry(session, WHERE);
        assert_eq!((now.status, now.shown().as_str()), (Status::Human, "De ma main."));
        // Its pages follow, and are not taken for edited themselves.
        assert_eq!((session.waiting(), session.render()), (2, Problems::default()));
    });
    assert!(project.read("localized-docs/fr-FR/b.md").contains("De ma main."));
}

#[test]
fn what_was_decided_can_be_undone_after_a_restart() {
    let project = stale();
    let before = catalog(&project);
    let others = Reviewer::new("Ben").unwrap();
    open(&project, |session| {
        edit(session, WHERE, "Où sont toutes les données ?").unwrap();
        let entry = entry(session, "data");
        session.decide(&session.target(0, &entry), &Decision::Reject, &others).unwrap();
        decide(session, WHERE, &Decision::Comment("for how long?".into())).unwrap();
    });
    let done = || open(&project, |session| session.earlier_decisions());
    let said: Vec<String> =
        done().iter().map(|taken| format!("{}: {} {}", taken.by, taken.what, taken.about())).collect();
    assert_eq!(said, [format!("Ada: Saved {WHERE}"), "Ben: Rejected data".into(), format!("Ada: Noted {WHERE}")]);
    while let Some(taken) = done().pop() {
        assert_eq!(open(&project, |session| session.undo(&taken)).unwrap(), []);
    }
    let text = |files: Vec<(String, Vec<u8>)>| -> Vec<String> {
        files.into_iter().map(|(name, bytes)| format!("{name} {}", String::from_utf8_lossy(&bytes))).collect()
    };
    assert_eq!(text(catalog(&project)), text(before));
}

#[test]
fn what_cannot_be_undone_any_more_is_forgotten() {
    let project = drafted("");
    open(&project, |session| decide(session, WHERE, &Decision::Approve).unwrap());
    project.edit("locales/fr-FR/shared.ftl", "⟦Ŵĥéřé íš ţĥé đáţá ķéƥţ? !!!!!!⟧", "Où sont les données ?");
    project.run(&["sync", "--no-mt", "--date", DAY]);
    open(&project, |session| {
        let taken = session.earlier_decisions().pop().unwrap();
        assert!(matches!(session.undo(&taken), Err(Refusal::Changed)));
        assert_eq!(entry(session, WHERE).shown(), "Où sont les données ?");
        assert!(session.earlier_decisions().is_empty());
    });
}
