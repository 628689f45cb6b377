//! Drafts, through the command as its users run it: memory, providers that need no network, what stays a person's.

use handback_core::text::fingerprint::fingerprint;

use crate::support::Project;

const CONFIG: &str = "locales: [qps-ploc]\nmetadata: none\nanchors: false\ntranslate: {provider: pseudo}\n";

/// What `handback translate --format json` said of a locale.
fn drafts(project: &Project, arguments: &[&str]) -> (i32, serde_json::Value) {
    let all = [&["translate", "--format", "json", "--date", "2026-02-01"], arguments].concat();
    let outcome = project.run(&all);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err));
    (outcome.code, report)
}

fn count(report: &serde_json::Value, name: &str) -> u64 {
    report["locales"][0][name].as_u64().unwrap_or_else(|| panic!("{name}: {report}"))
}

fn page(project: &Project, locale: &str, name: &str) -> String {
    project.read(&format!("localized-docs/{locale}/{name}"))
}

#[test]
fn the_whole_chain_runs_with_accented_english() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "# Title\n\nSee [the docs](https://contoso.com/x) of `app`.\n\n| A | B |\n|---|---|\n| Yes | https://contoso.com |\n");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 5 units in 5 messages (0 shared by several documents)
    English messages: 5 new.
    qps-ploc: 5 messages to draft: 5 by pseudo (44 characters)
    qps-ploc  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 0 human, 5 machine; 0 stale, 0 missing
    Wrote 6 files.
    Next for qps-ploc translators: 5 machine translations to approve (`handback review --locale qps-ploc`).
    --- exit code 0
    ");
    insta::assert_snapshot!(page(&project, "qps-ploc", "a.md"), @r"
    # ⟦Ţíţĺé !!⟧

    ⟦Šéé [ţĥé đóčš](https://contoso.com/x) óƒ `app`. !!!!!!!!⟧

    | ⟦Á !⟧ | ⟦Ɓ !⟧ |
    |---|---|
    | ⟦Ýéš !⟧ | https://contoso.com |
    ");
    assert!(project.read("locales/qps-ploc/a.yaml").contains("{type: MT, origin: mt:pseudo,"));
    let before = project.snapshot();
    let again = project.sync();
    assert!(again.out.contains("Nothing changed since the last sync."), "{}", again.out);
    assert_eq!(project.snapshot(), before);
}

#[test]
fn a_dry_run_counts_and_writes_nothing() {
    let config = format!("{CONFIG}providers: {{pseudo: {{price: 20}}}}\n");
    let project = Project::new(&config);
    project.write("source-docs/a.md", "First text.\n\nSecond **text**.\n");
    project.write("source-docs/b.md", "First text.\n");
    project.run(&["sync", "--no-mt"]);
    let before = project.snapshot();
    let (code, report) = drafts(&project, &["--dry-run"]);
    assert_eq!((code, count(&report, "needed"), count(&report, "texts")), (0, 2, 2), "{report}");
    assert_eq!(count(&report, "characters"), "First text.Second XPO0X text XPC0X.".len() as u64);
    assert!(report["locales"][0]["cost"].as_f64().unwrap() > 0.0);
    assert_eq!(project.snapshot(), before);
    insta::assert_snapshot!(project.shown(&["translate", "--dry-run"]), @"
    $ handback translate --dry-run
    qps-ploc: 2 messages would be drafted: 2 for pseudo (35 characters, 0.00)
    --- exit code 0
    ");
}

#[test]
fn a_person_is_never_overwritten() {
    let project = Project::new(&CONFIG.replace("qps-ploc", "fr-FR"));
    project.write("source-docs/a.md", "Where is the data kept?\n\nAnother text.\n");
    project.run(&["sync", "--no-mt"]);
    let id = "where-is-the-data-kept";
    project.write("locales/fr-FR/a.ftl", &format!("{id} = Où sont les données ?\n"));
    project.run(&["sync", "--no-mt"]);
    project.edit("source-docs/a.md", "Where is the data kept?", "Which country is the data kept in?");
    let (code, report) = drafts(&project, &[]);
    assert_eq!((code, count(&report, "translated")), (0, 2), "{report}");
    assert!(project.read("locales/fr-FR/a.ftl").contains("= Où sont les données ?"));
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.contains("type: HT") && state.contains("draft: {text: \"⟦Ŵĥíčĥ"), "{state}");
    project.run(&["sync", "--no-mt"]);
    assert!(
        page(&project, "fr-FR", "a.md").contains("Which country is"),
        "a draft beside a person's text is not published"
    );
    assert_eq!(count(&drafts(&project, &[]).1, "needed"), 0);
    project.write(
        "locales/fr-FR/a.ftl",
        &project.read("locales/fr-FR/a.ftl").replace("Où sont les données ?", "Dans quel pays ?"),
    );
    project.run(&["sync", "--no-mt"]);
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(!state.contains("draft:") && page(&project, "fr-FR", "a.md").contains("Dans quel pays ?"), "{state}");
}

#[test]
fn texts_of_an_older_engine_are_made_again_only_on_demand() {
    let config =
        format!("{CONFIG}providers:\n  old: {{type: command, command: [sed, -u, \"s/^/old /\"], protocol: lines}}\n");
    let project = Project::new(&config);
    project.write("source-docs/a.md", "A first text.\n\nA second text.\n");
    drafts(&project, &["--provider", "old"]);
    assert!(project.read("locales/qps-ploc/a.ftl").contains("= old A first text."));
    project.edit("locales/qps-ploc/a.ftl", "old A second text.", "By hand.");
    project.sync();
    assert!(
        project.read("locales/qps-ploc/a.ftl").contains("= old A first text."),
        "a new engine alone changes nothing"
    );
    let (code, report) = drafts(&project, &["--retranslate", "mt:old"]);
    assert_eq!((code, count(&report, "translated")), (0, 1), "{report}");
    let resource = project.read("locales/qps-ploc/a.ftl");
    assert!(resource.contains("⟦Á ƒířšţ ţéẋţ.") && resource.contains("= By hand."), "{resource}");
    assert_eq!(count(&drafts(&project, &["--retranslate", "mt:old"]).1, "needed"), 0);
    insta::assert_snapshot!(project.shown(&["translate", "--retranslate", "human"]), @r"
    $ handback translate --retranslate human
    --- stderr
    error: invalid value 'human' for '--retranslate <mt:ENGINE>': expected `mt:` and an engine, as `origin` of the state has it

    For more information, try '--help'.
    --- exit code 2
    ");
}

#[test]
fn names_are_left_alone() {
    let config = format!("{CONFIG}variables: {{app: {{heading: 1}}}}\n");
    let project = Project::new(&config);
    for (file, app) in [("a.md", "Contoso Spark"), ("b.md", "Fabrikam Forms")] {
        project.write(&format!("source-docs/{file}"), &format!("# {app}\n\nHow {app} keeps data\n"));
    }
    project.write("source-docs/c.md", "Compare Contoso Spark with Fabrikam Forms and forms.\n");
    project.sync();
    assert!(page(&project, "qps-ploc", "a.md").contains("⟦Ĥóŵ Contoso Spark ķééƥš đáţá"));
    assert!(page(&project, "qps-ploc", "c.md").contains("Čóɱƥářé Contoso Spark ŵíţĥ Fabrikam Forms áñđ ƒóřɱš."));
}

#[test]
fn the_glossary_is_kept_and_checked() {
    let project = Project::new(&CONFIG.replace("qps-ploc", "fr-FR"));
    project.write("source-docs/a.md", "The tenant uses Azure.\n");
    project.write(
        "locales/fr-FR/glossary.yaml",
        "version: 1\nterms:\n- {term: Azure, do_not_translate: true}\n- {term: tenant, translation: locataire}\n",
    );
    project.sync();
    assert!(page(&project, "fr-FR", "a.md").contains("⟦Ţĥé ţéñáñţ úšéš Azure."));
    assert_eq!(project.run(&["check"]).code, 0);
    let strict = project.run(&["check", "--fail-on", "glossary"]);
    assert_eq!(strict.code, 1);
    project.write("locales/fr-FR/glossary.yaml", "version: 1\nterms:\n- {term: Azure}\n");
    project.write("source-docs/b.md", "Not to be sent without a glossary.\n");
    insta::assert_snapshot!(project.shown(&["translate"]), @"
    $ handback translate
    fr-FR: 1 message to draft: 1 left
    --- stderr
    error: locales/fr-FR/glossary.yaml:3: the term `Azure`: says nothing: expected `translation`, `do_not_translate: true` or `forbidden`
    --- exit code 2
    ");
    assert!(!project.path("locales/fr-FR/b.ftl").exists());
}

#[test]
fn two_terms_of_one_text_are_two_findings() {
    let project = Project::new(&CONFIG.replace("qps-ploc", "fr-FR"));
    project.write("source-docs/a.md", "The tenant opens a vault.\n");
    project.write(
        "locales/fr-FR/glossary.yaml",
        "version: 1\nterms:\n- {term: vault, translation: coffre, note: not a voûte}\n\
         - {term: tenant, translation: locataire}\n",
    );
    project.sync();
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-01-31"]), @r"
    $ handback check --date 2026-01-31
    locales/fr-FR/a.ftl:2: warning[glossary]: fr-FR: `tenant` is not translated as `locataire`: “The tenant opens a vault.” (the-tenant-opens-a-vault)
        fix: write `locataire`, or change the glossary
    locales/fr-FR/a.ftl:2: warning[glossary]: fr-FR: `vault` is not translated as `coffre`: “The tenant opens a vault.” (the-tenant-opens-a-vault)
        fix: write `coffre`, or change the glossary (note: not a voûte)
    0 errors, 2 warnings in 1 document, 1 locale.
    --- exit code 0
    ");
}

#[test]
fn code_and_marked_elements_of_html_are_left_alone() {
    let project = Project::new(CONFIG);
    let kept = ["<code>contoso login</code>", "<kbd>Enter</kbd>", "<b translate=\"no\">Blue <i>Whale</i></b>"];
    project.write(
        "source-docs/a.md",
        &format!(
            "Run {}, press {} for {}.\n\n<p class=\"notranslate\">Red Fox</p>\n\n\
             <table><tr><td><code>Area/Name</code></td><td>Some words</td></tr></table>\n",
            kept[0], kept[1], kept[2]
        ),
    );
    project.sync();
    let page = page(&project, "qps-ploc", "a.md");
    assert!(kept.iter().all(|kept| page.contains(kept)), "{page}");
    assert!(page.contains(">Red Fox<") && page.contains("<code>Area/Name</code>"), "{page}");
    assert!(page.contains("⟦Řúñ <code>") && page.contains("⟦Šóɱé ŵóřđš"), "{page}");
    assert_eq!(project.read("locales/en-US/a.ftl").matches(" = ").count(), 2);
}

#[test]
fn what_translates_code_of_html_already_stays() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "<p><cite>Area/Name</cite></p>\n\n<p>Some words</p>\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "area-name = <cite>Zone/Nom</cite>\n");
    project.sync();
    // As a version of handback left it that took code for text.
    let print = |text: &str, tag: &str| fingerprint(&format!("<{tag}>{text}</{tag}>"));
    for file in ["source-docs/a.md", "locales/en-US/a.ftl", "locales/fr-FR/a.ftl", "locales/fr-FR/a.yaml"] {
        let mut text = project.read(file).replace("cite>", "code>");
        for wording in ["Area/Name", "Zone/Nom"] {
            text = text.replace(&*print(wording, "cite"), &print(wording, "code"));
        }
        project.write(file, &text);
    }
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    std::fs::remove_dir_all(project.path("localized-docs")).unwrap();
    project.sync();
    let content = page(&project, "fr-FR", "a.md");
    assert!(content.contains("<p><code>Zone/Nom</code></p>"), "{content}");
    assert!(project.read("locales/fr-FR/a.yaml").contains("area-name:\n    {type: HT, origin: human,"));
    assert!(!project.read("locales/en-US/a.ftl").contains("Area/Name"));
    let before = project.snapshot();
    project.sync();
    assert_eq!(project.snapshot(), before);
    let check = project.run(&["check"]);
    assert!(check.out.contains("some-words") && !check.out.contains("area-name"), "{}", check.out);
    // Whoever wants the English takes it out.
    project.write("locales/fr-FR/a.ftl", "some-words = Quelques mots\n");
    project.sync();
    assert!(page(&project, "fr-FR", "a.md").contains("<p><code>Area/Name</code></p>"));
}

#[cfg(unix)]
#[test]
fn names_that_come_back_as_they_are_are_translated_and_sentences_are_not() {
    let config = "locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {provider: echo}\nproviders:\n  \
        echo: {type: command, command: [sed, -u, \"\"], protocol: lines}\n";
    let project = Project::new(config);
    project.write("source-docs/a.md", "Fabrikam s.r.o.\n\nSave the file.\n");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 new.
    fr-FR: 2 messages to draft: 1 by echo, 1 not translated whole (29 characters)
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░   50 % current: 0 human, 1 machine; 0 stale, 1 missing
    Wrote 6 files.
    Next for fr-FR translators: 1 message to translate, 1 machine translation to approve (`handback review --locale fr-FR`).
    --- stderr
    finding: fr-FR: `save-the-file` (a.md:3): the machine gave back the English; it was left as it is
    --- exit code 1
    ");
    assert!(project.read("locales/fr-FR/a.ftl").contains("= Fabrikam s.r.o."));
    assert!(project.read("locales/fr-FR/a.yaml").contains("{type: MT, origin: mt:echo,"));
}

const TMX: &str = r#"<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>Where is the data kept?</seg></tuv><tuv xml:lang="fr"><seg>Où sont les données ?</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>See [the docs](a.md).</seg></tuv><tuv xml:lang="fr"><seg>Voir la documentation.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>How Contoso CRM signs in</seg></tuv><tuv xml:lang="fr"><seg>La connexion de Contoso CRM</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Who may read the logs of the app</seg></tuv><tuv xml:lang="fr"><seg>Qui peut lire les journaux</seg></tuv></tu>
</body></tmx>"#;

#[test]
fn translations_of_other_tools_are_taken_where_they_are_whole() {
    let config = "locales: [fr-FR]\nmetadata: none\nanchors: false\n\
        translate: {memory: [\"tm/*.tmx\", {files: \"tm/*.po\", type: MT}]}\nvariables: {app: {heading: 1}}\n";
    let project = Project::new(config);
    project.write("tm/old.tmx", TMX);
    project.write("tm/fr.po", "msgid \"Yes, it does\"\nmsgstr \"Oui\"\n");
    project.write("tm/de.po", "msgid \"\"\nmsgstr \"Language: de\\n\"\n\nmsgid \"No text\"\nmsgstr \"Kein Text\"\n");
    for (file, app) in [("a.md", "Contoso CRM"), ("b.md", "Fabrikam Mail")] {
        let texts = "Where is the data kept?\n\nSee [the docs](a.md).\n\nYes, it does\n\nNo text\n";
        project.write(&format!("source-docs/{file}"), &format!("# {app}\n\nHow {app} signs in\n\n{texts}"));
    }
    project.write("source-docs/c.md", "Who may read the log of the app\n");
    project.run(&["sync", "--no-mt"]);
    let (code, report) = drafts(&project, &[]);
    assert_eq!((code, count(&report, "from_memory"), count(&report, "left")), (0, 3, 3), "{report}");
    let resource = project.read("locales/fr-FR/shared.ftl");
    assert!(
        resource.contains("= Où sont les données ?") && resource.contains("= La connexion de { $app }"),
        "{resource}"
    );
    assert!(!resource.contains("Voir la documentation"), "a translation that lost its link is no match");
    let state = project.read("locales/fr-FR/shared.yaml");
    assert!(state.contains("where-is-the-data-kept:\n    {type: HT, origin: memory,"), "{state}");
    assert!(state.contains("yes-it-does:\n    {type: MT, origin: memory,"), "{state}");
    let suggestion = &report["locales"][0]["suggestions"][0];
    assert_eq!(suggestion["english_of_translation"], "Who may read the logs of the app", "{report}");
    assert_eq!(
        (&suggestion["translation"], &suggestion["from"]),
        (&"Qui peut lire les journaux".into(), &"tm/old.tmx".into())
    );
    assert!(suggestion["score"].as_f64().unwrap() > 0.9 && suggestion["changes"].as_array().unwrap().len() > 2);
    let (_, report) = drafts(&project, &["--fuzzy", "0.9"]);
    assert_eq!(count(&report, "from_similar"), 1, "{report}");
    let state = project.read("locales/fr-FR/c.yaml");
    assert!(state.contains("type: MT, origin: memory") && state.contains("similar: {score: 96, english: "), "{state}");
}

#[test]
fn a_memory_that_cannot_be_read_is_named_and_the_rest_is_used() {
    let project = Project::new("locales: [fr-FR]\ntranslate: {memory: [\"tm/*\"]}\n");
    project.write("source-docs/a.md", "Where is the data kept?\n");
    project.write("tm/a.tmx", TMX);
    project.write("tm/b.tmx", "<tmx>\n<body>");
    project.write("tm/c.txt", "");
    project.write("tm/d.po", "msgid \"a\"\nmsgstr \"b\"\n");
    insta::assert_snapshot!(project.shown(&["translate"]), @"
    $ handback translate
    fr-FR: 1 message to draft: 1 from memory
    Next: `handback sync` regenerates the documents.
    --- stderr
    error: tm/b.tmx:2: the file is cut off: `</tmx>` is missing
    error: tm/c.txt: expected a translation memory: `.tmx` or `.po`
    error: tm/d.po: the catalog does not say its language: expected `Language:` in its header
    --- exit code 2
    ");
    assert!(project.read("locales/fr-FR/a.ftl").contains("Où sont les données ?"));
}

#[test]
fn a_text_that_comes_back_broken_stays_missing() {
    let config = "locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {provider: bad}\nproviders:\n  \
        bad: {type: command, command: [sed, -u, \"s/XPH0X/lost/\"], protocol: lines}\n";
    let project = Project::new(config);
    project.write("source-docs/a.md", "Use `code` here.\n\nWörter.\n");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 new.
    fr-FR: 2 messages to draft: 1 by bad, 1 not translated whole (22 characters)
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░   50 % current: 0 human, 1 machine; 0 stale, 1 missing
    Wrote 6 files.
    Next for fr-FR translators: 1 message to translate, 1 machine translation to approve (`handback review --locale fr-FR`).
    --- stderr
    finding: fr-FR: `use-code-here` (a.md:1): the machine lost ``code``; it was left as it is
    --- exit code 1
    ");
    assert!(page(&project, "fr-FR", "a.md").contains("Use `code` here."));
    assert!(!project.read("locales/fr-FR/a.ftl").contains("use-code-here ="));
}

#[cfg(unix)]
#[test]
fn a_sync_asks_once_a_day_for_what_was_refused() {
    let config = "locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {provider: bad}\nproviders:\n  \
        bad: {type: command, command: [sh, -c, \"tee -a asked | sed -u -e s/XPH0X/$(cat word)/ -e 's/^/neu /'\"], protocol: lines}\n";
    let project = Project::new(config);
    project.write("word", "lost");
    project.write("asked", "");
    project.write("source-docs/a.md", "Use `code` here.\n");
    let asked = |args: &[&str], code: i32| {
        let outcome = project.run(args);
        assert_eq!(outcome.code, code, "{}{}", outcome.out, outcome.err);
        let count = project.read("asked").lines().count();
        project.write("asked", "");
        (count, outcome)
    };
    let today: &[&str] = &["sync", "--date", "2026-01-31"];
    assert!(asked(today, 1).0 > 0);
    let (count, again) = asked(today, 1);
    insta::assert_snapshot!(again.err, @"finding: fr-FR: `use-code-here` (a.md:1): the machine lost ``code``; it is left as it is, and asked for another day or by `handback translate`");
    assert_eq!((count, again.out.contains("1 not translated whole")), (0, true), "{}", again.out);
    assert!(asked(&["sync", "--date", "2026-02-01"], 1).0 > 0, "on another day it is");
    assert!(asked(&["translate", "--date", "2026-02-01"], 1).0 > 0, "and whenever somebody says so");
    assert_eq!(asked(&["sync", "--date", "2026-02-01"], 1).0, 0);
    // Another text is asked for; the machine is well again.
    project.edit("source-docs/a.md", "Use", "Now use");
    project.write("word", "XPH0X");
    assert!(asked(&["sync", "--date", "2026-02-01"], 0).0 > 0);
    project.edit("source-docs/a.md", "Now use", "Use");
    assert_eq!(asked(&["sync", "--date", "2026-02-01"], 1).0, 0);
    assert!(asked(&["translate", "--date", "2026-02-01"], 0).0 > 0);
}

#[cfg(unix)]
#[test]
fn what_is_edited_while_drafts_come_in_stays() {
    let script =
        "while read -r line; do printf \"a-text = By hand.\\n\" > locales/fr-FR/a.ftl; echo \"tr $line\"; done";
    let config = format!(
        "locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {{provider: slow}}\nproviders:\n  \
         slow: {{type: command, command: [sh, -c, '{script}'], protocol: lines}}\n"
    );
    let project = Project::new(&config);
    project.write("source-docs/a.md", "A text.\n\nAnother text.\n");
    project.run(&["sync", "--no-mt"]);
    insta::assert_snapshot!(project.shown(&["translate"]), @"
    $ handback translate
    fr-FR: 2 messages to draft: 2 by slow (20 characters)
    Next: `handback sync` regenerates the documents.
    --- stderr
    finding: fr-FR: `a-text` was edited while its draft was made; the edit stays
    --- exit code 1
    ");
    let resource = project.read("locales/fr-FR/a.ftl");
    assert!(
        resource.contains("a-text = By hand.") && resource.contains("another-text = tr Another text."),
        "{resource}"
    );
    project.run(&["sync", "--no-mt"]);
    assert!(project.read("locales/fr-FR/a.yaml").contains("a-text:\n    {type: HT, origin: human,"));
}

/// A project whose machine does something to it with every text.
#[cfg(unix)]
fn meddled(deed: &str) -> Project {
    let script = format!("while read -r line; do {deed}; echo tr $line; done");
    let config = format!(
        "locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {{provider: slow}}\nproviders:\n  \
         slow: {{type: command, command: [sh, -c, \"{script}\"], protocol: lines}}\n"
    );
    let project = Project::new(&config);
    project.write("source-docs/a.md", "A text.\n\nAnother text.\n");
    project.write("source-docs/b.md", "A third text.\n");
    project.run(&["sync", "--no-mt"]);
    project
}

#[cfg(unix)]
#[test]
fn a_sync_takes_up_what_is_edited_while_its_drafts_come_in() {
    let project = meddled("echo a-text = By hand. > locales/fr-FR/a.ftl");
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("`a-text` was edited while its draft was made; the edit stays"), "{}", outcome.err);
    assert!(project.read("locales/fr-FR/a.yaml").contains("a-text:\n    {type: HT, origin: human,"));
    assert_eq!(page(&project, "fr-FR", "a.md"), "By hand.\n\ntr Another text.\n");
    // A source, and a new document: nothing of it is the drafts' own.
    for name in ["b.md", "new.md"] {
        let project = meddled(&format!("echo Changed text. > source-docs/{name}"));
        let outcome = project.sync();
        assert!(page(&project, "fr-FR", name).contains("Changed text."), "{}{}", outcome.out, outcome.err);
        assert_eq!(page(&project, "fr-FR", "a.md"), "tr A text.\n\ntr Another text.\n");
    }
}

/// Documents with shared texts, lifted values and a locale that falls back, after a change of everything.
fn changed_project() -> Project {
    let config = "locales: [fr-FR, fr-CA: [fr-FR], de-DE]\nanchors: false\n\
        translate: {provider: pseudo, locales: {fr-CA: none}}\nvariables: {app: {heading: 1}}\n";
    let project = Project::new(config);
    for (name, app) in [("a", "Contoso Spark"), ("b", "Fabrikam Forms")] {
        let text = format!("# {app}\n\nHow {app} keeps data\n\nOnly in {name}.\n\nA shared text.\n");
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    project.write("source-docs/old.md", "A page that moves.\n\nIt is long enough to be known again.\n");
    project.run(&["sync", "--no-mt", "--date", "2026-01-01"]);
    project.run(&["sync", "--locale", "fr-FR", "--date", "2026-01-10"]);
    project.write("locales/de-DE/shared.ftl", "a-shared-text = Ein gemeinsamer Text.\n");
    project.run(&["sync", "--no-mt", "--date", "2026-01-15"]);
    for name in ["a", "b"] {
        let path = format!("source-docs/{name}.md");
        project.edit(&path, "keeps data", "keeps all its data for you");
        project.edit(&path, "A shared text.", "A text that all share.");
    }
    project.edit("source-docs/a.md", "Only in a.", "Only in a.\n\nA new text.");
    project.edit("source-docs/b.md", "Fabrikam Forms", "Fabrikam Forms 2");
    std::fs::rename(project.path("source-docs/old.md"), project.path("source-docs/moved.md")).unwrap();
    project
}

#[test]
fn a_sync_with_drafts_leaves_what_drafts_and_a_sync_leave() {
    let files = |project: &Project| -> Vec<(String, String)> {
        let snapshot = project.snapshot().into_iter();
        snapshot.map(|(name, bytes, _)| (name, String::from_utf8(bytes).unwrap())).collect()
    };
    let (one, two) = (changed_project(), changed_project());
    let outcome = one.sync();
    assert!(!outcome.err.contains("edited by hand"), "{}", outcome.err);
    two.run(&["translate", "--date", "2026-01-31"]);
    two.run(&["sync", "--no-mt", "--date", "2026-01-31"]);
    // Only a run that sees the document move knows that its page did.
    for locale in ["fr-FR", "fr-CA", "de-DE"] {
        std::fs::remove_file(two.path(&format!("localized-docs/{locale}/old.md"))).unwrap();
    }
    for (found, expected) in files(&one).into_iter().zip(files(&two)) {
        assert_eq!(found, expected);
    }
    assert_eq!(files(&one).len(), files(&two).len());
    let before = one.snapshot();
    std::fs::remove_dir_all(one.path(".handback")).unwrap();
    let again = one.sync();
    assert!(again.out.contains("Every file was up to date."), "{}", again.out);
    assert_eq!(one.snapshot(), before);
}

#[test]
fn a_provider_that_is_not_there_stops_nothing_else() {
    let config = "locales: [fr-FR]\nmetadata: none\ntranslate: {provider: mt}\nproviders:\n  \
        mt: {type: command, command: [./no-such-program]}\n";
    let project = Project::new(config);
    project.write("source-docs/a.md", "A text.\n");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 1 unit in 1 message (0 shared by several documents)
    English messages: 1 new.
    fr-FR: 1 message to draft: 1 left (7 characters)
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 1 missing
    Wrote 4 files.
    Next for fr-FR translators: 1 message to translate (`handback review --locale fr-FR`).
    --- stderr
    error: fr-FR: cannot start `./no-such-program`: No such file or directory (os error 2); is it installed?; 1 message is left, run again to go on
    --- exit code 2
    ");
    assert!(page(&project, "fr-FR", "a.md").contains("A text."), "the sync goes on without drafts");
    assert_eq!(project.run(&["sync", "--no-mt"]).code, 0);
}

/// A project with a translation memory of one unit.
fn remembered(english: &str, french: &str, document: &str) -> Project {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\ntranslate: {memory: [\"tm/**/*.tmx\"]}\n");
    let unit = format!("<tuv xml:lang=\"en\"><seg>{english}</seg></tuv><tuv xml:lang=\"fr\"><seg>{french}</seg></tuv>");
    project.write("tm/a.tmx", &format!("<tmx version=\"1.4\"><header/><body><tu>{unit}</tu></body></tmx>"));
    project.write("source-docs/a.md", document);
    project
}

#[test]
fn similar_texts_are_no_drafts_where_a_telling_word_differs() {
    let old = "The data of the app is kept in the cloud for some days after the end of the contract";
    for (changed, taken) in [
        (old.replace("contract", "agreement"), 1),
        (old.replace("after", "before"), 0),
        (old.replace("some", "two"), 0),
        (old.replace("cloud", "Azure"), 0),
    ] {
        let project = remembered(old, "Les données de l’application sont conservées", &format!("{changed}\n"));
        let (_, report) = drafts(&project, &["--fuzzy", "0.8"]);
        assert_eq!(count(&report, "from_similar"), taken, "{changed}: {report}");
    }
}

#[test]
fn labels_are_links_only_where_they_are_defined() {
    let project = Project::new(CONFIG);
    let text =
        "See [the  docs][] and [Optional] parts.\n\n[the docs]: https://contoso.com\n\n```\n[optional]: x\n```\n";
    project.write("source-docs/a.md", text);
    project.write("source-docs/b.md", "Both [say it].\n\n[say it]: x.md\n");
    project.write("source-docs/c.md", "Both [say it].\n");
    project.sync();
    let page = |name: &str| page(&project, "qps-ploc", name);
    assert!(page("a.md").contains("[ţĥé  đóčš][the  docs] áñđ [Óƥţíóñáĺ] ƥářţš."), "{}", page("a.md"));
    assert!(page("b.md").contains("Ɓóţĥ [say it]"), "a link in one page and text in another: {}", page("b.md"));
}

#[test]
fn an_ordinary_word_is_a_name_only_where_it_is_one() {
    let project = Project::new(&format!("{CONFIG}variables: {{app: {{heading: 1}}}}\n"));
    for (name, app) in [("a.md", "Security"), ("b.md", "Contoso Mail"), ("d.md", "Fabrikam Mail")] {
        project
            .write(&format!("source-docs/{name}"), &format!("# {app}\n\nWhat {app} does\n\nHow is Security kept?\n"));
    }
    project.write("source-docs/c.md", "Use the Contoso\nMail tool.\n");
    project.sync();
    let page = |name: &str| page(&project, "qps-ploc", name);
    assert!(page("b.md").contains("Ĥóŵ íš Šéčúříţý ķéƥţ?"), "{}", page("b.md"));
    assert!(page("c.md").contains("Contoso\nMail ţóóĺ"), "{}", page("c.md"));
}

#[test]
fn a_locale_that_falls_back_needs_no_draft_of_its_own() {
    let config = "locales: [fr-CA: [fr-BE], fr-BE: [fr-FR, fr-CA], fr-FR]\nmetadata: none\nanchors: false\n\
        translate: {provider: pseudo, locales: {fr-FR: none}}\n";
    let project = Project::new(config);
    project.write("source-docs/a.md", "A text.\n");
    let (_, report) = drafts(&project, &["--dry-run"]);
    let needed = |report: &serde_json::Value| -> Vec<String> {
        let locales = report["locales"].as_array().unwrap().iter();
        locales.map(|locale| format!("{} {} {}", locale["locale"], locale["texts"], locale["left"])).collect()
    };
    let expected = ["\"fr-FR\" 0 1", "\"fr-CA\" 1 0", "\"fr-BE\" 0 0"];
    assert_eq!(
        needed(&report),
        expected,
        "what nobody translates covers nothing, and two that fall back to each other need one"
    );
    let (_, report) = drafts(&project, &[]);
    assert_eq!(needed(&report), expected, "a dry run says what is sent");
    project.sync();
    assert!(!project.path("locales/fr-BE/a.ftl").exists());
    assert!(page(&project, "fr-BE", "a.md").contains("⟦Á ţéẋţ."));
}

#[test]
fn a_draft_that_waits_beside_the_wording_of_a_person_is_none_for_a_locale_that_falls_back() {
    let yaml = "locales: [fr-FR, {fr-CA: [fr-FR]}]\nmetadata: none\ntranslate: {provider: pseudo}\n";
    let project = Project::new(yaml);
    project.write("source-docs/a.md", "Backups are kept for a year.\n");
    project.run(&["sync", "--no-mt"]);
    project.write("locales/fr-FR/a.ftl", "backups-are-kept-for-a-year = Les sauvegardes sont conservées un an.\n");
    project.run(&["sync"]);
    project.edit("source-docs/a.md", "for a year", "in another country for a year");
    project.run(&["sync"]);
    let files = || ["fr-FR/a.ftl", "fr-FR/a.yaml", "fr-CA/a.ftl"].map(|file| project.read(&format!("locales/{file}")));
    let [french, state, canadian] = files();
    assert!(french.contains("Les sauvegardes sont conservées un an.") && state.contains("draft: {"), "{state}");
    assert!(canadian.contains("⟦"), "the other locale has nothing of that draft: {canadian}");
    std::fs::remove_file(project.path(".handback/stamps")).unwrap();
    project.run(&["sync"]);
    assert_eq!(files(), [french, state, canadian], "one sync makes all drafts");
}

#[test]
fn a_limit_leaves_out_only_what_does_not_fit() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "A text that is longer than the limit.\n\nShort.\n");
    let (_, report) = drafts(&project, &["--max-chars", "20"]);
    assert_eq!((count(&report, "translated"), count(&report, "beyond_limit")), (1, 1), "{report}");
}

/// Runs a command as a user would who has agreed to nothing, and whose home is the project.
fn as_stranger(project: &Project, arguments: &[&str]) -> (i32, String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_handback"))
        .args(arguments)
        .current_dir(project.path(""))
        .env_remove("HANDBACK_TRUST")
        .env("HOME", project.path("home"))
        .env("XDG_CONFIG_HOME", project.path("home"))
        .env("APPDATA", project.path("home"))
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[cfg(unix)]
#[test]
fn programs_of_a_configuration_run_only_where_the_user_has_agreed() {
    let config = "locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {provider: mt}\nproviders:\n  \
        mt: {type: command, command: [sh, -c, 'touch ran; while read -r line; do echo tr_$line; done'], protocol: lines}\n";
    let project = Project::new(config);
    project.write("source-docs/a.md", "A text.\n");
    let (code, out, err) = as_stranger(&project, &["sync"]);
    assert!(code == 2 && err.contains("provider `mt` runs `sh -c touch ran; while read"), "{out}{err}");
    assert!(err.contains("run `handback trust` once if you trust this project, or say `--trust` in CI"), "{err}");
    assert!(!project.path("ran").exists());
    let (_, out, _) = as_stranger(&project, &["trust", "--dry-run"]);
    assert!(out.contains("runs `sh -c") && out.ends_with("This is not trusted yet.\n"), "{out}");
    assert_eq!(as_stranger(&project, &["sync", "--trust"]).0, 0);
    assert!(project.path("ran").exists() && project.read("locales/fr-FR/a.ftl").contains("tr_A text."));
    // Once agreed, always, but to nothing else.
    project.write("source-docs/b.md", "Another text.\n");
    assert!(as_stranger(&project, &["trust"]).1.ends_with("This is trusted on this machine.\n"));
    assert_eq!(as_stranger(&project, &["sync"]).0, 0);
    assert!(project.read("locales/fr-FR/b.ftl").contains("tr_Another text."));
    project.edit("handback.yaml", "touch ran", "touch more");
    project.write("source-docs/c.md", "A third text.\n");
    assert_eq!(as_stranger(&project, &["sync"]).0, 2);
    project.edit("handback.yaml", "touch more", "touch ran");
    as_stranger(&project, &["trust", "--withdraw"]);
    assert_eq!(as_stranger(&project, &["sync"]).0, 2);
    assert!(!project.path("more").exists());
}
