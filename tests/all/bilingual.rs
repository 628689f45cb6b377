//! Pages in both languages: `handback render --side-by-side`.

use std::path::Path;

use handback::commands::adopt::page::bilingual;

use crate::support::{MADE_UP_WORDS, Project, copy, corpus, markdown_below, translate};

/// Renders all pages of a locale in both forms and compares the sides of each with the ordinary page and its English.
fn compare(project: &Project, locale: &str) -> usize {
    for (folder, more) in [("plain", &[][..]), ("both", &["--side-by-side"][..])] {
        let outcome = project.run(&[&["render", "--locale", locale, "--out", folder], more].concat());
        assert!(outcome.code < 2, "{}", outcome.err);
    }
    let mut marked = 0;
    for (name, path) in markdown_below(&project.path("both")) {
        let (page, plain) = (std::fs::read_to_string(path).unwrap(), project.read(&format!("plain/{name}")));
        let Some(sides) = bilingual(&page) else {
            assert_eq!(page, plain, "{name}");
            continue;
        };
        marked += 1;
        assert_eq!(sides.localized, plain, "{name}");
        // The English stands there as in the source.
        let source = std::fs::read_to_string(project.path("source-docs").join(&name)).unwrap();
        for span in page.split("<span data-stu-id=\"").skip(1) {
            let english = span.split_once('>').unwrap().1.split("</span></span>").next().unwrap();
            assert!(source.contains(english), "{name}: {english}");
        }
    }
    marked
}

#[test]
fn the_sides_of_the_sample_are_its_pages_and_their_english() {
    let project = Project::sample();
    for locale in ["fr-FR", "ja-JP"] {
        assert!(compare(&project, locale) >= 5);
    }
    let page = project.read("both/docs/certification-guide.md");
    let first: String = page.lines().find(|line| line.starts_with("# ")).unwrap().to_owned();
    insta::assert_snapshot!(first, @r#"# <a name="how-to-get-an-app-certified"></a><span data-ttu-id="2572d-104">アプリの認定を受ける方法</span><span class="sxs-lookup"><span data-stu-id="2572d-104">How to get an app certified</span></span>"#);
}

#[test]
fn ids_of_headings_stay_behind_them() {
    let project = Project::new(&format!("locales: [fr-FR]\nflavor: vitepress\nanchors: ids\n{MADE_UP_WORDS}"));
    project.write("source-docs/quay.md", "# Quay\n\n## Boats\n\nThey land here. They leave at night.\n");
    project.sync();
    translate(&project, "fr-FR", |text| Some(text.replace("Boats", "Bateaux").replace("They", "Elles")));
    project.sync();
    assert_eq!(compare(&project, "fr-FR"), 1);
    insta::assert_snapshot!(project.read("both/quay.md"), @r#"
    # <span data-ttu-id="e2b75-101">Quay</span><span class="sxs-lookup"><span data-stu-id="e2b75-101">Quay</span></span>

    ## <span data-ttu-id="e2b75-102">Bateaux</span><span class="sxs-lookup"><span data-stu-id="e2b75-102">Boats</span></span> {#boats}

    <span data-ttu-id="e2b75-103">Elles land here.</span><span class="sxs-lookup"><span data-stu-id="e2b75-103">They land here.</span></span> <span data-ttu-id="e2b75-104">Elles leave at night.</span><span class="sxs-lookup"><span data-stu-id="e2b75-104">They leave at night.</span></span>
    "#);
}

#[test]
fn an_adoption_reads_what_was_rendered() {
    let project = Project::sample();
    compare(&project, "fr-FR");
    let other = Project::new(&format!(
        "{}\n",
        project.read("handback.yaml").replace("[fr-FR, de-DE, es-ES, ja-JP]", "[fr-FR]")
    ));
    copy(&project.path("source-docs"), &other.path("source-docs"));
    let adopted = other.run(&["adopt", "--locale", "fr-FR", project.path("both").to_str().unwrap()]);
    assert!(adopted.code < 2 && !adopted.err.contains("no sentence"), "{}{}", adopted.out, adopted.err);
    let current = |project: &Project| {
        let status = project.run(&["status", "--locale", "fr-FR", "--format", "json"]).out;
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        status["locales"]["fr-FR"]["current"].as_u64().unwrap()
    };
    assert!(current(&other) * 10 >= current(&project) * 9, "{} of {}", current(&other), current(&project));
}

#[test]
fn pages_to_read_have_two_columns() {
    let project = Project::sample();
    let outcome = project.run(&["render", "--side-by-side", "--format", "html", "--locale", "fr-FR", "--out", "read"]);
    insta::assert_snapshot!(format!("{}{}", outcome.out, outcome.err), @"Wrote 10 files of 10 pages.");
    let page = project.read("read/docs/certification-guide.md.html");
    assert!(page.contains("<th scope=\"col\">en-US</th><th scope=\"col\">fr-FR</th>"));
    let row = page.lines().find(|line| line.contains("A badge is valid")).unwrap();
    insta::assert_snapshot!(row, @r#"<tr data-kind="paragraph"><td lang="en-US" dir="auto">A badge is valid for <strong>one year</strong>. Renew it in time[^1], or it disappears from the app page.</td><td lang="fr-FR" dir="auto">Un badge est valable <strong>un an</strong>. Renouvelez-le à temps[^1], sans quoi il disparaît de la page de l’application.</td><td><span class="badge human">human</span></td></tr>"#);
    let raw = |line: &&str| {
        line.contains("<tr data-kind") && (line.contains("**") || line.contains("](") || line.contains("&lt;a"))
    };
    for page in ["docs/certification-guide.md", "apps/outlook/fabrikam-mail-guard.md"] {
        assert_eq!(project.read(&format!("read/{page}.html")).lines().find(raw), None, "{page}");
    }
    assert_eq!(project.run(&["render", "--side-by-side"]).code, 2, "it never writes over the pages of the site");
    assert_eq!(project.run(&["render", "--format", "html"]).code, 2);
}

#[test]
fn pages_to_read_run_nothing_and_show_no_markup() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write(
        "source-docs/a.md",
        "---\ntitle: Keep *this* < that\n---\n\n# The `quay`\n\nOpen <a href=\"x.md\" onclick=\"steal()\">the door</a>, see [the plan][plan] and \
         ![a map](map.png).\n\n| Name | Use |\n|--|--|\n| **Rope** | `a \\| b` |\n\n<p>In <b>HTML</b> two * stars *</p>\n\n[plan]: plan.md\n",
    );
    project.sync();
    let outcome = project.run(&["render", "--side-by-side", "--format", "html", "--locale", "fr-FR", "--out", "read"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let page = project.read("read/a.md.html");
    let english = page.lines().filter_map(|line| line.split("dir=\"auto\">").nth(1));
    let english: Vec<&str> = english.map(|cell| cell.split("</td>").next().unwrap()).collect();
    insta::assert_snapshot!(english.join("\n"), @r#"
    Keep *this* &lt; that
    The <code>quay</code>
    Open <span class="link">the door</span>, see <span class="link">the plan</span> and <span class="image">a map</span>.
    Name
    Use
    <strong>Rope</strong>
    In <b>HTML</b> two * stars *
    "#);
}

#[test]
fn the_sides_of_real_pages_are_the_pages() {
    let Some(corpus) = corpus() else { return };
    let project = Project::new("locales: [fr-FR]\n");
    copy(&corpus.join("en"), &project.path("source-docs"));
    copy(&corpus.join("fr-FR"), &project.path("localized-docs/fr-FR"));
    let adopted = project.run(&["adopt", "--locale", "fr-FR", "localized-docs/fr-FR"]);
    assert!(adopted.code < 2, "{}", adopted.err);
    assert!(compare(&project, "fr-FR") >= 200);
    assert!(Path::new(&project.path("both")).is_dir());
}
