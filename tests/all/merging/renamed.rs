//! A document that both branches gave another name: git writes its texts, with longer marks, under both.

use crate::support::{Project, git, translate};

fn rename(project: &Project, name: &str) {
    std::fs::rename(project.path("source-docs/a.md"), project.path(&format!("source-docs/{name}.md"))).unwrap();
    project.edit("locales/fr-FR/a.ftl", "Texte : The boats lie here.", &format!("Les bateaux selon {name}."));
    project.sync();
    git(project, &["add", "-A"]);
    git(project, &["commit", "-q", "-m", name]);
}

#[test]
fn both_names_keep_what_their_branch_says() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write(".gitignore", ".handback/\n");
    project.write("source-docs/a.md", "# Quay\n\nThe boats lie here.\n\nThe ropes are long.\n\nThe lamps are lit.\n");
    project.sync();
    translate(&project, "fr-FR", |text| Some(format!("Texte : {text}")));
    project.sync();
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-q", "-m", "all"]);
    git(&project, &["checkout", "-q", "-b", "other"]);
    rename(&project, "jetty");
    git(&project, &["checkout", "-q", "main"]);
    rename(&project, "wharf");
    let merge = super::try_git(&project, &["merge", "other"]);
    assert!(!merge.status.success(), "git cannot know which name is right");
    assert!(project.read("locales/en-US/wharf.ftl").contains("<<<<<<<< "), "longer marks than git's usual ones");

    let resolved = project.run(&["resolve"]);
    assert_eq!(resolved.code, 0, "{}{}", resolved.out, resolved.err);
    assert!(!project.path("source-docs/a.md").exists());
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    let catalog: String = ["wharf", "jetty", "shared"]
        .iter()
        .flat_map(|name| ["ftl", "yaml"].map(|end| project.path(&format!("locales/fr-FR/{name}.{end}"))))
        .map(|path| std::fs::read_to_string(path).unwrap_or_default())
        .collect();
    for wording in ["Les bateaux selon wharf.", "Les bateaux selon jetty."] {
        assert!(catalog.contains(wording), "{wording} is lost:\n{catalog}");
    }
    assert!(!catalog.contains("MT") && !catalog.contains("unproven"), "{catalog}");
    for name in ["wharf", "jetty"] {
        let page = project.read(&format!("localized-docs/fr-FR/{name}.md"));
        assert!(page.contains("Les bateaux selon") && !page.contains("<<<"), "{page}");
    }
}
