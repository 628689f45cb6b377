//! Taking over localized pages, through the command.

mod beyond;
mod comments;
mod commits;
mod hashes;
mod own_blocks;
mod own_doors;
mod own_edits;
mod sites;
mod spelling;

use crate::support::{self, Project};

const ENGLISH: &str = "---\ntitle: Alpha\n---\n# Alpha\n\nFirst text.\n\n## Facts\n\n| Question | Answer |\n|:--|:--|\n| Is it safe? | N/A |\n| Is it fast? | N/A |\n";
const FRENCH: &str = "---\ntitle: Alpha en français\nms.openlocfilehash: HASH\nms.sourcegitcommit: 5e2cd59a54fc018a6df761b00c18e3ba592d9dba\nms.translationtype: MT\nms.contentlocale: fr-FR\nms.lasthandoff: 04/15/2022\nms.locfileid: \"64880201\"\n---\n# <a name=\"alpha\"></a>Alpha en français\n\nPremier texte.\n\n## <a name=\"facts\"></a>Faits\n\n| Question | Réponse |\n|:--|:--|\n| Est-ce sûr ? | S/O |\n| Est-ce rapide ? | N/A |\n";

fn hash(text: &str) -> String {
    handback::project::hash::source_hash(
        text.as_bytes(),
        handback::settings::config::HashAlgorithm::Sha1,
        handback::settings::hand_off::HashForm::Auto,
    )
}

fn french(english: &str) -> String {
    FRENCH.replace("HASH", &hash(english))
}

fn project() -> Project {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", ENGLISH);
    project
}

const ADOPT: [&str; 6] = ["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"];

fn adopt(project: &Project, more: &[&str]) -> support::Outcome {
    project.run(&[&ADOPT, more].concat())
}

/// The same with all that its user sees.
fn shown(project: &Project, more: &[&str]) -> String {
    project.shown(&[&ADOPT, more].concat())
}

#[test]
fn what_is_adopted_comes_back_byte_for_byte() {
    let project = project();
    project.write("pages/a.md", &french(ENGLISH));
    insta::assert_snapshot!(shown(&project, &[]), @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    1 page: 1 made from today's English, 0 from an earlier one, 0 from one that was not found
    10 of 10 units translated (100 %)
    8 messages, 0 overrides, 1 with a selector; 0 of an earlier English (stale)
    1 of 1 page regenerate to their very bytes.
    Wrote 5 files.
    Next: `handback sync` regenerates the pages.
    --- exit code 0
    ");
    insta::assert_snapshot!(project.read("locales/fr-FR/a.ftl"), @r"
    # @alpha
    alpha = Alpha en français

    # @first-text
    first-text = Premier texte.

    # @facts
    facts = Faits

    # @question
    question = Question

    # @answer
    answer = Réponse

    # @is-it-safe
    is-it-safe = Est-ce sûr ?

    # @n-a
    n-a = { $row ->
        [is-it-fast] N/A
       *[other] S/O
    }

    # @is-it-fast
    is-it-fast = Est-ce rapide ?
    ");
    project.sync();
    assert_eq!(project.read("localized-docs/fr-FR/a.md"), french(ENGLISH));
    insta::assert_snapshot!(project.read("locales/fr-FR/a.page.yaml"), @r#"
    version: 1
    hash: ff753fc9214e691939424b7994632a10de8e94b0
    commit: 5e2cd59a54fc018a6df761b00c18e3ba592d9dba
    date: 2022-04-15
    fileid: "64880201"
    "#);
    insta::assert_snapshot!(project.read("locales/fr-FR/a.yaml"), @r"
    version: 2
    messages:

      # alpha
      alpha:
        {type: MT, origin: import, source: b1a96dd646bccaa2, target: 1aa83cc05c139432, date: 2022-04-15}

      # first-text
      first-text:
        {type: MT, origin: import, source: f72604e383d10b5d, target: 11b8a7e57c9c4798, date: 2022-04-15}

      # facts
      facts:
        {type: MT, origin: import, source: 3683709dabc0ad05, target: 4f592119d5a06d6a, date: 2022-04-15}

      # question
      question:
        {type: MT, origin: import, source: 289aff12b04274cb, target: 289aff12b04274cb, date: 2022-04-15}

      # answer
      answer:
        {type: MT, origin: import, source: b2a3aa602762a782, target: c42aba3814897341, date: 2022-04-15}

      # is-it-safe
      is-it-safe:
        {type: MT, origin: import, source: 4b8d6ae807a8cd03, target: 6d5e0c4e59a5b3ea, date: 2022-04-15}

      # n-a
      n-a:
        {type: MT, origin: import, source: e2f79e5b60330bba, target: 92baaa6370d43af2, date: 2022-04-15}

      # is-it-fast
      is-it-fast:
        {type: MT, origin: import, source: 67ab34042ebe46a3, target: 20adef651ed31ca5, date: 2022-04-15}

    # end
    ");
    // Again, with and without a sync between: nothing changes.
    let before = project.snapshot();
    assert_eq!(adopt(&project, &[]).code, 0);
    assert_eq!(project.snapshot(), before);
}

#[test]
fn an_earlier_english_is_found_and_carried_to_today() {
    let project = project();
    project.write("old/a.md", ENGLISH);
    project.write("pages/a.md", &french(ENGLISH));
    project.write(
        "source-docs/a.md",
        &ENGLISH.replace("First text.", "First text, reworded.").replace("| Is it fast? | N/A |\n", ""),
    );
    insta::assert_snapshot!(shown(&project, &["--dry-run"]), @r#"
    $ handback adopt --locale fr-FR pages --date 2026-01-31 --dry-run
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    6 of 8 units translated (75 %)
    5 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    0 of 1 page regenerate to their very bytes.
      pages/a.md:3: "ms.openlocfilehash: ff753fc9214e691939424b799463…" becomes "ms.openlocfilehash: 2f0ae4128591b92a867d1fe78a66…"
      pages/a.md:18: "| Est-ce sûr ? | S/O |" becomes ""
      pages/a.md:19: "| Est-ce rapide ? | N/A |" becomes "| Is it safe? | N/A |"
    Would write 5 files.
    --- stderr
    finding: source-docs/a.md:12: no translation was found for “Is it safe?”, perhaps pages/a.md:18: left out
    finding: source-docs/a.md:12: no translation was found for “N/A”, perhaps pages/a.md:18: left out
    finding: pages/a.md:18: 4 units of the page belong to no known unit of its English, the first “Est-ce sûr ?”
    finding: pages/a.md: the English that the page was made from was not found: its translations are marked as unproven
    warning: pages/a.md names the commit `5e2cd59a54fc`, in which git has no English of it: what fits best was taken
    --- exit code 1
    "#);
    insta::assert_snapshot!(shown(&project, &["--source-at", "old"]), @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31 --source-at old
    1 page: 0 made from today's English, 1 from an earlier one, 0 from one that was not found
    10 of 10 units translated (100 %)
    7 messages, 0 overrides, 0 with a selector; 1 of an earlier English (stale)
    Wrote 5 files.
    Next: `handback sync` regenerates the pages.
    --- exit code 0
    ");
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.contains("previous: \"First text.\""), "{state}");
    project.sync();
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(page.contains("First text, reworded.") && page.contains("Est-ce sûr ? | S/O"), "{page}");
}

#[test]
fn the_git_history_knows_the_earlier_english() {
    let project = project();
    let git = |args: &[&str]| {
        let status = std::process::Command::new("git")
            .args(["-c", "user.name=t", "-c", "user.email=t@contoso.com", "-c", "core.autocrlf=false"])
            .args(args)
            .current_dir(project.path(""))
            .status();
        assert!(status.unwrap().success());
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "one"]);
    project.edit("source-docs/a.md", "First text.", "Another text now.");
    git(&["commit", "-qam", "two"]);
    project.write("pages/a.md", &french(ENGLISH));
    let outcome = adopt(&project, &[]);
    assert!(outcome.out.contains("1 from an earlier one"), "{}{}", outcome.out, outcome.err);
}

#[test]
fn pages_that_cannot_be_right_are_refused() {
    let german = "Die Anwendung verarbeitet keine personenbezogenen Daten und speichert nichts außerhalb der Region, in der sie betrieben wird. ".repeat(4);
    let mut seen = String::new();
    for page in [
        french(ENGLISH).replace("contentlocale: fr-FR", "contentlocale: de-DE"),
        String::new(),
        french(ENGLISH).replace("Premier texte.", &german),
    ] {
        let project = project();
        project.write("pages/a.md", &page);
        seen += &shown(&project, &[]);
        assert!(!project.path("locales/fr-FR/a.ftl").exists(), "nothing was adopted");
    }
    insta::assert_snapshot!(seen, @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 2 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/a.md: the page says `ms.contentlocale: de-DE`, expected fr-FR: nothing was adopted from it
    --- exit code 2
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 2 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/a.md: the page is empty: nothing was adopted from it
    --- exit code 2
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 2 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/a.md: the page reads as `de`, expected `fr`: nothing was adopted from it
    --- exit code 2
    ");
    let project = project();
    project.write("pages/elsewhere/a.md", &french(ENGLISH));
    insta::assert_snapshot!(shown(&project, &[]), @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 2 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/elsewhere/a.md: no source document has this path: nothing was adopted from it
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["adopt", "--locale", "fr-FR", "nowhere"]), @r"
    $ handback adopt --locale fr-FR nowhere
    --- stderr
    error: nowhere: no such folder: expected one with the localized pages of the locale
    --- exit code 2
    ");
}

#[test]
fn a_missing_row_is_left_out_and_reported() {
    let project = project();
    project.write("pages/a.md", &french(ENGLISH).replace("| Est-ce sûr ? | S/O |\n", ""));
    insta::assert_snapshot!(shown(&project, &[]), @r#"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    1 page: 1 made from today's English, 0 from an earlier one, 0 from one that was not found
    6 of 10 units translated (60 %)
    5 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    0 of 1 page regenerate to their very bytes.
      pages/a.md:18: "| Est-ce rapide ? | N/A |" becomes "| Is it safe? | N/A |"
      pages/a.md:19: "" becomes "| Is it fast? | N/A |"
    Wrote 5 files.
    The next sync writes 1 page otherwise: pages/a.md (2 lines).
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: source-docs/a.md:12: no translation was found for “Is it safe?”, perhaps pages/a.md:18: left out
    finding: source-docs/a.md:12: no translation was found for “N/A”, perhaps pages/a.md:18: left out
    finding: source-docs/a.md:13: no translation was found for “Is it fast?”, perhaps pages/a.md:18: left out
    finding: source-docs/a.md:13: no translation was found for “N/A”, perhaps pages/a.md:18: left out
    finding: pages/a.md:18: 2 units of the page belong to no known unit of its English, the first “Est-ce rapide ?”
    --- exit code 1
    "#);
    insta::assert_snapshot!(project.read("locales/fr-FR/a.ftl"), @r"
    # @alpha
    alpha = Alpha en français

    # @first-text
    first-text = Premier texte.

    # @facts
    facts = Faits

    # @question
    question = Question

    # @answer
    answer = Réponse

    # @is-it-safe

    # @n-a

    # @is-it-fast
    ");
}

#[test]
fn a_truncated_page_gives_what_is_certain() {
    let project = project();
    let page = french(ENGLISH);
    let cut = page.find("## <a").unwrap();
    project.write("pages/a.md", &page[..cut]);
    insta::assert_snapshot!(shown(&project, &[]), @r###"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    1 page: 1 made from today's English, 0 from an earlier one, 0 from one that was not found
    3 of 10 units translated (30 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    0 of 1 page regenerate to their very bytes.
      pages/a.md:14: "" becomes "## <a name=\"facts\"></a>Facts"
      pages/a.md:14: "" becomes ""
      pages/a.md:14: "" becomes "| Question | Answer |"
      pages/a.md:14: "" becomes "|:--|:--|"
      pages/a.md:14: "" becomes "| Is it safe? | N/A |"
      pages/a.md:14: "" becomes "| Is it fast? | N/A |"
    Wrote 5 files.
    The next sync writes 1 page otherwise: pages/a.md (6 lines).
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: source-docs/a.md:8: no translation was found for “Facts”: left out
    finding: source-docs/a.md:10: no translation was found for “Question”: left out
    finding: source-docs/a.md:10: no translation was found for “Answer”: left out
    finding: source-docs/a.md:12: no translation was found for “Is it safe?”: left out
    finding: source-docs/a.md:12: no translation was found for “N/A”: left out
    finding: source-docs/a.md:13: no translation was found for “Is it fast?”: left out
    finding: source-docs/a.md:13: no translation was found for “N/A”: left out
    --- exit code 1
    "###);
    insta::assert_snapshot!(project.read("locales/fr-FR/a.ftl"), @r"
    # @alpha
    alpha = Alpha en français

    # @first-text
    first-text = Premier texte.

    # @facts

    # @question

    # @answer

    # @is-it-safe

    # @n-a

    # @is-it-fast
    ");
}

#[test]
fn human_work_in_the_resources_stays() {
    let project = project();
    project.sync();
    project.write("locales/fr-FR/a.ftl", "first-text = Le premier texte.\n");
    project.sync();
    project.write("pages/a.md", &french(ENGLISH));
    insta::assert_snapshot!(shown(&project, &[]), @r#"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    1 page: 1 made from today's English, 0 from an earlier one, 0 from one that was not found
    10 of 10 units translated (100 %)
    7 messages, 0 overrides, 1 with a selector; 0 of an earlier English (stale)
    Kept 1 translation in the resources that people made (`--force` overwrites them).
    0 of 1 page regenerate to their very bytes.
      pages/a.md:12: "Premier texte." becomes "Le premier texte."
    Wrote 3 files.
    The next sync writes 1 page otherwise: pages/a.md (1 line).
    Next: `handback sync` regenerates the pages.
    --- exit code 0
    "#);
    assert!(project.read("locales/fr-FR/a.ftl").contains("first-text = Le premier texte."));
    adopt(&project, &["--force"]);
    assert!(project.read("locales/fr-FR/a.ftl").contains("first-text = Premier texte."));
}

#[test]
fn a_side_by_side_page_is_an_exact_alignment() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Alpha\n\nOne sentence. Another one.\n");
    let span = |id: u32, french: &str, english: &str| {
        format!(
            "<span data-ttu-id=\"ff24b-{id}\">{french}</span><span class=\"sxs-lookup\"><span data-stu-id=\"ff24b-{id}\">{english}</span></span>"
        )
    };
    let page = format!(
        "# {}\n\n{} {}\n",
        span(101, "Alpha en français", "Alpha"),
        span(102, "Une phrase.", "One sentence."),
        span(103, "Une autre.", "Another one.")
    );
    project.write("pages/a.md", &page);
    adopt(&project, &[]);
    let resource = project.read("locales/fr-FR/a.ftl");
    assert!(
        resource.contains("alpha = Alpha en français")
            && resource.contains("one-sentence-another-one = Une phrase. Une autre."),
        "{resource}"
    );
}

#[test]
fn overrides_can_be_unified() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    for (name, french) in [("a", "Oui"), ("b", "Oui"), ("c", "Si")] {
        project.write(&format!("source-docs/{name}.md"), &format!("# {name}x page\n\nYes\n"));
        project.write(&format!("pages/{name}.md"), &format!("# {name}x page\n\n{french}\n"));
    }
    adopt(&project, &[]);
    project.sync();
    assert_eq!(project.read("localized-docs/fr-FR/c.md"), "# cx page\n\nSi\n");
    insta::assert_snapshot!(project.shown(&["unify", "nothing"]), @r"
    $ handback unify nothing
    --- stderr
    error: no message has the id `nothing`: `handback units` lists them
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["unify", "yes"]), @r"
    $ handback unify yes
    fr-FR c.md: yes “Si”
    Dropped 1 override.
    --- exit code 0
    ");
    project.sync();
    assert_eq!(project.read("localized-docs/fr-FR/c.md"), "# cx page\n\nOui\n");
}

#[test]
fn adopting_a_part_changes_no_other_page() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    for (name, french) in [("a", "Même texte ici."), ("b", "Même texte ici."), ("c", "Texte identique ici.")] {
        project.write(&format!("source-docs/{name}.md"), &format!("# {name}x page\n\nSame text here.\n"));
        project.write(&format!("pages/{name}.md"), &format!("# {name}x page\n\n{french}\n"));
    }
    adopt(&project, &[]);
    project.sync();
    adopt(&project, &["source-docs/c.md", "--force"]);
    project.sync();
    for name in ["a", "b", "c"] {
        assert_eq!(project.read(&format!("localized-docs/fr-FR/{name}.md")), project.read(&format!("pages/{name}.md")));
    }
}

#[test]
fn old_pages_may_be_adopted_again_after_a_sync() {
    let project = project();
    project.write("old/a.md", ENGLISH);
    project.write("pages/a.md", &french(ENGLISH));
    project.edit("source-docs/a.md", "First text.", "First text, reworded.");
    adopt(&project, &["--source-at", "old"]);
    project.sync();
    let before = project.snapshot();
    adopt(&project, &["--source-at", "old"]);
    project.sync();
    assert_eq!(project.snapshot(), before);
    assert_eq!(adopt(&project, &["--source-at", "nowhere"]).code, 2);
}

#[test]
fn unproven_freshness_is_shown_until_it_is_proven() {
    let project = project();
    project.write("old/a.md", &ENGLISH.replace("safe", "save"));
    project.write("pages/a.md", &french(&ENGLISH.replace("safe", "save")));
    assert_eq!(adopt(&project, &[]).code, 1);
    project.sync();
    insta::assert_snapshot!(project.shown(&["status"]), @r"
    $ handback status
    1 document, 10 units, 15 words, 8 messages
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 0 human, 8 machine; 0 stale, 0 missing
           8 whose freshness is unproven: adopted from pages whose English was not found
    --- exit code 0
    ");
    adopt(&project, &["--source-at", "old"]);
    insta::assert_snapshot!(project.shown(&["status"]), @r"
    $ handback status
    1 document, 10 units, 15 words, 8 messages
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒   87 % current: 0 human, 7 machine; 1 stale, 0 missing
    --- exit code 0
    ");
}

#[test]
fn pages_of_other_documents_and_untranslated_ones_are_refused() {
    let other = ENGLISH.replace("Alpha", "Beta");
    let sentences = "# Alpha\n\nThese five words are English.\n\nSo are these five words.\n";
    let mut seen = String::new();
    for (english, page) in [
        (ENGLISH, french(&other).replace("\"alpha\"", "\"beta\"")),
        (ENGLISH, french("unknown").replace("\"alpha\"", "\"gamma\"")),
        (sentences, sentences.replace("# Alpha", "# <a name=\"alpha\"></a>Alpha")),
        (ENGLISH, french(ENGLISH).replace("Premier", "<span data-ttu-id=\"x-1\">Premier")),
    ] {
        let project = project();
        project.write("source-docs/b.md", &other);
        project.write("source-docs/a.md", english);
        project.write("pages/a.md", &page);
        seen += &shown(&project, &[]);
        assert!(!project.path("locales/fr-FR/a.ftl").exists());
    }
    insta::assert_snapshot!(seen, @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 5 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/a.md: the page was made from the English of `b.md`: nothing was adopted from it
    --- exit code 2
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 5 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/a.md: the first heading's anchor is `gamma`, expected `alpha`: it looks like the page of another document, and nothing was adopted from it
    --- exit code 2
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 4 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/a.md: no sentence of the page is translated: nothing was adopted from it
    --- exit code 2
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 5 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: pages/a.md: the side-by-side marks are damaged: nothing was adopted from it
    --- exit code 2
    ");
}

#[test]
fn a_text_that_was_cut_off_is_left_out() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Alpha\n\nFirst text.\n\nIt ends here for all of us.\n");
    project.write("pages/a.md", "# <a name=\"alpha\"></a>Alpha\n\nPremier texte.\n\nCela se term");
    insta::assert_snapshot!(shown(&project, &[]), @r#"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    2 of 3 units translated (66 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    0 of 1 page regenerate to their very bytes.
      pages/a.md:1: "" becomes "---"
      pages/a.md:1: "" becomes "ms.openlocfilehash: 762ed6010fe589fb244d7601e998…"
      pages/a.md:1: "" becomes "ms.translationtype: MT"
      pages/a.md:1: "" becomes "ms.contentlocale: fr-FR"
      pages/a.md:1: "" becomes "ms.lasthandoff: 01/31/2026"
      pages/a.md:1: "" becomes "ms.locfileid: \"49353639\""
      pages/a.md:1: "" becomes "---"
      pages/a.md:5: "Cela se term" becomes "It ends here for all of us."
    Wrote 5 files.
    The next sync writes 1 page otherwise: pages/a.md (8 lines).
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: source-docs/a.md:5: no translation was found for “It ends here for all of us.”: left out
    finding: pages/a.md: the page ends before its English does: its last unit was left out
    finding: pages/a.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    "#);
    assert!(!project.read("locales/fr-FR/a.ftl").contains("term"));
}

#[test]
fn an_empty_folder_is_an_error() {
    let project = project();
    std::fs::create_dir_all(project.path("pages")).unwrap();
    insta::assert_snapshot!(shown(&project, &[]), @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    --- stderr
    error: pages: no page lies where a source document has its translation: expected the paths of the sources
    --- exit code 2
    ");
}
