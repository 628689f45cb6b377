//! Decisions that are taken back, and those that somebody else overtook.

use std::sync::Arc;

use handback::commands::accept::{Accept, Keep};
use handback::commands::sync::{self, Job};
use handback::project::faults::{Fault, inject};
use handback::review::accepting::Accepting;
use handback::review::many::Mass;
use handback::snapshot::Scope;

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

/// Whoever is killed at any call of a decision can take it back if it was taken: every byte of the catalog is as it was.
fn never_without_what_takes_it_back(what: &str, project: impl Fn() -> Project, decide: impl Fn(&Project, &dyn Fn())) {
    const NO_SPACE: i32 = 28;
    let mut was_taken = false;
    for at in 1.. {
        let project = project();
        open(&project, |_| ());
        let before = catalog(&project);
        let fault = std::cell::RefCell::new(None);
        decide(&project, &|| {
            fault.borrow_mut().get_or_insert_with(|| inject(&project.path(""), at, Fault::Onwards(NO_SPACE)));
        });
        let calls = fault.take().unwrap().calls();
        // Completes what was begun.
        open(&project, |_| ());
        if catalog(&project) != before {
            was_taken = true;
            open(&project, |session| {
                let taken = session.earlier_decisions().pop();
                let taken = taken.unwrap_or_else(|| panic!("{what}: nothing to take back at {at}"));
                assert_eq!(session.undo(&taken).unwrap(), [], "{what}: {at}");
            });
            assert!(catalog(&project) == before, "{what}: {at}");
        }
        if calls < at {
            assert!(was_taken && at > 4, "{what}: {at}");
            return;
        }
    }
}

#[test]
fn a_decision_is_never_without_what_takes_it_back() {
    for decision in [
        Decision::Approve,
        Decision::Edit("Où sont les données ?".into()),
        Decision::Reject,
        Decision::Comment("for how long?".into()),
    ] {
        never_without_what_takes_it_back(
            &format!("{decision:?}"),
            || drafted(""),
            |project, begins| {
                open(project, |session| {
                    let seen = entry(session, WHERE);
                    begins();
                    let _ = session.decide(&session.target(0, &seen), &decision, &ada());
                });
            },
        );
    }
    never_without_what_takes_it_back(
        "many",
        || drafted(""),
        |project, begins| {
            open(project, |session| {
                let found = session.filtered(0, &Filter::default());
                let chosen = session.sort(0, &found, Mass::Approve).taken;
                begins();
                let _ = session.decide_many(&chosen, Mass::Approve, &ada());
            });
        },
    );
    never_without_what_takes_it_back("accept", stale, |project, begins| {
        let config = Config::read(&project.path("handback.yaml")).unwrap();
        let keep: Option<Arc<dyn Keep>> = Some(Arc::new(Accepting::new(&ada(), "Still valid", "a".into())));
        let ids = vec![WHERE.to_owned()];
        let accept = Some(Accept { ids, all: Vec::new(), findings: Vec::new(), reviewer: ada(), keep });
        let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: TODAY };
        begins();
        let _ = sync::run(&config, &Job { accept, count: false, ..Job::sync(scope) }, None);
    });
}

#[test]
fn a_decision_that_files_hinder_leaves_nothing_to_take_back() {
    let project = drafted("");
    open(&project, |session| {
        let seen = entry(session, WHERE);
        let target = session.target(0, &seen);
        let before = catalog(&project);
        for at in 1..4 {
            let fault = inject(&project.path("locales"), at, Fault::Once(28));
            let result = session.decide(&target, &Decision::Approve, &ada());
            drop(fault);
            if result.is_ok() {
                return;
            }
            assert_eq!(session.earlier_decisions().len(), 0, "{at}");
            assert!(catalog(&project) == before && entry(session, WHERE).token == target.token, "{at}");
        }
    });
}

#[test]
fn what_was_accepted_is_taken_back_in_all_locales_at_once() {
    let project = Project::new("locales: [fr-FR, de-DE]\nanchors: false\ntranslate: {provider: pseudo}\n");
    project.write("source-docs/a.md", "The warehouse is open.\n\nBring gloves.\n");
    project.sync();
    for locale in ["fr-FR", "de-DE"] {
        let path = format!("locales/{locale}/a.ftl");
        let worded = project.read(&path).replace("⟦", "«").replace("⟧", "»");
        project.write(&path, &worded);
    }
    project.sync();
    project.edit("source-docs/a.md", "is open", "is open again");
    project.sync();
    let before = catalog(&project);
    let accept =
        |arguments: &[&str]| project.run(&[&["accept", "--date", DAY, "--reviewer", "Ada"], arguments].concat());
    for (arguments, said) in [
        (&["the-warehouse-is-open", "--still-valid"][..], "Undone: “Still valid” of 2 messages.\n"),
        (&["--draft", "--locale", "fr-FR", "--locale", "de-DE"], "Undone: “Draft accepted” of 2 messages.\n"),
    ] {
        let outcome = accept(arguments);
        assert!(outcome.out.ends_with("To undo it: `handback accept --undo`\n"), "{}{}", outcome.out, outcome.err);
        assert!(catalog(&project) != before);
        let undone = accept(&["--undo"]);
        assert_eq!((undone.out.as_str(), undone.err.as_str()), (said, ""));
        assert!(catalog(&project) == before);
    }
    assert_eq!(accept(&["--undo"]).code, 2, "nothing is left");
    assert_settled(&project);
}
