//! What a document has of its own, in a review: additions and code.

use super::*;

const ENGLISH: &str =
    "# Pumps\n\nStart the pump:\n\n```sh\n# all pumps\npump start --all\n```\n\nSee the end at `pump end`.\n";
const GERMAN: &str = "# Pumpen\n\nStarten Sie die Pumpe:\n\n```sh\n# alle Pumpen\npump start --all\n```\n\nNur in der Schweiz.\n\nDas Ende: siehe `pump end`.\n";
const OUT: &str = "localized-docs/fr-FR/a.md";

/// A page with code of its own and an addition, adopted as a machine's.
fn adopted() -> (Project, String, String) {
    let project = Project::new(&format!("{CONFIG}metadata: none\nnewline: source\n{MADE_UP_WORDS}"));
    project.write("source-docs/a.md", ENGLISH);
    project.write("pages/a.md", GERMAN);
    project.run(&["adopt", "--locale", "fr-FR", "--type", "machine", "pages", "--date", "2026-01-31"]);
    project.sync();
    assert_eq!(project.read(OUT), GERMAN);
    let resource = project.read("locales/fr-FR/a.ftl");
    let id = |begin: &str| {
        let found = resource.lines().find_map(|line| line.split(' ').next().filter(|id| id.starts_with(begin)));
        found.unwrap_or_else(|| panic!("{resource}")).to_owned()
    };
    let (addition, block) = (id("addition-"), id("block-"));
    (project, addition, block)
}

#[test]
fn it_is_shown_as_what_it_is() {
    let (project, ..) = adopted();
    let entries = queue(&project, &["--text", "nur in"]);
    insta::assert_snapshot!(serde_json::to_string_pretty(&entries).unwrap(), @r#"
    [
      {
        "id": "addition-9dd3bdc9",
        "state": "machine",
        "document": "a.md",
        "english": null,
        "previous": null,
        "changes": null,
        "change": null,
        "rule": null,
        "translation": "Nur in der Schweiz.",
        "draft": null,
        "origin": "import",
        "note": null,
        "reviewer": null,
        "since": "2026-01-31",
        "override": false,
        "own": "addition",
        "others": [],
        "documents": [
          "a.md"
        ]
      }
    ]
    "#);
    let entries = queue(&project, &["--text", "alle pumpen"]);
    insta::assert_snapshot!(serde_json::to_string_pretty(&entries).unwrap(), @r#"
    [
      {
        "id": "block-3c06fcd7",
        "state": "machine",
        "document": "a.md",
        "english": "```sh\n# all pumps\npump start --all\n```",
        "previous": null,
        "changes": null,
        "change": null,
        "rule": null,
        "translation": "```sh\n# alle Pumpen\npump start --all\n```",
        "draft": null,
        "origin": "import",
        "note": "freshness unproven: the English that the page was made from was not found",
        "reviewer": null,
        "since": "2026-01-31",
        "override": false,
        "own": "block",
        "others": [],
        "documents": [
          "a.md"
        ]
      }
    ]
    "#);
}

#[test]
fn it_is_approved_and_edited() {
    let (project, addition, block) = adopted();
    open(&project, |session| {
        decide(session, &addition, &Decision::Approve).unwrap();
        edit(session, &addition, "Nur in der Schweiz und in Bayern.").unwrap();
        decide(session, &block, &Decision::Approve).unwrap();
        edit(session, &block, "```sh\n# wirklich alle\npump start --all\n```").unwrap();
        session.render();
        assert_eq!(entry(session, &block).status, Status::Human);
    });
    let page = GERMAN.replace("der Schweiz", "der Schweiz und in Bayern").replace("# alle Pumpen", "# wirklich alle");
    assert_eq!(project.read(OUT), page);
    assert_settled(&project);
    assert_eq!(project.read(OUT), page);
}

#[test]
fn what_would_break_the_page_is_refused() {
    let (project, addition, block) = adopted();
    open(&project, |session| {
        for text in ["```sh\npump", "pump start", "```\na\n```\nb", ""] {
            let refused = edit(session, &block, text);
            assert!(matches!(refused, Err(Refusal::Broken(_))), "{text}: {refused:?}");
        }
        assert!(matches!(edit(session, &addition, " "), Err(Refusal::Broken(_))));
    });
}

#[test]
fn what_is_dropped_is_kept_and_may_come_back() {
    let (project, addition, block) = adopted();
    open(&project, |session| {
        let before = catalog(&project);
        let taken = decide(session, &addition, &Decision::Reject).unwrap();
        session.undo(&taken).unwrap();
        assert_eq!(catalog(&project), before);
        decide(session, &addition, &Decision::Reject).unwrap();
        decide(session, &block, &Decision::Reject).unwrap();
        session.render();
    });
    let page = GERMAN.replace("Nur in der Schweiz.\n\n", "").replace("# alle Pumpen", "# all pumps");
    assert_eq!(project.read(OUT), page);
    assert_settled(&project);
    assert_eq!(project.read(OUT), page, "a sync does not bring it back");
    let (resource, state) = (project.read("locales/fr-FR/a.ftl"), project.read("locales/fr-FR/a.yaml"));
    assert!(resource.contains("Nur in der Schweiz.") && resource.contains("# alle Pumpen"), "{resource}");
    assert_eq!(state.matches("obsolete: true").count(), 2, "{state}");
    // A page that has it again brings it back.
    project.run(&["adopt", "--locale", "fr-FR", "--type", "machine", "pages", "--date", "2026-01-31"]);
    project.sync();
    assert_eq!(project.read(OUT), GERMAN);
}

#[test]
fn stale_code_is_shown_with_both_and_may_be_still_valid() {
    let (project, _, block) = adopted();
    open(&project, |session| drop(decide(session, &block, &Decision::Approve).unwrap()));
    project.edit("source-docs/a.md", "--all", "--every");
    project.sync();
    let entries = queue(&project, &["--state", "stale"]);
    insta::assert_snapshot!(serde_json::to_string_pretty(&entries).unwrap(), @r#"
    [
      {
        "id": "block-3c06fcd7",
        "state": "stale",
        "document": "a.md",
        "english": "```sh\n# all pumps\npump start --every\n```",
        "previous": "```sh\n# all pumps\npump start --all\n```",
        "changes": [
          {
            "op": "equal",
            "text": "```sh\n# all pumps\npump start --"
          },
          {
            "op": "delete",
            "text": "all"
          },
          {
            "op": "insert",
            "text": "every"
          },
          {
            "op": "equal",
            "text": "\n```"
          }
        ],
        "change": "substantive",
        "rule": "code",
        "translation": "```sh\n# alle Pumpen\npump start --all\n```",
        "draft": null,
        "origin": "import",
        "note": null,
        "reviewer": "Ada",
        "since": "2026-01-31",
        "override": false,
        "own": "block",
        "others": [],
        "documents": [
          "a.md"
        ]
      }
    ]
    "#);
    open(&project, |session| {
        decide(session, &block, &Decision::Approve).unwrap();
        session.render();
    });
    assert_eq!(project.read(OUT), GERMAN);
    assert_settled(&project);
}
