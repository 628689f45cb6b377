//! Who decides.

use super::*;

/// What the state says of the shared text.
fn state_of_shared(project: &Project) -> String {
    let state = project.read("locales/fr-FR/shared.yaml");
    let at = state.find(&format!("{SHARED}:\n")).unwrap_or_else(|| panic!("{state}"));
    state[at..].lines().nth(1).unwrap().to_owned()
}

#[test]
fn the_page_says_who_decides_and_each_browser_may_be_another_person() {
    let project = project();
    let mut served = Served::start(&project);
    let page = served.get(&entry(SHARED)).body;
    assert!(page.contains("Deciding as <b dir=\"auto\">Ada</b>"), "{page}");
    let change = "/name?to=/fr-FR/entry%3Fstate%3Dmachine%26id%3Dapp-keeps-your-notes";
    assert!(page.contains(&format!("<a href=\"{change}\">change</a>")), "{page}");
    let form = served.get(change);
    assert_eq!(
        (form.status, form.field("name"), form.field("to")),
        (200, "Ada".into(), entry(SHARED).replace('&', "&#38;"))
    );
    served.decide(SHARED, "approve", &[]);
    assert!(state_of_shared(&project).contains("date: 2026-02-03, reviewer: Ada}"), "{}", state_of_shared(&project));
    served.become_named("Zoë “<b>” Müller");
    let queue = served.get("/fr-FR/queue").body;
    assert!(queue.contains("Deciding as <b dir=\"auto\">Zoë “&#60;b&#62;” Müller</b>"), "{queue}");
    assert!(!queue.contains("Approved: "), "what was said to Ada is for her");
    served.decide(SHARED, "edit", &[("text", "{ $app } garde vos notes.")]);
    assert!(state_of_shared(&project).contains("reviewer: \"Zoë “<b>” Müller\""), "{}", state_of_shared(&project));
    // Who never gave a name is still Ada.
    served.cookie = served.cookie.split(';').next().unwrap().to_owned();
    served.decide(SCRIPT, "approve", &[]);
    assert!(project.read("locales/fr-FR/b.yaml").contains("reviewer: Ada}"));
}

#[test]
fn undo_takes_back_what_the_same_person_decided() {
    let project = project();
    let mut served = Served::start(&project);
    served.decide(SHARED, "approve", &[]);
    let approved = state_of_shared(&project);
    served.become_named("Bob");
    assert!(served.get("/fr-FR/queue").body.contains("<button data-key=\"u\" disabled>"), "Bob decided nothing");
    served.post("/fr-FR/undo", &[]);
    assert_eq!(state_of_shared(&project), approved, "the decision of Ada stays");
    assert!(served.get("/fr-FR/queue").body.contains("There is nothing to undo."));
    served.decide(SHARED, "edit", &[("text", "{ $app } garde vos notes.")]);
    assert!(state_of_shared(&project).contains("reviewer: Bob"));
    served.post("/fr-FR/undo", &[]);
    assert_eq!(state_of_shared(&project), approved, "who approved it before comes back");
}

#[test]
fn without_a_name_there_is_a_form_and_no_decision() {
    let project = project();
    let before = files(&project);
    let mut served = Served::launch(&project, &[]);
    for path in
        ["/fr-FR/queue?state=machine&text=notes", "/fr-FR/documents", "/fr-FR/document?name=a.md", &entry(SHARED)]
    {
        let page = served.get(path);
        assert!(
            page.status == 200 && page.body.contains("<form class=\"card\" method=\"post\" action=\"/name\">"),
            "{path}"
        );
        assert!(!page.body.contains("<script") && !page.body.contains("keeps your notes"), "{}", page.body);
        assert_eq!(page.field("to"), path.replace('&', "&#38;"));
    }
    let seen = Served::launch(&project, &["--reviewer", "Eve"]).get(&entry(SHARED)).field("seen");
    let typed = "{ $app } garde <vos> notes.";
    for (action, more) in
        [("approve", None), ("edit", Some(("text", typed))), ("reject", None), ("comment", Some(("note", typed)))]
    {
        let fields: Vec<_> = [("seen", seen.as_str()), ("action", action)].into_iter().chain(more).collect();
        let reply = served.post(&entry(SHARED), &fields);
        assert!(reply.status == 403 && reply.body.contains("Nothing was decided"), "{action}: {}", reply.status);
        assert!(reply.body.contains("action=\"/name\""), "{}", reply.body);
        assert_eq!(
            reply.body.contains("{ $app } garde &#60;vos&#62; notes."),
            more.is_some(),
            "{action}: what was typed"
        );
    }
    assert_eq!(served.post("/fr-FR/undo", &[]).status, 403);
    assert_eq!(files(&project), before);
    served.become_named("Eve");
    assert_eq!(served.decide(SHARED, "approve", &[]).status, 303);
    assert!(state_of_shared(&project).contains("reviewer: Eve"), "{}", state_of_shared(&project));
}

#[test]
fn a_name_is_read_with_care() {
    let project = project();
    let mut served = Served::launch(&project, &[]);
    let long = "é".repeat(81);
    for bad in ["", "  \t", "\u{7}\r\n", &long] {
        let reply = served.post("/name", &[("name", bad), ("to", "/fr-FR/queue")]);
        assert!(reply.header("set-cookie").is_none(), "{bad:?}: {}", reply.head);
        insta::allow_duplicates! { insta::assert_snapshot!(reply.shown(), @r"
        400
        Who decides?
        A name has 1 to 80 characters.
        Your name
        Every decision of yours is kept with your name and the date, in files that others see.
        [Go on]
        "); }
    }
    for foreign in ["//evil.example/", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: b=c"] {
        let reply = served.post("/name", &[("name", "Eve"), ("to", foreign)]);
        assert_eq!((reply.status, reply.header("location")), (303, Some("/")), "{foreign}");
    }
    // A form of another site names nobody.
    let own = format!("http://{}", served.host);
    let send = |origin: &str, body: &str| {
        let headers = [("Host", served.host.as_str()), ("Cookie", &served.cookie), ("Origin", origin)];
        served.send("POST", "/name", &headers, body).status
    };
    assert_eq!(send("http://evil.example", &served.form(&[("name", "Eve")])), 403);
    assert_eq!(send(&own, "name=Eve"), 403, "no token in the form");
    let stranger = [("Host", served.host.as_str()), ("Origin", &own)];
    assert_eq!(served.send("POST", "/name", &stranger, &served.form(&[("name", "Eve")])).status, 403);
    // Nor does a cookie that is none of ours.
    let port = served.host.rsplit_once(':').unwrap().1.to_owned();
    let alone = served.cookie.clone();
    for cookie in ["%20", "%FF", &"a".repeat(81), "%0d%0a"] {
        served.cookie = format!("{alone}; handback-name-{port}={cookie}");
        assert!(served.get("/fr-FR/queue").body.contains("action=\"/name\""), "{cookie}");
    }
    served.cookie = alone;
    served.become_named(" \u{1b}[31mEve\r\nx: y\u{202e} ");
    assert!(served.get("/fr-FR/queue").body.contains("Deciding as <b dir=\"auto\">[31mEvex: y</b>"));
}

/// Whoever reaches the page from another machine is not the one who started it.
#[cfg(unix)]
#[test]
fn where_others_get_in_nobody_is_taken_for_the_owner() {
    let project = project();
    let mut served = Served::start_with(&project, &["--listen", "0.0.0.0:0"]);
    let page = served.get("/fr-FR/queue").body;
    assert!(page.contains("action=\"/name\"") && !page.contains("Ada"), "{page}");
    let before = files(&project);
    assert_eq!(served.post(&entry(SHARED), &[("seen", "x"), ("action", "approve")]).status, 403);
    assert_eq!(files(&project), before);
    served.become_named("Bob");
    served.decide(SHARED, "approve", &[]);
    assert!(state_of_shared(&project).contains("reviewer: Bob"), "{}", state_of_shared(&project));
}

#[test]
fn who_rejects_or_comments_is_kept_too() {
    let project = project();
    let mut served = Served::start(&project);
    let before = project.read("locales/fr-FR/shared.yaml");
    let signed = |name: &str| format!("decided: {{reviewer: {name}, date: 2026-02-03}}}}");
    served.decide(SHARED, "comment", &[("note", "Which notes?")]);
    let commented = state_of_shared(&project);
    assert!(commented.contains("type: MT,") && commented.ends_with(&signed("Ada")), "{commented}");
    assert!(!commented.contains(", reviewer: Ada, note"), "a comment approves nothing: {commented}");
    served.become_named("Bob");
    served.decide(SHARED, "reject", &[]);
    let rejected = state_of_shared(&project);
    // What Ada noted is kept, and is not Bob's.
    let kept = "decided: {reviewer: Bob, date: 2026-02-03, note: \"Ada: Which notes?\"}}";
    assert!(rejected.contains("rejected: [") && rejected.ends_with(kept), "{rejected}");
    served.post("/fr-FR/undo", &[]);
    assert_eq!(state_of_shared(&project), commented);
    served.cookie = served.cookie.split(';').next().unwrap().to_owned();
    served.post("/fr-FR/undo", &[]);
    assert_eq!(project.read("locales/fr-FR/shared.yaml"), before);
}
