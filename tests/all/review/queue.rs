//! What the queue of a review lists: its order, filters, and what is shown beside a message.

use super::*;

#[test]
fn the_most_urgent_come_first() {
    let project = stale();
    project.write("source-docs/c.md", "Nobody has translated this.\n");
    project.edit("source-docs/a.md", "Only a says this.", "Only a says this, or so.");
    project.run(&["sync", "--no-mt", "--date", "2026-02-01"]);
    let states: Vec<(String, String)> = queue(&project, &[])
        .iter()
        .map(|entry| (entry["state"].as_str().unwrap().into(), entry["id"].as_str().unwrap().into()))
        .collect();
    let expected = [
        ("stale", WHERE),
        ("stale", "only-a-says-this"),
        ("missing", "nobody-has-translated-this"),
        ("machine", "data"),
    ];
    assert_eq!(states, expected.map(|(state, id)| (state.to_owned(), id.to_owned())));
}

#[test]
fn filters_choose() {
    let project = stale();
    let count = |arguments: &[&str]| queue(&project, arguments).len();
    assert_eq!((count(&[]), count(&["--state", "stale"]), count(&["--state", "machine"])), (3, 1, 2));
    assert_eq!((count(&["--state", "human"]), count(&["--state", "stale", "--state", "machine"])), (0, 3));
    assert_eq!((count(&["--path", "b.md"]), count(&["--path", "./a.md"])), (2, 3));
    assert_eq!((count(&["--text", "ONLY A"]), count(&["--text", "données"]), count(&["--text", "x y z"])), (1, 1, 0));
    assert_eq!((count(&["--severity", "substantive"]), count(&["--severity", "cosmetic"])), (1, 0));
    assert_eq!(project.run(&["review", "--locale", "xx", "--format", "json"]).code, 2);
    insta::assert_snapshot!(project.shown(&["review", "--locale", "fr-FR"]), @r"
    $ handback review --locale fr-FR
    --- stderr
    error: a review needs a terminal to read keys from: use `--serve` for a browser, `--html FILE` for a report, or `--format json` for programs
    --- exit code 2
    ");
}

#[test]
fn inconsistent_translations_and_overrides() {
    let project = drafted("");
    project.write("locales/fr-FR/b.ftl", &format!("{WHERE} = Chez b ?\n"));
    project.sync();
    let overrides = queue(&project, &["--overrides"]);
    assert_eq!(overrides.len(), 1);
    assert_eq!((&overrides[0]["document"], &overrides[0]["translation"]), (&"b.md".into(), &"Chez b ?".into()));
    assert_eq!(overrides[0]["documents"], serde_json::json!(["b.md"]));
    let inconsistent = queue(&project, &["--inconsistent"]);
    assert_eq!(inconsistent.len(), 2, "{inconsistent:#?}");
    assert!(inconsistent.iter().any(|entry| entry["others"] == serde_json::json!(["Chez b ?"])));
    // A decision on one leaves the other alone.
    open(&project, |session| {
        let own = FileKey::Document("b.md".into());
        let shared = session.entry(0, &FileKey::Shared, WHERE).unwrap().clone();
        session.decide(&session.target(0, &shared), &Decision::Edit("Où donc ?".into()), &ada()).unwrap();
        assert_eq!(session.entry(0, &own, WHERE).unwrap().shown(), "Chez b ?");
        session.render();
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("Où donc ?"));
    assert!(project.read("localized-docs/fr-FR/b.md").contains("Chez b ?"));
    assert_settled(&project);
}

#[test]
fn what_another_locale_stands_in_for_needs_nobody() {
    let project = Project::new("locales: [fr-FR, fr-CA: [fr-FR]]\nmetadata: none\n");
    project.write("source-docs/a.md", "A first text.\n\nA second text.\n");
    project.sync();
    translate(&project, "fr-FR", |text| text.contains("first").then(|| "Un texte.".to_owned()));
    project.sync();
    open(&project, |session| {
        let canada = session.locales().iter().position(|name| *name == "fr-CA").unwrap();
        let left: Vec<String> = session.queue(canada).iter().map(|entry| entry.id.to_string()).collect();
        assert_eq!(left, ["a-second-text"]);
    });
}

#[test]
fn fifty_thousand_entries() {
    use std::fmt::Write as _;
    let project = Project::new(CONFIG);
    for document in 0..100 {
        let mut page = String::new();
        for unit in 0..500 {
            writeln!(page, "Sentence {unit} of page {document} tells of word{unit}x{document} things.\n").unwrap();
        }
        project.write(&format!("source-docs/p{document}.md"), &page);
    }
    project.sync();
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    let session_took = std::time::Instant::now();
    session::open(&config, TODAY, |session| {
        let opened = session_took.elapsed();
        let start = std::time::Instant::now();
        assert_eq!(session.queue(0).len(), 50_000);
        let queued = start.elapsed();
        let id = session.queue(0)[0].id.clone();
        let start = std::time::Instant::now();
        edit(session, &id, "Une phrase 0 de la page 0 sur word0x0.").unwrap();
        let decided = start.elapsed();
        // Generous, because tests run beside others and without optimisation.
        for (what, took, most) in [("open", opened, 120), ("queue", queued, 20), ("decide", decided, 10)] {
            assert!(took.as_secs() < most, "{what} took {took:?}");
        }
        #[expect(clippy::print_stderr, reason = "shown with --nocapture")]
        {
            eprintln!("opened in {opened:?}, queue in {queued:?}, decided in {decided:?}");
        }
    })
    .unwrap();
}

#[test]
fn translations_of_similar_texts_are_there_to_begin_from() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "Is the app ready for HIPAA?\n\nWho reads the data?\n");
    project.sync();
    open(&project, |session| {
        for (id, text) in [("is-the-app-ready-for-hipaa", "Prête pour HIPAA ?"), ("who-reads-the-data", "Qui lit ?")] {
            edit(session, id, text).unwrap();
        }
    });
    project.write("source-docs/b.md", "Is the app ready for FERPA?\n\nNothing is like this.\n");
    project.edit("source-docs/a.md", "Who reads the data?", "Who reads all the data?");
    project.sync();
    let texts = |session: &mut Session<'_>, id: &str| -> Vec<(String, String)> {
        let entry = entry(session, id);
        let found = session.similar(0, &entry);
        found.iter().map(|similar| (percent(similar.score), similar.translation.shown())).collect()
    };
    let new = "is-the-app-ready-for-ferpa";
    open(&project, |session| {
        assert_eq!(texts(session, new), [("85 %".to_owned(), "Prête pour HIPAA ?".to_owned())]);
        assert!(texts(session, "nothing-is-like-this").is_empty());
        assert!(texts(session, "who-reads-the-data").is_empty(), "what it said before is shown anyway");
        // Of the words that were put in meanwhile.
        edit(session, "is-the-app-ready-for-hipaa", "Est-elle prête pour HIPAA ?").unwrap();
        assert_eq!(texts(session, new)[0].1, "Est-elle prête pour HIPAA ?");
        edit(session, new, "Est-elle prête pour FERPA ?").unwrap();
        assert!(texts(session, new).is_empty(), "it has one of its own");
    });
    // A wording that was rejected there is not offered there.
    project.write("source-docs/c.md", "Is the app ready for TERPA?\n");
    project.sync();
    let third = "is-the-app-ready-for-terpa";
    let both = ["Est-elle prête pour FERPA ?", "Est-elle prête pour HIPAA ?"];
    open(&project, |session| {
        assert_eq!(texts(session, third).into_iter().map(|(_, text)| text).collect::<Vec<_>>(), both);
    });
    let rejected = format!("version: 2\nmessages:\n  {third}:\n    {{rejected: [{}]}}\n", fingerprint(both[0]));
    project.write("locales/fr-FR/c.yaml", &rejected);
    open(&project, |session| assert_eq!(texts(session, third).len(), 1));
    // The English of another one is more like today's than what this one was made from.
    project.edit("source-docs/b.md", "ready for FERPA?", "ready for HIPAAA?");
    project.sync();
    open(&project, |session| {
        assert_eq!(entry(session, new).status, Status::Stale);
        assert_eq!(texts(session, new), [("96 %".to_owned(), both[1].to_owned())]);
    });
}

#[test]
fn a_page_is_shown_as_it_is_rendered() {
    let project = with_own_wording();
    let date = "updated-datetime-updated-datestyle-long = Mise à jour : { DATETIME($updated, dateStyle: \"long\") }";
    let how = "how-app-keeps-the-data = { $section ->\n    [contoso-mail] Chez Contoso\n   *[other] Ailleurs\n }";
    project.write("locales/fr-FR/shared.ftl", &format!("{date}\n{how}\n"));
    project.sync();
    let shown: Vec<String> =
        open(&project, |session| session.page(0, 0).into_iter().map(|unit| unit.localized).collect());
    assert_eq!(shown, ["Contoso Mail", "Chez Contoso", "Mise à jour : 9 décembre 2021"]);
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(shown.iter().all(|text| page.contains(text.as_str())), "{page}");
}

#[test]
fn a_wording_that_gives_way_to_the_shared_one_is_not_approved_in_its_place() {
    let project = Project::new(&format!("{CONFIG}metadata: none\nvariables: {{app: {{heading: 1}}}}\n"));
    for (name, app) in [("a", "Contoso Spark"), ("b", "Fabrikam Forms")] {
        project.write(&format!("source-docs/{name}.md"), &format!("# {app}\n\nData that {app} keeps.\n"));
    }
    project.sync();
    translate(&project, "fr-FR", |text| {
        text.contains("keeps").then(|| text.replace("Data that", "Ce que").replace("keeps", "garde"))
    });
    project.sync();
    // A machine's wording of a alone, made from a name that a no longer has.
    let id = open(&project, |session| {
        ids(session, &Filter { status: Some(vec![Status::Human]), ..Filter::default() }).remove(0)
    });
    project.write("locales/fr-FR/a.ftl", &format!("{id} = Ancien nom\n"));
    let target = fingerprint("Ancien nom");
    project.write(
        "locales/fr-FR/a.yaml",
        &format!("version: 2\nmessages:\n  {id}: {{type: MT, origin: import, source: 1234567890abcdef, target: {target}, date: 2026-01-01}}\n"),
    );
    open(&project, |session| {
        let entries: Vec<Entry> = session.queue(0).iter().filter(|entry| *entry.id == *id).cloned().collect();
        for entry in &entries {
            assert_eq!(entry.key == FileKey::Shared, entry.shown().contains("garde"), "{entry:?}");
        }
    });
}
