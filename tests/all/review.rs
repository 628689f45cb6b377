//! Reviews: what people decide of translations, through the library and through `handback review --format json`.

mod many;
mod own;
mod questions;
mod queue;
mod undo;
mod wordings;

use handback_core::catalog::FileKey;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::memory::percent;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use serde_json::Value;

use crate::support::{MADE_UP_WORDS, Project, translate};
use handback::problem::Problems;
use handback::review::decision::{Decision, Refusal};
use handback::review::queue::{Entry, Filter, Status};
use handback::review::session::{self, Session};
use handback::review::undo::Taken;
use handback::settings::config::Config;

const CONFIG: &str = "locales: [fr-FR]\nanchors: false\n";
const DAY: &str = "2026-02-02";
const TODAY: Date = Date::constant(2026, 2, 2);

fn ada() -> Reviewer {
    Reviewer::new("Ada").unwrap()
}

/// A project held open.
fn open<T>(project: &Project, work: impl FnOnce(&mut Session<'_>) -> T) -> T {
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    session::open(&config, TODAY, work).unwrap()
}

fn entry(session: &mut Session<'_>, id: &str) -> Entry {
    let found = session.queue(0).iter().find(|entry| &*entry.id == id);
    found.unwrap_or_else(|| panic!("no entry `{id}`")).clone()
}

/// Decides on the entry as it is now.
fn decide(session: &mut Session<'_>, id: &str, decision: &Decision) -> Result<Taken, Refusal> {
    let entry = entry(session, id);
    session.decide(&session.target(0, &entry), decision, &ada())
}

fn edit(session: &mut Session<'_>, id: &str, text: &str) -> Result<Taken, Refusal> {
    decide(session, id, &Decision::Edit(text.into()))
}

/// Ids of the queue, as a filter admits them.
fn ids(session: &mut Session<'_>, filter: &Filter) -> Vec<String> {
    let wanted = session.filtered(0, filter);
    let queue = session.queue(0);
    wanted.into_iter().map(|index| queue[index].id.to_string()).collect()
}

fn queue(project: &Project, arguments: &[&str]) -> Vec<Value> {
    let outcome = project.run(&[&["review", "--format", "json", "--date", DAY], arguments].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let report: Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(report["version"], 1);
    report["locales"][0]["entries"].as_array().unwrap().clone()
}

/// Bytes of the catalog.
fn catalog(project: &Project) -> Vec<(String, Vec<u8>)> {
    let files = project.snapshot().into_iter().filter(|(name, ..)| name.starts_with("locales/"));
    files.map(|(name, bytes, _)| (name, bytes)).collect()
}

/// A sync has nothing to add to what a review wrote.
fn assert_settled(project: &Project) {
    let before = catalog(project);
    let outcome = project.run(&["sync", "--no-mt", "--date", DAY]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    let name = |files: &[(String, Vec<u8>)]| -> Vec<String> {
        files.iter().map(|(name, bytes)| format!("{name}:\n{}", String::from_utf8_lossy(bytes))).collect()
    };
    assert_eq!(name(&before), name(&catalog(project)));
}

/// Two documents drafted by a machine; `config` goes behind the usual configuration.
fn drafted(config: &str) -> Project {
    let project = Project::new(&format!("{CONFIG}translate: {{provider: pseudo}}\n{config}"));
    project.write("source-docs/a.md", "---\ntitle: Data\n---\n\nWhere is the data kept?\n\nOnly a says this.\n");
    project.write("source-docs/b.md", "---\ntitle: Data\n---\n\nWhere is the data kept?\n");
    project.sync();
    project
}

/// A person's translation whose English changed since, with a machine's draft beside it.
fn stale() -> Project {
    let project = drafted("");
    project.edit("locales/fr-FR/shared.ftl", "⟦Ŵĥéřé íš ţĥé đáţá ķéƥţ? !!!!!!⟧", "Où sont les données ?");
    project.sync();
    for name in ["a", "b"] {
        project.edit(&format!("source-docs/{name}.md"), "the data", "all data");
    }
    project.sync();
    assert!(project.read("locales/fr-FR/shared.yaml").contains("draft: {"));
    project
}

const WHERE: &str = "where-is-the-data-kept";

#[test]
fn approval_is_a_person_s_and_the_page_follows() {
    let project = drafted("");
    open(&project, |session| {
        for id in ["data", WHERE] {
            decide(session, id, &Decision::Approve).unwrap();
        }
        assert_eq!((session.has_work(), session.waiting()), (true, 2));
        assert_eq!(session.render(), Problems::default());
        assert_eq!((session.has_work(), session.waiting()), (false, 0));
        assert_eq!(entry(session, WHERE).status, Status::Human);
    });
    let state = project.read("locales/fr-FR/shared.yaml");
    let line = state.split("\n\n").find(|block| block.contains(WHERE)).unwrap();
    for part in ["type: HT", "origin: mt:pseudo", "date: 2026-02-02", "reviewer: Ada"] {
        assert!(line.contains(part), "{line}");
    }
    // All of b is a person's; of a one text is not.
    assert!(project.read("localized-docs/fr-FR/b.md").contains("ms.translationtype: HT"));
    assert!(project.read("localized-docs/fr-FR/a.md").contains("ms.translationtype: MT"));
    open(&project, |session| {
        edit(session, "only-a-says-this", "Seul a le dit.").unwrap();
        assert_eq!(session.render(), Problems::default(), "the page is merely behind");
    });
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(page.contains("ms.translationtype: HT") && page.contains("Seul a le dit."), "{page}");
    assert_settled(&project);
    assert_eq!(project.read("localized-docs/fr-FR/a.md"), page);
    assert!(queue(&project, &[]).is_empty());
}

#[test]
fn what_is_rejected_is_not_offered_again() {
    let project = drafted("");
    open(&project, |session| {
        decide(session, WHERE, &Decision::Reject).unwrap();
        assert_eq!(entry(session, WHERE).status, Status::Missing);
        assert!(matches!(decide(session, WHERE, &Decision::Reject), Err(Refusal::Impossible(_))));
        assert!(matches!(decide(session, WHERE, &Decision::Approve), Err(Refusal::Impossible(_))));
        session.render();
    });
    assert!(!project.read("locales/fr-FR/shared.ftl").contains(&format!("{WHERE} =")));
    assert!(project.read("locales/fr-FR/shared.yaml").contains(", rejected: [{text: "));
    assert!(project.read("localized-docs/fr-FR/b.md").contains("Where is the data kept?"));
    assert_settled(&project);
    insta::assert_snapshot!(project.shown(&["translate", "--date", DAY]), @"
    $ handback translate --date 2026-02-02
    fr-FR: 1 message to draft: 1 not translated whole (23 characters)
    --- stderr
    finding: fr-FR: `where-is-the-data-kept` (a.md:5): the machine offered again what a person had rejected; it was left as it is
    --- exit code 1
    ");
    assert!(!project.read("locales/fr-FR/shared.ftl").contains(&format!("{WHERE} =")));
    // Another wording is welcome, a person's the more.
    open(&project, |session| edit(session, WHERE, "Où sont les données ?").unwrap());
    assert!(project.read("locales/fr-FR/shared.ftl").contains("Où sont les données ?"));
    assert_settled(&project);
}

#[test]
fn a_draft_is_accepted_beside_a_stale_translation() {
    let project = stale();
    let json = project.shown(&["review", "--format", "json", "--state", "stale", "--date", DAY]);
    insta::assert_snapshot!(json, @r#"
    $ handback review --format json --state stale --date 2026-02-02
    {
      "version": 1,
      "command": "review",
      "locales": [
        {
          "locale": "fr-FR",
          "entries": [
            {
              "id": "where-is-the-data-kept",
              "state": "stale",
              "document": null,
              "english": "Where is all data kept?",
              "previous": "Where is the data kept?",
              "changes": [
                {
                  "op": "equal",
                  "text": "Where is "
                },
                {
                  "op": "delete",
                  "text": "the"
                },
                {
                  "op": "insert",
                  "text": "all"
                },
                {
                  "op": "equal",
                  "text": " data kept?"
                }
              ],
              "change": "substantive",
              "rule": "words",
              "translation": "Où sont les données ?",
              "draft": {
                "text": "⟦Ŵĥéřé íš áĺĺ đáţá ķéƥţ? !!!!!!⟧",
                "origin": "mt:pseudo"
              },
              "origin": "human",
              "note": null,
              "reviewer": null,
              "since": "2026-01-31",
              "override": false,
              "own": null,
              "others": [],
              "documents": [
                "a.md",
                "b.md"
              ]
            }
          ]
        }
      ]
    }
    --- exit code 0
    "#);
    open(&project, |session| {
        decide(session, WHERE, &Decision::AcceptDraft).unwrap();
        session.render();
        assert!(matches!(decide(session, WHERE, &Decision::AcceptDraft), Err(Refusal::Impossible(_))));
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("áĺĺ đáţá"));
    let state = project.read("locales/fr-FR/shared.yaml");
    let line = state.split("\n\n").find(|block| block.contains(WHERE)).unwrap();
    assert!(line.contains("type: HT, origin: mt:pseudo") && line.contains("reviewer: Ada"), "{line}");
    assert!(!state.contains("previous:") && !state.contains("draft:"), "{state}");
    assert_settled(&project);
}

#[test]
fn a_rejected_draft_leaves_the_person_s_translation() {
    let project = stale();
    open(&project, |session| {
        decide(session, WHERE, &Decision::Reject).unwrap();
        let now = entry(session, WHERE);
        assert!(now.status == Status::Stale && now.draft.is_none());
        assert!(matches!(decide(session, WHERE, &Decision::Reject), Err(Refusal::Impossible(_))));
    });
    assert!(project.read("locales/fr-FR/shared.ftl").contains("Où sont les données ?"));
    assert_settled(&project);
    let outcome = project.run(&["translate", "--date", DAY]);
    assert!(outcome.err.contains("a person had rejected"), "{}", outcome.err);
    assert!(!project.read("locales/fr-FR/shared.yaml").contains("draft:"));
}

#[test]
fn a_stale_translation_may_still_be_valid() {
    let project = stale();
    let resource = project.read("locales/fr-FR/shared.ftl");
    open(&project, |session| {
        decide(session, WHERE, &Decision::Approve).unwrap();
        session.render();
    });
    assert_eq!(project.read("locales/fr-FR/shared.ftl"), resource);
    let state = project.read("locales/fr-FR/shared.yaml");
    assert!(!state.contains("previous:") && !state.contains("since:") && !state.contains("draft:"), "{state}");
    assert!(project.read("localized-docs/fr-FR/b.md").contains("Où sont les données ?"));
    assert_settled(&project);
}

#[test]
fn a_comment_is_a_note_and_an_empty_one_none() {
    let project = drafted("");
    let before = catalog(&project);
    open(&project, |session| {
        decide(session, WHERE, &Decision::Comment(" ask\n legal: {now} # ".into())).unwrap();
        assert_eq!(entry(session, WHERE).state.unwrap().note.as_deref(), Some("ask legal: {now} #"));
        assert_eq!(entry(session, WHERE).status, Status::Machine);
    });
    assert_settled(&project);
    assert_eq!(queue(&project, &["--text", "KEPT?"])[0]["note"], "ask legal: {now} #");
    open(&project, |session| decide(session, WHERE, &Decision::Comment("  ".into())).unwrap());
    assert_eq!(catalog(&project), before);
}

/// Two pages of a form; one has a wording of its own, with the values in it.
fn with_own_wording() -> Project {
    let variables = "variables: {app: {heading: 1}, updated: {after: \"Updated: \", type: date}}\n";
    let project = Project::new(&format!("{CONFIG}metadata: none\n{variables}"));
    for (name, app, day) in [("a", "Contoso Mail", 9), ("b", "Fabrikam Mail", 8)] {
        let text = format!("# {app}\n\nHow {app} keeps the data\n\nUpdated: December {day}, 2021\n");
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    project.sync();
    project
}

#[test]
fn a_draft_beside_a_wording_with_values_in_it_is_accepted() {
    let project = with_own_wording();
    let id = "how-app-keeps-the-data";
    project.write("locales/fr-FR/a.ftl", &format!("{id} = Contoso Mail et les données\n"));
    project.sync();
    for name in ["a", "b"] {
        project.edit(&format!("source-docs/{name}.md"), "keeps the data", "keeps all of the logs");
    }
    assert_eq!(project.run(&["translate", "--provider", "pseudo", "--date", DAY]).code, 0);
    open(&project, |session| {
        let own = session.queue(0).iter().find(|entry| entry.is_override && &*entry.id == id).cloned().unwrap();
        assert!(own.status == Status::Stale && own.draft.is_some(), "{own:?}");
        session.decide(&session.target(0, &own), &Decision::AcceptDraft, &ada()).unwrap();
        let after = session.entry(0, &own.key, id).unwrap();
        assert_eq!((after.status, after.draft.clone()), (Status::Human, None));
        session.render();
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("⟦Ĥóŵ Contoso Mail ķééƥš áĺĺ óƒ ţĥé ĺóğš"));
    assert_settled(&project);
}

#[test]
fn who_only_looks_decides_nothing() {
    let project = drafted("");
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    let before = catalog(&project);
    let refused = session::look(&config, TODAY, &[], |session| decide(session, WHERE, &Decision::Approve)).unwrap();
    assert!(matches!(refused, Err(Refusal::Impossible(_))));
    assert_eq!(catalog(&project), before);
}

/// A project whose French has the wordings of two people for one message, as a merge leaves them.
fn two_wordings() -> Project {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "Where is it?\n");
    project.sync();
    let (source, target) = (fingerprint("Where is it?"), fingerprint("Où est-ce ?"));
    let other =
        format!("{{text: \"C’est où ?\", origin: human, source: \"{source}\", date: 2026-01-30, reviewer: Bob}}");
    let state = format!(
        "{{type: HT, origin: human, source: \"{source}\", target: \"{target}\", date: 2026-01-31, reviewer: Eve, alternatives: [{other}]}}"
    );
    project.write("locales/fr-FR/a.ftl", "where-is-it = Où est-ce ?\n");
    project.write("locales/fr-FR/a.yaml", &format!("version: 2\nmessages:\n\n  where-is-it:\n    {state}\n"));
    project
}

#[test]
fn of_the_wordings_of_two_people_one_is_chosen() {
    const ID: &str = "where-is-it";
    let cases = [
        (Decision::Approve, "Où est-ce ?", "Ada"),
        (Decision::AcceptDraft, "C’est où ?", "Ada"),
        (Decision::Reject, "Où est-ce ?", "Eve"),
    ];
    for (decision, text, reviewer) in cases {
        let project = two_wordings();
        open(&project, |session| {
            assert_eq!(ids(session, &Filter::default()), [ID], "a person's translation that needs a person");
            let shown = entry(session, ID);
            assert_eq!(shown.draft.as_ref().map(|draft| draft.text.as_str()), Some("C’est où ?"));
            assert!(shown.state.unwrap().remark().unwrap().starts_with("Bob worded it differently"));
            decide(session, ID, &decision).unwrap();
            assert!(ids(session, &Filter::default()).is_empty(), "{decision:?}");
        });
        let state = project.read("locales/fr-FR/a.yaml");
        assert!(!state.contains("alternatives") && state.contains(&format!("reviewer: {reviewer}")), "{state}");
        assert!(project.read("locales/fr-FR/a.ftl").contains(text));
        assert_settled(&project);
    }
}

#[test]
fn nothing_is_decided_without_a_name() {
    let project = stale();
    let before = catalog(&project);
    let run = |arguments: &[&str]| {
        let output = project.nameless().args(arguments).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, refused) = run(&["review", "--date", DAY]);
    insta::assert_snapshot!(refused, @"error: nobody is named who decides: say `--reviewer NAME`, set HANDBACK_REVIEWER, or set `git config user.name`");
    assert_eq!(code, 2);
    for arguments in [&["accept", WHERE, "--still-valid"][..], &["accept", "--all-cosmetic", "--dry-run"]] {
        assert_eq!(run(arguments), (2, refused.clone()), "{arguments:?}");
    }
    assert_eq!(catalog(&project), before);
    for looking in [&["review", "--format", "json"][..], &["review", "--html", "queue.html"]] {
        assert_eq!(run(looking).0, 0, "{looking:?}");
    }
    for bad in ["", " \u{7} ", &"x".repeat(81)] {
        let (code, error) = run(&["accept", WHERE, "--still-valid", "--reviewer", bad]);
        assert!(code == 2 && error.contains("--reviewer is not a name"), "{error}");
    }
    assert_eq!(catalog(&project), before);
    assert_eq!(run(&["accept", WHERE, "--still-valid", "--reviewer", " Kim "]).0, 0);
    assert!(project.read("locales/fr-FR/shared.yaml").contains("reviewer: Kim"));
}
