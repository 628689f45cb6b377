//! Translations side by side, and what Fluent allows and nobody means.

use handback::report::rules::next;
use handback::settings::code::Code;
use insta::assert_snapshot;

use crate::support::{Project, translate};

/// Findings of these codes, a line each: where, and what.
fn found(project: &Project, codes: &str) -> String {
    let outcome = project.run(&["check", "--code", codes, "--format", "json", "--max", "0"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err));
    let line = |finding: &serde_json::Value| {
        let place = &finding["resource"];
        let file = place["file"].as_str().unwrap_or_default();
        let line = place["line"].as_u64().map_or_else(String::new, |line| format!(":{line}"));
        format!("{file}{line} [{}] {}", finding["code"].as_str().unwrap(), finding["message"].as_str().unwrap())
    };
    let lines: Vec<String> = report["findings"].as_array().unwrap().iter().map(line).collect();
    lines.join("\n")
}

fn project(config: &str) -> Project {
    Project::new(&format!("locales: [fr-FR]\nmetadata: none\nanchors: false\n{config}"))
}

/// Three pages that say the same in other letters, translated by hand.
fn three_pages() -> Project {
    let project = project("");
    project.write("source-docs/a.md", "# Privacy policy\n\nWe keep no logs.\n");
    project.write("source-docs/b.md", "# About\n\n**Privacy policy:**\n\nWe keep no logs.\n");
    project.write("source-docs/c.md", "# Contact\n\n| Privacy Policy |\n|---|\n| Yes |\n");
    project.sync();
    translate(&project, "fr-FR", |english| {
        let text = match english {
            "Privacy policy" => "Politique de confidentialité",
            "**Privacy policy:**" => "**Règles de confidentialité :**",
            "Privacy Policy" => "POLITIQUE DE CONFIDENTIALITÉ",
            "We keep no logs." => "Nous ne conservons aucun journal.",
            _ => return None,
        };
        Some(text.to_owned())
    });
    project.sync();
    project
}

#[test]
fn one_text_is_worded_one_way() {
    let project = three_pages();
    assert_snapshot!(found(&project, "inconsistent"), @"locales/fr-FR/b.ftl:1 [inconsistent] fr-FR: the same English is worded differently as `privacy-policy`: Politique de confidentialité");
    project.edit("locales/fr-FR/b.ftl", "Règles de confidentialité", "Politique de confidentialité");
    assert_eq!(found(&project, "inconsistent"), "", "the marks around the words are free");
}

#[test]
fn a_document_that_words_a_shared_text_for_itself_is_named() {
    let project = three_pages();
    let id = "we-keep-no-logs";
    assert!(project.read("locales/fr-FR/shared.ftl").contains(id));
    project.write(
        "locales/fr-FR/c.ftl",
        &format!("{}{id} = Aucun journal n’est conservé.\n", project.read("locales/fr-FR/c.ftl")),
    );
    project.write("source-docs/c.md", "# Contact\n\n| Privacy Policy |\n|---|\n| Yes |\n\nWe keep no logs.\n");
    project.sync();
    assert_snapshot!(found(&project, "inconsistent"), @r"
    locales/fr-FR/b.ftl:1 [inconsistent] fr-FR: the same English is worded differently as `privacy-policy`: Politique de confidentialité
    locales/fr-FR/c.ftl:2 [inconsistent] fr-FR: the same English is worded differently in a.md: Nous ne conservons aucun journal.
    ");
}

#[test]
fn a_dismissal_holds_for_this_wording_alone() {
    let project = three_pages();
    let file = "locales/fr-FR/b.ftl";
    let text = project.read(file);
    let id = text.lines().find(|line| line.contains("Règles")).and_then(|line| line.split(' ').next()).unwrap();
    let accepted = project.run(&["accept", id, "--finding", "inconsistent", "--reviewer", "Nora Berg"]);
    assert_eq!(accepted.code, 0, "{}{}", accepted.out, accepted.err);
    assert_eq!(found(&project, "inconsistent"), "");
    project.edit(file, "Règles de", "Charte de");
    assert!(found(&project, "inconsistent").contains("[inconsistent]"));
}

#[test]
fn one_translation_for_two_texts_is_shown_to_who_asks() {
    let project = project("");
    project.write("source-docs/a.md", "# Allow access\n\nDeny access\n");
    project.sync();
    translate(&project, "fr-FR", |_| Some("Autoriser l’accès".to_owned()));
    project.sync();
    assert_eq!(found(&project, "reused-translation"), "");
    let levels = "anchors: false\nchecks:\n  levels: { reused-translation: warning }\n";
    project.edit("handback.yaml", "anchors: false\n", levels);
    assert_snapshot!(found(&project, "reused-translation"), @"locales/fr-FR/a.ftl:2 [reused-translation] fr-FR: `allow-access` has the same translation, and its English is another: Allow access");
}

#[test]
fn variants_that_nothing_selects_and_values_without_a_variant_are_found() {
    let project = project("");
    project.write(
        "source-docs/a.md",
        "# Guide\n\n## Safety\n\nRead the terms of Fabrikam.\n\n## Privacy\n\nRead the terms of Fabrikam.\n",
    );
    project.sync();
    project.write(
        "locales/fr-FR/terms.ftl",
        "-fabrikam = { $case ->\n    [genitive] de Fabrikam\n   *[nominative] Fabrikam\n}\n    .gender = feminine\n",
    );
    let wording = "{ $section ->\n    [safty] Lisez les conditions { -fabrikam(case: \"genitif\") }.\n    [privacy] Lisez les conditions { -fabrikam(case: \"genitive\") }.\n   *[other] { -fabrikam.gender ->\n        [masculine] Lu par lui\n       *[neuter] Lu\n    } de Fabrikam.\n}";
    let id = "read-the-terms-of-fabrikam";
    assert!(project.read("locales/en-US/a.ftl").contains(&format!("{id} =")));
    project.write("locales/fr-FR/a.ftl", &format!("{id} = {wording}\n").replace("= {", "=\n    {"));
    project.sync();
    assert_snapshot!(found(&project, "unused-variant,missing-variant,unknown-placeable,unusable-translation"), @r"
    locales/fr-FR/a.ftl:1 [missing-variant] `-fabrikam.gender` is `feminine`, which has no variant: readers get `[neuter]`
    locales/fr-FR/a.ftl:1 [missing-variant] the term `-fabrikam` has no variant `[genitif]`: readers get `[nominative]`
    locales/fr-FR/a.ftl:1 [unused-variant] nothing selects [safty]: `$section` is `privacy` or `safety` there
    ");
}

#[test]
fn a_term_that_stands_twice_is_named_with_the_one_that_holds() {
    let project = project("checks:\n  levels: { unused-term: warning }\n");
    project.write("source-docs/a.md", "# Guide\n\nOpen the app.\n");
    project.sync();
    project.write("locales/fr-FR/terms.ftl", "# Names\n-app = l’application\n-unused = rien\n");
    project.write("locales/fr-FR/a.ftl", "guide = Manuel\nopen-the-app = Ouvrez { -app }.\n-app = l’appli\n");
    project.sync();
    assert_snapshot!(found(&project, "shadowed-term,unused-term"), @r"
    locales/fr-FR/terms.ftl:2 [shadowed-term] the term `-app` stands twice: what locales/fr-FR/a.ftl:3 says holds, not this
    locales/fr-FR/terms.ftl:3 [unused-term] no translation uses the term `-unused`
    ");
}

#[test]
fn a_variable_that_no_document_has_is_named() {
    let project = project("variables:\n  app: { heading: 1 }\n  publisher: { row: Publishr }\n");
    project.write("source-docs/a.md", "# Contoso CRM\n\n| Publisher | Contoso |\n|---|---|\n| a | b |\n");
    project.sync();
    assert_snapshot!(found(&project, "unused-variable"), @"handback.yaml [unused-variable] no document has a value for the variable `publisher`");
}

#[test]
fn a_term_may_take_words_and_what_cannot_be_read_may_use_one() {
    let project = project("checks:\n  levels: { unused-term: warning }\n");
    project.write("source-docs/a.md", "# Guide\n\nHello to Ada.\n");
    project.write("source-docs/b.md", "# About\n");
    project.sync();
    project.write("locales/fr-FR/terms.ftl", "-greet = Bonjour à { $name }\n");
    project.write("locales/fr-FR/a.ftl", "hello-to-ada = { -greet(name: \"Ada\") }.\n");
    project.sync();
    let codes = "unused-term,missing-variant,unused-variant,shadowed-term";
    assert_eq!(found(&project, codes), "");
    std::fs::write(project.path("locales/fr-FR/a.ftl"), b"\xff").unwrap();
    let outcome = project.run(&["check", "--code", codes]);
    assert!(outcome.err.contains("not UTF-8") && !outcome.out.contains("unused-term"), "{}", outcome.out);
}

#[test]
fn every_command_that_a_finding_names_exists() {
    let project = three_pages();
    let fix = |text: &str| text.split('`').filter(|part| part.starts_with("handback ")).map(str::to_owned).collect();
    let outcome = project.run(&["check", "--format", "json", "--max", "0"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    let found = report["findings"].as_array().unwrap().iter();
    let mut commands: Vec<String> =
        found.flat_map(|one| -> Vec<String> { fix(one["fix"].as_str().unwrap()) }).collect();
    commands.extend(
        Code::all().flat_map(|code| next(code).split(", or ").map(str::to_owned)).filter(|next| !next.is_empty()),
    );
    assert!(commands.iter().any(|command| command.contains("--inconsistent")));
    for command in commands {
        let arguments: Vec<&str> = command.split(' ').skip(1).chain(["--help"]).collect();
        let outcome = project.run(&arguments);
        assert_eq!(outcome.code, 0, "{command}: {}", outcome.err);
    }
}
