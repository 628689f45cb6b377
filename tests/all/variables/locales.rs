//! Values as each locale writes them, and translations that work with them.

use super::*;

#[test]
fn dates_are_written_as_each_locale_does() {
    let locales = [
        ("fr-FR", "5 janvier 2022"),
        ("de-DE", "5. Januar 2022"),
        ("es-ES", "5 de enero de 2022"),
        ("it-IT", "5 gennaio 2022"),
        ("ja-JP", "2022年1月5日"),
        ("pt-BR", "5 de janeiro de 2022"),
        ("ru-RU", "5 января 2022\u{202f}г."),
        ("zh-CN", "2022年1月5日"),
    ];
    let names: Vec<&str> = locales.iter().map(|(name, _)| *name).collect();
    let project = Project::new(&config(&names.join(", "), VARIABLES));
    project.write(
        "source-docs/a.md",
        "# Alpha One\n\nLast updated on: January 5, 2022\n\n| A | B |\n|-|-|\n| Day | January 5, 2022 |\n",
    );
    project.write("source-docs/b.md", "# Beta Two\n\nLast updated on: Jan 6, 2022\n");
    project.write("source-docs/c.md", "# Gamma Three\n\nLast updated on: May 7, 2022\n");
    project.write("source-docs/d.md", "# Delta Four\n\nLast updated on: 2022-01-05\n");
    project.sync();
    for (locale, _) in locales {
        translate(&project, locale, |english| {
            english.starts_with("Last updated on").then(|| english.replace("Last updated on", locale))
        });
    }
    project.sync();
    for (locale, date) in locales {
        let read = |name: &str| project.read(&format!("localized-docs/{locale}/{name}.md"));
        assert!(read("a").contains(&format!("{locale}: {date}\n")), "{}", read("a"));
        // A text that is nothing but the date needs no translator.
        assert!(read("a").contains(&format!("| Day | {date} |")), "{}", read("a"));
        // A shape that is no length of English dates is left as text.
        assert!(read("d").contains("2022-01-05"), "{}", read("d"));
    }
}

#[test]
fn a_page_of_another_checkout_that_shows_an_earlier_name_is_not_edited() {
    let project = two_pages();
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    let [app, _, date] = CRM;
    write(&project, "crm", [app, "Contoso Deutschland", date]);
    let check = project.run(&["check"]).out;
    assert!(!check.contains("hand-edited-output"), "{check}");
    let outcome = project.sync();
    assert!(!outcome.err.contains("rescued"), "{}", outcome.err);
    assert!(published(&project, "crm").contains("| Contoso Deutschland |"), "{}", published(&project, "crm"));
}

#[test]
fn selectors_terms_and_functions_work_with_values() {
    let project =
        Project::new(&config("fr-FR", "variables:\n  app: { heading: 1 }\n  seats: { row: Seats, type: number }\n"));
    let page = |app: &str, seats: &str| {
        format!("# {app}\n\nData of {app}.\n\nFor {seats} users.\n\n| A | B |\n|-|-|\n| Seats | {seats} |\n")
    };
    project.write("source-docs/a.md", &page("Outlook Plus", "1,200"));
    project.write("source-docs/b.md", &page("Teams Plus", "1"));
    project.sync();
    project.write("locales/fr-FR/terms.ftl", "-brand = Contoso\n");
    project.write(
        "locales/fr-FR/shared.ftl",
        "data-of-app =\n    { INITIAL($app) ->\n        [vowel] Données d’{ $app } ({ -brand }).\n       *[other] Données de { $app } ({ -brand }).\n    }\nfor-number-seats-users =\n    { $seats ->\n        [one] Pour { NUMBER($seats) } personne.\n       *[other] Pour { NUMBER($seats) } personnes.\n    }\n",
    );
    project.sync();
    let (a, b) = (published(&project, "a"), published(&project, "b"));
    assert!(a.contains("Données d’Outlook Plus (Contoso).") && a.contains("Pour 1\u{202f}200 personnes."), "{a}");
    assert!(b.contains("Données de Teams Plus (Contoso).") && b.contains("Pour 1 personne."), "{b}");
    assert!(a.contains("| Seats | 1\u{202f}200 |"), "{a}");
    let check = project.run(&["check"]);
    assert!(!check.out.contains("unusable") && !check.out.contains("unknown-placeable"), "{}", check.out);
}

#[test]
fn a_translation_that_lacks_or_invents_a_variable_is_an_error() {
    let mut seen = String::new();
    for wrong in [
        "Données conservées.",
        "Données que { $app } de { $developer } conserve.",
        "Données que { $app } et { $appli } conserve.",
        "Données que { DATETIME($app) } conserve.",
        "{ INITIAL($app) ->\n    [vowel] { DATETIME($app) }\n   *[other] { DATETIME($app) }\n }",
        // A branch may do without: the text says so on purpose.
        "{ INITIAL($app) ->\n    [vowel] Données que { $app } conserve.\n   *[other] Données.\n }",
    ] {
        let project = two_pages();
        project.edit("locales/fr-FR/shared.ftl", "Données que { $app } conserve.", wrong);
        project.run(&["sync", "--date", "2026-02-01"]);
        seen += &format!("data-that-app-stores = {wrong}\n{}\n", project.shown(&["check", "--date", "2026-02-01"]));
    }
    insta::assert_snapshot!(seen, @r"
    data-that-app-stores = Données conservées.
    $ handback check --date 2026-02-01
    locales/fr-FR/shared.ftl:2: error[missing-variable]: fr-FR: the translation lacks `{ $app }`, which the English has: “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: write `{ $app }` into the translation
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = Données que { $app } de { $developer } conserve.
    $ handback check --date 2026-02-01
    locales/fr-FR/shared.ftl:2: error[unknown-placeable]: fr-FR: the translation has `{ $developer }`, which the English does not have: “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: remove `{ $developer }`, or write what the English has
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = Données que { $app } et { $appli } conserve.
    $ handback check --date 2026-02-01
    locales/fr-FR/shared.ftl:2: error[unknown-placeable]: the fr-FR translation refers to the variable `$appli`, which does not exist: “Data that { $app } stores.” (data-that-app-stores)
        fix: use one of $app, $developer, $updated, $kind, $section, $row, $occurrence, or text
    locales/fr-FR/shared.ftl:2: error[unknown-placeable]: fr-FR: the translation has `{ $appli }`, which the English does not have: “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: remove `{ $appli }`, or write what the English has
    3 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = Données que { DATETIME($app) } conserve.
    $ handback check --date 2026-02-01
    source-docs/crm.md:11: error[unusable-translation]: fr-FR: `data-that-app-stores` cannot be formatted, the English is in its place: $app is a text: DATETIME does not write it (in 2 documents)
        fix: correct the translation `data-that-app-stores`
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = { INITIAL($app) ->
        [vowel] { DATETIME($app) }
       *[other] { DATETIME($app) }
     }
    $ handback check --date 2026-02-01
    source-docs/crm.md:11: error[unusable-translation]: fr-FR: `data-that-app-stores` cannot be formatted, the English is in its place: DATETIME writes dates: expected a variable of `type: date` (in 2 documents)
        fix: correct the translation `data-that-app-stores`
    locales/fr-FR/shared.ftl:2: warning[end-punctuation]: fr-FR: the full stop at the end is missing (variant [vowel]): “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: end with a full stop
    2 errors, 2 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = { INITIAL($app) ->
        [vowel] Données que { $app } conserve.
       *[other] Données.
     }
    $ handback check --date 2026-02-01
    Clean: 2 documents, 1 locale.
    --- exit code 0
    ");
}

#[test]
fn the_translation_of_a_name_stands_in_other_texts_if_that_is_wanted() {
    for wanted in [true, false] {
        let rest = format!("variables:\n  form: {{ heading: 1, translate_value: {wanted} }}\n");
        let project = Project::new(&config("fr-FR", &rest));
        for (name, title) in [("a", "Leave request"), ("b", "Travel order")] {
            project.write(&format!("source-docs/{name}.md"), &format!("# {title}\n\nHow to fill in {title} here.\n"));
        }
        project.sync();
        translate(&project, "fr-FR", |english| match english {
            "Leave request" => Some("Demande de congé".into()),
            "Travel order" => None,
            other => Some(other.replace("How to fill in", "Remplir").replace("here", "ici")),
        });
        project.sync();
        let (a, b) = (published(&project, "a"), published(&project, "b"));
        match wanted {
            true => assert_eq!(a, "# Demande de congé\n\nRemplir Demande de congé ici.\n"),
            false => assert_eq!(a, "# Leave request\n\nRemplir Leave request ici.\n"),
        }
        assert_eq!(b, "# Travel order\n\nRemplir Travel order ici.\n");
    }
}

#[test]
fn an_override_with_other_values_gives_way_to_the_message() {
    let project = two_pages();
    let id = "data-that-app-stores";
    project.write("locales/fr-FR/crm.ftl", &format!("{id} = Ce que garde le CRM de Contoso.\n"));
    project.sync();
    assert!(published(&project, "crm").contains("Ce que garde le CRM de Contoso."));
    clean(&project);
    // A person's own wording is looked at again when the values change.
    project.edit("source-docs/crm.md", "Contoso CRM", "Contoso Sales");
    project.sync();
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-01-31"]), @r"
    $ handback check --date 2026-01-31
    source-docs/crm.md:11: error[stale]: the fr-FR translation is of an earlier English; substantive change (words): “Data that Contoso Sales stores.”, was “Data that Contoso CRM stores.” (data-that-app-stores)
        fix: translate it again in locales/fr-FR/crm.ftl, or `handback accept data-that-app-stores --still-valid`
    1 error, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
    project.edit("source-docs/crm.md", "Contoso Sales", "Contoso CRM");
    project.sync();
    clean(&project);
    let folder = project.path("pages");
    for (name, text) in [
        (
            "crm.md",
            french_page([CRM[0], CRM[1], "9 décembre 2021"]).replace("Données que Contoso CRM", "Ce que Contoso"),
        ),
        ("guard.md", french_page([GUARD[0], GUARD[1], "1 mai 2022"])),
    ] {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), text).unwrap();
    }
    let adopt =
        project.run(&["adopt", "--locale", "fr-FR", "--type", "machine", "--force", "pages", "--date", "2026-02-01"]);
    assert_ne!(adopt.code, 2, "{}{}", adopt.out, adopt.err);
    project.sync();
    assert!(published(&project, "crm").contains("Ce que Contoso conserve."), "{}", published(&project, "crm"));
    project.edit("source-docs/crm.md", "# Contoso CRM", "# Contoso Sales");
    project.edit("source-docs/crm.md", "that Contoso CRM stores", "that Contoso Sales stores");
    project.sync();
    assert!(
        published(&project, "crm").contains("Données que Contoso Sales conserve."),
        "{}",
        published(&project, "crm")
    );
    clean(&project);
    rests(&project);
}
