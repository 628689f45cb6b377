//! Links that name the locale of their page.

use super::*;

const CONFIG: &str = "source_locale: en\nlocales: [{zh-CN: {folder: zh-cn}}, fr]\nsources: content/en/**/*.md\n\
                      output: 'content/{locale}/{path}'\nlinks: [{from: /en/, to: '/{locale}/'}]\n";
const ENGLISH: &str = "# Harbor\n\nSee the [first steps](/en/guide/steps/#list) and `[code](/en/code)`.\n\n\
                       <a href=\"/en/news\"><img src=\"/en/boat.png\"></a>\n\n- Read [the news].\n\n[the news]: /en/news \"News\"\n";
const FRENCH: &str = "# Harbor en français\n\nVoyez les [premiers pas](/fr/guide/steps/#list) et `[code](/en/code)`.\n\n\
                      <a href=\"/fr/news\"><img src=\"/en/boat.png\"></a>\n\n- Read [the news].\n\n[the news]: /fr/news \"News\"\n";

#[test]
fn targets_follow_the_locale() {
    let files = [
        ("content/en/index.md", ENGLISH),
        ("content/en/guide/steps.md", STEPS),
        ("content/en/boat.png", ""),
        ("content/fr/index.md", FRENCH),
    ];
    let project = site(CONFIG, &files);
    insta::assert_snapshot!(adopt_and_sync(&project, &["--locale", "fr"]), @r"
    $ handback adopt --date 2026-01-31 --locale fr
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    4 of 4 units translated (100 %)
    4 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    1 text is still in English on its page, and counted as made by people: index.md (1 text). `handback check --locale fr` names each as `untranslated`.
    1 of 1 page regenerate to their very bytes.
    Wrote 7 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: content/fr/index.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    ");
    // Resources keep the targets of the English, and nobody finds fault with either.
    assert!(project.read("locales/fr/index.ftl").contains("[premiers pas](/en/guide/steps/#list)"));
    let check = project.run(&["check", "--locale", "fr"]).out;
    assert!(
        !check.contains("link-target") && !check.contains("hand-edited") && !check.contains("out-of-date"),
        "{check}"
    );
    // What nobody translated follows too.
    let chinese = ENGLISH.replace("(/en/guide", "(/zh-cn/guide").replace("/en/news", "/zh-cn/news");
    assert_eq!(project.read("content/zh-cn/index.md"), chinese);
    // A target in a resource that follows the rule already is as good.
    project.edit("locales/fr/index.ftl", "/en/guide", "/fr/guide");
    project.run(&["sync"]);
    assert_eq!(project.read("content/fr/index.md"), FRENCH);
    let check = project.run(&["check", "--locale", "fr"]).out;
    assert!(!check.contains("link-target"), "{check}");
    rests(&project);
}

#[test]
fn a_target_that_somebody_changed_is_an_edit() {
    let project = site(CONFIG, &[("content/en/index.md", ENGLISH)]);
    project.run(&["sync"]);
    project.edit("content/fr/index.md", "\"/fr/news\"", "\"/en/news\"");
    insta::assert_snapshot!(project.shown(&["sync"]), @"
    $ handback sync
    1 document, 4 units in 4 messages (0 shared by several documents)
    zh-CN  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 4 missing
    fr     ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 4 missing
    Wrote 1 file.
    Next for zh-CN translators: 4 messages to translate (`handback review --locale zh-CN`).
    Next for fr translators: 4 messages to translate (`handback review --locale fr`).
    --- stderr
    warning: content/fr/index.md: was edited by hand (line 5); a copy is kept as rescued-pages/content/fr/index.md: `handback sync --take-edits` would have taken the edit over
    --- exit code 0
    ");
    assert!(project.read("rescued-pages/content/fr/index.md").contains("\"/en/news\""));
}

#[test]
fn rules_name_a_locale() {
    for (rule, expected) in [
        ("{from: '', to: '/{locale}/'}", "`from` is empty"),
        ("{from: /en/, to: /}", "names no locale"),
        ("{from: /en/, to: '/{path}/'}", "only locales are known here"),
    ] {
        let project = site(&format!("locales: [fr]\nlinks: [{rule}]\n"), &[]);
        let outcome = project.run(&["sync"]);
        assert!(outcome.code == 2 && outcome.err.contains(expected), "{}", outcome.err);
    }
}

/// A page that the locale does not have is not led to, also when an adopted page is compared with what comes of it.
#[test]
fn adopted_pages_lead_to_english_where_the_locale_has_no_page() {
    let project = Project::new(
        "source_locale: en\nlocales: [fr]\nflavor: starlight\nsources: docs/en/**/*.md\noutput: 'docs/{locale}/{path}'\n\
         publish: translated\nlinks: [{from: /en/, to: '/{locale}/'}]\n",
    );
    project.write("docs/en/index.md", "# Harbor\n\nHarbor lists [your boats](/en/boats/) and [news](/en/news/).\n");
    project.write("docs/en/boats.md", "# Boats\n\nA list of your boats.\n");
    project.write("docs/en/news.md", "# News\n\nThe list is faster now.\n");
    project.write(
        "docs/fr/index.md",
        "# Le port\n\nLe port liste [vos bateaux](/fr/boats/) et [les nouvelles](/en/news/).\n",
    );
    project.write("docs/fr/boats.md", "# Bateaux\n\nUne liste de vos bateaux.\n");
    let said = project.run(&["adopt", "--locale", "fr"]);
    assert!(said.out.contains("2 of 2 pages regenerate to their very bytes"), "{}{}", said.out, said.err);
    project.run(&["sync"]);
    assert!(project.read("docs/fr/index.md").contains("[les nouvelles](/en/news/)"));
}
