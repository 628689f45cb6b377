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
