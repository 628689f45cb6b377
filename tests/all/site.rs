//! `handback site`: a folder of pages for the team.

use std::collections::BTreeMap;
use std::process::Command;

use crate::support::{MADE_UP_WORDS, Project, git, translate};

/// Two documents in two locales: French is current but for a text that changed and one that is new, German is missing.
fn project() -> Project {
    let project = Project::new(&format!("locales: [fr-FR, de-DE]\nmetadata: none\n{MADE_UP_WORDS}"));
    project.write("source-docs/guide.md", "# Guide\n\nOpen <b>the</b> app.\n\nClose the app.\n");
    project.write("source-docs/apps/contoso.md", "# Contoso\n\nClose the app.\n");
    project.sync();
    translate(&project, "fr-FR", |text| Some(format!("Fr {text}")));
    project.sync();
    project.edit("source-docs/guide.md", "Open <b>the</b> app.", "Open <b>the</b> new app.\n\nRead \"this\" & that.");
    project.run(&["sync", "--date", "2026-02-10"]);
    project
}

fn site(project: &Project, args: &[&str]) -> String {
    let outcome = project.run(&[&["site", "site", "--date", "2026-03-02"], args].concat());
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    outcome.out
}

/// All files of a site.
fn files(project: &Project) -> BTreeMap<String, String> {
    let all = ignore::WalkBuilder::new(project.path("site")).standard_filters(false).build().flatten();
    let all = all.filter(|entry| entry.path().is_file());
    let name = |path: &std::path::Path| path.strip_prefix(project.path("site")).unwrap().to_string_lossy().into_owned();
    all.map(|entry| (name(entry.path()), std::fs::read_to_string(entry.path()).unwrap())).collect()
}

/// What a page has of its own.
fn main_of(page: &str) -> String {
    let main = page.split("<main id=\"main\">\n").nth(1).unwrap().split("</main>").next().unwrap();
    main.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn pages_say_how_far_locales_are_and_what_to_do() {
    let project = project();
    insta::assert_snapshot!(site(&project, &[]), @"
    Wrote 13 files.
    6 pages: open site/index.html
    ");
    let files = files(&project);
    insta::assert_snapshot!(files.keys().cloned().collect::<Vec<_>>().join("\n"), @"
    .handback-site
    badges/de-DE.json
    badges/de-DE.svg
    badges/fr-FR.json
    badges/fr-FR.svg
    documents/1.html
    documents/1.json
    index.html
    locales/de-DE/index.html
    locales/de-DE/work-1.html
    locales/fr-FR/index.html
    locales/fr-FR/work-1.html
    site.css
    status.json
    ");
    insta::assert_snapshot!(main_of(&files["index.html"]), @r#"
    <h1>Translations</h1>
    <p class="lead">2 documents, 5 messages, 2 locales.</p>
    <div class="scroll" role="region" aria-label="Locales" tabindex="0">
    <table class="locales">
    <thead><tr><th scope="col">Locale</th><th scope="col">Current</th><th scope="col" class="wide">Progress</th><th scope="col">Human</th><th scope="col">Machine</th><th scope="col">Unproven</th><th scope="col">Stale</th><th scope="col">Missing</th><th scope="col">Oldest</th><th scope="col">Badge</th></tr></thead>
    <tbody>
    <tr><th scope="row"><a href="locales/fr-FR/index.html">fr-FR</a></th><td>60 %</td><td class="wide"><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="3 human, 0 machine, 1 stale, 1 missing"><rect class="human" x="0.00" y="0" width="60.00" height="1"/><rect class="machine" x="60.00" y="0" width="0.00" height="1"/><rect class="stale" x="60.00" y="0" width="20.00" height="1"/><rect class="missing" x="80.00" y="0" width="20.00" height="1"/></svg></td><td>3</td><td>0</td><td>0</td><td>1</td><td>1</td><td>2026-02-10</td><td class="image"><img src="badges/fr-FR.svg" alt="60 % current" height="20" loading="lazy"></td></tr>
    <tr><th scope="row"><a href="locales/de-DE/index.html">de-DE</a></th><td>0 %</td><td class="wide"><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="0 human, 0 machine, 0 stale, 5 missing"><rect class="human" x="0.00" y="0" width="0.00" height="1"/><rect class="machine" x="0.00" y="0" width="0.00" height="1"/><rect class="stale" x="0.00" y="0" width="0.00" height="1"/><rect class="missing" x="0.00" y="0" width="100.00" height="1"/></svg></td><td>0</td><td>0</td><td>0</td><td>0</td><td>5</td><td>2026-01-31</td><td class="image"><img src="badges/de-DE.svg" alt="0 % current" height="20" loading="lazy"></td></tr>
    </tbody>
    </table>
    </div>
    <ul class="legend">
    <li><span class="dot human"></span>human: a person wrote or approved it</li>
    <li><span class="dot machine"></span>machine: nobody approved it yet</li>
    <li><span class="dot unproven"></span>unproven: it is not known who made it</li>
    <li><span class="dot stale"></span>stale: the English changed since</li>
    <li><span class="dot missing"></span>missing</li>
    </ul>
    <h2>History</h2>
    <p class="dim">There is no history: git holds no commit of the catalog here.</p>
    <div class="charts">
    </div>
    "#);
    insta::assert_snapshot!(main_of(&files["locales/fr-FR/index.html"]), @r#"
    <h1>fr-FR</h1>
    <p class="lead"><strong>60 %</strong> current of 5 messages</p>
    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="3 human, 0 machine, 1 stale, 1 missing"><rect class="human" x="0.00" y="0" width="60.00" height="1"/><rect class="machine" x="60.00" y="0" width="0.00" height="1"/><rect class="stale" x="60.00" y="0" width="20.00" height="1"/><rect class="missing" x="80.00" y="0" width="20.00" height="1"/></svg>
    <ul class="legend">
    <li><span class="dot human"></span>human <b>3</b></li>
    <li><span class="dot machine"></span>machine <b>0</b></li>
    <li><span class="dot stale"></span>stale <b>1</b></li>
    <li><span class="dot missing"></span>missing <b>1</b></li>
    </ul>
    <h2>Work</h2>
    <ul>
    <li>1 stale: the English changed</li>
    <li>1 missing</li>
    </ul>
    <p><a class="button" href="work-1.html">Show the work</a></p>
    <div class="scroll" role="region" aria-label="Ages" tabindex="0">
    <table>
    <thead><tr><th scope="col">Waiting</th><th scope="col">up to 7 days</th><th scope="col">8–30</th><th scope="col">31–90</th><th scope="col">longer</th><th scope="col">not known</th><th scope="col">Oldest</th></tr></thead>
    <tbody>
    <tr><th scope="row">Stale</th><td>0</td><td>1</td><td>0</td><td>0</td><td>0</td><td>2026-02-10</td></tr>
    <tr><th scope="row">Missing</th><td>0</td><td>1</td><td>0</td><td>0</td><td>0</td><td>2026-02-10</td></tr>
    </tbody>
    </table>
    </div>
    <h2>Documents furthest behind</h2>
    <div class="scroll" role="region" aria-label="Documents furthest behind" tabindex="0">
    <table>
    <thead><tr><th scope="col">Document</th><th scope="col">Current</th><th scope="col">Stale</th><th scope="col">Missing</th></tr></thead>
    <tbody>
    <tr><th scope="row" class="path">guide.md</th><td>50 %</td><td>1</td><td>1</td></tr>
    </tbody>
    </table>
    </div>
    <h2>Who did what</h2>
    <p class="dim">Translations in use, by what their states say.</p>
    <div class="scroll" role="region" aria-label="Who did what" tabindex="0">
    <table>
    <thead><tr><th scope="col">Who</th><th scope="col" class="text">Kind</th><th scope="col">Translations</th><th scope="col">Last</th></tr></thead>
    <tbody>
    <tr><th scope="row"><bdi>not named</bdi></th><td class="text">people</td><td>4</td><td>2026-01-31</td></tr>
    </tbody>
    </table>
    </div>
    <h2>History</h2>
    <p class="dim">There is no history: git holds no commit of the catalog here.</p>
    "#);
    insta::assert_snapshot!(main_of(&files["locales/fr-FR/work-1.html"]), @r#"
    <h1>fr-FR: work</h1>
    <article>
    <h2><span class="badge stale">stale</span> <span class="id">open-the-app</span></h2>
    <p class="dim">substantive change (words) · for 20 days (2026-02-10) · <span class="path">source-docs/guide.md:3</span></p>
    <dl>
    <dt>English</dt><dd lang="en">Open &#60;b&#62;the&#60;/b&#62; <ins>new </ins>app.</dd>
    <dt>Translation</dt><dd lang="fr-FR" dir="auto">Fr Open &#60;b&#62;the&#60;/b&#62; app.</dd>
    <dt>File</dt><dd class="path">locales/fr-FR/guide.ftl</dd>
    </dl>
    </article>
    <article>
    <h2><span class="badge missing">missing</span> <span class="id">read-this-that</span></h2>
    <p class="dim">for 20 days (2026-02-10) · <span class="path">source-docs/guide.md:5</span></p>
    <dl>
    <dt>English</dt><dd lang="en">Read &#34;this&#34; &#38; that.</dd>
    <dt>File</dt><dd class="path">locales/fr-FR/guide.ftl</dd>
    </dl>
    </article>
    "#);
    insta::assert_snapshot!(main_of(&files["documents/1.html"]), @r#"
    <h1>Documents</h1>
    <div class="scroll" role="region" aria-label="Documents and locales" tabindex="0">
    <table class="matrix">
    <thead><tr><th scope="col">Document</th><th scope="col"><a href="../locales/fr-FR/index.html">fr-FR</a></th><th scope="col"><a href="../locales/de-DE/index.html">de-DE</a></th></tr></thead>
    <tbody>
    <tr><th scope="row" class="path">apps/contoso.md</th><td class="whole">100 %</td><td class="none">0 %<small>2 missing</small></td></tr>
    <tr><th scope="row" class="path">guide.md</th><td class="half">50 %<small>1 stale, 1 missing</small></td><td class="none">0 %<small>4 missing</small></td></tr>
    </tbody>
    </table>
    </div>
    <p class="dim">A number is the share of a document’s messages that are current; it links to the localized page.</p>
    "#);
    insta::assert_snapshot!(files["status.json"], @r#"
    {
      "version": 1,
      "as_of": "2026-03-02",
      "documents": 2,
      "locales": {
        "fr-FR": {
          "counts": {
            "documents": 2,
            "units": 6,
            "words": 15,
            "messages": 5,
            "current": 3,
            "human": 3,
            "machine": 0,
            "unproven": 0,
            "stale": 1,
            "missing": 1,
            "in_units": {
              "current": 4,
              "human": 4,
              "machine": 0,
              "unproven": 0,
              "stale": 1,
              "missing": 1
            },
            "unknown_english": 0
          },
          "stale_for": {
            "week": 0,
            "month": 1,
            "quarter": 0,
            "longer": 0,
            "unknown": 0,
            "oldest": "2026-02-10"
          },
          "missing_for": {
            "week": 0,
            "month": 1,
            "quarter": 0,
            "longer": 0,
            "unknown": 0,
            "oldest": "2026-02-10"
          },
          "makers": [
            {
              "kind": "people",
              "name": "human",
              "translations": 4,
              "last": "2026-01-31"
            }
          ]
        },
        "de-DE": {
          "counts": {
            "documents": 2,
            "units": 6,
            "words": 15,
            "messages": 5,
            "current": 0,
            "human": 0,
            "machine": 0,
            "unproven": 0,
            "stale": 0,
            "missing": 5,
            "in_units": {
              "current": 0,
              "human": 0,
              "machine": 0,
              "unproven": 0,
              "stale": 0,
              "missing": 6
            },
            "unknown_english": 0
          },
          "stale_for": {
            "week": 0,
            "month": 0,
            "quarter": 0,
            "longer": 0,
            "unknown": 0
          },
          "missing_for": {
            "week": 0,
            "month": 5,
            "quarter": 0,
            "longer": 0,
            "unknown": 0,
            "oldest": "2026-01-31"
          },
          "makers": []
        }
      },
      "history": {
        "points": [],
        "gap": "not committed"
      },
      "document_lists": [
        "documents/1.json"
      ]
    }
    "#);
    insta::assert_snapshot!(files["badges/fr-FR.json"], @r#"{"schemaVersion":1,"label":"fr-FR","message":"60 % current, 1 stale","color":"9a6700"}"#);
}

#[test]
fn the_same_project_makes_the_same_bytes() {
    let project = project();
    site(&project, &[]);
    let before = files(&project);
    assert!(site(&project, &[]).starts_with("Every file of the site was up to date."));
    std::fs::remove_dir_all(project.path("site")).unwrap();
    let outcome = project.run(&["site", "site", "--date", "2026-03-02", "--jobs", "1"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(files(&project), before);
    // Without a date ages are counted to the last day that the project names: no clock is asked.
    let outcome = project.run(&["site", "site"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(files(&project)["index.html"].contains("As of 2026-02-10."));
    // The catalog was read, and nothing else happened to it.
    assert!(project.run(&["sync", "--date", "2026-04-01"]).out.contains("up to date"));
}

#[test]
fn files_of_others_stay() {
    let project = project();
    project.write("site/notes.txt", "mine");
    let refused = project.run(&["site", "site"]);
    assert_eq!((refused.code, files(&project).len()), (2, 1));
    assert!(refused.err.contains("the folder holds files that handback did not write"), "{}", refused.err);
    std::fs::remove_dir_all(project.path("site")).unwrap();
    site(&project, &[]);
    project.edit("site/index.html", "Translations", "Our translations");
    let refused = project.run(&["site", "site"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("index.html: somebody changed this file"), "{}", refused.err);
    assert!(project.read("site/index.html").contains("Our translations"));
    assert_eq!(project.run(&["site", "source-docs"]).code, 2);
    for inside in ["locales/site", ".handback/site", "locales"] {
        let refused = project.run(&["site", inside]);
        assert_eq!(refused.code, 2);
        assert!(refused.err.contains("handback's own: name a folder elsewhere"), "{}", refused.err);
    }
}

/// Commits all at a time.
fn commit(project: &Project, day: &str) {
    git(project, &["add", "-A"]);
    let time = format!("{day}T12:00:00Z");
    let status = Command::new("git")
        .args(["-c", "user.name=t", "-c", "user.email=t@contoso.com", "commit", "-qm", day])
        .env("GIT_COMMITTER_DATE", &time)
        .env("GIT_AUTHOR_DATE", &time)
        .current_dir(project.path(""))
        .status()
        .unwrap();
    assert!(status.success());
}

#[test]
fn the_history_is_what_the_states_of_commits_say() {
    let project = Project::new(&format!("locales: [fr-FR]\nmetadata: none\n{MADE_UP_WORDS}"));
    git(&project, &["init", "-q"]);
    git(&project, &["remote", "add", "origin", "git@github.com:contoso/site.git"]);
    project.write(".gitignore", "site\n");
    project.write("source-docs/guide.md", "# Guide\n\nOpen the app.\n");
    project.sync();
    commit(&project, "2026-01-31");
    translate(&project, "fr-FR", |text| Some(format!("Fr {text}")));
    project.sync();
    commit(&project, "2026-02-05");
    project.edit("source-docs/guide.md", "Open the app.", "Open the new app.");
    project.run(&["sync", "--date", "2026-02-10"]);
    commit(&project, "2026-02-10");
    let outcome = project.run(&["site", "site"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let status: serde_json::Value = serde_json::from_str(&project.read("site/status.json")).unwrap();
    assert_eq!(status["as_of"], "2026-02-10");
    let points: Vec<String> = status["history"]["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| {
            let counts = &point["locales"]["fr-FR"];
            format!("{} {} {} {}", point["date"], counts["human"], counts["stale"], counts["missing"])
        })
        .collect();
    assert_eq!(points, ["\"2026-01-31\" 0 0 2", "\"2026-02-05\" 2 0 0", "\"2026-02-10\" 1 1 0"]);
    let page = project.read("site/locales/fr-FR/index.html");
    assert!(page.contains("Current: 0 % on 2026-01-31, 50 % on 2026-02-10"), "{page}");
    let work = project.read("site/locales/fr-FR/work-1.html");
    assert!(
        work.contains("href=\"https://github.com/contoso/site/blob/HEAD/source-docs/guide.md?plain=1#L3\""),
        "{work}"
    );
    // What was counted is kept, and gone it is counted again.
    let first = files(&project);
    for counted in [true, false] {
        if !counted {
            std::fs::remove_dir_all(project.path(".handback")).unwrap();
        }
        assert!(project.run(&["site", "site"]).out.contains("up to date"));
        assert_eq!(files(&project), first);
    }
    // Fewer points: the last commit of each month.
    assert_eq!(project.run(&["site", "site", "--history", "2"]).code, 0);
    let status: serde_json::Value = serde_json::from_str(&project.read("site/status.json")).unwrap();
    let days: Vec<&str> =
        status["history"]["points"].as_array().unwrap().iter().map(|point| point["date"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-01-31", "2026-02-10"]);
}

#[test]
fn a_shallow_clone_says_what_it_does_not_know() {
    let project = project();
    git(&project, &["init", "-q"]);
    commit(&project, "2026-02-10");
    project.edit("locales/fr-FR/guide.ftl", "Fr Guide", "Le guide");
    project.sync();
    commit(&project, "2026-02-12");
    let clone = Project::new("");
    let from = format!("file://{}", project.path("").display());
    git(&clone, &["clone", "-q", "--depth", "1", &from, "clone"]);
    let outcome = clone.run(&["-C", "clone", "site", "../site"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.err.contains("what was before 2026-02-12 is not known here"), "{}", outcome.err);
    assert!(clone.read("site/index.html").contains("The clone is shallow: what was before 2026-02-12"));
    assert!(clone.read("site/status.json").contains("\"gap\": \"shallow clone\""));
}

#[test]
fn many_documents_are_listed_over_several_pages() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
    for number in 0..450 {
        project
            .write(&format!("source-docs/{number:03}.md"), &format!("# Page {number}\n\nText {number} of a page.\n"));
    }
    project.sync();
    site(&project, &[]);
    let files = files(&project);
    let pages = |start: &str| files.keys().filter(|name| name.starts_with(start) && name.ends_with(".html")).count();
    assert_eq!((pages("documents/"), pages("locales/fr-FR/work-")), (3, 9));
    assert!(files.values().all(|text| text.len() < 1 << 20));
    assert!(
        files["documents/2.html"].contains(">200.md<")
            && files["documents/2.html"].contains("href=\"3.html\" rel=\"next\"")
    );
    // What is not there any more goes, and nothing else.
    project.write("site/notes.txt", "mine");
    for number in 100..450 {
        std::fs::remove_file(project.path(&format!("source-docs/{number:03}.md"))).unwrap();
    }
    project.sync();
    site(&project, &[]);
    assert!(!project.path("site/documents/2.html").exists() && project.path("site/notes.txt").exists());
}

#[test]
fn what_cannot_be_read_is_not_counted() {
    let project = project();
    project.write("locales/de-DE/guide.yaml", "version: 9\n");
    let outcome = project.run(&["site", "site", "--date", "2026-03-02"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    let page = main_of(&project.read("site/index.html"));
    assert!(page.contains("not known: a file of the locale cannot be read"), "{page}");
    assert!(!project.path("site/badges/de-DE.svg").exists() && project.path("site/badges/fr-FR.svg").exists());
}
