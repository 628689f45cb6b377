//! The service answers, and the answer is wrong.

use super::Fixture;
use super::server::{Fault, FaultServer, Translator, good, status, texts};

/// Every text comes back like this, twice: none that is wrong is written, and each is named.
fn refused(translator: Translator, message: &str) {
    refused_from("libretranslate", "", translator, message);
}

fn refused_from(kind: &str, settings: &str, translator: Translator, message: &str) {
    let fixture = Fixture::of(kind, FaultServer::start(), settings);
    fixture.server.translates(translator);
    let outcome = fixture.translate(&[]);
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains(message), "{message:?} is not in: {}", outcome.err);
    assert!(outcome.err.contains("it was left as it is"), "{}", outcome.err);
    assert!(!outcome.err.contains('\u{1b}'), "{}", outcome.err);
    fixture.lawful();
    fixture.recovers();
}

/// The answer may be taken or not, but what is made of it is lawful.
fn harmless(translator: Translator) {
    let fixture = Fixture::new(FaultServer::start(), "");
    fixture.server.translates(translator);
    let outcome = fixture.translate(&[]);
    assert!(outcome.code < 2, "{}{}", outcome.out, outcome.err);
    fixture.lawful();
    fixture.recovers();
}

/// Only the texts with code in them come back like this.
fn code(text: &str, make: fn(&str, &str) -> String) -> String {
    let Some((before, rest)) = text.split_once("<span") else { return good(text) };
    let end = rest.find("</span>").unwrap() + "</span>".len();
    let mask = format!("<span{}", &rest[..end]);
    good(&format!("{before}{}{}", make(&mask, &rest[end..]), &rest[end..]))
}

#[test]
fn markup_that_the_english_lacks_is_refused() {
    let differs = "the markup is not that of the English";
    refused(|text| good(text) + "<script>alert(1)</script>", differs);
    refused(|text| good(text) + " &lt;script&gt;alert(1)&lt;/script&gt;", differs);
    refused(|text| good(text) + " **bold**", "see `**`");
    refused(|text| good(text) + " [here](https://example.com)", differs);
    refused(|text| good(text) + " ![x](https://example.com/x.png)", differs);
    refused(|text| good(text) + " `rm`", "see ``rm``");
    refused(|text| good(text) + " { $app }", differs);
    refused(|text| good(text) + " \u{fdd0}$app\u{fdd1}", "the machine added markup");
    refused(|text| good(text) + " <a id=\"9\">x</a>", "the machine added markup");
    refused(|text| good(text) + " [!INCLUDE [x](../x.md)]", differs);
}

#[test]
fn markup_in_the_form_of_xml_is_no_safer() {
    for (kind, settings) in [("deepl", ""), ("openai", "model: m")] {
        refused_from(kind, settings, |text| good(text) + "<script>alert(1)</script>", "the machine added markup");
        refused_from(kind, settings, |text| good(text) + " <x id=\"7\"/>", "the machine added markup");
        refused_from(kind, settings, |text| good(text) + " </g>", "does not nest");
        refused_from(kind, settings, |text| good(text).replace("</x>", ""), "does not nest");
        refused_from(kind, settings, |text| good(text).replace("<x id=\"1\"", "<x id=\"0\""), "the machine ");
        refused_from(kind, settings, |text| good(text) + " &lt;b&gt;x&lt;/b&gt;", "is not that of the English");
    }
}

#[test]
fn masks_stay_one_each() {
    refused(|text| code(text, |_, _| String::new()), "the machine lost `");
    refused(|text| code(text, |mask, _| format!("{mask} and {mask}")), "more than once");
    refused(|text| code(text, |mask, _| mask.replace("</span>", "")), "does not nest");
    refused(|text| good(text).replace("</a>", ""), "does not nest");
    refused(|text| good(text).replace("30", "thirty"), "a number is not that of the English: see 30");
}

#[test]
fn texts_that_are_none_are_refused() {
    refused(|_| String::new(), "the machine ");
    refused(|_| " \n ".into(), "the machine gave back nothing");
    refused(str::to_owned, "the machine gave back the English");
    refused(|text| format!("{text} {}", "and so on ".repeat(100)), "far too long");
    refused(|text| good(text) + "\u{1b}[31mred\u{1b}[0m", "characters that no text has");
    refused(|text| good(text) + "\u{0}\u{8}", "characters that no text has");
    refused(|text| good(text) + "\u{fffd}", "characters that no text has");
}

#[test]
fn what_looks_like_fluent_or_a_block_stays_text() {
    harmless(|text| good(text) + " {\"\"} }");
    harmless(|text| good(text) + "\nkey = value\n.attribute = x");
    harmless(|text| good(text) + "\n\nkey = value\n\n## Heading\n\n    code");
    harmless(|text| format!("[link]: https://example.com\n# {}\n- x\n---", good(text)));
    harmless(|text| good(text) + " | a | b |\n|---|---|");
    harmless(|text| format!("> {}\n```\n", good(text)));
    harmless(|text| good(text) + " `");
    harmless(|text| good(text) + " \\");
}

#[test]
fn a_line_of_an_answer_is_no_message() {
    let fixture = Fixture::new(FaultServer::start(), "");
    fixture.server.translates(|text| good(text) + "\nkey = value");
    assert!(fixture.translate(&[]).code < 2);
    let french = fixture.french();
    assert!(!french.lines().any(|line| line.starts_with("key")), "{french}");
    fixture.lawful();
    fixture.recovers();
}

#[test]
fn line_ends_of_an_answer_are_blanks() {
    harmless(|text| good(text) + "  \nx");
}

#[test]
fn a_text_does_not_begin_a_block_of_html() {
    harmless(|text| format!("<!-- {}", good(text)));
    harmless(|text| format!("<script {}", good(text)));
    harmless(|text| format!("<div {}", good(text)));
    harmless(|text| format!("<? {}", good(text)));
}

#[test]
fn tags_that_are_never_closed_are_refused() {
    refused(|text| good(text) + " <!-- x", "the markup is not that of the English");
    refused(|text| good(text) + " <a href=x", "the markup is not that of the English");
}

#[test]
fn addresses_that_the_english_lacks_are_refused() {
    refused(|text| good(text) + " https://example.com/x", "https://example.com/x");
    refused(|text| good(text) + " a@example.com", "a@example.com");
}

#[test]
fn characters_that_turn_a_text_round_are_refused() {
    refused(|text| good(text) + " \u{202e}abc", "characters that no text has");
}

/// One bad answer to a batch; the texts are sent in smaller ones then, and come back whole.
fn recovers(fault: Fault) {
    let fixture = Fixture::new(FaultServer::with([fault]), "");
    fixture.succeeds();
    let asked = fixture.server.asked();
    let whole = asked[0].texts().len();
    let smaller = asked[1..].iter().all(|asked| asked.texts().len() <= whole.div_ceil(2));
    assert!(asked.len() > 1 && smaller, "{} requests", asked.len());
    assert!(!fixture.french().contains("bad "), "{}", fixture.french());
    fixture.recovers();
}

fn bad(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| format!("bad {text}")).collect()
}

#[test]
fn a_wrong_count_is_asked_for_in_smaller_batches() {
    recovers(texts(|texts| bad(&texts)[1..].to_vec()));
    recovers(texts(|texts| [bad(&texts), bad(&texts)].concat()));
    recovers(texts(|_| Vec::new()));
    recovers(status("200 OK", &[], "{\"translatedText\": \"bad\"}"));
    recovers(status("200 OK", &[], "{}"));
    recovers(status("200 OK", &[], "[]"));
    recovers(status("200 OK", &[], "{\"translatedText\": [null]}"));
    recovers(status("413 Content Too Large", &[], "{\"error\": \"bad\"}"));
}

#[test]
fn a_service_that_refuses_everything_is_left_soon() {
    let faults = || (0..99).map(|_| status("422 Unprocessable Content", &[], "{\"error\": \"no\"}"));
    let fixture = Fixture::new(FaultServer::with(faults()), "");
    fixture.fails(2, "the service refuses every text: LibreTranslate: status 422");
    assert!(fixture.server.count() < 10, "{}", fixture.server.count());
    fixture.recovers();
    // One refusal is enough where it says that it means every text.
    let fault = status("400 Bad Request", &[], "{\"error\": \"fr is not supported\"}");
    let fixture = Fixture::new(FaultServer::with([fault]), "");
    fixture.fails(2, "LibreTranslate: status 400 Bad Request: fr is not supported");
    assert_eq!(fixture.server.count(), 1);
    fixture.recovers();
}

/// Exchanges the translations of the texts that start like this.
fn exchanged(texts: &[String], one: &str, other: &str) -> Vec<String> {
    let at = |start: &str| texts.iter().position(|text| text.contains(start)).unwrap();
    let mut answers: Vec<String> = texts.iter().map(|text| good(text)).collect();
    answers.swap(at(one), at(other));
    answers
}

#[test]
fn exchanged_answers_are_noticed_where_marks_differ() {
    let fixture = Fixture::new(FaultServer::with([texts(|texts| exchanged(&texts, "before you open", "only"))]), "");
    fixture.succeeds();
    let sent: Vec<usize> = fixture.server.asked().iter().map(|asked| asked.texts().len()).collect();
    assert_eq!(sent[1..], [1, 1], "both are asked for once more: {sent:?}");
    let french = fixture.french();
    assert!(french.contains("tr Run `notes sync` before") && french.contains("tr Write **only** to"), "{french}");
    fixture.recovers();
}

#[test]
fn exchanged_plain_texts_cannot_be_noticed_but_do_no_harm() {
    let swap = |texts: Vec<String>| exchanged(&texts, "Never give", "sends what");
    let fixture = Fixture::new(FaultServer::with([texts(swap)]), "");
    fixture.project.edit("source-docs/mail.md", "Adatum Mail sends", "It sends");
    fixture.succeeds();
    assert_eq!(fixture.server.count(), 1, "nothing tells them apart");
    fixture.recovers();
}

#[test]
fn exchanged_answers_are_noticed_where_only_the_code_differs() {
    let fixture = Fixture::new(FaultServer::with([texts(|texts| exchanged(&texts, "Type", "Enter"))]), "");
    fixture.project.write("source-docs/mail.md", "# Adatum Mail\n\nType `yes` to agree.\n\nEnter `no` to refuse.\n");
    fixture.succeeds();
    assert!(fixture.french().contains("tr Type `yes` to agree."), "{}", fixture.french());
    fixture.recovers();
}

#[test]
fn a_language_model_may_answer_in_any_order_and_with_nothing_else() {
    let settings = "model: m, concurrency: 1";
    let content = |content: &'static str| -> Fault {
        let body = serde_json::json!({ "choices": [{ "finish_reason": "stop", "message": { "content": content } }] });
        let response = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.to_string().len());
        super::server::bytes(response)
    };
    for bad in [
        "Sure! Here is your translation.",
        "{\"segments\": []}",
        "{\"segments\": [{\"id\": 99, \"text\": \"bad\"}]}",
        "{\"segments\": [{\"id\": 0, \"text\": \"bad\"}, {\"id\": 0, \"text\": \"bad\"}]}",
        "You translate documentation of software, so I do.",
    ] {
        let fixture = Fixture::of("openai", FaultServer::with([content(bad)]), settings);
        fixture.succeeds();
        assert!(fixture.server.count() > 2 && !fixture.french().contains("bad"), "{bad}: {}", fixture.french());
        fixture.recovers();
    }
}
