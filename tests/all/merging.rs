//! Branches that change the catalog, merged by git: alone, with the driver, and repaired afterwards.

mod files;
mod halves;
mod lifted;
mod random;
mod renamed;
mod version_1;

use std::path::Path;
use std::process::{Command, Output};

use handback_core::catalog::Id;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::{State, TranslationType};
use handback_core::catalog::state_file::StateFile;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;

use crate::support::{Outcome, Project, git};

const FTL: &str = "locales/fr-FR/a.ftl";
const YAML: &str = "locales/fr-FR/a.yaml";
const HOME: [&str; 8] = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"];

/// What somebody does to one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Edit,
    Approve,
    Add,
    Remove,
    Draft,
    /// The English has a new message behind this one, right before its neighbor.
    Grow,
}

fn english(id: &str) -> String {
    format!("English of {id}")
}

fn ids(home: &[&str]) -> Vec<Id> {
    home.iter().map(|id| Id::from(*id)).collect()
}

/// A file of the locale, read and written as handback does.
struct File {
    home: Vec<Id>,
    file: LocaleFile,
}

impl File {
    fn read(project: &Project) -> Self {
        let text = |name: &str| std::fs::read_to_string(project.path(name)).unwrap_or_default();
        let yaml = text(YAML);
        let state = if yaml.is_empty() { StateFile::default() } else { StateFile::parse(&yaml).unwrap() };
        Self { home: ids(&HOME), file: LocaleFile::new(Resource::parse(text(FTL)).unwrap(), state) }
    }

    fn write(&mut self, project: &Project) {
        let source = self.file.resource_source(&self.home, &self.home);
        let state = std::mem::take(&mut self.file.state);
        self.file = LocaleFile::new(Resource::parse(source.clone()).unwrap(), state);
        project.write(FTL, &source);
        project.write(YAML, &self.file.state_source(&self.home, &self.home));
    }

    fn set(&mut self, id: &str, text: &str, kind: TranslationType, who: &str) {
        let origin = if kind == TranslationType::Human { "human" } else { "mt:x" };
        let state =
            State::new(kind, origin, &fingerprint(&english(id)), &fingerprint(text), Date::constant(2026, 2, 2));
        let reviewer = (kind == TranslationType::Human).then(|| who.into());
        self.file.set_text(&id.into(), text, State { reviewer, ..state });
    }

    fn approve(&mut self, id: &str, who: &str) {
        let state = self.file.state.messages.get_mut(id).unwrap();
        (state.kind, state.reviewer, state.date) =
            (TranslationType::Human, Some(who.into()), Date::constant(2026, 2, 2));
    }

    fn remove(&mut self, id: &str) {
        let _ = self.file.take(&id.into());
    }

    fn text(&self, id: &str) -> Option<String> {
        self.file.pattern(id).map(|pattern| pattern.as_str().to_owned())
    }

    fn state(&self, id: &str) -> &State {
        &self.file.state.messages[id]
    }

    fn apply(&mut self, deed: Deed, at: usize, who: &str) {
        let id = HOME[at];
        match deed {
            Deed::Edit => self.set(id, &format!("{id} by {who}"), TranslationType::Human, who),
            Deed::Add => self.set(id, &format!("{id} added by {who}\nin two lines"), TranslationType::Human, who),
            Deed::Draft => self.set(id, &format!("{id} drafted for {who}"), TranslationType::Machine, who),
            Deed::Approve => self.approve(id, who),
            Deed::Remove => self.remove(id),
            Deed::Grow => {
                self.home.insert(at + 1, format!("new-after-{id}").into());
                // The resource is written with the next message of any kind; a sync of the English does it too.
                self.file.renew();
            }
        }
    }

    /// Every wording is that of its state.
    fn is_consistent(&self) {
        for entry in self.file.resource.entries() {
            let Some(Pattern::Text(text)) = &entry.pattern else { panic!("{} has no text", entry.id) };
            let state = self.file.state.messages.get(&entry.id).unwrap_or_else(|| panic!("{} has no state", entry.id));
            assert_eq!(state.target, fingerprint(text), "{}", entry.id);
        }
        assert_eq!(self.file.state.messages.len(), self.file.resource.entries().len());
    }
}

/// A repository with messages that are machine's, a person's, and missing.
fn repository() -> Project {
    let project = Project::new("locales: [fr-FR]\n");
    let paragraphs: Vec<String> = HOME.iter().map(|id| english(id)).collect();
    project.write("source-docs/a.md", &format!("{}\n", paragraphs.join("\n\n")));
    let mut file = File::read(&project);
    for (at, id) in HOME.iter().enumerate().filter(|(at, _)| at % 4 != 2) {
        let kind = if at % 2 == 0 { TranslationType::Machine } else { TranslationType::Human };
        file.set(id, &format!("{id} at first"), kind, "Zoe");
    }
    file.write(&project);
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["config", "user.name", "t"]);
    git(&project, &["config", "user.email", "t@contoso.com"]);
    commit(&project, "base");
    project
}

fn commit(project: &Project, subject: &str) {
    git(project, &["add", "-A"]);
    git(project, &["commit", "-q", "--allow-empty", "-m", subject]);
}

fn try_git(project: &Project, arguments: &[&str]) -> Output {
    Command::new("git").args(arguments).current_dir(project.path("")).env("GIT_EDITOR", "true").output().unwrap()
}

/// Commits what `ours` and `theirs` make of the base, on `main` and `side`; `main` is checked out.
fn branches(project: &Project, ours: impl FnOnce(&mut File), theirs: impl FnOnce(&mut File)) {
    git(project, &["checkout", "-q", "-B", "side"]);
    let mut file = File::read(project);
    theirs(&mut file);
    file.write(project);
    commit(project, "theirs");
    git(project, &["checkout", "-q", "main"]);
    let mut file = File::read(project);
    ours(&mut file);
    file.write(project);
    commit(project, "ours");
}

fn with_driver(project: &Project) {
    assert_eq!(project.run(&["init", "--git"]).code, 0);
    let driver = format!("'{}' merge-driver %O %A %B %P %Y", env!("CARGO_BIN_EXE_handback"));
    git(project, &["config", "merge.handback.driver", &driver]);
    commit(project, "attributes");
}

/// A random number below `below`, by a seed.
fn random(seed: &mut u64, below: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    ((*seed >> 33) as usize) % below
}

fn deed(seed: &mut u64, file: &File, at: usize) -> Deed {
    let deeds: &[Deed] = match file.text(HOME[at]) {
        Some(_) => &[Deed::Edit, Deed::Approve, Deed::Remove, Deed::Draft, Deed::Grow],
        None => &[Deed::Add, Deed::Draft],
    };
    deeds[random(seed, deeds.len())]
}

#[test]
fn neighbors_never_conflict() {
    let project = repository();
    git(&project, &["tag", "base"]);
    let mut seed = 20260131;
    let mut seen = std::collections::BTreeSet::new();
    for pair in 0..60 {
        let first = random(&mut seed, HOME.len() - 1);
        let base = File::read(&project);
        let deeds = [deed(&mut seed, &base, first), deed(&mut seed, &base, first + 1)];
        branches(&project, |file| file.apply(deeds[0], first, "Ada"), |file| file.apply(deeds[1], first + 1, "Bob"));
        seen.insert(format!("{deeds:?}"));
        let outcome = try_git(&project, &["merge", "-q", "--no-edit", "side"]);
        assert!(
            outcome.status.success(),
            "pair {pair}: {deeds:?} of {first} and its neighbor: {}",
            String::from_utf8_lossy(&outcome.stdout)
        );
        let merged = File::read(&project);
        merged.is_consistent();
        for (at, deed, who) in [(first, deeds[0], "Ada"), (first + 1, deeds[1], "Bob")] {
            let mut alone = File::read_base(&base);
            alone.apply(deed, at, who);
            assert_eq!(merged.text(HOME[at]), alone.text(HOME[at]), "{deeds:?}");
            let state = |file: &File| file.file.state.messages.get(HOME[at]).cloned();
            assert_eq!(state(&merged), state(&alone), "{deeds:?}");
        }
        git(&project, &["reset", "-q", "--hard", "base"]);
    }
    assert!(seen.len() > 12, "{seen:?}");
}

impl File {
    fn read_base(base: &Self) -> Self {
        Self { home: base.home.clone(), file: base.file.clone() }
    }
}

/// Both of two people's wordings, a machine's and a person's, and a plain edit, all of the same messages.
fn contradict(project: &Project) {
    branches(
        project,
        |file| {
            file.set("alpha", "Alpha d’Ada", TranslationType::Human, "Ada");
            file.set("bravo", "Bravo, machine", TranslationType::Machine, "");
            file.set("charlie", "Charlie d’Ada", TranslationType::Human, "Ada");
            file.remove("delta");
            file.approve("echo", "Ada");
        },
        |file| {
            file.set("alpha", "Alpha de Bob", TranslationType::Human, "Bob");
            file.set("bravo", "Bravo de Bob", TranslationType::Human, "Bob");
            file.set("charlie", "Charlie, machine", TranslationType::Machine, "");
            file.set("delta", "Delta de Bob", TranslationType::Human, "Bob");
            file.set("echo", "Echo, machine", TranslationType::Machine, "");
        },
    );
}

/// `swapped`: as a rebase has it, where ours is the other branch.
fn is_settled(project: &Project, swapped: bool) {
    let file = File::read(project);
    file.is_consistent();
    let (stays, waits) = if swapped { ("Bob", "Ada") } else { ("Ada", "Bob") };
    let of = |who: &str| if who == "Ada" { "Alpha d’Ada" } else { "Alpha de Bob" };
    assert_eq!(file.text("alpha").unwrap(), of(stays));
    let state = file.state("alpha");
    assert_eq!(state.reviewer.as_deref(), Some(stays));
    let other = &state.alternatives[0];
    assert_eq!((other.text.as_str(), other.reviewer.as_deref()), (of(waits), Some(waits)));
    assert_eq!(file.file.state.messages.values().map(|state| state.alternatives.len()).sum::<usize>(), 1);
    for (id, text) in
        [("bravo", "Bravo de Bob"), ("charlie", "Charlie d’Ada"), ("delta", "Delta de Bob"), ("echo", "echo at first")]
    {
        assert_eq!(file.text(id).as_deref(), Some(text));
        assert_eq!(file.state(id).kind, TranslationType::Human, "{id}");
    }
}

#[test]
fn the_driver_merges_by_message_and_keeps_both_wordings_of_two_people() {
    let project = repository();
    with_driver(&project);
    contradict(&project);
    let outcome = try_git(&project, &["merge", "-q", "--no-edit", "side"]);
    assert!(
        outcome.status.success(),
        "{}{}",
        String::from_utf8_lossy(&outcome.stdout),
        String::from_utf8_lossy(&outcome.stderr)
    );
    let said = String::from_utf8_lossy(&outcome.stderr);
    assert!(!said.contains("are united"), "there is nothing to recompute: {said}");
    is_settled(&project, false);
    // Both are shown, and one is chosen.
    project.sync();
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-02"]), @"
    $ handback check --date 2026-02-02
    handback.yaml:1: error[locale-incomplete]: fr-FR lacks 1 of 8 messages
        fix: `handback review --locale fr-FR --state missing` goes through them, `handback diff --locale fr-FR --missing` lists them
    source-docs/a.md:1: warning[open-decision]: Bob worded the fr-FR translation differently: Alpha de Bob: “English of alpha” (alpha)
        fix: choose one for `alpha` in `handback review`
    source-docs/a.md:13: error[missing]: no fr-FR translation: “English of golf” (english-of-golf), for 2 days
        fix: translate `english-of-golf` in locales/fr-FR/a.ftl
    2 errors, 1 warning in 1 document, 1 locale.
    --- exit code 1
    ");
    is_settled(&project, false);
}

#[test]
fn the_driver_works_in_a_rebase() {
    let project = repository();
    with_driver(&project);
    contradict(&project);
    let outcome = try_git(&project, &["rebase", "side"]);
    assert!(
        outcome.status.success(),
        "{}{}",
        String::from_utf8_lossy(&outcome.stdout),
        String::from_utf8_lossy(&outcome.stderr)
    );
    is_settled(&project, true);
}

#[test]
fn conflicts_are_resolved_after_a_merge_and_in_a_rebase() {
    let mut seen = String::new();
    for (arguments, swapped) in [(["merge", "side"], false), (["rebase", "side"], true)] {
        let project = repository();
        contradict(&project);
        assert!(!try_git(&project, &arguments).status.success());
        assert!(project.read(FTL).contains("<<<<<<< "));
        seen += &project.shown(&["resolve"]);
        is_settled(&project, swapped);
        git(&project, &["add", "locales"]);
        let go_on = if swapped { ["rebase", "--continue"] } else { ["commit", "--no-edit"] };
        assert!(try_git(&project, &go_on).status.success());
        project.sync();
        is_settled(&project, swapped);
    }
    insta::assert_snapshot!(seen, @r"
    $ handback resolve
      locales/fr-FR/a.ftl
      locales/fr-FR/a.yaml
    Resolved 2 files.
    Two people worded 1 message differently: alpha. `handback review` shows both.
    Next: `git add locales`, then `handback sync`.
    --- exit code 0
    $ handback resolve
      locales/fr-FR/a.ftl
      locales/fr-FR/a.yaml
    Resolved 2 files.
    Two people worded 1 message differently: alpha. `handback review` shows both.
    Next: `git add locales`, then `handback sync`.
    --- exit code 0
    ");
}

#[test]
fn a_conflict_that_nobody_resolved_stops_the_catalog_and_names_the_way_out() {
    let project = repository();
    project.sync();
    commit(&project, "synced");
    contradict(&project);
    assert!(!try_git(&project, &["merge", "side"]).status.success());
    let (resource, state) = (project.read(FTL), project.read(YAML));
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-02"]), @r"
    $ handback sync --date 2026-02-02
    1 document, 8 units in 8 messages (0 shared by several documents)
    fr-FR  not known: files of it could not be read
    No file was written: see the errors.
    --- stderr
    error: locales/fr-FR/a.ftl:2: holds the marks of a merge conflict: run `handback resolve`, or resolve it by hand
    error: locales/fr-FR/a.yaml:6: holds the marks of a merge conflict: run `handback resolve`, or resolve it by hand
    error: catalog not written; fix the errors above first, so that nothing in those files is lost
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-02"]), @r"
    $ handback check --date 2026-02-02
    Not known: not everything could be read, see the errors. 1 document, 1 locale.
    --- stderr
    error: locales/fr-FR/a.ftl:2: holds the marks of a merge conflict: run `handback resolve`, or resolve it by hand
    error: locales/fr-FR/a.yaml:6: holds the marks of a merge conflict: run `handback resolve`, or resolve it by hand
    --- exit code 2
    ");
    assert_eq!((project.read(FTL), project.read(YAML)), (resource, state));
}

#[test]
fn translations_of_new_neighbors_merge_without_help() {
    let project = repository();
    project.sync();
    let english = project.read("source-docs/a.md");
    project.write("source-docs/a.md", &format!("{english}\nIndia is new.\n\nJuliett is new.\n"));
    project.sync();
    commit(&project, "the English grows");
    let add = |project: &Project, id: &str, text: &str| {
        project.edit(FTL, &format!("# @{id}\n"), &format!("# @{id}\n{id} = {text}\n"));
        project.sync();
        commit(project, id);
    };
    git(&project, &["checkout", "-q", "-b", "side"]);
    add(&project, "juliett-is-new", "Juliett est nouvelle.");
    git(&project, &["checkout", "-q", "main"]);
    add(&project, "india-is-new", "India est nouvelle.");
    let _ = try_git(&project, &["merge", "-q", "--no-edit", "side"]);
    // Only the page, which is generated, may be in conflict.
    let unmerged = try_git(&project, &["ls-files", "--unmerged", "locales", "source-docs"]);
    assert_eq!(String::from_utf8_lossy(&unmerged.stdout), "");
    project.sync();
    assert!(["India est", "Juliett est"].iter().all(|text| project.read("localized-docs/fr-FR/a.md").contains(text)));
}

#[test]
fn what_somebody_resolved_by_hand_is_left_alone() {
    let project = repository();
    contradict(&project);
    assert!(!try_git(&project, &["merge", "side"]).status.success());
    project.write(FTL, "alpha = Par moi\n");
    insta::assert_snapshot!(project.shown(&["resolve"]), @r"
    $ handback resolve
    Resolved 0 files.
    --- stderr
    error: locales/fr-FR/a.ftl: it holds no conflict marks any more: `git add` it, or bring them back with `git checkout -m -- locales/fr-FR/a.ftl`
    error: locales/fr-FR/a.yaml: left beside locales/fr-FR/a.ftl: it holds no conflict marks any more: `git add` it, or bring them back with `git checkout -m -- locales/fr-FR/a.ftl`
    --- exit code 1
    ");
    assert_eq!(project.read(FTL), "alpha = Par moi\n");
}

#[test]
fn only_one_of_the_files_goes_through_the_driver() {
    // Ada approves, which changes the state alone; a machine words the same message again.
    let project = repository();
    with_driver(&project);
    branches(
        &project,
        |file| file.approve("alpha", "Ada"),
        |file| file.set("alpha", "Alpha, machine", TranslationType::Machine, ""),
    );
    let merge = try_git(&project, &["merge", "-q", "--no-edit", "side"]);
    assert!(merge.status.success(), "{}", String::from_utf8_lossy(&merge.stdout));
    let file = File::read(&project);
    file.is_consistent();
    // git takes the new resource unasked: the machine's wording stays the machine's, and Ada's waits.
    assert_eq!(file.text("alpha").as_deref(), Some("Alpha, machine"));
    assert_eq!(file.state("alpha").kind, TranslationType::Machine);
    assert_eq!(file.state("alpha").alternatives[0].text, "alpha at first");
}

#[test]
fn a_cherry_pick_and_a_stash_go_through_the_driver() {
    let project = repository();
    with_driver(&project);
    contradict(&project);
    let pick = try_git(&project, &["cherry-pick", "side"]);
    assert!(pick.status.success(), "{}", String::from_utf8_lossy(&pick.stderr));
    is_settled(&project, false);
    // What is stashed meets an edit of its neighbor, and of itself.
    let mut file = File::read(&project);
    file.set("golf", "Golf d’Ada", TranslationType::Human, "Ada");
    file.write(&project);
    git(&project, &["stash", "-q"]);
    let mut file = File::read(&project);
    file.set("golf", "Golf, machine", TranslationType::Machine, "");
    file.set("foxtrot", "Foxtrot d’Eve", TranslationType::Human, "Eve");
    file.write(&project);
    commit(&project, "meanwhile");
    let pop = try_git(&project, &["stash", "pop", "-q"]);
    assert!(pop.status.success(), "{}{}", String::from_utf8_lossy(&pop.stdout), String::from_utf8_lossy(&pop.stderr));
    let file = File::read(&project);
    file.is_consistent();
    assert_eq!(file.text("golf").as_deref(), Some("Golf d’Ada"));
    assert_eq!(file.text("foxtrot").as_deref(), Some("Foxtrot d’Eve"));
}

#[test]
fn init_writes_attributes_once_and_sets_the_driver() {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    git(&project, &["init", "-q"]);
    project.write(".gitattributes", "*.png binary");
    insta::assert_snapshot!(project.shown(&["init", "--locale", "fr-FR"]), @r#"
    $ handback init --locale fr-FR
    Wrote handback.yaml.
    Locales: fr-FR. Put the English documents under source-docs/, then run `handback sync`.
    Wrote .gitattributes: files of the catalog are merged by message.
    For merges without conflicts, run `handback init --git` in every clone, or:
      git config merge.handback.driver "handback merge-driver %O %A %B %P %Y"
    --- exit code 0
    "#);
    let attributes = "*.png binary\nlocales/** merge=handback text eol=lf\n";
    assert_eq!(project.read(".gitattributes"), attributes);
    assert!(!project.read(".git/config").contains("handback"), "only if it is asked for");
    insta::assert_snapshot!(project.shown(&["init", "--git"]), @r"
    $ handback init --git
    git merges files of the catalog with `handback merge-driver %O %A %B %P %Y` in this clone.
    --- exit code 0
    ");
    assert!(project.read(".git/config").contains("driver = handback merge-driver"));
    assert_eq!(project.read(".gitattributes"), attributes);
}

#[test]
fn broken_files_are_left_to_git() {
    let project = repository();
    with_driver(&project);
    contradict(&project);
    let broken = project.read(YAML).replace("type: HT", "type: XX");
    project.write(YAML, &broken);
    commit(&project, "broken");
    let merge = try_git(&project, &["merge", "-q", "--no-edit", "side"]);
    assert!(!merge.status.success());
    let text = project.read(FTL);
    assert!(text.contains("<<<<<<< ") && text.contains("Alpha de Bob") && text.contains("Alpha d’Ada"), "{text}");
    insta::assert_snapshot!(project.shown(&["resolve"]), @r"
    $ handback resolve
    Resolved 0 files.
    --- stderr
    error: locales/fr-FR/a.ftl: a version cannot be read, or both sides changed comments or terms: resolve it by hand, then run `handback sync`
    --- exit code 1
    ");
    assert_eq!(project.read(FTL), text);
}

#[test]
fn english_that_changed_in_both_branches_never_conflicts_in_the_catalog() {
    let project = repository();
    with_driver(&project);
    project.sync();
    commit(&project, "synced");
    let edit = |project: &Project, id: &str| {
        project.edit("source-docs/a.md", &english(id), &format!("{} again", english(id)));
        project.sync();
        commit(project, id);
    };
    git(&project, &["checkout", "-q", "-b", "side"]);
    edit(&project, "golf");
    git(&project, &["checkout", "-q", "main"]);
    edit(&project, "alpha");
    // The pages are generated: either side will do.
    let merge = try_git(&project, &["merge", "-q", "--no-edit", "-X", "ours", "side"]);
    let said = String::from_utf8_lossy(&merge.stderr);
    assert!(said.contains("are united: the next `handback sync` recomputes them"), "{said}");
    let status = try_git(&project, &["ls-files", "--unmerged", "locales", "source-docs"]);
    assert_eq!(String::from_utf8_lossy(&status.stdout), "");
    project.sync();
    let reference = project.read("locales/en-US/a.ftl");
    assert!(reference.contains("English of golf again") && reference.contains("English of alpha again"));
    let after = project.snapshot();
    project.sync();
    assert!(project.snapshot() == after, "the second sync writes nothing");
}
