//! The run itself is ended, or somebody else is at work.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::server::FaultServer;
use super::{Fixture, until};
use crate::support::Outcome;

/// A service that takes its time, one text a request.
fn slow() -> Fixture {
    let fixture = Fixture::new(FaultServer::start(), "texts: 1, concurrency: 1");
    fixture.server.takes(Duration::from_millis(150));
    fixture
}

fn start(fixture: &Fixture, args: &[&str]) -> Child {
    fixture.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn end(child: Child) -> Outcome {
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Outcome { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn a_killed_run_loses_at_most_its_last_write() {
    let fixture = slow();
    fixture.server.takes(Duration::from_millis(300));
    let mut left = fixture.left();
    assert!(left > 9, "{left}");
    // Killed at several moments of a request, over and over, until hardly anything is left.
    for moment in [0, 40, 150, 280] {
        fixture.server.forget();
        let mut child = start(&fixture, &["translate"]);
        until("two answers", || fixture.server.answered().len() >= 2);
        std::thread::sleep(Duration::from_millis(moment));
        let answered = fixture.server.answered().len();
        child.kill().unwrap();
        child.wait().unwrap();
        until("the end of the last request", || fixture.server.is_idle());
        // A kill in the middle of a write leaves a note, which commands that only read do not touch.
        assert_eq!(fixture.project.run(&["extract"]).code, 0);
        let now = fixture.left();
        assert!(left - now + 1 >= answered, "{answered} texts came in, and {} are on disk", left - now);
        fixture.lawful();
        left = now;
    }
    // A write that was cut off leaves its temporary file.
    fixture.project.write("locales/fr-FR/.handback-x1y2z3", "a = half a li");
    fixture.server.forget();
    fixture.server.takes(Duration::ZERO);
    fixture.succeeds();
    assert_eq!(fixture.server.count(), left, "only the rest is sent");
    fixture.recovers();
}

#[test]
fn drafts_of_a_killed_run_are_no_persons() {
    // Many texts make a state that takes its time to write.
    let list: String = (0..800).map(|number| format!("- Mail number {number} is sent first.\n")).collect();
    let fixture = Fixture::new(FaultServer::start(), "texts: 500, characters: 999999");
    let write = |title: &str| fixture.project.write("source-docs/mail.md", &format!("# {title}\n\n{list}"));
    write("Adatum Mail");
    fixture.succeeds();
    for title in ["New Adatum Mail", "Newer Adatum Mail", "Newest Adatum Mail"] {
        write(title);
        let path = fixture.project.path("locales/fr-FR/mail.ftl");
        let written = || std::fs::metadata(&path).and_then(|metadata| metadata.modified()).unwrap();
        let (before, began) = (written(), Instant::now());
        let mut child = start(&fixture, &["translate"]);
        // No pause here: the moment is short.
        while written() == before && began.elapsed() < Duration::from_secs(20) {}
        child.kill().unwrap();
        child.wait().unwrap();
        fixture.lawful();
        assert!(!fixture.french().contains("type: HT"), "{title}");
    }
    fixture.recovers();
}

#[test]
fn one_run_at_a_time() {
    let fixture = slow();
    let child = start(&fixture, &["translate"]);
    until("a request", || fixture.server.count() > 0);
    for command in ["translate", "sync"] {
        let outcome = fixture.project.run(&[command]);
        assert_eq!(outcome.code, 2);
        assert!(outcome.err.contains("another handback is at work on this project"), "{}", outcome.err);
    }
    assert_eq!(end(child).code, 0);
    fixture.recovers();
}

/// Edits a resource in the middle of a run, when it has its first draft; returns what it is afterwards.
fn edited_meanwhile(fixture: &Fixture, edit: impl FnOnce(&str) -> String) -> String {
    const PATH: &str = "locales/fr-FR/mail.ftl";
    // Machines that have much else to do take long to look.
    fixture.server.takes(Duration::from_millis(500));
    let child = start(fixture, &["translate", "--date", "2026-01-31"]);
    let read = || std::fs::read_to_string(fixture.project.path(PATH)).unwrap_or_default();
    until("a draft", || read().contains("sends"));
    let before = read();
    assert!(!before.contains("never-give-your-password-away ="), "the test is too slow:\n{before}");
    fixture.project.write(PATH, &edit(&before));
    let outcome = end(child);
    assert!(outcome.code < 2, "{}", outcome.err);
    fixture.recovers();
    assert!(fixture.project.read("locales/fr-FR/mail.yaml").contains("type: HT"), "it is a person's now");
    fixture.project.read(PATH)
}

#[test]
fn what_a_person_makes_of_a_draft_meanwhile_is_kept() {
    let edit = |text: &str| text.replace("= tr Adatum Mail sends", "= Adatum Mail envoie");
    let resource = edited_meanwhile(&slow(), edit);
    assert!(resource.contains("= Adatum Mail envoie") && resource.contains("= tr Never give"), "{resource}");
}

#[test]
fn what_a_person_translates_meanwhile_is_kept() {
    let edit = |text: &str| format!("{text}never-give-your-password-away = Gardez votre mot de passe.\n");
    let resource = edited_meanwhile(&slow(), edit);
    assert!(resource.contains("= Gardez votre mot de passe.") && !resource.contains("tr Never give"), "{resource}");
}

#[cfg(unix)]
fn interrupt(child: &Child) {
    let kill = format!("kill -INT {}", child.id());
    assert!(std::process::Command::new("sh").args(["-c", &kill]).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_keeps_what_came_in_and_says_so() {
    let fixture = slow();
    let whole = fixture.left();
    let child = start(&fixture, &["translate"]);
    until("three requests", || fixture.server.count() >= 3);
    interrupt(&child);
    let outcome = end(child);
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("interrupted; what had come in is written: run again to go on"), "{}", outcome.err);
    let asked = fixture.server.count();
    assert!(asked < whole, "it went on to the end");
    assert_eq!(fixture.left(), whole - asked, "what was on its way is taken in");
    fixture.lawful();
    fixture.server.forget();
    fixture.recovers();
    assert_eq!(fixture.server.count(), whole - asked);
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_waits_for_no_busy_service() {
    use super::server::{normal, status};
    let busy = status("429 Too Many Requests", &[("Retry-After", "100")], "{}");
    let fixture = Fixture::new(FaultServer::with([normal(), busy]), "texts: 1");
    let child = start(&fixture, &["translate"]);
    until("two requests", || fixture.server.count() == 2);
    std::thread::sleep(Duration::from_millis(200));
    let before = Instant::now();
    interrupt(&child);
    let outcome = end(child);
    assert!(before.elapsed() < Duration::from_secs(5));
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("interrupted; what had come in is written"), "{}", outcome.err);
    fixture.lawful();
    fixture.recovers();
}

#[cfg(unix)]
#[test]
fn a_second_interrupt_ends_the_run_at_once() {
    let fixture = slow();
    let child = start(&fixture, &["translate"]);
    until("three requests", || fixture.server.count() >= 3);
    fixture.server.takes(Duration::from_secs(8));
    let asked = fixture.server.count();
    until("a slow request", || fixture.server.count() > asked);
    interrupt(&child);
    std::thread::sleep(Duration::from_millis(100));
    let before = Instant::now();
    interrupt(&child);
    let outcome = end(child);
    assert!(before.elapsed() < Duration::from_secs(4));
    assert_eq!(outcome.code, 130, "{}{}", outcome.out, outcome.err);
    fixture.lawful();
    fixture.recovers();
}

#[cfg(unix)]
#[test]
fn an_interrupted_sync_publishes_what_came_in() {
    let fixture = slow();
    let child = start(&fixture, &["sync", "--date", "2026-01-31"]);
    until("three requests", || fixture.server.count() >= 3);
    interrupt(&child);
    let outcome = end(child);
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("interrupted"), "{}", outcome.err);
    let pages = ["mail.md", "notes.md"].map(|name| fixture.project.read(&format!("localized-docs/fr-FR/{name}")));
    assert!(pages.concat().contains("tr "), "{pages:?}");
    fixture.lawful();
    fixture.recovers();
}
