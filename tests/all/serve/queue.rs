//! The queue, its filters, and what it starts with.

use super::*;

#[test]
fn the_queue_is_filtered_and_the_filter_stays() {
    let project = project();
    let served = Served::start(&project);
    let count =
        |query: &str| served.get(&format!("/fr-FR/queue?{query}")).body.matches("<li class=\"choice\">").count();
    assert_eq!([count(""), count("state=human"), count("state=machine"), count("text=NOTES")], [2, 0, 2, 1]);
    assert_eq!(
        [count("path=a.md"), count("path=b.md"), count("severity=cosmetic"), count("overrides=1")],
        [1, 2, 0, 0]
    );
    let page = served.get("/fr-FR/queue?path=a.md&text=notes").body;
    assert!(page.contains("/fr-FR/entry?path=a.md&#38;text=notes&#38;id=app-keeps-your-notes"), "{page}");
    assert!(page.contains("href=\"/de-DE/queue?path=a.md&#38;text=notes&#38;\""), "{page}");
    let odd = served.get("/fr-FR/queue?page=99999&state=nothing&severity=x");
    assert!(odd.status == 200 && odd.body.contains("2 messages"), "{}", odd.body);
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
    let all = format!("{} messages", documents * 100);
    let opening = Served::launch_early(&project, &["--reviewer", "Ada"]);
    let early = opening.get("/fr-FR/queue");
    // What the sync left says which texts come first.
    assert!(early.body.contains("by what the last sync counted") && early.body.contains("data-reading"));
    assert!(early.body.contains(&all), "{}", early.body);
    assert_eq!(opening.get("/opened").status, 204);
    let list = opening.get("/fr-FR/queue");
    assert!(list.body.contains(&all) && !list.body.contains("data-reading"), "{}", list.body);
    let entry = Regex::new("<a href=\"(/fr-FR/entry[^\"]*)\"").unwrap();
    let rows = |page: &str| entry.captures_iter(page).map(|found| found[1].to_owned()).collect::<Vec<_>>();
    assert_eq!(rows(&early.body).len(), 30);
    assert_eq!(rows(&early.body), rows(&list.body));
    drop(opening);
    // The next one shows the list at once, and says of when it is; what somebody asks of it waits.
    let served = Served::launch_early(&project, &["--reviewer", "Ada"]);
    let early = served.get("/fr-FR/queue");
    assert!(early.body.contains("as the last review left it, on 2026-02-03") && early.body.contains(&all));
    assert!(served.get("/fr-FR/queue?page=2").body.contains("Reading the project"));
    let entry = rows(&early.body)[0].clone();
    assert!(served.get(&entry.replace("&#38;", "&")).body.contains("1 of "), "{entry}");
    for path in ["/fr-FR/queue", "/fr-FR/queue?page=60", "/fr-FR/documents", "/fr-FR/document?name=7.md"] {
        let page = served.get(path);
        assert!(page.status == 200 && page.body.len() < 500_000, "{path}: {}", page.body.len());
    }
    assert!(served.get("/fr-FR/queue").body.contains(&all));
    drop(served);
    // A sync that came after the review knows more.
    project.write("source-docs/7.md", "Another text.\n");
    project.sync();
    let early = Served::launch_early(&project, &["--reviewer", "Ada"]).get("/fr-FR/queue");
    assert!(early.body.contains(&format!("{} messages", documents * 100 - 99)), "{}", early.body);
    // Without what a sync leaves there is what the review left.
    std::fs::remove_file(project.path(".handback/index")).unwrap();
    let early = Served::launch_early(&project, &["--reviewer", "Ada"]).get("/fr-FR/queue");
    assert!(early.body.contains("as the last review left it"), "{}", early.body);
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
    assert!(page.contains("Copy</button>") && !page.contains("<script>alert"), "{page}");
}

#[test]
fn a_document_that_comes_while_somebody_reviews_is_in_the_list() {
    let project = project();
    let served = Served::start(&project);
    project.write("source-docs/more/c.md", "# One page more\n");
    wait_for(|| served.get("/fr-FR/queue").body.contains("One page more"));
}

#[test]
fn wordings_of_single_documents_are_no_more_messages() {
    let project = project();
    let own = project.read("locales/fr-FR/b.ftl") + &format!("\n{SHARED} = {{ $app }} garde vos notes.\n");
    project.write("locales/fr-FR/b.ftl", &own);
    project.run(&["sync", "--no-mt", "--date", "2026-02-01"]);
    let served = Served::start(&project);
    let page = served.get("/fr-FR/queue?state=machine&state=human").shown();
    for line in ["machine 2", "human 1", "2 messages with 1 more wording"] {
        assert!(page.lines().any(|other| other == line), "{line}: {page}");
    }
    let words = served.get("/fr-FR/queue?text=notes").body;
    assert!(words.contains("1 message with these words is left out by the filter"), "{words}");
}

#[test]
fn what_stands_nearby_says_that_it_is_stale() {
    let project = project();
    let mut served = Served::start(&project);
    served.decide(SHARED, "edit", &[("text", "{ $app } garde vos notes.")]);
    drop(served);
    for name in ["a", "b"] {
        project.edit(&format!("source-docs/{name}.md"), "keeps your notes", "keeps all of your notes");
    }
    project.run(&["sync", "--no-mt", "--date", "2026-02-01"]);
    served = Served::start(&project);
    for id in [SCRIPT, SHARED] {
        let page = served.get(&format!("{}&state=stale", entry(id))).body;
        let said = "<span class=\"tag\" lang=\"en\">stale</span> Fabrikam Log garde vos notes.";
        let other = said.replace("Fabrikam Log", "Contoso Notes");
        assert!(page.contains(said) || page.contains(&other), "{id}: {page}");
    }
    let document = served.get("/fr-FR/document?name=b.md").body;
    assert!(document.contains("Fabrikam Log garde vos notes."), "{document}");
}

#[test]
fn fluent_is_shown_as_it_is_typed() {
    let project = project();
    let shared = project.read("locales/fr-FR/shared.ftl");
    let at = shared.find(&format!("\n{SHARED}")).unwrap() + 1;
    let fluent = "{ INITIAL($app) ->\n        [vowel] L’{ $app }\n       *[other] { $app }\n    } garde vos notes.\n";
    project.write("locales/fr-FR/shared.ftl", &format!("{}{SHARED} = {fluent}", &shared[..at]));
    project.run(&["sync", "--no-mt", "--date", "2026-02-01"]);
    let served = Served::start(&project);
    let page = served.get(&entry(SHARED)).body;
    let typed = "{ INITIAL($app) -&#62;\n    [vowel] L’{ $app }\n   *[other] { $app }\n} garde vos notes.";
    assert_eq!(page.matches(typed).count(), 2, "{page}");
    assert!(
        page.contains("class=\"text large fluent\"")
            && page.contains("<textarea id=\"text\" name=\"text\" class=\"fluent\"")
    );
}
