//! Publishers hash sources in different forms of their line ends.

use handback::project::hash::source_hash;
use handback::settings::config::HashAlgorithm;
use handback::settings::hand_off::HashForm;

use super::{ENGLISH, FRENCH, adopt};
use crate::support::{Project, git};

/// A page that names its English by the hash in a form.
fn page(english: &str, form: HashForm) -> String {
    FRENCH.replace("HASH", &source_hash(english.as_bytes(), HashAlgorithm::Sha1, form))
}

fn published(project: &Project, name: &str) -> String {
    let page = project.read(&format!("localized-docs/fr-FR/{name}"));
    let line = page.lines().find_map(|line| line.strip_prefix("ms.openlocfilehash: "));
    line.unwrap_or_default().to_owned()
}

fn hash_of(project: &Project, name: &str, form: HashForm) -> String {
    source_hash(project.read(&format!("source-docs/{name}")).as_bytes(), HashAlgorithm::Sha1, form)
}

/// A project with two pages that name today's English in this form.
fn adopted(form: HashForm, config: &str) -> Project {
    let project = Project::new(&format!("locales: [fr-FR]\n{config}"));
    for name in ["a.md", "b.md"] {
        project.write(&format!("source-docs/{name}"), ENGLISH);
        project.write(&format!("pages/{name}"), &page(ENGLISH, form));
    }
    let outcome = adopt(&project, &[]);
    assert!(outcome.out.starts_with("2 pages: 2 made from today's English"), "{}{}", outcome.out, outcome.err);
    project.sync();
    project
}

#[test]
fn a_source_is_known_by_its_hash_in_every_form() {
    for form in HashForm::ALL {
        let project = adopted(form, "");
        assert_eq!(project.read("localized-docs/fr-FR/a.md"), project.read("pages/a.md"), "{form:?}");
    }
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", ENGLISH);
    let hash = source_hash(ENGLISH.as_bytes(), HashAlgorithm::Sha256, HashForm::Raw);
    project.write("pages/a.md", &FRENCH.replace("HASH", &hash));
    assert_eq!(adopt(&project, &[]).code, 0);
}

#[test]
fn a_new_hash_has_the_form_of_those_that_are_published() {
    let project = adopted(HashForm::Raw, "");
    let structure = project.read("locales/en-US/a.yaml");
    assert!(structure.contains(&hash_of(&project, "a.md", HashForm::Raw)), "{structure}");
    project.edit("source-docs/a.md", "First text.", "First text, reworded.");
    project.sync();
    assert_eq!(published(&project, "a.md"), hash_of(&project, "a.md", HashForm::Raw));
    // A new document, and one with other line ends.
    project.write("source-docs/c.md", "# New\r\n\r\nText.\r\n");
    project.sync();
    assert_eq!(published(&project, "c.md"), hash_of(&project, "c.md", HashForm::Raw));
    let before = project.snapshot();
    project.sync();
    assert_eq!(project.snapshot(), before);
}

#[test]
fn where_every_source_changed_git_knows_the_form() {
    let project = adopted(HashForm::Raw, "");
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    for name in ["a.md", "b.md"] {
        project.edit(&format!("source-docs/{name}"), "First text.", "First text, reworded.");
    }
    project.sync();
    for name in ["a.md", "b.md"] {
        assert_eq!(published(&project, name), hash_of(&project, name, HashForm::Raw));
    }
}

#[test]
fn the_configuration_names_a_form() {
    let project = adopted(HashForm::Raw, "hand_off: {hash_form: lf}\n");
    project.write("source-docs/a.md", "# New\r\n\r\nText.\r\n");
    project.write("source-docs/b.md", "# New\n\nText.\n");
    project.sync();
    assert_eq!(published(&project, "a.md"), published(&project, "b.md"));
    assert_eq!(published(&project, "a.md"), hash_of(&project, "a.md", HashForm::Lf));
    project.write("handback.yaml", "locales: [fr-FR]\nhand_off: {hash_form: fl}\n");
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    --- stderr
    error: handback.yaml:2: unknown value `fl`: did you mean `lf`? (known: auto, raw, lf, crlf)
    --- exit code 2
    ");
}

#[test]
fn a_project_without_pages_hashes_as_before() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", ENGLISH);
    project.sync();
    assert_eq!(published(&project, "a.md"), hash_of(&project, "a.md", HashForm::Crlf));
    project.edit("source-docs/a.md", "First text.", "First text, reworded.");
    project.sync();
    assert_eq!(published(&project, "a.md"), hash_of(&project, "a.md", HashForm::Crlf));
}
