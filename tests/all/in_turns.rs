//! Locales that a run reads one after the other come to what all of them together come to, also where they get drafts.

use std::sync::atomic::AtomicBool;

use handback::commands::report::Report;
use handback::commands::sync::{self, Job};
use handback::commands::translate::{self, TranslateJob, World};
use handback::settings::config::Config;
use handback::snapshot::Scope;
use handback_core::text::date::Date;
use serde_json::Value;

use crate::support::{self, Project};

const LIMIT: usize = 90;

/// `fr-CA` stands before the locale that it falls back to.
const CONFIG: &str = "locales: [fr-CA: [fr-FR], de-DE, fr-FR, qps-ploc]\nanchors: false\nnotice: front_matter\n\
    translate: {provider: pseudo}\nvariables: {app: {heading: 1}}\n";

fn config(project: &Project, in_turns: bool) -> Config {
    let mut config = Config::read(&project.path("handback.yaml")).unwrap();
    if in_turns {
        config.room = 0;
    }
    config
}

fn scope() -> Scope {
    Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 1, 31) }
}

fn with_world<T>(work: impl FnOnce(&World<'_>) -> T) -> T {
    let stop = AtomicBool::new(false);
    work(&World { environment: &|_| None, trusted: false, stop: &stop, progress: None })
}

fn job(dry_run: bool, max_characters: Option<usize>) -> TranslateJob {
    TranslateJob {
        scope: scope(),
        dry_run,
        max_characters,
        provider: None,
        fuzzy: None,
        again: None,
        suggest: false,
        asks_again: false,
    }
}

fn sync(project: &Project, in_turns: bool, max_characters: Option<usize>) -> Report {
    let config = config(project, in_turns);
    let drafts = job(false, max_characters);
    with_world(|world| sync::sync(&config, &Job::sync(scope()), Some((&drafts, world)), None).unwrap())
}

/// What is the same wherever a project lies.
fn shown(project: &Project, report: &impl serde::Serialize) -> Value {
    let text = serde_json::to_string(report).unwrap();
    serde_json::from_str(&text.replace(&*project.path("").to_string_lossy(), "")).unwrap()
}

/// Problems come as the work does, which is another order.
fn sorted(value: &Value) -> Vec<String> {
    let mut all: Vec<String> =
        value.as_array().map_or(vec![value.to_string()], |all| all.iter().map(Value::to_string).collect());
    all.sort();
    all
}

/// All files but what handback keeps for itself.
fn files(project: &Project) -> Vec<(String, String)> {
    let all = project.snapshot().into_iter().filter(|(name, ..)| !name.starts_with(".handback/"));
    all.map(|(name, bytes, _)| (name, String::from_utf8(bytes).unwrap())).collect()
}

fn assert_same(one: &Project, other: &Project) {
    let (one, other) = (files(one), files(other));
    for (found, expected) in one.iter().zip(&other) {
        assert_eq!(found, expected);
    }
    assert_eq!(one.len(), other.len());
}

fn new_project() -> Project {
    let project = Project::new(CONFIG);
    for (name, app) in [("a", "Contoso Spark"), ("b", "Fabrikam Forms")] {
        let text = format!("# {app}\n\nHow {app} keeps data\n\nOnly in {name}.\n\nA shared text.\n");
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    project.write("source-docs/old.md", "A page that moves.\n\nIt is long enough to be known again.\n");
    project
}

/// Translated by machine and by people, and then nearly everything changes.
fn changed_project() -> Project {
    let project = new_project();
    project.run(&["sync", "--date", "2026-01-10"]);
    project.write("locales/de-DE/shared.ftl", "a-shared-text = Ein gemeinsamer Text.\n");
    project.write("locales/fr-CA/a.ftl", "only-in-a = Ici seulement.\n");
    project.run(&["sync", "--no-mt", "--date", "2026-01-15"]);
    for name in ["a", "b"] {
        let path = format!("source-docs/{name}.md");
        project.edit(&path, "keeps data", "keeps all its data for you");
        project.edit(&path, "A shared text.", "A text that all share.");
    }
    project.edit("source-docs/a.md", "Only in a.", "Only in a and nowhere else.\n\nA new text.");
    project.edit("source-docs/b.md", "Fabrikam Forms", "Fabrikam Forms 2");
    // Somebody edits while the English changes, too.
    project.write("locales/qps-ploc/b.ftl", "only-in-b = Words of a person.\n");
    std::fs::rename(project.path("source-docs/old.md"), project.path("source-docs/moved.md")).unwrap();
    project
}

fn fresh(project: Project) -> Project {
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project
}

fn compare(make: &dyn Fn() -> Project, max_characters: Option<usize>) -> Report {
    let (one, other) = (make(), make());
    let together = sync(&one, false, max_characters);
    let report = sync(&other, true, max_characters);
    let (said, expected) = (shown(&other, &report), shown(&one, &together));
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(sorted(&said[key]), sorted(value), "{key}");
    }
    assert_same(&other, &one);
    // What it leaves for the next run says the same of every locale.
    let again = sync(&other, true, None);
    assert!(again.up_to_date || max_characters.is_some(), "{again:?}");
    let status = |project: &Project| project.run(&["status", "--format", "json", "--date", "2026-02-01"]).out;
    let known = status(&other);
    let twin = Project::new("");
    support::copy(&other.path(""), &twin.path(""));
    assert_eq!(known, status(&fresh(twin)));
    report
}

#[test]
fn drafts_of_a_first_sync() {
    let report = compare(&new_project, None);
    let locales: Vec<&str> = report.drafts.iter().map(|drafts| drafts.locale.as_str()).collect();
    assert_eq!(locales, ["de-DE", "fr-FR", "fr-CA", "qps-ploc"]);
    let made: Vec<usize> = report.drafts.iter().map(|drafts| drafts.translated).collect();
    assert_eq!(made, [6, 6, 0, 6], "what falls back needs none of its own");
}

#[test]
fn drafts_after_a_change_of_nearly_everything() {
    let report = compare(&changed_project, None);
    assert!(report.english.renamed_documents == 1 && report.english.changed > 0, "{:?}", report.english);
    assert!(report.removed.iter().any(|path| path.ends_with("localized-docs/de-DE/old.md")), "{:?}", report.removed);
    let fr_ca = report.locales.iter().find(|locale| locale.locale == "fr-CA").unwrap();
    assert!(fr_ca.newly_stale > 0, "a person's wording of the fallback's text went stale");
    // Nobody remembers the pages there: they are told from edits by what the catalog had.
    let report = compare(&|| fresh(changed_project()), None);
    assert!(report.problems.iter().all(|problem| !problem.to_string().contains("a copy is kept")), "{report:#?}");
}

#[test]
fn a_new_page_of_a_locale_that_needs_no_drafts_before_one_that_does() {
    let make = || {
        let project = Project::new(&CONFIG.replace("fr-CA: [fr-FR], ", ""));
        project.write("source-docs/a.md", "Words of a.\n\nA shared text.\n");
        project.run(&["sync", "--date", "2026-01-10"]);
        project.write("source-docs/new.md", "A shared text.\n");
        let resource = project.read("locales/fr-FR/a.ftl");
        let kept: Vec<&str> = resource.lines().filter(|line| !line.contains("words-of-a")).collect();
        project.write("locales/fr-FR/a.ftl", &format!("{}\n", kept.join("\n")));
        project
    };
    let report = compare(&make, None);
    let needed: Vec<usize> = report.drafts.iter().map(|drafts| drafts.needed).collect();
    assert_eq!(needed, [0, 1, 0]);
}

#[test]
fn drafts_up_to_a_limit() {
    let report = compare(&new_project, Some(LIMIT));
    let sent: usize = report.drafts.iter().map(|drafts| drafts.characters).sum();
    assert!(sent <= LIMIT && report.drafts.iter().any(|drafts| drafts.beyond_limit > 0), "{sent}: {:?}", report.drafts);
}

#[test]
fn the_command_for_drafts() {
    for (dry_run, limit) in [(true, None), (true, Some(LIMIT)), (false, None), (false, Some(LIMIT))] {
        let (one, other) = (changed_project(), changed_project());
        let run = |project: &Project, in_turns: bool| {
            let (config, job) = (config(project, in_turns), job(dry_run, limit));
            let report = with_world(|world| translate::translate(&config, &job, world).unwrap());
            shown(project, &report)
        };
        let before = files(&other);
        let report = run(&other, true);
        assert_eq!(report, run(&one, false), "{dry_run} {limit:?}");
        assert_same(&other, &one);
        assert_eq!(files(&other) == before, dry_run, "{report}");
    }
}

#[test]
fn an_edit_that_comes_while_another_locale_gets_its_drafts() {
    // The provider of `de-DE` edits the resource of a locale whose turn comes later.
    let edit = "sh, -c, 'while read -r line; do mkdir -p locales/qps-ploc; printf \"a-text = Words of a person.\\n\" > locales/qps-ploc/a.ftl; echo \"Ein Satz.\"; done'";
    let config = format!(
        "locales: [de-DE, qps-ploc]\nmetadata: none\ntranslate: {{provider: pseudo, locales: {{de-DE: mt}}}}\n\
         providers:\n  mt: {{type: command, command: [{edit}], protocol: lines}}\n"
    );
    let project = Project::new(&config);
    project.write("source-docs/a.md", "A text.\n\nAnother text.\n");
    let job = job(false, None);
    let stop = AtomicBool::new(false);
    let world = World { environment: &|_| None, trusted: true, stop: &stop, progress: None };
    let config = self::config(&project, true);
    let report = sync::sync(&config, &Job::sync(scope()), Some((&job, &world)), None).unwrap();
    assert_eq!(report.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(project.read("locales/qps-ploc/a.ftl").contains("a-text = Words of a person."));
    let state = project.read("locales/qps-ploc/a.yaml");
    assert!(state.contains("  a-text:\n    {type: HT") && state.contains("another-text:\n    {type: MT"), "{state}");
    assert!(project.read("localized-docs/qps-ploc/a.md").starts_with("Words of a person.\n"));
    assert!(sync(&project, true, None).up_to_date);
}

#[test]
fn drafts_of_real_documents() {
    let Some(corpus) = support::corpus() else { return };
    let make = || {
        let project = Project::new(
            "locales: [fr-FR, de-DE]\nflavor: docfx\nvariables: {app: {heading: 1}}\ntranslate: {provider: pseudo}\n",
        );
        for (name, path) in support::markdown_below(&corpus.join("en")).into_iter().step_by(5) {
            project.write(&format!("source-docs/{name}"), &std::fs::read_to_string(path).unwrap());
        }
        project
    };
    let report = compare(&make, None);
    assert!(report.documents > 20 && report.messages > 200, "{} {}", report.documents, report.messages);
}
