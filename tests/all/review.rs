//! Reviews: what people decide of translations, through the library and through `handback review --format json`.

use handback_core::catalog::FileKey;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::memory::percent;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use serde_json::Value;

use crate::support::{Project, translate};
use handback::problem::Problems;
use handback::review::decision::{Decision, Refusal};
use handback::review::queue::{Entry, Filter, Status};
use handback::review::session::{self, Session, Taken};
use handback::settings::config::Config;

const CONFIG: &str = "locales: [fr-FR]\nanchors: false\n";
const DAY: &str = "2026-02-02";
const TODAY: Date = Date::constant(2026, 2, 2);

fn ada() -> Reviewer {
    Reviewer::new("Ada").unwrap()
}

/// A project held open.
fn open<T>(project: &Project, work: impl FnOnce(&mut Session<'_>) -> T) -> T {
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    session::open(&config, TODAY, work).unwrap()
}

fn entry(session: &mut Session<'_>, id: &str) -> Entry {
    let found = session.queue(0).iter().find(|entry| &*entry.id == id);
    found.unwrap_or_else(|| panic!("no entry `{id}`")).clone()
}

/// Decides on the entry as it is now.
fn decide(session: &mut Session<'_>, id: &str, decision: &Decision) -> Result<Taken, Refusal> {
    let entry = entry(session, id);
    session.decide(&session.target(0, &entry), decision, &ada())
}

fn edit(session: &mut Session<'_>, id: &str, text: &str) -> Result<Taken, Refusal> {
    decide(session, id, &Decision::Edit(text.into()))
}

/// Ids of the queue, as a filter admits them.
fn ids(session: &mut Session<'_>, filter: &Filter) -> Vec<String> {
    let wanted = session.filtered(0, filter);
    let queue = session.queue(0);
    wanted.into_iter().map(|index| queue[index].id.to_string()).collect()
}

fn queue(project: &Project, arguments: &[&str]) -> Vec<Value> {
    let outcome = project.run(&[&["review", "--format", "json", "--date", DAY], arguments].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let report: Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(report["version"], 1);
    report["locales"][0]["entries"].as_array().unwrap().clone()
}

/// Bytes of the catalog.
fn catalog(project: &Project) -> Vec<(String, Vec<u8>)> {
    let files = project.snapshot().into_iter().filter(|(name, ..)| name.starts_with("locales/"));
    files.map(|(name, bytes, _)| (name, bytes)).collect()
}

/// A sync has nothing to add to what a review wrote.
fn assert_settled(project: &Project) {
    let before = catalog(project);
    let outcome = project.run(&["sync", "--no-mt", "--date", DAY]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    let name = |files: &[(String, Vec<u8>)]| -> Vec<String> {
        files.iter().map(|(name, bytes)| format!("{name}:\n{}", String::from_utf8_lossy(bytes))).collect()
    };
    assert_eq!(name(&before), name(&catalog(project)));
}

/// Two documents drafted by a machine; `config` goes behind the usual configuration.
fn drafted(config: &str) -> Project {
    let project = Project::new(&format!("{CONFIG}translate: {{provider: pseudo}}\n{config}"));
    project.write("source-docs/a.md", "---\ntitle: Data\n---\n\nWhere is the data kept?\n\nOnly a says this.\n");
    project.write("source-docs/b.md", "---\ntitle: Data\n---\n\nWhere is the data kept?\n");
    project.sync();
    project
}

/// A person's translation whose English changed since, with a machine's draft beside it.
fn stale() -> Project {
    let project = drafted("");
    project.edit("locales/fr-FR/shared.ftl", "⟦Ŵĥéřé íš ţĥé đáţá ķéƥţ? !!!!!!⟧", "Où sont les données ?");
    project.sync();
    for name in ["a", "b"] {
        project.edit(&format!("source-docs/{name}.md"), "the data", "all data");
    }
    project.sync();
    assert!(project.read("locales/fr-FR/shared.yaml").contains("draft: {"));
    project
}

const WHERE: &str = "where-is-the-data-kept";

#[test]
fn approval_is_a_person_s_and_the_page_follows() {
    let project = drafted("");
    open(&project, |session| {
        for id in ["data", WHERE] {
            decide(session, id, &Decision::Approve).unwrap();
        }
        assert_eq!((session.has_work(), session.waiting()), (true, 2));
        assert_eq!(session.render(), Problems::default());
        assert_eq!((session.has_work(), session.waiting()), (false, 0));
        assert_eq!(entry(session, WHERE).status, Status::Human);
    });
    let state = project.read("locales/fr-FR/shared.yaml");
    let line = state.split("\n\n").find(|block| block.contains(WHERE)).unwrap();
    for part in ["type: HT", "origin: mt:pseudo", "date: 2026-02-02", "reviewer: Ada"] {
        assert!(line.contains(part), "{line}");
    }
    // All of b is a person's; of a one text is not.
    assert!(project.read("localized-docs/fr-FR/b.md").contains("ms.translationtype: HT"));
    assert!(project.read("localized-docs/fr-FR/a.md").contains("ms.translationtype: MT"));
    open(&project, |session| {
        edit(session, "only-a-says-this", "Seul a le dit.").unwrap();
        assert_eq!(session.render(), Problems::default(), "the page is merely behind");
    });
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(page.contains("ms.translationtype: HT") && page.contains("Seul a le dit."), "{page}");
    assert_settled(&project);
    assert_eq!(project.read("localized-docs/fr-FR/a.md"), page);
    assert!(queue(&project, &[]).is_empty());
}

#[test]
fn what_breaks_a_text_is_refused() {
    let project = Project::new(&format!("{CONFIG}variables: {{app: {{heading: 1}}}}\n"));
    for (name, app) in [("a", "Contoso Spark"), ("b", "Fabrikam Forms")] {
        let page = format!("# {app}\n\nSee [the **docs**](x.md) of {app} with `code`.\n");
        project.write(&format!("source-docs/{name}.md"), &page);
    }
    project.sync();
    let before = catalog(&project);
    open(&project, |session| {
        let id = ids(session, &Filter { text: Some("see".into()), ..Filter::default() }).remove(0);
        for (text, problem) in [
            ("Voir [la **doc**](x.md) avec `code`.", "{ $app }` is missing"),
            ("Voir [la **doc**](x.md) de { $app } et { $date } avec `code`.", ""),
            ("Voir [la **doc**](y.md) de { $app } avec `code`.", "(x.md)"),
            ("Voir la **doc** de { $app } avec `code`.", "is missing"),
            ("Voir [la **doc**](x.md) de { $app }.", "code"),
            ("Voir [la **doc**](x.md) de { $app } avec `code`\u{1b}[31m.", "U+001B"),
            ("  ", "empty"),
        ] {
            match edit(session, &id, text) {
                Err(Refusal::Broken(message)) => assert!(message.contains(problem), "{text}: {message}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        edit(session, &id, "Voir [la **doc**](x.md) de { $app } avec `code`.").unwrap();
        session.render();
        edit(session, &id, "Lire [la **doc**](x.md) de { $app } avec `code`.").unwrap();
        edit(session, &id, "Voyez [la **doc**](x.md) de { $app } avec `code`.").unwrap();
        assert_eq!(session.render(), Problems::default(), "the page is merely behind");
    });
    assert_ne!(catalog(&project), before);
    let page = project.read("localized-docs/fr-FR/b.md");
    assert!(page.contains("Voyez [la **doc**](x.md) de Fabrikam Forms avec `code`."), "{page}");
    assert_settled(&project);
}

#[test]
fn what_is_rejected_is_not_offered_again() {
    let project = drafted("");
    open(&project, |session| {
        decide(session, WHERE, &Decision::Reject).unwrap();
        assert_eq!(entry(session, WHERE).status, Status::Missing);
        assert!(matches!(decide(session, WHERE, &Decision::Reject), Err(Refusal::Impossible(_))));
        assert!(matches!(decide(session, WHERE, &Decision::Approve), Err(Refusal::Impossible(_))));
        session.render();
    });
    assert!(!project.read("locales/fr-FR/shared.ftl").contains(&format!("{WHERE} =")));
    assert!(project.read("locales/fr-FR/shared.yaml").contains(", rejected: ["));
    assert!(project.read("localized-docs/fr-FR/b.md").contains("Where is the data kept?"));
    assert_settled(&project);
    let outcome = project.run(&["translate", "--date", DAY]);
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("the machine offered again what a person had rejected"), "{}", outcome.err);
    assert!(!project.read("locales/fr-FR/shared.ftl").contains(&format!("{WHERE} =")));
    // Another wording is welcome, a person's the more.
    open(&project, |session| edit(session, WHERE, "Où sont les données ?").unwrap());
    assert!(project.read("locales/fr-FR/shared.ftl").contains("Où sont les données ?"));
    assert_settled(&project);
}

#[test]
fn a_draft_is_accepted_beside_a_stale_translation() {
    let project = stale();
    let entry_now = &queue(&project, &[])[0];
    assert_eq!((&entry_now["id"], &entry_now["state"]), (&WHERE.into(), &"stale".into()));
    assert_eq!(entry_now["previous"], "Where is the data kept?");
    assert_eq!(entry_now["documents"].as_array().unwrap().len(), 2);
    open(&project, |session| {
        decide(session, WHERE, &Decision::AcceptDraft).unwrap();
        session.render();
        assert!(matches!(decide(session, WHERE, &Decision::AcceptDraft), Err(Refusal::Impossible(_))));
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("áĺĺ đáţá"));
    let state = project.read("locales/fr-FR/shared.yaml");
    let line = state.split("\n\n").find(|block| block.contains(WHERE)).unwrap();
    assert!(line.contains("type: HT, origin: mt:pseudo") && line.contains("reviewer: Ada"), "{line}");
    assert!(!state.contains("previous:") && !state.contains("draft:"), "{state}");
    assert_settled(&project);
}

#[test]
fn a_rejected_draft_leaves_the_person_s_translation() {
    let project = stale();
    open(&project, |session| {
        decide(session, WHERE, &Decision::Reject).unwrap();
        let now = entry(session, WHERE);
        assert!(now.status == Status::Stale && now.draft.is_none());
        assert!(matches!(decide(session, WHERE, &Decision::Reject), Err(Refusal::Impossible(_))));
    });
    assert!(project.read("locales/fr-FR/shared.ftl").contains("Où sont les données ?"));
    assert_settled(&project);
    let outcome = project.run(&["translate", "--date", DAY]);
    assert!(outcome.err.contains("a person had rejected"), "{}", outcome.err);
    assert!(!project.read("locales/fr-FR/shared.yaml").contains("draft:"));
}

#[test]
fn a_stale_translation_may_still_be_valid() {
    let project = stale();
    let resource = project.read("locales/fr-FR/shared.ftl");
    open(&project, |session| {
        decide(session, WHERE, &Decision::Approve).unwrap();
        session.render();
    });
    assert_eq!(project.read("locales/fr-FR/shared.ftl"), resource);
    let state = project.read("locales/fr-FR/shared.yaml");
    assert!(!state.contains("previous:") && !state.contains("since:") && !state.contains("draft:"), "{state}");
    assert!(project.read("localized-docs/fr-FR/b.md").contains("Où sont les données ?"));
    assert_settled(&project);
}

#[test]
fn a_comment_is_a_note_and_an_empty_one_none() {
    let project = drafted("");
    let before = catalog(&project);
    open(&project, |session| {
        decide(session, WHERE, &Decision::Comment(" ask\n legal: {now} # ".into())).unwrap();
        assert_eq!(entry(session, WHERE).state.unwrap().note.as_deref(), Some("ask legal: {now} #"));
        assert_eq!(entry(session, WHERE).status, Status::Machine);
    });
    assert_settled(&project);
    assert_eq!(queue(&project, &["--text", "KEPT?"])[0]["note"], "ask legal: {now} #");
    open(&project, |session| decide(session, WHERE, &Decision::Comment("  ".into())).unwrap());
    assert_eq!(catalog(&project), before);
}

#[test]
fn undo_restores_every_byte() {
    let project = stale();
    // As no program would write it: a comment, a value on lines of its own, an attribute, blank lines.
    let resource = project.read("locales/fr-FR/shared.ftl");
    let odd = resource.replace(
        &format!("{WHERE} = Où sont les données ?\n"),
        &format!("\n# For legal.\n{WHERE} =\n      Où sont\n      les données ?\n    .title = T\n\n"),
    );
    assert_ne!(odd, resource);
    for text in [odd.clone(), odd.replace('\n', "\r\n")] {
        project.write("locales/fr-FR/shared.ftl", &text);
        project.run(&["sync", "--date", DAY]);
        // The hand edit made it current; make it stale again.
        for name in ["a", "b"] {
            let was = project.read(&format!("source-docs/{name}.md"));
            project.write(&format!("source-docs/{name}.md"), &was.replace("all data", "all the data"));
        }
        project.sync();
        let before = catalog(&project);
        open(&project, |session| {
            let mut done = Vec::new();
            for (id, decision) in [
                (WHERE, Decision::Comment("note".into())),
                (WHERE, Decision::Edit("Où sont toutes les données ?".into())),
                ("data", Decision::Reject),
                ("data", Decision::Edit("Données".into())),
                ("only-a-says-this", Decision::Reject),
                (WHERE, Decision::Approve),
            ] {
                done.push(decide(session, id, &decision).unwrap());
            }
            assert_eq!(project.read("locales/fr-FR/a.ftl"), "### Translations of a.md\n", "nothing is left in it");
            for taken in done.iter().rev() {
                session.undo(taken).unwrap();
            }
            // What was taken back cannot be taken back again.
            assert!(matches!(session.undo(&done[5]), Err(Refusal::Changed)));
        });
        let show = |files: Vec<(String, Vec<u8>)>| -> Vec<String> {
            files.into_iter().map(|(name, bytes)| format!("{name} {}", String::from_utf8_lossy(&bytes))).collect()
        };
        assert_eq!(show(catalog(&project)), show(before));
        assert_settled(&project);
    }
}

#[test]
fn the_first_translation_of_a_file_leaves_no_trace_when_taken_back() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "A text.\n");
    project.sync();
    open(&project, |_| ());
    let before = catalog(&project);
    open(&project, |session| {
        let taken = edit(session, "a-text", "Un texte.").unwrap();
        assert!(project.read("locales/fr-FR/a.ftl").contains("a-text = Un texte."));
        session.undo(&taken).unwrap();
    });
    assert_eq!(catalog(&project), before);
}

#[test]
fn what_changed_meanwhile_is_not_overwritten() {
    let project = drafted("");
    open(&project, |session| {
        let seen = entry(session, WHERE);
        let target = session.target(0, &seen);
        // Another person's decision in the same session.
        decide(session, WHERE, &Decision::Comment("look".into())).unwrap();
        assert_eq!(session.decide(&target, &Decision::Approve, &ada()).unwrap_err(), Refusal::Changed);
        // A hand edit of the file.
        assert!(!session.is_outdated());
        project.edit("locales/fr-FR/shared.ftl", "⟦Ŵĥéřé íš ţĥé đáţá ķéƥţ? !!!!!!⟧", "De ma main.");
        assert!(session.is_outdated());
        let state = project.read("locales/fr-FR/shared.yaml");
        assert_eq!(edit(session, WHERE, "Où ?").unwrap_err(), Refusal::Changed);
        assert_eq!(project.read("locales/fr-FR/shared.yaml"), state);
    });
    assert!(project.read("locales/fr-FR/shared.ftl").contains("= De ma main."));
    open(&project, |session| {
        let now = entry(session, WHERE);
        assert_eq!((now.status, now.shown().as_str()), (Status::Human, "De ma main."));
        // Its pages follow, and are not taken for edited themselves.
        assert_eq!((session.waiting(), session.render()), (2, Problems::default()));
    });
    assert!(project.read("localized-docs/fr-FR/b.md").contains("De ma main."));
}

#[test]
fn the_most_urgent_come_first() {
    let project = stale();
    project.write("source-docs/c.md", "Nobody has translated this.\n");
    project.edit("source-docs/a.md", "Only a says this.", "Only a says this, or so.");
    project.run(&["sync", "--no-mt", "--date", "2026-02-01"]);
    let states: Vec<(String, String)> = queue(&project, &[])
        .iter()
        .map(|entry| (entry["state"].as_str().unwrap().into(), entry["id"].as_str().unwrap().into()))
        .collect();
    let expected = [
        ("stale", WHERE),
        ("stale", "only-a-says-this"),
        ("missing", "nobody-has-translated-this"),
        ("machine", "data"),
    ];
    assert_eq!(states, expected.map(|(state, id)| (state.to_owned(), id.to_owned())));
}

#[test]
fn filters_choose() {
    let project = stale();
    let count = |arguments: &[&str]| queue(&project, arguments).len();
    assert_eq!((count(&[]), count(&["--state", "stale"]), count(&["--state", "machine"])), (3, 1, 2));
    assert_eq!((count(&["--state", "human"]), count(&["--state", "stale", "--state", "machine"])), (0, 3));
    assert_eq!((count(&["--path", "b.md"]), count(&["--path", "./a.md"])), (2, 3));
    assert_eq!((count(&["--text", "ONLY A"]), count(&["--text", "données"]), count(&["--text", "x y z"])), (1, 1, 0));
    assert_eq!((count(&["--severity", "substantive"]), count(&["--severity", "cosmetic"])), (1, 0));
    assert_eq!(project.run(&["review", "--locale", "xx", "--format", "json"]).code, 2);
    let bare = project.run(&["review", "--locale", "fr-FR"]);
    assert_eq!(bare.code, 2);
    assert!(bare.err.contains("--format json") && bare.err.contains("--html"), "{}", bare.err);
}

#[test]
fn inconsistent_translations_and_overrides() {
    let project = drafted("");
    project.write("locales/fr-FR/b.ftl", &format!("{WHERE} = Chez b ?\n"));
    project.sync();
    let overrides = queue(&project, &["--overrides"]);
    assert_eq!(overrides.len(), 1);
    assert_eq!((&overrides[0]["document"], &overrides[0]["translation"]), (&"b.md".into(), &"Chez b ?".into()));
    assert_eq!(overrides[0]["documents"], serde_json::json!(["b.md"]));
    let inconsistent = queue(&project, &["--inconsistent"]);
    assert_eq!(inconsistent.len(), 2, "{inconsistent:#?}");
    assert!(inconsistent.iter().any(|entry| entry["others"] == serde_json::json!(["Chez b ?"])));
    // A decision on one leaves the other alone.
    open(&project, |session| {
        let own = FileKey::Document("b.md".into());
        let shared = session.entry(0, &FileKey::Shared, WHERE).unwrap().clone();
        session.decide(&session.target(0, &shared), &Decision::Edit("Où donc ?".into()), &ada()).unwrap();
        assert_eq!(session.entry(0, &own, WHERE).unwrap().shown(), "Chez b ?");
        session.render();
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("Où donc ?"));
    assert!(project.read("localized-docs/fr-FR/b.md").contains("Chez b ?"));
    assert_settled(&project);
}

#[test]
fn what_another_locale_stands_in_for_needs_nobody() {
    let project = Project::new("locales: [fr-FR, fr-CA: [fr-FR]]\nmetadata: none\n");
    project.write("source-docs/a.md", "A first text.\n\nA second text.\n");
    project.sync();
    translate(&project, "fr-FR", |text| text.contains("first").then(|| "Un texte.".to_owned()));
    project.sync();
    open(&project, |session| {
        let canada = session.locales().iter().position(|name| *name == "fr-CA").unwrap();
        let left: Vec<String> = session.queue(canada).iter().map(|entry| entry.id.to_string()).collect();
        assert_eq!(left, ["a-second-text"]);
    });
}

#[test]
fn selectors_are_edited_as_fluent() {
    let project = drafted("");
    let selector = "{ $kind ->\n    [heading] Les données\n   *[other] Des données\n}";
    open(&project, |session| {
        let refused = |result: Result<Taken, Refusal>| matches!(result, Err(Refusal::Broken(_)));
        assert!(refused(edit(session, "data", "{ $kind ->\n    [heading] Les données\n   *[other Des données\n}")));
        assert!(refused(edit(session, "data", "{ $nothing ->\n    [a] Les données\n   *[other] Des données\n}")));
        // It cannot break out of its message.
        let taken = edit(session, "data", "{ $kind ->\n   *[other] Des\n}\nevil = Another message").unwrap();
        assert!(!project.read("locales/fr-FR/shared.ftl").contains("\nevil"));
        session.undo(&taken).unwrap();
        edit(session, "data", selector).unwrap();
        let now = entry(session, "data");
        assert!(now.is_fluent());
        session.render();
        // What is edited next is what was written.
        let text = handback::review::decision::editable(&now, now.translation.as_ref());
        assert!(text.starts_with("{ $kind ->"), "{text}");
        assert!(session.proofread(0, &now.key, "data", &text).unwrap().is_empty());
        assert!(refused(edit(session, "data", "{ $kind ->")));
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("title: Des données"));
    assert_settled(&project);
    open(&project, |session| edit(session, "data", "Les données").unwrap());
    assert!(project.read("locales/fr-FR/shared.ftl").contains("data = Les données\n"));
    assert_settled(&project);
}

#[test]
fn arrows_stars_and_braces_are_text() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "Go to **File** -> {name} now.\n");
    project.sync();
    open(&project, |session| {
        let id = ids(session, &Filter::default()).remove(0);
        edit(session, &id, "Allez à **Fichier** -> {name} maintenant.").unwrap();
        session.render();
    });
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(page.contains("Allez à **Fichier** -> {name} maintenant."), "{page}");
    assert_settled(&project);
}

#[test]
fn a_wording_that_gives_way_to_the_shared_one_is_not_approved_in_its_place() {
    let project = Project::new(&format!("{CONFIG}metadata: none\nvariables: {{app: {{heading: 1}}}}\n"));
    for (name, app) in [("a", "Contoso Spark"), ("b", "Fabrikam Forms")] {
        project.write(&format!("source-docs/{name}.md"), &format!("# {app}\n\nData that {app} keeps.\n"));
    }
    project.sync();
    translate(&project, "fr-FR", |text| {
        text.contains("keeps").then(|| text.replace("Data that", "Ce que").replace("keeps", "garde"))
    });
    project.sync();
    // A machine's wording of a alone, made from a name that a no longer has.
    let id = open(&project, |session| {
        ids(session, &Filter { status: Some(vec![Status::Human]), ..Filter::default() }).remove(0)
    });
    project.write("locales/fr-FR/a.ftl", &format!("{id} = Ancien nom\n"));
    let target = fingerprint("Ancien nom");
    project.write(
        "locales/fr-FR/a.yaml",
        &format!("version: 2\nmessages:\n  {id}: {{type: MT, origin: import, source: 1234567890abcdef, target: {target}, date: 2026-01-01}}\n"),
    );
    open(&project, |session| {
        let entries: Vec<Entry> = session.queue(0).iter().filter(|entry| *entry.id == *id).cloned().collect();
        for entry in &entries {
            assert_eq!(entry.key == FileKey::Shared, entry.shown().contains("garde"), "{entry:?}");
        }
    });
}

#[test]
fn fifty_thousand_entries() {
    use std::fmt::Write as _;
    let project = Project::new(CONFIG);
    for document in 0..100 {
        let mut page = String::new();
        for unit in 0..500 {
            writeln!(page, "Sentence {unit} of page {document} tells of word{unit}x{document} things.\n").unwrap();
        }
        project.write(&format!("source-docs/p{document}.md"), &page);
    }
    project.sync();
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    let session_took = std::time::Instant::now();
    session::open(&config, TODAY, |session| {
        let opened = session_took.elapsed();
        let start = std::time::Instant::now();
        assert_eq!(session.queue(0).len(), 50_000);
        let queued = start.elapsed();
        let id = session.queue(0)[0].id.clone();
        let start = std::time::Instant::now();
        edit(session, &id, "Une phrase 0 de la page 0 sur word0x0.").unwrap();
        let decided = start.elapsed();
        // Generous, because tests run beside others and without optimisation.
        for (what, took, most) in [("open", opened, 120), ("queue", queued, 20), ("decide", decided, 10)] {
            assert!(took.as_secs() < most, "{what} took {took:?}");
        }
        #[expect(clippy::print_stderr, reason = "shown with --nocapture")]
        {
            eprintln!("opened in {opened:?}, queue in {queued:?}, decided in {decided:?}");
        }
    })
    .unwrap();
}

/// Two pages of a form; one has a wording of its own, with the values in it.
fn with_own_wording() -> Project {
    let variables = "variables: {app: {heading: 1}, updated: {after: \"Updated: \", type: date}}\n";
    let project = Project::new(&format!("{CONFIG}metadata: none\n{variables}"));
    for (name, app, day) in [("a", "Contoso Mail", 9), ("b", "Fabrikam Mail", 8)] {
        let text = format!("# {app}\n\nHow {app} keeps the data\n\nUpdated: December {day}, 2021\n");
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    project.sync();
    project
}

#[test]
fn a_draft_beside_a_wording_with_values_in_it_is_accepted() {
    let project = with_own_wording();
    let id = "how-app-keeps-the-data";
    project.write("locales/fr-FR/a.ftl", &format!("{id} = Contoso Mail et les données\n"));
    project.sync();
    for name in ["a", "b"] {
        project.edit(&format!("source-docs/{name}.md"), "keeps the data", "keeps all of the logs");
    }
    assert_eq!(project.run(&["translate", "--provider", "pseudo", "--date", DAY]).code, 0);
    open(&project, |session| {
        let own = session.queue(0).iter().find(|entry| entry.is_override && &*entry.id == id).cloned().unwrap();
        assert!(own.status == Status::Stale && own.draft.is_some(), "{own:?}");
        session.decide(&session.target(0, &own), &Decision::AcceptDraft, &ada()).unwrap();
        let after = session.entry(0, &own.key, id).unwrap();
        assert_eq!((after.status, after.draft.clone()), (Status::Human, None));
        session.render();
    });
    assert!(project.read("localized-docs/fr-FR/a.md").contains("⟦Ĥóŵ Contoso Mail ķééƥš áĺĺ óƒ ţĥé ĺóğš"));
    assert_settled(&project);
}

#[test]
fn a_page_is_shown_as_it_is_rendered() {
    let project = with_own_wording();
    let date = "updated-datetime-updated-datestyle-long = Mise à jour : { DATETIME($updated, dateStyle: \"long\") }";
    let how = "how-app-keeps-the-data = { $section ->\n    [contoso-mail] Chez Contoso\n   *[other] Ailleurs\n }";
    project.write("locales/fr-FR/shared.ftl", &format!("{date}\n{how}\n"));
    project.sync();
    let shown: Vec<String> =
        open(&project, |session| session.page(0, 0).into_iter().map(|unit| unit.localized).collect());
    assert_eq!(shown, ["Contoso Mail", "Chez Contoso", "Mise à jour : 9 décembre 2021"]);
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(shown.iter().all(|text| page.contains(text.as_str())), "{page}");
}

#[test]
fn who_only_looks_decides_nothing() {
    let project = drafted("");
    let config = Config::read(&project.path("handback.yaml")).unwrap();
    let before = catalog(&project);
    let refused = session::look(&config, TODAY, |session| decide(session, WHERE, &Decision::Approve)).unwrap();
    assert!(matches!(refused, Err(Refusal::Impossible(_))));
    assert_eq!(catalog(&project), before);
}

#[test]
fn translations_of_similar_texts_are_there_to_begin_from() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "Is the app ready for HIPAA?\n\nWho reads the data?\n");
    project.sync();
    open(&project, |session| {
        for (id, text) in [("is-the-app-ready-for-hipaa", "Prête pour HIPAA ?"), ("who-reads-the-data", "Qui lit ?")] {
            edit(session, id, text).unwrap();
        }
    });
    project.write("source-docs/b.md", "Is the app ready for FERPA?\n\nNothing is like this.\n");
    project.edit("source-docs/a.md", "Who reads the data?", "Who reads all the data?");
    project.sync();
    let texts = |session: &mut Session<'_>, id: &str| -> Vec<(String, String)> {
        let entry = entry(session, id);
        let found = session.similar(0, &entry);
        found.iter().map(|similar| (percent(similar.score), similar.translation.shown())).collect()
    };
    let new = "is-the-app-ready-for-ferpa";
    open(&project, |session| {
        assert_eq!(texts(session, new), [("85 %".to_owned(), "Prête pour HIPAA ?".to_owned())]);
        assert!(texts(session, "nothing-is-like-this").is_empty());
        assert!(texts(session, "who-reads-the-data").is_empty(), "what it said before is shown anyway");
        // Of the words that were put in meanwhile.
        edit(session, "is-the-app-ready-for-hipaa", "Est-elle prête pour HIPAA ?").unwrap();
        assert_eq!(texts(session, new)[0].1, "Est-elle prête pour HIPAA ?");
        edit(session, new, "Est-elle prête pour FERPA ?").unwrap();
        assert!(texts(session, new).is_empty(), "it has one of its own");
    });
    // A wording that was rejected there is not offered there.
    project.write("source-docs/c.md", "Is the app ready for TERPA?\n");
    project.sync();
    let third = "is-the-app-ready-for-terpa";
    let both = ["Est-elle prête pour FERPA ?", "Est-elle prête pour HIPAA ?"];
    open(&project, |session| {
        assert_eq!(texts(session, third).into_iter().map(|(_, text)| text).collect::<Vec<_>>(), both);
    });
    let rejected = format!("version: 2\nmessages:\n  {third}:\n    {{rejected: [{}]}}\n", fingerprint(both[0]));
    project.write("locales/fr-FR/c.yaml", &rejected);
    open(&project, |session| assert_eq!(texts(session, third).len(), 1));
    // The English of another one is more like today's than what this one was made from.
    project.edit("source-docs/b.md", "ready for FERPA?", "ready for HIPAAA?");
    project.sync();
    open(&project, |session| {
        assert_eq!(entry(session, new).status, Status::Stale);
        assert_eq!(texts(session, new), [("96 %".to_owned(), both[1].to_owned())]);
    });
}

/// A project whose French has the wordings of two people for one message, as a merge leaves them.
fn two_wordings() -> Project {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "Where is it?\n");
    project.sync();
    let (source, target) = (fingerprint("Where is it?"), fingerprint("Où est-ce ?"));
    let other =
        format!("{{text: \"C’est où ?\", origin: human, source: \"{source}\", date: 2026-01-30, reviewer: Bob}}");
    let state = format!(
        "{{type: HT, origin: human, source: \"{source}\", target: \"{target}\", date: 2026-01-31, reviewer: Eve, alternatives: [{other}]}}"
    );
    project.write("locales/fr-FR/a.ftl", "where-is-it = Où est-ce ?\n");
    project.write("locales/fr-FR/a.yaml", &format!("version: 2\nmessages:\n\n  where-is-it:\n    {state}\n"));
    project
}

#[test]
fn of_the_wordings_of_two_people_one_is_chosen() {
    const ID: &str = "where-is-it";
    let cases = [
        (Decision::Approve, "Où est-ce ?", "Ada"),
        (Decision::AcceptDraft, "C’est où ?", "Ada"),
        (Decision::Reject, "Où est-ce ?", "Eve"),
    ];
    for (decision, text, reviewer) in cases {
        let project = two_wordings();
        open(&project, |session| {
            assert_eq!(ids(session, &Filter::default()), [ID], "a person's translation that needs a person");
            let shown = entry(session, ID);
            assert_eq!(shown.draft.as_ref().map(|draft| draft.text.as_str()), Some("C’est où ?"));
            assert!(shown.state.unwrap().remark().unwrap().starts_with("Bob worded it differently"));
            decide(session, ID, &decision).unwrap();
            assert!(ids(session, &Filter::default()).is_empty(), "{decision:?}");
        });
        let state = project.read("locales/fr-FR/a.yaml");
        assert!(!state.contains("alternatives") && state.contains(&format!("reviewer: {reviewer}")), "{state}");
        assert!(project.read("locales/fr-FR/a.ftl").contains(text));
        assert_settled(&project);
    }
}

#[test]
fn nothing_is_decided_without_a_name() {
    let project = stale();
    let before = catalog(&project);
    let run = |arguments: &[&str]| {
        let output = project.nameless().args(arguments).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    for arguments in [
        &["review", "--date", DAY][..],
        &["accept", WHERE, "--still-valid"],
        &["accept", "--all-cosmetic", "--dry-run"],
    ] {
        let (code, error) = run(arguments);
        assert_eq!(code, 2, "{arguments:?}: {error}");
        for way in ["`--reviewer NAME`", "HANDBACK_REVIEWER", "`git config user.name`"] {
            assert!(error.contains(way), "{arguments:?}: {error}");
        }
    }
    assert_eq!(catalog(&project), before);
    for looking in [&["review", "--format", "json"][..], &["review", "--html", "queue.html"]] {
        assert_eq!(run(looking).0, 0, "{looking:?}");
    }
    for bad in ["", " \u{7} ", &"x".repeat(81)] {
        let (code, error) = run(&["accept", WHERE, "--still-valid", "--reviewer", bad]);
        assert!(code == 2 && error.contains("--reviewer is not a name"), "{error}");
    }
    assert_eq!(catalog(&project), before);
    assert_eq!(run(&["accept", WHERE, "--still-valid", "--reviewer", " Kim "]).0, 0);
    assert!(project.read("locales/fr-FR/shared.yaml").contains("reviewer: Kim"));
}
