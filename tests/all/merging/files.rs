//! Line ends, marks and messages that stand twice.

use super::*;

/// A project that is translated, checked clean, and committed.
fn clean() -> Project {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Title\n\nFirst text.\n\nSecond text,\nin two lines.\n");
    project.write("source-docs/toc.yml", "- name: First page\n  href: a.md\n");
    project.sync();
    crate::support::translate(&project, "fr-FR", |text| Some(format!("FR {text}")));
    project.write("locales/fr-FR/glossary.yaml", "version: 1\nterms: []\n");
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["config", "user.name", "t"]);
    git(&project, &["config", "user.email", "t@contoso.com"]);
    commit(&project, "sources");
    project.sync();
    commit(&project, "synced");
    let check = project.run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    project
}

#[test]
fn a_clone_with_windows_line_ends_is_clean() {
    let project = clean();
    let clone = Project::new("");
    std::fs::remove_file(clone.path("handback.yaml")).unwrap();
    let from = project.path("").to_string_lossy().into_owned();
    git(&clone, &["-c", "core.autocrlf=true", "clone", "-q", "-c", "core.autocrlf=true", &from, "."]);
    assert!(clone.read(FTL).contains("\r\n") && clone.read("localized-docs/fr-FR/a.md").contains("\r\n"));
    let check = clone.run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    let before = clone.snapshot();
    clone.sync();
    let files = |snapshot: Vec<(String, Vec<u8>, std::time::SystemTime)>| {
        snapshot.into_iter().filter(|(name, ..)| !name.starts_with(".git/")).collect::<Vec<_>>()
    };
    let (before, after) = (files(before), files(clone.snapshot()));
    for (old, new) in before.iter().zip(&after) {
        assert_eq!((&old.0, old.2), (&new.0, new.2), "written: {}", new.0);
    }
    assert_eq!(before.len(), after.len());
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let project = clean();
    let files = project.snapshot().into_iter().map(|(name, ..)| name).filter(|name| {
        let name = Path::new(name);
        let below = |folder: &str| name.starts_with(folder);
        !below(".git") && !below("localized-docs") && !below("source-docs")
    });
    for name in files {
        let text = project.read(&name);
        project.write(&name, &format!("\u{feff}{text}"));
        let check = project.run(&["check"]);
        let behind = check.out.contains("state-out-of-date") || check.out.contains("obsolete-reference");
        assert!(check.code == 0 || (check.code == 1 && behind), "{name}: {}{}", check.out, check.err);
        project.sync();
        let check = project.run(&["check"]);
        assert_eq!(check.code, 0, "{name}: {}{}", check.out, check.err);
        let state = StateFile::parse(&project.read(YAML)).unwrap();
        assert!(
            state
                .messages
                .values()
                .all(|state| state.kind == TranslationType::Human && state.date == Date::constant(2026, 1, 31))
        );
        project.write(&name, &text);
    }
}

#[test]
fn what_stands_twice_is_named_with_both_lines_and_the_person_s_counts() {
    let project = clean();
    let state = project.read(YAML);
    let block = "  first-text:\n    {type: MT, origin: mt:x, source: 1234567890123456, target: 1234567890123456, date: 2026-01-01}\n\n";
    project.write(YAML, &state.replace("# end\n", &format!("{block}# end\n")));
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-02"]), @r"
    $ handback sync --date 2026-02-02
    2 documents, 4 units in 4 messages (0 shared by several documents)
    fr-FR  not known: files of it could not be read
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.yaml:16: the state of `first-text` stands twice, on lines 9 and 16: remove one of the two, or run `handback resolve`
    error: catalog not written; fix the errors above first, so that nothing in those files is lost
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-02"]), @r"
    $ handback check --date 2026-02-02
    Not known: not everything could be read, see the errors. 2 documents, 1 locale.
    --- stderr
    error: locales/fr-FR/a.yaml:16: the state of `first-text` stands twice, on lines 9 and 16: remove one of the two, or run `handback resolve`
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["resolve"]), @r"
    $ handback resolve
      locales/fr-FR/a.ftl
      locales/fr-FR/a.yaml
    Resolved 2 files.
    Next: `git add locales`, then `handback sync`.
    --- exit code 0
    ");
    assert_eq!(StateFile::parse(&project.read(YAML)), StateFile::parse(&state), "the state of the person's wording");
    project.write(YAML, &state);
    // A machine's wording above the person's: the person's counts.
    let resource = project.read(FTL);
    project.write(FTL, &resource.replace("first-text =", "first-text = Machine\n\nfirst-text ="));
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-02"]), @r"
    $ handback sync --date 2026-02-02
    2 documents, 4 units in 4 messages (0 shared by several documents)
    fr-FR  ████████████████████████  100 % current: 4 human, 0 machine; 0 stale, 0 missing
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.ftl:4: message `first-text` stands twice, on lines 2 and 4: remove one of the two, or run `handback resolve`
    --- exit code 2
    ");
    assert_eq!(StateFile::parse(&project.read(YAML)), StateFile::parse(&state));
    // It stays a problem until somebody, or `resolve`, leaves one.
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-02"]), @r"
    $ handback check --date 2026-02-02
    locales/fr-FR/a.ftl:4: error[duplicate-id]: message `first-text` stands twice, on lines 2 and 4: remove one of the two, or run `handback resolve`
        fix: remove one of the two messages
    1 error, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
    assert_eq!(project.run(&["resolve"]).code, 0);
    let check = project.run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    assert!(!project.read(FTL).contains("Machine"));
    // A state that is not there is no state that cannot be read.
    std::fs::remove_file(project.path(YAML)).unwrap();
    let outcome = project.run(&["resolve"]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
}

/// The document is renamed on one side, and somebody translates on the other: git takes both for changes of one file.
#[test]
fn what_was_worded_while_the_document_was_renamed_is_kept() {
    for renamed_here in [false, true] {
        let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
        git(&project, &["init", "-q", "-b", "main"]);
        project.write("source-docs/a.md", "# Harbor\n\nThe boats leave at noon.\n\nBring your own rope.\n");
        project.sync();
        let words = "harbor = Port\n\nthe-boats-leave-at-noon = Les bateaux partent à midi.\n\nbring-your-own-rope = Apportez votre corde.\n";
        project.write("locales/fr-FR/a.ftl", words);
        project.sync();
        git(&project, &["add", "-A"]);
        git(&project, &["commit", "-qm", "both"]);
        let rename = || {
            std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/pier.md")).unwrap();
            project.sync();
            git(&project, &["add", "-A"]);
            git(&project, &["commit", "-qm", "rename"]);
        };
        let word = || {
            project.edit("locales/fr-FR/a.ftl", "Port", "Le port");
            project.edit("locales/fr-FR/a.ftl", "à midi", "à midi pile");
            project.sync();
            git(&project, &["add", "-A"]);
            git(&project, &["commit", "-qm", "word"]);
        };
        git(&project, &["switch", "-qc", "side"]);
        if renamed_here {
            word();
        } else {
            rename();
        }
        git(&project, &["switch", "-q", "main"]);
        if renamed_here {
            rename();
        } else {
            word();
        }
        try_git(&project, &["merge", "-q", "side"]);
        let outcome = project.run(&["resolve"]);
        assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
        try_git(&project, &["checkout", "-q", "--ours", "localized-docs"]);
        git(&project, &["add", "-A"]);
        project.sync();
        let (resource, page) = (project.read("locales/fr-FR/pier.ftl"), project.read("localized-docs/fr-FR/pier.md"));
        for words in ["Le port", "à midi pile"] {
            assert!(resource.contains(words) && page.contains(words), "{renamed_here}: {resource}{page}");
        }
        assert_eq!(project.run(&["check"]).code, 0);
    }
}

/// A paragraph goes to another document on one side, and is worded again on the other: what is newer must not vanish behind the
/// wording that went along.
#[test]
fn what_was_worded_while_its_text_moved_waits_for_a_decision() {
    for moved_here in [false, true] {
        let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
        git(&project, &["init", "-q", "-b", "main"]);
        project.write("source-docs/a.md", "# Harbor\n\nThe boats leave at noon.\n\nBring your own rope.\n");
        project.write("source-docs/b.md", "# Pier\n");
        project.sync();
        let words = "harbor = Port\n\nthe-boats-leave-at-noon = Les bateaux partent à midi.\n\nbring-your-own-rope = Apportez votre corde.\n";
        project.write("locales/fr-FR/a.ftl", words);
        project.write("locales/fr-FR/b.ftl", "pier = Quai\n");
        project.sync();
        commit(&project, "both");
        let to_b = || {
            project.edit("source-docs/a.md", "The boats leave at noon.\n\n", "");
            project.write("source-docs/b.md", "# Pier\n\nThe boats leave at noon.\n");
            project.sync();
            commit(&project, "move");
        };
        let word = || {
            project.edit("locales/fr-FR/a.ftl", "à midi", "à midi pile");
            project.sync();
            commit(&project, "word");
        };
        git(&project, &["switch", "-qc", "side"]);
        if moved_here {
            word();
        } else {
            to_b();
        }
        git(&project, &["switch", "-q", "main"]);
        if moved_here {
            to_b();
        } else {
            word();
        }
        try_git(&project, &["merge", "-q", "side"]);
        project.run(&["resolve"]);
        try_git(&project, &["checkout", "-q", "--ours", "localized-docs"]);
        git(&project, &["add", "-A"]);
        project.sync();
        let check = project.run(&["check"]);
        assert!(
            check.out.contains("open-decision") && check.out.contains("à midi pile"),
            "{moved_here}: {}",
            check.out
        );
        let before = project.read("locales/fr-FR/b.yaml");
        project.sync();
        assert_eq!(project.read("locales/fr-FR/b.yaml"), before);
    }
}
