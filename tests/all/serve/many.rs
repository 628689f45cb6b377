//! Many messages at once, words in everything, and what stands beside a text.

use super::*;

#[test]
fn what_is_chosen_is_shown_then_decided_then_undone() {
    let project = project();
    let before = files(&project);
    let mut served = Served::start(&project);
    let chosen = served.post(
        "/fr-FR/many?state=machine&",
        &[("row", &format!("{SCRIPT}/b.md")), ("row", SHARED), ("action", "approve")],
    );
    assert_eq!((chosen.status, chosen.header("location")), (303, Some("/fr-FR/many?state=machine&list=1")));
    insta::assert_snapshot!(served.get("/fr-FR/many?list=1").shown(), @"
    200
    Approve 2 messages?
    [Approve 2 messages]
    Back to the queue
    Messages
    machine read-alert-1-of-it
    Read <script>alert(1)</script> of it.⟦Řéáđ <script>alert(1)</script> óƒ íţ. !!!!⟧
    machine app-keeps-your-notes
    { $app } keeps your notes.⟦{ $app } ķééƥš ýóúř ñóţéš. !!!!!!⟧
    ");
    assert_eq!(files(&project), before, "nothing is decided yet");
    // A list is for who made it.
    let ada = served.cookie.clone();
    served.become_named("Bob");
    for reply in [served.get("/fr-FR/many?list=1"), served.post("/fr-FR/many?list=1", &[("decide", "1")])] {
        assert!(reply.status == 404 && reply.body.contains("Nothing was decided"), "{}", reply.body);
    }
    assert_eq!(files(&project), before);
    served.cookie = ada;
    let done = served.post("/fr-FR/many?list=1", &[("decide", "1")]);
    assert_eq!((done.status, done.header("location")), (303, Some("/fr-FR/queue?")));
    assert!(served.get("/fr-FR/queue").body.contains("Approved: 2 messages."));
    assert!(project.read("locales/fr-FR/b.yaml").contains("reviewer: Ada}"));
    // Sent twice it is decided once.
    served.post("/fr-FR/many?list=1", &[("decide", "1")]);
    served.post("/fr-FR/undo", &[]);
    let page = served.get("/fr-FR/queue").body;
    assert!(page.contains("Undone: “Approved” of 2 messages."), "{page}");
    wait_for(|| files(&project) == before);
}

#[test]
fn what_moved_meanwhile_is_named() {
    let project = project();
    let served = Served::start(&project);
    served.post("/fr-FR/many?", &[("all", "1"), ("action", "reject")]);
    served.decide(SHARED, "approve", &[]);
    let done = served.post("/fr-FR/many?list=1", &[("decide", "1")]);
    assert_eq!(done.header("location"), Some("/fr-FR/many?list=1"));
    insta::assert_snapshot!(served.get("/fr-FR/many?list=1").shown(), @"
    200
    Rejected: 1 message.
    Rejected: 1 message
    Back to the queue
    1 left as it is
    1 it changed since the list was made: app-keeps-your-notes
    Messages
    missing read-alert-1-of-it
    Read <script>alert(1)</script> of it.
    ");
}

#[test]
fn nothing_is_chosen_by_accident() {
    let project = project();
    let served = Served::start(&project);
    for (fields, said) in [
        (&[("action", "approve")][..], "Nothing was selected"),
        (&[("action", "approve"), ("row", "not-there")], "Nothing was selected"),
        (&[("action", "everything"), ("all", "1")], "It is not clear what is to be done."),
    ] {
        let reply = served.post("/fr-FR/many?", fields);
        assert_eq!(reply.header("location"), Some("/fr-FR/queue?"), "{fields:?}");
        assert!(served.get("/fr-FR/queue").body.contains(said), "{fields:?}");
    }
    assert_eq!(served.get("/fr-FR/many?list=7").status, 404);
}

#[test]
fn words_are_found_in_every_state_and_in_memory() {
    let project = project();
    let config = project.read("handback.yaml");
    project.write("handback.yaml", &format!("{config}translate: {{memory: [tm/*.po]}}\n"));
    project.write(
        "tm/old.po",
        "msgid \"\"\nmsgstr \"Language: fr-FR\\n\"\n\nmsgid \"Keep your notes dry\"\nmsgstr \"Gardez vos notes\"\n",
    );
    project.write("tm/broken.po", "msgid \"\nmsgstr");
    let served = Served::start(&project);
    served.decide(SHARED, "edit", &[("text", "{ $app } garde vos notes.")]);
    insta::assert_snapshot!(served.get("/fr-FR/search?text=VOS%20notes").shown(), @r#"
    200
    Saved: app-keeps-your-notes.
    1 message with “VOS notes”, and 1 text of the translation memory
    Searched: 2 messages in every state, in both languages, with earlier English, drafts and comments; 1 text of the translation memory. Only what needs a person
    Not searched: tm/broken.po:1: `msgid "`: expected a comment, `msgid "…"` or `msgstr "…"`
    human app-keeps-your-notes
    { $app } keeps your notes.
    { $app } garde vos notes.
    memory file tm/old.po
    Keep your notes dry
    Gardez vos notes
    "#);
    // The queue says what its filter leaves out.
    let queue = served.get("/fr-FR/queue?text=notes").body;
    assert!(queue.contains("1 message with these words is left out by the filter"), "{queue}");
    assert!(served.get("/fr-FR/search?text=%3Cscript%3E").body.contains("Read <mark>&#60;script&#62;</mark>alert(1)"));
}

#[test]
fn the_page_beside_a_text_has_it_marked_before_and_after() {
    let project = project();
    let served = Served::start(&project);
    let preview = |fields: &[(&str, &str)]| served.post(&entry(SHARED).replace("/entry?", "/preview?"), fields);
    let page = preview(&[]);
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("<p class=\"h1\">Contoso Notes</p>\n<p><mark>Contoso Notes keeps your notes.</mark></p>"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("with your translation"));
    let typed = preview(&[("text", "{ $app } garde <b onclick=x>vos</b> notes.")]).body;
    assert!(typed.contains("<mark>Contoso Notes garde <b>vos</b> notes.</mark>"), "{typed}");
    // A wording that cannot be put in is no reason to show none.
    let broken = preview(&[("text", "{ $nobody } garde")]);
    assert!(broken.status == 200 && !broken.body.contains("garde"), "{}", broken.body);
}

#[test]
fn a_history_says_who_and_when() {
    let project = project();
    let served = Served::start(&project);
    served.decide(SHARED, "edit", &[("text", "{ $app } garde vos notes.")]);
    served.decide(SHARED, "edit", &[("text", "{ $app } conserve vos notes.")]);
    insta::assert_snapshot!(served.get(&entry(SHARED).replace("/entry?", "/history?")).shown(), @"
    200
    Saved: app-keeps-your-notes.
    Back to the message
    History of app-keeps-your-notes
    2026-02-03 HT human · approved by Ada
    { $app } conserve vos notes.
    { $app } keeps your notes.
    2026-02-03 HT approved by Ada · replaced since
    { $app } garde vos notes.
    ");
}

#[test]
fn a_port_alone_is_an_address() {
    let project = project();
    let served = Served::start_with(&project, &["--listen", "0"]);
    assert!(served.host.starts_with("127.0.0.1:"), "{}", served.host);
    let outcome = project.run(&["review", "--serve", "--listen", "notes"]);
    assert!(
        outcome.code == 2 && outcome.err.contains("expected a port (8125), or an address with a port"),
        "{}",
        outcome.err
    );
}

#[test]
fn where_all_addresses_are_listened_to_one_that_works_is_printed() {
    let project = project();
    let served = Served::start_with(&project, &["--listen", "0.0.0.0:0"]);
    assert!(served.host.starts_with("127.0.0.1:"), "{}", served.host);
}
