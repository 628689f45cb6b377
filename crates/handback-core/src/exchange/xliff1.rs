//! XLIFF 1.2, which most tools know best: inline codes hold their originals.

use super::codes::Cut;
use super::ticket::Ticket;
use super::xml::{Element, Node, Xml};
use super::{Incoming, Outgoing, PARTLY, Package, Returned, Standing, filled, is_like_ours, noted};
use crate::catalog::Problem;

/// Who the notes of an export are from; one of them repeats the ticket.
const TICKET: &str = "handback";

/// Writes a file.
pub fn write(package: &Package) -> String {
    let mut xml = Xml::begin();
    xml.start("xliff", &[("xmlns", Some("urn:oasis:names:tc:xliff:document:1.2")), ("version", Some("1.2"))]);
    let documents = package.texts.chunk_by(|one, other| one.place.document == other.place.document);
    let mut count = 0;
    for texts in documents {
        start_file(&mut xml, package, &texts[0].place.document);
        for text in texts {
            count += 1;
            unit(&mut xml, count, text, package.filled);
        }
        end_file(&mut xml);
    }
    if count == 0 {
        start_file(&mut xml, package, "none");
        end_file(&mut xml);
    }
    xml.end("xliff");
    xml.out
}

fn start_file(xml: &mut Xml, package: &Package, document: &str) {
    let attributes = [
        ("original", Some(document)),
        ("source-language", Some(package.source_locale.as_str())),
        ("target-language", Some(package.locale.as_str())),
        ("datatype", Some("plaintext")),
        ("xml:space", Some("preserve")),
        ("tool-id", Some("handback")),
    ];
    xml.start("file", &attributes);
    xml.start("header", &[]);
    let version = Some(package.version.as_str());
    let tool = [("tool-id", Some("handback")), ("tool-name", Some("handback")), ("tool-version", version)];
    xml.empty("tool", &tool);
    xml.end("header");
    xml.start("body", &[]);
}

fn end_file(xml: &mut Xml) {
    xml.end("body");
    xml.end("file");
}

fn unit(xml: &mut Xml, number: usize, text: &Outgoing, filled: bool) {
    let (id, ticket) = (number.to_string(), text.ticket.to_string());
    let longest = text.longest.map(|longest| longest.to_string());
    let attributes = [
        ("id", Some(id.as_str())),
        ("resname", Some(ticket.as_str())),
        ("approved", (text.standing == Standing::Approved).then_some("yes")),
        ("maxwidth", longest.as_deref()),
        ("size-unit", longest.as_ref().map(|_| "char")),
    ];
    xml.start("trans-unit", &attributes);
    content(xml, "source", &[], &text.english);
    let is_machines = text.made.as_ref().is_some_and(|made| made.engine.is_some());
    let qualifier = is_machines.then_some("mt-suggestion");
    let (state, qualifier) = match text.standing {
        Standing::Missing | Standing::Stale if text.target.is_none() => ("needs-translation", None),
        Standing::Stale => ("needs-adaptation", None),
        Standing::Missing | Standing::Draft | Standing::Machine => ("needs-review-translation", qualifier),
        Standing::Unproven => ("needs-review-translation", None),
        Standing::Written => ("translated", None),
        Standing::Approved => ("final", None),
    };
    let attributes = [("state", Some(state)), ("state-qualifier", qualifier)];
    match &text.target {
        Some(target) => content(xml, "target", &attributes, &target.clone().numbered_like(&text.english)),
        None if filled => content(xml, "target", &attributes, &text.english),
        None => xml.empty("target", &attributes),
    }
    xml.line("note", &[("from", Some(TICKET))], &ticket);
    for note in &text.notes {
        xml.line("note", &[("from", Some(TICKET))], &note.to_string());
    }
    let previous = text.previous.iter().map(|one| (one, "previous-version"));
    for (one, kind) in previous.chain(text.matches.iter().map(|one| (one, "proposal"))) {
        let score = format!("{}%", one.score);
        let attributes = [
            ("match-quality", Some(score.as_str())),
            ("origin", Some(one.origin.as_str())),
            ("alttranstype", Some(kind)),
        ];
        xml.start("alt-trans", &attributes);
        content(xml, "source", &[], &one.english);
        content(xml, "target", &[], &one.translation.clone().numbered_like(&one.english));
        xml.end("alt-trans");
    }
    xml.end("trans-unit");
}

fn content(xml: &mut Xml, name: &str, attributes: &[(&str, Option<&str>)], cut: &Cut) {
    xml.mixed(name, attributes, |xml| {
        for piece in &cut.0 {
            match piece.as_tag() {
                None => xml.text(piece.original()),
                Some((tag, id)) => xml.inline(tag, &[("id", Some(&id.to_string()))], piece.original()),
            }
        }
    });
}

/// Reads a file, of which the root is given.
pub fn read(root: &Element) -> Result<Returned, Problem> {
    let contact = root.all("phase").into_iter().find_map(|phase| phase.attribute("contact-name")).map(str::to_owned);
    let language = root.all("file").into_iter().find_map(|file| file.attribute("target-language")).map(str::to_owned);
    let mut returned = Returned { author: contact, language, ..Returned::default() };
    for unit in root.all("trans-unit") {
        let notes: Vec<(bool, String)> =
            unit.named("note").map(|note| (note.attribute("from") == Some(TICKET), note.text())).collect();
        let places = unit.attribute("resname").into_iter().chain(notes.iter().map(|(_, note)| note.as_str()));
        // Where a tool says no more who notes are from, ours begin as ours do.
        let is_kept = notes.iter().any(|(is_ours, note)| *is_ours && Ticket::read(note).is_none());
        let of_people = notes.iter().filter(|(is_ours, note)| !is_ours && (is_kept || !is_like_ours(note)));
        let note = noted(of_people.map(|(_, note)| note.as_str()));
        let source = unit.child("source");
        let mut targets = unit.named("target");
        let target = targets.next();
        if let Some(why) = unclear(unit, target, targets.next()) {
            returned.remarks.push((unit.line, why.into()));
            continue;
        }
        let state = target.and_then(|e| e.attribute("state"));
        let is_final = matches!(state, Some("final" | "signed-off"));
        let text = |element: Option<&Element>| element.map(|element| text_of(element, source)).and_then(filled);
        let (english, target) = (text(source), text(target));
        let is_copy = state.is_none_or(|state| state == "new" || state.starts_with("needs-")) && target == english;
        returned.take(unit.line, places, |ticket| Incoming {
            line: unit.line,
            english,
            // Nothing went out there, and a tool put the English in its place.
            target: target.filter(|_| !is_copy || ticket.target.is_some()),
            ticket,
            approved: is_final || unit.attribute("approved") == Some("yes"),
            author: None,
            note,
            file: 0,
        });
    }
    Ok(returned)
}

/// Why nobody knows what the translation of a unit is.
fn unclear(unit: &Element, target: Option<&Element>, another: Option<&Element>) -> Option<&'static str> {
    let segments = |element: Option<&Element>| -> Vec<(String, bool)> {
        let marks = element.map(|element| element.all("mrk")).unwrap_or_default();
        let marks = marks.into_iter().filter(|mark| mark.attribute("mtype") == Some("seg"));
        let segment = |mark: &Element| (mark.attribute("mid").unwrap_or_default().to_owned(), !is_blank(mark));
        marks.map(segment).collect()
    };
    if another.is_some() {
        return Some("not read: the unit has more than one translation");
    }
    // Tools cut a text into segments, and leave those empty that nobody translated.
    let translated = segments(target);
    let is_done = |id: &str| translated.iter().any(|(other, has_text)| other == id && *has_text);
    let mut all = segments(unit.child("seg-source")).into_iter().chain(translated.iter().cloned());
    let is_begun = translated.iter().any(|(_, has_text)| *has_text);
    (is_begun && all.any(|(id, _)| !is_done(&id))).then_some(PARTLY)
}

fn is_blank(element: &Element) -> bool {
    element.elements().next().is_none() && element.text().trim().is_empty()
}

/// A source or target with the originals of its codes. Some tools leave of a code its number alone: then the English knows it.
fn text_of(element: &Element, english: Option<&Element>) -> String {
    let mut text = String::new();
    for child in &element.children {
        let code = match child {
            Node::Text(content) => {
                text.push_str(content);
                continue;
            }
            Node::Element(code) => code,
        };
        let of_english = |tags: &[&str]| {
            let all = english.into_iter().flat_map(Element::elements);
            let id = code.attribute("id");
            let found = all.into_iter().find(|e| tags.contains(&e.name.as_str()) && e.attribute("id") == id);
            found.map(Element::text).unwrap_or_default()
        };
        match code.name.as_str() {
            "x" => text.push_str(&of_english(&["ph"])),
            "bx" => text.push_str(&of_english(&["bpt"])),
            "ex" => text.push_str(&of_english(&["ept"])),
            "g" => {
                text.push_str(&of_english(&["bpt"]));
                text.push_str(&text_of(code, english));
                text.push_str(&of_english(&["ept"]));
            }
            _ => text.push_str(&text_of(code, english)),
        }
    }
    text
}
