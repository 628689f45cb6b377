//! `init` finds sites that lie in a folder of a repository, English that is named in another way than its locale, and says
//! what it cannot read.

use super::init::begun;
use super::*;

/// What `init` says of a folder.
fn said(files: &[(&str, &str)]) -> String {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    files.iter().for_each(|(name, text)| project.write(name, text));
    project.shown(&["init"])
}

#[test]
fn a_site_in_a_folder_of_the_repository() {
    let (_, shown) = begun(&[
        ("src/main.rs", "fn main() {}\n"),
        (
            "site/config.toml",
            "contentDir = 'content/en'\ndefaultContentLanguage = 'en'\n[languages.en]\ntitle = 'Harbor'\n",
        ),
        ("site/content/en/docs/_index.md", HOME),
        ("site/content/fr/docs/_index.md", ACCUEIL),
        ("site/themes/plain/hugo.toml", "title = 'Plain'\n"),
        ("examples/basic/_config.yml", "title: Harbor\n"),
        ("lib/site_template/_config.yml", "title: Harbor\n"),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Hugo, by site/config.toml.
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
    sources: ["site/content/en/**/*.md"]
    output: "site/content/{locale}/{path}"
    --- documents
    docs/_index.md
    "#);
}

#[test]
fn of_several_sites_that_with_locales() {
    let (_, shown) = begun(&[
        ("packages/docs/.vitepress/config/index.ts", "export default { locales: { root: { lang: 'en-US' } } }\n"),
        ("packages/docs/guide/index.md", HOME),
        ("packages/docs/fr/guide/index.md", ACCUEIL),
        ("packages/manual/book.toml", "[book]\nlanguage = 'en'\n"),
        ("packages/manual/src/index.md", HOME),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized VitePress, by packages/docs/.vitepress/config/index.ts.
    1 document in en-US.
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en-US
    locales:
    - fr
    flavor: vitepress
    sources: ["packages/docs/**/*.md"]
    output: "packages/docs/{locale}/{path}"
    --- documents
    guide/index.md
    "#);
    let shown = said(&[
        ("handbook/mkdocs.yml", "site_name: Harbor\n"),
        ("handbook/docs/index.md", HOME),
        ("manual/book.toml", "[book]\nlanguage = 'en'\n"),
        ("manual/src/index.md", HOME),
    ]);
    insta::assert_snapshot!(shown, @r"
    $ handback init
    --- stderr
    error: 2 sites lie below this folder: handbook (MkDocs), manual (mdBook); run `handback init` in the folder of the one to localize
    --- exit code 2
    ");
}

#[test]
fn english_in_a_folder_of_its_language() {
    let (_, shown) = begun(&[
        (
            "docs/.vitepress/config.ts",
            "export default { rewrites: { 'en/:rest*': ':rest*' }, locales: { root: { lang: 'en-US' }, fr: { lang: 'fr' } } }\n",
        ),
        ("docs/en/index.md", HOME),
        ("docs/fr/index.md", ACCUEIL),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized VitePress, by docs/.vitepress/config.ts.
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
    flavor: vitepress
    sources: ["docs/en/**/*.md"]
    output: "docs/{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn a_language_of_three_letters_is_no_english() {
    let english = [("steps.md", STEPS), ("index.md", HOME), ("news.md", NEWS)];
    let mut files: Vec<(String, &str)> = vec![("_config.yml".into(), "title: Harbor\n")];
    for (name, text) in english {
        files.push((format!("_articles/{name}"), text));
        files.push((format!("_articles/pcm/{name}"), text));
    }
    for folder in ["fr", "de"] {
        files.extend(["steps.md", "index.md", "news.md"].map(|name| (format!("_articles/{folder}/{name}"), ACCUEIL)));
    }
    // Named with three letters as well, and no locale.
    files.push(("_articles/api/index.md".into(), HOME));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let shown = said(&files);
    insta::assert_snapshot!(shown, @r"
    $ handback init
    Wrote handback.yaml.
    Recognized Jekyll, by _config.yml.
    4 documents in en.
      de: 3 localized pages there already
      fr: 3 localized pages there already
      pcm: 3 localized pages there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale de
      handback adopt --locale fr
      handback adopt --locale pcm
      handback sync
    --- exit code 0
    ");
}

#[test]
fn comments_in_docfx_json() {
    let docfx = "// What is built.\n{\n  \"build\": {\n    /* Pages alone. */\n    \"content\": [{ \"files\": [\"**/*.md\"], \"src\": \"articles\", }],\n  },\n}\n";
    let (_, shown) = begun(&[("docfx.json", docfx), ("articles/index.md", HOME), ("notes/index.md", HOME)]);
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
    sources: ["articles/**/*.md", "!_site/**"]
    metadata: none
    newline: source
    --- documents
    index.md
    "#);
    insta::assert_snapshot!(said(&[("docfx.json", "{\"build\": {\n"), ("articles/index.md", HOME)]), @r"
    $ handback init
    --- stderr
    error: docfx.json: the site's configuration cannot be read: Unterminated object on line 2 column 1; correct it, then run `handback init` again
    --- exit code 2
    ");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_looked_into_is_not_taken_for_none() {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    project.write("hugo.toml", "title = 'Harbor'\n");
    std::fs::create_dir_all(project.path("content")).unwrap();
    std::os::unix::fs::symlink("en", project.path("content/en")).unwrap();
    insta::assert_snapshot!(project.shown(&["init"]), @r"
    $ handback init
    --- stderr
    error: content/en: cannot look for the site's documents: Too many levels of symbolic links (os error 40)
    --- exit code 2
    ");
    assert!(!project.path("handback.yaml").exists());
}

#[test]
fn eleventy() {
    let (_, shown) = begun(&[
        (
            ".eleventy.js",
            "module.exports = function () {\n  return { dir: { input: './pages', output: '_site' } };\n};\n",
        ),
        ("pages/index.md", HOME),
        ("pages/_includes/note.md", STEPS),
        ("README.md", NEWS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Eleventy, by .eleventy.js.
    1 document in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: jekyll
    sources: ["pages/**/*.md", "!pages/**/_site/**", "!pages/**/_includes/**", "!pages/**/_data/**", "!pages/**/node_modules/**"]
    --- documents
    index.md
    "#);
}

#[test]
fn nextra_in_one_language() {
    let (_, shown) = begun(&[
        ("docs/package.json", "{\"dependencies\": {\"nextra\": \"^4.0.0\"}}\n"),
        ("docs/content/index.mdx", HOME),
        ("docs/README.md", NEWS),
        ("README.md", NEWS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Nextra, by docs/package.json.
    1 document in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: gfm
    sources: ["docs/content/**/*.{md,mdx}"]
    --- documents
    index.mdx
    "#);
}

#[test]
fn locales_far_down_in_a_repository() {
    let (_, shown) = begun(&[
        ("README.md", NEWS),
        ("docs/contributing.md", NEWS),
        ("apps/harbor/pages/en/index.mdx", HOME),
        ("apps/harbor/pages/en/steps.mdx", STEPS),
        ("apps/harbor/pages/fr/index.mdx", HOME),
    ]);
    assert!(shown.contains("Recognized documents with locales, by apps/harbor/pages."), "{shown}");
    assert!(shown.contains("\nsources: [\"apps/harbor/pages/en/**/*.{md,mdx}\"]\n"), "{shown}");
    // Of two nobody knows which is meant.
    let (_, shown) = begun(&[
        ("docs/contributing.md", NEWS),
        ("apps/harbor/pages/en/index.md", HOME),
        ("apps/harbor/pages/fr/index.md", HOME),
        ("apps/pier/docs/en/index.md", HOME),
        ("apps/pier/docs/fr/index.md", HOME),
    ]);
    assert!(shown.contains("Recognized documents in Markdown, by docs."), "{shown}");
}

#[test]
fn pages_at_the_root() {
    let (_, shown) = begun(&[("license", "Free\n"), ("index.md", HOME), ("steps.md", STEPS), ("parts/news.md", NEWS)]);
    assert!(shown.contains("Recognized documents in Markdown, by index.md.\n3 documents in en.\n"), "{shown}");
}

#[test]
fn a_site_beside_what_gitbook_left() {
    let (_, shown) = begun(&[
        (".gitbook.yaml", "structure:\n  readme: README.md\n"),
        ("README.md", NEWS),
        ("docs/index.md", HOME),
        (
            "website/docusaurus.config.ts",
            "const repl = { path: '/repl/' };\nexport default { presets: [['classic', { docs: { path: '../docs' } }]] };\n",
        ),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Docusaurus, by website/docusaurus.config.ts.
    1 document in en.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en
    flavor: docusaurus
    sources: ["docs/**/*.{md,mdx}"]
    output: "website/i18n/{locale}/docusaurus-plugin-content-docs/current/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn docfx_of_another_team() {
    let docfx = |metadata: &str| {
        format!(
            "{{\"build\": {{\n  \"content\": [{{\"files\": [\"articles/**.md\", \"guide/**/toc.yml\", \"*.md\"]}}],\n  \
             \"globalMetadata\": {{\n    {metadata}\n  }}\n}}}}"
        )
    };
    let pages =
        [("index.md", HOME), ("articles/index.md", STEPS), ("guide/toc.yml", "- name: Steps\n  href: steps.md\n")];
    let site = |metadata: &str| {
        let config = docfx(metadata);
        begun(&[&[("docfx.json", config.as_str())], pages.as_slice()].concat()).1
    };
    insta::assert_snapshot!(site("\"_appTitle\": \"Harbor\""), @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized DocFX, by docfx.json.
    3 documents in en-US.
    No locale was found: name some under `locales`, then run `handback sync`.
    --- exit code 0
    --- handback.yaml
    source_locale: en-US
    flavor: docfx
    sources: ["{articles}/**/*.md", "{guide}/**/toc.yml", "*.md", "!_site/**"]
    metadata: none
    newline: source
    --- documents
    articles/index.md
    guide/toc.yml
    index.md
    "#);
    assert!(!site("\"ms.topic\": \"article\"").contains("metadata: none"));
}
