//! Links as sites write them: what only the site can follow is left alone, and what is plainly missing is not.

use super::*;

/// What a check says of the links of a site in two locales.
fn links(flavor: &str, files: &[(&str, &str)]) -> String {
    let project = Project::new(&format!(
        "source_locale: en\nlocales: [zh]\nflavor: {flavor}\nsources: content/en/**/*.md\noutput: 'content/{{locale}}/{{path}}'\n"
    ));
    files.iter().for_each(|(name, text)| project.write(name, text));
    project.run(&["sync"]);
    project.run(&["check", "--code", "broken-link,broken-anchor,missing-image,foreign-locale-link"]).out
}

#[test]
fn hugo() {
    let page = "# Steps\n\nSee [the list](/docs/list/), [the fleet](../fleet/), [boats]({{< ref \"boats.md\" >}}), [news]({{% relref \"/news\" %}}).\n\n\
                ![Map](../../img/map.svg) ![Chart](chart.svg)\n\n[Gone](gone.md) ![Lost](../../img/lost.svg)\n";
    let found = links(
        "hugo",
        &[
            ("content/en/docs/guide/steps.md", page),
            ("content/en/docs/fleet/_index.md", "# Fleet\n"),
            ("content/en/docs/img/map.svg", ""),
            ("content/en/docs/guide/steps/chart.svg", ""),
        ],
    );
    insta::assert_snapshot!(found, @r"
    content/en/docs/guide/steps.md:7: warning[broken-link]: `gone.md` leads to content/en/docs/guide/gone.md, which is not there
        fix: correct the link, or add the file
    content/en/docs/guide/steps.md:7: warning[missing-image]: the image content/en/img/lost.svg is not there
        fix: add the image, or correct the path
    0 errors, 2 warnings in 2 documents, 1 locale.
    ");
}

#[test]
fn other_sites() {
    for (flavor, page) in [
        (
            "docusaurus",
            "# A\n\n[b](/docs/b) [c](@site/docs/c.md) [d](./d) [e](../e#part) ![f](@site/static/img/f.png)\n",
        ),
        // From the root of the documents.
        ("docusaurus", "# A\n\n[self](guide/a.md)\n"),
        ("vitepress", "# A\n\n[b](/guide/b) [c](./c.html) [d](../d) ![e](/e.png) ![f](@/f.png)\n"),
        ("starlight", "# A\n\n[b](/en/b/) [c](/zh/c/) [d](../d/) ![e](~/assets/e.png) ![f](@assets/f.png)\n"),
        (
            "jekyll",
            "# A\n\n[b]({% link _docs/b.md %}) [c]({% post_url 2026-01-01-c %}) [d]({{ site.baseurl }}/d) ![e]({{ '/e.png' | relative_url }})\n",
        ),
        ("mkdocs", "# A\n\n[b](/b/) [c](../c/) [d](d/#part) <img src=\"img/e.png\">\n"),
        ("mdn", "# A\n\n[b](/en-US/docs/Web/B) {{domxref(\"C\")}}\n"),
    ] {
        let found = links(flavor, &[("content/en/guide/a.md", page), ("content/en/guide/a/img/e.png", "")]);
        assert!(!found.contains("broken") && !found.contains("is not there"), "{flavor}: {found}");
    }
}

#[test]
fn headings_of_other_scripts_keep_the_marks_on_their_letters() {
    let files = [("content/en/a.md", "# Boats\n\n## Is it free\n\nSee [is it free](#is-it-free).\n")];
    let project = Project::new(
        "source_locale: en\nlocales: [hi]\nflavor: jekyll\nsources: content/en/**/*.md\noutput: 'content/{locale}/{path}'\n",
    );
    files.iter().for_each(|(name, text)| project.write(name, text));
    project.write("content/hi/a.md", "# नावें\n\n## क्या यह निःशुल्क है\n\nदेखें [क्या यह निःशुल्क है](#क्या-यह-निःशुल्क-है)।\n");
    project.run(&["adopt", "--locale", "hi"]);
    project.run(&["sync"]);
    let found = project.run(&["check", "--code", "broken-anchor"]).out;
    assert!(!found.contains("broken-anchor"), "{found}");
}
