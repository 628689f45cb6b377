//! Bad input: a clear message that names the file, the others go on, the exit code says so.

#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use crate::support::Project;

const FR: &str = "locales: [fr-FR]\nmetadata: none\nanchors: false\n";

fn good_and(name: &str, bytes: &[u8]) -> Project {
    let project = Project::new(FR);
    project.write("source-docs/good.md", "Good\n");
    let path = project.path("source-docs").join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
    project
}

/// What a sync shows that renders the good document all the same.
fn fails_alone(project: &Project) -> String {
    let shown = project.shown(&["sync", "--date", "2026-01-31"]);
    assert_eq!(project.read("localized-docs/fr-FR/good.md"), "Good\n", "{shown}");
    assert!(shown.ends_with("--- exit code 2\n"), "{shown}");
    shown
}

#[test]
fn a_document_that_is_not_utf8() {
    let project = good_and("bad.md", b"ok\n\xff\n");
    insta::assert_snapshot!(fails_alone(&project), @"
    $ handback sync --date 2026-01-31
    1 document, 1 unit in 1 message (0 shared by several documents)
    English messages: 1 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 1 missing
    Wrote 4 files.
    Next for fr-FR translators: 1 message to translate (`handback review --locale fr-FR`).
    --- stderr
    error: source-docs/bad.md:2: not UTF-8 at byte 3: save the document as UTF-8
    --- exit code 2
    ");
}

#[test]
fn a_document_that_became_unreadable_keeps_its_translations() {
    let project = good_and("bad.md", b"Words\n");
    project.sync();
    project.write("locales/fr-FR/bad.ftl", "words = Mots\n");
    project.sync();
    std::fs::write(project.path("source-docs/bad.md"), b"\xff").unwrap();
    let shown = fails_alone(&project);
    assert!(shown.contains("source-docs/bad.md:1: not UTF-8"), "{shown}");
    assert!(!project.read("locales/fr-FR/bad.yaml").contains("obsolete"));
    assert!(project.read("locales/en-US/bad.ftl").contains("words = Words"));
    assert_eq!(project.read("localized-docs/fr-FR/bad.md"), "Mots\n");
}

#[test]
fn a_folder_named_as_a_document_is_is_none() {
    let project = good_and("post.md/index.md", b"Words\n");
    let outcome = project.sync();
    assert!(outcome.out.starts_with("2 documents"), "{}", outcome.out);
    assert_eq!(project.read("localized-docs/fr-FR/post.md/index.md"), "Words\n");
}

#[test]
fn what_no_syntax_reads_is_named_once() {
    let project = Project::new("locales: [fr-FR]\nsources: docs/**\n");
    for (name, text) in [("a.md", "Words\n"), ("b.rst", "Words"), ("c/d.adoc", "Words"), ("e.png", ""), ("f.css", "")] {
        project.write(&format!("docs/{name}"), text);
    }
    insta::assert_snapshot!(project.shown(&["sync"]), @"
    $ handback sync
    1 document, 1 unit in 1 message (0 shared by several documents)
    English messages: 1 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 1 missing
    Wrote 4 files.
    Next for fr-FR translators: 1 message to translate (`handback review --locale fr-FR`).
    --- stderr
    warning: docs/c/d.adoc: 2 files that `sources` names are not read, for no syntax of handback reads them (.adoc: 1, .rst: 1); it reads .md, .markdown, .yml and .yaml, and .mdx with the flavors docusaurus, starlight, vitepress and gfm
    warning: no git commit is known for the sources: `ms.sourcegitcommit` keeps its old value or is left out
    --- exit code 0
    ");
    std::fs::remove_file(project.path("docs/a.md")).unwrap();
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    --- stderr
    error: handback.yaml: `sources` reaches no document: `docs/**` matches no Markdown or YAML file; docs/c/d.adoc: 2 files that `sources` names are not read, for no syntax of handback reads them (.adoc: 1, .rst: 1); it reads .md, .markdown, .yml and .yaml, and .mdx with the flavors docusaurus, starlight, vitepress and gfm
    --- exit code 2
    ");
}

#[cfg(unix)]
#[test]
fn a_loop_of_symbolic_links() {
    let project = good_and("sub/also.md", b"Also\n");
    std::os::unix::fs::symlink("..", project.path("source-docs/sub/loop")).unwrap();
    insta::assert_snapshot!(fails_alone(&project), @"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 2 missing
    Wrote 8 files.
    Next for fr-FR translators: 2 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    error: source-docs/sub/loop: symbolic link leads back to source-docs: remove it
    --- exit code 2
    ");
    assert_eq!(project.read("localized-docs/fr-FR/sub/also.md"), "Also\n");
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere() {
    let project = good_and("also.md", b"Also\n");
    std::os::unix::fs::symlink("nowhere.md", project.path("source-docs/bad.md")).unwrap();
    insta::assert_snapshot!(fails_alone(&project), @"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 2 missing
    Wrote 8 files.
    Next for fr-FR translators: 2 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    error: source-docs/bad.md: cannot be looked into: the symbolic link leads nowhere: remove it, or bring back what it names
    --- exit code 2
    ");
}

#[cfg(unix)]
#[test]
fn a_document_without_permission() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = good_and("bad.md", b"Bad\n");
    std::fs::set_permissions(project.path("source-docs/bad.md"), std::fs::Permissions::from_mode(0o0)).unwrap();
    if std::fs::read(project.path("source-docs/bad.md")).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let shown = fails_alone(&project);
    assert!(shown.contains("source-docs/bad.md: cannot read the document"), "{shown}");
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_differ_only_in_case() {
    let project = good_and("Bad.md", b"One\n");
    project.write("source-docs/bad.md", "Two\n");
    insta::assert_snapshot!(fails_alone(&project), @"
    $ handback sync --date 2026-01-31
    1 document, 1 unit in 1 message (0 shared by several documents)
    English messages: 1 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 1 missing
    Wrote 4 files.
    Next for fr-FR translators: 1 message to translate (`handback review --locale fr-FR`).
    --- stderr
    error: source-docs/Bad.md: differs only in case from source-docs/bad.md: rename one; both are left alone
    --- exit code 2
    ");
}

#[test]
fn junk_in_a_resource_is_named_and_loses_nothing() {
    let project = good_and("a.md", b"One\n\nTwo\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "one = Un\ntwo = Deux\n");
    project.sync();
    let state = project.read("locales/fr-FR/a.yaml");
    project.write("locales/fr-FR/a.ftl", "one = Un\ntwo Deux\n");
    insta::assert_snapshot!(fails_alone(&project), @"
    $ handback sync --date 2026-01-31
    2 documents, 3 units in 3 messages (0 shared by several documents)
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 3 missing
    No file was written: see the errors.
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    error: locales/fr-FR/a.ftl:2: `one` is cut short here: its next line is not indented: put blanks before it
    finding: localized-docs/fr-FR/a.md: left as it is: its wording `one` cannot be read
    --- exit code 2
    ");
    assert_eq!(project.read("locales/fr-FR/a.ftl"), "one = Un\ntwo Deux\n");
    assert_eq!(project.read("locales/fr-FR/a.yaml"), state, "the state of a message that cannot be read stays");
    assert_eq!(project.read("localized-docs/fr-FR/a.md"), "Un\n\nDeux\n", "the last whole wording stays");
}

#[test]
fn a_state_of_another_version_stops_all_writing_of_the_catalog() {
    let project = good_and("a.md", b"One\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "one = Un\n");
    project.sync();
    project.edit("locales/fr-FR/a.yaml", "version: 2", "version: 9");
    project.edit("source-docs/a.md", "One", "Another");
    let before = project.read("locales/en-US/a.ftl");
    insta::assert_snapshot!(fails_alone(&project), @r"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    English messages: 1 new, 1 gone.
    fr-FR  not known: files of it could not be read
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.yaml:1: version 9 of this file format is unknown; this handback reads version 6: use the handback that wrote it, or a newer one
    error: catalog not written; fix the errors above first, so that nothing in those files is lost
    --- exit code 2
    ");
    assert_eq!(project.read("locales/en-US/a.ftl"), before);
    assert!(project.read("locales/fr-FR/a.yaml").starts_with("version: 9"));
}

#[test]
fn a_resource_that_cannot_be_read_keeps_state_and_pages() {
    let mut seen = String::new();
    for broken in [&b"one = \xe9t\xe9\n"[..], b"one = Un\n<<<<<<< HEAD\none = Deux\n"] {
        let project = good_and("a.md", b"One\n");
        project.sync();
        project.write("locales/fr-FR/a.ftl", "one = Un\n");
        project.sync();
        let (state, page) = (project.read("locales/fr-FR/a.yaml"), project.read("localized-docs/fr-FR/a.md"));
        std::fs::write(project.path("locales/fr-FR/a.ftl"), broken).unwrap();
        seen += &fails_alone(&project);
        assert_eq!(project.read("locales/fr-FR/a.yaml"), state);
        assert_eq!(project.read("localized-docs/fr-FR/a.md"), page);
        assert_eq!(std::fs::read(project.path("locales/fr-FR/a.ftl")).unwrap(), broken);
    }
    insta::assert_snapshot!(seen, @r"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    fr-FR  not known: files of it could not be read
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.ftl: cannot read the file: line 1 is not UTF-8: save the file as UTF-8
    error: catalog not written; fix the errors above first, so that nothing in those files is lost
    --- exit code 2
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    fr-FR  not known: files of it could not be read
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.ftl:2: holds the marks of a merge conflict: run `handback resolve`, or resolve it by hand
    error: catalog not written; fix the errors above first, so that nothing in those files is lost
    --- exit code 2
    ");
}

#[test]
fn a_folder_in_the_place_of_a_resource() {
    let project = good_and("a.md", b"One\n");
    project.sync();
    std::fs::create_dir_all(project.path("locales/fr-FR/a.ftl")).unwrap();
    insta::assert_snapshot!(fails_alone(&project), @r"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    fr-FR  not known: files of it could not be read
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.ftl: cannot read the file: Is a directory (os error 21)
    error: catalog not written; fix the errors above first, so that nothing in those files is lost
    --- exit code 2
    ");
}

#[test]
fn a_resource_that_would_exhaust_the_parser() {
    let project = good_and("a.md", b"One\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", &format!("one = {}\n", "{".repeat(30_000)));
    insta::assert_snapshot!(fails_alone(&project), @r"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    fr-FR  not known: files of it could not be read
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.ftl:1: placeables and calls are nested deeper than 100 levels: make a message of its own of what is inside
    error: catalog not written; fix the errors above first, so that nothing in those files is lost
    --- exit code 2
    ");
}

#[test]
fn wrong_use() {
    let project = good_and("a.md", b"One\n");
    let mut seen = String::new();
    for args in [
        &["sync", "--locale", "xx-XX"][..],
        &["render", "--locale", "en-US"],
        &["sync", "--date", "tomorrow"],
        &["init"],
        &["sync", "--config", "nowhere.yaml"],
        &["frobnicate"],
    ] {
        seen += &project.shown(args);
    }
    insta::assert_snapshot!(seen, @"
    $ handback sync --locale xx-XX
    --- stderr
    error: locale `xx-XX` is not in the configuration, which has fr-FR: add it to `locales` in handback.yaml
    --- exit code 2
    $ handback render --locale en-US
    --- stderr
    error: rendering the source locale needs `--out DIR`, so that no source is overwritten
    --- exit code 2
    $ handback sync --date tomorrow
    --- stderr
    error: invalid value 'tomorrow' for '--date <YYYY-MM-DD>': failed to parse four digit integer as year: invalid digit, expected 0-9 but got t

    For more information, try '--help'.
    --- exit code 2
    $ handback init
    --- stderr
    error: handback.yaml is there already: edit it, or remove it first
    --- exit code 2
    $ handback sync --config nowhere.yaml
    --- stderr
    error: nowhere.yaml: cannot read the configuration: No such file or directory (os error 2)
    --- exit code 2
    $ handback frobnicate
    --- stderr
    error: unrecognized subcommand 'frobnicate'

    Usage: handback [OPTIONS] <COMMAND>

    For more information, try '--help'.
    --- exit code 2
    ");
}

#[test]
fn a_configuration_that_says_what_it_cannot() {
    let project = good_and("a.md", b"One\n");
    let mut seen = String::new();
    for wrong in ["outputs: x", "sources: [docs/*.md]", "fail_on: [missing, stael]"] {
        project.write("handback.yaml", &format!("locales: [fr-FR]\n{wrong}\n"));
        seen += &project.shown(&["sync"]);
    }
    insta::assert_snapshot!(seen, @r"
    $ handback sync
    --- stderr
    error: handback.yaml:2: unknown key `outputs`: did you mean `output`? (known: source_locale, locales, sources, resources, output, trees, links, images, publish, flavor, constructs, front_matter, front_matter_keys, yaml_keys, html_attributes, code, anchors, metadata, hash, hand_off, provenance, outside_links, newline, on_stale, on_missing, on_machine, notice, carry, lift, thresholds, fail_on, checks, variables, translate, providers, authors, rates, forge)
    --- exit code 2
    $ handback sync
    --- stderr
    error: docs: no such folder: `sources` in handback.yaml names it
    --- exit code 2
    $ handback sync
    --- stderr
    error: handback.yaml:2: unknown value `stael`: did you mean `stale`? (known: stale, missing, locale-incomplete, obsolete-reference, junk, duplicate-id, unknown-placeable, missing-variable, unusable-translation, hand-edited-output, output-out-of-date, state-without-message, state-out-of-date, unknown-message, unpublished, orphaned-output, empty, garbled, markup, link-target, code, construct, literal-emphasis, number, address, identifier, untranslated, partly-untranslated, wrong-language, negation, spaces, doubled-word, end-punctuation, brackets, quotes, typography, length, plural-categories, pattern, glossary, altered-name, machine, unknown-author, unproven, carried, own-text, open-decision, broken-link, broken-anchor, missing-image, foreign-locale-link, files-elsewhere, inconsistent, reused-translation, missing-variant, unused-variant, shadowed-term, unused-term, unused-variable)
    --- exit code 2
    ");
    for command in ["status", "check", "diff"] {
        let outcome = project.run(&[command]);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{command}");
        assert!(outcome.err.contains("handback.yaml:2: unknown value `stael`"), "{}", outcome.err);
    }
}

#[test]
fn sources_that_reach_nothing() {
    let project = good_and("a.md", b"One\n");
    project.write("handback.yaml", "locales: [fr-FR]\nsources: [source-docs]\n");
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    --- stderr
    error: handback.yaml: `sources` reaches no document: `source-docs` matches no Markdown or YAML file: for everything below the folder write `source-docs/**`
    --- exit code 2
    ");

    // A project that had documents does not take them all for removed.
    let project = good_and("a.md", b"One\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "one = Un\n");
    project.sync();
    let before = project.read("locales/fr-FR/a.yaml");
    std::fs::rename(project.path("source-docs"), project.path("moved")).unwrap();
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    --- stderr
    error: source-docs: no such folder: `sources` in handback.yaml names it
    --- exit code 2
    ");
    assert_eq!(project.read("locales/fr-FR/a.yaml"), before);
    assert!(project.path("locales/en-US/a.ftl").exists());
}

#[test]
fn another_run_at_work() {
    let project = good_and("a.md", b"One\n");
    project.sync();
    let lock = std::fs::OpenOptions::new().write(true).open(project.path(".handback/lock")).unwrap();
    lock.lock().unwrap();
    project.edit("source-docs/a.md", "One", "Two");
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    --- stderr
    error: .handback/lock: another handback is at work on this project: wait for it to end
    --- exit code 2
    ");
    drop(lock);
    project.sync();
}

#[test]
fn a_terminal_is_not_driven_by_texts() {
    let project = good_and("a.md", b"One \x1b[31mred\x1b]0;title\x07\n");
    let shown = project.shown(&["units"]);
    assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
    insta::assert_snapshot!(shown, @r"
    $ handback units
    a.md:1 paragraph  one-31mred-0-title
        One �[31mred�]0;title�
    good.md:1 paragraph  good
        Good
    --- exit code 0
    ");
}

/// A project with a person's approved translation and a machine's, both current.
#[cfg(unix)]
fn approved() -> Project {
    let project = Project::new("locales: [fr-FR]\nanchors: false\n");
    project.write("source-docs/sub/a.md", "A first text.\n\nA second text.\n");
    project.write("source-docs/b.md", "Another document.\n");
    project.sync();
    project.run(&["translate", "--provider", "pseudo"]);
    project.edit("locales/fr-FR/sub/a.ftl", "a-first-text = ", "a-first-text = Un texte. ");
    project.sync();
    project
}

/// Takes a folder out of sight, and returns what brings it back; `None` where this user sees everything.
#[cfg(unix)]
fn hide<'p>(project: &'p Project, folder: &'p str, by_permission: bool) -> Option<Box<dyn FnOnce() + 'p>> {
    use std::os::unix::fs::PermissionsExt as _;
    let path = project.path(folder);
    if by_permission {
        let mode =
            |mode| std::fs::set_permissions(project.path(folder), std::fs::Permissions::from_mode(mode)).unwrap();
        mode(0o300);
        let back: Box<dyn FnOnce()> = Box::new(move || mode(0o755));
        return match std::fs::read_dir(path) {
            Err(_) => Some(back),
            Ok(_) => {
                back();
                None
            }
        };
    }
    // A link to nowhere: a disk that is not mounted.
    let aside = project.path("aside");
    std::fs::rename(&path, &aside).unwrap();
    std::os::unix::fs::symlink("not-mounted", &path).unwrap();
    Some(Box::new(move || {
        std::fs::remove_file(project.path(folder)).unwrap();
        std::fs::rename(project.path("aside"), project.path(folder)).unwrap();
    }))
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_listed_is_not_empty() {
    let folders = ["locales/fr-FR/sub", "locales/fr-FR", "locales/en-US/sub", "locales/en-US", "source-docs/sub"];
    for (folder, by_permission) in folders.into_iter().flat_map(|folder| [(folder, false), (folder, true)]) {
        let project = approved();
        let before = project.snapshot();
        let Some(back) = hide(&project, folder, by_permission) else { continue };
        for command in [&["sync"][..], &["sync", "--prune"], &["extract"], &["status"], &["check"]] {
            let outcome = project.run(command);
            assert_eq!(outcome.code, 2, "{folder} {command:?} {}", outcome.out);
            assert!(outcome.err.contains(&format!("{folder}: cannot be looked into")), "{}", outcome.err);
            assert!(!outcome.out.contains("Clean") && !outcome.out.contains(" 0 %"), "{}", outcome.out);
        }
        back();
        assert_eq!(project.snapshot(), before, "{folder}");
        project.sync();
        assert_eq!(project.snapshot(), before, "{folder}");
    }
}

#[cfg(unix)]
#[test]
fn pipes_are_refused_at_once() {
    for path in ["source-docs/c.md", "locales/fr-FR/b.ftl", "locales/fr-FR/b.yaml", "locales/en-US/b.yaml"] {
        let project = approved();
        let _ = std::fs::remove_file(project.path(path));
        assert!(std::process::Command::new("mkfifo").arg(project.path(path)).status().unwrap().success());
        for command in ["sync", "check"] {
            let outcome = project.run(&[command]);
            assert_eq!(outcome.code, 2, "{path} {}", outcome.out);
            assert!(outcome.err.contains(path) && outcome.err.contains("not an ordinary file"), "{}", outcome.err);
        }
        assert!(project.read("localized-docs/fr-FR/sub/a.md").contains("Un texte."));
    }
}

/// A folder that only its own permissions hide.
#[cfg(unix)]
fn lock_away(project: &Project, folder: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(project.path(folder), std::fs::Permissions::from_mode(0o000)).unwrap();
}

#[cfg(unix)]
fn show(project: &Project, folder: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(project.path(folder), std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn folders_of_a_memory_and_of_pages_that_cannot_be_listed_are_named() {
    let project =
        Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {memory: [\"tm/**/*.tmx\"]}\n");
    project.write("source-docs/good.md", "Good\n");
    project.write("tm/old/x.tmx", "");
    project.write("pages/good.md", "Bon\n");
    project.write("pages/sub/stray.md", "Perdu\n");
    let adopt = ["adopt", "--locale", "fr-FR", "pages"];
    for (folder, arguments) in [("tm/old", &["translate"][..]), ("pages/sub", &adopt)] {
        lock_away(&project, folder);
        let outcome = project.run_as_nobody(arguments);
        show(&project, folder);
        assert_eq!(outcome.code, 2, "{}{}", outcome.out, outcome.err);
        assert!(outcome.err.contains(&format!("{folder}: cannot be looked into")), "{}", outcome.err);
    }
    assert!(project.run(&adopt).err.contains("pages/sub/stray.md: no source document has this path"));
}

#[test]
fn an_older_english_that_cannot_be_read_is_not_missing() {
    let project = good_and("also.md", b"Also\n");
    project.write("pages/good.md", &format!("---\nms.openlocfilehash: {}\n---\n\nBon\n", "0123456789".repeat(4)));
    std::fs::create_dir_all(project.path("old/good.md")).unwrap();
    let adopt = ["adopt", "--locale", "fr-FR", "--source-at", "old", "pages", "--date", "2026-01-31"];
    insta::assert_snapshot!(project.shown(&adopt), @r"
    $ handback adopt --locale fr-FR --source-at old pages --date 2026-01-31
    0 pages: 0 made from today's English, 0 from an earlier one, 0 from one that was not found
    0 of 0 units translated (100 %)
    0 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Wrote 4 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    error: old/good.md: cannot read the older English: Is a directory (os error 21)
    --- exit code 2
    ");
}

#[test]
fn a_ledger_that_cannot_be_read_stops_the_write() {
    let project = good_and("also.md", b"Also\n");
    project.sync();
    let ledger = project.path(".handback/ledger/fr-FR");
    let text = std::fs::read(&ledger).unwrap();
    std::fs::remove_file(&ledger).unwrap();
    std::fs::create_dir(&ledger).unwrap();
    project.write("locales/fr-FR/also.ftl", "also = Aussi\n");
    let before = project.snapshot();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @r"
    $ handback sync --date 2026-01-31
    --- stderr
    error: .handback/ledger/fr-FR: cannot read the file: Is a directory (os error 21)
    --- exit code 2
    ");
    assert!(project.snapshot() == before, "nothing is written");
    std::fs::remove_dir(&ledger).unwrap();
    std::fs::write(&ledger, text).unwrap();
    project.sync();
    assert!(project.read("locales/fr-FR/also.yaml").contains("type: HT"));
}
