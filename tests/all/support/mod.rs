//! What several test programs use.

/// A localized page without its six hand-off keys.
pub fn without_hand_off(page: &str) -> String {
    const KEYS: [&str; 6] = [
        "ms.openlocfilehash:",
        "ms.sourcegitcommit:",
        "ms.translationtype:",
        "ms.contentlocale:",
        "ms.lasthandoff:",
        "ms.locfileid:",
    ];
    page.split_inclusive('\n').filter(|line| !KEYS.iter().any(|key| line.starts_with(key))).collect()
}

pub mod intact;

use std::path::{Path, PathBuf};
use std::process::Command;

use handback::settings::config::Config;
use handback_core::document::ParseOptions;

/// For projects whose translations are no French, so that the judge of texts has nothing to say of them.
pub const MADE_UP_WORDS: &str = "checks: {levels: {untranslated: off, partly-untranslated: off, wrong-language: off, negation: off, \
                                 typography: off, end-punctuation: off, number: off}}\n";

/// A project in a temporary folder.
pub struct Project {
    folder: tempfile::TempDir,
}

/// What a command printed and how it ended.
pub struct Outcome {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Project {
    /// An empty project with this configuration.
    pub fn new(config: &str) -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        project.write("handback.yaml", config);
        project
    }

    /// A copy of the bundled sample.
    pub fn sample() -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        for part in ["handback.yaml", "source-docs", "locales"] {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(part), &project.path(part));
        }
        project
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Replaces text in a file, which must be there.
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} holds no {from:?}:\n{text}");
        self.write(name, &text.replace(from, to));
    }

    pub fn run(&self, args: &[&str]) -> Outcome {
        let output = Command::new(env!("CARGO_BIN_EXE_handback"))
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("SOURCE_DATE_EPOCH")
            .env_remove("CI")
            .env_remove("TF_BUILD")
            // Configurations of tests ask for nothing bad.
            .env("HANDBACK_TRUST", "1")
            // Whoever runs the tests decides nothing.
            .env("HANDBACK_REVIEWER", "Test Person")
            .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Outcome { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs the program as a user whom permissions stop, also where the tests are root's: then the project is given away.
    #[cfg(unix)]
    pub fn run_as_nobody(&self, args: &[&str]) -> Outcome {
        use std::os::unix::fs::{MetadataExt as _, lchown};
        use std::os::unix::process::CommandExt as _;
        const NOBODY: u32 = 65534;
        let mut command = self.nameless();
        if tempfile::tempfile().unwrap().metadata().unwrap().uid() == 0 {
            let all = ignore::WalkBuilder::new(self.folder.path()).standard_filters(false).build();
            all.flatten().for_each(|entry| lchown(entry.path(), Some(NOBODY), Some(NOBODY)).unwrap());
            command.uid(NOBODY).gid(NOBODY);
        }
        let output = command.args(args).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Outcome { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a command and returns all that its user sees, for a snapshot: the call, what it printed, and its exit code.
    /// The folder of the project, which differs from run to run, is replaced.
    pub fn shown(&self, args: &[&str]) -> String {
        let Outcome { code, out, err } = self.run(args);
        let err = if err.is_empty() { err } else { format!("--- stderr\n{err}") };
        let shown = format!("$ handback {}\n{out}{err}--- exit code {code}\n", args.join(" "));
        shown.replace(&*self.folder.path().to_string_lossy(), "[project]")
    }

    /// The program where neither the environment nor git names a person.
    pub fn nameless(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handback"));
        command.current_dir(self.folder.path()).env_remove("HANDBACK_REVIEWER").env("HANDBACK_TRUST", "1");
        command.env_remove("CI").env_remove("TF_BUILD");
        command.env("GIT_CEILING_DIRECTORIES", std::env::temp_dir());
        command.env("GIT_CONFIG_GLOBAL", self.path("no-git-config")).env("GIT_CONFIG_NOSYSTEM", "1");
        command
    }

    /// Runs a sync that must succeed.
    pub fn sync(&self) -> Outcome {
        let outcome = self.run(&["sync", "--date", "2026-01-31"]);
        assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
        outcome
    }

    /// Every file with its bytes, and when it was last written.
    pub fn snapshot(&self) -> Vec<(String, Vec<u8>, std::time::SystemTime)> {
        let mut files: Vec<_> = ignore::WalkBuilder::new(self.folder.path())
            .standard_filters(false)
            .filter_entry(|entry| entry.file_name() != ".handback")
            .build()
            .flatten()
            .filter(|entry| entry.path().is_file())
            .map(|entry| {
                let name = entry.path().strip_prefix(self.folder.path()).unwrap().to_string_lossy().into_owned();
                (
                    name,
                    std::fs::read(entry.path()).unwrap(),
                    std::fs::metadata(entry.path()).unwrap().modified().unwrap(),
                )
            })
            .collect();
        files.sort();
        files
    }
}

/// Copies a file or a folder.
pub fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(from, to).unwrap();
        return;
    }
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// Gives the messages of the reference that have no translation one by hand; `None` leaves a text without.
pub fn translate(project: &Project, locale: &str, translation: impl Fn(&str) -> Option<String>) {
    use handback_core::catalog::escape::{Pattern, encode};
    use handback_core::catalog::resource::Resource;
    let folder = project.path("locales/en-US");
    for entry in ignore::WalkBuilder::new(&folder).build().flatten().filter(|entry| entry.path().is_file()) {
        let path = entry.path().strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        if !path.ends_with(".ftl") {
            continue;
        }
        let name = format!("locales/{locale}/{path}");
        let mut text = std::fs::read_to_string(project.path(&name)).unwrap_or_default();
        let there = Resource::parse(text.clone()).unwrap();
        for entry in Resource::parse(std::fs::read_to_string(entry.path()).unwrap()).unwrap().entries() {
            let Some(Pattern::Text(english)) = &entry.pattern else { continue };
            if let Some(translation) = translation(english).filter(|_| there.get(&entry.id).is_none()) {
                text.push_str(&format!("{} ={}\n", entry.id, encode(&translation)));
            }
        }
        if !text.is_empty() {
            project.write(&name, &text);
        }
    }
}

/// The corpus folder, or `None` with a word on standard error.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
pub fn corpus() -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("HANDBACK_CORPUS") else {
        eprintln!("skipped: HANDBACK_CORPUS is not set");
        return None;
    };
    let folder = PathBuf::from(folder);
    // Tests run in the package's folder, as does the person who sets a relative path.
    let folder = if folder.is_absolute() { folder } else { Path::new(env!("CARGO_MANIFEST_DIR")).join(folder) };
    assert!(
        !markdown_below(&folder.join("en")).is_empty(),
        "HANDBACK_CORPUS is set to {}, which holds no documents",
        folder.display()
    );
    Some(folder)
}

/// Markdown files below a folder, with their relative names.
pub fn markdown_below(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = ignore::WalkBuilder::new(folder)
        .standard_filters(false)
        .build()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"))
        .map(|entry| (entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned(), entry.into_path()))
        .collect();
    found.sort();
    found
}

/// How documents are parsed by default.
pub fn options() -> ParseOptions {
    Config::parse("", Path::new(".")).unwrap().parse
}

/// Runs git in a project; it must succeed.
pub fn git(project: &Project, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=t", "-c", "user.email=t@contoso.com", "-c", "init.defaultBranch=main"])
        .args(arguments)
        .current_dir(project.path(""))
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A check that finds no error.
pub fn clean(project: &Project) {
    let check = project.run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
}

/// Another sync writes nothing.
pub fn rests(project: &Project) {
    let before = project.snapshot();
    // With its cache, the second sync would not even look.
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project.run(&["sync", "--date", "2027-01-01"]);
    assert!(project.snapshot() == before, "a second sync wrote something");
}
