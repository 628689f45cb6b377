//! The service is busy, down, unwilling, or the line is cut.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::Fixture;
use super::server::{Fault, FaultServer, bytes, cut, flood, late, normal, status};

const BUSY: &str = "429 Too Many Requests";
const BROKEN: &str = "500 Internal Server Error";
const PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 24\r\n\r\n<html>Bad gateway</html>";

/// Runs against a fault that passes; returns when the first two requests came.
fn passes(fault: Fault, settings: &str) -> [Instant; 2] {
    let fixture = Fixture::new(FaultServer::with([fault]), settings);
    fixture.succeeds();
    let asked = fixture.server.asked();
    assert_eq!(asked.len(), 2, "the same request, once more");
    assert_eq!(asked[0].body, asked[1].body);
    fixture.recovers();
    [asked[0].at, asked[1].at]
}

#[test]
fn a_busy_service_says_how_long_to_wait() {
    let [first, second] = passes(status(BUSY, &[("Retry-After", "2")], "{}"), "");
    assert!(second - first >= Duration::from_secs(2), "{:?}", second - first);
    // A date has whole seconds.
    let (now, wall) = (Instant::now(), SystemTime::now().duration_since(UNIX_EPOCH).unwrap());
    let then = Duration::from_secs(wall.as_secs() + 3);
    let date = jiff::Timestamp::from_second(then.as_secs().try_into().unwrap()).unwrap();
    let date = date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let [_, second] = passes(status(BUSY, &[("Retry-After", &date)], "{}"), "");
    assert!(second + Duration::from_millis(20) >= now + (then - wall), "{date}");
}

#[test]
fn a_busy_service_is_left_alone_by_all_requests() {
    let busy = status(BUSY, &[("Retry-After", "1")], "{}");
    let fixture = Fixture::of("deepl", FaultServer::with([busy]), "texts: 1, concurrency: 2");
    fixture.server.takes(Duration::from_millis(200));
    fixture.succeeds();
    // The second request may have been on its way; the third was not.
    let asked = fixture.server.asked();
    assert!(asked[2].at - asked[0].at >= Duration::from_secs(1));
    fixture.recovers();
}

#[test]
fn what_passes_is_tried_again() {
    let faults: Vec<(&str, Fault)> = vec![
        ("busy", status(BUSY, &[], "{}")),
        ("waits for an odd time", status(BUSY, &[("Retry-After", "soon")], "{}")),
        ("broken", status(BROKEN, &[], "{\"error\": \"oops\"}")),
        ("cut before the answer", cut(0, 0)),
        ("cut in the headers", cut(50, 0)),
        ("cut before the body", cut(100, 0)),
        ("cut in the body", cut(100, 60)),
        ("half the JSON", bytes("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"translatedText\": [\"a")),
        ("a page for people", bytes(PAGE)),
        ("no HTTP", bytes("220 smtp.example.com ready\r\n")),
        ("half a chunk", bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"trans")),
        ("late", late(Duration::from_millis(1300))),
    ];
    std::thread::scope(|scope| {
        for (name, fault) in faults {
            let run = move || {
                let [first, second] = passes(fault, "timeout: 1");
                assert!(second - first >= Duration::from_millis(250), "{name}: {:?}", second - first);
            };
            std::thread::Builder::new().name(name.into()).spawn_scoped(scope, run).unwrap();
        }
    });
}

/// Runs against a service that never gets well; returns the pauses between its requests.
fn never_passes(fault: impl Fn() -> Fault, message: &str) -> Vec<Duration> {
    let fixture = Fixture::new(FaultServer::with((0..9).map(|_| fault())), "timeout: 1, retries: 4");
    let before = Instant::now();
    let outcome = fixture.translate(&[]);
    let took = before.elapsed();
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    for part in [message, "LibreTranslate: ", "(given up after 5 attempts)", "messages are left, run again to go on"] {
        assert!(outcome.err.contains(part), "{part:?} is not in: {}", outcome.err);
    }
    fixture.lawful();
    let asked = fixture.server.asked();
    assert_eq!(asked.len(), 5);
    let pauses: Vec<Duration> = asked.windows(2).map(|pair| pair[1].at - pair[0].at).collect();
    let after = took.saturating_sub(pauses.iter().sum());
    assert!(after < Duration::from_secs(4), "a pause after the last attempt: {after:?}");
    fixture.recovers();
    pauses
}

#[test]
fn pauses_grow_until_a_service_is_given_up() {
    type Repeated = (fn() -> Fault, &'static str);
    let faults: [Repeated; 4] = [
        (|| status(BUSY, &[], "{\"error\": \"Slowdown\"}"), "status 429 Too Many Requests: Slowdown"),
        (|| status(BROKEN, &[], "{\"error\": \"oops\"}"), "status 500 Internal Server Error: oops"),
        (|| bytes(PAGE), "the answer is not whole JSON"),
        (|| cut(0, 0), "http://127.0.0.1"),
    ];
    std::thread::scope(|scope| {
        for (fault, message) in faults {
            scope.spawn(move || {
                let pauses = never_passes(fault, message);
                for (pause, least) in pauses.iter().zip([250, 500, 1000, 2000]) {
                    assert!(*pause >= Duration::from_millis(least), "{pauses:?}");
                }
            });
        }
    });
}

#[test]
fn a_busy_service_is_not_stormed() {
    std::thread::scope(|scope| {
        for after in ["0", "Wed, 21 Oct 2015 07:28:00 GMT"] {
            scope.spawn(move || {
                let pauses = never_passes(|| status(BUSY, &[("Retry-After", after)], "{}"), "429");
                assert!(pauses.iter().all(|pause| *pause >= Duration::from_millis(100)), "{pauses:?}");
            });
        }
    });
}

/// One text a request; the first two pass, then the fault. What passed is kept.
fn ends_early(kind: &str, fault: Fault, code: i32, messages: &[&str]) {
    let server = FaultServer::with([normal(), normal(), fault]);
    let fixture = Fixture::of(kind, server, "texts: 1, concurrency: 1");
    let before = Instant::now();
    let outcome = fixture.translate(&[]);
    assert_eq!(outcome.code, code, "{}{}", outcome.out, outcome.err);
    for message in messages {
        assert!(outcome.err.contains(message), "{message:?} is not in: {}", outcome.err);
    }
    assert!(before.elapsed() < Duration::from_secs(10), "it waited");
    assert_eq!(fixture.server.count(), 3, "nothing more is sent");
    let (written, left) = (fixture.french(), fixture.left());
    assert_eq!(written.matches("type: MT").count(), 2, "{written}");
    assert!(
        outcome.out.contains(&format!("{left} left")) && outcome.err.contains(&format!("{left} messages are left"))
    );
    fixture.lawful();
    fixture.server.forget();
    fixture.recovers();
    assert_eq!(fixture.server.count(), left, "only the rest is sent");
}

#[test]
fn a_service_that_has_enough_ends_the_run_cleanly() {
    let hour = status(BUSY, &[("Retry-After", "3600")], "{}");
    ends_early("libretranslate", hour, 1, &["the service asks to wait 3600 seconds", "run again to go on"]);
    let limit = status("403 Forbidden", &[], "{\"error\": \"Too many request limits violations\"}");
    ends_early("libretranslate", limit, 1, &["the quota is used up: run again when there is more"]);
    let quota = status("456 Quota Exceeded", &[], "{\"message\": \"Quota Exceeded\"}");
    ends_early("deepl", quota, 1, &["DeepL: status 456", "Quota Exceeded", "the quota is used up"]);
    let credit = "{\"error\": {\"code\": \"insufficient_quota\", \"message\": \"No credit.\"}}";
    let settings = "texts: 1, concurrency: 1, model: m";
    let fixture = Fixture::of("openai", FaultServer::with([normal(), status(BUSY, &[], credit)]), settings);
    fixture.fails(1, "No credit.; the quota is used up");
    assert_eq!(fixture.server.count(), 2);
    fixture.recovers();
}

#[test]
fn a_sync_goes_on_without_the_service() {
    let hour = status("503 Service Unavailable", &[("Retry-After", "3600")], "{}");
    let fixture = Fixture::new(FaultServer::with([normal(), hour]), "texts: 1");
    let outcome = fixture.project.run(&["sync", "--date", "2026-01-31"]);
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("the service asks to wait 3600 seconds"), "{}", outcome.err);
    let page = fixture.project.read("localized-docs/fr-FR/mail.md");
    assert!(page.contains("tr ") && page.contains("- Never give"), "what came is published:\n{page}");
    let outcome = fixture.project.run(&["sync", "--date", "2026-01-31"]);
    assert_eq!(outcome.code, 0, "the next sync tries again: {}{}", outcome.out, outcome.err);
    assert_eq!(fixture.left(), 0);
    fixture.recovers();
}

#[test]
fn a_refused_key_is_spoken_of_and_not_shown() {
    let body = "{\"error\": {\"message\": \"the key sesame-4711-open is not known\"}}";
    for kind in ["libretranslate", "deepl"] {
        let fault = status("401 Unauthorized", &[], body);
        ends_early(kind, fault, 2, &["status 401 Unauthorized; is the key right, and may it be used here?"]);
    }
    // Even where a service repeats it in another error.
    let fixture = Fixture::new(FaultServer::with([status(BROKEN, &[("Retry-After", "999")], body)]), "");
    fixture.fails(1, "the key … is not known");
    fixture.recovers();
}

#[test]
fn redirects_are_not_followed() {
    for code in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let elsewhere = FaultServer::start();
        let target = format!("{}/translate", elsewhere.url());
        let fixture = Fixture::new(FaultServer::with([status(code, &[("Location", &target)], "")]), "");
        fixture.fails(2, "the service moved: give its new address by `url`");
        assert_eq!((fixture.server.count(), elsewhere.count()), (1, 0), "{code}");
        fixture.recovers();
    }
}

#[test]
fn an_answer_without_end_is_not_read_to_its_end() {
    let taken = Arc::new(Mutex::new(0));
    let fixture = Fixture::new(FaultServer::with([flood(100 << 20, Arc::clone(&taken))]), "");
    fixture.succeeds();
    let taken = *taken.lock().unwrap() >> 20;
    assert!(taken < 80, "{taken} MiB were taken");
    fixture.recovers();
}
