//! The queue of a review as a file to share.

use crate::support::Project;

#[test]
fn the_report_holds_the_queue_and_needs_no_other_file() {
    let project = Project::new("locales: [fr-FR, de-DE]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "Old words here.\n\nA `<script>alert(1)</script>` text.\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "old-words-here = Anciens mots.\n");
    project.sync();
    project.edit("source-docs/a.md", "Old words", "New words");
    let before = project.snapshot();
    assert_eq!(project.run(&["review", "--format", "json"]).code, 0);
    assert_eq!(project.snapshot(), before, "who only looks writes nothing");
    let outcome = project.run(&["review", "--html", "out.html", "--reviewer", "Ada"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let html = project.read("out.html");
    assert!(html.contains("<del>Old</del><ins>New</ins> words here."), "{html}");
    assert!(html.contains("Anciens mots.") && html.contains("stale"), "{html}");
    assert!(!html.contains("<script") && html.contains("&#60;script&#62;alert(1)"), "{html}");
    assert!(html.contains("aria-label=\"0 human, 0 machine, 1 stale, 1 missing\""), "{html}");
    assert!(!html.contains("src=") && !html.contains("href=\"http"), "{html}");
    let one = project.run(&["review", "--html", "one.html", "--locale", "de-DE", "--state", "stale"]);
    assert_eq!(one.code, 0);
    assert!(project.read("one.html").contains("Nothing needs a person."));
}
