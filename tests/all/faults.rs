//! What may go wrong between handback and a translation service, through the command as its users run it.
//!
//! After every fault the same law holds ([`Fixture::lawful`], [`Fixture::recovers`]): nothing wrong is
//! written, pages keep their markup, and the next good run finishes the work.

mod answers;
mod interrupted;
mod law;
mod options;
pub mod server;
mod service;

use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::{Outcome, Project};
use server::FaultServer;

/// A key that nobody may ever see.
const KEY: &str = "sesame-4711-open";

const NOTES: &str = "# Contoso Notes

Contoso Notes keeps all notes of a team in one place.

Run `notes sync` before you open [the guide](https://contoso.com/guide).

Write **only** to the folder `data`, never to `temp`.

Ask your administrator to turn Contoso Notes on.

| Setting | Meaning |
|---|---|
| Retention | Notes are kept for 30 days after removal. |
";

const MAIL: &str = "# Adatum Mail

Adatum Mail sends what you write.

Ask your administrator to turn Adatum Mail on.

Mail is kept if its size is < 9 MB & is no spam.

- Ask [the team](team.md) for help.
- Never give your password away.
";

/// A project of two documents, and the service that its configuration names.
struct Fixture {
    project: Project,
    server: FaultServer,
}

impl Fixture {
    /// Drafts come from a LibreTranslate server with this script; more settings in YAML: `texts: 1, price: 20`.
    fn new(server: FaultServer, settings: &str) -> Self {
        Self::of("libretranslate", server, settings)
    }

    /// Drafts come from another kind of service.
    fn of(kind: &str, server: FaultServer, settings: &str) -> Self {
        let url = server.url();
        let providers = format!("  fake: {{type: {kind}, url: \"{url}\", key_file: key.txt, {settings}}}\n");
        Self::declared(server, &format!("translate: {{provider: fake}}\nproviders:\n{providers}"))
    }

    /// The same with a configuration of its own.
    fn declared(server: FaultServer, config: &str) -> Self {
        let common = "locales: [fr-FR]\nmetadata: none\nanchors: false\nvariables: {app: {heading: 1}}\n";
        let project = Project::new(&format!("{common}{config}"));
        project.write("key.txt", &format!("{KEY}\n"));
        project.write("source-docs/mail.md", MAIL);
        project.write("source-docs/notes.md", NOTES);
        Self { project, server }
    }

    fn translate(&self, args: &[&str]) -> Outcome {
        let outcome = self.project.run(&[&["translate", "--date", "2026-01-31"], args].concat());
        assert!(!outcome.out.contains(KEY) && !outcome.err.contains(KEY), "{}{}", outcome.out, outcome.err);
        outcome
    }

    /// A run that must end like this and say this.
    fn fails(&self, code: i32, message: &str) {
        let outcome = self.translate(&[]);
        assert_eq!(outcome.code, code, "{}{}", outcome.out, outcome.err);
        assert!(outcome.err.contains(message), "{message:?} is not in: {}{}", outcome.out, outcome.err);
        self.lawful();
    }

    /// A run that must succeed.
    fn succeeds(&self) -> Outcome {
        let outcome = self.translate(&[]);
        assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
        self.lawful();
        outcome
    }

    /// How many texts have no draft yet.
    fn left(&self) -> usize {
        let outcome = self.translate(&["--dry-run", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
        usize::try_from(report["locales"][0]["needed"].as_u64().unwrap()).unwrap()
    }

    /// With a server that behaves again, one run finishes the work.
    fn recovers(&self) {
        self.server.recover();
        self.server.takes(Duration::ZERO);
        let outcome = self.translate(&[]);
        assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
        assert_eq!(self.left(), 0);
        let outcome = self.project.sync();
        assert!(outcome.out.contains("0 stale, 0 missing"), "{}", outcome.out);
        self.lawful();
    }

    /// The command for what [`Project::run`] does not do: environment, signals.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handback"));
        command.args(args).current_dir(self.project.path(""));
        command
            .env("HANDBACK_TRUST", "1")
            .env_remove("SOURCE_DATE_EPOCH")
            .env_remove("CI")
            .env_remove("TF_BUILD")
            .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir());
        command
    }

    /// The file of a locale that holds something; all files are small.
    fn french(&self) -> String {
        law::files_below(&self.project.path("locales/fr-FR")).into_iter().map(|(_, text)| text).collect()
    }
}

/// Waits until something is so; it must be within a while.
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(20), "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
