//! Pages of other sites come back as they are.

use crate::support::{MADE_UP_WORDS, Project, rests};

pub fn site(flavor: &str, more: &str, english: &str, french: &str) -> Project {
    let config = format!(
        "flavor: {flavor}\nsource_locale: en\nlocales: [fr]\nsources: en/**/*.md\noutput: \"{{locale}}/{{path}}\"\n"
    );
    let project = Project::new(&format!("{config}{MADE_UP_WORDS}{more}"));
    project.write("en/quay.md", english);
    project.write("fr/quay.md", french);
    let adopted = project.run(&["adopt", "--locale", "fr", "--date", "2026-01-31"]);
    assert!(adopted.code < 2, "{}{}", adopted.out, adopted.err);
    project.sync();
    project
}

/// Adopts a page and writes it again.
pub fn comes_back(flavor: &str, english: &str, french: &str) {
    let project = site(flavor, "", english, french);
    assert_eq!(project.read("fr/quay.md"), french, "{flavor}");
    assert!(!project.path("rescued-pages").exists());
    rests(&project);
}

#[test]
fn links_by_labels_of_the_translation_lead_somewhere() {
    let english =
        "# Quay\n\nBoats land at the [quay], near the [old gate].\n\n[quay]: /quay\n[old gate]: /gate \"The gate\"\n";
    let french = "# Quai\n\nLes bateaux accostent au [quai], près de la [porte][vieille porte] et du [phare].\n\n[quai]: /quay\n\
                  [vieille porte]: /gate \"La porte\"\n[phare]: /light \"Le phare\"\n";
    for flavor in ["gfm", "hugo", "docusaurus", "jekyll"] {
        let project = site(flavor, "", english, french);
        assert_eq!(
            project.read("fr/quay.md"),
            "# Quai\n\nLes bateaux accostent au [quai][quay], près de la [porte][old gate] et du [phare](/light \"Le phare\").\n\n\
             [quay]: /quay\n[old gate]: /gate \"La porte\"\n",
            "{flavor}"
        );
        rests(&project);
    }
}

#[test]
fn ids_of_headings_that_only_the_translation_has() {
    comes_back(
        "docusaurus",
        "# Quay\n\nBoats land at the quay.\n\n## High tide\n\nMind the tide there.\n\n## Low tide\n\nWait there.\n",
        "# Quai\n\nLes bateaux accostent au quai.\n\n## Marée haute {/* #high-tide */}\n\nAttention à la marée.\n\n## Marée basse {#low-tide}\n\nAttendez là.\n",
    );
}

#[test]
fn titles_that_only_the_translation_has() {
    comes_back(
        "mkdocs",
        "# Quay\n\n/// tip\n\nBoats land at the quay.\n\n///\n\n!!! note inline end\n    Mind the tide there.\n\n??? warning\n    It is slippery when wet.\n",
        "# Quai\n\n/// tip | Astuce\n\nLes bateaux accostent au quai.\n\n///\n\n!!! note inline end \"Remarque\"\n    Attention à la marée.\n\n??? warning\n    Il glisse par temps de pluie.\n",
    );
    comes_back(
        "docusaurus",
        "# Quay\n\n:::tip\n\nBoats land at the quay.\n\n:::\n\n:::note{.wide}\n\nMind the tide there.\n\n:::\n",
        "# Quai\n\n:::tip[Astuce]\n\nLes bateaux accostent au quai.\n\n:::\n\n:::note[À savoir]{.wide}\n\nAttention à la marée.\n\n:::\n",
    );
    comes_back(
        "vitepress",
        "# Quay\n\n::: tip\nBoats land at the quay.\n:::\n\n::: details\nMind the tide there.\n:::\n",
        "# Quai\n\n::: tip Astuce\nLes bateaux accostent au quai.\n:::\n\n::: details\nAttention à la marée.\n:::\n",
    );
}

#[test]
fn a_locale_may_write_a_title_that_the_generator_makes_up() {
    let project = site(
        "mkdocs",
        "",
        "# Quay\n\n!!! note\n    Mind the tide.\n",
        "# Quai\n\n!!! note\n    Attention à la marée.\n",
    );
    assert_eq!(project.read("fr/quay.md"), "# Quai\n\n!!! note\n    Attention à la marée.\n");
    project
        .write("locales/fr/quay.ftl", &format!("{}\nnote-d8da2c49 = Remarque\n", project.read("locales/fr/quay.ftl")));
    project.sync();
    assert!(project.read("fr/quay.md").contains("!!! note \"Remarque\"\n"), "{}", project.read("fr/quay.md"));
    rests(&project);
}

#[test]
fn a_blank_at_the_end_of_a_line_of_the_english_is_not_that_of_the_translation() {
    comes_back(
        "hugo",
        "---\ntitle: Quay \n---\n\nBoats land here. \n\n- One crane. \n- Two cranes.\n",
        "---\ntitle: Quai\n---\n\nLes bateaux accostent ici.\n\n- Une grue.\n- Deux grues.\n",
    );
}

#[test]
fn ids_that_only_the_translation_has() {
    let english = "# Quay\n\n## Where boats land\n\nAt the quay of course.\n";
    let french = "# Quai\n\n## Où accostent les bateaux {#where-boats-land}\n\nAu quai, bien entendu.\n";
    comes_back("hugo", english, french);
    let project = site("hugo", "", english, french);
    let check = project.run(&["check"]);
    assert!(!check.out.contains("where-boats-land}"), "{}", check.out);
    // Where rendering writes them anyway they are no part of the texts.
    let project = site("hugo", "anchors: ids\n", english, french);
    assert_eq!(project.read("fr/quay.md"), french.replace("# Quai\n", "# Quai {#quay}\n"));
    assert!(!project.read("locales/fr/quay.ftl").contains("{#"), "{}", project.read("locales/fr/quay.ftl"));
}

#[test]
fn what_is_still_in_english_asks_for_nothing() {
    let english = "# Quay\n\nBoats land at the quay.\n\nMind the tide when you land.\n";
    let project = Project::new(
        "flavor: hugo\nsource_locale: en\nlocales: [fr]\nsources: en/**/*.md\noutput: \"{locale}/{path}\"\n",
    );
    project.write("en/quay.md", english);
    project.write("fr/quay.md", &format!("---\nuntranslated: true\n---\n\n{english}"));
    insta::assert_snapshot!(project.shown(&["adopt", "--locale", "fr"]), @r"
    $ handback adopt --locale fr
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 2 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: fr/quay.md: no sentence of the page is translated: nothing was adopted from it
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["sync"]), @"
    $ handback sync
    1 document, 3 units in 3 messages (0 shared by several documents)
    fr  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 3 missing
    Every file was up to date.
    Next for fr translators: 3 messages to translate (`handback review --locale fr`).
    --- stderr
    warning: fr/quay.md: was there before handback, is still in English, and is left alone: translate it there and adopt it, or remove it, so that handback writes the page
    --- exit code 0
    ");
    let check = project.run(&["check", "--code", "untranslated,hand-edited-output"]);
    insta::assert_snapshot!(check.out, @r"
    en/quay.md: warning[untranslated]: handback did not write the fr page, which is still in English, and leaves it alone
        fix: translate it there and adopt it, or remove it and run `handback sync`
    0 errors, 1 warning in 1 document, 1 locale.
    ");
}
