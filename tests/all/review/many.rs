//! One decision about many messages, and what it leaves.

use handback::review::many::Mass;

use super::*;

const MACHINE: &[&str] = &["accept", "--locale", "fr-FR", "--date", DAY, "--reviewer", "Ada"];

fn accept(project: &Project, arguments: &[&str]) -> crate::support::Outcome {
    project.run(&[MACHINE, arguments].concat())
}

/// Decides about all that a filter finds.
fn decide_all(session: &mut Session<'_>, filter: &Filter, mass: Mass) -> (Option<Taken>, Vec<String>) {
    let found = session.filtered(0, filter);
    let sorted = session.sort(0, &found, mass);
    let (taken, decided) = session.decide_many(&sorted.taken, mass, &ada()).unwrap();
    let left = sorted.left.into_iter().chain(decided.left);
    (taken, left.map(|(target, why)| format!("{}: {why}", target.id)).collect())
}

#[test]
fn all_that_a_filter_finds_is_decided_at_once_and_taken_back_at_once() {
    let project = drafted("");
    let before = catalog(&project);
    open(&project, |session| {
        let (taken, left) = decide_all(session, &Filter::default(), Mass::Approve);
        let taken = taken.unwrap();
        assert_eq!((taken.targets().count(), left), (3, Vec::new()));
        assert_eq!(ids(session, &Filter::default()), [""; 0], "all are a person's");
        session.render();
        assert_settled(&project);
        assert!(
            project.read("locales/fr-FR/a.yaml").contains("type: HT")
                && !project.read("locales/fr-FR/a.yaml").contains("MT")
        );
    });
    // In another program, later.
    open(&project, |session| {
        let taken = session.earlier_decisions().pop().unwrap();
        assert_eq!((taken.what.as_str(), taken.about().as_str()), ("Approved", "3 messages"));
        assert_eq!(session.undo(&taken).unwrap(), []);
        assert!(session.earlier_decisions().is_empty());
    });
    assert_eq!(catalog(&project), before);
}

#[test]
fn what_moved_meanwhile_is_left_and_named() {
    let project = drafted("");
    open(&project, |session| {
        let found = session.filtered(0, &Filter::default());
        let chosen = session.sort(0, &found, Mass::Approve).taken;
        edit(session, WHERE, "Où sont les données ?").unwrap();
        let (taken, sorted) = session.decide_many(&chosen, Mass::Approve, &ada()).unwrap();
        let left: Vec<String> = sorted.left.iter().map(|(target, why)| format!("{}: {why}", target.id)).collect();
        assert_eq!(left, [format!("{WHERE}: it changed since the list was made")]);
        let taken = taken.unwrap();
        assert_eq!(taken.targets().count(), 2);
        // Of what is taken back, too.
        edit(session, "data", "Les données").unwrap();
        let left: Vec<String> = session.undo(&taken).unwrap().iter().map(|target| target.id.to_string()).collect();
        assert_eq!(left, ["data"]);
        assert_eq!(entry(session, "only-a-says-this").status, Status::Machine);
        assert_eq!(entry(session, "data").shown(), "Les données");
        assert_eq!(entry(session, WHERE).shown(), "Où sont les données ?");
    });
    assert_settled(&project);
}

#[test]
fn what_would_break_a_page_or_is_somebody_s_is_left() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "See [the docs](x.md).\n\nA second text.\n\nA third text.\n\nA fourth text.\n");
    project.sync();
    project.run(&["translate", "--provider", "pseudo", "--date", DAY]);
    let broken = project.read("locales/fr-FR/a.ftl").replace("](x.md)", "](y.md)");
    project.write("locales/fr-FR/a.ftl", &broken);
    let state = project.read("locales/fr-FR/a.yaml");
    // A machine's wording that nobody could publish.
    let target = handback_core::catalog::resource::Resource::parse(broken).unwrap();
    let print = target.get("see-the-docs").unwrap().pattern.as_ref().unwrap().fingerprint();
    let at = state.find("see-the-docs:\n").unwrap();
    let old = state[at..].split("target: ").nth(1).unwrap().split(',').next().unwrap().to_owned();
    project.write("locales/fr-FR/a.yaml", &state.replacen(&old, &print, 1));
    open(&project, |session| {
        edit(session, "a-second-text", "Un deuxième texte.").unwrap();
        decide(session, "a-third-text", &Decision::Reject).unwrap();
        let all = Filter { status: Some(Status::ALL.to_vec()), ..Filter::default() };
        let (taken, mut left) = decide_all(session, &all, Mass::Approve);
        left.sort();
        assert_eq!(
            left,
            [
                "a-second-text: a person approved it already",
                "a-third-text: it has no translation",
                "see-the-docs: `](y.md)` is `](x.md)` in the English",
            ]
        );
        let taken: Vec<String> = taken.unwrap().targets().map(|target| target.id.to_string()).collect();
        assert_eq!(taken, ["a-fourth-text"]);
    });
}

#[test]
fn stale_translations_are_still_valid_or_give_way_to_drafts() {
    for (mass, wording) in [(Mass::StillValid, "Où sont les données ?"), (Mass::AcceptDraft, "⟦")] {
        let project = stale();
        open(&project, |session| {
            let (taken, left) = decide_all(session, &Filter::default(), mass);
            assert_eq!(taken.unwrap().targets().count(), 1, "{left:?}");
            let entry = entry(session, WHERE);
            assert!(entry.status == Status::Human && entry.shown().starts_with(wording), "{entry:?}");
        });
        assert_settled(&project);
    }
}

#[test]
fn nobody_approves_a_stale_translation_by_the_way() {
    let project = stale();
    open(&project, |session| {
        let (_, left) = decide_all(session, &Filter::default(), Mass::Approve);
        assert_eq!(left, [format!("{WHERE}: its English changed: accept the draft, or say that it is still valid")]);
        assert_eq!(entry(session, WHERE).status, Status::Stale);
    });
}

#[test]
fn the_command_decides_about_what_its_filter_finds() {
    let project = drafted("");
    let before = catalog(&project);
    let dry = accept(&project, &["--approve", "--path", "a.*", "--dry-run"]);
    insta::assert_snapshot!(dry.out + &dry.err, @"fr-FR: would approve 3 messages.");
    assert_eq!(catalog(&project), before, "nothing was written");
    let outcome = accept(&project, &["--approve", "--text", "DATA"]);
    insta::assert_snapshot!(outcome.out + &outcome.err, @"
    fr-FR: approved 2 messages.
    To undo it: `handback accept --undo`
    ");
    assert_settled(&project);
    let outcome = accept(&project, &["--reject", "--state", "all"]);
    insta::assert_snapshot!(outcome.out + &outcome.err, @"
    fr-FR: rejected the machine's wording of 1 message; 2 left as they are.
          2  a person wrote it: edit it instead: data, where-is-the-data-kept
    To undo it: `handback accept --undo`
    ");
    for undone in ["Undone: “Rejected” of 1 message.\n", "Undone: “Approved” of 2 messages.\n"] {
        assert_eq!(accept(&project, &["--undo"]).out, undone);
    }
    assert_eq!(catalog(&project), before);
    let none = accept(&project, &["--undo"]);
    assert_eq!((none.code, none.err.as_str()), (2, "error: there is no decision of Ada to undo\n"));
}

#[test]
fn a_filter_without_a_decision_and_a_decision_without_a_locale_are_refused() {
    let project = drafted("");
    for (arguments, wanted) in [
        (&["accept", "--path", "a.md", "--reviewer", "Ada"][..], "say what is to be done with what the filter finds"),
        (&["accept", "--approve", "--reviewer", "Ada"], "say in which locale"),
        (&["accept", "--approve", "--draft", "--reviewer", "Ada"], "cannot be used with"),
        (
            &["accept", "--approve", "--locale", "fr-FR", "nothing-like-it", "--reviewer", "Ada"],
            "there is no message `nothing-like-it`",
        ),
    ] {
        let outcome = project.run(arguments);
        assert!(outcome.code == 2 && outcome.err.contains(wanted), "{arguments:?}: {}", outcome.err);
    }
}

#[test]
fn a_review_of_one_locale_reads_that_one_and_all_where_the_english_changed() {
    let project = Project::new("locales: [de-DE, {fr-FR: [it-IT]}, it-IT]\nanchors: false\n");
    project.write("source-docs/a.md", "A text.\n\nAnother text.\n");
    project.sync();
    for locale in ["fr-FR", "it-IT", "de-DE"] {
        project.run(&["translate", "--provider", "pseudo", "--locale", locale, "--date", DAY]);
    }
    project.sync();
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    let only = ["FR-fr".to_owned()];
    let names = |session: &mut Session<'_>| session.locales().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let (taken, seen) = session::open_locales(&config, TODAY, &only, |session| {
        let (taken, _) = decide_all(session, &Filter::default(), Mass::Approve);
        (taken.unwrap(), names(session))
    })
    .unwrap();
    assert_eq!((seen, taken.locale.as_str()), (vec!["fr-FR".to_owned(), "it-IT".into()], "fr-FR"));
    assert_settled(&project);
    // Now the place of the locale is another.
    project.edit("source-docs/a.md", "Another text", "Another new text");
    let (left, seen) =
        session::open_locales(&config, TODAY, &only, |session| (session.undo(&taken).unwrap(), names(session)))
            .unwrap();
    assert_eq!(seen, ["de-DE", "fr-FR", "it-IT"]);
    let left: Vec<&str> = left.iter().map(|target| &*target.id).collect();
    assert_eq!(left, ["another-text"], "its English changed");
    assert_settled(&project);
    for locale in ["de-DE", "it-IT"] {
        let state = project.read(&format!("locales/{locale}/a.yaml"));
        assert!(state.contains("previous: \"Another text.\"") && !state.contains("reviewer"), "{locale}: {state}");
    }
}
