//! A hint where no flavor is set and the documents are plainly written for another generator.

use super::*;

/// What a sync and a check say beside their results.
fn said(config: &str, files: &[(&str, &str)]) -> String {
    let project = Project::new(config);
    files.iter().for_each(|(name, text)| project.write(name, text));
    let (sync, check) = (project.run(&["sync"]), project.run(&["check"]));
    assert_eq!((sync.code, check.code), (0, 0), "{}{}", sync.err, check.out);
    format!("sync: {}check: {}", sync.err, check.err)
}

const NOTES: [(&str, &str); 3] = [
    ("source-docs/a.md", "# Harbor\n\n{{< note >}}\nMind the tide.\n{{< /note >}}\n"),
    ("source-docs/b.md", "# Boats\n\nSee {{< ref \"a.md\" >}}.\n"),
    ("source-docs/c.md", "# List\n\n{{% tip %}}\nSort it.\n{{% /tip %}}\n"),
];

#[test]
fn the_flavor_that_would_read_the_documents_is_named() {
    insta::assert_snapshot!(said("locales: []\n", &NOTES), @r"
    sync: warning: source-docs/a.md:3: 3 of 3 documents looked at have shortcodes or front matter of Hugo, and handback.yaml names no flavor: they are read as DocFX does, to which that is text. `flavor: hugo` in handback.yaml would read them; `flavor: docfx` says that this is meant
    check:
    ");
}

#[test]
fn nothing_is_said_where_a_flavor_is_set_or_little_is_seen() {
    for config in ["flavor: docfx\nlocales: []\n", "flavor: hugo\nlocales: []\n"] {
        assert_eq!(said(config, &NOTES), "sync: check: ");
    }
    let plain = ["d", "e", "f"].map(|name| (format!("source-docs/{name}.md"), "# Harbor\n\nMind the tide.\n"));
    let plain = plain.iter().map(|(name, text)| (name.as_str(), *text));
    let few: Vec<(&str, &str)> = NOTES[..2].iter().copied().chain(plain).collect();
    assert_eq!(said("locales: []\n", &few), "sync: check: ");
    let of_docfx = NOTES.map(|(name, text)| (name, format!("{text}\n:::zone pivot=\"a\"\n\nWords.\n\n:::zone-end\n")));
    let files: Vec<(&str, &str)> = of_docfx.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(said("locales: []\n", &files), "sync: check: ");
}
