//! Wordings that a person types: what is refused, and how selectors and marks are edited.

use super::*;

#[test]
fn what_breaks_a_text_is_refused() {
    let project = Project::new(&format!("{CONFIG}variables: {{app: {{heading: 1}}}}\n"));
    for (name, app) in [("a", "Contoso Spark"), ("b", "Fabrikam Forms")] {
        let page = format!("# {app}\n\nSee [the **docs**](x.md) of {app} with `code`.\n");
        project.write(&format!("source-docs/{name}.md"), &page);
    }
    project.sync();
    let before = catalog(&project);
    open(&project, |session| {
        let id = ids(session, &Filter { text: Some("see".into()), ..Filter::default() }).remove(0);
        for (text, problem) in [
            ("Voir [la **doc**](x.md) avec `code`.", "lacks `{ $app }`"),
            ("Voir [la **doc**](x.md) de { $app } et { $date } avec `code`.", ""),
            ("Voir [la **doc**](y.md) de { $app } avec `code`.", "(x.md)"),
            ("Voir la **doc** de { $app } avec `code`.", "is missing"),
            ("Voir [la **doc**](x.md) de { $app }.", "code"),
            ("Voir [la **doc**](x.md) de { $app } avec `code`\u{1b}[31m.", "U+001B"),
            ("  ", "empty"),
        ] {
            match edit(session, &id, text) {
                Err(Refusal::Broken(message)) => assert!(message.contains(problem), "{text}: {message}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        edit(session, &id, "Voir [la **doc**](x.md) de { $app } avec `code`.").unwrap();
        session.render();
        edit(session, &id, "Lire [la **doc**](x.md) de { $app } avec `code`.").unwrap();
        edit(session, &id, "Voyez [la **doc**](x.md) de { $app } avec `code`.").unwrap();
        assert_eq!(session.render(), Problems::default(), "the page is merely behind");
    });
    assert_ne!(catalog(&project), before);
    let page = project.read("localized-docs/fr-FR/b.md");
    assert!(page.contains("Voyez [la **doc**](x.md) de Fabrikam Forms avec `code`."), "{page}");
    assert_settled(&project);
}

#[test]
fn selectors_are_edited_as_fluent() {
    let project = drafted("");
    let selector = "{ $kind ->\n    [heading] Les données\n   *[other] Des données\n}";
    open(&project, |session| {
        let refused = |result: Result<Taken, Refusal>| matches!(result, Err(Refusal::Broken(_)));
        assert!(refused(edit(session, "data", "{ $kind ->\n    [heading] Les données\n   *[other Des données\n}")));
        assert!(refused(edit(session, "data", "{ $nothing ->\n    [a] Les données\n   *[other] Des données\n}")));
        // It cannot break out of its message.
        let taken = edit(session, "data", "{ $kind ->\n   *[other] Des\n}\nevil = Another message").unwrap();
        assert!(!project.read("locales/fr-FR/shared.ftl").contains("\nevil"));
        session.undo(&taken).unwrap();
        edit(session, "data", selector).unwrap();
        let now = entry(session, "data");
        assert!(now.is_fluent());
        session.render();
        // What is edited next is what was written.
        let text = handback::review::decision::editable(&now, now.translation.as_ref());
        assert!(text.starts_with("{ $kind ->"), "{text}");
        assert!(session.proofread(0, &now.key, "data", &text).unwrap().is_empty());
        assert!(refused(edit(session, "data", "{ $kind ->")));
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("title: Des données"));
    assert_settled(&project);
    open(&project, |session| edit(session, "data", "Les données").unwrap());
    assert!(project.read("locales/fr-FR/shared.ftl").contains("data = Les données\n"));
    assert_settled(&project);
}

#[test]
fn arrows_stars_and_braces_are_text() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "Go to **File** -> {name} now.\n");
    project.sync();
    open(&project, |session| {
        let id = ids(session, &Filter::default()).remove(0);
        edit(session, &id, "Allez à **Fichier** -> {name} maintenant.").unwrap();
        session.render();
    });
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(page.contains("Allez à **Fichier** -> {name} maintenant."), "{page}");
    assert_settled(&project);
}
