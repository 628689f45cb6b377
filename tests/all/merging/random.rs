//! Random deeds in two branches, and random histories of edits, branches, merges, stashes and kills.
//!
//! `HANDBACK_HISTORIES=200` has that many histories tried, each by a seed of its own.

use std::collections::BTreeSet;

use handback::project::faults::{self, Fault};
use handback_core::catalog::three_way::{self, Merged, Versions, Wordings};

use super::*;
use crate::transaction::project as commands;

/// A version of the file with its two texts.
struct Version {
    file: LocaleFile,
    texts: [String; 2],
}

fn version(mut file: File) -> Version {
    let resource = file.file.resource_source(&file.home, &file.home);
    let state = std::mem::take(&mut file.file.state);
    let file_again = LocaleFile::new(Resource::parse(resource.clone()).unwrap(), state);
    let yaml = file_again.state_source(&file.home, &file.home);
    Version { file: file_again, texts: [resource, yaml] }
}

fn after(base: &File, deed: Deed, at: usize, who: &str) -> Version {
    let mut file = File::read_base(base);
    file.apply(deed, at, who);
    version(file)
}

/// What plain git makes of three versions of a file; `None` if that conflicts.
fn lines_merged(folder: &Path, texts: [&str; 3]) -> Option<String> {
    let names = ["ours", "base", "theirs"].map(|name| folder.join(name));
    names.iter().zip(texts).for_each(|(name, text)| std::fs::write(name, text).unwrap());
    let outcome =
        Command::new("git").args(["merge-file", "-p", "--diff-algorithm=histogram"]).args(&names).output().unwrap();
    outcome.status.success().then(|| String::from_utf8(outcome.stdout).unwrap())
}

#[test]
fn two_hundred_pairs_of_neighbors_merge_line_by_line() {
    let project = repository();
    let base = File::read(&project);
    let start = version(File::read_base(&base));
    let folder = tempfile::tempdir().unwrap();
    let mut seed = 7;
    for pair in 0..200 {
        let first = random(&mut seed, HOME.len() - 1);
        let deeds = [deed(&mut seed, &base, first), deed(&mut seed, &base, first + 1)];
        let (ours, theirs) = (after(&base, deeds[0], first, "Ada"), after(&base, deeds[1], first + 1, "Bob"));
        let merged = [0, 1].map(|at| {
            let texts = [&ours, &start, &theirs].map(|version| version.texts[at].as_str());
            lines_merged(folder.path(), texts).unwrap_or_else(|| panic!("pair {pair}: {deeds:?} of {first}, {texts:?}"))
        });
        let state = StateFile::parse(&merged[1]).unwrap();
        let merged = LocaleFile::new(Resource::parse(merged[0].clone()).unwrap(), state);
        for (at, alone) in [(first, &ours), (first + 1, &theirs)] {
            let id = Id::from(HOME[at]);
            assert_eq!(merged.pattern(&id), alone.file.pattern(&id), "pair {pair}: {deeds:?}");
            assert_eq!(merged.state.messages.get(&id), alone.file.state.messages.get(&id), "pair {pair}: {deeds:?}");
        }
    }
}

/// Whether a message has a wording of a person that it did not have before: another one, or a machine's that somebody
/// approved.
fn worded_by_person(base: &LocaleFile, version: &LocaleFile, id: &Id) -> bool {
    let kind = |file: &LocaleFile| file.state.messages.get(id).map(|state| state.kind);
    let is_persons = |file: &LocaleFile| kind(file) == Some(TranslationType::Human);
    is_persons(version) && (base.pattern(id) != version.pattern(id) || !is_persons(base))
}

#[test]
fn the_rules_of_the_driver_leave_no_conflict_and_both_wordings_of_two_people() {
    let project = repository();
    let base = File::read(&project);
    let start = version(File::read_base(&base));
    let (mut seed, mut opened) = (11, 0);
    for pair in 0..200 {
        let at = [random(&mut seed, HOME.len()), random(&mut seed, HOME.len())];
        // Half of the pairs meet at one message.
        let at = if pair % 2 == 0 { [at[0], at[0]] } else { at };
        let deeds = at.map(|at| deed(&mut seed, &base, at));
        let (ours, theirs) = (after(&base, deeds[0], at[0], "Ada"), after(&base, deeds[1], at[1], "Bob"));
        let versions = Versions { base: &start.file, ours: &ours.file, theirs: &theirs.file };
        let merged = three_way::merge(versions, Wordings::Best).unwrap_or_else(|| panic!("pair {pair}: {deeds:?}"));
        let Merged { resource, state, open, .. } = merged;
        let file = LocaleFile::new(Resource::parse(resource).unwrap(), state);
        for id in ids(&HOME) {
            let wordings: BTreeSet<String> = [&ours, &theirs]
                .into_iter()
                .filter(|side| worded_by_person(&start.file, &side.file, &id))
                .filter_map(|side| Some(side.file.pattern(&id)?.as_str().to_owned()))
                .collect();
            let state = file.state.messages.get(&id);
            let waiting = state.iter().flat_map(|state| &state.alternatives).map(|other| other.text.clone());
            let there: Vec<String> =
                file.pattern(&id).map(|pattern| pattern.as_str().to_owned()).into_iter().chain(waiting).collect();
            assert!(wordings.iter().all(|text| there.contains(text)), "pair {pair}: {deeds:?}: {there:?}");
            assert_eq!(open.contains(&id), wordings.len() == 2, "pair {pair}: {deeds:?} of {id}");
            opened += usize::from(open.contains(&id));
        }
    }
    assert!(opened > 5, "{opened}");
}

#[test]
fn some_pairs_go_through_git_and_its_driver() {
    let project = repository();
    with_driver(&project);
    git(&project, &["tag", "base"]);
    let mut seed = 20_260_202;
    for pair in 0..24 {
        let at = random(&mut seed, HOME.len());
        let base = File::read(&project);
        let deeds = [deed(&mut seed, &base, at), deed(&mut seed, &base, at)];
        branches(&project, |file| file.apply(deeds[0], at, "Ada"), |file| file.apply(deeds[1], at, "Bob"));
        let outcome = try_git(&project, &["merge", "-q", "--no-edit", "side"]);
        assert!(outcome.status.success(), "pair {pair}: {deeds:?}: {}", String::from_utf8_lossy(&outcome.stdout));
        let merged = File::read(&project);
        merged.is_consistent();
        let two = deeds.iter().all(|deed| matches!(deed, Deed::Edit | Deed::Add));
        let state = merged.file.state.messages.get(HOME[at]);
        assert_eq!(state.map_or(0, |state| state.alternatives.len()), usize::from(two), "pair {pair}: {deeds:?}");
        git(&project, &["reset", "-q", "--hard", "base"]);
    }
}

/// A project that people and machines work on in two branches.
struct History {
    project: Project,
    seed: u64,
    /// How many things were written, so that each is another.
    written: usize,
    /// What happened so far, for messages.
    story: Vec<String>,
}

const PAGES: [&str; 2] = ["a", "b"];

/// The texts of people that something holds.
fn people_in(text: &str) -> BTreeSet<String> {
    let ends = |at: usize| at + 7 + text[at + 7..].bytes().take_while(u8::is_ascii_digit).count();
    text.match_indices("Mensch-").map(|(at, _)| text[at..ends(at)].to_owned()).collect()
}

impl History {
    fn begin(seed: u64) -> Self {
        let project = Project::new("locales: [fr-FR]\nanchors: false\ntranslate: {provider: pseudo}\n");
        for page in PAGES {
            let texts: Vec<String> = (0..6).map(|at| format!("Text {at} of page {page} says much.")).collect();
            project.write(&format!("source-docs/{page}.md"), &format!("{}\n\nBoth say this.\n", texts.join("\n\n")));
        }
        project.write(".gitignore", ".handback/\n");
        git(&project, &["init", "-q", "-b", "main"]);
        git(&project, &["config", "user.name", "t"]);
        git(&project, &["config", "user.email", "t@contoso.com"]);
        if seed.is_multiple_of(2) {
            with_driver(&project);
        }
        let mut history = Self { project, seed: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15), written: 0, story: vec![] };
        history.sync(true);
        commit(&history.project, "start");
        git(&history.project, &["branch", "side"]);
        history
    }

    fn random(&mut self, below: usize) -> usize {
        random(&mut self.seed, below)
    }

    fn note(&mut self, what: impl Into<String>) {
        self.story.push(what.into());
    }

    /// Resources of the locale that are there.
    fn resources(&self) -> Vec<String> {
        let names = self.project.snapshot().into_iter().map(|(name, ..)| name);
        names.filter(|name| name.starts_with("locales/fr-FR/") && name.ends_with(".ftl")).collect()
    }

    /// Everything that people wrote, as the catalog holds it: as text, waiting, replaced.
    fn people(&self) -> BTreeSet<String> {
        let files = self.project.snapshot().into_iter().filter(|(name, ..)| name.starts_with("locales/fr-FR/"));
        files.flat_map(|(_, bytes, _)| people_in(&String::from_utf8(bytes).unwrap())).collect()
    }

    /// What the base of a conflict had and one side changed: whoever did that meant it.
    fn reworded(&self, name: &str) -> BTreeSet<String> {
        let [base, ours, theirs] = [1, 2, 3].map(|stage| {
            let shown = try_git(&self.project, &["show", &format!(":{stage}:{name}")]);
            people_in(&String::from_utf8_lossy(&shown.stdout))
        });
        base.into_iter().filter(|text| !ours.contains(text) || !theirs.contains(text)).collect()
    }

    /// Nothing of a machine is a person's, and nothing of a person a machine's.
    fn is_honest(&self) {
        for name in self.resources() {
            let resource = Resource::parse(self.project.read(&name)).unwrap();
            let yaml = std::fs::read_to_string(self.project.path(&name.replace(".ftl", ".yaml"))).unwrap_or_default();
            let state = if yaml.is_empty() { StateFile::default() } else { StateFile::parse(&yaml).unwrap() };
            for entry in resource.entries() {
                let Some(text) = entry.pattern.as_ref().map(Pattern::as_str) else { continue };
                let Some(state) = state.messages.get(&entry.id) else {
                    panic!("{} has no state: {}", entry.id, self.story())
                };
                let wrong = if text.contains('⟦') { TranslationType::Human } else { TranslationType::Machine };
                assert_ne!(state.kind, wrong, "{text}: {}", self.story());
                assert!(state.replaced.iter().all(|old| !old.text.contains('⟦')), "{state:?}: {}", self.story());
            }
        }
    }

    fn story(&self) -> String {
        format!("\n{}", self.story.join("\n"))
    }

    /// Runs handback; what people wrote is there afterwards.
    fn handback(&mut self, arguments: &[&str], ends: &[i32]) -> Outcome {
        self.handback_without(&BTreeSet::new(), arguments, ends)
    }

    /// The same where some texts may go.
    fn handback_without(&mut self, may_go: &BTreeSet<String>, arguments: &[&str], ends: &[i32]) -> Outcome {
        let before = self.people().difference(may_go).cloned().collect();
        let outcome = self.project.run(arguments);
        self.note(format!("{arguments:?}: {} {}", outcome.code, outcome.err.trim()));
        assert!(ends.contains(&outcome.code), "{}{}{}", outcome.out, outcome.err, self.story());
        self.nothing_lost(&before);
        outcome
    }

    fn nothing_lost(&self, before: &BTreeSet<String>) {
        let now = self.people();
        let lost: Vec<&String> = before.difference(&now).collect();
        assert!(lost.is_empty(), "lost {lost:?}: {}", self.story());
    }

    fn sync(&mut self, drafts: bool) {
        let day = "2026-01-31";
        let arguments: &[&str] = if drafts { &["sync", "--date", day] } else { &["sync", "--no-mt", "--date", day] };
        self.handback(arguments, &[0, 1]);
        self.is_honest();
    }

    /// A person words a message of a resource.
    fn edit(&mut self) {
        let resources = self.resources();
        let name = resources[self.random(resources.len())].clone();
        let resource = Resource::parse(self.project.read(&name)).unwrap();
        if resource.entries().is_empty() {
            return;
        }
        let at = self.random(resource.entries().len());
        let entry = &resource.entries()[at];
        self.written += 1;
        let text = format!("{} = Mensch-{} schrieb dies.\n", entry.id, self.written);
        self.note(format!("edit {name}: {}", text.trim()));
        let mut source = resource.source().to_owned();
        source.replace_range(resource.span(entry), &text);
        self.project.write(&name, &source);
    }

    /// The English of a page changes, or grows.
    fn change_english(&mut self) {
        let name = format!("source-docs/{}.md", PAGES[self.random(2)]);
        let text = self.project.read(&name);
        self.written += 1;
        let mut blocks: Vec<String> = text.trim_end().split("\n\n").map(str::to_owned).collect();
        let at = self.random(blocks.len() + 1);
        match blocks.get_mut(at) {
            Some(block) => block.push_str(&format!(" Even more, namely {}.", self.written)),
            None => blocks.push(format!("Added text number {} of this page.", self.written)),
        }
        self.note(format!("English {at} of {name}: {}", self.written));
        self.project.write(&name, &format!("{}\n", blocks.join("\n\n")));
    }

    /// Everything is committed, as somebody does it who has just synced.
    fn settle(&mut self) {
        self.sync(false);
        commit(&self.project, "work");
        self.note("commit");
    }

    fn switch(&mut self) {
        self.settle();
        let other = self.other();
        git(&self.project, &["checkout", "-q", &other]);
        self.note(format!("checkout {other}"));
    }

    fn other(&self) -> String {
        let head = try_git(&self.project, &["rev-parse", "--abbrev-ref", "HEAD"]);
        if String::from_utf8_lossy(&head.stdout).trim() == "main" { "side".into() } else { "main".into() }
    }

    fn conflicts(&self) -> Vec<String> {
        let listed = try_git(&self.project, &["diff", "--name-only", "--diff-filter=U"]);
        String::from_utf8(listed.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// Puts an end to conflicts, in the way that people do it.
    fn reconcile(&mut self) {
        let conflicts = self.conflicts();
        self.note(format!("conflicts in {conflicts:?}"));
        // The English is a person's affair, and here both sides' sentences are fine.
        for name in conflicts.iter().filter(|name| name.starts_with("source-docs/")) {
            self.without_marks(name);
            git(&self.project, &["add", name]);
        }
        let others: Vec<&String> = conflicts.iter().filter(|name| !name.starts_with("source-docs/")).collect();
        let way = self.random(5);
        match way {
            0 | 1 => {
                let side = if way == 0 { "--ours" } else { "--theirs" };
                self.note(side);
                for name in others {
                    let taken = try_git(&self.project, &["checkout", side, "--", name]);
                    // The side has no such file.
                    if !taken.status.success() {
                        git(&self.project, &["rm", "-q", "-f", "--ignore-unmatch", name]);
                    }
                }
            }
            2 => {
                self.note("both, then resolve");
                others.iter().for_each(|name| self.without_marks(name));
                git(&self.project, &["add", "-A"]);
                self.handback(&["resolve"], &[0]);
            }
            3 => {
                self.note("resources of theirs, the rest of ours");
                for name in others {
                    let side = if name.ends_with(".ftl") { "--theirs" } else { "--ours" };
                    let _ = try_git(&self.project, &["checkout", side, "--", name]);
                }
            }
            _ => {
                let may_go = conflicts.iter().flat_map(|name| self.reworded(name)).collect();
                self.handback_without(&may_go, &["resolve"], &[0]);
            }
        }
        git(&self.project, &["add", "-A"]);
    }

    /// Removes the marks of conflicts and leaves what is between them.
    fn without_marks(&self, name: &str) {
        let Ok(text) = std::fs::read_to_string(self.project.path(name)) else { return };
        let is_mark = |line: &&str| ["<<<<<<< ", "=======\n", ">>>>>>> "].iter().any(|mark| line.starts_with(mark));
        self.project.write(name, &text.split_inclusive('\n').filter(|line| !is_mark(line)).collect::<String>());
    }

    fn merge(&mut self) {
        self.settle();
        let other = self.other();
        self.note(format!("merge {other}"));
        if !try_git(&self.project, &["merge", "-q", "--no-edit", &other]).status.success() {
            self.reconcile();
            git(&self.project, &["commit", "-q", "--no-edit"]);
        }
        self.sync(false);
    }

    fn stash(&mut self) {
        self.note("stash");
        let _ = try_git(&self.project, &["stash", "-q"]);
        self.edit();
        let drafts = self.random(2) == 0;
        self.sync(drafts);
        commit(&self.project, "meanwhile");
        self.note("stash pop");
        if !try_git(&self.project, &["stash", "pop", "-q"]).status.success() {
            self.reconcile();
            let _ = try_git(&self.project, &["stash", "drop", "-q"]);
        }
        git(&self.project, &["reset", "-q"]);
        self.sync(false);
    }

    /// A run ends at some call that changes the disk, as by a kill, and another follows.
    fn kill(&mut self) {
        let before = self.people();
        let at = 1 + self.random(40);
        let command = [commands::Command::Sync, commands::Command::SyncWithDrafts][self.random(2)];
        let guard = faults::inject(&self.project.path(""), at, Fault::Onwards(5));
        let outcome = commands::run(&self.project, command);
        drop(guard);
        self.note(format!("{command:?} killed at call {at}: {}", outcome.is_err()));
        self.nothing_lost(&before);
        self.sync(false);
    }

    fn step(&mut self) {
        match self.random(12) {
            0..=3 => self.edit(),
            4 | 5 => self.change_english(),
            6 => self.sync(true),
            7 => self.switch(),
            8 | 9 => self.merge(),
            10 => self.stash(),
            _ => self.kill(),
        }
    }
}

#[test]
fn histories_lose_nothing_of_people_and_launder_nothing_of_machines() {
    let count = std::env::var("HANDBACK_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(6);
    for seed in 1..=count {
        let mut history = History::begin(seed);
        (0..24).for_each(|_| history.step());
        history.sync(false);
        let settled = history.project.snapshot();
        history.sync(false);
        assert!(history.project.snapshot() == settled, "seed {seed}: the second sync wrote{}", history.story());
    }
}
