//! `init` writes what localized pages that are there show: how their links and headings differ from the English.

use super::init::begun;
use super::*;

const CONFIG: &str = "defaultContentLanguage = 'en'\n[languages.en]\ncontentDir = 'content/en'\n[languages.fr]\ncontentDir = 'content/fr'\n";

#[test]
fn links_that_name_the_locale() {
    let english = "# Harbor\n\nSee the [first steps](/docs/steps/), the [list](/docs/list/#boats) and the [news](/news).\n\nAlso the [fleet](/docs/fleet/), on a [map](/img/map.png).\n";
    let french = "# Le port\n\nVoyez les [premiers pas](/fr/docs/steps/), la [liste](/fr/docs/list/#boats) et les [nouvelles](/news).\n\nAussi la [flotte](/fr/docs/fleet/), sur une [carte](/img/map.png).\n";
    let (project, shown) =
        begun(&[("hugo.toml", CONFIG), ("content/en/docs/_index.md", english), ("content/fr/docs/_index.md", french)]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Hugo, by hugo.toml.
    Links of localized pages name the locale: `/docs/…` is `/{locale}/docs/…` (`links`).
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
    flavor: hugo
    sources: ["content/en/**/*.md"]
    output: "content/{locale}/{path}"
    links:
    - {from: "/docs/", to: "/{locale}/docs/"}
    --- documents
    docs/_index.md
    "#);
    assert!(project.read("locales/fr/docs/_index.ftl").contains("[premiers pas](/docs/steps/)"));
    assert!(!project.run(&["check"]).out.contains("link-target"));
}

#[test]
fn headings_with_the_ids_of_the_english() {
    let english = "# Harbor\n\n## First steps\n\nOpen the list, then see [what is next](#what-is-next).\n\n## API\n\nCall it.\n\n## What is next\n\nAdd a boat.\n\n## Example\n\nOne.\n\n## Example\n\nTwo.\n";
    let french = "# Le port {#harbor}\n\n## Premiers pas {#first-steps}\n\nOuvrez la liste, puis voyez [la suite](#what-is-next).\n\n## API\n\nAppelez-la.\n\n## La suite {#what-is-next}\n\nAjoutez un bateau.\n\n## Exemple {#example}\n\nUn.\n\n## Exemple {#example-1}\n\nDeux.\n";
    let (project, shown) =
        begun(&[("hugo.toml", CONFIG), ("content/en/docs/_index.md", english), ("content/fr/docs/_index.md", french)]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Hugo, by hugo.toml.
    Headings of localized pages have the ids of the English: `{#id}` (`anchors`).
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
    flavor: hugo
    sources: ["content/en/**/*.md"]
    output: "content/{locale}/{path}"
    anchors: ids
    --- documents
    docs/_index.md
    "#);
    assert_eq!(project.read("content/fr/docs/_index.md"), french);
    let check = project.run(&["check"]).out;
    assert!(!check.contains("broken-anchor"), "{check}");
}

#[test]
fn front_matter_of_localized_pages() {
    let mut files = vec![("hugo.toml".to_owned(), CONFIG.to_owned())];
    for name in ["a", "b", "c"] {
        let english = format!("---\nlang: en\ntitle: Harbor {name}\nweight: 3\n---\n\nOpen the list of {name}.\n");
        let french = format!(
            "---\nlang: fr\ntitle: Le port {name}\nweight: 3\ntranslator: Kim\nlanguage: fr\n---\n\nOuvrez la liste de {name}.\n"
        );
        files.push((format!("content/en/{name}.md"), english));
        files.push((format!("content/fr/{name}.md"), french));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (project, shown) = begun(&files);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Hugo, by hugo.toml.
    Front matter of localized pages has `lang`, `language`, `translator` of its own (`front_matter`).
    3 documents in en.
      fr: 3 localized pages there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: hugo
    sources: ["content/en/**/*.md"]
    output: "content/{locale}/{path}"
    front_matter: {set: {lang: "{locale}", language: "{locale}"}, keep: [translator]}
    --- documents
    a.md
    b.md
    c.md
    "#);
    assert!(project.read("content/fr/a.md").contains("translator: Kim"));
}

/// What one page says of its language is certain where the English says the same of its own; and nothing is said of pages that have
/// no front matter.
#[test]
fn one_page_is_enough_where_its_english_names_the_language() {
    let english = "---\nlang: en\n---\n\n# Harbor\n\nOpen the list.\n";
    let french = "---\nlang: fr\n---\n\n# Le port\n\nOuvrez la liste.\n";
    let named = [("hugo.toml", CONFIG), ("content/en/a.md", english), ("content/fr/a.md", french)];
    let (_, shown) = begun(&named);
    assert!(shown.contains("front_matter: {set: {lang: \"{locale}\"}}\n"), "{shown}");
    let plain = ("# Harbor\n\nOpen the list.\n", "# Le port\n\nOuvrez la liste.\n");
    let more = [("content/en/b.md", plain.0), ("content/fr/b.md", plain.1)];
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    named.iter().chain(&more).for_each(|(name, text)| project.write(name, text));
    project.run(&["init"]);
    let config = project.read("handback.yaml");
    assert!(config.contains("flavor: hugo") && !config.contains("front_matter:"), "{config}");
}
