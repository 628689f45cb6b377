//! Front matter that belongs to the translation: `front_matter` and `provenance`.

use crate::support::{Project, clean, git, rests};

const CONFIG: &str = "source_locale: en\nlocales: [fr]\nflavor: hugo\nsources: content/en/**/*.md\n\
                      output: 'content/{locale}/{path}'\n";
const RULES: &str = "front_matter:\n  set: {lang: '{locale}'}\n  keep: [reviewers, translator]\n  drop: [aliases]\n\
                     provenance: {commit: l10n.sourceCommit}\n";
const ENGLISH: &str =
    "---\ntitle: Harbor guide\nreviewers:\n- kim\naliases: [/old]\nweight: 3\n---\n\nMoor the boat before noon.\n";

/// A project in git whose guide has a French page, made from the only commit.
fn harbor(rules: &str) -> (Project, String) {
    let project = Project::new(&format!("{CONFIG}{rules}"));
    project.write("content/en/guide.md", ENGLISH);
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "Begin"]);
    let commit = head(&project);
    let page = format!(
        "---\nlang: \"fr\"\ntitle: Guide du port\nreviewers:\n- lou # du port\n- max\nweight: 3\ntranslator: 'Noa'\n\
         l10n:\n  sourceCommit: {commit}\n---\n\nAmarrez le bateau avant midi.\n"
    );
    project.write("content/fr/guide.md", &page);
    (project, page)
}

fn head(project: &Project) -> String {
    let output = std::process::Command::new("git").args(["rev-parse", "HEAD"]).current_dir(project.path("")).output();
    String::from_utf8(output.unwrap().stdout).unwrap().trim().to_owned()
}

fn commit(project: &Project, subject: &str) {
    git(project, &["add", "-A"]);
    git(project, &["commit", "-qm", subject]);
}

#[test]
fn an_adopted_page_keeps_what_is_its_own() {
    let (project, page) = harbor(RULES);
    let adopted = project.run(&["adopt", "--locale", "fr"]);
    assert!(adopted.out.contains("1 of 1 page regenerate to their very bytes."), "{}", adopted.out);
    project.run(&["sync"]);
    assert_eq!(project.read("content/fr/guide.md"), page);
    rests(&project);
    clean(&project);
}

#[test]
fn a_new_page_gets_what_the_rules_say() {
    let (project, _) = harbor(RULES);
    project.run(&["adopt", "--locale", "fr"]);
    project.write("content/en/quay.md", &ENGLISH.replace("guide", "quay"));
    project.write("content/en/bare.md", "Moor the boat before noon.\n");
    project.run(&["sync"]);
    let commit = head(&project);
    assert_eq!(
        project.read("content/fr/quay.md"),
        format!(
            "---\ntitle: Harbor quay\nreviewers:\n- kim\nweight: 3\nlang: fr\nl10n:\n  sourceCommit: {commit}\n---\n\n\
             Amarrez le bateau avant midi.\n"
        )
    );
    let bare = format!("---\nlang: fr\nl10n:\n  sourceCommit: {commit}\n---\nAmarrez le bateau avant midi.\n");
    assert_eq!(project.read("content/fr/bare.md"), bare);
    rests(&project);
}

#[test]
fn the_commit_follows_the_english_and_is_nobodys_edit() {
    let (project, page) = harbor(RULES);
    project.run(&["adopt", "--locale", "fr"]);
    project.run(&["sync"]);
    let begun = head(&project);
    project.edit("content/en/guide.md", "weight: 3", "weight: 4");
    commit(&project, "Move the guide");
    // Another checkout, without a memory of what was written.
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    let synced = project.run(&["sync"]);
    assert!(!synced.err.contains("a copy is kept"), "{}", synced.err);
    let expected = page.replace("weight: 3", "weight: 4").replace(&begun, &head(&project));
    assert_eq!(project.read("content/fr/guide.md"), expected);
    rests(&project);
}

#[test]
fn pages_that_name_a_commit_keep_naming_it_without_a_rule() {
    let (project, page) = harbor("front_matter: {keep: [reviewers, translator, lang], drop: [aliases]}\n");
    project.run(&["adopt", "--locale", "fr"]);
    project.write("content/en/quay.md", &ENGLISH.replace("guide", "quay"));
    project.run(&["sync"]);
    assert_eq!(project.read("content/fr/guide.md"), page);
    assert!(!project.read("content/fr/quay.md").contains("l10n"));
}

#[test]
fn what_somebody_changes_in_a_page_of_its_own_stays() {
    let (project, page) = harbor(RULES);
    project.run(&["adopt", "--locale", "fr"]);
    project.run(&["sync"]);
    project.edit("content/fr/guide.md", "- lou # du port\n", "- pat\n");
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    1 document, 2 units in 2 messages (0 shared by several documents)
    fr  ████████████████████████  100 % current: 2 human, 0 machine; 0 stale, 0 missing
    Wrote 1 file.
    --- exit code 0
    ");
    let expected = page.replace("- lou # du port\n", "- pat\n");
    assert_eq!(project.read("content/fr/guide.md"), expected);
    rests(&project);
    // The English has other reviewers, and the page its own.
    project.edit("content/en/guide.md", "- kim", "- lee");
    project.run(&["sync"]);
    assert_eq!(project.read("content/fr/guide.md"), expected);
    // A key that goes is an edit like others.
    project.edit("content/fr/guide.md", "translator: 'Noa'\n", "");
    project.run(&["sync", "--take-edits"]);
    assert_eq!(project.read("content/fr/guide.md"), expected.replace("translator: 'Noa'\n", ""));
    rests(&project);
}

#[test]
fn a_page_that_is_merely_behind_has_nothing_of_its_own() {
    let project = Project::new(&format!("{CONFIG}front_matter: {{keep: [reviewers]}}\n"));
    project.write("content/en/guide.md", ENGLISH);
    project.run(&["sync"]);
    project.edit("content/en/guide.md", "- kim", "- lee");
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project.run(&["sync"]);
    assert!(project.read("content/fr/guide.md").contains("- lee"));
    rests(&project);
}

#[test]
fn what_no_rule_keeps_is_named() {
    let (project, _) = harbor("");
    insta::assert_snapshot!(project.shown(&["adopt", "--locale", "fr"]), @r#"
    $ handback adopt --locale fr
    1 page: 1 made from today's English, 0 from an earlier one, 0 from one that was not found
    2 of 2 units translated (100 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    0 of 1 page regenerate to their very bytes.
      content/fr/guide.md:2: "lang: \"fr\"" becomes ""
      content/fr/guide.md:5: "- lou # du port" becomes ""
      content/fr/guide.md:6: "- max" becomes "- kim"
      content/fr/guide.md:7: "" becomes "aliases: [/old]"
      content/fr/guide.md:8: "translator: 'Noa'" becomes ""
    Pages have front matter of their own: `lang` (1 page), `reviewers` (1 page), `translator` (1 page). It becomes that of the English; to keep it, add it to `keep` in `front_matter` of handback.yaml (`front_matter: {keep: [lang, reviewers, translator]}`) and adopt again.
    Wrote 5 files.
    The next sync changes 1 page, and keeps a copy of each in rescued-pages/: content/fr/guide.md (5 lines). What is to stay of them belongs in the English, or in the page after the sync.
    Next: `handback sync` regenerates the pages.
    --- exit code 0
    "#);
}

#[test]
fn toml_and_json_have_the_same_rules() {
    let rules = "front_matter: {set: {lang: '{locale}'}, keep: [translator], drop: [aliases]}\n";
    for (english, page) in [
        (
            "+++\ntitle = \"Harbor\"\naliases = [\"/old\"]\n[params]\nx = 1\n+++\nMoor it.\n",
            "+++\ntitle = \"Port\"\ntranslator = \"Noa\"\nlang = 'fr'\n[params]\nx = 1\n+++\nAmarrez-le.\n",
        ),
        (
            "{\n  \"aliases\": [\"/old\"],\n  \"title\": \"Harbor\"\n}\nMoor it.\n",
            "{\n  \"lang\": \"fr\",\n  \"title\": \"Port\",\n  \"translator\": \"Noa\"\n}\nAmarrez-le.\n",
        ),
    ] {
        let project = Project::new(&format!("{CONFIG}{rules}"));
        project.write("content/en/guide.md", english);
        project.write("content/fr/guide.md", page);
        project.run(&["adopt", "--locale", "fr"]);
        project.run(&["sync"]);
        assert_eq!(project.read("content/fr/guide.md"), page);
        rests(&project);
    }
}

#[test]
fn front_matter_that_cannot_be_read_has_lost_nothing() {
    let (project, page) = harbor(RULES);
    project.run(&["adopt", "--locale", "fr"]);
    project.run(&["sync"]);
    project.edit("content/fr/guide.md", "weight: 3\ntranslator: 'Noa'\n", "weight: 3\n");
    project.edit("content/fr/guide.md", "\n---\n\nAmarrez", "\n\nAmarrez");
    project.run(&["sync", "--take-edits"]);
    assert_eq!(project.read("content/fr/guide.md"), page);
}

#[test]
fn a_value_that_cannot_be_set_is_named() {
    let project = Project::new(&format!("{CONFIG}front_matter: {{set: {{params.lang: '{{locale}}'}}}}\n"));
    project.write("content/en/guide.md", "---\ntitle: Harbor\nparams: {wide: true}\n---\n\nMoor it.\n");
    project.write("content/en/quay.md", "+++\ntitle = \"Harbor\"\n[params]\nwide = true\n+++\nMoor it.\n");
    insta::assert_snapshot!(project.shown(&["sync"]), @"
    $ handback sync
    2 documents, 4 units in 2 messages (2 shared by several documents)
    English messages: 2 new.
    fr  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 2 missing
    Wrote 7 files.
    Next for fr translators: 2 messages to translate (`handback review --locale fr`).
    --- stderr
    finding: content/en/guide.md:1: `front_matter` cannot set `params.lang`: something else stands there, or the front matter cannot be read
    --- exit code 1
    ");
    assert!(project.read("content/fr/quay.md").contains("[params]\nlang = \"fr\"\nwide = true\n"));
}
