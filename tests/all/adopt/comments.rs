//! Pages that keep their English in comments above the translations.

use crate::support::Project;

const ENGLISH: &str = "---\ntitle: Containers\n---\n\n<!-- overview -->\n\nA container runs\nan application.\n\n## Use\n\nThey have some advantages:\n\n- They are small.\n- They start at once.\n\nThe end of the page.\n";
const PAGE: &str = "---\ntitle: 容器\n---\n<!--\ntitle: Containers\n-->\n\n<!-- overview -->\n\n<!--\nA container runs an\napplication.\n-->\n容器运行应用程序。\n\n<!--\n## Use\n\nThey have some advantages:\n\n- They are small.\n- They start quickly.\n-->\n## 使用\n\n它们有一些优势：\n\n- 它们很小。\n- 它们启动很快。\n\n这一页结束了。\n";

fn project(english: &str) -> Project {
    let project = Project::new("locales: [zh-CN]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", english);
    project.write("pages/a.md", PAGE);
    project
}

#[test]
fn a_comment_proves_its_translation() {
    let project = project(ENGLISH);
    let said = project.shown(&["adopt", "--locale", "zh-CN", "pages", "--date", "2026-01-31"]);
    // Every line of a comment deviates; so does the one translation of another English.
    let said: String =
        said.lines().filter(|line| !line.ends_with("becomes \"\"")).map(|line| format!("{line}\n")).collect();
    insta::assert_snapshot!(said, @r#"
    $ handback adopt --locale zh-CN pages --date 2026-01-31
    1 page: 1 made from today's English, 0 from an earlier one, 0 from one that was not found
    7 of 7 units translated (100 %)
    7 messages, 0 overrides, 0 with a selector; 1 of an earlier English (stale)
    3 blocks that the English does not have, kept in the document's resource
    0 of 1 page regenerate to their very bytes.
      pages/a.md:29: "- 它们启动很快。" becomes "- They start at once."
    Wrote 5 files.
    The next sync writes 1 page otherwise: pages/a.md (1 line).
    Next: `handback sync` regenerates the pages.
    --- exit code 0
    "#);
    let state = project.read("locales/zh-CN/a.yaml");
    assert!(
        state.contains("previous: They start quickly.") || state.contains("previous: \"They start quickly.\""),
        "{state}"
    );
    // Only the last unit has no comment.
    assert_eq!(state.matches("source_unproven").count(), 1, "{state}");
}

#[test]
fn comments_find_their_unit_where_counting_does_not() {
    // Two paragraphs more, and two that changed places.
    let english = ENGLISH.replace("## Use", "One more.\n\n## Use").replace(
        "- They are small.\n- They start at once.\n",
        "- They cost nothing.\n- They start quickly.\n- They are small.\n",
    );
    let project = project(&english);
    project.run(&["adopt", "--locale", "zh-CN", "pages", "--date", "2026-01-31"]);
    let resource = project.read("locales/zh-CN/a.ftl");
    for (id, text) in [("they-are-small", "它们很小。"), ("they-start-quickly", "它们启动很快。"), ("use", "使用")]
    {
        assert!(resource.contains(&format!("\n{id} = {text}\n")), "{resource}");
    }
    assert!(!resource.contains("one-more ="), "{resource}");
}
