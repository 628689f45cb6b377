//! `init` where no generator is known: documents that lie somewhere are found, and what no flavor reads is named.

use super::*;

/// What `init` says of a folder, and what it writes.
fn said(files: &[(&str, &str)]) -> (String, String) {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    files.iter().for_each(|(name, text)| project.write(name, text));
    (project.shown(&["init"]), project.read("handback.yaml"))
}

#[test]
fn documents_without_a_generator_and_without_translations() {
    let (shown, config) = said(&[("docs/index.md", HOME), ("docs/news/spring.md", NEWS), ("README.md", "# Harbor\n")]);
    insta::assert_snapshot!(shown, @r"
    $ handback init
    Wrote handback.yaml.
    Recognized documents in Markdown, by docs.
    2 documents in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    ");
    assert!(config.contains("flavor: gfm\nsources: [\"docs/**/*.{md,mdx}\"]\n"), "{config}");
}

/// A project that compiles MDX itself may call its pages `.md`.
#[test]
fn pages_of_mdx_that_are_called_md() {
    let package = "{\"devDependencies\": {\"@mdx-js/mdx\": \"3\"}}\n";
    let (_, config) = said(&[("package.json", package), ("src/content/learn/index.md", HOME)]);
    assert!(config.contains("flavor: docusaurus\nsources: [\"src/content/**/*.{md,mdx}\"]\n"), "{config}");
    let (_, config) = said(&[("package.json", package), ("src/content/a.md", HOME), ("src/content/b.mdx", HOME)]);
    assert!(config.contains("flavor: gfm\n"), "{config}");
}

#[test]
fn sites_that_no_flavor_reads_are_named() {
    let (shown, config) = said(&[("docs/conf.py", "extensions = ['autodoc']\n"), ("docs/index.md", HOME)]);
    insta::assert_snapshot!(shown, @r"
    $ handback init
    Wrote handback.yaml.
    Sphinx makes the site here, by docs/conf.py: no flavor reads its reStructuredText, so none of its documents are sources.
    No document and no locale was found: put the English documents under source-docs, or name others under `sources`,
    and locales under `locales`, then run `handback sync`.
    --- exit code 0
    ");
    assert!(!config.contains("\nsources:"), "{config}");
    let (shown, _) = said(&[("antora.yml", "name: harbor\n"), ("modules/ROOT/pages/index.adoc", "= Harbor\n")]);
    assert!(shown.contains("Antora makes the site here, by antora.yml: no flavor reads its AsciiDoc"), "{shown}");
}

/// What lies in `docs/` is Quarto's as well.
#[test]
fn quarto_is_named() {
    let files = [("_quarto.yml", "project: {type: website}\n"), ("docs/index.qmd", HOME), ("docs/notes.md", NEWS)];
    let (shown, config) = said(&files);
    assert!(
        shown.contains("Quarto makes the site here, by _quarto.yml: no flavor reads its Quarto Markdown"),
        "{shown}"
    );
    assert!(!config.contains("\nsources:"), "{config}");
}

/// Ruby takes the last of two entries with one key.
#[test]
fn a_configuration_of_jekyll_with_a_key_twice() {
    let config = "lang: en\nredirects:\n  /a: /b\n  /a: /c\n";
    let (shown, _) = said(&[("_config.yml", config), ("en/news.md", NEWS), ("fr/news.md", ACCUEIL)]);
    assert!(shown.contains("Recognized Jekyll, by _config.yml."), "{shown}");
}

/// DocFX passes over files of its configuration that are not there.
#[test]
fn a_group_of_docfx_without_a_folder() {
    let config = "{\"build\": {\"content\": [{\"files\": [\"**/*.md\"], \"src\": \"articles\"}, {\"files\": [\"**/*.md\"], \
                  \"src\": \"gone\"}, {\"files\": [\"toc.yml\"]}]}}\n";
    let (shown, config) = said(&[("docfx.json", config), ("articles/index.md", HOME)]);
    assert!(shown.contains("1 document in en-US."), "{shown}");
    assert!(config.contains("sources: [\"articles/**/*.md\", \"!_site/**\"]\n"), "{config}");
}
