//! `code`: comments in code blocks, or whole blocks, as texts.

use crate::support::{Project, clean, rests};

const CONFIG: &str =
    "source_locale: en\nlocales: [fr]\nflavor: gfm\nsources: docs/en/*.md\noutput: 'docs/{locale}/{path}'\n";
const ENGLISH: &str = "# Moor the boat\n\n- Call it:\n\n  ```js\n  // Moors the boat at the quay\n  // and waits.\n  \
                       moor(\"quay\"); // Never at night\n  ```\n\n```console\n$ moor --quay 3\n# mooring\n```\n";
const FRENCH: &str = "# Amarrer le bateau\n\n- Appelez-le :\n\n  ```js\n  // Amarre le bateau au quai\n  // et attend.\n  \
                      moor(\"quay\"); // Jamais la nuit\n  ```\n\n```console\n$ moor --quay 3\n# mooring\n```\n";

fn project(code: &str) -> Project {
    let project = Project::new(&format!("{CONFIG}{code}"));
    project.write("docs/en/moor.md", ENGLISH);
    project
}

#[test]
fn code_is_no_text_unless_it_is_asked_for() {
    let project = project("");
    project.sync();
    assert!(!project.read("locales/en/moor.ftl").contains("quay"));
}

#[test]
fn comments_are_texts() {
    let project = project("code: comments\n");
    project.write("docs/fr/moor.md", FRENCH);
    let adopted = project.run(&["adopt", "--locale", "fr"]);
    assert!(adopted.out.contains("1 of 1 page regenerate to their very bytes."), "{}{}", adopted.out, adopted.err);
    project.sync();
    assert_eq!(project.read("docs/fr/moor.md"), FRENCH);
    rests(&project);
    clean(&project);
    // What the code does is not for the translation to say.
    project.edit("docs/en/moor.md", "moor(\"quay\")", "moor(\"pier\")");
    project.sync();
    assert_eq!(project.read("docs/fr/moor.md"), FRENCH.replace("moor(\"quay\")", "moor(\"pier\")"));
    clean(&project);
}

#[test]
fn machines_translate_comments_and_leave_whole_code_to_people() {
    let pseudo = "translate: {provider: draft}\nproviders: {draft: {type: pseudo}}\n";
    let comments = project(&format!("code: comments\n{pseudo}"));
    comments.sync();
    let page = comments.read("docs/fr/moor.md");
    assert!(page.contains("  moor(\"quay\"); // ⟦") && page.contains("\n# mooring\n"), "{page}");
    assert_eq!(page.lines().filter(|line| line.starts_with("  // ⟦")).count(), 1, "{page}");
    let whole = project(&format!("code: all\n{pseudo}"));
    whole.sync();
    let page = whole.read("docs/fr/moor.md");
    assert!(page.contains("  // Moors the boat at the quay\n") && page.contains("# mooring\n"), "{page}");
    let units = whole.run(&["units", "--locale", "fr", "--format", "json"]).out;
    assert!(units.contains("moor(\\\"quay\\\"); // Never at night"), "{units}");
}
