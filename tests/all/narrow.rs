//! A sync that reads only what a change can reach leaves what one over everything leaves: after random steps of many kinds,
//! the project is compared with a copy of it that knows nothing of earlier syncs.
//!
//! `HANDBACK_STEPS` asks for more steps than the few of an ordinary run, `HANDBACK_SEED` for others.

use std::path::{Path, PathBuf};

use handback::commands::check::{self, CheckJob, CheckReport};
use handback::commands::report::Report;
use handback::commands::sync::{self, Job};
use handback::settings::config::Config;
use handback::snapshot::Scope;
use handback::snapshot::counts::LocaleCounts;
use handback_core::text::date::Date;

use crate::support::{self, Project};

/// Texts that documents are made of. Some differ in a little only: a slip, a number, a link.
const TEXTS: &[&str] = &[
    "The service keeps logs for 30 days.",
    "The service keeps logs for 60 days.",
    "The servise keeps logs for 30 days.",
    "Read the [terms of use](terms.md) first.",
    "Read the [terms of use](terms-2.md) first.",
    "Read the [terms of use](https://contoso.com/terms) first.",
    "Run `contoso login` before you begin.",
    "Run `contoso sync` before you begin.",
    "See https://contoso.com/a for more.",
    "See https://contoso.com/b for more.",
    "Data is encrypted at rest and in transit.",
    "Data is encrypted in transit and at rest, always.",
    "Contact your administrator.",
    "Administrators approve every request by hand.",
    "Backups are kept in two regions.",
    "Backups are kept in three regions.",
    "Nobody outside the company has access to it.",
    "Use <a href=\"x.md\">this page</a> to learn more.",
    "Use <a href=\"y.md\">this page</a> to learn more.",
    "- One item of a list\n- Another item of a list",
    "| Name | Value |\n|---|---|\n| Region | Europe |\n| Retention | 30 days |",
    "| Name | Value |\n|---|---|\n| Region | Asia |\n| Retention | 60 days |",
    "## Access",
    "## Data retention",
    "1234",
    "```text\nno words for translators\n```",
    "<div translate=\"no\">Contoso Drive</div>",
];

const NAMES: &[&str] = &[
    "a.md",
    "b.md",
    "c.md",
    "d.md",
    "e.md",
    "sub/f.md",
    "sub/g.md",
    "sub/h.md",
    "other/i.md",
    "other/j.md",
    "k.md",
    "l.md",
];

/// Numbers that look random, and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }
}

fn sync(root: &Path) -> Report {
    sync_some(root, &[], &[])
}

/// Syncs some documents or locales; all where none are named.
fn sync_some(root: &Path, paths: &[&str], locales: &[&str]) -> Report {
    let yaml = std::fs::read_to_string(root.join("handback.yaml")).unwrap();
    let config = Config::parse(&yaml, root).unwrap();
    let paths = paths.iter().map(|path| root.join(path)).collect();
    let locales = locales.iter().map(|&locale| locale.to_owned()).collect();
    let scope = Scope { paths, locales, shard: None, today: Date::constant(2026, 1, 31) };
    sync::run(&config, &Job::sync(scope), None).unwrap()
}

fn check(root: &Path) -> CheckReport {
    let yaml = std::fs::read_to_string(root.join("handback.yaml")).unwrap();
    let config = Config::parse(&yaml, root).unwrap();
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 2, 28) };
    check::check(&config, &CheckJob { scope, fail_on: None, changed_since: None }).unwrap()
}

/// The counts of all locales, as a status shows them.
fn status(root: &Path) -> Vec<(String, Option<LocaleCounts>)> {
    let yaml = std::fs::read_to_string(root.join("handback.yaml")).unwrap();
    let config = Config::parse(&yaml, root).unwrap();
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

fn config(lift: &str, locales: &str) -> String {
    format!("locales: {locales}\nmetadata: microsoft\nlift: {lift}\n{}", support::MADE_UP_WORDS)
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

struct World {
    project: Project,
    dice: Dice,
    log: Vec<String>,
    /// Whether checks before and after syncs had to read only some documents.
    checks: [Vec<bool>; 2],
    /// Syncs of some documents or locales that had to read only these.
    parts: usize,
}

impl World {
    fn new(seed: u64) -> Self {
        let project = Project::new(&config("differing", "[fr-FR, de-DE, {fr-CA: [fr-FR]}]"));
        let mut world = Self { project, dice: Dice(seed), log: Vec::new(), checks: [Vec::new(), Vec::new()], parts: 0 };
        for name in &NAMES[..8] {
            let text = world.document();
            world.project.write(&format!("source-docs/{name}"), &text);
        }
        world
    }

    fn document(&mut self) -> String {
        let title = self.dice.one_of(&["Overview", "Security of Contoso CRM", "Privacy", "Overview of data"]);
        let mut text = format!("---\ntitle: {title}\nms.date: 01/01/2026\n---\n# {title}\n");
        for _ in 0..2 + self.dice.roll(8) {
            text.push('\n');
            text.push_str(self.dice.one_of(TEXTS));
            text.push('\n');
        }
        text
    }

    fn below(&self, folder: &str, end: &str) -> Vec<String> {
        let all = files(&self.project.path(""));
        all.into_iter().map(|(name, _)| name).filter(|name| name.starts_with(folder) && name.ends_with(end)).collect()
    }

    fn pick(&mut self, folder: &str, end: &str) -> Option<String> {
        let all = self.below(folder, end);
        if all.is_empty() { None } else { Some(all[self.dice.roll(all.len())].clone()) }
    }

    /// One change of any kind.
    fn step(&mut self) {
        let kind = self.dice.roll(24);
        let before = self.log.len();
        match kind {
            0..=5 => self.edit_source(),
            6 => self.add_source(),
            7 => self.remove_source(),
            8 | 9 => self.rename_source(),
            10..=14 => self.translate(),
            15 => self.edit_translation(),
            16 => self.drop_translation(),
            17 => self.edit_page(),
            18 => self.remove("localized-docs/", ".md"),
            19 => self.remove("locales/fr-FR", ".yaml"),
            20 => self.move_translation(),
            21 => self.damage(),
            22 => self.configure(),
            _ => self.log.push("nothing".into()),
        }
        if self.log.len() == before {
            self.log.push(format!("nothing to do for {kind}"));
        }
    }

    fn edit_source(&mut self) {
        let Some(name) = self.pick("source-docs/", ".md") else { return };
        let text = self.project.read(&name);
        let mut blocks: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
        let at = 1 + self.dice.roll(blocks.len().max(2) - 1);
        let block = self.dice.one_of(TEXTS).to_owned();
        match self.dice.roll(5) {
            0 => blocks.insert(at.min(blocks.len()), block),
            1 if blocks.len() > 2 => drop(blocks.remove(at.min(blocks.len() - 1))),
            2 => {
                let at = at.min(blocks.len() - 1);
                blocks[at] =
                    blocks[at].replace("days", "weeks").replace("regions", "countries").replace("Data", "Your data");
            }
            3 => blocks.push(format!("Words that only {} has {}.", name.len(), self.dice.roll(4))),
            _ => {
                let at = at.min(blocks.len() - 1);
                blocks[at] = block;
            }
        }
        self.project.write(&name, &blocks.join("\n\n"));
        self.log.push(format!("edit {name}"));
    }

    fn add_source(&mut self) {
        let name = format!("source-docs/{}", self.dice.one_of(NAMES));
        let other = self.pick("source-docs/", ".md");
        let text = match other.filter(|_| self.dice.roll(2) == 0) {
            Some(other) => self.project.read(&other),
            None => self.document(),
        };
        self.project.write(&name, &text);
        self.log.push(format!("add {name}"));
    }

    fn remove_source(&mut self) {
        if self.below("source-docs/", ".md").len() > 2 {
            self.remove("source-docs/", ".md");
        }
    }

    fn rename_source(&mut self) {
        let Some(from) = self.pick("source-docs/", ".md") else { return };
        let to = format!("source-docs/{}", self.dice.one_of(NAMES));
        if self.project.path(&to).exists() {
            return;
        }
        std::fs::create_dir_all(self.project.path(&to).parent().unwrap()).unwrap();
        std::fs::rename(self.project.path(&from), self.project.path(&to)).unwrap();
        self.log.push(format!("rename {from} to {to}"));
        if self.dice.roll(3) == 0 {
            let text = self.project.read(&to);
            self.project.write(&to, &text.replace("ms.date: 01/0", "ms.date: 02/0"));
        }
    }

    /// Appends a translation for a message of the reference to the file where it belongs.
    fn translate(&mut self) {
        let Some(file) = self.pick("locales/en-US/", ".ftl") else { return };
        let english = self.project.read(&file);
        let ids: Vec<&str> = english
            .lines()
            .filter(|line| !line.starts_with([' ', '#']))
            .filter_map(|l| Some(l.split_once(" =")?.0))
            .collect();
        if ids.is_empty() {
            return;
        }
        let locale = self.dice.one_of(&["fr-FR", "de-DE", "fr-CA"]);
        let target = file.replace("en-US", locale);
        let mut text = std::fs::read_to_string(self.project.path(&target)).unwrap_or_default();
        for _ in 0..1 + self.dice.roll(4) {
            let id = self.dice.one_of(&ids);
            if !text.lines().any(|line| line.starts_with(&format!("{id} ="))) {
                text.push_str(&format!("{id} = Texte {} pour 30\n", self.dice.roll(9)));
            }
        }
        self.project.write(&target, &text);
        self.log.push(format!("translate in {target}"));
    }

    fn edit_translation(&mut self) {
        let Some(file) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let text = self.project.read(&file);
        let number = self.dice.roll(9);
        self.project.write(&file, &text.replacen("Texte", &format!("Texte corrigé {number}"), 1));
        self.log.push(format!("edit {file}"));
    }

    fn drop_translation(&mut self) {
        let Some(file) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let text = self.project.read(&file);
        let mut lines: Vec<&str> = text.lines().collect();
        if let Some(at) = lines.iter().rposition(|line| line.contains(" = Texte")) {
            lines.remove(at);
            self.project.write(&file, &(lines.join("\n") + "\n"));
            self.log.push(format!("drop from {file}"));
        }
    }

    fn move_translation(&mut self) {
        let Some(from) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let Some(to) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let text = self.project.read(&from);
        let Some(line) = text.lines().find(|line| line.contains(" = Texte")).map(str::to_owned) else { return };
        let target = self.project.read(&to);
        if from != to && !target.contains(line.split(' ').next().unwrap()) {
            self.project.write(&to, &format!("{target}{line}\n"));
            self.log.push(format!("copy a message from {from} to {to}"));
        }
    }

    fn edit_page(&mut self) {
        let Some(page) = self.pick("localized-docs/", ".md") else { return };
        let text = self.project.read(&page);
        self.project.write(&page, &format!("{text}\nA person's own words.\n"));
        self.log.push(format!("edit page {page}"));
    }

    fn remove(&mut self, folder: &str, end: &str) {
        let Some(file) = self.pick(folder, end) else { return };
        std::fs::remove_file(self.project.path(&file)).unwrap();
        self.log.push(format!("remove {file}"));
    }

    fn damage(&mut self) {
        let file = self.dice.one_of(&[".handback/index", ".handback/stamps"]);
        let Ok(mut bytes) = std::fs::read(self.project.path(file)) else { return };
        match self.dice.roll(3) {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes.clear(),
            _ => {
                let at = self.dice.roll(bytes.len().max(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 0x55;
                }
            }
        }
        std::fs::write(self.project.path(file), bytes).unwrap();
        self.log.push(format!("damage {file}"));
    }

    fn configure(&mut self) {
        let lift = self.dice.one_of(&["differing", "differing", "always", "never"]);
        let locales = self.dice.one_of(&[
            "[fr-FR, de-DE, {fr-CA: [fr-FR]}]",
            "[fr-FR, {fr-CA: [fr-FR]}]",
            "[fr-FR, de-DE, {fr-CA: [fr-FR]}, it-IT]",
        ]);
        self.project.write("handback.yaml", &config(lift, locales));
        self.log.push(format!("lift {lift}, locales {locales}"));
    }

    /// Syncs the project, and a copy that remembers no sync; both must come to the same.
    fn sync(&mut self) -> Option<usize> {
        let twin = tempfile::tempdir().unwrap();
        support::copy(&self.project.path(""), twin.path());
        forget(twin.path());
        self.look(twin.path(), "before");
        self.sync_a_part(twin.path());
        forget(twin.path());
        let whole = sync(twin.path());
        let narrow = sync(&self.project.path(""));
        let (left, right) = (files(&self.project.path("")), files(twin.path()));
        if left != right {
            let differ = differences(&left, &right);
            panic!("after {:#?} (read {:?}):\n{differ}", self.recent(), narrow.reached);
        }
        let counted = |report: &Report| {
            let locales: Vec<_> = report.locales.iter().map(|one| (one.locale.clone(), one.counts.clone())).collect();
            (report.documents, report.units, report.messages, report.shared, report.orphans.len(), locales)
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
        narrow.reached
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
        if paths.iter().any(|path| !self.project.path(path).exists()) {
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
        assert_eq!(status(&self.project.path("")), status(twin), "{when} the sync, after {recent:#?}");
        self.checks[usize::from(when == "after")].push(known.is_remembered);
    }

    fn recent(&self) -> &[String] {
        &self.log[self.log.len().saturating_sub(8)..]
    }
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_not_gone() {
    let project = Project::new(&config("differing", "[fr-FR]"));
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
    // In a single world they may be few.
    assert!(done < 100 || narrow * 2 > done, "only {narrow} of {done} syncs were narrow");
    // What a check over everything finds is kept only where no test of this process left something lying about.
    assert!(done < 100 || after * 6 > done, "only {after} of {done} checks need not read everything");
}
