//! XLIFF 2: units with notes, matches and the originals of their inline codes.

use super::codes::{Cut, Piece};
use super::xml::{Element, Node, Xml};
use super::{ABOUT, Incoming, Match, Note, Outgoing, PARTLY, Package, Returned, Standing, filled, noted};
use crate::catalog::Problem;

/// The category of the note that repeats the ticket.
const TICKET: &str = "handback";

/// Writes a file.
pub fn write(package: &Package) -> String {
    let mut xml = Xml::begin();
    let root = [
        ("xmlns", Some("urn:oasis:names:tc:xliff:document:2.0")),
        ("xmlns:mtc", Some("urn:oasis:names:tc:xliff:matches:2.0")),
        ("xmlns:slr", Some("urn:oasis:names:tc:xliff:sizerestriction:2.0")),
        ("version", Some("2.0")),
        ("srcLang", Some(package.source_locale.as_str())),
        ("trgLang", Some(package.locale.as_str())),
    ];
    xml.start("xliff", &root);
    let documents = package.texts.chunk_by(|one, other| one.place.document == other.place.document);
    let mut count = 0;
    for (index, texts) in documents.enumerate() {
        let id = format!("f{}", index + 1);
        xml.start("file", &[("id", Some(&id)), ("original", Some(&texts[0].place.document))]);
        if texts.iter().any(|text| text.longest.is_some()) {
            xml.empty("slr:profiles", &[("generalProfile", Some("xliff:codepoints"))]);
        }
        for text in texts {
            count += 1;
            unit(&mut xml, count, text, package.filled);
        }
        xml.end("file");
    }
    if count == 0 {
        // A file without a unit is not valid.
        xml.start("file", &[("id", Some("f1"))]);
        xml.start("unit", &[("id", Some("none"))]);
        xml.start("segment", &[]);
        xml.line("source", &[], "");
        xml.end("segment");
        xml.end("unit");
        xml.end("file");
    }
    xml.end("xliff");
    xml.out
}

fn unit(xml: &mut Xml, number: usize, text: &Outgoing, filled: bool) {
    let (id, ticket) = (format!("u{number}"), text.ticket.to_string());
    let longest = text.longest.map(|longest| longest.to_string());
    xml.start("unit", &[("id", Some(&id)), ("name", Some(&ticket)), ("slr:sizeRestriction", longest.as_deref())]);
    matches(xml, text);
    xml.start("notes", &[]);
    xml.line("note", &[("category", Some(TICKET))], &ticket);
    for Note { about, text } in &text.notes {
        xml.line("note", &[("category", Some(about))], text);
    }
    xml.end("notes");
    let target = text.target.clone().map(|target| target.numbered_like(&text.english));
    originals(xml, [Some(&text.english), target.as_ref()].into_iter().flatten());
    let (state, sub) = match text.standing {
        Standing::Missing => ("initial", None),
        Standing::Written => ("translated", None),
        Standing::Approved => ("final", None),
        standing => ("initial", Some(format!("handback:{}", standing.name()))),
    };
    xml.start("segment", &[("id", Some("s1")), ("state", Some(state)), ("subState", sub.as_deref())]);
    content(xml, "source", &text.english);
    if let Some(target) = target.as_ref().or(filled.then_some(&text.english)) {
        content(xml, "target", target);
    }
    xml.end("segment");
    xml.end("unit");
}

fn matches(xml: &mut Xml, text: &Outgoing) {
    let all: Vec<&Match> = text.previous.iter().chain(&text.matches).collect();
    if all.is_empty() {
        return;
    }
    xml.start("mtc:matches", &[]);
    for one in all {
        let score = one.score.to_string();
        let attributes = [
            ("ref", Some("#s1")),
            ("matchQuality", Some(score.as_str())),
            ("similarity", Some(score.as_str())),
            ("origin", Some(one.origin.as_str())),
        ];
        xml.start("mtc:match", &attributes);
        let translation = one.translation.clone().numbered_like(&one.english);
        originals(xml, [&one.english, &translation]);
        content(xml, "source", &one.english);
        content(xml, "target", &translation);
        xml.end("mtc:match");
    }
    xml.end("mtc:matches");
}

/// The data of all codes: `d1` stands alone or opens, `e1` closes.
fn originals<'c>(xml: &mut Xml, cuts: impl IntoIterator<Item = &'c Cut>) {
    let mut data: Vec<(String, &str)> = Vec::new();
    for piece in cuts.into_iter().flat_map(|cut| &cut.0) {
        let (id, original) = match piece {
            Piece::Text(_) => continue,
            Piece::Code { id, original } | Piece::Open { id, original, .. } => (format!("d{id}"), original),
            Piece::Close { id, original } => (format!("e{id}"), original),
        };
        if !data.iter().any(|(known, _)| *known == id) {
            data.push((id, original));
        }
    }
    if data.is_empty() {
        return;
    }
    xml.start("originalData", &[]);
    for (id, original) in data {
        xml.line("data", &[("id", Some(&id)), ("xml:space", Some("preserve"))], original);
    }
    xml.end("originalData");
}

fn content(xml: &mut Xml, name: &str, cut: &Cut) {
    xml.mixed(name, &[("xml:space", Some("preserve"))], |xml| {
        for piece in &cut.0 {
            let id = |id: &usize| (id.to_string(), format!("d{id}"), format!("e{id}"));
            match piece {
                Piece::Text(text) => xml.text(text),
                Piece::Code { id: number, original } => {
                    let (id, data, _) = id(number);
                    let shown = Some(original.as_str());
                    xml.tag("ph", &[("id", Some(&id)), ("dataRef", Some(&data)), ("disp", shown)], "/>");
                }
                Piece::Open { id: number, original, close } => {
                    let (id, start, end) = id(number);
                    let attributes = [
                        ("id", Some(id.as_str())),
                        ("dataRefStart", Some(start.as_str())),
                        ("dataRefEnd", Some(end.as_str())),
                        ("dispStart", Some(original.as_str())),
                        ("dispEnd", Some(close.as_str())),
                    ];
                    xml.tag("pc", &attributes, ">");
                }
                Piece::Close { .. } => xml.close("pc"),
            }
        }
    });
}

/// Reads a file, of which the root is given.
pub fn read(root: &Element) -> Result<Returned, Problem> {
    let language = root.attribute("trgLang").map(str::to_owned);
    let mut returned = Returned { language, ..Returned::default() };
    for unit in root.all("unit") {
        let notes: Vec<(Option<&str>, String)> = unit
            .named("notes")
            .flat_map(Element::elements)
            .map(|note| (note.attribute("category"), note.text()))
            .collect();
        let places = unit.attribute("name").into_iter().chain(notes.iter().map(|(_, note)| note.as_str()));
        // Where a tool says no more what notes are about, nobody knows which are a person's.
        let is_kept = notes.iter().any(|(about, _)| *about == Some(TICKET));
        let is_persons =
            |about: &Option<&str>| is_kept && about.is_none_or(|about| about != TICKET && !ABOUT.contains(&about));
        let note = noted(notes.iter().filter(|(about, _)| is_persons(about)).map(|(_, note)| note.as_str()));
        let segments: Vec<&Element> =
            unit.elements().filter(|e| matches!(e.name.as_str(), "segment" | "ignorable")).collect();
        if segments.iter().all(|segment| segment.child("source").is_none_or(|source| source.children.is_empty()))
            && unit.attribute("name").is_none()
        {
            continue;
        }
        let data = unit.child("originalData");
        let english: String = segments.iter().filter_map(|e| e.child("source")).map(|e| text_of(e, data)).collect();
        let target = target(&segments, data);
        let is_approved = |segment: &&Element| matches!(segment.attribute("state"), Some("reviewed" | "final"));
        let mut states = segments.iter().copied().filter(|segment| segment.name == "segment").peekable();
        let approved = states.peek().is_some() && states.all(|segment| is_approved(&segment));
        if target == Err(()) {
            returned.remarks.push((unit.line, PARTLY.into()));
            continue;
        }
        let target = target.unwrap_or_default();
        let is_initial = segments.iter().all(|e| matches!(e.attribute("state"), None | Some("initial")));
        let is_copy = is_initial && target.as_ref() == Some(&english);
        returned.take(unit.line, places, |ticket| Incoming {
            line: unit.line,
            english: filled(english),
            // Nothing went out there, and a tool put the English in its place.
            target: target.filter(|_| !is_copy || ticket.target.is_some()),
            ticket,
            approved,
            author: None,
            note,
            file: 0,
        });
    }
    Ok(returned)
}

/// The translation of a unit, which tools may have cut into segments. What a tool leaves untranslated between them is as it is
/// in the English. An error if only some segments have one.
fn target(segments: &[&Element], data: Option<&Element>) -> Result<Option<String>, ()> {
    let mut texts: Vec<(usize, String)> = Vec::new();
    let (mut with, mut without) = (false, false);
    for (segment, place) in segments.iter().zip(1..) {
        let target = segment.child("target").map(|target| (target, text_of(target, data)));
        match target {
            Some((target, text)) => {
                with |= segment.name == "segment" && !text.trim().is_empty();
                without |= segment.name == "segment" && text.trim().is_empty();
                // Where in the translation it stands, which may say its parts in another order.
                let order = target.attribute("order").and_then(|order| order.parse().ok());
                texts.push((order.unwrap_or(place), text));
            }
            None => {
                without |= segment.name == "segment";
                texts.extend(segment.child("source").map(|source| (place, text_of(source, data))));
            }
        }
    }
    texts.sort_by_key(|(order, _)| *order);
    match (with, without) {
        (true, true) => Err(()),
        (true, false) => Ok(filled(texts.into_iter().map(|(_, text)| text).collect())),
        (false, _) => Ok(None),
    }
}

/// A source or target with the originals of its codes.
fn text_of(element: &Element, data: Option<&Element>) -> String {
    let mut text = String::new();
    for child in &element.children {
        let code = match child {
            Node::Text(content) => {
                text.push_str(content);
                continue;
            }
            Node::Element(code) => code,
        };
        let original = |refers: &str, shown: &str| {
            let data = data.into_iter().flat_map(Element::elements);
            let found = code.attribute(refers).and_then(|id| data.into_iter().find(|d| d.attribute("id") == Some(id)));
            found.map(Element::text).or_else(|| code.attribute(shown).map(str::to_owned)).unwrap_or_default()
        };
        match code.name.as_str() {
            "ph" | "sc" | "ec" => text.push_str(&original("dataRef", "disp")),
            "pc" => {
                text.push_str(&original("dataRefStart", "dispStart"));
                text.push_str(&text_of(code, data));
                text.push_str(&original("dataRefEnd", "dispEnd"));
            }
            "cp" => {
                let hex = code.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                text.extend(hex.and_then(char::from_u32));
            }
            "sm" | "em" => {}
            _ => text.push_str(&text_of(code, data)),
        }
    }
    text
}
