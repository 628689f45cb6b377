//! `handback review --serve`, spoken to over HTTP as a browser does it, and as nobody should.

#![cfg(feature = "serve")]

mod door;
mod many;
mod people;
mod queue;

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
        let served = Self::launch_early(project, more);
        assert_eq!(served.get("/opened").status, 204);
        served
    }

    /// A review whose project may still be read.
    fn launch_early(project: &Project, more: &[&str]) -> Self {
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
        served.form_token = served.get("/name").field("token");
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
fn what_is_approved_is_human_and_its_page_follows() {
    let project = project();
    let served = Served::start(&project);
    assert!(project.read("localized-docs/fr-FR/a.md").contains("ms.translationtype: MT"));
    let reply = served.decide(SHARED, "approve", &[]);
    assert_eq!(reply.status, 303);
    assert!(reply.header("location").unwrap().contains(SCRIPT), "the next entry: {:?}", reply.header("location"));
    insta::assert_snapshot!(served.get(reply.header("location").unwrap()).shown(), @"
    200
    Approved: app-keeps-your-notes.
    Queue
    1 of 1
    machine read-alert-1-of-it
    English
    Read <script>alert(1)</script> of it.
    Translation
    ⟦Řéáđ <script>alert(1)</script> óƒ íţ. !!!!⟧
    Your translation
    ⟦Řéáđ <script>alert(1)</script> óƒ íţ. !!!!⟧
    <script>alert(1)</script> 1
    the full stop at the end is missing
    [Approve]
    [Save translation] [Reject]
    [Check]
    Comment
    [Save comment]
    Details
    Origin mt:pseudo
    Type MT of 2026-01-31
    File b.md
    History
    Where it is used
    b.md  line 8
    Context b.md
    Fabrikam LogFabrikam Log
    Fabrikam Log keeps your notes.⟦Fabrikam Log ķééƥš ýóúř ñóţéš. !!!!!!⟧
    Read <script>alert(1)</script> of it.⟦Řéáđ <script>alert(1)</script> óƒ íţ. !!!!⟧
    Page as readers see it, roughly; images and links are off
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
    100 % current of 2 messages
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
    0 messages
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
    insta::assert_snapshot!(reply.shown(), @"
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
    Your translation
    { $ap } garde vos notes.
    { $app } 1
    the translation lacks `{ $app }`, which the English has
    the translation has `{ $ap }`, which the English does not have
    [Approve]
    [Save translation] [Reject]
    [Check] Skip
    Comment
    [Save comment]
    Details
    Origin mt:pseudo
    Type MT of 2026-01-31
    File shared
    History
    Where it is used
    a.md  line 6
    b.md  line 6
    Context a.md
    Contoso NotesContoso Notes
    Contoso NotesContoso Notes
    Contoso Notes keeps your notes.⟦Contoso Notes ķééƥš ýóúř ñóţéš. !!!!!!⟧
    Page as readers see it, roughly; images and links are off
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
    insta::assert_snapshot!(reply.shown(), @"
    409
    Queue
    not in the list of 1
    Previous
    human app-keeps-your-notes
    Somebody changed this message since you opened it. Nothing of yours was written: look at it as it is now, and decide again.
    English
    { $app } keeps your notes.
    From the translation as it is now to what you typed
    { $app } [-conserve-]{+garde+} vos notes.
    Translation
    { $app } conserve vos notes.
    Your translation
    { $app } garde vos notes.
    { $app } 1
    [Approve]
    [Save translation]
    [Check]
    Comment
    [Save comment]
    Details
    Origin human
    Type HT of 2026-02-03
    File shared
    History
    Where it is used
    a.md  line 6
    b.md  line 6
    Context a.md
    Contoso NotesContoso Notes
    Contoso NotesContoso Notes
    Contoso Notes keeps your notes.Contoso Notes conserve vos notes.
    Page as readers see it, roughly; images and links are off
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
    insta::assert_snapshot!(served.get(&entry(SHARED)).shown(), @"
    200
    Queue
    not in the list of 1
    Next
    stale app-keeps-your-notes substantive: negation
    English what changed since it was translated
    { $app } {+never +}keeps your notes.
    The English before{ $app } keeps your notes.
    Draft mt:pseudo
    ⟦{ $app } {+ñéṽéř +}ķééƥš ýóúř ñóţéš. !!!!!!{+!!+}⟧
    Translation of the English before
    ⟦{ $app } ķééƥš ýóúř ñóţéš. !!!!!!⟧
    Your translation
    ⟦{ $app } ķééƥš ýóúř ñóţéš. !!!!!!⟧
    { $app } 1
    the English denies something (`never`), and the translation does not
    the full stop at the end is missing
    [Still valid]
    [Save translation] [Accept draft] [Reject draft]
    [Check] Skip
    Comment
    [Save comment]
    Details
    Origin mt:pseudo
    Type HT of 2026-02-03
    Reviewer Ada
    Stale since 2026-01-31
    File shared
    History
    Where it is used
    a.md  line 6
    b.md  line 6
    Context a.md
    Contoso NotesContoso Notes
    Contoso NotesContoso Notes
    Contoso Notes never keeps your notes.stale ⟦Contoso Notes ķééƥš ýóúř ñóţéš. !!!!!!⟧
    Page as readers see it, roughly; images and links are off
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
