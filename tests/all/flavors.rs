//! The sample sites of `tests/flavors`, one for each flavor: what a translator sees of them, that the English comes back, and
//! that translations go in between and change nothing else. (`tests/flavors/run` has the pages read by the sites' parsers.)

use std::path::{Path, PathBuf};
use std::sync::Arc;

use handback_core::document::{Document, ParseOptions, Syntax};
use handback_core::text::constructs::Constructs;
use handback_core::text::flavor::Flavor;

use crate::support::{Project, copy, translate};

const FLAVORS: [&str; 10] =
    ["docfx", "gfm", "hugo", "docusaurus", "starlight", "vitepress", "mkdocs", "mdbook", "mdn", "jekyll"];

fn folder(flavor: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flavors").join(flavor)
}

fn site(flavor: &str) -> Project {
    let project = Project::new("");
    for part in ["handback.yaml", "docs"] {
        copy(&folder(flavor).join(part), &project.path(part));
    }
    project
}

fn ok(project: &Project, arguments: &[&str]) {
    let outcome = project.run(arguments);
    assert_eq!(outcome.code, 0, "{arguments:?}: {}{}", outcome.out, outcome.err);
}

/// The pages below a folder, by their names.
fn pages(folder: &Path) -> Vec<(String, String)> {
    let entries = walkdir(folder);
    let mut pages: Vec<(String, String)> = entries
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    pages.sort();
    assert!(!pages.is_empty(), "{} is empty", folder.display());
    pages
}

fn walkdir(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walkdir(&path)) } else { files.push(path) }
    }
    files
}

#[test]
fn a_translator_sees_every_text_and_nothing_else() {
    let mut wrong = String::new();
    for flavor in FLAVORS {
        let outcome = site(flavor).run(&["units", "--format", "json"]);
        let units: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
        let units = units["units"].as_array().unwrap();
        for (name, expected) in pages(&folder(flavor).join("expected-texts")) {
            let page = name.strip_suffix(".txt").unwrap();
            let of_page = units.iter().filter(|unit| unit["document"] == page && unit["translatable"] == true);
            let found: Vec<String> =
                of_page.map(|unit| unit["text"].as_str().unwrap().replace('\r', "").replace('\n', "↵")).collect();
            let expected: Vec<&str> = expected.lines().collect();
            let different = found.iter().zip(&expected).find(|(found, expected)| found != *expected);
            if let Some((found, expected)) = different {
                wrong.push_str(&format!("{flavor} {page}\n  expected {expected}\n  found    {found}\n"));
            }
            if found.len() != expected.len() {
                wrong.push_str(&format!("{flavor} {page}: {} texts for {}\n", found.len(), expected.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_english_comes_back_and_a_second_sync_writes_nothing() {
    for flavor in FLAVORS {
        let project = site(flavor);
        ok(&project, &["sync"]);
        ok(&project, &["render", "--locale", "en-US", "--out", "english"]);
        assert_eq!(pages(&project.path("english")), pages(&project.path("docs")), "{flavor}");
        let before = pages(&project.path("locales"));
        std::fs::remove_dir_all(project.path(".handback")).unwrap();
        ok(&project, &["sync"]);
        assert_eq!(pages(&project.path("locales")), before, "{flavor}");
    }
}

/// What stands below the front matter, whose values may be quoted in another way.
fn body(flavor: &str, text: &str) -> String {
    let flavor: Flavor = serde_yaml::from_str(flavor).unwrap();
    let options = ParseOptions { constructs: Arc::new(Constructs::of(flavor)), ..ParseOptions::default() };
    let document = Document::parse(text, Syntax::Markdown, &options);
    let start = document.front_matter.map_or(0, |block| block.body);
    text[start..].to_owned()
}

/// A text as anybody might translate it: `⟦` and `⟧` around every message, whatever it holds.
#[test]
fn translations_go_in_between_and_change_nothing_else() {
    for flavor in FLAVORS {
        let project = site(flavor);
        let metadata = if flavor == "docfx" { "metadata: none\nanchors: false\nnewline: source\n" } else { "" };
        let config = project.read("handback.yaml");
        project.write("handback.yaml", &format!("{config}{metadata}"));
        ok(&project, &["extract"]);
        translate(&project, "fr-FR", |text| Some(format!("⟦{text}⟧")));
        ok(&project, &["sync"]);
        for (name, page) in pages(&project.path("translated/fr-FR")) {
            let english = std::fs::read_to_string(project.path("docs").join(&name)).unwrap();
            let plain = page.replace(['⟦', '⟧'], "");
            assert_eq!(body(flavor, &plain), body(flavor, &english), "{flavor} {name}");
            let texts =
                std::fs::read_to_string(folder(flavor).join("expected-texts").join(format!("{name}.txt"))).unwrap();
            assert_eq!(page.matches('⟦').count(), texts.lines().count(), "{flavor} {name}:\n{page}");
        }
    }
}

/// A project of one page with a flavor, and French for every text of it.
fn page(config: &str, name: &str, text: &str) -> Project {
    let project = Project::new(&format!(
        "source_locale: en-US\nlocales: [fr-FR]\nsources: [\"docs/**\"]\noutput: \"out/{{locale}}/{{path}}\"\n{config}"
    ));
    project.write(&format!("docs/{name}"), text);
    project
}

fn french(project: &Project, name: &str) -> String {
    ok(project, &["extract"]);
    translate(project, "fr-FR", |text| Some(format!("⟦{text}⟧")));
    project.run(&["sync"]);
    project.read(&format!("out/fr-FR/{name}"))
}

#[test]
fn a_project_declares_constructs_of_its_own() {
    let declared = "flavor: gfm\nconstructs:\n  - { pattern: '@@[a-z.]+@@', is: value }\n  \
                    - { pattern: '^%%(?<words>.*)%%$', is: line }\n  \
                    - { pattern: '^<<<raw', is: block, until: '^>>>' }\n";
    let text = "See @@the.site@@ now.\n\n%%A title%%\nText.\n\n<<<raw\nno words\n>>>\n";
    let project = page(declared, "a.md", text);
    assert_eq!(
        french(&project, "a.md"),
        "⟦See @@the.site@@ now.⟧\n\n%%⟦A title⟧%%\n⟦Text.⟧\n\n<<<raw\nno words\n>>>\n"
    );
    project.edit("locales/fr-FR/a.ftl", "@@the.site@@", "le site");
    let said = project.run(&["check"]);
    assert!(said.out.contains("[construct]"), "{}", said.out);

    // DocFX has lines of its own, and takes those of a project all the same.
    let docfx = "docfx\nmetadata: none\nanchors: false";
    let project = page(&declared.replace("gfm", docfx), "a.md", &format!(":::zone\n{text}:::zone-end\n"));
    assert_eq!(
        french(&project, "a.md"),
        ":::zone\n⟦See @@the.site@@ now.⟧\n\n%%⟦A title⟧%%\n⟦Text.⟧\n\n<<<raw\nno words\n>>>\n:::zone-end\n"
    );

    let boxes =
        "flavor: gfm\nconstructs:\n  - { pattern: '^```box(?: (?<words>.+))?$', is: container, until: '^```$' }\n";
    let project = page(boxes, "a.md", "```box Mind\nOne\n\n- Two\n```\n\n```sh\nrun\n```\n");
    let boxed = "```box ⟦Mind⟧\n⟦One⟧\n\n- ⟦Two⟧\n```\n\n```sh\nrun\n```\n";
    assert_eq!(french(&project, "a.md"), boxed);
    let project = page(&boxes.replace("gfm", docfx), "a.md", "```box Mind\nOne\n\n- Two\n```\n\n```sh\nrun\n```\n");
    assert_eq!(french(&project, "a.md"), boxed);
    let said = page(boxes, "a.md", "```box\nOne\n").run(&["sync"]);
    assert!(said.err.contains("docs/a.md:1: a container that `constructs` declares begins here"), "{}", said.err);

    let open = page(declared, "a.md", "Text.\n\n<<<raw\nno words\n");
    let said = open.run(&["sync"]);
    assert!(said.err.contains("docs/a.md:3: a block that `constructs` declares begins here"), "{}", said.err);
}

#[test]
fn declared_constructs_that_cannot_be_are_explained() {
    for (rule, expected) in [
        ("{pattern: '(', is: value}", "`(` is no regular expression: unclosed group"),
        ("{pattern: 'a*', is: value}", "`a*` matches a text of nothing"),
        ("{pattern: '^a', is: block}", "`until` must say which line ends it"),
        ("{pattern: '^a', is: container}", "`^a` is a container: `until` must say which line ends it"),
        ("{pattern: '^a', is: line, until: b}", "`^a` is no block"),
    ] {
        let said = page(&format!("constructs: [{rule}]\n"), "a.md", "x\n").run(&["sync"]);
        assert!(said.code == 2 && said.err.contains("handback.yaml:5: constructs: "), "{}", said.err);
        assert!(said.err.contains(expected), "{rule}: {}", said.err);
    }
}

#[test]
fn what_only_looks_like_a_construct_is_text() {
    for (flavor, name, text, expected) in [
        // Sentences that begin with words of JavaScript.
        (
            "docusaurus",
            "a.mdx",
            "import the data first\n\nexport it later\n",
            "⟦import the data first⟧\n\n⟦export it later⟧\n",
        ),
        // Braces that do not close hide no more than their paragraph.
        ("docusaurus", "a.mdx", "export const a = {\n\nWords.\n", "export const a = {\n\n⟦Words.⟧\n"),
        ("mdbook", "a.md", "A [link].\n\n[link]:https://x.example/a\n", "⟦A [link].⟧\n\n[link]:https://x.example/a\n"),
        (
            "hugo",
            "a.md",
            "A.\n\n<!-- {{< x title=\"No words\" >}} -->\n",
            "⟦A.⟧\n\n<!-- {{< x title=\"No words\" >}} -->\n",
        ),
        (
            "mkdocs",
            "a.md",
            "!!!note\n    Words.\n\nBees\n{ id=\"x\" }\n",
            "!!!note\n    ⟦Words.⟧\n\n⟦Bees⟧\n{ id=\"x\" }\n",
        ),
        // The site's parser fills up the header.
        ("hugo", "a.md", "One|Two\n:--|:--|:--\n`a`|words|more\n", "⟦One⟧|⟦Two⟧\n:--|:--|:--\n`a`|⟦words⟧|⟦more⟧\n"),
        // Rows without a row of dashes, and with too many of them.
        ("jekyll", "a.md", "| One | two |\n| `a` | three |\n", "| ⟦One⟧ | ⟦two⟧ |\n| `a` | ⟦three⟧ |\n"),
        ("gfm", "a.md", "One | two\n--|--|--\nthree | four\n", "⟦One⟧ | ⟦two⟧\n--|--|--\n⟦three⟧ | ⟦four⟧\n"),
        // Markdown in HTML, and right below it.
        (
            "jekyll",
            "a.md",
            "<div markdown=\"1\">\n- One\n</div>\n```\n- code\n```\n\n<p>\nTwo\n</p>\n- Three\n",
            "<div markdown=\"1\">\n- ⟦One⟧\n</div>\n```\n- code\n```\n\n<p>\n⟦Two⟧\n</p>\n- ⟦Three⟧\n",
        ),
        ("hugo", "a.md", "<small>\n  One *two*.\n</small>\n", "<small>\n  ⟦One *two*.⟧\n</small>\n"),
        // Any number ends a paragraph.
        ("jekyll", "a.md", "In the year\n2008. We\nwent.\n", "⟦In the year⟧\n2008. ⟦We\nwent.⟧\n"),
        // MDX has no indented code, and components on lines of their own hold texts of their own.
        (
            "starlight",
            "a.mdx",
            "1. One\n        ```sh\n        # code\n        ```\n",
            "1. ⟦One⟧\n        ```sh\n        # code\n        ```\n",
        ),
        ("starlight", "a.mdx", "<A>\n    ```sh\n# code\n    ```\n</A>\n", "<A>\n    ```sh\n# code\n    ```\n</A>\n"),
        (
            "starlight",
            "a.mdx",
            "<A>\n  <Option>One</Option>\n  <Option is>Two</Option>\n</A>\n",
            "<A>\n  <Option>⟦One⟧</Option>\n  <Option is>⟦Two⟧</Option>\n</A>\n",
        ),
        (
            "docusaurus",
            "a.mdx",
            "<details>\n  <summary>One</summary>\n  Two.\n</details>\n\n- src/\n  - a.js words\n",
            "<details>\n  <summary>⟦One⟧</summary>\n  ⟦Two.⟧\n</details>\n\n- src/\n  - ⟦a.js words⟧\n",
        ),
        ("starlight", "a.mdx", "Ask <a href=\"/x\"\n  >us</a\n>.\n", "⟦Ask <a href=\"/x\"\n  >us</a\n>.⟧\n"),
        ("hugo", "a.md", "|Unit|\n|-|\n|{call}|\n", "|⟦Unit⟧|\n|-|\n|{call}|\n"),
        // A backtick without a partner makes no code of what is below its paragraph.
        (
            "hugo",
            "a.md",
            "One ` two.\n\n{{< hint >}}\nThree `x`.\n{{< /hint >}}\n",
            "⟦One ` two.⟧\n\n{{< hint >}}\n⟦Three `x`.⟧\n{{< /hint >}}\n",
        ),
        // An admonition in a definition and in a list, and a fence that nothing closes.
        (
            "mkdocs",
            "a.md",
            "`term`\n\n:   !!! note\n\n        Words.\n\n    More.\n\n- !!! tip\n\n        Words.\n",
            "`term`\n\n:   !!! note\n\n        ⟦Words.⟧\n\n    ⟦More.⟧\n\n- !!! tip\n\n        ⟦Words.⟧\n",
        ),
        (
            "mkdocs",
            "a.md",
            "=== \"Ants\"\n\n    One.\n    ```\n\n=== \"Bees\"\n\n    Two.\n\n    ```\n    code\n    ```\n",
            "=== \"⟦Ants⟧\"\n\n    ⟦One.⟧\n    ```\n\n=== \"⟦Bees⟧\"\n\n    ⟦Two.⟧\n\n    ```\n    code\n    ```\n",
        ),
        // `^` ends a list, and what is below it is code.
        ("jekyll", "a.md", "* One\n^\n\n    code\n     end\n", "* ⟦One⟧\n^\n\n    code\n     end\n"),
        (
            "hugo",
            "a.md",
            "{{< a base=\"/Not words\" name=\"Two words\" >}}\n",
            "{{< a base=\"/Not words\" name=\"⟦Two words⟧\" >}}\n",
        ),
        // A construct alone on its line does not end the HTML around it, with or without indentation.
        (
            "mdn",
            "a.md",
            "<table>\n    <tr>\n      <td>\n        {{Sample(\"x\")}}\n        Words\n      </td>\n    </tr>\n</table>\n",
            "<table>\n    <tr>\n      <td>\n        {{Sample(\"x\")}}\n        ⟦Words⟧\n      </td>\n    </tr>\n</table>\n",
        ),
        (
            "jekyll",
            "a.md",
            "<ul>\n{% for boat in boats %}\n    <li>One</li>\n    {% if a %}<li>By {{ a }}</li>{% endif %}\n{% endfor %}\n    <li>Two</li>\n</ul>\n",
            "<ul>\n{% for boat in boats %}\n    <li>⟦One⟧</li>\n    {% if a %}<li>⟦By {{ a }}⟧</li>{% endif %}\n{% endfor %}\n    <li>⟦Two⟧</li>\n</ul>\n",
        ),
        // A line that is nothing but `- ` would make a heading of the text above it.
        (
            "mdn",
            "a.md",
            "- One\n  - : Two:\n    - {{three}}\n      - : Four.\n",
            "- ⟦One⟧\n  - : ⟦Two:⟧\n    - {{three}}\n      - : ⟦Four.⟧\n",
        ),
        // A bracket makes no item, so what is below is no part of one.
        ("jekyll", "a.md", "36) One.\n\n    code\n\n    more code\n", "⟦36) One.⟧\n\n    code\n\n    more code\n"),
        ("mkdocs", "a.md", "1) One.\n\n    code\n", "⟦1) One.⟧\n\n    code\n"),
        ("hugo", "a.md", "1) One.\n\n   Two.\n", "1) ⟦One.⟧\n\n   ⟦Two.⟧\n"),
        ("jekyll", "a.md", "From 0 to\n3. Two.\n", "⟦From 0 to⟧\n3. ⟦Two.⟧\n"),
        // What looks like a construct over lines of code.
        ("hugo", "a.md", "    at one$$two\n    at three$$four\n", "    at one$$two\n    at three$$four\n"),
        (
            "vitepress",
            "a.md",
            "| Ants |\n|---|\n| split-{at,with} |\n| {[key: string]: number} |\n",
            "| ⟦Ants⟧ |\n|---|\n| ⟦split-{at,with}⟧ |\n| {[key: string]: number} |\n",
        ),
        // A body ends at a line that stands further to the left, and a heading needs no blank.
        (
            "mkdocs",
            "a.md",
            "!!! note\n    One\n    two.\nThree.\n\n##Four\n\n#Five\n",
            "!!! note\n    ⟦One\n    two.⟧\n⟦Three.⟧\n\n##⟦Four⟧\n\n#⟦Five⟧\n",
        ),
        // What is shown as it is written may be a sentence; a comment is none.
        (
            "mkdocs",
            "a.md",
            "{% raw %}\nOne {{ two }} three.\n{% endraw %}\n\n{% raw %}\n{{ a }} b\n{% endraw %}\n\n{% comment %}\nNot a word.\n{% endcomment %}\n",
            "{% raw %}\n⟦One {{ two }} three.⟧\n{% endraw %}\n\n{% raw %}\n{{ a }} b\n{% endraw %}\n\n{% comment %}\nNot a word.\n{% endcomment %}\n",
        ),
        // A line that Python-Markdown would take for a definition, by what stands at its end now.
        ("mkdocs", "a.md", "See\n[here]:\n\n[here]: x.md\n", "⟦See [here]:⟧\n\n[here]: x.md\n"),
        // What authors tell the pipeline counts below a margin, too.
        (
            "mkdocs",
            "a.md",
            "!!! note\n\n    <!-- handback:skip -->\n\n    Not this.\n\n    <!-- handback:end -->\n\nThis.\n",
            "!!! note\n\n    <!-- handback:skip -->\n\n    Not this.\n\n    <!-- handback:end -->\n\n⟦This.⟧\n",
        ),
    ] {
        let project = page(&format!("flavor: {flavor}\n"), name, text);
        assert_eq!(french(&project, name), expected, "{flavor}");
    }
}

#[test]
fn joined_lines_stay_what_they_were() {
    // A text whose lines a machine has joined.
    for (flavor, text, expected) in [
        ("jekyll", "A | b\nc.\n", "⟦A \\| b c.⟧\n"),
        ("jekyll", "See {{ a | b }}\nc.\n", "⟦See {{ a | b }} c.⟧\n"),
        ("jekyll", "Since\n20. or so.\n\nSince 2. May\n", "⟦Since⟧\n20. ⟦or so.⟧\n\n⟦Since 2. May⟧\n"),
        (
            "mdbook",
            "<img alt=\"Two gears\nthat turn\" src=\"a.svg\"/>\n",
            "<img alt=\"⟦Two\ngears that turn⟧\" src=\"a.svg\"/>\n",
        ),
    ] {
        let project = page(&format!("flavor: {flavor}\n"), "a.md", text);
        ok(&project, &["extract"]);
        translate(&project, "fr-FR", |text| Some(format!("⟦{}⟧", text.replace('\n', " "))));
        project.run(&["sync"]);
        assert_eq!(project.read("out/fr-FR/a.md"), expected, "{flavor}");
    }
}

#[test]
fn links_follow_their_rule_in_bodies_with_margins() {
    let config = "flavor: mkdocs\nlinks: [{from: /en/, to: '/{lang}/'}]\n";
    let project = page(config, "a.md", "!!! note\n\n    [Bees](/en/b)\n\n    ```\n    [c](/en/d)\n    ```\n");
    assert_eq!(french(&project, "a.md"), "!!! note\n\n    ⟦[Bees](/fr/b)⟧\n\n    ```\n    [c](/en/d)\n    ```\n");
}

/// What an argument says in another locale is written for it, and a page that says so is adopted as it is.
#[test]
fn arguments_that_name_the_locale_follow_their_rule() {
    let config = "flavor: hugo\nlinks: [{argument: lang, from: en, to: '{lang}'}]\n";
    let english =
        "{{< film id=\"boat\" lang=\"en\" title=\"The boat\" >}}\n\nSee {{< film id=\"en\" lang=\"en\" >}} now.\n";
    let project = page(config, "a.md", english);
    let of_french =
        "{{< film id=\"boat\" lang=\"fr\" title=\"⟦The boat⟧\" >}}\n\n⟦See {{< film id=\"en\" lang=\"fr\" >}} now.⟧\n";
    assert_eq!(french(&project, "a.md"), of_french);

    let project = page(config, "a.md", english);
    let adopted =
        "{{< film id=\"boat\" lang=\"fr\" title=\"Le bateau\" >}}\n\nVoyez {{< film id=\"en\" lang=\"fr\" >}} donc.\n";
    project.write("pub/a.md", adopted);
    let said = project.run(&["adopt", "--locale", "fr-FR", "pub"]);
    assert!(said.out.contains("1 of 1 page regenerate to their very bytes"), "{}{}", said.out, said.err);
    assert!(project.read("locales/fr-FR/a.ftl").contains("lang=\\\"en\\\""), "resources keep what the English says");
    assert!(!project.run(&["check"]).out.contains("[construct]"));

    let wrong = page("links: [{argument: 'a b', from: en, to: '{lang}'}]\n", "a.md", "x\n").run(&["sync"]);
    assert!(wrong.code == 2 && wrong.err.contains("`a b` is no argument"), "{}", wrong.err);
}

/// Braces and tags are MDX's where the name of the page says so; of Docusaurus everywhere.
#[test]
fn the_name_of_a_page_says_whether_it_is_mdx() {
    let text = "import X from 'x'\n\n<X>\nUse {name} and $\\{no}.\n</X>\n\n{/* none */}\n";
    let as_mdx = "import X from 'x'\n\n<X>\n⟦Use {name} and $\\{no}.⟧\n</X>\n\n{/* none */}\n";
    let plain = "⟦import X from 'x'⟧\n\n<X>\n⟦Use {name} and $\\{no}.⟧\n</X>\n\n{/* none */}\n";
    for (flavor, name, expected) in [
        ("docusaurus", "a.md", as_mdx),
        ("docusaurus", "a.mdx", as_mdx),
        ("starlight", "a.md", plain),
        ("starlight", "a.mdx", as_mdx),
        ("gfm", "a.md", plain),
        ("gfm", "a.mdx", as_mdx),
    ] {
        let project = page(&format!("flavor: {flavor}\n"), name, text);
        assert_eq!(french(&project, name), expected, "{flavor} {name}");
    }
}

/// With a backslash a component would be text, and what closes it an error.
#[test]
fn components_of_mdx_may_begin_a_line_of_a_translation() {
    let project = page("flavor: starlight\n", "a.mdx", "It is{' '}\n<Link href=\"/x\">given</Link>.\n");
    assert_eq!(french(&project, "a.mdx"), "⟦It is{' '}\n<Link href=\"/x\">given</Link>.⟧\n");
}

#[test]
fn mdx_is_read_by_flavors_that_know_it() {
    let project = page("flavor: hugo\n", "a.mdx", "import X from 'x'\n");
    project.write("docs/b.md", "Words.\n");
    let said = project.run(&["sync"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("docs/a.mdx: 1 file that `sources` names is not read"), "{}", said.err);
    assert!(said.err.contains(".mdx with the flavors docusaurus, starlight, vitepress and gfm"), "{}", said.err);
}
