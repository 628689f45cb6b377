//! `init` finds where translations lie where no configuration says so: suffixes, folders within folders, sites below a theme.

use super::init::begun;
use super::*;

const POST: &str = "---\nlang: en\n---\n\n# Spring news\n\nThe list is faster now.\n";
const BILLET: &str = "---\nlang: fr\n---\n\n# Nouvelles du printemps\n\nLa liste est plus rapide maintenant.\n";

#[test]
fn a_theme_whose_documentation_is_a_site_further_down() {
    let (_, shown) = begun(&[
        ("hugo.toml", "[module.hugoVersion]\nmin = '0.146.0'\n"),
        ("docs/hugo.yaml", "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, zh-cn: {weight: 2}}\n"),
        ("docs/content/_index.md", HOME),
        ("docs/content/_index.zh-cn.md", "# 海港\n\n海港把您的船只列在一个清单里。\n"),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Hugo, by docs/hugo.yaml.
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
    flavor: hugo
    sources: ["docs/content/**/*.md"]
    output: "docs/content/{dir}{stem}.{locale}.{ext}"
    --- documents
    _index.md
    "#);
}

/// A country's name in place of the language's.
#[test]
fn suffixes_of_mdx() {
    let (project, shown) = begun(&[
        ("package.json", "{\"dependencies\": {\"next\": \"15\", \"fumadocs-mdx\": \"11\"}}\n"),
        ("content/docs/index.mdx", HOME),
        ("content/docs/index.cn.mdx", "# 海港\n\n海港把您的船只列在一个清单里。\n"),
        ("content/docs/index.fr.mdx", ACCUEIL),
        ("content/blog/news.mdx", NEWS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Fumadocs, by package.json.
    2 documents in en.
      cn: 1 localized page there already
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale zh-CN
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - zh-CN: {folder: cn}
    - fr
    flavor: gfm
    sources: ["content/**/*.{md,mdx}"]
    output: "content/{dir}{stem}.{locale}.{ext}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    blog/news.mdx
    docs/index.mdx
    "#);
    assert!(project.path("locales/zh-CN/docs/index.mdx.ftl").exists());
}

#[test]
fn vuepress_with_english_at_the_root() {
    let config =
        "export default {\n  locales: {\n    '/': { lang: 'en-US' },\n    '/fr/': { lang: 'fr-FR' },\n  },\n}\n";
    let (_, shown) =
        begun(&[(".vuepress/config.js", config), ("guide/index.md", HOME), ("fr/guide/index.md", ACCUEIL)]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized VuePress, by .vuepress/config.js.
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
    sources: ["**/*.md", "!node_modules/**", "!**/node_modules/**"]
    output: "{locale}/{path}"
    --- documents
    guide/index.md
    "#);
}

#[test]
fn jekyll_with_a_folder_of_its_plugin() {
    let (_, shown) = begun(&[
        ("_config.yml", "plugins: [jekyll-multiple-languages-plugin]\nlanguages: [en, fr, el]\n"),
        ("index.md", "---\nlayout: home\n---\n{% translate_file index.md %}\n"),
        ("_i18n/en/index.md", HOME),
        ("_i18n/fr/index.md", ACCUEIL),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Jekyll, by _config.yml.
    1 document in en.
      el: 0 localized pages there already
      fr: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - el
    - fr
    flavor: jekyll
    sources: ["_i18n/en/**/*.md"]
    output: "_i18n/{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn jekyll_with_suffixes_and_posts_in_folders() {
    let (_, shown) = begun(&[
        ("_config.yml", "plugins: [jekyll-polyglot]\nlanguages: [en, fr]\ndefault_lang: en\n"),
        ("about.en.md", POST),
        ("about.fr.md", BILLET),
        ("_posts/2024-03-01-spring.md", POST),
        ("_posts/fr/2024-03-01-spring.md", BILLET),
        ("_posts/2024-04-01-april.md", &POST.replace("Spring", "April")),
        ("_posts/fr/2024-04-01-april.md", &BILLET.replace("du printemps", "d’avril")),
        ("_posts/2024-05-01-may.md", &POST.replace("Spring", "May")),
        ("_posts/fr/2024-05-01-may.md", &BILLET.replace("du printemps", "de mai")),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Jekyll, by _config.yml.
    Front matter of localized pages has `lang` of its own (`front_matter`).
    4 documents in en.
      fr: 4 localized pages there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: jekyll
    sources: ["**/*.md", "!_site/**", "!vendor/**", "!node_modules/**", "!_posts/**"]
    output: "{dir}{stem}.{locale}.{ext}"
    trees:
    - sources: ["_posts/**/*.md"]
      output: "_posts/{locale}/{path}"
    front_matter: {set: {lang: "{locale}"}}
    --- documents
    _posts/2024-03-01-spring.md
    _posts/2024-04-01-april.md
    _posts/2024-05-01-may.md
    about.md
    "#);
}

/// The configuration writes a locale in another way than its folder is named.
#[test]
fn a_folder_in_other_letters_than_its_locale() {
    let (_, shown) = begun(&[
        ("astro.config.mjs", "export default { locales: { root: { lang: 'en' }, 'pt-br': { lang: 'pt-BR' } } }\n"),
        ("src/content/docs/index.md", HOME),
        ("src/content/docs/pt-BR/index.md", "# Porto\n\nO porto lista os seus barcos numa lista.\n"),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Astro, by astro.config.mjs.
    1 document in en.
      pt-BR: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale pt-BR
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - pt-BR
    flavor: starlight
    sources: ["src/content/docs/**/*.{md,mdx}"]
    output: "src/content/docs/{locale}/{path}"
    --- documents
    index.md
    "#);
}

#[test]
fn folders_of_locales_that_no_generator_is_known_of() {
    let (_, shown) =
        begun(&[("docs/en/index.md", HOME), ("docs/fr/index.md", ACCUEIL), ("src/main.rs", "fn main() {}\n")]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized documents with locales, by docs.
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
    flavor: gfm
    sources: ["docs/en/**/*.{md,mdx}"]
    output: "docs/{locale}/{path}"
    --- documents
    index.md
    "#);
}

/// Jekyll renders collections: those of locales are folders with an underscore, which have those of English below them.
#[test]
fn jekyll_with_collections_of_locales() {
    let (_, shown) = begun(&[
        ("_config.yml", "collections:\n  tour: {output: true}\n  fr: {output: true}\n  pt-br: {output: true}\n"),
        ("index.md", HOME),
        ("_fr/index.md", ACCUEIL),
        ("_tour/news.md", NEWS),
        ("_fr/tour/news.md", "# Nouvelles\n\nLa liste est plus rapide maintenant.\n"),
        ("_pt-br/tour/news.md", "# Novidades\n\nA lista está mais rápida agora.\n"),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Jekyll, by _config.yml.
    2 documents in en.
      fr: 2 localized pages there already
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
    flavor: jekyll
    sources: ["*.md"]
    output: "_{locale}/{path}"
    trees:
    - sources: ["_tour/**/*.md"]
      output: "_{locale}/tour/{path}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    _tour/news.md
    index.md
    "#);
}

/// No generator, and nothing but a text with its translations beside it.
#[test]
fn readmes_with_their_translations_beside_them() {
    let (_, shown) = begun(&[
        ("README.md", HOME),
        ("README.fr.md", ACCUEIL),
        ("README.zh-CN.md", "# 海港\n\n海港把您的船只列在一个清单里。\n"),
        ("src/list/README.md", NEWS),
        ("src/list/README.fr.md", "# Nouvelles\n\nLa liste est plus rapide maintenant.\n"),
        ("CHANGELOG.md", "# Changes\n\nMany.\n"),
        ("how.md", "# How\n"),
        ("how-to.md", "# How to\n"),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized documents with locales, by README.fr.md.
    2 documents in en.
      fr: 2 localized pages there already
      zh-CN: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback adopt --locale zh-CN
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    - zh-CN
    flavor: gfm
    sources: ["**/README.md", "!node_modules/**", "!**/node_modules/**"]
    output: "{dir}{stem}.{locale}.{ext}"
    publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated
    --- documents
    README.md
    src/list/README.md
    "#);
    let (_, shown) = begun(&[("README.md", HOME), ("README-fr.md", ACCUEIL)]);
    assert!(shown.contains("output: \"{dir}{stem}-{locale}.{ext}\""), "{shown}");
}

/// One text at the root, and its translations in a folder of their own.
#[test]
fn a_readme_with_its_translations_in_a_folder() {
    let (project, shown) = begun(&[
        ("README.md", HOME),
        ("translations/README-fr.md", ACCUEIL),
        ("translations/README-ptbr.md", "# Porto\n\nO porto mantém seus barcos em uma lista.\n"),
        ("translations/how-to.md", "# How to\n\nTranslate it.\n"),
    ]);
    assert!(shown.contains("output: \"translations/{stem}-{locale}.{ext}\""), "{shown}");
    assert!(shown.contains("- pt-BR: {folder: ptbr}"), "{shown}");
    assert_eq!(documents(&project), ["README.md"]);
}

/// Pages of many locales in a folder that is named as nobody else names it.
#[test]
fn pages_of_many_locales_further_down() {
    let (project, shown) = begun(&[
        ("README.md", "# Harbor\n\nA program.\n"),
        ("site/data/en-US/docs/index.mdx", HOME),
        ("site/data/fr/docs/index.mdx", ACCUEIL),
        ("site/data/de/docs/index.mdx", "# Hafen\n\nDer Hafen hält Ihre Boote in einer Liste.\n"),
        ("site/data/ua/docs/index.mdx", "# Гавань\n\nГавань тримає ваші човни в одному списку.\n"),
    ]);
    assert!(shown.contains("sources: [\"site/data/en-US/**/*.{md,mdx}\"]"), "{shown}");
    assert!(shown.contains("- uk: {folder: ua}"), "{shown}");
    assert_eq!(documents(&project), ["docs/index.mdx"]);
}

/// Jekyll, with pages of locales beside the English, which no configuration names.
#[test]
fn jekyll_with_locales_in_names_only() {
    let (project, shown) = begun(&[
        ("_config.yml", "title: Harbor\n"),
        ("index.md", HOME),
        ("index.fr.md", ACCUEIL),
        ("news/index.md", NEWS),
    ]);
    assert!(shown.contains("output: \"{dir}{stem}.{locale}.{ext}\""), "{shown}");
    assert_eq!(documents(&project), ["index.md", "news/index.md"]);
}

/// A locale behind a hyphen of a name in capitals, or one with its country, or of several beside each other.
#[test]
fn documents_named_with_a_locale_are_no_english() {
    let (project, _) = begun(&[
        ("_config.yml", "title: Harbor\n"),
        ("index.md", HOME),
        ("HOWTO.md", NEWS),
        ("HOWTO-fr.md", ACCUEIL),
        ("news/guide-zh-CN.md", "# 海港\n\n海港把您的船只列在一个清单里。\n"),
        ("news/guide-zh-TW.md", "# 海港\n\n海港把您的船隻列在一個清單裡。\n"),
        ("news/how.md", "# How\n\nThe harbor.\n"),
        ("news/how-to.md", "# How to\n\nThe harbor.\n"),
        ("news/NOTES-is.md", "# What it is\n\nThe harbor.\n"),
    ]);
    assert_eq!(documents(&project), ["HOWTO.md", "index.md", "news/NOTES-is.md", "news/how-to.md", "news/how.md"]);
}

/// Pages beside the documentation, in folders of the same locales.
#[test]
fn astro_with_several_collections() {
    let (_, shown) = begun(&[
        ("astro.config.mjs", "export default { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } }\n"),
        ("src/content/docs/en/index.mdx", HOME),
        ("src/content/docs/fr/index.mdx", ACCUEIL),
        ("src/content/pages/en/news.mdx", NEWS),
        ("src/content/pages/fr/news.mdx", "# Nouvelles\n\nLa liste est plus rapide maintenant.\n"),
        ("src/content/blog/spring.mdx", NEWS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Astro, by astro.config.mjs.
    2 documents in en.
      fr: 2 localized pages there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    flavor: starlight
    sources: ["src/content/docs/en/**/*.{md,mdx}"]
    output: "src/content/docs/{locale}/{path}"
    trees:
    - sources: ["src/content/pages/en/**/*.{md,mdx}"]
      output: "src/content/pages/{locale}/{path}"
    --- documents
    index.mdx
    src/content/pages/en/news.mdx
    "#);
}

/// The translations of MDN lie in a repository of their own, and their English beside it.
#[test]
fn mdn_from_the_repository_of_translations() {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    project.write("files/fr/_redirects.txt", "");
    project.write("files/fr/web/index.md", ACCUEIL);
    project.write("docs/README.md", "# How we work\n\nTogether.\n");
    insta::assert_snapshot!(project.shown(&["init"]), @r#"
    $ handback init
    --- stderr
    error: files/fr holds translations of MDN, and their English is not here: clone it to `../content`, so that `../content/files/en-us` is there, then run `handback init` again
    --- exit code 2
    "#);
}

#[test]
fn folders_with_the_locale_behind_their_names() {
    let (project, shown) = begun(&[
        ("docs/guide/start.md", HOME),
        ("docs/guide-fr/start.md", ACCUEIL),
        (
            "docs/guide-pt-BR/start.md",
            "# Harbor em português\n\nO Harbor guarda todos os seus barcos em uma única lista.\n",
        ),
        ("docs/guide-images/boat.md", HOME),
        ("docs/internals/build.md", NEWS),
        ("docs/style.md", NEWS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized documents with locales, by docs.
    1 document in en.
      fr: 1 localized page there already
      pt-BR: 1 localized page there already
    Next, to take over the pages that are there, and then to bring all up to date:
      handback adopt --locale fr
      handback adopt --locale pt-BR
      handback sync
    --- exit code 0
    --- handback.yaml
    source_locale: en
    locales:
    - fr
    - pt-BR
    flavor: gfm
    sources: ["docs/guide/**/*.{md,mdx}"]
    output: "docs/guide-{locale}/{path}"
    --- documents
    start.md
    "#);
    let units = project.run(&["units", "--format", "json"]);
    assert!(!units.out.contains("guide-fr"), "{}", units.out);
}

#[test]
fn collections_of_astro_without_documentation() {
    let (_, shown) = begun(&[
        (
            "astro.config.mjs",
            "export default defineConfig({ i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } });\n",
        ),
        ("src/content/tutorials/en/start.mdx", HOME),
        ("src/content/tutorials/fr/start.mdx", ACCUEIL),
        ("src/content/people/kim.md", NEWS),
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ handback init
    Wrote handback.yaml.
    Recognized Astro, by astro.config.mjs.
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
    flavor: starlight
    sources: ["src/content/tutorials/en/**/*.{md,mdx}"]
    output: "src/content/tutorials/{locale}/{path}"
    --- documents
    start.mdx
    "#);
}

/// Hexo has a `_config.yml` too, and its pages below `source/`.
#[test]
fn hexo_is_not_jekyll() {
    let (project, shown) = begun(&[
        ("_config.yml", "language: [en, fr]\nsource_dir: source\n"),
        ("package.json", "{\"dependencies\": {\"hexo\": \"8\"}}\n"),
        ("source/index.md", HOME),
        ("source/news/spring.md", NEWS),
        ("source/_drafts/summer.md", NEWS),
        ("source/fr/index.md", ACCUEIL),
        ("source/_posts/opening.md", POST),
    ]);
    assert!(shown.contains("Recognized Hexo, by _config.yml.\n3 documents in en.\n  fr: 1 localized page"), "{shown}");
    let config = project.read("handback.yaml");
    assert!(config.contains("output: \"source/{locale}/{path}\"\n"), "{config}");
    assert!(config.contains("output: \"source/_posts/{locale}/{path}\"\n"), "{config}");
    project.sync();
}

/// Zola's `config.toml` is no Hugo's.
#[test]
fn zola_is_not_hugo() {
    let (project, shown) = begun(&[
        ("config.toml", "base_url = \"https://tide.example\"\ndefault_language = \"en\"\n\n[languages.fr]\n"),
        ("content/_index.md", "+++\ntitle = \"Harbor\"\n+++\n\nBoats land {{ when(day=\"Monday\") }}.\n"),
        ("content/_index.fr.md", "+++\ntitle = \"Port\"\n+++\n\nLes bateaux accostent {{ when(day=\"Monday\") }}.\n"),
    ]);
    assert!(shown.contains("Recognized Zola, by config.toml.\n1 document in en.\n  fr: 1 localized page"), "{shown}");
    assert!(project.read("handback.yaml").contains("output: \"content/{dir}{stem}.{locale}.{ext}\"\n"));
}

/// Documents below a folder of their kind, beside what is none of them.
#[test]
fn locales_one_folder_further_down() {
    let (project, shown) = begun(&[
        ("README.md", HOME),
        ("README_fr.md", ACCUEIL),
        ("docs/docs/en/index.md", HOME),
        ("docs/docs/fr/index.md", ACCUEIL),
        ("docs/img/notes.txt", "-\n"),
    ]);
    assert!(shown.contains("Recognized documents with locales, by docs/docs."), "{shown}");
    assert!(project.read("handback.yaml").contains("sources: [\"docs/docs/en/**/*.{md,mdx}\"]"));
}

/// Without a generator, too: English lies above the folders of the others.
#[test]
fn locales_below_documents_of_no_generator() {
    let (project, shown) = begun(&[
        ("docs.json", "{}\n"),
        ("index.mdx", HOME),
        ("news.mdx", NEWS),
        ("fr/index.mdx", ACCUEIL),
        ("README.md", "# Harbor\n"),
    ]);
    assert!(
        shown.contains("Recognized documents in Markdown, by README.md.\n3 documents in en.\n  fr: 1 localized"),
        "{shown}"
    );
    assert!(project.read("handback.yaml").contains("output: \"{locale}/{path}\"\n"));
    // A folder of a program's language is none of a locale.
    let (_, shown) = begun(&[("README.md", HOME), ("ts/README.md", HOME)]);
    assert!(shown.contains("No locale was found"), "{shown}");
}
