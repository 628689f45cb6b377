//! What people change of what a page has of its own, in the page, and `handback sync --take-edits`.

use crate::support::Project;

const ENGLISH: &str = "# Pumps\n\nStart the pump at `pump start`:\n\n```sh\n# all pumps\npump start --all\n```\n\nStop it with `pump stop`.\n\n- See `pump help`.\n- See `pump manual`.\n\nSee the end at `pump end`.\n";
const PAGE: &str = "# Pumpen\n\nStarten Sie die Pumpe mit `pump start`:\n\n```sh\n# alle Pumpen\npump start --all\n```\n\nHalten Sie sie mit `pump stop` an.\n\nNur in der Schweiz.\n\n- Siehe `pump help`.\n- Siehe `pump manual`.\n\nDas Ende: siehe `pump end`.\n";
const OUT: &str = "localized-docs/de-DE/a.md";
const FTL: &str = "locales/de-DE/a.ftl";
const YAML: &str = "locales/de-DE/a.yaml";

/// A project with an addition and a block of its own.
fn adopted() -> Project {
    let project = Project::new("locales: [de-DE]\nmetadata: none\nanchors: false\nnewline: source\n");
    project.write("source-docs/a.md", ENGLISH);
    project.write("pages/a.md", PAGE);
    project.run(&["adopt", "--locale", "de-DE", "pages", "--date", "2026-01-31"]);
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    project
}

fn take(project: &Project) -> String {
    project.shown(&["sync", "--take-edits", "--date", "2026-02-01"])
}

/// Nothing of a page was lost, and a sync changes nothing more.
fn is_settled(project: &Project, page: &str) {
    assert_eq!(project.read(OUT), page);
    assert!(!project.path("rescued-pages").exists());
    let before = project.snapshot();
    project.sync();
    assert_eq!(project.snapshot(), before);
}

#[test]
fn what_was_edited_in_the_page_is_taken() {
    let project = adopted();
    project.edit(OUT, "Nur in der Schweiz.", "Nur in Bern.");
    project.edit(OUT, "# alle Pumpen", "# wirklich alle");
    let page = project.read(OUT);
    insta::assert_snapshot!(take(&project), @r"
    $ handback sync --take-edits --date 2026-02-01
    1 document, 6 units in 5 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 5 human, 0 machine; 0 stale, 0 missing
           5 whose freshness is unproven: adopted from pages whose English was not found
    2 wordings taken over from edited pages (now human).
    Wrote 2 files.
    --- exit code 0
    ");
    is_settled(&project, &page);
    let (resource, state) = (project.read(FTL), project.read(YAML));
    assert!(resource.contains("Nur in Bern.") && resource.contains("# wirklich alle"), "{resource}");
    assert_eq!(state.matches("origin: human").count(), 2, "{state}");
    assert!(state.contains("replaced: [{text: \"Nur in der Schweiz."), "{state}");
}

#[test]
fn what_is_newly_written_between_two_texts_is_taken() {
    let project = adopted();
    project.edit(OUT, "- Siehe `pump manual`.", "- Siehe `pump manual`.\n- Und die Messe.");
    project.edit(OUT, "Das Ende", "Von Hand.\n\n```sh\npump hand\n```\n\nDas Ende");
    let page = project.read(OUT);
    insta::assert_snapshot!(take(&project), @r"
    $ handback sync --take-edits --date 2026-02-01
    1 document, 6 units in 5 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 5 human, 0 machine; 0 stale, 0 missing
           5 whose freshness is unproven: adopted from pages whose English was not found
    1 wording taken over from edited pages (now human).
    Wrote 2 files.
    --- exit code 0
    ");
    is_settled(&project, &page);
}

#[test]
fn what_was_removed_from_the_page_is_kept_and_no_longer_published() {
    let project = adopted();
    project.edit(OUT, "Nur in der Schweiz.\n\n", "");
    project.edit(OUT, "# alle Pumpen", "# all pumps");
    let page = project.read(OUT);
    insta::assert_snapshot!(take(&project), @r"
    $ handback sync --take-edits --date 2026-02-01
    1 document, 6 units in 5 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 5 human, 0 machine; 0 stale, 0 missing
           5 whose freshness is unproven: adopted from pages whose English was not found
    2 wordings taken over from edited pages (now human).
    Wrote 1 file.
    --- exit code 0
    ");
    is_settled(&project, &page);
    let resource = project.read(FTL);
    assert!(resource.contains("Nur in der Schweiz.") && resource.contains("# alle Pumpen"), "{resource}");
    // Written again, it is back.
    let again = PAGE.replace("Das Ende", "Ende");
    project.write(OUT, &again);
    take(&project);
    is_settled(&project, &again);
    assert_eq!(project.read(FTL).matches("Nur in der Schweiz.").count(), 1);
}

#[test]
fn a_page_that_is_behind_takes_nothing_away() {
    let project = adopted();
    // As after a merge that took the page of another branch: nobody removed what came in with the catalog.
    let (resource, state) = (project.read(FTL), project.read(YAML));
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project.edit(OUT, "Nur in der Schweiz.\n\n", "");
    project.edit(OUT, "# alle Pumpen", "# all pumps");
    project.edit(OUT, "Das Ende", "Ende");
    take(&project);
    assert!(project.read(FTL).contains("= Ende: siehe"), "{}", project.read(FTL));
    assert!(project.read(OUT).contains("Nur in der Schweiz.") && project.read(OUT).contains("# alle Pumpen"));
    assert_eq!(project.read(FTL).lines().count(), resource.lines().count());
    assert_eq!(project.read(YAML).matches("obsolete").count(), state.matches("obsolete").count());
}

#[test]
fn what_was_edited_in_page_and_resource_counts_in_the_resource() {
    let project = adopted();
    project.edit(OUT, "Nur in der Schweiz.", "Nur in Bern.");
    project.edit(FTL, "Nur in der Schweiz.", "Nur in Basel.");
    insta::assert_snapshot!(take(&project), @r"
    $ handback sync --take-edits --date 2026-02-01
    1 document, 6 units in 5 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 5 human, 0 machine; 0 stale, 0 missing
           5 whose freshness is unproven: adopted from pages whose English was not found
        de-DE: 1 edited by hand (now human)
    Wrote 2 files.
    --- stderr
    finding: `addition-50b681d9` was edited in its page and in its resource: the resource counts
    warning: localized-docs/de-DE/a.md: was edited by hand (line 12); a copy is kept as rescued-pages/localized-docs/de-DE/a.md: not all of it could be taken over, so compare the copy with the page
    --- exit code 1
    ");
    assert!(project.read(OUT).contains("Nur in Basel."));
    assert!(std::fs::read_dir(project.path("rescued-pages")).is_ok(), "the page is kept");
}

#[test]
fn stale_code_is_brought_up_to_date_in_the_page() {
    let project = adopted();
    project.edit("source-docs/a.md", "--all", "--every");
    project.sync();
    project.edit(OUT, "# all pumps", "# alle Pumpen");
    let page = project.read(OUT);
    take(&project);
    is_settled(&project, &page);
    assert!(!project.read(YAML).contains("since"), "{}", project.read(YAML));
}
