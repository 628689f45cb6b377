//! `handback review --serve`, spoken to over HTTP as a browser does it, and as nobody should.

#![cfg(feature = "serve")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use regex::{Captures, Regex};

use crate::support::Project;

const CONFIG: &str = "locales: [fr-FR, de-DE]\nanchors: false\nvariables:\n  app: { heading: 1 }\n";
const SHARED: &str = "app-keeps-your-notes";
const SCRIPT: &str = "read-alert-1-of-it";

/// Two documents that share a text with a placeable, drafted by a machine.
fn project() -> Project {
    let project = Project::new(CONFIG);
    let page = |app: &str, rest: &str| format!("---\ntitle: {app}\n---\n# {app}\n\n{app} keeps your notes.\n{rest}");
    project.write("source-docs/a.md", &page("Contoso Notes", ""));
    project.write("source-docs/b.md", &page("Fabrikam Log", "\nRead <script>alert(1)</script> of it.\n"));
    project.sync();
    let outcome = project.run(&["translate", "--provider", "pseudo", "--date", "2026-01-31"]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    project.sync();
    project
}

/// A review that is being served, and a browser that was let in.
struct Served {
    child: Child,
    host: String,
    address_token: String,
    cookie: String,
    form_token: String,
    /// Where one is led at first.
    first: String,
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Value of a hidden field.
    fn field(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let at = self.body.find(&start).unwrap_or_else(|| panic!("no {name} in {}", self.body)) + start.len();
        self.body[at..].split('"').next().unwrap().to_owned()
    }

    /// What a person reads, for a snapshot: the status, and the main part of the page without its markup. Buttons
    /// are in brackets, unless a script has to show them first; changes of words are as in a terminal.
    fn shown(&self) -> String {
        let main = self.body.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).unwrap().1;
        let mut text = main.split_once("</main>").unwrap().0.to_owned();
        for (pattern, with) in [
            ("<button[^>]* hidden[^>]*>[^<]*</button>", ""),
            ("<button[^>]*>([^<]*)</button>", "[$1] "),
            ("<del>([^<]*)</del>", "[-$1-]"),
            ("<ins>([^<]*)</ins>", "{+$1+}"),
            ("</d[td]>|</a>|</label>", " "),
            ("<[^>]*>", ""),
        ] {
            text = Regex::new(pattern).unwrap().replace_all(&text, with).into_owned();
        }
        let character = |code: &Captures<'_>| char::from_u32(code[1].parse().unwrap()).unwrap().to_string();
        let text = Regex::new("&#([0-9]+);").unwrap().replace_all(&text, character);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.fold(format!("{}\n", self.status), |shown, line| shown + line + "\n")
    }
}

impl Served {
    fn start(project: &Project) -> Self {
        let served = Self::start_with(project, &[]);
        assert_eq!(served.first, "/fr-FR/queue");
        served
    }

    /// A review that Ada started.
    fn start_with(project: &Project, more: &[&str]) -> Self {
        Self::launch(project, &[&["--reviewer", "Ada"], more].concat())
    }

    fn launch(project: &Project, more: &[&str]) -> Self {
        let mut child = project
            .nameless()
            .args(["review", "--serve", "--date", "2026-02-03"])
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let (host, token) =
            line.trim().strip_prefix("Review at http://").and_then(|url| url.split_once("/open/")).unwrap();
        let (host, address_token) = (host.to_owned(), token.to_owned());
        let [cookie, form_token, first] = [const { String::new() }; 3];
        let mut served = Self { child, host, address_token, cookie, form_token, first };
        let opened = served.send("GET", &format!("/open/{}", served.address_token), &[("Host", &served.host)], "");
        assert_eq!(opened.status, 303);
        served.first = opened.header("location").unwrap().to_owned();
        let cookie = opened.header("set-cookie").unwrap();
        assert!(cookie.contains("; HttpOnly; SameSite=Strict"), "{cookie}");
        served.cookie = cookie.split(';').next().unwrap().to_owned();
        served.form_token = served.get(&served.first).field("token");
        served
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        headers.iter().for_each(|(name, value)| request.push_str(&format!("{name}: {value}\r\n")));
        if method == "POST" {
            request.push_str("Content-Type: application/x-www-form-urlencoded\r\n");
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        // A form that is too large is refused before it is read.
        let _ = stream.write_all(body.as_bytes());
        let mut reply = Vec::new();
        let _ = stream.read_to_end(&mut reply);
        let reply = String::from_utf8(reply).unwrap();
        let (head, body) = reply.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{method} {path}: {reply:?}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[("Host", &self.host), ("Cookie", &self.cookie)], "")
    }

    /// A form of ours, sent by a browser that shows one of our pages.
    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let origin = format!("http://{}", self.host);
        let headers = [("Host", self.host.as_str()), ("Cookie", &self.cookie), ("Origin", &origin)];
        self.send("POST", path, &headers, &self.form(fields))
    }

    /// The same browser once somebody gave a name in it.
    fn named(&self, name: &str) -> String {
        let reply = self.post("/name", &[("name", name), ("to", "/fr-FR/queue")]);
        assert_eq!((reply.status, reply.header("location")), (303, Some("/fr-FR/queue")), "{}", reply.body);
        let cookie = reply.header("set-cookie").unwrap();
        assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Has something done in a browser of this name.
    fn become_named(&mut self, name: &str) {
        let alone = self.cookie.split(';').next().unwrap().to_owned();
        self.cookie = format!("{alone}; {}", self.named(name));
    }

    fn form(&self, fields: &[(&str, &str)]) -> String {
        let mut form = format!("token={}", self.form_token);
        for (name, value) in fields {
            form.push_str(&format!("&{name}="));
            value.bytes().for_each(|byte| form.push_str(&format!("%{byte:02X}")));
        }
        form
    }

    fn decide(&self, id: &str, action: &str, more: &[(&str, &str)]) -> Reply {
        let path = entry(id);
        let seen = self.get(&path).field("seen");
        let mut fields = vec![("seen", seen.as_str()), ("action", action)];
        fields.extend(more);
        self.post(&path, &fields)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn entry(id: &str) -> String {
    let file = if id == SCRIPT { "&in=b.md" } else { "" };
    format!("/fr-FR/entry?state=machine&id={id}{file}")
}

/// Pages are regenerated after the answer went out.
fn wait_for(what: impl Fn() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(start.elapsed() < Duration::from_secs(10), "it did not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn files(project: &Project) -> Vec<(String, Vec<u8>)> {
    project.snapshot().into_iter().map(|(name, bytes, _)| (name, bytes)).collect()
}

#[test]
fn nobody_gets_in_without_the_token() {
    let project = project();
    let served = Served::start(&project);
    let host = served.host.as_str();
    let port = host.rsplit_once(':').unwrap().1;
    for path in ["/", "/fr-FR/queue", "/review.css", "/open/", "/open/00000000000000000000000000000000", "/nowhere"] {
        let reply = served.send("GET", path, &[("Host", host)], "");
        assert_eq!(reply.status, 403, "{path}");
        assert!(!reply.body.contains("notes") && !reply.body.contains(&served.form_token), "{}", reply.body);
        assert!(reply.header("content-security-policy").unwrap().starts_with("default-src 'none'"));
    }
    insta::assert_snapshot!(served.send("GET", "/fr-FR/queue", &[("Host", host)], "").shown(), @r"
    403
    Not allowed
    Open the address that `handback review --serve` printed, by pasting it into the address bar: it holds the token of this review.
    ");
    let wrong = format!("handback-{port}=00000000000000000000000000000000");
    assert_eq!(served.send("GET", "/fr-FR/queue", &[("Host", host), ("Cookie", &wrong)], "").status, 403);
    assert_eq!(served.get("/fr-FR/queue").status, 200);
}

#[test]
fn only_the_own_address_is_answered() {
    let project = project();
    let served = Served::start(&project);
    let port = served.host.rsplit_once(':').unwrap().1;
    let ask = |host: &str| served.send("GET", "/fr-FR/queue", &[("Host", host), ("Cookie", &served.cookie)], "").status;
    for host in
        ["evil.example", "127.0.0.1", &format!("evil.example:{port}"), &format!("127.0.0.1.evil.example:{port}")]
    {
        assert_eq!(ask(host), 403, "{host}");
    }
    assert_eq!(ask(&format!("localhost:{port}")), 200);
    // Knowing the token does not help a page under another name.
    let open = format!("/open/{}", served.address_token);
    let asked = served.send("GET", &open, &[("Host", &format!("evil.example:{port}"))], "");
    insta::assert_snapshot!(asked.shown(), @r"
    403
    Not allowed
    This is not the address that the review is served at.
    ");
}

#[test]
fn posts_of_other_sites_change_nothing() {
    let project = project();
    let served = Served::start(&project);
    let path = entry(SHARED);
    let seen = served.get(&path).field("seen");
    let before = files(&project);
    let form = served.form(&[("seen", &seen), ("action", "approve")]);
    let (own, cookie) = (format!("http://{}", served.host), served.cookie.as_str());
    let post = |more: &[(&str, &str)], form: &str| {
        let headers: Vec<_> =
            [("Host", served.host.as_str()), ("Cookie", cookie)].iter().chain(more).copied().collect();
        served.send("POST", &path, &headers, form).status
    };
    for foreign in [("Origin", "http://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site")] {
        assert_eq!(post(&[foreign], &form), 403, "{foreign:?}");
    }
    assert_eq!(post(&[], &form), 403, "nothing says where it came from");
    let without = format!("seen={seen}&action=approve");
    assert_eq!(post(&[("Origin", &own)], &without), 403, "no token in the form");
    assert_eq!(post(&[("Origin", &own)], &format!("token={}&{without}", served.address_token)), 403);
    assert_eq!(post(&[("Origin", &own)], &format!("{form}&text={}", "x".repeat(1_100_000))), 413);
    assert_eq!(files(&project), before);
    assert_eq!(post(&[("Sec-Fetch-Site", "same-origin")], &form), 303);
}

#[test]
fn texts_are_shown_and_never_run() {
    let project = project();
    let served = Served::start(&project);
    let document = "/fr-FR/document?name=b.md";
    for path in ["/fr-FR/queue", "/fr-FR/queue?text=%3Cscript%3E", document, &entry(SCRIPT)] {
        let page = served.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(
            !page.body.contains("<script>") && page.body.contains("&#60;script&#62;alert"),
            "{path}: {}",
            page.body
        );
    }
    let rules = served.get(document).header("content-security-policy").unwrap().to_owned();
    assert!(!rules.contains("unsafe") && rules.contains("frame-ancestors 'none'"), "{rules}");
    let odd = served.post(&entry(SCRIPT), &[("seen", "x"), ("action", "edit"), ("text", "</textarea><script>x")]);
    assert!(odd.status == 409 && !odd.body.contains("<script>x"), "{}", odd.body);
}

#[test]
fn only_documents_of_the_project_are_shown() {
    let project = project();
    let served = Served::start(&project);
    let mut seen = String::new();
    for path in [
        "/fr-FR/document?name=../../etc/passwd",
        "/fr-FR/document?name=/etc/passwd",
        "/fr-FR/document?name=../handback.yaml",
        "/fr-FR/document",
        "/fr-FR/../../etc/passwd",
        "/xx-XX/queue",
        "/fr-FR/entry?id=nothing",
    ] {
        let reply = served.get(path);
        seen += &format!("{path}\n{}\n", reply.shown());
    }
    insta::assert_snapshot!(seen, @r"
    /fr-FR/document?name=../../etc/passwd
    404
    Not found
    The project has no document of this name.
    To the queue

    /fr-FR/document?name=/etc/passwd
    404
    Not found
    The project has no document of this name.
    To the queue

    /fr-FR/document?name=../handback.yaml
    404
    Not found
    The project has no document of this name.
    To the queue

    /fr-FR/document
    404
    Not found
    The project has no document of this name.
    To the queue

    /fr-FR/../../etc/passwd
    404
    Not found
    There is no such page.
    To the queue

    /xx-XX/queue
    404
    Not found
    The project has no such locale.
    To the queue

    /fr-FR/entry?id=nothing
    404
    The message is gone
    This message is not in the project, or no longer: its English was changed or removed.
    To the queue
    ");
    assert_eq!(served.get("/fr-FR/documents").status, 200);
}

#[test]
fn what_is_approved_is_human_and_its_page_follows() {
    let project = project();
    let served = Served::start(&project);
    assert!(project.read("localized-docs/fr-FR/a.md").contains("ms.translationtype: MT"));
    let reply = served.decide(SHARED, "approve", &[]);
    assert_eq!(reply.status, 303);
    assert!(reply.header("location").unwrap().contains(SCRIPT), "the next entry: {:?}", reply.header("location"));
    insta::assert_snapshot!(served.get(reply.header("location").unwrap()).shown(), @r"
    200
    Approved: app-keeps-your-notes.
    Queue
    1 of 1
    machine read-alert-1-of-it
    English
    Read <script>alert(1)</script> of it.
    Translation
    ⟦Řéáđ <script>alert(1)</script> óƒ íţ. !!!!⟧
    Wording
    ⟦Řéáđ <script>alert(1)</script> óƒ íţ. !!!!⟧
    the full stop at the end is missing
    [Approve]
    [Save wording] [Reject]
    [Check]
    Comment
    [Keep]
    What is known
    Origin mt:pseudo
    Type MT of 2026-01-31
    File b.md
    Where it stands
    b.md  line 8
    Around it b.md
    Fabrikam LogFabrikam Log
    Fabrikam Log keeps your notes.⟦Fabrikam Log ķééƥš ýóúř ñóţéš. !!!!!!⟧
    Read <script>alert(1)</script> of it.⟦Řéáđ <script>alert(1)</script> óƒ íţ. !!!!⟧
    ");
    let state = project.read("locales/fr-FR/shared.yaml");
    assert!(state.contains("app-keeps-your-notes:\n    {type: HT, origin: mt:pseudo,"), "{state}");
    assert!(state.contains("date: 2026-02-03, reviewer: Ada"), "{state}");
    assert!(project.read("locales/fr-FR/shared.ftl").contains("app-keeps-your-notes = ⟦{ $app }"));
    wait_for(|| project.read("localized-docs/fr-FR/a.md").contains("ms.translationtype: HT"));
    assert!(project.read("localized-docs/fr-FR/b.md").contains("ms.translationtype: MT"), "one text is a machine's");
    let again = served.decide(SCRIPT, "approve", &[]);
    insta::assert_snapshot!(served.get(again.header("location").unwrap()).shown(), @r"
    200
    Approved: read-alert-1-of-it.
    Queue of fr-FR
    100 % current of 2 texts
    human 2
    machine 0
    unproven 0
    stale 0
    missing 0
    State
    stale 0
    missing 0
    unproven 0
    machine 0
    human 2
    Only
    overrides
    inconsistent
    Change
    any
    substantive
    mechanical
    cosmetic
    Document
    Words
    [Show]  Reset
    0 texts
    Nothing here needs a person.
    ");
    wait_for(|| project.read("localized-docs/fr-FR/b.md").contains("ms.translationtype: HT"));
    let written = files(&project);
    project.sync();
    assert_eq!(files(&project), written, "a sync finds nothing to do");
}

#[test]
fn a_broken_wording_is_refused_and_kept() {
    let project = project();
    let served = Served::start(&project);
    let before = files(&project);
    let typed = "{ $ap } garde vos notes.";
    let reply = served.decide(SHARED, "edit", &[("text", typed)]);
    insta::assert_snapshot!(reply.shown(), @r"
    409
    Queue
    1 of 2
    Next
    machine app-keeps-your-notes
    Not saved: the translation lacks `{ $app }`, which the English has; the translation has `{ $ap }`, which the English does not have.
    English
    { $app } keeps your notes.
    Translation
    ⟦{ $app } ķééƥš ýóúř ñóţéš. !!!!!!⟧
    Wording
    { $ap } garde vos notes.
    the translation lacks `{ $app }`, which the English has
    the translation has `{ $ap }`, which the English does not have
    [Approve]
    [Save wording] [Reject]
    [Check] Skip
    Comment
    [Keep]
    What is known
    Origin mt:pseudo
    Type MT of 2026-01-31
    File shared
    Where it stands
    a.md  line 6
    b.md  line 6
    Around it a.md
    Contoso NotesContoso Notes
    Contoso NotesContoso Notes
    Contoso Notes keeps your notes.⟦Contoso Notes ķééƥš ýóúř ñóţéš. !!!!!!⟧
    ");
    let proof = entry(SHARED).replace("entry", "proof");
    let found = served.post(&proof, &[("text", typed)]).body;
    let refused = r#"{"refused":true,"code":"missing-variable","message":"the translation lacks `{ $app }`, which the English has","#;
    assert!(found.contains(refused), "{found}");
    assert_eq!(files(&project), before, "nothing was written");
    assert_eq!(served.decide(SHARED, "edit", &[("text", "{ $app } garde vos notes.")]).status, 303);
    assert_eq!(
        project.read("locales/fr-FR/shared.ftl"),
        "# @app-keeps-your-notes\napp-keeps-your-notes = { $app } garde vos notes.\n\n"
    );
    wait_for(|| project.read("localized-docs/fr-FR/b.md").contains("\nFabrikam Log garde vos notes.\n"));
}

#[test]
fn another_button_does_not_throw_away_what_was_typed() {
    let project = project();
    let served = Served::start(&project);
    let before = files(&project);
    let reply = served.decide(SHARED, "approve", &[("text", "{ $app } garde tout.")]);
    assert!(reply.status == 409 && reply.body.contains("{ $app } garde tout."), "{}", reply.body);
    assert_eq!(files(&project), before);
}

#[test]
fn undo_brings_every_byte_back() {
    let project = project();
    let served = Served::start(&project);
    let before = files(&project);
    served.decide(SHARED, "edit", &[("text", "{ $app } garde vos notes.")]);
    served.decide(SCRIPT, "approve", &[]);
    served.decide(SHARED, "comment", &[("note", "Which notes?")]);
    wait_for(|| project.read("localized-docs/fr-FR/b.md").contains("ms.translationtype: HT"));
    assert!(project.read("locales/fr-FR/shared.yaml").contains("Which notes?"));
    for _ in 0..3 {
        let reply = served.post("/fr-FR/undo", &[]);
        assert!(reply.status == 303 && reply.header("location").unwrap().contains("entry?id="), "{}", reply.head);
    }
    wait_for(|| files(&project) == before);
    served.post("/fr-FR/undo", &[]);
    assert!(served.get("/fr-FR/queue").body.contains("There is nothing to undo."));
}

#[test]
fn a_hand_edit_meanwhile_stays() {
    let project = project();
    let served = Served::start(&project);
    let path = entry(SHARED);
    let seen = served.get(&path).field("seen");
    project.write("locales/fr-FR/shared.ftl", "app-keeps-your-notes = { $app } conserve vos notes.\n");
    let fields = [("seen", seen.as_str()), ("action", "edit"), ("text", "{ $app } garde vos notes.")];
    let reply = served.post(&path, &fields);
    insta::assert_snapshot!(reply.shown(), @r"
    409
    Queue
    not among the 1 that you look at
    Previous
    human app-keeps-your-notes
    Somebody changed this message since you opened it. Nothing of yours was written: look at it as it is now, and decide again.
    English
    { $app } keeps your notes.
    From the translation as it is now to what you typed
    { $app } [-conserve-]{+garde+} vos notes.
    Translation
    { $app } conserve vos notes.
    Wording
    { $app } garde vos notes.
    [Approve]
    [Save wording]
    [Check]
    Comment
    [Keep]
    What is known
    Origin human
    Type HT of 2026-02-03
    File shared
    Where it stands
    a.md  line 6
    b.md  line 6
    Around it a.md
    Contoso NotesContoso Notes
    Contoso NotesContoso Notes
    Contoso Notes keeps your notes.Contoso Notes conserve vos notes.
    ");
    assert_eq!(project.read("locales/fr-FR/shared.ftl"), "app-keeps-your-notes = { $app } conserve vos notes.\n");
    // Who saw the difference may decide again.
    let now = reply.field("seen");
    let fields = [("seen", now.as_str()), ("action", "edit"), ("text", "{ $app } garde vos notes.")];
    assert_eq!(served.post(&path, &fields).status, 303);
    assert_eq!(
        project.read("locales/fr-FR/shared.ftl"),
        "# @app-keeps-your-notes\napp-keeps-your-notes = { $app } garde vos notes.\n\n"
    );
}

#[test]
fn an_edit_of_another_message_does_not_hinder() {
    let project = project();
    let served = Served::start(&project);
    let path = entry(SHARED);
    let seen = served.get(&path).field("seen");
    project.edit("locales/fr-FR/b.ftl", "óƒ íţ", "de cela");
    assert_eq!(served.post(&path, &[("seen", &seen), ("action", "approve")]).status, 303);
    assert!(project.read("locales/fr-FR/b.ftl").contains("de cela"));
}

#[test]
fn a_broken_file_is_named_and_can_be_fixed() {
    let project = project();
    let served = Served::start(&project);
    let path = entry(SHARED);
    let seen = served.get(&path).field("seen");
    let good = project.read("locales/fr-FR/shared.yaml");
    project.write("locales/fr-FR/shared.yaml", "version: 1\nmessages: [\n");
    let fields = [("seen", seen.as_str()), ("action", "edit"), ("text", "{ $app } garde vos notes.")];
    let reply = served.post(&path, &fields);
    insta::assert_snapshot!(reply.shown(), @r"
    503
    The project cannot be opened
    fix these files first, so that nothing in them is lost:
    locales/fr-FR/shared.yaml:2: messages: invalid type: sequence, expected messages by id at line 2 column 11
    What you typed
    { $app } garde vos notes.
    To the queue
    ");
    project.write("locales/fr-FR/shared.yaml", &good);
    assert_eq!(served.post(&path, &fields).status, 303);
}

#[test]
fn a_draft_is_accepted_or_rejected() {
    let project = project();
    let approved = Served::start(&project);
    approved.decide(SHARED, "approve", &[]);
    drop(approved);
    for page in ["source-docs/a.md", "source-docs/b.md"] {
        project.edit(page, "keeps your notes", "never keeps your notes");
    }
    project.sync();
    project.run(&["translate", "--provider", "pseudo", "--date", "2026-02-04"]);
    let served = Served::start(&project);
    insta::assert_snapshot!(served.get(&entry(SHARED)).shown(), @r"
    200
    Queue
    not among the 1 that you look at
    Next
    stale app-keeps-your-notes substantive: negation
    English what changed since it was translated
    { $app } {+never +}keeps your notes.
    The English before{ $app } keeps your notes.
    Draft mt:pseudo
    ⟦{ $app } {+ñéṽéř +}ķééƥš ýóúř ñóţéš. !!!!!!{+!!+}⟧
    Translation of the English before
    ⟦{ $app } ķééƥš ýóúř ñóţéš. !!!!!!⟧
    Wording
    ⟦{ $app } ķééƥš ýóúř ñóţéš. !!!!!!⟧
    the full stop at the end is missing
    [Still valid]
    [Save wording] [Accept draft] [Reject draft]
    [Check] Skip
    Comment
    [Keep]
    What is known
    Origin mt:pseudo
    Type HT of 2026-02-03
    Reviewer Ada
    Stale since 2026-01-31
    File shared
    Where it stands
    a.md  line 6
    b.md  line 6
    Around it a.md
    Contoso NotesContoso Notes
    Contoso NotesContoso Notes
    Contoso Notes never keeps your notes.Contoso Notes never keeps your notes.
    ");
    let before = files(&project);
    assert_eq!(served.decide(SHARED, "reject", &[]).status, 303);
    let state = project.read("locales/fr-FR/shared.yaml");
    assert!(state.contains("rejected") && !state.contains("draft:"), "{state}");
    served.post("/fr-FR/undo", &[]);
    wait_for(|| files(&project) == before);
    assert_eq!(served.decide(SHARED, "draft", &[]).status, 303);
    assert!(project.read("locales/fr-FR/shared.ftl").contains("ñéṽéř"), "{}", project.read("locales/fr-FR/shared.ftl"));
    let state = project.read("locales/fr-FR/shared.yaml");
    assert!(state.contains("{type: HT, origin: mt:pseudo,") && state.contains("reviewer: Ada"), "{state}");
}

#[test]
fn the_queue_is_filtered_and_the_filter_stays() {
    let project = project();
    let served = Served::start(&project);
    let count = |query: &str| served.get(&format!("/fr-FR/queue?{query}")).body.matches("<li>\n<a href").count();
    assert_eq!([count(""), count("state=human"), count("state=machine"), count("text=NOTES")], [2, 0, 2, 1]);
    assert_eq!(
        [count("path=a.md"), count("path=b.md"), count("severity=cosmetic"), count("overrides=1")],
        [1, 2, 0, 0]
    );
    let page = served.get("/fr-FR/queue?path=a.md&text=notes").body;
    assert!(page.contains("/fr-FR/entry?path=a.md&#38;text=notes&#38;id=app-keeps-your-notes"), "{page}");
    assert!(page.contains("href=\"/de-DE/queue?path=a.md&#38;text=notes&#38;\""), "{page}");
    let odd = served.get("/fr-FR/queue?page=99999&state=nothing&severity=x");
    assert!(odd.status == 200 && odd.body.contains("2 texts"), "{}", odd.body);
}

#[test]
fn the_first_page_is_the_one_that_was_asked_for() {
    let project = project();
    let more = ["--locale", "de-DE", "--state", "machine", "--path", "a.md", "--listen", "[::1]:0"];
    let served = Served::start_with(&project, &more);
    assert_eq!(served.first, "/de-DE/queue?state=machine&path=a.md&");
    assert!(served.host.starts_with("[::1]:") && served.get("/").header("location") == Some(&served.first));
}

/// Debug builds are many times slower to read a project; what is measured is the answer.
#[test]
fn a_long_queue_is_shown_at_once() {
    let documents = if cfg!(debug_assertions) { 50 } else { 500 };
    let project = Project::new("locales: [fr-FR]\nanchors: false\nmetadata: none\n");
    for document in 0..documents {
        let text =
            |text| format!("Customer {document} asks for the {text}th time where **all** the notes are kept.\n\n");
        let page: String = (0..100).map(text).collect();
        project.write(&format!("source-docs/{document}.md"), &page);
    }
    project.sync();
    let served = Served::start(&project);
    for path in ["/fr-FR/queue", "/fr-FR/queue?page=60", "/fr-FR/documents", "/fr-FR/document?name=7.md"] {
        let page = served.get(path);
        assert!(page.status == 200 && page.body.len() < 500_000, "{path}: {}", page.body.len());
    }
    assert!(served.get("/fr-FR/queue").body.contains(&format!("{} texts", documents * 100)));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_at_once() {
    let project = project();
    let mut served = Served::start(&project);
    // A connection that stays open is not waited for.
    let _idle = TcpStream::connect(&served.host).unwrap();
    served.decide(SHARED, "approve", &[]);
    let start = Instant::now();
    let signal = Command::new("kill").args(["-INT", &served.child.id().to_string()]).status().unwrap();
    assert!(signal.success());
    let status = served.child.wait().unwrap();
    assert!(status.success() && start.elapsed() < Duration::from_secs(1), "{status} {:?}", start.elapsed());
    assert!(project.read("localized-docs/fr-FR/a.md").contains("ms.translationtype: HT"));
}

#[test]
fn similar_texts_are_shown_to_begin_from() {
    let project = project();
    project.write("source-docs/c.md", "# Adatum\n\nRead <script>alert(2)</script> of it.\n");
    project.sync();
    let served = Served::start(&project);
    let queue = served.get("/fr-FR/queue?state=missing&text=alert").body;
    let at = queue.find("/fr-FR/entry?").expect("an entry");
    let address = queue[at..].split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
    let page = served.get(&address).body;
    assert!(page.contains("Similar texts"), "{page}");
    assert!(page.contains("<del>1</del><ins>2</ins>"), "{page}");
    assert!(page.contains("Put in</button>") && !page.contains("<script>alert"), "{page}");
}

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
    assert!(rejected.contains("rejected: [") && rejected.ends_with(&signed("Bob")), "{rejected}");
    served.post("/fr-FR/undo", &[]);
    assert_eq!(state_of_shared(&project), commented);
    served.cookie = served.cookie.split(';').next().unwrap().to_owned();
    served.post("/fr-FR/undo", &[]);
    assert_eq!(project.read("locales/fr-FR/shared.yaml"), before);
}
