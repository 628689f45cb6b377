//! Targets of translations that differ from those of the English and are right all the same.

use crate::support::{MADE_UP_WORDS, Project, rests};

const ENGLISH: &str = "# Quay\n\nSee [cranes](/crane/#how-it-lifts), [tides](../tides/#high-water), [below](#where-boats-land), \
                       [the log](/log) and ![map](../../images/map.png).\n\n## Where boats land\n\nHere.\n";

fn project(flavor: &str, config: &str) -> Project {
    let base =
        "source_locale: en\nlocales: [fr]\nsources: docs/en/**/*.md\noutput: \"i18n/{locale}/docs/current/{path}\"\n";
    let project = Project::new(&format!("flavor: {flavor}\n{base}{MADE_UP_WORDS}{config}"));
    project.write("docs/en/port/quay.md", ENGLISH);
    project.write("docs/en/crane.md", "# Crane\n\n## How it lifts\n\nSlowly.\n");
    project.write("docs/en/tides.md", "# Tides\n\n## High water\n\nTwice a day.\n");
    project.write("docs/images/map.png", "map\n");
    project.sync();
    project
}

fn translate(project: &Project, document: &str, texts: &str) {
    let path = format!("locales/fr/{document}.ftl");
    let old = std::fs::read_to_string(project.path(&path)).unwrap_or_default();
    project.write(&path, &format!("{old}\n{texts}"));
}

#[test]
fn fragments_are_those_of_localized_headings_and_paths_lead_to_the_same_files() {
    let project = project("starlight", "");
    translate(&project, "crane", "how-it-lifts = Comment elle soulève\n");
    translate(&project, "tides", "high-water = Marée haute\n");
    translate(
        &project,
        "port/quay",
        "see-cranes-tides-below-the-log = Voir [les grues](/fr/crane/#comment-elle-soulève), [les marées](../tides/#marée-haute), \
         [plus bas](#o%C3%B9-accostent-les-bateaux), [le journal](/log/) et ![la carte](../../../../../docs/images/map.png).\n\
         where-boats-land = Où accostent les bateaux\n",
    );
    project.sync();
    let quay = project.read("i18n/fr/docs/current/port/quay.md");
    assert!(quay.contains("Voir [les grues]"), "{quay}");
    let targets = |project: &Project| {
        let check = project.run(&["check", "--code", "link-target", "--format", "json"]);
        let check: serde_json::Value = serde_json::from_str(&check.out).unwrap();
        let findings = check["findings"].as_array().unwrap().clone();
        findings.iter().map(|finding| finding["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(targets(&project), Vec::<String>::new());
    // A heading that is not there, and another page.
    project.edit("locales/fr/port/quay.ftl", "comment-elle-soulève", "comment-elle-tourne");
    project.edit("locales/fr/port/quay.ftl", "../tides/#marée-haute", "../crane/#comment-elle-soulève");
    project.sync();
    insta::assert_snapshot!(targets(&project).join("\n"), @r"
    fr: `](../crane/#comment-elle-soulève)` is `](../tides/#high-water)` in the English
    fr: `](/fr/crane/#comment-elle-tourne)` is `](/crane/#how-it-lifts)` in the English
    ");
}

#[test]
fn pages_with_the_locale_in_their_names_are_named_so() {
    let project = Project::new(&format!(
        "flavor: mkdocs\nsource_locale: en\nlocales: [fr]\nsources: docs/**/*.md\noutput: \"docs/{{dir}}{{stem}}.{{locale}}.{{ext}}\"\n{MADE_UP_WORDS}"
    ));
    project.write("docs/port/quay.md", "# Quay\n\nSee [cranes](../crane.md#how-it-lifts) and [tides](tides.md).\n");
    project.write("docs/crane.md", "# Crane\n\n## How it lifts\n\nSlowly.\n");
    project.write("docs/port/tides.md", "# Tides\n\nTwice a day.\n");
    project.sync();
    translate(&project, "crane", "how-it-lifts = Comment elle leve\n");
    let french =
        |crane: &str| format!("see-cranes-and-tides = Voir [les grues]({crane}) et [les marées](tides.fr.md).\n");
    translate(&project, "port/quay", &french("../crane.fr.md#comment-elle-leve"));
    project.sync();
    let check = project.run(&["check", "--code", "link-target"]);
    assert_eq!(check.out.matches("[link-target]").count(), 0, "{}", check.out);
    project.edit("locales/fr/port/quay.ftl", "crane.fr.md", "grue.fr.md");
    project.sync();
    let check = project.run(&["check", "--code", "link-target"]);
    assert_eq!(check.out.matches("[link-target]").count(), 1, "{}", check.out);
}

#[test]
fn a_picture_of_the_locales_own_is_no_other_target() {
    let project = project("docusaurus", "");
    let text = "\n![Map](../../images/en/map.png) ![Tides](../../images/tides-en.png) ![Log](../../images/log.png)\n";
    project.write("docs/en/port/chart.md", text);
    for name in ["en/map.png", "fr/map.png", "tides-en.png", "marees-fr.png", "log.png", "other.png"] {
        project.write(&format!("docs/images/{name}"), name);
    }
    project.sync();
    let up = "../../../../../docs/images";
    let french = format!("![Carte]({up}/fr/map.png) ![Marées]({up}/marees-fr.png) ![Journal]({up}/other.png)");
    translate(&project, "port/chart", &format!("map-tides-log = {french}\n"));
    project.sync();
    let check = project.run(&["check", "--code", "link-target"]);
    assert_eq!(check.out.matches("[link-target]").count(), 1, "{}", check.out);
    assert!(check.out.contains("other.png)` is `![](../../images/log.png)`"), "{}", check.out);
}

#[test]
fn constructs_take_addresses_that_name_the_locale() {
    let links = "links: [{from: en/, to: \"{locale}/\"}, {from: /en/, to: \"/{locale}/\"}]\n";
    let jekyll = Project::new(&format!(
        "flavor: jekyll\nsource_locale: en\nlocales: [fr]\nsources: en/**/*.md\noutput: \"{{locale}}/{{path}}\"\n{MADE_UP_WORDS}{links}"
    ));
    jekyll.write(
        "en/quay.md",
        "# Quay\n\nSee [cranes]({% link en/crane.md %}) and {% post_url en/2026-01-31-tides %}.\n",
    );
    jekyll.write("en/crane.md", "# Crane\n");
    jekyll.sync();
    assert!(
        jekyll.read("fr/quay.md").contains("[cranes]({% link fr/crane.md %}) and {% post_url fr/2026-01-31-tides %}."),
        "{}",
        jekyll.read("fr/quay.md")
    );
    rests(&jekyll);
    let translation =
        "Voir [les grues]({\"{\"}% link fr/crane.md %{\"}\"}) et {\"{\"}% post_url fr/2026-01-31-tides %{\"}\"}.";
    translate(&jekyll, "quay", &format!("see-cranes-and = {translation}\n"));
    jekyll.sync();
    let check = jekyll.run(&["check"]);
    assert!(!check.out.contains("[construct]") && !check.out.contains("[link-target]"), "{}", check.out);
    let hugo = Project::new(&format!(
        "flavor: hugo\nsource_locale: en\nlocales: [fr]\nsources: en/**/*.md\noutput: \"{{locale}}/{{path}}\"\n{MADE_UP_WORDS}{links}"
    ));
    hugo.write("en/quay.md", "# Quay\n\nSee [cranes]({{< ref \"/en/crane\" >}}) and {{% relref \"en/tides.md\" %}}.\n");
    hugo.sync();
    assert!(hugo.read("fr/quay.md").contains("{{< ref \"/fr/crane\" >}}) and {{% relref \"fr/tides.md\" %}}."));
}
