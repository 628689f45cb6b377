//! A project in which one run moves much: a text becomes shared, another is no longer shared, a document is renamed,
//! others change. Some translations are a machine's, some a person's with reviewer and note.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use handback::commands::accept::Accept;
use handback::commands::adopt::decide::AdoptOptions;
use handback::commands::adopt::{self, AdoptJob};
use handback::commands::report::Report;
use handback::commands::sync::{self, Job};
use handback::commands::translate::{self, TranslateJob, World};
use handback::problem::{FileError, Problems, Weight};
use handback::review::decision::Decision;
use handback::review::many::Mass;
use handback::review::queue::{Filter, Status};
use handback::review::session;
use handback::settings::config::Config;
use handback::snapshot::Scope;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::state_file::StateFile;
use handback_core::drift::severity::Severity;
use handback_core::text::date::Date;

use crate::support::{self, Project};

const DAY: Date = Date::constant(2026, 1, 31);
const LATER: Date = Date::constant(2026, 2, 2);

const FOXTROT: &str = "---\ntitle: Foxtrot\n---\n\nFoxtrot text.\n\nMore foxtrot.\n";

const DOCUMENTS: [(&str, &str); 7] = [
    ("a.md", "Keep this sentence.\n\nOnly alpha says this.\n"),
    ("b.md", "Keep this sentence.\n\nBeta has its own.\n"),
    ("c.md", "Gamma alone.\n\nGamma stays.\n"),
    ("d.md", "Delta text.\n\nShared for ever.\n"),
    ("old.md", "Renamed with care.\n\nRenamed by machine.\n"),
    ("sub/e.md", "It takes 10 minutes.\n\nStays as it is.\n\nShared for ever.\n"),
    ("foxtrot.md", FOXTROT),
];

/// Ids whose translations are a machine's.
const MACHINE: [&str; 4] = ["beta-has-its-own", "gamma-alone", "renamed-by-machine", "stays-as-it-is"];
/// Ids whose translations somebody reviewed.
const REVIEWED: [&str; 4] = ["keep-this-sentence", "only-alpha-says-this", "renamed-with-care", "gamma-stays"];

/// The project, settled before anything changes.
pub fn settled() -> Project {
    let project = Project::new("locales: [fr-FR, de-DE]\ncarry: cosmetic\ntranslate: {provider: pseudo}\n");
    for (name, text) in DOCUMENTS {
        project.write(&format!("source-docs/{name}"), text);
    }
    run(&project, Command::Extract).unwrap();
    for locale in ["fr-FR", "de-DE"] {
        support::translate(&project, locale, |text| {
            (!text.to_lowercase().contains("foxtrot")).then(|| format!("{} {text}", &locale[..2].to_uppercase()))
        });
    }
    let override_of_d = project.read("locales/fr-FR/d.ftl") + "shared-for-ever = FR Forever in delta\n";
    project.write("locales/fr-FR/d.ftl", &override_of_d);
    run(&project, Command::Sync).unwrap();
    for path in support_files(&project) {
        let marked = marked(&project.read(&path));
        project.write(&path, &marked);
    }
    run(&project, Command::Sync).unwrap();
    let hash = handback::project::hash::source_hash(
        FOXTROT.as_bytes(),
        handback::settings::config::HashAlgorithm::Sha1,
        handback::settings::hand_off::HashForm::Auto,
    );
    project.write(
        "published/foxtrot.md",
        &format!(
            "---\ntitle: Renard\nms.openlocfilehash: {hash}\nms.translationtype: MT\nms.contentlocale: fr-FR\n\
             ms.lasthandoff: 04/15/2022\nms.locfileid: \"64880201\"\n---\n\nTexte du renard.\n\nPlus de renard.\n"
        ),
    );
    project
}

/// States of the locales.
fn support_files(project: &Project) -> Vec<String> {
    let names = project.snapshot().into_iter().map(|(name, ..)| name);
    names.filter(|name| name.ends_with(".yaml") && (name.contains("fr-FR") || name.contains("de-DE"))).collect()
}

/// A state with some messages as a machine's, and some with reviewer and note.
fn marked(state: &str) -> String {
    let mut id = "";
    let mut out = String::new();
    for line in state.lines() {
        let is_one = |ids: &[&str]| line.starts_with("    {") && ids.contains(&id);
        out += &match line {
            line if is_one(&MACHINE) => line.replace("type: HT, origin: human", "type: MT, origin: mt:pseudo"),
            line if is_one(&REVIEWED) => line.replace('}', ", reviewer: \"A. Reviewer\", note: \"Keep it short\"}"),
            line => line.to_owned(),
        };
        out.push('\n');
        id = line.trim().trim_end_matches(':');
    }
    out
}

/// The same project after people worked on the sources.
pub fn changed() -> Project {
    let project = settled();
    change(&project);
    project
}

/// The same, of which a sync knows all but that work: it need not read everything.
pub fn changed_since_a_sync() -> Project {
    let project = settled();
    run(&project, Command::Sync).unwrap();
    change(&project);
    project
}

/// People's work on the sources.
fn change(project: &Project) {
    project.write("source-docs/b.md", "Beta has its own.\n");
    project.write("source-docs/c.md", "Gamma alone.\n\nGamma stays, but not for long.\n");
    project.write("source-docs/d.md", "Delta text.\n\nShared for ever.\n\nGamma alone.\n\nA brand new text.\n");
    project.edit("source-docs/sub/e.md", "10 minutes", "20 minutes");
    std::fs::rename(project.path("source-docs/old.md"), project.path("source-docs/new.md")).unwrap();
}

/// What writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Sync,
    /// One locale after the other, as where all of them would take much room.
    SyncInTurns,
    SyncWithDrafts,
    SyncWithDraftsInTurns,
    Extract,
    Accept,
    Adopt,
    Unify,
    Translate,
    TranslateInTurns,
    Decision,
    ManyDecisions,
}

/// Runs a command in this process; an error if it does not end with exit code 0 or 1.
pub fn run(project: &Project, command: Command) -> Result<(), String> {
    let mut config = Config::read(&project.path("handback.yaml")).unwrap();
    let in_turns = [Command::SyncInTurns, Command::SyncWithDraftsInTurns, Command::TranslateInTurns];
    if in_turns.contains(&command) {
        config.room = 0;
    }
    // One thread, so that the calls have the same order each time.
    let threads = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    threads.install(|| run_with(&config, project.path("").as_path(), command))
}

/// Runs a sync in this process, and returns what it says.
pub fn reported(project: &Project) -> Report {
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    sync::run(&config, &Job::sync(scope()), None).unwrap()
}

fn scope() -> Scope {
    Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: DAY }
}

fn drafts() -> TranslateJob {
    TranslateJob {
        scope: scope(),
        dry_run: false,
        max_characters: None,
        provider: None,
        fuzzy: None,
        again: None,
        suggest: false,
        asks_again: false,
    }
}

fn run_with(config: &Config, root: &Path, command: Command) -> Result<(), String> {
    let (job, drafts) = (Job::sync(scope()), drafts());
    let stop = AtomicBool::new(false);
    let world = World { environment: &|_| None, trusted: false, stop: &stop, progress: None };
    let outcome = |problems: Problems| {
        let errors = problems.iter().filter(|problem| problem.weight == Weight::Error);
        let errors: Vec<String> = errors.map(ToString::to_string).collect();
        if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
    };
    let words = |error: FileError| error.to_string();
    match command {
        Command::Sync | Command::SyncInTurns => outcome(sync::sync(config, &job, None, None).map_err(words)?.problems),
        Command::SyncWithDrafts | Command::SyncWithDraftsInTurns => {
            outcome(sync::sync(config, &job, Some((&drafts, &world)), None).map_err(words)?.problems)
        }
        Command::Extract => outcome(sync::run(config, &Job { render: None, ..job }, None).map_err(words)?.problems),
        Command::Accept => {
            let all = vec![Severity::Cosmetic, Severity::Mechanical, Severity::Substantive];
            let accept = Some(Accept {
                ids: Vec::new(),
                all,
                findings: Vec::new(),
                reviewer: Reviewer::new("B. Reviewer").unwrap(),
                keep: None,
            });
            outcome(sync::run(config, &Job { accept, ..job }, None).map_err(words)?.problems)
        }
        Command::Adopt => {
            let job = AdoptJob {
                scope: scope(),
                locale: "fr-FR".into(),
                folder: Some(root.join("published")),
                source_at: None,
                options: AdoptOptions::default(),
                dry_run: false,
            };
            outcome(adopt::run(config, &job).map_err(words)?.problems)
        }
        Command::Unify => {
            let ids = ["shared-for-ever".to_owned()];
            outcome(adopt::unify(config, &scope(), &ids, false).map_err(words)?.problems)
        }
        Command::Translate | Command::TranslateInTurns => {
            outcome(translate::translate(config, &drafts, &world).map_err(words)?.problems)
        }
        Command::Decision => {
            let by = Reviewer::new("C. Reviewer").unwrap();
            session::open(config, LATER, |session| {
                let entry = session.queue(0).iter().find(|entry| &*entry.id == "stays-as-it-is").cloned().unwrap();
                let target = session.target(0, &entry);
                let taken = session.decide(&target, &Decision::Edit("Reste comme cela.".into()), &by);
                taken.map(|_| drop(session.render())).map_err(|refusal| refusal.to_string())
            })
            .map_err(words)?
        }
        Command::ManyDecisions => {
            let by = Reviewer::new("C. Reviewer").unwrap();
            session::open(config, LATER, |session| {
                let machine = Filter { status: Some(vec![Status::Machine]), ..Filter::default() };
                let found = session.filtered(0, &machine);
                let chosen = session.sort(0, &found, Mass::Approve).taken;
                let done = session.decide_many(&chosen, Mass::Approve, &by);
                done.map(|_| drop(session.render())).map_err(|refusal| refusal.to_string())
            })
            .map_err(words)?
        }
    }
}

/// Bytes of everything below a folder of the project.
pub fn files(project: &Project, folder: &str) -> BTreeMap<String, String> {
    let files = project.snapshot().into_iter().filter(|(name, ..)| name.starts_with(folder));
    files.map(|(name, bytes, _)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

/// Every wording of the locales, and what is known of it: type, origin, reviewer, note.
pub fn wordings(project: &Project) -> BTreeMap<String, Vec<String>> {
    let all = files(project, "locales/");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, text) in all.iter().filter(|(name, _)| name.ends_with(".ftl") && !name.contains("en-US")) {
        let state = all.get(&name.replace(".ftl", ".yaml"));
        let state = state.map(|yaml| StateFile::parse(yaml).unwrap()).unwrap_or_default();
        let locale = name.split('/').nth(1).unwrap();
        for entry in Resource::parse(text.clone()).unwrap().entries() {
            let Some(Pattern::Text(text)) = &entry.pattern else { continue };
            let known = state.messages.get(&entry.id);
            let known = known
                .map(|known| format!("{} {} {:?} {:?}", known.kind.name(), known.origin, known.reviewer, known.note));
            found.entry(format!("{locale} {text}")).or_default().push(known.unwrap_or_else(|| "nothing".into()));
        }
    }
    found.values_mut().for_each(|known| known.sort());
    found
}

/// A copy of a project.
pub fn copy(of: &Project) -> Project {
    let project = Project::new("");
    support::copy(&of.path(""), &project.path(""));
    project
}
