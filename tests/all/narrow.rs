//! A sync that reads only what a change can reach leaves what one over everything leaves: after random steps of many kinds,
//! the project is compared with a copy of it that knows nothing of earlier syncs. Where runs over everything in one of the two have
//! all locales in memory at a time, they take one after the other in the other.
//!
//! `HANDBACK_STEPS` asks for more steps than the few of an ordinary run, `HANDBACK_SEED` for others.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use handback::commands::check::{self, CheckJob, CheckReport};
use handback::commands::diff::{self, DiffJob};
use handback::commands::report::{LocaleDrafts, Report};
use handback::commands::sync::{self, Job};
use handback::commands::translate::{self, TranslateJob};
use handback::review::exchange::{export, import};
use handback::review::queue::{Filter, Status};
use handback::settings::config::Config;
use handback::snapshot::Scope;
use handback::snapshot::counts::LocaleCounts;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::exchange::{Format, Incoming, Package};
use handback_core::text::date::Date;

use crate::exchange::worked_on;
use crate::support::{self, Project};
use world::World;

mod other_checkout;
mod world;

/// Where it lies, runs over everything take one locale after the other.
const IN_TURNS: &str = ".handback/in-turns";

/// Where it lies, each sync has another checkout, as in CI.
const IN_CI: &str = ".handback/in-ci";

fn config_of(root: &Path) -> Config {
    let yaml = std::fs::read_to_string(root.join("handback.yaml")).unwrap();
    let mut config = Config::parse(&yaml, root).unwrap();
    if root.join(IN_TURNS).exists() {
        config.room = 0;
    }
    config.notes_contents = root.join(IN_CI).exists();
    config
}

/// Has runs over everything take all locales together, or one after the other.
fn set_turns(root: &Path, in_turns: bool) {
    let marker = root.join(IN_TURNS);
    match in_turns {
        true => {
            std::fs::create_dir_all(marker.parent().unwrap()).unwrap();
            std::fs::write(marker, "").unwrap();
        }
        false => drop(std::fs::remove_file(marker)),
    }
}

fn sync(root: &Path) -> Report {
    sync_some(root, &[], &[])
}

/// Syncs some documents or locales; all where none are named.
fn sync_some(root: &Path, paths: &[&str], locales: &[&str]) -> Report {
    let config = config_of(root);
    let paths = paths.iter().map(|path| root.join(path)).collect();
    let locales = locales.iter().map(|&locale| locale.to_owned()).collect();
    let scope = Scope { paths, locales, shard: None, today: Date::constant(2026, 1, 31) };
    sync::run(&config, &Job::sync(scope), None).unwrap()
}

fn check(root: &Path) -> CheckReport {
    let config = config_of(root);
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 2, 28) };
    check::check(&config, &CheckJob { scope, fail_on: None, changed_since: None }).unwrap()
}

/// All that is not current, as a diff shows it.
fn drift(root: &Path) -> (Vec<diff::entry::Entry>, usize) {
    let config = config_of(root);
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 2, 28) };
    let drift = diff::drift(&config, &DiffJob { scope, since: None, missing: true, carried: false }).unwrap();
    (drift.entries, drift.carried)
}

/// The counts of all locales, as a status shows them.
fn status(root: &Path) -> Vec<(String, Option<LocaleCounts>)> {
    let config = config_of(root);
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 1, 31) };
    let job = Job { write_catalogs: false, render: None, dry_run: true, ..Job::sync(scope) };
    let report = sync::run(&config, &job, None).unwrap();
    report.locales.into_iter().map(|locale| (locale.locale, locale.counts)).collect()
}

/// Has a project forget earlier syncs.
fn forget(root: &Path) {
    for file in ["index", "stamps", "stamps.before", "findings", "findings.since"] {
        let _ = std::fs::remove_file(root.join(".handback").join(file));
    }
}

fn config(lift: &str, locales: &str, more: &str) -> String {
    format!("locales: {locales}\nmetadata: microsoft\nlift: {lift}\n{more}{}", support::MADE_UP_WORDS)
}

/// The files below a folder, but for handback's own memory.
fn files(root: &Path) -> Vec<(String, Vec<u8>)> {
    let all = ignore::WalkBuilder::new(root).standard_filters(false).build().flatten();
    let all = all.filter(|entry| entry.path().is_file()).map(ignore::DirEntry::into_path);
    let name = |path: &PathBuf| path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
    let mut files: Vec<_> = all.map(|path| (name(&path), std::fs::read(&path).unwrap())).collect();
    files.retain(|(name, _)| !name.starts_with(".handback/"));
    files.sort();
    files
}

/// Makes every file of a project new, with what it holds.
fn check_out(root: &Path) {
    for (name, bytes) in files(root) {
        let path = root.join(name);
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
}

/// The lines that one of two projects has and the other has not.
fn differences(narrow: &[(String, Vec<u8>)], whole: &[(String, Vec<u8>)]) -> String {
    let text = |files: &[(String, Vec<u8>)], name: &str| {
        let found = files.iter().find(|(other, _)| other == name);
        found.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    };
    let mut names: Vec<&String> = narrow.iter().chain(whole).map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    let mut out = String::new();
    for name in names {
        let (left, right) = (text(narrow, name), text(whole, name));
        if left != right {
            out.push_str(&format!("=== {name}\n"));
            left.lines()
                .filter(|line| !right.lines().any(|l| l == *line))
                .for_each(|l| out.push_str(&format!("narrow: {l}\n")));
            right
                .lines()
                .filter(|line| !left.lines().any(|l| l == *line))
                .for_each(|l| out.push_str(&format!("whole:  {l}\n")));
        }
    }
    out
}

impl World {
    /// Syncs the project, and a copy that remembers no sync; both must come to the same.
    fn sync(&mut self) -> Option<usize> {
        if self.project.path(IN_CI).exists() {
            check_out(&self.project.path(""));
        }
        let twin = tempfile::tempdir().unwrap();
        support::copy(&self.project.path(""), twin.path());
        forget(twin.path());
        set_turns(twin.path(), !self.project.path(IN_TURNS).exists());
        self.look(twin.path(), "before");
        self.sync_a_part(twin.path());
        forget(twin.path());
        // Now and then there is nobody who drafts.
        let sync = if self.drafts && self.dice.roll(5) > 0 { sync_with_drafts } else { sync };
        let whole = sync(twin.path());
        let narrow = sync(&self.project.path(""));
        let (left, right) = (files(&self.project.path("")), files(twin.path()));
        if left != right {
            let differ = differences(&left, &right);
            panic!("after {:#?} (read {:?}):\n{differ}", self.recent(), narrow.reached);
        }
        let counted = |report: &Report| {
            let locales: Vec<_> = report.locales.iter().map(|one| (one.locale.clone(), one.counts.clone())).collect();
            // Texts that never get a draft are said at every sync that would make it.
            let drafts = report.drafts.iter().filter(|drafts| drafts.flawed > 0);
            let flawed: Vec<_> = drafts.map(|drafts| (drafts.locale.clone(), drafts.flawed)).collect();
            let texts = (report.documents, report.units, report.messages, report.shared);
            (texts, report.orphans.len(), locales, flawed, report.problems.findings())
        };
        assert_eq!(counted(&narrow), counted(&whole), "after {:#?} (read {:?})", self.recent(), narrow.reached);
        forget(twin.path());
        self.look(twin.path(), "after");
        if self.log.len().is_multiple_of(5) {
            forget(twin.path());
            sync(twin.path());
            let again = files(twin.path());
            assert!(
                again == right,
                "a second sync writes, after {:#?}\n{}",
                self.recent(),
                differences(&again, &right)
            );
        }
        self.import_some(twin.path());
        narrow.reached
    }

    /// Now and then, somebody translates some texts in a tool: imports them here and in a copy that remembers nothing.
    fn import_some(&mut self, twin: &Path) {
        if self.dice.roll(3) != 0 {
            return;
        }
        let root = self.project.path("");
        let out = tempfile::tempdir().unwrap();
        let filter = Filter { status: Some(Status::ALL.to_vec()), ..Filter::default() };
        let (format, folder) = (Format::Po, out.path().to_owned());
        let order =
            export::Order { locales: vec![0], format, filter, folder, split: false, fill: false, dry_run: false };
        let today = Date::constant(2026, 1, 31);
        let Ok(exported) = export::run(&config_of(&root), today, &order) else { return };
        let path = exported.files[0].file.clone();
        let (_, returned) = Format::read("x.po", &std::fs::read(&path).unwrap()).unwrap();
        let worded: Vec<usize> =
            (0..1 + self.dice.roll(3)).map(|_| self.dice.roll(returned.texts.len().max(1))).collect();
        let count = self.log.len();
        let text = |(at, text): (usize, &Incoming)| {
            let english = text.english.as_deref().unwrap_or_default();
            match (worded.contains(&at), &text.target) {
                (true, _) => Some(worked_on(text, Some(&format!("{english} ({count})")), false)),
                // Whoever translates leaves what is not translated.
                (false, None) => Some(worked_on(text, None, false)),
                (false, Some(_)) => None,
            }
        };
        let package = Package {
            source_locale: "en-US".into(),
            locale: exported.files[0].locale.clone(),
            version: "1".into(),
            texts: returned.texts.iter().enumerate().filter_map(text).collect(),
            filled: false,
        };
        std::fs::write(&path, format.write(&package)).unwrap();
        forget(twin);
        let import = |root: &Path| {
            let translator = Reviewer::new("Ada");
            let order = import::Order { files: vec![path.clone()], translator, today, dry_run: false };
            let report = import::run(&config_of(root), &order).unwrap();
            let changes: Vec<_> = report.changes.iter().map(|change| (change.id.clone(), change.what)).collect();
            let _ = report.refused_files.iter().map(std::fs::remove_file).count();
            (changes, report.refused.len(), report.problems)
        };
        let (here, there) = (import(&root), import(twin));
        self.log.push(format!("import {:?}", here.0));
        let (left, right, recent) = (files(&root), files(twin), self.recent());
        assert!(left == right, "an import after {recent:#?}\n{}", differences(&left, &right));
        assert_eq!((here.0, here.1), (there.0, there.1), "after {recent:#?}\n{:?}\n{:?}", here.2, there.2);
    }

    /// Now and then, syncs one document or one locale first, in the project and in a copy that remembers nothing.
    fn sync_a_part(&mut self, twin: &Path) {
        let name = self.pick("source-docs/", ".md").unwrap_or_default();
        let (paths, locales): (&[&str], &[&str]) = match self.dice.roll(6) {
            0 => (&[&name], &[]),
            1 => (&[], &["fr-FR"]),
            2 => (&["source-docs/sub"], &["fr-CA"]),
            _ => return,
        };
        let sources = self.below("source-docs/", ".md");
        if paths.iter().any(|path| !sources.iter().any(|source| source.starts_with(path))) {
            return;
        }
        let part = sync_some(&self.project.path(""), paths, locales);
        sync_some(twin, paths, locales);
        self.parts += usize::from(part.reached.is_some());
        let (left, right) = (files(&self.project.path("")), files(twin));
        let recent = self.recent();
        assert!(left == right, "{paths:?} {locales:?} after {recent:#?}\n{}", differences(&left, &right));
    }

    /// Checks the project and a copy that remembers nothing, and counts what both have; both must come to the same.
    fn look(&mut self, twin: &Path, when: &str) {
        let (known, whole) = (check(&self.project.path("")), check(twin));
        let shown = |report: &CheckReport, other: &CheckReport| {
            let own = report.findings.iter().filter(|one| !other.findings.contains(one));
            own.map(|one| format!("{one:?}")).collect::<Vec<_>>().join("\n")
        };
        let (left, right) = (shown(&known, &whole), shown(&whole, &known));
        let recent = self.recent();
        assert!(
            left.is_empty() && right.is_empty() && known.findings.len() == whole.findings.len(),
            "{when} the sync, after {recent:#?}, only what is remembered:\n{left}\nonly what everything says:\n{right}"
        );
        assert_eq!(known.documents, whole.documents);
        assert_eq!(drift(&self.project.path("")), drift(twin), "{when} the sync, after {recent:#?}");
        assert_eq!(status(&self.project.path("")), status(twin), "{when} the sync, after {recent:#?}");
        self.checks[usize::from(when == "after")].push(known.is_remembered);
    }

    /// What happened last, and in which world.
    fn recent(&self) -> Vec<String> {
        let last = self.log[self.log.len().saturating_sub(8)..].iter().cloned();
        std::iter::once(format!("seed {}", self.seed)).chain(last).collect()
    }
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_not_gone() {
    let project = Project::new(&config("differing", "[fr-FR]", ""));
    project.write(".gitignore", ".handback/\n");
    project.write("source-docs/a.md", "# Quay\n\nBoth have this.\n");
    project.write("source-docs/sub/b.md", "# Harbor\n\nBoth have this.\n");
    sync(&project.path(""));
    support::translate(&project, "fr-FR", |text| Some(format!("Texte {text}")));
    sync(&project.path(""));
    support::git(&project, &["init", "-q"]);
    support::git(&project, &["add", "-A"]);
    support::git(&project, &["commit", "-q", "-m", "all"]);
    let before = files(&project.path("locales"));
    support::git(&project, &["sparse-checkout", "set", "--no-cone", "/*", "!/source-docs/sub/"]);
    assert!(!project.path("source-docs/sub/b.md").exists());
    // The first sync sees it go, the second works with what the first left.
    sync(&project.path(""));
    assert!(files(&project.path("locales")) == before, "{}", differences(&files(&project.path("locales")), &before));
    project.edit("source-docs/a.md", "# Quay", "# Pier");
    let report = sync(&project.path(""));
    assert_eq!(report.reached, None, "nobody knows what the hidden document has");
    assert!(project.read("locales/fr-FR/shared.ftl").contains("both-have-this = Texte"), "still shared");
}

/// A project with enough documents for a sync to read only some.
fn harbor() -> Project {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
    for name in ["a", "b", "c", "sub/d", "sub/e"] {
        project
            .write(&format!("source-docs/{name}.md"), &format!("# Pier {name}\n\nBoats of {name} are moored here.\n"));
    }
    sync(&project.path(""));
    project
}

#[test]
fn a_document_is_noticed_in_a_folder_that_came_between_two_syncs() {
    let project = harbor();
    project.write("source-docs/new/f.md", "# Lock\n");
    assert!(sync(&project.path("")).reached.is_some());
    assert!(sync(&project.path("")).up_to_date);
    project.write("source-docs/new/g.md", "# Dock\n");
    assert!(!sync(&project.path("")).up_to_date);
    assert!(project.path("localized-docs/fr-FR/new/g.md").exists());
}

#[test]
fn nothing_is_left_to_do_after_a_folder_was_renamed() {
    let project = harbor();
    std::fs::rename(project.path("source-docs/sub"), project.path("source-docs/other")).unwrap();
    assert!(sync(&project.path("")).reached.is_some());
    assert!(sync(&project.path("")).up_to_date);
}

#[test]
fn a_page_of_which_something_is_to_be_said_costs_no_look_at_everything() {
    let project = harbor();
    project.write("source-docs/f.md", "# Lock\n\nBoats wait here.\n");
    project.write("localized-docs/fr-FR/f.md", "# Écluse\n\nLes bateaux attendent ici.\n");
    let said = |report: &Report| report.problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    let first = said(&sync(&project.path("")));
    assert!(first.len() == 1 && first[0].contains("was there before handback"), "{first:?}");
    project.edit("source-docs/b.md", "moored", "tied up");
    let narrow = sync(&project.path(""));
    assert_eq!((narrow.reached, said(&narrow)), (Some(2), first.clone()));
    let again = sync(&project.path(""));
    assert_eq!((again.reached, said(&again)), (Some(1), first), "it is said as long as it is so");
    assert!(checks_as_a_copy_does(&project));
    std::fs::remove_file(project.path("localized-docs/fr-FR/f.md")).unwrap();
    assert_eq!(said(&sync(&project.path(""))), Vec::<String>::new());
    assert!(project.path("localized-docs/fr-FR/f.md").exists());
    assert!(sync(&project.path("")).up_to_date);
}

#[test]
fn another_branch_is_followed_by_what_differs_there() {
    let project = harbor();
    project.write(".gitignore", ".handback/\n");
    support::git(&project, &["init", "-q", "-b", "main"]);
    support::git(&project, &["add", "-A"]);
    support::git(&project, &["commit", "-q", "-m", "main"]);
    support::git(&project, &["checkout", "-q", "-b", "other"]);
    project.edit("source-docs/b.md", "are moored", "wait");
    sync(&project.path(""));
    support::git(&project, &["commit", "-q", "-a", "-m", "other"]);
    support::git(&project, &["checkout", "-q", "main"]);
    let report = sync(&project.path(""));
    assert_eq!(report.reached, Some(1));
    assert!(report.written.is_empty(), "{:?}", report.written);
    let drift = drift(&project.path("")).0;
    let twin = tempfile::tempdir().unwrap();
    support::copy(&project.path(""), twin.path());
    forget(twin.path());
    assert_eq!(drift, self::drift(twin.path()).0);
}

#[test]
fn a_page_without_a_source_is_found_again_when_it_comes_back() {
    let project = harbor();
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    sync(&project.path(""));
    let page = project.read("localized-docs/fr-FR/b.md");
    let orphans = |project: &Project| {
        let found = check(&project.path("")).findings;
        found.iter().filter(|finding| finding.code.name() == "orphaned-output").count()
    };
    assert_eq!(orphans(&project), 1);
    std::fs::remove_file(project.path("localized-docs/fr-FR/b.md")).unwrap();
    sync(&project.path(""));
    assert_eq!(orphans(&project), 0);
    project.write("localized-docs/fr-FR/b.md", &page);
    assert_eq!(orphans(&project), 1);
}

#[test]
fn a_link_to_a_localized_page_that_was_not_read_is_no_finding() {
    let project = Project::new(&format!(
        "locales: [fr-FR]\nmetadata: none\noutput: 'localized-docs/{{dir}}{{stem}}.{{locale}}.{{ext}}'\n{}",
        support::MADE_UP_WORDS
    ));
    project.write("source-docs/a.md", "# Quay\n\nRead the [manual](b.md) before.\n\nBoats are moored here.\n");
    project.write("source-docs/b.md", "# Manual\n\nNothing else.\n");
    sync(&project.path(""));
    support::translate(&project, "fr-FR", |text| Some(format!("Texte {}", text.replace("b.md", "b.fr-FR.md"))));
    sync(&project.path(""));
    let whole = |project: &Project| {
        let twin = tempfile::tempdir().unwrap();
        support::copy(&project.path(""), twin.path());
        forget(twin.path());
        check(twin.path()).findings
    };
    assert_eq!(check(&project.path("")).findings, whole(&project));
    project.edit("source-docs/a.md", "moored here", "moored there");
    let found = check(&project.path("")).findings;
    assert_eq!(found, whole(&project));
    assert!(found.iter().all(|finding| finding.code.name() != "link-target"), "{found:#?}");
}

/// What a project comes to if it remembers no earlier sync: its files, and what a check finds.
fn from_nothing(project: &Project) -> (Vec<(String, Vec<u8>)>, CheckReport) {
    let twin = tempfile::tempdir().unwrap();
    support::copy(&project.path(""), twin.path());
    forget(twin.path());
    sync(twin.path());
    (files(twin.path()), check(twin.path()))
}

#[test]
fn a_structure_of_another_branch_names_a_message_that_only_another_document_has() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nlift: always\nvariables:\n  app: { heading: 1 }\n");
    let page = |app: &str, text: &str| format!("# {app}\n\n{text}\n");
    for (name, app) in [("a", "Pier"), ("b", "Quay"), ("c", "Lock"), ("d", "Dock"), ("e", "Mole")] {
        project.write(&format!("source-docs/{name}.md"), &page(app, &format!("Boats of {name} are red.")));
    }
    project.write("source-docs/a.md", &page("Pier", "Pier is made by hand."));
    project.write("source-docs/b.md", &page("Quay", "Quay is made by hand."));
    sync(&project.path(""));
    support::translate(&project, "fr-FR", |text| Some(format!("{text} (fr)")));
    sync(&project.path(""));
    let structure = project.read("locales/en-US/a.yaml");
    project.write("source-docs/a.md", &page("Pier", "Boats of a are red."));
    sync(&project.path(""));
    assert!(project.read("locales/en-US/b.ftl").contains("{ $app } is made by hand."), "only one document has it now");

    // The other branch had the text, and calls the app by another name than the heading does.
    project.write("locales/en-US/a.yaml", &structure);
    project.write("source-docs/a.md", &page("Wharf", "Pier is made by hand."));
    let whole = from_nothing(&project);
    assert_eq!(sync(&project.path("")).reached, Some(2));
    let found = files(&project.path(""));
    assert!(found == whole.0, "{}", differences(&found, &whole.0));
    assert!(project.read("localized-docs/fr-FR/a.md").contains("Pier is made by hand. (fr)"));
}

#[test]
fn where_variables_are_declared_a_change_is_followed_by_whose_forms_it_changes() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nvariables:\n  app: { heading: 1 }\n");
    let page = |app: &str, more: &str| format!("# {app}\n\nOpen {app} in the harbor.\n\n{more}\n");
    for (name, app, more) in [
        ("a", "Pier CRM", "Boats of Pier CRM are red."),
        ("b", "Quay Mail", "Nobody waits."),
        ("c", "Lock Board", "Ropes are free."),
        ("d", "Dock Notes", "Ships come at night."),
        ("e", "Mole Files", "The gate is open."),
    ] {
        project.write(&format!("source-docs/{name}.md"), &page(app, more));
    }
    sync(&project.path(""));
    project.write("source-docs/e.md", &page("Mole Papers", "The gate is open."));
    assert_eq!(sync(&project.path("")).reached, Some(1), "another value is for its document");
    assert!(files(&project.path("")) == from_nothing(&project).0);
    assert!(project.read("locales/en-US/a.ftl").contains("Boats of Pier CRM are red."), "one document has it");
    project.write("source-docs/b.md", &page("Quay Mail", "Boats of Quay Mail are red."));
    assert_eq!(sync(&project.path("")).reached, Some(2), "now two share the form, and the other one takes it, too");
    assert!(project.read("locales/en-US/shared.ftl").contains("Boats of { $app } are red."));
    assert!(files(&project.path("")) == from_nothing(&project).0);
}

#[test]
fn what_is_found_about_selectors_stays_while_they_see_the_same() {
    let project = Project::new(&format!("locales: [fr-FR]\nmetadata: none\n{}", support::MADE_UP_WORDS));
    for (name, section) in [("a", "Access"), ("b", "Access"), ("c", "Other"), ("d", "Other"), ("e", "Other")] {
        let text = format!("# Pier {name}\n\n## {section}\n\nBoth have this.\n\nBoats of {name}.\n");
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    sync(&project.path(""));
    let message = "both-have-this =\n    { $section ->\n        [access] Accès\n        [gone] Parti\n       *[other] Autre\n    }\n";
    project.write("locales/fr-FR/shared.ftl", message);
    sync(&project.path(""));
    let found = |report: &CheckReport| {
        report
            .findings
            .iter()
            .filter(|one| one.code.name() == "unused-variant")
            .filter_map(|one| one.words.as_deref().map(str::to_owned))
            .collect()
    };
    let seen: Vec<String> = found(&check(&project.path("")));
    assert_eq!(seen, ["[gone]"]);
    project.edit("source-docs/e.md", "Boats of e", "Ships of e");
    sync(&project.path(""));
    assert_eq!(found(&check(&project.path(""))), seen);
    for name in ["a", "b"] {
        project.edit(&format!("source-docs/{name}.md"), "## Access", "## Moorings");
        sync(&project.path(""));
    }
    let report = check(&project.path(""));
    assert_eq!(found(&report), ["[access], [gone]"], "nothing selects it any more");
    assert_eq!(report.findings, from_nothing(&project).1.findings);
}

/// Syncs with drafts of what is missing.
fn sync_with_drafts(root: &Path) -> Report {
    drafting(root, None)
}

/// The same with translations of texts that are so similar.
fn drafting(root: &Path, fuzzy: Option<f64>) -> Report {
    let config = config_of(root);
    let scope = || Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 1, 31) };
    let (max_characters, provider, again) = (None, None, None);
    let drafts = TranslateJob {
        scope: scope(),
        dry_run: false,
        max_characters,
        provider,
        fuzzy,
        again,
        suggest: false,
        asks_again: false,
    };
    let stop = AtomicBool::new(false);
    let around = translate::World { environment: &|_| None, trusted: true, stop: &stop, progress: None };
    sync::sync(&config, &Job::sync(scope()), Some((&drafts, &around)), None).unwrap()
}

/// A project whose texts are all drafted. `translate` is what its configuration says of drafts.
fn drafted(translate: &str) -> Project {
    let project =
        Project::new(&format!("locales: [fr-FR, {{fr-CA: [fr-FR]}}]\nmetadata: none\ntranslate: {translate}\n"));
    for name in ["a", "b", "c", "d", "e"] {
        let text = format!(
            "# Pier {name}\n\nBoats of {name} are moored here.\n\nNobody waits at {name}.\n\nTides are high.\n"
        );
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    sync_with_drafts(&project.path(""));
    project
}

/// Syncs with drafts, and compares with a copy that knows nothing; returns how many documents were read.
fn sync_with_drafts_as_a_copy_does(project: &Project) -> Option<usize> {
    let twin = tempfile::tempdir().unwrap();
    support::copy(&project.path(""), twin.path());
    forget(twin.path());
    let whole = sync_with_drafts(twin.path());
    let report = sync_with_drafts(&project.path(""));
    let (ours, theirs) = (files(&project.path("")), files(twin.path()));
    assert!(ours == theirs, "{}", differences(&ours, &theirs));
    let drafts = |report: &Report| {
        let of = |one: &LocaleDrafts| (one.locale.clone(), one.needed, one.translated, one.from_memory);
        report.drafts.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(drafts(&report), drafts(&whole));
    assert_eq!((report.written.len(), report.locales.len()), (whole.written.len(), whole.locales.len()));
    report.reached
}

#[test]
fn a_sync_drafts_what_a_change_needs_and_reads_no_more_than_that() {
    let project = drafted("{provider: pseudo}");
    project.edit("source-docs/b.md", "Nobody waits at b.\n", "");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1), "no draft is needed");
    project.edit("source-docs/c.md", "Nobody waits", "Somebody waits");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1));
    project.edit("source-docs/d.md", "Nobody waits at d", "Nobody waits at e");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(2), "the text is shared from now on");
    project.edit("source-docs/d.md", "Nobody waits at e", "Nobody waits\nat b");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(3), "`b` had the text, which is back");
    project.edit("source-docs/a.md", "Tides are high", "Tides are low");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1), "others have the text of before");
    for name in ["a", "b", "c", "d", "e"] {
        project.edit(&format!("source-docs/{name}.md"), "Tides are", "The tides are");
    }
    sync_with_drafts_as_a_copy_does(&project);
    // A sync without drafts leaves a text without one; the next with drafts makes it.
    project.edit("source-docs/d.md", "Boats of d", "Ships of d");
    sync(&project.path(""));
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), None);
}

/// A machine that loses code, and translates everything else.
const FLAWED: &str = "{provider: bad}\nproviders:\n  \
     bad: {type: command, command: [sed, -u, \"s/XPH0X/lost/; s/^/neu /\"], protocol: lines}";

#[cfg(unix)]
#[test]
fn texts_whose_drafts_have_flaws_are_tried_again_and_cost_no_look_at_everything() {
    let project = drafted(FLAWED);
    project.edit("source-docs/b.md", "Nobody waits at b.", "Nobody `waits` at b.");
    let first = sync_with_drafts(&project.path(""));
    assert_eq!(first.problems.findings(), 2, "{:?}", first.problems);
    project.edit("source-docs/c.md", "Boats of c", "Boats and ships of c");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1), "it is not asked for again on the same day");
    let again = sync_with_drafts(&project.path(""));
    assert!(again.up_to_date && again.problems.findings() == 2, "it is said as long as it is so: {:?}", again.problems);
    // Another text that is refused, and one that is changed.
    project.edit("source-docs/e.md", "Nobody waits at e.", "Nobody `waits` at e.");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1));
    assert_eq!(sync_with_drafts(&project.path("")).problems.findings(), 4);
    project.edit("source-docs/e.md", "`waits`", "waits");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1));
    assert_eq!(sync_with_drafts(&project.path("")).problems.findings(), 2);
    // Where nobody knows what was refused, it is asked for again.
    std::fs::remove_file(project.path(".handback/refused")).unwrap();
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1));
    // Another document gets the text.
    project.edit("source-docs/c.md", "Nobody waits at c.", "Nobody `waits` at b.");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(2), "the text is shared from now on");
    project.edit("source-docs/c.md", "Nobody `waits` at b.", "Nobody waits at c.");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(2));
    assert!(checks_as_a_copy_does(&project));
    // A sync without drafts tries nothing.
    project.edit("source-docs/d.md", "Boats of d", "Boats and ships of d");
    assert_eq!(sync(&project.path("")).reached, Some(1));
    assert!(sync(&project.path("")).up_to_date && checks_as_a_copy_does(&project));
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), None, "who knows what else has none");
    project.edit("source-docs/b.md", "`waits`", "waits");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(1));
    assert!(sync_with_drafts(&project.path("")).up_to_date);
}

#[cfg(unix)]
#[test]
fn a_sync_without_a_machine_forgets_no_text_that_was_refused() {
    let project = drafted(FLAWED);
    for name in ["b", "c", "d"] {
        project.edit(&format!("source-docs/{name}.md"), &format!("Nobody waits at {name}."), "Nobody `waits` here.");
    }
    project.edit("source-docs/e.md", "Nobody waits at e.", "Nobody `waits` at e.");
    assert_eq!(sync_with_drafts(&project.path("")).problems.findings(), 4);
    // Two others have the text still, and this run does not read them.
    project.edit("source-docs/c.md", "Nobody `waits` here.\n", "");
    assert_eq!(sync(&project.path("")).reached, Some(1));
    assert_eq!(sync_with_drafts(&project.path("")).problems.findings(), 4);
}

#[test]
fn pages_written_where_links_were_looked_up_leave_nothing_to_look_at() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
    project.write("source-docs/a.md", "# Pier\n\nSee [a list](list.txt).\n");
    project.write("source-docs/list.txt", "List");
    project.write("source-docs/c.md", "# Mole\n\nNobody waits.\n");
    sync(&project.path(""));
    // Now there is a folder to look into for a list beside the pages.
    forget(&project.path(""));
    sync(&project.path(""));
    project.edit("source-docs/c.md", "Nobody waits", "Somebody waits");
    assert_eq!(sync(&project.path("")).reached, Some(1));
    assert!(sync(&project.path("")).up_to_date, "a page was written beside others, of which nobody asked");
    // What somebody adds there is seen.
    project.write("localized-docs/fr-FR/list.txt", "List");
    checks_as_a_copy_does(&project);
    assert!(!sync(&project.path("")).up_to_date);
}

#[test]
fn a_wording_that_a_person_has_elsewhere_is_found_for_a_new_text() {
    let project = drafted("{provider: pseudo}");
    let page = "locales/fr-FR/e.ftl";
    let own = project.read(page);
    let line = own.lines().find(|line| line.starts_with("boats-of-e")).unwrap().to_owned();
    project.write(page, &own.replace(&line, "boats-of-e-are-moored = Les bateaux de e sont ici."));
    sync_with_drafts(&project.path(""));
    project.edit("source-docs/a.md", "Boats of a are moored here.", "Boats of e are\nmoored here.");
    assert_eq!(sync_with_drafts_as_a_copy_does(&project), Some(2), "wrapped otherwise, it is the same text");
    project.edit("source-docs/e.md", "Boats of e", "Ships of e");
    sync_with_drafts_as_a_copy_does(&project);
    project.edit("source-docs/b.md", "Boats of b are moored here.", "Boats of e are moored here.");
    sync_with_drafts_as_a_copy_does(&project);
}

#[test]
fn what_similar_texts_say_is_for_all_documents_to_answer() {
    let project = drafted("{provider: pseudo}");
    project.edit("source-docs/c.md", "Nobody waits at c", "Nobody ever waits at c");
    assert_eq!(drafting(&project.path(""), Some(0.6)).reached, None);
}

/// Looks at a project and at a copy that remembers nothing; both find the same. Returns whether not everything was read.
fn checks_as_a_copy_does(project: &Project) -> bool {
    let (whole, ours) = (from_nothing_unsynced(project), check(&project.path("")));
    assert_eq!(ours.findings, whole.findings);
    ours.is_remembered
}

fn from_nothing_unsynced(project: &Project) -> CheckReport {
    let twin = tempfile::tempdir().unwrap();
    support::copy(&project.path(""), twin.path());
    forget(twin.path());
    check(twin.path())
}

#[test]
fn a_check_that_reads_a_new_document_alone_knows_that_there_are_others() {
    let project = harbor();
    assert!(checks_as_a_copy_does(&project));
    project.write("source-docs/f.md", "# Lock\n\nNobody else says this.\n");
    assert!(checks_as_a_copy_does(&project), "not everything has to be read");
    let found = check(&project.path("")).findings;
    assert!(found.iter().any(|one| *one.message == *"the English of f.md changed after the last sync"), "{found:?}");
}

/// What is found about links, by page and by what it says.
fn about_links(project: &Project) -> Vec<String> {
    let report = check(&project.path(""));
    let links = report.findings.iter().filter(|finding| finding.code.is_about_a_link());
    links.map(|one| format!("{}: {}", one.document.as_deref().unwrap_or_default(), one.message)).collect()
}

#[test]
fn links_are_looked_at_again_with_the_pages_that_they_lead_to() {
    let project = Project::new("locales: [fr-FR, de-DE]\nmetadata: none\n");
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        let text = format!("# Pier {name}\n\n## Boats of {name}\n\nNobody waits at {name}.\n");
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    project.edit("source-docs/a.md", "Nobody waits", "See [the boats](b.md#boats-of-b). Nobody waits");
    project.edit("source-docs/c.md", "Nobody waits", "See [a page](later.md). Nobody waits");
    sync(&project.path(""));
    let step = |change: &dyn Fn()| {
        change();
        let before = checks_as_a_copy_does(&project);
        sync(&project.path(""));
        let known = [before, checks_as_a_copy_does(&project)];
        assert_eq!(known, [true; 2], "not everything has to be read: {:?}", about_links(&project));
    };
    step(&|| project.edit("source-docs/d.md", "Nobody waits", "See [the boats](b.md#boats-of-b). Nobody waits"));
    assert_eq!(about_links(&project).len(), 1, "`later.md` is not there");
    step(&|| project.edit("source-docs/d.md", "(b.md#boats-of-b)", "(b.md#ships)"));
    assert!(about_links(&project)[1].starts_with("d.md: `b.md#ships`"), "{:?}", about_links(&project));
    // Where a page has a finding about an anchor and nothing of its links changed, nobody reads where they lead: from here on it is
    // right to read everything.
    let step = |change: &dyn Fn()| {
        change();
        checks_as_a_copy_does(&project);
        sync(&project.path(""));
        checks_as_a_copy_does(&project);
    };
    step(&|| project.edit("source-docs/d.md", "# Pier d\n", "# Pier d\n\nA line that moves the rest.\n"));
    step(&|| project.edit("source-docs/b.md", "## Boats of b", "## Ships"));
    let found = about_links(&project);
    assert!(found.len() == 2 && found[0].starts_with("a.md: `b.md#boats-of-b`"), "{found:?}");
    step(&|| project.edit("source-docs/a.md", "b.md#boats-of-b", "b.md"));
    step(&|| std::fs::remove_file(project.path("source-docs/b.md")).unwrap());
    assert_eq!(about_links(&project).len(), 3, "two pages lead to what is gone, and one did before");
    let back =
        "# Pier b\n\nIt is back, and leads to [d](d.md#nowhere) and to [a list](https://contoso.com/list.json).\n";
    step(&|| project.write("source-docs/b.md", back));
    step(&|| std::fs::rename(project.path("source-docs/h.md"), project.path("source-docs/later.md")).unwrap());
    assert!(about_links(&project).iter().all(|found| !found.contains("later.md")), "it came");
}

#[test]
fn a_new_file_costs_no_look_at_everything_unless_somebody_looked_for_it() {
    let project = harbor();
    project.edit("source-docs/a.md", "Boats", "See [the plan](../plans/Pier.pdf). Boats");
    sync(&project.path(""));
    let lost = about_links(&project);
    assert!(lost.len() == 1 && lost[0].contains("Pier.pdf"), "{lost:?}");
    project.write("NOTES.txt", "Nobody asked for this.\n");
    project.write("source-docs/sub/tide.csv", "1,2\n");
    assert!(checks_as_a_copy_does(&project));
    project.edit("source-docs/b.md", "Boats", "Ships");
    assert!(sync(&project.path("")).reached.is_some());
    project.write("LICENSE", "Nor for this.\n");
    assert!(checks_as_a_copy_does(&project));
    // A document that nobody reads now looked for that, and for its folder.
    project.write("plans/pier.PDF", "");
    assert!(!checks_as_a_copy_does(&project));
    assert!(about_links(&project)[0].contains("pier.PDF"), "it lies there in other letters");
    sync(&project.path(""));
    project.edit("source-docs/b.md", "Ships", "Boats");
    sync(&project.path(""));
    std::fs::rename(project.path("plans/pier.PDF"), project.path("plans/Pier.pdf")).unwrap();
    checks_as_a_copy_does(&project);
    assert_eq!(about_links(&project), Vec::<String>::new());
}

#[test]
fn pages_that_were_written_before_a_text_without_a_draft_was_met_are_reported() {
    let config = "locales: [fr-FR, de-DE]\nmetadata: none\ntranslate: {provider: pseudo}\n";
    let project = Project::new(config);
    project.write("source-docs/a.md", "# Pier\n\nBoats are moored here.\n");
    project.write("source-docs/b.md", "# Lock\n\nNobody waits here.\n");
    sync_with_drafts(&project.path(""));
    // The locale that comes first has nothing to draft, and a page that somebody edited.
    project.edit("localized-docs/fr-FR/a.md", "# ", "# Le ");
    for ending in ["ftl", "yaml"] {
        std::fs::remove_file(project.path(&format!("locales/de-DE/b.{ending}"))).unwrap();
    }
    forget(&project.path(""));
    let twin = tempfile::tempdir().unwrap();
    support::copy(&project.path(""), twin.path());
    set_turns(&project.path(""), true);
    let reported = |root: &Path| {
        let report = sync_with_drafts(root);
        let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        let names = report.written.iter().map(|path| path.strip_prefix(root).unwrap().to_owned());
        let drafts = report.drafts.iter().map(|drafts| (drafts.locale.clone(), drafts.translated));
        (problems, names.collect::<Vec<_>>(), drafts.collect::<Vec<_>>())
    };
    let (in_turns, together) = (reported(&project.path("")), reported(twin.path()));
    assert!(in_turns.0.iter().any(|problem| problem.contains("a copy is kept")), "{:?}", in_turns.0);
    assert_eq!(in_turns, together);
    assert_eq!(in_turns.2, [("fr-FR".to_owned(), 0), ("de-DE".to_owned(), 2)]);
    assert!(files(&project.path("")) == files(twin.path()));
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |value| value.parse().expect("a number"))
}

#[test]
#[expect(clippy::print_stderr, reason = "long runs tell how far they came")]
fn what_a_change_reaches_is_all_that_has_to_be_read() {
    let (steps, first) = (number("HANDBACK_STEPS", 120), number("HANDBACK_SEED", 1));
    let (mut done, mut narrow, mut read) = (0, 0, 0);
    let (mut checks, mut parts) = ([0_u64, 0], 0);
    for seed in first.. {
        let mut world = World::new(seed);
        set_turns(&world.project.path(""), seed % 4 == 0);
        world.sync();
        for _ in 0..60 {
            (0..1 + world.dice.roll(2)).for_each(|_| world.step());
            if let Some(reached) = world.sync() {
                narrow += 1;
                read += reached;
            }
            done += 1;
        }
        parts += world.parts;
        for (count, known) in checks.iter_mut().zip(&world.checks) {
            *count += known.iter().map(|known| u64::from(*known)).sum::<u64>();
        }
        if done >= steps {
            break;
        }
    }
    let [before, after] = checks;
    eprintln!("{done} syncs, {narrow} of them narrow, which read {read} documents");
    eprintln!(
        "checks that need not read everything: {before} before a sync, {after} after it; syncs of a part: {parts}"
    );
    // Worlds differ much: in some it is a third of the syncs, in others five sixths.
    assert!(done < 100 || narrow * 4 > done, "only {narrow} of {done} syncs were narrow");
    // What a check over everything finds is kept only where no test of this process left something lying about.
    assert!(done < 100 || after * 12 > done, "only {after} of {done} checks need not read everything");
}
