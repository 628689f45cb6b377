//! The judge of translations as its users meet it: the same verdict at every door, dismissals, repairs, levels.

use handback::review::session;
use handback::settings::config::Config;
use handback_core::catalog::FileKey;
use handback_core::judge::Language;
use handback_core::judge::machine::verify;
use handback_core::text::date::Date;
use handback_core::translate::inline::Known;
use handback_core::translate::protect::Protected;
use serde_json::Value;

use crate::support::Project;

const PAGE: &str = "# Guide\n\nRun `contoso login` 3 times, see [the guide](guide.pdf).\n\nSelect \"Next\" to go on.\n";

/// One page with a translation that somebody wrote into the resource.
fn project(config: &str, wording: &str) -> Project {
    let project = Project::new(&format!("locales: [fr-FR]\nmetadata: none\nanchors: false\n{config}"));
    project.write("source-docs/a.md", PAGE);
    files(&project);
    project.sync();
    let rest = "guide = Manuel\nselect-next-to-go-on = Choisissez « Suivant » pour continuer.\n";
    project.write("locales/fr-FR/a.ftl", &format!("{rest}run-contoso-login-3-times-see = {wording}\n"));
    project.sync();
    project
}

/// What the links of the page and of its translations lead to.
fn files(project: &Project) {
    for name in ["guide.pdf", "manuel.pdf"] {
        project.write(&format!("source-docs/{name}"), "a file");
    }
}

fn findings(project: &Project) -> Vec<Value> {
    let check = project.run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&check.out).unwrap_or_else(|_| panic!("{}{}", check.out, check.err));
    report["findings"].as_array().unwrap().clone()
}

fn codes(project: &Project) -> Vec<String> {
    findings(project).iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_bad_translation_is_found_wherever_it_comes_from() {
    let bad = "Exécutez `contoso logout` 5 fois, voir [le guide](manuel.pdf).";
    let by_editor = project("", bad);
    let mut expected: Vec<(String, String)> = findings(&by_editor)
        .iter()
        .map(|finding| (finding["code"].as_str().unwrap().to_owned(), finding["words"].as_str().unwrap().to_owned()))
        .collect();
    expected.sort();
    assert_eq!(
        expected,
        [("code", "`contoso logout`"), ("link-target", "](manuel.pdf)"), ("number", "5")]
            .map(|(code, words)| (code.to_owned(), words.to_owned()))
    );
    let [finding] =
        findings(&by_editor).into_iter().filter(|f| f["code"] == "number").collect::<Vec<_>>().try_into().unwrap();
    assert_eq!((finding["line"].as_u64(), finding["resource"]["line"].as_u64()), (Some(3), Some(3)));

    // The review says the same while somebody types it, and a machine's answer is refused for it.
    let config = Config::read(&by_editor.path("handback.yaml")).unwrap();
    let key = FileKey::Document("a.md".into());
    let typed = |session: &mut session::Session<'_>| session.proofread(0, &key, "run-contoso-login-3-times-see", bad);
    let problems = session::open(&config, Date::constant(2026, 3, 1), typed).unwrap().unwrap();
    let mut said: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
    said.sort_unstable();
    assert_eq!(said, ["code", "link-target", "number"]);
    assert!(problems[0].refused && !problems[2].refused, "{problems:?}");
    let english = "Run `contoso login` 3 times, see [the guide](guide.pdf).";
    let protected = Protected::new(english, Known::default(), None);
    assert!(verify(english, bad, &protected, Known::default(), &Language::of("fr-FR")).is_err());

    // An adopted page is judged by the same eyes.
    let adopted = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    adopted.write("source-docs/a.md", PAGE);
    files(&adopted);
    adopted.write("published/a.md", &by_editor.read("localized-docs/fr-FR/a.md"));
    let adoption = adopted.run(&["adopt", "--locale", "fr-FR", "published"]);
    assert!(adoption.code < 2, "{}{}", adoption.out, adoption.err);
    let mut again: Vec<(String, String)> = findings(&adopted)
        .iter()
        .filter_map(|f| Some((f["code"].as_str()?.to_owned(), f["words"].as_str()?.to_owned())))
        .collect();
    again.sort();
    assert_eq!(again, expected);
}

#[test]
fn a_dismissed_finding_is_back_when_the_text_changes() {
    let project = project("", "Exécutez `contoso login` trois fois  , voir [le guide](guide.pdf).");
    assert_eq!(codes(&project), ["spaces"]);
    let id = "run-contoso-login-3-times-see";
    let accept =
        |finding: &str| project.run(&["accept", id, "--finding", finding, "--reviewer", "Kim", "--date", "2026-03-01"]);
    assert_eq!(accept("stale").code, 2, "only findings about texts");
    insta::assert_snapshot!(accept("number").out, @"Nothing to accept: no current translation of these messages has such a finding.");
    let accepted = accept("spaces");
    assert!(accepted.out.contains("Accepted 1 translation"), "{}{}", accepted.out, accepted.err);
    assert_eq!(codes(&project), Vec::<String>::new());
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.starts_with("version: 3\n") && state.contains("dismissed: [{code: spaces, "), "{state}");
    project.sync();
    assert_eq!(project.read("locales/fr-FR/a.yaml"), state, "a sync leaves it alone");

    project.edit("locales/fr-FR/a.ftl", "Exécutez", "Lancez");
    project.sync();
    assert_eq!(codes(&project), ["spaces"], "another wording");
    assert!(project.read("locales/fr-FR/a.yaml").starts_with("version: 2\n"));
}

#[test]
fn what_is_safe_is_repaired_and_nobody_s_work_changes_its_author() {
    let project = project("", "Exécutez `contoso  login` 3 fois , voir [le guide](guide.pdf?a=b).");
    project.edit("locales/fr-FR/a.ftl", "guide.pdf?a=b", "guide.pdf");
    project.edit("locales/fr-FR/a.ftl", "« Suivant »", "\"Suivant\"");
    project.sync();
    let before = project.read("locales/fr-FR/a.ftl");
    let dry = project.run(&["check", "--fix", "--dry-run", "--quiet"]);
    assert!(dry.out.contains("Would repair 2 translations."), "{}{}", dry.out, dry.err);
    assert_eq!(project.read("locales/fr-FR/a.ftl"), before);
    let fixed = project.run(&["check", "--fix", "--quiet"]);
    insta::assert_snapshot!(fixed.out, @r#"
    locales/fr-FR/a.ftl:3: run-contoso-login-3-times-see
        - Exécutez `contoso  login` 3 fois , voir [le guide](guide.pdf).
        + Exécutez `contoso  login` 3 fois, voir [le guide](guide.pdf).
    locales/fr-FR/a.ftl:2: select-next-to-go-on
        - Choisissez "Suivant" pour continuer.
        + Choisissez «⍽Suivant⍽» pour continuer.
    Repaired 2 translations.
    0 errors, 1 warning in 1 document, 1 locale.
    "#);
    assert!(project.read("locales/fr-FR/a.ftl").contains("`contoso  login` 3 fois, voir"), "code is left alone");
    assert!(project.read("localized-docs/fr-FR/a.md").contains("Choisissez «\u{a0}Suivant\u{a0}» pour"));
    let state = project.read("locales/fr-FR/a.yaml");
    assert_eq!(state.matches("type: HT, origin: human").count(), 3, "{state}");
    let sync = project.run(&["sync"]);
    assert!(sync.out.contains("up to date"), "{}", sync.out);
}

#[test]
fn levels_lengths_and_rules_are_configured_by_locale() {
    let config = "checks:\n  levels: {number: error, spaces: off}\n  max_length: {heading: 5}\n  patterns:\n  \
                  - {message: say « exécuter », forbidden: \"(?i)lancez\"}\n  locales:\n    fr-FR: {levels: {length: note}}\n";
    let project = project(config, "Lancez  `contoso login` 5 fois, voir [le guide](guide.pdf).");
    let check = project.run(&["check"]);
    insta::assert_snapshot!(check.out, @"
    locales/fr-FR/a.ftl:1: note[length]: fr-FR: the translation has 6 characters, and 5 are allowed: “Guide” (guide)
        fix: shorten it
    locales/fr-FR/a.ftl:3: error[number]: fr-FR: `5` is `3` in the English: “Run `contoso login` 3 times, see [the guide](guide.pdf).” (run-contoso-login-3-times-see)
        fix: write 3 as fr-FR writes it
    locales/fr-FR/a.ftl:3: warning[pattern]: fr-FR: say « exécuter »: “Run `contoso login` 3 times, see [the guide](guide.pdf).” (run-contoso-login-3-times-see)
        fix: see the rule in `checks: patterns`
    1 error, 1 warning in 1 document, 1 locale.
    ");
    assert_eq!(check.code, 1);
}

#[test]
fn a_table_says_how_much_there_is() {
    let project = Project::new("locales: [fr-FR, de-DE]\nmetadata: none\n");
    let page: String = (1..=14).map(|number| format!("Sentence number {} of many.\n\n", "x".repeat(number))).collect();
    project.write("source-docs/a.md", &page);
    project.sync();
    let check = project.run(&["check"]);
    assert_eq!(check.out.lines().filter(|line| line.contains("error[missing]")).count(), 10);
    insta::assert_snapshot!(check.out.lines().skip_while(|line| !line.starts_with('…')).collect::<Vec<_>>().join("\n"), @r"
    … and 4 more `missing`: `handback check --code missing --max 0` shows all

                        de-DE   fr-FR
    missing                14      14  handback translate, or handback review --state missing
    locale-incomplete       1       1
    30 errors, 0 warnings in 1 document, 2 locales.
    ");
    let all = project.run(&["check", "--code", "missing", "--max", "0"]);
    assert_eq!(all.out.lines().filter(|line| line.contains("; also in fr-FR")).count(), 14, "{}", all.out);
    let summary = project.run(&["check", "--summary"]);
    assert!(!summary.out.contains("error[missing]") && summary.code == 1, "{}", summary.out);
}

#[test]
fn a_wording_with_selectors_is_repaired_and_stays_a_person_s() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "# Guide\n\n## Safety\n\nDelete the files?\n\n## Privacy\n\nDelete the files?\n");
    project.sync();
    let wording = "# of a person\ndelete-the-files = { $section ->\n    [safety] Supprimer  les fichiers?\n   *[other] Effacer les fichiers ?\n }\n";
    project.write("locales/fr-FR/a.ftl", wording);
    project.sync();
    assert!(project.run(&["check", "--fix"]).out.contains("Repaired 1 translation."));
    insta::assert_snapshot!(project.read("locales/fr-FR/a.ftl"), @r"
    # @guide

    # @safety

    # @delete-the-files
    # of a person
    delete-the-files =
        { $section ->
            [safety] Supprimer les fichiers ?
           *[other] Effacer les fichiers ?
        }

    # @privacy
    ");
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.contains("{type: HT, origin: human"), "{state}");
    assert!(!project.run(&["check", "--fix"]).out.contains("Repaired"), "once is enough");
    project.sync();
    assert!(project.read("localized-docs/fr-FR/a.md").contains("Supprimer les fichiers\u{202f}?"));
}
