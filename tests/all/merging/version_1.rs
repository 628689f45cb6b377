//! The layout of version 1.

use super::*;

const OLD_STATE: &str = include_str!("version-1.yaml");
const OLD_RESOURCE: &str = include_str!("version-1.ftl");

#[test]
fn version_1_is_read_and_written_as_version_2_once() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "One text.\n\nTwo texts.\n\nThree texts.\n\nFour texts.\n");
    project.sync();
    project.write(YAML, OLD_STATE);
    project.write(FTL, OLD_RESOURCE);
    std::fs::remove_file(project.path("locales/fr-FR/a.page.yaml")).unwrap();
    let old = StateFile::parse(OLD_STATE).unwrap();
    let facts = &old.messages["one-text"];
    assert!(facts.source_unproven && facts.note.is_none());
    let similar = old.messages["two-texts"].similar.as_ref().unwrap();
    assert_eq!((similar.score, similar.english.as_str()), (87, "Two \"text\": (all)"));
    assert_eq!(old.messages["three-texts"].note.as_deref(), Some("ask: the legal team"));
    project.sync();
    let yaml = project.read(YAML);
    assert!(yaml.starts_with("version: 2\n"), "{yaml}");
    let new = StateFile::parse(&yaml).unwrap();
    assert_eq!((&new.messages, &new.rejected), (&old.messages, &old.rejected));
    let page = handback_core::catalog::state::HandOff::parse(&project.read("locales/fr-FR/a.page.yaml")).unwrap();
    assert_eq!(page.fileid, old.document.unwrap().fileid);
    let values = |text: &str| {
        let resource = Resource::parse(text.to_owned()).unwrap();
        resource.entries().iter().map(|entry| (entry.id.clone(), entry.pattern.clone())).collect::<Vec<_>>()
    };
    assert_eq!(values(&project.read(FTL)), values(OLD_RESOURCE));
    assert!(project.read(FTL).contains("\n\n# @two-texts\n# a note\ntwo-texts = "));
    let settled = project.snapshot();
    project.sync();
    assert!(project.snapshot() == settled, "one difference, then none");
}
