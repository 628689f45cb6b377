//! What is sent and written under which options, and what never is.

use super::server::FaultServer;
use super::{Fixture, KEY};

fn characters(texts: &[String]) -> usize {
    texts.iter().map(|text| text.chars().count()).sum()
}

#[test]
fn a_dry_run_counts_and_sends_nothing() {
    let fixture = Fixture::new(FaultServer::start(), "price: 20000");
    fixture.project.run(&["sync", "--no-mt"]);
    let before = fixture.project.snapshot();
    let outcome = fixture.translate(&["--dry-run"]);
    assert_eq!((outcome.code, fixture.server.count()), (0, 0), "{}", outcome.err);
    assert_eq!(fixture.project.snapshot(), before);
    let needed = fixture.left();
    assert!(outcome.out.contains(&format!("fr-FR: {needed} messages would be drafted: {needed} for fake")));
    // What was promised is what is sent.
    fixture.succeeds();
    let sent = characters(&fixture.server.texts());
    let price = 0.02 * sent as f64;
    assert!(outcome.out.contains(&format!("({sent} characters, {price:.2})")), "{sent}: {}", outcome.out);
    fixture.recovers();
}

#[test]
fn no_more_is_sent_than_allowed() {
    let fixture = Fixture::new(FaultServer::start(), "texts: 2");
    let needed = fixture.left();
    let outcome = fixture.translate(&["--max-chars", "150"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let sent = fixture.server.texts();
    assert!(!sent.is_empty() && sent.len() < needed && characters(&sent) <= 150, "{sent:?}");
    let left = fixture.left();
    assert!(outcome.out.contains(&format!("{left} left")), "{}", outcome.out);
    assert!(left < needed);
    fixture.lawful();
    fixture.server.forget();
    assert_eq!(fixture.translate(&["--max-chars", "0"]).code, 0);
    assert_eq!(fixture.server.count(), 0);
    fixture.recovers();
    assert!(fixture.server.texts().iter().all(|text| !sent.contains(text)), "only the rest is sent");
}

#[test]
fn second_attempts_count_too() {
    let fixture = Fixture::new(FaultServer::start(), "texts: 2");
    fixture.server.translates(str::to_owned);
    assert!(fixture.translate(&["--max-chars", "150"]).code < 2);
    assert!(characters(&fixture.server.texts()) <= 150, "{:?}", fixture.server.texts());
    fixture.recovers();
}

/// Two providers at one server, distinguished by path; the English is extracted.
fn two_providers() -> Fixture {
    let server = FaultServer::start();
    let url = server.url();
    let config = format!(
        "translate: {{provider: one}}\nproviders:\n  one: {{type: libretranslate, url: \"{url}/one\", engine: old-engine}}\n  two: {{type: deepl, url: \"{url}/two\", key_file: key.txt, engine: new-engine}}\n"
    );
    let fixture = Fixture::declared(server, &config);
    assert_eq!(fixture.project.run(&["sync", "--no-mt"]).code, 0);
    fixture
}

#[test]
fn another_provider_may_be_named() {
    let fixture = two_providers();
    let outcome = fixture.translate(&["--provider", "three"]);
    assert_eq!((outcome.code, fixture.server.count()), (2, 0));
    assert!(outcome.err.contains("`three`") && outcome.err.contains("it knows one, two, pseudo"), "{}", outcome.err);
    assert_eq!(fixture.translate(&["--provider", "two", "source-docs/mail.md"]).code, 0);
    assert!(fixture.server.asked().iter().all(|asked| asked.path == "/two/v2/translate"));
    assert!(fixture.french().contains("origin: mt:new-engine") && !fixture.french().contains("old-engine"));
    fixture.lawful();
    fixture.server.forget();
    fixture.recovers();
    assert!(fixture.server.asked().iter().all(|asked| asked.path == "/one/translate"));
}

#[test]
fn only_what_an_engine_made_is_made_again() {
    let fixture = two_providers();
    let new = fixture.translate(&["--provider", "two", "source-docs/mail.md"]);
    assert_eq!(new.code, 0, "{}", new.err);
    fixture.succeeds();
    // A person edits one text of the old engine and approves another.
    fixture.project.edit("locales/fr-FR/notes.ftl", "tr Write **only** to", "Écrivez **seulement** dans");
    fixture.project.sync();
    let state = fixture.project.read("locales/fr-FR/notes.yaml");
    let approved = state.split("\n\n").find(|block| block.contains("retention:\n    {type: MT")).unwrap();
    fixture.project.edit("locales/fr-FR/notes.yaml", approved, &approved.replace("type: MT", "type: HT"));
    let by_old = fixture.project.read("locales/fr-FR/notes.yaml").matches("type: MT, origin: mt:old-engine").count();
    let mail = fixture.project.read("locales/fr-FR/mail.ftl");

    fixture.server.forget();
    fixture.server.translates(|text| format!("again {text}"));
    let outcome = fixture.translate(&["--retranslate", "mt:old-engine", "--provider", "two"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(fixture.server.texts().len(), by_old, "{:?}", fixture.server.texts());
    let notes = fixture.project.read("locales/fr-FR/notes.ftl");
    assert!(notes.contains("Écrivez **seulement** dans") && notes.contains("= tr Retention"), "{notes}");
    assert_eq!(notes.matches("again ").count(), by_old, "{notes}");
    assert_eq!(fixture.project.read("locales/fr-FR/mail.ftl"), mail);
    let state = fixture.project.read("locales/fr-FR/notes.yaml");
    assert!(!state.contains("type: MT, origin: mt:old-engine"), "{state}");
    assert_eq!(state.matches("type: HT").count(), 2, "{state}");
    fixture.lawful();
    fixture.server.forget();
    fixture.translate(&["--retranslate", "mt:old-engine"]);
    assert_eq!(fixture.server.count(), 0, "there is nothing left of it");
    fixture.recovers();
}

#[test]
fn a_sync_without_a_machine_sends_nothing() {
    let fixture = Fixture::new(FaultServer::start(), "");
    let quiet = fixture.project.run(&["sync", "--no-mt", "--date", "2026-01-31"]);
    assert_eq!((quiet.code, fixture.server.count()), (0, 0), "{}", quiet.err);
    let dry = fixture.project.run(&["sync", "--dry-run"]);
    assert_eq!((dry.code, fixture.server.count()), (0, 0), "{}", dry.err);
    fixture.recovers();
}

#[test]
fn a_sync_drafts_what_one_without_a_machine_left() {
    let fixture = Fixture::new(FaultServer::start(), "");
    fixture.project.run(&["sync", "--no-mt"]);
    let outcome = fixture.project.sync();
    assert!(outcome.out.contains("by fake") && fixture.server.count() > 0, "{}", outcome.out);
    fixture.recovers();
}

#[test]
fn a_sync_drafts_once() {
    let fixture = Fixture::new(FaultServer::start(), "");
    let first = fixture.project.sync();
    assert!(first.out.contains("by fake") && fixture.server.count() > 0, "{}", first.out);
    let page = fixture.project.read("localized-docs/fr-FR/notes.md");
    assert!(page.contains("tr Run `notes sync` before you open [the guide](https://contoso.com/guide)."), "{page}");
    fixture.server.forget();
    let before = fixture.project.snapshot();
    let second = fixture.project.sync();
    assert!(second.out.contains("Nothing changed since the last sync."), "{}", second.out);
    std::fs::remove_dir_all(fixture.project.path(".handback")).unwrap();
    fixture.project.sync();
    assert_eq!((fixture.project.snapshot(), fixture.server.count()), (before, 0));
    fixture.recovers();
}

#[test]
fn a_machine_gives_no_product_another_name() {
    let fixture = Fixture::new(FaultServer::start(), "");
    // Alone, the document has no use for its variable, and its heading is a text like any other.
    assert_eq!(fixture.translate(&["source-docs/mail.md"]).code, 0);
    assert_eq!(fixture.project.run(&["sync", "--no-mt"]).code, 0);
    let page = fixture.project.read("localized-docs/fr-FR/mail.md");
    assert!(page.starts_with("# Adatum Mail\n"), "{page}");
    fixture.recovers();
}

#[test]
fn what_a_person_wrote_is_never_overwritten() {
    let fixture = Fixture::new(FaultServer::start(), "");
    fixture.succeeds();
    fixture.project.edit("locales/fr-FR/mail.ftl", "tr Never give your password away.", "Gardez votre mot de passe.");
    fixture.project.sync();
    fixture.project.edit("source-docs/mail.md", "Never give your password away.", "Never send your password by mail.");
    fixture.server.forget();
    let outcome = fixture.succeeds();
    assert_eq!(fixture.server.texts(), ["Never send your password by mail."], "{}", outcome.out);
    let resource = fixture.project.read("locales/fr-FR/mail.ftl");
    assert!(resource.contains("= Gardez votre mot de passe.") && !resource.contains("Never send"), "{resource}");
    let state = fixture.project.read("locales/fr-FR/mail.yaml");
    let line = state.lines().find(|line| line.contains("draft:")).unwrap();
    let draft = "draft: {text: \"tr Never send your password by mail.\", origin: mt:fake, source: ";
    assert!(line.contains("type: HT") && line.contains(draft), "{line}");
    assert!(line.contains("previous: \"Never give your password away.\""), "{line}");
    let page = fixture.project.read("localized-docs/fr-FR/mail.md");
    assert!(page.contains("- Never send your password by mail."), "a draft is never published:\n{page}");
    // The draft is there: nothing is asked for again.
    fixture.server.forget();
    assert!(fixture.succeeds().out.contains("nothing to translate"));
    assert_eq!(fixture.server.count(), 0);
}

#[test]
fn keys_come_from_files_and_from_the_environment_and_go_nowhere_else() {
    let server = FaultServer::start();
    let url = server.url();
    let config = format!(
        "translate: {{provider: one}}\nproviders:\n  one: {{type: deepl, url: \"{url}\", key_env: HANDBACK_TEST_KEY}}\n  two: {{type: openai, url: \"{url}\", key_file: key.txt, model: m}}\n  three: {{type: libretranslate, url: \"{url}\", key_file: none.txt}}\n  four: {{type: libretranslate, url: \"{url}\", key_file: key.txt}}\n"
    );
    let fixture = Fixture::declared(server, &config);
    let outcome = fixture.translate(&[]);
    assert_eq!((outcome.code, fixture.server.count()), (2, 0));
    assert!(outcome.err.contains("no key: set the environment variable HANDBACK_TEST_KEY"), "{}", outcome.err);
    let outcome = fixture.translate(&["--provider", "three"]);
    assert_eq!((outcome.code, fixture.server.count()), (2, 0));
    assert!(outcome.err.contains("cannot read the key from none.txt"), "{}", outcome.err);

    let mut command = fixture.command(&["translate", "source-docs/mail.md", "--format", "json"]);
    let output = command.env("HANDBACK_TEST_KEY", KEY).output().unwrap();
    let shown = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success() && !shown.contains(KEY), "{shown}");
    assert_eq!(fixture.translate(&["--provider", "two", "source-docs/notes.md", "--max-chars", "500"]).code, 0);
    assert_eq!(fixture.translate(&["--provider", "four"]).code, 0);
    let asked = fixture.server.asked();
    let [first, .., last] = &asked[..] else { panic!("{} requests", asked.len()) };
    assert!(first.head.contains(&format!("DeepL-Auth-Key {KEY}\r\n")) && !first.body.contains(KEY), "{}", first.head);
    let chat = asked.iter().find(|asked| asked.path == "/chat/completions").unwrap();
    assert!(chat.head.contains(&format!("Bearer {KEY}\r\n")) && !chat.body.contains(KEY), "{}", chat.head);
    assert!(last.json()["api_key"] == KEY && !last.head.contains(KEY) && last.path == "/translate", "{}", last.head);
    fixture.lawful();
    assert_eq!(fixture.left(), 0);
    let outcome = fixture.project.sync();
    assert!(!outcome.out.contains(KEY) && !outcome.err.contains(KEY));
}

#[test]
fn what_stays_on_this_machine_takes_no_proxy() {
    let (fixture, proxy) = (Fixture::new(FaultServer::start(), ""), FaultServer::start());
    let mut command = fixture.command(&["translate"]);
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        command.env(name, proxy.url());
    }
    assert!(command.output().unwrap().status.success());
    assert_eq!((proxy.count(), fixture.left()), (0, 0));
    fixture.recovers();
}

#[test]
fn requests_say_what_the_service_needs() {
    let fixture = Fixture::new(FaultServer::start(), "texts: 2");
    fixture.succeeds();
    let asked = fixture.server.asked();
    for request in &asked {
        let body = request.json();
        assert_eq!((&body["source"], &body["target"], &body["format"]), (&"en".into(), &"fr".into(), &"html".into()));
        assert!(request.texts().len() <= 2);
        assert!(request.head.to_ascii_lowercase().contains("content-type: application/json"), "{}", request.head);
    }
    let texts = fixture.server.texts();
    assert!(texts.iter().all(|text| !text.contains("](")), "{texts:?}");
    assert!(fixture.french().contains("tr Ask your administrator to turn { $app } on."), "{}", fixture.french());
    fixture.recovers();
}
