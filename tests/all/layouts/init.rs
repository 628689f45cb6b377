//! `init` writes a configuration that works as it stands: every site is initialized, adopted and synced without a word
//! changed.

use super::*;

/// Initializes a site and does what it says comes next; returns what the user sees and the keys that were written.
pub(super) fn begun(files: &[(&str, &str)]) -> (Project, String) {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    files.iter().for_each(|(name, text)| project.write(name, text));
    let mut shown = project.shown(&["init"]);
    let config = project.read("handback.yaml");
    let said = config.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    shown.push_str(&format!("--- handback.yaml\n{}\n", said.collect::<Vec<_>>().join("\n")));
    let next: Vec<Vec<String>> = shown
        .lines()
        .filter_map(|line| line.strip_prefix("  handback "))
        .map(|line| line.split(' ').map(str::to_owned).collect())
        .collect();
    let before = pages(&project);
    for command in next {
        let args: Vec<&str> = command.iter().map(String::as_str).collect();
        let outcome = project.run(&args);
        assert!(outcome.code < 2, "{args:?}: {}{}", outcome.out, outcome.err);
    }
    assert_eq!(project.run(&["sync"]).code, 0);
    rests(&project);
    let after = pages(&project);
    assert!(before.iter().all(|page| after.contains(page)), "no page changed");
    shown.push_str(&format!("--- documents\n{}\n", documents(&project).join("\n")));
    (project, shown)
}

#[test]
fn docusaurus() {
    let (project, shown) = begun(&[
        (
            "docusaurus.config.js",
            "module.exports = {\n  i18n: { defaultLocale: 'en', locales: ['en', 'fr', 'pt-BR'] },\n};\n",
        ),
        ("docs/index.mdx", HOME),
        ("blog/index.md", NEWS),
        ("versioned_docs/version-1/index.md", STEPS),
        ("i18n/fr/docusaurus-plugin-content-docs/current/index.mdx", ACCUEIL),
        ("i18n/fr/docusaurus-plugin-content-docs/version-1/index.md", PREMIERS_PAS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Docusaurus, by docusaurus.config.js.
    3 documents in en.
      fr: 2 localized pages there already
      pt-BR: 0 localized pages there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    - pt-BR
    flavor: docusaurus
    sources: ["docs/**/*.{md,mdx}"]
    output: "i18n/{locale}/docusaurus-plugin-content-docs/current/{path}"
    trees:
    - sources: ["blog/**/*.{md,mdx}"]
      output: "i18n/{locale}/docusaurus-plugin-content-blog/{path}"
    - sources: ["versioned_docs/**/*.{md,mdx}"]
      output: "i18n/{locale}/docusaurus-plugin-content-docs/{path}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    blog/index.md
    index.mdx
    versioned_docs/version-1/index.md
    "#);
    insta::assert_snapshot!(project.shown(&["init"]), @r"
    $ handback init
    --- stderr
    error: handback.yaml is there already: edit it, or remove it first
    --- exit code 2
    ");
}

#[test]
fn starlight_with_english_at_the_root() {
    let (_, shown) = begun(&[
        (
            "astro.config.mjs",
            "starlight({ locales: { root: { label: 'English', lang: 'en' }, fr: { label: 'Français' } } })\n",
        ),
        ("src/content/docs/index.mdx", HOME),
        ("src/content/docs/guide/steps.md", STEPS),
        ("src/content/docs/fr/index.mdx", ACCUEIL),
        ("src/content/docs/pt-br/guide/steps.md", STEPS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Astro, by astro.config.mjs.
    2 documents in en.
      fr: 1 localized page there already
      pt-br: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback adopt --locale pt-BR
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    - pt-br
    flavor: starlight
    sources: ["src/content/docs/**/*.{md,mdx}"]
    output: "src/content/docs/{locale}/{path}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    guide/steps.md
    index.mdx
    "#);
}

#[test]
fn astro_with_a_folder_for_english() {
    let (_, shown) = begun(&[
        ("astro.config.ts", "export default defineConfig({ defaultLocale: 'en', locales })\n"),
        ("src/content/docs/en/index.mdx", HOME),
        ("src/content/docs/zh-cn/index.mdx", "# 海港\n\n海港把您的船只列在一个清单里。\n"),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Astro, by astro.config.ts.
    1 document in en.
      zh-cn: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale zh-CN
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - zh-cn
    flavor: starlight
    sources: ["src/content/docs/en/**/*.{md,mdx}"]
    output: "src/content/docs/{locale}/{path}"
    --- documents
    index.mdx
    "#);
}

#[test]
fn vitepress_with_languages_that_are_sites_of_their_own() {
    let languages = "de: { label: 'Deutsch', link: 'https://de.harbor.example' }, fr: { link: '/fr/' }";
    let (_, shown) = begun(&[
        (
            ".vitepress/config.ts",
            &format!("export default {{ lang: 'en', locales: {{ root: {{ label: 'English' }}, {languages} }} }}\n"),
        ),
        ("index.md", HOME),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized VitePress, by .vitepress/config.ts.
    1 document in en.
      fr: 0 localized pages there already
    Next: `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: vitepress
    sources: ["**/*.md", "!node_modules/**", "!**/node_modules/**"]
    output: "{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn vitepress() {
    let (_, shown) = begun(&[
        ("docs/.vitepress/config.mts", "export default { locales: { root: { lang: 'en' }, fr: { lang: 'fr' } } }\n"),
        ("docs/index.md", HOME),
        ("docs/fr/index.md", ACCUEIL),
        ("docs/de/index.md", GERMAN),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized VitePress, by docs/.vitepress/config.mts.
    1 document in en.
      de: 1 localized page there already
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale de
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - de
    - fr
    flavor: vitepress
    sources: ["docs/**/*.md"]
    output: "docs/{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn hugo_with_folders() {
    let (_, shown) = begun(&[
        (
            "hugo.toml",
            "defaultContentLanguage = 'en'\n[languages.en]\ncontentDir = 'content/en'\n[languages.zh-cn]\n\
             contentDir = 'content/zh-cn'\n[languages.fr]\ncontentDir = 'content/fr'\n",
        ),
        ("content/en/docs/_index.md", HOME),
        ("content/fr/docs/_index.md", ACCUEIL),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Hugo, by hugo.toml.
    1 document in en.
      fr: 1 localized page there already
      zh-cn: 0 localized pages there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    - zh-cn
    flavor: hugo
    sources: ["content/en/**/*.md"]
    output: "content/{locale}/{path}"
    --- documents
    docs/_index.md
    "#);
}

#[test]
fn hugo_with_suffixes() {
    let (_, shown) = begun(&[
        ("config/_default/hugo.yaml", "title: Harbor\n"),
        ("config/_default/languages.toml", "[en]\ntitle = 'Harbor'\n[fr]\ntitle = 'Harbor'\n"),
        ("content/_index.en.md", HOME),
        ("content/_index.fr.md", ACCUEIL),
        ("content/steps.md", STEPS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Hugo, by config/_default/hugo.yaml.
    2 documents in en.
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: hugo
    sources: ["content/**/*.md"]
    output: "content/{dir}{stem}.{locale}.{ext}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    _index.md
    steps.md
    "#);
}

#[test]
fn mkdocs_with_the_plugin() {
    let languages = "[{locale: en, default: true, name: English}, {locale: fr, name: Français}]";
    let (_, shown) = begun(&[
        ("mkdocs.yml", &format!("site_name: Harbor\nplugins:\n- search\n- i18n:\n    languages: {languages}\n")),
        ("docs/index.md", HOME),
        ("docs/index.fr.md", ACCUEIL),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized MkDocs, by mkdocs.yml.
    1 document in en.
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: mkdocs
    sources: ["docs/**/*.md"]
    output: "docs/{dir}{stem}.{locale}.{ext}"
    --- documents
    index.md
    "#);
    let (_, shown) = begun(&[
        ("mkdocs.yml", &format!("plugins:\n- i18n:\n    docs_structure: folder\n    languages: {languages}\n")),
        ("docs/en/index.md", HOME),
        ("docs/fr/index.md", ACCUEIL),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized MkDocs, by mkdocs.yml.
    1 document in en.
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: mkdocs
    sources: ["docs/en/**/*.md"]
    output: "docs/{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn translations_of_a_readme_that_are_named_by_their_locales_alone() {
    let (_, shown) = begun(&[
        ("README.md", HOME),
        ("more/notes.md", HOME),
        ("translations/fr.md", ACCUEIL),
        ("translations/jp.md", ACCUEIL),
        ("more/translations/fr.md", ACCUEIL),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized documents in Markdown, by README.md.
    3 documents in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: gfm
    sources: ["**/*.{md,mdx}", "!node_modules/**", "!**/node_modules/**", "!translations/**"]
    --- documents
    README.md
    more/notes.md
    more/translations/fr.md
    "#);
}

#[test]
fn mkdocs_with_several_configurations() {
    let (_, shown) = begun(&[
        ("mkdocs-nav.yml", "nav:\n- index.md\n"),
        ("mkdocs-common.yml", "site_name: Harbor\ntheme: {name: material}\ndocs_dir: pages\n"),
        ("mkdocs-online.yml", "INHERIT: mkdocs-common.yml\nplugins: [search]\n"),
        ("pages/index.md", HOME),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized MkDocs, by mkdocs-common.yml.
    1 document in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: mkdocs
    sources: ["pages/**/*.md"]
    --- documents
    index.md
    "#);
}

#[test]
fn mkdocs_with_a_site_for_each_language() {
    let (_, shown) = begun(&[
        ("docs/en/mkdocs.yml", "site_name: Harbor\n"),
        ("docs/en/docs/index.md", HOME),
        ("docs/fr/docs/index.md", ACCUEIL),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized MkDocs, by docs/en/mkdocs.yml.
    1 document in en.
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: mkdocs
    sources: ["docs/en/docs/**/*.md"]
    output: "docs/{locale}/docs/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn mdn() {
    let (_, shown) = begun(&[("files/en-us/web/harbor/index.md", HOME), ("files/fr/web/harbor/index.md", ACCUEIL)]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized MDN, by files/en-us.
    1 document in en-US.
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en-us
    locales:
    - fr
    flavor: mdn
    sources: ["files/en-us/**/*.md"]
    output: "files/{locale}/{path}"
    --- documents
    web/harbor/index.md
    "#);
}

#[test]
fn jekyll() {
    let (_, shown) = begun(&[
        ("_config.yml", "title: Harbor\n"),
        ("_articles/index.md", HOME),
        ("_articles/steps.md", STEPS),
        ("_articles/fr/steps.md", PREMIERS_PAS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Jekyll, by _config.yml.
    2 documents in en.
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: jekyll
    sources: ["_articles/**/*.md"]
    output: "_articles/{locale}/{path}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    index.md
    steps.md
    "#);
}

#[test]
fn sites_without_a_place_for_translations() {
    let (_, shown) = begun(&[("book.toml", "[book]\nlanguage = 'en'\nsrc = 'text'\n"), ("text/index.md", HOME)]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized mdBook, by book.toml.
    1 document in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: mdbook
    sources: ["text/**/*.md"]
    --- documents
    index.md
    "#);
    let (_, shown) = begun(&[
        (
            "docfx.json",
            "{\"build\": {\"content\": [{\"files\": [\"**/*.md\", \"**/toc.yml\"], \"src\": \"articles\"}]}}",
        ),
        ("articles/index.md", HOME),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized DocFX, by docfx.json.
    1 document in en-US.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en-US
    flavor: docfx
    sources: ["articles/**/*.md", "articles/**/toc.yml", "!_site/**"]
    metadata: none
    newline: source
    --- documents
    index.md
    "#);
}

#[test]
fn pages_that_are_mdx_by_their_names_alone() {
    let (_, shown) = begun(&[
        ("docusaurus.config.js", "module.exports = { i18n: { locales: ['en'] }, markdown: { format: 'detect' } };\n"),
        ("docs/index.md", HOME),
    ]);
    assert!(shown.contains("Recognized Docusaurus, by docusaurus.config.js."), "{shown}");
    assert!(shown.contains("\nflavor: starlight\n"), "{shown}");
}

#[test]
fn books_of_several_folders() {
    let (_, shown) = begun(&[
        (".gitbook.yaml", "root: ./\n"),
        ("guides/index.md", HOME),
        ("policies/steps.md", HOME),
        (".gitbook/includes/shared.md", HOME),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized GitBook, by .gitbook.yaml.
    2 documents in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: gfm
    sources: ["**/*.md", "!**/.gitbook/**"]
    --- documents
    guides/index.md
    policies/steps.md
    "#);
}

#[test]
fn a_configuration_that_cannot_be_read_is_no_site_that_is_not_there() {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    project.write("hugo.toml", "languages = [\n");
    project.write("content/en/a.md", "# A\n");
    let said = project.run(&["init"]);
    assert_eq!(said.code, 2, "{}", said.out);
    assert!(said.err.contains("hugo.toml: the site's configuration cannot be read"), "{}", said.err);
    assert!(!project.path("handback.yaml").exists());
}
