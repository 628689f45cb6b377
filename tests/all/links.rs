//! Links, anchors, images and addresses of pages, in the source and in every locale.

use insta::assert_snapshot;

use crate::support::{self, Project, git};

/// A project of these documents, translated by a person into each locale as `FR …`, `DE …`, and synced.
fn project(config: &str, sources: &[(&str, &str)]) -> Project {
    project_with(config, sources, &[], |text| Some(text.to_owned()))
}

/// The same with files, and with translations of one's own before the mark of the locale.
fn project_with(
    config: &str,
    sources: &[(&str, &str)],
    files: &[&str],
    translation: impl Fn(&str) -> Option<String>,
) -> Project {
    let project = Project::new(&format!("metadata: none\nchecks: {{levels: {{files-elsewhere: note}}}}\n{config}"));
    for (name, text) in sources {
        project.write(&format!("source-docs/{name}"), text);
    }
    files.iter().for_each(|name| project.write(name, "a file\n"));
    project.sync();
    for locale in ["fr-FR", "de-DE"].iter().filter(|locale| config.contains(**locale)) {
        let mark = locale[..2].to_uppercase();
        support::translate(&project, locale, |text| Some(format!("{mark} {}", translation(text)?)));
    }
    project.sync();
    project
}

const CODES: &str = "broken-link,broken-anchor,missing-image,foreign-locale-link,files-elsewhere";

/// What a check says of links; the same from the memory of the last sync and when it looks by itself, and nothing that
/// fails it.
fn check(project: &Project) -> String {
    let remembered = project.run(&["check", "--code", CODES]);
    assert!(project.path(".handback/findings").is_file());
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    let looked = project.run(&["check", "--code", CODES]);
    assert_eq!(remembered.out, looked.out);
    assert_eq!((looked.code, looked.err.as_str()), (0, ""), "{}", looked.out);
    looked.out
}

#[test]
fn right_links_of_every_form_are_silent() {
    let a = "# A page\n\n[b](b.md), [part](b.md#a-part), [up](./sub/../b.md?view=x-2.0#a-part), [here](#a-page), [top](#),\n\
        [top](#top), [spaces](<sub/c d.md>), [escaped](sub/c%20d.md), [Windows](sub\\c%20d.md), [folder](sub/),\n\
        [page](sub/e), [site](sub/e.html), [root](/overview/x), [tab](b.md#tab/linux), [id](xref:Contoso.Api),\n\
        [mail](mailto:help@contoso.example), [script](javascript:void), [above](~/source-docs/b.md), [to]: \\\n\
        ![image](media/a.png) ![data](data:image/png;base64,AAAA) [zoom](media/a.png#lightbox) [doc](files/a.pdf)\n\n\
        [![both](media/a.png)](b.md)\n\n<img src=\"media/a.png\"> <a href='b.md#named'>b</a>\n\n\
        See [definition] and [other][def].\n\n[definition]: b.md#own\n[def]: <sub/c d.md> \"Title\"\n\n\
        `[code](no.md)`\n\n```md\n[code](no.md)\n```\n\n<!-- [comment](no.md) -->\n\n\
        :::image type=\"content\" source=\"media/a.png\" alt-text=\"x\":::\n\n\
        [v](v1.2) [type](System.String)\n";
    let b = "# B page\n\n## A part\n\n<a name=\"named\"></a>Words.\n\n## Own id {#own}\n";
    let sources =
        [("a.md", a), ("b.md", b), ("sub/c d.md", "# C\n"), ("sub/e.md", "# E\n\n[template]({{ site.url }}/no.md)\n")];
    let toc = "- name: A\n  href: a.md\n- name: Sub\n  href: sub/\n  topicHref: sub/e.md\n";
    let sources = [&sources[..], &[("toc.yml", toc)]].concat();
    let copies = ["source-docs", "localized-docs/fr-FR", "localized-docs/de-DE"];
    let files: Vec<String> =
        copies.iter().flat_map(|f| [format!("{f}/media/a.png"), format!("{f}/files/a.pdf")]).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let project = project_with("locales: [fr-FR, de-DE]\n", &sources, &files, |text| Some(text.to_owned()));
    assert_snapshot!(check(&project), @"Clean: 5 documents, 2 locales.");
}

#[test]
fn faults_of_the_source_are_reported_once() {
    let a = "# A page\n\n[b](no.md) and again [b](no.md), [c](B.md), [d](b.md#nowhere), [e](#A-Page),\n\
        ![image](media/no.png), [f](files/no.pdf), [g](www.contoso.example), [h](https://contoso.example/de-de/x).\n\n[unused]: no-definition.md\n";
    let b = "# B page\n\n![image](media/no.png) ![image](elsewhere/x.png) ![Image](media/A.png)\n";
    let files = ["source-docs/media/a.png", "source-docs/files/a.pdf"];
    let sources = [("a.md", a), ("b.md", b), ("c.md", "# C page\n\n[!INCLUDE [i](includes/no.md)]\n")];
    let project = project_with("locales: [fr-FR, de-DE]\n", &sources, &files, |text| Some(text.to_owned()));
    assert_snapshot!(check(&project), @r"
    source-docs/a.md:3: warning[broken-link]: `B.md` leads to source-docs/b.md only where case does not matter
        fix: write the destination in the letters of the file
    source-docs/a.md:3: warning[broken-link]: `no.md` leads to source-docs/no.md, which is not there
        fix: correct the link, or add the file
    source-docs/a.md:3: warning[broken-anchor]: `#A-Page`: the anchor in source-docs/a.md is written `a-page`
        fix: write `#a-page`: browsers mind the case
    source-docs/a.md:3: warning[broken-anchor]: `b.md#nowhere`: no heading or anchor of source-docs/b.md is called `nowhere`
        fix: correct the link, or give the place that it means an anchor
    source-docs/a.md:4: warning[broken-link]: `files/no.pdf` leads to source-docs/files/no.pdf, which is not there
        fix: correct the link, or add the file
    source-docs/a.md:4: warning[missing-image]: the image source-docs/media/no.png is not there (on 2 pages)
        fix: add the image, or correct the path
    source-docs/a.md:4: warning[foreign-locale-link]: `https://contoso.example/de-de/x` names the locale `de-de`
        fix: leave the locale out of the address, or give the translations an address of their own
    source-docs/a.md:6: warning[broken-link]: `no-definition.md` leads to source-docs/no-definition.md, which is not there
        fix: correct the link, or add the file
    source-docs/b.md:3: warning[missing-image]: `media/A.png` leads to source-docs/media/a.png only where case does not matter
        fix: write the destination in the letters of the file
    source-docs/b.md:3: warning[missing-image]: the image source-docs/elsewhere/x.png is not there
        fix: add the image, or correct the path
    source-docs/c.md:3: warning[broken-link]: `includes/no.md` leads to source-docs/includes/no.md, which is not there
        fix: correct the link, or add the file

                          en-US
    broken-link               5
    broken-anchor             2
    missing-image             3
    foreign-locale-link       1
    0 errors, 11 warnings in 3 documents, 2 locales.
    ");
    let failing = project.run(&["check", "--fail-on", "broken-link,broken-anchor"]);
    assert_eq!(failing.code, 1);
}

#[test]
fn what_a_translation_breaks_is_reported_for_the_locale_with_its_resource() {
    let a = "# A page\n\nRead [the page](b.md#a-part) first.\n\nThen <a id=\"then\"></a>this, [there](#then).\n\n\
        See https://contoso.example/en-us/help and https://fabrikam.example/en-us/help today.\n";
    let b = "# B page\n\n## A part\n\nWords of b.\n";
    let project = project_with("locales: [fr-FR, de-DE]\n", &[("a.md", a), ("b.md", b)], &[], |text| {
        let text = text.replace("](b.md#a-part)", "](c.md#a-part)").replace("<a id=\"then\"></a>", "");
        Some(text.replace("fabrikam.example/en-us", "fabrikam.example/de-de"))
    });
    assert_snapshot!(check(&project), @r#"
    locales/de-DE/a.ftl:3: warning[broken-anchor]: `#then`: the de-DE page of source-docs/a.md has no anchor `then`, as the source has
        fix: keep the anchor `then` in the translation
    locales/de-DE/a.ftl:2: warning[broken-link]: `c.md#a-part` leads to localized-docs/de-DE/c.md, which is not there
        fix: correct the link, or add the file
    source-docs/a.md:7: warning[foreign-locale-link]: `https://contoso.example/en-us/help` names the locale `en-us`, and leads readers of other locales there too
        fix: leave the locale out of the address, or give the translations an address of their own
    locales/fr-FR/a.ftl:3: warning[broken-anchor]: `#then`: the fr-FR page of source-docs/a.md has no anchor `then`, as the source has
        fix: keep the anchor `then` in the translation
    locales/fr-FR/a.ftl:2: warning[broken-link]: `c.md#a-part` leads to localized-docs/fr-FR/c.md, which is not there
        fix: correct the link, or add the file
    locales/fr-FR/a.ftl:4: warning[foreign-locale-link]: `https://fabrikam.example/de-de/help` on a fr-FR page names the locale `de-de`
        fix: let the address name no locale, or fr-FR
    0 errors, 6 warnings in 2 documents, 2 locales.
    "#);
    let json = project.run(&["check", "--format", "json", "--locale", "fr-FR", "--code", CODES]).out;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&report["findings"][1]).unwrap(), @r#"
    {
      "code": "broken-anchor",
      "severity": "warning",
      "locale": "fr-FR",
      "id": "then-this-there",
      "document": "a.md",
      "line": null,
      "source": null,
      "previous": null,
      "change": null,
      "message": "`#then`: the fr-FR page of source-docs/a.md has no anchor `then`, as the source has",
      "fix": "keep the anchor `then` in the translation",
      "file": "source-docs/a.md",
      "resource": {
        "file": "locales/fr-FR/a.ftl",
        "line": 3
      },
      "output": {
        "file": "localized-docs/fr-FR/a.md",
        "line": 5
      },
      "target": "source-docs/a.md"
    }
    "#);
}

#[test]
fn without_anchors_links_to_translated_headings_break() {
    let a = "# A page\n\n## Set up\n\n[here](#set-up), [there](b.md#set-up), [kept](b.md#own), [again](b.md#set-up).\n";
    let b = "# B page\n\n## Set up\n\nWords of b.\n\n## Other {#own}\n";
    let project = project("locales: [fr-FR]\nanchors: false\n", &[("a.md", a), ("b.md", b)]);
    assert_snapshot!(check(&project), @r#"
    localized-docs/fr-FR/a.md:5: warning[broken-anchor]: `#set-up`: the fr-FR page of source-docs/a.md has no anchor `set-up`, as the source has
        fix: give the heading an id in the source (`{#set-up}`), or set `anchors: true` in handback.yaml
    localized-docs/fr-FR/a.md:5: warning[broken-anchor]: `b.md#set-up`: the fr-FR page of source-docs/b.md has no anchor `set-up`, as the source has
        fix: give the heading an id in the source (`{#set-up}`), or set `anchors: true` in handback.yaml
    0 errors, 2 warnings in 2 documents, 1 locale.
    "#);
    project.edit("handback.yaml", "anchors: false", "anchors: true");
    project.sync();
    assert_eq!(check(&project), "Clean: 2 documents, 1 locale.\n");
}

#[test]
fn an_id_is_the_only_anchor_of_its_heading() {
    let a = "# A page\n\n## Set up {#first}\n\n[id](#first) [its words](#set-up) [b](b.md#set-up)\n";
    let b = "# B page\n\n## Set up {#first}\n\n## Set up\n\n[second](#set-up)\n";
    let project = project("locales: [fr-FR]\n", &[("a.md", a), ("b.md", b)]);
    assert_snapshot!(project.read("localized-docs/fr-FR/b.md"), @r#"
    # <a name="b-page"></a>FR B page

    ## FR Set up {#first}

    ## <a name="set-up"></a>FR Set up

    FR [second](#set-up)
    "#);
    assert_snapshot!(check(&project), @r"
    source-docs/a.md:5: warning[broken-anchor]: `#set-up`: no heading or anchor of source-docs/a.md is called `set-up`
        fix: correct the link, or give the place that it means an anchor
    0 errors, 1 warning in 2 documents, 1 locale.
    ");
}

#[test]
fn headings_that_repeat_get_numbers_if_asked_and_ids_stand_alone() {
    let a = "# A page\n\n## Example\n\nOne.\n\n## Example\n\nTwo.\n\n## Example 1\n\n## Example {#own}\n\n\
        ## <a name=\"example-3\"></a>Example\n\n## <a id=\"mine\"></a>Example\n\n[second](#example-1) [own](#own) [mine](#mine)\n";
    let project = project("locales: [fr-FR]\n", &[("a.md", a)]);
    let headings = |project: &Project| {
        let page = project.read("localized-docs/fr-FR/a.md");
        page.lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(headings(&project), @r#"
    # <a name="a-page"></a>FR A page
    ## <a name="example"></a>FR Example
    ## <a name="example"></a>FR Example
    ## <a name="example-1"></a>FR Example 1
    ## FR Example {#own}
    ## <a name="example"></a><a name="example-3"></a>FR Example
    ## <a name="example"></a><a id="mine"></a>FR Example
    "#);
    project.edit("source-docs/a.md", "## Example 1\n\n", "");
    project.sync();
    assert_snapshot!(check(&project), @r#"
    localized-docs/fr-FR/a.md:17: warning[broken-anchor]: `#example-1`: the fr-FR page of source-docs/a.md has no anchor `example-1`, as the source has
        fix: `anchors: numbered` in handback.yaml numbers headings that repeat, as the source page has them
    0 errors, 1 warning in 1 document, 1 locale.
    "#);
    project.edit("handback.yaml", "metadata", "anchors: numbered\nmetadata");
    project.sync();
    assert_snapshot!(headings(&project), @r#"
    # <a name="a-page"></a>FR A page
    ## <a name="example"></a>FR Example
    ## <a name="example-1"></a>FR Example
    ## FR Example {#own}
    ## <a name="example-2"></a><a name="example-3"></a>FR Example
    ## <a name="example-4"></a><a id="mine"></a>FR Example
    "#);
    assert_eq!(check(&project), "Clean: 1 document, 1 locale.\n");
}

#[test]
fn images_that_no_locale_has_are_noted_once_and_single_ones_each() {
    let a = "# A page\n\n![one](media/one.png) ![two](media/two.png) [three](files/three.pdf)\n";
    let b = "# B page\n\n![one](media/one.png)\n";
    let beside = ["source-docs/media/one.png", "source-docs/media/two.png", "source-docs/files/three.pdf"];
    let sources = [("a.md", a), ("b.md", b)];
    let project = project_with("locales: [fr-FR, de-DE]\n", &sources, &beside, |text| Some(text.to_owned()));
    assert_snapshot!(check(&project), @r#"
    note[files-elsewhere]: pages of fr-FR, de-DE name 3 files that lie only beside the sources, such as source-docs/files/three.pdf
        fix: nothing, if the site brings them from there; else put them where the pages look for them
    Clean: 2 documents, 2 locales.
    "#);
    // One locale keeps copies: then what it lacks is missing there.
    for name in ["media/two.png", "files/three.pdf"] {
        project.write(&format!("localized-docs/fr-FR/{name}"), "a file\n");
    }
    project.sync();
    assert_snapshot!(check(&project), @r"
    note[files-elsewhere]: pages of de-DE name 3 files that lie only beside the sources, such as source-docs/files/three.pdf
        fix: nothing, if the site brings them from there; else put them where the pages look for them
    localized-docs/fr-FR/a.md:3: warning[missing-image]: the image localized-docs/fr-FR/media/one.png is not there, only source-docs/media/one.png of the sources (on 2 pages)
        fix: copy source-docs/media/one.png there, or let `sync` do so: `images: copy` in handback.yaml
    0 errors, 1 warning in 2 documents, 2 locales.
    ");
}

#[test]
fn pages_that_are_only_in_the_source_and_places_beside_it() {
    let a = "# A page\n\n[inside](internal/x.md) [above](../LICENSE.txt) [other locale](../de-DE/b.md) [both](b.md)\n";
    let config = "locales: [fr-FR, de-DE]\nsources: [\"source-docs/**/*.md\", \"!source-docs/internal/**\"]\n";
    let files = ["LICENSE.txt", "source-docs/internal/x.md"];
    let project = project_with(config, &[("a.md", a), ("b.md", "# B page\n")], &files, |text| {
        Some(text.replace("[both](b.md)", "[both](../de-DE/b.md)"))
    });
    assert_snapshot!(check(&project), @r#"
    note[files-elsewhere]: pages of fr-FR, de-DE name 1 file that lies only beside the sources, such as LICENSE.txt
        fix: nothing, if the site brings them from there; else put them where the pages look for them
    localized-docs/de-DE/a.md:3: warning[broken-link]: localized-docs/de-DE/internal/x.md is not there, only source-docs/internal/x.md of the sources
        fix: localize it too, or link to where readers of the locale find it
    source-docs/a.md:3: warning[broken-link]: `../de-DE/b.md` leads to de-DE/b.md, which is not there
        fix: correct the link, or add the file
    localized-docs/fr-FR/a.md:3: warning[broken-link]: localized-docs/fr-FR/internal/x.md is not there, only source-docs/internal/x.md of the sources
        fix: localize it too, or link to where readers of the locale find it
    0 errors, 3 warnings in 2 documents, 2 locales.
    "#);
}

#[test]
fn what_is_included_may_be_written_for_its_page() {
    let include = "[beside it](more.md) [beside its page](c.md) [of its page](#a-page) [nowhere](no.md) [none](#no)\n";
    let a = "# A page\n\n[!INCLUDE [x](includes/x.md)]\n\n[in what is included](#included)\n";
    // Two documents that include each other.
    let more = "## Included\n\n[!include [x](x.md)]\n";
    let x = format!("{include}\n[!include[more](more.md)]\n");
    let sources = [("a.md", a), ("c.md", "# C page\n"), ("includes/x.md", x.as_str()), ("includes/more.md", more)];
    let project = project("locales: [fr-FR]\n", &sources);
    assert_snapshot!(check(&project), @r#"
    source-docs/includes/x.md:1: warning[broken-link]: `no.md` leads to source-docs/includes/no.md, which is not there
        fix: correct the link, or add the file
    source-docs/includes/x.md:1: warning[broken-anchor]: `#no`: no heading or anchor of source-docs/includes/x.md is called `no`
        fix: correct the link, or give the place that it means an anchor
    0 errors, 2 warnings in 4 documents, 1 locale.
    "#);
}

#[test]
fn anchors_that_cannot_be_known_are_not_missed() {
    let a = "---\ntitle: All terms\n---\n\n{{% def id=\"term\" %}}\n\n[term](#term) [title](b.md#patch-it) [no](b.md#nowhere)\n\n\
        [!INCLUDE [x](includes/x.md)]\n\n## Of the page\n";
    let b = "---\ntitle: Patch it\n---\n\nWords.\n";
    let project = project("locales: [fr-FR]\n", &[("a.md", a), ("b.md", b), ("includes/x.md", "[x](#of-the-page)\n")]);
    assert_snapshot!(check(&project), @r"
    source-docs/a.md:7: warning[broken-anchor]: `b.md#nowhere`: no heading or anchor of source-docs/b.md is called `nowhere`
        fix: correct the link, or give the place that it means an anchor
    0 errors, 1 warning in 3 documents, 1 locale.
    ");
    // The page that includes it is not looked at.
    let part = project.run(&["check", "source-docs/includes", "--code", CODES]);
    assert_eq!(part.out, "Clean: 1 document, 1 locale.\n");
}

#[test]
fn a_check_sees_that_an_image_went_since_the_sync() {
    let a = "# A page\n\n![one](media/one.png)\n";
    let files = ["source-docs/media/one.png", "source-docs/media/two.png", "localized-docs/fr-FR/media/one.png"];
    let project = project_with("locales: [fr-FR]\n", &[("a.md", a)], &files, |text| Some(text.to_owned()));
    let says = |project: &Project| project.run(&["check", "--code", CODES]).out;
    assert_eq!(says(&project), "Clean: 1 document, 1 locale.\n");
    for name in &files[..] {
        if name.ends_with("one.png") {
            std::fs::remove_file(project.path(name)).unwrap();
        }
    }
    assert_snapshot!(says(&project), @r#"
    source-docs/a.md:3: warning[missing-image]: the image source-docs/media/one.png is not there
        fix: add the image, or correct the path
    0 errors, 1 warning in 1 document, 1 locale.
    "#);
    project.write("source-docs/media/one.png", "back\n");
    project.write("localized-docs/fr-FR/media/one.png", "back\n");
    assert_eq!(says(&project), "Clean: 1 document, 1 locale.\n");
}

#[test]
fn a_branch_answers_for_links_to_the_page_that_it_removes() {
    let a = "# A page\n\n[b](b.md#part)\n\n[c](c.md#part)\n";
    let sources = [("a.md", a), ("b.md", "# B page\n\n## Part\n"), ("c.md", "# C page\n")];
    let project = project("locales: [fr-FR]\n", &sources);
    project.write(".gitignore", ".handback/\n");
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    git(&project, &["switch", "-qc", "work"]);
    let links = |project: &Project| {
        let json = project.run(&["check", "--format", "json", "--changed-since", "main"]).out;
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        let findings = report["findings"].as_array().unwrap().iter();
        let links = findings.filter(|finding| finding["code"].as_str().unwrap().starts_with("broken"));
        links.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(links(&project), "");
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    assert_snapshot!(links(&project), @"`b.md#part` leads to source-docs/b.md, which is not there");
}

#[test]
fn the_sample_has_no_broken_links() {
    let project = Project::sample();
    project.sync();
    assert_eq!(
        check(&project),
        "Clean: 10 documents, 4 locales.
"
    );
}
