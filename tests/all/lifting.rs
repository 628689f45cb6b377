//! Inline values (link targets, attributes, code, addresses, identifiers) that are lifted without a declaration, as the
//! people who use them meet them.

use crate::support::{Project, clean, rests, translate};

const PLAIN: &str = "locales: [fr-FR]\nmetadata: none\nanchors: false\n";

fn project(pages: &[(&str, &str)]) -> Project {
    configured(PLAIN, pages)
}

fn configured(config: &str, pages: &[(&str, &str)]) -> Project {
    let project = Project::new(config);
    for (name, text) in pages {
        project.write(&format!("source-docs/{name}.md"), text);
    }
    project.sync();
    project
}

fn in_french(project: &Project) {
    translate(project, "fr-FR", |english| Some(french(english)));
    project.sync();
}

fn french(english: &str) -> String {
    [
        ("Terms of use", "Conditions"),
        ("View in the store", "Afficher"),
        ("Learn more", "En savoir plus"),
        ("Run", "Lancez"),
    ]
    .iter()
    .fold(english.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn published(project: &Project, name: &str) -> String {
    project.read(&format!("localized-docs/fr-FR/{name}.md"))
}

fn messages(project: &Project, file: &str) -> Vec<String> {
    let text = project.read(file);
    text.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect()
}

#[test]
fn texts_that_differ_in_a_target_alone_are_one_message() {
    let a = "[Terms of use](a.md)\n\n<a href=\"https://contoso.com/1\" target=\"_blank\">View in the store</a>\n";
    let b = "[Terms of use](https://fabrikam.com/b)\n\n<a href=\"https://contoso.com/2\" target=\"_blank\">View in the store</a>\n";
    let project = project(&[("a", a), ("b", b)]);
    insta::assert_snapshot!(project.read("locales/en-US/shared.ftl"), @r#"
    ### Messages that several documents share.

    # a.md: paragraph
    # $link (String) - link target, for example “a.md”
    terms-of-use = [Terms of use]({ $link })

    # a.md: paragraph
    # $link (String) - link target, for example “https://contoso.com/1”
    view-in-the-store = <a href="{ $link }" target="_blank">View in the store</a>
    "#);
    insta::assert_snapshot!(project.read("locales/en-US/a.yaml"), @r#"
    version: 2
    source: 99609928bcd9e6a62e1d4efafe84f89e9b354976
    units:
    - paragraph terms-of-use:
        "$link": a.md
    - paragraph view-in-the-store:
        "$link": https://contoso.com/1
    "#);
    in_french(&project);
    assert_eq!(published(&project, "a"), french(a));
    assert_eq!(published(&project, "b"), french(b));
    assert_eq!(
        messages(&project, "locales/fr-FR/shared.ftl"),
        [
            "terms-of-use = [Conditions]({ $link })",
            "view-in-the-store = <a href=\"{ $link }\" target=\"_blank\">Afficher</a>"
        ]
    );
    clean(&project);
    rests(&project);
}

#[test]
fn one_page_may_have_a_text_twice() {
    let page = "[Learn more](a.md)\n\nBetween.\n\n[Learn more](b.md)\n\n[Learn more](b.md) and [Learn more](c.md)\n";
    let project = project(&[("a", page)]);
    in_french(&project);
    assert_eq!(published(&project, "a"), french(page));
    assert!(messages(&project, "locales/fr-FR/a.ftl").contains(&"learn-more = [En savoir plus]({ $link })".to_owned()));
    // A pair of links that stands once keeps its targets.
    assert!(
        messages(&project, "locales/fr-FR/a.ftl")
            .iter()
            .any(|line| line.ends_with("(b.md) and [En savoir plus](c.md)"))
    );
    clean(&project);
    rests(&project);
}

#[test]
fn a_changed_value_makes_nothing_stale() {
    let page = |target: &str, code: &str| format!("[Terms of use]({target})\n\nRun `{code}` as <info@{code}.com>.\n");
    let (a, b) = (page("a.md", "one"), page("b.md", "two"));
    let project = project(&[("a", &a), ("b", &b)]);
    in_french(&project);
    let state = project.read("locales/fr-FR/shared.yaml");
    project.write("source-docs/a.md", &page("moved/a.md", "three"));
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @r"
    $ handback sync --date 2026-01-31
    2 documents, 4 units in 2 messages (2 shared by several documents)
    fr-FR  ████████████████████████  100 % current: 2 human, 0 machine; 0 stale, 0 missing
    Wrote 3 files.
    --- exit code 0
    ");
    assert_eq!(project.read("locales/fr-FR/shared.yaml"), state);
    assert_eq!(published(&project, "a"), french(&page("moved/a.md", "three")));
    clean(&project);
    rests(&project);
}

#[test]
fn a_text_that_stands_once_keeps_its_target_unless_asked_otherwise() {
    let page = [("a", "[Terms of use](a.md)\n")];
    let plain = project(&page);
    assert_eq!(messages(&plain, "locales/en-US/a.ftl"), ["terms-of-use = [Terms of use](a.md)"]);
    let always = configured(&format!("{PLAIN}lift: always\n"), &page);
    assert_eq!(messages(&always, "locales/en-US/a.ftl"), ["terms-of-use = [Terms of use]({ $link })"]);
    in_french(&always);
    assert_eq!(published(&always, "a"), "[Conditions](a.md)\n");
    rests(&always);
    let never = configured(&format!("{PLAIN}lift: never\n"), &[page[0], ("b", "[Terms of use](b.md)\n")]);
    assert_eq!(messages(&never, "locales/en-US/a.ftl"), ["terms-of-use = [Terms of use](a.md)"]);
}

#[test]
fn what_is_lifted_stays_so_when_the_other_page_goes() {
    let project = project(&[("a", "[Terms of use](a.md)\n"), ("b", "[Terms of use](b.md)\n")]);
    in_french(&project);
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    project.run(&["sync", "--prune"]);
    assert_eq!(messages(&project, "locales/en-US/a.ftl"), ["terms-of-use = [Terms of use]({ $link })"]);
    assert_eq!(published(&project, "a"), "[Conditions](a.md)\n");
    clean(&project);
    rests(&project);
}

/// A project of before values were lifted by themselves, and one that gains a second page.
#[test]
fn translations_follow_into_the_lifted_form() {
    let pages = [("a", "[Terms of use](a.md)\n"), ("b", "[Terms of use](b.md)\n\nRun `x`.\n"), ("c", "Run `y`.\n")];
    let project = configured(&format!("{PLAIN}lift: never\n"), &pages);
    in_french(&project);
    let before: Vec<String> = pages.iter().map(|(name, _)| published(&project, name)).collect();
    project.edit("handback.yaml", "lift: never\n", "");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @r"
    $ handback sync --date 2026-01-31
    3 documents, 4 units in 2 messages (2 shared by several documents)
    English messages: 2 the same with values lifted out or put back, 2 gone, 2 moved between files.
    fr-FR  ████████████████████████  100 % current: 2 human, 0 machine; 0 stale, 0 missing
        fr-FR: 2 became obsolete (kept)
    Wrote 9 files.
    Removed:
      locales/en-US/a.ftl
      locales/en-US/b.ftl
      locales/en-US/c.ftl
      locales/fr-FR/a.ftl
      locales/fr-FR/a.yaml
    --- exit code 0
    ");
    assert_eq!(pages.iter().map(|(name, _)| published(&project, name)).collect::<Vec<_>>(), before);
    project.write("source-docs/d.md", "Run `z`.\n");
    project.sync();
    assert_eq!(published(&project, "d"), "Lancez `z`.\n");
    clean(&project);
    rests(&project);
    // And back: no page changes, and no wording is lost.
    project.write("handback.yaml", &format!("{PLAIN}lift: never\n"));
    project.sync();
    assert_eq!(pages.iter().map(|(name, _)| published(&project, name)).collect::<Vec<_>>(), before);
    rests(&project);
}

#[test]
fn a_translator_may_write_another_target() {
    let page = "[Terms of use](b.md)\n\nText.\n\n[Terms of use](c.md)\n";
    let project = project(&[("a", "[Terms of use](a.md)\n"), ("b", page), ("c", "C.\n"), ("other", "Other.\n")]);
    in_french(&project);
    let own = project.read("locales/fr-FR/b.ftl");
    project.write("locales/fr-FR/b.ftl", &format!("{own}terms-of-use = [Conditions](other.md)\n"));
    project.sync();
    // It is for the place whose English it was made from, which is the first.
    assert_eq!(published(&project, "b"), "[Conditions](other.md)\n\nText.\n\n[Conditions](c.md)\n");
    assert_eq!(published(&project, "a"), "[Conditions](a.md)\n");
    insta::assert_snapshot!(project.shown(&["check"]), @r"
    $ handback check
    locales/fr-FR/b.ftl:2: warning[link-target]: fr-FR: `](other.md)` is `](b.md)` in the English: “[Terms of use]({ $link })” (terms-of-use)
        fix: write `](b.md)`
    0 errors, 1 warning in 4 documents, 1 locale.
    --- exit code 0
    ");
    let accepted = project.run(&["accept", "terms-of-use", "--finding", "link-target", "--reviewer", "A. Reviewer"]);
    assert_eq!(accepted.code, 0, "{}{}", accepted.out, accepted.err);
    let check = project.run(&["check"]);
    assert!(check.code == 0 && check.out.starts_with("Clean"), "{}{}", check.out, check.err);
    rests(&project);
    // Another target of the English is for the translator to know.
    project.edit("source-docs/b.md", "(b.md)", "(moved.md)");
    project.sync();
    insta::assert_snapshot!(project.shown(&["check", "--summary"]), @r"
    $ handback check --summary

                  en-US   fr-FR
    stale             ·       1  handback diff
    broken-link       1       ·
    1 error, 1 warning in 4 documents, 1 locale.
    --- exit code 1
    ");
}

#[test]
fn a_page_alone_is_synced_without_touching_the_others() {
    let project = project(&[("a", "[Terms of use](a.md)\n"), ("b", "[Terms of use](a.md)\n")]);
    in_french(&project);
    project.write("source-docs/c.md", "[Terms of use](c.md)\n");
    project.run(&["sync", "source-docs/c.md"]);
    assert!(project.read("locales/en-US/shared.ftl").contains("[Terms of use](a.md)"));
    assert_eq!(published(&project, "a"), "[Conditions](a.md)\n");
    project.sync();
    assert!(project.read("locales/en-US/shared.ftl").contains("[Terms of use]({ $link })"));
    for name in ["a", "b", "c"] {
        let target = if name == "c" { "c.md" } else { "a.md" };
        assert_eq!(published(&project, name), format!("[Conditions]({target})\n"));
    }
    rests(&project);
}

#[test]
fn names_that_are_declared_are_not_taken() {
    let config = format!("{PLAIN}variables:\n  link: {{ heading: 1 }}\n");
    let page = |app: &str| format!("# {app}\n\nSee [all about {app}]({app}.md).\n\nThe {app} is here.\n");
    let project = configured(&config, &[("a", &page("Aaa")), ("b", &page("Bbb"))]);
    let shared = messages(&project, "locales/en-US/shared.ftl");
    assert!(shared.iter().any(|line| line.ends_with("= See [all about { $link }]({ $link-2 }).")), "{shared:?}");
    in_french(&project);
    assert_eq!(published(&project, "a"), french(&page("Aaa")));
    rests(&project);
}

#[test]
fn machines_keep_what_is_lifted() {
    let config = format!("{PLAIN}translate: {{ provider: pseudo }}\n");
    let page = |n: u32| format!("Learn more at [the site](site-{n}.md) with `code-{n}`.\n");
    let project = configured(&config, &[("a", &page(1)), ("b", &page(2))]);
    for n in 1..=2 {
        let text = published(&project, if n == 1 { "a" } else { "b" });
        assert!(text.contains(&format!("](site-{n}.md)")) && text.contains(&format!("`code-{n}`")), "{text}");
    }
    rests(&project);
}

#[test]
fn adopted_pages_share_what_differs_in_targets() {
    let config = PLAIN;
    let project = Project::new(config);
    project.write("source-docs/a.md", "[Terms of use](a.md)\n\n[One](x.md) and [two](x.md).\n");
    project.write("source-docs/b.md", "[Terms of use](b.md)\n\n[One](y.md) and [two](z.md).\n");
    project.write("source-docs/c.md", "[Terms of use](c.md)\n\n[One](v.md) and [two](w.md).\n");
    project.write("pub/a.md", "[Conditions](a.md)\n\n[Un](x.md) et [deux](x.md).\n");
    project.write("pub/b.md", "[Conditions](b.md)\n\n[Un](y.md) et [deux](z.md).\n");
    let adopted = project.run(&["adopt", "--locale", "fr-FR", "pub", "--date", "2026-01-31"]);
    assert_eq!(adopted.code, 1, "{}{}", adopted.out, adopted.err);
    project.sync();
    for name in ["a", "b"] {
        assert_eq!(published(&project, name), project.read(&format!("pub/{name}.md")));
    }
    assert_eq!(published(&project, "c"), "[Conditions](c.md)\n\n[Un](v.md) et [deux](w.md).\n");
    assert!(!project.path("locales/fr-FR/a.ftl").exists(), "nothing is said twice");
}

#[test]
fn texts_of_one_page_that_become_one_message_keep_their_wordings() {
    let page = "Run `a`.\n\nBetween.\n\nRun `b`.\n\nRun `c`.\n";
    let project = configured(&format!("{PLAIN}lift: never\n"), &[("a", page), ("b", "Run `d`.\n")]);
    translate(&project, "fr-FR", |english| {
        Some(match english {
            "Run `b`." => "Exécutez donc `b`.".to_owned(),
            "Run `c`." => "Faites tourner `C`.".to_owned(),
            _ => french(english),
        })
    });
    project.sync();
    let before = ["a", "b"].map(|name| published(&project, name));
    project.edit("handback.yaml", "lift: never\n", "");
    project.sync();
    assert_eq!(["a", "b"].map(|name| published(&project, name)), before);
    insta::assert_snapshot!(project.read("locales/fr-FR/a.ftl"), @r"
    # @run-a
    run-a = { $occurrence ->
        [2] Exécutez donc `{ $code }`.
        [3] Faites tourner `C`.
       *[other] Lancez `{ $code }`.
    }

    # @between
    between = Between.

    # @run-b
    run-b = Exécutez donc `b`.

    # @run-c
    run-c = Faites tourner `C`.
    ");
    insta::assert_snapshot!(project.read("locales/fr-FR/shared.ftl"), @r"
    # @run-a
    run-a = Lancez `{ $code }`.
    ");
    rests(&project);
}

/// Two pages of a text with two targets that differ and one that does not, and a translation with a selector.
fn with_a_selector() -> Project {
    let page = |n: u32| format!("See [one](x{n}.md), [two](y.md) and [three](z{n}.md).\n");
    let project = project(&[("a", &page(1)), ("b", &page(2))]);
    project.write(
        "locales/fr-FR/shared.ftl",
        "see-one-two-and-three = { $kind ->\n    [heading] VOIR [un]({ $link }), [deux](y.md), [trois]({ $link-2 })\n   *[other] Voir [un]({ $link }), [deux](y.md) et [trois]({ $link-2 }).\n}\n",
    );
    project.sync();
    project
}

#[test]
fn selectors_follow_values_that_get_another_name() {
    let project = with_a_selector();
    let page = |x: &str, y: &str, z: &str| format!("Voir [un]({x}.md), [deux]({y}.md) et [trois]({z}.md).\n");
    assert_eq!(published(&project, "a"), page("x1", "y", "z1"));
    project.write("source-docs/c.md", "See [one](x3.md), [two](other.md) and [three](z3.md).\n");
    project.sync();
    for (name, expected) in
        [("a", page("x1", "y", "z1")), ("b", page("x2", "y", "z2")), ("c", page("x3", "other", "z3"))]
    {
        assert_eq!(published(&project, name), expected);
    }
    assert!(project.read("locales/fr-FR/shared.ftl").contains("[deux]({ $link-2 }) et [trois]({ $link-3 })"));
    rests(&project);
}

#[test]
fn wordings_of_several_places_survive_lifting_and_back() {
    let pages = [
        ("a", "Run `a`.\n\nText.\n\nRun `b`.\n"),
        ("b", "See [one](x.md) and [two](x.md).\n\nText.\n\nSee [one](x.md) and [two](y.md).\n"),
    ];
    let project = configured(&format!("{PLAIN}lift: never\n"), &pages);
    translate(&project, "fr-FR", |english| {
        let french = french(english).replace("See", "Voir").replace("Text", "Texte");
        Some(if english == "Run `b`." { "Exécutez donc `b`.".to_owned() } else { french })
    });
    project.sync();
    let before = ["a", "b"].map(|name| published(&project, name));
    for lift in ["", "lift: always\n", "lift: never\n", "", "lift: never\n"] {
        project.write("handback.yaml", &format!("{PLAIN}{lift}"));
        let outcome = project.run(&["sync", "--date", "2026-01-31"]);
        assert_eq!(outcome.code, 0, "{lift}: {}{}", outcome.out, outcome.err);
        assert_eq!(["a", "b"].map(|name| published(&project, name)), before, "{lift}");
        let check = project.run(&["check", "--code", "missing-variable", "--code", "unknown-placeable"]);
        assert_eq!(check.code, 0, "{lift}: {}", check.out);
        rests(&project);
    }
}

#[test]
fn a_wording_of_one_place_stays_when_the_form_grows() {
    let a = "Run [one](x1) or [two](y).\n\nText.\n\nRun [one](x2) or [two](y).\n";
    let project = configured(&format!("{PLAIN}lift: never\n"), &[("a", a), ("b", "Run [one](x3) or [two](y).\n")]);
    translate(&project, "fr-FR", |english| {
        Some(if english.contains("x2") { "Faites [un](x2) ou bien [deux](y).".to_owned() } else { french(english) })
    });
    project.sync();
    let before = published(&project, "a");
    project.edit("handback.yaml", "lift: never\n", "");
    project.sync();
    assert_eq!(published(&project, "a"), before);
    project.write("source-docs/c.md", "Run [one](x4) or [two](z).\n");
    project.sync();
    assert_eq!(published(&project, "a"), before);
    assert_eq!(published(&project, "c"), "Lancez [one](x4) or [two](z).\n");
    rests(&project);
}

#[test]
fn another_target_beside_a_lifted_value_is_no_missing_variable() {
    let project = project(&[("a", "Run `c1` [one](a.md).\n"), ("b", "Run `c2` [one](b.md).\n"), ("c", "C.\n")]);
    in_french(&project);
    let id = messages(&project, "locales/en-US/shared.ftl")[0].split_once(" = ").unwrap().0.to_owned();
    project.write("locales/fr-FR/b.ftl", &format!("{id} = Lancez `{{ $code }}` [un](c.md).\n"));
    project.sync();
    assert_eq!(published(&project, "b"), "Lancez `c2` [un](c.md).\n");
    insta::assert_snapshot!(project.shown(&["check"]), @r"
    $ handback check
    locales/fr-FR/b.ftl:1: warning[link-target]: fr-FR: `](c.md)` is `]({ $link })` in the English: “Run `{ $code }` [one]({ $link }).” (run-code-one)
        fix: write `]({ $link })`
    locales/fr-FR/b.ftl:1: warning[inconsistent]: fr-FR: the same English is worded differently in a.md: Lancez `{ $code }` [one]({ $link }).: “Run `{ $code }` [one]({ $link }).” (run-code-one)
        fix: use one wording: `handback review --locale fr-FR --inconsistent` shows them side by side
    0 errors, 2 warnings in 3 documents, 1 locale.
    --- exit code 0
    ");
}
