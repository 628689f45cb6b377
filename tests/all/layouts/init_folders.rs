//! `init` finds locales that the configuration of a site does not name, so that their pages are not read as English.

use super::init::begun;
use super::*;

const HAFEN: &str = "# Der Hafen\n\nDer Hafen zeigt Ihre Boote in einer Liste.\n";

/// What `init` writes, and which documents it takes for English.
fn config(files: &[(&str, &str)]) -> String {
    let (_, shown) = begun(files);
    shown.split_once("--- handback.yaml\n").map_or(shown.clone(), |(_, rest)| rest.to_owned())
}

#[test]
fn folders_of_mkdocs_without_its_plugin() {
    insta::assert_snapshot!(config(&[
        ("mkdocs.yml", "site_name: Harbor\ndocs_dir: 2026/docs\n"),
        ("2026/docs/en/index.md", HOME),
        ("2026/docs/fr/index.md", ACCUEIL),
        ("2026/docs/de/index.md", HAFEN),
        ("2026/docs/assets/x.txt", "x"),
    ]), @r#"
    source_locale: en
    locales:
    - de
    - fr
    flavor: mkdocs
    sources: ["2026/docs/en/**/*.md"]
    output: "2026/docs/{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn folders_below_that_of_the_documents() {
    insta::assert_snapshot!(config(&[
        ("docs/.vitepress/config.ts", "export default { locales: { root: { label: 'English', lang: 'en' }, fr: { lang: 'fr' } } }\n"),
        ("docs/pages/en/index.md", HOME),
        ("docs/pages/fr/index.md", ACCUEIL),
        ("docs/public/en/x.txt", "x"),
        ("docs/public/fr/x.txt", "x"),
    ]), @r#"
    source_locale: en
    locales:
    - fr
    flavor: vitepress
    sources: ["docs/pages/en/**/*.md"]
    output: "docs/pages/{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn locales_in_a_folder_beside_the_english() {
    insta::assert_snapshot!(config(&[
        ("_config.yml", "title: Harbor\nlanguages:\n  en: English\n  fr: français\n"),
        ("index.md", HOME),
        ("spec/list.md", NEWS),
        ("lang/fr/index.md", ACCUEIL),
        ("lang/fr/spec/list.md", "# Nouvelles\n\nLa liste est plus rapide maintenant.\n"),
        ("lang/de/index.md", HAFEN),
    ]), @r#"
    source_locale: en
    locales:
    - de
    - fr
    flavor: jekyll
    sources: ["**/*.md", "!_site/**", "!vendor/**", "!node_modules/**", "!lang/**"]
    output: "lang/{locale}/{path}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    index.md
    spec/list.md
    "#);
}

#[test]
fn names_of_languages() {
    insta::assert_snapshot!(config(&[
        ("README.md", HOME),
        ("README.french.md", ACCUEIL),
        ("README.brazilian-portuguese.md", "# O porto\n\nO porto mostra os seus barcos numa lista.\n"),
    ]), @r#"
    source_locale: en
    locales:
    - pt-BR: {folder: brazilian-portuguese}
    - fr: {folder: french}
    flavor: gfm
    sources: ["README.md", "!node_modules/**", "!**/node_modules/**"]
    output: "{dir}{stem}.{locale}.{ext}"
    --- documents
    README.md
    "#);
}

/// A repository that nothing is known of but that it has texts.
#[test]
fn nothing_but_documents() {
    insta::assert_snapshot!(config(&[("README.md", HOME), ("steps/first.md", NEWS), ("src/main.rs", "fn main() {}\n")]), @r#"
    source_locale: en
    flavor: gfm
    sources: ["**/*.{md,mdx}", "!node_modules/**", "!**/node_modules/**"]
    --- documents
    README.md
    steps/first.md
    "#);
}

#[test]
fn a_folder_of_the_english_that_is_named_like_a_locale() {
    insta::assert_snapshot!(config(&[
        ("mkdocs.yml", "site_name: Harbor\n"),
        ("docs/index.md", HOME),
        ("docs/steps.md", STEPS),
        ("docs/os/index.md", NEWS),
        ("docs/os/first.md", NEWS),
        ("docs/os/second.md", STEPS),
    ]), @r#"
    source_locale: en
    flavor: mkdocs
    sources: ["docs/**/*.md"]
    --- documents
    index.md
    os/first.md
    os/index.md
    os/second.md
    steps.md
    "#);
    insta::assert_snapshot!(config(&[
        ("mkdocs.yml", "site_name: Harbor\n"),
        ("docs/index.md", HOME),
        ("docs/steps.md", STEPS),
        ("docs/os/first.md", NEWS),
        ("docs/fr/index.md", ACCUEIL),
        ("docs/fr/steps.md", ACCUEIL),
    ]), @r#"
    source_locale: en
    locales:
    - fr
    flavor: mkdocs
    sources: ["docs/**/*.md"]
    output: "docs/{locale}/{path}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    index.md
    os/first.md
    steps.md
    "#);
}

#[test]
fn folders_with_the_locale_behind_a_mark() {
    insta::assert_snapshot!(config(&[
        (
            "hugo.toml",
            "[languages.en]\ncontentDir = 'content.en'\n[languages.fr]\ncontentDir = 'content.fr'\n",
        ),
        ("content.en/_index.md", HOME),
        ("content.fr/_index.md", ACCUEIL),
    ]), @r#"
    source_locale: en
    locales:
    - fr
    flavor: hugo
    sources: ["content.en/**/*.md"]
    output: "content.{locale}/{path}"
    --- documents
    _index.md
    "#);
}

#[test]
fn zensical() {
    insta::assert_snapshot!(begun(&[
        ("zensical.toml", "[project]\nsite_name = \"Harbor\"\ndocs_dir = \"pages\"\n[project.theme]\nlanguage = \"fr\"\n"),
        ("pages/index.md", ACCUEIL),
    ]).1, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Zensical, by zensical.toml.
    1 document in fr.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: fr
    flavor: mkdocs
    sources: ["pages/**/*.md"]
    --- documents
    index.md
    "#);
}

#[test]
fn documents_that_a_program_puts_where_the_generator_reads_them() {
    insta::assert_snapshot!(begun(&[
        ("book.toml", "[book]\ntitle = 'Harbor'\n"),
        ("README.md", HOME),
        ("text/steps.md", STEPS),
    ]).1, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized mdBook, by book.toml.
    2 documents in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: mdbook
    sources: ["**/*.{md,mdx}", "!node_modules/**", "!**/node_modules/**"]
    --- documents
    README.md
    text/steps.md
    "#);
}

#[test]
fn names_of_pages_that_end_like_locales() {
    // With a page `pier.md` it would be one in Ido.
    let shown = config(&[("pages/pier.io.md", NEWS), ("pages/boat.md", STEPS)]);
    assert!(!shown.contains("locales:") && shown.contains("pier.io.md"), "{shown}");
    insta::assert_snapshot!(config(&[
        ("pages/common/tide.md", HOME),
        ("pages/boat.md", STEPS),
        ("pages.fr/boat.md", ACCUEIL),
        ("pages.de/boat.md", HAFEN),
    ]), @r#"
    source_locale: en
    locales:
    - de
    - fr
    flavor: gfm
    sources: ["pages/**/*.{md,mdx}"]
    output: "pages.{locale}/{path}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    boat.md
    common/tide.md
    "#);
}

#[test]
fn pages_of_sphinx_in_markdown() {
    insta::assert_snapshot!(begun(&[
        ("docs/conf.py", "extensions = ['myst_parser']\n"),
        ("docs/index.md", HOME),
        ("docs/old.rst", "Harbor\n======\n"),
    ]).1, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Sphinx, by docs/conf.py.
    1 document in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: gfm
    sources: ["docs/**/*.md", "!docs/_build/**", "!docs/**/node_modules/**"]
    --- documents
    index.md
    "#);
}
