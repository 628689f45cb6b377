//! `handback diff` and `handback accept` as people and pull requests use them.

use serde_json::Value;

use crate::support::{self, Project, git};

/// Three documents with a shared question, translated into two locales.
/// Only changes of looks are carried unless a test says otherwise.
fn project(config: &str) -> Project {
    let carry = if config.contains("carry:") { "" } else { "carry: cosmetic\n" };
    let project = Project::new(&format!("locales: [fr-FR, ja-JP]\n{}{carry}{config}", support::MADE_UP_WORDS));
    for name in ["a", "b", "c"] {
        project.write(
            &format!("source-docs/{name}.md"),
            &format!("# App {name} of Contoso\n\nWhere is the data kept?\n\nOnly {name} keeps it for 30 days.\n"),
        );
    }
    project.sync();
    support::translate(&project, "fr-FR", |text| Some(format!("FR {text}")));
    support::translate(&project, "ja-JP", |text| (!text.starts_with("App")).then(|| format!("{text}データ")));
    project.sync();
    project
}

fn diff(project: &Project, arguments: &[&str]) -> Value {
    let outcome = project.run(&[&["diff", "--format", "json", "--date", "2026-03-01"], arguments].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    serde_json::from_str(&outcome.out).unwrap()
}

fn drifted(config: &str) -> Project {
    let project = project(config);
    for name in ["a", "b", "c"] {
        project.edit(
            &format!("source-docs/{name}.md"),
            "Where is the data kept?",
            "Where is <all> customer data kept?",
        );
    }
    project.edit("source-docs/a.md", "30 days", "90 days");
    project.edit("source-docs/b.md", "# App b of Contoso", "# App b, of Contoso");
    assert_eq!(project.run(&["sync", "--date", "2026-02-01"]).code, 0);
    project
}

#[test]
fn a_shared_text_is_one_entry() {
    let project = drifted("");
    let report = diff(&project, &[]);
    let entries = report["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2, "{report:#}");
    assert_eq!(entries[0]["documents"].as_array().unwrap().len(), 3);
    assert_eq!(entries[0]["previous"], "Where is the data kept?");
    assert_eq!(entries[0]["locales"][0]["age_days"], 28);
    assert_eq!((&entries[1]["change"], &entries[1]["rule"]), (&"mechanical".into(), &"number".into()));
    assert_eq!((report["missing"].as_u64(), report["carried"].as_u64()), (Some(3), Some(1)));
    for entry in entries {
        let text = |without: &str| -> String {
            let stretches = entry["diff"].as_array().unwrap().iter();
            stretches.filter(|s| s["op"] != without).map(|s| s["text"].as_str().unwrap()).collect()
        };
        assert_eq!(
            (text("insert"), text("delete")),
            (entry["previous"].as_str().unwrap().into(), entry["source"].as_str().unwrap().into())
        );
    }
    assert_eq!(diff(&project, &["--missing", "--carried"])["entries"].as_array().unwrap().len(), 5);
    assert_eq!(diff(&project, &["--locale", "ja-JP"])["entries"][0]["locales"].as_array().unwrap().len(), 1);
    let of_b = diff(&project, &["source-docs/b.md"]);
    assert_eq!(of_b["entries"][0]["documents"].as_array().unwrap().len(), 1);
    assert_eq!(project.run(&["diff", "--exit-code"]).code, 1);
}

#[test]
fn every_format() {
    let project = drifted("");
    for format in ["text", "markdown", "html"] {
        let outcome = project.run(&["diff", "--carried", "--format", format, "--date", "2026-03-01"]);
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        insta::assert_snapshot!(format!("diff_{format}"), outcome.out);
    }
}

#[test]
fn the_pages_that_a_sync_would_write() {
    let project = project("");
    assert_eq!(project.run(&["diff", "--output-docs"]).out, "");
    project.edit("locales/fr-FR/a.ftl", "FR Only a keeps it", "Seul a le garde");
    std::fs::remove_file(project.path("localized-docs/ja-JP/c.md")).unwrap();
    let outcome = project.run(&["diff", "--output-docs"]);
    insta::assert_snapshot!("diff_output_docs", outcome.out);
    assert_eq!(project.run(&["diff", "--output-docs", "--exit-code"]).code, 1);
}

#[test]
fn translations_that_came_since_a_revision() {
    let project = Project::new("locales: [fr-FR, de-DE]\nanchors: false\nmetadata: none\n");
    project.write(".gitignore", ".handback/\n");
    project.write("source-docs/a.md", "# A guide\n\nIt keeps notes.\n\nIt is quick.\n\nA name\n");
    project.sync();
    support::translate(&project, "fr-FR", |text| (text == "It keeps notes.").then(|| "Il garde les notes.".to_owned()));
    project.sync();
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    project.edit("source-docs/a.md", "It keeps notes.", "It keeps all notes for years.");
    project.sync();
    let drafted = project.run(&["translate", "--provider", "pseudo", "--locale", "fr-FR", "--date", "2026-02-01"]);
    assert_eq!(drafted.code, 0, "{}", drafted.err);
    project.write("locales/de-DE/a.ftl", "a-guide = Ein Leitfaden\n");
    insta::assert_snapshot!(project.shown(&["diff", "--since", "HEAD", "--date", "2026-03-01"]), @"
    $ handback diff --since HEAD --date 2026-03-01
    it-keeps-notes  substantive (unit-of-measure)  source-docs/a.md:3
      - It keeps notes.
      + It keeps {+all +}notes{+ for years+}.
        fr-FR  stale for 29 days: Il garde les notes.
        de-DE  missing

    a-guide  de-DE, HT  locales/de-DE/a.ftl:1
        English: A guide
      + Ein Leitfaden

    a-guide  fr-FR, MT, mt:pseudo  locales/fr-FR/a.ftl:2
        English: A guide
      + ⟦Á ğúíđé !!⟧

    it-keeps-notes  fr-FR, MT, mt:pseudo, a draft  locales/fr-FR/a.ftl:5
        English: It keeps all notes for years.
      - [-Il garde les notes-].
      + {+⟦Íţ ķééƥš áĺĺ ñóţéš ƒóř ýéářš+}.{+ !!!!!!!!⟧+}

    it-is-quick  fr-FR, MT, mt:pseudo  locales/fr-FR/a.ftl:8
        English: It is quick.
      + ⟦Íţ íš ʠúíčķ. !!!⟧

    a-name  fr-FR, MT, mt:pseudo  locales/fr-FR/a.ftl:11
        English: A name
      + ⟦Á ñáɱé !!⟧

    1 message in 1 place.
    5 translations came.
    Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`.
    --- exit code 0
    ");
    let markdown = project.run(&["diff", "--since", "HEAD", "--format", "markdown", "--date", "2026-03-01"]);
    insta::assert_snapshot!(markdown.out, @r"
    ### Translations: 1 message changed; 5 translations came

    **substantive (unit-of-measure)** `it-keeps-notes` at `source-docs/a.md:3`

    > It keeps <ins>all </ins>notes<ins> for years</ins>.

    - fr-FR, stale for 29 days: Il garde les notes.
    - de-DE, missing

    #### 5 translations came

    **de\-DE, HT** `a-guide` at `locales/de-DE/a.ftl:1`

    > A guide
    >
    > <ins>Ein Leitfaden</ins>

    **fr\-FR, MT, mt&#58;pseudo** `a-guide` at `locales/fr-FR/a.ftl:2`

    > A guide
    >
    > <ins>⟦Á ğúíđé \!\!⟧</ins>

    **fr\-FR, MT, mt&#58;pseudo, a draft** `it-keeps-notes` at `locales/fr-FR/a.ftl:5`

    > It keeps all notes for years.
    >
    > <del>Il garde les notes</del><ins>⟦Íţ ķééƥš áĺĺ ñóţéš ƒóř ýéářš</ins>.<ins> \!\!\!\!\!\!\!\!⟧</ins>

    **fr\-FR, MT, mt&#58;pseudo** `it-is-quick` at `locales/fr-FR/a.ftl:8`

    > It is quick.
    >
    > <ins>⟦Íţ íš ʠúíčķ. \!\!\!⟧</ins>

    **fr\-FR, MT, mt&#58;pseudo** `a-name` at `locales/fr-FR/a.ftl:11`

    > A name
    >
    > <ins>⟦Á ñáɱé \!\!⟧</ins>
    ");
    let came = diff(&project, &["--since", "HEAD"])["came"].clone();
    let kinds: Vec<_> = came
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {} {}", one["locale"], one["id"], one["type"], one["is_draft"]))
        .collect();
    insta::assert_snapshot!(kinds.join("\n"), @r#"
    "de-DE" "a-guide" "HT" null
    "fr-FR" "a-guide" "MT" null
    "fr-FR" "it-keeps-notes" "MT" true
    "fr-FR" "it-is-quick" "MT" null
    "fr-FR" "a-name" "MT" null
    "#);
    assert_eq!(diff(&project, &["--since", "HEAD", "--locale", "de-DE"])["came"].as_array().unwrap().len(), 1);
    // What only moved to another file, or back, did not come.
    project.write("source-docs/b.md", "# B\n\nIt is quick.\n");
    project.sync();
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "two"]);
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    project.sync();
    assert_eq!(diff(&project, &["--since", "HEAD"])["came"].as_array().unwrap().len(), 0);
    // Where nobody knows what was there, nothing is claimed.
    project.write("locales/fr-FR/a.yaml", "messages: {");
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "three"]);
    git(&project, &["checkout", "-q", "HEAD~1", "--", "locales/fr-FR/a.yaml"]);
    let outcome = project.run(&["diff", "--since", "HEAD"]);
    assert!(outcome.err.contains("which translations came to fr-FR is not known"), "{}{}", outcome.out, outcome.err);
}

#[test]
fn what_changed_since_a_revision() {
    let project = project("");
    project.write(".gitignore", ".handback/\n");
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    assert!(diff(&project, &["--since", "HEAD"])["entries"].as_array().unwrap().is_empty());
    for name in ["a", "b", "c"] {
        project.edit(&format!("source-docs/{name}.md"), "Where is the data kept?", "Where is all data kept?");
    }
    std::fs::rename(project.path("source-docs/b.md"), project.path("source-docs/d.md")).unwrap();
    project.edit("source-docs/c.md", "Only c keeps it for 30 days.\n", "");
    project.edit("source-docs/a.md", "# App a of Contoso", "# App a of Contoso\n\nAn entirely fresh sentence.");
    project.sync();
    insta::assert_snapshot!(project.shown(&["diff", "--since", "HEAD", "--date", "2026-03-01"]), @"
    $ handback diff --since HEAD --date 2026-03-01
    where-is-the-data-kept  substantive (words)  source-docs/a.md:5, in 3 documents
      - Where is [-the-] data kept?
      + Where is {+all+} data kept?
        fr-FR  stale for 29 days: FR Where is the data kept?
        ja-JP  stale for 29 days: Where is the data kept?データ

    an-entirely-fresh-sentence  new  source-docs/a.md:3
      + An entirely fresh sentence.
        fr-FR  missing
        ja-JP  missing

    (no message)  removed  source-docs/c.md:5
      - Only c keeps it for 30 days.

    3 messages in 5 places.
    Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`.
    --- exit code 0
    ");
    insta::assert_snapshot!(project.shown(&["diff", "--since", "nowhere"]), @r"
    $ handback diff --since nowhere
    --- stderr
    error: cannot look at git revision `nowhere`: there is no such commit here; in CI, fetch the history (`fetch-depth: 0`)
    --- exit code 2
    ");
}

/// A locale without a translation of its own is as far as the one that it falls back to, in every command.
#[test]
fn what_changed_is_as_far_as_the_locale_that_is_fallen_back_to() {
    let project = Project::new(&format!(
        "locales:\n- fr-FR\n- fr-CA: [fr-FR]\nmetadata: none\nanchors: false\n{}",
        support::MADE_UP_WORDS
    ));
    project.write(".gitignore", ".handback/\n");
    project.write("source-docs/a.md", "# Data\n\nIt is kept here.\n\nNobody reads it.\n");
    project.sync();
    support::translate(&project, "fr-FR", |text| Some(format!("FR {text}")));
    project.sync();
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    project.edit("source-docs/a.md", "It is kept here.", "It is kept there.");
    project.sync();
    let since = |project: &Project| project.run(&["diff", "--since", "HEAD", "--date", "2026-01-31"]).out;
    let stale = "\
it-is-kept-here  substantive (words)  source-docs/a.md:3
  - It is kept [-here-].
  + It is kept {+there+}.
    fr-FR  stale: FR It is kept here.
    fr-CA  stale: FR It is kept here.

1 message in 1 place.
Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`.
";
    assert_eq!(since(&project), stale);
    project.edit("locales/fr-FR/a.ftl", "FR It is kept here.", "FR It is kept there.");
    project.sync();
    assert_eq!(project.run(&["check"]).out, "Clean: 1 document, 2 locales.\n");
    let current = "\
it-is-kept-here  substantive (words)  source-docs/a.md:3
  - It is kept [-here-].
  + It is kept {+there+}.
    fr-FR  current: FR It is kept there.
    fr-CA  current: FR It is kept there.

it-is-kept-here  fr-FR, HT  locales/fr-FR/a.ftl:2
    English: It is kept there.
  - FR It is kept [-here-].
  + FR It is kept {+there+}.

1 message in 1 place.
1 translation came.
";
    assert_eq!(since(&project), current);
    // What is in a file that cannot be read is not known to be missing, nor to have come.
    project.write("locales/fr-FR/a.yaml", "messages: [");
    let outcome = project.run(&["diff", "--since", "HEAD", "--date", "2026-01-31"]);
    let unknown = "\
it-is-kept-here  substantive (words)  source-docs/a.md:3
  - It is kept [-here-].
  + It is kept {+there+}.

1 message in 1 place.
";
    assert_eq!((outcome.code, outcome.out.as_str()), (2, unknown), "{}", outcome.err);
}

/// `kind text` of each entry.
fn changes(project: &Project, arguments: &[&str]) -> Vec<String> {
    let report = diff(project, arguments);
    let text = |entry: &Value| entry["source"].as_str().or(entry["previous"].as_str()).unwrap().to_owned();
    let entries = report["entries"].as_array().unwrap().iter();
    entries.map(|entry| format!("{} {}", entry["kind"].as_str().unwrap(), text(entry))).collect()
}

#[test]
fn a_section_that_moved_is_neither_new_nor_removed() {
    let project = project("");
    project.write(".gitignore", ".handback/\n");
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    let section = "Only a keeps it for 30 days.\n";
    project.edit("source-docs/a.md", section, "");
    let c = project.read("source-docs/c.md");
    project.write("source-docs/c.md", &format!("{c}\n{section}\nA sentence of its own.\n"));
    assert_eq!(changes(&project, &["--since", "HEAD"]), ["new A sentence of its own."]);
    // Documents that are not asked for are not taken for gone.
    assert!(changes(&project, &["--since", "HEAD", "source-docs/b.md"]).is_empty());
    // The document that the section was in is gone.
    std::fs::remove_file(project.path("source-docs/a.md")).unwrap();
    assert_eq!(changes(&project, &["--since", "HEAD"]), ["new A sentence of its own.", "removed App a of Contoso"]);
}

#[test]
fn still_valid() {
    let project = drifted("");
    let id = diff(&project, &[])["entries"][0]["id"].as_str().unwrap().to_owned();
    let before = project.snapshot();
    assert_eq!(project.run(&["accept", &id, "--still-valid", "--dry-run"]).code, 0);
    assert_eq!(project.snapshot(), before);
    insta::assert_snapshot!(project.shown(&["accept", &id]), @r"
    $ handback accept where-is-the-data-kept
    --- stderr
    error: say of these messages what is right: `--still-valid`, or `--finding CODE` for a finding that is no fault
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["accept", "where-is-teh-data-kept", "--still-valid"]), @r"
    $ handback accept where-is-teh-data-kept --still-valid
    --- stderr
    error: there is no message `where-is-teh-data-kept`: did you mean `where-is-the-data-kept`?
    --- exit code 2
    ");
    assert_eq!(project.snapshot(), before);

    let accept = ["accept", &id, "--still-valid", "--locale", "fr-FR", "--reviewer", "Ada L.", "--date", "2026-03-01"];
    insta::assert_snapshot!(project.shown(&accept), @r"
    $ handback accept where-is-the-data-kept --still-valid --locale fr-FR --reviewer Ada L. --date 2026-03-01
    fr-FR  where-is-the-data-kept
    Accepted 1 translation; wrote 4 files.
    To undo it: `handback accept --undo`
    --- exit code 0
    ");
    insta::assert_snapshot!(project.read("locales/fr-FR/shared.yaml"), @r#"
    version: 2
    messages:

      # where-is-the-data-kept
      where-is-the-data-kept:
        {type: HT, origin: human, source: cd6869ef582981de, target: 28d8d8b4b33fe70b, date: 2026-01-31, reviewer: "Ada L."}

    # end
    "#);
    assert!(project.read("localized-docs/fr-FR/c.md").contains("FR Where is the data kept?"));
    assert!(project.read("localized-docs/ja-JP/c.md").contains("Where is <all> customer data kept?"));
    let states: Vec<Value> = diff(&project, &[])["entries"][0]["locales"].as_array().unwrap().clone();
    assert_eq!((states.len(), &states[0]["locale"]), (1, &"ja-JP".into()));
    let settled = project.snapshot();
    insta::assert_snapshot!(project.shown(&["accept", &id, "--still-valid", "--locale", "fr-FR"]), @r"
    $ handback accept where-is-the-data-kept --still-valid --locale fr-FR
    Nothing to accept: no such translation is stale.
    --- exit code 0
    ");
    project.sync();
    assert_eq!(project.snapshot(), settled);
}

#[test]
fn all_cosmetic_and_all_mechanical() {
    for config in ["", "carry: none\n"] {
        let project = drifted(config);
        let outcome = project.run(&["accept", "--all-cosmetic", "--format", "json"]);
        let report: Value = serde_json::from_str(&outcome.out).unwrap();
        assert_eq!(report["accepted"].as_array().unwrap().len(), 1, "{report:#}");
        assert!(!project.read("locales/fr-FR/b.yaml").contains("previous"));
        assert!(project.read("localized-docs/fr-FR/b.md").contains("FR App b of Contoso"));
        let outcome = project.run(&["accept", "--all-mechanical"]);
        assert!(outcome.out.contains("Accepted 2 translations"), "{}", outcome.out);
        assert!(project.read("locales/fr-FR/a.ftl").contains("FR Only a keeps it for 90 days."));
        assert!(project.read("localized-docs/ja-JP/a.md").contains("Only a keeps it for 90 days.データ"));
        let settled = project.snapshot();
        project.sync();
        assert_eq!(project.snapshot(), settled);
    }
}

#[test]
fn a_chain_of_mechanical_changes_leads_back_to_the_person_s_wording() {
    let project = project("carry: mechanical\n");
    let files = ["locales/fr-FR/a.ftl", "locales/fr-FR/a.yaml"];
    let before = files.map(|file| project.read(file));
    for days in ["90 days", "60 days"] {
        let was = project.read("source-docs/a.md");
        project.write("source-docs/a.md", &was.replace("30 days", days).replace("90 days", days));
        project.sync();
        let state = project.read("locales/fr-FR/a.yaml");
        assert!(state.contains("carried: mechanical, previous: \"Only a keeps it for 30 days.\""), "{state}");
        assert!(project.read("locales/fr-FR/a.ftl").contains(&format!("FR Only a keeps it for {days}.")));
    }
    project.edit("source-docs/a.md", "60 days", "30 days");
    project.sync();
    // The resource was written once, and so is laid out.
    let after = files.map(|file| project.read(file));
    let messages = |text: &str| text.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!((messages(&after[0]), &after[1]), (messages(&before[0]), &before[1]));
}

#[test]
fn locales_that_are_not_named_stay_as_they_are() {
    let project = drifted("");
    let japanese = || {
        let files = project.snapshot().into_iter();
        files.filter(|(name, ..)| name.contains("ja-JP")).collect::<Vec<_>>()
    };
    // Nobody has synced this edit yet.
    project.edit("locales/ja-JP/c.ftl", "データ", "資料");
    let before = japanese();
    let accept = ["accept", "--all-cosmetic", "--locale", "fr-FR"];
    assert!(project.run(&accept).out.contains("Accepted 1 translation"));
    assert_eq!(japanese(), before);
    // The old English would be lost to them if the reference went on alone.
    project.edit("source-docs/c.md", "Only c keeps it for 30 days.", "Nobody keeps it for 30 days.");
    assert_eq!(project.run(&["sync", "--locale", "fr-FR"]).code, 0);
    assert!(project.read("locales/ja-JP/c.yaml").contains("previous: \"Only c keeps it for 30 days.\""));
}

#[test]
fn carry_none_undoes_what_was_kept_and_leaves_what_was_carried_over() {
    let project = drifted("carry: mechanical\n");
    assert!(project.read("locales/fr-FR/b.yaml").contains("carried: cosmetic"));
    let carried = project.read("locales/fr-FR/a.yaml");
    assert!(carried.contains("carried: mechanical"));
    project.edit("handback.yaml", "carry: mechanical", "carry: none");
    project.sync();
    let state = project.read("locales/fr-FR/b.yaml");
    assert!(!state.contains("carried:") && state.contains("previous: "), "{state}");
    assert_eq!(project.read("locales/fr-FR/a.yaml"), carried);
    assert!(project.read("localized-docs/fr-FR/a.md").contains("FR Only a keeps it for 90 days."));
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-03-01", "--fail-on", "carried"]), @"
    $ handback check --date 2026-03-01 --fail-on carried
    source-docs/a.md:3: warning[stale]: the fr-FR translation is of an earlier English; substantive change (words): “Where is <all> customer data kept?”, was “Where is the data kept?” (where-is-the-data-kept), for 28 days (in 3 documents)
        fix: translate it again in locales/fr-FR/shared.ftl, or `handback accept where-is-the-data-kept --still-valid`
    source-docs/a.md:5: error[carried]: the fr-FR translation was carried over: values of the English changed: “Only a keeps it for 90 days.”, was “Only a keeps it for 30 days.” (only-a-keeps-it-for-30)
        fix: `handback accept only-a-keeps-it-for-30 --still-valid` settles it
    source-docs/b.md:1: warning[stale]: the fr-FR translation is of an earlier English; cosmetic change (punctuation): “App b, of Contoso”, was “App b of Contoso” (app-b-of-contoso), for 29 days
        fix: `handback accept app-b-of-contoso --still-valid` if the translation is still right, else edit locales/fr-FR/b.ftl
    handback.yaml:1: warning[locale-incomplete]: ja-JP lacks 3 of 7 messages
        fix: `handback review --locale ja-JP --state missing` goes through them, `handback diff --locale ja-JP --missing` lists them
    source-docs/a.md:1: warning[missing]: no ja-JP translation: “App a of Contoso” (app-a-of-contoso), for 29 days
        fix: translate `app-a-of-contoso` in locales/ja-JP/a.ftl
    source-docs/a.md:3: warning[stale]: the ja-JP translation is of an earlier English; substantive change (words): “Where is <all> customer data kept?”, was “Where is the data kept?” (where-is-the-data-kept), for 28 days (in 3 documents)
        fix: translate it again in locales/ja-JP/shared.ftl, or `handback accept where-is-the-data-kept --still-valid`
    source-docs/a.md:5: error[carried]: the ja-JP translation was carried over: values of the English changed: “Only a keeps it for 90 days.”, was “Only a keeps it for 30 days.” (only-a-keeps-it-for-30)
        fix: `handback accept only-a-keeps-it-for-30 --still-valid` settles it
    source-docs/b.md:1: warning[missing]: no ja-JP translation: “App b, of Contoso” (app-b-of-contoso), for 29 days
        fix: translate `app-b-of-contoso` in locales/ja-JP/b.ftl
    source-docs/c.md:1: warning[missing]: no ja-JP translation: “App c of Contoso” (app-c-of-contoso), for 29 days
        fix: translate `app-c-of-contoso` in locales/ja-JP/c.ftl
    2 errors, 11 warnings in 3 documents, 2 locales.
    --- exit code 1
    ");
}

#[test]
fn a_badge_for_each_locale() {
    let project = drifted("");
    assert_eq!(project.run(&["status", "--badge=site/badges"]).code, 0);
    assert!(project.read("site/badges/fr-FR.svg").contains("71 % current, 2 stale"));
    assert!(project.read("site/badges/ja-JP.svg").starts_with("<svg "));
    let written = project.snapshot();
    project.run(&["status", "--badge=site/badges"]);
    assert_eq!(project.snapshot(), written);
}
