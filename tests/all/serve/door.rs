//! Who gets in, what is shown, and what is never run.

use super::*;

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
    The project has no such locale, or this review leaves it out.
    To the queue

    /fr-FR/entry?id=nothing
    404
    The message is gone
    This message is not in the project, or no longer: its English was changed or removed.
    To the queue
    ");
    assert_eq!(served.get("/fr-FR/documents").status, 200);
}
